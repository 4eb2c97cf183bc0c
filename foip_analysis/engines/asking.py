"""What an engine is asked: which bits a coding sets, which initiatives are kept, what is alike.

An engine knows nothing of codebooks. It gets a list of the codes that matter, with the bits that
each of them sets in one or more *masks*. It ORs the bits of an initiative's codings, keeps the
initiatives whose masks meet the conditions, and counts those with the same masks. A mask is one
word of a dimension, of all codings or of the stated ones; a code of a child sets its parent's bits
too, and that is all of roll-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import as_list
from foip_analysis.dataset.selections import Selection
from foip_analysis.engines.patterns import WORD

Table = Literal["codings", "initiatives"]
Column = npt.NDArray[Any]
Key = tuple[str, str]  # dimension, code
NEEDED = ("initiative_id", "dimension", "code")
TIMES, WEIGHT, ZERO, BELOW, BLANK = "times", "weight", "zero", "below", "blank"


@dataclass(frozen=True)
class Mask:
    """A word of a dimension's codes: the bits that a coding with a code sets in it."""

    name: str
    stated: bool  # of stated codings only
    bits: Mapping[Key, int]


@dataclass(frozen=True)
class Place:
    """Where a word of a dimension's codes stands in an answer: so many bits of a mask, from one."""

    mask: str
    start: int
    size: int

    def word_in(self, found: Mapping[str, Column]) -> Column:
        """Return the word of each pattern."""
        return as_whole(found[self.mask]) >> self.start & ((1 << self.size) - 1)


@dataclass(frozen=True)
class Condition:
    """Keeps the initiatives that have one of the ``wanted`` bits in a mask, or, with ``none``, no
    bit in any.
    """

    wanted: Mapping[str, int]  # mask → bits
    none: bool


@dataclass(frozen=True)
class Ask:
    """What is asked of an engine.

    ``keys`` are the masks whose patterns are counted, and ``places`` where in them stands what was
    asked for: of an engine that ORs several dimensions share a mask. ``weight`` is a column to add
    up. ``whole`` asks for every initiative, those without a coding of these dimensions too; without
    it an engine may pass over them, and over codings of other dimensions. ``told`` are dimensions
    that a column of the initiatives tells.
    """

    masks: tuple[Mask, ...]
    keys: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()
    weight: str | None = None
    whole: bool = True
    told: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def codes(self) -> list[tuple[str, str, list[int]]]:
        """The codes that set bits: dimension, code, and its bits in each mask."""
        keys = dict.fromkeys(key for mask in self.masks for key in mask.bits)
        return [(*key, [mask.bits.get(key, 0) for mask in self.masks]) for key in keys]

    @property
    def dimensions(self) -> list[str]:
        """The dimensions whose codings matter."""
        return list(dict.fromkeys(dimension for dimension, _, _ in self.codes))

    @property
    def only_stated(self) -> bool:
        """Whether inferred codings need not be read."""
        return not self.whole and all(mask.stated for mask in self.masks)

    @property
    def with_basis(self) -> bool:
        return any(mask.stated for mask in self.masks)


class Engine(Protocol):
    """What holds codings, and initiatives if it was given them.

    ``faults`` tells of the initiatives how many rows, null ids and distinct ids they have, and how
    many initiatives of the codings are none of them. ``held`` gives the distinct codings: columns
    ``dimension``, ``code``, ``basis`` (where there is one) and how many ``codings`` and ``ids``
    that are not null. ``patterns`` gives a column a key, ``times`` and, with a weight, its sum
    (``weight``) and how many are ``zero``, ``below`` or ``blank``; at most ``most`` + 1 rows.
    ``kept`` gives the ids that the conditions leave, the first ``most``, sorted, and how many
    there are. ``ors`` tells whether a mask may hold codes of which a coding sets several.
    """

    name: str
    ors: bool

    def columns(self, table: Table) -> dict[str, bool]: ...  # column → whether it has numbers
    def held(self, told: Sequence[str]) -> pd.DataFrame: ...
    def faults(self) -> tuple[int, int, int, int]: ...
    def total(self) -> int: ...
    def patterns(self, ask: Ask, most: int) -> dict[str, Column]: ...
    def size(self, ask: Ask) -> int: ...
    def blank(self, weight: str, most: int) -> list[str]: ...
    def kept(self, ask: Ask, most: int) -> tuple[int, list[Any]]: ...
    def rows(self, table: Table, ids: Sequence[Any]) -> pd.DataFrame: ...


