"""Every chart, in both languages, measured as it is drawn: ``measuring`` says what a reader would
stumble over.
"""

import json
import re
from dataclasses import replace
from functools import cache, partial
from typing import get_args

import numpy as np
import pandas as pd
import pytest
from awkward import ENGLISH, GRIDS, colours_of
from conftest import in_turn
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.patches import Rectangle
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.examples import examples_of
from foip_analysis.charts.heatmap import plot_heatmap
from foip_analysis.charts.lettering import ROW
from foip_analysis.charts.plot import Drawn
from foip_analysis.tables.competing import column_codes, row_codes
from foip_analysis.tables.grid import grid_of, number
from foip_analysis.tables.inference import inferred_only

LANGUAGES = ("en", "ja")
count, tab = foip.count, foip.cross_tab
stacked, panels = partial(plot_bars, kind="stacked"), partial(plot_bars, kind="panels")

# chart, then the table's function and its arguments
SHIPPED = {
    "tools and regions": (plot_heatmap, tab, "tool", "region", {}),
    "tools and regions, all in": (
        plot_heatmap,
        tab,
        "tool",
        "region",
        {"margins": True, "none": True},
    ),
    "tools and priorities": (plot_heatmap, tab, "tool", "priority", {"margins": True}),
    "sectors and places": (plot_heatmap, tab, "sector", "place", {"codes": "present"}),
    "places and priorities": (plot_heatmap, tab, "place", "priority", {"margins": True}),
    "places together": (plot_heatmap, tab, "place", "place", {"codes": "present"}),
    "row shares": (
        plot_heatmap,
        tab,
        "theme",
        "tool_family",
        {"share": "row", "margins": True},
    ),
    "column shares of pairs": (
        plot_heatmap,
        tab,
        "tool",
        "region",
        {"share": "column", "of": "pairs"},
    ),
    "table shares": (plot_heatmap, tab, "partner_kind", "status", {"share": "table"}),
    "fractions": (
        plot_heatmap,
        tab,
        "tool",
        "region",
        {"count": "fractional", "margins": True},
    ),
    "the largest": (
        plot_heatmap,
        tab,
        "tool",
        "place",
        {"top": {"place": 6}, "order": "size", "margins": True},
    ),
    "places": (plot_bars, count, "place", None, {"order": "size"}),
    "priorities": (plot_bars, count, "priority", None, {"margins": True}),
    "the largest tools": (
        plot_bars,
        count,
        "tool",
        None,
        {"top": 6, "order": "size", "none": True, "margins": True},
    ),
    "fractions of tools": (plot_bars, count, "tool", None, {"count": "fractional"}),
    "partners by priority": (stacked, tab, "partner", "priority", {}),
    "tools by priority": (stacked, tab, "tool", "priority", {"margins": True}),
    "tools by theme": (stacked, tab, "tool", "theme", {}),
    "regions by status": (stacked, tab, "region", "status", {"none": True}),
    "fractions by family": (
        stacked,
        tab,
        "region",
        "tool_family",
        {"count": "fractional", "none": True},
    ),
    "row shares by priority": (stacked, tab, "tool", "priority", {"share": "row", "margins": True}),
    "family by region": (panels, tab, "tool_family", "region", {"margins": True}),
    "regions by family": (panels, tab, "region", "tool_family", {}),
    "shares by family": (panels, tab, "region", "tool_family", {"share": "row"}),
    "partners by kind": (panels, tab, "priority", "partner_kind", {"none": True}),
}


def table_of(dataset, make, rows, columns, options, lang="en") -> pd.DataFrame:
    return make(dataset, *filter(None, [rows, columns]), lang=lang, **options)


@pytest.fixture(scope="module")
def drawn(shipped):
    """A function from a chart to its figure, which is drawn once, in the language of its turn."""

    @cache
    def figure(chart, lang):
        draw, *table = SHIPPED[chart]
        return draw(table_of(shipped, *table, lang=lang))

    turns = dict(in_turn(SHIPPED))
    return lambda chart, lang=None: figure(chart, lang or turns[chart])


