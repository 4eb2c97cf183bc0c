"""Tables of sets → UpSet charts: which codes go together, and how often.

Above stands a bar for each set; under it a column of dots says which codes are in the set. Beside
the labels stand the initiatives that have the code at all. Sets that the title speaks of are
strong. (Lex, Gehlenborg, Strobelt, Vuillemot & Pfister 2014, UpSet: Visualization of Intersecting
Sets.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import refuse_large
from foip_analysis.charts.hover import dressed, escaped, told
from foip_analysis.charts.lettering import (
    GAP,
    ROW,
    Written,
    block_height,
    paragraph,
    row_height,
    row_labels,
    widest,
    wrapped,
    write,
    write_head,
)
from foip_analysis.charts.sheet import axes_at, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import about
from foip_analysis.tables.marks import Mark
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from plotly.graph_objects import Figure as Interactive

TOTAL = 1.1  # inches that the longest bar beside the labels takes
SET_BAR = 0.7  # inches that the highest bar takes at least
DOTS_WIDE = 0.2  # inches that a column of dots takes at least
SET_HEADS = {"set": "sets-exactly", "code": "sets-at-all"}


def plot_sets(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw which codes go together as an UpSet chart: bars of the sets, dots of their codes and,
    beside the labels, the initiatives that have each code.

    Parameters
    ----------
    table
        From ``combinations``.

    Raises
    ------
    ValueError
        If the table is no table of sets, has none, or has more than fit; says how many do.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot(foip.combinations(foip.load(), "tool", least=2))
    >>> [int(bar.get_height()) for bar in figure.axes[0].patches]
    [12, 8, 4, 3, 3, 3, 3, 3, 2, 2, 2]
    """
    parts = _parts(table)
    with style.applied():
        lang = about(table).lang
        labels = row_labels(parts.labels)
        numbers = widest([str(total) for total in parts.totals]) + 0.15
        left = widest(labels) + GAP + TOTAL + numbers + GAP
        pitch = min((WIDTH - 2 * EDGE - left) / len(parts.sizes), 0.9)
        needed = max(DOTS_WIDE, widest([str(size) for size in parts.sizes]) + 0.06)
        if pitch < needed:
            fit = int((WIDTH - 2 * EDGE - left) / needed)
            raise ValueError(
                f"{len(parts.sizes)} sets do not fit on a slide; {fit} do. Make the table "
                f"with top={fit}, or with a higher least=."
            )
        heads = {
            part: wrapped(say(name, lang), left - GAP, bold=True)
            for part, name in SET_HEADS.items()
        }
        tall = {part: block_height(head, SIZE["label"]) for part, head in heads.items()}
        least = max(SET_BAR + ROW, ROW / 2 + sum(tall.values()))
        row = row_height(labels)
        figure, area = sheet(
            table,
            title,
            "plot(table",
            rows=len(labels),
            row=row,
            extra=least + GAP,
            subtitle=subtitle,
        )
        row = min(
            (area[3] - least - GAP) / len(labels),
            max(row, min(0.34, (area[3] - 2.4) / len(labels))),
        )
        matrix = row * len(labels)
        top, x = area[1] + area[3], area[0] + left
        low = area[1] + matrix + GAP
        bold: Written = {"fontweight": "bold"}
        beside = x - 2 * GAP - widest([heads["set"]], bold=True)
        paragraph(figure, beside, top - ROW / 2, heads["set"], SIZE["label"], **bold)
        paragraph(figure, area[0], low + tall["code"], heads["code"], SIZE["label"], **bold)
        bars = axes_at(figure, x, low, pitch * len(parts.sizes), top - ROW - low)
        _draw_bars(bars, parts, _colours(table, "quiet"), min(0.72, 0.5 / pitch))
        dots = axes_at(figure, x, area[1], pitch * len(parts.sizes), matrix)
        _draw_dots(dots, parts.inside, _colours(table, "soft"), min(pitch, row))
        totals = axes_at(figure, area[0] + widest(labels) + GAP, area[1], TOTAL, matrix)
        totals.barh(range(len(labels)), parts.lengths, height=0.6, color=style.colour("quiet"))
        totals.set(ylim=(len(labels) - 0.5, -0.5), xlim=(0, max(parts.lengths) or 1))
        for y, (label, total, length) in enumerate(
            zip(labels, parts.totals, parts.lengths, strict=True)
        ):
            write(totals, label, (0, y), shift=-GAP * 72, ha="right")
            ink = style.colour("ink" if length else "soft")
            write(totals, str(total), (length, y), shift=4, color=ink)
    return figure


