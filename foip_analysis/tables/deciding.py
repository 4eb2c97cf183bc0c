"""Which codings decided that an initiative has a code, in which words and where they stand.

A coding of a child decides its parent's code too: a place decides the region that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import STATED
from foip_analysis.dataset.naming import as_list
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset


class Term(NamedTuple):
    """Deciding words, and where they stand: a locator, with it whether the code was inferred."""

    words: str
    place: str

    def __str__(self) -> str:
        return f"{self.words or '–'} [{self.place}]"


@dataclass(frozen=True)
class Decided:
    """What decided that an initiative has codes of a dimension: its label, words and places."""

    dimension: str
    terms: tuple[Term, ...]


def deciding_codings(
    dataset: Dataset, initiatives: Iterable[str], codes: Mapping[str, str | list[str]]
) -> pd.DataFrame:
    """Return the codings of some initiatives that gave them codes that were asked for; all of them,
    if none was.
    """
    wanted, codebook = set(), dataset.codebook
    for dimension, given in codes.items():
        for code in as_list(dimension, given):
            wanted |= _with_children(codebook, dimension, code)
    rows = dataset.codings
    rows = rows[rows["initiative_id"].isin(set(initiatives))]
    if not codes:
        return rows
    pairs = zip(rows["dimension"], rows["code"], strict=True)
    return rows[np.array([pair in wanted for pair in pairs], bool)]


def decided(dataset: Dataset, deciding: pd.DataFrame, lang: str | None) -> dict[str, list[Decided]]:
    """Return initiative → what decided, a dimension at a time, in the order of the codings."""
    evidence = deciding["evidence" if "evidence" in deciding else "code"]
    places, locators = deciding["locator"].tolist(), deciding["locator"]
    if "basis" in deciding:
        told = {each: say("members-inferred", lang, locator=each) for each in locators.unique()}
        places = locators.where(deciding["basis"].isin(STATED), locators.map(told)).tolist()
    gathered: dict[str, dict[str, dict[Term, None]]] = {}
    rows = zip(deciding["initiative_id"], deciding["dimension"], evidence, places, strict=True)
    for initiative, dimension, term, place in rows:
        own = gathered.setdefault(initiative, {}).setdefault(dimension, {})
        own[Term(term, place)] = None  # each once
    labels = {
        d: book.dimension_label(dataset.codebook, str(d), lang)
        for d in deciding["dimension"].unique()
    }
    return {
        initiative: [Decided(labels[d], tuple(terms)) for d, terms in found.items()]
        for initiative, found in gathered.items()
    }


def asked_first(
    dataset: Dataset, codings: pd.DataFrame, asked: Mapping[str, object]
) -> pd.DataFrame:
    """Return codings in the order in which their dimensions, or what lies above, were asked for."""
    places = {name: n for n, name in enumerate(asked)}
    ranks = {}
    for name in dataset.dimensions:
        above: str | None = name
        while above and above not in places:
            above = book.parent_dimension(dataset.codebook, above)
        ranks[name] = places.get(above or "", len(places))
    order = codings["dimension"].map(ranks).to_numpy().argsort(kind="stable")
    return codings.iloc[order]


def _with_children(codebook: pd.DataFrame, dimension: str, code: str) -> set[tuple[str, str]]:
    found = {(dimension, code)}
    for child in book.children(codebook, dimension):
        for below, parent in book.parents(codebook, child).items():
            if parent == code:
                found |= _with_children(codebook, child, below)
    return found
