"""Labels are data: whatever stands in one, every output shows it as it is. Nothing of it becomes a
tag, a formula, mathematics or a link.

One table of hostile labels (``HOSTILE``) goes through every output, each read by a parser of its
format and compared with the same output of a harmless twin. The outputs are found by rule: formats
in their registries, public names in ``foip.__all__``, classes by their ``_repr_html_``. One that is
not tried here fails the first test.
"""

import csv
import importlib
import io
import json
import re
import sys
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from awkward import HOSTILE, REFUSED
from conftest import ROOT, load_frames, make_frames
from markdown_it import MarkdownIt
from matplotlib.text import Text
from PIL import Image
from pptx import Presentation

import foip_analysis as foip
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.plot import Drawn
from foip_analysis.cli.gallery import write_gallery
from foip_analysis.dataset.codebook import DECLARATION
from foip_analysis.files import figures as saving
from foip_analysis.files.formats import FORMULA, SUFFIXES, WRITERS, for_terminal

pytestmark = [
    pytest.mark.slow,  # draws every chart twice
    pytest.mark.filterwarnings("ignore:Glyph"),  # that no font here has
]

TWIN = [f"Label {n}" for n in range(len(HOSTILE))]
FEW = 6  # columns of a table for a chart, the first of the labels
COLOURS = ["#2f5da8", "#e0a030", "#8c2f45", "#69abfa", "#6a2800", "#f1cb60"]


def make_labelled(labels: list[str]) -> foip.Dataset:
    """Return a dataset all of whose texts are these labels: of codes, dimensions, initiatives,
    definitions, deciding words, and its title.
    """
    many, few = range(len(labels)), range(FEW)
    codings = {f"i{n}": {"tool": f"r{n}", "region": f"c{n % FEW}"} for n in many}
    codings |= {f"j{n}": {"tool": f"r{n} r{n + 1}", "region": "c0 c1"} for n in few}
    codes = {"tool": [f"r{n}" for n in many], "region": [f"c{n}" for n in few]}
    frames = make_frames(codings, {name: " ".join(codes) for name, codes in codes.items()})
    book, size = frames["codebook"], len(labels)
    book["label_en"] = book["label_ja"] = book["definition_en"] = [*labels, *labels[:FEW]]
    declared = {"dimension": DECLARATION, "code": ["tool", "region"], "label_en": labels[-2:]}
    declared |= {"label_ja": labels[-2:], "definition_en": labels[:2]}
    frames["codebook"] = pd.concat([pd.DataFrame(declared), book]).fillna("")
    frames["codebook"]["colour"] = ["", "", *[""] * size, *COLOURS]
    names = [labels[n % size] for n in range(len(codings))]
    frames["initiatives"]["name_en"] = frames["initiatives"]["summary_en"] = names
    frames["codings"]["evidence"] = [labels[n % size] for n in range(len(frames["codings"]))]
    return foip.Dataset(**frames, title=labels[0], title_in={"ja": labels[0]}, version="1")


def make_shipped(labels: list[str]) -> foip.Dataset:
    """Return the shipped dataset with those of these labels that its charts and slides have room
    for, numbered where they are used up.
    """
    shipped = foip.load()
    labels = [label for label, hostile in zip(labels, HOSTILE, strict=True) if len(hostile) < 20]
    book, initiatives = shipped.codebook, shipped.initiatives
    numbered = [f"{labels[n % len(labels)]} {n // len(labels)}" for n in range(len(book))]
    book["label_en"] = book["label_ja"] = numbered
    initiatives["name_en"] = initiatives["name_ja"] = numbered[: len(initiatives)]
    return replace(shipped, codebook=book, initiatives=initiatives)


PAIRS = {"hostile": HOSTILE, "twin": TWIN}


@pytest.fixture(scope="module")
def labelled():
    return {which: make_labelled(labels) for which, labels in PAIRS.items()}


@pytest.fixture(scope="module")
def relabelled():
    return {which: make_shipped(labels) for which, labels in PAIRS.items()}


# What is an output


