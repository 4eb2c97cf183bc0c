"""Figures → files.

A figure is saved as a set under one name: PNG (1,920 × 1,080, and twice that), SVG (with text as
outlines, and as text), PDF, the CSV of what is plotted, and a JSON with its words, the calls that
made it and the initiatives behind each mark. Pictures carry their title and alternative text. The
set is written whole or not at all, and the same figure gives the same bytes.
"""

from __future__ import annotations

import errno
import json
import re
from html import escape
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, final

import numpy as np
import pandas as pd

from foip_analysis.charts import style
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.paths import told_folder
from foip_analysis.files.formats import SUFFIXES, all_harmless
from foip_analysis.files.sums import read_sums
from foip_analysis.files.whole import WriteError, write_together
from foip_analysis.tables import caption
from foip_analysis.tables.about import about
from foip_analysis.tables.competing import column_codes, row_codes, stacked
from foip_analysis.tables.grid import Side, grid_of
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

RESOLUTION = 144.04  # dots an inch: 13.33 × 7.5 in are 1,920 × 1,080 to the pixel
MAKER = "foip-analysis"
COLOURS, OFTEN = 256, 128  # of the large picture, and of these the most frequent
# How each picture is saved: with nothing of the time or of the machine.
PICTURES: dict[str, dict[str, Any]] = {
    "png": {"dpi": RESOLUTION, "metadata": {"Software": None}},
    "4k.png": {"dpi": 2 * RESOLUTION, "metadata": {"Software": None}},
    "svg": {"metadata": {"Date": None, "Creator": MAKER}},
    "text.svg": {"metadata": {"Date": None, "Creator": MAKER}},
    "pdf": {
        "metadata": {"CreationDate": None, "ModDate": None, "Creator": MAKER, "Producer": None}
    },
}
# Where the words stand.
WORD_FIELDS = {"png": ("Title", "Description"), "pdf": ("Title", "Subject")}

Plain = dict[str, Any]  # as it stands in the JSON


class Words(TypedDict):
    """What every figure keeps of itself: what stands on it, and the call that drew it."""

    title: str
    subtitle: str
    foot: str
    call: str


@final
class OfOne(Words):
    """Of a figure that shows a table."""

    table: pd.DataFrame
    stated: NotRequired[dict[str, int]]  # row → initiatives, where that is drawn too


@final
class OfSeveral(Words):
    """Of a figure with several: what a table would know, and each panel's table by its name."""

    tables: dict[str, pd.DataFrame]
    alt: str
    note: str
    source: str
    language: str


@guided
def save_figure(
    figure: Figure, name: str, *, folder: str | PathLike[str] | None = None
) -> list[Path]:
    """Save a figure as PNG in two sizes, SVG with text as outlines and as text, PDF, CSV and JSON;
    return the paths.

    Parameters
    ----------
    figure
        From ``plot`` or another of the ``plot_…`` functions.
    name
        The name of the set: letters, digits, ``-`` and ``_``.
    folder
        Made if it is not there. If left out the working folder, which is a notebook's own; files
        there are then replaced only if they are a figure that was saved before.

    Raises
    ------
    ValueError
        If the name has other characters, or the figure is not one of the package's.
    OSError
        If one of them cannot be written, or no folder is named and others' files have these
        names; says why and what to do, and all are as they were.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> figure = foip.plot(foip.count(foip.load(), "priority"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     names = [path.name for path in foip.save_figure(figure, "priorities", folder=folder)]
    >>> names[:4]
    ['priorities.png', 'priorities.4k.png', 'priorities.svg', 'priorities.text.svg']
    >>> names[4:]
    ['priorities.pdf', 'priorities.csv', 'priorities.json']
    """
    if not re.fullmatch(r"[\w-]+", name):
        path = Path(name)
        stem = re.sub(r"[^\w-]+", "-", path.name.partition(".")[0]).strip("-") or "figure"
        where = "" if path.parent == Path() else f", folder={str(path.parent)!r}"
        raise ValueError(
            f"'{name}' is no name for a figure. Use letters, digits, - and _; the suffixes of its "
            f"several files are added. Write save_figure(figure, '{stem}'{where})."
        )
    if isinstance(figure, pd.DataFrame):
        raise TypeError("This is a table. Save it with foip.save_table, or draw it first.")
    if not hasattr(figure, "foip"):
        raise ValueError(
            "This figure was not made by a plot_… function of foip_analysis. Save it with "
            "its own savefig()."
        )
    if folder is None and (folder := told_folder()) is None:
        folder = Path.cwd()
        _refuse_others(folder, name)
    folder = Path(folder)
    made = _made(figure)
    return write_together({folder / f"{name}.{suffix}": made[suffix] for suffix in SUFFIXES})


