"""Could this pattern come from codes that were given out independently of each other?

An ordinary χ² test of a table of multi-valued codes is wrong: an initiative with two tools stands
in two rows, so the cells are not independent. The tests made for such data take each pair of codes
by itself. For a tool i and a region j there is a 2×2 table (has i or not × has j or not) with
Pearson's statistic X²_ij; the sum X²_S over all pairs tests simultaneous pairwise marginal
independence (SPMI). The terms of that sum depend on each other, so it has no χ² distribution of its
own. What is quoted deals one side's code sets anew to the initiatives (a permutation), which keeps
what goes together on each side, and needs no χ², so it holds where codes are rare:

- the *global p*: in which share of the draws X²_S is as large;
- the *p of a cell*: in which share of them the largest X² of any cell is as large as this one
  (maxT, Westfall & Young); it is corrected for all cells, and it alone decides which cells pass.

Beside them, to compare with published ones, those of the literature:

- *Rao–Scott, second order*: with D the variances of the cells under independence and Σ the
  covariance of the vector (w − p_w)⊗(y − p_y) of an initiative with row codes w and column codes
  y, the sum and its degrees of freedom are rescaled so that mean and variance are those of a χ²;
- *bootstrap*: rows' and columns' code sets are drawn independently, and the sum is formed anew;
- *Bonferroni*: the smallest χ² p value of a cell, times the number of cells.

Rao–Scott and Bonferroni rest on χ²; where most cells expect fewer than five initiatives they are
withheld. ``benchmarks/independence.py`` shows how often each is wrong, and what each would notice.

Where each initiative has exactly one code on one side, the sum runs over the codes of the other
side, each with a table of c × 2 (multiple marginal independence, MMI); with one code on both it is
Pearson's.

Sources: Agresti & Liu (1999), Biometrics 55, 936–943; Bilder & Loughin (2004), Biometrics 60,
241–248; Koziol & Bilder (2014), The R Journal 6(1), 144–150; Westfall & Young (1993),
Resampling-Based Multiple Testing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import check_whole, guided
from foip_analysis.dataset.membership import Bits, everyone, has_any
from foip_analysis.tables.about import About, attach, carries
from foip_analysis.tables.axes import Numbers, count_cells
from foip_analysis.tables.gaps import p_value
from foip_analysis.tables.independence import (
    LEVEL,
    bootstrap,
    chi_square_tail,
    fourfold,
    joint,
    patterns,
    permute,
    rao_scott,
    statistics,
)
from foip_analysis.tables.notes import in_brackets, limit_of, sentences
from foip_analysis.tables.question import Language, Question, check_word, print_call
from foip_analysis.words.catalogue import check_language, joined, listed, say, within
from foip_analysis.words.html import as_text, shielded

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.engines.lake import Lake

Absent = Literal["include", "drop"]
Test = Literal["SPMI", "MMI", "Pearson"]

EXPECTED_LEAST = 5  # initiatives expected in a cell: below, χ² is no good approximation
PASSING_NAMED = 5  # cells that pass are named, the strongest first


@dataclass(frozen=True, eq=False, repr=False)
class Association:
    """What a test of independence found; shows itself as a few sentences.

    Attributes
    ----------
    test
        ``"SPMI"``, ``"MMI"`` (one side has exactly one code an initiative) or ``"Pearson"`` (both
        have).
    base
        Initiatives in the test.
    statistic
        The sum of Pearson's statistics (for SPMI, the sum of the cells' statistics).
    p_permutation
        The p value to quote: (draws with a statistic at least as large + 1) / (draws + 1), where a
        draw deals the columns' code sets anew to the initiatives; NaN without draws.
    reach
        A residual beyond this, up or down, passes; NaN without draws, infinite with fewer than 19.
    rao_scott_statistic, df, p_rao_scott
        The sum rescaled, its degrees of freedom (a fraction) and its p value; NaN where the codes
        decide each other, so that Σ is 0. For Pearson the statistic itself.
    p_bootstrap
        (draws at least as large + 1) / (draws + 1); NaN without draws.
    p_bonferroni
        The smallest χ² p value of a cell × the number of cells, at most 1.
    withheld
        Whether most cells expect fewer than five initiatives, too few for χ²: then
        ``p_rao_scott``, ``p_bonferroni`` and the two of the cells are NaN.
    cells
        One row a pair of codes: their labels, ``observed`` and ``expected`` initiatives, the 2×2
        ``statistic``, its signed root ``residual``, ``p_max_t`` (by permutation, corrected for all
        cells), ``p`` (χ², 1 df, not corrected) and ``p_bonferroni``.
    residuals
        Rows × columns: the signed residuals, + where initiatives are more than expected. A
        table of which ``about`` tells the note, also without the numbers (``brief``).
    passing
        Cells with a ``p_max_t`` of at most 0.05.
    left_out
        Dimension → labels of the codes that every or no initiative of the base has.
    note
        What was tested, what was found, and what a p value means for a whole document.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> test = foip.association(foip.load(), "sector", "priority", none="include", draws=99)
    >>> test.test, test.base, test.p_permutation
    ('MMI', 62, 0.01)
    >>> test.cells.nlargest(1, "residual")[["sector", "priority", "observed"]].values.tolist()
    [['Defence', 'Security cooperation', 9]]
    """

    rows: str
    columns: str
    none: Absent
    test: Test
    base: int
    statistic: float
    p_permutation: float
    reach: float
    rao_scott_statistic: float
    df: float
    p_rao_scott: float
    p_bootstrap: float
    p_bonferroni: float
    withheld: bool
    draws: int
    seed: int
    cells: pd.DataFrame
    residuals: pd.DataFrame
    passing: int
    left_out: dict[str, list[str]]
    note: str

    def __repr__(self) -> str:
        return self.note

    def _repr_html_(self) -> str:
        head, *rest = self.note.split("\n")
        told = "".join(f"<p>{escape(line)}</p>" for line in rest)
        return shielded(f"<p><strong>{escape(head)}</strong></p>{told}")


@guided
def association(
    dataset: Dataset | Lake,
    rows: str,
    columns: str,
    *,
    none: Absent | None = None,
    draws: int = 1999,
    seed: int = 0,
    lang: Language | None = "en",
) -> Association:
    """Return whether two dimensions' codes could have been given out independently.

    Parameters
    ----------
    rows, columns
        Two different dimensions of the codebook.
    none
        Must be said, for it moves p values a lot: ``"include"`` counts initiatives without any code
        of a dimension as having none of its codes; ``"drop"`` leaves them out.
    draws
        Of the permutation and of the bootstrap; 0 for none, and then nothing passes. Time grows
        with draws × initiatives.
    seed
        Of the draws; the same seed gives the same p values, in whatever order the data stands.
    lang
        Labels and text in ``"en"`` or ``"ja"``; None gives the bare codes.

    Returns
    -------
    Association
        It shows itself as a few sentences, its ``note``. ``p_permutation`` is the p value to quote;
        ``test`` says which test was made (``"SPMI"``, ``"MMI"`` or ``"Pearson"``), ``base`` of how
        many initiatives, ``cells`` each pair of codes with its numbers; ``residuals`` are what
        ``plot`` draws. ``help`` of it tells the others.

    Raises
    ------
    ValueError
        If a dimension or option is not known, both dimensions are the same, or nothing varies.

    Notes
    -----
    Initiatives are counted, never weighed: a weight says how much an initiative is, not that there
    are several. A selection by ``where`` keeps independent codes independent, whether it names one
    side or both, for it asks of each side by itself; so the test of a selection is a test of it.

    Zero counts of a 2×2 table (for MMI, of a c×2 table) count as 0.5. The trace of D⁻¹Σ is taken at
    its value under independence, as in the published example. A draw in which a code happens to
    lose its variation is judged by its other codes: its sum is scaled up to the full degrees of
    freedom. Bonferroni counts cells in all three tests.

    References
    ----------
    Koziol, N. A., & Bilder, C. R. (2014). MRCV: A package for analyzing categorical variables with
    multiple response options. The R Journal, 6(1), 144–150.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.association(foip.load(), "priority", "theme", none="include", draws=0)
    >>> found.test, round(found.statistic)  # a theme has one priority: 62 × (3 − 1)
    ('Pearson', 124)
    """
    absent = _check(rows, columns, none, draws, lang)
    if seed is not None:  # as numpy takes it: other draws at each call
        check_whole("seed", seed, 0, "number from 0")
    dataset = dataset.counted([rows, columns])
    total, times = dataset.rows, dataset.times
    bits = [dataset.packed(dimension) for dimension in (rows, columns)]
    keep = everyone(total) if absent == "include" else has_any(bits[0]) & has_any(bits[1])
    sides = [
        _side(dataset, dimension, some & keep, keep, absent, lang)
        for dimension, some in zip((rows, columns), bits, strict=True)
    ]
    lines = [np.vstack([side.bits, keep]) for side in sides]
    singles = (sides[0].single, sides[1].single)
    table = joint(lines[0], lines[1], [(i, i) for i in range(len(lines[0]))], total, times)[
        :, :, -1
    ]
    statistic = float(statistics(table, singles))
    adjusted, df = rao_scott(statistic, lines, table, singles, total, times)
    sets = [patterns(line, total, times) for line in lines]
    cell_statistics = fourfold(table)[0]
    p_permutation, bound, p_bootstrap = math.nan, math.nan, math.nan
    p_cells = np.full(cell_statistics.shape, math.nan)
    if draws:
        p_permutation, p_cells, bound = permute(
            statistic, cell_statistics, sets, singles, draws, seed
        )
        p_bootstrap = bootstrap(statistic, sets, singles, draws, seed)
    cells, residuals = _cells(table, cell_statistics, p_cells, sides)
    withheld = bool(2 * (cells["expected"] < EXPECTED_LEAST).sum() > len(cells))
    if withheld:
        cells[["p", "p_bonferroni"]] = math.nan
    found = Association(
        rows=rows,
        columns=columns,
        none=absent,
        test=get_args(Test)[sum(singles)],
        base=int(table[-1, -1]),
        statistic=statistic,
        p_permutation=p_permutation,
        reach=math.sqrt(bound),
        rao_scott_statistic=adjusted,
        df=df,
        p_rao_scott=math.nan if withheld else chi_square_tail(adjusted, df),
        p_bootstrap=p_bootstrap,
        p_bonferroni=float(cells["p_bonferroni"].min()),
        withheld=withheld,
        draws=draws,
        seed=seed,
        cells=cells,
        residuals=residuals,
        passing=int((p_cells <= LEVEL).sum()),
        left_out={side.dimension: side.left_out for side in sides if side.left_out},
        note="",
    )
    told = _tell(dataset, found, lang)
    by_code = {
        row: dict(zip(sides[1].codes, map(float, ps), strict=True))
        for row, ps in zip(sides[0].codes, p_cells, strict=True)
    }
    given = {"none": absent, "lang": lang, "draws": draws, "seed": seed}
    itself = About(
        kind="association",
        question=Question(rows, columns, lang=lang, selection=dataset.selection),
        dataset=dataset,
        base=found.base,
        total=dataset.total,
        row_codes=sides[0].codes,
        row_labels=list(residuals.index),
        column_codes=sides[1].codes,
        column_labels=list(residuals.columns),
        bits=(sides[0].bits, sides[1].bits) if carries(dataset) else None,
        more={
            "passing": found.passing,
            "level": LEVEL,
            "p_max_t": by_code,
            "reach": found.reach,
            "p": found.p_permutation,
            "draws": draws,
        },
        made={
            "note": "\n".join(told),
            "call": print_call("association", dataset.selection, [rows, columns], given)
            + ".residuals",
            "brief": sentences([told[0], *told[3:]], lang),
        },
    )
    attach(residuals, itself)
    as_text(cells, again=partial(cells.copy(deep=False).copy, deep=False))
    return replace(found, note="\n".join(told))


@dataclass(frozen=True)
class _Side:
    """One dimension's codes that vary within the base."""

    dimension: str
    label: str
    codes: list[str]
    labels: list[str]
    bits: Bits  # packed, codes × words
    single: bool  # each initiative of the base has exactly one code
    left_out: list[str]


