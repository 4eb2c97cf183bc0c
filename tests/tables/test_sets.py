"""Sets of codes: each initiative once, in the set of all its codes."""

import re
from collections import Counter

import pandas as pd
import pytest
from conftest import make_dataset, make_frames, named
from hypothesis import given
from hypothesis import strategies as st

import foip_analysis as foip
from foip_analysis.tables import caption

# Eight initiatives, by hand


def test_each_initiative_is_in_one_set(toy8):
    table = foip.combinations(toy8, "tool", lang=None)
    assert table["initiatives"].to_dict() == {
        "A": 1,
        "A + B": 1,
        "A + B + C": 1,
        "A + C": 1,
        "B": 1,
        "B + C": 1,
        "C": 1,
    }
    assert table.columns.tolist() == ["initiatives", "A", "B", "C"]
    assert table.loc["A + C"].tolist() == [1, True, False, True]
    assert (foip.about(table).base, table["initiatives"].sum()) == (7, 7), "number 5 has no tool"


def test_the_largest_come_first_then_codebook_order(toy8):
    table = foip.combinations(toy8, "region", lang=None, none=True)
    assert table["initiatives"].to_dict() == {
        "N": 2,
        "N + S": 1,
        "N + S + E": 1,
        "N + E": 1,
        "S": 1,
        "E": 1,
        "none": 1,
    }
    assert foip.about(table).base == 8
    marks = {
        (mark["part"], mark["row"]): mark["initiatives"] for mark in foip.about(table).more["marks"]
    }
    assert (marks["set", "N"], marks["set", "N+S+E"], marks["set", "none"]) == (
        ["2", "5"],
        ["8"],
        ["6"],
    )
    assert marks["code", "E"] == ["4", "7", "8"]


@pytest.mark.parametrize(
    ("options", "kept"),
    [({"least": 2}, ["N"]), ({"top": 2}, ["N", "N + S"]), ({"top": 2, "none": True}, 3)],
)
def test_what_is_left_out_is_counted(toy8, options, kept):
    table = foip.combinations(toy8, "region", lang=None, **options)
    assert len(table) == kept if isinstance(kept, int) else table.index.tolist() == kept
    left = foip.about(table).base - table["initiatives"].sum()
    assert f"Not shown: {left} sets with {left} initiatives." in foip.about(table).note
    sets = 7 if options.get("none") else 6
    assert f"{len(table)} of {sets} sets shown" in caption.subtitle(table)


def test_one_left_out_is_one(toy8):
    assert (
        "Not shown: 1 set with 1 initiative."
        in foip.about(foip.combinations(toy8, "tool", top=6)).note
    )


def test_a_parent_has_an_initiative_once(toyh):
    table = foip.combinations(toyh, "region", lang=None)
    assert table["initiatives"].to_dict() == {"Europe": 2, "Europe + Asia": 1, "Asia": 1}
    assert foip.combinations(toyh.where(region="Asia"), "region", lang=None).index.tolist() == [
        "Europe + Asia",
        "Asia",
    ]


def test_the_note_says_what_adds_up(shipped):
    table = foip.combinations(shipped, "tool")
    assert table["initiatives"].sum() == foip.about(table).base == 62
    assert "each is in exactly one set and the sets add up to the base" in foip.about(table).note
    assert (
        "合計は対象件数に一致する" in foip.about(foip.combinations(shipped, "tool", lang="ja")).note
    )
    assert "(Region: Pacific)" in caption.subtitle(
        foip.combinations(shipped.where(region="pacific"), "tool")
    )
    assert "（地域：太平洋島しょ国）" in caption.subtitle(
        foip.combinations(shipped.where(region="pacific"), "tool", lang="ja")
    )


# Any dataset


several = st.lists(st.lists(st.sampled_from("ABCDEFGHI"), unique=True).map(" ".join), max_size=12)


