"""The explorer in a notebook: what is chosen in the page is Python's, what Python sets is shown."""

import itertools
import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from browsing import browser, listen, until  # noqa: F401
from conftest import make_frames

import foip_analysis as foip
from foip_analysis.dataset.is_shipped import is_shipped
from foip_analysis.explorer.behind import as_code, behind
from foip_analysis.explorer.explore import TWINS, explore
from foip_analysis.explorer.widget import Explorer
from foip_analysis.tables.counting import ask
from foip_analysis.tables.question import Question

P3 = {"priority": ["p3"], "region": ["pacific", "africa"]}
ASKED = [
    {},
    {"margins": True, "none": True, "lang": "ja"},
    {"share": "row", "of": "pairs"},
    {"share": "column", "filters": P3, "margins": True},
    {"count": "fractional", "stated": True},
    {"by": "priority", "none": True},
    {"by": "tool_family", "share": "table", "filters": P3, "stated": True, "lang": "ja"},
    {"rows": "place", "columns": "partner", "present": False, "order": "codebook"},
    {"chart": "heatmap"},
    {"columns": "tool", "margins": True},
    {"filters": {"place": ["none"]}, "none": True},
]


def put(explorer: Explorer, chosen: dict) -> None:
    for name, value in chosen.items():
        setattr(explorer, name, value)


def library(dataset: foip.Dataset, chosen: dict):
    """Return the table that the library counts for what is chosen."""
    asked = {"rows": "tool", "columns": "region", "order": "size", "present": True} | chosen
    asked.pop("chart", None)  # which is of the same table
    dataset = dataset.stated() if asked.pop("stated", False) else dataset
    for dimension, codes in asked.pop("filters", {}).items():
        dataset = dataset.where(**{dimension: codes})
    codes = "present" if asked.pop("present", False) else "all"
    return foip.cross_tab(dataset, codes=codes, **asked)


def same(one, other) -> bool:
    """Whether two tables have the same cells and notes."""
    return one.equals(other) and foip.about(one).note == foip.about(other).note


# Python's side


@pytest.mark.parametrize("chosen", ASKED, ids=str)
def test_the_table_is_that_of_the_library_and_its_code_makes_it_again(shipped, chosen):
    explorer = explore(shipped, "tool", "region")
    put(explorer, chosen)
    assert same(explorer.table, library(shipped, chosen))
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
def test_the_code_of_a_part_makes_it_too(shipped, part):
    explorer = explore(part(shipped), "tool", "region")
    put(explorer, {"stated": True, "filters": P3})
    space = {}
    exec(explorer.code, space)
    assert same(space["table"], explorer.table)


def test_the_code_of_another_dataset_asks_the_one_explored(toy8):
    for dataset in (toy8, toy8.where(tool="A")):
        assert not is_shipped(dataset)
        explorer = explore(dataset, "tool", "region")
        explorer.filters = {"region": ["N"]}
        space = {"dataset": dataset}
        exec(explorer.code, space)
        assert same(space["table"], explorer.table)
        assert "load" not in explorer.code


def test_a_changed_dataset_is_not_the_shipped_one(shipped):
    assert is_shipped(shipped.where(tool="osa"))
    assert not is_shipped(replace(shipped, codings=shipped.codings.iloc[1:]))
    assert not is_shipped(replace(shipped, version="2.0.0"))
    table = foip.cross_tab(shipped, "tool", "region")
    assert "foip.load()" in as_code(table, shipped)


