"""Tables → figures that go straight on a slide, with matplotlib and seaborn.

Every chart says its finding in the title, what is counted and the base in the subtitle, and source,
version and note in the foot, all taken from the table. The figure is as wide as a slide and as high,
or higher where the rows need it. Text is measured first and the axes get what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis import findings, style
from foip_analysis.style import EDGE, HEIGHT, SIZE, WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

POINT = 1 / 72  # inches
LINE = 1.45  # line height of the shipped font, in font sizes
ROW = SIZE["label"] * 1.28 * POINT  # inches that a row of one line needs at least
LABEL = 3.4  # inches that a row label may be wide
GAP = 0.12  # inches between a label and its mark

Kind = Literal["auto", "ranked", "stacked", "panels"]


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
    cells, rows_apart, columns_apart = heat_parts(table)
    import seaborn

    with style.applied():
        left = max(style.text_width(_wrapped(label, LABEL), SIZE["label"]) for label in table.index) + GAP
        count = cells.shape[1]
        apart = 0.25 if columns_apart else 0
        cell = min((WIDTH - 2 * EDGE - left - apart) / (count + len(columns_apart)), 1.5)
        numbers = [findings.shown(table, v) for v in table.to_numpy().ravel()]
        _refuse_if(
            cell < max([0.27, *(style.text_width(n, SIZE["value"]) + 0.04 for n in numbers)]),
            f"{count} columns do not fit on a slide. Choose with codes= or top=, or swap rows and columns.",
        )
        heads = [_wrapped(label, cell - 0.08) for label in table.columns]
        upright = max(style.text_width(h, SIZE["label"]) for h in heads) <= cell - 0.04 and max(h.count("\n") for h in heads) <= 2
        if not upright:
            heads = [_wrapped(label, 2.6 if cell > 0.55 else 4) for label in table.columns]
        above = (
            max(h.count("\n") + 1 for h in heads) * SIZE["label"] * LINE * POINT
            if upright
            else max(style.text_width(h, SIZE["label"]) for h in heads)
        ) + GAP
        figure, area = _frame(
            table, title, "plot_heatmap(table", rows=len(cells), row=_row_height(table), extra=above + (ROW + 0.15 if rows_apart else 0)
        )
        room = (area[3] - above - ((0.15 + ROW) if rows_apart else 0)) / len(cells)
        row = min(room, 0.62)
        top = area[1] + area[3] - above
        axes = _axes(figure, area[0] + left, top - row * len(cells), cell * count, row * len(cells))
        values = cells.to_numpy(float)
        seaborn.heatmap(
            np.where(values == 0, np.nan, values),
            ax=axes, cmap=_ramp(), vmin=0, vmax=max(np.nanmax(values, initial=0), 1e-9), cbar=False,
            linewidths=1.5, linecolor=style.colour("paper"), xticklabels=False, yticklabels=False,
        )  # fmt: skip
        axes.set_facecolor(style.colour("empty"))
        axes.collections[0].set_label("cells")
        _write_numbers(axes, table, cells)
        _label_rows(axes, cells.index, 0.5)
        for x, head in zip([i + 0.5 for i in range(count)], heads, strict=False):
            _head(axes, x, head, upright)
        for k, column in enumerate(columns_apart):
            x = count + apart / cell + 0.5 + k
            _head(axes, x, heads[count + k], upright)
            for y, value in enumerate(table[column].iloc[: len(cells)]):
                _plain(axes, x, y + 0.5, findings.shown(table, value))
        for k, label in enumerate(rows_apart):
            y = len(cells) + 0.15 / row + 0.5 + k
            axes.text(-GAP / cell, y, _wrapped(label, LABEL), ha="right", va="center", color=style.colour("soft"), clip_on=False)
            for x, value in enumerate(table.loc[label]):
                place = x + 0.5 if x < count else count + apart / cell + 0.5 + x - count
                _plain(axes, place, y, findings.shown(table, value))
    return figure


def plot_bars(table: pd.DataFrame, *, kind: Kind = "auto", title: str | None = None) -> Figure:
    """Draw a count as ranked bars, or a cross-tab as stacked bars or side-by-side panels.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``; bars stand in the table's order.
    kind
        ``"ranked"`` for a count. ``"stacked"`` for a cross-tab whose columns divide the initiatives:
        one code each, or fractional. ``"panels"``, one a column, for any other: stacked, its bars
        would be as long as a sum of pairs. ``"auto"`` chooses.
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
        return {"ranked": _ranked, "stacked": _stacked, "panels": _panels}[kind](table, title, f"plot_bars(table, kind={kind!r}")


