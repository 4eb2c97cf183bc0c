"""A table in each file format, as bytes: values, labels escaped as the format asks, and its note.

Every writer takes the same steps. ``_flat`` gives heads, rows of plain Python values and the
number of columns that are labels (two for a table with layers); a format for reading takes
``_texts`` instead, the numbers rounded. ``told`` gives what stands beside the cells: note, source,
call.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from datetime import datetime
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from foip_analysis.dataset.libraries import need
from foip_analysis.tables.about import KEY, about
from foip_analysis.tables.grid import share_columns, shown
from foip_analysis.words.breaking import cells_wide
from foip_analysis.words.catalogue import FIRST, say
from foip_analysis.words.html import IGNORED, html_table
from foip_analysis.words.numerals import DECIMALS, decimals, number_writer

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # Excel in Japanese takes the wide signs too
SOFT = "#7b858e"  # of a share of few
WRAPPED = 45  # characters that a column of texts is wide at most: further lines instead
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic",
  sans-serif; margin: 2em; }}
table {{ border-collapse: collapse; }}
th, td {{ padding: .3em .7em; text-align: {side}; }}
tbody th {{ text-align: left; vertical-align: top; }}
tbody tr {{ border-top: 1px solid #d9dee3; }}
figure {{ margin: 0; }}
figcaption {{ max-width: 60em; margin-top: 1em; color: #4a5663; }}
</style>
<figure class="{ignored}">
{table}
<figcaption>
{told}
</figcaption>
</figure>
</html>
"""


def told(table: pd.DataFrame) -> dict[str, str]:
    """Return the note, the source (title and version) and the call of a table, as far as it has
    them.
    """
    itself = about(table)
    return {
        key: " ".join(text.split())
        for key in ("note", "source", "call")
        if (text := getattr(itself, key))
    }


def sides_of(table: pd.DataFrame) -> str:
    """Return what the rows and columns of a table are, as they are named; empty if they are not."""
    names = (*table.index.names, *table.columns.names)
    return " × ".join(str(name) for name in names if name is not None)


def for_terminal(table: pd.DataFrame) -> str:
    """Return a table aligned for a terminal, where Japanese characters are two cells wide; of
    texts, a paragraph a row.
    """
    if len(table.columns) and all(_left(table, 0)):
        heads, rows, beside = _texts(table)
        if beside and not heads[0]:  # the index names what each row tells
            rows = [[row[n] for row in rows] for n in range(len(heads))][1:]
            heads = list(map(str, table.index))
        cells = "\n\n".join(
            "\n".join(
                say("file-line", about(table).lang, head=head, text=cell)
                for head, cell in zip(heads, row, strict=True)
                if cell
            )
            for row in rows
        )
    else:
        with pd.option_context("display.unicode.east_asian_width", True):
            cells = shown(table)[0].to_string(float_format=f"{{:.{DECIMALS}f}}".format, na_rep="")
    notes = [text for key, text in told(table).items() if key != "call"]
    return "\n".join([*([cells, ""] if cells else []), *notes]).rstrip() + "\n"


def _csv(table: pd.DataFrame) -> bytes:
    heads, rows, _ = _flat(table)
    lines = [",".join(map(_csv_cell, heads)), *(",".join(map(_csv_cell, row)) for row in rows)]
    for key, text in told(table).items():
        text = say("file-call", about(table).lang, call=text) if key == "call" else text
        lines.append("# " + re.sub(r"([,;]\s*)([=+\-@＝＋－＠])", r"\1'\2", text.replace('"', "'")))
    return ("\n".join(lines) + "\n").encode("utf-8-sig")


def _csv_cell(cell: object) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else repr(cell)
    return '"' + harmless(cell).replace('"', '""') + '"'  # quoted, a # is no comment


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula: it gets an apostrophe before it.

    Examples
    --------
    >>> from foip_analysis.files.formats import harmless
    >>> print(harmless("=1+1"), harmless("R&D"))
    '=1+1 R&D
    """
    return f"'{text}" if FORMULA.match(text) else text


def all_harmless(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table for pandas to write as CSV: its texts, heads and names are ``harmless``."""

    def safe(cell: Any) -> Any:
        return harmless(cell) if isinstance(cell, str) else cell

    def safe_column(cells: pd.Series) -> pd.Series:
        return cells if pd.api.types.is_numeric_dtype(cells) else cells.map(safe)

    renamed = pd.DataFrame(table).apply(safe_column).rename(index=safe, columns=safe)
    return renamed.rename_axis(index=safe, columns=safe)


def _xlsx(table: pd.DataFrame) -> bytes:
    lang, file = about(table).lang, BytesIO()
    with new_book(file, comments=told(table).get("source", "")) as book:
        sheet, notes = (
            book.add_worksheet(say(name, lang)) for name in ("file-sheet", "file-sheet-note")
        )
        fill_sheet(book, sheet, table)
        notes.set_column(0, 0, 100)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for n, text in enumerate(told(table).values()):
            put(notes, n, 0, text, wrapped)
    return file.getvalue()


