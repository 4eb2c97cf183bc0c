"""What the codes mean: dimensions, codes, labels, order, parents, colours.

A codebook is a table with one row a code. Everything that the package knows about a code is in its
row; no code is named in Python. A *dimension* (tool, place …) is declared by a row of its own,
whose ``dimension`` is the word ``dimension``; its ``codes_per_initiative`` says how many codes an
initiative has: ``one``, ``some`` (one or more) or ``any``. A code may have a *parent*, which is a
code of another dimension (a place's region, a tool's family), so that dimension can be counted too.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import pandas as pd

from foip_analysis.dataset.characters import bare
from foip_analysis.words.catalogue import check_language, languages, say
from foip_analysis.words.closest import did_you_mean

DECLARATION = "dimension"
NONE = "none"
VIEW = "_foip_view"  # of a frame that was taken apart
Row = dict[str, Any]  # column → cell, text or a number; not-a-number where it is blank


def dimensions(codebook: pd.DataFrame) -> list[str]:
    """Return the names of the dimensions: declared ones in their order, then the others as they
    come.
    """
    return _view(codebook).dimensions


def codes(codebook: pd.DataFrame, dimension: str) -> dict[str, Row]:
    """Return a dimension's codes in codebook order: code → its row.

    Raises
    ------
    ValueError
        If the codebook has no such dimension; names the closest one.
    """
    own = rows(codebook, dimension)
    if not own or dimension == DECLARATION:
        known = dimensions(codebook)
        meant = " or ".join(f"'{name}'" for name in dimensions_called(codebook, dimension))
        of = [name for name in known if dimension in rows(codebook, name)]
        hint = f" Did you mean {meant}?" if meant else did_you_mean(dimension, known)
        if of and not meant:
            hint = f" '{dimension}' is a code of '{of[0]}'."
        raise ValueError(
            f"There is no dimension '{dimension}'. The dimensions are: {', '.join(known)}.{hint}"
        )
    return own


def names(row: Row) -> list[str]:
    """Return what a row is called: its code, its labels, and other words for it (``also``)."""
    labels = [row.get(f"label_{lang}") for lang in languages()]
    further = (row.get("also") or "").split(";")
    called = ((name or "").strip() for name in [row.get("code"), *labels, *further])
    return [name for name in called if name]


def dimensions_called(codebook: pd.DataFrame, given: str) -> list[str]:
    """Return the dimensions whose name or label it is, or whose ``also`` has it.

    A dimension is not taken under another name, for a table of the wrong one looks right; but who
    asks for "country" is told that it is ``place``.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.dataset.codebook import dimensions_called
    >>> dimensions_called(foip.load().codebook, "Country")
    ['place']
    """
    sought = _spelt(given)
    return [
        name
        for name in dimensions(codebook)
        if sought and sought in map(_spelt, [name, *names(declaration(codebook, name))])
    ]


def rows(codebook: pd.DataFrame, dimension: str) -> dict[str, Row]:
    """Return the codes of a dimension as ``codes`` does; none for a dimension without any."""
    return _view(codebook).rows.get(dimension, {})


def parents(codebook: pd.DataFrame, dimension: str) -> dict[str, str]:
    """Return code → parent for the codes of a dimension that have one; see ``parent_dimension``."""
    return {
        code: row["parent"] for code, row in codes(codebook, dimension).items() if row.get("parent")
    }


def parent_dimension(codebook: pd.DataFrame, dimension: str) -> str | None:
    """Return the dimension that the parents of a dimension's codes belong to, or None.

    It is the ``parent`` of the dimension's declaration; without one it is the first other dimension
    that holds every parent that is named.
    """
    return _view(codebook).above.get(dimension)


def children(codebook: pd.DataFrame, dimension: str) -> list[str]:
    """Return the dimensions whose codes have their parents in this one."""
    return [
        below
        for below, above in _view(codebook).above.items()
        if above == dimension and below != dimension
    ]


def labels(codebook: pd.DataFrame, dimension: str, lang: str | None) -> dict[str, str]:
    """Return code → label in a language; the code itself for None, English where Japanese is
    absent.

    Raises
    ------
    ValueError
        If the language is not ``"en"``, ``"ja"`` or None.
    """
    return {code: _label(row, code, lang) for code, row in codes(codebook, dimension).items()}


def labels_within(codebook: pd.DataFrame, dimension: str, lang: str | None) -> dict[str, str]:
    """Return code → how a sentence names it: ``within_en`` of its row, else its label."""
    told = labels(codebook, dimension, lang)
    own = {code: row.get(f"within_{lang}") for code, row in codes(codebook, dimension).items()}
    return {code: str(own[code]) if own[code] else label for code, label in told.items()}


def told_in_columns(
    codebook: pd.DataFrame, columns: Collection[str], coded: pd.Series
) -> list[str]:
    """Return the dimensions that a column of the initiatives tells: no coding, of which ``coded``
    has the dimensions, is of them.
    """
    named = [name for name in dimensions(codebook) if name in columns and rows(codebook, name)]
    held = set(coded.unique()) if named else set()
    return [name for name in named if name not in held]


def dimension_label(codebook: pd.DataFrame, dimension: str, lang: str | None) -> str:
    """Return a dimension's label in a language; its name where the codebook declares none."""
    declared = declaration(codebook, dimension) or {"label_en": dimension.replace("_", " ")}
    return _label(declared, dimension, lang)


