### Every sentence that a person reads, in English. The format is Fluent (projectfluent.org): name =
### sentence, { $place } for what varies, { $number -> [one] … *[other] … } where a number decides.
### Some names are put together in code (explorer-rows, slide-read-heatmap): search for how they begin.

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
base-of-initiatives = n={ $base }
base-bare = { $base }

finding-no-initiatives = No initiative matches the selection
finding-no-cell = No initiative is in any cell
finding-no-two-codes = No initiative has two codes of { $dimension }
finding-nothing-has = No initiative has { $labels }
finding-inference-none = No count of { $rows } rests on inference
finding-inference-one = { $name-1 } depends most on inference: { $first-1 } stated of { $last-1 }
finding-inference-two = { $name-1 } and { $name-2 } depend most on inference: { $first-1 } stated of { $last-1 }, and { $first-2 } of { $last-2 }
# Given as well: $count.
finding-inference-more = { $name-1 } and { $more } more depend most on inference: { $gap } inferred each
finding-inference-moves = { $name-1 } differs most between stated and all codings: { $first-1 } and { $last-1 }
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
    [one] { $many } of { $base } initiatives ({ $share }) has more than one { $dimension }
   *[other] { $many } of { $base } initiatives ({ $share }) have more than one { $dimension }
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

choice-codes = { $shown } of { $total } { $dimension } codes
subtitle-shown = { $subtitle }; { $codes } shown
finding-of-shown-only = Among those shown: { $finding }

# What stands out: the subject and the predicate may be the codebook's own phrases (subject_en,
# predicate_en of a dimension).
claim-subject = initiatives with { $codes }
# Given as well: $dimension.
claim-predicate = have { $codes }
claim-sized = { $label } ({ $size })
claim-by-inference = { $claim }, if inferred codings count
claim-all = All { $subject } { $predicate }
claim-none = No { $subject } { $predicate }
claim-contrast = { $first } { $predicate }, against { $other }
claim-share-first = { $part } { $subject } ({ $number } of { $base })
claim-share-other = { $part } { $subject } ({ $number } of { $base })
claim-part = { $part } initiatives{ $which } ({ $number } of { $base }) { $predicate }
claim-pair = { $first } and { $second } stand together more than any other two: in { $number } of { $base } initiatives{ $which }
claim-level = { $codes } are level: { $number } of { $base } initiatives{ $which } each
# Given as well: $dimension.
claim-which = { " " }that name any { $dimension }
claim-exactly = { $part }
claim-about = about { $part }
claim-all-of = all
claim-none-of = none of the
claim-part-1-10 = one in ten
claim-part-1-5 = one in five
claim-part-1-4 = one in four
claim-part-1-3 = one in three
claim-part-2-5 = four in ten
claim-part-1-2 = half of
claim-part-3-5 = six in ten
claim-part-2-3 = two in three
claim-part-3-4 = three in four
claim-part-4-5 = four in five
claim-part-9-10 = nine in ten

# Given as well: $measure.
title-plain = { $by }{ $limit }
subtitle = { $measure } by { $by }{ $limit }{ $of }{ $how }
subtitle-initiatives = Initiatives
subtitle-weight = Sum of '{ $weight }'
subtitle-share = { $side ->
    [row] Row shares
    [column] Column shares
   *[table] Shares
 } of { $unit ->
    [pairs] pairs
   *[initiatives] initiatives
 }
subtitle-counted-initiatives = { $several ->
    [yes] ; an initiative can appear more than once
   *[no] {""}
 }
# Given as well: $several.
subtitle-counted-fractional = ; each is split equally over its codes
subtitle-base = , { $part ->
    [all] all { $total }
   *[some] { $base } of { $total }
 }
subtitle-range = { $what }{ $of }
subtitle-range-base = , { $bases } of { $total }
subtitle-range-inference = Initiatives by { $by }{ $limit }, stated codings against all codings
subtitle-range-counting = Initiatives by { $by }{ $limit }, full against fractional counting
subtitle-range-one-out = Shares of initiatives by { $by }{ $limit }, and how far leaving any one out moves them
subtitle-residuals = Signed root of each pair's χ², the distance from independence of { $by }{ $limit }{ $of }
subtitle-sets = Initiatives by their whole set of { $dimension } codes{ $limit }{ $of }; each appears once{ $part }
subtitle-sets-part = ; { $shown } of { $every } sets shown
subtitle-flows = Initiatives by { $path }{ $limit }{ $of }, { $how }
subtitle-flows-pairs = once for each pair
subtitle-flows-fractional = split equally over paths

