"""The deck: every number as in its table, every slide readable by all, the same bytes, whole or
not at all.
"""

import io
import itertools
import re
import shutil
import subprocess
import time
import zipfile
from contextlib import redirect_stdout
from dataclasses import replace

import numpy as np
import openpyxl
import pandas as pd
import pytest
from awkward import MARKS, colours_of
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.heatmap import plot_heatmap
from foip_analysis.cli.shell import main
from foip_analysis.shipped import deck
from foip_analysis.shipped.deck import save_deck
from foip_analysis.shipped.story import slides_of
from foip_analysis.tables import caption
from foip_analysis.tables.competing import column_codes, plotted, row_codes
from foip_analysis.tables.grid import grid_of, number
from foip_analysis.words.breaking import phrases
from foip_analysis.words.catalogue import say

LANGUAGES = ("en", "ja")
INCH = 914_400


@pytest.fixture(scope="module")
def decks(shipped, tmp_path_factory):
    """The shipped decks as the command writes them, and what they show, by language."""
    folder, shown = tmp_path_factory.mktemp("decks") / "new", {}

    def kept(dataset, lang):
        return shown.setdefault(lang, slides_of(dataset, lang))

    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as told:
        patch.setattr(deck, "slides_of", kept)
        assert main(["deck", "--folder", str(folder)]) == 0
    assert sorted(told.getvalue().split()) == [str(path) for path in sorted(folder.iterdir())]
    return {lang: (folder / f"foip-{lang}.pptx", shown[lang]) for lang in LANGUAGES}


def one(tmp_path, item, **more):
    """The slide of one item."""
    return Presentation(save_deck([item], tmp_path / "deck.pptx", **more)).slides[0]


def part(slide, what):
    return next(shape for shape in slide.shapes if getattr(shape, f"has_{what}"))


def cached(chart) -> dict[str, list]:
    """What the chart shows, from its XML: series → values."""
    return {series.name: list(series.values) for series in chart.plots[0].series}


def behind(chart) -> tuple[list[str], pd.DataFrame]:
    """What Edit Data shows: the heads and the first sheet, formulas as they are."""
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    rows = list(book["Sheet1"].values)
    return list(rows[0]), pd.DataFrame(
        [row[1:] for row in rows[1:]], index=[row[0] for row in rows[1:]], columns=rows[0][1:]
    )


def texts(table) -> list[list[str]]:
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]


# Numbers


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "options",
    [{}, {"order": "size", "top": 5, "none": True, "margins": True}, {"count": "fractional"}],
)
def test_a_count_is_a_native_bar_chart_with_its_numbers(shipped, tmp_path, lang, options):
    table = foip.count(shipped, "tool", lang=lang, **options)
    chart = part(one(tmp_path, table), "chart").chart
    heads, sheet = behind(chart)
    assert heads == [table.index.name, table.columns[0]]
    assert list(chart.plots[0].categories) == list(sheet.index) == list(table.index)
    assert cached(chart) == {table.columns[0]: pytest.approx(table.iloc[:, 0].tolist())}
    assert sheet.iloc[:, 0].tolist() == pytest.approx(table.iloc[:, 0].tolist())
    fills = [
        point.format.fill.fore_color.rgb
        for point in (chart.plots[0].series[0].points[n] for n in range(len(table)))
    ]
    competing = plotted(table).iloc[:, 0]
    strong = [str(fill) == style.colour("strong")[1:].upper() for fill in fills]
    assert strong == [
        label in competing.index and competing[label] == competing.max() for label in table.index
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("rows", "columns", "options"),
    [
        ("tool", "priority", {"order": "size", "margins": True}),
        ("priority", "tool_family", {"count": "fractional"}),
        ("region", "status", {"none": True, "count": "fractional"}),
    ],
)
def test_a_cross_tab_that_divides_is_a_native_stacked_chart_in_the_codebook_s_colours(
    shipped, tmp_path, rows, columns, options, lang
):
    table = foip.cross_tab(shipped, rows, columns, lang=lang, **options)
    kept = [[code != "all" for code in codes(table)] for codes in (row_codes, column_codes)]
    plain = table.loc[kept[0], kept[1]]
    chart = part(one(tmp_path, table), "chart").chart
    heads, sheet = behind(chart)
    *parts, total = chart.plots[0].series
    assert heads == [table.index.name, *plain.columns, "全体" if lang == "ja" else "All"]
    assert list(chart.plots[0].categories) == list(plain.index) == list(sheet.index)
    assert {one.name: list(one.values) for one in parts} == {
        name: pytest.approx(plain[name].tolist()) for name in plain
    }
    assert sheet.iloc[:, :-1].to_numpy(float).ravel().tolist() == pytest.approx(
        plain.to_numpy(float).ravel().tolist()
    )
    assert list(total.values) == pytest.approx(plain.sum(axis=1).tolist())
    assert [re.sub(r"\d", "", formula) for formula in sheet.iloc[:, -1]] == [
        f"=SUM(B:{chr(65 + plain.shape[1])})"
    ] * len(plain)
    known = {"other": style.colour("quiet"), "none": style.colour("line")} | foip.about(
        table
    ).colours[columns]
    wanted = [known[code][1:].upper() for code in column_codes(table) if code != "all"]
    assert [str(one.format.fill.fore_color.rgb) for one in parts] == wanted
    for series, colour in zip(parts, wanted, strict=True):
        label = str(series.data_labels.font.color.rgb)
        assert style.contrast(f"#{label}", f"#{colour}") >= 4.5
    assert total.format.fill.type is not None  # no colour
    assert series.data_labels.number_format.endswith(";;;")  # a zero has no label


