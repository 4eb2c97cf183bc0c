"""Tables of places → maps, with matplotlib and plotly: land without borders, a circle for each
place.

There are no countries and no borders on the map, only land. A group, such as ASEAN, is never spread
over its members: it stands on a dashed plate of its own near its region. What has no place on the
map is listed on it. A place without initiatives is not drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.atlas import (
    HEAD,
    LINE,
    PAD,
    PLAY,
    SPACE,
    Arrangement,
    Plate,
    Spot,
    arrange,
    row_height,
)
from foip_analysis.charts.grid import bar_grid, part_colours
from foip_analysis.charts.hover import behind, dressed, escaped
from foip_analysis.charts.labels import Inches
from foip_analysis.charts.sheet import MIDDLE, POINT, Written, axes_at, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.tables.grid import Grid

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from plotly.graph_objects import Figure as Interactive

LEAST = 4.3  # inches: height of the map; the figure grows with many keys
HEIGHT, INCH = 4.9, 76  # inches that the interactive map is high, and the pixels of an inch
DASHES = (4, 3)  # of a group's frame, in points


class _Patch(TypedDict, total=False):
    """How a shape on the map is drawn."""

    facecolor: str
    edgecolor: str
    linewidth: float
    linestyle: Literal["-"] | tuple[float, tuple[float, ...]]
    zorder: float
    gid: str


def plot_map(table: pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw a table of places as a map.

    Parameters
    ----------
    table
        From ``count`` by a dimension whose codes have longitude and latitude in the codebook, or
        from ``cross_tab`` with such rows and columns that divide the initiatives (one code each, or
        fractional): then circles are cut like pies.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 × 7.5 in; a circle's area is in proportion to its number.

    Raises
    ------
    ValueError
        If the rows have no places, the columns overlap or are shares, or the labels do not fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot_map(foip.cross_tab(foip.load(), "place", "priority"))
    >>> figure.get_size_inches().tolist()
    [13.33, 7.5]
    """
    grid, colours = map_parts(table)
    with style.applied():
        figure, area = sheet(table, title, "plot_map(table", rows=1, row=LEAST)
        axes = axes_at(figure, *area)
        axes.set(xlim=(0, area[2]), ylim=(0, area[3]), facecolor=style.colour("empty"))
        axes.spines["left"].set_visible(False)
        keys = (
            tuple(zip([line.label for line in grid.columns], colours, strict=True))
            if grid.about.columns
            else ()
        )
        found = arrange(grid, area[2], area[3], keys=keys)
        _draw_land(axes, found.land)
        _draw_lines(axes, found)
        for spot, x, y in found.circles:
            _draw_circle(axes, spot, x, y, colours)
        for spot, place in found.labels:
            left, bottom, right, top = place.box
            _write(axes, spot, left, right, (bottom + top) / 2, place.side)
        for plate in found.plates:
            _draw_plate(axes, plate, colours)
    return figure


def explore_map(table: pd.DataFrame, *, title: str | None = None) -> Interactive:
    """Draw a table of places as an interactive map, with the initiatives under the pointer.

    Parameters
    ----------
    table
        As for ``plot_map``.
    title
        Instead of the computed finding.

    Returns
    -------
    plotly.graph_objects.Figure
        Land, circles and labels as ordinary shapes: nothing is fetched from the network.

    Raises
    ------
    ValueError
        As ``plot_map``.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.count(foip.load(), "place"), chart="map")
    >>> next(trace.text for trace in figure.data if trace.meta == {"row": "PLW"}).split("<br>")[0]
    '<b>Palau: 1</b>'
    """
    import plotly.graph_objects as go

    grid, colours = map_parts(table)
    width, height = WIDTH - 2 * EDGE, HEIGHT
    with style.applied():
        found = arrange(grid, width, height)
    names = [escaped(line.label) for line in grid.columns]
    figure = go.Figure()

    def shape(rings: list[Inches], **look: object) -> None:
        x, y = (
            [
                c
                for ring in rings
                for c in (*ring[:, n].round(3).tolist(), round(float(ring[0, n]), 3), None)
            ][:-1]
            for n in (0, 1)
        )
        figure.add_scatter(
            x=x,
            y=y,
            **{"mode": "lines", "fill": "toself", "showlegend": False, "hoverinfo": "skip", **look},
        )

    shape(found.land, name="land", fillcolor=style.colour("line"), line={"width": 0})
    for plate in found.plates:
        frame = {
            "color": style.colour("soft"),
            "width": 1,
            "dash": "solid" if plate.head else "4px,3px",
        }
        for left, bottom, right, top in _samples(plate) if plate.keys else [plate.box]:
            corners = np.array([(left, bottom), (right, bottom), (right, top), (left, top)])
            shape([corners], name="plate", fillcolor=style.colour("paper"), line=frame)
    for line in [*found.tethers, *(place.leader for _, place in found.labels if place.leader)]:
        figure.add_scatter(
            x=line[::2],
            y=line[1::2],
            mode="lines",
            line={"color": style.colour("soft"), "width": 1},
            hoverinfo="skip",
            showlegend=False,
        )
    for spot, x, y in [
        *found.circles,
        *(row for plate in found.plates for row in _on_plate(plate)),
    ]:
        for k, (colour, ring) in enumerate(zip(colours, _sectors(spot, x, y), strict=True)):
            if ring is not None:
                look = {
                    "fillcolor": colour,
                    "line": {"color": style.colour("paper"), "width": 1},
                    "legendgroup": names[k],
                }
                told = {
                    "hoveron": "fills",
                    "hoverinfo": "text",
                    "text": behind(table, grid, spot.row, k),
                }
                shape(
                    [ring],
                    name=escaped(spot.label),
                    meta={"row": grid.rows[spot.row].code},
                    **look,
                    **told,
                )
    keys = list(zip(names, colours, strict=True)) if grid.about.columns else []
    for name, colour in keys:
        marker = {"color": colour, "symbol": "square", "size": 14}
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            marker=marker,
            name=name,
            legendgroup=name,
            hoverinfo="skip",
        )
    for text, x, y, position in _texts(found):
        figure.add_scatter(
            x=[x],
            y=[y],
            mode="text",
            text=[text],
            textposition=position,
            hoverinfo="skip",
            showlegend=False,
        )
    figure.update_traces(textfont={"size": 14}, selector={"mode": "text"})
    legend = {"orientation": "h", "traceorder": "normal", "x": 0, "y": 1, "yanchor": "bottom"}
    figure.update_layout(
        plot_bgcolor=style.colour("empty"), legend=legend, hovermode="closest", dragmode="pan"
    )
    figure.update_xaxes(visible=False, range=[0, width])
    figure.update_yaxes(visible=False, range=[0, height], scaleanchor="x")
    dressed(figure, table, title, rows=0, keys=[name for name, _ in keys])
    around = figure.layout.margin  # a map of another size would need other places for its words
    return figure.update_layout(
        width=round(width * INCH) + around.l + around.r,
        height=round(height * INCH) + around.t + around.b,
    )


