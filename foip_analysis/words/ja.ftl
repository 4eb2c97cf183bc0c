### Every sentence that a person reads, in Japanese; names and places as in en.ftl.

language = Japanese
language-own = 日本語
tag = ja-JP
tag-other = en-US
line-breaking = phrases
label-within = as it is
title-pause = {"(?<=。)|(?<=」)(?=[×と])|(?<=[×と])(?=「)"}
list-comma = 、
list-last = { $count ->
    [2] { $first }と{ $last }
   *[other] { $first }、{ $last }
 }

## Heads and lines that are no codes

word-all = 全体
word-none = 記載なし
word-other = その他
word-taken = （{ $name }）
word-initiatives = 取組数
word-share = 割合
word-stated = 明記のみ
word-all-codings = 判断を含む
word-full = 整数カウント
word-fractional = 分数カウント
word-lowest = 最小
word-highest = 最大

## Tables: selections, notes, sources

selection = { $dimension }：{ $codes }
selection-or = ・
selection-but = { $code }以外
selection-between = 、
selection-many = { $count }コード
selection-stated-only = 明記されたコードのみ
selection-stated-first = 絞り込みも集計も明記されたコードのみ
selection-stated-last = 絞り込みは全コード、集計は明記されたコードのみ
selection-stated-between = そのうち明記されたコードで
selection-stated-both = 集計は明記されたコードのみ
label-quoted = 「{ $label }」
having-comma = {""}
having-last = { $first }{ $last }
in-brackets = （{ $text }）
sentence-between = {""}
sentence-stop = 。
table-source = 出典：{ $title }
table-source-version = 出典：{ $title }、バージョン{ $version }
table-source-credit = { $source }（{ $credit }）
brief-full = { $label }：{ $name }
brief-between = 。
table-base-all = 対象{ $limit }：全{ $total }件。
table-base-all-weight = 対象{ $limit }：「{ $weight }」の合計 { $base }。
table-base-with = 対象{ $limit }：全{ $total }件のうち、{ $labels }を確認できる{ $base }件。
table-base-with-weight = 対象{ $limit }：全{ $total }件のうち、{ $labels }を確認できる取組の「{ $weight }」の合計 { $base }。
table-layers = 層ごとの対象件数：{ $bases }。
table-bases = { $side ->
    [row] 行
    [column] 列
   *[table] 表
 }ごとの対象件数：{ $bases }。
table-shown = 表示：{ $codes }。
table-rest = その他：{ $labels }。
table-rest-many = その他：残りの{ $count }コード。
table-members = 全{ $total }件中{ $found }件。
table-members-selected = 全{ $total }件中{ $found }件：{ $selection }。
table-members-some = 表示：{ $listed }行のうち{ $shown }行。
table-members-first = 最初の{ $shown }件を示す。
method-weight = 各セルは、該当する取組の「{ $weight }」の合計（同じ取組は1回のみ加算）。
method-weight-zero = 「{ $weight }」が0の取組が{ $count }件あり、合計に影響しない。
method-weight-below = 「{ $weight }」が負の取組が{ $count }件あり、合計から差し引かれる。このため、セルが対象の合計を上回り、割合として読めない場合がある。
method-fractional = 分数カウント：各取組の1を該当するコードに等分するため、合計は対象件数に一致する。
method-fractional-weight = 分数カウント：各取組の「{ $weight }」を該当するコードに等分するため、合計は対象の合計に一致する。
method-pairs = 割合はペア数に対するもの（セル÷{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }のセルの合計）で、取組数に対するものではない。
method-distinct = 取組数（複数該当あり）。同じ取組は一つのセルで1件と数えるが、複数のセルに入ることがあるため、合計は対象件数を超えることがある。
method-share = 割合はセル÷{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }の対象件数で、合計は100%を超えることがある。
method-share-fractional = 割合はセル÷{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }の合計で、合計は100%になる。
table-panel = 取組数：全{ $total }件{ $limit }のうち、{ $dimension }ごとに該当する取組の数。グループはISOコードのない別の行とし、加盟国・地域には数えない。同じ取組が複数の行に入ることがあるため、各行の合計は全体の件数に一致しない。
table-panel-expanded = 注記のある行では、{ $group }の取組を加盟{ $members }か国のそれぞれにも数えた（{ $day }現在、{ $source }）。両方が挙がる取組は1件と数える。named列は、これを含まない件数。

## Findings: titles, subtitles, alternative texts

pair-comma = ×
pair-last = { $first }×{ $last }
crossed-comma = ・
crossed-last = { $first }・{ $last }
together-comma = と
together-last = { $first }と{ $last }
set-comma = ＋
set-last = { $first }＋{ $last }
either-comma = か
either-last = { $first }か{ $last }
path-comma = →
path-last = { $first }→{ $last }
foot-between = {"　"}
amount-initiatives = { $base }件中{ $each ->
    [yes] 各
   *[no] {""}
 }{ $value }件
amount-share = { $side ->
    [row] 行
    [column] 列
   *[table] 全体
 }の{ $value }
amount-weight = { $weight } { $value }
base-of-initiatives = { $base }件
base-bare = { $base }

finding-no-initiatives = 条件に合う取組はない
finding-no-cell = 該当する取組はない
finding-no-two-codes = 「{ $dimension }」が複数ある取組はない
finding-nothing-has = { $labels }を併せ持つ取組はない
finding-inference-none = 「{ $rows }」に判断によるコードはない
finding-inference-one = 「{ $name-1 }」は{ $any ->
    [yes] { $last-1 }件中{ $first-1 }件だけが明記
   *[no] { $last-1 }件のすべてが文脈からの判断
 }で、判断の割合が最も高い
finding-inference-two = 判断の割合が最も高いのは「{ $name-1 }」と「{ $name-2 }」：明記はそれぞれ{ $last-1 }件中{ $first-1 }件、{ $last-2 }件中{ $first-2 }件
finding-inference-more = 判断に最も依存するのは「{ $name-1 }」など{ $count }コード：判断は各{ $gap }件
finding-inference-moves = 明記のみと判断を含む場合の差が最も大きいのは「{ $name-1 }」：{ $first-1 }と{ $last-1 }
finding-inference-turns = 明記のみでは「{ $first }」（{ $more }件）が「{ $second }」（{ $less }件）を上回る。判断を含めると{ $then ->
    [level] 同数（各{ $first-all }件）
   *[behind] 逆転する（{ $first-all }件と{ $second-all }件）
 }
finding-inference-narrows = { $total }件中{ $all }件が{ $predicate }。明記のみでは{ $stated }件で、次に多いのは「{ $next }」の{ $next-stated }件
finding-counting-none = 分数カウントでも「{ $rows }」の件数は変わらない
finding-counting-one = 分数カウントで最も小さくなるのは「{ $name-1 }」：整数カウント{ $first-1 }、分数カウント{ $last-1 }
finding-counting-two = 分数カウントで最も小さくなるのは「{ $name-1 }」と「{ $name-2 }」：差は各{ $gap }
finding-counting-more = 分数カウントで最も小さくなるのは「{ $name-1 }」など{ $count }コード：差は各{ $gap }
finding-one-out = どの1件を除いても、割合の変化は{ $gap }ポイント以内
finding-one-out-where = どの1件を除いても、割合の変化は{ $gap }ポイント以内（最大は「{ $line }」）
finding-passing-none = { $rows }と{ $columns }に、補正後に際立つペアはない：{ $p }
finding-passing-untested = { $rows }と{ $columns }は、抽出回数が0のため検定していない
finding-passing = 補正後に際立つペアは{ $cells }組中{ $count }組：{ $p }
finding-passing-named = 補正後に際立つペアは{ $cells }組中{ $count }組、{ $named }：{ $p }
finding-passing-most = 補正後に際立つペアは{ $cells }組中{ $count }組、最も強いのは{ $strongest }：{ $p }
finding-p = p値（並べ替え）{ $p }
finding-no-code = 「{ $dimension }」の記載がある取組はない
finding-no-several = 「{ $dimension }」が複数ある取組はない
finding-several = 「{ $dimension }」が複数ある取組は{ $base }件中{ $many }件
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

