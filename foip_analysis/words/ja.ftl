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

## Findings: titles, subtitles, alternative texts

## Charts

## Files and displays

## Slides

## The explorer

## The shell

## The shipped dataset: overview, deck, citation
