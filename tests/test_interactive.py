"""The twins say what the charts say, hold what is behind each mark, and ask nothing of the network."""

import html
import json
import re

import numpy as np
import pytest

import foip_analysis as foip
from foip_analysis import findings, style
from foip_analysis.interactive import NAMED


def parsed(figure) -> dict:
    return json.loads(figure.to_json())


def numbers(values) -> np.ndarray:
    """Return plotly's JSON numbers, None as 0."""
    return np.array([[0 if v is None else v for v in row] for row in values], float)


TWINS = {
    "heat map": lambda dataset, **options: foip.explore_heatmap(foip.cross_tab(dataset, "tool", "region", **options)),
    "ranked": lambda dataset, **options: foip.explore_bars(foip.count(dataset, "place", **options)),
    "stacked": lambda dataset, **options: foip.explore_bars(foip.cross_tab(dataset, "partner", "priority", **options)),
    "panels": lambda dataset, **options: foip.explore_bars(foip.cross_tab(dataset, "region", "tool_family", **options)),
}


@pytest.mark.parametrize("options", [{}, {"margins": True, "none": True, "lang": "ja"}, {"count": "fractional"}])
def test_a_heat_map_holds_the_numbers_of_its_table(shipped, options):
    table = foip.cross_tab(shipped, "tool", "region", **options)
    trace = parsed(foip.explore_heatmap(table))["data"][0]
    keep = [[code != "all" for code in codes(table)] for codes in (findings.row_codes, findings.column_codes)]
    cells = table.loc[keep[0], keep[1]]
    assert np.allclose(numbers(trace["z"]), cells.to_numpy(float))
    assert (trace["x"], trace["y"]) == (cells.columns.tolist(), cells.index.tolist())
    assert trace["text"] == [[findings.shown(table, v) if v else "" for v in row] for row in cells.to_numpy(float)]
    assert all(
        v is None for row, numbers in zip(trace["z"], cells.to_numpy(), strict=True) for v, n in zip(row, numbers, strict=True) if n == 0
    )


def test_ranked_bars_hold_the_numbers_of_their_table(shipped):
    table = foip.count(shipped, "place", order="size", lang="ja")
    trace = parsed(foip.explore_bars(table))["data"][0]
    assert trace["x"] == table["取組数"].tolist()
    assert trace["y"] == table.index.tolist()


@pytest.mark.parametrize("options", [{}, {"margins": True}, {"share": "row"}])
def test_stacked_bars_hold_the_numbers_of_their_table(shipped, options):
    table = foip.cross_tab(shipped, "tool", "priority", **options)
    figure = parsed(foip.explore_bars(table))
    parts = table.drop(index="All", columns="All") if "margins" in options else table
    assert np.allclose(numbers([trace["x"] for trace in figure["data"]]), parts.fillna(0).to_numpy(float).T)
    assert [trace["name"] for trace in figure["data"]] == parts.columns.tolist()
    assert figure["layout"]["barmode"] == "stack"
    colours = style.code_colours(table.attrs, "priority")
    assert [trace["marker"]["color"] for trace in figure["data"]] == [colours[code] for code in findings.column_codes(parts)]


@pytest.mark.parametrize("margins", [False, True])
def test_panels_hold_the_numbers_of_their_table(shipped, margins):
    table = foip.cross_tab(shipped, "region", "tool_family")
    figure = parsed(foip.explore_bars(foip.cross_tab(shipped, "region", "tool_family", margins=margins)))
    assert np.allclose(numbers([trace["x"] for trace in figure["data"]]), table.to_numpy(float).T)
    assert [note["text"] for note in figure["layout"]["annotations"]][: table.shape[1]] == table.columns.tolist()


def test_the_twins_have_the_words_of_the_charts(shipped):
    for lang in ("en", "ja"):
        table = foip.cross_tab(shipped, "tool", "region", lang=lang)
        layout = parsed(foip.explore_heatmap(table))["layout"]
        words = foip.plot_heatmap(table).foip
        assert words["title"] in html.unescape(layout["title"]["text"]).replace("<br>", "")
        assert words["subtitle"] in html.unescape(layout["title"]["text"])
        foot = html.unescape(layout["annotations"][-1]["text"]).replace("<br>", "")
        assert foot.replace(" ", "") == words["foot"].replace(" ", "")


def test_the_keys_of_stacked_bars_have_their_own_place(shipped):
    """The legend grows upwards from the bars: the margin holds it and the title, and it reads in the bars' order."""
    tops = {d: parsed(foip.explore_bars(foip.cross_tab(shipped, "tool", d)))["layout"]["margin"]["t"] for d in ("priority", "theme")}
    assert tops["theme"] >= tops["priority"] + 24
    layout = parsed(foip.explore_bars(foip.cross_tab(shipped, "tool", "theme")))["layout"]
    assert (layout["legend"]["traceorder"], layout["legend"]["yanchor"], layout["title"]["yanchor"]) == ("normal", "bottom", "top")


# What is behind a mark


def lines(text: str) -> list[str]:
    return [html.unescape(line) for line in text.split("<br>")]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_under_the_pointer_stand_the_initiatives_of_the_cell(shipped, lang):
    table = foip.cross_tab(shipped, "tool", "region", lang=lang)
    trace = parsed(foip.explore_heatmap(table))["data"][0]
    for r, tool in enumerate(findings.row_codes(table)):
        for c, region in enumerate(findings.column_codes(table)):
            head, *behind = lines(trace["hovertext"][r][c])
            assert head == f"<b>{table.index[r]} × {table.columns[c]}: {table.iat[r, c]}</b>"
            found = foip.members(shipped, tool=tool, region=region, lang=lang)
            assert [line.rsplit(" [", 1)[0] for line in behind] == found["name"].tolist()[:NAMED]
            own = shipped.codings.groupby("initiative_id", sort=False)["locator"].agg(lambda cells: ", ".join(dict.fromkeys(cells)))
            assert [line.rsplit(" [", 1)[1].rstrip("]") for line in behind] == own[found["initiative_id"]].tolist()[:NAMED]


