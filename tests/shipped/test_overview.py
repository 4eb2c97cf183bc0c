"""The whole document on one page: its panels say what their tables say, in both languages, for any
part of the data.
"""

import io
import json

import numpy as np
import pandas as pd
import pytest
from awkward import LONG
from conftest import load_frames, make_dataset, make_frames
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.shipped.overview import MOST, sentence

LANGUAGES = ("en", "ja")
PANELS = ["priority", "tool", "place", "partner", "tool_family by region"]


def panel(figure, name):
    return next(axes for axes in figure.axes if axes.get_label() == name)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_overview_is_fit_for_a_slide(shipped, lang, theme):
    style.use(theme)
    figure = foip.plot_overview(shipped, lang=lang)
    assert faults(figure) == []
    assert figure.get_size_inches().tolist() == [13.33, 7.5]


PARTS = {
    "one priority": lambda d: d.where(priority="p3"),
    "stated codings": lambda d: d.stated(),
    "no partner": lambda d: d.where(partner="none"),
    "one initiative": lambda d: d.where(region="africa", tool="osa"),
    "none": lambda d: d.where(region="north_america"),
}


@pytest.mark.parametrize(
    ("part", "lang"), [(part, LANGUAGES[n % 2]) for n, part in enumerate(PARTS)]
)
def test_a_part_of_the_data_has_an_overview_too(shipped, part, lang):
    figure = foip.plot_overview(PARTS[part](shipped), lang=lang)
    assert faults(figure) == []


CODES = {
    "priority": "p1 p2 p3 p4 p5 p6 p7 p8 p9",
    "tool_family": "f1 f2",
    "tool": "t1<f1 t2<f1 t3<f2",
    "region": "r1 r2",
    "place": "a<r1 b<r2",
    "partner": "x y",
}


@pytest.mark.parametrize("label", LONG)
def test_awkward_labels_fit(tmp_path, label):
    codings = {
        f"i{n}": {"priority": f"p{n % 9 + 1}", "tool": "t1 t3", "place": "a b", "partner": "x"}
        for n in range(12)
    }
    frames = make_frames(codings, CODES)
    labels = [f"{n} {LONG[label]}" for n in range(len(frames["codebook"]))]
    frames["codebook"] = frames["codebook"].assign(label_en=labels, label_ja=labels)
    lang = "ja" if label == "Japanese" else "en"
    figure = foip.plot_overview(load_frames(tmp_path, frames), lang=lang)
    assert faults(figure) == []


# What is plotted is what the tables say


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bars_are_as_long_as_the_counts(shipped, lang):
    figure = foip.plot_overview(shipped, lang=lang)
    assert list(figure.foip["tables"]) == PANELS
    for dimension in PANELS[:4]:
        whole = foip.count(shipped, dimension, order="size", lang=lang).iloc[:, 0]
        axes = panel(figure, dimension)
        bars = [bar.get_width() for bar in axes.patches]
        assert bars == whole.tolist()[: len(bars)]
        assert len(bars) == len(whole) or whole.iloc[len(bars)] < bars[-1], "no tie is cut"
        assert 3 <= len(bars) <= MOST[dimension]
        texts = [text.get_text() for text in axes.texts]
        assert texts[0::2] == whole.index.tolist()[: len(bars)]
        assert texts[1::2] == [str(int(bar)) for bar in bars]


def test_the_cells_are_those_of_the_cross_tab(shipped):
    figure = foip.plot_overview(shipped)
    table = foip.cross_tab(shipped, "tool_family", "region")
    axes = panel(figure, "tool_family by region")
    assert np.array_equal(
        np.ma.filled(axes.collections[0].get_array(), 0).reshape(table.shape), table.to_numpy()
    )
    shown = {
        tuple(map(float, text.xy)): text.get_text()
        for text in axes.texts
        if text.get_text().isdigit()
    }
    assert shown == {
        (x + 0.5, y + 0.5): str(table.iat[y, x]) for y, x in np.argwhere(table.to_numpy()).tolist()
    }


