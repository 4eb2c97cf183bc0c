"""Tables → PowerPoint's own tables on slides: plain, or shaded as a heat map.

Nothing shrinks until it cannot be read: a table that is longer than a slide goes on over further
ones, its heads repeated and its shades the same; one that is wider is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import NO_BASE, heat_grid, noughts, shaded_cells
from foip_analysis.slides import office
from foip_analysis.slides.room import (
    LABEL_POINTS,
    MOST,
    SLIDE_LABEL,
    Drawing,
    label_width,
    parts_of,
    too_many,
)
from foip_analysis.slides.stage import Area
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Grid, Side, share_columns, shown
from foip_analysis.words.catalogue import say
from foip_analysis.words.numerals import number_writer, percent

LARGER = (18, 16, LABEL_POINTS)  # points of a plain table's text: the first that fits
NARROW = ((2.4, 2.4), (1.7, 1.7), (1.2, 1.2))  # where the columns of a heat map need the room
HEAD_WIDE = 1.5  # inches that a column of a heat map is wide where there is room
SPARE = 0.14  # inches that a table's row is higher where there is room
MEMBER_COLUMNS = ("name", "summary", "words")  # of the initiatives that members() gives
SIDE = 0.08  # inches beside a cell's text
# PowerPoint's name of the table style without lines and colours
BARE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


class Cell(NamedTuple):
    """A cell of a slide's table: its text, its colour if it is shaded, and how it is written."""

    text: str
    fill: str | None
    ink: str
    bold: bool = False


@dataclass(frozen=True, eq=False)
class Laid:
    """A table laid out for a width: its cells with the heads first, and what each row needs."""

    table: pd.DataFrame
    cells: list[list[Cell]]
    widths: list[float]
    lang: str | None
    size: float = LABEL_POINTS
    numeric: tuple[bool, ...] = ()  # columns of a plain table; none of a heat map
    margins: frozenset[int] = frozenset()  # rows that stand apart

    @cached_property
    def needs(self) -> list[float]:
        """How high each row is at least, in inches."""
        return [
            max(
                office.text_height(cell.text, width - 2 * SIDE, self.size, bold=cell.bold)
                for cell, width in zip(row, self.widths, strict=True)
            )
            + 0.05
            for row in self.cells
        ]


def plan_heat_map(table: pd.DataFrame, lang: str | None, area: Area) -> list[Drawing]:
    """Return what draws a native table, its cells shaded by size, margins apart, a 0 where few
    cells have one and a dash for a share of nothing: once for each slide that it takes.

    Raises
    ------
    ValueError
        If it is no cross-tab, or too wide for the area.
    """
    grid, soft = heat_grid(table), style.colour("soft")
    heads, columns = _heads(grid, "rows"), _heads(grid, "columns")
    cells = [[Cell(str(table.index.name or ""), None, soft), *columns]]
    told = grid.texts(aside=grid.margins | noughts(grid), unknown=NO_BASE)
    written = zip(heads, told, shaded_cells(grid), grid.quiet, strict=True)
    for head, texts, fills, quiet in written:
        row = [head]
        for text, fill, few in zip(texts, fills, quiet, strict=True):
            ink = style.ink_on(fill) if fill and text and not few else soft
            row.append(Cell(text, fill, ink, bold=fill is None))
        cells.append(row)
    by_column = [[row[k].text for row in cells] for k in range(len(cells[0]))]
    least = _least(by_column, LABEL_POINTS, bold_head=False)
    lefts = [
        max(label_width(by_column[0], most, 2 * SIDE), least[0]) for most in (SLIDE_LABEL, *NARROW)
    ]
    left = next((left for left in lefts if left + sum(least[1:]) <= area.wide), None)
    if left is None:
        raise ValueError(
            too_many(table, "columns", len(columns), int((area.wide - lefts[-1]) / max(least[1:])))
        )
    widths = [
        left,
        *_shared([max(HEAD_WIDE, word) for word in least[1:]], least[1:], area.wide - left),
    ]
    margins = frozenset(n for n, line in enumerate(grid.rows, start=1) if line.margin)
    return _in_parts(Laid(table, cells, widths, lang, margins=margins), area)


