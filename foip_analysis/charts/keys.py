"""Keys: what colours, outlines and marks of a chart mean, in lines at the top of its area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from foip_analysis.charts import style
from foip_analysis.charts.lettering import (
    MIDDLE,
    POINT,
    RISE,
    Place,
    block_height,
    paragraph,
    widest,
    wrapped,
)
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Marker(TypedDict, total=False):
    """A mark that stands in a key as it does in the chart."""

    marker: str
    markersize: float
    markerfacecolor: str
    markeredgecolor: str
    markeredgewidth: float
    linestyle: Literal["none"]


Look: TypeAlias = str | Marker  # of a key: a colour or a marker
KeyLine: TypeAlias = tuple[list[tuple[str, Look, float]], float]  # keys with widths, and a height


def key_lines(entries: Iterable[tuple[str, Look]]) -> list[KeyLine]:
    """Lay keys (label, colour or look) into lines: for each its keys with their width, and its
    height, in inches.
    """
    lines: list[list[tuple[str, Look, float]]] = [[]]
    used = 0.0
    for label, colour in entries:
        text = wrapped(label, WIDTH - 2 * EDGE - 0.3)
        width = 0.26 + widest([text])
        if used and used + width > WIDTH - 2 * EDGE:
            lines.append([])
            used = 0.0
        lines[-1].append((text, colour, width))
        used += width + 0.32
    return [(line, max(block_height(text, SIZE["label"]) for text, *_ in line)) for line in lines]


def basis_keys(lang: str | None) -> list[KeyLine]:
    """Return keys of what is stated and of what the coder inferred: filled, outlined."""
    filled, outlined = square("ink"), square("paper")
    return key_lines([(say("key-stated", lang), filled), (say("key-inferred", lang), outlined)])


def square(face: Literal["ink", "paper"]) -> Marker:
    """Return a key's square: filled, or outlined."""
    return {
        "marker": "s",
        "markersize": 11,
        "markeredgecolor": style.colour("ink"),
        "markeredgewidth": 2,
        "linestyle": "none",
        "markerfacecolor": style.colour(face),
    }


def hollow(edge: str, width: float) -> Marker:
    """Return a key's square that shows what is framed."""
    return {
        "marker": "s",
        "markersize": 12,
        "markerfacecolor": "none",
        "markeredgecolor": style.colour(edge),
        "markeredgewidth": width,
    }


def write_keys(figure: Figure, area: Place, lines: Sequence[KeyLine]) -> None:
    """Write keys at the top of an area, each with a square of its colour, or a marker with its
    look.
    """
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    wide, tall = figure.get_size_inches()
    y = area[1] + area[3]
    middle = (RISE - MIDDLE) * SIZE["label"] * POINT
    for line, height in lines:
        x = area[0]
        for label, colour, width in line:
            if isinstance(colour, dict):
                figure.add_artist(
                    Line2D(
                        [(x + 0.09) / wide],
                        [(y - middle) / tall],
                        transform=figure.transFigure,
                        **colour,
                    )
                )
            else:
                place = (x / wide, (y - middle - 0.09) / tall)
                figure.add_artist(
                    Rectangle(
                        place, 0.18 / wide, 0.18 / tall, color=colour, transform=figure.transFigure
                    )
                )
            paragraph(figure, x + 0.26, y, label, SIZE["label"])
            x += width + 0.32
        y -= height
