"""Datasets → tables of distinct initiatives.

An initiative can have several tools, places and partners. A table that explodes its rows counts
pairs and prints their sums as totals. Here a cell is the number of *distinct* initiatives with the
row's and the column's code, a margin is a distinct count of its own, and the base of every share is
named in the table's note (``table.attrs["note"]``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from foip_analysis import codebook as book
from foip_analysis.membership import as_list, everyone, find_code, has_any, matching, packed, unpack
from foip_analysis.notes import attach, attach_layers, attach_members, in_language, word

if TYPE_CHECKING:
    from foip_analysis.dataset import Dataset

Counting = Literal["initiatives", "fractional"]
Share = Literal["row", "column", "table"]
Unit = Literal["initiatives", "pairs"]
Order = Literal["codebook", "size"]
Language = Literal["en", "ja"]
Codes = Literal["all", "present"] | Mapping[str, list[str]]

WORDS = 8192  # of the packed matrix at a time: what stays in the processor's cache
ROWS = 4096  # initiatives at a time in a weighted product, at most
SMALL = 1 << 20  # multiplications in a matrix product that BLAS does in one thread: to share out less takes longer


def count(
    dataset: Dataset,
    dimension: str,
    *,
    count: Counting = "initiatives",
    weight: str | None = None,
    margins: bool = False,
    none: bool = False,
    lang: Language | None = "en",
    codes: Codes = "all",
    order: Order = "codebook",
    top: int | None = None,
) -> pd.DataFrame:
    """Return how many distinct initiatives have each code of a dimension.

    Parameters
    ----------
    dimension
        Any dimension of the codebook, a parent such as ``region`` included.
    count
        ``"fractional"`` gives each initiative 1, split equally over its codes.
    weight
        A numeric column of ``dataset.initiatives`` to add up instead of counting.
    margins
        Adds a row with the distinct initiatives that have any code; never a sum.
    none
        Adds a row with the initiatives that have no code; the base is then every initiative.
    lang
        Labels in ``"en"`` or ``"ja"``; None gives the bare codes.
    codes
        ``"all"`` codes of the codebook, those ``"present"``, or ``{dimension: [codes in order]}``.
    order
        As in the ``"codebook"``, or by ``"size"``, the largest first.
    top
        Keeps the n largest codes and rolls the rest into one row, counted distinct.

    Returns
    -------
    pandas.DataFrame
        One row a code: ``initiatives`` (integers; floats if fractional or weighted) and ``share``
        of the base (0 to 1). The note and the base are in ``attrs``.

    Raises
    ------
    ValueError
        If a dimension, code, column or option is not known.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.count(foip.load(), "priority")["initiatives"].tolist()
    [28, 17, 17]
    """
    _check_options(count=count, lang=lang, order=order)
    weights = _weights(dataset, weight)
    axis = _axis(dataset, dimension, none=none, codes=codes, order=order, top=top, weights=weights, count=count)
    everyone_with = axis.any[None, :]
    base = _cells(everyone_with, everyone_with, weights)[0, 0]
    if count == "fractional":
        values = axis.sums @ _cells(axis.whole, everyone_with, _split(dataset, weights, [axis.whole]))[:, 0]
    else:
        values = _cells(axis.bits, everyone_with, weights)[:, 0]
    labels = pd.Index(axis.labels(dataset, lang), name=book.dimension_label(dataset.codebook, dimension, lang))
    heads = [word(head, lang) for head in ("initiatives", "share")]
    table = pd.DataFrame({heads[0]: values, heads[1]: _divide(values, base)}, index=labels)
    options = {"count": count, "weight": weight, "margins": margins, "none": none, "order": order, "codes": codes, "top": top}
    return attach(
        table if margins else table.iloc[:-1].copy(), dataset, base=base, lang=lang, rows=dimension, columns=None, options=options,
        row_codes=axis.codes if margins else axis.codes[:-1], column_codes=["initiatives", "share"],
        row_bits=axis.bits if margins else axis.lines, column_bits=np.vstack([axis.any, axis.any]),
    )  # fmt: skip


def cross_tab(
    dataset: Dataset,
    rows: str,
    columns: str,
    *,
    count: Counting = "initiatives",
    weight: str | None = None,
    share: Share | None = None,
    of: Unit = "initiatives",
    margins: bool = False,
    none: bool = False,
    lang: Language | None = "en",
    by: str | None = None,
    codes: Codes = "all",
    order: Order = "codebook",
    top: int | Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """Return how many distinct initiatives have each pair of codes of two dimensions.

    Parameters
    ----------
    rows, columns
        Any two dimensions of the codebook; the same one twice gives co-occurrence.
    count
        ``"initiatives"``, or ``"fractional"``: each initiative that has both dimensions gives 1,
        split equally over its pairs, so that the whole table sums to the table base.
    weight
        A numeric column of ``dataset.initiatives``: cells add it up over distinct initiatives.
    share
        ``"row"``, ``"column"`` or ``"table"``: divides by the base of the row, column or table.
    of
        What a share's base counts: distinct ``"initiatives"`` (shares can add to more than 1) or
        ``"pairs"``, the sum of the cells.
    margins
        Adds distinct counts over all codes, never sums of cells. (Fractions do add up: their margins
        are their sums; and so are those of shares of pairs.)
    none
        Adds the initiatives without a code as a row and a column, so that every one is in the table;
        margins are then the one-way counts.
    lang
        Labels in ``"en"`` or ``"ja"``; None gives the bare codes, ``all``, ``none`` and ``other``.
    by
        A third dimension: one table a code, stacked as the outer level of the rows' MultiIndex.
    codes
        ``"all"`` codes of the codebook, those ``"present"`` in the dataset (with none of the other
        dimension they are rows of zeros), or ``{dimension: [codes in order]}``. Codes that are not
        shown stay in the margins and bases.
    order
        As in the ``"codebook"``, or by ``"size"``: the largest one-way count, as counted here, first.
    top
        Keeps the n largest codes (or ``{dimension: n}``), the rest rolled into one, counted distinct.

    Returns
    -------
    pandas.DataFrame
        Rows × columns. Integers for counts of initiatives, else floats; shares 0 to 1. ``attrs``
        holds the note, the base, the options and, for up to 5,000 initiatives, those behind each cell.

    Raises
    ------
    ValueError
        If a dimension, code, column or option is not known.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> table = foip.cross_tab(foip.load(), "tool", "region")
    >>> int(table.loc["OSA", "Pacific"])
    4
    """
    _check_options(count=count, share=share, of=of, lang=lang, order=order)
    if count == "fractional" and of == "pairs":
        raise ValueError("of='pairs' counts pairs, and count='fractional' splits them. Choose one of the two.")
    weights = _weights(dataset, weight)
    axes = [_axis(dataset, d, none=none, codes=codes, order=order, top=top, weights=weights, count=count) for d in (rows, columns)]
    options = {
        "count": count,
        "weight": weight,
        "share": share,
        "of": of,
        "margins": margins,
        "none": none,
        "order": order,
        "codes": codes,
        "top": top,
    }
    if by is None:
        return _one_table(dataset, axes, lang, options)
    return _layers(dataset, axes, lang, options, by=by, codes=codes)


def members(
    dataset: Dataset, *, lang: Language | None = "en", per: Literal["initiative", "coding"] = "initiative", **codes: str | list[str]
) -> pd.DataFrame:
    """Return the initiatives behind a cell, with locators and the words that decided.

    Parameters
    ----------
    lang
        Names and summaries in ``"en"`` or ``"ja"`` (English where there is no Japanese).
    per
        One row an ``"initiative"``, or one row a deciding ``"coding"``.
    **codes
        A dimension and its code, as in ``Dataset.where``; ``none`` for initiatives without any.

    Returns
    -------
    pandas.DataFrame
        Per initiative: ``initiative_id``, ``name``, ``summary`` (where there is one), ``locators``,
        ``words`` (dimension: deciding words [locator]). Per coding: ``initiative_id``, ``name`` and
        the columns of the codings. As many initiatives as the cell counts.

    Raises
    ------
    ValueError
        If a dimension or code is not in the codebook; names the closest one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.members(foip.load(), tool="osa", region="africa")
    >>> found["initiative_id"].tolist(), found["locators"].tolist()
    (['coastal-radars'], ['text.3.2.2, map.19'])
    """
    book.check_language(lang)
    found = np.flatnonzero(matching(dataset, codes))
    initiatives = dataset.initiatives.iloc[found]
    deciding = _deciding_codings(dataset, found, codes)
    names = in_language(initiatives, "name", lang)
    if per == "coding":
        named = deciding.merge(pd.DataFrame({"initiative_id": initiatives["initiative_id"], "name": names}), on="initiative_id")
        table = named[["initiative_id", "name", *dataset.codings.columns.drop("initiative_id")]]
        return attach_members(table, dataset, codes, found=len(found), per=per, lang=lang)
    if per != "initiative":
        raise ValueError(f"per is '{per}'. It is 'initiative' or 'coding'.")
    table = pd.DataFrame({"initiative_id": initiatives["initiative_id"], "name": names})
    if any(c.startswith("summary_") for c in initiatives):
        table["summary"] = in_language(initiatives, "summary", lang)
    own = dataset.codings[np.isin(dataset.index[0], found)]
    shown = pd.concat([deciding, own[~own["initiative_id"].isin(deciding["initiative_id"])]])  # none decided: where it is named at all
    locators = shown.groupby("initiative_id", sort=False)["locator"].agg(lambda cells: ", ".join(dict.fromkeys(cells)))
    words = _words(dataset, deciding, lang)
    for column, told in (("locators", locators), ("words", words)):
        table[column] = pd.Series([told.get(i, "") for i in table["initiative_id"]], index=table.index, dtype=str)
    return attach_members(table.reset_index(drop=True), dataset, codes, found=len(found), per=per, lang=lang)


@dataclass(frozen=True)
class _Axis:
    """One side of a table: what each of its lines gathers of a dimension's codes; the last line is all."""

    dimension: str
    codes: list[str]
    whole: np.ndarray  # the packed rows of every code (and of none), shown or not
    groups: list[list[int]]  # for each line, the rows of ``whole`` that it gathers

    @cached_property
    def any(self) -> np.ndarray:
        return has_any(self.whole)

    @cached_property
    def lines(self) -> np.ndarray:
        """The packed lines but the last: an initiative with two codes of a line has one bit there."""
        groups = self.groups[:-1]
        if groups == [[i] for i in range(len(self.whole))]:
            return self.whole  # as it is: to copy it takes a while
        return np.array([has_any(self.whole[group]) for group in groups], np.uint64).reshape(len(groups), self.whole.shape[1])

    @cached_property
    def bits(self) -> np.ndarray:
        """The packed lines, the last one too."""
        return np.vstack([self.lines, self.any])

    @property
    def sums(self) -> np.ndarray:
        """Lines × rows of ``whole``, 0 or 1: adds up what may be added, fractions and pairs."""
        matrix = np.zeros((len(self.groups), len(self.whole)))
        for line, group in enumerate(self.groups):
            matrix[line, group] = 1
        return matrix

    def labels(self, dataset: Dataset, lang: str | None) -> list[str]:
        known = book.labels(dataset.codebook, self.dimension, lang)
        own = len(self.codes) - 1
        return [known.get(code, word(code, lang)) if i < own else word(code, lang) for i, code in enumerate(self.codes)]


