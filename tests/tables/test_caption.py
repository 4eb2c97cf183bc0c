"""What a title says: true of the whole table, of what the chart shows, and natural in both
languages.
"""

import dataclasses
import pickle
from dataclasses import replace

import pytest

import foip_analysis as foip
from foip_analysis.charts.lettering import title_lines
from foip_analysis.charts.style import text_width
from foip_analysis.tables import caption, choice
from foip_analysis.tables.about import attach
from foip_analysis.tables.competing import plotted
from foip_analysis.tables.grid import ENOUGH, grid_of
from foip_analysis.words.catalogue import say


def crossed(dataset, *dimensions, **options):
    return foip.cross_tab(dataset, *dimensions, **options)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_title_is_a_claim_of_which_the_table_shows_the_numbers(shipped, lang):
    table = crossed(shipped, "region", "priority", lang=lang)
    rows = dict(zip(foip.about(table).row_codes, table.index, strict=True))
    first = foip.findings(table).iloc[0]
    title = caption.finding(table)
    assert title == first["finding"]
    assert rows[first["group"]] in title
    assert first["number"] in table.loc[rows[first["group"]]].tolist()
    rest = table.drop(index=rows[first["group"]])
    assert rows[first["group"]] not in caption.finding(rest)  # what is not shown is not claimed


def test_what_rests_on_inference_says_so(shipped):
    table = foip.count(shipped, "place")
    found = foip.findings(table)
    assert found["stands"].tolist() == [False]
    assert caption.finding(table) != found.loc[0, "finding"]
    assert caption.finding(table).startswith(found.loc[0, "finding"])


@pytest.mark.parametrize(
    "options",
    [{"count": "fractional"}, {"weight": "units"}, {"by": "priority"}],
    ids=["fractional", "weights", "layers"],
)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_where_nothing_is_claimed_the_title_says_what_is_shown(shipped, options, lang):
    if "weight" in options:
        shipped = dataclasses.replace(shipped, initiatives=shipped.initiatives.assign(units=2))
    table = crossed(shipped, "tool", "region", lang=lang, **options)
    title = caption.finding(table)
    assert title == caption.plain_title(table)
    heads = foip.about(table).dimension_labels
    assert all(heads[name].lower() in title.lower() for name in ("tool", "region"))


def test_large_numbers_stay_numbers(shipped):
    table = foip.count(shipped, "tool")
    table.iloc[0, 0] = 123_456
    attach(table, replace(foip.about(foip.count(shipped, "tool")), base=10**6, total=10**6))
    assert "all 1,000,000" in caption.subtitle(table)


def test_nothing_to_name(shipped):
    assert (
        caption.finding(crossed(shipped.where(place="PLW"), "partner", "priority"))
        == "No initiative has partner and priority area"
    )
    assert caption.finding(
        crossed(shipped.where(place="PLW"), "partner", "priority", lang="ja")
    ).endswith("を併せ持つ取組はない")


def test_a_test_that_nothing_passes_says_so(shipped):
    found = foip.association(shipped, "tool", "region", none="include", draws=99)
    assert foip.about(found.residuals).more["passing"] == 0
    assert caption.finding(found.residuals).startswith(
        "No pair of tool and region stands out after correction; p "
    )
    japanese = foip.association(shipped, "tool", "region", none="include", draws=99, lang="ja")
    assert caption.finding(japanese.residuals).startswith(
        "手段と地域に、補正後に際立つペアはない：p値"
    )


@pytest.mark.parametrize("width", [6.0, 8.0, 10.0])
def test_a_japanese_title_is_parted_where_it_pauses(width):
    title = "最も多い対象国・地域は「ASEAN」：53件中13件、うち「経済基盤」と「安全保障」が各6件"
    first, *more = title_lines(title, width, 26).split("\n")
    assert "".join([first, *more]) == title
    assert all(text_width(line, 26, bold=True) <= width for line in [first, *more])
    if len(more) == 1:
        assert first[-1] in "：、"


def test_a_title_without_a_pause_and_a_short_one_are_balanced():
    assert title_lines("One two", 5, 20) == "One two"
    assert title_lines("Twelve initiatives are in Southeast Asia", 4, 20).count("\n") == 1


def test_shares_of_few_lead_only_where_all_are_of_few(shipped):
    shares, whole = (
        crossed(shipped, "sector", "region", share=share, margins=True)
        for share in ("column", None)
    )
    enough = [region for region in whole.columns[:-1] if whole.loc["All", region] >= ENOUGH]
    best = shares.loc[shares.index != "All", enough].max().max()
    assert best < shares.drop(index="All").max().max() == 0.5
    assert plotted(shares).notna().any().sum() == len(enough)
    few = crossed(
        shipped, "sector", "region", share="column", codes={"region": ["europe", "latin_america"]}
    )
    assert plotted(few).notna().to_numpy().all()


