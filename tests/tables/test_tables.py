"""Every number of a table has one written meaning; here each is counted by hand, and again by
another way.

Tables are written as ``{row: "cells"}``: the two small datasets stand in ``conftest.py``.
"""

from functools import partial
from itertools import combinations, combinations_with_replacement, product

import numpy as np
import pandas as pd
import pytest
from conftest import exact, make_dataset, make_frames
from hypothesis import given, settings
from hypothesis import strategies as st

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.tables import axes

tab = partial(foip.cross_tab, lang=None)
one_way = partial(foip.count, lang=None)

# Eight initiatives, by hand: cells, margins, bases


def test_a_cell_is_the_distinct_initiatives_with_both_codes(toy8):
    table = tab(toy8, "tool", "region")
    assert exact(table) == {"A": "3 1 2", "B": "2 3 2", "C": "1 1 2"}
    assert table.columns.tolist() == ["N", "S", "E"]
    assert (table.index.name, table.columns.name) == ("tool", "region")
    assert (table.dtypes == np.int64).all()


def test_a_margin_is_a_distinct_count_and_never_the_sum_of_pairs(toy8):
    table = tab(toy8, "tool", "region", margins=True)
    assert exact(table) == {"A": "3 1 2 4", "B": "2 3 2 4", "C": "1 1 2 3", "all": "4 3 3 6"}
    assert table.columns[-1] == "all"
    pairs = tab(toy8, "tool", "region").sum(axis=1)
    assert exact(pairs) == {"A": "6", "B": "7", "C": "4"}
    assert (pairs != table["all"][:-1]).all()


def test_the_base_is_the_initiatives_with_both_dimensions(toy8):
    table = tab(toy8, "tool", "region")
    assert (foip.about(table).base, foip.about(table).total) == (6, 8)
    assert foip.about(table).note.startswith(
        "Base: 6 of 8 initiatives, those with tool and region. Distinct initiatives;"
    )


def test_a_one_way_count_is_the_distinct_initiatives_with_a_code(toy8):
    assert exact(one_way(toy8, "tool")) == {"A": "4 4/7", "B": "4 4/7", "C": "4 4/7"}
    assert exact(one_way(toy8, "region", margins=True)) == {
        "N": "5 5/7",
        "S": "3 3/7",
        "E": "3 3/7",
        "all": "7 1",
    }
    assert exact(one_way(toy8, "region", margins=True, none=True)) == {
        "N": "5 5/8",
        "S": "3 3/8",
        "E": "3 3/8",
        "none": "1 1/8",
        "all": "8 1",
    }
    assert one_way(toy8, "tool")["initiatives"].dtype == np.int64


def test_with_none_stated_every_initiative_is_in_the_table(toy8):
    table = tab(toy8, "tool", "region", none=True, margins=True)
    rows = {
        "A": "3 1 2 0 4",
        "B": "2 3 2 0 4",
        "C": "1 1 2 1 4",
        "none": "1 0 0 0 1",
        "all": "5 3 3 1 8",
    }
    assert exact(table) == rows
    assert table.columns.tolist() == ["N", "S", "E", "none", "all"]
    assert foip.about(table).base == 8
    assert "8 of 8 initiatives, every initiative" in foip.about(table).note


def test_a_dimension_with_itself_gives_co_occurrence(toy8):
    table = tab(toy8, "tool", "tool", margins=True)
    assert exact(table) == {"A": "4 2 2 4", "B": "2 4 2 4", "C": "2 2 4 4", "all": "4 4 4 7"}
    assert exact(tab(toy8, "tool", "tool", none=True))["none"] == "0 0 0 1"
    assert "those with tool." in foip.about(table).note


# Shares


@pytest.mark.parametrize(
    ("share", "of", "expected"),
    [
        ("row", "initiatives", {"A": "3/4 1/4 1/2", "B": "1/2 3/4 1/2", "C": "1/3 1/3 2/3"}),
        ("column", "initiatives", {"A": "3/4 1/3 2/3", "B": "1/2 1 2/3", "C": "1/4 1/3 2/3"}),
        ("table", "initiatives", {"A": "1/2 1/6 1/3", "B": "1/3 1/2 1/3", "C": "1/6 1/6 1/3"}),
        ("row", "pairs", {"A": "1/2 1/6 1/3", "B": "2/7 3/7 2/7", "C": "1/4 1/4 1/2"}),
        ("column", "pairs", {"A": "1/2 1/5 1/3", "B": "1/3 3/5 1/3", "C": "1/6 1/5 1/3"}),
        ("table", "pairs", {"A": "3/17 1/17 2/17", "B": "2/17 3/17 2/17", "C": "1/17 1/17 2/17"}),
    ],
)
def test_a_share_is_the_cell_over_the_base_of_its_side(toy8, share, of, expected):
    assert exact(tab(toy8, "tool", "region", share=share, of=of)) == expected


def test_margins_of_shares(toy8):
    row = tab(toy8, "tool", "region", share="row", margins=True)
    assert exact(row) == {
        "A": "3/4 1/4 1/2 1",
        "B": "1/2 3/4 1/2 1",
        "C": "1/3 1/3 2/3 1",
        "all": "2/3 1/2 1/2 1",
    }
    pairs = tab(toy8, "tool", "region", share="row", of="pairs", margins=True)
    assert exact(pairs) == {
        "A": "1/2 1/6 1/3 1",
        "B": "2/7 3/7 2/7 1",
        "C": "1/4 1/4 1/2 1",
        "all": "6/17 5/17 6/17 1",
    }


