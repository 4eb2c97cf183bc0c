"""What any drawing of a table's grid needs: whether it may be drawn so, and in which colours.

What stands in the grid is the table's to say (``tables/grid.py``). Refused in words is what a chart
would show wrongly: stacked bars that do not add up, values under zero, a table that is no grid of
counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.kinds import SUITS, Bars, Kind
from foip_analysis.dataset.characters import bare
from foip_analysis.tables.about import About, about
from foip_analysis.tables.competing import plotted
from foip_analysis.tables.grid import Grid, Line, Mask, Values, grid_of
from foip_analysis.tables.kinds import COUNTED
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    from matplotlib.colors import Colormap

MOST_LINES = 300  # rows or columns of a chart: a sheet of more is as long as ten slides
ROOM_OF_LAYERS = 2_000  # rows of all layers, or flows
NO_BASE = "–"  # what is written for a share of nothing, which is no zero
SEEN = 3  # to 1, the contrast of a colour that is seen on paper
SPARSE = 1 / 3  # of the cells: where more are empty, a 0 in each would hide the pattern
FAINT = 0.35  # of a colour that is left in a share of too few
GROUPED = 3  # columns of grouped bars: with more, a row is a comb


def refuse_large(table: object, *, rows: int = MOST_LINES) -> None:
    """Refuse a table of more lines than any sheet has room for, before any is looked at; what is no
    table is refused elsewhere.
    """
    if not isinstance(table, pd.DataFrame):
        return
    rows = rows if table.index.nlevels == 1 else ROOM_OF_LAYERS
    for side, number, most in (("rows", len(table), rows), ("columns", table.shape[1], MOST_LINES)):
        _refuse_if(
            number > most,
            f"{number:,} {side} do not fit on a slide; no chart has room for more than {most:,}. "
            "Choose with codes= or top= when you make the table.",
        )


def heat_grid(table: pd.DataFrame) -> Grid:
    """Return what a heat map shows: its ``inner`` grid, which is shaded, and then the margins;
    refuse a table that it would show wrongly.
    """
    grid = _check(table)
    _refuse_if(
        grid.about.kind == "layers",
        "A heat map shows one layer. Filter with dataset.where(), or leave out by=.",
    )
    _refuse_if(
        grid.about.columns is None,
        "A heat map needs a cross-tab of two dimensions; draw a count with plot(table).",
    )
    refuse_empty(grid.inner)
    rows, columns = (
        sorted(range(len(lines)), key=lambda n: lines[n].margin)
        for lines in (grid.rows, grid.columns)
    )
    return grid.take(rows, columns)


def basis_grid(table: pd.DataFrame, chart: str) -> Grid:
    """Return how many initiatives of each row are stated and how many there are; refuse another
    table, for the ``chart`` that is to show it.
    """
    itself, asked = about(table), about(table).question
    if itself.kind != "range" or itself.more["to"] != "inference" or itself.columns:
        raise ValueError(
            f"{chart} show how much of a count is stated. Pass what sensitivity(dataset, "
            "dimension) returns; draw a count with plot(table)."
        )
    refuse_large(table)
    _refuse_if(
        bool(asked.share or asked.weight or asked.count != "initiatives"),
        f"{chart} show initiatives: leave out share=, weight= and count=.",
    )
    grid = grid_of(table).inner
    refuse_empty(grid)
    return grid


def bar_grid(table: pd.DataFrame, kind: Kind) -> tuple[Grid, Bars]:
    """Return what bars show, and the kind that they are drawn as; refuse what would mislead.

    Of a count the first column is its number.
    """
    grid = _check(table)
    _refuse_if(
        grid.about.kind == "layers",
        "Layers are drawn one at a time: filter with dataset.where(), or leave out by=.",
    )
    is_count = grid.about.columns is None
    divides = not is_count and _divides(grid)
    _refuse_if(
        kind not in ("auto", *get_args(Bars)),
        f"kind is '{kind}'. It is 'auto', 'ranked', 'stacked', 'grouped' or 'panels'.",
    )
    if kind == "auto":
        kind = "ranked" if is_count else "stacked" if divides else "panels"
    _refuse_if(is_count and kind != "ranked", f"A count is drawn with kind='ranked', not '{kind}'.")
    _refuse_if(
        not is_count and kind == "ranked",
        "A cross-tab is drawn with kind='stacked', 'grouped' or 'panels'; for 'ranked' "
        "pass a count.",
    )
    parts = len(grid.inner.columns)
    _refuse_if(
        kind == "grouped" and parts > GROUPED,
        f"kind='grouped' shows up to {GROUPED} columns, and these are {parts}. Choose with "
        "codes=, or use kind='panels'.",
    )
    if kind == "stacked" and not divides:
        name = grid.about.dimension_labels[grid.about.columns or ""]
        raise ValueError(
            f"'{name}' can have several codes an initiative, so stacked bars would show "
            "sums of pairs as totals. "
            "Draw it with plot(table, 'panels'), or make the table with count='fractional'."
        )
    if is_count:
        order = sorted(range(len(grid.columns)), key=lambda n: grid.columns[n].code == "share")
        grid = grid.take(range(len(grid.rows)), order)
        _refuse_if(
            grid.columns[0].code == "share",
            "The numbers of this count were taken out. Draw it as it came from count().",
        )
    return grid, kind


def refuse_empty(grid: Grid) -> None:
    """Refuse a grid without cells."""
    _refuse_if(not grid.values.size, "The table has no rows or no columns to draw.")


def largest(values: Values) -> float:
    """Return the largest value; 0 if there is none."""
    return float(np.nan_to_num(values).max(initial=0))


def part_colours(grid: Grid) -> list[str]:
    """Return the colour of each part of stacked bars, without the margin; refuse codes that have
    none.
    """
    known = style.code_colours(grid.about, grid.about.columns)
    parts = grid.inner.columns
    faint = {"other": style.colour("quiet"), "none": style.colour("line")}
    known |= {line.code: faint[line.role] for line in parts if line.role}
    codes = [line.code for line in parts]
    bare = [code for code in codes if code not in known]
    _refuse_if(
        bool(bare),
        f"These codes have no colour: {', '.join(bare)}. Give them one in codebook.csv "
        "or by style.use(colours=…), or use kind='panels'.",
    )
    return [known[code] for code in codes]


def own_hues(itself: About) -> dict[str, str]:
    """Return code → colour of the rows where each initiative has one and all are seen on paper:
    they are the same wherever the codes stand; else nothing.
    """
    known, paper = style.code_colours(itself, itself.rows), style.colour("paper")
    single = itself.codes_per_initiative.get(itself.rows or "") == "one"
    seen = all(style.contrast(colour, paper) >= SEEN for colour in known.values())
    return known if single and seen else {}


def shaded_cells(grid: Grid, *, most: float | None = None) -> list[list[str | None]]:
    """Return the colour of each cell of a heat map: the darker, the nearer to the ``most`` (the
    largest value, if it is left out); a quiet cell and one with none are as empty, and margins have
    no colour.
    """
    from matplotlib.colors import to_hex

    values, shade = heats(grid), ramp()
    most = largest(values[~grid.margins]) if most is None else most
    return [
        [
            None if outside else to_hex(shade(value / most)) if value > 0 else style.colour("empty")
            for value, outside in zip(line, beside, strict=True)
        ]
        for line, beside in zip(values.tolist(), grid.margins.tolist(), strict=True)
    ]


def noughts(grid: Grid) -> Mask:
    """Return in which cells a heat map writes a 0: in all that have one, if they are few."""
    inner = ~grid.margins
    empty: Mask = (grid.values == 0) & inner
    return empty if empty.sum() <= SPARSE * inner.sum() else np.zeros_like(empty)


def heats(grid: Grid) -> Values:
    """Return what the cells of a heat map are coloured by: not a number for those that have none,
    and for quiet ones.
    """
    values: Values = np.where((grid.values == 0) | grid.quiet, np.nan, grid.values)
    return values


def code_of(lines: Sequence[Line], named: str, option: str) -> str:
    """Return the code of a line that an option of a chart names by code or label."""
    known = {bare(name): line.code for line in lines for name in (line.label, line.code)}
    if (code := known.get(bare(named))) is None:
        hint = did_you_mean(named, [line.code for line in lines])
        raise ValueError(f"{option} asks for '{named}', which the table has not.{hint}")
    return code


def shades(table: pd.DataFrame, grid: Grid, column: int = 0) -> list[str]:
    """Return a colour for each row's bar in a column: the leaders strong, quiet ones and lines that
    do not compete faint.
    """
    best, faint = largest(plotted(table).to_numpy(float)), grid.apart | grid.quiet
    return [
        style.colour("line" if soft else "strong" if value == best and best > 0 else "quiet")
        for value, soft in zip(
            grid.values[:, column].tolist(), faint[:, column].tolist(), strict=True
        )
    ]


def inks(grid: Grid) -> list[list[str]]:
    """Return the colour of each cell's number beside its bar: soft for margins and quiet ones."""
    soft, ink = style.colour("soft"), style.colour("ink")
    return [[soft if each else ink for each in line] for line in grid.margins | grid.quiet]


