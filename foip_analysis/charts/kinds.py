"""The charts that there are, and which of them is made for which kind of table."""

from __future__ import annotations

from typing import Literal, TypeAlias

from foip_analysis.tables.kinds import TableKind

Drawn: TypeAlias = Literal[  # ``plot_…`` of the module so named
    "heatmap",
    "bars",
    "map",
    "pairs",
    "multiples",
    "sets",
    "flows",
    "dots",
    "squares",
    "stated",
    "residuals",
]
Bars: TypeAlias = Literal["ranked", "stacked", "grouped", "panels"]
Kind: TypeAlias = Literal["auto"] | Bars
SUITS: dict[TableKind, Drawn] = {  # kind of a table → the chart made for it
    "count": "bars",
    "cross_tab": "heatmap",
    "layers": "multiples",
    "sets": "sets",
    "flows": "flows",
    "range": "dots",
    "moves": "dots",
    "association": "residuals",
}
