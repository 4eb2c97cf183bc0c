"""Grouped bars: for each row a bar a column, side by side, in the columns' own colours.

They are for comparing a few columns row by row. Unlike stacked bars they never add up, so they are
right for codes of which an initiative can have several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts.sheet import (
    GAP,
    POINT,
    bar_axes,
    key_lines,
    row_height,
    row_labels,
    scale,
    sheet,
    widest,
    write,
    write_keys,
)
from foip_analysis.charts.style import SIZE
from foip_analysis.tables import findings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST = 3  # columns: with more, a row is a comb
BAR = (
    0.92 * SIZE["value"] * POINT
)  # inches that a bar is high at least: its number, which is all digits, stands beside it
FILLED = 0.86  # of a row's height


def draw_grouped(table: pd.DataFrame, title: str | None, call: str, colours: list[str]) -> Figure:
    """Draw a cross-tab as grouped bars, margins left out; one colour a column.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.charts.grouped import part_colours
    >>> table = foip.cross_tab(foip.load(), "region", "priority")
    >>> len(draw_grouped(table, None, "plot_bars(table", part_colours(table)).axes[0].containers)
    3
    """
    rows, shown = (
        [i for i, code in enumerate(codes(table)) if code != "all"]
        for codes in (findings.row_codes, findings.column_codes)
    )
    part = table.iloc[rows, shown]
    values = np.nan_to_num(part.to_numpy(float))
    labels = row_labels(part)
    keys = key_lines(
        [(str(label), colour) for label, colour in zip(part.columns, colours, strict=True)]
    )
    above = sum(height for _, height in keys) + GAP
    row = max(row_height(labels) * 1.1, BAR * values.shape[1] / FILLED)
    figure, area = sheet(table, title, call, rows=len(part), row=row, extra=above)
    write_keys(figure, area, keys)
    axes, room = bar_axes(figure, (area[0], area[1], area[2], area[3] - above), labels)
    scale(
        axes,
        values.max(initial=0),
        room,
        widest([findings.shown(table, value) for value in values.ravel()]) + 2 * GAP,
    )
    thick = FILLED / values.shape[1]
    for k, colour in enumerate(colours):
        places = np.arange(len(part)) + (k - (len(colours) - 1) / 2) * thick
        axes.barh(
            places, values[:, k], height=thick * 0.92, color=colour, label=str(part.columns[k])
        )
        for y, value in zip(places, values[:, k], strict=True):
            if value:
                write(axes, findings.shown(table, value), (value, y), shift=4)
    return figure
