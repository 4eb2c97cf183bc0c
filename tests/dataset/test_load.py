"""``load`` refuses bad data and says everything that is wrong with it: the tables below are the
list of faults.

A case plants something in the small dataset and says where the fault is: file, row (the header is
row 1), column, what stands there, and words of the sentence that says what is allowed and the
closest match.
"""

import hashlib
import pickle
import shutil

import pandas as pd
import pytest

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.paths import data_folder

SMALL = {
    "codebook.csv": """\
dimension,code,label_en,parent,order,codes_per_initiative,colour,longitude
dimension,priority,Priority,,1,one,,
dimension,theme,Theme,priority,2,one,,
dimension,tool,Tool,,3,some,,
dimension,region,Region,,4,,,
dimension,place,Place,region,5,any,,
priority,p1,Economy,,1,,#2f5da8,
priority,p2,Growth,,2,,,
theme,t1,Energy,p1,1,,,
theme,t2,Markets,p2,2,,,
tool,oda,ODA,,2,,,
tool,osa,OSA,,1,,,
region,asia,Asia,,1,,,
region,europe,Europe,,2,,,
place,JPN,Japan,asia,1,,,139.7
place,FRA,France,europe,2,,,2.3
""",
    "units.csv": "locator,line\ntext.1,10\ntext.2,12\n",
    "initiatives.csv": "initiative_id,name_en,budget\nsea-cable,A cable,5\nrail,Rail,\n",
    "codings.csv": """\
initiative_id,dimension,code,locator,evidence,basis
sea-cable,priority,p1,text.1,エネルギー,stated
sea-cable,theme,t1,text.1,エネルギー,stated
sea-cable,tool,oda,text.1,ODA,stated
sea-cable,place,JPN,text.1,日本,stated
rail,priority,p2,text.2,市場,inferred
rail,theme,t2,text.2,市場,inferred
rail,tool,osa,text.2,OSA,stated
""",
}
MINIMAL = {  # no column more than is needed; places have parents in region, and nothing is declared
    "codebook.csv": "dimension,code,label_en\n"
    + "tool,A,Tool A\ntool,B,Tool B\nplace,FR,France\nplace,JP,Japan\n",
    "units.csv": "locator\n1\n",
    "initiatives.csv": "initiative_id,name_en\n1,One\n2,Two\n",
    "codings.csv": "initiative_id,dimension,code,locator\n1,place,FR,1\n1,tool,B,1\n2,tool,A,1\n",
}


def write(folder, files: dict[str, str | bytes]):
    for name, text in files.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def planted(*plants: tuple[str, str, str]) -> dict[str, str]:
    files = dict(SMALL)
    for file, old, new in plants:
        assert files[file].count(old) == 1, (
            f"'{old}' stands {files[file].count(old)} times in {file}"
        )
        files[file] = files[file].replace(old, new)
    return files


def refused(folder) -> pd.DataFrame:
    with pytest.raises(foip.DataError) as caught:
        foip.load(folder)
    return caught.value.faults


def places(faults: pd.DataFrame) -> list[tuple]:
    return [
        (file, None if pd.isna(row) else row, column)
        for file, row, column in zip(faults["file"], faults["row"], faults["column"], strict=True)
    ]


C, B, I, U = "codings.csv", "codebook.csv", "initiatives.csv", "units.csv"  # noqa: E741

