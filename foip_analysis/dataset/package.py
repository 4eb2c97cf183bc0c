"""A folder's files and codebook → ``datapackage.json`` (Data Package v2), so that other tools can
read it.

What cannot be read off the files (title, version, licence, source) is passed in; the shipped
dataset's stands in ``pyproject.toml``.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.allowed import BASES, COMPUTED, DEGREES, FORMS, HOW_MANY, MARKERS
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.reading import KEYS, NUMBERS, REQUIRED
from foip_analysis.words.catalogue import languages, say

ORDER = ("initiatives", "codings", "codebook", "units")
ONE_OF = {"basis": BASES, "codes_per_initiative": HOW_MANY, "marker": MARKERS}

ABOUT = {
    "initiatives": "One row an initiative: one thing that is done, supported or will be "
    "done, with an object of its own.",
    "codings": "One row a coding decision and its evidence: initiative × dimension × code, "
    "read from one unit.",
    "codebook": "One row a code; a dimension is declared by a row whose dimension is 'dimension'.",
    "units": "One row a numbered unit of the source, and one for the source as a whole.",
    "initiative_id": "The initiative's short stable name.",
    "dimension": "The dimension that the code belongs to.",
    "code": "The code.",
    "locator": "The unit of the source.",
    "evidence": "The term that decided the code, as printed; never a sentence.",
    "basis": "'stated': the term by itself names the code; 'position': it stands under that "
    "heading; 'inferred': concluded from what stands around it.",
    "parent": "The code's parent, a code of another dimension; for a dimension, the "
    "dimension of its parents.",
    "order": "Place within the dimension, from 1.",
    "include": "What to include, in English.",
    "exclude": "What to exclude, in English.",
    "colour": "Colour in charts, #rrggbb.",
    "also": "For a dimension: what else it may be called, in any language, with '; ' between.",
    "codes_per_initiative": "For a dimension: how many codes an initiative has, 'one', "
    "'some' (one or more) or 'any'.",
    "iso3": "ISO 3166-1 alpha-3 code of a country or economy, as place or as partner.",
    "m49": "ISO 3166-1 numeric code of a country or economy; UN M49 of a continent.",
    "longitude": "Longitude of the place's marker on a map, degrees east.",
    "latitude": "Latitude of the place's marker on a map, degrees north.",
    "marker": "What the marker stands for: 'point' a place, 'area' a group or a wide area; "
    "blank without longitude and latitude.",
    "mentioned_in": "Computed at loading, not in the file: the part of the source that names it, "
    "or both.",
    "part": "Part of the source, such as text or heading; 'document' for the whole.",
    "heading": "The heading that the unit stands under; blank if none.",
    "line": "Line of the unit in the plain text, from 1.",
    "characters": "Characters of the unit's words.",
    "sha256": "SHA-256 of the unit's words: NFKC, without *, leading bullets and white space; of "
    "the document, of all units' words with a line feed between them.",
    "numbers": "The Arabic numerals that the unit prints, with what they count.",
}

IN_LANGUAGE = {  # of columns such as name_en
    "name": "Name in {language}.",
    "summary": "What it is, in one sentence, in {language}.",
    "label": "Label in {language}.",
    "definition": "What the code means, in {language}.",
    "include": "What to include, in {language}.",
    "exclude": "What to exclude, in {language}.",
    "within": "The code's label inside a sentence, where that differs, in {language}.",
    "full": "The name in full that a short label stands for, in {language}.",
    "subject": "For a dimension: initiatives with its {code} as a subject, in {language}.",
    "predicate": "For a dimension: to have its {code} as a predicate, in {language}.",
}


def describe(
    folder: Path, *, name: str, title: str, version: str, **further: Any
) -> dict[str, Any]:
    """Return the descriptor of a dataset's folder.

    Parameters
    ----------
    folder
        A folder that ``load`` accepts.
    name, title, version
        Of the dataset.
    **further
        Further properties, such as ``licenses`` and ``sources``, in the form of the standard.

    Raises
    ------
    DataError
        If the folder has faults.
    ValueError
        If it is a workbook.
    """
    if folder.is_file():
        raise ValueError(
            f"{folder} is no folder. A data package describes a folder with four CSV files; save "
            "the workbook's sheets as these."
        )
    dataset = load(folder)
    resources = [
        _resource(folder, name, getattr(dataset, name), dataset.codebook) for name in ORDER
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "version": version,
        **further,
        "resources": resources,
    }


def as_bytes(descriptor: dict[str, Any]) -> bytes:
    """Return what ``datapackage.json`` holds."""
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


def about_column(column: str) -> str | None:
    """Return what a column holds, in a sentence; None for one of the folder's own.

    Examples
    --------
    >>> from foip_analysis.dataset.package import about_column
    >>> about_column("name_ja")
    'Name in Japanese.'
    """
    stem, _, lang = column.rpartition("_")
    if stem in IN_LANGUAGE and lang in languages():
        return IN_LANGUAGE[stem].replace("{language}", say("language", lang))
    return ABOUT.get(column)


def _resource(
    folder: Path, name: str, table: pd.DataFrame, codebook: pd.DataFrame
) -> dict[str, Any]:
    raw = (folder / f"{name}.csv").read_bytes()
    header = next(csv.reader(raw.decode("utf-8-sig").splitlines()))
    columns = [str(c) for c in table if c not in COMPUTED or c in header]
    schema = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(name, column, table[column], codebook) for column in columns],
        "primaryKey": KEYS[name],
    }
    if name == "codings":
        schema["foreignKeys"] = [
            {"fields": KEYS[other], "reference": {"resource": other, "fields": KEYS[other]}}
            for other in ("initiatives", "units", "codebook")
        ]
    return {
        "name": name,
        "type": "table",
        "description": ABOUT[name],
        "path": f"{name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": schema,
    }


def _field(name: str, column: str, cells: pd.Series, codebook: pd.DataFrame) -> dict[str, Any]:
    numbers = column in NUMBERS.get(name, []) or pd.api.types.is_numeric_dtype(cells)
    whole = numbers and (cells.dropna() % 1 == 0).all() and column not in DEGREES
    field = {"name": column, "type": "integer" if whole else "number" if numbers else "string"}
    if told := about_column(column):
        field["description"] = told
    limits: dict[str, Any] = {"required": True} if column in REQUIRED[name] else {}
    if name == "codings" and column == "dimension":
        limits["enum"] = book.dimensions(codebook)
    if column in ONE_OF:
        limits["enum"] = list(ONE_OF[column])
    if column == "colour":
        limits["pattern"] = FORMS["colour"][0]
    return field | ({"constraints": limits} if limits else {})
