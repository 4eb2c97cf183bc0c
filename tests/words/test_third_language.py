"""A third language as data only: a few sentences and labels show in tables, charts and the page."""

import json
import shutil

import pytest
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.lettering import title_lines
from foip_analysis.charts.style import text_width
from foip_analysis.cli.shell import main
from foip_analysis.dataset.package import describe
from foip_analysis.words import catalogue

FEW = """
word-none = Non mentionné
finding-no-initiatives = Aucune initiative
subtitle-initiatives = Initiatives comptées
title-pause = {" (?=est le moyen )"}
"""
PACKAGE = {"title": "Small", "title_fr": "Petit", "version": "1"}


@pytest.fixture
def french(tmp_path, monkeypatch):
    folder = tmp_path / "words"
    shutil.copytree(catalogue.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "fr.ftl").write_text(FEW, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", folder)
    frames = make_frames({"1": {"tool": "A"}, "2": {"tool": "A B"}}, {"tool": "A B"})
    frames["codebook"]["label_fr"] = ["Aide", ""]
    (tmp_path / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")
    return load_frames(tmp_path, frames)


def test_what_there_is_stands_in_tables_and_charts_and_the_rest_in_english(french):
    table = foip.count(french, "tool", none=True, lang="fr")
    assert list(table.index) == ["Aide", "tool B", "Non mentionné"]
    assert plot_bars(table).foip["subtitle"].startswith("Initiatives comptées")
    itself = foip.about(table)
    assert "initiatives" in itself.note
    assert "Petit" in itself.source
    assert "Small" in foip.about(foip.count(french, "tool", lang="ja")).source


def test_a_code_is_told_and_the_package_described_in_it(french, tmp_path, capsys):
    assert foip.describe("A", french).loc["label_fr"].tolist() == ["Aide"]
    for lang in catalogue.languages():
        told = foip.describe("tool", french, lang=lang)
        assert [head for head in told if told[head].tolist()[0] == "Aide"] != []
    described = describe(tmp_path, name="small", **PACKAGE)
    columns = {f["name"]: f for each in described["resources"] for f in each["schema"]["fields"]}
    assert "description" in columns["label_fr"]
    assert main(["count", "tool", "--data", str(tmp_path), "--lang", "fr"]) in (0, None)
    assert "Aide" in capsys.readouterr().out


def test_its_titles_go_on_where_it_says(french):
    title = "L’infrastructure physique est le moyen choisi le plus souvent"
    wide = text_width(title, 26, bold=True) * 0.7
    assert title_lines(title, wide, 26).split("\n")[1].startswith("est le moyen")


def test_the_page_has_it_and_calls_it_by_its_code_until_it_has_a_name(french, tmp_path):
    page = foip.save_explorer(french, tmp_path / "page.html").read_text(encoding="utf-8")
    assert '"Aide"' in page
    assert catalogue.compiled("fr")["word-none"] == "Non mentionné"
    assert catalogue.say("language-own", "fr") == catalogue.compiled("fr")["language-own"] == "fr"
    assert catalogue.say("language-own", "ja") == "日本語"
