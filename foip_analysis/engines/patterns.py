"""Patterns: so many initiatives have exactly these codes.

A table of two dimensions need not know each initiative, only how many there are of a kind. Reduce
each to its codes in the dimensions that are asked for, count those that are alike, and a million
initiatives become some thousand patterns. Each is then a row of the membership that stands for
several initiatives, and whatever counts rows counts it so many *times*: the meaning of a number
stays written once.

The codes of a pattern are bits in words of 62, so that a word fits into a signed number of 64 bits
of any engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.membership import Bits, Membership, Times, pack_rows
from foip_analysis.dataset.naming import codes_meant
from foip_analysis.dataset.selections import chosen_of

WORD = 62  # codes in a word of a pattern
Words = npt.NDArray[np.int64]  # words × patterns


class Source(Protocol):
    """What patterns were counted in: asked again where a question goes beyond them."""

    def where(self, /, **codes: str | list[str]) -> Source: ...
    def stated(self) -> Source: ...
    def counted(self, dimensions: Sequence[str | None], weight: str | None = None) -> Dataset: ...


@dataclass(frozen=True, eq=False, repr=False)
class Patterns(Dataset):
    """Patterns in place of initiatives: a dataset that knows how many, not which.

    Attributes
    ----------
    words
        Dimension → the codes of each pattern, as bits.
    alike
        How many initiatives each pattern stands for.
    signed
        How many of them have a weight of 0, and how many one below: 2 × patterns.
    source
        Where they were counted.

    Examples
    --------
    Three initiatives with tool A, two with A and B:

    >>> import numpy as np, pandas as pd
    >>> import foip_analysis as foip
    >>> from foip_analysis.engines.patterns import patterns_of
    >>> codebook = pd.DataFrame({"dimension": "tool", "code": ["A", "B"], "label_en": ["A", "B"]})
    >>> made = patterns_of(codebook, {"tool": np.array([[0b01, 0b11]])}, np.array([3, 2]))
    >>> foip.count(made, "tool")["initiatives"].tolist()
    [5, 2]
    """

    words: Mapping[str, Words] = field(default_factory=dict)
    alike: Times = field(default_factory=lambda: np.zeros(0, np.int64))
    signed: Times = field(default_factory=lambda: np.zeros((2, 0), np.int64))
    source: Source | None = None

    @cached_property
    def rows(self) -> int:
        return len(self.alike)

    @property
    def times(self) -> Times | None:
        return self.alike

    def signs(self, weight: str) -> tuple[int, int]:
        zero, below = self.signed.sum(axis=1).tolist()
        return zero, below

    def where(self, /, **codes: str | list[str]) -> Dataset:
        """Return the patterns that have these codes; see ``Dataset.where``."""
        meant = codes_meant(self.codebook, codes)
        keep = self.matching(meant)
        return replace(
            self,
            initiatives=self.initiatives[keep].reset_index(drop=True),
            selection=self.selection + chosen_of(meant),
            words={dimension: words[:, keep] for dimension, words in self.words.items()},
            alike=self.alike[keep],
            signed=self.signed[:, keep],
            source=self.source and self.source.where(**meant),
        )

    def stated(self) -> Dataset:
        """Return the patterns of what the source says, asked anew; see ``Dataset.stated``."""
        assert self.source is not None
        return self.source.stated().counted(list(self.words))

    @cached_property
    def _members(self) -> Membership:
        return _Words(self.codebook, self.words, self.rows)


def patterns_of(
    codebook: pd.DataFrame,
    words: Mapping[str, Words],
    times: Times,
    *,
    weights: Mapping[str, npt.NDArray[np.float64]] | None = None,
    signed: Times | None = None,
) -> Patterns:
    """Return patterns as a dataset: of each dimension the words, how many initiatives are alike,
    and what their weights add up to.
    """
    return Patterns(
        initiatives=pd.DataFrame(dict(weights or {}), index=range(len(times))),
        codings=pd.DataFrame(columns=["initiative_id", "dimension", "code", "locator"]),
        codebook=codebook,
        units=pd.DataFrame(columns=["locator"]),
        words=words,
        alike=times,
        signed=np.zeros((2, len(times)), np.int64) if signed is None else signed,
    )


class _Words(Membership):
    """The membership of patterns: what ``Membership`` makes of codings stands in their words."""

    def __init__(self, codebook: pd.DataFrame, words: Mapping[str, Words], rows: int) -> None:
        super().__init__(codebook, list(words), np.zeros((3, 0), np.int32), rows)
        self.words = words

    def _pack(self, dimension: str) -> Bits:
        codes = book.codes(self.codebook, dimension)
        if dimension not in self.words:
            raise ValueError(
                f"These patterns are of {', '.join(self.words)}, not of '{dimension}'. Ask the "
                "lake for a table that names it."
            )
        words = self.words[dimension]
        bits = np.zeros((len(codes), -(-self.total // 64)), np.uint64)
        for n in range(len(codes)):
            has = (words[n // WORD] >> (n % WORD)) & 1
            bits[n] = pack_rows(has[None, :].astype(np.bool_))
        return bits
