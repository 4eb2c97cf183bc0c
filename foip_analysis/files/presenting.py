"""A table to present: shaded by value, its finding above, its note below, as a great-tables ``GT``.

It looks as the heat map does, from the same theme: the darker, the more; a cell with none is empty;
margins, which are counts of their own and no sums, stand apart without shade. Numbers are rounded
as on charts; the table itself keeps them whole.
"""

from __future__ import annotations

from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import largest, ramp
from foip_analysis.files.extras import need
from foip_analysis.tables import findings
from foip_analysis.tables.about import about, kind_of
from foip_analysis.words.numerals import fixed, percent

if TYPE_CHECKING:
    from great_tables import GT

# after those of the theme, for who has not installed them
FALLBACK = ["Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Meiryo", "sans-serif"]


def present(table: pd.DataFrame, *, title: str | None = None, subtitle: str | None = None) -> GT:
    """Return a table as a page or slide shows it: heat shading, spanner, layers as groups, note in
    the foot.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``, with layers or without, or one of the ranges.
    title, subtitle
        Instead of the computed finding and what is counted.

    Returns
    -------
    great_tables.GT
        Shows in a notebook; ``.as_raw_html()`` gives the HTML, the same each time.

    Raises
    ------
    ValueError
        If the table was not made by this package.
    ImportError
        If great-tables is not installed.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> shown = foip.present(foip.cross_tab(foip.load(), "tool", "region", margins=True))
    >>> "Infrastructure × Southeast Asia leads with 12 of 53 initiatives" in shown.as_raw_html()
    True
    """
    tables = need("A table to present", "great_tables")
    kind = kind_of(table)
    if kind not in ("count", "cross_tab", "layers", "range"):
        raise ValueError(
            "Only tables from count, cross_tab and the ranges say what they show. Make one "
            "of these, or use great_tables.GT."
        )
    cells = table.to_numpy(float)
    heads = [f"c{n}" for n in range(table.shape[1])]
    compete = _compete(table)
    written = [
        [
            _text(table, value, n, inside)
            for n, (value, inside) in enumerate(zip(*line, strict=True))
        ]
        for line in zip(cells, compete, strict=True)
    ]
    frame = pd.DataFrame(written, columns=heads, dtype=object)
    layered = table.index.nlevels > 1
    frame.insert(0, "row", list(map(str, table.index.get_level_values(-1))))
    if layered:
        frame.insert(0, "layer", list(map(str, table.index.get_level_values(0))))
    shown = tables.GT(
        frame, rowname_col="row", groupname_col="layer" if layered else None, id=_id(table)
    )
    shown = _words(shown, tables, table, heads, title, subtitle)
    return _look(_shade(shown, tables, table, cells, compete, heads), tables)


def _words(
    shown: GT,
    tables,
    table: pd.DataFrame,
    heads: list[str],
    title: str | None,
    subtitle: str | None,
) -> GT:
    """Set title, subtitle, spanners, column heads, stub head and foot; all text as it stands, no
    markup.
    """
    attrs, in_ranges = about(table), table.columns.nlevels > 1
    if attrs.kind == "range":
        names = [
            str(name) for name in (*table.index.names, *table.columns.names) if name is not None
        ]
        title, subtitle = title or " × ".join(names), subtitle or ""
    title, subtitle = (
        title or findings.finding(table),
        findings.subtitle(table) if subtitle is None else subtitle,
    )
    shown = shown.tab_header(_plain(tables, title), _plain(tables, subtitle) if subtitle else None)
    labels = [str(label[-1] if in_ranges else label) for label in table.columns]
    shown = shown.cols_label(
        {head: _plain(tables, label) for head, label in zip(heads, labels, strict=True)}
    )
    if in_ranges:
        for n, group in enumerate(table.columns.get_level_values(0).unique()):
            inside = [
                head for head, label in zip(heads, table.columns, strict=True) if label[0] == group
            ]
            shown = shown.tab_spanner(_plain(tables, str(group)), columns=inside, id=f"s{n}")
    elif table.columns.name:
        inside = [
            head for head, apart in zip(heads, _apart(table, "columns"), strict=True) if not apart
        ]
        shown = (
            shown.tab_spanner(_plain(tables, str(table.columns.name)), columns=inside, id="s0")
            if inside
            else shown
        )
    shown = shown.tab_stubhead(_plain(tables, str(table.index.names[-1] or "")))
    for part in (attrs.note, attrs.source):
        shown = shown.tab_source_note(_plain(tables, part)) if part else shown
    return shown


