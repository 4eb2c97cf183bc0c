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
amount-share = { $value } of the { $side ->
    [row] row
    [column] column
   *[table] table
 }
amount-weight = { $weight } { $value }
amount-bare = { $value } initiatives
base-of-initiatives = n={ $base }
base-bare = { $base }

finding-no-initiatives = No initiative matches the selection
finding-no-cell = No initiative is in any cell
finding-no-two-codes = No initiative has two codes of { $dimension }
finding-nothing-has = No initiative has { $labels }
# $doubt: whether a label has an "and" that could be taken for the sentence's own.
finding-label = { $doubt ->
    [yes] “{ $label }”
   *[no] { $label }
 }
finding-pair-leads = { $count ->
    [one] { $pairs } leads with { $number }{ $of }
   *[other] { $pairs } lead with { $number } each{ $of }
 }
finding-pair-leads-more = { $pair } and { $more } more pairs lead with { $number } each{ $of }
finding-pair-in-layer = { $pair } under { $doubt ->
    [yes] “{ $layer }”
   *[no] { $layer }
 }
finding-layer-leads = { $pair } leads with { $number }{ $of }
finding-layer-leads-more = { $pair } and { $more } more pairs lead with { $number } each{ $of }
finding-base = base { $base }
finding-base-few = base { $base }; bases under { $few } left out
finding-range = { $low } to { $high }
finding-most-frequent = { $count ->
    [one] { $codes } is the most frequent { $dimension }: { $number }
   *[other] { $codes } are the most frequent { $dimension }: { $number } each
 }
finding-codes-tie = { $count } codes of { $dimension } share the lead with { $number } each
finding-row-all = { $finding }, all under { $columns }
finding-row-most = { $finding }, { $number } { $count ->
    [one] of them under
   *[other] each under
 } { $columns }
finding-inference-none = No count of { $rows } rests on inference
finding-inference-one = { $name-1 } depends most on inference: { $first-1 } stated of { $last-1 }
finding-inference-two = { $name-1 } and { $name-2 } depend most on inference: { $first-1 } stated of { $last-1 }, and { $first-2 } of { $last-2 }
finding-inference-more = { $name-1 } and { $more } more depend most on inference: { $gap } inferred each
finding-inference-moves = { $name-1 } differs most between stated and all codings: { $first-1 } and { $last-1 }
finding-counting-none = Splitting initiatives over their codes changes no count of { $rows }
finding-counting-one = { $name-1 } shrinks most when initiatives are split over their codes: { $first-1 } in full, { $last-1 } split
finding-counting-two = { $name-1 } and { $name-2 } shrink most when initiatives are split over their codes: by { $gap } each
finding-counting-more = { $name-1 } and { $more } more shrink most when initiatives are split over their codes: by { $gap } each
finding-one-out = Leaving any one initiative out moves no share by more than { $gap } points
finding-one-out-where = Leaving any one initiative out moves no share by more than { $gap } points; { $line } moves most
finding-passing-none = No pair of { $rows } and { $columns } stands out after correction; { $p }
finding-passing = { $count } of { $cells } pairs stand out after correction; { $p }
finding-passing-named = { $count ->
    [one] { $count } of { $cells } pairs stands out after correction: { $named }; { $p }
   *[other] { $count } of { $cells } pairs stand out after correction: { $named }; { $p }
 }
finding-passing-most = { $count } of { $cells } pairs stand out after correction, { $strongest } most; { $p }
finding-p = p ({ $test }) { $p }
finding-p-bootstrap = bootstrap
finding-p-rao-scott = Rao–Scott
finding-p-chi-square = χ²
finding-p-bonferroni = Bonferroni
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
    [one] { $sets } is the most frequent set of { $dimension }: { $number }
   *[other] { $sets } are the most frequent sets of { $dimension }: { $number } each
 }
finding-sets-tie = { $count } sets of { $dimension } share the lead with { $number } each
finding-paths-lead = { $count ->
    [one] { $paths } is the most frequent path: { $number }
   *[other] { $paths } are the most frequent paths: { $number } each
 }
