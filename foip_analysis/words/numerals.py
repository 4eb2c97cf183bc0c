"""Numbers → text as charts and titles print them: halves away from zero, as spreadsheets round.

Python rounds halves to even, so 62.5 % would be 62 % here and 63 % in Excel or in an editable
chart. The columns of a table that is read as text have each as many decimals as it needs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

DECIMALS = 3  # at most: a share to a tenth of a percent
DIGITS = 12  # that count: what is a half but for the dust of its computing is one


def fixed(value: float, places: int) -> str:
    """Return a number with so many decimals.

    Examples
    --------
    >>> fixed(0.25, 1), fixed(2.5, 0), fixed(1234.5, 0)
    ('0.3', '3', '1,235')
    """
    scaled = float(f"{abs(value) * 10**places:.{DIGITS}g}")
    return f"{math.copysign(math.floor(scaled + 0.5), value) / 10**places:,.{places}f}"


def percent(value: float, places: int = 0) -> str:
    """Return a share (0 to 1) as a percentage.

    Examples
    --------
    >>> percent(5 / 8), percent(0.285), percent(0.0966, 1)
    ('63%', '29%', '9.7%')
    """
    return f"{fixed(value * 100, places)}%"


def plain(value: float) -> str:
    """Return a count or a sum of fractions: a whole number, or one decimal.

    Examples
    --------
    >>> plain(62), plain(2.25), plain(0.1 + 0.2 + 0.7), plain(1_000_000)
    ('62', '2.3', '1', '1,000,000')
    """
    return fixed(value, 0 if abs(value - round(value)) < 1e-9 else 1)


def number_writer(column: pd.Series) -> Callable[[Any], str]:
    """Return what writes a column's cells as text; not-a-number is blank."""
    if not pd.api.types.is_float_dtype(column):
        return lambda cell: "" if pd.api.types.is_scalar(cell) and pd.isna(cell) else str(cell)
    places = decimals(column)
    return lambda cell: "" if pd.isna(cell) else "0" if cell == 0 else f"{cell:.{places}f}"


def decimals(column: pd.Series) -> int:
    """Return how many decimals the numbers of a column need to be read, at most three."""
    numbers = column.to_numpy(float, na_value=np.nan)
    numbers = numbers[np.isfinite(numbers)]
    enough = (
        places
        for places in range(DECIMALS)
        if (np.round(numbers, places) == np.round(numbers, DECIMALS)).all()
    )
    return next(enough, DECIMALS)
