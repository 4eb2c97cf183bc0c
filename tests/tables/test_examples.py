"""Which initiative is an example: one rule, whoever asks."""

from dataclasses import replace

import pytest
from conftest import make_dataset
from pptx import Presentation

import foip_analysis as foip
from foip_analysis.shipped.speaker import Speaker
from foip_analysis.slides.notes import talking_points
from foip_analysis.tables.examples import examples


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_picture_its_notes_and_the_deck_name_the_same_initiative(shipped, lang, tmp_path):
    table = foip.count(shipped, "tool", order="size", lang=lang)
    figure, code = foip.plot(table), foip.about(table).row_codes[0]
    path = foip.save_deck([figure, table], tmp_path / "deck.pptx", lang=lang)
    spoken = [each.notes_slide.notes_text_frame.text for each in Presentation(path).slides]
    drawn = "".join(text.get_text() for text in figure.texts).replace("\n", "")
    name = Speaker(shipped, lang).plainest(tool=code)[f"name_{lang}"].iloc[0]
    assert all(name in text for text in (drawn, *spoken))


def test_what_is_stated_comes_first_then_names_without_short_forms_then_few_codes(tmp_path):
    given = {"1": "A?", "2": "A B", "3": "A", "4": "A", "5": "B", "6": "A"}
    codings = {i: {"tool": codes} for i, codes in given.items()}
    names = ["Road", "Rail", "LNG port", "Dam", "Pier", "Well"]
    dataset = make_dataset(tmp_path, codings, {"tool": "A B"}, {"name_en": names})
    assert examples(dataset, {"tool": "A"}, "en")["initiative_id"].tolist() == list("46231")
    bare = replace(dataset, codings=dataset.codings.drop(columns="basis"))
    assert examples(bare, {"tool": "A"}, "en")["initiative_id"].tolist() == list("14623")


def test_a_slide_of_a_table_that_claims_nothing_names_one_behind_its_largest_cell(toy8, tmp_path):
    table = foip.cross_tab(toy8, "tool", "region", count="fractional", lang="en")
    slide = Presentation(foip.save_deck([table], tmp_path / "deck.pptx")).slides[0]
    row, column = foip.cross_tab(toy8, "tool", "region", lang=None).stack().idxmax()
    first = examples(toy8, {"tool": row, "region": column}, "en")["name_en"].iloc[0]
    assert f"“{first}”" in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("blank", ["", None])
def test_a_name_that_a_language_lacks_is_english_on_slides_as_in_tables(shipped, tmp_path, blank):
    first = examples(shipped, {"tool": "infrastructure"}, "ja").iloc[0]
    cells = (
        shipped.initiatives["initiative_id"] == first["initiative_id"],
        ["name_ja", "summary_ja"],
    )
    given = shipped.initiatives.copy()
    given.loc[cells] = blank
    lacking = replace(shipped, initiatives=given)
    table = foip.count(lacking, "tool", lang="ja")
    slide = Presentation(foip.save_deck([table], tmp_path / "deck.pptx")).slides[0]
    spoken = slide.notes_slide.notes_text_frame.text
    assert all(first[name].removesuffix(".") in spoken for name in ("name_en", "summary_en"))
    assert first["name_en"] in foip.members(lacking, lang="ja")["name"].tolist()


def test_the_example_of_two_codes_of_a_dimension_that_stand_together_has_both(shipped):
    table = foip.cross_tab(shipped, "tool", "tool")
    first = foip.findings(table).iloc[0]
    assert first["kind"] == "pair"
    both = shipped.where(tool=first["group"]).where(tool=first["quality"]).initiatives["name_en"]
    assert any(f"“{name}”" in talking_points(table, first["finding"]) for name in both)
