"""The map: equal areas, Japan left free, circles as large as their counts, every place named once
beside its own circle or in the list.

What is measured is what was drawn: the boxes of texts, the circles and the lines of the figure, in
inches from the map's lower left, against the land of the data file.
"""

import copy
import json
import math
import re
from itertools import pairwise
from typing import NamedTuple

import measuring
import numpy as np
import pytest
from browsing import browser, tab  # noqa: F401
from conftest import make_frames
from matplotlib.patches import Circle, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Bbox

import foip_analysis as foip
from foip_analysis.charts import map_arrangement
from foip_analysis.charts.hover import GOES_ON
from foip_analysis.charts.map import explore_map
from foip_analysis.charts.map_atlas import Cut, _area, project
from foip_analysis.charts.map_inset import FEW_NAMES
from foip_analysis.dataset.paths import land_file

pytestmark = pytest.mark.slow  # to place the names of a map takes a second
LAND = json.loads(land_file().read_text(encoding="utf-8"))


# The globe


def test_the_projection_keeps_areas():
    def ratio(longitude, latitude, step=0.01):
        """The area of a small cell on the map ÷ on the globe."""
        x, y = project(longitude + np.array([0, step, 0]), latitude + np.array([0, 0, step]))
        cell = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])
        return abs(cell) / (step**2 * math.cos(math.radians(latitude + step / 2)))

    areas = [ratio(lon, lat) for lon in (60.0, 125.0, 200.0) for lat in (-50.0, 0.0, 30.0, 60.0)]
    assert max(areas) / min(areas) == pytest.approx(1, abs=0.01)


ON = {  # where somebody with an atlas would put the finger
    "Honshu": (138.5, 36.0),
    "Hokkaido": (142.8, 43.4),
    "Shikoku": (133.5, 33.7),
    "Kyushu": (131.0, 32.5),
    "Etorofu": (147.9, 45.0),
    "Kunashiri": (146.0, 44.1),
    "Shikotan": (146.8, 43.8),
    "Okinawa": (128.0, 26.5),
    "Sado": (138.4, 38.0),
    "Tsushima": (129.3, 34.4),
}
NOT_ON = {
    "Jeju": (126.5, 33.4),
    "Sakhalin": (142.8, 50.0),
    "Urup": (150.0, 45.9),
    "Korea": (128, 36),
}


def test_the_outlines_are_of_japans_islands_and_of_no_others():
    rings = {
        name: np.reshape(LAND["rings"][n], (-1, 2)) for name, n in LAND["japan"]["islands"].items()
    }
    for name, place in ON.items():
        ring = rings[name]
        inside = Path(ring).contains_point(place)
        assert inside or np.hypot(*(ring - place).T).min() < 0.35, name
    for name, place in NOT_ON.items():
        assert not any(Path(ring).contains_point(place, radius=0.1) for ring in rings.values()), (
            name
        )
    assert {"Habomai", "Etorofu", "Kunashiri", "Shikotan"} <= rings.keys() | LAND["japan"]["islets"]


# What was drawn


class Panel(NamedTuple):
    """The map or its inset: its land, its lower left on the map, its circles and its names."""

    cut: Cut
    corner: np.ndarray
    circles: list
    labels: list