# fault: (file, what stood there, what is planted), row, column, found, words of the problem; the
# file is the one planted in
ONE_FAULT = {
    "unknown code": (
        (C, "tool,osa", "tool,os"),
        8,
        "code",
        "os",
        "not a code of 'tool'. Allowed: osa, oda. Did you mean 'osa'?",
    ),
    "code in full-width letters": (
        (C, "tool,osa", "tool,ＯＳＡ"),
        8,
        "code",
        "ＯＳＡ",
        "Did you mean 'osa'?",
    ),
    "code of another dimension": (
        (C, "tool,osa", "tool,t2"),
        8,
        "code",
        "t2",
        "not a code of 'tool', but of 'theme'",
    ),
    "label in place of a code": (
        (C, "place,JPN", "place,japan"),
        5,
        "code",
        "japan",
        "label of JPN * Write JPN.",
    ),
    "name in place of an initiative": (
        (C, "sea-cable,place", "a Cable,place"),
        5,
        "initiative_id",
        "a Cable",
        "label of sea-cable * Write sea-cable.",
    ),
    "unknown dimension": (
        (C, "place,JPN", "plaice,JPN"),
        5,
        "dimension",
        "plaice",
        "Allowed: priority, theme, tool, region, place. Did you mean 'place'?",
    ),
    "the word dimension": (
        (C, "place,JPN", "dimension,place"),
        5,
        "dimension",
        "dimension",
        "not a dimension",
    ),
    "unknown initiative": (
        (C, "cable,place", "cabel,place"),
        5,
        "initiative_id",
        "sea-cabel",
        "not in initiatives.csv. * Did you mean 'sea-cable'?",
    ),
    "unknown locator": (
        (C, "text.2,OSA", "txt.2,OSA"),
        8,
        "locator",
        "txt.2",
        "not in units.csv. * Did you mean 'text.2'?",
    ),
    "coding twice": (
        (C, "日本,stated\n", "日本,stated\nsea-cable,place,JPN,text.1,Nippon,inferred\n"),
        6,
        "initiative_id+dimension+code+locator",
        "sea-cable, place, JPN, text.1",
        "row 5 already",
    ),
    "code twice": (
        (B, "tool,osa,OSA", "tool,oda,Other ODA,,3,,,\ntool,osa,OSA"),
        12,
        "dimension+code",
        "tool, oda",
        "row 11 already",
    ),
    "initiative twice": (
        (I, "rail,Rail,\n", "rail,Rail,\nrail,Rails,\n"),
        4,
        "initiative_id",
        "rail",
        "row 3 already",
    ),
    "locator twice": (
        (U, "text.2,12", "text.1,12\ntext.2,12"),
        3,
        "locator",
        "text.1",
        "row 2 already",
    ),
    "blank code": ((C, "place,JPN", "place,"), 5, "code", "", "is blank"),
    "blank dimension": ((C, "place,JPN", ",JPN"), 5, "dimension", "", "is blank"),
    "blank initiative in codings": (
        (C, "sea-cable,place", ",place"),
        5,
        "initiative_id",
        "",
        "is blank",
    ),
    "blank locator in codings": ((C, "text.1,日本", ",日本"), 5, "locator", "", "is blank"),
    "blank name": ((I, "A cable", ""), 2, "name_en", "", "is blank"),
    "blank id": (
        (I, "rail,Rail,\n", "rail,Rail,\n,Another,\n"),
        4,
        "initiative_id",
        "",
        "is blank",
    ),
    "blank locator": ((U, "text.2,12\n", "text.2,12\n,13\n"), 4, "locator", "", "is blank"),
    "blank label": ((B, "Markets", ""), 10, "label_en", "", "is blank"),
    "two where one is allowed": (
        (C, "rail,theme", "rail,priority,p1,text.2,市場,inferred\nrail,theme"),
        7,
        "code",
        "p1",
        "'rail' has 'p2' too, and 'priority' allows one",
    ),
    "how many": (
        (B, "Priority,,1,one", "Priority,,1,once"),
        2,
        "codes_per_initiative",
        "once",
        "It is one, some, any. Did you mean 'one'?",
    ),
    "parent that does not exist": (
        (B, "Japan,asia", "Japan,asai"),
        15,
        "parent",
        "asai",
        "does not exist in the dimension 'region'. Allowed: asia, europe. Did you mean 'asia'?",
    ),
    "label in place of a parent": (
        (B, "Markets,p2", "Markets,growth"),
        10,
        "parent",
        "growth",
        "label of p2 * Write p2.",
    ),
    "label in place of a parent where no dimension of parents is declared": (
        (
            B,
            "dimension,region,Region,,4,,,\n",
            "dimension,region,Region,,4,,,\ntool,a,A,growth,,,,\n",
        ),
        6,
        "parent",
        "growth",
        "label of p2 * Write p2.",
    ),
    "label in place of a dimension of parents": (
        (B, "Region,,4,,,\ndimension,place,Place,region", "Area,,4,,,\ndimension,place,Place,area"),
        6,
        "parent",
        "area",
        "label of region * Write region.",
    ),
    "parent that is no dimension": (
        (B, "Place,region", "Place,regoin"),
        6,
        "parent",
        "regoin",
        "not a dimension. * Did you mean 'region'?",
    ),
    "dimension that is its own parent": (
        (B, "Place,region", "Place,place"),
        6,
        "parent",
        "place",
        "circle: place → place",
    ),
    "parent in the same dimension": (
        (B, "Japan,asia", "Japan,FRA"),
        15,
        "parent",
        "FRA",
        "same dimension. A parent is a code of region",
    ),
    "code with the name of a table's margin": (
        (B, "tool,osa,OSA", "tool,all,Every,,3,,,\ntool,osa,OSA"),
        12,
        "code",
        "all",
        "a line of their own",
    ),
    "dimension called dimension": (
        (B, "dimension,tool,Tool", "dimension,dimension,Dimension,,9,,,\ndimension,tool,Tool"),
        4,
        "code",
        "dimension",
        "another name",
    ),
    "theme of another priority": (
        (C, "rail,theme,t2", "rail,theme,t1"),
        7,
        "code",
        "t1",
        "belongs to priority 'p1', but 'rail' has 'p2'",
    ),
    "label twice": (
        (B, "OSA", "ODA"),
        12,
        "label_en",
        "ODA",
        "labels the code 'oda' of 'tool' too",
    ),
    "no number": ((B, "Energy,p1,1", "Energy,p1,first"), 9, "order", "first", "not a number"),
    "infinite number": ((U, "text.2,12", "text.2,inf"), 3, "line", "inf", "not a number"),
    "iso3 in small letters": (
        (
            B,
            SMALL[B],
            SMALL[B].replace("longitude\n", "iso3\n").replace("139.7", "jpn").replace("2.3", "FRA"),
        ),
        15,
        "iso3",
        "jpn",
        "three capitals",
    ),
    "no colour": ((B, "#2f5da8", "blue"), 7, "colour", "blue", "#rrggbb"),
    "off the globe": ((B, "139.7", "1397"), 15, "longitude", "1397.0", "−180 to 180"),
    "wrong basis": (
        (C, "OSA,stated", "OSA,state"),
        8,
        "basis",
        "state",
        "'stated', 'position' or 'inferred'. Did you mean 'stated'?",
    ),
    "blank basis": (
        (C, "OSA,stated", "OSA,"),
        8,
        "basis",
        "",
        "is blank. It is 'stated', 'position' or 'inferred'",
    ),
    "stated without words": (
        (C, "OSA,stated", ",stated"),
        8,
        "evidence",
        "",
        "is blank, but the basis is 'stated'",
    ),
    "position without words": (
        (C, "theme,t2,text.2,市場,inferred", "theme,t2,text.2,,position"),
        7,
        "evidence",
        "",
        "is blank, but the basis is 'position'",
    ),
    "sentence that ends": (
        (C, "日本,stated", "日本が敷設する。,stated"),
        5,
        "evidence",
        "日本が敷設する。",
        "is a sentence",
    ),
    "sentence in English": (
        (C, "日本,stated", "Japan lays the cable. It pays.,stated"),
        5,
        "evidence",
        "Japan lays the cable. It pays.",
        "is a sentence",
    ),
    "long Japanese evidence": (
        (C, "日本,stated", f"{'長' * 28},stated"),
        5,
        "evidence",
        "長" * 28,
        "is a sentence",
    ),
    "long English evidence": (
        (C, "日本,stated", f"{'a long ' * 9}one,stated"),
        5,
        "evidence",
        "a long " * 9 + "one",
        "is a sentence",
    ),
    "missing column": (
        (C, "initiative_id,dimension,code,", "initiative_id,dimension,codes,"),
        1,
        "code",
        "initiative_id,dimension,codes,locator,evidence,basis",
        "is missing. Is it 'codes'?",
    ),
    "column twice": (
        (C, "evidence,basis", "evidence,evidence"),
        1,
        "evidence",
        "evidence",
        "twice",
    ),
    "column without a name": ((C, "evidence,basis", ",basis"), 1, "", "", "no name"),
    "cells beyond the named columns": (
        (U, SMALL[U], "locator,line,\ntext.1,10,\ntext.2,12,note\n"),
        3,
        "",
        "note",
        "no name in row 1",
    ),
    "comma that is not quoted": (
        (C, "JPN,text.1,日本", "JPN,text.1,日本,東京"),
        5,
        "",
        "",
        "7 cells, the header has 6. Quote",
    ),
    "comma before a blank last cell": (
        (I, "Rail,", "Rail, fast,"),
        3,
        "",
        "",
        "4 cells, the header has 3",
    ),
    "cells that are missing": (
        (C, "text.1,日本,stated", "text.1"),
        5,
        "",
        "",
        "4 cells, the header has 6",
    ),
    "quotation mark left open": ((C, "日本,stated", '"日本,stated'), 5, "", "", "not CSV"),
    "quotation mark inside": ((C, "日本,stated", '"日"本,stated'), 5, "", "", "not CSV"),
    "semicolons": (
        (I, SMALL[I], SMALL[I].replace(",", ";")),
        1,
        "",
        "initiative_id;name_en;budget",
        "separated by semicolons",
    ),
    "tabs": (
        (I, SMALL[I], SMALL[I].replace(",", "\t")),
        1,
        "",
        "initiative_id\tname_en\tbudget",
        "separated by tabs",
    ),
    "empty file": ((U, SMALL[U], ""), 1, "locator", "", "is missing"),
}


