"""The initiatives as a page: each with its codes, and behind each code the words that decided it
and where they stand.
"""

from __future__ import annotations

import pandas as pd
from plain import escaped, heading, inline

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.words.catalogue import joined, say


def page(dataset: foip.Dataset, lang: str) -> str:
    """Return the initiatives of a dataset as Markdown, in ``"en"`` or ``"ja"``."""
    told = say("site-initiatives-about", lang, count=len(dataset.initiatives))
    head = f"{heading(say('site-initiatives-title', lang), 'initiatives', lang)}\n\n{told}\n"
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
        f"<dt>{inline(book.dimension_label(dataset.codebook, dimension, lang))}</dt>\n"
        f"<dd>{_codes(found, labels[dimension], lang)}</dd>\n"
        for dimension in dataset.dimensions
        if codings is not None and len(found := codings[codings["dimension"] == dimension])
    )
    summary = row.get(f"summary_{lang}") or row.get("summary_en") or ""
    return (
        f'<a id="{inline(anchor(row["initiative_id"]))}"></a>\n\n## '
        f"{escaped(row.get(f'name_{lang}') or row['name_en'])}\n\n"
        f"<p>{inline(summary)} <code>{inline(row['initiative_id'])}</code></p>\n\n"
        f'<dl class="codes">\n{told}</dl>\n'
    )


def _codes(found: pd.DataFrame, labels: dict[str, str], lang: str) -> str:
    codes: dict[str, list[str]] = {}
    said = say("site-inferred", lang)
    for row in found.to_dict("records"):
        evidence = f'<q lang="ja">{inline(row["evidence"])}</q> ' if row.get("evidence") else ""
        inferred = f"<em>{said}</em> " if row.get("basis") == "inferred" else ""
        codes.setdefault(row["code"], []).append(
            f'{inferred}{evidence}<span class="locator">{inline(row["locator"])}</span>'
        )
    return "<br>\n".join(
        f"<b>{inline(labels[code])}</b> {joined(read, lang)}" for code, read in codes.items()
    )
