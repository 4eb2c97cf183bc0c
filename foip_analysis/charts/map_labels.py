"""Where circles and labels stand so that nothing covers anything; the same input gives the same
places.

Circles that overlap push each other apart and stay as near their places as they can. Then every
label is tried at many places around its circle. Each has a cost: near is better than far, beside
better than above, without a line better than with one, on the sea better than on another's land,
of which it may have only a sliver if that other is on the map too; covering another label costs
most. The labels choose in turn, at first loosely and then ever more strictly (annealing, from fixed
random numbers), a few times over, and the cheapest arrangement is kept. A label may also choose to
be left out, which costs more the more it says.

All lengths are inches; boxes are left, bottom, right, top.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.axes import Numbers

LANE = 0.04  # between two circles
CLEARANCE = 0.03  # between two things, at least
WORD_GAP = 0.12  # between labels on a line: more than between the words of one
LOOSE = 0.03  # from a line to its circle and to its label
NEAR = 0.05  # from a circle to its label
LEADER = 0.1  # a label further away gets a line to its circle
STEPS = (0, 0.08, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.3, 1.6, 2.0)  # beyond NEAR
TURNS = 48  # directions in which a label is tried
RUNS, SWEEPS = 6, 50  # times that all is arranged anew, and that each label chooses
HEAT = (1.0, 0.03)  # inches of cost that chance may outweigh, from the first choice to the last
KEPT = 120  # candidates of a label
CLEARLY = 0.06  # a label is nearer to its own circle than to others by at least so much
CLOSE, CROWDED = 0.4, 0.6  # so near to another circle it costs, at most so much: misread as its
ASIDE = 0.4  # so far from its middle (0 to 1) a label is met at its side
COLLISION = 3.0  # what covering something costs, in inches of distance
CELL = 0.05  # the side of a cell in which the map is asked for land
OTHERS_LAND = 0.2  # part of a label away from its circle that may lie on another's land
TAKEN = 0.15  # part of any label that may lie on the land of another that is named
ASHORE = 1.5  # what it costs to lie on another's land wholly
OWNED = 6.0  # and more, where that is named

Inches: TypeAlias = Numbers  # points, boxes or lines, one a row
Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top
Line: TypeAlias = tuple[float, float, float, float]  # from x, y to x, y
Mask: TypeAlias = npt.NDArray[np.bool_]  # cells of the map: rows from the bottom × columns


class Item(NamedTuple):
    """A text to be placed beside its circle, or to be left out at a cost; ``abroad`` are the cells
    that are somebody else's land, ``taken`` those of them that belong to another place of the map.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    loss: float
    abroad: Mask
    taken: Mask


class Stand(NamedTuple):
    """Where an item stands: its box, the line to its circle (None if near), and the side of its box
    at which its text begins or ends: that which is next to the circle.
    """

    box: Box
    leader: Line | None
    align: Literal["left", "center", "right"]

    def shifted(self, x: float, y: float) -> Stand:
        leader = self.leader and shifted(self.leader, x, y)
        return Stand(shifted(self.box, x, y), leader, self.align)


class _Trial(NamedTuple):
    boxes: Inches  # candidates × 4; the last is to be left out, and has no numbers
    leaders: Inches  # candidates × 4; not a number where there is none
    costs: Inches
    sides: Numbers

    @property
    def reach(self) -> Inches:
        """The box of all candidates."""
        boxes = self.boxes[:-1] if len(self.boxes) > 1 else np.zeros((1, 4))
        return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])


def shifted(ends: Line, x: float, y: float) -> Line:
    """Return a line or a box that stands elsewhere."""
    return ends[0] + x, ends[1] + y, ends[2] + x, ends[3] + y