@pytest.mark.slow
@pytest.mark.parametrize(("chart", "lang"), in_turn(SHIPPED))
def test_a_chart_of_the_shipped_data_is_fit_for_a_slide(drawn, chart, lang):
    figure = drawn(chart, lang)
    assert faults(figure) == []
    assert figure.get_size_inches()[0] == pytest.approx(13.33)
    assert figure.get_size_inches()[1] >= 7.5


def test_charts_in_bare_codes(shipped):
    assert faults(plot_heatmap(tab(shipped, "tool", "region", lang=None, margins=True))) == []
    assert faults(plot_bars(count(shipped, "sector", lang=None))) == []


@pytest.mark.parametrize(
    "title",
    [
        "",
        "一つの題",
        "Much " * 60,
        "A title\nin two lines",
        "Pneumono" * 20,
        "$5 and $6 & <b>more</b> 50%",
    ],
)
def test_a_title_of_ones_own(shipped, title):
    figure = plot_bars(count(shipped, "priority"), title=title)
    assert faults(figure) == []
    assert figure.foip["title"] == title
    written = "".join(text.get_text() for text in figure.texts)
    assert title.replace(" ", "").replace("\n", "") in written.replace(" ", "").replace("-", "")


# Awkward data


@pytest.mark.slow
@pytest.mark.parametrize(("data", "lang"), in_turn(GRIDS))
def test_awkward_data_is_drawn_as_well(grid, data, lang):
    cells, rows, columns = GRIDS[data]
    dataset = grid(cells, rows, columns)
    style.use(colours=colours_of(dataset))
    table = tab(dataset, "tool", "region", lang=lang)
    assert table.to_numpy().tolist() == cells
    charts = [
        plot_heatmap(tab(dataset, "tool", "region", lang=lang, margins=True, none=True)),
        plot_bars(count(dataset, "tool", lang=lang)),
        panels(table),
        plot_heatmap(tab(dataset, "tool", "region", lang=lang, share="row")),
        stacked(tab(dataset, "tool", "region", lang=lang, count="fractional", none=True)),
        stacked(tab(dataset, "tool", "region", lang=lang, count="fractional", share="row")),
    ]
    for figure in (
        charts[:3] if lang == "en" else charts[3:]
    ):  # measuring takes time; the labels are the same in both
        assert faults(figure) == []


def test_a_figure_grows_with_its_rows(grid):
    heights = [
        plot_bars(
            count(grid([[1]] * n, [str(k) for k in range(n)], ["N"]), "tool")
        ).get_size_inches()[1]
        for n in (5, 40, 80)
    ]
    assert heights[0] == 7.5
    assert heights[2] - heights[1] == pytest.approx(40 * ROW, abs=0.02)


def test_labels_of_rows_stand_on_one_line_with_their_marks(shipped):
    """A label without a g stands as high as one with it: baselines are level with the bars, all by
    the same amount.
    """
    figure = plot_bars(count(shipped, "tool"))
    axes = figure.axes[0]
    below = {round(text.xyann[1], 6) for text in axes.texts}
    assert len(below) == 1
    assert sorted({text.xy[1] for text in axes.texts}) == list(range(14))


# What cannot be drawn is refused in a sentence


def refusal(draw, *arguments, **options) -> str:
    with pytest.raises(ValueError, match=r"^[A-Za-z0-9'].* .*\.$") as caught:
        draw(*arguments, **options)
    return str(caught.value)


def test_a_count_in_a_heat_map_is_refused(shipped):
    assert "draw a count with plot(table)" in refusal(plot_heatmap, count(shipped, "tool"))


@pytest.mark.parametrize("draw", [plot_heatmap, plot_bars])
def test_layers_are_refused(shipped, draw):
    assert "leave out by=" in refusal(draw, tab(shipped, "tool", "region", by="priority"))


