"""Where everything stands on the map, in inches: land, circles, labels and plates.

The map is the Equal Earth projection (Šavrič, Patterson & Jenny 2018) with the Pacific in the
middle: equal areas of land are equal areas on the map. The land is Natural Earth's, without
countries or borders. A circle's area is in proportion to its number. What the codebook marks as an
area (ASEAN, Africa as a whole) gets a plate near its marker; what has no marker is listed on a
plate in the corner.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from typing import NamedTuple, SupportsFloat, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from foip_analysis.charts import style
from foip_analysis.charts.labels import LANE, Inches, Item, NoRoom, Place, place_items, push_apart
from foip_analysis.charts.sheet import PITCH, POINT, wrapped
from foip_analysis.charts.style import SIZE
from foip_analysis.dataset.paths import land_file
from foip_analysis.tables.axes import Numbers
from foip_analysis.tables.grid import Grid
from foip_analysis.words.catalogue import say

CENTRE, CUT = (
    150,
    -30,
)  # degrees east: the middle of the map, and where it begins and ends, in the Atlantic
LATITUDES = (-47, 59)  # shown at least; more where a place lies beyond
WEST, EAST = (
    (-19, 12),
    (326, -7),
)  # longitude and latitude shown at least: west of Africa, east of Brazil
OPEN = (-121, -31)  # the middle of the keys: the widest sea without islands
LARGEST = (
    0.3,
    0.25,
    0.2,
    0.15,
)  # inches: radius of the largest circle, the first that leaves room for all labels
INK = 8  # times the area of the largest that all circles take at most
NAME = 2.05  # inches that a name may be wide
MARGIN = 0.1  # inches between the map's edge and what stands on it
PAD = 0.09  # inches between a plate's frame and what is on it
SPACE = 0.07  # inches between a name and its number, and between a circle and its name on a plate
PLAY = 0.02  # inches left and right of a label: letters are drawn on whole pixels
GRID = 0.09  # inches between the points at which land is looked for
LINE = PITCH * SIZE["label"] * POINT  # inches from baseline to baseline
HEAD = LINE + 0.05  # inches that a plate's head takes
KEY = LINE + 0.06  # inches that a key takes


class Spot(NamedTuple):
    """A row of the grid: its place there, its values, and the size of its circle and of its words
    in inches.
    """

    row: int
    label: str
    number: str
    parts: list[float]
    radius: float
    lines: list[str]
    width: float
    height: float


Projection: TypeAlias = Callable[[ArrayLike, ArrayLike], tuple[Inches, Inches]]  # of degrees
# Words and their colour; without a colour, of a dashed plate.
Key: TypeAlias = tuple[str, str | None]


class Plate(NamedTuple):
    """Rows on a plate, under a head; a plate without rows holds the keys: what colours and dashed
    plates are.
    """

    head: str
    spots: list[Spot]
    at: tuple[float, float] | None  # the marker in inches; None for a corner
    box: tuple[float, float, float, float] = (0, 0, 0, 0)  # left, bottom, right, top
    keys: tuple[Key, ...] = ()

    @property
    def indent(self) -> float:
        """Inches from the padding to the words."""
        return 2 * max((spot.radius for spot in self.spots), default=0.12) + SPACE

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in inches."""
        head = max(
            style.text_width(text, SIZE["label"])
            for text in (self.head, *(text for text, _ in self.keys))
        )
        if not self.spots:
            return head + self.indent + 2 * PAD, KEY * len(self.keys)
        height = sum(row_height(spot) for spot in self.spots) + (HEAD if self.head else 0)
        return max(
            [head, *(self.indent + spot.width for spot in self.spots)]
        ) + 2 * PAD, height + 2 * PAD

    @property
    def head_at(self) -> tuple[float, float]:
        """Where the head begins, and its middle."""
        left, _, _, top = self.box
        return left + PAD, top - PAD - LINE / 2

    @property
    def keys_at(self) -> list[tuple[float, float]]:
        """Where the words of each key begin, and their middle."""
        left, _, _, top = self.box
        return [(left + PAD + self.indent, top - (n + 0.5) * KEY) for n in range(len(self.keys))]


