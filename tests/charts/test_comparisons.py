"""Charts that compare: ranges, layers, residuals, pairs and grouped bars, measured as they are
drawn.
"""

import io
import json
import re
from functools import cache

import numpy as np
import pandas as pd
import pytest
from awkward import GRIDS, LONG, colours_of
from conftest import in_turn, make_dataset, named
from matplotlib.colors import to_rgba
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import explore_bars, plot_bars
from foip_analysis.charts.dots import plot_dots
from foip_analysis.charts.multiples import SMALL_CELL, plot_multiples
from foip_analysis.charts.pairs import plot_pairs
from foip_analysis.charts.residuals import plot_residuals
from foip_analysis.files.figures import description
from foip_analysis.tables import caption
from foip_analysis.tables import gaps as contrasts
from foip_analysis.tables.competing import column_codes, row_codes
from foip_analysis.tables.grid import grid_of, number


def associated(dataset, rows="tool", columns="region", lang="en", draws=0, none="include"):
    return foip.association(dataset, rows, columns, none=none, draws=draws, lang=lang)


def layers(dataset, rows="tool_family", columns="region", lang="en", by="priority", **options):
    return foip.cross_tab(dataset, rows, columns, by=by, lang=lang, **options)


SHIPPED = {
    "residuals": lambda d, lang: plot_residuals(associated(d, lang=lang, draws=199)),
    "residuals, two pass": lambda d, lang: plot_residuals(
        associated(d, columns="priority", lang=lang, draws=99)
    ),
    "residuals of few": lambda d, lang: plot_residuals(
        associated(d, "status", "priority", lang=lang, none="drop").residuals
    ),
    "residuals of places": lambda d, lang: plot_residuals(
        associated(d, "place", "priority", lang=lang)
    ),
    "stated": lambda d, lang: plot_dots(foip.sensitivity(d, "tool", lang=lang)),
    "stated, largest first": lambda d, lang: plot_dots(
        foip.sensitivity(d, "place", lang=lang, codes="present", order="size")
    ),
    "stated by column": lambda d, lang: plot_dots(
        foip.sensitivity(d, "tool", "priority", lang=lang)
    ),
    "full and fractional": lambda d, lang: plot_dots(
        foip.sensitivity(d, "sector", lang=lang, none=True, margins=True, to="counting")
    ),
    "fractional by column": lambda d, lang: plot_dots(
        foip.sensitivity(
            d,
            "tool_family",
            "region",
            lang=lang,
            codes={"region": ["southeast_asia", "south_asia", "pacific"]},
            to="counting",
        )
    ),
    "left out": lambda d, lang: plot_dots(foip.sensitivity(d, "tool", lang=lang, to="one_out")),
    "left out by column": lambda d, lang: plot_dots(
        foip.sensitivity(
            d, "tool", "region", lang=lang, codes={"region": ["pacific", "africa"]}, to="one_out"
        )
    ),
    "layers": lambda d, lang: plot_multiples(layers(d, lang=lang)),
    "layers with margins": lambda d, lang: plot_multiples(
        layers(d, lang=lang, margins=True, none=True)
    ),
    "nine layers": lambda d, lang: plot_multiples(layers(d, lang=lang, by="theme")),
    "layers of shares": lambda d, lang: plot_multiples(
        layers(d, "tool", "tool_family", lang=lang, share="row")
    ),
    "layers of bars": lambda d, lang: plot_multiples(
        layers(d, "tool", lang=lang, codes={"region": ["pacific"]})
    ),
    "partners": lambda d, lang: plot_pairs(foip.cross_tab(d, "partner", "partner", lang=lang)),
    "partners with margins": lambda d, lang: plot_pairs(
        foip.cross_tab(d, "partner", "partner", lang=lang, margins=True, none=True)
    ),
    "tools": lambda d, lang: plot_pairs(foip.cross_tab(d, "tool", "tool", lang=lang, top=8)),
    "places": lambda d, lang: plot_pairs(foip.cross_tab(d, "place", "place", lang=lang)),
    "grouped": lambda d, lang: plot_bars(
        foip.cross_tab(d, "region", "priority", lang=lang, margins=True), kind="grouped"
    ),
    "grouped shares": lambda d, lang: plot_bars(
        foip.cross_tab(d, "tool", "priority", lang=lang, share="column"), kind="grouped"
    ),
}


