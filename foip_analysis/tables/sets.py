"""Which codes go together: each initiative's whole set of codes, counted.

A cross-tab of a dimension with itself shows pairs, and an initiative with three tools stands in
three of them. Here an initiative stands once: in the set of all its codes. So the sets add up to
the base, which nothing else does that counts codes of a multi-valued dimension.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import check_whole, guided
from foip_analysis.dataset.membership import unpack
from foip_analysis.tables.marks import Mark, Words, attach_marks, behind
from foip_analysis.tables.notes import LEADERS_NAMED, base_told, limit_of, of_base, sentences
from foip_analysis.tables.size import check_size
from foip_analysis.words.catalogue import check_language, listed, say, within, word

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.engines.lake import Lake
    from foip_analysis.tables.question import Language

Sizes = npt.NDArray[np.intp]


@guided
def combinations(
    dataset: Dataset | Lake,
    dimension: str,
    *,
    lang: Language | None = "en",
    least: int = 1,
    top: int | None = None,
    none: bool = False,
    limit: int | None = None,
) -> pd.DataFrame:
    """Return how many initiatives have each set of codes of a dimension, and no other code of it.

    Parameters
    ----------
    dimension
        Any dimension of the codebook, a parent such as ``tool_family`` included.
    lang
        Labels in ``"en"`` or ``"ja"``; None gives the bare codes.
    least
        Leaves out sets with fewer initiatives; the note counts what is left out.
    top
        Keeps the n largest sets; the note counts what is left out.
    none
        Adds the initiatives without a code as a last row; the base is then every initiative.
    limit
        How many cells, sets × codes, the table may have; 10,000,000 if left out.

    Returns
    -------
    pandas.DataFrame
        One row a set that occurs, such as ``OSA + Equipment``, the largest first, those of one
        size in codebook order: ``initiatives``, then for each code that occurs whether it is in
        the set. ``about`` tells its note and base.

    Raises
    ------
    ValueError
        If the dimension is not known, or ``least`` or ``top`` is no whole number from 1.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.combinations(foip.load(), "tool", top=3)["initiatives"].to_dict()
    {'Infrastructure': 12, 'Business by firms': 8, 'Capacity building': 4}
    """
    check_language(lang)
    check_whole("least", least)
    if top is not None:
        check_whole("top", top)
    dataset = dataset.counted([dimension])
    times = dataset.times
    codes = list(book.codes(dataset.codebook, dimension))
    check_size([len(codes), dataset.rows], limit, held=True)
    has = unpack(dataset.packed(dimension), dataset.rows)
    patterns, kind = np.unique(np.packbits(has, axis=0).T, axis=0, return_inverse=True)
    kind = kind.ravel()
    sizes = np.bincount(kind, times, len(patterns)).astype(np.intp)
    inside = np.unpackbits(patterns, axis=1, count=len(codes)).astype(bool)
    order = sorted(
        range(len(patterns)),
        key=lambda n: (not inside[n].any(), -sizes[n], np.flatnonzero(inside[n]).tolist()),
    )
    order = [n for n in order if none or inside[n].any()]
    full = [n for n in order if inside[n].any()]
    kept = [n for n in full if sizes[n] >= least][:top] + [n for n in order if not inside[n].any()]
    cut = [n for n in full if n not in set(kept)]
    base = int(sizes[order].sum())

    known = book.labels(dataset.codebook, dimension, lang)
    absent = book.untaken(word("none", lang), known.values(), lang)
    nothing, head_of_sizes = book.untaken(book.NONE, codes), word("initiatives", lang)
    head_of_sizes = book.untaken(head_of_sizes, known.values(), lang)
    names = {n: [known[codes[c]] for c in np.flatnonzero(inside[n])] for n in order}
    labels = {n: listed(names[n], lang, "set") or absent for n in order}
    keys = {n: "+".join(codes[c] for c in np.flatnonzero(inside[n])) or nothing for n in order}
    occur = np.flatnonzero(inside[kept].any(axis=0)).tolist() if kept else []
    check_size([len(kept), len(occur)], limit)
    head = book.dimension_label(dataset.codebook, dimension, lang)
    index = pd.Index([labels[n] for n in kept], name=head, dtype=str)
    table = pd.DataFrame({head_of_sizes: sizes[kept]}, index=index)
    flags = pd.DataFrame(
        inside[kept][:, occur], index=index, columns=[known[codes[c]] for c in occur]
    )
    table = pd.concat([table, flags], axis=1)

    some = kind[None, :] == np.array(kept, int)[:, None]
    marks: list[Mark] = [
        {
            "part": "set",
            "row": keys[n],
            "column": None,
            "value": int(sizes[n]),
            "initiatives": behind(dataset, found),
        }
        for n, found in zip(kept, some, strict=True)
    ]
    marks += [
        {
            "part": "code",
            "row": codes[c],
            "column": None,
            "value": int(has[c].sum() if times is None else has[c] @ times),
            "initiatives": behind(dataset, has[c]),
        }
        for c in occur
    ]
    several = [n for n in full if inside[n].sum() > 1]
    finding, strong = _finding(full, several, set(kept), sizes, names, base, head, lang)
    sentence = base_told(dataset, [dimension], base, none=none, lang=lang)
    words: Words = {
        "finding": finding,
        "subtitle": _subtitle(head, dataset, base, len(kept), len(order), lang),
        "note": _note(sentence, sizes[cut], lang),
        "largest": [f"{labels[n]} {sizes[n]}" for n in kept[:5] if inside[n].any()],
    }
    return attach_marks(
        table,
        dataset,
        kind="sets",
        verb="combinations",
        dimensions=[dimension],
        base=base,
        lang=lang,
        options={"least": least, "top": top, "none": none, "limit": limit},
        words=words,
        marks=marks,
        more={"strong": [keys[n] for n in strong]},
        row_codes=[keys[n] for n in kept],
        row_labels=list(index),
        row_roles=["" if inside[n].any() else "none" for n in kept],
        column_codes=["initiatives", *(codes[c] for c in occur)],
        column_labels=list(table.columns),
    )


def _finding(
    full: list[int],
    several: list[int],
    shown: set[int],
    sizes: Sizes,
    names: dict[int, list[str]],
    base: int,
    dimension: str,
    lang: str | None,
) -> tuple[str, list[int]]:
    """Return what the sets say, and the sets that it speaks of: those with several codes where
    most have one.

    A set that is not shown is not named.
    """
    many, label = int(sizes[several].sum()), within(dimension, lang)
    if not full:
        return say("finding-no-code", lang, dimension=label), []
    if not several:
        return say("finding-no-several", lang, dimension=label), []
    spoken = several if 2 * many < base else full
    leaders = [n for n in spoken if sizes[n] == sizes[spoken[0]]]
    named = listed(
        [
            say("finding-set", lang, set=listed(names[n], lang, "set"), codes=len(names[n]))
            for n in leaders[:LEADERS_NAMED]
        ],
        lang,
    )
    if spoken is several:
        told = say(
            "finding-several",
            lang,
            count=many,
            many=many,
            base=base,
            dimension=label,
        )
        if len(leaders) <= LEADERS_NAMED and shown.issuperset(leaders):
            told = say("finding-several-often", lang, finding=told, sets=named)
        return told, several
    most = str(sizes[leaders[0]])
    told = say(
        "finding-sets-tie" if len(leaders) > LEADERS_NAMED else "finding-sets-lead",
        lang,
        count=len(leaders),
        sets=named,
        dimension=label,
        number=say("amount-initiatives", lang, value=most, base=base, each="no"),
    )
    return told, leaders


def _subtitle(
    dimension: str, dataset: Dataset, base: int, shown: int, every: int, lang: str | None
) -> str:
    part = ""
    if shown < every:
        part = say("subtitle-sets-part", lang, shown=shown, every=every)
    return say(
        "subtitle-sets",
        lang,
        dimension=within(dimension, lang),
        limit=limit_of(dataset, lang),
        of=of_base(base, dataset.total, 1, lang),
        part=part,
    )


def _note(sentence: str, cut: Sizes, lang: str | None) -> str:
    left = ""
    if len(cut):
        sets, initiatives = len(cut), int(cut.sum())
        left = say(
            "table-sets-cut",
            lang,
            sets=sets,
            sets_count=sets,
            initiatives=initiatives,
            initiatives_count=initiatives,
        )
    method, bars = say("table-sets", lang), say("table-sets-bars", lang)
    return sentences([sentence, method, left, bars], lang)
