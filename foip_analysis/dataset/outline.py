"""A plain text → its units: a row a bullet, paragraph or article, with a locator and a hash.

What is coded is read from units, and a locator says which. A line that begins with a bullet or a
number, an article (``第3条``, ``Article 3``) or an indented line begins a unit, and so does the
first line after a blank one; other lines go on with the unit above, as lines that a page breaks do.

A heading is a unit of its own, and the units below are numbered under it: ``text.2.3`` is the third
unit under the second heading. A line is one if it has at most a hundred characters and

- begins with ``#``, or with the name of a part: ``第1章``, ``Chapter 1``, ``Section 2``; or
- stands by itself over a line of ``===`` or ``---`` (which is no unit); or
- stands by itself between blank lines, is numbered and is no sentence: ``1.2 Cranes``; ``1. Ports``
  only where every line of the document that is numbered so counts up from 1 and has text below it,
  for else it is a list.

The words are not kept: a hash is enough to tell that a unit is still the one that was coded, and
whoever may not hand on the text can hand on the units.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import pairwise
from os import PathLike
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from foip_analysis.dataset.given import guided

TEXT, HEADING, DOCUMENT = "text", "heading", "document"  # parts; of these only text is coded
TEXT_SHOWN = "(text)"  # a column for whoever codes, which no dataset keeps

_KANJI = "〇一二三四五六七八九"
_NUMBER = rf"[\d{_KANJI}十百]+"  # in full width too
_BULLET = re.compile(r"\s*[-–—*+・･○●◯◎◦•‣▪▫■□◆◇▶►➢✓※](?!\*)")
_ITEM = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[a-zA-Zア-ン]|[ivx]{1,4})[.)、](?!\d)|[①-⑳]|\d{1,2}\u3000"
    rf"|[(（](?:\d{{1,3}}|[{_KANJI}十]{{1,3}}|[a-zA-Zア-ン]|[ivx]{{1,4}})[)）]"
    rf"|[{_KANJI}十]{{1,3}}[、.．\u3000]|[Ⅰ-ⅿ][.．、\s])"
)
_ARTICLE = re.compile(rf"\s*(?:第({_NUMBER})条|Art(?:icle|\.)\s*(\d+))(の{_NUMBER})?", re.I)
_HEAD = re.compile(
    rf"#+\s|\s*第{_NUMBER}[編部章節款]|(?:chapter|part|section|annex|title)\s+[\divxlc]+\b", re.I
)
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|＝{3,}|─{3,}|━{3,}|~{3,})\s*")
_NUMBERED = re.compile(
    r"\s*(\d{1,2}(?:[.．]\d{1,2}){0,4})([.．)）、]?)\s+\S|\s*(\d{1,2})([．、）])\S"
)
_SENTENCE = re.compile(r"[.。．,、;；]\s*")  # how a line ends that is no heading
LONGEST_HEAD = 100  # characters


class Block(NamedTuple):
    """Lines of a text that are one unit: the number of the first, what they say, of which kind."""

    line: int
    text: str
    kind: str  # TEXT or HEADING
    article: str  # its number, blank for what is none


@guided
def units_from(source: str | PathLike[str], *, text: bool = False) -> pd.DataFrame:
    """Return the units of a plain text: a locator and a hash a bullet, paragraph or article.

    Parameters
    ----------
    source
        A text file in UTF-8. Of a Word or PDF file save the text first. A heading is a line that
        begins with ``#``, ``Chapter 1`` or the like, one over a line of ``===`` or ``---``, and a
        numbered one between blank lines; write ``#`` before any other.
    text
        Adds a column ``(text)`` with the words of each unit, to show whoever codes them; ``load``
        leaves it out of a workbook.

    Returns
    -------
    pandas.DataFrame
        As in ``units.csv``: ``locator`` (``text.2.3``: the third unit under the second heading;
        ``article.3.1``: the first below article 3; ``heading.2``), ``part`` (``text``, ``heading``,
        and in the last row ``document`` for the whole), ``heading``, ``line`` of its beginning,
        ``characters`` and ``sha256`` of its words (NFKC, without ``*``, leading bullets and white
        space), by which ``verify`` finds it again.

    Raises
    ------
    ValueError
        If the file cannot be read as UTF-8 text, or has no words.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     plan = pathlib.Path(folder, "plan.txt")
    ...     _ = plan.write_text("# Ports\\n- A port is built.\\n- A crane\\n  is lent.\\n", "utf-8")
    ...     units = foip.units_from(plan)
    >>> units["locator"].tolist(), units["line"].tolist()
    (['heading.1', 'text.1.1', 'text.1.2', 'document'], [1, 2, 3, 1])
    """
    blocks = blocks_of(read_text(source))
    if not blocks:
        raise ValueError(f"The text '{source}' has no words. Name the file that has them.")
    rows, taken = [], set()
    head = number = under = 0  # headings; units under the last one, and under the last article
    within = ""
    for block in blocks:
        if block.kind == HEADING:
            head, number, within = head + 1, 0, ""
            locator = f"{HEADING}.{head}"
        elif block.article:
            within, under = f"article.{block.article}", 0
            while within in taken:  # an annex can have an article 1 too
                within += "+"
            locator = within
        elif within:
            under += 1
            locator = f"{within}.{under}"
        else:
            number += 1
            locator = f"{TEXT}.{head}.{number}" if head else f"{TEXT}.{number}"
        taken.add(locator)
        words = normal(block.text)
        heading = str(head) if head and block.kind == TEXT else ""
        rows.append((locator, block.kind, heading, block.line, len(words), digest(words)))
    every = "\n".join(normal(block.text) for block in blocks)
    rows.append((DOCUMENT, DOCUMENT, "", 1, len(every.replace("\n", "")), digest(every)))
    columns = ["locator", "part", "heading", "line", "characters", "sha256"]
    units = pd.DataFrame(rows, columns=columns)
    if text:
        units[TEXT_SHOWN] = [*(" ".join(block.text.split()) for block in blocks), ""]
    return units


def blocks_of(text: str) -> list[Block]:
    """Return the units of a text in their order: the lines that belong together as one."""
    blocks: list[Block] = []
    begins = True
    lines = text.split("\n")
    ruled = _ruled(lines)
    heads = {place - 1 for place in ruled} | _numbered_heads(lines, ruled)
    for number, line in enumerate(lines, 1):
        if not normal(line) or number - 1 in ruled:
            begins = True
            continue
        article = _ARTICLE.match(line)
        is_head = bool(_HEAD.match(line)) and len(line) <= LONGEST_HEAD and not article
        is_head = is_head or number - 1 in heads
        starts = is_head or article or _BULLET.match(line) or _ITEM.match(line)
        if starts or begins or line.startswith("\u3000"):
            named = _article(article) if article else ""
            blocks.append(Block(number, line, HEADING if is_head else TEXT, named))
        else:
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text}\n{line}")
        begins = is_head
    return blocks


def _ruled(lines: list[str]) -> set[int]:
    """Return the places of the lines that only underline the heading above them."""
    ruled: set[int] = set()
    for place in range(1, len(lines)):
        above = lines[place - 1]
        alone = place == 1 or not normal(lines[place - 2]) or place - 2 in ruled
        if _RULE.fullmatch(lines[place]) and alone and _may_head(above):
            ruled.add(place)
    return ruled


def _may_head(line: str) -> bool:
    """Whether a line can be a heading by how it is written: short, no bullet, no sentence."""
    short = normal(line) and len(line) <= LONGEST_HEAD and not _RULE.fullmatch(line)
    return bool(short) and not _BULLET.match(line) and not _SENTENCE.fullmatch(line.rstrip()[-1:])


def _numbered_heads(lines: list[str], ruled: set[int]) -> set[int]:
    """Return the places of headings that are known by their numbers, level by level."""
    worded = [place for place, line in enumerate(lines) if normal(line) and place not in ruled]
    levels: dict[tuple[int, str], list[tuple[int, str]]] = {}  # how numbered → place, number
    for place in worded:
        found = _NUMBERED.match(lines[place])
        if found is None or place + 1 in ruled:
            continue
        number, mark = found[1] or found[3], found[2] or found[4] or ""
        level = re.split("[.．]", number)
        begins = place == 0 or not normal(lines[place - 1])
        if begins or (mark and len(level) == 1):
            levels.setdefault((len(level), mark), []).append((place, level[-1]))
    after = dict(pairwise(worded))
    heads: set[int] = set()
    for (depth, _), found_here in levels.items():
        places = [place for place, _ in found_here]
        numbers = [int(number) for _, number in found_here]
        fit = [_stands_alone(lines, place) and _may_head(lines[place]) for place in places]
        listed = {*places, None}  # what makes a list, or the end, of what comes after one
        if depth > 1:
            heads |= {place for place, fits in zip(places, fit, strict=True) if fits}
        elif (
            all(fit)
            and numbers == list(range(1, len(numbers) + 1))
            and len(numbers) > 1
            and not any(after.get(place) in listed for place in places)
        ):
            heads |= set(places)
    return heads


def _stands_alone(lines: list[str], place: int) -> bool:
    """Whether a line lies between blank ones, or the ends of the text."""
    beside = [lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines)]
    return not any(map(normal, beside))


def read_text(source: str | PathLike[str]) -> str:
    """Return what a text file holds; refuse in a sentence what is none."""
    path = Path(source)
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        remedy = "Save it as plain text in UTF-8 (in Word: Save as, Plain text, Unicode UTF-8)"
        raise ValueError(f"The text '{source}' is no UTF-8 text. {remedy}.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ValueError(
            f"The text '{source}' cannot be read ({reason}). Check the path."
        ) from error


def normal(text: str) -> str:
    """Return a text as it is hashed and searched: NFKC, without ``*``, leading bullets and white
    space.
    """
    return re.sub(r"[\s*]+", "", unicodedata.normalize("NFKC", text)).lstrip("-・●")


def digest(words: str) -> str:
    """Return the hash of words as ``normal`` gives them."""
    return hashlib.sha256(words.encode()).hexdigest()


def _article(found: re.Match[str]) -> str:
    """Return the number of an article in Arabic numerals: 第十二条の二 is 12-2."""
    main, branch = found[1] or found[2], found[3] or ""
    return str(_value(main)) + (f"-{_value(branch[1:])}" if branch else "")


def _value(number: str) -> int:
    """Return a number of Arabic or Japanese numerals, up to 999.

    Examples
    --------
    >>> _value("12"), _value("二十三"), _value("百一")
    (12, 23, 101)
    """
    plain = unicodedata.normalize("NFKC", number)
    if plain.isdecimal():
        return int(plain)
    total = digits = 0
    for sign in plain:
        if sign in "十百":
            total += (digits or 1) * (10 if sign == "十" else 100)
            digits = 0
        else:
            digits = digits * 10 + _KANJI.find(sign)
    return total + digits
