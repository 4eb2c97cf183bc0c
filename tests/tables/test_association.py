"""``association`` against numbers counted by hand, a published example, and the same statistics
formed the long way.
"""

import importlib.util
import itertools
import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from conftest import make_frames
from hypothesis import given, settings
from hypothesis import strategies as st

import foip_analysis as foip
from foip_analysis.dataset.membership import everyone, pack_rows
from foip_analysis.tables import caption
from foip_analysis.tables.association import association
from foip_analysis.tables.independence import chi_square_tail

module = importlib.import_module(
    "foip_analysis.tables.independence"
)  # the package's attribute of that name is the function

# Eight initiatives; e has no tool, f no region.
TOY = {
    "tool": {"A": "abdg", "B": "acgh", "C": "cdfg"},
    "region": {"N": "abeh", "S": "ach", "E": "dgh"},
}


def make(codes, *, initiatives=None):
    """Return a dataset of dimension → code → initiatives; its labels are the codes in capitals."""
    having = {i for who in codes.values() for some in who.values() for i in some}
    codings = {
        i: {d: " ".join(c for c, who in of.items() if i in who) for d, of in codes.items()}
        for i in initiatives or sorted(having)
    }
    frames = make_frames(codings, {d: " ".join(of) for d, of in codes.items()})
    frames["codebook"]["label_en"] = frames["codebook"]["code"].str.upper()
    return foip.Dataset(**frames)


@pytest.fixture
def toy():
    return make(TOY)


def as_codes(matrix, prefix):
    return {
        f"{prefix}{i}": [f"i{k:05}" for k in np.flatnonzero(row)] for i, row in enumerate(matrix)
    }


def random_dataset(rows, columns, count=40, seed=1, single=()):
    """Codes by lot, with some dependence between the two dimensions."""
    rng = np.random.default_rng(seed)
    lean = rng.random(count) < 0.5
    sides = {}
    for name, size in (("row", rows), ("column", columns)):
        if name in single:
            chosen = np.where(
                lean, rng.integers(size, size=count), rng.integers(max(1, size - 1), size=count)
            )
            matrix = chosen == np.arange(size)[:, None]
        else:
            matrix = rng.random((size, count)) < np.where(lean, 0.55, 0.3)
        sides[name] = matrix
    data = make(
        {n: as_codes(m, n[0]) for n, m in sides.items()},
        initiatives=[f"i{k:05}" for k in range(count)],
    )
    return data, sides["row"].astype(float), sides["column"].astype(float)


def pearson(table):
    """Pearson's statistic of a table, from the textbook."""
    table = np.asarray(table, float)
    expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / table.sum()
    return ((table - expected) ** 2 / expected).sum()


def with_half(table):
    return np.where(np.asarray(table) == 0, 0.5, table)


# --- the χ² tail ---


@pytest.mark.parametrize(
    ("statistic", "df", "p"),
    [  # critical values as every table of χ² has them, and forms that are known exactly
        (3.841458820694124, 1, 0.05),
        (18.307038053275146, 10, 0.05),
        (124.34211340400407, 100, 0.05),
        (135.80672317102676, 100, 0.01),
        (0.0, 3.5, 1.0),
        (5.0, 2, math.exp(-2.5)),
        (0.02, 2, math.exp(-0.01)),
        (6.0, 4, math.exp(-3) * (1 + 3)),
        (50.0, 1, math.erfc(5)),
    ],
)
def test_tail_has_the_known_values(statistic, df, p):
    assert chi_square_tail(statistic, df) == pytest.approx(p, rel=1e-10)


@given(st.floats(0.3, 60), st.floats(0.05, 120))
def test_tail_obeys_its_recurrence_at_fractions_of_df(df, statistic):
    """Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1) (DLMF 8.8.6), which crosses from the series to the
    fraction.
    """
    a, x = df / 2, statistic / 2
    step = math.exp(a * math.log(x) - x - math.lgamma(a + 1))
    assert chi_square_tail(statistic, df + 2) == pytest.approx(
        chi_square_tail(statistic, df) + step, abs=1e-12, rel=1e-9
    )