def _axis(dataset, dimension, *, none, codes="all", order="codebook", top=None, weights=None, count="initiatives") -> _Axis:
    whole = packed(dataset, dimension)
    names = list(book.codes(dataset.codebook, dimension))
    for option in (codes, top):
        for named in option if isinstance(option, Mapping) else ():
            book.codes(dataset.codebook, named)  # refuses an unknown dimension
    if isinstance(codes, Mapping):
        keep = [find_code(dataset, dimension, code) for code in as_list(dimension, codes.get(dimension, names))]
    elif codes in ("all", "present"):
        keep = [i for i in range(len(names)) if codes == "all" or whole[i].any()]
    else:
        raise ValueError(f"codes is '{codes}'. It is 'all', 'present' or a dictionary such as {{'{dimension}': ['{names[0]}']}}.")
    if order == "size" or top is not None:
        measure = _split(dataset, weights, [whole]) if count == "fractional" else weights
        sizes = _cells(whole, everyone(len(dataset.initiatives))[None, :], measure)[:, 0]
    if order == "size":
        keep.sort(key=lambda i: -sizes[i])
    groups = [[i] for i in keep]
    shown = [names[i] for i in keep]
    most = top.get(dimension) if isinstance(top, Mapping) else top
    if most is not None and (not isinstance(most, int | np.integer) or most < 1):
        raise ValueError(f"top is {most!r}. It is a whole number, 1 or more.")
    if most is not None and most < len(keep):
        largest = sorted(keep, key=lambda i: -sizes[i])[:most]
        first = [i for i in keep if i in largest]
        groups = [[i] for i in first] + [[i for i in keep if i not in largest]]
        shown = [names[i] for i in first] + ["other"]
    if none:
        whole = np.vstack([whole, everyone(len(dataset.initiatives)) & ~has_any(whole)])
        groups, shown = [*groups, [len(whole) - 1]], [*shown, book.NONE]
    return _Axis(dimension, [*shown, "all"], whole, [*groups, list(range(len(whole)))])


