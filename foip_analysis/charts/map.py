"""A count of places → a map, with matplotlib and plotly: land without borders, a circle for each
place, and a list of what has none.

There are no countries and no borders on the map, only land. Japan is named and left free. What
stands where is ``map_arrangement.py``'s to say; a place without initiatives is not drawn. The title
says in which regions most countries lie and which is named most often. The interactive twin has no
inset: the wheel zooms it. The files ``map_….py`` are its parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import bar_grid
from foip_analysis.charts.hover import behind, dressed, escaped
from foip_analysis.charts.lettering import MIDDLE, POINT, Written
from foip_analysis.charts.map_arrangement import Arrangement, Enlarged, arrange, extent_meant
from foip_analysis.charts.map_atlas import closed
from foip_analysis.charts.map_inset import CAPTION
from foip_analysis.charts.map_labels import Box, Inches, Line, Stand
from foip_analysis.charts.map_list import LIST_LINE, PLAY, SPACE, Spot
from foip_analysis.charts.map_title import title_of
from foip_analysis.charts.sheet import axes_at, sheet
from foip_analysis.charts.style import EDGE, SIZE, WIDTH
from foip_analysis.dataset.given import guided
from foip_analysis.tables.grid import Grid
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from plotly.graph_objects import Figure as Interactive


MAP_HEIGHT = 4.3  # inches: height of the map
TWIN_HEIGHT = 5.8  # inches that the interactive map is high
PIXELS_AN_INCH = 76


@guided
def plot_map(
    table: pd.DataFrame,
    *,
    extent: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
) -> Figure:
    """Draw a count of places as a map.

    Parameters
    ----------
    table
        From ``count`` by a dimension whose codes have longitude and latitude in the codebook.
    extent
        What the map is cut to: a parent of places, such as ``"southeast_asia"``, or its label. If
        left out, the Indo-Pacific; if most places lie outside that, where they lie.
    title, subtitle
        As in ``plot``.

    Returns
    -------
    matplotlib.figure.Figure
        13.33 × 7.5 in; a circle's area is in proportion to its number. Groups, and what lies beyond
        the map, stand in a list beside it; where places crowd, an inset names them. Nothing is
        drawn on Japan.

    Raises
    ------
    ValueError
        If the rows have no places, there are several numbers a place, they are shares, the extent
        is not known, or the names do not fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> table = foip.count(foip.load(), "place")
    >>> figure = foip.plot_map(table, extent="southeast_asia")
    >>> figure.get_size_inches().tolist()
    [13.33, 7.5]
    """
    grid = places_grid(table)
    extent = extent_meant(grid.about, extent)
    call = "plot(table, 'map'" + ("" if extent is None else f", extent={extent!r}")
    with style.applied():
        computed = {"title": title_of(table, grid, extent, title)}
        figure, area = sheet(
            table, title, call, rows=1, row=MAP_HEIGHT, subtitle=subtitle, computed=computed
        )
        found = arrange(grid, area[2], area[3], extent)
        axes = axes_at(figure, *area)
        axes.set(xlim=(0, area[2]), ylim=(0, area[3]))
        axes.spines["left"].set_visible(False)
        axes.patch.set_visible(False)
        _draw_ground(axes, found)
        part = found.enlarged
        if part:
            _draw_inset(axes, part, grid.about.lang)
        enlarged, named = (part.circles, part.labels) if part else ([], [])
        for spot, x, y in [*found.circles, *enlarged, *(row[:3] for row in found.listed.rows)]:
            _draw_circle(axes, spot.label, x, y, spot.radius)
        for spot, place in [*found.labels, *named]:
            left, bottom, right, top = place.box
            _write(axes, spot, left, right, (bottom + top) / 2, place.align)
        _draw_list(axes, found)
    return figure


def explore_map(table: pd.DataFrame, *, title: str | None = None) -> Interactive:
    """Draw a count of places as an interactive map; the wheel zooms.

    Takes and refuses what ``plot_map`` does. Land, circles and names are ordinary shapes: nothing
    is fetched from the network.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.explore(foip.count(foip.load(), "place"), chart="map")
    >>> next(trace.text for trace in figure.data if trace.meta == {"row": "PLW"}).split("<br>")[0]
    '<b>Palau: 1</b>'
    """
    from foip_analysis.charts.pointed import Wheeled

    grid = places_grid(table)
    width, height = WIDTH - 2 * EDGE, TWIN_HEIGHT
    with style.applied():
        found = arrange(grid, width, height, enlarge=False)
    figure = Wheeled()
    xs, ys = _rings(found)
    look = {"fill": "toself", "fillcolor": _land(), "line": {"width": 0}}
    figure.add_scatter(x=xs, y=ys, mode="lines", name="land", hoverinfo="skip", **look)
    line = {"color": style.colour("soft"), "width": 1}
    for *start, x, y in found.tethers:
        figure.add_scatter(
            x=[start[0], x], y=[start[1], y], mode="lines", line=line, hoverinfo="skip"
        )
    listed = found.listed
    rim = {"color": style.colour("strong"), "opacity": 1}
    rim |= {"line": {"color": style.colour("paper"), "width": 1}}
    for spot, x, y, axis in [
        *((spot, x, y, "") for spot, x, y in found.circles),
        *((spot, x, y, "2") for spot, x, y, _ in listed.rows),
    ]:
        figure.add_scatter(
            x=[x],
            y=[y],
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            mode="markers",
            marker=rim | {"size": 2 * spot.radius * PIXELS_AN_INCH},
            name=escaped(spot.label),
            hoverinfo="text",
            text=behind(table, grid, spot.row, 0),
            meta={"row": grid.rows[spot.row].code},
        )
    _draw_on_paper(figure, found, width, height)
    _annotate(figure, found)
    figure.update_layout(
        showlegend=False, plot_bgcolor="rgba(0,0,0,0)", hovermode="closest", dragmode="pan"
    )
    wide = found.cut.width
    bounds = {"visible": False, "autorange": False}
    figure.update_layout(
        xaxis=bounds | _between(0, wide) | {"domain": [0, wide / width], "constrain": "domain"},
        yaxis=bounds | _between(0, height) | {"scaleanchor": "x", "constrain": "domain"},
        xaxis2=bounds | _between(wide, width) | {"domain": [wide / width, 1], "fixedrange": True},
        yaxis2=bounds | _between(0, height) | {"anchor": "x2", "fixedrange": True},
    )
    dressed(figure, table, title_of(table, grid, None, title), rows=0)
    edges = figure.layout.margin  # a map of another size would need other places for its words
    return figure.update_layout(
        width=round(width * PIXELS_AN_INCH) + edges.l + edges.r,
        height=round(height * PIXELS_AN_INCH) + edges.t + edges.b,
    )


def places_grid(table: pd.DataFrame) -> Grid:
    """Return the one column of numbers that a map shows; refuse what it would show wrongly."""
    grid, _ = bar_grid(table, "auto")
    attrs = grid.about
    if not attrs.markers:
        name = attrs.dimension_labels[attrs.question.rows]
        raise ValueError(
            f"'{name}' has no places on a map: its codes have no longitude and latitude in "
            "codebook.csv. Rows must be places, as in count(dataset, 'place')."
        )
    if attrs.columns is not None:
        raise ValueError(
            "A map shows one number a place, and this table has several. Count the places alone, "
            "as in count(dataset, 'place'), or those of some initiatives, as in "
            "count(dataset.where(priority='p3'), 'place')."
        )
    return grid.take(range(len(grid.rows)), [0])


def _draw_ground(axes: Axes, found: Arrangement) -> None:
    """Draw sea, land, Japan's name and the lines."""
    cut = found.cut
    _draw_land(axes, cut.land, (0, 0, cut.width, cut.height), 0)
    if found.japan:
        _text(axes, *found.japan, color=style.colour("soft"))
    _draw_lines(axes, found.tethers, found.labels)


