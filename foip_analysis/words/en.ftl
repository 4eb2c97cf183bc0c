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

## Findings: titles, subtitles, alternative texts

## Charts

## Files and displays

## Slides

## The explorer

## The shell

## The shipped dataset: overview, deck, citation