@pytest.mark.parametrize("kind", ["bars", "shares"])
def test_what_stands_by_inference_alone_is_outlined_on_a_slide(shipped, tmp_path, kind):
    table = foip.cross_tab(shipped, "mentioned_in", "priority")
    slide = one(tmp_path, (kind, table))
    paper = style.colour("paper")[1:].upper()
    hues = [hue[1:].upper() for hue in foip.about(table).colours["priority"].values()]
    for series, hue in zip(part(slide, "chart").chart.plots[0].series, hues, strict=False):
        point = series.points[2].format
        assert (str(point.fill.fore_color.rgb), str(point.line.color.rgb)) == (paper, hue)
        assert str(series.format.fill.fore_color.rgb) == hue
    sure = one(tmp_path, (kind, foip.cross_tab(shipped.stated(), "mentioned_in", "priority")))
    told = [
        any("outlined" in shape.text_frame.text for shape in each.shapes if shape.has_text_frame)
        for each in (slide, sure)
    ]
    assert told == [True, False]
    unknown = replace(shipped, codings=shipped.codings.drop(columns="basis"))
    assert one(tmp_path, (kind, foip.cross_tab(unknown, "mentioned_in", "priority")))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "options",
    [{"margins": True}, {"share": "row"}, {"count": "fractional", "margins": True, "none": True}],
)
def test_any_other_cross_tab_is_a_native_shaded_table(shipped, tmp_path, lang, options):
    table = foip.cross_tab(shipped, "tool_family", "region", lang=lang, **options)
    shape = part(one(tmp_path, ("heat map", table)), "table")
    written = texts(shape.table)
    assert written[0] == [table.index.name, *table.columns]
    apart = [[code == "all" for code in codes(table)] for codes in (row_codes, column_codes)]
    for label, line, values, all_row in zip(
        grid_of(table).heads("rows"), written[1:], table.to_numpy(float), apart[0], strict=True
    ):
        wanted = [
            "" if v == 0 and not (all_row or all_column) else number(foip.about(table), v)
            for v, all_column in zip(values, apart[1], strict=True)
        ]
        assert line == [label, *wanted]
    fills, values = [], []
    for n, row in enumerate(table.to_numpy(float), start=1):
        for k, value in enumerate(row, start=1):
            cell = shape.table.cell(n, k)
            if apart[0][n - 1] or apart[1][k - 1]:
                assert cell.fill.type is None or str(cell.fill.type).startswith("BACKGROUND")
                continue
            fill, ink = (
                str(cell.fill.fore_color.rgb),
                [run.font.color.rgb for run in cell.text_frame.paragraphs[0].runs],
            )
            if grid_of(table).quiet[n - 1, k - 1]:
                assert f"#{fill.lower()}" == style.colour("empty")
            elif value == 0:
                assert (f"#{fill.lower()}", ink) == (style.colour("empty"), [])
            else:
                assert style.contrast(f"#{ink[0]}", f"#{fill}") >= 4.5
                fills.append(sum(int(fill[i : i + 2], 16) for i in (0, 2, 4)))
                values.append(value)
    order = np.argsort(values, kind="stable")
    assert (np.diff(np.array(fills)[order]) <= 0).all()  # the more, the darker
    assert shape.table.first_row
    assert shape.table.first_col


