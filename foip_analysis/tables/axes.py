"""One side of a table: lines out of a dimension's codes; and the cells where the lines of two
sides meet.

Lines are packed to a bit an initiative, so a cell is a count of bits, and a line of several codes,
such as a margin or "other", has an initiative once. What may be added up (fractions, pairs) is
added instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import check_whole
from foip_analysis.dataset.membership import Bits, Times, everyone, has_any, unpack
from foip_analysis.dataset.naming import where_written
from foip_analysis.dataset.weights import check_numeric, refuse_blank
from foip_analysis.words.catalogue import word
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.tables.question import Question

Numbers = npt.NDArray[np.float64]
Cells = Times | Numbers  # initiatives counted, or added up
Weights = Cells | None  # of each row: its weight, or how many it stands for; None counts rows

WORDS_AT_ONCE = 8192  # of the packed matrix at a time: what stays in the processor's cache
PRODUCT_ROWS = 4096  # initiatives at a time in a weighted product, at most
# Multiplications in a matrix product that BLAS does in one thread. It shares out larger ones, and
# beside busy neighbours each then waits for its second thread, longer than the product takes.
SMALL_PRODUCT = 1 << 18


@dataclass(frozen=True)
class Axis:
    """One side of a table: what each of its lines gathers of a dimension's codes; the last line is
    all.
    """

    dimension: str
    codes: list[str]
    roles: list[str]  # of each line, as of a ``Line``
    whole: Bits  # the packed rows of every code (and of none), shown or not
    groups: list[list[int]]  # for each line, the rows of ``whole`` that it gathers
    rest: list[str]  # the codes that "other" gathers
    codebook: pd.DataFrame

    @cached_property
    def any(self) -> Bits:
        return has_any(self.whole)

    @cached_property
    def lines(self) -> Bits:
        """The packed lines but the last: an initiative with two codes of a line has one bit
        there.
        """
        groups = self.groups[:-1]
        if groups == [[i] for i in range(len(self.whole))]:
            return self.whole  # as it is: to copy it takes a while
        return np.array([has_any(self.whole[group]) for group in groups], np.uint64).reshape(
            len(groups), self.whole.shape[1]
        )

    @cached_property
    def bits(self) -> Bits:
        """The packed lines, the last one too."""
        return np.vstack([self.lines, self.any])

    @property
    def sums(self) -> Numbers:
        """Lines × rows of ``whole``, 0 or 1: adds up what may be added, fractions and pairs."""
        matrix = np.zeros((len(self.groups), len(self.whole)))
        for line, group in enumerate(self.groups):
            matrix[line, group] = 1
        return matrix

    def labels(self, lang: str | None) -> list[str]:
        known = book.labels(self.codebook, self.dimension, lang)
        return [
            book.untaken(word(role, lang), known.values(), lang) if role else known[code]
            for code, role in zip(self.codes, self.roles, strict=True)
        ]


def make_axis(dataset: Dataset, dimension: str, asked: Question, weights: Weights) -> Axis:
    """Return a side of a table as a question asks for it; ``weights`` is what size is measured by,
    among the initiatives that the table is of.

    Raises
    ------
    ValueError
        If a dimension, code or option is not known.
    """
    codes, top = asked.codes, asked.top
    whole, codebook = dataset.packed(dimension), dataset.codebook
    names = list(book.codes(codebook, dimension))
    for option in (codes, top):
        for named in option if isinstance(option, Mapping) else ():
            book.codes(codebook, named)  # refuses an unknown dimension
    if isinstance(codes, Mapping):
        keep = [names.index(code) for code in codes.get(dimension, names)]
    elif codes in ("all", "present"):
        keep = [i for i in range(len(names)) if codes == "all" or whole[i].any()]
    else:
        hint = where_written(codebook, dimension, codes)
        raise ValueError(
            f"codes is {codes!r}. It is 'all', 'present' or a dictionary such as "
            f"{{'{dimension}': ['{names[0]}']}}."
            f"{hint or did_you_mean(str(codes), ('all', 'present'))}"
        )
    if asked.order == "size" or top is not None:
        measure = split(dataset, weights, [whole]) if asked.count == "fractional" else weights
        sizes = count_cells(whole, _among(dataset, dimension, asked)[None, :], measure)[:, 0]
        sizes = sizes.round(9)  # the dust of adding fractions decides no order
    if asked.order == "size":
        keep.sort(key=lambda i: -sizes[i])
    groups, rest = [[i] for i in keep], []
    shown = [names[i] for i in keep]
    most = top.get(dimension) if isinstance(top, Mapping) else top
    if most is not None:
        check_whole("top", most)
    if most is not None and most < len(keep):
        largest = set(sorted(keep, key=lambda i: -sizes[i])[:most])
        first = [i for i in keep if i in largest]
        groups = [[i] for i in first] + [[i for i in keep if i not in largest]]
        rest = [names[i] for i in groups[-1]]
        shown = [names[i] for i in first]
    roles = [""] * len(shown) + (["other"] if rest else [])
    if asked.none:
        whole = np.vstack([whole, everyone(dataset.rows) & ~has_any(whole)])
        groups, roles = [*groups, [len(whole) - 1]], [*roles, "none"]
    roles.append("all")
    shown += [book.untaken(role, names) for role in roles if role]
    return Axis(dimension, shown, roles, whole, [*groups, list(range(len(whole)))], rest, codebook)


def _among(dataset: Dataset, dimension: str, asked: Question) -> Bits:
    """Return which initiatives a table counts on one side: those with any code of the other."""
    other = asked.columns if dimension == asked.rows else asked.rows
    if asked.none or not asked.columns or not other:
        return everyone(dataset.rows)
    return has_any(dataset.packed(other))


def weights_of(dataset: Dataset, column: str | None) -> Weights:
    """Return a numeric column of the initiatives as floats; for None how many initiatives each row
    stands for. Refuses other columns, and blank cells.
    """
    if column is None:
        return dataset.times
    check_numeric(column, list(dataset.initiatives.select_dtypes("number").columns))
    weights = dataset.initiatives[column].to_numpy(float)
    if not np.isfinite(weights).all():
        missing = dataset.initiatives.loc[~np.isfinite(weights), "initiative_id"]
        refuse_blank(column, missing.tolist())
    return weights


def split(dataset: Dataset, weights: Weights, sides: list[Bits]) -> Numbers:
    """Return each initiative's weight divided by its number of codes on every side; 0 where it has
    none.
    """
    total = dataset.rows
    shares: Numbers = np.ones(total) if weights is None else weights.astype(float)
    for start in range(0, total, PRODUCT_ROWS * 16):
        part = slice(start, min(start + PRODUCT_ROWS * 16, total))
        for bits in sides:
            codes = unpack(bits, part.stop - start, start).sum(axis=0, dtype=np.uint16)
            shares[part] = np.divide(
                shares[part], codes, out=np.zeros(part.stop - start), where=codes > 0
            )
    return shares


def count_cells(rows: Bits, columns: Bits, weights: Weights) -> Cells:
    """Return rows × columns: the initiatives that both packed lines have, counted or their weights
    added.
    """
    if weights is None:
        cells = np.zeros((len(rows), len(columns)), np.int64)
        for start in range(0, rows.shape[1], WORDS_AT_ONCE):
            part = slice(start, start + WORDS_AT_ONCE)
            block = np.ascontiguousarray(columns[:, part])
            for i, row in enumerate(rows[:, part]):
                cells[i] += np.bitwise_count(block & row).sum(axis=1, dtype=np.uint32)
        return cells
    sums = np.zeros((len(rows), len(columns)))
    step = max(64, min(PRODUCT_ROWS, SMALL_PRODUCT // max(1, sums.size)) // 64 * 64)
    # Of the table, where 64 are too many.
    strip = max(1, SMALL_PRODUCT // (step * max(1, len(columns))))
    for start in range(0, len(weights), step):
        some = weights[start : start + step]
        having = unpack(rows, len(some), start).astype(float)
        weighted = (unpack(columns, len(some), start) * some).T
        for top in range(0, len(rows), strip):
            sums[top : top + strip] += having[top : top + strip] @ weighted
    if weights.dtype.kind == "i":  # sums of whole numbers, exact in floats below 2 ** 53
        return sums.astype(np.int64)
    return sums


def divide(cells: Cells, base: Cells | float) -> Numbers:
    """Return shares; not a number where the base is 0, for there is nothing to have a share of."""
    base = np.broadcast_to(base, cells.shape)
    shares: Numbers = np.divide(cells, base, out=np.full(cells.shape, np.nan), where=base != 0)
    return shares
