"""Counts and cross-tabs → bars: ranked, stacked, side by side in a row, or in panels.

Bars are stacked only where the columns divide the initiatives, for a stack is read as a total. What
adds up to more stands side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.examples import write_examples
from foip_analysis.charts.grid import (
    FAINT,
    NO_BASE,
    bar_grid,
    code_of,
    fainter,
    inks,
    largest,
    part_colours,
    refuse_empty,
    shades,
    tinted,
)
from foip_analysis.charts.hover import (
    LABEL_PIXELS,
    READABLE,
    SIDES,
    behind,
    broken,
    dressed,
    escaped,
    in_lines,
    places,
    row_axis,
    widest_pixels,
)
from foip_analysis.charts.keys import Look, basis_keys, key_lines, square
from foip_analysis.charts.kinds import Kind
from foip_analysis.charts.lettering import (
    GAP,
    POINT,
    Place,
    block_height,
    row_height,
    row_labels,
    widest,
    wrapped,
    write,
    write_head,
)
from foip_analysis.charts.sheet import OUTLINE, axes_at, bar_axes, filled_bars, named, scale, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.naming import as_list
from foip_analysis.tables.claims import headlined
from foip_analysis.tables.grid import ENOUGH, Grid, Values
from foip_analysis.tables.inference import inferred_only, stated_of
from foip_analysis.tables.notes import in_brackets
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle
    from plotly.graph_objects import Figure as Interactive

# Inches that one of grouped bars is high at least: its number, all digits, stands beside it.
GROUPED_BAR = 0.92 * SIZE["value"] * POINT
THICK = 0.84  # of a row, by stacked bars
FILLED = 0.86  # of a row's height, by grouped bars


@guided
def plot_bars(
    table: pd.DataFrame,
    *,
    kind: Kind = "auto",
    title: str | None = None,
    subtitle: str | None = None,
    lead: str | list[str] | None = None,
) -> Figure:
    """Draw a count as ranked bars, or a cross-tab as stacked bars, grouped bars or side-by-side
    panels.

    Where some of a count of initiatives is inferred, the bars are filled as far as it is stated,
    and a few of the leader's initiatives are named where there is room.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``; bars stand in the table's order.
    kind
        ``"ranked"`` for a count. ``"stacked"`` for a cross-tab whose columns divide the
        initiatives: one code each, or fractional. ``"panels"``, one a column, for any other:
        stacked, its bars would be as long as a sum of pairs. ``"auto"`` chooses among these.
        ``"grouped"`` for up to three columns that have colours.
    lead
        Rows of ranked bars that stand out, by code or label, such as ``["USA", "AUS"]``, and of the
        first a few initiatives by name; of stacked bars, which keep their colours, the names alone.
        If left out, those of which the computed finding speaks, or the longest.

    Raises
    ------
    ValueError
        If the table cannot be drawn so; says which kind can. If it has no row to lead.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> figure = foip.plot(foip.count(dataset, "tool", order="size"), lead=["OSA", "ODA"])
    >>> figure = foip.plot(foip.cross_tab(dataset, "tool", "priority"), "bars")
    """
    grid, drawn_as = bar_grid(table, kind)
    if lead is not None and drawn_as not in ("ranked", "stacked"):
        raise ValueError("lead is for ranked and stacked bars; others have no room for names.")
    with style.applied():
        if drawn_as == "ranked":
            return _ranked(table, grid, title, subtitle, lead)
        if drawn_as == "stacked":
            return _stacked(table, grid, title, subtitle, lead)
        draw = _grouped if drawn_as == "grouped" else _panels
        return draw(table, grid, title, subtitle)


def explore_bars(
    table: pd.DataFrame, *, kind: Kind = "auto", title: str | None = None
) -> Interactive:
    """Draw a count as interactive ranked bars, or a cross-tab as stacked bars or panels: one trace
    of bars a column, and the sums, if they are stacked, as texts.

    ``kind`` is as in ``plot_bars``, and refused as there.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.count(foip.load(), "priority"))
    >>> [int(x) for x in figure.data[0].x]
    [28, 17, 17]
    """
    from plotly.subplots import make_subplots

    from foip_analysis.charts.pointed import Pointed

    whole, drawn_as = bar_grid(table, kind)
    grid = whole.take(range(len(whole.rows)), [0]) if drawn_as == "ranked" else whole.inner
    refuse_empty(grid)
    rows, texts = places(grid.rows), grid.texts()
    parts = part_colours(grid) if drawn_as in ("stacked", "grouped") else []
    heads = [escaped(line.label) for line in grid.columns]
    labels = broken(grid.heads("rows"), LABEL_PIXELS)
    ink = style.colour("ink")
    within = [
        [ink if few else style.ink_on(part) for few in quiet]
        for part, quiet in zip(parts, grid.quiet.T, strict=False)
    ]
    figure, over = Pointed(), []
    if drawn_as == "panels":
        room = (READABLE - sum(SIDES) - widest_pixels(labels)) / len(heads) - 8
        over = broken(grid.heads("columns", between="\n"), room)
        figure = make_subplots(
            1,
            len(heads),
            shared_yaxes=True,
            shared_xaxes="all",
            subplot_titles=list(map(in_lines, over)),
            figure=figure,
        )
        figure.update_annotations(font={"size": 14}, yshift=4)
    for k, head in enumerate(heads):
        figure.add_bar(
            x=grid.values[:, k].tolist(),
            y=rows,
            orientation="h",
            name=head,
            text=[line[k] for line in texts],
            textposition="inside" if drawn_as == "stacked" else "outside",
            textangle=0,
            cliponaxis=False,
            marker={
                "color": parts[k] if parts else shades(table, grid, k),
                "opacity": [FAINT if few else 1 for few in grid.quiet[:, k]] if parts else None,
            },
            insidetextanchor="middle",
            insidetextfont={"color": within[k]} if drawn_as == "stacked" else None,
            hovertext=[behind(table, grid, n, k) for n in range(len(rows))],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=bool(parts),
            **({"row": 1, "col": k + 1} if drawn_as == "panels" else {}),
        )
    if drawn_as == "stacked" and not grid.about.question.share:
        sums = np.nan_to_num(grid.values).sum(axis=1)
        ends = [f"\u2002<b>{grid.number(value)}</b>" for value in sums]
        figure.add_scatter(
            x=sums.tolist(),
            y=rows,
            text=ends,
            mode="text",
            textposition="middle right",
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    legend = {"orientation": "h", "traceorder": "normal", "x": 0, "y": 1, "yanchor": "bottom"}
    figure.update_layout(
        barmode="stack" if drawn_as == "stacked" else "group",
        legend=legend,
        uniformtext={"mode": "hide", "minsize": 11},
    )
    figure.update_xaxes(visible=False, rangemode="tozero")
    if drawn_as == "panels":  # plotly leaves no room for a number at the end of a bar
        figure.update_xaxes(range=[0, 1.4 * (largest(grid.values) or 1)])
    figure.update_yaxes(showline=True, linecolor=style.colour("line"), **row_axis(rows, labels))
    above = 20 * max((head.count("\n") + 1 for head in over), default=0)
    return dressed(
        figure,
        table,
        title,
        rows=len(rows),
        keys=heads if parts else [],
        labels=labels,
        above=above,
    )


def _ranked(
    table: pd.DataFrame,
    grid: Grid,
    title: str | None,
    subtitle: str | None,
    lead: str | list[str] | None,
) -> Figure:
    values, stated = _bars_of(grid), stated_of(grid.about)
    weighed = grid.about.question.weight
    texts = [
        text + in_brackets(share[0], grid.about.lang) if any(share) and not weighed else text
        for text, *share in grid.texts(aside=np.ones(grid.values.shape, bool))
    ]
    gathered = len(grid.about.rest.get(grid.about.rows or "", []))
    texts = [
        say("bars-gathered", grid.about.lang, text=text, codes=gathered)
        if line.role == "other" and not value
        else text
        for line, text, value in zip(grid.rows, texts, values.tolist(), strict=True)
    ]
    labels, colours = row_labels(grid.heads("rows")), shades(table, grid)
    strong, quiet = style.colour("strong"), style.colour("quiet")
    leaders = [line for line, colour in zip(grid.rows, colours, strict=True) if colour == strong]
    call = "plot(table"
    if lead is not None:
        asked = [code_of(grid.rows, row, "lead") for row in as_list("lead", lead)]
        call += f", lead={asked}"
        colours = [quiet if colour == strong else colour for colour in colours]
        leaders = [line for line in grid.rows if line.code in asked[:1]]
    elif title is None:
        asked = [group.code for claim in headlined(table)[:1] for group in claim.groups]
    else:
        asked = []
    colours = [
        strong if line.code in asked else colour
        for line, colour in zip(grid.rows, colours, strict=True)
    ]
    figure, area = sheet(
        table,
        title,
        call,
        rows=len(values),
        row=row_height(labels),
        subtitle=subtitle,
        stated=stated,
        keys=basis_keys(grid.about.lang) if stated else [],
    )
    axes, room = bar_axes(figure, area, labels)
    some = [stated.get(line.code, value) for line, value in zip(grid.rows, values, strict=True)]
    filled_bars(axes, values.tolist(), colours, some if stated else None)
    unit = scale(axes, largest(values), room, widest(texts) + 2 * GAP)
    for y, (value, text) in enumerate(zip(values, texts, strict=True)):
        write(axes, text, (value, y), shift=6)
        told = grid.number(some[y]) if some[y] < value else ""
        if told and some[y] * unit > widest([told]) + GAP:
            ink = style.ink_on(colours[y])
            write(axes, told, (some[y], y), shift=-6, ha="right", color=ink)
    if len(leaders) == 1:
        taken = [
            value * unit + widest([text]) + 3 * GAP
            for value, text in zip(values.tolist(), texts, strict=True)
        ]
        lines = range(len(taken))
        rooms = [_beside(figure, axes, taken, lines[-n:]) for n in lines[2:]]
        write_examples(figure, grid.about, leaders[0].code, leaders[0].label, rooms)
    return figure


def _bars_of(grid: Grid) -> Values:
    """Return how long the bars of a count are: a line that gathers other codes has none where it
    would outrun every code, for together they are no rival of one.
    """
    values = grid.values[:, 0].astype(float)
    apart = grid.apart[:, 0]
    gathered = [line.role == "other" for line in grid.rows]
    return np.where(gathered & (values > largest(values[~apart])), 0, values)


def _stacked(
    table: pd.DataFrame,
    whole: Grid,
    title: str | None,
    subtitle: str | None,
    lead: str | list[str] | None,
) -> Figure:
    grid, call = whole.inner, "plot(table, chart='stacked'"
    refuse_empty(grid)
    if lead is None:
        leaders = _told_of_all(table, grid) if title is None else []
    else:
        leaders = [code_of(grid.rows, row, "lead") for row in as_list("lead", lead)]
        call += f", lead={leaders}"
    colours, names = part_colours(grid), [line.label for line in grid.columns]
    entries: list[tuple[str, Look]] = list(zip(names, colours, strict=True))
    hollow = inferred_only(grid)
    if hollow.any():
        entries.append((say("key-inferred-only", grid.about.lang), square("paper")))
    if grid.quiet.any():
        few = say("key-few", grid.about.lang, least=ENOUGH)
        entries.append((few, fainter(style.colour("soft"))))
    labels = row_labels(grid.heads("rows"))
    figure, area = sheet(
        table,
        title,
        call,
        rows=len(labels),
        row=1.1 * row_height(labels),
        subtitle=subtitle,
        keys=key_lines(entries),
    )
    axes, room = bar_axes(figure, area, labels)
    values, texts = np.nan_to_num(grid.values), grid.texts()
    totals, small, with_counts = values.sum(axis=1), grid.quiet, _with_counts(grid)
    bare = grid.about.question.share is not None
    ends = ["" if bare else grid.number(total) for total in totals]
    unit = scale(axes, largest(totals), room, widest(ends, bold=True) + 2 * GAP)
    left = np.zeros(len(labels))
    for k, (name, colour) in enumerate(zip(names, colours, strict=True)):
        bars = axes.barh(
            range(len(labels)),
            values[:, k],
            left=left,
            label=name,
            height=THICK,
            color=tinted(colour, grid, k),
            edgecolor=style.colour("paper"),
            linewidth=1,  # lines part like greys
        )
        for y in np.flatnonzero(hollow[:, k]).tolist():
            _outline(axes, bars[y], fainter(colour) if small[y, k] else colour)
        for y, value in enumerate(values[:, k]):
            text = with_counts[y][k]
            text = text if value * unit > widest([text]) + 0.08 else texts[y][k]
            if text and value * unit > widest([text]) + 0.08:
                ink = style.ink_on(colour)
                ink = style.colour("ink") if small[y, k] or hollow[y, k] else ink
                write(axes, text, (left[y] + value / 2, y), ha="center", color=ink)
        left += values[:, k]
    for y, (total, text) in enumerate(zip(totals, ends, strict=True)):
        write(axes, text, (total, y), shift=6, fontweight="bold")
    if not bare:
        taken = [
            total * unit + widest([text], bold=True) + 3 * GAP
            for total, text in zip(totals.tolist(), ends, strict=True)
        ]
        _name_some(figure, axes, grid, leaders[:1], taken)
    return figure


def _outline(axes: Axes, part: Rectangle, colour: str) -> None:
    """Empty a part of a bar and draw its outline: a line's breadth within its ends, and around its
    sides, where the number needs the room.
    """
    from matplotlib.patches import Rectangle

    line, place = OUTLINE * POINT * axes.figure.get_dpi(), axes.get_window_extent()
    across = line * np.diff(axes.get_xlim())[0] / place.width
    up = line / 2 * abs(np.diff(axes.get_ylim())[0]) / place.height
    part.set_facecolor(style.colour("paper"))
    corner = part.get_x() + across, part.get_y() - up
    wide, tall = part.get_width() - 2 * across, part.get_height() + 2 * up
    box = Rectangle(corner, wide, tall, fill=False, gid="outline", lw=OUTLINE, ec=colour)
    axes.add_patch(box)


def _told_of_all(table: pd.DataFrame, grid: Grid) -> list[str]:
    """Return the one row of which a title says that all have something."""
    claim = next(iter(headlined(table)), None)
    if claim is None or claim.kind != "all" or claim.of != grid.about.rows:
        return []
    return [group.code for group in claim.groups] if len(claim.groups) == 1 else []


def _name_some(
    figure: Figure, axes: Axes, grid: Grid, codes: list[str], taken: list[float]
) -> None:
    """Name the initiatives of a row: all beside its bar, or a few where there is room."""
    lines = range(len(taken))
    for n, line in enumerate(grid.rows):
        if line.code in codes:
            left, bottom, wide, high = _beside(figure, axes, taken, [n])
            air = (1 - THICK) / 2 * high  # of the rows above and below
            beside = [(left, bottom - air, wide, high + 2 * air)]
            below = [_beside(figure, axes, taken, lines[-n:]) for n in lines[2:]]
            if not write_examples(figure, grid.about, line.code, "", beside):
                write_examples(figure, grid.about, line.code, line.label, below)


def _beside(figure: Figure, axes: Axes, taken: list[float], rows: Sequence[int]) -> Place:
    """Return the room right of some neighbouring bars: left, bottom, width, height in inches.
    ``taken`` says for each bar how much of the axes it and its number take.
    """
    wide, tall = figure.get_size_inches()
    box, row = axes.get_position(), axes.get_position().height * tall / len(taken)
    left = max(taken[n] for n in rows)
    bottom = box.y1 * tall - (max(rows) + 1) * row
    return box.x0 * wide + left, bottom, box.width * wide - left, len(rows) * row - GAP / 2


def _with_counts(grid: Grid) -> list[list[str]]:
    """Return the texts of shares with the number of initiatives that each is: ``67% (8)``."""
    asked, texts = grid.about.question, grid.texts()
    if asked.count != "initiatives" or asked.of != "initiatives" or asked.weight:
        return texts
    return [
        [
            f"{text}{in_brackets(f'{value * line.base:.0f}', grid.about.lang)}"
            if text and line.base
            else text
            for text, value in zip(own, values, strict=True)
        ]
        for line, own, values in zip(grid.rows, texts, grid.values.tolist(), strict=True)
    ]


def _grouped(table: pd.DataFrame, whole: Grid, title: str | None, subtitle: str | None) -> Figure:
    """Draw for each row a bar a column, side by side: for comparing a few columns row by row.

    They never add up, so they are right for codes of which an initiative can have several.
    """
    grid = whole.inner
    refuse_empty(grid)
    colours, names = part_colours(grid), [line.label for line in grid.columns]
    values, texts = np.nan_to_num(grid.values), grid.texts()
    labels = row_labels(grid.heads("rows"))
    keys = key_lines(list(zip(names, colours, strict=True)))
    row = max(row_height(labels) * 1.1, GROUPED_BAR * len(names) / FILLED)
    figure, area = sheet(
        table,
        title,
        "plot(table, chart='grouped'",
        rows=len(labels),
        row=row,
        subtitle=subtitle,
        keys=keys,
    )
    axes, room = bar_axes(figure, area, labels)
    scale(axes, largest(values), room, widest(list(chain(*texts))) + 2 * GAP)
    thick, ink = FILLED / len(names), inks(grid)
    for k, (name, colour) in enumerate(zip(names, colours, strict=True)):
        middles = np.arange(len(labels)) + (k - (len(names) - 1) / 2) * thick
        own = tinted(colour, grid, k)
        axes.barh(middles, values[:, k], height=thick * 0.92, color=own, label=name)
        for n, y in enumerate(middles):
            if texts[n][k]:
                write(axes, texts[n][k], (values[n, k], y), shift=4, color=ink[n][k])
    return figure


def _panels(table: pd.DataFrame, grid: Grid, title: str | None, subtitle: str | None) -> Figure:
    """Draw a panel of bars a column; margins are written, their bars would dwarf all others."""
    count, labels = len(grid.columns), row_labels(grid.heads("rows"))
    shares = np.full(grid.values.shape, bool(grid.about.question.share))
    texts = grid.texts(aside=grid.margins | shares, unknown=NO_BASE)
    left = widest(labels) + GAP
    width = (WIDTH - 2 * EDGE - left) / count
    heads = [
        wrapped(label, width - GAP, bold=True, breaking=width > 1.5)
        for label in grid.heads("columns", between="\n")
    ]
    numbers = widest(list(chain(*texts))) + GAP
    if widest(heads, bold=True) > width - 0.05 or width < numbers + 0.3:
        raise ValueError(
            f"{count} panels do not fit on a slide. Choose columns with codes= or top=, "
            "or draw a heat map."
        )
    above = max(block_height(h, SIZE["label"]) for h in heads) + GAP
    figure, area = sheet(
        table,
        title,
        "plot(table, chart='panels'",
        rows=len(labels),
        row=row_height(labels),
        extra=above,
        subtitle=subtitle,
    )
    height = min(area[3] - above, len(labels) * max(1.1, row_height(labels)))
    bottom = area[1] + area[3] - above - height
    margins, ink = grid.margins, inks(grid)
    bars = np.where(margins, 0, np.nan_to_num(grid.values))
    for k, column in enumerate(grid.columns):
        axes = axes_at(figure, area[0] + left + k * width, bottom, width - GAP, height)
        hues = shades(table, grid, k)
        axes.barh(range(len(labels)), bars[:, k], height=0.72, color=hues, label=column.label)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        named(axes, rows=labels)
        scale(axes, largest(bars), width - GAP, numbers)
        write_head(axes, 0, heads[k], y=-0.5, ha="left", fontweight="bold")
        for y, line in enumerate(texts):
            if line[k] or margins[y, k]:
                write(axes, line[k], (bars[y, k], y), shift=4, color=ink[y][k])
        for y, (label, row) in enumerate(zip(labels, grid.rows, strict=True) if k == 0 else ()):
            of_label = style.colour("soft" if row.margin else "ink")
            write(axes, label, (0, y), shift=-GAP * 72, ha="right", color=of_label)
    return figure
