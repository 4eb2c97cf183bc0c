"""What must hold between the four files of a dataset; each check adds the faults that it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.faults import Fault
from foip_analysis.words.catalogue import did_you_mean, languages

BASES = ("stated", "position", "inferred")
STATED = ("stated", "position")  # what the source says, by a term or by where it stands
HOW_MANY = ("one", "some", "any")
RESERVED = ("all", "none")
MARKERS = ("point", "area")
LONGEST_TERM = {"cjk": 27, "other": 60}  # characters


def check(tables: dict[str, pd.DataFrame | None], faults: list[Fault]) -> None:
    """Check four tables, indexed by their rows in the files; a table that could not be read is
    None.
    """
    codebook, codings, initiatives = tables["codebook"], tables["codings"], tables["initiatives"]
    if codebook is not None:
        _check_codebook(codebook, faults)
    if codings is not None:
        _check_known(codings, "initiative_id", initiatives, "initiatives", faults)
        _check_known(codings, "locator", tables["units"], "units", faults)
        _check_evidence(codings, faults)
    if codebook is not None and codings is not None:
        known = _check_codes(codings, codebook, faults)
        _check_at_most_one(known, codebook, faults)
        _check_parents_agree(known, codebook, faults)
        if initiatives is not None:
            _check_none_is_left_out(codings, codebook, initiatives, faults)


Coding = tuple[int, str, str, str]  # row in the file, initiative, dimension, code


def _rows(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Go through a table: the row in the file, then the cells of these columns, as plain Python."""
    return zip(
        table.index.tolist(), *(table[column].to_numpy(object) for column in columns), strict=True
    )


def _check_codebook(codebook: pd.DataFrame, faults: list[Fault]) -> None:
    def fault(row: int, column: str, found: object, problem: str) -> None:
        faults.append(Fault("codebook.csv", row, column, str(found), problem))

    declared = codebook[codebook["dimension"] == book.DECLARATION]
    for (row,) in _rows(declared[declared["code"] == book.DECLARATION]):
        fault(
            row,
            "code",
            book.DECLARATION,
            "is the word that declares dimensions. Give the dimension another name.",
        )
    for row, code in _rows(codebook[codebook["code"].isin(RESERVED)], "code"):
        fault(
            row,
            "code",
            code,
            "is a name that tables use for a line of their own. Give the code another name.",
        )
    if "codes_per_initiative" in codebook:
        for row, value in _rows(declared, "codes_per_initiative"):
            if value not in ("", *HOW_MANY):
                problem = (
                    f"is not allowed. It is {', '.join(HOW_MANY)}.{did_you_mean(value, HOW_MANY)}"
                )
                fault(row, "codes_per_initiative", value, problem)
    if "iso3" in codebook:
        for row, value in _rows(codebook, "iso3"):
            if value and not re.fullmatch(r"[A-Z]{3}", value):
                fault(row, "iso3", value, "is no ISO 3166-1 alpha-3 code: three capitals.")
    if "colour" in codebook:
        for row, value in _rows(codebook, "colour"):
            if value and not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
                fault(
                    row,
                    "colour",
                    value,
                    "is not a colour. Write it as #rrggbb, for example #2f5da8.",
                )
    for column, limit in (("longitude", 180), ("latitude", 90)):
        if column in codebook:
            for row, value in _rows(codebook[codebook[column].abs() > limit], column):
                fault(row, column, value, f"is outside −{limit} to {limit} degrees.")
    if "marker" in codebook:
        for row, value in _rows(codebook, "marker"):
            if value not in ("", *MARKERS):
                fault(
                    row,
                    "marker",
                    value,
                    f"is not allowed. It is {' or '.join(MARKERS)}.{did_you_mean(value, MARKERS)}",
                )
    for column in (
        f"label_{language}" for language in languages() if f"label_{language}" in codebook
    ):
        first: dict[tuple[str, str], str] = {}
        for row, dimension, code, label in _rows(codebook, "dimension", "code", column):
            other = first.setdefault((dimension, label), code)
            if label and other != code:
                fault(
                    row,
                    column,
                    label,
                    f"labels the code '{other}' of '{dimension}' too. Give each its own.",
                )
    if "parent" in codebook:
        _check_parent_codes(codebook, fault)


def _check_parent_codes(
    codebook: pd.DataFrame, fault: Callable[[int, str, object, str], None]
) -> None:
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
        code: parent
        for _, dimension, code, parent in rows
        if dimension == book.DECLARATION and parent
    }
    for row, dimension, code, parent in rows:
        if not parent:
            continue
        if dimension == book.DECLARATION:
            if parent not in names:
                fault(
                    row,
                    "parent",
                    parent,
                    "is not a dimension. Allowed: "
                    f"{', '.join(names)}.{did_you_mean(parent, names)}",
                )
            elif _circles(code, targets):
                fault(
                    row,
                    "parent",
                    parent,
                    f"runs in a circle: {' → '.join(_circles(code, targets))}. Break it.",
                )
            continue
        target = targets[dimension]
        allowed = within.get(target or "", {})
        if target and (target not in names or target == dimension):
            continue  # told where the dimension is declared
        if parent in within[dimension] and parent not in (allowed if target else others[dimension]):
            chain = _circles(code, within[dimension])
            problem = (
                f"runs in a circle: {' → '.join(chain)}."
                if chain
                else "is a code of the same dimension."
            )
            fault(
                row,
                "parent",
                parent,
                f"{problem} A parent is a code of {target or 'another dimension'}.",
            )
        elif target and parent not in allowed:
            problem = f"does not exist in the dimension '{target}'. Allowed: {', '.join(allowed)}."
            fault(row, "parent", parent, problem + did_you_mean(parent, allowed))
        elif not target and parent not in others[dimension]:
            problem = "does not exist. Correct it, or add a row for it under its own dimension."
            fault(
                row,
                "parent",
                parent,
                problem + did_you_mean(parent, sorted(others[dimension])),
            )
        elif not target and others[dimension].issuperset(filter(None, within[dimension].values())):
            problem = (
                f"lies in another dimension than the other parents of '{dimension}'. "
                "Parents are codes of one dimension."
            )
            fault(row, "parent", parent, problem)
        elif dimension not in declared and _circles(dimension, targets):
            fault(
                row,
                "parent",
                parent,
                f"runs in a circle: {' → '.join(_circles(dimension, targets))}. Break it.",
            )


