"""Which cells of a table compete to be its finding, and of how many each is a share.

A margin is always the largest, "none stated" is no code, "other" is many, and a code with itself is
no pair: none of them is a finding. Nor is a share of so few initiatives that one more or less moves
it far, unless all are.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import about

APART = ("all", "none", "other")  # lines that do not compete
ENOUGH = 5  # a share of fewer is no finding, unless all are


def plotted(table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of a table that compete: without margins, none stated and other.

    In a table of a dimension by itself each pair competes once, and a code is no pair with itself;
    a share of fewer than ``ENOUGH`` competes only if all are: the other cells are not numbers.
    """
    cells = _competing(table)
    few = _few(table, cells)
    return cells if few is None or few[cells.notna().to_numpy(bool)].all() else cells.mask(few)


def stacked(cells: pd.DataFrame) -> pd.Series:
    """Return cells one under the other, each under its row and its column."""
    found = cells.stack()
    assert isinstance(found, pd.Series)  # a frame only where columns have several levels
    return found


def leaves_out(table: pd.DataFrame) -> bool:
    """Return whether shares of too few would compete if there were no others."""
    cells = _competing(table)
    few = _few(table, cells)
    return few is not None and bool(few[cells.notna().to_numpy(bool)].any())


def row_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each row; refuse rows that were changed after they were made."""
    labels = table.index.get_level_values(-1).unique()
    return _codes(labels, about(table).row_codes, about(table).row_labels, "rows")


def line_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each line; with layers every layer has the lines of all rows."""
    labels = table.index.get_level_values(-1)
    known = dict(zip(labels.unique(), row_codes(table), strict=True))
    return [known[label] for label in labels]


def column_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each column; refuse columns that were changed after they were made."""
    return _codes(table.columns, about(table).column_codes, about(table).column_labels, "columns")


def bases_of(table: pd.DataFrame, side: str, layer: str | None = None) -> dict[str, float]:
    """Return label → base of the lines that the shares are of; nothing if they are of others."""
    itself = about(table)
    bases = itself.bases
    bases = bases.get(layer or "") if isinstance(bases, dict) else bases
    if not bases or isinstance(bases, dict) or side != f"{itself.question.share}s":
        return {}
    labels = itself.row_labels if side == "rows" else itself.column_labels
    return dict(zip(map(str, labels), bases, strict=True))


def base_of(table: pd.DataFrame, cell: Sequence[Hashable]) -> float | None:
    """Return what a cell, (layer,) row and column, is a share of; None if of the whole table."""
    *layer, row, column = cell
    itself = about(table)
    code = itself.layer_codes[itself.layer_labels.index(str(layer[0]))] if layer else None
    for side, label in (("rows", row), ("columns", column)):
        if bases := bases_of(table, side, code):
            return bases[str(label)]
    return None


def _competing(table: pd.DataFrame) -> pd.DataFrame:
    itself = about(table)
    if itself.kind == "count":
        keep = [code not in APART for code in row_codes(table)]
        return table.loc[keep].iloc[:, :1]
    columns = [code not in APART for code in column_codes(table)]
    rows = [code not in APART for code in line_codes(table)]
    cells = table.loc[rows, columns]
    if itself.rows == itself.columns:
        order = {label: n for n, label in enumerate(cells.columns)}
        lines = [order.get(label, -1) for label in cells.index.get_level_values(-1)]
        pairs = np.subtract.outer(lines, np.arange(cells.shape[1]))
        sided = itself.kind != "layers" and itself.question.share in ("row", "column")
        cells = cells.where(pairs != 0 if sided else pairs < 0)
    return cells


def _few(table: pd.DataFrame, cells: pd.DataFrame) -> Flags | None:
    """Return which cells are shares of too few; None if shares are of no row or column."""
    itself = about(table)
    sided = itself.question.share in ("row", "column")
    if not sided or not itself.bases or itself.question.weight:
        return None
    keys = [row if isinstance(row, tuple) else (row,) for row in cells.index]
    bases = [[base_of(table, (*key, column)) for column in cells.columns] for key in keys]
    return (np.array(bases, float) < ENOUGH).reshape(cells.shape)


def _codes(labels: pd.Index, codes: list[str], known: list[str], side: str) -> list[str]:
    by_label = dict(zip(known, codes, strict=False))
    missing = [str(label) for label in labels if label not in by_label]
    if missing:
        raise ValueError(
            f"The {side} {', '.join(missing)} are not those that the table was made with. Choose "
            "codes with codes= instead of renaming."
        )
    return [by_label[label] for label in labels]
