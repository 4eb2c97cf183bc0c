"""What ``where`` and ``stated`` left of a dataset: in words for readers, and as the calls that select it again."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from foip_analysis import codebook as book
from foip_analysis.codebook import word

if TYPE_CHECKING:
    from foip_analysis.dataset import Dataset


def describe_selection(dataset: Dataset, lang: str | None, *, goes_on: bool = False) -> str:
    """Return what ``where`` and ``stated`` left, in words; empty for a whole dataset.

    ``stated`` before a ``where`` rules what that finds, after it only what is counted: the words tell
    them apart. ``goes_on`` if a further ``where`` is to follow.
    """
    parts = []
    filters = [n for n, (dimension, _) in enumerate(dataset.selection) if dimension != "basis"]
    for n, (dimension, codes) in enumerate(dataset.selection):
        if dimension == "basis":
            then, ruling = bool(filters) and filters[0] < n, goes_on or (bool(filters) and filters[-1] > n)
            if lang == "ja":
                parts.append(f"{'そのうち' if then else ''}明記されたコードのみ{'（以下の条件でも）' if ruling else ''}")
            else:
                parts.append(f"{'then ' if then else ''}stated codings only{' (in what follows too)' if ruling else ''}")
            continue
        known = book.labels(dataset.codebook, dimension, lang)
        labels = [known.get(code, word(code, lang)) for code in codes]
        joined = "・".join(labels) if lang == "ja" else " or ".join(labels)
        label = book.dimension_label(dataset.codebook, dimension, lang)
        parts.append(f"{label}：{joined}" if lang == "ja" else f"{label}: {joined}")
    return ("、" if lang == "ja" else "; ").join(parts)


def call_selection(dataset: Dataset) -> str:
    """Return the part of a call that selects: ``dataset``, with its ``where`` and ``stated``."""
    calls = [".stated()" if d == "basis" else f".where({_argument(d, code_or_codes(codes))})" for d, codes in dataset.selection]
    return "dataset" + "".join(calls)


def _argument(dimension: str, codes: str | list[str]) -> str:
    plain = dimension.isidentifier() and not iskeyword(dimension)
    return f"{dimension}={codes!r}" if plain else f"**{ {dimension: codes}!r}"


def code_or_codes(codes: tuple[str, ...]) -> str | list[str]:
    return codes[0] if len(codes) == 1 else list(codes)
