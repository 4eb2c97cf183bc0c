"""What a user chose, or a whole dataset, → a PowerPoint deck.

A dataset's is an argument of at most twelve slides, with what a person can say of each.
First what the source is and how far it can be trusted, then what stands out, then how it was
counted and what it cannot tell, last what to take away. Every number, every leader and every
example is taken from the dataset, and a contrast is told only where it stands; the questions alone
are chosen here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from foip_analysis.charts.map import plot_map
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.loading import load
from foip_analysis.shipped.citing import AUTHORS, YEAR, cite
from foip_analysis.shipped.overview import ABROAD
from foip_analysis.shipped.reliability import DECISION, coders_alike
from foip_analysis.slides.deck import Item, Slide, write_deck
from foip_analysis.slides.notes import example, surety
from foip_analysis.slides.stage import template_stage
from foip_analysis.tables import caption
from foip_analysis.tables.about import about
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.examples import examples
from foip_analysis.tables.findings import findings
from foip_analysis.tables.grid import ENOUGH
from foip_analysis.tables.members import members
from foip_analysis.tables.notes import in_language, sentence, sentences
from foip_analysis.tables.sensitivity import sensitivity
from foip_analysis.words.catalogue import check_language, languages, listed, say, within

PRIORITY, SECURITY, SILENT = "priority", "p3", "not_stated"
SHORT = ("OSA", "ODA", "ADB", "EU", "ASEAN", "MDA")  # spelled out on the slides that use them
FEW = 4  # so many are all named
NOTHING = "none"  # what the catalogue is told where there is no initiative to name
HOME = ABROAD["partner"]  # the kind of partners that are Japan's own
LEVEL = 3  # initiatives: numbers that differ by no more are called level
# The number that sentences ask for → the codes of the initiatives that it counts.
ASKED: dict[str, dict[str, str | list[str]]] = {
    "security": {PRIORITY: SECURITY},
    "osa": {"tool": "osa"},
    "osa_security": {"tool": "osa", PRIORITY: SECURITY},
    "oda": {"tool": "oda"},
    "oda_security": {"tool": "oda", PRIORITY: SECURITY},
    "research": {"tool": "joint_research"},
    "research_economy": {"tool": "joint_research", PRIORITY: "p1"},
    "civil_security": {"tool": ["joint_research", "business"], PRIORITY: SECURITY},
    "pacific": {"region": "pacific", PRIORITY: "any"},
    "pacific_security": {"region": "pacific", PRIORITY: SECURITY},
    "asia": {"region": "southeast_asia", PRIORITY: "any"},
    "asia_security": {"region": "southeast_asia", PRIORITY: SECURITY},
    "placed": {"place": "any"},
    "nowhere": {"place": "none"},
    "partnered": {"partner": "any"},
    "abroad": {"partner_kind": "abroad"},
    "decided": {"status": "decided"},
    "decided_security": {"status": "decided", PRIORITY: SECURITY},
    "decided_osa": {"status": "decided", "tool": "osa"},
    "economy": {PRIORITY: "p1"},
    "silent": {"status": SILENT},
}


@guided
def save_deck(
    items: Sequence[Item] | Dataset,
    path: str | PathLike[str],
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "en",
    template: str | PathLike[str] | None = None,
) -> Path:
    """Save tables and figures, or a whole dataset, as a PowerPoint deck; return the path.

    Each table and figure has a slide; what is longer goes on over further ones. A dataset is told
    as the deck in ``figures/`` tells it: trust, findings, method, close.

    Parameters
    ----------
    items
        In any order: tables from ``count`` or ``cross_tab``; figures from ``plot`` and ``plot_…``;
        ``(kind, table)``, ``(kind, table, title)`` or ``(kind, table, title, notes)`` with the kind
        ``"auto"``, ``"bars"``, ``"shares"`` (bars of one length), ``"heat map"`` or ``"table"``;
        ``("text", paragraphs, title)``, where words between two ``**`` are bold. Any DataFrame can
        be a ``"table"``, one with a few columns of numbers ``"bars"`` or ``"shares"``. Or the
        shipped dataset, or one with its dimensions and codes.
    path
        Ends in ``.pptx``. A file of this name is replaced, a missing folder is made.
    title, subtitle
        Of an opening slide; without a title there is none. Each line of the subtitle is a
        paragraph. A dataset's deck opens with its own.
    lang
        Language of the words that come from no table, such as ``"ja"``.
    template
        An organisation's own ``.pptx`` or ``.potx``: its size, layouts, fonts and colours are
        taken, its slides are not.

    Raises
    ------
    ValueError
        If a table is too wide for a slide, an item is none of these, the dataset lacks a dimension,
        a code or the basis that its deck asks for or has too few initiatives, or the template
        cannot be used; nothing is written then.
    ImportError
        If python-pptx is not installed.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> dataset = foip.load()
    >>> table = foip.cross_tab(dataset, "tool", "region", margins=True)
    >>> items = [foip.count(dataset, "priority"), table]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(foip.save_deck(items, f"{folder}/mine.pptx", title="Tools and regions").name)
    ...     print(foip.save_deck(dataset, f"{folder}/foip-en.pptx").name)
    mine.pptx
    foip-en.pptx
    """
    check_language(lang)
    if isinstance(items, Dataset):
        if title or subtitle:
            raise ValueError(
                "A dataset's deck has an opening of its own. Leave title= and subtitle= out, or "
                "pass the tables and figures that you choose as a list."
            )
        with nullcontext() if template is None else template_stage(template).dressed():
            slides = slides_of(items, lang)  # the map is drawn in the template's look
        if any(isinstance(each.thing, pd.DataFrame) and each.thing.empty for each in slides):
            raise ValueError(
                f"These {items.total} initiatives are too few for a dataset's deck, which asks "
                f"for a region with {ENOUGH} of them, and for one on the security of the Pacific. "
                "Pass tables and figures as a list instead, such as [foip.count(dataset, 'tool')]."
            )
        items = slides
    return write_deck(items, path, title=title, subtitle=subtitle, lang=lang, template=template)


def write_decks(
    folder: str | PathLike[str], *, template: str | PathLike[str] | None = None
) -> list[Path]:
    """Write each language's deck, such as ``foip-en.pptx``, into a folder; return the paths."""
    dataset = load()
    folder = Path(folder)
    return [
        save_deck(dataset, folder / f"foip-{lang}.pptx", lang=lang, template=template)
        for lang in languages()
    ]


