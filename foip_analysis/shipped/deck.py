"""The shipped deck: an argument of at most twelve slides, with what a person can say of each.

First what the source is and how far it can be trusted, then what stands out, then how it was
counted and what it cannot tell, last what to take away. Every number, every leader and every
example is taken from the dataset, and a contrast is told only where it stands; the questions alone
are chosen here. A user's own choice of slides is ``save_deck``.
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
from foip_analysis.shipped.reliability import coders_alike
from foip_analysis.slides.deck import Slide, save_deck
from foip_analysis.slides.notes import ended, example, surety, told_of
from foip_analysis.slides.stage import template_stage
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.members import members
from foip_analysis.tables.notes import sentences
from foip_analysis.tables.telling import findings as claimed
from foip_analysis.words.catalogue import check_language, languages, listed, say
from foip_analysis.words.numerals import plain

PRIORITY, SECURITY, SILENT = "priority", "p3", "not_stated"
REGIONS = ("pacific", "southeast_asia")
DECISION = ["initiative_id", "dimension", "code"]
SHORT = ("OSA", "ODA", "ASEAN", "ADB", "MDA")  # spelled out on the slides that use them
NAMED = 2  # initiatives under a chart


@guided
def save_foip_deck(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    lang: str = "en",
    template: str | PathLike[str] | None = None,
) -> Path:
    """Save the deck of the shipped dataset: trust, findings, method, close; return the path.

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
    sourced = [_sourced(slide, dataset, lang) for slide in shown]
    return [_opening(dataset, lang), *sourced, _method(dataset, lang), _close(dataset, lang)]


def _opening(dataset: Dataset, lang: str) -> Slide:
    total = len(dataset.initiatives)
    lines = [
        say("deck-opening-what", lang, total=total),
        say("deck-opening-source", lang),
        say("deck-opening-coded", lang),
        say("deck-opening-maker", lang, maker=AUTHORS, year=YEAR, version=dataset.version),
    ]
    point = say("deck-opening-point", lang, total=total)
    last = dataset.initiatives.iloc[::-1]  # the first ones are the examples of other slides
    notes = _spoken("opening", lang, [point], example(last, lang))
    return Slide("opening", "\n".join(lines), say("deck-title", lang), notes)


def _trust(dataset: Dataset, lang: str) -> Slide:
    """Return what the document states and what was inferred, dimension by dimension: each decision
    once, in however many units it was read, and none where a status is not stated.
    """
    dataset.stated()  # refuses codings without a basis
    codings = dataset.codings[dataset.codings["code"] != SILENT]
    known = codings["basis"].isin(STATED).groupby([codings[key] for key in DECISION]).any()
    stated = known.reset_index(name="stated")
    labels = {
        dimension: book.dimension_label(dataset.codebook, dimension, lang)
        for dimension in book.dimensions(dataset.codebook)
        if (stated["dimension"] == dimension).any()
    }
    rows = {label: stated["stated"][stated["dimension"] == d] for d, label in labels.items()}
    rows[say("word-all", lang)] = stated["stated"]
    table = pd.DataFrame(
        {
            say("deck-stated", lang): [int(basis.sum()) for basis in rows.values()],
            say("deck-inferred", lang): [int((~basis).sum()) for basis in rows.values()],
        },
        index=list(rows),
    )
    sure, total = int(known.sum()), len(dataset.initiatives)
    numbers = {"stated": sure, "all": len(known), "inferred": len(known) - sure}
    silent = _number(dataset, status=SILENT)
    of_priority = stated[~stated["stated"] & (stated["dimension"] == PRIORITY)]["initiative_id"]
    inferred = dataset.initiatives[dataset.initiatives["initiative_id"].isin(of_priority)]
    named = [say("deck-trust-example", lang, name=n) for n in told_of(inferred, "name", lang)[:1]]
    notes = _spoken("trust", lang, [say("deck-trust-point", lang, **numbers)], "".join(named))
    return Slide(
        "shares",
        table,
        say("deck-trust", lang, **numbers),
        notes,
        say("deck-trust-what", lang, total=total),
        say("deck-trust-silent", lang, silent=silent) if silent else "",
    )


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
        "first": within[first],
        "most": whole[first],
        "total": total,
        "second": within[second],
        "third": within[third],
        "stated": sure[second],
        "stated_third": sure[third],
        "all": whole[second],
        "all_third": whole[third],
        "inferred": sum(inferred),
    }
    leads = next(iter(sure)) == first
    name = "deck-priorities" if leads else "deck-priorities-turned"
    named = _instance(dataset, lang, {PRIORITY: first})
    notes = _spoken("priorities", lang, [say(f"{name}-point", lang, **told)], named, **told)
    what = say("deck-priorities-what", lang, total=total)
    second = say("deck-priorities-second", lang, **told)
    return Slide("bars", table, say(name, lang, **told), notes, what, second)


