### Every sentence that a person reads, in Japanese; names and places as in en.ftl.

language = Japanese
language-own = 日本語
tag = ja-JP
tag-other = en-US
line-breaking = phrases
label-within = as it is
title-pause = {"(?<=。)|(?<=」)(?=[×と])|(?<=[×と])(?=「)"}
list-comma = 、
list-last = { $first }と{ $last }

## Heads and lines that are no codes

word-all = 全体
word-none = 言及なし
word-other = その他
word-taken = （{ $name }）
word-initiatives = 取組数
word-share = 割合
word-stated = 明記のみ
word-all-codings = すべて
word-full = 整数カウント
word-fractional = 分数カウント
word-lowest = 最小
word-highest = 最大

## Tables: selections, notes, sources

selection = { $dimension }：{ $codes }
selection-or = ・
selection-between = 、
selection-stated-only = 明記されたコードのみ
selection-stated-first = 選定・集計とも明記されたコードのみ
selection-stated-last = 選定は全コード、集計は明記されたコードのみ
selection-stated-between = そのうち明記されたコードで
selection-stated-both = 集計は明記されたコードのみ
label-quoted = 「{ $label }」
having-comma = {""}
having-last = { $first }{ $last }
in-brackets = （{ $text }）
sentence-between = {""}
sentence-stop = 。
table-source = 出典：{ $title }
table-source-version = 出典：{ $title }、版 { $version }
table-base-all = 対象{ $limit }：全{ $total }件。
table-base-all-weight = 対象{ $limit }：「{ $weight }」の合計 { $base }。
table-base-with = 対象{ $limit }：全{ $total }件のうち{ $labels }のある取組、{ $base }件。
table-base-with-weight = 対象{ $limit }：全{ $total }件のうち{ $labels }のある取組、「{ $weight }」の合計 { $base }。
table-layers = 層ごとの対象件数：{ $bases }。
table-bases = { $side ->
    [row] 行
    [column] 列
   *[table] 表
 }ごとの対象件数：{ $bases }。
table-shown = 表示：{ $codes }。
table-rest = その他：{ $labels }。
table-rest-many = その他：ほかの{ $count }のコード。
table-members = 全{ $total }件中{ $found }件。
table-members-selected = 全{ $total }件中{ $found }件：{ $selection }。
method-weight = 各セルは該当する取組の「{ $weight }」の合計（同じ取組は1回のみ）。
method-weight-zero = 「{ $weight }」が0の取組が{ $count }件あり、合計に加わらない。
method-weight-below = 「{ $weight }」が負の取組が{ $count }件あり、合計から差し引かれるため、セルが対象の合計を上回り、割合が割合でなくなることがある。
method-fractional = 分数カウント：各取組の1を、持つコードに等しく分けるため、合計は対象件数になる。
method-fractional-weight = 分数カウント：各取組の「{ $weight }」を、持つコードに等しく分けるため、合計は対象の合計になる。
method-pairs = 割合は組の数に対するもの（{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }のセルの和で割る）で、取組数に対するものではない。
method-distinct = 取組数（複数該当あり）。同じ取組は各セルで1件と数えるが、複数のセルに入りうるため、和は対象件数を超えうる。
method-share = 割合はセル÷{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }の対象件数で、和は100%を超えうる。
method-share-fractional = 割合はセル÷{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }の合計で、和は100%になる。
table-panel = 取組：{ $dimension }ごとに、全{ $total }件のうち該当するもの（重複なし）{ $limit }。グループは、ISOコードのない別の行とし、加盟国・地域には数えない。各行の和は全体の件数にならない。
table-panel-expanded = その旨を記した行では、{ $group }の取組を{ $members }の加盟国のそれぞれにも数えた（{ $day }現在、{ $source }）。両方を挙げる取組は1件と数える。named列は、これを含まない件数。

## Findings: titles, subtitles, alternative texts

pair-comma = ×
pair-last = { $first }×{ $last }
crossed-comma = ×
crossed-last = { $first }×{ $last }
together-comma = と
together-last = { $first }と{ $last }
set-comma = ＋
set-last = { $first }＋{ $last }
path-comma = →
path-last = { $first }→{ $last }
foot-between = {"　"}
amount-initiatives = { $base }件中{ $each ->
    [yes] 各
   *[no] {""}
 }{ $value }件