def tinted(colour: str, grid: Grid, column: int) -> str | list[str]:
    """Return the colour of a column's bars: one, or one a row where some are quiet."""
    few = grid.quiet[:, column]
    return [fainter(colour) if each else colour for each in few] if few.any() else colour


def fainter(colour: str) -> str:
    """Return what is left of a colour in a share of too few."""
    return style.mixed(colour, style.colour("paper"), 1 - FAINT)


def ramp() -> Colormap:
    """Return the colour map of a heat map: from almost paper to the strong colour."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    paper, strong = (np.array(to_rgb(style.colour(part))) for part in ("paper", "strong"))
    ramp = LinearSegmentedColormap.from_list("foip", [paper * 0.88 + strong * 0.12, strong])
    return ramp.with_extremes(bad=style.colour("empty"))


def _divides(grid: Grid) -> bool:
    """Whether the columns divide each row's initiatives, so that stacking them adds up."""
    asked = grid.about.question
    single = grid.about.codes_per_initiative[grid.about.columns or ""] == "one"
    adds_up = single or asked.count == "fractional" or asked.of == "pairs"
    return adds_up and asked.share in (None, "row")


def _check(table: pd.DataFrame) -> Grid:
    refuse_large(table)
    itself = about(table)
    _refuse_if(
        itself.kind in SUITS and itself.kind not in COUNTED,
        f"This table of {itself.kind} is no grid of counts. Draw it with foip.plot(table).",
    )
    what = f"of {itself.kind} holds no counts" if itself.kind else "does not say what it counts"
    slide = " On a slide it is ('table', table, title)."
    slide += "" if itself.kind else " pandas draws it, as in table.plot.barh()."
    _refuse_if(
        itself.kind not in COUNTED,
        f"This table {what}. Draw one from count() or cross_tab(), as it came.{slide}",
    )
    grid = grid_of(table)
    refuse_empty(grid)
    negative = [line.label for n, line in enumerate(grid.columns) if (grid.values[:, n] < 0).any()]
    _refuse_if(
        bool(negative),
        f"The table has values under 0 (in {', '.join(negative)}); bars and shades start at 0.",
    )
    return grid


def _refuse_if(fault: bool, sentence: str) -> None:
    if fault:
        raise ValueError(sentence)