choice-rule = { $codes }（{ $rule }）
choice-least = { $least }件以上
choice-each = 各{ $least }件以上
choice-areas = { $label }の{ $number }件などグループ・広域を除く
choice-only = { $label }のみ
choice-parent = { $label }を除く
choice-codes = { $dimension }{ $total }のうち{ $shown }
choice-codes-alone = { $total }のうち{ $shown }
subtitle-shown = { $subtitle }。{ $codes }を表示
finding-of-shown-only = 表示した中では、{ $finding }

claim-subject = { $codes }の取組
claim-predicate = { $codes }に該当する
claim-sized = { $label }（{ $size }件）
claim-of-selection = { $selection }：{ $claim }
claim-by-inference = 判断を含めれば、{ $claim }
claim-all = { $subject }はすべて{ $predicate }
claim-none = { $subject }に{ $predicate }ものはない
claim-both = { $first-groups }は全件が{ $first-quality }、{ $second-groups }は全件が{ $second-quality }
claim-also = { $first }。{ $second }
claim-contrast = { $first }が{ $predicate }。{ $other }
claim-share-first = { $subject }の{ $part }（{ $base }件中{ $number }件）
claim-repeated = {""}
claim-share-other = { $subject }では{ $part }（{ $base }件中{ $number }件）
claim-part = { $which }取組の{ $part }（{ $base }件中{ $number }件）が{ $predicate }
claim-next = { $dimension }は{ $first }が{ $base }件中{ $number }件、{ $next }が{ $each ->
    [yes] 各
   *[no] {""}
 }{ $more }件
claim-half = { $which }取組の{ $over ->
    [yes] 半数強
   *[no] 半数
 }（{ $base }件中{ $number }件）が全{ $all }{ $dimension }のうち{ $codes }つに集中。最多は「{ $first }」（{ $most }件）
findings-none = 規則により目立つ点はない：偶然では起こりにくい差も、単独で最も多いコードもない。
claim-surely = { $subtitle }。{ $sides ->
    [two] { $dimensions }とも明記のものでは
   *[one] 明記のみでは
  }{ $many ->
    [yes] 順に
   *[no] {""}
  }{ $numbers }
claim-surely-all = { $number }件すべて
claim-surely-part = { $share }（{ $base }件中{ $number }件）
claim-pair = 一緒に現れることが最も多いのは{ $first }と{ $second }（{ $which }取組{ $base }件中{ $number }件）
claim-level = { $codes }が同数で並ぶ（{ $which }{ $base }件中各{ $number }件）
claim-which = { $dimension }を確認できる
claim-parts = 1-10 1-5 1-4 3-10 1-3 2-5 1-2 3-5 2-3 7-10 3-4 4-5 9-10
claim-apart = 0.016
claim-exactly = { $part }
claim-about = 約{ $part }
claim-over = { $part }強
claim-nearly = { $tenths ->
    [yes] { $part }弱
   *[no] { $part }近く
 }
claim-percent = { $share }
claim-all-of = すべて
claim-none-of = なし
claim-part-1-10 = 1割
claim-part-1-6 = 6分の1
claim-part-1-5 = 2割
claim-part-1-4 = 4分の1
claim-part-3-10 = 3割
claim-part-1-3 = 3分の1
claim-part-2-5 = 4割
claim-part-1-2 = 半数
claim-part-3-5 = 6割
claim-part-2-3 = 3分の2
claim-part-7-10 = 7割
claim-part-3-4 = 4分の3
claim-part-4-5 = 8割
claim-part-5-6 = 6分の5
claim-part-9-10 = 9割

title-plain = { $by }別{ $measure }{ $limit }
subtitle = { $by }別{ $measure }{ $limit }{ $of }{ $how }
subtitle-initiatives = の取組数
subtitle-weight = の「{ $weight }」の合計
subtitle-share = { $side ->
    [each] に見た各{ $each }の{ $unit ->
        [pairs] ペアの割合
       *[initiatives] 取組の割合
     }
   *[all] 、全体に対する{ $unit ->
        [pairs] ペア数の割合
       *[initiatives] 割合
     }
 }
subtitle-counted-initiatives = { $several ->
    [yes] 。複数該当あり
   *[no] {""}
 }
subtitle-counted-fractional = 。各取組の1を該当するコードに等分
subtitle-alone = { $part ->
    [all] 全{ $total }件
   *[some] { $total }件中{ $base }件
 }{ $how }
subtitle-base = （{ $part ->
    [all] 全{ $total }件
   *[some] 全{ $total }件のうち{ $dimensions ->
        [1] {""}
        [2] 両方を
       *[other] すべてを
     }確認できる{ $base }件
 }）
subtitle-range = { $what }{ $of }
subtitle-range-base = （全{ $total }件のうち{ $bases }件）
subtitle-stated-all = { $by }別の取組数{ $limit }{ $of }
subtitle-stated-one = { $by }別の取組数{ $limit }{ $of }：{ $stated }件は資料に明記、ほかは文脈から判断
subtitle-stated-some = { $by }別の取組数{ $limit }{ $of }：{ $stated }件は一つ以上が資料に明記、ほかは文脈から判断
subtitle-range-inference = { $by }別の取組数{ $limit }：明記のみと、判断を含む場合
subtitle-range-counting = { $by }別の取組数{ $limit }：整数カウントと分数カウント
subtitle-range-one-out = { $by }別の取組の割合{ $limit }と、いずれか1件を除いたときの変化の幅
subtitle-residuals = ペアごとのχ²の符号付き平方根：{ $by }が独立である場合からの隔たり{ $limit }{ $of }
subtitle-sets = 「{ $dimension }」の組合せ別の取組数{ $limit }{ $of }、各取組は一つの組合せに入る{ $part }
subtitle-sets-part = 、{ $every }組のうち{ $shown }組を表示
subtitle-flows = { $path }の取組の流れ{ $limit }{ $of }、{ $how }
subtitle-flows-pairs = ペアごとに1回
subtitle-flows-fractional = 各取組の1を等分

alt-largest = { $title }。{ $subtitle }。上位：{ $values }
alt-range = { $title }。{ $subtitle }。{ $to ->
    [inference] 明記のみ–判断を含む
   *[other] 幅の大きい順
  }：{ $values }
alt-residuals = { $title }。{ $subtitle }。独立から最も遠いペア：{ $values }

## Tables: sets, flows, association, agreement, codes

