"""A table of a lake is the table of the same data in memory: number by number, word by word.

Every engine is asked the same: by hand-countable data, by the shipped dataset and by generated
ones, each option compared with memory.
"""

import subprocess
import sys
from functools import partial

import numpy as np
import pandas as pd
import pytest
from conftest import TOY8, TOYH, exact, make_frames
from hypothesis import given, settings
from hypothesis import strategies as st
from lakes import ENGINES, FULL, lake_in, of
from pptx import Presentation

import foip_analysis as foip

# narwhals means to know Dask through a package of its own, and says so
pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning")
FRAMES = ("initiatives", "codings", "codebook", "units")
WIDE = {"wide": " ".join(f"w{n:03}" for n in range(150)), "above": "low high"}


def memory(frames: dict[str, pd.DataFrame]) -> foip.Dataset:
    return foip.Dataset(**{name: frames[name] for name in FRAMES})


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    """Assert that two tables have the same numbers, labels, types, notes and bases."""
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(other), rtol=1e-12, atol=1e-12)
    first, second = foip.about(one), foip.about(other)
    for name in ("note", "brief", "call", "selection", "total", "rest", "held", "kind", "more"):
        if name == "more" and first.kind in ("sets", "flows"):
            continue
        assert getattr(first, name) == getattr(second, name), name
    for name in ("base", "bases"):
        assert flat(getattr(first, name)) == pytest.approx(flat(getattr(second, name)), nan_ok=True)


def flat(bases: object) -> list[float]:
    """Return bases as one list, those of layers or ways one after the other."""
    if isinstance(bases, dict):
        return [base for each in bases.values() for base in flat(each)]
    return bases if isinstance(bases, list) else [] if bases is None else [bases]


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    weights = [1.0, 2.0, 0.5, 1.5, 1.0, 0.0, 2.0, -1.0]
    frames = make_frames(TOY8, {"tool": "A B C", "region": "N S E"}, {"weight": weights})
    return frames, tmp_path_factory.mktemp("toy")


@pytest.fixture(params=ENGINES)
def engine(request) -> str:
    pytest.importorskip(*of(request.param))
    return request.param


@pytest.fixture(params=FULL)
def full(request) -> str:
    pytest.importorskip(*of(request.param))
    return request.param


# Eight initiatives, by hand


def test_a_cell_is_the_distinct_initiatives_with_both_codes(toy, engine):
    lake = lake_in(engine, *toy)
    table = foip.cross_tab(lake, "tool", "region", lang=None, margins=True)
    assert exact(table) == {"A": "3 1 2 4", "B": "2 3 2 4", "C": "1 1 2 3", "all": "4 3 3 6"}
    assert (table.dtypes == np.int64).all()
    assert (foip.about(table).base, foip.about(table).total) == (6, 8)
    assert foip.about(table).cells == {} == foip.about(table).initiatives


def test_without_initiatives_all_are_those_that_have_a_coding(toy, engine):
    frames, folder = toy
    lake = lake_in(engine, frames, folder, initiatives=False)
    counts = foip.count(lake, "tool", none=True, lang=None)
    assert counts["initiatives"].to_dict() == {"A": 4, "B": 4, "C": 4, "none": 1}
    assert lake.total == 8
    assert lake.where(tool="A").total == 4
    assert foip.count(lake.where(tool="none"), "region", lang=None)["initiatives"].tolist() == [
        1,
        0,
        0,
    ]


def test_places_of_one_region_count_once_there(engine, tmp_path):
    book = {"tool": "A B", "region": "Europe Asia"}
    book["place"] = "FR<Europe DE<Europe JP<Asia KR<Asia CN<Asia"
    lake = lake_in(engine, make_frames(TOYH, book), tmp_path)
    table = foip.cross_tab(lake, "tool", "region", lang=None)
    assert exact(table) == {"A": "3 1", "B": "1 2"}


# Every option, as memory has it

