"""What a table says of itself: the note with its base, and what stands behind each cell.

``table.attrs`` is plain data that survives slicing and saving: the note, the base, the options, the
codes of rows and columns and, for datasets small enough to read, the initiatives behind each cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.membership import unpack
from foip_analysis.dataset.selections import call_selection, code_or_codes, describe_selection
from foip_analysis.words.catalogue import word
from foip_analysis.words.html import with_note
from foip_analysis.words.numerals import plain

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

LISTED = 12  # codes that "other" gathers are named in a note, more are counted
CARRIED = 5_000  # initiatives: a table of a larger dataset does not carry those behind its cells


def kind_of(table: pd.DataFrame) -> str | None:
    """Return what kind a table is of, None if it does not say; refuse what is no table."""
    if not isinstance(table, pd.DataFrame):
        made = "Make one with foip.count, foip.cross_tab or what the docstring's example calls."
        raise TypeError(
            f"This is a {type(table).__name__}; what is shown is a table, a pandas DataFrame. {made}"
        )
    return table.attrs.get("kind")


def in_language(initiatives: pd.DataFrame, column: str, lang: str | None) -> pd.Series:
    """Return a column such as ``name`` in a language, in English where the language has none."""
    english = initiatives.get(f"{column}_en", pd.Series("", index=initiatives.index))
    if lang != "ja" or f"{column}_ja" not in initiatives:
        return english
    return initiatives[f"{column}_ja"].where(initiatives[f"{column}_ja"] != "", english)


def attach(
    table: pd.DataFrame,
    dataset: Dataset,
    *,
    base: float,
    lang: str | None,
    rows: str,
    columns: str | None,
    options: dict,
    row_codes: list[str],
    column_codes: list[str],
    row_bits: np.ndarray,
    column_bits: np.ndarray,
    bases: list[float] | None = None,
    rest: dict[str, list[str]] | None = None,
) -> pd.DataFrame:
    """Give a table its note and what stands behind its cells; return it.

    ``bases`` are those of its rows or columns, if it has shares of these; ``rest`` the codes that "other" gathers.
    """
    total = len(dataset.initiatives)
    own, others = _bases_told(table, bases, lang, options), _rest_told(dataset, rest or {}, lang)
    table.attrs = {
        "kind": "cross_tab" if columns else "count",
        "rows": rows,
        "columns": columns,
        "row_codes": list(row_codes),
        "column_codes": list(column_codes),
        "row_labels": list(table.index),
        "column_labels": list(table.columns),
        "codes_per_initiative": {
            d: book.codes_per_initiative(dataset.codebook, d) for d in (rows, columns) if d
        },
        "dimension_labels": {
            d: book.dimension_label(dataset.codebook, d, lang) for d in (rows, columns) if d
        },
        "colours": {d: book.colours(dataset.codebook, d) for d in (rows, columns) if d},
        "markers": book.markers(dataset.codebook, rows),
        "areas": book.areas(dataset.codebook, rows),
        "base": base.item() if isinstance(base, np.generic) else base,
        "bases": bases,
        "total": total,
        "lang": lang,
        "options": options,
        "selection": describe_selection(dataset, lang),
        "source": describe_source(dataset, lang),
        "note": _note(dataset, rows, columns, base, lang, options, own + others),
        "call": _call(dataset, rows, columns, lang, options),
    }
    if own:  # a chart tells them in its heads
        table.attrs["brief"] = _note(dataset, rows, columns, base, lang, options, others)
    if total <= CARRIED:
        table.attrs |= _behind(dataset, row_codes, column_codes, row_bits, column_bits, lang)
    return with_note(table)


def attach_layers(
    table: pd.DataFrame,
    dataset: Dataset,
    layers: list[dict],
    *,
    by: str,
    codes: list[str],
    labels: list[str],
    lang: str | None,
    options: dict,
) -> pd.DataFrame:
    """Give a stacked table the notes and cells of its layers; return it."""
    first = layers[0]
    bases = ", ".join(
        f"{label} {_digits(layer['base'])}" for label, layer in zip(labels, layers, strict=True)
    )
    head = {"ja": f"層ごとの対象件数：{bases}。"}.get(lang, f"Base of each layer: {bases}.")
    table.attrs = {
        **{
            k: v
            for k, v in first.items()
            if k not in ("cells", "base", "note", "brief", "selection")
        },
        "kind": "layers",
        "by": by,
        "layer_codes": list(codes),
        "layer_labels": list(labels),
        "dimension_labels": {
            **first["dimension_labels"],
            by: book.dimension_label(dataset.codebook, by, lang),
        },
        "base": {code: layer["base"] for code, layer in zip(codes, layers, strict=True)},
        "bases": {code: layer["bases"] for code, layer in zip(codes, layers, strict=True)},
        "total": len(dataset.initiatives),
        "selection": describe_selection(dataset, lang),
        "call": _call(dataset, first["rows"], first["columns"], lang, options | {"by": by}),
        "note": head
        + (" " if lang != "ja" else "")
        + _method(lang, options, dataset, first["rows"], first["columns"]),
    }
    if all("cells" in layer for layer in layers):
        table.attrs["cells"] = {
            code: layer["cells"] for code, layer in zip(codes, layers, strict=True)
        }
        table.attrs["initiatives"] = {
            k: v for layer in layers for k, v in layer["initiatives"].items()
        }
    return with_note(table)


def attach_members(
    table: pd.DataFrame,
    dataset: Dataset,
    codes: Mapping[str, str | list[str]],
    *,
    found: int,
    per: str,
    lang: str | None,
) -> pd.DataFrame:
    """Give a table of members what it shows, of how many initiatives, and its source; return it."""
    chosen = tuple((d, (c,) if isinstance(c, str) else tuple(c)) for d, c in codes.items())
    selection = describe_selection(replace(dataset, selection=dataset.selection + chosen), lang)
    total = len(dataset.initiatives)
    number = f"全{total}件中{found}件" if lang == "ja" else f"{found} of {total} initiatives"
    mark, stop = ("：", "。") if lang == "ja" else (": ", ".")
    given = [call_selection(dataset), *(f"{d}={code_or_codes(c)!r}" for d, c in chosen)]
    given += [
        f"{name}={value!r}"
        for name, value, usual in (("lang", lang, "en"), ("per", per, "initiative"))
        if value != usual
    ]
    table.attrs = {
        "kind": "members",
        "lang": lang,
        "base": found,
        "total": total,
        "selection": selection,
        "source": describe_source(dataset, lang),
        "note": (f"{number}{mark}{selection}" if selection else number) + stop,
        "call": f"foip.members({', '.join(given)})",
    }
    return table


def describe_source(dataset: Dataset, lang: str | None) -> str:
    """Return the dataset's title and version, as a chart's foot names them."""
    if not dataset.title:
        return ""
    if lang == "ja":
        return f"出典：{dataset.title_ja or dataset.title}" + (
            f"、版 {dataset.version}" if dataset.version else ""
        )
    return f"Source: {dataset.title}" + (f", version {dataset.version}" if dataset.version else "")


def attach_range(
    table: pd.DataFrame,
    dataset: Dataset,
    ways: list[dict],
    *,
    rows: str,
    columns: str | None,
    made: str,
    names: list[str],
    options: dict,
) -> pd.DataFrame:
    """Give a table that shows each number in several ways what the tables of each way said; return it."""
    last, lang = ways[-1], ways[-1]["lang"]
    heads = [word(name, lang) for name in names]
    told = _told_once([way["note"] for way in ways], heads, "。" if lang == "ja" else ". ")
    table.attrs = {
        **{
            key: value
            for key, value in last.items()
            if key not in ("cells", "initiatives", "bases", "brief")
        },
        "kind": "range",
        "range": made,
        "ways": names,
        "way_labels": heads,
        "base": {name: way["base"] for name, way in zip(names, ways, strict=True)},
        "options": {"count": "initiatives", "weight": None, "order": "codebook"} | options,
        "note": ("" if lang == "ja" else " ").join(told),
        "call": _call(dataset, rows, columns, lang, options, verb=made),
    }
    if columns is None:
        table.attrs |= {"column_codes": names, "column_labels": heads}
    if all("cells" in way for way in ways):
        table.attrs["cells"] = {name: way["cells"] for name, way in zip(names, ways, strict=True)}
        table.attrs["initiatives"] = {k: v for way in ways for k, v in way["initiatives"].items()}
    return with_note(table)


def _told_once(notes: list[str], heads: list[str], stop: str) -> list[str]:
    """Return the notes of several ways: what they share once, at the end; what differs after its way's name."""
    if len(set(notes)) == 1:
        return notes[:1]
    firsts, stops, rests = zip(*(note.partition(stop) for note in notes), strict=True)
    if len(set(rests)) > 1:
        return [f"{head}: {note}" for head, note in zip(heads, notes, strict=True)]
    return [
        *(
            f"{head}: {first}{end.strip()}"
            for head, first, end in zip(heads, firsts, stops, strict=True)
        ),
        *filter(None, rests[:1]),
    ]


