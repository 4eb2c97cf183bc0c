"""From a shell: the same numbers as in Python and as counted by hand, and exit codes that a script
can use.
"""

import io
import json
import re
import subprocess
import sys
from fractions import Fraction

import numpy as np
import openpyxl
import pandas as pd
import pytest

import foip_analysis as foip
from foip_analysis.cli.shell import main

# Counted by hand from TOY8 in conftest.py; fractions of the initiatives that have both dimensions.
CELLS = {"A": [3, 1, 2], "B": [2, 3, 2], "C": [1, 1, 2]}
MARGINS = {"A": [3, 1, 2, 4], "B": [2, 3, 2, 4], "C": [1, 1, 2, 3], "all": [4, 3, 3, 6]}
WITH_NONE = {
    "A": [3, 1, 2, 0, 4],
    "B": [2, 3, 2, 0, 4],
    "C": [1, 1, 2, 1, 4],
    "none": [1, 0, 0, 0, 1],
    "all": [5, 3, 3, 1, 8],
}
FRACTIONS = {
    "A": ["3/2", "1/4", "7/12"],
    "B": ["7/12", "13/12", "2/3"],
    "C": ["1/4", "1/2", "7/12"],
}
ROLLED_UP = {"A": [3, 1], "B": [1, 2]}  # TOYH: B × Asia is 2, though its places there are 4


@pytest.fixture
def ask(capfdbinary):
    """A function that runs a command in this process: exit code, what was printed, what was told
    on stderr.
    """

    def run(*arguments) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
        printed, told = capfdbinary.readouterr()
        return code, printed.decode(), told.decode()

    return run


@pytest.fixture
def table(ask):
    """A function that runs a command and reads its CSV: ``{row: cells}``."""

    def run(*arguments) -> dict[str, list[float]]:
        code, printed, told = ask(*arguments, "--lang", "none", "--format", "csv")
        assert (code, told) == (0, "")
        read = pd.read_csv(io.StringIO(printed), comment="#", index_col=0)
        return dict(zip(read.index, read.to_numpy().tolist(), strict=True))

    return run


def fractions(rows: dict[str, list[str]]) -> dict[str, list[float]]:
    return {
        row: pytest.approx([float(Fraction(cell)) for cell in cells], abs=1e-12)
        for row, cells in rows.items()
    }


# The numbers counted by hand


def test_cells_margins_and_absence(toy8, tmp_path, table):
    cross = ("cross-tab", "tool", "region", "--data", tmp_path)
    assert table(*cross) == CELLS
    assert table(*cross, "--margins") == MARGINS
    assert table(*cross, "--margins", "--none") == WITH_NONE


def test_shares_of_initiatives_and_of_pairs(toy8, tmp_path, table):
    cross = ("cross-tab", "tool", "region", "--data", tmp_path)
    assert table(*cross, "--share", "row") == fractions(
        {"A": ["3/4", "1/4", "2/4"], "B": ["2/4", "3/4", "2/4"], "C": ["1/3", "1/3", "2/3"]}
    )
    assert table(*cross, "--share", "column")["C"] == fractions({"C": ["1/4", "1/3", "2/3"]})["C"]
    assert (
        table(*cross, "--share", "column", "--of", "pairs")["C"]
        == fractions({"C": ["1/6", "1/5", "2/6"]})["C"]
    )
    assert table(*cross, "--share", "table")["A"] == fractions({"A": ["3/6", "1/6", "2/6"]})["A"]


def test_fractions_weights_and_roll_up(toy8, tmp_path, table):
    cross = ("cross-tab", "tool", "region", "--data", tmp_path)
    assert table(*cross, "--count", "fractional") == fractions(FRACTIONS)
    assert table(*cross, "--weight", "weight")["A"] == [4.5, 1.0, 3.5]


def test_a_parent_counts_an_initiative_once(toyh, tmp_path, table):
    assert table("cross-tab", "tool", "region", "--data", tmp_path) == ROLLED_UP
    assert table("count", "region", "--data", tmp_path) == fractions(
        {"Europe": ["3", "3/4"], "Asia": ["2", "2/4"]}
    )


def test_counts(toy8, tmp_path, table):
    count = ("count", "region", "--data", tmp_path)
    assert table(*count) == fractions({"N": ["5", "5/7"], "S": ["3", "3/7"], "E": ["3", "3/7"]})
    assert table(*count, "--none", "--margins") == fractions(
        {
            "N": ["5", "5/8"],
            "S": ["3", "3/8"],
            "E": ["3", "3/8"],
            "none": ["1", "1/8"],
            "all": ["8", "1"],
        }
    )
    assert list(table(*count, "--top", "1")) == ["N", "other"]
    assert list(table(*count, "--codes", "region=E,N")) == ["E", "N"]