table-sets = 組合せは、一つの取組に付いたコードのすべて。各取組は一つの組合せだけに入り、合計は対象件数に一致する。
table-sets-cut = 表示していない組合せ：{ $sets }組、{ $initiatives }件。
table-sets-bars = コード別の棒は、そのコードが単独で、またはほかと併せて付いた取組の数。合計は対象件数を超えることがある。
table-flows-pairs = 帯の幅は、両端のコードがともに付いた取組の数。コードが複数ある取組はペアごとに1回流れるため、帯の合計は取組数を超えることがある。コード名の横の数字は取組数。
table-flows-fractional = 分数カウント：各取組の1を、考えられる経路のすべてに等分するため、どの段でも合計は対象件数に一致する。
table-flows-colours = 帯の色は「{ $dimension }」を示す。
association-head = 「{ $first }」と「{ $second }」の関連：{ $test }。対象{ $limit }：{ $base }件、{ $absent }。
association-test-spmi = SPMI検定（コードのペアごとに検定）
association-test-mmi = MMI検定（一方は取組ごとに1コード）
association-test-pearson = ピアソンのχ²検定（双方とも取組ごとに1コード）
association-include = コードのない取組は「いずれも該当しない」と数える
association-drop = 「{ $first }」か「{ $second }」の記載がない取組は除く
association-found = X² = { $statistic }（{ $shape }コード）、並べ替え検定（{ $draws }回）のp値：{ $p }。
association-found-no-draws = X² = { $statistic }（{ $shape }コード）。抽出回数が0のため検定していない。draws=1999を指定すること。
association-p-rao-scott = { $p }（ラオ・スコット：{ $statistic }、自由度{ $df }）
association-p-no-rao-scott = ラオ・スコットはなし（コードが互いを決めるため）
association-p-chi-square = { $p }（χ²、自由度{ $df }）
association-p-bootstrap = { $p }（ブートストラップ）
association-p-bonferroni = { $p }（{ $cells }セルのボンフェローニ補正）
association-passing = 全セルについて補正して（並べ替えのmaxT法）{ $level }水準を満たすセル：{ $cells }のうち{ $passing }。
association-passing-which = 全セルについて補正して（並べ替えのmaxT法）{ $level }水準を満たすセル：{ $cells }のうち{ $passing }：{ $which }。
association-reach = 満たすには残差が±{ $reach }を超える必要がある。
association-compared = 既発表の検定との比較のためのp値：{ $p-values }。
association-few = { $cells }セルのうち{ $few }セルは期待度数が{ $least }未満で、χ²の近似には少なすぎる。並べ替え検定はこの近似に基づかない。
association-withheld = { $cells }セルのうち{ $few }セルは期待度数が{ $least }未満で、χ²の近似には少なすぎるため、この近似に基づくp値（ラオ・スコット、χ²、ボンフェローニ）は示さない。
association-left-out = 全件に付く、または1件にも付かないため除いたコード：{ $codes }。
association-left-out-of = { $dimension }：{ $codes }
association-left-out-between = ；
association-parent = 一方がコードブックで他方の上位のコードであるため、定義により関連がある。
association-meaning = 取組は資料に挙がる全件であり、標本ではない。p値が小さいことは、コードを独立に割り当てた場合にこれほど強い偏りがめったに生じないことを意味する。ほかの資料、差の大きさ、原因については何も示さない。
agreement-note = 双方にある取組{ $both }件（{ $first }件と{ $second }件のうち）。α：クリッペンドルフのα（コードが複数ならMASI距離、一つなら名義距離）。all：片方だけの取組を不一致と数えた値。low、high：再抽出の95%が入る範囲。一致率：コードがすべて同じ取組の割合。{ $splitting }
agreement-splitting = 取組への分け方：{ $units }箇所のうち{ $share }が双方で同じ取組になる（偶然なら{ $chance }、α { $alpha }）。
agreement-undefined = どの取組も双方でコードが同じであるため、αは定まらない。
compare-head-change = 変更
compare-head-initiative-id = 取組
compare-head-dimension = 項目
compare-head-old = 旧
compare-head-new = 新
compare-head-change-number = 増減
compare-initiative-added = 取組の追加
compare-initiative-dropped = 取組の削除
compare-coding-added = コードの追加
compare-coding-dropped = コードの削除
compare-recoded = コードの変更
compare-basis = 根拠の種類の変更
compare-basis-stated = 明記
compare-basis-inferred = 判断
compare-times = { $what }{ $times }件
compare-unnamed = 取組{ $initiatives }件のデータ
compare-note = { $old }と{ $new }のコーディングの違い（取組はIDで対応付け）。
compare-found = 違い：{ $found }。
compare-nothing = 違いはない。
compare-finding = { $by }別では{ $cells }個の数が変わり、最大は{ $largest }
compare-subtitle = { $by }別の取組数：{ $old }と{ $new }、変わったもののみ
compare-cells-note = { $old }と{ $new }の{ $by }別の取組数。記載のない取組も含む。変わったセルのみを示し、一方にないコードは、そこでは0とする。
compare-move = { $label } { $old } → { $new }
compare-size = 規模
compare-all = { $dimension }
compare-stated = { $dimension }（明記のみ）
compare-line = { $head }：{ $moves }。
describe-dimension = 項目
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
describe-base = 取組数は、全{ $total }件{ $limit }のうち、そのコードが付いた取組の数。
dataset-untitled = データセット
dataset-version = { $title }、バージョン{ $version }
dataset-size = { $title }：取組{ $initiatives }件、コーディング{ $codings }件
dataset-codings = コーディング
dataset-dimension = 項目

## Charts

chart-cross = {" × "}
chart-mark = { $mark }: { $number }
chart-more = …ほか{ $more }件
chart-layer = { $layer }（対象{ $base }件）
chart-layer-weight = { $layer }（対象{ $base }）
flows-way = { $from } → { $to }
flows-way-of = { $from } → { $to }（{ $of }）
map-title = { $region }：{ $dimension }別の取組数
map-leader = { $leaders ->
    [1] 最も多く名前が挙がる国は{ $places }（{ $base }件中{ $number }件）
   *[other] 最も多く名前が挙がる国は{ $places }（{ $base }件中各{ $number }件）
}
map-spread = 対象国の過半は{ $regions }。国別の最多は{ $places }（{ $base }件中{ $leaders ->
    [1] {""}
   *[other] 各
}{ $number }件）
map-leader-region = { $leaders ->
    [1] { $region }で最も多く名前が挙がる国は{ $places }（{ $base }件中{ $number }件）
   *[other] { $region }で最も多く名前が挙がる国は{ $places }（{ $base }件中各{ $number }件）
}
map-groups = グループ・広域など
map-beyond = 地図の範囲外
map-beyond-many = ほか{ $count }は地図の範囲外
map-crowded = 地図に入りきらないもの
map-size = 円の面積：{ $measured }
map-inset = 枠内の拡大図
map-japan = 日本
map-place = { $name } { $number }
pairs-subtitle = { $dimension }×{ $dimension }のペア別の取組数{ $selection }{ $of }、複数該当あり
pairs-both = 両方に該当する取組
pairs-alone = それぞれに該当する取組の総数
pairs-never = ほかと一緒に現れないもの：{ $labels }
residuals-more = 期待値より多い
residuals-fewer = 期待値より少ない
residuals-passes = { $tests }組について補正して{ $level }水準を満たす
sets-exactly = この組合せだけの取組
sets-at-all = そのコードが付いた取組
squares-examples = { $number }　例：
squares-alone = { $number }件
squares-number = { $number }件（うち明記{ $stated }件）
examples = { $label }の例：
basis-stated = 明記
key-stated = 資料に明記
bars-gathered = { $text }：{ $codes }項目の計（棒は省略）
key-few = 薄い色：取組が{ $least }件未満
brief-rounded = 割合は四捨五入のため、合計が100%にならないことがある。
key-inferred = 文脈から判断
key-inferred-only = すべて判断（塗りは1件以上が明記）
key-all = 文脈からの判断を含む

## Files and displays

file-sheet = 表
file-sheet-note = 注
file-untitled = 表
members-inferred = { $locator }、判断
members-words = { $dimension }：{ $words }
members-marked = 【{ $text }】
members-column-initiative_id = 取組のID
members-column-name = 名称
members-column-summary = 概要
members-column-locators = 箇所
members-column-locator = 箇所
members-column-words = 根拠の語句
members-column-evidence = 根拠の語句
members-column-dimension = 項目
members-column-code = コード
members-column-basis = 根拠の種類
members-column-source_text = 資料の文
members-more = ほか{ $number }行は表にありますが、ここには表示していません。foip.save_tableではすべて保存されます。