finding-paths-tie = { $count } paths share the lead with { $number } each

subtitle = { $measure } by { $by }{ $limit }, { $how }{ $of }; { $order }
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
subtitle-counted-initiatives = counted once each
subtitle-counted-fractional = split equally over codes
subtitle-base = ; base { $base } of { $total }
subtitle-order-codebook = codebook order
subtitle-order-size = largest first
subtitle-range = { $what }{ $of }; { $order }
subtitle-range-base = ; base { $bases } of { $total }
subtitle-range-inference = Initiatives by { $by }{ $limit }, stated codings against all codings
subtitle-range-counting = Initiatives by { $by }{ $limit }, full against fractional counting
subtitle-range-one-out = Shares of initiatives by { $by }{ $limit }, and how far leaving any one out moves them
subtitle-residuals = Signed root of each pair's χ², the distance from independence of { $by }{ $limit }; base { $base } of { $total }
subtitle-sets = Initiatives by their whole set of { $dimension } codes{ $limit }, counted once each; base { $base } of { $total }; largest first{ $part }
subtitle-sets-part = ; { $shown } of { $every } sets shown
subtitle-flows = Initiatives by { $path }{ $limit }, { $how }; base { $base } of { $total }; codebook order
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
association-found = X² = { $statistic } over { $shape } codes. p: { $p-values }.
association-p-rao-scott = { $p } (Rao–Scott: { $statistic } on { $df } df)
association-p-no-rao-scott = none by Rao–Scott (the codes decide each other)
association-p-chi-square = { $p } (χ² on { $df } df)
association-p-bootstrap = { $p } (bootstrap, { $draws } draws)
association-p-bonferroni = { $p } (Bonferroni over { $cells } cells)
association-passing = Cells that pass at { $level } after Bonferroni: { $passing } of { $cells }.
association-passing-which = Cells that pass at { $level } after Bonferroni: { $passing } of { $cells }: { $which }.
association-few-trust = In { $few } of { $cells } cells fewer than { $least } initiatives are expected, too few for χ²; the bootstrap is the p value to trust.
association-few-draw = In { $few } of { $cells } cells fewer than { $least } initiatives are expected, too few for χ²; pass draws=1999 for a p value that bears it.
association-left-out = Left out, for every or no initiative has them: { $codes }.
association-left-out-of = { $dimension }: { $codes }
association-left-out-between = {"; "}
association-parent = One of the two is the parent of the other in the codebook, so they depend on each other by definition.
association-meaning = The initiatives are all that the document names, not a sample of more. A small p says that codes given out independently would seldom make so strong a pattern; it says nothing of other documents, of size, or of causes.
agreement-note = { $both } initiatives that both have (of { $first } and { $second }). α is Krippendorff's, with the MASI distance for sets of codes and the nominal one for single codes; agreement is the share of initiatives with the same set of codes.
agreement-undefined = Every initiative has the same codes in both, so nothing varies and α is undefined.
describe-dimension = Dimension
describe-code = Code
describe-label-en = English label
describe-label-ja = Japanese label
describe-parent = Parent
describe-children = Children
describe-definition = Definition
describe-include = Include
describe-exclude = Exclude
describe-initiatives = Initiatives
describe-rule = { $head }: { $text }
describe-between = {" "}
describe-base = Initiatives: distinct ones with the code, of { $total }{ $limit }.
# Empty: what itables says by itself is English.
describe-search = {""}
describe-length = {""}
describe-info = {""}
describe-info-empty = {""}
describe-info-filtered = {""}
describe-nothing-found = {""}
dataset-untitled = Dataset
dataset-version = { $title }, version { $version }
dataset-size = { $title }: { $initiatives } initiatives, { $codings } codings

## Charts

## Files and displays

## Slides

## The explorer

## The shell

## The shipped dataset: overview, deck, citation
