"""Which initiative makes a number concrete: one rule, for what is drawn, shown and spoken. Whole
lists of names are in the document's order.

What the source states is a plainer example than what a coder inferred, a name without short forms
(LNG), which nothing beside it spells out, than one with them, an initiative with few codes of the
dimension than one with many. What is left to choose the document's order chooses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.tables.notes import in_language

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

SHORT_FORM = re.compile(r"[A-Z]\W?[A-Z]")  # in a name that has a short form


def examples(
    dataset: Dataset, codes: Mapping[str, str | list[str]], lang: str | None
) -> pd.DataFrame:
    """Return the initiatives with some codes, as ``where`` takes them, the plainest example first;
    how many codes each has is of the first dimension.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.examples import examples
    >>> found = examples(foip.load(), {"tool": "infrastructure"}, "en")
    >>> found["name_en"].iloc[0]
    'First international submarine cable for Tuvalu'
    """
    found = dataset.where(**codes).initiatives
    sure = dataset.stated().where(**codes).initiatives if "basis" in dataset.codings else found
    of = dataset.membership(next(iter(codes))).sum(axis=1)
    plain = pd.DataFrame(
        {
            "inferred": ~found["initiative_id"].isin(sure["initiative_id"]),
            "short": in_language(found, "name", lang).str.contains(SHORT_FORM),
            "codes": found["initiative_id"].map(of),
        }
    )
    return found.loc[plain.sort_values(plain.columns.tolist(), kind="stable").index]