def test_auto_chooses_bars_where_columns_divide_and_a_heat_map_where_not(shipped, tmp_path):
    assert part(one(tmp_path, foip.cross_tab(shipped, "tool", "priority")), "chart")
    assert part(one(tmp_path, foip.cross_tab(shipped, "tool", "region", codes="present")), "table")
    uncoloured = foip.cross_tab(
        shipped, "priority", "sector", count="fractional", top={"sector": 5}
    )
    assert part(one(tmp_path, uncoloured), "table")
    with pytest.raises(ValueError, match=r"Item 1: .*sums of pairs as totals"):
        one(tmp_path, ("bars", foip.cross_tab(shipped, "tool", "region")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_table_can_be_shown_as_it_is(shipped, tmp_path, lang):
    found = foip.members(shipped, tool="osa", region="pacific", lang=lang)[["name", "locators"]]
    slide = one(tmp_path, ("table", found))
    assert texts(part(slide, "table").table) == [["name", "locators"], *found.to_numpy().tolist()]
    assert slide.shapes.title.text_frame.text == foip.about(found).note.rstrip(".。")
    shares = foip.count(shipped, "priority", lang=lang)
    rows = texts(part(one(tmp_path, ("table", shares)), "table").table)
    assert rows[1] == [shares.index[0], "28", "45%"]
    layers = foip.cross_tab(
        shipped,
        "priority",
        "tool_family",
        by="region",
        codes={"region": ["pacific", "africa"]},
        lang=lang,
    )
    rows = texts(part(one(tmp_path, layers), "table").table)
    heads = [[text.replace("\v", "") for text in row[:2]] for row in rows[1:]]
    assert heads == [list(at) for at in grid_of(layers).headed()[0]]
    assert [[int(cell) for cell in row[2:]] for row in rows[1:]] == layers.to_numpy().tolist()
    bare = pd.DataFrame({"a": [1.25, np.nan], "b": ["x", "y"]})
    assert texts(part(one(tmp_path, ("table", bare, "Mine")), "table").table) == [
        ["a", "b"],
        ["1.25", "x"],
        ["", "y"],
    ]
    twice = pd.DataFrame({"a": ["x"]}, pd.MultiIndex.from_tuples([(1, 2)], names=["a", "a"]))
    rows = texts(part(one(tmp_path, ("table", twice, "Mine")), "table").table)
    assert rows == [["a", "a", "a"], ["1", "2", "x"]]
    with pytest.raises(ValueError, match="Give its slide a title"):
        one(tmp_path, ("table", bare))


def test_a_figure_is_a_picture_without_the_words_that_the_slide_has(shipped, tmp_path):
    table = foip.cross_tab(shipped, "tool", "region", margins=True, codes="present")
    figure = plot_heatmap(table)
    before = [(text.get_text(), text.get_visible()) for text in figure.texts]
    slide = one(tmp_path, figure)
    assert [(text.get_text(), text.get_visible()) for text in figure.texts] == before
    picture = next(shape for shape in slide.shapes if shape.shape_type == 13)
    assert " ".join(slide.shapes.title.text_frame.text.split()) == caption.finding(table)
    assert picture.image.ext == "png"
    assert picture.image.size[0] == pytest.approx(13.33 * 200, abs=2)
    assert 3 < picture.height / INCH < 5.6
    assert picture.width / INCH * picture.image.size[1] == pytest.approx(
        picture.height / INCH * picture.image.size[0], rel=0.01
    )


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_of_several_tables_is_a_picture_too(shipped, tmp_path, lang):
    slide = one(tmp_path, foip.plot_overview(shipped, lang=lang))
    picture = next(shape for shape in slide.shapes if shape.shape_type == 13)
    assert picture._element._nvXxPr.cNvPr.get("descr")
    title = slide.shapes.title.text_frame.text.replace("\v", "")
    assert slide.notes_slide.notes_text_frame.text.startswith(title)


# Words, for every reader


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_slide_has_title_alternative_texts_and_notes(decks, lang):
    path, shown = decks[lang]
    slides = list(Presentation(path).slides)
    assert len(slides) == len(shown)
    for slide in slides:
        assert slide.shapes.title.text_frame.text
        assert slide.shapes.title.is_placeholder
        assert len(slide.notes_slide.notes_text_frame.text) > 20
        for shape in slide.shapes:
            assert shape._element._nvXxPr.cNvPr.get("descr"), (
                slide.shapes.title.text_frame.text,
                shape.name,
            )
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))
        first, *_, last = [shape for shape in slide.shapes if slide != slides[0]] or slide.shapes
        assert first == slide.shapes.title  # the order of reading
        assert slide == slides[0] or last.placeholder_format.type == 13
    kana = re.compile(r"[぀-ヿ]")
    english = [s.notes_slide.notes_text_frame.text + s.shapes.title.text_frame.text for s in slides]
    assert all(bool(kana.search(text)) == (lang == "ja") for text in english)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_have_fonts_for_both_scripts_a_language_and_a_size(decks, lang):
    path, _ = decks[lang]
    presentation = Presentation(path)
    for rel in presentation.slide_master.part.rels.values():
        if rel.reltype.endswith("/theme"):
            theme = rel.target_part.blob.decode()
    for place in ("latin", "ea"):  # one typeface on slides and figures
        assert theme.count(f'<a:{place} typeface="{style.families()[0]}"') == 2
    for slide in presentation.slides:
        trees = [
            slide._element,
            slide.notes_slide._element,
            *(s.chart._chartSpace for s in slide.shapes if s.has_chart),
        ]
        for tree in trees:
            named = [
                p
                for tag in ("a:rPr", "a:defRPr")
                for p in tree.iter(qn(tag))
                if p.getparent().tag != qn("a:fld")
            ]
            assert named or tree is slide.notes_slide._element
            for properties in named:
                assert properties.find(qn("a:ea")).get("typeface") == "+mn-ea"  # the theme's
                assert properties.find(qn("a:latin")).get("typeface") == "+mn-lt"
                assert properties.get("lang") == ("ja-JP" if lang == "ja" else "en-GB")
        for shape in slide.shapes:
            frames = [shape.text_frame] if shape.has_text_frame else []
            frames += (
                [cell.text_frame for row in shape.table.rows for cell in row.cells]
                if shape.has_table
                else []
            )
            least = 11 if shape.is_placeholder and shape.placeholder_format.idx in (12, 14) else 14
            sizes = [run.font.size for frame in frames for p in frame.paragraphs for run in p.runs]
            assert all(size >= Pt(least) for size in sizes)
            if shape.has_chart:
                assert shape.chart.font.size == Pt(14)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_overlaps_and_nothing_leaves_the_slide(decks, lang):
    path, _ = decks[lang]
    presentation = Presentation(path)
    size = (presentation.slide_width / INCH, presentation.slide_height / INCH)
    assert size == pytest.approx((13.333, 7.5), abs=0.001)
    for slide in presentation.slides:
        boxes = [
            (s.name, s.left / INCH, s.top / INCH, s.width / INCH, s.height / INCH)
            for s in slide.shapes
        ]
        for n, (name, left, top, width, height) in enumerate(boxes):
            assert -0.001 <= left <= left + width <= size[0] + 0.001, name
            assert 0 <= top <= top + height <= size[1], name
            for other, x, y, w, h in boxes[:n]:
                apart = (
                    left >= x + w - 0.01
                    or x >= left + width - 0.01
                    or top >= y + h - 0.01
                    or y >= top + height - 0.01
                )
                assert apart, (slide.shapes.title.text_frame.text, name, other)


