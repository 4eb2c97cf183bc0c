"""Signatures that say what can be passed: ``count: 'initiatives' | 'fractional'`` for ``count:
Counting``.
"""

import re
from typing import Literal, Union, get_origin

from sphinx.util.typing import stringify_annotation


def spelled_out(signature: str, names: dict[str, object]) -> str:
    """Return a signature with each name of a choice replaced by what can be chosen.

    Parameters
    ----------
    signature
        As Sphinx writes it.
    names
        The names that the function's module knows → what they are.

    Examples
    --------
    >>> spelled_out("(of: Unit = 'pairs')", {"Unit": Literal["pairs", "initiatives"]})
    "(of: 'pairs' | 'initiatives' = 'pairs')"
    """
    for name, meaning in names.items():
        if get_origin(meaning) in (Literal, Union) or get_origin(meaning) is type(int | str):
            signature = re.sub(
                rf"(?<=[:|\[] ){name}\b|(?<=\[){name}\b",
                lambda _, m=meaning: stringify_annotation(m, "smart"),
                signature,
            )
    signature = signature.replace("~", "")
    signature = re.sub(
        r"(?:typing\.)?Literal\[([^\]]*)\]", lambda found: found[1].replace(", ", " | "), signature
    )
    return re.sub(r"\b(?:collections\.abc|typing|pandas|numpy|pathlib)\.(?=[A-Z])", "", signature)


def spell_out(
    app,
    what: str,
    name: str,
    obj: object,
    options: object,
    signature: str | None,
    result: str | None,
):
    """Do so for a function or method that autodoc describes."""
    names = getattr(obj, "__globals__", None)
    return (spelled_out(signature, names), result) if signature and names else None
