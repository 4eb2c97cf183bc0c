"""A Parquet file → its cells as text, as a CSV file would have them.

What is missing is a blank cell, a whole number has no decimals, a date is written as ISO does. Rows
are numbered as in the CSV file that the table would be saved as: the first is row 2.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from foip_analysis.dataset.faults import Faults
from foip_analysis.dataset.libraries import need
from foip_analysis.dataset.reading import read_bytes
from foip_analysis.dataset.workbook import as_cell

if TYPE_CHECKING:
    import pyarrow


def read_parquet(path: Path, faults: Faults) -> list[list[str]] | None:
    """Return the lines of a Parquet file, the header first; None, and a fault told of the CSV file
    of its name, if it cannot be read.
    """
    raw = read_bytes(path, faults)
    if raw is None:
        return None
    problem = ""
    try:
        need("", "pyarrow", instead=", or save the table as CSV")
        from pyarrow import parquet

        table = parquet.read_table(BytesIO(raw))
        columns = [texts(table[name]) for name in table.column_names]
    except ImportError as error:
        problem = str(error)
    except Exception as error:  # whatever a broken file brings
        problem = f"is no Parquet file that can be read ({type(error).__name__}). Save it again."
    if problem:
        faults.add(f"{path.stem}.csv", None, "", "", problem)
        return None
    return [list(table.column_names), *map(list, zip(*columns, strict=True))]


def texts(column: pyarrow.ChunkedArray) -> list[str]:
    """Return the cells of a column as text.

    Raises
    ------
    TypeError
        If a cell is no text, number, date or truth, but a list for example.
    """
    from pyarrow import types

    kind = column.type.value_type if types.is_dictionary(column.type) else column.type
    if types.is_nested(kind) or types.is_binary(kind) or types.is_large_binary(kind):
        raise TypeError(f"a cell of {kind}")
    cells = (None if cell != cell else cell for cell in column.to_pylist())  # not a number: blank
    return [as_cell(cell) for cell in cells]
