"""The shipped rows against the source text, and what the check says of a text that is not the
source.
"""

import hashlib
from pathlib import Path

import pytest

import foip_analysis as foip
from foip_analysis.cli.shell import main
from foip_analysis.dataset.verify import normal, verify

SOURCE = Path(__file__).parents[3] / "shared" / "source" / "foip_ja.txt"
TEXT = ["Title", "", "Heading of cables", "- A **cable** for Tuvalu", "・ Radars"]


def hashed(line: str) -> str:
    return hashlib.sha256(normal(line).encode()).hexdigest()


@pytest.fixture
def small(tmp_path):
    """Two units under one heading, the second without it."""
    units = ["locator,part,heading,line,sha256"]
    for locator, heading, line in (("a.1", "cables", 4), ("a.2", "", 5)):
        units.append(f"{locator},text,{heading},{line},{hashed(TEXT[line - 1])}")
    files = {
        "units": units,
        "initiatives": ["initiative_id,name_en", "cable,Cable", "radar,Radars"],
        "codebook": ["dimension,code,label_en", "tool,lay,Lay", "tool,give,Give"],
        "codings": [
            "initiative_id,dimension,code,locator,evidence,basis",
            "cable,tool,lay,a.1,cables,stated",
            "radar,tool,give,a.2,Radars,stated",
        ],
    }
    for name, lines in files.items():
        (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text("\n".join(TEXT) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(
    not SOURCE.is_file(), reason="the source text is not shipped and not beside the project"
)
def test_the_shipped_data_agrees_with_the_source(capsys):
    assert main(["verify", str(SOURCE)]) == 0
    assert "101 units and 577 codings agree" in capsys.readouterr().out


@pytest.fixture
def whole(small):
    """The same with every line a unit: the title, the heading, and the document as a whole."""
    lines = (small / "units.csv").read_text().split("\n")[:-1]
    lines += [f"front.1,front,,1,{hashed(TEXT[0])}", f"heading.1,heading,,3,{hashed(TEXT[2])}"]
    words = "\n".join(normal(line) for line in TEXT if line)
    lines.append(f"document,document,,1,{hashlib.sha256(words.encode()).hexdigest()}")
    (small / "units.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return small


def told(folder, *lines: str) -> list[tuple]:
    """What ``verify`` says of a source of these lines: column, what was found."""
    (folder / "source.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [
        (fault.column, fault.found) for fault in verify(foip.load(folder), folder / "source.txt")
    ]


TITLE, BLANK, HEADING, CABLE, RADARS = TEXT
CHANGES = {
    "nothing": ([*TEXT], []),
    "white space and marks": ([TITLE, HEADING, "・A cable for  Tuvalu", BLANK, BLANK, RADARS], []),
    "a line more, and what is below it moved": (
        [TITLE, BLANK, HEADING, "- Buoys", CABLE, RADARS],
        [("", "line 4")],
    ),
    "a line more at the end": ([*TEXT, BLANK, "- Buoys"], [("", "line 7")]),
    "a line less": ([TITLE, BLANK, HEADING, RADARS], [("sha256", "a.1")]),
    "two lines changed their places": (
        [TITLE, BLANK, HEADING, RADARS, CABLE],
        [("line", "a.2")],
    ),
    "a unit above its heading": (
        [TITLE, CABLE, HEADING, RADARS],
        [("line", "a.1"), ("evidence", "cables")],
    ),
    "a line changed behind a line more": (
        [TITLE, "Subtitle", BLANK, HEADING, "- A cable for Nauru", RADARS],
        [("sha256", "a.1"), ("", "line 2")],
    ),
    "a heading changed": (
        [TITLE, BLANK, "Heading of ropes", CABLE, RADARS],
        [("sha256", "heading.1"), ("evidence", "cables")],
    ),
    "the title changed": (["Another title", *TEXT[1:]], [("sha256", "front.1")]),
}


@pytest.mark.parametrize(("lines", "faults"), CHANGES.values(), ids=CHANGES)
def test_what_changed_in_the_source_is_told_once(whole, lines, faults):
    assert told(whole, *lines) == faults


def test_lines_that_are_no_units_are_let_be_where_the_document_is_not_hashed(small):
    assert told(small, "Another title", HEADING, "Of more", BLANK, HEADING, CABLE, RADARS) == []
    assert told(small, TITLE, BLANK, HEADING, "- Buoys", RADARS) == [("sha256", "a.1")]
    shifted = ["Preface", "Contents", TITLE, BLANK, HEADING, "- Buoys", RADARS]
    assert told(small, *shifted) == [("sha256", "a.1")], "its heading is the one over its new line"


def test_a_wrong_hash_of_the_document_is_told(whole):
    units = (whole / "units.csv").read_text()
    (whole / "units.csv").write_text(units[:-9] + "0" * 8 + "\n")
    assert told(whole, *TEXT) == [("sha256", "document")]


def test_a_dataset_agrees_with_its_source(small):
    assert verify(foip.load(small), small / "source.txt") == []


def test_a_changed_unit_is_named(small):
    (small / "source.txt").write_text(
        "\n".join([*TEXT[:3], "- A cable for Nauru", TEXT[4]]), encoding="utf-8"
    )
    (fault,) = verify(foip.load(small), small / "source.txt")
    assert (fault.file, fault.row, fault.column, fault.found) == ("units.csv", 2, "sha256", "a.1")


def test_numerals_of_a_unit_are_checked(small):
    source = [*TEXT[:3], "- A cable of **１２** km for 3 atolls", TEXT[4]]
    (small / "source.txt").write_text("\n".join(source), encoding="utf-8")
    units = (small / "units.csv").read_text()
    told = {}
    for numbers in ("12 km; 3 atolls", "12 km", "3 atolls; 12 km", ""):
        lines = [
            f"{line},{numbers}" if n == 1 else f"{line},"
            for n, line in enumerate(units.split("\n")[:-1])
        ]
        lines[0] = lines[0] + "numbers"
        lines[1] = lines[1].replace(hashed(TEXT[3]), hashed(source[3]))
        (small / "units.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        told[numbers] = [
            (fault.row, fault.column, fault.found)
            for fault in verify(foip.load(small), small / "source.txt")
        ]
    wrong = {numbers: [(2, "numbers", numbers)] for numbers in ("12 km", "3 atolls; 12 km", "")}
    assert told == {"12 km; 3 atolls": []} | wrong


def test_words_of_another_unit_are_named_and_the_command_fails(small, capsys):
    codings = small / "codings.csv"
    codings.write_text(codings.read_text().replace("a.2,Radars", "a.2,cables"), encoding="utf-8")
    assert main(["verify", "--data", str(small), str(small / "source.txt")]) == 1
    assert (
        "codings.csv, row 3, column evidence: 'cables': does not stand in a.2"
        in capsys.readouterr().err
    )


def test_a_unit_without_a_row_is_named(small):
    codings = small / "codings.csv"
    codings.write_text("\n".join(codings.read_text().split("\n")[:2]) + "\n", encoding="utf-8")
    (fault,) = verify(foip.load(small), small / "source.txt")
    assert (fault.row, fault.found) == (3, "a.2")


def test_a_missing_source_is_an_error_of_the_command(small, capsys):
    assert main(["verify", "--data", str(small), str(small / "nowhere.txt")]) == 2
    assert "cannot be read" in capsys.readouterr().err
