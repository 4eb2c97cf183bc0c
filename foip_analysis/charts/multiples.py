"""The layers of a cross-tab → one small chart each, side by side, with one scale for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import largest, ramp
from foip_analysis.charts.sheet import (
    ADVICE,
    GAP,
    axes_at,
    block_height,
    column_heads,
    heads_height,
    paragraph,
    row_height,
    row_labels,
    shaded,
    sheet,
    widest,
    wrapped,
    write,
    write_head,
)
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables import findings
from foip_analysis.tables.about import about, kind_of
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

APART = 0.35  # inches between small multiples
CELL = (0.3, 1.1)  # inches that a cell of a small multiple is wide: at least, at most


def plot_multiples(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw the layers of a cross-tab as small heat maps with one scale, or as bars if it has one
    column.

    Parameters
    ----------
    table
        From ``cross_tab`` with ``by=``; margins are not drawn.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        One small chart a layer, its base in its head; 13.33 in wide.

    Raises
    ------
    ValueError
        If the table has no layers, or more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> table = foip.cross_tab(foip.load(), "tool_family", "region", by="priority")
    >>> len(foip.plot_multiples(table).axes)
    3
    """
    layers, cells = _layers(table)
    values = cells.to_numpy(float).reshape(len(layers), -1, cells.shape[1])
    bars = values.shape[2] == 1
    with style.applied():
        labels = row_labels(pd.DataFrame(cells.loc[layers[0]]))
        number = widest([findings.shown(table, value) for value in values.ravel()])
        left = widest(labels) + GAP
        wide = WIDTH - 2 * EDGE - left
        least = max(CELL[0], number + 0.08) * values.shape[2] if not bars else number + 1.5
        across = min(int((wide + APART) / (least + APART)), len(layers))
        if not across:
            raise ValueError(f"{values.shape[2]} columns do not fit on a slide. {ADVICE}")
        down = -(-len(layers) // across)
        across = -(-len(layers) // down)
        width = (wide - APART * (across - 1)) / across
        cell = width if bars else min(width / values.shape[2], CELL[1])
        heads, upright = ([], True) if bars else column_heads(cells.columns, cell, number)
        names = [
            wrapped(name, cell * values.shape[2], bold=True) for name in _layer_heads(table, layers)
        ]
        above = heads_height(heads, upright) if heads else GAP
        name = max(block_height(text, SIZE["label"]) for text in names)
        row, count = row_height(labels), values.shape[1]
        figure, area = sheet(
            table,
            title,
            "plot_multiples(table",
            rows=count * down,
            row=row,
            extra=down * name + above + (down - 1) * (APART + GAP),
        )
        row = min(
            (area[3] - above - down * name - (down - 1) * (APART + GAP)) / down / count,
            max(0.62, row),
        )
        for n, layer in enumerate(values):
            line, k = divmod(n, across)
            x = area[0] + left + k * (cell * values.shape[2] + APART)
            y = area[1] + area[3] - name - above - line * (row * count + APART + name + GAP)
            over = (above if line == 0 else GAP) + block_height(names[n], SIZE["label"])
            paragraph(figure, x, y + over, names[n], SIZE["label"], fontweight="bold")
            place = (x, y - row * count, cell * values.shape[2], row * count)
            draw = _small_bars if bars else _small_cells
            axes = draw(figure, place, table, layer, largest(values))
            for x, head in enumerate(heads if line == 0 else []):
                write_head(axes, x + 0.5, head, upright=upright)
            for y, label in enumerate(labels if k == 0 else []):
                write(axes, label, (0, y + 0.5), shift=-GAP * 72, ha="right")
    return figure


def _layers(table: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    """Return the labels of the layers and the cells without margins; refuse what has no layers."""
    if kind_of(table) != "layers":
        raise ValueError(
            "Small multiples show layers. Make the table with cross_tab(…, by='priority'); "
            "draw one layer with plot_heatmap."
        )
    rows = [code != "all" for code in findings.line_codes(table)]
    cells = table.loc[rows, [code != "all" for code in findings.column_codes(table)]]
    layers = list(cells.index.get_level_values(0).unique())
    if cells.empty or not largest(cells.to_numpy(float)) >= 0:
        raise ValueError("The table has no rows or no columns to draw.")
    if len(cells) % len(layers):
        raise ValueError(
            "The layers do not have the same rows. Choose codes with codes= instead of "
            "leaving out rows."
        )
    return layers, cells


def _layer_heads(table: pd.DataFrame, layers: list[str]) -> list[str]:
    attrs = about(table)
    codes = dict(zip(attrs.layer_labels, attrs.layer_codes, strict=True))
    if any(layer not in codes for layer in layers):
        raise ValueError(
            "The layers are not those that the table was made with. Choose them with "
            "codes= instead of renaming."
        )
    name = "chart-layer-weight" if attrs.question.weight else "chart-layer"
    bases = [f"{attrs.part_bases[codes[layer]]:g}" for layer in layers]
    return [
        say(name, attrs.lang, layer=layer, base=base)
        for layer, base in zip(layers, bases, strict=True)
    ]


def _small_cells(
    figure: Figure, place: tuple, table: pd.DataFrame, layer: np.ndarray, most: float
) -> Axes:
    colours = ramp()
    axes = shaded(figure, place, np.where(layer == 0, np.nan, layer), colours, 0, most or 1)
    for (y, x), value in np.ndenumerate(layer):
        if np.nan_to_num(value):
            write(
                axes,
                findings.shown(table, value),
                (x + 0.5, y + 0.5),
                ha="center",
                color=style.ink_on(colours(value / most)),
            )
    return axes


def _small_bars(
    figure: Figure, place: tuple, table: pd.DataFrame, layer: np.ndarray, most: float
) -> Axes:
    values, axes = np.nan_to_num(layer[:, 0]), axes_at(figure, *place)
    number = widest([findings.shown(table, most)]) + GAP
    middles = np.arange(len(values)) + 0.5
    colours = [style.colour("strong" if value and value == most else "quiet") for value in values]
    axes.barh(middles, values, height=0.72, color=colours)
    axes.set_ylim(len(values), 0)
    axes.set_xlim(0, (most or 1) * place[2] / (place[2] - number))
    for y, value in zip(middles, values, strict=True):
        if value:
            write(axes, findings.shown(table, value), (value, y), shift=4)
    return axes
