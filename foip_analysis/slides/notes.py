"""The notes under a slide: how to read it, its base, its source, its call and what is behind its
largest marks.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from foip_analysis.files.figures import marks
from foip_analysis.slides import office
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.words.catalogue import say

BEHIND = (3, 8)  # the initiatives behind so many marks are named, and so many of each


def write_notes(
    slide: Any, table: pd.DataFrame, kind: str, lang: str | None, *, call: str = ""
) -> None:
    """Write the notes of a slide that shows a table as ``"bars"``, ``"heat map"``, ``"table"`` or
    ``"picture"``.
    """
    itself = about(table)
    share = itself.question.share
    read = (
        ("ranked" if itself.columns is None else "shares" if share else "stacked")
        if kind == "bars"
        else kind
    )
    names = {
        side: itself.dimension_labels.get(getattr(itself, side), "") for side in ("rows", "columns")
    }
    lines = [say(f"slide-read-{read.replace(' ', '-')}", lang, **names)]
    if kind == "bars":
        lines.append(say("slide-edit", lang))
    if itself.note:
        lines.append(say("slide-base", lang, note=itself.note))
    if itself.source:
        lines.append(itself.source)
    if itself.call:
        lines.append(say("slide-call", lang, call=f"table = {itself.call}"))
    if call:
        lines.append(call)
    if behind := _behind(table, lang):
        lines += [say("slide-behind", lang), *behind]
    set_notes(slide, "\n".join(lines), lang)


def set_notes(slide: Any, text: str, lang: str | None) -> None:
    """Write a slide's notes."""
    office.write(slide.notes_slide.notes_text_frame, text, lang=lang, size=12)


def _behind(table: pd.DataFrame, lang: str | None) -> list[str]:
    """Return a line for each of the largest marks: its labels, its value and its initiatives with
    locators.
    """
    itself = about(table)
    if not itself.more.get("marks") and not (
        itself.kind in ("count", "cross_tab") and itself.cells
    ):
        return []
    known = [
        dict(zip(getattr(itself, f"{side}_codes"), getattr(itself, f"{side}_labels"), strict=True))
        for side in ("row", "column")
    ]
    found = itself.more.get("marks") or marks(table)
    apart = [
        [code for code, role in zip(codes, roles, strict=False) if role]
        for codes, roles in (
            (itself.row_codes, itself.row_roles),
            (itself.column_codes, itself.column_roles),
        )
    ]
    competing = [
        m
        for m in found
        if m.get("row") not in (None, *apart[0]) and m.get("column") not in apart[1]
    ]
    lines = []
    for mark in sorted(competing, key=lambda m: -m["value"])[: BEHIND[0]]:
        codes = zip(known, (mark["row"], mark.get("column")), strict=True)
        name = " × ".join(str(labels.get(code, code)) for labels, code in codes if code)
        behind = [itself.initiatives[i] if isinstance(i, str) else i for i in mark["initiatives"]]
        told = [
            say("slide-initiative", lang, name=i["name"], locators=", ".join(i["locators"]))
            for i in behind[: BEHIND[1]]
        ]
        if more := len(behind) - len(told):
            told.append(say("slide-more", lang, count=more))
        initiatives = say("slide-initiative-between", lang).join(told)
        value = findings.shown(table, mark["value"])
        lines.append(say("slide-mark", lang, mark=name, value=value, initiatives=initiatives))
    return lines
