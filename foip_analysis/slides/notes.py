"""The notes under a slide: what a person can say of it, aloud.

The point, one initiative by its name, and what to be careful with. How a number was made stands in
the table behind a chart, not in what is spoken.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from foip_analysis.tables.about import About, about
from foip_analysis.tables.claims import Claim, claims, sentence
from foip_analysis.words.catalogue import FIRST, say
from foip_analysis.words.numerals import plain

MORE = 2  # so many claims beside the title's


def talking_points(table: pd.DataFrame, title: str) -> str:
    """Return what to say of a slide with a table, a paragraph a line.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.slides.notes import talking_points
    >>> table = foip.count(foip.load().where(tool="osa"), "region")
    >>> print(talking_points(table, "Four of six").split("\\n")[0])
    Four of six.
    """
    itself = about(table)
    lang = itself.lang
    known = itself.dataset is not None and itself.kind in ("count", "cross_tab") and not itself.by
    found = claims(table) if known else []
    said = [_ended(title, lang)]
    if more := [told for claim in found if (told := sentence(itself, claim)) not in title][:MORE]:
        said += [say("slide-also", lang, claim=_ended(told, lang)) for told in more]
    said += [_example(itself, found[0] if found else None), *_cautions(itself, found)]
    return "\n".join(filter(None, said))


def set_notes(slide: Any, text: str, lang: str | None) -> None:
    """Write a slide's notes; those of a template get a place for them if it has none."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    from foip_analysis.slides import office

    notes = slide.notes_slide
    if notes.notes_text_frame is None:
        last = max((shape.shape_id for shape in notes.shapes), default=1)
        place = (
            f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='{last + 1}' name='Notes'/>"
            "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph type='body' idx='1'/>"
            "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
        )
        notes.shapes._spTree.append(parse_xml(place))
    office.write(notes.notes_text_frame, text, lang=lang, size=12)


def example(itself: About, chosen: dict[str, str]) -> str:
    """Return one initiative of a selection in words: the first in the document's order that both
    its text and its map name, or the first.
    """
    assert itself.dataset is not None
    return _named(itself.dataset.where(**chosen).initiatives, itself.lang)


def _named(initiatives: pd.DataFrame, lang: str | None) -> str:
    if initiatives.empty:
        return ""
    tongue = lang or FIRST
    if "mentioned_in" in initiatives:
        order = (initiatives["mentioned_in"] != "both").sort_values(kind="stable")
        initiatives = initiatives.loc[order.index]
    one = initiatives.iloc[0]
    name, summary = (
        one.get(f"{part}_{tongue}", one.get(f"{part}_{FIRST}")) for part in ("name", "summary")
    )
    if not isinstance(summary, str):
        return say("slide-example-name", lang, name=name)
    return say("slide-example", lang, name=name, summary=summary)


def _example(itself: About, claim: Claim | None) -> str:
    """Return an initiative that a table's claim speaks of, or one behind its largest cell."""
    dataset = itself.dataset
    if dataset is None:
        return ""
    if claim is not None and claim.kind != "none":
        chosen = {claim.of: claim.groups[0].code} if claim.groups else {}
        return example(itself, chosen | {claim.dimension: claim.quality})
    behind = [
        ids
        for row, cells in itself.cells.items()
        if row in itself.row_codes and isinstance(cells, dict)
        for ids in cells.values()
        if isinstance(ids, list)
    ]
    most: list[str] = max(behind, key=len, default=[])
    found = dataset.initiatives
    return _named(found[found["initiative_id"].isin(most)], itself.lang) if most else ""


def _cautions(itself: About, found: list[Claim]) -> list[str]:
    """Return what to be careful with: several codes, a base that is not all, inference."""
    lang, told = itself.lang, []
    several = any(many != "one" for many in itself.codes_per_initiative.values())
    if itself.question.count == "initiatives" and several:
        told.append(say("slide-several", lang))
    base = itself.whole_base
    if base and not itself.question.weight and base < itself.total:
        told.append(say("slide-part-of-all", lang, base=plain(base), total=plain(itself.total)))
    if found and found[0].stands is not None:
        told.append(say("slide-stands" if found[0].stands else "slide-inferred", lang))
    return told


def _ended(text: str, lang: str | None) -> str:
    """Return a title as a sentence that ends."""
    return text + say("sentence-stop", lang).rstrip()
