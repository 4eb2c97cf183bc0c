"""The alluvial chart shows its table of flows, says what it shows and fits; its twin too."""

import html
import json
from functools import cache
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from awkward import GRIDS
from conftest import in_turn
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch, Rectangle
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.flows import explore_flows, plot_flows
from foip_analysis.charts.heatmap import explore_heatmap, plot_heatmap
from foip_analysis.charts.hover import GOES_ON
from foip_analysis.files.figures import description, picture_of
from foip_analysis.tables import caption

LANGUAGES = ("en", "ja")
THREE = ("priority", "tool_family", "region")
SHIPPED = {
    "pairs": (THREE, {}),
    "fractional": (THREE, {"count": "fractional"}),
    "everyone": (THREE, {"count": "fractional", "none": True}),
    "pairs of everyone": (THREE, {"none": True}),
    "tools": (("tool", "region"), {}),
    "several first": (("tool_family", "sector", "region"), {}),
    "four": (("priority", "theme", "tool_family", "region"), {"count": "fractional"}),
    "places": (("priority", "place"), {}),
}


def table_of(shipped, name: str, lang: str = "en") -> pd.DataFrame:
    dimensions, options = SHIPPED[name]
    return foip.flows(shipped, *dimensions, lang=lang, **options)


@pytest.fixture(scope="module")
def drawn(shipped):
    """A function from a chart and a language to its figure, which is drawn once."""
    return cache(lambda name, lang="en": plot_flows(table_of(shipped, name, lang)))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), in_turn(SHIPPED))
