### Every sentence that a person reads, in Japanese; names and places as in en.ftl.

language = Japanese
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

## Slides

## The explorer

## The shell

## The shipped dataset: overview, deck, citation
