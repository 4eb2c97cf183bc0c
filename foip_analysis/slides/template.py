"""The empty deck: PowerPoint's default template made wide, quiet and left-aligned, in the look's colours.

Fonts and colours are the theme's, places are the layouts': who changes them in PowerPoint changes
every slide of the deck.
"""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from foip_analysis.charts import style
from foip_analysis.charts.style import EDGE
from foip_analysis.files.extras import need
from foip_analysis.slides.office import (
    HIGH,
    MADE,
    TEXT_WIDTH,
    WIDE,
    describe,
    emu,
    hexadecimal,
    place,
)
from foip_analysis.words.catalogue import say

LATIN, EAST_ASIAN = "Arial", "Yu Gothic"  # both come with Office for Windows and for Mac
OPENING, TEXT, CHART = (
    "Title Slide",
    "Title and Content",
    "Title Only",
)  # the template's layouts that are kept
NUMBER, WHAT, SOURCE = (
    12,
    13,
    14,
)  # placeholders: the template's for the slide's number, and those added to CHART

ABOUT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>foip-analysis</Application>
<PresentationFormat>Widescreen</PresentationFormat></Properties>
"""
PLACEHOLDER = """<p:sp {names}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
<p:nvPr><p:ph type="body" sz="quarter" idx="{number}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle>
<a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{size}"><a:solidFill>
<a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p><a:r><a:rPr/><a:t>{name}</a:t></a:r></a:p>
</p:txBody></p:sp>"""


def new_deck(title: str, lang: str | None) -> Any:
    """Return an empty 16:9 presentation with the look's colours, its fonts and three layouts.

    Raises
    ------
    ImportError
        If python-pptx is not installed; says what to install.

    Examples
    --------
    >>> from foip_analysis.slides.template import new_deck
    >>> [layout.name for layout in new_deck("A deck", "en").slide_layouts]
    ['Title Slide', 'Title and Content', 'Title Only']
    """
    from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

    deck = need("A deck of slides", "pptx").Presentation()
    deck.slide_width, deck.slide_height = emu(WIDE), emu(HIGH)
    deck.part._element.sldSz.attrib.pop("type", None)  # says 4:3
    for layout in [
        layout for layout in deck.slide_layouts if layout.name not in (OPENING, TEXT, CHART)
    ]:
        deck.slide_layouts.remove(layout)
    for part, kinds in (
        (deck.part, (KIND.PRINTER_SETTINGS,)),
        (deck.part.package, (KIND.THUMBNAIL,)),
    ):
        for name in [name for name, link in part._rels.items() if link.reltype in kinds]:
            part._rels.pop(name)  # the template's own, and wrong here
    _set_theme(deck.slide_master.part.part_related_by(KIND.THEME))
    _set_theme(
        deck.notes_master.part.part_related_by(KIND.THEME), coloured=False
    )  # notes are printed
    _register_notes(deck)
    _set_layouts(deck, lang)
    _set_properties(deck.core_properties, title, lang)
    return deck


def add_slide(deck: Any, layout: str, number_word: str = "") -> Any:
    """Add a slide of a layout, with its number at the foot and what a screen reader calls that; return it."""
    from copy import deepcopy

    chosen = next(known for known in deck.slide_layouts if known.name == layout)
    slide = deck.slides.add_slide(chosen)
    for shape in chosen.placeholders if layout != OPENING else ():
        if shape.placeholder_format.idx == NUMBER:
            number = deepcopy(shape._element)
            number._nvXxPr.cNvPr.set("id", str(max(known.shape_id for known in slide.shapes) + 1))
            slide.shapes._spTree.append(number)
            describe(slide.shapes[-1], number_word)
    return slide


def read_last(slide: Any) -> None:
    """Let a screen reader come to source and number after what the slide shows."""
    found = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    for index in (SOURCE, NUMBER):
        if index in found:
            slide.shapes._spTree.append(found[index]._element)


def _register_notes(deck: Any) -> None:
    """Name the notes' master in the presentation, which python-pptx leaves out, and the format in the application's properties."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as KIND
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    link = next(name for name, link in deck.part._rels.items() if link.reltype == KIND.NOTES_MASTER)
    named = f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{link}"/></p:notesMasterIdLst>'
    deck.part._element.sldMasterIdLst.addnext(parse_xml(named))
    deck.part.package.part_related_by(KIND.EXTENDED_PROPERTIES)._blob = ABOUT.encode()