@pytest.mark.parametrize(("lang", "more"), [("en", "… and 16 more"), ("ja", "…ほか16件")])
def test_many_initiatives_are_counted(shipped, lang, more):
    trace = parsed(foip.explore_bars(foip.count(shipped, "priority", lang=lang)))["data"][0]
    shown = lines(trace["hovertext"][0])
    assert len(shown) == 1 + NAMED + 1
    assert shown[-1] == more


def test_bars_have_their_initiatives_too(shipped):
    table = foip.cross_tab(shipped, "region", "priority")
    data = parsed(foip.explore_bars(table))["data"]
    row = table.index.tolist().index("Africa")
    names = [line.rsplit(" [", 1)[0] for line in lines(data[2]["hovertext"][row])[1:]]
    assert names == foip.members(shipped, region="africa", priority="p3")["name"].tolist() != []


# Labels stay text


def test_markup_and_dollars_stay_text(grid):
    dataset = grid([[2, 1], [0, 1]], ["<b>x</b>", "$5 to $6"], ["<script>alert(1)</script>", "R&D"])
    table = foip.cross_tab(dataset, "tool", "region")
    twins = [foip.explore_heatmap(table), foip.explore_bars(table), foip.explore_bars(foip.count(dataset, "tool"), title="<i>t</i> $a$")]
    for figure in twins:
        text = figure.to_json()
        assert not any(planted in json.dumps(json.loads(text), ensure_ascii=False) for planted in ("<b>x", "<script", "<i>t", "$"))
        assert "&lt;b&gt;x&lt;/b&gt;" in json.dumps(json.loads(text))
        page = figure.to_html(include_plotlyjs=False, full_html=False, div_id="a")
        assert "<script>alert" not in page
    assert twins[0].data[0].x == ("&lt;script&gt;alert(1)&lt;/script&gt;", "R&amp;D")
    assert "&#36;5 to &#36;6" in twins[0].data[0].y


def test_names_of_initiatives_stay_text(shipped):
    import dataclasses

    initiatives = shipped.initiatives.assign(name_en="<img src=x onerror=alert(1)> $x$")
    table = foip.count(dataclasses.replace(shipped, initiatives=initiatives), "priority")
    text = json.dumps(parsed(foip.explore_bars(table)))
    assert "<img" not in text
    assert "&lt;img" in text


# No network


@pytest.mark.parametrize("twin", TWINS)
def test_a_page_asks_nothing_of_the_network(shipped, twin, tmp_path):
    figure = TWINS[twin](shipped)
    paths = [tmp_path / "first.html", tmp_path / "second.html"]
    for path in paths:
        figure.write_html(path, include_plotlyjs=False, div_id="twin")
    page = paths[0].read_text(encoding="utf-8")
    assert re.findall(r"""(?:src|href|action|data)\s*=\s*["']?\s*(?:https?:)?//[^"'\s>]+""", page) == []
    assert re.findall(r"(?:url\(|@import|fetch\(|import\()\s*[\"']?(?:https?:)?//", page) == []
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("twin", TWINS)
def test_no_trace_or_layout_draws_a_map_from_the_network(shipped, twin):
    figure = parsed(TWINS[twin](shipped, lang="ja"))
    assert {trace["type"] for trace in figure["data"]} <= {"bar", "heatmap"}
    assert not any(part.startswith(("geo", "map")) for part in figure["layout"])
    assert figure["layout"]["template"].get("layout", {}) == {}


# What the charts refuse, the twins refuse


def test_the_twins_refuse_what_the_charts_refuse(shipped):
    layers = foip.cross_tab(shipped, "tool", "region", by="priority")
    for draw, table, sentence in [
        (foip.explore_heatmap, foip.count(shipped, "tool"), "plot_bars"),
        (foip.explore_heatmap, layers, "one layer"),
        (foip.explore_bars, layers, "one at a time"),
    ]:
        with pytest.raises(ValueError, match=sentence):
            draw(table)
    with pytest.raises(ValueError, match="several codes an initiative"):
        foip.explore_bars(foip.cross_tab(shipped, "priority", "tool"), kind="stacked")


def test_awkward_data(grid):
    zero = grid([[0, 0]], ["A"], ["N", "S"])
    assert parsed(foip.explore_heatmap(foip.cross_tab(zero, "tool", "region")))["data"][0]["z"] == [[None, None]]
    shares = parsed(foip.explore_heatmap(foip.cross_tab(zero, "tool", "region", share="row")))["data"][0]
    assert shares["z"] == [[None, None]], "no share of nothing"
    assert parsed(foip.explore_bars(foip.count(zero, "tool")))["data"][0]["x"] == [0]


def test_the_look_is_that_of_the_charts(shipped):
    style.use("dark", colours={"strong": "#ff8800"})
    figure = parsed(foip.explore_heatmap(foip.cross_tab(shipped, "tool", "region")))
    assert figure["layout"]["paper_bgcolor"] == style.THEMES["dark"]["paper"]
    assert figure["data"][0]["colorscale"][-1][1] == "#ff8800"
    bars = parsed(foip.explore_bars(foip.count(shipped, "priority", margins=True)))["data"][0]
    assert bars["marker"]["color"] == ["#ff8800", *[style.colour("quiet")] * 2, style.colour("line")]
