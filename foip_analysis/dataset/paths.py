"""Where things lie: beside the package in a checkout; inside it, or in the working folder, when
installed.
"""

import os
from pathlib import Path

from foip_analysis.dataset.faults import DataError, Fault
from foip_analysis.words.catalogue import did_you_mean

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parent


def data_folder() -> Path:
    """Return the folder of the shipped dataset (four CSV files and ``datapackage.json``)."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else CHECKOUT / "data"


def find_folder(folder: object = None) -> Path:
    """Return the folder of a dataset: the shipped one for None.

    Raises
    ------
    TypeError
        If it is no path.
    DataError
        If there is no such folder; says what there is instead.
    """
    if folder is None:
        return data_folder()
    if not isinstance(folder, str | os.PathLike) or not isinstance(os.fspath(folder), str):
        raise TypeError(
            f"load takes the path of a folder, and this is {type(folder).__name__}. Write it as "
            'text, such as foip.load("mydata"), or leave it out for the shipped dataset.'
        )
    text = os.fspath(folder)
    assert isinstance(text, str)
    path = Path(text)
    problem = ""
    try:
        if not text.strip():
            problem = "the path is blank. Name the folder; '.' is the one you are in."
        elif "://" in text:
            problem = (
                "is an address. Load reads a folder on this machine: download its four CSV files "
                "into one, and name that."
            )
        elif path.is_file():
            problem = f"is a file. Name the folder that it lies in: '{path.parent}'."
        elif path.is_dir():
            next(path.iterdir(), None)
            return path
        else:
            problem = f"there is no such folder. Check the path.{_near(path)}"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = f"the folder cannot be read ({reason}). Check the path."
    raise DataError(text, [Fault(path.name or text, None, "", "", problem)])


def _near(path: Path) -> str:
    above = path.parent
    folders = [each.name for each in above.iterdir() if each.is_dir()] if above.is_dir() else []
    return did_you_mean(path.name, folders)


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
    """Return where figures are saved: ``$FOIP_FIGURES``, else ``figures`` in the checkout or the
    working folder.
    """
    if named := os.environ.get("FOIP_FIGURES"):
        return Path(named)
    return (CHECKOUT if (CHECKOUT / "pyproject.toml").is_file() else Path.cwd()) / "figures"
