"""The explorer page counts, says and lists what the library does; it is read by keyboard, on a
phone and without a network.
"""

import io
import itertools
import json
import random
import re
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from awkward import HOSTILE
from browsing import browser, listen, tab, until, violations  # noqa: F401
from conftest import TOY8, make_dataset, make_frames
from made_up import LANGUAGE, make_catalogues, worded
from made_up import make_dataset as make_bracketed
from PIL import Image
from test_catalogue import samples, sentences

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.cli.shell import main
from foip_analysis.explorer.page import save_explorer, sentences_of
from foip_analysis.tables import caption
from foip_analysis.tables.grid import number
from foip_analysis.words import catalogue, numerals
from foip_analysis.words.catalogue import compiled, say

ASSETS = Path(foip.__file__).parent / "explorer" / "assets"
SHARES = [("initiatives", None, "initiatives")] + [
    ("initiatives", share, of)
    for share in ("row", "column", "table")
    for of in ("initiatives", "pairs")
]
WAYS = SHARES + [("fractional", share, "initiatives") for share in (None, "row", "column", "table")]
PLAIN = {
    "by": "",
    "count": "initiatives",
    "share": "",
    "of": "initiatives",
    "order": "codebook",
    "codes": "all",
    "lang": "en",
    "where": [],
}
MANY = """(asked) => asked.map((options) => {
    const { total, rows, columns, layers } = crossTab(data, options), codes = (lines) =>
    lines.map((line) => line.code); const words = options.say ? [note, finding, subtitle,
    call].map((told) => told(options, { total, rows, columns, layers })) : []; const told =
    layers.map(({ line, base, cells }) => [line && line.code, base, cells]); return { rows:
    codes(rows), columns: codes(columns), layers: told, words };
})"""


LISTS = """(options) => {
    const { rows, columns, layers } = crossTab(data, options), all = [];
    const told = (i, cell) => {
        const { id, name, summary } = data.initiatives[i], { words, locators } = evidence(data,
        options, i, cell, options.lang); return [id, name[options.lang], summary[options.lang],
        locators, words];
    };
    for (const { line, cells } of layers) rows.forEach((row, a) => columns.forEach((column, b) => {
        const cell = { row, column, layer: line }, found = behind(data, options, cell).map((i) =>
        told(i, cell)); const codes = [row, column, line].map((part) => part && part.code), call =
        membersCall(options, cell); all.push({ codes, number: cells[a][b], call, found });
    }));
    return all;
}"""


@pytest.fixture
def explore(tab, tmp_path):  # noqa: F811
    """A function that writes the page of a dataset, opens it at an address and returns the tab."""

    def opened(dataset: foip.Dataset, address: str = "", **options):
        tab.goto(save_explorer(dataset, tmp_path / "explorer.html", **options).as_uri() + address)
        return tab

    return opened