def with_iso3(codebook: pd.DataFrame) -> pd.DataFrame:
    """The codebook with made-up ISO codes for the regions but the first, which is a group."""
    regions = codebook["dimension"].eq("region")
    countries = regions & regions.cumsum().gt(1)
    codebook["iso3"] = [
        f"A{chr(65 + n // 26)}{chr(65 + n % 26)}" if country else ""
        for n, country in enumerate(countries)
    ]
    return codebook


TABLES = {  # public functions that give a table, or something that shows itself
    "agreement": lambda d: foip.agreement(d, d),
    "association": lambda d: foip.association(d, "tool", "region", none="include", draws=0),
    "combinations": lambda d: foip.combinations(d, "tool"),
    "compare": lambda d: foip.compare(d, replace(d, codings=d.codings.iloc[:-FEW])),
    "count": lambda d: foip.count(d, "tool"),
    "cross_tab": lambda d: foip.cross_tab(d, "tool", "region"),
    "describe": lambda d: foip.describe("tool", d, lang="en"),
    "disagreements": lambda d: foip.disagreements(d, d, "tool"),
    "findings": lambda d: foip.findings(foip.count(d, "tool")),
    "flows": lambda d: foip.flows(d, "tool", "region"),
    "members": lambda d: foip.members(d, region="c0"),
    "sensitivity": lambda d: foip.sensitivity(d, "tool", to="counting"),
    "to_panel": lambda d: foip.to_panel(replace(d, codebook=with_iso3(d.codebook)), "region"),
}
NONE = {"about", "cite", "DataError", "load", "scan", "units_from", "verify"}  # give no document
CLASSES = {  # public classes that show themselves, and how one is come by
    "Dataset": lambda d: d,
}
OTHERS = {"explore", "save_table", "save_figure", "save_deck", "save_explorer"}
OTHERS |= {"save_workbook", "template"}
CHARTS = sorted([*get_args(Drawn), "overview"])
DRAW = {"plot", *(name for name in foip.__all__ if name.startswith("plot_"))}


def test_every_public_name_is_tried_or_gives_no_document():
    assert {f"plot_{chart}" for chart in CHARTS} | {"plot"} >= DRAW
    tried = {*TABLES, *CLASSES, *DRAW, *OTHERS}
    assert tried.isdisjoint(NONE)
    assert {*foip.__all__} == tried | NONE
    shown = {
        name
        for name in foip.__all__
        if isinstance(thing := getattr(foip, name), type) and hasattr(thing, "_repr_html_")
    }
    assert shown == {*CLASSES}
    assert {*WRITERS} == {*READ}
    assert {*SUFFIXES} == {*READ_FIGURE}


def test_what_cannot_be_seen_or_turns_the_text_around_is_refused_at_loading(tmp_path):
    for number, label in enumerate([*HOSTILE, *REFUSED]):
        frames = make_frames({"1": {"tool": "A", "region": "N"}}, {"tool": "A B", "region": "N"})
        frames["codebook"].loc[0, "label_en"] = label
        (folder := tmp_path / str(number)).mkdir()
        if label in HOSTILE:
            assert load_frames(folder, frames).codebook["label_en"].iloc[0] == label
        else:
            with pytest.raises(foip.DataError):
                load_frames(folder, frames)


# Readers


def flat(text: str) -> str:
    return " ".join(text.split())


def bare(text: str) -> str:
    """A text without white space, however its lines were broken."""
    return re.sub(r"\s", "", text)


IGNORED = {"tex2jax_ignore", "mathjax_ignore"}
MATHS = re.compile(r"\$|\\[(\[]|\\begin")


