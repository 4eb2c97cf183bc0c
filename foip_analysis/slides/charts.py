"""Tables → PowerPoint's own bar charts on slides, each with the workbook that it is drawn from.

In PowerPoint: right click, Edit Data. Nothing shrinks until it cannot be read: more bars than a
slide holds go on over further slides, on the same scale.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import (
    bar_grid,
    basis_grid,
    fainter,
    largest,
    own_hues,
    part_colours,
    refuse_empty,
    shades,
)
from foip_analysis.charts.sheet import OUTLINE
from foip_analysis.slides import office
from foip_analysis.slides.stage import Area
from foip_analysis.slides.tables import MOST, TEXT, Drawing, label_width, parts_of, too_many
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import ENOUGH, Mask, Values, grid_of
from foip_analysis.tables.notes import in_brackets
from foip_analysis.tables.sensitivity import inferred_only, inferred_sides
from foip_analysis.words.catalogue import FIRST, say, within, word
from foip_analysis.words.numerals import percent, plain

Kind: TypeAlias = Literal["ranked", "stacked", "shares"]

LINE = TEXT * office.PITCH / 72  # inches
TALL = TEXT * 1.45 / 72  # inches of a label as the theme's font has it: the pitch cannot be set
ROW = (TALL + 0.008, 1.6)  # inches that a bar and the space around it take: at least, at most
LEFT_OUT = "<c:delete val='1'/>"  # a label where a part of the bar is narrower than the number
FEW = 4  # columns of a table of one's own that bars are divided by


@dataclass(frozen=True, eq=False)
class Bars:
    """Bars to be drawn: what stands at each, their numbers (bars × parts) and their colours.

    ``shares`` are bars of one length, divided by their numbers. A colour is a bar's if they are
    ``ranked``, else a part's; ``total`` heads the sums, which stand at the end of stacked bars.
    ``quiet`` tells which bars are shares of too few, ``hollow`` which parts of bars are outlined,
    ``hues`` the colour of each bar where its parts are told by that alone.
    """

    kind: Kind
    corner: str
    labels: list[str]
    heads: list[str]
    values: Values
    colours: list[str]
    lang: str | None
    told: dict[str, str]
    total: str = ""
    percents: bool = False
    quiet: tuple[bool, ...] = ()
    hollow: Mask | None = None
    hues: tuple[str, ...] = ()

    @property
    def sums(self) -> Values:
        sums: Values = np.nan_to_num(self.values).sum(axis=1)
        return sums

    @property
    def longest(self) -> float:
        return 1.0 if self.kind == "shares" else largest(self.sums)

    def number(self, value: float) -> str:
        """Return a number as it stands at a bar."""
        return percent(value) if self.percents else plain(value)

    def take(self, rows: range) -> Bars:
        """Return some of the bars."""
        return replace(
            self,
            labels=[self.labels[n] for n in rows],
            values=self.values[list(rows)],
            colours=[self.colours[n] for n in rows] if self.kind == "ranked" else self.colours,
            quiet=tuple(self.quiet[n] for n in rows if self.quiet),
            hollow=None if self.hollow is None else self.hollow[list(rows)],
            hues=tuple(self.hues[n] for n in rows if self.hues),
        )


class Frame(NamedTuple):
    """What stands around bars, in inches: labels at the left, a legend of ``keys`` lines above, and
    how high each bar is with the space around it.
    """

    left: float
    above: float
    keys: int
    row: float


def plan_bars(table: pd.DataFrame, area: Area, lang: str | None) -> list[Drawing]:
    """Return what draws a native bar chart, once for each slide that it takes: ranked for a count,
    stacked for a cross-tab whose columns divide the initiatives, and for a range of what is stated
    and inferred.

    A table of one's own, of numbers, is ranked if it has one column, else stacked.

    Raises
    ------
    ValueError
        If the table cannot be drawn so.
    """
    return _planned(table, bars_of(table, lang), area)


def plan_shares(table: pd.DataFrame, area: Area, lang: str | None) -> list[Drawing]:
    """Return what draws bars of one length, each divided by its numbers, which stand in them; its
    label tells its sum; those of too few are pale.

    Raises
    ------
    ValueError
        If the columns do not divide the initiatives of each row.
    """
    if about(table).question.share:
        raise ValueError(
            "Bars of one length are divided by counts, and this is a table of shares. Make it "
            "without share=."
        )
    bars = bars_of(table, lang)
    if bars.kind != "stacked":
        raise ValueError("Bars of one length need a table with several columns that divide rows.")
    kept = [n for n, value in enumerate(bars.sums) if value > 0]
    bars = replace(
        bars,
        kind="shares",
        total="",
        labels=[bars.labels[n] + in_brackets(plain(bars.sums[n]), bars.lang) for n in kept],
        values=bars.values[kept],
        quiet=tuple(pale(table, lang)[n] for n in kept),
        hollow=None if bars.hollow is None else bars.hollow[kept],
        hues=tuple(bars.hues[n] for n in kept if bars.hues),
    )
    return _planned(table, bars, area)


def pale(table: pd.DataFrame, lang: str | None) -> list[bool]:
    """Return which bars of a table's shares are of too few initiatives to be read as shares."""
    return [bool(about(table)) and 0 < value < ENOUGH for value in bars_of(table, lang).sums]