def slides_of(dataset: Dataset, lang: str) -> list[Slide]:
    """Return the slides that tell a dataset."""
    told = _Told(dataset, lang)
    return [
        _opening(told),
        _trust(told),
        _priorities(told),
        _tools(told),
        _regions(told),
        _by_name(told),
        _places(told),
        _partners(told),
        _text_and_map(told),
        _statuses(told),
        _method(told),
        _close(told),
    ]


def _facts(dataset: Dataset, sure: Dataset) -> dict[str, int]:
    """Return the numbers of the sentences by name: with ``_stated`` by what is stated alone."""
    kinds = book.codes(dataset.codebook, "partner_kind")
    facts = {"total": len(dataset.initiatives), "codings": len(dataset.codings)}
    for name, asked in ASKED.items():
        codes = {
            dimension: list(book.codes(dataset.codebook, dimension)) if code == "any" else code
            for dimension, code in asked.items()
        }
        if name == "abroad":
            codes = {"partner_kind": [kind for kind in kinds if kind != HOME]}
        facts[name] = len(dataset.where(**codes).initiatives)
        facts[f"{name}_stated"] = len(sure.where(**codes).initiatives)
    parts = dataset.initiatives["mentioned_in"]
    return facts | {part: int((parts == part).sum()) for part in ("text", "map", "both")}


