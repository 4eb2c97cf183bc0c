"""What a person calls a code or a dimension → the code or the dimension itself.

A code is short and stands in the data; people know its label. So wherever a code is taken, a label
in any language is too, and case, width and white space do not matter, as long as one code alone is
meant. A code written as it stands is always that code. What is meant is found here, once, before
anything is counted, so that a note, a printed call and a selection name the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.characters import bare
from foip_analysis.words.catalogue import languages, word
from foip_analysis.words.closest import did_you_mean

Wanted = str | list[str]


def code_meant(codebook: pd.DataFrame, dimension: str, given: str, *, none: bool = False) -> str:
    """Return the code of a dimension that a code or a label means.

    Parameters
    ----------
    none
        Whether "none stated" is a code too.

    Raises
    ------
    ValueError
        If no code is meant, or several are; names them, or the closest one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.dataset.naming import code_meant
    >>> codebook = foip.load().codebook
    >>> code_meant(codebook, "region", "southeast Asia"), code_meant(codebook, "place", "タイ")
    ('southeast_asia', 'THA')
    """
    rows = book.codes(codebook, dimension)
    absent = book.untaken(book.NONE, rows)
    if given in rows or (none and given == absent):
        return given
    meant = codes_called(codebook, dimension, given)
    if none and not meant and bare(str(given)) in _called_none(codebook, dimension):
        return absent
    if len(meant) == 1:
        return meant[0]
    if meant:
        several = " and ".join(f"'{code}'" for code in meant)
        raise ValueError(
            f"'{given}' means more than one code of '{dimension}': {several}. Pass the code."
        )
    others = {
        name: found
        for name in book.dimensions(codebook)
        if name != dimension and (found := codes_called(codebook, name, given))
    }
    if others:
        name, found = next(iter(others.items()))
        raise ValueError(
            f"'{given}' is not a code of '{dimension}', but of '{name}'. Write {name}='{found[0]}'."
        )
    known = [label for row in rows.values() for label in book.names(row)]
    near = did_you_mean(given, rows) or did_you_mean(given, known)
    near = near or f" foip.describe('{dimension}') tells what they mean."
    also = f", or {absent}" if none else ""
    raise ValueError(
        f"'{given}' is not a code of '{dimension}'. Allowed: {', '.join(rows)}{also}.{near}"
    )


def codes_meant(codebook: pd.DataFrame, wanted: Mapping[str, Wanted]) -> dict[str, Wanted]:
    """Return dimension → its code or codes, of what ``where`` takes: called by code or label, or
    none stated; one stays one.
    """

    def meant(dimension: str, given: Wanted) -> Wanted:
        if isinstance(given, str):
            return code_meant(codebook, dimension, given, none=True)
        some = as_list(dimension, given)
        return [code_meant(codebook, dimension, each, none=True) for each in some]

    return {dimension: meant(dimension, given) for dimension, given in wanted.items()}


def codes_called(codebook: pd.DataFrame, dimension: str, given: str) -> list[str]:
    """Return the codes of a dimension that are called so: the code itself, else those whose code or
    label it is, case, width and white space aside.
    """
    rows = book.rows(codebook, dimension)
    if given in rows:
        return [given]
    sought = bare(str(given))
    return [code for code, row in rows.items() if sought and sought in map(bare, book.names(row))]


def where_written(codebook: pd.DataFrame, dimension: str, given: object) -> str:
    """Return how codes that were given without their dimension are written, as a sentence.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.dataset.naming import where_written
    >>> where_written(foip.load().codebook, "place", ["ASEAN", "Thailand"])
    " Write codes={'place': ['asean', 'THA']}."
    >>> where_written(foip.load().codebook, "place", "Southeast Asia")
    " To count a part, choose it first: dataset.where(region='southeast_asia')."
    """
    some = [given] if isinstance(given, str) else given
    if not isinstance(some, list | tuple | set) or not all(isinstance(each, str) for each in some):
        return ""
    others = [name for name in book.dimensions(codebook) if name != dimension]
    for name in [dimension, *others]:
        called = [codes_called(codebook, name, each) for each in some]
        if called and all(len(codes) == 1 for codes in called):
            codes = [codes[0] for codes in called]
            if name == dimension:
                return f" Write codes={{'{name}': {codes}}}."
            told = repr(codes[0]) if len(codes) == 1 else codes
            return f" To count a part, choose it first: dataset.where({name}={told})."
    return ""


def as_list(dimension: str, codes: Wanted) -> list[str]:
    """Return one code, or several, as a list; refuse what is neither."""
    if isinstance(codes, str):
        return [codes]
    if not isinstance(codes, Iterable):
        raise ValueError(f"{dimension} is {codes!r}. Pass a code or a list of codes.")
    return list(codes)


def _called_none(codebook: pd.DataFrame, dimension: str) -> list[str]:
    labels = {lang: book.labels(codebook, dimension, lang).values() for lang in languages()}
    return [bare(book.untaken(word("none", lang), own, lang)) for lang, own in labels.items()]
