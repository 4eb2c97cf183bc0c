"""A table saved is the table read back, with its note; hostile labels harm nobody; old files
survive.
"""

import io
import json
import re
import time
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import nbformat
import numpy as np
import openpyxl
import pandas as pd
import pytest
from awkward import MARKS
from nbclient import NotebookClient

import foip_analysis as foip
from foip_analysis.files.formats import WRITERS, for_terminal
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.caption import finding
from foip_analysis.words import numerals


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def markdown_rows(written: str) -> list[list[str]]:
    """The cells of a Markdown table, unescaped, without the line of dashes."""
    lines = [line for line in written.split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [
        [unescape(re.sub(r"\\(.)", r"\1", cell)) for cell in row]
        for n, row in enumerate(cells)
        if n != 1
    ]


def tex_rows(written: str) -> list[list[str]]:
    inside = written.split("\\hline\n", 1)[1].split("\\end{tabular}")[0]
    return [
        line.removesuffix(r" \\").split(" & ")
        for line in inside.split("\n")
        if line.endswith(r"\\")
    ]


def shown_rows(path: Path) -> list[list[str]]:
    """The cells of a table saved for reading, heads first; in HTML labels of rows before them."""
    written = text(path)
    if path.suffix == ".html":
        cells = re.findall(r"<tr.*?</tr>", written, re.S)
        return [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S) for row in cells]
    return (markdown_rows if path.suffix == ".md" else tex_rows)(written)


@pytest.fixture
def hostile(grid):
    """A table whose labels are of the kind that breaks formats: row n has n initiatives in the one
    column.
    """
    return foip.count(grid([[n] for n in range(len(MARKS))], MARKS, ["N"]), "tool")


@pytest.fixture(params=list(WRITERS))
def suffix(request):
    return request.param


# Numbers come back


@pytest.fixture
def table(toy8):
    return foip.cross_tab(toy8, "tool", "region", lang=None, count="fractional", margins=True)


def test_csv_and_parquet_hold_every_digit(table, tmp_path):
    from_csv = pd.read_csv(
        foip.save_table(table, tmp_path / "t.csv"), comment="#", index_col="tool"
    )
    from_parquet = pd.read_parquet(foip.save_table(table, tmp_path / "t.parquet"))
    assert np.array_equal(from_csv, table)
    assert from_csv.columns.tolist() == table.columns.tolist() == ["N", "S", "E", "all"]
    pd.testing.assert_frame_equal(from_parquet, table, check_names=True)
    assert from_csv.loc["C", "E"] == from_parquet.loc["C", "E"] == pytest.approx(7 / 12, abs=1e-15)


def test_json_holds_every_digit_and_xlsx_fifteen(table, tmp_path):
    held = json.loads(text(foip.save_table(table, tmp_path / "t.json")))
    assert np.array_equal(pd.DataFrame(held["data"]).set_index(held["index"]), table)
    sheet = openpyxl.load_workbook(foip.save_table(table, tmp_path / "t.xlsx")).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("tool", "N", "S", "E", "all")
    assert [row[0] for row in rows[1:]] == ["A", "B", "C", "all"]
    assert np.allclose(np.array([row[1:] for row in rows[1:]], float), table, rtol=1e-15, atol=0)


def test_formats_for_reading_round_to_three_decimals(table, tmp_path):
    rounded = [
        ["A", "1.500", "0.250", "0.583", "2.333"],
        ["B", "0.583", "1.083", "0.667", "2.333"],
        ["C", "0.250", "0.500", "0.583", "1.333"],
    ]
    assert markdown_rows(text(foip.save_table(table, tmp_path / "t.md")))[:4] == [
        ["tool", "N", "S", "E", "all"],
        *rounded,
    ]
    assert tex_rows(text(foip.save_table(table, tmp_path / "t.tex")))[:4] == [
        ["tool", "N", "S", "E", "all"],
        *rounded,
    ]
    (found,) = pd.read_html(
        io.StringIO(text(foip.save_table(table, tmp_path / "t.html"))), index_col=0
    )
    assert np.allclose(found.to_numpy(float), table, atol=5e-4)


