"""Who appears with whom: a dimension by itself → a staircase of pairs.

A pair stands once, below the diagonal. The diagonal is another number, how many initiatives have
the code at all, so it is set apart, without a shade. The label stands at the end of its row, where
its column begins: one label serves both. Codes that are tied stand side by side, the strongest
first.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import ramp, refuse_large
from foip_analysis.charts.keys import KeyLine, hollow, key_lines, write_keys
from foip_analysis.charts.lettering import (
    GAP,
    block_height,
    paragraph,
    row_height,
    widest,
    wrapped,
    write,
)
from foip_analysis.charts.sheet import shaded, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Grid, grid_of
from foip_analysis.tables.notes import in_brackets, of_base
from foip_analysis.words.catalogue import joined, say, within

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

PAIR_WIDE = 1.0  # inches that a cell is wide at most
STEP_LABEL = 3.4  # inches that a label may be wide
KEY_WIDE = 4.2  # inches that the key is wide where it stands beside the staircase


def plot_pairs(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw which codes of a dimension stand together in an initiative: partners with partners,
    tools with tools.

    Japan is the centre of every initiative and no code of ``partner``, so it is not among the
    partners.

    Parameters
    ----------
    table
        From ``cross_tab`` of a dimension by itself: ``cross_tab(dataset, "partner", "partner")``.
        Codes without any pair are named beside the staircase; margins are not drawn.

    Raises
    ------
    ValueError
        If the table is of two dimensions or of shares, has no pairs, or has more codes than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.plot(foip.cross_tab(foip.load(), "tool", "tool"), "pairs").foip["subtitle"]
    'Initiatives by pair (tool × tool), all 62; an initiative can be in several pairs'
    """
    grid, never = _arrange(_counts(table))
    names = [line.label for line in grid.rows]
    colours, pairs = ramp().with_extremes(bad="none"), np.tril(grid.values, -1)
    with style.applied():
        labels = [wrapped(name, STEP_LABEL) for name in names]
        numbers = list(chain(*grid.texts()))
        room = WIDTH - 2 * EDGE
        cell = min(
            [
                PAIR_WIDE,
                *((room - GAP - widest([label])) / (n + 1) for n, label in enumerate(labels)),
            ]
        )
        if cell < max(0.27, widest(numbers, bold=True) + 0.04):
            raise ValueError(
                f"{len(names)} codes with a pair do not fit on a slide. Choose with codes= or top=."
            )
        keys, below = _key(never)
        key = sum(tall for _, tall in keys)
        height = key + (block_height(below, SIZE["label"]) if below else 0)
        width = max([sum(k[2] + 0.32 for k in line) for line, _ in keys] + [widest([below])])
        row = row_height(labels)
        beside = _fits_beside(
            [(n + 1) * cell + GAP + widest([label]) for n, label in enumerate(labels)],
            room - width,
            height,
            row,
        )
        figure, area = sheet(
            table,
            title,
            "plot(table, chart='pairs'",
            rows=len(names),
            row=row,
            extra=0 if beside else height + GAP,
            subtitle=subtitle,
            computed={"subtitle": _subtitle(table)},
        )
        left = area[0] + room - width if beside else area[0]
        write_keys(figure, (left, area[1], width, area[3]), keys)
        if below:
            soft = style.colour("soft")
            paragraph(figure, left, area[1] + area[3] - key, below, SIZE["label"], color=soft)
        top = area[3] - (0 if beside else height + GAP)
        row = min(top / len(names), max(0.62, row))
        place = (area[0], area[1] + top - row * len(names), cell * len(names), row * len(names))
        axes = shaded(figure, place, np.where(pairs > 0, pairs, np.nan), colours, 0, pairs.max())
        axes.set_facecolor("none")
        _write_pairs(axes, grid, labels, colours)
    return figure


