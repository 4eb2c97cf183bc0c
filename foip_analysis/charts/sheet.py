"""The sheet that every chart is drawn on: its words, axes placed in inches, lines of text on their
baselines.

matplotlib centres a text by its ink, which would set "Equipment" higher than "Infrastructure"
beside it. Here each line is written by itself, on a baseline that follows from the font size
alone. All text is measured first and the axes get what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, Unpack

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.style import EDGE, HEIGHT, SIZE, WIDTH
from foip_analysis.tables import caption
from foip_analysis.tables.findings import surely
from foip_analysis.tables.grid import Mask, Values
from foip_analysis.words.catalogue import languages, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
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

AIR, TIGHT = (0.35, 0.2), (0.25, 0.12)  # inches over and under what is drawn; where it is full
POINT = 1 / 72  # inches
LINE = 1.45  # height of a line that stands alone, in font sizes
RISE = 1.05  # from the top of a line to its baseline, in font sizes
PITCH = 1.2  # from baseline to baseline, in font sizes
# From the baseline to the middle of a capital or of a Japanese character, in font sizes.
MIDDLE = 0.37
DEPTH = 0.25  # from the baseline to the foot of a g, in font sizes
ROW = SIZE["label"] * 1.28 * POINT  # inches that a row of one line needs at least
# Inches that row labels may be wide: the second where the first makes more than two lines.
LABEL = (3.4, 5.0)
OUTLINE = 1.5  # points around a bar, which are seen where it is not filled
GAP = 0.12  # inches between a label and its mark
INSIDE = re.compile(r"[(（][^)）]*$")  # of brackets that are not closed yet
EASE = 1.1  # times what rows need: with less, a longer subtitle would squeeze them
STOPS = r"(?<=\.) (?=\S)|(?<=。)(?=.)"  # between two sentences
PAUSES = r"[：、。](?=.)|[:;,] "  # where a title goes on in a second line, whatever its language
SHORT = 0.5  # of the longer line: a shorter first one is a torn list, no pause
TORN = "[゠-ヿ]\n[゠-ヿ]"  # a word of katakana over two lines
ADVICE = "Choose with codes= or top=, or swap rows and columns."
# Inches that column heads may be high where they run upwards: the first that fits.
HEAD = (1.4, 2.6, 4.0, 6.0)


def sheet(
    table: pd.DataFrame,
    title: str | None,
    call: str,
    *,
    rows: int,
    row: float,
    extra: float = 0,
    subtitle: str | None = None,
    computed: Mapping[str, str | None] | None = None,
    stated: dict[str, int] | None = None,
    keys: Sequence[KeyLine] = (),
) -> tuple[Figure, Place]:
    """Return a figure with a table's title, subtitle, foot and ``keys``, and what is left: left,
    bottom, width, height in inches.

    ``title`` and ``subtitle`` are a user's own; ``computed`` are those of a chart that does not
    take the table's. ``stated`` is how many of each row are stated, where that is drawn too. It is
    as high as a slide, or higher if ``rows`` rows of ``row`` inches and ``extra`` inches need it.
    """
    both = {"title": title, "subtitle": subtitle}
    own = {name: text for name, text in both.items() if text is not None}
    call += "".join(f", {name}={text!r}" for name, text in own.items())
    given = {name: text for name, text in (computed or {}).items() if text} | own
    headline = given["title"] if "title" in given else caption.finding(table)
    subtitle = given["subtitle"] if "subtitle" in given else caption.subtitle(table, headline)
    key = sum(height for _, height in keys) + GAP if keys else 0
    needs = extra + key + rows * row
    words = {
        "title": headline,
        "subtitle": subtitle,
        "foot": caption.foot(table, f"{headline} {subtitle}"),
    }
    figure, area = page(words, needs)
    tells = "title" not in given and "subtitle" not in own and not stated
    told = surely(subtitle, table) if tells else subtitle
    if told != subtitle:
        drawn, more = told, told.removeprefix(subtitle)
        alone, together = (style.text_width(each, SIZE["subtitle"]) for each in (subtitle, told))
        if alone <= WIDTH - 2 * EDGE < together:
            drawn = f"{subtitle}{more[0]}\n{more[1:].lstrip()}"
        larger, less = page(words | {"subtitle": drawn}, needs)
        if less[3] >= min(area[3], EASE * needs):  # else one more line would squeeze them
            figure, area, words = larger, less, words | {"subtitle": told}
    write_keys(figure, area, keys)
    figure.foip = {  # type: ignore[attr-defined]  # matplotlib has no such
        "table": table,
        **words,
        "call": f"{call})",
        **({"stated": stated} if stated else {}),
    }
    left, bottom, wide, high = area
    return figure, (left, bottom, wide, high - key)


def page(words: dict[str, str], needs: float) -> tuple[Figure, Place]:
    """Return a figure with a title, a subtitle and a foot, as high as a slide or as ``needs``
    inches between them ask for.
    """
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    title, subtitle = words["title"], words["subtitle"]
    wide = WIDTH - 2 * EDGE
    size: float = SIZE["title"]
    heavier: dict[str, Any] = {"color": style.colour("ink"), "label": "head", **style.semibold()}
    lighter = {"color": style.colour("soft"), "label": "head"}
    smaller = style.wrap(subtitle, wide, SIZE["subtitle"], breaking=True)
    heads: list[tuple[str, float, dict[str, Any]]] = [
        (title_lines(title, wide, size), size, heavier),
        (smaller, SIZE["subtitle"], lighter),
    ]
    below = style.wrap(words["foot"], wide, SIZE["foot"], breaking=True)
    heights = [block_height(text, size) for text, size, _ in heads]
    foot_height = block_height(below, SIZE["foot"])
    used = EDGE * 1.4 + sum(heights) + foot_height
    over, under = AIR if used + sum(AIR) + needs <= HEIGHT else TIGHT
    used += over + under
    figure = plt.figure(figsize=(WIDTH, round(max(HEIGHT, used + needs) + 0.005, 2)))
    plt.close(figure)
    y = figure.get_size_inches()[1] - EDGE * 0.8
    for (text, size, look), height in zip(heads, heights, strict=True):
        paragraph(figure, EDGE, y, text, size, **look)
        y -= height
    bottom = EDGE * 0.6
    quiet, top = style.colour("soft"), bottom + foot_height
    paragraph(figure, EDGE, top, below, SIZE["foot"], color=quiet, label="foot")
    # What crops to content keeps the whole slide.
    figure.add_artist(Rectangle((0, 0), 1, 1, color=style.colour("paper"), zorder=-9))
    bottom += foot_height + under
    return figure, (EDGE, bottom, wide, y - over - bottom)


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
    for pauses in dict.fromkeys([STOPS, PAUSES, *verbs]):
        parted = [
            f"{title[: pause.end()].rstrip()}\n{title[pause.end() :]}"
            for pause in re.finditer(pauses, title)
            if not INSIDE.search(title[: pause.end()])
        ]
        fitting = [
            (wide, text)
            for text in parted
            if (wide := style.text_width(text, size, bold=True)) <= width
            and style.text_width(text.split("\n")[0], size, bold=True) > SHORT * wide
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


def axes_at(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Return bare axes at a place in inches: no ticks, no frame but the line at the left."""
    wide, tall = figure.get_size_inches()
    axes = figure.add_axes((left / wide, bottom / tall, width / wide, height / tall))
    axes.set_xticks([])
    axes.set_yticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    return axes


