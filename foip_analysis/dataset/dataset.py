"""A checked dataset: initiatives, the coding decisions on them, the codebook and the source's
units.

Four CSV files in a folder make a dataset. The one that matters is ``codings``: one row a decision,
initiative × dimension × code, with the locator it was read from, the words that decided it and its
basis. Nothing else is stored: every table is counted from these rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property, partial

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import STATED
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Bits, Flags, Membership, Places, Times, unpack
from foip_analysis.dataset.naming import codes_meant
from foip_analysis.dataset.reading import KEYS
from foip_analysis.dataset.selections import Selection, chosen_of, chosen_stated, code_or_codes
from foip_analysis.words.catalogue import FIRST, say
from foip_analysis.words.html import as_text, shielded
from foip_analysis.words.numerals import percent

Letters = dict[str, dict[str, str]]  # of a workbook: file that a sheet stands for → column → letter


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
        codes = codes_meant(self.codebook, codes)
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
        codings = vars(self)["codings"]
        selection = self.selection + chosen_stated(codings)
        kept = codings["basis"].isin(STATED).to_numpy()
        index = self.index[:, kept]
        index.flags.writeable = False
        return self._with(
            codings=codings[kept].reset_index(drop=True),
            selection=selection,
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

    def present(self, dimension: str) -> list[str]:
        """Return the codes of a dimension that some initiative has, in codebook order."""
        codes = book.codes(self.codebook, dimension)
        bits = self.packed(dimension)
        return [code for code, line in zip(codes, bits, strict=True) if line.any()]

    def matching(self, codes: Mapping[str, str | list[str]]) -> Flags:
        """Return which initiatives ``where`` keeps: booleans, one an initiative."""
        return self._members.matching(codes)

    @cached_property
    def _members(self) -> Membership:
        return Membership(self.codebook, self.dimensions, self._index_with_columns(), self.rows)

    def _index_with_columns(self) -> Places:
        """The index, and what ``initiatives`` tells of dimensions in a column of their name."""
        codebook, initiatives, parts = vars(self)["codebook"], vars(self)["initiatives"], []
        for name in book.told_in_columns(
            codebook, initiatives.columns, vars(self)["codings"]["dimension"]
        ):
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
            stated = self.codings["basis"].isin(STATED).groupby(self.codings["dimension"])
            summary[say("word-stated", None)] = stated.mean().map(percent)
        return summary.loc[names].rename_axis(say("dataset-dimension", None))
