"""A workbook to hand on: tables with their notes, the data behind them, and a matrix for others.

The first sheet lists all others, each a link. A table stands on a sheet of its own, its head in the
first row, so that it can be filtered and linked to, and its note, base and source below it. The
data stands in sheets that ``load`` reads, so the workbook is a dataset too. The matrix has one row
an initiative and a column of 0 and 1 a code, as programs for statistics want it: distinct by
construction, for an initiative stands in it once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.dataset.allowed import COMPUTED
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.loading import mentioned_in
from foip_analysis.dataset.selections import describe_selection
from foip_analysis.files.formats import fill_sheet, new_book, put, sides_of, told
from foip_analysis.files.sheets import HEAD_FORMAT, book_path, data_sheet, set_print
from foip_analysis.files.whole import write_whole
from foip_analysis.tables.about import about
from foip_analysis.tables.caption import finding
from foip_analysis.tables.kinds import GRIDS
from foip_analysis.tables.notes import in_language
from foip_analysis.tables.question import Language
from foip_analysis.words.breaking import cells_wide
from foip_analysis.words.catalogue import check_language, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Tables = pd.DataFrame | Iterable[pd.DataFrame] | Mapping[str, pd.DataFrame]

DATA = ("initiatives", "codings", "codebook", "units")
SHEET_ROWS = 1_048_576  # of a sheet
MATRIX = 5_000_000  # cells: 20 s to write, half a gigabyte while it is written
LONGEST = 31  # characters of a sheet's name
NOTE_LINE, USUAL_WIDE = 100, 8  # characters of a note's line, and of a column that nobody set
_UNNAMED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")  # what no sheet's name may have


@guided
def save_workbook(
    dataset: Dataset,
    tables: Tables,
    path: str | PathLike[str],
    *,
    lang: Language | None = "en",
) -> Path:
    """Save tables, the data they are of and a 0/1 matrix as one workbook; return its path.

    Parameters
    ----------
    dataset
        Its initiatives, codings, codebook and units, and the matrix: what ``where`` left of it.
    tables
        One, several, or ``{name of the sheet: table}``. Each has a sheet of its own, with its note,
        base and source.
    path
        An ``.xlsx``. A file of this name is replaced, a missing folder is made.
    lang
        The language of the contents: ``"en"`` or ``"ja"``; tables keep their own.

    Raises
    ------
    ValueError
        If the suffix is another, a table's numbers were changed after it was made, or the dataset
        has more rows than a sheet, or initiatives × codes than 5,000,000.
    TypeError
        If it is no dataset, or there is something else among the tables.
    OSError
        If the file cannot be written; says why and what to do.

    Notes
    -----
    ``load`` reads the workbook as a dataset, title and version too. (Of what ``stated`` left it may
    tell codes that are asked of every initiative and are not stated.)

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> dataset = foip.load()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = foip.save_workbook(dataset, foip.count(dataset, "tool"), f"{folder}/report.xlsx")
    ...     sheets = pd.read_excel(path, sheet_name=None)
    >>> list(sheets)
    ['Contents', 'Tool', 'initiatives', 'codings', 'codebook', 'units', '0-1 matrix']
    >>> int(sheets["0-1 matrix"]["tool: osa"].sum())
    6
    """
    check_language(lang)
    path = book_path(path)
    for name in DATA:
        rows = len(getattr(dataset, name))
        if rows >= SHEET_ROWS:
            raise ValueError(
                f"The dataset has {rows:,} {name}, and a sheet of Excel holds {SHEET_ROWS - 1:,} "
                "and a header. Choose initiatives with where(), or save the tables with save_table."
            )
    size = (len(dataset.initiatives), len(dataset.codebook))
    if size[0] * size[1] > MATRIX:
        raise ValueError(
            f"The 0/1 matrix would have {size[0]:,} initiatives × {size[1]:,} codes, and takes up "
            f"to {MATRIX:,} cells, for more would keep Excel and you waiting. Choose initiatives "
            "with where(), or save the tables with save_table and dataset.membership(dimension) "
            "with to_parquet."
        )
    return write_whole(path, _as_bytes(dataset, _named(tables, lang), lang))


def _as_bytes(dataset: Dataset, tables: dict[str, pd.DataFrame], lang: str | None) -> bytes:
    file = BytesIO()
    with new_book(file, title=dataset.title) as book:
        given = {f"title_{each}": text for each, text in dataset.titles.items() if each != "en"}
        for key, text in ({"version": dataset.version} | given).items():
            if text:
                book.set_custom_property(key, text, "text")
        contents = book.add_worksheet(say("book-contents", lang))
        rows = []
        for name, table in tables.items():
            sheet = book.add_worksheet(name)
            title = finding(table) if about(table).kind in GRIDS else ""
            widths = fill_sheet(book, sheet, table)
            _put_below(book, sheet, len(table) + 1, widths, title, table, lang)
            set_print(sheet)
            rows.append((name, title, told(table).get("note", "")))
        for name in DATA:
            data_sheet(book, name, _stored(dataset, name))
            rows.append((name, say(f"book-contents-{name}", lang), ""))
        matrix = book.add_worksheet(say("book-matrix", lang))
        fill_sheet(book, matrix, matrix_of(dataset, lang))
        rows.append((say("book-matrix", lang), say("book-contents-matrix", lang), ""))
        _write_contents(book, contents, dataset, rows, lang)
        contents.activate()
    return file.getvalue()


def matrix_of(dataset: Dataset, lang: str | None) -> pd.DataFrame:
    """Return initiatives × codes as 0 and 1, a column ``dimension: code``, with the names beside.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.files.workbook import matrix_of
    >>> matrix = matrix_of(foip.load(), "en")
    >>> len(matrix), int(matrix["region: pacific"].sum())
    (62, 12)
    """
    names = in_language(dataset.initiatives, "name", lang)
    parts = [pd.DataFrame({"initiative_id": dataset.initiatives["initiative_id"], "name": names})]
    for dimension in dataset.dimensions:
        if (dataset.codebook["dimension"] == dimension).any():
            held = dataset.membership(dimension).astype("int64").reset_index(drop=True)
            parts.append(held.set_axis([f"{dimension}: {code}" for code in held], axis=1))
    return pd.concat(parts, axis=1)


def _stored(dataset: Dataset, name: str) -> pd.DataFrame:
    """Return one of the four tables as a file has it, without what is computed at loading."""
    frame: pd.DataFrame = getattr(dataset, name)
    for column in COMPUTED:
        if name == "initiatives" and column in frame and "part" in dataset.units:
            computed = mentioned_in(dataset.initiatives, dataset.codings, dataset.units)
            frame = frame if frame[column].tolist() != computed else frame.drop(columns=column)
    return frame


def _put_below(
    book: Workbook,
    sheet: Worksheet,
    row: int,
    widths: list[int],
    title: str,
    table: pd.DataFrame,
    lang: str | None,
) -> None:
    """Write a table's title, note, source and call under it, and the way back to the contents."""
    quiet = book.add_format({"font_color": "#5b6770", "text_wrap": True, "valign": "top"})
    last, room = 0, sum(widths[:1])
    while room < NOTE_LINE:
        last += 1
        room += widths[last] if last < len(widths) else USUAL_WIDE
    for text in filter(None, [title, *told(table).values()]):
        row += 1
        if last:
            sheet.merge_range(row, 0, row, last, "", quiet)
        put(sheet, row, 0, text, quiet)
        sheet.set_row(row, 15 * -(-cells_wide(text) // int(room * 0.9)))
    target = say("book-contents", lang)
    sheet.write_url(row + 2, 0, f"internal:'{target}'!A1", string=say("book-back", lang))


def _write_contents(
    book: Workbook,
    sheet: Worksheet,
    dataset: Dataset,
    rows: list[tuple[str, str, str]],
    lang: str | None,
) -> None:
    head = book.add_format(HEAD_FORMAT)
    bold = book.add_format({"bold": True, "font_size": 14})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    link = book.add_format({"valign": "top", "font_color": "#1f4e9c", "underline": 1})
    selection = describe_selection(dataset, lang)
    lines = [dataset.titles.get(lang or "en") or dataset.title or say("dataset-untitled", lang)]
    if dataset.version:
        lines = [say("dataset-version", lang, title=lines[0], version=dataset.version)]
    lines += [say("book-contents-selection", lang, selection=selection)] if selection else []
    for n, text in enumerate(lines):
        put(sheet, n, 0, text, wrapped if n else bold)
    top = len(lines) + 1
    for n, name in enumerate(("sheet", "shows", "note")):
        put(sheet, top, n, say(f"book-contents-{name}", lang), head)
    for n, (name, title, note) in enumerate(rows, top + 1):
        quoted = name.replace("'", "''")
        sheet.write_url(n, 0, f"internal:'{quoted}'!A1", link, string=name)
        put(sheet, n, 1, title, wrapped)
        put(sheet, n, 2, note, wrapped)
        tallest = max(-(-cells_wide(title) // 48), -(-cells_wide(note) // 78), 1)
        sheet.set_row(n, 15 * tallest)
    sheet.set_column(0, 0, max(cells_wide(name) for name, _, _ in rows) + 2)
    sheet.set_column(1, 1, 50)
    sheet.set_column(2, 2, 80)
    sheet.freeze_panes(top + 1, 0)
    sheet.hide_gridlines(2)
    set_print(sheet, head=False)


def _named(tables: Tables, lang: str | None) -> dict[str, pd.DataFrame]:
    """Return name of the sheet → table; names that a workbook allows, each once."""
    if isinstance(tables, pd.DataFrame):
        tables = [tables]
    if not isinstance(tables, Iterable) or isinstance(tables, str):
        raise TypeError(
            f"tables is a {type(tables).__name__}. Pass a table, a list of tables, or "
            "{name: table}."
        )
    given = [*tables.items()] if isinstance(tables, Mapping) else [("", each) for each in tables]
    taken = {each.casefold() for each in (*DATA, "history")}
    taken |= {say(name, lang).casefold() for name in ("book-contents", "book-matrix")}
    named: dict[str, pd.DataFrame] = {}
    for name, table in given:
        if not isinstance(table, pd.DataFrame):
            raise TypeError(
                f"Among the tables is a {type(table).__name__}; a table is a pandas DataFrame."
            )
        free = _free(str(name) or _name_of(table), taken)
        taken.add(free.casefold())
        named[free] = table
    return named


def _name_of(table: pd.DataFrame) -> str:
    """Return what a table is called by what its rows and columns are."""
    itself = about(table)
    return sides_of(table) or say("book-kind", itself.lang, kind=itself.kind)


def _free(name: str, taken: set[str]) -> str:
    whole = " ".join(_UNNAMED.sub(" ", name).split()).strip("' ") or "-"
    free, number = whole[:LONGEST].strip("' "), 1
    while free.casefold() in taken:
        number += 1
        end = f" ({number})"
        free = whole[: LONGEST - len(end)].strip("' ") + end
    return free