def heat_parts(table: pd.DataFrame) -> tuple[pd.DataFrame, list, list]:
    """Return the cells to shade, and the rows and columns that stand apart (the margins)."""
    _refuse_if(table.attrs.get("kind") == "layers", "A heat map shows one layer. Filter with dataset.where(), or leave out by=.")
    _refuse_if(table.attrs.get("columns") is None, "A heat map needs a cross-tab of two dimensions; draw a count with plot_bars.")
    _refuse_if(table.empty, "The table has no rows or no columns to draw.")
    rows = [label for label, code in zip(table.index, findings.row_codes(table), strict=True) if code == "all"]
    columns = [label for label, code in zip(table.columns, findings.column_codes(table), strict=True) if code == "all"]
    return table.drop(index=rows, columns=columns), rows, columns


def choose_kind(table: pd.DataFrame, kind: Kind) -> str:
    """Return the kind of bars that a table is drawn with; refuse one that would mislead."""
    _refuse_if(table.empty, "The table has no rows to draw.")
    _refuse_if(table.attrs.get("kind") == "layers", "Layers are drawn one at a time: filter with dataset.where(), or leave out by=.")
    is_count = table.attrs["columns"] is None
    divides = not is_count and _divides(table)
    kind = ("ranked" if is_count else "stacked" if divides else "panels") if kind == "auto" else kind
    _refuse_if(kind not in ("ranked", "stacked", "panels"), f"kind is '{kind}'. It is 'auto', 'ranked', 'stacked' or 'panels'.")
    _refuse_if(is_count and kind != "ranked", f"A count is drawn with kind='ranked', not '{kind}'.")
    _refuse_if(not is_count and kind == "ranked", "A cross-tab is drawn with kind='stacked' or 'panels'; for 'ranked' pass a count.")
    if kind == "stacked" and not divides:
        name = table.attrs["dimension_labels"][table.attrs["columns"]]
        raise ValueError(
            f"'{name}' can have several codes an initiative, so stacked bars would show sums of pairs as totals. "
            "Use kind='panels', or make the table with count='fractional'."
        )
    return kind


