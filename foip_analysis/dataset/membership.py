"""Codings → membership: which initiative has which code, packed a bit an initiative.

For each dimension there is a matrix, codes × initiatives, true or false. Packed, a row of it is a
run of 64-bit words, and everything else follows: two codes' common initiatives are the bits that
both rows have (``a & b``), a count is the number of bits set (``bitwise_count``), a parent is the
OR of its children's rows. A coding that stands twice sets the same bit twice: nothing counts
double.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import as_list, code_meant

Bits = npt.NDArray[np.uint64]  # packed, a bit an initiative
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int32]
Times = npt.NDArray[np.int64]  # how many initiatives each row stands for

UNPACKED = 1 << 15  # initiatives unpacked at a time: what stays in the processor's cache


class Membership:
    """Which of ``total`` initiatives have which codes of a codebook, by a dataset's ``index``.

    The index holds three numbers a coding: its initiative, its dimension, its code.
    """

    def __init__(
        self, codebook: pd.DataFrame, dimensions: Sequence[str], index: Places, total: int
    ) -> None:
        self.codebook, self.dimensions = codebook, list(dimensions)
        self.index, self.total = index, total
        self._packed: dict[str, Bits] = {}

    def packed(self, dimension: str) -> Bits:
        """Return the matrix of a dimension: uint64, codes in codebook order × words of 64
        initiatives.
        """
        if dimension not in self._packed:
            bits = self._pack(dimension)
            bits.flags.writeable = False
            self._packed[dimension] = bits
        return self._packed[dimension]

    def matching(self, codes: Mapping[str, str | list[str]]) -> Flags:
        """Return which initiatives have a code of each named dimension: booleans, one an
        initiative.
        """
        keep = everyone(self.total)
        for dimension, wanted in codes.items():
            bits = self.packed(dimension)
            found = np.zeros_like(keep)
            known = list(book.codes(self.codebook, dimension))
            for given in as_list(dimension, wanted):
                code = code_meant(self.codebook, dimension, given, none=True)
                found |= bits[known.index(code)] if code in known else ~has_any(bits)
            keep = keep & found
        return unpack(keep[None, :], self.total).ravel()

    def _pack(self, dimension: str) -> Bits:
        codes = list(book.codes(self.codebook, dimension))
        bits = self._pack_own(dimension, len(codes))
        for child in book.children(self.codebook, dimension):
            below, names = self.packed(child), list(book.codes(self.codebook, child))
            for code, parent in book.parents(self.codebook, child).items():
                bits[codes.index(parent)] |= below[names.index(code)]
        return bits

    def _pack_own(self, dimension: str, size: int) -> Bits:
        initiative, number, code = self.index
        rows = np.flatnonzero(number == self.dimensions.index(dimension))
        initiative, code = initiative[rows], code[rows]
        if (np.diff(initiative) < 0).any():
            order = np.argsort(initiative, kind="stable")
            initiative, code = initiative[order], code[order]
        total = self.total
        bits = np.zeros((size, -(-total // 64)), np.uint64)
        starts = range(0, total, UNPACKED)
        ends = np.array([*starts, total], initiative.dtype)
        cuts = np.searchsorted(initiative, ends).tolist()
        for start, first, last in zip(starts, cuts[:-1], cuts[1:], strict=True):
            stop = min(start + UNPACKED, total)
            block = np.zeros((size, stop - start), bool)
            block[code[first:last], initiative[first:last] - start] = True
            bits[:, start // 64 : -(-stop // 64)] = pack_rows(block)
        return bits


def has_any(bits: Bits) -> Bits:
    """Return the words of the initiatives that have any code: the OR of all rows."""
    words: Bits = np.bitwise_or.reduce(bits, axis=0)
    return words


def everyone(count: int) -> Bits:
    """Return words with the first ``count`` bits set: every initiative."""
    return pack_rows(np.ones((1, count), np.bool_)).ravel()


def pack_rows(rows: Flags) -> Bits:
    """Pack booleans, rows × initiatives, into uint64 words."""
    width = -(-rows.shape[1] // 64) * 8
    out = np.zeros((len(rows), width), np.uint8)
    some = np.packbits(rows, axis=1, bitorder="little")
    out[:, : some.shape[1]] = some
    return out.view(np.uint64)


def unpack(bits: Bits, count: int, start: int = 0) -> Flags:
    """Unpack words to booleans, rows × ``count`` initiatives from ``start`` (a multiple of 64)."""
    part = np.ascontiguousarray(bits[:, start // 64 : -(-(start + count) // 64)]).view(np.uint8)
    return np.unpackbits(part, axis=1, count=count, bitorder="little").view(np.bool_)