def test_long_titles_and_dark_and_branded_slides(shipped, tmp_path):
    table = foip.count(shipped, "priority")
    slide = one(tmp_path, ("auto", table, "Much " * 60))
    head, chart = slide.shapes.title, part(slide, "chart")
    assert chart.top >= head.top + head.height
    style.use("dark", font="DejaVu Sans", colours={"strong": "#ff8800"})
    path = save_deck([table], tmp_path / "dark.pptx")
    theme = zipfile.ZipFile(path).read("ppt/theme/theme1.xml").decode()
    assert 'typeface="DejaVu Sans"' in theme
    assert "Noto" not in theme
    assert '<a:lt1><a:srgbClr val="16202B"' in theme
    chart = part(Presentation(path).slides[0], "chart").chart
    assert str(chart.plots[0].series[0].points[0].format.fill.fore_color.rgb) == "FF8800"


def test_an_opening_and_text_with_strong_words(tmp_path):
    path = save_deck(
        [("text", ["One **strong** word", "A*STAR"], "Words")],
        tmp_path / "d.pptx",
        title="A deck",
        subtitle="Of\n**two** lines",
    )
    first, second = Presentation(path).slides
    assert [p.text for p in first.placeholders[1].text_frame.paragraphs] == ["Of", "two lines"]
    runs = second.placeholders[1].text_frame.paragraphs[0].runs
    assert [(run.text, run.font.bold) for run in runs] == [
        ("One ", False),
        ("strong", True),
        (" word", False),
    ]
    assert second.placeholders[1].text_frame.paragraphs[1].text == "A*STAR"
    assert Presentation(path).core_properties.title == "A deck"


# Awkward data


