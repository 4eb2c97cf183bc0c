"""Sets of codes: each initiative once, in the set of all its codes; and the UpSet chart says so."""

import html
import json
import re
from collections import Counter
from functools import cache

import numpy as np
import pandas as pd
import pytest
from awkward import ENGLISH, JAPANESE, MARKS
from conftest import load_frames, make_dataset, make_frames, named
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import explore_bars
from foip_analysis.charts.hover import INDENT
from foip_analysis.charts.sets import explore_sets
from foip_analysis.files.figures import SUFFIXES, description
from foip_analysis.tables import findings

LANGUAGES = ("en", "ja")
SHIPPED = {
    "tools": ("tool", {}),
    "families": ("tool_family", {}),
    "places": ("place", {"least": 2}),
    "partners and none": ("partner", {"none": True}),
    "sectors": ("sector", {"top": 12}),
    "themes": ("theme", {}),
    "one set": ("tool", {"top": 1}),
}


def table_of(shipped, name: str, lang: str = "en") -> pd.DataFrame:
    dimension, options = SHIPPED[name]
    return foip.combinations(shipped, dimension, lang=lang, **options)


@pytest.fixture(scope="module")
def drawn(shipped):
    """A function from a chart and a language to its figure, which is drawn once."""
    return cache(lambda name, lang="en": foip.plot_sets(table_of(shipped, name, lang)))


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
    assert f"{len(table)} of {sets} sets shown" in findings.subtitle(table)


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
        "組合せの和は対象件数になる"
        in foip.about(foip.combinations(shipped, "tool", lang="ja")).note
    )
    assert "(Region: Pacific)" in findings.subtitle(
        foip.combinations(shipped.where(region="pacific"), "tool")
    )
    assert "（地域：太平洋）" in findings.subtitle(
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
    return findings.finding(
        foip.combinations(
            make_dataset(tmp_path, codings, {"tool": "A B C"}), "tool", lang=lang, **options
        )
    )


def toolset(*sets: str) -> dict:
    return {str(n): {"tool": codes} for n, codes in enumerate(sets)}


@pytest.mark.parametrize(
    ("sets", "english", "japanese"),
    [  # what is named and counted, in the order in which it is told
        (["A", "A", "A", "B C"], "1 4 25% B C", "4 1 25% B C"),
        (["A B", "A B", "C", "A"], "A B 2 4", "A B 4 2"),
        (["A", "A B"], "A A B 1 2", "A A B 2 1"),
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
        == "1 of 4 initiatives (25%) has more than one tool"
    )


def test_the_words_of_the_shipped_tools(shipped):
    figure = foip.plot_sets(foip.combinations(shipped, "tool"))
    several = int((shipped.membership("tool").sum(axis=1) > 1).sum())
    assert figure.foip["title"].startswith(
        f"{several} of 62 initiatives ({several / 62:.0%}) have more than one tool"
    )
    assert figure.foip["subtitle"].endswith("counted once each; base 62 of 62; largest first")
    assert description(figure)["alt"].endswith(
        "Largest: Infrastructure 12, Business 8, Capacity building 4, OSA + Equipment "
        "3, Exercises 3"
    )


# The chart


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SHIPPED)
def test_the_chart_is_fit_for_a_slide(drawn, name, lang):
    assert faults(drawn(name, lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_sets_of_tools_stand_on_one_slide(drawn, lang):
    figure = drawn("tools", lang)
    assert figure.get_size_inches().tolist() == [13.33, 7.5]


def bars_of(figure) -> tuple[list[int], list[int]]:
    bars, _, beside = figure.axes
    return [bar.get_height() for bar in bars.patches], [bar.get_width() for bar in beside.patches]


@pytest.mark.parametrize("name", SHIPPED)
def test_the_chart_shows_the_numbers_of_its_table(shipped, drawn, name):
    figure = drawn(name)
    table = figure.foip["table"]
    counts = foip.count(shipped, SHIPPED[name][0])["initiatives"]
    none = "None stated" in table.index
    sizes, inside = table.iloc[:, 0].tolist(), table.iloc[:, 1:].to_numpy()
    totals = [int(counts[label]) for label in table.columns[1:]]
    assert bars_of(figure) == (
        [*sizes[:-1], 0] if none else sizes,
        [*totals, 0] if none else totals,
    ), "none stated is a number, not a bar"
    bars, dots, beside = figure.axes
    assert [text.get_text() for text in bars.texts] == [str(size) for size in sizes]
    lines = [*table.columns[1:], *(["None stated"] if none else [])]
    assert [text.get_text() for text in beside.texts[::2]] == lines
    assert [text.get_text() for text in beside.texts[1::2]] == [
        str(total) for total in [*totals, *(sizes[-1:] if none else [])]
    ]
    full = {
        (int(x), int(y))
        for part in dots.collections
        if part.get_label() != "absent"
        for x, y in part.get_offsets()
    }
    assert full == {(x, y) for x, y in np.argwhere(inside).tolist()} | (
        {(len(sizes) - 1, len(lines) - 1)} if none else set()
    )
    faint = {
        tuple(map(int, at))
        for part in dots.collections
        if part.get_label() == "absent"
        for at in part.get_offsets()
    }
    assert not faint & full
    assert len(faint) + len(full) == len(sizes) * len(lines), "every place has a dot"
    spans = {int(line.get_xdata()[0]): tuple(line.get_ydata()) for line in dots.lines}
    assert spans == {
        x: (ys.min(), ys.max())
        for x, row in enumerate(inside)
        if len(ys := np.flatnonzero(row)) > 1
    }


def test_the_sets_that_the_title_speaks_of_are_strong(shipped, tmp_path):
    table = foip.combinations(shipped, "tool")
    colours = [to_hex(bar.get_facecolor()) for bar in foip.plot_sets(table).axes[0].patches]
    assert [colour == style.colour("strong") for colour in colours] == (
        table.iloc[:, 1:].sum(axis=1) > 1
    ).tolist()
    one = foip.combinations(
        make_dataset(tmp_path, toolset("A B", "A B", "C"), {"tool": "A B C"}), "tool"
    )
    assert [to_hex(bar.get_facecolor()) for bar in foip.plot_sets(one).axes[0].patches] == [
        style.colour("strong"),
        style.colour("quiet"),
    ]


# Awkward data


def awkward(tmp_path, labels: list[str], sets: list[list[int]]) -> foip.Dataset:
    codings = {str(n): {"tool": " ".join(f"c{c}" for c in codes)} for n, codes in enumerate(sets)}
    frames = make_frames(codings, {"tool": " ".join(f"c{n}" for n in range(len(labels)))})
    frames["codebook"]["label_en"] = frames["codebook"]["label_ja"] = labels
    return load_frames(tmp_path, frames)


AWKWARD = {
    "one": (["A"], [[0]]),
    "alike": (["A", "B"], [[0], [1], [0, 1]]),
    "long English": ([ENGLISH, "B"], [[0, 1]] * 3 + [[1]]),
    "long Japanese": ([JAPANESE, "二"], [[0, 1]] * 3 + [[1]]),
    "forty codes": (
        [f"Code number {n}" for n in range(40)],
        [[n, (7 * n + 1) % 40] for n in range(12)] + [list(range(40))],
    ),
    "thirty sets": (
        [f"Code {n}" for n in range(6)],
        [[n for n in range(6) if k >> n & 1] for k in range(1, 31)] * 2,
    ),
    "many": (["A", "B"], [[0]] * 1200 + [[0, 1]] * 3),
    "marks": (MARKS, [[n, (n + 1) % len(MARKS)] for n in range(len(MARKS))]),
}


@pytest.mark.slow
@pytest.mark.parametrize("data", AWKWARD)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_awkward_data_is_drawn_as_well(tmp_path, data, lang):
    table = foip.combinations(awkward(tmp_path, *AWKWARD[data]), "tool", lang=lang)
    assert faults(foip.plot_sets(table)) == []
    explore_sets(table)


def test_too_many_sets_are_refused_with_the_number_that_fits(tmp_path):
    dataset = awkward(
        tmp_path,
        [f"Code {n}" for n in range(6)],
        [[n for n in range(6) if k >> n & 1] for k in range(1, 64)],
    )
    with pytest.raises(
        ValueError,
        match=r"63 sets do not fit on a slide; (\d\d) do\. Make the table with top=\1, or",
    ) as caught:
        foip.plot_sets(foip.combinations(dataset, "tool"))
    fit = int(str(caught.value).split("top=")[1].split(",")[0])
    assert fit > 30
    assert faults(foip.plot_sets(foip.combinations(dataset, "tool", top=fit))) == []


def test_columns_are_wide_enough_for_their_numbers(tmp_path):
    sets = [[n for n in range(5) if k >> n & 1] for k in range(1, 32)]
    dataset = awkward(tmp_path, [f"Code {n}" for n in range(5)], sets * 100)
    with pytest.raises(ValueError, match="31 sets do not fit on a slide") as caught:
        foip.plot_sets(foip.combinations(dataset, "tool"))
    fit = int(str(caught.value).split("top=")[1].split(",")[0])
    assert faults(foip.plot_sets(foip.combinations(dataset, "tool", top=fit))) == []


@pytest.mark.parametrize("draw", [foip.plot_sets, explore_sets])
def test_what_cannot_be_drawn_is_refused_in_a_sentence(shipped, draw):
    table = foip.combinations(shipped, "tool")
    changed = table.copy()
    changed.iloc[0, 0] = 99
    for wrong, sentence in [
        (foip.count(shipped, "tool"), "no table of sets"),
        (pd.DataFrame({"a": [1]}), "no table of sets"),
        (table.head(3), "Sets were taken out"),
        (table.rename(index={"Business": "Firms"}), "which it was not made with"),
        (table.drop(columns="OSA"), "Columns of this table"),
        (changed, "were changed after the table was made"),
        (foip.combinations(shipped, "tool", least=50), "no sets to draw. Lower least="),
    ]:
        with pytest.raises(ValueError, match=sentence):
            draw(wrong)


def test_other_charts_refuse_sets(shipped):
    for draw in (foip.plot_bars, foip.plot_heatmap, explore_bars):
        with pytest.raises(ValueError, match="Draw it with plot_sets"):
            draw(foip.combinations(shipped, "tool"))


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


# The twin and the saved set


@pytest.mark.parametrize("name", SHIPPED)
def test_the_twin_has_the_numbers_and_the_initiatives(drawn, name):
    table = drawn(name, "ja").foip["table"]
    figure = json.loads(explore_sets(table).to_json())
    sets, codes, _, *dots = figure["data"]
    assert (sets["y"], codes["x"]) == bars_of(drawn(name, "ja"))
    assert sets["text"] == [str(size) for size in table.iloc[:, 0]]
    assert [len(part["y"]) for part in dots] == [
        max(1, int(row.sum())) for row in table.iloc[:, 1:].to_numpy()
    ]
    marks = [mark for mark in foip.about(table).more["marks"] if mark["part"] == "set"]
    for text, mark in zip(sets["hovertext"], marks, strict=True):
        first = foip.about(table).initiatives[mark["initiatives"][0]]
        assert f"{first['name']} [{', '.join(first['locators'])}]" in html.unescape(text).replace(
            f"<br>{INDENT}", ""
        )
    assert findings.finding(table) in html.unescape(figure["layout"]["title"]["text"]).replace(
        "<br>", ""
    )


@pytest.mark.slow
def test_a_set_is_saved_whole_and_the_same_twice(shipped, tmp_path):
    table = foip.combinations(shipped, "tool", lang="ja")
    for folder in ("a", "b"):
        foip.save_figure(foip.plot_sets(table), "sets", folder=tmp_path / folder)
    for suffix in SUFFIXES:
        assert (tmp_path / "a" / f"sets.{suffix}").read_bytes() == (
            tmp_path / "b" / f"sets.{suffix}"
        ).read_bytes()
    words = json.loads((tmp_path / "a" / "sets.json").read_text(encoding="utf-8"))
    assert words["calls"] == [
        "table = foip.combinations(dataset, 'tool', lang='ja')",
        "figure = foip.plot_sets(table)",
    ]
    for mark in words["marks"]:
        assert mark["value"] == len(mark["initiatives"])
        assert all(
            initiative["name"] and initiative["locators"] for initiative in mark["initiatives"]
        )
    assert sum(mark["value"] for mark in words["marks"] if mark["part"] == "set") == 62
    read = pd.read_csv(tmp_path / "a" / "sets.csv", index_col=0)
    assert read["取組数"].tolist() == table["取組数"].tolist()


def test_the_call_makes_the_same_table(shipped):
    table = foip.combinations(
        shipped.where(region="pacific").stated(), "tool", top=3, none=True, lang=None
    )
    again = eval(foip.about(table).call, {"foip": foip, "dataset": shipped})
    pd.testing.assert_frame_equal(again, table)
    assert again.attrs == table.attrs


def test_a_large_dataset_carries_no_names(monkeypatch, shipped):
    monkeypatch.setattr("foip_analysis.tables.about.CARRIED", 10)
    monkeypatch.setattr("foip_analysis.tables.marks.CARRIED", 10)
    table = foip.combinations(shipped, "tool")
    assert not foip.about(table).initiatives
    assert all(mark["initiatives"] == [] for mark in description(foip.plot_sets(table))["marks"])
    explore_sets(table)