class Page(HTMLParser):
    """What a browser sees in HTML: tags with the names of their attributes, texts, and which texts
    could be set as mathematics.
    """

    EMPTY = ("br", "col", "hr", "img", "input", "link", "meta", "wbr")

    def __init__(self, written: str):
        super().__init__()
        self.tags, self.texts, self.maths, self.links = [], [], [], []
        self.open: list[tuple[str, bool]] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append((tag, *given))
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.texts += [given[name] for name in ("alt", "title") if given.get(name)]
        shielded = (
            bool(self.open and self.open[-1][1]) or {*(given.get("class") or "").split()} >= IGNORED
        )
        if tag not in self.EMPTY:
            self.open.append((tag, shielded))

    def handle_endtag(self, tag):
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        elif tag not in self.EMPTY:
            raise AssertionError(f"</{tag}> closes nothing; open are {self.open}")

    def handle_comment(self, told):
        self.tags.append(("comment", told))

    def handle_data(self, text):
        inside, shielded = self.open[-1] if self.open else ("", False)
        if inside in ("script", "style"):
            return
        if self.texts and self.rawdata and not text.strip():
            return
        self.texts.append(flat(text))
        if MATHS.search(text) and not shielded and inside != "title":
            self.maths.append(text)


def assert_same_page(written: str, twin: str, labels=HOSTILE, *, shielded: bool = True) -> Page:
    """HTML has the tags and links of its twin and all labels as text."""
    page, other = Page(written), Page(twin)
    assert page.tags == other.tags
    assert page.links == other.links
    assert missing(labels, page.texts) == []
    assert not shielded or page.maths == []
    return page


def missing(labels: list[str], texts: list[str]) -> list[str]:
    """Return the labels that are no text, nor a part of one that has its own words; a long word may
    be broken with a hyphen.
    """
    whole = "\n".join(texts)
    ways = {bare(whole), bare(whole.replace("-\n", ""))}
    return [
        label
        for label in labels
        if label not in texts and not any(bare(label) in way for way in ways)
    ]


