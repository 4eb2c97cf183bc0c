"""A workbook to code a document in: sheets for initiatives, decisions, units and codebook.

Codes are chosen from lists. The list of a row's codes depends on the dimension that was chosen in
it: a formula that both Excel and LibreOffice reckon (``OFFSET`` over the sheet ``codebook``, whose
rows lie together by dimension) points at its codes, so a code that is added there is in the list at
once, and no macro or hidden sheet is needed. Cells are text, in which Excel changes nothing; what
stands beside for reading, the label of the code and on request the unit's words, stands in columns
with a head in brackets, which ``load`` leaves out.
"""

from __future__ import annotations

from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import BASES, COMPUTED
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.loading import load_part
from foip_analysis.dataset.outline import TEXT_SHOWN, units_from
from foip_analysis.dataset.paths import data_folder
from foip_analysis.dataset.reading import REQUIRED
from foip_analysis.files.formats import new_book, put
from foip_analysis.files.sheets import WIDEST, book_path, data_sheet, set_print
from foip_analysis.files.whole import write_whole
from foip_analysis.tables.notes import sentences
from foip_analysis.tables.question import Language
from foip_analysis.words.breaking import cells_wide
from foip_analysis.words.catalogue import FIRST, check_language, languages, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Readable = Dataset | pd.DataFrame | str | PathLike[str]

TEXT_SUFFIXES = (".txt", ".md", ".text")  # of which units are made
DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".pdf")  # of which the text is to be saved first
LIST_ROWS = 9999  # rows that have lists
LABELLED = 1000  # rows that show the label of their code
CODING_COLUMNS = ("dimension", "code", "locator", "evidence", "basis")  # columns of the codings
BETWEEN = 255  # characters of a list that Excel takes within a cell's rule


@guided
def template(
    path: str | PathLike[str],
    *,
    codebook: Readable | None = None,
    units: Readable | None = None,
    text: bool = False,
    lang: Language = "en",
) -> Path:
    """Write a workbook to code a document in, with the codes as lists; return its path.

    Filled in, ``load`` reads it.

    Parameters
    ----------
    path
        An ``.xlsx`` that is not there yet, so that nobody's codings are overwritten.
    codebook
        The codes: a frame, a CSV file, a folder, a workbook or a dataset that has them; the shipped
        codebook if left out.
    units
        What is coded: a text file, of which ``units_from`` makes units, or units that there are, as
        ``codebook``. Left out, their sheet is empty.
    text
        Shows the words of each unit too, where units are made from a text. They stand in the
        workbook alone: ``load`` leaves them out.
    lang
        The language of the notes: ``"en"`` or ``"ja"``.

    Raises
    ------
    ValueError
        If the file is there already or has another suffix, or there are no words to show.
    DataError
        If codebook or units have faults; lists all of them.
    OSError
        If the file cannot be written; says why and what to do.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = foip.template(f"{folder}/book.xlsx")
    ...     dataset = foip.load(path)
    >>> len(dataset.initiatives), "osa" in set(dataset.codebook["code"])
    (0, True)
    """
    check_language(lang)
    lang, path = lang or FIRST, book_path(path)
    if path.exists():
        raise ValueError(
            f"'{path}' is there already, and may hold codings. Name another file, or move that one."
        )
    codes = _together(load_part("codebook", data_folder() if codebook is None else codebook))
    made = _units(units, text=text)
    return write_whole(path, _as_bytes(path.name, codes, made, lang))


def _together(codebook: pd.DataFrame) -> pd.DataFrame:
    """Return a codebook whose rows lie together by dimension, which the lists need; without what
    is computed of another document.
    """
    is_computed = codebook[["dimension", "code"]].isin(COMPUTED).any(axis=1)
    codebook = codebook[~is_computed]
    first = {name: n for n, name in enumerate(codebook["dimension"].unique())}
    return codebook.sort_values("dimension", key=lambda names: names.map(first), kind="stable")


