"""Which cells of a table compete to be its finding, and of how many each is a share.

A margin is always the largest, "none stated" is no code, "other" is many, and a code with itself is
no pair: none of them is a finding. Nor is a share of so few initiatives that one more or less moves
it far, unless all are.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Side, grid_of
from foip_analysis.tables.unchanged import places


def plotted(table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of a table that compete: without margins, none stated and other.

    In a table of a dimension by itself each pair competes once, and a code is no pair with itself;
    a quiet share competes only if all are: the other cells are not numbers.
    """
    cells, grid = competing(table), grid_of(table)
    if grid.about.kind == "count":
        return cells
    rows, columns = ([not line.apart for line in lines] for lines in (grid.rows, grid.columns))
    few = grid.quiet[np.ix_(rows, columns)]
    return cells if few[cells.notna().to_numpy(bool)].all() else cells.mask(few)


def stacked(cells: pd.DataFrame) -> pd.Series:
    """Return cells one under the other, each under its row and its column."""
    found = cells.stack()
    assert isinstance(found, pd.Series)  # a frame only where columns have several levels
    return found


def row_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each row; with layers every layer has its rows."""
    return _codes(table, "rows")


def column_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each column."""
    return _codes(table, "columns")


def _codes(table: pd.DataFrame, side: Side) -> list[str]:
    itself = about(table)
    if itself.kind == "association":  # residuals: a grid, but not of counts
        assert itself.known is not None
        codes, axis, known = {
            "rows": (itself.row_codes, table.index, itself.known.index),
            "columns": (itself.column_codes, table.columns, itself.known.columns),
        }[side]
        return [codes[place] for place in places(axis, known)]
    return [line.code for line in grid_of(table).lines(side)]


def competing(table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of a table without margins, none stated and other, each pair once."""
    grid = grid_of(table)
    rows = [not line.apart for line in grid.rows]
    if grid.about.kind == "count":
        return table.loc[rows, [line.code != "share" for line in grid.columns]]
    cells = table.loc[rows, [not line.apart for line in grid.columns]]
    if grid.about.rows == grid.about.columns:
        order = {label: n for n, label in enumerate(cells.columns)}
        lines = [order.get(label, -1) for label in cells.index.get_level_values(-1)]
        pairs = np.subtract.outer(lines, np.arange(cells.shape[1]))
        sided = grid.about.kind != "layers" and grid.about.question.share in ("row", "column")
        cells = cells.where(pairs != 0 if sided else pairs < 0)
    return cells
