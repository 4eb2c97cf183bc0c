"""The twins say what the charts say, hold what is behind each mark, and ask nothing of the
network.
"""

import html
import json
import re
from base64 import b64decode
from io import BytesIO

import numpy as np
import pytest
from browsing import browser, tab  # noqa: F401
from conftest import in_turn
from PIL import Image

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import explore_bars
from foip_analysis.charts.flows import explore_flows
from foip_analysis.charts.heatmap import explore_heatmap, plot_heatmap
from foip_analysis.charts.hover import GOES_ON, HOVER_NAMED, READABLE
from foip_analysis.charts.sets import explore_sets
from foip_analysis.tables.competing import column_codes, row_codes
from foip_analysis.tables.grid import number


def parsed(figure) -> dict:
    return json.loads(figure.to_json())


def numbers(values) -> np.ndarray:
    """Return plotly's JSON numbers, None as 0."""
    return np.array([[0 if v is None else v for v in row] for row in values], float)


TWINS = {
    "heat map": lambda dataset, **options: explore_heatmap(
        foip.cross_tab(dataset, "tool", "region", **options)
    ),
    "ranked": lambda dataset, **options: explore_bars(foip.count(dataset, "place", **options)),
    "stacked": lambda dataset, **options: explore_bars(
        foip.cross_tab(dataset, "partner", "priority", **options)
    ),
    "panels": lambda dataset, **options: explore_bars(
        foip.cross_tab(dataset, "region", "tool_family", **options)
    ),
}


@pytest.mark.parametrize(
    "options", [{}, {"margins": True, "none": True, "lang": "ja"}, {"count": "fractional"}]
)
def test_a_heat_map_holds_the_numbers_of_its_table(shipped, options):
    table = foip.cross_tab(shipped, "tool", "region", **options)
    trace = parsed(explore_heatmap(table))["data"][0]
    keep = [[code != "all" for code in codes(table)] for codes in (row_codes, column_codes)]
    cells = table.loc[keep[0], keep[1]]
    assert np.allclose(numbers(trace["z"]), cells.to_numpy(float))
    assert (trace["x"], trace["y"]) == (cells.columns.tolist(), cells.index.tolist())
    assert trace["text"] == [
        [number(foip.about(table), v) if v else "" for v in row] for row in cells.to_numpy(float)
    ]
    assert all(
        v is None
        for row, numbers in zip(trace["z"], cells.to_numpy(), strict=True)
        for v, n in zip(row, numbers, strict=True)
        if n == 0
    )


def test_ranked_bars_hold_the_numbers_of_their_table(shipped):
    table = foip.count(shipped, "place", order="size", lang="ja")
    trace = parsed(explore_bars(table))["data"][0]
    assert trace["x"] == table["取組数"].tolist()
    assert trace["y"] == table.index.tolist()


@pytest.mark.parametrize("options", [{}, {"margins": True}, {"share": "row"}])
def test_stacked_bars_hold_the_numbers_of_their_table(shipped, options):
    table = foip.cross_tab(shipped, "tool", "priority", **options)
    figure = parsed(explore_bars(table))
    parts = table.drop(index="All", columns="All") if "margins" in options else table
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert np.allclose(numbers([trace["x"] for trace in bars]), parts.fillna(0).to_numpy(float).T)
    assert [trace["name"] for trace in bars] == parts.columns.tolist()
    assert figure["layout"]["barmode"] == "stack"
    colours = style.code_colours(foip.about(table), "priority")
    assert [trace["marker"]["color"] for trace in bars] == [
        colours[code] for code in column_codes(parts)
    ]


def test_the_sum_of_stacked_bars_stands_at_their_end_but_shares_have_none(shipped):
    table = foip.cross_tab(shipped, "partner", "priority", margins=True)
    sums = parsed(explore_bars(table))["data"][-1]
    assert sums["mode"] == "text"
    assert [re.sub("<.*?>", "", text).strip() for text in sums["text"]] == [
        str(n) for n in table["All"].iloc[:-1]
    ]
    assert sums["x"] == table["All"].iloc[:-1].tolist()
    shares = parsed(explore_bars(foip.cross_tab(shipped, "partner", "priority", share="row")))
    assert {trace["type"] for trace in shares["data"]} == {"bar"}


