"""What stands out in a table of counts: contrasts found by rule, ranked, worded, checked.

Of a cross-tab each group (a row's initiatives, or a column's) is held against each quality (the
codes of the other side). A *claim* is that all of a group have the quality, that none have, or that
it has it more often than the largest other group. How much it surprises is the probability that as
many (or as few) of the group would have the quality if the group had been drawn from the table's
base at random: the tail of the hypergeometric distribution. A claim is made only where that is at
most ``SELDOM`` and the table as a whole departs from independence (``association``), so that noise
makes none in nine of ten tables; claims come with the least probable first.

That none of a group have one quality or another of two is claimed too, where ``EXPECTED`` or more
would be expected: an absence is news only where it surprises.

Of a count the claim is the leader's share, in words, or that up to three lead together, and so it
is of the margins of a cross-tab that shows them and has no contrast; of a dimension by itself the
pair of codes that most initiatives have. Where codes divide the initiatives, what comes next is
told with the leader, or of many codes how few hold half.

A claim *stands* if it can still be made of stated codings alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.tables import choice
from foip_analysis.tables.about import CARRIED, About, about, once
from foip_analysis.tables.association import association
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.grid import ENOUGH
from foip_analysis.tables.kinds import FLAT
from foip_analysis.tables.question import Codes, Question

Crossed = dict[str, dict[str, int]]
Kind = Literal["all", "none", "contrast", "part", "half", "level", "pair"]
SELDOM = 0.05  # a contrast that chance makes more often is none
GATE = 0.1  # a table that chance makes more often has no contrasts at all
DRAWS = 499  # of the gate: enough to tell 0.1
WHOLE = 3  # a group of fewer makes no "all"
LEADERS = 3  # more leaders than that are not named
EXACT = 1_000  # initiatives; of more, whole numbers of ways take minutes
CONTRAST = 0.2  # shares that differ by less are no contrast
EXPECTED = 3  # of an absence of two qualities: where fewer would be expected it is no news
SMALL_GROUP = 0.1  # of a table's initiatives: a contrast of a smaller group is no headline
HALF_OF = 6  # so many codes that divide the initiatives are told by how few hold half
ALL = "all"  # the margins


@dataclass(frozen=True)
class Group:
    """Initiatives with a code (of a base, if the code is empty), and how many have the quality."""

    code: str
    having: int
    size: int

    @property
    def share(self) -> float:
        return self.having / self.size if self.size else math.nan


@dataclass(frozen=True)
class Claim:
    """That groups of one dimension have a code of another: all, none, or more than ``other``; or
    that the leading part of all have a code, or the leading pair of codes.

    ``number`` of ``base`` distinct initiatives of the groups together have it.
    """

    kind: Kind
    of: str  # the groups' dimension
    groups: tuple[Group, ...]
    dimension: str  # the quality's
    quality: str
    number: int
    base: int
    other: Group | None
    chance: float  # of as much by a random draw
    among: frozenset[str] = frozenset()  # the codes that a leader leads, of a count
    more: tuple[str, ...] = ()  # further qualities that none of the group have
    after: tuple[Group, ...] = ()  # what comes next, of a count whose codes divide the initiatives
    stands: bool | None = None  # with stated codings alone; None where no basis is known


@once
def claims(table: pd.DataFrame) -> list[Claim]:
    """Return the claims of a table, the most surprising first; see ``findings``."""
    itself = about(table)
    asked, dataset = itself.question, itself.dataset
    if itself.kind not in FLAT or dataset is None:
        raise ValueError(
            "Findings are made of a count or a cross-tab of the dataset. Make one with count() or "
            "cross_tab()."
        )
    if asked.weight or asked.count != "initiatives":
        return []
    return _checked(dataset, _found(itself, dataset)) or _of_margins(itself)


def _of_margins(itself: About) -> list[Claim]:
    """Return the claims of the margins of a cross-tab, if it shows them."""
    asked, dataset, found = itself.question, itself.dataset, list[Claim]()
    if dataset and asked.margins and asked.columns and asked.columns != asked.rows:
        for own, other in ((asked.rows, asked.columns), (asked.columns, asked.rows)):
            base = those_having(dataset, other)
            found += _checked(base, _of_a_count(base, own, choice.shown_of(itself, own)))
    return found


def _checked(dataset: Dataset, found: Iterable[Claim]) -> list[Claim]:
    """Return claims with whether each stands on stated codings alone."""
    if "basis" not in dataset.codings:
        return list(found)
    stated = dataset.stated()
    return [
        replace(
            claim,
            stands=_stands(stated, claim),
            after=claim.after if _follows(stated, claim) else (),
        )
        for claim in found
    ]


@once
def headlined(table: pd.DataFrame) -> list[Claim]:
    """Return the claim that makes a table's title, of those whose codes it shows: of a group that
    is not ``SMALL`` before others, and one that stands on stated codings alone before one that
    does not. With it comes its mirror: that all of another group have another quality. Groups of
    few are left to ``findings``; where all are small, what the margins bear comes first.
    """
    itself = about(table)
    if itself.kind not in FLAT or itself.dataset is None:
        return []
    seen, least = choice.codes_shown(itself), SMALL_GROUP * itself.whole_base
    shown = [claim for claim in claims(table) if _codes(claim) <= seen]
    large = [claim for claim in shown if claim.base >= least or math.isnan(claim.chance)]
    if shown and not large:
        found = [claim for claim in _of_margins(itself) if _codes(claim) <= seen]
        whole = [claim for claim in shown if claim.kind == "all" and claim.stands]
        if found and whole and found[0].stands is not False:
            return [replace(found[0], after=()), whole[0]]
        large = found or shown
    stands = [claim for claim in large if claim.stands is not False]
    if not large:
        return []
    first = (stands or large)[0]
    mirrors = [
        claim
        for claim in shown
        if claim.kind == first.kind == "all"
        and (claim.of, claim.stands) == (first.of, True)
        and claim.quality != first.quality
    ]
    return [_of_many(itself.dataset, claim) for claim in [first, *mirrors[:1]]]


def _of_many(dataset: Dataset, claim: Claim) -> Claim:
    """Return a claim that is true of several groups without those of few initiatives, if it is true
    of another: a title names what carries it.
    """
    many = tuple(group for group in claim.groups if group.size >= ENOUGH)
    return _of(dataset, claim, many) if 0 < len(many) < len(claim.groups) else claim


def _codes(claim: Claim) -> set[tuple[str, str]]:
    """Return the codes that a claim speaks of, each with its dimension."""
    others = [claim.other] if claim.other else []
    groups = {(claim.of, group.code) for group in (*claim.groups, *claim.after, *others)}
    return groups | {(claim.dimension, quality) for quality in (claim.quality, *claim.more)}


def _found(itself: About, dataset: Dataset) -> list[Claim]:
    asked = itself.question
    if asked.columns is None:
        return list(_of_a_count(dataset, asked.rows, choice.shown_of(itself, asked.rows)))
    if asked.columns == asked.rows:
        return list(_of_pairs(dataset, asked))
    cells = _crossed(dataset, asked.rows, asked.columns, asked.codes)
    if not cells[ALL][ALL] or not _departs(dataset, asked):
        return []
    turned = {column: {row: line[column] for row, line in cells.items()} for column in cells[ALL]}
    ways = [(asked.rows, asked.columns, cells), (asked.columns, asked.rows, turned)]
    found = [
        claim
        for way in ways
        for claim in [*_joined(dataset, _of_groups(*way)), *_absences(dataset, *way)]
    ]
    found.sort(key=lambda claim: claim.chance)
    return _told_once(found)


def _departs(dataset: Dataset, asked: Question) -> bool:
    """Whether chance seldom makes such a table."""
    assert asked.columns is not None
    large = dataset.total > CARRIED  # where χ² holds, and dealing takes long
    draws = 0 if large else DRAWS
    try:
        test = association(dataset, asked.rows, asked.columns, none="include", draws=draws)
    except ValueError:  # nothing varies
        return False
    return (test.p_rao_scott if large else test.p_permutation) <= GATE


def _crossed(dataset: Dataset, rows: str, columns: str, codes: Codes = "all") -> Crossed:
    """Return the counts of a cross-tab with its margins: row code → column code → initiatives."""
    table = cross_tab(dataset, rows, columns, margins=True, lang=None, codes=codes)
    return {
        str(row): dict(zip(map(str, table.columns), map(int, line), strict=True))
        for row, line in zip(table.index, table.to_numpy(), strict=True)
    }


def _of_groups(of: str, dimension: str, cells: Crossed) -> Iterator[Claim]:
    """Yield the claims of counts with their margins: rows are groups, columns qualities."""
    base, own = cells[ALL][ALL], [code for code in cells if code != ALL]
    for quality in [code for code in cells[ALL] if code != ALL]:
        having = cells[ALL][quality]
        groups = [Group(code, cells[code][quality], cells[code][ALL]) for code in own]
        groups = [group for group in groups if group.size]
        for group in groups:
            if group.size == base or not 0 < having < base:
                continue
            more = group.having * base >= having * group.size
            chance = _tail(group.having, group.size, having, base, more=more)
            if chance > SELDOM:
                continue
            alone = (of, (group,), dimension, quality, group.having, group.size)
            if group.having == group.size >= WHOLE:
                yield Claim("all", *alone, None, chance)
            elif not group.having and group.size >= ENOUGH:
                yield Claim("none", *alone, None, chance)
            elif more and group.size >= ENOUGH and _leads(cells[group.code], quality):
                others = [
                    g for g in groups if g.size >= ENOUGH and g.share <= group.share - CONTRAST
                ]
                if others:
                    other = max(others, key=lambda g: g.size)
                    yield Claim("contrast", *alone, other, chance)


def _absences(dataset: Dataset, of: str, dimension: str, cells: Crossed) -> Iterator[Claim]:
    """Yield that none of a group have either of two qualities, where that surprises."""
    base, whole = cells[ALL][ALL], those_having(those_having(dataset, of), dimension)
    for code, own in cells.items():
        lacking = [q for q, n in own.items() if q != ALL and not n and cells[ALL][q]]
        lacking.sort(key=lambda quality: -cells[ALL][quality])
        if code == ALL or own[ALL] < ENOUGH or len(lacking) != 2:
            continue
        having = whole.where(**{dimension: lacking}).total
        chance = _tail(0, own[ALL], having, base, more=False)
        few = own[ALL] * having < EXPECTED * base or chance > SELDOM
        if few or own[ALL] in [n for quality, n in own.items() if quality != ALL]:
            continue  # that all have another quality says more
        group = (Group(code, 0, own[ALL]),)
        yield Claim(
            "none", of, group, dimension, lacking[0], 0, own[ALL], None, chance, more=(lacking[1],)
        )


def _leads(cells: dict[str, int], quality: str) -> bool:
    """Whether no other quality is as frequent in a group: what else stands out of it is no news."""
    return all(n < cells[quality] for code, n in cells.items() if code not in (ALL, quality))


def _joined(dataset: Dataset, found: Iterator[Claim]) -> list[Claim]:
    """Return claims with the groups of which the same is true of all (or of none) in one."""
    kept: dict[tuple[str, ...], Claim] = {}
    for claim in sorted(found, key=lambda claim: claim.chance):
        whole = claim.kind in ("all", "none")
        key = (claim.kind, claim.quality, *(() if whole else (claim.groups[0].code,)))
        if key in kept:
            claim = _of(dataset, kept[key], kept[key].groups + claim.groups)
        kept[key] = claim
    return list(kept.values())


def _of(dataset: Dataset, claim: Claim, groups: tuple[Group, ...]) -> Claim:
    """Return a claim that is true of all, or of none, as one of these groups."""
    codes = [group.code for group in groups]
    size = those_having(dataset, claim.dimension).where(**{claim.of: codes}).total
    number = size if claim.kind == "all" else 0
    return replace(claim, groups=groups, base=size, number=number)


def those_having(dataset: Dataset, dimension: str) -> Dataset:
    """Return the initiatives that have any code of a dimension."""
    return dataset.where(**{dimension: list(book.codes(dataset.codebook, dimension))})


def _told_once(found: list[Claim]) -> list[Claim]:
    """Return claims without those that only turn a better one round."""
    kept: list[Claim] = []
    told: set[frozenset[tuple[str, str]]] = set()
    for claim in found:
        pairs = {
            frozenset({(claim.of, group.code), (claim.dimension, quality)})
            for group in claim.groups
            for quality in (claim.quality, *claim.more)
        }
        if not pairs <= told:
            kept.append(claim)
        told |= pairs
    return kept


def _of_a_count(dataset: Dataset, of: str, shown: set[str]) -> Iterator[Claim]:
    """Yield the leader's share of a count, if one code of those that are shown leads; before it, of
    many codes that divide the initiatives, how few hold half.
    """
    cells = count(dataset, of, lang=None, margins=True).iloc[:, 0].astype(int)
    base, every = int(cells.iloc[-1]), cells.iloc[:-1]
    having = every[[code in shown for code in every.index]].sort_values(
        ascending=False, kind="stable"
    )
    best = int(having.max()) if base and len(having) else 0
    leaders = [str(code) for code in having.index[having == best]] if best else []
    if not leaders or (len(leaders) > 1 and not len(leaders) <= LEADERS < len(having)):
        return
    groups = [Group(str(code), int(n), int(n)) for code, n in having.items() if n]
    alone = len(leaders) == 1
    divides = alone and book.codes_per_initiative(dataset.codebook, of) == "one"
    kind: Kind = "part" if alone else "level"
    named: list[Group] = [] if alone else groups[: len(leaders)]
    after: tuple[Group, ...] = ()
    if divides and len(groups) > 1:
        after = tuple(group for group in groups[1:] if group.size == groups[1].size)
        after = after if len(after) < LEADERS and 2 * groups[1].size >= best else ()
        halves = _hold_half(groups, base)
        if int((every > 0).sum()) == len(groups) >= HALF_OF and len(halves) * 3 <= len(groups):
            held = sum(group.size for group in halves)
            whole = (of, tuple(halves), of, leaders[0], held, base, None, math.nan)
            yield Claim("half", *whole, among=frozenset(group.code for group in groups))
    fixed = (of, tuple(named), of, leaders[0], best, base, None, math.nan)
    yield Claim(kind, *fixed, among=frozenset(shown), after=after)


def _hold_half(groups: list[Group], base: int) -> list[Group]:
    """Return the first groups, the largest first, that have half of a base between them."""
    for n in range(1, len(groups) + 1):
        if 2 * sum(group.size for group in groups[:n]) >= base:
            return groups[:n]
    return groups


def _of_pairs(dataset: Dataset, asked: Question) -> Iterator[Claim]:
    """Yield the pair of codes of a dimension that most initiatives have, if one leads."""
    cells = _crossed(dataset, asked.rows, asked.rows, asked.codes)
    own = [code for code in cells if code != ALL]
    pairs = {(a, b): cells[a][b] for n, a in enumerate(own) for b in own[n + 1 :]}
    best = max(pairs.values(), default=0)
    leaders = [pair for pair, number in pairs.items() if number == best]
    if best and len(leaders) == 1:
        (first, second), base = leaders[0], cells[ALL][ALL]
        group = Group(first, best, cells[first][ALL])
        yield Claim("pair", asked.rows, (group,), asked.rows, second, best, base, None, math.nan)


def _stands(stated: Dataset, claim: Claim) -> bool:
    """Whether a claim is true of stated codings alone, whatever its size there."""
    if claim.kind == "pair":
        found = _of_pairs(stated, Question(rows=claim.of, columns=claim.of))
        return [_codes(pair) for pair in found] == [_codes(claim)]
    if claim.kind in ("part", "level", "half"):
        having = count(stated, claim.dimension, lang=None).iloc[:, 0]
        having = having[[code in claim.among for code in having.index]]
        leaders = [group.code for group in claim.groups] or [claim.quality]
        if claim.kind == "half":
            return bool(2 * having[leaders].sum() >= having.sum())
        return list(having.index[having == having.max()]) == leaders
    cells = _crossed(stated, claim.of, claim.dimension)
    others = [claim.other] if claim.other else []
    for quality in (claim.quality, *claim.more):
        groups = [
            Group(group.code, cells[group.code][quality], cells[group.code][ALL])
            for group in (*claim.groups, *others)
        ]
        if not all(group.size for group in groups):
            return False
        if claim.kind == "contrast":
            return groups[0].share >= groups[1].share + CONTRAST
        if any(group.having != (group.size if claim.kind == "all" else 0) for group in groups):
            return False
    return True


def _follows(stated: Dataset, claim: Claim) -> bool:
    """Whether what comes next of a count does so by what is stated, too; so does what is never
    stated, for it says that nothing is.
    """
    having = count(stated, claim.dimension, lang=None).iloc[:, 0]
    having = having[[code in claim.among and code != claim.quality for code in having.index]]
    after = {group.code for group in claim.after}
    never = not having[list(after)].any()
    return never or set(having.index[having == having.max()]) == after


def _tail(having: int, size: int, whole: int, base: int, *, more: bool) -> float:
    """Return the probability that a random draw of ``size`` of a base has as many (or as few)."""
    least, most = max(0, size + whole - base), min(size, whole)
    numbers = range(having, most + 1) if more else range(having, least - 1, -1)
    if base <= EXACT or not least <= having <= most:
        ways = sum(math.comb(whole, n) * math.comb(base - whole, size - n) for n in numbers)
        return ways / math.comb(base, size)
    # In logarithms, from the number itself away from what is expected, until terms weigh nothing.
    ways_of = ((whole, having), (base - whole, size - having), (base, size))
    one, rest, every = (_log_ways(n, k) for n, k in ways_of)
    others, total, term = base - whole - size, 0.0, 1.0
    for n in numbers:
        total += term
        if more:
            term *= (whole - n) * (size - n) / ((n + 1) * (others + n + 1))
        else:
            term *= n * (others + n) / ((whole - n + 1) * (size - n + 1))
        if term < total * 1e-12:
            break
    return min(1.0, math.exp(one + rest - every) * total)


def _log_ways(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
