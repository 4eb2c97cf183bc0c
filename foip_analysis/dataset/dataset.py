"""A checked dataset: initiatives, the coding decisions on them, the codebook and the source's
units.

Four CSV files in a folder make a dataset. The one that matters is ``codings``: one row a decision,
initiative × dimension × code, with the locator it was read from, the words that decided it and its
basis. Nothing else is stored: every table is counted from these rows.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property, partial
from os import PathLike
from pathlib import Path

import numpy as np
import pandas as pd

from foip_analysis.dataset import checks
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.columnar import Doubt, frame_of, read_columns
from foip_analysis.dataset.descriptor import read_package
from foip_analysis.dataset.faults import DataError, Faults
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Bits, Flags, Membership, Places, Times, unpack
from foip_analysis.dataset.naming import codes_meant
from foip_analysis.dataset.numbering import numbered
from foip_analysis.dataset.parquet import read_parquet
from foip_analysis.dataset.paths import find_dataset
from foip_analysis.dataset.reading import REQUIRED, read_lines, table_of
from foip_analysis.dataset.selections import Selection, chosen_of, code_or_codes
from foip_analysis.dataset.verify import with_source
from foip_analysis.dataset.workbook import as_cell, read_book
from foip_analysis.words.catalogue import FIRST, say
from foip_analysis.words.html import as_text, shielded
from foip_analysis.words.numerals import percent

KEYS = {
    "codebook": ["dimension", "code"],
    "units": ["locator"],
    "initiatives": ["initiative_id"],
    "codings": ["initiative_id", "dimension", "code", "locator"],
}
NUMBERS = {"codebook": ["order", "m49", "longitude", "latitude"], "units": ["line", "characters"]}

FIRST_CELLS = 100  # of a column, by which most that are of text are told from numbers
PACKED = 8  # times as large as a Parquet file is its table as CSV, about
LARGE = 1 << 20  # bytes of codings and initiatives from which on they are read by column

Tables = dict[str, pd.DataFrame | None]  # name → what was read, None where nothing could be
Letters = dict[str, dict[str, str]]  # of a workbook: file that a sheet stands for → column → letter


@dataclass(frozen=True)
class Large:
    """A folder that was read by column: its tables, and its codings as numbers."""

    tables: Tables
    index: Places
    unit: Places  # of each coding the row of its unit


@dataclass(frozen=True)
class Origin:
    """Where the rows of a dataset stand: to tell a fault by its place."""

    letters: Letters | None  # of a workbook
    rows: Mapping[str, Sequence[int]]  # name → the row of each line in its file or sheet


class Frame:
    """A frame of a dataset, which nobody can write: whoever reads it gets a copy of her own.

    The copies share their cells (pandas copies on write), so one costs some microseconds whatever
    its size, and a write goes to the copy alone. What is counted once and kept is then never older
    than the frame that it was counted from.
    """

    def __set_name__(self, owner: type[Dataset], name: str) -> None:
        self.name = name

    def __get__(self, dataset: Dataset | None, owner: type[Dataset]) -> pd.DataFrame:
        if dataset is None:
            raise AttributeError(self.name)  # so that the field has no default
        frame: pd.DataFrame = vars(dataset)[self.name]
        own = book.copy_of(frame) if self.name == "codebook" else frame.copy(deep=False)
        return as_text(own, again=partial(getattr, dataset, self.name))

    def __set__(self, dataset: Dataset, frame: pd.DataFrame) -> None:
        vars(dataset)[self.name] = frame.copy(deep=False)


@dataclass(frozen=True, eq=False, repr=False)
class Dataset:
    """Initiatives and the coding decisions on them.

    A dataset never changes. Each of its frames is handed out as a copy, so what you write into one
    is yours alone; to count other data, make another dataset of the changed frame with
    ``dataclasses.replace``, as below, or save the four frames as CSV and ``load`` the folder, which
    checks them as well.

    Attributes
    ----------
    initiatives
        One row an initiative: ``initiative_id``, ``name_en``, what else the file has (a dimension
        of the codebook without codings is counted from the column of its name) and, where units
        have a ``part``, ``mentioned_in``: the part of the source that names it (of the
        shipped data ``text`` or ``map``), ``both`` if the source has two and both do.
    codings
        One row a decision and its evidence: ``initiative_id, dimension, code, locator`` and, where
        the file has them, ``evidence`` and ``basis`` (``stated``, ``position`` or ``inferred``).
    codebook
        One row a code.
    units
        One row a numbered unit of the source.
    title, title_in, credit_in, version
        From ``datapackage.json``; empty without it. ``title_in`` is language → title, of every key
        ``title_xx`` that there is, ``credit_in`` who made the data, when and under which licence,
        as a chart's foot tells it, of ``credit`` and every ``credit_xx``.
    selection
        What ``where`` and ``stated`` left: (dimension, codes) pairs, told in the note of every
        table.
    texts
        Locator → the words of the unit, where ``load`` was given the source; else empty. Only
        ``members`` shows them; no file, figure or page takes them from here.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> dataset.initiatives["name_en"].iloc[0]
    'Power Asia energy and resource partnership'
    >>> dataset.where(tool="osa").codings["dimension"].unique().tolist()
    ['priority', 'theme', 'tool', 'sector', 'place', 'status']

    To change data: take the frame, change it, make another dataset of it.

    >>> from dataclasses import replace
    >>> codings = dataset.codings
    >>> codings.loc[codings["code"] == "osa", "code"] = "oda"
    >>> changed = replace(dataset, codings=codings)
    >>> [len(foip.members(each, tool="osa")) for each in (dataset, changed)]
    [6, 0]
    """

    initiatives: Frame = Frame()
    codings: Frame = Frame()
    codebook: Frame = Frame()
    units: Frame = Frame()
    title: str = ""
    version: str = ""
    title_in: Mapping[str, str] = field(default_factory=dict)
    credit_in: Mapping[str, str] = field(default_factory=dict)
    selection: Selection = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @guided
    def where(self, /, **codes: str | list[str]) -> Dataset:
        """Return the dataset of the initiatives that have these codes.

        Parameters
        ----------
        **codes
            A dimension and its code, or the code's label in any language; a list means any of them,
            several dimensions mean all of them. ``none`` stands for initiatives without any code of
            the dimension.

        Raises
        ------
        ValueError
            If a dimension or code is not in the codebook; names the closest one.

        Notes
        -----
        The order of ``where`` and ``stated`` matters: see ``stated``.

        Examples
        --------
        >>> import foip_analysis as foip
        >>> dataset = foip.load()
        >>> len(dataset.where(priority="p3", region="pacific").initiatives)
        8
        >>> dataset.where(region=["Pacific", "アフリカ"]).selection
        (('region', ('pacific', 'africa')),)
        """
        codes = self.meant(codes)
        keep = self.matching(codes)
        kept = keep[self.index[0]]
        index = self.index[:, kept]
        index[0] = (np.cumsum(keep) - 1)[index[0]]
        index.flags.writeable = False
        own = vars(self)
        return self._with(
            initiatives=own["initiatives"][keep].reset_index(drop=True),
            codings=own["codings"][kept].reset_index(drop=True),
            selection=self.selection + chosen_of(codes),
            index=index,
        )

    @guided
    def stated(self) -> Dataset:
        """Return the dataset with only what the source says: codings whose basis is ``stated`` (a
        term names the code) or ``position`` (it stands under that heading). Every initiative stays.

        Raises
        ------
        ValueError
            If the codings have no column ``basis``.

        Notes
        -----
        ``stated().where(…)`` selects by what the words state. ``where(…).stated()`` selects by all
        codings, inferred ones too, and counts the stated ones of these initiatives. The note of
        every table tells which; the explorers do the first.

        Examples
        --------
        >>> import foip_analysis as foip
        >>> dataset = foip.load()
        >>> stated = dataset.stated()
        >>> tables = [foip.count(each, "tool") for each in (dataset, stated)]
        >>> [int(table.loc["Infrastructure", "initiatives"]) for table in tables]
        [20, 14]
        >>> ways = (stated.where(priority="p3"), dataset.where(priority="p3").stated())
        >>> [len(each.initiatives) for each in ways]
        [14, 17]
        """
        if "basis" not in self.codings:
            raise ValueError(
                "These codings have no column 'basis', so nothing tells stated from "
                "inferred. Add the column."
            )
        codings = vars(self)["codings"]
        kept = codings["basis"].isin(checks.STATED).to_numpy()
        index = self.index[:, kept]
        index.flags.writeable = False
        return self._with(
            codings=codings[kept].reset_index(drop=True),
            selection=(*self.selection, ("basis", ("stated",))),
            index=index,
        )

    def _with(self, **changed: object) -> Dataset:
        """Return a dataset that shares what is not changed, the codebook taken apart among it."""
        chosen = object.__new__(type(self))
        kept = {each.name: vars(self)[each.name] for each in fields(self)}
        if "codings" not in changed:
            kept["origin"] = self.origin
        vars(chosen).update(kept, **changed)
        return chosen

    @guided
    def membership(self, dimension: str) -> pd.DataFrame:
        """Return which initiative has which code of a dimension.

        Returns
        -------
        pandas.DataFrame
            Booleans, initiatives (index ``initiative_id``) × codes in codebook order. A parent's
            column is true where any of its children is.

        Raises
        ------
        ValueError
            If the dimension is not in the codebook.

        Examples
        --------
        >>> import foip_analysis as foip
        >>> bool(foip.load().membership("tool").loc["palau-airport", "oda"])
        True
        """
        index = pd.Index(self.initiatives["initiative_id"], name="initiative_id")
        codes = pd.Index(list(book.codes(self.codebook, dimension)), name=dimension)
        held = pd.DataFrame(unpack(self.packed(dimension), len(index)).T, index, codes)
        return as_text(held, again=partial(self.membership, dimension))

    @cached_property
    def origin(self) -> Origin:
        """Where its rows stand in what was read; of what was chosen or changed since, where they
        would if it were saved.
        """
        return Origin(None, {name: range(2, len(vars(self)[name]) + 2) for name in KEYS})

    @cached_property
    def rows(self) -> int:
        """How many rows of initiatives the membership has."""
        return len(self.initiatives)

    @property
    def times(self) -> Times | None:
        """How many initiatives each row stands for; None where it is one each: see ``Patterns``."""
        return None

    @property
    def total(self) -> int:
        """How many initiatives there are."""
        return self.rows if self.times is None else int(self.times.sum())

    def counted(self, dimensions: Iterable[str | None], weight: str | None = None) -> Dataset:
        """Return what a table of these dimensions is counted from: the dataset itself."""
        return self

    def behind(
        self, codes: Mapping[str, str | list[str]], limit: int | None
    ) -> tuple[Dataset, int, int]:
        """Return the dataset in which the initiatives with these codes stand, how many they are,
        and of how many.
        """
        return self, int(self.matching(codes).sum()), self.total

    def signs(self, weight: str) -> tuple[int, int]:
        """Return how many initiatives have a weight of 0, and how many one below."""
        weights = self.initiatives[weight].to_numpy(float)
        return int((weights == 0).sum()), int((weights < 0).sum())

    def packed(self, dimension: str) -> Bits:
        """Return the packed membership of a dimension, codes × words: see ``Membership``."""
        return self._members.packed(dimension)

    def matching(self, codes: Mapping[str, str | list[str]]) -> Flags:
        """Return which initiatives ``where`` keeps: booleans, one an initiative."""
        return self._members.matching(codes)

    def meant(self, codes: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
        """Return dimension → the codes that are meant, of what ``where`` takes: codes or labels."""
        return codes_meant(self.codebook, codes, none=True)

    @cached_property
    def _members(self) -> Membership:
        return Membership(self.codebook, self.dimensions, self._index_with_columns(), self.rows)

    def _index_with_columns(self) -> Places:
        """The index, and what ``initiatives`` tells of dimensions in a column of their name."""
        codebook, initiatives, parts = vars(self)["codebook"], vars(self)["initiatives"], []
        for name in book.told_in_columns(codebook, initiatives, vars(self)["codings"]):
            codes = pd.Index(list(book.codes(codebook, name)), dtype=object)
            cells = initiatives[name].to_numpy(object)
            code = codes.get_indexer(pd.Index(cells))
            unknown = sorted({str(cell) for cell in cells[code < 0] if cell})
            if unknown:
                raise ValueError(
                    f"The column '{name}' of the initiatives has {unknown[0]!r}, which is no code "
                    f"of '{name}'. Codes: {', '.join(codes)}. Change the cell or the codebook."
                )
            rows = np.flatnonzero(code >= 0)
            number = np.full(len(rows), self.dimensions.index(name))
            parts.append(np.stack([rows, number, code[rows]]).astype(np.int32))
        return np.hstack([self.index, *parts]) if parts else self.index

    def select(self, selection: Selection) -> Dataset:
        """Return what a selection leaves: ``where`` and ``stated``, in its order."""
        chosen = self
        for dimension, codes in selection:
            chosen = (
                chosen.stated()
                if dimension == "basis"
                else chosen.where(**{dimension: code_or_codes(codes)})
            )
        return chosen

    @property
    def titles(self) -> dict[str, str]:
        """Language → title, as far as there is one."""
        return {lang: text for lang, text in {FIRST: self.title, **self.title_in}.items() if text}

    def credit(self, lang: str | None) -> str:
        """Return who made the data, when and under which licence; nothing where it is not told."""
        return self.credit_in.get(lang or FIRST) or self.credit_in.get(FIRST, "")

    @cached_property
    def index(self) -> Places:
        """The codings as numbers: integers, 3 × codings.

        For each coding the row of its initiative in ``initiatives``, the place of its dimension in
        ``dimensions`` and the place of its code in the dimension, all from 0. Made once, at load.
        """
        names = self.dimensions
        index = np.empty((3, len(self.codings)), np.int32)
        index[0] = pd.Index(self.initiatives["initiative_id"]).get_indexer(
            pd.Index(self.codings["initiative_id"])
        )
        index[1] = pd.Index(names).get_indexer(pd.Index(self.codings["dimension"]))
        codes = self.codings["code"].to_numpy(object)
        for number in np.unique(index[1][index[1] >= 0]):
            rows = np.flatnonzero(index[1] == number)
            index[2, rows] = pd.Index(
                list(book.codes(self.codebook, names[number])), dtype=object
            ).get_indexer(pd.Index(codes[rows]))
        if len(self.codings) and index.min() < 0:
            raise ValueError(
                "A coding names an unknown initiative, dimension or code. Save the "
                "frames as CSV and load the folder to see which."
            )
        index.flags.writeable = False
        return index

    @cached_property
    def dimensions(self) -> list[str]:
        """The names of the dimensions, in codebook order."""
        return book.dimensions(self.codebook)

    def __repr__(self) -> str:
        return f"{self._told()}\n{self._summary().to_string()}"

    def _repr_html_(self) -> str:
        from html import escape

        return shielded(f"<p>{escape(self._told())}</p>{self._summary().to_html()}")

    def _told(self) -> str:
        name = self.title or say("dataset-untitled", None)
        if self.version:
            name = say("dataset-version", None, title=name, version=self.version)
        initiatives, codings = (str(len(each)) for each in (self.initiatives, self.codings))
        return say("dataset-size", None, title=name, initiatives=initiatives, codings=codings)

    def _summary(self) -> pd.DataFrame:
        by_dimension = self.codings.groupby("dimension", observed=True)
        names = [d for d in self.dimensions if d in by_dimension.groups]
        summary = pd.DataFrame(
            {
                say("dataset-codings", None): by_dimension.size(),
                say("word-initiatives", None): by_dimension["initiative_id"].nunique(),
            }
        )
        if "basis" in self.codings:
            stated = self.codings["basis"].isin(checks.STATED).groupby(self.codings["dimension"])
            summary[say("word-stated", None)] = stated.mean().map(percent)
        return summary.loc[names].rename_axis(say("dataset-dimension", None))


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
    >>> from foip_analysis.dataset.dataset import load_part
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
        if sum(sizes) < LARGE:
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
            checks.find_repeats(file, table, KEYS[name], faults)
            if name != "codings":
                checks.find_look_alikes(file, table, KEYS[name], faults)
            if name == "codebook":
                checks.find_look_alikes(file, table, ["dimension"], faults)
            tables[name] = _with_numbers(name, table, tables.get("codebook"), faults)
    checks.check({name: tables.get(name) for name in REQUIRED}, faults)


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
