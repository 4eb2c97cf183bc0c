"""Numbers → text as charts and titles print them: halves away from zero, as spreadsheets round.

Python rounds halves to even, so 62.5 % would be 62 % here and 63 % in Excel or in an editable
chart.
"""

from __future__ import annotations

import math

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