@pytest.fixture(scope="module")
def drawn(shipped):
    """A function from a chart and a language to its figure, which is drawn once."""
    return cache(lambda chart, lang="en": SHIPPED[chart](shipped, lang))


@pytest.mark.slow
@pytest.mark.parametrize(("chart", "lang"), in_turn(SHIPPED))
def test_a_chart_of_the_shipped_data_is_fit_for_a_slide(drawn, chart, lang):
    figure = drawn(chart, lang)
    assert faults(figure) == []
    assert figure.get_size_inches()[0] == pytest.approx(13.33)
    assert all(figure.foip[key] for key in ("title", "subtitle", "foot", "call"))


@pytest.mark.parametrize("theme", ["dark", "print"])
def test_every_theme_is_readable(shipped, theme):
    style.use(theme)
    for chart in ("residuals, two pass", "stated by column", "layers", "partners"):
        assert faults(SHIPPED[chart](shipped, "en")) == []


def test_grouped_bars_take_a_title_of_ones_own(drawn):  # test_plot asks the other charts
    figure = plot_bars(drawn("grouped").foip["table"], kind="grouped", title="Own")
    assert figure.foip["title"] == "Own"
    assert "title='Own'" in figure.foip["call"]


# Awkward data

LESS = {"one column", "one value", "all alike", "many long"}  # as good as another for these charts
AWKWARD = [name for name in GRIDS if name not in LESS]


@pytest.mark.slow
@pytest.mark.parametrize(("data", "lang"), in_turn(AWKWARD))
def test_awkward_data_is_drawn_as_well(grid, data, lang):
    cells, rows, columns = GRIDS[data]
    dataset = grid(cells, rows, columns)
    style.use(colours=colours_of(dataset))
    charts = [
        plot_dots(foip.sensitivity(dataset, "tool", "region", lang=lang)),
        plot_dots(foip.sensitivity(dataset, "tool", lang=lang, to="one_out")),
        plot_multiples(layers(dataset, "tool", "region", by="region", lang=lang)),
        plot_multiples(
            layers(dataset, "region", "tool", by="region", lang=lang, codes={"tool": ["r0"]})
        ),
        plot_bars(foip.cross_tab(dataset, "tool", "region", lang=lang), kind="grouped"),
    ]
    if data not in ("all zero", "one cell"):
        charts.append(plot_residuals(associated(dataset, lang=lang)))
    for figure in charts:
        assert faults(figure) == []


@pytest.mark.parametrize(
    ("labels", "lang"), [*zip(LONG.values(), ("en", "ja", "en"), strict=True), ("", "ja")]
)
def test_pairs_of_awkward_codes(tmp_path, labels, lang):
    codes = [f"p{n}" for n in range(30)]
    codings = {
        f"i{n}": {"partner": " ".join({codes[n], codes[n * 7 % 30], codes[0]})} for n in range(30)
    }
    codings |= {"alone": {"partner": "q"}, "none": {}}
    dataset = make_dataset(tmp_path, codings, {"partner": " ".join([*codes, "q", "r"])})
    book = dataset.codebook
    few = 30 if not labels else 6
    book["label_en"] = book["label_ja"] = [f"{n} {labels}" for n in range(len(book))]
    table = foip.cross_tab(
        dataset, "partner", "partner", lang=lang, codes={"partner": [*codes[:few], "q", "r"]}
    )
    assert faults(plot_pairs(table)) == []


# What is plotted is what the table says


def written(axes) -> dict[tuple[float, float], str]:
    return {tuple(map(float, text.xy)): text.get_text() for text in axes.texts}


def numbers(texts) -> list[str]:
    return sorted(text for text in texts if text and (text[0].isdigit() or text[0] in "+−("))


