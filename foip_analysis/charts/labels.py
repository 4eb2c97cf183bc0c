"""Where circles and labels stand so that nothing covers anything; the same input gives the same
places.

Circles that overlap push each other apart and stay as near their places as they can. Then every
label is tried at many places around its circle. Each has a cost: near is better than far, beside
better than above, without a line better than with one; covering another label costs most. The
labels choose in turn, at first loosely and then ever more strictly (annealing, from fixed random
numbers), a few times over, and the cheapest arrangement is kept.

All lengths are inches; boxes are left, bottom, right, top.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.axes import Numbers

LANE = 0.11  # between two circles, for lines to pass
APART = 0.03  # between two things, at least
LOOSE = 0.03  # from a line to its circle and to its label
NEAR = 0.05  # from a circle to its label
LEADER = 0.1  # a label further away gets a line to its circle
STEPS = (
    0,
    0.08,
    0.2,
    0.3,
    0.4,
    0.55,
    0.7,
    0.9,
    1.1,
    1.3,
    1.6,
    2.0,
)  # from a circle to its label, beyond NEAR
PLATE_STEPS = tuple(n * 0.1 for n in range(51))  # from a plate's place to its middle
TURNS = 32  # directions in which a label is tried
RUNS, SWEEPS = 16, 100  # times that all is arranged anew, and that each label chooses
HEAT = (1.0, 0.03)  # inches of cost that chance may outweigh, from the first choice to the last
KEPT, CROWD = 25, 1.8  # candidates of a label, for each other item so many inches around it
CLEARLY = 0.06  # a label is nearer to its own circle than to others by at least so much
CROWDED = 0.35  # what it costs to stand near another circle, in inches of distance
OWN_LAND, OFF_LAND = (
    0.7,
    0.12,
)  # so far from its place a plate may cover land; further away it keeps so far off
COLLISION = 3.0  # what covering something costs, in inches of distance


Inches: TypeAlias = Numbers  # points, boxes or lines, one a row
Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top


class NoRoom(ValueError):
    """The labels do not fit."""


class Item(NamedTuple):
    """A text to be placed: beside its circle, or (a plate) as near its place as it can, off all
    land if it is ``at_sea``.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    plate: bool = False
    at_sea: bool = False


class Place(NamedTuple):
    """Where an item stands: its box, the line to its circle (from x, y to x, y; None if near) and
    its side (-1 to 1).
    """

    box: Box
    leader: tuple[float, float, float, float] | None
    side: float


class _Trial(NamedTuple):
    boxes: Inches  # candidates × 4
    leaders: Inches  # candidates × 4; not a number where there is none
    costs: Inches
    sides: Numbers

    def cheapest(self, number: int) -> _Trial:
        """The first of the candidates, which stand in the order of their costs."""
        return _Trial(*(part[:number] for part in self))

    @property
    def reach(self) -> Inches:
        """The box of all candidates."""
        return np.concatenate([self.boxes[:, :2].min(axis=0), self.boxes[:, 2:].max(axis=0)])


def push_apart(places: Inches, radii: Inches, lane: float = LANE) -> Inches:
    """Return the centres (n × 2) of circles with a lane between any two, each as near its place as
        it can.

        Examples
        --------
        >>> import numpy as np

    from foip_analysis.dataset.membership import Flags
    from foip_analysis.tables.axes import Numbers
        >>> centres = push_apart(np.array([[0.0, 0.0], [0.1, 0.0]]), np.array([0.2, 0.2]))
        >>> bool(centres[1, 0] - centres[0, 0] >= 0.4)
        True
    """
    centres = places.astype(float).copy()
    least = radii[:, None] + radii[None, :] + lane
    turn = np.arange(len(centres)) * 2.399963  # circles on one spot part in directions of their own
    centres += 1e-4 * np.column_stack([np.cos(turn), np.sin(turn)])
    for step in range(600):
        if step < 400:
            centres += 0.05 * (places - centres)
        between = centres[:, None, :] - centres[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(centres))
        short = np.clip(least - distance, 0, None) * (1 - np.eye(len(centres)))
        lighter = radii[None, :] ** 2 / (
            radii[:, None] ** 2 + radii[None, :] ** 2
        )  # the smaller gives way
        centres += (between / distance[..., None] * (short * lighter * 0.9)[..., None]).sum(axis=1)
        if step >= 400 and short.max(initial=0) < lane / 4:
            break
    return centres