@pytest.mark.parametrize(
    "chosen",
    [
        {"margins": True},
        {"margins": True, "none": True},
        {"rows": "partner_kind", "columns": "partner_kind", "margins": True},
        {"columns": "tool", "margins": True, "none": True},
        {"rows": "region", "columns": "tool_family", "selection": (("priority", ("p3",)),)},
        {"rows": "tool_family", "columns": "status", "by": "priority", "margins": True},
        {
            **{"rows": "priority", "columns": "partner_kind", "by": "priority", "none": True},
            **{"margins": True, "selection": (("basis", ("stated",)),)},
        },
    ],
    ids=str,
)
def test_behind_every_cell_are_as_many_initiatives_as_it_counts(shipped, chosen):
    question = Question(**{"rows": "tool", "columns": "region"} | chosen)
    itself = foip.about(ask(shipped, question))
    for layer, part in itself.parts.items() if question.by else [(None, itself)]:
        cells = itertools.product(enumerate(itself.row_codes), enumerate(itself.column_codes))
        for (r, row), (c, column) in cells:
            last = len(itself.row_codes) - 1, len(itself.column_codes) - 1
            if (r + c) % 3 and (
                r,
                c,
            ) != last:  # a third, of each line some
                continue
            cell = (row, column, layer) if layer else (row, column)
            found = behind(shipped, question, cell)["initiative_id"].tolist()
            assert len(found) == part.known.iat[r, c]
            assert found == part.cells.get(row, {}).get(column, [])


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("rows", "tol", "no dimension 'tol'.*Did you mean 'tool'"),
        ("columns", None, "no dimension"),
        ("by", "regoin", "Did you mean 'region'"),
        ("count", "fraction", "Did you mean 'fractional'"),
        ("share", "rwo", "Did you mean 'row'"),
        ("of", "pears", "Did you mean 'pairs'"),
        ("order", "sise", "Did you mean 'size'"),
        ("lang", "fr", "speaks 'en', 'ja'"),
        ("chart", "heat map", "Did you mean 'heatmap'"),
        ("lang", None, "lang is None"),
        ("margins", "yes", "True or False"),
        ("stated", 1, "True or False"),
        ("filters", {"regoin": ["pacific"]}, "Did you mean 'region'"),
        ("filters", {"region": ["pacifc"]}, "Did you mean 'pacific'"),
        ("filters", ["pacific"], "codes"),
        ("cell", ("ossa", "pacific"), "no row 'ossa'.*Did you mean 'osa'"),
        ("cell", ("osa", "pacific", "p3"), "a row, a column"),
        ("cell", ("osa", "europe"), "is 0"),
    ],
)
def test_a_wrong_value_is_refused_and_the_old_one_stays(shipped, name, value, says):
    explorer = explore(shipped, "tool", "region")
    before = getattr(explorer, name)
    with pytest.raises(ValueError, match=says):
        setattr(explorer, name, value)
    assert getattr(explorer, name) == before
    assert same(explorer.table, library(shipped, {}))


def test_what_contradicts_is_refused(shipped):
    explorer = explore(shipped, "tool", "region")
    put(explorer, {"share": "row", "of": "pairs"})
    with pytest.raises(ValueError, match="Choose one of the two"):
        explorer.count = "fractional"
    assert same(explorer.table, library(shipped, {"share": "row", "of": "pairs"}))


def test_a_dataset_without_a_basis_says_so(tmp_path):
    frames = make_frames({"1": {"tool": "A", "region": "N"}}, {"tool": "A", "region": "N"})
    frames["codings"] = frames["codings"].drop(columns="basis")
    for name, frame in frames.items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    with pytest.raises(ValueError, match="no column 'basis'"):
        explore(foip.load(tmp_path)).stated = True


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"rows": "tol"}, "'tool'"), ({"columns": "x"}, "'x'"), ({"lang": "fr"}, "'ja'")],
)
def test_an_unknown_beginning_is_refused(shipped, wrong, says):
    with pytest.raises(ValueError, match=says):
        explore(shipped, **wrong)


def test_filters_stand_in_the_codebooks_order_as_on_the_page(shipped):
    explorer = explore(shipped, "tool", "region")
    explorer.filters = {"region": ["africa", "pacific"], "tool": [], "priority": "p3"}
    assert list(explorer.filters.items()) == list(P3.items())


def test_the_list_goes_with_its_cell(shipped):
    explorer = explore(shipped, "tool", "region")
    assert explorer.members is None
    explorer.cell = "osa", "pacific"
    assert len(explorer.members) == explorer.table.loc["OSA", "Pacific"] == 4
    explorer.stated = True
    assert (explorer.cell, explorer.members) == (None, None)
    explorer.by = "priority"
    explorer.cell = "osa", "pacific", "p3"
    expected = shipped.stated().where(priority="p3", tool="osa", region="pacific")
    assert len(explorer.members) == len(expected.initiatives) > 0


