"""What must hold between the four files of a dataset; each check adds the faults that it finds."""

from __future__ import annotations

import re

import pandas as pd

from foip_analysis import codebook as book
from foip_analysis.faults import Fault

BASES = ("stated", "inferred")
HOW_MANY = ("one", "some", "any")
LONGEST_TERM = {"cjk": 27, "other": 60}  # characters


def check(tables: dict[str, pd.DataFrame | None], faults: list[Fault]) -> None:
    """Check four tables, indexed by their rows in the files; a table that could not be read is None."""
    codebook, codings = tables["codebook"], tables["codings"]
    if codebook is not None:
        _check_codebook(codebook, faults)
    if codings is not None:
        _check_known(codings, "initiative_id", tables["initiatives"], "initiatives", faults)
        _check_known(codings, "locator", tables["units"], "units", faults)
        _check_evidence(codings, faults)
    if codebook is not None and codings is not None:
        _check_codes(codings, codebook, faults)
    if not faults:
        _check_how_many(codings, codebook, tables["initiatives"], faults)
        _check_parents_agree(codings, codebook, faults)


def _check_codebook(codebook: pd.DataFrame, faults: list[Fault]) -> None:
    def fault(row: int, column: str, found: object, problem: str) -> None:
        faults.append(Fault("codebook.csv", int(row), column, str(found), problem))

    declared = codebook[codebook["dimension"] == book.DECLARATION]
    if "codes_per_initiative" in codebook:
        for row, value in declared["codes_per_initiative"].items():
            if value not in ("", *HOW_MANY):
                fault(
                    row, "codes_per_initiative", value, f"is not allowed. It is {', '.join(HOW_MANY)}.{book.did_you_mean(value, HOW_MANY)}"
                )
    if "colour" in codebook:
        for row, value in codebook["colour"].items():
            if value and not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
                fault(row, "colour", value, "is not a colour. Write it as #rrggbb, for example #2f5da8.")
    for column, limit in (("longitude", 180), ("latitude", 90)):
        if column in codebook:
            for row, value in codebook[column][codebook[column].abs() > limit].items():
                fault(row, column, value, f"is outside −{limit} to {limit} degrees.")
    for language in book.LANGUAGES:
        if f"label_{language}" in codebook:
            named = codebook[codebook[f"label_{language}"] != ""]
            for row in named.index[named.duplicated(["dimension", f"label_{language}"])]:
                fault(
                    row,
                    f"label_{language}",
                    named.at[row, f"label_{language}"],
                    "labels another code of the dimension too. Give each its own.",
                )
    if "parent" in codebook:
        _check_parent_codes(codebook, fault)


def _check_parent_codes(codebook: pd.DataFrame, fault) -> None:
    names = book.dimensions(codebook)
    holders = codebook[codebook["dimension"] != book.DECLARATION].groupby("code")["dimension"].agg(set).to_dict()
    targets = {d: book.parent_dimension(codebook, d) for d in names}
    for row, dimension, code, parent in codebook[codebook["parent"] != ""][["dimension", "code", "parent"]].itertuples(name=None):
        if dimension == book.DECLARATION:
            if parent not in names:
                fault(row, "parent", parent, f"is not a dimension.{book.did_you_mean(parent, names)}")
            elif _circles(code, targets):
                fault(row, "parent", parent, f"runs in a circle: {' → '.join(_circles(code, targets))}. Break it.")
            continue
        target = targets[dimension]
        elsewhere = holders.get(parent, set()) - {dimension}
        if target and target != dimension and dimension in holders.get(parent, set()) and target not in elsewhere:
            fault(row, "parent", parent, f"is a code of the same dimension; parents of '{dimension}' are codes of '{target}'.")
        elif target and target not in holders.get(parent, set()):
            allowed = codebook.loc[codebook["dimension"] == target, "code"]
            fault(
                row,
                "parent",
                parent,
                f"does not exist in the dimension '{target}'. Allowed: {', '.join(allowed)}.{book.did_you_mean(parent, allowed)}",
            )
        elif not target and dimension in holders.get(parent, set()) and not elsewhere:
            chain = _circles(code, dict(codebook.loc[codebook["dimension"] == dimension, ["code", "parent"]].to_numpy()))
            problem = f"runs in a circle: {' → '.join(chain)}." if chain else "is a code of the same dimension."
            fault(row, "parent", parent, f"{problem} A parent is a code of another dimension.")
        elif not target and not elsewhere:
            known = [c for c in holders if dimension not in holders[c]]
            fault(row, "parent", parent, f"does not exist. Add a row for it under its own dimension.{book.did_you_mean(parent, known)}")
        elif not target:
            fault(
                row,
                "parent",
                parent,
                f"the parents of '{dimension}' lie in no one dimension. Declare it: dimension,{dimension} with its parent's dimension as 'parent'.",
            )
        elif _circles(dimension, targets):
            fault(row, "parent", parent, f"runs in a circle: {' → '.join(_circles(dimension, targets))}. Break it.")


