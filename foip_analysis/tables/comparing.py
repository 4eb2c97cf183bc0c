"""What changed between two versions of a dataset: the decisions, and the numbers that they move.

A version is compared with the one before it by ``initiative_id``, which stays the same from one to
the next; two codings that name their initiatives apart are matter for ``agreement``. Without a
dimension the table lists what was decided otherwise; with one or two it lists the cells that moved,
those of "none stated" among them. A code that one version does not have counts 0 there.
"""

from __future__ import annotations

from collections import Counter
from itertools import product

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import STATED
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.tables.about import About, about, attach
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.matching import Source, as_dataset
from foip_analysis.tables.notes import in_language
from foip_analysis.tables.question import Language, Question
from foip_analysis.words.catalogue import check_language, joined, listed, say, within

VERSIONS = ("old", "new")
CHANGE_COLUMNS = ("change", "initiative_id", "dimension", "old", "new")
Decisions = dict[tuple[str, str], dict[str, bool]]  # initiative, dimension → code → is it stated?
Cells = dict[tuple[str, ...], float]  # codes of rows (and columns) → number
Named = dict[tuple[str, ...], str]  # codes → labels


@guided
def compare(
    old: Source,
    new: Source,
    rows: str | None = None,
    columns: str | None = None,
    *,
    lang: Language | None = "en",
) -> pd.DataFrame:
    """Return what differs between two versions of a dataset: decisions, or the cells of a table.

    Parameters
    ----------
    old, new
        Two datasets, or the folders that hold them; initiatives go by ``initiative_id``.
    rows, columns
        Dimensions that either codebook has; without ``columns`` counts of one dimension are
        compared, without both the decisions.
    lang
        Labels and notes in ``"en"`` or ``"ja"``; None gives the bare codes.

    Returns
    -------
    pandas.DataFrame
        Without ``rows`` one row an initiative or one of its dimensions: ``change``, which is
        ``initiative added`` or ``initiative dropped`` (then ``old`` or ``new`` has its name),
        ``coding added``, ``coding dropped``, ``recoded`` (some added and some dropped) or ``basis``
        (the same codes, otherwise stated or inferred); ``initiative_id``, ``dimension``, and
        ``old`` and ``new`` with the codes or bases that the other does not have. With ``rows`` one
        row a cell whose number of distinct initiatives moved: ``old``, ``new`` and ``change``;
        ``plot`` draws it. Nothing differs: no rows.

    Raises
    ------
    ValueError
        If neither codebook has the dimension, or only ``columns`` is given.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> foip.compare(dataset, dataset).empty
    True
    >>> foip.compare(dataset, dataset.where(priority=["p1", "p2"]), "priority", lang=None)
        old  new  change
    p3   17    0     -17
    """
    check_language(lang)
    old, new = as_dataset(old), as_dataset(new)
    if rows is None:
        if columns is not None:
            raise ValueError("columns= is given without rows=. Name the dimension as rows=.")
        return _changes(old, new, lang)
    return _moved(old, new, rows, columns, lang)


def numbers(old: Source, new: Source, lang: Language | None = "en") -> list[str]:
    """Return every one-way number that moved, as lines of Markdown for a changelog.

    First how many initiatives, codings and stated codings there are, then a line for each dimension
    whose counts moved: over all codings and, where those differ, over stated ones.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> numbers(foip.load(), foip.load())
    []
    """
    check_language(lang)
    old, new = as_dataset(old), as_dataset(new)
    sizes = {
        "word-initiatives": (len(old.initiatives), len(new.initiatives)),
        "dataset-codings": (len(old.codings), len(new.codings)),
    }
    moves = [
        _move(say(name, lang), was, now, lang) for name, (was, now) in sizes.items() if was != now
    ]
    told = [(say("compare-size", lang), moves)]
    both = {"compare-all": (old, new)}
    if all("basis" in each.codings for each in (old, new)):
        both["compare-stated"] = (old.stated(), new.stated())
    for dimension in _dimensions(old, new):
        for head, versions in both.items():
            moved = _moved(*versions, dimension, None, lang).iloc[:, :2]
            moves = [_move(str(name), was, now, lang) for name, was, now in moved.itertuples()]
            told.append((say(head, lang, dimension=_label(old, new, dimension, lang)), moves))
    return [
        f"- {say('compare-line', lang, head=head, moves=joined(moves, lang))}"
        for head, moves in told
        if moves
    ]