def push_apart(places: Inches, radii: Inches, free: Inches) -> Inches:
    """Return the centres (n × 2) of circles with a lane between any two and off the ``free``
    points, each as near its place as it can.

    Examples
    --------
    >>> import numpy as np
    >>> two = np.array([[0.0, 0.0], [0.1, 0.0]])
    >>> centres = push_apart(two, np.array([0.2, 0.2]), np.empty((0, 2)))
    >>> bool(centres[1, 0] - centres[0, 0] >= 0.4)
    True
    """
    centres = places.astype(float).copy()
    least = radii[:, None] + radii[None, :] + LANE
    turn = np.arange(len(centres)) * 2.399963  # circles on one spot part in directions of their own
    centres += 1e-4 * np.column_stack([np.cos(turn), np.sin(turn)])
    squares = radii**2 + 1e-12
    lighter = squares[None, :] / (squares[:, None] + squares[None, :])  # the smaller gives way
    others = 1 - np.eye(len(centres))
    for step in range(600):
        if step < 400:
            centres += 0.05 * (places - centres)
        between = centres[:, None, :] - centres[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(centres))
        short = np.clip(least - distance, 0, None) * others
        centres += (between / distance[..., None] * (short * lighter * 0.9)[..., None]).sum(axis=1)
        if len(free) and len(centres):
            away = centres[:, None, :] - free[None, :, :]
            reach = np.sqrt((away**2).sum(axis=2)) + 1e-9
            nearest = reach.argmin(axis=1)[:, None]
            lacking = np.clip(radii + LANE - np.take_along_axis(reach, nearest, 1)[:, 0], 0, None)
            way = np.take_along_axis(away / reach[..., None], nearest[..., None], 1)[:, 0]
            centres += way * lacking[:, None]
            short = np.append(short, lacking)
        if short.max(initial=0) < LANE / 4 and (
            step >= 400 or np.allclose(centres, places, atol=2e-4)
        ):
            break
    return centres


def place_items(
    items: list[Item],
    bounds: Box,
    *,
    circles: Inches,
    lines: Inches,
    boxes: Inches,
    barred: Mask,
) -> list[Stand | None]:
    """Return a place for every item, inside ``bounds``, off the circles, lines and boxes that are
    there (n × 3: x, y, radius; n × 4 each) and off barred cells; None for one that is left out.
    """
    trials = [_trial(item, bounds, circles, lines, boxes, barred) for item in items]
    found: list[Stand | None] = []
    for trial, k in zip(trials, _annealed(trials), strict=True):
        left, bottom, right, top = trial.boxes[k].tolist()
        x, y, end_x, end_y = trial.leaders[k].tolist()
        leader = None if np.isnan(x) else (x, y, end_x, end_y)
        side: Literal["left", "right"] = "left" if trial.sides[k] > 0 else "right"
        align = side if abs(trial.sides[k]) > ASIDE else "center"
        place = Stand((left, bottom, right, top), leader, align)
        found.append(None if np.isnan(left) else place)
    return found


