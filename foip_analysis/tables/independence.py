"""The arithmetic of tests for multi-valued codes: packed lines in, a statistic and its p values
out.

Nothing here knows of datasets. A *line* is the packed row of a code; the last line of each side is
the base. ``association`` says what the tests mean and where they come from.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from foip_analysis.dataset.membership import Bits, Flags, Times, unpack
from foip_analysis.tables.axes import SMALL_PRODUCT, Numbers

Sets = npt.NDArray[np.float32]  # distinct sets of codes, 0 or 1: exact, and quick to multiply
Counts = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]  # numpy takes places as intp alone where that is 32 bits

STEP = 1 << 15  # initiatives at a time, so that memory does not grow with the dataset
ENTRIES = 1 << 22  # of the covariance at a time
LEVEL = 0.05  # a cell passes if its corrected p value is at most this
DUST = 1e-9  # by so small a part, sums of the same terms may differ
PATIENCE = 10.0  # seconds before a progress bar appears


def chi_square_tail(statistic: float, df: float) -> float:
    """Return the probability that a χ² with ``df`` degrees of freedom (may be a fraction) is
    larger.

    The regularised upper incomplete gamma function Q(df/2, statistic/2): below its middle one minus
    the power series, above it the continued fraction (DLMF 8.7.1 and 8.9.2).

    Examples
    --------
    >>> round(chi_square_tail(3.841459, 1), 6), round(chi_square_tail(2.0, 2), 6)  # 1/e
    (0.05, 0.367879)
    """
    a, x = df / 2, statistic / 2
    if math.isnan(a) or math.isnan(x):
        return math.nan
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        step = a
        while term > total * 1e-17:
            step += 1
            term *= x / step
            total += term
        return max(0.0, 1 - front * total)
    above, below, b = math.inf, 1 / (x + 1 - a), x + 1 - a  # Lentz's way up the fraction
    fraction = below
    for i in range(1, 10_000):
        b += 2
        numerator = -i * (i - a)
        below = 1 / (numerator * below + b)
        above = b + numerator / above
        fraction *= above * below
        if abs(above * below - 1) < 1e-16:
            break
    return front * fraction


def joint(
    rows: Bits,
    columns: Bits,
    pairs: list[tuple[int, int]],
    total: int,
    times: Times | None = None,
) -> Numbers:
    """Return, for each pair of packed rows, how many initiatives have both of them and each two
    columns: pairs × columns × columns.
    """
    counts = np.zeros((len(pairs), len(columns), len(columns)))
    for start in range(0, total, STEP):
        size = min(STEP, total - start)
        having = unpack(rows, size, start)
        block = unpack(columns, size, start).T.astype(
            np.float32 if times is None else np.float64, order="C"
        )  # exact: sums stay below 2^24, and those of whole numbers below 2^53
        for number, (i, k) in enumerate(pairs):
            both = having[i] & having[k]
            some = block[both]
            many = some if times is None else some * times[start : start + size][both, None]
            counts[number] += some.T @ many
    return counts


def _parts(tables: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the cells of tables, the initiatives of rows, of columns, and of the base."""
    inner, last = slice(-1), slice(-1, None)
    return (
        tables[..., inner, inner],
        tables[..., inner, last],
        tables[..., last, inner],
        tables[..., last, last],
    )


def fourfold(tables: Numbers) -> tuple[Numbers, Flags]:
    """Return Pearson's statistic of each cell's 2×2 table, and whether it could be formed (0 where
    not).

    ``tables`` are … × (rows + 1) × (columns + 1): counts, with the initiatives of each row and
    column and of the base in the last column and row.
    """
    both, row, column, base = _parts(tables)
    formed = (row > 0) & (row < base) & (column > 0) & (column < base)
    a, b, c, d = (
        np.where(n > 0, n, 0.5)
        for n in (both, row - both, column - both, base - row - column + both)
    )
    statistic = (a + b + c + d) * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d))
    return np.where(formed, statistic, 0), formed


