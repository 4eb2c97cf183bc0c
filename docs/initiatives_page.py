"""The initiatives as a page: each with its codes, and behind each code the words that decided it
and where they stand.
"""

from __future__ import annotations

from html import escape

import pandas as pd
from plain import escaped

import foip_analysis as foip
from foip_analysis.dataset import codebook as book

WORDS = {
    "en": {
        "title": "Initiatives",
        "other": "[日本語](initiatives-ja.md)",
        "intro": "The {n} initiatives, in the order of the document. Behind each code stand "
        "the words that decided it, as printed, "
        "and the unit that they were read from.",
        "inferred": "inferred",
        "join": ", ",
    },
    "ja": {
        "title": "取組一覧",
        "other": "[English](initiatives-en.md)",
        "intro": (
            "{n}件の取組を文書の順に並べています。各コードには、"
            "判断の根拠とした文書中の語句と、その語句がある箇所を付けています。"
        ),
        "inferred": "推定",
        "join": "、",
    },
}


def page(dataset: foip.Dataset, lang: str) -> str:
    """Return the initiatives of a dataset as Markdown, in ``"en"`` or ``"ja"``."""
    words = WORDS[lang]
    intro = words["intro"].format(n=len(dataset.initiatives))
    head = f"# {words['title']}\n\n{words['other']}\n\n{intro}\n"
    decided = dict(iter(dataset.codings.groupby("initiative_id", sort=False)))
    labels = {
        dimension: book.labels(dataset.codebook, dimension, lang)
        for dimension in dataset.dimensions
    }
    parts = [
        _initiative(row, decided.get(row["initiative_id"]), dataset, labels, lang)
        for row in dataset.initiatives.to_dict("records")
    ]
    return "\n".join([head, *parts])


def anchor(initiative: str) -> str:
    """Return where an initiative stands on its page."""
    return f"initiative-{initiative}"


def _initiative(
    row: dict, codings: pd.DataFrame | None, dataset: foip.Dataset, labels: dict, lang: str
) -> str:
    told = "".join(
        f"<dt>{escape(book.dimension_label(dataset.codebook, dimension, lang))}</dt>\n"
        f"<dd>{_codes(found, labels[dimension], lang)}</dd>\n"
        for dimension in dataset.dimensions
        if codings is not None and len(found := codings[codings["dimension"] == dimension])
    )
    summary = row.get(f"summary_{lang}") or row.get("summary_en") or ""
    return (
        f'<a id="{escape(anchor(row["initiative_id"]))}"></a>\n\n## '
        f"{escaped(row.get(f'name_{lang}') or row['name_en'])}\n\n"
        f"<p>{escape(summary)} <code>{escape(row['initiative_id'])}</code></p>\n\n"
        f'<dl class="codes">\n{told}</dl>\n'
    )


def _codes(found: pd.DataFrame, labels: dict[str, str], lang: str) -> str:
    codes: dict[str, list[str]] = {}
    for row in found.to_dict("records"):
        evidence = f'<q lang="ja">{escape(row["evidence"])}</q> ' if row.get("evidence") else ""
        inferred = f"<em>{WORDS[lang]['inferred']}</em> " if row.get("basis") == "inferred" else ""
        codes.setdefault(row["code"], []).append(
            f'{inferred}{evidence}<span class="locator">{escape(row["locator"])}</span>'
        )
    join = WORDS[lang]["join"]
    return "<br>\n".join(
        f"<b>{escape(labels[code])}</b> {join.join(read)}" for code, read in codes.items()
    )
