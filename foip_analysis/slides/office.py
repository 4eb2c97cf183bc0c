"""Words, places and bytes of a PowerPoint file.

A deck starts as ``empty.pptx``, which lies beside this module: wide, quiet and left-aligned, its
places in three layouts, its fonts in the theme. Who changes it in PowerPoint changes every deck;
the look's colours, a font set by ``style.use``, title and words come in when a deck is made.

PowerPoint places text by itself, with fonts that are not at hand here. So a text is measured with
the shipped font and a reserve, and lines have a height in points that no font changes. The same
deck gives the same bytes.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from foip_analysis.charts import style
from foip_analysis.charts.sheet import title_lines
from foip_analysis.charts.style import EDGE
from foip_analysis.files.extras import need
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Sequence

INCH = 914_400  # EMU, the unit of the file
WIDE, HIGH = 12_192_000 / INCH, 7.5  # inches, 16:9
TEXT_WIDTH = WIDE - 2 * EDGE
RESERVE = (1.08, 1.03)  # Arial against the shipped font: capitals and mixed scripts, other words
WIDE_SIGNS = "\u2e80"  # from here on
PITCH = 1.2  # from baseline to baseline, in font sizes
MADE = (2000, 1, 1, 0, 0, 0)  # every date in a file, for the same bytes each time
EMPTY = Path(__file__).with_name("empty.pptx")
OPENING, TEXT, CHART = "Title Slide", "Title and Content", "Title Only"  # its layouts
NUMBER, WHAT, SOURCE = 12, 13, 14  # its places for a slide's number, what is counted and the source
THEME = {  # its colours → parts of the look
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "soft",
    "lt2": "empty",
    "accent1": "strong",
    "accent2": "quiet",
    "accent3": "soft",
    "accent4": "line",
    "accent5": "ink",
    "accent6": "empty",
    "hlink": "strong",
    "folHlink": "soft",
}


def new_deck(title: str, lang: str | None) -> Any:
    """Return an empty 16:9 presentation in the look's colours, with a title, in a language.

    Raises
    ------
    ImportError
        If python-pptx is not installed; says what to install.

    Examples
    --------
    >>> from foip_analysis.slides.office import new_deck
    >>> [layout.name for layout in new_deck("A deck", "en").slide_layouts]
    ['Title Slide', 'Title and Content', 'Title Only']
    """
    from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

    deck = need("A deck of slides", "pptx").Presentation(str(EMPTY))
    _set_theme(deck.slide_master.part.part_related_by(KIND.THEME))  # not the notes': on paper
    chart = next(layout for layout in deck.slide_layouts if layout.name == CHART)
    for shape in chart.placeholders:
        if role := {WHAT: "what", SOURCE: "source"}.get(shape.placeholder_format.idx):
            shape.name = say(f"slide-place-{role}", lang)
            shape.text_frame.paragraphs[0].runs[0].text = shape.name
    properties = deck.core_properties
    properties.title, properties.language = re.sub(r"\s+", " ", title)[:255], say("tag", lang)
    return deck


def add_slide(deck: Any, layout: str, number_word: str = "") -> Any:
    """Return a new slide of a layout, its number at the foot, named for screen readers."""
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


def place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    """Put a shape at a place in inches."""
    shape.left, shape.top, shape.width, shape.height = map(emu, (left, top, width, height))


def describe(shape: Any, text: str) -> None:
    """Give a shape its alternative text."""
    shape._element._nvXxPr.cNvPr.set("descr", text)


def write(
    frame: Any,
    text: str,
    *,
    lang: str | None,
    size: float,
    pitch: float = PITCH,
    after: float = 0,
    marked: bool = False,
    **look: Any,
) -> None:
    """Write a text into a frame, a paragraph a line; a vertical tab breaks a line within one.

    If ``marked``, it is bold and strong between two ``**``.

    ``look`` is ``colour`` (``#rrggbb``), ``bold`` and ``align`` (``l``, ``ctr``, ``r``).
    """
    from pptx.util import Pt

    for n, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.line_spacing, paragraph.space_after = Pt(size * pitch), Pt(after)
        if align := look.get("align"):
            paragraph._p.get_or_add_pPr().set("algn", align)
        ends = paragraph._p.get_or_add_endParaRPr()
        ends.set("sz", str(round(size * 100)))  # an empty line is as high as its end
        for m, piece in enumerate(line.split("**") if marked else [line]):
            for k, part in enumerate(piece.split("\v")):
                if k:
                    paragraph.add_line_break()
                if part:
                    run = paragraph.add_run()
                    run.text = part
                    own = look.get("colour") if m % 2 == 0 else style.colour("strong")
                    _dress(run, lang, size, own, look.get("bold", False) or m % 2 == 1)


def in_lines(title: str, width: float, size: float) -> str:
    """Return a bold title with a vertical tab, which breaks a line, where it goes on in the next
    as on a chart.

    Examples
    --------
    >>> in_lines("Infrastructure is the most frequent tool: 20 of 62 initiatives", 8, 26)
    'Infrastructure is the most frequent tool: \\x0b20 of 62 initiatives'
    """
    lines, rest = [], title
    for line in title_lines(title, width / _reserve(title), size).split("\n"):
        if not rest.startswith(line):  # a word that had to be torn: PowerPoint does as well
            return title
        end = len(rest) - len(rest[len(line) :].lstrip())
        lines.append(rest[:end])
        rest = rest[end:]
    return "\v".join(lines)


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes at most in a width in inches."""
    return (
        style.wrap(
            text.replace("**", ""), width / _reserve(text), size, bold=bold, breaking=True
        ).count("\n")
        + 1
    )


def text_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Return how high a text is at most in a width, in inches."""
    return line_count(text, width, size, bold=bold) * size * PITCH / 72


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is at most, in inches."""
    return style.text_width(text, size, bold=bold) * _reserve(text)


def hexadecimal(colour: Any) -> str:
    """Return a colour as PowerPoint writes it: RRGGBB."""
    from matplotlib.colors import to_hex

    return to_hex(colour)[1:].upper()


def rgb(colour: Any) -> Any:
    """Return a colour as python-pptx takes it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(hexadecimal(colour))


def qualified(tag: str) -> str:
    """Return a tag such as ``a:ea`` with its name space."""
    from pptx.oxml.ns import qn

    return qn(tag)


def fonts(properties: Any) -> None:
    """Give text properties (``a:rPr``, ``a:defRPr``) the theme's fonts, the East Asian one too."""
    from pptx.oxml.ns import qn

    for name in ("latin", "ea"):
        found = properties.find(qn(f"a:{name}"))
        if found is None:
            from lxml import etree

            found = etree.SubElement(properties, qn(f"a:{name}"))
        found.set("typeface", "+mn-lt" if name == "latin" else "+mn-ea")


def workbook(
    heads: Sequence[str],
    labels: Sequence[str],
    columns: Sequence[Sequence[float | None]],
    told: dict[str, str],
    total: str = "",
    lang: str | None = None,
) -> bytes:
    """Return the .xlsx behind a chart: labels and numbers on the first sheet, what they are on the
    second.

    ``told`` is what stands there (``note``, ``source``, ``call``), its heads in the language
    ``lang``. Text is text, whatever it begins with; ``total`` heads a last column that adds up the
    others.
    """
    from datetime import datetime

    import xlsxwriter  # python-pptx needs it too

    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(*MADE)})
        sheet, notes = (
            book.add_worksheet(name)  # the chart finds its numbers by the first one's name
            for name in ("Sheet1", say("slide-sheet", lang))
        )
        for n, head in enumerate([*heads, *([total] if total else [])]):
            sheet.write_string(0, n, head)
        for m, label in enumerate(labels, start=1):
            sheet.write_string(m, 0, label)
            for n, column in enumerate(columns, start=1):
                if column[m - 1] is not None:
                    sheet.write_number(m, n, column[m - 1])
            if total:
                cells = f"{_letters(1)}{m + 1}:{_letters(len(columns))}{m + 1}"
                sheet.write_formula(
                    m,
                    len(columns) + 1,
                    f"=SUM({cells})",
                    None,
                    sum(column[m - 1] or 0 for column in columns),
                )
        sheet.set_column(0, 0, 36)
        notes.set_column(0, 1, 24)
        for m, (key, text) in enumerate(told.items()):
            notes.write_string(m, 0, say(f"slide-sheet-{key}", lang))
            notes.write_string(m, 1, text)
    return file.getvalue()