def place_items(
    items: list[Item], bounds: Box, *, circles: Inches, lines: Inches, land: Inches
) -> list[Place]:
    """Return a place for every item, inside ``bounds``, off the circles and lines that are there,
    rather on the sea.

    Parameters
    ----------
    items
        What to place.
    bounds
        Left, bottom, right, top.
    circles, lines
        n × 3 (x, y, radius) and n × 4 (x, y, x, y).
    land
        Points of a grid that lie on land, n × 2.

    Raises
    ------
    NoRoom
        If there is no room for all.
    """
    at = np.array([(item.x, item.y) for item in items]).reshape(-1, 2)
    near = (np.linalg.norm(at[:, None] - at[None], axis=2) < CROWD).sum(axis=1)
    trials = [
        _trial(item, bounds, circles, lines, land).cheapest(KEPT * int(n) + 60)
        for item, n in zip(items, near, strict=True)
    ]
    best = _annealed(trials)
    if best is None:
        raise NoRoom(
            f"{len(items)} labels do not fit on the map. Choose fewer places with codes= or "
            "top=, or draw bars."
        )
    found = []
    for trial, k in zip(trials, best, strict=True):
        leader = trial.leaders[k].tolist()
        found.append(
            Place(
                tuple(trial.boxes[k].tolist()),
                None if np.isnan(leader[0]) else tuple(leader),
                float(trial.sides[k]),
            )
        )
    return found


def _trial(item: Item, bounds: Box, circles: Inches, lines: Inches, land: Inches) -> _Trial:
    """List the places where an item covers nothing that is there and is read with its own circle,
    with what each costs.
    """
    turns, steps = np.meshgrid(
        np.arange(TURNS) * 2 * np.pi / TURNS, PLATE_STEPS if item.plate else STEPS, indexing="ij"
    )
    turn, step = turns.ravel(), steps.ravel()
    toward = np.column_stack([np.cos(turn), np.sin(turn)])
    half, centre = np.array([item.width, item.height]) / 2, np.array([item.x, item.y])
    side = toward / np.abs(toward).max(
        axis=1, keepdims=True
    )  # where on its box a label is met: -1 to 1, across and up
    if not item.plate:  # or in the middle of a side
        slanting = (np.abs(toward) > 0.01).all(axis=1)
        turned = [side, *(np.sign(side[slanting]) * middle for middle in ((1, 0), (0, 1)))]
        toward, step = (
            np.concatenate([part, part[slanting], part[slanting]]) for part in (toward, step)
        )
        side = np.concatenate(turned)
    ends = centre + toward * (item.radius + NEAR + step)[:, None]
    leaders = np.hstack([centre + toward * (item.radius + LOOSE), ends - toward * LOOSE])
    leaders[(step < LEADER) | item.plate] = np.nan
    middles = centre + toward * step[:, None] if item.plate else ends + side * half
    costs = (
        2 * step
        if item.plate
        else step
        + 0.2 * step**2
        + 0.3 * (step >= LEADER)
        + 0.12 * np.abs(toward[:, 1])
        + 0.03 * (toward[:, 0] < 0)
    )
    boxes = np.hstack([middles - half, middles + half])
    inside = (boxes[:, :2] > np.subtract(bounds[:2], 1e-6)).all(axis=1) & (
        boxes[:, 2:] < np.add(bounds[2:], 1e-6)
    ).all(axis=1)
    to_circles = _from_boxes_to_circles(boxes, circles)
    own = (circles == (item.x, item.y, item.radius)).all(axis=1)
    covers = (to_circles < APART).any(axis=1) | _lines_on_circles(leaders, circles).any(axis=1)
    covers |= _lines_on_boxes(lines, boxes).any(axis=0) | _lines_on_lines(leaders, lines).any(
        axis=1
    )
    if own.any():  # without a line, a label belongs to the circle that it is next to
        others = to_circles[:, ~own].min(axis=1, initial=np.inf)
        covers |= np.isnan(leaders[:, 0]) & (to_circles[:, own].min(axis=1) + CLEARLY > others)
        costs += CROWDED * (others < 2 * CLEARLY)
    free = np.flatnonzero(inside & ~covers)
    if item.plate:  # land far from its own place is somebody else's
        far = free[step[free] > OWN_LAND] if not item.at_sea else free
        covered = (land > boxes[far, None, :2] - OFF_LAND) & (
            land < boxes[far, None, 2:] + OFF_LAND
        )
        abroad = np.any(np.all(covered, axis=2), axis=1)
        free = free if len(far) == len(free) and abroad.all() else np.setdiff1d(free, far[abroad])
    free = free[np.argsort(costs[free], kind="stable")]
    if not len(free):
        raise NoRoom(
            "A label does not fit on the map. Choose fewer places with codes= or top=, or "
            "give it a shorter label."
        )
    return _Trial(boxes[free], leaders[free], costs[free], side[free, 0])


