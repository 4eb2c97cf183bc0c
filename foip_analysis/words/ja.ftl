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
table-source-credit = { $source }・{ $credit }
brief-full = { $label }：{ $name }
brief-between = 、
brief-inference = 明記：語句または見出しで決まるもの。判断：コーダーが判断したもの。
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
finding-inference-turns = 明記のみでは{ $first }（{ $more }件）が{ $second }（{ $less }件）を上回る。判断を含めると{ $then ->
    [level] 同数（各{ $first-all }件）
   *[behind] 逆転する（{ $first-all }件と{ $second-all }件）
 }
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
finding-several = 「{ $dimension }」を複数持つ取組は{ $base }件中{ $many }件
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
claim-repeated = {""}
claim-share-other = { $subject }では{ $part }（{ $base }件中{ $number }件）
claim-part = { $which }取組の{ $part }（{ $base }件中{ $number }件）が{ $predicate }
claim-pair = 最も多い組合せは{ $first }と{ $second }（{ $which }取組{ $base }件中{ $number }件）
claim-level = { $codes }が同数で並ぶ（{ $which }取組{ $base }件中各{ $number }件）
claim-which = { $dimension }の記載がある
claim-exactly = { $part }
claim-about = 約{ $part }
claim-nearly = { $part }近く
claim-all-of = すべて
claim-none-of = なし
claim-part-1-10 = 10分の1
claim-part-1-6 = 6分の1
claim-part-1-5 = 5分の1
claim-part-1-4 = 4分の1
claim-part-1-3 = 3分の1
claim-part-2-5 = 4割
claim-part-1-2 = 半数
claim-part-3-5 = 6割
claim-part-2-3 = 3分の2
claim-part-3-4 = 4分の3
claim-part-4-5 = 8割
claim-part-5-6 = 6分の5
claim-part-9-10 = 9割

title-plain = { $by }別{ $measure }{ $limit }
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
subtitle-alone = { $part ->
    [all] 全{ $total }件
   *[some] { $total }件中{ $base }件
 }{ $how }
subtitle-base = （{ $part ->
    [all] 全{ $total }件
   *[some] { $total }件中{ $base }件
 }）
subtitle-range = { $what }{ $of }
subtitle-range-base = （{ $total }件中{ $bases }件）
subtitle-range-inference = { $by }別の取組数{ $limit }：明記のみと、判断を含めたもの
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
map-title = { $region }：{ $dimension }別の取組数
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

