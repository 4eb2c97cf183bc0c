"""DuckDB: Parquet files, a database file, a relation, and frames that it reads where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foip_analysis.engines.asking import NEEDED, Column, Table
from foip_analysis.engines.sql import Sql

if TYPE_CHECKING:
    import duckdb


class Duck(Sql):
    """DuckDB, asked on the connection that holds the data; nothing is made or left in it."""

    name = "DuckDB"

    def __init__(
        self,
        codings: duckdb.DuckDBPyRelation,
        initiatives: duckdb.DuckDBPyRelation | None = None,
    ) -> None:
        super().__init__(codings, initiatives)
        own = (
            f"CAST({c} AS VARCHAR) AS {c}" if c in NEEDED[1:] else self.quoted(c)
            for c in codings.columns
        )
        self.relation = codings.project(", ".join(own))

    def run(self, text: str) -> dict[str, Column]:
        found = self._ask(text).fetchnumpy()
        return {name: np.ma.filled(each, 0) for name, each in found.items()}

    def frame(self, text: str) -> pd.DataFrame:
        frame: pd.DataFrame = self._ask(text).df()
        return frame

    def quoted(self, column: str) -> str:
        return '"' + column.replace('"', '""') + '"'

    def inline(self, columns: list[str], rows: list[tuple[Any, ...]]) -> str:
        def cell(value: Any) -> str:
            if isinstance(value, str):
                return "'" + value.replace("'", "''") + "'"
            return f"{value}::BIGINT"

        values = ", ".join(f"({', '.join(map(cell, row))})" for row in rows)
        return f"(VALUES {values}) AS codes({', '.join(columns)})"

    def columns(self, table: Table) -> dict[str, bool]:
        relation = self.tables[table]
        if relation is None:
            return {}
        return {
            name: str(dtype).endswith(("INT", "INTEGER", "DOUBLE", "FLOAT"))
            or str(dtype).startswith("DECIMAL")
            for name, dtype in zip(relation.columns, relation.types, strict=True)
        }

    def _ask(self, text: str) -> duckdb.DuckDBPyRelation:
        foip_initiatives = self.tables["initiatives"]  # noqa: F841  found by its name
        answer = self.relation.query(self.codings, text)
        assert answer is not None  # as it is for what asks nothing
        return answer


def of_files(*paths: Path) -> Duck:
    """Return DuckDB on Parquet files, of the codings and of the initiatives if there are: a path, a
    folder or a glob.
    """
    connection = _connection()
    globs = [path / "**" / "*.parquet" if path.is_dir() else path for path in paths]
    return Duck(*(connection.read_parquet(str(glob)) for glob in globs))


def of_database(file: Path) -> Duck:
    """Return DuckDB on its own file, with a table ``codings`` and, where there is one, a table
    ``initiatives``.
    """
    connection = _connection()  # in memory: in a file that is only read no view can be made
    place = str(file).replace("'", "''")
    connection.execute(f"ATTACH '{place}' AS foip_file (READ_ONLY)")
    tables = [
        name
        for (name,) in connection.sql(
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_catalog = 'foip_file' AND table_schema = 'main'"
        ).fetchall()
    ]
    if "codings" not in tables:
        raise ValueError(
            f"{file} has no table 'codings'; it has: {', '.join(tables) or 'none'}. Pass relations "
            "instead: foip.scan(connection.table('…'), codebook)."
        )
    held = [name for name in ("codings", "initiatives") if name in tables]
    return Duck(*(connection.sql(f"FROM foip_file.{name}") for name in held))


def of_objects(codings: Any, initiatives: Any) -> Duck:
    """Return DuckDB on frames or Arrow tables and datasets, read where they lie."""
    connection = _connection()
    found = []
    for name, given in (("codings_given", codings), ("initiatives_given", initiatives)):
        if given is not None:
            connection.register(name, given)
            found.append(connection.table(name))
    return Duck(*found)


def _connection() -> duckdb.DuckDBPyConnection:
    """Return a connection in memory that draws no progress bar: whether one came would depend on
    the machine, and with it what a notebook stores.
    """
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    return connection
