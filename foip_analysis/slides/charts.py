"""Tables → PowerPoint's own bar charts on a slide, each with the workbook that it is drawn from.

In PowerPoint: right click, Edit Data. Nothing shrinks until it cannot be read: a table too large
for a slide is refused.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import bar_grid, largest, part_colours, refuse_empty, shades
from foip_analysis.slides import office
from foip_analysis.slides.tables import TEXT, Area, label_width, too_many
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Grid, Values
from foip_analysis.words.catalogue import say, word

LINE = TEXT * office.PITCH / 72  # inches
ROW = (LINE + 0.04, 1.2)  # inches that a bar and the space around it take: at least, at most


def add_bars(slide: Any, table: pd.DataFrame, area: Area) -> Any:
    """Add a native bar chart: ranked for a count, stacked for a cross-tab whose columns divide the
    initiatives.

    Raises
    ------
    ValueError
        If the table cannot be drawn so, or is too large for the area.
    """
    grid, kind = bar_grid(table, "ranked" if about(table).columns is None else "stacked")
    return (_ranked if kind == "ranked" else _stacked)(slide, table, grid, area)


def _ranked(slide: Any, table: pd.DataFrame, grid: Grid, area: Area) -> Any:
    from pptx.enum.chart import XL_LABEL_POSITION

    values, ends = grid.values[:, 0], [grid.number(value) for value in grid.values[:, 0]]
    series = [(grid.columns[0].label, values)]
    shape, room = _bar_chart(slide, table, area, grid.heads("rows"), series, stacked=False)
    plot = shape.chart.plots[0]
    plot.vary_by_categories = False
    _scale(
        shape.chart,
        largest(values),
        room,
        max(office.text_width(text, TEXT) for text in ends) + 0.15,
    )
    for point, colour in enumerate(shades(table, grid)):
        fill = plot.series[0].points[point].format.fill
        fill.solid()
        fill.fore_color.rgb = office.rgb(colour)
    _label(
        plot.series[0],
        _number_format(grid, values, zeros=True),
        XL_LABEL_POSITION.OUTSIDE_END,
        style.colour("ink"),
    )
    return _finished(shape, table)


def _stacked(slide: Any, table: pd.DataFrame, whole: Grid, area: Area) -> Any:
    from pptx.enum.chart import XL_LABEL_POSITION

    grid = whole.inner
    refuse_empty(grid)
    values, texts = np.nan_to_num(grid.values), grid.texts()
    totals = values.sum(axis=1)
    total = "" if grid.about.question.share else word("all", grid.about.lang)
    series = [(line.label, values[:, n]) for n, line in enumerate(grid.columns)]
    shape, room = _bar_chart(
        slide, table, area, grid.heads("rows"), series, stacked=True, total=total
    )
    chart = shape.chart
    plot = chart.plots[0]
    plot.overlap = 100
    ends = (
        max(office.text_width(grid.number(value), TEXT, bold=True) for value in totals) + 0.15
        if total
        else 0
    )
    unit = _scale(chart, largest(totals), room, ends)
    for n, colour in enumerate(part_colours(grid)):
        one = plot.series[n]
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = office.rgb(colour)
        one.format.line.color.rgb = office.rgb(style.colour("paper"))
        _label(one, _number_format(grid, values), XL_LABEL_POSITION.CENTER, style.ink_on(colour))
        narrow = [
            m
            for m, line in enumerate(texts)
            if line[n] and values[m, n] * unit < office.text_width(line[n], TEXT) + 0.04
        ]
        _leave_out(one, narrow)
    if total:  # a bar without colour behind the others carries the sum as its label
        plot.series[-1].format.fill.background()
        plot.series[-1].format.line.fill.background()
        _label(
            plot.series[-1],
            _number_format(grid, totals),
            XL_LABEL_POSITION.INSIDE_BASE,
            style.colour("ink"),
            bold=True,
        )
    return _finished(shape, table)


def _bar_chart(
    slide: Any,
    table: pd.DataFrame,
    area: Area,
    labels: list[str],
    series: list[tuple[str, Values]],
    *,
    stacked: bool,
    total: str = "",
) -> tuple[Any, float]:
    """Add the chart with its axes and legend; return its shape and the inches that bars may be
    long.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    left = label_width(labels)
    lines = max(office.line_count(label, left - 0.15, TEXT) for label in labels)
    heads = [head for head, _ in series]
    keys = _key_lines(heads, area[2]) if stacked else 0
    above = keys * LINE * 1.25 + (0.1 if keys else 0)
    least = LINE * lines + ROW[0] - LINE
    if len(labels) * least > area[3] - above:
        raise ValueError(too_many(table, "rows", len(labels), int((area[3] - above) / least)))
    high = above + len(labels) * min((area[3] - above) / len(labels), ROW[1])
    data = CategoryChartData()
    data.categories = labels
    columns = [
        [None if np.isnan(value) else _plain(value) for value in values] for _, values in series
    ]
    for head, values in zip(heads, columns, strict=True):
        data.add_series(head, values)
    if total:
        sums = np.sum([values for _, values in series], axis=0)
        data.add_series(total, [_plain(value) for value in sums])
    kind = XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
    shape = slide.shapes.add_chart(kind, *map(office.emu, (*area[:3], high)), data)
    chart = shape.chart
    told = {key: text for key in ("note", "source", "call") if (text := getattr(about(table), key))}
    chart.part.chart_workbook.update_from_xlsx_blob(
        office.workbook(
            [str(table.index.name or ""), *heads],
            labels,
            columns,
            told,
            total,
            about(table).lang,
        )
    )
    chart.has_title, chart.has_legend = False, stacked
    chart.font.size, chart.font.color.rgb = Pt(TEXT), office.rgb(style.colour("ink"))
    axis = chart.category_axis
    axis.reverse_order, axis.major_tick_mark, axis.has_major_gridlines = (
        True,
        XL_TICK_MARK.NONE,
        False,
    )
    axis.format.line.color.rgb = office.rgb(style.colour("line"))
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.plots[0].gap_width = 25 if stacked else 39
    _lay(
        chart._chartSpace.chart.plotArea,
        left / area[2],
        above / high,
        1 - left / area[2],
        1 - above / high,
        inner=True,
    )
    if stacked:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        wide = 1.0 if keys > 1 else sum(map(_key_width, [*heads, " " * bool(total)])) / area[2]
        _lay(chart.legend._element, 0, 0, min(wide, 1.0), keys * LINE * 1.25 / high, inner=False)
        if total:  # its key is as invisible as its bars
            name = chart.plots[0].series[-1]._element.find(office.qualified("c:tx"))
            name.remove(name[0])
            _append(name, "<c:v {names}> </c:v>", 0)
    return shape, area[2] - left


