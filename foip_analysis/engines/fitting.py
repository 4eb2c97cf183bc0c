"""What does not fit: columns, codings and initiatives of an engine that cannot be counted, told in
sentences with a remedy. Of rows only numbers are known here, and the distinct codings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import BASES
from foip_analysis.dataset.weights import check_numeric
from foip_analysis.words.closest import Closest

FAULTS_NAMED = 50  # faults that are named, more are counted


def check_columns(table: str, columns: Iterable[str], needed: Iterable[str]) -> None:
    """Refuse a table without the columns that are needed."""
    own = list(columns)
    missing = [name for name in needed if name not in own]
    if missing:
        near = Closest(own)
        hints = "".join(
            f" Is '{near.to(name)}' the {name}? Rename it." for name in missing if near.to(name)
        )
        raise ValueError(
            f"The {table} have no column {', '.join(map(repr, missing))}; they have: "
            f"{', '.join(own)}.{hints}"
        )


def check_weight(weight: str | None, own: Mapping[str, bool]) -> None:
    """Refuse a weight that is none of the initiatives' columns that have numbers."""
    if weight is None:
        return
    if not own:
        raise ValueError(
            f"weight is '{weight}', and this lake has no initiatives, whose column a weight "
            "is. Pass them: foip.scan(codings, codebook, initiatives)."
        )
    check_numeric(weight, [name for name, has in own.items() if has])


def faults_of_initiatives(rows: int, nulls: int, distinct: int, unlisted: int) -> list[str]:
    """Return what is wrong with initiatives: rows, null ids, distinct ids, and how many initiatives
    of the codings are none of them.
    """
    faults = []
    if nulls:
        faults.append(f"{nulls:,} initiatives have no initiative_id. Fill it, or leave them out.")
    if repeated := rows - nulls - distinct:
        faults.append(
            f"{repeated:,} rows of the initiatives have an initiative_id that another has. "
            "Leave one row an initiative."
        )
    if unlisted:
        faults.append(
            f"{unlisted:,} initiatives of the codings are not among the initiatives. Add "
            "them, or scan the codings without initiatives."
        )
    return faults


def faults_of_codings(codebook: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """Return what is wrong with the distinct codings of a lake, in sentences."""
    known = set(book.dimensions(codebook))
    faults = []
    blank = 0
    unknown: dict[str, list[str]] = {}
    for dimension, code, number in zip(
        held["dimension"], held["code"], held["codings"], strict=True
    ):
        if pd.isna(dimension) or pd.isna(code):
            blank += int(number)
        elif dimension not in known or not book.rows(codebook, dimension):
            unknown.setdefault("", []).append(str(dimension))
        elif code not in book.rows(codebook, dimension):
            unknown.setdefault(dimension, []).append(str(code))
    if names := unknown.pop("", []):
        faults.append(
            f"Dimensions of the codings that the codebook has not: {_listed(names)}. The codebook "
            f"has: {', '.join(sorted(known))}. Add them to it, or leave these codings out."
        )
    for dimension, codes in unknown.items():
        faults.append(
            f"Codes of '{dimension}' that the codebook has not: {_listed(codes)}. Add them to it, "
            "or change the codings."
        )
    if blank:
        faults.append(f"{blank:,} codings have no dimension or no code. Leave them out.")
    if nulls := int(held["codings"].sum() - held["ids"].sum()):
        faults.append(f"{nulls:,} codings have no initiative_id. Fill it, or leave them out.")
    if "basis" in held:
        other = sorted({str(b) for b in held["basis"].dropna()} - {*BASES, ""})
        if other:
            faults.append(
                f"Values of basis that mean nothing: {_listed(other)}. It is one of "
                f"{', '.join(BASES)}."
            )
    return faults


def _listed(names: Iterable[str]) -> str:
    every = sorted(set(names))
    more = f" and {len(every) - FAULTS_NAMED:,} more" if len(every) > FAULTS_NAMED else ""
    return ", ".join(map(repr, every[:FAULTS_NAMED])) + more
