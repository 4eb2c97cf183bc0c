"""What a map says of each row of a table, and where: a circle with its name on it, or a line of
the list beside it.

A place that the map shows has a circle there; its area is in proportion to its number. Where
places crowd, an inset (``map_inset.py``) shows them instead, with their names. Groups and wide
areas (ASEAN, Africa as a whole) are never spread over their members: they stand in the list,
with what has no place, what lies beyond the map and what it has no room for. So every row is named
with its number once. All lengths are inches from the map's lower left.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

import numpy as np

from foip_analysis.charts import style
from foip_analysis.charts.map_atlas import (
    FREE,
    INDO_PACIFIC,
    NAMED_AT,
    UPRIGHT,
    Cut,
    Degrees,
    IntArray,
    around,
    cut_of,
    near,
)
from foip_analysis.charts.map_inset import Inset, crowd_of, inset_of
from foip_analysis.charts.map_labels import (
    CELL,
    Box,
    Inches,
    Item,
    Line,
    Mask,
    Stand,
    covered,
    place_items,
    push_apart,
    shifted,
)
from foip_analysis.charts.map_list import (
    LIST_HEAD,
    LIST_TALL,
    PAUSE,
    PLAY,
    Key,
    Listed,
    NoRoom,
    Section,
    Spot,
    key_of,
    list_of,
    spot_of,
    spots_of,
)
from foip_analysis.charts.style import SIZE
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import codes_called
from foip_analysis.tables.about import About
from foip_analysis.tables.grid import Grid
from foip_analysis.words.catalogue import say
from foip_analysis.words.closest import did_you_mean

RADII = (0.42, 0.36, 0.3, 0.26, 0.22, 0.18)  # radius of the largest circle: the first that fits
STRAYS = 0.09  # inches that circles may push each other from their places
LIST_WIDTHS = (2.85, 3.3, 3.9, 5.0, 6.2)  # how wide the list is: the first that has room for all
IN_ROWS = 3  # of these, the first in which circles are rather small than the list without rows
BEFORE_LIST = 0.3  # between map and list
MARGIN = 0.02  # between the map's edge and what stands on it
INSET_NAME = 1.2  # inches that a name in an inset may be wide
AROUND_INSET = 0.1  # between an inset and what stands beside it
LOSS = 3.0, 3.0  # cost of leaving a name out: of any, and more of the largest


class Enlarged(NamedTuple):
    """What an inset shows, in inches of the map: circles that do not stand on the map itself."""

    inset: Inset
    circles: list[tuple[Spot, float, float]]
    tethers: list[Line]
    labels: list[tuple[Spot, Stand]]


class Arrangement(NamedTuple):
    """Everything on a map and beside it."""

    cut: Cut
    circles: list[tuple[Spot, float, float]]
    tethers: list[Line]  # from a circle that was pushed to its place
    labels: list[tuple[Spot, Stand]]
    japan: tuple[str, float, float] | None  # the name, its left and its middle
    listed: Listed
    key: Key
    enlarged: Enlarged | None


def arrange(
    grid: Grid, width: float, height: float, extent: str | None = None, *, enlarge: bool = True
) -> Arrangement:
    """Return where everything stands on a map with its list, together of so many inches; where
    places crowd, in an inset, if one may ``enlarge`` them.

    Raises
    ------
    ValueError
        If not all can be named.
    """
    tries = [(wide, True) for wide in LIST_WIDTHS[:IN_ROWS]] + [
        (wide, False) for wide in LIST_WIDTHS
    ]
    for wide, in_rows in tries:
        for largest in RADII:
            with suppress(NoRoom):
                size = width - wide - BEFORE_LIST, width, height
                return _arrange(grid, size, extent, largest, enlarge=enlarge, in_rows=in_rows)
    raise NoRoom(
        f"{len(grid.rows)} places do not fit on a map and the list beside it. Choose fewer with "
        "codes= or top=, or draw bars."
    )


def regions(itself: About) -> dict[str, list[Degrees]]:
    """Return the parents of places → where these lie: what a map can be cut to."""
    found: dict[str, list[Degrees]] = {}
    for code, parent in itself.parents.items():
        if code in lying(itself):
            found.setdefault(parent, []).append(itself.markers[code])
    return found


def extent_meant(itself: About, extent: str | None) -> str | None:
    """Return the parent that an extent means, by code or label; refuse one that no place of the
    table has as its parent.
    """
    known = regions(itself)
    if extent is None or (isinstance(extent, str) and extent in known):
        return extent
    places = [str(extent)]
    if itself.dataset is not None:
        codebook, rows = itself.dataset.codebook, itself.question.rows
        above = book.parent_dimension(codebook, rows)
        called = codes_called(codebook, above, str(extent)) if above else []
        if len(called) == 1 and called[0] in known:
            return called[0]
        places = codes_called(codebook, rows, str(extent))
    parents = {itself.parents.get(place) for place in places} & {*known}
    hint = did_you_mean(str(extent), known)
    if len(parents) == 1:
        hint = f" '{extent}' lies in one of these. Write extent='{parents.pop()}'."
    allowed = f"It is None or {', '.join(map(repr, known))}." if known else "It can only be None."
    raise ValueError(
        f"extent is {extent!r}. {allowed} These are the parents of what lies on the map.{hint}"
    )


def shown_rows(grid: Grid, extent: str | None) -> list[int]:
    """Return the rows that a map's own region holds; all without an extent."""
    parents = grid.about.parents
    return [
        n for n, line in enumerate(grid.rows) if extent is None or parents.get(line.code) == extent
    ]


