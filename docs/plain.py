"""Plain text inside Markdown, and how a page begins."""

import re
from html import escape

from foip_analysis.words.catalogue import languages, say


def heading(title: str, page: str, lang: str) -> str:
    """Return the title of a page that there is in every language, with links to the others.

    Examples
    --------
    >>> heading("Codebook", "codebook", "en")
    '# Codebook\\n\\n[日本語](codebook-ja.md)'
    """
    others = (each for each in languages() if each != lang)
    links = " · ".join(f"[{say('language-own', each)}]({page}-{each}.md)" for each in others)
    return f"# {title}\n\n{links}"


def escaped(text: str) -> str:
    r"""Return Markdown that shows a line of plain text as it is, whatever stands in it.

    Examples
    --------
    >>> print(escaped("R&D <b> *a*"))
    R\&D \<b\> \*a\*
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def inline(text: str) -> str:
    """Return HTML that shows a text as it is, on one line: a blank one would end the HTML.

    Examples
    --------
    >>> print(inline("R&D\\n\\n# <b>"))
    R&amp;D # &lt;b&gt;
    """
    return escape(" ".join(text.split()))
