"""Polars: lazy frames stay lazy, and bits are ORed natively, all masks at once."""

from __future__ import annotations

import narwhals as nw
import polars as pl

from foip_analysis.dataset.allowed import STATED
from foip_analysis.engines.asking import Ask
from foip_analysis.engines.frames import ID, Frame, Frames


class Polars(Frames):
    """Polars: lazy frames, or frames in memory."""

    ors = True

    def _masks(self, ask: Ask) -> Frame:
        names = [mask.name for mask in ask.masks]
        every = ask.whole and self.initiatives is None
        codes = pl.LazyFrame(
            [(dimension, code, *bits) for dimension, code, bits in ask.codes],
            schema={"dimension": pl.String, "code": pl.String} | dict.fromkeys(names, pl.Int64),
            orient="row",
        )
        stated = pl.col("basis").is_in(STATED)
        codings: pl.LazyFrame = self._codings(ask.told, with_basis=ask.with_basis).to_native()
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
        masks = found.select(ID, *bits).group_by(ID).agg(pl.col(names).bitwise_or())
        return nw.from_native(masks)

    def _under_one_another(self, parts: list[Frame]) -> Frame:
        own: list[pl.LazyFrame] = [part.to_native() for part in parts]
        return nw.from_native(pl.concat(own, how="vertical_relaxed"))  # ids of 32 and of 64 bits
