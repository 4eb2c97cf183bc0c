### Every sentence that a person reads, in English. The format is Fluent (projectfluent.org): name =
### sentence, { $place } for what varies, { $number -> [one] … *[other] … } where a number decides.
### Some names are put together in code (deck-tools-point, book-step-units): search for how they begin.

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
# After which sign or before which words a title goes on in a second line: a regular expression.
title-pause = {" (?=(?:have exactly|stand together|against|go from|if inferred) )"}
list-comma = {", "}
# Lists within titles are having-, crossed-, together- and either-last.
# Given as well: $count.
list-last = { $first } and { $last }

## Heads and lines that are no codes

word-all = All
word-none = None stated
word-other = Other
# Of a line that is no code, where a code is called the same.
word-taken = ({ $name })
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
selection-but = any but { $code }
selection-between = {"; "}
selection-many = { $count } codes
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
table-source-credit = { $source } · { $credit }
brief-full = { $label }: { $name }
brief-between = {"; "}
table-base-all = Base{ $limit }: { $base } of { $total } initiatives, every initiative.
table-base-all-weight = Base{ $limit }: { $base } of '{ $weight }', every initiative.
table-base-with = Base{ $limit }: { $base } of { $total } initiatives, those with { $labels }.
# Given as well: $total.
table-base-with-weight = Base{ $limit }: { $base } of '{ $weight }', those with { $labels }.
table-layers = Base of each layer: { $bases }.
table-bases = Base of each { $side ->
    [row] row
   *[column] column
 }: { $bases }.
table-shown = Shown: { $codes }.
table-rest = Other: { $labels }.
table-rest-many = Other: the { $count } smaller codes.
table-members = { $found } of { $total } initiatives.
table-members-selected = { $found } of { $total } initiatives: { $selection }.
table-members-first = The first { $shown } are listed.
table-members-some = Shown: { $shown } of { $listed } rows.
method-weight = Cells add up '{ $weight }' over distinct initiatives.
method-weight-zero = { $count ->
    [one] { $count } initiative has '{ $weight }' 0 and adds nothing.
   *[other] { $count } initiatives have '{ $weight }' 0 and add nothing.
 }
method-weight-below = { $count ->
    [one] { $count } initiative has '{ $weight }' below 0 and is taken off, so a base can be less than a cell of it, and a share no share.
   *[other] { $count } initiatives have '{ $weight }' below 0 and are taken off, so a base can be less than a cell of it, and a share no share.
 }
method-fractional = Fractional: each initiative gives 1, split equally over its codes, so cells add up to the base.
method-fractional-weight = Fractional: each initiative gives its '{ $weight }', split equally over its codes, so cells add up to the base.
method-pairs = Shares of pairs: cell ÷ the sum of the { $side }'s cells; pairs are not initiatives.
method-distinct = Distinct initiatives; one with several codes counts once in each, so cells can add up to more than the base.
method-share = Shares: cell ÷ the base of its { $side }; they can add up to more than 100%.
method-share-fractional = Shares: cell ÷ the sum of its { $side }; they add up to 100%.
table-panel = Initiatives: distinct ones with the { $dimension }, of { $total }{ $limit }. A group stands in a row of its own, without an ISO code, and is not counted for its members; rows do not add up.
table-panel-expanded = In the rows that say so, { $group } is counted for each of its { $members } members too, of { $day } ({ $source }); an initiative that names both counts once. The column 'named' is without it.

## Findings: titles, subtitles, alternative texts

pair-comma = {" × "}
pair-last = { $first } × { $last }
crossed-comma = {", "}
crossed-last = { $first } and { $last }
together-comma = {", "}
together-last = { $first } and { $last }
set-comma = {" + "}
set-last = { $first } + { $last }
either-comma = {", "}
either-last = { $first } or { $last }
path-comma = {" → "}
path-last = { $first } → { $last }
foot-between = {" · "}
# $each: whether several have this number.
amount-initiatives = { $value } of { $base } initiatives
# Given as well: $each.
amount-share = { $value } of the { $side ->
    [row] row
    [column] column
   *[table] table
 }
# Given as well: $each.
amount-weight = { $weight } { $value }
base-of-initiatives = of { $base }
base-bare = { $base }

finding-no-initiatives = No initiative matches the selection
finding-no-cell = No initiative is in any cell
finding-no-two-codes = No initiative has two codes of { $dimension }
finding-nothing-has = No initiative has { $labels }
finding-inference-none = No count of { $rows } rests on inference
# Given as well: $any, whether any of the first is stated.
finding-inference-one = { $name-1 } rests most on inference: stated for { $any ->
    [yes] only { $first-1 } of { $last-1 }
   *[no] none of { $last-1 }
 } initiatives
finding-inference-two = { $name-1 } and { $name-2 } rest most on inference: stated for { $first-1 } of { $last-1 } and { $first-2 } of { $last-2 } initiatives
# Given as well: $count.
finding-inference-more = { $name-1 } and { $more } more rest most on inference: { $gap } inferred each
finding-inference-moves = { $name-1 } differs most between stated and all codings: { $first-1 } and { $last-1 }
finding-inference-turns = By what is stated alone, { $first } ({ $more }) is ahead of { $second } ({ $less }); with what is inferred { $then ->
    [level] they are level ({ $first-all } each)
   *[behind] it is behind ({ $first-all } and { $second-all })
 }
finding-inference-narrows = { $all } of { $total } initiatives { $predicate }; by what is stated { $stated }, against { $next-stated } for { $next }
finding-counting-none = Splitting initiatives over their codes changes no count of { $rows }
finding-counting-one = { $name-1 } shrinks most when initiatives are split over their codes: { $first-1 } in full, { $last-1 } split
finding-counting-two = { $name-1 } and { $name-2 } shrink most when initiatives are split over their codes: by { $gap } each
# Given as well: $count.
finding-counting-more = { $name-1 } and { $more } more shrink most when initiatives are split over their codes: by { $gap } each
finding-one-out = Leaving any one initiative out moves no share by more than { $gap } points
finding-one-out-where = Leaving any one initiative out moves no share by more than { $gap } points; { $line } moves most
finding-passing-none = No pair of { $rows } and { $columns } stands out after correction; { $p }
finding-passing-untested = { $rows } and { $columns } were not tested, for there are no draws
finding-passing = { $count } of { $cells } pairs stand out after correction; { $p }
finding-passing-named = { $count ->
    [one] { $count } of { $cells } pairs stands out after correction: { $named }; { $p }
   *[other] { $count } of { $cells } pairs stand out after correction: { $named }; { $p }
 }
finding-passing-most = { $count } of { $cells } pairs stand out after correction, { $strongest } most; { $p }
finding-p = p (permutation) { $p }
finding-no-code = No initiative has a code of { $dimension }
finding-no-several = No initiative has more than one { $dimension }
finding-several = { $count ->
    [one] { $many } of { $base } initiatives has more than one { $dimension }
   *[other] { $many } of { $base } initiatives have more than one { $dimension }
 }
finding-several-often = { $finding }, most often { $sets }
finding-set = { $codes ->
    [one] { $set } alone
   *[other] { $set }
 }
