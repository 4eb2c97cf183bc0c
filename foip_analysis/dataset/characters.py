"""Characters that a reader cannot see, or that a program writes where something is missing.

A *key* is what rows find each other by: a code, a dimension, an id, a locator, a column's name. Two
keys that look alike must be alike, so nothing invisible stands in one. A *text* is read by people:
what its script needs may stand there too. Whatever is refused is named as what it is, and no
message, chart or terminal is given it raw.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable

WHITE = (  # what str.strip takes off, and three that have no width
    string.whitespace
    + "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + "\u200b\u2060\ufeff"
)

# What a spreadsheet or a program writes where a value is missing or could not be computed.
_WRITTEN = """
nan NaN NAN Nan -nan <NA> NaT NULL null Null (null) undefined N/A n/a #N/A #N/A! #NA #REF! #VALUE!
#DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #UNKNOWN! #CONNECT! #BUSY! #ERROR!
#GETTING_DATA Err:502 Err:508 Err:509 Err:511 Err:522 1.#QNAN 1.#INF
"""
MISSING = frozenset([*_WRITTEN.split(), "[object Object]"])

UNSEEN = (  # all that has no shape of its own: an expression for one character
    "[\x00-\x08\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U0001fffe\U0001ffff\U000e0000-\U0010ffff]"
)
_unseen = re.compile(UNSEEN)
_in_key = re.compile(rf"{UNSEEN}|[\n\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_latin = re.compile("[A-Za-z]")
# Cyrillic and Greek letters that look like Latin ones, and these.
_ALIKE = "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι"
_MEANT = "aeopcyxijshdqwABEKMHOPCTYXIJSABEZHIKMNOPTYXoi"
_alike = re.compile(f"[{_ALIKE}]")
_suspect = re.compile(f"{_in_key.pattern}|{_alike.pattern}")

_JOINED = re.compile(  # scripts in which a joiner changes how letters are written
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff]")  # Thai, Khmer …
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PICTURE = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]")

_CONTROLS = {
    0x00: "NUL",
    0x07: "BEL, bell",
    0x08: "BS, backspace",
    0x09: "tab",
    0x0A: "line feed",
    0x0B: "vertical tab",
    0x0C: "form feed",
    0x0D: "carriage return",
    0x1B: "ESC, escape",
    0x7F: "DEL, delete",
    0x85: "next line",
}


def named(characters: Iterable[str]) -> str:
    """Return characters by number and name, each once.

    Examples
    --------
    >>> from foip_analysis.dataset.characters import named
    >>> named("a\\x1b")
    'U+0061 latin small letter a, U+001B ESC, escape'
    """
    return ", ".join(_named(character) for character in dict.fromkeys(characters))


def shown(text: str) -> str:
    """Return a text as it may be printed: what has no shape of its own is written as an escape.

    Examples
    --------
    >>> from foip_analysis.dataset.characters import shown
    >>> print(shown("o\\u200bsa\\x1b[31m"))
    o\\u200bsa\\x1b[31m
    """
    return _unseen.sub(lambda found: ascii(found[0])[1:-1], text)


def is_suspect(cell: str) -> bool:
    """Whether a cell needs a closer look: quick, for most need none."""
    return (
        _suspect.search(cell) is not None
        or cell.strip(WHITE) != cell
        or cell in MISSING
        or not (cell.isascii() or unicodedata.is_normalized("NFC", cell))
    )


def are_suspect(cells: list[str]) -> bool:
    """Whether one of many cells, none of them in ``MISSING``, may need a closer look: quicker than
    to ask of each.

    Examples
    --------
    >>> from foip_analysis.dataset.characters import are_suspect
    >>> are_suspect(["海底 ケーブル", "鉄道"]), are_suspect(["海底ケーブル", "鉄道 "])
    (False, True)
    """
    joined = "\n".join(["", *cells, ""])  # which may not stand in a key
    return (
        joined.count("\n") != len(cells) + 1
        or "\n " in joined
        or " \n" in joined
        or _suspect.search(joined.replace("\n", "")) is not None
        or not unicodedata.is_normalized("NFC", joined)
    )


def strays(text: str, *, key: bool) -> list[str]:
    """Return the characters that may not stand in a key, or in a text."""
    if key:
        return _in_key.findall(text)
    return [
        found[0]
        for found in _unseen.finditer(text)
        if not _belongs(found[0], text[: found.start()], text[found.end() :])
    ]


def without_strays(text: str, *, key: bool) -> str:
    """Return a text as it was meant, as far as that can be told: for the checks that follow."""
    found = set(strays(text, key=key))
    kept = "".join(" " if c in "\t\n\r\xa0\u3000" else "" if c in found else c for c in text)
    return kept if found else text


def oddities(key: str) -> str:
    """Return what is wrong with the letters of a key, as the end of a sentence; empty if nothing.

    Letters that are not composed (NFC), and letters of another script that look like Latin ones.
    """
    if key.isascii():
        return ""
    composed = unicodedata.normalize("NFC", key)
    if composed != key:
        apart = [c for c in key if unicodedata.combining(c)] or [
            c for c in key if c not in composed
        ]
        return (
            f"has letters that are not composed ({named(apart)}; NFC writes them as one character "
            "each). Write it as NFC."
        )
    if _latin.search(key) and (alike := _alike.findall(key)):
        return f"has letters that only look like Latin ones ({named(alike)}). Type them anew."
    return ""


def in_latin(key: str) -> str:
    """Return a key as it was meant where ``oddities`` finds something."""
    return unicodedata.normalize("NFC", key).translate(str.maketrans(_ALIKE, _MEANT))


def bare(text: str) -> str:
    """Return a text without what hardly tells two apart: case, width, composition, white space."""
    if text.isascii():
        return "".join(text.split()).lower()
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _belongs(character: str, before: str, after: str) -> bool:
    """Whether a character without a shape is needed where it stands in a text."""
    last, following = before[-1:], after[:1]
    if character in "\u200c\u200d":  # joiners
        return bool(last and following) and (
            bool(_JOINED.match(last) and _JOINED.match(following))
            or (character == "\u200d" and bool(_PICTURE.match(last) and _PICTURE.match(following)))
        )
    if character == "\u200b":
        return bool(_UNSPACED.match(last) and _UNSPACED.match(following))
    if character in "\u200e\u200f\u061c":  # marks of direction
        return bool(_RIGHT_TO_LEFT.search(before + after))
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return bool(last) and unicodedata.category(last)[0] in "LSPN"  # a variant of a character
    return "\u180b" <= character <= "\u180d" and "\u1800" <= last <= "\u18af"  # Mongolian


def _named(character: str) -> str:
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:
        name = "half of a surrogate pair"
    elif unicodedata.category(character) == "Co":
        name = "private use"
    elif number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        name = "no character"
    else:
        fallback = _CONTROLS.get(number, "control character")
        name = unicodedata.name(character, fallback)
        name = name if name == fallback else name.lower()
    return f"U+{number:04X} {name}"