def new_book(file: BytesIO, **properties: str) -> Workbook:
    """Return a workbook that is written into ``file`` when it is closed; the same sheets, the same
    bytes.
    """
    from xlsxwriter import Workbook

    book = Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1), **properties})
    return book


def fill_sheet(book: Workbook, sheet: Worksheet, table: pd.DataFrame) -> list[int]:
    """Write a table into a sheet, its head in the first row; return the widths of its columns."""
    widths, (cells, quiet) = [], shown(table)
    heads, rows, beside = _flat(cells)
    bold = book.add_format({"bold": True})
    shares, texts = share_columns(table), bool(heads) and all(_left(table, 0))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"}) if texts else None
    if texts:  # to be read: whole on the screen and on paper
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    for n, head in enumerate(heads):
        put(sheet, 0, n, head, bold)
        looks = _number_look(table.iloc[:, n - beside], shares[n - beside]) if n >= beside else None
        look = book.add_format({"num_format": looks}) if looks else wrapped
        few = quiet[:, n - beside].tolist() if n >= beside else [False] * len(rows)
        soft = book.add_format({"num_format": looks, "font_color": SOFT}) if any(few) else look
        for m, row in enumerate(rows, start=1):
            put(sheet, m, n, row[n], soft if few[m - 1] else look)
        widest = max(
            cells_wide(text)
            for text in [head, *(str(row[n]) for row in rows if isinstance(row[n], str))]
        )
        widths.append(min(max(widest + 2, 9), WRAPPED if texts else 60))
        sheet.set_column(n, n, widths[-1])
    sheet.freeze_panes(1, beside)
    return widths


def put(sheet: Worksheet, row: int, column: int, cell: object, look: Format | None = None) -> None:
    """Write a cell as what it is: text is never a formula; refuse what no sheet holds."""
    if cell is None:
        return
    write = {bool: sheet.write_boolean, int: sheet.write_number, float: sheet.write_number}.get(
        type(cell), sheet.write_string
    )
    if write(row, column, cell, look) < 0:  # it tells whether the cell fits
        raise ValueError(
            f"Row {row + 1}, column {column + 1} is more than an .xlsx file holds. Save it as .csv."
        )


def _number_look(column: pd.Series, shares: bool) -> str | None:
    if not pd.api.types.is_float_dtype(column):
        return None
    return "0.0%" if shares else ("0." + "0" * decimals(column)).rstrip(".")


def _json(table: pd.DataFrame) -> bytes:
    heads, rows, beside = _flat(table)
    heads = [head or "name" for head in heads]
    repeated = sorted({head for head in heads if heads.count(head) > 1})
    if repeated:
        raise ValueError(
            f"Two columns are called '{repeated[0]}', and .json needs one name each. Use "
            "lang=None, or save it as .csv."
        )
    data = [dict(zip(heads, row, strict=True)) for row in rows]
    whole = {**told(table), "index": heads[:beside], "data": data}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _parquet(table: pd.DataFrame) -> bytes:
    arrow = need("A .parquet file", "pyarrow", instead=", or save it as .csv or .json")
    from pyarrow import parquet

    file, bare = BytesIO(), pd.DataFrame(table)
    try:
        kept = arrow.Table.from_pandas(bare)
    except (ValueError, TypeError, arrow.ArrowException) as error:
        raise ValueError(
            f"This table does not go into .parquet: {error}. Save it as .csv."
        ) from error
    itself = about(table)
    kept_of_it = {KEY: itself.plain()} if itself else dict(table.attrs)
    attrs = json.dumps(kept_of_it, ensure_ascii=False, default=str)
    beside = {**told(table), "PANDAS_ATTRS": attrs}  # where pandas looks for them
    metadata = {**(kept.schema.metadata or {}), **beside}
    parquet.write_table(kept.replace_schema_metadata(metadata), file)
    return file.getvalue()


def _markdown(table: pd.DataFrame) -> bytes:
    heads, rows, beside = _texts(table)
    aligned = [":--" if left else "--:" for left in _left(table, beside)]
    lines = ["| " + " | ".join(map(markdown_text, row)) + " |" for row in [heads, *rows]]
    lines.insert(1, "| " + " | ".join(aligned) + " |")
    below = [
        f"`{text.replace('`', '´')}`" if key == "call" else _markdown_paragraph(text)
        for key, text in told(table).items()
    ]
    return ("\n\n".join(["\n".join(lines), *below]) + "\n").encode()


def markdown_text(text: str) -> str:
    r"""Return Markdown that shows a text as it is, on one line: no mark-up, formula or link.

    Examples
    --------
    >>> from foip_analysis.files.formats import markdown_text
    >>> print(markdown_text("<b> $5 | [c](d) www.example.org"))
    &lt;b&gt; \$5 \| \[c\](d) www\.example.org
    """
    flat = escape(" ".join(text.split()), quote=False)
    return re.sub(r"([\\`*_{}\[\]|$~#@]|:(?=//)|(?<=www)\.)", r"\\\1", flat)


