"""Tables → files that people work with, each with its note, source and call.

A number without its base is soon misread, so every format keeps them where it has a place for them:

- ``.csv``: lines that begin with ``#`` *under* the table, so that the first row is the header in
  Excel, and ``pandas.read_csv(path, comment="#")`` leaves them out. UTF-8 with the mark that Excel
  needs.
- ``.xlsx``: a second sheet. ``.json``: beside ``data``. ``.parquet``: the schema's metadata, and
  all of ``attrs``, so that ``pandas.read_parquet`` gives a table that can be drawn.
- ``.md``, ``.html``, ``.tex``: as a caption; numbers are rounded for reading, at most three
  decimals.

Text is escaped as the format asks. Text that a spreadsheet would run as a formula (``=``, ``+``,
``-``, ``@`` first) is a string in ``.xlsx`` and gets an apostrophe before it in ``.csv``. The same
table gives the same bytes, and a file is written whole or not at all.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path

import pandas as pd

from foip_analysis.dataset.given import guided
from foip_analysis.files.formats import SUFFIXES, WRITERS
from foip_analysis.files.whole import write_whole
from foip_analysis.tables.about import IS_ONE_LINE, is_line
from foip_analysis.words.closest import did_you_mean


@guided
def save_table(table: pd.DataFrame, path: str | PathLike[str]) -> Path:
    """Save a table with its note, source and call; return the path.

    Parameters
    ----------
    table
        From ``count``, ``cross_tab``, ``members`` or any other; one without a note is saved
        without.
    path
        Its suffix is the format: ``.csv``, ``.xlsx``, ``.md``, ``.html``, ``.tex``, ``.parquet`` or
        ``.json``. A file of this name is replaced, a missing folder is made.

    Raises
    ------
    ValueError
        If the suffix is not one of these, or the format cannot hold the table.
    TypeError
        If it is no DataFrame.
    ImportError
        If ``.parquet`` needs a library that is not installed; says which.
    OSError
        If the file cannot be written; says why and what to do, and what was there is as it was.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = foip.save_table(foip.count(foip.load(), "priority"), f"{folder}/priorities.csv")
    ...     print(pd.read_csv(path, comment="#")["initiatives"].tolist())
    [28, 17, 17]
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if not isinstance(table, pd.DataFrame):
        hint = ""
        if is_line(table):
            hint = f" {IS_ONE_LINE}"
        elif isinstance(table, pd.Series):
            hint = " Make it one with .to_frame()."
        elif isinstance(table, list | tuple | dict):
            hint = " Several go into one workbook: foip.save_workbook(dataset, tables, 'x.xlsx')."
        raise TypeError(f"This is a {type(table).__name__}; a table is a pandas DataFrame.{hint}")
    if suffix not in WRITERS:
        near = (
            " Pictures: foip.save_figure."
            if suffix.removeprefix(".") in SUFFIXES
            else did_you_mean(suffix, WRITERS)
        )
        has = f"the suffix '{suffix}'" if suffix else "no suffix"
        raise ValueError(
            f"'{path.name}' has {has}, which is no format for a table. Use {', '.join(WRITERS)}."
            f"{near}"
        )
    return write_whole(path, WRITERS[suffix].write(table))