def outlined(table: pd.DataFrame) -> list[str]:
    """Return the labels of what is inferred where parts of a cross-tab's bars are outlined."""
    itself = about(table)
    inner = grid_of(table).inner if itself.kind == "cross_tab" else None
    parted = inner is not None and len(inner.columns) > 1  # one column alone is not outlined
    sides = inferred_sides(inner) if inner is not None and parted else []
    return [within(itself.dimension_labels[side], itself.lang) for side in sides]


def bars_of(table: pd.DataFrame, lang: str | None) -> Bars:
    """Return the bars of a table, ranked or stacked, their words in a language."""
    itself = about(table)
    told = {key: text for key in ("note", "source", "call") if (text := getattr(itself, key))}
    corner = str(table.index.name or "")
    if not itself:
        return _of_own(table, corner, lang)
    if itself.kind == "range":
        return _of_basis(table, corner, lang, told)
    alone = itself.columns is not None and len(grid_of(table).inner.columns) == 1
    grid, kind = bar_grid(table, "auto" if itself.columns is None or alone else "stacked")
    if alone:
        grid, kind = grid.inner, "ranked"
    percents = bool(grid.about.question.share)
    labels = grid.heads("rows")
    if kind == "ranked":
        heads, values = [grid.columns[0].label], grid.values[:, :1]
        colours = shades(table, grid)
        return Bars("ranked", corner, labels, heads, values, colours, lang, told, "", percents)
    inner = grid.inner
    refuse_empty(inner)
    return Bars(
        "stacked",
        corner,
        inner.heads("rows"),
        [line.label for line in inner.columns],
        np.nan_to_num(inner.values),
        part_colours(inner),
        lang,
        told,
        "" if percents else word("all", lang),
        percents,
        tuple(any(line) for line in inner.quiet.tolist()),
        inferred_only(inner),
    )


def _of_basis(table: pd.DataFrame, corner: str, lang: str | None, told: dict[str, str]) -> Bars:
    """Return bars of a count, parted in what is stated and what is inferred, in its codes' hues."""
    grid = basis_grid(table, "Bars")
    stated, every = grid.values[:, 0], grid.values[:, 1]
    values = np.column_stack([stated, every - stated])
    known, quiet = own_hues(grid.about), style.colour("quiet")
    return Bars(
        "stacked",
        corner,
        grid.heads("rows"),
        [say("key-stated", lang), say("key-inferred", lang)],
        values,
        [style.colour("soft")] * 2,
        lang,
        told,
        word("all", lang),
        hollow=(values > 0) & [False, True],
        hues=tuple(known.get(line.code, quiet) for line in grid.rows),
    )