finding-sets-lead = { $count ->
    [one] { $number } have exactly { $sets } as { $dimension }
   *[other] { $number } each have exactly { $sets } as { $dimension }
 }
finding-sets-tie = { $count } sets of { $dimension } have { $number } each
finding-paths-lead = { $count ->
    [one] { $number } go from { $paths }
   *[other] { $number } each go from { $paths }
 }
finding-paths-tie = { $count } paths have { $number } each

choice-rule = { $codes } ({ $rule })
choice-least = named { $least ->
    [2] at least twice
   *[other] at least { $least } times
 }
choice-each = { $least } or more each
choice-areas = without groups and areas, such as { $label } with { $number }
choice-only = only { $label }
choice-parent = without { $label }
choice-codes = { $shown } of { $total } by { $dimension }
choice-codes-alone = { $shown } of { $total }
subtitle-shown = { $subtitle }; shown: { $codes }
finding-of-shown-only = Among those shown: { $finding }

# What stands out: the subject and the predicate may be the codebook's own phrases (subject_en,
# predicate_en of a dimension).
claim-subject = initiatives with { $codes }
# Given as well: $dimension.
claim-predicate = have { $codes }
claim-sized = { $label } ({ $size })
# At the beginning of a title: the codes by which its initiatives were selected.
claim-of-selection = { $selection }: { $claim }
claim-by-inference = { $claim }, counting what is inferred
claim-all = all { $subject } { $predicate }
claim-none = none of the { $subject } { $predicate }
# Of two groups. Given as well: $first-groups, $first-quality, $second-groups, $second-quality.
claim-both = { $first }; { $second }
claim-also = { $first }; { $second }
claim-contrast = { $first } { $predicate }, against { $other }
claim-share-first = { $part } { $subject } ({ $number } of { $base })
claim-share-other = { $part } { $subject } ({ $number } of { $base })
# What a second subject need not say again; nothing stands alone after "none of the".
claim-repeated = {"initiatives "}
claim-part = { $part } initiatives{ $which } ({ $number } of { $base }) { $predicate }
# Given as well: $dimension, $first, $next (their labels), $number, $base.
claim-next = { $claim }; { $more }{ $each ->
    [yes] {" each"}
   *[no] {""}
 } { $predicate }
# Given as well: $over, whether it is more than half.
claim-half = By { $dimension }, { $codes } of { $all } take in { $over ->
    [yes] just over half
   *[no] half
 } of initiatives{ $which } ({ $number } of { $base }), { $first } most ({ $most })
findings-none = Nothing stands out by rule: no contrast that chance seldom makes, and no code that leads alone.
# Under a title, of its numbers in their order.
# Given as well: $many, $dimensions.
claim-surely = { $subtitle }; { $sides ->
    [two] where both are stated
   *[one] without inference
  }: { $numbers }
claim-surely-all = { $number } of { $number }
claim-surely-part = { $share } ({ $number } of { $base })
claim-pair = { $first } and { $second } stand together more than any other two: in { $number } of { $base } initiatives{ $which }
claim-level = { $codes } are level: { $number } of { $base } initiatives{ $which } each
# Given as well: $dimension.
claim-which = { " " }with any { $dimension }
# The parts of a whole that the language names, each as claim-part-…; a share that differs by more
# than claim-apart is nearly or over one.
claim-parts = 1-10 1-6 1-5 1-4 1-3 2-5 1-2 3-5 2-3 7-10 3-4 4-5 5-6 9-10
claim-apart = 0.02
claim-exactly = { $part }
claim-about = about { $part }
claim-over = about { $part }
# Given as well: $tenths, whether the part is so many tenths.
claim-nearly = nearly { $part }
# Of a share that no part is near.
claim-percent = { $share } of
claim-all-of = all
claim-none-of = none of the
claim-part-1-10 = one in ten
claim-part-1-6 = one in six
claim-part-1-5 = one in five
claim-part-1-4 = one in four
claim-part-3-10 = three in ten
claim-part-1-3 = one in three
claim-part-2-5 = four in ten
claim-part-1-2 = half of
claim-part-3-5 = six in ten
claim-part-2-3 = two in three
claim-part-7-10 = seven in ten
claim-part-3-4 = three in four
claim-part-4-5 = four in five
claim-part-5-6 = five in six
claim-part-9-10 = nine in ten

title-plain = { $measure } by { $by }{ $limit }
subtitle = { $measure } by { $by }{ $limit }{ $of }{ $how }
subtitle-initiatives = Initiatives
subtitle-weight = Sum of '{ $weight }'
# Given as well: $each, the dimension that has a whole of its own for each code.
subtitle-share = { $side ->
    [each] Shares of each { $each }'s
   *[all] Shares of
 } { $unit ->
    [pairs] pairs
   *[initiatives] initiatives
 }
subtitle-counted-initiatives = { $several ->
    [yes] ; one can appear more than once
   *[no] {""}
 }
# Given as well: $several.
subtitle-counted-fractional = ; each is split equally over its codes
subtitle-alone = { $part ->
    [all] All { $total } initiatives
   *[some] { $base } of { $total } initiatives
 }{ $how }
# Stands right behind what is counted, so it begins with its own comma or bracket.
# Given as well: $dimensions, how many there are.
subtitle-base = { $part ->
    [all] , all { $total }
   *[some] : { $base } of the { $total } have { $dimensions ->
        [1] one
        [2] both
       *[other] all
     }
 }
subtitle-range = { $what }{ $of }
subtitle-range-base = : { $bases } of the { $total } have any
subtitle-stated-all = Initiatives by { $by }{ $limit }{ $of }
# Given as well: $stated.
subtitle-stated-one = Initiatives by { $by }{ $limit }{ $of }: for { $stated } it is stated, for the others inferred
subtitle-stated-some = Initiatives by { $by }{ $limit }{ $of }: for { $stated } at least one is stated, for the others all is inferred
subtitle-range-inference = Initiatives by { $by }{ $limit }, by what is stated alone and with what is inferred
subtitle-range-counting = Initiatives by { $by }{ $limit }, full against fractional counting
subtitle-range-one-out = Shares of initiatives by { $by }{ $limit }, and how far leaving any one out moves them
subtitle-residuals = Signed root of each pair's χ², the distance from independence of { $by }{ $limit }{ $of }
subtitle-sets = Initiatives by their whole set of { $dimension } codes{ $limit }{ $of }; each appears once{ $part }
subtitle-sets-part = ; { $shown } of { $every } sets shown
subtitle-flows = Initiatives by { $path }{ $limit }{ $of }, { $how }
subtitle-flows-pairs = once for each pair
subtitle-flows-fractional = split equally over paths

alt-largest = { $title }. { $subtitle }. Largest: { $values }
alt-range = { $title }. { $subtitle }. { $to ->
    [inference] Stated–with what was inferred
   *[other] Widest
  }: { $values }
alt-residuals = { $title }. { $subtitle }. Farthest from independence: { $values }

## Tables: sets, flows, association, agreement, codes