def _circles(start: str, parent_of: Mapping[str, str | None]) -> list[str]:
    chain = [start]
    while (step := parent_of.get(chain[-1])) and step not in chain:
        chain.append(step)
    return [*chain, step] if step == start else []


def _check_known(
    codings: pd.DataFrame, column: str, table: pd.DataFrame | None, name: str, faults: list[Fault]
) -> None:
    if table is None:
        return
    known = dict.fromkeys(table[column].to_numpy(object))
    for row, value in _rows(codings, column):
        if value and value not in known:
            problem = (
                f"is not in {name}.csv. Correct it, or add a row there.{did_you_mean(value, known)}"
            )
            faults.append(Fault("codings.csv", row, column, value, problem))


def _check_codes(
    codings: pd.DataFrame, codebook: pd.DataFrame, faults: list[Fault]
) -> list[Coding]:
    """Find unknown dimensions and codes; return the good codings: row, initiative, dimension,
    code.
    """
    names = [
        d
        for d in book.dimensions(codebook)
        if d not in ("", book.DECLARATION) and (codebook["dimension"] == d).any()
    ]
    allowed = {name: book.codes(codebook, name) for name in names}
    known: list[Coding] = []
    for row, initiative, dimension, code in _rows(codings, "initiative_id", "dimension", "code"):
        if dimension in allowed and code in allowed[dimension]:
            known.append((row, initiative, dimension, code))
        elif dimension and dimension not in allowed:
            problem = (
                "is not a dimension of the codebook. Allowed: "
                f"{', '.join(names)}.{did_you_mean(dimension, names)}"
            )
            faults.append(Fault("codings.csv", row, "dimension", dimension, problem))
        elif dimension and code:
            codes = allowed[dimension]
            listed = (
                ", ".join(codes)
                if len(codes) <= 20
                else f"the {len(codes)} codes of '{dimension}' in codebook.csv"
            )
            problem = (
                f"is not a code of '{dimension}'. Allowed: {listed}.{did_you_mean(code, codes)}"
            )
            faults.append(Fault("codings.csv", row, "code", code, problem))
    return known


def _check_evidence(codings: pd.DataFrame, faults: list[Fault]) -> None:
    def fault(row: int, column: str, found: str, problem: str) -> None:
        faults.append(Fault("codings.csv", row, column, found, problem))

    evidence, bases = (
        codings[c].to_numpy(object) if c in codings else [None] * len(codings)
        for c in ("evidence", "basis")
    )
    sentences = {words for words in set(evidence) if words and _is_sentence(words)}
    for row, words, basis in zip(codings.index.tolist(), evidence, bases, strict=True):
        if basis is not None and basis not in BASES:
            fault(
                row,
                "basis",
                basis,
                f"is not a basis. It is 'stated', 'position' or 'inferred'."
                f"{did_you_mean(basis, BASES)}",
            )
        if words in sentences:
            fault(
                row, "evidence", words, "is a sentence. Keep only the words that decided the code."
            )
        elif words == "" and basis in STATED:
            fault(
                row,
                "evidence",
                "",
                f"is blank, but the basis is '{basis}'. Give the deciding words.",
            )


def _is_sentence(words: str) -> bool:
    if len(words) <= 3:
        return False
    cjk = bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", words))
    ended = re.search(r"[。！？]", words) or (
        re.search(r"[a-z\d]{2}[.!?](\s|$)", words) and len(words.split()) >= 4
    )  # not U.S., St.
    return bool(ended) or len(words) > LONGEST_TERM["cjk" if cjk else "other"]


def _check_at_most_one(known: list[Coding], codebook: pd.DataFrame, faults: list[Fault]) -> None:
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
                faults.append(Fault("codings.csv", row, "code", code, problem))


def _check_none_is_left_out(
    codings: pd.DataFrame, codebook: pd.DataFrame, initiatives: pd.DataFrame, faults: list[Fault]
) -> None:
    for name in book.dimensions(codebook):
        how_many = {"one": "exactly one", "some": "one or more"}.get(
            book.codes_per_initiative(codebook, name)
        )
        if how_many is None:
            continue
        own = codings["initiative_id"][codings["dimension"] == name]
        rolled_up = codings["initiative_id"][
            codings["dimension"].isin(book.children(codebook, name))
        ]
        have = set(
            rolled_up if own.empty else own
        )  # a dimension that is never coded itself has what its children have
        for row, initiative in _rows(initiatives, "initiative_id"):
            if initiative and initiative not in have:
                problem = (
                    f"has no code in '{name}', which needs {how_many}. Add a row to codings.csv."
                )
                faults.append(Fault("initiatives.csv", row, "initiative_id", initiative, problem))


def _check_parents_agree(known: list[Coding], codebook: pd.DataFrame, faults: list[Fault]) -> None:
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
            faults.append(Fault("codings.csv", row, "code", code, problem))
