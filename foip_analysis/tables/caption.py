"""What stands around a table: its title, its subtitle, its foot, and its text for those who do not
see it.

The title is what stands out in the table, by ``claims``; else what it shows, plainly. Here it is
decided what a reader must be told; how it is worded is the catalogue's. Tables of differences are
told by ``gaps``, tables of sets and of flows bring their own words. The explorer's page, which
makes no claims, says what it shows (``plain_title``, in ``explorer/assets/say.js``).
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from foip_analysis.tables import choice, gaps
from foip_analysis.tables.about import KEY, About, about
from foip_analysis.tables.competing import competing, plotted, stacked
from foip_analysis.tables.findings import headline
from foip_analysis.tables.grid import number
from foip_analysis.tables.kinds import GAPS
from foip_analysis.tables.notes import brief, in_brackets, of_base, part_of, together
from foip_analysis.words.catalogue import joined, listed, say, within


def finding(table: pd.DataFrame) -> str:
    """Return the title of a table: its first claim, or what it shows.

    A claim that names codes that are not shown is not taken, nor one of which the table has no
    numbers: of weights, of fractions, of layers.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.caption import finding
    >>> finding(foip.count(foip.load(), "priority"))
    'Nearly half of initiatives (28 of 62) are about economic foundations'
    """
    itself = about(table)
    if itself.finding is not None:  # its own words: see marks
        return itself.finding
    if itself.kind in GAPS:
        told = gaps.finding(table)
        if not choice.leaves_out(itself) or (gaps.most_inferred(table) and _of_all(itself) == told):
            return told
        return say("finding-of-shown-only", itself.lang, finding=told)
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
    if cells.notna().any() and cells.max():
        return _plainly(itself)
    if choice.leaves_out(itself) or itself.by:
        return say("finding-no-cell", lang)
    labels = [itself.dimension_labels[d] for d in itself.question.dimensions_in_order]
    if itself.rows == itself.columns:
        return say("finding-no-two-codes", lang, dimension=within(labels[0], lang))
    return say("finding-nothing-has", lang, labels=together(labels, lang))


def subtitle(table: pd.DataFrame, title: str | None = None) -> str:
    """Return what is counted, of how many, and whether one can count twice, as a subtitle; without
    what is counted under a title that says just that. It also says how many codes are shown of how
    many, if it is not all and not for the foot to say.
    """
    itself = about(table)
    if "subtitle" in itself.made:
        own: str = itself.made["subtitle"]
        return own
    told = gaps.subtitle(table) if itself.kind in GAPS else _counted(itself, title)
    codes = "" if choice.in_foot(itself) else choice.told(itself)
    return say("subtitle-shown", itself.lang, subtitle=told, codes=codes) if codes else told


def _counted(itself: About, title: str | None) -> str:
    asked, lang = itself.question, itself.lang
    based = not itself.part_bases and not asked.weight
    several = any(many != "one" for many in itself.codes_per_initiative.values())
    how = say(f"subtitle-counted-{asked.count}", lang, several="yes" if several else "no")
    if based and title == _plainly(itself):
        return say("subtitle-alone", lang, **part_of(itself.whole_base, itself.total), how=how)
    ways = len(itself.dimension_labels)
    of = of_base(itself.whole_base, itself.total, ways, lang) if based else ""
    return say("subtitle", lang, **_measured(itself), of=of, how=how)


def _plainly(itself: About) -> str:
    """Return what is counted, as a title of a table in which nothing stands out."""
    return say("title-plain", itself.lang, **_measured(itself))


def _measured(itself: About) -> dict[str, str]:
    """Return what is counted, by which dimensions and of which selection, as places of a sentence:
    ``measure``, ``by`` and ``limit``. Shares of a row or a column are by the other side.
    """
    asked, lang = itself.question, itself.lang
    whole = {"row": itself.rows, "column": itself.columns}.get(asked.share or "", "")
    labels = {d: within(label, lang) for d, label in itself.dimension_labels.items()}
    each = labels.pop(whole) if whole and len(labels) > 1 else ""
    kind = "weight" if asked.weight else "share" if asked.share else "initiatives"
    side = "each" if each else "all"
    told = say(f"subtitle-{kind}", lang, weight=asked.weight, side=side, each=each, unit=asked.of)
    by, limit = listed(list(labels.values()), lang, "crossed"), in_brackets(itself.selection, lang)
    return {"measure": told, "by": by, "limit": limit}


def foot(table: pd.DataFrame, words: str = "") -> str:
    """Return the source, the version and the note, as the foot of a chart with some words."""
    parts = [about(table).source, brief(about(table), words)]
    return say("foot-between", about(table).lang).join(filter(None, parts))


def alternative(table: pd.DataFrame, title: str, told: str | None = None) -> str:
    """Return a text that stands for the picture: title, subtitle and the largest values."""
    itself, told = about(table), subtitle(table) if told is None else told
    if itself.kind in GAPS:
        return gaps.alternative(table, title, told)
    values = itself.made.get("largest")
    if values is None:
        cells = stacked(plotted(table)).dropna()
        largest = cells.sort_values(ascending=False, kind="stable").head(5)
        values = [
            f"{' × '.join(map(str, key if itself.columns else key[:-1]))} {number(itself, value)}"
            for key, value in zip(largest.index, largest, strict=True)
        ]
    values = joined(values, itself.lang)
    return say("alt-largest", itself.lang, title=title, subtitle=told, values=values)
