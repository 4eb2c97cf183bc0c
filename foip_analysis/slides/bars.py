"""What a chart of bars on a slide shows: what stands at each bar, numbers, colours and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import (
    bar_grid,
    basis_grid,
    largest,
    own_hues,
    part_colours,
    refuse_empty,
    shades,
)
from foip_analysis.dataset.membership import Flags
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import ENOUGH, Mask, Values, grid_of
from foip_analysis.tables.inference import inferred_only, inferred_sides
from foip_analysis.tables.notes import in_brackets
from foip_analysis.words.catalogue import listed, say, within, word
from foip_analysis.words.numerals import percent, plain

Kind: TypeAlias = Literal["ranked", "stacked", "shares"]
Texts: TypeAlias = npt.NDArray[np.object_]
DIVIDING_COLUMNS = 4  # columns of a table of one's own that bars are divided by


@dataclass(frozen=True, eq=False)
class Bars:
    """Bars to be drawn: what stands at each, their numbers and their colours (bars × parts).

    ``shares`` are bars of one length, divided by their numbers. ``keys`` are the colours of the
    parts in the legend, which a bar may have in a ``hue`` of its own; ``quiet`` tells which bars
    are shares of too few, ``hollow`` which parts of bars are outlined.
    """

    table: pd.DataFrame
    kind: Kind
    labels: Texts
    heads: list[str]
    values: Values
    hues: Texts
    lang: str | None
    keys: list[str]
    quiet: Flags
    hollow: Mask

    @property
    def sums(self) -> Values:
        sums: Values = np.nan_to_num(self.values).sum(axis=1)
        return sums

    @property
    def longest(self) -> float:
        return 1.0 if self.kind == "shares" else largest(self.sums)

    @property
    def total(self) -> str:
        """The head of the sums, which stand at the end of stacked bars."""
        return word("all", self.lang) if self.kind == "stacked" and not self.percents else ""

    @cached_property
    def percents(self) -> bool:
        return bool(about(self.table).question.share)

    def number(self, value: float) -> str:
        """Return a number as it stands at a bar."""
        return percent(value) if self.percents else plain(value)

    def take(self, rows: Sequence[int]) -> Bars:
        """Return some of the bars."""
        each = ("labels", "values", "hues", "quiet", "hollow")
        return replace(self, **{name: getattr(self, name)[list(rows)] for name in each})


def bars_of(table: pd.DataFrame, lang: str | None) -> Bars:
    """Return the bars of a table, their words in a language: ranked for a count, stacked for a
    cross-tab whose columns divide the initiatives, and for a range of what is stated and inferred.

    A table of one's own, of numbers, is ranked if it has one column, else stacked.

    Raises
    ------
    ValueError
        If the table cannot be drawn so.
    """
    itself = about(table)
    if not itself:
        return _of_own(table, lang)
    if itself.kind == "range":
        return _of_basis(table, lang)
    alone = itself.columns is not None and len(grid_of(table).inner.columns) == 1
    ranked = alone or itself.columns is None
    grid, _ = bar_grid(table, "auto" if ranked else "stacked")
    if ranked:
        grid = grid.inner if alone else grid
        heads, values = [grid.columns[0].label], grid.values[:, :1]
        colours = [[hue] for hue in shades(table, grid)]
        return _plain_bars(table, grid.heads("rows"), heads, values, colours, lang)
    inner = grid.inner
    refuse_empty(inner)
    bars = _plain_bars(
        table,
        inner.heads("rows"),
        [line.label for line in inner.columns],
        np.nan_to_num(inner.values),
        part_colours(inner),
        lang,
    )
    return replace(bars, quiet=inner.quiet.sum(axis=1) > 0, hollow=inferred_only(inner))


def shares_of(table: pd.DataFrame, lang: str | None) -> Bars:
    """Return bars of one length, each divided by its numbers, which stand in them; its label tells
    its sum; those of too few are pale.

    Raises
    ------
    ValueError
        If the columns do not divide the initiatives of each row, or no row has any.
    """
    if about(table).question.share:
        raise ValueError(
            "Bars of one length are divided by counts, and this is a table of shares. Make it "
            "without share=."
        )
    bars = bars_of(table, lang)
    if bars.kind != "stacked":
        raise ValueError("Bars of one length need a table with several columns that divide rows.")
    bars = bars.take(np.flatnonzero(bars.sums > 0).tolist())
    if not len(bars.labels):
        raise ValueError("Every row of this table is 0, so there is nothing to divide.")
    told = [in_brackets(plain(total), lang) for total in bars.sums]
    few = (bars.sums < ENOUGH) & bool(about(table))
    return replace(bars, kind="shares", labels=bars.labels + np.array(told, object), quiet=few)


def with_keys(bars: Bars, what: str) -> str:
    """Return what stands under the title of bars, and what it means that some are pale or
    outlined.
    """
    if bars.quiet.any():
        what = say("slide-few", bars.lang, what=what, least=ENOUGH)
    itself = about(bars.table)
    if itself.kind != "cross_tab" or not bars.hollow.any():
        return what
    sides = inferred_sides(grid_of(bars.table).inner)
    inferred = [within(itself.dimension_labels[side], itself.lang) for side in sides]
    either = listed(inferred, itself.lang, "either")
    return say("slide-outlined", itself.lang, what=what, either=either, sides=len(inferred))


def _plain_bars(
    table: pd.DataFrame,
    labels: list[str],
    heads: list[str],
    values: Values,
    colours: list[str] | list[list[str]],
    lang: str | None,
) -> Bars:
    """Return bars in the colours of their parts, or each in its own: ranked if they have one."""
    kind: Kind = "ranked" if len(heads) == 1 else "stacked"
    hues: Texts = np.broadcast_to(np.array(colours, object), values.shape)
    rows, few = np.array(labels, object), np.zeros(len(labels), bool)
    hollow = np.zeros(values.shape, bool)
    return Bars(table, kind, rows, heads, values, hues, lang, hues[0].tolist(), few, hollow)


def _of_basis(table: pd.DataFrame, lang: str | None) -> Bars:
    """Return bars of a count, parted in what is stated and what is inferred, in its codes' hues."""
    grid = basis_grid(table, "Bars")
    stated, every = grid.values[:, 0], grid.values[:, 1]
    values = np.column_stack([stated, every - stated])
    heads = [say("key-stated", lang), say("key-inferred", lang)]
    keys = [style.colour("soft")] * 2
    bars = _plain_bars(table, grid.heads("rows"), heads, values, keys, lang)
    known, quiet = own_hues(grid.about), style.colour("quiet")
    hues = np.array([[known.get(line.code, quiet)] * 2 for line in grid.rows], object)
    return replace(bars, hues=hues, hollow=(values > 0) & [False, True])