def test_too_many_columns_are_refused(shipped, grid):
    assert "32 panels do not fit" in refusal(panels, tab(shipped, "tool", "place"))
    wide = tab(grid([[1] * 50], ["A"], [str(n) for n in range(50)]), "tool", "region")
    assert refusal(plot_heatmap, wide).startswith(
        "50 columns do not fit on a slide. Choose with codes= or top="
    )


def test_numbers_too_wide_for_their_cells_are_refused(grid):
    wide = tab(
        grid([[2] * 32], ["A"], [str(n) for n in range(32)]), "tool", "region", share="column"
    )
    assert "32 columns do not fit" in refusal(plot_heatmap, wide)


def test_a_head_too_long_for_its_cell_is_refused(grid):
    labels = [f"{ENGLISH} {n}" for n in range(30)]
    sentence = refusal(plot_heatmap, tab(grid([[1] * 30], ["A"], labels), "tool", "region"))
    assert sentence.startswith(f"'{ENGLISH}")
    assert "Swap rows and columns" in sentence


def test_stacking_what_does_not_add_up_is_refused(shipped):
    sentence = refusal(stacked, tab(shipped, "priority", "tool"))
    assert sentence.startswith("'Tool' can have several codes an initiative")
    assert "count='fractional'" in sentence


def test_parts_without_a_colour_are_refused(grid):
    table = tab(grid([[1, 2]], ["A"], ["N", "S"]), "tool", "region", count="fractional")
    assert refusal(stacked, table).startswith("These codes have no colour: c0, c1.")


@pytest.mark.parametrize("margins", [False, True])
def test_an_empty_table_is_refused(grid, margins):
    empty = tab(grid([[0]], ["A"], ["N"]), "tool", "region", codes="present", margins=margins)
    assert refusal(plot_heatmap, empty) == "The table has no rows or no columns to draw."
    assert refusal(
        stacked,
        tab(empty_of(grid), "tool", "region", codes="present", count="fractional", margins=margins),
    )


def empty_of(grid):
    return grid([[0]], ["A"], ["N"])


def test_a_kind_that_does_not_fit_is_refused(shipped):
    assert "It is 'auto', 'ranked', 'stacked', 'grouped' or 'panels'" in refusal(
        plot_bars, tab(shipped, "tool", "region"), kind="pie"
    )
    assert "for 'ranked' pass a count" in refusal(
        plot_bars, tab(shipped, "tool", "region"), kind="ranked"
    )
    assert "A count is drawn with kind='ranked', not 'panels'" in refusal(
        plot_bars, count(shipped, "tool"), kind="panels"
    )


@pytest.mark.parametrize("draw", [plot_heatmap, plot_bars])
def test_a_table_from_elsewhere_is_refused(draw):
    assert "from count() or cross_tab()" in refusal(draw, pd.DataFrame({"a": [1]}))


@pytest.mark.parametrize("draw", [plot_heatmap, panels])
def test_a_table_with_other_labels_is_refused(shipped, draw):
    renamed = tab(shipped, "tool", "region").rename(index={"ODA": "Aid"})
    assert "Aid" in refusal(draw, renamed)


def test_changed_values_are_refused(shipped):
    table = tab(shipped, "tool", "region")
    table.iloc[0, 0] = -1
    assert "were changed after the table was made" in refusal(plot_heatmap, table)


# What is plotted is what the table says


def written(axes) -> dict[tuple[float, float], str]:
    """The texts of axes by the point that they belong to."""
    return {tuple(map(float, text.xy)): text.get_text() for text in axes.texts}


