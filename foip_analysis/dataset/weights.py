"""A weight: a numeric column of the initiatives, which is added up instead of counting them. One
that cannot be added up is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn


def check_numeric(weight: str, numeric: Sequence[str]) -> None:
    """Refuse a weight that is none of the initiatives' numeric columns.

    Examples
    --------
    >>> from foip_analysis.dataset.weights import check_numeric
    >>> check_numeric("name_en", ["budget"])
    Traceback (most recent call last):
    ValueError: weight is 'name_en', which is no numeric column of the initiatives. ...
    """
    if weight not in numeric:
        raise ValueError(
            f"weight is '{weight}', which is no numeric column of the initiatives. Numeric "
            f"columns: {', '.join(numeric) or 'none'}."
        )


def refuse_blank(weight: str, initiatives: Sequence[str], *, more: bool = False) -> NoReturn:
    """Refuse a weight that these initiatives have not, or not in a finite number; ``more``: nor
    have others.
    """
    raise ValueError(
        f"The weight '{weight}' is blank or infinite for: {', '.join(initiatives)}"
        f"{' and others' if more else ''}. Fill it, or leave them out."
    )
