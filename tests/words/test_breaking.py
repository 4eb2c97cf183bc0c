"""Where a line may break: between phrases, not where signs, numbers or quotations forbid it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foip_analysis.words import breaking
from foip_analysis.words.breaking import CLOSERS, OPENERS, letters, phrases

TEXTS = st.text(alphabet="港湾の整備とは「」（）、。・ー件か国A b-12", max_size=60)


@given(TEXTS)
def test_the_pieces_are_the_text_and_no_sign_or_number_is_parted(text):
    for cut in (phrases(text), letters(text)):
        assert "".join(cut) == text
        for before, after in pairwise(cut):
            assert after[0] not in CLOSERS + " "
            assert before[-1] not in OPENERS
            assert not (before[-1].isdigit() and after[0].isalnum())


@pytest.mark.parametrize("number", ["13件", "3か国", "1,234件", "２回"])
def test_a_number_stays_with_its_counter(number):
    text = f"最も多い手段の取組は{number}である"
    assert any(number in piece for piece in phrases(text))


def test_a_short_quotation_stays_whole_and_a_long_one_breaks():
    short = "「" + "港湾と道路の整備と運営を" + "」"
    assert any(short in piece for piece in phrases(f"手段は{short}である"))
    long = short.replace("」", "も」")  # thirteen
    assert not any(long in piece for piece in phrases(f"手段は{long}である"))


def test_a_phrase_is_kept_and_letters_part_it():
    assert phrases("港湾の整備") == ["港湾の", "整備"]
    assert letters("整備") == ("整", "備")
    assert letters("ODA") == ("ODA",)


def test_spaces_and_hyphens_end_words_and_a_minus_does_not():
    assert phrases("sea-lanes, -5 now") == ["sea-", "lanes, ", "-5 ", "now"]


def test_the_catalogue_says_how_a_language_breaks(monkeypatch):
    text = "港湾の整備と海洋状況の把握"
    assert len(phrases(text)) > 1
    monkeypatch.setattr(breaking, "say", lambda name, lang: "words")
    breaking._phrases.cache_clear()
    assert phrases(text) == [text]
    breaking._phrases.cache_clear()


@pytest.mark.parametrize("lang", breaking.SPACELESS)
def test_there_is_a_model_for_each_language_that_is_named(lang):
    text = {"ja": "今日は天気です", "th": "วันนี้อากาศดี"}[lang]
    found = breaking._model(lang).parse(text)
    assert len(found) > 1
    assert "".join(found) == text
