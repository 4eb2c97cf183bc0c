"""What must hold between the four files of a dataset; each check adds the faults that it finds.

What a cell may hold stands first. A file that is missing, or that lacks a column, is told once;
what could only be checked with it is left unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeGuard

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.characters import bare, named
from foip_analysis.dataset.faults import Faults, Tell
from foip_analysis.words.catalogue import Closest, did_you_mean, languages, likeness

BASES = ("stated", "position", "inferred")
STATED = ("stated", "position")  # what the source says, by a term or by where it stands
OWED = {"one": "exactly one", "some": "one or more"}  # codes that each initiative needs
HOW_MANY = (*OWED, "any")
RESERVED = ("all", "none")
COMPUTED = ("mentioned_in",)  # of initiatives: stands in the table that is loaded, not in the file
MARKERS = ("point", "area")
LONGEST_TERM = {"cjk": 27, "other": 60}  # characters
FORMS = {  # column → what a cell that is filled in looks like, and how that is told
    "iso3": (r"[A-Z]{3}", "is no ISO 3166-1 alpha-3 code: three capitals. Correct it."),
    "colour": (r"#[0-9a-fA-F]{6}", "is not a colour. Write it as #rrggbb, for example #2f5da8."),
    "sha256": (r"[0-9a-f]{64}", "is not a SHA-256. Write its 64 digits and small letters, 0 to f."),
}
DEGREES = ("longitude", "latitude")
WITHIN = {  # column of numbers → from, to, how what is outside is told; all but degrees are whole
    "longitude": (-180, 180, "is outside −180 to 180 degrees. Correct it."),
    "latitude": (-90, 90, "is outside −90 to 90 degrees. Correct it."),
    "line": (1, np.inf, "is not a whole number from 1. Correct it."),
    "characters": (0, np.inf, "is not a whole number from 0. Correct it."),
    "m49": (1, 999, "is not a whole number from 1 to 999. Correct it."),
}
_ARGUMENTS = """
self dataset dimension dimensions rows columns by count weight share of margins none lang codes code
order top limit per source to expand least draws seed other options
"""
ARGUMENTS = frozenset(_ARGUMENTS.split())  # of where and of what makes tables: no dimension's name
MISSPELT = 0.8  # a dimension that is as like to a declared one is that one, misspelt


def check(tables: dict[str, pd.DataFrame | None], faults: Faults) -> None:
    """Check four tables, indexed by their rows in the files; a table that could not be read is
    None.
    """
    codebook, codings, initiatives, units = (
        tables[name] for name in ("codebook", "codings", "initiatives", "units")
    )
    spoilt = {fault.file for fault in faults if not fault.column and (fault.row or 1) == 1}
    for name, table in (("codebook", codebook), ("units", units)):
        if table is not None:
            _check_cells(f"{name}.csv", table, faults)
    good_book = codebook if _has(codebook, "dimension", "code") else None
    if good_book is not None:
        _check_codebook(good_book, faults)
    if codings is None:
        return
    _check_evidence(codings, faults)
    bare_of_rows = _check_rows(tables, spoilt, faults)
    for column, table, name in (
        ("initiative_id", initiatives, "initiatives"),
        ("locator", units, "units"),
    ):
        if name not in bare_of_rows and _has(codings, column) and _has(table, column):
            _check_known(codings, column, table, name, faults)
    if good_book is None or "codebook" in bare_of_rows:
        return
    if _has(codings, "initiative_id", "dimension", "code"):
        known = _check_codes(codings, good_book, faults)
        _check_at_most_one(known, good_book, faults)
        _check_parents_agree(known, good_book, faults)
    if _has(initiatives, "initiative_id") and _has(codings, "initiative_id", "dimension"):
        _check_columns(codings, good_book, initiatives, faults)
        if "codings" not in bare_of_rows:
            _check_none_is_left_out(codings, good_book, initiatives, faults)


class Called:
    """What the codes of a dimension are called, to tell who wrote a label where a code belongs.

    A label is not taken in its place, as it is in a call: one decision would then stand in two
    spellings, of which no check sees that they are the same row, and what is saved again would not
    be what was read.
    """

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._meant: dict[str, list[str]] = {}
        for code, names in rows:
            for name in {bare(name) for name in names} - {"", bare(code)}:
                self._meant.setdefault(name, []).append(code)

    def meant(self, value: str) -> list[str]:
        """Return the codes that have this label or other name."""
        return self._meant.get(bare(value), [])

    def told(self, value: str) -> str:
        """Return whose label it is and what to write, as a fault says it; blank for nobody's."""
        meant = self.meant(value)
        if not meant:
            return ""
        named = " and ".join(meant)
        write = meant[0] if len(meant) == 1 else "the one that is meant"
        return f"is a label of {named}, and no label stands here. Write {write}."


