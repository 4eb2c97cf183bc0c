"""A CSV file → a table of text with the row number of each line, or the faults that stop it.

Files are UTF-8, with or without a byte-order mark, with any line ends, as a spreadsheet saves them.
Nothing is repaired in silence: stray white space, a torn row or a wrong encoding is a fault.
"""

from __future__ import annotations

import codecs
import csv
import io
import string
import unicodedata
from pathlib import Path

import pandas as pd

from foip_analysis.dataset.faults import Fault
from foip_analysis.words.catalogue import did_you_mean

ROW = "row"  # the name of the index: the row as a spreadsheet numbers it
WHITE = (
    string.whitespace
    + "\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
WHITE += "\u200b\u2060\ufeff"  # what str.strip takes off, and three that have no width


def read_table(path: Path, required: list[str], faults: list[Fault]) -> pd.DataFrame | None:
    """Read one file as text; add what is wrong with it to ``faults``.

    A row that is at fault stays in the table as well as it can be read, so that the checks that
    follow find its key and tell nothing twice; ``load`` refuses the table all the same.

    Returns
    -------
    pandas.DataFrame or None
        Strings, indexed by the row in the file; None if the file cannot be read as a table.
    """
    name = path.name
    if not path.is_file():
        near = [
            other.name
            for other in path.parent.iterdir()
            if other.stem.casefold() == path.stem.casefold()
        ]
        guess = f" There is '{near[0]}': save it as '{name}'." if near else ""
        faults.append(
            Fault(
                name,
                None,
                "",
                "",
                f"the file is missing. Put it into the folder, or check the folder's name.{guess}",
            )
        )
        return None
    text = _decode(path, faults)
    lines = None if text is None else _split(name, text, faults)
    header = (
        None if lines is None else _read_header(name, lines[0] if lines else [], required, faults)
    )
    if lines is None or header is None:
        return None
    width = len(lines[0])
    needed = [(header.index(column), column) for column in required]
    rows, numbers = [], []
    for number, line in enumerate(lines[1:], 2):
        if not any(line):
            continue
        if len(line) != width:
            faults.append(
                Fault(
                    name,
                    number,
                    "",
                    "",
                    f"has {len(line)} cells, the header has {width}. Quote a cell that holds "
                    "a comma.",
                )
            )
            line = (line + [""] * width)[:width]
        cells = [cell.strip(WHITE) for cell in line]
        if cells != line:
            _name_white_space(name, number, header, line, faults)
        if width > len(header) and any(cells[len(header) :]):
            faults.append(
                Fault(
                    name,
                    number,
                    "",
                    ",".join(cells[len(header) :]),
                    "stands in a column that has no name in row 1.",
                )
            )
        if "" in cells:
            blank = [column for place, column in needed if not cells[place]]
            faults.extend(
                Fault(name, number, column, "", "is blank. Every row needs it.") for column in blank
            )
        rows.append(cells[: len(header)] if width > len(header) else cells)
        numbers.append(number)
    return pd.DataFrame(
        rows, columns=header, index=pd.Index(numbers, name=ROW, dtype="int64"), dtype="str"
    )


def find_repeats(name: str, table: pd.DataFrame, key: list[str], faults: list[Fault]) -> None:
    """Add a fault for each row whose key stands in an earlier row too."""
    if not table.duplicated(key).any():
        return
    first: dict[tuple[str, ...], int] = {}
    for number, values in zip(
        table.index, table[key].itertuples(index=False, name=None), strict=True
    ):
        earlier = first.setdefault(values, number)
        if earlier != number and all(values):
            problem = f"stands in row {earlier} already. Delete one, or rename it."
            faults.append(Fault(name, int(number), "+".join(key), ", ".join(values), problem))


def _decode(path: Path, faults: list[Fault]) -> str | None:
    raw = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    wrong = raw.find(b"\0")  # stands in UTF-16, never in a table
    try:
        text = raw.decode("utf-8")
        if wrong < 0:
            return text
    except UnicodeDecodeError as error:
        wrong = error.start
    line = len((raw[:wrong] + b".").splitlines())
    faults.append(
        Fault(
            path.name,
            line,
            "",
            "",
            f"is not UTF-8 (byte {raw[wrong]:#04x}). Save the file again as 'CSV UTF-8'.",
        )
    )
    return None


def _split(name: str, text: str, faults: list[Fault]) -> list[list[str]] | None:
    lines = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), strict=True):
            lines.append(line)
    except csv.Error as error:
        problem = (
            f"is not CSV: {error}. Look for a quotation mark that is not closed, or "
            "stands inside a cell and is not doubled."
        )
        faults.append(Fault(name, len(lines) + 1, "", "", problem))
        return None
    return lines


def _read_header(
    name: str, cells: list[str], required: list[str], faults: list[Fault]
) -> list[str] | None:
    """Return the names of the columns, without the blank ones that a spreadsheet leaves at the
    end.
    """
    if len(cells) == 1 and (marks := [mark for mark in (";", "\t") if mark in cells[0]]):
        used = {";": "semicolons", "\t": "tabs"}[marks[0]]
        faults.append(
            Fault(
                name,
                1,
                "",
                cells[0],
                f"the columns are separated by {used}. Save the file again with commas "
                "between them.",
            )
        )
        return None
    header = [cell.strip(WHITE) for cell in cells]
    if header != cells:
        _name_white_space(name, 1, header, cells, faults)
    while header and not header[-1]:
        header.pop()
    before = len(faults)
    for column in dict.fromkeys(c for c in header if header.count(c) > 1 or not c):
        problem = (
            "stands twice in the header. Keep one column of each name."
            if column
            else "has no name. Name the column, or delete it."
        )
        faults.append(Fault(name, 1, column, column, problem))
    for column in required:
        if column not in header:
            guess = did_you_mean(column, [c for c in header if c not in required]).replace(
                "Did you mean", "Is it"
            )
            faults.append(
                Fault(
                    name,
                    1,
                    column,
                    ",".join(header),
                    f"the column is missing.{guess} Add it, or name it so.",
                )
            )
    return header if len(faults) == before else None


def _name_white_space(
    name: str, number: int, header: list[str], line: list[str], faults: list[Fault]
) -> None:
    for column, cell in zip(header, line, strict=False):
        core = cell.strip(WHITE)
        if cell != core:
            edges = (
                (set(cell[: cell.find(core)]) | set(cell[cell.find(core) + len(core) :]))
                if core
                else set(cell)
            )
            named = ", ".join(
                f"U+{ord(c):04X} {unicodedata.name(c, 'control character').lower()}"
                for c in sorted(edges)
            )
            faults.append(
                Fault(
                    name,
                    number,
                    column,
                    cell,
                    f"has white space at its start or end ({named}). Delete it.",
                )
            )