def _circles(start: str, parent_of: dict[str, str | None]) -> list[str]:
    chain = [start]
    while (step := parent_of.get(chain[-1])) and step not in chain:
        chain.append(step)
    return [*chain, step] if step == start else []


def _check_known(codings: pd.DataFrame, column: str, table: pd.DataFrame | None, name: str, faults: list[Fault]) -> None:
    if table is None:
        return
    known = table[column]
    for row, value in codings[column][~codings[column].isin(known) & (codings[column] != "")].items():
        problem = f"is not in {name}.csv. Correct it, or add a row there.{book.did_you_mean(value, known)}"
        faults.append(Fault("codings.csv", int(row), column, value, problem))


def _check_codes(codings: pd.DataFrame, codebook: pd.DataFrame, faults: list[Fault]) -> None:
    names = [d for d in book.dimensions(codebook) if (codebook["dimension"] == d).any()]
    for row, value in codings["dimension"][~codings["dimension"].isin(names) & (codings["dimension"] != "")].items():
        problem = f"is not a dimension of the codebook. Allowed: {', '.join(names)}.{book.did_you_mean(value, names)}"
        faults.append(Fault("codings.csv", int(row), "dimension", value, problem))
    for name, rows in codings[codings["dimension"].isin(names)].groupby("dimension", sort=False):
        allowed = codebook.loc[codebook["dimension"] == name, "code"]
        for row, value in rows["code"][~rows["code"].isin(allowed) & (rows["code"] != "")].items():
            listed = ", ".join(allowed) if len(allowed) <= 20 else f"the {len(allowed)} codes of '{name}' in codebook.csv"
            problem = f"is not a code of '{name}'. Allowed: {listed}.{book.did_you_mean(value, allowed)}"
            faults.append(Fault("codings.csv", int(row), "code", value, problem))


def _check_evidence(codings: pd.DataFrame, faults: list[Fault]) -> None:
    if "basis" in codings:
        for row, value in codings["basis"][~codings["basis"].isin(BASES)].items():
            problem = f"is not a basis. It is 'stated' or 'inferred'.{book.did_you_mean(value, BASES)}"
            faults.append(Fault("codings.csv", int(row), "basis", value, problem))
    if "evidence" not in codings:
        return
    for row, value in codings["evidence"].items():
        if _is_sentence(value):
            faults.append(Fault("codings.csv", int(row), "evidence", value, "is a sentence. Keep only the words that decided the code."))
        elif not value and "basis" in codings and codings.at[row, "basis"] == "stated":
            faults.append(Fault("codings.csv", int(row), "evidence", "", "is blank, but the basis is 'stated'. Give the deciding words."))


def _is_sentence(words: str) -> bool:
    if len(words) <= 3:
        return False
    cjk = bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", words))
    ended = re.search(r"[。！？]", words) or (re.search(r"[.!?](\s|$)", words) and len(words.split()) >= 4)
    return bool(ended) or len(words) > LONGEST_TERM["cjk" if cjk else "other"]


def _check_how_many(codings: pd.DataFrame, codebook: pd.DataFrame, initiatives: pd.DataFrame, faults: list[Fault]) -> None:
    for name in book.dimensions(codebook):
        how_many = book.codes_per_initiative(codebook, name)
        if how_many == "any":
            continue
        rows = codings[codings["dimension"] == name]
        if how_many == "one":
            first = rows.drop_duplicates("initiative_id").set_index("initiative_id")["code"]
            for row, initiative, code in rows[["initiative_id", "code"]].itertuples(name=None):
                if code != first[initiative]:
                    problem = f"'{initiative}' has '{first[initiative]}' too, and '{name}' allows one code an initiative. Delete one."
                    faults.append(Fault("codings.csv", int(row), "code", code, problem))
        for row, initiative in initiatives["initiative_id"][~initiatives["initiative_id"].isin(rows["initiative_id"])].items():
            problem = (
                f"has no code in '{name}', which needs {'exactly one' if how_many == 'one' else 'one or more'}. Add a row to codings.csv."
            )
            faults.append(Fault("initiatives.csv", int(row), "initiative_id", initiative, problem))


def _check_parents_agree(codings: pd.DataFrame, codebook: pd.DataFrame, faults: list[Fault]) -> None:
    for name in book.dimensions(codebook):
        target = book.parent_dimension(codebook, name)
        above = codings[codings["dimension"] == target].groupby("initiative_id")["code"].agg(set).to_dict() if target else {}
        if not above:
            continue
        parents = book.parents(codebook, name)
        rows = codings.loc[codings["dimension"] == name, ["initiative_id", "code"]]
        for row, initiative, code in rows.itertuples(name=None):
            parent = parents.get(code)
            if parent and initiative in above and parent not in above[initiative]:
                stands = ", ".join(sorted(above[initiative]))
                problem = f"belongs to {target} '{parent}', but '{initiative}' has {target} '{stands}'. Correct one of them."
                faults.append(Fault("codings.csv", int(row), "code", code, problem))