class _Told:
    """A dataset and its numbers, as the slides of a language tell them."""

    def __init__(self, dataset: Dataset, lang: str) -> None:
        self.dataset, self.lang = dataset, lang
        self.sure = dataset.stated()  # refuses codings without a basis
        self.facts = facts = _facts(dataset, self.sure)
        self.tools_part = all(  # each of these tools serves one priority area only
            0 < facts[tool] == facts[f"{tool}_{area}"]
            for tool, area in (("osa", "security"), ("oda", "security"), ("research", "economy"))
        )
        self.regions_part = (  # security is most of the one and fewer than half of the other
            2 * facts["pacific_security"] > facts["pacific"]
            and 2 * facts["asia_security"] < facts["asia"]
        )

    def say(self, name: str, /, **told: object) -> str:
        return say(name, self.lang, **{**self.facts, **told})

    def slide(
        self,
        name: str,
        kind: str,
        thing: Any,
        named: str = "",
        second: str = "",
        /,
        *,
        turned: str = "",
        stands: bool = True,
        numbers: Mapping[str, object] | None = None,
    ) -> Slide:
        """Return a slide of the sentences deck-NAME: its title, what is counted, and to speak, a
        paragraph a line, the point, an initiative by name, what to be careful with, what leads on
        to the next slide, and the answer if asked.

        Where ``stands`` is false, the table's own claims are title and point; ``turned`` ends the
        names of a title and a point for data that speaks otherwise.
        """
        given, what, foot = numbers or {}, None, None
        if kind not in ("opening", "text"):
            what = self.say(f"deck-{name}-what", **given)
        if stands:
            title = self.say(f"deck-{name}{turned}", **given)
            point = self.say(f"deck-{name}{turned}-point", **given)
        else:
            title, point = _headline(thing), _claims(thing, 2)
        care, bridge, answer = (
            self.say(f"deck-{name}-{part}", **given) for part in ("care", "bridge", "asked")
        )
        asked = self.say("deck-asked", answer=answer)
        notes = filter(None, [point, named, care, bridge, asked])
        if what:
            foot = self.foot(" ".join([title, what, second, *_texts(thing)]))
        return Slide(kind, thing, title, "\n".join(notes), what, second, foot)

    def foot(self, shown: str) -> str:
        """Return what the short forms of a slide stand for, maker, year, licence."""
        used = {name for name in SHORT if name in shown}
        if self.say("deck-term-mda").casefold() in shown.casefold():
            used.add("MDA")
        short = [self.say(f"deck-short-{name.lower()}") for name in SHORT if name in used]
        source = self.say("deck-foot", maker=AUTHORS, year=YEAR, version=self.dataset.version)
        return "\n".join(filter(None, [sentences(short, self.lang), source]))

    def names(self, initiatives: pd.DataFrame, most: int) -> str:
        """Return the first initiatives of some by their names, in a list."""
        return listed(
            in_language(initiatives[:most], "name", self.lang).tolist(), self.lang, "named"
        )

    def named(self, slide: str, most: int, /, **chosen: str) -> str:
        """Return the line under a slide's chart that names some of a selection's initiatives."""
        names = self.names(self.plainest(**chosen), most)
        return self.say(f"deck-{slide}-named", names=names) if names else ""

    def starred(self, **chosen: str) -> list[str]:
        """Return the names of a selection's initiatives, with a star where it is inferred."""
        found, sure = (each.where(**chosen).initiatives for each in (self.dataset, self.sure))
        known = found["initiative_id"].isin(sure["initiative_id"])
        return [
            name if stated else self.say("deck-names-starred", name=name)
            for name, stated in zip(in_language(found, "name", self.lang), known, strict=True)
        ]

    def guessed(self, dimension: str) -> pd.DataFrame:
        """Return the initiatives with a code of a dimension by inference alone."""
        every, sure = (each.membership(dimension) for each in (self.dataset, self.sure))
        coded = every.drop(columns=SILENT, errors="ignore").any(axis=1) & ~sure.any(axis=1)
        return self.dataset.initiatives[coded.to_numpy()]

    def one(self, nth: int = 0, /, **chosen: str) -> str:
        """Return one initiative of a selection, by name and in a sentence: the first, or a further
        one where another slide has that, if there are more.
        """
        found = self.plainest(**chosen)
        return example(found.iloc[nth : nth + 1] if len(found) > nth else found, self.lang)

    def by_name(self, name: str, initiatives: pd.DataFrame, **more: object) -> str:
        """Return what the sentence deck-NAME-example tells of the first initiative."""
        first = self.names(initiatives, 1)
        return self.say(f"deck-{name}-example", name=first, **more) if first else ""

    def plainest(self, **chosen: str) -> pd.DataFrame:
        """Return the initiatives of a selection, the plainest example first."""
        return examples(self.dataset, chosen, self.lang)

    def ranked(self, dimension: str, *, sure: bool = False, **chosen: str) -> dict[str, int]:
        """Return code → number of a dimension, those with most first, of a selection."""
        dataset = (self.sure if sure else self.dataset).where(**chosen)
        ranked = count(dataset, dimension, order="size", lang=None).iloc[:, 0]
        return {str(code): int(number) for code, number in ranked.items()}

    def within(self, dimension: str) -> dict[str, str]:
        """Return code → label as it stands within a sentence."""
        return book.labels_within(self.dataset.codebook, dimension, self.lang)

    def leaders(self, dimension: str) -> dict[str, object]:
        """Return the two codes with most initiatives, and whether they are level."""
        whole, sure = self.ranked(dimension), self.ranked(dimension, sure=True)
        (first, most), (second, more), *_ = whole.items()
        labels = self.within(dimension)
        return {
            "code": first,
            "first": labels[first],
            "most": most,
            "stated": sure[first],
            "second": labels[second],
            "more": more,
            "stated_more": sure[second],
            "level": _level(most, more),
            "even": "yes" if sure[first] == sure[second] else "no",
        }