def test_the_chart_is_fit_for_a_slide(drawn, name, lang):
    assert faults(drawn(name, lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["pairs", "fractional", "everyone", "tools"])
def test_the_usual_charts_are_one_slide(drawn, name, lang):
    assert drawn(name, lang).get_size_inches().tolist() == [13.33, 7.5]


def read(figure) -> tuple[dict[str, tuple], dict[str, tuple]]:
    """Read from the artists how thick the bands are at both ends, and how high the bars: name →
    inches.
    """
    bands, bars = {}, {}
    for patch in figure.axes[0].patches:
        if isinstance(patch, PathPatch):
            xy = patch.get_path().vertices
            bands[patch.get_label()] = (
                xy[0, 1] - xy[7, 1],
                xy[3, 1] - xy[4, 1],
                (xy[0] + xy[7]) / 2,
                (xy[3] + xy[4]) / 2,
            )
        elif isinstance(patch, Rectangle):
            bars[patch.get_label()] = (patch.get_y(), patch.get_height())
    return bands, bars


@pytest.mark.parametrize("name", SHIPPED)
def test_bands_and_bars_are_as_high_as_the_table_says(shipped, drawn, name):
    table = table_of(shipped, name, None)
    bands, bars = read(drawn(name, None))
    thick: dict[tuple, float] = {}
    for label, (start, end, *_) in bands.items():
        assert start == pytest.approx(end)
        pair = tuple(label.split(" → ")[-2:])
        thick[pair] = thick.get(pair, 0) + start
    told = {}
    for row in table.to_dict("records"):
        a, b = row["stage"].split(" → ")
        told[f"{a}:{row['from']}", f"{b}:{row['to']}"] = row["value"]
    unit = sum(thick.values()) / sum(told.values())
    assert thick == pytest.approx({pair: value * unit for pair, value in told.items()})
    leave: dict[str, float] = {}
    come: dict[str, float] = {}
    for (a, b), value in told.items():
        leave[f"leave {a}"] = leave.get(f"leave {a}", 0) + value * unit
        come[f"come {b}"] = come.get(f"come {b}", 0) + value * unit
    assert {label: height for label, (_, height) in bars.items()} == pytest.approx(leave | come)


@pytest.mark.parametrize("name", SHIPPED)
def test_bands_fill_their_bars_and_do_not_overlap_there(drawn, name):
    bands, bars = read(drawn(name, None))
    for side, own, at in (("leave", -2, 2), ("come", -1, 3)):
        spans: dict[str, list] = {}
        for label, band in bands.items():
            middle, half = band[at][1], band[0] / 2
            spans.setdefault(f"{side} {label.split(' → ')[own]}", []).append(
                (middle - half, middle + half)
            )
        for label, own_spans in spans.items():
            own_spans.sort()
            assert own_spans[0][0] == pytest.approx(bars[label][0])
            assert own_spans[-1][1] == pytest.approx(sum(bars[label]))
            assert all(below[1] == pytest.approx(above[0]) for below, above in pairwise(own_spans))


def test_bars_of_a_stage_stand_apart(drawn):
    for name in SHIPPED:
        _, bars = read(drawn(name))
        for side, dimension in {
            (label.split()[0], label.split()[1].split(":")[0]) for label in bars
        }:
            own = sorted(
                span for label, span in bars.items() if label.startswith(f"{side} {dimension}:")
            )
            assert all(low + height < above - 0.02 for (low, height), (above, _) in pairwise(own))


@pytest.mark.parametrize("name", ["pairs", "everyone", "tools"])
def test_numbers_beside_the_labels_are_those_of_the_codes(drawn, name):
    table = drawn(name).foip["table"]
    texts = [text.get_text() for text in drawn(name).axes[0].texts]
    nodes = [mark for mark in foip.about(table).more["marks"] if mark["part"] == "node"]
    one_line = "  ".join(texts)
    for node in nodes:
        value = f"{node['value']:.1f}".removesuffix(".0")
        assert f"{foip.about(table).more['labels'][node['row']].split()[-1]}  {value}" in one_line


def test_colours_are_the_first_stages_own_or_one_is_strong(shipped):
    table = foip.flows(shipped, *THREE)
    colours = foip.about(table).colours["priority"]
    patches = [patch for patch in plot_flows(table).axes[0].patches if isinstance(patch, PathPatch)]
    for patch in patches:
        assert (
            to_hex(patch.get_facecolor())
            == colours[patch.get_label().split(" → ")[0].split(":")[1]]
        )
    strong = [patch.get_label() for patch in patches if patch.get_alpha() > 0.8]
    (way,) = foip.about(table).more["strong"]
    assert sorted(strong) == sorted([" → ".join([way[0], way[0], way[1]]), " → ".join(way)]), (
        "the way that the title names"
    )
    many = [
        patch
        for patch in plot_flows(foip.flows(shipped, "tool", "region")).axes[0].patches
        if isinstance(patch, PathPatch)
    ]
    assert {
        patch.get_label().split(" → ")[0]
        for patch in many
        if to_hex(patch.get_facecolor()) == style.colour("strong")
    } == {"tool:infrastructure"}


# Awkward data

AWKWARD = [name for name in GRIDS if name not in ("all zero", "many long")]


@pytest.mark.slow
@pytest.mark.parametrize(("data", "lang"), in_turn(AWKWARD))
def test_awkward_data_is_drawn_as_well(grid, data, lang):
    dataset = grid(*GRIDS[data])
    assert (
        faults(plot_flows(foip.flows(dataset, "tool", "region", lang=lang, none=lang == "ja")))
        == []
    )
    explore_flows(foip.flows(dataset, "tool", "region", lang=lang, count="fractional"))


@pytest.mark.parametrize("draw", [plot_flows, explore_flows])
def test_what_cannot_be_drawn_is_refused_in_a_sentence(shipped, grid, draw):
    table = foip.flows(shipped, *THREE)
    for wrong, sentence in [
        (foip.count(shipped, "tool"), "no table of flows"),
        (table.head(3), "Rows were taken out"),
        (table.assign(value=table["value"] * 2), "were changed after the table was made"),
        (foip.flows(grid([[0]], ["A"], ["N"]), "tool", "region"), "no flows to draw"),
        (
            foip.flows(shipped, "priority", "theme", "tool", "region", "place", "status"),
            "6 stages do not fit",
        ),
    ]:
        with pytest.raises(ValueError, match=sentence):
            draw(wrong)


def test_other_charts_refuse_flows(shipped):
    for draw in (plot_bars, plot_heatmap, explore_heatmap):
        with pytest.raises(ValueError, match=r"Draw it with foip\.plot"):
            draw(foip.flows(shipped, *THREE))


# The twin and the saved set


@pytest.mark.parametrize("name", SHIPPED)
def test_the_twin_has_the_numbers_and_the_initiatives(shipped, name):
    table = table_of(shipped, name, "ja")
    figure = json.loads(explore_flows(table).to_json())
    (trace,) = figure["data"]
    links, nodes = trace["link"], trace["node"]
    bare = [html.unescape(label).rsplit("  ", 1)[0] for label in nodes["label"]]
    sums: dict[tuple, float] = {}
    for a, b, value in zip(links["source"], links["target"], links["value"], strict=True):
        sums[bare[a], bare[b]] = sums.get((bare[a], bare[b]), 0) + value
    assert sums == pytest.approx(
        {(row["from"], row["to"]): row["value"] for row in table.to_dict("records")}
    )
    bands = [mark for mark in foip.about(table).more["marks"] if mark["part"] == "band"]
    for text, mark in zip(links["customdata"], bands, strict=True):
        first = foip.about(table).initiatives[mark["initiatives"][0]]
        assert f"{first['name']} [{', '.join(first['locators'])}]" in html.unescape(text).replace(
            f"<br>{GOES_ON}", ""
        )
    assert all(0 < place < 1 for place in (*nodes["x"], *nodes["y"]))
    title = html.unescape(figure["layout"]["title"]["text"]).replace("<br>", "")
    assert caption.finding(table).replace(" ", "") in title.replace(" ", "")


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize("name", ["pairs", "fractional"])
def test_a_set_is_saved_whole_and_drawn_the_same_twice(drawn, tmp_path, name):
    figure = drawn(name, "ja")
    table = figure.foip["table"]
    if name == "pairs":
        assert picture_of(figure, "svg") == picture_of(plot_flows(table), "svg")
    foip.save_figure(figure, "flows", folder=tmp_path)
    words = json.loads((tmp_path / "flows.json").read_text(encoding="utf-8"))
    assert words["calls"][1] == "figure = foip.plot(table)"
    for mark in words["marks"]:
        assert (
            mark["value"] == len(mark["initiatives"])
            if name == "pairs"
            else 0 < mark["value"] <= len(mark["initiatives"])
        )
        assert all(
            initiative["name"] and initiative["locators"] for initiative in mark["initiatives"]
        )
    read = pd.read_csv(tmp_path / "flows.csv")
    assert read.columns.tolist() == ["stage", "from", "to", "value"]
    assert np.allclose(read["value"], table["value"])


def test_a_large_dataset_carries_no_names(monkeypatch, shipped):
    monkeypatch.setattr("foip_analysis.tables.about.CARRIED", 10)
    table = foip.flows(shipped, *THREE)
    assert all(mark["initiatives"] == [] for mark in description(plot_flows(table))["marks"])
    explore_flows(table)
