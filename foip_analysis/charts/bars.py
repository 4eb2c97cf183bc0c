"""Counts and cross-tabs → bars: ranked, stacked, side by side in a row, or in panels.

Bars are stacked only where the columns divide the initiatives, for a stack is read as a total. What
adds up to more stands side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import Kind, choose_kind, largest, part_colours, shades
from foip_analysis.charts.hover import (
    LABEL,
    LEAST,
    SIDES,
    behind,
    broken,
    dressed,
    escaped,
    in_lines,
    row_axis,
    widest_pixels,
)
from foip_analysis.charts.sheet import (
    GAP,
    POINT,
    axes_at,
    bar_axes,
    block_height,
    key_lines,
    row_height,
    row_labels,
    scale,
    sheet,
    widest,
    wrapped,
    write,
    write_head,
    write_keys,
)
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.words.numerals import percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from plotly.graph_objects import Figure as Interactive

# Inches that one of grouped bars is high at least: its number, all digits, stands beside it.
BAR = 0.92 * SIZE["value"] * POINT
FILLED = 0.86  # of a row's height, by grouped bars


def plot_bars(table: pd.DataFrame, *, kind: Kind = "auto", title: str | None = None) -> Figure:
    """Draw a count as ranked bars, or a cross-tab as stacked bars, grouped bars or side-by-side
    panels.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``; bars stand in the table's order.
    kind
        ``"ranked"`` for a count. ``"stacked"`` for a cross-tab whose columns divide the
        initiatives: one code each, or fractional. ``"panels"``, one a column, for any other:
        stacked, its bars would be as long as a sum of pairs. ``"auto"`` chooses among these.
        ``"grouped"`` for up to three columns that have colours.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 in wide, 7.5 in high or as high as the rows need.

    Raises
    ------
    ValueError
        If the table cannot be drawn so; says which kind can.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> figure = foip.plot_bars(foip.count(dataset, "tool", order="size"))
    >>> figure = foip.plot_bars(foip.cross_tab(dataset, "tool", "priority"))
    """
    kind = choose_kind(table, kind)
    with style.applied():
        call = f"plot_bars(table, kind={kind!r}"
        draw = {"ranked": _ranked, "stacked": _stacked, "grouped": _grouped, "panels": _panels}
        return draw[kind](table, title, call)


def explore_bars(
    table: pd.DataFrame, *, kind: Kind = "auto", title: str | None = None
) -> Interactive:
    """Draw a count as interactive ranked bars, or a cross-tab as stacked bars or panels.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``.
    kind
        As in ``plot_bars``.
    title
        Instead of the computed finding.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace of bars a column (and the sums, if they are stacked, as texts); under the pointer
        the initiatives with their locators.

    Raises
    ------
    ValueError
        If the table cannot be drawn so; says which kind can.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.count(foip.load(), "priority"))
    >>> [int(x) for x in figure.data[0].x]
    [28, 17, 17]
    """
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    kind = choose_kind(table, kind)
    shown = table.iloc[:, :1] if kind == "ranked" else table
    codes = findings.column_codes(table)[: shown.shape[1]]
    rows = [escaped(r) for r in table.index]
    if kind != "ranked":  # margins are no parts
        keep = [i for i, code in enumerate(codes) if code != "all"]
        lines = [i for i, code in enumerate(findings.row_codes(table)) if code != "all"]
        shown, rows = shown.iloc[lines, keep], [rows[i] for i in lines]
    parts = part_colours(table) if kind in ("stacked", "grouped") else []
    heads, labels = (
        [escaped(c) for c in shown.columns],
        broken(findings.headed(shown, "rows"), LABEL),
    )
    over = (
        broken(
            findings.headed(shown, "columns", between="\n"),
            (LEAST - sum(SIDES) - widest_pixels(labels)) / len(heads) - 8,
        )
        if kind == "panels"
        else []
    )
    figure = go.Figure()
    if kind == "panels":
        figure = make_subplots(
            1,
            len(heads),
            shared_yaxes=True,
            shared_xaxes="all",
            subplot_titles=list(map(in_lines, over)),
        )
        figure.update_annotations(font={"size": 14}, yshift=4)
    for k, column in enumerate(shown.columns):
        values = shown[column].to_numpy(float)
        bar = go.Bar(
            x=values.tolist(),
            y=rows,
            orientation="h",
            name=heads[k],
            text=[findings.shown(table, v) if v else "" for v in values],
            textposition="inside" if kind == "stacked" else "outside",
            textangle=0,
            cliponaxis=False,
            marker={"color": parts[k] if parts else shades(shown, values, k)},
            insidetextanchor="middle",
            insidetextfont={"color": style.ink_on(parts[k])} if kind == "stacked" else None,
            hovertext=[
                behind(table, r, column, findings.shown(table, v))
                for r, v in zip(shown.index, values, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=bool(parts),
        )
        figure.add_trace(bar, **({"row": 1, "col": k + 1} if kind == "panels" else {}))
    if kind == "stacked" and not about(table).question.share:
        sums = np.nan_to_num(shown.to_numpy(float)).sum(axis=1)
        texts = [f"\u2002<b>{findings.shown(table, value)}</b>" for value in sums]
        look = {
            "mode": "text",
            "textposition": "middle right",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "showlegend": False,
        }
        figure.add_scatter(x=sums.tolist(), y=rows, text=texts, **look)
    legend = {"orientation": "h", "traceorder": "normal", "x": 0, "y": 1, "yanchor": "bottom"}
    figure.update_layout(
        barmode="stack" if kind == "stacked" else "group",
        legend=legend,
        uniformtext={"mode": "hide", "minsize": 11},
    )
    figure.update_xaxes(visible=False, rangemode="tozero")
    if kind == "panels":  # plotly leaves no room for a number at the end of a bar
        figure.update_xaxes(range=[0, 1.4 * (largest(shown.to_numpy(float)) or 1)])
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


def _ranked(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    values = table.iloc[:, 0].to_numpy(float)
    texts = [findings.shown(table, value) for value in values]
    if not about(table).question.weight:
        texts = [
            text if pd.isna(share) else f"{text}  ({percent(share)})"
            for text, share in zip(texts, table.iloc[:, 1], strict=True)
        ]
    labels = row_labels(table)
    figure, area = sheet(table, title, call, rows=len(values), row=row_height(labels))
    axes, room = bar_axes(figure, area, labels)
    axes.barh(range(len(values)), values, height=0.72, color=shades(table, values))
    scale(axes, largest(values), room, widest(texts) + 2 * GAP)
    for y, (value, text) in enumerate(zip(values, texts, strict=True)):
        write(axes, text, (value, y), shift=6)
    return figure


def _stacked(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    rows = [i for i, code in enumerate(findings.row_codes(table)) if code != "all"]
    shown = [i for i, code in enumerate(findings.column_codes(table)) if code != "all"]
    if not rows or not shown:
        raise ValueError("The table has no rows or no columns to draw.")
    colours = part_colours(table)
    part = table.iloc[rows]
    keys = key_lines(
        [(str(table.columns[i]), colour) for i, colour in zip(shown, colours, strict=True)]
    )
    above = sum(height for _, height in keys) + GAP
    labels = row_labels(part)
    figure, area = sheet(
        table, title, call, rows=len(rows), row=1.1 * row_height(labels), extra=above
    )
    write_keys(figure, area, keys)
    axes, room = bar_axes(figure, (area[0], area[1], area[2], area[3] - above), labels)
    values = np.nan_to_num(part.to_numpy(float)[:, shown])
    totals = values.sum(axis=1)
    ends = (
        [findings.shown(table, total) for total in totals]
        if about(table).question.share is None
        else [""] * len(rows)
    )
    unit = scale(axes, largest(totals), room, widest(ends, bold=True) + 2 * GAP)
    left = np.zeros(len(rows))
    for k, i in enumerate(shown):
        bars = {
            "height": 0.8,
            "color": colours[k],
            "edgecolor": style.colour("paper"),
            "linewidth": 1,
        }  # lines part like greys
        axes.barh(range(len(rows)), values[:, k], left=left, label=str(table.columns[i]), **bars)
        for y, value in enumerate(values[:, k]):
            text = findings.shown(table, value)
            if value and value * unit > widest([text]) + 0.08:
                write(
                    axes,
                    text,
                    (left[y] + value / 2, y),
                    ha="center",
                    color=style.ink_on(colours[k]),
                )
        left += values[:, k]
    for y, (total, text) in enumerate(zip(totals, ends, strict=True)):
        write(axes, text, (total, y), shift=6, fontweight="bold")
    return figure


def _grouped(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    """Draw for each row a bar a column, side by side: for comparing a few columns row by row.

    They never add up, so they are right for codes of which an initiative can have several.
    """
    rows, shown = (
        [i for i, code in enumerate(codes(table)) if code != "all"]
        for codes in (findings.row_codes, findings.column_codes)
    )
    part, colours = table.iloc[rows, shown], part_colours(table)
    values = np.nan_to_num(part.to_numpy(float))
    labels = row_labels(part)
    keys = key_lines(
        [(str(label), colour) for label, colour in zip(part.columns, colours, strict=True)]
    )
    above = sum(height for _, height in keys) + GAP
    row = max(row_height(labels) * 1.1, BAR * values.shape[1] / FILLED)
    figure, area = sheet(table, title, call, rows=len(part), row=row, extra=above)
    write_keys(figure, area, keys)
    axes, room = bar_axes(figure, (area[0], area[1], area[2], area[3] - above), labels)
    scale(
        axes,
        values.max(initial=0),
        room,
        widest([findings.shown(table, value) for value in values.ravel()]) + 2 * GAP,
    )
    thick = FILLED / values.shape[1]
    for k, colour in enumerate(colours):
        places = np.arange(len(part)) + (k - (len(colours) - 1) / 2) * thick
        axes.barh(
            places, values[:, k], height=thick * 0.92, color=colour, label=str(part.columns[k])
        )
        for y, value in zip(places, values[:, k], strict=True):
            if value:
                write(axes, findings.shown(table, value), (value, y), shift=4)
    return figure


def _panels(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    count, labels, values = table.shape[1], row_labels(table), table.to_numpy(float)
    left = widest(labels) + GAP
    width = (WIDTH - 2 * EDGE - left) / count
    heads = [
        wrapped(label, width - GAP, bold=True, breaking=width > 1.5)
        for label in findings.headed(table, "columns", between="\n")
    ]
    numbers = widest([findings.shown(table, v) for v in values.ravel()]) + GAP
    if widest(heads, bold=True) > width - 0.05 or width < numbers + 0.3:
        raise ValueError(
            f"{count} panels do not fit on a slide. Choose columns with codes= or top=, "
            "or draw a heat map."
        )
    above = max(block_height(h, SIZE["label"]) for h in heads) + GAP
    figure, area = sheet(table, title, call, rows=len(table), row=row_height(labels), extra=above)
    height = min(area[3] - above, len(table) * max(1.1, row_height(labels)))
    competes = [
        [code != "all" for code in codes(table)]
        for codes in (findings.row_codes, findings.column_codes)
    ]
    bars = np.where(np.outer(*competes), np.nan_to_num(values), 0)
    for k in range(count):
        axes = axes_at(
            figure,
            area[0] + left + k * width,
            area[1] + area[3] - above - height,
            width - GAP,
            height,
        )
        axes.barh(
            range(len(table)),
            bars[:, k],
            height=0.72,
            color=shades(table, bars[:, k], k),
            label=str(table.columns[k]),
        )
        axes.set_ylim(len(table) - 0.5, -0.5)
        scale(axes, largest(bars), width - GAP, numbers)
        write_head(axes, 0, heads[k], y=-0.5, ha="left", fontweight="bold")
        for y, value in enumerate(values[:, k]):
            apart = not (competes[0][y] and competes[1][k])
            if apart or np.nan_to_num(value):
                colour = style.colour("soft" if apart else "ink")
                write(axes, findings.shown(table, value), (bars[y, k], y), shift=4, color=colour)
        for y, label in enumerate(labels if k == 0 else []):
            write(
                axes,
                label,
                (0, y),
                shift=-GAP * 72,
                ha="right",
                color=style.colour("ink" if competes[0][y] else "soft"),
            )
    return figure
