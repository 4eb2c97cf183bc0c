"""A dataset → controls to explore it in a notebook: choose, look, read the words, take the code
away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.explorer.asking import first_question
from foip_analysis.files.extras import need

if TYPE_CHECKING:
    from foip_analysis.explorer.controls import Explorer


def explore(
    dataset: Dataset,
    rows: str | None = None,
    columns: str | None = None,
    *,
    lang: Literal["en", "ja"] = "en",
) -> Explorer:
    """Return controls over a dataset for JupyterLab or VS Code: a table, its heat map, the words
    behind each number.

    Choose dimensions, layers, how to count and of which initiatives; the table and the heat map
    follow. A click on a cell lists its initiatives with the words that decided. The Python code of
    the table can be copied, table and figure saved.

    Parameters
    ----------
    rows, columns
        The dimensions to begin with; two of the codebook's if left out.
    lang
        The language to begin with; a button changes it.

    Returns
    -------
    Explorer
        A widget. Its ``table``, ``code`` and ``members`` (of the cell last chosen) are what it
        shows.

    Raises
    ------
    ValueError
        If a dimension or language is not known.
    ImportError
        If ipywidgets or anywidget is not installed.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> explorer = foip.explore(foip.load(), "tool", "region")
    >>> int(explorer.table.loc["OSA", "Pacific"])
    4
    """
    if lang is None:
        raise ValueError("lang is None. The controls speak 'en' (English) or 'ja' (Japanese).")
    question = first_question(dataset, rows, columns, lang)
    need("Exploring", "ipywidgets", "anywidget")
    from foip_analysis.explorer.controls import Explorer

    return Explorer(dataset, question)