class Drawn:
    """A map, its table, and what it is made of, in inches from the map's lower left."""

    def __init__(self, table, **options):
        made = []
        arrange = map_arrangement.arrange

        def kept(*arguments):
            made.append(arrange(*arguments))
            return made[-1]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("foip_analysis.charts.map.arrange", kept)
            self.figure = foip.plot_map(table, **options)
        self.table, self.found, axes = table, made[-1], self.figure.axes[0]
        self.cut = self.found.cut
        self.figure.set_dpi(144)
        self.figure.canvas.draw()
        inches = axes.transData.inverted()
        self.texts = [
            (text.get_text(), inches.transform_bbox(text.get_window_extent()).extents)
            for text in axes.texts
        ]
        self.circles = [
            (patch.get_gid(), *patch.center, patch.radius)
            for patch in axes.patches
            if isinstance(patch, Circle)
        ]
        self.lines = [np.column_stack(line.get_data()) for line in axes.lines]
        frames = [p for p in axes.patches if isinstance(p, Rectangle) and p.get_gid() == "frame"]
        self.frames = [frame.get_bbox().extents for frame in frames]

    @property
    def inset(self):
        return self.found.enlarged and self.found.enlarged.inset

    def inside(self, x, y):
        """Whether a point lies in the inset."""
        left, bottom, right, top = self.inset.box if self.inset else (0, 0, 0, 0)
        return left < x < right and bottom < y < top

    @property
    def placed(self):
        """The circles that lie on the map or in its inset and are no key."""
        return [c for c in self.circles if c[0] != "key" and c[1] < self.cut.width]

    @property
    def on_map(self):
        """The circles that lie on the map itself."""
        return [c for c in self.placed if not self.inside(*c[1:3])]

    @property
    def panels(self):
        found = [Panel(self.cut, np.zeros(2), self.on_map, self.found.labels)]
        if self.inset:
            circles = [c for c in self.circles if self.inside(*c[1:3])]
            corner = np.array(self.inset.box[:2])
            found.append(Panel(self.inset.cut, corner, circles, self.found.enlarged.labels))
        return found

    def label(self, spot):
        """The box of all ink of a place's name and number."""
        names = [*spot.lines, spot.number]
        starts = [n for n, (text, _) in enumerate(self.texts) if text == names[0]]
        for n in starts:
            written = self.texts[n : n + len(names)]
            if [text for text, _ in written] == names:
                boxes = np.array([box for _, box in written])
                return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
        raise AssertionError(f"{names} is not written")


MAPS = [
    (None, "en"),
    (None, "ja"),
    ("southeast_asia", "en"),
    ("southeast_asia", "ja"),
    ("south_asia", "en"),
    ("south_asia", "ja"),
    ("pacific", "en"),
]


@pytest.fixture(scope="module")
def mapped(shipped):
    """Draws the map of the shipped places, each once."""
    drawn = {}

    def draw(extent=None, lang="en"):
        if (extent, lang) not in drawn:
            drawn[extent, lang] = Drawn(foip.count(shipped, "place", lang=lang), extent=extent)
        return drawn[extent, lang]

    return draw


@pytest.fixture(scope="module", params=MAPS, ids=lambda param: "-".join(map(str, param)))
def drawn(request, mapped):
    return mapped(*request.param)


def on_japan(drawn):
    """Name what lies on Japan: texts whose box, circles whose disc and lines that meet an outline
    or an islet.
    """
    met = []
    edge = drawn.cut.width, drawn.cut.height
    for island, ring in drawn.cut.japan.items():
        if (ring.min(axis=0) > edge).any() or (ring.max(axis=0) < 0).any():
            continue  # not on this map
        closed = Path(np.vstack([ring, ring[:1]]))
        rim = np.vstack(
            [np.linspace(a, b, 9) for a, b in zip(ring, np.roll(ring, -1, 0), strict=True)]
        )
        for text, box in drawn.texts:
            if closed.intersects_bbox(Bbox.from_extents(box), filled=True):
                met.append(f"{text} on {island}")
        if drawn.inset and closed.intersects_bbox(
            Bbox.from_extents(drawn.inset.stands), filled=True
        ):
            met.append(f"the inset on {island}")
        for name, x, y, radius in drawn.circles:
            if np.hypot(*(rim - (x, y)).T).min() < radius or closed.contains_point((x, y)):
                met.append(f"the circle of {name} on {island}")
        for line in [*drawn.lines, *(side for frame in drawn.frames for side in sides(frame))]:
            along = np.linspace(line[0], line[-1], 200)
            if np.hypot(*(rim[:, None] - along[None]).transpose(2, 0, 1)).min() < 0.02:
                met.append(f"a line on {island}")
    return met


def sides(box):
    """The four sides of a box as lines."""
    left, bottom, right, top = box
    corners = np.array([(left, bottom), (right, bottom), (right, top), (left, top)])
    return [np.array([a, b]) for a, b in zip(corners, np.roll(corners, -1, 0), strict=True)]


def test_nothing_lies_on_japan(drawn):
    assert on_japan(drawn) == []