def _level(one: int, other: int) -> str:
    return "yes" if abs(one - other) <= LEVEL else "no"


def _opening(told: _Told) -> Slide:
    maker = {"maker": AUTHORS, "year": YEAR, "version": told.dataset.version}
    lines = [
        told.say(f"deck-opening-{part}", **maker) for part in ("what", "source", "coded", "maker")
    ]
    last = told.dataset.initiatives.iloc[::-1]  # the first ones are the examples of other slides
    both = last[last["mentioned_in"] == "both"]
    named = example(both if len(both) else last, told.lang)
    return told.slide("opening", "opening", "\n".join(lines), named)


def _trust(told: _Told) -> Slide:
    """Return what the document states and what was inferred, dimension by dimension: each decision
    once, in however many units it was read, and none where a status is not stated.
    """
    dataset, lang = told.dataset, told.lang
    every, sure = (
        each.codings[each.codings["code"] != SILENT].drop_duplicates(DECISION)["dimension"]
        for each in (dataset, told.sure)
    )
    shown = [name for name in book.dimensions(dataset.codebook) if (every == name).any()]
    stated, whole = (
        np.array([*((each == name).sum() for name in shown), len(each)]) for each in (sure, every)
    )
    labels = [book.dimension_label(dataset.codebook, name, lang) for name in shown]
    heads = [say("key-stated", lang), say("key-inferred", lang)]
    columns = zip(heads, (stated, whole - stated), strict=True)
    table = pd.DataFrame(dict(columns), index=[*labels, say("word-all", lang)])
    table.attrs["outlined"] = heads[1:]
    numbers = {"stated": len(sure), "all": len(every), "inferred": len(every) - len(sure)}
    inferred = told.guessed(PRIORITY)
    named, terms = told.by_name("trust", inferred), told.say("deck-trust-terms")
    return told.slide("trust", "shares", table, named, terms, numbers=numbers)


