"""The figures as a page: picture, words and files of each, in the order in which the notebooks
make them.
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

from plain import escaped

from foip_analysis.cli.gallery import SUFFIXES

SAVED = re.compile(r"""save_figure\([^)\n]*?f?["']([\w-]+?)(?:-\{lang\})?["']""")
WORDS = {
    "en": {
        "title": "Gallery",
        "other": "[日本語](gallery-ja.md)",
        "intro": "Every figure, for slides and print. PNG, SVG and PDF are pictures; CSV "
        "holds what is plotted; JSON its words and the "
        "initiatives behind each mark.",
        "decks": "As slides, with charts and tables to edit in PowerPoint:",
        "notebook": "Notebook",
        "explorer": "Explorer: filter, count and read the words behind each number",
    },
    "ja": {
        "title": "図表",
        "other": "[English](gallery-en.md)",
        "intro": (
            "スライドや印刷に使える図表の一覧です。PNG・SVG・PDFは画像、"
            "CSVは図の数値、JSONは図の文言と各要素に対応する取組です。"
        ),
        "decks": "PowerPointで編集できるスライド：",
        "notebook": "ノートブック",
        "explorer": "エクスプローラー（絞り込み・集計・根拠となる文言の確認）",
    },
}
LANGUAGES = ("en", "ja")


def saved_by(cell_source: str) -> list[str]:
    """Return the names of the figures that a cell saves, without their language.

    Examples
    --------
    >>> saved_by('foip.save_figure(figure, f"tools-by-region-{lang}")')
    ['tools-by-region']
    """
    return SAVED.findall(cell_source)


def figures(folder: Path, notebooks: list[Path]) -> dict[str, str]:
    """Return each figure of a folder, without its language → the notebook that saves it, or
    nothing.
    """
    there = {path.stem.removesuffix("-en").removesuffix("-ja") for path in folder.glob("*-*.json")}
    found = {}
    for path in notebooks:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for name in saved_by("".join(cell["source"])) if cell["cell_type"] == "code" else ():
                found.setdefault(name, path.name)
    return {name: found[name] for name in found if name in there} | dict.fromkeys(
        sorted(there - found.keys()), ""
    )


def page(found: dict[str, str], folder: Path, lang: str) -> str:
    """Return the gallery of a folder of figures as Markdown, in ``"en"`` or ``"ja"``."""
    words = WORDS[lang]
    parts = [f"# {words['title']}\n\n{words['other']}\n\n{words['intro']}\n"]
    for path in sorted(folder.glob("explorer*.html")):
        if path.stem[-3:] not in [f"-{other}" for other in LANGUAGES if other != lang]:
            parts.append(
                '<p><a class="way-on" '
                f'href="figures/{path.name}">{escape(words["explorer"])}</a></p>\n'
            )
    decks = [path.name for path in sorted(folder.glob(f"*-{lang}.pptx"))]
    if decks:
        links = " · ".join(
            f'<a href="figures/{escape(name)}" download>{escape(name)}</a>' for name in decks
        )
        parts.append(f"<p>{escape(words['decks'])} {links}</p>\n")
    for name, notebook in found.items():
        file = folder / f"{name}-{lang}.json"
        if file.is_file():
            parts.append(
                _figure(
                    json.loads(file.read_text(encoding="utf-8")), f"{name}-{lang}", notebook, lang
                )
            )
    return "\n".join(parts)


def _figure(told: dict, name: str, notebook: str, lang: str) -> str:
    start = f"figures/{escape(name)}"
    links = " · ".join(
        f'<a href="{start}.{suffix}" download>{suffix.upper()}</a>' for suffix in SUFFIXES
    )
    made = (
        f' · <a href="notebooks/{escape(Path(notebook).stem)}.html">{WORDS[lang]["notebook"]}</a>'
        if notebook
        else ""
    )
    picture = (
        f'<img src="{start}.png" alt="{escape(told["alt"])}" width="1600" height="900" '
        'loading="lazy">'
    )
    return (
        f"## {escaped(told['title'])}\n\n"
        f'<figure class="chart"><a href="{start}.svg">{picture}</a>\n'
        f"<figcaption>{escape(' '.join(told['subtitle'].split()))}<br>\n"
        f"{links}{made}</figcaption></figure>\n"
    )
