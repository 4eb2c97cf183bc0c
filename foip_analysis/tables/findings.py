"""The title of a table: what stands out in it, by ``claims``; else what it shows, plainly.

Tables of differences are told by ``gaps``, tables of sets and of flows bring their own words. The
explorer's page, which makes no claims, says what it shows (``plain_title``, in
``explorer/assets/say.js``).
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from foip_analysis.tables import choice, gaps
from foip_analysis.tables.about import KEY, About, about
from foip_analysis.tables.captions import (
    alternative,
    amount,
    foot,
    plainly,
    shown,
    subtitle,
)
from foip_analysis.tables.competing import (
    column_codes,
    competing,
    plotted,
    row_codes,
    stacked,
)
from foip_analysis.tables.grid import ENOUGH
from foip_analysis.tables.notes import together
from foip_analysis.tables.telling import headline
from foip_analysis.words.catalogue import say, within

__all__ = [  # charts, files and slides ask for all that is told of a table here
    "ENOUGH",
    "alternative",
    "amount",
    "column_codes",
    "finding",
    "foot",
    "plain_title",
    "plotted",
    "row_codes",
    "shown",
    "subtitle",
]


def finding(table: pd.DataFrame) -> str:
    """Return the title of a table: its first claim, or what it shows.

    A claim that names codes that are not shown is not taken, nor one of which the table has no
    numbers: of weights, of fractions, of layers.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.findings import finding
    >>> finding(foip.count(foip.load(), "priority"))
    'Nearly half of initiatives (28 of 62) are about economic foundations'
    """
    itself = about(table)
    if itself.finding is not None:  # its own words: see marks
        return itself.finding
    if itself.kind in gaps.KINDS:
        told, name = gaps.finding(table), "finding-of-shown-only"
        if not choice.leaves_out(itself) or (gaps.most_inferred(table) and _of_all(itself) == told):
            return told
        return say(name, itself.lang, finding=told)
    return headline(table) or plain_title(table)


def _of_all(itself: About) -> str | None:
    """Return the finding of a range as it was made, if that was with all codes."""
    made = replace(itself, lies=None)
    if itself.known is None or choice.leaves_out(made):
        return None
    whole = itself.known.copy(deep=False)
    whole.attrs = {KEY: made}
    return gaps.finding(whole)


def plain_title(table: pd.DataFrame) -> str:
    """Return what a table shows as a title, or that it shows nothing."""
    itself, lang = about(table), about(table).lang
    if not itself.total:
        return say("finding-no-initiatives", lang)
    cells = stacked(competing(table))
    if not (cells.notna().any() and cells.max()):
        return _nothing(table)
    return plainly(table)


def _nothing(table: pd.DataFrame) -> str:
    itself, lang = about(table), about(table).lang
    if choice.leaves_out(itself) or itself.by:
        return say("finding-no-cell", lang)
    labels = [itself.dimension_labels[d] for d in itself.question.dimensions_in_order]
    if itself.rows == itself.columns:
        return say("finding-no-two-codes", lang, dimension=within(labels[0], lang))
    return say("finding-nothing-has", lang, labels=together(labels, lang))
