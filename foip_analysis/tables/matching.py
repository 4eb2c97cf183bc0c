"""Which initiative of one coding is which of another, where each coder split the document alone.

Coders who are given a list of initiatives name them alike; those who split the document themselves
do not, and two slugs that happen to be the same prove nothing. So where the ids of one coding are
all ids of the other, the id decides; else initiatives are matched one to one by what they were read
from and how they were coded. How alike two are is J(units) + J(decisions): the share (Jaccard) of
the units that both cite, and of the decisions (dimension and code) that both made; two that cite no
unit in common are never matched. Of all one-to-one matchings the one with the largest sum is taken
(the Hungarian method), so that no early choice takes a later initiative's only counterpart, as a
greedy matching does. Codes help to tell apart initiatives of one unit; α over matched initiatives
is therefore rather high than low, which is why agreement is told over all of them too.
"""

from __future__ import annotations

from os import PathLike
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.membership import Flags, unpack
from foip_analysis.tables.axes import Numbers
from foip_analysis.words.closest import did_you_mean

Rows = npt.NDArray[np.intp]
Source: TypeAlias = Dataset | str | PathLike[str]


def as_dataset(source: Source) -> Dataset:
    """Return a dataset as it is, or load the folder that is named."""
    return source if isinstance(source, Dataset) else load(source)


def match(first: Dataset, second: Dataset) -> Rows:
    """Return the initiatives that both have: their rows in the first and in the second, n × 2.

    Raises
    ------
    ValueError
        If they have none in common.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> match(dataset, dataset)[:2].tolist()
    [[0, 0], [1, 1]]
    """
    ids = [pd.Index(each.initiatives["initiative_id"]) for each in (first, second)]
    by_id = ids[0].isin(ids[1]).all() or ids[1].isin(ids[0]).all()
    pairs = _by_id(*ids) if by_id else _by_units(first, second)
    if not len(pairs):
        shown = [f"'{index[0]}'" if len(index) else "none at all" for index in ids]
        close = did_you_mean(ids[0][0], ids[1]) if len(ids[0]) else ""
        raise ValueError(
            "The two datasets have no initiative in common: the first begins with "
            f"{shown[0]}, the second with {shown[1]}.{close} "
            "Give both codings the same ids, or read both from the same units (locators)."
        )
    return pairs


def same(code: str) -> str:
    """Return a code as it is compared: capitals do not tell codes apart."""
    return str(code).casefold()


def units_of(dataset: Dataset) -> list[frozenset[str]]:
    """Return the locators from which each initiative was read."""
    return _gathered(dataset, dataset.codings["locator"].to_numpy(object).tolist())


def assign(worth: Numbers) -> Rows:
    """Return the one-to-one pairs (row, column) of the largest sum; every line of the shorter side
    is in one.

    The Hungarian method with potentials: rows are added one by one along the cheapest path.

    Examples
    --------
    >>> assign(np.array([[3.0, 2.0], [2.0, 0.0]])).tolist()  # 2 + 2, where greedy takes 3 + 0
    [[0, 1], [1, 0]]
    """
    if worth.shape[0] > worth.shape[1]:
        turned = assign(worth.T)[:, ::-1]
        return turned[np.argsort(turned[:, 0])]
    rows, columns = worth.shape
    cost = np.vstack([np.zeros(columns), -worth])  # row 0 and column 0 stand for nobody
    cost = np.hstack([np.zeros((rows + 1, 1)), cost])
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, int)
    for row in range(1, rows + 1):
        taken[0], here = row, 0
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, int)
        seen = np.zeros(columns + 1, bool)
        while taken[here]:
            seen[here] = True
            slack = cost[taken[here]] - of_row[taken[here]] - of_column
            better = ~seen & (slack < least)
            least[better], before[better] = slack[better], here
            least[seen] = np.inf
            nearest = int(np.argmin(least))
            step = least[nearest]
            of_row[taken[seen]] += step
            of_column[seen] -= step
            least[~seen] -= step
            here = nearest
        while here:
            taken[here] = taken[before[here]]
            here = before[here]
    pairs = [(int(taken[column]) - 1, column - 1) for column in range(1, columns + 1)]
    return np.array(sorted(pair for pair in pairs if pair[0] >= 0), np.intp).reshape(-1, 2)


