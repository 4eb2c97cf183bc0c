"""Datasets → tables of distinct initiatives.

An initiative can have several tools, places and partners. A table that explodes its rows counts
pairs and prints their sums as totals. Here a cell is the number of *distinct* initiatives with the
row's and the column's code, a margin is a distinct count of its own, and the base of every share is
named in the table's note (``foip.about(table).note``). The explorer's page counts the same cells in
``explorer/assets/count.js``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Bits
from foip_analysis.dataset.naming import as_list, code_meant, codes_called
from foip_analysis.tables.about import About, about, attach, carries
from foip_analysis.tables.axes import Axis, Cells, count_cells, divide, make_axis, split, weights_of
from foip_analysis.tables.grid import shown
from foip_analysis.tables.question import Codes, Counting, Language, Order, Question, Share, Unit
from foip_analysis.tables.size import check_size
from foip_analysis.words.catalogue import word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.engines.lake import Lake


@guided
def count(
    dataset: Dataset | Lake,
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
    limit: int | None = None,
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
        ``"all"`` codes of the codebook, those ``"present"``, or ``{dimension: [codes in order]}``,
        each by its code or its label.
    order
        As in the ``"codebook"``, or by ``"size"``, the largest first.
    top
        Keeps the n largest codes and rolls the rest into one row, counted distinct.
    limit
        How many rows the table may have; 10,000,000 if left out.

    Returns
    -------
    pandas.DataFrame
        One row a code: ``initiatives`` (integers; floats if fractional or weighted) and ``share``
        of the base (0 to 1). ``about`` tells its note and base.

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
    asked = Question(
        rows=dimension,
        count=count,
        weight=weight,
        margins=margins,
        none=none,
        lang=lang,
        codes=_codes_meant(dataset, codes),
        order=order,
        top=top,
        limit=limit,
        selection=dataset.selection,
    )
    return _made(dataset, asked)


@guided
def cross_tab(
    dataset: Dataset | Lake,
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
    limit: int | None = None,
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
        Adds distinct counts over all codes, never sums of cells. (Fractions do add up: their
        margins are their sums; and so are those of shares of pairs.)
    none
        Adds the initiatives without a code as a row and a column, so that every one is in the
        table; margins are then the one-way counts.
    lang
        Labels in ``"en"`` or ``"ja"``; None gives the bare codes, ``all``, ``none`` and ``other``.
    by
        A third dimension: one table a code, stacked as the outer level of the rows' MultiIndex.
    codes
        ``"all"`` codes of the codebook, those ``"present"`` in the dataset (with none of the other
        dimension they are rows of zeros), or ``{dimension: [codes in order]}``, each by its code or
        its label. Codes that are not shown stay in the margins and bases.
    order
        As in the ``"codebook"``, or by ``"size"``: the largest margin first, as counted here.
    top
        Keeps the n largest codes (or ``{dimension: n}``), the rest rolled into one, counted
        distinct.
    limit
        How many cells the table may have; 10,000,000 if left out. Of a larger one the size is told.

    Returns
    -------
    pandas.DataFrame
        Rows × columns. Integers for counts of initiatives, else floats; shares 0 to 1. ``about``
        tells the note, the base, the call and, for up to 5,000 initiatives, those behind each cell.

    Raises
    ------
    ValueError
        If a dimension, code, column or option is not known, or the table would be too large.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> table = foip.cross_tab(foip.load(), "tool", "region")
    >>> int(table.loc["OSA", "Pacific"])
    4
    """
    asked = Question(
        rows=rows,
        columns=columns,
        by=by,
        count=count,
        weight=weight,
        share=share,
        of=of,
        margins=margins,
        none=none,
        lang=lang,
        codes=_codes_meant(dataset, codes),
        order=order,
        top=top,
        limit=limit,
        selection=dataset.selection,
    )
    return _made(dataset, asked)


