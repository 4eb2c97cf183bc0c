"""The table to present: its words, its shade, what stands apart, and labels that are only text."""

import re
from html import unescape

import pandas as pd
import pytest
from awkward import MARKS
from matplotlib.colors import to_hex

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.grid import ramp
from foip_analysis.tables.findings import finding, subtitle

CELL = re.compile(r"<(t[dh])\b([^>]*)>(.*?)</\1>", re.DOTALL)


def rows(shown) -> list[list[tuple[str, str]]]:
    """The body of the page: for each row its cells as (text, style), without the group headings."""
    body = shown.as_raw_html().split("<tbody")[1].split("</tbody>")[0]
    found = [
        [(unescape(text), attributes) for _, attributes, text in CELL.findall(row)]
        for row in body.split("<tr")[1:]
    ]
    return [row for row in found if "gt_group_heading" not in row[0][1]]


def words(shown) -> list[list[str]]:
    return [[text for text, _ in row] for row in rows(shown)]


def background(attributes: str) -> str | None:
    found = re.search(r"background-color: (#\w+)", attributes)
    return found[1] if found else None


def ink(attributes: str) -> str:
    return re.search(r"(?<!-)color: (#\w+)", attributes)[1]


def test_title_subtitle_note_and_source_are_those_of_the_table(shipped):
    for lang in ("en", "ja"):
        table = foip.cross_tab(shipped, "tool", "region", lang=lang)
        page = unescape(foip.present(table).as_raw_html())
        head = [text for _, attributes, text in CELL.findall(page) if "gt_heading" in attributes]
        assert head == [finding(table), subtitle(table, finding(table))]
        foot = page.split("<tfoot")[1]
        assert foip.about(table).note in foot
        assert foip.about(table).source in foot
    page = foip.present(table, title="My <own>", subtitle="words").as_raw_html()
    assert "My &lt;own&gt;" in page
    assert ">words<" in page


def test_cells_are_shaded_by_value_with_ink_that_can_be_read(toy8):
    found = rows(foip.present(foip.cross_tab(toy8, "tool", "region", lang=None)))
    assert [[text for text, _ in row] for row in found] == [
        ["A", "3", "1", "2"],
        ["B", "2", "3", "2"],
        ["C", "1", "1", "2"],
    ]
    for row in found:
        for text, attributes in row[1:]:
            assert background(attributes) == to_hex(ramp()(int(text) / 3))
            assert style.contrast(ink(attributes), background(attributes)) >= 4.5
    assert background(found[0][1][1]) == style.colour("strong")


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_theme_has_its_paper_its_shades_and_readable_ink(shipped, theme):
    style.use(theme)
    shown = foip.present(foip.cross_tab(shipped, "tool", "region", margins=True))
    assert f"background-color: {style.colour('paper')}" in shown.as_raw_html()
    shades = [attributes for row in rows(shown) for _, attributes in row if background(attributes)]
    assert style.colour("strong") in {background(a) for a in shades}
    assert min(style.contrast(ink(a), background(a)) for a in shades) >= 4.5


def test_a_zero_is_empty_where_it_competes_and_a_share_without_base_is_a_dash(toy8):
    small = toy8.where(tool="A")
    shown = rows(
        foip.present(
            foip.cross_tab(
                small, "tool", "region", lang=None, share="row", codes={"region": ["S"]}, none=True
            )
        )
    )
    table = foip.cross_tab(
        small, "tool", "region", lang=None, share="row", codes={"region": ["S"]}, none=True
    )
    assert table.loc[["A", "none"], "S"].isna().tolist() == [False, True]
    assert [[text for text, _ in row] for row in shown] == [
        ["A (of 4)", "25%", "0%"],
        ["B (of 2)", "50%", "0%"],
        ["C (of 2)", "", "0%"],
        ["none (of 0)", "–", "–"],
    ]
    assert background(shown[2][1][1]) == style.colour("empty")


def test_margins_stand_apart_without_shade(toy8):
    found = rows(
        foip.present(foip.cross_tab(toy8, "tool", "region", lang=None, margins=True, none=True))
    )
    assert [[text for text, _ in row] for row in found][-1] == ["all", "5", "3", "3", "1", "8"]
    apart = [
        *found[-1][1:],
        *found[-2][1:],
        *(row[-1] for row in found),
        *(row[-2] for row in found),
    ]
    assert {background(attributes) for _, attributes in apart} == {None}
    assert {ink(attributes) for _, attributes in apart} == {style.colour("soft")}
    assert all("border-top: 2px" in attributes for _, attributes in found[3])
    assert not any("border-top: 2px" in attributes for _, attributes in found[4])
    assert "border-left: 2px" in found[0][4][1]
    assert background(found[0][1][1])


