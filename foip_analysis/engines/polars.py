"""Polars, asked natively: lazy frames stay lazy, and are read piece by piece."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from foip_analysis.engines.asking import (
    BELOW,
    BLANK,
    NEEDED,
    STATED,
    TIMES,
    WEIGHT,
    ZERO,
    Ask,
    Column,
    Condition,
    Table,
)


class Polars:
    """Polars: lazy frames, or frames in memory."""

    name = "Polars"
    ors = True

    def __init__(
        self,
        codings: pl.LazyFrame | pl.DataFrame,
        initiatives: pl.LazyFrame | pl.DataFrame | None,
    ) -> None:
        self.codings = codings.lazy()
        self.initiatives = None if initiatives is None else initiatives.lazy()
        self._columns: dict[Table, dict[str, bool]] = {}
        if {*NEEDED} <= {*self.columns("codings")}:
            self.codings = self.codings.with_columns(pl.col(NEEDED[1:]).cast(pl.String))

    def columns(self, table: Table) -> dict[str, bool]:
        if table not in self._columns:
            frame = self.codings if table == "codings" else self.initiatives
            schema = {} if frame is None else frame.collect_schema()
            self._columns[table] = {name: kind.is_numeric() for name, kind in schema.items()}
        return self._columns[table]

    def held(self, told: Sequence[str]) -> pd.DataFrame:
        basis = ["basis"] if "basis" in self.columns("codings") else []
        found = self._codings(told, with_basis=bool(basis)).group_by("dimension", "code", *basis)
        return _frame(
            found.agg(
                pl.len().cast(pl.Int64).alias("codings"),
                pl.col("initiative_id").count().cast(pl.Int64).alias("ids"),
            )
        )

    def faults(self) -> tuple[int, int, int, int]:
        assert self.initiatives is not None
        ids = self.initiatives.select("initiative_id")
        known = ids.drop_nulls().unique()
        coded = self.codings.select("initiative_id").drop_nulls().unique()
        return (
            _number(ids),
            _number(ids.filter(pl.col("initiative_id").is_null())),
            _number(known),
            _number(coded.join(known, on="initiative_id", how="anti")),
        )

    def total(self) -> int:
        if self.initiatives is not None:
            return _number(self.initiatives)
        return _number(self.codings.select("initiative_id").unique())

    def patterns(self, ask: Ask, most: int) -> dict[str, Column]:
        found = _collect(self._grouped(ask).head(most + 1))
        return {name: found[name].to_numpy() for name in found.columns}

    def size(self, ask: Ask) -> int:
        return _number(self._grouped(ask))

    def blank(self, weight: str, most: int) -> list[str]:
        assert self.initiatives is not None
        kept = self.initiatives.select("initiative_id", self._weight(weight)).filter(_BLANK)
        return [str(each) for each in _ids(kept, most)]

    def kept(self, ask: Ask, most: int) -> tuple[int, list[Any]]:
        kept = self._initiatives(ask).select("initiative_id")
        return _number(kept), _ids(kept, most)

    def rows(self, table: Table, ids: Sequence[Any]) -> pd.DataFrame:
        frame = self.codings if table == "codings" else self.initiatives
        assert frame is not None
        wanted = pl.LazyFrame({"initiative_id": list(map(str, ids))})
        text = frame.with_columns(pl.col("initiative_id").cast(pl.String))
        found = text.join(wanted, on="initiative_id", how="semi")
        return _frame(found.sort("initiative_id", maintain_order=True))

    def _grouped(self, ask: Ask) -> pl.LazyFrame:
        sums = [pl.len().alias(TIMES)]
        if ask.weight is not None:
            weight = pl.col(WEIGHT)
            sums += [
                weight.sum(),
                (weight == 0).sum().alias(ZERO),
                (weight < 0).sum().alias(BELOW),
                _BLANK.sum().alias(BLANK),
            ]
        return self._initiatives(ask).group_by(ask.keys).agg(sums)

    def _initiatives(self, ask: Ask) -> pl.LazyFrame:
        """Return a row an initiative that is kept: its masks, and its weight if there is one."""
        names = [mask.name for mask in ask.masks]
        own = self._masks(ask)
        if self.initiatives is not None and (ask.whole or ask.weight):
            weight = [self._weight(ask.weight)] if ask.weight is not None else []
            own = self.initiatives.select("initiative_id", *weight).join(
                own, on="initiative_id", how="left"
            )
            own = own.with_columns(pl.col(names).fill_null(0))
        for condition in ask.conditions:
            own = own.filter(_met(condition))
        return own

    def _masks(self, ask: Ask) -> pl.LazyFrame:
        """Return the masks of each initiative, out of its codings."""
        names = [mask.name for mask in ask.masks]
        every = ask.whole and self.initiatives is None
        codes = pl.LazyFrame(
            [(dimension, code, *bits) for dimension, code, bits in ask.codes],
            schema={"dimension": pl.String, "code": pl.String} | dict.fromkeys(names, pl.Int64),
            orient="row",
        )
        stated = pl.col("basis").is_in(STATED)
        codings = self._codings(ask.told, with_basis=ask.with_basis)
        if ask.only_stated:
            codings = codings.filter(stated)
        if not every:
            codings = codings.filter(pl.col("dimension").is_in(ask.dimensions))
        found = codings.join(codes, on=["dimension", "code"], how="left" if every else "inner")
        bits = [
            (
                pl.when(stated).then(pl.col(mask.name))
                if mask.stated and not ask.only_stated
                else pl.col(mask.name)
            )
            .fill_null(0)
            .alias(mask.name)
            for mask in ask.masks
        ]
        return (
            found.select("initiative_id", *bits)
            .group_by("initiative_id")
            .agg(pl.col(names).bitwise_or())
        )

    def _codings(self, told: Sequence[str], *, with_basis: bool) -> pl.LazyFrame:
        """Return the codings, with those that a column of the initiatives tells."""
        columns = [*NEEDED, *(["basis"] if with_basis else [])]
        parts = [self.codings.select(columns)]
        for dimension in told:
            assert self.initiatives is not None
            code = pl.col(dimension).cast(pl.String).alias("code")
            own = self.initiatives.select(
                "initiative_id",
                pl.lit(dimension).alias("dimension"),
                code,
                pl.lit(STATED[0]).alias("basis"),
            )
            parts.append(own.filter(pl.col("code") != "").select(columns))
        return pl.concat(parts, how="vertical_relaxed")

    def _weight(self, column: str) -> pl.Expr:
        return pl.col(column).cast(pl.Float64).alias(WEIGHT)


_BLANK = pl.col(WEIGHT).is_null() | ~pl.col(WEIGHT).is_finite().fill_null(False)


def of_files(codings: str | Path, initiatives: str | Path | None) -> Polars:
    """Return Polars on Parquet files: a path, a folder or a glob."""
    own = None if initiatives is None else pl.scan_parquet(initiatives)
    return Polars(pl.scan_parquet(codings), own)


def _met(condition: Condition) -> pl.Expr:
    ways = [(pl.col(name) & bits) != 0 for name, bits in condition.wanted.items() if bits]
    if condition.none:
        ways.append(pl.all_horizontal(pl.col(name) == 0 for name in condition.wanted))
    return pl.any_horizontal(ways)


def _collect(frame: pl.LazyFrame) -> pl.DataFrame:
    found: pl.DataFrame = frame.collect(engine="streaming")
    return found


def _number(frame: pl.LazyFrame) -> int:
    return int(_collect(frame.select(pl.len())).item())


def _ids(frame: pl.LazyFrame, most: int) -> list[Any]:
    return _collect(frame.select("initiative_id").sort("initiative_id").head(most))[
        "initiative_id"
    ].to_list()


def _frame(frame: pl.LazyFrame) -> pd.DataFrame:
    found = _collect(frame)
    return pd.DataFrame({name: np.asarray(found[name].to_list(), object) for name in found.columns})
