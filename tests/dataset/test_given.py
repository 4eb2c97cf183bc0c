"""What people give by mistake is answered in a sentence: what it was, and what to write instead."""

import sys
from dataclasses import replace

import pandas as pd
import pytest

import foip_analysis as foip
from foip_analysis.dataset.given import guided

WRONG = {  # call → words that stand in what comes back, in this order
    # another thing than a dataset
    "foip.describe(dataset, 'osa')": ["code is a Dataset", "describe(code, dataset=…"],
    "foip.members(table, tool='osa')": ["dataset is a DataFrame", "foip.load()"],
    "foip.plot_overview(table)": ["dataset is a DataFrame", "foip.load()"],
    "foip.save_explorer(table)": ["dataset is a DataFrame", "foip.load()"],
    "foip.count(foip.Dataset, 'tool')": ["dataset is a type", "foip.load()"],
    "foip.sensitivity('mine', 'tool')": ["a str, 'mine'", "foip.load('mine')"],
    "foip.explore(frame)": ["does not say what it counts", "count()"],
    "foip.explore(None)": ["NoneType", "foip.count"],
    "foip.plot(dataset)": ["Dataset", "foip.count"],
    "foip.agreement('a.xlsx', 'b.xlsx')": ["a.xlsx", "no such workbook", "Check the path"],
    "foip.agreement(dataset, table)": ["other is a DataFrame", "foip.load()"],
    "foip.compare(dataset, None)": ["new is None", "foip.load()"],
    # dimensions and codes
    "foip.cross_tab(dataset, ['tool'], ['region'])": ["rows is a list", "text, such as 'tool'"],
    "foip.cross_tab(dataset, 'tool')": ["columns is missing", "cross_tab(dataset, rows, columns"],
    "foip.cross_tab(dataset, 'tool', None)": ["columns is None", "text"],
    "foip.flows(dataset, 'tool', ['region'])": ["dimensions is a list", "text"],
    "foip.count(dataset, 'country')": ["no dimension 'country'", "'place'"],
    "dataset.where('osa')": ["'osa'", "tool='osa'"],
    "dataset.where(['OSA', 'ODA'])": ["a list", "tool=['OSA', 'ODA']"],
    "dataset.where({'tool': 'osa'})": ["a dict", "**{'tool': 'osa'}"],
    "foip.members(dataset, 'Pacific')": ["'Pacific'", "region='Pacific'"],
    "dataset.membership(['tool'])": ["dimension is a list", "membership(dimension)"],
    "foip.to_panel(dataset, 'place', expand=True)": ["expand is True", "a list of codes"],
    "foip.plot(places, 'map', extent='asean')": ["extent is 'asean'", "'southeast_asia'"],
    # options
    "foip.cross_tab(dataset, 'tool', 'region', shares='row')": ["no shares=", "'share'"],
    "foip.count(dataset, 'tool', region='pacific')": ["where(region='pacific')"],
    "foip.count(dataset, 'tool', margins='yes')": ["margins is a str", "True or False"],
    "foip.count(dataset, 'tool', 'region')": ["'region'", "one too many", "count(dataset, dim"],
    "foip.plot(places, title=3)": ["title is an int", "text"],
    "foip.style.use(colours='red')": ["colours is a str", "{'strong'"],
    "foip.cite(['short'])": ["a list", "'academic'"],
    "foip.cite(table.loc['OSA', 'Pacific'])": ["Double the brackets", "foip.cite(table.loc[["],
    "foip.crosstab": ["crosstab", "'cross_tab'"],
    "foip.plot_bars": ["plot_bars", "plot(table, 'bars')"],
    "foip.save_deck(dataset, 'd.pptx', title='Ours')": ["opening of its own", "as a list"],
    "foip.write_explorer": ["write_explorer", "'save_explorer'"],
    # files
    "foip.load('plan.txt')": ["is a file", "folder"],
    "foip.load('https://example.org/book.xlsx')": ["is an address", "download"],
    "foip.load(3)": ["an int, 3", "path"],
    "foip.save_explorer(dataset, 'page.pdf')": ["page.pdf", ".html"],
    "foip.save_table('t.xlsx', table)": ["path is a DataFrame", "save_table(table, path)"],
    "foip.units_from('absent.txt')": ["absent.txt", "Check the path"],
    "foip.verify(dataset, 'absent.txt')": ["absent.txt", "Check the path"],
    "foip.save_deck(no_basis, 'd.pptx')": ["basis", "Add the column"],
    # numbers that were changed
    "foip.plot(table * 100)": ["were changed", "share=", "write percentages"],
    "foip.save_table(shares.round(2), 't.md')": ["were changed", "round", "display.precision"],
    "foip.plot_map(shares * 100)": ["were changed", "share=", "write percentages"],
}


@pytest.fixture(scope="module")
def known():
    dataset = foip.load()
    return {
        "foip": foip,
        "dataset": dataset,
        "table": foip.cross_tab(dataset, "tool", "region"),
        "shares": foip.cross_tab(dataset, "tool", "region", share="row"),
        "places": foip.count(dataset, "place"),
        "frame": pd.DataFrame({"a": [1]}),
        "no_basis": replace(dataset, codings=dataset.codings.drop(columns="basis")),
    }


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_is_answered_with_what_to_write(known, call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text("- a plan")
    with pytest.raises((TypeError, ValueError, AttributeError)) as told:
        eval(call, known)
    rest = str(told.value)
    for words in WRONG[call]:
        assert words in rest
        rest = rest.partition(words)[2]


@pytest.mark.parametrize(
    ("library", "call", "install"),
    [
        ("pptx", "foip.save_deck([table], 'd.pptx')", "pip install python-pptx"),
        ("pyarrow", "foip.save_table(table, 't.parquet')", "pip install pyarrow, or save it as"),
        ("anywidget", "foip.explore(dataset)", "pip install anywidget"),
    ],
)
def test_a_missing_library_is_named_with_how_to_install_it(
    known, library, call, install, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError) as told:
        eval(call, known)
    assert install in str(told.value)
    assert not any(tmp_path.iterdir())


def test_what_breaks_inside_a_function_is_told_as_it_broke():
    @guided
    def broken(thing: str) -> None:
        len(3)

    with pytest.raises(TypeError, match="has no len") as told:
        broken("right")
    assert told.traceback[-1].name == "broken"


@pytest.mark.parametrize("option", ["codes", "lang", "order"])
def test_a_table_given_as_an_option_is_told(shipped, option):
    table = foip.count(shipped, "tool")
    with pytest.raises(TypeError, match=rf"count: {option} is a DataFrame\. It is an option"):
        foip.count(shipped, "tool", **{option: table})
