"""``agreement`` against published reliability data and values counted by hand; ``disagreements``
names every difference.
"""

import math
from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pandas as pd
import pytest
from conftest import ROOT, make_frames
from hypothesis import given
from hypothesis import strategies as st

import foip_analysis as foip
from foip_analysis.tables.agreement import agreement, masi
from foip_analysis.tables.disagreements import disagreements
from foip_analysis.tables.matching import assign, match


def make(codings, *, codes="abcde", dimension="tool", declared="any", book=None):
    """Return a dataset of initiative → its codes of one dimension, which deciding words name."""
    frames = make_frames(
        {i: {dimension: " ".join(some)} for i, some in codings.items()},
        {"dimension": dimension, dimension: " ".join(codes)} | (book or {}),
    )
    frames["codebook"]["codes_per_initiative"] = [declared, *[""] * (len(frames["codebook"]) - 1)]
    frames["codings"]["evidence"] = "word " + frames["codings"]["code"]
    return foip.Dataset(**frames)


def pair(first, second, **options):
    """Two datasets from two lists of codes, initiative by initiative."""
    both = [{f"i{k}": some for k, some in enumerate(codes)} for codes in (first, second)]
    return [make(codings, **options) for codings in both]


# --- published ---


def test_krippendorffs_nominal_example():
    """Krippendorff (2011), Computing Krippendorff's alpha-reliability, section B: two observers,
    twelve units, α = 0.692.
    """
    one, two = pair("aabbdcccedda", "babbbccceddd", declared="one")
    row = agreement(one, two).loc["tool"]
    assert round(row["alpha"], 3) == 0.692
    assert row["agreement"] == 9 / 12
    assert (row["n"], row["distance"], row["note"]) == (12, "nominal", "")


def test_krippendorffs_binary_example():
    """Krippendorff (2011), section A: two observers, ten units, 0 or 1, α = 0.095."""
    one, two = pair("0100000010", "1110010000", codes="01", declared="one")
    row = agreement(one, two).loc["tool"]
    assert round(row["alpha"], 3) == 0.095
    assert row["agreement"] == 0.6


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [  # Passonneau (2006), LREC: 1 − Jaccard × 1, 2/3, 1/3 or 0
        ("ab", "ab", 0),
        ("a", "ab", 1 - 1 / 2 * 2 / 3),
        ("abc", "b", 1 - 1 / 3 * 2 / 3),
        ("abcd", "cde", 1 - 2 / 5 * 1 / 3),
        ("ab", "cd", 1),
        ("", "", 0),
        ("", "a", 1),
    ],
)
def test_masi_has_its_four_cases_and_the_empty_set(first, second, distance):
    sets = [np.array([[c in some for c in "abcde"]]) for some in (first, second)]
    assert masi(*sets)[0, 0] == pytest.approx(distance)
    assert masi(*sets[::-1])[0, 0] == pytest.approx(distance)


# --- by hand ---


def test_sets_by_hand():
    """Codings {a}{a}, {ab}{a}, {b}{}: distances 0, 2/3 and 1, so D_o = 5/9.

    Of the six codings three are {a}, one each {ab}, {b}, {}. Distances: a–ab 2/3, a–b 1, a–∅ 1,
    ab–b 2/3, ab–∅ 1, b–∅ 1. Over the pairs: 3 · 2/3 + 3 · 1 + 3 · 1 + 2/3 + 1 + 1 = 32/3, of 15
    pairs: D_e = 32/45. α = 1 − 25/32.
    """
    one, two = pair(["a", "ab", "b"], ["a", "a", ""])
    row = agreement(one, two).loc["tool"]
    assert row["alpha"] == pytest.approx(7 / 32)
    assert row["agreement"] == pytest.approx(1 / 3)
    assert row["distance"] == "MASI"


def test_a_parent_is_compared_by_its_own_sets():
    book = {"tool": "a<f b<f c<g", "family": "f g"}
    one, two = pair(["a", "ab", "c"], ["b", "a", "a"], book=book)
    table = agreement(one, two)
    assert table.index.tolist() == ["tool", "family"]
    assert table["agreement"].tolist() == [0, pytest.approx(2 / 3)]
    assert disagreements(one, two)["dimension"].tolist() == ["tool"] * 3
    found = disagreements(one, two, "family")
    assert found[["initiative_id", "only_in_first", "only_in_second"]].values.tolist() == [
        ["i2", "g", "f"]
    ]
    assert found["words_in_first"].tolist() == ["tool c: word c [text.i2]"]


