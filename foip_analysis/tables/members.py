"""From a number to the words: the initiatives behind a cell, with locators and the terms that
decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis.dataset.given import check_whole, guided
from foip_analysis.dataset.naming import codes_meant
from foip_analysis.dataset.selections import chosen_of, code_or_codes, describe_selection
from foip_analysis.dataset.verify import with_source
from foip_analysis.tables.about import About, tell
from foip_analysis.tables.deciding import Decided, decided, deciding_codings
from foip_analysis.tables.listing import SOURCE_TEXT, Members
from foip_analysis.tables.notes import in_language, sentences
from foip_analysis.tables.question import Language, Question, check_word, print_call
from foip_analysis.words.catalogue import check_language, say

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.engines.lake import Lake


@guided
def members(
    dataset: Dataset | Lake,
    *,
    lang: Language | None = "en",
    per: Literal["initiative", "coding"] = "initiative",
    source: str | PathLike[str] | None = None,
    limit: int | None = None,
    **codes: str | list[str],
) -> pd.DataFrame:
    """Return the initiatives behind a cell, with locators and the words that decided.

    Parameters
    ----------
    lang
        Names and summaries in ``"en"`` or ``"ja"`` (English where there is no Japanese).
    per
        One row an ``"initiative"``, or one row a deciding ``"coding"``.
    source
        The text that the dataset was coded from, a UTF-8 file of yours: each initiative then has
        its whole units in ``source_text``. It is compared with the units, as by ``verify``, and
        goes nowhere but into this table; ``load(source=)`` gives it to every list.
    limit
        How many initiatives are listed, the note telling of how many; all if left out, of a lake
        (``scan``) the first 1,000 by their ids.
    **codes
        A dimension and its code or label, as in ``Dataset.where``; ``none`` for initiatives without
        any. Without any code, all initiatives with all their words.

    Returns
    -------
    pandas.DataFrame
        Per initiative: ``initiative_id``, ``name``, ``summary`` (where there is one), ``locators``,
        ``words`` (dimension: deciding words [locator], with ``inferred`` where the code was). Per
        coding: ``initiative_id``, ``name`` and the columns of the codings. As many initiatives as
        the cell counts. It shows itself whole, with the deciding words marked: in a notebook, in a
        terminal and as .xlsx.

    Raises
    ------
    ValueError
        If a dimension or code is not in the codebook; names the closest one. If the source is not
        the text that was coded.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.members(foip.load(), tool="osa", region="africa")
    >>> found["initiative_id"].tolist(), found["locators"].tolist()
    (['coastal-radars'], ['text.3.2.2, map.19'])
    >>> print(*str(found[["name", "words"]]).splitlines()[:3], sep="\\n")
    0  name   Coastal surveillance radars for the Philippines and Djibouti
       words  Tool: OSA [text.3.2.2], OSA [map.19]
              Place: ジブチ [text.3.2.2], ジブチ [map.19]
    """
    check_language(lang)
    check_word("per", per, ("initiative", "coding"))
    if limit is not None:
        check_whole("limit", limit, what="number of initiatives, 1 or more")
    codes = codes_meant(dataset.codebook, codes)
    held, number, total = dataset.behind(codes, limit)
    held = held if source is None else with_source(held, source)
    found = np.flatnonzero(held.matching(codes))[:limit]
    sizes = (len(found), number, total)
    initiatives = held.initiatives.iloc[found]
    deciding = deciding_codings(held, initiatives["initiative_id"], codes)
    names = in_language(initiatives, "name", lang)
    if per == "coding":
        named = deciding.merge(
            pd.DataFrame({"initiative_id": initiatives["initiative_id"], "name": names}),
            on="initiative_id",
        )
        table = named[["initiative_id", "name", *held.codings.columns.drop("initiative_id")]]
        if held.texts:
            own_units = [_texts(held.texts, [locator]) for locator in table["locator"]]
            table = table.assign(**{SOURCE_TEXT: own_units})
        return _told(table, held, codes, sizes, limit, per=per, lang=lang)
    table = pd.DataFrame({"initiative_id": initiatives["initiative_id"], "name": names})
    if any(str(c).startswith("summary_") for c in initiatives):
        table["summary"] = in_language(initiatives, "summary", lang)
    own = held.codings[np.isin(held.index[0], found)]
    shown = pd.concat(
        [deciding, own[~own["initiative_id"].isin(deciding["initiative_id"])]]
    )  # none decided: where it is named at all
    locators = shown.groupby("initiative_id", sort=False)["locator"].agg(
        lambda cells: ", ".join(dict.fromkeys(cells))
    )
    told = decided(held, deciding, lang)
    words = {initiative: _words(parts) for initiative, parts in told.items()}
    for column, texts in (("locators", locators), ("words", words)):
        table[column] = pd.Series(
            [texts.get(i, "") for i in table["initiative_id"]], index=table.index, dtype=str
        )
    if held.texts:
        table[SOURCE_TEXT] = [
            _texts(held.texts, told.split(", ") if told else []) for told in table["locators"]
        ]
    return _told(table.reset_index(drop=True), held, codes, sizes, limit, per=per, lang=lang)


def _words(found: list[Decided]) -> str:
    return "; ".join(f"{each.dimension}: {', '.join(map(str, each.terms))}" for each in found)


def _texts(units: Mapping[str, str], locators: Iterable[str]) -> str:
    """Return the whole units that stand at locators, a line each."""
    return "\n".join(f"[{locator}] {units[locator]}" for locator in locators if locator in units)


def _told(
    table: pd.DataFrame,
    dataset: Dataset,
    codes: Mapping[str, str | list[str]],
    sizes: tuple[int, int, int],
    limit: int | None,
    *,
    per: str,
    lang: str | None,
) -> pd.DataFrame:
    """Give the table what it shows, of how many initiatives (listed, found, of so many), and its
    source; return it.
    """
    shown, found, total = sizes
    chosen = chosen_of(codes)
    whole = dataset._with(selection=dataset.selection + chosen)
    selection = describe_selection(whole, lang)
    given: dict[str, object] = {d: code_or_codes(c) for d, c in chosen}
    given |= {"lang": lang, "per": per, "limit": limit}
    itself = About(
        kind="members",
        question=Question("", lang=lang, selection=dataset.selection),
        dataset=dataset,
        base=found,
        total=total,
        more={"codes": {d: list(c) for d, c in chosen}},
        made={
            "selection": selection,
            "note": sentences(
                [
                    say(
                        "table-members-selected" if selection else "table-members",
                        lang,
                        found=found,
                        total=total,
                        selection=selection,
                    ),
                    say("table-members-first", lang, shown=shown) if shown < found else "",
                ],
                lang,
            ),
            "call": print_call("members", dataset.selection, [], given),
        },
    )
    return tell(Members(table), itself)