def _ranked(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    values = table.iloc[:, 0].to_numpy(float)
    best = np.nanmax(findings.plotted(table).to_numpy(float), initial=0)
    apart = [code in findings.APART for code in findings.row_codes(table)]
    strong = [style.colour("line" if a else "strong" if v == best and best > 0 else "quiet") for v, a in zip(values, apart, strict=True)]
    figure, area = _frame(table, title, call, rows=len(values), row=_row_height(table))
    axes, room = _bar_axes(figure, area, table.index, len(values))
    texts = [findings.shown(table, value) for value in values]
    if not table.attrs["options"]["weight"]:
        texts = [text if pd.isna(share) else f"{text}  ({share:.0%})" for text, share in zip(texts, table.iloc[:, 1], strict=True)]
    widest = max(style.text_width(t, SIZE["value"]) for t in texts) + 2 * GAP
    axes.barh(range(len(values)), np.nan_to_num(values), height=0.72, color=strong)
    _scale(axes, values.max(initial=0), room, widest)
    for y, (value, text) in enumerate(zip(values, texts, strict=True)):
        axes.annotate(text, (np.nan_to_num(value), y), (6, 0), textcoords="offset points", va="center", fontsize=SIZE["value"])
    return figure


def _stacked(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    codes, row_codes = findings.column_codes(table), findings.row_codes(table)
    known = style.code_colours(table.attrs, table.attrs["columns"])
    shown = [i for i, code in enumerate(codes) if code != "all"]
    bare = [codes[i] for i in shown if codes[i] not in known and codes[i] not in ("none", "other")]
    _refuse_if(
        bool(bare),
        f"These codes have no colour: {', '.join(bare)}. Give them one in codebook.csv or by style.use(colours=…), or use kind='panels'.",
    )
    colours = {i: known.get(codes[i], style.colour("quiet")) for i in shown}
    rows = [i for i, code in enumerate(row_codes) if code != "all"]
    part = table.iloc[rows]
    keys = _key_lines([(table.columns[i], colours[i]) for i in shown])
    above = len(keys) * SIZE["label"] * LINE * POINT + GAP
    figure, area = _frame(table, title, call, rows=len(rows), row=_row_height(table), extra=above)
    _draw_keys(figure, area, keys)
    axes, room = _bar_axes(figure, (area[0], area[1], area[2], area[3] - above), part.index, len(rows))
    values = np.nan_to_num(part.to_numpy(float)[:, shown])
    totals = values.sum(axis=1)
    end = table.attrs["options"].get("share") is None
    widest = style.text_width("000", SIZE["value"]) + 2 * GAP if end else GAP
    unit = _scale(axes, totals.max(initial=0), room, widest)
    left = np.zeros(len(rows))
    for k, i in enumerate(shown):
        axes.barh(range(len(rows)), values[:, k], left=left, height=0.72, color=colours[i], label=str(table.columns[i]))
        for y, value in enumerate(values[:, k]):
            text = findings.shown(table, value)
            if value and value * unit > style.text_width(text, SIZE["value"]) + 0.08:
                axes.text(left[y] + value / 2, y, text, ha="center", va="center", fontsize=SIZE["value"], color=style.ink_on(colours[i]))
        left += values[:, k]
    if end:
        for y, total in enumerate(totals):
            axes.annotate(findings.shown(table, total), (total, y), (6, 0), textcoords="offset points", va="center",
                          fontsize=SIZE["value"], fontweight="bold")  # fmt: skip
    return figure


def _panels(table: pd.DataFrame, title: str | None, call: str) -> Figure:
    count = table.shape[1]
    labels = [_wrapped(label, LABEL) for label in table.index]
    left = max(style.text_width(label, SIZE["label"]) for label in labels) + GAP
    width = (WIDTH - 2 * EDGE - left) / count
    heads = [_wrapped(label, width - 0.12, bold=True) for label in table.columns]
    widest = max(style.text_width(findings.shown(table, v), SIZE["value"]) for v in table.to_numpy().ravel()) + GAP
    too_narrow = max(style.text_width(h, SIZE["label"], bold=True) for h in heads) > width - 0.05 or width < widest + 0.3
    _refuse_if(too_narrow, f"{count} panels do not fit on a slide. Choose columns with codes= or top=, or draw a heat map.")
    above = (max(h.count("\n") for h in heads) + 1) * SIZE["label"] * LINE * POINT + GAP
    figure, area = _frame(table, title, call, rows=len(table), row=_row_height(table), extra=above)
    values = table.to_numpy(float)
    best = np.nanmax(findings.plotted(table).to_numpy(float), initial=0)
    height = area[3] - above
    for k in range(count):
        axes = _axes(figure, area[0] + left + k * width, area[1], width - 0.12, height)
        column = np.nan_to_num(values[:, k])
        colours = [style.colour("strong" if v == best and best > 0 else "quiet") for v in column]
        axes.barh(range(len(column)), column, height=0.72, color=colours, label=str(table.columns[k]))
        axes.set_ylim(len(column) - 0.5, -0.5)
        _scale(axes, best, width - 0.12, widest)
        _bare(axes)
        axes.text(0, 1 + GAP / 2 / height, heads[k], transform=axes.transAxes, fontweight="bold", va="bottom", fontsize=SIZE["label"])
        for y, value in enumerate(values[:, k]):
            if value and not np.isnan(value):
                axes.annotate(
                    findings.shown(table, value), (value, y), (4, 0), textcoords="offset points", va="center", fontsize=SIZE["value"]
                )
        if k == 0:
            _label_rows(axes, table.index)
    return figure


def _frame(table: pd.DataFrame, title: str | None, call: str, *, rows: int, row: float, extra: float = 0) -> tuple[Figure, tuple]:
    """Make a figure with its words; return it and what is left: left, bottom, width, height in inches."""
    import matplotlib.pyplot as plt

    computed = title is None
    title = findings.finding(table) if computed else title
    wide = WIDTH - 2 * EDGE
    size = next(
        (s for s in (SIZE["title"], SIZE["title"] - 2, SIZE["title"] - 4) if style.text_width(title, s, bold=True) <= wide), SIZE["title"]
    )
    heads = [
        (style.wrap(title, wide, size, bold=True), size, "bold", style.colour("ink")),
        (style.wrap(findings.subtitle(table), wide, SIZE["subtitle"]), SIZE["subtitle"], "normal", style.colour("soft")),
    ]
    below = style.wrap(findings.foot(table), wide, SIZE["foot"])
    heights = [(text.count("\n") + 1) * size * LINE * POINT for text, size, *_ in heads]
    foot_height = (below.count("\n") + 1) * SIZE["foot"] * LINE * POINT
    used = EDGE * 0.8 + sum(heights) + 0.35 + foot_height + 0.2 + EDGE * 0.6
    tall = max(HEIGHT, used + extra + rows * row)
    figure = plt.figure(figsize=(WIDTH, round(tall, 2)))
    plt.close(figure)
    tall = figure.get_size_inches()[1]
    y = tall - EDGE * 0.8
    for (text, size, weight, colour), height in zip(heads, heights, strict=True):
        figure.text(EDGE / WIDTH, y / tall, text, va="top", fontsize=size, fontweight=weight, color=colour, linespacing=1.1)
        y -= height
    bottom = EDGE * 0.6
    figure.text(EDGE / WIDTH, bottom / tall, below, va="bottom", fontsize=SIZE["foot"], color=style.colour("soft"), linespacing=1.1)
    words = {"title": title, "subtitle": findings.subtitle(table), "foot": findings.foot(table)}
    figure.foip = {"table": table, **words, "call": call + ("" if computed else f", title={title!r}") + ")"}
    figure.add_artist(plt.Rectangle((0, 0), 1, 1, color=style.colour("paper"), zorder=-9))  # what crops to content keeps the whole slide
    bottom += foot_height + 0.2
    return figure, (EDGE, bottom, wide, y - 0.35 - bottom)


def _axes(figure: Figure, left: float, bottom: float, width: float, height: float):
    """Add axes at a place in inches."""
    wide, tall = figure.get_size_inches()
    return figure.add_axes((left / wide, bottom / tall, width / wide, height / tall))


def _bar_axes(figure: Figure, area: tuple, labels: pd.Index, count: int):
    """Add axes for horizontal bars with their labels; return them and their width in inches."""
    texts = [_wrapped(label, LABEL) for label in labels]
    left = max(style.text_width(text, SIZE["label"]) for text in texts) + GAP
    height = min(area[3], count * 1.1)
    axes = _axes(figure, area[0] + left, area[1] + area[3] - height, area[2] - left, height)
    axes.set_ylim(count - 0.5, -0.5)
    _label_rows(axes, labels)
    _bare(axes)
    return axes, area[2] - left


def _row_height(table: pd.DataFrame) -> float:
    """Return the inches that a row needs at least, by the lines of the longest label."""
    return ROW * max(_wrapped(label, LABEL).count("\n") + 1 for label in table.index)


def _scale(axes, longest: float, room: float, for_text: float) -> float:
    """Set the x axis so that the longest bar leaves room for its number; return inches a unit."""
    unit = max(room - for_text, 0.2) / (longest or 1)
    axes.set_xlim(0, room / unit)
    return unit


def _bare(axes) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)


def _write_numbers(axes, table: pd.DataFrame, cells: pd.DataFrame) -> None:
    mesh = axes.collections[0]
    values = cells.to_numpy(float)
    top = max(np.nanmax(values, initial=0), 1e-9)
    for (y, x), value in np.ndenumerate(values):
        if value and not np.isnan(value):
            ink = style.ink_on(mesh.cmap(value / top))
            axes.text(x + 0.5, y + 0.5, findings.shown(table, value), ha="center", va="center", color=ink, fontsize=SIZE["value"])


def _label_rows(axes, labels: pd.Index, first: float = 0) -> None:
    """Write the labels left of the axes, the first at y = ``first``, one a unit."""
    for y, label in enumerate(labels):
        words = {"ha": "right", "va": "center", "fontsize": SIZE["label"], "linespacing": 1}
        axes.annotate(_wrapped(label, LABEL), (0, y + first), (-GAP * 72, 0), textcoords="offset points", **words)


def _head(axes, x: float, text: str, upright: bool) -> None:
    axes.annotate(text, (x, 0), (0, GAP * 36), textcoords="offset points", ha="center", va="bottom", rotation=0 if upright else 90, annotation_clip=False,
                  fontsize=SIZE["label"], linespacing=1)  # fmt: skip


def _plain(axes, x: float, y: float, text: str) -> None:
    axes.text(x, y, text, ha="center", va="center", color=style.colour("soft"), fontsize=SIZE["value"], clip_on=False)


def _ramp():
    """Return the colour map of a heat map: from almost paper to the strong colour."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    paper, strong = np.array(to_rgb(style.colour("paper"))), np.array(to_rgb(style.colour("strong")))
    ramp = LinearSegmentedColormap.from_list("foip", [paper * 0.88 + strong * 0.12, strong])
    return ramp.with_extremes(bad=style.colour("empty"))


def _key_lines(entries: list[tuple[str, str]]) -> list[list[tuple[str, str, float]]]:
    """Lay the keys of a stacked chart into lines: (label, colour, width in inches)."""
    lines, used = [[]], 0.0
    for label, colour in entries:
        width = 0.28 + style.text_width(label, SIZE["label"]) + 0.3
        if used and used + width > WIDTH - 2 * EDGE:
            lines.append([])
            used = 0.0
        lines[-1].append((label, colour, width))
        used += width
    return lines


def _draw_keys(figure: Figure, area: tuple, lines: list) -> None:
    from matplotlib.patches import Rectangle

    tall, step = figure.get_size_inches()[1], SIZE["label"] * LINE * POINT
    for n, line in enumerate(lines):
        x, y = area[0], area[1] + area[3] - n * step
        for label, colour, width in line:
            box = Rectangle((x / WIDTH, (y - 0.2) / tall), 0.18 / WIDTH, 0.18 / tall, color=colour, transform=figure.transFigure)
            figure.add_artist(box)
            figure.text((x + 0.26) / WIDTH, (y - 0.11) / tall, label, va="center", fontsize=SIZE["label"])
            x += width


def _divides(table: pd.DataFrame) -> bool:
    """Whether the columns divide each row's initiatives, so that stacking them adds up."""
    options = table.attrs["options"]
    single = table.attrs["codes_per_initiative"][table.attrs["columns"]] == "one"
    return (single or options["count"] == "fractional" or options["of"] == "pairs") and options["share"] in (None, "row")


def _wrapped(label: str, width: float, *, bold: bool = False) -> str:
    return style.wrap(str(label), width, SIZE["label"], bold=bold)


def _refuse_if(fault: bool, sentence: str) -> None:
    if fault:
        raise ValueError(sentence)
