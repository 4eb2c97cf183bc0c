"""A workbook with four sheets is read as a folder with four files is; what Excel does to cells is
told, with sheet, row and the column's letter.
"""

import csv
import datetime
import io
import random
import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from planting import B, C, I, U, change, planted, saved, small

import foip_analysis as foip
from foip_analysis.cli.shell import main
from foip_analysis.dataset.paths import data_folder

UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # in XML
FRAMES = ("initiatives", "codings", "codebook", "units")


def make_book(path: Path, files: dict[str, list[list[object]]], **texts: str) -> Path:
    """Write the tables of files as sheets, each cell of text as text; give title and version."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.create_sheet("what to do").append(["no part of the data", 1])
    for name, lines in files.items():
        sheet = book.create_sheet(name.removesuffix(".csv"))
        for row, line in enumerate(lines, 1):
            for column, cell in enumerate(line, 1):
                if cell != "":
                    written = sheet.cell(row, column, cell)
                    written.data_type = "s" if isinstance(cell, str) else written.data_type
    book.properties.title = texts.pop("title", None)
    for key, text in texts.items():
        book.custom_doc_props.append(StringProperty(name=key, value=text))
    book.save(path)
    return path


def refused(path: Path) -> foip.DataError:
    with pytest.raises(foip.DataError) as caught:
        foip.load(path)
    return caught.value


def same(one: foip.Dataset, other: foip.Dataset) -> None:
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    assert (one.titles, one.version) == (other.titles, other.version)


def test_the_shipped_files_as_sheets_are_the_shipped_dataset(tmp_path, shipped):
    files = {
        name: list(csv.reader(io.StringIO((data_folder() / f"{name}.csv").read_text("utf-8"))))
        for name in FRAMES
    }
    texts = {f"title_{lang}": text for lang, text in shipped.titles.items() if lang != "en"}
    path = tmp_path / "a.xlsx"
    make_book(path, files, title=shipped.title, version=shipped.version, **texts)
    same(foip.load(path), shipped)


def test_numbers_and_formulas_are_read_as_what_they_show(tmp_path):
    files = small()
    as_text = foip.load(make_book(tmp_path / "a.xlsx", files))
    for line in files[I][1:]:
        line[4] = float(line[4]) if line[4] else ""
    for line in files[U][1:]:
        line[3] = int(line[3])
    files[I][0] += ["(note)", "done"]
    files[I][1] += ["of the coder alone", True]
    read = foip.load(make_book(tmp_path / "b.xlsx", files))
    assert read.initiatives["done"].tolist() == ["TRUE", "", ""]
    assert "(note)" not in read.initiatives
    pd.testing.assert_frame_equal(read.initiatives.drop(columns="done"), as_text.initiatives)
    pd.testing.assert_frame_equal(read.units, as_text.units)


@pytest.mark.slow
def test_every_fault_of_a_folder_is_told_of_the_sheet_too(tmp_path):
    """The same rows, columns and values, whatever is planted; and each column's letter."""
    tried = 0
    for number, plant in enumerate(planted(each=90)):
        texts = {
            name: raw.decode("utf-8", "replace").lstrip("\ufeff")
            for name, raw in plant.files.items()
        }
        tables = {n: list(csv.reader(io.StringIO(t))) for n, t in texts.items() if n in small()}
        ragged = any(len({len(line) for line in lines} - {1}) != 1 for lines in tables.values())
        damaged = any("\ufffd" in text for text in texts.values())
        if damaged or plant.make or plant.file not in tables or len(tables) < 4 or ragged:
            continue
        if any(UNWRITABLE.search(text) for text in texts.values()):
            continue  # which no sheet can hold
        (folder := tmp_path / str(number)).mkdir()
        plant.write(folder)
        in_folder = refused(folder).faults
        error = refused(make_book(folder / "book.xlsx", tables))
        in_book = error.faults
        columns = ["row", "column", "found"]
        pd.testing.assert_frame_equal(in_book[columns], in_folder[columns])
        sheets = [f"sheet '{name.removesuffix('.csv')}'" for name in in_folder["file"]]
        assert in_book["file"].tolist() == sheets
        assert ".csv" not in str(error).replace("'CSV UTF-8'", "")
        letters = in_book.get("letter", pd.Series([""] * len(in_book)))
        for file, column, letter in zip(in_folder["file"], in_book["column"], letters, strict=True):
            if column and "+" not in column and column in tables[file][0]:
                assert letter == get_column_letter(tables[file][0].index(column) + 1)
                assert f"column {letter} (" in str(error)
        tried += 1
    assert tried > 25


