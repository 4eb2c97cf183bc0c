"""A count by what is stated and by all → bars of one length, each filled as far as it is stated.

How long a bar is says nothing here, so that none seems to weigh more: what is seen is how much of
each code rests on inference. How many initiatives it is stands beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import basis_grid
from foip_analysis.charts.keys import basis_keys
from foip_analysis.charts.lettering import GAP, row_height, row_labels, widest, write
from foip_analysis.charts.sheet import bar_axes, filled_bars, scale, sheet
from foip_analysis.tables import gaps
from foip_analysis.words.catalogue import say
from foip_analysis.words.numerals import percent, plain

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def plot_stated(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw how much of each code is stated, as bars of one length that are filled so far; a code
    without initiatives has none.

    Parameters
    ----------
    table
        From ``sensitivity(dataset, dimension)``, in the order of its rows.

    Raises
    ------
    ValueError
        If the table is another.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot(foip.sensitivity(foip.load(), "tool"), "stated")
    >>> [float(round(bar.get_width(), 2)) for bar in figure.axes[0].containers[1]][:2]  # ODA, OSA
    [0.67, 0.67]
    """
    grid = basis_grid(table, "Bars of one length")
    lang = grid.about.lang
    some, every = grid.values[:, 0].tolist(), grid.values[:, 1].tolist()
    parts = [stated / n if n else 0.0 for stated, n in zip(some, every, strict=True)]
    texts = [
        say("claim-surely-part", lang, number=plain(stated), base=plain(n), share=percent(part))
        if n
        else plain(0)
        for stated, n, part in zip(some, every, parts, strict=True)
    ]
    with style.applied():
        labels = row_labels(grid.heads("rows"))
        figure, area = sheet(
            table,
            title,
            "plot(table, chart='stated'",
            rows=len(labels),
            row=row_height(labels),
            subtitle=subtitle,
            keys=basis_keys(lang),
        )
        axes, room = bar_axes(figure, area, labels)
        scale(axes, 1, room, widest(texts) + 2 * GAP)
        most = gaps.most_inferred(table)
        strong, quiet = style.colour("strong"), style.colour("quiet")
        hues = [strong if line.label in most else quiet for line in grid.rows]
        ends = [1.0 if n else 0.0 for n in every]
        filled_bars(axes, ends, hues, parts)
        for y, (end, text) in enumerate(zip(ends, texts, strict=True)):
            write(axes, text, (end, y), shift=6)
    return figure
