"""What ``where`` and ``stated`` left of a dataset: in words for readers, and as the calls that
select it again.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from keyword import iskeyword
from typing import TYPE_CHECKING

from foip_analysis.dataset import codebook as book
from foip_analysis.words.catalogue import joined, say, word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

Selection = tuple[tuple[str, tuple[str, ...]], ...]

ALL_BUT_ONE = 3  # codes: if one alone is left out, that one is named rather than these


def chosen_of(codes: Mapping[str, str | Sequence[str]]) -> Selection:
    """Return codes as ``where`` takes them as a selection: several of a dimension mean any."""
    return tuple((d, (c,) if isinstance(c, str) else tuple(c)) for d, c in codes.items())


def chosen_stated(columns: Container[str]) -> Selection:
    """Return what ``stated`` selects; refuse codings among whose columns there is no basis."""
    if "basis" not in columns:
        raise ValueError(
            "These codings have no column 'basis', so nothing tells stated from "
            "inferred. Add the column."
        )
    return (("basis", ("stated",)),)


def describe_selection(dataset: Dataset, lang: str | None) -> str:
    """Return what ``where`` and ``stated`` left, in words; empty for a whole dataset.

    ``stated`` before a ``where`` rules what that finds, after it only what is counted: the words
    tell them apart. The explorer's page joins the parts the same way.
    """
    before, stated, after = parts_of_selection(dataset, lang)
    if not stated:
        return say("selection-between", lang).join(before)
    told = {
        (False, False): "only",
        (False, True): "first",
        (True, False): "last",
        (True, True): "both",
    }
    ends = [say(f"selection-stated-{told[bool(before), bool(after)]}", lang)]
    middle = [say("selection-stated-between", lang)] if before and after else []
    return say("selection-between", lang).join([*before, *middle, *after, *ends])


def parts_of_selection(dataset: Dataset, lang: str | None) -> tuple[list[str], bool, list[str]]:
    """Return what was selected before ``stated``, whether that was called, and what was selected
    after it.
    """
    before: list[str] = []
    after: list[str] = []
    stated = False
    for dimension, codes in dataset.selection:
        if dimension == "basis":
            stated = True
        else:
            label = book.dimension_label(dataset.codebook, dimension, lang)
            chosen = _chosen(dataset, dimension, codes, lang)
            (after if stated else before).append(
                say("selection", lang, dimension=label, codes=chosen)
            )
    return before, stated, after


def _chosen(dataset: Dataset, dimension: str, codes: Sequence[str], lang: str | None) -> str:
    """Return the codes that were selected of a dimension, in words."""
    known = book.labels(dataset.codebook, dimension, lang)
    left = [code for code in known if code not in codes]
    if len(left) == 1 and len(codes) >= ALL_BUT_ONE and book.NONE not in codes:
        return say("selection-but", lang, code=known[left[0]])
    labels = [known[code] if code in known else word(book.NONE, lang) for code in codes]
    return say("selection-or", lang).join(labels)


def describe_chosen(dataset: Dataset, lang: str | None) -> str:
    """Return what ``where`` took as a title begins with it: the codes, or of many how many."""
    told = []
    for dimension, codes in dataset.selection:
        if dimension == "basis":
            continue
        many = len(codes) > ALL_BUT_ONE
        chosen = _chosen(dataset, dimension, codes, lang)
        if many or book.NONE in codes:
            text = say("selection-many", lang, count=len(codes)) if many else chosen
            label = book.dimension_label(dataset.codebook, dimension, lang)
            chosen = label + say("in-brackets", lang, text=text)
        told.append(chosen)
    return joined(told, lang)


def print_selection(selection: Selection) -> str:
    """Return the part of a call that selects: ``dataset``, with its ``where`` and ``stated``."""
    calls = [
        ".stated()" if d == "basis" else f".where({_argument(d, code_or_codes(codes))})"
        for d, codes in selection
    ]
    return "dataset" + "".join(calls)


def _argument(dimension: str, codes: str | list[str]) -> str:
    plain = dimension.isidentifier() and not iskeyword(dimension)
    return f"{dimension}={codes!r}" if plain else f"**{ {dimension: codes}!r}"


def code_or_codes(codes: tuple[str, ...]) -> str | list[str]:
    """Return one code by itself, several as a list, as they are written in a call."""
    return codes[0] if len(codes) == 1 else list(codes)
