"""The codebook as a page: each dimension with its codes, and behind each number its initiatives."""

from __future__ import annotations

import re

import numpy as np
from initiatives_page import anchor
from plain import escaped, heading, inline

import foip_analysis as foip
from foip_analysis.dataset import codebook as book
from foip_analysis.words.catalogue import say

HEAD = ("site-code", "site-label", "site-meaning", "site-count")


def page(dataset: foip.Dataset, lang: str) -> str:
    """Return the codebook of a dataset as Markdown, in ``"en"`` or ``"ja"``."""
    told = say("site-codebook-about", lang, count=len(dataset.initiatives))
    parts = [f"{heading(say('site-codebook', lang), 'codebook', lang)}\n\n{told}\n"]
    declarations = dataset.codebook[dataset.codebook["dimension"] == book.DECLARATION]
    declared = {row["code"]: row for row in declarations.to_dict("records")}
    parts += [
        _section(dataset, dimension, declared.get(dimension, {}), lang)
        for dimension in dataset.dimensions
    ]
    return "\n".join(parts)


def _section(dataset: foip.Dataset, dimension: str, declared: dict, lang: str) -> str:
    told = [_told(declared, "definition", lang), *_rules(declared, lang)]
    text = say(f"site-codes-{book.codes_per_initiative(dataset.codebook, dimension)}", lang)
    if above := book.parent_dimension(dataset.codebook, dimension):
        label = escaped(book.dimension_label(dataset.codebook, above, lang))
        text += say("site-parent", lang, dimension=f"[{label}](#{above}-{lang})")
    initiatives = dataset.initiatives[
        ["initiative_id", f"name_{lang}" if f"name_{lang}" in dataset.initiatives else "name_en"]
    ].to_numpy()
    has = dataset.membership(dimension)
    rows = [
        _row(code, row, initiatives[has[code]], lang)
        for code, row in book.codes(dataset.codebook, dimension).items()
    ]
    head = "".join(f'<th scope="col">{inline(say(name, lang))}</th>\n' for name in HEAD)
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>"
    table = f'<table class="codebook">\n{body}\n</table>'
    without = int((~has.any(axis=1)).sum())
    total = len(dataset.initiatives)
    absent = say("site-none", lang, count=without, total=total) if without else ""
    title = escaped(book.dimension_label(dataset.codebook, dimension, lang))
    return (
        f"({dimension}-{lang})=\n## {title}\n\n"
        f"<p><code>{inline(dimension)}</code> "
        f"{' '.join(filter(None, told))}</p>\n\n{text}\n\n{table}\n\n{absent}\n"
    )


def _row(code: str, row: dict, initiatives: np.ndarray, lang: str) -> str:
    labels = [
        (row.get(f"label_{each}", ""), each)
        for each in ((lang, "en") if lang == "ja" else (lang, "ja"))
    ]
    shown = "<br>\n".join(
        f'<span lang="{each}">{inline(label)}</span>' for label, each in labels if label
    )
    colour = row.get("colour", "")
    swatch = (
        f'<span class="swatch" style="background:{colour}"></span>'
        if re.fullmatch(r"#[0-9a-fA-F]{6}", colour)
        else ""
    )
    meaning = "<br>\n".join(filter(None, [_told(row, "definition", lang), *_rules(row, lang)]))
    return (
        f'<tr>\n<td class="code">{swatch}<code>{inline(code)}</code></td>\n<td '
        f'class="label">{shown}</td>\n'
        f'<td class="meaning">{meaning}</td>\n<td '
        f'class="number">{_initiatives(initiatives, lang)}</td>\n</tr>\n'
    )


def _initiatives(initiatives: np.ndarray, lang: str) -> str:
    """Return the number of initiatives, which opens to their names; each leads to its words."""
    if not len(initiatives):
        return "0"
    links = [
        f'<a href="initiatives-{lang}.html#{inline(anchor(name))}">{inline(shown)}</a>'
        for name, shown in initiatives
    ]
    listed = "\n".join(f"<li>{link}</li>" for link in links)
    summary = f'<summary data-unit="{say("site-unit", lang)}">{len(initiatives)}</summary>'
    return f"<details>\n{summary}\n<ul>\n{listed}\n</ul>\n</details>"


def _rules(row: dict, lang: str) -> list[str]:
    return [
        f"<b>{say(f'site-{rule}', lang)}</b> {told}"
        for rule in ("include", "exclude")
        if (told := _told(row, rule, lang))
    ]


def _told(row: dict, name: str, lang: str) -> str:
    """Return a text of the codebook as HTML; one that is in English only says so to a browser."""
    text = book.text_of(row, name, lang)
    own = lang == "en" or row.get(f"{name}_{lang}")
    return inline(text) if own or not text else f'<span lang="en">{inline(text)}</span>'
