"""A CSV file → a table of text with the row number of each line, or the faults that stop it.

Files are UTF-8, with or without a byte-order mark, with any line ends, as a spreadsheet saves them.
Nothing is repaired in silence: stray white space, a torn row or a wrong encoding is a fault. But a
file that is at fault is read on as well as it can be, so that everything that is wrong with it is
told at once.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import pandas as pd

from foip_analysis.dataset.characters import (
    MISSING,
    WHITE,
    bare,
    in_latin,
    is_suspect,
    named,
    oddities,
    strays,
    without_strays,
)
from foip_analysis.dataset.faults import Fault, Faults, Tell
from foip_analysis.words.catalogue import FIRST, languages
from foip_analysis.words.closest import MISSPELT, did_you_mean, likeness

REQUIRED = {
    "codebook": ["dimension", "code", "label_en"],
    "units": ["locator"],
    "initiatives": ["initiative_id", "name_en"],
    "codings": ["initiative_id", "dimension", "code", "locator"],
}
KEYS = {
    "codebook": ["dimension", "code"],
    "units": ["locator"],
    "initiatives": ["initiative_id"],
    "codings": ["initiative_id", "dimension", "code", "locator"],
}
NUMBERS = {"codebook": ["order", "m49", "longitude", "latitude"], "units": ["line", "characters"]}
KNOWN = {  # columns that mean something where they are there: one nearly so called is misspelt
    "codebook": [
        *("parent", "order", "codes_per_initiative", "colour"),
        *("m49", "longitude", "latitude", "marker", "also"),
    ],
    "units": ["line", "characters", "sha256"],
    "initiatives": [],
    "codings": ["evidence", "basis"],
}
_COMPARED = """
initiative_id dimension code locator parent basis marker codes_per_initiative colour order iso3 m49
longitude latitude line characters sha256 part
"""
COMPARED = frozenset(_COMPARED.split())  # found, compared or computed with; other columns hold text
IN_LANGUAGES = ("label", "definition", "include", "exclude", "name", "summary")
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
TORN_ROWS = 20  # torn rows of a file after which each line is read by itself
_ESCAPED = re.compile("[\udc80-\udcff]")  # a byte that was not UTF-8


def read_lines(path: Path, faults: Faults, name: str) -> list[list[str]] | None:
    """Return the lines of a CSV file, the header first; None, and a fault, if it cannot be read.
    Faults of lines are those of the table that it is.
    """
    raw = read_bytes(path, faults)
    if raw is None:
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    text, wrong = _decode(raw)
    lines = _split(f"{name}.csv", text, faults)
    if wrong is not None:
        _name_wrong_bytes(f"{name}.csv", raw[wrong], lines, faults)
    return lines


def table_of(name: str, lines: list[list[str]], faults: Faults) -> pd.DataFrame:
    """Return the table that lines of cells are, the first of them its header.

    A row that is at fault stays in the table as well as it can be read, so that the checks that
    follow find its key and tell nothing twice; ``load`` refuses the table all the same.

    Parameters
    ----------
    name
        Which of the four tables it is: a key of ``REQUIRED``.
    lines
        The header, then the rows.
    faults
        Where is added what is wrong.

    Returns
    -------
    pandas.DataFrame
        Strings, indexed by the row in the file, without the columns that are missing.
    """
    file = f"{name}.csv"
    first = lines[0] if lines else []
    instead = _instead(lines, REQUIRED[name])
    required = [instead.get(column, column) for column in REQUIRED[name]]
    header = read_header(file, first, required, KNOWN[name], faults)
    places = [place for place, column in enumerate(header) if column]
    columns = [header[place] for place in places]
    width, end = len(first), len(header)
    whole = places == list(range(width))
    needed = [(header.index(column), column) for column in required if column in header]
    suspect = {cell for cell in set(chain.from_iterable(lines[1:])) if is_suspect(cell)}
    rows, numbers = [], []
    for number, line in enumerate(lines[1:], 2):
        if not any(line):
            continue
        if len(line) != width:
            problem = (
                f"has {len(line)} cells, the header has {width}. Quote a cell that holds a comma."
            )
            if (file, number) not in faults.torn:
                faults.tear(Fault(file, number, "", "", problem))
            line = (line + [""] * width)[:width]
        if suspect and not suspect.isdisjoint(line):
            tell = partial(faults.add, file, number)
            line = [
                _mend(cell, column, tell) if cell in suspect else cell
                for cell, column in zip(line, header + [""] * (width - end), strict=True)
            ]
        if width > end and any(line[end:]):
            problem = "stands in a column that has no name in row 1."
            faults.tear(Fault(file, number, "", ",".join(line[end:]), problem))
        if "" in line:
            for place, column in needed:
                if not line[place]:
                    faults.add(file, number, column, "", "is blank. Every row needs it.")
        rows.append(line if whole else [line[place] for place in places])
        numbers.append(number)
    index = pd.Index(numbers, dtype="int64")
    table = pd.DataFrame(rows, columns=columns, index=index, dtype="str")
    return table.assign(**{column: table[own] for column, own in instead.items()})


def _instead(lines: Sequence[Sequence[str]], required: Sequence[str]) -> dict[str, str]:
    """Return the English columns that are needed and not there, or blank from top to bottom → those
    of another language, which serve for them.
    """
    header = list(lines[0]) if lines else []

    def is_filled(column: str) -> bool:
        place = header.index(column) if column in header else len(header)
        return any(any(line[place : place + 1]) for line in lines[1:])

    found = {}
    for column in required:
        stem, _, lang = column.rpartition("_")
        if lang == FIRST and not is_filled(column):
            own = [f"{stem}_{each}" for each in languages() if is_filled(f"{stem}_{each}")]
            found.update({column: own[0]} if own else {})
    return found


def read_bytes(path: Path, faults: Faults, *, needed: bool = True) -> bytes | None:
    """Return what a file holds; None, and a fault, if it is not there or cannot be read.

    A file that is not ``needed`` may be missing.
    """
    problem = ""
    try:
        if path.is_file():
            return path.read_bytes()
        if path.is_dir():
            problem = "is a folder. Put the file of this name in its place."
        elif path.is_symlink():
            problem = "is a link that leads to no file. Put the file itself in its place."
        elif path.exists():
            problem = "is no file that can be read. Put a file of this name in its place."
        elif needed:
            near = [
                other.name
                for other in path.parent.iterdir()
                if other.stem.casefold() == path.stem.casefold()
            ]
            guess = f" There is '{near[0]}': save it as '{path.name}'." if near else ""
            problem = (
                f"the file is missing. Put it into the folder, or check the folder's name.{guess}"
            )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = f"cannot be read ({reason}). Let yourself read it, or put a copy in its place."
    if problem:
        faults.add(path.name, None, "", "", problem)
    return None


def _decode(raw: bytes) -> tuple[str, int | None]:
    """Return the text, and where the first byte is that is not UTF-8, if any. Such bytes stand in
    the text as halves of surrogate pairs, unless all of it can be read as UTF-16.
    """
    wrong = None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text, wrong = raw.decode("utf-8", "surrogateescape"), error.start
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace"), 0
    zero = raw.find(b"\0")
    if raw.count(b"\0") * 4 <= len(raw):
        return text, wrong
    little = raw[1::2].count(b"\0") >= raw[::2].count(b"\0")
    text = raw.decode("utf-16-le" if little else "utf-16-be", "replace")
    return text, zero if wrong is None else min(zero, wrong)


def _name_wrong_bytes(name: str, byte: int, lines: list[list[str]], faults: Faults) -> None:
    """Tell of the first row that is not UTF-8, and how many others; tell nothing else of them."""
    damaged = []
    for number, line in enumerate(lines, 1):
        if any(_ESCAPED.search(cell) for cell in line):
            damaged.append(number)
            line[:] = [_ESCAPED.sub("\ufffd", cell) for cell in line]
    further = f", and so are {len(damaged) - 1} further rows" if len(damaged) > 1 else ""
    row = damaged[0] if damaged else 1
    problem = f"is not UTF-8 (byte {byte:#04x}){further}. Save the file again as 'CSV UTF-8'."
    told = Fault(name, row, "", "", problem)
    faults.append(told)
    for number in damaged:
        faults.tear(told if number == row else Fault(name, number, "", "", ""), told=False)


def _split(name: str, text: str, faults: Faults) -> list[list[str]]:
    """Return the rows; where a quotation mark is wrong, that line is a row and the next begins a
    new one.
    """
    physical = list(io.StringIO(text, newline=""))
    mark = _find_mark(name, physical[0].strip() if physical else "", faults)
    lines: list[list[str]] = []
    start = torn = 0
    while start < len(physical):
        alone = torn >= TORN_ROWS
        stretch = physical[start : start + 1] if alone else physical[start:]
        reader = csv.reader(stretch, strict=True, delimiter=mark)
        good = 0
        try:
            for line in reader:
                lines.append(line)
                good = reader.line_num
            start += good
        except csv.Error as error:
            start += good + 1
            torn += 1
            problem = (
                f"is not CSV: {error}. Look for a quotation mark that is not closed, or "
                "stands inside a cell and is not doubled."
            )
            faults.tear(Fault(name, len(lines) + 1, "", "", problem))
            lines.append(_read_loosely(physical[start - 1], mark))
    return lines


def _read_loosely(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=mark), [])
    except csv.Error:
        return line.split(mark)


def _find_mark(name: str, head: str, faults: Faults) -> str:
    """Return what stands between the cells of a header; a fault if it is no comma."""
    mark = next((mark for mark in SEPARATORS if mark in head and "," not in head), ",")
    if mark != ",":
        problem = (
            f"the columns are separated by {SEPARATORS[mark]}. Save the file again with commas "
            "between them."
        )
        faults.add(name, 1, "", head, problem)
    return mark


def read_header(
    name: str, cells: list[str], required: list[str], known: Sequence[str], faults: Faults
) -> list[str]:
    """Return the names of the columns, without the blank ones that a spreadsheet leaves at the
    end; one that has no name, or that of another, is blank.
    """
    tell = partial(faults.add, name, 1)
    header = [
        _mend(cell, cell.strip(WHITE), tell, head=True) if is_suspect(cell) else cell
        for cell in cells
    ]
    while header and not header[-1]:
        header.pop()
    for column in dict.fromkeys(c for c in header if header.count(c) > 1 or not c):
        problem = (
            "stands twice in the header. Keep one column of each name."
            if column
            else "has no name. Name the column, or delete it."
        )
        tell(column, column, problem)
    for column in required:
        if column not in header:
            guess = did_you_mean(column, [c for c in header if c and c not in required]).replace(
                "Did you mean", "Is it"
            )
            problem = f"the column is missing.{guess} Add it, or name it so."
            tell(column, ",".join(header), problem)
    _name_misspelt(header, required, known, tell)
    return ["" if column in header[:place] else column for place, column in enumerate(header)]


def _name_misspelt(
    header: list[str], required: Sequence[str], known: Sequence[str], tell: Tell
) -> None:
    """Tell of columns that are nearly called like one that means something, and are kept as another
    if nobody says so.
    """
    translated = [f"{stem}_{language}" for stem in IN_LANGUAGES for language in languages()]
    meant = {_spelt(column): column for column in [*translated, *known, *required]}
    told = set()
    for column in dict.fromkeys(filter(None, header)):
        if column in meant.values():
            continue
        near = meant.get(_spelt(column))
        if near is None and not column.startswith(tuple(f"{stem}_" for stem in IN_LANGUAGES)):
            absent = [each for each in known if each not in header]
            near = next((each for each in absent if likeness(column, each) >= MISSPELT), None)
        if near and near not in told and not (near in required and near not in header):
            told.add(near)
            problem = f"is nearly '{near}'. Name it so, or name it otherwise."
            tell(column, column, problem)
    first: dict[str, str] = {}
    for column in dict.fromkeys(filter(None, header)):
        other = first.setdefault(bare(column), column)
        if other != column and column not in meant.values() and _spelt(column) not in meant:
            tell(column, column, f"differs from '{other}' by case or white space alone. Rename it.")


def _spelt(column: str) -> str:
    return re.sub(r"[\W_]+", "", bare(column))


def may_stand(cell: str, column: str) -> bool:
    """Whether nothing is wrong with a cell by itself, blank or not."""
    faults = Faults()
    if is_suspect(cell):
        _mend(cell, column, partial(faults.add, "", 0))
    return not faults


def _mend(cell: str, column: str, tell: Tell, *, head: bool = False) -> str:
    """Tell what may not stand in a cell; return the cell as it was meant."""
    core = cell.strip(WHITE)
    if cell != core:
        place = cell.find(core)
        edges = cell[:place] + cell[place + len(core) :] if core else cell
        problem = f"has white space at its start or end ({named(sorted(edges))}). Delete it."
        tell(column, cell, problem)
    if core in MISSING:
        what = "Name the column" if head else "Write the value, or leave the cell blank"
        problem = f"is what a program writes where a value is missing. {what}."
        tell(column, cell, problem, spoilt=True)
        return core
    key = head or column in COMPARED
    if found := strays(core, key=key):
        remedy = "Delete it, or type the cell anew."
        if "\ufffd" in found:
            remedy = "A letter was lost there: type it anew."
        tell(column, cell, f"has {named(found)} in it. {remedy}")
        core = without_strays(core, key=key).strip(WHITE)
    if key and (problem := oddities(core)):
        tell(column, cell, problem)
        core = in_latin(core)
    return core
