"""Which initiative has which code: plain booleans, packed words, and the way between them."""

from contextlib import suppress
from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
from conftest import TOY8, make_dataset, make_frames

import foip_analysis as foip
from foip_analysis.dataset import codebook as book

m = import_module("foip_analysis.dataset.membership")  # the package has a function of that name


def random_dataset(total: int, seed: int = 0) -> foip.Dataset:
    """Return a dataset whose places have parents and whose initiatives have none to all of six
    places.
    """
    has = np.random.default_rng(seed).random((total, 6)) < 0.3
    codings = {
        f"i{i}": {"place": " ".join(f"p{c}" for c in np.flatnonzero(row))}
        for i, row in enumerate(has)
    }
    places = " ".join(f"p{c}<r{c // 2}" for c in range(6))
    return foip.Dataset(**make_frames(codings, {"region": "r0 r1 r2", "place": places}))


def test_rows_are_initiatives_and_columns_codes_in_codebook_order(toy8):
    matrix = toy8.membership("tool")
    assert matrix.loc["7"].tolist() == [True, True, True]
    assert matrix.loc["5"].tolist() == [False, False, False]
    assert matrix["C"].tolist() == [False, False, True, True, False, True, True, False]
    assert matrix.index.tolist() == toy8.initiatives["initiative_id"].tolist()
    assert (matrix.index.name, matrix.columns.name) == ("initiative_id", "tool")


def test_the_order_of_the_codings_is_no_matter():
    frames = make_frames(
        {"1": {"tool": "B A"}, "2": {"tool": "A"}, "3": {"tool": "C B"}}, {"tool": "C B A"}
    )
    plain = foip.Dataset(**frames).membership("tool")
    assert plain.columns.tolist() == ["C", "B", "A"]
    assert plain.to_numpy().tolist() == [
        [False, True, True],
        [False, False, True],
        [True, True, False],
    ]
    for codings in (
        frames["codings"][::-1],
        frames["codings"].sample(frac=3, replace=True, random_state=2),
    ):
        other = foip.Dataset(**frames | {"codings": codings}).membership("tool")
        assert other.to_numpy().tolist() == plain.to_numpy().tolist()


def test_a_parent_is_the_or_of_its_children(toyh):
    assert toyh.membership("region").to_numpy().tolist() == [
        [True, False],
        [True, True],
        [False, True],
        [True, False],
    ]


def test_a_parent_may_have_codings_of_its_own():
    frames = make_frames(
        {"1": {"place": "FR"}, "2": {"region": "Asia"}},
        {"region": "Europe Asia", "place": "FR<Europe JP<Asia"},
    )
    assert foip.Dataset(**frames).membership("region").to_numpy().tolist() == [
        [True, False],
        [False, True],
    ]


def test_a_grandparent_is_the_or_of_all_below():
    codebook = {"world": "Old New", "region": "Europe<Old Asia<Old", "place": "FR<Europe JP<Asia"}
    dataset = foip.Dataset(**make_frames({"1": {"place": "FR JP"}, "2": {}}, codebook))
    assert dataset.membership("world").to_numpy().tolist() == [[True, False], [False, False]]


def test_an_unknown_dimension_is_refused_with_the_closest_one(toy8):
    with pytest.raises(
        ValueError,
        match=r"no dimension 'regoin'. The dimensions are: tool, region. Did you mean 'region'\?",
    ):
        toy8.membership("regoin")