@pytest.mark.parametrize(
    ("plant", "row", "column", "found", "words"), ONE_FAULT.values(), ids=ONE_FAULT
)
def test_a_fault_is_named_where_it_is_and_alone(tmp_path, plant, row, column, found, words):
    faults = refused(write(tmp_path, planted(plant)))
    assert places(faults) == [(plant[0], row, column)]
    assert faults["found"][0] == found
    assert all(part in faults["problem"][0] for part in words.split(" * "))


UNDECLARED = (B, "Place,region", "Place,")
CIRCLE = (B, "Japan,asia", "Japan,FRA"), (B, "France,europe", "France,JPN")

# fault: plants, and every place that is named; further words
SOME_FAULTS = {
    "none in a required dimension": (
        [(C, "rail,tool,osa,text.2,OSA,stated\n", "")],
        [(I, 3, "initiative_id")],
        "has no code in 'tool', which needs one or more",
    ),
    "none where one is needed": (
        [(C, "rail,priority", "rail,place"), (C, "p2,text", "FRA,text")],
        [(I, 3, "initiative_id")],
        "has no code in 'priority', which needs exactly one",
    ),
    "circle within a declared dimension": (
        [*CIRCLE],
        [(B, 15, "parent"), (B, 16, "parent")],
        "circle: JPN → FRA → JPN",
    ),
    "circle within a dimension": (
        [UNDECLARED, *CIRCLE],
        [(B, 15, "parent"), (B, 16, "parent")],
        "circle: JPN → FRA → JPN",
    ),
    "circle across dimensions": (
        [(B, "Region,", "Region,place")],
        [(B, 5, "parent"), (B, 6, "parent")],
        "circle: region → place → region",
    ),
    "circle across dimensions, not declared": (
        [UNDECLARED, (B, "Asia,", "Asia,JPN")],
        [(B, 13, "parent"), (B, 15, "parent"), (B, 16, "parent")],
        "circle: region → place → region",
    ),
    "parent nowhere, not declared": (
        [UNDECLARED, (B, "Japan,asia", "Japan,asai")],
        [(B, 15, "parent")],
        "does not exist. * Did you mean 'asia'?",
    ),
    "parents in two dimensions, not declared": (
        [UNDECLARED, (B, "Japan,asia", "Japan,oda")],
        [(B, 15, "parent"), (B, 16, "parent")],
        "Parents are codes of one dimension",
    ),
    "name of a needed column deleted": (
        [(C, ",code,locator", ",,locator")],
        [(C, 1, ""), (C, 1, "code")],
        "no name",
    ),
    "blank twice": (
        [(U, "text.2,12\n", "text.2,12\n,13\n,14\n")],
        [(U, 4, "locator"), (U, 5, "locator")],
        "is blank",
    ),
    "misspelt dimension, and another that is lacking": (
        [(C, "rail,tool", "rail,tol"), (C, "rail,theme", "rail,place"), (C, "t2,", "FRA,")],
        [(C, 8, "dimension"), (I, 3, "initiative_id")],
        "Did you mean 'tool'?",
    ),
    "misspelt initiative that lacks nothing else": (
        [(I, "rail,Rail", "rial,Rail")],
        [(C, 6, "initiative_id"), (C, 7, "initiative_id"), (C, 8, "initiative_id")],
        "Write rial.",
    ),
    "row that may have been of any dimension": (
        [(C, "rail,tool,osa", "rail,,osa")],
        [(C, 8, "dimension")],
        "is blank",
    ),
    "parent missing, theme still agrees": (
        [(B, "Energy,p1", "Energy,p9")],
        [(B, 9, "parent")],
        "Allowed: p1, p2",
    ),
}