def _by_item(tables: Numbers) -> Numbers:
    """Return the sum of the Pearson statistics of c × 2: single-valued rows × each column or
    not.
    """
    both, row, column, base = _parts(tables)
    present = row > 0
    yes, no = (np.where(present & (n == 0), 0.5, n) for n in (both, row - both))
    size, yeses, noes = yes + no, yes.sum(axis=-2, keepdims=True), no.sum(axis=-2, keepdims=True)
    everything = yeses + noes
    formed = present & (column > 0) & (column < base)
    square = (yes - size * yeses / everything) ** 2 * everything**2
    terms = np.divide(square, size * yeses * noes, out=np.zeros(square.shape), where=formed)
    sums: Numbers = terms.sum(axis=(-2, -1))
    return sums


def _pearson(tables: Numbers) -> Numbers:
    """Return Pearson's statistic of each whole table."""
    both, row, column, base = _parts(tables)
    expected = row * column / base
    square = (both - expected) ** 2
    terms = np.divide(square, expected, out=np.zeros(square.shape), where=expected > 0)
    sums: Numbers = terms.sum(axis=(-2, -1))
    return sums


def statistics(tables: Numbers, singles: tuple[bool, bool]) -> Numbers:
    """Return the test's statistic of each table, scaled up where codes have no variation in it."""
    if all(singles):
        sums = _pearson(tables)
    elif any(singles):
        sums = _by_item(tables if singles[0] else tables.swapaxes(-1, -2))
    else:
        sums = fourfold(tables)[0].sum(axis=(-2, -1))
    base = tables[..., -1, -1]
    found = 1
    for margin, single in ((tables[..., :-1, -1], singles[0]), (tables[..., -1, :-1], singles[1])):
        varies = (margin > 0) & (single | (margin < base[..., None]))
        found = found * (varies.sum(axis=-1) - single)
    full = _degrees(tables.shape, singles)
    return sums * np.divide(full, found, out=np.zeros(np.shape(sums)), where=found > 0)


def _degrees(shape: tuple[int, ...], singles: tuple[bool, bool]) -> int:
    """Return the trace of D⁻¹Σ under independence: for SPMI the cells, for Pearson its degrees of
    freedom.
    """
    return (shape[-2] - 1 - singles[0]) * (shape[-1] - 1 - singles[1])


def rao_scott(
    statistic: float,
    lines: list[Bits],
    table: Numbers,
    singles: tuple[bool, bool],
    total: int,
    times: Times | None = None,
) -> tuple[float, float]:
    """Return the statistic rescaled to second order, and its degrees of freedom."""
    degrees = _degrees(table.shape, singles)
    if all(singles):
        return statistic, float(degrees)
    if len(lines[0]) > len(lines[1]):
        lines, table, singles = lines[::-1], table.T, singles[::-1]
    squares = _trace_of_square(lines[0], lines[1], table, singles, total, times)
    if squares <= 1e-9:
        return math.nan, math.nan
    return statistic * degrees / squares, degrees**2 / squares


