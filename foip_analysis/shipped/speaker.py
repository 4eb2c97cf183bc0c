"""A dataset and its numbers, as the sentences of its deck ask for them.

Every number, every leader and every example is taken from the dataset, and a contrast is told only
where it stands; the questions alone are chosen here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.shipped.citing import AUTHORS, YEAR
from foip_analysis.shipped.overview import SET_APART
from foip_analysis.slides.layout import Slide
from foip_analysis.slides.notes import example, surety
from foip_analysis.tables import caption
from foip_analysis.tables.about import about
from foip_analysis.tables.counting import count
from foip_analysis.tables.examples import examples
from foip_analysis.tables.findings import findings
from foip_analysis.tables.notes import in_language, sentence, sentences
from foip_analysis.words.catalogue import listed, say

PRIORITY, SECURITY, SILENT = "priority", "p3", "not_stated"
SPELLED_OUT = ("OSA", "ODA", "ADB", "EU", "ASEAN", "MDA")  # spelled out on the slides that use them
ALL_NAMED = 4  # so many are all named
NO_NAME = "none"  # what the catalogue is told where there is no initiative to name
HOME = SET_APART["partner"]  # the kind of partners that are Japan's own
LEVEL_WITHIN = 3  # initiatives: numbers that differ by no more are called level
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


class Speaker:
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
            title, point = surest_claim(thing), _claims(thing, 2)
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
        used = {name for name in SPELLED_OUT if name in shown}
        if self.say("deck-term-mda").casefold() in shown.casefold():
            used.add("MDA")
        short = [self.say(f"deck-short-{name.lower()}") for name in SPELLED_OUT if name in used]
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

    def starred(self, **chosen: str) -> dict[str, str]:
        """Return id → name of a selection's initiatives, with a star where it is inferred."""
        found = self.dataset.where(**chosen).initiatives
        names = dict(
            zip(found["initiative_id"], in_language(found, "name", self.lang), strict=True)
        )
        starred = {
            each: self.say("deck-names-starred", name=names[each])
            for each in self.inferred(**chosen)
        }
        return names | starred

    def inferred(self, **chosen: str) -> list[str]:
        """Return the ids of the initiatives that are in a selection by inference alone."""
        found, sure = (
            each.where(**chosen).initiatives["initiative_id"] for each in (self.dataset, self.sure)
        )
        return found[~found.isin(sure)].tolist()

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
            "level": level(most, more),
            "even": "yes" if sure[first] == sure[second] else "no",
        }


def level(one: int, other: int) -> str:
    return "yes" if abs(one - other) <= LEVEL_WITHIN else "no"


def _texts(thing: object) -> list[str]:
    """Return the labels and the text of what a slide shows."""
    table = thing.foip["table"] if hasattr(thing, "foip") else thing
    if not isinstance(table, pd.DataFrame):
        return []
    cells = table.to_numpy().ravel() if table.dtypes.map(pd.api.types.is_string_dtype).all() else ()
    return [str(text) for text in (*table.index, *table.columns, *cells)]


def surest_claim(table: pd.DataFrame) -> str:
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
