### Every sentence that a person reads, in English. The format is Fluent (projectfluent.org): name =
### sentence, { $place } for what varies, { $number -> [one] … *[other] … } where a number decides.

language = English
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

# Under the pointer: what a mark is, and the initiatives behind it.
chart-cross = {" × "}
chart-mark = { $mark }: { $number }
chart-more = … and { $more } more
# Over each of several small charts.
chart-layer = { $layer } (base { $base })
chart-layer-weight = { $layer } (base { $base })
flows-way = { $from } → { $to }
flows-way-of = { $from } → { $to } ({ $of })
map-group = A group, not its members
map-nowhere = No place on the map
pairs-subtitle = Initiatives by pair ({ $dimension } × { $dimension }){ $selection }, counted once each; base { $base } of { $total }; strongest ties first
pairs-both = with both
pairs-alone = with this one in all
pairs-never = Never with another: { $labels }
residuals-more = more initiatives than expected
residuals-fewer = fewer
residuals-passes = passes at { $level } after Bonferroni over { $tests ->
    [one] { $tests } pair
   *[other] { $tests } pairs
 }
sets-exactly = With exactly this set
sets-at-all = With the code at all

## Files and displays

## Slides

## The explorer

## The shell

## The shipped dataset: overview, deck, citation
