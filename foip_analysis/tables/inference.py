"""What of a table rests on inference: rows by how many are stated, cells that it alone fills."""

from __future__ import annotations

import numpy as np

from foip_analysis.tables.about import About
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.grid import Grid, Mask


def stated_of(itself: About) -> dict[str, int]:
    """Return how many initiatives of each row of a count are stated; nothing where all are, where
    that is not known, or where the numbers are other than initiatives.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> stated_of(foip.about(foip.count(foip.load(), "priority")))
    {'p1': 17, 'p2': 12, 'p3': 14}
    """
    dataset, asked = itself.dataset, itself.question
    counted = itself.kind == "count" and asked.count == "initiatives" and not asked.weight
    if dataset is None or not counted or "basis" not in dataset.codings:
        return {}
    every, stated = (
        count(each, asked.rows, lang=None).iloc[:, 0].astype(int).to_dict()
        for each in (dataset, dataset.stated())
    )
    return {str(code): number for code, number in stated.items()} if stated != every else {}


def inferred_only(grid: Grid) -> Mask:
    """Return which cells of a cross-tab stand by inference alone: without it they have no
    initiative. None where that is not known, or where the numbers are other than initiatives.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.grid import grid_of
    >>> table = foip.cross_tab(foip.load(), "mentioned_in", "priority")
    >>> inferred_only(grid_of(table)).tolist()[-1]  # on the map alone no heading tells the area
    [True, True, True]
    """
    itself, found = grid.about, np.zeros(grid.values.shape, bool)
    dataset, asked = itself.dataset, itself.question
    counted = (itself.kind, asked.count, asked.of) == ("cross_tab", "initiatives", "initiatives")
    if dataset is None or itself.rows is None or itself.columns is None or not counted:
        return found
    if asked.weight or "basis" not in dataset.codings:
        return found
    rows, columns = [line.code for line in grid.rows], [line.code for line in grid.columns]
    sure = cross_tab(dataset.stated(), itself.rows, itself.columns, lang=None)
    known = sure.reindex(index=rows, columns=columns).to_numpy(float)
    none: Mask = (known == 0) & (grid.values > 0)
    return none


def inferred_sides(grid: Grid) -> list[str]:
    """Return which dimensions are inferred in the cells that stand by inference alone: those whose
    code no initiative of such a cell has by what is stated; the one by which all of them do, if
    there is one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.grid import grid_of
    >>> inferred_sides(grid_of(foip.cross_tab(foip.load(), "partner", "priority")))
    ['partner', 'priority']
    >>> inferred_sides(grid_of(foip.cross_tab(foip.load(), "status", "priority")))
    ['priority']
    """
    itself, found, dataset = grid.about, list[set[str]](), grid.about.dataset
    cells = list(zip(*inferred_only(grid).nonzero(), strict=True))
    if not cells or dataset is None or itself.rows is None or itself.columns is None:
        return []  # without cells it may not be known what is stated
    sides = [itself.rows, itself.columns]
    if dataset.times is not None:  # of patterns it is not known which initiatives they are
        return sides
    every, sure = (
        [each.membership(side) for side in sides] for each in (dataset, dataset.stated())
    )
    for n, k in cells:
        codes = grid.rows[n].code, grid.columns[k].code
        within = every[0][codes[0]] & every[1][codes[1]]
        lacking = {
            side
            for side, code, known in zip(sides, codes, sure, strict=True)
            if not known.loc[within, code].any()
        }
        found.append(lacking or {*sides})
    always = [side for side in sides if all(side in lacking for lacking in found)]
    return always[-1:] or [side for side in sides if any(side in lacking for lacking in found)]
