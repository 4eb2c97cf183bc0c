"""Where places crowd, a part of the map drawn larger, in a corner or at an edge that is sea.

Places crowd where at least ``FEW`` of them are linked, each within ``CROWDING`` of the next. The
inset shows them on the same plane, so that what it shows is a rectangle on the map too. It is as
large as the largest of ``ZOOMS`` for which there is room off Japan, the circles and, but for
islets, land, and stands as near a corner of the map as it can, with its caption under it. All
lengths are inches from the map's lower left.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from foip_analysis.charts.map_atlas import Cut
from foip_analysis.charts.map_labels import CELL, Box, Inches, Mask, covered

CROWDING = 0.7  # so near to another, a place has no room for its name
FEW_NAMES = 4  # names for which the map's own room may do
ZOOMS = (2.2, 2.1, 2.0, 1.9, 1.8, 1.7, 1.6, 1.5)  # times that it may be larger than the map
WEST, EAST, ENDS = 1.05, 1.21, 0.3  # around places: names stand rather at their right
CAPTION = 0.29  # under it
ISLETS = 0.01  # part of what it covers that may be land


class Inset(NamedTuple):
    """A part of the map drawn larger: where it stands, what it shows there, and the part itself,
    whose inches count from the lower left of the box.
    """

    box: Box
    shown: Box
    cut: Cut

    @property
    def stands(self) -> Box:
        """Where it stands with its caption."""
        left, bottom, right, top = self.box
        return left, bottom - CAPTION, right, top


def crowd_of(at: Inches) -> list[int]:
    """Return which places crowd: the most that are linked, or none.

    Examples
    --------
    >>> import numpy as np
    >>> row = np.array([[0, 0], [0.6, 0], [1.2, 0], [5, 5], [1.8, 0]])
    >>> crowd_of(row), crowd_of(row[:3])
    ([0, 1, 2, 4], [])
    """
    linked = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) < CROWDING
    while not np.array_equal(further := linked @ linked, linked):
        linked = further
    sizes = linked.sum(axis=1)
    if sizes.max(initial=0) < FEW_NAMES:
        return []
    members: list[int] = np.flatnonzero(linked[sizes.argmax()]).tolist()
    return members


def inset_of(cut: Cut, at: Inches, crowd: list[int], taken: Mask, land: Mask) -> Inset | None:
    """Return the inset that shows a crowd, off cells that are taken and, but for islets, off land;
    None if there is no room, or another place would be seen in it.
    """
    low, high = at[crowd].min(axis=0), at[crowd].max(axis=0)
    others = np.delete(at, crowd, axis=0)
    for zoom in ZOOMS:
        start, end = low - np.array([WEST, ENDS]) / zoom, high + np.array([EAST, ENDS]) / zoom
        size = (end - start) * zoom
        if ((others > start) & (others < end)).all(axis=1).any():
            continue
        corner = _corner(cut, size, taken, land)
        if corner is None:
            continue
        left, bottom = corner
        wide, tall = size.tolist()
        x, y = (np.array(cut.low) + start / cut.scale).tolist()
        part = Cut(cut.middle, (x, y), cut.scale * zoom, wide, tall)
        (west, south), (east, north) = start.tolist(), end.tolist()
        box = left, bottom, left + wide, bottom + tall
        return Inset(box, (west, south, east, north), part)
    return None


def _corner(cut: Cut, size: Inches, taken: Mask, land: Mask) -> tuple[float, float] | None:
    """Return the lower left of a rectangle of a size, nearest to a corner of the map."""
    least = np.array([0, CAPTION])
    room = np.array([cut.width, cut.height]) - size
    if (room < least).any():
        return None
    across, up = (
        np.append(np.arange(start, end, CELL), end)
        for start, end in zip(least.tolist(), room.tolist(), strict=True)
    )
    x, y = (each.ravel() for each in np.meshgrid(across, up))
    boxes = np.column_stack([x, y - CAPTION, x + size[0], y + size[1]])
    free = (covered(taken, boxes) == 0) & (covered(land, boxes) <= ISLETS)
    if not free.any():
        return None
    away = np.minimum(x, room[0] - x) + np.minimum(y - CAPTION, room[1] - y) + 100.0 * ~free
    best = int(away.argmin())
    return float(x[best]), float(y[best])
