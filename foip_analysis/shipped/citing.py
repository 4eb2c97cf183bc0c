"""How to cite the data, the codebook and the software, each by itself."""

from __future__ import annotations

from importlib.metadata import version
from typing import Literal

from foip_analysis.dataset.dataset import load
from foip_analysis.words.catalogue import say

AUTHORS = "FOIP Analysis contributors"
YEAR = "2026"
WORKS = {"academic": "cite", "short": "cite-short"}  # style → what its lines are called


def cite(style: Literal["academic", "short"] = "academic") -> str:
    """Return how to cite the data, the codebook and the software, a line each.

    Parameters
    ----------
    style
        ``"academic"`` for a list of references, ``"short"`` for a slide or a caption.

    Raises
    ------
    ValueError
        If the style is not known.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> print(foip.cite("short"))
    Data: FOIP Initiatives 1.1.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Codebook: FOIP Codebook 1.1.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Software: foip-analysis 0.1.0 (FOIP Analysis contributors, 2026), MIT
    """
    if style not in WORKS:
        raise ValueError(f"style is '{style}'. It is 'academic' or 'short'.")
    data, software = load().version, version("foip-analysis")
    versions = {"data": data, "codebook": data, "software": software}
    made = {"authors": AUTHORS, "year": YEAR}
    return "\n".join(
        say(f"{WORKS[style]}-{work}", None, version=number, **made)
        for work, number in versions.items()
    )
