"""What a code means, out of the codebook: one code, or one dimension with its codes.

A number can be defended only if the rule behind it can be read: what the code is for, what belongs
to it and what does not, and how many initiatives have it. All of this is rows of the codebook; the
counts are those of ``count``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.codebook import text_of
from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.given import guided
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.naming import code_meant, codes_called
from foip_analysis.tables.about import About, attach
from foip_analysis.tables.counting import count
from foip_analysis.tables.notes import limit_of
from foip_analysis.tables.question import Language, Question
from foip_analysis.words.catalogue import check_language, joined, languages, say
from foip_analysis.words.closest import did_you_mean

LEFT_STYLE = """<style>
.foip-texts th, .foip-texts td { text-align: left !important; vertical-align: top;
  max-width: 40em; }
.foip-texts thead th { white-space: nowrap; }
</style>"""
RULES = ("definition", "include", "exclude")


@guided
def describe(
    code: str,
    dataset: Dataset | None = None,
    dimension: str | None = None,
    lang: Language | None = None,
) -> pd.DataFrame:
    """Return what a code means: labels, definition, what it includes and excludes, how many
    initiatives have it.

    Parameters
    ----------
    code
        A code or a label, or a dimension, whose codes are then listed.
    dataset
        Whose codebook; the shipped dataset if left out.
    dimension
        Only the code of this dimension; without it a code of two dimensions is shown twice.
    lang
        Heads, dimensions and parents in ``"en"`` or ``"ja"``; None gives the names and codes as
        they stand in the codebook. Definitions and rules are in English where the codebook has no
        others.

    Returns
    -------
    pandas.DataFrame
        Of a code: one row a property, one column a dimension that has the code. Of a dimension: one
        row a code. The note says how many initiatives there are.

    Raises
    ------
    ValueError
        If there is no such code or dimension, or a label means more than one code; names them, or
        the closest one.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> told = foip.describe("osa")
    >>> told.loc["parent", "tool"], told.loc["initiatives", "tool"]
    ('funding', '6')
    >>> foip.describe("Southeast Asia").columns.tolist()
    ['region']
    >>> foip.describe("priority")["initiatives"].tolist()
    [28, 17, 17]
    """
    check_language(lang)
    dataset = load() if dataset is None else dataset
    known = [name for name in dataset.dimensions if (dataset.codebook["dimension"] == name).any()]
    if dimension is None and code in known:
        table = _rows(dataset, {code: None}, lang).drop(columns=["dimension", "children"])
        table = _headed(table.set_index("code"), lang)
        return _noted(table, dataset, _about(dataset, code, lang), lang)
    places = [dimension] if dimension is not None else known
    found = {name: called for name in places if (called := _called(dataset, name, code))}
    named = [] if found or dimension is not None else book.dimensions_called(dataset.codebook, code)
    if len(named) == 1 and named[0] in known:
        return describe(named[0], dataset, lang=lang)
    if not found:
        raise ValueError(_unknown(dataset, code, places))
    table = _rows(dataset, found, lang).astype(str).set_index("dimension").T
    table.columns.name = None
    return _noted(_headed(table[(table != "").any(axis=1)].T, lang).T, dataset, "", lang)


def _called(dataset: Dataset, dimension: str, code: str) -> str | None:
    """Return the code of a dimension that is called so, by code or label; None if none is."""
    book.codes(dataset.codebook, dimension)  # refuses an unknown dimension
    if not codes_called(dataset.codebook, dimension, code):
        return None
    return code_meant(dataset.codebook, dimension, code)


def _rows(dataset: Dataset, wanted: Mapping[str, str | None], lang: str | None) -> pd.DataFrame:
    """Return one row a code of these dimensions; of each only the one named, if one is."""
    rows = []
    for dimension, only in wanted.items():
        having = count(dataset, dimension, lang=None).iloc[:, 0]
        above = book.parent_dimension(dataset.codebook, dimension)
        parents = book.labels(dataset.codebook, above, lang) if above else {}
        for code, row in book.codes(dataset.codebook, dimension).items():
            if only is not None and code != only:
                continue
            rows.append(
                {
                    "dimension": book.dimension_label(dataset.codebook, dimension, lang),
                    "code": code,
                    **{f"label_{each}": row.get(f"label_{each}") or "" for each in languages()},
                    "parent": parents.get(row.get("parent", ""), ""),
                    "children": _children(dataset, dimension, code, lang),
                    **{name: text_of(row, name, lang) for name in RULES},
                    "initiatives": int(having[code]),
                }
            )
    return pd.DataFrame(rows)


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
    names = [*kept.columns, *filter(None, kept.index.names)]
    heads: dict[str | int, str] = {name: _head(name, lang) for name in names}
    return kept.rename(columns=heads).rename_axis(index=heads)


def _head(name: str, lang: str | None) -> str:
    if not lang:
        return name
    stem, _, each = name.partition("_")
    if each:
        own = say("language-own", each)
        return say(f"describe-{stem}", lang, language=each, language_own=own)
    return say(f"describe-{name}", lang)


def _about(dataset: Dataset, dimension: str, lang: str | None) -> str:
    """Return what a dimension is for, and how many of its codes an initiative has."""
    row = book.declaration(dataset.codebook, dimension)
    heads = [
        book.dimension_label(dataset.codebook, dimension, lang),
        *(say(f"describe-{name}", lang) for name in RULES[1:]),
    ]
    texts = [text_of(row, name, lang) for name in RULES]
    rules = [
        say("describe-rule", lang, head=head, text=text)
        for head, text in zip(heads, texts, strict=True)
        if text
    ]
    return say("describe-between", lang).join(rules)


def _noted(table: pd.DataFrame, dataset: Dataset, about: str, lang: str | None) -> pd.DataFrame:
    """Give a table what its numbers are counted of, and its source; return it."""
    total = dataset.total
    limit = limit_of(dataset, lang)
    base = say("describe-base", lang, total=total, limit=limit)
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
    shown: Callable[[], str | None] = vars(table)["_repr_html_"]

    def to_the_left() -> str | None:
        inner = shown()
        return inner and f'{LEFT_STYLE}<div class="foip-texts">{inner}</div>'

    object.__setattr__(table, "_repr_html_", to_the_left)
    return table


def _unknown(dataset: Dataset, code: str, places: list[str]) -> str:
    """Return why there is nothing to describe under this name, with the closest one."""
    codes = [known for dimension in places for known in book.codes(dataset.codebook, dimension)]
    if len(places) == 1:
        return (
            f"'{code}' is not a code of '{places[0]}'. Allowed: "
            f"{', '.join(codes)}.{did_you_mean(code, codes)}"
        )
    rows = [row for name in places for row in book.codes(dataset.codebook, name).values()]
    labels = [label for row in rows for label in book.names(row)]
    allowed = [*labels, *places, *codes]  # of those spelt alike the last is named
    return (
        f"There is no code or dimension '{code}'. The dimensions are: {', '.join(places)}; "
        f"describe one to see its codes.{did_you_mean(code, allowed)}"
    )