def _units(source: Readable | None, *, text: bool) -> pd.DataFrame:
    if source is None:
        units = pd.DataFrame(columns=["locator", "part", "heading", "line", "characters", "sha256"])
    elif isinstance(source, str | PathLike) and Path(source).suffix.lower() in (
        *TEXT_SUFFIXES,
        *DOCUMENTS,
    ):
        units = units_from(source, text=text)
    elif isinstance(source, pd.DataFrame):
        words = source[[TEXT_SHOWN]] if TEXT_SHOWN in source else None
        units = load_part("units", source.drop(columns=TEXT_SHOWN, errors="ignore"))
        units = (
            units
            if words is None or not text
            else units.assign(**{TEXT_SHOWN: [*words[TEXT_SHOWN]]})
        )
    else:
        units = load_part("units", source)
    if text and TEXT_SHOWN not in units:
        raise ValueError(
            "text=True shows the words of units, and these have none. Pass the text itself, such "
            "as units='plan.txt', or foip.units_from('plan.txt', text=True)."
        )
    return units


def _as_bytes(name: str, codebook: pd.DataFrame, units: pd.DataFrame, lang: str) -> bytes:
    file = BytesIO()
    with new_book(file) as opened:
        howto = opened.add_worksheet(say("book-howto", lang))
        named = [f"{stem}_{each}" for stem in ("name", "summary") for each in languages()]
        blank = pd.DataFrame(columns=["initiative_id", *named])
        beside, words = [say("book-label", lang)], say("book-text", lang)
        shown = units.rename(columns={TEXT_SHOWN: words})
        if words in shown:
            shown.insert(1, words, shown.pop(words))  # beside its locator
            beside.append(words)
        coded = pd.DataFrame(columns=["initiative_id", *CODING_COLUMNS, *beside])
        data_sheet(opened, "initiatives", blank)
        codings = data_sheet(opened, "codings", coded)
        data_sheet(opened, "units", shown)
        data_sheet(opened, "codebook", codebook)
        _add_lists(codings, codebook, lang)
        _add_lookups(opened, codings, codebook, shown, lang)
        _write_howto(opened, howto, name, codebook, [*blank.columns], lang)
        howto.activate()
    return file.getvalue()


CODES = (
    "OFFSET(codebook!$B$1,MATCH($B{row},codebook!$A:$A,0)-1,0,COUNTIF(codebook!$A:$A,$B{row}),1)"
)


def _add_lists(sheet: Worksheet, codebook: pd.DataFrame, lang: str) -> None:
    """Let the cells of the sheet of codings be chosen from lists."""
    offered = _dimensions(codebook)
    dimensions: list[str] | str = offered
    if len(",".join(offered)) > BETWEEN:  # then all that are declared, from their rows
        declared = len(book.rows(codebook, book.DECLARATION))
        dimensions = f"=OFFSET(codebook!$B$1,1,0,{max(declared, 1)},1)"
    lists: dict[int, tuple[list[str] | str, str, str]] = {
        0: (_filled("initiatives"), "initiatives", "initiative_id"),
        1: (dimensions, "codebook", "dimension"),
        2: ("=" + CODES.format(row=2), "codebook", "code"),
        3: (_filled("units"), "units", "locator"),
        5: (list(BASES), "", "basis"),  # to which nothing can be added
    }
    for column, (source, where, name) in lists.items():
        told = say(f"book-column-{name}", lang)
        sheet.data_validation(
            1,
            column,
            LIST_ROWS,
            column,
            {
                "validate": "list",
                "source": source,
                "input_title": name,
                "input_message": told,
                "error_title": say("book-refused", lang),
                "error_message": say("book-refused-text", lang, sheet=where) if where else told,
                "error_type": "stop" if column in (1, 2, 5) else "warning",
            },
        )


def _filled(sheet: str) -> str:
    """Return the formula of the cells that are filled in below the head of a sheet's column A."""
    return f"=OFFSET({sheet}!$A$2,0,0,MAX(COUNTA({sheet}!$A:$A)-1,1),1)"


def _dimensions(codebook: pd.DataFrame) -> list[str]:
    """Return the dimensions to code; one that an initiative need not have and that has children is
    counted from these.
    """
    return [
        name
        for name in book.dimensions(codebook)
        if book.rows(codebook, name)
        and not (
            book.children(codebook, name) and book.codes_per_initiative(codebook, name) == "any"
        )
    ]