@pytest.fixture(scope="module")
def kept(browser, shipped, tmp_path_factory):  # noqa: F811
    """The page of the shipped dataset, opened once, and what it asks for or complains of."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    heard = listen(page)
    page.goto(save_explorer(shipped, tmp_path_factory.mktemp("kept") / "explorer.html").as_uri())
    yield page, heard
    context.close()


@pytest.fixture
def at(kept):
    """A function that takes the page of the shipped dataset to an address, as a link does; for
    tests that leave nothing on it but its state.
    """
    page, heard = kept
    page.set_viewport_size({"width": 1280, "height": 800})

    def there(address: str = "#lang=en"):
        follow(page, address)
        return page

    yield there
    page.emulate_media(media="screen")
    told = heard.copy()
    heard.clear()
    assert told == []


def follow(page, address: str) -> None:
    """Go to another address of the page, and wait until the page has followed."""
    page.evaluate(
        "(address) => new Promise((done) => { addEventListener('hashchange', () => "
        "done(), { once: true }); const before = location.hash; location.hash = address; "
        "if (location.hash === before) done(); })",
        address,
    )


def asked_of(page, script: str, given: object) -> list:
    """Return what a function of the page makes, handed over as one text: a browser's driver takes
    some hundred thousand values apart one by one.
    """
    exact = "(_, value) => Object.is(value, NaN) || Math.abs(value) === 1 / 0 ? `${value}` : value"
    return json.loads(
        page.evaluate(f"(given) => JSON.stringify(({script})(given), {exact})", given)
    )


def last_line(page, code: str) -> str:
    """Return the last line of code that the page shows."""
    return page.text_content(code).splitlines()[-1]


def table_of(dataset: foip.Dataset, asked: dict, **more) -> pd.DataFrame:
    """Return the library's table for the page's options."""
    chosen = dataset.stated() if asked.get("stated") else dataset
    for dimension, codes in asked["where"]:
        chosen = chosen.where(**{dimension: codes})
    options = {
        "by": asked["by"] or None,
        "share": asked["share"] or None,
        "margins": asked["margins"],
        "none": asked["none"],
    }
    same = {name: asked[name] for name in ("count", "of", "order", "codes")}
    return foip.cross_tab(chosen, asked["rows"], asked["columns"], **options, **same, **more)


def assert_same(found: dict, table: pd.DataFrame, last: int | None = None) -> None:
    """Compare the page's table with the library's, or with it up to its last line: one without
    margins.
    """
    itself = foip.about(table)
    assert found["rows"] == itself.row_codes[:last]
    assert found["columns"] == itself.column_codes[:last]
    bases = itself.base if isinstance(itself.base, dict) else {None: itself.base}
    assert [(code, base) for code, base, _ in found["layers"]] == list(bases.items())
    cells = np.array([cells for _, _, cells in found["layers"]], float)
    known = table.to_numpy(float)[:last, :last]
    assert np.allclose(cells, known.reshape(cells.shape), rtol=0, atol=1e-9, equal_nan=True)


# The numbers


@pytest.mark.parametrize("which", ["shipped", "toy8", "toyh"])
def test_every_cross_tab_is_that_of_the_library(which, explore, request, monkeypatch):
    monkeypatch.setattr(
        "foip_analysis.tables.about.CARRIED", -1
    )  # who stands behind each cell is not asked here, and takes long
    dataset = request.getfixturevalue(which)
    page = explore(dataset)
    chosen = {False: dataset, True: dataset.stated()}
    ways = [*itertools.product(WAYS, (False, True))]
    step = 5 if which == "shipped" else 1  # of many pairs each has some ways, all of them each way
    pairs = itertools.product(dataset.dimensions, dataset.dimensions, (False, True))
    for turn, (rows, columns, stated) in enumerate(pairs):
        same = PLAIN | {"rows": rows, "columns": columns, "stated": stated}
        asked = [
            same | {"count": c, "share": s or "", "of": of, "none": n}
            for (c, s, of), n in ways[turn % step :: step]
        ]
        framed, bare = (
            [options | {"margins": margins} for options in asked] for margins in (True, False)
        )
        for options, found, cells in zip(
            framed, asked_of(page, MANY, framed), asked_of(page, MANY, bare), strict=True
        ):
            table = table_of(chosen[stated], options | {"stated": False}, lang=None)
            assert_same(found, table)
            assert_same(
                cells, table, last=-1
            )  # without margins, the same table without its last lines


def some_questions(dataset: foip.Dataset, number: int) -> list[dict]:
    """Return questions with layers and filters, drawn with a seed; fractions are not sorted by
    size, where near ties decide.
    """
    draw, names = random.Random(7), dataset.dimensions
    questions = []
    for n in range(number):
        count, share, of = draw.choice(WAYS)
        where = []
        for dimension in [d for d in names if draw.random() < 0.15]:
            codes = [*dataset.membership(dimension).columns, "none"]
            where.append(
                [dimension, sorted(draw.sample(codes, draw.randint(1, 3)), key=codes.index)]
            )
        asked = {
            "rows": draw.choice(names),
            "columns": draw.choice(names),
            "count": count,
            "share": share or "",
            "of": of,
            "where": where,
        }
        asked |= {name: draw.random() < 0.5 for name in ("margins", "none", "stated")} | {
            "by": draw.choice(["", *names])
        }
        asked |= {
            "order": draw.choice(["codebook", "size"]) if count == "initiatives" else "codebook",
            "lang": ("en", "ja")[n % 2],
            "say": True,
        }
        questions.append(PLAIN | asked | {"codes": "present" if draw.random() < 0.3 else "all"})
    return questions


def test_layers_filters_order_and_words_are_those_of_the_library(at, shipped):
    questions = some_questions(shipped, 150)
    for asked, found in zip(questions, asked_of(at(), MANY, questions), strict=True):
        if not found["layers"]:
            with pytest.raises(ValueError, match="no code is left"):
                table_of(shipped, asked)
            continue
        table = table_of(shipped, asked, lang=asked["lang"])
        assert_same(found, table)
        note, finding, subtitle, call = found["words"]
        assert (note, call) == (foip.about(table).note.strip(), foip.about(table).call)
        title = caption.plain_title(table)
        assert (finding, subtitle) == (title, caption.subtitle(table, title))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_titles_subtitles_notes_and_calls_are_those_of_the_library(at, shipped, lang):
    pairs = itertools.product(shipped.dimensions, repeat=2)
    asked = [
        PLAIN
        | {
            "rows": r,
            "columns": c,
            "share": share,
            "margins": False,
            "none": none,
            "lang": lang,
            "say": True,
        }
        for (r, c), share, none in itertools.product(pairs, ("", "row", "table"), (False, True))
    ][catalogue.languages().index(lang) :: 5]  # 5 and 6 ways: each pair has one or two in turn
    for options, found in zip(asked, asked_of(at(), MANY, asked), strict=True):
        table = table_of(shipped, options, lang=lang)
        assert found["words"] == [
            foip.about(table).note.strip(),
            caption.plain_title(table),
            caption.subtitle(table, caption.plain_title(table)),
            foip.about(table).call,
        ]


def test_the_page_of_a_selection_tells_it(explore, shipped):
    chosen = shipped.stated().where(priority="p3")
    asked = PLAIN | {
        "rows": "tool",
        "columns": "region",
        "margins": True,
        "none": False,
        "where": [["region", ["pacific", "africa"]]],
        "say": True,
    }
    [found] = asked_of(explore(chosen), MANY, [asked])
    table = table_of(chosen, asked)
    assert_same(
        found,
        foip.cross_tab(
            chosen.where(region=["pacific", "africa"]), "tool", "region", margins=True, lang=None
        ),
    )
    assert found["words"] == [
        foip.about(table).note,
        caption.plain_title(table),
        caption.subtitle(table, caption.plain_title(table)),
        foip.about(table).call,
    ]


def test_numbers_are_written_as_the_library_writes_them(explore, toy8):
    numbers = (
        [n / 16 for n in range(200)]
        + [n / 7 for n in range(50)]
        + [0.35, 0.15, 2.675, 1.005, 1234.5, 1e6]
    )
    found = explore(toy8).evaluate(
        "(numbers) => numbers.map((number) => [0, 1, 2, 3].map((places) => "
        "rounded(number, places)))",
        numbers,
    )
    assert found == [[numerals.fixed(number, places) for places in range(4)] for number in numbers]


def test_a_number_too_small_to_round_is_not_shown_as_zero(explore, toy8):
    page = explore(toy8)
    texts = page.evaluate(
        "[cellText(0.004, {share: 'row'}), cellText(0.004, {}), cellText(0, {share: "
        "'row'}), cellText(null, {}), cellText(12, {})]"
    )
    assert texts == ["<1%", "<0.01", "0%", "–", "12"]


# The initiatives behind a number


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_behind_every_number_are_the_members_with_their_words(at, shipped, lang):
    options = PLAIN | {
        "rows": "tool_family",
        "columns": "region",
        "by": "priority",
        "none": True,
        "margins": False,
        "lang": lang,
    }
    told = asked_of(at(), LISTS, options)
    for cell in told[catalogue.languages().index(lang) :: 2]:  # each cell in one of the languages
        behind = foip.members(
            shipped,
            lang=lang,
            **dict(zip(("tool_family", "region", "priority"), cell["codes"], strict=True)),
        )
        assert cell["number"] == len(behind) == len(cell["found"])
        assert cell["found"] == behind.to_numpy().tolist()
        assert cell["call"] == foip.about(behind).call


def test_behind_a_margin_are_those_with_any_code(at):
    page = at()
    for none in (False, True):
        asked = PLAIN | {"rows": "tool", "columns": "region", "margins": True, "none": none}
        found = asked_of(page, LISTS, asked)
        assert [cell["number"] for cell in found] == [len(cell["found"]) for cell in found]
        assert found[-1]["number"] == (62 if none else 53)
        assert [bool(cell["call"]) for cell in found] == [
            none or "all" not in cell["codes"] for cell in found
        ]


def test_words_are_only_stated_ones_if_only_those_count(explore, tmp_path):
    codebook = {"tool": "A", "region": "Europe", "place": "FR<Europe DE<Europe"}
    dataset = make_dataset(tmp_path, {"1": {"tool": "A", "place": "FR DE?"}}, codebook)
    codings = dataset.codings
    codings.loc[codings["code"] == "DE", "evidence"] = "a guess"
    dataset = replace(dataset, codings=codings)
    for stated in (dataset, dataset.stated()):
        page = explore(
            dataset,
            f"#rows=tool&cols=region&lang=en{'' if stated is dataset else '&stated=1'}"
            "&cell.row=A&cell.col=Europe",
        )
        words = foip.members(stated, tool="A", region="Europe")["words"].tolist()
        assert page.locator("#behind .words span:last-child").all_inner_texts() == words
        assert ("a guess" in words[0]) == (stated is dataset)
        assert (
            eval(last_line(page, "#behind pre"), {"foip": foip, "dataset": dataset})[
                "words"
            ].tolist()
            == words
        )


def test_two_codes_of_one_dimension_have_a_call_too(at, shipped):
    page = at("#rows=partner&cols=partner&lang=en&cell.row=USA&cell.col=AUS")
    call = last_line(page, "#behind pre")
    assert (
        len(eval(call, {"foip": foip, "dataset": shipped}))
        == page.locator("#behind li").count()
        == 5
    )


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("share=row&cell.row=osa&cell.col=pacific", "67% = 4 of 6 initiatives"),
        ("share=column&of=pairs&cell.row=osa&cell.col=pacific", "18% = 4 of 22 pairs"),
        (
            "count=fractional&cell.row=osa&cell.col=pacific",
            "1: each initiative adds 1, split equally over its pairs of codes",
        ),
    ],
)
def test_a_share_says_of_what(at, address, told):
    page = at(f"#rows=tool&cols=region&lang=en&{address}")
    assert page.locator("#behind .told").all_inner_texts() == ["4 initiatives", told]


# What the page hands out


STATES = {
    "": "osa×pacific",
    "order=codebook&present=0&margins=1&chart=columns&cell.row=osa&cell.col=pacific": "osa×pacific",
    "by=priority&share=row&margins=1&stated=1&chart=heatmap&where.region=pacific&where.region=africa"
    "&where.priority=p3&lang=ja&cell.row=osa&cell.col=pacific&cell.layer=p3": "osa×pacific×p3",
    "rows=tool_family&share=column&none=1&chart=cells&cell.row=goods&cell.col=none": "goods×none",
    "count=fractional&rows=sector&cols=priority&cell.row=digital&cell.col=p1": "digital×p1",
}


@pytest.mark.parametrize("asked", STATES)
def test_the_code_makes_the_table_the_chart_and_the_list(at, asked):
    page = at(f"#lang=en&{asked}" if "lang" not in asked else f"#{asked}")
    space = {}
    exec(page.text_content("#table-code pre"), space)
    made = space["table"]
    cells = np.array(page.evaluate("table.layers.map((layer) => layer.cells)"), float)
    assert np.allclose(cells.reshape(made.shape), made.to_numpy(), equal_nan=True)
    labels = page.locator("tbody:first-of-type th[scope=row]").all_text_contents()
    assert [label.partition("n=")[0].rstrip(" (（") for label in labels] == list(
        map(str, foip.about(made).row_labels)
    )
    shown = page.locator("td button").evaluate_all("all => all.map((b) => b.firstChild.data)")
    written = [number(foip.about(made), value) for value in made.to_numpy().ravel() if value > 0]
    assert shown == written or "fractional" in asked  # a page writes two decimals
    assert page.locator("td:not(:has(button))").count() == (~(made.to_numpy() > 0)).sum()

    exec(page.text_content("#chart-code pre").replace("\nfoip.plot", "\nfigure = foip.plot"), space)
    marks = page.evaluate("charted(options, table).shown.layers.map((layer) => layer.cells)")
    drawn = space["table"].to_numpy(float)
    drawn = drawn[:, :1] if "chart=" not in asked or "columns" in asked else drawn  # and its share
    assert np.allclose(np.array(marks, float).reshape(drawn.shape), drawn, equal_nan=True)
    assert space["figure"].foip["title"]

    if "cell" in asked:
        behind = eval(last_line(page, "#list-code pre"), space)
        assert page.inner_text("#behind-head").count("×") == STATES[asked].count("×")
        assert page.locator("#behind h3").all_inner_texts() == behind["name"].tolist()


@pytest.mark.parametrize(
    "address",
    [
        "#lang=en&margins=1",
        "#lang=en&share=row",
        "#rows=tool&cols=region&lang=ja&by=priority&none=1",
        "#lang=en&where.region=pacific&order=codebook&present=0",
    ],
)
def test_the_csv_is_the_librarys_byte_for_byte(at, shipped, tmp_path, address):
    page = at(address)
    with page.expect_download() as waiting:
        page.click("#csv")
    table = table_of(shipped, page.evaluate("options"), lang=page.evaluate("options.lang"))
    path = foip.save_table(table, tmp_path / "library.csv")
    assert Path(waiting.value.path()).read_bytes() == path.read_bytes()
    assert re.fullmatch(
        r"tool-by-region(-and-priority)?-(en|ja)\.csv", waiting.value.suggested_filename
    )


@pytest.mark.parametrize(("lang", "where"), [("en", ""), ("ja", "&where.priority=p3")])
def test_the_list_behind_a_number_is_the_librarys_csv_byte_for_byte(
    at, shipped, tmp_path, lang, where
):
    page = at(f"#rows=tool&cols=region&lang={lang}{where}&cell.row=osa&cell.col=pacific")
    with page.expect_download() as waiting:
        page.click("#list")
    behind = foip.members(
        shipped.where(priority="p3") if where else shipped, tool="osa", region="pacific", lang=lang
    )
    path = foip.save_table(behind, tmp_path / "library.csv")
    assert Path(waiting.value.path()).read_bytes() == path.read_bytes()
    assert waiting.value.suggested_filename == f"tool-by-region-osa-pacific-{lang}.csv"


def test_a_list_tells_what_its_codes_mean(at, shipped):
    page = at("#rows=tool&cols=region&lang=en&cell.row=osa&cell.col=pacific")
    codebook = shipped.codebook.set_index(["dimension", "code"])["definition_en"]
    page.click("#behind summary")
    told = page.inner_text("#behind details")
    assert codebook["tool", "osa"] in told
    assert codebook["region", "pacific"] in told


def test_the_chart_is_a_drawing_with_title_base_and_source(at, shipped):
    page = at("#lang=en&margins=1&chart=heatmap&present=0")
    with page.expect_download() as waiting:
        page.click("#svg")
    drawing = ElementTree.parse(waiting.value.path()).getroot()
    table = foip.cross_tab(shipped, "tool", "region", margins=True)
    texts = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert caption.plain_title(table) in " ".join(texts)  # it may be broken into lines
    assert caption.subtitle(table, caption.plain_title(table)) in texts
    assert foip.about(table).source in " ".join(texts)
    assert texts[texts.index("Southeast") :][1] == "Asia"
    assert {element.tag.rpartition("}")[2] for element in drawing.iter()} == {
        "svg",
        "title",
        "desc",
        "rect",
        "text",
    }
    assert (
        sum(text in [str(v) for v in table.to_numpy().ravel()] for text in texts)
        == (table.to_numpy() > 0).sum()
    )
    with page.expect_download() as waiting:
        page.click("#png")
    picture = Image.open(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    size = (2 * int(drawing.get("width")), 2 * int(drawing.get("height")))
    assert (picture.format, picture.size) == ("PNG", size)
    assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert len(picture.convert("RGB").getcolors(1 << 24)) > 10


BOXES = """(sheets) => BARS.concat("heatmap").flatMap((kind) => sheets.map((sheet) => {
    const made = { ...(sheet ? SCREEN : SLIDE), ...sheet };
    const svg = chart({ ...options, chart: kind }, table, made);
    document.body.append(svg);
    const boxes = [svg, ...svg.querySelectorAll("text, rect")].map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      return [part.tagName === "text" ? part.textContent : "", left, top, right, bottom];
    });
    const turned = svg.querySelectorAll("[transform]").length;
    svg.remove();
    return { kind, turned, boxes };
}))"""
CHARTS = [
    "rows=tool&cols=region&margins=1",
    "rows=place&cols=sector",
    "rows=sector&cols=place&margins=1&order=codebook&present=0",
    "rows=tool_family&cols=region&by=priority&none=1&share=row",
    "rows=status&cols=priority",
    "rows=tool&cols=tool&share=row",
]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_text_of_a_chart_overlaps_is_turned_or_leaves_the_sheet(at, lang):
    page = at()
    for chosen in CHARTS:
        follow(page, f"#{chosen}&lang={lang}")
        for drawn in page.evaluate(BOXES, [None, {"width": 366}, {"width": 660}]):
            (_, left, top, right, bottom), *parts = drawn["boxes"]
            assert not drawn["turned"]
            beyond = [
                part
                for part in parts
                if not (
                    left <= part[1] and part[3] <= right and top <= part[2] and part[4] <= bottom
                )
            ]
            assert beyond == [], (chosen, drawn["kind"])
            boxes = [part for part in parts if part[0]]
            assert len(boxes) > 5
            assert overlapping(boxes) == [], (chosen, drawn["kind"])


def overlapping(boxes: list[list]) -> list[tuple[str, str]]:
    """Return which texts lie on one another; a line's box is higher than its letters."""
    x, y, end, low = np.array([box[1:] for box in boxes]).T
    room = 0.25 * np.minimum(np.minimum(low - y, end - x)[:, None], np.minimum(low - y, end - x))
    across = np.minimum(end[:, None], end) - np.maximum(x[:, None], x) > room
    along = np.minimum(low[:, None], low) - np.maximum(y[:, None], y) > room
    return [(boxes[i][0], boxes[j][0]) for i, j in np.argwhere(np.triu(across & along, 1))]


