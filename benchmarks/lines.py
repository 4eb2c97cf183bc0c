"""Lines of a chart that are named at their ends."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

End = tuple[float, float, str, str]  # x and y of the last point, name, colour


def name_ends(axes: Any, ends: Iterable[End], x: float, apart: float) -> None:
    """Write each name at ``x``, ``apart`` decades or more over the one below it."""
    lowest = -math.inf
    for last, at, name, colour in sorted(ends, key=lambda end: end[1]):
        lowest = max(math.log10(at), lowest + apart)  # names that would meet move up
        axes.annotate(
            name,
            (last, at),
            (x, 10**lowest),
            va="center",
            fontsize=9,
            annotation_clip=False,
            color=colour,
            arrowprops={"arrowstyle": "-", "color": "#d9dee3", "relpos": (0, 0.5)},
        )


def dress(axes: Any, title: str, **words: str) -> None:
    """Give the title and the axes' names, and draw no more frame than is read."""
    axes.set(**words)
    axes.set_title(title, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color="#eef1f3")