def _draw_inset(axes: Axes, part: Enlarged, lang: str | None) -> None:
    """Draw the land of an inset and its lines, its caption under it, and a frame around what it
    shows on the map.
    """
    from matplotlib.patches import Rectangle

    left, bottom, *_ = box = part.inset.box
    _draw_land(axes, [ring + box[:2] for ring in part.inset.cut.land], box, 2)
    for x, y, end_x, end_y in (box, part.inset.shown):
        frame = Rectangle((x, y), end_x - x, end_y - y, fill=False, gid="frame", zorder=2.5)
        frame.set(edgecolor=style.colour("soft"), linewidth=0.9)
        axes.add_patch(frame)
    _text(axes, say("map-inset", lang), left, bottom - CAPTION / 2, color=style.colour("soft"))
    _draw_lines(axes, part.tethers, part.labels)


def _land() -> str:
    """Return the colour of land: told from the sea on a projector too, and from all that counts."""
    return style.mixed(style.colour("line"), style.colour("quiet"), 0.3)


def _draw_land(axes: Axes, rings: list[Inches], box: Box, zorder: float) -> None:
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path

    left, bottom, right, top = box
    sea = Rectangle((left, bottom), right - left, top - bottom, lw=0, zorder=zorder)
    sea.set_color(style.colour("empty"))
    axes.add_patch(sea)
    if rings:
        path = Path.make_compound_path(*map(closed, rings))
        land = PathPatch(path, facecolor=_land(), linewidth=0, gid="land")
        land.set_zorder(zorder + 0.1)
        axes.add_artist(land)  # as a patch its limits would be sought, which takes long
        land.set_clip_path(sea)