def test_initiatives_are_matched_and_codes_go_by_name():
    one = make({"x": "a", "y": "b", "z": "ab", "only": "a"}, codes="ab")
    two = make({"z": "ba", "new": "c", "y": "c", "x": "a"}, codes="cba")
    row = agreement(one, two).loc["tool"]
    assert row["n"] == 3
    assert row["agreement"] == pytest.approx(2 / 3)
    assert agreement(two, one).loc["tool", "alpha"] == pytest.approx(row["alpha"])
    table = agreement(one, two)
    assert foip.about(table).note.startswith("3 initiatives that both have (of 4 and 4).")
    assert foip.about(table).note[:20] in table._repr_html_()


def alpha_one_by_one(first, second, distance):
    """α from its definition: every initiative's two codings against every pair of two codings."""
    codings = [*first, *second]
    observed = sum(map(distance, first, second)) / len(first)
    pairs = [distance(a, b) for (i, a), (k, b) in product(enumerate(codings), repeat=2) if i != k]
    return 1 - observed / (sum(pairs) / len(pairs))


def masi_one_by_one(first, second):
    if not first | second:
        return 0
    overlap = (
        1
        if first == second
        else 2 / 3
        if first < second or second < first
        else 1 / 3
        if first & second
        else 0
    )
    return 1 - len(first & second) / len(first | second) * (overlap if first & second else 0)


some_sets = st.lists(
    st.tuples(st.frozensets(st.sampled_from("abcd")), st.frozensets(st.sampled_from("abcd"))),
    min_size=1,
    max_size=8,
)


@given(codings=some_sets, declared=st.sampled_from(["any", "one"]))
def test_alpha_is_what_its_definition_gives(codings, declared):
    if declared == "one":
        codings = [
            (frozenset(sorted(a)[:1] or "a"), frozenset(sorted(b)[:1] or "a")) for a, b in codings
        ]
    first, second = zip(*codings, strict=True)
    one, two = pair(first, second, declared=declared)
    row = agreement(one, two).loc["tool"]
    if len({*first, *second}) == 1:
        assert math.isnan(row["alpha"])
        assert "nothing varies" in row["note"]
    else:
        distance = masi_one_by_one if declared == "any" else lambda a, b: float(a != b)
        assert row["alpha"] == pytest.approx(alpha_one_by_one(first, second, distance), abs=1e-9)
    assert row["agreement"] == pytest.approx(np.mean([a == b for a, b in codings]))
    assert len(disagreements(one, two)) == sum(a != b for a, b in codings)


def test_many_sets_are_compared_in_parts(monkeypatch):
    import importlib

    rng = np.random.default_rng(4)
    sides = [
        ["".join(c for c in "abcde" if rng.random() < 0.5) for _ in range(60)] for _ in range(2)
    ]
    one, two = pair(*sides)
    whole = agreement(one, two)
    monkeypatch.setattr(importlib.import_module("foip_analysis.tables.agreement"), "SETS", 3)
    assert agreement(one, two).loc["tool", "alpha"] == pytest.approx(whole.loc["tool", "alpha"])


def test_a_coding_agrees_with_itself():
    table = agreement(foip.load(), foip.load())
    assert (table["agreement"] == 1).all()
    assert (table["alpha"] == 1).all()
    assert table.loc["priority", "distance"] == table.loc["status", "distance"] == "nominal"
    assert table.loc["place", "distance"] == "MASI"
    assert len(disagreements(foip.load(), foip.load())) == 0


def test_labels_and_notes_come_in_the_language_asked_for():
    assert agreement(foip.load(), foip.load(), lang="ja").loc["tool", "label"] == "手段"
    assert agreement(foip.load(), foip.load(), lang=None).loc["tool", "label"] == "tool"
    alike = pair("aa", "aa")
    assert "定まらない" in agreement(*alike, lang="ja").loc["tool", "note"]


# --- disagreements ---


def test_disagreements_name_codes_and_words():
    one, two = pair(["a", "ab", "", "c"], ["a", "bcd", "e", "c"])
    found = disagreements(one, two)
    assert found.columns.tolist() == [
        "initiative_id",
        "dimension",
        "only_in_first",
        "only_in_second",
        "words_in_first",
        "words_in_second",
        "id_in_second",
    ]
    assert found.values.tolist() == [
        [
            "i1",
            "tool",
            "a",
            "c, d",
            "a: word a [text.i1]; b: word b [text.i1]",
            "b: word b [text.i1]; c: word c [text.i1]; d: word d [text.i1]",
            "i1",
        ],
        ["i2", "tool", "", "e", "", "e: word e [text.i2]", "i2"],
    ]
    turned = disagreements(two, one)
    assert turned["only_in_second"].tolist() == found["only_in_first"].tolist()