def _call(
    dataset: Dataset,
    rows: str,
    columns: str | None,
    lang: str | None,
    options: dict,
    *,
    verb: str | None = None,
) -> str:
    """Return the call that makes the table again, with what differs from the defaults."""
    verb = verb or ("cross_tab" if columns else "count")
    given = [call_selection(dataset), *(repr(d) for d in (rows, columns) if d)]
    usual = {
        "count": "initiatives",
        "of": "initiatives",
        "codes": "all",
        "order": "codebook",
        "lang": "en",
    }
    given += [
        f"{k}={v!r}"
        for k, v in {**options, "lang": lang}.items()
        if v != usual.get(k) and v is not False and (v is not None or k == "lang")
    ]
    return f"foip.{verb}({', '.join(given)})"


def _bases_told(
    table: pd.DataFrame, bases: list[float] | None, lang: str | None, options: dict
) -> list[str]:
    side = options.get("share")
    if not bases or side not in ("row", "column"):
        return []
    labels = table.index if side == "row" else table.columns
    listed = ("、" if lang == "ja" else ", ").join(
        f"{label} {plain(base)}" for label, base in zip(labels, bases, strict=True)
    )
    return [
        f"{_side(side)}ごとの対象件数：{listed}。"
        if lang == "ja"
        else f"Base of each {side}: {listed}."
    ]


