"""What a table says in one sentence, computed: what leads, with its number and the base.

Here it is decided which sentence holds for a table; how it is worded is the catalogue's. Tables of
differences are told by ``gaps``, tables of sets and of flows bring their own words. The explorer's
page decides the same in ``explorer/assets/say.js``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np
import pandas as pd

from foip_analysis.dataset.membership import Flags
from foip_analysis.tables import choice, gaps
from foip_analysis.tables.about import about
from foip_analysis.tables.captions import alternative, amount, foot, headed, shown, subtitle
from foip_analysis.tables.competing import (
    ENOUGH,
    base_of,
    column_codes,
    leaves_out,
    plotted,
    row_codes,
    stacked,
)
from foip_analysis.tables.counting import ask
from foip_analysis.tables.grid import grid_of
from foip_analysis.tables.notes import in_brackets, together
from foip_analysis.words.catalogue import listed, say, within
from foip_analysis.words.numerals import plain

__all__ = [  # charts, files and slides ask for all that is told of a table here
    "ENOUGH",
    "alternative",
    "amount",
    "column_codes",
    "finding",
    "foot",
    "headed",
    "plotted",
    "row_codes",
    "shown",
    "subtitle",
]

NEAR = 1e-9  # numbers no farther apart are the same: the dust of adding fractions
MOST = 2  # so many leaders are named; more are counted


def finding(table: pd.DataFrame) -> str:
    """Return the table's main finding: what leads, with its number and the base.

    Margins, "none stated" and "other" do not compete.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.findings import finding
    >>> finding(foip.count(foip.load(), "priority"))
    'Economic foundations is the most frequent priority area: 28 of 62 initiatives'
    """
    itself = about(table)
    if itself.finding is not None:  # its own words: see marks
        return itself.finding
    if itself.kind in gaps.KINDS:
        told, name = gaps.finding(table), "finding-of-shown-only"
        return say(name, itself.lang, finding=told) if choice.leaves_out(itself) else told
    if not itself.total:
        return say("finding-no-initiatives", itself.lang)
    if itself.kind == "layers":
        return _finding_of_layers(table)
    if _divided(table):
        return _finding_of_rows(table)
    cells = stacked(plotted(table))
    best = cells.max() if cells.notna().any() else 0
    if best == 0:
        return _nothing(table)
    leaders = list(cells[_leading(cells, best)].index)
    if itself.columns is None:
        told = _count_sentence(table, [row for row, _ in leaders], best)
        return _of_shown(table, told, best, _largest)
    many = len(leaders)
    named = _quoting(
        [label for pair in leaders[: 1 if many > MOST else MOST] for label in pair], table
    )
    pairs = [_pair(named(row), named(column), itself.lang) for row, column in leaders[:MOST]]
    told = say(
        "finding-pair-leads-more" if many > MOST else "finding-pair-leads",
        itself.lang,
        pair=pairs[0],
        pairs=listed(pairs, itself.lang),
        count=many,
        more=many - 1,
        measure="share" if itself.question.share else "count",
        number=amount(table, best, each=many > 1),
        of=_on_bases(table, leaders),
    )
    return _of_shown(table, told, best, _largest)


def _of_shown(
    table: pd.DataFrame, told: str, best: float, measure: Callable[[pd.DataFrame], float]
) -> str:
    """Return who leads, said of those that are shown where one that is not may lead them: where
    initiatives have other codes, or where more is gathered in "other" than the ``best`` by this
    ``measure``.
    """
    itself = about(table)
    if choice.leaves_out(itself) or (
        itself.columns and any(itself.rest.values()) and _whole(table, measure) > best + NEAR
    ):
        return say("finding-of-shown", itself.lang, finding=told)
    return told


def _whole(table: pd.DataFrame, measure: Callable[[pd.DataFrame], float]) -> float:
    """Return the largest number where nothing is gathered in "other"; without end if unknown."""
    itself = about(table)
    if itself.dataset is None:
        return float("inf")
    try:
        return measure(ask(itself.dataset, replace(itself.question, top=None, selection=())))
    except ValueError:  # of too many cells
        return float("inf")


def _largest(table: pd.DataFrame) -> float:
    return float(stacked(plotted(table)).max())


def _largest_row(table: pd.DataFrame) -> float:
    return float(_totals(table).max())


def _totals(table: pd.DataFrame) -> pd.Series:
    """Return what each row that competes adds up to."""
    grid = grid_of(table)
    columns = [not line.margin for line in grid.columns]
    return table.loc[[not line.apart for line in grid.rows], columns].sum(axis=1)


def _leading(values: pd.Series, best: float) -> Flags:
    """Return which values are the best one, but for the dust of adding fractions."""
    near: Flags = np.isclose(values.to_numpy(float), best, rtol=0, atol=NEAR)
    return near


def _pair(row: str, column: str, lang: str | None) -> str:
    return listed([row, column], lang, "pair")


def _on_bases(table: pd.DataFrame, leaders: Sequence[tuple[str, ...]]) -> str:
    """Return what the shares of some cells are of, in brackets; nothing if the subtitle says it."""
    found = [base for cell in leaders if (base := base_of(table, cell)) is not None]
    if not found:
        return ""
    asked = about(table).question
    low, high = plain(min(found)), plain(max(found))
    told = say(
        "finding-base-few" if min(found) >= ENOUGH and leaves_out(table) else "finding-base",
        asked.lang,
        base=low if low == high else say("finding-range", asked.lang, low=low, high=high),
        unit="weight" if asked.weight else asked.of,
        few=ENOUGH,
    )
    return in_brackets(told, asked.lang)


def _quoting(labels: Sequence[object], table: pd.DataFrame) -> Callable[[object], str]:
    """Return what writes labels: set off, if an 'and' in one could be the sentence's own."""
    lang = about(table).lang
    doubt = _doubtful(labels, lang)
    return lambda label: say("finding-label", lang, label=str(label), doubt=doubt)


