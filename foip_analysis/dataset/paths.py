"""Where things lie: beside the package in a checkout; inside it, or in the working folder, when
installed.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parent


def data_folder() -> Path:
    """Return the folder of the shipped dataset (four CSV files and ``datapackage.json``)."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else CHECKOUT / "data"


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
