"""A workbook to code in: its lists offer what the codebook has, and filled in it is a dataset."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from conftest import make_frames

import foip_analysis as foip
from foip_analysis.cli.shell import main
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import COMPUTED

PLAN = "# Ports\n- A port is built in Thailand.\n- Cranes are lent.\n"
INITIATIVES = [["thai-port", "A port", "港", "A port is built."], ["cranes", "Cranes"]]
CODINGS = [  # priority, theme, tool, sector and status are asked of every initiative
    ["thai-port", "priority", "p2", "text.1.1", "Ports", "position"],
    ["thai-port", "theme", "t2.2", "text.1.1", "Ports", "position"],
    ["thai-port", "tool", "infrastructure", "text.1.1", "built", "stated"],
    ["thai-port", "sector", "transport", "text.1.1", "port", "stated"],
    ["thai-port", "place", "THA", "text.1.1", "Thailand", "stated"],
    ["thai-port", "status", "delivering", "text.1.1", "is built", "stated"],
    ["cranes", "priority", "p2", "text.1.2", "Ports", "position"],
    ["cranes", "theme", "t2.2", "text.1.2", "Ports", "position"],
    ["cranes", "tool", "equipment", "text.1.2", "=lent", "stated"],
    ["cranes", "sector", "transport", "text.1.2", "1.10", "inferred"],
    ["cranes", "status", "delivering", "text.1.2", "are lent", "stated"],
]
FRAMES = ("initiatives", "codings", "codebook", "units")


@pytest.fixture
def plan(tmp_path) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path / "plan.txt"


def fill(path: Path, codings: list[list[str]] = CODINGS) -> Path:
    """Fill a template in as a person does, and save it."""
    opened = openpyxl.load_workbook(path)
    for name, lines in (("initiatives", INITIATIVES), ("codings", codings)):
        for row, line in enumerate(lines, 2):
            for column, cell in enumerate(line, 1):
                opened[name].cell(row, column).value = cell
                opened[name].cell(row, column).data_type = "s"
    opened.save(path)
    return path


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("text", [False, True])
def test_filled_in_it_is_a_dataset_that_stays_the_same(tmp_path, shipped, plan, lang, text):
    empty = foip.template(tmp_path / "book.xlsx", units=plan, text=text, lang=lang)
    assert len(foip.load(empty).initiatives) == 0
    dataset = foip.load(fill(empty))
    codings = dataset.codings.to_numpy().tolist()
    assert codings == CODINGS
    assert dataset.initiatives["name_ja"].tolist() == ["港", ""]
    assert foip.members(dataset, place="Thailand")["initiative_id"].tolist() == ["thai-port"]
    assert dataset.dimensions == [d for d in shipped.dimensions if d not in COMPUTED]
    kept = ~shipped.codebook[["dimension", "code"]].isin(COMPUTED).any(axis=1)
    pd.testing.assert_frame_equal(dataset.codebook, shipped.codebook[kept].reset_index(drop=True))
    pd.testing.assert_frame_equal(dataset.units, load_units(plan))
    (folder := tmp_path / "folder").mkdir()
    for name in FRAMES:
        getattr(dataset, name).to_csv(folder / f"{name}.csv", index=False)
    again = foip.load(folder)
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(dataset, name))


def load_units(plan: Path) -> pd.DataFrame:
    units = foip.units_from(plan)
    return units.astype({"line": "int64", "characters": "int64"})


def test_two_who_code_are_compared_as_workbooks(tmp_path, plan):
    one, other = (
        fill(foip.template(tmp_path / f"{name}.xlsx", units=plan), codings)
        for name, codings in (("a", CODINGS), ("b", [*CODINGS[:8], *CODINGS[9:], changed()]))
    )
    found = foip.agreement(one, other, draws=0)
    assert found.loc["tool", "agreement"] == 0.5
    assert found.loc["sector", "agreement"] == 1


def changed() -> list[str]:
    return ["cranes", "tool", "osa", "text.1.2", "lent", "inferred"]


def lists(path: Path) -> dict[str, str]:
    """Column of the sheet of codings → the formula of its list."""
    rules = openpyxl.load_workbook(path)["codings"].data_validations.dataValidation
    assert all(rule.type == "list" and "10000" in str(rule.sqref) for rule in rules)
    return {str(rule.sqref)[0]: rule.formula1 for rule in rules}


def test_the_lists_offer_dimensions_codes_units_and_bases(tmp_path, plan):
    path = foip.template(tmp_path / "book.xlsx", units=plan)
    found = lists(path)
    assert found["B"] == '"priority,theme,tool,sector,place,partner,status"'  # no region: of place
    assert found["F"] == '"stated,position,inferred"'
    assert "codebook!$A:$A" in found["C"]
    assert "$B2" in found["C"]
    assert "units!" in found["D"]
    assert "initiatives!" in found["A"]


def test_the_rows_of_a_dimension_lie_together_for_the_lists(tmp_path):
    frame = make_frames({}, {"tool": "A B", "region": "N S"})["codebook"].iloc[[0, 2, 1, 3]]
    path = foip.template(tmp_path / "book.xlsx", codebook=frame)
    sheet = openpyxl.load_workbook(path)["codebook"]
    assert [cell.value for cell in sheet["A"]] == ["dimension", "tool", "tool", "region", "region"]
    assert lists(path)["B"] == '"tool,region"'
    assert book.dimensions(foip.load(path).codebook) == ["tool", "region"]


def test_a_codebook_is_taken_from_wherever_it_stands(tmp_path, shipped):
    frame = make_frames({}, {"tool": "A B"})["codebook"]
    (tmp_path / "folder").mkdir()
    frame.to_csv(tmp_path / "folder" / "codebook.csv", index=False)
    frame.to_csv(tmp_path / "other.csv", index=False)
    first = foip.template(tmp_path / "0.xlsx", codebook=frame)
    for n, source in enumerate([tmp_path / "folder", str(tmp_path / "other.csv"), first], 1):
        path = foip.template(tmp_path / f"{n}.xlsx", codebook=source)
        pd.testing.assert_frame_equal(foip.load(path).codebook, foip.load(first).codebook)
    whole = foip.template(tmp_path / "9.xlsx", codebook=shipped, units=shipped)
    pd.testing.assert_frame_equal(foip.load(whole).units, shipped.units)


def test_the_words_stand_in_it_only_where_asked_for_and_in_no_dataset(tmp_path, plan):
    bare, shown = (
        foip.template(tmp_path / f"{text}.xlsx", units=plan, text=text) for text in (False, True)
    )
    strings = [
        zipfile.ZipFile(each).read("xl/sharedStrings.xml").decode() for each in (bare, shown)
    ]
    assert ["Cranes are lent." in text for text in strings] == [False, True]
    assert not foip.load(shown).units.astype(str).stack().str.contains("Cranes").any()
    units = foip.units_from(plan, text=True)
    again = foip.template(tmp_path / "c.xlsx", units=units, text=True)
    sheets = [zipfile.ZipFile(each).read("xl/worksheets/sheet4.xml") for each in (again, shown)]
    assert sheets[0] == sheets[1]


def test_the_same_input_gives_the_same_bytes(tmp_path, plan):
    made = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        made.append(foip.template(tmp_path / folder / "book.xlsx", units=plan).read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"path": "book.xls"}, r"end in \.xlsx"),
        ({"path": "old.xlsx"}, "is there already"),
        ({"text": True}, "Pass the text itself"),
        ({"units": "no.txt"}, "cannot be read.*Check the path"),
        ({"units": "no.csv"}, "the file is missing"),
        ({"codebook": "nowhere"}, "no such folder"),
        ({"codebook": pd.DataFrame({"code": ["a"]})}, "the column is missing"),
        ({"lang": "fr"}, "lang is 'fr'"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    tmp_path, monkeypatch, options, words
):
    monkeypatch.chdir(tmp_path)
    Path("old.xlsx").write_bytes(b"coded")
    with pytest.raises(ValueError, match=words):
        foip.template(**({"path": "book.xlsx"} | options))
    assert [path.name for path in tmp_path.iterdir()] == ["old.xlsx"]
    assert Path("old.xlsx").read_bytes() == b"coded"


def test_the_shell_makes_one_too(tmp_path, plan, capsys):
    path = tmp_path / "book.xlsx"
    asked = ["template", str(path), "--units", str(plan), "--lang", "ja", "--text"]
    assert main(asked) == 0
    assert capsys.readouterr().out.strip() == str(path)
    assert main(asked) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_reckons_its_formulas_and_keeps_its_lists(tmp_path, plan):
    path = fill(foip.template(tmp_path / "book.xlsx", units=plan, text=True))
    where = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for kind in (
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3",
        "ods",
    ):
        asked = ["soffice", where, "--headless", "--convert-to", kind, "--outdir", tmp_path, path]
        subprocess.run(asked, check=False, capture_output=True, timeout=300)
    if not (tmp_path / "book.ods").exists():
        pytest.skip("this LibreOffice has no Calc")
    shown = pd.read_csv(tmp_path / "book-codings.csv", keep_default_na=False).head(len(CODINGS))
    labels = foip.load().codebook.set_index(["dimension", "code"])["label_en"]
    assert shown["(label)"].tolist() == [labels[line[1], line[2]] for line in CODINGS]
    assert shown["(text)"][4] == "- A port is built in Thailand."
    kept = zipfile.ZipFile(tmp_path / "book.ods").read("content.xml").decode()
    assert kept.count("cell-content-is-in-list") == 5


def test_a_codebook_that_is_refused_is_called_by_its_own_name(tmp_path):
    """A torn row is told alone, also where the file is called otherwise than the table."""
    own = tmp_path / "mine.csv"
    own.write_text('dimension,code,label_en,colour\ntool,a,A,red\ntool,a,"B\n', encoding="utf-8")
    with pytest.raises(foip.DataError) as refused:
        foip.template(tmp_path / "book.xlsx", codebook=own)
    told = refused.value.faults[["file", "row", "column"]]
    assert told.values.tolist() == [["mine.csv", 2, "colour"], ["mine.csv", 3, ""]]