def ask(dataset: Dataset | Lake, question: Question) -> pd.DataFrame:
    """Return the table that a question asks for, of what its selection takes of a whole dataset.

    Raises
    ------
    ValueError
        What ``where``, ``stated``, ``count`` and ``cross_tab`` refuse.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.counting import ask
    >>> from foip_analysis.tables.question import Question
    >>> table = ask(foip.load(), Question("tool", "region", selection=(("priority", ("p3",)),)))
    >>> int(table.loc["OSA", "Pacific"])
    4
    """
    chosen = dataset.select(question.selection)
    codes = _codes_meant(chosen, question.codes)
    return _made(chosen, replace(question, selection=chosen.selection, codes=codes))


def _made(dataset: Dataset | Lake, asked: Question) -> pd.DataFrame:
    """Return the table that is asked for, of a lake counted from its patterns. Refuse codes that
    would choose nothing.
    """
    sides = [each for each in (asked.rows, asked.columns, asked.by) if each]
    for name in ("codes", "top"):
        given = getattr(asked, name)
        for dimension in given if isinstance(given, Mapping) else ():
            if dimension not in sides and dimension in book.dimensions(dataset.codebook):
                raise ValueError(
                    f"{name} names '{dimension}', which is no side of this table: these are "
                    f"{', '.join(sides)}. To count a part of the initiatives, choose it first: "
                    f"dataset.where({dimension}=…)."
                )
    counted = dataset.counted([*asked.dimensions, asked.by], asked.weight)
    if asked.columns is None:
        return _one_way(counted, asked)
    return _layers(counted, asked) if asked.by else _two_way(counted, asked)


def _codes_meant(dataset: Dataset | Lake, codes: Codes) -> Codes:
    """Return the codes to show, by their codes where labels were given; those of a parent where it
    stands for them.
    """
    if not isinstance(codes, Mapping):
        return codes
    return {
        dimension: [
            code_meant(dataset.codebook, dimension, code)
            for each in as_list(dimension, some)
            for code in _of_parent(dataset, dimension, each)
        ]
        for dimension, some in codes.items()
    }


def _of_parent(dataset: Dataset | Lake, dimension: str, given: str) -> list[str]:
    """Return the codes of a dimension under a parent that was given, or what was given."""
    codebook = dataset.codebook
    if dimension not in book.dimensions(codebook) or codes_called(codebook, dimension, given):
        return [given]
    above = book.parent_dimension(codebook, dimension)
    called = codes_called(codebook, above, given) if above else []
    parents = book.parents(codebook, dimension)
    return [code for code, parent in parents.items() if [parent] == called] or [given]


def _one_way(dataset: Dataset, asked: Question) -> pd.DataFrame:
    weights = weights_of(dataset, asked.weight)
    axis = make_axis(dataset, asked.rows, asked, weights)
    check_size([len(axis.codes)], asked.limit)
    everyone_with = axis.any[None, :]
    base = count_cells(everyone_with, everyone_with, weights)[0, 0]
    if asked.count == "fractional":
        parts = split(dataset, weights, [axis.whole])
        values: Cells = axis.sums @ count_cells(axis.whole, everyone_with, parts)[:, 0]
    else:
        values = count_cells(axis.bits, everyone_with, weights)[:, 0]
    last = None if asked.margins else -1
    table = pd.DataFrame(
        {
            word("initiatives", asked.lang): values[:last],
            word("share", asked.lang): divide(values, base)[:last],
        },
        index=_head(axis, asked.lang)[:last],
    )
    itself = About(
        kind="count",
        question=asked,
        dataset=dataset,
        base=base.item(),
        total=dataset.total,
        rest={asked.rows: axis.rest},
        row_codes=axis.codes[:last],
        row_roles=axis.roles[:last],
        row_labels=list(table.index),
        column_codes=["initiatives", "share"],
        column_labels=list(table.columns),
        bits=_kept(dataset, axis.bits[:last], np.vstack([axis.any, axis.any])),
    )
    return attach(table, itself, shown)


