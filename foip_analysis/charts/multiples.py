"""The layers of a cross-tab → one small chart each, side by side, with one scale for all."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import heats, largest, ramp, refuse_empty, refuse_large
from foip_analysis.charts.heatmap import write_numbers
from foip_analysis.charts.lettering import (
    ADVICE,
    GAP,
    Place,
    block_height,
    column_heads,
    heads_height,
    paragraph,
    row_height,
    row_labels,
    widest,
    wrapped,
    write,
    write_head,
)
from foip_analysis.charts.sheet import axes_at, shaded, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Grid, grid_of
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ALLEY = 0.35  # inches between small multiples
SMALL_CELL = (0.3, 1.1)  # inches that a cell of a small multiple is wide: at least, at most


def plot_multiples(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw the layers of a cross-tab as small heat maps with one scale, or as bars if it has one
    column: one a layer, its base in its head.

    Parameters
    ----------
    table
        From ``cross_tab`` with ``by=``; margins are not drawn.

    Raises
    ------
    ValueError
        If the table has no layers, or more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> table = foip.cross_tab(foip.load(), "tool_family", "region", by="priority")
    >>> len(foip.plot(table).axes)
    3
    """
    layers = _layers(table)
    grids, most = [grid for _, grid in layers], max(largest(heats(grid)) for _, grid in layers)
    rows, columns = grids[0].values.shape
    bars = columns == 1
    with style.applied():
        labels = row_labels(grids[0].heads("rows"))
        number = widest([text for grid in grids for text in chain(*grid.texts())])
        left = widest(labels) + GAP
        wide = WIDTH - 2 * EDGE - left
        least = number + 1.5 if bars else max(SMALL_CELL[0], number + 0.08) * columns
        across = min(int((wide + ALLEY) / (least + ALLEY)), len(layers))
        if not across:
            raise ValueError(f"{columns} columns do not fit on a slide. {ADVICE}")
        down = -(-len(layers) // across)
        across = -(-len(layers) // down)
        width = (wide - ALLEY * (across - 1)) / across
        cell = width if bars else min(width / columns, SMALL_CELL[1])
        heads, upright = list[str](), True
        if not bars:
            heads, upright = column_heads(grids[0].heads("columns"), cell, number)
        names = [wrapped(name, cell * columns, bold=True) for name, _ in layers]
        above = heads_height(heads, upright) + (not upright) * GAP if heads else GAP
        name = max(block_height(text, SIZE["label"]) for text in names)
        row, between = row_height(labels), (down - 1) * (ALLEY + GAP)
        figure, area = sheet(
            table,
            title,
            "plot(table",
            rows=rows * down,
            row=row,
            extra=down * name + above + between,
            subtitle=subtitle,
        )
        row = min((area[3] - above - down * name - between) / down / rows, max(0.62, row))
        for n, grid in enumerate(grids):
            line, k = divmod(n, across)
            x = area[0] + left + k * (cell * columns + ALLEY)
            y = area[1] + area[3] - name - above - line * (row * rows + ALLEY + name + GAP)
            over = (above if line == 0 else GAP) + block_height(names[n], SIZE["label"])
            paragraph(figure, x, y + over, names[n], SIZE["label"], fontweight="bold")
            place = (x, y - row * rows, cell * columns, row * rows)
            axes = (_small_bars if bars else _small_cells)(figure, place, grid, most)
            for x, head in enumerate(heads if line == 0 else []):
                write_head(axes, x + 0.5, head, upright=upright)
            for y, label in enumerate(labels if k == 0 else []):
                write(axes, label, (0, y + 0.5), shift=-GAP * 72, ha="right")
    return figure


def _layers(table: pd.DataFrame) -> list[tuple[str, Grid]]:
    """Return for each layer its head and its cells without margins, all with the same rows in the
    same order; refuse what has no such layers.
    """
    refuse_large(table)
    if about(table).kind != "layers":
        raise ValueError(
            "Small multiples show layers. Make the table with cross_tab(…, by='priority'); "
            "draw one layer with plot(table)."
        )
    grid = grid_of(table).inner
    refuse_empty(grid)
    layers: dict[str, dict[str, int]] = {}
    for n, line in enumerate(grid.rows):
        layers.setdefault(line.within or "", {})[line.code] = n
    rows = next(iter(layers.values()))
    if any(layer.keys() != rows.keys() for layer in layers.values()):
        raise ValueError(
            "The layers do not have the same rows. Choose codes with codes= instead of "
            "leaving out rows."
        )
    name = "chart-layer-weight" if grid.about.question.weight else "chart-layer"
    found = []
    for layer, places in layers.items():
        own = grid.take([places[code] for code in rows], range(len(grid.columns)))
        base = f"{grid.about.part_bases[layer]:g}"
        found.append((say(name, grid.about.lang, layer=own.rows[0].group, base=base), own))
    return found


def _small_cells(figure: Figure, place: Place, grid: Grid, most: float) -> Axes:
    axes = shaded(figure, place, heats(grid), ramp(), 0, most or 1)
    write_numbers(axes, grid, most=most)
    return axes


def _small_bars(figure: Figure, place: Place, grid: Grid, most: float) -> Axes:
    values, axes = np.nan_to_num(grid.values[:, 0]), axes_at(figure, *place)
    longest = max(most, largest(values))
    number = widest([grid.number(longest)]) + GAP
    middles = np.arange(len(values)) + 0.5
    colours = [
        style.colour("line" if few else "strong" if value and value == most else "quiet")
        for value, few in zip(values, grid.quiet[:, 0], strict=True)
    ]
    axes.barh(middles, values, height=0.72, color=colours)
    axes.set_ylim(len(values), 0)
    axes.set_xlim(0, (longest or 1) * place[2] / (place[2] - number))
    for y, value, (text,) in zip(middles, values, grid.texts(), strict=True):
        if text:
            write(axes, text, (value, y), shift=4)
    return axes
