"""Tables → figures that go straight on a slide, with matplotlib and seaborn.

Every chart says its finding in the title, what is counted and the base in the subtitle, and source,
version and note in the foot, all taken from the table. The figure is as wide as a slide and as high,
or higher where the rows need it. Text is measured first and the axes get what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grouped import MOST, draw_grouped
from foip_analysis.charts.sheet import (
    GAP,
    ROW,
    axes_at,
    bar_axes,
    block_height,
    column_heads,
    heads_height,
    key_lines,
    row_height,
    row_labels,
    scale,
    sheet,
    widest,
    wrapped,
    write,
    write_head,
    write_keys,
)
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables import findings
from foip_analysis.tables.about import about, kind_of
from foip_analysis.words.numerals import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Kind = Literal["auto", "ranked", "stacked", "grouped", "panels"]


def plot_heatmap(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw a cross-tab as a heat map: counts in the cells, zero cells empty, margins apart.

    Parameters
    ----------
    table
        From ``cross_tab``; with ``margins=True`` the distinct counts stand beside and below.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 in wide, 7.5 in high or as high as the rows need.

    Raises
    ------
    ValueError
        If the table has no cells, has layers, or has more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot_heatmap(foip.cross_tab(foip.load(), "tool", "region", margins=True))
    >>> figure.get_size_inches().tolist()
    [13.33, 7.5]
    """
    import seaborn

    cells, rows_apart, columns_apart = heat_parts(table)
    with style.applied():
        labels = row_labels(table)
        left = widest(labels) + GAP
        count, margin = cells.shape[1], 0.25 if columns_apart else 0
        cell = min((WIDTH - 2 * EDGE - left - margin) / (count + len(columns_apart)), 1.8)
        numbers = [findings.shown(table, value) for value in table.to_numpy().ravel()]
        heads, upright = column_heads(
            findings.headed(table, "columns", between="\n"), cell, widest(numbers)
        )
        above = heads_height(heads, upright)
        below = ROW + 0.15 if rows_apart else 0
        figure, area = sheet(
            table,
            title,
            "plot_heatmap(table",
            rows=len(cells),
            row=row_height(labels),
            extra=above + below,
        )
        row = min((area[3] - above - below) / len(cells), max(0.85, row_height(labels)))
        axes = axes_at(
            figure,
            area[0] + left,
            area[1] + area[3] - above - row * len(cells),
            cell * count,
            row * len(cells),
        )
        values = cells.to_numpy(float)
        seaborn.heatmap(
            np.where(values == 0, np.nan, values),
            ax=axes,
            cmap=ramp(),
            vmin=0,
            vmax=largest(values) or 1e-9,
            cbar=False,
            linewidths=1.5,
            linecolor=style.colour("paper"),
            xticklabels=False,
            yticklabels=False,
        )
        axes.set_facecolor(style.colour("empty"))
        axes.collections[0].set_label("cells")
        _write_numbers(axes, table, cells)
        xs = [x + 0.5 + (margin / cell if x >= count else 0) for x in range(table.shape[1])]
        ys = [y + 0.5 if y < len(cells) else y + (0.15 + ROW / 2) / row for y in range(len(table))]
        for x, head in zip(xs, heads, strict=True):
            write_head(axes, x, head, upright=upright)
        for y, label in zip(ys, labels, strict=True):
            write(
                axes,
                label,
                (0, y),
                shift=-GAP * 72,
                ha="right",
                color=style.colour("ink" if y < len(cells) else "soft"),
            )
        for (n, k), value in np.ndenumerate(table.to_numpy(float)):
            if n >= len(cells) or k >= count:
                write(
                    axes,
                    findings.shown(table, value),
                    (xs[k], ys[n]),
                    ha="center",
                    color=style.colour("soft"),
                )
    return figure


