"""The gallery of a folder of figures: a README for the repository and a page that opens without a
network. The site shows its pictures and files by the same parts.
"""

from __future__ import annotations

import json
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

from foip_analysis.files.formats import SUFFIXES, markdown_text
from foip_analysis.files.whole import write_whole
from foip_analysis.words.catalogue import FIRST, has, languages, say

EXPLORER = "explorer.html"
BETWEEN_LINKS = " · "  # between links
LAZY = 'loading="lazy"'

STYLE = """
body { font-family: "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo,
       sans-serif;
  color: #1d2733; background: #fff;
       margin: 0 auto; max-width: 1000px; padding: 24px; line-height: 1.5; }
h2 { margin: 64px 0 0; font-size: 1.5rem; }
h3 { position: absolute; clip-path: inset(50%); } /* stands in the picture, too */
@media (max-width: 600px) { h3 { position: static; clip-path: none; } }
h1, h2, h3, nav a { word-break: auto-phrase; text-wrap: balance; line-break: strict; }
nav ol { padding-left: 1.4em; }
nav ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px;
         list-style: none; margin: 6px 0 16px; padding: 0; }
main > div { display: none; }
label { margin: 0 1.2em 0 .3em; }
figure { margin: 40px 0 0; }
img { width: 100%; height: auto; border: 1px solid #d9dee3; }
figcaption { font-size: .9rem; color: #4a5663; }
a { color: #0b6e69; }
"""


SCRIPT = """
for (const box of document.querySelectorAll("input")) {
  box.onchange = () => {
    document.documentElement.lang = box.id;
    document.title = document.querySelector(`main > .${box.id} h1`).textContent;
  };
  if (navigator.language.split("-")[0] === box.id) box.click();
}
"""


class Version(TypedDict):
    """A figure in one language: the name of its files, and its words."""

    name: str
    lang: str
    title: str
    subtitle: str
    alt: str


class Shown(TypedDict):
    """A figure of the gallery: the notebook that saves it, and its versions by language."""

    notebook: str
    versions: dict[str, Version]


def write_gallery(folder: Path, notebooks: dict[str, str]) -> None:
    """Write ``README.md`` and ``index.html`` for the figures of a folder.

    Parameters
    ----------
    folder
        Where the sets of ``save_figure`` lie, decks (``.pptx``) and the explorer; names end in
        ``-en`` or ``-ja``.
    notebooks
        The name of each set → the notebook that saves it.
    """
    found = figures(folder, notebooks)
    write_whole(folder / "README.md", _readme(found, folder).encode())
    write_whole(folder / "index.html", _page(found, folder).encode())


def figures(folder: Path, notebooks: dict[str, str]) -> list[Shown]:
    """Return for each figure its notebook and, by language, its name and words; in the notebooks'
    order.
    """
    found: dict[str, Shown] = {}
    for name in sorted(notebooks, key=lambda name: (notebooks[name], name)):
        base, own = _parted(name)
        lang = own or FIRST
        words = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        figure = found.setdefault(base, {"notebook": notebooks[name], "versions": {}})
        figure["versions"][lang] = {
            "name": name,
            "lang": lang,
            "title": words["title"],
            "subtitle": words["subtitle"],
            "alt": words["alt"],
        }
    return list(found.values())


def introduction(folder: Path, lang: str, at: str = "") -> str:
    """Return, as HTML, what a folder holds, with links to its decks and its explorer.

    Parameters
    ----------
    folder
        Of the figures.
    lang
        Of the words, and of the explorer that is named first.
    at
        Where the folder lies, seen from the page: empty, or with a slash at its end.
    """
    told = [say(f"shell-gallery-{part}", lang) for part in ("source", "about-page")]
    if decks := _decks(folder):
        links = [
            f'<a href="{at}{quote(name)}" download>{escape(_language(each, name))}</a>'
            for each, name in decks.items()
        ]
        told.append(say("shell-gallery-decks", lang, links=BETWEEN_LINKS.join(links)))
    if (folder / EXPLORER).is_file():
        names = {lang: say("shell-gallery-explorer-name", lang)}
        names |= {each: _language(each, each) for each in languages() if each != lang}
        links = [
            f'<a href="{at}{EXPLORER}{"" if each == FIRST else f"#lang={each}"}">{name}</a>'
            for each, name in names.items()
        ]
        told.append(say("shell-gallery-explorer-page", lang, links=BETWEEN_LINKS.join(links)))
    return "".join(f"<p>{text}</p>" for text in told)


def picture(version: Version, attributes: str, at: str = "") -> str:
    """Return the ``<img>`` of a figure in a language, with its alternative text."""
    alt = escape(" ".join(version["alt"].split()))
    return f'<img src="{at}{version["name"]}.png" alt="{alt}" {attributes}>'


def files(version: Version, at: str = "") -> str:
    """Return links, as HTML, to download each file of a figure in a language."""
    return BETWEEN_LINKS.join(
        f'<a href="{at}{version["name"]}.{suffix}" download>{_kind(suffix, version["lang"])}</a>'
        for suffix in SUFFIXES
    )