def test_tail_of_an_undefined_statistic_is_undefined():
    assert math.isnan(chi_square_tail(math.nan, 3))


# --- by hand ---


def test_cells_are_those_counted_by_hand(toy):
    found = association(toy, "tool", "region", none="include", draws=0)
    cells = found.cells.set_index(["tool", "region"])
    assert found.test == "SPMI"
    assert found.base == 8
    # A: a b d g, N: a b e h. Both 2, A only 2, N only 2, neither 2: nothing.
    assert cells.loc[("A", "N"), ["observed", "expected", "statistic", "residual"]].tolist() == [
        *(2, 2, 0, 0)
    ]
    # A × S (a c h): both 1, A only 3, S only 2, neither 2: 8 (1·2 − 3·2)² / (4·4·3·5)
    assert cells.loc[("A", "S"), "statistic"] == pytest.approx(8 * 16 / 240)
    assert cells.loc[("A", "S"), "residual"] == pytest.approx(-math.sqrt(8 * 16 / 240))
    # C (c d f g) and N share nobody, and nobody has neither: both zeros count as a half
    assert cells.loc[("C", "N"), "observed"] == 0
    assert cells.loc[("C", "N"), "statistic"] == pytest.approx(9 * (0.25 - 16) ** 2 / 4.5**4)
    assert found.statistic == pytest.approx(cells["statistic"].sum())
    assert found.residuals.loc["C", "N"] == cells.loc[("C", "N"), "residual"] < 0


def test_dropping_leaves_out_those_without_a_code(toy):
    found = association(toy, "tool", "region", none="drop", draws=0)
    assert found.base == 6
    # without e and f: A × N both 2, A only 2, N only 1 (h), neither 1 (c): 2·1 = 2·1
    assert found.cells.set_index(["tool", "region"]).loc[("A", "N"), "statistic"] == 0
    assert found.statistic != association(toy, "tool", "region", none="include", draws=0).statistic


def test_a_negative_residual_never_stands_on_more_than_expected():
    data, *_ = random_dataset(4, 4, count=25)
    cells = association(data, "row", "column", none="include", draws=0).cells
    assert (
        np.sign(cells["residual"]) == np.sign((cells["observed"] - cells["expected"]).round(12))
    ).all()


def test_single_against_several_by_hand():
    """Three p, three q; tool a has one p and two q, tool b three p and no q: that zero counts as a
    half.
    """
    data = make({"area": {"p": "uvw", "q": "xyz"}, "tool": {"a": "uxy", "b": "uvw"}})
    found = association(data, "area", "tool", none="include", draws=0)
    assert found.test == "MMI"
    assert found.statistic == pytest.approx(
        pearson([[1, 2], [2, 1]]) + pearson([[3, 0.5], [0.5, 3]])
    )
    turned = association(data, "tool", "area", none="include", draws=0)
    assert (turned.test, turned.statistic) == ("MMI", pytest.approx(found.statistic))


def test_two_single_valued_dimensions_have_the_ordinary_test():
    table = [[10, 20], [30, 5], [4, 6]]
    ids = iter(f"i{k:03}" for k in range(75))
    side = {"row": {"a": [], "b": [], "c": []}, "column": {"x": [], "y": []}}
    for row, line in zip("abc", table, strict=True):
        for column, number in zip("xy", line, strict=True):
            who = [next(ids) for _ in range(number)]
            side["row"][row] += who
            side["column"][column] += who
    found = association(make(side), "row", "column", none="drop", draws=0)
    assert found.test == "Pearson"
    assert found.statistic == found.rao_scott_statistic == pytest.approx(pearson(table))
    assert found.df == 2
    assert found.p_rao_scott == pytest.approx(math.exp(-pearson(table) / 2))


# --- published: Koziol & Bilder (2014), The R Journal 6(1), 144–150, pages 145–147 ---