def _draw_lines(axes: Axes, tethers: list[Line], labels: list[tuple[Spot, Stand]]) -> None:
    """Draw the lines from circles to their places, and from names to their circles."""
    leaders = (place.leader for _, place in labels if place.leader)
    for x, y, end_x, end_y in [*tethers, *leaders]:
        axes.plot(
            [x, end_x],
            [y, end_y],
            color=style.colour("soft"),
            linewidth=0.9,
            solid_capstyle="butt",
            zorder=3,
            gid="leader",
        )
    for *_, x, y in tethers:
        axes.plot([x], [y], ".", color=style.colour("soft"), markersize=4, zorder=3)


def _draw_circle(axes: Axes, name: str, x: float, y: float, radius: float) -> None:
    from matplotlib.patches import Circle

    face, edge = style.colour("strong"), style.colour("paper")
    axes.add_patch(
        Circle((x, y), radius, facecolor=face, edgecolor=edge, linewidth=1, zorder=5, gid=name)
    )


def _draw_list(axes: Axes, found: Arrangement) -> None:
    """Draw the list beside the map and the key of sizes."""
    listed, key, soft = found.listed, found.key, style.colour("soft")
    for words, y in listed.heads:
        _text(axes, words, listed.left, y, color=soft)
    for spot, _, y, left in listed.rows:
        _write(axes, spot, left, left + spot.width, y, "left")
    for words, y in listed.text:
        _text(axes, words, listed.left, y, color=soft)
    _text(axes, key.head, key.left, key.middle, color=soft)
    for number, x, y, radius in key.circles:
        _draw_circle(axes, "key", x, y, radius)
        _text(axes, number, x + radius + SPACE, y, fontweight="bold")


def _write(axes: Axes, spot: Spot, left: float, right: float, middle: float, align: str) -> None:
    """Write a name with its number, aligned to the side that its circle is on."""
    for n, line in enumerate(spot.lines):
        name, number = style.text_width(line, SIZE["label"]), 0.0
        if n == len(spot.lines) - 1:
            number = SPACE + style.text_width(spot.number, SIZE["label"], bold=True)
        y = middle + ((len(spot.lines) - 1) / 2 - n) * LIST_LINE
        if align == "right":
            written = _text(axes, line, right - PLAY - number, y, ha="right")
        else:
            x = left + PLAY if align == "left" else (left + right - name - number) / 2
            written = _text(axes, line, x, y)
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


