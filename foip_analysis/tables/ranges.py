"""How sure a number is: the same table made in two ways, side by side.

A count of coded text has no sampling error, but it has other soft spots: what the coder inferred, one
initiative more or less, and how an initiative with many codes is counted. Each function here shows
one of them as a table with a pair or a triple of columns for each column of the plain table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis.tables.counting import Language, count, cross_tab
from foip_analysis.tables.facts import attach_range
from foip_analysis.words.catalogue import word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset


def stated_range(
    dataset: Dataset,
    rows: str,
    columns: str | None = None,
    *,
    lang: Language | None = "en",
    **options,
) -> pd.DataFrame:
    """Return each count over stated codings only and over all codings.

    Parameters
    ----------
    rows, columns
        Dimensions; without ``columns``, of a one-way count.
    **options
        Further options of ``cross_tab`` or ``count``.

    Returns
    -------
    pandas.DataFrame
        For each column of the plain table two: ``stated`` and ``all codings``. The note gives both bases.

    Raises
    ------
    ValueError
        If the codings have no basis, or an option is not known or does not fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.stated_range(foip.load(), "tool").loc["Infrastructure"].tolist()
    [15, 20]
    """
    stated = dataset.stated()
    _no_top(options)
    same = options | {"codes": _same_codes(dataset, rows, columns, options), "order": "codebook"}
    tables = [_plain(data, rows, columns, lang, same) for data in (stated, dataset)]
    return _beside(
        tables,
        ["stated", "all codings"],
        dataset,
        rows,
        columns,
        made="stated_range",
        options=options,
    )


def counting_range(
    dataset: Dataset,
    rows: str,
    columns: str | None = None,
    *,
    lang: Language | None = "en",
    **options,
) -> pd.DataFrame:
    """Return each count with full and with fractional counting.

    Parameters
    ----------
    rows, columns
        Dimensions; without ``columns``, of a one-way count.
    **options
        Further options of ``cross_tab`` or ``count``.

    Returns
    -------
    pandas.DataFrame
        For each column of the plain table two: ``full`` (an initiative counts 1 in every cell it is
        in) and ``fractional`` (its 1 is split equally over its codes or pairs).

    Raises
    ------
    ValueError
        If an option is not known or does not fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.counting_range(foip.load(), "tool").loc["OSA"].round(2).tolist()
    [6.0, 2.5]
    """
    _no_top(options)
    tables = [
        _plain(dataset, rows, columns, lang, options | some)
        for some in ({}, {"count": "fractional"})
    ]
    return _beside(
        tables,
        ["full", "fractional"],
        dataset,
        rows,
        columns,
        made="counting_range",
        options=options,
    )


def leave_one_out(
    dataset: Dataset,
    rows: str,
    columns: str | None = None,
    *,
    share: Literal["row", "column", "table"] = "row",
    lang: Language | None = "en",
    **options,
) -> pd.DataFrame:
    """Return how far each share moves when any one initiative is left out.

    Parameters
    ----------
    rows, columns
        Dimensions; without ``columns``, of a one-way count.
    share
        The share of a cross-tab: of its ``"row"``, ``"column"`` or ``"table"``.
    **options
        Further options of ``cross_tab`` or ``count``, but ``count``, ``of`` and ``weight``.

    Returns
    -------
    pandas.DataFrame
        For each column of the plain table three: ``lowest``, ``share`` and ``highest``, 0 to 1; not a
        number where leaving one out leaves no base.

    Raises
    ------
    ValueError
        If an option is not known or does not count distinct initiatives.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.leave_one_out(foip.load(), "priority").loc["Security cooperation"].round(3).tolist()
    [0.262, 0.274, 0.279]
    """
    refused = sorted({"count", "of", "weight", "by"} & set(options))
    if refused:
        raise ValueError(
            f"leave_one_out counts distinct initiatives; leave out {', '.join(refused)}."
        )
    if columns is None:
        counts = count(dataset, rows, lang=lang, **options)
        cells, base = counts.iloc[:, :1], np.full((len(counts), 1), counts.attrs["base"])
    else:
        counts = cross_tab(dataset, rows, columns, lang=lang, **options | {"margins": True})
        full = counts.to_numpy()
        base = {"row": full[:, -1:], "column": full[-1:], "table": full[-1, -1]}.get(share)
        if base is None:
            raise ValueError(f"share is '{share}'. It is 'row', 'column' or 'table'.")
        shown = slice(None) if options.get("margins") else slice(None, -1)
        base = np.broadcast_to(base, full.shape)[shown, shown]
        cells = counts.iloc[shown, shown]
    inside, n = cells.to_numpy(float), base.astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = np.where(n > 0, inside / n, np.nan)
        without_member = np.where((inside > 0) & (n > 1), (inside - 1) / (n - 1), plain)
        without_other = np.where((n > inside) & (n > 1), inside / (n - 1), plain)
    undefined = n <= 1
    lowest, highest = np.minimum(without_member, plain), np.maximum(without_other, plain)
    frames = [
        pd.DataFrame(
            np.where(undefined & (values is not plain), np.nan, values), cells.index, cells.columns
        )
        for values in (lowest, plain, highest)
    ]
    for frame in frames:
        frame.attrs = counts.attrs
    options |= {"share": share} if columns else {}
    return _beside(
        frames,
        ["lowest", "share", "highest"],
        dataset,
        rows,
        columns,
        made="leave_one_out",
        options=options,
    )


def _plain(
    dataset: Dataset, rows: str, columns: str | None, lang: str | None, options: dict
) -> pd.DataFrame:
    if columns is None:
        return count(dataset, rows, lang=lang, **options).iloc[:, :1]
    return cross_tab(dataset, rows, columns, lang=lang, **options)


def _same_codes(dataset: Dataset, rows: str, columns: str | None, options: dict):
    """Return the codes that occur in the whole dataset, so that both tables show the same ones in the same order."""
    whole = _plain(
        dataset, rows, columns, None, {k: v for k, v in options.items() if k in ("codes", "order")}
    )
    shown = {rows: list(whole.index.get_level_values(-1).unique())}
    return shown | ({columns: list(whole.columns)} if columns else {})


def _no_top(options: dict) -> None:
    if options.get("top") is not None:
        raise ValueError(
            "top is not for a range: each way of counting has its own largest codes. Choose them with codes=."
        )


def _beside(
    tables: list[pd.DataFrame],
    names: list[str],
    dataset: Dataset,
    rows: str,
    columns: str | None,
    *,
    made: str,
    options: dict,
) -> pd.DataFrame:
    """Return tables made in several ways side by side, with what each says of itself."""
    attrs = [table.attrs for table in tables]
    heads = [word(name, attrs[-1]["lang"]) for name in names]
    for table in tables:
        table.attrs = {}
    if columns is None:
        joined = pd.concat(
            [table.iloc[:, 0].rename(head) for table, head in zip(tables, heads, strict=True)],
            axis=1,
        )
    else:
        joined = pd.concat(tables, axis=1, keys=heads).swaplevel(axis=1)
        joined = joined.loc[:, [(column, head) for column in tables[-1].columns for head in heads]]
        joined.columns.names = [tables[-1].columns.name, None]
    return attach_range(
        joined, dataset, attrs, rows=rows, columns=columns, made=made, names=names, options=options
    )