def _of_own(table: pd.DataFrame, corner: str, lang: str | None) -> Bars:
    """Return the bars of a table that is not of this package."""
    numbers = all(pd.api.types.is_numeric_dtype(kind) for kind in table.dtypes)
    few = 0 < table.shape[1] <= FEW
    if table.empty or not numbers or not few or (table.to_numpy(float) < 0).any():
        raise ValueError(
            f"Bars are drawn of a table with 1 to {FEW} columns of numbers, none under 0. Choose "
            "them, or show it as ('table', table, title)."
        )
    values = table.to_numpy(float)
    strong, soft, paper = (style.colour(part) for part in ("strong", "soft", "paper"))
    if table.shape[1] == 1:
        best = largest(values)
        colours = [strong if value == best else style.colour("quiet") for value in values[:, 0]]
        kind: Kind = "ranked"
    else:
        colours = [soft, *(style.mixed(soft, paper, part) for part in (0.6, 0.3, 0.8))]
        kind = "stacked"  # without hues: those mean something
    labels, heads = [str(label) for label in table.index], [str(head) for head in table.columns]
    total = word("all", lang or FIRST) if kind == "stacked" else ""
    outlined = [head in table.attrs.get("outlined", ()) for head in heads]
    if any(outlined):
        colours = [soft if each else own for each, own in zip(outlined, colours, strict=False)]
    hollow = np.broadcast_to(outlined, values.shape) & (values > 0)
    return Bars(kind, corner, labels, heads, values, colours, lang, {}, total, hollow=hollow)


def _planned(table: pd.DataFrame, bars: Bars, area: Area) -> list[Drawing]:
    left = label_width(bars.labels)
    lines = [office.line_count(label, left - 0.14, TEXT) for label in bars.labels]
    keys = 0 if bars.kind == "ranked" else _key_lines(bars.heads, area.wide)
    above = keys * LINE * 1.25 + (0.1 if keys else 0)
    least = TALL * max(lines) + ROW[0] - TALL
    parts = parts_of([least] * len(lines), area.high - above)
    if parts is None or len(parts) > MOST:
        holds = int((area.high - above) / least) * MOST
        raise ValueError(too_many(table, "rows", len(lines), holds))
    high = min((area.high - above) / max(map(len, parts)), ROW[1])
    frame = Frame(left, above, keys, high)
    return [partial(_draw, bars, area, frame, rows) for rows in parts]