@pytest.mark.parametrize("chart", [name for name in SHIPPED if name.startswith("residuals")])
def test_residuals_are_shown_by_one_number(drawn, chart):
    figure = drawn(chart)
    table, mesh = figure.foip["table"], figure.axes[0].collections[0]
    parts = [
        axes.collections[0].get_array().reshape(-1, table.shape[1]) for axes in figure.axes
    ]  # side by side where rows are many
    values = np.vstack(parts)
    assert np.array_equal(values, table.to_numpy().round(1)), (
        "the colour is of the number that is written"
    )
    for axes, part in zip(figure.axes, parts, strict=True):
        texts = written(axes)
        shown = [
            [texts[x + 0.5, y + 0.5].replace("−", "-") for x in range(part.shape[1])]
            for y in range(len(part))
        ]
        assert np.array_equal(np.array(shown, float), part)
    assert mesh.norm.vmin == -mesh.norm.vmax
    assert mesh.norm.vmax >= np.abs(values).max()
    assert np.allclose(
        mesh.cmap(mesh.norm(0.0))[:3], to_rgba(style.colour("paper"))[:3], atol=0.01
    ), "the middle is paper"


def test_cells_that_pass_are_bold_and_framed(drawn):
    figure = drawn("residuals, two pass")
    table = figure.foip["table"]
    passes = np.argwhere(contrasts.passing(table)).tolist()
    assert len(passes) == foip.about(table).more["passing"] == 2
    starts = np.cumsum(
        [0, *(round(axes.get_ylim()[0]) for axes in figure.axes)]
    ).tolist()  # the rows before each part
    bold = [
        [start + text.xy[1] - 0.5, text.xy[0] - 0.5]
        for start, axes in zip(starts, figure.axes, strict=False)
        for text in axes.texts
        if text.get_fontweight() == "bold"
    ]
    assert bold == passes
    framed = [
        (start + p.get_y() - 0.01, p.get_x() - 0.01)
        for start, a in zip(starts, figure.axes, strict=False)
        for p in a.patches
    ]
    assert np.allclose(framed, passes)
    assert (
        figure.foip["title"]
        == "2 of 42 pairs stand out after correction: OSA × Security cooperation and Equipment × "
        "Security cooperation; p (permutation) ≤ 0.01"
    )
    quiet = drawn("residuals")
    assert len(quiet.axes[0].patches) == 0
    assert not any("passes" in text.get_text() for text in quiet.texts), (
        "no key for what is not there"
    )


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_many_rows_stand_in_parts_side_by_side_so_that_a_slide_holds_them(shipped, lang):
    few = foip.association(shipped, "tool_family", "region", none="include", draws=0, lang=lang)
    many = foip.association(shipped, "partner", "priority", none="include", draws=0, lang=lang)
    assert len(plot_residuals(few).axes) == 1
    figure = plot_residuals(many)
    assert len(figure.axes) == 2
    assert figure.get_size_inches()[1] < style.HEIGHT + 0.2  # in one part it is over 9
    assert faults(figure) == []
    labels = [
        text.get_text()
        for axes in figure.axes
        for text in axes.texts
        if text.get_text() in many.residuals.index
    ]
    assert labels == [label for label in many.residuals.index if label in labels]
    assert len(labels) > 0.9 * len(many.residuals)  # but those in two lines


def test_residuals_near_zero_are_quiet(drawn):
    figure = drawn("residuals")  # in two parts, side by side
    near = [
        text
        for axes in figure.axes
        for text in axes.texts
        if text.get_text()[0] in "+−0" and abs(float(text.get_text().replace("−", "-"))) < 1
    ]
    assert len(near) > 60
    assert {text.get_color() for text in near} == {style.colour("soft")}
    mesh = figure.axes[0].collections[0]
    assert all(
        style.contrast(mesh.cmap(mesh.norm(value)), style.colour("paper")) < 1.5
        for value in (-1, -0.5, 0.5, 1)
    )


def test_the_residuals_say_the_p_value_by_name(shipped):
    found = associated(shipped, draws=199)
    assert f"p (permutation) = {found.p_permutation:.2g}" in caption.finding(found.residuals)
    assert "not tested" in caption.finding(associated(shipped).residuals)
    assert "p (permutation) ≤ 0.01" in caption.finding(
        associated(shipped, "priority", "theme", draws=99).residuals
    )
    foot = plot_residuals(found).foip["foot"]
    assert "Base: 62 initiatives" in foot
    assert "all that the document names, not a sample" in foot


