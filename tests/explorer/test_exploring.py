"""The controls ask what they show: every choice is a call, every number has its initiatives, every
error its sentence.
"""

import itertools
import subprocess
import sys
from dataclasses import replace

import ipywidgets as widgets
import numpy as np
import pytest
from conftest import make_frames

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.explorer.asking import (
    Question,
    answer,
    as_code,
    askable,
    behind,
    first_question,
    is_shipped,
)
from foip_analysis.explorer.controls import Explorer
from foip_analysis.explorer.notebook import explore

P3 = (("priority", ("p3",)), ("region", ("pacific", "africa")))
ASKED = [
    {},
    {"margins": True, "none": True, "lang": "ja"},
    {"share": "row", "of": "pairs"},
    {"share": "column", "filters": P3, "margins": True},
    {"count": "fractional", "stated": True},
    {"by": "priority", "none": True},
    {"by": "tool_family", "share": "table", "filters": P3, "stated": True, "lang": "ja"},
    {"rows": "place", "columns": "partner"},
    {"columns": "tool", "margins": True},
    {"filters": (("place", ("none",)),), "none": True},
]


def question(**chosen) -> Question:
    return Question(**{"rows": "tool", "columns": "region"} | chosen)


def put(explorer: Explorer, **chosen) -> None:
    """Choose what a reader would choose, control by control."""
    for name, value in chosen.items():
        if name == "filters":
            for dimension, codes in value:
                explorer._filters[dimension].value = codes
        elif name == "lang":
            explorer._language.value = value
        else:
            control = explorer._choices.get(name) or explorer._ticks[name]
            control.value = value or "" if name in explorer._choices else value


def click(explorer: Explorer, row: str, column: str) -> None:
    """Say what the browser says when the cell of these labels is clicked."""
    figure = explorer._figure_place.children[0]
    points = {"trace_indexes": [0], "point_indexes": [[0, 0]], "xs": [column], "ys": [row]}
    figure._js2py_pointsCallback = {"event_type": "plotly_click", "points": points}


def pages(explorer: Explorer) -> str:
    """Return all the HTML of the controls but their look."""
    found, todo = [], list(explorer.children)
    while todo:
        control = todo.pop()
        todo += getattr(control, "children", [])
        if isinstance(control, widgets.HTML) and "<style>" not in control.value:
            found.append(control.value)
    return "\n".join(found)


def same(one, other) -> bool:
    """Whether two tables have the same cells and say the same, notes, calls and initiatives
    included.
    """
    return one.equals(other) and one.attrs == other.attrs


# Questions


@pytest.mark.parametrize("chosen", ASKED, ids=str)
def test_what_is_chosen_is_what_is_asked(shipped, chosen):
    explorer = explore(shipped, "tool", "region")
    put(explorer, **chosen)
    asked = explorer.question()
    assert replace(asked, of="initiatives") == replace(question(**chosen), of="initiatives")
    part = shipped.stated() if asked.stated else shipped
    for dimension, codes in asked.filters:
        part = part.where(**{dimension: list(codes)})
    options = {
        name: chosen[name]
        for name in ("by", "count", "share", "of", "margins", "none", "lang")
        if name in chosen
    }
    told = foip.cross_tab(part, asked.rows, asked.columns, **options)
    assert explorer.table.equals(told)
    assert foip.about(explorer.table).note == foip.about(told).note


@pytest.mark.parametrize("chosen", ASKED, ids=str)
def test_the_code_run_gives_the_table_shown(shipped, chosen):
    explorer = explore(shipped, "tool", "region")
    put(explorer, **chosen)
    space = {}
    exec(explorer.code, space)
    assert same(space["table"], explorer.table)


@pytest.mark.parametrize(
    "part",
    [
        lambda d: d.where(priority="p3"),
        lambda d: d.where(tool="osa").stated(),
        lambda d: d.stated(),
    ],
)
def test_the_code_of_a_part_gives_it_too(shipped, part):
    table = answer(part(shipped), question(stated=True, filters=P3))
    space = {}
    exec(as_code(table, part(shipped)), space)
    assert same(space["table"], table)


def test_the_code_of_another_dataset_asks_the_one_explored(toy8):
    for dataset in (toy8, toy8.where(tool="A")):
        assert not is_shipped(dataset)
        table = answer(dataset, question(filters=(("region", ("N",)),)))
        space = {"dataset": dataset}
        code = as_code(table, dataset)
        exec(code, space)
        assert same(space["table"], table)
        assert "# dataset is the one that you explore" in code


