"""What a table's note says: its base, the bases of its lines, what "other" gathers, how to read it.

The sentences are the catalogue's; here it is decided which of them hold for what was asked. The
explorer's page decides the same in ``explorer/assets/say.js``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.membership import Bits, unpack
from foip_analysis.dataset.selections import describe_selection
from foip_analysis.tables import choice
from foip_analysis.words.catalogue import FIRST, joined, listed, say, within
from foip_analysis.words.numerals import plain

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.tables.about import About
    from foip_analysis.tables.question import Question

LEADERS_NAMED = 2  # so many that lead are named in a finding; more are counted
LISTED = 12  # codes that "other" gathers are named in a note, more are counted


class Named(TypedDict):
    """An initiative as readers know it: its name, and where it is read."""

    name: str
    locators: list[str]


def brief(about: About, words: str = "") -> str:
    """Return the note of a table for the foot of a chart with some words: without what its heads
    and its subtitle tell.
    """
    dataset, asked = about.dataset, about.question
    if "note" in about.made:
        return about.note
    if dataset is None or not asked.rows:
        return ""
    method = [] if about.kind == "range" else _method(asked, dataset, brief=True)
    rounded = say("brief-rounded", asked.lang) if _is_rounded(about) else ""
    shown = shown_told(about) if choice.in_foot(about) else ""
    told = [spelled_out(about, words), *_rest_told(about), *method, rounded, shown]
    return sentences(told, asked.lang)


def note(about: About, *, part: bool = False) -> str:
    """Return the note of a table of counts; as a ``part`` of another without what that tells of
    all.
    """
    dataset, asked = about.dataset, about.question
    if dataset is None or not asked.rows:
        return ""
    if about.kind == "range":
        return sentences([*_told_once(about), shown_told(about)], asked.lang)
    method = _method(asked, dataset)
    shown = "" if part else shown_told(about)
    if about.kind == "layers":
        bases = joined(
            (
                f"{label} {_digits(part.whole_base)}"
                for label, part in zip(about.layer_labels, about.parts.values(), strict=True)
            ),
            asked.lang,
        )
        return sentences([say("table-layers", asked.lang, bases=bases), shown, *method], asked.lang)
    base = base_told(
        dataset,
        asked.dimensions,
        about.whole_base,
        weight=asked.weight,
        none=asked.none,
        lang=asked.lang,
    )
    return sentences([base, *_bases_told(about), shown, *_rest_told(about), *method], asked.lang)


def shown_told(about: About) -> str:
    """Return the sentence that says how many codes are shown of how many, if it is not all."""
    codes = choice.told(about)
    return say("table-shown", about.lang, codes=codes) if codes else ""


def spelled_out(about: About, words: str = "") -> str:
    """Return the full names of the short ones among a table's labels, and in some words:
    ``ODA: Official …``.
    """
    if about.dataset is None or not about.lang:
        return ""
    codebook, shown = about.dataset.codebook, sorted(choice.codes_shown(about))
    labels = [book.labels(codebook, dimension, about.lang)[code] for dimension, code in shown]
    labels.append(words)
    full = {
        short: name
        for short, name in full_names(codebook, about.lang).items()
        if any(each == short or (short.isascii() and _has_word(each, short)) for each in labels)
    }
    return glossary(full, about.lang)


def full_names(codebook: pd.DataFrame, lang: str | None) -> dict[str, str]:
    """Return short label → full name, of the codes of any dimension."""
    full: dict[str, str] = {}
    for dimension in book.dimensions(codebook):
        named = book.labels(codebook, dimension, lang)
        for code, row in book.codes(codebook, dimension).items():
            if name := book.text_of(row, "full", lang):
                full.setdefault(named[code], name)
    return full


def glossary(full: dict[str, str], lang: str | None) -> str:
    """Return a sentence of short labels with their full names; nothing for none."""
    told = [say("brief-full", lang, label=short, name=name) for short, name in full.items()]
    return sentence(say("brief-between", lang).join(told), lang) if told else ""


def _has_word(label: str, word: str) -> bool:
    return re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", label) is not None


def base_told(
    dataset: Dataset,
    dimensions: Sequence[str],
    base: float,
    *,
    weight: str | None = None,
    none: bool,
    lang: str | None,
) -> str:
    """Return the sentence that names the base: those that have every dimension, or every
    initiative.
    """
    labels = [within(book.dimension_label(dataset.codebook, d, lang), lang) for d in dimensions]
    quoted = [say("label-quoted", lang, label=label) for label in (labels if lang else dimensions)]
    name = f"table-base-{'all' if none else 'with'}{'-weight' if weight else ''}"
    return say(
        name,
        lang,
        limit=limit_of(dataset, lang),
        base=_digits(base),
        total=_digits(dataset.total),
        weight=weight or "",
        labels=listed(quoted, lang, "having"),
    )


def of_base(base: float, total: float, dimensions: int, lang: str | None) -> str:
    """Return the base of all initiatives, as subtitles say it: those that have a code of each of
    so many dimensions.
    """
    return say("subtitle-base", lang, dimensions=dimensions, **part_of(base, total))


def part_of(base: float, total: float) -> dict[str, str]:
    """Return a base as places of a sentence: ``base``, ``total``, and which ``part`` of it it is,
    all or some.
    """
    part = "all" if base == total else "some"
    return {"base": plain(base), "total": plain(total), "part": part}


def phrase(
    about: About,
    part: Literal["subject", "predicate"],
    dimension: str,
    codes: Sequence[str],
    *,
    sizes: Sequence[int] = (),
    how: str = "",
) -> str:
    """Return codes as the subject or the predicate of a sentence, by the codebook's own phrase for
    their dimension if it has one: ``initiatives with {code}``, ``are about {code}``.
    """
    assert about.dataset is not None
    codebook, lang = about.dataset.codebook, about.lang
    named = labels_within(about, dimension, codes)
    if sizes:
        named = [
            say("claim-sized", lang, label=label, size=plain(size))
            for label, size in zip(named, sizes, strict=True)
        ]
    known = book.declaration(codebook, dimension).get(f"{part}_{lang}") if lang else None
    told = listed(named, lang, how or ("list" if part == "subject" else "either"))
    if isinstance(known, str) and "{code}" in known:
        return known.replace("{code}", told)
    label = within(book.dimension_label(codebook, dimension, lang), lang)
    return say(f"claim-{part}", lang, codes=told, dimension=label)


def labels_within(about: About, dimension: str, codes: Sequence[str]) -> list[str]:
    """Return codes as a sentence about a table names them."""
    assert about.dataset is not None
    labels = book.labels_within(about.dataset.codebook, dimension, about.lang)
    return [labels[code] for code in codes]


def together(labels: Sequence[str], lang: str | None) -> str:
    """Return the labels of dimensions that stand together in a finding or a subtitle."""
    named = [say("label-quoted", lang, label=within(label, lang)) for label in labels]
    return listed(named, lang, "together")


def in_brackets(text: str, lang: str | None) -> str:
    """Return a text in a language's brackets, as it follows a word; nothing for nothing."""
    return say("in-brackets", lang, text=text) if text else ""