def _codes_called(codebook: pd.DataFrame, *dimensions: str) -> Called:
    return Called(
        (code, book.names(row))
        for dimension in dimensions
        for code, row in book.rows(codebook, dimension).items()
    )


def _initiatives_called(initiatives: pd.DataFrame) -> Called:
    """Return what initiatives are called: their names, in every language."""
    columns = [c for c in (f"name_{language}" for language in languages()) if c in initiatives]
    return Called(
        (code, names) for _, code, *names in _rows(initiatives, "initiative_id", *columns)
    )


def _has(table: pd.DataFrame | None, *columns: str) -> TypeGuard[pd.DataFrame]:
    return table is not None and set(columns) <= set(table.columns)


def _check_rows(
    tables: dict[str, pd.DataFrame | None], spoilt: set[str], faults: Faults
) -> list[str]:
    """Name the files that have no rows though others need them; return them."""
    counts = {name: len(table) for name, table in tables.items() if table is not None}
    codebook = tables["codebook"]
    asked = _has(codebook, "dimension", "code") and any(
        book.codes_per_initiative(codebook, name) in OWED for name in book.dimensions(codebook)
    )
    for name, table in tables.items():
        others = "initiatives" if name == "codings" else "codings"
        needed = counts.get(others) and (asked or name != "codings")
        if table is None or len(table) or not needed:
            continue
        if f"{name}.csv" not in spoilt and len(table.columns):
            problem = f"has a header and no rows, but {others}.csv has. Put the rows back."
            faults.add(f"{name}.csv", None, "", "", problem)
    return [name for name, count in counts.items() if not count]


def find_repeats(name: str, table: pd.DataFrame, key: list[str], faults: Faults) -> None:
    """Add a fault for each row whose key stands in an earlier row too."""
    if not _has(table, *key):
        return
    repeated = table.duplicated(key, keep=False)
    if not repeated.any():  # as in most, and choosing none of the rows takes long
        return
    first: dict[tuple[str, ...], int] = {}
    for number, *values in _rows(table.loc[repeated, key], *key):
        earlier = first.setdefault(tuple(values), number)
        if earlier != number and all(values):
            problem = f"stands in row {earlier} already. Delete one, or rename it."
            faults.add(name, number, "+".join(key), ", ".join(values), problem)


def find_look_alikes(name: str, table: pd.DataFrame, key: list[str], faults: Faults) -> None:
    """Add a fault for each key that differs from an earlier one by case, width, composition or
    white space alone; it is told in the last column of ``key``.
    """
    if not _has(table, *key):
        return
    bares = {each: bare(each) for each in dict.fromkeys(table[key[-1]].to_numpy(object))}
    if len(set(bares.values())) == len(bares):
        return
    first: dict[tuple[str, ...], str] = {}
    told = set()
    for number, *within, value in _rows(table, *key):
        other = first.setdefault((*within, bares[value]), value)
        if value and other != value and (*within, value) not in told:
            told.add((*within, value))
            problem = (
                f"differs from '{other}' by no more than case, width or white space. Write both "
                "alike, or give one another name."
            )
            faults.add(name, number, key[-1], value, problem)


Coding = tuple[int, str, str, str]  # row in the file, initiative, dimension, code


