"""What ranges and tests of association say in a sentence: tables whose numbers are differences.

A count's finding is its largest number. Here the finding is the widest gap between two ways of
counting, or how many pairs of codes stand out from independence. ``findings`` asks this module for
the tables of these kinds.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd

from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import About, about
from foip_analysis.tables.competing import column_codes, row_codes, stacked
from foip_analysis.tables.grid import ENOUGH, grid_of, number
from foip_analysis.tables.notes import (
    LEADERS_NAMED,
    in_brackets,
    labels_within,
    of_base,
    phrase,
    together,
)
from foip_analysis.words.catalogue import joined, listed, say, within
from foip_analysis.words.numerals import fixed, plain

ORDER_TOLD = 5  # lines whose order is told


def finding(table: pd.DataFrame) -> str:
    """Return the main finding of a range or of the residuals of an association.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.gaps import finding
    >>> finding(foip.sensitivity(foip.load(), "tool_family"))
    'Business rests most on inference: stated for only 5 of 10 initiatives'
    """
    if about(table).kind == "association":
        return _finding_of_association(table)
    return _finding_of_range(table)


def subtitle(table: pd.DataFrame) -> str:
    """Return what the numbers are, their base and the order."""
    itself, lang = about(table), about(table).lang
    labels = [itself.dimension_labels[d] for d in itself.question.dimensions]
    limit = in_brackets(itself.selection, lang)
    if itself.kind == "association":
        by, of = together(labels, lang), of_base(itself.whole_base, itself.total, 2, lang)
        return say("subtitle-residuals", lang, by=by, limit=limit, of=of)
    by = listed([within(label, lang) for label in labels], lang, "crossed")
    of = ""
    layered = any(isinstance(base, dict) for base in itself.part_bases.values())
    if not itself.question.weight and not layered:  # each way is of a number of initiatives
        bases = [f"{base:,.0f}" for base in dict.fromkeys(itself.part_bases.values())]
        of = say("subtitle-range-base", lang, bases=listed(bases, lang), total=plain(itself.total))
    if of and _to(itself) == "inference":
        first, last = itself.part_bases.values()
        ways = table.to_numpy(float).reshape(len(table), -1, 2)
        same = first == last or np.array_equal(ways[..., 0], ways[..., 1])
        single = all(many == "one" for many in itself.codes_per_initiative.values())
        assert isinstance(first, float | int)
        assert isinstance(last, float | int)
        return say(
            f"subtitle-stated-{'all' if same else 'one' if single else 'some'}",
            lang,
            by=by,
            limit=limit,
            of=of_base(last, itself.total, len(labels), lang),
            stated=plain(first),
        )
    return say(
        "subtitle-range",
        lang,
        what=say(f"subtitle-range-{_to(itself)}", lang, by=by, limit=limit),
        of=of,
    )


def alternative(table: pd.DataFrame, title: str, subtitle: str) -> str:
    """Return a text that stands for the picture."""
    itself, to = about(table), {}
    if itself.kind == "association":
        name, far = "alt-residuals", _farthest(stacked(table)).head(5)
        values = [
            f"{listed(key, itself.lang, 'pair')} {residual(value)}"
            for key, value in zip(far.index, far, strict=True)
        ]
    else:
        name, to, lines = "alt-range", {"to": _to(itself)}, _lines(table)
        gaps = (lines.max(axis=1) - lines.min(axis=1)).fillna(0)
        if _to(itself) != "inference":
            lines = lines.iloc[np.argsort(-gaps.to_numpy(), kind="stable")]
        elif not gaps.any():  # nothing is inferred
            name, to = "alt-largest", {}
        values = [
            f"{label} " + "–".join(dict.fromkeys(number(itself, value) for value in line))
            for label, line in zip(lines.index[:5], lines.to_numpy()[:5], strict=True)
        ]
    places = {"title": title, "subtitle": subtitle, "values": joined(values, itself.lang)}
    return say(name, itself.lang, **places, **to)


def residual(value: float) -> str:
    """Return a residual as a chart prints it: its sign and one decimal."""
    rounded = round(value, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def p_value(p: float, draws: int | None = None) -> str:
    """Return a p value with its sign; the least that so many draws can give is a bound.

    Examples
    --------
    >>> p_value(0.0005, 1999), p_value(0.31, 1999), p_value(0.00001)
    ('≤ 0.0005', '= 0.31', '< 0.0001')
    """
    least = 1 / (draws + 1) if draws else 0.0
    if p <= least:
        return f"≤ {np.format_float_positional(least, precision=2, fractional=False, trim='-')}"
    return "< 0.0001" if p < 0.0001 else f"= {p:.2g}"


def passing(table: pd.DataFrame) -> Flags:
    """Return which residuals pass after correction: rows × columns."""
    more, columns = about(table).more, column_codes(table)
    passes = [
        [more["p_max_t"][row][column] <= more["level"] for column in columns]
        for row in row_codes(table)
    ]
    return np.array(passes, bool)


def _farthest(residuals: pd.Series) -> pd.Series:
    """Return residuals, those farthest from 0 first."""
    return residuals.sort_values(ascending=False, kind="stable", key=abs)


def _finding_of_association(table: pd.DataFrame) -> str:
    itself, lang = about(table), about(table).lang
    passes = _farthest(stacked(table.where(passing(table))).dropna())
    named = [listed(pair, lang, "pair") for pair in passes.index[:LEADERS_NAMED]]
    count = itself.more["passing"]
    if not itself.more["draws"]:
        name = "finding-passing-untested"
    elif not count:
        name = "finding-passing-none"
    elif len(passes) != count:  # some are not shown, and none is named
        name = "finding-passing"
    else:
        name = "finding-passing-named" if count <= LEADERS_NAMED else "finding-passing-most"
    labels = itself.dimension_labels
    rows, columns = (within(labels[d], lang) for d in itself.question.dimensions)
    return say(
        name,
        lang,
        rows=rows,
        columns=columns,
        count=count,
        cells=sum(map(len, itself.more["p_max_t"].values())),
        named=listed(named, lang),
        strongest=named[0] if named else "",
        p=say("finding-p", lang, p=p_value(itself.more["p"], itself.more["draws"])),
    )


def _finding_of_range(table: pd.DataFrame) -> str:
    itself, lines = about(table), _lines(table)
    if itself.more["to"] == "one_out":
        return _finding_of_one_out(lines, itself.lang)
    gaps = (lines.iloc[:, 0] - lines.iloc[:, -1]).abs().fillna(0).round(12)
    gap = float(gaps.max()) if len(gaps) else 0.0
    leaders = most_inferred(table) or list(gaps[gaps == gap].index)
    kind = _to(itself)
    many = ("one", "two", "more")[min(len(leaders) - 1, LEADERS_NAMED)] if gap else "none"
    if kind == "inference" and (turn := _turned(itself, lines)):
        return turn
    if kind == "inference" and gap and (itself.question.share or itself.question.weight):
        name = "finding-inference-moves"
    else:
        name = f"finding-{kind}-{many}"
    assert itself.rows is not None
    places: dict[str, str] = {}
    for n, leader in enumerate(leaders[:LEADERS_NAMED], 1):
        stood = lines.loc[leader].to_numpy(float)
        first, last = number(itself, stood[0]), number(itself, stood[-1])
        places |= {f"name_{n}": leader, f"first_{n}": first, f"last_{n}": last}
    return say(
        name,
        itself.lang,
        rows=within(itself.dimension_labels[itself.rows], itself.lang),
        any="yes" if len(lines) and lines.loc[leaders[0]].iloc[0] else "no",
        gap=number(itself, gap),
        count=len(leaders),
        more=len(leaders) - 1,
        **places,
    )


def most_inferred(table: pd.DataFrame) -> list[str]:
    """Return the lines of which the largest part is inferred, of those with ``ENOUGH`` initiatives;
    none if they are many, nothing is, or the table is no count by what is stated.
    """
    itself = about(table)
    asked = itself.question
    if itself.kind != "range" or _to(itself) != "inference" or asked.share or asked.weight:
        return []
    lines = _lines(table)
    stated, every = lines.iloc[:, 0], lines.iloc[:, -1]
    parts = ((every - stated) / every)[every >= ENOUGH].round(12)
    most = [str(name) for name in parts.index[(parts == parts.max()) & (parts > 0)]]
    return most if len(most) <= LEADERS_NAMED else []


def _turned(itself: About, lines: pd.DataFrame) -> str | None:
    """Return which of a few lines changes places with another when only stated codings count."""
    if not 1 < len(lines) <= ORDER_TOLD or itself.columns:
        return None
    stated, every = lines.iloc[:, 0], lines.iloc[:, -1]
    turns = [
        (stated[a], stated[b], a, b)
        for a in lines.index
        for b in lines.index
        if stated[a] > stated[b] > 0 and every[a] <= every[b]
    ]
    if not turns:
        return None
    more, less, first, second = max(turns)
    top, next_to = str(every.idxmax()), str(stated.drop(every.idxmax()).idxmax())
    if top not in (first, second) and stated[top] > stated[next_to]:  # first with and without
        return _narrowed(itself, lines, top, next_to)
    return say(
        "finding-inference-turns",
        itself.lang,
        first=within(first, itself.lang),
        second=within(second, itself.lang),
        more=number(itself, more),
        less=number(itself, less),
        then="level" if every[first] == every[second] else "behind",
        first_all=number(itself, every[first]),
        second_all=number(itself, every[second]),
    )


def _narrowed(itself: About, lines: pd.DataFrame, top: str, next_to: str) -> str | None:
    """Return how far the first line is ahead of the next by what is stated alone."""
    stated, every = lines.iloc[:, 0], lines.iloc[:, -1]
    if itself.dataset is None or itself.rows is None:
        return None
    codes = dict(zip(itself.row_labels, itself.row_codes, strict=True))
    [follower] = labels_within(itself, itself.rows, [codes[next_to]])
    return say(
        "finding-inference-narrows",
        itself.lang,
        predicate=phrase(itself, "predicate", itself.rows, [codes[top]]),
        all=number(itself, every[top]),
        total=plain(itself.total),
        stated=number(itself, stated[top]),
        next=follower,
        next_stated=number(itself, stated[next_to]),
    )


def _finding_of_one_out(lines: pd.DataFrame, lang: str | None) -> str:
    middle = lines.iloc[:, 1]
    ways = [middle - lines.iloc[:, 0], lines.iloc[:, 2] - middle]
    moves = pd.concat(ways, axis=1).max(axis=1).fillna(0).round(12)
    gap = moves.max() if len(moves) else 0
    leaders = list(moves[moves == gap].index)
    name = "finding-one-out-where" if len(leaders) == 1 else "finding-one-out"
    return say(name, lang, gap=fixed(gap * 100, 1), line=leaders[0] if leaders else "")


def _lines(table: pd.DataFrame) -> pd.DataFrame:
    """Return a range with one line a row (or row × column) that competes and one column a way."""
    itself, ways = about(table), about(table).way_labels
    grid = grid_of(table)
    values = grid.values.reshape(len(table), -1, len(ways))
    names, lines = [], []
    for (y, row), (x, column) in product(
        enumerate(grid.rows), enumerate(grid.columns[:: len(ways)])
    ):
        if not row.apart and not column.apart:
            parts = filter(None, (row.group, row.label, column.group))
            names.append(listed(list(parts), itself.lang, "pair"))
            lines.append(values[y, x])
    return pd.DataFrame(lines, pd.Index(names, dtype=object), columns=ways, dtype=float)


def _to(itself: About) -> str:
    name: str = itself.more["to"]
    return name.replace("_", "-")