table-sets = A set is all the codes of an initiative, so each is in exactly one set and the sets add up to the base.
table-sets-cut = Not shown: { $sets } { $sets-count ->
    [one] set
   *[other] sets
 } with { $initiatives } { $initiatives-count ->
    [one] initiative
   *[other] initiatives
 }.
table-sets-bars = Bars of codes: distinct initiatives with the code, alone or with others; they can add up to more than the base.
table-flows-pairs = A band is as wide as the distinct initiatives with both its codes; one with several codes flows once for each pair, so bands can add up to more than initiatives. Numbers beside the labels are distinct initiatives.
table-flows-fractional = Fractional: each initiative's 1 is split equally over its paths, so every stage adds up to the base.
table-flows-colours = Colours tell the { $dimension }.
association-head = Association of { $first } and { $second } ({ $test }). Base{ $limit }: { $base } initiatives; { $absent }.
association-test-spmi = SPMI: every pair of codes by itself
association-test-mmi = MMI: one side has exactly one code per initiative
association-test-pearson = Pearson's χ²: both sides have exactly one code per initiative
association-include = those without a code count as having none of them
association-drop = those without { $first } or { $second } are dropped
association-found = X² = { $statistic } over { $shape } codes; p by permutation ({ $draws } draws): { $p }.
association-found-no-draws = X² = { $statistic } over { $shape } codes; nothing is tested, for there are no draws: pass draws=1999.
association-p-rao-scott = { $p } (Rao–Scott: { $statistic } on { $df } df)
association-p-no-rao-scott = none by Rao–Scott (the codes decide each other)
association-p-chi-square = { $p } (χ² on { $df } df)
association-p-bootstrap = { $p } (bootstrap)
association-p-bonferroni = { $p } (Bonferroni over { $cells } cells)
association-passing = Cells that pass at { $level }, corrected for all of them (permutation maxT): { $passing } of { $cells }.
association-passing-which = Cells that pass at { $level }, corrected for all of them (permutation maxT): { $passing } of { $cells }: { $which }.
association-reach = To pass, a residual must lie beyond ±{ $reach }.
association-compared = For comparison with published tests, p: { $p-values }.
association-few = In { $few } of { $cells } cells fewer than { $least } initiatives are expected, too few for χ²; the permutation does not rest on it.
association-withheld = In { $few } of { $cells } cells fewer than { $least } initiatives are expected, too few for χ², so p values that rest on it (Rao–Scott, χ², Bonferroni) are withheld.
association-left-out = Left out, for every or no initiative has them: { $codes }.
association-left-out-of = { $dimension }: { $codes }
association-left-out-between = {"; "}
association-parent = One of the two is the parent of the other in the codebook, so they depend on each other by definition.
association-meaning = The initiatives are all that the document names, not a sample of more. A small p says that codes given out independently would seldom make so strong a pattern; it says nothing of other documents, of size, or of causes.
agreement-note = { $both } initiatives that both have (of { $first } and { $second }). α is Krippendorff's, with the MASI distance for sets of codes and the nominal one for single codes; “all” counts initiatives that only one has as disagreement; low and high hold 95 in 100 resamples; agreement is the share of initiatives with the same set of codes. { $splitting }
agreement-splitting = Splitting: { $share } of { $units } units yield the same initiatives in both, { $chance } by chance (α { $alpha }).
agreement-undefined = Every initiative has the same codes in both, so nothing varies and α is undefined.
compare-head-change = Change
compare-head-initiative-id = Initiative
compare-head-dimension = Dimension
compare-head-old = Old
compare-head-new = New
compare-head-change-number = Change
compare-initiative-added = initiative added
compare-initiative-dropped = initiative dropped
compare-coding-added = coding added
compare-coding-dropped = coding dropped
compare-recoded = recoded
compare-basis = basis
compare-basis-stated = stated
compare-basis-inferred = inferred
compare-times = { $what } { $times }
compare-unnamed = a dataset of { $initiatives } initiatives
compare-note = What { $new } decides otherwise than { $old }, initiatives matched by id.
compare-found = Differences: { $found }.
compare-nothing = Nothing differs.
compare-finding = { $cells ->
    [one] One number
   *[other] { $cells } numbers
 } by { $by } moved, most { $largest }
compare-subtitle = Distinct initiatives by { $by }, { $old } against { $new }; only what moved
compare-cells-note = Distinct initiatives by { $by } in { $old } and in { $new }, with those that have none stated. Only cells that moved are shown; a code that one of the two does not have counts 0 there.
compare-move = { $label } { $old } → { $new }
compare-size = Size
compare-all = { $dimension }
compare-stated = { $dimension }, stated only
compare-line = { $head }: { $moves }.
describe-dimension = Dimension
describe-code = Code
describe-label = { $language ->
    [en] English label
    [ja] Japanese label
   *[other] Label ({ $language-own })
}
describe-parent = Parent
describe-children = Children
describe-definition = Definition
describe-include = Include
describe-exclude = Exclude
describe-initiatives = Initiatives
describe-rule = { $head }: { $text }
describe-between = {" "}
describe-base = Initiatives: distinct ones with the code, of { $total }{ $limit }.
dataset-untitled = Dataset
dataset-version = { $title }, version { $version }
dataset-size = { $title }: { $initiatives } initiatives, { $codings } codings
dataset-codings = codings
dataset-dimension = dimension

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
map-title = { $region }: initiatives by { $dimension }
# Given as well: $leaders, how many there are.
map-leader = { $leaders ->
    [1] { $places } is named most often of all countries: in { $number } of { $base } initiatives
   *[other] { $places } are named most often of all countries: in { $number } of { $base } initiatives each
}
map-spread = Most of the countries are in { $regions }; { $leaders ->
    [1] { $places } is named most often of them, in { $number } of { $base } initiatives
   *[other] { $places } are named most often of them, in { $number } of { $base } initiatives each
}
map-leader-region = { $leaders ->
    [1] In { $region }, { $places } is named most often: in { $number } of { $base } initiatives
   *[other] In { $region }, { $places } are named most often: in { $number } of { $base } initiatives each
}
map-groups = Groups, regions and others
map-beyond = Beyond this map
map-beyond-many = { $count } more lie beyond this map
map-crowded = No room on the map
map-size = Circle area: { $measured }
map-inset = The framed area, enlarged
map-japan = Japan
map-place = { $name } { $number }
pairs-subtitle = Initiatives by pair ({ $dimension } × { $dimension }){ $selection }{ $of }; an initiative can be in several pairs
pairs-both = with both
pairs-alone = with this one in all
pairs-never = Never with another: { $labels }
residuals-more = more initiatives than expected
residuals-fewer = fewer
residuals-passes = passes at { $level }, corrected for { $tests ->
    [one] { $tests } pair
   *[other] { $tests } pairs
 }
sets-exactly = With exactly this set
sets-at-all = With the code at all
squares-examples = { $number }, for example:
squares-alone = { $number }
squares-number = { $number } ({ $stated } stated)
examples = { $label }, for example:
basis-stated = stated
key-stated = stated in the document
bars-gathered = { $text }: { $codes } together, without a bar
key-few = pale: fewer than { $least } initiatives
brief-rounded = Shares are rounded and may not add up to 100%.
key-inferred = inferred from context
key-inferred-only = all inferred (filled: at least one stated)
key-all = with what was inferred

