"""How large a table may be: known before it is counted, and refused in words rather than left to
fill the memory.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from foip_analysis.dataset.given import check_whole

MOST_CELLS = 10_000_000  # of a table: 80 MB, held twice
HELD = 10  # so many values, each true or false or a part, may be held to count one cell


def check_size(sizes: Sequence[int], limit: int | None, *, held: bool = False) -> None:
    """Refuse a table of more cells than the ``limit``; ``MOST_CELLS`` if that is None.

    ``sizes`` are its rows, columns and layers; or, ``held``, the codes and the initiatives whose
    membership is laid out to count it.

    Raises
    ------
    ValueError
        If the table is larger, or the limit is no whole number from 1.

    Examples
    --------
    >>> check_size([500, 500], None)
    >>> check_size([500, 500, 500], None)
    Traceback (most recent call last):
    ValueError: 500 × 500 × 500 is 125,000,000 cells, and a table has up to 10,000,000. ...
    """
    if limit is not None:
        check_whole("limit", limit, what="number of cells, 1 or more")
    each = HELD if held else 1
    most = (MOST_CELLS if limit is None else int(limit)) * each
    number = math.prod(map(int, sizes))
    if number > most:
        of = " × ".join(f"{size:,}" for size in sizes)
        what = "values of codes and initiatives to lay out" if held else "cells"
        raise ValueError(
            f"{of} is {number:,} {what}, and a table has up to {most:,}. Choose codes with codes= "
            f"or top=, or initiatives with where(); or, if there is memory for it, pass "
            f"limit={-(-number // each)}."
        )
