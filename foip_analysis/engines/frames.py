"""Any frame that narwhals knows (Dask, PyArrow, pandas and others): slower, and right.

Narwhals has no OR of bits. Where an initiative has each bit of a mask once, their sum is the OR; so
what is told twice is thrown out first, a mask at a time. A condition is one more mask, of one bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import narwhals as nw
import numpy as np
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
    Mask,
    Table,
)

ID = "initiative_id"
Frame = nw.LazyFrame[Any]


class Frames:
    """Frames, asked through narwhals."""

    ors = False

    def __init__(self, codings: Any, initiatives: Any = None) -> None:
        self.codings: Frame = nw.from_native(codings).lazy()
        self.initiatives: Frame | None = None
        if initiatives is not None:
            self.initiatives = nw.from_native(initiatives).lazy()
        self.name = str(self.codings.implementation.name).capitalize()
        if {*NEEDED} <= {*self.columns("codings")}:
            self.codings = self.codings.with_columns(nw.col(*NEEDED[1:]).cast(nw.String))

    @cached_property
    def _columns(self) -> dict[Table, dict[str, bool]]:
        found: dict[Table, dict[str, bool]] = {"codings": {}, "initiatives": {}}
        for table, frame in ((t, getattr(self, t)) for t in found):
            schema = {} if frame is None else frame.collect_schema()
            found[table] = {name: kind.is_numeric() for name, kind in schema.items()}
        return found

    def columns(self, table: Table) -> dict[str, bool]:
        return self._columns[table]

    def held(self, told: Sequence[str]) -> pd.DataFrame:
        basis = ["basis"] if "basis" in self.columns("codings") else []
        keys = ["dimension", "code", *basis]
        found = self._codings(told, with_basis=bool(basis)).with_columns(
            ids=_whole(~nw.col(ID).is_null())
        )
        numbers = nw.len().alias("codings"), nw.col("ids").sum()
        return pd.DataFrame(_collect(found.group_by(keys, drop_null_keys=False).agg(*numbers)))

    def faults(self) -> tuple[int, int, int, int]:
        assert self.initiatives is not None
        ids = self.initiatives.select(ID)
        filled = ids.filter(~nw.col(ID).is_null())
        known = _here(filled.unique())
        coded = _here(self.codings.select(ID).filter(~nw.col(ID).is_null()).unique())
        rows = _number(ids)
        left = _number(coded.join(known, on=ID, how="anti"))
        return rows, rows - _number(filled), _number(known), left

    def total(self) -> int:
        if self.initiatives is not None:
            return _number(self.initiatives.select(ID))
        return _number(self.codings.select(ID).unique())

    def patterns(self, ask: Ask, most: int) -> dict[str, Column]:
        return _collect(self._grouped(ask).head(most + 1))

    def size(self, ask: Ask) -> int:
        return _number(self._grouped(ask))

    def blank(self, weight: str, most: int) -> list[str]:
        assert self.initiatives is not None
        found = self.initiatives.select(ID, self._weight(weight)).filter(_BLANK)
        return list(map(str, _first(found, most)))

    def kept(self, ask: Ask, most: int) -> tuple[int, list[Any]]:
        kept = self._initiatives(ask)
        return _number(kept), _first(kept, most)

    def rows(self, table: Table, ids: Sequence[Any]) -> pd.DataFrame:
        frame = self.codings if table == "codings" else self.initiatives
        assert frame is not None
        found = _read(frame.filter(nw.col(ID).is_in(list(ids))))
        cells = {name: found[name].to_list() for name in found.columns}
        return pd.DataFrame(cells).sort_values(ID, kind="stable")

    def _grouped(self, ask: Ask) -> Frame:
        rows = self._initiatives(ask)
        numbers = [nw.len().alias(TIMES)]
        if ask.weight is not None:
            weight = nw.col(WEIGHT)
            flags = {ZERO: weight == 0, BELOW: weight < 0, BLANK: _BLANK}
            rows = rows.with_columns(**{name: _whole(flag) for name, flag in flags.items()})
            numbers.append(nw.col(WEIGHT, *flags).sum())
        return rows.group_by(list(ask.keys)).agg(*numbers)

    def _initiatives(self, ask: Ask) -> Frame:
        """Return a row an initiative that is kept: its masks, and its weight if there is one."""
        asked = [
            Mask(
                f"q{n}",
                any(m.stated for m in ask.masks if m.name in condition.wanted),
                {
                    key: 1
                    for mask in ask.masks
                    for key, bits in mask.bits.items()
                    if bits & condition.wanted.get(mask.name, 0)
                },
            )
            for n, condition in enumerate(ask.conditions)
        ]
        ask = replace(ask, masks=(*ask.masks, *asked))
        own = self._masks(ask)
        if self.initiatives is not None and (ask.whole or ask.weight):
            weight = [self._weight(ask.weight)] if ask.weight is not None else []
            filled = (nw.col(mask.name).fill_null(0) for mask in ask.masks)
            own = _here(self.initiatives.select(ID, *weight)).join(own, on=ID, how="left")
            own = own.with_columns(*filled)
        for mask, condition in zip(asked, ask.conditions, strict=True):
            met = nw.col(mask.name) != 0
            if condition.none:
                met = met | nw.all_horizontal(
                    *(nw.col(name) == 0 for name in condition.wanted), ignore_nulls=False
                )
            own = own.filter(met)
        return own

    def _masks(self, ask: Ask) -> Frame:
        """Return the masks of each initiative, out of its codings."""
        codings = self._codings(ask.told, with_basis=ask.with_basis)
        none = {mask.name: nw.lit(0, nw.Int64) for mask in ask.masks}
        parts = []
        for mask in ask.masks:
            own = codings.select(ID, **none | {mask.name: _bits(mask)})
            parts.append(own.filter(nw.col(mask.name) != 0).unique())
        if ask.whole and self.initiatives is None:
            parts.append(codings.select(ID, **none).unique())
        return _here(nw.concat(parts).group_by(ID).agg(nw.col(*none).sum()))

    def _codings(self, told: Sequence[str], *, with_basis: bool) -> Frame:
        """Return the codings, with those that a column of the initiatives tells."""
        columns = [*NEEDED, *(["basis"] if with_basis else [])]
        parts = [self.codings.select(*columns)]
        for dimension in told:
            assert self.initiatives is not None
            own = self.initiatives.select(
                nw.col(ID),
                dimension=nw.lit(dimension),
                code=nw.col(dimension).cast(nw.String),
                basis=nw.lit(STATED[0]),
            )
            parts.append(own.filter(nw.col("code") != "").select(*columns))
        return self._under_one_another(parts) if told else parts[0]

    def _under_one_another(self, parts: list[Frame]) -> Frame:
        return nw.concat(parts)

    def _weight(self, column: str) -> nw.Expr:
        return nw.col(column).cast(nw.Float64).alias(WEIGHT)


_BLANK = nw.col(WEIGHT).is_null() | ~nw.col(WEIGHT).is_finite()


def _bits(mask: Mask) -> nw.Expr:
    """Return the bits that a coding sets in a mask, those of like codes at once."""
    alike: dict[tuple[str, int], list[str]] = {}
    for (dimension, code), bits in mask.bits.items():
        alike.setdefault((dimension, bits), []).append(code)
    sums = nw.lit(0, nw.Int64)
    for (dimension, bits), codes in alike.items():
        has = (nw.col("dimension") == dimension) & nw.col("code").is_in(codes)
        if mask.stated:
            has = has & nw.col("basis").is_in(STATED)
        sums = sums + nw.when(has).then(nw.lit(bits, nw.Int64)).otherwise(nw.lit(0, nw.Int64))
    return sums


def _whole(flag: nw.Expr) -> nw.Expr:
    return flag.cast(nw.Int64)


def _here(frame: Frame) -> Frame:
    """Return a row an initiative in memory where it is Dask's, whose joins of sums go wrong."""
    return frame.collect().lazy() if frame.implementation.is_dask() else frame


def _read(frame: Frame) -> nw.DataFrame[Any]:
    """Return a frame in memory; Polars reads it piece by piece."""
    return (
        frame.collect(engine="streaming") if frame.implementation.is_polars() else frame.collect()
    )


def _collect(frame: Frame) -> dict[str, Column]:
    found = _read(frame)
    return {name: np.asarray(found[name].to_numpy()) for name in found.columns}


def _first(frame: Frame, most: int) -> list[Any]:
    """Return the first ids of a frame, sorted."""
    ids: list[Any] = _read(frame.select(ID).sort(ID).head(most))[ID].to_list()
    return ids


def _number(frame: Frame) -> int:
    return int(_read(frame.select(nw.len())).item())
