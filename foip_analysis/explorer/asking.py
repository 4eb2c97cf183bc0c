"""A question to a dataset, as controls put it: the table, the initiatives behind a cell, the code.

Nothing is counted here. A ``Question`` holds what a reader has chosen; ``answer`` hands it to
``cross_tab``, ``behind`` hands a cell to ``members``, and ``as_code`` writes the call that makes
the same table without any controls. ``stated`` is taken first, then the filters, as in
``dataset.stated().where(…)``.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset, load
from foip_analysis.dataset.selections import call_selection
from foip_analysis.tables.about import about
from foip_analysis.tables.counting import Counting, Language, Share, Unit, cross_tab
from foip_analysis.tables.members import members
from foip_analysis.words.catalogue import check_language


@dataclass(frozen=True)
class Question:
    """What is asked of a dataset: two dimensions, how to count them, and of which initiatives.

    ``filters`` are (dimension, codes) pairs: any code within a pair, all pairs together. The other
    fields are arguments of ``cross_tab``.
    """

    rows: str
    columns: str
    by: str | None = None
    count: Counting = "initiatives"
    share: Share | None = None
    of: Unit = "initiatives"
    margins: bool = False
    none: bool = False
    stated: bool = False
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lang: Language | None = "en"


def answer(dataset: Dataset, question: Question, *, layer: str | None = None) -> pd.DataFrame:
    """Return the cross-tab that a question asks for, or one layer of it.

    Parameters
    ----------
    layer
        A code of ``question.by``: its table alone, which a heat map can show.

    Raises
    ------
    ValueError
        What ``cross_tab``, ``where`` and ``stated`` refuse.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.explorer.asking import Question, answer
    >>> table = answer(foip.load(), Question("tool", "region", filters=(("priority", ("p3",)),)))
    >>> int(table.loc["OSA", "Pacific"])
    4
    """
    return cross_tab(
        _asked(dataset, question, layer),
        question.rows,
        question.columns,
        by=question.by if layer is None else None,
        count=question.count,
        share=question.share,
        of=question.of if question.share else "initiatives",
        margins=question.margins,
        none=question.none,
        lang=question.lang,
    )


def behind(
    dataset: Dataset, question: Question, row: str, column: str, *, layer: str | None = None
) -> pd.DataFrame:
    """Return the initiatives behind a cell of the answer, as ``members`` does: as many as the cell
    counts.

    Parameters
    ----------
    row, column
        Codes; ``all`` for the margin and ``none`` for none stated.
    layer
        A code of ``question.by``.

    Raises
    ------
    ValueError
        If a code is not known.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.explorer.asking import Question, behind
    >>> behind(foip.load(), Question("tool", "region"), "osa", "africa")["initiative_id"].tolist()
    ['coastal-radars']
    """
    asked = _asked(dataset, question, layer)
    codes: dict[str, list[str]] = {}
    for dimension, code in ((question.rows, row), (question.columns, column)):
        if code == "all" and question.none:
            continue  # with none stated in the table, its margins are of every initiative
        wanted = list(book.codes(dataset.codebook, dimension)) if code == "all" else [code]
        if dimension in codes:  # a dimension by itself: the initiatives with both
            asked = asked.where(**{dimension: codes[dimension]}).where(**{dimension: wanted})
        codes[dimension] = list(dict.fromkeys([*codes.get(dimension, []), *wanted]))
    return members(
        asked,
        lang=question.lang,
        **{d: some[0] if len(some) == 1 else some for d, some in codes.items()},
    )


def as_code(table: pd.DataFrame, dataset: Dataset) -> str:
    """Return Python code that makes an answer again; run, it gives the same table.

    For the shipped dataset it begins with ``foip.load()``; for another, ``dataset`` is the one that
    the question was put to.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.explorer.asking import Question, answer, as_code
    >>> dataset = foip.load()
    >>> print(as_code(answer(dataset, Question("tool", "region", margins=True)), dataset))
    import foip_analysis as foip
    <BLANKLINE>
    dataset = foip.load()
    table = foip.cross_tab(dataset, 'tool', 'region', margins=True)
    table
    """
    call = about(table).call
    if is_shipped(dataset):
        head = "dataset = foip.load()"
    else:
        head = "# dataset is the one that you explore"
        call = call.replace(call_selection(dataset), "dataset", 1)
    return f"import foip_analysis as foip\n\n{head}\ntable = {call}\ntable"


def is_shipped(dataset: Dataset) -> bool:
    """Return whether a dataset is the shipped one, or what ``where`` and ``stated`` left of it."""
    shipped = load()
    words = ("title", "title_ja", "version")
    if any(
        getattr(dataset, name) != getattr(shipped, name) for name in words
    ) or not dataset.codebook.equals(shipped.codebook):
        return False
    for dimension, codes in dataset.selection:
        shipped = (
            shipped.stated() if dimension == "basis" else shipped.where(**{dimension: list(codes)})
        )
    return all(
        getattr(dataset, name).equals(getattr(shipped, name))
        for name in ("initiatives", "codings", "units")
    )


def first_question(
    dataset: Dataset, rows: str | None = None, columns: str | None = None, lang: Language = "en"
) -> Question:
    """Return a question to begin with: of two dimensions that are not each other's parents, if
    there are.

    Raises
    ------
    ValueError
        If a dimension or language is not known.
    """
    check_language(lang)
    names = askable(dataset)
    for name in (rows, columns):
        if name is not None:
            book.codes(dataset.codebook, name)  # refuses an unknown one
    several = [
        name for name in names if book.codes_per_initiative(dataset.codebook, name) == "some"
    ]
    rows = rows or next((name for name in [*several, *names] if name != columns), names[0])
    kin = {
        rows,
        book.parent_dimension(dataset.codebook, rows),
        *book.children(dataset.codebook, rows),
    }
    columns = columns or next((name for name in names if name not in kin), rows)
    return Question(rows, columns, lang=lang)


def askable(dataset: Dataset) -> list[str]:
    """Return the dimensions that have codes, in codebook order."""
    used = set(dataset.codebook["dimension"])
    return [name for name in dataset.dimensions if name in used]


def _asked(dataset: Dataset, question: Question, layer: str | None) -> Dataset:
    """Return the part of a dataset that a question, or one layer of its answer, is put to."""
    asked = dataset.stated() if question.stated else dataset
    for dimension, codes in question.filters:
        asked = asked.where(**{dimension: codes[0] if len(codes) == 1 else list(codes)})
    return asked if layer is None else asked.where(**{question.by: layer})
