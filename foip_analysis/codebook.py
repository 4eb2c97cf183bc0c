"""What the codes mean: dimensions, codes, labels, order, parents, colours.

A codebook is a table with one row a code. Everything that the package knows about a code is in its
row; no code is named in Python. A *dimension* (tool, place …) is declared by a row of its own, whose
``dimension`` is the word ``dimension``; its ``codes_per_initiative`` says how many codes an
initiative has: ``one``, ``some`` (one or more) or ``any``. A code may have a *parent*, which is a
code of another dimension (a place's region, a tool's family), so that dimension can be counted too.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import pandas as pd

DECLARATION = "dimension"
NONE = "none"
LANGUAGES = ("en", "ja")


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return the closest allowed word as a sentence, or nothing if none is close."""
    names = {str(name).casefold(): str(name) for name in allowed}
    close = difflib.get_close_matches(str(word).casefold(), list(names), n=1, cutoff=0.55)
    return f" Did you mean '{names[close[0]]}'?" if close else ""


def dimensions(codebook: pd.DataFrame) -> list[str]:
    """Return the names of the dimensions: declared ones in their order, then the others as they come."""
    declared = _in_order(codebook[codebook["dimension"] == DECLARATION])["code"]
    used = codebook.loc[codebook["dimension"] != DECLARATION, "dimension"]
    return list(dict.fromkeys([*declared, *used]))


def codes(codebook: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """Return the rows of one dimension in codebook order, indexed by code.

    Raises
    ------
    ValueError
        If the codebook has no such dimension; names the closest one.
    """
    rows = _in_order(codebook[codebook["dimension"] == dimension])
    if rows.empty or dimension == DECLARATION:
        known = dimensions(codebook)
        raise ValueError(
            f"There is no dimension '{dimension}'. The dimensions are: {', '.join(known)}.{did_you_mean(dimension, known)}"
        )
    return rows.set_index("code")


def parents(codebook: pd.DataFrame, dimension: str) -> dict[str, tuple[str, str]]:
    """Return for each code that has a parent the parent's (dimension, code).

    A parent's dimension is the ``parent`` of the dimension's declaration; without one it is the other
    dimension that holds every parent that is named.
    """
    rows = codes(codebook, dimension)
    if "parent" not in rows:
        return {}
    named = rows["parent"][rows["parent"] != ""]
    if named.empty:
        return {}
    target = parent_dimension(codebook, dimension)
    return {code: (target, parent) for code, parent in named.items()} if target else {}


def parent_dimension(codebook: pd.DataFrame, dimension: str) -> str | None:
    """Return the dimension that the parents of a dimension's codes belong to, or None."""
    if "parent" not in codebook:
        return None
    declared = codebook[(codebook["dimension"] == DECLARATION) & (codebook["code"] == dimension) & (codebook["parent"] != "")]
    if len(declared):
        return declared["parent"].iloc[0]
    named = set(codebook.loc[(codebook["dimension"] == dimension) & (codebook["parent"] != ""), "parent"])
    others = (d for d in dimensions(codebook) if d != dimension)
    holders = [d for d in others if named and named <= set(codebook.loc[codebook["dimension"] == d, "code"])]
    return holders[0] if holders else None


def children(codebook: pd.DataFrame, dimension: str) -> list[str]:
    """Return the dimensions whose codes have their parents in this one."""
    return [d for d in dimensions(codebook) if d != dimension and parent_dimension(codebook, d) == dimension]


def labels(codebook: pd.DataFrame, dimension: str, lang: str | None) -> dict[str, str]:
    """Return code → label in a language; the code itself for None, English where Japanese is absent.

    Raises
    ------
    ValueError
        If the language is not ``"en"``, ``"ja"`` or None.
    """
    rows = codes(codebook, dimension)
    return {code: _label(row, code, lang) for code, row in zip(rows.index, rows.to_dict("records"), strict=True)}


def dimension_label(codebook: pd.DataFrame, dimension: str, lang: str | None) -> str:
    """Return a dimension's label in a language; its name where the codebook declares none."""
    declared = codebook[(codebook["dimension"] == DECLARATION) & (codebook["code"] == dimension)]
    if declared.empty:
        check_language(lang)
        return dimension if lang is None else dimension.replace("_", " ")
    return _label(declared.iloc[0].to_dict(), dimension, lang)


def colours(codebook: pd.DataFrame, dimension: str) -> dict[str, str]:
    """Return code → colour (``#rrggbb``) for the codes that have one."""
    rows = codes(codebook, dimension)
    return {code: colour for code, colour in rows["colour"].items() if colour} if "colour" in rows else {}


def codes_per_initiative(codebook: pd.DataFrame, dimension: str) -> str:
    """Return ``one``, ``some`` or ``any``: how many codes an initiative has; ``any`` if not declared."""
    if "codes_per_initiative" not in codebook:
        return "any"
    declared = codebook[(codebook["dimension"] == DECLARATION) & (codebook["code"] == dimension)]
    return (declared["codes_per_initiative"].iloc[0] or "any") if len(declared) else "any"


def check_language(lang: str | None) -> None:
    """Refuse a language that labels do not come in."""
    if lang is not None and lang not in LANGUAGES:
        raise ValueError(f"lang is '{lang}'. It is 'en' (English), 'ja' (Japanese) or None (the bare codes).")


def _label(row: dict, code: str, lang: str | None) -> str:
    check_language(lang)
    if lang is None:
        return code
    return row.get(f"label_{lang}") or row.get("label_en") or code


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("order", kind="stable") if "order" in rows else rows
