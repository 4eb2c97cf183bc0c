"""A workbook with four sheets → the lines of each sheet, as a CSV file would have them.

Sheets have the names of the files and their columns: ``initiatives``, ``codings``, ``codebook``,
``units``; other sheets are not read, nor is a column whose head stands in brackets, such as
``(text)``: it is a note to whoever codes. Title and version are the workbook's properties.

Excel changes what is typed: ``1.10`` becomes the number 1.1, ``3-4`` a date. Where a cell can have
been changed so that nobody would see it, that is a fault; the workbook that ``template`` writes has
cells of text, in which nothing is changed.
"""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from foip_analysis.dataset.characters import WHITE, named, strays
from foip_analysis.dataset.faults import Faults
from foip_analysis.dataset.reading import read_bytes
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

TYPED = ("initiative_id", "dimension", "code", "locator", "parent")  # by which rows find each other
EXCEL_EXACT = 10**15  # from here on Excel rounds
OLD = b"\xd0\xcf\x11\xe0"  # how .xls begins, and .xlsx with a password
DATES = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)


class Book(NamedTuple):
    """What a workbook holds of a dataset."""

    lines: dict[str, list[list[str]]]  # sheet → its lines, the header first
    letters: dict[str, dict[str, str]]  # file that the sheet stands for → column → letter
    texts: dict[str, str]  # title, version and title_xx


def read_book(path: Path, names: Iterable[str], faults: Faults) -> Book:
    """Return the sheets of these names; add what is wrong with them to ``faults``.

    A sheet that is missing or cannot be read is left out.
    """
    book = Book({}, {}, {})
    raw = read_bytes(path, faults)
    if raw is None:
        return book
    opened = _open(path, raw, faults)
    if opened is None:
        return book
    stored: Workbook | None = None
    for name in names:
        if name not in opened.sheetnames or not hasattr(opened[name], "iter_rows"):
            near = did_you_mean(name, opened.sheetnames).replace("Did you mean", "Is it")
            problem = f"the sheet is missing.{near} Add it, or name it so."
            faults.add(f"{name}.csv", None, "", "", problem)
            continue
        rows = _rows(name, opened, faults)
        results: list[list[Any]] = []
        if any(cell.data_type == "f" for row in rows for cell in row):
            stored = stored or _open(path, raw, faults, results=True)
            results = _rows(name, stored, faults) if stored else []
        _read_sheet(name, rows, results, book, faults)
    _read_texts(opened, book, faults, path.name)
    return book


def _open(path: Path, raw: bytes, faults: Faults, *, results: bool = False) -> Workbook | None:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks that it cannot keep; nothing is kept
            return openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=results)
    except Exception as error:  # whatever a broken archive or XML brings
        why = f" ({type(error).__name__})"
        if raw.startswith(OLD):
            why = ": it has a password, or is an .xls of another name"
        problem = (
            f"is no workbook that can be read{why}. Open it in Excel and save it again as .xlsx."
        )
        faults.add(path.name, None, "", "", problem)
        return None


def _rows(name: str, opened: Workbook, faults: Faults) -> list[list[Any]]:
    """Return the cells of a sheet; none, and a fault, if it cannot be read."""
    sheet = opened[name]
    sheet.reset_dimensions()  # what a program wrote of them can be wrong
    try:
        return [list(row) for row in sheet.iter_rows()]
    except Exception as error:  # whatever a broken archive or XML brings
        problem = (
            f"the sheet cannot be read ({type(error).__name__}). Open it in Excel, and save it."
        )
        faults.add(f"{name}.csv", None, "", "", problem)
        return []


def _read_sheet(
    name: str, rows: list[list[Any]], results: list[list[Any]], book: Book, faults: Faults
) -> None:
    from openpyxl.utils import get_column_letter

    heads = [as_cell(cell.value).strip(WHITE) for cell in (rows or [[]])[0]]
    book.letters[f"{name}.csv"] = {
        head: get_column_letter(place)
        for place, head in reversed([*enumerate(heads, 1)])
        if not _in_brackets(head)
    }
    heads += [""] * (max(map(len, rows), default=0) - len(heads))
    kept = [place for place, head in enumerate(heads) if not _in_brackets(head)]
    lines = []
    for number, row in enumerate(rows, 1):
        line = []
        for place in kept:
            text, problem = "", ""
            if place < len(row):
                formula = row[place].data_type == "f" and results
                result = results[number - 1][place].value if formula else None
                text, problem = _read_cell(row[place], result, heads[place])
            if problem:
                faults.add(f"{name}.csv", number, heads[place], text, problem, spoilt=True)
            line.append(text)
        lines.append(line)
    while lines and not any(lines[-1]):
        lines.pop()
    book.lines[name] = lines


def _read_cell(cell: Any, result: object, column: str) -> tuple[str, str]:
    """Return what a cell holds as text, of a formula its result, and what is wrong with it."""
    value = cell.value
    if cell.data_type == "f":
        if result is None:
            problem = (
                "is a formula whose result is not in the file. Copy the cell and paste its value, "
                "or open the workbook in Excel and save it again. Leave it blank if it is."
            )
            return as_cell(value), problem
        value = result
    if isinstance(value, DATES):
        problem = (
            "is a date or a time, which Excel makes of what looks like one. Format the column as "
            "text and type it anew."
        )
        return as_cell(value), problem
    text = as_cell(value)
    changed = isinstance(value, float) and not value.is_integer()
    if (
        column in TYPED
        and isinstance(value, int | float)
        and (changed or abs(value) >= EXCEL_EXACT)
    ):
        problem = (
            "is a number, of which Excel drops a last 0 and digits after the fifteenth. Format the "
            "column as text and type it anew."
        )
        return text, problem
    return text, ""


def as_cell(value: object) -> str:
    """Return a value as a CSV file would have it: a whole number without decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _in_brackets(head: str) -> bool:
    return head[:1] in ("(", "（") and head[-1:] in (")", "）")


def _read_texts(opened: Workbook, book: Book, faults: Faults, file: str) -> None:
    """Take title and version from the properties; tell what may not stand there."""
    found = {"title": opened.properties.title}
    found |= {each.name: each.value for each in opened.custom_doc_props.props}
    for key, value in found.items():
        if not value or not (key in ("title", "version") or key.startswith("title_")):
            continue
        if odd := strays(str(value), key=False):
            problem = f"has {named(odd)} in it. Delete it, or type the text anew."
            faults.add(file, None, key, value, problem)
        else:
            book.texts[key] = str(value)