def _readme(found: list[Shown], folder: Path) -> str:
    lines = [f"# {say('shell-gallery', None)}", "", say("shell-gallery-about", None)]
    if decks := _decks(folder):
        links = BETWEEN_LINKS.join(
            f"[{markdown_text(_language(lang, name))}]({quote(name)})"
            for lang, name in decks.items()
        )
        lines += ["", say("shell-gallery-decks", None, links=links)]
    if (folder / EXPLORER).is_file():
        link = f"[{EXPLORER}]({EXPLORER})"
        lines += ["", say("shell-gallery-explorer", None, link=link)]
    last = ""
    for figure in found:
        first = next(iter(figure["versions"].values()))
        if figure["notebook"] != last:
            last = figure["notebook"]
            lines += ["", f"## {markdown_text(_question(last))}"]
        lines += ["", f"### {markdown_text(first['title'])}", "", picture(first, 'width="800"'), ""]
        for lang, version in figure["versions"].items():
            name = version["name"]
            links = BETWEEN_LINKS.join(
                f"[{_kind(suffix, None)}]({name}.{suffix})" for suffix in SUFFIXES
            )
            language = _language(lang, lang)
            lines.append(f"- {say('shell-gallery-files', None, language=language, links=links)}")
        notebook = figure["notebook"]
        link = f"[{markdown_text(notebook)}](../notebooks/{quote(notebook)})"
        lines.append(f"- {say('shell-gallery-notebook', None, link=link)}")
    return "\n".join(lines) + "\n"


def _kind(suffix: str, lang: str | None) -> str:
    """Return what kind of file a suffix stands for: ``4k.png`` is a PNG 4K."""
    if suffix == "text.svg":
        return say("shell-gallery-searchable", lang)
    return " ".join(reversed(suffix.upper().split(".")))


def _decks(folder: Path) -> dict[str, str]:
    """Return language → deck, of those of a folder; a deck in none goes by its name."""
    decks = sorted(folder.glob("*.pptx"))
    return {_parted(path.stem)[1] or path.stem: path.name for path in decks}


def _parted(name: str) -> tuple[str, str]:
    """Return a name without its language, and the language, which follows a hyphen; or nothing."""
    own = (lang for lang in languages() if name.endswith(f"-{lang}"))
    lang = max(own, key=len, default="")
    return (name.removesuffix(f"-{lang}") if lang else name), lang


def _language(lang: str, name: str) -> str:
    """Return what a language calls itself; the name for what is none."""
    return say("language-own", lang) if lang in languages() else name


def _question(notebook: str, lang: str | None = None) -> str:
    """Return what a notebook asks, by its name: ``01-what-is-in-the-data.ipynb``."""
    name = Path(notebook).stem.lstrip("0123456789-")
    if has(own := f"shell-gallery-question-{name}"):
        return say(own, lang)
    return say("shell-gallery-question", lang, question=name.replace("-", " ").capitalize())


def _page(found: list[Shown], folder: Path) -> str:
    """Return the page: for each language all that it says, of which one is shown at a time."""
    spoken = [lang for lang in languages() if any(lang in each["versions"] for each in found)]
    choice = "".join(
        f'<input type="radio" name="shown" id="{lang}"{" checked" * (lang == FIRST)}>'
        f'<label for="{lang}" lang="{lang}">{_language(lang, lang)}</label>'
        for lang in spoken
    )
    shown = ", ".join(f"#{lang}:checked ~ .{lang}" for lang in spoken)
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(say('shell-gallery-head', None))}</title>"
        f"<style>{STYLE}{shown} {{ display: block; }}\n</style>"
    )
    parts = "\n".join(_part(found, folder, lang) for lang in spoken)
    return (
        f'<!doctype html>\n<html lang="{FIRST}"><head>{head}</head>'
        f"<body><main>{choice}\n{parts}\n</main><script>{SCRIPT}</script></body></html>\n"
    )


def _part(found: list[Shown], folder: Path, lang: str) -> str:
    """Return what the page says in a language; a figure that is not in it is shown in the first."""
    parts, contents = [], []
    for notebook, own in groupby(found, key=lambda figure: figure["notebook"]):
        question = escape(_question(notebook, lang))
        at = quote(f"{Path(notebook).stem}-{lang}")
        parts.append(f'<h2 id="{at}">{question}</h2>')
        links = []
        for figure in own:
            versions = figure["versions"]
            version = versions.get(lang) or next(iter(versions.values()))
            title, name = escape(version["title"]), version["name"]
            parts.append(
                f'<figure id="{lang}:{name}"><h3>{title}</h3>'
                f'<a href="{name}.svg">{picture(version, LAZY)}</a>'
                f"<figcaption>{files(version)}</figcaption></figure>"
            )
            small = f'<img src="{name}.png" alt="{title}" {LAZY}>'
            links.append(f'<li><a href="#{lang}:{name}">{small}</a></li>')
        contents.append(f'<li><a href="#{at}">{question}</a><ul>{"".join(links)}</ul></li>')
    return (
        f'<div class="{lang}" lang="{lang}">'
        f"<h1>{say('shell-gallery', lang)}</h1>{introduction(folder, lang)}\n"
        f'<nav aria-label="{escape(say("shell-gallery-contents", lang))}">'
        f"<ol>{''.join(contents)}</ol></nav>\n" + "\n".join(parts) + "\n</div>"
    )