# Farmers that test for (nitrogen, phosphorus, salt) by storage (lagoon, pit, natural drainage,
# holding tank): the
# "1, 1" counts of the twelve printed 2×2 tables, the farmers with each test and each storage, and
# all 279.
BOTH = np.array([[27, 16, 2, 2], [22, 12, 1, 1], [19, 6, 1, 0]])
TESTS, STORAGES, FARMERS = [40, 30, 21], [143, 80, 85, 13], 279
PRINTED = [[4.93, 2.93, 14.29, 0.01], [6.56, 2.11, 11.68, 0.13], [13.98, 0.00, 7.08, 0.32]]
PRINTED_BONFERRONI = [[0.3163, 1, 0.0019, 1], [0.1253, 1, 0.0076, 1], [0.0022, 1, 0.0934, 1]]


@pytest.fixture
def farmers():
    """A dataset with the twelve published tables.

    The article prints the tables, not which farmer has which combination, so those here are made:
    who tests for salt also tests for phosphorus, and who does for phosphorus also for nitrogen;
    within each such group a storage is had by farmers in a row, beginning somewhere. The sum, its
    terms and Bonferroni depend on the tables alone. Rao–Scott's degrees of freedom depend on the
    combinations too: between 6.0 and 6.9, as the beginnings are chosen. They are chosen so that the
    degrees are the published 6.78; the rest then has to follow.
    """
    begin = (0, 69, 126, 0)
    groups = np.diff([0, 21, 30, 40, 279])  # all three, two, nitrogen only, none
    counts = np.array([BOTH[2], BOTH[1] - BOTH[2], BOTH[0] - BOTH[1], STORAGES - BOTH[0]])
    starts = np.cumsum([0, *groups])
    tests = {f"w{i + 1}": [f"i{k:05}" for k in range(n)] for i, n in enumerate(TESTS)}
    storages = {
        f"y{j + 1}": [
            f"i{s + (begin[j] + k) % size:05}"
            for s, size, n in zip(starts, groups, column, strict=False)
            for k in range(n)
        ]
        for j, column in enumerate(counts.T)
    }
    return make(
        {"test": tests, "storage": storages},
        initiatives=[f"i{k:05}" for k in range(FARMERS)],
    )


def test_published_tables_give_the_published_statistics(farmers):
    found = association(farmers, "test", "storage", none="include")
    assert found.base == 279
    assert not found.withheld
    assert found.cells["observed"].tolist() == BOTH.ravel().tolist()
    assert round(found.statistic, 2) == 64.03
    assert found.cells["statistic"].round(2).tolist() == np.ravel(PRINTED).tolist()
    assert found.cells["p_bonferroni"].round(4).tolist() == np.ravel(PRINTED_BONFERRONI).tolist()
    assert round(found.p_bonferroni, 4) == 0.0019
    assert found.passing == 3


def test_published_rao_scott_and_bootstrap(farmers):
    """Printed: 36.17 on 6.78 df, p < 0.0001; p = 0.0005 by bootstrap, which is none of 1,999
    draws.
    """
    found = association(farmers, "test", "storage", none="include", draws=1999, seed=0)
    assert round(found.df, 2) == 6.78
    assert found.rao_scott_statistic == pytest.approx(36.17, abs=0.02)
    assert found.p_rao_scott < 0.0001
    assert found.p_bootstrap == 0.0005


# --- the long way ---


def long_way(w, y, singles):
    """The test from the vectors of the initiatives: Σ in full, its eigenvalues, one 2×2 (c×2)
    table after another.
    """
    n = w.shape[1]
    p, q = w.mean(axis=1), y.mean(axis=1)
    vectors = np.einsum("in,jn->nij", w, y) - p[:, None] * y.T[:, None, :] - w.T[:, :, None] * q
    covariance = np.cov(vectors.reshape(n, -1).T, bias=True)
    spread = np.outer(p * (1 if singles[0] else 1 - p), q * (1 if singles[1] else 1 - q)).ravel()
    eigenvalues = np.linalg.eigvals(covariance / spread[:, None]).real
    if singles == (True, False):
        statistic = sum(pearson(with_half(np.array([w @ item, w @ (1 - item)]))) for item in y)
    elif singles == (False, True):
        statistic = sum(pearson(with_half(np.array([y @ item, y @ (1 - item)]))) for item in w)
    else:
        statistic = sum(
            pearson(with_half([[a @ b, a @ (1 - b)], [(1 - a) @ b, (1 - a) @ (1 - b)]]))
            for a in w
            for b in y
        )
    degrees = (len(w) - singles[0]) * (len(y) - singles[1])
    squares = (eigenvalues**2).sum()
    return statistic, statistic * degrees / squares, degrees**2 / squares


