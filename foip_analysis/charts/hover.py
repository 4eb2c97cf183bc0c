"""Tables → plotly figures: the twins of the charts, with the initiatives behind each mark under the pointer.

They need no network: save one with ``figure.write_html(path, include_plotlyjs=True)``, never with a
CDN. Labels and names are escaped, for plotly reads text as HTML. Plotly breaks no lines: words are
broken here, so that a figure can be read from 700 pixels on; above that it takes the width there is.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import Kind, choose_kind, heat_parts, largest, part_colours, shades
from foip_analysis.charts.sheet import title_lines
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

NAMED = 12  # initiatives under the pointer; more are counted
LEAST = 700  # pixels: from this width on everything can be read
SIDES = 10, 40  # pixels left and right of everything
LABEL = 200  # pixels that a row's label may be wide
UNDER = 270  # pixels that a line under the pointer may be wide: it stands on one side of its mark
INDENT = "\u2003"  # begins a line that goes on
FONT = "Noto Sans JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"


def explore_heatmap(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw a cross-tab as an interactive heat map.

    Parameters
    ----------
    table
        From ``cross_tab``.
    title
        Instead of the computed finding.

    Returns
    -------
    plotly.graph_objects.Figure
        One heat map; under the pointer the cell's initiatives with their locators (for datasets of
        up to 5,000 initiatives).

    Raises
    ------
    ValueError
        If the table has no cells or has layers.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore_heatmap(foip.cross_tab(foip.load(), "tool", "region"))
    >>> int(figure.data[0].z[1][2])
    4
    """
    import plotly.graph_objects as go

    cells, _, _ = heat_parts(table)
    values = cells.to_numpy(float)
    numbers = [[findings.shown(table, v) if v else "" for v in row] for row in values]
    hover = [
        [
            behind(table, r, c, findings.shown(table, v))
            for c, v in zip(cells.columns, row, strict=True)
        ]
        for r, row in zip(cells.index, values, strict=True)
    ]
    figure = go.Figure(
        go.Heatmap(
            z=np.where(values == 0, None, values).tolist(),
            x=[escaped(c) for c in cells.columns],
            y=[escaped(r) for r in cells.index],
            text=numbers,
            texttemplate="%{text}",
            textfont={"size": 14},
            hovertext=hover,
            hovertemplate="%{hovertext}<extra></extra>",
            colorscale=[[0, _mixed(0.12)], [1, style.colour("strong")]],
            zmin=0,
            zmax=largest(values) or 1e-9,
            xgap=2,
            ygap=2,
            showscale=False,
        )
    )
    labels, heads = (
        _broken(findings.headed(cells, "rows"), LABEL),
        findings.headed(cells, "columns", between="\n"),
    )
    column = (LEAST - sum(SIDES) - widest_pixels(labels)) / len(heads)
    upright = _broken(heads, column - 6)
    flat = widest_pixels(upright) <= column and max(head.count("\n") for head in upright) < 3
    heads = upright if flat else _broken(heads, LABEL)
    above = 18 * (max(head.count("\n") for head in heads) + 1) if flat else widest_pixels(heads)
    figure.update_xaxes(
        side="top",
        showgrid=False,
        type="category",
        ticks="",
        tickangle=0 if flat else -90,
        tickvals=list(figure.data[0].x),
        ticktext=list(map(_in_lines, heads)),
    )
    figure.update_yaxes(**_row_axis(figure.data[0].y, labels))
    figure.update_layout(plot_bgcolor=style.colour("empty"))
    return dressed(
        figure,
        table,
        title,
        rows=sum(label.count("\n") / 2 + 1 for label in labels),
        labels=labels,
        above=above + 8,
    )


