"""Pages in Japanese among English ones: their frame speaks Japanese, and leads to Japanese pages
where there are some.

Sphinx and its theme know one language a site. Here their own Japanese words are taken for the pages
whose names end in ``-ja``; the names in the bar at the top are the site's own.
"""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pydata_sphinx_theme
import sphinx
from gather import NAVIGATION

from foip_analysis.words.catalogue import FIRST, say

BAR = [*NAVIGATION.values(), "site-more"]  # the sentences of the bar at the top


def speak(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Give a Japanese page its language, the theme's words in it, and a bar in it."""
    if not pagename.endswith("-ja"):
        return
    context["language"] = "ja"
    context["_"] = _words().gettext
    if bar := context.get("generate_header_nav_html"):
        context["generate_header_nav_html"] = lambda **given: in_japanese(str(bar(**given)))


def in_japanese(bar: str) -> str:
    """Return the bar at the top with Japanese names, and links to pages that are in Japanese.

    Examples
    --------
    >>> in_japanese('<a href="codebook-en.html">Codebook</a>')
    '<a href="codebook-ja.html">コードブック</a>'
    """
    names = {say(name, FIRST): say(name, "ja") for name in BAR}
    bar = re.sub(
        r"(?<=>)(\s*)([^<>]+?)(\s*)(?=<)",
        lambda text: text[1] + names.get(text[2], text[2]) + text[3],
        bar,
    )
    return bar.replace('-en.html"', '-ja.html"')


def _words() -> gettext.NullTranslations:
    """Return the theme's Japanese words, and where it has none Sphinx's."""
    found = []
    for package in (pydata_sphinx_theme, sphinx):
        found.append(
            gettext.translation("sphinx", Path(package.__file__).parent / "locale", ["ja"])
        )
    found[0].add_fallback(found[1])
    return found[0]