def tokens(written: str) -> list:
    """What a Markdown reader makes of a text, tables, struck words and bare addresses included."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [each for block in reader.parse(written) for each in (block, *(block.children or []))]


def assert_same_markdown(written: str, twin: str, labels=HOSTILE) -> None:
    def shape(written):
        kept = ("text", "text_special", "html_block")
        return [token.type for token in tokens(written) if token.type not in kept]

    assert shape(written) == shape(twin)
    texts = [
        "".join(child.content for child in token.children)
        for token in tokens(written)
        if token.type == "inline"
    ]
    assert missing(labels, texts) == []
    unescaped = re.sub(r"\\[!-/:-@\[-`{-~]|`[^`\n]+`|<img [^\n]*>", "", written)
    assert re.findall(r"\$|https?://|www\.|\w@\w", unescaped) == []  # GitHub sets and links these


def read_csv(path, twin, labels=HOSTILE, *, noted: bool = True):
    def rows(path, told):
        written = path.read_bytes().decode("utf-8-sig")
        if noted and not told:  # a label that begins with # is quoted
            written = re.sub(r"^#.*\n", "", written, flags=re.MULTILINE)
        return list(csv.reader(io.StringIO(written, newline="")))

    cells = [cell for row in rows(path, True) for cell in row]
    guarded = [f"'{label}" if FORMULA.match(label) else label for label in labels]
    assert [label for label in guarded if label not in cells] == []
    number = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
    assert [c for c in cells if FORMULA.match(c) and not number.fullmatch(c)] == []
    assert [len(row) for row in rows(path, False)] == [len(row) for row in rows(twin, False)]


def read_book(file, labels=HOSTILE, *, sums: bool = False):
    """A workbook has the labels as strings, no formula (but sums) and no link."""
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    held = {unescape(cell.value) for cell in cells if isinstance(cell.value, str)}
    assert [label for label in labels if label.replace("\r", "\n") not in held] == []
    run = [cell.value for cell in cells if cell.data_type == "f"]
    assert [formula for formula in run if not (sums and formula.startswith("=SUM("))] == []
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []


def unescape(text: str) -> str:
    """Return what a workbook's ``_x001B_`` stands for; XML makes a line feed of a return."""
    found = re.sub(r"_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text)
    return found.replace("\r\n", "\n").replace("\r", "\n")


TEXTS = {  # what TeX writes for a name, and for a sign behind a backslash
    **{"backslash": "\\", "asciitilde": "~", "asciicircum": "^", "less": "<", "greater": ">"},
    **{"bar": "|", "quotedbl": '"', "asciigrave": "`"},
}


def from_tex(written: str) -> str:
    """Return what TeX typesets of a text; fails where it would do anything but typeset."""
    known = r"\\text(\w+)\{\}|\\([&%$#_{}])|\{([\[*])\}|-(\{\})(?=-)|'(\{\})(?=')|,(\{\})(?=,)"

    def sign(found):
        name, escaped, braced = found.groups()[:3]
        return TEXTS[name] if name else escaped or braced or found[0][0]

    left = re.sub(known, "", written)
    assert not re.search(r"[\\{}$&#^_%~<>|\"`\[*]|--|''|,,", left), (written, left)
    return re.sub(known, sign, written)


def read_tex(path, twin, labels=HOSTILE):
    def rows(path):
        inside = path.read_text(encoding="utf-8").split("\\hline\n", 1)[1].split("\\end{tab")[0]
        return [line[:-3].split(" & ") for line in inside.split("\n") if line.endswith(r" \\")]

    found = rows(path)
    assert list(map(len, found)) == list(map(len, rows(twin)))
    assert missing([flat(label) for label in labels], [from_tex(c) for r in found for c in r]) == []
    caption = re.search(r"\\caption\{(.*)\}\n", path.read_text(encoding="utf-8"))
    from_tex(re.sub(r"\\ensuremath\{\\\w+\}|--", "", caption[1]))


def read_json(path, twin, labels=HOSTILE):
    def strings(thing):
        if isinstance(thing, str):
            return [thing]
        if isinstance(thing, dict):
            thing = [*thing, *thing.values()]
        return [s for each in thing for s in strings(each)] if isinstance(thing, list) else []

    assert missing(labels, strings(json.loads(path.read_text(encoding="utf-8")))) == []


def read_parquet(path, twin, labels=HOSTILE):
    table = pd.read_parquet(path)
    texts = [*table.index, *table.columns, *table.to_numpy().ravel()]
    assert [label for label in labels if label not in texts] == []


def text_of(path) -> str:
    return path.read_text(encoding="utf-8")


READ = {
    ".csv": read_csv,
    ".xlsx": lambda path, twin, labels=HOSTILE: read_book(path, labels),
    ".md": lambda path, twin, labels=HOSTILE: assert_same_markdown(
        text_of(path), text_of(twin), labels
    ),
    ".html": lambda path, twin, labels=HOSTILE: assert_same_page(
        text_of(path), text_of(twin), list(map(flat, labels))
    ),
    ".tex": read_tex,
    ".parquet": read_parquet,
    ".json": read_json,
}


def read_svg(path, twin, labels):
    """A drawing has no more kinds of elements and attributes than its twin."""

    def kinds(path):
        tree = ElementTree.parse(path).getroot()
        return {(e.tag, name) for e in tree.iter() for name in ("", *e.attrib)}

    assert kinds(path) <= kinds(twin)


def read_png(path, twin, labels):
    with Image.open(path) as picture:
        assert {*picture.text} == {"Title", "Description"}


def read_pdf(path, twin, labels):
    assert re.findall(
        rb"/(?:URI|JavaScript|JS|Launch|AA|OpenAction|Annots)\b", path.read_bytes()
    ) == (re.findall(rb"/(?:URI|JavaScript|JS|Launch|AA|OpenAction|Annots)\b", twin.read_bytes()))


READ_FIGURE = {
    "png": read_png,
    "4k.png": read_png,
    "svg": read_svg,
    "text.svg": read_svg,
    "pdf": read_pdf,
    "csv": lambda path, twin, labels: read_csv(path, twin, labels, noted=False),
    "json": lambda path, twin, labels: read_json(path, twin, []),  # its marks are codes
}


# Tables, as files and in a notebook


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("kind", ["count", "cross_tab", "members", "describe"])
def test_a_table_that_is_saved(labelled, tmp_path, suffix, kind):
    paths = [
        foip.save_table(TABLES[kind](dataset), tmp_path / f"{which}{suffix}")
        for which, dataset in labelled.items()
    ]
    labels = HOSTILE if kind != "members" else HOSTILE[:FEW]
    READ[suffix](*paths, labels)


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_table_of_labels_that_loading_refuses(tmp_path, suffix):
    both = [*HOSTILE, *REFUSED]
    for which, labels in {"a": both, "b": [f"Label {n}" for n in range(len(both))]}.items():
        table = foip.count(make_labelled(labels), "tool")
        foip.save_table(table, tmp_path / f"{which}{suffix}")
    READ[suffix](tmp_path / f"a{suffix}", tmp_path / f"b{suffix}", both)


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_in_a_notebook(labelled, kind):
    with pd.option_context("display.max_rows", None, "display.max_columns", None):
        shown = {which: TABLES[kind](d)._repr_html_() for which, d in labelled.items()}
    labels = HOSTILE if kind in ("count", "cross_tab", "describe", "sensitivity") else []
    assert_same_page(shown["hostile"], shown["twin"], labels)


@pytest.mark.parametrize("kind", CLASSES)
def test_what_shows_itself_in_a_notebook(labelled, kind):
    shown = [CLASSES[kind](dataset)._repr_html_() for dataset in labelled.values()]
    page, other = map(Page, shown)
    assert page.tags[:1] == other.tags[:1] == [("div", "class")]
    assert page.maths == []
    if kind == "Dataset":
        assert HOSTILE[0] in page.texts[0]


@pytest.mark.parametrize("which", ["initiatives", "codings", "codebook", "units", "membership"])
def test_a_frame_of_a_dataset_in_a_notebook(labelled, which):
    def shown(dataset):
        frame = getattr(dataset, which)
        return (frame("tool") if which == "membership" else frame)._repr_html_()

    with pd.option_context(
        "display.max_rows", None, "display.max_columns", None, "display.max_colwidth", None
    ):
        labels = HOSTILE if which in ("initiatives", "codings", "codebook") else []
        assert_same_page(*map(shown, labelled.values()), labels)


def test_the_cells_of_an_association_in_a_notebook(labelled):
    with pd.option_context("display.max_rows", None, "display.max_colwidth", None):
        shown = [TABLES["association"](d).cells._repr_html_() for d in labelled.values()]
    assert_same_page(*shown)


def test_a_table_in_a_terminal(labelled):
    shown = for_terminal(TABLES["count"](labelled["hostile"]))
    assert [label for label in HOSTILE if label not in shown] == []


# Charts

SOME = [f"r{n}" for n in range(8)]  # as many rows as squares have room for
CHART = {
    "dots": lambda d: foip.sensitivity(d, "tool", "region"),
    "flows": lambda d: foip.flows(d, "region", "tool"),
    "map": lambda d: foip.count(d.where(region="pacific"), "place"),
    "multiples": lambda d: foip.cross_tab(d, "tool", "region", by="region"),
    "pairs": lambda d: foip.cross_tab(d, "tool", "tool"),
    "residuals": lambda d: foip.association(d, "tool", "region", none="include", draws=0).residuals,
    "sets": lambda d: foip.combinations(d, "tool", top=28),
    "stated": lambda d: foip.sensitivity(d, "tool"),
    "squares": lambda d: foip.sensitivity(
        of_one_code(d).where(tool=SOME), "tool", codes={"tool": SOME}
    ),
}


def of_one_code(dataset: foip.Dataset) -> foip.Dataset:
    """Return the dataset of the initiatives that have one code of each dimension."""
    book, initiatives, codings = dataset.codebook, dataset.initiatives, dataset.codings
    book["codes_per_initiative"] = ["one", "one", *[""] * (len(book) - 2)]
    return replace(
        dataset,
        codebook=book,
        initiatives=initiatives[initiatives["initiative_id"].str.startswith("i")],
        codings=codings[codings["initiative_id"].str.startswith("i")],
    )


SHIPPED = {"overview", "map"}  # of dimensions that only the shipped dataset has


def drawn(name: str, labelled: dict, relabelled: dict) -> list:
    """Return a chart of the hostile dataset and of its twin."""
    sets = relabelled if name in SHIPPED else labelled
    if name == "overview":
        return [foip.plot_overview(dataset) for dataset in sets.values()]
    make = CHART.get(name, TABLES["cross_tab"])
    titles = [" ".join(PAIRS[which][10:17]) for which in sets]  # of the hostile, its tags
    made = zip(map(make, sets.values()), titles, strict=True)
    return [foip.plot(table, name, title=title) for table, title in made]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_that_is_saved(labelled, relabelled, tmp_path, monkeypatch, name):
    """One chart as all its files; of the others, whose texts are drawn by the same code, the texts
    and links tell as much as pictures do, which take long.
    """
    figures = drawn(name, labelled, relabelled)
    assert not any(artist.get_url() for artist in figures[0].findobj())
    if name != "bars":
        monkeypatch.setattr(saving, "PICTURES", {})
        monkeypatch.setattr(saving, "SUFFIXES", ("csv", "json"))
    for which, figure in zip(labelled, figures, strict=True):
        foip.save_figure(figure, which, folder=tmp_path)
    texts = [text for text in figures[0].findobj(Text) if text.get_text()]
    assert not any(text.get_parse_math() or text.get_usetex() for text in texts)
    labels = {"squares": HOSTILE[: len(SOME)], "sets": []}.get(name, HOSTILE)
    labels = [] if name in SHIPPED else labels
    assert missing(labels, [text.get_text() for text in texts]) == []
    for suffix in saving.SUFFIXES:
        read = READ_FIGURE[suffix]
        read(tmp_path / f"hostile.{suffix}", tmp_path / f"twin.{suffix}", labels)


def strings(thing) -> list[str]:
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, dict):
        thing = list(thing.values())
    return [text for each in thing for text in strings(each)] if isinstance(thing, list) else []


