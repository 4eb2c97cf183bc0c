"""What any plotly twin of a chart needs: its words and look, and what is under the pointer.

They need no network: save one with ``figure.write_html(path, include_plotlyjs=True)``, never with a
CDN. Labels and names are escaped, for plotly reads text as HTML. Plotly breaks no lines: words are
broken here, so that a figure can be read from 700 pixels on; above that it takes the width there
is.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.lettering import title_lines
from foip_analysis.tables import caption
from foip_analysis.tables.about import about
from foip_analysis.tables.findings import surely
from foip_analysis.tables.grid import Grid, Line
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HOVER_NAMED = 12  # initiatives under the pointer; more are counted
READABLE = 700  # pixels: from this width on everything can be read
SIDES = 10, 40  # pixels left and right of everything
LABEL_PIXELS = 200  # pixels that a row's label may be wide
UNDER = 270  # pixels that a line under the pointer may be wide: it stands on one side of its mark
GOES_ON = "\u2003"  # begins a line that goes on
FONT = "Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"


def behind(table: pd.DataFrame, grid: Grid, row: int, column: int) -> str:
    """Return the HTML under the pointer: a cell, its value and its initiatives."""
    itself, lines = grid.about, (grid.rows[row], grid.columns[column])
    heads = [line.label for line in (lines[:1] if itself.columns is None else lines)]
    mark = say("chart-cross", itself.lang).join(heads)
    number = grid.number(grid.values[row, column]) or "0"
    found = itself.cells.get(lines[0].code, {}).get(lines[1].code, [])
    return told(table, say("chart-mark", itself.lang, mark=mark, number=number), found)


def told(table: pd.DataFrame, head: str, found: list[str]) -> str:
    """Return the HTML under the pointer: what a mark is, and the initiatives behind it with their
    locators.
    """
    lines = [f"<b>{escaped(head)}</b>"]
    for initiative in found[:HOVER_NAMED]:
        known = about(table).initiatives[initiative]
        line = f"{known['name']} [{', '.join(known['locators'])}]"
        lines.append(in_lines(style.wrap(line, UNDER / 72, 12), line, GOES_ON))
    if len(found) > HOVER_NAMED:
        lines.append(say("chart-more", about(table).lang, more=len(found) - HOVER_NAMED))
    return "<br>".join(lines)


def dressed(
    figure: Figure,
    table: pd.DataFrame,
    title: str | None,
    *,
    rows: float,
    keys: Sequence[str] = (),
    labels: Sequence[str] = (),
    above: float = 0,
) -> Figure:
    """Give a figure its words and look, with room for the ``labels`` of rows, the ``keys`` of a
    legend and what else is ``above``.
    """
    import plotly.graph_objects as go

    found, title = title is None, caption.finding(table) if title is None else title
    left, right = SIDES[0] + math.ceil(widest_pixels(labels)) + (12 if labels else 0), SIDES[1]
    width = (READABLE - sum(SIDES)) / 72
    below, subtitle = caption.foot(table), caption.subtitle(table, title)
    subtitle = surely(subtitle, table) if found else subtitle
    head = in_lines(title_lines(title, width, 20), title)
    subtitle = in_lines(style.wrap(subtitle, width, 14), subtitle)
    below = in_lines(style.wrap(below, width, style.SIZE["foot"]), below)
    lines = below.count("<br>") + 1
    a_line = int((READABLE - left - right) // (widest_pixels(keys) + 45)) or 1
    top = (
        104
        + 26 * head.count("<br>")
        + 18 * subtitle.count("<br>")
        + max(24 * -(-len(keys) // a_line), above, 10)
    )
    figure.update_layout(
        template=go.layout.Template(),
        title={
            "text": f"<b>{head}</b>",
            "subtitle": {"text": subtitle, "font": {"size": 14, "color": style.colour("soft")}},
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 32, "l": SIDES[0]},
            "font": {"size": 20},
        },
        font={"family": FONT, "size": 14, "color": style.colour("ink")},
        paper_bgcolor=style.colour("paper"),
        plot_bgcolor=figure.layout.plot_bgcolor or style.colour("paper"),
        margin={"l": left, "r": right, "t": top, "b": 30 + 15 * lines},
        height=round(max(480, top + 60 + 15 * lines + 30 * rows)),
        hoverlabel={
            "align": "left",
            "namelength": -1,
            "font": {"size": 12, "color": style.colour("ink")},
            "bgcolor": style.colour("paper"),
            "bordercolor": style.colour("soft"),  # not those of a mark, which may be seen through
        },
        modebar={"orientation": "v"},  # beside the title, not on it
    )
    figure.update_xaxes(automargin=True)
    figure.update_yaxes(automargin=True)
    figure.add_annotation(
        text=below,
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="top",
        xshift=SIDES[0] - left,
        yshift=-14,
        align="left",
        showarrow=False,
        font={"size": 11, "color": style.colour("soft")},
    )
    return figure


def widest_pixels(texts: Sequence[str]) -> float:
    """Return how wide the widest text is in pixels, at the size of labels."""
    return max((style.text_width(str(text), 14) * 72 for text in texts), default=0.0)


def broken(labels: Sequence[object], pixels: float) -> list[str]:
    """Return labels broken into lines of so many pixels."""
    return [
        style.balanced(str(label), max(pixels, 40) / 72, 14, breaking=False) for label in labels
    ]


def in_lines(broken: str, whole: str = "", indent: str = "") -> str:
    """Return a text broken into lines as plotly's HTML; a space of the ``whole`` where it was
    broken stays.
    """
    parts, at = [], 0
    for line in broken.split("\n"):
        at = max(whole.find(line, at), at) + len(line)
        parts.append(escaped(line) + (" " if whole[at : at + 1] == " " else ""))
    return f"<br>{indent}".join(parts)


def places(lines: Sequence[Line]) -> list[str]:
    """Return a name for each line's place on an axis: its label; of two labelled alike the code."""
    labels = [line.label for line in lines]
    return [escaped(line.label if labels.count(line.label) == 1 else line.code) for line in lines]


def row_axis(places: Sequence[str], labels: Sequence[str]) -> dict[str, object]:
    """Return the look of an axis of rows, each label in its lines."""
    return {
        "type": "category",
        "showgrid": False,
        "ticks": "",
        "range": [len(labels) - 0.5, -0.5],
        "tickvals": list(places),
        "ticktext": list(map(in_lines, labels)),
        "ticklabelstandoff": 8,
    }


def escaped(label: str) -> str:
    """Return a label as plotly's HTML: its markup and its dollars (TeX, where a page has MathJax)
    stay text.
    """
    return html.escape(str(label), quote=False).replace("$", "&#36;")
