"""The shipped decks: what the dataset says, an opening to the sources, one in each language.

Every number and every leader in the sentences is computed from the dataset; only the questions are
chosen here. A user's own choice of slides is ``save_deck``.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts.flows import plot_flows
from foip_analysis.charts.map import plot_map
from foip_analysis.charts.sets import plot_sets
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.checks import STATED
from foip_analysis.dataset.dataset import load
from foip_analysis.shipped.citing import cite
from foip_analysis.slides.deck import save_deck
from foip_analysis.tables import findings
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.flows import flows
from foip_analysis.tables.members import members
from foip_analysis.tables.sets import combinations
from foip_analysis.words.catalogue import check_language, languages, listed, say
from foip_analysis.words.numerals import percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from foip_analysis.dataset.dataset import Dataset

LEADERS = 3  # so many are named in a sentence, and those as large as the last of them


def save_foip_deck(dataset: Dataset, path: str | PathLike[str], *, lang: str = "en") -> Path:
    """Save the deck of the shipped dataset: findings, charts, tables, method and sources; return
    the path.

    Parameters
    ----------
    dataset
        The shipped one, or one with its dimensions and codes.
    path
        Ends in ``.pptx``. A file of this name is replaced, a missing folder is made.
    lang
        ``"en"`` or ``"ja"``.

    Raises
    ------
    ValueError
        If the dataset lacks a dimension or code that the deck asks for.
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
    title, subtitle = _opening(dataset, lang)
    return save_deck(items(dataset, lang), path, title=title, subtitle=subtitle, lang=lang)


def write_decks(folder: str | PathLike[str]) -> list[Path]:
    """Write each language's deck, such as ``foip-en.pptx``, into a folder; return the paths."""
    dataset = load()
    folder = Path(folder)
    return [
        save_foip_deck(dataset, folder / f"foip-{lang}.pptx", lang=lang) for lang in languages()
    ]


def items(dataset: Dataset, lang: str) -> list[pd.DataFrame | Figure | tuple[object, ...]]:
    """Return the slides after the opening, as ``save_deck`` takes them."""
    return [
        (
            "text",
            _findings(dataset, lang),
            say("deck-findings", lang),
            say("deck-findings-notes", lang),
        ),
        count(dataset, "priority", lang=lang),
        count(dataset, "tool", order="size", lang=lang),
        cross_tab(dataset, "tool", "priority", order="size", lang=lang),
        cross_tab(dataset, "priority", "tool_family", count="fractional", lang=lang),
        plot_sets(combinations(dataset, "tool", least=2, lang=lang)),
        (
            "heat map",
            cross_tab(dataset, "tool", "region", margins=True, codes="present", lang=lang),
        ),
        plot_flows(
            flows(dataset, "priority", "tool_family", "region", count="fractional", lang=lang)
        ),
        count(dataset, "place", order="size", top=14, none=True, lang=lang),
        plot_map(count(dataset, "place", lang=lang)),
        cross_tab(dataset, "partner", "priority", order="size", top={"partner": 12}, lang=lang),
        ("table", *_behind_osa(dataset, lang)),
        (
            "text",
            _method(dataset, lang),
            say("deck-method", lang),
            say("deck-method-notes", lang),
        ),
        (
            "text",
            _sources(lang),
            say("deck-sources", lang),
            say("deck-sources-notes", lang),
        ),
    ]


def _opening(dataset: Dataset, lang: str) -> tuple[str, str]:
    counted = say(
        "deck-subtitle-count",
        lang,
        initiatives=len(dataset.initiatives),
        codings=len(dataset.codings),
        stated=_stated(dataset),
    )
    version = say("deck-subtitle-version", lang, version=dataset.version)
    return say("deck-title", lang), "\n".join([say("deck-subtitle", lang), counted, version])


def _findings(dataset: Dataset, lang: str) -> list[str]:
    """Return five sentences, each number of them computed."""
    total = len(dataset.initiatives)
    priorities, tools, regions = (
        _leaders(count(dataset, d, lang=lang), lang) for d in ("priority", "tool", "region")
    )
    nowhere = len(dataset.where(place="none").initiatives)
    with_osa = dataset.where(tool="osa")
    osa, near = len(with_osa.initiatives), _leaders(count(with_osa, "region", lang=lang), lang, 1)
    partnered = total - len(dataset.where(partner="none").initiatives)
    partners = _leaders(count(dataset, "partner", lang=lang), lang, 1)
    under = cross_tab(dataset, "partner", "priority", margins=True, lang=lang).iloc[-1, :-1]
    kinds = [kind for kind in book.codes(dataset.codebook, "partner_kind") if kind != "domestic"]
    abroad = len(dataset.where(partner_kind=kinds).initiatives)
    named = {"priority": str(under.idxmax()), "most": int(under.max()), "partnered": partnered}
    return [
        say("deck-findings-priorities", lang, total=total, leaders=priorities),
        say("deck-findings-tools", lang, leaders=tools),
        say("deck-findings-regions", lang, leaders=regions, nowhere=nowhere),
        say("deck-findings-osa", lang, osa=osa, leaders=near),
        say("deck-findings-partners", lang, leaders=partners, abroad=abroad, **named),
    ]


def _behind_osa(dataset: Dataset, lang: str) -> tuple[pd.DataFrame, str]:
    """Return the initiatives with OSA in the Pacific, for reading, and the title of their slide."""
    found = members(dataset, tool="osa", region="pacific", lang=lang)
    heads = {name: say(f"deck-osa-{name}", lang) for name in ("name", "summary", "locators")}
    osa = len(dataset.where(tool="osa").initiatives)
    title = say("deck-osa", lang, number=len(found), osa=osa)
    return found[list(heads)].rename(columns=heads), title


def _method(dataset: Dataset, lang: str) -> list[str]:
    basis = say(
        "deck-method-basis",
        lang,
        stated=_stated(dataset),
        inferred=len(dataset.stated().where(priority="none").initiatives),
        total=len(dataset.initiatives),
    )
    return [
        *(say(f"deck-method-{part}", lang) for part in ("initiative", "cell", "base")),
        basis,
        *(say(f"deck-method-{part}", lang) for part in ("doubts", "limits")),
    ]


def _stated(dataset: Dataset) -> str:
    """Return the share of the codings that the document's words or headings state."""
    return percent(dataset.codings["basis"].isin(STATED).mean())


def _sources(lang: str) -> list[str]:
    return [say("deck-sources-document", lang), *cite("academic").split("\n")]


def _leaders(table: pd.DataFrame, lang: str, most: int = LEADERS) -> str:
    """Return the largest lines in words, with those that are as large as the last of them."""
    ranked = findings.plotted(table).iloc[:, 0].sort_values(ascending=False, kind="stable")
    ranked = ranked[ranked >= ranked.iloc[min(most, len(ranked)) - 1]]
    named = [
        say("deck-leader", lang, label=label, number=findings.shown(table, value))
        for label, value in ranked.items()
    ]
    return listed(named, lang, "leaders")