def text_of(row: Row, name: str, lang: str | None) -> str:
    """Return a text of a code's row in a language, English where it is absent.

    ``name`` is ``definition``, ``include`` or ``exclude``; English stands in the column of that
    name, or with ``_en`` behind it.

    Examples
    --------
    >>> text_of({"include": "a loan", "include_ja": "融資"}, "include", "ja")
    '融資'
    """
    return row.get(f"{name}_{lang}") or row.get(f"{name}_en") or row.get(name) or ""


def colours(codebook: pd.DataFrame, dimension: str) -> dict[str, str]:
    """Return code → colour (``#rrggbb``) for the codes that have one."""
    return {
        code: row["colour"] for code, row in codes(codebook, dimension).items() if row.get("colour")
    }


def markers(codebook: pd.DataFrame, dimension: str) -> dict[str, tuple[float, float]]:
    """Return code → longitude and latitude for the codes that have a place on a map."""
    found = {
        code: (row.get("longitude"), row.get("latitude"))
        for code, row in codes(codebook, dimension).items()
    }
    return {
        code: (float(east), float(north))
        for code, (east, north) in found.items()
        if pd.notna(east) and pd.notna(north)
    }


def areas(codebook: pd.DataFrame, dimension: str) -> list[str]:
    """Return the codes whose marker stands for a group or an area, such as ASEAN, not for one
    spot.
    """
    return [code for code, row in codes(codebook, dimension).items() if row.get("marker") == "area"]


def codes_per_initiative(codebook: pd.DataFrame, dimension: str) -> str:
    """Return ``one``, ``some`` or ``any``: how many codes an initiative has; ``any`` if not
    declared.
    """
    return declaration(codebook, dimension).get("codes_per_initiative") or "any"


def untaken(name: str, taken: Collection[str], lang: str | None = None) -> str:
    """Return a name for what is no code, such as "none stated": in brackets where a code has it.

    Examples
    --------
    >>> untaken("Other", ["Other", "Asia"], "en"), untaken("none", ["asia", "africa"])
    ('(Other)', 'none')
    """
    while name in taken:
        name = say("word-taken", lang, name=name)
    return name


class _View(NamedTuple):
    """A codebook taken apart once: dimensions, rows by dimension and code, each dimension's
    parent.
    """

    dimensions: list[str]
    rows: dict[str, dict[str, Row]]
    above: dict[str, str]


def copy_of(codebook: pd.DataFrame) -> pd.DataFrame:
    """Return a copy of a codebook that shares its cells until one of the two is written, and need
    not be taken apart again.
    """
    copy = codebook.copy(deep=False)
    object.__setattr__(copy, VIEW, _view(codebook))
    return copy


def _view(codebook: pd.DataFrame) -> _View:
    """Return the codebook taken apart; the frame keeps it."""
    view: _View | None = vars(codebook).get(VIEW)
    if view is None:
        view = _take_apart(codebook)
        object.__setattr__(codebook, VIEW, view)
    return view


def _take_apart(codebook: pd.DataFrame) -> _View:
    ordered = codebook.sort_values("order", kind="stable") if "order" in codebook else codebook
    rows: dict[str, dict[str, Row]] = {}
    columns = list(ordered.columns)
    for cells in zip(*(ordered[column].to_numpy(object) for column in columns), strict=True):
        row = dict(zip(columns, cells, strict=True))
        rows.setdefault(row["dimension"], {}).setdefault(row["code"], row)
    declared = rows.get(DECLARATION, {})
    coded = (d for d in codebook["dimension"].to_numpy(object) if d != DECLARATION)
    names = list(dict.fromkeys([*declared, *coded]))
    above = {}
    for name in names:
        named = {row["parent"] for row in rows.get(name, {}).values() if row.get("parent")}
        holders = [d for d in names if d != name and named and named <= rows.get(d, {}).keys()]
        target = declared.get(name, {}).get("parent") or (holders[0] if holders else None)
        if target and name in rows:
            above[name] = target
    return _View(names, rows, above)


def declaration(codebook: pd.DataFrame, dimension: str) -> Row:
    return rows(codebook, DECLARATION).get(dimension, {})


def _spelt(name: object) -> str:
    return bare(str(name)).replace("_", "").replace("-", "")


def _label(row: Row, code: str, lang: str | None) -> str:
    check_language(lang)
    if lang is None:
        return code
    return row.get(f"label_{lang}") or row.get("label_en") or code
