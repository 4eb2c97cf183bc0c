"""The gallery of a folder of figures: a README for the repository and a page that opens without a
network.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from foip_analysis.words.catalogue import FIRST, languages, say

SUFFIXES = ("png", "svg", "pdf", "csv", "json")
EXPLORER = "explorer.html"

STYLE = """
body { font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif;
  color: #1d2733; background: #fff;
       margin: 0 auto; max-width: 1200px; padding: 24px; line-height: 1.5; }
h2 { margin: 48px 0 12px; font-size: 1.25rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
  gap: 24px; }
figure { margin: 0; }
img { width: 100%; height: auto; border: 1px solid #d9dee3; }
figcaption { font-size: .9rem; color: #4a5663; }
a { color: #2f5da8; }
"""


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
    figures = _figures(folder, notebooks)
    decks = {path.stem[-2:]: path.name for path in sorted(folder.glob("*.pptx"))}
    explorer = (folder / EXPLORER).is_file()
    (folder / "README.md").write_text(_readme(figures, decks, explorer), encoding="utf-8")
    (folder / "index.html").write_text(_page(figures, decks, explorer), encoding="utf-8")


def _figures(folder: Path, notebooks: dict[str, str]) -> list[dict]:
    """Return for each figure its notebook and, by language, its name and words; in the notebooks'
    order.
    """
    found: dict[str, dict] = {}
    for name in sorted(notebooks, key=lambda name: (notebooks[name], name)):
        base, _, lang = name.rpartition("-")
        if lang not in languages():
            base, lang = name, FIRST
        words = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        figure = found.setdefault(base, {"notebook": notebooks[name], "versions": {}})
        figure["versions"][lang] = {"name": name, "title": words["title"], "alt": words["alt"]}
    return list(found.values())


def _readme(figures: list[dict], decks: dict[str, str], explorer: bool) -> str:
    lines = [
        f"# {say('shell-gallery', None)}",
        "",
        say("shell-gallery-about", None),
    ]
    if decks:
        links = " · ".join(f"[{_language(lang, name)}]({name})" for lang, name in decks.items())
        lines += ["", say("shell-gallery-decks", None, links=links)]
    if explorer:
        link = f"[{EXPLORER}]({EXPLORER})"
        lines += ["", say("shell-gallery-explorer", None, link=link)]
    for figure in figures:
        first = next(iter(figure["versions"].values()))
        picture = f'<img src="{first["name"]}.png" alt="{escape(first["alt"])}" width="800">'
        lines += ["", f"## {first['title']}", "", picture, ""]
        for lang, version in figure["versions"].items():
            links = " · ".join(
                f"[{suffix.upper()}]({version['name']}.{suffix})" for suffix in SUFFIXES
            )
            lines.append(f"- {_files(lang, links)}")
        link = f"[{figure['notebook']}](../notebooks/{figure['notebook']})"
        lines.append(f"- {say('shell-gallery-notebook', None, link=link)}")
    return "\n".join(lines) + "\n"


def _language(lang: str, name: str) -> str:
    """Return what a language calls itself; the name for what is none."""
    return say("language-own", lang) if lang in languages() else name


def _files(lang: str, links: str) -> str:
    return say("shell-gallery-files", None, language=_language(lang, lang), links=links)


def _page(figures: list[dict], decks: dict[str, str], explorer: bool) -> str:
    parts = []
    for figure in figures:
        versions = figure["versions"]
        title = escape(next(iter(versions.values()))["title"])
        shown = []
        for lang, version in versions.items():
            links = " · ".join(
                f'<a href="{version["name"]}.{suffix}" download>{suffix.upper()}</a>'
                for suffix in SUFFIXES
            )
            picture = (
                f'<img src="{version["name"]}.png" alt="{escape(version["alt"])}" loading="lazy">'
            )
            caption = f"<figcaption>{_files(lang, links)}</figcaption>"
            shown.append(
                f'<figure lang="{lang}"><a '
                f'href="{version["name"]}.svg">{picture}</a>{caption}</figure>'
            )
        parts.append(f'<section><h2>{title}</h2><div class="pair">{"".join(shown)}</div></section>')
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(say('shell-gallery-head', None))}</title><style>{STYLE}</style>"
    )
    intro = f"<p>{say('shell-gallery-about-page', None)}</p>"
    if decks:
        links = " · ".join(
            f'<a href="{name}" download>{_language(lang, name)}</a>' for lang, name in decks.items()
        )
        intro += f"<p>{say('shell-gallery-decks', None, links=links)}</p>"
    if explorer:
        names = {"": say("shell-gallery-explorer-name", None)}
        names |= {f"#lang={lang}": _language(lang, lang) for lang in languages() if lang != FIRST}
        links = " · ".join(
            f'<a href="{EXPLORER}{place}">{name}</a>' for place, name in names.items()
        )
        intro += f"<p>{say('shell-gallery-explorer-page', None, links=links)}</p>"
    title = say("shell-gallery", None)
    return (
        f'<!doctype html>\n<html lang="{FIRST}"><head>{head}</head>'
        f"<body><main><h1>{title}</h1>{intro}\n" + "\n".join(parts) + "\n</main></body></html>\n"
    )