def _add_lookups(
    opened: Workbook, sheet: Worksheet, codebook: pd.DataFrame, units: pd.DataFrame, lang: str
) -> None:
    """Let the columns in brackets show the label of the code, and the words of the unit."""
    from xlsxwriter.utility import xl_col_to_name

    quiet = opened.add_format({"font_color": "#5b6770", "valign": "top"})
    column = f"label_{lang}" if f"label_{lang}" in codebook else "label_en"
    letter = xl_col_to_name(list(codebook.columns).index(column))
    words = say("book-text", lang)
    looked = [
        f'=IF($C{{row}}="","",IFERROR(INDEX(codebook!${letter}:${letter},'
        f'MATCH($B{{row}},codebook!$A:$A,0)-1+MATCH($C{{row}},{CODES},0)),""))'
    ]
    if words in units:
        letter = xl_col_to_name(list(units.columns).index(words))
        looked.append(
            f'=IF($D{{row}}="","",IFERROR(INDEX(units!${letter}:${letter},'
            'MATCH($D{row},units!$A:$A,0)),""))'
        )
    for n, formula in enumerate(looked, 6):
        sheet.set_column(n, n, WIDEST / 2 if n == 6 else WIDEST, quiet)
        for row in range(1, LABELLED + 1):
            sheet.write_formula(row, n, formula.format(row=row + 1), quiet, "")


GUIDE_STEPS = ("initiatives", "codings", "evidence", "units", "codebook", "check", "keep")


def _write_howto(
    opened: Workbook,
    sheet: Worksheet,
    name: str,
    codebook: pd.DataFrame,
    columns: list[str],
    lang: str,
) -> None:
    """Write how to fill it in: step by step, the columns, the dimensions."""
    title = opened.add_format({"bold": True, "font_size": 16})
    part = opened.add_format({"bold": True, "font_size": 12, "bottom": 1})
    bold = opened.add_format({"bold": True, "valign": "top"})
    wrapped = opened.add_format({"text_wrap": True, "valign": "top"})
    steps = [
        (say(f"book-step-{step}", lang), say(f"book-step-{step}-text", lang, file=name))
        for step in GUIDE_STEPS
    ]
    told = [(column, _about(column, lang)) for column in [*columns, *CODING_COLUMNS]]
    dimensions = [(each, _of_dimension(codebook, each, lang)) for each in _dimensions(codebook)]
    put(sheet, 0, 0, say("book-howto-title", lang), title)
    row = 2
    for head, lines in (("steps", steps), ("columns", told), ("dimensions", dimensions)):
        for n in range(2):
            put(sheet, row, n, say(f"book-howto-{head}", lang) if n == 0 else "", part)
        for first, second in lines:
            row += 1
            put(sheet, row, 0, first, bold)
            put(sheet, row, 1, second, wrapped)
            sheet.set_row(row, 15 * -(-cells_wide(second) // 88))
        row += 2
    sheet.set_column(0, 0, max(26, *(cells_wide(first) + 2 for first, _ in steps)))
    sheet.set_column(1, 1, 90)
    sheet.hide_gridlines(2)
    set_print(sheet)


def _of_dimension(codebook: pd.DataFrame, name: str, lang: str) -> str:
    """Return what a dimension is, and how many of its codes an initiative has."""
    told = [
        book.dimension_label(codebook, name, lang) + say("sentence-stop", lang).strip(),
        book.text_of(book.declaration(codebook, name), "definition", lang),
        say("book-many", lang, many=book.codes_per_initiative(codebook, name)),
    ]
    return sentences(told, lang)


def _about(column: str, lang: str) -> str:
    stem, _, language = column.partition("_")
    if language in languages():
        told = say(f"book-column-{stem}", lang, language=say("language", language))
    else:
        told = say(f"book-column-{column}", lang)
    needed = {*REQUIRED["initiatives"], *REQUIRED["codings"]} - {"name_en"}  # or another's
    return say("book-column-needed", lang, text=told) if column in needed else told