@pytest.mark.parametrize(("plants", "where", "words"), SOME_FAULTS.values(), ids=SOME_FAULTS)
def test_faults_that_take_two_places(tmp_path, plants, where, words):
    faults = refused(write(tmp_path, planted(*plants)))
    assert places(faults) == where
    assert all(part in faults["problem"][0] for part in words.split(" * "))


SPACES = {
    "space": " ",
    "tab": "\t",
    "full-width": "\u3000",
    "no-break": "\xa0",
    "no width": "\u200b",
    "line end": "\n",
}


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize(
    ("file", "cell", "row", "column"),
    [(C, "osa", 8, "code"), (I, "A cable", 2, "name_en"), (U, "text.2", 3, "locator")],
)
def test_white_space_is_named_and_not_repaired(tmp_path, file, cell, row, column, space):
    for stray in (f"{space}{cell}", f"{cell}{space}"):
        faults = refused(write(tmp_path, planted((file, cell, f'"{stray}"'))))
        assert places(faults) == [(file, row, column)]
        assert faults["found"][0] == stray
        assert f"U+{ord(space):04X}" in faults["problem"][0]


def test_a_required_cell_of_white_space_is_blank_too(tmp_path):
    faults = refused(write(tmp_path, planted((I, "A cable", "\u3000"))))
    assert places(faults) == [(I, 2, "name_en")] * 2
    assert faults["problem"].str.contains("U\\+3000|is blank").all()


def test_white_space_around_a_column_is_named(tmp_path):
    faults = refused(
        write(tmp_path, planted((C, ",code,locator", ", code,locator"), (C, "tool,osa", "tool,os")))
    )
    assert places(faults) == [(C, 1, "code"), (C, 8, "code")], (
        "and the rest is checked all the same"
    )