# The workbook to code in (foip.template): heads of its first sheet, then step by step.
book-howto = 使い方
book-howto-title = このブックでのコード付けのしかた
book-howto-steps = 手順
book-howto-columns = 列
book-howto-dimensions = 項目（次元）
book-step-initiatives = 1. initiatives（取組）
book-step-initiatives-text = 1行に取組を一つ書きます。取組とは、実施、支援、予定されている一つの事柄で、それ自身の対象を持つものです。initiative_idには変わらない短い名前（palau-airportのように英小文字とハイフン）を、name_enには名称を書きます。
book-step-codings = 2. codings（コード付け）
book-step-codings-text = 1行に判断を一つ書きます。「この取組にはこのコードが付く」という判断です。initiative_id、dimension、code、locatorは一覧から選びます。codeの一覧には、先に選んだdimensionのコードが並び、選ぶと隣にその名称が出ます。手段が二つなら2行、一つのコードを二つの箇所が裏付けるときも2行です。
book-step-evidence = 3. evidence（根拠）とbasis（区分）
book-step-evidence-text = evidenceには、コードの決め手になった語句を、印刷されたとおりに数語だけ写します。文は写しません。basisは、その語句だけでコードが決まるならstated、そのコードを示す見出しの下にあるならposition、判断して決めたならinferredです。
book-step-units = 4. units（箇所）
book-step-units-text = 文書の番号付きの箇所です。誰でも同じ場所に戻れるようにします。テキストから作ったブックにはすでに入っています。ないときは、箇条書き、段落、条文ごとに1行を書き、自分でlocatorを付けます。
book-step-codebook = 5. codebook（コード表）
book-step-codebook-text = コードとその意味です。足りないコードは、同じdimensionの行の並びに1行を加えます。一覧にはすぐに出ます。
book-step-check = 6. 確認
book-step-check-text = foip check { $file } は、誤りのすべてをシート、行、列とともに示します。集計は foip.load("{ $file }") で始めます。二人でコードを付けるときは、それぞれ自分の写しに書き、foip.agreement("a.xlsx", "b.xlsx") で比べます。
book-step-keep = 変えないもの
book-step-keep-text = シートの名前と、各シートの1行目です。見出しが括弧に入った列は覚え書きで、読み込まれません。自分の列もそのように加えられます。セルは文字列なので、入力したものが日付になったり、末尾の0が消えたりすることはありません。
book-column-initiative_id = 取組の、変わらない短い名前。
book-column-name = 取組の名称（{ $language }）。
book-column-summary = 何をするかを自分の言葉で書いた一文（{ $language }）。空欄でもよい。
book-column-dimension = 何についての判断か。下の項目のどれか。
book-column-code = 取組に付くコード。
book-column-locator = 読み取った箇所。
book-column-evidence = 決め手になった語句。印刷されたとおりに。
book-column-basis = stated、position、inferredのどれか。
book-column-needed = { $text }必須。
book-label = （ラベル）
book-text = （本文）
book-many = { $many ->
    [one] 取組ごとにコードは必ず一つ。
    [some] 取組ごとにコードは一つ以上。
   *[any] コードの数は問わず、なくてもよい。
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
book-contents-codings = コード付けの判断。1行に一つ（取組×項目×コード、箇所と決め手の語句を含む）。
book-contents-codebook = コードとその意味。1行に一つ。
book-contents-units = 出典の番号付きの箇所。
book-matrix = 0-1行列
book-contents-matrix = 1行に取組1件、1列にコード一つ。そのコードがあれば1、なければ0。取組はそれぞれ一度だけ現れるので、列の和は重複のない取組の件数になる。複数の列の和は件数にならない。
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
slide-foot-between = {"　"}
slide-alternative = { $title }。{ $note }
slide-about = このスライドのグラフと表は編集できます。話す内容は各スライドのノートにあります。
slide-example = 例：{ $name }。{ $summary }
slide-example-name = 例：{ $name }。
slide-part = { $title }（{ $part }/{ $parts }）
slide-also = ほかの要点：{ $claim }
slide-point = 要点：{ $claim }
slide-several = 注意：複数該当があります。1つの取組を複数の行や列に数えるため、合計は全体の件数を超えることがあります。
slide-part-of-all = 注意：全{ $total }件のうち{ $base }件についての数字です。残りの取組には記載がありません。
slide-stands = 資料に明記されたものだけを数えても、この点は変わりません。
slide-inferred = 注意：資料に明記されたものだけを数えると、この点は成り立ちません。判断によるコーディングを含めた結果です。

## The explorer

explorer-page = データを調べる
explorer-untitled = 取組
explorer-about = 取組{ $initiatives }件、コード付け{ $codings }件{ $version }。
explorer-about-file = 集計はすべてこのファイルの中で行い、通信は不要です。
explorer-version = 、版 { $version }
explorer-skip = 表へ移動
explorer-more = その他の設定
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
explorer-chart = 図
explorer-chart-rows = 行の棒グラフ
explorer-chart-columns = 列の棒グラフ
explorer-chart-cells = 表の数値の棒グラフ
explorer-chart-heatmap = ヒートマップ
explorer-beyond = うち{ $number }件は「{ $dimension }」の言及がないため、この図だけに含まれ、表には入りません。
explorer-no-layers = 表の数値の棒グラフは、層のある表では描けません。層をなくすか、ヒートマップを選んでください。
explorer-margins = 全体の行と列（取組数、和ではない）
explorer-none = 言及のない取組も示す
explorer-absent = 該当のないコードも示す
explorer-stated = 明記されたコードのみ（判断によるものを除く）
explorer-filter = 取組を絞り込む
explorer-filter-hint = 同じ項目の中ではいずれか、項目の間ではすべてを満たす取組。
explorer-seek = コードを検索
explorer-sought = { $number ->
    [0] この語を含むコードはありません。
   *[other] { $number }件見つかりました
 }
explorer-ticked = { $number }件選択
explorer-remove = 絞り込みを外す：{ $text }
explorer-remove-all = 絞り込みをすべて外す
explorer-keys = 数字を押すと取組の一覧を表示。矢印キーで移動できます。空欄は0、色の濃いセルほど大きい値です。
explorer-sideways = 表は右に続きます。横にスクロールできます。
explorer-coded = コード付けは、書かれた規則に従ってソフトウェア（言語モデル）が行ったもので、人は行っていません。
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
explorer-saved = ブラウザーに{ $file }を渡しました。ブラウザーのダウンロード先に保存されます。
explorer-link = この画面のアドレスをコピー
explorer-copy = コピー
explorer-copied = コピーしました。
explorer-link-copied = コピーしました。#以降は、このファイルのどの複製でも使えます。
explorer-not-copied = ブラウザーがコピーを許可しませんでした。文字を選択してコピーしてください。
explorer-close = 閉じる
explorer-meanings = コードの定義
explorer-list-csv = 一覧をCSVで保存
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
site-accessibility = 読みやすさの点検
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

overview-title-alone = { $total }件の取組
overview-subtitle = { $total }{ $selection }、複数該当あり、多いもののみ
overview-panel = { $label }（{ $base }件中）
overview-note = 複数のコードを持つ取組は各コードで1件と数えるため、和は対象件数を超えうる。
deck-title = 進化した「自由で開かれたインド太平洋」
deck-opening-what = 概要資料が挙げる**{ $total }件の取組**を数える
deck-opening-source = 出典は日本語の短い概要資料。発行者と日付の記載はなく、日本政府のものと見られるが未確認。分かるのは何が挙げられているかで、支出や成果ではない。
deck-opening-coded = コーディングは文書化した規則に基づきソフトウェアが行い、人は行っていない。
deck-opening-maker = { $maker }、{ $year }年　データ 版 { $version }
deck-opening-point = 「自由で開かれたインド太平洋」の概要資料が挙げる{ $total }件の取組を、1件ずつ数えた結果をお話しします。
deck-opening-example = 例：「{ $name }」もその1件です。
deck-opening-care = 注意：お話しするのは、短い資料に書かれたことをソフトウェアが読み取った結果です。日本の支出や実績ではありません。
deck-foot = 出典：「自由で開かれたインド太平洋」の概要資料、コーディングはソフトウェア。データ：{ $maker } { $year }、版 { $version }、CC BY 4.0
deck-short-osa = OSA：政府安全保障能力強化支援。
deck-short-oda = ODA：政府開発援助。
deck-short-asean = ASEAN：東南アジア諸国連合。
deck-named = 例：{ $names }
named-comma = 、
named-last = { $first }、{ $last }
deck-stated = 明記
deck-inferred = 判断
deck-trust = 記録した{ $all }項目のうち{ $stated }項目は資料に明記、{ $inferred }項目はソフトウェアの判断
deck-trust-what = { $total }件の取組について記録した項目：資料の文言や見出しに明記されたものと、ソフトウェアが判断したもの
deck-trust-point = 結果の前に、どこまで信頼できるかを申し上げます。ソフトウェアが短い概要資料を読み、そこに挙がる{ $total }件の取組について、手段、対象国・地域、パートナー、重点分野など{ $all }項目を記録しました。このうち{ $stated }項目は資料の文言か見出しに明記され、{ $inferred }項目は判断によるものです。
deck-trust-example = 例：「{ $name }」がどの重点分野に入るかは資料に書かれておらず、ソフトウェアが判断しました。
deck-trust-care = 注意：判断が多いのは重点分野、柱、段階です。判断を除くと結果が変わる場合は、その都度申し上げます。
deck-priorities = 最も多いのは{ $first }（{ $total }件中{ $most }件）。明記のみなら次は{ $second }（{ $stated }件対{ $stated-third }件）
deck-priorities-same = 最も多いのは{ $first }（{ $total }件中{ $most }件）、次いで{ $second }、{ $third }。明記のみでも同じ順
deck-priorities-what = { $total }件の取組の重点分野：本文の見出しに明記されたものと、地図のみに載るため判断したもの
deck-priorities-point = 数え方によらず、最も多いのは{ $first }です。2番目は判断を含めるかどうかで変わります。本文の見出しに明記されたものだけなら、{ $second }が{ $stated }件、{ $third }が{ $stated-third }件です。判断を含めると{ $all }件と{ $all-third }件になります。
deck-priorities-same-point = 数え方によらず、最も多いのは{ $first }、次が{ $second }です。明記のみでは{ $second }が{ $stated }件、{ $third }が{ $stated-third }件です。
deck-priorities-care = 注意：{ $total }件中{ $inferred }件は地図だけに載るため、重点分野は判断によります。件数は挙げられた回数であり、重要さや金額ではありません。
deck-tools-what = { $total }件の取組の手段と重点分野（複数該当あり）
deck-tools-point = 手段を見ると目的が分かります。政府安全保障能力強化支援と、その名が挙がる開発援助は、この資料ではいずれも安全保障のために使われ、共同研究は経済のために使われています。
deck-tools-care = 注意：どの組も件数が少なく、1つの取組に複数の手段があります。また、安全保障の見出しの1つに両方の支援の名があることも影響しています。
deck-regions-what = 場所を挙げる{ $base }件（全{ $total }件中）の地域と重点分野（複数該当あり）
deck-regions-point = この資料では、太平洋の島々への取組は主に安全保障、東南アジアへの取組は主に成長と経済です。元の取組は次のスライドにあります。
deck-regions-care = 注意：太平洋を挙げる取組は少なく、2、3件の増減で割合は動きます。
deck-names = { $region }：{ $priority }の取組{ $number }件
deck-names-name = 取組
deck-names-summary = 内容
deck-names-point = これがその{ $number }件です。空港と港、船と無人航空機、研修と演習が並びます。
deck-names-care = 注意：資料にあるのは、行う、決定した、推進するということまでです。引き渡しが済んだかどうかは書かれていません。
deck-places = 最も多く挙がるのは{ $first }（{ $most }件）と{ $second }（{ $more }件）
deck-places-what = 場所を挙げる{ $base }件（全{ $total }件中）、複数該当あり
deck-places-point = 中心は東南アジアです。集団としての{ $first }が{ $most }件、{ $second }が{ $more }件に挙がります。明記のみでは{ $stated }件と{ $stated-more }件です。集団の件数を加盟国に振り分けることはしていません。
deck-places-care = 注意：{ $total }件中{ $nowhere }件は場所を挙げていません。円が表すのは件数で、金額ではありません。
deck-partners = パートナーを挙げる取組は{ $total }件中{ $base }件のみ。多いのは{ $first }（{ $most }件）と{ $second }（{ $more }件）
deck-partners-what = パートナーを挙げる{ $base }件（全{ $total }件中）のパートナーと重点分野（複数該当あり）
deck-partners-point = 多くの取組は、日本が単独で行うように書かれています。パートナーを挙げるのは{ $total }件中{ $base }件で、うち国外のパートナーを挙げるのは{ $abroad }件です。{ $first }が{ $most }件、{ $second }が{ $more }件です。
deck-partners-care = 注意：明記のみでは、パートナーを挙げる取組は{ $stated }件です。また、名が挙がっていないからといって、日本だけで行うとは限りません。短い概要資料です。
deck-mention = 本文と地図の両方に載る取組は{ $total }件中{ $both }件のみ
deck-mention-what = { $total }件の取組が載る箇所と重点分野
deck-mention-point = この資料は本文と地図からなり、内容は同じではありません。本文のみが{ $text }件、地図のみが{ $map }件、両方に載るのは{ $both }件です。本文だけを読めば{ $map }件を、地図だけを見れば{ $text }件を見落とします。
deck-mention-example = 例：「{ $name }」は地図だけに載っています。
deck-mention-care = 注意：地図には動詞も見出しもないため、地図のみの{ $map }件の重点分野は判断によるものです。
deck-status-what = { $total }件の取組の段階（本文の動詞による）と重点分野
deck-status-point = 最も確かな言葉は安全保障に使われています。「決定」とあるのは、相手国へのレーダー、警備艇、無人航空機です。
deck-status-care = 注意：件数はわずかです。また{ $silent }件は地図だけに載るため段階の記載がなく、段階の一部は動詞から判断したものです。
deck-unsaid = この数字が示さないこと
deck-unsaid-1 = **規模**：金額、数量、日付はほとんど書かれていない。件数は挙げられた回数で、大きさや重要さではない。
deck-unsaid-2 = **実績**：挙げられたことと、実施されたことは別である。
deck-unsaid-3 = **書かれていないこと**：資料にない取組は、実際に行われていてもデータにない。
deck-unsaid-4 = **発表の主体**：発行者と日付の記載はない。政府のものであることは内容から読み取ったものである。
deck-unsaid-5 = **小さな差**：{ $total }件のうち2、3件の差は結果とは言えない。本文の区切り方を変えれば件数も変わる。
deck-unsaid-point = この数字で日本にとっての重要さを順位付けることはできません。概要資料が何を挙げ、どう並べたかを示すものです。
deck-unsaid-example = 例：「{ $name }」も、小さな研修も、同じ1件です。
deck-unsaid-care = 注意：金額や実績についてのご質問には、この資料からはお答えできません。
deck-method = 数え方と引用の仕方
deck-method-1 = **取組**：日本が行う、支援する、または行うとされる、固有の対象を持つ1つのこと。全{ $total }件。
deck-method-2 = **コーディング**：日本語の本文から、文書化した規則に基づきソフトウェアが行った。人は行っていない。ほかに2回、同じくソフトウェアによるコーディングと比べた。
deck-method-3 = **複数該当あり**：手段、場所、パートナーが複数ある取組は、それぞれの行で1件と数える。行の合計は全体の件数を超えることがある。
deck-method-4 = **集団と加盟国**：ASEANの取組を加盟国ごとには数えない。
deck-method-cite = **引用**：{ $data }
deck-method-point = 要するに、固有の対象を持つ1つのことを1件とし、該当する行ごとに1件と数えています。
deck-method-example = 例：「{ $name }」には手段が複数あり、手段のグラフでは複数の行に入ります。
deck-method-care = 注意：ソフトウェア同士の判断が一致しても、正しいとは限りません。規則と疑義のある箇所はデータとともに公開しており、どなたでも確かめられます。
cite-number = { $what }：{ $number }。
cite-call = 作成：{ $call }。
cite-date = 参照日：{ $date }。