## Files and displays

file-sheet = Table
file-sheet-note = Note
file-untitled = Table
file-call = Call: { $call }
file-line = { $head }: { $text }
members-inferred = { $locator }, inferred
members-words = { $dimension }: { $words }
members-marked = «{ $text }»
# What stands over a column, as calls name it, in a language of readers.
members-column-initiative_id = initiative_id
members-column-name = name
members-column-summary = summary
members-column-locators = locators
members-column-locator = locator
members-column-words = words
members-column-evidence = evidence
members-column-dimension = dimension
members-column-code = code
members-column-basis = basis
members-column-source_text = source_text
members-more = { $number ->
    [one] One more row is in the table and not shown here; foip.save_table writes all.
   *[other] { $number } more rows are in the table and not shown here; foip.save_table writes all.
}

# The workbook to code in (foip.template): heads of its first sheet, then step by step.
book-howto = How to
book-howto-title = How to code in this workbook
book-howto-steps = In this order
book-howto-columns = The columns
book-howto-dimensions = The dimensions
book-step-initiatives = 1. initiatives
book-step-initiatives-text = One row an initiative: one thing that is done, supported or will be done, with an object of its own. Give it a short name in initiative_id that stays (small letters and hyphens, such as palau-airport), and a name in name_en.
book-step-codings = 2. codings
book-step-codings-text = One row a decision: this initiative has this code. Choose initiative_id, dimension, code and locator from the lists; the codes are those of the dimension that you chose first. What the code is called appears beside it. Two tools are two rows; a code that two units support is two rows as well.
book-step-evidence = 3. evidence and basis
book-step-evidence-text = evidence is the term that decided the code, copied from the unit as printed: a few words, never a sentence. basis is 'stated' if that term by itself names the code, 'position' if it stands under a heading that does, 'inferred' if you concluded it.
book-step-units = 4. units
book-step-units-text = The numbered pieces of the document, by which everybody finds the place again. They stand there if the workbook was made from a text; else write one row a bullet, paragraph or article, with a locator of your own.
book-step-codebook = 5. codebook
book-step-codebook-text = The codes and what they mean. A code that is missing is a row more, within the rows of its dimension; the lists have it at once.
book-step-check = 6. Check
book-step-check-text = foip check { $file } tells every fault with sheet, row and column; foip.load("{ $file }") counts. Where two people code, each has a copy of her own: foip.agreement("a.xlsx", "b.xlsx") compares them.
book-step-keep = Keep as they are
book-step-keep-text = The names of the sheets and the first row of each. Columns with a head in brackets are notes that are not read; add your own so. The cells are text, so that nothing typed becomes a date or loses a zero.
book-column-initiative_id = The initiative's short name that stays.
book-column-name = What the initiative is called ({ $language }); in one language at least.
book-column-summary = What is done, in one sentence of your own ({ $language }); may be blank.
book-column-dimension = What is decided: one of the dimensions below.
book-column-code = The code that the initiative has there.
book-column-locator = The unit that it was read from.
book-column-evidence = The term that decided, as printed.
book-column-basis = stated, position or inferred.
book-column-needed = { $text } Needed.
book-label = (label)
book-text = (text)
book-many = { $many ->
    [one] An initiative has exactly one code.
    [some] An initiative has one code or more.
   *[any] An initiative has any number of codes, or none.
 }
book-refused = Not in the list
book-refused-text = Choose from the list. What is missing there is added in the sheet { $sheet }.

# The workbook of tables and data (foip.save_workbook).
book-contents = Contents
book-contents-sheet = Sheet
book-contents-shows = What it shows
book-contents-note = Base and note
book-contents-selection = Of the dataset: { $selection }.
book-contents-initiatives = The initiatives, one a row.
book-contents-codings = The coding decisions, one a row: initiative × dimension × code, with locator and deciding term.
book-contents-codebook = The codes, one a row, with what they mean.
book-contents-units = The numbered units of the source.
book-matrix = 0-1 matrix
book-contents-matrix = One row an initiative, one column a code: 1 if it has the code, else 0. Each initiative stands once, so a column's sum counts distinct initiatives; sums over several columns do not.
book-kind = { $kind ->
    [members] List
    [panel] Countries
    [codebook] Codes
    [agreement] Agreement
    [changes] Changes
   *[other] { file-sheet }
 }
book-back = ← { book-contents }

## Slides

slide-title = Title
slide-text = Text
slide-number = Slide number
slide-what = What is counted, and its base
slide-source = Source and note
slide-named = An initiative as an example
slide-place-what = What is counted
slide-place-source = Source and note
slide-column-name = Initiative
slide-column-summary = What it is
slide-column-words = Deciding words, and where they stand
slide-alternative = { $title }. { $note }
slide-sheet-note = note
slide-sheet-source = source
slide-sheet-call = call
slide-about = Charts and tables in this deck can be edited; the notes of each slide are what to say of it.
# Given as well: $told, the summary without its stop.
slide-example = Take, for example, “{ $name }”. { $summary }
slide-example-name = Take, for example, “{ $name }”.
slide-part = { $title } ({ $part } of { $parts })
slide-also = Also worth saying: { $claim }
slide-point = { $claim }
slide-several = One initiative can count in more than one row or column, so the numbers can add up to more than the total.
slide-part-of-all = These are { $base } of the { $total } initiatives; the others say nothing of it.
slide-stands = This holds as well if only what the document itself states is counted.
slide-inferred = But if only what the document itself states is counted, this does not hold; it rests on codings that were inferred.
# Given as well: $sides.
slide-outlined = { $what }; outlined: { $either } inferred throughout
slide-few = { $what }; pale: fewer than { $least } initiatives

## The explorer

explorer-page = Explorer
explorer-untitled = Initiatives
explorer-about = { $initiatives } initiatives, { $codings } rows of evidence{ $version }.
explorer-about-file = Everything is counted in this file: it needs no network.
explorer-version = , version { $version }
explorer-skip = Go to the table
explorer-more = More settings
explorer-rows = Rows
explorer-columns = Columns
explorer-by = Layers
explorer-by-none = No layers
explorer-count = Counting
explorer-count-initiatives = Initiatives, once in each cell
explorer-count-fractional = Fractional, split over codes
explorer-share = Show
explorer-share-none = Numbers
explorer-share-row = Shares of the row
explorer-share-column = Shares of the column
explorer-share-table = Shares of the table
explorer-of = Base of shares
explorer-of-initiatives = Initiatives
explorer-of-pairs = Pairs
explorer-order = Order
explorer-order-codebook = Codebook
explorer-order-size = Largest first
explorer-chart = Chart
explorer-chart-rows = Bars of the rows
explorer-chart-columns = Bars of the columns
explorer-chart-cells = Bars of the table’s numbers
explorer-chart-heatmap = Heat map
explorer-beyond = { $number ->
    [one] { $number } of them has no { $dimension }: it counts in these bars and not in the table.
   *[other] { $number } of them have no { $sure ->
        [yes] stated{" "}
       *[no] {""}
     }{ $dimension }: they count in these bars and not in the table.
 }