@pytest.mark.parametrize("file", SMALL)
def test_a_missing_file(tmp_path, file):
    write(tmp_path, SMALL)
    (tmp_path / file).rename(tmp_path / file.replace("csv", "xlsx"))
    faults = refused(tmp_path)
    assert places(faults) == [(file, None, "")]
    assert "the file is missing" in faults["problem"][0]
    assert f"There is '{file.replace('csv', 'xlsx')}'" in faults["problem"][0]


def test_a_missing_folder(tmp_path):
    assert "no such folder" in refused(tmp_path / "nowhere")["problem"][0]


ONE_LINE = SMALL[C].encode().replace("日本".encode(), "日本".encode("cp932"))
# the text of codings.csv in other encodings: the line that cannot be read, its first wrong byte
NOT_UTF8 = {
    "cp932": (SMALL[C].encode("cp932"), 2, "0x83"),
    "cp932 in one line": (ONE_LINE, 5, "0x93"),
    "cp932 after a BOM, CRLF": (b"\xef\xbb\xbf" + ONE_LINE.replace(b"\n", b"\r\n"), 5, "0x93"),
    "cp932 with old Mac line ends": (SMALL[C].replace("\n", "\r").encode("cp932"), 2, "0x83"),
    "UTF-16": (b"\xff\xfe" + SMALL[C].encode("utf-16-le"), 1, "0xff"),
    "UTF-16, big end first": (b"\xfe\xff" + SMALL[C].encode("utf-16-be"), 1, "0xfe"),
    "UTF-16 without a mark, ASCII only": (
        "initiative_id,dimension,code,locator\n".encode("utf-16-le"),
        1,
        "0x00",
    ),
}


@pytest.mark.parametrize(("raw", "line", "byte"), NOT_UTF8.values(), ids=NOT_UTF8)
def test_a_file_that_is_not_utf8(tmp_path, raw, line, byte):
    faults = refused(write(tmp_path, SMALL | {C: raw}))
    assert places(faults) == [(C, line, "")]
    assert f"is not UTF-8 (byte {byte})" in faults["problem"][0]


def as_excel(text: str) -> bytes:
    """Save as Excel does: a mark, CRLF, a column and rows that are blank at the end, no quotation
    marks that are not needed.
    """
    lines = [f"{line}," for line in text.splitlines()]
    return (
        "\ufeff" + "\r\n".join([*lines, "," * lines[0].count(","), "," * lines[0].count(","), ""])
    ).encode()


SAVED = {
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac": lambda text: text.replace("\n", "\r").encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "all cells quoted": lambda text: "".join(
        '"' + line.replace(",", '","') + '"\n' for line in text.splitlines()
    ).encode(),
    "blank lines": lambda text: text.replace("\n", "\n\n").encode(),
    "Excel": as_excel,
}


@pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)
def test_a_file_may_be_saved_by_any_program(tmp_path, save):
    plain = foip.load(write(tmp_path, SMALL))
    saved = foip.load(write(tmp_path, {name: save(text) for name, text in SMALL.items()}))
    for name in ("initiatives", "codings", "codebook", "units"):
        pd.testing.assert_frame_equal(getattr(saved, name), getattr(plain, name))


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    plants = (
        (I, "A cable", '"A cable\nin two lines"'),
        (I, "rail,Rail,", '\n"rail","",'),
        (C, "cable,tool,oda", "cable,tool,odb"),
    )
    assert places(refused(write(tmp_path, planted(*plants)))) == [(I, 4, "name_en"), (C, 4, "code")]


def test_all_faults_are_told_at_once(tmp_path):
    plants = [
        (B, "Japan,asia", "Japan,asai"),
        (U, "text.2,12", "text.2,twelve"),
        (I, "A cable", " A cable"),
        (C, "rail,tool,osa", "rail,tool,os"),
        (C, "cable,theme,t1", "cable,theme,t2"),
        (C, "rail,theme", "rail,priority,p1,text.2,市場,inferred\nrail,theme"),
        (C, "sea-cable,tool,oda,text.1,ODA,stated\n", ""),
    ]
    with pytest.raises(foip.DataError) as caught:
        foip.load(write(tmp_path, planted(*plants)))
    told = {
        (B, 15, "parent"),
        (U, 3, "line"),
        (I, 2, "name_en"),
        (C, 8, "code"),
        (C, 3, "code"),
        (C, 6, "code"),
        (I, 2, "initiative_id"),
    }
    assert set(places(caught.value.faults)) == told
    text = str(caught.value)
    assert "has 7 faults; nothing was loaded" in text
    assert all(f"- {file}, row {row}, column {column}: " in text for file, row, column in told)
    assert isinstance(caught.value, ValueError)


