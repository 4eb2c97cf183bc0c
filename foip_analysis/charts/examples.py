"""A few initiatives by name, beside the bar that the title speaks of: a number becomes concrete.

They are the plainest examples, by ``tables/examples.py``, up to three of them. Where there is no
free room for two, the chart goes without.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from foip_analysis.charts import style
from foip_analysis.charts.lettering import (
    LINE,
    PITCH,
    POINT,
    Place,
    block_height,
    paragraph,
    widest,
    wrapped,
)
from foip_analysis.charts.style import SIZE
from foip_analysis.tables.examples import examples
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from foip_analysis.tables.about import About

EXAMPLES = 3  # names
WIDE = 5.4  # inches that names may be wide
EXAMPLES_WIDE = 2.6  # inches that they need
BETWEEN_EXAMPLES = 0.05  # inches between two


def write_examples(
    figure: Figure, itself: About, code: str, label: str, rooms: Iterable[Place]
) -> bool:
    """Write the names of a few initiatives with a code of the rows at the lower right of the first
    room that has place for them: left, bottom, width, height in inches. Return whether one had.

    Without a ``label`` to stand over them they are all that there are, and stand at the left.
    """
    ids, rooms = examples_of(itself, code), list(rooms)
    least = min(2, len(ids)) if label else len(ids)
    for number in range(min(EXAMPLES, len(ids)), max(least, 1) - 1, -1):
        for left, bottom, wide, high in rooms:
            most = min(wide, WIDE) if label else wide
            told = _told(itself, ids[:number], label, most) if wide >= EXAMPLES_WIDE else []
            needs = sum(height for _, height in told)
            if told and needs <= high:
                spare = wide - widest([text for text, _ in told]) if label else 0
                x, top = left + spare, bottom + (needs if label else (high + needs) / 2)
                for n, (text, height) in enumerate(told):
                    look: dict[str, Any] = style.semibold() if label and not n else {}
                    look = look | {"color": style.colour("soft")}
                    paragraph(figure, x, top, text, SIZE["label"], **look)
                    top -= height
                return True
    return False


def _told(itself: About, ids: list[str], label: str, wide: float) -> list[tuple[str, float]]:
    """Return what is written and how high each is."""
    names = [itself.initiatives[i]["name"] for i in ids]
    head = [say("examples", itself.lang, label=label)] if label else []
    texts, close = [wrapped(name, wide) for name in head + names], (LINE - PITCH) * POINT
    size = SIZE["label"]
    return [(text, block_height(text, size) - close * size + BETWEEN_EXAMPLES) for text in texts]


def examples_of(itself: About, code: str) -> list[str]:
    """Return the initiatives with a code of the rows, the plainest examples of it first; none of a
    dataset too large to name them.
    """
    dataset = itself.dataset
    if dataset is None or not itself.initiatives or not itself.rows:
        return []
    found = examples(dataset, {itself.rows: code}, itself.lang)
    return found["initiative_id"].tolist()