def _of_own(table: pd.DataFrame, lang: str | None) -> Bars:
    """Return the bars of a table that is not of this package."""
    numbers = all(pd.api.types.is_numeric_dtype(kind) for kind in table.dtypes)
    few = 0 < table.shape[1] <= DIVIDING_COLUMNS
    if table.empty or not numbers or not few or (table.to_numpy(float) < 0).any():
        raise ValueError(
            f"Bars are drawn of a table with 1 to {DIVIDING_COLUMNS} columns of numbers, none "
            "under 0. Choose them, or show it as ('table', table, title)."
        )
    values = table.to_numpy(float)
    labels, heads = [str(label) for label in table.index], [str(head) for head in table.columns]
    strong, soft, paper = (style.colour(part) for part in ("strong", "soft", "paper"))
    if table.shape[1] == 1:
        best, quiet = largest(values), style.colour("quiet")
        hues = [[strong if value == best else quiet] for value in values[:, 0]]
        return _plain_bars(table, labels, heads, values, hues, lang)
    # without hues: those mean something
    keys = [soft, *(style.mixed(soft, paper, part) for part in (0.6, 0.3, 0.8))][: len(heads)]
    outlined = [head in table.attrs.get("outlined", ()) for head in heads]
    keys = [soft if each else own for each, own in zip(outlined, keys, strict=True)]
    bars = _plain_bars(table, labels, heads, values, keys, lang)
    return replace(bars, hollow=np.array(outlined) & (values > 0))
