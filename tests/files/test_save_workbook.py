"""A workbook to hand on: every table with its base, a dataset that loads again, a 0/1 matrix."""

import re
import zipfile
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from awkward import HOSTILE
from conftest import TOY8, load_frames, make_frames

import foip_analysis as foip

FRAMES = ("initiatives", "codings", "codebook", "units")


def same(one: foip.Dataset, other: foip.Dataset) -> None:
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    assert (one.titles, one.version) == (other.titles, other.version)


def test_what_is_saved_is_the_dataset_that_was_loaded(shipped, toy8, tmp_path):
    for n, dataset in enumerate([shipped, toy8, shipped.where(priority="p3", region="pacific")]):
        path = foip.save_workbook(dataset, [], tmp_path / f"{n}.xlsx")
        same(foip.load(path), dataset)
        again = foip.save_workbook(foip.load(path), [], tmp_path / f"{n}-again.xlsx")
        same(foip.load(again), dataset)


def test_numbers_and_texts_come_back_to_the_last_digit(tmp_path):
    weights = [0.1 + 0.2, 1e15 + 1, 1 / 3, -2.5e-7, 0.0, 7.0, 1e300, 12345678.875]
    frames = make_frames(TOY8, {"tool": "A B C", "region": "N S E"}, {"weight": weights})
    odd = ["=1+1", "_x0041_", "'quoted", "1.10", "007", "line\nbreak"] * 4
    frames["codings"]["evidence"] = odd[: len(frames["codings"])]
    dataset = load_frames(tmp_path, frames)
    read = foip.load(foip.save_workbook(dataset, [], tmp_path / "a.xlsx"))
    same(read, dataset)
    assert read.initiatives["weight"].tolist() == weights


def test_every_table_has_its_sheet_its_base_and_a_link(shipped, tmp_path):
    tables = {
        "OSA": foip.members(shipped, tool="osa"),
        "by [region]: a/b": foip.cross_tab(shipped, "tool", "region", share="row", lang="ja"),
    }
    several = [*tables.values(), foip.count(shipped, "tool"), foip.count(shipped, "tool")]
    for given in (tables, several):
        path = foip.save_workbook(shipped, given, tmp_path / "a.xlsx")
        book = openpyxl.load_workbook(path)
        contents, *others = book.worksheets
        linked = [cell.hyperlink.location for row in contents for cell in row if cell.hyperlink]
        assert linked == [f"'{sheet.title}'!A1" for sheet in others]
        shown = [*given.values()] if isinstance(given, dict) else given
        for table, sheet in zip(shown, others, strict=False):
            cells = [cell.value for row in sheet for cell in row if cell.value is not None]
            assert foip.about(table).note in cells
            assert foip.about(table).source in cells
            first = table.index[0] if table.index.name else table.iloc[0, 0]
            assert sheet.cell(2, 1).value.startswith(first)  # then what its shares are of
            assert foip.about(table).note in [cell.value for cell in contents["C"]]
    assert [sheet.title for sheet in others][:4] == ["List", "手段 × 地域", "Tool", "Tool (2)"]


def test_the_matrix_has_an_initiative_a_row_and_its_sums_are_distinct_counts(shipped, tmp_path):
    path = foip.save_workbook(shipped, [], tmp_path / "a.xlsx")
    matrix = pd.read_excel(path, sheet_name="0-1 matrix").set_index("initiative_id")
    assert matrix.index.tolist() == shipped.initiatives["initiative_id"].tolist()
    codes = matrix.drop(columns="name")
    assert codes.isin([0, 1]).all(axis=None)
    for dimension in shipped.dimensions:
        counted = foip.count(shipped, dimension, lang=None)["initiatives"]
        own = codes[[f"{dimension}: {code}" for code in counted.index]]
        assert own.sum().tolist() == counted.tolist()
    rows = shipped.codebook["dimension"] != "dimension"
    assert codes.shape[1] == rows.sum()


def test_the_same_tables_give_the_same_bytes(shipped, tmp_path):
    made = [
        foip.save_workbook(shipped, foip.count(shipped, "tool"), tmp_path / name).read_bytes()
        for name in ("a.xlsx", "b.xlsx")
    ]
    assert made[0] == made[1]