def explore_bars(table: pd.DataFrame, *, kind: Kind = "auto", title: str | None = None) -> Figure:
    """Draw a count as interactive ranked bars, or a cross-tab as stacked bars or panels.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``.
    kind
        As in ``plot_bars``.
    title
        Instead of the computed finding.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace of bars a column (and the sums, if they are stacked, as texts); under the pointer the
        initiatives with their locators.

    Raises
    ------
    ValueError
        If the table cannot be drawn so; says which kind can.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore_bars(foip.count(foip.load(), "priority"))
    >>> [int(x) for x in figure.data[0].x]
    [28, 17, 17]
    """
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    kind = choose_kind(table, kind)
    shown = table.iloc[:, :1] if kind == "ranked" else table
    codes = findings.column_codes(table)[: shown.shape[1]]
    rows = [escaped(r) for r in table.index]
    if kind != "ranked":  # margins are no parts
        keep = [i for i, code in enumerate(codes) if code != "all"]
        lines = [i for i, code in enumerate(findings.row_codes(table)) if code != "all"]
        shown, rows = shown.iloc[lines, keep], [rows[i] for i in lines]
    parts = part_colours(table) if kind in ("stacked", "grouped") else []
    heads, labels = (
        [escaped(c) for c in shown.columns],
        _broken(findings.headed(shown, "rows"), LABEL),
    )
    over = (
        _broken(
            findings.headed(shown, "columns", between="\n"),
            (LEAST - sum(SIDES) - widest_pixels(labels)) / len(heads) - 8,
        )
        if kind == "panels"
        else []
    )
    figure = go.Figure()
    if kind == "panels":
        figure = make_subplots(
            1,
            len(heads),
            shared_yaxes=True,
            shared_xaxes="all",
            subplot_titles=list(map(_in_lines, over)),
        )
        figure.update_annotations(font={"size": 14}, yshift=4)
    for k, column in enumerate(shown.columns):
        values = shown[column].to_numpy(float)
        bar = go.Bar(
            x=values.tolist(),
            y=rows,
            orientation="h",
            name=heads[k],
            text=[findings.shown(table, v) if v else "" for v in values],
            textposition="inside" if kind == "stacked" else "outside",
            textangle=0,
            cliponaxis=False,
            marker={"color": parts[k] if parts else shades(shown, values, k)},
            insidetextanchor="middle",
            insidetextfont={"color": style.ink_on(parts[k])} if kind == "stacked" else None,
            hovertext=[
                behind(table, r, column, findings.shown(table, v))
                for r, v in zip(shown.index, values, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=bool(parts),
        )
        figure.add_trace(bar, **({"row": 1, "col": k + 1} if kind == "panels" else {}))
    if kind == "stacked" and not about(table).question.share:
        sums = np.nan_to_num(shown.to_numpy(float)).sum(axis=1)
        texts = [f"\u2002<b>{findings.shown(table, value)}</b>" for value in sums]
        look = {
            "mode": "text",
            "textposition": "middle right",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "showlegend": False,
        }
        figure.add_scatter(x=sums.tolist(), y=rows, text=texts, **look)
    legend = {"orientation": "h", "traceorder": "normal", "x": 0, "y": 1, "yanchor": "bottom"}
    figure.update_layout(
        barmode="stack" if kind == "stacked" else "group",
        legend=legend,
        uniformtext={"mode": "hide", "minsize": 11},
    )
    figure.update_xaxes(visible=False, rangemode="tozero")
    if kind == "panels":  # plotly leaves no room for a number at the end of a bar
        figure.update_xaxes(range=[0, 1.4 * (largest(shown.to_numpy(float)) or 1)])
    figure.update_yaxes(showline=True, linecolor=style.colour("line"), **_row_axis(rows, labels))
    above = 20 * max((head.count("\n") + 1 for head in over), default=0)
    return dressed(
        figure,
        table,
        title,
        rows=len(rows),
        keys=heads if parts else [],
        labels=labels,
        above=above,
    )


def behind(table: pd.DataFrame, row: str, column: str, value: str) -> str:
    """Return the HTML under the pointer: the mark, its value and its initiatives."""
    attrs = about(table)
    heads = [str(row)] if attrs.columns is None else [str(row), str(column)]
    mark = say("chart-cross", attrs.lang).join(heads)
    told = say("chart-mark", attrs.lang, mark=mark, number=value or "0")
    codes = (
        dict(zip(attrs.row_labels, attrs.row_codes, strict=True)),
        dict(zip(attrs.column_labels, attrs.column_codes, strict=True)),
    )
    found = attrs.cells.get(codes[0][row], {}).get(codes[1][column], [])
    return "<br>".join([f"<b>{escaped(told)}</b>", *named(table, found)])


def named(table: pd.DataFrame, found: list[str]) -> list[str]:
    """Return the lines under the pointer that name the initiatives behind a mark, with their locators."""
    lines = []
    for initiative in found[:NAMED]:
        known = about(table).initiatives[initiative]
        line = f"{known['name']} [{', '.join(known['locators'])}]"
        lines.append(_in_lines(style.wrap(line, UNDER / 72, 12), line, INDENT))
    if len(found) > NAMED:
        lines.append(say("chart-more", about(table).lang, more=len(found) - NAMED))
    return lines


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
    """Give a figure its words and look, with room for the ``labels`` of rows, the ``keys`` of a legend and what else is ``above``."""
    import plotly.graph_objects as go

    title = findings.finding(table) if title is None else title
    labels = labels or [
        html.unescape(y)
        for bars in figure.select_traces(selector={"type": "bar"})
        for y in bars.y
        if isinstance(y, str)
    ]
    left, right = SIDES[0] + math.ceil(widest_pixels(labels)) + (12 if labels else 0), SIDES[1]
    width = (LEAST - sum(SIDES)) / 72
    told, below = findings.subtitle(table), findings.foot(table)
    head = _in_lines(title_lines(title, width, 20), title)
    told = _in_lines(style.wrap(told, width, 14), told)
    below = _in_lines(style.wrap(below, width, style.SIZE["foot"]), below)
    lines = below.count("<br>") + 1
    a_line = int((LEAST - left - right) // (widest_pixels(keys) + 45)) or 1
    top = (
        104
        + 26 * head.count("<br>")
        + 18 * told.count("<br>")
        + max(24 * -(-len(keys) // a_line), above, 10)
    )
    figure.update_layout(
        template=go.layout.Template(),
        title={
            "text": f"<b>{head}</b>",
            "subtitle": {"text": told, "font": {"size": 14, "color": style.colour("soft")}},
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


def _broken(labels: Sequence[object], pixels: float) -> list[str]:
    """Return labels broken into lines of so many pixels."""
    return [
        style.balanced(str(label), max(pixels, 40) / 72, 14, breaking=False) for label in labels
    ]


def _in_lines(broken: str, whole: str = "", indent: str = "") -> str:
    """Return a text broken into lines as plotly's HTML; a space of the ``whole`` where it was broken stays."""
    parts, at = [], 0
    for line in broken.split("\n"):
        at = max(whole.find(line, at), at) + len(line)
        parts.append(escaped(line) + (" " if whole[at : at + 1] == " " else ""))
    return f"<br>{indent}".join(parts)


def _row_axis(places: Sequence[str], labels: Sequence[str]) -> dict:
    """Return the look of an axis of rows, each label in its lines."""
    words = {
        "tickvals": list(places),
        "ticktext": list(map(_in_lines, labels)),
        "ticklabelstandoff": 8,
    }
    return {
        "type": "category",
        "showgrid": False,
        "ticks": "",
        "range": [len(labels) - 0.5, -0.5],
        **words,
    }


def escaped(label: str) -> str:
    """Return a label as plotly's HTML: its markup and its dollars (TeX, where a page has MathJax) stay text."""
    return html.escape(str(label), quote=False).replace("$", "&#36;")


def _mixed(part: float) -> str:
    """Return the paper's colour with a part of the strong one."""
    from matplotlib.colors import to_hex, to_rgb

    paper, strong = (
        np.array(to_rgb(style.colour("paper"))),
        np.array(to_rgb(style.colour("strong"))),
    )
    return to_hex(paper * (1 - part) + strong * part)