def _refuse_others(folder: Path, name: str) -> None:
    """Refuse to write over what is no saved figure of this name, or one that ``foip figures`` made:
    nobody has named the folder.
    """
    files = [folder / f"{name}.{suffix}" for suffix in SUFFIXES]
    there = [file.name for file in files if file.exists()]
    if not there or (
        _is_saved(folder / f"{name}.json") and not read_sums(folder).keys() & {*there}
    ):
        return
    raise WriteError(
        errno.EEXIST,
        f"there are files of other origin here ({', '.join(there)}), which stay as they are. "
        "Choose another name, or name the folder, such as folder='.', to replace them",
        str(folder / name),
    )


def _is_saved(file: Path) -> bool:
    """Whether a file is the description of a figure."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and {"calls", "marks"} <= told.keys()


def words_of(figure: Figure) -> OfOne | OfSeveral:
    """Return what a figure keeps of itself."""
    words: OfOne | OfSeveral = figure.foip  # type: ignore[attr-defined]  # matplotlib has no such
    return words


def description(figure: Figure) -> Plain:
    """Return a figure's words, the calls that made it, and each mark's value and initiatives."""
    words = words_of(figure)
    told, calls, shown = _of_several(words) if "tables" in words else _of_one(words)
    parts = [words["title"], words["subtitle"], words["foot"]]
    return {
        "title": words["title"],
        "subtitle": words["subtitle"],
        "caption": say("sentence-stop", told["language"]).join(parts),
        **told,
        "calls": [*calls, f"figure = foip.{words['call']}"],
        **shown,
    }


def _of_one(words: OfOne) -> tuple[Plain, list[str], Plain]:
    """Return what is told of a figure, the calls before its own, and what it shows."""
    table, stated = words["table"], words.get("stated", {})
    itself = about(table)
    told = {
        "alt": caption.alternative(table, words["title"], words["subtitle"]),
        "language": itself.lang,
        "source": itself.source,
        "note": itself.note,
    }
    found = marks(table)
    for mark in found:
        if mark.get("row") in stated:
            mark["stated"] = stated[mark["row"]]
    return told, [f"table = {itself.call}"], {"marks": found}


def _of_several(words: OfSeveral) -> tuple[Plain, list[str], Plain]:
    """Return the same of a figure with several tables: each mark says its panel."""
    told = {
        "alt": words["alt"],
        "language": words["language"],
        "source": words["source"],
        "note": words["note"],
    }
    tables = words["tables"].items()
    panels = [
        {"panel": name, "call": about(table).call, "note": about(table).note}
        for name, table in tables
    ]
    found = [{"panel": name, **mark} for name, table in tables for mark in marks(table)]
    return told, [], {"panels": panels, "marks": found}


def one_table(figure: Figure) -> pd.DataFrame:
    """Return the table of a figure, with what is stated of it where that is drawn; of a figure
    with several, one line a value: panel, row, column, value.
    """
    words = words_of(figure)
    if "tables" not in words:
        table, stated = words["table"], words.get("stated")
        if not stated:
            return table
        head = say("basis-stated", about(table).lang)
        return pd.DataFrame(table).assign(
            **{head: pd.Series(row_codes(table), table.index).map(stated)}
        )
    blocks = []
    for name, table in words["tables"].items():
        shown = table if about(table).columns else table.iloc[:, :1]
        long = stacked(shown).reset_index().set_axis(["row", "column", "value"], axis=1)
        long.insert(0, "panel", name)
        blocks.append(long)
    return pd.concat(blocks, ignore_index=True)


def marks(table: pd.DataFrame) -> list[Plain]:
    """Return for each mark its row, column, value and the initiatives behind it, with locators.

    A mark of a table with layers has its ``layer`` as well, and one of a range its ``way``.
    """
    itself = about(table)
    cells, known = itself.cells, itself.initiatives
    if itself.more.get("marks") is not None:  # of a table that is no grid
        return [
            {
                **mark,
                "value": round(float(mark["value"]), 6),
                "initiatives": [{"id": i, **known[i]} for i in mark["initiatives"]],
            }
            for mark in itself.more["marks"]
        ]
    columns = _lines(table, "columns")
    if itself.columns is None:  # of a count the first, which has the numbers
        columns = [(None, code) for code, _ in columns] if itself.ways else [(None, None)]
    found, values = [], table.to_numpy(float)
    for line, (row, layer) in enumerate(_lines(table, "rows")):
        for number, (column, way) in enumerate(columns):
            value = values[line, number]
            if pd.isna(value) or value == 0:
                continue
            behind = cells
            for key in (way, layer, row, column or "initiatives"):
                behind = behind.get(key, {}) if key is not None else behind
            mark: Plain = {"layer": layer} if layer else {}
            mark |= {"row": row, "column": column} | ({"way": way} if way else {})
            mark["value"] = round(float(value), 6)
            mark["initiatives"] = [{"id": i, **known[i]} for i in behind]
            found.append(mark)
    return found


def _lines(table: pd.DataFrame, side: Side) -> list[tuple[str | None, str | None]]:
    """Return for each row or column its code, and the layer or the way of counting it lies in."""
    if about(table).kind == "association":  # residuals: a grid, but not of counts
        codes = row_codes(table) if side == "rows" else column_codes(table)
        return [(code, None) for code in codes]
    return [(line.code, line.within) for line in grid_of(table).lines(side)]


def picture_of(figure: Figure, suffix: str) -> bytes:
    """Return what the file of a figure in one of the formats of ``PICTURES`` holds."""
    import matplotlib
    from matplotlib.text import Text

    told, form = description(figure), suffix.rpartition(".")[2]
    how = {**PICTURES[suffix]}
    words = (told["title"], told["alt"])
    how["metadata"] = how["metadata"] | dict(zip(WORD_FIELDS.get(form, ()), words, strict=False))
    unseen = [text for text in figure.findobj(Text) if text.get_alpha() == 0]
    with style.applied(), BytesIO() as picture:
        for text in unseen:  # names for what reads the figure, not its files
            text.set_visible(False)
        if suffix == "text.svg":
            matplotlib.rcParams["svg.fonttype"] = "none"
        if suffix == "4k.png":
            drawn = _of_few_colours(
                figure, dict(zip(WORD_FIELDS[form], words, strict=True)), how["dpi"]
            )
        else:
            figure.savefig(picture, format=form, **how)
            drawn = picture.getvalue()
        for text in unseen:
            text.set_visible(True)
    return _named(drawn, *words, told["language"]) if form == "svg" else drawn


def _of_few_colours(figure: Figure, told: dict[str, str], dpi: float) -> bytes:
    """Return a PNG with a palette of 256 colours, less than half as large; charts have fewer but
    for the edges of letters, whose rarest shades become the nearest that are kept.
    """
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    with BytesIO() as drawn, BytesIO() as out:
        figure.savefig(drawn, format="rgba", dpi=dpi)
        pixels = np.frombuffer(drawn.getvalue(), "<u4")
        starts = np.flatnonzero(np.diff(pixels, prepend=~pixels[:1]))  # of runs of one colour
        long = np.diff(starts, append=len(pixels))
        known, which = np.unique(pixels[starts], return_inverse=True)
        often = np.argsort(-np.bincount(which, long), kind="stable")[:OFTEN].tolist()
        shades = known.view(np.uint8).reshape(-1, 4)[:, :3].astype(int)
        nearest, least = np.zeros(len(known), np.uint8), np.full(len(known), 3 * 256)
        kept: list[int] = []
        while len(kept) < COLOURS and least.any():  # the most frequent, then the farthest of these
            kept.append(often[len(kept)] if len(kept) < len(often) else int(least.argmax()))
            apart = np.abs(shades - shades[kept[-1]]).sum(axis=1)
            nearest[apart < least] = len(kept) - 1
            least = np.minimum(apart, least)
        wide, high = (int(side * dpi) for side in figure.get_size_inches().tolist())
        picture = Image.frombytes("P", (wide, high), np.repeat(nearest[which], long).tobytes())
        picture.putpalette(shades[kept].astype(np.uint8).tobytes())
        words = PngInfo()
        for key, text in told.items():
            words.add_text(key, text)
        picture.save(out, "png", dpi=(dpi, dpi), pnginfo=words)
        return out.getvalue()


def _named(drawing: bytes, title: str, alt: str, lang: str | None) -> bytes:
    """Return an SVG that says what it shows to those who do not see it."""
    before, start, rest = drawing.partition(b"<svg ")
    opening, end, inside = rest.partition(b">")
    tag = f' lang="{lang}"' if lang else ""
    words = f"\n <title>{escape(title)}</title>\n <desc>{escape(alt)}</desc>"
    return b"".join(
        [before, start, f'role="img"{tag} '.encode(), opening, end, words.encode(), inside]
    )


def _made(figure: Figure) -> dict[str, bytes]:
    """Return what each file of a figure holds, by its suffix."""
    table = one_table(figure)
    numbered = isinstance(table.index, pd.RangeIndex)
    words = json.dumps(description(figure), ensure_ascii=False, indent=1) + "\n"
    return {
        **{suffix: picture_of(figure, suffix) for suffix in PICTURES},
        "csv": all_harmless(table).to_csv(lineterminator="\n", index=not numbered).encode(),
        "json": words.encode(),
    }