def test_shares_with_none_stated_have_one_way_bases(toy8):
    expected = {
        "A": "3/4 1/4 1/2 0",
        "B": "1/2 3/4 1/2 0",
        "C": "1/4 1/4 1/2 1/4",
        "none": "1 0 0 0",
    }
    assert exact(tab(toy8, "tool", "region", share="row", none=True)) == expected


def test_the_note_says_what_a_share_is_of(toy8):
    assert (
        "Shares: cell ÷ the base of its row; they can add up to more than 100%."
        in foip.about(tab(toy8, "tool", "region", share="row")).note
    )
    pairs = foip.about(tab(toy8, "tool", "region", share="column", of="pairs")).note
    assert (
        "Shares of pairs: cell ÷ the sum of the column's cells; pairs are not initiatives." in pairs
    )
    assert "100%" not in pairs


def test_a_share_of_nothing_is_not_a_number(toyh):
    shares = tab(toyh.where(tool="A"), "place", "region", share="row")
    assert shares.loc["KR"].isna().all()
    assert shares.drop(index=["KR", "CN"]).notna().all(axis=None)


# Fractions


def test_fractions_split_each_initiative_over_its_pairs_and_add_up_to_the_base(toy8):
    table = tab(toy8, "tool", "region", count="fractional", margins=True)
    rows = {
        "A": "3/2 1/4 7/12 7/3",
        "B": "7/12 13/12 2/3 7/3",
        "C": "1/4 1/2 7/12 4/3",
        "all": "7/3 11/6 11/6 6",
    }
    assert exact(table) == rows
    assert foip.about(table).base == 6


def test_fractions_with_none_stated_add_up_to_every_initiative(toy8):
    table = tab(toy8, "tool", "region", count="fractional", none=True, margins=True)
    assert exact(table)["none"] == "1 0 0 0 1"
    assert exact(table)["all"] == "10/3 11/6 11/6 1 8"


def test_fractions_of_one_side(toy8):
    by_region = pd.DataFrame(
        {t: one_way(toy8.where(tool=t), "region", count="fractional")["initiatives"] for t in "ABC"}
    ).T
    assert exact(by_region) == {"A": "2 1/2 3/2", "B": "5/6 11/6 4/3", "C": "1/2 1 3/2"}
    by_tool = pd.DataFrame(
        {r: one_way(toy8.where(region=r), "tool", count="fractional")["initiatives"] for r in "NSE"}
    )
    assert exact(by_tool) == {"A": "2 1/2 5/6", "B": "3/2 2 4/3", "C": "1/2 1/2 5/6"}


def test_one_way_fractions(toy8):
    assert exact(one_way(toy8, "region", count="fractional")) == {
        "N": "10/3 10/21",
        "S": "11/6 11/42",
        "E": "11/6 11/42",
    }


def test_shares_of_fractions_add_up_to_one(toy8):
    table = tab(toy8, "tool", "region", count="fractional", share="row")
    assert exact(table) == {"A": "9/14 3/28 1/4", "B": "1/4 13/28 2/7", "C": "3/16 3/8 7/16"}
    assert table.sum(axis=1).tolist() == pytest.approx([1, 1, 1])
    assert "more than" not in foip.about(table).note


# Weights


def test_a_weighted_cell_adds_up_a_column_over_its_initiatives(toy8):
    table = tab(toy8, "tool", "region", weight="weight", margins=True)
    assert exact(table) == {
        "A": "9/2 1 7/2 13/2",
        "B": "2 5/2 3 9/2",
        "C": "3/2 1/2 7/2 4",
        "all": "11/2 5/2 9/2 8",
    }
    assert foip.about(table).base == 8
    assert (
        "Base: 8 of 'weight', those with tool and region. Cells add up 'weight'"
        in foip.about(table).note
    )
    assert exact(one_way(toy8, "tool", weight="weight")) == {
        "A": "13/2 13/18",
        "B": "9/2 1/2",
        "C": "5 5/9",
    }


def test_a_weighted_fraction_splits_the_weight(toy8):
    table = tab(toy8, "tool", "region", count="fractional", weight="weight", margins=True)
    assert exact(table)["A"] == "21/8 1/4 25/24 47/12"
    assert exact(table)["all"].endswith(" 8")
    assert "each initiative gives its 'weight'" in foip.about(table).note


def test_a_weight_of_one_is_a_count(toy8):
    weighted = foip.Dataset(**make_frames_of(toy8, toy8.initiatives.assign(one=1)))
    assert exact(tab(weighted, "tool", "region", weight="one", none=True)) == exact(
        tab(toy8, "tool", "region", none=True)
    )


def test_weights_of_nothing_and_below_are_told(toy8):
    weights = [0, 0, -3, *[1] * (len(toy8.initiatives) - 3)]
    some = foip.Dataset(**make_frames_of(toy8, toy8.initiatives.assign(some=weights)))
    note = foip.about(tab(some, "tool", "region", weight="some")).note
    assert "2 initiatives have 'some' 0" in note
    assert "1 initiative has 'some' below 0" in note
    none = foip.Dataset(**make_frames_of(toy8, toy8.initiatives.assign(none=0)))
    assert tab(none, "tool", "region", weight="none", share="row").isna().all(axis=None)


def test_a_weight_with_blanks_is_refused_with_the_initiatives(tmp_path):
    dataset = make_dataset(
        tmp_path,
        {"1": {"tool": "A"}, "2": {}, "3": {"tool": "A"}},
        {"tool": "A"},
        {"budget": [5, "", ""]},
    )
    with pytest.raises(
        ValueError,
        match=r"The weight 'budget' is blank or infinite for: 2, 3\. Fill it, or leave them out\.",
    ):
        foip.count(dataset, "tool", weight="budget")