def map_parts(table: pd.DataFrame) -> tuple[Grid, list[str]]:
    """Return the columns that a circle is made of, with their colours; refuse what a map would
    show wrongly.
    """
    grid, kind = bar_grid(table, "auto")
    attrs = grid.about
    if not attrs.markers:
        name = attrs.dimension_labels[attrs.question.rows]
        raise ValueError(
            f"'{name}' has no places on a map: its codes have no longitude and latitude in "
            "codebook.csv. "
            "Rows must be places, as in count(dataset, 'place') or cross_tab(dataset, "
            "'place', 'priority')."
        )
    if attrs.question.share:
        raise ValueError(
            "A map shows numbers as areas; shares of rows or columns are no such numbers. "
            "Leave out share=."
        )
    if kind == "panels":
        name = attrs.dimension_labels[attrs.columns or ""]
        raise ValueError(
            f"'{name}' can have several codes an initiative, so circles cut by it would "
            "show sums of pairs as totals. "
            "Use a dimension with one code each, such as priority, or make the table with "
            "count='fractional'."
        )
    if kind == "ranked":
        return grid.take(range(len(grid.rows)), [0]), [style.colour("strong")]
    parts = [n for n, line in enumerate(grid.columns) if not line.margin]
    return grid.take(range(len(grid.rows)), parts), part_colours(grid)


def _draw_land(axes: Axes, land: list[Inches]) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    pieces = [Path(np.vstack([ring, ring[:1]]), closed=True) for ring in land]
    axes.add_patch(
        PathPatch(
            Path.make_compound_path(*pieces),
            facecolor=style.colour("line"),
            linewidth=0,
            gid="land",
        )
    )


def _draw_lines(axes: Axes, found: Arrangement) -> None:
    for line in [*found.tethers, *(place.leader for _, place in found.labels if place.leader)]:
        axes.plot(
            line[::2],
            line[1::2],
            color=style.colour("soft"),
            linewidth=0.9,
            solid_capstyle="butt",
            zorder=3,
        )
    for *_, x, y in found.tethers:
        axes.plot([x], [y], ".", color=style.colour("soft"), markersize=4, zorder=3)


def _draw_plate(axes: Axes, plate: Plate, colours: list[str]) -> None:
    from matplotlib.patches import FancyBboxPatch, Rectangle

    frame: _Patch = {
        "facecolor": style.colour("paper"),
        "edgecolor": style.colour("soft"),
        "linewidth": 1,
        "linestyle": (0, DASHES),
        "zorder": 4,
    }
    for (text, colour), at, (left, bottom, right, top) in zip(
        plate.keys, plate.keys_at, _samples(plate), strict=True
    ):
        sample: _Patch = {"facecolor": colour or "", "linewidth": 0, "zorder": 4}
        look = sample if colour else frame
        axes.add_patch(Rectangle((left, bottom), right - left, top - bottom, **look))
        _text(axes, text, *at)
    if plate.keys:
        return
    left, bottom, right, top = plate.box
    if plate.head:
        frame["linestyle"] = "-"
    rounded = "round,pad=0,rounding_size=0.08"
    corner = (left, bottom)
    axes.add_patch(FancyBboxPatch(corner, right - left, top - bottom, boxstyle=rounded, **frame))
    if plate.head:
        _text(axes, plate.head, *plate.head_at, color=style.colour("soft"))
    for spot, x, y in _on_plate(plate):
        _draw_circle(axes, spot, x, y, colours)
        _write(axes, spot, left + PAD + plate.indent, right, y, 1)