def test_many_cells_that_pass_are_counted(shipped):
    title = caption.finding(associated(shipped, "priority", "theme", draws=99).residuals)
    assert title.startswith(
        "7 of 27 pairs stand out after correction, Shared growth and rules × "
        "Connectivity and rules most; "
    )
    some = associated(shipped, "priority", "theme", draws=99).residuals.iloc[:, :2]
    assert caption.finding(some).startswith("7 of 27 pairs stand out after correction; p "), (
        "those not shown count as well"
    )
    japanese = caption.finding(
        associated(shipped, "priority", "theme", lang="ja", draws=99).residuals
    )
    assert japanese.startswith("補正後に際立つペアは27組中7組、最も強いのは")


def dots(axes) -> dict[float, dict[str, float]]:
    found: dict[float, dict[str, float]] = {}
    for line in axes.lines:
        if line.get_label().startswith("way"):
            found.setdefault(float(line.get_ydata()[0]), {})[line.get_label()] = float(
                line.get_xdata()[0]
            )
    return found


@pytest.mark.parametrize(
    "chart",
    ["stated", "stated by column", "full and fractional", "fractional by column", "left out"],
)
def test_dots_stand_where_the_table_says(drawn, chart):
    figure = drawn(chart)
    table = figure.foip["table"]
    ways = len(foip.about(table).way_labels)
    values = table.to_numpy(float).reshape(len(table), -1, ways)
    assert len(figure.axes) == values.shape[1]
    assert len({axes.get_xlim() for axes in figure.axes}) == 1, "one scale for all"
    for k, axes in enumerate(figure.axes):
        expected = {
            float(y): {f"way {n}": value for n, value in enumerate(line)}
            for y, line in enumerate(values[:, k].tolist())
            if any(line) or len(figure.axes) == 1
        }
        assert dots(axes) == expected
        shown = [
            number(foip.about(table), v)
            for line in expected.values()
            for v in ({*line.values()} if ways == 2 else [line["way 1"]])
        ]
        texts = [text.get_text().split("  (")[0] for text in axes.texts]
        assert numbers(texts) == sorted(shown)


def test_the_span_of_a_share_is_written_beside_it(drawn):
    axes = drawn("left out").axes[0]
    assert "32.3%  (31.1%–32.8%)" in {text.get_text() for text in axes.texts}


def test_only_what_the_title_names_is_strong(drawn, shipped):
    axes = drawn("stated").axes[0]
    strong = {
        line.get_ydata()[0]
        for line in axes.lines
        if line.get_color() == style.colour("strong") and len(line.get_xdata()) == 2
    }
    assert strong == {13}, "Business, whose title it is"
    alike = plot_dots(foip.sensitivity(shipped, "priority", to="counting")).axes[0]
    assert not any(line.get_color() == style.colour("strong") for line in alike.lines)


# what is named and counted, in the order in which it is told; the wording is the catalogue's
RANGES = {
    "stated": (lambda d: foip.sensitivity(d, "tool"), "Business, 5, 10"),
    "stated, by column": (
        lambda d: foip.sensitivity(d, "tool", "region", margins=True),
        "Infrastructure, Southeast Asia, 7, 12",
    ),
    "nothing inferred": (lambda d: foip.sensitivity(d.stated(), "region"), "region"),
    "many alike": (
        lambda d: foip.sensitivity(d, "tool", "region", codes={"region": ["africa", "europe"]}),
        "Rule-making, Africa, 2, 1",
    ),
    "in Japanese": (
        lambda d: foip.sensitivity(d, "tool", lang="ja"),
        "民間企業の事業展開, 10, 5",
    ),
    "split": (
        lambda d: foip.sensitivity(d, "tool", to="counting"),
        "Infrastructure, 20, 15.3",
    ),
    "nothing split": (lambda d: foip.sensitivity(d, "priority", to="counting"), "priority area"),
    "one out": (lambda d: foip.sensitivity(d, "tool", to="one_out"), "1.6, Defence transfer"),
}


@pytest.mark.parametrize("name", RANGES)
def test_the_finding_of_a_range_is_its_widest_gap(shipped, name):
    make, parts = RANGES[name]
    sentence = caption.finding(make(shipped))
    assert named(sentence, parts.split(", ")) == parts.split(", ")
    numbers = re.findall(r"\d+(?:\.\d+)?", sentence)
    assert numbers == [part for part in parts.split(", ") if part[0].isdigit()]


