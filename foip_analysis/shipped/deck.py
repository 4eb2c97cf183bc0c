"""The shipped deck: an argument of at most twelve slides, with what a person can say of each.

First what the source is and how far it can be trusted, then what stands out, then what it does not
say, last how it was counted. Every number, every leader and every example is taken from the
dataset; only the questions are chosen here. A user's own choice of slides is ``save_deck``.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path

import pandas as pd

from foip_analysis.charts.map import plot_map
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.checks import STATED
from foip_analysis.dataset.dataset import Dataset, load
from foip_analysis.dataset.given import guided
from foip_analysis.shipped.citing import AUTHORS, YEAR, cite
from foip_analysis.slides.deck import Slide, save_deck
from foip_analysis.slides.notes import ended, example, surety, told_of
from foip_analysis.slides.stage import template_stage
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.tables.claims import findings as claimed
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.members import members
from foip_analysis.tables.notes import sentences
from foip_analysis.words.catalogue import check_language, languages, listed, say
from foip_analysis.words.numerals import plain

PRIORITY, SECURITY = "priority", "p3"
SHORT = ("OSA", "ODA", "ASEAN")  # spelled out on the slides that use them
NAMED = 2  # initiatives under a chart
MOST = 10  # partners


@guided
def save_foip_deck(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    lang: str = "en",
    template: str | PathLike[str] | None = None,
) -> Path:
    """Save the deck of the shipped dataset: trust, findings, limits, method; return the path.

    Parameters
    ----------
    dataset
        The shipped one, or one with its dimensions and codes.
    path
        Ends in ``.pptx``. A file of this name is replaced, a missing folder is made.
    lang
        ``"en"`` or ``"ja"``.
    template
        An organisation's own ``.pptx`` or ``.potx``, as in ``save_deck``.

    Raises
    ------
    ValueError
        If the dataset lacks a dimension, a code or the basis that the deck asks for, or the
        template cannot be used.
    ImportError
        If python-pptx is not installed.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(foip.save_foip_deck(foip.load(), f"{folder}/foip-en.pptx").name)
    foip-en.pptx
    """
    check_language(lang)
    if template is None:
        shown = items(dataset, lang)
    else:
        with template_stage(template).dressed():  # the map is drawn in its look
            shown = items(dataset, lang)
    return save_deck(shown, path, lang=lang, template=template)


def write_decks(
    folder: str | PathLike[str], *, template: str | PathLike[str] | None = None
) -> list[Path]:
    """Write each language's deck, such as ``foip-en.pptx``, into a folder; return the paths."""
    dataset = load()
    folder = Path(folder)
    return [
        save_foip_deck(dataset, folder / f"foip-{lang}.pptx", lang=lang, template=template)
        for lang in languages()
    ]


def items(dataset: Dataset, lang: str) -> list[Slide]:
    """Return the slides, as ``save_deck`` takes them."""
    shown = [
        _trust(dataset, lang),
        _priorities(dataset, lang),
        _tools(dataset, lang),
        _regions(dataset, lang),
        _by_name(dataset, lang),
        _places(dataset, lang),
        _partners(dataset, lang),
        _text_and_map(dataset, lang),
        _statuses(dataset, lang),
    ]
    texts = [_text(dataset, lang, "unsaid"), _text(dataset, lang, "method")]
    sourced = [_sourced(slide, dataset, lang) for slide in shown]
    return [_opening(dataset, lang), *sourced, *texts]


def _opening(dataset: Dataset, lang: str) -> Slide:
    lines = [
        say("deck-opening-what", lang, total=len(dataset.initiatives)),
        say("deck-opening-source", lang),
        say("deck-opening-coded", lang),
        say("deck-opening-maker", lang, maker=AUTHORS, year=YEAR, version=dataset.version),
    ]
    total, name = len(dataset.initiatives), next(iter(_names(dataset, lang).values()), "")
    notes = [
        say("deck-opening-point", lang, total=total),
        say("deck-opening-example", lang, name=name) if name else "",
        say("deck-opening-care", lang),
    ]
    return Slide("opening", "\n".join(lines), say("deck-title", lang), _spoken(notes))


