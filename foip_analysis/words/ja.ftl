### Every sentence that a person reads, in Japanese; names and places as in en.ftl.

language = Japanese
language-own = 日本語
tag = ja-JP
tag-other = en-US
line-breaking = phrases
label-within = as it is
list-comma = 、
list-last = { $first }と{ $last }

## Heads and lines that are no codes

word-all = 全体
word-none = 言及なし
word-other = その他
word-initiatives = 取組数
word-share = 割合
word-stated = 明記のみ
word-all-codings = すべて
word-full = 全数
word-fractional = 按分
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
table-rest = その他：{ $labels }。
table-rest-many = その他：ほかの{ $count }のコード。
table-members = 全{ $total }件中{ $found }件。
table-members-selected = 全{ $total }件中{ $found }件：{ $selection }。
method-weight = 各セルは重複を除いた取組の「{ $weight }」の合計。
method-fractional = 按分：各取組の1を、持つコードに等しく分けるため、合計は対象件数になる。
method-fractional-weight = 按分：各取組の「{ $weight }」を、持つコードに等しく分けるため、合計は対象の合計になる。
method-pairs = 割合は組の数に対するもの（{ $side ->
    [row] 行
    [column] 列
   *[table] 表
 }のセルの和で割る）で、取組数に対するものではない。
method-distinct = 重複を除いた取組数。複数のコードを持つ取組は各セルで1件と数えるため、和は対象件数を超えうる。
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

## Findings: titles, subtitles, alternative texts

## Charts

chart-cross = {" × "}
chart-mark = { $mark }: { $number }
chart-more = …ほか{ $more }件
chart-layer = { $layer }（対象{ $base }件）
chart-layer-weight = { $layer }（対象{ $base }）
flows-way = { $from } → { $to }
flows-way-of = { $from } → { $to }（{ $of }）
map-group = グループ全体（国とは別）
map-nowhere = 地図に位置のないもの
pairs-subtitle = { $dimension }×{ $dimension }の組別の取組数{ $selection }（重複なし、対象は{ $total }件中{ $base }件、結び付きの強い順）
pairs-both = 両方を持つ取組
pairs-alone = それを持つ取組の全数
pairs-never = 他と並ばないもの：{ $labels }
residuals-more = 期待より多い
residuals-fewer = 期待より少ない
residuals-passes = { $tests }組のボンフェローニ補正後に{ $level }水準を満たす
sets-exactly = この組合せのみの取組
sets-at-all = コードを持つ取組

## Files and displays

file-sheet = 表
file-sheet-note = 注

## Slides

slide-title = 題
slide-text = 本文
slide-number = スライド番号
slide-what = 数えているものと対象
slide-source = 出典と注
slide-foot-between = {"　"}
slide-about = この資料のグラフと表は編集できる。読み方と出所は各スライドのノートにある。
slide-read-ranked = 棒は1つのコードを表し、長さと数字はそのコードを持つ取組の数。濃い棒が最大で、淡い棒は順位の対象外。
slide-read-stacked = 棒は「{ $rows }」の1つのコードを表し、「{ $columns }」別に分けてある。各部分の数字はその部分の値、棒の端の数字は合計。
slide-read-shares = 棒は「{ $rows }」の1つのコードを表し、「{ $columns }」別の割合に分けてある。
slide-read-heat-map = セルは行と列の両方のコードを持つ取組を表し、濃いほど多く、空のセルは該当なし。
slide-read-table = 行ごとに左から読む。左端の列が行の名前。
slide-read-picture = 図は下記の表から描いたもの。変えるには呼び出しを変えて描き直す。
slide-edit = 数字を変えるには、グラフを右クリックして「データの編集」。
slide-base = 対象と数え方：{ $note }
slide-call = 作成した呼び出し：{ $call }
slide-behind = 最も大きい値の内訳：
slide-more = ほか{ $count }件

## The explorer

## The shell