amount-share = { $each ->
    [yes] 各
   *[no] {""}
 }{ $side ->
    [row] 行
    [column] 列
   *[table] 全体
 }の{ $value }
amount-weight = { $weight } { $each ->
    [yes] 各
   *[no] {""}
 }{ $value }
base-of-initiatives = n={ $base }
base-bare = { $base }

finding-no-initiatives = 条件に合う取組はない
finding-no-cell = 該当する取組はない
finding-no-two-codes = 「{ $dimension }」のコードを2つ持つ取組はない
finding-nothing-has = { $labels }を併せ持つ取組はない
finding-inference-none = 「{ $rows }」に判断によるコードはない
finding-inference-one = 判断に最も依存するのは「{ $name-1 }」：{ $last-1 }件中、明記は{ $first-1 }件
finding-inference-two = 判断に最も依存するのは「{ $name-1 }」と「{ $name-2 }」：明記は{ $last-1 }件中{ $first-1 }件、{ $last-2 }件中{ $first-2 }件
finding-inference-more = 判断に最も依存するのは「{ $name-1 }」など{ $count }つ：判断は各{ $gap }件
finding-inference-moves = 明記のみとすべての差が最も大きいのは「{ $name-1 }」：{ $first-1 }と{ $last-1 }
finding-counting-none = 分数カウントでも「{ $rows }」の件数は変わらない
finding-counting-one = 分数カウントで最も小さくなるのは「{ $name-1 }」：整数カウント{ $first-1 }、分数カウント{ $last-1 }
finding-counting-two = 分数カウントで最も小さくなるのは「{ $name-1 }」と「{ $name-2 }」：差は各{ $gap }
finding-counting-more = 分数カウントで最も小さくなるのは「{ $name-1 }」など{ $count }つ：差は各{ $gap }
finding-one-out = どの1件を除いても、割合の変化は{ $gap }ポイント以内
finding-one-out-where = どの1件を除いても、割合の変化は{ $gap }ポイント以内（最大は「{ $line }」）
finding-passing-none = { $rows }と{ $columns }に、補正後に際立つ組合せはない：{ $p }
finding-passing-untested = { $rows }と{ $columns }は、抽出回数が0のため検定していない
finding-passing = 補正後に際立つ組合せは{ $cells }組中{ $count }組：{ $p }
finding-passing-named = 補正後に際立つ組合せは{ $cells }組中{ $count }組、{ $named }：{ $p }
finding-passing-most = 補正後に際立つ組合せは{ $cells }組中{ $count }組、最も強いのは{ $strongest }：{ $p }
finding-p = p値（並べ替え）{ $p }
finding-no-code = 「{ $dimension }」を持つ取組はない
finding-no-several = 「{ $dimension }」を複数持つ取組はない
finding-several = 「{ $dimension }」を複数持つ取組は{ $base }件中{ $many }件（{ $share }）
finding-several-often = { $finding }、最多は{ $sets }
finding-set = { $codes ->
    [1] 「{ $set }」のみ
   *[other] 「{ $set }」
 }
finding-sets-lead = 最も多い「{ $dimension }」の組合せは{ $sets }：{ $count ->
    [1] {""}
   *[other] 各
 }{ $number }
finding-sets-tie = 「{ $dimension }」は{ $count }つの組合せが{ $number }で並ぶ
finding-paths-lead = 最も多い流れは{ $paths }：{ $number }
finding-paths-tie = { $count }つの流れが{ $number }で並ぶ

choice-codes = 「{ $dimension }」{ $total }コード中{ $shown }
subtitle-shown = { $subtitle }、{ $codes }を表示
finding-of-shown-only = 表示した中で：{ $finding }

claim-subject = { $codes }の取組
claim-predicate = { $codes }を持つ
claim-sized = { $label }（{ $size }件）
claim-by-inference = { $claim }（判断を含めた場合）
claim-all = { $subject }はすべて{ $predicate }
claim-none = { $subject }に{ $predicate }ものはない
claim-contrast = { $first }が{ $predicate }。{ $other }
claim-share-first = { $subject }の{ $part }（{ $base }件中{ $number }件）
claim-share-other = { $subject }では{ $part }（{ $base }件中{ $number }件）
claim-part = { $which }取組の{ $part }（{ $base }件中{ $number }件）が{ $predicate }
claim-pair = 最も多い組合せは{ $first }と{ $second }（{ $which }取組{ $base }件中{ $number }件）
claim-level = { $codes }が同数で並ぶ（{ $which }取組{ $base }件中各{ $number }件）
claim-which = { $dimension }の記載がある
claim-exactly = { $part }
claim-about = 約{ $part }
claim-all-of = すべて
claim-none-of = なし
claim-part-1-10 = 10分の1
claim-part-1-5 = 5分の1
claim-part-1-4 = 4分の1
claim-part-1-3 = 3分の1
claim-part-2-5 = 4割
claim-part-1-2 = 半数
claim-part-3-5 = 6割
claim-part-2-3 = 3分の2
claim-part-3-4 = 4分の3
claim-part-4-5 = 8割
claim-part-9-10 = 9割