def test_counts_are_whole_numbers_everywhere(toy8, tmp_path):
    table = foip.cross_tab(toy8, "tool", "region", lang=None, margins=True)
    whole = [["A", 3, 1, 2, 4], ["B", 2, 3, 2, 4], ["C", 1, 1, 2, 3], ["all", 4, 3, 3, 6]]
    for suffix in (".md", ".tex"):
        rows = (markdown_rows if suffix == ".md" else tex_rows)(
            text(foip.save_table(table, tmp_path / f"t{suffix}"))
        )
        assert rows[1:] == [list(map(str, row)) for row in whole]
    assert text(foip.save_table(table, tmp_path / "t.csv")).split("\n")[1:5] == [
        '"A",3,1,2,4',
        '"B",2,3,2,4',
        '"C",1,1,2,3',
        '"all",4,3,3,6',
    ]
    sheet = openpyxl.load_workbook(foip.save_table(table, tmp_path / "t.xlsx")).worksheets[0]
    assert [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] == whole


def test_layers_repeat_the_outer_label_in_a_column_of_its_own(toy8, tmp_path):
    table = foip.cross_tab(toy8, "tool", "tool", by="region", lang=None)
    found = pd.read_csv(
        foip.save_table(table, tmp_path / "t.csv"), comment="#", index_col=["region", "tool"]
    )
    assert np.array_equal(found, table)
    assert found.index.tolist() == table.index.tolist()
    assert json.loads(text(foip.save_table(table, tmp_path / "t.json")))["index"] == [
        "region",
        "tool",
    ]
    pd.testing.assert_frame_equal(
        pd.read_parquet(foip.save_table(table, tmp_path / "t.parquet")), table
    )
    assert markdown_rows(text(foip.save_table(table, tmp_path / "t.md")))[1] == [
        "N (of 4)",
        "A",
        *map(str, table.iloc[0]),
    ]
    assert foip.save_table(table, tmp_path / "t.html").stat().st_size > 0


def test_columns_of_two_levels_have_one_head(toy8, tmp_path):
    table = foip.sensitivity(toy8, "tool", "region", lang=None)
    found = pd.read_csv(foip.save_table(table, tmp_path / "t.csv"), comment="#", index_col=0)
    assert found.columns.tolist()[:2] == ["N: stated", "N: all codings"]
    pd.testing.assert_frame_equal(
        pd.read_parquet(foip.save_table(table, tmp_path / "t.parquet")), table
    )


def test_a_share_without_a_base_is_blank_and_a_zero_is_zero(toy8, tmp_path):
    table = foip.cross_tab(
        toy8.where(tool="A"), "tool", "region", lang=None, share="row", codes={"region": ["S"]}
    )
    table.iloc[0, 0] = 0.0
    table.iloc[1, 0] = np.nan
    attach(table, replace(foip.about(foip.count(toy8, "tool")), kind="cross_tab"))
    assert text(foip.save_table(table, tmp_path / "t.csv")).split("\n")[1:3] == ['"A",0.0', '"B",']
    assert [
        row["S"] for row in json.loads(text(foip.save_table(table, tmp_path / "t.json")))["data"]
    ][:2] == [0.0, None]
    sheet = openpyxl.load_workbook(foip.save_table(table, tmp_path / "t.xlsx")).worksheets[0]
    assert [sheet["B2"].value, sheet["B3"].value] == [0, None]
    assert markdown_rows(text(foip.save_table(table, tmp_path / "t.md")))[1:3] == [
        ["A", "0"],
        ["B", ""],
    ]


def test_members_are_text_without_a_number_column(shipped, tmp_path, suffix):
    found = foip.members(shipped, tool="osa", lang="ja")
    path = foip.save_table(found, tmp_path / f"members{suffix}")
    if suffix == ".csv":
        pd.testing.assert_frame_equal(pd.read_csv(path, comment="#", keep_default_na=False), found)
    elif suffix == ".xlsx":
        rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
        assert rows == [tuple(found), *found.itertuples(index=False, name=None)]
    elif suffix == ".json":
        pd.testing.assert_frame_equal(pd.DataFrame(json.loads(text(path))["data"]), found)
    elif suffix == ".parquet":
        pd.testing.assert_frame_equal(pd.read_parquet(path), found)
    else:
        assert all(name in text(path) for name in found["name"])


