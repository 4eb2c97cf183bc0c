"""What fits on a slide: labels, rows in parts, and what is said of what is too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import pandas as pd

from foip_analysis.charts.style import SIZE
from foip_analysis.slides import office
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Side, grid_of
from foip_analysis.tables.kinds import FLAT

Drawing: TypeAlias = Callable[[Any], Any]  # a slide → the shape that was added to it
LABEL_POINTS = SIZE["label"]
# Inches of row labels: the second where the first makes more than two lines.
SLIDE_LABEL = (3.4, 5.2)
MOST = 20  # slides of one table
EVEN = 20  # steps of the search for slides that are about as full


def parts_of(needs: Sequence[float], room: float) -> list[range] | None:
    """Return which rows stand together on each slide: as few slides as can be, about as full as
    each other; None if a row is higher than the room.

    Examples
    --------
    >>> parts_of([1, 1, 1, 1], 3)
    [range(0, 2), range(2, 4)]
    """
    if max(needs, default=0) > room:
        return None
    fewest = _filled(needs, room)
    for part in range(1, EVEN):
        least = sum(needs) / len(fewest)
        even = _filled(needs, least + (room - least) * part / EVEN)
        if len(even) == len(fewest):
            return even
    return fewest


def label_width(
    labels: list[str], most: tuple[float, float] = SLIDE_LABEL, extra: float = 0.15
) -> float:
    """Return the inches that row labels get: at most the first, or the second where some have more
    than two lines.
    """
    two = all(office.line_count(label, most[0], LABEL_POINTS) <= 2 for label in labels)
    return (
        min(
            max(office.text_width(label, LABEL_POINTS) for label in labels),
            most[0] if two else most[1],
        )
        + extra
    )


def too_many(table: pd.DataFrame, side: Side, number: int, holds: int) -> str:
    """Return the sentence for a table of more columns than a slide holds, or of more rows than
    ``MOST`` slides do.
    """
    dimension, kind = getattr(about(table), side), about(table).kind
    where = "a slide, which holds" if side == "columns" else f"{MOST} slides, which hold"
    start = f"{number} {side} do not fit on {where} {max(holds, 0)} of these."
    if kind not in FLAT or not dimension:
        more = "" if side == "columns" else " or columns, which make rows lower,"
        return f"{start} Choose fewer {side}{more} before you pass the table."
    kept = sum(line.role in ("all", "none") for line in grid_of(table).lines(side))
    most = max(holds - kept - 1, 1)  # one for the rest
    asked = f"top={most}" if kind == "count" else f"top={{'{dimension}': {most}}}"
    return f"{start} Make the table with {asked}, or choose with codes={{'{dimension}': […]}}."


def _filled(needs: Sequence[float], room: float) -> list[range]:
    starts, used = [0], 0.0
    for n, need in enumerate(needs):
        if n > starts[-1] and used + need > room + 1e-9:
            starts.append(n)
            used = 0.0
        used += need
    return [range(a, b) for a, b in pairwise([*starts, len(needs)])]
