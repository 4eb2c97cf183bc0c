"""Ranges → dots: one for each way of counting, with a line from one to the other.

How far the dots of a row are apart is how much its number depends on how it is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import largest, refuse_large
from foip_analysis.charts.keys import Marker, key_lines, write_keys
from foip_analysis.charts.lettering import (
    GAP,
    POINT,
    block_height,
    row_height,
    row_labels,
    widest,
    wrapped,
    write,
    write_head,
)
from foip_analysis.charts.sheet import axes_at, named, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables import gaps
from foip_analysis.tables.about import about
from foip_analysis.tables.axes import Numbers
from foip_analysis.tables.grid import number
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOT = 11  # points across
TO_NUMBER = 9  # points from the middle of a dot to its number


def plot_dots(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw a range as dots with a line between them: how far a number depends on how it is counted.

    Parameters
    ----------
    table
        From ``sensitivity``; of a cross-tab, one panel a column. Choose columns with two brackets:
        ``table[["Southeast Asia"]]``. Or from ``compare`` with ``rows``: a row a number that moved.

    Raises
    ------
    ValueError
        If the table is no range, has layers, or has more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.plot(foip.sensitivity(foip.load(), "tool_family")).foip["title"]
    'Business rests most on inference: stated for only 5 of 10 initiatives'
    """
    heads = _check_range(table)
    if about(table).kind == "moves":
        table = table[about(table).way_labels]  # how much a number changed is the line's length
    values = table.to_numpy(float).reshape(len(table), len(heads), -1)
    with style.applied():
        labels = row_labels(table.index)
        left = widest(labels) + GAP
        width = (WIDTH - 2 * EDGE - left) / len(heads)
        beside = [[_beside(table, line) for line in panel] for panel in values.transpose(1, 0, 2)]
        rooms = [
            widest([texts[side] for panel in beside for texts in panel]) + 2 * TO_NUMBER * POINT
            for side in (0, 1)
        ]
        titles = [
            wrapped(head, width - GAP, bold=True, breaking=width > 1.5) if head else ""
            for head in heads
        ]
        if width < sum(rooms) + 0.5 or widest(titles, bold=True) > width - 0.05:
            raise ValueError(
                f"{len(heads)} panels of dots do not fit on a slide. Choose fewer columns "
                f"with codes=, or one: table[['{heads[0]}']]."
            )
        ways = about(table).way_labels
        if about(table).more.get("to") == "inference":
            ways = [say(f"key-{part}", about(table).lang) for part in ("stated", "all")]
        keys = key_lines(zip(ways, _looks(values.shape[2], "ink"), strict=True))
        key = sum(height for _, height in keys) + GAP
        above = key + (
            max(block_height(head, SIZE["label"]) for head in titles) + GAP if any(titles) else 0
        )
        figure, area = sheet(
            table,
            title,
            "plot(table",
            rows=len(table),
            row=row_height(labels),
            extra=above,
            subtitle=subtitle,
        )
        write_keys(figure, area, keys)
        height = min(area[3] - above, len(table) * max(0.95, row_height(labels)))
        unit = (width - GAP - sum(rooms)) / (largest(values) or 1)
        leaders = _leaders(values)
        if len(heads) == 1 and (most := gaps.most_inferred(table)):
            leaders = np.array([[str(label) in most] for label in table.index])
        for k, head in enumerate(titles):
            bottom = area[1] + area[3] - above - height
            axes = axes_at(figure, area[0] + left + k * width, bottom, width - GAP, height)
            axes.spines["left"].set_visible(False)
            axes.set_ylim(len(table) - 0.5, -0.5)
            axes.set_xlim(-rooms[0] / unit, (width - GAP - rooms[0]) / unit)
            write_head(axes, axes.get_xlim()[0], head, y=-0.5, ha="left", fontweight="bold")
            for y, line in enumerate(values[:, k]):
                if len(heads) == 1 or np.nan_to_num(line).any():
                    _write_range(axes, y, line, beside[k][y], strong=leaders[y, k])
            named(axes, rows=labels)
            for y, label in enumerate(labels if k == 0 else []):
                write(axes, label, (axes.get_xlim()[0], y), shift=-GAP * 72, ha="right")
    return figure


