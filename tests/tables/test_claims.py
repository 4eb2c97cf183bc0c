"""What stands out: planted contrasts are found with their numbers, and noise gives none."""

import math
import random

import pytest
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.tables.claims import _tail

BOOK = {"tool": "A B C D", "region": "N S E"}


def planted(tmp_path, give, size=60, phrases=False):
    """Load a dataset of which ``give(number)`` says each initiative's codes."""
    frames = make_frames({str(n): give(n) for n in range(size)}, BOOK)
    if phrases:
        book = frames["codebook"]
        book.loc[len(book)] = ["dimension", "tool", "Tool", ""]
        book["subject_en"] = ["" for _ in book.index[:-1]] + ["those with {code}"]
    return load_frames(tmp_path, frames)


def test_all_of_a_group_is_found_first_with_distinct_numbers(tmp_path):
    def give(n):
        if n < 8:  # both of A and B, or one of them: 8 initiatives
            return {"tool": "A B" if n < 3 else "A" if n < 6 else "B", "region": "N"}
        return {"tool": "CD"[n % 2], "region": "NSE"[n % 3]}

    found = foip.findings(foip.cross_tab(planted(tmp_path, give), "tool", "region"))
    first = found.iloc[0]
    assert (first["kind"], first["group"], first["quality"]) == ("all", "A B", "N")
    assert (first["number"], first["base"]) == (8, 8)  # not 6 + 5
    assert first["stands"]


def test_a_contrast_names_the_largest_group_that_differs(tmp_path):
    def give(n):
        if n < 12:
            return {"tool": "A", "region": "N" if n < 9 else "S"}
        return {"tool": "B", "region": "N" if n % 6 == 0 else "S"}

    found = foip.findings(foip.cross_tab(planted(tmp_path, give), "tool", "region"))
    first = found[found["kind"] == "contrast"].iloc[0]
    assert (first["group"], first["quality"]) == ("A", "N")
    assert first[["number", "base", "against", "against_base"]].tolist() == [9, 12, 8, 48]
    assert first["finding"].count("48") == 1


def test_what_rests_on_inference_does_not_stand(tmp_path):
    def give(n):
        if n < 9:
            return {"tool": "A" if n < 5 else "A?", "region": "N?" if n < 5 else "N"}
        return {"tool": "B", "region": "SE"[n % 2]}

    found = foip.findings(foip.cross_tab(planted(tmp_path, give), "tool", "region"))
    assert not found.loc[found["group"] == "A", "stands"].any()
    assert len(found[found["group"] == "A"])


def test_noise_gives_none(tmp_path):
    some, told = random.Random(0), 0
    for trial in range(20):
        folder = tmp_path / str(trial)
        folder.mkdir()

        def give(_):
            tools = [tool for tool in "ABCD" if some.random() < 0.3] or ["A"]
            return {"tool": " ".join(tools), "region": some.choice("NSE")}

        dataset = planted(folder, give)
        told += bool(len(foip.findings(foip.cross_tab(dataset, "tool", "region"))))
    assert told <= 4  # one in ten of 20 is expected at most; more than 4 comes once in 20 times


def test_without_contrasts_margins_that_are_shown_are_told(tmp_path):
    def give(n):  # regions are dealt alike over tools; every fifth has no region
        return {"tool": "AAAB"[n % 4], "region": "NNNSS"[n % 5 - 1] if n % 5 else ""}

    dataset = planted(tmp_path, give)
    assert foip.findings(foip.cross_tab(dataset, "tool", "region")).empty  # not in the figure
    found = foip.findings(foip.cross_tab(dataset, "tool", "region", margins=True))
    told = found[["kind", "quality", "number", "base"]].to_numpy().tolist()
    assert told == [["part", "A", 36, 48], ["part", "N", 36, 48]]
    assert "any region (36 of 48)" in found.loc[0, "finding"]  # not any tool, which all have


def test_chance_is_that_of_a_draw(tmp_path):
    assert _tail(2, 2, 3, 6, more=True) == pytest.approx(3 / 15)  # 2 of 2, of whom 3 of 6 are
    assert _tail(0, 2, 3, 6, more=False) == pytest.approx(3 / 15)
    assert _tail(0, 2, 3, 6, more=True) == pytest.approx(1)


def test_a_count_tells_its_leaders_share(tmp_path):
    dataset = planted(tmp_path, lambda n: {"tool": "A" if n < 20 else "BCD"[n % 3]})
    found = foip.findings(foip.count(dataset, "tool"))
    assert found.loc[0, ["kind", "quality", "number", "base"]].tolist() == ["part", "A", 20, 60]
    assert math.isnan(found.loc[0, "chance"])
    tied = foip.count(dataset.where(tool=["B", "C"]), "tool")
    assert len(foip.findings(tied)) <= 1


def test_a_dimension_may_have_its_own_phrase(tmp_path):
    dataset = planted(
        tmp_path,
        lambda n: {"tool": "A", "region": "N"} if n < 9 else {"tool": "B", "region": "S"},
        phrases=True,
    )
    found = foip.findings(foip.cross_tab(dataset, "tool", "region"))
    assert any("those with" in text for text in found["finding"])


def test_what_has_no_findings_is_refused_or_empty(toy8):
    with pytest.raises(ValueError, match="count or a cross-tab"):
        foip.findings(foip.members(toy8, tool="A"))
    assert foip.findings(foip.cross_tab(toy8, "tool", "region", count="fractional")).empty
