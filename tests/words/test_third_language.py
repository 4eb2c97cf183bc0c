"""A third language as data only: a few sentences and labels show in tables, charts and the page."""

import shutil

import pytest
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.words import catalogue

FEW = """
word-none = Non mentionné
finding-no-initiatives = Aucune initiative
subtitle-initiatives = Initiatives comptées
"""


@pytest.fixture
def french(tmp_path, monkeypatch):
    folder = tmp_path / "words"
    shutil.copytree(catalogue.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "fr.ftl").write_text(FEW, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", folder)
    frames = make_frames({"1": {"tool": "A"}, "2": {"tool": "A B"}}, {"tool": "A B"})
    frames["codebook"]["label_fr"] = ["Aide", ""]
    return load_frames(tmp_path, frames)


def test_what_there_is_stands_in_tables_and_charts_and_the_rest_in_english(french):
    table = foip.count(french, "tool", none=True, lang="fr")
    assert list(table.index) == ["Aide", "tool B", "Non mentionné"]
    assert foip.plot_bars(table).foip["subtitle"].startswith("Initiatives comptées")
    assert "initiatives" in foip.about(table).note


def test_the_page_has_it_and_calls_it_by_its_code_until_it_has_a_name(french, tmp_path):
    page = foip.save_explorer(french, tmp_path / "page.html").read_text(encoding="utf-8")
    assert '"Aide"' in page
    assert catalogue.compiled("fr")["word-none"] == "Non mentionné"
    assert catalogue.say("language-own", "fr") == catalogue.compiled("fr")["language-own"] == "fr"
    assert catalogue.say("language-own", "ja") == "日本語"
