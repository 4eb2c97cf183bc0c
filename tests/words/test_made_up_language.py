"""A made-up language runs through everything that a person reads: no sentence is left in code."""

import html
import re

import pytest
from made_up import LANGUAGE, make_catalogues, make_dataset, worded

import foip_analysis as foip
from foip_analysis.cli.shell import main
from foip_analysis.tables import caption
from foip_analysis.words import catalogue


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("words")
    make_catalogues(folder)
    usual, catalogue.FOLDER = catalogue.FOLDER, folder
    yield make_dataset(tmp_path_factory.mktemp("data"))
    catalogue.FOLDER = usual


# To lay out the labels of all places takes seconds.
FEW = ["PLW", "IDN", "IND", "asean", "like_minded"]
TABLES = {
    "count": lambda d: foip.count(d, "tool", lang=LANGUAGE),
    "by size": lambda d: foip.count(d, "place", order="size", top=5, none=True, lang=LANGUAGE),
    "grid": lambda d: foip.cross_tab(d, "tool_family", "region", margins=True, lang=LANGUAGE),
    "shares": lambda d: foip.cross_tab(d, "tool_family", "region", share="row", lang=LANGUAGE),
    "pairs": lambda d: foip.cross_tab(
        d, "tool", "region", share="column", of="pairs", lang=LANGUAGE
    ),
    "split": lambda d: foip.cross_tab(d, "tool", "region", count="fractional", lang=LANGUAGE),
    "divided": lambda d: foip.cross_tab(d, "tool", "priority", lang=LANGUAGE),
    "selected": lambda d: foip.count(
        d.where(priority="p3").stated().where(region=["pacific", "africa"]), "tool", lang=LANGUAGE
    ),
    "layers": lambda d: foip.cross_tab(d, "tool_family", "region", by="priority", lang=LANGUAGE),
    "inference": lambda d: foip.sensitivity(d, "tool", lang=LANGUAGE),
    "counting": lambda d: foip.sensitivity(d, "tool", to="counting", lang=LANGUAGE),
    "one out": lambda d: foip.sensitivity(d, "tool", to="one_out", lang=LANGUAGE),
    "association": lambda d: (
        foip.association(d, "tool", "region", none="drop", draws=9, lang=LANGUAGE).residuals
    ),
    "sets": lambda d: foip.combinations(d, "tool", lang=LANGUAGE),
    "flows": lambda d: foip.flows(d, "priority", "tool_family", "region", lang=LANGUAGE),
    "itself": lambda d: foip.cross_tab(d, "partner_kind", "partner_kind", lang=LANGUAGE),
    "places": lambda d: foip.count(d, "place", codes={"place": FEW}, lang=LANGUAGE),
}
DRAWN = [name for name in TABLES if name not in ("pairs", "split", "selected")]
OTHERWISE = {"divided": "stacked", "itself": "pairs", "places": "map"}


@pytest.mark.parametrize("name", TABLES)
def test_tables_say_nothing_of_their_own(bracketed, name):
    table = TABLES[name](bracketed)
    itself = foip.about(table)
    said = [itself.note, itself.brief, itself.source, caption.finding(table)]
    said += [caption.subtitle(table), caption.alternative(table, caption.finding(table))]
    shown = html.unescape(
        re.sub(r"<style.*?</style>|<[^>]*>", "\n", table._repr_html_(), flags=re.S)
    )
    if itself.kind not in ("sets", "flows"):  # whose heads and flags are names of columns
        said.append(shown)
    assert worded("\n".join(said)) == []


@pytest.mark.parametrize("name", DRAWN)
def test_charts_say_nothing_of_their_own(bracketed, name):
    figure = foip.plot(TABLES[name](bracketed), OTHERWISE.get(name))
    texts = [text.get_text() for text in figure.findobj(lambda a: hasattr(a, "get_text"))]
    assert worded("\n".join(texts)) == []


def test_lists_descriptions_and_agreement_say_nothing_of_their_own(bracketed):
    found = foip.members(bracketed, tool="osa", region="africa", lang=LANGUAGE)
    heads = foip.agreement(bracketed, bracketed, lang=LANGUAGE)
    assert worded(foip.about(found).note + foip.about(heads).note) == []
    assert (
        worded(
            repr(
                foip.association(
                    bracketed, "tool", "region", none="include", draws=0, lang=LANGUAGE
                )
            )
        )
        == []
    )


def test_the_overview_and_the_deck_say_nothing_of_their_own(bracketed, tmp_path):
    pptx = pytest.importorskip("pptx")
    path = foip.save_deck(
        [TABLES[name](bracketed) for name in ("count", "grid", "divided", "shares")],
        tmp_path / "t.pptx",
        lang=LANGUAGE,
    )
    said = []
    for slide in pptx.Presentation(path).slides:
        said += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        notes = slide.notes_slide.notes_text_frame.text
        said.append(notes)
    assert worded("\n".join(said)) == []


def test_the_shell_says_nothing_of_its_own(bracketed, tmp_path, capsys):
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("initiatives", "codings", "codebook", "units"):
        getattr(bracketed, name).to_csv(folder / f"{name}.csv", index=False)
    assert main(["count", "tool", "--data", str(folder), "--lang", LANGUAGE]) in (0, None)
    assert worded(capsys.readouterr().out) == []