# The interactive twin


def _rings(found: Arrangement) -> tuple[list[float | None], list[float | None]]:
    """Return the land as plotly's x and y: rings that are closed, with gaps between them."""
    cut, xs, ys = found.cut, list[float | None](), list[float | None]()
    for ring in cut.land:
        for side, line, most in ((xs, ring[:, 0], cut.width), (ys, ring[:, 1], cut.height)):
            corners = np.clip(line, -1, most + 1).round(3).tolist()
            side.extend([*corners, corners[0], None])
    return xs, ys


def _between(low: float, high: float) -> dict[str, object]:
    return {"range": [low, high], "minallowed": low, "maxallowed": high}


def _draw_on_paper(figure: Interactive, found: Arrangement, width: float, height: float) -> None:
    """Draw what stays where it is when the map moves: the sea beneath it and the key of sizes."""
    key, paper = found.key, {"xref": "paper", "yref": "paper"}
    sea = {"x0": 0, "x1": found.cut.width / width, "y0": 0, "y1": 1, "layer": "below", **paper}
    figure.add_shape(type="rect", fillcolor=style.colour("empty"), line={"width": 0}, **sea)
    for _, x, y, radius in key.circles:
        figure.add_shape(
            type="circle",
            x0=(x - radius) / width,
            x1=(x + radius) / width,
            y0=(y - radius) / height,
            y1=(y + radius) / height,
            fillcolor=style.colour("strong"),
            line={"width": 0},
            **paper,
        )
    soft, plain = {"size": 14, "color": style.colour("soft")}, {"size": 14}
    for text, x, y, font in [
        (escaped(key.head), key.left, key.middle, soft),
        *((f"<b>{escaped(n)}</b>", x + r + SPACE, y, plain) for n, x, y, r in key.circles),
    ]:
        place = {"x": x / width, "y": y / height, "xanchor": "left", "yanchor": "middle", **paper}
        figure.add_annotation(text=text, font=font, showarrow=False, **place)


def _annotate(figure: Interactive, found: Arrangement) -> None:
    """Write the names; each stays at its circle however far the wheel zooms."""
    at = {spot.row: (x, y) for spot, x, y in found.circles}
    for spot, place in found.labels:
        x, y = at[spot.row]
        left, bottom, right, top = place.box
        along = {"left": left, "right": right, "center": (left + right) / 2}[place.align]
        leader = place.leader is not None
        figure.add_annotation(
            x=x,
            y=y,
            text=_named(spot),
            ax=(along - x) * PIXELS_AN_INCH,
            ay=(y - (bottom + top) / 2) * PIXELS_AN_INCH,
            xanchor=place.align,
            yanchor="middle",
            align=place.align,
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=style.colour("soft") if leader else "rgba(0,0,0,0)",
            standoff=spot.radius * PIXELS_AN_INCH + 2,
            font={"size": 14},
        )
    listed = found.listed
    soft, plain = {"size": 14, "color": style.colour("soft")}, {"size": 14}
    for text, x, y, axis, font in [
        *([(escaped(found.japan[0]), *found.japan[1:], "", soft)] if found.japan else []),
        *((escaped(head), listed.left, y, "2", soft) for head, y in listed.heads),
        *((_named(spot), left, y, "2", plain) for spot, _, y, left in listed.rows),
        *((escaped(line), listed.left, y, "2", soft) for line, y in listed.text),
    ]:
        where = {"x": x, "y": y, "xref": f"x{axis}", "yref": f"y{axis}", "xanchor": "left"}
        figure.add_annotation(text=text, font=font, align="left", showarrow=False, **where)


def _named(spot: Spot) -> str:
    return "<br>".join(map(escaped, spot.lines)) + f" <b>{escaped(spot.number)}</b>"