def _rows(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Go through a table: the row in the file, then the cells of these columns, as plain Python."""
    return zip(
        table.index.tolist(), *(table[column].to_numpy(object) for column in columns), strict=True
    )


def _check_codebook(codebook: pd.DataFrame, faults: Faults) -> None:
    fault = partial(faults.add, "codebook.csv")
    declared = codebook[codebook["dimension"] == book.DECLARATION]
    for (row,) in _rows(declared[declared["code"] == book.DECLARATION]):
        problem = "is the word that declares dimensions. Give the dimension another name."
        fault(row, "code", book.DECLARATION, problem)
    for row, code in _rows(codebook, "code"):
        if bare(code) in RESERVED:
            problem = (
                "is a name that tables use for a line of their own. Give the code another name."
            )
            fault(row, "code", code, problem)
    _check_dimensions(codebook, fault)
    if "codes_per_initiative" in codebook:
        for row, dimension, value in _rows(codebook, "dimension", "codes_per_initiative"):
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
        for row, value in _rows(codebook, "marker"):
            if value not in ("", *MARKERS):
                hint = did_you_mean(value, MARKERS)
                problem = f"is not allowed. It is {' or '.join(MARKERS)}.{hint}"
                fault(row, "marker", value, problem)
    _check_places(codebook, fault)
    for column in [f"label_{lang}" for lang in languages() if f"label_{lang}" in codebook]:
        first: dict[tuple[str, str], str] = {}
        for row, dimension, code, label in _rows(codebook, "dimension", "code", column):
            other = first.setdefault((dimension, bare(label)), code)
            if label and other != code:
                problem = f"labels the code '{other}' of '{dimension}' too. Give each its own."
                fault(row, column, label, problem)
    if "parent" in codebook:
        _check_parent_codes(codebook, fault)


def _check_cells(name: str, table: pd.DataFrame, faults: Faults) -> None:
    """Check what a column's cells look like: ``FORMS`` and ``WITHIN``."""
    for column, (form, problem) in FORMS.items():
        if column in table:
            fits = re.compile(form).fullmatch
            for row, value in _rows(table, column):
                if value and not fits(value):
                    faults.add(name, row, column, value, problem)
    for column, (least, most, problem) in WITHIN.items():
        if column not in table or not pd.api.types.is_numeric_dtype(table[column]):
            continue  # not there, or not of numbers, as is told already
        numbers = table[column].astype(float)
        wrong = (numbers < least) | (numbers > most)
        if column not in DEGREES:
            wrong |= (numbers % 1 != 0) & numbers.notna()
        for row, value in _rows(table[wrong].astype({column: float}), column):
            faults.add(name, row, column, value if column in DEGREES else f"{value:g}", problem)


def _check_dimensions(codebook: pd.DataFrame, fault: Tell) -> None:
    """Check the names of dimensions, and that those that are declared are those that have codes."""
    how_many = "codes_per_initiative"
    own = codebook[codebook["dimension"] == book.DECLARATION].drop_duplicates("code")
    own = own.assign(**{how_many: own.get(how_many, "")})
    declared = {name: (row, many) for row, name, many in _rows(own, "code", how_many)}
    rows = {name: row for row, name in _rows(codebook.drop_duplicates("dimension"), "dimension")}
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
    if _has(codebook, *DEGREES):
        marked = codebook["marker"] if "marker" in codebook else [""] * len(codebook)
        for (row, east, north), marker in zip(_rows(codebook, *DEGREES), marked, strict=True):
            if _is_blank(east) and not _is_blank(north):
                fault(row, "latitude", north, "has no longitude beside it. Give both, or neither.")
            elif _is_blank(north) and not _is_blank(east):
                fault(row, "longitude", east, "has no latitude beside it. Give both, or neither.")
            elif _is_blank(east) and marker in MARKERS:
                problem = (
                    "has neither longitude nor latitude beside it. Give both, or leave it blank."
                )
                fault(row, "marker", marker, problem)
    if "m49" in codebook:
        first: dict[tuple[str, Any], str] = {}
        for row, dimension, code, value in _rows(codebook, "dimension", "code", "m49"):
            other = code if _is_blank(value) else first.setdefault((dimension, value), code)
            if other != code:
                problem = f"stands for '{other}' of '{dimension}' too. Correct one."
                fault(row, "m49", value if isinstance(value, str) else f"{value:g}", problem)


def _is_blank(value: object) -> bool:
    return value == "" or value != value


def _check_parent_codes(codebook: pd.DataFrame, fault: Tell) -> None:
    names = book.dimensions(codebook)
    targets = {d: book.parent_dimension(codebook, d) for d in names}
    rows = list(_rows(codebook, "dimension", "code", "parent"))
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
            return _codes_called(codebook, book.DECLARATION).told(parent) or (
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
            return _codes_called(codebook, target).told(parent) or (
                f"does not exist in the dimension '{target}'. Allowed: {', '.join(allowed)}."
                f"{did_you_mean(parent, allowed)}"
            )
        if not target and parent not in others[dimension]:
            elsewhere = [name for name in names if name != dimension]
            return _codes_called(codebook, *elsewhere).told(parent) or (
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


def _guess(closest: Closest, value: str) -> str:
    """Return the closest allowed word as a sentence, and the letters that only look like its."""
    told = closest.told(value)
    close = closest.to(value)
    odd = [] if close is None or value.isascii() else [c for c in value if c not in close]
    foreign = [c for c in odd if not c.isascii() and close is not None and close.isascii()]
    return f"{told} It has {named(foreign)}." if foreign and len(foreign) < 4 else told


def _check_known(
    codings: pd.DataFrame, column: str, table: pd.DataFrame, name: str, faults: Faults
) -> None:
    known = dict.fromkeys(table[column].to_numpy(object))
    values = codings[column].to_numpy(object)
    if known.keys() >= set(values):
        return
    closest = Closest(filter(None, known))
    called = _initiatives_called(table) if name == "initiatives" else Called([])
    for row, value in _rows(codings, column):
        if value == "" or value in known:
            continue
        problem = called.told(value) or (
            f"is not in {name}.csv. Correct it, or add a row there.{_guess(closest, value)}"
        )
        faults.add("codings.csv", row, column, value, problem)


def _check_codes(codings: pd.DataFrame, codebook: pd.DataFrame, faults: Faults) -> list[Coding]:
    """Find unknown dimensions and codes; return the good codings: row, initiative, dimension,
    code.
    """
    names = [d for d in book.dimensions(codebook) if d != book.DECLARATION]
    allowed = {name: codes for name in names if name and (codes := book.rows(codebook, name))}
    called = {name: _codes_called(codebook, name) for name in allowed}
    named = _codes_called(codebook, book.DECLARATION)
    closest = {name: Closest(filter(None, codes)) for name, codes in allowed.items()}
    dimensions = Closest(allowed)
    listed = {
        name: ", ".join(codes)
        if len(codes) <= 20
        else f"the {len(codes)} codes of '{name}' in codebook.csv"
        for name, codes in allowed.items()
    }
    every = ", ".join(allowed) or "none, for codebook.csv has no codes"
    known: list[Coding] = []
    for row, initiative, dimension, code in _rows(codings, "initiative_id", "dimension", "code"):
        if dimension in allowed and code in allowed[dimension]:
            known.append((row, initiative, dimension, code))
        elif dimension and dimension not in allowed:
            problem = named.told(dimension) or (
                "is not a dimension of the codebook. Allowed: "
                f"{every}.{_guess(dimensions, dimension)}"
            )
            faults.add("codings.csv", row, "dimension", dimension, problem)
        elif dimension and code:
            others = [name for name, codes in allowed.items() if code in codes]
            but = f", but of '{others[0]}'" if others else ""
            problem = called[dimension].told(code) or (
                f"is not a code of '{dimension}'{but}. Allowed: {listed[dimension]}."
                f"{_guess(closest[dimension], code)}"
            )
            faults.add("codings.csv", row, "code", code, problem)
    return known


def _check_evidence(codings: pd.DataFrame, faults: Faults) -> None:
    fault = partial(faults.add, "codings.csv")
    evidence, bases = (
        codings[c].to_numpy(object) if c in codings else [None] * len(codings)
        for c in ("evidence", "basis")
    )
    sentences = {words for words in set(evidence) if words and is_sentence(words)}
    for row, words, basis in zip(codings.index.tolist(), evidence, bases, strict=True):
        if basis is not None and basis not in BASES:
            wrong = "is not a basis" if basis else "is blank"
            allowed = "'stated', 'position' or 'inferred'"
            fault(row, "basis", basis, f"{wrong}. It is {allowed}.{did_you_mean(basis, BASES)}")
        if words in sentences:
            problem = "is a sentence. Keep only the words that decided the code."
            fault(row, "evidence", words, problem)
        elif words == "" and basis in STATED:
            problem = f"is blank, but the basis is '{basis}'. Give the deciding words."
            fault(row, "evidence", "", problem)


def is_sentence(words: str) -> bool:
    if len(words) <= 3:
        return False
    cjk = bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", words))
    ended = re.search(r"[。！？]", words) or (
        re.search(r"[a-z\d]{2}[.!?](\s|$)", words) and len(words.split()) >= 4
    )  # not U.S., St.
    return bool(ended) or len(words) > LONGEST_TERM["cjk" if cjk else "other"]


def _check_at_most_one(known: list[Coding], codebook: pd.DataFrame, faults: Faults) -> None:
    single = {
        name
        for name in book.dimensions(codebook)
        if book.codes_per_initiative(codebook, name) == "one"
    }
    first: dict[tuple[str, str], str] = {}
    for row, initiative, dimension, code in known:
        if dimension in single and initiative:
            other = first.setdefault((initiative, dimension), code)
            if other != code:
                problem = (
                    f"'{initiative}' has '{other}' too, and '{dimension}' allows one "
                    "code an initiative. Delete one."
                )
                faults.add("codings.csv", row, "code", code, problem)


def _check_columns(
    codings: pd.DataFrame, codebook: pd.DataFrame, initiatives: pd.DataFrame, faults: Faults
) -> None:
    """Hold the cells of a column that tells a dimension to its codes."""
    for name in book.told_in_columns(codebook, initiatives, codings):
        known = list(book.codes(codebook, name))
        called = _codes_called(codebook, name)
        for row, cell in _rows(initiatives, name):
            if cell and cell not in known:
                problem = called.told(cell) or (
                    f"is no code of '{name}'.{did_you_mean(cell, known)}"
                )
                faults.add("initiatives.csv", row, name, cell, problem)


def _check_none_is_left_out(
    codings: pd.DataFrame, codebook: pd.DataFrame, initiatives: pd.DataFrame, faults: Faults
) -> None:
    doubtful = _left_open(codings, codebook, initiatives, faults)
    in_columns = book.told_in_columns(codebook, initiatives, codings)
    for name in book.dimensions(codebook):
        how_many = OWED.get(book.codes_per_initiative(codebook, name))
        if how_many is None or name in COMPUTED or not book.rows(codebook, name):
            continue  # asks for none; is computed; has no codes, as is told where it is declared
        own = codings["initiative_id"][codings["dimension"] == name]
        below = book.children(codebook, name)
        if name in in_columns:
            own = initiatives["initiative_id"][initiatives[name] != ""]
        if own.empty:  # a dimension that is never coded itself has what its children have
            own = codings["initiative_id"][codings["dimension"].isin(below)]
        have = set(own)
        meant = {None, name, *below}
        for row, initiative in _rows(initiatives, "initiative_id"):
            if not initiative or initiative in have or meant & doubtful.get(initiative, set()):
                continue
            problem = f"has no code in '{name}', which needs {how_many}. Add a row to codings.csv."
            if not have:
                problem += f" If there is none in your document, take '{name}' out of the codebook."
            faults.add("initiatives.csv", row, "initiative_id", initiative, problem)


def _left_open(
    codings: pd.DataFrame, codebook: pd.DataFrame, initiatives: pd.DataFrame, faults: Faults
) -> dict[str, set[str | None]]:
    """Return initiative → the dimensions that a row at fault may have been of, None for any.

    Its own fault is told. That the initiative lacks what this row was to give it is no other.
    """
    ids, names = initiatives["initiative_id"], book.dimensions(codebook)
    torn = [row for file, row in faults.torn if file == "codings.csv"]
    wrong = ~(codings["initiative_id"].isin(ids) & codings["dimension"].isin(names))
    wrong |= codings.index.isin(torn)
    left: dict[str, set[str | None]] = {}
    if not wrong.any():
        return left
    known, near, like = set(ids), Closest(filter(None, ids)), Closest(names)
    called, named = _initiatives_called(initiatives), _codes_called(codebook, book.DECLARATION)
    for row, initiative, dimension in _rows(codings[wrong], "initiative_id", "dimension"):
        meant = [initiative]
        if initiative not in known:
            meant = called.meant(initiative) or [near.to(initiative) or ""]
        of = dimension if dimension in names and row not in torn else None
        if of is None and dimension and row not in torn:
            of = next(iter(named.meant(dimension)), None) or like.to(dimension)
        for each in meant:
            left.setdefault(each, set()).add(of)
    return left


def _check_parents_agree(known: list[Coding], codebook: pd.DataFrame, faults: Faults) -> None:
    targets = {
        name: book.parent_dimension(codebook, name)
        for name in {dimension for _, _, dimension, _ in known}
    }
    parents = {name: book.parents(codebook, name) for name, target in targets.items() if target}
    above: dict[tuple[str, str | None], list[str]] = {}  # initiative × dimension → its codes there
    for _, initiative, dimension, code in known:
        if dimension in targets.values():
            above.setdefault((initiative, dimension), []).append(code)
    for row, initiative, dimension, code in known:
        parent = parents.get(dimension, {}).get(code)
        stands = above.get((initiative, targets[dimension]), []) if parent else []
        if (
            stands
            and parent not in stands
            and parent in book.codes(codebook, targets[dimension] or "")
        ):
            problem = (
                f"belongs to {targets[dimension]} '{parent}', but '{initiative}' has "
                f"'{', '.join(sorted(set(stands)))}'. Correct one."
            )
            faults.add("codings.csv", row, "code", code, problem)
