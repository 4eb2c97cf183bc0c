"""Plain text inside Markdown."""

import re


def escaped(text: str) -> str:
    r"""Return Markdown that shows a line of plain text as it is, whatever stands in it.

    Examples
    --------
    >>> print(escaped("R&D <b> *a*"))
    R\&D \<b\> \*a\*
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))
