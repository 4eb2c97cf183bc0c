"""Flows from stage to stage: by pairs or split, what comes to a code and what leaves it."""

from itertools import pairwise, product

import pandas as pd
import pytest
from conftest import exact, make_dataset, make_frames
from hypothesis import given
from hypothesis import strategies as st

import foip_analysis as foip
from foip_analysis.tables import caption

THREE = ("priority", "tool_family", "region")


# Eight initiatives, by hand


def test_pairs_are_distinct_initiatives_with_both_codes(toy8):
    table = foip.flows(toy8, "tool", "region", lang=None)
    assert table.columns.tolist() == ["stage", "from", "to", "value"]
    assert table["stage"].unique().tolist() == ["tool → region"]
    found = {
        (a, b): value for a, b, value in table[["from", "to", "value"]].itertuples(index=False)
    }
    by_hand = {"A": (3, 1, 2), "B": (2, 3, 2), "C": (1, 1, 2)}
    assert found == {
        (tool, region): value
        for tool, values in by_hand.items()
        for region, value in zip("NSE", values, strict=True)
    }
    assert foip.about(table).base == 6, "number 5 has no tool, number 6 no region"
    nodes = {
        mark["row"]: mark["value"]
        for mark in foip.about(table).more["marks"]
        if mark["part"] == "node"
    }
    assert nodes == {
        "tool:A": 4,
        "tool:B": 4,
        "tool:C": 3,
        "region:N": 4,
        "region:S": 3,
        "region:E": 3,
    }


def test_fractions_add_up_to_the_base(toy8):
    table = foip.flows(toy8, "tool", "region", count="fractional", lang=None)
    cells = table.pivot(index="from", columns="to", values="value")[["N", "S", "E"]]
    assert exact(cells) == {"A": "3/2 1/4 7/12", "B": "7/12 13/12 2/3", "C": "1/4 1/2 7/12"}
    assert table["value"].sum() == pytest.approx(6)


def test_none_takes_in_everyone(toy8):
    table = foip.flows(toy8, "tool", "region", none=True, lang=None)
    found = {
        (a, b): value for a, b, value in table[["from", "to", "value"]].itertuples(index=False)
    }
    assert (found["none", "N"], found["C", "none"], foip.about(table).base) == (1, 1, 8)
    fractional = foip.flows(toy8, "tool", "region", none=True, count="fractional", lang=None)
    assert fractional["value"].sum() == pytest.approx(8)


@pytest.mark.parametrize("count", ["initiatives", "fractional"])
def test_two_stages_are_a_cross_tab(shipped, count):
    cells = foip.cross_tab(shipped, "tool", "region", count=count, lang=None)
    table = foip.flows(
        shipped, "tool", "region", count="pairs" if count == "initiatives" else count, lang=None
    )
    assert len(table) == (cells.to_numpy() > 0).sum()
    assert all(
        row["value"] == pytest.approx(cells.loc[row["from"], row["to"]])
        for row in table.to_dict("records")
    )


def test_bands_keep_the_first_stage(shipped):
    table = foip.flows(shipped, *THREE, lang=None)
    for mark in foip.about(table).more["marks"]:
        codes = dict(
            key.split(":") for key in (mark["row"], mark["column"], mark.get("within")) if key
        )
        found = foip.members(shipped, **codes)["initiative_id"].tolist()
        base = [i for i in found if shipped.membership("region").loc[i].any()]
        assert mark["initiatives"] == base
        assert mark["value"] == len(base)


# Any dataset

BOOK = {"tool": "P Q R", "place": "a b c d", "status": "f g"}
STAGES = ("status", "tool", "place")


def some_of(letters: str):
    return st.lists(st.sampled_from(letters), unique=True).map(" ".join)


several = st.lists(
    st.fixed_dictionaries(
        {"tool": some_of("PQR"), "place": some_of("abcd"), "status": some_of("fg")}
    ),
    max_size=8,
)


def build(drawn: list[dict]) -> foip.Dataset:
    return foip.Dataset(**make_frames({str(n): codes for n, codes in enumerate(drawn)}, BOOK))


def ways(drawn: list[dict], none: bool) -> list[list[tuple]]:
    """Return each initiative's ways through all stages, in plain Python."""
    stages = [[codes[d].split() or (["none"] if none else []) for d in STAGES] for codes in drawn]
    return [found for found in (list(product(*own)) for own in stages) if found]


@given(several, st.booleans())
def test_what_comes_to_a_code_leaves_it_when_split(drawn, none):
    table = foip.flows(build(drawn), *STAGES, count="fractional", none=none, lang=None)
    base = len(ways(drawn, none))
    assert foip.about(table).base == base
    first, second = (table[table["stage"] == stage] for stage in ("status → tool", "tool → place"))
    assert first["value"].sum() == pytest.approx(base)
    assert second["value"].sum() == pytest.approx(base)
    come, leave = first.groupby("to")["value"].sum(), second.groupby("from")["value"].sum()
    assert come.to_dict() == pytest.approx(leave.to_dict())
    nodes = {
        mark["row"]: mark["value"]
        for mark in foip.about(table).more["marks"]
        if mark["part"] == "node"
    }
    assert {f"tool:{code}": value for code, value in come.items()} == pytest.approx(
        {key: value for key, value in nodes.items() if key.startswith("tool:")}
    )