def test_what_differs_from_the_source_is_told_of_the_sheet(tmp_path):
    files = small()
    files[C].insert(3, [])
    (tmp_path / "other.txt").write_text("Another document.\n", encoding="utf-8")
    dataset = foip.load(make_book(tmp_path / "a.xlsx", files))
    faults = foip.verify(dataset, tmp_path / "other.txt")
    assert {fault.file for fault in faults} == {"sheet 'units'", "sheet 'codings'"}
    assert "- sheet 'units', rows 3, 4, column F (sha256): 'text.2', " in repr(faults)
    (tmp_path / "same.txt").write_text("\n".join("abc"), encoding="utf-8")
    hashes = [foip.dataset.outline.digest(letter) for letter in "abc"]
    for line, known in zip(files[U][1:], hashes, strict=True):
        line[5], line[6] = known, ""
    dataset = foip.load(make_book(tmp_path / "b.xlsx", files))
    words = foip.verify(dataset, tmp_path / "same.txt")
    assert [fault.row for fault in words][:3] == [2, 3, 5], "an empty row counts"
    chosen = foip.verify(dataset.where(tool="security"), tmp_path / "same.txt")
    assert {fault.file for fault in chosen} >= {"codings.csv"}


DAY = datetime.datetime(2026, 3, 4)


@pytest.mark.parametrize(
    ("file", "row", "column", "value", "words"),
    [
        (C, 8, "locator", 1.1, "is a number, of which Excel drops a last 0"),
        (C, 8, "initiative_id", 1234567890123456789, "digits after the fifteenth"),
        (U, 3, "locator", DAY, "is a date or a time"),
        (I, 3, "budget", datetime.time(1, 2), "is a date or a time"),
        (C, 8, "evidence", "=A1", "is a formula whose result is not in the file"),
        (C, 8, "code", "#N/A", "is what a program writes where a value is missing"),
    ],
)
def test_what_excel_can_have_changed_is_told_in_its_place(
    tmp_path, file, row, column, value, words
):
    files = small()
    files[file][row - 1][files[file][0].index(column)] = value
    path = make_book(tmp_path / "a.xlsx", files)
    if value == "=A1":
        book = openpyxl.load_workbook(path)
        place = files[file][0].index(column) + 1
        book[file.removesuffix(".csv")].cell(row, place).value = value  # as a formula
        book.save(path)
    faults = refused(path).faults
    here = faults[(faults["row"] == row) & (faults["column"] == column)]
    assert here["file"].tolist() == [f"sheet '{file.removesuffix('.csv')}'"]
    assert words in here["problem"].iloc[0]
    others = faults.drop(here.index)
    assert others["found"].isin([str(value)]).sum() == 0


