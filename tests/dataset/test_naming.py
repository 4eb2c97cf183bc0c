"""A code may be called by its label; what is counted, told and printed is the code."""

import pytest
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.dataset import codebook as book

CALLED = {  # dimension, what is written → the code
    ("tool", "OSA"): "osa",
    ("region", "Southeast Asia"): "southeast_asia",
    ("region", " southeast  asia"): "southeast_asia",
    ("region", "東南アジア"): "southeast_asia",
    ("place", "ＩＤＮ"): "IDN",
    ("place", "viet nam"): "VNM",
    ("partner", "None stated"): "none",
    ("partner", "記載なし"): "none",
}


@pytest.mark.parametrize(("dimension", "written"), CALLED)
def test_a_label_selects_as_its_code_does_and_the_call_shows_the_code(shipped, dimension, written):
    code = CALLED[dimension, written]
    by_code, by_label = (shipped.where(**{dimension: each}) for each in (code, [written]))
    assert by_label.initiatives.equals(by_code.initiatives)
    assert len(by_label.initiatives) > 0
    assert by_label.selection == ((dimension, (code,)),)
    listed = foip.members(shipped, **{dimension: written})
    assert listed.equals(foip.members(shipped, **{dimension: code}))
    assert foip.about(listed).call == f"foip.members(dataset, {dimension}='{code}')"


def test_labels_choose_the_codes_of_a_table(shipped):
    written = {"tool": ["ODA", "能力構築"], "region": "Pacific"}
    codes = {"tool": ["oda", "capacity_building"], "region": ["pacific"]}
    table = foip.cross_tab(shipped, "tool", "region", codes=written)
    assert table.equals(foip.cross_tab(shipped, "tool", "region", codes=codes))
    assert foip.about(table).call.endswith(f"codes={codes!r})")
    counted = foip.count(shipped, "tool", codes={"tool": ["Osa"]}, lang=None)
    assert counted.index.tolist() == ["osa"]


def test_describe_takes_labels_of_codes_and_dimensions(shipped):
    assert foip.describe("southeast asia").equals(foip.describe("southeast_asia"))
    assert foip.describe("ASEAN").columns.tolist() == ["place", "partner"]
    assert foip.describe("手段").equals(foip.describe("tool"))
    with pytest.raises(ValueError, match="Did you mean 'Southeast Asia'"):
        foip.describe("Southeast Asa")


@pytest.fixture
def doubtful(tmp_path):
    """A dataset in which a label is a code too, and one label stands for two codes, by language."""
    frames = make_frames({"1": {"tool": "A"}, "2": {"tool": "B"}}, {"tool": "A B C"})
    frames["codebook"]["label_en"] = ["B", "Loan", "Grant"]
    frames["codebook"]["label_ja"] = ["借款", "無償", "Loan"]
    return load_frames(tmp_path, frames)


def test_a_code_as_it_stands_is_that_code_whatever_is_labelled_so(doubtful):
    assert doubtful.where(tool="B").initiatives["initiative_id"].tolist() == ["2"]


@pytest.mark.parametrize("ask", ["where", "members", "codes", "describe"])
def test_a_label_of_two_codes_is_refused_with_both(doubtful, ask):
    asked = {
        "where": lambda: doubtful.where(tool="loan"),
        "members": lambda: foip.members(doubtful, tool="loan"),
        "codes": lambda: foip.count(doubtful, "tool", codes={"tool": ["loan"]}),
        "describe": lambda: foip.describe("loan", doubtful),
    }[ask]
    with pytest.raises(ValueError, match="more than one code of 'tool': 'B' and 'C'"):
        asked()


@pytest.mark.parametrize(
    ("guess", "meant"),
    {
        "country": "place",
        "国": "place",
        "Kind of partner": "partner_kind",
        "段階": "status",
    }.items(),
)
def test_a_guess_of_a_dimension_is_answered_with_the_one_that_is_meant(shipped, guess, meant):
    for ask in (
        lambda: foip.count(shipped, guess),
        lambda: foip.cross_tab(shipped, "tool", guess),
        lambda: shipped.where(**{guess: "India"}),
    ):
        with pytest.raises(ValueError, match=f"no dimension '{guess}'.*Did you mean '{meant}'"):
            ask()


def test_no_other_word_is_given_to_two_dimensions(shipped):
    declared = book.rows(shipped.codebook, book.DECLARATION)
    words = {name: [w.strip() for w in row["also"].split(";")] for name, row in declared.items()}
    assert all(words.values())
    for name, also in words.items():
        for word in also:
            assert book.dimensions_called(shipped.codebook, word) == [name], word
