"""A table → the chart made for its kind, or another that fits it.

What a table is of decides how it is drawn (``SUITS`` in ``grid.py``): who has a table need not know
the name of its chart. Whether a chart can show a table is for the chart to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args, overload

from foip_analysis.charts.grid import refuse_large
from foip_analysis.charts.kinds import SUITS, Bars, Drawn
from foip_analysis.dataset.given import described, guided
from foip_analysis.tables.about import about
from foip_analysis.tables.association import Association
from foip_analysis.tables.grid import grid_of
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from foip_analysis.charts.kinds import Kind

Chart: TypeAlias = Drawn | Bars
CHARTS = (*get_args(Drawn), *get_args(Bars))


@overload
def plot(
    table: pd.DataFrame | Association,
    chart: Literal["bars"],
    *,
    kind: Kind = ...,
    title: str | None = ...,
    subtitle: str | None = ...,
    lead: str | list[str] | None = ...,
) -> Figure: ...


@overload
def plot(
    table: pd.DataFrame | Association,
    chart: Literal["map"],
    *,
    extent: str | None = ...,
    title: str | None = ...,
    subtitle: str | None = ...,
) -> Figure: ...


@overload
def plot(
    table: pd.DataFrame | Association,
    chart: Chart | None = ...,
    *,
    title: str | None = ...,
    frame: Sequence[tuple[str, str]] | None = ...,
    subtitle: str | None = ...,
    lead: str | list[str] | None = ...,
) -> Figure: ...


@guided
def plot(table: pd.DataFrame | Association, chart: Chart | None = None, **options: Any) -> Figure:
    """Draw a table with the chart made for its kind, or with another that fits.

    - ``count``: ``"bars"``; or ``"map"``, if the rows are places
    - ``cross_tab``: ``"heatmap"``, of one column ``"bars"``; or ``"bars"``; ``"pairs"``, if of a
      dimension by itself
    - ``cross_tab`` with ``by=``: ``"multiples"``
    - ``combinations``: ``"sets"``
    - ``flows``: ``"flows"``
    - ``association``: ``"residuals"``
    - ``sensitivity``: ``"dots"``; of what is inferred also ``"stated"``, or ``"squares"`` if of a
      dimension with one code an initiative
    - ``compare`` with ``rows``: ``"dots"``

    Parameters
    ----------
    table
        As it came from one of these, or sorted, turned (``.T``) or with lines chosen.
    chart
        ``"heatmap"`` (shaded cells), ``"bars"``, ``"multiples"`` (a small heat map a layer),
        ``"pairs"`` (which codes of a dimension stand together), ``"sets"`` (each set of codes and
        its size), ``"flows"`` (bands from code to code), ``"dots"`` (a line from one way of
        counting to the other), ``"squares"`` (each initiative, filled where the words state it),
        ``"stated"`` (bars of one length, filled as far as the words state it),
        ``"residuals"`` (more or less often than independence would have it) or ``"map"``. For
        ``"bars"`` also its kind: ``"ranked"`` for a count; for a cross-tab ``"stacked"`` where the
        columns divide the initiatives, ``"panels"`` where they overlap, ``"grouped"`` for up to
        three columns. The table's own if left out.
    **options
        ``title`` and ``subtitle``, of every chart: instead of the computed finding, and of what is
        counted, of how many and which codes are shown. ``kind``, of ``"bars"``: as ``chart`` names
        it. ``extent``, of ``"map"``: a region, such as ``"southeast_asia"``. ``frame``, of
        ``"heatmap"``: cells to draw a line around, such as ``[("osa", "pacific")]``. ``lead``, of
        ranked bars: rows that stand out, such as ``["USA", "AUS"]``.
        What else a chart takes and refuses is told by its own function, such as ``plot_sets`` in
        the module ``charts.sets``.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 in wide, 7.5 in high or as high as the rows need. ``save_figure`` writes it with its
        numbers, ``save_deck`` puts it on a slide.

    Raises
    ------
    TypeError
        If it is no table, or the chart does not take an option.
    ValueError
        If the chart is not known or cannot show this table; says what can.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> figure = foip.plot(foip.combinations(dataset, "tool"))  # sets
    >>> table = foip.sensitivity(dataset, "priority")
    >>> figure = foip.plot(table)  # dots
    >>> len(foip.plot(table, "squares").axes[0].patches)  # one an initiative
    62
    >>> figure = foip.plot(foip.cross_tab(dataset, "tool", "priority"), "stacked", title="Tools")
    >>> figure.foip["title"]
    'Tools'
    """
    if isinstance(table, Association):
        table = table.residuals
    figure: Figure = draw(
        "plot", table, suiting(table) if chart is None else chart, CHARTS, options
    )
    return figure


def suiting(table: pd.DataFrame) -> Drawn:
    """Return the chart made for a table's kind: bars, which say what they draw, if it has none;
    for one column alone, too, as a heat map compares columns.
    """
    suits = SUITS.get(about(table).kind, "bars")
    if suits != "heatmap":
        return suits
    refuse_large(table)
    return "bars" if len(grid_of(table).inner.columns) == 1 else suits


def draw(
    verb: Literal["plot", "explore"],
    table: pd.DataFrame,
    chart: str,
    charts: Sequence[str],
    options: Mapping[str, object],
) -> Any:
    """Draw a table with ``plot_…`` or ``explore_…``, as the verb says, of the chart so named;
    refuse a chart that is none of the ``charts``, and an option that it does not take.
    """
    if not isinstance(chart, str) or chart not in charts:
        known = ", ".join(map(repr, charts))
        raise ValueError(
            f"chart is {described(chart)}. It is one of {known}.{did_you_mean(str(chart), charts)}"
        )
    name, fixed = ("bars", {"kind": chart}) if chart in get_args(Bars) else (chart, {})
    function = getattr(import_module(f"foip_analysis.charts.{name}"), f"{verb}_{name}")
    parameters = signature(function).parameters.values()
    taken = [p.name for p in parameters if p.kind is Parameter.KEYWORD_ONLY and p.name not in fixed]
    for option in options:
        if option not in taken:
            known = ", ".join(f"{each}=" for each in taken)
            raise TypeError(
                f"The chart {chart!r} does not take {option}=. It takes {known}."
                f"{did_you_mean(option, taken)}"
            )
    return function(table, **fixed, **options)