POINTED = {"heatmap": "cross_tab", "bars": "count", "flows": "flows", "sets": "combinations"}


@pytest.mark.parametrize("chart", POINTED)
def test_a_chart_to_point_at(labelled, chart):
    figures = [
        foip.explore(TABLES[POINTED[chart]](dataset), chart=chart) for dataset in labelled.values()
    ]
    found, twin = (strings(json.loads(figure.to_json())) for figure in figures)
    assert [text for text in found if "$" in text] == []
    tags = {tag for text in twin for tag in Page(text).tags}
    pages = [Page(text) for text in found]
    assert {tag for page in pages for tag in page.tags} <= tags
    labels = HOSTILE if chart in ("heatmap", "bars") else []
    assert missing(labels, ["".join(page.texts) for page in pages]) == []
    written = [figure.to_html(include_plotlyjs=False, div_id="a") for figure in figures]
    assert Page(written[0]).tags == Page(written[1]).tags


# Pages, decks, galleries, the site


def test_the_explorer_as_a_file_and_in_a_notebook(labelled, tmp_path):
    paths = [foip.save_explorer(d, tmp_path / f"{w}.html") for w, d in labelled.items()]
    explorers = [foip.explore(dataset)._page for dataset in labelled.values()]
    for written, twin in ([text_of(path) for path in paths], explorers):
        assert Page(written).tags == Page(twin).tags
        held = re.search(r'<script type="application/json" id="data">(.*?)</script>', written, re.S)
        assert missing(HOSTILE, strings(json.loads(held[1]))) == []


