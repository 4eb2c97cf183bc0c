"""The whole document on one page: its panels say what their tables say, in both languages, for any
part of the data.
"""

import io
import json
import re
from functools import cache

import pandas as pd
import pytest
from awkward import LONG
from conftest import load_frames, make_frames
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.files.figures import picture_of
from foip_analysis.files.formats import SUFFIXES
from foip_analysis.shipped.overview import PANEL_ROWS

LANGUAGES = ("en", "ja")
PANELS = ["priority", "tool", "sector", "region", "place", "partner"]


def panel(figure, name):
    return next(axes for axes in figure.axes if axes.get_label() == name)


@pytest.fixture(scope="module")
def overview(shipped):
    """A function from a language to the overview of the shipped data, drawn once."""
    return cache(lambda lang="en": foip.plot_overview(shipped, lang=lang))


@pytest.mark.parametrize(
    ("lang", "theme"), [("en", "light"), ("ja", "light"), ("en", "dark"), ("ja", "print")]
)
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
    "sector": "s1 s2",
    "partner": "x y",
}


@pytest.mark.parametrize("label", LONG)
def test_awkward_labels_fit(tmp_path, label):
    codings = {
        f"i{n}": {
            "priority": f"p{n % 9 + 1}",
            "tool": "t1 t3",
            "place": "a b",
            "partner": "x",
            "sector": "s1",
        }
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
def test_the_bars_are_as_long_as_the_counts(overview, shipped, lang):
    figure = overview(lang)
    assert list(figure.foip["tables"]) == PANELS
    for dimension in PANELS:
        codes = foip.describe(dimension)
        if dimension == "partner":  # those of Japan are no partners abroad
            codes = codes[codes["parent"] != "domestic"]
        abroad = {dimension: list(codes.index)}
        whole = foip.count(shipped, dimension, order="size", codes=abroad, lang=lang).iloc[:, 0]
        axes = panel(figure, dimension)
        bars = [bar.get_width() for bar in axes.patches]
        assert bars == whole.tolist()[: len(bars)]
        assert len(bars) == len(whole) or whole.iloc[len(bars)] < bars[-1], "no tie is cut"
        assert 3 <= len(bars) <= PANEL_ROWS
        texts = [text.get_text() for text in axes.texts]
        assert [text for text in texts if text.isdigit()] == [str(int(bar)) for bar in bars]
        labels = [label.get_text() for label in axes.get_yticklabels()]
        assert labels == whole.index.tolist()[: len(bars)]


def test_panels_share_a_scale(overview):
    figure = overview()
    inches = figure.get_size_inches()[0]
    units = {
        round(axes.get_position().width * inches / axes.get_xlim()[1], 6) for axes in figure.axes
    }
    assert len(units) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_headline_is_of_findings_whose_numbers_are_shown(overview, shipped, lang):
    figure = overview(lang)
    for dimension in ("priority", "region"):
        table = foip.count(shipped, dimension, lang=lang)
        assert foip.findings(table).loc[0, "finding"] in figure.foip["title"]
    shown = {text.get_text() for axes in figure.axes for text in axes.texts}
    heads = " ".join(text.get_text() for text in figure.texts)
    for number in re.findall(r"\d+", figure.foip["title"]):
        assert number in shown or number in heads


def test_a_part_without_findings_tells_its_size(shipped):
    nothing = foip.plot_overview(shipped.where(region="north_america"))
    assert nothing.foip["title"].startswith("0 initiatives")
    assert foip.plot_overview(shipped, title="Own").foip["title"] == "Own"


def test_no_bars_are_drawn_where_there_are_none(shipped):
    alone = foip.plot_overview(shipped.where(partner="none"))
    assert [axes.get_label() for axes in alone.axes] == [
        name for name in PANELS if name != "partner"
    ]


# Refused, and saved


def test_a_codebook_without_the_dimensions_is_refused(toy8, shipped):
    with pytest.raises(
        ValueError, match="The codebook has no dimension priority, sector, place, partner"
    ):
        foip.plot_overview(toy8)
    with pytest.raises(ValueError, match="lang is 'en' or 'ja'"):
        foip.plot_overview(shipped, lang=None)
    with pytest.raises(ValueError, match="lang is 'fr'"):
        foip.plot_overview(shipped, lang="fr")


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_the_set_holds_every_panel(overview, shipped, lang, tmp_path):
    figure = overview(lang)
    paths = foip.save_figure(figure, "overview", folder=tmp_path)
    assert len(paths) == len(SUFFIXES)
    table = pd.read_csv(io.StringIO(paths[-2].read_text(encoding="utf-8")), keep_default_na=False)
    assert table.columns.tolist() == ["panel", "row", "column", "value"]
    assert list(table["panel"].unique()) == PANELS
    for name, own in figure.foip["tables"].items():
        block = table[table["panel"] == name]
        assert block["value"].tolist() == own.iloc[:, :1].to_numpy().ravel().tolist()
    words = json.loads(paths[-1].read_text(encoding="utf-8"))
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
        found = foip.members(shipped, **{mark["panel"]: mark["row"]})
        assert [initiative["id"] for initiative in mark["initiatives"]] == found[
            "initiative_id"
        ].tolist()
        assert mark["value"] == len(found)
    again = eval(words["calls"][0].removeprefix("figure = "), {"foip": foip, "dataset": shipped})
    assert again.foip["title"] == words["title"]


def test_the_same_overview_gives_the_same_picture(overview, shipped):
    again = foip.plot_overview(shipped)
    assert picture_of(again, "svg") == picture_of(overview(), "svg")


def test_partners_are_called_abroad_only_where_those_of_japan_are_left_out(overview, shipped):
    """Where no initiative names a partner abroad, those of Japan stand there under their name."""
    home = shipped.where(partner_kind="domestic")
    abroad = [kind for kind in home.membership("partner_kind") if kind != "domestic"]
    alone = home.membership("partner_kind")[abroad].sum(axis=1) == 0
    ids = alone.index[alone].tolist()
    frames = {
        name: frame[frame["initiative_id"].isin(ids)]
        for name, frame in (("initiatives", shipped.initiatives), ("codings", shipped.codings))
    }
    only = foip.Dataset(**frames, codebook=shipped.codebook, units=shipped.units)
    assert only.total > 0
    assert "Partner abroad" in overview().foip["alt"]
    told = foip.plot_overview(only).foip["alt"]
    assert "Partner (" in told
    assert "abroad" not in told
