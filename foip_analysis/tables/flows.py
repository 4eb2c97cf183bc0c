"""How initiatives run through several dimensions: from priority to tool family to region.

An initiative with two tools and three places has six ways through. Counted by ``pairs`` it is one
initiative in each pair of codes that it has, so streams add up to more than initiatives, and more
may leave a code than came to it. Counted ``fractional`` its 1 is split equally over its ways: what
comes to a code leaves it, and each stage adds up to the base.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.membership import Flags, unpack
from foip_analysis.tables.axes import Numbers
from foip_analysis.tables.marks import Mark, Words, attach_marks, behind
from foip_analysis.tables.notes import (
    LEADERS_NAMED,
    base_told,
    limit_of,
    of_base,
    sentences,
    together,
)
from foip_analysis.tables.question import check_word
from foip_analysis.tables.size import check_size
from foip_analysis.words.catalogue import check_language, listed, say, within, word
from foip_analysis.words.numerals import plain

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.engines.lake import Lake
    from foip_analysis.tables.question import Language

Counting = Literal["pairs", "fractional"]


@guided
def flows(
    dataset: Dataset | Lake,
    *dimensions: str,
    count: Counting = "pairs",
    none: bool = False,
    lang: Language | None = "en",
    limit: int | None = None,
) -> pd.DataFrame:
    """Return how many initiatives run from each code of a dimension to each code of the next.

    Parameters
    ----------
    *dimensions
        Two or more, in order, such as ``"priority", "tool_family", "region"``.
    count
        ``"pairs"``: the distinct initiatives with both codes; one flows once for each pair it has.
        ``"fractional"``: each initiative gives 1, split equally over its ways through all stages.
    none
        Takes in the initiatives that have no code at a stage, as "none stated"; without it the base
        is the initiatives that have one at every stage.
    lang
        Labels in ``"en"`` or ``"ja"``; None gives the bare codes.
    limit
        How many pairs of codes of two neighbouring stages may be counted; 10,000,000 if left out.

    Returns
    -------
    pandas.DataFrame
        One row a pair of codes of neighbouring stages that occurs, in codebook order: ``stage``
        (the two dimensions), ``from``, ``to``, ``value`` (integers; floats if fractional).

    Raises
    ------
    ValueError
        If there are fewer than two dimensions, one twice, or an option is not known.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> table = foip.flows(foip.load(), "priority", "tool_family", "region", count="fractional")
    >>> [round(float(stage), 6) for stage in table.groupby("stage", sort=False)["value"].sum()]
    [53.0, 53.0]
    """
    check_language(lang)
    check_word("count", count, get_args(Counting))
    if len(dimensions) < 2 or len(set(dimensions)) < len(dimensions):
        given = ", ".join(dimensions) or "none"
        raise ValueError(
            f"Flows need two or more dimensions, each once; these are: {given}. Pass such "
            "as 'priority', 'tool', 'region'."
        )
    sizes = [len(book.codes(dataset.codebook, d)) for d in dimensions]
    for pair in pairwise(sizes):
        check_size(pair, limit)
    dataset = dataset.counted(dimensions)
    times = np.ones(dataset.rows) if dataset.times is None else dataset.times.astype(float)
    check_size([sum(sizes), dataset.rows], limit, held=True)
    stages = [unpack(dataset.packed(d), dataset.rows) for d in dimensions]
    if none:
        stages = [np.vstack([has, ~has.any(axis=0)]) for has in stages]
    inside = np.logical_and.reduce([has.any(axis=0) for has in stages])
    stages = [has & inside for has in stages]
    split = count == "fractional"
    parts = [_divided(has) if split else has.astype(float) for has in stages]
    coloured = split or bool((stages[0].sum(axis=0) <= 1).all())

    known = [book.labels(dataset.codebook, d, lang) for d in dimensions]
    own = list(map(len, known))  # after these "none stated" stands
    for labels in known if none else ():
        absent = book.untaken(word("none", lang), labels.values(), lang)
        labels[book.untaken(book.NONE, labels)] = absent
    codes = [list(labels) for labels in known]
    heads = [book.dimension_label(dataset.codebook, d, lang) for d in dimensions]
    rows: list[tuple[object, ...]] = []
    bands: list[Mark] = []
    for n in range(len(dimensions) - 1):
        cells = _number((parts[n] * times) @ parts[n + 1].T, split)
        for a, b in np.argwhere(cells > 0).tolist():
            ends = known[n][codes[n][a]], known[n + 1][codes[n + 1][b]]
            rows.append((f"{heads[n]} → {heads[n + 1]}", *ends, cells[a, b]))
            row, column = f"{dimensions[n]}:{codes[n][a]}", f"{dimensions[n + 1]}:{codes[n + 1][b]}"
            both, weight = stages[n][a] & stages[n + 1][b], times * parts[n][a] * parts[n + 1][b]
            firsts: Sequence[int | None] = [None] if n else [a]
            if n and coloured:
                firsts = np.flatnonzero((stages[0] & both).any(axis=1)).tolist()
            for p in firsts:
                found = both if p is None else both & stages[0][p]
                value = weight.sum() if n == 0 or p is None else (weight * parts[0][p]).sum()
                first = None if p is None else f"{dimensions[0]}:{codes[0][p]}"
                bands.append(
                    {
                        "part": "band",
                        "row": row,
                        "column": column,
                        "within": first,
                        "value": _number(value, split).item(),
                        "initiatives": behind(dataset, found),
                    }
                )
    table = pd.DataFrame(rows, columns=["stage", "from", "to", "value"]).astype(
        {"value": float if split else np.int64}
    )
    nodes: list[Mark] = [
        {
            "part": "node",
            "row": f"{d}:{code}",
            "column": None,
            "value": _number(share @ times, split).item(),
            "initiatives": behind(dataset, has),
        }
        for d, names, stage, shares in zip(dimensions, codes, stages, parts, strict=True)
        for code, has, share in zip(names, stage, shares, strict=True)
        if has.any()
    ]
    base = int(times @ inside)
    best, ways = _widest(parts, own, times)
    words: Words = {
        "finding": _finding(best, ways, codes, known, heads, base, lang),
        "subtitle": _subtitle(heads, dataset, count, base, lang),
        "note": sentences(
            [
                base_told(dataset, list(dimensions), base, none=none, lang=lang),
                *_method(count, coloured, heads, lang),
            ],
            lang,
        ),
        "largest": [
            f"{row['from']} → {row['to']} {plain(row['value'])}"
            for row in table.sort_values("value", ascending=False, kind="stable")
            .head(5)
            .to_dict("records")
        ],
    }
    labels = {
        f"{d}:{code}": label
        for d, some in zip(dimensions, known, strict=True)
        for code, label in some.items()
    }
    strong = [[f"{dimensions[n]}:{codes[n][c]}" for n, c in enumerate(way)] for way in ways]
    return attach_marks(
        table,
        dataset,
        kind="flows",
        verb="flows",
        dimensions=list(dimensions),
        base=base,
        lang=lang,
        options=({"count": count} if split else {}) | {"none": none, "limit": limit},
        words=words,
        marks=bands + nodes,
        more={"labels": labels, "strong": strong if len(ways) <= LEADERS_NAMED else []},
    )


def _divided(has: Flags) -> Numbers:
    """Return each initiative's 1 split equally over its codes: codes × initiatives."""
    parts: Numbers = has / np.maximum(has.sum(axis=0), 1)
    return parts