def explore_sets(table: pd.DataFrame, *, title: str | None = None) -> Interactive:
    """Draw which codes go together as an interactive UpSet chart: bars of the sets, bars of the
    codes, dots and lines. Takes and refuses what ``plot_sets`` does, but more sets, too.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.combinations(foip.load(), "tool", top=3))
    >>> [int(y) for y in figure.data[0].y]
    [12, 8, 4]
    """
    from plotly.subplots import make_subplots

    from foip_analysis.charts.pointed import Pointed

    parts = _parts(table)
    lang, lines = about(table).lang, [escaped(label) for label in parts.labels]
    behind_sets, behind_codes = _hovers(table, parts)
    figure = make_subplots(
        2,
        2,
        column_widths=[0.16, 0.84],
        row_heights=[1, 2],
        shared_xaxes="columns",
        shared_yaxes="rows",
        horizontal_spacing=0.02,
        vertical_spacing=0.02,
        figure=Pointed(),
    )
    usual = {
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "cliponaxis": False,
    }
    figure.add_bar(
        y=parts.heights,
        text=parts.sizes,
        textposition="outside",
        name=say(SET_HEADS["set"], lang),
        hovertext=behind_sets,
        marker={"color": _colours(table, "quiet")},
        row=1,
        col=2,
        **usual,
    )
    figure.add_bar(
        x=parts.lengths,
        y=lines,
        text=parts.totals,
        textposition="outside",
        orientation="h",
        name=say(SET_HEADS["code"], lang),
        hovertext=behind_codes,
        marker={"color": style.colour("quiet")},
        row=2,
        col=1,
        **usual,
    )
    places = np.argwhere(~parts.inside).tolist()
    figure.add_scatter(
        x=[x for x, _ in places],
        y=[lines[y] for _, y in places],
        mode="markers",
        marker={"color": style.colour("line"), "size": 9},
        hoverinfo="skip",
        showlegend=False,
        row=2,
        col=2,
    )
    for x, (has, colour) in enumerate(zip(parts.inside, _colours(table, "soft"), strict=True)):
        ys = [lines[y] for y in np.flatnonzero(has)]
        figure.add_scatter(
            x=[x] * len(ys),
            y=ys,
            hovertext=[behind_sets[x]] * len(ys),
            mode="lines+markers",
            marker={"color": colour, "size": 11},
            line={"color": colour, "width": 2.5},
            row=2,
            col=2,
            **usual,
        )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, row=1)
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=lines,
        range=[len(lines) - 0.5, -0.5],
        showgrid=False,
        row=2,
    )
    figure.update_yaxes(showticklabels=False, row=2, col=2)
    for n, part, across, up in ((2, "set", "right", "top"), (3, "code", "left", "bottom")):
        figure.add_annotation(
            text=f"<b>{say(SET_HEADS[part], lang)}</b>",
            x=0,
            y=1,
            xref=f"x{n} domain",
            yref=f"y{n} domain",
            xanchor=across,
            yanchor=up,
            showarrow=False,
        )
    return dressed(figure, table, title, rows=len(lines) + 6, labels=parts.labels)


class _Parts(NamedTuple):
    """What is drawn; initiatives without a code are a number in a line of their own, without a
    bar.
    """

    sizes: list[int]  # of the sets
    heights: list[int]  # of their bars
    inside: Flags  # sets × lines: whether the line's code is in the set
    labels: list[str]  # of the lines
    totals: list[int]  # initiatives with the line's code
    lengths: list[int]  # of their bars