# The address


def test_the_address_is_the_state_and_back_and_forward_work(explore, shipped):
    page = explore(shipped, "#lang=en")
    page.select_option("#set-rows", "sector")
    until(page, "state.rows === 'sector'")
    page.click("#filters > summary")
    page.click("#filter-region > summary")
    page.check("#where-region-pacific")
    until(page, "state.where.length")
    shown = page.inner_text("#box")
    assert page.url.endswith("#rows=sector&cols=region&lang=en&where.region=pacific")
    page.go_back()
    until(page, "!state.where.length")
    assert not page.is_checked("#where-region-pacific")
    page.go_back()
    until(page, "state.rows === 'tool'")
    assert page.input_value("#set-rows") == "tool"
    page.go_forward()
    page.go_forward()
    until(page, "state.where.length")
    assert page.inner_text("#box") == shown
    other = page.context.new_page()
    other.goto(page.url)
    assert other.inner_text("#box") == shown
    assert page.inner_text("#chips") == "Region: Pacific ×\nRemove all filters ×"


def test_every_state_survives_its_address(at, shipped):
    page = at()
    for n, asked in enumerate(some_questions(shipped, 60)):
        state = {
            "chart": ["rows", "columns", "cells", "heatmap"][n % 4],
            "rows": asked["rows"],
            "cols": asked["columns"],
            "present": asked["codes"] == "present",
            "cell": None,
        }
        state |= {
            name: asked[name]
            for name in ("by", "count", "share", "of", "order", "lang", "margins", "none", "stated")
        }
        state["where"] = sorted(asked["where"], key=lambda pair: shipped.dimensions.index(pair[0]))
        assert page.evaluate("(state) => read(address(state))", state) == {
            "state": state,
            "faults": [],
        }


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("rows=toool", ["rows = “toool”", "tool_family", "Did you mean “tool”?"]),
        ("where.region=pacifc", ["where.region = “pacifc”", "Did you mean “pacific”?"]),
        ("where.regoin=pacific", ["“regoin”", "Did you mean “region”?"]),
        ("sahre=row", ["“sahre”", "Did you mean “share”?"]),
        ("margins=yes", ["margins = “yes”", "Allowed: 1, 0."]),
        ("lang=fr", ["lang = “fr”", "en, ja"]),
        (
            "count=fractional&share=row&of=pairs",
            ["of='pairs' counts pairs, and count='fractional' splits them. Choose one of the two."],
        ),
        ("cell.row=osa&cell.col=europe", ["osa, europe"]),
        ("constructor=1&__proto__=1", ["“constructor”", "“__proto__”"]),
        ("rows=<img src=x onerror=alert(1)>", ["<img src=x onerror=alert(1)>"]),
    ],
)
def test_what_the_address_asks_in_vain_is_told(at, address, told):
    page = at(f"#{address}&lang=en" if "lang" not in address else f"#{address}")
    faults = page.inner_text("#faults")
    assert [part for part in told if part not in faults] == []
    assert page.locator("tbody td").count() == 14 * 7
    page.select_option("#set-rows", "sector")
    until(page, "state.rows === 'sector'")
    assert page.inner_text("#faults") == ""


