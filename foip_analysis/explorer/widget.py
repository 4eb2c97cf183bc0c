"""The explorer's page as a widget: its state is Python's, and Python's is the page's.

The page stands in a frame and counts by itself. What is chosen there arrives as one state and is
spread over the traits; what is set here is checked, gathered into that state and told to the page.
Tables, initiatives and code are not sent: they are asked of the library when they are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import anywidget
from traitlets import Any as Anything
from traitlets import Dict, Unicode, default, observe, validate

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import as_list, codes_meant
from foip_analysis.explorer.behind import as_code, behind
from foip_analysis.explorer.page import make_page, opens_with
from foip_analysis.tables.about import about
from foip_analysis.tables.counting import ask
from foip_analysis.tables.question import Question
from foip_analysis.words.catalogue import languages
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    import pandas as pd

    from foip_analysis.dataset.dataset import Dataset

FLAGS = ("margins", "none", "present", "stated")
CHART_SHOWS = ("rows", "columns", "cells", "heatmap")
STAY = ("cell", "chart", "lang")  # with another of these the table, and its list, stay
CHOSEN = (
    *("rows", "columns", "by", "count", "share", "of", "order", "chart", "lang"),
    *FLAGS,
    *("filters", "cell"),
)


class Choice(Anything):
    """What can be chosen; whether it is allowed, None too, is for ``Explorer`` to check."""

    allow_none = False


class Explorer(anywidget.AnyWidget):
    """The explorer of a dataset: what is chosen in it is here, and what is set here is shown.

    Attributes
    ----------
    rows, columns, by, count, share, of, order, margins, none, lang
        As in ``cross_tab``.
    chart : str
        What the chart shows: ``"rows"`` or ``"columns"``, bars of how many initiatives have each of
        their codes; ``"cells"``, bars of the table's numbers; or ``"heatmap"``.
    present : bool
        Whether only codes that occur are shown.
    stated : bool
        Whether only stated codings count.
    filters : dict
        Dimension → codes: any code of a dimension, all dimensions together.
    cell : tuple or None
        The codes of the cell whose initiatives are listed: its row, its column and, if there are
        layers, its layer. Another table closes the list.
    dataset : Dataset
        What is explored.
    """

    _esm = (files("foip_analysis.explorer") / "assets" / "notebook.js").read_text(encoding="utf-8")
    _page = Unicode().tag(sync=True)
    _state = Dict().tag(sync=True)
    rows, columns = Choice(), Choice()
    by, share, cell = Choice(None), Choice(None), Choice(None)
    count, of, order = Choice("initiatives"), Choice("initiatives"), Choice("size")
    lang, chart = Choice("en"), Choice("rows")
    margins, none, stated = (Choice(False) for _ in range(3))
    present = Choice(True)
    filters = Choice()

    def __init__(
        self,
        dataset: Dataset,
        rows: str | None = None,
        columns: str | None = None,
        lang: str = "en",
    ) -> None:
        self.dataset = dataset
        self._counted: tuple[Question, pd.DataFrame] | None = None
        rows, columns = opens_with(dataset, rows, columns)
        page = make_page(dataset, rows=rows, columns=columns, hosted=True)
        super().__init__(_page=page, rows=rows, columns=columns, lang=lang)

    def __repr__(self) -> str:
        return f"<explorer of {self.rows} × {self.columns}>"

    @property
    def question(self) -> Question:
        """What the page asks of ``dataset``."""
        return self._asked({})

    @property
    def table(self) -> pd.DataFrame:
        """The table that the page shows, from ``cross_tab``."""
        question = self.question
        if self._counted is None or self._counted[0] != question:
            self._counted = question, ask(self.dataset, question)
        return self._counted[1]

    @property
    def members(self) -> pd.DataFrame | None:
        """The initiatives behind the cell that was clicked, from ``members``; None without one."""
        return behind(self.dataset, self.question, self.cell) if self.cell else None

    @property
    def code(self) -> str:
        """Python code that makes the table again."""
        return as_code(self.table, self.dataset)

    def _asked(self, instead: dict[str, Any]) -> Question:
        chosen = {name: getattr(self, name) for name in CHOSEN} | instead
        filters = tuple((d, tuple(codes)) for d, codes in chosen.pop("filters").items())
        selection = ((("basis", ("stated",)),) if chosen.pop("stated") else ()) + filters
        chosen["codes"] = "present" if chosen.pop("present") else "all"
        del chosen["cell"], chosen["chart"]
        question = Question(**chosen, selection=selection)
        return question if question.share else replace(question, of="initiatives")

    @default("filters")
    def _no_filters(self) -> dict[str, list[str]]:
        return {}

    @validate(*CHOSEN)
    def _check(self, proposal: dict[str, Any]) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name == "filters":
            return self._in_order(value)
        if name == "cell":
            return self._known_cell(value) if value else None
        if name in FLAGS:
            if not isinstance(value, bool):
                raise ValueError(f"{name} is {value!r}. It is True or False.")
            if name == "stated" and value:
                self.dataset.stated()  # refuses codings that do not tell
        elif name in ("rows", "columns", "by"):
            if value is not None or name != "by":
                book.codes(self.dataset.codebook, value)  # refuses an unknown dimension
        elif name == "lang" and value not in languages():
            known = ", ".join(map(repr, languages()))
            raise ValueError(f"lang is {value!r}. The page speaks {known}.")
        elif name == "chart" and value not in CHART_SHOWS:
            known = ", ".join(map(repr, CHART_SHOWS))
            raise ValueError(
                f"chart is {value!r}. It is {known}.{did_you_mean(str(value), CHART_SHOWS)}"
            )
        else:
            self._asked({name: value})
        return value

    def _in_order(self, filters: dict[str, str | list[str]]) -> dict[str, list[str]]:
        """Return filters in the codebook's order, as the page keeps them; refuse unknown codes."""
        if not isinstance(filters, dict):
            raise ValueError(f"filters is {filters!r}. It is {{dimension: [codes]}}.")
        meant = codes_meant(self.dataset.codebook, filters)
        wanted = {d: as_list(d, codes) for d, codes in meant.items()}
        every = {d: [*book.codes(self.dataset.codebook, d), book.NONE] for d in wanted}
        return {
            d: [code for code in every[d] if code in wanted[d]]
            for d in self.dataset.dimensions
            if wanted.get(d)
        }

    def _known_cell(self, cell: Sequence[str]) -> tuple[str, ...]:
        """Return a cell that the table has, with a number that the page can open; refuse others."""
        itself = about(self.table)
        sides = {"row": itself.row_codes, "column": itself.column_codes}
        sides |= {"layer": itself.layer_codes} if self.by else {}
        if len(cell) != len(sides):
            raise ValueError(f"cell is {cell!r}. It is the codes of a {', a '.join(sides)}.")
        for (side, codes), code in zip(sides.items(), cell, strict=True):
            if code not in codes:
                close = did_you_mean(code, codes)
                known = ", ".join(codes)
                raise ValueError(f"The table has no {side} '{code}'. It has {known}.{close}")
        part = itself.parts[cell[2]] if self.by else itself
        assert part.known is not None
        if not part.known.iat[itself.row_codes.index(cell[0]), itself.column_codes.index(cell[1])]:
            raise ValueError(f"The cell {' × '.join(cell)} is 0: no initiative is behind it.")
        return tuple(cell)

    @observe(*CHOSEN)
    def _choose(self, change: dict[str, Any]) -> None:
        if change["name"] not in STAY:
            self.cell = None  # it was of another table
        self._tell()

    def _tell(self) -> None:
        chosen = {name: getattr(self, name) for name in CHOSEN}
        self._state = chosen | {"cell": self.cell and list(self.cell)}

    @observe("_state")
    def _hear(self, change: dict[str, Any]) -> None:
        told = change["new"] | {"cell": change["new"]["cell"] and tuple(change["new"]["cell"])}
        with self.hold_trait_notifications():
            for name, value in told.items():
                setattr(self, name, value)
