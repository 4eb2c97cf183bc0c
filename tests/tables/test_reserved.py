"""A code may be called, or labelled, as a table calls its own lines: "Other", "All", "None stated".

The same data are coded twice, once with plain names; whatever is told, drawn or written of them
must be the same but for the names.
"""

from typing import get_args

import pytest
from conftest import TOY8, make_frames

import foip_analysis as foip
from foip_analysis.charts.plot import Drawn
from foip_analysis.files.figures import description
from foip_analysis.tables import caption
from foip_analysis.words.catalogue import word

PLAIN = ("Alpha", "Beta", "Gamma")
OWN = {lang: tuple(word(name, lang) for name in ("other", "all", "none")) for lang in ("en", "ja")}
CASES = {  # names, whether of the codes too, the language
    "labels": (OWN["en"], False, "en"),
    "Japanese labels": (OWN["ja"], False, "ja"),
    "codes": (("other", "all", "none"), True, "en"),
    "bare codes": (("other", "all", "none"), True, None),
    "heads": (("initiatives", "share", "stated"), True, "en"),
}
TABLES = {
    "count": lambda d, **k: foip.count(d, "tool", margins=True, none=True, **k),
    "largest": lambda d, **k: foip.count(d, "tool", top=1, none=True, **k),
    "pairs": lambda d, **k: foip.cross_tab(d, "tool", "region", margins=True, none=True, **k),
    "largest pairs": lambda d, **k: foip.cross_tab(d, "tool", "region", top=2, **k),
    "shares": lambda d, **k: foip.cross_tab(d, "tool", "region", share="row", none=True, **k),
    "fractions": lambda d, **k: foip.cross_tab(
        d, "tool", "region", count="fractional", top={"region": 1}, none=True, **k
    ),
    "itself": lambda d, **k: foip.cross_tab(d, "tool", "tool", margins=True, **k),
    "layers": lambda d, **k: foip.cross_tab(d, "tool", "tool", by="region", none=True, **k),
    "range": lambda d, **k: foip.sensitivity(d, "tool", margins=True, none=True, **k),
    "range of pairs": lambda d, **k: foip.sensitivity(d, "tool", "region", margins=True, **k),
    "split": lambda d, **k: foip.sensitivity(d, "tool", "region", to="counting", none=True, **k),
    "one out": lambda d, **k: foip.sensitivity(d, "tool", "region", to="one_out", **k),
    "sets": lambda d, **k: foip.combinations(d, "tool", none=True, **k),
    "flows": lambda d, **k: foip.flows(d, "tool", "region", none=True, **k),
}
FORMATS = ("csv", "md", "html", "tex", "xlsx", "parquet", "json")


def made(names: tuple[str, ...], as_codes: bool) -> foip.Dataset:
    """Return eight initiatives whose three tools and three regions have these names."""
    frames = make_frames(TOY8, {"tool": "A B C", "region": "N S E"})
    codes = dict(zip("ABCNSE", [*names, *names], strict=True))
    book = frames["codebook"]
    book["label_en"] = book["label_ja"] = book["code"].map(codes)
    book["colour"] = ["#2f5da8", "#e0a030", "#8c2f45"] * 2
    for frame in (frames["codings"], book) if as_codes else ():
        frame["code"] = frame["code"].map(codes)
    return foip.Dataset(**frames)


def drawn(table):
    """Return each chart that can be drawn of a table with its marks and whether it has a twin."""
    found = {}
    for chart in get_args(Drawn):
        try:
            figure = foip.plot(table, chart)
        except ValueError as refused:
            found[chart] = str(refused)[:20]
            continue
        marks = description(figure)["marks"]
        behind = [[i["id"] for i in mark["initiatives"]] for mark in marks]
        found[chart] = [mark["value"] for mark in marks], behind
    for chart in ("heatmap", "bars"):
        try:
            twin = foip.explore(table, chart=chart).to_plotly_json()
            found[f"twin {chart}"] = len(twin["data"])
        except ValueError as refused:
            found[f"twin {chart}"] = str(refused)[:20]
    return found


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES)
def both(request):
    names, as_codes, lang = request.param
    return made(names, as_codes), made(PLAIN, as_codes), names, lang


@pytest.mark.parametrize("kind", TABLES)
def test_the_same_is_told_and_drawn_whatever_the_names(both, kind):
    dataset, plain, names, lang = both
    table, other = (TABLES[kind](each, lang=lang) for each in (dataset, plain))
    numbers = [each.select_dtypes("number").to_numpy().tolist() for each in (table, other)]
    assert numbers[0] == numbers[1]
    assert table.columns.is_unique
    for told in (caption.finding, caption.subtitle):
        renamed = told(other)
        for old, new in zip(PLAIN, names, strict=True):
            renamed = renamed.replace(old, new)
        assert told(table) == renamed
    if names in (OWN["ja"], ("other", "all", "none")) and lang:
        assert drawn(table) == drawn(other)


@pytest.mark.slow
def test_files_decks_and_pages_are_written_whatever_the_names(both, tmp_path):
    dataset, _, names, lang = both
    tables = [make(dataset, lang=lang) for make in TABLES.values()]
    start = [(case[0], case[2]) for case in CASES.values()].index((names, lang))
    for n, table in enumerate(tables):
        # two formats a table and case: in the five cases each table meets each format
        for ending in (FORMATS[(n + 2 * start + more) % len(FORMATS)] for more in (0, 1)):
            assert foip.save_table(table, tmp_path / f"{n}.{ending}").stat().st_size
        assert "<table" in table._repr_html_()
    grids = [table for table in tables if foip.about(table).kind in ("count", "cross_tab")]
    foip.save_deck([*grids, *map(foip.plot, tables[-2:])], tmp_path / "a.pptx")
    assert foip.save_explorer(dataset, tmp_path / "a.html").stat().st_size
    codes = dataset.membership("tool").columns
    for code in codes:
        told = foip.describe(code, dataset, dimension="tool").loc["initiatives", "tool"]
        assert len(foip.members(dataset, tool=code)) == int(told)


def test_none_stated_can_be_asked_for_where_a_code_is_called_none():
    dataset = made(("other", "all", "none"), True)
    assert foip.members(dataset, tool="(none)")["initiative_id"].tolist() == ["5"]
    assert len(foip.members(dataset, tool="none")) == 4
