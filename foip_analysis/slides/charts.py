"""Tables → PowerPoint's own bar charts on slides, each with the workbook that it is drawn from.

In PowerPoint: right click, Edit Data. Nothing shrinks until it cannot be read: more bars than a
slide holds go on over further slides, on the same scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np

from foip_analysis.charts import style
from foip_analysis.charts.grid import fainter
from foip_analysis.charts.lettering import PITCH
from foip_analysis.charts.sheet import OUTLINE
from foip_analysis.files.formats import new_book
from foip_analysis.slides import office
from foip_analysis.slides.bars import Bars
from foip_analysis.slides.room import (
    LABEL_POINTS,
    MOST,
    Drawing,
    label_width,
    parts_of,
    too_many,
)
from foip_analysis.slides.stage import Area
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Values
from foip_analysis.words.catalogue import say

LEGEND_LINE = LABEL_POINTS * PITCH / 72  # inches
# Inches of a label as the theme's font has it: the pitch cannot be set.
TALL = LABEL_POINTS * 1.45 / 72
BAR_ROW = (TALL + 0.008, 1.6)  # inches that a bar and the space around it take: at least, at most
LEFT_OUT = "<c:delete val='1'/>"  # a label where a part of the bar is narrower than the number
WORKBOOK_WORDS = ("note", "source", "call")  # of a table, in the workbook behind its chart


class Frame(NamedTuple):
    """What stands around bars, in inches: labels at the left, a legend of ``keys`` lines above, and
    how high each bar is with the space around it.
    """

    left: float
    above: float
    keys: int
    row: float


def plan_bars(bars: Bars, area: Area) -> list[Drawing]:
    """Return what draws a native bar chart, once for each slide that it takes."""
    left = label_width(bars.labels.tolist())
    lines = [office.line_count(label, left - 0.14, LABEL_POINTS) for label in bars.labels]
    keys = 0 if bars.kind == "ranked" else _key_lines(bars.heads, area.wide)
    above = keys * LEGEND_LINE * 1.25 + (0.1 if keys else 0)
    least = TALL * max(lines) + BAR_ROW[0] - TALL
    parts = parts_of([least] * len(lines), area.high - above)
    if parts is None or len(parts) > MOST:
        holds = int((area.high - above) / least) * MOST
        raise ValueError(too_many(bars.table, "rows", len(lines), holds))
    high = min((area.high - above) / max(map(len, parts)), BAR_ROW[1])
    frame = Frame(left, above, keys, high)
    return [partial(_draw, bars, area, frame, rows) for rows in parts]


def _draw(bars: Bars, area: Area, frame: Frame, rows: range, slide: Any) -> Any:
    """Add the chart of some bars."""
    from pptx.enum.chart import XL_LABEL_POSITION

    some = bars.take(rows)
    place = Area(*area[:3], frame.above + len(rows) * frame.row)
    shape = _bar_chart(slide, some, place, frame)
    chart, plot, room = shape.chart, shape.chart.plots[0], area.wide - frame.left
    ends = list(map(bars.number, bars.sums)) if bars.kind == "ranked" or bars.total else []
    bold = bars.kind == "stacked"
    for_text = max(
        (office.text_width(text, LABEL_POINTS, bold=bold) for text in ends), default=-0.15
    )
    # the longest bar leaves room for its number
    unit = max(room - for_text - 0.15, 0.2) / (bars.longest or 1)  # inches
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, round(room / unit, 6)
    dark = style.colour("ink")
    if bars.kind == "ranked":
        plot.vary_by_categories = False
        for point, [hue] in enumerate(some.hues):
            fill = plot.series[0].points[point].format.fill
            fill.solid()
            fill.fore_color.rgb = office.rgb(hue)
        number_format = _number_format(bars, bars.values, zeros=True)
        _label(plot.series[0], number_format, XL_LABEL_POSITION.OUTSIDE_END, dark)
        return _finished(shape, bars.lang)
    plot.overlap = 100
    lengths = some.values * unit
    if bars.kind == "shares":
        lengths = some.values / some.sums[:, None] * room
    number_format = _number_format(bars, bars.values)
    for n, key in enumerate(bars.keys):
        one, hollow = plot.series[n], some.hollow[:, n]
        outlined = bool(hollow.any() and (some.values[~hollow, n] == 0).all())
        _paint(one, key, outlined=outlined)
        _label(
            one,
            number_format,
            XL_LABEL_POSITION.CENTER,
            dark if outlined else style.ink_on(key),
        )
        labels = {
            m: LEFT_OUT
            for m, value in enumerate(some.values[:, n])
            if value and lengths[m, n] < office.text_width(bars.number(value), LABEL_POINTS) + 0.04
        }
        apart = some.quiet | (hollow & (not outlined)) | (some.hues[:, n] != key)
        for m in np.flatnonzero(apart).tolist():
            hue = fainter(some.hues[m, n]) if some.quiet[m] else some.hues[m, n]
            _paint(one.points[m], hue, outlined=bool(hollow[m]))
            ink = dark if hollow[m] or some.quiet[m] else style.ink_on(hue)
            labels.setdefault(m, _label_in(ink, number_format))
        _label_points(one, labels)
    if bars.total:  # a bar without colour behind the others carries the sum as its label
        last, number_format = plot.series[-1], _number_format(bars, bars.sums)
        last.format.fill.background()
        last.format.line.fill.background()
        _label(last, number_format, XL_LABEL_POSITION.INSIDE_BASE, dark, bold=True)
    return _finished(shape, bars.lang)


def _paint(part: Any, colour: str, *, outlined: bool) -> None:
    """Fill a series or a point with a colour, or outline it with that."""
    from pptx.util import Pt

    paper = style.colour("paper")
    face, edge = (paper, colour) if outlined else (colour, paper)
    part.format.fill.solid()
    part.format.fill.fore_color.rgb = office.rgb(face)
    part.format.line.color.rgb = office.rgb(edge)
    if outlined:
        part.format.line.width = Pt(OUTLINE)


def _bar_chart(slide: Any, bars: Bars, area: Area, frame: Frame) -> Any:
    """Add the chart with its axes and legend, and the workbook behind it; return its shape."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    left, above, keys = frame.left / area.wide, frame.above / area.high, frame.keys
    data = CategoryChartData()
    data.categories = bars.labels
    for head, column in zip(bars.heads, bars.values.T, strict=True):
        data.add_series(head, _numbers(column))
    if bars.total:
        data.add_series(bars.total, _numbers(bars.sums))
    kinds = {
        "ranked": XL_CHART_TYPE.BAR_CLUSTERED,
        "stacked": XL_CHART_TYPE.BAR_STACKED,
        "shares": XL_CHART_TYPE.BAR_STACKED_100,
    }
    shape = slide.shapes.add_chart(kinds[bars.kind], *map(office.emu, area), data)
    chart = shape.chart
    chart.part.chart_workbook.update_from_xlsx_blob(_workbook(bars))
    chart.has_title, chart.has_legend = False, bool(keys)
    chart.font.size, chart.font.color.rgb = Pt(LABEL_POINTS), office.rgb(style.colour("ink"))
    axis = chart.category_axis
    axis.reverse_order, axis.has_major_gridlines = True, False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = office.rgb(style.colour("line"))
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.plots[0].gap_width = 25 if keys else 39
    plot = chart._chartSpace.chart.plotArea
    plot.insert(0, _laid(left, above, 1 - left, 1 - above, "<c:layoutTarget val='inner'/>"))
    if keys:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        named = [*bars.heads, " " * bool(bars.total)]
        wide = 1.0 if keys > 1 else min(sum(map(_key_width, named)) / area.wide, 1.0)
        chart.legend._element.insert(1, _laid(0, 0, wide, keys * LEGEND_LINE * 1.25 / area.high))
        if bars.total:  # its key is as invisible as its bars
            name = chart.plots[0].series[-1]._element.find(office.qualified("c:tx"))
            name[:] = [office.element("<c:v {names}> </c:v>", "c")]
    return shape


