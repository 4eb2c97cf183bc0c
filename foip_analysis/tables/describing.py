"""What a code means, out of the codebook: one code, one dimension, or the whole book to search in.

A number can be defended only if the rule behind it can be read: what the code is for, what belongs to
it and what does not, and how many initiatives have it. All of this is rows of the codebook; the
counts are those of ``count``.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.dataset import Dataset, load
from foip_analysis.dataset.selections import describe_selection
from foip_analysis.files.extras import need
from foip_analysis.tables.about import About, about, attach
from foip_analysis.tables.counting import count
from foip_analysis.tables.notes import in_brackets
from foip_analysis.tables.question import Language, Question
from foip_analysis.words.catalogue import check_language, did_you_mean, joined, languages, say

LEFT = """<style>
.foip-texts th, .foip-texts td { text-align: left !important; vertical-align: top; max-width: 40em; }
.foip-texts thead th { white-space: nowrap; }
</style>"""
WIDE = ("definition", "include", "exclude")
HEADS = (
    *("dimension", "code", "label_en", "label_ja", "parent", "children"),
    *("definition", "include", "exclude", "initiatives"),
)
SEARCHING = {  # what itables calls it → the catalogue
    "search": "describe-search",
    "lengthMenu": "describe-length",
    "info": "describe-info",
    "infoEmpty": "describe-info-empty",
    "infoFiltered": "describe-info-filtered",
    "zeroRecords": "describe-nothing-found",
}


def describe(
    code: str,
    dataset: Dataset | None = None,
    dimension: str | None = None,
    lang: Language | None = None,
) -> pd.DataFrame:
    """Return what a code means: labels, definition, what it includes and excludes, how many initiatives have it.

    Parameters
    ----------
    code
        A code, or a dimension, whose codes are then listed.
    dataset
        Whose codebook; the shipped dataset if left out.
    dimension
        Only the code of this dimension; without it a code of two dimensions is shown twice.
    lang
        Heads, dimensions and parents in ``"en"`` or ``"ja"``; None gives the names and codes as they
        stand in the codebook. Definitions are in English where the codebook has no others.

    Returns
    -------
    pandas.DataFrame
        Of a code: one row a property, one column a dimension that has the code. Of a dimension: one
        row a code. The note says how many initiatives there are.

    Raises
    ------
    ValueError
        If there is no such code or dimension; names the closest one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> told = foip.describe("osa")
    >>> told.loc["parent", "tool"], told.loc["initiatives", "tool"]
    ('funding', '6')
    >>> foip.describe("priority")["initiatives"].tolist()
    [28, 17, 17]
    """
    check_language(lang)
    dataset = load() if dataset is None else dataset
    known = [name for name in dataset.dimensions if (dataset.codebook["dimension"] == name).any()]
    if dimension is None and code in known:
        table = (
            _rows(dataset, [code], lang).drop(columns=["dimension", "children"]).set_index("code")
        )
        return _noted(_headed(table, lang), dataset, _about(dataset, code, lang), lang)
    places = [dimension] if dimension is not None else known
    found = [name for name in places if code in book.codes(dataset.codebook, name)]
    if not found:
        raise ValueError(_unknown(dataset, code, places))
    table = _rows(dataset, found, lang, only=code).astype(str).set_index("dimension").T
    table.columns.name = None
    return _noted(_headed(table[(table != "").any(axis=1)].T, lang).T, dataset, "", lang)


def codebook_view(dataset: Dataset | None = None, lang: Language | None = None) -> CodebookView:
    """Return the whole codebook as a table to search, sort and page through in a notebook, without a network.

    Parameters
    ----------
    dataset
        Whose codebook; the shipped dataset if left out.
    lang
        As in ``describe``.

    Returns
    -------
    CodebookView
        Shows in a notebook: about 1 MB of HTML, the same each time. Its ``table`` is the DataFrame.

    Raises
    ------
    ImportError
        If itables is not installed.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> view = foip.codebook_view()
    >>> view.table.query("code == 'osa'")["initiatives"].tolist()
    [6]
    """
    check_language(lang)
    need("A codebook to search", "itables")
    dataset = load() if dataset is None else dataset
    known = [name for name in dataset.dimensions if (dataset.codebook["dimension"] == name).any()]
    table = _rows(dataset, known, lang).drop(columns="children")
    return CodebookView(_noted(_headed(table, lang), dataset, "", lang))


@dataclass(frozen=True, eq=False)
class CodebookView:
    """A codebook that can be searched where it is shown; ``table`` is its DataFrame."""

    table: pd.DataFrame

    def _repr_html_(self) -> str:
        itables = need("A codebook to search", "itables", "itables.javascript", "itables.options")
        lang = about(self.table).lang
        said = {key: say(name, lang) for key, name in SEARCHING.items()}
        table_id = f"codebook-{sha256(self.table.to_csv().encode()).hexdigest()[:8]}"
        wide = [_head(name, lang) for name in WIDE]
        texts = [place for place, head in enumerate(self.table) if head in wide]
        shown = itables.to_html_datatable(
            pd.DataFrame(self.table),
            table_id=table_id,
            connected=False,
            allow_html=False,
            maxBytes=0,
            showIndex=False,
            display_logo_when_loading=False,
            classes="display compact",
            style="width:100%",
            pageLength=25,
            autoWidth=False,
            columnDefs=[{"targets": texts, "width": "20%"}],
            language={key: text for key, text in said.items() if text},
        )
        script = itables.javascript.generate_init_offline_itables_html(itables.options.dt_bundle)
        told = "<br>".join(
            escape(text) for text in (about(self.table).note, about(self.table).source) if text
        )
        return f'{script}{LEFT}<div class="foip-texts">{shown}</div><p style="font-size:.9em;opacity:.8">{told}</p>'


def _rows(
    dataset: Dataset, dimensions: list[str], lang: str | None, *, only: str | None = None
) -> pd.DataFrame:
    """Return one row a code of these dimensions, under the names of ``HEADS``."""
    rows = []
    for dimension in dimensions:
        having = count(dataset, dimension, lang=None).iloc[:, 0]
        above = book.parent_dimension(dataset.codebook, dimension)
        parents = book.labels(dataset.codebook, above, lang) if above else {}
        for code, row in book.codes(dataset.codebook, dimension).items():
            if only is not None and code != only:
                continue
            told = {
                name: row.get(name) or "" for name in ("label_en", "label_ja", "include", "exclude")
            }
            told |= {
                "dimension": book.dimension_label(dataset.codebook, dimension, lang),
                "code": code,
            }
            told |= {
                "parent": parents.get(row.get("parent"), ""),
                "children": _children(dataset, dimension, code, lang),
            }
            told |= {
                "definition": row.get(f"definition_{lang}") or row.get("definition_en") or "",
                "initiatives": int(having[code]),
            }
            rows.append(told)
    return pd.DataFrame(rows)[list(HEADS)]


def _children(dataset: Dataset, dimension: str, code: str, lang: str | None) -> str:
    """Return the codes whose parent this one is, as a list in words."""
    found = []
    for below in book.children(dataset.codebook, dimension):
        labels = book.labels(dataset.codebook, below, lang)
        found += [
            labels[child]
            for child, parent in book.parents(dataset.codebook, below).items()
            if parent == code
        ]
    return joined(found, lang)


def _headed(table: pd.DataFrame, lang: str | None) -> pd.DataFrame:
    """Return a table with its heads in a language, without columns that say nothing."""
    kept = table.loc[:, (table.astype(str) != "").any()]
    heads = {name: _head(name, lang) for name in HEADS}
    return kept.rename(columns=heads).rename_axis(index=heads.get(kept.index.name, kept.index.name))


def _head(name: str, lang: str | None) -> str:
    return say(f"describe-{name.replace('_', '-')}", lang) if lang else name


def _about(dataset: Dataset, dimension: str, lang: str | None) -> str:
    """Return what a dimension is for, and how many of its codes an initiative has."""
    declared = dataset.codebook[
        (dataset.codebook["dimension"] == book.DECLARATION)
        & (dataset.codebook["code"] == dimension)
    ]
    row = declared.iloc[0] if len(declared) else {}
    told = {
        book.dimension_label(dataset.codebook, dimension, lang): row.get(f"definition_{lang}")
        or row.get("definition_en"),
        **{say(f"describe-{name}", lang): row.get(name) for name in ("include", "exclude")},
    }
    rules = [
        say("describe-rule", lang, head=head, text=text) for head, text in told.items() if text
    ]
    return say("describe-between", lang).join(rules)


def _noted(table: pd.DataFrame, dataset: Dataset, about: str, lang: str | None) -> pd.DataFrame:
    """Give a table what its numbers are counted of, and its source; return it."""
    total = len(dataset.initiatives)
    limit = in_brackets(describe_selection(dataset, lang), lang)
    base = say("describe-base", lang, total=str(total), limit=limit)
    note = say("describe-between", lang).join(filter(None, [about, base]))
    itself = About(
        kind="codebook",
        question=Question("", lang=lang),
        dataset=dataset,
        total=total,
        made={"note": note},
    )
    return _to_read(attach(table, itself))


def _to_read(table: pd.DataFrame) -> pd.DataFrame:
    """Let a table of texts show from the left in a notebook; return the same table."""
    shown = table._repr_html_

    def to_the_left() -> str | None:
        inner = shown()
        return inner and f'{LEFT}<div class="foip-texts">{inner}</div>'

    object.__setattr__(table, "_repr_html_", to_the_left)
    return table


def _unknown(dataset: Dataset, code: str, places: list[str]) -> str:
    """Return why there is nothing to describe: a label instead of a code, or nothing of this name."""
    for dimension in places:
        for known, row in book.codes(dataset.codebook, dimension).items():
            if code in [row.get(f"label_{lang}") for lang in languages()]:
                return (
                    f"'{code}' is the label of a code of '{dimension}'. Pass the code: '{known}'."
                )
    codes = [known for dimension in places for known in book.codes(dataset.codebook, dimension)]
    if len(places) == 1:
        return f"'{code}' is not a code of '{places[0]}'. Allowed: {', '.join(codes)}.{did_you_mean(code, codes)}"
    allowed = [*places, *codes]
    return (
        f"There is no code or dimension '{code}'. The dimensions are: {', '.join(places)}; "
        f"describe one to see its codes.{did_you_mean(code, allowed)}"
    )
