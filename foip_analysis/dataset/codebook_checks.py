"""What must hold within a codebook: its dimensions, codes, parents and places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import ARGUMENTS, DEGREES, HOW_MANY, MARKERS, OWED, RESERVED
from foip_analysis.dataset.characters import bare
from foip_analysis.dataset.faults import Faults, Tell
from foip_analysis.dataset.table_checks import has, is_blank, names_of_codes, rows_of
from foip_analysis.words.catalogue import languages
from foip_analysis.words.closest import MISSPELT, Closest, did_you_mean, likeness


def check_codebook(codebook: pd.DataFrame, faults: Faults) -> None:
    fault = partial(faults.add, "codebook.csv")
    declared = codebook[codebook["dimension"] == book.DECLARATION]
    for (row,) in rows_of(declared[declared["code"] == book.DECLARATION]):
        problem = "is the word that declares dimensions. Give the dimension another name."
        fault(row, "code", book.DECLARATION, problem)
    for row, code in rows_of(codebook, "code"):
        if bare(code) in RESERVED:
            problem = (
                "is a name that tables use for a line of their own. Give the code another name."
            )
            fault(row, "code", code, problem)
    _check_dimensions(codebook, fault)
    if "codes_per_initiative" in codebook:
        for row, dimension, value in rows_of(codebook, "dimension", "codes_per_initiative"):
            problem = ""
            if value and dimension != book.DECLARATION:
                problem = (
                    "stands at a code. It belongs to the row that declares "
                    f"'{dimension}': leave it blank here."
                )
            elif value not in ("", *HOW_MANY):
                hint = did_you_mean(value, HOW_MANY)
                problem = f"is not allowed. It is {', '.join(HOW_MANY)}.{hint}"
            if problem:
                fault(row, "codes_per_initiative", value, problem)
    if "marker" in codebook:
        for row, value in rows_of(codebook, "marker"):
            if value not in ("", *MARKERS):
                hint = did_you_mean(value, MARKERS)
                problem = f"is not allowed. It is {' or '.join(MARKERS)}.{hint}"
                fault(row, "marker", value, problem)
    _check_places(codebook, fault)
    for column in [f"label_{lang}" for lang in languages() if f"label_{lang}" in codebook]:
        first: dict[tuple[str, str], str] = {}
        for row, dimension, code, label in rows_of(codebook, "dimension", "code", column):
            other = first.setdefault((dimension, bare(label)), code)
            if label and other != code:
                problem = f"labels the code '{other}' of '{dimension}' too. Give each its own."
                fault(row, column, label, problem)
    if "parent" in codebook:
        _check_parent_codes(codebook, fault)


def _check_dimensions(codebook: pd.DataFrame, fault: Tell) -> None:
    """Check the names of dimensions, and that those that are declared are those that have codes."""
    how_many = "codes_per_initiative"
    own = codebook[codebook["dimension"] == book.DECLARATION].drop_duplicates("code")
    own = own.assign(**{how_many: own.get(how_many, "")})
    declared = {name: (row, many) for row, name, many in rows_of(own, "code", how_many)}
    rows = {name: row for row, name in rows_of(codebook.drop_duplicates("dimension"), "dimension")}
    for name in dict.fromkeys([*declared, *rows]):
        if name in ARGUMENTS - {book.DECLARATION} or name == "basis":  # which stated() selects by
            row, where = (
                (declared[name][0], "code") if name in declared else (rows[name], "dimension")
            )
            problem = (
                "is a name that calls use for something else, such as where(…) and members(…). "
                "Give the dimension another name."
            )
            fault(row, where, name, problem)
    undeclared = [name for name in rows if name and name not in (*declared, book.DECLARATION)]
    near = {name: Closest(undeclared).to(name) for name in declared if name and name not in rows}
    for name, close in near.items():
        row, many = declared[name]
        if close is not None or many in OWED:
            hint = f" Did you mean '{close}'?" if close is not None else ""
            problem = f"is declared and has no codes. Add a row for each, or delete this one.{hint}"
            fault(row, "code", name, problem)
    for name in undeclared:
        close = max(declared, key=lambda each: likeness(name, each), default=None)
        if close and name not in near.values() and likeness(name, close) >= MISSPELT:
            problem = (
                "is not declared, and dimensions like it are. Correct it, or add a row "
                f"'{book.DECLARATION},{name}'. Did you mean '{close}'?"
            )
            fault(rows[name], "dimension", name, problem)


def _check_places(codebook: pd.DataFrame, fault: Tell) -> None:
    """Check that a place is whole, and that no number stands for two places of a dimension."""
    if has(codebook, *DEGREES):
        marked = codebook["marker"] if "marker" in codebook else [""] * len(codebook)
        for (row, east, north), marker in zip(rows_of(codebook, *DEGREES), marked, strict=True):
            if is_blank(east) and not is_blank(north):
                fault(row, "latitude", north, "has no longitude beside it. Give both, or neither.")
            elif is_blank(north) and not is_blank(east):
                fault(row, "longitude", east, "has no latitude beside it. Give both, or neither.")
            elif is_blank(east) and marker in MARKERS:
                problem = (
                    "has neither longitude nor latitude beside it. Give both, or leave it blank."
                )
                fault(row, "marker", marker, problem)
    if "m49" in codebook:
        first: dict[tuple[str, Any], str] = {}
        for row, dimension, code, value in rows_of(codebook, "dimension", "code", "m49"):
            other = code if is_blank(value) else first.setdefault((dimension, value), code)
            if other != code:
                problem = f"stands for '{other}' of '{dimension}' too. Correct one."
                fault(row, "m49", value if isinstance(value, str) else f"{value:g}", problem)


def _check_parent_codes(codebook: pd.DataFrame, fault: Tell) -> None:
    names = book.dimensions(codebook)
    targets = {d: book.parent_dimension(codebook, d) for d in names}
    rows = list(rows_of(codebook, "dimension", "code", "parent"))
    within: dict[str, dict[str, str]] = {name: {} for name in names}  # dimension → code → parent
    for _, dimension, code, parent in rows:
        if dimension != book.DECLARATION:
            within[dimension][code] = parent
    others = {
        name: {code for other in names if other != name for code in within[other]} for name in names
    }
    declared = {
        code for _, dimension, code, parent in rows if dimension == book.DECLARATION and parent
    }

    def wrong(dimension: str, code: str, parent: str) -> str:
        """Return what is wrong with a parent; blank for nothing."""
        if dimension == book.DECLARATION:
            if parent in names:
                return _broken(code, targets)
            return names_of_codes(codebook, book.DECLARATION).told(parent) or (
                f"is not a dimension. Allowed: {', '.join(names)}.{did_you_mean(parent, names)}"
            )
        target = targets[dimension]
        allowed = within.get(target or "", {})
        if target and (target not in names or target == dimension):
            return ""  # told where the dimension is declared
        if parent in within[dimension] and parent not in (allowed if target else others[dimension]):
            circle = _circle(code, within[dimension])
            problem = f"{circle}." if circle else "is a code of the same dimension."
            return f"{problem} A parent is a code of {target or 'another dimension'}."
        if target and parent not in allowed:
            return names_of_codes(codebook, target).told(parent) or (
                f"does not exist in the dimension '{target}'. Allowed: {', '.join(allowed)}."
                f"{did_you_mean(parent, allowed)}"
            )
        if not target and parent not in others[dimension]:
            elsewhere = [name for name in names if name != dimension]
            return names_of_codes(codebook, *elsewhere).told(parent) or (
                "does not exist. Correct it, or add a row for it under its own dimension."
                f"{did_you_mean(parent, sorted(others[dimension]))}"
            )
        if not target and others[dimension].issuperset(filter(None, within[dimension].values())):
            return (
                f"lies in another dimension than the other parents of '{dimension}'. "
                "Parents are codes of one dimension."
            )
        return "" if dimension in declared else _broken(dimension, targets)

    for row, dimension, code, parent in rows:
        if parent and (problem := wrong(dimension, code, parent)):
            fault(row, "parent", parent, problem)


def _broken(start: str, parent_of: Mapping[str, str | None]) -> str:
    circle = _circle(start, parent_of)
    return circle and f"{circle}. Break it."


def _circle(start: str, parent_of: Mapping[str, str | None]) -> str:
    """Return that parents lead back to where they start, and how; blank if they do not."""
    chain = [start]
    while (step := parent_of.get(chain[-1])) and step not in chain:
        chain.append(step)
    return f"runs in a circle: {' → '.join([*chain, start])}" if step == start else ""