def test_japan_is_named_beside_itself_and_drawn(mapped):
    for lang, name in {"en": "Japan", "ja": "日本"}.items():
        drawn = mapped(None, lang)
        box = next(box for text, box in drawn.texts if text == name)
        islands = np.vstack([drawn.cut.japan[island] for island in ("Honshu", "Shikoku")])
        away = islands - np.clip(islands, box[:2], box[2:])
        assert 0.05 < np.hypot(*away.T).min() < 0.35
        etorofu = drawn.cut.japan["Etorofu"]
        assert (etorofu > 0).all()
        assert (etorofu < (drawn.cut.width, drawn.cut.height)).all()
        land = next(p for p in drawn.figure.axes[0].patches if p.get_gid() == "land")
        ends = {tuple(point) for point in land.get_path().vertices.round(6).tolist()}
        assert {tuple(point) for point in etorofu.round(6).tolist()} <= ends


def test_what_would_lie_on_japan_is_found(mapped):
    drawn = copy.copy(mapped())
    x, y = drawn.cut.japan["Etorofu"].mean(axis=0)
    drawn.texts = [*drawn.texts, ("a box", (x - 0.3, y - 0.1, x + 0.3, y + 0.1))]
    drawn.circles = [*drawn.circles, ("a circle", x, y, 0.1)]
    drawn.lines = [*drawn.lines, np.array([(x - 1, y), (x + 1, y)])]
    assert {each.split(" on ")[0] for each in on_japan(drawn)} >= {
        "a box",
        "the circle of a circle",
        "a line",
    }
    drawn.lines, drawn.frames = [], [np.array([x, y, x + 1, y + 1])]
    assert "a line on Etorofu" in on_japan(drawn)
    part = drawn.found.enlarged
    over = part._replace(inset=part.inset._replace(box=(x - 1, y - 1, x + 1, y + 1)))
    drawn.found = drawn.found._replace(enlarged=over)
    assert "the inset on Etorofu" in on_japan(drawn)


def test_a_place_beside_japan_is_pushed_off_it(tmp_path):
    """Kunashiri is 0.3 degrees from where this place lies; its circle is far larger than that."""
    dataset = placed(
        tmp_path, {"a": (145.3, 43.3), "b": (110.0, 10.0), "c": (120.0, 0.0)}, {"a": 9}
    )
    drawn = Drawn(foip.count(dataset, "place"))
    assert any(name.endswith(" b") for name, *_ in drawn.circles)
    near = placed(tmp_path, {"a": (128.6, 35.1), "b": (110.0, 10.0)}, {"a": 30})
    drawn = Drawn(foip.count(near, "place"))
    assert [name for name, *_ in drawn.on_map if name.endswith(" a")]
    assert on_japan(drawn) == []


def test_words_stand_apart_uncut_and_readable(drawn):
    found = measuring.faults(drawn.figure)
    assert [
        fault for fault in found if "runs over an edge" not in fault
    ] == []  # the quiet land's coast runs under words


def test_the_area_of_a_circle_is_the_number_of_initiatives(drawn):
    counts = drawn.table.iloc[:, 0]
    found = drawn.found
    pairs = [(radius, counts[name]) for name, _, _, radius in drawn.circles if name != "key"]
    numbers = [float(number) for number, *_ in found.key.circles]
    keys = [radius for name, _, _, radius in drawn.circles if name == "key"]
    assert len(keys) == len(numbers) > 0
    assert len(pairs) > 3
    pairs += zip(keys, numbers, strict=True)
    ratios = [radius**2 / count for radius, count in pairs]
    assert max(ratios) / min(ratios) == pytest.approx(1)


def test_a_circle_lies_at_its_place_or_is_tied_to_it(drawn):
    itself = foip.about(drawn.table)
    codes = dict(zip(itself.row_labels, itself.row_codes, strict=True))
    for panel in drawn.panels:
        for name, x, y, radius in panel.circles:
            place = panel.cut.at([itself.markers[codes[name]]])[0] + panel.corner
            away = math.hypot(*(place - (x, y)))
            assert away < radius + 0.03 or any(
                math.hypot(*(line[-1] - place)) < 0.02 for line in drawn.lines
            ), name


def test_a_label_is_next_to_its_own_circle_or_tied_to_it(drawn):
    """Without a line, the box of a name and its number is nearer to its own circle than to any
    other; no box covers a circle.
    """
    for panel in drawn.panels:
        centres = np.array([circle[1:] for circle in panel.circles])
        names = [circle[0] for circle in panel.circles]
        for spot, place in panel.labels:
            left, bottom, right, top = drawn.label(spot)
            across = np.clip(centres[:, 0], left, right) - centres[:, 0]
            up = np.clip(centres[:, 1], bottom, top) - centres[:, 1]
            reach = np.hypot(across, up) - centres[:, 2]
            own = names.index(spot.label)
            assert reach.min() > 0, spot.label
            if place.leader is None:
                assert reach.argmin() == own, spot.label
                assert reach[own] < 0.2, spot.label
            else:
                start = np.array(place.leader[:2])
                away = np.hypot(*(start - centres[own, :2]))
                assert away < centres[own, 2] + 0.06, spot.label
                assert any(np.allclose(line[0], start) for line in drawn.lines), spot.label


