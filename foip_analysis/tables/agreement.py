"""How far two codings of one document agree.

Two coders who agree on nine initiatives in ten may still have agreed by chance, if nearly all have
one code. Krippendorff's α sets the disagreement that is observed against the one expected if the
codes had been dealt out at random: α = 1 − D_o / D_e, 1 for full agreement, 0 for chance, below 0
for less. D_o is the mean distance between the two codings of an initiative, D_e the mean distance
between any two of all the codings, whosever they are.

What the distance is depends on the dimension. Where an initiative has exactly one code it is
nominal: 0 if alike, else 1. Where it has a set of codes, partial agreement counts by MASI: 1 − J ×
M, where J is the share of the codes that both sets have (Jaccard) and M tells how they overlap: 1
for the same set, 2/3 if one holds the other, 1/3 if each has codes of its own, 0 if nothing is
common. The empty set, "none stated", is a coding like any other: at distance 0 from itself and 1
from everything else.

Coders who split the document themselves disagree before they code: ``matching`` tells which
initiative is which. α is given twice, over the initiatives that both have, and over all, where one
that only one coder has stands beside a coding "no initiative", at distance 1 from every other.

Splitting has a number of its own. Krippendorff's α for unitizing measures sections laid end to end
along a line; here a unit may yield several initiatives and an initiative may rest on units far
apart, so that it does not apply. Instead: the share of the units that both coders split alike, that
is into the same initiatives, an initiative being the set of units that it was read from. It needs
no matching and no codes. By chance two codings of a unit would have the same pattern (how many
initiatives, each of how many units) as often as two codings of any units have; what is left is
(share − chance) / (1 − chance), Krippendorff's nominal α with the finer eye for what is alike.

An interval holds 95 in 100 of the α of resamples: as many initiatives (units, for splitting) drawn
with replacement from those there are. It tells how much hangs on single ones, not how well the
coders would do on another document.

Sources: Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of
Pennsylvania; Passonneau (2006), Measuring agreement on set-valued items (MASI), LREC 2006.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import check_whole, guided
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.matching import (
    Rows,
    Source,
    as_dataset,
    match,
    memberships,
    shared_dimensions,
    units_of,
    unmatched,
)
from foip_analysis.tables.question import Language, Question
from foip_analysis.words.catalogue import check_language, say
from foip_analysis.words.numerals import fixed, percent

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

Distances = npt.NDArray[np.float64] | npt.NDArray[np.float32]
Weights = npt.NDArray[np.float64]  # draws × pairs of codings: how often each was drawn
Found = tuple[float, float, float]  # α, and the interval's low and high end

SETS = 1024  # distinct code sets compared at a time, so that memory stays bounded
INTERVAL = (2.5, 97.5)  # per cent of the draws


@guided
def agreement(
    dataset: Source,
    other: Source,
    *,
    draws: int = 999,
    seed: int = 0,
    lang: Language | None = "en",
) -> pd.DataFrame:
    """Return how far two codings of a document agree, dimension by dimension, and on splitting it.

    Parameters
    ----------
    dataset, other
        Two datasets, or the folders that hold them. Initiatives are matched by ``initiative_id``
        where one coding has all ids of the other, else one to one by the units and codes that they
        share; codes are matched by name, whatever their capitals. Which dimensions have one code an
        initiative is read from the first's codebook.
    draws, seed
        Resamples for the intervals, 0 for none, and where their random numbers begin.
    lang
        Labels and notes in ``"en"`` or ``"ja"``; None gives the bare names.

    Returns
    -------
    pandas.DataFrame
        One row a dimension that both codebooks have (index ``dimension``): ``label``; ``alpha``,
        Krippendorff's α over the matched initiatives, at most 1, with ``low`` and ``high``, its
        interval; ``alpha_all``, ``low_all``, ``high_all``, the same over all, unmatched ones being
        disagreement; ``agreement``, the share (0 to 1) of matched initiatives with the same set of
        codes; ``n``, the matched ones; ``distance``, ``"MASI"`` or ``"nominal"``; ``note``, empty
        unless α is NaN because nothing varies. The table's note tells the agreement on splitting;
        ``foip.about(table)`` has its numbers as ``more["unitizing"]``: ``alpha``, ``low``,
        ``high``, ``share``, ``chance`` and ``units``.

    Raises
    ------
    ValueError
        If the datasets have no initiative or no dimension in common, or ``draws`` is no whole
        number from 0.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> found = foip.agreement(dataset, dataset)
    >>> float(found.loc["tool", "alpha"]), found.loc["tool", "distance"]  # with itself
    (1.0, 'MASI')
    >>> foip.about(found).more["unitizing"]["share"]
    1.0
    """
    check_language(lang)
    check_whole("draws", draws, 0, "number, 0 for no intervals; 999 is usual")
    if seed is not None:  # as numpy takes it: other draws at each call
        check_whole("seed", seed, 0, "number from 0")
    dataset, other = as_dataset(dataset), as_dataset(other)
    places = match(dataset, other)
    every = _with_alone(dataset, other, places)
    nobody = np.hsplit(every < 0, 2)
    rows = []
    for dimension in shared_dimensions(dataset, other):
        first, second, _ = memberships(dataset, other, dimension, every)
        nominal = book.codes_per_initiative(dataset.codebook, dimension) == "one"
        everyone = np.hstack([first, nobody[0]]), np.hstack([second, nobody[1]])
        alpha_all, low_all, high_all = _alpha(*everyone, nominal, draws, seed)
        first, second = first[: len(places)], second[: len(places)]
        alpha, low, high = _alpha(first, second, nominal, draws, seed)
        rows.append(
            {
                "dimension": dimension,
                "label": book.dimension_label(dataset.codebook, dimension, lang),
                **{"alpha": alpha, "low": low, "high": high},
                **{"alpha_all": alpha_all, "low_all": low_all, "high_all": high_all},
                "agreement": float((first == second).all(axis=1).mean()),
                "n": len(first),
                "distance": "nominal" if nominal else "MASI",
                "note": say("agreement-undefined", lang) if np.isnan(alpha) else "",
            }
        )
    table = pd.DataFrame(rows).set_index("dimension")
    splitting = _unitizing(dataset, other, draws, seed)
    itself = About(
        kind="agreement",
        question=Question("", lang=lang),
        base=len(places),
        total=len(places),
        more={"unitizing": splitting},
        made={
            "note": say(
                "agreement-note",
                lang,
                both=len(places),
                first=len(dataset.initiatives),
                second=len(other.initiatives),
                splitting=_told(splitting, lang),
            ),
            "call": _call({"draws": draws, "seed": seed, "lang": lang}),
        },
    )
    return attach(table, itself)


def _call(given: dict[str, object]) -> str:
    """Return the call that makes a table of agreement again, with what differs from the usual."""
    usual = {"draws": 999, "seed": 0, "lang": "en"}
    more = [f", {name}={value!r}" for name, value in given.items() if value != usual[name]]
    return f"foip.agreement(dataset, other{''.join(more)})"


def masi(first: Flags, second: Flags) -> Distances:
    """Return the MASI distances between two lists of code sets: floats, 0 to 1, first × second.

    Parameters
    ----------
    first, second
        Booleans, sets × codes.

    Examples
    --------
    >>> oda, oda_osa = np.array([[True, False]]), np.array([[True, True]])
    >>> round(float(masi(oda, oda_osa)[0, 0]), 3)  # 1 − 1/2 × 2/3: half in common, one in the other
    0.667
    """
    common = first.astype(np.float32) @ second.T.astype(np.float32)
    sizes = first.sum(axis=1)[:, None], second.sum(axis=1)[None, :]
    union = sizes[0] + sizes[1] - common
    jaccard = np.divide(common, union, out=np.ones(common.shape), where=union > 0)
    # 2: the same set; 1: one holds the other; 0: neither
    whole = (common == sizes[0]).astype(int) + (common == sizes[1])
    distances: Distances = 1 - jaccard * (1 + whole) / 3
    return distances


def _alpha(first: Flags, second: Flags, nominal: bool, draws: int, seed: int) -> Found:
    """Return Krippendorff's α of two codings (booleans, initiatives × codes), and its interval; NaN
    if nothing varies.
    """
    keys = np.packbits(np.vstack([first, second]), axis=1)
    found, which = np.unique(keys, axis=0, return_inverse=True)
    sets = np.unpackbits(found, axis=1, count=first.shape[1]).view(bool)
    if len(sets) < 2:
        return (float("nan"),) * 3
    pairs, times = np.unique(which.reshape(2, -1), axis=1, return_counts=True)
    weights = _resampled(times, draws, seed)
    counts = _tallied(weights, pairs, len(sets))
    observed, expected = np.zeros(len(weights)), np.zeros(len(weights))
    for start, distances in _distances(sets, nominal):
        part = slice(start, start + len(distances))
        expected += np.einsum("ds,ds->d", counts[:, part] @ distances, counts)
        here = (pairs[0] >= start) & (pairs[0] < part.stop)
        observed += weights[:, here] @ distances[pairs[0, here] - start, pairs[1, here]]
    codings = counts.sum(axis=1)
    by_chance = expected / (codings * (codings - 1))
    return _with_interval(observed / weights.sum(axis=1), by_chance)


def _resampled(times: npt.NDArray[np.intp], draws: int, seed: int) -> Weights:
    """Return how often each kind was found, and below it how often it was in each resample."""
    drawn = np.random.default_rng(seed).multinomial(times.sum(), times / times.sum(), size=draws)
    return np.vstack([times, drawn]).astype(float)


def _tallied(weights: Weights, pairs: Rows, many: int) -> Weights:
    """Return how often either coder gave each of so many values: draws × values."""
    counts = np.zeros((many, len(weights)))
    for side in pairs:
        np.add.at(counts, side, weights.T)
    return counts.T


def _with_interval(observed: Weights, expected: Weights) -> Found:
    """Return 1 − observed / expected of the data, and where those of the resamples lie."""
    ratio = np.divide(observed, expected, out=np.full(len(expected), np.nan), where=expected > 0)
    alphas = 1 - ratio
    defined = alphas[1:][~np.isnan(alphas[1:])]
    low, high = np.percentile(defined, INTERVAL) if len(defined) else (np.nan, np.nan)
    return float(alphas[0]), float(low), float(high)


def _unitizing(dataset: Dataset, other: Dataset, draws: int, seed: int) -> dict[str, float]:
    """Return how far two codings split the units alike: see the module's docstring."""
    sides = [_split(each) for each in (dataset, other)]
    units = sorted({*sides[0], *sides[1]})
    if not units:
        nothing = dict.fromkeys(("alpha", "low", "high", "share", "chance"), float("nan"))
        return nothing | {"units": 0.0}
    alike = np.array([sides[0].get(unit) == sides[1].get(unit) for unit in units])
    patterns = [tuple(sorted(map(len, side.get(unit, [])))) for side in sides for unit in units]
    names = list(dict.fromkeys(patterns))
    number = np.array([names.index(pattern) for pattern in patterns], np.intp).reshape(2, -1)
    kinds, times = np.unique(np.vstack([number, alike]), axis=1, return_counts=True)
    weights = _resampled(times, draws, seed)
    counts = _tallied(weights, kinds[:2], len(names))
    codings = counts.sum(axis=1)
    chance = (counts * (counts - 1)).sum(axis=1) / (codings * (codings - 1))
    share = weights @ kinds[2] / weights.sum(axis=1)
    alpha, low, high = _with_interval(1 - share, 1 - chance)
    return {
        **{"alpha": alpha, "low": low, "high": high},
        **{"share": float(share[0]), "chance": float(chance[0]), "units": float(len(units))},
    }