@pytest.mark.parametrize("kind", ["bars", "heat map", "table"])
def test_marks_in_labels_are_text(grid, tmp_path, kind):
    dataset = grid([[n % 3, 1] for n in range(len(MARKS))], MARKS, ["=A&B", "<S>"])
    style.use(colours=colours_of(dataset))
    table = foip.cross_tab(dataset, "tool", "region", count="fractional")
    slide = one(tmp_path, (kind, table))
    if kind != "bars":
        assert [row[0] for row in texts(part(slide, "table").table)[1:]] == MARKS
        assert texts(part(slide, "table").table)[0][1:] == ["=A&B", "<S>"]
        return
    chart = part(slide, "chart").chart
    assert list(chart.plots[0].categories) == MARKS
    assert [series.name for series in chart.plots[0].series][:2] == ["=A&B", "<S>"]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [book["Sheet1"].cell(row, 1) for row in range(2, len(MARKS) + 2)] + [
        book["Sheet1"].cell(1, n) for n in (2, 3)
    ]
    assert [cell.value for cell in cells] == [*MARKS, "=A&B", "<S>"]
    assert {cell.data_type for cell in cells} <= {"s", "f"}
    raw = (
        zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        .read("xl/worksheets/sheet1.xml")
        .decode()
    )
    assert re.findall(r"<f>([^<]*)</f>", raw) == [
        f"SUM(B{n}:C{n})" for n in range(2, len(MARKS) + 2)
    ]  # no label is a formula
    assert book["Note"]["B1"].value == foip.about(table).note


@pytest.mark.parametrize(
    ("cells", "rows", "columns"),
    [
        ([[3]], ["A"], ["N"]),
        ([[0, 0], [0, 0]], ["A", "B"], ["N", "S"]),
        ([[1200, 1]], ["A"], ["N", "S"]),
    ],
)
def test_small_and_empty_tables(grid, tmp_path, cells, rows, columns):
    dataset = grid(cells, rows, columns)
    table = foip.cross_tab(dataset, "tool", "region", margins=True)
    assert [
        row[1 : 1 + len(columns)]
        for row in texts(part(one(tmp_path, ("heat map", table)), "table").table)[1 : 1 + len(rows)]
    ] == [[f"{v:,}" if v else "" for v in row] for row in cells]
    counted = foip.count(dataset, "tool")
    assert cached(part(one(tmp_path, counted), "chart").chart) == {
        "initiatives": [sum(row) for row in cells]
    }


# Refusals


def forty(grid):
    return grid(
        [[n % 4, n % 3] for n in range(40)], [f"Row number {n}" for n in range(40)], ["N", "S"]
    )


def test_what_is_too_large_is_refused_with_the_way_out(grid, shipped, tmp_path):
    told = (
        r"Item 1: 32 columns do not fit on a slide, which holds \d+ of these\. Make the table with"
    )
    with pytest.raises(ValueError, match=told) as refused:
        one(tmp_path, foip.cross_tab(shipped, "priority", "place", codes="present"))
    most = int(re.search(r"'place': (\d+)", str(refused.value))[1])
    assert part(  # what the sentence says to do, does
        one(tmp_path, foip.cross_tab(shipped, "priority", "place", top={"place": most})), "table"
    )
    many = pd.DataFrame({"name": [f"Row {n}" for n in range(1000)]})
    with pytest.raises(ValueError, match=r"1000 rows do not fit on 20 slides, which hold \d+ of"):
        one(tmp_path, ("table", many, "Many"))
    with pytest.raises(ValueError, match=r"Row 1 of the table \('Word.*'\) is higher than a slide"):
        one(tmp_path, ("table", pd.DataFrame({"a": ["Word " * 900]}), "High"))
    with pytest.raises(
        ValueError,
        match=r"in high; on a slide its text would be too small\. Make its table with top= or "
        r"codes=",
    ):
        one(tmp_path, plot_bars(foip.count(forty(grid), "tool")))
    with pytest.raises(ValueError, match="A paragraph does not fit on a slide"):
        one(tmp_path, ("text", ["Word " * 1200], "Much"))


# Longer than a slide


def all_slides(tmp_path, item, **more):
    return list(Presentation(save_deck([item], tmp_path / "deck.pptx", **more)).slides)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["table", "heat map"])