title-plain = { $by }{ $limit }
subtitle = { $by }別{ $measure }{ $limit }{ $of }{ $how }
subtitle-initiatives = の取組数
subtitle-weight = の「{ $weight }」の合計
subtitle-share = 、{ $side ->
    [row] 行ごとの
    [column] 列ごとの
   *[table] 全体に対する
 }{ $unit ->
    [pairs] 組数の割合
   *[initiatives] 割合
 }
subtitle-counted-initiatives = { $several ->
    [yes] 、複数該当あり
   *[no] {""}
 }
subtitle-counted-fractional = 、各取組の1を該当項目で等分
subtitle-base = （{ $part ->
    [all] 全{ $total }件
   *[some] { $total }件中{ $base }件
 }）
subtitle-range = { $what }{ $of }
subtitle-range-base = （{ $total }件中{ $bases }件）
subtitle-range-inference = { $by }別の取組数{ $limit }：明記のみと全コード
subtitle-range-counting = { $by }別の取組数{ $limit }：整数カウントと分数カウント
subtitle-range-one-out = { $by }別の取組の割合{ $limit }と、任意の1件を除いたときの変化の幅
subtitle-residuals = 組合せごとのχ²の符号付き平方根：{ $by }が独立な場合からの隔たり{ $limit }{ $of }
subtitle-sets = 「{ $dimension }」の組合せ別の取組数{ $limit }{ $of }、各取組は1組のみ{ $part }
subtitle-sets-part = 、{ $every }組中{ $shown }組を表示
subtitle-flows = { $path }の取組の流れ{ $limit }{ $of }、{ $how }
subtitle-flows-pairs = 組ごとに1回
subtitle-flows-fractional = 各取組の1を等分

alt-largest = { $title }。{ $subtitle }。上位：{ $values }
alt-range = { $title }。{ $subtitle }。幅の大きい順：{ $values }
alt-residuals = { $title }。{ $subtitle }。独立から最も遠い組合せ：{ $values }

## Tables: sets, flows, association, agreement, codes