def test_the_subtitle_of_a_range_has_its_base_and_its_choice(shipped):
    table = foip.sensitivity(shipped.where(priority="p3"), "tool", order="size", codes="present")
    told = caption.subtitle(table)
    assert "Security cooperation" in told
    assert "all 17" in told


@pytest.mark.parametrize(
    "chart", ["layers", "layers with margins", "nine layers", "layers of shares", "layers of bars"]
)
def test_each_layer_shows_its_numbers_on_one_scale(drawn, chart):
    figure = drawn(chart)
    table = figure.foip["table"]
    rows = [code != "all" for code in row_codes(table)]
    cells = table.loc[rows, [code != "all" for code in column_codes(table)]]
    layers = cells.index.get_level_values(0).unique()
    assert len(figure.axes) == len(layers)
    heads = "".join(text.get_text() for text in figure.texts).replace(" ", "")
    for layer, axes in zip(layers, figure.axes, strict=True):
        own = cells.index.get_level_values(0) == layer
        quiet = grid_of(table).inner.quiet[own]
        values = np.nan_to_num(cells.loc[layer].to_numpy(float))
        if chart == "layers of bars":
            assert [bar.get_width() for bar in axes.patches] == values[:, 0].tolist()
        else:
            mesh = axes.collections[0]
            heat = np.ma.filled(mesh.get_array(), 0).reshape(values.shape)
            assert np.array_equal(heat, np.where(quiet, 0, values))
            most = np.nanmax(np.where(grid_of(table).inner.quiet, 0, cells.to_numpy()))
            assert (mesh.norm.vmin, mesh.norm.vmax) == (0, most)
        shown = [number(foip.about(table), value) for value in values.ravel() if value]
        assert numbers(text.get_text() for text in axes.texts) == sorted(shown)
        code = dict(
            zip(foip.about(table).layer_labels, foip.about(table).layer_codes, strict=True)
        )[layer]
        assert f"{layer}(base{foip.about(table).base[code]})".replace(" ", "") in heads


def test_layers_are_titled_by_what_they_show(shipped):
    for table in (
        layers(shipped, "tool", "tool_family", share="row"),
        layers(shipped, "tool", "tool"),
    ):
        assert caption.finding(table) == caption.plain_title(table)


def test_chosen_layers_keep_their_bases(shipped):
    table = layers(shipped).loc[["Security cooperation"]]
    figure = plot_multiples(table)
    assert len(figure.axes) == 1
    assert "Security cooperation (base 15)" in {text.get_text() for text in figure.texts}


@pytest.mark.parametrize("chart", ["partners", "partners with margins", "tools", "places"])
def test_pairs_show_each_pair_once_and_the_counts_apart(drawn, chart):
    figure = drawn(chart)
    table, axes = figure.foip["table"], figure.axes[0]
    texts = written(axes)
    names = {int(at[0]) - 1: text for at, text in texts.items() if not text.isdigit()}
    names = [names[n] for n in range(len(names))]
    values = table.loc[names, names].to_numpy(float)
    mesh = np.ma.filled(axes.collections[0].get_array(), 0).reshape(values.shape)
    assert np.array_equal(mesh, np.tril(values, -1)), "the diagonal has no shade"
    shown = {
        (x + 0.5, y + 0.5): str(int(values[y, x]))
        for y in range(len(names))
        for x in range(y + 1)
        if values[y, x]
    }
    assert {at: text for at, text in texts.items() if text.isdigit()} == shown
    pairs = table.drop(
        index=["All", "None stated"], columns=["All", "None stated"], errors="ignore"
    ).to_numpy(float)
    assert np.tril(values, -1).sum() == np.tril(pairs, -1).sum(), "no pair is lost"


def test_codes_without_a_pair_are_named(drawn):
    told = " ".join(text.get_text() for text in drawn("partners").texts)
    assert "Never with another: Cambodia 1, Firms 4, Like-minded countries 1" in told.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_codes_that_are_tied_stand_side_by_side(drawn):
    axes = drawn("partners").axes[0]
    names = [text.get_text() for text in axes.texts if not text.get_text().isdigit()]
    assert names[:3] == ["United States", "Australia", "New Zealand"]
    assert sorted(names[-7:-2]) == [
        "A*STAR",
        "AIST",
        "Rapidus",
        "Research institutions in Singapore",
        "Singapore",
    ]
    assert names[-2:] == ["ASEAN", "European Union"]


