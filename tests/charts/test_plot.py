"""``plot``: each kind of table has its chart, others fit it, and a printed call draws the same."""

from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

import foip_analysis as foip
from foip_analysis import charts
from foip_analysis.charts.kinds import SUITS
from foip_analysis.charts.plot import CHARTS, Drawn
from foip_analysis.explorer import explore

MADE = {  # kind of a table → the chart that it is drawn as, and how one is made
    "count": ("bars", lambda d: foip.count(d, "tool")),
    "cross_tab": ("heatmap", lambda d: foip.cross_tab(d, "tool", "tool")),
    "layers": ("multiples", lambda d: foip.cross_tab(d, "tool_family", "region", by="priority")),
    "sets": ("sets", lambda d: foip.combinations(d, "tool")),
    "flows": ("flows", lambda d: foip.flows(d, "priority", "tool_family")),
    "range": ("dots", lambda d: foip.sensitivity(d, "priority")),
    "moves": ("dots", lambda d: foip.compare(d, d.where(tool="osa"), "tool")),
    "association": (
        "residuals",
        lambda d: foip.association(d, "tool", "region", none="drop", draws=9),
    ),
}


@pytest.fixture
def asked(monkeypatch):
    """What the charts were asked to draw, in place of their drawings: (chart, table, options)."""
    found = []
    for name in get_args(Drawn):
        module = import_module(f"foip_analysis.charts.{name}")

        def note(table, *, title=None, name=name):
            found.append((name, table, title))

        monkeypatch.setattr(module, f"plot_{name}", note)
    return found


def test_every_chart_can_be_asked_for():
    named = {
        path.stem
        for path in Path(charts.__file__).parent.glob("*.py")
        if hasattr(import_module(f"foip_analysis.charts.{path.stem}"), f"plot_{path.stem}")
    }
    assert {*get_args(Drawn)} == named
    assert {*explore.TWINS} <= {*CHARTS}


@pytest.mark.parametrize("kind", MADE)
def test_a_table_is_drawn_with_the_chart_made_for_its_kind(shipped, asked, kind):
    chart, make = MADE[kind]
    made = make(shipped)
    foip.plot(made, title="Own")
    [(drawn, table, title)] = asked
    assert (drawn, title) == (chart, "Own")
    assert table is getattr(made, "residuals", made)
    assert foip.about(table).kind == kind
    assert {*MADE} == {*SUITS}


OTHERS = [
    ("count", "ranked"),
    ("cross_tab", "pairs"),
    ("range", "squares"),
    ("range", "stated"),
]


@pytest.mark.parametrize(("kind", "chart"), [*((kind, None) for kind in MADE), *OTHERS], ids=str)
def test_the_printed_call_draws_the_same(shipped, kind, chart):
    table = MADE[kind][1](shipped)
    figure = foip.plot(table, chart, title="Own", subtitle="Also own")
    assert [figure.foip[part] for part in ("title", "subtitle")] == ["Own", "Also own"]
    assert "Also own" in {text.get_text() for text in figure.texts}
    again = eval(f"foip.{figure.foip['call']}", {"foip": foip, "table": table})

    def drawn(figure):
        places = [(axes.get_position().bounds, len(axes.patches)) for axes in figure.axes]
        return places, [text.get_text() for axes in figure.axes for text in axes.texts]

    assert drawn(again) == drawn(figure)
    assert again.foip["call"] == figure.foip["call"]


@pytest.mark.parametrize(
    ("kind", "chart", "options", "words"),
    [
        ("cross_tab", "heatmaps", {}, ["It is one of 'heatmap', 'bars'", "mean 'heatmap'?"]),
        ("count", "grouped", {"kind": "ranked"}, ["'grouped' does not take kind=", "takes title="]),
        ("cross_tab", None, {"titel": "Own"}, ["'heatmap' does not take titel=", "mean 'title'?"]),
        ("cross_tab", "sets", {}, ["no table of sets"]),
        ("range", "heatmap", {}, ["Draw it with foip.plot(table)"]),
    ],
    ids=str,
)
def test_what_cannot_be_drawn_is_told_with_what_can(shipped, kind, chart, options, words):
    with pytest.raises((TypeError, ValueError)) as refused:
        foip.plot(MADE[kind][1](shipped), chart, **options)
    assert all(part in str(refused.value) for part in words), refused.value


@pytest.mark.parametrize("kind", MADE)
def test_explore_takes_the_same_chart_or_says_that_it_has_no_twin(shipped, kind):
    chart, make = MADE[kind]
    made = make(shipped)
    table = getattr(made, "residuals", made)
    if chart in explore.TWINS:
        assert foip.explore(table).to_json() == foip.explore(table, chart=chart).to_json()
        return
    for options in ({}, {"chart": chart}):
        with pytest.raises(ValueError, match=rf"'{chart}' has nothing.*foip\.plot\(table"):
            foip.explore(table, **options)
