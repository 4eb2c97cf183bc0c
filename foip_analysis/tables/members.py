"""From a number to the words: the initiatives behind a cell, with locators and the terms that
decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import as_list
from foip_analysis.dataset.selections import code_or_codes, describe_selection
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.notes import in_language
from foip_analysis.tables.question import Language, Question, print_call
from foip_analysis.words.catalogue import check_language, say

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset


def members(
    dataset: Dataset,
    *,
    lang: Language | None = "en",
    per: Literal["initiative", "coding"] = "initiative",
    **codes: str | list[str],
) -> pd.DataFrame:
    """Return the initiatives behind a cell, with locators and the words that decided.

    Parameters
    ----------
    lang
        Names and summaries in ``"en"`` or ``"ja"`` (English where there is no Japanese).
    per
        One row an ``"initiative"``, or one row a deciding ``"coding"``.
    **codes
        A dimension and its code or label, as in ``Dataset.where``; ``none`` for initiatives without
        any.

    Returns
    -------
    pandas.DataFrame
        Per initiative: ``initiative_id``, ``name``, ``summary`` (where there is one), ``locators``,
        ``words`` (dimension: deciding words [locator]). Per coding: ``initiative_id``, ``name`` and
        the columns of the codings. As many initiatives as the cell counts.

    Raises
    ------
    ValueError
        If a dimension or code is not in the codebook; names the closest one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.members(foip.load(), tool="osa", region="africa")
    >>> found["initiative_id"].tolist(), found["locators"].tolist()
    (['coastal-radars'], ['text.3.2.2, map.19'])
    """
    check_language(lang)
    codes = dataset.meant(codes)
    found = np.flatnonzero(dataset.matching(codes))
    initiatives = dataset.initiatives.iloc[found]
    deciding = _deciding_codings(dataset, found, codes)
    names = in_language(initiatives, "name", lang)
    if per == "coding":
        named = deciding.merge(
            pd.DataFrame({"initiative_id": initiatives["initiative_id"], "name": names}),
            on="initiative_id",
        )
        table = named[["initiative_id", "name", *dataset.codings.columns.drop("initiative_id")]]
        return _told(table, dataset, codes, found=len(found), per=per, lang=lang)
    if per != "initiative":
        raise ValueError(f"per is '{per}'. It is 'initiative' or 'coding'.")
    table = pd.DataFrame({"initiative_id": initiatives["initiative_id"], "name": names})
    if any(str(c).startswith("summary_") for c in initiatives):
        table["summary"] = in_language(initiatives, "summary", lang)
    own = dataset.codings[np.isin(dataset.index[0], found)]
    shown = pd.concat(
        [deciding, own[~own["initiative_id"].isin(deciding["initiative_id"])]]
    )  # none decided: where it is named at all
    locators = shown.groupby("initiative_id", sort=False)["locator"].agg(
        lambda cells: ", ".join(dict.fromkeys(cells))
    )
    words = _words(dataset, deciding, lang)
    for column, told in (("locators", locators), ("words", words)):
        table[column] = pd.Series(
            [told.get(i, "") for i in table["initiative_id"]], index=table.index, dtype=str
        )
    return _told(table.reset_index(drop=True), dataset, codes, found=len(found), per=per, lang=lang)


def _deciding_codings(
    dataset: Dataset, found: npt.NDArray[np.intp], codes: Mapping[str, str | list[str]]
) -> pd.DataFrame:
    wanted = set()
    for dimension, given in codes.items():
        for code in as_list(dimension, given):
            wanted |= _with_children(dataset.codebook, dimension, code)
    rows = dataset.codings[np.isin(dataset.index[0], found)]
    return rows[
        np.array(
            [pair in wanted for pair in zip(rows["dimension"], rows["code"], strict=True)], bool
        )
    ]


def _with_children(codebook: pd.DataFrame, dimension: str, code: str) -> set[tuple[str, str]]:
    found = {(dimension, code)}
    for child in book.children(codebook, dimension):
        for below, parent in book.parents(codebook, child).items():
            if parent == code:
                found |= _with_children(codebook, child, below)
    return found


def _words(dataset: Dataset, deciding: pd.DataFrame, lang: str | None) -> dict[str, str]:
    words = {}
    for initiative, rows in deciding.groupby("initiative_id", sort=False):
        parts = []
        for dimension, decisions in rows.groupby("dimension", sort=False):
            evidence = decisions["evidence"] if "evidence" in decisions else decisions["code"]
            shown = [
                f"{term or '–'} [{locator}]"
                for term, locator in zip(evidence, decisions["locator"], strict=True)
            ]
            parts.append(
                f"{book.dimension_label(dataset.codebook, str(dimension), lang)}: "
                f"{', '.join(dict.fromkeys(shown))}"
            )
        words[str(initiative)] = "; ".join(parts)
    return words


def _told(
    table: pd.DataFrame,
    dataset: Dataset,
    codes: Mapping[str, str | list[str]],
    *,
    found: int,
    per: str,
    lang: str | None,
) -> pd.DataFrame:
    """Give the table what it shows, of how many initiatives, and its source; return it."""
    chosen = tuple((d, (c,) if isinstance(c, str) else tuple(c)) for d, c in codes.items())
    whole = replace(dataset, selection=dataset.selection + chosen)
    selection, total = describe_selection(whole, lang), dataset.total
    given: dict[str, object] = {d: code_or_codes(c) for d, c in chosen}
    given |= {"lang": lang} | ({"per": per} if per != "initiative" else {})
    itself = About(
        kind="members",
        question=Question("", lang=lang, selection=dataset.selection),
        dataset=dataset,
        base=found,
        total=total,
        made={
            "selection": selection,
            "note": say(
                "table-members-selected" if selection else "table-members",
                lang,
                found=found,
                total=total,
                selection=selection,
            ),
            "call": print_call("members", dataset.selection, [], given),
        },
    )
    return attach(table, itself)