def _parts(table: pd.DataFrame) -> _Parts:
    """Return what is drawn of a table of sets; refuse another table, or a part of one."""
    refuse_large(table)
    if about(table).kind != "sets":
        raise ValueError(
            "This is no table of sets. Make one with combinations(dataset, dimension)."
        )
    if len(table) != about(table).more["size"] or list(table.index) != about(table).row_labels:
        raise ValueError(
            "Sets were taken out of this table, or renamed. Choose with top= or least=: "
            "the note then counts what is left out."
        )
    if list(table.columns) != about(table).column_labels:
        raise ValueError(
            "Columns of this table were taken out or renamed. Draw it as it came from "
            "combinations()."
        )
    if table.empty:
        raise ValueError(
            "The table has no sets to draw. Lower least=, or choose another dimension."
        )
    sizes, inside = [int(size) for size in table.iloc[:, 0]], table.iloc[:, 1:].to_numpy(bool)
    labels = list(map(str, table.columns[1:]))
    totals = [mark["value"] for mark in about(table).more["marks"] if mark["part"] == "code"]
    if not about(table).row_roles[-1]:
        return _Parts(sizes, sizes, inside, labels, totals, totals)
    last = np.arange(len(table)) == len(table) - 1
    return _Parts(
        sizes,
        [*sizes[:-1], 0],
        np.column_stack([inside, last]),
        [*labels, str(table.index[-1])],
        [*totals, sizes[-1]],
        [*totals, 0],
    )


def _colours(table: pd.DataFrame, other: str) -> list[str]:
    """Return the colour of each set: strong where the title speaks of it."""
    strong = set(about(table).more["strong"])
    return [style.colour("strong" if code in strong else other) for code in about(table).row_codes]


def _draw_bars(axes: Axes, parts: _Parts, colours: list[str], width: float) -> None:
    axes.bar(range(len(parts.sizes)), parts.heights, width=width, color=colours)
    axes.set(xlim=(-0.5, len(parts.sizes) - 0.5), ylim=(0, max(parts.heights) or 1))
    axes.spines["left"].set_visible(False)
    for x, (size, height) in enumerate(zip(parts.sizes, parts.heights, strict=True)):
        write_head(axes, x, str(size), y=height, color=style.colour("ink" if height else "soft"))


def _draw_dots(axes: Axes, inside: Flags, colours: list[str], room: float) -> None:
    """Draw a faint dot for each code, a full one where it is in the set, and a line from the first
    to the last.
    """
    size = min(room * 72 * 0.6, 13) ** 2
    axes.set(xlim=(-0.5, len(inside) - 0.5), ylim=(inside.shape[1] - 0.5, -0.5))
    axes.spines["left"].set_visible(False)
    xs, ys = np.nonzero(~inside)
    axes.scatter(
        xs,
        ys,
        s=size * 0.45,
        color=style.colour("line"),
        linewidths=0,
        clip_on=False,
        label="absent",
    )
    for x, (has, colour) in enumerate(zip(inside, colours, strict=True)):
        ys = np.flatnonzero(has)
        if len(ys) > 1:
            axes.plot(
                [x, x],
                [ys[0], ys[-1]],
                color=colour,
                linewidth=2.5,
                solid_capstyle="butt",
                label=f"line {x}",
            )
        axes.scatter(
            [x] * len(ys),
            ys,
            s=size,
            color=colour,
            linewidths=0,
            zorder=3,
            clip_on=False,
            label=f"set {x}",
        )


def _hovers(table: pd.DataFrame, parts: _Parts) -> tuple[list[str], list[str]]:
    """Return what stands under the pointer: of each set, and of each line."""
    sets = [mark for mark in about(table).more["marks"] if mark["part"] == "set"]
    codes = [mark for mark in about(table).more["marks"] if mark["part"] == "code"]
    lines = [*codes, sets[-1]][: len(parts.labels)]

    def behind(label: str, mark: Mark) -> str:
        head = say("chart-mark", about(table).lang, mark=label, number=str(mark["value"]))
        return told(table, head, mark["initiatives"])

    return list(map(behind, table.index, sets)), list(map(behind, parts.labels, lines))
