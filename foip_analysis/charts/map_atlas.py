"""The part of the globe that a map shows: where things lie on it, its land, and Japan.

The map is Lambert's azimuthal equal-area projection, upright in the middle of what is shown: equal
areas of land are equal areas on the map, and shapes stay true near the middle. The land is Natural
Earth's, without countries or borders. The same file names Japan's islands, the northern ones among
them: no circle, word or line may lie on them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypedDict

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from foip_analysis.charts.map_labels import CELL, Inches, Mask
from foip_analysis.dataset.paths import land_file
from foip_analysis.tables.axes import Numbers

if TYPE_CHECKING:
    from matplotlib.path import Path

Degrees: TypeAlias = tuple[float, float]  # longitude and latitude
IntArray: TypeAlias = npt.NDArray[np.int_]
INDO_PACIFIC: tuple[Degrees, ...] = (  # what that cut reaches to
    (68.5, 22),  # the west of India
    (149, 46.0),  # Etorofu
    (186.5, -23.2),  # Tonga
    (198, 0),  # and room for an inset east of Japan
)
UPRIGHT: Degrees = 130, 14  # where the Indo-Pacific is seen from: there it is lowest
AROUND = 5, 0.1  # degrees, and part of what is shown, that a region's places have around them
LEAST_DEGREES = 30  # degrees that a map is high and wide
WORLDWIDE = 75  # degrees from the middle that a map of places all over the world shows
RIM = np.radians(120)  # beyond it, land is drawn at the rim: no map reaches so far
ON_LAND = 2.5  # degrees from a point on somebody's land within which a place lies there too
ISLET = 0.1  # degrees from the middle of an islet to its coast
FREE = 0.06  # inches around Japan's islands that stay free
NAMED_AT: tuple[Degrees, ...] = (  # at sea, where Japan's name begins: the first that is free
    (134.8, 30.7),  # south of Shikoku
    (143.2, 36.6),  # east of Honshu
)


class _Japan(TypedDict):
    islands: dict[str, int]  # name → which of the rings
    islets: dict[str, Degrees]  # name → where it lies, for those that have no ring


class _Grounds(TypedDict):
    points: dict[str, list[float]]  # country or economy → points on its land


class _Land(TypedDict):
    japan: _Japan
    grounds: _Grounds
    rings: list[list[float]]


class Cut(NamedTuple):
    """A part of the globe on a map of so many inches."""

    middle: Degrees
    low: Degrees  # x and y of the lower left corner on a globe of radius 1
    scale: float  # inches of a globe's radius
    width: float
    height: float

    def at(self, places: ArrayLike) -> Inches:
        """Return where longitudes and latitudes (n × 2) lie, in inches from the lower left."""
        longitude, latitude = np.reshape(np.asarray(places, float), (-1, 2)).T
        where = np.column_stack(project(longitude, latitude, self.middle))
        inches: Inches = (where - self.low) * self.scale
        return inches

    def shows(self, place: Degrees) -> bool:
        """Whether a place lies on the map, and not at its very edge."""
        x, y = self.at([place])[0].tolist()
        room = 0.1
        inside: bool = room < x < self.width - room and room < y < self.height - room
        return inside

    @property
    def land(self) -> list[Inches]:
        """The rings of the land that may be seen."""
        return _rings(self)

    @property
    def japan(self) -> dict[str, Inches]:
        """Japan's islands by name: the outline of each, of an islet a square around it."""
        known = _land()["japan"]
        rings = {name: _land()["rings"][n] for name, n in known["islands"].items()}
        for name, (east, north) in known["islets"].items():
            corners = (-1, -1), (1, -1), (1, 1), (-1, 1)
            rings[name] = [x for a, b in corners for x in (east + a * ISLET, north + b * ISLET)]
        return {name: self.at(ring) for name, ring in rings.items()}

    def owners(self, at: Inches) -> tuple[IntArray, IntArray]:
        """Return whose land each cell is (-1 for the sea), and who each of some places is, as
        numbers: a place on the land of a country or economy has its number, any other its own.

        There are no borders to ask: a cell belongs to the nearest of the points on its own island
        or continent that are known to lie on somebody's land, the places among them; if there is
        none on it, to the nearest of all.
        """
        known = _land()["grounds"]["points"]
        of = np.repeat(np.arange(len(known)), [len(points) // 2 for points in known.values()])
        grounds = self.at([x for points in known.values() for x in points])
        away = np.hypot(*(at[:, None] - grounds[None]).transpose(2, 0, 1))
        lies = away.min(axis=1) < np.radians(ON_LAND) * self.scale
        whose = np.where(lies, of[away.argmin(axis=1)], len(known) + np.arange(len(at)))
        points, people = np.vstack([grounds, at]), np.concatenate([of, whose])
        masses, on = _masses(self), _on(self, points)
        owners = np.full(masses.shape, -1)
        for mass in np.unique(masses[masses >= 0]).tolist():
            row, column = np.nonzero(masses == mass)
            cells = (np.column_stack([column, row]) + 0.5) * CELL
            there = np.flatnonzero(on == mass)
            there = there if len(there) else np.arange(len(points))
            near = points[there]
            nearest = ((near**2).sum(axis=1) - 2 * cells @ near.T).argmin(axis=1)
            owners[row, column] = people[there[nearest]]
        return owners, whose

    def shaded(self, rings: Sequence[Inches], around: float = 0) -> Mask:
        """Return the cells of the map (rows from the bottom × columns) that rings cover, with so
        many inches around them.
        """
        from matplotlib.backends.backend_agg import RendererAgg
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D

        wide, tall = (int(np.ceil(side / CELL)) for side in (self.width, self.height))
        make: Any = RendererAgg  # which has no types
        drawn = make(wide, tall, 72)
        pen = drawn.new_gc()
        pen.set_linewidth(2 * around / CELL)
        if rings:
            path = Path.make_compound_path(*(closed(ring) for ring in rings))
            drawn.draw_path(pen, path, Affine2D().scale(1 / CELL), (0, 0, 0))
        mask: Mask = np.asarray(drawn.buffer_rgba())[::-1, :, 3] > 100
        return mask


def closed(ring: Inches) -> Path:
    """Return a ring as a path."""
    from matplotlib.path import Path

    return Path(np.vstack([ring, ring[:1]]), closed=True)


def project(
    longitude: ArrayLike, latitude: ArrayLike, middle: Degrees = (125, 8)
) -> tuple[Numbers, Numbers]:
    """Return x and y on the map of a globe of radius 1 around a middle (Lambert's azimuthal
    equal-area projection).

    Examples
    --------
    >>> x, y = project([125, 125, 178, -175.2], [8, 9, -17.8, -21.2])
    >>> x.round(2).tolist()
    [0.0, 0.0, 0.87, 0.96]
    """
    east = np.radians(np.asarray(longitude, float) - middle[0])
    north, up = np.radians(np.asarray(latitude, float)), np.radians(middle[1])
    x, y = np.cos(north) * np.sin(east), np.cos(up) * np.sin(north)
    y = y - np.sin(up) * np.cos(north) * np.cos(east)
    toward = np.sin(up) * np.sin(north) + np.cos(up) * np.cos(north) * np.cos(east)
    away = np.arccos(np.clip(toward, -1, 1))
    reach = np.maximum(np.hypot(x, y), 1e-12)  # the sine of the way
    length = 2 * np.sin(np.minimum(away, RIM) / 2)
    return x / reach * length, y / reach * length


def cut_of(
    places: Sequence[Degrees], width: float, height: float, middle: Degrees | None = None
) -> Cut:
    """Return the cut that shows places, as large as a map of so many inches can, seen from above
    a middle: theirs, if none is given.
    """
    middle = middle or middle_of(places)
    longitude, latitude = np.transpose(places)
    where = np.column_stack(project(longitude, latitude, middle))
    low, high = where.min(axis=0), where.max(axis=0)
    scale = float(min(np.array([width, height]) / np.maximum(high - low, 1e-9)))
    left, bottom = ((low + high) / 2 - np.array([width, height]) / scale / 2).tolist()
    return Cut(middle, (left, bottom), scale, width, height)


def around(places: Sequence[Degrees]) -> list[Degrees]:
    """Return the corners of what has places and some room around them."""
    middle = middle_of(places)
    from_middle = np.array(
        [((east - middle[0] + 180) % 360 - 180, north - middle[1]) for east, north in places]
    )
    low, high = from_middle.min(axis=0), from_middle.max(axis=0)
    room = np.maximum(AROUND[0] + AROUND[1] * (high - low), (LEAST_DEGREES - (high - low)) / 2)
    (west, south), (east, north) = low - room + middle, high + room + middle
    halfway = (west + east) / 2
    corners = [(x, min(max(y, -89), 89)) for x in (west, east) for y in (south, north)]
    return [*corners, (halfway, corners[0][1]), (halfway, corners[1][1])]


def middle_of(places: Sequence[Degrees]) -> Degrees:
    """Return the middle of places, as degrees."""
    east, north = np.radians(np.array(places, float)).T
    x, y, z = (
        side.mean()
        for side in (np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north))
    )
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def near(places: Sequence[Degrees]) -> list[Degrees]:
    """Return the places that one map can show: those within ``FAR`` degrees of their middle."""
    longitude, latitude = np.transpose(places)
    x, y = project(longitude, latitude, middle_of(places))
    shown = np.hypot(x, y) < 2 * np.sin(np.radians(WORLDWIDE) / 2)
    return [place for place, seen in zip(places, shown.tolist(), strict=True) if seen]


@lru_cache(maxsize=8)
def _rings(cut: Cut) -> list[Inches]:
    rim = 2 * np.sin(RIM / 2) * cut.scale
    middle = -np.array(cut.low) * cut.scale
    known = _land()["rings"]
    ends = np.cumsum([len(ring) // 2 for ring in known])[:-1]
    there = np.split(cut.at([x for ring in known for x in ring]), ends)
    rings = [_arched(ring, middle, rim) for ring in there]
    seen = [
        ring
        for ring in rings
        if (ring.max(axis=0) > 0).all() and (ring.min(axis=0) < (cut.width, cut.height)).all()
    ]
    if any(_area(ring) < -(cut.scale**2) for ring in seen):
        # A ring around the other side of the globe is its own outside: a whole globe beneath
        # it sets that right.
        turn = np.linspace(0, 2 * np.pi, 90, endpoint=False)
        globe = 2.1 * np.column_stack([np.cos(turn), np.sin(turn)])
        seen.append((globe - cut.low) * cut.scale)
    return seen


@lru_cache(maxsize=8)
def _masses(cut: Cut) -> IntArray:
    """Return which of the rings of a cut's land covers each cell, -1 for none."""
    masses = np.where(cut.shaded(cut.land), len(cut.land), -1)  # that of no ring: an islet's
    for n, ring in enumerate(cut.land):
        low = np.clip(ring.min(axis=0) / CELL, 0, None).astype(int)
        high = np.ceil(ring.max(axis=0) / CELL).astype(int)
        part = masses[low[1] : high[1] + 1, low[0] : high[0] + 1]
        up, across = np.indices(part.shape)
        cells = (np.column_stack([across.ravel(), up.ravel()]) + low + 0.5) * CELL
        inside = closed(ring).contains_points(cells, radius=CELL / 2).reshape(part.shape)
        part[inside & (part >= 0)] = n
    return masses


def _on(cut: Cut, points: Inches) -> IntArray:
    """Return which of the rings of a cut's land each point lies on, -1 for none."""
    on = np.full(len(points), -1)
    for n, ring in enumerate(cut.land):
        near = ((points > ring.min(axis=0)) & (points < ring.max(axis=0))).all(axis=1)
        if near.any():
            on[np.flatnonzero(near)[closed(ring).contains_points(points[near])]] = n
    return on


def _arched(ring: Inches, middle: Inches, rim: float) -> Inches:
    """Return a ring whose sides along the rim follow it instead of cutting through the map."""
    away = ring - middle
    at_rim = np.hypot(*away.T) > rim * 0.999
    if not at_rim.any():
        return ring
    turn = np.arctan2(away[:, 1], away[:, 0])
    step = (np.roll(turn, -1) - turn + np.pi) % (2 * np.pi) - np.pi
    long = at_rim & np.roll(at_rim, -1) & (np.abs(step) > 0.1)
    if not long.any():
        return ring
    parts = []
    for n, point in enumerate(ring):
        parts.append(point[None])
        if long[n]:
            along = turn[n] + np.arange(0.1, abs(step[n]), 0.1) * np.sign(step[n])
            parts.append(middle + rim * np.column_stack([np.cos(along), np.sin(along)]))
    return np.vstack(parts)


def _area(ring: Inches) -> float:
    x, y = ring.T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


@cache
def _land() -> _Land:
    land: _Land = json.loads(land_file().read_text(encoding="utf-8"))
    return land
