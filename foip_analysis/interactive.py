"""Tables → plotly figures: the twins of the charts, with the initiatives behind each mark under the pointer.

They need no network: save one with ``figure.write_html(path, include_plotlyjs=True)``, never with a
CDN. Labels and names are escaped, for plotly reads text as HTML.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis import findings, style
from foip_analysis.charts import Kind, choose_kind, heat_parts, largest, part_colours, shades

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

NAMED = 12  # initiatives under the pointer; more are counted
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
        [behind(table, r, c, findings.shown(table, v)) for c, v in zip(cells.columns, row, strict=True)]
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
    figure.update_xaxes(side="top", showgrid=False, type="category")
    figure.update_yaxes(autorange="reversed", showgrid=False, type="category")
    figure.update_layout(plot_bgcolor=style.colour("empty"))
    return dressed(figure, table, title, rows=len(cells))


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
        One trace of bars a column; under the pointer the initiatives with their locators.

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
    heads = [escaped(c) for c in shown.columns]
    figure = make_subplots(1, len(heads), shared_yaxes=True, shared_xaxes="all", subplot_titles=heads) if kind == "panels" else go.Figure()
    for k, column in enumerate(shown.columns):
        values = shown[column].to_numpy(float)
        bar = go.Bar(
            x=values.tolist(),
            y=rows,
            orientation="h",
            name=heads[k],
            text=[findings.shown(table, v) if v else "" for v in values],
            textposition="auto" if kind == "stacked" else "outside",
            cliponaxis=False,
            marker={"color": parts[k] if parts else shades(shown, values, k)},
            insidetextanchor="middle",
            insidetextfont={"color": style.ink_on(parts[k])} if kind == "stacked" else None,
            hovertext=[behind(table, r, column, findings.shown(table, v)) for r, v in zip(shown.index, values, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=bool(parts),
        )
        figure.add_trace(bar, **({"row": 1, "col": k + 1} if kind == "panels" else {}))
    legend = {"orientation": "h", "traceorder": "normal", "x": 0, "y": 1, "yanchor": "bottom"}
    figure.update_layout(barmode="stack" if kind == "stacked" else "group", legend=legend)
    figure.update_xaxes(visible=False, rangemode="tozero")
    figure.update_yaxes(
        autorange="reversed", showgrid=False, type="category", ticklabelstandoff=8, showline=True, linecolor=style.colour("line")
    )
    return dressed(figure, table, title, rows=len(rows), keys=heads if parts else [])


def behind(table: pd.DataFrame, row: str, column: str, value: str) -> str:
    """Return the HTML under the pointer: the mark, its value and its initiatives."""
    attrs = table.attrs
    heads = [str(row)] if attrs["columns"] is None else [str(row), str(column)]
    head = f"<b>{escaped(' × '.join(heads))}: {escaped(value or '0')}</b>"
    codes = (
        dict(zip(attrs["row_labels"], attrs["row_codes"], strict=True)),
        dict(zip(attrs["column_labels"], attrs["column_codes"], strict=True)),
    )
    found = attrs.get("cells", {}).get(codes[0][row], {}).get(codes[1][column], [])
    return "<br>".join([head, *named(table, found)])


def named(table: pd.DataFrame, found: list[str]) -> list[str]:
    """Return the lines under the pointer that name the initiatives behind a mark, with their locators."""
    lines = []
    for initiative in found[:NAMED]:
        known = table.attrs["initiatives"][initiative]
        lines.append(f"{escaped(str(known['name']))} [{escaped(', '.join(known['locators']))}]")
    if len(found) > NAMED:
        more = len(found) - NAMED
        lines.append(f"…ほか{more}件" if table.attrs["lang"] == "ja" else f"… and {more} more")
    return lines


def dressed(figure: Figure, table: pd.DataFrame, title: str | None, *, rows: int, keys: Sequence[str] = ()) -> Figure:
    """Give a figure its words and look, with room for the ``keys`` of a legend."""
    import plotly.graph_objects as go

    title = findings.finding(table) if title is None else title
    below = style.wrap(findings.foot(table), 11.5, style.SIZE["foot"])
    lines = below.count("\n") + 1
    title = style.balanced(title, 11.5, 20, bold=True)
    a_line = int(1000 // (max((style.text_width(key, 14) for key in keys), default=0) * 72 + 45)) or 1  # keys in 1,000 pixels
    top = 96 + 26 * title.count("\n") + max(24 * -(-len(keys) // a_line), 34)
    figure.update_layout(
        template=go.layout.Template(),
        title={
            "text": f"<b>{escaped(title)}</b><br><sup>{escaped(findings.subtitle(table))}</sup>".replace("\n", "<br>"),
            "x": 0.01, "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 32}, "font": {"size": 20},
        },
        font={"family": FONT, "size": 14, "color": style.colour("ink")},
        paper_bgcolor=style.colour("paper"),
        plot_bgcolor=figure.layout.plot_bgcolor or style.colour("paper"),
        margin={"l": 10, "r": 40, "t": top, "b": 30 + 18 * lines},
        height=max(560, top + 80 + 18 * lines + 30 * rows),
        hoverlabel={"align": "left", "font": {"size": 12}, "namelength": -1},
    )  # fmt: skip
    figure.update_xaxes(automargin=True)
    figure.update_yaxes(automargin=True)
    figure.add_annotation(
        text=escaped(below).replace("\n", "<br>"), xref="paper", yref="paper", x=0, y=0, xanchor="left", yanchor="top",
        yshift=-14, align="left", showarrow=False, font={"size": 11, "color": style.colour("soft")},
    )  # fmt: skip
    return figure


def escaped(label: str) -> str:
    """Return a label as plotly's HTML: its markup and its dollars (TeX, where a page has MathJax) stay text."""
    return html.escape(str(label), quote=False).replace("$", "&#36;")


def _mixed(part: float) -> str:
    """Return the paper's colour with a part of the strong one."""
    from matplotlib.colors import to_hex, to_rgb

    paper, strong = np.array(to_rgb(style.colour("paper"))), np.array(to_rgb(style.colour("strong")))
    return to_hex(paper * (1 - part) + strong * part)