def _samples(plate: Plate) -> list[tuple[float, float, float, float]]:
    """Return the boxes before the words of the keys: left, bottom, right, top."""
    left = plate.box[0] + PAD
    return [(left, y - 0.08, left + 0.24, y + 0.08) for _, y in plate.keys_at]


def _on_plate(plate: Plate) -> list[tuple[Spot, float, float]]:
    """Return the rows of a plate with the centres of their circles."""
    y, found = plate.box[3] - PAD - (HEAD if plate.head else 0), []
    for spot in plate.spots:
        found.append(
            (spot, plate.box[0] + PAD + (plate.indent - SPACE) / 2, y - row_height(spot) / 2)
        )
        y -= row_height(spot)
    return found


def _draw_circle(axes: Axes, spot: Spot, x: float, y: float, colours: list[str]) -> None:
    from matplotlib.patches import Circle, Wedge

    look: _Patch = {
        "edgecolor": style.colour("paper"),
        "linewidth": 1,
        "zorder": 5,
        "gid": spot.label,
    }
    for (start, end), colour in zip(_turns(spot), colours, strict=True):
        whole = end - start == 360
        if end > start and spot.radius:
            patch = (
                Circle((x, y), spot.radius, **look)
                if whole
                else Wedge((x, y), spot.radius, 90 - end, 90 - start, **look)
            )
            patch.set_facecolor(colour)
            axes.add_patch(patch)


def _turns(spot: Spot) -> list[tuple[float, float]]:
    """Return from where to where each part goes, in degrees clockwise from the top."""
    ends = np.cumsum([0, *spot.parts]) / sum(spot.parts) * 360
    return list(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True))


def _sectors(spot: Spot, x: float, y: float) -> list[Inches | None]:
    """Return each part of a circle as a ring of points; None for a part that is nothing."""
    rings = []
    for start, end in _turns(spot):
        turn = np.radians(np.linspace(start, end, 2 + int((end - start) / 6)))
        rim = np.column_stack([x + spot.radius * np.sin(turn), y + spot.radius * np.cos(turn)])
        whole = end - start == 360
        rings.append(
            None if end == start or not spot.radius else rim if whole else np.vstack([[x, y], rim])
        )
    return rings


def _texts(found: Arrangement) -> list[tuple[str, float, float, str]]:
    """Return plotly's texts: HTML, x, y and the position around it."""
    texts = []
    for spot, place in found.labels:
        left, bottom, right, top = place.box
        x, position = (
            ((left + right) / 2, "center")
            if abs(place.side) < 0.4
            else (left, "right")
            if place.side > 0
            else (right, "left")
        )
        texts.append((_named(spot), x, (bottom + top) / 2, f"middle {position}"))
    for plate in found.plates:
        texts += [(escaped(plate.head), *plate.head_at, "middle right")] if plate.head else []
        texts += [
            (escaped(text), *at, "middle right")
            for (text, _), at in zip(plate.keys, plate.keys_at, strict=True)
        ]
        texts += [
            (_named(spot), plate.box[0] + PAD + plate.indent, y, "middle right")
            for spot, _, y in _on_plate(plate)
        ]
    return texts


def _named(spot: Spot) -> str:
    return "<br>".join(map(escaped, spot.lines)) + f" <b>{escaped(spot.number)}</b>"


def _write(axes: Axes, spot: Spot, left: float, right: float, middle: float, side: float) -> None:
    """Write a name with its number, aligned to the side that its circle is on."""
    for n, line in enumerate(spot.lines):
        name, number = style.text_width(line, SIZE["label"]), 0.0
        if n == len(spot.lines) - 1:
            number = SPACE + style.text_width(spot.number, SIZE["label"], bold=True)
        y = middle + ((len(spot.lines) - 1) / 2 - n) * LINE
        if side > 0.4:
            written = _text(axes, line, left + PLAY, y)
        elif side < -0.4:
            written = _text(axes, line, right - PLAY - number, y, ha="right")
        else:
            written = _text(axes, line, (left + right - name - number) / 2, y)
        if number:  # where the name ends when it is drawn, which depends on the resolution
            base = written.get_position()[1]
            axes.annotate(
                spot.number,
                (1, base),
                (SPACE / POINT, 0),
                xycoords=(written, "data"),
                textcoords="offset points",
                va="baseline",
                fontsize=SIZE["label"],
                fontweight="bold",
                annotation_clip=False,
                zorder=6,
            )


def _text(axes: Axes, text: str, x: float, middle: float, **look: Unpack[Written]) -> Text:
    y = middle - (MIDDLE - 0.06) * SIZE["label"] * POINT
    look.setdefault("fontsize", SIZE["label"])
    return axes.text(x, y, text, va="baseline", zorder=6, **look)
