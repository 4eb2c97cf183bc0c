"""A lake: data too large to load, counted by the engine that holds it.

``scan`` looks at no row. A question to a lake is asked of its engine as patterns (how many
initiatives have exactly these codes, see ``engines.patterns``), which come into memory and are
counted as any dataset is. So a table of a lake is the table of the same data loaded, number by
number and with the same note.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import check_whole
from foip_analysis.dataset.loading import load_part
from foip_analysis.dataset.naming import codes_meant
from foip_analysis.dataset.selections import Selection, chosen_of, chosen_stated
from foip_analysis.dataset.weights import refuse_blank
from foip_analysis.engines.asking import (
    BELOW,
    BLANK,
    NEEDED,
    TIMES,
    WEIGHT,
    ZERO,
    Ask,
    Column,
    as_whole,
    ask_for,
)
from foip_analysis.engines.fitting import (
    FAULTS_NAMED,
    check_columns,
    check_weight,
    faults_of_codings,
    faults_of_initiatives,
)
from foip_analysis.engines.holding import engine_of
from foip_analysis.engines.patterns import WORD, Patterns, patterns_of

if TYPE_CHECKING:
    from foip_analysis.engines.asking import Engine

LIMIT = 10_000_000  # patterns: 240 MB for two dimensions of up to 62 codes
LISTED_FIRST = 1_000  # initiatives that a list of a lake shows


def scan(
    codings: object,
    codebook: Dataset | pd.DataFrame | str | PathLike[str],
    initiatives: object = None,
    *,
    limit: int | None = None,
) -> Lake:
    """Return a dataset that stays where it is: its engine counts, and only patterns are loaded.

    Parameters
    ----------
    codings
        What holds the codings, one row a decision, with columns ``initiative_id``, ``dimension``,
        ``code`` and, for ``stated``, ``basis``: the path, folder or glob of Parquet files, a DuckDB
        relation or database file (with tables ``codings`` and ``initiatives``), a Polars LazyFrame
        or DataFrame, a Spark DataFrame, or any other frame that narwhals knows, such as Dask's,
        PyArrow's (datasets too) and pandas'.
    codebook
        A codebook as ``load`` takes it: a frame, or the path of a CSV file, folder or workbook.
    initiatives
        What holds the initiatives, one row each, in the same engine: needed for weights, and to
        count those that have no coding at all.
    limit
        How many patterns a question may load; 10,000,000 if left out. Of more the number is told.

    Returns
    -------
    Lake
        With ``where``, ``stated`` and ``total`` of a dataset. ``count``, ``cross_tab``,
        ``combinations``, ``flows``, ``sensitivity``, ``association`` and ``members`` take it.

    Raises
    ------
    TypeError
        If no engine knows what is passed.
    ValueError
        If a column is missing; when something is asked, if codes are not in the codebook, ids are
        missing or repeated, or there are more patterns than the limit.
    ImportError
        If the engine is not installed.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> lake = foip.scan(dataset.codings, dataset.codebook, dataset.initiatives)
    >>> int(foip.cross_tab(lake, "tool", "region").loc["OSA", "Pacific"])
    4
    >>> foip.members(lake, tool="osa", limit=2)["initiative_id"].tolist()
    ['coastal-radars', 'osa-expansion']
    """
    engine = engine_of(codings, initiatives)
    check_columns("codings", engine.columns("codings"), NEEDED)
    if own := engine.columns("initiatives"):
        check_columns("initiatives", own, NEEDED[:1])
    if limit is not None:
        check_whole("limit", limit, what="number of patterns, 1 or more")
    most = LIMIT if limit is None else int(limit)
    return Lake(engine, load_part("codebook", codebook), most)


@dataclass
class _Known:
    """What was found out of a lake, once for all its selections."""

    told: tuple[str, ...] | None = None  # dimensions that initiatives tell; None: not yet checked
    total: int | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Lake:
    """Codings in an engine, and what was selected of them; made by ``scan``.

    Attributes
    ----------
    codebook
        One row a code.
    selection
        What ``where`` and ``stated`` left, as of a dataset.
    limit
        How many patterns a question may load.
    """

    engine: Engine
    codebook: pd.DataFrame
    limit: int = LIMIT
    selection: Selection = ()
    known: _Known = field(default_factory=_Known)

    def __repr__(self) -> str:
        where = f", {self.selection}" if self.selection else ""
        return f"<codings in {self.engine.name}, {len(self.codebook)} codes{where}>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or (not hasattr(Dataset, name) and name not in _FRAMES):
            raise AttributeError(f"'Lake' object has no attribute '{name}'")
        raise AttributeError(
            f"A lake has no '{name}': its data stays in {self.engine.name}. What takes a lake: "
            "count, cross_tab, combinations, flows, sensitivity, association, and members for the "
            "initiatives behind a number. For the rest, save a part as CSV and load it."
        )

    def where(self, /, **codes: str | list[str]) -> Lake:
        """Return the lake of the initiatives that have these codes; see ``Dataset.where``."""
        return self._with(chosen_of(codes_meant(self.codebook, codes)))

    def stated(self) -> Lake:
        """Return the lake with only what the source says; see ``Dataset.stated``."""
        return self._with(chosen_stated(self.engine.columns("codings")))

    @property
    def total(self) -> int:
        """How many initiatives there are."""
        self._check()
        return self._kept(1)[0] if self._conditions else self._every()

    def counted(self, dimensions: Sequence[str | None], weight: str | None = None) -> Patterns:
        """Return the patterns of dimensions, as a dataset that ``tables`` count.

        Raises
        ------
        ValueError
            If the weight is no numeric column of the initiatives or blank in some, the codings do
            not fit the codebook, or there are more patterns than the limit.
        """
        named = [d for d in dict.fromkeys(dimensions) if d is not None]
        for dimension in named:
            book.codes(self.codebook, dimension)  # refuses an unknown one
        check_weight(weight, self.engine.columns("initiatives"))
        self._check()
        every = self.known.total is not None or bool(self.engine.columns("initiatives"))
        quick = not weight and (not self._needs_whole or (every and not self._conditions))
        ask = self._ask(named, weight=weight, whole=not quick)
        found = self.engine.patterns(ask, self.limit)
        times = as_whole(found[TIMES])
        if len(times) > self.limit:
            self._refuse_size(named, ask)
        if weight and as_whole(found[BLANK]).any():
            some = self.engine.blank(weight, FAULTS_NAMED)
            refuse_blank(weight, some, more=len(some) == FAULTS_NAMED)
        words = [place.word_in(found) for place in ask.places]
        if not self._conditions and not quick:
            self.known.total = int(times.sum())
        elif self._needs_whole and quick and (absent := self._every() - int(times.sum())):
            times = np.append(times, absent)
            words = [np.append(word, 0) for word in words]
        return self._as_dataset(named, words, times, found, weight)

    def behind(
        self, codes: Mapping[str, str | list[str]], limit: int | None
    ) -> tuple[Dataset, int, int]:
        """Return the first initiatives that have these codes as a dataset of its own, how many have
        them, and of how many.
        """
        self._check()
        number, ids = self._with(chosen_of(codes))._kept(LISTED_FIRST if limit is None else limit)
        codings = _as_text(self.engine.rows("codings", ids), ("locator",))
        initiatives = pd.DataFrame({"initiative_id": list(map(str, ids))})
        if self.engine.columns("initiatives"):
            initiatives = _as_text(self.engine.rows("initiatives", ids), ())
        if "name_en" not in initiatives:
            initiatives["name_en"] = initiatives["initiative_id"]
        hidden = [d for d in book.dimensions(self.codebook) if d not in (self.known.told or ())]
        dataset = Dataset(
            initiatives=initiatives[[c for c in initiatives if c not in hidden]],
            codings=codings,
            codebook=self.codebook,
            units=pd.DataFrame({"locator": codings["locator"].unique()}),
        )
        if ("basis", ("stated",)) in self.selection:
            dataset = dataset.stated()
        return replace(dataset, selection=self.selection), number, self.total

    def _with(self, chosen: Selection) -> Lake:
        return replace(self, selection=(*self.selection, *chosen))

    @property
    def _conditions(self) -> bool:
        return any(dimension != "basis" for dimension, _ in self.selection)

    @property
    def _needs_whole(self) -> bool:
        """Whether initiatives without a coding that matters are among those that are asked for."""
        ask = ask_for(self.codebook, [], self.selection)
        return all(condition.none for condition in ask.conditions)

    def _kept(self, most: int) -> tuple[int, list[Any]]:
        """Return how many initiatives there are, and the ids of the first."""
        return self.engine.kept(self._ask([], whole=self._needs_whole), most)

    def _ask(self, named: Sequence[str], *, weight: str | None = None, whole: bool) -> Ask:
        return ask_for(
            self.codebook,
            named,
            self.selection,
            weight=weight,
            whole=whole,
            told=self.known.told or (),
            ors=self.engine.ors,
        )

    def _every(self) -> int:
        if self.known.total is None:
            self.known.total = self.engine.total()
        return self.known.total

    def _as_dataset(
        self,
        named: Sequence[str],
        words: Sequence[Column],
        times: Column,
        found: Mapping[str, Column],
        weight: str | None,
    ) -> Patterns:
        of: dict[str, Column] = {}
        at = 0
        for dimension in named:
            size = -(-len(book.codes(self.codebook, dimension)) // WORD)
            of[dimension] = np.array(words[at : at + size], np.int64)
            at += size
        made = patterns_of(
            self.codebook,
            of,
            times,
            weights={weight: np.asarray(found[WEIGHT], float)} if weight else {},
            signed=np.array([as_whole(found[ZERO]), as_whole(found[BELOW])]) if weight else None,
        )
        basis = ["basis"] if "basis" in self.engine.columns("codings") else []
        codings = pd.DataFrame(columns=[*made.codings.columns, *basis])
        return replace(made, selection=self.selection, codings=codings, source=self)

    def _check(self) -> None:
        """Refuse codings that do not fit the codebook or the initiatives; once."""
        if self.known.told is not None:
            return
        held = self.engine.held(())
        own = self.engine.columns("initiatives")
        told = tuple(book.told_in_columns(self.codebook, own, held["dimension"]))
        if told:
            held = self.engine.held(told)
        faults = faults_of_codings(self.codebook, held)
        if own:
            numbers = self.engine.faults()
            faults += faults_of_initiatives(*numbers)
            self.known.total = numbers[0]
        if faults:
            raise ValueError("\n".join(faults))
        self.known.told = told

    def _refuse_size(self, named: Sequence[str], ask: Ask) -> None:
        size = self.engine.size(ask)
        megabytes = size * 8 * (len(ask.places) + 1) / 1e6
        above = {d: book.parent_dimension(self.codebook, d) for d in named}
        rolled = [f"'{parent}' for '{d}'" for d, parent in above.items() if parent]
        roll = f", roll up ({', '.join(rolled)})" if rolled else ""
        raise ValueError(
            f"{' × '.join(named)} has {size:,} patterns of codes, {megabytes:,.0f} MB, and "
            f"{self.limit:,} may be loaded. Name fewer dimensions{roll}, select with where(), or, "
            f"if there is memory for it, pass limit={size} to foip.scan."
        )


_FRAMES = ("initiatives", "codings", "units", "title", "version", "texts")


def _as_text(frame: pd.DataFrame, needed: Iterable[str]) -> pd.DataFrame:
    """Return rows of an engine as ``load`` would have read them: text, blank where it is absent."""
    made = {}
    for name in [*frame.columns, *(n for n in needed if n not in frame)]:
        cells = frame[name] if name in frame else pd.Series("", index=frame.index)
        number = pd.api.types.is_numeric_dtype(cells) and name != "initiative_id"
        made[name] = cells if number else cells.astype(object).where(cells.notna(), "").map(str)
    return pd.DataFrame(made).astype({n: str for n in ("initiative_id",) if n in made})