def abroad(drawn, panel, spot, named_only):
    """The part of a label's box that is land of another.

    There are no borders to ask. A point of the box that lies on an island or continent belongs to
    the nearest of the points there that are known to lie on a country's land (``grounds`` in the
    data file) and of the places of the table; a place itself is of the country that it lies within
    2.5 degrees of.
    """
    itself = foip.about(drawn.table)
    codes = dict(zip(itself.row_labels, itself.row_codes, strict=True))
    on_map = {name: itself.markers[codes[name]] for name, *_ in drawn.placed}
    known = LAND["grounds"]["points"]
    owner = [country for country, points in known.items() for _ in points[::2]]
    where = np.array([p for points in known.values() for p in np.reshape(points, (-1, 2))])

    def country(name):
        degrees = np.hypot(*(where - on_map[name]).T)
        return owner[degrees.argmin()] if degrees.min() < 2.5 else name

    everybody = panel.cut.at(np.vstack([where, list(on_map.values())]))
    owner = np.array(owner + [country(name) for name in on_map])
    own = country(spot.label)
    others = {country(name) for name in on_map} - {own}
    left, bottom, right, top = drawn.label(spot) - np.tile(panel.corner, 2)
    grid = np.array(
        [(x, y) for x in np.linspace(left, right, 41) for y in np.linspace(bottom, top, 9)]
    )
    found = 0
    for ring in panel.cut.land:
        if len(ring) == 90 or (len(ring) > 3 and _area(ring) <= -1):
            continue  # the globe beneath
        if (ring.max(axis=0) < (left, bottom)).any() or (ring.min(axis=0) > (right, top)).any():
            continue
        there = Path(ring).contains_points(everybody)
        there = there if there.any() else np.ones(len(everybody), bool)
        for point in grid[Path(ring).contains_points(grid)]:
            nearest = np.hypot(*(everybody[there] - point).T).argmin()
            whose = owner[there][nearest]
            found += whose in others if named_only else whose != own
    return found / len(grid)


def test_no_label_lies_on_the_land_of_another_place(drawn):
    """Measured as ``abroad`` says: of no label is more than a sliver on the land of any other place
    that the map names; if a line ties it to a circle further off, hardly any on anybody's.
    """
    for panel in drawn.panels:
        for spot, place in panel.labels:
            assert abroad(drawn, panel, spot, True) < 0.2, spot.label
            if place.leader:
                assert abroad(drawn, panel, spot, False) < 0.25, spot.label


def test_a_label_on_the_land_of_another_is_found(mapped):
    """Viet Nam's name over Cambodia and Thailand, Bangladesh's over India."""
    drawn = copy.copy(mapped())
    for name, place in {"Viet Nam": (102.5, 14.5), "Bangladesh": (80.0, 19.0)}.items():
        panel, spot = next((p, s) for p in drawn.panels for s, _ in p.labels if s.label == name)
        x, y = panel.cut.at([place])[0] + panel.corner
        moved = {name: (x - 0.4, y - 0.1, x, y + 0.1), spot.number: (x, y - 0.1, x + 0.1, y + 0.1)}
        drawn.texts = [(text, np.array(moved[text])) for text in moved]
        assert abroad(drawn, panel, spot, True) > 0.7