@pytest.mark.parametrize("total", [0, 1, 63, 64, 65, 128, 200])
def test_packing_and_unpacking_give_the_same(total):
    rows = np.random.default_rng(total).random((5, total)) < 0.5
    bits = m.pack_rows(rows)
    assert bits.dtype == np.uint64
    assert bits.shape == (5, -(-total // 64))
    assert m.unpack(bits, total).tolist() == rows.tolist()
    assert m.unpack(m.everyone(total)[None], total).all()
    assert np.bitwise_count(m.everyone(total)).sum() == total, (
        "no bit is set behind the last initiative"
    )


def test_a_part_is_unpacked_from_a_word_on():
    rows = np.random.default_rng(1).random((3, 300)) < 0.5
    assert m.unpack(m.pack_rows(rows), 100, start=128).tolist() == rows[:, 128:228].tolist()


@pytest.mark.parametrize("total", [1, 64, 65, 200])
def test_packed_words_say_what_the_booleans_say(total):
    dataset = random_dataset(total)
    for dimension in ("place", "region"):
        bits = dataset.packed(dimension)
        assert m.unpack(bits, total).T.tolist() == dataset.membership(dimension).to_numpy().tolist()
        assert (
            m.unpack(m.has_any(bits)[None], total)[0].tolist()
            == dataset.membership(dimension).any(axis=1).tolist()
        )


def test_blocks_leave_no_seam_whatever_the_order_of_the_codings(monkeypatch):
    dataset = random_dataset(300)
    whole = dataset.packed("place")
    monkeypatch.setattr(m, "UNPACKED", 64)
    shuffled = dataset.codings.sample(frac=1, random_state=3)
    for codings in (dataset.codings, shuffled):
        again = foip.Dataset(dataset.initiatives, codings, dataset.codebook, dataset.units)
        assert again.packed("place").tolist() == whole.tolist()


def test_packed_words_are_made_once_and_cannot_be_changed(toy8):
    assert toy8.packed("tool") is toy8.packed("tool")
    with pytest.raises(ValueError, match="read-only"):
        toy8.packed("tool")[0, 0] = 0


def test_a_selection_has_its_own_membership(toy8):
    assert toy8.packed("tool").shape == (3, 1)
    south = toy8.where(region="S")
    assert south.membership("tool").to_dict("index") == {
        "1": {"A": True, "B": True, "C": False},
        "3": {"A": False, "B": True, "C": True},
        "8": {"A": False, "B": True, "C": False},
    }


def test_a_dataset_with_other_codings_has_the_membership_of_those(toy8):
    assert toy8.membership("tool").to_numpy().any()
    bare = replace(toy8, codings=toy8.codings.iloc[:0])
    assert not bare.membership("tool").to_numpy().any()


def test_the_shipped_dimensions_have_a_column_a_code_and_a_row_an_initiative(shipped):
    for dimension in shipped.dimensions:
        matrix = shipped.membership(dimension)
        assert matrix.shape == (62, len(book.codes(shipped.codebook, dimension)))
        assert matrix.columns.tolist() == list(book.codes(shipped.codebook, dimension))
        assert set(matrix.dtypes) == {np.dtype(bool)}
        coded = shipped.codings[shipped.codings["dimension"] == dimension]
        assert all(
            matrix.at[i, code]
            for i, code in zip(coded["initiative_id"], coded["code"], strict=True)
        )


@pytest.mark.parametrize("child", ["theme", "tool", "place", "partner"])
def test_every_shipped_parent_is_the_or_of_its_children(shipped, child):
    below = shipped.membership(child)
    parent = book.parent_dimension(shipped.codebook, child)
    own = shipped.codings[shipped.codings["dimension"] == parent]
    above = shipped.membership(parent)
    for code in above:
        children = [c for c, p in book.parents(shipped.codebook, child).items() if p == code]
        expected = below[children].any(axis=1) | below.index.isin(
            own.loc[own["code"] == code, "initiative_id"]
        )
        assert above[code].tolist() == expected.tolist()


def test_what_stands_elsewhere_is_said(shipped):
    with pytest.raises(ValueError, match="'osa' is not a code of 'sector', but of 'tool'"):
        shipped.where(sector="osa")
    with pytest.raises(ValueError, match=r"no dimension 'osa'.* 'osa' is a code of 'tool'"):
        foip.count(shipped, "osa")


WRITES = {
    "a cell": lambda frame: frame.loc.__setitem__((0, frame.columns[0]), frame.iloc[-1, 0]),
    "a column": lambda frame: frame.__setitem__(frame.columns[0], "x"),
    "the order": lambda frame: frame.sort_values(frame.columns[0], ascending=False, inplace=True),
    "the rows": lambda frame: frame.drop(index=frame.index[:3], inplace=True),
    "the names": lambda frame: setattr(frame, "columns", [*"abcdefghijklmnop"][: frame.shape[1]]),
    "the values": lambda frame: frame.values.__setitem__((0, 0), "x"),
    "the numbers": lambda frame: frame.iloc[:, 0].to_numpy().__setitem__(0, "x"),
    "the array": lambda frame: frame.iloc[:, 0].array.__setitem__(0, "x"),
}


def told(dataset: foip.Dataset) -> list[object]:
    """What is counted of a dataset, and who is behind it."""
    table = foip.cross_tab(dataset, "tool", "region", none=True)
    behind = foip.members(dataset, tool="B", per="coding").to_dict("list")
    return [table.to_dict(), foip.about(table).cells, behind, len(dataset.units)]


@pytest.fixture(scope="module")
def right(tmp_path_factory) -> list[object]:
    """What is told of a dataset that nobody wrote into."""
    codes = {"tool": "A B C", "region": "N S E"}
    return told(make_dataset(tmp_path_factory.mktemp("right"), TOY8, codes))


@pytest.mark.filterwarnings("ignore:The inplace keyword")
@pytest.mark.parametrize("name", ["initiatives", "codings", "codebook", "units"])
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("counted", ["before", "after"])
def test_what_is_written_into_a_frame_is_not_the_dataset_s(toy8, right, name, write, counted):
    """Counts, labels and the initiatives behind a cell are those that were loaded, whether they
    were made before or not."""
    if counted == "before":
        told(toy8)
    with suppress(ValueError):  # pandas itself refuses some
        write(getattr(toy8, name))
    assert told(toy8) == right


def test_a_frame_that_a_dataset_was_made_of_is_free_again():
    frames = make_frames(TOY8, {"tool": "A B C", "region": "N S E"})
    dataset = foip.Dataset(**frames)
    frames["codings"].loc[:, "code"] = "N"
    frames["codebook"].loc[:, "label_en"] = "?"
    assert foip.count(dataset, "tool")["initiatives"].to_dict() == {
        "tool A": 4,
        "tool B": 4,
        "tool C": 4,
    }


def test_changed_data_are_another_dataset(toy8):
    codings, codebook = toy8.codings, toy8.codebook
    foip.count(toy8, "tool")
    codings.loc[codings["code"] == "A", "code"] = "B"
    codebook.loc[codebook["code"] == "A", "label_en"] = "renamed"
    changed = foip.count(replace(toy8, codings=codings, codebook=codebook), "tool")
    assert changed["initiatives"].to_dict() == {"renamed": 0, "tool B": 6, "tool C": 4}
    assert foip.count(toy8, "tool")["initiatives"].tolist() == [4, 4, 4]