def _rest_told(dataset: Dataset, rest: dict[str, list[str]], lang: str | None) -> list[str]:
    told = []
    for dimension, codes in rest.items():
        known, many = book.labels(dataset.codebook, dimension, lang), len(codes)
        listed = ("、" if lang == "ja" else ", ").join(known[code] for code in codes)
        if many > LISTED:
            listed = f"ほかの{many}のコード" if lang == "ja" else f"the {many} smaller codes"
        told += (
            [
                f"{word('other', lang)}：{listed}。"
                if lang == "ja"
                else f"{word('other', lang)}: {listed}."
            ]
            if codes
            else []
        )
    return told


def _note(
    dataset: Dataset,
    rows: str,
    columns: str | None,
    base: float,
    lang: str | None,
    options: dict,
    lines: list[str],
) -> str:
    total, weight = len(dataset.initiatives), options["weight"]
    labels = [
        book.dimension_label(dataset.codebook, d, lang) for d in dict.fromkeys([rows, columns]) if d
    ]
    selection = describe_selection(dataset, lang)
    shown = _digits(base)
    if lang == "ja":
        limit = f"（{selection}）" if selection else ""
        unit = f"「{weight}」の合計 {shown}" if weight else f"{shown}件"
        everyone = f"全{total}件" if not weight else unit
        having = (
            everyone
            if options["none"]
            else f"全{total}件のうち「{'」「'.join(labels)}」のある取組、{unit}"
        )
        return f"対象{limit}：{having}。{''.join(lines)}{_method(lang, options, dataset, rows, columns)}"
    limit = f" ({selection})" if selection else ""
    named = " and ".join(label.lower() if lang else label for label in labels)
    unit = f"{shown} of '{weight}'" if weight else f"{shown} of {total} initiatives"
    having = "every initiative" if options["none"] else f"those with {named}"
    return " ".join(
        [f"Base{limit}: {unit}, {having}.", *lines, _method(lang, options, dataset, rows, columns)]
    ).rstrip()