def test_five_kinds_in_a_copy_of_the_shipped_data(tmp_path):
    folder = shutil.copytree(data_folder(), tmp_path / "data")
    (folder / U).unlink()
    at = {}
    for file, old, new in [
        (B, ",t1.1,p1,", ",t1.1,p7,"),
        (C, ",tool,framework,", ",tool,framwork,"),
        (C, ",inferred", ",guessed"),
    ]:
        text = (folder / file).read_text(encoding="utf-8")
        at[new] = text[: text.index(old)].count("\n") + 1
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    initiatives = (folder / I).read_text(encoding="utf-8")
    (folder / I).write_text(initiatives + initiatives.splitlines()[-1] + "\n", encoding="utf-8")
    faults = refused(folder)
    expected = [(U, None, ""), (I, initiatives.count("\n") + 1, "initiative_id")]
    expected += [
        (B, at[",t1.1,p7,"], "parent"),
        (C, at[",tool,framwork,"], "code"),
        (C, at[",guessed"], "basis"),
    ]
    assert sorted(places(faults), key=str) == sorted(expected, key=str)
    assert faults["row"].dtype == "Int64"


def test_the_error_comes_whole_out_of_another_process(tmp_path):
    with pytest.raises(foip.DataError) as caught:
        foip.load(write(tmp_path, planted((C, "tool,osa", "tool,os"))))
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    pd.testing.assert_frame_equal(again.faults, caught.value.faults)


def test_a_package_that_is_not_json(tmp_path):
    assert places(refused(write(tmp_path, SMALL | {"datapackage.json": "{"}))) == [
        ("datapackage.json", None, "")
    ]
    dataset = foip.load(
        write(tmp_path, SMALL | {"datapackage.json": '\ufeff{"title": "Small", "version": "2.0"}'})
    )
    assert (dataset.title, dataset.version) == ("Small", "2.0")


TERMS = [
    "U.S. Coast Guard ships",
    "St. Lucia port works",
    "日ASEAN",
    "５Ｇ",
    "No. 5 reactor unit",
    "ship repair, docks",
]


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_no_sentence(tmp_path, term):
    foip.load(write(tmp_path, planted((C, "日本,stated", f'"{term}",stated'))))


# What is good


def test_a_minimal_folder(tmp_path):
    dataset = foip.load(write(tmp_path, MINIMAL))
    assert [
        len(frame)
        for frame in (dataset.initiatives, dataset.codings, dataset.codebook, dataset.units)
    ] == [2, 3, 4, 1]
    assert dataset.dimensions == ["tool", "place"]
    assert dataset.codings["initiative_id"].tolist() == ["1", "1", "2"], "an id stays text"
    assert book.codes_per_initiative(dataset.codebook, "tool") == "any"
    assert dataset.membership("place").to_numpy().tolist() == [[True, False], [False, False]]
    assert "2 initiatives, 3 codings" in repr(dataset)


@pytest.mark.parametrize("blank", [False, True], ids=["no English", "English left blank"])
def test_names_in_another_language_alone_do(tmp_path, blank):
    """As in a workbook of which a Japanese coder fills the Japanese columns only."""
    files = {name: text.replace("_en", "_ja") for name, text in MINIMAL.items()}
    if blank:
        files["initiatives.csv"] = "initiative_id,name_en,name_ja\n1,,One\n2,,Two\n"
    dataset = foip.load(write(tmp_path, files))
    assert dataset.initiatives["name_en"].tolist() == ["One", "Two"]
    for lang in ("en", "ja"):
        assert foip.count(dataset, "tool", lang=lang).index.tolist() == ["Tool A", "Tool B"]
        assert foip.members(dataset, tool="A", lang=lang)["name"].tolist() == ["Two"]


def test_a_name_that_is_blank_beside_others_is_a_fault_in_any_language(tmp_path):
    half = "initiative_id,name_en,name_ja\n1,One,一\n2,,二\n"
    for text, column in ((half, "name_en"), ("initiative_id,name_ja\n1,一\n2,\n", "name_ja")):
        with pytest.raises(foip.DataError) as caught:
            foip.load(write(tmp_path, MINIMAL | {"initiatives.csv": text}))
        assert caught.value.faults[["row", "column"]].values.tolist() == [[3, column]]


def test_files_with_a_header_only(tmp_path):
    dataset = foip.load(
        write(tmp_path, {name: text.splitlines()[0] for name, text in MINIMAL.items()})
    )
    assert (len(dataset.initiatives), dataset.dimensions) == (0, [])


