"""A test of association → a heat map of what stands out from independence, and of how little does.

One number makes a cell: its signed residual, to one decimal. It is the text, and it decides the
colour, from one hue over paper to the other. The scale reaches at least as far as a cell must to
pass after correction, so a table in which nothing stands out looks as quiet as it is.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import refuse_large
from foip_analysis.charts.keys import KeyLine, Look, hollow, key_lines, write_keys
from foip_analysis.charts.lettering import (
    GAP,
    column_heads,
    heads_height,
    row_height,
    row_labels,
    widest,
    write,
    write_head,
)
from foip_analysis.charts.sheet import frame_cells, shaded, sheet
from foip_analysis.charts.style import EDGE, HEIGHT, WIDTH
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables import gaps
from foip_analysis.tables.about import about
from foip_analysis.tables.axes import Numbers
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

    from foip_analysis.tables.association import Association

FEWER = "Swap rows and columns, or draw some of the residuals, as in found.residuals[['name']]."
BETWEEN_PARTS = 0.35  # inches between parts that stand side by side
QUIET_BELOW = 1.0  # a residual below is written quietly
# the share of a hue in a colour is the share of the scale to this power: what is near zero stays
# pale
PALE = 1.5


def plot_residuals(
    association: Association | pd.DataFrame,
    *,
    title: str | None = None,
    subtitle: str | None = None,
) -> Figure:
    """Draw which pairs of codes stand together more or less often than independence would have it.

    Each cell has its signed residual; those that pass after correction are bold and framed. Rows
    that do not fit under each other stand in two or three parts, side by side, where there is room.

    Parameters
    ----------
    association
        From ``association``, or its ``residuals``.

    Raises
    ------
    ValueError
        If there are no residuals, or more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.association(foip.load(), "tool", "region", none="include", draws=99)
    >>> foip.plot(found).foip["title"]
    'No pair of tool and region stands out after correction; p (permutation) = 0.1'
    """
    own = isinstance(association, pd.DataFrame)
    table = association if own else getattr(association, "residuals", None)
    if not isinstance(table, pd.DataFrame) or about(table).kind != "association":
        raise ValueError(
            "These are no residuals. Pass what association() returns; draw counts with plot(table)."
        )
    refuse_large(table)
    if table.empty:
        raise ValueError("The table has no rows or no columns to draw.")
    values, passes = table.to_numpy(float).round(1), gaps.passing(table)
    texts = [[gaps.residual(value) for value in row] for row in values]
    tests, reach = sum(map(len, about(table).more["p_max_t"].values())), about(table).more["reach"]
    limit = max(reach if math.isfinite(reach) else QUIET_BELOW, QUIET_BELOW, np.abs(values).max())
    with style.applied():
        labels, keys = row_labels(table.index), _keys(table, passes, tests)
        key = sum(height for _, height in keys) + 0.1
        parts = _parts(table, labels, widest([text for row in texts for text in row], bold=True))
        sheets = []
        for number, cell, heads, upright in parts:
            rows, above = -(-len(table) // number), heads_height(heads, upright)
            figure, area = sheet(
                table,
                title,
                "plot(table",
                rows=rows,
                row=row_height(labels),
                extra=above + key,
                subtitle=subtitle,
            )
            sheets.append(
                (figure.get_size_inches()[1], number, rows, cell, heads, upright, figure, area)
            )
            if sheets[-1][0] <= HEIGHT + 0.01:
                break
        *_, rows, cell, heads, upright, figure, area = min(sheets, key=lambda found: found[:2])
        above = heads_height(heads, upright)
        write_keys(figure, area, keys)
        row = min((area[3] - above - key) / rows, max(0.62, row_height(labels)))
        left, wide, colours = widest(labels) + GAP, cell * table.shape[1], diverging()
        for n, start in enumerate(range(0, len(table), rows)):
            part = slice(start, start + rows)
            tall = row * len(labels[part])
            x, y = (
                area[0] + left + n * (left + wide + BETWEEN_PARTS),
                area[1] + area[3] - key - above - tall,
            )
            place = (x, y, wide, tall)
            axes = shaded(figure, place, values[part], colours, -limit, limit)
            for x, head in enumerate(heads):
                write_head(axes, x + 0.5, head, upright=upright)
            for y, label in enumerate(labels[part]):
                write(axes, label, (0, y + 0.5), shift=-GAP * 72, ha="right")
            _write_residuals(axes, values[part], texts[part], passes[part], colours, limit)
            frame_cells(axes, passes[part], within=0.01)
    return figure


def _parts(
    table: pd.DataFrame, labels: list[str], number: float
) -> list[tuple[int, float, list[str], bool]]:
    """Return in how many parts the rows can stand side by side, with each one's width of a cell,
    its heads and whether they stand upright.

    A table that is higher than a slide would shrink on it until its text is too small.
    """
    found = []
    for parts in (1, 2, 3):
        wide = (WIDTH - 2 * EDGE - BETWEEN_PARTS * (parts - 1)) / parts - widest(labels) - GAP
        cell = min(wide / table.shape[1], 2.2)
        try:
            found.append((parts, cell, *column_heads(table.columns, cell, number, advice=FEWER)))
        except ValueError:
            if not found:
                raise
            break
    return found


def _write_residuals(
    axes: Axes,
    values: Numbers,
    texts: list[list[str]],
    passes: Flags,
    colours: Colormap,
    limit: float,
) -> None:
    for (y, x), value in np.ndenumerate(values):
        ground = colours((value / limit + 1) / 2)
        quiet = abs(value) < QUIET_BELOW and style.contrast(style.colour("soft"), ground) >= 4.5
        ink = style.colour("soft") if quiet else style.ink_on(ground)
        weight: Literal["bold", "normal"] = "bold" if passes[y, x] else "normal"
        write(axes, texts[y][x], (x + 0.5, y + 0.5), ha="center", color=ink, fontweight=weight)


def diverging() -> Colormap:
    """Return the colour map of residuals: from the counter colour over paper to the strong one,
    pale around the middle.
    """
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    counter, paper, strong = (
        np.array(to_rgb(style.colour(part))) for part in ("counter", "paper", "strong")
    )
    steps = np.linspace(-1, 1, 201)
    mixed = [
        paper + abs(step) ** PALE * ((counter if step < 0 else strong) - paper) for step in steps
    ]
    return LinearSegmentedColormap.from_list("foip-residuals", mixed, N=1001)


def _keys(table: pd.DataFrame, passes: Flags, tests: int) -> list[KeyLine]:
    lang = about(table).lang
    entries: list[tuple[str, Look]] = [
        (say("residuals-more", lang), style.colour("strong")),
        (say("residuals-fewer", lang), style.colour("counter")),
    ]
    if passes.any():
        level = str(about(table).more["level"])
        passing_at = say("residuals-passes", lang, level=level, tests=tests)
        entries.append((passing_at, hollow("ink", 2)))
    return key_lines(entries)
