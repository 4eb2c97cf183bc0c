"""The words of a slide, where they stand and how large: title, what is counted, foot, text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from foip_analysis.charts import style
from foip_analysis.charts.lettering import PITCH
from foip_analysis.charts.style import SIZE
from foip_analysis.slides import office
from foip_analysis.slides.notes import set_notes
from foip_analysis.slides.room import parts_of
from foip_analysis.slides.stage import Area, Role, Stage
from foip_analysis.words.catalogue import say

TOP = 0.35  # inches above the title
# From baseline to baseline, and between paragraphs, in font sizes.
PARAGRAPH_PITCH, PARAGRAPH_GAP = 1.25, 0.6
INDENT = 0.3  # inches of a paragraph with a bullet
NUMBER = 0.9  # inches beside the foot for the number of the slide
# Lines and points: rather smaller than a second line.
TITLE_SIZES = ((1, 24), (1, 22), (2, 24), (2, 22))


class Slide(NamedTuple):
    """What a slide shows and says; what is left out is told from the table or the figure.

    ``what`` stands under the title, ``example`` under what is shown, ``foot`` at the foot;
    ``notes`` are what is spoken.
    """

    kind: str
    thing: Any
    title: str | None = None
    notes: str | None = None
    what: str | None = None
    example: str = ""
    foot: str | None = None


def title_of_part(title: str, part: int, parts: int, lang: str | None) -> str:
    """Return the title of one of the slides that a thing takes."""
    return say("slide-part", lang, title=title, part=str(part), parts=str(parts))


def add_text(stage: Stage, slide: Slide, lang: str) -> None:
    """Add the slides that a text takes, its paragraphs in one size."""
    paragraphs, title = slide.thing, slide.title
    if title is None or isinstance(paragraphs, str) or not len(paragraphs):
        raise ValueError("A slide of text is ('text', [paragraph, …], title).")
    role: Role = "text" if "text" in stage.layouts else "chart"
    head, _ = _title_place(stage, title, role)
    room = stage.room(role, head.bottom + 0.3)
    if not stage.template:
        room = Area(room.left, room.top, room.wide, stage.high - room.top - 0.7)
    indent = INDENT + (0.2 if stage.template else 0)

    size, needs = _text_size(paragraphs, room.wide - indent, room.high)
    parts = parts_of(needs, room.high)
    if parts is None:
        raise ValueError("A paragraph does not fit on a slide. Put it on two.")
    for number, rows in enumerate(parts, start=1):
        told = title if len(parts) == 1 else title_of_part(title, number, len(parts), lang)
        made = stage.add(role, lang)
        _put_title(stage, made, told, role, lang)
        spare = (room.high - sum(needs[n] for n in rows)) / len(rows)
        body = _body(stage, made, room)
        office.write(
            body.text_frame,
            "\n".join(paragraphs[n] for n in rows),
            lang=lang,
            size=size,
            pitch=PARAGRAPH_PITCH,
            # Half of the room that is left.
            after=min(PARAGRAPH_GAP * size + spare * 36, 1.2 * size),
            marked=True,
            own=stage.template,
            width=room.wide - indent,
        )
        for paragraph in body.text_frame.paragraphs if not stage.template else ():
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", str(office.emu(INDENT)))
            properties.set("indent", str(-office.emu(INDENT)))
        office.describe(body, say("slide-text", lang))
        _leave_no_place_empty(made)
        office.read_last(made)
        set_notes(made, slide.notes or title, lang)


def _body(stage: Stage, slide: Any, room: Area) -> Any:
    """Return the place of a slide's text, or a box where its layout has none."""
    if "text" not in stage.layouts:
        return _box(slide, room)
    body = next(
        shape for shape in slide.placeholders if shape.shape_id != slide.shapes.title.shape_id
    )
    office.place(body, *room)
    return body


def add_opening(stage: Stage, given: Slide, lang: str) -> None:
    """Add an opening slide, each line of its subtitle a paragraph."""
    title, subtitle = given.title or "", given.thing
    slide = stage.add("opening", lang)
    head = slide.shapes.title
    below = next((s for s in slide.placeholders if s.shape_id != head.shape_id), None)
    width, high = stage.area(head).wide, stage.area(head).high
    choices = [(1, s) for s in (40, 38, 36, 34)] + [(2, s) for s in (40, 36, 32, 28)]
    size = next(
        (
            s
            for lines, s in choices
            if office.line_count(title, width, s, bold=True) <= lines
            and lines * s * PITCH / 72 <= high
        ),
        24,
    )
    told = title if stage.template else office.in_lines(title, width, size)
    office.write(head.text_frame, told, lang=lang, size=size, bold=True, own=stage.template)
    office.describe(head, say("slide-title", lang))
    if subtitle:
        if below is None:
            below = _box(slide, stage.room("opening", stage.area(head).bottom + 0.2))
        place = stage.below("opening") or stage.area(below)
        office.place(below, *place)
        size, _ = _text_size(subtitle.split("\n"), place.wide, place.high)
        office.write(
            below.text_frame,
            subtitle,
            lang=lang,
            size=size,
            pitch=PARAGRAPH_PITCH,
            after=PARAGRAPH_GAP * size,
            marked=True,
            own=stage.template,
            width=place.wide,
            colour=style.colour("soft"),
        )
        office.describe(below, say("slide-text", lang))
    _leave_no_place_empty(slide)
    set_notes(slide, given.notes or f"{title}\n{say('slide-about', lang)}", lang)