OPTIONS = [
    {},
    {"margins": True, "none": True, "share": "row"},
    {"margins": True, "share": "column", "of": "pairs"},
    {"share": "table", "codes": "present"},
    {"count": "fractional", "margins": True},
    {"weight": "weight", "margins": True, "none": True},
    {"weight": "weight", "count": "fractional", "share": "row"},
    {"by": "region", "margins": True, "none": True},
    {"by": "tool", "share": "row", "weight": "weight"},
    {"order": "size", "top": 2, "lang": "ja"},
]
WHERE = [
    lambda d: d,
    lambda d: d.where(region=["N", "E"]),
    lambda d: d.where(tool="none"),
    lambda d: d.where(tool=["none", "A"], region="N"),
    lambda d: d.stated(),
    lambda d: d.where(tool="A").stated(),
    lambda d: d.stated().where(tool="A"),
    lambda d: d.stated().where(region=["none", "S"]),
]


@pytest.fixture(scope="module")
def inferred(tmp_path_factory):
    """Codings with inferred ones, repeats and ids out of order; 9 has none at all."""
    codings = {**TOY8, "9": {}, "0": {"tool": "A? B", "region": "N? E?"}, "7b": {"tool": "C?"}}
    frames = make_frames(codings, {"tool": "A B C", "region": "N S E"})
    frames["initiatives"]["weight"] = np.arange(len(codings)) - 1.0
    twice = pd.concat([frames["codings"], frames["codings"].iloc[::2]])
    frames["codings"] = twice.sample(frac=1, random_state=1).reset_index(drop=True)
    frames["units"] = pd.DataFrame({"locator": [f"text.{i}" for i in codings]})
    return frames, tmp_path_factory.mktemp("inferred")


@pytest.mark.parametrize("number", range(len(WHERE)))
def test_every_option_gives_what_memory_gives(inferred, full, number):
    """All of all; of each selection a third in turn, for an engine selects before it is asked."""
    where, dataset, lake = WHERE[number], memory(inferred[0]), lake_in(full, *inferred)
    for options in OPTIONS[number % 3 :: 3] if number else OPTIONS:
        asked = partial(foip.cross_tab, rows="tool", columns="region", **options)
        same(asked(where(dataset)), asked(where(lake)))
    for options in OPTIONS[:1] + OPTIONS[4:6]:
        plain = {k: v for k, v in options.items() if k != "share"}
        same(foip.count(where(dataset), "tool", **plain), foip.count(where(lake), "tool", **plain))


def test_a_dimension_with_itself_and_more_codes_than_a_word_has(full, tmp_path):
    random = np.random.default_rng(3)
    codings = {
        f"i{n:02}": {"wide": " ".join(f"w{c:03}" for c in random.choice(150, random.integers(4)))}
        for n in range(60)
    }
    wide = " ".join(f"w{n:03}<{'low' if n < 70 else 'high'}" for n in range(150))
    frames = make_frames(codings, {"wide": wide, "above": "low high"})
    dataset, lake = memory(frames), lake_in(full, frames, tmp_path)
    for sides in (("wide", "above"), ("wide", "wide"), ("above", "above")):
        some = [each.where(wide=["none", "w010", "w149"]) for each in (dataset, lake)]
        for one, other in ((dataset, lake), some):
            options = {"codes": "present", "margins": True, "none": True}
            same(foip.cross_tab(one, *sides, **options), foip.cross_tab(other, *sides, **options))


def test_the_shipped_dataset_with_its_parents(shipped, full, tmp_path):
    bare = {name: getattr(shipped, name) for name in FRAMES}
    dataset, lake = memory(bare), lake_in(full, bare, tmp_path)
    for rows, columns, options in (
        ("tool", "region", {"margins": True, "share": "row"}),
        ("priority", "tool_family", {"by": "partner_kind"}),
        ("place", "status", {"codes": "present", "top": {"place": 5}, "lang": "ja"}),
    ):
        ask = partial(foip.cross_tab, rows=rows, columns=columns, **options)
        same(ask(dataset), ask(lake))
    some = [
        each.stated().where(priority="p3", region=["pacific", "africa"]) for each in (dataset, lake)
    ]
    same(*(foip.cross_tab(each, "sector", "theme") for each in some))


