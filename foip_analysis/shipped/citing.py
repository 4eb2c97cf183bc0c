"""How to cite the data, the codebook and the software, each by itself."""

from __future__ import annotations

from importlib.metadata import version
from typing import Literal

from foip_analysis.dataset.dataset import load

AUTHORS = "FOIP Analysis contributors"
YEAR = 2026


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
    Data: FOIP Initiatives 1.0.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Codebook: FOIP Codebook 1.0.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Software: foip-analysis 0.1.0 (FOIP Analysis contributors, 2026), MIT
    """
    data, software = load().version, version("foip-analysis")
    if style == "short":
        return "\n".join(
            [
                f"Data: FOIP Initiatives {data} ({AUTHORS}, {YEAR}), CC BY 4.0",
                f"Codebook: FOIP Codebook {data} ({AUTHORS}, {YEAR}), CC BY 4.0",
                f"Software: foip-analysis {software} ({AUTHORS}, {YEAR}), MIT",
            ]
        )
    if style != "academic":
        raise ValueError(f"style is '{style}'. It is 'academic' or 'short'.")
    return "\n".join(
        [
            f"{AUTHORS} ({YEAR}). Initiatives of Japan's updated Free and Open Indo-Pacific (Version {data}) [Data set]. CC BY 4.0.",
            f"{AUTHORS} ({YEAR}). Codebook of the initiatives of Japan's updated Free and Open Indo-Pacific (Version {data}). CC BY 4.0.",
            f"{AUTHORS} ({YEAR}). foip-analysis (Version {software}) [Computer software]. MIT.",
        ]
    )