def _side(
    dataset: Dataset, dimension: str, bits: Bits, keep: Bits, none: Absent, lang: str | None
) -> _Side:
    every = np.vstack([bits, has_any(bits), keep])
    *sizes_all, some, base = count_cells(every, keep[None, :], dataset.times)[:, 0].tolist()
    sizes = np.array(sizes_all)
    labels = book.labels(dataset.codebook, dimension, lang)
    varies = (sizes > 0) & (sizes < base)
    if not varies.any():
        ways = "another dimension or a larger selection"
        if none == "drop":
            ways = "another dimension, a larger selection, or none='include'"
        raise ValueError(
            f"No code of '{dimension}' varies: each one is had by all or by none of the "
            f"{base} initiatives in the test, so there is nothing to compare. Choose {ways}."
        )
    single = sizes.sum() == base == some
    kept = [code for code, yes in zip(labels, varies, strict=True) if yes]
    left_out = [label for label, yes in zip(labels.values(), varies, strict=True) if not yes]
    return _Side(
        dimension,
        book.dimension_label(dataset.codebook, dimension, lang),
        kept,
        [labels[code] for code in kept],
        bits[varies],
        bool(single),
        left_out,
    )


def _cells(
    table: Numbers, statistic: Numbers, p_max_t: Numbers, sides: list[_Side]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the cells as a long table, and their signed residuals."""
    observed, expected = table[:-1, :-1], table[:-1, -1:] * table[-1:, :-1] / table[-1, -1]
    residual = np.sign(observed - expected) * np.sqrt(statistic)
    p = np.array(
        [[math.erfc(math.sqrt(x / 2)) for x in line] for line in statistic]
    )  # χ² with 1 df
    cells = pd.DataFrame(
        {
            sides[0].dimension: np.repeat(np.array(sides[0].labels, object), len(sides[1].codes)),
            sides[1].dimension: np.tile(np.array(sides[1].labels, object), len(sides[0].codes)),
            "observed": observed.ravel().astype(np.int64),
            "expected": expected.ravel(),
            "statistic": statistic.ravel(),
            "residual": residual.ravel(),
            "p_max_t": p_max_t.ravel(),
            "p": p.ravel(),
            "p_bonferroni": np.minimum(1, p * p.size).ravel(),
        }
    )
    index, columns = (pd.Index(side.labels, name=side.label) for side in sides)
    return cells, pd.DataFrame(residual, index, columns)


def _tell(dataset: Dataset, found: Association, lang: str | None) -> list[str]:
    """Return the result in sentences."""
    given, codebook, cells = (found.rows, found.columns), dataset.codebook, found.cells
    labels = {d: book.dimension_label(codebook, d, lang) for d in given}
    first, second = (within(label, lang) for label in labels.values())
    lines = [
        say(
            "association-head",
            lang,
            first=first,
            second=second,
            test=say(f"association-test-{found.test.lower()}", lang),
            limit=limit_of(dataset, lang),
            base=found.base,
            absent=say(f"association-{found.none}", lang, first=first, second=second),
        ),
        say(
            "association-found" if found.draws else "association-found-no-draws",
            lang,
            statistic=f"{found.statistic:.2f}",
            shape=" × ".join(map(str, found.residuals.shape)),
            p=_bare(p_value(found.p_permutation, found.draws)),
            draws=f"{found.draws:,}",
        ),
    ]
    passing = cells[cells["p_max_t"] <= LEVEL]
    strongest = passing.sort_values("statistic", ascending=False, kind="stable").head(PASSING_NAMED)
    which = [
        listed([row, column], lang, "pair") + in_brackets(f"{residual:+.1f}", lang)
        for row, column, residual in zip(
            strongest.iloc[:, 0], strongest.iloc[:, 1], strongest["residual"], strict=True
        )
    ]
    if found.draws:
        name = "association-passing-which" if which else "association-passing"
        lines.append(
            say(
                name,
                lang,
                level=str(LEVEL),
                passing=found.passing,
                cells=len(cells),
                which=joined(which, lang),
            )
        )
        if math.isfinite(found.reach):
            lines.append(say("association-reach", lang, reach=f"{found.reach:.1f}"))
    few = int((cells["expected"] < EXPECTED_LEAST).sum())
    if compared := _compared(found, lang):
        lines.append(say("association-compared", lang, p_values=joined(compared, lang)))
    if few:
        name = "association-withheld" if found.withheld else "association-few"
        lines.append(say(name, lang, few=few, cells=len(cells), least=EXPECTED_LEAST))
    if found.left_out:
        left_out = [
            say("association-left-out-of", lang, dimension=labels[d], codes=joined(codes, lang))
            for d, codes in found.left_out.items()
        ]
        between = say("association-left-out-between", lang)
        lines.append(say("association-left-out", lang, codes=between.join(left_out)))
    above = [book.parent_dimension(codebook, d) for d in given]
    if given[1] == above[0] or given[0] == above[1]:
        lines.append(say("association-parent", lang))
    return [*lines, say("association-meaning", lang)]


def _compared(found: Association, lang: str | None) -> list[str]:
    """Return the p values of the literature, each with the way that it was come by."""
    told = []
    if found.draws:
        p = _bare(p_value(found.p_bootstrap, found.draws))
        told.append(say("association-p-bootstrap", lang, p=p))
    if math.isnan(found.df):
        told.append(say("association-p-no-rao-scott", lang))
    if found.withheld:
        return told
    if not math.isnan(found.df):
        name, df = "rao-scott", f"{found.df:.2f}"
        if found.test == "Pearson":
            name, df = "chi-square", f"{found.df:.0f}"
        statistic = f"{found.rao_scott_statistic:.2f}"
        p = _bare(p_value(found.p_rao_scott))
        told.append(say(f"association-p-{name}", lang, p=p, statistic=statistic, df=df))
    p = _bare(p_value(found.p_bonferroni))
    return [*told, say("association-p-bonferroni", lang, p=p, cells=len(found.cells))]


def _bare(p: str) -> str:
    """Return a p value without its sign of equality."""
    return p.removeprefix("= ")


def _check(rows: str, columns: str, none: Absent | None, draws: int, lang: str | None) -> Absent:
    """Refuse what cannot be tested; return what ``none`` is."""
    check_language(lang)
    if rows == columns:
        raise ValueError(
            f"rows and columns are both '{rows}'. A dimension is never independent of "
            "itself; pass two different ones, "
            f"or use cross_tab(dataset, '{rows}', '{rows}') to see which codes stand together."
        )
    if none is None:
        raise ValueError(
            "none is not given, and it moves p values a lot. Pass none='include' to count "
            "initiatives without a code as having none "
            "of them, or none='drop' to leave them out."
        )
    check_word("none", none, ("include", "drop"))
    check_whole("draws", draws, 0, "number, 0 for no p value by draws; 1999 is usual")
    return none