def test_a_large_base_is_not_rounded(toy8):
    rich = foip.Dataset(**make_frames_of(toy8, toy8.initiatives.assign(yen=1234567)))
    assert "Base: 8641969 of 'yen'" in foip.about(one_way(rich, "tool", weight="yen")).note


# Roll-up


def test_two_places_of_one_region_count_once_there(toyh):
    table = tab(toyh, "tool", "region", margins=True)
    assert exact(table) == {"A": "3 1 3", "B": "1 2 2", "all": "3 2 4"}


def test_adding_places_up_to_regions_would_be_wrong(toyh):
    places = tab(toyh, "tool", "place")
    assert exact(places) == {"A": "2 2 1 0 0", "B": "1 0 2 1 1"}
    summed = (
        places.T.groupby(places.columns.map(book.parents(toyh.codebook, "place")), sort=False)
        .sum()
        .T
    )
    assert exact(summed) == {"A": "4 1", "B": "1 4"}
    assert exact(summed) != exact(tab(toyh, "tool", "region"))


def test_a_parent_is_counted_like_any_dimension(toyh):
    assert one_way(toyh, "region")["initiatives"].to_dict() == {"Europe": 3, "Asia": 2}
    assert exact(tab(toyh, "place", "region")) == {
        "FR": "2 1",
        "DE": "2 0",
        "JP": "1 2",
        "KR": "0 1",
        "CN": "0 1",
    }
    assert exact(tab(toyh, "region", "region")) == {"Europe": "3 1", "Asia": "1 2"}


# Selections and members


def test_members_are_the_initiatives_behind_a_cell(toy8):
    found = foip.members(toy8, tool="C", region="E")
    assert found["initiative_id"].tolist() == ["4", "7"]
    assert found["name"].tolist() == ["Initiative 4", "Initiative 7"]
    assert found["locators"].tolist() == ["text.4", "text.7"]
    assert found["words"].tolist() == [
        f"tool: word {i} [text.{i}]; region: word {i} [text.{i}]" for i in "47"
    ]


def test_members_of_a_parent_show_the_places_that_decided(toyh):
    codings = foip.members(toyh, region="Asia", per="coding")
    assert list(zip(codings["initiative_id"], codings["code"], strict=True)) == [
        ("2", "JP"),
        ("3", "JP"),
        ("3", "KR"),
        ("3", "CN"),
    ]


def test_members_of_an_empty_cell_are_none(toyh):
    for per, column in (("initiative", "words"), ("coding", "locator")):
        found = foip.members(toyh, tool="A", place="CN", per=per)
        assert len(found) == 0
        assert column in found


def test_none_stated_has_members(toy8):
    assert foip.members(toy8, tool="none")["initiative_id"].tolist() == ["5"]
    assert foip.members(toy8, tool=["none", "A"], region="N")["initiative_id"].tolist() == [
        "1",
        "2",
        "4",
        "5",
    ]
    every = foip.members(toy8)
    assert len(every) == 8
    coded = toy8.initiatives["initiative_id"].isin(toy8.codings["initiative_id"])
    assert (every["words"] != "").tolist() == coded.tolist()


def test_where_keeps_initiatives_with_any_of_a_list_and_all_of_the_dimensions(toy8):
    assert toy8.where(tool=["A", "C"], region="E").initiatives["initiative_id"].tolist() == [
        "4",
        "7",
    ]
    assert exact(tab(toy8.where(region="S"), "tool", "region")) == {
        "A": "1 1 0",
        "B": "2 3 1",
        "C": "0 1 0",
    }


def test_a_selection_is_told_in_the_note(toy8):
    note = foip.about(foip.count(toy8.where(region=["S", "E"]), "tool")).note
    assert note.startswith(
        "Base (region: region S or region E): 5 of 5 initiatives, those with tool."
    )


def test_a_selection_may_be_empty_and_select_again(toyh):
    nothing = toyh.where(tool="A", place="CN").where(tool="B").where(region="none")
    assert exact(tab(nothing, "tool", "region", none=True, margins=True)) == dict.fromkeys(
        ["A", "B", "none", "all"], "0 0 0 0"
    )
    assert exact(tab(nothing, "tool", "region", by="region")) == {
        (r, t): "0 0" for r in ("Europe", "Asia") for t in "AB"
    }
    assert len(foip.members(nothing, tool="A")) == len(foip.members(nothing)) == 0
    assert len(toyh.where(tool=[]).initiatives) == 0


def test_stated_drops_inferred_codings_and_keeps_every_initiative():
    codings = {"1": {"tool": "A B?", "place": "FR?"}, "2": {"tool": "A?", "place": "FR JP?"}}
    dataset = foip.Dataset(
        **make_frames(
            codings, {"tool": "A B", "region": "Europe Asia", "place": "FR<Europe JP<Asia"}
        )
    )
    assert exact(tab(dataset, "tool", "region", none=True, margins=True)) == {
        "A": "2 1 0 2",
        "B": "1 0 0 1",
        "none": "0 0 0 0",
        "all": "2 1 0 2",
    }
    stated = dataset.stated()
    assert exact(tab(stated, "tool", "region", none=True, margins=True)) == {
        "A": "0 0 1 1",
        "B": "0 0 0 0",
        "none": "1 0 0 1",
        "all": "1 0 1 2",
    }
    assert len(stated.initiatives) == 2
    assert "stated codings only" in foip.about(foip.count(stated, "tool")).note
    assert foip.members(stated, place="FR")["initiative_id"].tolist() == ["2"]