@pytest.mark.parametrize(("share", "side"), [("row", "rows"), ("column", "columns")])
def test_heads_of_shares_tell_their_bases(shipped, share, side):
    whole = crossed(shipped, "tool", "region", margins=True)
    bases = (whole["All"] if share == "row" else whole.loc["All"]).tolist()
    for margins, end in ((True, None), (False, -1)):
        table = crossed(shipped, "tool", "region", share=share, margins=margins)
        heads = [
            f"{label} (of {base})"
            for label, base in zip(whole.axes[share == "column"], bases, strict=True)
        ]
        assert grid_of(table).heads(side) == heads[:end]
        other = "columns" if side == "rows" else "rows"
        assert grid_of(table).heads(other) == list(table.axes[other == "columns"])
    some = crossed(shipped, "tool", "region", share=share, lang="ja").iloc[:2, :2]
    assert grid_of(some).heads(side)[1] == f"{some.axes[share == 'column'][1]}（{bases[1]}件）"
    assert (
        grid_of(crossed(shipped, "tool", "region", share=share, of="pairs"))
        .heads(side)[0]
        .endswith(")")
    )
    assert grid_of(whole).heads(side) == list(whole.axes[share == "column"])


def test_nothing_selected_is_said(shipped):
    nothing = shipped.where(priority="p1").where(priority="p2")
    assert (
        caption.finding(crossed(nothing, "tool", "region")) == "No initiative matches the selection"
    )
    assert caption.finding(foip.count(nothing, "tool", lang="ja")) == "条件に合う取組はない"


@pytest.mark.parametrize(
    ("chosen", "lang", "begins"),
    [
        ({"tool": "oda"}, "en", "ODA: two in three initiatives (2 of 3)"),
        ({"tool": "oda"}, "ja", "ODA：取組の3分の2（3件中2件）"),
        (
            {"tool": ["oda", "osa", "exercise", "business"], "region": "pacific"},
            "en",
            "Tool (4 codes), Pac",
        ),
        ({"place": "none"}, "ja", "対象国・地域（記載なし）"),
    ],
)
def test_a_title_begins_with_what_was_selected(shipped, chosen, lang, begins):
    selected = shipped.where(**chosen)
    asked = "priority" if "place" in chosen else "region"
    title = caption.finding(foip.count(selected, asked, lang=lang))
    assert title.startswith(begins)
    claim = foip.findings(foip.count(selected, asked, lang=lang))["finding"].iloc[0]
    assert claim.partition("(")[0] in title
    assert caption.finding(foip.count(shipped.stated(), "tool", lang=lang))[:3] not in begins


def test_selecting_by_stated_codings_and_counting_stated_codings_are_told_apart(shipped):
    before = shipped.stated().where(priority="p3")
    after = shipped.where(priority="p3").stated()
    assert len(before.initiatives) < len(after.initiatives)
    notes = [foip.about(foip.count(each, "tool")).note for each in (before, after)]
    assert (
        "(Priority area: Security cooperation; selected and counted by stated codings)" in notes[0]
    )
    assert (
        "(Priority area: Security cooperation; selected by all codings, counted by stated ones)"
        in notes[1]
    )
    japanese = [foip.about(foip.count(each, "tool", lang="ja")).note for each in (before, after)]
    assert "（重点分野：安全保障、絞り込みも集計も明記されたコードのみ）" in japanese[0]
    assert "（重点分野：安全保障、絞り込みは全コード、集計は明記されたコードのみ）" in japanese[1]
    both = shipped.where(priority="p3").stated().where(tool="osa")
    parts = (
        "Priority area: Security cooperation; of these by stated codings; Tool: OSA; "
        "counted by stated codings"
    )
    assert foip.about(foip.count(both, "tool")).selection == parts


def test_a_note_tells_every_base_of_a_share_and_what_is_other(shipped):
    shares, whole = (
        crossed(shipped, "sector", "partner_kind", share=share, margins=True)
        for share in ("column", None)
    )
    listed = ", ".join(f"{label} {base}" for label, base in whole.loc["All"].items())
    assert f" Base of each column: {listed}. " in foip.about(shares).note
    assert "Base of each column" not in caption.foot(shares), "the heads of a chart have them"
    assert (
        "列ごとの対象件数：国・地域 12、"
        in foip.about(crossed(shipped, "sector", "partner_kind", share="column", lang="ja")).note
    )
    top = foip.count(shipped, "sector", top=11)
    gone = [label for label in foip.count(shipped, "sector").index if label not in top.index]
    assert f" Other: {', '.join(gone)}. " in foip.about(top).note
    assert (
        " Other: the 27 smaller codes. "
        in foip.about(crossed(shipped, "place", "priority", top={"place": 5})).note
    )


