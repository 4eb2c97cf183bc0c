"""The map: equal areas, places where they lie, circles as large as their counts, words that can be
read.
"""

import json
import math
from itertools import combinations, pairwise

import measuring
import numpy as np
import pytest
from matplotlib.path import Path

import foip_analysis as foip
from foip_analysis.charts.atlas import arrange, project
from foip_analysis.charts.hover import INDENT
from foip_analysis.charts.map import explore_map, map_parts
from foip_analysis.tables import findings

pytestmark = pytest.mark.slow  # to place the labels of a map takes seconds


def crossed(dataset, lang="en"):
    return foip.cross_tab(dataset, "place", "priority", lang=lang)


def test_the_projection_keeps_areas():
    def ratio(longitude, latitude, step=0.01):
        """The area of a small cell on the map ÷ on the globe."""
        x, y = project(longitude + np.array([0, step, 0]), latitude + np.array([0, 0, step]))
        return abs((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])) / (
            step**2 * math.cos(math.radians(latitude + step / 2))
        )

    areas = [
        ratio(lon, lat)
        for lon in (-10.0, 100.0, 150.0, 200.0, 290.0)
        for lat in (-50.0, 0.0, 30.0, 60.0)
    ]
    assert max(areas) / min(areas) == pytest.approx(1, abs=0.01)


def test_the_pacific_is_in_the_middle_and_tonga_lies_right_of_fiji(shipped):
    markers = foip.about(crossed(shipped)).markers
    at = {
        code: project(np.array([lon]), np.array([lat]))[0].item()
        for code, (lon, lat) in markers.items()
    }
    assert at["FRA"] < at["IND"] < at["IDN"] < at["FJI"] < at["TON"] < at["CHL"]


def test_the_area_of_a_circle_is_the_number_of_initiatives(shipped):
    table = foip.count(shipped, "place", lang=None, codes="present")
    found = arrange(map_parts(table)[0], 12.0, 5.0)
    counts = table["initiatives"]
    ratios = [spot.radius**2 / counts[spot.label] for spot, *_ in found.circles]
    assert len(ratios) == len(set(foip.about(table).markers) - set(foip.about(table).areas))
    assert max(ratios) / min(ratios) == pytest.approx(1)


MAPS = {
    "priorities": crossed,
    "count": lambda dataset, lang: foip.count(dataset, "place", lang=lang),
}


@pytest.fixture(
    scope="module",
    params=[(name, lang) for name in MAPS for lang in ("en", "ja")],
    ids=lambda param: "-".join(param),
)
def drawn(request, shipped):
    """A map, its table and where its things stand."""
    name, lang = request.param
    table = MAPS[name](shipped, lang)
    figure = foip.plot_map(table)
    grid, colours = map_parts(table)
    keys = (
        tuple(zip([line.label for line in grid.columns], colours, strict=True))
        if foip.about(table).columns
        else ()
    )
    wide, tall = figure.get_size_inches() * (box := figure.axes[0].get_position()).size
    assert box.width > 0.9
    return figure, table, arrange(grid, wide, tall, keys=keys)


def test_words_stand_apart_uncut_and_readable(drawn):
    found = measuring.faults(drawn[0])
    assert [
        fault for fault in found if "runs over an edge" not in fault
    ] == []  # the quiet land's coast runs under words


@pytest.mark.parametrize("dpi", [72, 96, 144])
def test_a_number_stands_beside_its_name_at_every_resolution(drawn, dpi):
    """The ink of a name and of its number are a space apart: not run together, not adrift."""
    figure, _, found = drawn
    figure.set_dpi(dpi)
    figure.canvas.draw()
    texts = figure.axes[0].texts
    gaps = []
    for name, number in pairwise(texts):
        if number.get_fontweight() == "bold":
            gaps.append((number.get_window_extent().x0 - name.get_window_extent().x1) / dpi * 72)
    assert len(gaps) == len(found.circles) + sum(len(plate.spots) for plate in found.plates)
    assert 3 < min(gaps) <= max(gaps) < 8  # points
    figure.set_dpi(96)


def test_the_keys_stand_in_the_open_sea(drawn):
    _, table, found = drawn
    plate = next(plate for plate in found.plates if plate.keys)
    colours = map_parts(table)[1] if foip.about(table).columns else []
    assert [colour for _, colour in plate.keys] == [*colours, None]
    left, bottom, right, top = plate.box
    corners = [
        (left, bottom),
        (right, bottom),
        (right, top),
        (left, top),
        ((left + right) / 2, (bottom + top) / 2),
    ]
    assert not any(Path(ring).contains_points(corners).any() for ring in found.land)


def test_a_label_is_next_to_its_own_circle_or_tied_to_it(drawn):
    found = drawn[2]
    centres = np.array([(x, y, spot.radius) for spot, x, y in found.circles])
    for n, (spot, place) in enumerate(found.labels):
        left, bottom, right, top = place.box
        reach = (
            np.hypot(
                np.clip(centres[:, 0], left, right) - centres[:, 0],
                np.clip(centres[:, 1], bottom, top) - centres[:, 1],
            )
            - centres[:, 2]
        )
        assert place.leader is not None or reach.argmin() == n, spot.label
        assert (
            place.leader is None
            or np.hypot(*np.subtract(place.leader[:2], centres[n, :2])) < centres[n, 2] + 0.06
        ), spot.label


def test_the_pacific_islands_stand_apart(drawn):
    _, table, found = drawn
    names = dict(zip(findings.row_codes(table), table.index, strict=True))
    at = {spot.label: np.array([x, y, spot.radius]) for spot, x, y in found.circles}
    islands = [at[names[code]] for code in ("PLW", "FSM", "FJI", "TON", "NRU", "KIR", "TUV")]
    for one, other in combinations(islands, 2):
        assert np.hypot(*(one - other)[:2]) > one[2] + other[2] + 0.05


def test_no_place_is_cut_off_by_the_map(drawn):
    figure, _, found = drawn
    wide, tall = figure.get_size_inches() * figure.axes[0].get_position().size
    for spot, x, y in found.circles:
        assert spot.radius <= x <= wide - spot.radius
        assert spot.radius <= y <= tall - spot.radius


def test_every_place_is_named_with_its_count(shipped):
    table = foip.count(shipped, "place")
    drawn = (
        "".join(text.get_text() for text in measuring.shown_texts(foip.plot_map(table)))
        .replace("\n", "")
        .replace(" ", "")
    )
    for label, count in table["initiatives"].items():
        assert label.replace(" ", "") in drawn
        assert str(count) in drawn


def test_the_interactive_twin_has_the_same_numbers_and_no_network(shipped):
    figure = json.loads(explore_map(crossed(shipped)).to_json())
    assert "geo" not in figure["layout"]
    assert not {trace["type"] for trace in figure["data"]} & {
        "scattergeo",
        "choropleth",
        "scattermap",
    }
    text = json.dumps(figure, ensure_ascii=False)
    assert "http" not in text
    assert "Palau International Airport terminal [text.3.2.1, map.34]" in text.replace(
        f"<br>{INDENT}", ""
    )


def test_a_dimension_without_markers_is_refused(shipped):
    with pytest.raises(ValueError, match="longitude and latitude"):
        foip.plot_map(foip.count(shipped, "tool"))