# The workbook to code in (foip.template): heads of its first sheet, then step by step.
book-howto = 使い方
book-howto-title = このブックでのコーディングの手順
book-howto-steps = 手順
book-howto-columns = 列
book-howto-dimensions = 項目
book-step-initiatives = 1. initiatives（取組）
book-step-initiatives-text = 1行に取組を一つ書きます。取組とは、実施、支援、または予定されている一つの事柄で、固有の対象を持つものです。initiative_idには変わらない短い名前（palau-airportのように英小文字とハイフン）を、name_enには名称を書きます。
book-step-codings = 2. codings（コーディング）
book-step-codings-text = 1行にコーディングを一つ書きます。「この取組には、このコードが付く」という一件です。initiative_id、dimension、code、locatorは一覧から選びます。codeの一覧には、先に選んだdimensionのコードが並び、選ぶと隣に名称が出ます。手段が二つなら2行、一つのコードを二つの箇所が裏付けるときも2行です。
book-step-evidence = 3. evidence（根拠の語句）とbasis（根拠の種類）
book-step-evidence-text = evidenceには、コードの根拠となった語句を、印刷されたとおりに数語だけ写します。文は写しません。basisは、その語句だけでコードが決まるならstated（明記）、そのコードを示す見出しの下にあるならposition（位置）、文脈から判断したならinferred（判断）です。
book-step-units = 4. units（箇所）
book-step-units-text = 資料の番号付きの箇所です。誰でも同じ箇所に戻れるようにします。テキストから作ったブックにはすでに入っています。ないときは、箇条書き、段落、条文ごとに1行を書き、自分でlocatorを付けます。
book-step-codebook = 5. codebook（コードブック）
book-step-codebook-text = コードとその意味です。足りないコードは、同じdimensionの行の並びに1行を加えます。一覧にはすぐに出ます。
book-step-check = 6. 確認
book-step-check-text = foip check { $file } は、誤りのすべてをシート、行、列とともに示します。集計は foip.load("{ $file }") で始めます。二人でコーディングするときは、それぞれ自分の写しに書き、foip.agreement("a.xlsx", "b.xlsx") で比べます。
book-step-keep = 変えないもの
book-step-keep-text = シートの名前と、各シートの1行目です。見出しが括弧に入った列は覚え書きで、読み込まれません。自分用の列も同じように加えられます。セルは文字列なので、入力したものが日付に変わったり、0が消えたりすることはありません。
book-column-initiative_id = 取組の短い名前。変えない。
book-column-name = 取組の名称（{ $language }）。いずれかの言語で一つは要る。
book-column-summary = 何をするかを自分の言葉で書いた一文（{ $language }）。空欄可。
book-column-dimension = 何についてのコーディングか。下の項目から選ぶ。
book-column-code = 取組に付けるコード。
book-column-locator = 読み取った箇所。
book-column-evidence = 根拠の語句。印刷されたとおりに写す。
book-column-basis = 根拠の種類。stated、position、inferredのいずれか。
book-column-needed = { $text }必須。
book-label = （ラベル）
book-text = （本文）
book-many = { $many ->
    [one] 取組ごとに必ず一つ。
    [some] 取組ごとに一つ以上。
   *[any] 数は問わない。なくてもよい。
 }
book-refused = 一覧にありません
book-refused-text = 一覧から選んでください。足りないものは { $sheet } シートに加えます。

# The workbook of tables and data (foip.save_workbook).
book-contents = 目次
book-contents-sheet = シート
book-contents-shows = 内容
book-contents-note = 対象件数と注記
book-contents-selection = データの範囲：{ $selection }。
book-contents-initiatives = 取組。1行に1件。
book-contents-codings = コーディング。1行に1件（取組×項目×コード、箇所と根拠の語句を含む）。
book-contents-codebook = コードとその意味。1行に1コード。
book-contents-units = 資料の番号付きの箇所。
book-matrix = 0-1行列
book-contents-matrix = 1行に取組1件、1列に1コード。該当すれば1、しなければ0。取組はそれぞれ一度だけ現れるため、列の合計は重複を除いた取組数になる。複数の列の合計は取組数にならない。
book-kind = { $kind ->
    [members] 一覧
    [panel] 国別
    [codebook] コード
    [agreement] 一致度
    [changes] 変更
   *[other] { file-sheet }
 }
book-back = ← { book-contents }

## Slides

slide-title = 題
slide-text = 本文
slide-number = スライド番号
slide-what = 数えているものと対象
slide-source = 出典と注
slide-named = 取組の例
slide-place-what = 数えているものと対象
slide-place-source = 出典と注
slide-column-name = 取組
slide-column-summary = 内容
slide-column-words = 根拠の語句と記載箇所
slide-alternative = { $title }。{ $note }
slide-sheet-note = 注
slide-sheet-source = 出典
slide-sheet-call = 作成
slide-about = このスライドのグラフと表は編集できます。話す内容は各スライドのノートにあります。
slide-example = たとえば「{ $name }」です。{ $told }ものです。
slide-example-name = たとえば「{ $name }」です。
slide-part = { $title }（{ $part }/{ $parts }）
slide-also = もう一点、読み取れるのは次のことです。{ $claim }
slide-point = この資料から読み取れるのは、次のことです。{ $claim }
slide-several = 一つの取組が複数の行や列に入ることがあるため、合計は全体の件数を超えることがあります。
slide-part-of-all = これは全{ $total }件のうち{ $base }件についての数字です。残りの取組には記載がありません。
slide-stands = 資料に明記されたものだけを数えても、この点は変わりません。
slide-inferred = ただし、資料に明記されたものだけを数えると、この点は成り立ちません。文脈からの判断を含めた結果です。
slide-outlined = { $what }。枠のみの部分は{ $sides ->
    [1] { $either }がすべて判断
   *[other] 、どの取組も{ $either }が判断
 }
slide-few = { $what }。淡色は{ $least }件未満

## The explorer

explorer-page = データを調べる
explorer-untitled = 取組
explorer-about = 取組{ $initiatives }件、根拠{ $codings }行{ $version }。表を選び、数字を押すと、その取組と根拠の語句が表示されます。
explorer-about-file = 集計はすべてこのファイルの中で行われ、通信は不要です。
explorer-version = 、バージョン{ $version }
explorer-skip = 表へ移動
explorer-more = その他の設定
explorer-rows = 行
explorer-columns = 列
explorer-by = さらに分ける
explorer-by-none = 分けない
explorer-count = 数え方
explorer-count-initiatives = 整数カウント（各セルで1件）
explorer-count-fractional = 分数カウント（該当するコードに等分）
explorer-share = 表示
explorer-share-none = 件数
explorer-share-row = 行の割合
explorer-share-column = 列の割合
explorer-share-table = 全体に対する割合
explorer-of = 割合の分母
explorer-of-initiatives = 取組数
explorer-of-pairs = ペア数
explorer-order = 並べ方
explorer-order-codebook = コードブックの順
explorer-order-size = 多い順
explorer-chart = 図
explorer-chart-rows = 行の棒グラフ
explorer-chart-columns = 列の棒グラフ
explorer-chart-cells = 表の数値の棒グラフ
explorer-chart-heatmap = ヒートマップ
explorer-beyond = うち{ $number }件は「{ $dimension }」の{ $sure ->
    [yes] 明記
   *[no] 記載
 }がなく、表には含まれません。
explorer-no-layers = 表の数値の棒グラフは、層のある表では描けません。層をなくすか、ヒートマップを選んでください。
explorer-margins = 全体の行と列（重複を除いた取組数）
explorer-none = 記載のない取組も示す
explorer-absent = 該当0件の項目も表示
explorer-stated = 明記のみ（外すと判断も含む）
explorer-filter = 取組を絞り込む
explorer-filter-hint = 同じ項目の中ではいずれかに、項目の間ではすべてに該当する取組に絞り込みます。
explorer-seek = 分類項目を検索
explorer-sought = { $number ->
    [0] この語を含むコードはありません。
   *[other] { $number }項目が見つかりました
 }
