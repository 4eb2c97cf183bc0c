"""The figures as a page of the site: the gallery of ``figures/``, in one language and with its
subtitles and notebooks.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from plain import escaped, heading

from foip_analysis.cli.gallery import LAZY, Version, figures, files, introduction, picture
from foip_analysis.words.catalogue import say

AT = "figures/"
SIZE = f'width="1600" height="900" {LAZY}'
BREAK = "<br>\n"


def page(folder: Path, notebooks: dict[str, str], lang: str) -> str:
    """Return the gallery of a folder of figures as Markdown, in a language.

    Parameters
    ----------
    folder, notebooks
        As ``write_gallery`` takes them; a notebook without a name is not linked to.
    lang
        ``"en"`` or ``"ja"``.
    """
    parts = [heading(say("shell-gallery", lang), "gallery", lang), introduction(folder, lang, AT)]
    for figure in figures(folder, notebooks):
        if version := figure["versions"].get(lang):
            parts += [f"## {escaped(version['title'])}", _figure(version, figure["notebook"], lang)]
    return "\n\n".join(parts) + "\n"


def _figure(version: Version, notebook: str, lang: str) -> str:
    told = [escape(" ".join(version["subtitle"].split())), files(version, AT)]
    if notebook:
        link = f'<a href="notebooks/{Path(notebook).stem}.html">{escape(notebook)}</a>'
        told.append(say("shell-gallery-notebook", lang, link=link))
    return (
        f'<figure class="chart"><a href="{AT}{version["name"]}.svg">'
        f"{picture(version, SIZE, AT)}</a>\n"
        f"<figcaption>{BREAK.join(told)}</figcaption></figure>"
    )