def limit_of(dataset: Dataset, lang: str | None) -> str:
    """Return in brackets what ``where`` and ``stated`` left of a dataset; nothing for all of it."""
    return in_brackets(describe_selection(dataset, lang), lang)


def sentence(text: str, lang: str | None) -> str:
    """Return a text with the stop that ends a sentence."""
    return text + say("sentence-stop", lang).strip()


def sentences(said: Iterable[str], lang: str | None) -> str:
    """Return sentences as one text."""
    return say("sentence-between", lang).join(filter(None, said))


def describe_source(dataset: Dataset, lang: str | None) -> str:
    """Return the dataset's title and version, as a chart's foot names them."""
    title = dataset.titles.get(lang or "en") or dataset.title
    if not title:
        return ""
    name = "table-source-version" if dataset.version else "table-source"
    told, credit = say(name, lang, title=title, version=dataset.version), dataset.credit(lang)
    return say("table-source-credit", lang, source=told, credit=credit) if credit else told


def behind(
    dataset: Dataset,
    row_codes: list[str],
    column_codes: list[str],
    row_bits: Bits,
    column_bits: Bits,
) -> dict[str, dict[str, list[str]]]:
    """Return the ids of the initiatives behind each cell: row code → column code → ids."""
    total = dataset.total
    ids = dataset.initiatives["initiative_id"].to_numpy(object)
    rows, columns = unpack(row_bits, total), unpack(column_bits, total)
    return {
        r: {
            c: ids[both].tolist()
            for c, column in zip(column_codes, columns, strict=True)
            if (both := row & column).any()
        }
        for r, row in zip(row_codes, rows, strict=True)
    }


