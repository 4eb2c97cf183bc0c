"""An organisation's template → the stage for its slides: its size, layouts, fonts and colours.

Its own slides are left out, as when PowerPoint starts a new file from it. A layout is known by the
places that it has for title and text, never by its name, which is in any language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from foip_analysis.charts import style
from foip_analysis.dataset.libraries import need
from foip_analysis.slides import office
from foip_analysis.slides.stage import Role, Stage, content_places, title_place

HIGH, LEAST_WIDE = 7.5, 10.0  # inches of a stage: its height, and its width at least
LEAST_ROOM = (4.5, 2.5)  # inches that a template leaves at least for what a slide shows
BEYOND = 0.1  # inches that a template's places may reach over its slide's edge
QUIET_CONTRAST = 3.0  # contrast of a quiet bar with the paper
COLOUR = re.compile("#[0-9A-Fa-f]{6}")
OLE, LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
CORE = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
LIKE_CORE = CORE.replace(b"package", b"officedocument")
LIKE_MAIN = re.compile(  # of .potx, .ppsx; those with macros are refused
    r"application/vnd\.openxmlformats-officedocument\.presentationml\.(template|slideshow)\.main\+xml"
)


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
    if room.wide < LEAST_ROOM[0] or room.high < LEAST_ROOM[1]:
        raise ValueError(
            f"The layouts of '{path.name}' leave {max(room.wide, 0):.1f} × {max(room.high, 0):.1f} "
            f"in of a slide for what it shows, and a chart needs {LEAST_ROOM[0]} × "
            f"{LEAST_ROOM[1]}. In PowerPoint: View, Slide Master; make the place for text of "
            "'Title and Content' larger."
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
    titled = [layout for layout in known if title_place(layout) is not None]
    if not titled:
        return {}

    def of_kind(*kinds: str) -> list[Any]:
        return [layout for layout in titled if layout._element.get("type") in kinds]

    bare = [layout for layout in titled if not content_places(layout)]
    holding = [
        layout
        for layout in titled
        if list(map(office.kind, content_places(layout))) in (["OBJECT"], ["BODY"])
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
    strong = next((c for c in accents if style.contrast(c, paper) >= QUIET_CONTRAST), ink)
    quiet = next(
        tone
        for tone in (style.mixed(paper, ink, part / 20) for part in range(5, 21))
        if style.contrast(tone, paper) >= QUIET_CONTRAST or tone == ink
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
