"""What a table shows is told by code: a label may be that of a margin, and lines may be moved."""

import re
from dataclasses import replace

import numpy as np
import pytest
from openpyxl import load_workbook
from pptx import Presentation

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import explore_bars, plot_bars
from foip_analysis.charts.heatmap import explore_heatmap, plot_heatmap
from foip_analysis.charts.multiples import plot_multiples
from foip_analysis.files.formats import SOFT, for_terminal
from foip_analysis.shipped.deck import save_deck
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import grid_of, share_columns


@pytest.fixture
def alike(grid):
    """Codes that are labelled as a table labels its own lines."""
    return grid([[3, 1], [2, 0], [1, 4]], ["All", "Other", "B"], ["All", "None stated"])


def numbers_of_a_heat_map(table, folder):
    return [text.get_text() for text in plot_heatmap(table).axes[0].texts]


def cells_under_the_pointer(table, folder):
    figure = explore_heatmap(table)
    return [*np.ravel(figure.data[0].z), *np.ravel(figure.data[0].text), *places(figure)]


def bars(table, folder):
    axes = plot_bars(table, kind="panels").axes
    return [
        [(bar.get_width(), bar.get_facecolor()) for bar in panel.patches]
        + [text.get_text() for text in panel.texts]
        for panel in axes
    ]


def bars_under_the_pointer(table, folder):
    figure = explore_bars(table, kind="panels")
    return [list(bar.x) for bar in figure.data] + [places(figure)]


def places(figure):
    """How many rows and columns are apart on the axes."""
    return [len(set(figure.data[0].x)), len(set(figure.data[0].y))]


def a_slide(table, folder):
    save_deck([("heat map", table)], folder / "one.pptx")
    (slide,) = Presentation(folder / "one.pptx").slides
    (shown,) = (shape.table for shape in slide.shapes if shape.has_table)
    return [
        [(cell.text, cell._tc.tcPr.find("{*}solidFill") is not None) for cell in row.cells]
        for row in shown.rows
    ]


@pytest.mark.parametrize(
    "options",
    [
        {"margins": True},
        {"margins": True, "none": True},
        {"margins": True, "share": "row"},
        {"top": {"tool": 2}, "margins": True},
    ],
)
@pytest.mark.parametrize(
    "drawn",
    [
        numbers_of_a_heat_map,
        cells_under_the_pointer,
        bars,
        bars_under_the_pointer,
        a_slide,
    ],
)
def test_a_code_labelled_like_a_line_of_the_table_is_drawn_as_any_other(
    alike, tmp_path, drawn, options
):
    named, bare = (
        foip.cross_tab(alike, "tool", "region", lang=lang, **options) for lang in ("en", None)
    )
    heads = dict(
        zip(
            [*grid_of(bare).heads("rows"), *grid_of(bare).heads("columns"), "tool"],
            [*grid_of(named).heads("rows"), *grid_of(named).heads("columns"), named.index.name],
            strict=True,
        )
    )

    def in_words(found):
        if isinstance(found, list | tuple):
            return [in_words(part) for part in found]
        found = heads.get(found, found)
        return found.strip("()") if isinstance(found, str) else found  # as a taken name stands

    assert in_words(drawn(bare, tmp_path)) == in_words(drawn(named, tmp_path))


def test_lines_have_their_own_code_and_base_where_labels_are_alike(alike):
    table = foip.cross_tab(alike, "tool", "region", margins=True, share="row", none=True)
    grid = grid_of(table)
    assert [(line.label, line.code, line.base) for line in grid.rows] == [
        ("All", "r0", 4),
        ("Other", "r1", 2),
        ("B", "r2", 5),
        ("None stated", "none", 1),
        ("(All)", "all", 12),
    ]
    assert [line.code for line in grid.inner.columns] == ["c0", "c1", "none"]
    assert foip.about(table).base == 12


def test_lines_that_were_moved_and_cannot_be_told_apart_are_refused(alike):
    codebook = alike.codebook  # which ``load`` would refuse
    codebook.loc[codebook["code"] == "r2", "label_en"] = "All"
    doubled = replace(alike, codebook=codebook)
    table = foip.cross_tab(doubled, "tool", "region", margins=True)
    assert [line.code for line in grid_of(table.T).columns] == ["r0", "r1", "r2", "all"]
    with pytest.raises(ValueError, match="cannot be told apart"):
        grid_of(table.iloc[::-1])


def test_a_line_keeps_its_code_wherever_it_lies(toy8):
    table = foip.cross_tab(toy8, "tool", "region", lang=None, margins=True, none=True)
    moved = table.iloc[[4, 0, 2], [3, 1]]
    for shown in (moved, moved.T.T):
        grid = grid_of(shown)
        assert [line.code for line in grid.rows] == ["all", "A", "C"]
        assert [line.code for line in grid.columns] == ["none", "S"]
        assert grid.values.tolist() == moved.to_numpy(float).tolist()
        assert grid.margins.tolist() == [[True] * 2, [False] * 2, [False] * 2]
        assert grid.apart.tolist() == [[True] * 2, [True, False], [True, False]]


def test_margins_stand_last_in_a_heat_map_wherever_they_lie(toy8):
    table = foip.cross_tab(toy8, "tool", "region", lang=None, margins=True)
    figures = [plot_heatmap(shown) for shown in (table, table.iloc[[3, 0, 1, 2], [3, 0, 1, 2]])]
    first, second = (
        [(text.xy, text.get_text()) for text in figure.axes[0].texts] for figure in figures
    )
    assert first == second


