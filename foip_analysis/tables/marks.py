"""Tables that are no grid: what they give in words, and the marks of their charts.

A count or a cross-tab is a grid: what its chart says and marks follows from rows and columns. A
table of sets or of flows gives in words what it says (``finding``, ``subtitle``, ``largest``) and
in ``more`` its ``marks``: each a plain dictionary with the ``part`` of the chart that it is, its
codes, its value and the initiatives behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import About, attach, carries
from foip_analysis.tables.kinds import TableKind
from foip_analysis.tables.question import Question, print_call

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset


class Mark(TypedDict):
    """One part of a chart: a set or a code of sets, a band or a node of flows."""

    part: Literal["set", "code", "band", "node"]
    row: str
    column: str | None
    within: NotRequired[str | None]  # of a band: the first stage's code that it comes from
    value: float
    initiatives: list[str]


class Words(TypedDict):
    """What a table that is no grid says of itself."""

    finding: str
    subtitle: str
    note: str
    largest: list[str]


def attach_marks(
    table: pd.DataFrame,
    dataset: Dataset,
    *,
    kind: TableKind,
    verb: str,
    dimensions: list[str],
    base: int,
    lang: str | None,
    options: Mapping[str, object],
    words: Words,
    marks: list[Mark],
    more: Mapping[str, object],
    **sides: Any,
) -> pd.DataFrame:
    """Give a table its words, its marks and what every table knows of itself; return it.

    ``words`` are its finding, subtitle, note and the largest marks; ``more`` what only its chart
    reads; ``sides`` the codes, labels and roles of its rows and columns.
    """
    labels = {d: book.dimension_label(dataset.codebook, d, lang) for d in dimensions}
    itself = About(
        kind=kind,
        question=Question(dimensions[0], lang=lang, selection=dataset.selection),
        dataset=dataset,
        base=base,
        total=dataset.total,
        **sides,
        more={"marks": marks, "size": len(table), **more},
        made={
            **words,
            "call": print_call(verb, dataset.selection, dimensions, {**options, "lang": lang}),
            "dimension_labels": labels,
            "colours": {d: book.colours(dataset.codebook, d) for d in dimensions},
        },
    )
    return attach(table, itself)


def behind(dataset: Dataset, found: Flags) -> list[str]:
    """Return the ids of the initiatives that are true in ``found``; none for a large dataset."""
    if not carries(dataset):
        return []
    ids: list[str] = dataset.initiatives["initiative_id"].to_numpy(object)[found].tolist()
    return ids
