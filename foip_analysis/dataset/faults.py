"""What is wrong with a dataset, told all at once.

A fault names the file, the row as a spreadsheet numbers it (the header is row 1), the column, what
stands there, what is allowed and what to do. ``DataError`` carries every fault that was found; its
text tells those that are alike in one line, and of very many some of every column that has any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from foip_analysis.dataset.characters import shown

LINES_TOLD = 100  # lines of faults in the text of an error
# Rows, and what stands there, that the line of faults that are alike names.
ROWS_NAMED, VALUES_NAMED = 12, 3
Tell = Callable[..., None]  # adds a fault of one file, or of one row: ``Faults.add``, begun
_FILE = re.compile(r"\b(initiatives|codings|codebook|units)\.csv\b")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in one place of one file, or of one sheet of a workbook."""

    file: str
    row: int | None
    column: str
    found: str
    problem: str
    letter: str = ""  # of the column, in a sheet

    def in_workbook(self, letters: Mapping[str, Mapping[str, str]]) -> Fault:
        """Return the fault as it is told of a sheet; ``letters`` are file → column → letter."""
        own = letters.get(self.file, {})
        named = [own.get(column, "") for column in self.column.split("+")]
        return replace(
            self,
            file=_FILE.sub(r"sheet '\1'", self.file),
            problem=_FILE.sub(r"the sheet '\1'", self.problem),
            letter="+".join(named) if all(named) else "",
        )

    def in_files(self, files: Mapping[str, str]) -> Fault:
        """Return the fault as it is told of tables in files of other names: table → file."""
        file, problem = (
            _FILE.sub(lambda found: files.get(found[1], found[0]), text)
            for text in (self.file, self.problem)
        )
        return replace(self, file=file, problem=problem)

    def __str__(self) -> str:
        return _line([self])

    __repr__ = __str__


class Faults(list[Fault]):
    """The faults of a folder as they are found, and the rows that could not be read as they were
    meant: what else would be said of such a row is not told.
    """

    def __init__(self) -> None:
        super().__init__()
        self.torn: dict[tuple[str, int | None], Fault] = {}
        self.spoilt: dict[tuple[str, int | None, str], Fault] = {}

    def add(
        self,
        file: str,
        row: int | None,
        column: str,
        found: object,
        problem: str,
        *,
        spoilt: bool = False,
    ) -> None:
        """Add a fault of a cell, of a row (no column) or of a whole file (neither); of a cell that
        is ``spoilt`` no more is told.
        """
        fault = Fault(file, row, column, str(found), problem)
        self.append(fault)
        if spoilt:
            self.spoilt.setdefault((file, row, column), fault)

    def tear(self, fault: Fault, *, told: bool = True) -> None:
        """Add a fault of a whole row; one that is not told only keeps others from being told."""
        self.torn.setdefault((fault.file, fault.row), fault)
        if told:
            self.append(fault)

    def told(self) -> list[Fault]:
        """Return the faults, file by file and in each by row; of a torn row and of a spoilt cell
        their own alone.
        """
        kept = [
            fault
            for fault in self
            if not fault.column
            or (
                self.torn.get((fault.file, fault.row), fault) is fault
                and self.spoilt.get((fault.file, fault.row, fault.column), fault) is fault
            )
        ]
        files = list(dict.fromkeys(fault.file for fault in kept))
        kept.sort(key=lambda fault: (files.index(fault.file), fault.row or 0))
        return list(dict.fromkeys(kept))


class Told(list[Fault]):
    """Faults that show themselves as the text of a ``DataError`` does, those alike in one line."""

    def __repr__(self) -> str:
        return "\n".join(_summed(self)[0]) or "[]"