def test_disagreements_tell_labels_in_a_language(shipped):
    b = foip.load(ROOT / "data" / "reliability" / "b")
    coded, told = (disagreements(shipped, b, "partner", lang=lang) for lang in (None, "ja"))
    assert coded["only_in_second"].tolist() == ["fra"]
    assert told["only_in_second"].tolist() == ["フランス"]
    assert set(told["dimension"]) == {foip.count(shipped, "partner", lang="ja").index.name}
    assert told["words_in_second"].str.startswith("フランス: ").all()


# --- refused ---


def test_no_initiative_in_common_is_refused():
    one = make({"cable": "a"})
    two = make({"cables": "a"})
    for compare in (agreement, disagreements):
        with pytest.raises(
            ValueError, match=r"no initiative in common: .*'cable'.*Did you mean 'cables'.*same ids"
        ):
            compare(one, two)


def test_no_dimension_in_common_is_refused():
    one = make({"cable": "a"})
    two = make({"cable": "a"}, dimension="place")
    with pytest.raises(ValueError, match="no dimension in common: tool and place"):
        agreement(one, two)


def test_an_unknown_dimension_is_refused():
    one, two = pair("ab", "aa")
    with pytest.raises(
        ValueError,
        match=r"'tol' is not a dimension of both codebooks. Both have: tool. Did you mean 'tool'",
    ):
        disagreements(one, two, "tol")


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="lang is 'fr'"):
        agreement(*pair("ab", "aa"), lang="fr")


# Other programs


@pytest.mark.parametrize("seed", range(5))
def test_alpha_and_masi_are_those_of_other_programs(seed):
    import krippendorff
    from nltk.metrics import masi_distance

    draw = np.random.default_rng(seed)
    sets = [
        ["".join(draw.permutation(list("abc"))[: draw.integers(1, 4)]) for _ in range(30)]
        for _ in range(2)
    ]
    ones = [[some[0] for some in coder] for coder in sets]

    single = agreement(*pair(*ones, declared="one"))
    theirs = krippendorff.alpha(
        np.array([[ord(code) for code in coder] for coder in ones]),
        level_of_measurement="nominal",
    )
    assert single.loc["tool", "alpha"] == pytest.approx(theirs, abs=1e-12)

    labels = sorted({frozenset(some) for coder in sets for some in coder}, key=sorted)

    def apart(first, second, **_):
        found = [
            masi_distance(labels[int(a)], labels[int(b)])
            for a, b in np.broadcast(*np.broadcast_arrays(first, second))
        ]
        return np.reshape(found, np.broadcast_shapes(np.shape(first), np.shape(second)))

    several = agreement(*pair(*sets))
    theirs = krippendorff.alpha(
        np.array([[labels.index(frozenset(some)) for some in coder] for coder in sets], float),
        level_of_measurement=apart,
    )
    # nltk writes 2/3 and 1/3 as 0.67 and 0.33
    assert several.loc["tool", "alpha"] == pytest.approx(theirs, abs=0.01)


# Codings that split the document apart


def read(codings):
    """Return a dataset of initiative → (its units, its codes of one dimension)."""
    dataset = make({name: codes for name, (_, codes) in codings.items()})
    rows = [
        (name, "tool", code, unit, f"word {code}", "stated")
        for name, (units, codes) in codings.items()
        for unit in units.split()
        for code in codes
    ]
    names = ["initiative_id", "dimension", "code", "locator", "evidence", "basis"]
    units = sorted({row[3] for row in rows})
    return replace(
        dataset,
        codings=pd.DataFrame(rows, columns=names),
        units=pd.DataFrame({"locator": units}),
    )


def relabelled(dataset, prefix="other-"):
    """Return the dataset with other ids, its initiatives in another order."""
    initiatives = dataset.initiatives.assign(
        initiative_id=prefix + dataset.initiatives["initiative_id"]
    ).iloc[::-1]
    codings = dataset.codings.assign(initiative_id=prefix + dataset.codings["initiative_id"])
    return replace(dataset, initiatives=initiatives.reset_index(drop=True), codings=codings)


def coder(name):
    return foip.load(ROOT / "data" / "reliability" / name)


def test_initiatives_are_matched_by_units_then_codes_and_never_without_a_unit():
    one = read({"p": ("u1", "a"), "q": ("u1", "b"), "r": ("u2 u3", "a"), "s": ("u4", "c")})
    two = read({"w": ("u3", "d"), "x": ("u1", "b"), "y": ("u1", "ac"), "z": ("u5", "c")})
    assert match(one, two).tolist() == [[0, 2], [1, 1], [2, 0]]
    found = disagreements(one, two)
    assert found.loc[
        found["dimension"] == "", ["initiative_id", "id_in_second"]
    ].values.tolist() == [
        ["s", ""],
        ["", "z"],
    ]