def test_labels_that_a_spreadsheet_would_run_are_text_and_come_back(tmp_path):
    codes = [f"c{n}" for n in range(len(HOSTILE))]
    frames = make_frames({"1": {"tool": "c0"}}, {"tool": " ".join(codes)})
    frames["codebook"]["label_en"] = HOSTILE
    frames["initiatives"]["name_en"] = "=1+1"
    dataset = load_frames(tmp_path, frames)
    path = foip.save_workbook(dataset, foip.count(dataset, "tool"), tmp_path / "a.xlsx")
    assert foip.load(path).codebook["label_en"].tolist() == dataset.codebook["label_en"].tolist()
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(packed.read(name))
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in packed.read(name)


@pytest.mark.parametrize(
    "names",
    [
        ["initiatives", "Contents", "HISTORY", "a" * 40, "A" * 40, "'quoted'", "", "?", "*"],
        ["same", "Same ", "same"],
    ],
)
def test_names_of_sheets_are_such_as_a_workbook_allows(toy8, tmp_path, names):
    table = foip.count(toy8, "tool")
    path = foip.save_workbook(toy8, dict.fromkeys(names, table), tmp_path / "a.xlsx")
    titles = openpyxl.load_workbook(path).sheetnames
    assert len({title.casefold() for title in titles}) == len(titles)
    assert len(titles) == len(dict.fromkeys(names)) + 6
    for title in titles:
        assert 0 < len(title) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", title)
        assert title.casefold() != "history"
    same(foip.load(path), toy8)


def test_what_cannot_be_saved_is_refused_and_nothing_is_written(shipped, tmp_path):
    table = foip.count(shipped, "tool")
    wrong = [
        ((shipped, table, "a.csv"), ValueError, r"end in \.xlsx"),
        ((table, shipped, "a.xlsx"), TypeError, "is a DataFrame"),
        ((shipped, [table, 5], "a.xlsx"), TypeError, "Among the tables is a int"),
        ((shipped, "tool", "a.xlsx"), TypeError, "tables is a str"),
        ((shipped, table * 2, "a.xlsx"), ValueError, "changed after the table was made"),
    ]
    for (dataset, tables, name), kind, words in wrong:
        with pytest.raises(kind, match=words):
            foip.save_workbook(dataset, tables, tmp_path / name)
    with pytest.raises(ValueError, match="lang is 'fr'"):
        foip.save_workbook(shipped, table, tmp_path / "a.xlsx", lang="fr")
    assert [*tmp_path.iterdir()] == []


def test_the_contents_tell_what_was_selected_in_their_language(shipped, tmp_path):
    path = foip.save_workbook(shipped.where(tool="osa"), [], tmp_path / "a.xlsx", lang="ja")
    first = openpyxl.load_workbook(path).worksheets[0]
    told = " ".join(str(cell.value) for row in first for cell in row)
    assert shipped.titles["ja"] in told
    assert "手段：OSA" in told


def test_more_rows_than_a_sheet_has_are_refused_at_once(shipped, tmp_path, monkeypatch):
    monkeypatch.setattr("foip_analysis.files.workbook.SHEET_ROWS", len(shipped.codings))
    with pytest.raises(ValueError, match=r"577 codings.*where\(\)"):
        foip.save_workbook(shipped, [], tmp_path / "book.xlsx")
    assert not [*tmp_path.iterdir()]


def test_a_matrix_that_would_take_minutes_is_refused_at_once(shipped, tmp_path, monkeypatch):
    cells = len(shipped.initiatives) * len(shipped.codebook)
    monkeypatch.setattr("foip_analysis.files.workbook.MATRIX", cells - 1)
    with pytest.raises(ValueError, match=r"62 initiatives × \d+ codes.*where\(\).*save_table"):
        foip.save_workbook(shipped, [], tmp_path / "book.xlsx")
    assert not [*tmp_path.iterdir()]
    monkeypatch.setattr("foip_analysis.files.workbook.MATRIX", cells)
    assert foip.save_workbook(shipped, [], tmp_path / "book.xlsx").is_file()
