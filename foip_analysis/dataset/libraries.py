"""Libraries that only some data, tables, pages and slides need: imported when they are used, named
where they are missing.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

INSTALLED = {"pptx": "python-pptx"}  # under another name


def need(what: str, *names: str, instead: str = "") -> ModuleType:
    """Import libraries and return the first.

    Parameters
    ----------
    what
        What needs them, as the error's sentence begins; empty where that is told before it.
    *names
        Modules, or modules of packages.
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
            library = name.partition(".")[0]
            missing.append(INSTALLED.get(library, library))
    if missing:
        libraries = [*dict.fromkeys(missing)]
        raise ImportError(
            f"{what} needs {' and '.join(libraries)}, which is not installed. Install it: pip "
            f"install {' '.join(libraries)}{instead}.".lstrip()
        )
    return found[0]
