"""What a table knows of itself follows it where its numbers do, and nowhere else."""

import copy
import html
import json
import pickle

import pandas as pd
import pytest

import foip_analysis as foip
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.heatmap import explore_heatmap, plot_heatmap
from foip_analysis.tables import notes
from foip_analysis.tables.caption import finding

MAKE = {
    "count": lambda d: foip.count(d, "tool", margins=True),
    "cross_tab": lambda d: foip.cross_tab(d, "tool", "region"),
    "shares": lambda d: foip.cross_tab(d, "tool", "region", share="row", lang="ja"),
    "layers": lambda d: foip.cross_tab(d, "tool_family", "region", by="priority"),
    "range": lambda d: foip.sensitivity(d, "tool", "priority"),
    "association": lambda d: (
        foip.association(d, "tool", "priority", none="drop", draws=0).residuals
    ),
    "sets": lambda d: foip.combinations(d, "tool"),
    "flows": lambda d: foip.flows(d, "priority", "region"),
    "agreement": lambda d: foip.agreement(d, d),
    "moves": lambda d: foip.compare(d, d.where(priority=["p1", "p2"]), "tool"),
}
NUMBERS = [name for name in MAKE if name not in ("sets", "flows")]

KEEPS = {  # what is done to a table and leaves its numbers as they are
    "as it came": lambda t: t,
    "some rows": lambda t: t.iloc[1:3],
    "head": lambda t: t.head(2),
    "rows sorted": lambda t: t.sort_index(ascending=False),
    "by value": lambda t: t.sort_values(t.columns[0]),
    "one column": lambda t: t.iloc[:, :1],
    "columns turned round": lambda t: t.iloc[:, ::-1],
    "copy": lambda t: t.copy(),
    "deep copy": copy.deepcopy,
    "pickle": lambda t: pickle.loads(pickle.dumps(t)),
    "a mask": lambda t: t[t.iloc[:, 0].notna()],
}
CHANGES = {  # what makes other numbers of it
    "times ten": lambda t: t * 10,
    "rounded": lambda t: (t + 0.4).round(1),
    "divided": lambda t: t / t.sum(),
    "one cell": lambda t: _with_cell(t, 99),
    "joined to itself": lambda t: pd.concat([t, t]),
    "beside itself": lambda t: pd.concat([t, t], axis=1),
    "renamed": lambda t: t.set_axis([*t.columns[:-1], _another(t.columns[0])], axis=1),
    "a column more": lambda t: _with_column(t),
    "a row more": lambda t: pd.concat([t, t.iloc[:1].set_axis([_another(t.index[0])], axis=0)]),
}


def _another(label):
    return (*label[:-1], "x") if isinstance(label, tuple) else "x"


def _with_column(table):
    changed = table.copy()
    changed[_another(table.columns[0])] = 1
    return changed


def _with_cell(table, value):
    changed = table.copy()
    changed.iloc[0, 0] = value
    return changed


@pytest.mark.parametrize("kind", MAKE)
@pytest.mark.parametrize("do", KEEPS)
def test_what_leaves_the_numbers_leaves_the_words(shipped, kind, do):
    table = MAKE[kind](shipped)
    told, kept = foip.about(table), foip.about(KEEPS[do](table))
    assert told.note
    assert (kept.call, kept.base) == (told.call, told.base)
    rest = kept.note.replace(notes.shown_told(kept), "")  # but for how many lines are left
    assert rest.split() == told.note.split()
    assert kept.cells == told.cells


@pytest.mark.parametrize("kind", NUMBERS)
@pytest.mark.parametrize("do", CHANGES)
def test_what_makes_other_numbers_is_refused_everywhere(shipped, tmp_path, kind, do):
    if kind == "agreement":
        table = MAKE[kind](shipped).select_dtypes("number")
    else:
        table = MAKE[kind](shipped)
    changed = CHANGES[do](table)
    takers = [
        foip.about,
        finding,
        lambda t: foip.save_table(t, tmp_path / "t.csv"),
        lambda t: foip.save_deck([t], tmp_path / "t.pptx"),
    ]
    if kind in ("count", "cross_tab", "shares"):
        takers += [plot_heatmap, plot_bars, explore_heatmap]
    for take in takers:
        with pytest.raises(ValueError, match=r"table\.attrs\.clear\(\)"):
            take(changed)
    assert not list(tmp_path.iterdir())


def test_a_refusal_names_the_cell_and_both_numbers(toy8):
    table = foip.cross_tab(toy8, "tool", "region", lang=None)
    table.loc["C", "E"] = 12
    with pytest.raises(ValueError, match="C × E is 12, and was 2"):
        foip.about(table)


