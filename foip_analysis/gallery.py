"""Figures → files. Only here, and in ``build``, are files of figures written.

A figure is saved as a set under one name: PNG (twice the screen's resolution), SVG, PDF, the CSV of
what is plotted, and a JSON with its words, the calls that made it and the initiatives behind each
mark. The set is written whole or not at all, and the same figure gives the same bytes.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis import findings, style
from foip_analysis.paths import figures_folder

if TYPE_CHECKING:
    from matplotlib.figure import Figure

RESOLUTION = 144  # dots an inch: a slide is 1,920 × 1,080
SUFFIXES = ("png", "svg", "pdf", "csv", "json")


def save_figure(figure: Figure, name: str, *, folder: str | PathLike | None = None) -> list[Path]:
    """Save a figure as PNG, SVG, PDF, CSV and JSON; return the five paths.

    Parameters
    ----------
    figure
        From one of the ``plot_…`` functions.
    name
        The name of the set: letters, digits, ``-`` and ``_``.
    folder
        Made if it is not there; ``figures`` beside the package in a checkout, else in the working folder.

    Raises
    ------
    ValueError
        If the name has other characters, or the figure is not one of the package's.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> figure = foip.plot_bars(foip.count(foip.load(), "priority"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print([path.name for path in foip.save_figure(figure, "priorities", folder=folder)])
    ['priorities.png', 'priorities.svg', 'priorities.pdf', 'priorities.csv', 'priorities.json']
    """
    if not re.fullmatch(r"[\w-]+", name):
        raise ValueError(f"'{name}' is no name for a figure. Use letters, digits, - and _; the suffixes are added.")
    if not hasattr(figure, "foip"):
        raise ValueError("This figure was not made by a plot_… function of foip_analysis. Save it with its own savefig().")
    folder = figures_folder() if folder is None else Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".saving-") as draft:
        drafts = [Path(draft) / f"{name}.{suffix}" for suffix in SUFFIXES]
        _draw(figure, drafts)
        table = figure.foip["table"]
        table.to_csv(drafts[3], encoding="utf-8", lineterminator="\n")
        drafts[4].write_text(json.dumps(description(figure), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return [Path(shutil.move(path, folder / path.name)) for path in drafts]


def description(figure: Figure) -> dict:
    """Return a figure's words, the calls that made it, and each mark's value and initiatives."""
    words, table = figure.foip, figure.foip["table"]
    attrs = table.attrs
    stop = "。" if attrs["lang"] == "ja" else ". "
    return {
        "title": words["title"],
        "subtitle": words["subtitle"],
        "caption": stop.join([words["title"], words["subtitle"], words["foot"]]),
        "alt": findings.alternative(table, words["title"]),
        "language": attrs["lang"],
        "source": attrs["source"],
        "note": attrs["note"],
        "calls": [f"table = {attrs['call']}", f"figure = foip.{words['call']}"],
        "marks": marks(table),
    }


def marks(table: pd.DataFrame) -> list[dict]:
    """Return for each mark its row, column, value and the initiatives behind it, with locators."""
    attrs = table.attrs
    cells, known = attrs.get("cells", {}), attrs.get("initiatives", {})
    columns = list(table.columns) if attrs["columns"] else list(table.columns[:1])
    found = []
    for label, row in zip(table.index, findings.row_codes(table), strict=True):
        for column, code in zip(columns, findings.column_codes(table), strict=False):
            value = table.loc[label, column]
            if pd.isna(value) or value == 0:
                continue
            behind = [{"id": i, **known[i]} for i in cells.get(row, {}).get(code, [])]
            mark = {"row": row, "column": code if attrs["columns"] else None, "value": round(float(value), 6), "initiatives": behind}
            found.append(mark)
    return found


def _draw(figure: Figure, paths: list[Path]) -> None:
    with style.applied():
        figure.savefig(paths[0], dpi=RESOLUTION, metadata={"Software": None}, pil_kwargs={"optimize": True})
        figure.savefig(paths[1], metadata={"Date": None, "Creator": "foip-analysis"})
        figure.savefig(paths[2], metadata={"CreationDate": None, "ModDate": None, "Creator": "foip-analysis", "Producer": None})
