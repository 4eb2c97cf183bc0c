"""What must hold between the four files of a dataset; each check adds the faults that it finds.

Each table by itself is in ``table_checks`` and ``codebook_checks``, what a cell may hold in
``allowed``. A file that is missing, or that lacks a column, is told once; what could only be
checked with it is left unsaid.
"""

from __future__ import annotations

import re
from functools import partial

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import BASES, COMPUTED, LONGEST_TERM, OWED, STATED
from foip_analysis.dataset.characters import named
from foip_analysis.dataset.codebook_checks import check_codebook
from foip_analysis.dataset.faults import Faults
from foip_analysis.dataset.table_checks import Called, check_cells, has, names_of_codes, rows_of
from foip_analysis.words.catalogue import languages
from foip_analysis.words.closest import Closest, did_you_mean


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
            check_cells(f"{name}.csv", table, faults)
    good_book = codebook if has(codebook, "dimension", "code") else None
    if good_book is not None:
        check_codebook(good_book, faults)
    if codings is None:
        return
    _check_evidence(codings, faults)
    bare_of_rows = _check_rows(tables, spoilt, faults)
    for column, table, name in (
        ("initiative_id", initiatives, "initiatives"),
        ("locator", units, "units"),
    ):
        if name not in bare_of_rows and has(codings, column) and has(table, column):
            _check_known(codings, column, table, name, faults)
    if good_book is None or "codebook" in bare_of_rows:
        return
    if has(codings, "initiative_id", "dimension", "code"):
        known = _check_codes(codings, good_book, faults)
        _check_at_most_one(known, good_book, faults)
        _check_parents_agree(known, good_book, faults)
    if has(initiatives, "initiative_id") and has(codings, "initiative_id", "dimension"):
        _check_columns(codings, good_book, initiatives, faults)
        if "codings" not in bare_of_rows:
            _check_none_is_left_out(codings, good_book, initiatives, faults)


def _initiatives_called(initiatives: pd.DataFrame) -> Called:
    """Return what initiatives are called: their names, in every language."""
    columns = [c for c in (f"name_{language}" for language in languages()) if c in initiatives]
    return Called(
        (code, names) for _, code, *names in rows_of(initiatives, "initiative_id", *columns)
    )


def _check_rows(
    tables: dict[str, pd.DataFrame | None], spoilt: set[str], faults: Faults
) -> list[str]:
    """Name the files that have no rows though others need them; return them."""
    counts = {name: len(table) for name, table in tables.items() if table is not None}
    codebook = tables["codebook"]
    asked = has(codebook, "dimension", "code") and any(
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


Coding = tuple[int, str, str, str]  # row in the file, initiative, dimension, code


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
    for row, value in rows_of(codings, column):
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
    called = {name: names_of_codes(codebook, name) for name in allowed}
    named = names_of_codes(codebook, book.DECLARATION)
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
    for row, initiative, dimension, code in rows_of(codings, "initiative_id", "dimension", "code"):
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
    for name in book.told_in_columns(codebook, initiatives.columns, codings["dimension"]):
        known = list(book.codes(codebook, name))
        called = names_of_codes(codebook, name)
        for row, cell in rows_of(initiatives, name):
            if cell and cell not in known:
                problem = called.told(cell) or (
                    f"is no code of '{name}'.{did_you_mean(cell, known)}"
                )
                faults.add("initiatives.csv", row, name, cell, problem)


def _check_none_is_left_out(
    codings: pd.DataFrame, codebook: pd.DataFrame, initiatives: pd.DataFrame, faults: Faults
) -> None:
    doubtful = _left_open(codings, codebook, initiatives, faults)
    in_columns = book.told_in_columns(codebook, initiatives.columns, codings["dimension"])
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
        for row, initiative in rows_of(initiatives, "initiative_id"):
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
    called, named = _initiatives_called(initiatives), names_of_codes(codebook, book.DECLARATION)
    for row, initiative, dimension in rows_of(codings[wrong], "initiative_id", "dimension"):
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