def _annealed(trials: list[_Trial]) -> list[int] | None:
    """Return the candidate of each item in the cheapest arrangement that was found; None if
    something is covered in all.
    """
    starts = np.cumsum([0, *(len(trial.costs) for trial in trials)])
    slices = [slice(start, end) for start, end in pairwise(starts)]
    costs, covers = (
        np.concatenate([np.empty(0), *(trial.costs for trial in trials)]),
        _coverings(trials, slices),
    )
    best, least = None, np.inf
    for seed in range(RUNS):
        if best is None and seed == RUNS // 4:
            break
        chance = np.random.RandomState(seed)
        chosen = np.array([s.start + int(np.argmin(costs[s])) for s in slices], int)
        clashes = covers[chosen].sum(axis=0)
        for heat in np.append(np.geomspace(*HEAT, SWEEPS), [0, 0, 0]):
            for n in chance.permutation(len(trials)):
                s = slices[n]
                clashes -= covers[chosen[n]]
                chosen[n] = s.start + int(
                    np.argmin(
                        costs[s]
                        + COLLISION * clashes[s]
                        + heat * chance.gumbel(size=s.stop - s.start)
                    )
                )
                clashes += covers[chosen[n]]
        if not clashes[chosen].any() and costs[chosen].sum() < least - 1e-9:
            best, least = (
                [int(k - s.start) for k, s in zip(chosen, slices, strict=True)],
                costs[chosen].sum(),
            )
    return best


def _coverings(trials: list[_Trial], slices: list[slice]) -> npt.NDArray[np.int8]:
    """Return which candidates cover each other, all × all; those of one item do not count."""
    found = np.zeros((slices[-1].stop if slices else 0,) * 2, np.int8)
    for n, own in enumerate(trials):
        for m, other in enumerate(trials[:n]):
            if (own.reach[:2] < other.reach[2:]).all() and (other.reach[:2] < own.reach[2:]).all():
                covers = _boxes_on_boxes(own.boxes, other.boxes) | _lines_on_lines(
                    own.leaders, other.leaders
                )
                covers |= (
                    _lines_on_boxes(own.leaders, other.boxes)
                    | _lines_on_boxes(other.leaders, own.boxes).T
                )
                found[slices[n], slices[m]] = covers
                found[slices[m], slices[n]] = covers.T
    return found


def _from_boxes_to_circles(boxes: Inches, circles: Inches) -> Inches:
    x, y, radius = circles.T
    across = np.clip(x, boxes[:, [0]], boxes[:, [2]]) - x
    up = np.clip(y, boxes[:, [1]], boxes[:, [3]]) - y
    distances: Inches = np.hypot(across, up) - radius
    return distances


def _boxes_on_boxes(boxes: Inches, others: Inches) -> Flags:
    left, bottom, right, top = boxes.T[..., None]
    other_left, other_bottom, other_right, other_top = others.T
    across = (left < other_right + APART) & (other_left < right + APART)
    covers: Flags = across & (bottom < other_top + APART) & (other_bottom < top + APART)
    return covers


def _lines_on_boxes(lines: Inches, boxes: Inches) -> Flags:
    enters, leaves = np.zeros((len(lines), len(boxes))), np.ones((len(lines), len(boxes)))
    for axis in (0, 1):
        start, way = lines[:, [axis]], lines[:, [axis + 2]] - lines[:, [axis]] + 1e-12
        first, second = (
            (boxes[:, axis] - LOOSE / 2 - start) / way,
            (boxes[:, axis + 2] + LOOSE / 2 - start) / way,
        )
        enters, leaves = (
            np.maximum(enters, np.minimum(first, second)),
            np.minimum(leaves, np.maximum(first, second)),
        )
    covers: Flags = enters <= leaves
    return covers


def _lines_on_circles(lines: Inches, circles: Inches) -> Flags:
    start, way = lines[:, None, :2], lines[:, None, 2:] - lines[:, None, :2]
    toward = circles[None, :, :2] - start
    along = np.clip((toward * way).sum(axis=2) / np.maximum((way**2).sum(axis=2), 1e-12), 0, 1)
    distances = np.linalg.norm(toward - along[..., None] * way, axis=2)
    covers: Flags = distances < circles[:, 2] + LOOSE / 2
    return covers


def _lines_on_lines(lines: Inches, others: Inches) -> Flags:
    def side(first: Inches, second: Inches, point: Inches) -> Flags:
        way, off = second - first, point - first
        left: Flags = way[0] * off[1] - way[1] * off[0] > 0
        return left

    a, b = lines.T[:2, :, None], lines.T[2:, :, None]
    c, d = others.T[:2, None], others.T[2:, None]
    drawn = ~np.isnan(lines[:, [0]]) & ~np.isnan(others[:, 0])
    covers: Flags = drawn & (side(a, b, c) != side(a, b, d)) & (side(c, d, a) != side(c, d, b))
    return covers
