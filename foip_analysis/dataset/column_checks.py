"""Columns of codings and initiatives → the codings as numbers, if everything holds that must.

``checks`` goes through the rows and names each that is wrong. Here the same is asked of whole
columns: a coding is the place of its initiative, its dimension, its code and its unit, and what may
not differ is compared as arrays. What does not hold is a ``Doubt``; ``checks`` then tells what.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import BASES, COMPUTED, LONGEST_TERM, OWED, STATED
from foip_analysis.dataset.characters import bare
from foip_analysis.dataset.checks import is_sentence
from foip_analysis.dataset.columnar import Columns, Doubt, Numbers

if TYPE_CHECKING:
    import pyarrow

LARGEST_ROW = 1 << 62  # number that a row may be told by
PAIRS = 1 << 26  # of distinct dimensions and codes


def numbered(
    initiatives: Columns, codings: Columns, codebook: pd.DataFrame, units: pd.DataFrame
) -> tuple[Numbers, Numbers]:
    """Return a dataset's ``index``, 3 × codings, and for each coding the row of its unit.

    The codebook and the units are checked already, and so is each cell by itself.

    Raises
    ------
    Doubt
        If anything is not as ``checks`` wants it.
    """
    ids, names = initiatives["initiative_id"].values, book.dimensions(codebook)
    _check_ids(ids)
    _check_evidence(codings)
    index = np.empty((3, len(_places(codings, "code"))), np.int32)
    index[0] = _found(codings, "initiative_id", ids)
    index[1] = _found(codings, "dimension", _array(names))
    index[2] = _codes(codings, codebook)
    unit = _found(codings, "locator", _array(units["locator"].tolist()))
    _check_repeats(index, len(ids), unit, len(units))
    _check_dimensions(index, len(ids), codebook, initiatives)
    return index, unit


def _places(codings: Columns, name: str) -> Numbers:
    places = codings[name].places
    assert places is not None
    return places


def _array(texts: Sequence[str]) -> Any:
    import pyarrow

    return pyarrow.array(texts, pyarrow.large_string())


def _found(codings: Columns, name: str, among: pyarrow.Array) -> Numbers:
    """Return for each coding the place of its cell among those that there may be."""
    from pyarrow import compute

    found = compute.index_in(codings[name].values.cast(among.type), value_set=among)
    if found.null_count:
        raise Doubt
    places: Numbers = found.to_numpy()[_places(codings, name)]
    return places


def _codes(codings: Columns, codebook: pd.DataFrame) -> Numbers:
    """Return for each coding the place of its code in its dimension."""
    dimensions, codes = (codings[name].values.to_pylist() for name in ("dimension", "code"))
    if len(dimensions) * len(codes) > PAIRS:
        raise Doubt
    found = np.empty((len(dimensions), len(codes)), np.int32)
    for row, dimension in enumerate(dimensions):
        own = {code: place for place, code in enumerate(book.rows(codebook, dimension))}
        found[row] = [own.get(code, -1) for code in codes]
    places: Numbers = found[_places(codings, "dimension"), _places(codings, "code")]
    if places.min() < 0:
        raise Doubt
    return places


def _check_ids(ids: pyarrow.Array) -> None:
    """Doubt ids of which two are alike, or look so."""
    from pyarrow import compute

    if compute.all(compute.ascii_is_printable(ids)).as_py():
        bares = compute.ascii_lower(compute.replace_substring(ids, " ", ""))
    else:
        bares = _array([bare(each) for each in ids.to_pylist()])
    if compute.count_distinct(bares).as_py() < len(ids):
        raise Doubt


def _check_evidence(codings: Columns) -> None:
    """Doubt a basis that is none, a term that is a sentence, and one that is not there."""
    from pyarrow import compute

    stated: npt.NDArray[np.bool_] | None = None
    if "basis" in codings:
        bases = codings["basis"].values.to_pylist()
        if not set(bases) <= set(BASES):
            raise Doubt
        stated = np.isin(bases, STATED)[_places(codings, "basis")]
    if "evidence" not in codings:
        return
    terms = codings["evidence"].values
    short = compute.less_equal(compute.utf8_length(terms), min(LONGEST_TERM.values()))
    ended = compute.match_substring_regex(terms, "[.!?。！？]")
    plain = compute.and_not(short, ended)
    if any(is_sentence(term) for term in terms.filter(compute.invert(plain)).to_pylist()):
        raise Doubt
    blank = compute.index(terms, "").as_py()
    if stated is not None and blank >= 0 and stated[_places(codings, "evidence") == blank].any():
        raise Doubt


def _check_repeats(index: Numbers, initiatives: int, unit: Numbers, units: int) -> None:
    """Doubt codings of which two are alike in initiative, dimension, code and locator."""
    dimensions, codes = (int(each.max()) + 1 for each in index[1:])
    if initiatives * dimensions * codes * units > LARGEST_ROW:
        raise Doubt
    rows = index[0].astype(np.int64)
    for column, size in ((index[1], dimensions), (index[2], codes), (unit, units)):
        rows *= size
        rows += column
    rows.sort()
    if (rows[1:] == rows[:-1]).any():
        raise Doubt


def _check_dimensions(
    index: Numbers, total: int, codebook: pd.DataFrame, initiatives: Columns
) -> None:
    """Doubt a dimension of which an initiative has too many codes, too few, or others than their
    parents.
    """
    names = book.dimensions(codebook)
    rows = {name: np.flatnonzero(index[1] == place) for place, name in enumerate(names)}
    for name in names:
        own, many = index[:, rows[name]], book.codes_per_initiative(codebook, name)
        above = rows.get(book.parent_dimension(codebook, name) or "", rows[name][:0])
        if own.size and above.size:
            _check_parents(name, own, index[:, above], total, codebook)
        only = np.empty(total, np.int32)
        only[own[0]] = own[2]
        if many == "one" and (only[own[0]] != own[2]).any():
            raise Doubt
        has = np.zeros(total, bool)
        for each in [name] if own.size else book.children(codebook, name):
            has[index[0, rows[each]]] = True
        if name in initiatives and not own.size and book.rows(codebook, name):
            filled = _check_column(name, initiatives, codebook)
            has = filled if filled.any() else has
        asked = many in OWED and name not in COMPUTED and book.rows(codebook, name)
        if asked and not has.all():
            raise Doubt


def _check_parents(
    name: str, own: Numbers, above: Numbers, total: int, codebook: pd.DataFrame
) -> None:
    """Doubt codes whose parent an initiative lacks though it has others of the parent's dimension;
    ``own`` and ``above`` are parts of the index.
    """
    parents = book.parents(codebook, name)
    codes = list(book.codes(codebook, book.parent_dimension(codebook, name) or ""))
    places = {code: place for place, code in enumerate(codes)}
    to = np.array([places.get(parents.get(code, ""), -1) for code in book.codes(codebook, name)])
    has = np.zeros(total, bool)
    has[above[0]] = True
    parent = to[own[2]]
    asked = has[own[0]] & (parent >= 0)
    wanted = own[0, asked].astype(np.int64) * len(codes) + parent[asked]
    if not np.isin(wanted, above[0].astype(np.int64) * len(codes) + above[2]).all():
        raise Doubt


def _check_column(name: str, initiatives: Columns, codebook: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Doubt a column that tells a dimension, if a cell is no code; return which are filled in."""
    from pyarrow import compute

    cells = initiatives[name].values
    if not set(compute.unique(cells).to_pylist()) <= {"", *book.rows(codebook, name)}:
        raise Doubt
    filled: npt.NDArray[np.bool_] = compute.not_equal(cells, "").to_numpy(zero_copy_only=False)
    return filled
