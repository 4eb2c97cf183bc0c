"""What a code means comes out of the codebook, with its count; nothing of it becomes markup."""

import gc
import weakref

import pandas as pd
import pytest
from awkward import MARKUP
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.tables.describing import describe


@pytest.fixture
def planted(tmp_path):
    """A small dataset with markup in every text of its codebook; code c is in two dimensions."""
    frames = make_frames(
        {"1": {"tool": "A c", "region": "c"}, "2": {"tool": "A"}},
        {"family": "F", "tool": "A<F c", "region": "c N"},
    )
    texts = dict.fromkeys(("label_ja", "definition_en", "include", "exclude"), MARKUP)
    frames["codebook"] = frames["codebook"].assign(**texts)
    frames["codebook"]["label_ja"] += frames["codebook"]["code"]
    return load_frames(tmp_path, frames)


def test_every_code_says_what_its_row_says_and_its_count(shipped):
    for dimension in shipped.dimensions:
        counted = foip.count(shipped, dimension, lang=None)["initiatives"]
        for code, row in book.codes(shipped.codebook, dimension).items():
            told = describe(code, shipped, dimension=dimension)[dimension]
            assert told["initiatives"] == str(counted[code])
            said = {
                "code": code,
                **{
                    name: row[name]
                    for name in ("label_en", "label_ja", "parent", "include", "exclude")
                },
            }
            said["definition"] = row["definition_en"]
            assert {name: told.get(name, "") for name in said} == said


def test_a_code_of_two_dimensions_is_shown_in_both_and_one_can_be_asked_for(planted):
    assert describe("c", planted).columns.tolist() == ["tool", "region"]
    assert describe("c", planted).loc["initiatives"].tolist() == ["1", "1"]
    assert describe("c", planted, dimension="region").columns.tolist() == ["region"]


def test_a_parent_names_its_children(planted):
    assert describe("F", planted).loc["children", "family"] == "A"
    assert describe("A", planted).loc["parent", "tool"] == "F"


@pytest.mark.parametrize("lang", ["en", "ja", None])
def test_a_dimension_lists_its_codes_in_order(shipped, lang):
    told = describe("tool", shipped, lang=lang)
    assert told.index.tolist() == list(book.codes(shipped.codebook, "tool"))
    assert told.iloc[:, -1].tolist() == foip.count(shipped, "tool").iloc[:, 0].tolist()
    about = "日本が用いる手段。" if lang == "ja" else "The means by which Japan acts."
    assert about in foip.about(told).note


def test_definitions_and_rules_come_in_japanese_and_in_english_where_there_is_none(
    shipped, planted
):
    for dimension in shipped.dimensions:
        for code, row in book.codes(shipped.codebook, dimension).items():
            told = describe(code, shipped, dimension, lang="ja").iloc[:, 0].tolist()
            texts = [row[f"{name}_ja"] for name in ("definition", "include", "exclude")]
            assert texts[0]
            assert [text for text in texts if text and text not in told] == []
            assert [bool(text) for text in texts[1:]] == [
                bool(row["include"]),
                bool(row["exclude"]),
            ]
    assert describe("c", planted, "tool", lang="ja").iloc[:, 0].tolist().count(MARKUP) == 3


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_heads_and_parents_come_in_the_language(shipped, lang):
    told = describe("osa", lang=lang).iloc[:, 0]
    assert told.index.str.isascii().all() == (lang == "en")
    assert book.labels(shipped.codebook, "tool_family", lang)["funding"] in told.tolist()


def test_a_selection_is_counted_and_told(shipped):
    told = describe("osa", shipped.where(region="pacific"))
    assert told.loc["initiatives", "tool"] == "4"
    assert "region: pacific" in foip.about(told).note


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"code": "oas"}, "Did you mean 'osa'"),
        ({"code": "tol"}, "Did you mean 'tool'"),
        ({"code": "東南アジ"}, "Did you mean '東南アジア'"),
        (
            {"code": "osa", "dimension": "region"},
            "'osa' is not a code of 'region'. Allowed: southeast_asia",
        ),
        ({"code": "osa", "dimension": "tol"}, "There is no dimension 'tol'"),
        ({"code": "osa", "lang": "fr"}, "lang is 'fr'"),
    ],
)
def test_what_is_not_known_is_refused_with_the_closest(shipped, asked, says):
    with pytest.raises(ValueError, match=says):
        describe(dataset=shipped, **asked)


def test_texts_stay_text_and_read_from_the_left(planted):
    for table in (describe("c", planted), describe("tool", planted)):
        shown = table._repr_html_()
        assert "<img" not in shown
        assert "<script" not in shown
        assert "&lt;img" in shown
        assert "text-align: left" in shown
        assert "Initiatives: distinct ones" in shown


def test_a_description_is_let_go():
    told = weakref.ref(describe("osa"))
    gc.collect()
    assert told() is None


def test_it_can_be_saved(tmp_path, shipped):
    path = foip.save_table(describe("tool", shipped), tmp_path / "tools.csv")
    assert (
        pd.read_csv(path, comment="#")["initiatives"].tolist()
        == foip.count(shipped, "tool")["initiatives"].tolist()
    )