def _arrange(
    grid: Grid,
    size: tuple[float, float, float],
    extent: str | None,
    largest: float,
    *,
    enlarge: bool,
    in_rows: bool,
) -> Arrangement:
    attrs, (wide, width, height) = grid.about, size
    own = {grid.rows[n].code for n in shown_rows(grid, extent)}
    spots = spots_of(grid, own, lying(attrs), largest)
    lie = {code: attrs.markers[code] for code in spots if code in own and code in lying(attrs)}
    corners = _corners(attrs, extent, list(lie.values()))
    upright = UPRIGHT if corners == list(INDO_PACIFIC) else None
    cut = cut_of(corners, wide, height, upright)
    points = [code for code, place in lie.items() if cut.shows(place)]
    left = wide + BEFORE_LIST
    key = key_of(grid, [spots[code] for code in spots if code in own], left)
    foot = key.middle + LIST_HEAD / 2 + PAUSE

    def listed(crowded: list[str]) -> Listed:
        sections = _sections(grid, spots, points, crowded, extent)
        return list_of(sections, attrs.lang, (left, width, height, foot))

    first = listed([])  # before much is tried: what does not fit now does not fit then
    ran_on = {spot.row for spot in first.told}
    if in_rows and any(grid.rows[row].code in own for row in ran_on) and not first.rows:
        raise NoRoom
    at = cut.at([lie[code] for code in points])
    ground = _ground(cut, at, [spots[code] for code in points])
    if largest != RADII[-1] and ground.strays > STRAYS:
        raise NoRoom
    japan = None if ground.home else _name_of_japan(attrs, cut, ground.discs, ground.barred)
    boxes = [_box(*japan)] if japan else []
    inset, crowd = None, crowd_of(at) if enlarge else []
    if crowd:
        inset = inset_of(cut, at, crowd, ground.taken(boxes), ground.owners >= 0)
    enlarged = None
    if inset:
        members = [points[n] for n in crowd]
        narrow = [spot_of(*spots[code][:5], INSET_NAME) for code in members]
        enlarged = _enlarged(inset, [lie[code] for code in members], narrow, ground.whose)
        boxes += [inset.stands, inset.shown]
    rest = [n for n in range(len(points)) if not (inset and n in crowd)]
    found = _labels(cut, ground, rest, boxes, ground.whose)
    told = {spot.row for spot, _ in enlarged.labels} if enlarged else set()
    told |= {ground.circles[n][0].row for n in found}
    return Arrangement(
        cut,
        [ground.circles[n] for n in sorted(found)],
        [line for n in found if (line := ground.tethers[n])],
        [(ground.circles[n][0], place) for n, place in found.items()],
        japan,
        listed([code for code in points if spots[code].row not in told]),
        key,
        enlarged,
    )


