"""The list beside a map, and the key of its circles: rows with a circle, a name and a number; names
that run on where rows would be too many or too loud.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from foip_analysis.charts import style
from foip_analysis.charts.lettering import PITCH, POINT, wrapped
from foip_analysis.charts.style import SIZE
from foip_analysis.tables.grid import Grid
from foip_analysis.words.catalogue import joined, say

ONE = 0.2  # inches: radius of a circle of 1, at most
NAME = 2.05  # inches that a name on the map may be wide
LIST_WIDE = 2.3  # inches that a name in the list may be wide
SIZE_KEY = 3.1  # inches that the key may be wide
SPACE = 0.07  # between a name and its number, and between a circle and its name in the list
PLAY = 0.02  # left and right of a label: letters are drawn on whole pixels
LIST_LINE = PITCH * SIZE["label"] * POINT  # from baseline to baseline
LIST_TALL = 1.15 * SIZE["label"] * POINT  # a line alone
LIST_ROW = 0.27  # a row of the list at least
LIST_HEAD = 0.31  # a head of the list
PAUSE = 0.12  # before a head
NICE = (1, 2, 5)  # what a key's numbers begin with


class Spot(NamedTuple):
    """A row of the grid: its place there, its value, the size of its circle and of its words."""

    row: int
    label: str
    number: str
    value: float
    radius: float
    lines: list[str]
    width: float
    height: float


class Key(NamedTuple):
    """What sizes mean: a head, and circles side by side under it."""

    head: str
    left: float
    middle: float  # of the head, upwards
    circles: list[tuple[str, float, float, float]]  # number, x, y and radius


class Section(NamedTuple):
    """A part of the list: its head and its rows, or the head alone."""

    head: str
    spots: list[Spot]


class Listed(NamedTuple):
    """The list beside the map: heads, rows with circles and names that run on."""

    left: float  # where heads and text begin
    heads: list[tuple[str, float]]  # words and their middle
    rows: list[tuple[Spot, float, float, float]]  # x and y of the circle, and where the name begins
    text: list[tuple[str, float]]  # lines and their middle
    told: list[Spot]  # who is named in the text


class NoRoom(ValueError):
    """Not all can be named."""


def spots_of(grid: Grid, own: set[str], lying: set[str], largest: float) -> dict[str, Spot]:
    """Return code → spot for the rows that have a number; the margin has no circle. The largest
    circle is that of the largest of its ``own`` rows; those ``lying`` on the map have names of
    another width than those in the list.
    """
    values = np.nan_to_num(grid.values[:, 0])
    competing = [not line.margin and line.code in own for line in grid.rows]
    most = values[competing].max(initial=0) or 1
    largest, found = min(largest, ONE * most**0.5), {}
    for n, (line, value) in enumerate(zip(grid.rows, values.tolist(), strict=True)):
        if value > 0 and not line.margin:
            room = NAME if line.code in lying else LIST_WIDE
            radius = largest * (value / most) ** 0.5
            found[line.code] = spot_of(n, line.label, grid.number(value), value, radius, room)
    return found


def spot_of(row: int, label: str, number: str, value: float, radius: float, room: float) -> Spot:
    """Return a row's spot, with a name so wide at most."""
    lines = wrapped(label, room).split("\n")
    digits = style.text_width(number, SIZE["label"], bold=True)
    last = style.text_width(lines[-1], SIZE["label"]) + SPACE + digits
    width = max([last, *(style.text_width(line, SIZE["label"]) for line in lines[:-1])])
    tall = LIST_LINE * (len(lines) - 1) + LIST_TALL
    return Spot(row, label, number, value, radius, lines, width + 2 * PLAY, tall)


def list_of(
    sections: list[Section], lang: str | None, room: tuple[float, float, float, float]
) -> Listed:
    """Return the list in its room (left, right, top, foot). Where there is no room for rows, the
    last section's names run on, then all sections'.

    Raises
    ------
    NoRoom
        If even these have none.
    """
    for running in (0, 1, len(sections)):
        listed = Listed(room[0], [], [], [], [])
        if _fill(listed, sections, running, lang, room) >= room[3]:
            return listed
    raise NoRoom


def _fill(
    listed: Listed,
    sections: list[Section],
    running: int,
    lang: str | None,
    room: tuple[float, float, float, float],
) -> float:
    """Write sections into the list, the last ``running`` of them as a text; return where it
    ends.
    """
    left, right, y, _ = room
    first = len(sections) - running
    in_rows = [spot for n, section in enumerate(sections) for spot in section.spots if n < first]
    broad = max((spot.radius for spot in in_rows), default=0)
    if any(2 * broad + SPACE + spot.width > right - left for spot in in_rows):
        return -1
    for n, section in enumerate(sections):
        y -= PAUSE if n else 0
        listed.heads.append((section.head, y - LIST_HEAD / 2))
        y -= LIST_HEAD
        if n >= first and section.spots:
            listed.told.extend(section.spots)
            for line in _running(section.spots, lang, right - left):
                listed.text.append((line, y - LIST_LINE / 2))
                y -= LIST_LINE
            continue
        for spot in section.spots:
            tall = max(LIST_ROW, 2 * spot.radius + 0.04, spot.height + 0.04)
            listed.rows.append((spot, left + broad, y - tall / 2, left + 2 * broad + SPACE))
            y -= tall
    return y


def _running(spots: list[Spot], lang: str | None, width: float) -> list[str]:
    """Return the lines of names with their numbers one after the other; none is torn that fits."""
    names = [say("map-place", lang, name=spot.label, number=spot.number) for spot in spots]
    lines = [names[0]]
    comma = style.text_width(joined(["", ""], lang).rstrip(), SIZE["label"])
    for name in names[1:]:
        longer = joined([lines[-1], name], lang)
        if style.text_width(longer, SIZE["label"]) + comma <= width:
            lines[-1] = longer
        else:
            lines[-1:] = [joined([lines[-1], ""], lang).rstrip(), name]
    return [part for line in lines for part in wrapped(line, width).split("\n")]


def key_of(grid: Grid, spots: list[Spot], left: float) -> Key:
    """Return what the sizes of spots mean, in the lower left corner of the list."""
    if not spots:
        return Key("", left, 0, [])
    head = say("map-size", grid.about.lang, measured=grid.columns[0].label)
    top = max(spots, key=lambda spot: spot.value)
    whole = all(spot.value == int(spot.value) for spot in spots)
    x, found = 0.0, []
    for value in key_values(top.value, whole=whole):
        number, radius = grid.number(value), top.radius * (value / top.value) ** 0.5
        end = x + 2 * radius + SPACE + style.text_width(number, SIZE["label"], bold=True)
        if end < SIZE_KEY:
            found.append((number, x + radius + left, top.radius, radius))
            x = end + 0.25
    return Key(head, left, 2 * top.radius + LIST_HEAD / 2, found)


def key_values(most: float, *, whole: bool) -> list[float]:
    """Return the numbers that stand for the sizes of circles: the largest, and one or two round
    ones under it.

    Examples
    --------
    >>> key_values(13, whole=True), key_values(1, whole=True), key_values(0.5, whole=False)
    ([13, 5, 1], [1], [0.5, 0.2, 0.05])
    """
    found = [most]
    for part in (2.5, 10):
        power = 10.0 ** np.floor(np.log10(most / part))
        round_one = max(first * power for first in NICE if first * power <= most / part + 1e-12)
        if round_one <= found[-1] / 2 and (not whole or round_one >= 1):
            found.append(int(round_one) if whole else float(round(round_one, 12)))
    return found