@pytest.mark.parametrize(
    "chart", [name for name, (draw, *_) in SHIPPED.items() if draw is plot_heatmap]
)
def test_a_heat_map_shows_the_numbers_of_its_table(drawn, chart):
    table, axes = drawn(chart).foip["table"], drawn(chart).axes[0]
    rows, columns = (
        np.array([code != "all" for code in codes(table)]) for codes in (row_codes, column_codes)
    )
    cells = table.loc[rows, columns].to_numpy(float)
    heat = np.where(grid_of(table).inner.quiet, 0, np.nan_to_num(cells))
    mesh = axes.collections[0].get_array().reshape(cells.shape)
    assert np.array_equal(np.ma.filled(mesh, 0), heat)
    assert np.array_equal(np.ma.getmaskarray(mesh), heat == 0), (
        "zero cells and shares of few have no colour"
    )
    inside = {
        (x + 0.5, y + 0.5): number(foip.about(table), cells[y, x])
        for y, x in np.argwhere(np.nan_to_num(cells) != 0).tolist()
    }
    texts = {at: text for at, text in written(axes).items() if at[0] > 0 and at[1] > 0}
    assert {at: text for at, text in texts.items() if at in inside} == inside
    framed = {(x + 0.5, y + 0.5) for x, y in (patch.get_xy() for patch in axes.patches)}
    empty = {(x + 0.5, y + 0.5) for y, x in np.argwhere(cells == 0).tolist()}
    few = len(empty) <= cells.size / 3
    noughts = empty if framed & empty or few else set()  # all are written, or none is
    unknown = {(x + 0.5, y + 0.5) for y, x in np.argwhere(np.isnan(cells)).tolist()}
    assert {texts.pop(at) for at in unknown} <= {"–"}
    assert {at for at in empty if at in texts} == noughts
    assert {texts[at] for at in noughts} <= {number(foip.about(table), 0)}
    apart = sorted(
        (at[1], at[0], text) for at, text in texts.items() if at not in {*inside, *noughts}
    )
    margins = [
        (y, x)
        for y in range(len(rows))
        for x in range(len(columns))
        if not (rows[y] and columns[x])
    ]
    assert [text for *_, text in apart] == [
        number(foip.about(table), table.iat[y, x]) for y, x in margins
    ]


@pytest.mark.parametrize("theme", style.THEMES)
def test_a_larger_number_has_a_stronger_shade(shipped, theme):
    style.use(theme)
    mesh = plot_heatmap(tab(shipped, "tool", "region")).axes[0].collections[0]
    shades = [mesh.cmap(mesh.norm(value))[:3] for value in range(1, 13)]
    assert shades[-1] == pytest.approx(to_rgb(style.colour("strong")), abs=0.01)
    from_paper = [style.contrast(shade, style.colour("paper")) for shade in shades]
    assert from_paper == sorted(from_paper)
    assert from_paper[0] > style.contrast(style.colour("empty"), style.colour("paper")) + 0.1, (
        "a 1 is not empty"
    )


@pytest.mark.parametrize(
    "chart", [name for name, (_, make, *_) in SHIPPED.items() if make is count]
)
def test_ranked_bars_are_as_long_as_the_table_says(drawn, chart):
    figure = drawn(chart, "en")
    table, axes = figure.foip["table"], figure.axes[0]
    values = table.iloc[:, 0].astype(float)
    roles = foip.about(table).row_roles or [""] * len(table)
    most = values[[not role for role in roles]].max()
    values[[role == "other" and v > most for role, v in zip(roles, values, strict=True)]] = 0
    bars = axes.patches[: len(table)]  # over them lie those that are filled
    assert [bar.get_width() for bar in bars] == values.tolist()
    assert [bar.get_y() + bar.get_height() / 2 for bar in bars] == pytest.approx(range(len(table)))
    ends = {
        (float(length), float(y)): f"{number(foip.about(table), v)} ({s:.0%})"
        for y, (length, (v, s)) in enumerate(
            zip(values, table.itertuples(index=False), strict=True)
        )
    }
    texts = {at: text for at, text in written(axes).items() if "(" in text and "%" in text}
    assert {at: text.split(": ")[0] for at, text in texts.items()} == ends
    gathered = {at for at, text in texts.items() if text.endswith("without a bar")}
    others = {float(y) for y, role in enumerate(roles) if role == "other"}
    assert gathered == {at for at in ends if not at[0] and at[1] in others}


