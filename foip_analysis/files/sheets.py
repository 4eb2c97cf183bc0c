"""A table of a dataset as a sheet that ``load`` reads back as it was, and a person can read."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.dataset.reading import KEYS, NUMBERS
from foip_analysis.dataset.workbook import as_cell
from foip_analysis.files.formats import put
from foip_analysis.words.breaking import cells_wide

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDEST, NARROWEST = 60, 12  # of a column, in characters
UNREAD = ("sha256",)  # columns that nobody reads
HEAD_FORMAT = {"bold": True, "bg_color": "#dfe7ee", "border": 1, "border_color": "#b7c4cf"}


def book_path(path: str | PathLike[str]) -> Path:
    """Return the path of a workbook that is to be written; refuse another suffix."""
    path = Path(path)
    if path.suffix.lower() != ".xlsx":
        raise ValueError(f"'{path}' is no name of a workbook. Let it end in .xlsx.")
    return path


def data_sheet(opened: Workbook, name: str, frame: pd.DataFrame) -> Worksheet:
    """Add a sheet with one of a dataset's four tables, as ``load`` reads it back: cells of text,
    but for numbers in columns of numbers.
    """
    sheet = opened.add_worksheet(name)
    head = opened.add_format(HEAD_FORMAT)
    plain, wrapped, cut = (
        opened.add_format({"num_format": "@", "valign": "top"} | more)
        for more in ({}, {"text_wrap": True}, {"align": "fill"})
    )
    for n, column in enumerate(map(str, frame.columns)):
        cells = frame.iloc[:, n].tolist()
        numbers = column in NUMBERS.get(name, []) or pd.api.types.is_numeric_dtype(
            frame.dtypes.iloc[n]
        )
        put(sheet, 0, n, column, head)
        widest = max([cells_wide(str(cell)) for cell in [column, *cells]]) + 2
        look = None if numbers else wrapped if widest > WIDEST else plain
        look = cut if column in UNREAD else look
        roomy = column.startswith(("name_", "summary_", "evidence")) and not cells
        width = WIDEST if roomy else NARROWEST if column in UNREAD else widest
        width = min(max(width, NARROWEST), WIDEST)
        sheet.set_column(n, n, width, look)
        for m, cell in enumerate(cells, 1):
            _put(sheet, m, n, cell, look, as_number=numbers)
    sheet.freeze_panes(1, len(KEYS[name]) if name != "codings" else 0)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    set_print(sheet)
    return sheet


def _put(
    sheet: Worksheet, row: int, column: int, cell: object, look: Format | None, *, as_number: bool
) -> None:
    """Write a cell of a dataset; blank for what is missing, whole numbers without decimals."""
    if cell is None or cell != cell or cell == "":
        return
    number = float(cell) if as_number and isinstance(cell, int | float) else None
    if number is None or isinstance(cell, bool) or number != float(f"{number:.15g}"):
        put(sheet, row, column, as_cell(cell), look)  # text keeps what Excel would round
    else:
        put(sheet, row, column, int(number) if number.is_integer() else number, look)


def set_print(sheet: Worksheet, *, head: bool = True) -> None:
    """Let a sheet be printed across, as wide as the page, its head on each if it has one."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if head:
        sheet.repeat_rows(0)
