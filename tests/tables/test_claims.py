"""What stands out: planted contrasts are found with their numbers, and noise gives none."""

import math
import random

import pytest
from conftest import load_frames, make_frames

import foip_analysis as foip
from foip_analysis.tables import caption
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


@pytest.mark.parametrize(("each", "told"), [(6, True), (4, False)])
def test_an_absence_of_two_is_told_where_three_or_more_would_be_expected(tmp_path, each, told):
    def give(n):  # 20 in N, none of them with A or B, which ``each`` of the 40 others have
        rest = "CD"[n % 2]
        tool = rest if n < 20 else "A" if n < 20 + each else "B" if n < 20 + 2 * each else rest
        return {"tool": tool, "region": "N" if n < 20 else "SE"[n % 2]}

    found = foip.findings(foip.cross_tab(planted(tmp_path, give), "tool", "region"))
    joint = found[found["quality"].str.contains(" ")]
    joint = joint[["kind", "group", "quality", "number", "base", "stands"]].to_numpy().tolist()
    assert joint == ([["none", "N", "A B", 0, 20, True]] if told else [])


def single(tmp_path, give, codes):
    """Load 62 initiatives with one code of a kind each, and say of which kind each dimension is."""
    frames = make_frames({str(n): {"kind": give(n)} for n in range(62)}, {"kind": codes})
    book = frames["codebook"].assign(codes_per_initiative="")
    book.loc[len(book)] = ["dimension", "kind", "Kind", "", "one"]
    return load_frames(tmp_path, frames | {"codebook": book})


def test_of_many_codes_it_is_told_how_few_hold_half(tmp_path):
    sizes = dict(zip("ABCDEFGHI", (12, 11, 9, 7, 7, 5, 4, 4, 3), strict=True))
    each = "".join(code * number for code, number in sizes.items())
    dataset = single(tmp_path, lambda n: each[n], " ".join(sizes))
    first = foip.findings(foip.count(dataset, "kind")).iloc[0]
    told = first[["kind", "group", "number", "base"]].tolist()
    assert told == ["half", "A B C", 12 + 11 + 9, 62]
    few = foip.count(single(tmp_path, lambda n: "ABCDE"[n % 5], "A B C D E"), "kind")
    assert "half" not in foip.findings(few)["kind"].tolist()


@pytest.mark.parametrize(("second", "told"), [("B", True), ("B?", False)])
def test_what_comes_next_is_told_if_it_does_by_what_is_stated(tmp_path, second, told):
    def give(n):  # 30 A, 20 B, 12 C
        return "A" if n < 30 else (second if n > 40 else "B") if n < 50 else "C"

    found = foip.findings(foip.count(single(tmp_path, give, "A B C"), "kind"))
    assert ("20" in found.loc[0, "finding"]) == told
    assert "30 of 62" in found.loc[0, "finding"]


def test_a_title_is_not_made_of_a_group_that_is_small(shipped):
    table = foip.cross_tab(shipped, "status", "priority", margins=True)
    found = foip.findings(table)  # the three that are decided, all for security
    assert found["base"].tolist() == [3]
    assert caption.finding(table) != found.loc[0, "finding"]
    bare = foip.cross_tab(shipped, "status", "priority")  # has nothing else to tell
    assert caption.finding(bare) == found.loc[0, "finding"]


def test_a_title_tells_the_mirror_of_an_all(shipped):
    title = caption.finding(foip.cross_tab(shipped, "tool", "priority"))
    found = foip.findings(foip.cross_tab(shipped, "tool", "priority")).query("kind == 'all'")
    assert found["quality"].tolist() == ["p3", "p1"]
    assert found["group"].tolist() == ["osa exercise oda", "joint_research"]
    assert title.count("(6)") == 2  # OSA, and joint research
    assert "exercises" not in title  # of four, and of three: left to the list
    assert "ODA" not in title


def test_where_all_groups_are_small_the_margins_are_told_with_what_is_true_of_all(shipped):
    title = caption.finding(foip.cross_tab(shipped, "status", "priority", margins=True))
    status = shipped.membership("status").sum()
    first, last = title.split("; ")
    assert f"({status.max()} of {len(shipped.initiatives)})" in first
    assert last == f"all initiatives that are decided ({status['decided']}) are about " + (
        "security cooperation"
    )


def test_what_is_first_either_way_is_told_with_its_lead_by_what_is_stated(shipped):
    own = shipped.codings.query("dimension == 'priority'").drop_duplicates("initiative_id")
    every = own["code"].value_counts()
    stated = own[own["basis"] != "inferred"]["code"].value_counts()
    assert stated["p1"] == stated.max()
    told = caption.finding(foip.sensitivity(shipped, "priority"))
    assert told == (
        f"{every['p1']} of {every.sum()} initiatives are about economic foundations; by what is "
        f"stated {stated['p1']}, against {stated['p3']} for security cooperation"
    )
    two = foip.sensitivity(shipped.where(priority=["p2", "p3"]), "priority", codes="present")
    assert caption.finding(two).endswith(f"they are level ({every['p2']} each)")


def test_chance_is_that_of_a_draw(tmp_path):
    assert _tail(2, 2, 3, 6, more=True) == pytest.approx(3 / 15)  # 2 of 2, of whom 3 of 6 are
    assert _tail(0, 2, 3, 6, more=False) == pytest.approx(3 / 15)
    assert _tail(0, 2, 3, 6, more=True) == pytest.approx(1)


@pytest.mark.parametrize(("having", "more"), [(175, True), (130, False), (500, True), (0, False)])
def test_chance_among_thousands_is_the_same_and_among_millions_soon_there(having, more):
    numbers = range(having, 501) if more else range(having + 1)
    exact = sum(math.comb(600, n) * math.comb(1400, 500 - n) for n in numbers)
    expected = exact / math.comb(2000, 500)
    assert _tail(having, 500, 600, 2000, more=more) == pytest.approx(expected, rel=1e-9)
    step = 250 if more else -250  # one standard deviation of half a million drawn of a million
    half = 500_000
    far = _tail(half // 2 + step, half, half, 2 * half, more=more)
    assert far == pytest.approx(0.159, abs=1e-3)


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


def test_findings_tell_the_base_of_their_table_and_may_be_chosen_from(shipped):
    table = foip.cross_tab(shipped, "region", "priority")
    found = foip.findings(table)
    for some in (found, found.head(2), found[found["stands"] == True]):  # noqa: E712
        known = foip.about(some)
        assert known.note == foip.about(table).note
        assert (known.base, known.total) == (53, 62)
        assert known.call == "foip.findings(foip.cross_tab(dataset, 'region', 'priority'))"
    assert "53 of 62" in found._repr_html_()


def test_what_has_no_findings_is_refused_or_empty(toy8):
    with pytest.raises(ValueError, match="count or a cross-tab"):
        foip.findings(foip.members(toy8, tool="A"))
    assert foip.findings(foip.cross_tab(toy8, "tool", "region", count="fractional")).empty