@pytest.mark.parametrize(
    ("single", "singles"),
    [((), (False, False)), (("row",), (True, False)), (("column",), (False, True))],
    ids=["SPMI", "MMI", "MMI turned"],
)
@pytest.mark.parametrize(("rows", "columns", "count"), [(3, 4, 279), (5, 2, 70), (2, 5, 130)])
def test_trace_formula_equals_covariance_and_eigenvalues(single, singles, rows, columns, count):
    data, w, y = random_dataset(rows, columns, count=count, single=single)
    found = association(data, "row", "column", none="include", draws=0)
    assert found.test == ("MMI" if single else "SPMI")
    assert (found.statistic, found.rao_scott_statistic, found.df) == pytest.approx(
        long_way(w, y, singles), rel=1e-9
    )
    assert found.p_rao_scott == pytest.approx(chi_square_tail(found.rao_scott_statistic, found.df))


def test_blocks_and_chunks_give_what_one_pass_gives(monkeypatch):
    data, *_ = random_dataset(4, 5, count=300)
    whole = association(data, "row", "column", none="include", draws=0)
    lines = np.vstack([data.packed("row"), everyone(300)])
    sets, counts = module.patterns(lines, 300)
    assert counts.sum() == 300
    monkeypatch.setattr(module, "STEP", 64)
    monkeypatch.setattr(module, "ENTRIES", 100)
    parts = association(data, "row", "column", none="include", draws=0)
    assert (parts.statistic, parts.df) == pytest.approx((whole.statistic, whole.df))
    for one, other in zip(module.patterns(lines, 300), (sets, counts), strict=True):
        np.testing.assert_array_equal(one, other)


def test_dropped_initiatives_are_as_if_they_were_not_there():
    data, w, y = random_dataset(3, 3, count=120)
    having = (w.any(axis=0)) & (y.any(axis=0))
    assert (~having).sum() > 0
    found = association(data, "row", "column", none="drop", draws=0)
    assert (found.statistic, found.rao_scott_statistic, found.df) == pytest.approx(
        long_way(w[:, having], y[:, having], (False, False)), rel=1e-9
    )


@settings(max_examples=25)
@given(
    seed=st.integers(0, 10_000),
    rows=st.integers(2, 4),
    columns=st.integers(2, 4),
    count=st.integers(30, 90),
)
def test_turning_the_table_turns_only_the_table(seed, rows, columns, count):
    data, *_ = random_dataset(rows, columns, count=count, seed=seed)
    one = association(data, "row", "column", none="include", draws=0)
    other = association(data, "column", "row", none="include", draws=0)
    assert (one.statistic, one.df, one.p_bonferroni) == pytest.approx(
        (other.statistic, other.df, other.p_bonferroni), nan_ok=True
    )
    np.testing.assert_allclose(one.residuals.to_numpy(), other.residuals.to_numpy().T)


# --- permutation ---

DIMENSIONS = ("row", "column")