def test_what_the_library_refuses_is_said_in_its_words_and_not_offered(explore, shipped):
    with pytest.raises(ValueError, match=re.escape(say("explorer-refused", "en"))):
        foip.cross_tab(shipped, "tool", "region", count="fractional", of="pairs")
    page = explore(shipped, "#share=row&of=pairs&lang=en")
    page.click("#more > summary")
    page.select_option("#set-count", "fractional")
    until(page, "state.count === 'fractional'")
    assert (page.is_disabled("#set-of"), page.inner_text("#faults"), page.evaluate("state.of")) == (
        True,
        "",
        "initiatives",
    )


def test_a_filter_that_leaves_nothing_to_show_is_told(explore, shipped):
    page = explore(shipped, "#rows=tool&cols=region&lang=en&present=1&where.region=none")
    assert "Remove a filter" in page.inner_text("#finding")
    assert page.is_disabled("#csv")
    page.click("#chips li:last-child button")
    until(page, "!state.where.length")
    assert page.locator("tbody tr").count() > 5
    assert page.evaluate("document.activeElement !== document.body")


# Hands, eyes and ears

VIEWS = [
    "#lang=en",
    "#rows=place&cols=sector&lang=ja&margins=1",
    "#rows=tool_family&cols=region&by=priority&lang=en",
    "#lang=ja&where.place=malacca_singapore_straits",
    "#rows=xyz&lang=en",
    "#lang=en&cell.row=osa&cell.col=pacific",
]


