"""A deck on an organisation's own slides: its size, places, fonts and colours are kept, its logo is
left free, its slides are left out; what cannot be used is refused with what to do.

The templates are made by other programs: the file that python-pptx starts from, which PowerPoint
wrote, and one that LibreOffice writes from a drawing of its own.
"""

import io
import shutil
import subprocess
import zipfile
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

import foip_analysis as foip
from foip_analysis.charts.bars import plot_bars
from foip_analysis.shipped.deck import save_deck
from foip_analysis.slides.template import template_stage

INCH = 914_400
LOGO = (8.2, 1.5, 1.5, 0.9)  # inches: in the place of the body, at its right
IMPRESS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:styles><style:style style:name="House-title" style:family="presentation">
<style:text-properties fo:font-family="Liberation Serif" fo:color="#004d40" fo:font-size="32pt"/>
</style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties
 fo:page-width="28cm" fo:page-height="15.75cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="House" style:page-layout-name="P">
<draw:rect svg:width="3cm" svg:height="1.4cm" svg:x="24.6cm" svg:y="0.4cm"/>
<draw:frame presentation:class="title" presentation:placeholder="true"
 presentation:style-name="House-title"
 svg:width="24cm" svg:height="2.4cm" svg:x="1.4cm" svg:y="0.6cm"><draw:text-box/></draw:frame>
<draw:frame presentation:class="outline" presentation:placeholder="true" svg:width="25.2cm"
 svg:height="9.6cm" svg:x="1.4cm" svg:y="3.4cm"><draw:text-box/></draw:frame>
</style:master-page></office:master-styles>
<office:body><office:presentation><draw:page draw:name="one" draw:master-page-name="House">
<draw:frame presentation:class="title" svg:width="24cm" svg:height="2.4cm" svg:x="1.4cm"
 svg:y="0.6cm"><draw:text-box><text:p>OLD</text:p></draw:text-box></draw:frame>
