"""The two blind codings shipped beside the published data: what they decided, and how far alike."""

from __future__ import annotations

from functools import cache

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.paths import data_folder
from foip_analysis.tables.matching import match, same, units_of

CODERS = ("b", "c")
DECISION = ["initiative_id", "dimension", "code"]
Decision = tuple[str, str, str]  # initiative, dimension, code


@cache
def coders_alike() -> tuple[int, int]:
    """Return how many initiatives the two blind codings both have, and how many of these they gave
    the same codes throughout.

    Examples
    --------
    >>> from foip_analysis.shipped.reliability import coders_alike
    >>> both, alike = coders_alike()
    >>> 0 < alike <= both
    True
    """
    folder, published = data_folder() / "reliability", load()
    one, other = (decisions_of(load(folder / coder), published) for coder in CODERS)
    found, too = (
        {i for i, dimension, _ in made if dimension != "initiative"} for made in (one, other)
    )
    both = found & too
    return len(both), len(both - {initiative for initiative, *_ in one ^ other})


def decisions_of(dataset: Dataset, published: Dataset) -> set[Decision]:
    """Return a dataset's decisions, under the published ids and codes."""
    own, theirs = (each.initiatives["initiative_id"] for each in (dataset, published))
    ids = {own[here]: theirs[there] for here, there in match(dataset, published)}
    book = published.codebook
    codes = {(d, same(c)): c for d, c in zip(book["dimension"], book["code"], strict=True)}
    made = {
        (ids[initiative], dimension, codes.get((dimension, same(code)), code))
        for initiative, dimension, code in dataset.codings[DECISION].itertuples(index=False)
        if initiative in ids
    }
    alone = [n for n, initiative in enumerate(own) if initiative not in ids]
    units = units_of(dataset)
    return made | {(own[n], "initiative", " ".join(sorted(units[n]))) for n in alone}
