"""One row a country, under its ISO 3166-1 code, to merge with any table of countries.

A source names countries, and groups of them: ASEAN, Africa as a whole. A group is no country, so it
stands in a row of its own, without an ISO code, and a merge by that code leaves it out; nothing is
counted for its members that the source does not name. Who wants it otherwise says so: ``expand``
counts a group's initiatives for each of its members too, by a list with a date (``groups.csv``
beside the shipped data), and says in which rows. An initiative that names the group and the country
counts once there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Bits
from foip_analysis.dataset.naming import Wanted, as_list, code_meant
from foip_analysis.dataset.paths import data_folder
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.notes import limit_of, sentences
from foip_analysis.tables.question import Language, Question, print_call
from foip_analysis.words.catalogue import check_language, say, within

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

ISO3 = "iso3"


@guided
def to_panel(
    dataset: Dataset,
    dimension: str,
    *,
    expand: Wanted | None = None,
    lang: Language | None = "en",
) -> pd.DataFrame:
    """Return one row a country with its ISO 3166-1 codes and its initiatives, and one row a group.

    Parameters
    ----------
    dimension
        One whose codes have ``iso3`` in the codebook: of the shipped one ``place`` or ``partner``.
    expand
        A group, or several, whose initiatives count for each of its members too. The lists stand in
        ``groups.csv`` beside the shipped data, with their date.
    lang
        Labels in ``"en"`` or ``"ja"``; None gives the bare codes.

    Returns
    -------
    pandas.DataFrame
        ``iso3`` (ISO 3166-1 alpha-3; missing for a group) and ``m49`` (the numeric code, an
        integer), ``code``, ``label``, the parent under its dimension's name (such as ``region``)
        and ``initiatives``, distinct ones. Countries of the codebook that no initiative names are
        rows of 0. With ``expand`` also ``named``, the initiatives that name the country itself, and
        ``expanded``, the groups that were counted for it, blank where none was; members that the
        codebook lacks stand at the end.

    Raises
    ------
    ValueError
        If the codebook has no countries in the dimension, or there is no list of the group.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> panel = foip.to_panel(dataset, "place", expand="asean").set_index("iso3")
    >>> panel.loc[["THA", "LAO"], ["named", "initiatives", "expanded"]].to_numpy().tolist()
    [[4, 16, 'asean'], [0, 13, 'asean']]
    """
    check_language(lang)
    codebook, bits = dataset.codebook, dataset.packed(dimension)
    rows = book.codes(codebook, dimension)
    if not any(row.get(ISO3) for row in rows.values()):
        raise ValueError(
            f"No code of '{dimension}' has an ISO 3166-1 code, so there are no countries to give a "
            f"row. {_able(codebook)}"
        )
    wanted = as_list("expand", [] if expand is None else expand)
    groups = list(dict.fromkeys(code_meant(codebook, dimension, each) for each in wanted))
    above = book.parent_dimension(codebook, dimension)
    parents = book.labels(codebook, above, lang) if above else {}
    labels = book.labels(codebook, dimension, lang)
    held: dict[str, Bits] = {}  # of each country, or group: who names it
    panel: dict[str, dict[str, object]] = {}
    for (code, row), own in zip(rows.items(), bits, strict=True):
        key = row.get(ISO3) or code
        held[key] = held[key] | own if key in held else own
        told = {ISO3: row.get(ISO3) or None, "m49": row.get("m49"), "code": code}
        told |= {"label": labels[code]}
        told |= {above: parents.get(row.get("parent") or "", "")} if above else {}
        panel.setdefault(key, told)
    named = dict(held)
    counted: dict[str, list[str]] = {key: [] for key in panel}
    for group in groups:
        for member in _members(group).to_dict("records"):
            key = member[ISO3]
            label = key if lang is None else member.get(f"label_{lang}") or member["label_en"]
            told = {ISO3: key, "m49": member["m49"], "code": key, "label": label}
            told |= {above: panel[group][above]} if above else {}
            panel.setdefault(key, told)
            held[key] = held.get(key, np.zeros_like(held[group])) | named[group]
            counted.setdefault(key, []).append(group)
    table = pd.DataFrame(list(panel.values()))
    table["m49"] = pd.to_numeric(table["m49"]).astype("Int64")
    table[ISO3] = table[ISO3].astype("str")
    table["initiatives"] = [_size(held[key]) for key in panel]
    if groups:
        table["named"] = [_size(named[key]) if key in named else 0 for key in panel]
        table["expanded"] = [", ".join(counted[key]) for key in panel]
    return attach(table, _about(dataset, dimension, groups, lang))


def _about(dataset: Dataset, dimension: str, groups: list[str], lang: str | None) -> About:
    """Return what the table tells of itself: what is counted, of how many, by which lists."""
    label = within(book.dimension_label(dataset.codebook, dimension, lang), lang)
    limit = limit_of(dataset, lang)
    told = [say("table-panel", lang, dimension=label, total=dataset.total, limit=limit)]
    for group in groups:
        members = _members(group)
        source = members[f"source_{lang}"] if f"source_{lang}" in members else members["source_en"]
        told.append(
            say(
                "table-panel-expanded",
                lang,
                group=book.labels(dataset.codebook, dimension, lang)[group],
                members=len(members),
                day=members["as_of"].iloc[0],
                source=source.iloc[0],
            )
        )
    given = {"expand": groups[0] if len(groups) == 1 else groups or None, "lang": lang}
    return About(
        kind="panel",
        question=Question("", lang=lang, selection=dataset.selection),
        dataset=dataset,
        total=dataset.total,
        made={
            "note": sentences(told, lang),
            "call": print_call("to_panel", dataset.selection, [dimension], given),
        },
    )


def _members(group: str) -> pd.DataFrame:
    lists = _lists()
    if group not in lists:
        raise ValueError(
            f"There is no list of the members of '{group}'. There is one of: {', '.join(lists)}. "
            f"Rows of {data_folder() / 'groups.csv'} make one."
        )
    return lists[group]


@cache
def _lists() -> dict[str, pd.DataFrame]:
    """Return group → its members, from the file beside the shipped data."""
    every = pd.read_csv(data_folder() / "groups.csv", keep_default_na=False, encoding="utf-8")
    return {str(code): members for code, members in every.groupby("code", sort=False)}


def _able(codebook: pd.DataFrame) -> str:
    """Return which dimensions have countries, as a sentence."""
    coded = codebook[codebook[ISO3] != ""] if ISO3 in codebook else codebook.iloc[:0]
    if len(coded):
        return f"These have: {', '.join(coded['dimension'].unique())}."
    return "Add a column 'iso3' to the codebook, with the code of each country."


def _size(bits: Bits) -> int:
    return int(np.bitwise_count(bits).sum())
