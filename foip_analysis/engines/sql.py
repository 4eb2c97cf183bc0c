"""One SQL text for every engine that speaks it: the views ``codings`` and ``initiatives`` in,
patterns out.

Only what DuckDB and Spark both understand is used. What differs (how a view is made, how a name is
quoted, how an answer is fetched) an engine gives in five methods.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

import pandas as pd

from foip_analysis.dataset.allowed import STATED
from foip_analysis.engines.asking import (
    BELOW,
    BLANK,
    NEEDED,
    TIMES,
    WEIGHT,
    ZERO,
    Ask,
    Column,
    Condition,
    Table,
)


class Sql(ABC):
    """An engine that is asked in SQL; ``codings`` and ``initiatives`` are the names of views of its
    ``tables``, the second None where there are none.
    """

    name: str
    ors = True
    codings = "foip_codings"

    def __init__(self, codings: Any, initiatives: Any) -> None:
        self.tables: dict[Table, Any] = {"codings": codings, "initiatives": initiatives}
        self.initiatives = None if initiatives is None else "foip_initiatives"

    @abstractmethod
    def run(self, text: str) -> dict[str, Column]:
        """Return an answer, column by column."""

    @abstractmethod
    def frame(self, text: str) -> pd.DataFrame:
        """Return an answer as a frame."""

    @abstractmethod
    def quoted(self, column: str) -> str:
        """Return a column's name as it stands in SQL."""

    @abstractmethod
    def inline(self, columns: list[str], rows: list[tuple[Any, ...]]) -> str:
        """Return some rows (text, then whole numbers) as what stands behind ``FROM``."""

    @abstractmethod
    def columns(self, table: Table) -> dict[str, bool]: ...

    def held(self, told: Sequence[str]) -> pd.DataFrame:
        basis = "basis, " if "basis" in self.columns("codings") else ""
        return self.frame(
            f"SELECT dimension, code, {basis}count(*) AS codings, count(initiative_id) AS ids "
            f"FROM {self._codings(told, with_basis=bool(basis))} "
            f"GROUP BY {basis}dimension, code"
        )

    def faults(self) -> tuple[int, int, int, int]:
        rows, nulls, distinct = self._numbers(
            f"SELECT count(*) AS a, count(*) - count(initiative_id) AS b, "
            f"count(DISTINCT initiative_id) AS c FROM {self.initiatives}"
        )
        [unlisted] = self._numbers(
            f"SELECT count(*) AS a FROM (SELECT DISTINCT initiative_id FROM {self.codings}) AS c "
            f"LEFT JOIN {self.initiatives} AS i ON c.initiative_id = i.initiative_id "
            "WHERE i.initiative_id IS NULL AND c.initiative_id IS NOT NULL"
        )
        return rows, nulls, distinct, unlisted

    def total(self) -> int:
        if self.initiatives:
            text = f"SELECT count(*) AS a FROM {self.initiatives}"
        else:
            text = f"SELECT count(DISTINCT initiative_id) AS a FROM {self.codings}"
        [number] = self._numbers(text)
        return number

    def patterns(self, ask: Ask, most: int) -> dict[str, Column]:
        return self.run(f"{self._grouped(ask)} LIMIT {most + 1}")

    def size(self, ask: Ask) -> int:
        [number] = self._numbers(f"SELECT count(*) AS a FROM ({self._grouped(ask)}) AS p")
        return number

    def blank(self, weight: str, most: int) -> list[str]:
        found = self.run(
            f"SELECT initiative_id FROM (SELECT initiative_id, {self._weight(weight)} AS {WEIGHT} "
            f"FROM {self.initiatives}) AS i WHERE {_BLANK} ORDER BY initiative_id LIMIT {most}"
        )
        return [str(each) for each in found["initiative_id"]]

    def kept(self, ask: Ask, most: int) -> tuple[int, list[Any]]:
        def some() -> str:  # anew for each query: what is inlined may last for one
            return f"SELECT initiative_id FROM {self._initiatives(ask)}"

        [number] = self._numbers(f"SELECT count(*) AS a FROM ({some()}) AS k")
        found = self.run(f"{some()} ORDER BY initiative_id LIMIT {most}")
        return number, list(found["initiative_id"])

    def rows(self, table: Table, ids: Sequence[Any]) -> pd.DataFrame:
        view = self.codings if table == "codings" else self.initiatives
        wanted = self.inline(["initiative_id"], [(str(each),) for each in ids])
        return self.frame(
            f"SELECT t.* FROM {view} AS t JOIN {wanted} "
            "ON CAST(t.initiative_id AS STRING) = codes.initiative_id ORDER BY t.initiative_id"
        )

    def _grouped(self, ask: Ask) -> str:
        """Return the text that counts the initiatives with the same masks."""
        sums = f"count(*) AS {TIMES}"
        if ask.weight is not None:
            counts = {ZERO: f"{WEIGHT} = 0", BELOW: f"{WEIGHT} < 0", BLANK: _BLANK}
            sums += f", sum({WEIGHT}) AS {WEIGHT}" + "".join(
                f", sum(CASE WHEN {which} THEN 1 ELSE 0 END) AS {name}"
                for name, which in counts.items()
            )
        keys = ", ".join(ask.keys)
        return f"SELECT {keys}, {sums} FROM {self._initiatives(ask)} GROUP BY {keys}"

    def _initiatives(self, ask: Ask) -> str:
        """Return a row an initiative that is kept: its masks, and its weight if there is one."""
        masks, kept = self._masks(ask), _conditions(ask.conditions)
        if self.initiatives is None or not (ask.whole or ask.weight):
            return f"({masks}) AS own{kept}"
        weight = f", {self._weight(ask.weight)} AS {WEIGHT}" if ask.weight is not None else ""
        own = "".join(f", coalesce(m.{mask.name}, 0) AS {mask.name}" for mask in ask.masks)
        return (
            f"(SELECT i.initiative_id{own}{weight} FROM {self.initiatives} AS i LEFT JOIN "
            f"({masks}) AS m ON i.initiative_id = m.initiative_id) AS own{kept}"
        )

    def _masks(self, ask: Ask) -> str:
        """Return the text that reduces the codings of each initiative to its masks."""
        names = [mask.name for mask in ask.masks]
        rows = [(dimension, code, *bits) for dimension, code, bits in ask.codes]
        codes = self.inline(["dimension", "code", *names], rows)
        every = ask.whole and self.initiatives is None
        stated = "basis IN (" + ", ".join(f"'{basis}'" for basis in STATED) + ")"
        sums = []
        for mask in ask.masks:
            bits = f"codes.{mask.name}"
            if mask.stated and not ask.only_stated:
                bits = f"CASE WHEN {stated} THEN {bits} END"
            sums.append(f"coalesce(bit_or({bits}), 0) AS {mask.name}")
        codings = self._codings(ask.told, with_basis=ask.with_basis)
        return (
            f"SELECT initiative_id, {', '.join(sums)} FROM {codings} "
            f"{'LEFT ' if every else ''}JOIN {codes} "
            "ON c.dimension = codes.dimension AND c.code = codes.code "
            f"{f'WHERE {stated} ' if ask.only_stated else ''}GROUP BY initiative_id"
        )

    def _codings(self, told: Sequence[str], *, with_basis: bool) -> str:
        """Return the codings, with those that a column of the initiatives tells."""
        basis = ", basis" if with_basis else ""
        parts = [f"SELECT {', '.join(NEEDED)}{basis} FROM {self.codings}"]
        for dimension in told:
            code = f"CAST({self.quoted(dimension)} AS STRING)"
            name = self.inline(["dimension"], [(dimension,)])
            state = f", '{STATED[0]}' AS basis" if with_basis else ""
            parts.append(
                f"SELECT initiative_id, codes.dimension, {code} AS code{state} "
                f"FROM {self.initiatives} CROSS JOIN {name} WHERE {code} <> ''"
            )
        return f"({' UNION ALL '.join(parts)}) AS c"

    def _weight(self, column: str) -> str:
        return f"CAST({self.quoted(column)} AS DOUBLE)"

    def _numbers(self, text: str) -> list[int]:
        """Return an answer of one row of whole numbers."""
        return [int(column[0]) for column in self.run(text).values()]


_BLANK = f"({WEIGHT} IS NULL OR {WEIGHT} - {WEIGHT} <> 0)"  # infinite and not a number too


def _conditions(conditions: Sequence[Condition]) -> str:
    parts = []
    for condition in conditions:
        ways = [f"({mask} & {bits}) <> 0" for mask, bits in condition.wanted.items() if bits]
        if condition.none:
            ways.append("(" + " AND ".join(f"{mask} = 0" for mask in condition.wanted) + ")")
        parts.append(f"({' OR '.join(ways)})")
    return f" WHERE {' AND '.join(parts)}" if parts else ""
