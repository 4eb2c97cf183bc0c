"""Codings → membership: which initiative has which code, packed a bit an initiative.

For each dimension there is a matrix, codes × initiatives, true or false. Packed, a row of it is a
run of 64-bit words, and everything else follows: two codes' common initiatives are the bits that
both rows have (``a & b``), a count is the number of bits set (``bitwise_count``), a parent is the OR
of its children's rows. A coding that stands twice sets the same bit twice: nothing counts double.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.words.catalogue import did_you_mean

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

BLOCK = 1 << 15  # initiatives unpacked at a time: what stays in the processor's cache


def membership(dataset: Dataset, dimension: str) -> pd.DataFrame:
    """Return which initiative has which code of a dimension.

    Returns
    -------
    pandas.DataFrame
        Booleans, initiatives (index ``initiative_id``) × codes in codebook order. A parent's column
        is true where any of its children is.

    Raises
    ------
    ValueError
        If the dimension is not in the codebook.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> bool(foip.membership(foip.load(), "tool").loc["palau-airport", "oda"])
    True
    """
    codes = list(book.codes(dataset.codebook, dimension))
    index = pd.Index(dataset.initiatives["initiative_id"], name="initiative_id")
    return pd.DataFrame(
        unpack(packed(dataset, dimension), len(index)).T,
        index=index,
        columns=pd.Index(codes, name=dimension),
    )


def packed(dataset: Dataset, dimension: str) -> np.ndarray:
    """Return the packed matrix of a dimension: uint64, codes in codebook order × words of 64 initiatives."""
    if not hasattr(dataset, "codings"):
        raise TypeError(
            f"This is a {type(dataset).__name__}; what is counted is a Dataset, such as foip.load(). Pass it first."
        )
    key = ("packed", dimension)
    if key not in dataset._cache:
        dataset._cache[key] = _pack(dataset, dimension)
    return dataset._cache[key]


def has_any(bits: np.ndarray) -> np.ndarray:
    """Return the words of the initiatives that have any code: the OR of all rows."""
    return np.bitwise_or.reduce(bits, axis=0) if len(bits) else np.zeros(bits.shape[1], np.uint64)


def everyone(count: int) -> np.ndarray:
    """Return words with the first ``count`` bits set: every initiative."""
    return pack_rows(np.ones((1, count), bool))[0]


def pack_rows(rows: np.ndarray) -> np.ndarray:
    """Pack booleans, rows × initiatives, into uint64 words."""
    width = -(-rows.shape[1] // 64) * 8
    out = np.zeros((len(rows), width), np.uint8)
    some = np.packbits(rows, axis=1, bitorder="little")
    out[:, : some.shape[1]] = some
    return out.view(np.uint64)


def unpack(bits: np.ndarray, count: int, start: int = 0) -> np.ndarray:
    """Unpack words to booleans, rows × ``count`` initiatives from ``start`` (a multiple of 64)."""
    part = np.ascontiguousarray(bits[:, start // 64 : -(-(start + count) // 64)])
    return np.unpackbits(part.view(np.uint8), axis=1, count=count, bitorder="little").view(bool)


def matching(dataset: Dataset, codes: Mapping[str, str | list[str]]) -> np.ndarray:
    """Return which initiatives have a code of each named dimension: booleans, one an initiative."""
    total = len(dataset.initiatives)
    keep = everyone(total)
    for dimension, wanted in codes.items():
        bits = packed(dataset, dimension)
        found = np.zeros_like(keep)
        for code in as_list(dimension, wanted):
            row = _row_of(dataset, dimension, code)
            found |= ~has_any(bits) if row is None else bits[row]
        keep = keep & found
    return unpack(keep[None, :], total)[0]


def as_list(dimension: str, codes: str | list[str]) -> list[str]:
    """Return one code, or several, as a list; refuse what is neither."""
    if isinstance(codes, str):
        return [codes]
    if not isinstance(codes, Iterable):
        raise ValueError(f"{dimension} is {codes!r}. Pass a code or a list of codes.")
    return list(codes)


def find_code(dataset: Dataset, dimension: str, code: str, also: str = "") -> int:
    """Return the place of a code in its dimension; refuse an unknown one with the closest match."""
    rows = book.codes(dataset.codebook, dimension)
    if code in rows:
        return list(rows).index(code)
    for known, row in rows.items():
        if code in (row.get("label_en"), row.get("label_ja")):
            raise ValueError(
                f"'{code}' is the label of a code of '{dimension}'. Pass the code: '{known}'."
            )
    if others := [
        name for name in dataset.dimensions if code in book.codes(dataset.codebook, name)
    ]:
        raise ValueError(
            f"'{code}' is not a code of '{dimension}', but of '{others[0]}'. Write {others[0]}='{code}'."
        )
    near = did_you_mean(code, rows) or f" foip.describe('{dimension}') tells what they mean."
    raise ValueError(
        f"'{code}' is not a code of '{dimension}'. Allowed: {', '.join(rows)}{also}.{near}"
    )


def _row_of(dataset: Dataset, dimension: str, code: str) -> int | None:
    if code == book.NONE and code not in book.codes(dataset.codebook, dimension):
        return None
    return find_code(dataset, dimension, code, also=f", or {book.NONE}")


def _pack(dataset: Dataset, dimension: str) -> np.ndarray:
    codes = list(book.codes(dataset.codebook, dimension))
    bits = _pack_own(dataset, dimension, len(codes))
    for child in book.children(dataset.codebook, dimension):
        below, names = packed(dataset, child), list(book.codes(dataset.codebook, child))
        for code, parent in book.parents(dataset.codebook, child).items():
            bits[codes.index(parent)] |= below[names.index(code)]
    bits.flags.writeable = False
    return bits


def _pack_own(dataset: Dataset, dimension: str, size: int) -> np.ndarray:
    initiative, number, code = dataset.index
    rows = np.flatnonzero(number == dataset.dimensions.index(dimension))
    initiative, code = initiative[rows], code[rows]
    if (np.diff(initiative) < 0).any():
        order = np.argsort(initiative, kind="stable")
        initiative, code = initiative[order], code[order]
    total = len(dataset.initiatives)
    bits = np.zeros((size, -(-total // 64)), np.uint64)
    starts = range(0, total, BLOCK)
    cuts = np.searchsorted(initiative, np.array([*starts, total], initiative.dtype)).tolist()
    for start, first, last in zip(starts, cuts[:-1], cuts[1:], strict=True):
        stop = min(start + BLOCK, total)
        block = np.zeros((size, stop - start), bool)
        block[code[first:last], initiative[first:last] - start] = True
        bits[:, start // 64 : -(-stop // 64)] = pack_rows(block)
    return bits
