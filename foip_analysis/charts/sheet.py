"""The sheet that every chart is drawn on: its words, and axes placed in inches.

All text is measured first and the axes get what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.keys import KeyLine, write_keys
from foip_analysis.charts.lettering import (
    GAP,
    Place,
    block_height,
    paragraph,
    row_height,
    title_lines,
    widest,
    write,
)
from foip_analysis.charts.style import EDGE, HEIGHT, SIZE, WIDTH
from foip_analysis.tables import caption
from foip_analysis.tables.findings import surely
from foip_analysis.tables.grid import Mask, Values

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

AIR, TIGHT = (0.35, 0.2), (0.25, 0.12)  # inches over and under what is drawn; where it is full
OUTLINE = 1.5  # points around a bar, which are seen where it is not filled
EASE = 1.1  # times what rows need: with less, a longer subtitle would squeeze them


def sheet(
    table: pd.DataFrame,
    title: str | None,
    call: str,
    *,
    rows: int,
    row: float,
    extra: float = 0,
    subtitle: str | None = None,
    computed: Mapping[str, str | None] | None = None,
    stated: dict[str, int] | None = None,
    keys: Sequence[KeyLine] = (),
) -> tuple[Figure, Place]:
    """Return a figure with a table's title, subtitle, foot and ``keys``, and what is left: left,
    bottom, width, height in inches.

    ``title`` and ``subtitle`` are a user's own; ``computed`` are those of a chart that does not
    take the table's. ``stated`` is how many of each row are stated, where that is drawn too. It is
    as high as a slide, or higher if ``rows`` rows of ``row`` inches and ``extra`` inches need it.
    """
    both = {"title": title, "subtitle": subtitle}
    own = {name: text for name, text in both.items() if text is not None}
    call += "".join(f", {name}={text!r}" for name, text in own.items())
    given = {name: text for name, text in (computed or {}).items() if text} | own
    headline = given["title"] if "title" in given else caption.finding(table)
    subtitle = given["subtitle"] if "subtitle" in given else caption.subtitle(table, headline)
    key = sum(height for _, height in keys) + GAP if keys else 0
    needs = extra + key + rows * row
    words = {
        "title": headline,
        "subtitle": subtitle,
        "foot": caption.foot(table, f"{headline} {subtitle}"),
    }
    figure, area = page(words, needs)
    tells = "title" not in given and "subtitle" not in own and not stated
    told = surely(subtitle, table) if tells else subtitle
    if told != subtitle:
        drawn, more = told, told.removeprefix(subtitle)
        alone, together = (style.text_width(each, SIZE["subtitle"]) for each in (subtitle, told))
        if alone <= WIDTH - 2 * EDGE < together:
            drawn = f"{subtitle}{more[0]}\n{more[1:].lstrip()}"
        larger, less = page(words | {"subtitle": drawn}, needs)
        if less[3] >= min(area[3], EASE * needs):  # else one more line would squeeze them
            figure, area, words = larger, less, words | {"subtitle": told}
    write_keys(figure, area, keys)
    figure.foip = {  # type: ignore[attr-defined]  # matplotlib has no such
        "table": table,
        **words,
        "call": f"{call})",
        **({"stated": stated} if stated else {}),
    }
    left, bottom, wide, high = area
    return figure, (left, bottom, wide, high - key)


def page(words: dict[str, str], needs: float) -> tuple[Figure, Place]:
    """Return a figure with a title, a subtitle and a foot, as high as a slide or as ``needs``
    inches between them ask for.
    """
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    title, subtitle = words["title"], words["subtitle"]
    wide = WIDTH - 2 * EDGE
    size: float = SIZE["title"]
    heavier: dict[str, Any] = {"color": style.colour("ink"), "label": "head", **style.semibold()}
    lighter = {"color": style.colour("soft"), "label": "head"}
    smaller = style.wrap(subtitle, wide, SIZE["subtitle"], breaking=True)
    heads: list[tuple[str, float, dict[str, Any]]] = [
        (title_lines(title, wide, size), size, heavier),
        (smaller, SIZE["subtitle"], lighter),
    ]
    below = style.wrap(words["foot"], wide, SIZE["foot"], breaking=True)
    heights = [block_height(text, size) for text, size, _ in heads]
    foot_height = block_height(below, SIZE["foot"])
    used = EDGE * 1.4 + sum(heights) + foot_height
    over, under = AIR if used + sum(AIR) + needs <= HEIGHT else TIGHT
    used += over + under
    figure = plt.figure(figsize=(WIDTH, round(max(HEIGHT, used + needs) + 0.005, 2)))
    plt.close(figure)
    y = figure.get_size_inches()[1] - EDGE * 0.8
    for (text, size, look), height in zip(heads, heights, strict=True):
        paragraph(figure, EDGE, y, text, size, **look)
        y -= height
    bottom = EDGE * 0.6
    quiet, top = style.colour("soft"), bottom + foot_height
    paragraph(figure, EDGE, top, below, SIZE["foot"], color=quiet, label="foot")
    # What crops to content keeps the whole slide.
    figure.add_artist(Rectangle((0, 0), 1, 1, color=style.colour("paper"), zorder=-9))
    bottom += foot_height + under
    return figure, (EDGE, bottom, wide, y - over - bottom)


def axes_at(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Return bare axes at a place in inches: no ticks, no frame but the line at the left."""
    wide, tall = figure.get_size_inches()
    axes = figure.add_axes((left / wide, bottom / tall, width / wide, height / tall))
    axes.set_xticks([])
    axes.set_yticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    return axes