def _check_range(table: pd.DataFrame) -> list[str]:
    """Return the heads of the panels of a range, one empty head if it has no columns; refuse what
    is no range.
    """
    refuse_large(table)
    if about(table).kind not in ("range", "moves"):
        raise ValueError(
            "Dots show a range. Pass what sensitivity or compare(old, new, rows) returns; draw a "
            "count with plot(table)."
        )
    if table.index.nlevels > 1:
        raise ValueError(
            "Layers are not drawn as dots. Leave out by=, or choose one layer with dataset.where()."
        )
    ways = about(table).way_labels
    if table.empty:
        raise ValueError("The table has no rows or no columns to draw.")
    if about(table).kind == "moves" and {*ways} <= {*table.columns}:
        return [""]
    if table.columns.nlevels == 1 and about(table).columns:
        raise ValueError(
            "A column of a range keeps its name with two brackets, as in table[['name']]. "
            "Choose it so."
        )
    if list(table.columns.get_level_values(-1)) != ways * (table.shape[1] // len(ways)):
        raise ValueError(
            f"Each column needs its {len(ways)} values: {', '.join(ways)}. Choose whole "
            "columns, as in table[['name']]."
        )
    if not about(table).columns:
        return [""]
    return [str(label) for label in table.columns.get_level_values(0)[:: len(ways)]]


def _beside(table: pd.DataFrame, line: Numbers) -> tuple[str, str]:
    """Return what stands left and right of a row's dots."""
    texts = [number(about(table), value) for value in line]
    if len(line) == 3:
        span = "" if np.isnan(line).any() or texts[0] == texts[2] else f"  ({texts[0]}–{texts[2]})"
        return "", texts[1] + span
    low, high = np.argsort(line, kind="stable")
    return ("" if texts[0] == texts[1] else texts[low]), texts[high]


def _looks(ways: int, part: str) -> list[Marker]:
    """Return how the marks of each way look: full and hollow for two; a full one between two ends
    for three.
    """
    colour, paper = style.colour(part), style.colour("paper")
    dot: Marker = {
        "marker": "o",
        "markersize": DOT,
        "markeredgecolor": colour,
        "markeredgewidth": 2,
        "linestyle": "none",
    }
    if ways == 2:
        return [dot | {"markerfacecolor": colour}, dot | {"markerfacecolor": paper}]
    end = dot | {"marker": "|", "markersize": DOT + 3}
    return [end, dot | {"markerfacecolor": colour}, end]


def _leaders(values: Numbers) -> Flags:
    """Return which rows × panels have the widest gap, or of three values the longer side of it;
    none if most have.
    """
    sides = np.abs(np.diff(values))  # one of two values, two of three
    widths = np.nan_to_num(sides).max(axis=2).round(12)
    found: Flags = (widths == widths.max(initial=0)) & (widths > 0)
    return found if found.sum() <= max(2, (widths > 0).sum() / 2) else np.zeros_like(found)


def _write_range(
    axes: Axes, y: int, line: Numbers, beside: tuple[str, str], *, strong: bool
) -> None:
    """Draw a row's dots, the line between them, and its numbers."""
    known = line[~np.isnan(line)]
    if not len(known):
        return
    low, high = known.min(), known.max()
    unit = np.diff(axes.get_xlim())[0] / (axes.get_position().width * WIDTH)
    end = low - (TO_NUMBER * 1.5 * POINT + widest([beside[0]])) * unit
    if end > 0:  # leads from nought to the dots
        axes.plot([0, end], [y, y], color=style.colour("line"), linewidth=1, zorder=0)
    hue = style.colour("strong" if strong else "quiet")
    axes.plot([low, high], [y, y], color=hue, linewidth=3, solid_capstyle="butt", zorder=1)
    looks = _looks(len(line), "strong" if strong else "soft")
    for way, (value, look) in enumerate(zip(line, looks, strict=True)):
        above = 2 + (way % 2 if len(line) == 3 else 1 - way)
        axes.plot([value], [y], zorder=above, clip_on=False, label=f"way {way}", **look)
    weight: Literal["bold", "normal"] = "bold" if strong else "normal"
    write(axes, beside[0], (low, y), shift=-TO_NUMBER, ha="right", fontweight=weight)
    write(axes, beside[1], (high, y), shift=TO_NUMBER, fontweight=weight)
