"""The whole document on one page: a few counts as bars on one scale, for an opening slide.

Unlike other charts this one takes a dataset, for it has several tables. It counts them with the
table functions and keeps them: ``figure.foip["tables"]`` holds what each panel shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import largest, own_hues, shades
from foip_analysis.charts.lettering import (
    GAP,
    PITCH,
    POINT,
    Place,
    paragraph,
    row_height,
    widest,
    wrapped,
    write,
)
from foip_analysis.charts.sheet import axes_at, named, page
from foip_analysis.charts.style import SIZE
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.given import guided
from foip_analysis.tables.about import about
from foip_analysis.tables.competing import row_codes
from foip_analysis.tables.counting import count
from foip_analysis.tables.findings import headline, surely
from foip_analysis.tables.grid import grid_of
from foip_analysis.tables.notes import describe_source, in_brackets, part_of, spelled_out
from foip_analysis.words.catalogue import check_language, joined, say
from foip_analysis.words.numerals import plain

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from foip_analysis.dataset.dataset import Dataset
    from foip_analysis.tables.question import Language

PANELS = (("priority", "tool", "sector"), ("region", "place", "partner"))  # lines of the page
LEADS = ("priority", "region")  # whose findings make the headline
PANEL_ROWS = 5  # rows of a panel, fewer where a tie would be cut
BETWEEN_PANELS = 0.45  # inches between panels
PANEL_LABEL = 2.4  # inches that a label may be wide
ROW_SPARE = 0.16  # inches that a row may be higher than it must
REST = 1.3 * SIZE["label"] * POINT  # inches of the line that tells what is left out
SET_APART = {"partner": "domestic"}  # dimension → the parent whose codes stand apart
PANEL_HEAD = PITCH * SIZE["subtitle"] * POINT + 0.06  # inches


@guided
def plot_overview(dataset: Dataset, *, lang: Language = "en", title: str | None = None) -> Figure:
    """Draw the whole document on one page: priorities, regions, tools, places, sectors, partners.

    Parameters
    ----------
    lang
        ``"en"`` or ``"ja"``.
    title
        Instead of the computed findings.

    Returns
    -------
    matplotlib.figure.Figure
        Six panels of bars on one scale; ``figure.foip["tables"]`` holds their tables by dimension.

    Raises
    ------
    ValueError
        If the codebook lacks one of the dimensions shown.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> figure = foip.plot_overview(foip.load())
    >>> list(figure.foip["tables"])
    ['priority', 'tool', 'sector', 'region', 'place', 'partner']
    """
    check_language(lang)
    needed = [dimension for column in PANELS for dimension in column]
    lacking = [d for d in needed if d not in book.dimensions(dataset.codebook)]
    if lang is None or lacking:
        fault = (
            f"The codebook has no dimension {', '.join(lacking)}"
            if lacking
            else "An overview needs words: lang is 'en' or 'ja'"
        )
        raise ValueError(f"{fault}. Draw single tables with plot(table).")
    tables = {d: _leading(dataset, d, lang) for d in needed}
    with style.applied():
        labels = {d: [wrapped(label, PANEL_LABEL) for label in tables[d].index] for d in needed}
        least = {d: len(some) * row_height(some) if some else 0 for d, some in labels.items()}
        lines = [max(least[d] for d in line) for line in PANELS]
        needs = sum(PANEL_HEAD + height + REST for height in lines) + BETWEEN_PANELS * (
            len(lines) - 1
        )
        rests = {d: _rest(dataset, tables[d]) for d in needed}
        heads = {d: _panel(tables[d], len(dataset.initiatives)) for d in needed}
        figure, area = _page(dataset, tables, lang, title, needs)
        across = range(len(PANELS[0]))
        mosts = [max(_largest(tables[line[k]]) for line in PANELS) for k in across]
        number = widest([plain(max(mosts))]) + GAP
        lefts = [
            widest([text for line in PANELS for text in labels[line[k]]]) + GAP for k in across
        ]
        widths = [
            max(style.text_width(heads[line[k]], SIZE["subtitle"], bold=True) for line in PANELS)
            for k in across
        ]
        free = area[2] - BETWEEN_PANELS * (len(across) - 1) - number * len(across)
        beside = [0.0 for _ in across]  # the bars, where a head is longer than they
        for _ in range(len(across) + 1):
            unit = (free - sum(lefts) - sum(beside)) / (sum(mosts) or 1)  # inches an initiative
            beside = [
                max(0.0, width - left - most * unit - number)
                for left, width, most in zip(lefts, widths, mosts, strict=True)
            ]
        rows = sum(max(len(labels[d]) for d in line) for line in PANELS) or 1
        more = min((area[3] - needs) / rows, 2 * ROW_SPARE)
        y = area[1] + area[3]
        for line, height in zip(PANELS, lines, strict=True):
            x = area[0]
            for d, left, longest, empty in zip(line, lefts, mosts, beside, strict=True):
                paragraph(figure, x, y, heads[d], SIZE["subtitle"], **style.semibold())
                high, room = least[d] + more * len(labels[d]), longest * unit + number
                if labels[d]:
                    place = (x + left, y - PANEL_HEAD - high, room, high)
                    _bars(figure, place, tables[d], labels[d], unit, left)
                if rests[d]:
                    soft = style.colour("soft")
                    paragraph(figure, x, y - PANEL_HEAD - high, rests[d], SIZE["label"], color=soft)
                x += left + room + empty + BETWEEN_PANELS
            y -= (
                PANEL_HEAD
                + height
                + more * max(len(labels[d]) for d in line)
                + BETWEEN_PANELS
                + REST
            )
    return figure


def _leading(dataset: Dataset, dimension: str, lang: Language) -> pd.DataFrame:
    """Return a count's largest rows: as many as may be without cutting through a tie, unless that
    leaves under three.

    Codes that no initiative has are left out.
    """
    codes = dataset.present(dimension)
    parents = book.parents(dataset.codebook, dimension)
    abroad = [code for code in codes if parents.get(code) != SET_APART.get(dimension, "")]
    chosen, above = abroad or codes, book.parent_dimension(dataset.codebook, dimension)
    if above and len(chosen) < len(codes):  # the base is theirs, too
        kinds = list(dict.fromkeys(parents[code] for code in chosen))
        dataset = dataset.where(**{above: kinds})
    table = count(dataset, dimension, order="size", lang=lang, codes={dimension: chosen})
    values, most = table.iloc[:, 0].to_numpy(), min(PANEL_ROWS, len(table))
    whole = [n for n in range(1, most + 1) if n == len(values) or values[n] < values[n - 1]]
    return table.iloc[: whole[-1] if whole and whole[-1] >= min(3, most) else most]


def _rest(dataset: Dataset, table: pd.DataFrame) -> str:
    """Return how many more codes there are than the rows of a panel, and how large they are."""
    itself = about(table)
    assert itself.rows is not None
    shown = set(row_codes(table))
    sizes = {str(code): n for code, n in dataset.membership(itself.rows).sum().items() if n}
    parents, apart = itself.parents, SET_APART.get(itself.rows, "")
    left = [n for code, n in sizes.items() if code not in shown and parents.get(code) != apart]
    return say("overview-rest", itself.lang, count=len(left), most=max(left)) if left else ""


def _largest(table: pd.DataFrame) -> float:
    return largest(table.iloc[:, 0].to_numpy(float))


def _panel(table: pd.DataFrame, total: int) -> str:
    """Return what a panel shows, and of how many initiatives, if not of all ``total``."""
    itself = about(table)
    assert itself.rows is not None
    label = itself.dimension_labels[itself.rows]
    at_home = {c for c, kind in itself.parents.items() if kind == SET_APART.get(itself.rows)}
    if at_home and not at_home & set(row_codes(table)):
        label = say("overview-abroad", itself.lang, label=label)
    return say("overview-panel", itself.lang, label=label, **part_of(itself.whole_base, total))


def _bars(
    figure: Figure, place: Place, table: pd.DataFrame, labels: list[str], unit: float, left: float
) -> None:
    """Draw bars of ``unit`` inches an initiative, their labels ``left`` inches before them."""
    values = table.iloc[:, 0].to_numpy(float)
    axes = axes_at(figure, *place)
    axes.set_label(about(table).rows)
    spoken, hues = about(table).rows in LEADS, own_hues(about(table))  # in the headline
    colours = shades(table, grid_of(table)) if spoken else [style.colour("quiet")] * len(values)
    if hues:
        colours = [hues[code] for code in row_codes(table)]
    axes.barh(range(len(values)), values, height=0.72, color=colours)
    axes.set_ylim(len(values) - 0.5, -0.5)
    axes.set_xlim(0, place[2] / unit)
    named(axes, rows=labels)
    for y, (label, value) in enumerate(zip(labels, values, strict=True)):
        write(axes, label, (0, y), shift=-left * 72)
        write(axes, grid_of(table).number(value), (value, y), shift=5)


def _page(
    dataset: Dataset,
    tables: dict[str, pd.DataFrame],
    lang: str,
    title: str | None,
    needs: float,
) -> tuple[Figure, Place]:
    """Return the page with its words, and the area for the panels; the figure keeps its tables."""
    itself = about(next(iter(tables.values())))
    told = [headline(tables[name], alone=not n) for n, name in enumerate(LEADS)]
    found = say("sentence-stop", lang).join(filter(None, told))
    number = say("overview-title-alone", lang, total=itself.total)
    limit = in_brackets(itself.selection, lang)
    subtitle = say("overview-subtitle", lang, selection=limit, total=number)
    leads = [] if title else [tables[dimension] for dimension in LEADS]
    note = say("overview-note", lang)
    short = dict.fromkeys(spelled_out(about(table)) for table in tables.values())
    foot = [describe_source(dataset, lang), *short]
    call = "plot_overview(dataset" + (f", lang={lang!r}" if lang != "en" else "")
    words = {
        "title": (found or number) if title is None else title,
        "subtitle": surely(subtitle, *leads),
        "foot": say("foot-between", lang).join(filter(None, foot)),
    }
    figure, area = page(words, needs)
    panels = [
        f"{_panel(table, itself.total)}: {joined(_values(table), lang)}"
        for table in tables.values()
    ]
    alt = say("sentence-stop", lang).join([words["title"], words["subtitle"], *panels])
    figure.foip = {  # type: ignore[attr-defined]  # matplotlib has no such
        "tables": tables,
        **words,
        "alt": alt,
        "note": note,
        "source": itself.source,
        "language": lang,
        "call": call + ("" if title is None else f", title={title!r}") + ")",
    }
    return figure, area


def _values(table: pd.DataFrame) -> list[str]:
    return [f"{label} {plain(value)}" for label, value in table.iloc[:, 0].items()]