def _by_id(first: pd.Index, second: pd.Index) -> Rows:
    there = second.get_indexer(first)
    here = np.flatnonzero(there >= 0)
    return np.column_stack([here, there[here]])


def _by_units(first: Dataset, second: Dataset) -> Rows:
    units = _alike(units_of(first), units_of(second))
    worth = units + _alike(_decisions(first), _decisions(second))
    pairs = assign(np.where(units > 0, worth, 0))
    return pairs[units[pairs[:, 0], pairs[:, 1]] > 0]


def _decisions(dataset: Dataset) -> list[frozenset[str]]:
    codings = dataset.codings
    decisions = [
        f"{dimension} {same(code)}"
        for dimension, code in zip(codings["dimension"], codings["code"], strict=True)
    ]
    return _gathered(dataset, decisions)


def _gathered(dataset: Dataset, each: list[str]) -> list[frozenset[str]]:
    found: list[set[str]] = [set() for _ in range(len(dataset.initiatives))]
    for place, item in zip(dataset.index[0].tolist(), each, strict=True):
        found[place].add(item)
    return [frozenset(some) for some in found]


def _alike(first: list[frozenset[str]], second: list[frozenset[str]]) -> Numbers:
    """Return the Jaccard index of every two sets: first × second; 0 of two empty ones."""
    items = {item: n for n, item in enumerate(sorted(frozenset().union(*first, *second)))}
    flags = []
    for sets in (first, second):
        held = np.zeros((len(sets), len(items)))
        for n, some in enumerate(sets):
            held[n, [items[item] for item in some]] = 1
        flags.append(held)
    common = flags[0] @ flags[1].T
    union = flags[0].sum(axis=1)[:, None] + flags[1].sum(axis=1)[None, :] - common
    shares: Numbers = np.divide(common, union, out=np.zeros(common.shape), where=union > 0)
    return shares


def unmatched(dataset: Dataset, matched: Rows) -> Rows:
    """Return the initiatives that the other coding does not have."""
    return np.setdiff1d(np.arange(len(dataset.initiatives)), matched)


def shared_dimensions(dataset: Dataset, other: Dataset) -> list[str]:
    """Return the dimensions that have codes in both codebooks, in the first's order."""
    both = dataset.codebook, other.codebook
    shared = [d for d in dataset.dimensions if all(book.rows(each, d) for each in both)]
    if not shared:
        listed = " and ".join(", ".join(each.dimensions) for each in (dataset, other))
        raise ValueError(
            f"The two codebooks have no dimension in common: {listed}. Use the same names "
            "of dimensions in both."
        )
    return shared


def memberships(
    dataset: Dataset, other: Dataset, dimension: str, places: Rows
) -> tuple[Flags, Flags, list[str]]:
    """Return who has which code in either coding, and the codes: booleans, initiatives × the codes
    of both codebooks. Those at a place below 0 have none.
    """
    own = [list(book.codes(each.codebook, dimension)) for each in (dataset, other)]
    codes: dict[str, str] = {}  # as they are compared, and as they are shown
    for code in [*own[0], *own[1]]:
        codes.setdefault(same(code), code)
    order, sides = list(codes), []
    for side, each in enumerate((dataset, other)):
        has = unpack(each.packed(dimension), len(each.initiatives)).T[places[:, side]]
        having = np.zeros((len(places), len(codes)), bool)
        having[:, [order.index(same(code)) for code in own[side]]] = has
        having[places[:, side] < 0] = False
        sides.append(having)
    return sides[0], sides[1], list(codes.values())