@pytest.mark.parametrize(("single", "seed"), [((), 1), (("row",), 2), (("row", "column"), 3)])
def test_all_permutations_give_the_exact_p_values(monkeypatch, single, seed):
    """Six initiatives can be dealt in 720 ways: each counted the long way, and by ``permute``
    from dealings that are all of them, must give the same.
    """
    total, every = 6, np.array(list(itertools.permutations(range(6))))
    data, w, y = random_dataset(3, 2, count=total, seed=seed, single=single)
    singles = ("row" in single, "column" in single)
    kept = [(m.any(axis=1)) & ~(m.all(axis=1)) for m in (w, y)]
    w, y = w[kept[0]], y[kept[1]]

    def of(y):
        cells = np.array(
            [
                [
                    pearson(with_half([[a @ b, a @ (1 - b)], [(1 - a) @ b, (1 - a) @ (1 - b)]]))
                    for b in y
                ]
                for a in w
            ]
        )
        return pearson(w @ y.T) if all(singles) else long_way(w, y, singles)[0], cells

    statistic, cells = of(y)
    dealt = [of(y[:, order]) for order in every]
    hits = sum(s >= statistic - 1e-9 for s, _ in dealt)
    largest = np.array([c.max() for _, c in dealt])
    hits_of_cells = (largest[:, None, None] >= cells - 1e-9).sum(axis=0)

    class Every:
        def permuted(self, order, axis):
            return order[0][every]

    monkeypatch.setattr(module, "STEP", every.size)  # all in one batch
    monkeypatch.setattr(np.random, "default_rng", lambda seed: Every())
    found_p, found_cells, bound = module.permute(
        statistic,
        cells,
        [module.patterns(np.vstack([pack_rows(m > 0), everyone(total)]), total) for m in (w, y)],
        singles,
        len(every),
        0,
    )
    assert found_p == (hits + 1) / (len(every) + 1)
    np.testing.assert_array_equal(found_cells, (hits_of_cells + 1) / (len(every) + 1))
    np.testing.assert_array_equal(found_cells <= 0.05, cells > bound + 1e-9)
    monkeypatch.undo()
    drawn = association(data, *DIMENSIONS, none="include", draws=1999)
    assert drawn.p_permutation == pytest.approx(found_p, abs=0.05)
    np.testing.assert_allclose(drawn.cells["p_max_t"], found_cells.ravel(), atol=0.05)


def test_a_cell_passes_just_beyond_the_reach(shipped):
    found = association(shipped, "sector", "priority", none="include", draws=199)
    cells = found.cells
    assert found.passing == (cells["p_max_t"] <= 0.05).sum() > 0
    assert ((cells["residual"].abs() > found.reach) == (cells["p_max_t"] <= 0.05)).all()
    assert association(shipped, "sector", "priority", none="include", draws=18).passing == 0
    assert association(shipped, "sector", "priority", none="include", draws=0).passing == 0


def test_pieces_of_a_draw_give_what_one_piece_gives(monkeypatch):
    data, *_ = random_dataset(4, 5, count=300)
    whole = association(data, *DIMENSIONS, none="include", draws=50)
    monkeypatch.setattr(module, "STEP", 128)
    monkeypatch.setattr(module, "SMALL_PRODUCT", 1)
    parts = association(data, *DIMENSIONS, none="include", draws=50)
    assert parts.p_permutation == whole.p_permutation
    assert parts.cells["p_max_t"].tolist() == whole.cells["p_max_t"].tolist()


def test_a_selection_is_dealt_among_its_own(shipped):
    """``where`` is the dataset of the initiatives chosen, and nothing of the others is left."""
    chosen = shipped.where(priority=["p1", "p3"])
    ids = set(chosen.initiatives["initiative_id"])
    alone = foip.Dataset(
        initiatives=shipped.initiatives[shipped.initiatives["initiative_id"].isin(ids)],
        codings=shipped.codings[shipped.codings["initiative_id"].isin(ids)],
        codebook=shipped.codebook,
        units=shipped.units,
    )
    one, other = (association(d, "tool", "region", none="drop", draws=99) for d in (chosen, alone))
    assert one.base == other.base < len(shipped.initiatives)
    assert one.p_permutation == other.p_permutation
    assert one.cells["p_max_t"].tolist() == other.cells["p_max_t"].tolist()


def test_where_codes_are_rare_what_rests_on_chi_square_is_withheld(shipped):
    found = association(shipped, "tool", "region", none="include", draws=99)
    assert found.withheld
    assert math.isnan(found.p_rao_scott)
    assert math.isnan(found.p_bonferroni)
    assert found.cells[["p", "p_bonferroni"]].isna().all(axis=None)
    assert found.df > 0  # the statistic itself is no p value
    assert "withheld" in found.note
    assert 0 < found.p_permutation <= 1
    assert not math.isnan(found.p_bootstrap)
    dense, *_ = random_dataset(3, 3, count=200)
    dense = association(dense, *DIMENSIONS, none="include", draws=99)
    assert not dense.withheld
    assert not math.isnan(dense.p_rao_scott)
    assert "withheld" not in dense.note