def test_a_code_stated_in_one_place_and_inferred_in_another_is_stated():
    frames = make_frames({"1": {"tool": "A?"}, "2": {"tool": "A?"}}, {"tool": "A"})
    stated = frames["codings"].iloc[:1].assign(basis="stated", locator="text.2")
    dataset = foip.Dataset(**frames | {"codings": pd.concat([frames["codings"], stated])})
    assert foip.members(dataset.stated(), tool="A")["initiative_id"].tolist() == ["1"]


# Labels, order, which codes are shown


def test_labels_come_in_two_languages_or_as_bare_codes(shipped):
    options = {"none": True, "margins": True, "top": {"tool": 2}}
    labels = {
        lang: foip.cross_tab(shipped, "tool", "region", lang=lang, **options)
        for lang in ("en", "ja", None)
    }
    assert labels["en"].index[-3:].tolist() == ["Other", "None stated", "All"]
    assert labels["ja"].index[-3:].tolist() == ["その他", "記載なし", "全体"]
    assert labels[None].index[-3:].tolist() == ["other", "none", "all"]
    assert [table.columns[2] for table in labels.values()] == [
        "Pacific",
        "太平洋島しょ国",
        "pacific",
    ]
    assert [table.index.name for table in labels.values()] == ["Tool", "手段", "tool"]
    assert (
        labels["en"].to_numpy().tolist()
        == labels["ja"].to_numpy().tolist()
        == labels[None].to_numpy().tolist()
    )


def test_codes_are_all_or_those_present_or_a_list_in_its_order(tmp_path):
    dataset = make_dataset(
        tmp_path,
        {"1": {"tool": "B", "place": "X Y"}, "2": {"tool": "D", "place": "Y"}},
        {"tool": "D C B A", "place": "X Y"},
    )
    shown = {"all": ["D", "C", "B", "A"], "present": ["D", "B"]}
    assert {
        codes: tab(dataset, "tool", "place", codes=codes).index.tolist() for codes in shown
    } == shown
    chosen = tab(dataset, "tool", "place", codes={"tool": ["A", "B"]}, margins=True)
    assert exact(chosen) == {"A": "0 0 0", "B": "1 1 1", "all": "1 2 2"}, (
        "codes not shown stay in the margins"
    )
    assert foip.about(chosen).base == 2
    assert exact(tab(dataset, "tool", "place", codes={"tool": "B"})) == {"B": "1 1"}


@pytest.mark.parametrize(
    ("codes", "remedy"),
    [
        ("ASEAN", r"codes=\{'place': \['asean'\]\}"),
        (["Thailand", "viet nam"], r"codes=\{'place': \['THA', 'VNM'\]\}"),
        ("Pacific", r"where\(region='pacific'\)"),
        (["p3", "p1"], r"where\(priority=\['p3', 'p1'\]\)"),
        ({"region": ["pacific"]}, r"no side of this table.*where\(region="),
        ("presnet", "Did you mean 'present'"),
    ],
)
def test_codes_that_were_given_without_their_dimension_are_told_how(shipped, codes, remedy):
    with pytest.raises(ValueError, match=remedy):
        foip.count(shipped, "place", codes=codes)


def test_an_empty_choice_of_codes_gives_an_empty_table(toy8):
    assert tab(toy8, "tool", "region", codes={"tool": []}).shape == (0, 3)


def test_order_by_size_puts_the_largest_first_and_equals_in_codebook_order(toyh):
    assert one_way(toyh, "place", order="size")["initiatives"].to_dict() == {
        "FR": 2,
        "DE": 2,
        "JP": 2,
        "KR": 1,
        "CN": 1,
    }
    table = tab(toyh.where(tool="B"), "place", "region", order="size")
    assert table.index.tolist() == ["JP", "FR", "KR", "CN", "DE"]
    assert table.columns.tolist() == ["Asia", "Europe"]


def test_size_is_the_margin_of_the_table():
    frames = make_frames(
        {"1": {"tool": "A"}, "2": {"tool": "A"}, "3": {"tool": "B", "region": "N"}},
        {"tool": "A B", "region": "N"},
    )
    dataset = foip.Dataset(**frames)
    assert one_way(dataset, "tool", order="size").index.tolist() == ["A", "B"]
    assert tab(dataset, "tool", "region", order="size").index.tolist() == ["B", "A"]
    kept = tab(dataset, "tool", "region", order="size", none=True, top={"tool": 1})
    assert kept.index.tolist() == ["A", "other", "none"]


def test_size_is_measured_as_the_table_counts(toy8):
    assert one_way(toy8, "tool", order="size", weight="weight").index.tolist() == ["A", "C", "B"]
    assert one_way(toy8, "tool", top=1, weight="weight").index.tolist() == ["A", "other"]
    frames = make_frames(
        {"1": {"tool": "A B"}, "2": {"tool": "A B"}, "3": {"tool": "C"}}, {"tool": "A C B"}
    )
    dataset = foip.Dataset(
        **frames
        | {
            "codings": frames["codings"][
                lambda c: ~((c["initiative_id"] == "2") & (c["code"] == "A"))
            ]
        }
    )
    sizes = one_way(dataset, "tool", order="size", count="fractional")["initiatives"]
    assert sizes.to_dict() == {"B": 1.5, "C": 1.0, "A": 0.5}