def _shade(
    shown: GT, tables, table: pd.DataFrame, cells: np.ndarray, compete: np.ndarray, heads: list[str]
) -> GT:
    """Shade the cells that compete by value, empty those with none, and set the margins apart."""
    fill, text, borders, body, stub = (
        tables.style.fill,
        tables.style.text,
        tables.style.borders,
        tables.loc.body,
        tables.loc.stub,
    )
    rows, columns = ~compete.any(axis=1), ~compete.any(axis=0)
    highest, colours = largest(cells[compete]), ramp()
    by_colour: dict[str, dict[int, list[int]]] = {}
    for row, column in np.argwhere(compete):
        value = cells[row, column]
        colour = style.colour("empty") if not value > 0 else _hex(colours(value / highest))
        by_colour.setdefault(colour, {}).setdefault(int(column), []).append(int(row))
    for colour, places in by_colour.items():
        look = [fill(colour), text(style.ink_on(colour))]
        shown = shown.tab_style(
            look, [body(columns=heads[column], rows=inside) for column, inside in places.items()]
        )
    quiet, line = text(color=style.colour("soft")), style.colour("line")
    edge = [n for n in np.flatnonzero(rows) if n == 0 or not rows[n - 1]]
    for n in np.flatnonzero(rows).tolist():
        above = [borders(sides="top", color=line, weight="2px")] if n in edge else []
        shown = shown.tab_style([quiet, *above], [body(rows=[n]), stub(rows=[n])])
    for n in np.flatnonzero(columns).tolist():
        before = (
            [borders(sides="left", color=line, weight="2px")] if n and not columns[n - 1] else []
        )
        shown = shown.tab_style([quiet, *before], body(columns=heads[n]))
    return shown.cols_align("center", columns=heads)


def _look(shown: GT, tables) -> GT:
    paper, ink, line = (style.colour(part) for part in ("paper", "ink", "line"))
    sides = {
        f"{place}_border_{side}_color": line
        for place in ("table_body", "column_labels", "row_group")
        for side in ("top", "bottom")
    }
    return (
        shown.tab_style(tables.style.text(weight="bold"), tables.loc.title())
        .tab_options(
            table_background_color=paper,
            table_font_color=ink,
            table_border_top_style="hidden",
            table_border_bottom_style="hidden",
            heading_align="left",
            heading_title_font_size="24px",
            heading_subtitle_font_size="15px",
            heading_border_bottom_style="hidden",
            table_body_hlines_color=paper,
            table_body_vlines_style="solid",
            table_body_vlines_width="1px",
            table_body_vlines_color=paper,
            stub_border_color=line,
            row_group_font_weight="bold",
            source_notes_font_size="12px",
            data_row_padding="6px",
            **sides,
        )
        .opt_table_font(font=list(dict.fromkeys([*style.families()[:-1], *FALLBACK])))
    )


def _compete(table: pd.DataFrame) -> np.ndarray:
    """Return which cells are shaded: rows × columns, true where neither stands apart."""
    rows, columns = (np.array(_apart(table, side), bool) for side in ("rows", "columns"))
    if about(table).kind == "count":
        columns[1:] = True  # the share says the same once more
    return ~rows[:, None] & ~columns[None, :]


def _apart(table: pd.DataFrame, side: str) -> list[bool]:
    """Whether each row or column is a margin, none stated or other, and does not compete."""
    if side == "rows":
        return [code in findings.APART for code in findings.line_codes(table)]
    if table.columns.nlevels == 1:
        return [code in findings.APART for code in findings.column_codes(table)]
    known = dict(zip(about(table).column_labels, about(table).column_codes, strict=True))
    return [known.get(group) in findings.APART for group in table.columns.get_level_values(0)]


def _text(table: pd.DataFrame, value: float, column: int, competes: bool) -> str:
    attrs = about(table)
    if pd.isna(value):
        return "–"
    if value == 0 and competes:
        return ""
    if attrs.more.get("to") == "one_out" or (attrs.kind == "count" and column == 1):
        return percent(value)
    if attrs.kind == "range" and not attrs.question.share and not float(value).is_integer():
        return fixed(value, 2)
    return findings.shown(table, value)


def _plain(tables, text: str):
    """Return text that great-tables neither escapes again nor reads as units (``{{…}}``)."""
    return tables.html(escape(text).replace("{", "&#123;"))


def _id(table: pd.DataFrame) -> str:
    """Return an id that is the same for the same table, and begins with a letter, as ids must."""
    told = "|".join(str(getattr(about(table), key)) for key in ("call", "source", "note"))
    return f"foip-{sha256(told.encode()).hexdigest()[:8]}"


def _hex(colour: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour[:3])