@pytest.mark.parametrize("margins", [False, True])
def test_panels_hold_the_numbers_of_their_table(shipped, margins):
    table = foip.cross_tab(shipped, "region", "tool_family")
    figure = parsed(explore_bars(foip.cross_tab(shipped, "region", "tool_family", margins=margins)))
    assert np.allclose(numbers([trace["x"] for trace in figure["data"]]), table.to_numpy(float).T)
    heads = [note["text"].replace("<br>", " ") for note in figure["layout"]["annotations"]]
    assert heads[: table.shape[1]] == table.columns.tolist()


def test_the_twins_have_the_words_of_the_charts(shipped):
    for lang in ("en", "ja"):
        table = foip.cross_tab(shipped, "tool", "region", lang=lang)
        layout = parsed(explore_heatmap(table))["layout"]
        words = plot_heatmap(table).foip
        assert words["title"] in html.unescape(layout["title"]["text"]).replace("<br>", "")
        assert words["subtitle"] == html.unescape(layout["title"]["subtitle"]["text"]).replace(
            "<br>", ""
        )
        foot = html.unescape(layout["annotations"][-1]["text"]).replace("<br>", "")
        assert foot.replace(" ", "") == words["foot"].replace(" ", "")


def test_the_keys_of_stacked_bars_have_their_own_place(shipped):
    """The legend grows upwards from the bars: the margin holds it and the title, and it reads in
    the bars' order.
    """
    tops = {
        d: parsed(explore_bars(foip.cross_tab(shipped, "tool", d)))["layout"]["margin"]["t"]
        for d in ("priority", "theme")
    }
    assert tops["theme"] >= tops["priority"] + 24
    layout = parsed(explore_bars(foip.cross_tab(shipped, "tool", "theme")))["layout"]
    assert (
        layout["legend"]["traceorder"],
        layout["legend"]["yanchor"],
        layout["title"]["yanchor"],
    ) == ("normal", "bottom", "top")


# What is behind a mark


def lines(text: str) -> list[str]:
    return [html.unescape(line) for line in text.replace(f"<br>{GOES_ON}", "").split("<br>")]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_under_the_pointer_stand_the_initiatives_of_the_cell(shipped, lang):
    table = foip.cross_tab(shipped, "tool", "region", lang=lang)
    trace = parsed(explore_heatmap(table))["data"][0]
    for r, tool in enumerate(row_codes(table)):
        for c, region in enumerate(column_codes(table)):
            head, *behind = lines(trace["hovertext"][r][c])
            assert head == f"<b>{table.index[r]} × {table.columns[c]}: {table.iat[r, c]}</b>"
            found = foip.members(shipped, tool=tool, region=region, lang=lang)
            assert [line.rsplit(" [", 1)[0] for line in behind] == found["name"].tolist()[
                :HOVER_NAMED
            ]
            own = shipped.codings.groupby("initiative_id", sort=False)["locator"].agg(
                lambda cells: ", ".join(dict.fromkeys(cells))
            )
            assert [line.rsplit(" [", 1)[1].rstrip("]") for line in behind] == own[
                found["initiative_id"]
            ].tolist()[:HOVER_NAMED]


@pytest.mark.parametrize(("lang", "more"), [("en", "… and 16 more"), ("ja", "…ほか16件")])
def test_many_initiatives_are_counted(shipped, lang, more):
    trace = parsed(explore_bars(foip.count(shipped, "priority", lang=lang)))["data"][0]
    shown = lines(trace["hovertext"][0])
    assert len(shown) == 1 + HOVER_NAMED + 1
    assert shown[-1] == more


def test_bars_have_their_initiatives_too(shipped):
    table = foip.cross_tab(shipped, "region", "priority")
    data = parsed(explore_bars(table))["data"]
    row = table.index.tolist().index("Africa")
    names = [line.rsplit(" [", 1)[0] for line in lines(data[2]["hovertext"][row])[1:]]
    assert names == foip.members(shipped, region="africa", priority="p3")["name"].tolist() != []


# No network