def test_taking_its_words_away_makes_it_the_users_own(toy8, tmp_path):
    own = foip.cross_tab(toy8, "tool", "region", lang=None) * 10
    own.attrs.clear()
    assert not foip.about(own)
    path = foip.save_table(own, tmp_path / "own.csv")
    assert path.read_text(encoding="utf-8").splitlines()[-1] == '"C",10,10,20'


def test_turned_it_says_the_same_of_its_other_side(toy8):
    table = foip.cross_tab(toy8, "tool", "region", share="row", margins=True, lang=None)
    turned, column = foip.about(table.T), foip.cross_tab(toy8, "region", "tool", lang=None)
    assert (turned.rows, turned.columns, turned.question.share) == ("region", "tool", "column")
    assert turned.bases == foip.about(table).bases
    assert turned.call == foip.about(table).call + ".T"
    plain = foip.about(foip.cross_tab(toy8, "tool", "region", lang=None).T)
    assert plain.cells == foip.about(column).cells
    assert foip.about(table.T.T).call == foip.about(table).call


def test_co_occurrence_turned_is_itself(toy8):
    table = foip.cross_tab(toy8, "tool", "tool", lang=None)
    assert foip.about(table.T).cells == foip.about(table).cells
    shares = foip.cross_tab(toy8, "region", "region", share="row", lang=None)
    assert foip.about(shares.T).question.share == "column"
    assert foip.about(shares).question.share == "row"
    with pytest.raises(ValueError, match="were changed"):
        foip.about(shares.T * 2)


def test_tables_of_another_question_are_not_taken_for_each_other(toy8):
    first = foip.cross_tab(toy8, "tool", "region", lang=None)
    both = pd.concat([first, foip.cross_tab(toy8, "region", "region", lang=None)])
    assert not foip.about(both)


@pytest.mark.parametrize("kind", MAKE)
def test_the_same_question_twice_is_told_alike(shipped, kind):
    one, two = (foip.about(MAKE[kind](shipped)) for _ in range(2))
    assert one == two
    assert one != foip.about(MAKE[kind](shipped.where(priority=["p1", "p3"])))


def test_shares_without_a_base_are_alike_too(shipped):
    one, two = (foip.cross_tab(shipped, "tool", "region", share="column") for _ in range(2))
    assert one["North America"].isna().all()
    assert foip.about(one) == foip.about(two)


def test_parquet_of_pandas_and_of_save_table(toy8, tmp_path):
    table = foip.cross_tab(toy8, "tool", "region")
    table.to_parquet(tmp_path / "bare.parquet")
    assert not foip.about(pd.read_parquet(tmp_path / "bare.parquet"))
    read = pd.read_parquet(foip.save_table(table, tmp_path / "kept.parquet"))
    assert (foip.about(read).note, finding(read)) == (foip.about(table).note, finding(table))
    assert foip.about(read).cells == foip.about(table).cells
    with pytest.raises(ValueError, match="were changed"):
        foip.about(read * 10)
    with pytest.raises(ValueError, match="Turn it back"):
        foip.about(read.T)


def test_all_of_it_is_plain_data(shipped):
    for make in MAKE.values():
        json.dumps(foip.about(make(shipped)).plain(), default=str)


def test_it_cannot_be_changed(toy8):
    itself = foip.about(foip.count(toy8, "tool"))
    with pytest.raises(AttributeError):
        itself.base = 12


def test_what_is_no_table_is_refused():
    with pytest.raises(TypeError, match="This is a list; what is shown is a table"):
        foip.about([1, 2])


@pytest.mark.parametrize("kind", MAKE)
def test_a_table_that_nothing_else_holds_shows_its_note(shipped, kind):
    told = foip.about(MAKE[kind](shipped)).note
    shown = MAKE[kind](shipped)._repr_html_()
    assert "<table" in shown
    assert html.escape(told.split("\n")[0]) in shown


def test_parents_left_out_are_told_in_the_codebooks_order():
    dataset = foip.load()
    partners = foip.describe("partner")
    home = list(partners.index[partners["parent"].isin(["domestic", "group"])])
    note = foip.about(foip.count(dataset, "partner", codes={"partner": home})).note
    kinds = foip.describe("partner_kind")["label_en"].drop(["domestic", "group"]).str.lower()
    places = [note.index(f"without {kind}") for kind in kinds if f"without {kind}" in note]
    assert len(places) == len(kinds) > 2
    assert places == sorted(places)
