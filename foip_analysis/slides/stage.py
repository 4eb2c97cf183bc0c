"""Where things stand on a slide: in the shipped ``empty.pptx``, or in an organisation's template.

What a slide shows goes where a template has its text, clear of what master and layout draw there,
such as a logo.

Lengths are inches of a stage about 7.5 high: a template of another size gets what was measured
there in proportion, so that text stays as large as the slide is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple, TypeAlias

from foip_analysis.charts import style
from foip_analysis.charts.style import EDGE
from foip_analysis.dataset.libraries import need
from foip_analysis.slides import office
from foip_analysis.words.catalogue import say

Role: TypeAlias = Literal["opening", "text", "chart"]

BOTTOM = 0.3  # inches under the foot
OWN_LAYOUTS: dict[Role, str] = {
    "opening": "Title Slide",
    "text": "Title and Content",
    "chart": "Title Only",
}
TITLES, FEET = ("TITLE", "CENTER_TITLE"), ("DATE", "FOOTER", "SLIDE_NUMBER")  # kinds of places
BACKDROP = 0.5  # of the room: a drawing that covers more lies behind it
FOOT = 0.8  # of a slide's height: date, number and the like stand below
BESIDE = 0.1  # inches between what a slide shows and what the template draws


class Area(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        return self.left + self.wide

    @property
    def bottom(self) -> float:
        return self.top + self.high


@dataclass(frozen=True, eq=False)
class Stage:
    """A presentation to which slides are added: its layouts, its size and its look.

    ``look`` and ``font`` are a template's own, for charts, tables and pictures on it.
    """

    deck: Any
    layouts: Mapping[Role, Any]
    wide: float
    high: float
    scale: float = 1.0  # a template's inches by a stage's
    look: Mapping[str, str] = field(default_factory=dict)
    font: str = ""
    template: bool = False

    def add(self, role: Role, lang: str | None) -> Any:
        """Return a new slide of a layout, its number at the foot where the layout has one, named
        for screen readers.
        """
        layout = self.layouts[role]
        slide = self.deck.slides.add_slide(layout)
        for shape in layout.placeholders if role != "opening" else ():
            if office.kind(shape) == "SLIDE_NUMBER":
                number = deepcopy(shape._element)
                last = max(known.shape_id for known in slide.shapes)
                number._nvXxPr.cNvPr.set("id", str(last + 1))
                slide.shapes._spTree.append(number)
                office.describe(slide.shapes[-1], say("slide-number", lang))
        return slide

    def name(self, title: str, lang: str | None) -> None:
        """Write the deck's title and language into the file."""
        properties = self.deck.core_properties
        properties.title = re.sub(r"\s+", " ", title)[:255]
        properties.language = say("tag", lang)
        properties.modified = datetime(*office.MADE)

    def room(self, role: Role, top: float) -> Area:
        """Return what a layout leaves below ``top``, down to its lowest line, clear of drawings."""
        layout = self.layouts[role]
        if not self.template:
            return Area(EDGE, top, self.wide - 2 * EDGE, self.high - BOTTOM - top)
        boxes = [self.area(title_place(layout))]
        if "text" in self.layouts:
            boxes.append(self.area(content_places(self.layouts["text"])[0]))
        left = min(box.left for box in boxes)
        right = max(box.right for box in boxes)
        feet = [self.area(shape).top for shape in layout.placeholders if _is_foot(shape)]
        low = [foot for foot in feet if foot > self.high * FOOT]
        end = max([box.bottom for box in boxes[1:]] + [min(low, default=self.high) - BESIDE])
        start = max(boxes[0].bottom, top)
        room = Area(left, start, right - left, min(end, self.high - BOTTOM / 2) - start)
        return self._clear(layout, room)

    def title(self, role: Role) -> Area:
        """Return where a layout has its title."""
        layout = self.layouts[role]
        return self._clear(layout, self.area(title_place(layout)))

    def below(self, role: Role) -> Area | None:
        """Return where a layout has what stands under its title, if it has such a place."""
        places = content_places(self.layouts[role])
        return self.area(places[0]) if places else None

    def area(self, shape: Any) -> Area:
        """Return where a shape of the template stands."""
        inches = (n / office.INCH / self.scale for n in _box(shape))
        return Area(*inches)

    def _clear(self, layout: Any, area: Area) -> Area:
        """Return an area without the strips that drawings of master and layout lie in."""
        for shape in _drawings(layout):
            drawn = self.area(shape)
            across = min(drawn.right, area.right) - max(drawn.left, area.left)
            down = min(drawn.bottom, area.bottom) - max(drawn.top, area.top)
            backdrop = across * down > BACKDROP * area.wide * area.high
            if across <= 0.01 or down <= 0.01 or backdrop:
                continue
            start, end = drawn.right + BESIDE, drawn.left - BESIDE
            below, above = drawn.bottom + BESIDE, drawn.top - BESIDE
            ways = [
                Area(area.left, area.top, end - area.left, area.high),
                Area(start, area.top, area.right - start, area.high),
                Area(area.left, area.top, area.wide, above - area.top),
                Area(area.left, below, area.wide, area.bottom - below),
            ]
            area = max(ways, key=lambda way: max(way.wide, 0) * max(way.high, 0))
        return area

    @contextmanager
    def dressed(self) -> Iterator[None]:
        """Draw and measure inside this in the template's look."""
        with style.wearing(self.look, self.font), style.applied(), office.set_in(self.font):
            yield


