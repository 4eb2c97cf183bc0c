"""Tables that hold several numbers for the same place → charts that set them side by side.

``plot_dots`` draws a range: a dot for each way of counting, with a line from one to the other.
``plot_multiples`` draws the layers of a cross-tab: one small chart each, with one scale for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import largest, ramp
from foip_analysis.charts.sheet import (
    ADVICE,
    GAP,
    POINT,
    axes_at,
    block_height,
    column_heads,
    heads_height,
    key_lines,
    paragraph,
    row_height,
    row_labels,
    shaded,
    sheet,
    widest,
    wrapped,
    write,
    write_head,
    write_keys,
)
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables import findings
from foip_analysis.tables import gaps as contrasts
from foip_analysis.tables.about import about, kind_of
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOT = 11  # points across
BESIDE = 9  # points from the middle of a dot to its number
APART = 0.35  # inches between small multiples
CELL = (0.3, 1.1)  # inches that a cell of a small multiple is wide: at least, at most


def plot_dots(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw a range as dots with a line between them: how far a number depends on how it is counted.

    Parameters
    ----------
    table
        From ``sensitivity``; of a cross-tab, one panel a
        column. Choose columns with two brackets: ``table[["Southeast Asia"]]``.
    title
        Instead of the computed finding, the widest gap.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 in wide, 7.5 in high or as high as the rows need.

    Raises
    ------
    ValueError
        If the table is no range, has layers, or has more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.plot_dots(foip.sensitivity(foip.load(), "tool_family")).foip["title"]
    'Goods and works and Business depend most on inference: 20 stated of 25, and 5 of 10'
    """
    heads = _check_range(table)
    values = table.to_numpy(float).reshape(len(table), len(heads), -1)
    with style.applied():
        labels = row_labels(table)
        left = widest(labels) + GAP
        width = (WIDTH - 2 * EDGE - left) / len(heads)
        beside = [[_beside(table, line) for line in panel] for panel in values.transpose(1, 0, 2)]
        rooms = [
            widest([texts[side] for panel in beside for texts in panel]) + 2 * BESIDE * POINT
            for side in (0, 1)
        ]
        titles = [
            wrapped(head, width - GAP, bold=True, breaking=width > 1.5) if head else ""
            for head in heads
        ]
        if width < sum(rooms) + 0.5 or widest(titles, bold=True) > width - 0.05:
            raise ValueError(
                f"{len(heads)} panels of dots do not fit on a slide. Choose fewer columns with codes=, or one: table[['{heads[0]}']]."
            )
        keys = key_lines(
            [
                (label, look)
                for label, look in zip(
                    about(table).way_labels, _looks(values.shape[2], "ink"), strict=True
                )
            ]
        )
        key = sum(height for _, height in keys) + GAP
        above = key + (
            max(block_height(head, SIZE["label"]) for head in titles) + GAP if any(titles) else 0
        )
        figure, area = sheet(
            table, title, "plot_dots(table", rows=len(table), row=row_height(labels), extra=above
        )
        write_keys(figure, area, keys)
        height = min(area[3] - above, len(table) * max(0.62, row_height(labels)))
        unit = (width - GAP - sum(rooms)) / (largest(values) or 1)
        leaders = _leaders(values)
        for k, head in enumerate(titles):
            place = (
                area[0] + left + k * width,
                area[1] + area[3] - above - height,
                width - GAP,
                height,
            )
            axes = _panel(
                figure, place, len(table), (-rooms[0] / unit, (place[2] - rooms[0]) / unit)
            )
            write_head(axes, axes.get_xlim()[0], head, y=-0.5, ha="left", fontweight="bold")
            for y, line in enumerate(values[:, k]):
                if len(heads) == 1 or np.nan_to_num(line).any():
                    _write_range(axes, y, line, beside[k][y], strong=leaders[y, k])
            for y, label in enumerate(labels if k == 0 else []):
                write(axes, label, (axes.get_xlim()[0], y), shift=-GAP * 72, ha="right")
    return figure


