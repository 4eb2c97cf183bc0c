"""Whole initiatives as squares, a row a code: filled where the code is stated, outlined where the
coder inferred it.

Sixty initiatives are few enough to be seen one by one, and how much of a row rests on inference is
seen without a number. They stand in tens, to be counted at a glance, and beside them a few by name.
Squares of several rows are added up by the eye: a dimension of which an
initiative can have several codes is refused.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.examples import EXAMPLES, examples_of
from foip_analysis.charts.grid import basis_grid, largest, own_hues
from foip_analysis.charts.keys import basis_keys
from foip_analysis.charts.lettering import GAP, ROW, row_height, row_labels, widest, wrapped, write
from foip_analysis.charts.sheet import axes_at, named, sheet
from foip_analysis.charts.style import EDGE, WIDTH
from foip_analysis.tables.grid import Grid
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SQUARE_MOST = 0.62  # inches that a square is wide at most
SQUARE_LEAST = 0.16  # and at least
FULL = 0.82  # of it that is drawn; the rest is the gap
BETWEEN_CODES = 0.45  # of a square between the rows of two codes
TEN = 10  # squares a line, where they fit so
TENS = 0.7  # of the width that squares could have: if tens make them smaller, lines are longer
NAMES = 2.6  # inches that names beside them need


def plot_squares(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw initiatives as squares, a row a code: filled if stated, outlined if inferred;
    each is one patch.

    Parameters
    ----------
    table
        From ``sensitivity(dataset, dimension)``, of a dimension with one code an initiative.

    Raises
    ------
    ValueError
        If the table is another, an initiative can have several codes, or there are more
        initiatives than squares that can be seen.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot(foip.sensitivity(foip.load(), "priority"), "squares")
    >>> len(figure.axes[0].patches)
    62
    """
    from matplotlib.patches import Rectangle

    grid = _check(table)
    stated, every = (grid.values[:, n].astype(int).tolist() for n in (0, 1))
    with style.applied():
        labels = row_labels([line.label for line in grid.rows])
        numbers = [_number(grid, n, some) for n, some in zip(every, stated, strict=True)]
        left, right = widest(labels) + GAP, widest(numbers) + 2 * GAP
        colours = _colours(grid, plain=stated == every)
        keys = basis_keys(grid.about.lang) if stated != every else []
        under = GAP if keys else 0
        figure, area = sheet(
            table,
            title,
            "plot(table, chart='squares'",
            rows=len(labels),
            row=ROW,
            extra=under,
            subtitle=subtitle,
            keys=keys,
        )
        room = (WIDTH - 2 * EDGE - left - right, area[3] - under)
        side, across = _side(every, *room, least=row_height(labels))
        axes = axes_at(figure, area[0] + left, area[1], room[0], room[1])
        axes.spines["left"].set_visible(False)
        named(axes, rows=labels)
        axes.set_xlim(0, room[0])
        axes.set_ylim(room[1], 0)
        top = 0.0
        for label, number, n, some, colour, line in zip(
            labels, numbers, every, stated, colours, grid.rows, strict=True
        ):
            lines = max(1, math.ceil(n / across))
            height = max(lines * side, row_height([label]))
            first = top + (height - lines * side) / 2
            for k in range(n):
                place = (k % across * side, first + k // across * side)
                square = Rectangle(place, side * FULL, side * FULL, edgecolor=colour, linewidth=2)
                square.set(facecolor=colour if k < some else style.colour("paper"), clip_on=False)
                axes.add_patch(square)
            middle = first + lines * side / 2
            write(axes, label, (0, middle), shift=-GAP * 72, ha="right")
            end = min(n, across) * side
            beside = room[0] + right - across * side - 2 * GAP
            names = _names(grid, line.code, beside, height) if across == TEN else ""
            at = (across * side if names else end, middle)
            told = say("squares-examples", grid.about.lang, number=number) if names else number
            below = "\n" * (names.count("\n") + bool(names))
            write(axes, told + below, at, shift=GAP * 72, **style.semibold())
            if names:
                write(axes, f"\n{names}", at, shift=GAP * 72, color=style.colour("soft"))
            top += height + BETWEEN_CODES * side
    return figure


def _names(grid: Grid, code: str, wide: float, high: float) -> str:
    """Return as many names of initiatives with a code, a line each, as there is room for under a
    line with their number; none if there is none.
    """
    itself = grid.about
    names = (itself.initiatives[each]["name"] for each in examples_of(itself, code))
    fitting = [name for name in names if wide >= NAMES and "\n" not in wrapped(name, wide)]
    return "\n".join(fitting[: max(min(EXAMPLES, int(high / ROW) - 1), 0)])


def _check(table: pd.DataFrame) -> Grid:
    grid = basis_grid(table, "Squares")
    of = grid.about.rows or ""
    if grid.about.codes_per_initiative[of] != "one":
        raise ValueError(
            f"An initiative can have several codes of '{of}', so its squares would show "
            "it several times. Draw it as dots, with foip.plot(table), or as plot(table, 'stated')."
        )
    return grid


def _side(every: list[int], wide: float, high: float, *, least: float) -> tuple[float, int]:
    """Return the inches that a square may be wide, so that all rows fit, and how many are in a
    line: ten, unless that makes them much smaller.
    """
    free = _widest(every, wide, high, least, None)
    tens = _widest(every, wide, high, least, TEN)
    if tens and tens >= TENS * free:
        return tens, TEN
    if free:
        return free, max(1, int(wide / free))
    raise ValueError(
        f"{sum(every)} initiatives are more than squares can show on a slide. Draw them with "
        "plot, or choose fewer with dataset.where()."
    )


def _widest(every: list[int], wide: float, high: float, least: float, line: int | None) -> float:
    """Return the inches that squares may be wide with so many a line, or as many as fit; 0 if none
    fit.
    """
    for steps in range(round(SQUARE_MOST * 100), round(SQUARE_LEAST * 100) - 1, -1):
        side = steps / 100
        across = line or int(wide / side)
        if across * side > wide:
            continue
        lines = [max(1, math.ceil(n / across)) for n in every]
        used = sum(max(n * side, least) for n in lines) + (len(every) - 1) * BETWEEN_CODES * side
        if used <= high:
            return side
    return 0


def _number(grid: Grid, every: int, stated: int) -> str:
    told = {"number": grid.number(every), "stated": grid.number(stated)}
    return say(f"squares-{'alone' if stated == every else 'number'}", grid.about.lang, **told)


def _colours(grid: Grid, *, plain: bool) -> list[str]:
    """Return the colour of each code's squares; ``plain`` where all of the squares are filled: then
    a strong one for the largest and a quiet one for the others, unless the codes have hues that are
    all seen on paper.
    """
    itself = grid.about
    known = own_hues(itself) if plain else style.code_colours(itself, itself.rows)
    most = largest(grid.values)
    loud = {n for n, line in enumerate(grid.values.tolist()) if max(line) == most}
    rest = style.colour("quiet" if plain and not known else "strong")
    return [
        known.get(line.code, style.colour("strong") if n in loud else rest)
        for n, line in enumerate(grid.rows)
    ]
