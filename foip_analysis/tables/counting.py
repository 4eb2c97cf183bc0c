"""Datasets → tables of distinct initiatives.

An initiative can have several tools, places and partners. A table that explodes its rows counts
pairs and prints their sums as totals. Here a cell is the number of *distinct* initiatives with the
row's and the column's code, a margin is a distinct count of its own, and the base of every share is
named in the table's note (``table.attrs["note"]``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.tables.axes import Axis, count_cells, divide, make_axis, split, weights_of
from foip_analysis.tables.facts import attach, attach_layers
from foip_analysis.words.catalogue import did_you_mean, word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

Counting = Literal["initiatives", "fractional"]
Share = Literal["row", "column", "table"]
Unit = Literal["initiatives", "pairs"]
Order = Literal["codebook", "size"]
Language = Literal["en", "ja"]
Codes = Literal["all", "present"] | Mapping[str, list[str]]


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
    weights = weights_of(dataset, weight)
    axis = make_axis(
        dataset,
        dimension,
        none=none,
        codes=codes,
        order=order,
        top=top,
        weights=weights,
        count=count,
    )
    everyone_with = axis.any[None, :]
    base = count_cells(everyone_with, everyone_with, weights)[0, 0]
    if count == "fractional":
        values = (
            axis.sums
            @ count_cells(axis.whole, everyone_with, split(dataset, weights, [axis.whole]))[:, 0]
        )
    else:
        values = count_cells(axis.bits, everyone_with, weights)[:, 0]
    labels = pd.Index(
        axis.labels(dataset, lang), name=book.dimension_label(dataset.codebook, dimension, lang)
    )
    heads = [word(head, lang) for head in ("initiatives", "share")]
    table = pd.DataFrame({heads[0]: values, heads[1]: divide(values, base)}, index=labels)
    options = {
        "count": count,
        "weight": weight,
        "margins": margins,
        "none": none,
        "order": order,
        "codes": codes,
        "top": top,
    }
    return attach(
        table if margins else table.iloc[:-1].copy(),
        dataset,
        base=base,
        lang=lang,
        rows=dimension,
        columns=None,
        options=options,
        row_codes=axis.codes if margins else axis.codes[:-1],
        column_codes=["initiatives", "share"],
        row_bits=axis.bits if margins else axis.lines,
        column_bits=np.vstack([axis.any, axis.any]),
        rest={dimension: axis.rest},
    )


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
        raise ValueError(
            "of='pairs' counts pairs, and count='fractional' splits them. Choose one of the two."
        )
    weights = weights_of(dataset, weight)
    axes = [
        make_axis(
            dataset, d, none=none, codes=codes, order=order, top=top, weights=weights, count=count
        )
        for d in (rows, columns)
    ]
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


def _one_table(dataset: Dataset, axes: list[Axis], lang: str | None, options: dict) -> pd.DataFrame:
    rows, columns = axes
    weights = weights_of(dataset, options["weight"])
    last = None if options["margins"] else -1
    if options["count"] == "fractional":
        cells = (
            rows.sums
            @ count_cells(
                rows.whole, columns.whole, split(dataset, weights, [axis.whole for axis in axes])
            )
            @ columns.sums.T
        )
    elif options["share"] and options["of"] == "pairs":
        cells = rows.sums @ count_cells(rows.whole, columns.whole, weights) @ columns.sums.T
    else:
        bare = last and not options["share"]  # a share needs its base, shown or not
        cells = count_cells(*(axis.lines if bare else axis.bits for axis in axes), weights)
    bases = {"row": cells[:, -1:], "column": cells[-1:], "table": cells[-1:, -1:]}.get(
        options["share"]
    )
    if bases is not None:
        cells = divide(cells, bases)
    labels = [
        pd.Index(
            axis.labels(dataset, lang),
            name=book.dimension_label(dataset.codebook, axis.dimension, lang),
        )
        for axis in axes
    ]
    labels = [some[:last] for some in labels]
    table = pd.DataFrame(cells[: len(labels[0]), : len(labels[1])], *labels)
    return attach(
        table,
        dataset,
        base=count_cells(rows.any[None, :], columns.any[None, :], weights)[0, 0],
        lang=lang,
        rows=rows.dimension,
        columns=columns.dimension,
        options=options,
        bases=None
        if bases is None
        else bases.ravel()[: None if options["share"] == "table" else last].tolist(),
        rest={axis.dimension: axis.rest for axis in axes},
        row_codes=rows.codes[:last],
        column_codes=columns.codes[:last],
        row_bits=rows.bits if options["margins"] else rows.lines,
        column_bits=columns.bits if options["margins"] else columns.lines,
    )


def _layers(
    dataset: Dataset, axes: list[Axis], lang: str | None, options: dict, *, by: str, codes: Codes
) -> pd.DataFrame:
    """One table a code of ``by``, with the same rows and columns, stacked."""
    outer = make_axis(dataset, by, none=options["none"], codes=codes)
    if not outer.codes[:-1]:
        raise ValueError(
            f"by is '{by}', of which no code is left to show. Give it codes, or drop by."
        )
    tables = []
    for code in outer.codes[:-1]:
        layer = dataset.where(**{by: code})
        own = [
            replace(axis, whole=make_axis(layer, axis.dimension, none=options["none"]).whole)
            for axis in axes
        ]
        tables.append(_one_table(layer, own, lang, options))
    attrs = [table.attrs for table in tables]
    for table in tables:
        table.attrs = {}
    labels = outer.labels(dataset, lang)[:-1]
    stacked = pd.concat(
        tables, keys=labels, names=[book.dimension_label(dataset.codebook, by, lang)]
    )
    return attach_layers(
        stacked,
        dataset,
        attrs,
        by=by,
        codes=outer.codes[:-1],
        labels=labels,
        lang=lang,
        options=options,
    )


def _check_options(**options: str | None) -> None:
    allowed = {"count": Counting, "share": Share, "of": Unit, "order": Order, "lang": Language}
    for name, value in options.items():
        words = get_args(allowed[name])
        may_be_none = name in ("share", "lang")
        if value not in words and not (value is None and may_be_none):
            listed = ", ".join(f"'{w}'" for w in words) + (" or None" if may_be_none else "")
            raise ValueError(f"{name} is '{value}'. It is {listed}.{did_you_mean(value, words)}")
