"""Squares: one an initiative, filled as many as are stated; never one for two."""

import pytest
from conftest import load_frames, make_frames
from matplotlib.colors import to_hex
from measuring import faults

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.squares import plot_squares


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_each_initiative_is_a_square_filled_if_stated(shipped, lang):
    table = foip.sensitivity(shipped, "priority", lang=lang)
    figure = plot_squares(table)
    squares = figure.axes[0].patches
    assert len(squares) == len(shipped.initiatives)
    filled = [
        square
        for square in squares
        if to_hex(square.get_facecolor()) != to_hex(style.colour("paper"))
    ]
    assert len(filled) == table.iloc[:, 0].sum()
    rows = {}
    for square in squares:
        rows.setdefault(to_hex(square.get_edgecolor()), []).append(square)
    assert [len(row) for row in rows.values()] == table.iloc[:, 1].tolist()
    assert faults(figure) == []


@pytest.mark.parametrize("size", [200, 900, 5000])
def test_many_initiatives_fit_or_are_refused(tmp_path, size):
    frames = make_frames(
        {str(n): {"kind": f"K{n % 4}"} for n in range(size)}, {"kind": "K0 K1 K2 K3"}
    )
    book = frames["codebook"].assign(codes_per_initiative="")
    book.loc[len(book)] = ["dimension", "kind", "Kind", "", "one"]
    table = foip.sensitivity(load_frames(tmp_path, frames | {"codebook": book}), "kind")
    if size < 5000:
        figure = plot_squares(table)
        assert len(figure.axes[0].patches) == size
        assert figure.get_size_inches()[1] == 7.5
    else:
        with pytest.raises(ValueError, match="more than squares can show"):
            plot_squares(table)


def test_what_squares_cannot_show_is_refused_in_a_sentence(shipped):
    for table in (
        foip.count(shipped, "priority"),
        foip.sensitivity(shipped, "priority", "region"),
        foip.sensitivity(shipped, "priority", to="counting"),
        foip.members(shipped, tool="osa"),
    ):
        with pytest.raises(ValueError, match="Squares show"):
            plot_squares(table)
        with pytest.raises(ValueError, match="Bars of one length show"):
            foip.plot(table, "stated")
    with pytest.raises(ValueError, match="several times"):
        plot_squares(foip.sensitivity(shipped, "tool"))


def test_bars_of_one_length_are_filled_as_far_as_their_code_is_stated():
    codings = {"1": {"tool": "A B?"}, "2": {"tool": "A? B?"}, "3": {"tool": "A"}}
    dataset = foip.Dataset(**make_frames(codings, {"tool": "A B C"}))
    axes = foip.plot(foip.sensitivity(dataset, "tool"), "stated").axes[0]
    whole, filled = ([bar.get_width() for bar in bars] for bars in axes.containers)
    assert (whole, filled) == ([1, 1, 0], [pytest.approx(2 / 3), 0, 0])
    texts = [text.get_text() for text in axes.texts]
    assert {"67% (2 of 3)", "0% (0 of 2)", "0"} <= {*texts}
