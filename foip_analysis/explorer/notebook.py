"""A dataset → the explorer's page in a notebook, with its state in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foip_analysis.files.extras import need

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.explorer.widget import Explorer


def explore(
    dataset: Dataset, rows: str | None = None, columns: str | None = None, *, lang: str = "en"
) -> Explorer:
    """Return the explorer of a dataset for JupyterLab: tables, charts, the words behind numbers.

    It is the page that ``save_explorer`` writes. What is chosen in it can be read and set here:
    ``rows``, ``columns``, ``filters`` and the others; ``table``, ``members`` and ``code`` are what
    it shows.

    Parameters
    ----------
    rows, columns
        The dimensions to begin with; those that the page opens with if left out.
    lang
        The language to begin with; a button changes it.

    Returns
    -------
    Explorer
        A widget.

    Raises
    ------
    ValueError
        If a dimension or language is not known.
    ImportError
        If anywidget is not installed.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> explorer = foip.explore(foip.load(), "tool", "region")
    >>> int(explorer.table.loc["OSA", "Pacific"])
    4
    >>> explorer.cell = "osa", "africa"
    >>> explorer.members["initiative_id"].tolist()
    ['coastal-radars']
    """
    need("Exploring", "anywidget")
    from foip_analysis.explorer.widget import Explorer

    return Explorer(dataset, rows, columns, lang)
