"""The notes under a slide: how to read it, its base, its source, its call and what is behind its largest marks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from foip_analysis.files.figures import marks
from foip_analysis.slides import office
from foip_analysis.tables import findings
from foip_analysis.tables.about import about

BEHIND = (3, 8)  # the initiatives behind so many marks are named, and so many of each

WORDS = {
    "en": {
        "ranked": "Each bar is one code: its length and number are the initiatives that have it. The strong bar is the largest; "
        "faint bars do not compete.",
        "stacked": "Each bar is one code of {rows}, divided by {columns}. The number in a part is the part's, the number at the end "
        "of a bar the sum of its parts.",
        "shares": "Each bar is one code of {rows}, divided by {columns}; its parts are shares.",
        "heat map": "A cell is the initiatives that have both the code of its row and the code of its column: the darker, the more; "
        "an empty cell is none.",
        "table": "Each row is read from left to right; the first column names it.",
        "picture": "The picture is drawn from the table below; to change it, change the call and draw it again.",
        "edit": "To change the numbers: right click on the chart, Edit Data.",
        "base": "Base and counting",
        "call": "Made by",
        "behind": "Initiatives behind the largest marks",
        "more": "and {n} more",
        "what": "What is counted, and its base",
        "source": "Source and note",
        "title": "Title",
        "text": "Text",
        "number": "Slide number",
        "about": "Charts and tables in this deck can be edited; the notes of each slide say how to read it and where it comes from.",
    },
    "ja": {
        "ranked": "棒は1つのコードを表し、長さと数字はそのコードを持つ取組の数。濃い棒が最大で、淡い棒は順位の対象外。",
        "stacked": "棒は「{rows}」の1つのコードを表し、「{columns}」別に分けてある。各部分の数字はその部分の値、棒の端の数字は合計。",
        "shares": "棒は「{rows}」の1つのコードを表し、「{columns}」別の割合に分けてある。",
        "heat map": "セルは行と列の両方のコードを持つ取組を表し、濃いほど多く、空のセルは該当なし。",
        "table": "行ごとに左から読む。左端の列が行の名前。",
        "picture": "図は下記の表から描いたもの。変えるには呼び出しを変えて描き直す。",
        "edit": "数字を変えるには、グラフを右クリックして「データの編集」。",
        "base": "対象と数え方",
        "call": "作成した呼び出し",
        "behind": "最も大きい値の内訳",
        "more": "ほか{n}件",
        "what": "数えているものと対象",
        "source": "出典と注",
        "title": "題",
        "text": "本文",
        "number": "スライド番号",
        "about": "この資料のグラフと表は編集できる。読み方と出所は各スライドのノートにある。",
    },
}


def write_notes(
    slide: Any, table: pd.DataFrame, kind: str, lang: str | None, *, call: str = ""
) -> None:
    """Write the notes of a slide that shows a table as ``"bars"``, ``"heat map"``, ``"table"`` or ``"picture"``."""
    attrs, colon = about(table), "：" if lang == "ja" else ": "
    share = attrs.question.share
    read = (
        ("ranked" if attrs.columns is None else "shares" if share else "stacked")
        if kind == "bars"
        else kind
    )
    names = {
        side: attrs.dimension_labels.get(getattr(attrs, side), "") for side in ("rows", "columns")
    }
    lines = [word(read, lang).format(**names)]
    if kind == "bars":
        lines.append(word("edit", lang))
    if attrs.note:
        lines.append(f"{word('base', lang)}{colon}{attrs.note}")
    if attrs.source:
        lines.append(attrs.source)
    if attrs.call:
        lines.append(f"{word('call', lang)}{colon}table = {attrs.call}")
    if call:
        lines.append(call)
    if behind := _behind(table, lang):
        lines += [word("behind", lang) + colon.rstrip(), *behind]
    set_notes(slide, "\n".join(lines), lang)


def set_notes(slide: Any, text: str, lang: str | None) -> None:
    """Write a slide's notes."""
    office.write(slide.notes_slide.notes_text_frame, text, lang=lang, size=12)


def word(name: str, lang: str | None) -> str:
    """Return one of the deck's own words in a language."""
    return WORDS["ja" if lang == "ja" else "en"][name]


def _behind(table: pd.DataFrame, lang: str | None) -> list[str]:
    """Return a line for each of the largest marks: its labels, its value and its initiatives with locators."""
    attrs = about(table)
    if not attrs.more.get("marks") and not (
        attrs.kind in ("count", "cross_tab") and "cells" in attrs
    ):
        return []
    known = [
        dict(zip(getattr(attrs, f"{side}_codes"), getattr(attrs, f"{side}_labels"), strict=True))
        for side in ("row", "column")
    ]
    found = attrs.more.get("marks") or marks(table)
    competing = [
        m
        for m in found
        if m.get("row") not in (None, *findings.APART) and m.get("column") not in findings.APART
    ]
    lines = []
    for mark in sorted(competing, key=lambda m: -m["value"])[: BEHIND[0]]:
        codes = zip(known, (mark["row"], mark.get("column")), strict=True)
        name = " × ".join(str(labels.get(code, code)) for labels, code in codes if code)
        behind = [attrs.initiatives[i] if isinstance(i, str) else i for i in mark["initiatives"]]
        told = [f"{i['name']} [{', '.join(i['locators'])}]" for i in behind[: BEHIND[1]]]
        told += [word("more", lang).format(n=len(behind) - len(told))] * (len(behind) > len(told))
        lines.append(f"– {name} ({findings.shown(table, mark['value'])}): {'; '.join(told)}")
    return lines