explorer-ticked = { $number }件選択
explorer-remove = 絞り込みを外す：{ $text }
explorer-remove-all = 絞り込みをすべて外す
explorer-keys = 数字を押すと取組の一覧が表示されます。矢印キーで移動できます。空欄は0、色の濃いセルほど大きい値です。
explorer-sideways = 表は右に続きます。横にスクロールできます。
explorer-coded = 分類は、明文化した規則に従ってソフトウェア（言語モデル）が行ったもので、人は行っていません。
explorer-no-base = 対象がなく割合なし
explorer-no-codes = この絞り込みで表示できるコードがありません。絞り込みを外してください。
explorer-too-large = { $sizes }は{ $number }セルで、このページで集計できる{ $most }セルを超えるため、何も表示していません。コードの少ない項目を選ぶか、層をなくすか、該当のあるコードに限ってください。
explorer-too-large-to-show = この表は{ $number }セルで、このページで表示できる{ $most }セルを超えます。集計は済んでおり、CSVには全セルが入ります。
explorer-too-large-to-draw = { $rows }行・{ $columns }列はスライドに収まらないため、図は描いていません。該当のあるコードに限るか、コードの少ない項目を選んでください。
explorer-failed = ブラウザーがこの表を集計または描画できませんでした（{ $error }）。何も表示していません。小さい表を選ぶか、別のブラウザーをお試しください。
explorer-not-made = ブラウザーがファイルまたは文字列を作れませんでした（{ $error }）。表はそのままです。
explorer-done = { $finding }。{ $rows }行、{ $columns }列。
explorer-csv = 表をCSVで保存
explorer-png = 図をPNGで保存
explorer-svg = 図をSVGで保存
explorer-code = Pythonコード
explorer-saved = ブラウザーに{ $file }を渡しました。ブラウザーのダウンロード先に保存されます。
explorer-link = この画面のURLをコピー
explorer-copy = コピー
explorer-copied = コピーしました。
explorer-link-copied = コピーしました。#以降は、このファイルのどの複製でも使えます。
explorer-not-copied = ブラウザーがコピーを許可しませんでした。文字を選択してコピーしてください。
explorer-close = 閉じる
explorer-meanings = 分類項目の定義
explorer-list-csv = 一覧をCSVで保存
explorer-cell = { $names }：{ $value }
explorer-cell-names = {" × "}
explorer-behind = 取組{ $number }件
explorer-behind-share = { $value } = { $base }{ $unit }中{ $part }{ $unit }
explorer-behind-fractional = { $value }：各取組の1を、該当するペアに等分して足し合わせた値
explorer-unit-initiatives = 件
explorer-unit-pairs = 組
explorer-unit-fractional = （分数カウント）
explorer-words = 根拠の語句［記載箇所］
explorer-locators = 記載箇所
explorer-unknown-key = アドレスの「{ $key }」は、この画面の設定ではありません。設定：{ $allowed }。{ $close }
explorer-unknown-value = アドレスの「{ $key }」に「{ $value }」とありますが、使えるのは次のとおりです：{ $allowed }。{ $close }この指定は使いませんでした。
explorer-unknown-cell = アドレスのセル（{ $cell }）は、この表にありません。
explorer-close-match = 「{ $value }」のことですか。
explorer-no-basis = このデータには「basis」の列がないため、明記と判断を区別できません。
explorer-refused = ペア数に対する割合（of='pairs'）と分数カウント（count='fractional'）は同時に使えません。どちらかを選んでください。
explorer-meaning = { $dimension }：{ $label } –{" "}
explorer-language = 言語
explorer-script = このページの集計にはJavaScriptが必要です。
explorer-dataset-folder = このデータのフォルダー
explorer-dataset-explored = datasetは、いま調べているデータ

## The shell

shell-gallery = 図で見る、進化したFOIP
shell-gallery-contents = 目次
shell-gallery-source = 進化した「自由で開かれたインド太平洋」（FOIP）の概要資料（日本政府作成とみられるが未確認）に挙がる取組を、ソフトウェア（言語モデル）が規則に従って分類しました。人は分類していません。数えたのは挙げられた件数で、金額や実績ではありません。枠だけの部分は、文脈からの判断のみによるものです。塗りは、凡例に「資料に明記」とある図では明記のみ、「すべて判断」とある図では1件以上が明記であることを示します。凡例のない図の塗りは、明記と判断を区別しません。
shell-gallery-about-page = 図を押すと拡大します。スライドや印刷に使える図の一覧です。PNG・SVG・PDFは画像、CSVは図の数値、JSONは図の文言と、図の各部分に該当する取組です。
shell-gallery-decks = PowerPointで編集できるスライド：{ $links }
shell-gallery-explorer-page = 絞り込み、集計、根拠の語句の確認（Python不要）：{ $links }
shell-gallery-explorer-name = データを調べるページ
shell-gallery-question-what-is-in-the-data = 資料は何を挙げているか
shell-gallery-question-which-tools-for-which-regions = どの地域に、どの手段・セクターで取り組むか
shell-gallery-question-which-partners-for-which-priorities = 誰と、どの手段で取り組み、どう書かれているか
shell-gallery-question-which-places-and-how = どの国・地域に向けた、何のための取組か
shell-gallery-question-which-tools-go-together = どの手段が組み合わされるか
shell-gallery-question-how-sure-are-we = どこまで資料に明記されているか
shell-gallery-question-what-the-document-does-not-say = 資料に書かれていないことは何か
shell-gallery-question-would-another-coder-agree = 別の目で読んでも同じか
shell-gallery-searchable = SVG（文字検索可）
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
site-accessibility = 読みやすさの点検
site-cost = 計算の速さ
site-large = 大きなデータ
site-contributing = 変更するには
site-changelog = 変更の記録
site-more = その他
site-explorer = データを調べる

site-initiatives-title = 取組一覧
site-initiatives-about = { $count }件の取組を資料の順に並べています。各コードには、根拠とした資料中の語句と、その箇所を付けています。
site-inferred = 判断
site-codebook-about = 各コードの意味と、{ $count }件の取組のうち該当する件数です。件数を開くと取組の名称が表示されます。
site-code = コード
site-label = ラベル
site-meaning = 定義
site-include = 含める：
site-exclude = 含めない：
site-count = 取組数
site-codes-one = 各取組に必ず一つ付きます。
site-codes-some = 各取組に一つ以上付きます。
site-codes-any = 一つも付かない取組も、複数付く取組もあります。
site-parent = 各コードは［{ $dimension }］のいずれかに属します。
site-none = 記載なし：{ $total }件中{ $count }件。
site-unit = 件の取組

## The shipped dataset: overview, deck, citation

overview-title-alone = { $total }件の取組
overview-subtitle = { $total }{ $selection }（棒は判断を含む）。複数該当あり
overview-abroad = 国外の{ $label }
overview-panel = { $label }（{ $part ->
    [all] 全{ $base }件
   *[some] 確認できる{ $base }件
 }）