@pytest.mark.parametrize("twin", TWINS)
def test_a_page_asks_nothing_of_the_network(shipped, twin, tmp_path):
    figure = TWINS[twin](shipped)
    paths = [tmp_path / "first.html", tmp_path / "second.html"]
    for path in paths:
        figure.write_html(path, include_plotlyjs=False, div_id="twin")
    page = paths[0].read_text(encoding="utf-8")
    assert (
        re.findall(r"""(?:src|href|action|data)\s*=\s*["']?\s*(?:https?:)?//[^"'\s>]+""", page)
        == []
    )
    assert re.findall(r"(?:url\(|@import|fetch\(|import\()\s*[\"']?(?:https?:)?//", page) == []
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("twin", TWINS)
def test_no_trace_or_layout_draws_a_map_from_the_network(shipped, twin):
    figure = parsed(TWINS[twin](shipped, lang="ja"))
    assert {trace["type"] for trace in figure["data"]} <= {"bar", "heatmap", "scatter"}
    assert not any(part.startswith(("geo", "map")) for part in figure["layout"])
    assert figure["layout"]["template"].get("layout", {}) == {}


# What the charts refuse, the twins refuse


def test_the_twins_refuse_what_the_charts_refuse(shipped):
    layers = foip.cross_tab(shipped, "tool", "region", by="priority")
    for draw, table, sentence in [
        (explore_heatmap, foip.count(shipped, "tool"), "draw a count"),
        (explore_heatmap, layers, "one layer"),
        (explore_bars, layers, "one at a time"),
    ]:
        with pytest.raises(ValueError, match=sentence):
            draw(table)
    with pytest.raises(ValueError, match="several codes an initiative"):
        explore_bars(foip.cross_tab(shipped, "priority", "tool"), kind="stacked")


def test_awkward_data(grid):
    zero = grid([[0, 0]], ["A"], ["N", "S"])
    assert parsed(explore_heatmap(foip.cross_tab(zero, "tool", "region")))["data"][0]["z"] == [
        [None, None]
    ]
    shares = parsed(explore_heatmap(foip.cross_tab(zero, "tool", "region", share="row")))["data"][0]
    assert shares["z"] == [[None, None]], "no share of nothing"
    assert parsed(explore_bars(foip.count(zero, "tool")))["data"][0]["x"] == [0]


def test_the_look_is_that_of_the_charts(shipped):
    style.use("dark", colours={"strong": "#ff8800"})
    figure = parsed(explore_heatmap(foip.cross_tab(shipped, "tool", "region")))
    assert figure["layout"]["paper_bgcolor"] == style.THEMES["dark"]["paper"]
    assert figure["data"][0]["colorscale"][-1][1] == "#ff8800"
    bars = parsed(explore_bars(foip.count(shipped, "priority", margins=True)))["data"][0]
    assert bars["marker"]["color"] == [
        "#ff8800",
        *[style.colour("quiet")] * 2,
        style.colour("line"),
    ]


# As a browser draws them

DRAWN = {
    "heat map": lambda dataset, lang: explore_heatmap(
        foip.cross_tab(dataset, "tool", "region", codes="present", lang=lang)
    ),
    "stacked": lambda dataset, lang: explore_bars(
        foip.cross_tab(dataset, "partner", "priority", order="size", lang=lang)
    ),
    "panels": lambda dataset, lang: explore_bars(
        foip.cross_tab(dataset, "tool_family", "region", codes="present", lang=lang)
    ),
    "sets": lambda dataset, lang: explore_sets(foip.combinations(dataset, "tool", lang=lang)),
    "flows": lambda dataset, lang: explore_flows(
        foip.flows(dataset, "priority", "tool_family", "region", lang=lang)
    ),
}
BOXES = """selector => [...document.querySelectorAll(selector)]
    .map(text => text.getBoundingClientRect())
    .map(box => [box.left, box.top, box.right, box.bottom]).filter(box => box[2] > box[0])"""


def opened(page, figure, tmp_path, width):
    file = tmp_path / "figure.html"
    figure.write_html(file, include_plotlyjs=True, div_id="figure")
    page.set_viewport_size({"width": width, "height": 1000})
    page.goto(file.as_uri())
    page.wait_for_selector("#figure .main-svg .gtitle")


