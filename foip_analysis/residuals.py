"""A test of association → a heat map of what stands out from independence, and of how little does.

One number makes a cell: its signed residual, to one decimal. It is the text, and it decides the
colour, from one hue over paper to the other. The scale reaches at least as far as a cell must to pass
after correction, so a table in which nothing stands out looks as quiet as it is.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis import contrasts, style
from foip_analysis.contrasts import passing
from foip_analysis.layout import (
    GAP,
    column_heads,
    heads_height,
    key_lines,
    row_height,
    row_labels,
    shaded,
    sheet,
    widest,
    write,
    write_head,
    write_keys,
)  # fmt: skip
from foip_analysis.style import EDGE, WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from foip_analysis.association import Association

ADVICE = "Swap rows and columns, or draw some of the residuals, as in found.residuals[['name']]."
NEAR = 1.0  # a residual below is written quietly
PALE = 1.5  # the share of a hue in a colour is the share of the scale to this power: what is near zero stays pale

KEYS = {
    "en": ["more initiatives than expected", "fewer", "passes at {0} after Bonferroni over {1} pairs"],
    "ja": ["期待より多い", "期待より少ない", "{1}組のボンフェローニ補正後に{0}水準を満たす"],
}


def plot_residuals(association: Association | pd.DataFrame, *, title: str | None = None) -> Figure:
    """Draw which pairs of codes stand together more or less often than independence would have it.

    Parameters
    ----------
    association
        From ``association``, or its ``residuals``.
    title
        Instead of the computed finding.

    Returns
    -------
    matplotlib.figure.Figure
        Each cell with its signed residual; those that pass after correction bold and framed.

    Raises
    ------
    ValueError
        If there are no residuals, or more columns than fit.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.association(foip.load(), "tool", "region", none="include", draws=0)
    >>> foip.plot_residuals(found).foip["title"]
    '0 of 98 pairs stand out after correction; p (Rao–Scott) = 0.33'
    """
    table = getattr(association, "residuals", association)
    if not isinstance(table, pd.DataFrame) or table.attrs.get("kind") != "association":
        raise ValueError("These are no residuals. Pass what association() returns; draw counts with plot_heatmap.")
    if table.empty:
        raise ValueError("The table has no rows or no columns to draw.")
    values, passes = table.to_numpy(float).round(1), passing(table)
    texts = [[contrasts.residual(value) for value in row] for row in values]
    tests = sum(map(len, table.attrs["p_bonferroni"].values()))
    limit = max(NormalDist().inv_cdf(1 - table.attrs["level"] / tests / 2), np.abs(values).max())
    with style.applied():
        labels = row_labels(table)
        left = widest(labels) + GAP
        cell = min((WIDTH - 2 * EDGE - left) / table.shape[1], 2.2)
        heads, upright = column_heads(table.columns, cell, widest([text for row in texts for text in row], bold=True), advice=ADVICE)
        keys = _keys(table, passes, tests)
        above, key = heads_height(heads, upright), sum(height for _, height in keys) + 0.1
        figure, area = sheet(table, title, "plot_residuals(table", rows=len(table), row=row_height(labels), extra=above + key)
        write_keys(figure, area, keys)
        row = min((area[3] - above - key) / len(table), max(0.62, row_height(labels)))
        place = (area[0] + left, area[1] + area[3] - key - above - row * len(table), cell * table.shape[1], row * len(table))
        colours = diverging()
        axes = shaded(figure, place, values, colours, -limit, limit)
        for x, head in enumerate(heads):
            write_head(axes, x + 0.5, head, upright=upright)
        for y, label in enumerate(labels):
            write(axes, label, (0, y + 0.5), shift=-GAP * 72, ha="right")
        for (y, x), value in np.ndenumerate(values):
            ground = colours((value / limit + 1) / 2)
            quiet = abs(value) < NEAR and style.contrast(style.colour("soft"), ground) >= 4.5
            ink = style.colour("soft") if quiet else style.ink_on(ground)
            write(axes, texts[y][x], (x + 0.5, y + 0.5), ha="center", color=ink, fontweight="bold" if passes[y, x] else "normal")
        _frame(axes, passes)
    return figure


def diverging():
    """Return the colour map of residuals: from the counter colour over paper to the strong one, pale around the middle."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    counter, paper, strong = (np.array(to_rgb(style.colour(part))) for part in ("counter", "paper", "strong"))
    steps = np.linspace(-1, 1, 201)
    mixed = [paper + abs(step) ** PALE * ((counter if step < 0 else strong) - paper) for step in steps]
    return LinearSegmentedColormap.from_list("foip-residuals", mixed, N=1001)


def _keys(table: pd.DataFrame, passes: np.ndarray, tests: int) -> list:
    texts = KEYS["ja" if table.attrs["lang"] == "ja" else "en"]
    entries = [(texts[0], style.colour("strong")), (texts[1], style.colour("counter"))]
    if passes.any():
        frame = {"marker": "s", "markersize": 12, "markerfacecolor": "none", "markeredgecolor": style.colour("ink"), "markeredgewidth": 2}
        entries.append((texts[2].format(table.attrs["level"], tests), frame))
    return key_lines(entries)


def _frame(axes, passes: np.ndarray) -> None:
    """Frame the cells that pass."""
    from matplotlib.patches import Rectangle

    look = {"fill": False, "edgecolor": style.colour("ink"), "linewidth": 2, "clip_on": False}
    for y, x in np.argwhere(passes):
        axes.add_patch(Rectangle((x + 0.01, y + 0.01), 0.98, 0.98, **look))