def plan_table(table: pd.DataFrame, lang: str | None, area: Area) -> list[Drawing]:
    """Return what draws a native table as it is (labels, heads, cells): once for each slide that it
    takes. Of ``members`` it shows what a hearer can follow: name, summary and deciding words.

    Raises
    ------
    ValueError
        If it is too wide for the area, or has nothing to show.
    """
    if table.empty:
        raise ValueError("The table has no rows or no columns to show.")
    if about(table).kind == "members" and {"initiative_id", *MEMBER_COLUMNS} <= {*table.columns}:
        named = {name: say(f"slide-column-{name}", about(table).lang) for name in MEMBER_COLUMNS}
        table = table[list(named)].rename(columns=named)
    bare, quiet = shown(table)
    unnamed = isinstance(bare.index, pd.RangeIndex) and bare.index.name is None
    names = ["" if name is None else str(name) for name in bare.index.names]
    flat = bare if unnamed else bare.reset_index(names=names, allow_duplicates=True)
    ink, soft = style.colour("ink"), style.colour("soft")
    heads = [
        (": ".join(map(str, head)) if isinstance(head, tuple) else str(head)).replace("_", " ")
        for head in flat.columns
    ]  # a name such as only_in_first is torn between its words, not within
    beside = [False] * (flat.shape[1] - table.shape[1])
    texts = []
    for n, shares in enumerate(beside + share_columns(table)):
        column = flat.iloc[:, n]
        write = number_writer(column)
        if shares and pd.api.types.is_float_dtype(column):
            write = _percentage
        texts.append([write(cell) for cell in column])
    cells = [[Cell(head, None, ink, bold=True) for head in heads]]
    inks = np.where(np.pad(quiet, ((0, 0), (len(beside), 0))), soft, ink).tolist()
    cells += [
        [Cell(text, None, tone) for text, tone in zip(row, tones, strict=True)]
        for row, tones in zip(zip(*texts, strict=True), inks, strict=True)
    ]
    numeric = tuple(pd.api.types.is_numeric_dtype(kind) for kind in flat.dtypes)
    columns = [[head, *column] for head, column in zip(heads, texts, strict=True)]
    for size in LARGER:
        if widths := _column_widths(columns, area.wide, size):
            laid = Laid(table, cells, widths, lang, size, numeric)
            if sum(laid.needs) <= area.high:
                break
    if widths is None:
        raise ValueError(too_many(table, "columns", flat.shape[1], max(1, flat.shape[1] // 2)))
    return _in_parts(laid, area)


def _in_parts(laid: Laid, area: Area) -> list[Drawing]:
    head, *needs = laid.needs
    parts = parts_of(needs, area.high - head)
    if parts is None:
        row = needs.index(max(needs))
        start = laid.cells[row + 1][0].text
        raise ValueError(
            f"Row {row + 1} of the table ('{start[:30]}') is higher than a slide. Shorten its "
            "text, or choose fewer columns, which leave it more room."
        )
    if len(parts) > MOST:
        raise ValueError(too_many(laid.table, "rows", len(needs), sum(map(len, parts[:MOST]))))
    return [partial(_draw, laid, area, rows) for rows in parts]


def _draw(laid: Laid, area: Area, rows: range, slide: Any) -> Any:
    """Add some rows of a table under its heads, as high as their text needs."""
    cells = [laid.cells[0], *(laid.cells[n + 1] for n in rows)]
    needs = [laid.needs[0], *(laid.needs[n + 1] for n in rows)]
    spare = min((area.high - sum(needs)) / len(needs), SPARE * laid.size / LABEL_POINTS)
    heights = [need + spare for need in needs]
    box = (area.left, area.top, sum(laid.widths), sum(heights))
    shape = slide.shapes.add_table(len(cells), len(laid.widths), *map(office.emu, box))
    shape._element.graphic.graphicData.tbl.tblPr.find(
        office.qualified("a:tableStyleId")
    ).text = BARE
    shape.table.horz_banding, shape.table.first_col = False, not laid.numeric
    for column, width in zip(shape.table.columns, laid.widths, strict=True):
        column.width = office.emu(width)
    for m, (row, line, height) in enumerate(zip(shape.table.rows, cells, heights, strict=True)):
        row.height = office.emu(height)
        for n, (place, cell, width) in enumerate(zip(row.cells, line, laid.widths, strict=True)):
            align = "l" if not n else "ctr" if not laid.numeric else "r" if laid.numeric[n] else "l"
            _fill_cell(
                place,
                cell.text,
                cell.fill,
                lang=laid.lang,
                size=laid.size,
                colour=cell.ink,
                bold=cell.bold,
                align=align,
                width=width - 2 * SIDE if laid.numeric else None,
            )
            if cell.fill is not None:
                _rule(place, ("lnL", "lnR", "lnT", "lnB"), "paper", 1.5)
            elif laid.numeric:
                _rule(place, ("lnB",), *(("line", 1) if m else ("soft", 1.5)))
            elif m and rows[m - 1] + 1 in laid.margins:
                _rule(place, ("lnT",), "quiet", 1.5)
    return shape


def _fill_cell(cell: Any, text: str, fill: Any, **look: Any) -> None:
    from pptx.enum.text import MSO_ANCHOR

    cell.margin_left = cell.margin_right = office.emu(SIDE)
    cell.margin_top = cell.margin_bottom = office.emu(0.02)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    office.write(cell.text_frame, text, **look)
    if fill is None:
        cell.fill.background()
    else:
        cell.fill.solid()
        cell.fill.fore_color.rgb = office.rgb(fill)


def _rule(cell: Any, sides: Sequence[str], part: str, points: float) -> None:
    """Draw sides of a cell in a colour of the look; they come before its fill, in their order."""
    properties, colour = cell._tc.get_or_add_tcPr(), office.hexadecimal(style.colour(part))
    for n, side in enumerate(sides):
        line = (
            f'<a:{side} {{names}} w="{points * 12_700:.0f}"><a:solidFill><a:srgbClr '
            f'val="{colour}"/></a:solidFill></a:{side}>'
        )
        properties.insert(n, office.element(line, "a"))


def _column_widths(columns: list[list[str]], room: float, size: float) -> list[float] | None:
    """Return a width for each column: what it needs, or a fair part of the room; None if words do
    not fit.
    """
    needs = [
        max(_cell_width(text, n == 0, size) for n, text in enumerate(column)) for column in columns
    ]
    least = _least(columns, size)
    if sum(least) > room:
        return None
    if sum(needs) <= room:
        return [need + (room - sum(needs)) * 0.25 / len(needs) for need in needs]
    return _shared(needs, least, room)


def _least(columns: list[list[str]], size: float, *, bold_head: bool = True) -> list[float]:
    """Return how wide the widest word makes each column, its head in bold or what is below."""
    return [
        max(
            _cell_width(word, (n == 0) == bold_head, size)
            for n, text in enumerate(column)
            for word in _words(text)
        )
        for column in columns
    ]


def _shared(needs: list[float], least: list[float], room: float) -> list[float]:
    """Return widths that fit into a room: as needed, but none wider than the rest allows, none
    less than its least.
    """
    if sum(needs) <= room:
        return needs
    low, high = 0.0, room
    for _ in range(40):
        cap = (low + high) / 2
        low, high = (
            (cap, high)
            if sum(max(min(need, cap), word) for need, word in zip(needs, least, strict=True))
            <= room
            else (low, cap)
        )
    return [max(min(need, low), word) for need, word in zip(needs, least, strict=True)]


def _heads(grid: Grid, side: Side) -> list[Cell]:
    return [
        Cell(head, None, style.colour("soft" if line.margin else "ink"))
        for head, line in zip(grid.heads(side), grid.lines(side), strict=True)
    ]


def _percentage(share: float) -> str:
    return "" if pd.isna(share) else percent(share)


def _cell_width(text: str, head: bool, size: float) -> float:
    return office.text_width(text, size, bold=head) + 2 * SIDE + 0.02


def _words(text: str) -> list[str]:
    return [line for line in style.wrap(text, 0.01, LABEL_POINTS).split("\n") if line] or [""]