alt-largest = { $title }. { $subtitle }. Largest: { $values }
alt-range = { $title }. { $subtitle }. Widest: { $values }
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
map-groups = Groups, regions and others
map-beyond = Beyond this map
map-crowded = No room on the map
map-size = Circle area: { $measured }
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
squares-number = { $number } ({ $stated } stated)
squares-stated = stated
squares-inferred = inferred

## Files and displays

file-sheet = Table
file-sheet-note = Note
file-untitled = Table
file-call = Call: { $call }
file-line = { $head }: { $text }
members-words = { $dimension }: { $words }
members-marked = «{ $text }»
members-more = { $number ->
    [one] One more row is in the table and not shown here; foip.save_table writes all.
   *[other] { $number } more rows are in the table and not shown here; foip.save_table writes all.
}

## Slides

slide-title = Title
slide-text = Text
slide-number = Slide number
slide-what = What is counted, and its base
slide-source = Source and note
slide-named = An initiative as an example
slide-place-what = What is counted
slide-place-source = Source and note
slide-foot-between = {" · "}
slide-alternative = { $title }. { $note }
slide-sheet = Note
slide-sheet-note = note
slide-sheet-source = source
slide-sheet-call = call
slide-about = Charts and tables in this deck can be edited; the notes of each slide are what to say of it.
slide-example = For example: { $name }. { $summary }
slide-example-name = For example: { $name }.
slide-part = { $title } ({ $part } of { $parts })
slide-also = Also: { $claim }
slide-several = Careful: one initiative can count in more than one row or column, so the numbers can add up to more than the total.
slide-part-of-all = Careful: these are { $base } of the { $total } initiatives; the others say nothing of it.
slide-stands = It holds too if only what the document itself states is counted.
slide-inferred = Careful: if only what the document itself states is counted, this does not hold; it rests on codings that were inferred.

## The explorer

explorer-page = Explorer
explorer-untitled = Initiatives
explorer-about = { $initiatives } initiatives, { $codings } codings{ $version }. Choose a table; press a number to see the initiatives and the words behind it.
explorer-about-file = Everything is counted in this file: it needs no network.
explorer-version = , version { $version }
explorer-skip = Go to the table
explorer-choose = Choose the table
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
explorer-margins = Margins (distinct counts, not sums)
explorer-none = Initiatives with none stated
explorer-present = Only codes that occur
explorer-stated = Stated codings only, none inferred
explorer-filter = Only initiatives with…
explorer-filter-hint = Any of the codes ticked within a dimension, and all of the dimensions together.
explorer-ticked = { $number } ticked
explorer-remove = Remove the filter { $text }
explorer-remove-all = Remove all filters
explorer-keys = Press a number to list its initiatives; arrow keys move between numbers. An empty cell is 0; a darker one is larger.
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
explorer-code-hint = This makes the same table in Python:
explorer-link = Copy the address of this view
explorer-copy = Copy
explorer-copied = Copied.
explorer-link-copied = Copied. The part after # works in every copy of this file.
explorer-not-copied = The browser did not allow copying. Select the text and copy it with the keyboard.
explorer-close = Close
explorer-meanings = What these codes mean
explorer-list-csv = List as CSV
explorer-chart = The same as a chart for a slide
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
explorer-in-python = The same list in Python:
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
site-cost = Cost
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

leaders-comma = {", "}
leaders-last = { $first } and { $last }
overview-title = { $total ->
    [one] { $total } initiative
   *[other] { $total } initiatives
 }: { $leaders } lead
overview-title-alone = { $total ->
    [one] { $total } initiative
   *[other] { $total } initiatives
 }
overview-leader = { $labels } ({ $number })
overview-tied = {" / "}
overview-subtitle = Distinct initiatives{ $selection }, most frequent codes only; each base is the initiatives with any code of that kind
overview-one = { $first } leads with { $number } of { $base }
overview-two = { $first } and { $second } lead with { $number } each of { $base }
# Given as well: $count.
overview-more = { $first } and { $more } more lead with { $number } each of { $base }
overview-nothing = No initiative
overview-panel = { $shown }: { $told }
overview-note = One with several codes counts once in each, so numbers can add up to more than the base.
overview-between = {"  "}
deck-title = Japan's updated Free and Open Indo-Pacific
deck-subtitle = By which means, where and with whom: the initiatives that its outline names, as data
deck-subtitle-count = **{ $initiatives }** { $initiatives ->
    [one] initiative
   *[other] initiatives
 } in **{ $codings }** { $codings ->
    [one] coding
   *[other] codings
 }, **{ $stated }** of them stated in the document's words or by its headings
