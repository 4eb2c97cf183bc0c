"""What a map says of each row of a table, and where: a circle with its name on it, or a line of
the list beside it.

A place that the map shows has a circle there; its area is in proportion to its number. Groups and
wide areas (ASEAN, Africa as a whole) are never spread over their members: they stand in the list,
with what has no place, what lies beyond the map and what it has no room for. So every row is named
with its number once. All lengths are inches from the map's lower left.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple, TypeAlias

import numpy as np

from foip_analysis.charts import style
from foip_analysis.charts.atlas import (
    FREE,
    INDO_PACIFIC,
    NAMED_AT,
    Cut,
    Degrees,
    IntArray,
    around,
    cut_of,
    near,
)
from foip_analysis.charts.labels import (
    CELL,
    Box,
    Inches,
    Item,
    Mask,
    Place,
    covered,
    place_items,
    push_apart,
)
from foip_analysis.charts.listing import (
    HEAD,
    PAUSE,
    PLAY,
    SPACE,
    TALL,
    Key,
    Listed,
    NoRoom,
    Section,
    Spot,
    key_of,
    list_of,
    moved,
    spots_of,
)
from foip_analysis.charts.style import SIZE
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import codes_called
from foip_analysis.tables.about import About
from foip_analysis.tables.grid import Grid
from foip_analysis.words.catalogue import did_you_mean, say

LARGEST = (0.42, 0.36, 0.3, 0.26, 0.22, 0.18)  # radius of the largest circle: the first that fits
STRAYS = 0.09  # inches that circles may push each other from their places
LISTS = (0, 3.1, 3.9, 5.0, 6.2)  # how wide the list is: the first that has room for all
BETWEEN = 0.3  # between map and list
MARGIN = 0.06  # between the map's edge and what stands on it
INSIDE = 0.15  # around the key in its corner of the map
CLEAR = 0.25  # between the key and the nearest circle
ASHORE = 0.05  # part of the key's corner that may be land
LOSS = 3.0, 3.0  # cost of leaving a name out: of any, and more of the largest


Line: TypeAlias = tuple[float, float, float, float]  # from x, y to x, y


class Arrangement(NamedTuple):
    """Everything on a map and beside it."""

    cut: Cut
    circles: list[tuple[Spot, float, float]]
    tethers: list[Line]  # from a circle that was pushed to its place
    labels: list[tuple[Spot, Place]]
    japan: tuple[str, float, float] | None  # the name, its left and its middle
    listed: Listed
    key: Key


def arrange(grid: Grid, width: float, height: float, extent: str | None = None) -> Arrangement:
    """Return where everything stands on a map with its list, together of so many inches.

    Raises
    ------
    ValueError
        If not all can be named.
    """
    for wide in LISTS:
        for largest in LARGEST:
            with suppress(NoRoom):
                left = width - wide - BETWEEN if wide else width
                return _arrange(grid, (left, width, height), extent, largest)
    raise NoRoom(
        f"{len(grid.rows)} places do not fit on a map and the list beside it. Choose fewer with "
        "codes= or top=, or draw bars."
    )


def regions(itself: About) -> dict[str, list[Degrees]]:
    """Return the parents of places → where these lie: what a map can be cut to."""
    found: dict[str, list[Degrees]] = {}
    for code, parent in itself.parents.items():
        if code in _lying(itself):
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
    grid: Grid, size: tuple[float, float, float], extent: str | None, largest: float
) -> Arrangement:
    attrs, (wide, width, height) = grid.about, size
    own = {grid.rows[n].code for n in shown_rows(grid, extent)}
    spots = spots_of(grid, own, _lying(attrs), largest)
    lie = {code: attrs.markers[code] for code in spots if code in own and code in _lying(attrs)}
    cut = cut_of(_corners(attrs, extent, list(lie.values())), wide, height)
    points = [code for code, place in lie.items() if cut.shows(place)]
    if wide == width and len(points) < len(spots):
        raise NoRoom  # there is something to list
    at = cut.at([lie[code] for code in points])
    centres, barred, home = _centres(cut, at, np.array([spots[code].radius for code in points]))
    if largest != LARGEST[-1] and np.hypot(*(centres - at).T).max(initial=0) > STRAYS:
        raise NoRoom
    circles = [
        (spots[code], *centre) for code, centre in zip(points, centres.tolist(), strict=True)
    ]
    there = [(x, y, spot.radius) for spot, x, y in circles]
    around_them = np.array(there).reshape(-1, 3)
    japan = None if home else _name_of_japan(attrs, cut, around_them)
    owners, whose = cut.owners(at)
    boxes = [_box(*japan)] if japan else []
    key = key_of(grid, [spots[code] for code in spots if code in own])
    corner = _corner(cut, key, around_them, boxes, owners >= 0)
    left, foot = wide + BETWEEN, 0.0
    if corner:
        boxes.append(corner)
        key = moved(key, corner[0] + INSIDE, corner[1] + INSIDE)
    elif wide == width:
        raise NoRoom
    else:
        foot = key.middle + HEAD / 2 + PAUSE
        key = moved(key, left, 0)

    def listed(crowded: list[str]) -> Listed:
        sections = _sections(grid, spots, points, crowded, extent)
        return list_of(sections, attrs.lang, (left, width, height, foot))

    listed([])  # before much is tried: what does not fit now does not fit then
    tethers = [
        _tether(centre, place, radius)
        for centre, place, (*_, radius) in zip(centres, at, there, strict=True)
    ]
    found = _labels(circles, tethers, owners, whose, cut, np.array(boxes).reshape(-1, 4), barred)
    named = [n for n, place in enumerate(found) if place]
    return Arrangement(
        cut,
        [circles[n] for n in named],
        [line for n in named if (line := tethers[n])],
        [(circles[n][0], place) for n in named if (place := found[n])],
        japan,
        listed([points[n] for n, place in enumerate(found) if not place]),
        key,
    )


def _lying(attrs: About) -> set[str]:
    """Return the codes that have a place of their own on a map; a group or area has not."""
    return set(attrs.markers) - set(attrs.areas)


def _centres(cut: Cut, at: Inches, radii: Inches) -> tuple[Inches, Mask, bool]:
    """Return the centres of circles off each other and off Japan, the cells that are Japan's and
    whether a place of the table lies there.
    """
    islands = list(cut.japan.values())
    barred = cut.shaded(islands, FREE)
    column, row = (at / CELL).astype(int).T
    tall, broad = barred.shape
    land = cut.shaded(islands, 0)  # not what is kept free around it: Busan is near, and elsewhere
    home = bool(land[np.clip(row, 0, tall - 1), np.clip(column, 0, broad - 1)].any())
    free = np.vstack(islands)
    close = np.hypot(*(free[:, None] - at[None]).transpose(2, 0, 1)) < radii + 2 * STRAYS
    free = free[close.any(axis=1) & (not home)]
    return push_apart(at, radii, free), barred, home


def _labels(
    circles: list[tuple[Spot, float, float]],
    tethers: list[Line | None],
    owners: IntArray,
    whose: IntArray,
    cut: Cut,
    boxes: Inches,
    barred: Mask,
) -> list[Place | None]:
    """Return where the name of each circle stands; None for one that there is no room for."""
    most = max((spot.value for spot, *_ in circles), default=1)
    land, named = owners >= 0, np.isin(owners, whose)
    items = [
        Item(
            x,
            y,
            spot.radius,
            spot.width,
            spot.height,
            LOSS[0] + LOSS[1] * spot.value / most,
            land & (owners != own),
            named & (owners != own),
        )
        for (spot, x, y), own in zip(circles, whose.tolist(), strict=True)
    ]
    return place_items(
        items,
        (MARGIN, MARGIN, cut.width - MARGIN, cut.height - MARGIN),
        circles=np.array([(x, y, spot.radius) for spot, x, y in circles]).reshape(-1, 3),
        lines=np.array([line for line in tethers if line]).reshape(-1, 4),
        boxes=boxes,
        barred=barred,
    )


def _corners(attrs: About, extent: str | None, places: list[Degrees]) -> list[Degrees]:
    """Return the corners of what a map shows: a region, the Indo-Pacific, or where the places
    are, if most lie outside that.
    """
    if extent is not None:
        return around(regions(attrs)[extent])
    cut = cut_of(INDO_PACIFIC, 1, 0.6)
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


def _name_of_japan(attrs: About, cut: Cut, circles: Inches) -> tuple[str, float, float] | None:
    """Return Japan's name and where it begins, if it can be seen there."""
    name = say("map-japan", attrs.lang)
    x, y = cut.at([NAMED_AT])[0].tolist()
    coast = np.vstack(list(cut.japan.values()))
    beside = (np.abs(coast - (x, y)) < (0.5, TALL)).all(axis=1)
    x = float(coast[beside, 0].max(initial=x)) + SPACE
    left, bottom, right, top = _box(name, x, y)
    if left < MARGIN or bottom < MARGIN or right > cut.width - MARGIN or top > cut.height - MARGIN:
        return None
    across = np.clip(circles[:, 0], left, right) - circles[:, 0]
    up = np.clip(circles[:, 1], bottom, top) - circles[:, 1]
    return (name, x, y) if (np.hypot(across, up) > circles[:, 2]).all() else None