def _leave_no_place_empty(slide: Any) -> None:
    """Take away the places that nothing was put in: PowerPoint would ask for something there."""
    for shape in list(slide.placeholders):
        number = shape._element.find(f".//{office.qualified('a:fld')}") is not None
        if not number and (not shape.has_text_frame or not shape.text_frame.text):
            shape._element.getparent().remove(shape._element)


def _text_size(paragraphs: Sequence[str], width: float, high: float) -> tuple[int, list[float]]:
    """Return the largest size in which paragraphs fit into a place, or the smallest, and how high
    each is then, in inches.
    """
    for size in (20, 18, 16, 14):
        lines = [office.line_count(text, width, size, bold=True) for text in paragraphs]
        needs = [(number * PARAGRAPH_PITCH + PARAGRAPH_GAP) * size / 72 for number in lines]
        if sum(needs) <= high:
            break
    return size, needs


class Places(NamedTuple):
    """Where the words of a slide stand, and what is left between them."""

    what: Area
    example: Area
    foot: Area
    rest: Area


def places_of(stage: Stage, slide: Slide) -> Places:
    """Return where the words of a slide go; nothing is added yet."""
    head, _ = _title_place(stage, slide.title or "", "chart")
    room = stage.room("chart", head.bottom + 0.04)
    top, bottom = room.top, room.bottom

    def high(text: str | None, width: float, size: float) -> float:
        return office.text_height(text, width, size) + 0.05 if text else 0.0

    what = Area(room.left, top, room.wide, high(slide.what, room.wide, SIZE["subtitle"]))
    narrow = room.wide - (0 if stage.template else NUMBER)
    least = high(slide.foot, narrow, SIZE["foot"])
    foot = Area(room.left, bottom - least, narrow, least)
    least = high(slide.example, room.wide, SIZE["label"])
    example = Area(room.left, foot.top - (0.1 if least else 0) - least, room.wide, least)
    start, end = what.bottom + 0.2, example.top - 0.15
    return Places(what, example, foot, Area(room.left, start, room.wide, end - start))


def add_sheet(stage: Stage, slide: Slide, lang: str | None) -> tuple[Any, Any]:
    """Add a slide with its words; return it and its foot."""
    made = stage.add("chart", lang)
    places = places_of(stage, slide)
    _put_title(stage, made, slide.title or "", "chart", lang)
    known = {} if stage.template else {s.placeholder_format.idx: s for s in made.placeholders}
    foot = None
    for index, role, text, place, size in (
        (office.WHAT, "what", slide.what, places.what, SIZE["subtitle"]),
        (None, "named", slide.example, places.example, SIZE["label"]),
        (office.SOURCE, "source", slide.foot, places.foot, SIZE["foot"]),
    ):
        if not text:
            continue
        given = index in known
        shape = known[index] if given else _box(made, place)
        office.place(shape, *place)
        colour = None if given else style.colour("ink" if role == "named" else "soft")
        marked = role == "named"
        office.write(
            shape.text_frame,
            text,
            lang=lang,
            size=size,
            colour=colour,
            marked=marked,
            width=place.wide,
        )
        office.describe(shape, say(f"slide-{role}", lang))
        foot = shape if role == "source" else foot
    _leave_no_place_empty(made)
    return made, foot


def _box(slide: Any, place: Area) -> Any:
    """Return a new box for text, without margins, that breaks lines."""
    shape = slide.shapes.add_textbox(*map(office.emu, place))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return shape


def _title_place(stage: Stage, title: str, role: Role) -> tuple[Area, float]:
    """Return where a title stands and its size; a template's title keeps its place and grows down
    where it has to.
    """
    own = stage.title(role)
    inset = 0.2 if stage.template else 0.0
    width = own.wide - inset if stage.template else stage.wide - 2 * style.EDGE
    size = next(
        (s for lines, s in TITLE_SIZES if office.line_count(title, width, s, bold=True) <= lines),
        20,
    )
    high = office.line_count(title, width, size, bold=True) * size * PITCH / 72 + 0.05
    if stage.template:
        return Area(own.left, own.top, own.wide, max(own.high, high + 0.1)), size
    return Area(style.EDGE, TOP, width, high), size


def _put_title(stage: Stage, slide: Any, title: str, role: Role, lang: str | None) -> None:
    place, size = _title_place(stage, title, role)
    shape = slide.shapes.title
    if not stage.template or place != stage.area(shape):
        office.place(shape, *place)
    text = title if stage.template else office.in_lines(title, place.wide, size)
    own = stage.template
    office.write(shape.text_frame, text, lang=lang, size=size, bold=True, own=own)
    office.describe(shape, say("slide-title", lang))