def test_a_long_table_goes_on_with_its_heads_and_shades(grid, tmp_path, kind, lang):
    table = foip.cross_tab(forty(grid), "tool", "region", margins=True, lang=lang)
    slides = all_slides(tmp_path, (kind, table))
    shown = [part(slide, "table").table for slide in slides]
    assert len(slides) > 1
    rows = [texts(each) for each in shown]
    assert all(each[0] == rows[0][0] for each in rows)
    labels = [row[0] for each in rows for row in each[1:]]
    assert labels == [str(label) for label in table.index]  # every row once, in its order
    lengths = [len(each) for each in rows]
    assert max(lengths) - min(lengths) <= 1  # none with a line or two alone
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert [re.findall(r"\d+", title)[-2:] for title in titles] == [
        [str(n), str(len(slides))] for n in range(1, len(slides) + 1)
    ]
    if kind == "heat map":
        fills = {}
        for each in shown:
            for row in list(each.rows)[1:]:
                for cell in list(row.cells)[1:]:
                    if cell.fill.type == 1:
                        fills.setdefault(cell.text_frame.text, set()).add(
                            str(cell.fill.fore_color.rgb)
                        )
        assert all(len(found) == 1 for found in fills.values())  # one scale on all slides


@pytest.mark.parametrize("kind", ["ranked", "stacked"])
def test_many_bars_go_on_over_further_slides_on_one_scale(grid, shipped, tmp_path, kind):
    table = foip.count(forty(grid), "tool")
    if kind == "stacked":
        table = foip.cross_tab(shipped, "place", "priority")
    charts = [part(slide, "chart").chart for slide in all_slides(tmp_path, ("bars", table))]
    assert len(charts) > 1
    shown = [label for chart in charts for label in chart.plots[0].categories]
    assert shown == list(table.index)
    assert len({chart.value_axis.maximum_scale for chart in charts}) == 1
    heads = behind(charts[-1])[0]
    assert heads[1 : 1 + table.shape[1]] == list(table.columns)[: len(heads) - 1]


def test_a_long_text_goes_on_and_notes_of_one_s_own_stand_on_each_slide(tmp_path):
    paragraphs = [f"Number {n}. " + "Word " * 120 for n in range(9)]
    slides = all_slides(tmp_path, ("text", paragraphs, "Much", "Say this."))
    shown = [p.text for s in slides for p in s.placeholders[1].text_frame.paragraphs]
    assert shown == paragraphs
    assert len(slides) > 1
    assert {slide.notes_slide.notes_text_frame.text for slide in slides} == {"Say this."}
    assert slides[1].shapes.title.text_frame.text == f"Much (2 of {len(slides)})"


# Bars of one length, and of a table of one's own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bars_of_one_length_have_the_counts_behind_and_their_bases_beside(shipped, tmp_path, lang):
    table = foip.cross_tab(shipped, "region", "priority", lang=lang)
    chart = part(one(tmp_path, ("shares", table)), "chart").chart
    kept = table[table.sum(axis=1) > 0]
    assert chart._chartSpace.find(f".//{qn('c:grouping')}").get("val") == "percentStacked"
    assert [re.findall(r"\d+", label)[-1] for label in chart.plots[0].categories] == [
        str(total) for total in kept.sum(axis=1)
    ]
    assert cached(chart) == {name: kept[name].tolist() for name in kept}
    assert behind(chart)[1].to_numpy().tolist() == kept.to_numpy().tolist()
    with pytest.raises(ValueError, match="Make it without share="):
        one(tmp_path, ("shares", foip.cross_tab(shipped, "region", "priority", share="row")))
    with pytest.raises(ValueError, match="several columns"):
        one(tmp_path, ("shares", foip.count(shipped, "priority")))


def test_a_table_of_one_s_own_can_be_bars(tmp_path):
    own = pd.DataFrame({"stated": [3, 1], "inferred": [1, 4]}, index=["Where", "Who"])
    chart = part(one(tmp_path, ("bars", own, "Mine")), "chart").chart
    assert cached(chart) == {"stated": [3, 1], "inferred": [1, 4], "": [4, 5]}
    chart = part(one(tmp_path, ("shares", own, "Mine"), lang="ja"), "chart").chart
    assert list(chart.plots[0].categories) == ["Where（4）", "Who（5）"]
    assert part(one(tmp_path, ("bars", own[["stated"]], "Mine")), "chart")
    with pytest.raises(ValueError, match=r"1 to 4 columns of numbers.*'table'"):
        one(tmp_path, ("bars", pd.DataFrame({"a": ["x"]}), "Mine"))


@pytest.mark.parametrize(
    ("called", "kind"), [("stacked", "bars"), ("ranked", "bars"), ("heatmap", "heat map")]
)
def test_a_chart_is_called_on_slides_as_plot_calls_it(shipped, tmp_path, called, kind):
    counted = foip.count(shipped, "priority")
    table = counted if called == "ranked" else foip.cross_tab(shipped, "region", "priority")
    shown = []
    for name in (called, kind):
        slide = one(tmp_path, (name, table, "Title"))
        shown.append([(shape.has_chart, shape.has_table) for shape in slide.shapes])
    assert shown[0] == shown[1]