# What does not fit, and what fails


def called_with_a_spread(script: str) -> list[str]:
    """Return where a script spreads a list over the arguments of a call: ``f(a, ...list)``.

    The three dots of a list or an object stand between other brackets, those of a function's own
    parameters in brackets that a body follows.
    """
    closing = {}
    opened: list[int] = []
    for place, sign in enumerate(script):
        if sign in "([{":
            opened.append(place)
        elif sign in ")]}" and opened:
            closing[opened.pop()] = place
    found = []
    for dots in re.finditer(r"\.\.\.(?=[\w(\[])", script):
        around = max(
            (place for place, end in closing.items() if place < dots.start() < end), default=None
        )
        if around is None or script[around] != "(":
            continue
        if not re.match(r"\s*(\{|=>)", script[closing[around] + 1 :]):
            found.append(script[around - 20 : dots.end() + 20])
    return found


def test_no_list_is_spread_over_the_arguments_of_a_call():
    # a call of 125,000 arguments overflows, and lists are as long as the data is
    assert len(called_with_a_spread("Math.max(0, ...cells)")) == 1
    assert called_with_a_spread("const f = (...all) => [...all, g({ ...all })];") == []
    for script in ASSETS.glob("*.js"):
        assert called_with_a_spread(script.read_text(encoding="utf-8")) == [], script.name


@pytest.fixture(scope="module")
def wide():
    """Six hundred initiatives, one dimension of 320 codes, one of 160 and one of four."""
    codings = {
        f"i{n}": {"first": f"f{n % 320} f{n * 7 % 320}", "second": f"s{n * 3 % 160} s0", "few": "x"}
        for n in range(600)
    }
    sizes = {"first": 320, "second": 160}
    many = {d: " ".join(f"{d[0]}{n}" for n in range(size)) for d, size in sizes.items()}
    return foip.Dataset(**make_frames(codings, many | {"few": "x y z w"}))


SHOWN = """() => ["finding", "subtitle", "note", "box", "drawn"].map((id) => get(id).textContent)"""


def assert_nothing_is_shown(page) -> None:
    assert page.evaluate(SHOWN) == [""] * 5
    assert page.locator("#box *, #drawn *, #list-code *").count() == 0
    assert page.is_hidden("#chart")
    for button in ("csv", "png", "svg"):
        assert page.is_disabled(f"#{button}")


def test_a_large_table_is_shown_and_saved_and_larger_ones_are_said(explore, wide, tmp_path):
    page = explore(wide, "#rows=first&cols=second&lang=en&chart=heatmap")
    table = foip.cross_tab(wide, "first", "second", order="size", codes="present")
    assert page.locator("td").count() == table.size
    assert page.locator("td button").count() == int((table > 0).to_numpy().sum())
    assert page.inner_text("#finding") == caption.plain_title(table)
    assert say("explorer-too-large-to-draw", "en", rows=320, columns=160) in page.inner_text(
        "#chart"
    )
    assert page.is_disabled("#png")
    with page.expect_download() as waiting:
        page.click("#csv")
    path = foip.save_table(table, tmp_path / "library.csv")
    assert Path(waiting.value.path()).read_bytes() == path.read_bytes()

    follow(page, "#rows=first&cols=second&by=few&lang=ja&present=0")  # counted, and not shown
    layered = foip.cross_tab(wide, "first", "second", by="few", lang="ja", order="size")
    told = say("explorer-too-large-to-show", "ja", number=layered.size, most=200_000)
    assert page.inner_text("#box") == told
    with page.expect_download() as waiting:
        page.click("#csv")
    path = foip.save_table(layered, tmp_path / "library.csv")
    assert Path(waiting.value.path()).read_bytes() == path.read_bytes()

    for lang in ("en", "ja"):  # not counted
        follow(page, f"#rows=first&cols=second&by=first&lang={lang}")
        assert "320 × 160 × 320" in page.inner_text("#faults")
        assert "16,384,000" in page.inner_text("#faults")
        assert_nothing_is_shown(page)
    follow(page, "#rows=few&cols=few&lang=en&present=0")
    assert page.inner_text("#faults") == ""
    assert page.locator("td").count() == 16


STEPS = ["fillControls", "crossTab", "finding", "note", "theTable", "chart", "openCell"]


@pytest.mark.parametrize("step", STEPS)
def test_when_a_step_fails_nothing_old_stands_under_the_new_choices(explore, shipped, step):
    page = explore(shipped, "#rows=tool&cols=region&lang=en")
    assert all(page.evaluate(SHOWN))
    page.evaluate(f"kept = {step}; {step} = () => {{ throw new RangeError('planted') }}; 0")
    cell = "&cell.row=p1&cell.col=pacific"
    follow(page, f"#rows=priority&cols=region&lang=en{cell}")
    assert say("explorer-failed", "en", error="planted") in page.inner_text("#faults")
    assert page.is_hidden("#behind")
    assert_nothing_is_shown(page)
    follow(page, f"#rows=priority&cols=region&lang=en{cell}&margins=1")  # again, and not forgotten
    assert "planted" in page.inner_text("#faults")
    assert_nothing_is_shown(page)
    page.evaluate(f"{step} = kept; 0")
    follow(page, "#rows=priority&cols=sector&lang=en")
    assert page.inner_text("#faults") == ""
    assert page.inner_text("#finding") == caption.plain_title(
        foip.cross_tab(shipped, "priority", "sector")
    )


