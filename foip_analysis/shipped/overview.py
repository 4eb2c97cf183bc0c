"""The whole document on one page: five small charts, each under its own sentence, for an opening
slide.

Unlike other charts this one takes a dataset, for it has several tables. It counts them with the
table functions and keeps them: ``figure.foip["tables"]`` holds what each panel shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import largest, ramp, shades
from foip_analysis.charts.heatmap import write_numbers
from foip_analysis.charts.sheet import (
    GAP,
    PITCH,
    POINT,
    axes_at,
    block_height,
    column_heads,
    heads_height,
    page,
    paragraph,
    row_height,
    shaded,
    widest,
    wrapped,
    write,
    write_head,
)
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.dataset import codebook as book
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.tables.competing import stacked
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.grid import grid_of
from foip_analysis.tables.notes import in_brackets
from foip_analysis.words.catalogue import check_language, listed, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.tables.question import Language

Place = tuple[float, float, float, float]  # left, bottom, width, height in inches

LISTS = [["priority", "tool"], ["place", "partner"]]  # two columns of bars
GRID = ("tool_family", "region")  # and one heat map
LEADS = ("priority", "tool", "region")  # whose leaders make the headline
MOST = {
    "priority": 7,
    "tool": 7,
    "place": 5,
    "partner": 5,
}  # rows of a panel, fewer where a tie would be cut
TIED = 2  # so many leaders are named
SPLIT = (3.75, 3.4, 4.5)  # inches that the columns are wide
BETWEEN = 0.34  # inches between columns, and at least between panels
LABEL = 2.4  # inches that a label may be wide
MORE = 0.12  # inches that a row may be higher than it must
SENTENCE = 15  # points


def plot_overview(dataset: Dataset, *, lang: Language = "en", title: str | None = None) -> Figure:
    """Draw the whole document on one page: priorities, tools, places, partners, and tool families
    by region.

    Parameters
    ----------
    lang
        ``"en"`` or ``"ja"``.
    title
        Instead of the computed headline.

    Returns
    -------
    matplotlib.figure.Figure
        Five panels; ``figure.foip["tables"]`` holds their tables by name.

    Raises
    ------
    ValueError
        If the codebook lacks one of the dimensions shown.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot_overview(foip.load())
    >>> figure.foip["title"]
    '62 initiatives: Economic foundations (28), Infrastructure (20) and Southeast Asia (32) lead'
    >>> list(figure.foip["tables"])
    ['priority', 'tool', 'place', 'partner', 'tool_family by region']
    """
    check_language(lang)
    needed = dict.fromkeys([*(d for column in LISTS for d in column), *GRID, *LEADS])
    lacking = [
        dimension for dimension in needed if dimension not in book.dimensions(dataset.codebook)
    ]
    if lang is None or lacking:
        fault = (
            f"The codebook has no dimension {', '.join(lacking)}"
            if lacking
            else "An overview needs words: lang is 'en' or 'ja'"
        )
        raise ValueError(f"{fault}. Draw single tables with plot_bars and plot_heatmap.")
    lists = {
        dimension: _leading(dataset, dimension, lang) for column in LISTS for dimension in column
    }
    grid = cross_tab(dataset, *GRID, lang=lang)
    with style.applied():
        panel_heads = [
            [_head(lists[d], SPLIT[k]) for d in column] for k, column in enumerate(LISTS)
        ]
        labels = [
            [[wrapped(label, LABEL) for label in lists[d].index] for d in column]
            for column in LISTS
        ]
        least = [
            [len(some) * row_height(some) if some else 0 for some in column] for column in labels
        ]
        heights = [
            sum(map(_height, panel_heads[k])) + sum(least[k]) + BETWEEN for k in range(len(LISTS))
        ]
        grid_height = _measure(grid)[-1] + len(grid) * row_height(_measure(grid)[0])
        figure, area = _page(dataset, lists, grid, lang, title, max(*heights, grid_height))
        more = min(
            (area[3] - heights[k]) / (sum(map(len, labels[k])) or 1) for k in range(len(LISTS))
        )  # for each row, alike in all
        more = min(more, MORE)
        for k, column in enumerate(LISTS):
            left, y = area[0] + sum(SPLIT[:k]) + k * BETWEEN, area[1] + area[3]
            for dimension, head, some, high in zip(
                column, panel_heads[k], labels[k], least[k], strict=True
            ):
                _write(figure, left, y, head)
                high += more * len(some)
                y -= _height(head) + high
                if some:
                    _bars(
                        figure,
                        (left, y, SPLIT[k], high),
                        lists[dimension],
                        some,
                        widest([t for s in labels[k] for t in s]),
                    )
                y -= BETWEEN
        _cells(figure, (WIDTH - EDGE - SPLIT[2], area[1], SPLIT[2], area[3]), grid)
    return figure


def _measure(table: pd.DataFrame) -> tuple[list[str], list[str], bool, tuple[str, str], float]:
    """Return the heat map's labels, its heads and whether they stand upright, the panel's head,
    and the inches above its cells.
    """
    labels = [wrapped(label, LABEL) for label in table.index]
    cell = (SPLIT[2] - widest(labels) - GAP) / table.shape[1]
    heads, upright = column_heads(
        table.columns,
        cell,
        widest([findings.shown(table, value) for value in table.to_numpy().ravel()]),
    )
    head = _head(table, SPLIT[2])
    return labels, heads, upright, head, _height(head) + heads_height(heads, upright)


def _cells(figure: Figure, area: Place, table: pd.DataFrame) -> None:
    labels, heads, upright, head, above = _measure(table)
    _write(figure, area[0], area[1] + area[3], head)
    row, left = (
        min((area[3] - above) / len(table), max(0.55, row_height(labels))),
        widest(labels) + GAP,
    )
    place = (
        area[0] + left,
        area[1] + area[3] - above - row * len(table),
        area[2] - left,
        row * len(table),
    )
    values = table.to_numpy(float)
    most = largest(values) or 1
    axes = shaded(figure, place, np.where(values == 0, np.nan, values), ramp(), 0, most)
    axes.set_label(" by ".join(GRID))
    for x, label in enumerate(heads):
        write_head(axes, x + 0.5, label, upright=upright)
    for y, label in enumerate(labels):
        write(axes, label, (0, y + 0.5), shift=-GAP * 72, ha="right")
    write_numbers(axes, grid_of(table))


def _leading(dataset: Dataset, dimension: str, lang: str) -> pd.DataFrame:
    """Return a count's largest rows: as many as may be without cutting through a tie, unless that
    leaves under three.

    Codes that no initiative has are left out.
    """
    table = count(dataset, dimension, order="size", lang=lang, codes="present")
    values, most = table.iloc[:, 0].to_numpy(), min(MOST[dimension], len(table))
    whole = [n for n in range(1, most + 1) if n == len(values) or values[n] < values[n - 1]]
    return table.iloc[: whole[-1] if whole and whole[-1] >= min(3, most) else most]


def sentence(table: pd.DataFrame) -> tuple[str, str]:
    """Return what a panel shows, and its finding: what leads, and of how many initiatives."""
    itself = about(table)
    cells, cross = stacked(findings.plotted(table)), say("chart-cross", itself.lang)
    shows = cross.join(itself.dimension_labels[d] for d in (itself.rows, itself.columns) if d)
    most = cells.max() if len(cells) else 0
    leaders = (
        [cross.join(key if itself.columns else key[:1]) for key in cells.index[cells == most]]
        if most
        else []
    )
    kind = ["nothing", "one", "two", "more"][min(len(leaders), 3)]
    number = findings.shown(table, most)
    first, second = [*leaders, "", ""][:2]
    return shows, say(
        f"overview-{kind}",
        itself.lang,
        first=first,
        second=second,
        number=number,
        base=f"{itself.base:g}",
        count=len(leaders),
        more=len(leaders) - 1,
    )


def _head(table: pd.DataFrame, width: float) -> tuple[str, str]:
    """Return both lines of a panel's head, broken to its width."""
    shows, told = sentence(table)
    return wrapped(shows, width), style.balanced(told, width, SENTENCE, bold=True)