def shaded(
    figure: Figure, place: Place, values: Values, colours: Colormap, low: float, high: float
) -> Axes:
    """Add axes with shaded cells at a place in inches, the first row on top; cells that are not a
    number are empty.
    """
    axes = axes_at(figure, *place)
    axes.spines["left"].set_visible(False)
    axes.set_facecolor(style.colour("empty"))
    paper = style.colour("paper")
    axes.pcolormesh(
        np.ma.masked_invalid(values),
        cmap=colours,
        vmin=low,
        vmax=high,
        edgecolors=paper,
        linewidth=1.5,
        label="cells",
    )
    axes.set_ylim(len(values), 0)
    return axes


def frame_cells(axes: Axes, cells: Mask, *, within: float = 0) -> None:
    """Draw a line around shaded cells, so far within each."""
    from matplotlib.patches import Rectangle

    look: dict[str, Any] = {"fill": False, "edgecolor": style.colour("ink"), "linewidth": 2}
    side = 1 - 2 * within
    for y, x in np.argwhere(cells):
        axes.add_patch(Rectangle((x + within, y + within), side, side, clip_on=False, **look))


def filled_bars(
    axes: Axes, lengths: Sequence[float], colours: list[str], filled: Sequence[float] | None
) -> None:
    """Draw outlined bars from the left, filled to their ends or as far as is stated."""
    look: dict[str, Any] = {"height": 0.72, "edgecolor": colours, "linewidth": OUTLINE}
    if filled is not None:
        axes.barh(range(len(lengths)), lengths, color=style.colour("paper"), **look)
    axes.barh(range(len(lengths)), lengths if filled is None else filled, color=colours, **look)


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
    torn = any(re.search(TORN, head) for head in heads)
    if widest(heads) <= cell - 0.04 and max(h.count("\n") for h in heads) <= 2 and not torn:
        return heads, True
    labels = [str(label).replace("\n（", "（").replace("\n", " ") for label in labels]
    for width in HEAD:
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


def named(
    axes: Axes, *, rows: Iterable[str] = (), columns: Iterable[str] = (), first: float = 0
) -> None:
    """Give axes their labels as ticks too, which are not seen: what reads figures finds them.

    ``first`` is the middle of the first.
    """
    for axis, labels in ((axes.yaxis, list(rows)), (axes.xaxis, list(columns))):
        if labels:
            plain = [" ".join(label.split("\n")) for label in labels]
            axis.set_ticks([first + n for n in range(len(plain))], labels=plain)
            axis.set_tick_params(length=0)
            for label in axis.get_ticklabels():
                label.set_alpha(0)


def bar_axes(figure: Figure, area: Place, labels: list[str]) -> tuple[Axes, float]:
    """Add axes for horizontal bars with their labels; return them and their width in inches."""
    left = widest(labels) + GAP
    height = min(area[3], len(labels) * max(1.6, row_height(labels)))
    axes = axes_at(figure, area[0] + left, area[1] + area[3] - height, area[2] - left, height)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    for y, label in enumerate(labels):
        write(axes, label, (0, y), shift=-GAP * 72, ha="right")
    named(axes, rows=labels)
    return axes, area[2] - left


def scale(axes: Axes, longest: float, room: float, for_text: float) -> float:
    """Set the x axis so that the longest bar leaves room for its number; return inches a unit."""
    unit = max(room - for_text, 0.2) / (longest or 1)
    axes.set_xlim(0, room / unit)
    return unit


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
