"""The notes under a slide: what a person can say of it, aloud.

The point, one initiative by its name, and what to be careful with. How a number was made stands in
the table behind a chart, not in what is spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from foip_analysis.slides import office
from foip_analysis.tables.about import About, about
from foip_analysis.tables.claims import Claim, claims
from foip_analysis.tables.examples import examples
from foip_analysis.tables.findings import worded
from foip_analysis.tables.kinds import FLAT
from foip_analysis.tables.notes import in_language, sentence
from foip_analysis.words.catalogue import say
from foip_analysis.words.numerals import plain

MORE_CLAIMS = 2  # so many claims beside the title's


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
    known = itself.dataset is not None and itself.kind in FLAT and not itself.by
    found: Sequence[Claim] = claims(table) if known else []
    said = [say("slide-point", lang, claim=sentence(title, lang))]
    if more := [
        told
        for claim in found
        if (told := worded(itself, claim)).casefold() not in title.casefold()
    ][:MORE_CLAIMS]:
        said += [say("slide-also", lang, claim=sentence(told, lang)) for told in more]
    said += [_example(itself, found[0] if found else None), *_cautions(itself, found)]
    return "\n".join(filter(None, said))


def set_notes(slide: Any, text: str, lang: str | None) -> None:
    """Write a slide's notes; those of a template get a place for them if it has none."""
    notes = slide.notes_slide
    if notes.notes_text_frame is None:
        last = max((shape.shape_id for shape in notes.shapes), default=1)
        place = (
            f"<p:sp {{names}}><p:nvSpPr><p:cNvPr id='{last + 1}' name='Notes'/>"
            "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph type='body' idx='1'/>"
            "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
        )
        notes.shapes._spTree.append(office.element(place, "p", "a"))
    office.write(notes.notes_text_frame, text, lang=lang, size=12)


def example(initiatives: pd.DataFrame, lang: str | None) -> str:
    """Return the first of some initiatives in words; nothing if there is none."""
    if initiatives.empty:
        return ""
    name, summary = (in_language(initiatives, part, lang).iloc[0] for part in ("name", "summary"))
    if not name:
        return ""
    if not summary:
        return say("slide-example-name", lang, name=name)
    told = summary.removesuffix(say("sentence-stop", lang).strip())
    return say("slide-example", lang, name=name, summary=summary, told=told)


def _example(itself: About, claim: Claim | None) -> str:
    """Return an initiative that a table's claim speaks of, or one behind its largest cell."""
    dataset = itself.dataset
    if dataset is None or dataset.times is not None:  # patterns have no initiatives to name
        return ""
    if claim is not None and claim.kind != "none":
        chosen = {claim.of: claim.groups[0].code} if claim.groups else {}
        if claim.kind == "pair":  # several codes of one dimension would mean any of them
            dataset = dataset.where(**chosen)
        chosen[claim.dimension] = claim.quality
        return example(examples(dataset, chosen, itself.lang), itself.lang)
    lines = (
        dict(zip(itself.row_codes, itself.row_roles, strict=False)),
        dict(zip(itself.column_codes, itself.column_roles, strict=False)),
    )
    behind = {  # of codes alone: no margin, no "other", no "none stated"
        (row, column): len(ids)
        for row, cells in itself.cells.items()
        if row in itself.row_codes and not lines[0].get(row) and isinstance(cells, dict)
        for column, ids in cells.items()
        if isinstance(ids, list) and not lines[1].get(column)
    }
    if not behind:
        return ""
    row, column = max(behind, key=lambda cell: behind[cell])
    codes = [{of: code} for of, code in ((itself.rows, row), (itself.columns, column)) if of]
    if itself.rows == itself.columns:  # as of a pair
        dataset = dataset.where(**codes[0])
    return example(examples(dataset, codes[0] | codes[-1], itself.lang), itself.lang)


def _cautions(itself: About, found: Sequence[Claim]) -> list[str]:
    """Return what to be careful with: several codes, a base that is not all, inference."""
    lang, told = itself.lang, []
    several = any(many != "one" for many in itself.codes_per_initiative.values())
    if itself.question.count == "initiatives" and several:
        told.append(say("slide-several", lang))
    base = itself.whole_base
    if base and not itself.question.weight and base < itself.total:
        told.append(say("slide-part-of-all", lang, base=plain(base), total=plain(itself.total)))
    return [*told, surety(found[0].stands if found else None, lang)]


def surety(stands: bool | None, lang: str | None) -> str:
    """Return whether stated codings alone bear a claim; nothing where it is not known."""
    if stands is None:
        return ""
    return say("slide-stands" if stands else "slide-inferred", lang)