def plot_bars(table: pd.DataFrame, *, kind: Kind = "auto", title: str | None = None) -> Figure:
    """Draw a count as ranked bars, or a cross-tab as stacked bars, grouped bars or side-by-side panels.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``; bars stand in the table's order.
    kind
        ``"ranked"`` for a count. ``"stacked"`` for a cross-tab whose columns divide the initiatives:
        one code each, or fractional. ``"panels"``, one a column, for any other: stacked, its bars
        would be as long as a sum of pairs. ``"auto"`` chooses among these. ``"grouped"`` for up to
        three columns that have colours.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 in wide, 7.5 in high or as high as the rows need.

    Raises
    ------
    ValueError
        If the table cannot be drawn so; says which kind can.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> figure = foip.plot_bars(foip.count(dataset, "tool", order="size"))
    >>> figure = foip.plot_bars(foip.cross_tab(dataset, "tool", "priority"))
    """
    kind = choose_kind(table, kind)
    with style.applied():
        call = f"plot_bars(table, kind={kind!r}"
        if kind == "grouped":
            return draw_grouped(table, title, call, part_colours(table))
        return {"ranked": _ranked, "stacked": _stacked, "panels": _panels}[kind](table, title, call)


def heat_parts(table: pd.DataFrame) -> tuple[pd.DataFrame, list, list]:
    """Return the cells to shade, and the rows and columns that stand apart (the margins)."""
    _check(table)
    _refuse_if(
        about(table).kind == "layers",
        "A heat map shows one layer. Filter with dataset.where(), or leave out by=.",
    )
    _refuse_if(
        about(table).columns is None,
        "A heat map needs a cross-tab of two dimensions; draw a count with plot_bars.",
    )
    rows = [
        label
        for label, code in zip(table.index, findings.row_codes(table), strict=True)
        if code == "all"
    ]
    columns = [
        label
        for label, code in zip(table.columns, findings.column_codes(table), strict=True)
        if code == "all"
    ]
    cells = table.drop(index=rows, columns=columns)
    _refuse_if(cells.empty, "The table has no rows or no columns to draw.")
    return cells, rows, columns


def choose_kind(table: pd.DataFrame, kind: Kind) -> str:
    """Return the kind of bars that a table is drawn with; refuse one that would mislead."""
    _check(table)
    _refuse_if(
        about(table).kind == "layers",
        "Layers are drawn one at a time: filter with dataset.where(), or leave out by=.",
    )
    is_count = about(table).columns is None
    divides = not is_count and _divides(table)
    kind = (
        ("ranked" if is_count else "stacked" if divides else "panels") if kind == "auto" else kind
    )
    _refuse_if(
        kind not in get_args(Kind),
        f"kind is '{kind}'. It is 'auto', 'ranked', 'stacked', 'grouped' or 'panels'.",
    )
    _refuse_if(is_count and kind != "ranked", f"A count is drawn with kind='ranked', not '{kind}'.")
    _refuse_if(
        not is_count and kind == "ranked",
        "A cross-tab is drawn with kind='stacked', 'grouped' or 'panels'; for 'ranked' pass a count.",
    )
    parts = 0 if is_count else sum(code != "all" for code in findings.column_codes(table))
    too_many = kind == "grouped" and parts > MOST
    _refuse_if(
        too_many,
        f"kind='grouped' shows up to {MOST} columns, and these are {parts}. Choose with codes=, or use kind='panels'.",
    )
    _refuse_if(kind == "grouped" and not parts, "The table has no rows or no columns to draw.")
    if kind == "stacked" and not divides:
        name = about(table).dimension_labels[about(table).columns]
        raise ValueError(
            f"'{name}' can have several codes an initiative, so stacked bars would show sums of pairs as totals. "
            "Use kind='panels', or make the table with count='fractional'."
        )
    return kind