def _changes(old: Dataset, new: Dataset, lang: str | None) -> pd.DataFrame:
    names = [_names(each, lang) for each in (old, new)]
    rows: list[tuple[str, ...]] = []
    for initiative in dict.fromkeys([*names[1], *names[0]]):
        if initiative not in names[0]:
            rows.append(("initiative added", initiative, "", "", names[1][initiative]))
        elif initiative not in names[1]:
            rows.append(("initiative dropped", initiative, "", names[0][initiative], ""))
    decided = [_decisions(each) for each in (old, new)]
    shared = [initiative for initiative in names[1] if initiative in names[0]]
    for initiative, dimension in product(shared, _dimensions(old, new)):
        before, after = (each.get((initiative, dimension), {}) for each in decided)
        gone = [code for code in before if code not in after]
        come = [code for code in after if code not in before]
        if gone or come:
            kind = "recoded" if gone and come else "coding added" if come else "coding dropped"
            texts = [
                ", ".join(_labels(each, dimension, codes, lang))
                for each, codes in ((old, gone), (new, come))
            ]
            rows.append((kind, initiative, dimension, *texts))
        turned = [code for code in after if code in before and before[code] != after[code]]
        if turned:
            told = _labels(new, dimension, turned, lang)
            texts = [
                ", ".join(
                    f"{label}: {_basis(way[code], lang)}"
                    for label, code in zip(told, turned, strict=True)
                )
                for way in (before, after)
            ]
            rows.append(("basis", initiative, dimension, *texts))
    kinds = Counter(row[0] for row in rows)
    called = {kind: say(f"compare-{kind.replace(' ', '-')}", lang) for kind in kinds}
    table = pd.DataFrame(rows, columns=list(CHANGE_COLUMNS), dtype=object)
    if lang:
        table["change"] = table["change"].map(called)
        labels = {d: _label(old, new, d, lang) for d in _dimensions(old, new)}
        table["dimension"] = table["dimension"].map(lambda name: labels.get(name, name))
        table.columns = pd.Index(
            [say(f"compare-head-{h.replace('_', '-')}", lang) for h in CHANGE_COLUMNS]
        )
    told = [
        say("compare-times", lang, what=called[kind], times=times)
        for kind, times in kinds.most_common()
    ]
    note = say("compare-note", lang, old=_named(old, lang), new=_named(new, lang))
    nothing = say("compare-nothing", lang)
    found = say("compare-found", lang, found=joined(told, lang)) if told else nothing
    itself = About(
        kind="changes",
        question=Question("", lang=lang),
        total=len(new.initiatives),
        made={"note": f"{note} {found}".strip(), "call": "foip.compare(old, new)"},
    )
    return attach(table, itself)


def _moved(
    old: Dataset, new: Dataset, rows: str, columns: str | None, lang: str | None
) -> pd.DataFrame:
    dimensions = [d for d in (rows, columns) if d is not None]
    order = [_places(dimension, (new, old)) for dimension in dimensions]
    before, after = (_cells(each, dimensions, lang) for each in (old, new))
    labels = before[1] | after[1]
    every = list(dict.fromkeys([*after[0], *before[0]]))
    every.sort(key=lambda codes: [at.get(c, len(at)) for at, c in zip(order, codes, strict=True)])
    moved = [
        (codes, before[0].get(codes, 0.0), after[0].get(codes, 0.0))
        for codes in every
        if before[0].get(codes, 0.0) != after[0].get(codes, 0.0)
    ]
    index = pd.Index([labels[codes] for codes, _, _ in moved], dtype=object)
    change = "change" if lang is None else say("compare-head-change-number", lang)
    heads = [way if lang is None else say(f"compare-head-{way}", lang) for way in VERSIONS]
    values = [(int(was), int(now), int(now - was)) for _, was, now in moved]
    table = pd.DataFrame(values, index, [*heads, change], dtype=int)
    by = listed([within(_label(old, new, d, lang), lang) for d in dimensions], lang, "crossed")
    largest = [
        _move(str(name), was, now, lang)
        for name, (was, now, _) in sorted(
            zip(index, values, strict=True), key=lambda each: -abs(each[1][2])
        )[:5]
    ]
    places = {"old": _named(old, lang), "new": _named(new, lang), "by": by}
    finding = (
        say("compare-finding", lang, by=by, cells=len(values), largest=largest[0])
        if values
        else say("compare-nothing", lang)
    )
    itself = About(
        kind="moves",
        question=Question("", lang=lang),
        total=len(new.initiatives),
        ways=list(VERSIONS),
        way_labels=heads,
        more={"to": "version"},
        made={
            "finding": finding,
            "subtitle": say("compare-subtitle", lang, **places),
            "note": say("compare-cells-note", lang, **places),
            "largest": largest,
            "call": f"foip.compare(old, new, {', '.join(map(repr, dimensions))})",
        },
    )
    return attach(table, itself)