def _box(text: str, left: float, middle: float) -> Box:
    return (
        left - PLAY,
        middle - TALL / 2,
        left + style.text_width(text, SIZE["label"]) + PLAY,
        middle + TALL / 2,
    )


def _sections(
    grid: Grid, spots: dict[str, Spot], points: list[str], crowded: list[str], extent: str | None
) -> list[Section]:
    """Return the parts of the list, the largest rows first; beside a region alone, what lies beyond
    it runs on.
    """
    attrs, own = grid.about, {grid.rows[n].code for n in shown_rows(grid, extent)}
    role = {line.code: bool(line.role) for line in grid.rows}
    rest = sorted((c for c in spots if c not in points), key=lambda c: (role[c], -spots[c].value))
    lying = _lying(attrs)
    groups = [c for c in rest if c not in lying and (c in own or role[c])]
    parts = {
        "map-groups": groups,
        "map-crowded": crowded,
        "map-beyond": [c for c in rest if c not in groups],
    }
    return [
        Section(
            say(name, attrs.lang),
            [spots[code] for code in codes],
            name == "map-beyond" and extent is not None,
        )
        for name, codes in parts.items()
        if codes
    ]


def _corner(cut: Cut, key: Key, circles: Inches, boxes: list[Box], land: Mask) -> Box | None:
    """Return the corner of the map where the key stands: at sea, the furthest from all circles."""
    words = style.text_width(key.head, SIZE["label"])
    ends = (
        x + radius + SPACE + style.text_width(number, SIZE["label"], bold=True)
        for number, x, _, radius in key.circles
    )
    wide, tall = max([words, *ends]) + 2 * INSIDE, key.middle + HEAD / 2 + 2 * INSIDE
    corners = np.array(
        [(x, y, x + wide, y + tall) for x in (0, cut.width - wide) for y in (0, cut.height - tall)]
    )
    across = np.clip(circles[:, 0], corners[:, [0]], corners[:, [2]]) - circles[:, 0]
    up = np.clip(circles[:, 1], corners[:, [1]], corners[:, [3]]) - circles[:, 1]
    room = (np.hypot(across, up) - circles[:, 2]).min(axis=1, initial=cut.width)
    for box in boxes:
        apart = (corners[:, :2] > box[2:]).any(axis=1) | (corners[:, 2:] < box[:2]).any(axis=1)
        room[~apart] = -1
    room[covered(land, corners) > ASHORE] = -1
    best = int(room.argmax())
    if room[best] < CLEAR:
        return None
    left, bottom, right, top = corners[best].tolist()
    return left, bottom, right, top
