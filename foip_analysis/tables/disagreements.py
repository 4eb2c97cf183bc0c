"""Where two codings of one document differ, decision by decision, with both codings' words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import guided
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
from foip_analysis.tables.notes import in_language
from foip_analysis.tables.question import Language
from foip_analysis.words.catalogue import check_language
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset


@guided
def disagreements(
    dataset: Source,
    other: Source,
    dimension: str | None = None,
    *,
    lang: Language | None = None,
) -> pd.DataFrame:
    """Return every difference between two codings, with both codings' words.

    Parameters
    ----------
    dataset, other
        Datasets or folders, matched as ``agreement`` does.
    dimension
        One dimension; all that either dataset codes if left out. A parent that is not coded itself
        (a region) is compared only when asked for, as its differences are its children's.
    lang
        ``"en"`` or ``"ja"``: dimensions and codes by their labels; else by their names.

    Returns
    -------
    pandas.DataFrame
        One row an initiative and dimension: ``initiative_id``, ``dimension``, ``only_in_first`` and
        ``only_in_second`` (codes, joined by a comma), ``words_in_first`` and ``words_in_second``
        (code: deciding words [locator] of all the dimension's codings of that initiative), and
        ``id_in_second``. Dimensions in codebook order, initiatives in the first dataset's. Without
        ``dimension``, initiatives that only one coding has come last, as a row each whose
        ``dimension`` is blank and whose words are the name and, in brackets, the units.

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
    check_language(lang)
    dataset, other = as_dataset(dataset), as_dataset(other)
    places = match(dataset, other)
    shared = shared_dimensions(dataset, other)
    if dimension is not None and dimension not in shared:
        raise ValueError(
            f"'{dimension}' is not a dimension of both codebooks. Both have: "
            f"{', '.join(shared)}.{did_you_mean(dimension, shared)}"
        )
    coded = set(dataset.codings["dimension"]) | set(other.codings["dimension"])
    rows = []
    for name in [dimension] if dimension else [d for d in shared if d in coded]:
        first, second, codes = memberships(dataset, other, name, places)
        differ = np.flatnonzero((first != second).any(axis=1))
        words = zip(
            _words(dataset, name, places[differ, 0], lang),
            _words(other, name, places[differ, 1], lang),
            strict=True,
        )
        called = book.labels(other.codebook, name, lang) | book.labels(dataset.codebook, name, lang)
        labels = np.array([called[code] for code in codes], object)
        for row, (own, others) in zip(differ, words, strict=True):
            rows.append(
                {
                    "initiative_id": dataset.initiatives["initiative_id"].iloc[places[row, 0]],
                    "dimension": book.dimension_label(dataset.codebook, name, lang),
                    "only_in_first": ", ".join(labels[first[row] & ~second[row]]),
                    "only_in_second": ", ".join(labels[second[row] & ~first[row]]),
                    "words_in_first": own,
                    "words_in_second": others,
                    "id_in_second": other.initiatives["initiative_id"].iloc[places[row, 1]],
                }
            )
    if dimension is None:
        for side, each in enumerate((dataset, other)):
            rows += _only_here(each, places[:, side], ("first", "second")[side], lang)
    names = [
        "initiative_id",
        "dimension",
        "only_in_first",
        "only_in_second",
        "words_in_first",
        "words_in_second",
        "id_in_second",
    ]
    return pd.DataFrame(rows, columns=names, dtype=object).fillna("")


def _only_here(
    dataset: Dataset, matched: Rows, side: str, lang: str | None
) -> list[dict[str, str]]:
    """Return a row of ``disagreements`` for each initiative that one coding alone has."""
    units, key = units_of(dataset), "initiative_id" if side == "first" else "id_in_second"
    ids = dataset.initiatives["initiative_id"].to_numpy(object)
    names = in_language(dataset.initiatives, "name", lang).to_numpy(object)
    return [
        {
            key: ids[place],
            f"words_in_{side}": f"{names[place]} [{', '.join(sorted(units[place]))}]",
        }
        for place in unmatched(dataset, matched)
    ]


def _words(dataset: Dataset, dimension: str, initiatives: Rows, lang: str | None) -> list[str]:
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
    called = {name: book.labels(dataset.codebook, name, lang) for name in below}
    heads = {name: book.dimension_label(dataset.codebook, name, lang) for name in below}
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
        label = called[name].get(code, code)
        shown = label if name == dimension else f"{heads[name]} {label}"
        found.setdefault(int(place), []).append(f"{shown}: {term or '–'} [{locator}]")
    return ["; ".join(found.get(int(place), [])) for place in initiatives]