## The shipped dataset: overview, deck, citation

leaders-comma = 、
leaders-last = { $first }、{ $last }
overview-title = { $total }件の取組：最多は{ $leaders }
overview-title-alone = { $total }件の取組
overview-leader = { $labels }（{ $number }件）
overview-tied = {" / "}
overview-subtitle = 重複を除いた取組数{ $selection }、多いコードのみ表示（分母はその項目のコードがある取組）
overview-one = 最多は{ $first }、{ $base }件中{ $number }件
overview-two = 最多は{ $first }と{ $second }、{ $base }件中各{ $number }件
overview-more = 最多は{ $first }など{ $count }つ、{ $base }件中各{ $number }件
overview-nothing = 該当なし
overview-panel = { $shown }：{ $told }
overview-note = 複数のコードを持つ取組は各コードで1件と数えるため、和は対象件数を超えうる。
overview-between = {"　"}
deck-title = 進化した「自由で開かれたインド太平洋」
deck-subtitle = どの手段で、どこで、誰と：概要資料に書かれた取組のデータ
deck-subtitle-count = **{ $initiatives }件**の取組、**{ $codings }件**のコーディング。うち**{ $stated }**は資料の文言に明記。
deck-subtitle-version = データ 版 { $version }。図表は編集でき、ノートに読み方と出所がある。
deck-leader = 「{ $label }」（**{ $number }件**）
deck-findings = 主な結果
deck-findings-priorities = 資料が挙げる取組は**{ $total }件**。重点分野別では{ $leaders }。
deck-findings-tools = 手段で最も多いのは{ $leaders }。1つの取組が複数の手段を持つことがある。
deck-findings-regions = 地域では{ $leaders }。**{ $nowhere }件**は場所を挙げていない。
deck-findings-osa = OSAの取組**{ $osa }件**の地域で最も多いのは{ $leaders }。
deck-findings-partners = パートナーを挙げる取組は**{ $partnered }件**で、うち**{ $most }件**が「{ $priority }」。最も多いのは{ $leaders }。
deck-findings-notes = このスライドの数字はデータセットから計算した。元の表は以降のスライドにあり、それぞれのノートに呼び出しがある。
deck-osa = 太平洋に及ぶOSAの取組：{ $osa }件中{ $number }件
deck-osa-name = 取組
deck-osa-summary = 内容
deck-osa-locators = 資料の箇所
deck-method = 数え方と限界
deck-method-initiative = 数えるのは**取組**：日本が行う、支援する、又は行うとされる、固有の対象を持つ1つのこと。
deck-method-cell = セルは行と列の両方のコードを持つ取組の数（重複なし）。1つの取組が複数のコードを持てるため、和は対象件数を超えうる。**按分**は各取組の1をコードに等しく分ける。
deck-method-base = **対象件数**は図ごとに示す。ASEAN等の集団は加盟国に振り分けない。
deck-method-basis = コーディングの**{ $stated }**は資料の文言に明記、残りはコーダーの判断。地図のみに載る**{ $inferred }件**（{ $total }件中）の重点分野は内容から判断した。
deck-method-doubts = 本文の区切り方を変えれば件数も変わる。規則はコードブックに、疑義は1件ずつデータの説明書に記した。
deck-method-limits = 資料は概要であり、書かれていないことはデータにもない。金額と日付はほとんど載っていない。
deck-method-notes = 定義と規則：data/codebook.csv。疑義と限界：data/README.md。明記されたコードだけで数え直す：dataset.stated()
deck-sources = 出典と引用
deck-sources-document = 資料：進化した「自由で開かれたインド太平洋」（概要）。発行者と日付の記載はなく、日本政府のものであることは内容から読み取ったもので、未確認。本文はデータに含まれず、その利用条件は資料自体による。
deck-sources-notes = 引用：foip.cite()、短い形は foip.cite('short')。データは CC BY 4.0、プログラムは MIT。
