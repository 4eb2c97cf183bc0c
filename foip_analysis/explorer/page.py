"""A dataset → one HTML file to cross, filter and read it, without Python and without a network.

The file holds the data, the codes of each initiative by dimension (from ``membership``, a parent's
too) and a script that counts as ``cross_tab`` counts. Its parts lie in ``assets``: ``words.js``
says the catalogue's sentences, ``count.js`` makes the cells, ``say.js`` their titles and notes,
``write.js`` calls and CSV, ``draw.js`` the chart; ``address.js`` keeps the state, ``page.js``,
``table.js`` and ``list.js`` show it. In a notebook the same page stands in a frame (``widget``).

Labels go into the page as text, never as HTML, and the page's policy allows no script but its own
and no connection at all. The chart is drawn as plain SVG: it stays a drawing in PowerPoint, and the
page stays small enough to mail.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from importlib.resources import files
from os import PathLike
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

import numpy as np

from foip_analysis.charts import style
from foip_analysis.charts.grid import MOST_LINES, ROOM_OF_LAYERS
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import STATED
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.is_shipped import is_shipped
from foip_analysis.dataset.selections import parts_of_selection, print_selection
from foip_analysis.explorer.behind import loading
from foip_analysis.files.whole import write_whole
from foip_analysis.tables.grid import ENOUGH
from foip_analysis.tables.notes import describe_source, full_names, glossary, in_language
from foip_analysis.tables.size import MOST_CELLS
from foip_analysis.words.catalogue import FIRST, compiled, languages, say

if TYPE_CHECKING:
    import pandas as pd

    from foip_analysis.dataset.dataset import Dataset

PAGE_HOLDS = 1_000_000  # codings that a page holds: 70 MB, and 10 s to write
PAGE_CELLS = 200_000  # cells of a table on the page: seconds to lay out; a CSV has more
SCRIPTS = (
    *("words.js", "count.js", "say.js", "write.js", "draw.js"),
    *("address.js", "table.js", "list.js", "page.js"),
)


@guided
def save_explorer(
    dataset: Dataset,
    path: str | PathLike[str] = "explorer.html",
    *,
    rows: str | None = None,
    columns: str | None = None,
) -> Path:
    """Write a dataset as one HTML page to explore it in a browser; return the path.

    Parameters
    ----------
    dataset
        What the page counts; a selection of it (``where``, ``stated``) is told in every note.
    path
        A file of this name is replaced, a missing folder is made.
    rows, columns
        The dimensions that the page opens with. If left out: the first of several codes an
        initiative that has a parent, by the first other parent (tool by region); else the first
        two.

    Raises
    ------
    ValueError
        If a dimension is not known, or the dataset has more codings than a page holds.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = foip.save_explorer(foip.load(), f"{folder}/explorer.html")
    ...     print(path.name, len(path.read_bytes()) < 300_000)
    explorer.html True
    """
    if Path(path).suffix.lower() not in (".html", ".htm"):
        raise ValueError(
            f"'{path}' is no name of a page. A browser is to open it: let it end in .html."
        )
    return write_whole(Path(path), make_page(dataset, rows=rows, columns=columns).encode())


def opens_with(dataset: Dataset, rows: str | None, columns: str | None) -> tuple[str, str]:
    """Return the dimensions to begin with; refuse an unknown one."""
    names = _askable(dataset)
    for name in (rows, columns):
        if name is not None:
            book.codes(dataset.codebook, name)  # refuses an unknown dimension
    usual = _telling(dataset, names) or (names[0], names[min(1, len(names) - 1)])
    return rows or usual[0], columns or usual[1]


def _telling(dataset: Dataset, names: list[str]) -> tuple[str, str] | None:
    """Return the first fine dimension and the first coarse one that is not its own parent."""
    codebook = dataset.codebook
    several = [name for name in names if book.codes_per_initiative(codebook, name) != "one"]
    above = {name: book.parent_dimension(codebook, name) for name in several}
    for fine in (name for name in several if above[name]):
        for coarse in several:
            if coarse in above.values() and coarse not in (fine, above[fine]):
                return fine, coarse
    return None


def make_page(
    dataset: Dataset, *, rows: str | None = None, columns: str | None = None, hosted: bool = False
) -> str:
    """Return the page as HTML; ``hosted`` by a notebook, which tells it what to show."""
    from matplotlib.colors import to_hex

    if len(dataset.codings) > PAGE_HOLDS:
        raise ValueError(
            f"The dataset has {len(dataset.codings):,} codings, and a page holds up to "
            f"{PAGE_HOLDS:,}. Choose initiatives with where(), or draw a table with plot() or "
            "explore()."
        )
    theme = {part: to_hex(style.colour(part)) for part in style.PARTS}
    look = Template(_asset("style.css")).substitute(theme, on_strong=style.ink_on(theme["strong"]))
    script = "\n".join(map(_asset, SCRIPTS))
    shipped = is_shipped(dataset)
    contents = _contents(dataset, rows, columns) | {
        "look": theme,
        "room": {
            **{
                "cells": MOST_CELLS,
                "shown": PAGE_CELLS,
                "lines": MOST_LINES,
                "layered": ROOM_OF_LAYERS,
            },
            "enough": ENOUGH,
        },
        "coded": {lang: say("explorer-coded", lang) if shipped else "" for lang in languages()},
        "words": sentences_of(script),
        "hosted": hosted,
        "load": {lang: loading(lang, shipped=shipped, hosted=hosted) for lang in languages()},
        "call": "dataset" if hosted and not shipped else print_selection(dataset.selection),
    }
    policy = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(look),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return Template(_asset("page.html")).substitute(
        policy="; ".join(f"{of} {allowed}" for of, allowed in policy.items()),
        title=escape(dataset.title or say("explorer-page", FIRST)),
        language=escape(_in_every_language("explorer-language")),
        script_needed=escape(_in_every_language("explorer-script")),
        style=look,
        data=json.dumps(
            contents, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        ).replace("<", "\\u003c"),
        script=script,
    )


def sentences_of(script: str) -> dict[str, dict[str, Any]]:
    """Return language → name → its own sentence, of those that a script says: named whole, or
    begun.
    """
    named = set(re.findall(r'"([a-z-]+)"', script))
    begun = tuple(re.findall(r"`([a-z]+-(?:[a-z]+-)*)\$\{", script))
    commas = tuple(f"{how}-" for how in named)  # a list names its commas by their beginning
    return {
        lang: {
            name: parts
            for name, parts in compiled(lang).items()
            if name in named
            or name.startswith(begun)
            or (name.startswith(commas) and name.endswith(("-comma", "-last")))
        }
        for lang in languages()
    }


def _in_every_language(name: str) -> str:
    return " / ".join(dict.fromkeys(say(name, lang) for lang in languages()))


def _contents(dataset: Dataset, rows: str | None, columns: str | None) -> dict[str, Any]:
    """Return what the page knows of a dataset, as plain data."""
    names = _askable(dataset)
    rows, columns = opens_with(dataset, rows, columns)
    stated = dataset.stated() if "basis" in dataset.codings else None
    spoken = languages()
    return {
        "title": {lang: dataset.titles.get(lang, dataset.title) for lang in spoken},
        "version": dataset.version,
        "source": {lang: describe_source(dataset, lang) for lang in spoken},
        "short": {lang: glossary(full_names(dataset.codebook, lang), lang) for lang in spoken},
        "selection": {lang: parts_of_selection(dataset, lang) for lang in spoken},
        "opens": {"rows": rows, "cols": columns},
        "basis": stated is not None,
        "initiatives": _initiatives(dataset.initiatives),
        "dimensions": [_dimension(dataset, stated, name, names) for name in names],
        "codings": _codings(dataset, names),
    }


def _askable(dataset: Dataset) -> list[str]:
    used = set(dataset.codebook["dimension"])
    return [name for name in dataset.dimensions if name in used]


def _initiatives(initiatives: pd.DataFrame) -> list[dict[str, Any]]:
    fields = [
        "name",
        *(["summary"] if any(str(column).startswith("summary_") for column in initiatives) else []),
    ]
    told = {
        field: {lang: in_language(initiatives, field, lang).tolist() for lang in languages()}
        for field in fields
    }
    ids = initiatives["initiative_id"].tolist()
    return [
        {
            "id": initiative,
            **{field: {lang: texts[n] for lang, texts in told[field].items()} for field in fields},
        }
        for n, initiative in enumerate(ids)
    ]


def _dimension(
    dataset: Dataset, stated: Dataset | None, name: str, names: list[str]
) -> dict[str, Any]:
    """Return a dimension: its labels, its codes with their parents, and who holds them."""
    codebook = dataset.codebook
    labels = {lang: book.labels(codebook, name, lang) for lang in languages()}
    above, parents = book.parent_dimension(codebook, name), book.parents(codebook, name)
    places = list(book.codes(codebook, above)) if above else []
    codes = []
    for code, row in book.codes(codebook, name).items():
        found: dict[str, Any] = {
            "code": code,
            "label": {lang: own[code] for lang, own in labels.items()},
        }
        if row.get("definition_en"):
            found["definition"] = {
                lang: book.text_of(row, "definition", lang) for lang in languages()
            }
        if above and code in parents:
            found["parent"] = [names.index(above), places.index(parents[code])]
        codes.append(found)
    return {
        "name": name,
        "label": {lang: book.dimension_label(codebook, name, lang) for lang in languages()},
        "single": book.codes_per_initiative(codebook, name) == "one",
        "codes": codes,
        "held": {"all": _held(dataset, name)} | ({"stated": _held(stated, name)} if stated else {}),
    }


def _held(dataset: Dataset, name: str) -> list[list[int]]:
    """Return for each initiative the places of its codes in a dimension."""
    return [np.flatnonzero(row).tolist() for row in dataset.membership(name).to_numpy()]


def _codings(dataset: Dataset, names: list[str]) -> list[list[Any]]:
    """Return each coding: initiative, dimension, code, locator, deciding words, if it is stated."""
    codings = dataset.codings
    words = codings["evidence"] if "evidence" in codings else [None] * len(codings)
    stated = codings["basis"].isin(STATED) if "basis" in codings else [True] * len(codings)
    places = [names.index(dataset.dimensions[d]) for d in dataset.index[1]]
    return [
        [int(i), d, int(c), locator, term, int(own)]
        for i, d, c, locator, term, own in zip(
            dataset.index[0],
            places,
            dataset.index[2],
            codings["locator"],
            words,
            stated,
            strict=True,
        )
    ]


def _asset(name: str) -> str:
    return (files("foip_analysis.explorer") / "assets" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
