"""Libraries that only some tables, pages and slides need: imported when they are used, named where
they are missing.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

EXTRAS = {  # what is imported → what is installed, and the extra of pyproject.toml that has it
    "nbclient": ("nbclient", "notebooks"),
    "nbformat": ("nbformat", "notebooks"),
    "tqdm": ("tqdm", "notebooks"),
    "pptx": ("python-pptx", "slides"),
    "great_tables": ("great-tables", "tables"),
    "pyarrow": ("pyarrow", "tables"),
    "anywidget": ("anywidget", "explore"),
}


def need(what: str, *names: str, instead: str = "") -> ModuleType:
    """Import libraries and return the first.

    Parameters
    ----------
    what
        What needs them, as the error's sentence begins.
    *names
        Modules, or modules of packages, of the libraries in ``EXTRAS``.
    instead
        What to do without them.

    Raises
    ------
    ImportError
        If some are not installed; says what to install.
    """
    found, missing = [], []
    for name in names:
        try:
            found.append(import_module(name))
        except ImportError:
            missing.append(EXTRAS[name.partition(".")[0]])
    if missing:
        listed, [extra] = (
            " and ".join(dict.fromkeys(library for library, _ in missing)),
            {extra for _, extra in missing},
        )
        raise ImportError(
            f"{what} needs {listed}, which is not installed. Install it: pip install "
            f'"foip-analysis[{extra}]"{instead}.'
        )
    return found[0]