def _set_theme(part: Any, *, coloured: bool = True) -> None:
    """Put the fonts and the look's colours into a theme."""
    from lxml import etree

    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    tree = etree.fromstring(part.blob)
    brand = style.families()[0]
    own = None if brand == "Noto Sans JP" else brand  # set by style.use(font=…)
    for font in tree.xpath("//a:majorFont | //a:minorFont", namespaces=space):
        font.find("a:latin", space).set("typeface", own or LATIN)
        font.find("a:ea", space).set("typeface", own or EAST_ASIAN)
        for script in font.findall("a:font[@script='Jpan']", space):
            script.set("typeface", own or EAST_ASIAN)
    parts = {
        "dk1": "ink",
        "lt1": "paper",
        "dk2": "soft",
        "lt2": "empty",
        "hlink": "strong",
        "folHlink": "soft",
    }
    parts |= {
        f"accent{n}": name
        for n, name in enumerate(("strong", "quiet", "soft", "line", "ink", "empty"), start=1)
    }
    for name, look in parts.items() if coloured else ():
        slot = tree.find(f".//a:clrScheme/a:{name}", space)
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=hexadecimal(style.colour(look)))
    part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_layouts(deck: Any, lang: str | None) -> None:
    """Make the template's layouts wide, left-aligned and quiet, with places for what is counted and the source."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    master = deck.slide_master
    for layout in (master, *deck.slide_layouts):
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in (15, 16):  # footer, date
                shape._element.getparent().remove(shape._element)
    for shape in master.placeholders:
        body = shape.text_frame._txBody.bodyPr
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        body.set("anchor", "t")
        for fit in list(body):
            body.remove(fit)
    title, text, number = master.placeholders
    place(title, EDGE, 0.35, TEXT_WIDTH, 0.95)
    place(text, EDGE, 1.6, TEXT_WIDTH, 5.0)
    place(number, WIDE - EDGE - 0.7, HIGH - 0.52, 0.7, 0.22)
    for level in number._element.iter(qn("a:lvl1pPr")):
        level.set("algn", "r")
        properties = level.find(qn("a:defRPr"))
        properties.set("sz", "1100")
        for fill in properties.findall(qn("a:solidFill")):
            fill[0].set("val", "tx2")
            for child in list(fill[0]):
                fill[0].remove(child)
    styles = master.element.find(qn("p:txStyles"))
    head = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    head.set("algn", "l")
    head.find(qn("a:defRPr")).set("sz", "2400")
    head.find(qn("a:defRPr")).set("b", "1")
    for n, size in enumerate((2000, 1800, 1600, 1400, 1400), start=1):
        level = styles.find(qn("p:bodyStyle")).find(qn(f"a:lvl{n}pPr"))
        level.find(qn("a:defRPr")).set("sz", str(size))
        bullet = parse_xml(f'<a:buClr {nsdecls("a")}><a:schemeClr val="accent1"/></a:buClr>')
        level.find(qn("a:buFont")).addprevious(bullet)
    opening, _, chart = (
        next(known for known in deck.slide_layouts if known.name == name)
        for name in (OPENING, TEXT, CHART)
    )
    for shape, box in zip(
        list(opening.placeholders)[:2],
        ((1.0, 1.5, WIDE - 2, 1.6), (1.0, 3.45, WIDE - 2, 2.9)),
        strict=True,
    ):
        place(shape, *box)
        for level in shape._element.iter(qn("a:lvl1pPr")):
            level.set("algn", "l")
        shape.text_frame._txBody.bodyPr.set("anchor", "b" if box[1] < 2 else "t")
    stripe = opening.shapes._spTree
    stripe.insert(
        2,
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Stripe"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(0.35)}" cy="{emu(HIGH)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        ),
    )
    for number, role, size in ((WHAT, "what", 1600), (SOURCE, "source", 1100)):
        name = escape(say(f"slide-place-{role}", lang), {'"': "&quot;"})
        chart.shapes._spTree.append(
            parse_xml(
                PLACEHOLDER.format(names=nsdecls("p", "a"), number=number, name=name, size=size)
            )
        )
    place(chart.placeholders[-2], EDGE, 1.3, TEXT_WIDTH, 0.3)
    place(chart.placeholders[-1], EDGE, HIGH - 0.72, TEXT_WIDTH - 0.9, 0.42)


def _set_properties(properties: Any, title: str, lang: str | None) -> None:
    from datetime import datetime

    properties.title, properties.language = re.sub(r"\s+", " ", title)[:255], say("tag", lang)
    properties.author = properties.last_modified_by = "foip-analysis"
    properties.created = properties.modified = datetime(*MADE)
    properties.revision, properties.keywords, properties.subject, properties.comments = (
        1,
        "",
        "",
        "",
    )