def _one_table(dataset: Dataset, axes: list[_Axis], lang: str | None, options: dict) -> pd.DataFrame:
    rows, columns = axes
    weights = _weights(dataset, options["weight"])
    last = None if options["margins"] else -1
    if options["count"] == "fractional":
        cells = rows.sums @ _cells(rows.whole, columns.whole, _split(dataset, weights, [axis.whole for axis in axes])) @ columns.sums.T
    elif options["share"] and options["of"] == "pairs":
        cells = rows.sums @ _cells(rows.whole, columns.whole, weights) @ columns.sums.T
    else:
        bare = last and not options["share"]  # a share needs its base, shown or not
        cells = _cells(*(axis.lines if bare else axis.bits for axis in axes), weights)
    bases = {"row": cells[:, -1:], "column": cells[-1:], "table": cells[-1:, -1:]}.get(options["share"])
    if bases is not None:
        cells = _divide(cells, bases)
    labels = [pd.Index(axis.labels(dataset, lang), name=book.dimension_label(dataset.codebook, axis.dimension, lang)) for axis in axes]
    labels = [some[:last] for some in labels]
    table = pd.DataFrame(cells[: len(labels[0]), : len(labels[1])], *labels)
    return attach(
        table, dataset, base=_cells(rows.any[None, :], columns.any[None, :], weights)[0, 0],
        lang=lang, rows=rows.dimension, columns=columns.dimension, options=options,
        bases=None if bases is None else bases.ravel()[:last].tolist() if bases.size > 1 else bases.ravel().tolist(),
        row_codes=rows.codes[:last], column_codes=columns.codes[:last],
        row_bits=rows.bits if options["margins"] else rows.lines, column_bits=columns.bits if options["margins"] else columns.lines,
    )  # fmt: skip


