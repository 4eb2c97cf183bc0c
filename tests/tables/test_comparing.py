"""``compare`` tells every decision and every cell that differs between two versions, and no other;
the changelog tells every number that a new version of the data moved.
"""

import json
import re
from dataclasses import replace

import pandas as pd
import pytest
from conftest import ROOT, make_frames
from hypothesis import given, settings
from hypothesis import strategies as st

import foip_analysis as foip
from foip_analysis.charts.dots import plot_dots
from foip_analysis.tables.comparing import numbers

BOOK = {"tool": "a b c", "region": "n s"}
OLD = {"1": {"tool": "a b", "region": "n"}, "2": {"tool": "a", "region": "n"}, "3": {"tool": "c"}}
NEW = {
    "1": {"tool": "b", "region": "n"},
    "2": {"tool": "c", "region": "n s"},
    "4": {"tool": "c", "region": "s"},
}


def version(codings, book=BOOK):
    return foip.Dataset(**make_frames(codings, book))


def former():
    return foip.load(ROOT / "data" / "former" / "1.0.0")


def test_decisions_by_hand():
    found = foip.compare(version(OLD), version(NEW), lang=None)
    assert found[["change", "initiative_id", "dimension", "old", "new"]].values.tolist() == [
        ["initiative added", "4", "", "", found.loc[0, "new"]],
        ["initiative dropped", "3", "", found.loc[1, "old"], ""],
        ["coding dropped", "1", "tool", "a", ""],
        ["recoded", "2", "tool", "a", "c"],
        ["coding added", "2", "region", "", "s"],
    ]
    assert found.loc[0, "new"]
    assert found.loc[1, "old"]


def test_cells_by_hand():
    """a: 1, 2 → none; b: 1 → 1; c: 3 → 2, 4. With regions, 3 has none."""
    one_way = foip.compare(version(OLD), version(NEW), "tool", lang=None)
    assert one_way.to_dict("index") == {
        "a": {"old": 2, "new": 0, "change": -2},
        "c": {"old": 1, "new": 2, "change": 1},
    }
    crossed = foip.compare(version(OLD), version(NEW), "tool", "region", lang=None)
    assert crossed["change"].to_dict() == {
        "a × n": -2,
        "c × n": 1,
        "c × s": 2,
        "c × none": -1,
    }


def test_a_code_or_dimension_that_one_version_does_not_have_counts_zero():
    old = version({"1": {"tool": "a"}}, {"tool": "a"})
    new = version({"1": {"tool": "d", "sector": "x"}}, {"tool": "d", "sector": "x"})
    assert foip.compare(old, new, "tool", lang=None)["change"].to_dict() == {"d": 1, "a": -1}
    assert foip.compare(old, new, "sector", lang=None)["change"].to_dict() == {"x": 1}
    assert foip.compare(new, old, "sector", lang=None)["change"].to_dict() == {"x": -1}
    with pytest.raises(ValueError, match="There is no dimension 'secto'"):
        foip.compare(old, new, "secto")
    with pytest.raises(ValueError, match=r"columns= is given without rows="):
        foip.compare(old, new, columns="tool")


def test_a_basis_that_turned_is_told_and_a_position_is_as_good_as_stated():
    stated, inferred = version({"1": {"tool": "a"}}), version({"1": {"tool": "a?"}})
    found = foip.compare(stated, inferred, lang=None)
    assert found[["change", "old", "new"]].values.tolist() == [
        ["basis", "a: stated", "a: inferred"]
    ]
    position = replace(stated, codings=stated.codings.assign(basis="position"))
    assert foip.compare(stated, position).empty


some_codings = st.dictionaries(
    st.sampled_from("123456"),
    st.fixed_dictionaries(
        {"tool": st.sets(st.sampled_from("abc")).map(sorted).map(" ".join)},
        optional={"region": st.sampled_from(["n", "s", "n s"])},
    ),
    min_size=1,
)


@settings(max_examples=15)
@given(old=some_codings, new=some_codings)
def test_moved_cells_are_those_of_the_two_tables(old, new):
    both = version(old), version(new)
    assert foip.compare(both[0], both[0]).empty
    assert foip.compare(both[0], both[0], "tool", "region").empty
    tables = [foip.cross_tab(each, "tool", "region", none=True, lang=None) for each in both]
    moved = foip.compare(*both, "tool", "region", lang=None)["change"]
    for row in tables[0].index:
        for column in tables[0].columns:
            change = tables[1].loc[row, column] - tables[0].loc[row, column]
            assert moved.get(f"{row} × {column}", 0) == change
    back = foip.compare(*both[::-1], "tool", "region", lang=None)["change"]
    assert (back == -moved).all()
    told = foip.compare(*both, lang=None)
    coded = [
        {i: {k: v for k, v in codes.items() if v} for i, codes in each.items()}
        for each in (old, new)
    ]
    differ = {i for i in {*old, *new} if coded[0].get(i) != coded[1].get(i)}
    assert {*told["initiative_id"]} == differ


def test_it_takes_folders_and_says_what_it_compares_in_both_languages():
    folder = ROOT / "data" / "former" / "1.0.0"
    for lang in ("en", "ja"):
        found = foip.compare(folder, foip.load(), "status", lang=lang)
        assert {"1.0.0", foip.load().version} <= set(
            re.findall(r"\d\.\d\.\d", foip.about(found).note)
        )
        assert foip.about(found).note[:20] in found._repr_html_()
        assert foip.about(foip.compare(folder, foip.load(), lang=lang)).note
        title = plot_dots(found).foip["title"]
        assert "33 → 25" in title
    with pytest.raises(ValueError, match="no rows"):
        plot_dots(foip.compare(foip.load(), foip.load(), "tool"))


def test_the_shell_gives_the_same(capsys):
    from foip_analysis.cli.shell import main

    folders = [str(ROOT / "data" / "former" / "1.0.0"), str(ROOT / "data")]
    assert (
        main(["compare", *folders, "--rows", "status", "--format", "json", "--lang", "none"]) == 0
    )
    assert "-8" in json.dumps(json.loads(capsys.readouterr().out))
    assert main(["compare", *folders, "--numbers"]) == 0
    assert capsys.readouterr().out.splitlines() == numbers(*folders)
    assert main(["compare", *folders, "--numbers", "--rows", "tool"]) == 2


def test_numbers_name_every_count_that_moved():
    moves = [
        "tool a 2 → 0, tool c 1 → 2.",
        "region s 0 → 2, None stated 1 → 0.",
    ]
    lines = numbers(version(OLD), version(NEW))
    assert [line.partition(": ")[2] for line in lines] == [
        "codings 6 → 7.",
        *(move for move in moves for _ in ("all", "stated")),
    ]
    assert len(set(lines)) == len(lines)


def test_the_changelog_tells_every_number_that_the_data_moved():
    """Made by ``foip compare data/former/1.0.0 data --numbers``."""
    shipped = foip.load()
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = changelog.partition(f"### Numbers (data {shipped.version})")[2].partition("\n### ")[0]
    moved = numbers(former(), shipped)
    assert moved
    assert [line for line in moved if line not in section.splitlines()] == []


def test_the_table_of_differences_is_of_the_data_as_it_is():
    """Made anew by ``python -m foip_analysis.cli.differences``."""
    from foip_analysis.cli.differences import differences

    path = ROOT / "data" / "reliability" / "differences.csv"
    kept = pd.read_csv(path, dtype=str, keep_default_na=False)
    pd.testing.assert_frame_equal(differences().astype(object), kept.astype(object))
    assert (kept["reason"] != "").all()