def _priorities(told: _Told) -> Slide:
    """Return how many initiatives each priority area has by what is stated, and by inference."""
    whole, sure = told.ranked(PRIORITY), told.ranked(PRIORITY, sure=True)
    within = told.within(PRIORITY)
    first = next(iter(whole))
    second, third = [code for code in sure if code != first][:2]
    table = sensitivity(told.dataset, PRIORITY, lang=told.lang)
    close = {_level(one[second], one[third]) for one in (whole, sure)} == {"yes"}
    numbers = {
        "first": within[first],
        "most": whole[first],
        "most_stated": sure[first],
        "second": within[second],
        "third": within[third],
        "stated": sure[second],
        "stated_third": sure[third],
        "all": whole[second],
        "all_third": whole[third],
        "inferred": sum(whole.values()) - sum(sure.values()),
        "level": "yes" if close else "no",
        "near": _level(sure[first], sure[second]),
    }
    return told.slide(
        "priorities",
        "bars",
        table,
        told.one(**{PRIORITY: first}),
        "\n".join(
            [told.say("deck-priorities-second", **numbers), told.say("deck-priorities-areas")]
        ),
        turned="" if next(iter(sure)) == first else "-turned",
        numbers=numbers,
    )


def _tools(told: _Told) -> Slide:
    table = cross_tab(told.dataset, "tool", PRIORITY, order="size", lang=told.lang)
    both = {"tool": "osa", PRIORITY: SECURITY}
    sure = told.say("deck-tools-sure") if told.tools_part else ""
    below = sentences([sure, told.named("tools", 1, **both)], told.lang)
    numbers: dict[str, object] = {
        name: listed(told.starred(tool=tool), told.lang, "named") or NOTHING
        for name, tool in (("which", "osa"), ("aid", "oda"), ("transfer", "defence_transfer"))
    }
    numbers["inferred"] = told.facts["osa"] - told.facts["osa_stated"]
    return told.slide(
        "tools",
        "bars",
        table,
        told.one(**both),
        below,
        stands=told.tools_part,
        numbers=numbers,
    )


def _regions(told: _Told) -> Slide:
    sizes = told.dataset.membership("region").sum()
    often = {"region": [str(code) for code in sizes.index[sizes >= ENOUGH]]}
    table = cross_tab(told.dataset, "region", PRIORITY, order="size", codes=often, lang=told.lang)
    both = {"region": "pacific", PRIORITY: SECURITY}
    every = told.ranked(PRIORITY, region="southeast_asia")
    (first, leading), *_ = told.ranked(PRIORITY, sure=True, region="southeast_asia").items()
    leader = {
        "turned": "no" if first == next(iter(every)) else "yes",
        "leader": told.within(PRIORITY)[first],
        "leading": leading,
    }
    below = told.say("deck-regions-sure", **leader)
    below = "\n".join(filter(None, [below, told.named("regions", 2, **both)]))
    return told.slide("regions", "shares", table, told.one(**both), below, stands=told.regions_part)


def _by_name(told: _Told) -> Slide:
    """Return the initiatives behind the finding on the Pacific, by name."""
    both = {"region": "pacific", PRIORITY: SECURITY}
    found = members(told.dataset.where(**both), lang=told.lang)
    sure = found["initiative_id"].isin(told.sure.where(**both).initiatives["initiative_id"])
    table = found.assign(name=told.starred(**both))[["name", "summary"]]
    table.columns = [say(f"slide-column-{name}", told.lang) for name in table.columns]
    labels: dict[str, object] = {
        dimension: told.within(dimension)[code] for dimension, code in both.items()
    }
    regions = told.dataset.membership("region").loc[found["initiative_id"]].sum(axis=1)
    numbers = {
        "number": len(found),
        "alone": int((regions == 1).sum()),
        "inferred": int((~sure).sum()),
        "why": listed(
            [
                told.say("deck-names-why", name=name, what=_unsure(told, initiative, both))
                for initiative, name in found.loc[~sure, ["initiative_id", "name"]].to_numpy()
            ],
            told.lang,
            "named",
        ),
    }
    return told.slide("names", "table", table, told.one(1, **both), numbers=labels | numbers)