deck-subtitle-version = Data version { $version }. Charts and tables can be edited; the notes say how to read them and where they come from.
deck-leader = { $label } (**{ $number }**)
deck-findings = What the data say
deck-findings-priorities = The outline names **{ $total }** { $total ->
    [one] initiative
   *[other] initiatives
 }. By priority area: { $leaders }.
deck-findings-tools = Most frequent tools: { $leaders }. One initiative can have several.
deck-findings-regions = Most frequent regions: { $leaders }. **{ $nowhere }** { $nowhere ->
    [one] initiative names
   *[other] initiatives name
 } no place at all.
deck-findings-osa = Most frequent region of the **{ $osa }** { $osa ->
    [one] initiative
   *[other] initiatives
 } with OSA: { $leaders }.
deck-findings-partners = **{ $partnered }** { $partnered ->
    [one] initiative names
   *[other] initiatives name
 } a partner, **{ $abroad }** of them one from abroad; **{ $most }** stand under { $priority }. Most frequent partner: { $leaders }.
deck-findings-notes = The numbers on this slide are computed from the dataset. The tables behind them are on the next slides, the calls in their notes.
deck-osa = OSA in the Pacific: { $number } of its { $osa ->
    [one] { $osa } initiative
   *[other] { $osa } initiatives
 }, and where the document names them
deck-osa-name = Initiative
deck-osa-summary = What it is
deck-osa-locators = Unit of the document
deck-method = How it was counted, and what is doubtful
deck-method-initiative = What is counted is an **initiative**: one thing that Japan does, supports or will do, with an object of its own.
deck-method-cell = A cell is the number of distinct initiatives with the codes of its row and its column. One can have several codes, so cells can add up to more than the base. **Fractional** counts split each initiative's 1 equally over its codes.
deck-method-base = Every chart names its **base**. A group such as ASEAN is never counted for its members.
deck-method-basis = **{ $stated }** of the codings are stated in the document's words or by its headings, the others inferred by the software that coded, among them the priority areas of **{ $inferred }** of { $total ->
    [one] { $total } initiative
   *[other] { $total } initiatives
 }, which only the map names.
deck-method-doubts = Another way to split the text into initiatives would change the counts. The rules are in data/rules.md, the doubtful decisions, one by one, in the data's README.
deck-method-limits = The document is an outline: what it does not say is not in the data. Sums of money and dates are mostly absent.
deck-method-notes = Definitions and rules: data/codebook.csv. Doubts and limits: data/README.md. To count stated codings only: dataset.stated()
deck-sources = Sources and how to cite
deck-sources-document = The document: 進化した「自由で開かれたインド太平洋」 (Updated Free and Open Indo-Pacific), an outline in Japanese. It prints neither publisher nor date; that it is the Government of Japan's is read from its content and unverified. It is not part of the data and keeps its own terms.
deck-sources-notes = To cite: foip.cite(), or foip.cite('short') for a caption. The data is under CC BY 4.0, the software under MIT.
# Citations are in English in every language.
cite-data = { $authors } ({ $year }). Initiatives of Japan's updated Free and Open Indo-Pacific (Version { $version }) [Data set]. CC BY 4.0.
cite-codebook = { $authors } ({ $year }). Codebook of the initiatives of Japan's updated Free and Open Indo-Pacific (Version { $version }). CC BY 4.0.
cite-software = { $authors } ({ $year }). foip-analysis (Version { $version }) [Computer software]. MIT.
cite-short-data = Data: FOIP Initiatives { $version } ({ $authors }, { $year }), CC BY 4.0
cite-short-codebook = Codebook: FOIP Codebook { $version } ({ $authors }, { $year }), CC BY 4.0
cite-short-software = Software: foip-analysis { $version } ({ $authors }, { $year }), MIT
cite-number = { $what }: { $number }.
cite-call = Made by: { $call }.
cite-date = Retrieved { $date }.