def test_the_leaders_alone_are_strong(shipped):
    table = count(shipped, "tool", margins=True, top=3, order="size")
    bars = plot_bars(table).axes[0].patches
    paper, strong, quiet, line = (
        Rectangle((0, 0), 1, 1, color=style.colour(part)).get_facecolor()
        for part in ("paper", "strong", "quiet", "line")
    )
    colours = [strong, quiet, quiet, line, line]  # other and all do not compete
    assert [bar.get_edgecolor() for bar in bars] == colours * 2
    assert [bar.get_facecolor() for bar in bars] == [paper] * 5 + colours


@pytest.mark.usefixtures("no_pictures")
def test_bars_are_filled_as_far_as_they_are_stated(shipped, tmp_path):
    table = count(shipped, "tool", order="size")
    figure = plot_bars(table)
    stated = count(shipped.stated(), "tool").iloc[:, 0]
    filled = [int(bar.get_width()) for bar in figure.axes[0].patches[len(table) :]]
    assert filled == stated[table.index].tolist() != table.iloc[:, 0].tolist()
    foip.save_figure(figure, "a", folder=tmp_path)
    assert pd.read_csv(tmp_path / "a.csv", index_col=0)["stated"].tolist() == filled
    marks = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["marks"]
    assert [mark["stated"] for mark in marks] == [n for n in filled if n]
    assert len(plot_bars(count(shipped.stated(), "tool")).axes[0].patches) == len(table)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_initiatives_are_named_beside_the_leader(shipped, lang):
    figure = plot_bars(count(shipped, "tool", order="size", lang=lang))
    names = set(foip.members(shipped.stated(), tool="infrastructure", lang=lang)["name"])
    own = {text.get_text() for text in figure.texts} & names
    assert len(own) == 3
    figure = plot_bars(tab(shipped, "status", "priority", lang=lang))
    decided = set(foip.members(shipped, status="decided", lang=lang)["name"])
    assert {text.get_text() for text in figure.texts} >= decided  # of whom the title says all


@pytest.mark.parametrize("chart", [name for name, (draw, *_) in SHIPPED.items() if draw is stacked])
def test_stacked_bars_are_as_long_as_the_table_says(drawn, chart):
    table, axes = drawn(chart).foip["table"], drawn(chart).axes[0]
    parts = table.loc[
        [c != "all" for c in row_codes(table)],
        [c != "all" for c in column_codes(table)],
    ]
    assert [str(bars.get_label()) for bars in axes.containers] == parts.columns.tolist()
    values = parts.fillna(0).to_numpy(float)
    assert np.allclose([[bar.get_width() for bar in bars] for bars in axes.containers], values.T)
    ends = np.cumsum(values, axis=1)
    assert np.allclose(
        [[bar.get_x() for bar in bars] for bars in axes.containers], (ends - values).T
    )
    known = style.code_colours(foip.about(table), foip.about(table).columns)
    lines = grid_of(table).rows
    enough = [n for n, line in enumerate(lines) if line.base is None or line.base >= 5]
    hollow = inferred_only(grid_of(parts)).T
    for code, bars, empty in zip(column_codes(parts), axes.containers, hollow, strict=True):
        if code in known:
            assert (
                bars[next(n for n in enough if not empty[n])].get_facecolor()
                == Rectangle((0, 0), 1, 1, color=known[code]).get_facecolor()
            )
    if not foip.about(table).question.share:
        texts = written(axes)
        assert all(
            texts[float(ends[y, -1]), float(y)] == number(foip.about(table), ends[y, -1])
            for y in range(len(values))
            if ends[y, -1]
        )


def test_what_stands_by_inference_alone_is_outlined_in_stacked_bars(shipped):
    figure = foip.plot(foip.cross_tab(shipped, "mentioned_in", "priority"), "stacked")
    axes = figure.axes[0]
    paper = to_rgba(style.colour("paper"))
    empty = [[bar.get_facecolor() == paper for bar in bars] for bars in axes.containers]
    assert empty == [[False, False, True]] * 3  # those on the map alone, in each area
    outlines = [patch for patch in axes.patches if patch.get_gid() == "outline"]
    hues = style.code_colours(foip.about(figure.foip["table"]), "priority").values()
    assert [patch.get_edgecolor() for patch in outlines] == [to_rgba(hue) for hue in hues]
    assert "all inferred (filled: at least one stated)" in [
        text.get_text() for text in figure.texts
    ]