explorer-no-layers = Bars of the table’s numbers show no layers. Choose no layers, or the heat map.
explorer-margins = Margins (distinct counts, not sums)
explorer-none = Initiatives with none stated
explorer-absent = Show codes that do not occur
explorer-stated = Only what is stated; else with what was inferred
explorer-filter = Only initiatives with…
explorer-filter-hint = Any of the codes ticked within a dimension, and all of the dimensions together.
explorer-seek = Search the codes
explorer-sought = { $number ->
    [0] No code has this in its name.
    [one] { $number } code found
   *[other] { $number } codes found
 }
explorer-ticked = { $number } ticked
explorer-remove = Remove the filter { $text }
explorer-remove-all = Remove all filters
explorer-keys = Press a number to list its initiatives; arrow keys move between numbers. An empty cell is 0; a darker one is larger.
explorer-sideways = The table goes on to the right: scroll it sideways.
explorer-coded = The codes were given by software, a language model, under written rules; no person coded.
explorer-no-base = no base to divide by
explorer-no-codes = No initiative with these filters has a code to show here. Remove a filter.
explorer-too-large = { $sizes } are { $number } cells, and this page counts up to { $most }. Nothing is shown. Choose smaller dimensions, no layers, or only codes that occur.
explorer-too-large-to-show = The table has { $number } cells, and this page shows up to { $most }. It is counted: its CSV has every cell.
explorer-too-large-to-draw = { $rows } rows and { $columns } columns do not fit on a slide, so no chart is drawn. Show only codes that occur, or choose smaller dimensions.
explorer-failed = The browser could not count or draw this table ({ $error }), so nothing is shown. Choose a smaller one, or try another browser.
explorer-not-made = The browser could not make the file or the text ({ $error }). The table is as it was.
explorer-done = { $finding }. { $rows } rows, { $columns } columns.
explorer-csv = Table as CSV
explorer-png = Chart as PNG
explorer-svg = Chart as SVG
explorer-code = Python code
explorer-saved = Handed to the browser as { $file }; it lies where the browser keeps downloads.
explorer-link = Copy the address of this view
explorer-copy = Copy
explorer-copied = Copied.
explorer-link-copied = Copied. The part after # works in every copy of this file.
explorer-not-copied = The browser did not allow copying. Select the text and copy it with the keyboard.
explorer-close = Close
explorer-meanings = What these codes mean
explorer-list-csv = List as CSV
explorer-cell = { $names }: { $value }
explorer-cell-names = {" × "}
explorer-behind = { $number ->
    [one] { $number } initiative
   *[other] { $number } initiatives
 }
explorer-behind-share = { $value } = { $part } of { $base } { $unit }
explorer-behind-fractional = { $value }: each initiative adds 1, split equally over its pairs of codes
explorer-unit-initiatives = initiatives
explorer-unit-pairs = pairs
explorer-unit-fractional = (fractional)
explorer-words = Deciding words [where they stand]
explorer-locators = Named at
explorer-unknown-key = The address has “{ $key }”, which is no setting of this page. It has: { $allowed }.{ $close }
explorer-unknown-value = The address asks for { $key } = “{ $value }”. Allowed: { $allowed }.{ $close } It was left out.
explorer-unknown-cell = The address asks for a cell ({ $cell }) that this table does not show.
explorer-close-match = {" "}Did you mean “{ $value }”?
explorer-no-basis = These codings have no column “basis”, so nothing tells stated from inferred.
explorer-refused = of='pairs' counts pairs, and count='fractional' splits them. Choose one of the two.
explorer-meaning = { $dimension }: { $label } –{" "}
explorer-language = Language
explorer-script = This page counts in the browser and needs JavaScript.
explorer-dataset-folder = the folder of this dataset
explorer-dataset-explored = dataset is the one that you explore

## The shell

shell-check = { $folder }: no fault in { $initiatives } initiatives and { $codings } codings.
shell-verify = { $source }: { $units } units and { $codings } codings agree with the source.
shell-figures = { $folder }: { $count } files.
shell-progress = notebooks
shell-progress-unit = notebook
shell-gallery = Japan's updated FOIP in figures
shell-gallery-head = FOIP figures
shell-gallery-about =
    Made by `make figures` from the notebooks. Each figure is a set: picture (PNG, SVG, PDF), the table of what is
    plotted (CSV), and its words, calls and the initiatives behind each mark (JSON). `index.html` shows them offline.
shell-gallery-source = A short outline in Japanese of the updated Free and Open Indo-Pacific (FOIP), taken to be the Japanese government's, which is unverified, names initiatives. Software, a language model, coded them under written rules; no person did. The figures count how often something is named, not what it costs or has achieved. Where a key says so, filled is stated in the outline's words or a heading, outlined is inferred from context. Heat maps, the map and the overview hold both.
shell-gallery-about-page = Press a picture to enlarge it. Each is there in English and Japanese: PNG, SVG and PDF are pictures; CSV holds what is plotted; JSON its words and the initiatives behind each mark.
shell-gallery-decks = As slides, with charts and tables to edit in PowerPoint: { $links }
shell-gallery-explorer = For other tables, without Python: { $link }, a page in both languages that needs no network.
shell-gallery-explorer-page = For other tables, without Python: { $links }
shell-gallery-explorer-name = the explorer
shell-gallery-contents = Contents
shell-gallery-question = { $question }?
# Of the project's own notebooks, by name.
shell-gallery-question-what-is-in-the-data = What does the outline name?
shell-gallery-question-which-tools-for-which-regions = Which tools and fields for which regions?
shell-gallery-question-which-partners-for-which-priorities = With whom, by what means, and how firmly?
shell-gallery-question-which-places-and-how = Which places, and for what?
shell-gallery-question-which-tools-go-together = Which tools go together?
shell-gallery-question-how-sure-are-we = How sure are we?
shell-gallery-question-what-the-document-does-not-say = What does the document not say?
shell-gallery-question-would-another-coder-agree = Would another coder agree?
shell-gallery-files = { $language }: { $links }
shell-gallery-searchable = SVG (searchable)
shell-gallery-notebook = Notebook: { $link }

## The site

# What the bar at the top calls a page.
site-data = Data
site-initiatives = Initiatives
site-codebook = Codebook
site-notebooks = Notebooks
site-gallery = Gallery
site-reference = Reference
site-reproducing = Reproducing
site-promises = Promises
site-accessibility = Accessibility
site-cost = Cost
site-large = Large data
site-contributing = Contributing
site-changelog = Changelog
site-japanese = 日本語
site-more = More
site-explorer = Explorer

site-initiatives-title = Initiatives
site-initiatives-about = The { $count } initiatives, in the order of the document. Behind each code stand the words that decided it, as printed, and the unit that they were read from.
site-inferred = inferred
site-codebook-about = What each code means, what it takes in and leaves out, and how many of the { $count } initiatives have it. Open a number to see them.
site-code = Code
site-label = Label
site-meaning = Meaning
site-count = Initiatives
site-include = Include:
site-exclude = Exclude:
# How many codes of a dimension an initiative has.
site-codes-one = Each initiative has exactly one.
site-codes-some = Each initiative has one or more.
site-codes-any = An initiative can have none, one or several.
# Stands after one of these, with the space before it.
site-parent = {" "}Each code belongs to a code of { $dimension }.
site-none = None stated: { $count } of { $total } initiatives.
# Stands after a number, with the space before it.
site-unit = {" initiatives"}