def own_stage(lang: str | None) -> Stage:
    """Return the shipped empty deck."""
    deck = need("A deck of slides", "pptx").Presentation(str(office.EMPTY))
    from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

    office.set_theme(deck.slide_master.part.part_related_by(KIND.THEME))  # not the notes': on paper
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for shape in layouts[OWN_LAYOUTS["chart"]].placeholders:
        places = {office.WHAT: "what", office.SOURCE: "source"}
        if role := places.get(shape.placeholder_format.idx):
            shape.name = say(f"slide-place-{role}", lang)
            shape.text_frame.paragraphs[0].runs[0].text = shape.name
    wide, high = deck.slide_width / office.INCH, deck.slide_height / office.INCH
    return Stage(deck, {role: layouts[name] for role, name in OWN_LAYOUTS.items()}, wide, high)


def title_place(layout: Any) -> Any:
    return next((shape for shape in layout.placeholders if office.kind(shape) in TITLES), None)


def content_places(layout: Any) -> list[Any]:
    """Return a layout's places that are neither title nor foot."""
    return [shape for shape in layout.placeholders if office.kind(shape) not in (*TITLES, *FEET)]


def _is_foot(shape: Any) -> bool:
    return office.kind(shape) in FEET


def _drawings(layout: Any) -> Iterator[Any]:
    """Yield what a layout and its master draw on each slide."""
    shown = layout._element.get("showMasterSp", "1") not in ("0", "false")
    for part in (layout.slide_master, layout) if shown else (layout,):
        for shape in part.shapes:
            if not shape.is_placeholder and None not in _box(shape):
                yield shape


def _box(shape: Any) -> tuple[Any, Any, Any, Any]:
    return shape.left, shape.top, shape.width, shape.height


def fit(stage: Stage) -> None:
    """Bring what was measured in a stage's inches and points to the size of its template."""
    if stage.scale == 1:
        return
    for slide in stage.deck.slides:
        trees = [shape._element for shape in slide.shapes if not _is_number(shape)]
        trees += [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        for tree in trees:
            for element in tree.iter():
                for name in SCALED.get(element.tag.rpartition("}")[2], ()):
                    if (value := element.get(name)) and value.lstrip("-").isdigit():
                        element.set(name, str(round(int(value) * stage.scale)))


SCALED = {
    "off": ("x", "y"),
    "ext": ("cx", "cy"),
    "gridCol": ("w",),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
    "pPr": ("marL", "indent"),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "ln": ("w",),
    "lnL": ("w",),
    "lnR": ("w",),
    "lnT": ("w",),
    "lnB": ("w",),
    "rPr": ("sz",),
    "endParaRPr": ("sz",),
    "defRPr": ("sz",),
    "spcPts": ("val",),
}


def _is_number(shape: Any) -> bool:
    return shape.is_placeholder and _is_foot(shape)