def test_places_that_crowd_are_named_in_an_inset_on_free_sea(mapped):
    for lang in ("en", "ja"):
        drawn = mapped(None, lang)
        main, inset = drawn.panels
        crowd = {name: np.array(at) for name, *at, _ in inset.circles}
        assert len(crowd) >= FEW_NAMES
        assert {spot.label for spot, _ in inset.labels} == crowd.keys()
        assert not {spot.label for spot, _ in main.labels} & crowd.keys()
        assert not {name for name, *_ in main.circles} & crowd.keys()  # each stands once
        left, bottom, right, top = drawn.inset.stands
        for name, x, y, radius in main.circles:  # covers none, nor any name of the map's
            assert math.hypot(x - np.clip(x, left, right), y - np.clip(y, bottom, top)) > radius
            west, south, east, north = drawn.inset.shown
            assert not (west < x < east and south < y < north), name
        for spot, _ in main.labels:
            low, high = np.split(drawn.label(spot), 2)
            assert (low > (right, top)).any() or (high < (left, bottom)).any(), spot.label
        assert drawn.inset.cut.scale >= 1.5 * drawn.cut.scale
        shown = np.subtract(drawn.inset.shown[2:], drawn.inset.shown[:2])
        box = np.subtract(drawn.inset.box[2:], drawn.inset.box[:2])
        assert box / shown == pytest.approx(drawn.inset.cut.scale / drawn.cut.scale)


def test_places_that_do_not_crowd_need_no_inset(mapped, tmp_path):
    assert mapped("southeast_asia").inset is None
    three = {code: (100.0 + n, 10.0) for n, code in enumerate("abc")} | {"d": (140.0, 0.0)}
    assert Drawn(foip.count(placed(tmp_path, three), "place")).inset is None
    assert Drawn(foip.count(placed(tmp_path, three | {"d": (103.0, 10.0)}), "place")).inset


def test_the_title_is_of_the_country_that_is_named_most_often(shipped, mapped):
    """Groups, though larger, are none; where a larger country is left out, none leads."""
    counts = mapped().table.iloc[:, 0]
    for extent, name in {None: "Indonesia", "south_asia": "India"}.items():
        title = mapped(extent).figure.foip["title"]
        assert name in title
        assert f" {int(counts[name])} " in title
    few = foip.count(shipped, "place", codes={"place": ["VNM", "THA"]})
    assert "countries" not in foip.plot_map(few).foip["title"]


def test_every_row_is_named_once_with_its_number(drawn):
    """But what lies beyond a map of one region: of that it is told how many."""
    texts = [text for text, box in drawn.texts]
    written = re.sub(r"\s", "", "|".join(texts)).replace("|", "")
    counts = drawn.table.iloc[:, 0]
    counts = counts[counts > 0]
    beyond = drawn.found.listed.heads[-1][0]
    if number := re.search(r"(\d+) more lie beyond|ほか(\d+)は地図の範囲外", beyond):
        itself = foip.about(drawn.table)
        own = {each for each, n in counts.items() if f"{each}{n}".replace(" ", "") in written}
        codes = dict(zip(itself.row_labels, itself.row_codes, strict=True))
        regions = {itself.parents[codes[label]] for label in own}
        assert len(regions) == 1
        inside = [itself.parents[codes[label]] in regions for label in counts.index]
        assert inside.count(False) == int(number[1] or number[2])
        counts = counts[inside]
    for label, count in counts.items():
        assert written.count(f"{label}{count}".replace(" ", "")) == 1, label
    spots = [spot for panel in drawn.panels for spot, _ in panel.labels]
    listed = drawn.found.listed
    spots += [spot for spot, *_ in listed.rows] + listed.told
    assert sum(spot.value for spot in spots) == counts.sum()


def test_a_region_has_its_own_places_on_the_map_and_the_number_of_the_others(mapped):
    drawn = mapped("southeast_asia")
    table = drawn.table
    on_map = {name for name, *_ in drawn.on_map}
    assert on_map >= {"Thailand", "Viet Nam", "Singapore", "Timor-Leste"}
    assert not on_map & {"India", "Palau", "ASEAN"}
    assert [spot.label for spot, *_ in drawn.found.listed.rows] == ["ASEAN"]
    assert drawn.found.listed.heads[-1][0] == "22 more lie beyond this map"
    assert drawn.cut.scale > 1.5 * mapped().cut.scale
    words = foip.plot_map(table, extent="太平洋島しょ国").foip  # a label is a code
    assert words["call"] == "plot(table, 'map', extent='pacific')"
    assert "Pacific" in words["title"]
    own = foip.plot(table, "map", extent="pacific", title="Own").foip
    assert own["call"] == "plot(table, 'map', extent='pacific', title='Own')"


