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
