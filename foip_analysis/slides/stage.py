"""Where things stand on a slide: in the shipped ``empty.pptx``, or in an organisation's template.

Of a template are taken its size, its layouts with their places for title and text, its fonts and
its colours; its own slides are left out, as when PowerPoint starts a new file from it. A layout is
known by the places that it has, never by its name, which is in any language. What a slide shows
goes where the template has its text, clear of what master and layout draw there, such as a logo.

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
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from foip_analysis.charts import style
from foip_analysis.charts.style import EDGE
from foip_analysis.dataset.libraries import need
from foip_analysis.slides import office
from foip_analysis.words.catalogue import say

Role: TypeAlias = Literal["opening", "text", "chart"]

BOTTOM = 0.3  # inches under the foot
HIGH, LEAST_WIDE = 7.5, 10.0  # inches of a stage: its height, and its width at least
OWN: dict[Role, str] = {
    "opening": "Title Slide",
    "text": "Title and Content",
    "chart": "Title Only",
}
TITLES, FEET = ("TITLE", "CENTER_TITLE"), ("DATE", "FOOTER", "SLIDE_NUMBER")  # kinds of places
ROOM = (4.5, 2.5)  # inches that a template leaves at least for what a slide shows
BACKDROP = 0.5  # of the room: a drawing that covers more lies behind it
FOOT = 0.8  # of a slide's height: date, number and the like stand below
BEYOND = 0.1  # inches that a template's places may reach over its slide's edge
BESIDE = 0.1  # inches between what a slide shows and what the template draws
QUIET = 3.0  # contrast of a quiet bar with the paper
COLOUR = re.compile("#[0-9A-Fa-f]{6}")
OLE, LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
CORE = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
LIKE_CORE = CORE.replace(b"package", b"officedocument")
LIKE_MAIN = re.compile(  # of .potx, .ppsx; those with macros are refused
    r"application/vnd\.openxmlformats-officedocument\.presentationml\.(template|slideshow)\.main\+xml"
)


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
        boxes = [self.area(_title(layout))]
        if "text" in self.layouts:
            boxes.append(self.area(_contents(self.layouts["text"])[0]))
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
        return self._clear(layout, self.area(_title(layout)))

    def below(self, role: Role) -> Area | None:
        """Return where a layout has what stands under its title, if it has such a place."""
        places = _contents(self.layouts[role])
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
    for shape in layouts[OWN["chart"]].placeholders:
        places = {office.WHAT: "what", office.SOURCE: "source"}
        if role := places.get(shape.placeholder_format.idx):
            shape.name = say(f"slide-place-{role}", lang)
            shape.text_frame.paragraphs[0].runs[0].text = shape.name
    wide, high = deck.slide_width / office.INCH, deck.slide_height / office.INCH
    return Stage(deck, {role: layouts[name] for role, name in OWN.items()}, wide, high)


def template_stage(path: str | PathLike[str]) -> Stage:
    """Return the stage of an organisation's template, without its slides.

    Raises
    ------
    ValueError
        If it is no PowerPoint file that can be read, or has no layout with a place for a title and
        room below; says what to do.

    Examples
    --------
    >>> from foip_analysis.slides.office import EMPTY
    >>> sorted(template_stage(EMPTY).layouts)
    ['chart', 'opening', 'text']
    """
    need("A deck of slides", "pptx")
    path = Path(path)
    deck = _opened(path)
    _empty(deck)
    layouts = _layouts(deck)
    if "chart" not in layouts:
        raise ValueError(
            f"'{path.name}' has no layout with a place for a title. In PowerPoint: View, Slide "
            "Master, Insert Layout; tick Title, save, and pass it again."
        )
    wide, high = deck.slide_width / office.INCH, deck.slide_height / office.INCH
    scale = min(high / HIGH, wide / LEAST_WIDE)
    look, font = _look(deck, layouts["chart"])
    stage = Stage(deck, layouts, wide / scale, high / scale, scale, look, font, template=True)
    title = stage.title("chart")
    room = stage.room("chart", title.bottom)
    beyond = max(title.right, room.right) - stage.wide
    if max(beyond, -min(title.left, room.left)) > BEYOND:
        raise ValueError(
            f"The places of '{path.name}' reach over the edge of its slides ({wide:.1f} × "
            f"{high:.1f} in). In PowerPoint: View, Slide Master; draw them within the slide."
        )
    if room.wide < ROOM[0] or room.high < ROOM[1]:
        raise ValueError(
            f"The layouts of '{path.name}' leave {max(room.wide, 0):.1f} × {max(room.high, 0):.1f} "
            f"in of a slide for what it shows, and a chart needs {ROOM[0]} × {ROOM[1]}. In "
            "PowerPoint: View, Slide Master; make the place for text of 'Title and Content' larger."
        )
    return stage


def _opened(path: Path) -> Any:
    from pptx import Presentation

    remedy = "Open it in PowerPoint and save it as a PowerPoint presentation (.pptx)"
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ValueError(
            f"The template '{path}' cannot be read: {(error.strerror or str(error)).lower()}. "
            "Pass the path of a .pptx or .potx file."
        ) from error
    if raw.startswith(OLE) and LOCKED in raw:
        raise ValueError(
            f"'{path.name}' is encrypted. Open it in PowerPoint, take the password away (File, "
            "Info, Protect Presentation), save it and pass it again."
        )
    if raw.startswith(OLE):
        raise ValueError(f"'{path.name}' is of PowerPoint 2003 or older. {remedy}.")
    steady = BytesIO()
    try:
        with ZipFile(BytesIO(raw)) as given, ZipFile(steady, "w", ZIP_DEFLATED) as target:
            kinds = given.read("[Content_Types].xml").decode("utf-8", "replace")
            if "presentationml" not in kinds:
                raise KeyError("no presentation")
            if "macroEnabled.main" in kinds:
                raise ValueError(f"'{path.name}' carries macros. {remedy}, which has none.")
            for entry in given.infolist():
                whole = given.read(entry)
                if entry.filename == "[Content_Types].xml":
                    whole = LIKE_MAIN.sub(MAIN, kinds).encode()
                if entry.filename == "_rels/.rels":  # LibreOffice's own name: else there are two
                    whole = whole.replace(LIKE_CORE, CORE)
                target.writestr(entry, whole)
    except (BadZipFile, KeyError) as error:
        raise ValueError(f"'{path.name}' is no PowerPoint file. {remedy}.") from error
    try:
        return Presentation(steady)
    except Exception as error:  # whatever python-pptx and lxml say of a file that is torn
        raise ValueError(f"'{path.name}' is damaged. {remedy} again.") from error


def _empty(deck: Any) -> None:
    """Take a template's slides out, and what names them: sections, shows."""
    listed = deck.slides._sldIdLst
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)
    whole = deck.part._element
    for tag in ("p:custShowLst", "p:extLst"):
        for found in whole.findall(office.qualified(tag)):
            whole.remove(found)