@given(several, st.booleans(), st.sampled_from(["pairs", "fractional"]))
def test_flows_are_those_of_plain_python(drawn, none, count):
    table = foip.flows(build(drawn), *STAGES, count=count, none=none, lang=None)
    naive: dict[tuple, float] = {}
    paths: dict[tuple, float] = {}
    for own in ways(drawn, none):
        share = 1 / len(own) if count == "fractional" else 1
        for n, ends in enumerate(pairwise(STAGES)):
            for pair in {way[n : n + 2] for way in own}:
                part = (
                    sum(way[n : n + 2] == pair for way in own) * share
                    if count == "fractional"
                    else 1
                )
                naive[(" → ".join(ends), *pair)] = naive.get((" → ".join(ends), *pair), 0) + part
        for way in own:
            paths[way] = paths.get(way, 0) + share
    assert {tuple(row[:3]): row[3] for row in table.itertuples(index=False)} == pytest.approx(naive)
    stated = {way: value for way, value in paths.items() if "none" not in way}
    most = max(stated.values(), default=0)
    leaders = [" → ".join(way) for way, value in stated.items() if value == pytest.approx(most)]
    title = caption.finding(table)
    if not leaders:
        assert title.startswith("No initiative has ")
    elif len(leaders) > 2:
        assert title.startswith(f"{len(leaders)} paths have ")
    else:
        assert all(leader in title for leader in leaders)


@given(several, st.sampled_from(["pairs", "fractional"]))
def test_bands_add_up_to_their_rows(drawn, count):
    table = foip.flows(build(drawn), *STAGES, count=count, lang=None)
    bands = [mark for mark in foip.about(table).more["marks"] if mark["part"] == "band"]
    sums: dict[tuple, float] = {}
    for mark in bands:
        pair = tuple(key.split(":")[1] for key in (mark["row"], mark["column"]))
        sums[pair] = sums.get(pair, 0) + mark["value"]
    assert sums == pytest.approx(
        {(row["from"], row["to"]): row["value"] for row in table.to_dict("records")}
    )


# Words


def test_the_words_say_how_it_is_counted(shipped):
    def told(lang="en", **options):
        return caption.foot(foip.flows(shipped, *THREE, lang=lang, **options))

    pairs, split = told(), told(count="fractional")
    assert (
        "one with several codes flows once for each pair, so bands can add up to more "
        "than initiatives" in pairs
    )
    assert (
        "each initiative's 1 is split equally over its paths, so every stage adds up to the base"
        in split
    )
    assert "ペアごとに1回流れる" in told("ja")
    assert "どの段でも合計は対象件数に一致する" in told("ja", count="fractional")
    assert "53 of the 62" in caption.subtitle(foip.flows(shipped, *THREE))
    assert "(Region: Pacific)" in caption.subtitle(
        foip.flows(shipped.where(region="pacific"), *THREE)
    )
    assert "（地域：太平洋島しょ国）" in caption.subtitle(
        foip.flows(shipped.where(region="pacific"), *THREE, lang="ja")
    )
    assert "Colours tell" not in caption.foot(foip.flows(shipped, "tool", "region")), (
        "its labels say so"
    )


def test_the_finding_is_the_most_frequent_path(shipped):
    table = foip.flows(shipped, *THREE)
    best = max(
        (len(foip.members(shipped, **dict(zip(THREE, way, strict=True)))), way)
        for way in product(*(shipped.membership(d).columns for d in THREE))
    )
    labels = [
        foip.about(table).more["labels"][f"{d}:{code}"]
        for d, code in zip(THREE, best[1], strict=True)
    ]
    told = caption.finding(table)
    assert told.startswith(f"{best[0]} of 53 initiatives")
    assert told.endswith(" → ".join(labels))
    assert caption.finding(foip.flows(shipped, *THREE, lang="ja")).endswith(f"：53件中{best[0]}件")


def test_ties_are_told(tmp_path):
    book = {"tool": "A B C", "region": "N"}
    two = make_dataset(
        tmp_path, {str(n): {"tool": code, "region": "N"} for n, code in enumerate("AB")}, book
    )
    told = caption.finding(foip.flows(two, "tool", "region", lang=None))
    assert told.startswith("1 of 2 initiatives each")
    assert "A → N and B → N" in told
    assert caption.finding(foip.flows(two, "tool", "region", lang="ja")).endswith("：2件中各1件")


@pytest.mark.parametrize(
    ("dimensions", "options", "sentence"),
    [
        (("tool",), {}, "Flows need two or more dimensions, each once; these are: tool"),
        ((), {}, "these are: none"),
        (("tool", "tool"), {}, "each once; these are: tool, tool"),
        (("tool", "regions"), {}, "Did you mean 'region'"),
        (
            ("tool", "region"),
            {"count": "pair"},
            "count is 'pair'. It is 'pairs', 'fractional'. Did you mean 'pairs'",
        ),
        (("tool", "region"), {"lang": "fr"}, "lang is 'fr'"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(shipped, dimensions, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        foip.flows(shipped, *dimensions, **options)


def test_the_call_makes_the_same_table(shipped):
    table = foip.flows(
        shipped.where(region="pacific"), *THREE, count="fractional", none=True, lang=None
    )
    again = eval(foip.about(table).call, {"foip": foip, "dataset": shipped})
    pd.testing.assert_frame_equal(again, table)
    assert again.attrs == table.attrs
