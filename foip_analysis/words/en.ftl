### Every sentence that a person reads, in English. The format is Fluent (projectfluent.org): name =
### sentence, { $place } for what varies, { $number -> [one] … *[other] … } where a number decides.

language = English
# What those who speak it call it.
language-own = English
# What an office file calls the language, and that of words in other scripts beside it.
tag = en-GB
tag-other = ja-JP
# How lines are broken: "words", or "phrases" by the language's model of budoux.
line-breaking = words
# Whether a label within a sentence begins with a small letter: "small" or "as it is".
label-within = small
list-comma = {", "}
list-last = { $first } and { $last }

## Heads and lines that are no codes

word-all = All
word-none = None stated
word-other = Other
word-initiatives = initiatives
word-share = share
word-stated = stated
word-all-codings = all codings
word-full = full
word-fractional = fractional
word-lowest = lowest
word-highest = highest

## Tables: selections, notes, sources

selection = { $dimension }: { $codes }
selection-or = {" or "}
selection-between = {"; "}
selection-stated-only = stated codings only
selection-stated-first = selected and counted by stated codings
selection-stated-last = selected by all codings, counted by stated ones
selection-stated-between = of these by stated codings
selection-stated-both = counted by stated codings
label-quoted = { $label }
having-comma = {", "}
having-last = { $first } and { $last }
in-brackets = {" "}({ $text })
sentence-between = {" "}
sentence-stop = {". "}
table-source = Source: { $title }
table-source-version = Source: { $title }, version { $version }
table-base-all = Base{ $limit }: { $base } of { $total } initiatives, every initiative.
table-base-all-weight = Base{ $limit }: { $base } of '{ $weight }', every initiative.
table-base-with = Base{ $limit }: { $base } of { $total } initiatives, those with { $labels }.
table-base-with-weight = Base{ $limit }: { $base } of '{ $weight }', those with { $labels }.
table-layers = Base of each layer: { $bases }.
table-bases = Base of each { $side ->
    [row] row
   *[column] column
 }: { $bases }.
table-rest = Other: { $labels }.
table-rest-many = Other: the { $count } smaller codes.
table-members = { $found } of { $total } initiatives.
table-members-selected = { $found } of { $total } initiatives: { $selection }.
method-weight = Cells add up '{ $weight }' over distinct initiatives.
method-fractional = Fractional: each initiative gives 1, split equally over its codes, so cells add up to the base.
method-fractional-weight = Fractional: each initiative gives its '{ $weight }', split equally over its codes, so cells add up to the base.
method-pairs = Shares of pairs: cell ÷ the sum of the { $side }'s cells; pairs are not initiatives.
method-distinct = Distinct initiatives; one with several codes counts once in each, so cells can add up to more than the base.
method-share = Shares: cell ÷ the base of its { $side }; they can add up to more than 100%.
method-share-fractional = Shares: cell ÷ the sum of its { $side }; they add up to 100%.

## Findings: titles, subtitles, alternative texts

## Charts

## Files and displays

file-sheet = Table
file-sheet-note = Note
file-untitled = Table
file-call = Call: { $call }
file-line = { $head }: { $text }

## Slides

slide-title = Title
slide-text = Text
slide-number = Slide number
slide-what = What is counted, and its base
slide-source = Source and note
slide-place-what = What is counted
slide-place-source = Source and note
slide-foot-between = {" · "}
slide-alternative = { $title }. { $note }
slide-sheet = Note
slide-sheet-note = note
slide-sheet-source = source
slide-sheet-call = call
slide-about = Charts and tables in this deck can be edited; the notes of each slide say how to read it and where it comes from.
slide-read-ranked = Each bar is one code: its length and number are the initiatives that have it. The strong bar is the largest; faint bars do not compete.
slide-read-stacked = Each bar is one code of { $rows }, divided by { $columns }. The number in a part is the part's, the number at the end of a bar the sum of its parts.
slide-read-shares = Each bar is one code of { $rows }, divided by { $columns }; its parts are shares.
slide-read-heat-map = A cell is the initiatives that have both the code of its row and the code of its column: the darker, the more; an empty cell is none.
slide-read-table = Each row is read from left to right; the first column names it.
slide-read-picture = The picture is drawn from the table below; to change it, change the call and draw it again.
slide-edit = To change the numbers: right click on the chart, Edit Data.
slide-base = Base and counting: { $note }
slide-call = Made by: { $call }
slide-behind = Initiatives behind the largest marks:
slide-mark = – { $mark } ({ $value }): { $initiatives }
slide-initiative = { $name } [{ $locators }]
slide-initiative-between = {"; "}
slide-more = and { $count } more

## The explorer

## The shell

shell-check = { $folder }: no fault in { $initiatives } initiatives and { $codings } codings.
shell-verify = { $source }: { $units } units and { $codings } codings agree with the source.
shell-figures = { $folder }: { $count } files.
shell-progress = notebooks
shell-progress-unit = notebook
shell-gallery = Figures
shell-gallery-head = FOIP figures
shell-gallery-about =
    Made by `make figures` from the notebooks. Each figure is a set: picture (PNG, SVG, PDF), the table of what is
    plotted (CSV), and its words, calls and the initiatives behind each mark (JSON). `index.html` shows them offline.
shell-gallery-about-page = Each figure in English and Japanese. PNG, SVG and PDF are pictures; CSV holds what is plotted; JSON its words and the initiatives behind each mark.
shell-gallery-decks = As slides, with charts and tables to edit in PowerPoint: { $links }
shell-gallery-explorer = For other tables, without Python: { $link }, a page in both languages that needs no network.
shell-gallery-explorer-page = For other tables, without Python: { $links }
shell-gallery-explorer-name = the explorer
shell-gallery-files = { $language }: { $links }
shell-gallery-notebook = Notebook: { $link }

## The shipped dataset: overview, deck, citation
