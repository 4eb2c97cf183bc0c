"""A table that would fill the memory is refused before it is counted, a chart that no slide holds
before it is drawn.
"""

import sys
import tracemalloc
from dataclasses import replace
from functools import partial
from typing import get_args

import pandas as pd
import pytest
from conftest import make_frames

import foip_analysis as foip
from foip_analysis.charts.plot import Drawn
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.size import MOST_CELLS

MANY = 5_000


@pytest.fixture(scope="module")
def wide():
    """Two initiatives, a dimension of two codes, and three of many codes."""
    names = ("first", "second", "third")
    codes = {d: " ".join(f"{d[0]}{n}" for n in range(MANY)) for d in names} | {"few": "x y"}
    codings = {i: {d: f"{d[0]}{i}" for d in names} | {"few": "x"} for i in ("1", "2")}
    return foip.Dataset(**make_frames(codings, codes))


TOO_LARGE = {
    "rows by columns": lambda d, **k: foip.cross_tab(d, "first", "second", **k),
    "layers": lambda d, **k: foip.cross_tab(d, "few", "first", by="second", **k),
    "three": lambda d, **k: foip.cross_tab(d, "first", "second", by="third", **k),
    "fractional": lambda d, **k: foip.cross_tab(
        d, "first", "second", count="fractional", top=2, **k
    ),
    "range": lambda d, **k: foip.sensitivity(d, "first", "second", **k),
    "left out": lambda d, **k: foip.sensitivity(d, "first", "second", "one_out", **k),
    "flows": lambda d, **k: foip.flows(d, "few", "first", "second", **k),
}


@pytest.mark.parametrize("make", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_table_that_is_too_large_is_refused_with_its_size(wide, make):
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match=rf"5,000 × .*{MOST_CELLS:,}.*codes=.*limit="):
            make(wide)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5 * MOST_CELLS  # bytes: less than any table of more cells takes


def test_what_is_held_to_count_sets_has_a_limit_too(wide):
    ids = [f"i{n}" for n in range(30_000)]
    initiatives = pd.DataFrame({"initiative_id": ids, "name_en": ids})
    many = replace(wide, initiatives=initiatives, codings=wide.codings.iloc[:0])
    for make in (
        lambda: foip.combinations(many, "first"),
        lambda: foip.flows(many, "first", "few"),
    ):
        with pytest.raises(ValueError, match=r"30,000 is 150,.*limit="):
            make()


SMALL = {
    "count": lambda d, n: foip.count(d, "tool", limit=n),
    "cross_tab": lambda d, n: foip.cross_tab(d, "tool", "region", limit=n),
    "layers": lambda d, n: foip.cross_tab(d, "tool", "region", by="region", limit=n),
    "range": lambda d, n: foip.sensitivity(d, "tool", "region", limit=n),
    "sets": lambda d, n: foip.combinations(d, "tool", limit=n),
    "flows": lambda d, n: foip.flows(d, "tool", "region", limit=n),
}
CELLS = {"count": 3 + 1, "cross_tab": 9, "layers": 27, "range": 9, "sets": 21, "flows": 9}


@pytest.mark.parametrize("kind", SMALL)
def test_limit_is_what_decides_and_is_in_the_call(toy8, kind):
    with pytest.raises(ValueError, match=f"limit={CELLS[kind]}"):
        SMALL[kind](toy8, CELLS[kind] - 1)
    table = SMALL[kind](toy8, CELLS[kind])
    assert f"limit={CELLS[kind]}" in foip.about(table).call
    assert table.equals(SMALL[kind](toy8, None))


@pytest.mark.parametrize("limit", [0, -1, 2.5, "many", True])
def test_a_limit_is_a_number_of_cells(toy8, limit):
    with pytest.raises(ValueError, match="limit is"):
        foip.cross_tab(toy8, "tool", "region", limit=limit)


@pytest.fixture(scope="module")
def long(wide):
    """For each chart a table with many more lines than a slide holds."""
    count = foip.count(wide, "first")
    crossed = foip.cross_tab(wide, "first", "few")
    residuals = attach(pd.DataFrame(0.0, range(MANY), ["x"]), About(kind="association"))
    nine = {
        f"{n}": {"nine": " ".join(c for k, c in enumerate("ABCDEFGHI") if n >> k & 1)}
        for n in range(512)
    }
    fifty = " ".join(f"s{n}" for n in range(50)), " ".join(f"t{n}" for n in range(50))
    nine["0"] = {"some": fifty[0], "others": fifty[1]}
    codes = {"nine": "A B C D E F G H I", "some": fifty[0], "others": fifty[1]}
    mixed = foip.Dataset(**make_frames(nine, codes))
    sets, flows = foip.combinations(mixed, "nine"), foip.flows(mixed, "some", "others")
    return {
        "bars": count,
        "heatmap": crossed,
        "dots": foip.sensitivity(wide, "first"),
        "map": count,
        "multiples": foip.cross_tab(wide, "first", "few", by="few"),
        "pairs": foip.cross_tab(
            wide, "first", "first", codes={"first": [f"f{n}" for n in range(400)]}
        ),
        "residuals": residuals,
        "sets": sets,
        "squares": foip.sensitivity(wide, "first"),
        "stated": foip.sensitivity(wide, "first"),
        "flows": flows,
        "explore": count,
        "explore a map": count,
        "explore a cross-tab": crossed.T,
        "explore sets": sets,
        "explore flows": flows,
    }


TWINS = ["explore", "explore a map", "explore a cross-tab", "explore sets", "explore flows"]


@pytest.mark.slow
@pytest.mark.parametrize("chart", [*get_args(Drawn), *TWINS])
def test_a_chart_that_no_slide_holds_is_refused_at_once(long, chart):
    draw = partial(foip.plot, chart=chart) if chart in get_args(Drawn) else foip.explore
    table, options = long[chart], {"chart": "map"} if chart == "explore a map" else {}
    calls = 0

    def count(*_):
        nonlocal calls
        calls += 1

    for _ in range(2):  # the first loads what draws
        calls = 0
        sys.setprofile(count)  # a clock would tell how busy the machine is
        try:
            with pytest.raises(ValueError, match="do not fit on a slide"):
                draw(table, **options)
        finally:
            sys.setprofile(None)
    assert calls < MANY  # so many lines, and none was looked at
