"""What stands around a table: its subtitle, its heads, its foot, and a number of it in words.

Here it is decided what a reader must be told; how it is worded is the catalogue's. Tables of sets
and of flows bring their own subtitle, tables of differences are told by ``gaps``.
"""

from __future__ import annotations

import pandas as pd

from foip_analysis.tables import choice, gaps
from foip_analysis.tables.about import about
from foip_analysis.tables.competing import plotted, stacked
from foip_analysis.tables.grid import number
from foip_analysis.tables.notes import brief, in_brackets, of_base
from foip_analysis.words.catalogue import joined, listed, say, within
from foip_analysis.words.numerals import plain


def plainly(table: pd.DataFrame) -> str:
    """Return what is counted, as a title of a table in which nothing stands out."""
    return say("title-plain", about(table).lang, **measured(table))


def subtitle(table: pd.DataFrame, title: str | None = None) -> str:
    """Return what is counted, of how many, and whether one can count twice, as a subtitle; without
    what is counted under a title that says just that.
    """
    itself, asked, lang = about(table), about(table).question, about(table).lang
    if "subtitle" in itself.made:
        told: str = itself.made["subtitle"]
        return told
    if itself.kind in gaps.KINDS:
        return choice_told(table, gaps.subtitle(table))
    based = not isinstance(itself.base, dict) and not asked.weight
    ways = len({itself.rows, itself.columns, itself.by} - {None})
    of = of_base(itself.whole_base, itself.total, ways, lang) if based else ""
    several = any(many != "one" for many in itself.codes_per_initiative.values())
    how = say(f"subtitle-counted-{asked.count}", lang, several="yes" if several else "no")
    if based and title == plainly(table):
        part = "all" if itself.whole_base == itself.total else "some"
        numbers = {"base": plain(itself.whole_base), "total": plain(itself.total)}
        return choice_told(table, say("subtitle-alone", lang, **numbers, part=part, how=how))
    return choice_told(table, say("subtitle", lang, **measured(table), of=of, how=how))


def measured(table: pd.DataFrame) -> dict[str, str]:
    """Return what is counted, by which dimensions and of which selection, as places of a sentence:
    ``measure``, ``by`` and ``limit``. Shares of a row or a column are by the other side.
    """
    itself, asked, lang = about(table), about(table).question, about(table).lang
    dimensions = [d for d in dict.fromkeys([itself.rows, itself.columns, itself.by]) if d]
    whole = {"row": itself.rows, "column": itself.columns}.get(asked.share or "", "")
    labels = {d: within(itself.dimension_labels[d], lang) for d in dimensions}
    each = labels.pop(whole) if whole and len(labels) > 1 else ""
    kind = "weight" if asked.weight else "share" if asked.share else "initiatives"
    side = "each" if each else "all"
    told = say(f"subtitle-{kind}", lang, weight=asked.weight, side=side, each=each, unit=asked.of)
    by, limit = listed(list(labels.values()), lang, "crossed"), in_brackets(itself.selection, lang)
    return {"measure": told, "by": by, "limit": limit}


def choice_told(table: pd.DataFrame, subtitle: str) -> str:
    """Return a subtitle that also says how many codes are shown of how many, if it is not all and
    not for the foot to say.
    """
    codes = "" if choice.in_foot(about(table)) else choice.told(about(table))
    return (
        say("subtitle-shown", about(table).lang, subtitle=subtitle, codes=codes)
        if codes
        else subtitle
    )


def foot(table: pd.DataFrame, words: str = "") -> str:
    """Return the source, the version and the note, as the foot of a chart with some words."""
    parts = [about(table).source, brief(about(table), words)]
    return say("foot-between", about(table).lang).join(filter(None, parts))


def alternative(table: pd.DataFrame, title: str, told: str | None = None) -> str:
    """Return a text that stands for the picture: title, subtitle and the largest values."""
    itself = about(table)
    if itself.kind in gaps.KINDS:
        return gaps.alternative(table, title, subtitle(table) if told is None else told)
    values = itself.made.get("largest")
    if values is None:
        cells = stacked(plotted(table)).dropna()
        largest = cells.sort_values(ascending=False, kind="stable").head(5)
        values = [
            f"{' × '.join(map(str, key if itself.columns else key[:-1]))} {shown(table, value)}"
            for key, value in zip(largest.index, largest, strict=True)
        ]
    return say(
        "alt-largest",
        itself.lang,
        title=title,
        subtitle=subtitle(table) if told is None else told,
        values=joined(values, itself.lang),
    )


def amount(table: pd.DataFrame, value: float) -> str:
    """Return a value with its base in words: '12 of 53 initiatives', '40% of the row'."""
    itself, asked = about(table), about(table).question
    kind = "share" if asked.share else "weight" if asked.weight else "initiatives"
    return say(
        f"amount-{kind}",
        itself.lang,
        value=shown(table, value),
        side=asked.share,
        weight=asked.weight,
        base=plain(itself.total if itself.part_bases else itself.whole_base),
        each="no",
    )


def shown(table: pd.DataFrame, value: float) -> str:
    """Return a value as a chart prints it: a count, a percentage, or one decimal."""
    return number(about(table), value)
