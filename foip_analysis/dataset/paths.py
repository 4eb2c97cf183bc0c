"""Where things lie: beside the package in a checkout; inside it, or in the working folder, when
installed.
"""

import os
from pathlib import Path

from foip_analysis.dataset.faults import DataError, Fault
from foip_analysis.words.closest import did_you_mean

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parent
WORKBOOKS = (".xlsx", ".xlsm")  # that are read
OTHER_BOOKS = (".xls", ".xlsb", ".ods", ".numbers")


def data_folder() -> Path:
    """Return the folder of the shipped dataset (four CSV files and ``datapackage.json``)."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else CHECKOUT / "data"


def find_dataset(given: object = None) -> Path:
    """Return the folder or the workbook of a dataset: the folder of the shipped one for None.

    Raises
    ------
    TypeError
        If it is no path.
    DataError
        If there is no such folder or workbook; says what there is instead.
    """
    if given is None:
        return data_folder()
    if not isinstance(given, str | os.PathLike) or not isinstance(os.fspath(given), str):
        raise TypeError(
            "load takes the path of a folder or a workbook, and this is "
            f'{type(given).__name__}. Write it as text, such as foip.load("mydata"), or leave it '
            "out for the shipped dataset."
        )
    text = os.fspath(given)
    assert isinstance(text, str)
    path = Path(text)
    suffix = path.suffix.lower()
    problem = ""
    try:
        if not text.strip():
            problem = "the path is blank. Name the folder; '.' is the one you are in."
        elif "://" in text:
            problem = (
                "is an address. Load reads what is on this machine: download its four CSV files "
                "into a folder, or its workbook, and name that."
            )
        elif path.is_file():
            if suffix in WORKBOOKS:
                return path
            problem = (
                f"is a file. Name the folder that it lies in: '{path.parent}'. A text becomes a "
                "workbook to code in by template('book.xlsx', units='plan.txt')."
            )
            if suffix in OTHER_BOOKS:
                problem = (
                    f"is a workbook of another kind ({suffix}). Save it as .xlsx, and name that."
                )
        elif path.is_dir():
            next(path.iterdir(), None)
            return path
        else:
            kind = "workbook" if suffix in WORKBOOKS else "folder"
            problem = f"there is no such {kind}. Check the path.{_near(path, kind)}"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = f"it cannot be read ({reason}). Check the path."
    raise DataError(text, [Fault(path.name or text, None, "", "", problem)])


def _near(path: Path, kind: str) -> str:
    above = path.parent
    beside = list(above.iterdir()) if above.is_dir() else []
    alike = [
        each.name
        for each in beside
        if (each.is_dir() if kind == "folder" else each.suffix.lower() in WORKBOOKS)
    ]
    return did_you_mean(path.name, alike)


def font_files() -> list[Path]:
    """Return the shipped Japanese fonts (Noto Sans JP, regular and bold, OFL).

    A subset without rules for single languages: with them, text would be as wide as the locale
    says.
    """
    return sorted((PACKAGE / "charts" / "fonts").glob("*.ttf"))


def land_file() -> Path:
    """Return the file with the land that maps are drawn on (Natural Earth, public domain)."""
    return PACKAGE / "charts" / "land.json"


def figures_folder() -> Path:
    """Return the folder that ``foip figures`` writes: ``$FOIP_FIGURES``, else ``figures`` in the
    checkout or the working folder.
    """
    above = CHECKOUT if (CHECKOUT / "pyproject.toml").is_file() else Path.cwd()
    return told_folder() or above / "figures"


def told_folder() -> Path | None:
    """Return the folder that a run of ``foip figures`` tells its notebooks to save into, if any."""
    named = os.environ.get("FOIP_FIGURES")
    return Path(named) if named else None
