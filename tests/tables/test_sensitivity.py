"""Ranges: the same number made in two ways, against the ways taken one by one."""

import pandas as pd
import pytest
from conftest import make_frames

import foip_analysis as foip
from foip_analysis.tables.grid import grid_of
from foip_analysis.tables.inference import inferred_only


def test_stated_and_all_stand_side_by_side(shipped):
    table = foip.sensitivity(shipped, "tool", "region", lang=None)
    stated = foip.cross_tab(shipped.stated(), "tool", "region", lang=None)
    every = foip.cross_tab(shipped, "tool", "region", lang=None)
    pd.testing.assert_frame_equal(table.xs("stated", axis=1, level=1), stated, check_names=False)
    pd.testing.assert_frame_equal(
        table.xs("all codings", axis=1, level=1), every, check_names=False
    )
    assert (stated.to_numpy() <= every.to_numpy()).all()
    assert "stated codings only" in foip.about(table).note


def test_a_code_that_is_only_inferred_is_shown_as_zero_stated():
    codings = {"1": {"tool": "A B?"}, "2": {"tool": "B?"}}
    dataset = foip.Dataset(**make_frames(codings, {"tool": "A B C"}))
    table = foip.sensitivity(dataset, "tool", codes="present", order="size", lang=None)
    assert table.T.to_dict("list") == {"B": [0, 2], "A": [1, 1]}


def test_full_and_fractional_stand_side_by_side(toy8):
    table = foip.sensitivity(toy8, "tool", "region", lang=None, to="counting")
    assert table.loc["C", ("E", "full")] == 2
    assert table.loc["C", ("E", "fractional")] == pytest.approx(7 / 12)


def test_leaving_one_out_moves_a_share_as_far_as_doing_it_by_hand(toy8):
    table = foip.sensitivity(toy8, "tool", "region", share="row", lang=None, to="one_out")
    plain = foip.cross_tab(toy8, "tool", "region", share="row", lang=None)
    by_hand = []
    for left_out in toy8.initiatives["initiative_id"]:
        keep = toy8.initiatives["initiative_id"] != left_out
        rest = foip.Dataset(
            initiatives=toy8.initiatives[keep].reset_index(drop=True),
            codings=toy8.codings[toy8.codings["initiative_id"] != left_out].reset_index(drop=True),
            codebook=toy8.codebook,
            units=toy8.units,
        )
        by_hand.append(foip.cross_tab(rest, "tool", "region", share="row", lang=None).stack())
    moved = pd.concat([*by_hand, plain.stack()], axis=1)
    pd.testing.assert_series_equal(
        table.xs("lowest", axis=1, level=1).stack(), moved.min(axis=1), check_names=False
    )
    pd.testing.assert_series_equal(
        table.xs("highest", axis=1, level=1).stack(), moved.max(axis=1), check_names=False
    )
    pd.testing.assert_frame_equal(table.xs("share", axis=1, level=1), plain, check_names=False)


def test_a_one_way_count_has_a_span_too(toy8):
    table = foip.sensitivity(toy8, "tool", lang=None, to="one_out")
    assert table.loc["C"].tolist() == pytest.approx([3 / 6, 4 / 7, 4 / 6])


def test_options_that_do_not_fit_are_refused(toy8):
    with pytest.raises(ValueError, match="leave out count"):
        foip.sensitivity(toy8, "tool", "region", count="fractional", to="one_out")
    with pytest.raises(ValueError, match="Did you mean 'row'"):
        foip.sensitivity(toy8, "tool", "region", share="rows", to="one_out")


def test_a_cell_stands_by_inference_alone_where_no_initiative_is_stated_in_it(toy8, shipped):
    codings = {"1": {"tool": "A?", "region": "E"}, "2": {"tool": "A B", "region": "E? F"}}
    two = foip.Dataset(**make_frames(codings, {"tool": "A B", "region": "E F"}))
    assert _hollow(two, "tool", "region") == {("A", "E"), ("B", "E")}
    assert _hollow(two.stated(), "tool", "region") == set()
    assert _hollow(toy8.where(tool="A"), "tool", "region", share="row") == set()
    for table in (two, shipped):
        assert _hollow(table, "tool", "region", turned=True) == {
            (column, row) for row, column in _hollow(table, "tool", "region")
        }


def test_what_counts_no_initiatives_has_no_cell_that_stands_by_inference_alone(shipped):
    for options in ({"count": "fractional"}, {"of": "pairs"}):
        assert _hollow(shipped, "status", "priority", **options) == set()


def _hollow(dataset, rows, columns, *, turned=False, **options):
    table = foip.cross_tab(dataset, rows, columns, lang=None, **options)
    grid = grid_of(table.T if turned else table)
    return {
        (grid.rows[n].code, grid.columns[k].code)
        for n, k in zip(*inferred_only(grid).nonzero(), strict=True)
    }
