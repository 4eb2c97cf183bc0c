"""Whether a dataset is the shipped one, to which ``foip.load()`` and its reference lead."""

from __future__ import annotations

from functools import lru_cache

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.paths import data_folder


def is_shipped(dataset: Dataset) -> bool:
    """Return whether a dataset is the shipped one, or what ``where`` and ``stated`` left of it."""
    shipped = _shipped(tuple(path.stat().st_mtime_ns for path in sorted(data_folder().iterdir())))
    told = ("titles", "version")
    if any(getattr(dataset, name) != getattr(shipped, name) for name in told):
        return False
    if not dataset.codebook.equals(shipped.codebook):
        return False
    shipped = shipped.select(dataset.selection)
    frames = ("initiatives", "codings", "units")
    return all(getattr(dataset, name).equals(getattr(shipped, name)) for name in frames)


@lru_cache(maxsize=1)
def _shipped(_: tuple[int, ...]) -> Dataset:
    """Return the shipped dataset, loaded again only after one of its files was written anew."""
    return load()