# The note, the source and the call come along


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_format_keeps_note_source_and_call(shipped, tmp_path, suffix, lang):
    table = foip.cross_tab(shipped, "tool", "region", lang=lang, share="row")
    path = foip.save_table(table, tmp_path / f"t{suffix}")
    told = [getattr(foip.about(table), key) for key in ("note", "source", "call")]
    assert all(told)
    assert shipped.version in told[1]
    if suffix == ".csv":
        assert [
            line.removeprefix("# ").removeprefix("Call: ")
            for line in text(path).splitlines()
            if line.startswith("#")
        ] == told
        first, *_, last = text(path).splitlines()
        assert (first[0], last[0]) == ("\ufeff", "#")
    elif suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        assert [row[0] for row in sheets[1].iter_rows(values_only=True)] == told
        assert [sheet.title for sheet in sheets] == (
            ["表", "注"] if lang == "ja" else ["Table", "Note"]
        )
    elif suffix == ".json":
        held = json.loads(text(path))
        assert [held["note"], held["source"], held["call"]] == told
    elif suffix == ".parquet":
        read = pd.read_parquet(path)
        assert [getattr(foip.about(read), key) for key in ("note", "source", "call")] == told
        assert finding(read) == finding(table)
        import pyarrow.parquet

        assert pyarrow.parquet.read_schema(path).metadata[b"note"].decode() == told[0]
    elif suffix == ".tex":
        caption = re.search(r"\\caption\{(.*)\}", text(path))[1]
        plain = re.sub(
            r"\\ensuremath\{\\(div|times)\}", lambda m: {"div": "÷", "times": "×"}[m[1]], caption
        ).replace(r"\%", "%")
        assert plain == f"{told[0]} {told[1]}"
        assert text(path).startswith(f"% {told[2]}\n")
    elif suffix == ".html":
        below = re.search(r"<figcaption>\n(.*)\n</figcaption>", text(path), re.DOTALL)[1]
        assert [unescape(re.sub("</?code>", "", line)) for line in below.split("<br>\n")] == told
        assert f'<html lang="{lang}">' in text(path)
    else:
        below = [part.strip("`\n") for part in text(path).split("\n\n")[1:]]
        assert [unescape(re.sub(r"\\([^w])", r"\1", part)) for part in below] == told


def test_a_table_of_ones_own_is_saved_without_a_note(tmp_path, suffix):
    own = pd.DataFrame(
        {
            "n": [1, 2],
            "when": pd.to_datetime(["2026-01-01", None]),
            "yes": [True, False],
            "what": ["a", None],
        }
    )
    path = foip.save_table(own, tmp_path / f"own{suffix}")
    if suffix == ".csv":
        assert (
            text(path)
            == '\ufeff"n","when","yes","what"\n1,"2026-01-01 00:00:00",True,"a"\n2,,False,\n'
        )
    elif suffix == ".json":
        assert json.loads(text(path)) == {
            "index": [],
            "data": [
                {"n": 1, "when": "2026-01-01 00:00:00", "yes": True, "what": "a"},
                {"n": 2, "when": None, "yes": False, "what": None},
            ],
        }
    elif suffix == ".xlsx":
        rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
        assert rows[1:] == [(1, "2026-01-01 00:00:00", True, "a"), (2, None, False, None)]
    elif suffix == ".parquet":
        pd.testing.assert_frame_equal(pd.read_parquet(path), own)
    else:
        heads, *rows = [row[-4:] for row in shown_rows(path)]
        assert heads == ["n", "when", "yes", "what"]
        assert rows == [["1", "2026-01-01 00:00:00", "True", "a"], ["2", "", "False", ""]]


def test_an_empty_table_is_saved_with_its_heads(tmp_path, suffix):
    empty = pd.DataFrame({"a": [], "b": []}, index=pd.Index([], name="i"))
    path = foip.save_table(empty, tmp_path / f"t{suffix}")
    if suffix == ".csv":
        assert pd.read_csv(path).columns.tolist() == ["i", "a", "b"]
    elif suffix == ".json":
        assert json.loads(text(path)) == {"index": ["i"], "data": []}
    elif suffix == ".xlsx":
        rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
        assert list(rows) == [("i", "a", "b")]
    elif suffix == ".parquet":
        assert pd.read_parquet(path).columns.tolist() == ["a", "b"]
    elif suffix == ".html":
        assert shown_rows(path) == [["", "a", "b"], ["i", "", ""]]
    else:
        assert shown_rows(path) == [["i", "a", "b"]]


# Labels that break formats