def _markdown_paragraph(text: str) -> str:
    """Return a text as a paragraph: no list or rule, however it begins."""
    return re.sub(r"^(\d*)([-+.)])", r"\1\\\2", markdown_text(text))


def _html(table: pd.DataFrame) -> bytes:
    below = [
        f"<code>{escape(text)}</code>" if key == "call" else escape(text)
        for key, text in told(table).items()
    ]
    page = PAGE.format(
        lang=about(table).lang or FIRST,
        title=escape(sides_of(table) or say("file-untitled", about(table).lang)),
        ignored=IGNORED,
        side="left" if all(_left(table, 0)) else "right",
        table=html_table(*shown(table)),
        told="<br>\n".join(below),
    )
    return page.encode()


def _tex(table: pd.DataFrame) -> bytes:
    heads, rows, beside = _texts(table)
    words = told(table)
    call = words.pop("call", "")
    columns = "".join("l" if left else "r" for left in _left(table, beside))
    body = [" & ".join(map(_tex_text, row)) + r" \\" for row in rows]
    caption = " ".join(map(_tex_text, words.values()))
    lines = [
        *([f"% {call}"] if call else []),
        r"\begin{table}",
        r"\centering",
        rf"\begin{{tabular}}{{{columns}}}",
        r"\hline",
        " & ".join(map(_tex_text, heads)) + r" \\",
        r"\hline",
        *body,
        r"\hline",
        r"\end{tabular}",
        *([rf"\caption{{{caption}}}"] if caption else []),
        r"\end{table}",
    ]
    return ("\n".join(lines) + "\n").encode()


TEX = {character: f"\\{character}" for character in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "[": "{[}",
    "*": "{*}",
    "÷": r"\ensuremath{\div}",
    "×": r"\ensuremath{\times}",
    "α": r"\ensuremath{\alpha}",
    "`": r"\textasciigrave{}",
    "–": "--",
}
JOINED = re.compile("(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)")  # which TeX would write as one sign


def _tex_text(text: str) -> str:
    pieces = JOINED.split(" ".join(text.split()))
    return "{}".join("".join(TEX.get(sign, sign) for sign in piece) for piece in pieces)


def _flat(table: pd.DataFrame) -> tuple[list[str], list[list[object]], int]:
    """Return heads, rows of plain Python values (None where there is none), and how many columns
    are labels.
    """
    labels = not (
        isinstance(table.index, pd.RangeIndex) and table.index.name is None
    )  # a count from 0 tells nothing
    heads = [
        ": ".join(map(str, head)) if isinstance(head, tuple) else str(head)
        for head in table.columns
    ]
    names = ["" if name is None else str(name) for name in table.index.names] if labels else []
    beside = [table.index.get_level_values(n) for n in range(len(names))]
    cells = [column for _, column in pd.DataFrame(table).items()]
    columns = [map(_plain, column) for column in (*beside, *cells)]
    return [*names, *heads], [list(row) for row in zip(*columns, strict=True)], len(names)


def _plain(cell: Any) -> object:
    cell = cell.item() if hasattr(cell, "item") else cell
    if pd.api.types.is_scalar(cell) and pd.isna(cell):
        return None
    number = isinstance(cell, bool | int) or (isinstance(cell, float) and math.isfinite(cell))
    return cell if number else str(cell)


def _texts(table: pd.DataFrame) -> tuple[list[str], list[list[str]], int]:
    """Return heads and rows as text, numbers rounded for reading."""
    bare, _ = shown(table)
    heads, rows, beside = _flat(bare)
    written = [list(map(number_writer(column), column)) for _, column in bare.items()]
    texts = [
        [*map(str, row[:beside]), *(column[n] for column in written)] for n, row in enumerate(rows)
    ]
    return heads, texts, beside


def _left(table: pd.DataFrame, beside: int) -> list[bool]:
    """Whether each column is text, which stands to the left."""
    return [True] * beside + [not pd.api.types.is_numeric_dtype(kind) for kind in table.dtypes]


class Writer(NamedTuple):
    """What makes a table's file of a format, and whether that is text, which a terminal shows."""

    write: Callable[[pd.DataFrame], bytes]
    is_text: bool = True


WRITERS = {
    ".csv": Writer(_csv),
    ".xlsx": Writer(_xlsx, is_text=False),
    ".md": Writer(_markdown),
    ".html": Writer(_html),
    ".tex": Writer(_tex),
    ".parquet": Writer(_parquet, is_text=False),
    ".json": Writer(_json),
}
SUFFIXES = ("png", "4k.png", "svg", "text.svg", "pdf", "csv", "json")  # of the files of a figure