def test_without_anywidget_it_says_what_to_install():
    code = "import sys; sys.modules['anywidget'] = None; import foip_analysis as f; "
    told = subprocess.run(
        [sys.executable, "-c", code + "f.explore(f.load())"],
        capture_output=True,
        text=True,
        check=False,
    ).stderr
    assert told.splitlines()[-1].startswith("ImportError: Exploring needs anywidget")


# The page in its frame. A model in the browser stands for JupyterLab's, which test_lab starts.

HOST = """async ({ script, page, state }) => {
  const heard = new Set(), kept = { _page: page, _state: state };
  window.model = {
    get: (name) => kept[name],
    set: (name, value) => { kept[name] = value; heard.forEach((tell) => tell()); },
    on: (_, tell) => heard.add(tell),
    off: (_, tell) => heard.delete(tell),
    save_changes: () => window.toPython(JSON.stringify(kept._state)),
  };
  const made = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  window.leave = made.default.render({ model, el: document.body });
}"""


@pytest.fixture
def shown(browser):  # noqa: F811
    """A function that shows an explorer in a browser without a network: (tab, its frame)."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    heard = []

    def show(explorer: Explorer):
        tab = context.new_page()
        heard.append(listen(tab))
        hear = lambda state: explorer.set_state({"_state": json.loads(state)})  # noqa: E731
        tab.expose_function("toPython", hear)
        given = {"script": str(explorer._esm), "page": explorer._page, "state": explorer._state}
        tab.evaluate(HOST, given)
        same = "JSON.stringify(state) === JSON.stringify(model.get('_state'))"
        tell = f"(state) => {same} || model.set('_state', state)"
        explorer.observe(lambda change: waiting.append(change["new"]), "_state")
        waiting = []

        def follow() -> None:
            """Tell the page what Python set, as a kernel would."""
            while waiting:
                tab.evaluate(tell, waiting.pop(0))

        frame = tab.frames[-1]
        until(frame, "typeof state === 'object'")
        return tab, frame, follow

    yield show
    context.close()
    assert [told for each in heard for told in each] == []


CELLS = "table.layers.map((layer) => layer.cells)"


@pytest.mark.parametrize("chosen", ASKED, ids=str)
def test_what_python_sets_the_page_shows(shown, shipped, chosen):
    explorer = explore(shipped, "tool", "region")
    _, frame, follow = shown(explorer)
    put(explorer, chosen)
    follow()
    wanted = foip.about(explorer.table)
    until(frame, f"note(options, table).trim() === {json.dumps(wanted.note.strip())}")
    cells = np.array(frame.evaluate(CELLS), float)
    known = explorer.table.to_numpy(float).reshape(cells.shape)
    assert np.allclose(cells, known, rtol=0, atol=1e-9, equal_nan=True)
    assert frame.evaluate("call(options)") == wanted.call
    assert frame.evaluate("code(options)") == explorer.code


def test_what_is_clicked_python_has(shown, shipped):
    explorer = explore(shipped, "tool", "region")
    tab, frame, _ = shown(explorer)
    frame.evaluate("addEventListener('message', () => (window.interrupted = true))")
    frame.click("td button[aria-label='OSA × Pacific: 4']")
    frame.wait_for_selector("#behind:not([hidden])")
    until(tab, "model.get('_state').cell !== null")
    assert explorer.cell == ("osa", "pacific")
    assert frame.locator("#behind h3").all_inner_texts() == explorer.members["name"].tolist()
    frame.click("#behind .head button")
    until(tab, "model.get('_state').cell === null")
    assert explorer.members is None
    frame.select_option("#set-rows", "sector")
    frame.click("#more > summary")
    frame.check("#set-margins")
    frame.click("#filters > summary")
    frame.click("#filter-region > summary")
    for code in ("africa", "pacific"):
        frame.check(f"#where-region-{code}")
    frame.select_option("#set-by", "priority")
    frame.click("#languages button[lang=ja]")
    until(tab, "model.get('_state').lang === 'ja'")
    chosen = {"rows": "sector", "by": "priority", "margins": True, "lang": "ja"}
    chosen["filters"] = {"region": ["pacific", "africa"]}  # in the codebook's order
    assert {name: getattr(explorer, name) for name in chosen} == chosen
    assert same(explorer.table, library(shipped, chosen))
    assert not frame.evaluate("window.interrupted")  # it is not told what it said itself


def test_the_page_opens_and_closes_the_list_that_python_names(shown, shipped):
    explorer = explore(shipped, "tool", "region", lang="ja")
    _, frame, follow = shown(explorer)
    explorer.cell = "osa", "pacific"
    follow()
    frame.wait_for_selector("#behind:not([hidden])")
    assert frame.locator("#behind h3").all_inner_texts() == explorer.members["name"].tolist()
    explorer.columns = "priority"
    follow()
    until(frame, "document.getElementById('behind').hidden && state.cols === 'priority'")


def test_a_frame_that_was_moved_shows_the_state_again(shown, shipped):
    explorer = explore(shipped, "tool", "region")
    tab, frame, follow = shown(explorer)
    frame.select_option("#set-rows", "sector")
    until(tab, "model.get('_state').rows === 'sector'")
    tab.evaluate("document.body.append(document.querySelector('iframe'))")  # loads it anew
    until(tab.frames[-1], "typeof state === 'object' && state.rows === 'sector'")
    explorer.rows = "tool"
    follow()
    until(tab.frames[-1], "state.rows === 'tool'")


def test_two_views_show_the_same(shown, shipped):
    explorer = explore(shipped, "tool", "region")
    tab, frame, _ = shown(explorer)
    tab.evaluate(
        """async (script) => {
          const made = await import(`data:text/javascript,${encodeURIComponent(script)}`);
          made.default.render({ model, el: document.body });
        }""",
        str(explorer._esm),
    )
    other = tab.frames[-1]
    until(other, "typeof state === 'object'")
    frame.select_option("#set-rows", "sector")
    until(other, "state.rows === 'sector'")


def test_labels_stay_text_and_the_page_has_no_address_to_copy(shown, grid):
    planted = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"]
    explorer = explore(grid([[2, 0], [0, 1]], planted, ["<b>N</b>", "$5 to $6"]), "tool", "region")
    _, frame, _ = shown(explorer)
    assert frame.locator("tbody th[scope=row]").all_inner_texts() == planted
    assert frame.evaluate("[document.images.length, document.scripts.length]") == [0, 2]
    assert frame.locator("#csv").count() == 1
    assert frame.locator("#link").count() == 0


# A table's chart under the pointer


@pytest.fixture(scope="module")
def tables(shipped):
    """A table that each chart can show."""
    crossed, counted = foip.cross_tab(shipped, "tool", "priority"), foip.count(shipped, "place")
    return dict.fromkeys(TWINS, crossed) | {
        "bars": counted,
        "ranked": counted,
        "map": counted,
        "sets": foip.combinations(shipped, "tool"),
        "flows": foip.flows(shipped, "priority", "region"),
    }


@pytest.mark.parametrize("chart", TWINS)
def test_a_table_becomes_the_chart_that_is_asked_for(tables, chart):
    figure = explore(tables[chart], chart=chart, title="Own")
    assert "Own" in figure.layout.title.text
    assert figure.data


@pytest.mark.parametrize(
    ("things", "options", "words"),
    [
        (["dataset"], {"chart": "bars"}, "chart= is for a table"),
        (["table", "tool"], {"lang": "ja"}, "rows= and lang= are for a dataset"),
        (["table"], {"chart": "heatmaps"}, "Did you mean 'heatmap'"),
        (["table"], {"chart": "flows"}, "flows"),
        ([3], {}, "This is a int"),
    ],
    ids=str,
)
def test_what_explore_cannot_take_is_refused_in_words(shipped, things, options, words):
    known = {"dataset": shipped, "table": foip.cross_tab(shipped, "tool", "region")}
    with pytest.raises((TypeError, ValueError), match=words):
        explore(*(known.get(thing, thing) for thing in things), **options)


def test_more_codings_than_a_page_holds_are_refused_at_once(shipped, tmp_path, monkeypatch):
    monkeypatch.setattr("foip_analysis.explorer.page.PAGE_HOLDS", len(shipped.codings) - 1)
    with pytest.raises(ValueError, match=r"577 codings.*where\(\)"):
        foip.save_explorer(shipped, tmp_path / "page.html")
    assert not [*tmp_path.iterdir()]