def named_initiatives(dataset: Dataset, lang: str | None) -> dict[str, Named]:
    """Return each initiative's name and locators by its id."""
    ids = dataset.initiatives["initiative_id"].to_numpy(object)
    names = dict(zip(ids, in_language(dataset.initiatives, "name", lang), strict=True))
    locators: dict[str, dict[str, None]] = {i: {} for i in ids}
    for position, locator in zip(dataset.index[0], dataset.codings["locator"], strict=True):
        locators[ids[position]][locator] = None
    return {i: {"name": names[i], "locators": list(locators[i])} for i in ids}


def in_language(initiatives: pd.DataFrame, column: str, lang: str | None) -> pd.Series:
    """Return a column such as ``name`` in a language, each cell in English where the language has
    none; blank where none is known.
    """
    empty = pd.Series("", index=initiatives.index)
    english, own = (initiatives.get(f"{column}_{each}", empty) for each in (FIRST, lang))
    english, own = (each.where(each.notna(), "") for each in (english, own))
    return own.where(own != "", english)


def _bases_told(about: About) -> list[str]:
    side, lang = about.question.share, about.lang
    if not about.bases or isinstance(about.bases, dict) or side not in ("row", "column"):
        return []
    labels = about.row_labels if side == "row" else about.column_labels
    told = joined((f"{x} {plain(n)}" for x, n in zip(labels, about.bases, strict=True)), lang)
    return [say("table-bases", lang, side=side, bases=told)]


def _rest_told(about: About) -> list[str]:
    told, lang = [], about.lang
    for dimension, codes in about.rest.items():
        if codes and about.dataset is not None:
            known = book.labels(about.dataset.codebook, dimension, lang)
            if len(codes) > LISTED:
                told.append(say("table-rest-many", lang, count=len(codes)))
            else:
                told.append(say("table-rest", lang, labels=joined((known[c] for c in codes), lang)))
    return told


def _method(asked: Question, dataset: Dataset, *, brief: bool = False) -> list[str]:
    share, lang, weight = asked.share, asked.lang, asked.weight
    single = all(book.codes_per_initiative(dataset.codebook, d) == "one" for d in asked.dimensions)
    told = [say("method-weight", lang, weight=weight)] if weight else []
    if weight:
        zeros, below = dataset.signs(weight)
        if zeros:
            told.append(say("method-weight-zero", lang, weight=weight, count=zeros))
        if below:
            told.append(say("method-weight-below", lang, weight=weight, count=below))
    if asked.count == "fractional":
        name = "method-fractional-weight" if weight else "method-fractional"
        told.append(say(name, lang, weight=weight or ""))
        told += [say("method-share-fractional", lang, side=share)] if share else []
    elif share and asked.of == "pairs":
        told.append(say("method-pairs", lang, side=share))
    else:
        told += [] if single or brief else [say("method-distinct", lang)]
        told += [say("method-share", lang, side=share)] if share and not brief else []
    return told


def _is_rounded(about: About) -> bool:
    """Whether the percentages that a row's codes divide it into do not add up as they are shown."""
    asked, known = about.question, about.known
    if asked.share != "row" or about.kind != "cross_tab" or known is None or not about.columns:
        return False
    if about.codes_per_initiative[about.columns] != "one" or asked.count != "initiatives":
        return False
    codes = [n for n, role in enumerate(about.column_roles or [""] * known.shape[1]) if not role]
    sums = (100 * known.iloc[:, codes]).round().sum(axis=1)
    return bool((sums[sums > 0] != 100).any())


def _told_once(about: About) -> list[str]:
    """Return the notes of several ways: what they share once, at the end; what differs after its
    way.
    """
    notes = [note(part, part=True) for part in about.parts.values()]
    if len(set(notes)) == 1:
        return notes[:1]
    stop = say("sentence-stop", about.lang)
    firsts, stops, rests = zip(*(own.partition(stop) for own in notes), strict=True)
    if len(set(rests)) > 1:
        return [f"{head}: {own}" for head, own in zip(about.way_labels, notes, strict=True)]
    ways = zip(about.way_labels, firsts, stops, strict=True)
    return [*(f"{head}: {first}{end.strip()}" for head, first, end in ways), *rests[:1]]


def _digits(base: float) -> str:
    return f"{base:.15g}"  # as many digits as a float holds: a large base is not rounded
