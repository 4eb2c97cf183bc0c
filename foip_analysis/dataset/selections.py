"""What ``where`` and ``stated`` left of a dataset: in words for readers, and as the calls that select it again."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from foip_analysis.dataset import codebook as book
from foip_analysis.words.catalogue import word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

STATED = {  # by whether something was selected before and after the inferred codings were left out
    "en": {
        (False, False): "stated codings only",
        (False, True): "selected and counted by stated codings",
        (True, False): "selected by all codings, counted by stated ones",
        "between": "of these by stated codings",
        (True, True): "counted by stated codings",
    },
    "ja": {
        (False, False): "明記されたコードのみ",
        (False, True): "選定・集計とも明記されたコードのみ",
        (True, False): "選定は全コード、集計は明記されたコードのみ",
        "between": "そのうち明記されたコードで",
        (True, True): "集計は明記されたコードのみ",
    },
}


def describe_selection(dataset: Dataset, lang: str | None) -> str:
    """Return what ``where`` and ``stated`` left, in words; empty for a whole dataset.

    ``stated`` before a ``where`` rules what that finds, after it only what is counted: the words tell
    them apart. The explorer's page joins the parts the same way.
    """
    before, stated, after = parts_of_selection(dataset, lang)
    words = STATED["ja" if lang == "ja" else "en"]
    ends = [words[(bool(before), bool(after))]] if stated else []
    middle = [words["between"]] if stated and before and after else []
    return ("、" if lang == "ja" else "; ").join([*before, *middle, *after, *ends])


def parts_of_selection(dataset: Dataset, lang: str | None) -> tuple[list[str], bool, list[str]]:
    """Return what was selected before ``stated``, whether that was called, and what was selected after it."""
    before, stated, after = [], False, []
    for dimension, codes in dataset.selection:
        if dimension == "basis":
            stated = True
            continue
        known = book.labels(dataset.codebook, dimension, lang)
        labels = [known.get(code, word(code, lang)) for code in codes]
        joined = "・".join(labels) if lang == "ja" else " or ".join(labels)
        label = book.dimension_label(dataset.codebook, dimension, lang)
        (after if stated else before).append(
            f"{label}：{joined}" if lang == "ja" else f"{label}: {joined}"
        )
    return before, stated, after


def call_selection(dataset: Dataset) -> str:
    """Return the part of a call that selects: ``dataset``, with its ``where`` and ``stated``."""
    calls = [
        ".stated()" if d == "basis" else f".where({_argument(d, code_or_codes(codes))})"
        for d, codes in dataset.selection
    ]
    return "dataset" + "".join(calls)


def _argument(dimension: str, codes: str | list[str]) -> str:
    plain = dimension.isidentifier() and not iskeyword(dimension)
    return f"{dimension}={codes!r}" if plain else f"**{ {dimension: codes}!r}"


def code_or_codes(codes: tuple[str, ...]) -> str | list[str]:
    return codes[0] if len(codes) == 1 else list(codes)