def _write(figure: Figure, x: float, top: float, head: tuple[str, str]) -> None:
    paragraph(figure, x, top, head[0], SIZE["label"], color=style.colour("soft"))
    paragraph(
        figure,
        x,
        top - PITCH * (head[0].count("\n") + 1) * SIZE["label"] * POINT,
        head[1],
        SENTENCE,
        fontweight="bold",
    )


def _height(head: tuple[str, str]) -> float:
    return (
        PITCH * (head[0].count("\n") + 1) * SIZE["label"] * POINT
        + block_height(head[1], SENTENCE)
        + 0.06
    )


def _bars(
    figure: Figure, place: Place, table: pd.DataFrame, labels: list[str], left: float
) -> None:
    values = table.iloc[:, 0].to_numpy(float)
    axes = axes_at(figure, place[0] + left + GAP, place[1], place[2] - left - GAP, place[3])
    axes.set_label(about(table).rows)
    axes.barh(range(len(values)), values, height=0.72, color=shades(table, grid_of(table)))
    axes.set_ylim(len(values) - 0.5, -0.5)
    room = place[2] - left - GAP
    axes.set_xlim(
        0,
        (largest(values) or 1)
        * room
        / max(room - widest([findings.shown(table, largest(values))]) - GAP, 0.2),
    )
    for y, (label, value) in enumerate(zip(labels, values, strict=True)):
        write(axes, label, (0, y), shift=-GAP * 72, ha="right")
        write(axes, findings.shown(table, value), (value, y), shift=5)


