"""How sure a number is: the same table made in several ways, side by side.

A count of coded text has no sampling error, but it has other soft spots: what the coder inferred,
one initiative more or less, and how an initiative with many codes is counted. ``sensitivity``
shows one of them as a table with a pair or a triple of columns for each column of the plain table.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
import pandas as pd

from foip_analysis.dataset.given import guided
from foip_analysis.tables.about import About, about, attach
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.grid import Grid, Mask
from foip_analysis.tables.question import Language, Question, Share, check_word
from foip_analysis.words.catalogue import word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.engines.lake import Lake

To = Literal["inference", "counting", "one_out"]
WAYS = {
    "inference": ("stated", "all codings"),
    "counting": ("full", "fractional"),
    "one_out": ("lowest", "share", "highest"),
}


@guided
def sensitivity(
    dataset: Dataset | Lake,
    rows: str,
    columns: str | None = None,
    to: To = "inference",
    *,
    share: Share | None = None,
    lang: Language | None = "en",
    **options: Any,
) -> pd.DataFrame:
    """Return each number in the ways that it could have come out.

    Parameters
    ----------
    rows, columns
        Dimensions; without ``columns``, of a one-way count.
    to
        ``"inference"``: over stated codings only and over all. ``"counting"``: in full (an
        initiative counts 1 in every cell that it is in) and fractional (its 1 is split equally over
        its codes or pairs). ``"one_out"``: the share, and how far it moves when any one initiative
        is left out.
    share
        As in ``cross_tab``; for ``"one_out"`` of the ``"row"`` if left out.
    lang
        Labels in a language of the catalogue; None gives the bare codes.
    **options
        Further options of ``cross_tab`` or ``count``; ``"one_out"`` counts distinct initiatives.

    Returns
    -------
    pandas.DataFrame
        For each column of the plain table one a way: ``stated`` and ``all codings``, ``full`` and
        ``fractional``, or ``lowest``, ``share`` and ``highest`` (0 to 1; not a number where leaving
        one out leaves no base). The note gives the base of each way.

    Raises
    ------
    ValueError
        If the codings have no basis, or an option is not known or does not fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.sensitivity(foip.load(), "tool").loc["Infrastructure"].tolist()
    [14, 20]
    >>> foip.sensitivity(foip.load(), "tool", to="counting").loc["OSA"].round(2).tolist()
    [6.0, 2.5]
    >>> moved = foip.sensitivity(foip.load(), "priority", to="one_out")
    >>> moved.loc["Security cooperation"].round(3).tolist()
    [0.262, 0.274, 0.279]
    """
    check_word("to", to, get_args(To))
    if to == "one_out":
        return _one_out(dataset, rows, columns, share or "row", lang, options)
    if options.get("top") is not None:
        raise ValueError(
            "top is not for a range: each way of counting has its own largest codes. Choose them "
            "with codes=."
        )
    given = options | ({"share": share} if share else {})
    if to == "counting":
        tables = [
            _plain(dataset, rows, columns, lang, given | some)
            for some in ({}, {"count": "fractional"})
        ]
    else:
        stated, same = dataset.stated(), _same_codes(dataset, rows, columns, options)
        laid = given | {"codes": same, "order": "codebook"}
        tables = [_plain(each, rows, columns, lang, laid) for each in (stated, dataset)]
    asked = Question(rows, columns, lang=lang, selection=dataset.selection, **given)
    return _beside(tables, asked, to)


def stated_of(itself: About) -> dict[str, int]:
    """Return how many initiatives of each row of a count are stated; nothing where all are, where
    that is not known, or where the numbers are other than initiatives.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> stated_of(about(foip.count(foip.load(), "priority")))
    {'p1': 17, 'p2': 12, 'p3': 14}
    """
    dataset, asked = itself.dataset, itself.question
    counted = itself.kind == "count" and asked.count == "initiatives" and not asked.weight
    if dataset is None or not counted or "basis" not in dataset.codings:
        return {}
    every, stated = (
        count(each, asked.rows, lang=None).iloc[:, 0].astype(int).to_dict()
        for each in (dataset, dataset.stated())
    )
    return {str(code): number for code, number in stated.items()} if stated != every else {}


def inferred_only(grid: Grid) -> Mask:
    """Return which cells of a cross-tab stand by inference alone: without it they have no
    initiative. None where that is not known, or where the numbers are other than initiatives.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.grid import grid_of
    >>> table = foip.cross_tab(foip.load(), "mentioned_in", "priority")
    >>> inferred_only(grid_of(table)).tolist()[-1]  # on the map alone no heading tells the area
    [True, True, True]
    """
    itself, found = grid.about, np.zeros(grid.values.shape, bool)
    dataset, asked = itself.dataset, itself.question
    counted = (itself.kind, asked.count, asked.of) == ("cross_tab", "initiatives", "initiatives")
    if dataset is None or itself.rows is None or itself.columns is None or not counted:
        return found
    if asked.weight or "basis" not in dataset.codings:
        return found
    rows, columns = [line.code for line in grid.rows], [line.code for line in grid.columns]
    sure = cross_tab(dataset.stated(), itself.rows, itself.columns, lang=None)
    known = sure.reindex(index=rows, columns=columns).to_numpy(float)
    none: Mask = (known == 0) & (grid.values > 0)
    return none


def inferred_sides(grid: Grid) -> list[str]:
    """Return which dimensions are inferred in the cells that stand by inference alone: those whose
    code no initiative of such a cell has by what is stated; the one by which all of them do, if
    there is one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.grid import grid_of
    >>> inferred_sides(grid_of(foip.cross_tab(foip.load(), "partner", "priority")))
    ['partner', 'priority']
    >>> inferred_sides(grid_of(foip.cross_tab(foip.load(), "status", "priority")))
    ['priority']
    """
    itself, found, dataset = grid.about, list[set[str]](), grid.about.dataset
    cells = list(zip(*inferred_only(grid).nonzero(), strict=True))
    if not cells or dataset is None or itself.rows is None or itself.columns is None:
        return []  # without cells it may not be known what is stated
    sides = [itself.rows, itself.columns]
    if dataset.times is not None:  # of patterns it is not known which initiatives they are
        return sides
    every, sure = (
        [each.membership(side) for side in sides] for each in (dataset, dataset.stated())
    )
    for n, k in cells:
        codes = grid.rows[n].code, grid.columns[k].code
        within = every[0][codes[0]] & every[1][codes[1]]
        lacking = {
            side
            for side, code, known in zip(sides, codes, sure, strict=True)
            if not known.loc[within, code].any()
        }
        found.append(lacking or {*sides})
    always = [side for side in sides if all(side in lacking for lacking in found)]
    return always[-1:] or [side for side in sides if any(side in lacking for lacking in found)]


def _one_out(
    dataset: Dataset | Lake,
    rows: str,
    columns: str | None,
    share: Share,
    lang: str | None,
    options: dict[str, Any],
) -> pd.DataFrame:
    refused = sorted({"count", "of", "weight", "by"} & set(options))
    if refused:
        raise ValueError(
            f"Leaving one out counts distinct initiatives; leave out {', '.join(refused)}."
        )
    cells = _plain(dataset, rows, columns, lang, options)
    itself = about(cells)
    if columns is None:
        n = np.array([[itself.whole_base]])
    else:
        check_word("share", share, get_args(Share))
        bases = about(_plain(dataset, rows, columns, lang, options | {"share": share})).bases
        n = np.array(bases, float).reshape((-1, 1) if share == "row" else (1, -1))
    inside = cells.to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = np.where(n > 0, inside / n, np.nan)
        without_member = np.where((inside > 0) & (n > 1), (inside - 1) / (n - 1), plain)
        without_other = np.where((n > inside) & (n > 1), inside / (n - 1), plain)
    lowest, highest = np.minimum(without_member, plain), np.maximum(without_other, plain)
    tables = []
    for values in (lowest, plain, highest):
        shown_values = np.where((n <= 1) & (values is not plain), np.nan, values)
        table = pd.DataFrame(shown_values, cells.index, cells.columns)
        tables.append(attach(table, replace(itself)))
    given = options | ({"share": share} if columns else {})
    asked = Question(rows, columns, lang=lang, selection=dataset.selection, **given)
    return _beside(tables, asked, "one_out")


def _plain(
    dataset: Dataset | Lake,
    rows: str,
    columns: str | None,
    lang: str | None,
    options: dict[str, Any],
) -> pd.DataFrame:
    if columns is None:
        return count(dataset, rows, lang=lang, **options).iloc[:, :1]
    return cross_tab(dataset, rows, columns, lang=lang, **options)


def _same_codes(
    dataset: Dataset | Lake, rows: str, columns: str | None, options: dict[str, Any]
) -> dict[str, list[str]]:
    """Return the codes of the whole dataset's table, so that both show the same ones in one
    order.
    """
    chosen = {k: v for k, v in options.items() if k in ("codes", "order", "limit")}
    whole = _plain(dataset, rows, columns, None, chosen)
    shown = {rows: list(whole.index.get_level_values(-1).unique())}
    return shown | ({columns: list(whole.columns)} if columns else {})


def _beside(tables: list[pd.DataFrame], asked: Question, to: To) -> pd.DataFrame:
    """Return tables made in several ways side by side, with what each knows of itself."""
    ways, lang = list(WAYS[to]), asked.lang
    parts = dict(zip(ways, [about(table) for table in tables], strict=True))
    heads = [word(way, lang) for way in ways]
    first, last = parts[ways[0]], parts[ways[-1]]
    tables = [_laid(t, part, first) for t, part in zip(tables, parts.values(), strict=True)]
    if asked.columns is None:
        named = [table.iloc[:, 0].rename(head) for table, head in zip(tables, heads, strict=True)]
        joined = pd.concat(named, axis=1)
    else:
        joined = pd.concat(tables, axis=1, keys=heads).swaplevel(axis=1)
        columns = tables[0].shape[1]
        joined = joined.iloc[:, [w * columns + c for c in range(columns) for w in range(len(ways))]]
        joined.columns.names = [tables[0].columns.name, None]
    itself = About(
        kind="range",
        question=asked,
        dataset=last.dataset,
        base={way: part.base for way, part in parts.items()},
        total=last.total,
        rest=last.rest,
        row_codes=first.row_codes,
        row_labels=first.row_labels,
        row_roles=first.row_roles,
        column_codes=first.column_codes if asked.columns else ways,
        column_labels=first.column_labels if asked.columns else heads,
        column_roles=first.column_roles,
        layer_codes=first.layer_codes,
        layer_labels=first.layer_labels,
        parts=parts,
        ways=ways,
        way_labels=heads,
        more={"to": to},
        made={"call": asked.printed("sensitivity", **({} if to == "inference" else {"to": to}))},
    )
    return attach(joined, itself)


def _laid(table: pd.DataFrame, part: About, first: About) -> pd.DataFrame:
    """Return a table as bare numbers, its rows and columns in the order of the first of the ways:
    by size, each way has an order of its own.
    """
    rows = [part.row_codes.index(code) for code in first.row_codes]
    layers = len(table) // len(rows) if rows else 0
    laid = table.iloc[[n * len(rows) + row for n in range(layers) for row in rows]]
    if part.columns is not None:
        laid = laid.iloc[:, [part.column_codes.index(code) for code in first.column_codes]]
    laid.attrs = {}
    return laid
