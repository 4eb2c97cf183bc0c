"""What a table shows, line by line and cell by cell, made from it once for all that draw it.

A heat map, bars, their twins for the pointer, a slide and a file show the same grid: rows and
columns that stand for codes, some of them apart. Who is who is told by where a line stood when the
table was made, never by its label or code: a code may be labelled "All" or called ``other``.

A *margin* is a count of its own over all codes. *Apart* are the lines that do not compete: margins,
"none stated" and "other". A zero is left empty in a cell, for an empty cell is seen at once; it is
written where a number is expected, in what stands apart. *Quiet* are shares of so few initiatives
that one more or less moves them far: every display that has colours writes them in grey, and all
write what shares are of at their heads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import About, about
from foip_analysis.tables.axes import Numbers
from foip_analysis.tables.kinds import COUNTED, GRIDS
from foip_analysis.tables.notes import in_brackets
from foip_analysis.tables.unchanged import places
from foip_analysis.words.catalogue import say
from foip_analysis.words.numerals import fixed, percent, plain

Side: TypeAlias = Literal["rows", "columns"]
Values: TypeAlias = Numbers  # rows × columns
Mask: TypeAlias = Flags  # rows × columns: of which cells something is true
ENOUGH = 5  # initiatives that a share is of: one of fewer is quiet, and no finding unless all are


@dataclass(frozen=True)
class Line:
    """A row or a column: what it stands for, and what is written at it.

    ``role`` is what a line is that is no code and does not compete: ``all``, ``none`` or ``other``;
    empty for a code. ``group`` is the label over several lines, of a layer or of a column counted
    in several ways; ``within`` the code of that layer or way. ``base`` is what the line's shares
    are of.
    """

    code: str
    label: str
    group: str = ""
    within: str | None = None
    base: float | None = None
    role: str = ""

    @property
    def margin(self) -> bool:
        return self.role == "all"

    @property
    def apart(self) -> bool:
        return bool(self.role)


@dataclass(frozen=True, eq=False)
class Grid:
    """The lines of a table, its numbers (rows × columns) and what is written in its cells.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.grid import grid_of
    >>> grid = grid_of(foip.cross_tab(foip.load(), "tool_family", "priority", margins=True))
    >>> [line.code for line in grid.columns], grid.inner.values.shape
    (['p1', 'p2', 'p3', 'all'], (6, 3))
    >>> grid.texts()[-1]
    ['28', '17', '17', '62']
    """

    about: About
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    values: Values
    bases: Values  # what each cell is a share of; not a number for what is no share of a line

    @property
    def quiet(self) -> Mask:
        """Which cells are shares of so few that one more or less moves them far."""
        return self.bases < ENOUGH

    @property
    def margins(self) -> Mask:
        """Which cells lie in a margin."""
        return _either([line.margin for line in self.rows], [line.margin for line in self.columns])

    @property
    def apart(self) -> Mask:
        """Which cells do not compete; the shares of a count say its numbers once more."""
        again = self.about.kind == "count"
        return _either(
            [line.apart for line in self.rows],
            [line.apart or (again and line.code == "share") for line in self.columns],
        )

    @cached_property
    def inner(self) -> Grid:
        """The grid without its margins."""
        return self.take(
            [n for n, line in enumerate(self.rows) if not line.margin],
            [n for n, line in enumerate(self.columns) if not line.margin],
        )

    def take(self, rows: Sequence[int], columns: Sequence[int]) -> Grid:
        """Return the grid of the lines at these places, in their order."""
        places = np.ix_(np.array(rows, int), np.array(columns, int))
        return replace(
            self,
            rows=tuple(self.rows[n] for n in rows),
            columns=tuple(self.columns[n] for n in columns),
            values=self.values[places],
            bases=self.bases[places],
        )

    def lines(self, side: Side) -> tuple[Line, ...]:
        """Return the rows or the columns."""
        return self.rows if side == "rows" else self.columns

    def heads(self, side: Side, *, between: str = "") -> list[str]:
        """Return what is written at the lines: the label, and its base where shares are of it.

        ``between`` stands before the brackets, such as a line break; if left out, what the language
        has there.
        """
        return [self._head(line.label, line.base, between) for line in self.lines(side)]

    def headed(self) -> tuple[pd.Index, pd.Index]:
        """Return the labels of rows and columns as a table shows them: with what shares are of, and
        each layer with how many initiatives it has.
        """
        assert self.about.known is not None
        known = self.about.known
        columns = pd.Index(self.heads("columns"), name=known.columns.name)
        if not self.about.layer_codes:
            return pd.Index(self.heads("rows"), name=known.index.name), columns
        of_rows = self.about.question.share == "row"
        rows = [
            (
                self._head(line.group, self.about.part_bases[line.within or ""]),
                self._head(line.label, base if of_rows else None),
            )
            for line, base in zip(self.rows, self.bases[:, :1].ravel().tolist(), strict=True)
        ]
        return pd.MultiIndex.from_tuples(rows, names=known.index.names), columns

    def _head(self, label: str, base: object, between: str = "") -> str:
        if not isinstance(base, int | float) or math.isnan(base):
            return label
        asked = self.about.question
        name = "base-bare" if asked.of == "pairs" or asked.weight else "base-of-initiatives"
        told = in_brackets(say(name, asked.lang, base=plain(base)), asked.lang)
        return label + (between + told.lstrip() if between else told)

    def texts(self, *, aside: Mask | None = None, unknown: str = "") -> list[list[str]]:
        """Return what is written in each cell: nothing for a zero, but for those that stand
        ``aside`` (the margins, if it is left out), and ``unknown`` for what is not a number.
        """
        written = self.margins if aside is None else aside
        return [
            [
                unknown
                if math.isnan(value)
                else self._text(value, k)
                if value or written[n, k]
                else ""
                for k, value in enumerate(line)
            ]
            for n, line in enumerate(self.values.tolist())
        ]

    def number(self, value: float) -> str:
        """Return a number of the grid, or a sum of them, as a chart prints it."""
        return number(self.about, value)

    def _text(self, value: float, column: int) -> str:
        if self.about.more.get("to") == "one_out" or self._shares[column]:
            return percent(value)
        if self.about.kind == "range" and not value.is_integer():
            return fixed(value, 2)
        return plain(value)

    @cached_property
    def _shares(self) -> list[bool]:
        count = self.about.kind == "count"
        all_are = bool(self.about.question.share)
        return [all_are or (count and line.code == "share") for line in self.columns]


def grid_of(table: pd.DataFrame) -> Grid:
    """Return the grid of a count, a cross-tab, its layers or a range, as the table lies now.

    Raises
    ------
    ValueError
        If the table is of another kind or was not made by this package, or if its numbers were
        changed.
    """
    itself = about(table)
    if itself.kind not in GRIDS or itself.known is None:
        raise ValueError(
            "This table is no grid of counts. Make one with count(), cross_tab() or sensitivity()."
        )
    rows, columns, values = _rows(table, itself), _columns(table, itself), table.to_numpy(float)
    return Grid(itself, rows, columns, values, _bases_of_cells(table, itself))


def shown(table: pd.DataFrame) -> tuple[pd.DataFrame, Mask]:
    """Return a table's cells under the heads that displays write, and which of them are quiet; what
    is no table of counts, or was changed, as it is.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.grid import shown
    >>> shares = foip.cross_tab(foip.load(), "tool", "region", share="column")
    >>> cells, quiet = shown(shares[["Pacific", "Europe"]])
    >>> cells.columns.tolist(), quiet[0].tolist()
    (['Pacific (of 12)', 'Europe (of 2)'], [False, True])
    """
    bare = pd.DataFrame(table)
    try:
        kind = about(table).kind
    except ValueError:  # which the note tells
        kind = ""
    if kind not in COUNTED:
        return bare, np.zeros(bare.shape, bool)
    grid = grid_of(table)
    rows, columns = grid.headed()
    return bare.set_axis(rows, axis=0).set_axis(columns, axis=1), grid.quiet


def number(itself: About, value: float) -> str:
    """Return a number of a table as a chart prints it: a count, a percentage, or one decimal."""
    if math.isnan(value):
        return ""
    if itself.more.get("to") == "one_out":
        return percent(value, 1)
    return percent(value) if itself.question.share else plain(value)


def share_columns(table: pd.DataFrame) -> list[bool]:
    """Return which columns of any table hold shares: all of a table of shares, one of a count."""
    itself = about(table)
    if itself.kind == "count":
        return [line.code == "share" for line in grid_of(table).columns]
    return [bool(itself.question.share)] * table.shape[1]


def _rows(table: pd.DataFrame, itself: About) -> tuple[Line, ...]:
    assert itself.known is not None
    count, bases, lines = len(itself.row_codes), _bases(itself, "row"), []
    roles = itself.row_roles or [""] * count
    stood = places(table.index, itself.known.index)
    for label, place in zip(table.index, stood, strict=True):
        layer, row = divmod(int(place), count)
        *above, own = map(str, label if isinstance(label, tuple) else (label,))
        within = itself.layer_codes[layer] if above else None
        code, role = itself.row_codes[row], roles[row]
        lines.append(Line(code, own, "".join(above), within, bases[row], role))
    return tuple(lines)


def _columns(table: pd.DataFrame, itself: About) -> tuple[Line, ...]:
    assert itself.known is not None
    bases, lines = _bases(itself, "column"), []
    roles = itself.column_roles or [""] * len(itself.column_codes)
    stood = places(table.columns, itself.known.columns)
    for label, place in zip(table.columns, stood, strict=True):
        if isinstance(label, tuple):
            column, way = divmod(int(place), len(itself.ways))
            group, own = map(str, label)
            code, role = itself.column_codes[column], roles[column]
            lines.append(Line(code, own, group, itself.ways[way], role=role))
        else:
            code, role = itself.column_codes[place], roles[place]
            lines.append(Line(code, str(label), base=bases[place], role=role))
    return tuple(lines)


def _bases(itself: About, side: Literal["row", "column"]) -> Sequence[float | None]:
    """Return what the shares of each line are of; nothing if they are of others, or if every
    layer has its own.
    """
    if itself.question.share == side and isinstance(itself.bases, list):
        return itself.bases
    return [None] * len(itself.row_codes if side == "row" else itself.column_codes)


def _bases_of_cells(table: pd.DataFrame, itself: About) -> Values:
    """Return what each cell is a share of; of a sum of weights or of the whole table not a number,
    for it says nothing of how few initiatives they are.
    """
    share, known = itself.question.share, itself.known
    if share not in ("row", "column") or not itself.bases or itself.question.weight:
        return np.full(table.shape, math.nan)
    assert known is not None
    every = itself.bases if isinstance(itself.bases, dict) else {"": itself.bases}
    layers = np.array([every[code] for code in itself.layer_codes or [""]], float)
    layer, row = np.divmod(places(table.index, known.index), len(itself.row_codes))
    if share == "row":
        return np.broadcast_to(layers[layer, row][:, None], table.shape)
    return layers[layer][:, places(table.columns, known.columns)]


def _either(rows: Sequence[bool], columns: Sequence[bool]) -> Mask:
    either: Mask = np.logical_or.outer(np.array(rows, bool), np.array(columns, bool))
    return either