def _told(splitting: dict[str, float], lang: str | None) -> str:
    alpha = splitting["alpha"]
    return say(
        "agreement-splitting",
        lang,
        units=int(splitting["units"]),
        share="–" if np.isnan(splitting["share"]) else percent(splitting["share"]),
        chance="–" if np.isnan(splitting["chance"]) else percent(splitting["chance"]),
        alpha="–" if np.isnan(alpha) else fixed(alpha, 2),
    )


def _split(dataset: Dataset) -> dict[str, list[tuple[str, ...]]]:
    """Return, for each unit, its initiatives as what they were read from: their units, sorted."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for units in sorted(tuple(sorted(some)) for some in units_of(dataset)):
        for unit in units:
            found.setdefault(unit, []).append(units)
    return found


def _with_alone(dataset: Dataset, other: Dataset, places: Rows) -> Rows:
    """Return the rows of all initiatives in either coding, n × 2, the matched ones first; below 0
    where a coding does not have it.
    """
    first, second = unmatched(dataset, places[:, 0]), unmatched(other, places[:, 1])
    alone = np.full((len(first) + len(second), 2), -1, np.intp)
    alone[: len(first), 0], alone[len(first) :, 1] = first, second
    return np.vstack([places, alone])


def _distances(sets: Flags, nominal: bool) -> Iterator[tuple[int, Distances]]:
    """Yield the distances between distinct sets, some rows at a time, and where those rows
    start.
    """
    for start in range(0, len(sets), SETS):
        some = sets[start : start + SETS]
        if nominal:
            own = np.arange(start, start + len(some))
            yield start, (own[:, None] != np.arange(len(sets))).astype(float)
        else:
            yield start, masi(some, sets)