def deck_texts(path) -> list[str]:
    """Every text of a deck: shapes, tables, the labels of charts, notes; fails if any is a link."""
    found = []
    for slide in Presentation(path).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
            if shape.has_chart:
                plot = shape.chart.plots[0]
                found += [*plot.categories, *(series.name for series in plot.series)]
                book = io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)
                read_book(book, list(plot.categories), sums=True)
        found.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert [n for n, part in parts.items() if b"hlinkClick" in part or b"hlinkHover" in part] == []
    external = [n for n, part in parts.items() if b'TargetMode="External"' in part]
    assert external == []
    return found


def test_a_deck(labelled, tmp_path):
    dataset = labelled["hostile"]
    fit = [n for n, label in enumerate(HOSTILE) if len(label) < 60]  # longer ones are refused
    for at in range(0, len(fit), FEW):
        some = [HOSTILE[n] for n in fit[at : at + FEW]]
        codes = {"tool": [f"r{n}" for n in fit[at : at + FEW]]}
        crossed = foip.cross_tab(dataset, "tool", "region", codes=codes)
        items = [("bars", foip.count(dataset, "tool", codes=codes), some[0])]
        items += [("heat map", crossed, some[0]), ("table", crossed, some[0])]
        path = foip.save_deck(items, tmp_path / "d.pptx", title=some[0], subtitle=some[-1])
        assert missing(some, deck_texts(path)) == []
    picture = plot_bars(foip.count(dataset, "tool", codes=codes))
    deck_texts(foip.save_deck([picture], tmp_path / "p.pptx", title="A"))