def shaded(
    figure: Figure, place: Place, values: Values, colours: Colormap, low: float, high: float
) -> Axes:
    """Add axes with shaded cells at a place in inches, the first row on top; cells that are not a
    number are empty.
    """
    axes = axes_at(figure, *place)
    axes.spines["left"].set_visible(False)
    axes.set_facecolor(style.colour("empty"))
    paper = style.colour("paper")
    axes.pcolormesh(
        np.ma.masked_invalid(values),
        cmap=colours,
        vmin=low,
        vmax=high,
        edgecolors=paper,
        linewidth=1.5,
        label="cells",
    )
    axes.set_ylim(len(values), 0)
    return axes


def frame_cells(axes: Axes, cells: Mask, *, within: float = 0) -> None:
    """Draw a line around shaded cells, so far within each."""
    from matplotlib.patches import Rectangle

    look: dict[str, Any] = {"fill": False, "edgecolor": style.colour("ink"), "linewidth": 2}
    side = 1 - 2 * within
    for y, x in np.argwhere(cells):
        axes.add_patch(Rectangle((x + within, y + within), side, side, clip_on=False, **look))


def filled_bars(
    axes: Axes, lengths: Sequence[float], colours: list[str], filled: Sequence[float] | None
) -> None:
    """Draw outlined bars from the left, filled to their ends or as far as is stated."""
    look: dict[str, Any] = {"height": 0.72, "edgecolor": colours, "linewidth": OUTLINE}
    if filled is not None:
        axes.barh(range(len(lengths)), lengths, color=style.colour("paper"), **look)
    axes.barh(range(len(lengths)), lengths if filled is None else filled, color=colours, **look)


def named(
    axes: Axes, *, rows: Iterable[str] = (), columns: Iterable[str] = (), first: float = 0
) -> None:
    """Give axes their labels as ticks too, which are not seen: what reads figures finds them.

    ``first`` is the middle of the first.
    """
    for axis, labels in ((axes.yaxis, list(rows)), (axes.xaxis, list(columns))):
        if labels:
            plain = [" ".join(label.split("\n")) for label in labels]
            axis.set_ticks([first + n for n in range(len(plain))], labels=plain)
            axis.set_tick_params(length=0)
            for label in axis.get_ticklabels():
                label.set_alpha(0)


def bar_axes(figure: Figure, area: Place, labels: list[str]) -> tuple[Axes, float]:
    """Add axes for horizontal bars with their labels; return them and their width in inches."""
    left = widest(labels) + GAP
    height = min(area[3], len(labels) * max(1.6, row_height(labels)))
    axes = axes_at(figure, area[0] + left, area[1] + area[3] - height, area[2] - left, height)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    for y, label in enumerate(labels):
        write(axes, label, (0, y), shift=-GAP * 72, ha="right")
    named(axes, rows=labels)
    return axes, area[2] - left


def scale(axes: Axes, longest: float, room: float, for_text: float) -> float:
    """Set the x axis so that the longest bar leaves room for its number; return inches a unit."""
    unit = max(room - for_text, 0.2) / (longest or 1)
    axes.set_xlim(0, room / unit)
    return unit