table-sets = 組合せは取組の持つコードすべて。各取組は1つの組合せのみに入り、組合せの和は対象件数になる。
table-sets-cut = 表示しない組合せ：{ $sets }組、{ $initiatives }件。
table-sets-bars = コード別の棒は、そのコードを単独又は他と併せて持つ取組数で、和は対象件数を超えうる。
table-flows-pairs = 帯の幅は両端のコードを併せ持つ取組数。複数のコードを持つ取組は組ごとに1回流れるため、帯の和は取組数を超えうる。コード名の横の数は取組数。
table-flows-fractional = 分数カウント：各取組の1を、取り得るすべての経路に等しく分けるため、どの段でも和は対象件数になる。
table-flows-colours = 帯の色は「{ $dimension }」を示す。
association-head = 「{ $first }」と「{ $second }」の関連：{ $test }。対象{ $limit }：{ $base }件、{ $absent }。
association-test-spmi = SPMI検定（コードの組ごとに検定）
association-test-mmi = MMI検定（一方は取組ごとに1コード）
association-test-pearson = ピアソンのχ²検定（双方とも取組ごとに1コード）
association-include = コードのない取組は「どれも持たない」と数える
association-drop = 「{ $first }」か「{ $second }」のない取組は除く
association-found = X² = { $statistic }（{ $shape }コード）、並べ替え検定（{ $draws }回）のp値：{ $p }。
association-found-no-draws = X² = { $statistic }（{ $shape }コード）。抽出回数が0のため検定していない。draws=1999を渡すこと。
association-p-rao-scott = { $p }（ラオ・スコット：{ $statistic }、自由度{ $df }）
association-p-no-rao-scott = ラオ・スコットはなし（コードが互いを決めるため）
association-p-chi-square = { $p }（χ²、自由度{ $df }）
association-p-bootstrap = { $p }（ブートストラップ）
association-p-bonferroni = { $p }（{ $cells }セルのボンフェローニ補正）
association-passing = 全セルについて補正して（並べ替えのmaxT法）{ $level }水準を満たすセル：{ $cells }のうち{ $passing }。
association-passing-which = 全セルについて補正して（並べ替えのmaxT法）{ $level }水準を満たすセル：{ $cells }のうち{ $passing }：{ $which }。
association-reach = 満たすには残差が±{ $reach }を超える必要がある。
association-compared = 既発表の検定との比較のためのp値：{ $p-values }。
association-few = { $cells }セルのうち{ $few }は期待度数が{ $least }未満で、χ²の近似には少なすぎる。並べ替え検定はそれに依らない。
association-withheld = { $cells }セルのうち{ $few }は期待度数が{ $least }未満で、χ²の近似には少なすぎるため、それに依るp値（ラオ・スコット、χ²、ボンフェローニ）は示さない。
association-left-out = 全件にある、または1件もないため除いたコード：{ $codes }。
association-left-out-of = { $dimension }：{ $codes }
association-left-out-between = ；
association-parent = 一方はコードブックで他方の親なので、定義により関連がある。
association-meaning = 取組は文書が挙げる全件であり、標本ではない。p値が小さいのは、コードを独立に割り当てたときにこれほど強い偏りがめったに生じないという意味で、他の文書、差の大きさ、原因については何も言わない。
agreement-note = 双方にある取組{ $both }件（{ $first }件と{ $second }件のうち）。α：クリッペンドルフのα（集合はMASI距離、単一コードは名義距離）。allは片方のみの取組を不一致と数えた値、lowとhighは再抽出の95%が入る範囲。一致率：コードの集合が同じ取組の割合。{ $splitting }
agreement-splitting = 取組への分け方：{ $units }箇所のうち{ $share }が双方で同じ取組になる（偶然なら{ $chance }、α { $alpha }）。
agreement-undefined = どの取組も両方で同じコードなので、αは定まらない。
compare-head-change = 変更
compare-head-initiative-id = 取組
compare-head-dimension = 次元
compare-head-old = 旧
compare-head-new = 新
compare-head-change-number = 増減
compare-initiative-added = 取組の追加
compare-initiative-dropped = 取組の削除
compare-coding-added = コードの追加
compare-coding-dropped = コードの削除
compare-recoded = コードの変更
compare-basis = 根拠の変更
compare-basis-stated = 明記
compare-basis-inferred = 判断
compare-times = { $what }{ $times }件
compare-unnamed = 取組{ $initiatives }件のデータ
compare-note = { $old }と{ $new }の判断の違い（取組はIDで対応付け）。
compare-found = 違い：{ $found }。
compare-nothing = 違いはない。
compare-finding = { $by }別では{ $cells }個の数が変わり、最大は{ $largest }
compare-subtitle = { $by }別の取組数：{ $old }と{ $new }。変わったもののみ
compare-cells-note = { $old }と{ $new }の{ $by }別の取組数。言及のない取組も含む。変わったセルのみを示し、一方にないコードはそこでは0とする。
compare-move = { $label } { $old } → { $new }
compare-size = 規模
compare-all = { $dimension }
compare-stated = { $dimension }（明記のみ）
compare-line = { $head }：{ $moves }。
describe-dimension = 次元
describe-code = コード
describe-label = { $language ->
    [en] 英語ラベル
    [ja] 日本語ラベル
   *[other] ラベル（{ $language-own }）
}
describe-parent = 上位のコード
describe-children = 下位のコード
describe-definition = 定義
describe-include = 含める
describe-exclude = 含めない
describe-initiatives = 取組数
describe-rule = { $head }：{ $text }
describe-between = {" "}
describe-base = 取組数は全{ $total }件{ $limit }のうち、そのコードを持つ取組の数。
dataset-untitled = データセット
dataset-version = { $title }、版 { $version }
dataset-size = { $title }：取組{ $initiatives }件、コード付け{ $codings }件
dataset-codings = コード付け
dataset-dimension = 次元

## Charts

