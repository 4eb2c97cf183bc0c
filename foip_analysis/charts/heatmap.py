"""Cross-tabs → heat maps: a shade and a number for each cell, margins apart; zeros stand
where they tell something.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import (
    NO_BASE,
    code_of,
    heat_grid,
    heats,
    largest,
    noughts,
    ramp,
    shaded_cells,
)
from foip_analysis.charts.hover import (
    LABEL_PIXELS,
    READABLE,
    SIDES,
    behind,
    broken,
    dressed,
    in_lines,
    places,
    row_axis,
    widest_pixels,
)
from foip_analysis.charts.lettering import (
    GAP,
    ROW,
    column_heads,
    heads_height,
    row_height,
    row_labels,
    widest,
    write,
    write_head,
)
from foip_analysis.charts.sheet import frame_cells, named, shaded, sheet
from foip_analysis.charts.style import EDGE, WIDTH
from foip_analysis.dataset.given import guided
from foip_analysis.tables.claims import headlined
from foip_analysis.tables.grid import Grid, Mask

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from plotly.graph_objects import Figure as Interactive

Cell: TypeAlias = tuple[str, str]  # the codes of a row and a column


@guided
def plot_heatmap(
    table: pd.DataFrame,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    frame: Sequence[Cell] | None = None,
) -> Figure:
    """Draw a cross-tab as a heat map: counts in the cells, margins apart; a zero is written where
    few cells have one, or the title speaks of it.

    Parameters
    ----------
    table
        From ``cross_tab``; with ``margins=True`` the distinct counts stand beside and below.
    frame
        Cells to draw a line around, such as ``[("OSA", "Pacific")]``: rows and columns by code or
        label. If left out, those of which the computed finding speaks.

    Raises
    ------
    ValueError
        If the table has no cells, has layers, or has more columns than fit, or no cell to frame.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot(foip.cross_tab(foip.load(), "tool", "region", margins=True))
    >>> figure.get_size_inches().tolist()
    [13.33, 7.5]
    """
    grid = heat_grid(table)
    values, texts = grid.inner.values, grid.texts()
    rows, columns = values.shape
    framed = _asked(grid.inner, frame) if frame is not None else _spoken(table, grid, title)
    with style.applied():
        labels, heads = row_labels(grid.heads("rows")), grid.heads("columns", between="\n")
        left, number = widest(labels) + GAP, widest(list(chain(*texts)))
        # Of the margin, which is as narrow as its words.
        own = [line for head in heads[columns:] for line in head.split("\n")]
        margin = max(widest(own), number) + 3 * GAP if own else 0
        cell = (WIDTH - 2 * EDGE - left - margin) / columns
        heads, upright = column_heads(heads, cell, number)
        above = heads_height(heads, upright)
        below = ROW + 0.15 if len(grid.rows) > rows else 0
        figure, area = sheet(
            table,
            title,
            "plot(table" + (f", frame={framed}" if frame is not None else ""),
            rows=rows,
            row=row_height(labels),
            extra=above + below,
            subtitle=subtitle,
        )
        row = min((area[3] - above - below) / rows, max(0.85, row_height(labels)))
        bottom = area[1] + area[3] - above - row * rows
        place = (area[0] + left, bottom, cell * columns, row * rows)
        shares = heats(grid.inner)
        axes = shaded(figure, place, shares, ramp(), 0, largest(shares) or 1e-9)
        xs = [x + 0.5 if x < columns else x + margin / cell / 2 for x in range(len(heads))]
        ys = [y + 0.5 if y < rows else y + (0.15 + ROW / 2) / row for y in range(len(labels))]
        write_numbers(axes, grid.inner)
        spoken = _among(grid.inner, framed)
        frame_cells(axes, spoken)
        _write_noughts(axes, grid.inner, spoken)
        named(axes, rows=labels[:rows], columns=heads[:columns], first=0.5)
        for x, head in zip(xs, heads, strict=True):
            write_head(axes, x, head, upright=upright)
        for y, label in zip(ys, labels, strict=True):
            ink = style.colour("ink" if y < rows else "soft")
            write(axes, label, (0, y), shift=-GAP * 72, ha="right", color=ink)
        for n, k in np.argwhere(grid.margins):
            write(axes, texts[n][k], (xs[k], ys[n]), ha="center", color=style.colour("soft"))
    return figure


def _spoken(table: pd.DataFrame, grid: Grid, title: str | None) -> list[Cell]:
    """Return the cells of which the computed finding speaks; none if the title is another."""
    spoken, rows, columns = [], grid.about.rows or "", grid.about.columns or ""
    for claim in headlined(table) if title is None else ():
        for group in (*claim.groups, *([claim.other] if claim.other else [])):
            for quality in (claim.quality, *claim.more):
                ends = {claim.of: group.code, claim.dimension: quality}
                spoken.append((ends.get(rows, ""), ends.get(columns, "")))
    return spoken


def _asked(grid: Grid, cells: Sequence[Cell]) -> list[Cell]:
    """Return the codes of cells that were asked for by code or label."""
    if isinstance(cells, str) or not all(
        isinstance(cell, (tuple, list)) and len(cell) == 2 for cell in cells
    ):
        raise ValueError(
            f"frame is {cells!r}. Give a list with the row and the column of each cell: "
            "frame=[('osa', 'pacific')]."
        )
    return [
        (code_of(grid.rows, row, "frame"), code_of(grid.columns, column, "frame"))
        for row, column in cells
    ]


def _write_noughts(axes: Axes, grid: Grid, framed: Mask) -> None:
    """Write every 0 where few cells have one, or a frame says that none have it."""
    empty = grid.values == 0
    if not (noughts(grid) | (framed & empty)).any():
        return
    for n, k in np.argwhere(empty):
        ink = style.colour("ink" if framed[n, k] else "soft")
        write(axes, grid.number(0), (k + 0.5, n + 0.5), ha="center", color=ink)


def _among(grid: Grid, cells: Sequence[Cell]) -> Mask:
    """Return which cells of a grid are among some that are named by their codes."""
    return np.array([[(r.code, c.code) in cells for c in grid.columns] for r in grid.rows])


def explore_heatmap(table: pd.DataFrame, *, title: str | None = None) -> Interactive:
    """Draw a cross-tab as an interactive heat map, which is one trace; refuse a table that has no
    cells or has layers.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.cross_tab(foip.load(), "tool", "region"))
    >>> int(figure.data[0].z[1][2])
    4
    """
    import plotly.graph_objects as go
    from matplotlib.colors import to_hex

    from foip_analysis.charts.pointed import Pointed

    grid = heat_grid(table).inner
    rows, columns = places(grid.rows), places(grid.columns)
    quiet = grid.quiet.tolist()
    figure = Pointed(
        go.Heatmap(
            z=[  # quiet ones are the palest
                [(0 if few else value) if value else None for value, few in zip(*line, strict=True)]
                for line in zip(np.nan_to_num(grid.values).tolist(), quiet, strict=True)
            ],
            x=columns,
            y=rows,
            text=grid.texts(),
            texttemplate="%{text}",
            textfont={"size": 14},
            hovertext=[
                [behind(table, grid, n, k) for k in range(len(columns))] for n in range(len(rows))
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            colorscale=[[0, to_hex(ramp()(0.0))], [1, style.colour("strong")]],
            zmin=0,
            zmax=largest(heats(grid)) or 1e-9,
            xgap=2,
            ygap=2,
            showscale=False,
        )
    )
    labels = broken(grid.heads("rows"), LABEL_PIXELS)
    heads = grid.heads("columns", between="\n")
    column = (READABLE - sum(SIDES) - widest_pixels(labels)) / len(heads)
    upright = broken(heads, column - 6)
    flat = widest_pixels(upright) <= column and max(head.count("\n") for head in upright) < 3
    heads = upright if flat else broken(heads, LABEL_PIXELS)
    above = 18 * (max(head.count("\n") for head in heads) + 1) if flat else widest_pixels(heads)
    figure.update_xaxes(
        side="top",
        showgrid=False,
        type="category",
        ticks="",
        tickangle=0 if flat else -90,
        tickvals=columns,
        ticktext=list(map(in_lines, heads)),
    )
    figure.update_yaxes(**row_axis(rows, labels))
    figure.update_layout(plot_bgcolor=style.colour("empty"))
    return dressed(
        figure,
        table,
        title,
        rows=sum(label.count("\n") / 2 + 1 for label in labels),
        labels=labels,
        above=above + 8,
    )


def write_numbers(axes: Axes, grid: Grid, *, most: float | None = None) -> None:
    """Write the number of each shaded cell in the ink that is read on it, the first row on top."""
    texts, shades = grid.texts(unknown=NO_BASE), shaded_cells(grid, most=most)
    for n, line in enumerate(zip(texts, shades, grid.quiet, strict=True)):
        for k, (text, shade, quiet) in enumerate(zip(*line, strict=True)):
            if text and shade:
                ink = style.colour("soft") if quiet else style.ink_on(shade)
                write(axes, text, (k + 0.5, n + 0.5), ha="center", color=ink)