def _unsure(told: _Told, initiative: str, chosen: Mapping[str, str]) -> str:
    """Return which dimensions of a selection an initiative is in by inference alone."""
    inferred = [
        within(book.dimension_label(told.dataset.codebook, dimension, told.lang), told.lang)
        for dimension, code in chosen.items()
        if not told.sure.membership(dimension).loc[initiative, code]
    ]
    return listed(inferred, told.lang)


def _places(told: _Told) -> Slide:
    figure = plot_map(count(told.dataset, "place", lang=told.lang))
    leaders = told.leaders("place")
    [region, *_] = told.ranked("region")
    leaders["unsure"] = told.facts["placed"] - told.facts["placed_stated"]
    leaders["region"] = book.labels(told.dataset.codebook, "region", told.lang)[region]
    named = told.one(place=str(leaders["code"]))
    mind = told.say("deck-places-mind", **leaders)
    return told.slide("places", "auto", figure, named, mind, numbers=leaders)


def _partners(told: _Told) -> Slide:
    """Return the partners abroad that several initiatives name; the others by name below."""
    ranked, labels = told.ranked("partner"), told.within("partner")
    kinds = book.parents(told.dataset.codebook, "partner")
    abroad = [code for code in ranked if kinds.get(code) != HOME]
    several = [code for code in abroad if ranked[code] > 1] or abroad[:2]
    once = [labels[code] for code in abroad if ranked[code] == 1 and code not in several]
    home = [
        told.say("deck-partners-many", name=labels[code], number=number)
        for code, number in ranked.items()
        if number and code not in abroad
    ]
    table = cross_tab(told.dataset, "partner", PRIORITY, codes={"partner": several}, lang=told.lang)
    leaders = told.leaders("partner")
    leaders["inferred"] = told.facts["partnered"] - told.facts["partnered_stated"]
    rest = sentences(
        [
            told.say(f"deck-partners-{part}", names=listed(names, told.lang, "named"))
            for part, names in (("once", once), ("home", home))
            if names
        ],
        told.lang,
    )
    both = {"partner": str(leaders["code"]), PRIORITY: SECURITY}
    stated = told.ranked("partner", sure=True)
    counted = [
        told.say("deck-partners-many", name=labels[code], number=stated[code]) for code in several
    ]
    for name, chosen in (("taiwan", {"partner": "TWN"}), ("firm", both)):
        leaders[name] = told.names(told.dataset.where(**chosen).initiatives, FEW) or NOTHING
    leaders["sure"] = listed(counted, told.lang, "named")
    leaders["only_home"] = told.facts["partnered"] - told.facts["abroad"]
    named = told.one(partner=str(leaders["code"]))
    return told.slide("partners", "bars", table, named, rest, numbers=leaders)


def _text_and_map(told: _Told) -> Slide:
    """Return which part of the document names its initiatives, by priority area."""
    table = cross_tab(told.dataset, "mentioned_in", PRIORITY, lang=told.lang)
    initiatives = told.dataset.initiatives
    written, mapped = (initiatives[initiatives["mentioned_in"] == part] for part in ("text", "map"))
    one = mapped.iloc[1:] if len(mapped) > 1 else mapped  # the first is the example of trust
    names = {"written": told.names(written, 1), "mapped": told.names(one, 1)}
    below = told.say("deck-mention-named", **names) if all(names.values()) else ""
    return told.slide("mention", "bars", table, example(one, told.lang), below)