overview-rest = ほか{ $count }項目（各{ $most }件以下）
overview-note = コードが複数ある取組は各コードで1件と数えるため、合計は対象件数を超えることがある。
deck-opening = 進化した「自由で開かれたインド太平洋」（FOIP）
deck-term-mda = 海洋状況把握
deck-opening-what = 概要資料に挙がる**{ $total }件の取組**を数える
deck-opening-source = 出典は日本語の短い概要資料で、本文のほかに独自の地図があり、地図にも取組が載る。発行者も日付も記されておらず、日本政府のものとみられるが未確認。分かるのは何が挙げられているかであり、支出や実績ではない。
deck-opening-coded = 分類はソフトウェア（言語モデル）が規則に従って行い、人は行っていない。
deck-opening-maker = { $maker }、{ $year }年　データのバージョン{ $version }
deck-opening-point = 「自由で開かれたインド太平洋」、FOIPは、法の支配に基づく開かれた地域を目指し、日本が2016年に提唱した構想です。本日は、その進化したFOIPの短い概要資料をご紹介します。資料の本文と、資料独自の地図を合わせて{ $total }件の取組が挙がっており、これを1件ずつ数えました。
deck-opening-care = 初めにお断りしておきます。お話しするのは、資料に書かれたことをソフトウェアが読み取った結果で、支出や実績は分かりません。発行者も日付も記されておらず、内容から日本政府のものとみられますが、確認は取れていません。
deck-opening-bridge = では、この数え方はどこまで信頼できるのでしょうか。
deck-opening-asked = （問）短い資料を数える意味は何か。（答）構想の中身が、対象国・地域や手段を伴う個々の取組として示されています。すべて数えれば、都合のよい例だけを引かずに済みます。（問）この集計の作成者は誰か。（答）公開プロジェクトの参加者で、日本政府を含め、どの政府の刊行物でもありません。（問）これまでのFOIPと何が違うのか。（答）資料には、従来のFOIPとの比較は示されていません。（問）中国を念頭に置いたものか。（答）資料に中国への言及はなく、資料にないものは加えていません。
deck-foot = 出典：「自由で開かれたインド太平洋」の概要資料をソフトウェアが分類（{ $maker } { $year }、バージョン{ $version }、CC BY 4.0）
deck-short-osa = OSA：政府安全保障能力強化支援（同志国の軍などを対象とする、無償による資金協力の枠組み）。
deck-short-oda = ODA：政府開発援助（名の挙がるもののみ）。
deck-short-adb = ADB：アジア開発銀行。
deck-short-eu = EU：欧州連合。
deck-short-asean = ASEAN：東南アジア諸国連合。
deck-short-mda = 海洋状況把握：海で何が起きているかを把握すること。
deck-asked = 【想定問答】{ $answer }
named-comma = 、
named-last = { $first }、{ $last }
deck-trust = 記録した{ $all }項目のうち{ $stated }項目は資料に明記され、{ $inferred }項目はソフトウェアの判断による
deck-trust-what = 項目とは、{ $total }件の取組について記録した対象国などの一つ一つ。帯は割合、数字は項目数
deck-trust-terms = テーマ：重点分野の中の見出し。手段：取組の方法。本文の表現：動詞{ $silent ->
    [0] 。
   *[other] （地図のみの{ $silent }件を除く）。
 }
deck-trust-point = ソフトウェアは、明文化した規則に従って資料を読み、取組ごとに手段、対象国・地域、連携相手、重点分野など、合わせて{ $all }項目を記録しました。このうち{ $stated }項目は、資料の文言か見出しに根拠があります。これを「明記」と呼びます。残る{ $inferred }項目は、ソフトウェアが文脈から判断したものです。
deck-trust-example = たとえば「{ $name }」は地図だけに載っており、どの重点分野に入るかは書かれていません。ソフトウェアが取組の内容から判断しました。
deck-trust-care = 判断が多いのは重点分野とテーマですので、その数字は慎重にご覧ください。以下の主な結果では、判断を除いた件数も併せて申し上げます。
deck-trust-bridge = 以上を踏まえて、資料の中身に入ります。何についての取組が多いのでしょうか。
deck-trust-asked = （問）データの説明文では「明記」の割合がもっと低いが、なぜか。（答）そこでは見出しを含めず、根拠の箇所ごとに数えています。この発表では、「明記」をこのスライドで説明した意味でのみ使います。explorer.htmlの{ $codings }行も、根拠の箇所ごとに数えたものです。
deck-priorities = { $near ->
    [yes] { $total }件中{ $most }件が{ $first }に関わる。明記のみでは{ $most-stated }件で、次に多い{ $stated }件との差は小さい
   *[no] { $total }件中{ $most }件が{ $first }に関わり、明記のみの{ $most-stated }件でも最も多い
 }
deck-priorities-turned = { $total }件中{ $most }件が{ $first }に関わるが、明記のみでは最多ではない
deck-priorities-areas = 経済基盤はAI・データ、エネルギー、重要物資。成長とルールは企業、連結性、ルール。安全保障は海洋、防衛、サイバー。
deck-priorities-what = { $total }件の取組の重点分野：本文の見出しに明記されたものと、地図のみに載るため判断したもの
deck-priorities-second = { $level ->
    [yes] 他の二つはほぼ同数：{ $second }は明記{ $stated }件・計{ $all }件、{ $third }は明記{ $stated-third }件・計{ $all-third }件。この程度の差で順位は付けない。
   *[no] 2番目は判断の扱いで変わる：{ $second }は明記{ $stated }件・計{ $all }件、{ $third }は明記{ $stated-third }件・計{ $all-third }件。
 }
deck-priorities-point = 重点分野は三つあります。{ $total }件のうち{ $most }件は{ $first }に関わる取組で、うち{ $most-stated }件は本文の見出しに明記されています。他の二つは、明記されたものだけなら、{ $second }が{ $stated }件、{ $third }が{ $stated-third }件、判断を含めると、{ $second }が{ $all }件、{ $third }が{ $all-third }件です。{ $level ->
    [yes] ほぼ同数とみて、順位は付けません。
   *[no] {""}
 }
deck-priorities-turned-point = 重点分野は三つあります。{ $total }件のうち{ $most }件は{ $first }に関わりますが、これは判断を含めた数です。明記のみでは、{ $second }は{ $stated }件、{ $third }は{ $stated-third }件です。
deck-priorities-care = ご留意いただきたい点が二つあります。{ $inferred }件は地図だけに載るため、重点分野は判断によります。また、件数は挙げられた回数であり、金額や重要さではありません。{ $near ->
    [yes] { $most-stated }件と{ $stated }件の差にも、大きな意味はありません。
   *[no] {""}
 }
deck-priorities-bridge = では、日本はどのような手段を用いるのでしょうか。
deck-priorities-asked = （問）三つの重点分野の内容は何か。（答）第一はエネルギーや重要物資を含む、AI・データ時代の経済の基盤づくり、第二は官民がともにつくる成長と、ルールの共有、第三は安全保障面での連携です。
deck-tools = OSAの{ $osa }件はすべて安全保障、共同研究の{ $research }件はすべて経済基盤に関わる
deck-tools-what = { $total }件の取組の手段（複数該当あり）
deck-tools-sure = 手段・重点分野とも明記のものでも、OSAは{ $osa-security-stated }件すべて、共同研究は{ $research-economy-stated }件すべて。
deck-tools-point = 一つの重点分野にだけみられる手段があります。政府安全保障能力強化支援、OSAを手段とする{ $osa }件は、すべて安全保障に関わります。一方、共同研究の{ $research }件はすべて経済基盤に関わります。明記されたものに限ると{ $osa-security-stated }件と{ $research-economy-stated }件で、やはりすべてが該当します。
deck-tools-care = ただし、いずれも件数はわずかです。政府開発援助、ODAは{ $oda }件（判断を除くと{ $oda-stated }件）で、いずれも安全保障に関わりますが、ODAがすべて安全保障向けという意味ではありません。ODAと明記されていない融資や施設整備は、別の棒に入れています。
deck-tools-named = OSAの例：{ $names }
deck-tools-bridge = 目的は、地域によっても変わるのでしょうか。
deck-tools-asked = （問）OSAは定義上、安全保障のためのものではないか。（答）ご指摘のとおりです。注目していただきたいのは、ほかの手段です。安全保障の{ $security }件のうちOSAを手段とするものは{ $osa-security }件で、共同研究や民間企業の事業展開を手段とするものは{ $civil-security ->
    [0] 1件もありません
   *[other] { $civil-security }件です
 }。（問）OSAの{ $osa }件とは何か。（答）{ $which }です。{ $aid ->
    [none] {""}
   *[other] （問）ODAは。（答）{ $aid }です。
 }{ $inferred ->
    [0] {""}
   *[other] ＊は、地図にODAとOSAが並べて書かれ、どちらか分からないものです。
 }