def test_in_csv_a_formula_gets_an_apostrophe_and_nothing_else_changes(hostile, tmp_path):
    path = foip.save_table(hostile, tmp_path / "t.csv")
    found = pd.read_csv(path, comment="#")["tool"].tolist()
    harmless = [f"'{label}" if label.strip()[0] in "=+-@＝" else label for label in MARKS]
    assert found == harmless
    assert pd.read_csv(path, comment="#")["initiatives"].tolist() == list(range(len(MARKS)))
    assert not re.search(r'(^|,)"?\s*[=+\-@＝]', text(path), re.MULTILINE)


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", " =", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
)
def test_each_beginning_that_a_spreadsheet_runs_is_disarmed_in_cells_heads_and_notes(
    tmp_path, start
):
    cell = f"{start}1+1"
    table = pd.DataFrame(
        {cell: [cell, 'say "' + cell + '"']}, index=pd.Index([cell, "x"], name=cell)
    )
    attach(table, About(kind="members", made={"note": f'by "x", {cell},{cell}', "call": ""}))
    path = foip.save_table(table, tmp_path / "t.csv")
    found = (
        pd.read_csv(path, comment="#", lineterminator="\n")
        if start != "\r"
        else pd.read_csv(path, comment="#")
    )
    assert found.columns.tolist() == [f"'{cell}", f"'{cell}.1"]
    assert found.iloc[0].tolist() == [f"'{cell}"] * 2
    last = path.read_text(encoding="utf-8").splitlines()[-1]
    assert last.startswith("# ")
    assert not re.search(r"[,;]\s*[=+\-@＝＋－＠]", last)
    sheet = openpyxl.load_workbook(foip.save_table(table, tmp_path / "t.xlsx")).worksheets[0]
    assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"s", "inlineStr"}
    with zipfile.ZipFile(tmp_path / "t.xlsx") as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_in_xlsx_every_label_is_the_string_that_it_is(hostile, tmp_path):
    book = openpyxl.load_workbook(foip.save_table(hostile, tmp_path / "t.xlsx"))
    cells = [row[0] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == MARKS
    assert {cell.data_type for cell in cells} == {"s"}


def test_in_html_every_label_is_text(hostile, tmp_path):
    written = text(foip.save_table(hostile, tmp_path / "t.html"))
    assert "<b>" not in written
    assert "&lt;b&gt;bold&lt;/b&gt;" in written
    assert "R&amp;D" in written
    assert 'class="tex2jax_ignore mathjax_ignore"' in written
    (found,) = pd.read_html(io.StringIO(written))
    assert found.iloc[:, 0].tolist() == [label.strip() for label in MARKS]


def test_text_in_cells_is_escaped_as_labels_are(tmp_path):
    own = pd.DataFrame({"what": ["<b>&|$</b>"]})
    assert "<td>&lt;b&gt;&amp;|$&lt;/b&gt;</td>" in text(foip.save_table(own, tmp_path / "t.html"))
    assert markdown_rows(text(foip.save_table(own, tmp_path / "t.md")))[1] == ["<b>&|$</b>"]
    assert tex_rows(text(foip.save_table(own, tmp_path / "t.tex")))[1:] == [
        [r"\textless{}b\textgreater{}\&\textbar{}\$\textless{}/b\textgreater{}"]
    ]


def test_text_stands_to_the_left_and_numbers_to_the_right(toy8, tmp_path):
    table = foip.count(toy8, "tool")
    assert text(foip.save_table(table, tmp_path / "t.md")).split("\n")[1] == "| :-- | --: | --: |"
    assert r"\begin{tabular}{lrr}" in text(foip.save_table(table, tmp_path / "t.tex"))
    assert "text-align: right" in text(foip.save_table(table, tmp_path / "t.html"))
    found = foip.members(toy8, tool="A")
    assert "text-align: left; }" in text(foip.save_table(found, tmp_path / "m.html"))
    assert r"\begin{tabular}{llll}" in text(foip.save_table(found, tmp_path / "m.tex"))


def test_in_markdown_every_label_stays_in_its_cell(hostile, tmp_path):
    written = text(foip.save_table(hostile, tmp_path / "t.md"))
    assert [row[0] for row in markdown_rows(written)[1:]] == [label.strip() for label in MARKS]
    assert {len(row) for row in markdown_rows(written)} == {3}
    assert all(literal in written for literal in (r"a\|b", "&lt;b&gt;", r"\$5 to \$6", "R&amp;D"))


def test_in_latex_every_label_is_typeset_as_it_is(hostile, tmp_path):
    written = text(foip.save_table(hostile, tmp_path / "t.tex"))
    rows = [row[0] for row in tex_rows(written)[1:]]
    assert rows == [
        r"\textless{}b\textgreater{}bold\textless{}/b\textgreater{}",
        r"R\&D",
        r"\$5 to \$6",
        r"\_under\_score\_ 5\%",
        r"a\textbar{}b",
        r"=cmd(\textquotedbl{}x\textquotedbl{})",
        "+1",
        "-2",
        "@x",
        r"\#1 \# two",
        r"{[}c] \{d\} \textasciitilde{}e\textasciicircum{}f\textbackslash{}g",
        "＝1",
        r"'quoted' \textquotedbl{}twice\textquotedbl{}",
        "{*}{*}stars{*}{*}",
        r"\{\{m\textasciicircum{}2\}\}",
        "日本語",
    ]


def test_json_and_parquet_hold_labels_as_they_are(hostile, tmp_path):
    held = json.loads(text(foip.save_table(hostile, tmp_path / "t.json")))
    assert [row["tool"] for row in held["data"]] == MARKS
    assert "日本語" in text(tmp_path / "t.json")
    assert pd.read_parquet(foip.save_table(hostile, tmp_path / "t.parquet")).index.tolist() == MARKS


# Files


def test_the_same_table_gives_the_same_bytes_at_another_time(
    shipped, tmp_path, suffix, monkeypatch
):
    table = foip.cross_tab(shipped, "tool", "region", lang="ja", margins=True)
    first = foip.save_table(table, tmp_path / f"a{suffix}").read_bytes()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        time.sleep(1.1 if suffix == ".xlsx" else 0)
        again = foip.cross_tab(shipped, "tool", "region", lang="ja", margins=True)
        assert foip.save_table(again, tmp_path / "deeper" / f"b{suffix}").read_bytes() == first
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_table_that_a_format_cannot_hold_leaves_the_old_file(tmp_path):
    twice = pd.DataFrame([[1, 2]], columns=["a", "a"])
    (tmp_path / "t.json").write_text("old")
    (tmp_path / "t.xlsx").write_text("old")
    with pytest.raises(
        ValueError, match=r"Two columns are called 'a', and \.json needs one name each"
    ):
        foip.save_table(twice, tmp_path / "t.json")
    with pytest.raises(ValueError, match=r"does not go into \.parquet.*Save it as \.csv"):
        foip.save_table(twice, tmp_path / "t.parquet")
    with pytest.raises(ValueError, match=r"Row 2, column 1 is more than an \.xlsx file holds"):
        foip.save_table(pd.DataFrame({"a": ["x" * 40_000]}), tmp_path / "t.xlsx")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"t.json": "old", "t.xlsx": "old"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "t.xls",
            r"'t\.xls' has the suffix '\.xls', which is no format for a table\. Use \.csv, "
            r".*\.json\. Did you mean '\.xlsx'\?",
        ),
        ("t", r"'t' has no suffix, which is no format"),
        ("t.htm", r"Did you mean '\.html'\?"),
    ],
)
def test_an_unknown_suffix_is_refused_with_what_is_allowed(toy8, tmp_path, name, sentence):
    with pytest.raises(ValueError, match=sentence):
        foip.save_table(foip.count(toy8, "tool"), tmp_path / name)