def test_in_a_heat_map_no_base_is_told_from_a_zero(shipped, tmp_path):
    """Of North America, with no initiative, there are no shares."""
    shares = foip.cross_tab(shipped, "region", "tool_family", share="row")
    rows = {row[0]: row[1:] for row in texts(part(one(tmp_path, shares), "table").table)}
    empty = next(row for name, row in rows.items() if name.startswith("North America"))
    assert set(empty) == {"–"}
    assert "–" not in next(row for name, row in rows.items() if name.startswith("Pacific"))
    counts = foip.cross_tab(shipped, "region", "tool_family", codes="present", margins=True)
    cells = [row[1:] for row in texts(part(one(tmp_path, counts), "table").table)[1:]]
    assert (counts == 0).any(axis=None)
    assert not any("" in row for row in cells), "few are zero, and each is written"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (3, "This is a int. A slide shows"),
        (
            ("heat mpa", pd.DataFrame({"a": [1]}), "t"),
            r"The kind is 'heat mpa'.*Did you mean 'heat map'",
        ),
        (("heat map", pd.DataFrame({"a": [1]}), "t"), "does not say what it counts"),
        (("table", pd.DataFrame(), "t"), "no rows or no columns"),
        (("text", "one string", "t"), r"\('text', \[paragraph, …\], title\)"),
        (("text", ["no title"]), r"\('text', \[paragraph, …\], title\)"),
    ],
)
def test_what_is_no_item_is_refused(tmp_path, item, told):
    with pytest.raises(ValueError, match=told):
        one(tmp_path, item)
    assert not list(tmp_path.iterdir())


def test_other_refusals(shipped, tmp_path):
    from matplotlib.figure import Figure

    table = foip.count(shipped, "priority")
    with pytest.raises(ValueError, match=r"'deck.ppt' does not end in .pptx"):
        save_deck([table], tmp_path / "deck.ppt")
    with pytest.raises(ValueError, match="Put what you want to show into a list"):
        save_deck(table, tmp_path / "deck.pptx")
    with pytest.raises(ValueError, match="nothing to show"):
        save_deck([], tmp_path / "deck.pptx")
    with pytest.raises(ValueError, match="lang is 'xq'"):
        save_deck([table], tmp_path / "deck.pptx", lang="xq")
    with pytest.raises(ValueError, match="not made by a plot_… function"):
        save_deck([Figure()], tmp_path / "deck.pptx")
    with pytest.raises(ValueError, match="Every row of this table is 0"):
        save_deck(
            [("shares", pd.DataFrame({"a": [0], "b": [0]}, ["x"]), "Title")], tmp_path / "deck.pptx"
        )
    with pytest.raises(ValueError, match="These 3 initiatives are too few"):
        save_deck(shipped.where(tool="oda"), tmp_path / "deck.pptx")
    with pytest.raises(ValueError, match="were changed after the table was made"):
        save_deck([-table.assign(share=0).set_axis(table.columns, axis=1)], tmp_path / "deck.pptx")


def test_bars_of_too_few_say_why_they_are_pale(shipped, tmp_path):
    """Two initiatives are for Europe, and twelve for the Pacific."""
    for regions, pale in ((["pacific"], False), (["pacific", "europe"], True)):
        shares = foip.cross_tab(
            shipped, "region", "priority", share="row", codes={"region": regions}
        )
        slide = one(tmp_path, ("bars", shares))
        said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert ("pale: fewer than 5" in said) == pale


# The file


def test_the_same_items_give_the_same_bytes_at_any_time(shipped, tmp_path, monkeypatch):
    def written(name):
        table = foip.cross_tab(shipped, "tool", "priority")
        shown = [
            foip.count(shipped, "tool"),
            table,
            ("heat map", table),
            plot_bars(table),
            ("text", ["One"], "Two"),
        ]
        return save_deck(shown, tmp_path / name, title="A", subtitle="B").read_bytes()

    first = written("one.pptx")
    later = time.time() + 4 * 365 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda seconds=later, real=time.localtime: real(later))
    assert written("two.pptx") == first
    dates = {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()}
    assert dates == {2000}


def test_a_failed_run_leaves_the_old_file(shipped, tmp_path, monkeypatch):
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="Item 2"):
        save_deck([foip.count(shipped, "tool"), "no table"], path)
    with monkeypatch.context() as broken:
        broken.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
        with pytest.raises(OSError, match="full"):
            save_deck([foip.count(shipped, "tool")], path)
    assert path.read_bytes() == b"old"
    save_deck([foip.count(shipped, "tool")], path)  # clears what was left
    assert [found.name for found in tmp_path.iterdir()] == ["deck.pptx"]


