"""How to cite the data, the codebook and the software, each by itself; or a table's numbers."""

from __future__ import annotations

import datetime
from importlib.metadata import version
from typing import Literal

import pandas as pd

from foip_analysis.dataset.dataset import load
from foip_analysis.dataset.given import described, guided
from foip_analysis.explorer.asking import is_shipped
from foip_analysis.tables.about import About, about
from foip_analysis.tables.findings import amount
from foip_analysis.tables.notes import sentences
from foip_analysis.words.catalogue import did_you_mean, listed, say

AUTHORS = "FOIP Analysis contributors"
YEAR = "2026"
WORKS = {"academic": "cite", "short": "cite-short"}  # style → what its lines are called


@guided
def cite(
    what: Literal["academic", "short"] | pd.DataFrame = "academic",
    *,
    on: datetime.date | None = None,
) -> str:
    """Return how to cite the data, the codebook and the software, a line each; or a table.

    Parameters
    ----------
    what
        ``"academic"`` for a list of references, ``"short"`` for a slide or a caption; or a table:
        then a line with its number (if it has one cell), base and counting, the call that makes it
        again, the data's reference and the date.
    on
        The day on which a table was made; today if left out.

    Raises
    ------
    ValueError
        If the style is not known, or the table was not made by this package or was changed.

    Examples
    --------
    >>> import datetime, foip_analysis as foip
    >>> print(foip.cite("short"))
    Data: FOIP Initiatives 1.1.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Codebook: FOIP Codebook 1.1.0 (FOIP Analysis contributors, 2026), CC BY 4.0
    Software: foip-analysis 0.1.0 (FOIP Analysis contributors, 2026), MIT
    >>> number = foip.cross_tab(foip.load(), "tool", "region").loc[["OSA"], ["Pacific"]]
    >>> foip.cite(number, on=datetime.date(2026, 11, 26)).startswith("OSA × Pacific: 4 of 53")
    True
    """
    if isinstance(what, pd.DataFrame):
        return _of_a_table(what, on or datetime.date.today())
    if not isinstance(what, str) or what not in WORKS:
        raise ValueError(
            f"what is {described(what)}. It is 'academic', 'short' or a table; of one number the "
            f"table of its cell: table.loc[[row], [column]].{did_you_mean(str(what), WORKS)}"
        )
    return "\n".join(_reference(WORKS[what], work) for work in ("data", "codebook", "software"))


def _reference(style: str, work: str) -> str:
    number = version("foip-analysis") if work == "software" else load().version
    return say(f"{style}-{work}", None, version=number, authors=AUTHORS, year=YEAR)


def _of_a_table(table: pd.DataFrame, on: datetime.date) -> str:
    itself = about(table)
    if not itself.call:
        raise ValueError(
            "This table has no call that makes it again. Cite one from count(), cross_tab() or "
            "another table of the package, as it came."
        )
    shipped = itself.dataset is not None and is_shipped(itself.dataset)
    told = [
        _number(table, itself),
        itself.note,
        say("cite-call", itself.lang, call=itself.call),
        _reference("cite", "data") if shipped else itself.source,
        say("cite-date", itself.lang, date=on.isoformat()),
    ]
    return sentences(told, itself.lang)


def _number(table: pd.DataFrame, itself: About) -> str:
    """Return what the one number of a table is; nothing for a table with more."""
    if table.size != 1 or itself.kind not in ("count", "cross_tab"):
        return ""
    names = [table.index[0], *([table.columns[0]] if itself.columns else [])]
    what, number = listed(list(map(str, names)), itself.lang, "pair"), table.to_numpy(float)[0, 0]
    return say("cite-number", itself.lang, what=what, number=amount(table, number))