deck-regions = 安全保障に関わる取組は太平洋島しょ国向けで{ $pacific }件中{ $pacific-security }件、東南アジア向けで{ $asia }件中{ $asia-security }件
deck-regions-what = 帯は重点分野の割合、数字は件数。対象国・地域を確認できる{ $placed }件のうち、5件以上の地域（複数該当あり）
deck-regions-sure = 判断を除くと、太平洋島しょ国は{ $pacific-stated }件中{ $pacific-security-stated }件、東南アジアは{ $asia-stated }件中{ $asia-security-stated }件{ $turned ->
    [yes] （最多は「{ $leader }」の{ $leading }件）
   *[no] {""}
 }。
deck-regions-named = 太平洋島しょ国の安全保障の例：{ $names }
deck-regions-point = 重点分野の構成は、地域によって異なります。太平洋島しょ国向けの{ $pacific }件のうち{ $pacific-security }件は安全保障に関わります。東南アジア向けでは{ $asia }件のうち{ $asia-security }件にとどまり、ほかは経済基盤か「成長とルール」に関わる取組です。
deck-regions-care = 重点分野も対象国・地域も明記されたものに限ると、太平洋島しょ国向けは{ $pacific-stated }件中{ $pacific-security-stated }件、東南アジア向けは{ $asia-stated }件中{ $asia-security-stated }件で、差は縮まります。太平洋島しょ国向けは件数が少なく、2、3件増減するだけで割合が大きく変わります。
deck-regions-bridge = その{ $pacific-security }件の内訳を、次のスライドでご覧いただきます。
deck-regions-asked = （問）ほかの地域はどうか。（答）欧州、中南米、インド太平洋全体など一つの地域に収まらないものは、いずれも5件未満で、割合を語るには少なすぎるため省きました。グループとしてのASEANは、東南アジアに含めています。
deck-names = { $region }向けの{ $priority }の取組は、次の{ $number }件
deck-names-what = 資料の掲載順。{ $alone }件は{ $region }のみ、ほかは別の地域も対象とする{ $inferred ->
    [0] {""}
   *[other] 。＊は判断を除くと該当しないもの
 }
deck-names-starred = { $name }＊
deck-names-why = 「{ $name }」では{ $what }
deck-names-point = 該当する{ $number }件は、ご覧のとおりです。施設を造るもの、装備を供与するもの、能力を高めるものがあり、性格はさまざまです。{ $alone }件はこの地域だけを対象とします。どの取組も、根拠となる資料の語句を一つずつ確かめられます。{ $inferred ->
    [0] {""}
   *[other] ＊を付けた{ $inferred }件は、判断を除くと外れます。判断によるのは、{ $why }です。
 }
deck-names-care = 本文の動詞は「実施」「決定」「推進」「予定」などで、地図だけに載る取組に動詞はなく、説明はデータの作成者によるものです。引渡しや完成については書かれていません。
deck-names-bridge = 次に、地図で全体をご覧いただきます。
deck-names-asked = （問）海洋状況把握とは何か。（答）違法漁業や密輸に備え、衛星などで海洋の状況を把握することです。（問）空港がなぜ安全保障なのか。（答）資料がその見出しの下に置いているためです。
deck-places = { $level ->
    [yes] { $first }（{ $most }件）と{ $second }（{ $more }件）が、ほぼ同数で上位に並ぶ
   *[no] 最も多く挙がるのは{ $first }と{ $second }（{ $placed }件中{ $most }件と{ $more }件）
 }
deck-places-what = 対象国・地域を確認できる{ $placed }件（全{ $total }件中、複数該当あり）。資料の地図とは別に作成。明記のみでは{ $even ->
    [yes] ともに{ $stated }件
   *[no] { $first }が{ $stated }件、{ $second }が{ $stated-more }件
 }
deck-places-mind = 円は取組の件数で、金額ではない。{ $first }全体や太平洋島しょ国全体への取組は右の一覧に示し、各国には加えていない。
deck-places-point = この地図は資料のものではなく、資料の本文と地図に挙がる対象国・地域を数えたものです。最も多いのは{ $region }向けの取組です。{ $first }は{ $most }件、{ $second }は{ $more }件、明記されたものに限れば、{ $even ->
    [yes] ともに{ $stated }件
   *[no] { $first }が{ $stated }件、{ $second }が{ $stated-more }件
 }です。{ $level ->
    [yes] 差はわずかで、ほぼ並んでいます。
   *[no] {""}
 }
deck-places-care = グループは一つの対象として数え、{ $first }全体や太平洋島しょ国全体への取組を各国に加えてはいません。また、{ $total }件中{ $nowhere }件には対象国・地域の記載がなく、ほかに{ $unsure }件は判断によります。
deck-places-bridge = では、日本は誰とともに取り組むのでしょうか。
deck-places-asked = （問）載っていない国があるのはなぜか。（答）ここにあるのは、資料が取組の対象として挙げた国・地域だけです。挙がっていないことは、その国との関係を示すものではありません。米国や豪州は、次のスライドに連携相手として出てきます。この地図は国境を描いておらず、領土に関する立場を示すものではありません。
deck-partners = { $level ->
    [yes] 国外の連携相手を確認できる取組は{ $total }件中{ $abroad }件のみ。{ $first }（{ $most }件）と{ $second }（{ $more }件）がほぼ同数で多い
   *[no] 国外の連携相手を確認できる取組は{ $total }件中{ $abroad }件のみ。多いのは{ $first }（{ $most }件）と{ $second }（{ $more }件）
 }
deck-partners-what = 国外の連携相手を確認できる{ $abroad }件（全{ $total }件中、複数該当あり。判断を除くと{ $abroad-stated }件）
deck-partners-point = この資料では、連携相手の記載がない取組が大半です。連携相手を確認できるのは{ $total }件中{ $partnered }件で、国外の相手に限ると{ $abroad }件です。多く挙がるのは{ $first }の{ $most }件と{ $second }の{ $more }件ですが、数が少なく、相手国の順位とはいえません。
deck-partners-care = { $partnered }件のうち{ $inferred }件の連携相手は判断によります。支援を受けるだけの国は数えていません。また、短い概要資料ですので、記載がないからといって、日本だけで行うとは限りません。
deck-partners-bridge = 読み方にも注意が要ります。この資料の本文と地図は、内容が一致していないためです。
deck-partners-once = 各1件：{ $names }。
deck-partners-home = 国内など（国籍の記載がない企業を含む）：{ $names }。
deck-partners-many = { $name }（{ $number }件）
deck-partners-asked = （問）並んだ名称は何らかの立場を示すのか。（答）資料の表記のままで、国や地域の地位に関する立場を示すものではありません。{ $taiwan ->
    [none] {""}
   *[other] （問）台湾とは何を行うのか。（答）{ $taiwan }です。
 }{ $firm ->
    [none] {""}
   *[other] （問）{ $first }との安全保障の取組は何か。（答）{ $firm }です。
 }（問）図の相手のうち明記されたものは何件か。（答）{ $sure }です。（問）各名称の意味は何か。（答）「企業」は、日本の企業か、外国企業と明記されていない企業です。シンガポール科学技術庁はA*STAR、産総研は産業技術総合研究所、ラピダスは日本の半導体企業です。