## The shipped dataset: overview, deck, citation

overview-title-alone = { $total ->
    [one] { $total } initiative
   *[other] { $total } initiatives
 }
overview-subtitle = Bars: stated and inferred; { $total }{ $selection }, some in several
overview-abroad = { $label } abroad
overview-panel = { $label } { $part ->
    [all] (all { $base })
   *[some] ({ $base } have one)
 }
overview-rest = { $count ->
    [one] { $count } other, with { $most }
   *[other] { $count } others, { $most } or fewer each
 }
overview-note = One with several codes counts once in each, so numbers can add up to more than the base.
deck-opening = Japan's updated Free and Open Indo-Pacific (FOIP)
deck-term-mda = maritime domain awareness
deck-opening-what = What its outline names: **{ $total } initiatives**, counted
deck-opening-source = The source is a short outline in Japanese: a text, and a map of its own that names initiatives as well. It prints neither publisher nor date and is taken to be the Japanese government's, which is unverified. It tells what is named, not what was spent or achieved.
deck-opening-coded = Software, a language model, read and coded it under written rules; no person did.
deck-opening-maker = { $maker }, { $year } · data version { $version }
deck-opening-point = FOIP, Free and Open Indo-Pacific, is Japan's vision of an open region under the rule of law, first set out in 2016. Let me tell you what one short document, an outline of it updated, says. It has a text, and a map of its own with further labels. Together they name { $total } initiatives, and each was counted.
deck-opening-care = A word of care. I report what the document says, as software read it, not what Japan has spent or delivered, for the document does not tell. Nor does it say who published it, or when; from its content it is taken to be the Japanese government's, and that is unverified.
deck-opening-bridge = So the first question is how far such numbers can be trusted.
deck-opening-asked = Why count so short a paper? Here the vision is broken down into single undertakings, with places and means, and counting keeps one from quoting only what suits. Who made this? The contributors to an open project; no government published it. What is new against the earlier FOIP? The outline does not set the two side by side. Is it about China? The outline does not name China, and nothing was added to what it names.
deck-foot = Source: outline of the updated Free and Open Indo-Pacific, coded by software. Data: { $maker }, { $year }, version { $version }, CC BY 4.0.
deck-short-osa = OSA: Official Security Assistance, grants to forces and related bodies of like-minded countries.
deck-short-oda = ODA: Official Development Assistance, where so named.
deck-short-adb = ADB: Asian Development Bank.
deck-short-eu = EU: European Union.
deck-short-asean = ASEAN: Association of Southeast Asian Nations.
deck-short-mda = Maritime domain awareness: knowing what goes on at sea.
deck-asked = IF ASKED – { $answer }
named-comma = {"; "}
named-last = { $first }; { $last }
deck-trust = { $stated } of { $all } codings rest on the outline's words or headings; software inferred { $inferred }
deck-trust-what = A coding is one thing noted of one of the { $total } initiatives, such as a place. Bars: shares; numbers: codings
deck-trust-terms = Theme: heading under a priority area. Tool: means that Japan uses. Sector: field. Status: verb{ $silent ->
    [0] {"."}
   *[other] , none for the { $silent } only on the map.
 }
deck-trust-point = Software read the outline under written rules and noted { $all } codings: for each initiative by what means Japan acts, where, with whom and in which priority area. { $stated } of these stand in the document's own words or in a heading over them. That is what I call stated. The other { $inferred } the software had to infer.
deck-trust-example = Take “{ $name }”. Only the map names it, and nothing there says under which priority area it falls; the software concluded that from its subject.
deck-trust-care = So be careful with priority areas and themes, where inference is most frequent. Beside the main findings I give the figure without inference.
deck-trust-bridge = With that in mind: what is the outline about?
deck-trust-asked = Why does the data's own description give a lower share of “stated”? There the headings are left out, and each place of evidence counts. In this talk the word has one meaning, the one on this slide. The { $codings } rows of the page explorer.html are those places.
# Given as well: $third.
deck-priorities = { $most } of { $total } initiatives are about { $first }{ $near ->
    [yes] ; by what is stated { $most-stated }, against { $stated } for { $second }
   *[no] , still the largest area by what is stated ({ $most-stated })
 }
deck-priorities-turned = { $most } of { $total } initiatives are about { $first }, but not most of what is stated
deck-priorities-areas = Economic foundations: AI and data, energy, critical goods. Shared growth and rules: firms, connectivity, common rules. Security cooperation: at sea, in defence, in cyberspace.
deck-priorities-what = The { $total } initiatives by priority area: stated by its heading in the text, or inferred because only the map names it
deck-priorities-second = { $level ->
    [yes] The other two are level: { $second } has { $stated } stated and { $all } in all, { $third } { $stated-third } and { $all-third }. A gap so small is no ranking.
   *[no] Second place depends on inference: { $second } has { $stated } stated and { $all } in all, { $third } { $stated-third } and { $all-third }.
 }
deck-priorities-point = The outline has three priority areas. { $most } of { $total } initiatives are about { $first }, { $most-stated } of them by a heading in the text. For the other two look at what stands under a heading first: { $second } has { $stated } and { $third } { $stated-third }. With what was inferred, they have { $all } and { $all-third }.{ $level ->
    [yes] {" "}So the two are level, and I do not rank them.
   *[no] {""}
 }
deck-priorities-turned-point = The outline has three priority areas. { $most } of { $total } initiatives are about { $first }, but only with what was inferred. Of what is stated, { $second } has { $stated } and { $third } { $stated-third }.
deck-priorities-care = Two things to keep in mind. { $inferred } of the { $total } stand only on the map, so their area was inferred. And a number says how often something is named, not what it costs.{ $near ->
    [yes] {" "}Nor would I build on { $most-stated } against { $stated }.
   *[no] {""}
 }
deck-priorities-bridge = So much for what it is about. By what means does Japan act?
deck-priorities-asked = What are the three areas? First the economy of the AI and data age, with energy and critical goods; second growth with private firms, connectivity and shared rules; third security cooperation.
deck-tools = All { $osa } initiatives with OSA are about security, all { $research } with joint research about economic foundations
deck-tools-what = The { $total } initiatives by means; one can have several
deck-tools-sure = Without inference: OSA { $osa-security-stated }, joint research { $research-economy-stated }, all again.
deck-tools-point = Some means serve one purpose only. All { $osa } initiatives with Official Security Assistance, which is grant aid to forces and related bodies of like-minded countries, are about security; { $osa-security-stated } of them without inference. A filled part may hold inferred ones, too. With joint research it is the other way: all { $research } are about economic foundations, { $research-economy-stated } without inference.
deck-tools-care = The groups are small. Official Development Assistance stands at { $oda } initiatives, { $oda-stated } of them without inference, all about security as well; but do not read that as all aid, for loans and works that do not bear the name stand in other bars.
deck-tools-named = OSA, for example: { $names }
deck-tools-bridge = Does the purpose change with the region, too? It does.
deck-tools-asked = Is OSA not security by definition? It is; what tells is the rest: { $osa-security } of the { $security } security initiatives have OSA, and { $civil-security ->
    [0] none
   *[other] { $civil-security }
 } of the { $security } uses joint research or business by firms. Which are the { $osa }? { $which }.{ $aid ->
    [none] {""}
   *[other] {" "}And those with ODA? { $aid }.
 }{ $inferred ->
    [0] {""}
   *[other] {" "}With a star: inferred, from one label of the map that names ODA and OSA together and does not tell which is meant for which.
 } { $transfer ->
    [none] A
   *[other] Defence transfer: { $transfer }; a
 } trial shows that something works; other public finance bears neither name.