def _numbers(values: Values) -> list[float | None]:
    return [None if np.isnan(n) else int(n) if n.is_integer() else n for n in values.tolist()]


def _workbook(bars: Bars) -> bytes:
    """Return the .xlsx behind a chart: labels and numbers on the first sheet, what they are on the
    second.

    Text is text, whatever it begins with; the sums are formulas.
    """
    from xlsxwriter.utility import xl_range

    file, itself = BytesIO(), about(bars.table)
    with new_book(file) as book:
        sheet, notes = (
            book.add_worksheet(name)  # the chart finds its numbers by the first one's name
            for name in ("Sheet1", say("file-sheet-note", bars.lang))
        )
        heads = [str(bars.table.index.name or ""), *bars.heads, *filter(None, [bars.total])]
        for n, head in enumerate(heads):
            sheet.write_string(0, n, head)
        for m, (label, line) in enumerate(zip(bars.labels, bars.values, strict=True), start=1):
            sheet.write_string(m, 0, label)
            numbers = _numbers(line)
            for n, number in enumerate(numbers, start=1):
                if number is not None:
                    sheet.write_number(m, n, number)
            if bars.total:
                cells, whole = (
                    xl_range(m, 1, m, len(numbers)),
                    sum(number or 0 for number in numbers),
                )
                sheet.write_formula(m, len(numbers) + 1, f"=SUM({cells})", None, whole)
        sheet.set_column(0, 0, 36)
        notes.set_column(0, 1, 24)
        told = [(key, text) for key in WORKBOOK_WORDS if (text := getattr(itself, key))]
        for m, (key, text) in enumerate(told):
            notes.write_string(m, 0, say(f"slide-sheet-{key}", bars.lang))
            notes.write_string(m, 1, text)
    return file.getvalue()


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
    labels.position, labels.font.size, labels.font.bold = position, Pt(LABEL_POINTS), bold
    labels.font.color.rgb = office.rgb(colour)