def test_the_deck_of_the_document(relabelled, tmp_path):
    path = foip.save_deck(relabelled["hostile"], tmp_path / "d.pptx")
    deck_texts(path)


@pytest.fixture
def gallery(tmp_path):
    """Two folders of figures, whose words are the labels and harmless ones."""
    folders = []
    for which, labels in PAIRS.items():
        (folder := tmp_path / which).mkdir()
        folders.append(folder)
        for n, label in enumerate(labels):
            words = {"title": label, "subtitle": label, "alt": f"{label}\n\n{label}"}
            (folder / f"f{n:03}-en.json").write_text(json.dumps(words), encoding="utf-8")
        (folder / "explorer.html").write_text("", encoding="utf-8")
    return folders, {f"f{n:03}-en": "01-a.ipynb" for n in range(len(HOSTILE))}


def test_the_gallery(gallery):
    folders, notebooks = gallery
    for folder in folders:
        write_gallery(folder, notebooks)
    assert_same_markdown(*(text_of(folder / "README.md") for folder in folders))
    assert_same_page(*(text_of(folder / "index.html") for folder in folders), shielded=False)


@pytest.mark.parametrize("name", ["codebook_page", "initiatives_page", "gallery_page"])
def test_a_page_of_the_site(labelled, gallery, monkeypatch, name):
    monkeypatch.syspath_prepend(ROOT / "docs")
    page = importlib.import_module(name).page
    folders, notebooks = gallery
    things = [(folder, notebooks) for folder in folders]
    if name != "gallery_page":
        things = [(dataset,) for dataset in labelled.values()]
    written = [page(*thing, "en") for thing in things]
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    found, twin = (Page(reader.render(text)) for text in written)
    assert found.tags == twin.tags
    assert found.links == twin.links
    assert missing(HOSTILE, found.texts) == []
    sys.modules.pop(name)


def test_a_text_of_several_lines_stays_in_its_place(monkeypatch, tmp_path):
    """A blank line ends a block of Markdown, and a row of a table."""
    monkeypatch.syspath_prepend(ROOT / "docs")
    lines, twin = (
        make_labelled([f"two{between}{n}" for n in range(12)]) for between in ("\n\n# ", " x ")
    )
    labels = [f"two # {n}" for n in range(12)]
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    for name in ("codebook_page", "initiatives_page"):
        page = importlib.import_module(name).page
        written = [reader.render(page(dataset, "en")) for dataset in (lines, twin)]
        assert_same_page(*written, labels, shielded=False)
        sys.modules.pop(name)
    tables = [TABLES["cross_tab"](dataset) for dataset in (lines, twin)]
    page = assert_same_page(*(table._repr_html_() for table in tables), labels)
    assert {*labels} <= {*page.texts}
    for suffix in (".html", ".md", ".tex"):
        paths = [foip.save_table(t, tmp_path / f"{n}{suffix}") for n, t in enumerate(tables)]
        READ[suffix](*paths, labels)