@given(several, st.integers(1, 3), st.none() | st.integers(1, 5), st.booleans())
def test_sets_are_those_of_plain_python(drawn, least, top, none):
    codings = {str(n): {"tool": codes} for n, codes in enumerate(drawn)}
    dataset = foip.Dataset(**make_frames(codings, {"tool": "A B C D E F G H I"}))
    table = foip.combinations(dataset, "tool", lang=None, least=least, top=top, none=none)
    naive = Counter(" + ".join(sorted(codes.split())) for codes in drawn)
    without = naive.pop("", 0)
    ranked = sorted(
        ((size, name) for name, size in naive.items() if size >= least),
        key=lambda pair: (-pair[0], pair[1].split(" + ")),
    )
    expected = {name: size for size, name in ranked[:top]} | (
        {"none": without} if none and without else {}
    )
    assert table["initiatives"].to_dict() == expected
    assert list(table["initiatives"].to_dict()) == list(expected)
    assert foip.about(table).base == sum(naive.values()) + (without if none else 0)
    for mark in foip.about(table).more["marks"]:
        assert mark["value"] == len(mark["initiatives"])
    kept = [name for name in expected if name != "none"]
    assert table.columns.tolist()[1:] == sorted(
        {code for name in kept for code in name.split(" + ")}
    )
    assert all(
        table.loc[name, code] == (code in name) for name in kept for code in table.columns[1:]
    )


# The finding


def finding(tmp_path, codings: dict, lang: str = "en", **options) -> str:
    return caption.finding(
        foip.combinations(
            make_dataset(tmp_path, codings, {"tool": "A B C"}), "tool", lang=lang, **options
        )
    )


def toolset(*sets: str) -> dict:
    return {str(n): {"tool": codes} for n, codes in enumerate(sets)}


@pytest.mark.parametrize(
    ("sets", "english", "japanese"),
    [  # what is named and counted, in the order in which it is told
        (["A", "A", "A", "B C"], "1 4 B C", "4 1 B C"),
        (["A B", "A B", "C", "A"], "2 4 A B", "A B 4 2"),
        (["A", "A B"], "1 2 A A B", "A A B 2 1"),
        (["A B", "A C", "B C"], "3 1 3", "3 3 1"),
        (["A", "B"], "tool", "tool"),
        ([""], "tool", "tool"),
    ],
)
def test_the_finding_is_computed(tmp_path, sets, english, japanese):
    codings = toolset(*sets)
    codings = codings | {"x": {}} if sets == [""] else codings
    for lang, parts in (("en", english.split()), ("ja", japanese.split())):
        said = finding(tmp_path, codings, lang=lang).replace("tool ", "")  # of its labels
        assert named(said, parts) == parts
        assert re.findall(r"\d+%?|(?<!\w)[ABC](?!\w)", said) == [p for p in parts if p != "tool"]


def test_a_set_that_is_not_shown_is_not_named(tmp_path):
    assert (
        finding(tmp_path, toolset("A", "A", "A", "B C"), top=1)
        == "1 of 4 initiatives has more than one tool"
    )


@pytest.mark.parametrize(
    "options", [{"least": 0}, {"top": 0}, {"top": 1.5}, {"least": None}, {"least": True}]
)
def test_a_number_that_is_none_is_refused(shipped, options):
    with pytest.raises(ValueError, match=r"It is a whole number, 1 or more\."):
        foip.combinations(shipped, "tool", **options)


def test_unknown_dimensions_and_languages_are_refused(shipped):
    with pytest.raises(ValueError, match="Did you mean 'tool'"):
        foip.combinations(shipped, "tools")
    with pytest.raises(ValueError, match="lang is 'fr'"):
        foip.combinations(shipped, "tool", lang="fr")


def test_the_call_makes_the_same_table(shipped):
    table = foip.combinations(
        shipped.where(region="pacific").stated(), "tool", top=3, none=True, lang=None
    )
    again = eval(foip.about(table).call, {"foip": foip, "dataset": shipped})
    pd.testing.assert_frame_equal(again, table)
    assert again.attrs == table.attrs