@pytest.mark.parametrize("chart", [name for name, (draw, *_) in SHIPPED.items() if draw is panels])
def test_panels_are_as_long_as_the_table_says(drawn, chart):
    figure = drawn(chart)
    table = figure.foip["table"]
    rows, columns = (
        np.array([code != "all" for code in codes(table)]) for codes in (row_codes, column_codes)
    )
    bars = np.array([[bar.get_width() for bar in axes.patches] for axes in figure.axes]).T
    assert np.allclose(bars, np.where(np.outer(rows, columns), table.fillna(0), 0)), (
        "margins are numbers, not bars"
    )
    assert len({axes.get_xlim() for axes in figure.axes}) == 1, "one scale for all"
    for k, axes in enumerate(figure.axes):
        numbers = {(text.xy[1], text.get_text()) for text in axes.texts}
        shown = {
            (y, number(foip.about(table), v))
            for y, v in enumerate(table.iloc[:, k])
            if not pd.isna(v) and v
        }
        assert shown <= numbers


def test_a_code_keeps_its_colour_whatever_stands_beside_it(shipped):
    def colours(table):
        bars = stacked(table).axes[0].containers
        return {str(part.get_label()): part[0].get_facecolor() for part in bars}

    whole = colours(tab(shipped, "tool", "status"))
    some = colours(tab(shipped, "region", "status", codes={"status": ["promoting", "pilot"]}))
    assert some == {label: whole[label] for label in some}
    assert len(some) == 2


# The finding


def test_a_code_is_no_pair_with_itself(shipped):
    none = tab(shipped, "priority", "priority")
    assert plot_heatmap(none).foip["title"] == "No initiative has two codes of priority area"


# The measuring itself: what is planted is found


@pytest.fixture
def figure(shipped):
    plain = replace(shipped, codings=shipped.codings.drop(columns="basis"))
    return plot_bars(count(plain, "priority"), title="Priorities")


def test_a_planted_overlap_is_found(figure):
    figure.text(0.1, 0.9, "planted")
    assert any("'planted'" in fault and "overlaps" in fault for fault in faults(figure))


def test_a_planted_glyph_that_no_font_has_is_found(figure):
    figure.text(0.5, 0.15, "a \U00013000")
    assert any("Glyph 77824" in fault for fault in faults(figure))


def test_planted_tex_is_found(figure):
    figure.text(0.5, 0.15, "$5 to $6", fontsize=14)
    assert "'$5 to $6' is read as TeX" in faults(figure)


def test_planted_low_contrast_is_found(figure):
    figure.text(0.5, 0.15, "planted", fontsize=14, color="#8a8a8a")
    assert faults(figure) == ["'planted' has a contrast of 3.5, under 4.5"]


def test_low_contrast_on_a_mark_is_found(figure):
    bar = figure.axes[0].patches[0]
    figure.axes[0].text(bar.get_width() / 2, 0, "planted", fontsize=14, color="#000000")
    assert [fault.partition(" of ")[0] for fault in faults(figure)] == ["'planted' has a contrast"]


@pytest.mark.parametrize(("x", "y"), [(0.97, 0.5), (-0.02, 0.2), (0.5, 0.995), (0.5, -0.01)])
def test_a_planted_text_over_the_edge_is_found(figure, x, y):
    figure.text(x, y, "planted", fontsize=14)
    assert "'planted' is cut off by the edge" in faults(figure)


def test_a_text_off_the_figure_is_found(figure):
    figure.text(1.5, 0.5, "planted", fontsize=14)
    assert faults(figure) == ["'planted' is not drawn"]