class DataError(ValueError):
    """A dataset that was refused; its text lists its faults, ``faults`` holds all as a table.

    The text tells faults that are alike in one line, of very many some of every column, and how
    many there are; ``tell_all()`` returns it with a line for every one.

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
        self.faults = pd.DataFrame(
            {
                "file": [_whole(fault.file) for fault in faults],
                "row": pd.array([fault.row for fault in faults], dtype="Int64"),
                "column": [_whole(fault.column) for fault in faults],
                "found": [_whole(fault.found) for fault in faults],
                "problem": [shown(fault.problem) for fault in faults],
            }
        )
        if any(fault.letter for fault in faults):
            self.faults.insert(3, "letter", [fault.letter for fault in faults])
        self._made_of = folder, faults
        told, left = _summed(faults)
        lines = [self._head(), *told]
        if left:
            lines.append(
                "All stand in the table 'faults' of this error; 'foip check FOLDER --all' prints "
                "them, a line each."
            )
        super().__init__("\n".join(lines))

    def tell_all(self) -> str:
        """Return the text with every fault."""
        return "\n".join([self._head(), *(f"- {fault}" for fault in self._made_of[1])])

    def _head(self) -> str:
        folder, faults = self._made_of
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        return f"The dataset in {shown(folder)} has {count}; nothing was loaded."

    def __reduce__(self) -> tuple[type[DataError], tuple[str, list[Fault]]]:
        return DataError, self._made_of  # so that it comes whole out of another process


def _summed(faults: list[Fault]) -> tuple[list[str], bool]:
    """Return a line for all faults that are alike, of very many lines some of each column of each
    file; and whether any row or value is left out of them.
    """
    alike: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        alike.setdefault((fault.file, fault.column, fault.problem), []).append(fault)
    places: dict[tuple[str, str], list[list[Fault]]] = {}
    for (file, column, _), group in alike.items():
        places.setdefault((file, column), []).append(group)
    if len(alike) > LINES_TOLD:
        return _some(places), True
    left = any(
        len(_runs([fault.row or 0 for fault in group])) > ROWS_NAMED
        or len({fault.found for fault in group}) > VALUES_NAMED
        for group in alike.values()
    )
    return [f"- {_line(group)}" for group in alike.values()], left


def _some(places: dict[tuple[str, str], list[list[Fault]]]) -> list[str]:
    """Return ``TOLD`` lines, some of each place, and how many more faults each has."""
    left, caps = LINES_TOLD, {}
    few_first = sorted(places, key=lambda place: len(places[place]))  # others get what they leave
    for done, place in enumerate(few_first):
        caps[place] = min(len(places[place]), max(1, left // (len(places) - done)))
        left -= caps[place]
    lines = []
    for (file, column), groups in places.items():
        cap = caps[file, column]
        lines += [f"- {_line(group)}" for group in groups[:cap]]
        if more := sum(map(len, groups[cap:])):
            where = f"{file}, column {_short(column)}" if column else file
            lines.append(shown(f"- {where}: and {more} more."))
    return lines


def _line(alike: list[Fault]) -> str:
    """Return the line of faults that are told alike: where they stand, what stands there, what is
    wrong.
    """
    first = alike[0]
    place = first.file + _rows([fault.row for fault in alike if fault.row])
    column = _short(first.column)
    if first.letter:
        place += f", column {first.letter} ({column})"
    elif column:
        place += f", column {column}"
    values = list(dict.fromkeys(fault.found for fault in alike if fault.found))
    if values:
        place += ": " + ", ".join(f"'{_short(value)}'" for value in values[:VALUES_NAMED])
        place += f" and {len(values) - VALUES_NAMED} more" if len(values) > VALUES_NAMED else ""
    return shown(f"{place}: {first.problem}")


def _rows(rows: list[int]) -> str:
    """Return the numbers of rows, those in a run by its ends; of many the first and how many more.

    Examples
    --------
    >>> _rows([4]), _rows([4, 9, 12, 13, 14])
    (', row 4', ', rows 4, 9, 12–14')
    """
    if len(rows) < 2:
        return "".join(f", row {row}" for row in rows)
    runs = _runs(rows)
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    more = sum(map(len, runs[ROWS_NAMED:]))
    return f", rows {', '.join(told[:ROWS_NAMED])}" + (f" and {more} more" if more else "")


def _runs(rows: list[int]) -> list[list[int]]:
    """Return rows in runs of those that follow one another."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _whole(text: str) -> str:
    """Return a text as a table can hold it: halves of surrogate pairs are written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _short(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\n", "⏎").replace("\r", "⏎")
    return text if len(text) <= 60 else text[:57] + "…"
