"""Where a line may break, in languages that put spaces between words and in those that put none.

English breaks after a space or a hyphen. Japanese may break between nearly any two characters, but
reads well only between phrases, a word with the particles after it; a small model (budoux) knows
where they end. A language's catalogue says which of both it wants (``line-breaking``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from foip_analysis.words.catalogue import FIRST, languages, say

if TYPE_CHECKING:
    from budoux.parser import Parser

OPENERS = "（「『【〔［〈《([“"
CLOSERS = "、。，．・：；？！）」』】〕］〉》)]”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％"
PAUSES = "、。，．・：；？！／"  # after them a line may break, whatever the model says
OF_HOW_MANY = re.compile(r"\d[\d,]* [a-z]+ (?:the )?\d")  # a number and of how many: 8 of 22
QUOTED = re.compile("「[^「」]{0,12}」")  # short enough to be kept whole
UNSPACED = re.compile(r"[\u0e00-\u0eff\u2e80-\uffef]")  # Thai, Lao; from the Chinese signs on
# Language → the letters that tell it, and what budoux calls it. There is no Chinese: its signs are
# Japanese, too, so that no letters tell it.
SPACELESS = {
    "ja": (r"[\u3040-\u30ff\u3400-\u9fff]", "japanese"),
    "th": (r"[\u0e00-\u0e7f]", "thai"),
}


def phrases(text: str) -> list[str]:
    """Return a text of one line in pieces, in order, at whose ends a line may break.

    The language is the one that its letters tell, for a label may be of any. No piece begins with a
    closing sign or ends with an opening one; a number stays with its counter (13件) and with what
    it is a part of (8 of 22), and 「…」 of up to twelve characters whole.

    Examples
    --------
    >>> from foip_analysis.words.breaking import phrases
    >>> phrases("Ports in 8 of 22 sea-lanes")
    ['Ports ', 'in ', '8 of 22 ', 'sea-', 'lanes']
    >>> phrases("最多の手段は「港湾の整備」で13件")
    ['最多の', '手段は', '「港湾の整備」で', '13件']
    """
    return list(_phrases(text))


@cache
def letters(text: str) -> tuple[str, ...]:
    """Return a piece that is too wide for a line, cut wherever its script allows it.

    Examples
    --------
    >>> from foip_analysis.words.breaking import letters
    >>> letters("（港湾）OSA13件")
    ('（港', '湾）', 'OSA13件')
    """
    return _cut(text, {n for n in range(1, len(text)) if _spaceless(text, n)})


@cache
def language_of(text: str) -> str:
    """Return the language whose letters a text has, of those that there is a catalogue of."""
    known = (lang for lang in languages() if lang in SPACELESS)
    return next((lang for lang in known if re.search(SPACELESS[lang][0], text)), FIRST)


def cells_wide(text: str) -> int:
    """Return how many cells of a terminal or of a sheet a text takes: a Japanese letter is two.

    Examples
    --------
    >>> from foip_analysis.words.breaking import cells_wide
    >>> cells_wide("OSA"), cells_wide("港湾")
    (3, 4)
    """
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


@cache
def _phrases(text: str) -> tuple[str, ...]:
    ends: set[int] = set()
    if UNSPACED.search(text):
        ends |= {n for n in range(1, len(text)) if text[n - 1] in PAUSES or text[n] in OPENERS}
        lang = language_of(text)
        if say("line-breaking", lang) == "phrases" and lang in SPACELESS:
            at = 0
            for phrase in _model(lang).parse(text):
                at += len(phrase)
                ends.add(at)
    for quoted in QUOTED.finditer(text):
        ends -= set(range(quoted.start() + 1, quoted.end()))
    return _cut(text, {n for n in ends if 0 < n < len(text) and _spaceless(text, n)})


def _cut(text: str, ends: set[int]) -> tuple[str, ...]:
    """Cut a text at ends, spaces and hyphens, but not where signs or numbers forbid it."""
    at = [n for n in range(1, len(text)) if _allowed(text, n) and (n in ends or _spaced(text, n))]
    return tuple(text[a:b] for a, b in zip([0, *at], [*at, len(text)], strict=True) if b > a)


def _spaced(text: str, n: int) -> bool:
    """Whether a word ends before a place by a space, or by a hyphen that does not begin it."""
    return text[n - 1] == " " or (text[n - 1] == "-" and n > 1 and text[n - 2].isalnum())


def _spaceless(text: str, n: int) -> bool:
    """Whether a place is beside a sign of a script without spaces."""
    return bool(UNSPACED.match(text[n - 1]) or UNSPACED.match(text[n]))


def _allowed(text: str, n: int) -> bool:
    before, after = text[n - 1], text[n]
    counted = before.isdigit() and after.isalnum()
    whole = any(part.start() < n < part.end() for part in OF_HOW_MANY.finditer(text))
    return not (after in CLOSERS or after == " " or before in OPENERS or counted or whole)


@cache
def _model(lang: str) -> Parser:
    import budoux

    parser: Parser = getattr(budoux, f"load_default_{SPACELESS[lang][1]}_parser")()
    return parser