def _layers(dataset: Dataset, axes: list[_Axis], lang: str | None, options: dict, *, by: str, codes: Codes) -> pd.DataFrame:
    """One table a code of ``by``, with the same rows and columns, stacked."""
    outer = _axis(dataset, by, none=options["none"], codes=codes)
    if not outer.codes[:-1]:
        raise ValueError(f"by is '{by}', of which no code is left to show. Give it codes, or drop by.")
    tables = []
    for code in outer.codes[:-1]:
        layer = dataset.where(**{by: code})
        own = [replace(axis, whole=_axis(layer, axis.dimension, none=options["none"]).whole) for axis in axes]
        tables.append(_one_table(layer, own, lang, options))
    attrs = [table.attrs for table in tables]
    for table in tables:
        table.attrs = {}
    labels = outer.labels(dataset, lang)[:-1]
    stacked = pd.concat(tables, keys=labels, names=[book.dimension_label(dataset.codebook, by, lang)])
    return attach_layers(stacked, dataset, attrs, by=by, codes=outer.codes[:-1], labels=labels, lang=lang, options=options)


def _weights(dataset: Dataset, column: str | None) -> np.ndarray | None:
    if column is None:
        return None
    numeric = list(dataset.initiatives.select_dtypes("number").columns)
    if column not in numeric:
        listed = ", ".join(numeric) or "none"
        raise ValueError(f"weight is '{column}', which is no numeric column of the initiatives. Numeric columns: {listed}.")
    weights = dataset.initiatives[column].to_numpy(float)
    if not np.isfinite(weights).all():
        missing = dataset.initiatives.loc[~np.isfinite(weights), "initiative_id"]
        raise ValueError(f"The weight '{column}' is blank or infinite for: {', '.join(missing)}. Fill it, or leave them out.")
    return weights