def _layouts(deck: Any) -> dict[Role, Any]:
    """Return the layouts that slides are made with: those of the first master that have them."""
    known = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in known if _title(layout) is not None]
    if not titled:
        return {}

    def of_kind(*kinds: str) -> list[Any]:
        return [layout for layout in titled if layout._element.get("type") in kinds]

    bare = [layout for layout in titled if not _contents(layout)]
    holding = [
        layout
        for layout in titled
        if list(map(office.kind, _contents(layout))) in (["OBJECT"], ["BODY"])
    ]
    centred = [
        layout
        for layout in titled
        if {"CENTER_TITLE", "SUBTITLE"} & set(map(office.kind, layout.placeholders))
    ]
    texts = [layout for layout in of_kind("obj", "tx") if layout in holding]
    texts += [layout for layout in holding if layout not in centred]
    charts = [layout for layout in of_kind("titleOnly") if layout in bare]
    charts += [layout for layout in bare if layout not in centred] + texts + titled
    openings = of_kind("title") + centred + charts
    found: dict[Role, Any] = {"opening": openings[0], "chart": charts[0]}
    return found | ({"text": texts[0]} if texts else {})


def _title(layout: Any) -> Any:
    return next((shape for shape in layout.placeholders if office.kind(shape) in TITLES), None)


def _contents(layout: Any) -> list[Any]:
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


def _look(deck: Any, layout: Any) -> tuple[dict[str, str], str]:
    """Return the parts of the look that a template's theme gives, and its font for text."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

    master = layout.slide_master
    tree = etree.fromstring(master.part.part_related_by(KIND.THEME).blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    known = {}
    for slot in tree.find(".//a:clrScheme", space):
        [colour, *_] = slot
        known[etree.QName(slot).localname] = f"#{colour.get('lastClr') or colour.get('val')}"
    stands = dict(master._element.find(office.qualified("p:clrMap")).attrib)
    named = {name: known[slot] for name, slot in stands.items() if slot in known} | known
    named = {name: value for name, value in named.items() if COLOUR.fullmatch(value)}
    paper = _background(layout, named) or _background(master, named) or named.get("bg1", "#ffffff")
    ink = named.get("tx1", style.ink_on(paper))
    ink = ink if style.contrast(ink, paper) >= 4.5 else style.ink_on(paper)
    accents = [named[f"accent{n}"] for n in range(1, 7) if f"accent{n}" in named]
    strong = next((c for c in accents if style.contrast(c, paper) >= QUIET), ink)
    quiet = next(
        tone
        for tone in (style.mixed(paper, ink, part / 20) for part in range(5, 21))
        if style.contrast(tone, paper) >= QUIET or tone == ink
    )
    look = {"paper": paper, "ink": ink, "strong": strong, "quiet": quiet}
    for part, share in (("soft", 0.8), ("line", 0.2), ("empty", 0.05)):
        look[part] = style.mixed(paper, ink, share)
    font = tree.find(".//a:minorFont/a:latin", space)
    return look, "" if font is None else font.get("typeface", "")


def _background(part: Any, named: Mapping[str, str]) -> str | None:
    """Return the plain colour behind a layout or master, if it has one of its own."""
    ground = part._element.find(f".//{office.qualified('p:bg')}")
    if ground is None:
        return None
    for fill in (office.qualified("a:solidFill"), office.qualified("p:bgRef")):
        for found in ground.iter(fill):
            for colour in found:
                value = colour.get("val", "")
                return named.get(value) or (f"#{value}" if len(value) == 6 else None)
    return None


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