def test_a_changed_dataset_is_not_the_shipped_one(shipped):
    assert is_shipped(shipped.where(tool="osa"))
    assert not is_shipped(replace(shipped, codings=shipped.codings.iloc[1:], _cache={}))
    assert not is_shipped(replace(shipped, version="2.0.0"))


@pytest.mark.parametrize(
    "chosen",
    [
        {"margins": True},
        {"margins": True, "none": True},
        {"rows": "partner_kind", "columns": "partner_kind", "margins": True},
        {"columns": "tool", "margins": True, "none": True},
        {"rows": "region", "columns": "tool_family", "filters": P3},
        {"rows": "tool_family", "columns": "status", "by": "priority", "margins": True},
        {
            "rows": "priority",
            "columns": "partner_kind",
            "by": "priority",
            "none": True,
            "margins": True,
            "stated": True,
        },
    ],
    ids=str,
)
def test_behind_every_cell_are_as_many_initiatives_as_it_counts(shipped, chosen):
    asked = question(**chosen)
    table = answer(shipped, asked)
    for layer in foip.about(table).layer_codes if asked.by else [None]:
        shown = answer(shipped, asked, layer=layer)
        cells = itertools.product(
            enumerate(foip.about(shown).row_codes), enumerate(foip.about(shown).column_codes)
        )
        for (r, row), (c, column) in cells:
            found = behind(shipped, asked, row, column, layer=layer)["initiative_id"].tolist()
            assert len(found) == shown.iat[r, c]
            assert found == foip.about(shown).cells.get(row, {}).get(column, [])


def test_a_layer_is_the_layer_of_the_table(shipped):
    asked = question(by="priority", share="row", margins=True)
    table = answer(shipped, asked)
    for code, label in zip(
        foip.about(table).layer_codes, foip.about(table).layer_labels, strict=True
    ):
        assert np.array_equal(answer(shipped, asked, layer=code), table.loc[label], equal_nan=True)


def test_it_begins_with_dimensions_that_are_no_kin(shipped, toyh, tmp_path):
    assert first_question(shipped) == question(columns="priority")
    assert first_question(shipped, columns="tool").rows == "sector"
    first = first_question(toyh)
    assert {first.rows, first.columns} == {"tool", "region"}
    assert first_question(shipped, "place").columns == "priority"
    assert askable(shipped) == shipped.dimensions


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"rows": "tol"}, "There is no dimension 'tol'.*Did you mean 'tool'"),
        ({"columns": "regoin"}, "Did you mean 'region'"),
        ({"lang": "fr"}, "lang is 'fr'"),
        ({"lang": None}, "lang is None"),
    ],
)
def test_an_unknown_beginning_is_refused(shipped, arguments, says):
    with pytest.raises(ValueError, match=says):
        explore(shipped, **arguments)


# The table, the heat map and what is behind


def test_the_heat_map_follows_in_the_same_widget(shipped):
    explorer = explore(shipped, "tool", "region")
    drawn = explorer._figure_place.children[0]
    for chosen in (
        {"columns": "theme"},
        {"lang": "ja", "margins": True},
        {"share": "row"},
        {"by": "priority"},
    ):
        put(explorer, **chosen)
        assert explorer._figure_place.children == (drawn,)
        shown = answer(shipped, explorer.question(), layer=explorer._layer.value or None)
        twin = foip.explore_heatmap(shown).data[0]
        own = drawn.data[0]
        assert (own.x, own.y, own.text, own.hovertext, own.zmax) == (
            twin.x,
            twin.y,
            twin.text,
            twin.hovertext,
            twin.zmax,
        )
        assert np.array_equal(np.array(own.z, float), np.array(twin.z, float), equal_nan=True)
        assert drawn.layout.xaxis.ticktext == foip.explore_heatmap(shown).layout.xaxis.ticktext


