"""Checks of one table by itself: keys that stand twice or look alike, cells of another form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import DEGREES, FORMS, WITHIN
from foip_analysis.dataset.characters import bare
from foip_analysis.dataset.faults import Faults


def has(table: pd.DataFrame | None, *columns: str) -> TypeGuard[pd.DataFrame]:
    return table is not None and set(columns) <= set(table.columns)


def find_repeats(name: str, table: pd.DataFrame, key: list[str], faults: Faults) -> None:
    """Add a fault for each row whose key stands in an earlier row too."""
    if not has(table, *key):
        return
    repeated = table.duplicated(key, keep=False)
    if not repeated.any():  # as in most, and choosing none of the rows takes long
        return
    first: dict[tuple[str, ...], int] = {}
    for number, *values in rows_of(table.loc[repeated, key], *key):
        earlier = first.setdefault(tuple(values), number)
        if earlier != number and all(values):
            problem = f"stands in row {earlier} already. Delete one, or rename it."
            faults.add(name, number, "+".join(key), ", ".join(values), problem)


def find_look_alikes(name: str, table: pd.DataFrame, key: list[str], faults: Faults) -> None:
    """Add a fault for each key that differs from an earlier one by case, width, composition or
    white space alone; it is told in the last column of ``key``.
    """
    if not has(table, *key):
        return
    bares = {each: bare(each) for each in dict.fromkeys(table[key[-1]].to_numpy(object))}
    if len(set(bares.values())) == len(bares):
        return
    first: dict[tuple[str, ...], str] = {}
    told = set()
    for number, *within, value in rows_of(table, *key):
        other = first.setdefault((*within, bares[value]), value)
        if value and other != value and (*within, value) not in told:
            told.add((*within, value))
            problem = (
                f"differs from '{other}' by no more than case, width or white space. Write both "
                "alike, or give one another name."
            )
            faults.add(name, number, key[-1], value, problem)


def rows_of(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Go through a table: the row in the file, then the cells of these columns, as plain Python."""
    return zip(
        table.index.tolist(), *(table[column].to_numpy(object) for column in columns), strict=True
    )


def check_cells(name: str, table: pd.DataFrame, faults: Faults) -> None:
    """Check what a column's cells look like: ``FORMS`` and ``WITHIN``."""
    for column, (form, problem) in FORMS.items():
        if column in table:
            fits = re.compile(form).fullmatch
            for row, value in rows_of(table, column):
                if value and not fits(value):
                    faults.add(name, row, column, value, problem)
    for column, (least, most, problem) in WITHIN.items():
        if column not in table or not pd.api.types.is_numeric_dtype(table[column]):
            continue  # not there, or not of numbers, as is told already
        numbers = table[column].astype(float)
        wrong = (numbers < least) | (numbers > most)
        if column not in DEGREES:
            wrong |= (numbers % 1 != 0) & numbers.notna()
        for row, value in rows_of(table[wrong].astype({column: float}), column):
            faults.add(name, row, column, value if column in DEGREES else f"{value:g}", problem)


def is_blank(value: object) -> bool:
    return value == "" or value != value


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


def names_of_codes(codebook: pd.DataFrame, *dimensions: str) -> Called:
    return Called(
        (code, book.names(row))
        for dimension in dimensions
        for code, row in book.rows(codebook, dimension).items()
    )