def test_the_suffix_may_be_in_capitals(toy8, tmp_path):
    assert text(foip.save_table(foip.count(toy8, "tool"), tmp_path / "T.CSV")).startswith(
        '\ufeff"tool"'
    )


def test_what_is_no_dataframe_is_refused(toy8, tmp_path):
    with pytest.raises(
        TypeError,
        match=r"This is a Series; a table is a pandas DataFrame\. Make it one with \.to_frame\(\)",
    ):
        foip.save_table(pd.Series([1]), tmp_path / "t.csv")
    line = foip.cross_tab(toy8, "tool", "region").iloc[0]
    for use in (lambda: foip.save_table(line, tmp_path / "t.csv"), lambda: foip.plot(line)):
        with pytest.raises(TypeError, match=r"This is a Series; .* two brackets"):
            use()
    with pytest.raises(TypeError, match="This is a list"):
        foip.save_table([1], tmp_path / "t.csv")


# In a notebook


def test_a_table_is_a_plain_dataframe(shipped):
    for table in (
        foip.count(shipped, "tool"),
        foip.cross_tab(shipped, "tool", "region"),
        foip.cross_tab(shipped, "tool", "region", by="priority"),
    ):
        plain = pd.DataFrame(table.to_numpy(), table.index, table.columns).astype(table.dtypes)
        assert type(table) is pd.DataFrame
        pd.testing.assert_frame_equal(table, plain)
        pd.testing.assert_frame_equal(plain, table)
        assert list(vars(table.copy())) == list(vars(plain))