@pytest.mark.parametrize("dpi", [72, 144])
def test_a_number_stands_beside_its_name_at_every_resolution(mapped, dpi):
    """The ink of a name and of its number are a space apart: not run together, not adrift."""
    drawn = mapped()
    drawn.figure.set_dpi(dpi)
    drawn.figure.canvas.draw()
    texts, gaps = drawn.figure.axes[0].texts, []
    for name, number in pairwise(texts):
        if number.get_fontweight() == "bold" and not name.get_text().isdigit():
            gaps.append((number.get_window_extent().x0 - name.get_window_extent().x1) / dpi * 72)
    spots = sum(len(panel.labels) for panel in drawn.panels) + len(drawn.found.listed.rows)
    assert sum(3 < gap < 8 for gap in gaps) == spots  # points


# The interactive twin


def test_the_interactive_twin_has_the_same_names_numbers_and_no_network(shipped):
    table = foip.count(shipped, "place", lang="ja")
    figure = json.loads(explore_map(table).to_json())
    assert "geo" not in figure["layout"]
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    told = {trace["meta"]["row"]: trace for trace in figure["data"] if "meta" in trace}
    counts = dict(zip(foip.about(table).row_codes, table.iloc[:, 0], strict=True))
    assert told.keys() == {code for code, count in counts.items() if count}
    areas = [t["marker"]["size"] ** 2 / counts[code] for code, t in told.items()]
    assert max(areas) / min(areas) == pytest.approx(1)
    words = re.sub(r"<[^>]+>| ", "", "".join(a["text"] for a in figure["layout"]["annotations"]))
    for label, count in zip(table.index, table.iloc[:, 0], strict=True):
        assert f"{label}{count}" in words
    assert "日本" in words
    text = json.dumps(figure, ensure_ascii=False)
    assert "http" not in text
    english = json.dumps(json.loads(explore_map(foip.count(shipped, "place")).to_json()))
    assert "Palau International Airport terminal [text.3.2.1, map.34]" in english.replace(
        f"<br>{json.dumps(GOES_ON)[1:-1]}", ""
    )


def test_the_wheel_zooms_the_twin(shipped, tmp_path, tab):  # noqa: F811
    figure = explore_map(foip.count(shipped, "place"))
    figure.write_html(tmp_path / "map.html", include_plotlyjs=True)
    tab.goto((tmp_path / "map.html").as_uri())
    plot = tab.locator(".js-plotly-plot")
    ranges = "e => [e._fullLayout.xaxis.range, e._fullLayout.xaxis2.range]"
    before = plot.evaluate(ranges)
    tab.mouse.move(300, 330)
    tab.mouse.wheel(0, -400)
    tab.wait_for_function(
        "was => { const r = document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range;"
        " return r[1] - r[0] < 0.97 * was; }",
        arg=before[0][1] - before[0][0],
        timeout=20_000,
    )
    assert plot.evaluate(ranges)[1] == before[1], "the list stays"


# Other datasets


def placed(folder, places, counts=None, **changes):
    """Return a dataset of places at longitudes and latitudes, each with so many initiatives (1)."""
    codings = {
        f"{code}{n}": {"place": code} for code in places for n in range((counts or {}).get(code, 1))
    }
    frames = make_frames(codings, {"place": " ".join(places)})
    book = frames["codebook"]
    for n, column in enumerate(("longitude", "latitude")):
        book[column] = [None if place is None else place[n] for place in places.values()]
    book["marker"] = ["" if place is None else "point" for place in places.values()]
    return foip.Dataset(**{**frames, **changes})


def test_one_place_alone(tmp_path):
    drawn = Drawn(foip.count(placed(tmp_path, {"a": (-70.7, -33.0)}), "place"))
    assert [name for name, *_ in drawn.on_map] == ["place a"]
    assert on_japan(drawn) == []
    assert [f for f in measuring.faults(drawn.figure) if "runs over an edge" not in f] == []


def test_places_without_initiatives(tmp_path):
    dataset = placed(tmp_path, {"a": (100.0, 10.0), "b": (110.0, 0.0)}, {"a": 0, "b": 0})
    drawn = Drawn(foip.count(dataset, "place"))
    assert drawn.circles == []
    assert [text for text, _ in drawn.texts if text] == ["Japan"]