</draw:page></office:presentation></office:body></office:document>"""


@pytest.fixture(scope="module")
def powerpoint(tmp_path_factory):
    """PowerPoint's own 4:3 file, with a logo on its master and a slide in it."""
    deck = Presentation()
    left, top, wide, high = (round(inches * INCH) for inches in LOGO)
    deck.slide_master.shapes._spTree.append(
        parse_xml(
            f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='99' name='Logo'/><p:cNvSpPr/>"
            f"<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x='{left}' y='{top}'/>"
            f"<a:ext cx='{wide}' cy='{high}'/></a:xfrm><a:prstGeom prst='rect'/></p:spPr></p:sp>"
        )
    )
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text_frame.text = "OLD"
    slide.notes_slide.notes_text_frame.text = "OLD notes"
    path = tmp_path_factory.mktemp("powerpoint") / "house.pptx"
    deck.save(path)
    return path


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory):
    """A 16:9 file of 11 × 6.2 in that LibreOffice wrote, with a logo beside its title."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed, which writes this template")
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "house.fodp").write_text(IMPRESS, encoding="utf-8")
    home = f"-env:UserInstallation=file://{folder}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pptx", "house.fodp"]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=120)
    return folder / "house.pptx"


@pytest.fixture(params=["powerpoint", "libreoffice"])
def template(request):
    return request.getfixturevalue(request.param)


def everything(dataset):
    """One item of each kind."""
    table = foip.cross_tab(dataset, "region", "priority", codes="present")
    return [
        foip.count(dataset, "priority"),
        table,
        ("shares", table),
        ("heat map", table),
        ("table", foip.members(dataset, tool="osa")[["name", "summary"]]),
        ("text", ["One **strong** word", "Another"], "Words"),
        plot_bars(foip.count(dataset, "priority")),
    ]


def made(dataset, template, folder):
    items = everything(dataset)
    path = folder / "deck.pptx"
    return save_deck(items, path, title="Ours", subtitle="Of two\nlines", template=template)


@pytest.fixture(scope="module")
def house(shipped, tmp_path_factory):
    """A function from a template to the deck on it, which is made once and only read."""
    return cache(lambda template: made(shipped, template, tmp_path_factory.mktemp("deck")))


def box(shape):
    return [n / INCH for n in (shape.left, shape.top, shape.width, shape.height)]


def apart(one, other):
    return (
        one[0] >= other[0] + other[2] - 0.02
        or other[0] >= one[0] + one[2] - 0.02
        or one[1] >= other[1] + other[3] - 0.02
        or other[1] >= one[1] + one[3] - 0.02
    )


def test_size_layouts_and_theme_are_the_template_s_and_its_slides_are_not_kept(house, template):
    path = house(template)
    given, written = Presentation(template), Presentation(path)
    assert (written.slide_width, written.slide_height) == (given.slide_width, given.slide_height)
    assert len(given.slides) == 1
    names = [layout.name for layout in given.slide_layouts]
    assert [layout.name for layout in written.slide_layouts] == names
    theme = "ppt/theme/theme1.xml"
    with zipfile.ZipFile(path) as after, zipfile.ZipFile(template) as before:
        assert after.read(theme) == before.read(theme)
        whole = b"".join(after.read(name) for name in after.namelist() if "slides/" in name.lower())
        assert b"OLD" not in whole
        assert len(after.namelist()) == len(set(after.namelist()))
    assert written.slides[0].shapes.title.text_frame.text == "Ours"


def test_titles_stand_in_their_places_in_the_template_s_own_letters(house, template):
    slides = list(Presentation(house(template)).slides)
    for slide in slides:
        title = slide.shapes.title
        assert title.is_placeholder
        assert title.text_frame.text
        for run in title.text_frame.paragraphs[0].runs:
            properties = run._r.get_or_add_rPr()
            for own in ("a:latin", "a:ea", "a:solidFill"):
                assert properties.find(qn(own)) is None
            assert properties.get("b") is None
        for shape in slide.placeholders:
            kind = shape.placeholder_format.type
            assert kind == PP_PLACEHOLDER.SLIDE_NUMBER or shape.text_frame.text  # none left empty
        assert slide.notes_slide.notes_text_frame.text
    text = next(slide for slide in slides if slide.shapes.title.text_frame.text == "Words")
    body = [shape.text_frame.text for shape in text.placeholders]
    assert "One strong word\nAnother" in body


def test_nothing_overlaps_leaves_the_slide_or_lies_on_the_logo(house, template):
    written = Presentation(house(template))
    wide, high = written.slide_width / INCH, written.slide_height / INCH
    for slide in list(written.slides)[1:]:
        drawn = [s for s in slide.slide_layout.slide_master.shapes if not s.is_placeholder]
        logos = [shape for shape in drawn if shape.width < 2 * INCH]
        boxes = [box(shape) for shape in slide.shapes if shape.left is not None]
        for n, (left, top, width, height) in enumerate(boxes):
            assert -0.01 <= left <= left + width <= wide + 0.01
            assert -0.01 <= top <= top + height <= high + 0.01
            for other in boxes[:n]:
                assert apart((left, top, width, height), other), slide.shapes.title.text_frame.text
        assert logos
        for logo in logos:
            for shape in slide.shapes:
                if not shape.is_placeholder or shape.shape_id != slide.shapes.title.shape_id:
                    assert apart(box(shape), box(logo)), shape.name


def test_charts_take_the_template_s_colours_and_keep_those_that_mean_something(
    house, shipped, powerpoint
):
    slides = list(Presentation(house(powerpoint)).slides)
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    strong = charts[0].plots[0].series[0].points[0].format.fill.fore_color.rgb
    assert str(strong) == "4F81BD"  # its first accent
    meant = foip.about(foip.cross_tab(shipped, "region", "priority")).colours["priority"]
    parts = list(charts[1].plots[0].series)[:3]
    fills = [str(one.format.fill.fore_color.rgb).lower() for one in parts]
    assert fills == [colour.strip("#").lower() for colour in meant.values()]


def test_text_is_in_proportion_to_the_slide(house, libreoffice):
    slides = list(Presentation(house(libreoffice)).slides)
    chart = next(shape.chart for shape in slides[1].shapes if shape.has_chart)
    high = Presentation(libreoffice).slide_height / INCH
    assert high == pytest.approx(6.2, abs=0.05)
    assert chart.font.size.pt == pytest.approx(14 * high / 7.5, abs=0.1)


def test_the_same_template_gives_the_same_bytes(house, shipped, powerpoint, tmp_path):
    assert made(shipped, powerpoint, tmp_path).read_bytes() == house(powerpoint).read_bytes()


def test_a_potx_is_a_template_too(shipped, powerpoint, tmp_path):
    kinds = "[Content_Types].xml"
    with zipfile.ZipFile(powerpoint) as given, zipfile.ZipFile(tmp_path / "h.potx", "w") as target:
        for name in given.namelist():
            part = given.read(name)
            if name == kinds:
                part = part.replace(b"presentation.main+xml", b"template.main+xml")
            target.writestr(name, part)
    path = made(shipped, tmp_path / "h.potx", tmp_path)
    assert b"template.main+xml" not in zipfile.ZipFile(path).read(kinds)
    assert len(Presentation(path).slides) > len(everything(shipped))


def untitled(path):
    deck = Presentation()
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.idx == 0:
                shape._element.getparent().remove(shape._element)
    deck.save(path)


def cramped(path):
    deck = Presentation()
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            if shape.placeholder_format.idx == 0:
                shape.left, shape.top, shape.width, shape.height = 0, 0, 8 * INCH, 6 * INCH
    deck.save(path)


def narrowed(path):
    """Slides made narrower than the layouts on them, as PowerPoint does not."""
    deck = Presentation()
    deck.slide_width = 8 * INCH
    deck.save(path)


def zipped(name, text):
    def write(path):
        with zipfile.ZipFile(path, "w") as target:
            target.writestr(name, text)

    return write


@pytest.mark.parametrize(
    ("write", "told"),
    [
        (lambda path: None, "cannot be read: no such file"),
        (lambda path: path.write_bytes(b"PK no"), r"no PowerPoint file.*save it as"),
        (zipped("mimetype", "application/vnd.oasis.opendocument.presentation"), "no PowerPoint"),
        (zipped("[Content_Types].xml", "presentationml"), "is damaged"),
        (zipped("[Content_Types].xml", "presentationml macroEnabled.main"), "carries macros"),
        (
            lambda path: path.write_bytes(
                b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
            ),
            "is encrypted.*password",
        ),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600)), "2003 or older"),
        (untitled, "no layout with a place for a title.*Slide Master"),
        (cramped, "leave .* in of a slide .*Slide Master"),
        (narrowed, r"reach over the edge of its slides \(8\.0 × .*Slide Master"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_what_to_do(shipped, tmp_path, write, told):
    template = tmp_path / "house.pptx"
    write(template)
    with pytest.raises(ValueError, match=told):
        save_deck([foip.count(shipped, "priority")], tmp_path / "d.pptx", template=template)
    assert not (tmp_path / "d.pptx").exists()


def test_layouts_are_known_by_their_places_not_their_names(powerpoint, tmp_path):
    deck = Presentation(powerpoint)
    for n, layout in enumerate(deck.slide_layouts):
        layout.name = f"レイアウト{n}"
        layout._element.attrib.pop("type", None)
    other = io.BytesIO()
    deck.save(other)
    path = tmp_path / "named.pptx"
    path.write_bytes(other.getvalue())
    found = template_stage(path).layouts
    assert {role: layout.name[-1] for role, layout in found.items()} == {
        "opening": "0",
        "text": "1",
        "chart": "5",
    }


def test_a_template_without_a_place_for_notes_gets_one(shipped, powerpoint, tmp_path):
    deck = Presentation(powerpoint)
    master = deck.notes_master
    for shape in list(master.placeholders):
        if shape.placeholder_format.type == PP_PLACEHOLDER.BODY:
            shape._element.getparent().remove(shape._element)
    path = tmp_path / "bare.pptx"
    deck.save(path)
    written = Presentation(made(shipped, path, tmp_path))
    assert all(slide.notes_slide.notes_text_frame.text for slide in written.slides)