def overlap(one, other) -> bool:
    return (
        one[0] < other[2] - 1
        and other[0] < one[2] - 1
        and one[1] < other[3] - 1
        and other[1] < one[3] - 1
    )


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), in_turn(DRAWN))
def test_words_are_whole_and_apart_from_700_pixels_on(shipped, tab, tmp_path, name, lang):  # noqa: F811
    opened(tab, DRAWN[name](shipped, lang), tmp_path, READABLE + 16)  # with the page's own margins
    heads = tab.evaluate(BOXES, ".gtitle, .gtitle-subtitle")
    words = tab.evaluate(BOXES, ".annotation-text, .xtick text, .ytick text, .legendtext")
    wide, tall = tab.evaluate(
        "(box => [box.right, "
        "box.bottom])(document.querySelector('.main-svg').getBoundingClientRect())"
    )
    assert all(
        left >= 0 and right <= wide and top >= 0 and bottom <= tall
        for left, top, right, bottom in heads + words
    )
    assert len(heads) == 2
    assert [
        (a, b) for n, a in enumerate(heads + words) for b in (heads + words)[:n] if overlap(a, b)
    ] == []
    foot, title = tab.evaluate(BOXES, ".annotation-text")[-1], heads[0]
    assert abs(foot[0] - title[0]) < 6, "the foot begins where the title does"


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_stands_under_the_pointer_is_whole_and_on_paper(shipped, tab, tmp_path, lang):  # noqa: F811
    table = foip.cross_tab(shipped, "tool", "region", codes="present", lang=lang)
    opened(tab, explore_heatmap(table), tmp_path, READABLE + 16)
    left, top, right, bottom = tab.evaluate(BOXES, ".plot .hm, .heatmaplayer image")[0]
    wide = tab.evaluate("document.querySelector('.main-svg').getBoundingClientRect().right")
    seen = 0
    for y in range(len(table)):
        for x in (0, table.shape[1] // 2, table.shape[1] - 1):
            tab.mouse.move(
                left + (x + 0.5) / table.shape[1] * (right - left),
                top + (y + 0.5) / len(table) * (bottom - top),
            )
            tab.wait_for_timeout(60)
            for box in tab.evaluate(BOXES, ".hoverlayer .hovertext"):
                seen += 1
                assert box[0] >= 0
                assert box[2] <= wide
    assert seen > len(table)
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('.hoverlayer .hovertext path')).fill")
        == "rgb(255, 255, 255)"
    )


# How a figure shows itself

TABLES = {
    "bars": lambda d: foip.count(d, "tool"),
    "panels": lambda d: foip.cross_tab(d, "tool_family", "region"),
    "heatmap": lambda d: foip.cross_tab(d, "tool", "region"),
    "sets": lambda d: foip.combinations(d, "tool"),
    "flows": lambda d: foip.flows(d, "priority", "status"),
    "map": lambda d: foip.count(d, "place"),
}


@pytest.fixture
def displayed(monkeypatch):
    """What IPython is given to display."""
    bundles = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, **_: bundles.append(bundle))
    return bundles


DEFAULTS = ("plotly_mimetype", "plotly_mimetype+notebook")  # of Jupyter, in turn


@pytest.mark.parametrize(("chart", "default"), [*zip(TABLES, 3 * DEFAULTS, strict=True)])
def test_a_notebook_gets_json_with_the_wheel_for_maps_and_a_picture_for_paper(
    shipped, monkeypatch, displayed, chart, default
):
    monkeypatch.setattr("plotly.io.renderers.default", default)
    figure = foip.explore(TABLES[chart](shipped), chart=chart)
    figure._ipython_display_()
    (bundle,) = displayed
    assert list(bundle) == ["application/vnd.plotly.v1+json", "image/png"]
    told, picture = bundle.values()
    with Image.open(BytesIO(b64decode(picture))) as still:
        assert still.width == 1279
    assert len(told["data"]) == len(figure.data)
    assert told.get("config", {}).get("scrollZoom", False) is (chart == "map")


def test_a_way_to_show_figures_that_someone_chose_is_kept(shipped, monkeypatch, displayed):
    shown = []
    monkeypatch.setattr("plotly.io.renderers.default", "json")
    monkeypatch.setattr("plotly.io.show", lambda figure, *_, **options: shown.append(options))
    figure = foip.explore(foip.count(shipped, "place"), chart="map")
    figure._ipython_display_()
    assert shown == [{"config": {"scrollZoom": True}}]
    assert not displayed
    assert list(figure._repr_mimebundle_()) == ["application/json"]


def test_a_chart_too_large_for_a_slide_has_no_picture(grid, monkeypatch, displayed):
    monkeypatch.setattr("plotly.io.renderers.default", "plotly_mimetype")
    columns = [f"a region with a long name {n}" for n in range(60)]
    wide = grid([[1] * 60], ["A"], columns)
    foip.explore(foip.cross_tab(wide, "tool", "region"))._ipython_display_()
    assert list(displayed[0]) == ["application/vnd.plotly.v1+json"]
