"""What is wrong with a dataset, told all at once.

A fault names the file, the row as a spreadsheet numbers it (the header is row 1), the column, what
stands there, what is allowed and what to do. ``DataError`` carries every fault that was found.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import pandas as pd


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one place of one file."""

    file: str
    row: int | None
    column: str
    found: str
    problem: str

    def __str__(self) -> str:
        place = (
            self.file
            + (f", row {self.row}" if self.row else "")
            + (f", column {self.column}" if self.column else "")
        )
        shown = f": '{_short(self.found)}'" if self.found else ""
        return f"{place}{shown}: {self.problem}"


class DataError(ValueError):
    """A dataset that was refused; its text lists every fault, ``faults`` holds them as a table.

    Examples
    --------
    >>> import tempfile
    >>> import foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as empty:
    ...     try:
    ...         foip.load(empty)
    ...     except foip.DataError as error:
    ...         print(error.faults["file"].tolist())
    ['codebook.csv', 'units.csv', 'initiatives.csv', 'codings.csv']
    """

    def __init__(self, folder: str, faults: list[Fault]) -> None:
        self.faults = pd.DataFrame([asdict(fault) for fault in faults]).astype({"row": "Int64"})
        self._made_of = folder, faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(
            f"The dataset in {folder} has {count}; nothing was loaded.\n"
            + "\n".join(f"- {fault}" for fault in faults)
        )

    def __reduce__(self) -> tuple[type[DataError], tuple[str, list[Fault]]]:
        return DataError, self._made_of  # so that it comes whole out of another process


def _short(text: str) -> str:
    text = text.replace("\n", "⏎")
    return text if len(text) <= 60 else text[:57] + "…"