CODES = {"tool": "A B C", "region": "N S", "place": "x<N y<N z<S"}


@st.composite
def frames_made(draw):
    codes = (
        st.sets(st.sampled_from("ABC")),
        st.sets(st.sampled_from("NS")),
        st.sets(st.sampled_from("xyz")),
    )
    ids = draw(st.lists(st.sampled_from("qwertyuiop"), unique=True, max_size=8))
    stated = st.sampled_from(["", "?"])
    codings = {
        i: {
            d: " ".join(f"{c}{draw(stated)}" for c in sorted(draw(some)))
            for d, some in zip(CODES, codes, strict=True)
        }
        for i in ids
    }
    return make_frames(codings, CODES, {"weight": [float(n) for n in range(len(ids))]})


@settings(max_examples=12)
@given(frames_made(), st.data())
@pytest.mark.parametrize("engine", ["memory", "polars lazy"])
def test_generated_data_gives_what_memory_gives(engine, frames, data):
    pytest.importorskip(*of(engine))
    one = st.sampled_from([*CODES])
    dataset, lake = memory(frames), lake_in(engine, frames, None)
    for chosen in data.draw(st.lists(st.sampled_from(range(4)), max_size=2)):
        pick = [
            lambda d: d.stated(),
            lambda d: d.where(region=["N", "none"]),
            lambda d: d.where(place="x"),
            lambda d: d.where(tool=["A", "B"]),
        ][chosen]
        dataset, lake = pick(dataset), pick(lake)
    rows, columns, by = data.draw(one), data.draw(one), data.draw(st.none() | one)
    options = {
        "by": by,
        "margins": data.draw(st.booleans()),
        "none": data.draw(st.booleans()),
        "weight": data.draw(st.sampled_from([None, "weight"])),
        "share": data.draw(st.sampled_from([None, "row", "table"])),
        "count": data.draw(st.sampled_from(["initiatives", "fractional"])),
    }
    same(
        foip.cross_tab(dataset, rows, columns, **options),
        foip.cross_tab(lake, rows, columns, **options),
    )


# Other tables


@pytest.mark.parametrize("where", WHERE[:1] + WHERE[5:7])
def test_sets_flows_and_ranges_are_those_of_memory(inferred, full, where):
    dataset, lake = where(memory(inferred[0])), where(lake_in(full, *inferred))
    for ask in (
        lambda d: foip.combinations(d, "tool", none=True, least=2),
        lambda d: foip.combinations(d, "region", top=2),
        lambda d: foip.flows(d, "tool", "region"),
        lambda d: foip.flows(d, "tool", "region", count="fractional", none=True),
        lambda d: foip.sensitivity(d, "tool", "region", margins=True),
        lambda d: foip.sensitivity(d, "tool", to="counting", none=True),
        lambda d: foip.sensitivity(d, "tool", "region", to="one_out", share="column"),
    ):
        one, other = ask(dataset), ask(lake)
        same(one, other)
        marks = [foip.about(table).more.get("marks", []) for table in (one, other)]
        bare = [[mark | {"initiatives": []} for mark in some] for some in marks]
        assert bare[0] == bare[1]


def test_a_test_of_independence_is_that_of_memory(shipped, full, tmp_path):
    bare = {name: getattr(shipped, name) for name in FRAMES}
    dataset, lake = memory(bare), lake_in(full, bare, tmp_path)
    for rows, columns, none in (("tool", "region", "include"), ("sector", "priority", "drop")):
        tests = [
            foip.association(each, rows, columns, none=none, draws=99) for each in (dataset, lake)
        ]
        assert tests[0].note == tests[1].note
        pd.testing.assert_frame_equal(tests[0].cells, tests[1].cells)
        same(tests[0].residuals, tests[1].residuals)


