"""A whole dataset → the slides that tell it, an argument of at most twelve.

First what the source is and how far it can be trusted, then what stands out, then how it was
counted and what it cannot tell, last what to take away. A slide is a function here, and its
sentences are the catalogue's ``deck-…``; what it asks of the dataset is a method of ``Speaker``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from foip_analysis.charts.map import plot_map
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.shipped.citing import AUTHORS, YEAR, cite
from foip_analysis.shipped.reliability import DECISION, coders_alike
from foip_analysis.shipped.speaker import (
    ALL_NAMED,
    HOME,
    NO_NAME,
    PRIORITY,
    SECURITY,
    SILENT,
    Speaker,
    level,
    surest_claim,
)
from foip_analysis.slides.layout import Slide
from foip_analysis.slides.notes import example
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.grid import ENOUGH
from foip_analysis.tables.members import members
from foip_analysis.tables.notes import sentence, sentences
from foip_analysis.tables.sensitivity import sensitivity
from foip_analysis.words.catalogue import listed, say, within


def slides_of(dataset: Dataset, lang: str) -> list[Slide]:
    """Return the slides that tell a dataset."""
    speaker = Speaker(dataset, lang)
    return [
        _opening(speaker),
        _trust(speaker),
        _priorities(speaker),
        _tools(speaker),
        _regions(speaker),
        _by_name(speaker),
        _places(speaker),
        _partners(speaker),
        _text_and_map(speaker),
        _statuses(speaker),
        _method(speaker),
        _close(speaker),
    ]


def _opening(speaker: Speaker) -> Slide:
    maker = {"maker": AUTHORS, "year": YEAR, "version": speaker.dataset.version}
    lines = [
        speaker.say(f"deck-opening-{part}", **maker)
        for part in ("what", "source", "coded", "maker")
    ]
    last = speaker.dataset.initiatives.iloc[::-1]  # the first ones are the examples of other slides
    both = last[last["mentioned_in"] == "both"]
    named = example(both if len(both) else last, speaker.lang)
    return speaker.slide("opening", "opening", "\n".join(lines), named)


def _trust(speaker: Speaker) -> Slide:
    """Return what the document states and what was inferred, dimension by dimension: each decision
    once, in however many units it was read, and none where a status is not stated.
    """
    dataset, lang = speaker.dataset, speaker.lang
    every, sure = (
        each.codings[each.codings["code"] != SILENT].drop_duplicates(DECISION)["dimension"]
        for each in (dataset, speaker.sure)
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
    inferred = speaker.guessed(PRIORITY)
    named, terms = speaker.by_name("trust", inferred), speaker.say("deck-trust-terms")
    return speaker.slide("trust", "shares", table, named, terms, numbers=numbers)


def _priorities(speaker: Speaker) -> Slide:
    """Return how many initiatives each priority area has by what is stated, and by inference."""
    whole, sure = speaker.ranked(PRIORITY), speaker.ranked(PRIORITY, sure=True)
    within = speaker.within(PRIORITY)
    first = next(iter(whole))
    second, third = [code for code in sure if code != first][:2]
    table = sensitivity(speaker.dataset, PRIORITY, lang=speaker.lang)
    close = {level(one[second], one[third]) for one in (whole, sure)} == {"yes"}
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
        "near": level(sure[first], sure[second]),
    }
    return speaker.slide(
        "priorities",
        "bars",
        table,
        speaker.one(**{PRIORITY: first}),
        "\n".join(
            [speaker.say("deck-priorities-second", **numbers), speaker.say("deck-priorities-areas")]
        ),
        turned="" if next(iter(sure)) == first else "-turned",
        numbers=numbers,
    )


def _tools(speaker: Speaker) -> Slide:
    table = cross_tab(speaker.dataset, "tool", PRIORITY, order="size", lang=speaker.lang)
    both = {"tool": "osa", PRIORITY: SECURITY}
    sure = speaker.say("deck-tools-sure") if speaker.tools_part else ""
    below = sentences([sure, speaker.named("tools", 1, **both)], speaker.lang)
    numbers: dict[str, object] = {
        name: listed([*speaker.starred(tool=tool).values()], speaker.lang, "named") or NO_NAME
        for name, tool in (("which", "osa"), ("aid", "oda"), ("transfer", "defence_transfer"))
    }
    numbers["inferred"] = speaker.facts["osa"] - speaker.facts["osa_stated"]
    return speaker.slide(
        "tools",
        "bars",
        table,
        speaker.one(**both),
        below,
        stands=speaker.tools_part,
        numbers=numbers,
    )


def _regions(speaker: Speaker) -> Slide:
    sizes = speaker.dataset.membership("region").sum()
    often = {"region": [str(code) for code in sizes.index[sizes >= ENOUGH]]}
    table = cross_tab(
        speaker.dataset, "region", PRIORITY, order="size", codes=often, lang=speaker.lang
    )
    both = {"region": "pacific", PRIORITY: SECURITY}
    every = speaker.ranked(PRIORITY, region="southeast_asia")
    (first, leading), *_ = speaker.ranked(PRIORITY, sure=True, region="southeast_asia").items()
    leader = {
        "turned": "no" if first == next(iter(every)) else "yes",
        "leader": speaker.within(PRIORITY)[first],
        "leading": leading,
    }
    below = speaker.say("deck-regions-sure", **leader)
    below = "\n".join(filter(None, [below, speaker.named("regions", 2, **both)]))
    return speaker.slide(
        "regions", "shares", table, speaker.one(**both), below, stands=speaker.regions_part
    )


def _by_name(speaker: Speaker) -> Slide:
    """Return the initiatives behind the finding on the Pacific, by name."""
    both = {"region": "pacific", PRIORITY: SECURITY}
    found = members(speaker.dataset.where(**both), lang=speaker.lang)
    table = found.assign(name=found["initiative_id"].map(speaker.starred(**both)))[
        ["name", "summary"]
    ]
    inferred = speaker.inferred(**both)
    names = found.set_index("initiative_id")["name"]
    table.columns = [say(f"slide-column-{name}", speaker.lang) for name in table.columns]
    labels: dict[str, object] = {
        dimension: speaker.within(dimension)[code] for dimension, code in both.items()
    }
    regions = speaker.dataset.membership("region").loc[found["initiative_id"]].sum(axis=1)
    numbers = {
        "number": len(found),
        "alone": int((regions == 1).sum()),
        "inferred": len(inferred),
        "why": listed(
            [
                speaker.say("deck-names-why", name=names[each], what=_unsure(speaker, each, both))
                for each in inferred
            ],
            speaker.lang,
            "named",
        ),
    }
    return speaker.slide("names", "table", table, speaker.one(1, **both), numbers=labels | numbers)


def _unsure(speaker: Speaker, initiative: str, chosen: Mapping[str, str]) -> str:
    """Return which dimensions of a selection an initiative is in by inference alone."""
    inferred = [
        within(
            book.dimension_label(speaker.dataset.codebook, dimension, speaker.lang), speaker.lang
        )
        for dimension, code in chosen.items()
        if not speaker.sure.membership(dimension).loc[initiative, code]
    ]
    return listed(inferred, speaker.lang)


def _places(speaker: Speaker) -> Slide:
    figure = plot_map(count(speaker.dataset, "place", lang=speaker.lang))
    leaders = speaker.leaders("place")
    [region, *_] = speaker.ranked("region")
    leaders["unsure"] = speaker.facts["placed"] - speaker.facts["placed_stated"]
    leaders["region"] = book.labels(speaker.dataset.codebook, "region", speaker.lang)[region]
    named = speaker.one(place=str(leaders["code"]))
    mind = speaker.say("deck-places-mind", **leaders)
    return speaker.slide("places", "auto", figure, named, mind, numbers=leaders)


def _partners(speaker: Speaker) -> Slide:
    """Return the partners abroad that several initiatives name; the others by name below."""
    ranked, labels = speaker.ranked("partner"), speaker.within("partner")
    kinds = book.parents(speaker.dataset.codebook, "partner")
    abroad = [code for code in ranked if kinds.get(code) != HOME]
    several = [code for code in abroad if ranked[code] > 1] or abroad[:2]
    once = [labels[code] for code in abroad if ranked[code] == 1 and code not in several]
    home = [
        speaker.say("deck-partners-many", name=labels[code], number=number)
        for code, number in ranked.items()
        if number and code not in abroad
    ]
    table = cross_tab(
        speaker.dataset, "partner", PRIORITY, codes={"partner": several}, lang=speaker.lang
    )
    leaders = speaker.leaders("partner")
    leaders["inferred"] = speaker.facts["partnered"] - speaker.facts["partnered_stated"]
    rest = sentences(
        [
            speaker.say(f"deck-partners-{part}", names=listed(names, speaker.lang, "named"))
            for part, names in (("once", once), ("home", home))
            if names
        ],
        speaker.lang,
    )
    both = {"partner": str(leaders["code"]), PRIORITY: SECURITY}
    stated = speaker.ranked("partner", sure=True)
    counted = [
        speaker.say("deck-partners-many", name=labels[code], number=stated[code])
        for code in several
    ]
    for name, chosen in (("taiwan", {"partner": "TWN"}), ("firm", both)):
        leaders[name] = (
            speaker.names(speaker.dataset.where(**chosen).initiatives, ALL_NAMED) or NO_NAME
        )
    leaders["sure"] = listed(counted, speaker.lang, "named")
    leaders["only_home"] = speaker.facts["partnered"] - speaker.facts["abroad"]
    named = speaker.one(partner=str(leaders["code"]))
    return speaker.slide("partners", "bars", table, named, rest, numbers=leaders)


def _text_and_map(speaker: Speaker) -> Slide:
    """Return which part of the document names its initiatives, by priority area."""
    table = cross_tab(speaker.dataset, "mentioned_in", PRIORITY, lang=speaker.lang)
    initiatives = speaker.dataset.initiatives
    written, mapped = (initiatives[initiatives["mentioned_in"] == part] for part in ("text", "map"))
    one = mapped.iloc[1:] if len(mapped) > 1 else mapped  # the first is the example of trust
    names = {"written": speaker.names(written, 1), "mapped": speaker.names(one, 1)}
    below = speaker.say("deck-mention-named", **names) if all(names.values()) else ""
    return speaker.slide("mention", "bars", table, example(one, speaker.lang), below)


def _statuses(speaker: Speaker) -> Slide:
    table = cross_tab(speaker.dataset, "status", PRIORITY, codes="present", lang=speaker.lang)
    stands = 0 < speaker.facts["decided"] == speaker.facts["decided_security"] <= ALL_NAMED
    below = [speaker.say("deck-status-mind")]
    if stands:
        names = speaker.names(speaker.dataset.where(status="decided").initiatives, ALL_NAMED)
        named = speaker.say("deck-status-example", names=names)
        below.insert(0, speaker.say("deck-status-named", names=names))
    else:
        named = speaker.one(status="decided")
    every = speaker.facts["decided_security_stated"] == speaker.facts["decided"]
    rows = speaker.dataset.codings
    places = rows.loc[(rows["dimension"] == "status") & (rows["code"] == "decided"), "locator"]
    guessed = speaker.guessed("status")
    numbers = {
        "unsure": len(guessed),
        "unsure_names": speaker.names(guessed, ALL_NAMED),
        "all_stated": "yes" if every else "no",
        "by_osa": "all" if speaker.facts["decided_osa"] == speaker.facts["decided"] else "some",
        "spoken": speaker.facts["total"] - speaker.facts["silent"],
        "passages": places.nunique(),
    }
    return speaker.slide(
        "status", "bars", table, named, "\n".join(below), stands=stands, numbers=numbers
    )


def _method(speaker: Speaker) -> Slide:
    """Return how the numbers were made, how far other coders agree, and what they cannot tell."""
    both, alike = coders_alike()
    agreed: dict[str, object] = {"compared": both, "alike": alike}
    agreed |= {f"partner_{key}": each for key, each in speaker.leaders("partner").items()}
    parts = [speaker.say(f"deck-method-{n}", **agreed) for n in ("1", "2", "3", "4", "5")]
    dataset = speaker.dataset
    flags = dataset.membership("tool")[list(count(dataset, "tool", lang=None).index)]
    several = dataset.initiatives[(flags.sum(axis=1) > 1).to_numpy()]
    labels = speaker.within("tool")
    means = flags.loc[several["initiative_id"].iloc[:1]]
    used = [labels[str(code)] for code in means.columns[means.any()]]
    named = speaker.by_name("method", several, means=listed(used, speaker.lang))
    return speaker.slide("method", "text", parts, named, numbers=agreed)


def _close(speaker: Speaker) -> Slide:
    """Return what to take away, what is not known, how to check it, and how to cite."""
    leads = next(iter(speaker.ranked(PRIORITY))) == "p1"
    parts = [speaker.say("deck-close-area")] if leads else []
    parts += [
        speaker.say(f"deck-close-{name}") if stands else _plainly(speaker, name)
        for name, stands in (("tool", speaker.tools_part), ("region", speaker.regions_part))
    ]
    cited = cite("academic").split("\n")[0]
    parts += [
        speaker.say(f"deck-close-{part}", data=cited) for part in ("parts", "unknown", "check")
    ]
    found = speaker.plainest(**{"region": "pacific", PRIORITY: SECURITY, "tool": "equipment"})
    found = found[found["mentioned_in"] == "both"]
    whole = leads and speaker.tools_part and speaker.regions_part
    named = speaker.by_name("close", found)
    return speaker.slide("close", "text", parts, named, turned="" if whole else "-turned")


def _plainly(speaker: Speaker, rows: str) -> str:
    """Return what a table says, for the last slide."""
    table = cross_tab(speaker.dataset, rows, PRIORITY, codes="present", lang=speaker.lang)
    return speaker.say("deck-close-plain", claim=sentence(surest_claim(table), speaker.lang))