chart-cross = {" × "}
chart-mark = { $mark }: { $number }
chart-more = …ほか{ $more }件
chart-layer = { $layer }（対象{ $base }件）
chart-layer-weight = { $layer }（対象{ $base }）
flows-way = { $from } → { $to }
flows-way-of = { $from } → { $to }（{ $of }）
map-groups = グループ・広域など
map-beyond = この地図の外
map-crowded = 地図に書ききれないもの
map-size = 円の面積：{ $measured }
map-japan = 日本
map-place = { $name } { $number }
pairs-subtitle = { $dimension }×{ $dimension }の組別の取組数{ $selection }{ $of }、複数該当あり
pairs-both = 両方を持つ取組
pairs-alone = それを持つ取組の総数
pairs-never = 他と並ばないもの：{ $labels }
residuals-more = 期待より多い
residuals-fewer = 期待より少ない
residuals-passes = { $tests }組について補正して{ $level }水準を満たす
sets-exactly = この組合せのみの取組
sets-at-all = コードを持つ取組
squares-number = { $number }（うち明記{ $stated }）
squares-stated = 明記
squares-inferred = 判断

## Files and displays

file-sheet = 表
file-sheet-note = 注
members-words = { $dimension }：{ $words }
members-marked = 【{ $text }】
members-more = ほか{ $number }行は表にありますが、ここには示していません。foip.save_tableはすべて保存します。

## Slides

slide-title = 題
slide-text = 本文
slide-number = スライド番号
slide-what = 数えているものと対象
slide-source = 出典と注
slide-named = 取組の例
slide-foot-between = {"　"}
slide-alternative = { $title }。{ $note }
slide-about = このスライドのグラフと表は編集できます。話す内容は各スライドのノートにあります。
slide-example = 例：{ $name }。{ $summary }
slide-example-name = 例：{ $name }。
slide-part = { $title }（{ $part }/{ $parts }）
slide-also = ほかに、{ $claim }
slide-several = 注意：複数該当があります。1つの取組を複数の行や列に数えるため、合計は全体の件数を超えることがあります。
slide-part-of-all = 注意：全{ $total }件のうち{ $base }件についての数字です。残りの取組には記載がありません。
slide-stands = 資料に明記されたものだけを数えても、この点は変わりません。
slide-inferred = 注意：資料に明記されたものだけを数えると、この点は成り立ちません。判断によるコーディングを含めた結果です。

## The explorer

