"""How to cite the data, the codebook and the software, each by itself; or a table's numbers."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from numbers import Real
from typing import Literal

import pandas as pd

from foip_analysis.dataset.given import described, guided
from foip_analysis.dataset.is_shipped import is_shipped
from foip_analysis.dataset.loading import load
from foip_analysis.tables.about import About, about
from foip_analysis.tables.grid import Grid, grid_of
from foip_analysis.tables.kinds import FLAT
from foip_analysis.tables.notes import sentences
from foip_analysis.words.catalogue import listed, say
from foip_analysis.words.closest import did_you_mean
from foip_analysis.words.numerals import percent, plain

AUTHORS = "FOIP Analysis contributors"
YEAR = "2026"
WORKS = {"academic": "cite", "short": "cite-short"}  # style → what its lines are called


@guided
def cite(
    what: Literal["academic", "short"] | pd.DataFrame = "academic",
    *,
    on: datetime.date | None = None,
) -> str:
    """Return how to cite the data, the codebook and the software, a line each; or a table.

    Parameters
    ----------
    what
        ``"academic"`` for a list of references, ``"short"`` for a slide or a caption; or a table:
        then a line with its number (if it has one cell), base and counting, the call that makes it
        again, the data's reference and the date.
    on
        The day on which a table was made; today if left out.

    Raises
    ------
    ValueError
        If the style is not known, or the table was not made by this package or was changed.

    Examples
    --------
    >>> import datetime, foip_analysis as foip
    >>> print(foip.cite("short"))
    Data: FOIP Initiatives 1.1.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Codebook: FOIP Codebook 1.1.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Software: foip-analysis 0.1.0 (FOIP Analysis contributors, 2026), MIT
    >>> number = foip.cross_tab(foip.load(), "tool", "region").loc[["OSA"], ["Pacific"]]
    >>> foip.cite(number, on=datetime.date(2026, 11, 26)).startswith("OSA × Pacific: 4 of 53")
    True
    """
    if isinstance(what, pd.DataFrame):
        return _of_a_table(what, on or datetime.date.today())
    if isinstance(what, pd.Series | Real):
        kind = "a row or column" if isinstance(what, pd.Series) else f"the number {what}"
        raise ValueError(
            f"what is {kind} without its table, so it knows no base and no call. Double the "
            "brackets: foip.cite(table.loc[['OSA'], ['Pacific']])."
        )
    if not isinstance(what, str) or what not in WORKS:
        raise ValueError(
            f"what is {described(what)}. It is 'academic', 'short' or a table; of one number the "
            f"table of its cell: table.loc[[row], [column]].{did_you_mean(str(what), WORKS)}"
        )
    return "\n".join(_reference(WORKS[what], work) for work in ("data", "codebook", "software"))


def _reference(style: str, work: str) -> str:
    number = version("foip-analysis") if work == "software" else _version_of_data()
    return say(f"{style}-{work}", None, version=number, authors=AUTHORS, year=YEAR)


@cache
def _version_of_data() -> str:
    return load().version


def _of_a_table(table: pd.DataFrame, on: datetime.date) -> str:
    itself = about(table)
    if not itself.call:
        raise ValueError(
            "This table has no call that makes it again. Cite one from count(), cross_tab() or "
            "another table of the package, as it came."
        )
    reference = itself.source
    if itself.dataset is not None and is_shipped(itself.dataset):
        reference = say("cite-reference", itself.lang, reference=_reference("cite", "data"))
    number = _number(table, itself)
    if number:  # how many lines of its table are shown is then of no interest
        itself = replace(itself, lies=None)
    told = [
        number,
        _inferred(table, itself) if number else "",
        itself.note,
        say("cite-call", itself.lang, call=itself.call),
        reference,
        say("cite-date", itself.lang, date=on.isoformat()),
    ]
    return sentences(told, itself.lang)


def _number(table: pd.DataFrame, itself: About) -> str:
    """Return what the one number of a table is, or the one row of a count; nothing for a table with
    more.
    """
    if itself.kind not in FLAT:
        return ""
    if itself.kind == "count" and len(table) == 1:
        table = table.iloc[:, :1]
    if table.size != 1:
        return ""
    grid = grid_of(table)
    names = [table.index[0], *([table.columns[0]] if itself.columns else [])]
    what, value = listed(list(map(str, names)), itself.lang, "pair"), float(grid.values[0, 0])
    if math.isnan(value):
        return say("cite-nothing", itself.lang, what=what)
    told = _amount(grid, value)
    asked, base = itself.question, _base(grid)
    if base and (asked.share or itself.kind == "count"):
        of_all = not asked.share and grid.columns[0].code != "share"
        held = round(value if of_all else value * base)
        share = percent(held / base)
        number, of = plain(held), plain(base)
        told = say("cite-share", itself.lang, number=number, base=of, share=share)
    return say("cite-number", itself.lang, what=what, number=told)


def _inferred(table: pd.DataFrame, itself: About) -> str:
    """Return how many of the one number's initiatives it would not count by what is stated alone:
    a code of theirs, or one by which they were selected, is inferred.
    """
    grid, asked, dataset = grid_of(table), itself.question, itself.dataset
    lines = (grid.rows[0], grid.columns[0]) if itself.columns else (grid.rows[0],)
    known = dataset is not None and dataset.times is None and "basis" in dataset.codings
    if dataset is None or not known or asked.weight or any(line.role for line in lines):
        return ""
    whole, sure = dataset, dataset.stated().select(dataset.selection)
    for dimension, line in zip(asked.dimensions_in_order, lines, strict=True):
        whole, sure = (each.where(**{dimension: line.code}) for each in (whole, sure))
    number = whole.total - sure.total
    return say("cite-inferred", itself.lang, number=number) if number > 0 else ""


def _amount(grid: Grid, value: float) -> str:
    """Return a value with its base in words: '12 of 53 initiatives', '40% of the row'."""
    itself, asked = grid.about, grid.about.question
    kind = "share" if asked.share else "weight" if asked.weight else "initiatives"
    return say(
        f"amount-{kind}",
        itself.lang,
        value=grid.number(value),
        side=asked.share,
        weight=asked.weight,
        base=plain(itself.total if itself.part_bases else itself.whole_base),
        each="no",
    )


def _base(grid: Grid) -> float:
    """Return of how many initiatives the one number of a grid is; 0 where it counts others, or is a
    share of what is not known.
    """
    asked = grid.about.question
    if asked.weight or asked.count != "initiatives" or asked.of != "initiatives":
        return 0
    base = float(grid.bases[0, 0]) if asked.share in ("row", "column") else grid.about.whole_base
    return 0 if math.isnan(base) or math.isnan(grid.values[0, 0]) else base