def _trust(dataset: Dataset, lang: str) -> Slide:
    """Return what the document states and what was inferred, dimension by dimension."""
    dataset.stated()  # refuses codings without a basis
    codings, labels = dataset.codings, {}
    for dimension in book.dimensions(dataset.codebook):
        if (codings["dimension"] == dimension).any():
            labels[dimension] = book.dimension_label(dataset.codebook, dimension, lang)
    stated = codings["basis"].isin(STATED)
    rows = {label: stated[codings["dimension"] == d] for d, label in labels.items()}
    rows[say("word-all", lang)] = stated
    table = pd.DataFrame(
        {
            say("deck-stated", lang): [int(basis.sum()) for basis in rows.values()],
            say("deck-inferred", lang): [int((~basis).sum()) for basis in rows.values()],
        },
        index=list(rows),
    )
    numbers = {"stated": int(stated.sum()), "all": len(stated), "inferred": int((~stated).sum())}
    inferred = codings.loc[~stated & (codings["dimension"] == PRIORITY), "initiative_id"]
    names = _names(dataset, lang)
    name = names[inferred.iloc[0]] if len(inferred) else ""
    total = len(dataset.initiatives)
    notes = [
        say("deck-trust-point", lang, **numbers, total=total),
        say("deck-trust-example", lang, name=name) if name else "",
        say("deck-trust-care", lang),
    ]
    title, what = say("deck-trust", lang, **numbers), say("deck-trust-what", lang, total=total)
    return Slide("shares", table, title, _spoken(notes), what)


def _priorities(dataset: Dataset, lang: str) -> Slide:
    """Return how many initiatives each priority area has by what is stated, and by inference."""
    whole, sure = (dict(_ranked(one, PRIORITY)) for one in (dataset, dataset.stated()))
    labels = book.labels(dataset.codebook, PRIORITY, lang)
    within = book.labels_within(dataset.codebook, PRIORITY, lang)
    first = next(iter(whole))
    second, third = [code for code in sure if code != first][:2]
    inferred = [whole[code] - sure[code] for code in labels]
    table = pd.DataFrame(
        {
            say("deck-stated", lang): [sure[code] for code in labels],
            say("deck-inferred", lang): inferred,
        },
        index=list(labels.values()),
    )
    total = len(dataset.initiatives)
    told = {
        "first": labels[first],
        "most": whole[first],
        "total": total,
        "second": within[second],
        "third": within[third],
        "stated": sure[second],
        "stated_third": sure[third],
        "all": whole[second],
        "all_third": whole[third],
    }
    overtakes = whole[second] <= whole[third] and sure[second] > sure[third]
    turns = overtakes and next(iter(sure)) == first
    name = "deck-priorities" if turns else "deck-priorities-same"
    notes = [
        say(f"{name}-point", lang, **told),
        _instance(dataset, lang, {PRIORITY: first}),
        say("deck-priorities-care", lang, inferred=sum(inferred), total=total),
    ]
    what = say("deck-priorities-what", lang, total=total)
    return Slide("bars", table, say(name, lang, **told), _spoken(notes), what)


def _tools(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "tool", PRIORITY, order="size", lang=lang)
    both = {"tool": "osa", PRIORITY: SECURITY}
    notes = [
        *_claims(table, 1),
        say("deck-tools-point", lang),
        *_claims(table, 3)[1:],
        _instance(dataset, lang, both),
        say("deck-tools-care", lang),
        _surety(table),
    ]
    what = say("deck-tools-what", lang, total=len(dataset.initiatives))
    return Slide("bars", table, _headline(table), _spoken(notes), what, _named(dataset, lang, both))


def _regions(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "region", PRIORITY, codes="present", lang=lang)
    both = {"region": "pacific", PRIORITY: SECURITY}
    notes = [
        *_claims(table, 1),
        say("deck-regions-point", lang),
        _instance(dataset, lang, both),
        say("deck-regions-care", lang),
        _surety(table),
    ]
    base, total = about(table).whole_base, len(dataset.initiatives)
    what = say("deck-regions-what", lang, base=plain(base), total=total)
    title, named = _headline(table), _named(dataset, lang, both)
    return Slide("shares", table, title, _spoken(notes), what, named)


def _by_name(dataset: Dataset, lang: str) -> Slide:
    """Return the initiatives behind the finding on the Pacific, by name."""
    both = {"region": "pacific", PRIORITY: SECURITY}
    found = members(dataset.where(**both), lang=lang)
    heads = {name: say(f"deck-names-{name}", lang) for name in ("name", "summary")}
    told = {"number": len(found), **_labels(dataset, lang, both)}
    notes = [
        say("deck-names-point", lang, **told),
        _instance(dataset, lang, both),
        say("deck-names-care", lang),
    ]
    table = found[list(heads)].rename(columns=heads)
    return Slide("table", table, say("deck-names", lang, **told), _spoken(notes), "")