explorer-page = データを調べる
explorer-untitled = 取組
explorer-about = 取組{ $initiatives }件、コード付け{ $codings }件{ $version }。表を選び、数字を押すと、その取組と根拠の語句が見られます。
explorer-about-file = 集計はすべてこのファイルの中で行い、通信は不要です。
explorer-version = 、版 { $version }
explorer-skip = 表へ移動
explorer-choose = 表を選ぶ
explorer-rows = 行
explorer-columns = 列
explorer-by = 層
explorer-by-none = 層なし
explorer-count = 数え方
explorer-count-initiatives = 取組数（各セルで1件）
explorer-count-fractional = 分数カウント（コードに等分）
explorer-share = 表示
explorer-share-none = 数
explorer-share-row = 行の割合
explorer-share-column = 列の割合
explorer-share-table = 全体に対する割合
explorer-of = 割合の基準
explorer-of-initiatives = 取組数
explorer-of-pairs = 組の数
explorer-order = 並べ方
explorer-order-codebook = コード順
explorer-order-size = 多い順
explorer-margins = 全体の行と列（取組数、和ではない）
explorer-none = 言及のない取組も示す
explorer-present = 現れるコードのみ
explorer-stated = 明記されたコードのみ（判断によるものを除く）
explorer-filter = 取組を絞り込む
explorer-filter-hint = 同じ項目の中ではいずれか、項目の間ではすべてを満たす取組。
explorer-ticked = { $number }件選択
explorer-remove = 絞り込みを外す：{ $text }
explorer-remove-all = 絞り込みをすべて外す
explorer-keys = 数字を押すと取組の一覧を表示。矢印キーで移動できます。空欄は0、色の濃いセルほど大きい値です。
explorer-no-base = 割る対象がない
explorer-no-codes = この絞り込みでは示すコードがありません。絞り込みを外してください。
explorer-too-large = { $sizes }は{ $number }セルで、このページで数えられる{ $most }セルを超えるため、何も表示していません。コードの少ない次元を選ぶか、層をなくすか、該当のあるコードに限ってください。
explorer-too-large-to-show = この表は{ $number }セルで、このページで示せる{ $most }セルを超えます。集計は済んでおり、CSVには全セルが入ります。
explorer-too-large-to-draw = { $rows }行・{ $columns }列はスライドに収まらないため、図は描いていません。該当のあるコードに限るか、コードの少ない次元を選んでください。
explorer-failed = ブラウザーがこの表を集計または描画できませんでした（{ $error }）。何も表示していません。小さい表を選ぶか、別のブラウザーをお試しください。
explorer-not-made = ブラウザーがファイルまたは文字列を作れませんでした（{ $error }）。表はそのままです。
explorer-done = { $finding }。{ $rows }行、{ $columns }列。
explorer-csv = 表をCSVで保存
explorer-png = 図をPNGで保存
explorer-svg = 図をSVGで保存
explorer-code = Pythonコード
explorer-code-hint = 次のPythonコードで同じ表ができます。
explorer-link = この画面のアドレスをコピー
explorer-copy = コピー
explorer-copied = コピーしました。
explorer-link-copied = コピーしました。#以降は、このファイルのどの複製でも使えます。
explorer-not-copied = ブラウザーがコピーを許可しませんでした。文字を選択してコピーしてください。
explorer-close = 閉じる
explorer-meanings = コードの定義
explorer-list-csv = 一覧をCSVで保存
explorer-chart = スライド用の図
explorer-cell = { $names }：{ $value }
explorer-cell-names = {" × "}
explorer-behind = 取組{ $number }件
explorer-behind-share = { $value } = { $base }{ $unit }中{ $part }{ $unit }
explorer-behind-fractional = { $value }：各取組の1を、コードの組に等分して加えた値
explorer-unit-initiatives = 件
explorer-unit-pairs = 組
explorer-unit-fractional = （分数カウント）
explorer-words = 根拠の語句［出所］
explorer-locators = 記載箇所
explorer-in-python = Pythonで同じ一覧を得るには：
explorer-unknown-key = アドレスの「{ $key }」は、この画面の設定ではありません。設定：{ $allowed }。{ $close }
explorer-unknown-value = アドレスの「{ $key }」に「{ $value }」とありますが、使えるのは次のとおりです：{ $allowed }。{ $close }この指定は使いませんでした。
explorer-unknown-cell = アドレスのセル（{ $cell }）は、この表にありません。
explorer-close-match = 「{ $value }」のことですか。
explorer-no-basis = このデータには「basis」の列がなく、明記と判断を区別できません。
explorer-refused = 組の数に対する割合（of='pairs'）と分数カウント（count='fractional'）は同時に使えません。どちらかを選んでください。
explorer-meaning = { $dimension }：{ $label } –{" "}
explorer-language = 言語
explorer-script = この頁の集計には JavaScript が必要です。
explorer-dataset-folder = このデータのフォルダー
explorer-dataset-explored = datasetは、いま調べているデータ

## The shell

shell-gallery = 図表
shell-gallery-about-page = スライドや印刷に使える図表の一覧です。PNG・SVG・PDFは画像、CSVは図の数値、JSONは図の文言と各要素に対応する取組です。
shell-gallery-decks = PowerPointで編集できるスライド：{ $links }
shell-gallery-explorer-page = 絞り込み・集計・根拠となる文言の確認（Python不要）：{ $links }
shell-gallery-explorer-name = エクスプローラー
shell-gallery-notebook = ノートブック：{ $link }

## The site

site-data = データ
site-initiatives = 取組
site-codebook = コードブック
site-notebooks = ノートブック
site-gallery = 図の一覧
site-reference = リファレンス
site-reproducing = 再現の手順
site-promises = 約束とその検査
site-cost = 計算の速さ
site-contributing = 変更するには
site-changelog = 変更の記録
site-more = その他
site-explorer = データを調べる

site-initiatives-title = 取組一覧
site-initiatives-about = { $count }件の取組を文書の順に並べています。各コードには、判断の根拠とした文書中の語句と、その語句がある箇所を付けています。
site-inferred = 判断
site-codebook-about = 各コードの意味と、{ $count }件の取組のうち該当する件数です。件数を開くと取組の名称が出ます。
site-code = コード
site-label = ラベル
site-meaning = 定義
site-include = 含める：
site-exclude = 含めない：
site-count = 取組数
site-codes-one = 各取組に一つだけ付きます。
site-codes-some = 各取組に一つ以上付きます。
site-codes-any = 一つの取組に、ないことも、複数付くこともあります。
site-parent = 各コードは［{ $dimension }］のいずれかに属します。
site-none = 記載なし：{ $total }件中{ $count }件。
site-unit = 件の取組

