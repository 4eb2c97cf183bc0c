"""A made-up language: every sentence of the catalogue and every label of the data in brackets.

What a person reads and stands in no brackets was worded in code.
"""

import re
from pathlib import Path

from conftest import load_frames
from fluent.syntax import FluentSerializer, ast, parse

import foip_analysis as foip
from foip_analysis.words import catalogue

LANGUAGE = "xx"
SETTINGS = (
    "language",
    "line-breaking",
    "label-within",
    "title-pause",
    "tag",
    "tag-other",
    "claim-parts",
    "claim-apart",
)


def make_catalogues(folder: Path) -> None:
    """Write the catalogues of a folder: those that there are, and the made-up one."""
    for path in catalogue.FOLDER.glob("*.ftl"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    book = parse((catalogue.FOLDER / "en.ftl").read_text(encoding="utf-8"))
    for entry in book.body:
        if isinstance(entry, ast.Message) and entry.id.name not in SETTINGS:
            entry.value.elements.insert(0, ast.Placeable(ast.StringLiteral("⟦")))
            entry.value.elements.append(ast.Placeable(ast.StringLiteral("⟧")))
    text = FluentSerializer().serialize(book)
    (folder / f"{LANGUAGE}.ftl").write_text(text, encoding="utf-8")


def make_dataset(folder: Path) -> foip.Dataset:
    """Write the shipped dataset with names and labels in brackets to a folder, and load it."""
    shipped = foip.load()
    frames = {}
    for name in ("initiatives", "codings", "codebook", "units"):
        frame = getattr(shipped, name).copy()
        for column in [c for c in frame if c.endswith("_en")]:
            own = column[: -len("en")] + LANGUAGE
            frame[own] = frame[column].map(lambda text: f"⟦{text}⟧" if text else "")
        frames[name] = frame
    return load_frames(folder, frames)


def worded(text: str) -> list[str]:
    """Return the words of a text that stand in no brackets; numbers, signs and locators are
    none.
    """
    text = re.sub(r"\b(text|map)\.\d[\d.]*", "", text)
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = inner
    return re.findall(r"[^\W\d_]{2,}", text)