def test_a_click_lists_the_initiatives_with_their_words(shipped):
    explorer = explore(shipped, "tool", "region")
    assert explorer.members is None
    click(explorer, "OSA", "Pacific")
    assert explorer.members["initiative_id"].tolist() == [
        "palau-airport",
        "pohnpei-port",
        "patrol-boats",
        "uavs",
    ]
    for cell in explorer.members[["name", "summary", "locators"]].to_numpy().ravel():
        assert cell in explorer._listed.value
    assert "OSA × Pacific: 4" in explorer._behind.value
    assert foip.about(explorer.members).note in explorer._behind.value


def test_the_same_list_without_a_mouse(shipped):
    clicked, chosen = explore(shipped, "tool", "region"), explore(shipped, "tool", "region")
    click(clicked, "OSA", "Pacific")
    chosen._cell["row code"].value = "osa"
    assert chosen.members is None
    chosen._cell["column code"].value = "pacific"
    assert same(chosen.members, clicked.members)
    assert (chosen._behind.value, chosen._listed.value) == (
        clicked._behind.value,
        clicked._listed.value,
    )


def test_the_list_follows_the_choices_and_goes_with_its_cell(shipped):
    explorer = explore(shipped, "tool", "region")
    click(explorer, "OSA", "Southeast Asia")
    before = len(explorer.members)
    put(explorer, stated=True)
    assert (
        len(explorer.members)
        == foip.cross_tab(shipped.stated(), "tool", "region").loc["OSA", "Southeast Asia"]
    )
    put(explorer, lang="ja", stated=False)
    assert len(explorer.members) == before
    assert "取組" in explorer._listed.value
    put(explorer, columns="theme")
    assert explorer.members is None
    assert explorer._listed.value == ""
    click(explorer, "OSA", "Pacific")  # of a heat map that is gone
    assert explorer.members is None


def test_a_layer_is_chosen_for_the_heat_map(shipped):
    explorer = explore(shipped, "tool", "region")
    put(explorer, by="priority")
    assert explorer._layer.layout.display is None
    explorer._layer.value = "p3"
    click(explorer, "OSA", "Pacific")
    assert "Security cooperation × OSA × Pacific: 4" in explorer._behind.value
    put(explorer, by=None)
    assert explorer._layer.layout.display == "none"


def test_filters_are_cleared_by_a_button(shipped):
    explorer = explore(shipped, "tool", "region")
    whole = explorer.table
    put(explorer, filters=P3)
    assert len(explorer.question().filters) == 2
    assert explorer._fold.description == "Filters (2)"
    explorer._clear.click()
    assert same(explorer.table, whole)


# Refusals, files, language


def test_a_refusal_is_shown_in_the_place_of_the_answer(shipped):
    explorer = explore(shipped, "tool", "region")
    put(explorer, count="fractional", share="row", of="pairs")
    with pytest.raises(ValueError, match="pairs") as refused:
        foip.cross_tab(shipped, "tool", "region", count="fractional", share="row", of="pairs")
    assert str(refused.value).replace("'", "&#x27;") in explorer._refusal.value
    assert (explorer.table, explorer.code, explorer._answered.layout.display) == (None, "", "none")
    put(explorer, count="initiatives")
    assert (explorer._refusal.value, explorer._answered.layout.display) == ("", None)
    assert same(explorer.table, foip.cross_tab(shipped, "tool", "region", share="row", of="pairs"))


def test_a_dataset_without_a_basis_says_so(tmp_path):
    frames = make_frames({"1": {"tool": "A", "region": "N"}}, {"tool": "A", "region": "N"})
    frames["codings"] = frames["codings"].drop(columns="basis")
    for name, frame in frames.items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    explorer = explore(foip.load(tmp_path))
    put(explorer, stated=True)
    assert "no column &#x27;basis&#x27;" in explorer._refusal.value


def test_table_and_figure_are_saved_under_the_names_typed(shipped, tmp_path, monkeypatch):
    monkeypatch.setenv("FOIP_FIGURES", str(tmp_path / "figures"))
    explorer = explore(shipped, "tool", "region")
    explorer._names["table"].value = str(tmp_path / "mine.csv")
    explorer._buttons["table"].click()
    assert "mine.csv" in explorer._saved.value
    assert (tmp_path / "mine.csv").read_bytes() == foip.save_table(
        explorer.table, tmp_path / "direct.csv"
    ).read_bytes()
    explorer._names["figure"].value = "mine"
    explorer._buttons["figure"].click()
    direct = foip.save_figure(foip.plot_heatmap(explorer.table), "direct", folder=tmp_path)
    assert (tmp_path / "figures" / "mine.png").read_bytes() == direct[0].read_bytes()
    put(explorer, by="priority")
    assert explorer._saved.value == ""
    explorer._names["figure"].value = "layers"
    explorer._buttons["figure"].click()
    assert len(list((tmp_path / "figures").glob("layers.*"))) == 5