def test_a_text_that_its_axes_cut_is_found(figure):
    figure.axes[0].text(
        57, 1.5, "planted", fontsize=14, clip_on=True, transform=figure.axes[0].transData
    )
    figure.axes[0].set_xlim(0, 60)
    assert "'planted' is cut off by its axes" in faults(figure)


def test_a_covered_text_is_found(figure):
    figure.text(0.5, 0.15, "planted", fontsize=14)
    figure.add_artist(Rectangle((0.45, 0.1), 0.11, 0.12, color="#ffffff", zorder=99))
    assert faults(figure) == ["'planted' is hidden by what is drawn over it"]


def test_a_text_over_the_end_of_a_bar_is_found(figure):
    bar = figure.axes[0].patches[1]
    figure.axes[0].text(bar.get_width(), 0.8, "planted", fontsize=14, ha="center")
    assert faults(figure) == ["'planted' runs over an edge"]


def test_small_texts_are_found_but_for_the_foot(figure):
    figure.text(0.5, 0.15, "planted", fontsize=13)
    assert faults(figure) == ["'planted' is 13 pt, under 14"]
    assert any("under 12" in fault for fault in faults(figure, smallest_foot=12))


DRAW = {name: partial(foip.plot, chart=name) for name in get_args(Drawn)}
SHOW = DRAW | {"plot": foip.plot, "explore": foip.explore}


@pytest.mark.parametrize("name", [*DRAW, "plot"])
def test_what_is_no_table_is_refused_in_words(shipped, name):
    with pytest.raises(
        (TypeError, ValueError),
        match=r"This is a Dataset; what is shown is a table|are no residuals",
    ):
        SHOW[name](shipped)


@pytest.mark.parametrize("name", [*DRAW, "plot", "explore"])
def test_lists_and_descriptions_are_refused_with_what_to_draw(shipped, name):
    for table in (foip.members(shipped, tool="osa"), foip.describe("tool", shipped)):
        with pytest.raises(ValueError, match=r"(Draw|Make|Pass) .*\b(\w+\(|\w+ returns)"):
            SHOW[name](table)


@pytest.mark.parametrize("name", ["heatmap", "bars", "map", "explore"])
def test_a_range_of_two_dimensions_is_sent_to_its_chart(shipped, name):
    table = foip.sensitivity(shipped, "tool", "region")
    with pytest.raises(ValueError, match=r"Draw it with foip\.plot\(table\)"):
        SHOW[name](table)