def test_a_file_that_cannot_be_made_is_told_and_the_table_stays(explore, shipped):
    page = explore(shipped, "#lang=en")
    shown = page.evaluate(SHOWN)
    page.evaluate("HTMLCanvasElement.prototype.toBlob = (done) => done(null); 0")
    page.click("#png")
    until(page, "get('faults').textContent")
    assert "px" in page.inner_text("#faults")
    assert page.evaluate(SHOWN) == shown


def test_names_that_make_the_same_id_are_two_boxes(explore, tmp_path):
    codings = {"1": {"a": "b-c x", "a-b": "c y"}, "2": {"a": "x", "a-b": "y"}}
    page = explore(make_dataset(tmp_path, codings, {"a": "b-c x", "a-b": "c y"}))
    follow(page, "#rows=a&cols=a-b&lang=en&where.a-b=c")
    ticked = (
        "[...document.querySelectorAll('input:checked')].map((box) => box.closest('details').id)"
    )
    assert page.evaluate(ticked) == ["filter-a-b"]


def test_it_is_used_by_keyboard_alone(explore, shipped):
    page = explore(shipped, "#lang=en&order=codebook")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    focus = "document.activeElement.ariaLabel"
    assert page.evaluate(focus) == "ODA × Southeast Asia: 1"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focus) == "ODA × Pacific: 2"  # past the empty cell
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focus) == "OSA × Pacific: 4"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("#behind:not([hidden])")
    assert page.inner_text("#behind-head") == "OSA × Pacific"
    assert (
        page.locator("#behind h3").all_inner_texts()
        == foip.members(shipped, tool="osa", region="pacific")["name"].tolist()
    )
    assert page.evaluate(focus) == "OSA × Pacific: 4"  # where it was, and marked
    assert page.locator("[aria-current]").get_attribute("aria-label") == "OSA × Pacific: 4"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "behind"  # and the list is the next
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Escape")
    until(page, "document.getElementById('behind').hidden")
    until(page, "!location.hash.includes('cell')")
    assert page.evaluate(focus) == "OSA × Pacific: 4"
    page.keyboard.press("End")
    assert page.evaluate(focus) == "OSA × Across regions: 1"
    page.keyboard.press("Home")
    assert page.evaluate(focus) == "OSA × Southeast Asia: 3"
    assert page.locator("td button[tabindex='0']").count() == 1
    page.go_back()
    page.wait_for_selector("#behind:not([hidden])")  # the list is a place in the history too


def test_the_controls_keep_the_focus_when_the_table_follows(explore, shipped):
    page = explore(shipped, "#lang=en")
    page.focus("#set-rows")
    page.keyboard.press("ArrowDown")
    until(page, "state.rows === 'sector'")
    assert page.evaluate("document.activeElement.id") == "set-rows"
    assert page.inner_text("#status").startswith(page.inner_text("#finding"))
    page.focus("#languages button:last-child")
    page.keyboard.press("Enter")
    until(page, "document.documentElement.lang === 'ja'")
    assert page.evaluate("document.activeElement.textContent") == "日本語"


def test_the_table_is_a_table_for_a_screen_reader(explore, shipped):
    address = "#rows=tool&cols=region&by=priority&lang=en&margins=1&order=codebook&present=0"
    page = explore(shipped, address)
    assert page.locator("table caption").text_content().startswith(page.inner_text("#finding"))
    assert page.locator("thead th[scope=col]").all_inner_texts() == [
        "Tool",
        *foip.cross_tab(shipped, "tool", "region", margins=True).columns,
    ]
    assert page.locator("th[scope=rowgroup]").count() == 3
    assert page.locator("tbody th[scope=row]").count() == 3 * 15
    assert page.locator("td:empty").count() == 0  # an empty cell says 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('select, input')].filter((control) => "
            "!control.labels.length)"
        )
        == []
    )
    assert page.evaluate(
        "[...document.querySelectorAll('[id]')].map(({ id }) => id)"
    ) == page.evaluate("[...new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))]")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_axe_finds_nothing_against_it(explore, shipped, tab, lang):  # noqa: F811
    page = explore(shipped, f"#lang={lang}&share=row&where.region=pacific&where.region=africa")
    page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
    page.locator("td button").first.click()
    page.wait_for_selector("#behind:not([hidden])")
    for width in (1280, 390):
        tab.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []


def test_axe_finds_nothing_against_the_gallery(tab):  # noqa: F811
    tab.goto((Path(foip.__file__).parent.parent / "figures" / "index.html").as_uri())
    assert violations(tab) == []