def test_members(toy8, tmp_path, table, ask):
    assert list(map(str, table("members", "tool=C", "region=E", "--data", tmp_path))) == ["4", "7"]
    assert list(map(str, table("members", "tool=none", "--data", tmp_path))) == ["5"]
    assert len(table("members", "--data", tmp_path)) == 8
    per = table("members", "tool=A,C", "region=E", "--per", "coding", "--data", tmp_path)
    assert {str(i) for i in per} == {"4", "7"}
    assert "name: Initiative 4\n" in ask("members", "tool=C", "region=E", "--data", tmp_path)[1]


def test_a_code_is_described(ask, toy8, tmp_path):
    code, printed, told = ask("describe", "osa")
    assert (code, told) == (0, "")
    assert foip.describe("osa").loc["definition", "tool"] in printed
    assert (
        foip.describe("A", toy8).loc["initiatives", "tool"]
        in ask("describe", "A", "--data", tmp_path, "--lang", "none")[1]
    )
    code, printed, told = ask("describe", "tol")
    assert (code, printed) == (2, "")
    assert "Did you mean 'tool'?" in told


# The same as the library


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "--where priority=p3 --where region=pacific,africa",
            lambda d: d.where(priority="p3", region=["pacific", "africa"]),
        ),
        ("--stated", lambda d: d.stated()),
        ("--where priority=p3 --stated", lambda d: d.where(priority="p3").stated()),
        ("--stated --where priority=p3", lambda d: d.stated().where(priority="p3")),
    ],
)
def test_selections_are_taken_in_the_order_in_which_they_stand(shipped, ask, words, expected):
    code, printed, _ = ask("cross-tab", "tool", "region", *words.split(), "--format", "json")
    table = foip.cross_tab(expected(shipped), "tool", "region")
    held = json.loads(printed)
    assert code == 0
    assert np.array_equal(pd.DataFrame(held["data"]).set_index("Tool"), table)
    assert [held[key] for key in ("note", "source", "call")] == [
        getattr(foip.about(table), key) for key in ("note", "source", "call")
    ]


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("--by priority --codes present", {"by": "priority", "codes": "present"}),
        ("--order size --top 3", {"order": "size", "top": 3}),
        (
            "--top tool=3 --top region=2 --margins",
            {"top": {"tool": 3, "region": 2}, "margins": True},
        ),
        (
            "--codes tool=oda,osa --codes region=pacific",
            {"codes": {"tool": ["oda", "osa"], "region": ["pacific"]}},
        ),
        (
            "--share row --of pairs --margins --none --lang ja",
            {"share": "row", "of": "pairs", "margins": True, "none": True, "lang": "ja"},
        ),
    ],
)
def test_every_option_is_the_library_s(shipped, ask, words, options):
    code, printed, told = ask("cross-tab", "tool", "region", *words.split(), "--format", "csv")
    table = foip.cross_tab(shipped, "tool", "region", **options)
    read = pd.read_csv(
        io.StringIO(printed), comment="#", index_col=list(range(table.index.nlevels))
    )
    assert (code, told) == (0, "")
    assert read.index.tolist() == table.index.tolist()
    assert read.columns.tolist() == table.columns.tolist()
    assert np.array_equal(read, table, equal_nan=True)
    assert f"# Call: {foip.about(table).call}\n" in printed


@pytest.mark.parametrize("kind", ["csv", "json", "md", "html", "tex"])
def test_what_is_printed_is_what_is_saved_but_for_the_mark_of_excel(shipped, ask, tmp_path, kind):
    saved = foip.save_table(
        foip.count(shipped, "tool", lang="ja"), tmp_path / f"t.{kind}"
    ).read_bytes()
    code, printed, _ = ask("count", "tool", "--lang", "ja", "--format", kind)
    assert (code, printed.encode()) == (0, saved.removeprefix(b"\xef\xbb\xbf"))
    assert ask("count", "tool", "--lang", "ja", "--output", tmp_path / f"u.{kind}") == (0, "", "")
    assert (tmp_path / f"u.{kind}").read_bytes() == saved


def test_files_that_are_no_text_are_written(shipped, ask, tmp_path):
    assert ask("count", "tool", "--output", tmp_path / "t.xlsx")[0] == 0
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]["A1"].value == "Tool"
    assert ask("count", "tool", "--output", tmp_path / "t.parquet")[0] == 0
    pd.testing.assert_frame_equal(
        pd.read_parquet(tmp_path / "t.parquet"), foip.count(shipped, "tool")
    )
    assert ask("count", "tool", "--output", tmp_path / "notes.txt", "--format", "md")[0] == 0
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8").startswith("| Tool |")