CUT = {
    "codes=": lambda d, **k: foip.cross_tab(d, "tool", "region", codes={"tool": ["B", "C"]}, **k),
    "a count of some": lambda d, **k: foip.count(d, "tool", codes={"tool": ["B", "C"]}, **k),
    "head": lambda d, **k: foip.count(d, "tool", **k).head(2),
    "loc": lambda d, **k: (t := foip.cross_tab(d, "tool", "region", **k)).loc[list(t.index)[1:]],
    "turned, then cut": lambda d, **k: foip.cross_tab(d, "region", "tool", **k).T.iloc[:2],
    "columns": lambda d, **k: foip.cross_tab(d, "region", "tool", **k).iloc[:, 1:],
    "layers": lambda d, **k: foip.cross_tab(d, "region", "region", by="tool", **k).iloc[:6],
    "a range": lambda d, **k: foip.sensitivity(d, "tool", **k).head(2),
    "a range of some": lambda d, **k: foip.sensitivity(d, "tool", codes={"tool": ["A"]}, **k),
    "shares": lambda d, **k: foip.cross_tab(d, "tool", "region", share="row", **k).head(2),
    "with itself": lambda d, **k: foip.cross_tab(d, "tool", "tool", **k).head(2),
    "other taken out": lambda d, **k: foip.count(d, "tool", top=2, **k).head(2),
}
WHOLE = {
    "all": lambda d, **k: foip.cross_tab(d, "tool", "region", **k),
    "all chosen": lambda d, **k: foip.count(d, "tool", codes={"tool": ["C", "B", "A"]}, **k),
    "present": lambda d, **k: foip.count(d.where(tool="A"), "region", codes="present", **k),
    "sorted": lambda d, **k: foip.count(d, "tool", **k).iloc[::-1],
    "no margin": lambda d, **k: foip.cross_tab(d, "tool", "region", margins=True, **k).iloc[:-1],
    "no share": lambda d, **k: foip.count(d, "tool", **k).iloc[:, :1],
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("cut", CUT)
def test_where_codes_are_left_out_the_words_say_so(toy8, cut, lang):
    table = CUT[cut](toy8, lang=lang)
    limit = say("finding-of-shown-only", lang, finding="|").partition("|")[0]
    assert caption.finding(table).startswith(limit) == ("range" in cut)
    shown = choice.told(foip.about(table))
    assert "3" in shown
    assert shown in caption.subtitle(table)
    assert shown in foip.about(table).note


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("whole", WHOLE)
def test_where_none_is_left_out_nothing_is_said_of_it(toy8, whole, lang):
    table = WHOLE[whole](toy8, lang=lang)
    assert choice.choices(foip.about(table)) == []


def test_nothing_in_the_cells_shown_is_not_nothing_at_all(toy8):
    table = foip.cross_tab(toy8, "tool", "region", codes={"tool": ["B"], "region": ["N"]})
    empty = toy8.where(tool="A", region="E").where(tool="C")
    cut = foip.cross_tab(empty, "tool", "region", codes={"tool": ["B"], "region": ["S"]})
    assert caption.finding(cut) == say("finding-no-cell", "en")
    assert caption.finding(table) == caption.plain_title(table)


@pytest.mark.parametrize("cut", [name for name in CUT if name != "turned, then cut"])
def test_a_cut_table_from_a_file_says_so_too(toy8, cut):
    table = CUT[cut](toy8)
    again = pickle.loads(pickle.dumps(table))
    assert caption.subtitle(again) == caption.subtitle(table)
    assert choice.told(foip.about(again)) in foip.about(again).note


def test_a_foot_spells_out_what_is_a_label_or_a_word_of_one(shipped):
    """ODA in "ODA, OSA and defence transfer", but not 資金 in その他の公的資金."""
    theme = foip.about(foip.count(shipped, "theme")).brief
    assert "ODA: Official Development Assistance" in theme
    tools, families = (
        foip.about(foip.count(shipped, dimension, lang="ja")).brief
        for dimension in ("tool", "tool_family")
    )
    assert "ODA：" in tools
    assert "資金：" in families
    assert "資金：" not in tools