def test_top_rolls_the_rest_into_a_distinct_count(toy8):
    assert exact(one_way(toy8, "region", top=1)["initiatives"]) == {"N": "5", "other": "5"}, (
        "8 has S and E, and counts once"
    )
    table = tab(toy8, "tool", "region", top={"region": 1}, margins=True)
    assert table.columns.tolist() == ["N", "other", "all"]
    assert exact(table) == {"A": "3 3 4", "B": "2 4 4", "C": "1 3 3", "all": "4 5 6"}


def test_top_adds_up_what_may_be_added(toy8):
    fractions = tab(toy8, "tool", "region", top={"region": 1}, count="fractional")
    assert exact(fractions) == {"A": "3/2 5/6", "B": "7/12 7/4", "C": "1/4 13/12"}
    pairs = tab(toy8, "tool", "region", top={"region": 1}, share="row", of="pairs")
    assert exact(pairs) == {"A": "1/2 1/2", "B": "2/7 5/7", "C": "1/4 3/4"}


def test_top_of_as_many_as_there_are_rolls_nothing_up(toy8):
    assert exact(tab(toy8, "tool", "region", top=3)) == exact(tab(toy8, "tool", "region"))


# Layers


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"margins": True, "none": True},
        {"share": "column"},
        {"count": "fractional", "margins": True},
        {"weight": "weight"},
    ],
)
def test_a_layer_is_the_table_of_its_selection(toy8, options):
    layers = tab(toy8, "tool", "region", by="region", **options)
    outer = ["N", "S", "E", *["none"] * options.get("none", False)]
    assert layers.index.get_level_values(0).unique().tolist() == outer
    for code in outer:
        alone = tab(toy8.where(region=code), "tool", "region", **options)
        pd.testing.assert_frame_equal(layers.loc[code], alone)
        assert foip.about(layers).base[code] == foip.about(alone).base
        assert foip.about(layers).cells[code] == foip.about(alone).cells


def test_the_note_of_layers_names_every_base(toy8):
    assert (
        "Base of each layer: region N 4, region S 3, region E 3."
        in foip.about(foip.cross_tab(toy8, "tool", "region", by="region")).note
    )


def test_layers_of_one_label_stay_apart():
    frames = make_frames(
        {"1": {"tool": "A", "place": "X"}, "2": {"tool": "B", "place": "Y"}},
        {"tool": "A B", "place": "X Y"},
    )
    frames["codebook"]["label_en"] = ["A", "B", "Same", "Same"]
    layers = foip.cross_tab(foip.Dataset(**frames), "tool", "tool", by="place")
    assert layers.to_numpy().tolist() == [[1, 0], [0, 0], [0, 0], [0, 1]]


# What is refused, in sentences


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"count": "initiative"},
            r"count is 'initiative'. It is 'initiatives', 'fractional'. Did you mean "
            r"'initiatives'\?",
        ),
        (
            {"share": "rows"},
            r"share is 'rows'. It is 'row', 'column', 'table' or None. Did you mean 'row'\?",
        ),
        ({"of": "pair"}, r"of is 'pair'. It is 'initiatives', 'pairs'. Did you mean 'pairs'\?"),
        ({"order": "sise"}, r"order is 'sise'. It is 'codebook', 'size'. Did you mean 'size'\?"),
        ({"lang": "jp"}, "lang is 'jp'. It is 'en' \\(English\\), 'ja' \\(Japanese\\) or None"),
        (
            {"of": "pairs", "count": "fractional", "share": "row"},
            "of='pairs' counts pairs, and count='fractional' splits them. Choose one",
        ),
        (
            {"weight": "wieght"},
            "weight is 'wieght', which is no numeric column of the initiatives. Numeric "
            "columns: weight.",
        ),
        ({"weight": "name_en"}, "weight is 'name_en', which is no numeric column"),
        (
            {"codes": "presant"},
            r"codes is 'presant'. It is 'all', 'present' or a dictionary such as \{'tool': "
            r"\['A'\]\}",
        ),
        (
            {"codes": {"tol": ["A"]}},
            r"There is no dimension 'tol'. The dimensions are: tool, region. Did you mean 'tool'\?",
        ),
        ({"codes": {"tool": ["D"]}}, "'D' is not a code of 'tool'. Allowed: A, B, C."),
        ({"codes": {"tool": 5}}, "tool is 5. Pass a code or a list of codes."),
        ({"top": 0}, "top is 0. It is a whole number, 1 or more."),
        ({"top": "two"}, "top is 'two'. It is a whole number, 1 or more."),
        ({"top": {"regions": 1}}, r"There is no dimension 'regions'. .* Did you mean 'region'\?"),
        ({"by": "regoin"}, r"There is no dimension 'regoin'. .* Did you mean 'region'\?"),
        (
            {"by": "region", "codes": {"region": []}},
            "by is 'region', of which no code is left to show.",
        ),
    ],
)
def test_a_wrong_option_is_refused_in_a_sentence(toy8, options, words):
    with pytest.raises(ValueError, match=words):
        foip.cross_tab(toy8, "tool", "region", **options)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (
            {"tol": "A"},
            r"There is no dimension 'tol'. The dimensions are: tool, region. Did you mean 'tool'\?",
        ),
        ({"tool": "Ａ Ｂ"}, "'Ａ Ｂ' is not a code of 'tool'. Allowed: A, B, C, or none."),
        ({"tool": ["A", "bb"]}, r"'bb' is not a code of 'tool'. .* Did you mean 'B'\?"),
        ({"tool": "region N"}, "'region N' is not a code of 'tool', but of .* region='N'"),
        ({"tool": None}, "tool is None. Pass a code or a list of codes."),
    ],
)
def test_where_and_members_refuse_what_is_not_in_the_codebook(toy8, codes, words):
    with pytest.raises(ValueError, match=words):
        toy8.where(**codes)
    with pytest.raises(ValueError, match=words):
        foip.members(toy8, **codes)