def test_at_the_floor_of_the_draws_p_is_a_bound(shipped):
    found = association(shipped, "tool", "priority", none="include", draws=199)
    assert found.p_permutation == 1 / 200
    assert "≤ 0.005" in found.note
    assert "p (permutation) ≤ 0.005" in caption.finding(found.residuals)


def test_the_simulation_of_the_p_values_runs_and_is_sane():
    """The full run stands in ``benchmarks/independence.csv``; here a few datasets of each kind."""
    folder = Path(__file__).parents[2] / "benchmarks"
    kind = importlib.util.spec_from_file_location("simulation", folder / "independence.py")
    simulation = sys.modules["simulation"] = importlib.util.module_from_spec(kind)
    kind.loader.exec_module(simulation)
    short = pd.DataFrame(simulation.simulate(12, 99))
    full = pd.read_csv(folder / "independence.csv")
    assert short[["design", "p"]].equals(full[["design", "p"]])
    honest = full[full["p"].isin(["permutation", "permutation maxT"])]
    assert (
        honest["false_alarms"] <= 0.07
    ).all()  # of 1,000 datasets at 5 %, 7 % is three deviations
    several = short.groupby("p")[["false_alarms", "power"]].mean()
    assert (several.loc[["permutation", "permutation maxT"], "false_alarms"] < 0.2).all()
    assert several.loc["Rao–Scott", "false_alarms"] > several.loc["permutation", "false_alarms"]
    assert (
        several.loc["permutation maxT", "power"] > several.loc["permutation maxT", "false_alarms"]
    )


# --- bootstrap ---


def test_same_seed_same_p_in_whatever_order_the_data_stands():
    data, w, y = random_dataset(4, 3, count=50)
    shuffle = np.random.default_rng(3).permutation(50)
    turned = make(
        {"row": as_codes(w[:, shuffle], "r"), "column": as_codes(y[:, shuffle], "c")},
        initiatives=[f"i{k:05}" for k in range(50)],
    )
    one, again, two = (
        association(d, "row", "column", none="include", draws=499, seed=7)
        for d in (data, data, turned)
    )
    assert one.p_bootstrap == again.p_bootstrap == two.p_bootstrap
    assert one.p_permutation == again.p_permutation == two.p_permutation
    p_cells = [d.cells["p_max_t"].tolist() for d in (one, again, two)]
    assert p_cells[0] == p_cells[1] == p_cells[2]
    assert (one.statistic, one.df) == pytest.approx((two.statistic, two.df))
    others = {
        association(data, "row", "column", none="include", draws=499, seed=seed).p_bootstrap
        for seed in range(5)
    }
    assert len(others) > 1


@pytest.mark.parametrize(
    "single", [(), ("row",), ("row", "column")], ids=["SPMI", "MMI", "Pearson"]
)
def test_draws_are_tables_of_independent_codes(single):
    """Both ways of drawing have the mean counts of independence, and the statistic's mean is its
    degrees of freedom.
    """
    _, w, y = random_dataset(3, 3, count=400, single=single)
    singles = ("row" in single, "column" in single)
    patterns = []
    for matrix in (w, y):
        sets, counts = np.unique(np.vstack([matrix, np.ones(400)]).T, axis=0, return_counts=True)
        patterns += [sets.astype(np.float32), counts]
    expected = np.outer([*w.mean(axis=1), 1], [*y.mean(axis=1), 1]) * 400
    for draw in (module._draw_patterns, module._draw_initiatives):
        tables = draw(np.random.default_rng(1), 2000, *patterns)
        assert (tables[:, -1, -1] == 400).all()
        np.testing.assert_allclose(tables.mean(axis=0), expected, atol=1.5)
        statistics = module.statistics(tables, singles)
        assert statistics.mean() == pytest.approx(module._degrees(tables.shape, singles), rel=0.06)


