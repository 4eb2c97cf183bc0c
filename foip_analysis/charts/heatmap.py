"""Cross-tabs → heat maps: a shade and a number for each cell, zero cells empty, margins apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import heat_parts, largest, ramp
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
    ROW,
    axes_at,
    column_heads,
    heads_height,
    row_height,
    row_labels,
    sheet,
    widest,
    write,
    write_head,
)
from foip_analysis.charts.style import EDGE, WIDTH
from foip_analysis.tables import findings

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from plotly.graph_objects import Figure as Interactive


def plot_heatmap(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw a cross-tab as a heat map: counts in the cells, zero cells empty, margins apart.

    Parameters
    ----------
    table
        From ``cross_tab``; with ``margins=True`` the distinct counts stand beside and below.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 in wide, 7.5 in high or as high as the rows need.

    Raises
    ------
    ValueError
        If the table has no cells, has layers, or has more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot_heatmap(foip.cross_tab(foip.load(), "tool", "region", margins=True))
    >>> figure.get_size_inches().tolist()
    [13.33, 7.5]
    """
    import seaborn

    cells, rows_apart, columns_apart = heat_parts(table)
    with style.applied():
        labels = row_labels(table)
        left = widest(labels) + GAP
        count, margin = cells.shape[1], 0.25 if columns_apart else 0
        cell = min((WIDTH - 2 * EDGE - left - margin) / (count + len(columns_apart)), 1.8)
        numbers = [findings.shown(table, value) for value in table.to_numpy().ravel()]
        heads, upright = column_heads(
            findings.headed(table, "columns", between="\n"), cell, widest(numbers)
        )
        above = heads_height(heads, upright)
        below = ROW + 0.15 if rows_apart else 0
        figure, area = sheet(
            table,
            title,
            "plot_heatmap(table",
            rows=len(cells),
            row=row_height(labels),
            extra=above + below,
        )
        row = min((area[3] - above - below) / len(cells), max(0.85, row_height(labels)))
        axes = axes_at(
            figure,
            area[0] + left,
            area[1] + area[3] - above - row * len(cells),
            cell * count,
            row * len(cells),
        )
        values = cells.to_numpy(float)
        seaborn.heatmap(
            np.where(values == 0, np.nan, values),
            ax=axes,
            cmap=ramp(),
            vmin=0,
            vmax=largest(values) or 1e-9,
            cbar=False,
            linewidths=1.5,
            linecolor=style.colour("paper"),
            xticklabels=False,
            yticklabels=False,
        )
        axes.set_facecolor(style.colour("empty"))
        axes.collections[0].set_label("cells")
        _write_numbers(axes, table, cells)
        xs = [x + 0.5 + (margin / cell if x >= count else 0) for x in range(table.shape[1])]
        ys = [y + 0.5 if y < len(cells) else y + (0.15 + ROW / 2) / row for y in range(len(table))]
        for x, head in zip(xs, heads, strict=True):
            write_head(axes, x, head, upright=upright)
        for y, label in zip(ys, labels, strict=True):
            write(
                axes,
                label,
                (0, y),
                shift=-GAP * 72,
                ha="right",
                color=style.colour("ink" if y < len(cells) else "soft"),
            )
        for (n, k), value in np.ndenumerate(table.to_numpy(float)):
            if n >= len(cells) or k >= count:
                write(
                    axes,
                    findings.shown(table, value),
                    (xs[k], ys[n]),
                    ha="center",
                    color=style.colour("soft"),
                )
    return figure


def explore_heatmap(table: pd.DataFrame, *, title: str | None = None) -> Interactive:
    """Draw a cross-tab as an interactive heat map.

    Parameters
    ----------
    table
        From ``cross_tab``.
    title
        Instead of the computed finding.

    Returns
    -------
    plotly.graph_objects.Figure
        One heat map; under the pointer the cell's initiatives with their locators (for datasets of
        up to 5,000 initiatives).

    Raises
    ------
    ValueError
        If the table has no cells or has layers.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.cross_tab(foip.load(), "tool", "region"))
    >>> int(figure.data[0].z[1][2])
    4
    """
    import plotly.graph_objects as go

    cells, _, _ = heat_parts(table)
    values = cells.to_numpy(float)
    numbers = [[findings.shown(table, v) if v else "" for v in row] for row in values]
    hover = [
        [
            behind(table, r, c, findings.shown(table, v))
            for c, v in zip(cells.columns, row, strict=True)
        ]
        for r, row in zip(cells.index, values, strict=True)
    ]
    figure = go.Figure(
        go.Heatmap(
            z=np.where(values == 0, None, values).tolist(),
            x=[escaped(c) for c in cells.columns],
            y=[escaped(r) for r in cells.index],
            text=numbers,
            texttemplate="%{text}",
            textfont={"size": 14},
            hovertext=hover,
            hovertemplate="%{hovertext}<extra></extra>",
            colorscale=[[0, _mixed(0.12)], [1, style.colour("strong")]],
            zmin=0,
            zmax=largest(values) or 1e-9,
            xgap=2,
            ygap=2,
            showscale=False,
        )
    )
    labels, heads = (
        broken(findings.headed(cells, "rows"), LABEL),
        findings.headed(cells, "columns", between="\n"),
    )
    column = (LEAST - sum(SIDES) - widest_pixels(labels)) / len(heads)
    upright = broken(heads, column - 6)
    flat = widest_pixels(upright) <= column and max(head.count("\n") for head in upright) < 3
    heads = upright if flat else broken(heads, LABEL)
    above = 18 * (max(head.count("\n") for head in heads) + 1) if flat else widest_pixels(heads)
    figure.update_xaxes(
        side="top",
        showgrid=False,
        type="category",
        ticks="",
        tickangle=0 if flat else -90,
        tickvals=list(figure.data[0].x),
        ticktext=list(map(in_lines, heads)),
    )
    figure.update_yaxes(**row_axis(figure.data[0].y, labels))
    figure.update_layout(plot_bgcolor=style.colour("empty"))
    return dressed(
        figure,
        table,
        title,
        rows=sum(label.count("\n") / 2 + 1 for label in labels),
        labels=labels,
        above=above + 8,
    )


def _write_numbers(axes: Axes, table: pd.DataFrame, cells: pd.DataFrame) -> None:
    mesh, values = axes.collections[0], cells.to_numpy(float)
    for (y, x), value in np.ndenumerate(values):
        if value and not np.isnan(value):
            ink = style.ink_on(mesh.cmap(mesh.norm(value)))
            write(axes, findings.shown(table, value), (x + 0.5, y + 0.5), ha="center", color=ink)


def _mixed(part: float) -> str:
    """Return the paper's colour with a part of the strong one."""
    from matplotlib.colors import to_hex, to_rgb

    paper, strong = (
        np.array(to_rgb(style.colour("paper"))),
        np.array(to_rgb(style.colour("strong"))),
    )
    return to_hex(paper * (1 - part) + strong * part)
