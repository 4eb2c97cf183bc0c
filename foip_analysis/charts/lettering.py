"""Lines of text on a chart: how wide and high they are, where they break, how they are written.

matplotlib centres a text by its ink, which would set "Equipment" higher than "Infrastructure"
beside it. Here each line is written by itself, on a baseline that follows from the font size alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, Unpack

from foip_analysis.charts import style
from foip_analysis.charts.style import SIZE
from foip_analysis.words.catalogue import languages, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


Place: TypeAlias = tuple[float, float, float, float]  # left, bottom, width, height in inches


class Written(TypedDict, total=False):
    """How a text is written, where it is not as all others are."""

    color: str
    fontsize: float
    fontweight: Literal["normal", "bold"]
    fontfamily: list[str]
    ha: Literal["left", "center", "right"]
    label: Literal["head", "foot"]  # of a page, which a slide has of its own


POINT = 1 / 72  # inches
LINE = 1.45  # height of a line that stands alone, in font sizes
PITCH = 1.2  # from baseline to baseline, in font sizes
RISE = 1.05  # from the top of a line to its baseline, in font sizes
# From the baseline to the middle of a capital or of a Japanese character, in font sizes.
MIDDLE = 0.37
DEPTH = 0.25  # from the baseline to the foot of a g, in font sizes
ROW = SIZE["label"] * 1.28 * POINT  # inches that a row of one line needs at least
GAP = 0.12  # inches between a label and its mark
# Inches that row labels may be wide: the second where the first makes more than two lines.
LABEL = (3.4, 5.0)
INSIDE = re.compile(r"[(（][^)）]*$")  # of brackets that are not closed yet
STOPS = r"(?<=\.) (?=\S)|(?<=。)(?=.)"  # between two sentences
# Where a title goes on in a second line, whatever its language.
TITLE_PAUSES = r"[：、。](?=.)|[:;,] "
TORN_LINE = 0.5  # of the longer line: a shorter first one is a torn list, no pause
TORN_KATAKANA = "[゠-ヿ]\n[゠-ヿ]"  # a word of katakana over two lines
ADVICE = "Choose with codes= or top=, or swap rows and columns."
# Inches that column heads may be high where they run upwards: the first that fits.
HEAD_HIGH = (1.4, 2.6, 4.0, 6.0)


def title_lines(title: str, width: float, size: float) -> str:
    """Return a title in as few lines as it takes: two are parted where the sentence pauses (rather
    at a sign than before a verb), if both then fit; others are balanced.

    Examples
    --------
    >>> title_lines("Infrastructure is the most frequent tool: 20 of 62 initiatives", 8, 26)
    'Infrastructure is the most frequent tool:\\n20 of 62 initiatives'
    """
    lines = style.balanced(title, width, size, bold=True)
    if lines.count("\n") != 1:
        return lines
    verbs = [say("title-pause", each) for each in languages()]
    for pauses in dict.fromkeys([STOPS, TITLE_PAUSES, *verbs]):
        parted = [
            f"{title[: pause.end()].rstrip()}\n{title[pause.end() :]}"
            for pause in re.finditer(pauses, title)
            if not INSIDE.search(title[: pause.end()])
        ]
        fitting = [
            (wide, text)
            for text in parted
            if (wide := style.text_width(text, size, bold=True)) <= width
            and style.text_width(text.split("\n")[0], size, bold=True) > TORN_LINE * wide
        ]
        if fitting:
            return min(fitting)[1]
    return lines


def block_height(text: str, size: float) -> float:
    """Return how high a text of one or more lines is, in inches."""
    return (LINE + PITCH * text.count("\n")) * size * POINT


def paragraph(
    figure: Figure, x: float, top: float, text: str, size: float, **look: Unpack[Written]
) -> None:
    """Write a text on the sheet, left-aligned under a place in inches."""
    wide, tall = figure.get_size_inches()
    for n, line in enumerate(text.split("\n")):
        y = top - (RISE + n * PITCH) * size * POINT
        figure.text(x / wide, y / tall, line, va="baseline", fontsize=size, **look)


def write(
    axes: Axes, text: str, at: tuple[float, float], *, shift: float = 0, **look: Unpack[Written]
) -> None:
    """Write a text whose middle is level with a point of the axes, ``shift`` points to its
    right.
    """
    size = look.setdefault("fontsize", SIZE["label"])
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if not line:  # room for what is written another way
            continue
        y = ((len(lines) - 1) / 2 - n) * PITCH * size - MIDDLE * size
        axes.annotate(
            line,
            at,
            (shift, y),
            textcoords="offset points",
            va="baseline",
            annotation_clip=False,
            **look,
        )


def write_head(
    axes: Axes, x: float, text: str, *, upright: bool = True, y: float = 0, **look: Unpack[Written]
) -> None:
    """Write a text above a point of the axes, or upwards from it."""
    size, lines = look.setdefault("fontsize", SIZE["label"]), text.split("\n")
    look.setdefault("ha", "center" if upright else "left")
    for n, line in enumerate(lines):
        place = (0.0, GAP * 36 + (len(lines) - 1 - n) * PITCH * size + DEPTH * size)
        if not upright:
            place = ((n - (len(lines) - 1) / 2) * PITCH * size + MIDDLE * size, GAP * 36)
        axes.annotate(
            line,
            (x, y),
            place,
            textcoords="offset points",
            va="baseline",
            rotation=0 if upright else 90,
            rotation_mode="default" if upright else "anchor",
            annotation_clip=False,
            **look,
        )


def column_heads(
    labels: Iterable[str], cell: float, number: float, *, advice: str = ADVICE
) -> tuple[list[str], bool]:
    """Return heads in lines for columns that are ``cell`` inches wide, and whether they stand
    upright.

    Heads run upwards rather than break a word of katakana over two lines. Columns that do not fit
    are refused with some ``advice``; the widest ``number`` in a cell must fit as well.
    """
    labels = list(labels)
    if cell < max(0.27, number + 0.04):
        raise ValueError(f"{len(labels)} columns do not fit on a slide. {advice}")
    heads = [wrapped(label, cell - 0.08, breaking=cell >= 1.5) for label in labels]
    torn = any(re.search(TORN_KATAKANA, head) for head in heads)
    if widest(heads) <= cell - 0.04 and max(h.count("\n") for h in heads) <= 2 and not torn:
        return heads, True
    labels = [str(label).replace("\n（", "（").replace("\n", " ") for label in labels]
    for width in HEAD_HIGH:
        heads = [wrapped(label, width) for label in labels]
        if max(h.count("\n") + 1 for h in heads) * PITCH * SIZE["label"] * POINT <= cell:
            return heads, False
    longest = max(labels, key=lambda label: widest([str(label)]))
    raise ValueError(
        f"'{longest}' is too long over one of {len(labels)} columns. Swap rows and "
        "columns, or choose fewer with codes=."
    )


def heads_height(heads: list[str], upright: bool) -> float:
    """Return how high the heads of columns are, in inches."""
    return GAP + (
        max(block_height(head, SIZE["label"]) for head in heads) if upright else widest(heads)
    )


def row_labels(labels: Iterable[object]) -> list[str]:
    """Return the labels of rows, broken into lines."""
    labels = list(map(str, labels))
    narrow = [wrapped(label, LABEL[0]) for label in labels]
    if max(text.count("\n") for text in narrow) < 2:
        return narrow
    return [wrapped(label, LABEL[1]) for label in labels]


def row_height(labels: list[str]) -> float:
    """Return the inches that a row needs at least, by the label with most lines."""
    return ROW * max(label.count("\n") + 1 for label in labels)


def widest(texts: list[str], *, bold: bool = False) -> float:
    """Return how wide the widest text is as a label, in inches."""
    return max((style.text_width(text, SIZE["label"], bold=bold) for text in texts), default=0.0)


def wrapped(label: object, width: float, *, bold: bool = False, breaking: bool = True) -> str:
    """Return a label broken into lines of a width in inches."""
    return style.balanced(str(label), width, SIZE["label"], bold=bold, breaking=breaking)
