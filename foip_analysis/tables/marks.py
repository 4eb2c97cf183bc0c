"""Tables that carry their own words and marks.

A count or a cross-tab is a grid: what its chart says and marks follows from rows and columns. A table
of sets or of flows is no grid. It carries in ``attrs`` what it says (``finding``, ``subtitle``,
``largest``) and its ``marks``: each a plain dictionary with the ``part`` of the chart that it is, its
codes, its value and the initiatives behind it. Titles, alternative texts, saved figures and pointers
take these before they compute any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.selections import call_selection, describe_selection
from foip_analysis.tables.facts import CARRIED, describe_source, named_initiatives
from foip_analysis.words.gaps import lower
from foip_analysis.words.html import with_note

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset


def attach_marks(
    table: pd.DataFrame,
    dataset: Dataset,
    *,
    kind: str,
    chart: str,
    verb: str,
    dimensions: list[str],
    base: int,
    lang: str | None,
    options: dict,
    words: dict,
    marks: list[dict],
    **more,
) -> pd.DataFrame:
    """Give a table its words, its marks and what every table says of itself; return it.

    ``words`` are its finding, subtitle, note and the largest marks; ``chart`` the function that draws it.
    """
    usual = {"count": "pairs", "least": 1, "lang": "en"}
    given = [call_selection(dataset), *map(repr, dimensions)]
    given += [
        f"{k}={v!r}"
        for k, v in {**options, "lang": lang}.items()
        if v != usual.get(k) and v is not False
    ]
    known = {d: book.dimension_label(dataset.codebook, d, lang) for d in dimensions}
    table.attrs = {
        "kind": kind,
        "drawn_with": chart,
        "rows": dimensions[0],
        "columns": None,
        "dimension_labels": known,
        "colours": {d: book.colours(dataset.codebook, d) for d in dimensions},
        "base": base,
        "total": len(dataset.initiatives),
        "lang": lang,
        "options": {"weight": None, "share": None, **options},
        "selection": describe_selection(dataset, lang),
        "source": describe_source(dataset, lang),
        **words,
        "call": f"foip.{verb}({', '.join(given)})",
        "marks": marks,
        "size": len(table),
        **more,
    }
    if carries(dataset):
        table.attrs["initiatives"] = named_initiatives(dataset, lang)
    return with_note(table)


def carries(dataset: Dataset) -> bool:
    """Whether the dataset is small enough for its tables to carry the initiatives behind each mark."""
    return len(dataset.initiatives) <= CARRIED


def behind(dataset: Dataset, found: np.ndarray) -> list[str]:
    """Return the ids of the initiatives that are true in ``found``; none for a large dataset."""
    return (
        dataset.initiatives["initiative_id"].to_numpy(object)[found].tolist()
        if carries(dataset)
        else []
    )


def describe_base(
    dataset: Dataset, dimensions: list[str], base: int, *, none: bool, lang: str | None
) -> str:
    """Return the sentence that names the base: those that have every dimension, or every initiative."""
    total, selection = len(dataset.initiatives), describe_selection(dataset, lang)
    labels = [book.dimension_label(dataset.codebook, d, lang) for d in dimensions]
    if lang == "ja":
        limit = f"（{selection}）" if selection else ""
        return f"対象{limit}：" + (
            f"全{total}件。"
            if none
            else f"全{total}件のうち「{'」「'.join(labels)}」のある取組、{base}件。"
        )
    limit = f" ({selection})" if selection else ""
    having = (
        "every initiative" if none else f"those with {listed([lower(label) for label in labels])}"
    )
    return f"Base{limit}: {base} of {total} initiatives, {having}."


def listed(words: list[str]) -> str:
    """Return words as English lists them: ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