def _number(value: Numbers | np.float64, split: bool) -> Numbers | npt.NDArray[np.int64]:
    """Return sums as they are counted: integers, or fractions without the dust of their
    addition.
    """
    return np.round(value, 12) if split else np.rint(value).astype(np.int64)


def _finding(
    best: float,
    ways: list[list[int]],
    codes: list[list[str]],
    known: list[dict[str, str]],
    heads: list[str],
    base: int,
    lang: str | None,
) -> str:
    """Return in words the way through all stages that most initiatives take."""
    if not ways:
        return say("finding-nothing-has", lang, labels=together(heads, lang))
    paths = [
        " → ".join(known[n][codes[n][c]] for n, c in enumerate(way)) for way in ways[:LEADERS_NAMED]
    ]
    several = "yes" if len(ways) > 1 else "no"
    return say(
        "finding-paths-tie" if len(ways) > LEADERS_NAMED else "finding-paths-lead",
        lang,
        count=len(ways),
        paths=listed([say("label-quoted", lang, label=path) for path in paths], lang),
        number=say("amount-initiatives", lang, value=plain(best), base=base, each=several),
    )


def _widest(parts: list[Numbers], own: list[int], times: Numbers) -> tuple[float, list[list[int]]]:
    """Return the largest value of a way through all stages, and the ways that have it; what stands
    after a stage's ``own`` codes, none stated, does not compete.

    What is left of a way at a stage can only shrink at the next: a way that is behind is not
    followed.
    """
    best = 0.0
    found: list[list[int]] = []

    def follow(way: list[int], weight: Numbers) -> None:
        nonlocal best, found
        value = round(float(weight.sum()), 9)
        if not value or value < best:
            return
        if len(way) == len(parts):
            found = [*found, way] if value == best else [way]
            best = value
            return
        n = len(way)
        for c in range(own[n]):
            follow([*way, c], weight * parts[n][c])

    follow([], times)
    return best, found


def _subtitle(
    heads: list[str], dataset: Dataset, count: Counting, base: int, lang: str | None
) -> str:
    return say(
        "subtitle-flows",
        lang,
        path=listed([within(head, lang) for head in heads], lang, "path"),
        limit=limit_of(dataset, lang),
        how=say(f"subtitle-flows-{count}", lang),
        of=of_base(base, dataset.total, len(heads), lang),
    )


def _method(count: Counting, coloured: bool, heads: list[str], lang: str | None) -> list[str]:
    told = [say(f"table-flows-{count}", lang)]
    if coloured and len(heads) > 2:
        told.append(say("table-flows-colours", lang, dimension=within(heads[0], lang)))
    return told