## The shipped dataset: overview, deck, citation

leaders-comma = 、
leaders-last = { $first }、{ $last }
overview-title = { $total }件の取組：最多は{ $leaders }
overview-title-alone = { $total }件の取組
overview-leader = { $labels }（{ $number }件）
overview-tied = {" / "}
overview-subtitle = 取組数{ $selection }、複数該当あり、多いコードのみ表示（分母はその項目のコードがある取組）
overview-one = 最多は{ $first }、{ $base }件中{ $number }件
overview-two = 最多は{ $first }と{ $second }、{ $base }件中各{ $number }件
overview-more = 最多は{ $first }など{ $count }つ、{ $base }件中各{ $number }件
overview-nothing = 該当なし
overview-panel = { $shown }：{ $told }
overview-note = 複数のコードを持つ取組は各コードで1件と数えるため、和は対象件数を超えうる。
overview-between = {"　"}
deck-title = 進化した「自由で開かれたインド太平洋」
deck-subtitle = どの手段で、どこで、誰と：概要資料に書かれた取組のデータ
deck-subtitle-count = **{ $initiatives }件**の取組、**{ $codings }件**のコーディング。うち**{ $stated }**は資料の文言か見出しに明記。
deck-subtitle-version = データ 版 { $version }。図表は編集でき、ノートに読み方と出所がある。
deck-leader = 「{ $label }」（**{ $number }件**）
deck-findings = 主な結果
deck-findings-priorities = 資料が挙げる取組は**{ $total }件**。重点分野別では{ $leaders }。
deck-findings-tools = 手段で最も多いのは{ $leaders }。1つの取組が複数の手段を持つことがある。
deck-findings-regions = 地域では{ $leaders }。**{ $nowhere }件**は場所を挙げていない。
deck-findings-osa = OSAの取組**{ $osa }件**の地域で最も多いのは{ $leaders }。
deck-findings-partners = パートナーを挙げる取組は**{ $partnered }件**で、うち国外のパートナーを挙げるものが**{ $abroad }件**、「{ $priority }」のものが**{ $most }件**。最も多いのは{ $leaders }。
deck-findings-notes = このスライドの数字はデータセットから計算した。元の表は以降のスライドにあり、それぞれのノートに呼び出しがある。
deck-osa = 太平洋に及ぶOSAの取組：{ $osa }件中{ $number }件
deck-osa-name = 取組
deck-osa-summary = 内容
deck-osa-locators = 資料の箇所
deck-method = 数え方と限界
deck-method-initiative = 数えるのは**取組**：日本が行う、支援する、又は行うとされる、固有の対象を持つ1つのこと。
deck-method-cell = セルは行と列の両方のコードを持つ取組の数。1つの取組が複数のコードを持てるため、和は対象件数を超えうる。**分数カウント**は各取組の1をコードに等しく分ける。
deck-method-base = **対象件数**は図ごとに示す。ASEAN等の集団は加盟国に振り分けない。
deck-method-basis = コーディングの**{ $stated }**は資料の文言か見出しに明記、残りはソフトウェアの判断。地図のみに載る**{ $inferred }件**（{ $total }件中）の重点分野は内容から判断した。
deck-method-doubts = 本文の区切り方を変えれば件数も変わる。規則は data/rules.md に、疑義は1件ずつデータの説明書に記した。
deck-method-limits = 資料は概要であり、書かれていないことはデータにもない。金額と日付はほとんど載っていない。
deck-method-notes = 定義と規則：data/codebook.csv。疑義と限界：data/README.md。明記されたコードだけで数え直す：dataset.stated()
deck-sources = 出典と引用
deck-sources-document = 資料：進化した「自由で開かれたインド太平洋」（概要）。発行者と日付の記載はなく、日本政府のものであることは内容から読み取ったもので、未確認。本文はデータに含まれず、その利用条件は資料自体による。
deck-sources-notes = 引用：foip.cite()、短い形は foip.cite('short')。データは CC BY 4.0、プログラムは MIT。
cite-number = { $what }：{ $number }。
cite-call = 作成：{ $call }。
cite-date = 参照日：{ $date }。
