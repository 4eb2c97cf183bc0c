"""A dataset → one HTML file in which anyone crosses, filters and reads it, without Python and
without a network.

The file holds the data, the codes of each initiative by dimension (from ``membership``, a parent's
too) and a script that counts as ``cross_tab`` counts. Its parts lie in ``assets``: ``words.js``
says the catalogue's sentences in each of its languages; ``count.js`` makes the cells, ``say.js``
their titles, notes, calls and CSV, ``draw.js`` the chart; ``address.js`` keeps the state,
``page.js``, ``table.js`` and ``windows.js`` show it. Labels go into the page as text, never as
HTML, and the page's policy allows no script but its own and no connection at all. The chart is
drawn as plain SVG: it stays a drawing in PowerPoint, and the page stays small enough to mail.
"""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from importlib.resources import files
from os import PathLike
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import numpy as np

from foip_analysis.charts import style
from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import load
from foip_analysis.dataset.selections import call_selection, parts_of_selection
from foip_analysis.files.tables import write_whole
from foip_analysis.tables.notes import describe_source, in_language
from foip_analysis.words.catalogue import FIRST, compiled, languages, say

if TYPE_CHECKING:
    import pandas as pd

    from foip_analysis.dataset.dataset import Dataset

SCRIPTS = (
    "words.js",
    "count.js",
    "say.js",
    "draw.js",
    "address.js",
    "table.js",
    "windows.js",
    "page.js",
)
OPENS = ("tool", "region")
SAID = (  # how the names of the sentences begin that the scripts say
    "amount-",
    "base-",
    "chart-cross",
    "crossed-",
    "explorer-",
    "file-call",
    "finding-",
    "having-",
    "in-brackets",
    "label-",
    "language-own",
    "line-breaking",
    "list-",
    "method-",
    "pair-",
    "selection",
    "sentence-",
    "subtitle",
    "table-",
    "together-",
    "word-",
)


def save_explorer(
    dataset: Dataset,
    path: str | PathLike = "explorer.html",
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
        The dimensions that the page opens with: tool and region, or the first two where the dataset
        has no such dimensions.

    Raises
    ------
    ValueError
        If a dimension is not known.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = foip.save_explorer(foip.load(), f"{folder}/explorer.html")
    ...     print(path.name, path.read_text(encoding="utf-8").count("<dialog"))
    explorer.html 2
    """
    return write_whole(Path(path), _page(_contents(dataset, rows, columns)).encode())


def _page(contents: dict) -> str:
    from matplotlib.colors import to_hex

    theme = {part: to_hex(style.colour(part)) for part in style.PARTS}
    look = Template(_asset("style.css")).substitute(theme, on_strong=style.ink_on(theme["strong"]))
    script = "\n".join(map(_asset, SCRIPTS))
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
        title=escape(contents["title"][FIRST] or say("explorer-page", FIRST)),
        needs=escape(_in_each("explorer-no-script")),
        languages=escape(_in_each("explorer-languages")),
        style=look,
        data=json.dumps(
            {**contents, "look": theme}, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        ).replace("<", "\\u003c"),
        script=script,
    )


def _contents(dataset: Dataset, rows: str | None, columns: str | None) -> dict:
    """Return everything that the page knows, as plain data."""
    names = [name for name in dataset.dimensions if (dataset.codebook["dimension"] == name).any()]
    for name in (rows, columns):
        if name is not None:
            book.codes(dataset.codebook, name)  # refuses an unknown dimension
    usual = OPENS if set(OPENS) <= set(names) else (names[0], names[min(1, len(names) - 1)])
    shipped = load()
    known = (dataset.title, dataset.version) == (shipped.title, shipped.version)
    stated = dataset.stated() if "basis" in dataset.codings else None
    spoken = languages()
    return {
        "title": {lang: dataset.titles.get(lang) or dataset.title for lang in spoken},
        "version": dataset.version,
        "source": {lang: describe_source(dataset, lang) for lang in spoken},
        "selection": {lang: parts_of_selection(dataset, lang) for lang in spoken},
        "load": "foip.load()" if known else "foip.load('FOLDER')  # the folder of this dataset",
        "call": call_selection(dataset),
        "opens": {"rows": rows or usual[0], "cols": columns or usual[1]},
        "basis": stated is not None,
        "initiatives": _initiatives(dataset.initiatives),
        "dimensions": [_dimension(dataset, stated, name, names) for name in names],
        "codings": _codings(dataset, names),
        "words": {lang: _sentences(lang) for lang in spoken},
    }


def _initiatives(initiatives: pd.DataFrame) -> list[dict]:
    fields = [
        "name",
        *(["summary"] if any(column.startswith("summary_") for column in initiatives) else []),
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


def _dimension(dataset: Dataset, stated: Dataset | None, name: str, names: list[str]) -> dict:
    """Return a dimension: its labels, its codes with their parents, and the codes of each
    initiative.
    """
    codebook = dataset.codebook
    labels = {lang: book.labels(codebook, name, lang) for lang in languages()}
    above, parents, colours = (
        book.parent_dimension(codebook, name),
        book.parents(codebook, name),
        book.colours(codebook, name),
    )
    places = list(book.codes(codebook, above)) if above else []
    codes = []
    for code, row in book.codes(codebook, name).items():
        found = {"code": code, "label": {lang: own[code] for lang, own in labels.items()}}
        if row.get("definition_en"):
            found["definition"] = {
                lang: row.get(f"definition_{lang}") or row["definition_en"] for lang in languages()
            }
        if code in parents:
            found["parent"] = [names.index(above), places.index(parents[code])]
        if code in colours:
            found["colour"] = colours[code]
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


def _codings(dataset: Dataset, names: list[str]) -> list[list]:
    """Return each coding as initiative, dimension, code, locator, deciding words and whether it is
    stated.
    """
    codings = dataset.codings
    words = codings["evidence"] if "evidence" in codings else [None] * len(codings)
    stated = codings["basis"] == "stated" if "basis" in codings else [True] * len(codings)
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


def _sentences(lang: str) -> dict:
    """Return what the scripts can say in a language: all of the first, of another what differs."""
    first, own = compiled(FIRST), compiled(lang)
    return {
        name: parts
        for name, parts in own.items()
        if name.startswith(SAID) and (lang == FIRST or parts != first[name])
    }


def _in_each(name: str) -> str:
    """Return what is read before a language is chosen: a sentence in every language."""
    return " / ".join(dict.fromkeys(say(name, lang) for lang in languages()))


def _asset(name: str) -> str:
    return (files("foip_analysis.explorer") / "assets" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