deck-mention = 資料の本文と地図の両方に載る取組は{ $total }件中{ $both }件のみ
deck-mention-what = { $total }件の取組が資料のどこに載るか（重点分野別）
deck-mention-named = 例：本文のみは「{ $written }」、地図のみは「{ $mapped }」。
deck-mention-point = この資料は本文と地図からなり、両方に載る取組は{ $both }件です。資料の地図だけを見れば、本文だけに載る{ $text }件を見落とします。本文だけを読めば、地図だけに載る{ $map }件を見落とします。
deck-mention-care = 資料の地図にあるのは短い語句で、文も見出しもありません。そのため、地図だけに載る{ $map }件の重点分野は判断によるもので、どの程度固まった取組かも分かりません。取組の説明は、データの作成者が付けたものです。
deck-mention-bridge = では、本文の取組はどの程度固まったものとして書かれているのでしょうか。
deck-mention-asked = （問）本文と地図のどちらが重要か。（答）資料には書かれていません。なぜ違うのかも書かれておらず、その違いから新たな計画や後退を読み取ることはできません。
deck-status = 本文に載る{ $spoken }件のうち「決定」とされたのは{ $decided }件のみで、すべて安全保障に関わる
deck-status-what = { $total }件の取組（本文の動詞・重点分野別）{ $silent ->
    [0] {""}
   *[other] 。動詞あり{ $spoken }件、地図のみの{ $silent }件は動詞なし
 }
deck-status-named = 「決定」：{ $names }
deck-status-mind = 動詞は本文の言葉。並び順は進み具合を示さない。「実施・支援」は引渡しや完成を意味しない。
deck-status-point = 本文が「決定」とする取組は{ $decided }件で、いずれも安全保障に関わります。判断を除いても{ $all-stated ->
    [yes] { $decided-security-stated }件のまま
   *[no] { $decided-security-stated }件
 }です。ほかの取組は、実施、支援、実証、推進、予定などと書かれています{ $unsure ->
    [0] {""}
   *[other] （うち{ $unsure }件は判断）
 }。
deck-status-example = 具体的には、{ $names }です。
deck-status-care = { $decided }件と数は少なく{ $passages ->
    [1] 、しかも本文の同じ箇所に並んでいま
   *[other] {""}
 }す。また、動詞は実績を示すものではなく、「実施・支援」が「決定」より進んでいるとは限りません。引渡しが確かめられたものはありません。{ $silent }件は資料の地図だけに載り、動詞がありません。
deck-status-bridge = まとめの前に、どう数えたか、何が分からないかをお話しします。
deck-status-asked = { $unsure ->
    [0] {""}
   *[other] （問）判断によるものはどれか。（答）{ $unsure-names }です。
 }（問）時期や規模はどうか。警備艇は引き渡されたのか。（答）資料には書かれておらず、政府に確かめる必要があります。（問）どのような手段か。（答）{ $by-osa ->
    [all] { $decided }件ともOSAによるものです。
   *[some] { $decided }件のうちOSAによるものは{ $decided-osa }件です。
 }
deck-method = この数字が示すのは挙げられた件数であり、金額や実績ではない
deck-method-1 = **取組**：資料が挙げる、固有の対象を持つ一つの事業や施策。全{ $total }件。手段、対象国・地域、連携相手が複数あれば、それぞれで1件と数える。
deck-method-2 = **分類**：規則に従ってソフトウェアが行い、人は行っていない。同種のソフトウェアに、結果を見せずに改めて2回行わせたところ、共通する{ $compared }件中{ $alike }件で、2回の分類がすべて一致した。示した結果はその2回との違いを踏まえて修正したもので、結果が近くても独立した裏付けにはならない。
deck-method-3 = **規模は分からない**：金額は書かれておらず、数量や日付もほとんどない。
deck-method-4 = **実績は分からない**：資料に挙がっていても、実施されたとは限らない。資料にない取組は含まない。
deck-method-5 = **小さな差は意味を持たない**：{ $total }件のうち2、3件の差は、取組の区切り方によっても生じる。{ $partner-level ->
    [yes] { $partner-first }（{ $partner-most }件）と{ $partner-second }（{ $partner-more }件）はほぼ同数とみる。
   *[no] {""}
 }
deck-method-point = 固有の対象を持つ一つの事業や施策を1件の取組とし、図では、該当する行のそれぞれで1件と数えました。
deck-method-example = たとえば「{ $name }」の手段は{ $means }で、手段のグラフでは複数の行に入りますが、取組としては1件です。
deck-method-care = どこまで信頼できるのか、というご質問があるかもしれません。同種のソフトウェアに、規則と資料だけを渡して改めて2回分類させました。その2回の結果を比べると、共通する{ $compared }件のうち{ $alike }件で分類がすべて一致しました。お見せした結果は、その2回との違いを踏まえて修正したものですので、2回の結果に近くても、正しさの裏付けにはなりません。規則はこの資料を見ながら作られ、いずれも同種のソフトウェアですので、同じ誤りを共有している可能性があります。
deck-method-bridge = では最後に、要点をまとめます。
deck-method-asked = （問）どのソフトウェアか。（答）3回とも言語モデルで、どのモデルかは記録されていませんが、与えた規則は公開しています。（問）より確かにする方法はあるか。（答）二人の人が同じ規則で分類し、結果を比べることです。
deck-close = { $total }件中{ $economy }件が経済基盤、太平洋島しょ国向けは{ $pacific }件中{ $pacific-security }件が安全保障
deck-close-turned = 要点と、分からないこと、確かめ方
deck-close-area = **重点分野**：{ $total }件中{ $economy }件が経済基盤に関わる（判断を除くと{ $economy-stated }件、安全保障は{ $security-stated }件）。
deck-close-tool = **手段**：政府安全保障能力強化支援（OSA）の{ $osa }件はすべて安全保障に、共同研究の{ $research }件はすべて経済基盤に関わる（判断を除いても{ $osa-security-stated }件、{ $research-economy-stated }件のすべて）。
deck-close-region = **地域**：安全保障に関わる取組は、太平洋島しょ国向けで{ $pacific }件中{ $pacific-security }件、東南アジア向けで{ $asia }件中{ $asia-security }件（判断を除くと{ $pacific-stated }件中{ $pacific-security-stated }件と{ $asia-stated }件中{ $asia-security-stated }件）。
deck-close-parts = **本文と地図**：両方に載る取組は{ $total }件中{ $both }件のみ。併せて読む必要がある。
deck-close-plain = **要点**：{ $claim }
deck-close-unknown = **分からないこと**：金額、実績、資料にない取組、発行者と日付。
deck-close-check = **確かめ方と引用**：このスライドと併せて配るexplorer.htmlで、どの数字からも該当する取組と根拠の語句をたどれる。{ $data }
deck-close-point = { $total }件のうち{ $economy }件が経済基盤に関わります。判断を除くと{ $economy-stated }件で、安全保障は{ $security-stated }件です。一つの重点分野にだけみられる手段があります。太平洋島しょ国向けの取組は、東南アジア向けに比べて安全保障の割合が高くなっています。そして、資料に何が挙がっているかを知るには、本文と地図を併せて読む必要があります。
deck-close-turned-point = 要点は以上です。資料に何が挙がっているかを知るには、本文と地図を併せて読む必要があります。一方だけでは全体像をつかめません。
deck-close-example = 一つだけ挙げるなら「{ $name }」です。太平洋島しょ国も対象とし、本文と地図の両方に載っているため、書きぶりを見比べられます。
deck-close-care = 金額や実績についてのご質問には、この資料からはお答えできません。また、この数字で日本にとっての重要さを順位付けることもできません。
deck-close-bridge = どの数字も、根拠となる資料の語句までたどれます。ご清聴ありがとうございました。ご質問をお受けします。
deck-close-asked = （問）数字はどう引用すればよいか。（答）このスライドの最後の項目をお使いください。数字はバージョンによって変わりうるため、バージョンも書かれています。（問）原資料はどこにあるか。（答）公開データには原資料を収めておらず、根拠の語句だけを引いています。
cite-number = { $what }：{ $number }。
cite-nothing = { $what }：対象となる取組がなく、割合はない。
cite-share = { $base }件中{ $number }件（{ $share }）
cite-inferred = うち{ $number }件は文脈からの判断による。
cite-reference = { $reference }{" "}
cite-call = 作成：{ $call }。
cite-date = 参照日：{ $date }。