def as_bytes(deck: Any) -> bytes:
    """Return what the file holds, the same for the same deck: python-pptx writes the time into the
    zip.
    """
    written, steady = BytesIO(), BytesIO()
    deck.save(written)
    with ZipFile(written) as source, ZipFile(steady, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, MADE)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            info.create_system = 3  # else the same deck differs by system
            target.writestr(info, source.read(entry))
    return steady.getvalue()


def _set_theme(part: Any) -> None:
    """Put the look's colours, and a font set by ``style.use``, into a theme."""
    from lxml import etree

    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    tree = etree.fromstring(part.blob)
    for name, look in THEME.items():
        slot = tree.find(f".//a:clrScheme/a:{name}", space)
        slot[:] = [
            slot.makeelement(f"{{{space['a']}}}srgbClr", val=hexadecimal(style.colour(look)))
        ]
    if own := style.families()[:-2]:  # before the shipped ones
        for font in tree.iterfind(".//a:fontScheme/*", space):
            for name in ("a:latin", "a:ea", "a:font[@script='Jpan']"):
                font.find(name, space).set("typeface", own[0])
    part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _reserve(text: str) -> float:
    return RESERVE[
        max(text, default="") < WIDE_SIGNS and sum(map(str.isupper, text)) * 2 < len(text)
    ]


def _dress(run: Any, lang: str | None, size: float, colour: Any, bold: bool) -> None:
    from pptx.util import Pt

    run.font.size, run.font.bold = Pt(size), bold
    if colour:
        run.font.color.rgb = rgb(colour)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", say("tag", lang))  # else the words are underlined as misspelt
    properties.set("altLang", say("tag-other", lang))
    fonts(properties)


def _letters(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    letters: str = xl_col_to_name(column)
    return letters


def emu(inches: float) -> int:
    """Return inches in the file's unit, to a ten-thousandth: what Pythons add up differently in
    the last digit is the same.
    """
    return round(round(inches, 4) * INCH)
