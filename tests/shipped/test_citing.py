"""A cited number says what it is, of how many, which call makes it again, and of which data."""

import datetime

import pytest
from conftest import make_dataset

import foip_analysis as foip

DAY = datetime.date(2026, 11, 26)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_one_number_is_cited_with_its_base_call_data_and_date(shipped, lang):
    table = foip.cross_tab(shipped, "tool", "region", lang=lang)
    one = table.iloc[[1], [2]]
    line = foip.cite(one, on=DAY)
    assert "\n" not in line
    for part in (str(one.iat[0, 0]), "53", foip.about(table).call, shipped.version, "2026-11-26"):
        assert part in line
    assert not foip.cite(table, on=DAY).startswith(one.index[0])


def test_a_share_is_cited_with_the_numbers_it_is_of(shipped):
    for share, base in (("row", 6), ("column", 12), ("table", 53)):
        table = foip.cross_tab(shipped, "tool", "region", share=share)
        line = foip.cite(table.loc[["OSA"], ["Pacific"]], on=DAY)
        assert line.startswith(f"OSA × Pacific: 4 of {base} initiatives ({400 / base:.0f}%)")
    count = foip.count(shipped, "tool").loc[["OSA"]]
    for one in (count, count[["initiatives"]], count[["share"]]):
        assert foip.cite(one, on=DAY).startswith("OSA: 6 of 62 initiatives (10%)")
    for options in ({"of": "pairs"}, {"count": "fractional"}):
        table = foip.cross_tab(shipped, "tool", "region", share="row", **options)
        assert " of 6 initiatives" not in foip.cite(table.loc[["OSA"], ["Pacific"]]).split(".")[0]


def test_a_cited_number_says_how_many_of_it_are_inferred(tmp_path):
    codings = {
        "1": {"tool": "A", "region": "N"},
        "2": {"tool": "A?", "region": "N"},
        "3": {"tool": "A", "region": "N? S"},
        "4": {"tool": "B", "region": "S"},
    }
    data = make_dataset(tmp_path, codings, {"tool": "A B", "region": "N S"})
    one = foip.cross_tab(data, "tool", "region", lang=None).loc[["A"], ["N"]]
    assert foip.cite(one).startswith("A × N: 3 of 4 initiatives. Of these, 2 rest on")
    selected = foip.count(data.where(tool="A"), "region", lang=None).loc[["N"]]
    assert "3 of 3 initiatives (100%). Of these, 2 rest on" in foip.cite(selected)
    for plain in (
        foip.count(data, "region", lang=None).loc[["S"]],
        foip.count(data.stated(), "tool").iloc[:1],
    ):
        assert "inferred" not in foip.cite(plain)


def test_a_number_without_its_table_is_told_to_keep_it(shipped):
    table = foip.cross_tab(shipped, "tool", "region")
    for bare in (table.loc["OSA", "Pacific"], table.loc["OSA"], table["Pacific"], 4, 0.5):
        with pytest.raises(ValueError, match="Double the brackets"):
            foip.cite(bare)


def test_the_call_makes_the_number_again(shipped):
    one = foip.cross_tab(shipped.where(priority="p3"), "tool", "region").loc[["OSA"], ["Pacific"]]
    call = foip.about(one).call
    assert call in foip.cite(one)
    assert eval(call, {"foip": foip, "dataset": shipped}).loc["OSA", "Pacific"] == one.iat[0, 0]


def test_other_data_is_not_cited_as_the_shipped(tmp_path):
    dataset = make_dataset(tmp_path, {"1": {"tool": "A"}}, {"tool": "A B"})
    assert "Indo-Pacific" not in foip.cite(foip.count(dataset, "tool"))


def test_a_changed_table_is_refused(shipped):
    with pytest.raises(ValueError, match="changed"):
        foip.cite(foip.count(shipped, "tool") * 2)
    with pytest.raises(ValueError, match="'academic'"):
        foip.cite("apa")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_share_of_nothing_is_cited_as_none(shipped, lang):
    table = foip.cross_tab(shipped, "tool", "region", share="column", lang=lang)
    column = table.columns[table.isna().all()][0]  # no initiative is in its base
    told = foip.cite(table.loc[[table.index[0]], [column]])
    assert {"en": "no share, for no initiative", "ja": "対象となる取組がなく"}[lang] in told
