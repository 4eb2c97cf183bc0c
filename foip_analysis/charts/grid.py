"""What any drawing of a grid needs: which table it is, how it may be drawn, and in which colours.

Refused in words is what a chart would show wrongly: stacked bars that do not add up, values under
zero, a table that is no grid of counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.tables import findings
from foip_analysis.tables.about import about, kind_of

if TYPE_CHECKING:
    from matplotlib.colors import Colormap

Kind = Literal["auto", "ranked", "stacked", "grouped", "panels"]
MOST = 3  # columns of grouped bars: with more, a row is a comb


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
        "A cross-tab is drawn with kind='stacked', 'grouped' or 'panels'; for 'ranked' "
        "pass a count.",
    )
    parts = 0 if is_count else sum(code != "all" for code in findings.column_codes(table))
    too_many = kind == "grouped" and parts > MOST
    _refuse_if(
        too_many,
        f"kind='grouped' shows up to {MOST} columns, and these are {parts}. Choose with "
        "codes=, or use kind='panels'.",
    )
    _refuse_if(kind == "grouped" and not parts, "The table has no rows or no columns to draw.")
    if kind == "stacked" and not divides:
        name = about(table).dimension_labels[about(table).columns]
        raise ValueError(
            f"'{name}' can have several codes an initiative, so stacked bars would show "
            "sums of pairs as totals. "
            "Use kind='panels', or make the table with count='fractional'."
        )
    return kind


def largest(values: np.ndarray) -> float:
    """Return the largest value; 0 if there is none."""
    return float(np.nan_to_num(values).max(initial=0))


def part_colours(table: pd.DataFrame) -> list[str]:
    """Return the colour of each part of stacked bars, without the margin; refuse codes that have
    none.
    """
    known = style.code_colours(about(table), about(table).columns)
    known = {"other": style.colour("quiet"), "none": style.colour("line")} | known
    codes = [code for code in findings.column_codes(table) if code != "all"]
    bare = [code for code in codes if code not in known]
    _refuse_if(
        bool(bare),
        f"These codes have no colour: {', '.join(bare)}. Give them one in codebook.csv "
        "or by style.use(colours=…), or use kind='panels'.",
    )
    return [known[code] for code in codes]


def shades(table: pd.DataFrame, values: np.ndarray, column: int = 0) -> list[str]:
    """Return a colour for each row's bar in a column: the leaders strong, lines that do not
    compete faint.
    """
    best = largest(findings.plotted(table).to_numpy(float))
    column_apart = about(table).columns and findings.column_codes(table)[column] in findings.APART
    faint = [column_apart or code in findings.APART for code in findings.row_codes(table)]
    return [
        style.colour("line" if f else "strong" if v == best and best > 0 else "quiet")
        for v, f in zip(values, faint, strict=True)
    ]


def ramp() -> Colormap:
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
        f"The table has values under 0 (in {', '.join(map(str, negative))}); bars and "
        "shades start at 0.",
    )


def _refuse_if(fault: bool, sentence: str) -> None:
    if fault:
        raise ValueError(sentence)