@pytest.mark.parametrize("width", [1440, 1024, 700, 390])
def test_a_click_shows_the_list_beside_its_cell_without_scrolling(
    at,
    width,
):
    page = at("#lang=en")
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("td button").first.click()
    for part in ("#behind-head", "#behind li h3 >> nth=0", "td.chosen"):
        box = page.locator(part).bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= box["y"] + box["height"] <= 800
    cell, behind = (page.locator(part).bounding_box() for part in ("td.chosen", "#behind"))
    beside = cell["x"] + cell["width"] <= behind["x"]
    assert beside if width > 900 else cell["y"] + cell["height"] <= behind["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_codes_to_filter_by_are_searched_in_every_language(explore, shipped):
    page = explore(shipped, "#lang=en")
    page.click("#filters > summary")
    page.fill("#seek", "インドネシア")
    assert page.locator(".filters details:visible label:visible").all_inner_texts() == [
        f"Indonesia {len(foip.members(shipped, place='indonesia'))}"
    ]
    page.check("#where-place-IDN")
    until(page, "state.where.length")


def test_a_share_of_few_is_never_the_darkest_and_says_of_how_many(at):
    page = at("#rows=region&cols=priority&share=row&lang=en")
    told = page.locator("td.few button").all_inner_texts()
    assert ["100%", "(of 2)"] in [text.split("\n") for text in told]
    fills = page.locator("td.few").evaluate_all("all => all.map((td) => td.style.background)")
    others = page.locator("td:not(.few):has(button)")
    rest = others.evaluate_all("all => all.map((td) => td.style.background)")
    assert len(set(fills)) == 1
    assert not set(fills) & set(rest)
    darkest = page.evaluate("largestOf(options, table)")
    assert darkest == pytest.approx(8 / 12)  # of the Pacific, not two of two


@pytest.mark.parametrize("address", VIEWS)
def test_a_phone_scrolls_the_table_and_not_the_page(at, address):
    page = at(address)
    page.set_viewport_size({"width": 360, "height": 740})
    until(page, "document.documentElement.scrollWidth == 360", 10)  # when the chart is drawn anew
    box = "document.getElementById('box')"
    assert page.evaluate(f"{box}.scrollWidth > {box}.clientWidth") or "straits" in address
    page.evaluate(f"{box}.scrollLeft = 200")
    lefts = page.evaluate(
        f"[document.querySelector('tbody th[scope=row]'), {box}].map((part) => "
        "part.getBoundingClientRect().left)"
    )
    assert abs(lefts[0] - lefts[1]) < 6  # the first column stays


def test_colours_can_be_read(at):
    page = at()
    pairs = page.evaluate(
        "Array.from({ length: 101 }, (_, n) => [shade(n, 100), inkOn(shade(n, 100))])"
    )
    assert min(style.contrast(ink, paper) for paper, ink in pairs) >= 4.5
    assert len({paper for paper, _ in pairs}) == 101
    for ink, paper in (("ink", "paper"), ("soft", "paper"), ("soft", "empty"), ("strong", "paper")):
        assert style.contrast(style.colour(ink), style.colour(paper)) >= 4.5


def test_the_whole_page_changes_its_language(at, shipped):
    page = at("#lang=ja&where.region=pacific")
    assert page.evaluate("document.documentElement.lang") == "ja"
    shown = page.inner_text("body").replace("English", "").replace("FOIP", "")
    latin = set(re.findall(r"[A-Za-z]{3,}", shown))
    names = {"ODA", "OSA", "ASEAN", "ADB", "EU", "Just", "Analysis", "contributors"}
    assert latin <= names | {"PNG", "SVG", "CSV", "Python", "URL"}
    assert page.title() == f"データを調べる – {shipped.titles['ja']}"


def test_it_prints_the_table_and_its_note(at):
    page = at("#lang=en")
    page.emulate_media(media="print")
    assert [
        page.is_visible(part)
        for part in ("table", "#finding", "#note", "#choose", "#actions", "#languages")
    ] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_wide_table_fits_the_paper(at):
    page = at("#rows=sector&cols=place&lang=en&margins=1")
    page.set_viewport_size({"width": 1030, "height": 700})  # A4, landscape
    page.emulate_media(media="print")
    assert page.evaluate("document.querySelector('table').getBoundingClientRect().right") <= 1030


def test_a_long_list_prints_whole_and_stays_open(explore, shipped):
    page = explore(
        shipped,
        "#rows=tool_family&cols=region&lang=en&margins=1&cell.row=all&cell.col=southeast_asia",
    )
    assert page.locator("#behind li").count() == 32
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) > 2
    assert page.evaluate("state.cell !== null")
    page.keyboard.press("Escape")
    until(page, "!state.cell")


# The file


def test_the_page_has_the_sentences_that_it_says():
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.js")))
    own = {name for name in compiled("en") if name.startswith("explorer-")}
    said = sentences_of(scripts)
    assert set(re.findall(r'say\("([^"]+)"', scripts)) <= set(said[catalogue.FIRST])
    for words in said.values():
        assert own <= set(words) <= set(said[catalogue.FIRST])
        assert {"word-none", "list-comma", "having-last"} <= set(words)  # begun in the script


@pytest.mark.parametrize("lang", catalogue.languages())
def test_the_script_says_every_sentence_as_python_does(explore, toy8, lang):
    page = explore(toy8)
    patterns = sentences(catalogue.FIRST) | sentences(lang)
    asked = [
        [name, given]
        for name in page.evaluate("(lang) => Object.keys(data.words[lang])", lang)
        for given in samples(patterns[name])
        if not any(map(long, given.values()))
    ]
    each = "([lang, asked]) => asked.map(([name, given]) => say(name, lang, given))"
    told = page.evaluate(each, [lang, asked])
    for (name, given), text in zip(asked, told, strict=True):
        assert text == say(name, lang, **given), (name, given)


def test_what_a_language_lacks_is_told_with_the_plural_of_english(
    explore, toy8, tmp_path, monkeypatch
):
    for lang in ("en", "ja"):
        shutil.copy(catalogue.FOLDER / f"{lang}.ftl", tmp_path)
    (tmp_path / "ko.ftl").write_text("language = Korean\n", encoding="utf-8")  # has no plural
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    page = explore(toy8)
    for many in (0, 1, 2, 1234):
        told = page.evaluate("(many) => say('explorer-sought', 'ko', { number: many })", many)
        assert told == say("explorer-sought", "ko", number=many)


def long(value) -> bool:
    return isinstance(value, str) and len(value) > 100


READ = """() => {
  const others = document.querySelectorAll("#languages, pre, .words span:last-child");
  others.forEach((other) => other.remove());
  const named = [...document.querySelectorAll("[aria-label]")].map((part) => part.ariaLabel);
  const drawn = [...document.querySelectorAll("svg text")].map((part) => part.textContent);
  return [document.title, document.body.innerText, ...named, ...drawn].join("\\n");
}"""


BRACKETED = [
    "rows=tool&cols=region",
    "rows=tool&cols=priority&margins=1&none=1",
    "rows=tool&cols=region&share=row&stated=1&where.region=pacific&where.priority=p3",
    "rows=tool_family&cols=region&by=priority&count=fractional",
    "rows=tool&cols=region&cell.row=osa&cell.col=pacific&share=column",
    "rows=tool&cols=region&cell.row=osa&cell.col=pacific&count=fractional",
]


def test_another_language_needs_no_code(explore, tmp_path, monkeypatch):
    for folder in ("words", "data"):
        (tmp_path / folder).mkdir()
    make_catalogues(tmp_path / "words")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path / "words")
    page = explore(make_bracketed(tmp_path / "data"))
    for asked in BRACKETED:
        follow(page, f"#lang={LANGUAGE}&{asked}")
        page.reload()  # what READ leaves out is there again
        page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
        offered = page.locator("#languages button").all_inner_texts()
        assert offered == ["English", "日本語", "⟦English⟧"]
        shown = page.evaluate(READ)
        assert shown.count("⟦") > 200
        assert worded(shown) == [], asked


