"""A large file → its columns, each by its distinct cells, if every one of them is plainly good.

Millions of codings hold few distinct codes, locators and terms. So pyarrow reads a column as its
distinct values and, for each row, the place of its value among them; what a cell must be is asked
once a value. Here nothing is told of what is wrong: whatever is not plainly good is a ``Doubt``,
and the reader that goes row by row (``reading``) reads the file again and names every fault.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset.characters import MISSING, are_suspect
from foip_analysis.dataset.faults import Faults
from foip_analysis.dataset.parquet import texts
from foip_analysis.dataset.reading import KNOWN, REQUIRED, may_stand, read_header

if TYPE_CHECKING:
    import pyarrow

SCANNED = 1 << 24  # bytes at a time
READ_BLOCK = 1 << 22  # that pyarrow reads at a time; no line is longer
TOGETHER = 1000  # cells whose letters are looked at in one go
_MARK, _COMMA, _LINE, _RETURN = b'",\n\r'

Numbers = npt.NDArray[np.int32]


class Doubt(Exception):
    """Something is not plainly good: it must be read row by row."""


class Column(NamedTuple):
    """A column of text: ``values``, and for each row the place of its own among them; ``places`` is
    None where each row has its own, in order.
    """

    values: pyarrow.Array
    places: Numbers | None


Columns = dict[str, Column]


def read_columns(path: Path, name: str) -> Columns:
    """Return the columns of a CSV or Parquet file in which every cell is plainly good.

    Parameters
    ----------
    path
        The file.
    name
        The table that it holds: of ``codings`` each column is read by its distinct cells.

    Raises
    ------
    Doubt
        If anything is not plainly good.
    """
    try:
        read = _read_parquet if path.suffix == ".parquet" else _read_csv
        columns = read(path, name, distinct=name == "codings")
        for title, column in columns.items():
            _look_at(title, column.values, required=title in REQUIRED[name])
    except Exception as error:  # whatever a torn file brings
        raise Doubt from error
    return columns


def frame_of(columns: Columns) -> pd.DataFrame:
    """Return columns as a frame of text, as ``table_of`` makes it; the columns are used up."""
    import pyarrow

    made = {}
    for name in list(columns):
        values, places = columns.pop(name)
        cells = values.cast(pyarrow.large_string())
        made[name] = pd.array(
            cells if places is None else cells.take(pyarrow.array(places)), dtype="str"
        )
        del values, places, cells  # before the next is made
    return pd.DataFrame(made, copy=False)


def _scan(path: Path, name: str) -> list[str]:
    """Return the header of a file that every reader of CSV reads alike: quotation marks stand
    around a whole cell, or doubled within, and no cell has two lines.
    """
    with path.open("rb") as file:
        names = next(csv.reader([file.readline(READ_BLOCK).decode("utf-8-sig")], strict=True))
        _check_header(path, name, names)
        file.seek(0)
        rest = b""
        while block := file.read(SCANNED):
            lines = rest + block
            end = lines.rfind(b"\n") + 1
            _check_lines(lines[:end])
            rest = lines[end:]
            if len(rest) > READ_BLOCK:
                raise Doubt  # a line that long
        _check_lines(rest + b"\n")
    return names


def _check_header(path: Path, name: str, columns: list[str]) -> None:
    faults = Faults()
    header = read_header(path.name, columns, REQUIRED[name], KNOWN[name], faults)
    if faults or header != columns or not all(header):
        raise Doubt


def _check_lines(lines: bytes) -> None:
    """Doubt lines that end in a carriage return, or have a quotation mark within a cell."""
    if b"\r" in lines and lines.count(b"\r") != lines.count(b"\r\n"):
        raise Doubt
    if _MARK not in lines:
        return
    codes = np.frombuffer(lines.removeprefix(b"\xef\xbb\xbf"), np.uint8)
    marks = np.flatnonzero(codes == _MARK)
    if len(marks) % 2:
        raise Doubt
    opening, closing = marks[::2], marks[1::2]
    doubled = opening[1:] == closing[:-1] + 1
    before = codes[opening[np.append(True, ~doubled)] - 1]  # of the first byte: the last, a line's
    after = codes[closing[np.append(~doubled, True)] + 1]
    ends = np.flatnonzero(codes == _LINE)
    if (
        not np.isin(before, [_COMMA, _LINE]).all()
        or not np.isin(after, [_COMMA, _LINE, _RETURN]).all()
        or (np.searchsorted(ends, opening) != np.searchsorted(ends, closing)).any()
    ):
        raise Doubt


def _read_csv(path: Path, name: str, *, distinct: bool) -> Columns:
    import pyarrow
    from pyarrow import csv as arrow_csv

    header = _scan(path, name)
    text = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    kind = text if distinct else pyarrow.large_string()
    table = arrow_csv.read_csv(
        path,
        read_options=arrow_csv.ReadOptions(block_size=READ_BLOCK),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(header, kind), strings_can_be_null=False
        ),
    )
    if table.column_names != header or not len(table):
        raise Doubt
    columns = {}
    for column in header:
        columns[column] = _column(table[column], distinct=distinct)
        table = table.drop_columns(column)  # so that no more than a column is there twice
    return columns


def _read_parquet(path: Path, name: str, *, distinct: bool) -> Columns:
    import pyarrow
    from pyarrow import compute, parquet, types

    names = parquet.read_schema(path).names
    _check_header(path, name, names)
    columns = {}
    large = pyarrow.large_string()
    for column in names:
        read = [column] if distinct else []
        cells = parquet.ParquetFile(path, read_dictionary=read).read([column])[column]
        kind = cells.type.value_type if types.is_dictionary(cells.type) else cells.type
        if not (types.is_string(kind) or types.is_large_string(kind)):
            cells = pyarrow.chunked_array([texts(cells)], large)
        if not distinct or not types.is_dictionary(cells.type) or cells.null_count:
            cells = compute.fill_null(cells.cast(large), "")
        columns[column] = _column(cells, distinct=distinct)
        values, places = columns[column]
        if places is not None and (np.bincount(places, minlength=len(values)) == 0).any():
            raise Doubt  # a value that no row has
    if not columns or not any(len(column.values) for column in columns.values()):
        raise Doubt
    return columns


def _column(cells: pyarrow.ChunkedArray, *, distinct: bool) -> Column:
    if not distinct:
        return Column(cells.combine_chunks(), None)
    whole = cells.dictionary_encode().unify_dictionaries().combine_chunks()
    return Column(whole.dictionary, whole.indices.to_numpy().astype(np.int32, copy=False))


def _look_at(name: str, values: pyarrow.Array, *, required: bool) -> None:
    """Doubt a column of whose values one may not stand in a cell, or is blank and must not be."""
    import pyarrow
    from pyarrow import compute

    longest = compute.max(compute.binary_length(values)).as_py()
    blank = compute.index(values, pyarrow.scalar("", values.type)).as_py() >= 0
    if longest > csv.field_size_limit() or (required and blank):
        raise Doubt
    whole = compute.equal(compute.ascii_trim_whitespace(values), values)
    plain = compute.and_(compute.ascii_is_printable(values), whole)
    missing = compute.is_in(values, value_set=pyarrow.array(sorted(MISSING), values.type))
    if compute.any(missing).as_py():
        raise Doubt
    odd = values.filter(compute.invert(plain))
    for start in range(0, len(odd), TOGETHER):
        cells = odd[start : start + TOGETHER].to_pylist()
        if are_suspect(cells) and not all(may_stand(cell, name) for cell in cells):
            raise Doubt