@pytest.mark.parametrize("asked", [("osa", "pacific"), ["OSA", "太平洋島しょ国"]])
def test_cells_that_someone_chose_are_framed_and_no_others(shipped, asked):
    table = tab(shipped, "tool", "region", lang="ja", codes="present")
    figure = foip.plot(table, title="OSA", frame=[asked])
    frame = figure.axes[0].patches[0].get_bbox()
    row, column = list(table.index).index("OSA"), list(table.columns).index("太平洋島しょ国")
    assert len(figure.axes[0].patches) == 1
    assert frame.extents.tolist() == [column, row, column + 1, row + 1]
    assert figure.foip["call"] == "plot(table, frame=[('osa', 'pacific')], title='OSA')"


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        ("osa", "frame is 'osa'. Give a list"),
        (["osa"], "Give a list with the row and the column"),
        ([("oso", "pacific")], "frame asks for 'oso', which the table has not. Did you mean 'osa'"),
        ([("osa", "Mars")], "frame asks for 'Mars'"),
    ],
)
def test_cells_that_are_not_there_cannot_be_framed(shipped, frame, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        foip.plot(tab(shipped, "tool", "region"), frame=frame)


def test_ranked_bars_take_a_subtitle_of_one_s_own(shipped, tmp_path):
    table = count(shipped, "tool")
    figure = foip.plot(table, subtitle="What Japan does")
    assert figure.foip["subtitle"] == "What Japan does"
    assert figure.foip["call"] == "plot(table, subtitle='What Japan does')"
    assert "What Japan does" in {text.get_text() for text in figure.texts}
    assert foip.plot(table).foip["subtitle"] != "What Japan does"
    foip.save_figure(figure, "own", folder=tmp_path)
    assert "What Japan does" in json.loads((tmp_path / "own.json").read_text("utf-8"))["alt"]


def test_bars_that_someone_chose_stand_out_and_no_others(shipped):
    table = count(shipped, "tool", codes="present", order="size")
    figure = foip.plot(table, title="Aid", lead=["OSA", "oda"])
    strong = to_rgba(style.colour("strong"))
    bars = {round(bar.get_y() + bar.get_height() / 2): bar for bar in figure.axes[0].patches}
    led = {table.index[n] for n, bar in bars.items() if bar.get_edgecolor() == strong}
    assert led == {"OSA", "ODA"}
    assert figure.foip["call"] == "plot(table, lead=['osa', 'oda'], title='Aid')"
    assert foip.plot(table, lead="OSA").foip["call"] == "plot(table, lead=['osa'])"
    with pytest.raises(ValueError, match="lead asks for 'oso'"):
        foip.plot(table, lead=["oso"])
    with pytest.raises(ValueError, match="lead is for ranked and stacked bars"):
        foip.plot(tab(shipped, "tool", "region"), "bars", lead=["osa"])


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_initiatives_of_a_row_of_stacked_bars_are_named_in_full_beside_it(shipped, lang):
    """All three that are decided, level with their bar; of a row that someone else leads, none."""
    table = tab(shipped, "status", "priority", codes="present", lang=lang)
    figure = foip.plot(table, "bars", lead="decided")
    assert figure.foip["call"] == "plot(table, chart='stacked', lead=['decided'])"
    decided = set(shipped.where(status="decided").initiatives[f"name_{lang}"])
    named = [text for text in figure.texts if text.get_text() in decided]
    assert {text.get_text() for text in named} == decided
    places = [figure.axes[0].get_position().y1 - text.get_position()[1] for text in named]
    assert max(places) < figure.axes[0].get_position().height / len(table)
    every = set(shipped.initiatives[f"name_{lang}"])
    plain = foip.plot(table, "bars", title="Own")
    assert not every & {text.get_text() for text in plain.texts}


def test_a_title_that_all_of_a_row_have_something_has_examples_where_there_is_room(shipped):
    figure = foip.plot(tab(shipped, "tool", "priority", codes="present", order="size"), "bars")
    told = [text.get_text() for text in figure.texts]
    osa = set(shipped.stated().where(tool="osa").initiatives["name_en"])
    place = told.index("OSA, for example:")
    assert told[place + 1] in osa
    assert told[place + 1 :]


def test_a_name_with_a_short_form_is_an_example_only_where_others_lack(shipped):
    itself = foip.about(count(shipped, "sector"))
    names = [itself.initiatives[i]["name"] for i in examples_of(itself, "energy")]
    stated = set(shipped.stated().where(sector="energy").initiatives["name_en"])
    short = [bool(re.search("LNG|ASEAN", name)) for name in names if name in stated]
    assert short == sorted(short)
    assert {True, False} == set(short)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_a_title_s_numbers_are_by_what_is_stated_alone_stands_under_it(shipped, lang):
    shares = tab(shipped, "region", "priority", share="row", codes="present", lang=lang)
    told = foip.plot(shares, "stacked").foip["subtitle"]
    counts = tab(shipped.stated(), "region", "priority", margins=True, lang=None)
    for region in ("pacific", "southeast_asia"):
        assert {str(counts.loc[region, each]) for each in ("p3", "all")} <= set(
            re.findall(r"\d+", told)
        )
    assert "6" not in foip.plot(shares, "stacked", title="Own").foip["subtitle"].replace("62", "")
    sure = tab(shipped.stated(), "region", "priority", share="row", codes="present", lang=lang)
    alone = {"en": "where both are stated", "ja": "地域・重点分野とも明記のもの"}[lang]
    assert alone in told
    under = foip.plot(sure, "stacked").foip["subtitle"]
    assert alone not in under, "nothing of it is inferred"