def _cells(dataset: Dataset, dimensions: list[str], lang: str | None) -> tuple[Cells, Named]:
    """Return every number of a table with "none stated", and what its cells are called."""
    known = [d for d in dimensions if book.rows(dataset.codebook, d)]
    if len(known) < len(dimensions):
        return {}, {}
    table = (
        count(dataset, *known, none=True, lang=lang).iloc[:, :1]
        if len(known) == 1
        else cross_tab(dataset, *known, none=True, lang=lang)
    )
    itself = about(table)
    sides = [
        list(zip(itself.row_codes, itself.row_labels, strict=True)),
        list(zip(itself.column_codes, itself.column_labels, strict=True)),
    ][: len(known)]
    cells: Cells = {}
    names: Named = {}
    for lines, number in zip(product(*sides), table.to_numpy(float).ravel(), strict=True):
        codes = tuple(code for code, _ in lines)
        cells[codes] = float(number)
        names[codes] = listed([label for _, label in lines], lang, "pair")
    return cells, names


def _places(dimension: str, versions: tuple[Dataset, Dataset]) -> dict[str, int]:
    """Return code → where it stands: as in the first version's codebook, then the second's."""
    codes = [code for each in versions for code in book.rows(each.codebook, dimension)] or list(
        book.codes(versions[0].codebook, dimension)
    )  # which refuses what neither has
    return {code: place for place, code in enumerate(dict.fromkeys(codes))}


def _decisions(dataset: Dataset) -> Decisions:
    stated = (
        dataset.codings["basis"].isin(STATED).tolist()
        if "basis" in dataset.codings
        else [True] * len(dataset.codings)
    )
    found: Decisions = {}
    keys = dataset.codings[["initiative_id", "dimension", "code"]].itertuples(index=False)
    for (initiative, dimension, code), basis in zip(keys, stated, strict=True):
        codes = found.setdefault((initiative, dimension), {})
        codes[code] = codes.get(code, False) or basis
    return found


def _dimensions(old: Dataset, new: Dataset) -> list[str]:
    return [
        d
        for d in dict.fromkeys([*new.dimensions, *old.dimensions])
        if any(book.rows(each.codebook, d) for each in (old, new))
    ]


def _label(old: Dataset, new: Dataset, dimension: str, lang: str | None) -> str:
    holder = new if dimension in new.dimensions else old
    return book.dimension_label(holder.codebook, dimension, lang)


def _labels(dataset: Dataset, dimension: str, codes: list[str], lang: str | None) -> list[str]:
    labels = book.labels(dataset.codebook, dimension, lang) if codes else {}
    return [labels[code] for code in codes]


def _basis(stated: bool, lang: str | None) -> str:
    name = "stated" if stated else "inferred"
    return name if lang is None else say(f"compare-basis-{name}", lang)


def _names(dataset: Dataset, lang: str | None) -> dict[str, str]:
    """Return the initiatives' ids and names, in English where there are no others."""
    named = in_language(dataset.initiatives, "name", lang)
    return dict(zip(dataset.initiatives["initiative_id"], named, strict=True))


def _named(dataset: Dataset, lang: str | None) -> str:
    return dataset.version or say("compare-unnamed", lang, initiatives=len(dataset.initiatives))


def _move(label: str, old: float, new: float, lang: str | None) -> str:
    return say("compare-move", lang, label=label, old=f"{old:.0f}", new=f"{new:.0f}")