def test_members_refuses_unknown_options(toy8):
    with pytest.raises(ValueError, match=r"per is 'codings'. It is 'initiative', 'coding'."):
        foip.members(toy8, tool="A", per="codings")
    with pytest.raises(ValueError, match="lang is 'jp'"):
        foip.members(toy8, tool="A", lang="jp")


def test_a_note_claims_of_single_codes_no_more_than_is_so(shipped):
    both = foip.cross_tab(shipped, "priority", "status")
    assert both.to_numpy().sum() == foip.about(both).base == 62
    assert "more than" not in foip.about(both).note
    assert "more than the base" in foip.about(foip.cross_tab(shipped, "priority", "tool")).note


# Any dataset: two ways give one answer

PARENT = {"a": "X", "b": "X", "c": "Y", "d": "Y"}
CODES = {"tool": "PQR", "region": "XY", "place": "abcd", "status": "fg"}
BOOK = {"tool": "P Q R", "region": "X Y", "place": "a<X b<X c<Y d<Y", "status": "f g"}
PAIRS = [*combinations_with_replacement(CODES, 2), ("region", "tool")]


def some_of(letters: str, most: int | None = None):
    return st.lists(st.sampled_from(letters), unique=True, max_size=most).map(" ".join)


initiatives = st.fixed_dictionaries(
    {"tool": some_of("PQR"), "place": some_of("abcd"), "status": some_of("fg", most=1)}
)
several = st.lists(initiatives, max_size=8).map(
    lambda drawn: {str(i): codes for i, codes in enumerate(drawn)}
)


def build(codings: dict) -> foip.Dataset:
    return foip.Dataset(
        **make_frames(codings, BOOK, {"weight": [1 + i % 3 for i in range(len(codings))]})
    )


def make_frames_of(
    dataset: foip.Dataset,
    initiatives: pd.DataFrame | None = None,
    codings: pd.DataFrame | None = None,
) -> dict:
    return {
        "initiatives": dataset.initiatives if initiatives is None else initiatives,
        "codings": dataset.codings if codings is None else codings,
        "codebook": dataset.codebook,
        "units": dataset.units,
    }


def sets(codings: dict, dimension: str) -> dict[str, set[str]]:
    """Return code → initiatives, in plain Python, with ``none`` and ``all``."""
    own = {
        i: set(codes["place" if dimension == "region" else dimension].split())
        for i, codes in codings.items()
    }
    if dimension == "region":
        own = {i: {PARENT[place] for place in places} for i, places in own.items()}
    found = {code: {i for i, codes in own.items() if code in codes} for code in CODES[dimension]}
    return found | {"none": {i for i, codes in own.items() if not codes}, "all": set(own)}


@given(several)
def test_every_cell_and_margin_is_the_size_of_a_set(codings):
    dataset = build(codings)
    for rows, columns in PAIRS:
        left, right = sets(codings, rows), sets(codings, columns)
        naive = [[len(a & b) for b in right.values()] for a in left.values()]
        assert tab(dataset, rows, columns, none=True, margins=True).to_numpy().tolist() == naive


@given(several)
def test_in_table_margins_are_the_initiatives_with_any_code_of_the_other_side(codings):
    dataset = build(codings)
    for rows, columns in PAIRS:
        left, right = sets(codings, rows), sets(codings, columns)
        stated = (left["all"] - left["none"]) & (right["all"] - right["none"])
        table = tab(dataset, rows, columns, margins=True)
        assert table["all"].tolist() == [len(left[r] & stated) for r in table.index]
        assert table.loc["all"].tolist() == [len(right[c] & stated) for c in table.columns]
        assert foip.about(table).base == table.loc["all", "all"] == len(stated)


@given(several)
def test_margins_with_none_stated_and_the_diagonal_are_one_way_counts(codings):
    dataset = build(codings)
    for dimension in CODES:
        counts = one_way(dataset, dimension)["initiatives"].tolist()
        assert (
            tab(dataset, dimension, "tool", none=True, margins=True)["all"].tolist()[:-2] == counts
        )
        assert np.diag(tab(dataset, dimension, dimension)).tolist() == counts


@given(several)
def test_a_single_valued_margin_is_the_sum_of_its_row(codings):
    table = tab(build(codings), "tool", "status", margins=True)
    assert table["all"].tolist() == table[["f", "g"]].sum(axis=1).tolist()


@given(several)
def test_rolling_up_is_or_ing_the_columns_of_the_children(codings):
    places, regions = (build(codings).membership(d) for d in ("place", "region"))
    assert regions["X"].tolist() == (places["a"] | places["b"]).tolist()
    assert regions["Y"].tolist() == (places["c"] | places["d"]).tolist()


@given(several)
def test_fractions_are_the_split_of_each_initiative_and_add_up_to_the_base(codings):
    dataset = build(codings)
    for rows, columns in PAIRS:
        left, right = sets(codings, rows), sets(codings, columns)
        several = {
            i: sum(i in left[r] for r in CODES[rows]) * sum(i in right[c] for c in CODES[columns])
            for i in codings
        }
        table = tab(dataset, rows, columns, count="fractional")
        naive = [
            [sum(1 / several[i] for i in left[r] & right[c]) for c in CODES[columns]]
            for r in CODES[rows]
        ]
        assert table.to_numpy() == pytest.approx(np.array(naive))
        assert table.to_numpy().sum() == pytest.approx(foip.about(table).base)