def _method(
    lang: str | None, options: dict, dataset: Dataset, rows: str, columns: str | None
) -> str:
    share, pairs, weight = options.get("share"), options.get("of") == "pairs", options["weight"]
    single = all(
        book.codes_per_initiative(dataset.codebook, d) == "one" for d in (rows, columns) if d
    )
    fractional = options["count"] == "fractional"
    english, japanese = [], []
    if weight:
        english.append(f"Cells add up '{weight}' over distinct initiatives.")
        japanese.append(f"各セルは重複を除いた取組の「{weight}」の合計。")
    if fractional:
        one = f"its '{weight}'" if weight else "1"
        english.append(
            f"Fractional: each initiative gives {one}, split equally over its codes, so cells add up to the base."
        )
        total = "合計は対象の合計" if weight else "合計は対象件数"
        japanese.append(
            f"按分：各取組の{f'「{weight}」' if weight else '1'}を、持つコードに等しく分けるため、{total}になる。"
        )
    elif share and pairs:
        english.append(
            f"Shares of pairs: cell ÷ the sum of the {share}'s cells; pairs are not initiatives."
        )
        japanese.append(
            f"割合は組の数に対するもの（{_side(share)}のセルの和で割る）で、取組数に対するものではない。"
        )
    elif not single:
        english.append(
            "Distinct initiatives; one with several codes counts once in each, so cells can add up to more than the base."
        )
        japanese.append(
            "重複を除いた取組数。複数のコードを持つ取組は各セルで1件と数えるため、和は対象件数を超えうる。"
        )
    if share and fractional:
        english.append(f"Shares: cell ÷ the sum of its {share}; they add up to 100%.")
        japanese.append(f"割合はセル÷{_side(share)}の合計で、和は100%になる。")
    elif share and not pairs:
        english.append(
            f"Shares: cell ÷ the base of its {share}; they can add up to more than 100%."
        )
        japanese.append(f"割合はセル÷{_side(share)}の対象件数で、和は100%を超えうる。")
    return "".join(japanese) if lang == "ja" else " ".join(english)


def _digits(base: float) -> str:
    return f"{base:.15g}"  # as many digits as a float holds: a large base is not rounded


def _side(share: str) -> str:
    return {"row": "行", "column": "列", "table": "表"}[share]


def _behind(dataset, row_codes, column_codes, row_bits, column_bits, lang) -> dict:
    """Return the ids behind each cell, and each initiative's name and locators."""
    total = len(dataset.initiatives)
    ids = dataset.initiatives["initiative_id"].to_numpy(object)
    rows, columns = unpack(row_bits, total), unpack(column_bits, total)
    cells = {
        r: {
            c: ids[both].tolist()
            for c, column in zip(column_codes, columns, strict=True)
            if (both := row & column).any()
        }
        for r, row in zip(row_codes, rows, strict=True)
    }
    return {"cells": cells, "initiatives": named_initiatives(dataset, lang)}


def named_initiatives(dataset: Dataset, lang: str | None) -> dict[str, dict]:
    """Return each initiative's name and locators by its id."""
    ids = dataset.initiatives["initiative_id"].to_numpy(object)
    names = dict(zip(ids, in_language(dataset.initiatives, "name", lang), strict=True))
    locators: dict[str, dict] = {i: {} for i in ids}
    for position, locator in zip(dataset.index[0], dataset.codings["locator"], strict=True):
        locators[ids[position]][locator] = None
    return {i: {"name": names[i], "locators": list(locators[i])} for i in ids}