def covered(mask: Mask, boxes: Inches) -> Numbers:
    """Return the part of each box that cells of a mask cover.

    Examples
    --------
    >>> import numpy as np
    >>> half = np.array([[True, False], [True, False]])
    >>> covered(half, np.array([[0, 0, 2 * CELL, 2 * CELL]])).tolist()
    [0.5]
    """
    sums = np.zeros(np.add(mask.shape, 1))
    sums[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    tall, wide = mask.shape
    left, right = (np.clip(boxes[:, n] / CELL, 0, wide) for n in (0, 2))
    bottom, top = (np.clip(boxes[:, n] / CELL, 0, tall) for n in (1, 3))
    left, bottom = np.floor(left + 1e-6).astype(int), np.floor(bottom + 1e-6).astype(int)
    right, top = np.ceil(right - 1e-6).astype(int), np.ceil(top - 1e-6).astype(int)
    inside = sums[top, right] - sums[bottom, right] - sums[top, left] + sums[bottom, left]
    shares: Numbers = inside / np.maximum((top - bottom) * (right - left), 1)
    return shares


def crossed(mask: Mask, lines: Inches) -> Flags:
    """Return which lines (x, y, x, y) run over cells of a mask."""
    along = np.linspace(0, 1, 60)[None, :, None]
    points = lines[:, None, :2] * (1 - along) + lines[:, None, 2:] * along
    cells = np.nan_to_num(points / CELL).astype(int)
    row, column = (np.clip(cells[..., n], 0, mask.shape[1 - n] - 1) for n in (1, 0))
    over: Flags = mask[row, column].any(axis=1) & ~np.isnan(lines[:, 0])
    return over


def _trial(
    item: Item, bounds: Box, circles: Inches, lines: Inches, boxes_there: Inches, barred: Mask
) -> _Trial:
    """List the places where an item covers nothing that is there and is read with its own circle,
    with what each costs, and at last to be left out.
    """
    turns, steps = np.meshgrid(np.arange(TURNS) * 2 * np.pi / TURNS, STEPS, indexing="ij")
    turn, step = turns.ravel(), steps.ravel()
    toward = np.column_stack([np.cos(turn), np.sin(turn)])
    half, centre = np.array([item.width, item.height]) / 2, np.array([item.x, item.y])
    # Where on its box a label is met: -1 to 1, across and up.
    side = toward / np.abs(toward).max(axis=1, keepdims=True)
    slanting = (np.abs(toward) > 0.01).all(axis=1)  # or in the middle of a side
    turned = [side, *(np.sign(side[slanting]) * middle for middle in ((1, 0), (0, 1)))]
    toward, step = (
        np.concatenate([part, part[slanting], part[slanting]]) for part in (toward, step)
    )
    side = np.concatenate(turned)
    ends = centre + toward * (item.radius + NEAR + step)[:, None]
    leaders = np.hstack([centre + toward * (item.radius + LOOSE), ends - toward * LOOSE])
    leaders[step < LEADER] = np.nan
    middles = ends + side * half
    costs = (
        step
        + 0.2 * step**2
        + 0.25 * (step >= LEADER)
        + 0.12 * np.abs(toward[:, 1])
        + 0.03 * (toward[:, 0] < 0)
    )
    boxes = np.hstack([middles - half, middles + half])
    inside = (boxes[:, :2] > np.subtract(bounds[:2], 1e-6)).all(axis=1)
    inside &= (boxes[:, 2:] < np.add(bounds[2:], 1e-6)).all(axis=1)
    to_circles = _from_boxes_to_circles(boxes, circles)
    own = (circles == (item.x, item.y, item.radius)).all(axis=1)
    covers = (to_circles < CLEARANCE).any(axis=1) | _lines_on_circles(leaders, circles).any(axis=1)
    covers |= _lines_on_boxes(lines, boxes).any(axis=0)
    covers |= _lines_on_lines(leaders, lines).any(axis=1)
    covers |= _boxes_on_boxes(boxes, boxes_there).any(axis=1)
    covers |= _lines_on_boxes(leaders, boxes_there).any(axis=1)
    abroad, taken = covered(item.abroad, boxes), covered(item.taken, boxes)
    covers |= (covered(barred, boxes) > 0) | (taken > TAKEN)
    covers |= (abroad > OTHERS_LAND) & (step >= LEADER)  # beside its circle it is read with that
    open_to = np.flatnonzero(inside & ~covers)
    covers[open_to] = crossed(barred, leaders[open_to])
    costs += ASHORE * abroad + OWNED * taken
    if own.any():  # without a line, a label belongs to the circle that it is next to
        others = to_circles[:, ~own].min(axis=1, initial=np.inf)
        covers |= np.isnan(leaders[:, 0]) & (to_circles[:, own].min(axis=1) + CLEARLY > others)
        costs += CROWDED * np.clip(1 - others / CLOSE, 0, 1)
    free = np.flatnonzero(inside & ~covers & (costs < item.loss))
    free = free[np.argsort(costs[free], kind="stable")][:KEPT]
    nowhere = np.full((1, 4), np.nan)
    return _Trial(
        np.vstack([boxes[free], nowhere]),
        np.vstack([leaders[free], nowhere]),
        np.append(costs[free], item.loss),
        np.append(side[free, 0], 0),
    )


def _annealed(trials: list[_Trial]) -> list[int]:
    """Return the candidate of each item in the cheapest arrangement that was found."""
    starts = np.cumsum([0, *(len(trial.costs) for trial in trials)])
    slices = [slice(start, end) for start, end in pairwise(starts)]
    costs = np.concatenate([np.empty(0), *(trial.costs for trial in trials)])
    covers = _coverings(trials, slices)
    best, least = [len(trial.costs) - 1 for trial in trials], np.inf
    for seed in range(RUNS):
        chance = np.random.RandomState(seed)
        chosen = np.array([s.start + int(np.argmin(costs[s])) for s in slices], int)
        clashes = covers[chosen].sum(axis=0, dtype=int)
        for heat in np.append(np.geomspace(*HEAT, SWEEPS), [0, 0, 0]):
            for n in chance.permutation(len(trials)):
                s = slices[n]
                clashes -= covers[chosen[n]]
                luck = heat * chance.gumbel(size=s.stop - s.start)
                chosen[n] = s.start + int(np.argmin(costs[s] + COLLISION * clashes[s] + luck))
                clashes += covers[chosen[n]]
        for n, s in enumerate(slices):  # what covers something still is left out
            if clashes[chosen[n]]:
                clashes -= covers[chosen[n]]
                chosen[n] = s.stop - 1
        if costs[chosen].sum() < least - 1e-9:
            best = [int(k - s.start) for k, s in zip(chosen, slices, strict=True)]
            least = costs[chosen].sum()
    return best


def _coverings(trials: list[_Trial], slices: list[slice]) -> npt.NDArray[np.int8]:
    """Return which candidates cover each other, all × all; those of one item do not count."""
    found = np.zeros((slices[-1].stop if slices else 0,) * 2, np.int8)
    for n, own in enumerate(trials):
        for m, other in enumerate(trials[:n]):
            if (own.reach[:2] < other.reach[2:]).all() and (other.reach[:2] < own.reach[2:]).all():
                covers = _boxes_on_boxes(own.boxes, other.boxes)
                covers |= _lines_on_lines(own.leaders, other.leaders)
                covers |= _lines_on_boxes(own.leaders, other.boxes)
                covers |= _lines_on_boxes(other.leaders, own.boxes).T
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
    across = (left < other_right + WORD_GAP) & (other_left < right + WORD_GAP)
    covers: Flags = across & (bottom < other_top + CLEARANCE) & (other_bottom < top + CLEARANCE)
    return covers


def _lines_on_boxes(lines: Inches, boxes: Inches) -> Flags:
    enters, leaves = np.zeros((len(lines), len(boxes))), np.ones((len(lines), len(boxes)))
    for axis in (0, 1):
        start, way = lines[:, [axis]], lines[:, [axis + 2]] - lines[:, [axis]] + 1e-12
        first = (boxes[:, axis] - LOOSE / 2 - start) / way
        second = (boxes[:, axis + 2] + LOOSE / 2 - start) / way
        enters = np.maximum(enters, np.minimum(first, second))
        leaves = np.minimum(leaves, np.maximum(first, second))
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

    lines, others = _longer(lines), _longer(others)
    a, b = lines.T[:2, :, None], lines.T[2:, :, None]
    c, d = others.T[:2, None], others.T[2:, None]
    drawn = ~np.isnan(lines[:, [0]]) & ~np.isnan(others[:, 0])
    covers: Flags = drawn & (side(a, b, c) != side(a, b, d)) & (side(c, d, a) != side(c, d, b))
    return covers


def _longer(lines: Inches) -> Inches:
    """Return lines that reach on at both ends: two that all but meet are read as one."""
    way = lines[:, 2:] - lines[:, :2]
    more = way / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-12) * 2 * LOOSE
    return np.hstack([lines[:, :2] - more, lines[:, 2:] + more])