@given(several)
def test_a_weighted_cell_is_the_sum_over_its_members(codings):
    dataset = build(codings)
    weights = dataset.initiatives.set_index("initiative_id")["weight"]
    table = tab(dataset, "tool", "region", weight="weight", none=True)
    for tool, region in product(table.index, table.columns):
        assert (
            table.loc[tool, region]
            == weights[list(sets(codings, "tool")[tool] & sets(codings, "region")[region])].sum()
        )


@given(several, st.sampled_from(["row", "column", "table"]), st.booleans())
def test_shares_times_their_bases_give_the_counts_back(codings, share, none):
    counts = tab(build(codings), "tool", "region", margins=True, none=none)
    shares = tab(build(codings), "tool", "region", margins=True, none=none, share=share)
    bases = {
        "row": counts[["all"]],
        "column": counts.loc[["all"]],
        "table": counts.loc[["all"], ["all"]],
    }[share].to_numpy()
    assert np.nan_to_num(shares.to_numpy() * bases) == pytest.approx(counts.to_numpy())
    assert (shares.isna().to_numpy() == np.broadcast_to(bases == 0, shares.shape)).all()


@given(several)
def test_shares_of_pairs_are_cells_over_their_sums(codings):
    counts = tab(build(codings), "tool", "region")
    shares = tab(build(codings), "tool", "region", share="column", of="pairs")
    assert np.nan_to_num(shares.to_numpy()) == pytest.approx(
        counts.to_numpy() / np.maximum(counts.to_numpy().sum(axis=0), 1)
    )


@given(several, st.randoms(use_true_random=False))
def test_shuffled_and_doubled_codings_change_nothing(codings, random):
    dataset = build(codings)
    rows = [*range(len(dataset.codings))] * 2
    random.shuffle(rows)
    shuffled = foip.Dataset(**make_frames_of(dataset, codings=dataset.codings.iloc[rows]))
    for options in (
        {},
        {"none": True, "margins": True},
        {"count": "fractional"},
        {"share": "row", "of": "pairs"},
    ):
        pd.testing.assert_frame_equal(
            tab(dataset, "tool", "region", **options), tab(shuffled, "tool", "region", **options)
        )


@settings(max_examples=15)  # each asks for the members of every cell
@given(several)
def test_a_cell_its_members_and_its_selection_are_as_many(codings):
    dataset = build(codings)
    table = tab(dataset, "place", "region", none=True)
    for place, region in product(table.index, table.columns):
        cell = table.loc[place, region]
        wanted = sets(codings, "place")[place] & sets(codings, "region")[region]
        found = foip.members(dataset, place=place, region=region)
        selected = dataset.where(place=place).where(region=region)
        assert set(found["initiative_id"]) == set(selected.initiatives["initiative_id"]) == wanted
        assert len(found) == len(selected.initiatives) == cell
        assert foip.about(table).cells[place].get(region, []) == found["initiative_id"].tolist()


@given(several, some_of("XY"))
def test_a_selection_counts_like_a_dataset_of_its_frames(codings, regions):
    selected = build(codings).where(region=regions.split())
    anew = foip.Dataset(**make_frames_of(selected))
    for rows, columns in PAIRS:
        assert exact(tab(selected, rows, columns, none=True)) == exact(
            tab(anew, rows, columns, none=True)
        )


# Many initiatives: more than a word of 64, more than a block


def many(total: int) -> tuple[foip.Dataset, np.ndarray, np.ndarray]:
    """Return a dataset of random tools and regions, shuffled, and the two matrices it was made
    of.
    """
    random = np.random.default_rng(total)
    has = {"tool": random.random((total, 3)) < 0.4, "region": random.random((total, 4)) < 0.3}
    ids = np.array([f"i{i}" for i in range(total)], dtype=object)
    frames = make_frames({}, {"tool": "A B C", "region": "N S E W"})
    long = []
    for dimension, matrix in has.items():
        rows, codes = np.nonzero(matrix)
        names = np.array(list(book.codes(frames["codebook"], dimension)), dtype=object)
        long.append(
            pd.DataFrame(
                {
                    "initiative_id": ids[rows],
                    "dimension": dimension,
                    "code": names[codes],
                    "locator": "1",
                }
            )
        )
    codings = pd.concat(long).sample(frac=1, random_state=1)
    weights = random.integers(1, 9, total)
    frames["initiatives"] = pd.DataFrame({"initiative_id": ids, "name_en": ids, "weight": weights})
    return (
        foip.Dataset(**frames | {"codings": codings}),
        has["tool"].astype(float),
        has["region"].astype(float),
    )


def check_many(total: int) -> foip.Dataset:
    dataset, tools, regions = many(total)
    weights = dataset.initiatives["weight"].to_numpy()
    assert tab(dataset, "tool", "region").to_numpy().tolist() == (tools.T @ regions).tolist()
    assert (
        tab(dataset, "tool", "region", weight="weight").to_numpy().tolist()
        == ((tools.T * weights) @ regions).tolist()
    )
    split = 1 / np.maximum(tools.sum(axis=1) * regions.sum(axis=1), 1)
    assert tab(dataset, "tool", "region", count="fractional").to_numpy() == pytest.approx(
        (tools.T * split) @ regions
    )
    selected = dataset.where(tool=["A", "C"], region="W")
    kept = (tools[:, [0, 2]].any(axis=1)) & (regions[:, 3] > 0)
    assert one_way(selected, "region")["initiatives"].tolist() == regions[kept].sum(axis=0).tolist()
    return dataset


@pytest.mark.parametrize("total", [64, 65, 128, 1000])
def test_words_of_64_initiatives_leave_no_seam(total):
    check_many(total)


