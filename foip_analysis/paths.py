"""Where the shipped data lies: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent


def data_folder() -> Path:
    """Return the folder of the shipped dataset (four CSV files and ``datapackage.json``)."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else CHECKOUT / "data"


def font_files() -> list[Path]:
    """Return the shipped Japanese fonts (Noto Sans JP, regular and bold, OFL)."""
    return sorted((PACKAGE / "fonts").glob("*.ttf"))
