"""A table to present: shaded by value, its finding above, its note below, as a great-tables ``GT``.

It looks as the heat map does, from the same theme: the darker, the more; a cell with none is empty;
margins, which are counts of their own and no sums, stand apart without shade. Numbers are rounded
as on charts; the table itself keeps them whole.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.charts.grid import shaded_cells
from foip_analysis.dataset.given import guided
from foip_analysis.files.extras import need
from foip_analysis.tables import findings
from foip_analysis.tables.about import about
from foip_analysis.tables.grid import Grid, grid_of
from foip_analysis.words.html import IGNORED

if TYPE_CHECKING:
    from great_tables import GT
    from great_tables._text import Html  # what html() makes has no public name

# after those of the theme, for who has not installed them
FALLBACK = ["Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Meiryo", "sans-serif"]


@guided
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
    >>> shown = foip.present(foip.cross_tab(foip.load(), "tool", "priority", margins=True))
    >>> "All initiatives with OSA (6) are about security" in shown.as_raw_html()
    True
    """
    need("A table to present", "great_tables")
    kind = about(table).kind
    if kind not in ("count", "cross_tab", "layers", "range"):
        raise ValueError(
            "Only tables from count, cross_tab and the ranges say what they show. Make one "
            "of these, or use great_tables.GT."
        )
    grid = grid_of(table)
    heads = [f"c{n}" for n in range(len(grid.columns))]
    written = grid.texts(aside=grid.apart, unknown="–")
    frame = pd.DataFrame(written, columns=heads, dtype=object)
    layered = table.index.nlevels > 1
    rows, _ = grid.headed()
    frame.insert(0, "row", rows.get_level_values(-1))
    if layered:
        frame.insert(0, "layer", rows.get_level_values(0))
    shown = _shielded()(
        frame, rowname_col="row", groupname_col="layer" if layered else None, id=_id(table)
    )
    shown = _words(shown, table, grid, title, subtitle)
    return _look(_shade(shown, grid, heads))


@cache
def _shielded() -> type[GT]:
    """Return the class of a ``GT`` in which a notebook sets nothing as a formula."""
    from great_tables import GT

    class Presented(GT):
        """A ``GT`` whose labels are text."""

        def as_raw_html(self, *given: Any, **options: Any) -> str:
            shown = super().as_raw_html(*given, **options)
            return re.sub(r'(<div id="[^"]*")', rf'\1 class="{IGNORED}"', shown, count=1)

    return Presented


def _words(
    shown: GT,
    table: pd.DataFrame,
    grid: Grid,
    title: str | None,
    subtitle: str | None,
) -> GT:
    """Set title, subtitle, spanners, column heads, stub head and foot; all text as it stands, no
    markup.
    """
    attrs, in_ranges = grid.about, table.columns.nlevels > 1
    heads = [f"c{n}" for n in range(len(grid.columns))]
    if attrs.kind == "range":
        names = [
            str(name) for name in (*table.index.names, *table.columns.names) if name is not None
        ]
        title, subtitle = title or " × ".join(names), subtitle or ""
    title = title or findings.finding(table)
    subtitle = findings.subtitle(table, title) if subtitle is None else subtitle
    shown = shown.tab_header(_plain(title), _plain(subtitle) if subtitle else None)
    shown = shown.cols_label(
        {head: _plain(label) for head, label in zip(heads, grid.heads("columns"), strict=True)}
    )
    if in_ranges:
        spanned: dict[str, list[str]] = {}
        for head, line in zip(heads, grid.columns, strict=True):
            spanned.setdefault(line.code, []).append(head)
        groups = {line.code: line.group for line in grid.columns}
        for n, (code, inside) in enumerate(spanned.items()):
            shown = shown.tab_spanner(_plain(groups[code]), columns=inside, id=f"s{n}")
    elif table.columns.name:
        inside = [head for head, line in zip(heads, grid.columns, strict=True) if not line.apart]
        shown = (
            shown.tab_spanner(_plain(str(table.columns.name)), columns=inside, id="s0")
            if inside
            else shown
        )
    shown = shown.tab_stubhead(_plain(str(table.index.names[-1] or "")))
    for part in (attrs.note, attrs.source):
        shown = shown.tab_source_note(_plain(part)) if part else shown
    return shown


def _shade(shown: GT, grid: Grid, heads: list[str]) -> GT:
    """Shade the cells that compete by value, empty those with none, and set the margins apart."""
    from great_tables.loc import body, stub
    from great_tables.style import borders, fill, text

    rows, columns = (np.flatnonzero(np.all(grid.apart, axis=side)).tolist() for side in (1, 0))
    by_colour: dict[str, dict[int, list[int]]] = {}
    for row, line in enumerate(shaded_cells(grid, aside=grid.apart)):
        for column, colour in enumerate(line):
            if colour:
                by_colour.setdefault(colour, {}).setdefault(column, []).append(row)
    for colour, places in by_colour.items():
        look = [fill(colour), text(style.ink_on(colour))]
        shown = shown.tab_style(
            look, [body(columns=heads[column], rows=inside) for column, inside in places.items()]
        )
    quiet, edge = text(color=style.colour("soft")), style.colour("line")
    for n in rows:
        above = [borders(sides="top", color=edge, weight="2px")] if n - 1 not in rows else []
        shown = shown.tab_style([quiet, *above], [body(rows=[n]), stub(rows=[n])])
    for n in columns:
        first = n > 0 and n - 1 not in columns
        before = [borders(sides="left", color=edge, weight="2px")] if first else []
        shown = shown.tab_style([quiet, *before], body(columns=heads[n]))
    for n, head in enumerate(heads):
        few = np.flatnonzero(grid.quiet[:, n] & ~grid.apart[:, n]).tolist()
        shown = shown.tab_style(quiet, body(columns=head, rows=few)) if few else shown
    return shown.cols_align("center", columns=heads)


def _look(shown: GT) -> GT:
    from great_tables import loc
    from great_tables.style import text

    paper, ink, line = (style.colour(part) for part in ("paper", "ink", "line"))
    return (
        shown.tab_style(text(weight="bold"), loc.title())
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
            table_body_border_top_color=line,
            table_body_border_bottom_color=line,
            column_labels_border_top_color=line,
            column_labels_border_bottom_color=line,
            row_group_border_top_color=line,
            row_group_border_bottom_color=line,
        )
        .opt_table_font(font=list(dict.fromkeys([*style.families()[:-1], *FALLBACK])))
    )


def _plain(text: str) -> Html:
    """Return text that great-tables neither escapes again nor reads as units (``{{…}}``)."""
    from great_tables import html

    return html(escape(text).replace("{", "&#123;"))


def _id(table: pd.DataFrame) -> str:
    """Return an id that is the same for the same table, and begins with a letter, as ids must."""
    told = "|".join(str(getattr(about(table), key)) for key in ("call", "source", "note"))
    return f"foip-{sha256(told.encode()).hexdigest()[:8]}"
