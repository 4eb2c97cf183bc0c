"""A CSV file → a table of text with the row number of each line, or the faults that stop it.

Files are UTF-8, with or without a byte-order mark, with any line ends, as a spreadsheet saves them.
Nothing is repaired in silence: stray white space, a torn row or a wrong encoding is a fault.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from foip_analysis.codebook import did_you_mean
from foip_analysis.faults import Fault

ROW = "row"  # the name of the index: the row as a spreadsheet numbers it


def read_table(path: Path, required: list[str], faults: list[Fault]) -> pd.DataFrame | None:
    """Read one file as text; add what is wrong with it to ``faults``.

    Returns
    -------
    pandas.DataFrame or None
        Strings, indexed by the row in the file; None if the file cannot be read as a table.
    """
    name = path.name
    if not path.is_file():
        faults.append(Fault(name, None, "", "", "the file is missing. Put it into the folder, or check the folder's name."))
        return None
    text = _decode(path, faults)
    if text is None:
        return None
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        faults.append(Fault(name, None, "", "", f"is not a CSV file: {error}. Look for a quotation mark that is not closed."))
        return None
    header = lines[0] if lines else []
    if not _header_is_good(name, header, required, faults):
        return None
    rows, numbers = [], []
    for number, line in enumerate(lines[1:], 2):
        if not any(line):
            continue
        if len(line) != len(header):
            faults.append(
                Fault(name, number, "", "", f"has {len(line)} cells, the header has {len(header)}. Quote a cell that holds a comma.")
            )
            continue
        rows.append(line)
        numbers.append(number)
    table = pd.DataFrame(rows, columns=header, index=pd.Index(numbers, name=ROW, dtype="int64"), dtype="str")
    _find_stray_space(name, table, faults)
    for column in required:
        for number in table.index[table[column].str.strip() == ""]:
            faults.append(Fault(name, int(number), column, "", "is blank. Every row needs it."))
    return table


def find_repeats(name: str, table: pd.DataFrame, key: list[str], faults: list[Fault]) -> None:
    """Add a fault for each row whose key stands in an earlier row too."""
    repeated = table.duplicated(key)
    if not repeated.any():
        return
    first = table[~repeated].reset_index().set_index(key)[ROW]
    for number, values in zip(table.index[repeated], table.loc[repeated, key].itertuples(index=False, name=None), strict=True):
        earlier = first[values if len(key) > 1 else values[0]]
        shown = ", ".join(values)
        faults.append(Fault(name, int(number), "+".join(key), shown, f"stands in row {earlier} already. Delete one, or rename it."))


def _decode(path: Path, faults: list[Fault]) -> str | None:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = f"is not UTF-8 (byte {raw[error.start]:#04x}). Save it again as 'CSV UTF-8'."
        faults.append(Fault(path.name, line, "", "", problem))
        return None


def _header_is_good(name: str, header: list[str], required: list[str], faults: list[Fault]) -> bool:
    before = len(faults)
    for column in header:
        if column != column.strip():
            faults.append(Fault(name, 1, column.strip(), column, "has white space around the name. Delete it."))
    for column in {c for c in header if header.count(c) > 1}:
        faults.append(Fault(name, 1, column, column, "stands twice in the header. Keep one column of each name."))
    for column in required:
        if column not in [c.strip() for c in header]:
            guess = did_you_mean(column, header).replace("Did you mean", "Is it")
            found = ",".join(header)
            faults.append(Fault(name, 1, column, found, f"the column is missing. Columns are separated by commas.{guess}"))
    return len(faults) == before


def _find_stray_space(name: str, table: pd.DataFrame, faults: list[Fault]) -> None:
    for column in table.columns:
        cells = table[column]
        for number in cells.index[cells != cells.str.strip()]:
            problem = "has white space at its start or end. Delete it."
            faults.append(Fault(name, int(number), column, cells[number], problem))