def _places(dataset: Dataset, lang: str) -> Slide:
    figure = plot_map(count(dataset, "place", lang=lang))
    told, (first, second) = _leaders(dataset, "place", lang)
    sure = dict(_ranked(dataset.stated(), "place"))
    nowhere, total = len(dataset.where(place="none").initiatives), len(dataset.initiatives)
    notes = [
        say("deck-places-point", lang, **told, stated=sure[first], stated_more=sure[second]),
        _instance(dataset, lang, {"place": first}),
        say("deck-places-care", lang, nowhere=nowhere, total=total),
    ]
    what = say("deck-places-what", lang, base=total - nowhere, total=total)
    return Slide("auto", figure, say("deck-places", lang, **told), _spoken(notes), what)


def _partners(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "partner", PRIORITY, order="size", top={"partner": MOST}, lang=lang)
    base, stated = (
        int(about(count(one, "partner", lang=None)).whole_base)
        for one in (dataset, dataset.stated())
    )
    kinds = [kind for kind in book.codes(dataset.codebook, "partner_kind") if kind != "domestic"]
    abroad = len(dataset.where(partner_kind=kinds).initiatives)
    leaders, (first, _) = _leaders(dataset, "partner", lang)
    told = {"base": base, "total": len(dataset.initiatives), **leaders}
    notes = [
        say("deck-partners-point", lang, **told, abroad=abroad),
        _instance(dataset, lang, {"partner": first}),
        say("deck-partners-care", lang, stated=stated),
    ]
    what = say("deck-partners-what", lang, **told)
    return Slide("bars", table, say("deck-partners", lang, **told), _spoken(notes), what)


def _text_and_map(dataset: Dataset, lang: str) -> Slide:
    """Return which part of the document names its initiatives, by priority area."""
    table = cross_tab(dataset, "mentioned_in", PRIORITY, lang=lang)
    named = dataset.initiatives
    sizes = {part: int((named["mentioned_in"] == part).sum()) for part in ("text", "map", "both")}
    one = told_of(named[named["mentioned_in"] == "map"], "name", lang)[:1]
    notes = [
        say("deck-mention-point", lang, **sizes),
        *(say("deck-mention-example", lang, name=name) for name in one),
        say("deck-mention-care", lang, **sizes),
    ]
    title = say("deck-mention", lang, both=sizes["both"], total=len(named))
    what = say("deck-mention-what", lang, total=len(named))
    return Slide("bars", table, title, _spoken(notes), what)


def _statuses(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "status", PRIORITY, codes="present", lang=lang)
    both = {"status": "decided", PRIORITY: SECURITY}
    silent = len(dataset.where(status="not_stated").initiatives)
    notes = [
        *_claims(table, 1),
        say("deck-status-point", lang),
        _instance(dataset, lang, both),
        say("deck-status-care", lang, silent=silent),
        _surety(table),
    ]
    what = say("deck-status-what", lang, total=len(dataset.initiatives))
    title, named = _headline(table), _named(dataset, lang, both, most=3)
    return Slide("shares", table, title, _spoken(notes), what, named)


def _text(dataset: Dataset, lang: str, name: str) -> Slide:
    """Return a slide of text: what the numbers do not say, or how they were made."""
    total = len(dataset.initiatives)
    if name == "unsaid":
        parts = [say(f"deck-unsaid-{n}", lang, total=total) for n in ("1", "2", "3", "4", "5")]
    else:
        parts = [say(f"deck-method-{n}", lang, total=total) for n in ("1", "2", "3", "4")]
        parts.append(say("deck-method-cite", lang, data=cite("academic").split("\n")[0]))
    notes = [say(f"deck-{name}-point", lang), _instance_of(dataset, lang, name)]
    notes.append(say(f"deck-{name}-care", lang))
    return Slide("text", parts, say(f"deck-{name}", lang), _spoken(notes))


def _instance_of(dataset: Dataset, lang: str, name: str) -> str:
    """Return an initiative by name for a slide of text: one with several tools, one of a group."""
    table = count(dataset, "tool", lang=None)
    flags = dataset.membership("tool")[list(table.index)]
    several = flags.index[flags.sum(axis=1) > 1] if name == "method" else flags.index
    named = _names(dataset, lang)
    found = [named[each] for each in several if each in named][:1]
    return say(f"deck-{name}-example", lang, name=found[0]) if found else ""