@pytest.mark.parametrize("chart", ["grouped", "grouped shares"])
def test_grouped_bars_are_as_long_as_the_table_says(drawn, chart):
    figure = drawn(chart)
    table, axes = figure.foip["table"], figure.axes[0]
    parts = table.loc[
        [c != "all" for c in row_codes(table)],
        [c != "all" for c in column_codes(table)],
    ]
    assert [str(bars.get_label()) for bars in axes.containers] == parts.columns.tolist()
    assert np.array_equal(
        [[bar.get_width() for bar in bars] for bars in axes.containers], parts.to_numpy(float).T
    )
    colours = style.code_colours(foip.about(table), "priority")
    assert [bars[0].get_facecolor() for bars in axes.containers] == [
        to_rgba(colours[code]) for code in ("p1", "p2", "p3")
    ]
    shown = [number(foip.about(table), value) for value in parts.to_numpy(float).ravel() if value]
    assert numbers(text.get_text() for text in axes.texts) == sorted(shown)
    middles = np.array(
        [[bar.get_y() + bar.get_height() / 2 for bar in bars] for bars in axes.containers]
    )
    assert np.allclose(middles.mean(axis=0), range(len(parts))), (
        "a group stands level with its label"
    )


# What cannot be drawn is refused in a sentence


def refusal(draw, *arguments, **options) -> str:
    with pytest.raises(ValueError, match=r"^[A-Za-z0-9'].* .*\.$") as caught:
        draw(*arguments, **options)
    return str(caught.value)


def test_what_is_no_range_is_refused(shipped):
    assert "Pass what sensitivity" in refusal(plot_dots, foip.count(shipped, "tool"))
    assert "Pass what sensitivity" in refusal(plot_dots, pd.DataFrame({"a": [1]}))
    assert (
        "leave out by="
        in refusal(plot_dots, foip.sensitivity(shipped, "tool", "region", by="priority")).lower()
    )


def test_too_many_columns_of_dots_are_refused_and_one_is_drawn(shipped):
    table = foip.sensitivity(shipped, "tool", "place")
    sentence = refusal(plot_dots, table)
    assert sentence.startswith("32 panels of dots do not fit on a slide.")
    assert "table[['ASEAN']]" in sentence
    figure = plot_dots(table[["ASEAN"]])
    assert dots(figure.axes[0])[3.0] == {
        "way 0": table.loc["Infrastructure", ("ASEAN", "stated")],
        "way 1": 4,
    }
    assert "which it was not made with" in refusal(plot_dots, table["ASEAN"])
    assert "whole columns" in refusal(plot_dots, table.iloc[:, :3])


def test_the_largest_codes_of_a_range_are_chosen_by_name(shipped):
    assert "Choose them with codes=" in refusal(foip.sensitivity, shipped, "tool", top=3)


def test_what_has_no_layers_is_refused(shipped, grid):
    assert "Make the table with cross_tab(…, by='priority')" in refusal(
        plot_multiples, foip.cross_tab(shipped, "tool", "region")
    )
    assert "32 columns do not fit" in refusal(
        plot_multiples, layers(shipped, columns="place", by="theme", count="fractional")
    )
    uneven = layers(shipped).iloc[:-1]
    assert "codes=" in refusal(plot_multiples, uneven)


def test_what_has_no_residuals_is_refused(shipped):
    assert "Pass what association() returns" in refusal(
        plot_residuals, foip.cross_tab(shipped, "tool", "region")
    )
    assert "Pass what association() returns" in refusal(plot_residuals, "tool")
    wide = associated(shipped, "tool", "place").residuals
    assert refusal(plot_residuals, wide) == (
        "32 columns do not fit on a slide. Swap rows and columns, or draw some of the "
        "residuals, as in found.residuals[['name']]."
    )
    assert plot_residuals(wide[["ASEAN", "India"]]).foip["title"] == caption.finding(wide)


