"""The kinds of tables that the package makes, and what can be done with which.

A table's kind stands in what it knows of itself (``about(table).kind``). Which chart suits a kind
is said by ``SUITS`` of ``charts/kinds.py``.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

TableKind: TypeAlias = Literal[
    "",  # a table that is not of this package
    "count",
    "cross_tab",
    "layers",  # a cross-tab for each code of a third dimension
    "range",  # of sensitivity: numbers counted in several ways
    "association",  # the residuals of a test
    "sets",  # of combinations
    "flows",
    "members",
    "codebook",  # of describe
    "agreement",
    "changes",  # of compare: initiatives and codings that differ
    "moves",  # of compare: cells that do
    "panel",
    "findings",
]
FLAT: tuple[TableKind, ...] = ("count", "cross_tab")  # one grid: claims are made of it
COUNTED: tuple[TableKind, ...] = (*FLAT, "layers")  # grids of distinct initiatives
GRIDS: tuple[TableKind, ...] = (*COUNTED, "range")  # rows and columns that are codes
GAPS: tuple[TableKind, ...] = ("range", "association")  # whose titles tell differences
LISTS: tuple[TableKind, ...] = ("members", "codebook", "changes", "panel", "findings")