def _counts(table: pd.DataFrame) -> Grid:
    """Return the counts of a dimension by itself, code by code; refuse what has no pairs."""
    refuse_large(table)
    itself = about(table)
    if itself.kind != "cross_tab" or itself.rows != itself.columns:
        raise ValueError(
            "Pairs need a dimension by itself. Make the table with cross_tab(dataset, "
            "'partner', 'partner')."
        )
    if itself.question.share or itself.question.count == "fractional":
        raise ValueError(
            "Pairs are counted whole. Make the table without share= and without count='fractional'."
        )
    grid = grid_of(table)
    rows, columns = (
        [n for n, line in enumerate(lines) if line.role not in ("all", "none")]
        for lines in (grid.rows, grid.columns)
    )
    counts = grid.take(rows, columns)
    if [line.code for line in counts.rows] != [line.code for line in counts.columns]:
        raise ValueError(
            "Rows and columns are not the same codes. Choose them with codes=, which holds "
            "for both."
        )
    if not (np.triu(counts.values, 1) > 0).any():
        name = itself.dimension_labels[itself.question.rows]
        raise ValueError(
            f"No initiative has two codes of '{name}', so there is no pair to draw. Draw "
            "the count with plot(table)."
        )
    return counts


def _arrange(counts: Grid) -> tuple[Grid, Grid]:
    """Return the codes that have a pair, group by group, and those that have none."""
    values = counts.values
    tied = np.where(np.eye(len(values), dtype=bool), 0, values)
    ties, group = tied.sum(axis=1), np.arange(len(values))
    # Each code takes the lowest number among its own and its neighbours': a group ends with one.
    for _ in values:
        lower = np.minimum(group[:, None], group[None, :])
        group = np.where(tied > 0, lower, group[:, None]).min(axis=1)
    weight = np.bincount(group, ties, minlength=len(values))[group]
    order = [n for n in np.lexsort((np.arange(len(values)), -ties, group, -weight)) if ties[n]]
    never = np.flatnonzero(ties == 0).tolist()
    return counts.take(order, order), counts.take(never, never)


def _subtitle(table: pd.DataFrame) -> str:
    itself = about(table)
    return say(
        "pairs-subtitle",
        itself.lang,
        dimension=within(itself.dimension_labels[itself.question.rows], itself.lang),
        selection=in_brackets(itself.selection, itself.lang),
        of=of_base(itself.whole_base, itself.total, 1, itself.lang),
    )


def _key(never: Grid) -> tuple[list[KeyLine], str]:
    """Return the key in lines, and the sentence on the codes without a pair."""
    lang = never.about.lang
    both, alone = style.colour("strong"), hollow("quiet", 1.5)
    keys = key_lines([(say("pairs-both", lang), both), (say("pairs-alone", lang), alone)])
    told = [
        f"{line.label}\N{NO-BREAK SPACE}{number}"
        for n, line in enumerate(never.rows)
        if (number := never.texts()[n][n])
    ]
    if not told:
        return keys, ""
    return keys, wrapped(say("pairs-never", lang, labels=joined(told, lang)), KEY_WIDE)


def _fits_beside(ends: list[float], room: float, height: float, row: float) -> bool:
    """Whether the key fits into the corner above the staircase, with the labels that end in
    inches.
    """
    return all(end + 0.4 <= room for n, end in enumerate(ends) if n * row < height + 0.1)


def _write_pairs(axes: Axes, grid: Grid, labels: list[str], colours: Colormap) -> None:
    """Write the numbers, and at the end of each row its label; empty tiles show where no
    initiative has both.
    """
    from matplotlib.patches import Rectangle

    most, paper, texts = np.tril(grid.values, -1).max(), style.colour("paper"), grid.texts()
    for (y, x), value in np.ndenumerate(grid.values):
        if x > y:
            continue
        weight: Literal["bold", "normal"] = "bold" if x == y else "normal"
        if x == y:
            tile = Rectangle((x + 0.04, y + 0.06), 0.92, 0.88, fill=False, linewidth=1.5)
            tile.set_edgecolor(style.colour("quiet"))
            axes.add_patch(tile)
        elif not value:
            tile = Rectangle((x, y), 1, 1, facecolor=style.colour("empty"), linewidth=1.5, zorder=0)
            tile.set_edgecolor(paper)
            axes.add_patch(tile)
        if value:
            ink = style.colour("ink") if x == y else style.ink_on(colours(value / most))
            write(axes, texts[y][x], (x + 0.5, y + 0.5), ha="center", color=ink, fontweight=weight)
    for n, label in enumerate(labels):
        write(axes, label, (n + 1, n + 0.5), shift=GAP * 72)