def _tools(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "tool", PRIORITY, order="size", lang=lang)
    both = {"tool": "osa", PRIORITY: SECURITY}
    facts = _of_tools(dataset)
    point = [say("deck-tools-point", lang, **facts)] if facts else _claims(table, 2)
    security = dataset.where(priority=SECURITY)
    told = {"named": _number(dataset, tool="oda"), "total": len(dataset.initiatives)}
    told |= {"security": len(security.initiatives), "osa": _number(security, tool="osa")}
    told["others"] = _number(security, tool=["joint_research", "business"])
    notes = _spoken("tools", lang, [*point, _surety(table)], _instance(dataset, lang, both), **told)
    title = say("deck-tools", lang, **facts) if facts else _headline(table)
    what, sure = say("deck-tools-what", lang, **told), _of_tools(dataset.stated(), whole=False)
    stated = [say("deck-tools-stated", lang, **sure)] if facts else []
    under = sentences([*stated, _named(dataset, lang, both, 1)], lang)
    return Slide("bars", table, title, notes, what, under)


def _regions(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "region", PRIORITY, order="size", codes="present", lang=lang)
    both = {"region": "pacific", PRIORITY: SECURITY}
    facts = _of_regions(dataset)
    point = [say("deck-regions-point", lang, **facts)] if facts else _claims(table, 2)
    told = {"number": _number(dataset, **both), **_stated_of_regions(dataset)}
    named = _instance(dataset, lang, both)
    notes = _spoken("regions", lang, [*point, _surety(table)], named, **told)
    base, total = about(table).whole_base, len(dataset.initiatives)
    what = say("deck-regions-what", lang, base=plain(base), total=total)
    title = say("deck-regions", lang, **facts) if facts else _headline(table)
    return Slide("shares", table, title, notes, what, _named(dataset, lang, both))


def _by_name(dataset: Dataset, lang: str) -> Slide:
    """Return the initiatives behind the finding on the Pacific, by name."""
    both = {"region": "pacific", PRIORITY: SECURITY}
    behind = dataset.where(**both)
    found = members(behind, lang=lang)
    heads = {name: say(f"deck-names-{name}", lang) for name in ("name", "summary")}
    leaders, _ = _leaders(behind, "tool", lang)
    told = {"number": len(found), **_labels(dataset, lang, both), **leaders}
    point = say("deck-names-point", lang, **told)
    notes = _spoken("names", lang, [point], _instance(dataset, lang, both, nth=1))
    sure = set(dataset.stated().where(**both).initiatives["initiative_id"])
    inferred = ~found["initiative_id"].isin(sure)
    marked = found["name"].where(~inferred, found["name"] + say("deck-names-mark", lang))
    table = found.assign(name=marked)[list(heads)].rename(columns=heads)
    title = say("deck-names", lang, **told)
    what = say("deck-names-what", lang, inferred=int(inferred.sum()), **told)
    return Slide("table", table, title, notes, what)


def _places(dataset: Dataset, lang: str) -> Slide:
    figure = plot_map(count(dataset, "place", lang=lang))
    leaders, (first, second) = _leaders(dataset, "place", lang)
    sure, total = dict(_ranked(dataset.stated(), "place")), len(dataset.initiatives)
    nowhere = _number(dataset, place="none")
    [(region, _), *_] = _ranked(dataset, "region")
    told = {
        **leaders,
        "region": book.labels(dataset.codebook, "region", lang)[region],
        "stated": sure[first],
        "stated_more": sure[second],
        "nowhere": nowhere,
        "total": total,
    }
    point = say("deck-places-point", lang, **told)
    notes = _spoken("places", lang, [point], _instance(dataset, lang, {"place": first}), **told)
    what = say("deck-places-what", lang, base=total - nowhere, total=total)
    title, mind = say("deck-places", lang, **told), say("deck-places-mind", lang, **told)
    return Slide("auto", figure, title, notes, what, mind)