def test_the_headline_names_the_leaders(shipped):
    leaders = [
        foip.count(shipped, dimension, order="size").iloc[0]
        for dimension in ("priority", "tool", "region")
    ]
    named = [f"{leader.name} ({leader.iloc[0]:.0f})" for leader in leaders]
    assert (
        foip.plot_overview(shipped).foip["title"]
        == f"62 initiatives: {named[0]}, {named[1]} and {named[2]} lead"
    )
    assert (
        foip.plot_overview(shipped, lang="ja").foip["title"]
        == "62件の取組：最多は経済基盤（28件）、インフラ（20件）、東南アジア（32件）"
    )
    assert (
        foip.plot_overview(shipped.where(region="north_america")).foip["title"] == "0 initiatives"
    )
    assert foip.plot_overview(shipped, title="Own").foip["title"] == "Own"


def test_leaders_that_tie_are_named_together_or_not_at_all(tmp_path):
    two = {
        "1": {"priority": "p1", "tool": "t1 t2 t3", "place": "a"},
        "2": {"priority": "p2", "tool": "t1 t2 t3", "place": "a"},
    }
    assert foip.plot_overview(make_dataset(tmp_path, two, CODES)).foip["title"] == (
        "2 initiatives: priority p1 / priority p2 (1) and region r1 (2) lead"
    )


def test_each_panel_has_its_sentence(shipped):
    figure = foip.plot_overview(shipped)
    told = {name: sentence(table) for name, table in figure.foip["tables"].items()}
    assert told["tool"] == ("Tool", "Infrastructure leads with 20 of 62")
    assert told["partner"] == ("Partner", "United States leads with 7 of 22")
    assert told["tool_family by region"] == (
        "Tool family × Region",
        "Goods and works × Southeast Asia leads with 16 of 53",
    )
    written = " ".join(text.get_text() for text in figure.texts)
    assert all(part in written for parts in told.values() for part in parts)
    africa = foip.plot_overview(shipped.where(region="africa", tool="osa")).foip["tables"]
    assert sentence(africa["place"])[1] == "Philippines and Djibouti lead with 1 each of 1"
    alone = foip.plot_overview(shipped.where(partner="none"))
    assert sentence(alone.foip["tables"]["partner"])[1] == "No initiative"
    assert [axes.get_label() for axes in alone.axes] == [
        name for name in PANELS if name != "partner"
    ], "no bars where there are none"


# Refused, and saved


def test_a_codebook_without_the_dimensions_is_refused(toy8, shipped):
    with pytest.raises(
        ValueError, match="The codebook has no dimension priority, place, partner, tool_family"
    ):
        foip.plot_overview(toy8)
    with pytest.raises(ValueError, match="lang is 'en' or 'ja'"):
        foip.plot_overview(shipped, lang=None)
    with pytest.raises(ValueError, match="lang is 'fr'"):
        foip.plot_overview(shipped, lang="fr")


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_the_set_holds_every_panel(shipped, lang, tmp_path):
    figure = foip.plot_overview(shipped, lang=lang)
    paths = foip.save_figure(figure, "overview", folder=tmp_path)
    assert len(paths) == 5
    table = pd.read_csv(io.StringIO(paths[3].read_text(encoding="utf-8")), keep_default_na=False)
    assert table.columns.tolist() == ["panel", "row", "column", "value"]
    assert list(table["panel"].unique()) == PANELS
    for name, own in figure.foip["tables"].items():
        block = table[table["panel"] == name]
        shown = own if foip.about(own).columns else own.iloc[:, :1]
        assert block["value"].tolist() == shown.to_numpy().ravel().tolist()
    words = json.loads(paths[4].read_text(encoding="utf-8"))
    assert all(
        words[key]
        for key in (
            "title",
            "subtitle",
            "caption",
            "alt",
            "source",
            "note",
            "calls",
            "panels",
            "marks",
        )
    )
    assert words["language"] == lang
    assert [panel["panel"] for panel in words["panels"]] == PANELS
    for mark in words["marks"]:
        if mark["column"] is None:
            found = foip.members(shipped, **{mark["panel"]: mark["row"]})
        else:
            found = foip.members(shipped, tool_family=mark["row"], region=mark["column"])
        assert [initiative["id"] for initiative in mark["initiatives"]] == found[
            "initiative_id"
        ].tolist()
        assert mark["value"] == len(found)
    again = eval(words["calls"][0].removeprefix("figure = "), {"foip": foip, "dataset": shipped})
    assert again.foip["title"] == words["title"]


def test_the_same_overview_gives_the_same_bytes(shipped, tmp_path):
    sets = [
        foip.save_figure(foip.plot_overview(shipped), "a", folder=tmp_path / str(n))
        for n in range(2)
    ]
    assert [first.read_bytes() for first in sets[0]] == [second.read_bytes() for second in sets[1]]