deck-regions = { $pacific-security } of { $pacific } initiatives for the Pacific are about security, { $asia-security } of { $asia } for Southeast Asia
deck-regions-what = The { $placed } of { $total } initiatives with a place, some for several regions; regions with five or more. Bars: shares
deck-regions-sure = The Pacific: its island countries. Without inference: { $pacific-security-stated } of { $pacific-stated } and { $asia-security-stated } of { $asia-stated }{ $turned ->
    [yes] , where { $leader } ({ $leading }) then comes first
   *[no] {""}
 }.
deck-regions-named = Security in the Pacific, for example: { $names }
deck-regions-point = Where and what for go together. Of the { $pacific } initiatives for the Pacific, by which I mean its island countries, { $pacific-security } are about security. Of the { $asia } for Southeast Asia only { $asia-security } are; the others are about the economy, or about growth and rules.
deck-regions-care = If nothing may be inferred, neither area nor place, fewer initiatives are left: { $pacific-security-stated } of { $pacific-stated } against { $asia-security-stated } of { $asia-stated }, the same way, but a narrower gap. And few initiatives name the Pacific, so two or three more would move its share.
deck-regions-bridge = What are the { $pacific-security } for the Pacific? Here they are, each by its name.
deck-regions-asked = Where are the other regions? They have fewer than five initiatives each, too few to speak of shares: Europe, Latin America, and what is for no single region, such as the Indo-Pacific as a whole. And ASEAN as a group counts for Southeast Asia.
deck-names = For { $region }, { $priority } means these { $number } initiatives
deck-names-what = In the document's order; { $alone } are for { $region } alone{ $inferred ->
    [0] {""}
   *[other] . * Counts here only by inference
 }
deck-names-starred = { $name } *
deck-names-why = { $name }, for its { $what }
deck-names-point = These are all { $number }, and they are not of one kind: some are works, some equipment, some training. { $alone } are for this region alone. Behind each stand words of the document, and they can be looked up one by one.{ $inferred ->
    [0] {""}
   *[other] {" "}Those with a star drop out if nothing may be inferred: { $why }.
 }
deck-names-care = Where the outline has a verb, it says that they are under way, decided, promoted or planned; what only its map names has none, and the sentence is ours. It does not say what has been handed over or finished.
deck-names-bridge = From this one region, let us turn to all of them, on a map.
deck-names-asked = What is maritime domain awareness? Knowing what goes on at sea, here from satellite data, against illegal fishing and smuggling. Why is a terminal security? The outline puts it under that heading.
deck-places = { $level ->
    [yes] { $first } ({ $most } of { $placed } initiatives) and { $second } ({ $more }) come first, nearly level
   *[no] { $first } and { $second } are named most often, in { $most } and { $more } of { $placed } initiatives
 }
deck-places-what = Our own map, not the outline's: { $placed } of { $total } have a place ({ $placed-stated } stated), some several; stated: { $even ->
    [yes] { $stated } each
   *[no] { $first } { $stated }, { $second } { $stated-more }
 }
deck-places-mind = Circles count initiatives, not money. What is for { $first } or the Pacific islands as a group is listed, not added to members.
# Given as well: $even.
deck-places-point = This map is ours; it counts what the outline names in its text and on its own map. Most initiatives are for { $region }. { $first } is named in { $most } initiatives and { $second } in { $more }; if only what is stated counts, in { $stated } and { $stated-more }.{ $level ->
    [yes] {" "}One more or less is no difference, so take them as level.
   *[no] {""}
 }
deck-places-care = Note that a group is a place of its own here: what is for { $first } as a whole, or for the Pacific islands as a group, is not added to its members. { $nowhere } of the { $total } have no place, and for { $unsure } more it is only inferred.
deck-places-bridge = And with whom does Japan act?
deck-places-asked = Why are some countries missing? Only those are here that the outline names as the place or the receiver of an initiative; that one is not named says nothing of relations with it. Who are the like-minded countries? The word is the outline's; the data hold no list of them. Australia and the United States act with Japan and come on the next slide. The map draws no borders and takes no side in any dispute.
deck-partners = { $level ->
    [yes] Only { $abroad } of { $total } initiatives have a partner abroad, most often { $first } ({ $most }) and { $second } ({ $more }), nearly level
   *[no] Only { $abroad } of { $total } initiatives have a partner abroad, most often { $first } ({ $most }) and { $second } ({ $more })
 }
deck-partners-what = The { $abroad } of { $total } initiatives with a partner abroad ({ $abroad-stated } without inference), some with several
deck-partners-point = Most of the outline names Japan and no partner. { $partnered } of { $total } initiatives do have one, and { $abroad } of these one from abroad. Most often it is { $first }, in { $most } initiatives, and { $second }, in { $more }. With numbers so small, that is no ranking of partners.
deck-partners-care = For { $inferred } of the { $partnered } the partner is inferred. Who merely receives is no partner. And that none is named does not mean that Japan acts alone; the outline is short.
deck-partners-bridge = How one reads it matters as well, for its two parts do not say the same.
deck-partners-once = Once each: { $names }.
deck-partners-home = In Japan, or not said to be elsewhere: { $names }.
deck-partners-many = { $name } ({ $number })
deck-partners-asked = Does the list take a side? No; the names are the document's own, and standing in one list says nothing of anybody's status. { $taiwan ->
    [none] {""}
   *[other] What is done with Taiwan? { $taiwan }.{" "}
 }{ $firm ->
    [none] {""}
   *[other] What is done with { $first } for security? { $firm }.{" "}
 }How often is each partner on the chart stated? { $sure }. Who are they? “Firms” are Japanese ones, or those not said to be from elsewhere. A*STAR is Singapore's Agency for Science, Technology and Research, AIST Japan's National Institute of Advanced Industrial Science and Technology.
