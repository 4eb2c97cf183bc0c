"""A row a country under its ISO 3166-1 code: counted distinct, groups apart, members on request."""

import pandas as pd
import pytest
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.paths import data_folder

LISTS = pd.read_csv(data_folder() / "groups.csv", keep_default_na=False, dtype=str)


@pytest.fixture
def four(tmp_path):
    """1 names ASEAN and Thailand, 2 ASEAN alone, 3 Thailand and Japan, 4 no place."""
    codings = {
        "1": {"place": "asean THA"},
        "2": {"place": "asean"},
        "3": {"place": "THA JPN", "tool": "A"},
        "4": {"tool": "A"},
    }
    frames = make_frames(
        codings, {"tool": "A", "region": "asia", "place": "asean<asia JPN<asia THA<asia"}
    )
    codes = frames["codebook"]["code"]
    frames["codebook"]["iso3"] = codes.where(codes.isin(["JPN", "THA"]), "")
    frames["codebook"]["m49"] = codes.map({"JPN": "392", "THA": "764"}).fillna("")
    return load_frames(tmp_path, frames)


def test_a_country_a_row_and_a_group_apart(four):
    panel = foip.to_panel(four, "place")
    assert panel.columns.tolist() == ["iso3", "m49", "code", "label", "region", "initiatives"]
    assert panel["code"].tolist() == ["asean", "JPN", "THA"]
    assert panel["initiatives"].tolist() == [2, 1, 2]
    countries = panel.dropna(subset="iso3").set_index("iso3")
    assert countries["m49"].to_dict() == {"JPN": 392, "THA": 764}
    assert countries["region"].tolist() == ["region asia"] * 2


def test_an_initiative_that_names_group_and_member_counts_once_for_the_member(four):
    panel = foip.to_panel(four, "place", expand="ASEAN").set_index("code")
    assert panel.loc["THA", ["named", "initiatives"]].tolist() == [2, 3]  # 1 and 3; 1, 2 and 3
    assert panel.loc["LAO", ["named", "initiatives", "expanded"]].tolist() == [0, 2, "asean"]
    assert panel.loc["JPN", ["named", "initiatives", "expanded"]].tolist() == [1, 1, ""]
    assert panel.loc["asean", "initiatives"] == 2
    members = LISTS[LISTS["code"] == "asean"]
    assert panel.index[panel["expanded"] == "asean"].isin(members["iso3"]).all()
    assert (panel["expanded"] == "asean").sum() == len(members)
    note = foip.about(panel).note
    assert members["as_of"].iloc[0] in note
    assert members["source_en"].iloc[0] in note


def test_it_is_of_what_was_selected_and_its_call_makes_it_again(four):
    chosen = four.where(tool="A")
    panel = foip.to_panel(chosen, "place", expand="asean", lang=None)
    assert panel.set_index("code")["initiatives"].to_dict() == {"asean": 0, "JPN": 1, "THA": 1} | {
        code: 0 for code in LISTS["iso3"] if code != "THA"
    }
    again = eval(foip.about(panel).call, {"foip": foip, "dataset": four})
    assert again.equals(panel)


def test_it_merges_with_a_table_of_countries(shipped):
    yours = pd.DataFrame({"iso3": ["IDN", "THA", "JPN"], "size": [1, 2, 3]})
    merged = yours.merge(foip.to_panel(shipped, "place"), on="iso3", how="left")
    counted = foip.count(shipped, "place", lang=None)["initiatives"]
    assert merged["initiatives"].tolist()[:2] == counted[["IDN", "THA"]].tolist()
    assert pd.isna(merged["initiatives"][2])


def test_every_place_with_an_iso_code_has_one_row(shipped):
    rows = book.codes(shipped.codebook, "place")
    panel = foip.to_panel(shipped, "place").dropna(subset="iso3")
    assert panel["iso3"].is_unique
    assert set(panel["iso3"]) == {row["iso3"] for row in rows.values() if row["iso3"]}
    assert panel["initiatives"].tolist() == [
        int(shipped.membership("place")[code].sum()) for code in panel["code"]
    ]


def test_the_lists_say_who_since_when_and_by_which_source(shipped):
    assert not LISTS.duplicated(["code", "iso3"]).any()
    assert (LISTS != "").all(axis=None)
    for column in ("since", "as_of"):
        assert pd.to_datetime(LISTS[column], format="%Y-%m-%d").notna().all()
    assert (LISTS["since"] <= LISTS["as_of"]).all()
    assert LISTS.groupby("code")["as_of"].nunique().eq(1).all()
    known = {row["iso3"]: row for row in book.codes(shipped.codebook, "place").values()}
    for member in LISTS.to_dict("records"):
        if member["iso3"] in known:
            row = known[member["iso3"]]
            assert (int(member["m49"]), member["label_ja"]) == (row["m49"], row["label_ja"])


@pytest.mark.parametrize(
    ("dimension", "options", "words"),
    [
        ("tool", {}, "No code of 'tool' has an ISO 3166-1 code.*These have: place, partner"),
        ("country", {}, "Did you mean 'place'"),
        ("place", {"expand": "africa"}, "no list of the members of 'africa'.*one of: asean"),
        ("place", {"expand": "aseen"}, "Did you mean 'asean'"),
        ("place", {"lang": "fr"}, "lang is 'fr'"),
    ],
)
def test_what_cannot_be_given_is_refused_with_what_can(shipped, dimension, options, words):
    with pytest.raises(ValueError, match=words):
        foip.to_panel(shipped, dimension, **options)
    with pytest.raises(TypeError, match="is a DataFrame"):
        foip.to_panel(shipped.codings, dimension)
