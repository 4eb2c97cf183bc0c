"""What a table knows of itself: one frozen object, under one key of ``table.attrs``.

It holds what was asked (the ``Question``), of which dataset, the codes of rows and columns and the
bases; the note, the call and the initiatives behind each cell are made when they are asked for. It
also keeps the numbers as they were made: a table that was multiplied, rounded or otherwise changed
since is refused in words by ``about``, which every chart, file, slide and page asks first.
Choosing, sorting and turning (``.T``) change no number and go on working.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Bits
from foip_analysis.dataset.selections import describe_selection
from foip_analysis.tables import choice, notes
from foip_analysis.tables.kinds import LISTS, TableKind
from foip_analysis.tables.question import Question, Share
from foip_analysis.tables.unchanged import OWN_NUMBERS, check_unchanged, lies_turned
from foip_analysis.words.catalogue import say
from foip_analysis.words.html import Shown, with_note

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

KEY = "foip"
IS_ONE_LINE = (
    "It is one line of a table. Choose it with two brackets, as in table.loc[['OSA']] or "
    "table[['Pacific']], and it stays a table."
)
CARRIED = 5_000  # initiatives: a table of a larger dataset does not name those behind its cells
Made = TypeVar("Made")
Base = float | dict[str, "Base"] | None  # of a whole table, or by layer or way
Bases = list[float] | dict[str, "Bases"] | None  # of its lines, by layer too


def told(method: Callable[[About], Made]) -> cached_property[Made]:
    """Make a property that is made when asked for, unless it was given with the table."""
    name = method.__name__

    def give(about: About) -> Made:
        given: Made | None = about.made.get(name)
        return method(about) if given is None else given

    give.__doc__ = method.__doc__
    return cached_property(give)


@dataclass(frozen=True, eq=False, repr=False)
class About(dict[str, Any]):  # an empty one: pandas writes attrs as JSON into Parquet
    """What a table knows of itself; ``kind`` is empty for a table that is not of this package.

    ``base`` is the number of initiatives (or the sum of the weight) that the table is of; by layer
    or way where there are several. ``made`` is what was given in words instead of being made when
    asked for.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> itself = foip.about(foip.cross_tab(foip.load(), "tool", "region"))
    >>> itself.base, itself.cells["osa"]["africa"]
    (53, ['coastal-radars'])
    """

    kind: TableKind = ""
    question: Question = field(default_factory=lambda: Question(""))
    dataset: Dataset | None = None
    base: Base = None
    bases: Bases = None
    total: int = 0
    rest: Mapping[str, list[str]] = field(default_factory=dict)
    row_codes: list[str] = field(default_factory=list)
    row_labels: list[str] = field(default_factory=list)
    row_roles: list[str] = field(default_factory=list)  # see ``Line``; none: all are codes
    column_codes: list[str] = field(default_factory=list)
    column_labels: list[str] = field(default_factory=list)
    column_roles: list[str] = field(default_factory=list)
    layer_codes: list[str] = field(default_factory=list)
    layer_labels: list[str] = field(default_factory=list)
    bits: tuple[Bits, Bits] | None = None  # packed, of rows and columns
    parts: Mapping[str, About] = field(default_factory=dict)  # of each layer or way
    ways: list[str] = field(default_factory=list)
    way_labels: list[str] = field(default_factory=list)
    more: Mapping[str, Any] = field(default_factory=dict)  # what only its own chart reads
    made: Mapping[str, Any] = field(default_factory=dict)
    known: pd.DataFrame | None = None
    lies: tuple[tuple[int, ...], tuple[int, ...]] | None = None  # rows, columns: if some are out

    __hash__ = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, About):
            return NotImplemented
        if self is other or self.known is None or other.known is None:
            return self is other
        same = self.known.equals(other.known)
        return same and repr(self._said()) == repr(other._said())  # so that NaN is as NaN

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __deepcopy__(self, memo: object) -> About:
        return self

    def __copy__(self) -> About:
        return self

    def __bool__(self) -> bool:
        return bool(self.kind)

    def __repr__(self) -> str:
        told = [self.note, self.source, self.call] if self.call else [self.kind]
        return "\n".join(filter(None, told))

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (self.plain(),)

    @property
    def rows(self) -> str | None:
        return self.question.rows or None

    @property
    def columns(self) -> str | None:
        return self.question.columns

    @property
    def by(self) -> str | None:
        return self.question.by

    @property
    def lang(self) -> str | None:
        return self.question.lang

    @property
    def whole_base(self) -> float:
        """The base as one number; 0 where there is none, or one of each layer or way."""
        return 0 if self.base is None or isinstance(self.base, dict) else self.base

    @property
    def part_bases(self) -> dict[str, Base]:
        """Layer or way → its base; empty for a table that has no such."""
        return self.base if isinstance(self.base, dict) else {}

    @told
    def note(self) -> str:
        """The base, and how the numbers are to be read."""
        return notes.note(self)

    @told
    def brief(self) -> str:
        """The note without what a chart tells in its heads."""
        return notes.brief(self)

    @told
    def rule(self) -> tuple[str, int]:
        """By what rule a table was made with some codes only, empty if none can be seen in it, and
        how many codes are left aside as of another kind.
        """
        return choice.rule(self)

    @told
    def call(self) -> str:
        """The call that makes the table again; empty if it has none."""
        return self.question.call if self.kind else ""

    @told
    def selection(self) -> str:
        """What ``where`` and ``stated`` left, in words; empty for a whole dataset."""
        return describe_selection(self.dataset, self.lang) if self.dataset else ""

    @told
    def source(self) -> str:
        """The dataset's title and version."""
        return notes.describe_source(self.dataset, self.lang) if self.dataset else ""

    @told
    def dimension_labels(self) -> dict[str, str]:
        """Dimension → label, for all that were asked for."""
        return self._of_each(lambda c, d: book.dimension_label(c, d, self.lang))

    @told
    def codes_per_initiative(self) -> dict[str, str]:
        """Dimension → ``one``, ``some`` or ``any``."""
        return self._of_each(book.codes_per_initiative)

    @told
    def held(self) -> dict[str, dict[str, bool]]:
        """Dimension → each of its codes, and whether an initiative has it."""
        dataset = self.dataset
        if dataset is None:
            return {}
        return self._of_each(
            lambda c, d: {
                code: bool(bits.any())
                for code, bits in zip(book.codes(c, d), dataset.packed(d), strict=True)
            }
        )

    @told
    def colours(self) -> dict[str, dict[str, str]]:
        """Dimension → code → colour."""
        return self._of_each(book.colours)

    @told
    def markers(self) -> dict[str, tuple[float, float]]:
        """Code of the rows → longitude and latitude."""
        return self._of_rows(book.markers, {})

    @told
    def areas(self) -> list[str]:
        """The codes of the rows that stand for a group or an area."""
        return self._of_rows(book.areas, [])

    @told
    def parents(self) -> dict[str, str]:
        """Code of the rows → its parent."""
        return self._of_rows(book.parents, {})

    @told
    def cells(self) -> dict[str, Any]:
        """Row code → column code → ids of the initiatives behind; by layer or way first, if it has
        such.
        """
        if self.parts:
            return {name: part.cells for name, part in self.parts.items()}
        if self.dataset is None or self.bits is None:
            return {}
        return notes.behind(self.dataset, self.row_codes, self.column_codes, *self.bits)

    @told
    def initiatives(self) -> dict[str, notes.Named]:
        """Id → name and locators; nothing for a large dataset."""
        if self.parts:
            return {k: v for part in self.parts.values() for k, v in part.initiatives.items()}
        if self.dataset is None or not carries(self.dataset):
            return {}
        return notes.named_initiatives(self.dataset, self.lang)

    @property
    def finding(self) -> str | None:
        """What the table says, where it was given in words."""
        return self.made.get("finding")

    def turned(self) -> About:
        """Return what the table with rows and columns exchanged (``.T``) knows of itself."""
        sides: dict[Share | None, Share] = {"row": "column", "column": "row"}
        share = self.question.share
        asked = replace(
            self.question,
            rows=self.columns or "",
            columns=self.rows,
            share=sides.get(share, share),
        )
        assert self.known is not None
        return replace(
            self,
            question=asked,
            row_codes=self.column_codes,
            row_labels=self.column_labels,
            row_roles=self.column_roles,
            column_codes=self.row_codes,
            column_labels=self.row_labels,
            column_roles=self.row_roles,
            bits=self.bits and (self.bits[1], self.bits[0]),
            made={"call": f"{self.call}.T"},
            known=self.known.T,
        )

    def lying(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> About:
        """Return what the table knows where only these of its lines are left."""
        assert self.known is not None
        if (len(rows), len(columns)) == self.known.shape:
            return self
        lies = tuple(rows.tolist()), tuple(columns.tolist())
        kept: About | None = vars(self).get("_lying")  # the last that was asked for
        if kept is None or kept.lies != lies:
            kept = replace(self, lies=lies)
            if "note" in self.made and (shown := notes.shown_told(kept)):
                note = notes.sentences([self.note, shown], self.lang)
                kept = replace(kept, made={**self.made, "note": note})
            vars(self)["_lying"] = kept
        return kept

    def plain(self) -> dict[str, Any]:
        """Return all of it as plain data, for a file; ``about`` reads it back."""
        known = pd.DataFrame() if self.known is None else self.known
        return self._said() | {"known": known.to_dict("tight")}

    def _said(self) -> dict[str, Any]:
        """Return all but the numbers as plain data."""
        asked = {name: getattr(self.question, name) for name in Question.__dataclass_fields__}
        kept = {name: getattr(self, name) for name in PLAIN}
        words = {name: getattr(self, name) for name in MADE_WHEN_ASKED}
        return kept | {"question": asked, "made": {**self.made, **words}}

    def _of_each(self, ask: Callable[[pd.DataFrame, str], Made]) -> dict[str, Made]:
        if self.dataset is None or not self.rows:
            return {}
        dimensions = dict.fromkeys([*self.question.dimensions, *([self.by] if self.by else [])])
        return {d: ask(self.dataset.codebook, d) for d in dimensions}

    def _of_rows(self, ask: Callable[[pd.DataFrame, str], Made], nothing: Made) -> Made:
        return ask(self.dataset.codebook, self.rows) if self.dataset and self.rows else nothing


MADE_WHEN_ASKED = [name for name, made in vars(About).items() if isinstance(made, cached_property)]
PLAIN = [
    name
    for name in About.__dataclass_fields__
    if name not in ("question", "dataset", "bits", "parts", "made", "known", "lies")
]
NOTHING = About()


def carries(dataset: Dataset) -> bool:
    """Return whether a table of a dataset names the initiatives behind its cells: not of a large
    one, nor of one that knows how many there are only.
    """
    return dataset.times is None and dataset.total <= CARRIED


@guided
def about(table: pd.DataFrame) -> About:
    """Return what a table knows of itself, for the way it lies; empty for a table from elsewhere.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If its numbers, rows or columns are not those that it was made with.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.about import about
    >>> table = foip.cross_tab(foip.load(), "tool", "region")
    >>> about(table.sort_index().head(3).T).rows
    'region'
    """
    if not isinstance(table, pd.DataFrame):
        made = "Make one with foip.count, foip.cross_tab or what the docstring's example calls."
        made = IS_ONE_LINE if is_line(table) else made
        raise TypeError(
            f"This is a {type(table).__name__}; what is shown is a table, a pandas "
            f"DataFrame. {made}"
        )
    itself = table.attrs.get(KEY)
    if isinstance(itself, Mapping) and not isinstance(itself, About) and itself.get("kind"):
        itself = _revive(itself)  # read from a file
    if not isinstance(itself, About):
        return NOTHING
    if itself.known is None or itself.kind in LISTS:
        return _listed(itself, len(table))  # whose columns may be chosen, named and joined
    ways = [itself]
    if itself.kind == "cross_tab" and {*table.index.names} == {*itself.known.columns.names}:
        if itself.rows == itself.columns:
            ways = [itself, itself.turned()]
        elif lies_turned(table, itself.known):
            ways = [itself.turned(), itself]
    faults = []
    for way in ways:
        assert way.known is not None  # as the table's own
        try:
            stood = check_unchanged(table, way.known)
        except ValueError as error:
            faults.append(error)
        else:
            break
    else:
        raise faults[0]
    if way is not itself and itself.dataset is None:
        raise ValueError(
            "A table that was saved or pickled knows its words for one way only. Turn it back with "
            f".T, or turn it before you save it. {OWN_NUMBERS}"
        )
    return way.lying(*stood)


def once(find: Callable[[pd.DataFrame], list[Made]]) -> Callable[[pd.DataFrame], tuple[Made, ...]]:
    """Keep what a function finds in a table with what the table knows of itself, for it is asked
    for by each part of a chart.
    """

    @wraps(find)
    def kept(table: pd.DataFrame) -> tuple[Made, ...]:
        itself, name = vars(about(table)), f"_{find.__name__}"
        if name not in itself:
            itself[name] = tuple(find(table))
        found: tuple[Made, ...] = itself[name]
        return found

    return kept


def attach(
    table: pd.DataFrame,
    itself: About,
    shown_as: Callable[[pd.DataFrame], Shown] | None = None,
) -> pd.DataFrame:
    """Give a table what it knows of itself; return it, showing its note in a notebook, and under
    the heads that ``shown_as`` gives it.
    """
    return with_note(tell(table, itself), notes_of, partial(_again, itself), shown_as)


def tell(table: pd.DataFrame, itself: About) -> pd.DataFrame:
    """Give a table that shows itself what it knows of itself; return it."""
    bare = table.copy(deep=False)  # pandas copies the cells, if one of the two is written
    bare.attrs = {}
    object.__setattr__(itself, "known", bare)
    table.attrs = {KEY: itself}
    return table


def _again(itself: About) -> pd.DataFrame:
    assert itself.known is not None
    table = itself.known.copy(deep=False)
    table.attrs = {KEY: itself}
    return table


def _listed(itself: About, rows: int) -> About:
    """Return what a list says of itself; with how many of its rows are there, if it is some."""
    if itself.kind != "members" or itself.known is None or rows >= len(itself.known):
        return itself
    more = say("table-members-some", itself.lang, shown=rows, listed=len(itself.known))
    told = notes.sentences([itself.note, more], itself.lang)
    return replace(itself, made={**itself.made, "note": told})


def is_line(thing: object) -> bool:
    """Return whether it is a row or a column that was taken out of a table."""
    return isinstance(thing, pd.Series) and KEY in thing.attrs


def notes_of(table: pd.DataFrame) -> list[str]:
    """Return what stands under a table: note and source, or what is wrong with it."""
    try:
        itself = about(table)
    except ValueError as error:
        return [str(error)]
    return [itself.note, itself.source]


def _revive(plain: Mapping[str, Any]) -> About:
    asked = {**plain["question"]}
    asked["selection"] = tuple((d, tuple(codes)) for d, codes in asked["selection"])
    fields = {name: plain[name] for name in PLAIN}
    known = pd.DataFrame.from_dict(plain["known"], orient="tight")
    return About(**fields, question=Question(**asked), made=plain["made"], known=known)