def _page(
    dataset: Dataset,
    lists: dict[str, pd.DataFrame],
    grid: pd.DataFrame,
    lang: str,
    title: str | None,
    needs: float,
) -> tuple[Figure, Place]:
    """Return the page with its words, and the area for the panels; the figure keeps its tables."""
    itself, note = about(grid), say("overview-note", lang)
    leaders = [_leader(count(dataset, dimension, lang=lang)) for dimension in LEADS]
    named = listed([leader for leader in leaders if leader], lang, "leaders")
    headline = "overview-title" if named else "overview-title-alone"
    selection = in_brackets(itself.selection, lang)
    call = "plot_overview(dataset" + (f", lang={lang!r}" if lang != "en" else "")
    words = {
        "title": say(headline, lang, total=itself.total, leaders=named) if title is None else title,
        "subtitle": say("overview-subtitle", lang, selection=selection),
        "foot": say("overview-between", lang).join(filter(None, (itself.source, note))),
    }
    tables = lists | {" by ".join(GRID): grid}
    figure, area = page(words, needs)
    heads = [sentence(table) for table in tables.values()]
    panels = [say("overview-panel", lang, shown=shown, told=told) for shown, told in heads]
    alt = say("sentence-stop", lang).join([words["title"], words["subtitle"], *panels])
    told = {"alt": alt, "note": note, "source": itself.source, "language": lang}
    figure.foip = {  # type: ignore[attr-defined]  # matplotlib has no such
        "tables": tables,
        **words,
        **told,
        "call": call + ("" if title is None else f", title={title!r}") + ")",
    }
    return figure, area


def _leader(table: pd.DataFrame) -> str:
    """Return the most frequent code of a dimension with its number; nothing if it does not lead
    alone or with one other.
    """
    values = table.iloc[:, 0]
    if not len(values) or not values.max():
        return ""
    names, lang = list(values[values == values.max()].index), about(table).lang
    if len(names) > TIED:
        return ""
    labels = say("overview-tied", lang).join(names)
    return say("overview-leader", lang, labels=labels, number=findings.shown(table, values.max()))