@pytest.mark.parametrize(
    ("what", "name", "says"),
    [
        ("table", "mine.xslx", "Did you mean"),
        ("table", "mine", "has no suffix"),
        ("table", "{folder}/taken.csv", "taken.csv"),
        ("figure", "my figure", "is no name for a figure"),
        ("figure", "<b>", "&lt;b&gt;"),
    ],
)
def test_what_cannot_be_saved_is_told_and_nothing_is_written(
    shipped, tmp_path, monkeypatch, what, name, says
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOIP_FIGURES", str(tmp_path))
    (tmp_path / "taken.csv").mkdir()
    explorer = explore(shipped, "tool", "region")
    explorer._names[what].value = name.format(folder=tmp_path)
    explorer._buttons[what].click()
    assert says in explorer._saved.value
    assert 'role="alert"' in explorer._saved.value
    assert [path.name for path in tmp_path.iterdir()] == ["taken.csv"]


def test_the_code_is_shown_on_request_and_kept_up_to_date(shipped):
    explorer = explore(shipped, "tool", "region")
    assert explorer._written.value == ""
    explorer._buttons["code"].click()
    put(explorer, margins=True)
    assert "margins=True" in explorer._written.value


def test_every_word_is_japanese_when_the_language_is(shipped):
    explorer = explore(shipped, "tool", "region")
    put(explorer, filters=P3, by="priority", share="row")
    asked = explorer.question()
    put(explorer, lang="ja")
    assert explorer.question() == replace(asked, lang="ja")
    words = [
        control.description
        for control in (
            *explorer._choices.values(),
            *explorer._ticks.values(),
            *explorer._filters.values(),
        )
    ]
    words += [
        control.description
        for control in (
            *explorer._buttons.values(),
            *explorer._names.values(),
            explorer._clear,
            explorer._fold,
        )
    ]
    words += [label for control in explorer._choices.values() for label, _ in control.options]
    words += [
        explorer._layer.description,
        explorer._head.value,
        explorer._behind.value,
        explorer._how.value,
    ]
    assert [word for word in words if not any("\u3040" <= c <= "\u9fff" for c in word)] == []
    put(explorer, lang="en")
    assert explorer.question() == asked


def test_labels_and_names_stay_text(grid):
    planted = ["<img src=x onerror=alert(1)>", "R&D"]
    dataset = grid([[2, 0], [0, 1]], planted, ["<b>N</b>", "$5 to $6"])
    names = dataset.initiatives.assign(name_en="<img src=y> named")
    explorer = explore(replace(dataset, initiatives=names), "tool", "region")
    put(explorer, margins=True)
    click(explorer, "&lt;img src=x onerror=alert(1)&gt;", "&lt;b&gt;N&lt;/b&gt;")
    explorer._buttons["code"].click()
    assert len(explorer.members) == 2
    shown = pages(explorer)
    assert "&lt;img src=y&gt; named" in shown
    assert "<img" not in shown
    assert "<b>" not in shown
    assert not any(
        control.description_allow_html
        for control in (*explorer._choices.values(), *explorer._filters.values())
    )


# What it needs


def test_it_is_a_widget(shipped):
    explorer = explore(shipped)
    assert isinstance(explorer, widgets.Widget)
    assert "application/vnd.jupyter.widget-view+json" in explorer._repr_mimebundle_()
    assert book.dimensions(shipped.codebook) == list(explorer._filters)


@pytest.mark.parametrize(
    ("without", "missing"), [("ipywidgets", "ipywidgets and anywidget"), ("anywidget", "anywidget")]
)
def test_without_its_libraries_it_says_what_to_install(without, missing):
    code = (
        f"import sys; sys.modules['{without}'] = None; import foip_analysis as f, "
        "foip_analysis.explorer.notebook as e; e.explore(f.load())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    ).stderr
    assert told.splitlines()[-1] == (
        f"ImportError: Exploring needs {missing}, which is not installed. Install it: "
        'pip install "foip-analysis[explore]".'
    )