def test_bootstrap_counts_the_draws_as_large_and_adds_one(monkeypatch):
    data, *_ = random_dataset(2, 2, count=30)
    statistic = association(data, "row", "column", none="include", draws=0).statistic
    drawn = iter([statistic, statistic / 2, statistic * 2, 0.0])
    original = module.statistics

    def scripted(tables, singles):
        return (
            original(tables, singles)
            if tables.ndim == 2
            else np.array([next(drawn) for _ in tables])
        )

    monkeypatch.setattr(module, "statistics", scripted)
    sets = [module.patterns(np.vstack([data.packed(d), everyone(30)]), 30) for d in DIMENSIONS]
    assert module.bootstrap(statistic, sets, (False, False), 4, 0) == (2 + 1) / (4 + 1)


def test_a_draw_that_loses_a_code_is_judged_by_the_others():
    full = np.array(
        [[4, 2, 6], [1, 5, 6], [5, 7, 12]], float
    )  # two rows, two columns, margins last
    lost = full.copy()
    lost[1] = [0, 0, 0]
    expected = module.fourfold(lost)[0].sum() * 2
    assert module.statistics(np.stack([full, lost]), (False, False))[1] == pytest.approx(expected)
    everything_lost = np.array([[0, 0], [0, 12]], float)
    assert module.statistics(everything_lost[None], (False, False))[0] == 0


def test_independent_codes_are_seldom_found_dependent():
    rng = np.random.default_rng(11)
    small = 0
    for trial in range(60):
        sides = {n: as_codes(rng.random((3, 40)) < 0.35, n[0]) for n in ("row", "column")}
        data = make(sides, initiatives=[f"i{k:05}" for k in range(40)])
        small += (
            association(data, "row", "column", none="include", draws=199, seed=trial).p_bootstrap
            <= 0.1
        )
    assert 1 <= small <= 13  # 6 are expected; outside has a chance below 1 in 400


def test_a_progress_bar_comes_after_a_while(toy, monkeypatch, capsys):
    association(toy, "tool", "region", none="include", draws=10)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(module, "PATIENCE", -1)
    monkeypatch.setattr(module, "STEP", 64)
    with_bar = association(toy, "tool", "region", none="include", draws=200)
    assert "bootstrap" in capsys.readouterr().err
    monkeypatch.setitem(importlib.import_module("sys").modules, "tqdm", None)
    without = association(toy, "tool", "region", none="include", draws=200)
    assert capsys.readouterr().err == ""
    assert with_bar.p_bootstrap == without.p_bootstrap


# --- what is told and refused ---


@pytest.mark.parametrize("seed", [-1, 1.5, "x", True])
def test_a_seed_that_is_no_whole_number_is_refused_in_words(toy, seed):
    with pytest.raises(ValueError, match=r"seed is .* It is a whole number from 0"):
        association(toy, "tool", "region", none="include", seed=seed)
    with pytest.raises(ValueError, match="It is 'include', 'drop'"):
        association(toy, "tool", "region", none=seed)


def test_codes_that_do_not_vary_are_named_and_left_out():
    data = make(
        {"tool": {"each": "abcd", "some": "ab", "never": ""}, "region": {"n": "ac", "s": "b"}},
    )
    found = association(data, "tool", "region", none="include", draws=0)
    assert found.left_out == {"tool": ["EACH", "NEVER"]}
    assert found.residuals.index.tolist() == ["SOME"]
    assert not found.residuals.isna().any(axis=None)
    assert "EACH, NEVER" in found.note


def test_codes_that_decide_each_other_have_no_rao_scott():
    data = make({"tool": {"a": "ab"}, "region": {"n": "ab"}}, initiatives=list("abcd"))
    found = association(data, "tool", "region", none="include", draws=99)
    assert math.isnan(found.df)
    assert math.isnan(found.p_rao_scott)
    assert found.p_bootstrap > 0
    assert "decide each other" in found.note


def test_no_draws_no_p_by_draws(toy):
    found = association(toy, "tool", "region", none="include", draws=0)
    assert math.isnan(found.p_bootstrap)
    assert math.isnan(found.p_permutation)
    assert found.cells["p_max_t"].isna().all()
    assert found.passing == 0
    assert "bootstrap" not in found.note
    assert "no draws" in found.note


