"""The UpSet chart shows its table of sets, says what it shows and fits; its twin too."""

import html
import json
from functools import cache

import numpy as np
import pandas as pd
import pytest
from awkward import ENGLISH, JAPANESE, MARKS
from conftest import in_turn, load_frames, make_dataset, make_frames
from matplotlib.colors import to_hex
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import explore_bars, plot_bars
from foip_analysis.charts.heatmap import plot_heatmap
from foip_analysis.charts.hover import GOES_ON
from foip_analysis.charts.sets import explore_sets, plot_sets
from foip_analysis.files.figures import description, picture_of
from foip_analysis.tables import caption

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
    return cache(lambda name, lang="en": plot_sets(table_of(shipped, name, lang)))


def test_the_words_of_the_shipped_tools(shipped):
    figure = plot_sets(foip.combinations(shipped, "tool"))
    several = int((shipped.membership("tool").sum(axis=1) > 1).sum())
    assert figure.foip["title"].startswith(f"{several} of 62 initiatives have more than one tool")
    assert "all 62" in figure.foip["subtitle"]
    assert description(figure)["alt"].endswith(
        "Largest: Infrastructure 12, Business by firms 8, Capacity building 4, OSA + Equipment "
        "3, Exercises 3"
    )


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), in_turn(SHIPPED))
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
    colours = [to_hex(bar.get_facecolor()) for bar in plot_sets(table).axes[0].patches]
    assert [colour == style.colour("strong") for colour in colours] == (
        table.iloc[:, 1:].sum(axis=1) > 1
    ).tolist()
    both = {"tool": "A B"}
    one = foip.combinations(
        make_dataset(tmp_path, {"1": both, "2": both, "3": {"tool": "C"}}, {"tool": "A B C"}),
        "tool",
    )
    assert [to_hex(bar.get_facecolor()) for bar in plot_sets(one).axes[0].patches] == [
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
@pytest.mark.parametrize(("data", "lang"), in_turn(AWKWARD))
def test_awkward_data_is_drawn_as_well(tmp_path, data, lang):
    table = foip.combinations(awkward(tmp_path, *AWKWARD[data]), "tool", lang=lang)
    assert faults(plot_sets(table)) == []
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
        plot_sets(foip.combinations(dataset, "tool"))
    fit = int(str(caught.value).split("top=")[1].split(",")[0])
    assert fit > 30
    assert faults(plot_sets(foip.combinations(dataset, "tool", top=fit))) == []


def test_columns_are_wide_enough_for_their_numbers(tmp_path):
    sets = [[n for n in range(5) if k >> n & 1] for k in range(1, 32)]
    dataset = awkward(tmp_path, [f"Code {n}" for n in range(5)], sets * 100)
    with pytest.raises(ValueError, match="31 sets do not fit on a slide") as caught:
        plot_sets(foip.combinations(dataset, "tool"))
    fit = int(str(caught.value).split("top=")[1].split(",")[0])
    assert faults(plot_sets(foip.combinations(dataset, "tool", top=fit))) == []


@pytest.mark.parametrize("draw", [plot_sets, explore_sets])
def test_what_cannot_be_drawn_is_refused_in_a_sentence(shipped, draw):
    table = foip.combinations(shipped, "tool")
    changed = table.copy()
    changed.iloc[0, 0] = 99
    for wrong, sentence in [
        (foip.count(shipped, "tool"), "no table of sets"),
        (pd.DataFrame({"a": [1]}), "no table of sets"),
        (table.head(3), "Sets were taken out"),
        (table.rename(index={"Business by firms": "Firms"}), "which it was not made with"),
        (table.drop(columns="OSA"), "Columns of this table"),
        (changed, "were changed after the table was made"),
        (foip.combinations(shipped, "tool", least=50), "no sets to draw. Lower least="),
    ]:
        with pytest.raises(ValueError, match=sentence):
            draw(wrong)


def test_other_charts_refuse_sets(shipped):
    for draw in (plot_bars, plot_heatmap, explore_bars):
        with pytest.raises(ValueError, match=r"Draw it with foip\.plot"):
            draw(foip.combinations(shipped, "tool"))


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
            f"<br>{GOES_ON}", ""
        )
    assert caption.finding(table) in html.unescape(figure["layout"]["title"]["text"]).replace(
        "<br>", ""
    )


@pytest.mark.usefixtures("no_pictures")
def test_a_set_is_saved_whole_and_drawn_the_same_twice(shipped, tmp_path):
    table = foip.combinations(shipped, "tool", lang="ja")
    figure = plot_sets(table)
    assert picture_of(figure, "svg") == picture_of(plot_sets(table), "svg")
    foip.save_figure(figure, "sets", folder=tmp_path)
    words = json.loads((tmp_path / "sets.json").read_text(encoding="utf-8"))
    assert words["calls"] == [
        "table = foip.combinations(dataset, 'tool', lang='ja')",
        "figure = foip.plot(table)",
    ]
    for mark in words["marks"]:
        assert mark["value"] == len(mark["initiatives"])
        assert all(
            initiative["name"] and initiative["locators"] for initiative in mark["initiatives"]
        )
    assert sum(mark["value"] for mark in words["marks"] if mark["part"] == "set") == 62
    read = pd.read_csv(tmp_path / "sets.csv", index_col=0)
    assert read["取組数"].tolist() == table["取組数"].tolist()


def test_a_large_dataset_carries_no_names(monkeypatch, shipped):
    monkeypatch.setattr("foip_analysis.tables.about.CARRIED", 10)
    table = foip.combinations(shipped, "tool")
    assert not foip.about(table).initiatives
    assert all(mark["initiatives"] == [] for mark in description(plot_sets(table))["marks"])
    explore_sets(table)