def _sourced(slide: Slide, dataset: Dataset, lang: str) -> Slide:
    """Return a slide with its foot: what short forms stand for, maker, year, licence."""
    foot = say("deck-foot", lang, maker=AUTHORS, year=YEAR, version=dataset.version)
    told = " ".join(filter(None, [slide.title, slide.what, slide.example, *_texts(slide.thing)]))
    short = [say(f"deck-short-{name.lower()}", lang) for name in SHORT if name in told]
    return slide._replace(foot="\n".join(filter(None, [sentences(short, lang), foot])))


def _texts(thing: object) -> list[str]:
    """Return the labels and the text of what a slide shows."""
    table = thing.foip["table"] if hasattr(thing, "foip") else thing
    if not isinstance(table, pd.DataFrame):
        return []
    cells = table.to_numpy().ravel() if table.dtypes.map(pd.api.types.is_string_dtype).all() else ()
    return [str(text) for text in (*table.index, *table.columns, *cells)]


def _headline(table: pd.DataFrame) -> str:
    """Return the first claim of a table that stated codings bear too, or its title."""
    found = claimed(table)
    found = found[found["stands"] != False]  # noqa: E712  # None: no basis is known
    return str(found["finding"].iloc[0]) if len(found) else findings.finding(table)


def _claims(table: pd.DataFrame, most: int) -> list[str]:
    """Return the first claims of a table as they are said."""
    lang = about(table).lang
    told = [ended(each, lang) for each in claimed(table)["finding"][:most]]
    return [say("slide-also" if n else "slide-point", lang, claim=c) for n, c in enumerate(told)]


def _surety(table: pd.DataFrame) -> str:
    """Return whether the first claim of a table is borne by stated codings alone."""
    found = claimed(table)["stands"]
    return surety(found.iloc[0] if len(found) else None, about(table).lang)


def _ranked(dataset: Dataset, dimension: str) -> list[tuple[str, int]]:
    """Return the codes of a dimension with their initiatives, those with most first."""
    numbers = count(dataset, dimension, lang=None).iloc[:, 0]
    ranked = numbers.sort_values(ascending=False, kind="stable")
    return [(str(code), int(number)) for code, number in ranked.items()]


def _leaders(
    dataset: Dataset, dimension: str, lang: str
) -> tuple[dict[str, object], tuple[str, str]]:
    """Return the two codes with most initiatives, as places of a sentence and as codes."""
    (first, most), (second, more) = _ranked(dataset, dimension)[:2]
    labels = book.labels_within(dataset.codebook, dimension, lang)
    told = {"first": labels[first], "most": most, "second": labels[second], "more": more}
    return told, (first, second)


def _labels(dataset: Dataset, lang: str, chosen: dict[str, str]) -> dict[str, str]:
    """Return dimension → label of chosen codes, as it stands within a sentence."""
    return {d: book.labels_within(dataset.codebook, d, lang)[code] for d, code in chosen.items()}


def _named(dataset: Dataset, lang: str, chosen: dict[str, str], most: int = NAMED) -> str:
    """Return the line under a chart that names some of a selection's initiatives."""
    names = told_of(_surest(dataset, chosen), "name", lang)[:most]
    return say("deck-named", lang, names=listed(names, lang, "named")) if names else ""


def _instance(dataset: Dataset, lang: str, chosen: dict[str, str]) -> str:
    """Return one initiative of a selection, by name and in a sentence."""
    return example(_surest(dataset, chosen), lang)


def _surest(dataset: Dataset, chosen: dict[str, str]) -> pd.DataFrame:
    """Return the initiatives of a selection by what is stated, or by all where that leaves none:
    first those with the fewest codes of its first dimension, which are the plainest examples.
    """
    stated = dataset.stated().where(**chosen)
    kept = stated if len(stated.initiatives) else dataset.where(**chosen)
    codes = dataset.membership(next(iter(chosen))).sum(axis=1)
    order = kept.initiatives["initiative_id"].map(codes).sort_values(kind="stable")
    return kept.initiatives.loc[order.index]


def _names(dataset: Dataset, lang: str) -> dict[str, str]:
    """Return id → name of every initiative."""
    ids = dataset.initiatives["initiative_id"]
    return dict(zip(ids, told_of(dataset.initiatives, "name", lang), strict=True))


def _spoken(parts: list[str]) -> str:
    """Return what is said, a paragraph a line."""
    return "\n".join(filter(None, parts))
