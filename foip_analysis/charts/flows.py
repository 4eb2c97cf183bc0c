"""Tables of flows → alluvial charts: how initiatives run from stage to stage.

A stage stands as a column of bars, its labels beside them on bare paper; between two stages run
bands as wide as their values. Bands keep the colour of the first stage all the way, and are
stacked by it, so that every bar shows what came from where. The way that the title names stands
out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.bands import (
    BAR,
    Band,
    Stage,
    ends,
    flow_marks,
    least_height,
    place_bands,
    placed,
    stages_of,
)
from foip_analysis.charts.hover import dressed, escaped, told
from foip_analysis.charts.lettering import GAP, ROW, block_height, write, write_head
from foip_analysis.charts.sheet import axes_at, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables.about import about
from foip_analysis.tables.marks import Mark
from foip_analysis.words.catalogue import say
from foip_analysis.words.numerals import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from plotly.graph_objects import Figure as Interactive

# How far a band hides what is beneath, and one that the title speaks of.
COVER = {False: 0.5, True: 0.9}


def plot_flows(
    table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None
) -> Figure:
    """Draw how initiatives run from stage to stage as an alluvial chart.

    Parameters
    ----------
    table
        From ``flows``.

    Raises
    ------
    ValueError
        If the table is no table of flows, has none, or has more stages than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> dataset = foip.load()
    >>> table = foip.flows(dataset, "priority", "tool_family", "region", count="fractional")
    >>> figure = foip.plot(table)
    >>> figure.get_size_inches().tolist()
    [13.33, 7.5]
    """
    nodes, bands = flow_marks(table)
    with style.applied():
        stages = stages_of(table, nodes, bands)
        above = max(block_height(stage.head, SIZE["label"]) for stage in stages) + GAP
        least = least_height(stages)
        figure, area = sheet(
            table, title, "plot(table", rows=1, row=least, extra=above, subtitle=subtitle
        )
        axes = axes_at(figure, *area)
        axes.set(xlim=(0, area[2]), ylim=(0, area[3]))
        axes.spines["left"].set_visible(False)
        stages, unit = placed(stages, area[2], area[3] - above)
        _draw_bands(axes, place_bands(table, stages, bands, unit))
        _draw_stages(axes, stages, unit, area[3] - above)
    return figure


def explore_flows(table: pd.DataFrame, *, title: str | None = None) -> Interactive:
    """Draw how initiatives run from stage to stage as an interactive chart, which is one Sankey
    trace. Takes and refuses what ``plot_flows`` does.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.flows(foip.load(), "priority", "region"))
    >>> figure.data[0].node.label[0]
    'Economic foundations  23'
    """
    import plotly.graph_objects as go

    from foip_analysis.charts.pointed import Pointed

    nodes, bands = flow_marks(table)
    stages = stages_of(table, nodes, bands, room=ROW * 1.6)
    rows = max(len(stage.nodes) for stage in stages)
    height = max(5.0, rows * ROW * 2.2)
    stages, unit = placed(stages, WIDTH - 2 * EDGE, height)
    keys = [node["row"] for node in nodes]
    known = about(table).more["labels"]
    labels = [f"{known[node['row']]}  {plain(node['value'])}" for node in nodes]
    places = {
        node.key: (n / (len(stages) - 1), 1 - node.middle / height)
        for n, stage in enumerate(stages)
        for node in stage.nodes
    }
    x, y = zip(*(np.clip(places[key], 0.001, 0.999).tolist() for key in keys), strict=True)
    drawn = place_bands(table, stages, bands, unit)
    hovering = {"hovertemplate": "%{customdata}<extra></extra>"}
    figure = Pointed(
        go.Sankey(
            arrangement="snap",
            node={
                "label": list(map(escaped, labels)),
                "x": x,
                "y": y,
                "color": style.colour("soft"),
                "thickness": 12,
                "pad": 12,
                "line": {"width": 0},
                "customdata": [
                    told(table, label, node["initiatives"])
                    for label, node in zip(labels, nodes, strict=True)
                ],
                **hovering,
            },
            link={
                "source": [keys.index(band["row"]) for band in bands],
                "target": [keys.index(ends(band)[1]) for band in bands],
                "value": [band["value"] for band in bands],
                "color": [_through(band) for band in drawn],
                "customdata": [
                    told(table, _name(table, band), band["initiatives"]) for band in bands
                ],
                **hovering,
            },
        )
    )
    for n, stage in enumerate(stages):
        anchor = "left" if n == 0 else "right" if n == len(stages) - 1 else "center"
        place = {
            "xref": "paper",
            "yref": "paper",
            "x": n / (len(stages) - 1),
            "y": 1,
            "xanchor": anchor,
            "yanchor": "bottom",
            "yshift": 8,
        }
        figure.add_annotation(
            text=f"<b>{escaped(stage.head)}</b>".replace("\n", "<br>"), showarrow=False, **place
        )
    return dressed(figure, table, title, rows=rows + 6)


def _draw_bands(axes: Axes, bands: list[Band]) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    for band in sorted(bands, key=lambda band: band.strong):
        (x0, y0), (x1, y1), half = band.start, band.end, band.thick / 2
        bend = (x0 + x1) / 2
        upper = [(x0, y0 + half), (bend, y0 + half), (bend, y1 + half), (x1, y1 + half)]
        lower = [(x1, y1 - half), (bend, y1 - half), (bend, y0 - half), (x0, y0 - half)]
        steps = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        shape = PathPatch(Path([*upper, *lower, upper[0]], steps), facecolor=band.colour)
        name = " → ".join(filter(None, (band.mark["within"], *ends(band.mark))))
        shape.set(alpha=COVER[band.strong], linewidth=0, label=name)
        axes.add_patch(shape)


def _draw_stages(axes: Axes, stages: list[Stage], unit: float, height: float) -> None:
    from matplotlib.patches import Rectangle

    for stage in stages:
        first, last = stage is stages[0], stage is stages[-1]
        rows = [("leave", stage.right - BAR)] * (not last) + [("come", stage.left)] * (not first)
        where = stage.right if first else stage.left if last else (stage.left + stage.right) / 2
        align: Literal["left", "center", "right"] = "left" if last else "center"
        align = "right" if first else align
        write_head(axes, where, stage.head, y=height, ha=align, fontweight="bold")
        for node in stage.nodes:
            for side, x in rows:
                tall = getattr(node, side) * unit
                bar = Rectangle((x, node.middle - tall / 2), BAR, tall, color=style.colour("soft"))
                bar.set_label(f"{side} {node.key}")
                axes.add_patch(bar)
            shift = (BAR + GAP) * 72 * (-1 if first else 1 if last else 0)
            write(axes, node.text, (where, node.middle), shift=shift, ha=align)


def _name(table: pd.DataFrame, band: Mark) -> str:
    """Return what a band is called: its two ends, and the first stage's code where that is
    another.
    """
    attrs, first = about(table), band["within"]
    way = "flows-way" if first in (None, band["row"]) else "flows-way-of"
    labels = attrs.more["labels"]
    ends = {"from": labels[band["row"]], "to": labels[band["column"]], "of": labels.get(first, "")}
    name = say(way, attrs.lang, **ends)
    return say("chart-mark", attrs.lang, mark=name, number=plain(band["value"]))


def _through(band: Band) -> str:
    """Return a band's colour as plotly writes one that can be seen through: lighter, for labels
    stand on it.
    """
    from matplotlib.colors import to_rgb

    red, green, blue = (round(part * 255) for part in to_rgb(band.colour))
    return f"rgba({red},{green},{blue},{min(COVER[band.strong], 0.65)})"
