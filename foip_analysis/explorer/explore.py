"""A dataset or a table → what can be pointed at: the explorer's page, or a chart under the pointer.

A dataset becomes the page that ``save_explorer`` writes, with its state in Python. A table becomes
the plotly twin of the chart that ``plot`` draws.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Literal, get_args, overload

from foip_analysis.charts import plot, style
from foip_analysis.charts.kinds import Bars
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.libraries import need

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

    from foip_analysis.charts.pointed import Pointed
    from foip_analysis.explorer.widget import Explorer

Twin = Literal["heatmap", "bars", "map", "sets", "flows"]  # ``explore_…`` of the module so named
TwinChart = Twin | Bars
TWINS = (*get_args(Twin), *get_args(Bars))


@overload
def explore(
    thing: Dataset, rows: str | None = ..., columns: str | None = ..., *, lang: str = ...
) -> Explorer: ...


@overload
def explore(
    thing: pd.DataFrame, *, chart: TwinChart | None = ..., title: str | None = ...
) -> Figure: ...


@guided
def explore(
    thing: Dataset | pd.DataFrame,
    rows: str | None = None,
    columns: str | None = None,
    *,
    lang: str | None = None,
    chart: TwinChart | None = None,
    title: str | None = None,
) -> Explorer | Figure:
    """Return a dataset's explorer for JupyterLab, or a table's chart with words under the pointer.

    The explorer is the page that ``save_explorer`` writes. What is chosen in it can be read and set
    here: ``rows``, ``columns``, ``filters`` and the others; ``table``, ``members`` and ``code`` are
    what it shows. A chart has the initiatives behind each mark, with their locators,
    for datasets of up to 5,000 initiatives.

    Parameters
    ----------
    thing
        A dataset, or a table of ``count``, ``cross_tab``, ``combinations`` or ``flows``.
    rows, columns
        Of a dataset: the dimensions to begin with; those that the page opens with if left out.
    lang
        Of a dataset: the language to begin with, English if left out; a button changes it. A table
        has its own.
    chart
        Of a table: ``heatmap``, ``bars`` (or, of their kinds, ``ranked``, ``stacked``, ``grouped``,
        ``panels``), ``map``, ``sets`` or ``flows``; that which suits the table if left out.
    title
        Of a table: instead of the computed finding.

    Returns
    -------
    Explorer or plotly.graph_objects.Figure
        A widget for a dataset; a figure for a table. Save the figure to a page that needs no
        network with ``figure.write_html(path, include_plotlyjs=True)``.

    Raises
    ------
    ValueError
        If a dimension, language or chart is not known, the table cannot be drawn so, or an option
        is for the other kind of thing.
    ImportError
        If anywidget is not installed, for a dataset.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> explorer = foip.explore(foip.load(), "tool", "region")
    >>> int(explorer.table.loc["OSA", "Pacific"])
    4
    >>> explorer.cell = "osa", "africa"
    >>> explorer.members["initiative_id"].tolist()
    ['coastal-radars']
    >>> figure = foip.explore(foip.count(foip.load(), "priority"))
    >>> [int(length) for length in figure.data[0].x]
    [28, 17, 17]
    """
    if isinstance(thing, Dataset):
        _refuse_given("a table; make one with count() or cross_tab()", chart=chart, title=title)
        need("Exploring", "anywidget")
        from foip_analysis.explorer.widget import Explorer

        return Explorer(thing, rows, columns, lang or "en")
    wanted = chart or plot.suiting(thing)
    _refuse_given("a dataset; a table has its own", rows=rows, columns=columns, lang=lang)
    if wanted in plot.CHARTS and wanted not in TWINS:
        known = ", ".join(map(repr, TWINS))
        raise ValueError(
            f"The chart {wanted!r} has nothing to point at. Draw it with foip.plot(table"
            f"{'' if chart is None else f', {chart!r}'}); what can be pointed at: {known}."
        )
    figure: Pointed = plot.draw("explore", thing, wanted, TWINS, {"title": title})
    figure.beside(lambda: _picture(thing, wanted, title))
    return figure


def _picture(table: pd.DataFrame, chart: str, title: str | None) -> bytes:
    """Return the chart that can only be looked at as a PNG; none of a table that has no such."""
    try:
        still = plot.draw("plot", table, chart, TWINS, {"title": title})
    except ValueError:  # too large for a slide, which a chart to scroll in is not
        return b""
    picture = BytesIO()
    with style.applied():
        still.savefig(picture, format="png", dpi=96)  # as a notebook shows charts
    return picture.getvalue()


def _refuse_given(whose: str, **options: str | None) -> None:
    given = [f"{name}=" for name, value in options.items() if value is not None]
    if given:
        raise ValueError(f"{' and '.join(given)} {'is' if len(given) == 1 else 'are'} for {whose}.")
