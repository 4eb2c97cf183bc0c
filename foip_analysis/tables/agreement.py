"""How far two codings of the same initiatives agree, and where they do not.

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
from foip_analysis.dataset.membership import Flags, unpack
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.question import Language, Question
from foip_analysis.words.catalogue import check_language, did_you_mean, say

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

Distances = npt.NDArray[np.float64] | npt.NDArray[np.float32]
Rows = npt.NDArray[np.intp]

SETS = 1024  # distinct code sets compared at a time, so that memory stays bounded


def agreement(dataset: Dataset, other: Dataset, *, lang: Language | None = "en") -> pd.DataFrame:
    """Return how far two codings of the same initiatives agree, dimension by dimension.

    Parameters
    ----------
    dataset, other
        Two datasets with initiatives in common (the same ``initiative_id``); codes are matched by
        name, and which dimensions have one code an initiative is read from the first's codebook.
    lang
        Labels and notes in ``"en"`` or ``"ja"``; None gives the bare names.

    Returns
    -------
    pandas.DataFrame
        One row a dimension that both codebooks have (index ``dimension``): ``label``; ``alpha``,
        Krippendorff's α, at most 1; ``agreement``, the share (0 to 1) of initiatives with the same
        set of codes; ``n``, the initiatives in both; ``distance``, ``"MASI"`` or ``"nominal"``;
        ``note``, empty unless α is NaN because nothing varies. its note says it in a sentence.

    Raises
    ------
    ValueError
        If the datasets have no initiative or no dimension in common.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> found = foip.agreement(dataset, dataset)
    >>> float(found.loc["tool", "alpha"]), found.loc["tool", "distance"]  # with itself
    (1.0, 'MASI')
    """
    check_language(lang)
    places = _in_both(dataset, other)
    rows = []
    for dimension in _dimensions(dataset, other):
        first, second, _ = _memberships(dataset, other, dimension, places)
        nominal = book.codes_per_initiative(dataset.codebook, dimension) == "one"
        alpha = _alpha(first, second, nominal=nominal)
        rows.append(
            {
                "dimension": dimension,
                "label": book.dimension_label(dataset.codebook, dimension, lang),
                "alpha": alpha,
                "agreement": float((first == second).all(axis=1).mean()),
                "n": len(first),
                "distance": "nominal" if nominal else "MASI",
                "note": say("agreement-undefined", lang) if np.isnan(alpha) else "",
            }
        )
    table = pd.DataFrame(rows).set_index("dimension")
    itself = About(
        kind="agreement",
        question=Question("", lang=lang),
        base=len(places),
        total=len(places),
        made={
            "note": say(
                "agreement-note",
                lang,
                both=len(places),
                first=len(dataset.initiatives),
                second=len(other.initiatives),
            )
        },
    )
    return attach(table, itself)


def disagreements(dataset: Dataset, other: Dataset, dimension: str | None = None) -> pd.DataFrame:
    """Return every initiative that two codings code differently, with both codings' words.

    Parameters
    ----------
    dimension
        One dimension; all that either dataset codes if left out. A parent that is not coded itself
        (a region) is compared only when asked for, as its differences are its children's.

    Returns
    -------
    pandas.DataFrame
        One row an initiative and dimension: ``initiative_id``, ``dimension``, ``only_in_first`` and
        ``only_in_second`` (codes, joined by a comma), ``words_in_first`` and ``words_in_second``
        (code: deciding words [locator] of all the dimension's codings of that initiative).
        Dimensions in codebook order, initiatives in the first dataset's.

    Raises
    ------
    ValueError
        If the datasets have no initiative in common, or not both have the dimension.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> len(foip.disagreements(dataset, dataset))
    0
    """
    places = _in_both(dataset, other)
    shared = _dimensions(dataset, other)
    if dimension is not None and dimension not in shared:
        raise ValueError(
            f"'{dimension}' is not a dimension of both codebooks. Both have: "
            f"{', '.join(shared)}.{did_you_mean(dimension, shared)}"
        )
    coded = set(dataset.codings["dimension"]) | set(other.codings["dimension"])
    rows = []
    for name in [dimension] if dimension else [d for d in shared if d in coded]:
        first, second, codes = _memberships(dataset, other, name, places)
        differ = np.flatnonzero((first != second).any(axis=1))
        words = [
            _words(each, name, places[differ, side]) for side, each in enumerate((dataset, other))
        ]
        for number, row in enumerate(differ):
            rows.append(
                {
                    "initiative_id": dataset.initiatives["initiative_id"].iloc[places[row, 0]],
                    "dimension": name,
                    "only_in_first": ", ".join(
                        codes[i] for i in np.flatnonzero(first[row] & ~second[row])
                    ),
                    "only_in_second": ", ".join(
                        codes[i] for i in np.flatnonzero(second[row] & ~first[row])
                    ),
                    "words_in_first": words[0][number],
                    "words_in_second": words[1][number],
                }
            )
    names = [
        "initiative_id",
        "dimension",
        "only_in_first",
        "only_in_second",
        "words_in_first",
        "words_in_second",
    ]
    return pd.DataFrame(rows, columns=names, dtype=object)


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
    whole = (common == sizes[0]).astype(int) + (
        common == sizes[1]
    )  # 2: the same set; 1: one holds the other; 0: neither
    distances: Distances = 1 - jaccard * (1 + whole) / 3
    return distances


def _alpha(first: Flags, second: Flags, *, nominal: bool) -> float:
    """Return Krippendorff's α of two codings: booleans, initiatives × codes; NaN if nothing
    varies.
    """
    keys = np.packbits(np.vstack([first, second]), axis=1)
    found, which, counts = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    sets = np.unpackbits(found, axis=1, count=first.shape[1]).view(bool)
    if len(sets) < 2:
        return float("nan")
    which = which.reshape(2, -1)
    observed = expected = 0.0
    for start, distances in _distances(sets, nominal):
        expected += float(counts[start : start + len(distances)] @ distances @ counts)
        here = (which[0] >= start) & (which[0] < start + len(distances))
        observed += float(distances[which[0, here] - start, which[1, here]].sum())
    codings = int(counts.sum())
    return 1 - (observed / len(first)) / (expected / (codings * (codings - 1)))


def _distances(sets: Flags, nominal: bool) -> Iterator[tuple[int, Distances]]:
    """Yield the distances between distinct sets, some rows at a time, and where those rows
    start.
    """
    for start in range(0, len(sets), SETS):
        some = sets[start : start + SETS]
        if nominal:
            yield (
                start,
                (np.arange(start, start + len(some))[:, None] != np.arange(len(sets))).astype(
                    float
                ),
            )
        else:
            yield start, masi(some, sets)


def _in_both(dataset: Dataset, other: Dataset) -> Rows:
    """Return the initiatives that both datasets have: their rows in the first and in the second, n
    × 2.
    """
    ids = [pd.Index(each.initiatives["initiative_id"]) for each in (dataset, other)]
    there = ids[1].get_indexer(ids[0])
    here = np.flatnonzero(there >= 0)
    if not len(here):
        shown = [f"'{index[0]}'" if len(index) else "none at all" for index in ids]
        close = did_you_mean(ids[0][0], ids[1]) if len(ids[0]) else ""
        raise ValueError(
            "The two datasets have no initiative in common: the first begins with "
            f"{shown[0]}, the second with {shown[1]}.{close} "
            "Agreement compares initiatives by initiative_id; give both codings the same ids."
        )
    return np.column_stack([here, there[here]])


def _dimensions(dataset: Dataset, other: Dataset) -> list[str]:
    """Return the dimensions that have codes in both codebooks, in the first's order."""
    having = [
        set(each.codebook.loc[each.codebook["dimension"] != book.DECLARATION, "dimension"])
        for each in (dataset, other)
    ]
    shared = [d for d in dataset.dimensions if d in having[0] & having[1]]
    if not shared:
        listed = " and ".join(", ".join(each.dimensions) for each in (dataset, other))
        raise ValueError(
            f"The two codebooks have no dimension in common: {listed}. Use the same names "
            "of dimensions in both."
        )
    return shared


def _memberships(
    dataset: Dataset, other: Dataset, dimension: str, places: Rows
) -> tuple[Flags, Flags, list[str]]:
    """Return who has which code in either coding, and the codes: booleans, initiatives × the codes
    of both codebooks.
    """
    own = [list(book.codes(each.codebook, dimension)) for each in (dataset, other)]
    codes = list(dict.fromkeys([*own[0], *own[1]]))
    sides = []
    for side, (each, names) in enumerate(zip((dataset, other), own, strict=True)):
        having = np.zeros((len(places), len(codes)), bool)
        having[:, [codes.index(name) for name in names]] = unpack(
            each.packed(dimension), len(each.initiatives)
        ).T[places[:, side]]
        sides.append(having)
    return sides[0], sides[1], codes


def _words(dataset: Dataset, dimension: str, initiatives: Rows) -> list[str]:
    """Return, for each of these initiatives, its codings in a dimension (or below it): code: words
    [locator].
    """
    below = [dimension]
    for name in below:
        below += [child for child in book.children(dataset.codebook, name) if child not in below]
    numbers = [dataset.dimensions.index(name) for name in below]
    keep = np.flatnonzero(
        np.isin(dataset.index[0], initiatives) & np.isin(dataset.index[1], numbers)
    )
    rows = dataset.codings.iloc[keep]
    evidence = rows["evidence"] if "evidence" in rows else [""] * len(rows)
    found: dict[int, list[str]] = {}
    for place, name, code, term, locator in zip(
        dataset.index[0][keep],
        rows["dimension"],
        rows["code"],
        evidence,
        rows["locator"],
        strict=True,
    ):
        shown = code if name == dimension else f"{name} {code}"
        found.setdefault(int(place), []).append(f"{shown}: {term or '–'} [{locator}]")
    return ["; ".join(found.get(int(place), [])) for place in initiatives]