def test_sixty_places_are_named_on_the_map_or_in_the_list(tmp_path):
    chance = np.random.RandomState(1)
    places = {
        f"p{n}": (float(chance.uniform(72, 180)), float(chance.uniform(-20, 30))) for n in range(60)
    }
    drawn = Drawn(foip.count(placed(tmp_path, places, {"p0": 9, "p1": 4}), "place"))
    named = [spot.label for spot, _ in drawn.found.labels]
    listed = [spot.label for spot, *_ in drawn.found.listed.rows] + [
        spot.label for spot in drawn.found.listed.told
    ]
    assert sorted(named + listed) == sorted(f"place {code}" for code in places)
    assert "place p0" in named
    assert len(named) > 25
    assert [f for f in measuring.faults(drawn.figure) if "runs over an edge" not in f] == []
    assert on_japan(drawn) == []


def test_what_cannot_be_named_is_refused(tmp_path):
    places = {f"a{n}": None for n in range(290)} | {"b": (100.0, 10.0)}
    with pytest.raises(ValueError, match="top="):
        foip.plot_map(foip.count(placed(tmp_path, places), "place"))


def test_huge_numbers(tmp_path):
    places = {"a": (100.0, 10.0), "b": (120.0, 0.0), "c": (80.0, 20.0)}
    dataset = placed(tmp_path, places)
    initiatives = dataset.initiatives.assign(people=[1_234_567.0, 400_000.0, 12.0])
    table = foip.count(
        foip.Dataset(**{**frames_of(dataset), "initiatives": initiatives}), "place", weight="people"
    )
    drawn = Drawn(table)
    radii = {name: radius for name, *_, radius in drawn.on_map}
    assert (radii["place b"] / radii["place a"]) ** 2 == pytest.approx(400_000 / 1_234_567)
    assert [f for f in measuring.faults(drawn.figure) if "runs over an edge" not in f] == []


def frames_of(dataset):
    return {
        name: getattr(dataset, name) for name in ("initiatives", "codings", "codebook", "units")
    }


def test_a_place_that_has_no_place_is_told_in_the_list(tmp_path):
    dataset = placed(tmp_path, {"a": (100.0, 10.0), "nowhere": None})
    drawn = Drawn(foip.count(dataset, "place"))
    assert [spot.label for spot, *_ in drawn.found.listed.rows] == ["place nowhere"]


def test_places_far_from_the_indo_pacific_are_where_the_map_is(tmp_path):
    dataset = placed(tmp_path, {"a": (-70.0, -33.0), "b": (-58.0, -34.0), "c": (-47.0, -15.0)})
    drawn = Drawn(foip.count(dataset, "place"))
    assert len(drawn.on_map) == 3
    assert drawn.found.japan is None


# Refused


def test_a_dimension_without_markers_is_refused(shipped):
    with pytest.raises(ValueError, match="longitude and latitude"):
        foip.plot_map(foip.count(shipped, "tool"))


def test_several_numbers_a_place_are_refused(shipped):
    with pytest.raises(ValueError, match=r"one number a place.*count\("):
        foip.plot_map(foip.cross_tab(shipped, "place", "priority"))


def test_an_extent_that_is_not_known_is_refused_with_those_that_are(shipped):
    with pytest.raises(ValueError, match=r"'southeast_asia'.*Did you mean 'southeast_asia'"):
        foip.plot_map(foip.count(shipped, "place"), extent="south_east_asia")
    with pytest.raises(ValueError, match="'south_asia'"):
        foip.plot_map(foip.count(shipped, "place"), extent="wider")
    for place in ("ASEAN", "asean", "ベトナム"):
        with pytest.raises(ValueError, match="Write extent='southeast_asia'"):
            foip.plot_map(foip.count(shipped, "place"), extent=place)


def test_the_title_says_in_which_regions_most_countries_lie(shipped):
    """Counted by hand, from the files as they are."""
    codes = shipped.codebook.query("dimension == 'place' and iso3 != ''").set_index("code")
    named = set(shipped.codings["code"][shipped.codings["dimension"] == "place"]) & set(codes.index)
    lie = codes.loc[sorted(named), "parent"].value_counts()
    assert list(lie.index[:2]) == ["southeast_asia", "pacific"]
    assert 2 * lie.iloc[0] <= len(named) < 2 * lie.iloc[:2].sum()
    title = foip.plot_map(foip.count(shipped, "place")).foip["title"]
    assert title.startswith("Most of the countries are in Southeast Asia and the Pacific; Indon")
    few = shipped.where(place="TUV")  # too few countries to tell parts of them
    assert "countries are in" not in foip.plot_map(foip.count(few, "place")).foip["title"]