def test_tables_of_a_lake_are_drawn_and_shown_on_slides(shipped, tmp_path):
    """Which initiatives stand behind a cell is not known of a lake, so no slide names one."""
    lake = lake_in("parquet", {name: getattr(shipped, name) for name in FRAMES}, tmp_path)
    loaded, scanned = (
        [foip.cross_tab(each, "region", "priority"), foip.count(each, "place")]
        for each in (shipped, lake)
    )
    maps = [foip.plot_map(each[1]) for each in (loaded, scanned)]
    assert maps[0].foip["title"] == maps[1].foip["title"]
    sets, flows = foip.combinations(lake, "tool"), foip.flows(lake, "priority", "tool_family")
    shown = [*scanned, maps[1], *map(foip.plot, [sets, flows]), foip.plot(scanned[0], "stacked")]
    deck = Presentation(foip.save_deck(shown, tmp_path / "lake.pptx"))
    assert len(deck.slides) >= len(shown)


def test_what_a_chart_says_of_a_lake_is_what_it_says_of_memory(shipped, tmp_path):
    bare = {name: getattr(shipped, name) for name in FRAMES}
    for table in ("tool", "region"):
        found = [
            foip.findings(foip.cross_tab(each, table, "priority"))
            for each in (memory(bare), lake_in("narwhals", bare, tmp_path))
        ]
        assert len(found[0])
        pd.testing.assert_frame_equal(*map(pd.DataFrame, found))


# From a number to the initiatives


def test_members_are_a_query_of_their_own(inferred, engine):
    dataset, lake = memory(inferred[0]), lake_in(engine, *inferred)
    for where, codes in (
        (WHERE[0], {"tool": "A", "region": ["N", "E"]}),
        (WHERE[4], {"tool": "none"}),
        (WHERE[5], {}),
    ):
        found, own = foip.members(where(dataset), **codes), foip.members(where(lake), **codes)
        for table in (found, own):  # the codings of one initiative come in any order
            table["words"] = [
                sorted(words.replace("; ", ", ").split(", ")) for words in table["words"]
            ]
        lines = [t.sort_values("initiative_id").to_numpy().tolist() for t in (found, own)]
        assert lines[0] == lines[1]
        assert foip.about(found).note == foip.about(own).note
    first = foip.members(lake, region="N", limit=2)
    assert first["initiative_id"].tolist() == ["0", "1"]
    assert foip.about(first).base == 6
    assert "2" in foip.about(first).note.replace("6 of 11", "")
    assert len(foip.members(dataset, region="N", limit=2)) == 2
    assert foip.members(lake, per="coding", tool="A", limit=1)["code"].tolist() == ["A"]


# What cannot be counted


@pytest.fixture
def broken(toy, tmp_path):
    """A function from changes of frames to a lake of them, in memory."""

    def make(**changes):
        frames = {name: toy[0][name].copy() for name in FRAMES}
        for name, change in changes.items():
            frames[name] = change(frames[name]) if change else None
        there = frames["initiatives"] is not None
        return lake_in("memory", frames, tmp_path, initiatives=there)

    return make


def test_what_does_not_fit_is_named_all_at_once(broken):
    def spoil(codings):
        codings.loc[0, "code"], codings.loc[1, "code"] = "Q", "Z"
        codings.loc[2, "dimension"], codings.loc[3, "basis"] = "tol", "guessed"
        codings.loc[4, "initiative_id"] = None
        codings.loc[5, "initiative_id"] = "strange"
        return codings

    lake = broken(codings=spoil)
    with pytest.raises(ValueError, match="'Q'") as refused:
        foip.count(lake, "region")
    for named in ("'Z'", "'tol'", "'guessed'", "no initiative_id", "1 initiatives of the codings"):
        assert named in str(refused.value)
    with pytest.raises(ValueError, match="1 rows of the initiatives"):
        foip.count(broken(initiatives=lambda frame: pd.concat([frame, frame[:1]])), "region")


