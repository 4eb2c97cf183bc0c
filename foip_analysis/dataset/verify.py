"""The source text against the coded rows: is every unit what was coded, does every word stand
there?

The text itself is not shipped; ``units.csv`` has each unit's line and the SHA-256 of its words
(NFKC, without ``*``, leading bullets and white space). Units are found by their hash, in their
order, so that a line more or less moves those below it and is told once. The heading over a unit is
the nearest unit above it whose ``part`` is ``heading``; in a file without any, the nearest line
that is neither blank nor a unit. Only units whose ``heading`` is filled in have one. A column
``numbers``, where there is one, holds the Arabic numerals that a unit prints, with what they count.

A row whose ``part`` is ``document`` has the hash of the whole: of every line's words, blank lines
left out. With it the file promises that every line is a unit, and a line that is none is told.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from foip_analysis.dataset.faults import Fault, Faults, Told
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.outline import DOCUMENT, HEADING, blocks_of, digest, normal, read_text

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

VERIFIED = ("part", "heading", "line", "sha256")


@guided
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
        A unit that changed, moved or is missing; a line that is no unit; evidence that stands
        neither in its unit nor in the heading over it; numerals that are not those of the unit; a
        unit without a row in a part of the document that is coded. It shows itself a line a fault,
        with file or sheet, row and column, as ``load`` tells them.

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
    found = _texts(dataset, source)
    texts = {number: normal(text) for number, text in found.items()}
    units = dataset.units.set_index("locator")
    units["row"] = dataset.origin.rows["units"]
    whole = units[units["part"] == DOCUMENT]
    units = units[units["part"] != DOCUMENT]
    place = _place(units, texts)
    faults = Faults()
    _check_units(units, place, texts, faults)
    if len(whole):
        for number in place.extra:
            problem = "is no unit. Add it to units.csv."
            faults.add("units.csv", None, "", f"line {number}", problem)
        if not faults and whole["sha256"].iloc[0] != digest("\n".join(texts.values())):
            problem = "the source as a whole is not what was coded."
            faults.add("units.csv", int(whole["row"].iloc[0]), "sha256", whole.index[0], problem)
    _check_words(dataset, _words(units, place.at, texts), faults)
    coded = set(dataset.codings["locator"])
    parts = set(units.loc[units.index.isin(coded), "part"]) - {HEADING}
    for locator, part, row in zip(units.index, units["part"], units["row"], strict=True):
        if part in parts and locator not in coded:
            problem = (
                "no row of codings.csv was read from this unit. Code it, or leave it if it names "
                "no initiative."
            )
            faults.add("units.csv", row, "locator", locator, problem)
    letters = dataset.origin.letters
    return Told(faults if letters is None else [each.in_workbook(letters) for each in faults])


def with_source(dataset: Dataset, source: str | PathLike[str]) -> Dataset:
    """Return a dataset that knows the words of its units, each found in the text by its hash.

    Parameters
    ----------
    source
        The document, a UTF-8 text file.

    Raises
    ------
    ValueError
        If a unit does not stand in it as it was coded, or the units cannot be compared.
    """
    found = _texts(dataset, source)
    units = dataset.units.set_index("locator")
    units = units[units["part"] != DOCUMENT]
    place = _place(units, {number: normal(text) for number, text in found.items()})
    lacking = [name for name in units.index if name in place.changed or name not in place.at]
    if lacking:
        raise ValueError(
            f"'{source}' is not the text that this dataset was coded from: {len(lacking)} of its "
            f"{len(units)} units do not stand there as they were coded, {lacking[0]} first. Give "
            f"the file that was coded; foip.verify(dataset, '{source}') tells what differs."
        )
    texts = {str(name): _bare(found[place.at[name]]) for name in units.index}
    return dataset._with(texts=texts)


def _bare(text: str) -> str:
    """Return a text as it is read: without the signs of a list and of emphasis."""
    return text.replace("*", "").strip().lstrip("-・●").strip()


def _texts(dataset: Dataset, source: str | PathLike[str]) -> dict[int, str]:
    """Return line → text: each line by itself, or, where more of the units are then found, the
    lines that ``units_from`` takes as one unit.
    """
    missing = [column for column in VERIFIED if column not in dataset.units]
    if missing:
        raise ValueError(
            f"units.csv has no column {', '.join(missing)}; to compare it with a source needs "
            f"{', '.join(VERIFIED)}. Add them."
        )
    text, hashes = read_text(source), set(dataset.units["sha256"])
    by_line = {number: line for number, line in enumerate(text.split("\n"), 1) if normal(line)}
    by_block = {block.line: block.text for block in blocks_of(text)}
    ways = (by_line, by_block)
    return max(ways, key=lambda texts: sum(digest(normal(t)) in hashes for t in texts.values()))


class _Place(NamedTuple):
    """Which line of the source each unit stands in; which units changed or left their order there;
    which lines are no unit.
    """

    at: dict[str, int]
    changed: set[str]
    moved: set[str]
    extra: list[int]


def _place(units: pd.DataFrame, texts: dict[int, str]) -> _Place:
    """Find the units in the source: those in order first, then those that moved; what is left on
    both sides between the same neighbours is a unit that changed.
    """
    ordered = units.sort_values("line", kind="stable")
    names, hashes = ordered.index.tolist(), ordered["sha256"].tolist()
    expected = dict(zip(names, ordered["line"].astype(int), strict=True))
    found = {number: digest(text) for number, text in texts.items()}
    numbers = list(found)
    same = SequenceMatcher(None, hashes, list(found.values()), autojunk=False)
    place = _Place({}, set(), set(), [])
    gaps: list[tuple[list[str], list[int]]] = []  # units and lines between the same neighbours
    for kind, a, b, c, d in same.get_opcodes():
        if kind == "equal":
            place.at.update(zip(names[a:b], numbers[c:d], strict=True))
        else:
            gaps.append((names[a:b], numbers[c:d]))
    free = {found[number]: number for _, left in gaps for number in left}
    for name in (name for gone, _ in gaps for name in gone):
        if (number := free.pop(str(units.at[name, "sha256"]), None)) is not None:
            place.at[name] = number
            place.moved.add(name)
    taken = set(place.at.values())
    for gone, left in gaps:
        left = [number for number in left if number not in taken]
        for name in (name for name in gone if name not in place.moved):
            if left:
                line = expected[name] + _shift(place, expected, name)
                nearest = min(left, key=lambda number: abs(number - line))
                left.remove(nearest)
                place.at[name] = nearest
                place.changed.add(name)
        place.extra.extend(left)
    return place


def _shift(place: _Place, expected: dict[str, int], name: str) -> int:
    """Return by how many lines the nearest unit that was found stands below its own line."""
    lost = place.moved | place.changed
    found = [unit for unit in place.at if unit not in lost]  # in order: of two as near, the first
    nearest = min(found, key=lambda n: abs(expected[n] - expected[name]), default=None)
    return place.at[nearest] - expected[nearest] if nearest else 0


def _check_units(units: pd.DataFrame, place: _Place, texts: dict[int, str], faults: Faults) -> None:
    """Tell of the units that changed, moved or are missing, and of numerals that differ."""
    for locator, unit in units.iterrows():
        line, fault = place.at.get(str(locator)), partial(faults.add, "units.csv", int(unit["row"]))
        if line is None:
            fault("sha256", locator, "does not stand in the source.")
        elif locator in place.changed:
            fault("sha256", locator, f"line {line} of the source is not the unit that was coded.")
        elif locator in place.moved:
            fault("line", locator, f"stands in line {line} of the source, out of its order.")
        elif "numbers" in unit and _numerals(normal(unit["numbers"])) != _numerals(texts[line]):
            problem = (
                "is not what the unit prints in numerals, in its order. Copy each "
                "numeral with what it counts."
            )
            fault("numbers", unit["numbers"], problem)


def _numerals(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _words(
    units: pd.DataFrame, at: dict[str, int], texts: dict[int, str]
) -> dict[str, tuple[str, str]]:
    """Return the words of each unit that was found, and of the heading over it; blank for none."""
    own = set(units.index[units["part"] == HEADING])
    if own:
        headings = sorted(line for name, line in at.items() if name in own)
    else:
        headings = sorted(texts.keys() - at.values())
    words = {}
    for locator, heading in units["heading"].items():
        if line := at.get(str(locator)):
            over = [number for number in headings if number < line] if heading else []
            words[str(locator)] = (texts[line], texts[over[-1]] if over else "")
    return words


def _check_words(dataset: Dataset, words: dict[str, tuple[str, str]], faults: Faults) -> None:
    if "evidence" not in dataset.codings:
        return
    codings, rows = dataset.codings, dataset.origin.rows["codings"]
    cells = (codings[column].to_numpy(object) for column in ("locator", "evidence"))
    for row, locator, evidence in zip(rows, *cells, strict=True):
        if locator in words and not any(normal(evidence) in text for text in words[locator]):
            problem = (
                f"does not stand in {locator} or in the heading over it. Give the words as printed."
            )
            faults.add("codings.csv", row, "evidence", evidence, problem)