def test_a_table_shows_its_note_and_a_slice_shows_as_pandas_does(shipped):
    table = foip.cross_tab(shipped, "tool", "region")
    shown = table._repr_html_()
    assert unescape(shown).endswith(f"{foip.about(table).note}<br>{foip.about(table).source}</p>")
    assert shown == foip.cross_tab(shipped, "tool", "region")._repr_html_()
    assert (
        shown.count('<span style="opacity:.35">0</span>') == int((table == 0).to_numpy().sum()) > 0
    )
    for part in (table.head(2), table.copy(), table[["Pacific"]], table * 2):
        assert part._repr_html_() == pd.DataFrame._repr_html_(part)
        assert "Base" not in part._repr_html_()


def test_what_is_shown_is_what_the_table_holds_now(toy8):
    table = foip.count(toy8, "tool")
    table.iloc[0, 0] = 99
    assert "<td>99</td>" in table._repr_html_()
    table.attrs = {}
    assert "<p" not in table._repr_html_()


def test_labels_and_note_are_escaped_where_they_are_shown(hostile):
    told = replace(foip.about(hostile), made={"note": "<script>alert(1)</script> & $x$"})
    attach(hostile, told)
    shown = hostile._repr_html_()
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; $x$" in shown
    assert shown.count("mathjax_ignore") == 2


def test_a_long_table_is_cut_as_pandas_cuts_it(shipped):
    table = foip.cross_tab(shipped, "place", "place")
    with pd.option_context("display.max_columns", 20):
        assert f"{len(table)} rows × {table.shape[1]} columns" in table._repr_html_()
    with pd.option_context("display.notebook_repr_html", False):
        assert table._repr_html_() is None


def test_a_table_does_not_keep_itself_alive(toy8):
    import gc
    import weakref

    gc.disable()
    try:
        kept = weakref.ref(foip.count(toy8, "tool"))
        assert kept() is None
    finally:
        gc.enable()


@pytest.mark.filterwarnings("ignore")
def test_in_jupyter_the_note_stands_under_the_table(tmp_path):
    cells = [
        "import foip_analysis as foip\nfoip.cross_tab(foip.load(), 'tool', 'region', lang='ja')",
        "foip.count(foip.load(), 'tool').head(1)",
    ]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(
        book, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    shown, cut = (cell.outputs[0]["data"]["text/html"] for cell in book.cells)
    assert "取組数（複数該当あり）" in shown.split("</table>")[1]
    assert "opacity" in shown
    assert "Base" not in cut


def test_decimals_are_as_many_as_a_column_needs():
    columns = {
        (1.0, 2.0): 0,
        (1.5, 2.0): 1,
        (0.25, np.nan): 2,
        (1 / 3, 0.0): 3,
        (1e-9, 1.0): 0,
        (np.inf, 0.5): 1,
        (): 0,
    }
    assert {
        numbers: numerals.decimals(pd.Series(numbers, dtype=float)) for numbers in columns
    } == columns


def test_a_terminal_gets_columns_that_line_up_in_japanese(shipped):
    from unicodedata import east_asian_width

    lines = for_terminal(foip.cross_tab(shipped, "tool", "region", lang="ja")).split("\n")
    table = lines[: lines.index("")]
    assert len({sum(2 if east_asian_width(c) in "WF" else 1 for c in line) for line in table}) == 1
    assert lines[-3].startswith("対象：")
    assert lines[-2].startswith("出典：")


@pytest.mark.parametrize(("options", "look"), [({"share": "row"}, "0.0%"), ({}, "General")])
def test_shares_are_percentages_in_excel(shipped, tmp_path, options, look):
    table = foip.cross_tab(shipped, "tool", "region", **options)
    sheet = openpyxl.load_workbook(foip.save_table(table, tmp_path / "t.xlsx")).worksheets[0]
    assert {
        cell.number_format
        for row in sheet.iter_rows(min_row=2, min_col=2)
        for cell in row
        if cell.value is not None
    } == {look}
    counted = openpyxl.load_workbook(
        foip.save_table(foip.count(shipped, "tool"), tmp_path / "c.xlsx")
    ).worksheets[0]
    assert [counted.cell(2, column).number_format for column in (2, 3)] == ["General", "0.0%"]