def _partners(dataset: Dataset, lang: str) -> Slide:
    """Return the partners that several initiatives name; those of one alone by name below."""
    ranked, labels = (
        _ranked(dataset, "partner"),
        book.labels_within(dataset.codebook, "partner", lang),
    )
    several = [code for code, number in ranked if number > 1] or [code for code, _ in ranked[:2]]
    once = [labels[code] for code, number in ranked if number == 1 and code not in several]
    table = cross_tab(dataset, "partner", PRIORITY, codes={"partner": several}, lang=lang)
    base, stated = (
        int(about(count(one, "partner", lang=None)).whole_base)
        for one in (dataset, dataset.stated())
    )
    kinds = [kind for kind in book.codes(dataset.codebook, "partner_kind") if kind != "domestic"]
    abroad = len(dataset.where(partner_kind=kinds).initiatives)
    leaders, (first, _) = _leaders(dataset, "partner", lang)
    told = {"base": base, "total": len(dataset.initiatives), "stated": stated, **leaders}
    point = say("deck-partners-point", lang, **told, abroad=abroad)
    notes = _spoken("partners", lang, [point], _instance(dataset, lang, {"partner": first}), **told)
    what = say("deck-partners-what", lang, **told)
    rest = say("deck-partners-once", lang, names=listed(once, lang)) if once else ""
    return Slide("bars", table, say("deck-partners", lang, **told), notes, what, rest)


def _text_and_map(dataset: Dataset, lang: str) -> Slide:
    """Return which part of the document names its initiatives, by priority area."""
    table = cross_tab(dataset, "mentioned_in", PRIORITY, lang=lang)
    told = _of_parts(dataset)
    mapped = dataset.initiatives[dataset.initiatives["mentioned_in"] == "map"]
    one = mapped.iloc[1:] if len(mapped) > 1 else mapped  # the first is the example of trust
    notes = _spoken(
        "mention", lang, [say("deck-mention-point", lang, **told)], example(one, lang), **told
    )
    title, what = (say(f"deck-mention{part}", lang, **told) for part in ("", "-what"))
    names = told_of(mapped, "name", lang)[:NAMED]
    named = [say("deck-mention-named", lang, names=listed(names, lang, "named"))] if names else []
    return Slide("bars", table, title, notes, what, "".join(named))


def _statuses(dataset: Dataset, lang: str) -> Slide:
    table = cross_tab(dataset, "status", PRIORITY, codes="present", lang=lang)
    both, total = {"status": "decided", PRIORITY: SECURITY}, len(dataset.initiatives)
    number, silent = _number(dataset, status="decided"), _number(dataset, status=SILENT)
    told = {"number": number, "silent": silent, "total": total}
    alone = 0 < number == _number(dataset, **both)
    point = [say("deck-status-point", lang, **told)] if alone else _claims(table, 2)
    title = say("deck-status", lang, **told) if alone else _headline(table)
    named = _instance(dataset, lang, both, nth=1)
    notes = _spoken("status", lang, [*point, _surety(table)], named, **told)
    what = say("deck-status-what", lang, **told)
    names = told_of(dataset.where(**both).initiatives, "name", lang) if alone else []
    decided = [say("deck-status-named", lang, names=listed(names, lang, "named"))] if alone else []
    under = sentences([*decided, say("deck-status-mind", lang)], lang)
    return Slide("bars", table, title, notes, what, under)


def _method(dataset: Dataset, lang: str) -> Slide:
    """Return how the numbers were made, how far other coders agree, and what they cannot tell."""
    both, alike = coders_alike()
    told: dict[str, object] = {"total": len(dataset.initiatives), "both": both, "alike": alike}
    for name in ("place", "partner"):
        leaders, _ = _leaders(dataset, name, lang)
        told |= {f"{name}_{key}": value for key, value in leaders.items()}
    parts = [say(f"deck-method-{n}", lang, **told) for n in ("1", "2", "3", "4", "5")]
    flags = dataset.membership("tool")[list(count(dataset, "tool", lang=None).index)]
    several = dataset.initiatives[(flags.sum(axis=1) > 1).to_numpy()]
    named = [say("deck-method-example", lang, name=n) for n in told_of(several, "name", lang)[:1]]
    notes = _spoken("method", lang, [say("deck-method-point", lang)], "".join(named), **told)
    return Slide("text", parts, say("deck-method", lang), notes)


def _close(dataset: Dataset, lang: str) -> Slide:
    """Return what to take away, what is not known, how to check it, and how to cite."""
    facts = {"means": _of_tools(dataset), "region": _of_regions(dataset)}
    rows = {"means": "tool", "region": "region"}
    parts = [
        say(f"deck-close-{name}", lang, **told)
        if told
        else _plainly(cross_tab(dataset, rows[name], PRIORITY, codes="present", lang=lang))
        for name, told in facts.items()
    ]
    parts.append(say("deck-close-parts", lang, **_of_parts(dataset)))
    parts += [say(f"deck-close-{part}", lang) for part in ("unknown", "check")]
    parts.append(say("deck-close-cite", lang, data=cite("academic").split("\n")[0]))
    best = told_of(_surest(dataset, {"region": "pacific", PRIORITY: SECURITY}), "name", lang)[:1]
    named = [say("deck-close-example", lang, name=name) for name in best]
    whole = all(facts.values())
    point = say("deck-close-point" if whole else "deck-close-plain-point", lang)
    title = say("deck-close" if whole else "deck-close-plainly", lang)
    return Slide("text", parts, title, _spoken("close", lang, [point], "".join(named)))


