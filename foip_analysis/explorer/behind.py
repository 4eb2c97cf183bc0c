"""What is behind a number of the explorer: the initiatives of a cell, the code of its table.

Nothing is counted here. The table itself is ``ask(dataset, question)``; ``behind`` hands a cell of
it to ``members``, and ``as_code`` writes the call that makes the same table without an explorer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.is_shipped import is_shipped
from foip_analysis.dataset.selections import print_selection
from foip_analysis.tables.about import about
from foip_analysis.tables.members import members
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    import pandas as pd

    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.tables.question import Question


def behind(dataset: Dataset, question: Question, cell: Sequence[str]) -> pd.DataFrame:
    """Return the initiatives behind a cell of a table, as ``members`` does: as many as it counts.

    Parameters
    ----------
    cell
        The codes of its row, its column and, if there are layers, its layer; ``all`` for the margin
        and ``none`` for none stated.

    Raises
    ------
    ValueError
        If a code is not known.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.explorer.behind import behind
    >>> from foip_analysis.tables.question import Question
    >>> found = behind(foip.load(), Question("tool", "region"), ("osa", "africa"))
    >>> found["initiative_id"].tolist()
    ['coastal-radars']
    """
    asked = dataset.select(question.selection)
    dimensions = question.rows, question.columns, question.by
    sides = [(d, code) for d, code in zip(dimensions, cell, strict=False) if d]
    for dimension, code in sides[2:]:
        asked = asked.where(**{dimension: code})
    codes: dict[str, list[str]] = {}
    for dimension, code in sides[:2]:
        if code == "all" and question.none:
            continue  # with none stated in the table, its margins are of every initiative
        wanted = list(book.codes(dataset.codebook, dimension)) if code == "all" else [code]
        if dimension in codes:  # a dimension by itself: the initiatives with both
            asked = asked.where(**{dimension: codes[dimension]}).where(**{dimension: wanted})
        codes[dimension] = list(dict.fromkeys([*codes.get(dimension, []), *wanted]))
    given = {d: some[0] if len(some) == 1 else some for d, some in codes.items()}
    return members(asked, lang=question.lang, **given)  # type: ignore[arg-type]  # dimensions only


def as_code(table: pd.DataFrame, dataset: Dataset) -> str:
    """Return Python code that makes a table of a dataset again; run, it gives the same.

    For the shipped dataset it begins with ``foip.load()``; for another, ``dataset`` is the one that
    is explored.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.explorer.behind import as_code
    >>> dataset = foip.load()
    >>> print(as_code(foip.cross_tab(dataset, "tool", "region", margins=True), dataset))
    import foip_analysis as foip
    <BLANKLINE>
    dataset = foip.load()
    table = foip.cross_tab(dataset, 'tool', 'region', margins=True)
    table
    """
    call, shipped = about(table).call, is_shipped(dataset)
    if not shipped:
        call = call.replace(print_selection(dataset.selection), "dataset", 1)
    head = loading(about(table).lang, shipped=shipped, hosted=True)
    return f"import foip_analysis as foip\n\n{head}\ntable = {call}\ntable"


def loading(lang: str | None, *, shipped: bool, hosted: bool) -> str:
    """Return the line of code that has the dataset; in the notebook that hosts, it is there."""
    if shipped:
        return "dataset = foip.load()"
    if hosted:
        return f"# {say('explorer-dataset-explored', lang)}"
    return f"dataset = foip.load('FOLDER')  # {say('explorer-dataset-folder', lang)}"