def test_it_is_one_small_file_the_same_each_time_that_asks_for_nothing(shipped, tmp_path):
    one, two = (save_explorer(shipped, tmp_path / f"{n}.html").read_bytes() for n in (1, 2))
    assert one == two
    assert len(one) < 300_000
    text = one.decode()
    assert set(re.findall(r"https?://[^\"' ]+", text)) == {"http://www.w3.org/2000/svg"}
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(
        r"\beval\(|innerHTML|insertAdjacentHTML|document\.write|new Function", text
    )


EVIL = [
    *("<script>window.hacked = 1</script>", "</script><script>window.hacked = 1</script>"),
    *("<img src=x onerror='window.hacked=1'>", "\"quoted\" & 'so'", "{row} $& `${1}`"),
    "<!--<script>",
]
EVIL += [label for label in HOSTILE if label not in EVIL]


def test_labels_do_no_harm(explore, tmp_path):
    codes = " ".join(f"c{n}" for n in range(len(EVIL)))
    frames = make_frames(
        {"1": {"tool": codes, "region": "N"}, "</script>": {"tool": "c0", "region": "N"}},
        {"tool": codes, "region": "N"},
    )
    frames["codebook"]["label_en"] = frames["codebook"]["label_ja"] = [*EVIL, EVIL[0]]
    frames["initiatives"]["name_en"] = EVIL[:2]
    frames["initiatives"]["summary_en"] = EVIL[2:4]
    frames["codings"]["evidence"] = EVIL[1]
    for name, frame in frames.items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    (tmp_path / "datapackage.json").write_text(
        json.dumps({"title": EVIL[1], "title_ja": EVIL[0], "version": EVIL[2]}), encoding="utf-8"
    )
    dataset = foip.load(tmp_path)
    page = explore(dataset, "#rows=tool&cols=region&lang=en&by=region&where.tool=c0")
    assert page.locator("tbody th[scope=row]").all_inner_texts() == EVIL
    assert page.inner_text("#name") == EVIL[1]
    page.locator("td button").first.click()
    page.wait_for_selector("#behind:not([hidden])")
    assert page.locator("#behind h3").all_inner_texts() == EVIL[:2]
    page.keyboard.press("Escape")
    for button in ("csv", "svg", "png"):
        with page.expect_download() as waiting:
            page.click(f"#{button}")
        if button == "svg":
            ElementTree.parse(waiting.value.path())
        if button == "csv":
            asked = page.evaluate("options")
            path = foip.save_table(table_of(dataset, asked, lang="en"), tmp_path / "library.csv")
            assert Path(waiting.value.path()).read_bytes() == path.read_bytes()
    page.keyboard.press("Escape")
    follow(page, "#rows=tool&cols=tool&lang=ja")
    assert page.evaluate("[window.hacked, document.images.length, document.scripts.length]") == [
        None,
        0,
        2,
    ]


def test_a_bare_dataset_is_enough(explore, tmp_path):
    frames = make_frames(TOY8, {"tool": "A B C", "my region": "N S E"} | {"region": "N S E"})
    frames["codebook"] = frames["codebook"].drop(columns="parent")
    frames["codings"] = frames["codings"].drop(columns=["evidence", "basis"])
    for name, frame in frames.items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    dataset = foip.load(tmp_path)
    page = explore(dataset, "#lang=ja&stated=1")
    assert "basis" in page.inner_text("#faults")
    assert page.is_disabled("#set-stated")
    follow(page, "#rows=tool&cols=region&lang=ja&cell.row=A&cell.col=N")
    behind = foip.members(dataset, tool="A", region="N", lang="ja")
    assert (
        page.locator("#behind .words span:last-child").all_inner_texts() == behind["words"].tolist()
    )
    follow(page, "#rows=tool&cols=my+region&lang=en&where.my+region=none&present=0")
    assert ".where(**{'my region': 'none'})" in page.text_content("#table-code pre")
    assert "FOLDER" in page.text_content("#table-code pre")


def test_it_opens_with_the_dimensions_named(explore, shipped, toyh):
    assert explore(shipped).evaluate("[state.rows, state.cols]") == ["tool", "region"]
    assert explore(shipped, rows="sector", columns="priority").evaluate(
        "[state.rows, state.cols]"
    ) == ["sector", "priority"]
    with pytest.raises(ValueError, match=r"no dimension 'sectr'.*Did you mean 'sector'"):
        foip.save_explorer(shipped, rows="sectr")


def test_one_dimension_is_enough(explore, tmp_path):
    for name, frame in make_frames({"1": {"tool": "A B"}, "2": {}}, {"tool": "A B"}).items():
        (frame.iloc[:1] if name == "units" else frame).to_csv(tmp_path / f"{name}.csv", index=False)
    page = explore(foip.load(tmp_path), "#lang=en")
    assert page.locator("td").all_inner_texts() == ["1", "1", "1", "1"]


def test_a_selection_without_initiatives_says_so(explore, shipped):
    nothing = shipped.where(priority="p1").where(priority="p2")
    assert (
        explore(nothing, "#lang=en").inner_text("#finding") == "No initiative matches the selection"
    )
    follow(explore(nothing, "#lang=en"), "#lang=ja&share=row&margins=1&none=1&by=priority")


@pytest.mark.parametrize("theme", ["dark", "print"])
def test_it_takes_the_look_that_is_set(explore, shipped, theme):
    style.use(theme, colours={"strong": "teal"})
    page = explore(shipped, "#lang=en")
    ink, paper = (page.evaluate(f"data.look.{part}") for part in ("ink", "paper"))
    assert (ink, paper) == (style.colour("ink"), style.colour("paper"))
    assert page.evaluate("shade(1, 1)") == "#008080"
    assert style.contrast(ink, paper) >= 4.5


def test_the_shell_writes_it(tmp_path, capsys, toy8):
    assert (
        main(
            [
                "explorer",
                "--figures",
                str(tmp_path / "new"),
                "--data",
                str(tmp_path),
                "--rows",
                "region",
                "--columns",
                "tool",
            ]
        )
        == 0
    )
    assert Path(capsys.readouterr().out.strip()) == tmp_path / "new" / "explorer.html"
    assert '"opens":{"rows":"region","cols":"tool"}' in (
        tmp_path / "new" / "explorer.html"
    ).read_text(encoding="utf-8")
    assert main(["explorer", "--figures", str(tmp_path), "--rows", "regoin"]) == 2
