"""A list of initiatives shows itself whole, its words marked, and the source only where it is."""

import hashlib
import re
from html import unescape

import openpyxl
import pandas as pd
import pytest
from awkward import HOSTILE
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.dataset.verify import normal
from foip_analysis.explorer.page import make_page
from foip_analysis.tables.listing import ROWS_SHOWN, marked
from foip_analysis.words.breaking import cells_wide

TAGS = {*("div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "mark", "br", "p")}
LINES = [
    "● ボルネオ島の**港湾**を拡張し、インドネシアの沿岸警備隊に巡視船を供与する取組を進める。",
    "● A cable from Palau to Guam, " + "laid deep below the sea and paid for by many, " * 6,
]


@pytest.fixture
def text(tmp_path):
    """A made-up text of two units."""
    path = tmp_path / "outline.txt"
    path.write_text("\n".join(["A made-up plan", "", *LINES]), encoding="utf-8")
    return path


@pytest.fixture
def coded(tmp_path, text):
    """Its dataset, without the text: two initiatives with a tool in a place of a region."""
    frames = make_frames(
        {"1": {"tool": "A", "place": "FR"}, "2": {"tool": "A", "place": "FR JP"}},
        {"tool": "A", "region": "Europe Asia", "place": "FR<Europe JP<Asia"},
    )
    words = {
        "1": {"tool": "港湾", "place": "インドネシア"},
        "2": {"tool": "cable", "place": "Palau"},
    }
    codings = frames["codings"]
    codings["evidence"] = [
        words[i][d] for i, d in zip(codings["initiative_id"], codings["dimension"], strict=True)
    ]
    units = frames["units"].assign(part="text", heading="", line=["3", "4"])
    frames["units"] = units.assign(
        sha256=[hashlib.sha256(normal(line).encode()).hexdigest() for line in LINES]
    )
    folder = tmp_path / "coded"
    folder.mkdir()
    load_frames(folder, frames)
    return folder


def seen(shown: str) -> str:
    """Return what a reader of HTML reads."""
    return unescape(re.sub(r"<[^>]*>", "\n", shown))


@pytest.mark.parametrize("per", ["initiative", "coding"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_is_cut_on_a_page_or_in_a_terminal(shipped, lang, per, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    found = foip.members(shipped, region="southeast_asia", lang=lang, per=per)
    assert len(found) > 30
    page, terminal = found._repr_html_(), repr(found)
    bare = "".join(terminal.split())
    for name, texts in found.drop(columns="words", errors="ignore").items():
        assert len(re.findall(f">{name}(?:</small>)?</th>", page)) == 1
        for one in texts:
            assert str(one) in seen(page)
            parts = str(one).split("text.")[0]  # what stands beside other lines is broken there
            assert "".join(parts.split()) in bare or name in ("name", "summary")
    below = terminal.index("\n\n" + foip.about(found).note)
    assert max(cells_wide(line) for line in terminal[:below].splitlines()) <= 60
    assert "..." not in terminal
    assert "text-align:right" not in page


def test_a_long_text_is_broken_and_not_shortened(coded, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    dataset = foip.load(coded)
    initiatives = dataset.initiatives
    initiatives["name_en"] = ["インドネシアの港湾" * 20, "A very long name " * 20]
    from dataclasses import replace

    shown = repr(foip.members(replace(dataset, initiatives=initiatives)))
    lines = [line[18:] for line in shown.splitlines()]
    assert "インドネシアの港湾" * 20 in "".join(lines)
    assert " ".join(("A very long name " * 20).split()) in " ".join(lines)


def test_the_dimension_asked_for_first_stands_first_and_its_words_are_marked(coded):
    dataset = foip.load(coded)
    for asked, order in (
        ({"tool": "A", "region": "Europe"}, ["港湾", "インドネシア"]),
        ({"region": "Europe", "tool": "A"}, ["インドネシア", "港湾"]),
    ):
        found = foip.members(dataset, **asked)
        shown = found._repr_html_()
        assert re.findall("<mark>(.*?)</mark>", shown)[:2] == order
        assert found["words"].iloc[0].startswith("tool")  # what is saved stays as it was
    codings = foip.members(dataset, tool="A", per="coding")
    assert re.findall("<mark>(.*?)</mark>", codings._repr_html_()) == ["港湾", "cable"]


def test_what_is_chosen_shows_so_too_and_what_is_made_as_pandas_shows_it(shipped):
    found = foip.members(shipped, tool="osa")
    for part in (found.head(2), found[["name", "words"]], found.sort_values("name"), found.copy()):
        assert "<mark>" in part._repr_html_()
        assert repr(part).endswith(foip.about(found).source)
    number = found["name"].str.len()
    for made in (found.assign(length=number), found.set_index("name"), found.T, found[[]]):
        assert "<mark>" not in made._repr_html_()
        assert repr(made) == repr(pd.DataFrame(made))
    with pd.option_context("display.notebook_repr_html", False):
        assert found._repr_html_() is None


def test_it_is_a_dataframe_in_all_it_does(shipped):
    found = foip.members(shipped, tool="osa")
    plain = pd.DataFrame({name: found[name].tolist() for name in found})
    pd.testing.assert_frame_equal(plain, found)
    pd.testing.assert_frame_equal(found, plain)
    assert found.equals(plain)
    assert isinstance(found, pd.DataFrame)
    assert found.merge(plain, on="initiative_id").shape == (6, 9)
    assert found.groupby("name").size().sum() == 6
    other = plain.assign(name="x")
    with pytest.raises(AssertionError):
        pd.testing.assert_frame_equal(other, found)


def test_labels_and_words_do_no_harm(tmp_path):
    codes = {"tool": "A", "region": "N"}
    frames = make_frames({str(n): codes for n in range(len(HOSTILE))}, codes)
    frames["initiatives"]["name_en"] = HOSTILE
    frames["codings"]["evidence"] = [word[:50] for word in HOSTILE for _ in codes]
    found = foip.members(load_frames(tmp_path, frames), tool="A")
    shown = found._repr_html_()
    assert set(re.findall(r"<(\w+)", shown)) <= TAGS
    assert shown.startswith('<div class="tex2jax_ignore mathjax_ignore">')
    assert repr(found)


def test_a_very_long_list_says_what_it_does_not_show(tmp_path):
    codings = {f"i{n}": {"tool": "A"} for n in range(ROWS_SHOWN + 7)}
    found = foip.members(load_frames(tmp_path, make_frames(codings, {"tool": "A"})), tool="A")
    shown = found._repr_html_()
    assert shown.count("<tr>") == ROWS_SHOWN + 1
    assert "7 more" in shown
    assert "more rows" not in found.head(ROWS_SHOWN)._repr_html_()


# With the source


def test_the_whole_unit_stands_beside_with_its_words_marked(coded, text, tmp_path):
    for found in (
        foip.members(foip.load(coded, source=text), tool="A", place="FR"),
        foip.members(foip.load(coded), source=text, tool="A", place="FR"),
        foip.members(foip.load(coded, source=text).where(tool="A").stated(), tool="A", place="FR"),
    ):
        whole = LINES[0].replace("*", "").removeprefix("● ")
        assert found["source_text"].iloc[0] == f"[text.1] {whole}"
        cell = found._repr_html_().split("[text.1] ")[-1].split("</td>")[0]
        assert re.findall("<mark>(.*?)</mark>", cell) == ["港湾", "インドネシア"]
        assert seen(cell).replace("\n", "") == whole
        assert "«港湾»" in repr(found)
    codings = foip.members(foip.load(coded), source=text, place="JP", per="coding")
    assert codings["source_text"].tolist() == [f"[text.2] {LINES[1].removeprefix('● ').strip()}"]
    path = foip.save_table(found, tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.cell(2, found.columns.get_loc("source_text") + 1).value == found.iloc[0, -1]


def test_without_the_source_nothing_of_it_is_shown_and_no_page_has_it(coded, text):
    bare = foip.members(foip.load(coded), tool="A")
    assert "source_text" not in bare
    assert "沿岸警備隊" not in bare._repr_html_() + repr(bare)
    assert "沿岸警備隊" not in make_page(foip.load(coded, source=text))


def test_another_text_is_refused_with_what_to_do(coded, text):
    text.write_text(text.read_text(encoding="utf-8").replace("Guam", "Hawaii"), encoding="utf-8")
    for ask in (
        lambda: foip.load(coded, source=text),
        lambda: foip.members(foip.load(coded), source=text, tool="A"),
    ):
        with pytest.raises(ValueError, match=r"1 of its 2 units .* text\.2 first.*foip\.verify"):
            ask()
    with pytest.raises(ValueError, match="cannot be read"):
        foip.load(coded, source=text.parent / "none.txt")


def test_words_are_found_whatever_their_width_or_emphasis():
    assert marked("a ＯＳＡ and O S A", ["OSA"]) == [
        ("a ", False), ("ＯＳＡ", True), (" and ", False), ("O S A", True),
    ]  # fmt: skip
    assert marked("none here", ["OSA", ""]) == [("none here", False)]


def test_a_workbook_of_texts_is_wrapped_and_its_columns_are_sensible(shipped, tmp_path):
    found = foip.members(shipped, region="southeast_asia", lang="ja")
    sheet = openpyxl.load_workbook(foip.save_table(found, tmp_path / "t.xlsx")).worksheets[0]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDE"]
    assert all(8 < width < 50 for width in widths)
    assert sheet["C2"].alignment.wrap_text
    assert sheet["C2"].alignment.vertical == "top"
    numbers = foip.save_table(foip.count(shipped, "tool"), tmp_path / "n.xlsx")
    assert not openpyxl.load_workbook(numbers).worksheets[0]["A2"].alignment.wrap_text


def test_a_part_of_a_list_says_so(shipped, tmp_path):
    table = foip.members(shipped, tool="osa")
    part = table.head(1)
    assert foip.about(table).note == "6 of 62 initiatives: Tool: OSA."
    assert foip.about(part).note.endswith("OSA. Shown: 1 of 6 rows.")
    assert "Shown: 1 of 6 rows." in str(part)
    path = foip.save_table(part, tmp_path / "part.md")
    assert "Shown: 1 of 6 rows." in path.read_text(encoding="utf-8")
    assert foip.about(table.sort_values("name")).note == foip.about(table).note