def test_further_columns_are_kept_and_numbers_become_numbers(tmp_path):
    initiatives = (
        "initiative_id,name_en,budget,year,postcode,note,empty,2030\n"
        "1,10,1.5,2026,0123,x,,1\n2,20,,2027,99,,,-2\n"
    )
    units = "locator,page\n1,7\n"
    dataset = foip.load(write(tmp_path, MINIMAL | {I: initiatives, U: units}))
    kinds = {
        column: pd.api.types.is_numeric_dtype(dataset.initiatives[column])
        for column in dataset.initiatives
    }
    text = dict.fromkeys(["initiative_id", "name_en", "postcode", "note", "empty"], False)
    assert kinds == text | dict.fromkeys(["budget", "year", "2030"], True)
    assert dataset.initiatives["year"].tolist() == [2026, 2027]
    assert dataset.initiatives["budget"].isna().tolist() == [False, True]
    assert dataset.units["page"].tolist() == ["7"]


def test_a_further_column_may_have_any_name(tmp_path):
    faults = refused(write(tmp_path, MINIMAL | {U: "locator,row,index\n1,a,b\n1,c,d\n"}))
    assert places(faults) == [(U, 3, "locator")]


def test_codes_and_dimensions_stand_in_the_order_of_the_codebook(tmp_path):
    dataset = foip.load(write(tmp_path, SMALL))
    assert dataset.dimensions == ["priority", "theme", "tool", "region", "place"]
    assert list(book.codes(dataset.codebook, "tool")) == ["osa", "oda"], "by the column order"
    assert list(book.codes(foip.load(write(tmp_path, MINIMAL)).codebook, "tool")) == ["A", "B"], (
        "as they come"
    )
    shuffled = MINIMAL["codebook.csv"].replace(
        "tool,A,Tool A\ntool,B,Tool B\n", "tool,B,Tool B\ntool,A,Tool A\n"
    )
    assert list(
        book.codes(foip.load(write(tmp_path, MINIMAL | {B: shuffled})).codebook, "tool")
    ) == ["B", "A"]


def test_parents_need_no_declaration(tmp_path):
    codes = {"FR": "Europe", "DE": "Europe", "JP": "Asia", "KR": "Asia"}
    rows = [
        "dimension,code,label_en,parent",
        *(f"place,{code},{code},{parent}" for code, parent in codes.items()),
    ]
    rows += ["region,Europe,Europe,", "region,Asia,Asia,"]
    codings = (
        "initiative_id,dimension,code,locator\n"
        "1,place,FR,1\n1,place,DE,1\n2,place,FR,1\n2,place,JP,1\n"
    )
    dataset = foip.load(write(tmp_path, MINIMAL | {B: "\n".join(rows), C: codings}))
    assert book.parent_dimension(dataset.codebook, "place") == "region"
    assert book.parents(dataset.codebook, "place") == codes
    assert dataset.membership("region").to_numpy().tolist() == [[True, False], [True, True]]


def test_two_dimensions_may_have_a_code_of_one_name(tmp_path):
    files = planted(
        (B, "place,FRA", "place,europe,Europe as such,europe,3,,,\nplace,FRA"),
        (C, "place,JPN", "place,europe"),
    )
    dataset = foip.load(write(tmp_path, files))
    assert book.parents(dataset.codebook, "place")["europe"] == "europe"
    assert dataset.membership("region").loc["sea-cable"].to_dict() == {
        "asia": False,
        "europe": True,
    }


def test_children_give_a_required_parent(tmp_path):
    dimension = (B, "Region,,4,,", "Region,,4,some,")
    assert places(refused(write(tmp_path, planted(dimension)))) == [(I, 3, "initiative_id")], (
        "rail has no place, so no region"
    )
    foip.load(
        write(
            tmp_path,
            planted(dimension, (C, "rail,tool", "rail,place,FRA,text.2,,inferred\nrail,tool")),
        )
    )


def test_a_declared_dimension_may_be_without_codes(tmp_path):
    dataset = foip.load(
        write(
            tmp_path,
            planted((B, "priority,p1", "dimension,later,Later,priority,9,,,\npriority,p1")),
        )
    )
    assert dataset.membership("priority").to_numpy().tolist() == [
        [True, False],
        [False, True],
    ]


def test_loading_leaves_the_files_alone(tmp_path):
    def state() -> dict:
        return {
            path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in folder.rglob("*")
            if path.is_file()
        }

    folder = shutil.copytree(data_folder(), tmp_path / "data")
    before = state()
    foip.load(folder)
    assert state() == before
    (folder / C).write_text("initiative_id\n", encoding="utf-8")
    before = state()
    refused(folder)
    assert state() == before


# The shipped data


def test_the_shipped_data_is_complete(shipped):
    assert len(shipped.initiatives) == 62
    units = shipped.units["locator"]
    coded = units[units.str.match(r"(text|map)\.")]
    assert len(coded) > 0
    assert set(shipped.codings["locator"]) == set(coded), (
        "every unit of text and map has a row, no other has"
    )
    assert set(shipped.codings["initiative_id"]) == set(shipped.initiatives["initiative_id"])