def _split(dataset: Dataset, weights: np.ndarray | None, sides: list[np.ndarray]) -> np.ndarray:
    """Return each initiative's weight divided by its number of codes on every side; 0 where it has none."""
    total = len(dataset.initiatives)
    shares = np.ones(total) if weights is None else weights.copy()
    for start in range(0, total, ROWS * 16):
        part = slice(start, min(start + ROWS * 16, total))
        for bits in sides:
            codes = unpack(bits, part.stop - start, start).sum(axis=0, dtype=np.uint16)
            shares[part] = np.divide(shares[part], codes, out=np.zeros(part.stop - start), where=codes > 0)
    return shares


def _cells(rows: np.ndarray, columns: np.ndarray, weights: np.ndarray | None) -> np.ndarray:
    """Return rows × columns: the initiatives that both packed lines have, counted or their weights added."""
    if weights is None:
        cells = np.zeros((len(rows), len(columns)), np.int64)
        for start in range(0, rows.shape[1], WORDS):
            part = slice(start, start + WORDS)
            block = np.ascontiguousarray(columns[:, part])
            for i, row in enumerate(rows[:, part]):
                cells[i] += np.bitwise_count(block & row).sum(axis=1, dtype=np.uint32)
        return cells
    cells = np.zeros((len(rows), len(columns)))
    step = max(64, min(ROWS, SMALL // max(1, cells.size)) // 64 * 64)
    for start in range(0, len(weights), step):
        some = weights[start : start + step]
        cells += unpack(rows, len(some), start).astype(float) @ (unpack(columns, len(some), start) * some).T
    return cells


def _divide(cells: np.ndarray, base: np.ndarray | float) -> np.ndarray:
    """Return shares; not a number where the base is 0, for there is nothing to have a share of."""
    base = np.broadcast_to(base, cells.shape)
    return np.divide(cells, base, out=np.full(cells.shape, np.nan), where=base != 0)


def _check_options(**options: str | None) -> None:
    allowed = {"count": Counting, "share": Share, "of": Unit, "order": Order, "lang": Language}
    for name, value in options.items():
        words = get_args(allowed[name])
        may_be_none = name in ("share", "lang")
        if value not in words and not (value is None and may_be_none):
            listed = ", ".join(f"'{w}'" for w in words) + (" or None" if may_be_none else "")
            raise ValueError(f"{name} is '{value}'. It is {listed}.{book.did_you_mean(value, words)}")


def _deciding_codings(dataset: Dataset, found: np.ndarray, codes: Mapping[str, str | list[str]]) -> pd.DataFrame:
    wanted = set()
    for dimension, given in codes.items():
        for code in as_list(dimension, given):
            wanted |= _with_children(dataset.codebook, dimension, code)
    rows = dataset.codings[np.isin(dataset.index[0], found)]
    return rows[np.array([pair in wanted for pair in zip(rows["dimension"], rows["code"], strict=True)], bool)]


def _with_children(codebook: pd.DataFrame, dimension: str, code: str) -> set[tuple[str, str]]:
    found = {(dimension, code)}
    for child in book.children(codebook, dimension):
        for below, parent in book.parents(codebook, child).items():
            if parent == code:
                found |= _with_children(codebook, child, below)
    return found


def _words(dataset: Dataset, deciding: pd.DataFrame, lang: str | None) -> dict[str, str]:
    words = {}
    for initiative, rows in deciding.groupby("initiative_id", sort=False):
        parts = []
        for dimension, decisions in rows.groupby("dimension", sort=False):
            evidence = decisions["evidence"] if "evidence" in decisions else decisions["code"]
            shown = [f"{term or '–'} [{locator}]" for term, locator in zip(evidence, decisions["locator"], strict=True)]
            parts.append(f"{book.dimension_label(dataset.codebook, dimension, lang)}: {', '.join(dict.fromkeys(shown))}")
        words[initiative] = "; ".join(parts)
    return words
