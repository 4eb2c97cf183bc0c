"""What ranges and tests of association say in a sentence: tables whose numbers are differences.

A count's finding is its largest number. Here the finding is the widest gap between two ways of
counting, or how many pairs of codes stand out from independence. ``findings`` asks this module for
the tables of these kinds.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import About, about
from foip_analysis.tables.competing import stacked
from foip_analysis.tables.grid import ENOUGH, grid_of
from foip_analysis.tables.notes import in_brackets, of_base, phrase, together
from foip_analysis.words.catalogue import joined, listed, say, within
from foip_analysis.words.numerals import fixed, percent, plain

KINDS = ("range", "association")
MOST = 2  # so many leaders are named; more are counted
FEW = 5  # lines whose order is told


def finding(table: pd.DataFrame) -> str:
    """Return the main finding of a range or of the residuals of an association.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.gaps import finding
    >>> finding(foip.sensitivity(foip.load(), "tool_family"))
    'Business rests most on inference: stated for only 5 of 10 initiatives'
    """
    return (
        _finding_of_association(table)
        if about(table).kind == "association"
        else _finding_of_range(table)
    )


def subtitle(table: pd.DataFrame) -> str:
    """Return what the numbers are, their base and the order."""
    itself, lang = about(table), about(table).lang
    dimensions = [d for d in dict.fromkeys([itself.rows, itself.columns]) if d]
    labels = [itself.dimension_labels[d] for d in dimensions]
    limit = in_brackets(itself.selection, lang)
    if itself.kind == "association":
        by, of = together(labels, lang), of_base(itself.whole_base, itself.total, 2, lang)
        return say("subtitle-residuals", lang, by=by, limit=limit, of=of)
    by = listed([within(label, lang) for label in labels], lang, "crossed")
    of = ""
    if _plain(itself):
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
            of=of_base(last, itself.total, len(dimensions), lang),
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
    lang, to = about(table).lang, ""
    if about(table).kind == "association":
        cells = stacked(table)
        far = cells.reindex(cells.abs().sort_values(ascending=False, kind="stable").index).head(5)
        name = "alt-residuals"
        values = [
            f"{listed(key, lang, 'pair')} {residual(value)}"
            for key, value in zip(far.index, far, strict=True)
        ]
    else:
        lines = _lines(table)
        gaps, to = (lines.max(axis=1) - lines.min(axis=1)).fillna(0).to_numpy(), _to(about(table))
        order = range(len(lines)) if to == "inference" else np.argsort(-gaps, kind="stable")
        widest = lines.iloc[list(order)[:5]]
        name = "alt-range"
        if to == "inference" and not gaps.any():  # nothing is inferred
            name, to = "alt-largest", ""
        values = [
            f"{name} " + "–".join(dict.fromkeys(shown(table, value) for value in line))
            for name, line in zip(widest.index, widest.to_numpy(), strict=True)
        ]
    places = {"title": title, "subtitle": subtitle, "values": joined(values, lang)}
    return say(name, lang, **places, **({"to": to} if to else {}))


def residual(value: float) -> str:
    """Return a residual as a chart prints it: its sign and one decimal."""
    rounded = round(value, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def shown(table: pd.DataFrame, value: float) -> str:
    """Return a number of a range as a chart prints it: a count, a percentage, or one decimal."""
    if pd.isna(value):
        return ""
    if about(table).more["to"] == "one_out":
        return percent(value, 1)
    if about(table).question.share:
        return percent(value)
    return plain(value)


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
    itself = about(table)
    codes = [
        [
            dict(
                zip(
                    getattr(itself, f"{side}_labels"), getattr(itself, f"{side}_codes"), strict=True
                )
            )[label]
            for label in labels
        ]
        for side, labels in (("row", table.index), ("column", table.columns))
    ]
    return np.array(
        [
            [itself.more["p_max_t"][row][column] <= itself.more["level"] for column in codes[1]]
            for row in codes[0]
        ],
        bool,
    )


def _finding_of_association(table: pd.DataFrame) -> str:
    itself, lang = about(table), about(table).lang
    passes = stacked(table.where(passing(table))).dropna()
    strongest = passes.reindex(passes.abs().sort_values(ascending=False, kind="stable").index)
    named = [listed(pair, lang, "pair") for pair in strongest.index[:MOST]]
    count = itself.more["passing"]
    if not itself.more["draws"]:
        name = "finding-passing-untested"
    elif not count:
        name = "finding-passing-none"
    elif len(passes) != count:  # some are not shown, and none is named
        name = "finding-passing"
    else:
        name = "finding-passing-named" if count <= MOST else "finding-passing-most"
    dimensions = [d for d in (itself.rows, itself.columns) if d]
    rows, columns = (within(itself.dimension_labels[d], lang) for d in dimensions)
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
    gap = gaps.max() if len(gaps) else 0
    leaders = list(gaps[gaps == gap].index)
    leaders = most_inferred(table) or leaders
    if _to(itself) == "inference" and (turn := _turned(table, lines)):
        return turn
    kind, many = _to(itself), ("one", "two", "more")[min(len(leaders) - 1, MOST)] if gap else "none"
    if kind == "inference" and gap and (itself.question.share or itself.question.weight):
        name = "finding-inference-moves"
    else:
        name = f"finding-{kind}-{many}"
    assert itself.rows is not None
    places: dict[str, str] = {}
    for n, leader in enumerate(leaders[:MOST], 1):
        first, last = (shown(table, value) for value in lines.loc[leader].iloc[[0, -1]])
        places |= {f"name_{n}": leader, f"first_{n}": first, f"last_{n}": last}
    return say(
        name,
        itself.lang,
        rows=within(itself.dimension_labels[itself.rows], itself.lang),
        any="yes" if len(lines) and lines.loc[leaders[0]].iloc[0] else "no",
        gap=shown(table, gap),
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
    return most if len(most) <= MOST else []


def _turned(table: pd.DataFrame, lines: pd.DataFrame) -> str | None:
    """Return which of a few lines changes places with another when only stated codings count."""
    if not 1 < len(lines) <= FEW or about(table).columns:
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
        return _narrowed(table, top, next_to)
    return say(
        "finding-inference-turns",
        about(table).lang,
        first=within(first, about(table).lang),
        second=within(second, about(table).lang),
        more=shown(table, more),
        less=shown(table, less),
        then="level" if every[first] == every[second] else "behind",
        first_all=shown(table, every[first]),
        second_all=shown(table, every[second]),
    )


def _narrowed(table: pd.DataFrame, top: str, next_to: str) -> str | None:
    """Return how far the first line is ahead of the next by what is stated alone."""
    itself, lines = about(table), _lines(table)
    stated, every = lines.iloc[:, 0], lines.iloc[:, -1]
    dataset, lang = itself.dataset, itself.lang
    if dataset is None or itself.rows is None:
        return None
    codes = dict(zip(itself.row_labels, itself.row_codes, strict=True))
    labels = book.labels_within(dataset.codebook, itself.rows, lang)
    return say(
        "finding-inference-narrows",
        lang,
        predicate=phrase(dataset, "predicate", itself.rows, [codes[top]], lang),
        all=shown(table, every[top]),
        total=plain(itself.total),
        stated=shown(table, stated[top]),
        next=labels[codes[next_to]],
        next_stated=shown(table, stated[next_to]),
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
    columns = grid.columns[:: len(ways)]
    kept = [
        (
            listed(
                [part for part in (row.group, row.label, column.group) if part], itself.lang, "pair"
            ),
            values[y, x],
        )
        for y, row in enumerate(grid.rows)
        for x, column in enumerate(columns)
        if not row.apart and not column.apart
    ]
    return pd.DataFrame(
        [line for _, line in kept],
        pd.Index([name for name, _ in kept], dtype=object),
        columns=ways,
        dtype=float,
    )


def _plain(itself: About) -> bool:
    """Whether each way is of a number of initiatives, not of a weight or of several layers."""
    layered = any(isinstance(base, dict) for base in itself.part_bases.values())
    return not itself.question.weight and not layered


def _to(itself: About) -> str:
    name: str = itself.more["to"]
    return name.replace("_", "-")
