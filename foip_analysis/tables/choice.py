"""Which codes a table shows, of those that there are.

A table may show some codes only: chosen with ``codes=``, kept with ``top=``, or taken out of it
afterwards (``.head(3)``, ``.loc``). What leads among them need not lead among all: as soon as a
code that some initiative has is neither shown nor gathered in "other", no sentence may say so. How
many are shown is told in any case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.membership import everyone, has_any, unpack
from foip_analysis.tables.kinds import FLAT, GRIDS
from foip_analysis.words.catalogue import joined, listed, say, within

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.tables.about import About


@dataclass(frozen=True)
class Choice:
    """How many codes of a dimension are ``shown`` of a ``total``, those that initiatives have;
    ``leaves_out`` says whether they have others.
    """

    dimension: str
    shown: int
    total: int
    leaves_out: bool


def choices(itself: About) -> list[Choice]:
    """Return a choice for each dimension of which not every code that initiatives have has a line.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.choice import choices
    >>> table = foip.count(foip.load(), "priority", order="size")
    >>> choices(foip.about(table)), choices(foip.about(table.head(2)))
    ([], [Choice(dimension='priority', shown=2, total=3, leaves_out=True)])
    """
    if itself.kind not in GRIDS:
        return []
    lines: dict[str, list[set[str]]] = {}
    for side, dimension in (("row", itself.rows), ("column", itself.columns)):
        if dimension:
            lines.setdefault(dimension, []).append(_shown(itself, side))
    if itself.by:
        lines.setdefault(itself.by, []).append(_layers(itself))
    found = []
    for dimension, sides in lines.items():
        held = itself.held.get(dimension, {})
        out = {code for code, has in held.items() if has and any(code not in s for s in sides)}
        rest = set(itself.rest.get(dimension, []))
        codes = set.intersection(*sides) - rest
        if out or (rest and len(codes) < len(held)):
            shown = codes & held.keys()
            total = len(shown | {code for code, has in held.items() if has})
            found.append(Choice(dimension, len(shown), total, bool(out)))
    return found


def leaves_out(itself: About) -> bool:
    """Return whether initiatives have codes that the table neither shows nor gathers."""
    return any(choice.leaves_out for choice in choices(itself))


def told(itself: About) -> str:
    """Return in words how many codes are shown of how many; nothing where it is all of them."""
    rule, aside = itself.rule if itself.lies is None else ("", 0)
    several = itself.columns or itself.by
    parts = [
        say(
            "choice-codes" if several else "choice-codes-alone",
            itself.lang,
            shown=choice.shown,
            total=choice.total - aside,
            dimension=within(itself.dimension_labels[choice.dimension], itself.lang),
        )
        for choice in choices(itself)
    ]
    codes = listed(parts, itself.lang)
    return say("choice-rule", itself.lang, codes=codes, rule=rule) if rule and codes else codes


def in_foot(itself: About) -> bool:
    """Return whether a chart says in its foot how many codes it shows: those of a cross-tab that
    were chosen by a rule.
    """
    return itself.kind == "cross_tab" and itself.lies is None and bool(itself.rule[0])


def rule(itself: About) -> tuple[str, int]:
    """Return by what rule a table shows some codes only, if one can be seen in it: so many
    initiatives at least; of a count also no code that stands for a group or an area, or none of
    one parent. With it, how many codes are left aside as of another kind, by the rule or by what
    was selected.
    """
    dataset, rows = itself.dataset, itself.rows
    if itself.kind not in FLAT or dataset is None or rows is None or itself.question.weight:
        return "", 0
    if itself.kind != "count":
        leasts = set()
        for choice in choices(itself):
            shown, sizes, least = _measured(itself, dataset, choice.dimension)
            fewer = all(n < least for code, n in sizes.items() if code not in shown)
            leasts.add(least if fewer else 0)
        least = leasts.pop() if len(leasts) == 1 else 0
        return say("choice-each", itself.lang, least=least) if least > 1 else "", 0
    shown, sizes, least = _measured(itself, dataset, rows)
    above, parents = book.parent_dimension(dataset.codebook, rows), itself.parents
    held = {code: has for code, has in itself.held.get(rows, {}).items() if has or code in shown}
    aside = {
        code
        for dimension, chosen in dataset.selection
        for code in held
        if dimension == above and parents.get(code) not in chosen
    }
    aside = set() if aside & shown else aside
    whole = {parents.get(code) for code in shown}
    under = {code for code in held if parents.get(code) in whole}
    if above and len(whole) == 1 and None not in whole and under and under <= shown:
        [parent] = whole
        label = book.labels_within(dataset.codebook, above, itself.lang)[str(parent)]
        return say("choice-only", itself.lang, label=label), len(held.keys() - under)
    over = {code for code, n in sizes.items() if code not in shown | aside and n >= least}
    countries = {c for c, row in book.codes(dataset.codebook, rows).items() if row.get("iso3")}
    marked = countries or set(itself.markers) - set(itself.areas)  # else what a map can show
    areas = set(sizes) - marked if marked else set[str]()
    without = []
    if over & areas and not shown & areas:
        largest = max((code for code in sizes if code in over & areas), key=sizes.__getitem__)
        labels = book.labels(dataset.codebook, rows, itself.lang)
        without.append(
            say("choice-areas", itself.lang, label=labels[largest], number=sizes[largest])
        )
        over -= areas
        aside |= held.keys() - marked
    for parent in dict.fromkeys(parents.get(code) for code in sizes if code in over):
        if above and parent and parent not in {parents.get(code) for code in shown}:
            label = book.labels_within(dataset.codebook, above, itself.lang)[parent]
            without.append(say("choice-parent", itself.lang, label=label))
            over = {code for code in over if parents.get(code) != parent}
            aside |= {code for code in held if parents.get(code) == parent}
    told = [say("choice-least", itself.lang, least=least)] if not over and least > 1 else []
    return ("", 0) if over else (joined([*told, *without], itself.lang), len(aside))


def _measured(
    itself: About, dataset: Dataset, dimension: str
) -> tuple[set[str], dict[str, int], int]:
    """Return the codes of a dimension that have a line or that "other" gathers; how many
    initiatives of the table's base each code has that some have; and the fewest of one shown.
    """
    shown = shown_of(itself, dimension) | set(itself.rest.get(dimension, []))
    base = everyone(dataset.rows)
    for needed in itself.question.dimensions if not itself.question.none else []:
        base = base & has_any(dataset.packed(needed))
    has = unpack(dataset.packed(dimension) & base, dataset.rows)
    sums = has.sum(axis=1) if dataset.times is None else has @ dataset.times
    codes = book.codes(dataset.codebook, dimension)
    sizes = {code: int(n) for code, n in zip(codes, sums, strict=True) if n}
    return shown, sizes, min((sizes.get(code, 0) for code in shown), default=0)


def shown_of(itself: About, dimension: str) -> set[str]:
    """Return the codes of a dimension that have a line of their own."""
    return {code for of, code in codes_shown(itself) if of == dimension}


def codes_shown(itself: About) -> set[tuple[str, str]]:
    """Return the codes that have a line of their own, each with its dimension."""
    sides = [("row", itself.rows), ("column", itself.columns)]
    return {
        (dimension, code)
        for side, dimension in sides
        if dimension
        for code in _shown(itself, side) - set(itself.rest.get(dimension, []))
    }


def _shown(itself: About, side: str) -> set[str]:
    """Return the codes that the lines of a side stand for, those that "other" gathers too."""
    rows = side == "row"
    codes = itself.row_codes if rows else itself.column_codes
    roles = (itself.row_roles if rows else itself.column_roles) or [""] * len(codes)
    places: set[int] = set(range(len(codes)))
    if itself.lies is not None:
        lying = itself.lies[0 if rows else 1]
        ways = len(itself.ways) or 1
        places = {place % len(codes) if rows else place // ways for place in lying}
    shown = {codes[place] for place in places if not roles[place]}
    if any(roles[place] == "other" for place in places):
        shown |= set(itself.rest.get((itself.rows if rows else itself.columns) or "", []))
    return shown


def _layers(itself: About) -> set[str]:
    codes, rows = itself.layer_codes, len(itself.row_codes)
    if itself.lies is None:
        return set(codes)
    return {codes[place // rows] for place in itself.lies[0]}