def _doubtful(labels: Sequence[object], lang: str | None) -> Literal["yes", "no"]:
    conjunction = say("list-last", lang, first="", last="")
    return "yes" if any(conjunction in str(label) for label in labels) else "no"


def _nothing(table: pd.DataFrame) -> str:
    itself, lang = about(table), about(table).lang
    if choice.leaves_out(itself):
        return say("finding-no-cell", lang)
    labels = [itself.dimension_labels[d] for d in itself.question.dimensions_in_order]
    if itself.rows == itself.columns:
        return say("finding-no-two-codes", lang, dimension=within(labels[0], lang))
    return say("finding-nothing-has", lang, labels=together(labels, lang))


def _divided(table: pd.DataFrame) -> bool:
    """Whether the columns divide each row's initiatives: then a row is a number of its own."""
    itself, asked = about(table), about(table).question
    if itself.kind != "cross_tab" or itself.rows == itself.columns or asked.share or asked.weight:
        return False
    chosen = isinstance(asked.codes, dict) and itself.columns in asked.codes
    if chosen or column_codes(table) != itself.column_codes or itself.columns is None:
        return False
    return asked.count == "initiatives" and itself.codes_per_initiative[itself.columns] == "one"


def _finding_of_rows(table: pd.DataFrame) -> str:
    """Return which row has most initiatives, and under which column most of them are."""
    totals = _totals(table)
    best = totals.max() if len(totals) else 0
    if not best or pd.isna(best):
        return _nothing(table)
    names = list(totals.index[totals == best])
    parts = plotted(table).loc[names[0]]
    most = parts.max()
    under = list(parts.index[parts == most])
    if len(names) > 1 or len(under) > MOST or pd.isna(most):
        return _of_shown(table, _count_sentence(table, names, best), best, _largest_row)
    told = say(
        "finding-row-all" if most == best else "finding-row-most",
        about(table).lang,
        finding=_count_sentence(table, names, best, under),
        columns=listed(
            list(map(_quoting([*names, *under], table), under[: 1 if most == best else MOST])),
            about(table).lang,
        ),
        count=len(under),
        number=plain(most),
    )
    return _of_shown(table, told, best, _largest_row)


def _count_sentence(
    table: pd.DataFrame, names: Sequence[object], best: float, beside: Sequence[object] = ()
) -> str:
    itself, many = about(table), len(names)
    assert itself.rows is not None
    dimension = within(itself.dimension_labels[itself.rows], itself.lang)
    if many > MOST:
        number = amount(table, best)
        return say("finding-codes-tie", itself.lang, count=many, dimension=dimension, number=number)
    named = _quoting([*names, *beside], table)
    return say(
        "finding-most-frequent",
        itself.lang,
        codes=listed([named(name) for name in names], itself.lang),
        count=many,
        dimension=dimension,
        number=amount(table, best, each=many > 1),
    )


def _finding_of_layers(table: pd.DataFrame) -> str:
    itself, asked, cells = about(table), about(table).question, stacked(plotted(table))
    best = cells.max() if len(cells) else 0
    if not best or pd.isna(best):
        return say("finding-no-cell", itself.lang)
    leaders = list(cells.index[_leading(cells, best)])
    layer, row, column = leaders[0]
    named, number = _quoting([row, column, layer], table), shown(table, best)
    if not asked.share and not asked.weight:
        number = say("amount-bare", itself.lang, value=number)
    pair = say(
        "finding-pair-in-layer",
        itself.lang,
        pair=_pair(named(row), named(column), itself.lang),
        layer=str(layer),
        doubt=_doubtful([row, column, layer], itself.lang),
    )
    told = say(
        "finding-layer-leads-more" if len(leaders) > 1 else "finding-layer-leads",
        itself.lang,
        pair=pair,
        count=len(leaders),
        more=len(leaders) - 1,
        measure="share" if asked.share else "count",
        number=number,
        of=_on_bases(table, leaders),
    )
    return _of_shown(table, told, best, _largest)
