"""Words, places and bytes of a PowerPoint file.

A deck starts as ``empty.pptx``, which lies beside this module: wide, quiet and left-aligned, its
places in three layouts, its fonts in the theme. Who changes it in PowerPoint changes every deck;
the look's colours, a font set by ``style.use``, title and words come in when a deck is made. Or it
starts from an organisation's template (``stage``).

PowerPoint places text by itself, with fonts that are not at hand here. So a text is measured with
the shipped font and a reserve, and lines have a height in points that no font changes. The same
deck gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from foip_analysis.charts import style
from foip_analysis.charts.lettering import PITCH, title_lines
from foip_analysis.words.catalogue import say

INCH = 914_400  # EMU, the unit of the file
# Arial, which may stand in for the shipped font: capitals and mixed scripts, other words
RESERVE = (1.08, 1.03)
UNKNOWN = 1.06  # a template's font against Arial
BROAD = {"verdana": 1.2, "dejavu sans": 1.2, "courier new": 1.25, "georgia": 1.12, "segoe ui": 1.04}
WIDE_SIGNS = "\u2e80"  # from here on
_wider: ContextVar[float] = ContextVar("wider", default=1.0)
MADE = (2000, 1, 1, 0, 0, 0)  # every date in a file, for the same bytes each time
EMPTY = Path(__file__).with_name("empty.pptx")
WHAT, SOURCE = 13, 14  # its places for what is counted and the source
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


def read_last(slide: Any, foot: Any = None) -> None:
    """Let a screen reader come to the foot and the number after what the slide shows."""
    numbers = [shape for shape in slide.placeholders if kind(shape) == "SLIDE_NUMBER"]
    for shape in ([foot] if foot is not None else []) + numbers:
        slide.shapes._spTree.append(shape._element)


def kind(shape: Any) -> str:
    """Return what a place of a layout or a slide is for, such as ``TITLE``."""
    name: str = shape.placeholder_format.type.name
    return name


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
    own: bool = False,
    width: float | None = None,
    **look: Any,
) -> None:
    """Write a text into a frame, a paragraph a line; a vertical tab breaks a line within one.

    PowerPoint breaks a line between any two Japanese characters; in a ``width`` in inches, lines
    are broken between phrases instead, in languages that want it.

    If ``marked``, it is bold and strong between two ``**``. In a place of a template it keeps the
    fonts, the weight and the colour that the place has as its ``own``.

    ``look`` is ``colour`` (``#rrggbb``), ``bold`` and ``align`` (``l``, ``ctr``, ``r``).
    """
    from pptx.util import Pt

    for n, line in enumerate(text.split("\n")):
        pieces = line.split("**") if marked else [line]
        if width and say("line-breaking", lang) == "phrases":
            bare = "".join(pieces)
            broken = iter(_broken(bare, style.wrap(bare, width / _reserve(bare), size)))
            pieces = [_taken(broken, len(piece)) for piece in pieces]
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.line_spacing, paragraph.space_after = Pt(size * pitch), Pt(after)
        if align := look.get("align"):
            paragraph._p.get_or_add_pPr().set("algn", align)
        ends = paragraph._p.get_or_add_endParaRPr()
        ends.set("sz", str(round(size * 100)))  # an empty line is as high as its end
        for m, piece in enumerate(pieces):
            for k, part in enumerate(piece.split("\v")):
                if k:
                    paragraph.add_line_break()
                if part:
                    run = paragraph.add_run()
                    run.text = part
                    colour = look.get("colour") if m % 2 == 0 else style.colour("strong")
                    bold = (look.get("bold", False) and not own) or m % 2 == 1
                    _dress(run, lang, size, None if own and m % 2 == 0 else colour, bold, own)


def in_lines(title: str, width: float, size: float) -> str:
    """Return a bold title with a vertical tab, which breaks a line, where it goes on in the next
    as on a chart.

    Examples
    --------
    >>> in_lines("Infrastructure is the most frequent tool: 20 of 62 initiatives", 8, 26)
    'Infrastructure is the most frequent tool: \\x0b20 of 62 initiatives'
    """
    return _broken(title, title_lines(title, width / _reserve(title), size))


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


def element(xml: str, *spaces: str) -> Any:
    """Return XML as an element, its name spaces declared at ``{names}``."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(xml.format(names=nsdecls(*spaces)))


def fonts(properties: Any) -> None:
    """Give text properties (``a:rPr``, ``a:defRPr``) the theme's fonts, the East Asian one too."""
    from lxml import etree

    for name, font in (("latin", "+mn-lt"), ("ea", "+mn-ea")):
        found = properties.find(qualified(f"a:{name}"))
        if found is None:
            found = etree.SubElement(properties, qualified(f"a:{name}"))
        found.set("typeface", font)


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


def set_theme(part: Any) -> None:
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


@contextmanager
def set_in(font: str) -> Iterator[None]:
    """Measure inside this as if text were set in a template's font; none is the shipped deck's."""
    before = _wider.set(BROAD.get(font.lower(), UNKNOWN) if font else 1.0)
    try:
        yield
    finally:
        _wider.reset(before)


def _broken(text: str, wrapped: str) -> str:
    """Return a text with a vertical tab wherever its wrapped form has a new line."""
    lines, rest = [], text
    for line in wrapped.split("\n"):
        if not rest.startswith(line):  # a word that had to be torn: PowerPoint does as well
            return text
        end = len(rest) - len(rest[len(line) :].lstrip())
        lines.append(rest[:end])
        rest = rest[end:]
    return "\v".join(lines)


def _taken(letters: Iterator[str], number: int) -> str:
    """Return the next letters, and the tabs that break lines before them."""
    taken = ""
    while len(taken.replace("\v", "")) < number:
        taken += next(letters)
    return taken


def _reserve(text: str) -> float:
    plain = max(text, default="") < WIDE_SIGNS and sum(map(str.isupper, text)) * 2 < len(text)
    return RESERVE[plain] * _wider.get()


def _dress(run: Any, lang: str | None, size: float, colour: Any, bold: bool, own: bool) -> None:
    from pptx.util import Pt

    run.font.size = Pt(size)
    if not own or bold:
        run.font.bold = bold
    if colour:
        run.font.color.rgb = rgb(colour)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", say("tag", lang))  # else the words are underlined as misspelt
    properties.set("altLang", say("tag-other", lang))
    if not own:
        fonts(properties)


def emu(inches: float) -> int:
    """Return inches in the file's unit, to a ten-thousandth: what Pythons add up differently in
    the last digit is the same.
    """
    return round(round(inches, 4) * INCH)