class Arrangement(NamedTuple):
    """Everything on the map, in inches from its lower left."""

    land: list[Inches]  # rings
    circles: list[tuple[Spot, float, float]]
    tethers: list[
        tuple[float, float, float, float]
    ]  # from a circle that was pushed away to its place
    labels: list[tuple[Spot, Place]]
    plates: list[Plate]


def project(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return x and y on the Equal Earth map of a globe of radius 1, the Pacific in the middle.

    Examples
    --------
    >>> x, y = project([150, 178.0, -175.2], [0, -17.8, -21.2])
    >>> x.round(2).tolist()
    [0.0, 0.41, 0.51]
    """
    degrees, north = np.asarray(longitude, float), np.radians(np.asarray(latitude, float))
    east = np.radians(np.where(degrees < CUT, degrees + 360, degrees) - CENTRE)
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    t = np.arcsin(np.sqrt(3) / 2 * np.sin(north))
    x = 2 * np.sqrt(3) * east * np.cos(t) / (3 * (9 * d * t**8 + 7 * c * t**6 + 3 * b * t**2 + a))
    return x, d * t**9 + c * t**7 + b * t**3 + a * t


def arrange(
    grid: Grid,
    width: float,
    height: float,
    *,
    keys: tuple[Key, ...] = (),
) -> Arrangement:
    """Return where everything stands on a map of so many inches.

    The columns of the ``grid`` are what a circle is made of; ``keys`` are their names and colours,
    if they are to be on the map.

    Raises
    ------
    ValueError
        If there is no room for all labels.
    """
    for largest in LARGEST[:-1]:
        with suppress(NoRoom):
            return _arrange(grid, (width, height), keys, largest)
    return _arrange(grid, (width, height), keys, LARGEST[-1])


def _arrange(
    grid: Grid,
    size: tuple[float, float],
    keys: tuple[Key, ...],
    largest: float,
) -> Arrangement:
    attrs, spots, (width, height) = grid.about, _spots(grid, largest), size
    placed = [code for code in spots if code in attrs.markers]
    to_inches = _fit([attrs.markers[code] for code in placed], width, height)
    at = {code: np.array(to_inches(*attrs.markers[code])) for code in placed}
    points = [code for code in placed if code not in attrs.areas]
    groups = [code for code in placed if code in attrs.areas]
    centres = push_apart(
        np.array([at[c] for c in points]).reshape(-1, 2),
        np.array([spots[c].radius for c in points]),
        LANE + 0.8 * (LARGEST[0] - largest),
    )
    circles = [
        (spots[code], *centre.tolist()) for code, centre in zip(points, centres, strict=True)
    ]
    tethers = [
        line
        for code, centre in zip(points, centres, strict=True)
        if (line := _tether(centre, at[code], spots[code].radius))
    ]
    plates = [Plate("", [spots[code]], _point(at[code])) for code in groups]
    if nowhere := [spot for code, spot in spots.items() if code not in placed]:
        plates.append(Plate(say("map-nowhere", attrs.lang), nowhere, None))
    keys += ((say("map-group", attrs.lang), None),) if groups else ()
    if keys:
        plates.append(Plate("", [], _point(to_inches(*OPEN)), keys=keys))
    land = [np.column_stack(to_inches(*np.reshape(ring, (-1, 2)).T)) for ring in _land()]
    found = place_items(
        [Item(x, y, spot.radius, spot.width, spot.height) for spot, x, y in circles]
        + [_item(plate) for plate in plates],
        (MARGIN, MARGIN, width - MARGIN, height - MARGIN),
        circles=np.array([(x, y, spot.radius) for spot, x, y in circles]).reshape(-1, 3),
        lines=np.array(tethers).reshape(-1, 4),
        land=_points_on(land, width, height),
    )
    labels = [(spot, place) for (spot, *_), place in zip(circles, found, strict=False)]
    framed = [
        plate._replace(box=place.box)
        for plate, place in zip(plates, found[len(circles) :], strict=True)
    ]
    return Arrangement(land, circles, tethers, labels, framed)


def row_height(spot: Spot) -> float:
    """Return how high a row of a plate is, in inches."""
    return max(2 * spot.radius, spot.height)


def _spots(grid: Grid, largest: float) -> dict[str, Spot]:
    """Return code → spot for the rows that have a number; the margin has no circle."""
    values = np.nan_to_num(grid.values)
    competing = [not line.margin for line in grid.rows]
    totals = values.sum(axis=1)
    for_one = (
        np.pi
        * largest**2
        * min(1 / (totals[competing].max(initial=0) or 1), INK / (totals[competing].sum() or 1))
    )  # square inches
    radii = np.sqrt(totals * for_one / np.pi) * competing
    return {
        line.code: _spot(n, line.label, grid.number(totals[n]), values[n].tolist(), float(radii[n]))
        for n, line in enumerate(grid.rows)
        if totals[n] > 0
    }


def _spot(row: int, label: str, number: str, parts: list[float], radius: float) -> Spot:
    lines = wrapped(label, NAME).split("\n")
    last = (
        style.text_width(lines[-1], SIZE["label"])
        + SPACE
        + style.text_width(number, SIZE["label"], bold=True)
    )
    width = max([last, *(style.text_width(line, SIZE["label"]) for line in lines[:-1])])
    return Spot(
        row,
        label,
        number,
        parts,
        radius,
        lines,
        width + 2 * PLAY,
        LINE * (len(lines) - 1) + 1.15 * SIZE["label"] * POINT,
    )


def _tether(
    centre: Inches, place: Inches, radius: float
) -> tuple[float, float, float, float] | None:
    """Return the line from a circle's rim to its place, if that lies outside it."""
    away = float(np.hypot(*(place - centre)))
    return (
        (*(centre + (place - centre) / away * radius).tolist(), *place.tolist())
        if away > radius + 0.02
        else None
    )


def _point(place: Iterable[SupportsFloat]) -> tuple[float, float]:
    x, y = map(float, place)
    return x, y


def _item(plate: Plate) -> Item:
    """Return a plate to be placed: near its marker, or a list at the lower left."""
    wide, tall = plate.size
    x, y = (MARGIN + wide / 2, MARGIN + tall / 2) if plate.at is None else plate.at
    return Item(x, y, 0, wide, tall, plate=True, at_sea=bool(plate.keys))


def _fit(markers: list[tuple[float, float]], width: float, height: float) -> Projection:
    """Return a function from degrees to inches, so that what is to be shown fills the map."""
    south, north = (
        side([LATITUDES[n], *(latitude for _, latitude in markers)])
        for n, side in enumerate((min, max))
    )
    low, high = project([CENTRE] * 2, [south, north])[1]
    across = project(*np.transpose([WEST, EAST, *markers]))[0]
    left, right = across.min(), across.max()
    scale = min(height / (high - low), width / (right - left))

    def to_inches(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Inches, Inches]:
        x, y = project(longitude, latitude)
        return width / 2 + (x - (left + right) / 2) * scale, height / 2 + (
            y - (low + high) / 2
        ) * scale

    return to_inches


def _points_on(land: list[Inches], width: float, height: float) -> Inches:
    """Return the points of a grid that lie on land."""
    from matplotlib.path import Path

    x, y = np.meshgrid(np.arange(0, width, GRID), np.arange(0, height, GRID))
    grid = np.column_stack([x.ravel(), y.ravel()])
    seen = [ring for ring in land if (np.ptp(ring, axis=0) > GRID).all()]
    return grid[np.any([Path(ring).contains_points(grid) for ring in seen], axis=0)]


@cache
def _land() -> list[list[float]]:
    rings: list[list[float]] = json.loads(land_file().read_text(encoding="utf-8"))["rings"]
    return rings