def test_a_weight_is_a_column_of_the_initiatives(broken):
    with pytest.raises(ValueError, match=r"foip\.scan\(codings, codebook, initiatives\)"):
        foip.count(broken(initiatives=None), "tool", weight="weight")
    with pytest.raises(ValueError, match="Numeric columns: weight"):
        foip.count(broken(), "tool", weight="name_en")
    blank = broken(initiatives=lambda frame: frame.assign(weight=[1, np.inf, None, *[2.0] * 5]))
    with pytest.raises(ValueError, match="blank or infinite for: 2, 3"):
        foip.count(blank, "tool", weight="weight")


def test_more_patterns_than_the_limit_are_refused_with_their_number(toy):
    frames, _ = toy
    lake = foip.scan(frames["codings"], frames["codebook"], limit=7)
    assert foip.count(lake, "region", lang=None)["initiatives"].tolist() == [5, 3, 3]
    with pytest.raises(ValueError, match="tool × region has 8 patterns"):
        foip.cross_tab(lake, "tool", "region")
    with pytest.raises(ValueError, match="whole number of patterns"):
        foip.scan(frames["codings"], frames["codebook"], limit=0)


def test_spark_sends_the_few_codes_to_the_codings(toy, monkeypatch):
    """Else all codings were sent to where their codes are: so also where Spark by itself would."""
    pytest.importorskip("pyspark")
    frames, folder = toy
    lake = lake_in("spark", frames, folder, initiatives=False)
    session, plans = lake.engine.session, []
    ask = type(session).sql

    def kept(session, text):
        answer = ask(session, text)
        if "bit_or" in text:
            plans.append(answer._jdf.queryExecution().executedPlan().toString())
        return answer

    monkeypatch.setattr(type(session), "sql", kept)
    session.conf.set("spark.sql.autoBroadcastJoinThreshold", -1)
    try:
        foip.cross_tab(lake, "tool", "region")
    finally:
        session.conf.unset("spark.sql.autoBroadcastJoinThreshold")
    assert plans
    assert all("BroadcastHashJoin" in plan and "SortMergeJoin" not in plan for plan in plans)


def test_a_slow_answer_draws_no_bar_into_a_notebook():
    pytest.importorskip("duckdb")
    asked = """
import duckdb, pandas
from foip_analysis.engines import duck
bar = "SELECT value FROM duckdb_settings() WHERE name = 'enable_progress_bar'"
codings = pandas.DataFrame({"initiative_id": ["i1"], "dimension": ["tool"], "code": ["a"]})
print(duckdb.sql(bar).fetchall()[0][0])
print(duck.of_objects(codings, None).frame(bar)["value"][0])
"""  # without a file of its own Python counts as someone's session, as in a notebook
    run = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.split() == ["true", "false"]


def test_what_is_no_lake_is_refused(toy, tmp_path):
    codings, codebook = toy[0]["codings"], toy[0]["codebook"]
    with pytest.raises(ValueError, match="Is 'codes' the code"):
        foip.scan(codings.rename(columns={"code": "codes"}), codebook)
    with pytest.raises(TypeError, match="dict"):
        foip.scan({}, codebook)
    with pytest.raises(ValueError, match="There is no"):
        foip.scan(tmp_path / "absent.parquet", codebook)
    with pytest.raises(ValueError, match=r"foip\.load"):
        foip.scan("codings.csv", codebook)
    with pytest.raises(TypeError, match="one engine"):
        foip.scan(codings, codebook, "initiatives.parquet")
    with pytest.raises(AttributeError, match="stays in DuckDB"):
        foip.scan(codings, codebook).initiatives  # noqa: B018
    with pytest.raises(ValueError, match="Add the column"):
        foip.scan(codings.drop(columns="basis"), codebook).stated()
    with pytest.raises(ValueError, match="Did you mean 'tool'"):
        foip.count(foip.scan(codings, codebook), "tol")