def ask_for(
    codebook: pd.DataFrame,
    dimensions: Iterable[str],
    selection: Selection,
    *,
    weight: str | None = None,
    whole: bool = True,
    told: Iterable[str] = (),
    ors: bool = False,
) -> Ask:
    """Return what to ask for the patterns of dimensions among the initiatives of a selection; of an
    engine that ORs, with few masks.
    """
    masks: dict[tuple[str, bool], list[Mask]] = {}

    def masks_of(dimension: str, stated: bool) -> list[Mask]:
        if (dimension, stated) not in masks:
            made = sum(map(len, masks.values()))
            masks[dimension, stated] = [
                Mask(f"m{made + n}", stated, bits)
                for n, bits in enumerate(_words(codebook, dimension))
            ]
        return masks[dimension, stated]

    stated = False
    conditions = []
    for dimension, codes in selection:
        if dimension == "basis":
            stated = True
            continue
        known = list(book.codes(codebook, dimension))
        places = [known.index(code) if code in known else None for code in as_list("", [*codes])]
        wanted = sum(1 << place for place in set(places) if place is not None)
        own = masks_of(dimension, stated)
        words = {mask.name: _word(wanted, n) for n, mask in enumerate(own)}
        conditions.append(Condition(words, None in places))
    keys: list[Mask] = []
    at: list[Place] = []
    free = 0  # bits of the last key that nothing has yet
    asked_for = {name for condition in conditions for name in condition.wanted}
    for dimension in dimensions:
        left = len(book.codes(codebook, dimension))
        for mask in masks_of(dimension, stated):
            size = min(left, WORD)
            left -= size
            if ors and size <= free and mask.name not in asked_for:
                keys[-1] = _joined(keys[-1], mask, WORD - free)
            else:
                keys.append(mask)
                free = 0 if mask.name in asked_for else WORD
            at.append(Place(keys[-1].name, WORD - free if free else 0, size))
            free = max(free - size, 0)
    others = [m for some in masks.values() for m in some if m.name in asked_for]
    every = tuple({mask.name: mask for mask in [*others, *keys]}.values())
    named = {dimension for mask in every for dimension, _ in mask.bits}
    return Ask(
        every,
        tuple(mask.name for mask in keys),
        tuple(conditions),
        weight,
        whole,
        tuple(t for t in told if t in named),
        tuple(at),
    )


def positions(codebook: pd.DataFrame, dimension: str) -> dict[Key, int]:
    """Return the codings that give a code of a dimension, its children's too: dimension and code →
    the codes' places, as bits.
    """
    codes = list(book.codes(codebook, dimension))
    bits = {(dimension, code): 1 << n for n, code in enumerate(codes)}
    for child in book.children(codebook, dimension):
        above = book.parents(codebook, child)
        own = [1 << codes.index(above[c]) if c in above else 0 for c in book.codes(codebook, child)]
        for key, places in positions(codebook, child).items():
            up = 0
            for n, parent in enumerate(own):
                up |= parent if places >> n & 1 else 0
            bits[key] = bits.get(key, 0) | up
    return {key: places for key, places in bits.items() if places}


def _joined(first: Mask, second: Mask, start: int) -> Mask:
    """Return a mask with the bits of both, those of the second from a place on."""
    bits = dict(first.bits)
    for key, own in second.bits.items():
        bits[key] = bits.get(key, 0) | own << start
    return Mask(first.name, first.stated, bits)


def _words(codebook: pd.DataFrame, dimension: str) -> list[dict[Key, int]]:
    found = positions(codebook, dimension)
    count = -(-len(book.codes(codebook, dimension)) // WORD)
    return [
        {key: word for key, places in found.items() if (word := _word(places, n))}
        for n in range(count)
    ]


def _word(places: int, n: int) -> int:
    return places >> (n * WORD) & ((1 << WORD) - 1)


def as_whole(column: Column) -> npt.NDArray[np.int64]:
    """Return a column of whole numbers as 64-bit integers."""
    return np.asarray(column).astype(np.int64)