def _trace_of_square(
    rows: Bits,
    columns: Bits,
    table: Numbers,
    singles: tuple[bool, bool],
    total: int,
    times: Times | None,
) -> float:
    """Return tr((D⁻¹Σ)²), the sum of squares of D^-½ Σ D^-½, from counts of four codes at a time.

    Σ is never formed: for each two rows i and k its block is E[w_i w_k y y'], with w and y centred,
    less the product of the means. Centring undoes itself into the counts of (i, k), (i, i), (k, k)
    and all.
    """
    base, p, q = table[-1, -1], table[:-1, -1] / table[-1, -1], table[-1, :-1] / table[-1, -1]
    spread_p, spread_q = (
        share * (1 - share * (not single)) for share, single in zip((p, q), singles, strict=True)
    )
    centre = np.hstack([np.eye(len(q)), -q[:, None]]) / np.sqrt(spread_q)[:, None]

    def moments(pairs: list[tuple[int, int]]) -> Numbers:
        shares = joint(rows, columns, pairs, total, times) / base
        blocks: Numbers = centre @ shares @ centre.T
        return blocks

    own = moments([(i, i) for i in range(len(rows))])
    means = table[:-1] / base @ centre.T
    pairs = [(i, k) for i in range(len(p)) for k in range(i, len(p))]
    size = max(1, ENTRIES // len(columns) ** 2)
    trace = 0.0
    for start in range(0, len(pairs), size):
        some = pairs[start : start + size]
        i, k = np.array(some).T
        pi, pk = p[i, None, None], p[k, None, None]
        block = (
            moments(some)
            - pk * own[i]
            - pi * own[k]
            + pi * pk * own[-1]
            - means[i][:, :, None] * means[k][:, None, :]
        )
        trace += float(
            (
                (block**2).sum(axis=(1, 2)) * np.where(i == k, 1, 2) / (spread_p[i] * spread_p[k])
            ).sum()
        )
    return trace


def patterns(lines: Bits, total: int, times: Times | None = None) -> tuple[Sets, Counts]:
    """Return the distinct sets of codes in the base (float32, with a column of ones), and how many
    initiatives have each.
    """
    keys, many = [], []
    for start in range(0, total, STEP):
        block = unpack(lines, min(STEP, total - start), start)
        keys.append(np.packbits(block[:, block[-1]], axis=0).T)
        many += [] if times is None else [times[start : start + STEP][block[-1]]]
    if times is None:
        found, counts = np.unique(np.vstack(keys), axis=0, return_counts=True)
    else:
        found, kind = np.unique(np.vstack(keys), axis=0, return_inverse=True)
        counts = np.bincount(kind.ravel(), np.concatenate(many)).astype(np.int64)
    return np.unpackbits(found, axis=1, count=len(lines)).astype(np.float32), counts


def bootstrap(
    statistic: float,
    patterns: list[tuple[Sets, Counts]],
    singles: tuple[bool, bool],
    draws: int,
    seed: int,
) -> float:
    """Return the share of draws under independence whose statistic is as large, with one added to
    both.
    """
    rng = np.random.default_rng(seed)
    (rows, row_counts), (columns, column_counts) = patterns
    base = int(row_counts.sum())
    few = len(rows) * len(columns) <= base
    draw = _draw_patterns if few else _draw_initiatives
    size = max(1, STEP // (len(rows) * len(columns) if few else base))
    hits = 0
    for number in _batches(draws, size, "bootstrap"):
        tables = draw(rng, number, rows, row_counts, columns, column_counts)
        hits += int((statistics(tables, singles) >= statistic * (1 - DUST)).sum())
    return (hits + 1) / (draws + 1)


def _draw_patterns(
    rng: np.random.Generator,
    number: int,
    rows: Sets,
    row_counts: Counts,
    columns: Sets,
    column_counts: Counts,
) -> Numbers:
    """Return tables of resampled initiatives, drawn as counts of the pairs of patterns."""
    base = int(row_counts.sum())
    pairs = rng.multinomial(
        base, np.outer(row_counts / base, column_counts / base).ravel(), size=number
    )
    products = np.einsum("ri,cj->rcij", rows, columns).reshape(pairs.shape[1], -1)
    tables: Numbers = pairs @ products.astype(float)
    return tables.reshape(number, rows.shape[1], columns.shape[1])


def _draw_initiatives(
    rng: np.random.Generator,
    number: int,
    rows: Sets,
    row_counts: Counts,
    columns: Sets,
    column_counts: Counts,
) -> Numbers:
    """Return tables of resampled initiatives, drawn one by one."""
    base = int(row_counts.sum())
    row_of, column_of = _set_of(row_counts), _set_of(column_counts)
    tables = np.zeros((number, rows.shape[1], columns.shape[1]))
    small = max(64, SMALL_PRODUCT // (rows.shape[1] * columns.shape[1]))
    for start in range(0, base, STEP):
        size = min(STEP, base - start)
        left, right = (
            sets.take(
                of.take(rng.integers(base, size=number * size).astype(np.intp, copy=False)), axis=0
            ).reshape(number, size, -1)
            for sets, of in ((rows, row_of), (columns, column_of))
        )
        for piece in range(0, size, small):
            tables += (
                left[:, piece : piece + small].swapaxes(1, 2) @ right[:, piece : piece + small]
            )
    return tables


def permute(
    statistic: float,
    cells: Numbers,
    patterns: list[tuple[Sets, Counts]],
    singles: tuple[bool, bool],
    draws: int,
    seed: int,
) -> tuple[float, Numbers, float]:
    """Return the p value of the statistic, that of each cell, and the cell's statistic from which
    on a cell passes at ``LEVEL``, when the columns' code sets are dealt anew to the initiatives.

    A cell's p value is single-step maxT (Westfall & Young 1993): the share of draws in which the
    largest statistic of *any* cell is as large, with one added to both. It needs no χ², and is
    corrected for all cells at once. Single step rather than step down, so that one bound holds for
    every cell of a table: it can be drawn as a scale's end and told in a sentence.
    """
    rng = np.random.default_rng(seed)
    (rows, row_counts), (columns, column_counts) = patterns
    row_of, column_of = _set_of(row_counts), _set_of(column_counts)
    hits, largest = 0, list[Numbers]()
    for number in _batches(draws, max(1, STEP // len(row_of)), "permutation"):
        dealt = rng.permuted(np.broadcast_to(column_of, (number, len(column_of))), axis=1)
        tables = _deal(rows, columns, row_of, dealt)
        # dust of adding up the terms must not part what is equal
        hits += int((statistics(tables, singles) >= statistic * (1 - DUST)).sum())
        largest.append(fourfold(tables)[0].max(axis=(-2, -1)))
    most = np.sort(np.concatenate(largest))
    as_large = draws - np.searchsorted(most, cells * (1 - DUST))
    beyond = math.floor(LEVEL * (draws + 1) + DUST) - 1  # draws that may be as large
    bound = float(most[-1 - beyond]) if 0 <= beyond < draws else math.inf
    return (hits + 1) / (draws + 1), (as_large + 1) / (draws + 1), bound


def _set_of(counts: Counts) -> Places:
    """Return the place of each initiative's set: they stand in the order of their sets, not in that
    of the data.
    """
    return np.repeat(np.arange(len(counts), dtype=np.intp), counts.astype(np.intp))


def _deal(rows: Sets, columns: Sets, row_of: Places, dealt: Places) -> Numbers:
    """Return the table of each dealing: ``row_of`` is the place in ``rows`` of each initiative's
    set, ``dealt`` (dealings × initiatives) the place in ``columns`` of the one that it was dealt.
    """
    tables = np.zeros((len(dealt), rows.shape[1], columns.shape[1]))
    step = max(64, SMALL_PRODUCT // (rows.shape[1] * columns.shape[1]))
    for start in range(0, len(row_of), step):
        part = slice(start, start + step)
        left = np.ascontiguousarray(rows.take(row_of[part], axis=0).T)
        tables += left @ columns.take(dealt[:, part], axis=0)
    return tables


def _batches(draws: int, size: int, what: str) -> Iterator[int]:
    """Yield numbers of draws to make; show a progress bar, if tqdm is there, once it has taken
    longer than people wait without one.
    """
    began, bar = time.monotonic(), None
    for start in range(0, draws, size):
        number = min(size, draws - start)
        yield number
        if bar is None and time.monotonic() - began > PATIENCE:
            try:
                from tqdm import tqdm
            except ImportError:
                began = math.inf
                continue
            bar = tqdm(total=draws, initial=start, desc=what, unit="draws", leave=False)
        if bar is not None:
            bar.update(number)
    if bar is not None:
        bar.close()