def test_text_is_for_reading(ask):
    code, printed, _ = ask("cross-tab", "tool", "region", "--lang", "ja", "--share", "row")
    assert code == 0
    assert "0.333" in printed
    assert "出典：" in printed
    assert "foip." not in printed


# What is refused, and how


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("cross-tab tool regoin", "There is no dimension 'regoin'."),
        (
            "cross-tab tool region --share rows",
            "share is 'rows'. It is 'row', 'column', 'table' or None. Did you mean 'row'?",
        ),
        ("cross-tab tool region --where region=pasific", "Did you mean 'pacific'?"),
        ("cross-tab tool region --where region", "'region' is no selection. Write DIMENSION=CODE"),
        ("cross-tab tool region --codes presnt", "codes is 'presnt'."),
        ("cross-tab tool region --weight nothing", "nothing"),
        ("count tool --top many", "--top is 'many'. Write a whole number"),
        ("count tool --top 0", "top is 0."),
        ("count tool --lang fr", "lang is 'fr'."),
        (
            "count tool --format cvs",
            "The format is 'cvs'. It is text, csv, md, html, tex, json. Did you mean 'csv'?",
        ),
        ("count tool --format xlsx", "needs --output FILE"),
        ("count tool --output table.xls", "Did you mean 'xlsx'?"),
        ("count tool --output table", "'table' has no suffix that tells the format."),
        ("members tool=os", "Did you mean 'osa'?"),
        ("members --per word", "per is 'word'."),
        ("members tool", "'tool' is no selection."),
        ("members per=coding", "There is no dimension 'per'."),
        ("count tool --where self=osa", "There is no dimension 'self'."),
        ("count", "the following arguments are required: dimension"),
        ("crosstab", "invalid choice: 'crosstab'"),
        ("", "the following arguments are required: command"),
    ],
)
def test_what_is_not_understood_is_exit_code_2_and_a_sentence(
    ask, words, sentence, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    code, printed, told = ask(*words.split())
    assert (code, printed) == (2, "")
    assert sentence in told
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_faulty_data_is_exit_code_1_with_every_fault(toy8, tmp_path, ask):
    codings = tmp_path / "codings.csv"
    lines = codings.read_text().splitlines()
    faulty = [row for row, line in enumerate(lines, 1) if ",A," in line]
    codings.write_text("\n".join(lines).replace(",A,", ",Q,"))
    code, printed, told = ask("cross-tab", "tool", "region", "--data", tmp_path)
    assert (code, printed) == (1, "")
    assert "4 faults" in told
    assert told.count("'Q'") == 1, "in a line, with all their rows"
    assert all(re.search(rf"rows? [^:]*\b{row}\b", told) for row in faulty), told
    assert ask("count", "tool", "--data", tmp_path / "nowhere")[0] == 1


def test_a_file_that_cannot_be_written_is_exit_code_1_and_a_sentence(tmp_path, ask):
    (tmp_path / "taken").write_text("a file")
    code, printed, told = ask("count", "tool", "--output", tmp_path / "taken" / "t.csv")
    assert (code, printed) == (1, "")
    assert told.startswith(str(tmp_path / "taken"))
    assert "Traceback" not in told


@pytest.mark.parametrize("command", ["count", "cross-tab", "members", "describe"])
def test_help_teaches_by_examples_that_run(ask, command, tmp_path, monkeypatch, toy8):
    monkeypatch.chdir(tmp_path)
    code, printed, _ = ask(command, "--help")
    lines = [line.split() for line in printed.split("examples:\n")[1].splitlines() if line.strip()]
    examples = [arguments for _, *arguments in lines]
    assert code == 0
    assert len(examples) >= 3
    assert {(name, asked) for name, asked, *_ in lines} == {("foip", command)}
    (tmp_path / "mydata").mkdir()
    for name in ("initiatives", "codings", "codebook", "units"):
        (tmp_path / f"{name}.csv").rename(tmp_path / "mydata" / f"{name}.csv")
    assert [ask(*example)[0] for example in examples] == [0] * len(examples)


def test_as_a_process_it_prints_utf8_and_ends_quietly_when_the_reader_has_enough():
    command = [sys.executable, "-m", "foip_analysis", "cross-tab", "tool", "region", "--lang", "ja"]
    whole = subprocess.run(
        command,
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert "地域" in whole.stdout.decode("utf-8")
    assert whole.stderr == b""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.wait() == 1
        assert process.stderr.read() == b""
