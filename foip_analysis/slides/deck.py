"""Tables and figures → an editable PowerPoint deck.

A count becomes PowerPoint's own bar chart, a cross-tab whose columns divide the initiatives stacked
bars, any other cross-tab a shaded table; a figure is a picture. Every slide says its finding in the
title, what is counted under it and the source at the foot; its notes are what a person can say of
it. What is longer than a slide goes on over further ones. The file is written whole or not at all,
and the same items give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pandas as pd

from foip_analysis.charts.grid import bar_grid, part_colours
from foip_analysis.files.figures import description, words_of
from foip_analysis.files.whole import write_whole
from foip_analysis.slides import office
from foip_analysis.slides.bars import Bars, bars_of, shares_of, with_keys
from foip_analysis.slides.charts import plan_bars
from foip_analysis.slides.layout import (
    Slide,
    add_opening,
    add_sheet,
    add_text,
    places_of,
    title_of_part,
)
from foip_analysis.slides.notes import set_notes, talking_points
from foip_analysis.slides.room import Drawing
from foip_analysis.slides.stage import Area, Stage, fit, own_stage
from foip_analysis.slides.tables import plan_heat_map, plan_table
from foip_analysis.slides.template import template_stage
from foip_analysis.tables import caption
from foip_analysis.tables.about import about
from foip_analysis.tables.kinds import COUNTED, FLAT, GAPS
from foip_analysis.words.catalogue import check_language, say
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Plan: TypeAlias = Callable[[Area], list[Drawing]]
BAR_KINDS: dict[str, Callable[[pd.DataFrame, str | None], Bars]] = {
    "bars": bars_of,
    "shares": shares_of,
}
TABLE_KINDS: dict[str, Callable[[pd.DataFrame, str | None, Area], list[Drawing]]] = {
    "heat map": plan_heat_map,
    "table": plan_table,
}
ITEM_KINDS = ("auto", *BAR_KINDS, *TABLE_KINDS, "text")

# What plot calls a chart → its kind on slides.
ALIKE = {"stacked": "bars", "ranked": "bars", "heatmap": "heat map"}

Item: TypeAlias = "pd.DataFrame | Figure | tuple[object, ...]"
PICTURE_DOTS = 200  # dots an inch of a picture
LEAST = 0.85  # a picture shrunk more than this has text that is too small
LEAST_IN_TEMPLATE = 0.55  # which has a room of its own


def write_deck(
    items: Sequence[Item],
    path: str | PathLike[str],
    *,
    title: str | None,
    subtitle: str | None,
    lang: str,
    template: str | PathLike[str] | None,
) -> Path:
    """Write items, a slide each, with an opening slide if there is a title; return the path.

    What a user calls is ``save_deck`` in ``shipped/deck.py``, which tells what an item can be.
    """
    check_language(lang)
    path = Path(path)
    if path.suffix != ".pptx":
        raise ValueError(
            f"'{path.name}' does not end in .pptx. A deck is a PowerPoint file: give it a "
            "name such as 'deck.pptx'."
        )
    if isinstance(items, pd.DataFrame) or not isinstance(items, Sequence):
        raise ValueError(
            f"items is one {type(items).__name__}. Put what you want to show into a list: "
            "[table, figure]."
        )
    if not items and title is None:
        raise ValueError("There is nothing to show: pass tables or figures, or a title.")
    if template is not None and path.resolve() == Path(template).resolve():
        raise ValueError(
            f"'{path.name}' is the template, which would be lost. Give the deck another name."
        )
    stage = own_stage(lang) if template is None else template_stage(template)
    first = items[0] if items and isinstance(items[0], Slide) else Slide("opening", None)
    stage.name(title or (first.title if first.kind == "opening" else None) or "", lang)
    with stage.dressed():
        if title is not None:
            add_opening(stage, Slide("opening", subtitle or "", title), lang)
        for number, item in enumerate(items, start=1):
            try:
                _add(stage, item, lang)
            except ValueError as error:
                raise ValueError(f"Item {number}: {error}") from error
        fit(stage)
        return write_whole(path, office.as_bytes(stage.deck))


def _add(stage: Stage, item: Any, lang: str) -> None:
    """Add the slides of one item."""
    own = isinstance(item, Slide) or (isinstance(item, tuple) and 2 <= len(item) <= 4)
    slide = Slide(*item) if own else Slide("auto", item)
    slide = slide._replace(kind=ALIKE.get(slide.kind, slide.kind))
    if slide.kind == "opening":
        return add_opening(stage, slide, lang)
    if slide.kind not in ITEM_KINDS:
        closest = did_you_mean(str(slide.kind), ITEM_KINDS)
        known = "'auto', 'bars', 'shares', 'heat map', 'table' or 'text'"
        raise ValueError(f"The kind is '{slide.kind}'. It is {known}.{closest}")
    if slide.kind == "text":
        return add_text(stage, slide, lang)
    if slide.kind == "auto" and hasattr(slide.thing, "foip"):
        return _of_figure(stage, slide)
    if not isinstance(slide.thing, pd.DataFrame):
        hint = (
            " that was not made by a plot_… function of foip_analysis"
            if hasattr(slide.thing, "savefig")
            else ""
        )
        allowed = "a table, a figure, (kind, table) or ('text', paragraphs, title)"
        made = type(slide.thing).__name__
        raise ValueError(f"This is a {made}{hint}. A slide shows {allowed}.")
    return _of_table(stage, slide, lang)


def _kind(table: pd.DataFrame) -> str:
    """Return what a table is shown as where nothing else is asked for."""
    if about(table).kind not in FLAT:
        return "table"
    grid, kind = bar_grid(table, "auto")
    if len(grid.inner.columns) == 1:
        return "bars"
    if kind == "panels":
        return "heat map"
    try:
        if kind == "stacked":
            part_colours(grid)
    except ValueError:  # a code without a colour
        return "heat map"
    return "bars"


def _tells(table: pd.DataFrame) -> bool:
    """Whether a table says a finding of its own."""
    return about(table).finding is not None or about(table).kind in {*COUNTED, *GAPS}


def _title(table: pd.DataFrame) -> str:
    if _tells(table):
        return caption.finding(table)
    if about(table).kind == "members":
        return about(table).note.removesuffix(say("sentence-stop", about(table).lang).strip())
    raise ValueError(
        "This table has no finding of its own. Give its slide a title: ('table', table, 'title')."
    )


def _filled(slide: Slide, **told: Callable[[], str]) -> Slide:
    """Return a slide with what it leaves out."""
    return slide._replace(
        **{part: tell() for part, tell in told.items() if getattr(slide, part) is None}
    )


def _of_table(stage: Stage, slide: Slide, lang: str) -> None:
    table, itself = slide.thing, about(slide.thing)
    kind = _kind(table) if slide.kind == "auto" else slide.kind
    title = _title(table) if slide.title is None else slide.title
    tongue, tells = itself.lang if itself else lang, _tells(table)
    apart = say("foot-between", tongue).join(filter(None, [itself.source, itself.note]))
    words = _filled(
        slide._replace(title=title),
        notes=lambda: talking_points(table, title),
        what=lambda: caption.subtitle(table, title) if tells else itself.selection,
        foot=lambda: caption.foot(table) if tells else apart,
    )
    if kind in TABLE_KINDS:
        plan = partial(TABLE_KINDS[kind], table, tongue)
    else:
        bars = BAR_KINDS[kind](table, tongue)
        words = words._replace(what=with_keys(bars, words.what or ""))
        plan = partial(plan_bars, bars)

    def alternative(each: str) -> str:
        if tells:
            return caption.alternative(table, each)
        return say("slide-alternative", tongue, title=each, note=itself.note).strip()

    _show(stage, words, plan, alternative, tongue)


def _of_figure(stage: Stage, slide: Slide) -> None:
    figure = slide.thing
    words, told = words_of(figure), description(figure)
    lang, title = told["language"], slide.title or words["title"]

    def notes() -> str:
        if "tables" in words:
            return say("slide-alternative", lang, title=title, note=told["note"])
        return talking_points(words["table"], title)

    said = _filled(
        slide._replace(title=title),
        notes=notes,
        what=lambda: words["subtitle"],
        foot=lambda: words["foot"],
    )
    _show(stage, said, partial(_plan_picture, stage, figure), lambda _: told["alt"], lang)


def _show(
    stage: Stage, words: Slide, plan: Plan, alternative: Callable[[str], str], lang: str | None
) -> None:
    """Add a slide for each drawing of a plan, between its words."""
    title = words.title or ""
    titles, drawings = [title], plan(places_of(stage, words).rest)
    if len(drawings) > 1:
        longest = words._replace(title=title_of_part(title, len(drawings), len(drawings), lang))
        drawings = plan(places_of(stage, longest).rest)
        parts = len(drawings)
        titles = [title_of_part(title, n, parts, lang) for n in range(1, parts + 1)]
    for draw, each in zip(drawings, titles, strict=True):
        made, foot = add_sheet(stage, words._replace(title=each), lang)
        shape = draw(made)
        office.describe(shape, alternative(each))
        shape.name = each[:60]
        office.read_last(made, foot)
        set_notes(made, words.notes or "", lang)


def _plan_picture(stage: Stage, figure: Figure, area: Area) -> list[Drawing]:
    """Return what draws a figure as a picture; refuse one whose text would be too small."""
    image, wide, high = _without_words(figure)
    # its own margins lie beside the text's edge; on a template they may lie on a drawing
    across = area if stage.template else Area(0, area.top, stage.wide, area.high)
    shrunk = min(1.0, area.high / high, across.wide / wide)
    if shrunk < (LEAST_IN_TEMPLATE if stage.template else LEAST):
        tall = figure.get_size_inches()[1]
        fault = f"The figure is {tall:.1f} in high; on a slide its text would be too small."
        remedy = "Make its table with top= or codes=."
        if stage.template:
            room = f"{max(area.wide, 0):.1f} × {max(area.high, 0):.1f}"
            whole = f"{stage.wide:.1f} × {stage.high:.1f}"
            fault += f" The template leaves {room} of {whole} in for it."
            remedy = "Pass the table instead, which is drawn for that room: ('bars', table)."
        raise ValueError(f"{fault} {remedy}")
    left = across.left + (across.wide - wide * shrunk) / 2
    box = [office.emu(n) for n in (left, area.top, wide * shrunk, high * shrunk)]
    return [lambda slide: slide.shapes.add_picture(BytesIO(image), *box)]


def _without_words(figure: Figure) -> tuple[bytes, float, float]:
    """Return a figure as a PNG without the title, subtitle and foot that the slide has, and its
    size in inches.
    """
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.transforms import Bbox

    wide = figure.get_figwidth()
    heads, feet = (
        [text for text in figure.texts if text.get_label() == part] for part in ("head", "foot")
    )
    # not by the last that drew, perhaps at another resolution
    measure = RendererAgg(1, 1, figure.dpi)  # type: ignore[no-untyped-call]
    inches = figure.dpi_scale_trans.inverted()
    above, below = (
        [text.get_window_extent(measure).transformed(inches) for text in part]
        for part in (heads, feet)
    )
    top = min(box.y0 for box in above) - 0.25
    bottom = max((box.y1 for box in below), default=0) + 0.15
    file, box = BytesIO(), Bbox([[0, bottom], [wide, top]])
    try:
        for text in heads + feet:
            text.set_visible(False)
        figure.savefig(
            file,
            dpi=PICTURE_DOTS,
            format="png",
            bbox_inches=box,
            pad_inches=0,
            metadata={"Software": None},
        )
    finally:
        for text in heads + feet:
            text.set_visible(True)
    return file.getvalue(), box.width, box.height