def test_what_has_no_pairs_is_refused(shipped, tmp_path):
    assert "Pairs need a dimension by itself" in refusal(
        plot_pairs, foip.cross_tab(shipped, "tool", "region")
    )
    assert "no pair to draw" in refusal(plot_pairs, foip.cross_tab(shipped, "priority", "priority"))
    assert "without share=" in refusal(
        plot_pairs, foip.cross_tab(shipped, "tool", "tool", share="row")
    )
    assert "count='fractional'" in refusal(
        plot_pairs, foip.cross_tab(shipped, "tool", "tool", count="fractional")
    )
    assert "not the same codes" in refusal(
        plot_pairs, foip.cross_tab(shipped, "tool", "tool").iloc[:4]
    )
    codes = " ".join(f"p{n}" for n in range(60))
    many = make_dataset(tmp_path, {"1": {"partner": codes}}, {"partner": codes})
    assert "60 codes with a pair do not fit" in refusal(
        plot_pairs, foip.cross_tab(many, "partner", "partner")
    )


def test_grouped_bars_of_many_or_colourless_columns_are_refused(shipped, grid):
    many = refusal(plot_bars, foip.cross_tab(shipped, "priority", "region"), kind="grouped")
    assert (
        many == "kind='grouped' shows up to 3 columns, and these are 8. Choose with codes=, or "
        "use kind='panels'."
    )
    assert "no colour: c0, c1" in refusal(
        plot_bars,
        foip.cross_tab(grid([[1, 2]], ["A"], ["N", "S"]), "tool", "region"),
        kind="grouped",
    )
    assert "not 'grouped'" in refusal(plot_bars, foip.count(shipped, "tool"), kind="grouped")


def test_the_interactive_twin_groups_too(shipped):
    table = foip.cross_tab(shipped, "region", "priority", margins=True)
    figure = explore_bars(table, kind="grouped")
    assert figure.layout.barmode == "group"
    assert [bar.marker.color for bar in figure.data] == list(
        style.code_colours(foip.about(table), "priority").values()
    )
    assert [list(bar.x) for bar in figure.data] == table.iloc[:-1, :-1].to_numpy().T.tolist()


# Saved


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize(
    "chart",
    [
        "residuals, two pass",
        "stated by column",
        "left out",
        "layers with margins",
        "partners",
        "grouped",
    ],
)
def test_a_set_is_saved_with_the_initiatives_behind_each_mark(drawn, shipped, chart, tmp_path):
    figure = drawn(chart)
    foip.save_figure(figure, "a", folder=tmp_path)
    words = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert all(words[key] for key in ("title", "subtitle", "alt", "note", "source", "marks"))
    assert words["title"] in words["alt"]
    assert words["subtitle"] in words["alt"]
    table = figure.foip["table"]
    known = {"foip": foip, "dataset": shipped}
    known["table"] = eval(words["calls"][0].removeprefix("table = "), known)
    pd.testing.assert_frame_equal(known["table"], table)
    again = eval(words["calls"][1].removeprefix("figure = "), known)
    assert description(again) == words
    header = [0, 1] if table.columns.nlevels > 1 else 0
    read = pd.read_csv(
        io.StringIO((tmp_path / "a.csv").read_text("utf-8")),
        index_col=list(range(table.index.nlevels)),
        header=header,
    )
    assert np.allclose(read.to_numpy(float), table.to_numpy(float))


def test_marks_of_layers_and_ranges_have_their_own_initiatives(drawn, shipped):
    for mark in description(drawn("layers"))["marks"]:
        found = foip.members(
            shipped, priority=mark["layer"], tool_family=mark["row"], region=mark["column"]
        )
        assert [i["id"] for i in mark["initiatives"]] == found["initiative_id"].tolist()
        assert mark["value"] == len(found)
    for mark in description(drawn("stated by column"))["marks"]:
        source = shipped.stated() if mark["way"] == "stated" else shipped
        found = foip.members(source, tool=mark["row"], priority=mark["column"])
        assert [i["id"] for i in mark["initiatives"]] == found["initiative_id"].tolist()
    one_way = description(drawn("stated"))["marks"]
    assert {(mark["row"], mark["way"]): len(mark["initiatives"]) for mark in one_way}[
        "business", "stated"
    ] == 5


def test_small_cells_are_wide_enough_to_read(drawn):
    for chart in ("layers", "nine layers"):
        figure = drawn(chart)
        widths = [axes.get_position().width * 13.33 / 8 for axes in figure.axes]
        assert min(widths) >= SMALL_CELL[0]