def plot_multiples(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw the layers of a cross-tab as small heat maps with one scale, or as bars if it has one column.

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


def _check_range(table: pd.DataFrame) -> list[str]:
    """Return the heads of the panels of a range, one empty head if it has no columns; refuse what is no range."""
    if kind_of(table) != "range":
        raise ValueError(
            "Dots show a range. Pass what sensitivity returns; draw a count with plot_bars."
        )
    if table.index.nlevels > 1:
        raise ValueError(
            "Layers are not drawn as dots. Leave out by=, or choose one layer with dataset.where()."
        )
    ways = about(table).way_labels
    if table.empty:
        raise ValueError("The table has no rows or no columns to draw.")
    if table.columns.nlevels == 1 and about(table).columns:
        raise ValueError(
            "A column of a range keeps its name with two brackets, as in table[['name']]. Choose it so."
        )
    if list(table.columns.get_level_values(-1)) != ways * (table.shape[1] // len(ways)):
        raise ValueError(
            f"Each column needs its {len(ways)} values: {', '.join(ways)}. Choose whole columns, as in table[['name']]."
        )
    return (
        [str(label) for label in table.columns.get_level_values(0)[:: len(ways)]]
        if about(table).columns
        else [""]
    )


def _beside(table: pd.DataFrame, line: np.ndarray) -> tuple[str, str]:
    """Return what stands left and right of a row's dots."""
    texts = [contrasts.shown(table, value) for value in line]
    if len(line) == 3:
        span = "" if np.isnan(line).any() or texts[0] == texts[2] else f"  ({texts[0]}–{texts[2]})"
        return "", texts[1] + span
    low, high = np.argsort(line, kind="stable")
    return ("" if texts[0] == texts[1] else texts[low]), texts[high]


def _looks(ways: int, part: str) -> list[dict]:
    """Return how the marks of each way look: hollow and full for two; a full one between two ends for three."""
    colour, paper = style.colour(part), style.colour("paper")
    dot = {
        "marker": "o",
        "markersize": DOT,
        "markeredgecolor": colour,
        "markeredgewidth": 2,
        "linestyle": "none",
    }
    if ways == 2:
        return [dot | {"markerfacecolor": paper}, dot | {"markerfacecolor": colour}]
    end = dot | {"marker": "|", "markersize": DOT + 3}
    return [end, dot | {"markerfacecolor": colour}, end]


def _leaders(values: np.ndarray) -> np.ndarray:
    """Return which rows × panels have the widest gap, or of three values the longer side of it; none if most have."""
    sides = (
        np.abs(np.diff(values))
        if values.shape[2] == 3
        else values.max(axis=2, keepdims=True) - values.min(axis=2, keepdims=True)
    )
    gaps = np.nan_to_num(sides).max(axis=2).round(12)
    found = (gaps == gaps.max(initial=0)) & (gaps > 0)
    return found & (found.sum() <= max(2, (gaps > 0).sum() / 2))


def _panel(figure: Figure, place: tuple, rows: int, limits: tuple[float, float]) -> Axes:
    axes = axes_at(figure, *place)
    axes.spines["left"].set_visible(False)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_xlim(*limits)
    return axes


def _write_range(
    axes: Axes, y: int, line: np.ndarray, beside: tuple[str, str], *, strong: bool
) -> None:
    """Draw a row's dots, the line between them, and its numbers."""
    known = line[~np.isnan(line)]
    if not len(known):
        return
    low, high = known.min(), known.max()
    start, unit = (
        axes.get_xlim()[0],
        np.diff(axes.get_xlim())[0] / (axes.get_position().width * WIDTH),
    )
    end = low - (BESIDE * 1.5 * POINT + widest([beside[0]])) * unit
    if end > start:  # leads from the label to the dots
        axes.plot([start, end], [y, y], color=style.colour("line"), linewidth=1, zorder=0)
    axes.plot(
        [low, high],
        [y, y],
        color=style.colour("strong" if strong else "quiet"),
        linewidth=3,
        solid_capstyle="butt",
        zorder=1,
    )
    for way, (value, look) in enumerate(
        zip(line, _looks(len(line), "strong" if strong else "soft"), strict=True)
    ):
        axes.plot([value], [y], zorder=2 + way % 2, clip_on=False, label=f"way {way}", **look)
    weight = "bold" if strong else "normal"
    write(axes, beside[0], (low, y), shift=-BESIDE, ha="right", fontweight=weight)
    write(axes, beside[1], (high, y), shift=BESIDE, fontweight=weight)


def _layers(table: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    """Return the labels of the layers and the cells without margins; refuse what has no layers."""
    if kind_of(table) != "layers":
        raise ValueError(
            "Small multiples show layers. Make the table with cross_tab(…, by='priority'); draw one layer with plot_heatmap."
        )
    rows = [code != "all" for code in findings.line_codes(table)]
    cells = table.loc[rows, [code != "all" for code in findings.column_codes(table)]]
    layers = list(cells.index.get_level_values(0).unique())
    if cells.empty or not largest(cells.to_numpy(float)) >= 0:
        raise ValueError("The table has no rows or no columns to draw.")
    if len(cells) % len(layers):
        raise ValueError(
            "The layers do not have the same rows. Choose codes with codes= instead of leaving out rows."
        )
    return layers, cells


def _layer_heads(table: pd.DataFrame, layers: list[str]) -> list[str]:
    attrs = about(table)
    codes = dict(zip(attrs.layer_labels, attrs.layer_codes, strict=True))
    if any(layer not in codes for layer in layers):
        raise ValueError(
            "The layers are not those that the table was made with. Choose them with codes= instead of renaming."
        )
    name = "chart-layer-weight" if attrs.question.weight else "chart-layer"
    bases = [f"{attrs.base[codes[layer]]:g}" for layer in layers]
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
