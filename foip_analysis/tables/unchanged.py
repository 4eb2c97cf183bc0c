"""Whether a table still has the numbers that it was made with, and where its lines stood then.

Choosing, sorting and turning (``.T``) leave every number as it was; a table that was multiplied,
rounded, renamed or joined to itself is refused in words, for its note and its base would be false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

OWN_NUMBERS = (
    "To show numbers of your own, take away what the table says of itself: table.attrs.clear(). "
    "Then save_table saves it, ('table', table, title) is its slide, and pandas draws it: "
    "table.plot.barh()."
)


def lies_turned(table: pd.DataFrame, known: pd.DataFrame) -> bool:
    names = (table.index.name, table.columns.name)
    own = (known.index.name, known.columns.name)
    return names == own[::-1] and (names != own or not table.index.isin(known.index).all())


def places(labels: pd.Index, own: pd.Index) -> NDArray[np.intp]:
    """Return where lines stood when their table was made, -1 for one that it did not have.

    Of two that are labelled alike, such as a margin and a code, the first was made first.
    """
    if labels is own or labels.identical(own):
        return np.arange(len(own))
    if labels.nlevels != own.nlevels:
        return np.full(len(labels), -1)
    if own.is_unique:
        return own.get_indexer(labels)
    seen: Counter[Hashable] = Counter()
    stood: dict[tuple[Hashable, int], int] = {}
    for place, label in enumerate(own):
        stood[label, seen[label]] = place
        seen[label] += 1
    seen.clear()
    found = []
    for label in labels:
        found.append(stood.get((label, seen[label]), -1))
        seen[label] += 1
    return np.array(found, np.intp)


def check_unchanged(table: pd.DataFrame, known: pd.DataFrame) -> list[NDArray[np.intp]]:
    """Return where the rows and the columns stood; refuse other numbers than were there."""
    stood = []
    for side, labels, own in (
        ("row", table.index, known.index),
        ("column", table.columns, known.columns),
    ):
        found = places(labels, own)
        if (found < 0).any():
            named = ", ".join(str(label) for label in labels[found < 0][:3])
            raise ValueError(
                f"The table has the {side} {named}, which it was not made with. Choose, name and "
                f"take layers with codes=, lang=, by= or where() when you make it. {OWN_NUMBERS}"
            )
        if len(set(found)) < len(found):
            raise ValueError(
                f"The table has a {side} twice: {labels[labels.duplicated()][0]}. Joined to "
                f"itself, it shows every number twice; show it once. {OWN_NUMBERS}"
            )
        stood.append(found)
    now = table.to_numpy()
    then = known.to_numpy()[np.ix_(*stood)]
    if now.dtype == object or then.dtype == object:
        same_cells = (now == then) | (pd.isna(now) & pd.isna(then))
    else:
        same_cells = (now == then) | ((now != now) & (then != then))
    if not same_cells.all():
        for own in (known.index, known.columns):
            if not own.is_unique:
                raise ValueError(
                    f"Two lines are labelled {own[own.duplicated()][0]}; moved, they cannot be "
                    "told apart. Choose and order with codes= and order= when you make it, or "
                    "pass lang=None."
                )
        row, column = np.argwhere(~same_cells)[0]
        raise ValueError(
            f"The numbers were changed after the table was made: {table.index[row]} × "
            f"{table.columns[column]} is {now[row, column]}, and was {then[row, column]}. Its note "
            "and base would be false. Ask for shares with share=, for sums with weight=; charts "
            "and files round and write percentages themselves, and what is printed is rounded by "
            f"pd.set_option('display.precision', 2). {OWN_NUMBERS}"
        )
    return stood
