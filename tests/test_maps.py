"""The map: equal areas, places where they lie, circles as large as their counts, words that can be read."""

import json
import math

import measuring
import numpy as np
import pytest

import foip_analysis as foip
from foip_analysis.atlas import arrange, project
from foip_analysis.maps import map_parts


def crossed(dataset, lang="en"):
    return foip.cross_tab(dataset, "place", "priority", lang=lang)


def test_the_projection_keeps_areas():
    def ratio(longitude, latitude, step=0.01):
        """The area of a small cell on the map ÷ on the globe."""
        x, y = project(longitude + np.array([0, step, 0]), latitude + np.array([0, 0, step]))
        return abs((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])) / (step**2 * math.cos(math.radians(latitude + step / 2)))

    areas = [ratio(lon, lat) for lon in (-10.0, 100.0, 150.0, 200.0, 290.0) for lat in (-50.0, 0.0, 30.0, 60.0)]
    assert max(areas) / min(areas) == pytest.approx(1, abs=0.01)


def test_the_pacific_is_in_the_middle_and_tonga_lies_right_of_fiji(shipped):
    markers = crossed(shipped).attrs["markers"]
    at = {code: project(np.array([lon]), np.array([lat]))[0].item() for code, (lon, lat) in markers.items()}
    assert at["FRA"] < at["IND"] < at["IDN"] < at["FJI"] < at["TON"] < at["CHL"]


def test_the_area_of_a_circle_is_the_number_of_initiatives(shipped):
    table = foip.count(shipped, "place", lang=None, codes="present")
    found = arrange(table, map_parts(table)[0], 12.0, 5.0)
    counts = table["initiatives"]
    ratios = [spot.radius**2 / counts[spot.label] for spot, *_ in found.circles]
    assert len(ratios) == len(set(table.attrs["markers"]) - set(table.attrs["areas"]))
    assert max(ratios) / min(ratios) == pytest.approx(1)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("make", [crossed, lambda dataset, lang: foip.count(dataset, "place", lang=lang)], ids=["priorities", "count"])
def test_words_stand_apart_uncut_and_readable(shipped, make, lang):
    found = measuring.faults(foip.plot_map(make(shipped, lang)))
    assert [fault for fault in found if "runs over an edge" not in fault] == []  # the quiet land's coast runs under words


def test_every_place_is_named_with_its_count(shipped):
    table = foip.count(shipped, "place")
    drawn = "".join(text.get_text() for text in measuring.shown_texts(foip.plot_map(table))).replace("\n", "").replace(" ", "")
    for label, count in table["initiatives"].items():
        assert label.replace(" ", "") in drawn
        assert str(count) in drawn


def test_the_interactive_twin_has_the_same_numbers_and_no_network(shipped):
    figure = json.loads(foip.explore_map(crossed(shipped)).to_json())
    assert "geo" not in figure["layout"]
    assert not {trace["type"] for trace in figure["data"]} & {"scattergeo", "choropleth", "scattermap"}
    text = json.dumps(figure, ensure_ascii=False)
    assert "http" not in text
    assert "Palau International Airport terminal [text.3.2.1, map.34]" in text


def test_a_dimension_without_markers_is_refused(shipped):
    with pytest.raises(ValueError, match="longitude and latitude"):
        foip.plot_map(foip.count(shipped, "tool"))
