"""A folder, a workbook or a file → a checked ``Dataset``, or everything that is wrong with it.

Small data is read row by row, so that each fault is told with its place. Codings and initiatives of
a megabyte and more are read by column, which is faster and only knows whether all is well: what is
in doubt is read again row by row.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import numpy as np
import pandas as pd

from foip_analysis.dataset.checks import check
from foip_analysis.dataset.column_checks import numbered
from foip_analysis.dataset.columnar import Doubt, frame_of, read_columns
from foip_analysis.dataset.dataset import Dataset, Letters, Origin
from foip_analysis.dataset.descriptor import read_package
from foip_analysis.dataset.faults import DataError, Faults
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Places
from foip_analysis.dataset.parquet import read_parquet
from foip_analysis.dataset.paths import find_dataset
from foip_analysis.dataset.reading import KEYS, NUMBERS, REQUIRED, read_lines, table_of
from foip_analysis.dataset.table_checks import find_look_alikes, find_repeats
from foip_analysis.dataset.verify import with_source
from foip_analysis.dataset.workbook import as_cell, read_book
from foip_analysis.words.catalogue import FIRST

FIRST_CELLS = 100  # of a column, by which most that are of text are told from numbers
PACKED = 8  # times as large as a Parquet file is its table as CSV, about
BY_COLUMN = 1 << 20  # bytes of codings and initiatives from which on they are read by column

Tables = dict[str, pd.DataFrame | None]  # name → what was read, None where nothing could be


@dataclass(frozen=True)
class Large:
    """A folder that was read by column: its tables, and its codings as numbers."""

    tables: Tables
    index: Places
    unit: Places  # of each coding the row of its unit


@guided
def load(
    folder: str | PathLike[str] | None = None, *, source: str | PathLike[str] | None = None
) -> Dataset:
    """Return the shipped dataset, or a folder or workbook in the same format with its own codebook.

    Parameters
    ----------
    folder
        A folder with ``initiatives.csv``, ``codings.csv``, ``codebook.csv`` and ``units.csv``, or a
        workbook (``.xlsx``) with sheets of these names, such as ``template`` makes; the shipped
        dataset if left out. Needed columns: initiatives ``initiative_id, name_en``; codings
        ``initiative_id, dimension, code, locator``; codebook ``dimension, code, label_en``; units
        ``locator``. ``name_ja`` and ``label_ja`` alone do, and stand for the English ones. Further
        columns are kept; those of initiatives that hold only numbers become numbers. With pyarrow,
        any of the four may be ``.parquet`` where there is no CSV of its name.
    source
        The text that was coded, a UTF-8 file of yours: ``members`` then shows whole units beside
        the words that decided. Each unit is compared with its hash in ``units.csv``.

    Returns
    -------
    Dataset

    Raises
    ------
    DataError
        If anything is wrong; lists all faults with file or sheet, row and column.
    ValueError
        If the source is not the text that was coded.

    Notes
    -----
    The shipped data is coded from an outline, attributed to the Japanese government, of the
    updated Free and Open Indo-Pacific, by the codebook; licence CC BY 4.0; its README tells how
    and what was doubtful.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> len(dataset.initiatives)
    62
    >>> dataset.initiatives["mentioned_in"].value_counts().to_dict()
    {'both': 24, 'text': 19, 'map': 19}
    """
    place = find_dataset(folder)
    faults = Faults()
    large = _read_large(place)
    if large is None:
        tables, letters, texts = _read(place, list(REQUIRED), faults)
        _check(tables, faults)
    else:
        tables, letters, texts = large.tables, None, {}
    if not place.is_file():
        texts = read_package(place, faults)
    _refuse(place, faults, letters, {name: _file(place, name).name for name in REQUIRED})
    frames = {name: t.reset_index(drop=True) for name, t in tables.items() if t is not None}
    if "part" in frames["units"] and "mentioned_in" not in frames["initiatives"]:
        at = (large.index[0], large.unit) if large else None
        computed = mentioned_in(frames["initiatives"], frames["codings"], frames["units"], at=at)
        frames["initiatives"]["mentioned_in"] = computed
    dataset = Dataset(
        initiatives=frames["initiatives"],
        codings=frames["codings"],
        codebook=frames["codebook"],
        units=frames["units"],
        title=texts.get("title", ""),
        title_in={
            key.removeprefix("title_"): text
            for key, text in texts.items()
            if key.startswith("title_")
        },
        credit_in={
            key.removeprefix("credit").removeprefix("_") or FIRST: text
            for key, text in texts.items()
            if key.startswith("credit")
        },
        version=texts.get("version", ""),
    )
    if large is not None:
        vars(dataset)["index"] = large.index
    else:
        rows = {name: t.index.tolist() for name, t in tables.items() if t is not None}
        vars(dataset)["origin"] = Origin(letters, rows)
    _ = dataset.index  # made here, so that the first table does not wait for it
    return dataset if source is None else with_source(dataset, source)


def load_part(name: str, source: Dataset | pd.DataFrame | str | PathLike[str]) -> pd.DataFrame:
    """Return one of the four tables by itself, checked as far as it can be alone.

    Parameters
    ----------
    name
        ``codebook`` or ``units``.
    source
        A dataset or a frame, or the path of a CSV file, a folder or a workbook that has it.

    Raises
    ------
    DataError
        If anything is wrong with it; lists all faults.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.dataset.loading import load_part
    >>> load_part("codebook", foip.load().codebook)["code"].iloc[0]
    'priority'
    """
    if isinstance(source, Dataset):
        frame: pd.DataFrame = getattr(source, name)
        return frame
    faults = Faults()
    tables: Tables
    letters: Letters | None = None
    files: dict[str, str] = {}
    if isinstance(source, pd.DataFrame):
        place = Path(name)
        cells = source.astype(object).where(source.notna(), None).to_numpy().tolist()
        lines = [list(map(str, source.columns)), *([as_cell(c) for c in line] for line in cells)]
        tables = {name: table_of(name, lines, faults)}
    elif isinstance(source, str | PathLike) and Path(source).suffix.lower() == ".csv":
        place = Path(source)
        files = {name: place.name}
        read = read_lines(place, faults, name)
        tables = {name: None if read is None else table_of(name, read, faults)}
    else:
        place = find_dataset(source)
        files = {name: _file(place, name).name}
        tables, letters, _ = _read(place, [name], faults)
    _check(tables, faults)
    _refuse(place, faults, letters, files)
    made = tables[name]
    assert made is not None
    return made.reset_index(drop=True)


def _refuse(place: Path, faults: Faults, letters: Letters | None, files: Mapping[str, str]) -> None:
    """Raise what is wrong, if anything is; of a workbook with its sheets and letters, of others
    with their ``files`` (table → name).
    """
    if faults:
        told = faults.told()
        if letters is not None:
            told = [each.in_workbook(letters) for each in told]
        else:
            told = [each.in_files(files) for each in told]
        raise DataError(str(place), told)


def _file(place: Path, name: str) -> Path:
    """Return the file of a table of a folder: Parquet where there is no CSV of its name."""
    file, stored = place / f"{name}.csv", place / f"{name}.parquet"
    return stored if os.path.exists(stored) and not os.path.lexists(file) else file


def _read_large(place: Path) -> Large | None:
    """Return a folder of large files, read by column; None if it is small, or if anything in it is
    not plainly good: then it must be read row by row, which names what is wrong.
    """
    paths = {name: _file(place, name) for name in ("initiatives", "codings")}
    try:
        sizes = [(PACKED if p.suffix != ".csv" else 1) * p.stat().st_size for p in paths.values()]
        if sum(sizes) < BY_COLUMN:
            return None
    except OSError:
        return None
    faults = Faults()
    tables, _, _ = _read(place, ["codebook", "units"], faults)
    _check(tables, faults)
    codebook, units = tables["codebook"], tables["units"]
    if faults or codebook is None or units is None:
        return None
    try:
        initiatives, codings = (read_columns(path, name) for name, path in paths.items())
        index, unit = numbered(initiatives, codings, codebook, units)
    except Doubt:
        return None
    index.flags.writeable = False
    frame = frame_of(initiatives)
    tables["initiatives"] = _with_numbers("initiatives", frame, codebook, faults)
    tables["codings"] = frame_of(codings)
    return Large(tables, index, unit)


def _read(
    place: Path, names: list[str], faults: Faults
) -> tuple[Tables, Letters | None, dict[str, str]]:
    """Return the tables of a folder or a workbook, and of a workbook the letters of its columns,
    and its title and version.
    """
    book = read_book(place, names, faults) if place.is_file() else None
    tables: Tables = dict.fromkeys(names)
    for name in names:
        if book is not None:
            lines = book.lines.get(name)
        else:
            file = _file(place, name)
            stored = file.suffix == ".parquet"
            lines = read_parquet(file, faults) if stored else read_lines(file, faults, name)
        if lines is not None:
            tables[name] = table_of(name, lines, faults)
    return (tables, None, {}) if book is None else (tables, book.letters, book.texts)


def _check(tables: Tables, faults: Faults) -> None:
    """Check each table by itself and all of them together; turn columns of numbers into numbers."""
    for name, table in tables.items():
        if table is not None:
            file = f"{name}.csv"
            find_repeats(file, table, KEYS[name], faults)
            if name != "codings":
                find_look_alikes(file, table, KEYS[name], faults)
            if name == "codebook":
                find_look_alikes(file, table, ["dimension"], faults)
            tables[name] = _with_numbers(name, table, tables.get("codebook"), faults)
    check({name: tables.get(name) for name in REQUIRED}, faults)


def mentioned_in(
    initiatives: pd.DataFrame,
    codings: pd.DataFrame,
    units: pd.DataFrame,
    *,
    at: tuple[Places, Places] | None = None,
) -> list[str]:
    """Return for each initiative the part of the source in which it was read: its name; ``both``
    where the source has two, their names with ``+`` between where it has more; blank for none.

    ``at`` are the rows of each coding's initiative and unit, where they are known already.
    """
    initiative, unit = at or (
        pd.Index(table[key]).get_indexer(pd.Index(codings[key]))
        for table, key in ((initiatives, "initiative_id"), (units, "locator"))
    )
    numbers, names = pd.factorize(units["part"])
    part = np.where(initiative >= 0, np.append(numbers, -1)[unit], -1)
    told, of = [""], np.zeros(len(initiatives), np.intp)  # each initiative's place in ``told``
    readers = []
    for number, name in enumerate(names):
        has = np.zeros(len(initiatives), np.bool_)
        has[initiative[part == number]] = True
        if not name or not has.any():
            continue
        readers.append(name)
        before = np.flatnonzero(np.bincount(of[has], minlength=len(told)))
        of[has] = len(told) + np.searchsorted(before, of[has])
        told += ["+".join(filter(None, [told[each], name])) for each in before]
    if len(readers) == 2:
        told = ["both" if each == "+".join(readers) else each for each in told]
    return [told[each] for each in of.tolist()]


def _with_numbers(
    name: str, table: pd.DataFrame, codebook: pd.DataFrame | None, faults: Faults
) -> pd.DataFrame:
    """Turn columns of numbers into numbers: the known ones by duty, further ones where every cell
    is one, but for those that bear a dimension's name.
    """
    named = set(codebook["dimension"]) if codebook is not None and "dimension" in codebook else ()
    for column in table.columns:
        known = column in NUMBERS.get(name, [])
        further = (
            name == "initiatives"
            and column != "initiative_id"
            and column not in named
            and not column.startswith(("name_", "summary_"))
        )
        cells = table[column]
        if not known and (not further or _is_of_text(cells)):
            continue
        numbers = pd.to_numeric(cells, errors="coerce").replace([np.inf, -np.inf], np.nan)
        wrong = numbers.isna() & (cells != "")
        if known:
            for row in table.index[wrong]:
                problem = "is not a number. Write digits, or leave it blank."
                faults.add(f"{name}.csv", int(row), column, cells[row], problem)
        elif wrong.any() or (cells == "").all() or cells.str.match(r"[+-]?0\d").any():
            continue
        if (given := numbers.notna()).any() and numbers.dtype == float:
            exact = cells[given].map(float)  # to the last digit, which pandas before 3.1 rounds
            numbers = exact.reindex(table.index)
        table[column] = numbers
    return table


def _is_of_text(cells: pd.Series[str]) -> bool:
    """Whether one of the first cells by itself is no number: then the column is of text."""
    numbers = pd.to_numeric(cells.iloc[:FIRST_CELLS], errors="coerce")
    odd = cells.iloc[:FIRST_CELLS][numbers.isna() & (cells.iloc[:FIRST_CELLS] != "")].iloc[:1]
    return bool(pd.to_numeric(odd, errors="coerce").isna().any())
