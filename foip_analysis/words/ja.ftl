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