def _draw(bars: Bars, area: Area, frame: Frame, rows: range, slide: Any) -> Any:
    """Add the chart of some bars."""
    from pptx.enum.chart import XL_LABEL_POSITION

    some = bars.take(rows)
    place = Area(*area[:3], frame.above + len(rows) * frame.row)
    shape = _bar_chart(slide, some, place, frame)
    chart, plot, room = shape.chart, shape.chart.plots[0], area.wide - frame.left
    bold = bars.kind == "stacked"
    ends = [bars.number(value) for value in bars.sums] if bars.kind != "shares" else []
    if bars.kind == "stacked" and not bars.total:
        ends = []
    for_text = max((office.text_width(text, TEXT, bold=bold) for text in ends), default=-0.15)
    unit = _scale(chart, bars.longest, room, for_text + 0.15)
    if bars.kind == "ranked":
        plot.vary_by_categories = False
        for point, colour in enumerate(some.colours):
            fill = plot.series[0].points[point].format.fill
            fill.solid()
            fill.fore_color.rgb = office.rgb(colour)
        number_format = _number_format(bars, bars.values, zeros=True)
        _label(plot.series[0], number_format, XL_LABEL_POSITION.OUTSIDE_END, style.colour("ink"))
        return _finished(shape, bars.lang)
    plot.overlap = 100
    lengths = some.values * unit
    if bars.kind == "shares":
        lengths = some.values / some.sums[:, None] * room
    for n in range(len(bars.heads)):
        one, colour = plot.series[n], bars.colours[n]
        empty = np.zeros(len(some.labels), bool) if some.hollow is None else some.hollow[:, n]
        hues = some.hues or (colour,) * len(empty)
        outlined = bool(empty.any() and (some.values[~empty, n] == 0).all())
        _paint(one, colour, outlined=outlined)
        number_format = _number_format(bars, bars.values)
        ink = style.colour("ink") if outlined else style.ink_on(colour)
        _label(one, number_format, XL_LABEL_POSITION.CENTER, ink)
        written = [bars.number(value) for value in some.values[:, n]]
        narrow = [
            m
            for m, text in enumerate(written)
            if some.values[m, n] and lengths[m, n] < office.text_width(text, TEXT) + 0.04
        ]
        labels = dict.fromkeys(narrow, LEFT_OUT)
        faint = np.array(some.quiet or [False] * len(empty))
        apart = faint | (empty & (not outlined)) | bool(some.hues)
        for m in np.flatnonzero(apart).tolist():
            hue, hollow = fainter(hues[m]) if faint[m] else hues[m], bool(empty[m])
            _paint(one.points[m], hue, outlined=hollow)
            ink = style.colour("ink") if hollow or faint[m] else style.ink_on(hue)
            labels.setdefault(m, _label_in(ink, number_format))
        _label_points(one, labels)
    if bars.total:  # a bar without colour behind the others carries the sum as its label
        plot.series[-1].format.fill.background()
        plot.series[-1].format.line.fill.background()
        _label(
            plot.series[-1],
            _number_format(bars, bars.sums),
            XL_LABEL_POSITION.INSIDE_BASE,
            style.colour("ink"),
            bold=True,
        )
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

    left, above, keys = frame.left, frame.above, frame.keys
    data = CategoryChartData()
    data.categories = bars.labels
    columns = [
        [None if np.isnan(value) else _plain(value) for value in column] for column in bars.values.T
    ]
    for head, column in zip(bars.heads, columns, strict=True):
        data.add_series(head, column)
    if bars.total:
        data.add_series(bars.total, [_plain(value) for value in bars.sums])
    kinds = {
        "ranked": XL_CHART_TYPE.BAR_CLUSTERED,
        "stacked": XL_CHART_TYPE.BAR_STACKED,
        "shares": XL_CHART_TYPE.BAR_STACKED_100,
    }
    shape = slide.shapes.add_chart(kinds[bars.kind], *map(office.emu, area), data)
    chart = shape.chart
    heads = [bars.corner, *bars.heads]
    chart.part.chart_workbook.update_from_xlsx_blob(
        office.workbook(heads, bars.labels, columns, bars.told, bars.total, bars.lang)
    )
    chart.has_title, chart.has_legend = False, bool(keys)
    chart.font.size, chart.font.color.rgb = Pt(TEXT), office.rgb(style.colour("ink"))
    axis = chart.category_axis
    axis.reverse_order, axis.major_tick_mark, axis.has_major_gridlines = (
        True,
        XL_TICK_MARK.NONE,
        False,
    )
    axis.format.line.color.rgb = office.rgb(style.colour("line"))
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.plots[0].gap_width = 25 if keys else 39
    _lay(
        chart._chartSpace.chart.plotArea,
        left / area.wide,
        above / area.high,
        1 - left / area.wide,
        1 - above / area.high,
        inner=True,
    )
    if keys:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        named = [*bars.heads, " " * bool(bars.total)]
        wide = 1.0 if keys > 1 else min(sum(map(_key_width, named)) / area.wide, 1.0)
        _lay(chart.legend._element, 0, 0, wide, keys * LINE * 1.25 / area.high, inner=False)
        if bars.total:  # its key is as invisible as its bars
            name = chart.plots[0].series[-1]._element.find(office.qualified("c:tx"))
            name.remove(name[0])
            _append(name, "<c:v {names}> </c:v>", 0)
    return shape


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


def _label_points(series: Any, labels: dict[int, str]) -> None:
    """Give points labels of their own: what stands in them, in XML."""
    for n, point in enumerate(sorted(labels)):
        label = f"<c:dLbl {{names}}><c:idx val='{point}'/>{labels[point]}</c:dLbl>"
        _append(series.data_labels._element, label, n)


def _label_in(ink: str, number_format: str) -> str:
    """Return the label of a point whose colour is not that of the others."""
    colour = office.hexadecimal(ink)
    hidden = ("CatName", "SerName", "Percent", "BubbleSize")
    return (
        f"<c:numFmt formatCode='{number_format}' sourceLinked='0'/><c:txPr><a:bodyPr/><a:p><a:pPr>"
        f"<a:defRPr sz='{TEXT * 100:.0f}' b='0'><a:solidFill><a:srgbClr val='{colour}'/>"
        "</a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr><c:dLblPos val='ctr'/>"
        "<c:showLegendKey val='0'/><c:showVal val='1'/>"
        + "".join(f"<c:show{name} val='0'/>" for name in hidden)
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


def _finished(shape: Any, lang: str | None) -> Any:
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
        properties.set("lang", say("tag", lang))
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

    element.insert(at, parse_xml(xml.format(names=nsdecls("c", "a"))))


def _key_width(label: str) -> float:
    return office.text_width(label, TEXT) + 0.45


def _key_lines(labels: list[str], room: float) -> int:
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


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else float(value)
