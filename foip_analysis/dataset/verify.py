"""The source text against the coded rows: is every unit what was coded, does every word stand
there?

The text itself is not shipped; ``units.csv`` has each unit's line and the SHA-256 of its words
(NFKC, without ``*``, leading bullets and white space). The heading over a unit is the nearest line
above it that is neither blank nor a unit; only units whose ``heading`` is filled in have one. A
column ``numbers``, where there is one, holds the Arabic numerals that a unit prints, with what
they count.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from os import PathLike
from pathlib import Path

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.faults import Fault

NEEDED = ("part", "heading", "line", "sha256")


def verify(dataset: Dataset, source: str | PathLike[str]) -> list[Fault]:
    """Return what does not hold between a dataset and the text it was coded from; empty if all
    holds.

    Parameters
    ----------
    source
        The document, a UTF-8 text file.

    Returns
    -------
    list of Fault
        A unit whose hash differs, evidence that stands neither in its unit nor in the heading over
        it, numerals that are not those of the unit, a unit without a row in a part of the document
        that is coded.

    Raises
    ------
    ValueError
        If the units lack a column that the check needs, or the file is not UTF-8 text.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     other = pathlib.Path(folder, "other.txt")
    ...     _ = other.write_text("Another document.")
    ...     faults = foip.verify(foip.load(), other)
    >>> len(faults) >= 86  # no unit of the dataset stands there
    True
    """
    missing = [column for column in NEEDED if column not in dataset.units]
    if missing:
        raise ValueError(
            f"units.csv has no column {', '.join(missing)}; verify needs "
            f"{', '.join(NEEDED)}. Add them."
        )
    try:
        lines = Path(source).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"The source '{source}' cannot be read as UTF-8 text: {error}.") from error
    units = dataset.units.set_index("locator")
    numbers = {int(line) for line in units["line"]}
    words = {}
    faults = []
    for row, (locator, unit) in enumerate(units.iterrows(), 2):
        line = int(unit["line"])
        text = normal(lines[line - 1]) if line <= len(lines) else ""
        if hashlib.sha256(text.encode()).hexdigest() != unit["sha256"]:
            faults.append(
                Fault(
                    "units.csv",
                    row,
                    "sha256",
                    str(locator),
                    f"line {line} of the source is not the unit that was coded.",
                )
            )
        elif "numbers" in unit and re.findall(r"\d+", normal(unit["numbers"])) != re.findall(
            r"\d+", text
        ):
            problem = (
                "is not what the unit prints in numerals, in its order. Copy each "
                "numeral with what it counts."
            )
            faults.append(Fault("units.csv", row, "numbers", unit["numbers"], problem))
        words[str(locator)] = (
            text,
            normal(_heading(lines, line, numbers)) if unit["heading"] else "",
        )
    faults += _check_words(dataset, words)
    coded = set(dataset.codings["locator"])
    parts = set(units.loc[units.index.isin(coded), "part"])
    for row, (locator, part) in enumerate(units["part"].items(), 2):
        if part in parts and locator not in coded:
            faults.append(
                Fault(
                    "units.csv",
                    row,
                    "locator",
                    str(locator),
                    "no row of codings.csv was read from this unit. Code it.",
                )
            )
    return faults


def normal(text: str) -> str:
    """Return a text as it is hashed and searched: NFKC, without ``*``, leading bullets and white
    space.
    """
    return re.sub(r"[\s*]+", "", unicodedata.normalize("NFKC", text)).lstrip("-・●")


def _heading(lines: list[str], line: int, units: set[int]) -> str:
    above = min(line - 1, len(lines))
    while above > 0 and (above in units or not lines[above - 1].strip()):
        above -= 1
    return lines[above - 1] if above else ""


def _check_words(dataset: Dataset, words: dict[str, tuple[str, str]]) -> list[Fault]:
    if "evidence" not in dataset.codings:
        return []
    faults = []
    rows = dataset.codings[["locator", "evidence"]].itertuples(index=False, name=None)
    for row, (locator, evidence) in enumerate(rows, 2):
        if not any(normal(evidence) in text for text in words[locator]):
            problem = (
                f"does not stand in {locator} or in the heading over it. Give the words as printed."
            )
            faults.append(Fault("codings.csv", row, "evidence", evidence, problem))
    return faults
