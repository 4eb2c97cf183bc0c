"""A notebook as a page: its stored outputs, pictures with their alt text and plotly figures alive.

Nothing is executed. A stored picture becomes a file beside the page; its alt text is that of the
figure that the cell saves. Plotly figures are stored as JSON only, so each becomes a ``div`` that
the shared plotly.js of the site draws; a page without one does not load it.
"""

from __future__ import annotations

import base64
import json
import re
import struct
from html import escape
from pathlib import Path

from foip_analysis.words.catalogue import FIRST

PLOTLY = "application/vnd.plotly.v1+json"
SCRIPT = "../_static/plotly.min.js"
SAVED = re.compile(r"""save_figure\([^)\n]*?f?["']([\w-]+?)(?:-\{LANG\})?["']""")


def page(path: Path, figures: Path) -> tuple[str, dict[str, bytes]]:
    """Return a notebook with its pictures and plotly figures as HTML outputs, and the pictures by
    file name.

    Parameters
    ----------
    path
        The notebook.
    figures
        The folder of figures, whose JSON has each one's alt text.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    pictures: dict[str, bytes] = {}
    live, heading = 0, path.stem
    for cell in notebook["cells"]:
        lines = "".join(cell["source"]).splitlines()
        heading = next(
            (
                line.lstrip("# ")
                for line in reversed(lines)
                if cell["cell_type"] == "markdown" and line.startswith("#")
            ),
            heading,
        )
        if cell["metadata"].get("jupyter", {}).get("source_hidden"):  # as JupyterLab shows it
            cell["metadata"].setdefault("tags", []).append("hide-input")
        alts = _alts("\n".join(lines), figures)
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if PLOTLY in data:
                live += 1
                output["data"] = {
                    "text/html": plotly_div(data[PLOTLY], f"{path.stem}-{live}", first=live == 1)
                }
            elif "image/png" in data:
                name = f"{path.stem}-{len(pictures) + 1}.png"
                pictures[name] = base64.b64decode(data["image/png"])
                lang, alt = alts.pop(0) if alts else (FIRST, heading)
                output["data"] = {"text/html": _picture(name, pictures[name], alt, lang)}
            elif "text/html" in data:
                data["text/html"] = _told_apart("".join(data["text/html"]))
    link = (
        f'\n\n<p class="way-on"><a href="{escape(path.name)}" download>Download this '
        "notebook</a></p>"
    )
    notebook["cells"][0]["source"] = "".join(notebook["cells"][0]["source"]) + link
    return json.dumps(notebook, ensure_ascii=False), pictures


def saved_by(cell_source: str) -> list[str]:
    """Return the names of the figures that a cell saves, without their language.

    Examples
    --------
    >>> saved_by('foip.save_figure(figure, f"tool-families-by-region-{LANG}")')
    ['tool-families-by-region']
    """
    return SAVED.findall(cell_source)


def saving(figures: Path, notebooks: list[Path]) -> dict[str, str]:
    """Return each set of figures of a folder → the notebook that saves it, or nothing."""
    by: dict[str, str] = {}
    for path in notebooks:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for name in saved_by("".join(cell["source"])) if cell["cell_type"] == "code" else ():
                by.setdefault(name, path.name)
    sets = sorted(path.stem for path in figures.glob("*.json"))
    return {name: by.get(name.rpartition("-")[0], by.get(name, "")) for name in sets}


def plotly_div(figure: dict, name: str, *, first: bool) -> str:
    """Return a stored plotly figure as HTML; the first one of a page loads the script."""
    import plotly.io

    drawn = plotly.io.to_html(
        {"data": figure["data"], "layout": figure["layout"]},
        config={"displaylogo": False, "responsive": True, **figure.get("config", {})},
        include_plotlyjs=SCRIPT if first else False,
        include_mathjax=False,
        full_html=False,
        div_id=name,
        validate=False,
    )
    return f'<div class="live">{drawn}</div>'


def _alts(source: str, figures: Path) -> list[tuple[str, str]]:
    """Return language and alt text of each figure that a cell saves, in the order in which it
    shows them: in the first language, in which outputs are stored.
    """
    files = [figures / f"{name}-{FIRST}.json" for name in saved_by(source)]
    return [
        (FIRST, json.loads(file.read_text(encoding="utf-8"))["alt"])
        for file in files
        if file.is_file()
    ]


def _told_apart(html: str) -> str:
    """Return an output with its tables marked if they hold numbers, which stand to the right, more
    than words.
    """

    def mark(table: re.Match) -> str:
        cells = re.findall(r"<td[^>]*>(.*?)</td>", table[0], re.DOTALL)
        numbers = sum(
            bool(re.fullmatch(r"[-−+\d.,%\s]*", re.sub(r"<[^>]*>", "", cell))) for cell in cells
        )
        return (
            table[0].replace("<table", '<table data-cells="numbers"', 1)
            if numbers * 2 > len(cells)
            else table[0]
        )

    return re.sub(r"<table.*?</table>", mark, html, flags=re.DOTALL)


def _picture(name: str, png: bytes, alt: str, lang: str) -> str:
    width, height = struct.unpack(">II", png[16:24])
    return (
        f'<img class="chart" src="pictures/{escape(name)}" lang="{lang}" alt="{escape(alt)}" '
        f'width="{width}" height="{height}" loading="lazy">'
    )
