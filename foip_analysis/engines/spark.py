"""Spark, asked in the same SQL; only patterns leave the cluster."""

from __future__ import annotations

from itertools import count
from typing import Any

import numpy as np
import pandas as pd

from foip_analysis.engines.asking import NEEDED, Column, Table
from foip_analysis.engines.sql import Sql

Frame = Any  # a DataFrame of pyspark, which is never imported here: who passes one has it

_number = count()


class Spark(Sql):
    """Spark, asked in the session of the frames, by temporary views that are dropped again."""

    name = "Spark"

    def __init__(self, codings: Frame, initiatives: Frame | None) -> None:
        text = {c: codings[c].cast("string") for c in NEEDED[1:] if c in codings.columns}
        super().__init__(codings.withColumns(text), initiatives)
        self.session = codings.sparkSession
        self._inlined: list[str] = []

    def run(self, text: str) -> dict[str, Column]:
        found = self.frame(text)
        return {str(name): found[name].to_numpy() for name in found.columns}

    def frame(self, text: str) -> pd.DataFrame:
        views = [*self._inlined]
        self._inlined.clear()
        try:
            for table, frame in self.tables.items():
                if frame is not None:
                    frame.createOrReplaceTempView(f"foip_{table}")
                    views.append(f"foip_{table}")
            answer = self.session.sql(text)
            rows = answer.collect()
        finally:
            for view in views:
                self.session.catalog.dropTempView(view)
        cells = [np.array([row[n] for row in rows], object) for n in range(len(answer.columns))]
        made = pd.DataFrame(dict(zip(answer.columns, cells, strict=True)))
        numbers = [name for name, kind in answer.dtypes if kind in _NUMBERS]
        return made.astype(
            {n: float for n in numbers if made[n].isna().any()}
            | {n: _NUMBERS[dict(answer.dtypes)[n]] for n in numbers if not made[n].isna().any()}
        )

    def quoted(self, column: str) -> str:
        return "`" + column.replace("`", "``") + "`"

    def inline(self, columns: list[str], rows: list[tuple[Any, ...]]) -> str:
        kinds = {str: "string", int: "bigint"}
        schema = ", ".join(
            f"{name} {kinds[type(value)]}" for name, value in zip(columns, rows[0], strict=True)
        )
        name = f"foip_codes_{next(_number)}"
        few = self.session.createDataFrame(rows, schema).hint("broadcast")  # else codings are sent
        few.createOrReplaceTempView(name)
        self._inlined.append(name)
        return f"{name} AS codes"

    def columns(self, table: Table) -> dict[str, bool]:
        frame = self.tables[table]
        if frame is None:
            return {}
        return {name: kind in _NUMBERS or kind.startswith("decimal") for name, kind in frame.dtypes}


_NUMBERS = {
    **dict.fromkeys(("tinyint", "smallint", "int", "bigint"), np.int64),
    **dict.fromkeys(("float", "double"), float),
}