def test_a_formula_counts_as_its_stored_result(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for name, lines in small().items():
            sheet = book.add_worksheet(name.removesuffix(".csv"))
            for row, line in enumerate(lines):
                for column, cell in enumerate(line):
                    sheet.write_string(row, column, cell)
            if name == C:
                sheet.write_formula(1, 0, "=initiatives!A2", None, "sea-cable")
    same(foip.load(tmp_path / "a.xlsx"), foip.load(make_book(tmp_path / "b.xlsx", small())))


def test_rows_that_are_skipped_and_columns_without_a_head_are_told(tmp_path):
    files = small()
    files[C].insert(3, [])
    files[C][5] = [*files[C][5], "", "stray"]
    error = refused(make_book(tmp_path / "a.xlsx", files))
    assert error.faults[["row", "found"]].to_numpy().tolist() == [[6, ",stray"]]
    files[C][5] = files[C][5][:6]
    files[C][7][2] = "os"
    assert refused(make_book(tmp_path / "b.xlsx", files)).faults["row"].tolist() == [8]


def test_a_missing_sheet_is_one_fault_and_hides_no_other(tmp_path):
    files = change(B, 15, "parent", "east_asai")
    files["Unit"] = files.pop(U)
    faults = refused(make_book(tmp_path / "a.xlsx", files)).faults
    assert faults["file"].tolist() == ["sheet 'units'", "sheet 'codebook'"]
    assert "Is it 'Unit'?" in faults["problem"][0]
    assert faults["letter"].tolist() == ["", "F"]


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.xlsx", b"", "no workbook that can be read"),
        ("a.xlsx", b"PK\x03\x04 and no more", "Open it in Excel and save it again"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" * 99, "has a password"),
        ("a.ods", b"PK", "Save it as .xlsx"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "Save it as .xlsx"),
    ],
)
def test_what_is_no_workbook_is_told(tmp_path, name, raw, words):
    (tmp_path / name).write_bytes(raw)
    error = refused(tmp_path / name)
    assert len(error.faults) == 1
    assert words in error.faults["problem"][0]


def test_random_damage_to_a_workbook_is_loaded_or_refused(tmp_path):
    whole = make_book(tmp_path / "a.xlsx", small()).read_bytes()
    chance, refusals = random.Random(0), 0
    for _ in range(60):
        at = chance.randrange(len(whole))
        raw = whole[:at] + chance.randbytes(9) + whole[at + chance.choice([9, 9, 30]) :]
        (tmp_path / "b.xlsx").write_bytes(raw)
        try:
            foip.load(tmp_path / "b.xlsx")
        except foip.DataError as error:
            refusals += bool(len(error.faults))
    assert refusals > 20


def test_a_workbook_without_sheets_of_its_kind_is_told_whole(tmp_path):
    with zipfile.ZipFile(make_book(tmp_path / "a.xlsx", {"x": [["1"]]})):
        assert refused(tmp_path / "a.xlsx").faults["problem"].str.contains("sheet is missing").all()
    with pytest.raises(foip.DataError, match=r"no such workbook.*Did you mean 'a.xlsx'"):
        foip.load(tmp_path / "b.xlsx")


def test_a_data_package_is_of_a_folder(tmp_path, capsys):
    book = make_book(tmp_path / "a.xlsx", small())
    (toml := tmp_path / "a.toml").write_text(
        '[tool.foip-analysis.dataset]\nname = "a"\ntitle = "A"\nversion = "1"\n'
    )
    assert main(["package", str(book), "--metadata", str(toml)]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_properties_that_cannot_be_shown_are_told(tmp_path):
    path = make_book(tmp_path / "a.xlsx", small(), version="1\u200b")
    assert "zero width space" in refused(path).faults["problem"][0]


def test_the_shell_and_agreement_take_workbooks_as_they_take_folders(tmp_path, capsys):
    for name, raw in saved(small()).items():
        (tmp_path / name).write_bytes(raw)
    book = make_book(tmp_path / "a.xlsx", small())
    other = make_book(tmp_path / "b.xlsx", change(C, 8, "code", "official_aid"))
    assert main(["check", str(book)]) == 0
    assert main(["count", "tool", "--data", str(book)]) == 0
    assert capsys.readouterr().out.count("Security aid") == 1
    pd.testing.assert_frame_equal(
        foip.agreement(book, other), foip.agreement(tmp_path, str(other)), check_exact=True
    )
    assert foip.agreement(book, other).loc["tool", "agreement"] == pytest.approx(2 / 3)