def _enlarged(inset: Inset, places: list[Degrees], spots: list[Spot], whose: IntArray) -> Enlarged:
    """Return what an inset shows, in inches of the map, whose places are ``whose``."""
    at = inset.cut.at(places)
    ground = _ground(inset.cut, at, spots)
    found = _labels(inset.cut, ground, list(range(len(spots))), [], whose)
    x, y = inset.box[:2]
    return Enlarged(
        inset,
        [(spot, left + x, up + y) for n, (spot, left, up) in enumerate(ground.circles)],
        [shifted(line, x, y) for line in ground.tethers if line],
        [(spots[n], place.shifted(x, y)) for n, place in found.items()],
    )


def lying(attrs: About) -> set[str]:
    """Return the codes that have a place of their own on a map; a group or area has not."""
    return set(attrs.markers) - set(attrs.areas)


class _Ground(NamedTuple):
    """The circles of a cut, whose land its cells are, and what keeps names off."""

    circles: list[tuple[Spot, float, float]]
    tethers: list[Line | None]
    strays: float  # how far a circle lies from its place at most
    owners: IntArray  # of each cell
    whose: IntArray  # who each circle is, as an owner
    barred: Mask  # what is Japan's, and around it
    home: bool  # whether a place of the table lies there

    @property
    def discs(self) -> Inches:
        return np.array([(x, y, spot.radius) for spot, x, y in self.circles]).reshape(-1, 3)

    def taken(self, boxes: list[Box]) -> Mask:
        """Return the cells that are Japan's, a circle's or a box's, and around them."""
        up, across = (np.indices(self.owners.shape) + 0.5) * CELL
        taken = self.barred.copy()
        for x, y, radius in self.discs:
            taken |= np.hypot(across - x, up - y) < radius + AROUND_INSET
        for left, bottom, right, top in boxes:
            inside = (left - AROUND_INSET < across) & (across < right + AROUND_INSET)
            taken |= inside & (bottom - AROUND_INSET < up) & (up < top + AROUND_INSET)
        return taken


def _ground(cut: Cut, at: Inches, spots: list[Spot]) -> _Ground:
    """Put circles at their places, off each other and off Japan."""
    islands = list(cut.japan.values())
    barred = cut.shaded(islands, FREE)
    column, row = (at / CELL).astype(int).T
    tall, broad = barred.shape
    land = cut.shaded(islands, 0)  # not what is kept free around it: Busan is near, and elsewhere
    home = bool(land[np.clip(row, 0, tall - 1), np.clip(column, 0, broad - 1)].any())
    free, radii = np.vstack(islands), np.array([spot.radius for spot in spots])
    close = np.hypot(*(free[:, None] - at[None]).transpose(2, 0, 1)) < radii + 2 * STRAYS
    free = free[close.any(axis=1) & (not home)]
    centres = push_apart(at, radii, free)
    tethers = [
        _tether(centre, place, spot.radius)
        for centre, place, spot in zip(centres, at, spots, strict=True)
    ]
    circles = [(spot, *centre) for spot, centre in zip(spots, centres.tolist(), strict=True)]
    strays = float(np.hypot(*(centres - at).T).max(initial=0))
    return _Ground(circles, tethers, strays, *cut.owners(at), barred, home)