def test_the_file_has_no_parts_of_the_template_that_are_wrong_in_it(decks):
    names = zipfile.ZipFile(decks["en"][0]).namelist()
    assert not [name for name in names if "printer" in name or "thumbnail" in name]
    assert len(names) == len(set(names))


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed, which opens the decks"
)
def test_libreoffice_opens_the_decks(decks, tmp_path):
    paths = [path for path, _ in decks.values()]
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *paths],
        capture_output=True,
        check=True,
    )
    for path, shown in decks.values():
        pages = (tmp_path / f"{path.stem}.pdf").read_bytes()
        assert len(re.findall(rb"/Type\s*/Page\b", pages)) == len(shown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_of_two_lines_breaks_as_on_the_chart(shipped, tmp_path, lang):
    table = foip.cross_tab(shipped, "region", "priority", lang=lang)
    text = one(tmp_path, ("heat map", table)).shapes.title.text_frame.text
    assert text.replace("\v", "") == caption.finding(table)
    assert re.search(r"\v" if lang == "en" else r"。\v", text)
    listed = foip.findings(foip.cross_tab(shipped, "tool", "priority", lang=lang))["finding"]
    title = say("claim-also", lang, first=listed[0], second=listed[2])
    text = one(tmp_path, ("heat map", table, title)).shapes.title.text_frame.text
    first, second = text.split("\v")
    assert len(first) > len(second) / 2  # no list is torn after its first word
    torn = "W" * 200
    assert one(tmp_path, ("heat map", table, torn)).shapes.title.text_frame.text == torn


def test_japanese_lines_break_between_phrases_and_english_ones_by_themselves(tmp_path):
    texts = {
        "ja": "**手段**：政府安全保障能力強化支援の取組は、すべて安全保障に関わる取組である。" * 2,
        "en": "**Means:** all initiatives with this assistance are about security. " * 4,
    }
    for lang, text in texts.items():
        body = one(tmp_path, ("text", [text], "T"), lang=lang).placeholders[1].text_frame
        lines, bare = body.text.split("\v"), text.replace("**", "")
        assert "".join(lines) == bare
        assert (len(lines) > 1) == (lang == "ja")
        ends = set(itertools.accumulate(phrases(bare)))
        assert set(itertools.accumulate(lines)) <= ends
        bold = [run.text for run in body.paragraphs[0].runs if run.font.bold]
        assert len(bold) == text.count("**") / 2


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_of_initiatives_a_slide_shows_what_a_hearer_can_follow(shipped, tmp_path, lang):
    found = foip.members(shipped, priority="p3", region="pacific", lang=lang)
    slides = Presentation(foip.save_deck([found], tmp_path / "own.pptx", lang=lang)).slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    heads = [say(f"slide-column-{name}", lang) for name in ("name", "summary", "words")]
    assert rows[0] == heads
    told = [[text.replace("\v", "") for text in row] for row in rows if row != heads]
    assert told == found[["name", "summary", "words"]].to_numpy().tolist()
    chosen = foip.save_deck([found[["initiative_id", "name"]]], tmp_path / "chosen.pptx")
    table = next(shape.table for shape in Presentation(chosen).slides[0].shapes if shape.has_table)
    assert [cell.text for cell in table.rows[0].cells] == ["initiative id", "name"]


def test_a_figure_is_the_same_picture_on_every_deck(shipped, tmp_path):
    figure = foip.plot(foip.count(shipped, "tool", codes="present", order="size"))

    def picture():
        slide = one(tmp_path, figure)
        return next(shape.image.blob for shape in slide.shapes if hasattr(shape, "image"))

    kept = [picture(), picture()]
    foip.save_figure(figure, "between", folder=tmp_path)
    assert kept[0] == kept[1] == picture()


def test_one_column_of_a_cross_tab_is_bars(shipped, tmp_path):
    shares = foip.cross_tab(shipped, "region", "tool", share="row", codes="present")
    slide = one(tmp_path, ("bars", shares[["Capacity building"]]))
    [values] = cached(part(slide, "chart").chart).values()
    assert values == pytest.approx(shares["Capacity building"].tolist())
    told = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert not any("outlined" in text for text in told), "as no bar is"


def test_a_deck_does_not_take_its_template_s_place(shipped, tmp_path):
    path = foip.save_deck([foip.count(shipped, "priority")], tmp_path / "ours.pptx")
    before = path.read_bytes()
    with pytest.raises(ValueError, match="is the template, which would be lost"):
        foip.save_deck([], path, title="New", template=tmp_path / "." / "ours.pptx")
    assert path.read_bytes() == before