def test_countries_have_their_iso_codes_as_places_and_as_partners(shipped):
    rows = shipped.codebook.set_index(["dimension", "code"])
    country = (rows["iso3"] != "").to_numpy()
    assert (rows["iso3"][country] == rows[country].index.get_level_values("code")).all()
    named = {d: set(rows[country].loc[d].index) for d in ("place", "partner")}
    assert named["partner"] == set(rows.index[rows["parent"] == "country"].get_level_values(1))
    points = rows.loc["place"].query("marker == 'point'").index
    assert named["place"] == set(points) - {"malacca_singapore_straits"}
    assert rows[country].groupby("iso3")["m49"].nunique().eq(1).all(), "one number a country"


def test_where_an_initiative_is_mentioned_is_computed_from_its_rows(tmp_path, shipped):
    told = shipped.initiatives.set_index("initiative_id")["mentioned_in"]
    for initiative, locators in shipped.codings.groupby("initiative_id")["locator"]:
        parts = {locator.split(".")[0] for locator in locators}
        assert told[initiative] == ("both" if len(parts) == 2 else parts.pop())
    units = "locator,part\ntext.1,text\ntext.2,map\n"
    both = SMALL[C] + "rail,tool,osa,text.1,OSA,stated\n"
    for codings, expected in ((SMALL[C], ["text", "map"]), (both, ["text", "both"])):
        dataset = foip.load(write(tmp_path, SMALL | {U: units, C: codings}))
        assert dataset.initiatives["mentioned_in"].tolist() == expected
    assert "mentioned_in" not in foip.load(write(tmp_path, SMALL)).initiatives


def test_a_dimension_without_codings_is_counted_from_a_column_of_its_name(tmp_path, shipped):
    told = shipped.initiatives["mentioned_in"].value_counts()
    assert foip.count(shipped, "mentioned_in", lang=None)["initiatives"].to_dict() == told.to_dict()
    security = shipped.where(priority="p3")
    crossed = foip.cross_tab(shipped, "priority", "mentioned_in", lang=None).loc["p3"]
    own = security.initiatives["mentioned_in"].value_counts()
    assert crossed.to_dict() == own.to_dict()
    assert len(foip.members(shipped, mentioned_in="map")) == told["map"]
    book = SMALL["codebook.csv"].replace(
        "dimension,region", "dimension,year,Year,,6,one,,\ndimension,region", 1
    )
    book += "year,2024,In 2024,,1,,,\nyear,2025,In 2025,,2,,,\n"
    head, *lines = SMALL["initiatives.csv"].splitlines()
    years = dict(zip(lines, ("2024", "2025"), strict=True))
    rows = "\n".join([f"{head},year", *(f"{line},{year}" for line, year in years.items())]) + "\n"
    own = SMALL | {"codebook.csv": book, "initiatives.csv": rows}
    dataset = foip.load(write(tmp_path, own))
    assert foip.count(dataset, "year", lang=None)["initiatives"].to_dict() == {"2024": 1, "2025": 1}
    for wrong in ("2026", ""):
        with pytest.raises(foip.DataError, match=r"initiatives.csv, row 3") as error:
            foip.load(write(tmp_path, own | {"initiatives.csv": rows.replace("2025", wrong)}))
        assert "year" in str(error.value)


def test_only_a_status_that_is_not_stated_lacks_evidence(shipped):
    without = shipped.codings["evidence"] == ""
    not_stated = (shipped.codings["dimension"] == "status") & (
        shipped.codings["code"] == "not_stated"
    )
    assert without.tolist() == not_stated.tolist()
    assert not_stated.any()


def test_what_stands_under_a_heading_is_told_apart_and_counts_as_stated(tmp_path, shipped):
    plant = (C, "theme,t1,text.1,エネルギー,stated", "theme,t1,text.1,エネルギー,position")
    small = foip.load(write(tmp_path, planted(plant)))
    kept = small.stated().codings
    assert kept["basis"].tolist() == ["stated", "position", "stated", "stated", "stated"]
    position = shipped.codings[shipped.codings["basis"] == "position"]
    text = shipped.codings["locator"].str.startswith("text.")
    headed = shipped.codings["dimension"].isin(["priority", "theme"])
    assert position.index.tolist() == shipped.codings[text & headed].index.tolist()


@pytest.mark.parametrize(
    "dimension", ["priority", "theme", "tool", "tool_family", "region", "partner_kind", "status"]
)
def test_every_code_that_is_drawn_has_a_colour(shipped, dimension):
    colours = book.colours(shipped.codebook, dimension)
    assert list(colours) == list(book.codes(shipped.codebook, dimension))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_shipped_code_has_a_label_in_both_languages(shipped, lang):
    assert (shipped.codebook[f"label_{lang}"] != "").all()