@given(
    worth=st.integers(1, 5).flatmap(
        lambda wide: st.lists(
            st.lists(st.integers(0, 9), min_size=wide, max_size=wide), min_size=1, max_size=5
        )
    )
)
def test_the_assignment_is_the_best_of_all(worth):
    values = np.array(worth, float)
    pairs = assign(values)
    assert len(pairs) == min(values.shape)
    assert all(len(set(side)) == len(pairs) for side in pairs.T.tolist())
    tall = values if values.shape[0] >= values.shape[1] else values.T
    best = max(
        sum(tall[row, n] for n, row in enumerate(rows))
        for rows in permutations(range(tall.shape[0]), tall.shape[1])
    )
    assert values[pairs[:, 0], pairs[:, 1]].sum() == best


def test_an_initiative_of_one_coding_alone_is_disagreement_over_all():
    """Matched: {a}{a}, {b}{b}, so α = 1. Over all there is {a} beside nobody: D_o = 1/3; of the six
    codings three are a, two b, one nobody: 11 of 15 pairs differ. α = 1 − (1/3) / (11/15).
    """
    one = read({"p": ("u1", "a"), "q": ("u2", "b"), "r": ("u3", "a")})
    two = read({"x": ("u1", "a"), "y": ("u2", "b")})
    row = agreement(one, two, draws=0).loc["tool"]
    assert (row["alpha"], row["n"]) == (1, 2)
    assert row["alpha_all"] == pytest.approx(1 - (1 / 3) / (11 / 15))
    assert math.isnan(row["low"])
    turned = agreement(two, one, draws=0).loc["tool"]
    assert turned["alpha_all"] == pytest.approx(row["alpha_all"])


def test_splitting_by_hand():
    """u1 is one initiative for both; u2 and u3 are one for the first and two for the second.

    Alike: u1, 1 of 3. Patterns: (1), (2), (2) and (1), (1), (1): four and two of six, so two
    codings agree by chance in (4·3 + 2·1) / (6·5) = 7/15.
    """
    one = read({"p": ("u1", "a"), "q": ("u2 u3", "b")})
    two = read({"x": ("u1", "a"), "y": ("u2", "b"), "z": ("u3", "b")})
    told = foip.about(agreement(one, two)).more["unitizing"]
    assert (told["units"], told["share"], told["chance"]) == (3, 1 / 3, pytest.approx(7 / 15))
    assert told["alpha"] == pytest.approx(1 - (2 / 3) / (8 / 15))


@pytest.mark.parametrize("seed", range(3))
def test_splitting_is_the_alpha_of_another_program_where_patterns_tell_all(seed):
    import krippendorff

    draw = np.random.default_rng(seed)
    counts = draw.integers(1, 4, size=(2, 25))  # so many initiatives, each of one unit
    both = [
        read({f"{side}{u}.{n}": (f"u{u}", "a") for u in range(25) for n in range(many[u])})
        for side, many in zip("xy", counts, strict=True)
    ]
    told = foip.about(agreement(*both, draws=0)).more["unitizing"]
    theirs = krippendorff.alpha(counts, level_of_measurement="nominal")
    assert told["alpha"] == pytest.approx(theirs, abs=1e-12)


def test_other_ids_and_another_order_change_nothing():
    b, c = coder("b"), coder("c")
    plain = agreement(b, c)
    pd.testing.assert_frame_equal(agreement(b, relabelled(c)), plain)
    itself = agreement(b, relabelled(b))
    assert (itself[["alpha", "low", "alpha_all", "agreement"]] == 1).all(axis=None)
    assert len(disagreements(b, relabelled(b))) == 0
    told = foip.about(itself).more["unitizing"]
    assert (told["alpha"], told["share"]) == (1, 1)


def test_intervals_hold_alpha_and_are_the_same_every_time():
    one, two = pair("aabbdcccedda" * 3, "babbbccceddd" * 3, declared="one")
    row, again, other = (agreement(one, two, seed=seed).loc["tool"] for seed in (1, 1, 2))
    assert row["low"] < row["alpha"] < row["high"] <= 1
    assert row["low"] > 0.3
    assert again.equals(row)
    assert not other.equals(row)


def test_folders_are_loaded_and_capitals_of_codes_do_not_count():
    folder = ROOT / "data" / "reliability" / "c"
    table = agreement(foip.load(), str(folder))
    assert table.loc["place", "agreement"] > 0.9  # IDN in one, idn in the other
    assert len(disagreements(folder, foip.load())) == len(disagreements(foip.load(), folder))


def test_its_call_makes_it_again(shipped):
    table = foip.agreement(shipped, shipped, draws=0, lang=None)
    again = eval(foip.about(table).call, {"foip": foip, "dataset": shipped, "other": shipped})
    pd.testing.assert_frame_equal(again, table)