def test_the_text_says_what_a_p_value_means_for_a_whole_document(toy):
    found = association(toy, "tool", "region", none="include", draws=99)
    assert repr(found) == found.note
    for words in (
        "SPMI",
        "8 initiatives",
        "none of them",
        "Rao–Scott",
        "99 draws",
        "permutation",
        "not a sample",
    ):
        assert words in found.note
    assert found._repr_html_().count("<p>") == found.note.count("\n") + 1
    japanese = association(toy, "tool", "region", none="drop", draws=99, lang="ja").note
    assert "標本ではない" in japanese
    assert "8件" not in japanese
    assert "除く" in japanese


def test_residuals_carry_what_a_heat_map_needs(toy):
    found = association(toy, "tool", "region", none="drop", draws=0, lang=None)
    itself = foip.about(found.residuals)
    assert found.residuals.index.tolist() == itself.row_codes == ["A", "B", "C"]
    assert (itself.kind, itself.rows, itself.columns, itself.base) == (
        "association",
        "tool",
        "region",
        6,
    )
    assert itself.cells["A"]["N"] == ["a", "b"]
    assert (
        itself.more["passing"]
        == found.passing
        == sum(p <= 0.05 for line in itself.more["p_max_t"].values() for p in line.values())
    )
    assert itself.note == found.note


def test_a_selection_is_named(toy):
    assert (
        "(tool: A)"
        in association(toy.where(tool="A"), "region", "tool", none="include", draws=0).note
    )


def test_a_parent_depends_on_its_children_by_definition():
    found = association(foip.load(), "tool", "tool_family", none="include", draws=0)
    assert "by definition" in found.note
    assert (
        "by definition"
        not in association(foip.load(), "tool", "region", none="include", draws=0).note
    )


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (("tool", "tool"), {"none": "include"}, ["both 'tool'", "cross_tab"]),
        (
            ("tool", "regoin"),
            {"none": "include"},
            ["no dimension 'regoin'", "Did you mean 'region'"],
        ),
        (("tool", "region"), {}, ["none is not given", "none='include'", "none='drop'"]),
        (("tool", "region"), {"none": "dorp"}, ["'dorp'", "Did you mean 'drop'"]),
        (("tool", "region"), {"none": "drop", "draws": -1}, ["draws is -1", "whole number"]),
        (("tool", "region"), {"none": "drop", "draws": 10.5}, ["draws is 10.5"]),
        (("tool", "region"), {"none": "drop", "lang": "fr"}, ["lang is 'fr'"]),
    ],
)
def test_what_is_refused_is_refused_in_a_sentence(toy, arguments, options, words):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011
        association(toy, *arguments, **options)
    for word in words:
        assert word in str(refusal.value)


def test_nothing_to_compare_is_refused():
    data = make({"tool": {"a": "abc"}, "region": {"n": "ab"}})
    with pytest.raises(
        ValueError,
        match="No code of 'tool' varies: each one is had by all or by none of the 3 initiatives",
    ):
        association(data, "tool", "region", none="include")


def test_a_refusal_never_advises_what_was_done():
    data = make({"tool": {"a": "abc"}, "region": {"n": "ab"}}, initiatives=list("abcd"))
    with pytest.raises(ValueError, match="No code of 'tool' varies") as refusal:
        association(data, "tool", "region", none="drop")
    assert "none='include'" in str(refusal.value)
    with pytest.raises(ValueError, match="No code of 'tool' varies") as refusal:
        association(data.where(tool="a"), "tool", "region", none="include")
    assert "none=" not in str(refusal.value)


# --- the shipped data ---


def test_shipped_tools_and_regions_are_tested(shipped):
    found = association(shipped, "tool", "region", none="include")
    table = foip.cross_tab(shipped, "tool", "region", codes="present")
    assert found.cells["observed"].sum() == table.loc[:, found.residuals.columns].to_numpy().sum()
    assert found.left_out == {"region": ["North America"]}