deck-mention = Only { $both } of { $total } initiatives stand both in the outline's text and on its map
deck-mention-what = The { $total } initiatives by the part of the document that names them, and by priority area
deck-mention-named = Only in the text, for example: { $written }. Only on the map: { $mapped }.
deck-mention-point = The outline has a text and a map, and { $both } initiatives stand in both. If you look only at its map, you miss { $text } that the text alone tells. If you read only the text, you miss { $map } that the map alone names.
deck-mention-care = The outline's map gives short labels, no sentences and no headings. So for those { $map } initiatives the priority area was inferred, and nothing says how firm they are; the words in which I tell of them are ours.
deck-mention-bridge = How firm, then, is what the text says?
deck-mention-asked = Which part counts for more? The document does not say, nor why the two differ, and it would be wrong to read a plan or a retreat into it.
deck-status = Of the { $spoken } initiatives in the text, { $decided } are said to be decided, and all { $decided } are about security
deck-status-what = The { $total } initiatives by verb and priority area{ $silent ->
    [0] {""}
   *[other] : { $spoken } with a verb; the { $silent } only on the map have none
 }
deck-status-named = Decided: { $names }
deck-status-mind = The verbs are what the text says, not a ladder: “under way or supported” does not mean delivered or finished.
deck-status-point = The outline says of { $decided } initiatives that they are decided, and each is about security, { $all-stated ->
    [yes] all of them
   *[no] { $decided-security-stated } of them
 } without inference. Of the others it says{ $unsure ->
    [0] {""}
   *[other] , or for { $unsure } the software inferred,
 } that they are under way, supported, tried out, promoted or planned.
deck-status-example = By name they are: { $names }.
deck-status-care = Of course { $decided } is a small number{ $passages ->
    [1] , and all { $decided } stand in one passage of the text
   *[other] {""}
 }. A verb is no proof: what is “under way or supported” need not be further than what is decided, and nothing here is known to be delivered. { $silent } initiatives appear only on the outline's map, without a verb.
deck-status-bridge = Before I sum up: how was this counted, and what can it not tell?
deck-status-asked = { $unsure ->
    [0] {""}
   *[other] Which status is inferred? { $unsure-names }.{" "}
 }When, by how much, and have the boats arrived? The outline does not say, and for that one has to turn to the government. By what means are they given? { $by-osa ->
    [all] All { $decided } by OSA.
   *[some] { $decided-osa } of the { $decided } by OSA.
 }
deck-method = These numbers tell how often something is named, not what it costs or has achieved
deck-method-1 = **An initiative** is one thing that Japan does, supports or will do, with an object of its own: { $total } of them. One with several means, places or partners counts once in each.
deck-method-2 = **Coded by software**, under written rules; no person coded. Two more software coders, who saw neither this coding nor each other's, found { $compared } initiatives in common and gave { $alike } of them the same codes throughout. The coding shown was then corrected by what they found, so this is no independent proof.
deck-method-3 = **Not how much.** The outline gives no sums of money and hardly an amount or a date. A count says how often something is named.
deck-method-4 = **Not what was done.** Being named is not being delivered, and what the outline leaves out is not in the data.
deck-method-5 = **Small differences are no finding.** Two or three of { $total } initiatives more or less can come from another way to split the text.{ $partner-level ->
    [yes] {" "}So take { $partner-first } ({ $partner-most }) and { $partner-second } ({ $partner-more }) as level.
   *[no] {""}
 }
deck-method-point = One initiative is one thing with an object of its own, and it counts once in every row that fits.
deck-method-example = Take “{ $name }”: it uses { $means }, so it stands in several bars of the chart of means, and it is still one initiative.
deck-method-care = You may ask how reliable that is. Two more software coders, given the rules and the document only, found { $compared } initiatives in common and gave { $alike } of them the same codes throughout. The coding that I have shown was corrected by what they found otherwise, so that it is like theirs proves nothing more. The rules were written with this document at hand, and all were software of one kind: they can be wrong together.
deck-method-bridge = Which leaves the question of what to take home.
deck-method-asked = Which software? A language model, in all three codings; which one is not recorded, and the rules it was given are published. How would one know better? Two people code the outline under the same rules, and one compares.
deck-close = To take away: economic foundations in { $economy } of { $total } initiatives, but security in { $pacific-security } of { $pacific } for the Pacific
deck-close-turned = What to take away, what is not known, and how to check
deck-close-area = **Areas:** { $economy } of { $total } initiatives are about economic foundations (without inference { $economy-stated }, with security at { $security-stated }).
deck-close-tool = **Means:** all { $osa } initiatives with Official Security Assistance (OSA) are about security ({ $osa-security-stated } without inference), all { $research } with joint research about economic foundations ({ $research-economy-stated }).
deck-close-region = **Region:** { $pacific-security } of { $pacific } initiatives for the Pacific are about security, against { $asia-security } of { $asia } for Southeast Asia (without inference { $pacific-security-stated } of { $pacific-stated } against { $asia-security-stated } of { $asia-stated }).
deck-close-parts = **Text and map:** only { $both } of { $total } initiatives stand in both, so read the two together.
deck-close-plain = **To take away:** { $claim }
deck-close-unknown = **Not known:** what any of it costs, what has been delivered, what the outline leaves out, and who published it when.
deck-close-check = **To check and cite:** the page explorer.html, sent with this deck, leads from each number to its initiatives and the words that decided. { $data }
deck-close-point = Take these home. { $economy } of { $total } initiatives are about economic foundations; without inference { $economy-stated }, against { $security-stated } for security. Some means serve one area alone. For the Pacific, most are about security. And whoever wants to know what the outline names has to read its text and its map, for neither is the whole.
deck-close-turned-point = These are the things to take home. And whoever wants to know what the outline names has to read its text and its map, for neither is the whole.
deck-close-example = If you remember one initiative, let it be “{ $name }”. Why this one? It is for the Pacific, too, the outline puts it under security, and it stands in both parts, so that you can look up what each says.
deck-close-care = What I cannot tell you is what it costs and what has been delivered. If you are asked for that, this source cannot answer, and these numbers do not rank what matters to Japan.
deck-close-bridge = Each number can be followed to the words. Thank you; I am glad to take questions.
deck-close-asked = How does one cite a number? The last line on the slide is the reference; it names the version, for numbers can change with the next. Where is the original? It is not part of the material, which quotes deciding words only.
# Citations are in English in every language.
cite-data = { $authors } ({ $year }). Initiatives of Japan's updated Free and Open Indo-Pacific (Version { $version }) [Data set]. CC BY 4.0.
cite-codebook = { $authors } ({ $year }). Codebook of the initiatives of Japan's updated Free and Open Indo-Pacific (Version { $version }). CC BY 4.0.
cite-software = { $authors } ({ $year }). foip-analysis (Version { $version }) [Computer software]. MIT.
cite-short-data = Data: FOIP Initiatives { $version } ({ $authors }, { $year }), CC BY 4.0
cite-short-codebook = Codebook: FOIP Codebook { $version } ({ $authors }, { $year }), CC BY 4.0
cite-short-software = Software: foip-analysis { $version } ({ $authors }, { $year }), MIT
cite-number = { $what }: { $number }.
cite-nothing = { $what }: no share, for no initiative is in its base.
cite-share = { $number } of { $base } initiatives ({ $share })
cite-inferred = { $number ->
    [1] Of these, 1 rests on a code that was inferred.
   *[other] Of these, { $number } rest on a code that was inferred.
}
cite-reference = { $reference }
cite-call = Made by: { $call }.
cite-date = Retrieved { $date }.