def _two_way(
    dataset: Dataset, asked: Question, axes: tuple[Axis, Axis] | None = None
) -> pd.DataFrame:
    weights = weights_of(dataset, asked.weight)
    if axes is None:
        assert asked.columns is not None
        axes = (
            make_axis(dataset, asked.rows, asked, weights),
            make_axis(dataset, asked.columns, asked, weights),
        )
    rows, columns = axes
    check_size([len(rows.codes) - 1, len(columns.codes) - 1], asked.limit)
    last = None if asked.margins else -1
    if asked.count == "fractional" or asked.of == "pairs":  # added up over all codes
        check_size([len(rows.whole), len(columns.whole)], asked.limit)
    if asked.count == "fractional":
        parts = split(dataset, weights, [axis.whole for axis in axes])
        cells: Cells = rows.sums @ count_cells(rows.whole, columns.whole, parts) @ columns.sums.T
    elif asked.share and asked.of == "pairs":
        cells = rows.sums @ count_cells(rows.whole, columns.whole, weights) @ columns.sums.T
    else:
        bare = last and not asked.share  # a share needs its base, shown or not
        first, second = (axis.lines if bare else axis.bits for axis in axes)
        cells = count_cells(first, second, weights)
    bases = None
    if asked.share:
        of = {"row": cells[:, -1:], "column": cells[-1:], "table": cells[-1:, -1:]}[asked.share]
        cells = divide(cells, of)
        bases = of.ravel()[: None if asked.share == "table" else last].tolist()
    heads = [_head(axis, asked.lang)[:last] for axis in axes]
    table = pd.DataFrame(cells[: len(heads[0]), : len(heads[1])], heads[0], heads[1])
    itself = About(
        kind="cross_tab",
        question=asked,
        dataset=dataset,
        base=count_cells(rows.any[None, :], columns.any[None, :], weights)[0, 0].item(),
        bases=bases,
        total=dataset.total,
        rest={axis.dimension: axis.rest for axis in axes},
        row_codes=rows.codes[:last],
        row_roles=rows.roles[:last],
        row_labels=list(table.index),
        column_codes=columns.codes[:last],
        column_roles=columns.roles[:last],
        column_labels=list(table.columns),
        bits=_kept(dataset, *((axis.bits if asked.margins else axis.lines) for axis in axes)),
    )
    return attach(table, itself, shown)


def _layers(dataset: Dataset, asked: Question) -> pd.DataFrame:
    """One table a code of ``by``, with the same rows and columns, stacked."""
    by, weights = asked.by, weights_of(dataset, asked.weight)
    assert by is not None
    assert asked.columns is not None
    axes = [make_axis(dataset, side, asked, weights) for side in (asked.rows, asked.columns)]
    outer = make_axis(dataset, by, replace(asked, order="codebook", top=None), None)
    codes = outer.codes[:-1]
    if not codes:
        raise ValueError(
            f"by is '{by}', of which no code is left to show. Give it codes, or drop by."
        )
    check_size([*(len(axis.codes) - 1 for axis in axes), len(codes)], asked.limit)
    tables = []
    for code in codes:
        layer = dataset.where(**{by: code})
        bare = Question(rows=asked.rows, none=asked.none)
        own = [
            replace(axis, whole=make_axis(layer, axis.dimension, bare, None).whole) for axis in axes
        ]
        one = replace(asked, by=None, selection=layer.selection)
        tables.append(_two_way(layer, one, (own[0], own[1])))
    parts = dict(zip(codes, [about(table) for table in tables], strict=True))
    labels = outer.labels(asked.lang)[:-1]
    for table in tables:
        table.attrs = {}
    name = book.dimension_label(dataset.codebook, by, asked.lang)
    first = parts[codes[0]]
    itself = replace(
        first,
        kind="layers",
        question=asked,
        dataset=dataset,
        base={code: part.base for code, part in parts.items()},
        bases={code: part.bases for code, part in parts.items()},
        total=dataset.total,
        layer_codes=codes,
        layer_labels=labels,
        bits=None,
        parts=parts,
    )
    return attach(pd.concat(tables, keys=labels, names=[name]), itself, shown)


def _head(axis: Axis, lang: str | None) -> pd.Index:
    """Return the labels of an axis, its last line too, under its dimension's name."""
    name = book.dimension_label(axis.codebook, axis.dimension, lang)
    return pd.Index(axis.labels(lang), name=name)


def _kept(dataset: Dataset, *bits: Bits) -> tuple[Bits, Bits] | None:
    """Return what tells the initiatives behind the cells; nothing of a large dataset."""
    return (bits[0], bits[1]) if carries(dataset) else None