def _labels(
    cut: Cut, ground: _Ground, which: list[int], boxes: list[Box], named: IntArray
) -> dict[int, Stand]:
    """Return where the names of some circles stand, of each for which there is room; ``named`` are
    the owners whose land is theirs alone.
    """
    most = max((spot.value for spot, *_ in ground.circles), default=1)
    land, theirs = ground.owners >= 0, np.isin(ground.owners, named)
    items = [
        Item(
            x,
            y,
            spot.radius,
            spot.width,
            spot.height,
            LOSS[0] + LOSS[1] * spot.value / most,
            land & (ground.owners != own),
            theirs & (ground.owners != own),
        )
        for (spot, x, y), own in ((ground.circles[n], int(ground.whose[n])) for n in which)
    ]
    found = place_items(
        items,
        (MARGIN, MARGIN, cut.width - MARGIN, cut.height - MARGIN),
        circles=ground.discs,
        lines=np.array([line for line in ground.tethers if line]).reshape(-1, 4),
        boxes=np.array(boxes).reshape(-1, 4),
        barred=ground.barred,
    )
    return {n: place for n, place in zip(which, found, strict=True) if place}


def _corners(attrs: About, extent: str | None, places: list[Degrees]) -> list[Degrees]:
    """Return the corners of what a map shows: a region, the Indo-Pacific, or where the places
    are, if most lie outside that.
    """
    if extent is not None:
        return around(regions(attrs)[extent])
    cut = cut_of(INDO_PACIFIC, 1, 0.6, UPRIGHT)
    inside = sum(map(cut._replace(width=1, height=0.6).shows, places))
    if not places or 2 * inside >= len(places):
        return list(INDO_PACIFIC)
    return around(near(places) or places[:1])


def _tether(centre: Inches, place: Inches, radius: float) -> Line | None:
    """Return the line from a circle's rim to its place, if that lies outside it."""
    away = float(np.hypot(*(place - centre)))
    if away <= radius + 0.02:
        return None
    x, y = (centre + (place - centre) / away * radius).tolist()
    end_x, end_y = place.tolist()
    return x, y, end_x, end_y


def _name_of_japan(
    attrs: About, cut: Cut, circles: Inches, barred: Mask
) -> tuple[str, float, float] | None:
    """Return Japan's name and where it begins, if it can be seen there."""
    name = say("map-japan", attrs.lang)
    for x, y in cut.at(NAMED_AT).tolist():
        left, bottom, right, top = box = _box(name, x, y)
        across = np.clip(circles[:, 0], left, right) - circles[:, 0]
        up = np.clip(circles[:, 1], bottom, top) - circles[:, 1]
        free = (np.hypot(across, up) > circles[:, 2]).all() and not covered(barred, np.array([box]))
        low, high = min(left, bottom), max(right - cut.width, top - cut.height)
        if free and low >= MARGIN and high <= -MARGIN:
            return name, x, y
    return None


def _box(text: str, left: float, middle: float) -> Box:
    return (
        left - PLAY,
        middle - LIST_TALL / 2,
        left + style.text_width(text, SIZE["label"]) + PLAY,
        middle + LIST_TALL / 2,
    )


def _sections(
    grid: Grid, spots: dict[str, Spot], points: list[str], crowded: list[str], extent: str | None
) -> list[Section]:
    """Return the parts of the list, the largest rows first; beside a region alone, of what lies
    beyond it only how many.
    """
    attrs, own = grid.about, {grid.rows[n].code for n in shown_rows(grid, extent)}
    role = {line.code: bool(line.role) for line in grid.rows}
    rest = sorted((c for c in spots if c not in points), key=lambda c: (role[c], -spots[c].value))
    lie = lying(attrs)
    groups = [c for c in rest if c not in lie and (c in own or role[c])]
    beyond = [c for c in rest if c not in groups]
    parts = {"map-groups": groups, "map-crowded": crowded}
    parts |= {"map-beyond": beyond} if extent is None else {}
    found = [
        Section(say(name, attrs.lang), [spots[code] for code in codes])
        for name, codes in parts.items()
        if codes
    ]
    if beyond and extent is not None:
        found.append(Section(say("map-beyond-many", attrs.lang, count=len(beyond)), []))
    return found
