"""A table as HTML to read: its note under it, its zero cells and shares of few quiet.

A table of this package is a plain ``DataFrame``. What makes it show its note in JupyterLab is one
attribute of the instance, ``_repr_html_``, which notebooks ask for and pandas leaves alone: it is
in no slice, copy or pickle, so whatever is made from the table shows as pandas shows it.

JupyterLab sets what stands between two ``$``, or in ``\\(…\\)``, as a formula. A label is text, so
whatever is shown there stands in a ``shielded`` element.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from html import escape
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from foip_analysis.words.numerals import number_writer

FAINT_ZERO = '<span style="opacity:.35">{}</span>'
QUIET = '<span style="opacity:.55">{}</span>'
IGNORED = "tex2jax_ignore mathjax_ignore"  # a label with two $ is no formula


Shown: TypeAlias = tuple[pd.DataFrame, NDArray[np.bool_] | None]  # under its heads; what is quiet


def with_note(
    table: pd.DataFrame,
    tell: Callable[[pd.DataFrame], list[str]],
    again: Callable[[], pd.DataFrame],
    shown_as: Callable[[pd.DataFrame], Shown] | None = None,
) -> pd.DataFrame:
    """Let a table show with what ``tell`` says of it in a notebook; return the same table.

    ``again`` makes it again, for when it is gone while it is being shown; ``shown_as`` gives it
    under other heads, and which cells are quiet.
    """
    itself = weakref.ref(table)  # the table must not keep itself alive

    def show() -> str | None:
        alive = itself()
        return _in_a_notebook(again() if alive is None else alive, tell, shown_as)

    object.__setattr__(table, "_repr_html_", show)
    return table


def shielded(shown: str) -> str:
    """Return HTML in which nothing is set as a formula.

    Examples
    --------
    >>> from foip_analysis.words.html import shielded
    >>> print(shielded("<p>$5 to $6</p>"))
    <div class="tex2jax_ignore mathjax_ignore"><p>$5 to $6</p></div>
    """
    return f'<div class="{IGNORED}">{shown}</div>'


def as_text(frame: pd.DataFrame, again: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Let a frame show in a notebook as pandas shows it, but shielded; return the same frame.

    ``again`` makes it again, for when it is gone while it is being shown.
    """
    itself = weakref.ref(frame)

    def show() -> str | None:
        alive = itself()
        frame = again() if alive is None else alive
        shown = pd.DataFrame._repr_html_(frame)  # type: ignore[attr-defined]  # not in its stubs
        return shown and shielded(shown)

    object.__setattr__(frame, "_repr_html_", show)
    return frame


def under(told: list[str]) -> str:
    """Return HTML of what stands under a table; nothing for nothing."""
    lines = "<br>".join(escape(text) for text in told if text)
    look = "max-width:60em;font-size:.9em;opacity:.8"
    return f'<p class="{IGNORED}" style="{look}">{lines}</p>' if lines else ""


def html_table(
    table: pd.DataFrame,
    quiet: NDArray[np.bool_] | None = None,
    *,
    max_rows: int | None = None,
    max_cols: int | None = None,
) -> str:
    """Return a table as an HTML ``<table>``: labels escaped, zeros and ``quiet`` cells grey,
    not-a-number blank.

    Examples
    --------
    >>> import pandas as pd
    >>> from foip_analysis.words.html import html_table
    >>> shown = html_table(pd.DataFrame({"<b>": [1]}, index=["R&D"]))
    >>> print(shown.split("<tbody>")[1].split("</tbody>")[0].strip())
    <tr>
          <th>R&amp;D</th>
          <td>1</td>
        </tr>
    """
    bare = pd.DataFrame(table)  # without the attrs, which pandas copies at every step
    written: list[Callable[[Any], str]] = [
        _cell_writer(bare.iloc[:, n]) for n in range(bare.shape[1])
    ]
    plain = bare.set_axis(range(bare.shape[1]), axis=1)
    for n in (n for n, kind in enumerate(bare.dtypes) if str(kind) == "Int64"):
        whole = plain[n].astype(object)
        plain[n] = whole.mask(whole.isna(), np.nan)  # pandas writes its own as <NA>, unescaped
    quiet = np.zeros(bare.shape, bool) if quiet is None else quiet
    for n in np.flatnonzero(quiet.any(axis=0)).tolist():
        texts = zip(map(written[n], bare.iloc[:, n]), quiet[:, n], strict=True)
        plain[n] = [
            QUIET.format(text) if few and text and not text.startswith("<") else text
            for text, few in texts
        ]
        written[n] = str  # a formatter is not told where its cell stands
    safe = plain.set_axis(_escaped(bare.index), axis=0).set_axis(_escaped(bare.columns), axis=1)
    cut = (max_rows is not None and len(table) > max_rows > 0) or (
        max_cols is not None and table.shape[1] > max_cols > 0
    )
    with pd.option_context("display.max_colwidth", None):
        return safe.to_html(
            escape=False,
            formatters=written,
            na_rep="",
            border=0,
            classes=IGNORED.split(),
            max_rows=max_rows,
            max_cols=max_cols,
            show_dimensions=cut,
        )


def _in_a_notebook(
    table: pd.DataFrame,
    tell: Callable[[pd.DataFrame], list[str]],
    shown_as: Callable[[pd.DataFrame], Shown] | None,
) -> str | None:
    if not pd.get_option("display.notebook_repr_html"):
        return None
    shown = html_table(
        *(shown_as(table) if shown_as else (table, None)),
        max_rows=pd.get_option("display.max_rows"),
        max_cols=pd.get_option("display.max_columns"),
    )
    below = under(tell(table))
    return f"{shown}\n{below}" if below else shown


def _cell_writer(column: pd.Series) -> Callable[[object], str]:
    write, numeric = (
        number_writer(column),
        pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column),
    )

    def cell(value: object) -> str:
        text = escape(write(value))
        return FAINT_ZERO.format(text) if numeric and value == 0 else text

    return cell


def _escaped(labels: pd.Index) -> pd.Index:
    def safe(label: object) -> str:
        return escape(" ".join(str(label).split()))  # pandas would write a line feed as \n

    names = [None if name is None else safe(name) for name in labels.names]
    if isinstance(labels, pd.MultiIndex):
        told = [tuple(map(safe, label)) for label in labels]
        return pd.MultiIndex.from_tuples(told, names=names)
    return pd.Index([safe(label) for label in labels], name=names[0], dtype=object)