def test_the_column_dimension_spans_its_codes_and_not_the_margin(toy8):
    page = foip.present(
        foip.cross_tab(toy8, "tool", "region", lang=None, margins=True)
    ).as_raw_html()
    spanner = re.search(
        r'colspan="(\d)"[^>]*>\s*<span class="gt_column_spanner">(.*?)</span>', page
    )
    assert spanner.groups() == ("3", "region")


def test_layers_are_groups_and_share_one_scale(toy8):
    table = foip.cross_tab(toy8, "tool", "tool", by="region", lang=None, margins=True)
    shown = foip.present(table)
    groups = re.findall(r'class="gt_group_heading"[^>]*>(.*?)<', shown.as_raw_html())
    assert groups == ["N (of 4)", "S (of 3)", "E (of 3)"]
    assert len(rows(shown)) == 12
    strong = [
        text
        for row in rows(shown)
        for text, attributes in row
        if background(attributes) == style.colour("strong")
    ]
    assert set(strong) == {str(table.iloc[[0, 1, 2, 4, 5, 6, 8, 9, 10], :3].to_numpy().max())}
    assert [background(row[1][1]) for row in rows(shown)[3::4]] == [None] * 3


def test_the_finding_of_layers_is_no_margin(shipped):
    plain, margins = (
        foip.cross_tab(shipped, "tool", "region", by="priority", margins=m) for m in (False, True)
    )
    assert finding(margins) == finding(plain)


def test_a_count_shades_the_count_and_says_the_share(toy8):
    found = rows(foip.present(foip.count(toy8, "region", lang=None, margins=True)))
    assert [[text for text, _ in row] for row in found] == [
        ["N", "5", "71%"],
        ["S", "3", "43%"],
        ["E", "3", "43%"],
        ["all", "7", "100%"],
    ]
    assert [bool(background(a)) for _, a in found[0]] == [False, True, False]


def test_ranges_have_a_spanner_for_each_column(toy8):
    page = foip.present(
        foip.sensitivity(toy8, "tool", "region", lang=None, margins=True, to="counting")
    )
    assert re.findall(r'gt_column_spanner">(.*?)<', page.as_raw_html()) == ["N", "S", "E", "all"]
    assert words(page)[0][:3] == ["A", "3", "1.50"]
    assert background(rows(page)[-1][1][1]) is None
    spans = words(foip.present(foip.sensitivity(toy8, "tool", "region", lang=None, to="one_out")))
    assert spans[0][1:4] == ["67%", "75%", "100%"]


def test_labels_are_text_and_no_markup(grid):
    size = len(MARKS)
    table = foip.cross_tab(grid([[1] * size] * size, MARKS, MARKS), "tool", "region")
    page = foip.present(table).as_raw_html()
    assert [row[0] for row in words(foip.present(table))] == MARKS
    heads = page.split("<tbody")[0]
    assert [
        unescape(text)
        for _, attributes, text in CELL.findall(heads)
        if "gt_right" in attributes or "gt_center" in attributes
    ][-size:] == MARKS
    assert "<b>" not in page
    assert "{{" not in page.split("</style>")[-1].split("<tbody")[0]


def test_the_same_table_gives_the_same_html_and_another_another_id(shipped):
    table = foip.cross_tab(shipped, "tool", "region")
    first, again = (
        foip.present(foip.cross_tab(shipped, "tool", "region")).as_raw_html() for _ in range(2)
    )
    other = foip.present(foip.cross_tab(shipped, "tool", "region", lang="ja")).as_raw_html()
    assert first == again == foip.present(table).as_raw_html()
    ids = [re.search(r'<div id="(foip-[0-9a-f]{8})"', page)[1] for page in (first, other)]
    assert ids[0] != ids[1]


def test_japanese_has_a_japanese_font(shipped):
    page = foip.present(foip.count(shipped, "priority", lang="ja")).as_raw_html()
    font = re.search(r"font-family: ([^;]+);", page)[1]
    assert font.startswith("'Noto Sans JP'")
    assert "Noto Sans CJK JP" in font


def test_nothing_comes_from_the_network(shipped):
    page = foip.present(foip.cross_tab(shipped, "tool", "region")).as_raw_html()
    assert not re.search(r"https?:|url\(|<script|@import", page)


def test_a_table_is_as_it_was(shipped):
    table = foip.cross_tab(shipped, "tool", "region")
    before, attrs = table.copy(), dict(table.attrs)
    foip.present(table)
    pd.testing.assert_frame_equal(table, before)
    assert table.attrs == attrs


def test_a_foreign_table_is_refused(shipped):
    for table in (pd.DataFrame({"a": [1]}), foip.members(shipped, tool="osa")):
        with pytest.raises(ValueError, match="Only tables from count, cross_tab and the ranges"):
            foip.present(table)