def _statuses(told: _Told) -> Slide:
    table = cross_tab(told.dataset, "status", PRIORITY, codes="present", lang=told.lang)
    stands = 0 < told.facts["decided"] == told.facts["decided_security"] <= FEW
    below = [told.say("deck-status-mind")]
    if stands:
        names = told.names(told.dataset.where(status="decided").initiatives, FEW)
        named = told.say("deck-status-example", names=names)
        below.insert(0, told.say("deck-status-named", names=names))
    else:
        named = told.one(status="decided")
    every = told.facts["decided_security_stated"] == told.facts["decided"]
    rows = told.dataset.codings
    places = rows.loc[(rows["dimension"] == "status") & (rows["code"] == "decided"), "locator"]
    guessed = told.guessed("status")
    numbers = {
        "unsure": len(guessed),
        "unsure_names": told.names(guessed, FEW),
        "all_stated": "yes" if every else "no",
        "by_osa": "all" if told.facts["decided_osa"] == told.facts["decided"] else "some",
        "spoken": told.facts["total"] - told.facts["silent"],
        "passages": places.nunique(),
    }
    return told.slide(
        "status", "bars", table, named, "\n".join(below), stands=stands, numbers=numbers
    )


def _method(told: _Told) -> Slide:
    """Return how the numbers were made, how far other coders agree, and what they cannot tell."""
    both, alike = coders_alike()
    agreed: dict[str, object] = {"compared": both, "alike": alike}
    agreed |= {f"partner_{key}": each for key, each in told.leaders("partner").items()}
    parts = [told.say(f"deck-method-{n}", **agreed) for n in ("1", "2", "3", "4", "5")]
    dataset = told.dataset
    flags = dataset.membership("tool")[list(count(dataset, "tool", lang=None).index)]
    several = dataset.initiatives[(flags.sum(axis=1) > 1).to_numpy()]
    labels = told.within("tool")
    means = flags.loc[several["initiative_id"].iloc[:1]]
    used = [labels[str(code)] for code in means.columns[means.any()]]
    named = told.by_name("method", several, means=listed(used, told.lang))
    return told.slide("method", "text", parts, named, numbers=agreed)


def _close(told: _Told) -> Slide:
    """Return what to take away, what is not known, how to check it, and how to cite."""
    leads = next(iter(told.ranked(PRIORITY))) == "p1"
    parts = [told.say("deck-close-area")] if leads else []
    parts += [
        told.say(f"deck-close-{name}") if stands else _plainly(told, name)
        for name, stands in (("tool", told.tools_part), ("region", told.regions_part))
    ]
    cited = cite("academic").split("\n")[0]
    parts += [told.say(f"deck-close-{part}", data=cited) for part in ("parts", "unknown", "check")]
    found = told.plainest(**{"region": "pacific", PRIORITY: SECURITY, "tool": "equipment"})
    found = found[found["mentioned_in"] == "both"]
    whole = leads and told.tools_part and told.regions_part
    named = told.by_name("close", found)
    return told.slide("close", "text", parts, named, turned="" if whole else "-turned")


def _plainly(told: _Told, rows: str) -> str:
    """Return what a table says, for the last slide."""
    table = cross_tab(told.dataset, rows, PRIORITY, codes="present", lang=told.lang)
    return told.say("deck-close-plain", claim=sentence(_headline(table), told.lang))


def _texts(thing: object) -> list[str]:
    """Return the labels and the text of what a slide shows."""
    table = thing.foip["table"] if hasattr(thing, "foip") else thing
    if not isinstance(table, pd.DataFrame):
        return []
    cells = table.to_numpy().ravel() if table.dtypes.map(pd.api.types.is_string_dtype).all() else ()
    return [str(text) for text in (*table.index, *table.columns, *cells)]


def _headline(table: pd.DataFrame) -> str:
    """Return the first claim of a table that stated codings bear too, or its title."""
    found = findings(table)
    found = found[found["stands"] != False]  # noqa: E712  # None: no basis is known
    return str(found["finding"].iloc[0]) if len(found) else caption.finding(table)


def _claims(table: pd.DataFrame, most: int) -> str:
    """Return the first claims of a table as they are said, and whether stated codings alone bear
    the first.
    """
    lang, found = about(table).lang, findings(table)[:most]
    told = [
        say("slide-also" if n else "slide-point", lang, claim=sentence(each, lang))
        for n, each in enumerate(found["finding"])
    ]
    return sentences([*told, surety(next(iter(found["stands"]), None), lang)], lang)