def test_blocks_leave_no_seam(monkeypatch):
    monkeypatch.setattr(axes, "WORDS_AT_ONCE", 2)
    monkeypatch.setattr(axes, "PRODUCT_ROWS", 64)
    check_many(64 * 41 - 10)  # a last block of one word


@pytest.mark.slow
def test_a_quarter_of_a_million_initiatives_count_as_pandas_counts_them():
    total = 4096 * 64 + 50
    dataset = check_many(total)
    sides = [
        dataset.codings.loc[dataset.codings["dimension"] == d, ["initiative_id", "code"]]
        for d in ("tool", "region")
    ]
    pairs = (
        sides[0].merge(sides[1], on="initiative_id", suffixes=("_row", "_column")).drop_duplicates()
    )
    naive = pairs.value_counts(["code_row", "code_column"]).unstack()
    table = tab(dataset, "tool", "region")
    assert table.to_numpy().tolist() == naive.loc[table.index, table.columns].to_numpy().tolist()
    assert foip.about(table).base == pairs["initiative_id"].nunique()
    assert not foip.about(table).cells, (
        "those behind the cells are carried for datasets small enough to read"
    )
    assert (
        f"Base: {pairs['initiative_id'].nunique()} of {total} initiatives" in foip.about(table).note
    )


# The shipped data


@pytest.mark.slow
def test_every_shipped_cell_counts_its_members(shipped):
    for rows, columns in combinations(shipped.dimensions, 2):
        table = tab(shipped, rows, columns)
        assert table.T.equals(tab(shipped, columns, rows))
        behind = foip.about(table).cells
        assert [
            [len(behind[r].get(c, [])) for c in table.columns] for r in table.index
        ] == table.to_numpy().tolist()
        of, over = shipped.membership(rows), shipped.membership(columns)
        for r, c in product(table.index, table.columns):
            both = of.index[of[r] & over[c]].tolist()
            assert behind[r].get(c, []) == both, (rows, r, columns, c)


@pytest.mark.parametrize(("rows", "columns"), [("tool", "region"), ("theme", "place")])
def test_members_are_those_that_a_shipped_cell_counts(shipped, rows, columns):
    table = tab(shipped, rows, columns)
    for r, c in [*product(table.index, table.columns)][::3]:
        found = foip.members(shipped, **{rows: r, columns: c})["initiative_id"].tolist()
        assert found == foip.about(table).cells[r].get(c, [])


def test_every_shipped_diagonal_is_the_one_way_count(shipped):
    for dimension in shipped.dimensions:
        counts = one_way(shipped, dimension)["initiatives"].tolist()
        assert np.diag(tab(shipped, dimension, dimension)).tolist() == counts
        assert [
            len(foip.members(shipped, **{dimension: code}))
            for code in book.codes(shipped.codebook, dimension)
        ] == counts


def test_doubled_shipped_codings_change_nothing(shipped):
    doubled = foip.Dataset(
        **make_frames_of(
            shipped, codings=pd.concat([shipped.codings, shipped.codings], ignore_index=True)
        )
    )
    for rows, columns in combinations_with_replacement(shipped.dimensions, 2):
        for options in ({"none": True, "margins": True}, {"count": "fractional"}):
            pd.testing.assert_frame_equal(
                tab(shipped, rows, columns, **options), tab(doubled, rows, columns, **options)
            )
    pd.testing.assert_frame_equal(
        foip.members(doubled, region="pacific"), foip.members(shipped, region="pacific")
    )


def test_every_shipped_note_says_the_base(shipped):
    for rows, columns in product(shipped.dimensions, shipped.dimensions):
        table = foip.cross_tab(shipped, rows, columns)
        assert foip.about(table).note.startswith(
            f"Base: {foip.about(table).base} of 62 initiatives, those with "
        )
        japanese = foip.cross_tab(shipped, rows, columns, lang="ja")
        assert f"確認できる{foip.about(table).base}件。" in foip.about(japanese).note


def test_the_call_of_a_selection_runs_whatever_the_dimension_is_called(tmp_path):
    dataset = make_dataset(
        tmp_path,
        {"1": {"my region": "N", "class": "A"}, "2": {"my region": "S"}},
        {"my region": "N S", "class": "A"},
    )
    table = foip.count(dataset.where(**{"my region": "N"}).where(**{"class": "A"}), "my region")
    assert (
        foip.about(table).call
        == "foip.count(dataset.where(**{'my region': 'N'}).where(**{'class': 'A'}), 'my region')"
    )
    again = eval(foip.about(table).call, {"foip": foip, "dataset": dataset})
    pd.testing.assert_frame_equal(again, table)


def test_a_note_ends_with_its_last_word(shipped):
    notes = [
        foip.about(foip.cross_tab(shipped, "priority", "status", lang=lang)).note
        for lang in ("en", "ja", None)
    ]
    assert [note for note in notes if note != note.strip()] == []


@pytest.mark.parametrize("parent", ["domestic", "Japanese firms and institutes", ["domestic"]])
def test_a_parent_stands_for_its_codes(shipped, parent):
    table = foip.count(shipped, "partner", codes={"partner": parent}, lang=None)
    parents = foip.describe("partner")["parent"]
    assert set(table.index) == set(parents.index[parents == "domestic"])
    whole = foip.count(shipped, "partner", lang=None).loc[table.index]
    assert (table["initiatives"] == whole["initiatives"]).all()
    english = foip.count(shipped, "partner", codes={"partner": parent})
    assert "3 of 3 (only Japanese firms and institutes)" in foip.about(english).note