def _label_points(series: Any, labels: dict[int, str]) -> None:
    """Give points labels of their own: what stands in them, in XML."""
    for n, point in enumerate(sorted(labels)):
        label = f"<c:dLbl {{names}}><c:idx val='{point}'/>{labels[point]}</c:dLbl>"
        series.data_labels._element.insert(n, office.element(label, "c", "a"))


def _label_in(ink: str, number_format: str) -> str:
    """Return the label of a point whose colour is not that of the others."""
    colour = office.hexadecimal(ink)
    hidden = ("CatName", "SerName", "Percent", "BubbleSize")
    return (
        f"<c:numFmt formatCode='{number_format}' sourceLinked='0'/><c:txPr><a:bodyPr/><a:p><a:pPr>"
        f"<a:defRPr sz='{LABEL_POINTS * 100:.0f}' b='0'><a:solidFill><a:srgbClr val='{colour}'/>"
        "</a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr><c:dLblPos val='ctr'/>"
        "<c:showLegendKey val='0'/><c:showVal val='1'/>"
        + "".join(f"<c:show{name} val='0'/>" for name in hidden)
    )


def _laid(x: float, y: float, width: float, height: float, target: str = "") -> Any:
    """Return where a part of a chart lies, in shares of the chart."""
    numbers = "".join(
        f"<c:{name} val='{value:.5f}'/>"
        for name, value in zip("xywh", (x, y, width, height), strict=True)
    )
    return office.element(
        f"<c:layout {{names}}><c:manualLayout>{target}<c:xMode val='edge'/><c:yMode "
        f"val='edge'/>{numbers}</c:manualLayout></c:layout>",
        "c",
    )


def _finished(shape: Any, lang: str | None) -> Any:
    """Give every text of a chart the theme's fonts and its language; no label is left out, no
    corner rounded.
    """
    space, axis = shape.chart._chartSpace, shape.chart.category_axis._element
    space.insert(1, office.element("<c:roundedCorners {names} val='0'/>", "c"))
    for properties in space.iter(office.qualified("a:defRPr")):
        properties.set("lang", say("tag", lang))
        office.fonts(properties)
    last = axis.find(office.qualified("c:noMultiLvlLbl"))
    last.addprevious(office.element("<c:tickLblSkip {names} val='1'/>", "c"))
    return shape


def _key_width(label: str) -> float:
    return office.text_width(label, LABEL_POINTS) + 0.45


def _key_lines(labels: Sequence[str], room: float) -> int:
    lines, used = 1, 0.0
    for label in labels:
        if used and used + _key_width(label) > room:
            lines, used = lines + 1, 0.0
        used += _key_width(label)
    return lines


def _number_format(bars: Bars, values: Values, *, zeros: bool = False) -> str:
    """Return the format that prints numbers as the bars do; without ``zeros`` a zero is not
    printed.
    """
    whole = np.nan_to_num(values) == np.nan_to_num(values).round()
    number = "0%" if bars.percents else "0" if whole.all() else "0.0"
    return number if zeros else f"{number};;;"
