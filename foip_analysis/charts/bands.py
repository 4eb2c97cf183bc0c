"""Where the bars and bands of an alluvial chart stand.

Labels get their room first. The bars then get the height that the fullest stage leaves them, the
same number of inches an initiative everywhere, and bands run through the width that is left.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import ROOM_OF_LAYERS, refuse_large
from foip_analysis.charts.sheet import GAP, widest, wrapped
from foip_analysis.charts.style import EDGE, WIDTH
from foip_analysis.dataset.codebook import NONE, untaken
from foip_analysis.tables.about import about
from foip_analysis.tables.marks import Mark
from foip_analysis.words.numerals import plain

BAR = 0.12  # inches that a bar is wide
BAND = 1.3  # inches that bands run at least from stage to stage
APART = (
    0.1,
    0.03,
    0.4,
)  # inches from one code's room to the next: at least, at the very least, and at most
TALL = 1.5  # inches that a stage's bars take at least
HUES = 6  # so many first codes keep their own colours; of more, the largest is strong


# a stage: its head, its width and its codes (key, text)
Column: TypeAlias = tuple[str, float, list[tuple[str, str]]]


class Node(NamedTuple):
    """A code at a stage: what is written beside its bars, and how high these are and where, in
    inches.
    """

    key: str
    text: str
    middle: float
    come: float  # height of what comes to it
    leave: float  # height of what leaves it


class Stage(NamedTuple):
    """A column of codes, from where to where it reaches: the labels of an inner one stand between
    its two rows of bars.
    """

    head: str
    left: float
    right: float
    nodes: list[Node]


class Band(NamedTuple):
    """A stream between two bars: its mark and colour, how thick it is, and the middle of its two
    ends, in inches.
    """

    mark: Mark
    colour: str
    strong: bool  # part of the way that the title names
    thick: float
    start: tuple[float, float]
    end: tuple[float, float]


def flow_marks(table: pd.DataFrame) -> tuple[list[Mark], list[Mark]]:
    """Return the marks of the bars and of the bands; refuse another table, or one that was
    changed.
    """
    refuse_large(table, rows=ROOM_OF_LAYERS)
    if about(table).kind != "flows":
        raise ValueError(
            "This is no table of flows. Make one with flows(dataset, 'priority', "
            "'tool_family', 'region')."
        )
    if len(table) != about(table).more["size"]:
        raise ValueError(
            "Rows were taken out of this table of flows. Choose initiatives with "
            "dataset.where() before flows()."
        )
    if table.empty:
        raise ValueError(
            "The table has no flows to draw: no initiative has a code at every stage. Pass "
            "none=True, or other dimensions."
        )
    marks: list[Mark] = about(table).more["marks"]
    if abs(
        table["value"].sum() - sum(mark["value"] for mark in marks if mark["part"] == "band")
    ) > 1e-6 * len(marks):
        raise ValueError(
            "Values of this table of flows were changed. Draw it as it came from flows()."
        )
    return [mark for mark in marks if mark["part"] == "node"], [
        mark for mark in marks if mark["part"] == "band"
    ]


def columns_of(table: pd.DataFrame, nodes: list[Mark]) -> list[Column]:
    """Return for each stage its head, its width and its codes (key, text); refuse more stages than
    fit.
    """
    heads = about(table).dimension_labels
    count, wide = len(heads), WIDTH - 2 * EDGE
    room = min((wide - BAND * (count - 1)) / count, 3.3) - 2 * (BAR + GAP)
    if room < 0.9:
        raise ValueError(f"{count} stages do not fit on a slide. Choose fewer dimensions.")
    columns = []
    for n, (dimension, label) in enumerate(heads.items()):
        own = [node for node in nodes if node["row"].startswith(f"{dimension}:")]
        labels = about(table).more["labels"]
        texts = [
            f"{wrapped(labels[node['row']], room - 0.6)}  {plain(node['value'])}" for node in own
        ]
        head = wrapped(label, room, bold=True)
        edge = n in (0, count - 1)
        width = max(widest(texts), widest([head], bold=True) - (BAR if edge else 0)) + GAP + BAR
        columns.append(
            (
                head,
                width if edge else width + GAP + BAR,
                list(zip([node["row"] for node in own], texts, strict=True)),
            )
        )
    return columns


def place_stages(
    columns: list[Column], rooms: list[list[float]], bands: list[Mark], width: float, height: float
) -> tuple[list[Stage], float]:
    """Place the bars, each label's room apart from the next; return the stages and the inches that
    an initiative takes.
    """
    come, leave, sizes = *_totals(bands), sizes_of(columns, bands)
    for least in APART[:2]:  # closer only where the bars would get too low
        unit = min(
            _unit(size, room, height, least) for size, room in zip(sizes, rooms, strict=True)
        )
        if unit * max(map(sum, sizes)) >= TALL:
            break
    gap = (width - sum(wide for _, wide, _ in columns)) / (len(columns) - 1)
    stages, left = [], 0.0
    for (head, wide, column), size, room in zip(columns, sizes, rooms, strict=True):
        slots = slots_of(size, room, unit)
        free = height - sum(slots)
        between = min(free / max(len(slots) - 1, 1), max(APART))
        top = height - (free - between * (len(slots) - 1)) / 2
        nodes = []
        for (key, text), slot in zip(column, slots, strict=True):
            nodes.append(
                Node(key, text, top - slot / 2, come.get(key, 0) * unit, leave.get(key, 0) * unit)
            )
            top -= slot + between
        stages.append(Stage(head, left, left + wide, nodes))
        left += wide + gap
    return stages, unit


def ends(band: Mark) -> tuple[str, str]:
    """Return the codes that a band leaves and that it comes to."""
    assert band["column"] is not None
    return band["row"], band["column"]


def _totals(bands: list[Mark]) -> tuple[dict[str, float], dict[str, float]]:
    """Return what comes to each code, and what leaves it."""
    come: dict[str, float] = {}
    leave: dict[str, float] = {}
    for band in bands:
        start, end = ends(band)
        leave[start] = leave.get(start, 0) + band["value"]
        come[end] = come.get(end, 0) + band["value"]
    return come, leave


def sizes_of(columns: list[Column], bands: list[Mark]) -> list[list[float]]:
    """Return what the higher of the two bars of each code stands for, by stage."""
    come, leave = _totals(bands)
    return [
        [max(come.get(key, 0), leave.get(key, 0)) for key, _ in column] for *_, column in columns
    ]


def slots_of(sizes: list[float], rooms: list[float], unit: float) -> list[float]:
    """Return the inches that each code of a stage takes: for its bars or for its label."""
    return [max(size * unit, room) for size, room in zip(sizes, rooms, strict=True)]


def _unit(sizes: list[float], rooms: list[float], height: float, least: float) -> float:
    """Return the most inches that an initiative may take for the bars and labels of a stage to fit
    under each other.
    """
    free, low, high = height - least * (len(sizes) - 1), 0.0, height / max(sizes)
    for _ in range(50):
        middle = (low + high) / 2
        fits = sum(slots_of(sizes, rooms, middle)) <= free
        low, high = (middle, high) if fits else (low, middle)
    return low


def place_bands(
    table: pd.DataFrame, stages: list[Stage], bands: list[Mark], unit: float
) -> list[Band]:
    """Place the bands: stacked on both their bars by the first stage's code, then by the code at
    the other end.
    """
    at = {node.key: (n, node, stage) for stage in stages for n, node in enumerate(stage.nodes)}
    left = _stacked(bands, at, unit, [ends(band) for band in bands], "leave")
    right = _stacked(bands, at, unit, [ends(band)[::-1] for band in bands], "come")
    colours = _colours(table, stages[0])
    return [
        Band(
            band,
            colours[band["within"]],
            _spoken(table, band),
            band["value"] * unit,
            (at[ends(band)[0]][2].right, start),
            (at[ends(band)[1]][2].left, end),
        )
        for band, start, end in zip(bands, left, right, strict=True)
    ]


def _stacked(
    bands: list[Mark],
    at: dict[str, tuple[int, Node, Stage]],
    unit: float,
    codes: list[tuple[str, str]],
    side: Literal["leave", "come"],
) -> list[float]:
    """Return the middle of each band on the bar at its one end, ``codes`` of which are its own and
    the other end's.
    """
    top = {key: node.middle + getattr(node, side) / 2 for key, (_, node, _) in at.items()}
    found = [0.0] * len(bands)
    order = [
        (at[band["within"] or own][0], at[other][0], n)
        for n, (band, (own, other)) in enumerate(zip(bands, codes, strict=True))
    ]
    for _, _, n in sorted(order):
        thick = bands[n]["value"] * unit
        found[n] = top[codes[n][0]] - thick / 2
        top[codes[n][0]] -= thick
    return found


def _spoken(table: pd.DataFrame, band: Mark) -> bool:
    """Whether a band is part of a way that the title names."""
    ends = band["row"], band["column"]
    return any(
        ends in pairwise(way) and band["within"] in (None, way[0])
        for way in about(table).more["strong"]
    )


def _colours(table: pd.DataFrame, first: Stage) -> dict[str | None, str]:
    """Return the colour of each code of the first stage: its own, or strong for the largest where
    they are many or have none.
    """
    dimension = about(table).rows
    own = {
        f"{dimension}:{code}": colour
        for code, colour in style.code_colours(about(table), dimension).items()
    }
    for absent in (NONE, untaken(NONE, [NONE])):  # a code of that name keeps its colour
        own.setdefault(f"{dimension}:{absent}", style.colour("quiet"))
    keys = [node.key for node in first.nodes]
    if len(keys) <= HUES and all(key in own for key in keys):
        return own | {None: style.colour("quiet")}
    best = max(node.leave for node in first.nodes)
    return {
        node.key: style.colour("strong" if node.leave == best else "quiet") for node in first.nodes
    } | {None: style.colour("quiet")}