def test_layers_and_ways_are_told_by_code(toy8):
    layers = grid_of(foip.cross_tab(toy8, "tool", "region", by="region", lang=None))
    assert [(line.within, line.code) for line in layers.rows[:4]] == [
        ("N", "A"),
        ("N", "B"),
        ("N", "C"),
        ("S", "A"),
    ]
    ways = foip.sensitivity(toy8, "tool", "region", lang=None)
    assert [(line.code, line.within, line.group) for line in grid_of(ways[["S"]]).columns] == [
        ("S", "stated", "S"),
        ("S", "all codings", "S"),
    ]


def test_layers_with_their_rows_in_another_order_are_drawn_row_by_row(toy8):
    table = foip.cross_tab(toy8, "tool", "region", by="region", lang=None)
    moved = table.iloc[[0, 1, 2, 5, 4, 3, 6, 7, 8]]
    drawn = [
        [text.get_text() for axes in plot_multiples(shown).axes for text in axes.texts]
        for shown in (table, moved)
    ]
    assert drawn[0] == drawn[1]
    with pytest.raises(ValueError, match="do not have the same rows"):
        plot_multiples(table.iloc[:-1])


def test_the_share_of_a_count_is_no_number_of_it_wherever_it_lies(toy8):
    table = foip.count(toy8, "tool", lang=None)
    turned = table[["share", "initiatives"]]
    assert share_columns(turned) == [True, False]
    assert [
        [bar.get_width() for bar in plot_bars(shown).axes[0].patches] for shown in (table, turned)
    ] == [[4.0, 4.0, 4.0]] * 2
    assert plot_bars(table).foip["title"] == plot_bars(turned).foip["title"]
    with pytest.raises(ValueError, match="were taken out"):
        plot_bars(table[["share"]])


def in_a_notebook(table, folder):
    body = table._repr_html_()
    return body, set(re.findall(r'opacity:.55">([\d.]+)<', body))


def saved_as(suffix):
    def written(table, folder):
        path = foip.save_table(table, folder / f"t{suffix}")
        return path.read_text("utf-8"), None

    return written


def in_a_terminal(table, folder):
    return for_terminal(table), None


def in_a_workbook(table, folder):
    sheet = load_workbook(foip.save_table(table, folder / "t.xlsx")).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    soft = f"FF{SOFT[1:].upper()}"
    return " ".join(str(cell.value) for cell in cells), {
        cell.value for cell in cells if cell.font.color and cell.font.color.rgb == soft
    }


def drawn_as(kind):
    def drawn(table, folder):
        figure = foip.plot(table, chart=kind)
        texts = [text for axes in figure.axes for text in axes.texts]
        soft = {text.get_text() for text in texts if text.get_color() == style.colour("soft")}
        heads = [*(text.get_text() for text in [*texts, *figure.texts])]
        return " ".join(heads).replace("\n", " "), soft

    return drawn


def on_a_slide(table, folder):
    save_deck([("table", table, "Shares")], folder / "t.pptx")
    (slide,) = Presentation(folder / "t.pptx").slides
    (shown,) = (shape.table for shape in slide.shapes if shape.has_table)
    runs = [
        run
        for row in shown.rows
        for cell in row.cells
        for p in cell.text_frame.paragraphs
        for run in p.runs
    ]
    soft = style.colour("soft")[1:].upper()
    return " ".join(run.text for run in runs), {
        run.text for run in runs if str(run.font.color.rgb) == soft
    }


@pytest.mark.parametrize(
    "shown",
    [
        in_a_notebook,
        in_a_terminal,
        saved_as(".md"),
        saved_as(".tex"),
        saved_as(".html"),
        in_a_workbook,
        drawn_as("heatmap"),
        drawn_as("panels"),
        on_a_slide,
    ],
)
def test_shares_tell_of_how_many_they_are_and_those_of_few_are_grey_in_every_display(
    grid, tmp_path, shown
):
    """Of tool A four have it, all in the first region; of B eight, six of them there."""
    dataset = grid([[4, 0], [6, 2]], ["A", "B"], ["First", "Second"])
    text, grey = shown(foip.cross_tab(dataset, "tool", "region", share="row"), tmp_path)
    assert "A (of 4)" in text
    assert "B (of 8)" in text
    if grey is not None:
        assert {f"{cell}" for cell in grey} & {"1", "1.00", "100%"}
        assert not {f"{cell}" for cell in grey} & {"0.75", "0.750", "75%"}


def test_layers_tell_of_how_many_they_are(shipped):
    """With shares of rows each row of each layer has its own number, counted by hand here."""
    table = foip.cross_tab(shipped, "region", "tool_family", by="priority", share="row")
    rows, _ = grid_of(table).headed()
    first = shipped.where(priority="p1", region="southeast_asia")
    named = first.membership("tool_family").any(axis=1).sum()
    assert rows[0] == (
        f"Economic foundations (of {about(table).part_bases['p1']})",
        f"Southeast Asia (of {named})",
    )
    assert grid_of(table).quiet.any(axis=1).tolist() == [
        0 <= int(row[1].split("(of ")[1].rstrip(")")) < 5 for row in rows
    ]
