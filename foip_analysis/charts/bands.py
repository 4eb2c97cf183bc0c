"""Where the bars and bands of an alluvial chart stand.

Labels get their room first. The bars then get the height that the fullest stage leaves them, the
same number of inches an initiative everywhere, and bands run through the width that is left.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Literal, NamedTuple

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import ROOM_OF_LAYERS, refuse_large
from foip_analysis.charts.lettering import GAP, row_height, widest, wrapped
from foip_analysis.charts.style import EDGE, WIDTH
from foip_analysis.dataset.codebook import NONE, untaken
from foip_analysis.tables.about import about
from foip_analysis.tables.marks import Mark
from foip_analysis.words.numerals import plain

BAR = 0.12  # inches that a bar is wide
BAND = 1.3  # inches that bands run at least from stage to stage
# Inches from one code's room to the next: at least, at the very least, and at most.
BETWEEN_NODES = (0.1, 0.03, 0.4)
STAGE_TALL = 1.5  # inches that a stage's bars take at least
HUES = 6  # so many first codes keep their own colours; of more, the largest is strong


class Node(NamedTuple):
    """A code at a stage: what is written beside its bars and how many inches that is high, what
    comes to it and leaves it, and the middle of its bars, in inches, once they are placed.
    """

    key: str
    text: str
    room: float
    come: float
    leave: float
    middle: float = 0

    @property
    def size(self) -> float:
        """What the higher of its two bars stands for."""
        return max(self.come, self.leave)

    def slot(self, unit: float) -> float:
        """Return the inches that it takes, for its bars or for its label."""
        return max(self.size * unit, self.room)


class Stage(NamedTuple):
    """A column of codes, and from where it reaches once it is placed: the labels of an inner one
    stand between its two rows of bars.
    """

    head: str
    width: float
    nodes: list[Node]
    left: float = 0

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def size(self) -> float:
        return sum(node.size for node in self.nodes)

    def filled(self, unit: float) -> float:
        """Return the inches that its codes take without what is between them."""
        return sum(node.slot(unit) for node in self.nodes)


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
    """Return the marks of the bars and of the bands; refuse another table, or a part of one."""
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
    nodes, bands = ([m for m in marks if m["part"] == part] for part in ("node", "band"))
    return nodes, bands


def stages_of(
    table: pd.DataFrame, nodes: list[Mark], bands: list[Mark], *, room: float | None = None
) -> list[Stage]:
    """Return the stages, not placed yet; refuse more than fit. A label has ``room`` inches, or as
    many as it has lines.
    """
    heads, labels = about(table).dimension_labels, about(table).more["labels"]
    count, wide = len(heads), WIDTH - 2 * EDGE
    broad = min((wide - BAND * (count - 1)) / count, 3.3) - 2 * (BAR + GAP)
    if broad < 0.9:
        raise ValueError(f"{count} stages do not fit on a slide. Choose fewer dimensions.")
    come, leave = defaultdict[str, float](float), defaultdict[str, float](float)
    for band in bands:
        start, end = ends(band)
        leave[start] += band["value"]
        come[end] += band["value"]
    stages = []
    for n, (dimension, label) in enumerate(heads.items()):
        own = []
        for key, value in ((node["row"], node["value"]) for node in nodes):
            if key.startswith(f"{dimension}:"):
                text = f"{wrapped(labels[key], broad - 0.6)}  {plain(value)}"
                tall = row_height([text]) if room is None else room
                own.append(Node(key, text, tall, come[key], leave[key]))
        head = wrapped(label, broad, bold=True)
        texts = widest([node.text for node in own])
        edge = n in (0, count - 1)
        width = max(texts, widest([head], bold=True) - (BAR if edge else 0)) + GAP + BAR
        stages.append(Stage(head, width if edge else width + GAP + BAR, own))
    return stages


def least_height(stages: list[Stage]) -> float:
    """Return the inches that stages need under their heads."""
    unit = STAGE_TALL / max(stage.size for stage in stages)
    return max(stage.filled(unit) + BETWEEN_NODES[1] * (len(stage.nodes) - 1) for stage in stages)


def placed(stages: list[Stage], width: float, height: float) -> tuple[list[Stage], float]:
    """Place the bars, each label's room apart from the next; return the stages and the inches that
    an initiative takes.
    """
    for least in BETWEEN_NODES[:2]:  # closer only where the bars would get too low
        unit = min(_unit(stage, height, least) for stage in stages)
        if unit * max(stage.size for stage in stages) >= STAGE_TALL:
            break
    gap = (width - sum(stage.width for stage in stages)) / (len(stages) - 1)
    found, left = [], 0.0
    for stage in stages:
        free = height - stage.filled(unit)
        between = min(free / max(len(stage.nodes) - 1, 1), max(BETWEEN_NODES))
        top = height - (free - between * (len(stage.nodes) - 1)) / 2
        nodes = []
        for node in stage.nodes:
            slot = node.slot(unit)
            nodes.append(node._replace(middle=top - slot / 2))
            top -= slot + between
        found.append(stage._replace(left=left, nodes=nodes))
        left += stage.width + gap
    return found, unit


def _unit(stage: Stage, height: float, least: float) -> float:
    """Return the most inches that an initiative may take for the bars and labels of a stage to fit
    under each other.
    """
    free, low = height - least * (len(stage.nodes) - 1), 0.0
    high = height / max(node.size for node in stage.nodes)
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if stage.filled(middle) <= free else (low, middle)
    return low


def ends(band: Mark) -> tuple[str, str]:
    """Return the codes that a band leaves and that it comes to."""
    assert band["column"] is not None
    return band["row"], band["column"]


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
    top = {key: node.middle + getattr(node, side) * unit / 2 for key, (_, node, _) in at.items()}
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
    if len(first.nodes) > HUES or not all(node.key in own for node in first.nodes):
        best = max(node.leave for node in first.nodes)
        own = {
            node.key: style.colour("strong" if node.leave == best else "quiet")
            for node in first.nodes
        }
    return own | {None: style.colour("quiet")}