def _scale(chart: Any, longest: float, room: float, for_text: float) -> float:
    """Set the value axis so that the longest bar leaves room for its number; return inches a
    unit.
    """
    unit = max(room - for_text, 0.2) / (longest or 1)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, round(room / unit, 6)
    return unit


def _label(
    series: Any, number_format: str, position: Any, colour: str, *, bold: bool = False
) -> None:
    from pptx.util import Pt

    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = (
        True,
        number_format,
        False,
    )
    labels.position, labels.font.size, labels.font.bold = position, Pt(TEXT), bold
    labels.font.color.rgb = office.rgb(colour)


def _leave_out(series: Any, points: list[int]) -> None:
    """Leave out the labels of points whose part of the bar is narrower than the number."""
    for n, point in enumerate(points):
        _append(
            series.data_labels._element,
            f"<c:dLbl {{names}}><c:idx val='{point}'/><c:delete val='1'/></c:dLbl>",
            n,
        )


def _lay(element: Any, x: float, y: float, width: float, height: float, *, inner: bool) -> None:
    """Place a part of a chart by hand, in shares of the chart."""
    for old in element.findall(office.qualified("c:layout")):
        element.remove(old)
    target = "<c:layoutTarget val='inner'/>" if inner else ""
    numbers = "".join(
        f"<c:{name} val='{value:.5f}'/>"
        for name, value in zip("xywh", (x, y, width, height), strict=True)
    )
    entries = len(element.findall(office.qualified("c:legendPos")))
    layout = (
        f"<c:layout {{names}}><c:manualLayout>{target}<c:xMode val='edge'/><c:yMode "
        f"val='edge'/>{numbers}</c:manualLayout></c:layout>"
    )
    _append(element, layout, entries)


def _finished(shape: Any, table: pd.DataFrame) -> Any:
    """Give every text of a chart the theme's fonts and its language; no label is left out, no
    corner rounded.
    """
    space = shape.chart._chartSpace
    _append(
        space,
        "<c:roundedCorners {names} val='0'/>",
        len(space.findall(office.qualified("c:date1904"))),
    )
    for properties in space.iter(office.qualified("a:defRPr")):
        properties.set("lang", say("tag", about(table).lang))
        office.fonts(properties)
    axis = shape.chart.category_axis._element
    skip = axis.find(office.qualified("c:noMultiLvlLbl"))
    _append(
        axis,
        "<c:tickLblSkip {names} val='1'/>",
        list(axis).index(skip) if skip is not None else len(axis),
    )
    return shape


def _append(element: Any, xml: str, at: int) -> None:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    element.insert(at, parse_xml(xml.format(names=nsdecls("c"))))


def _key_width(label: str) -> float:
    return office.text_width(label, TEXT) + 0.45


def _key_lines(labels: list[str], room: float) -> int:
    lines, used = 1, 0.0
    for label in labels:
        if used and used + _key_width(label) > room:
            lines, used = lines + 1, 0.0
        used += _key_width(label)
    return lines


def _number_format(grid: Grid, values: Values, *, zeros: bool = False) -> str:
    """Return the format that prints numbers as the grid does; without ``zeros`` a zero is not
    printed.
    """
    whole = np.nan_to_num(values) == np.nan_to_num(values).round()
    number = "0%" if grid.about.question.share else "0" if whole.all() else "0.0"
    return number if zeros else f"{number};;;"


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else float(value)