def _ranked(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    values = table.iloc[:, 0].to_numpy(float)
    texts = [findings.shown(table, value) for value in values]
    if not about(table).question.weight:
        texts = [
            text if pd.isna(share) else f"{text}  ({percent(share)})"
            for text, share in zip(texts, table.iloc[:, 1], strict=True)
        ]
    labels = row_labels(table)
    figure, area = sheet(table, title, call, rows=len(values), row=row_height(labels))
    axes, room = bar_axes(figure, area, labels)
    axes.barh(range(len(values)), values, height=0.72, color=shades(table, values))
    scale(axes, largest(values), room, widest(texts) + 2 * GAP)
    for y, (value, text) in enumerate(zip(values, texts, strict=True)):
        write(axes, text, (value, y), shift=6)
    return figure


def _stacked(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    rows = [i for i, code in enumerate(findings.row_codes(table)) if code != "all"]
    shown = [i for i, code in enumerate(findings.column_codes(table)) if code != "all"]
    _refuse_if(not rows or not shown, "The table has no rows or no columns to draw.")
    colours = part_colours(table)
    part = table.iloc[rows]
    keys = key_lines(
        [(str(table.columns[i]), colour) for i, colour in zip(shown, colours, strict=True)]
    )
    above = sum(height for _, height in keys) + GAP
    labels = row_labels(part)
    figure, area = sheet(
        table, title, call, rows=len(rows), row=1.1 * row_height(labels), extra=above
    )
    write_keys(figure, area, keys)
    axes, room = bar_axes(figure, (area[0], area[1], area[2], area[3] - above), labels)
    values = np.nan_to_num(part.to_numpy(float)[:, shown])
    totals = values.sum(axis=1)
    ends = (
        [findings.shown(table, total) for total in totals]
        if about(table).question.share is None
        else [""] * len(rows)
    )
    unit = scale(axes, largest(totals), room, widest(ends, bold=True) + 2 * GAP)
    left = np.zeros(len(rows))
    for k, i in enumerate(shown):
        bars = {
            "height": 0.8,
            "color": colours[k],
            "edgecolor": style.colour("paper"),
            "linewidth": 1,
        }  # lines part like greys
        axes.barh(range(len(rows)), values[:, k], left=left, label=str(table.columns[i]), **bars)
        for y, value in enumerate(values[:, k]):
            text = findings.shown(table, value)
            if value and value * unit > widest([text]) + 0.08:
                write(
                    axes,
                    text,
                    (left[y] + value / 2, y),
                    ha="center",
                    color=style.ink_on(colours[k]),
                )
        left += values[:, k]
    for y, (total, text) in enumerate(zip(totals, ends, strict=True)):
        write(axes, text, (total, y), shift=6, fontweight="bold")
    return figure


def _panels(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    count, labels, values = table.shape[1], row_labels(table), table.to_numpy(float)
    left = widest(labels) + GAP
    width = (WIDTH - 2 * EDGE - left) / count
    heads = [
        wrapped(label, width - GAP, bold=True, breaking=width > 1.5)
        for label in findings.headed(table, "columns", between="\n")
    ]
    numbers = widest([findings.shown(table, v) for v in values.ravel()]) + GAP
    too_narrow = widest(heads, bold=True) > width - 0.05 or width < numbers + 0.3
    _refuse_if(
        too_narrow,
        f"{count} panels do not fit on a slide. Choose columns with codes= or top=, or draw a heat map.",
    )
    above = max(block_height(h, SIZE["label"]) for h in heads) + GAP
    figure, area = sheet(table, title, call, rows=len(table), row=row_height(labels), extra=above)
    height = min(area[3] - above, len(table) * max(1.1, row_height(labels)))
    competes = [
        [code != "all" for code in codes(table)]
        for codes in (findings.row_codes, findings.column_codes)
    ]
    bars = np.where(np.outer(*competes), np.nan_to_num(values), 0)
    for k in range(count):
        axes = axes_at(
            figure,
            area[0] + left + k * width,
            area[1] + area[3] - above - height,
            width - GAP,
            height,
        )
        axes.barh(
            range(len(table)),
            bars[:, k],
            height=0.72,
            color=shades(table, bars[:, k], k),
            label=str(table.columns[k]),
        )
        axes.set_ylim(len(table) - 0.5, -0.5)
        scale(axes, largest(bars), width - GAP, numbers)
        write_head(axes, 0, heads[k], y=-0.5, ha="left", fontweight="bold")
        for y, value in enumerate(values[:, k]):
            apart = not (competes[0][y] and competes[1][k])
            if apart or np.nan_to_num(value):
                colour = style.colour("soft" if apart else "ink")
                write(axes, findings.shown(table, value), (bars[y, k], y), shift=4, color=colour)
        for y, label in enumerate(labels if k == 0 else []):
            write(
                axes,
                label,
                (0, y),
                shift=-GAP * 72,
                ha="right",
                color=style.colour("ink" if competes[0][y] else "soft"),
            )
    return figure


def largest(values: np.ndarray) -> float:
    """Return the largest value; 0 if there is none."""
    return float(np.nan_to_num(values).max(initial=0))


def part_colours(table: pd.DataFrame) -> list[str]:
    """Return the colour of each part of stacked bars, without the margin; refuse codes that have none."""
    known = style.code_colours(about(table), about(table).columns)
    known = {"other": style.colour("quiet"), "none": style.colour("line")} | known
    codes = [code for code in findings.column_codes(table) if code != "all"]
    bare = [code for code in codes if code not in known]
    _refuse_if(
        bool(bare),
        f"These codes have no colour: {', '.join(bare)}. Give them one in codebook.csv or by style.use(colours=…), or use kind='panels'.",
    )
    return [known[code] for code in codes]


def shades(table: pd.DataFrame, values: np.ndarray, column: int = 0) -> list[str]:
    """Return a colour for each row's bar in a column: the leaders strong, lines that do not compete faint."""
    best = largest(findings.plotted(table).to_numpy(float))
    column_apart = about(table).columns and findings.column_codes(table)[column] in findings.APART
    faint = [column_apart or code in findings.APART for code in findings.row_codes(table)]
    return [
        style.colour("line" if f else "strong" if v == best and best > 0 else "quiet")
        for v, f in zip(values, faint, strict=True)
    ]


def _write_numbers(axes: Axes, table: pd.DataFrame, cells: pd.DataFrame) -> None:
    mesh, values = axes.collections[0], cells.to_numpy(float)
    for (y, x), value in np.ndenumerate(values):
        if value and not np.isnan(value):
            ink = style.ink_on(mesh.cmap(mesh.norm(value)))
            write(axes, findings.shown(table, value), (x + 0.5, y + 0.5), ha="center", color=ink)


def ramp():
    """Return the colour map of a heat map: from almost paper to the strong colour."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    paper, strong = (
        np.array(to_rgb(style.colour("paper"))),
        np.array(to_rgb(style.colour("strong"))),
    )
    ramp = LinearSegmentedColormap.from_list("foip", [paper * 0.88 + strong * 0.12, strong])
    return ramp.with_extremes(bad=style.colour("empty"))


def _divides(table: pd.DataFrame) -> bool:
    """Whether the columns divide each row's initiatives, so that stacking them adds up."""
    options = about(table).question
    single = about(table).codes_per_initiative[about(table).columns] == "one"
    return (single or options.count == "fractional" or options.of == "pairs") and options.share in (
        None,
        "row",
    )


def _check(table: pd.DataFrame) -> None:
    _refuse_if(
        kind_of(table) is None,
        "This table does not say what it counts. Draw one from count() or cross_tab(), as it came.",
    )
    chart = about(table).drawn_with
    _refuse_if(
        bool(chart),
        f"This table of {about(table).kind} is no grid of counts. Draw it with {chart}.",
    )
    _refuse_if(table.empty, "The table has no rows or no columns to draw.")
    negative = table.columns[(table.to_numpy(float) < 0).any(axis=0)]
    _refuse_if(
        len(negative) > 0,
        f"The table has values under 0 (in {', '.join(map(str, negative))}); bars and shades start at 0.",
    )


def _refuse_if(fault: bool, sentence: str) -> None:
    if fault:
        raise ValueError(sentence)