def _plainly(table: pd.DataFrame) -> str:
    """Return what a table says, for the last slide."""
    lang = about(table).lang
    return say("deck-close-plain", lang, claim=ended(_headline(table), lang))


def _number(dataset: Dataset, **chosen: str | list[str]) -> int:
    return len(dataset.where(**chosen).initiatives)


def _of_tools(dataset: Dataset, *, whole: bool = True) -> dict[str, int]:
    """Return how many initiatives have the tools that serve one priority only; nothing if one of
    them serves others too, unless what is not ``whole`` will do.
    """
    alone = {
        "osa": ("osa", SECURITY),
        "oda": ("oda", SECURITY),
        "research": ("joint_research", "p1"),
    }
    sizes = {name: _number(dataset, tool=tool) for name, (tool, _) in alone.items()}
    served = {
        name: _number(dataset, tool=tool, priority=priority)
        for name, (tool, priority) in alone.items()
    }
    return served if not whole or (sizes == served and all(sizes.values())) else {}


def _of_regions(dataset: Dataset) -> dict[str, int]:
    """Return how many initiatives for the Pacific and for Southeast Asia are about security, and of
    how many; nothing unless it is most there and fewer than half here.
    """
    base, other_base = (_number(dataset, region=region) for region in REGIONS)
    number, other = (_number(dataset, region=region, priority=SECURITY) for region in REGIONS)
    told = {"number": number, "base": base, "other": other, "other_base": other_base}
    return told if 2 * number > base and 2 * other < other_base else {}


def _stated_of_regions(dataset: Dataset) -> dict[str, int]:
    """Return the same numbers by what is stated alone."""
    table = cross_tab(dataset.stated(), "region", PRIORITY, margins=True, lang=None)
    rows = table.to_dict("index")
    told: dict[str, int] = {}
    for name, region in zip(("stated", "stated-other"), REGIONS, strict=True):
        told |= {name: int(rows[region][SECURITY]), f"{name}-base": int(rows[region]["all"])}
    return told


def _of_parts(dataset: Dataset) -> dict[str, int]:
    """Return how many initiatives the text, the map or both name, and how many there are."""
    named = dataset.initiatives["mentioned_in"]
    sizes = {part: int((named == part).sum()) for part in ("text", "map", "both")}
    return {**sizes, "total": len(named)}


def _sourced(slide: Slide, dataset: Dataset, lang: str) -> Slide:
    """Return a slide with its foot: what short forms stand for, maker, year, licence."""
    foot = say("deck-foot", lang, maker=AUTHORS, year=YEAR, version=dataset.version)
    told = " ".join(filter(None, [slide.title, slide.what, slide.example, *_texts(slide.thing)]))
    spelled = {name: say(f"deck-short-{name.lower()}", lang) for name in SHORT}
    used = {name for name in SHORT if name in told}
    if say("deck-term-mda", lang).casefold() in told.casefold():
        used.add("MDA")
    short = [text for name, text in spelled.items() if name in used]
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


def _instance(dataset: Dataset, lang: str, chosen: dict[str, str], nth: int = 0) -> str:
    """Return one initiative of a selection, by name and in a sentence: the first, or a further one
    where another slide has that, if there are more.
    """
    found = _surest(dataset, chosen)
    return example(found.iloc[nth : nth + 1] if len(found) > nth else found, lang)


def _surest(dataset: Dataset, chosen: dict[str, str]) -> pd.DataFrame:
    """Return the initiatives of a selection by what is stated, or by all where that leaves none:
    first those with the fewest codes of its first dimension, which are the plainest examples.
    """
    stated = dataset.stated().where(**chosen)
    kept = stated if len(stated.initiatives) else dataset.where(**chosen)
    codes = dataset.membership(next(iter(chosen))).sum(axis=1)
    order = kept.initiatives["initiative_id"].map(codes).sort_values(kind="stable")
    return kept.initiatives.loc[order.index]


def _spoken(slide: str, lang: str, point: list[str], named: str, /, **told: object) -> str:
    """Return what is said of a slide, a paragraph a line: the point, an initiative by name, what
    to be careful with, and what leads on to the next slide; last, what to say if asked.
    """
    care, bridge, asked = (
        say(f"deck-{slide}-{part}", lang, **told) for part in ("care", "bridge", "asked")
    )
    parts = [sentences(point, lang), named, care, bridge, say("deck-asked", lang, text=asked)]
    return "\n".join(filter(None, parts))
