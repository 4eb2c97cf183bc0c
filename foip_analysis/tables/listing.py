"""The initiatives behind a number as people read them: whole, wrapped, the deciding words marked.

What ``members`` gives is a ``Members``: a DataFrame in all it does, which shows itself in another
way, for pandas cuts a text after fifty characters and sets it to the right. In a notebook it is as
wide as the page; in a terminal each initiative is a paragraph with a line a column. Rows and
columns that are chosen from it show so too; what else is made of it shows as pandas shows it.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Hashable, Iterator
from html import escape
from itertools import groupby

import pandas as pd

from foip_analysis.dataset.outline import normal
from foip_analysis.tables.about import KEY, About, about, notes_of
from foip_analysis.tables.deciding import Decided, asked_first, decided, deciding_codings
from foip_analysis.words.breaking import cells_wide, language_of, letters, phrases
from foip_analysis.words.catalogue import joined, say
from foip_analysis.words.html import shielded, under

ROWS_SHOWN = 300  # rows at most: a page of more is not read, and a file has all
SOURCE_TEXT = "source_text"  # the column with the units' own words, where the user has the source
WIDTHS = {
    "initiative_id": 14,
    "name": 20,
    "summary": 26,
    "locators": 12,
    "words": 30,
    SOURCE_TEXT: 40,
}
COLUMNS = frozenset({*WIDTHS, "locator", "evidence", "dimension", "code", "basis"})  # with a word
USUAL_COLUMN = 14  # of a column that is not named above
LEFT = "text-align:left;vertical-align:top;white-space:normal;overflow-wrap:anywhere"


class _AnyFrame(type):
    """What makes any DataFrame pass as a ``Members``, for they differ in their looks alone: so a
    test may compare one with a frame that was read from a file.
    """

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, pd.DataFrame)


class Members(pd.DataFrame, metaclass=_AnyFrame):
    """A DataFrame of initiatives or codings that shows itself whole."""

    @property
    def _constructor(self) -> type[Members]:
        return Members

    def __repr__(self) -> str:
        if not _is_list(self):
            return repr(pd.DataFrame(self))
        wide = shutil.get_terminal_size().columns
        paragraphs = ["\n".join(lines) for lines in _paragraphs(self, wide)]
        return "\n\n".join([*paragraphs, *_below(self)])

    def _repr_html_(self) -> str | None:
        if not pd.get_option("display.notebook_repr_html"):
            return None
        if not _is_list(self):
            shown: str | None = super()._repr_html_()  # type: ignore[misc]  # not in its stubs
            return shown and shielded(shown)
        return f"{shielded(_as_html(self))}\n{under(_below(self))}"


def marked(text: str, terms: list[str]) -> list[tuple[str, bool]]:
    """Return a text in pieces, each with whether it is one of some terms: as the source is
    compared, so that letters of another width, spaces and stars make no difference.

    Examples
    --------
    >>> from foip_analysis.tables.listing import marked
    >>> marked("Two ＯＳＡ ports", ["OSA"])
    [('Two ', False), ('ＯＳＡ', True), (' ports', False)]
    """
    plain, stands = "", []  # the text as it is compared, and where each of its letters stands
    for place, letter in enumerate(text):
        folded = "".join(unicodedata.normalize("NFKC", letter).split()).replace("*", "")
        plain += folded
        stands += [place] * len(folded)
    inside = [False] * len(text)
    for term in filter(None, map(normal, terms)):
        at = plain.find(term)
        while at >= 0:
            first, last = stands[at], stands[at + len(term) - 1]
            inside[first : last + 1] = [True] * (last + 1 - first)
            at = plain.find(term, at + len(term))
    pieces = groupby(zip(text, inside, strict=True), key=lambda pair: pair[1])
    return [("".join(letter for letter, _ in some), own) for own, some in pieces]


def _is_list(table: Members) -> bool:
    """Whether a frame is of the rows and columns that ``members`` gave."""
    itself = table.attrs.get(KEY)
    if not isinstance(itself, About) or itself.kind != "members" or itself.known is None:
        return False
    known = itself.known
    return bool(
        table.shape[1]
        and table.columns.is_unique
        and table.columns.isin(known.columns).all()
        and table.index.nlevels == 1
        and table.index.isin(known.index).all()
    )


def _below(table: Members) -> list[str]:
    """Return what stands under a list: what is not shown of it, its note and source."""
    more = len(table) - ROWS_SHOWN
    left = [say("members-more", about(table).lang, number=more)] if more > 0 else []
    return [*left, *filter(None, notes_of(table))]


def _rows(table: Members) -> Iterator[tuple[Hashable, dict[str, str], list[Decided]]]:
    """Return of each row that is shown its label, its cells and what decided it: the dimension
    that was asked for first, first.
    """
    itself = about(table)
    known, dataset, asked = itself.known, itself.dataset, itself.more.get("codes", {})
    assert known is not None
    found: dict[str, list[Decided]] = {}
    shown = table.head(ROWS_SHOWN)
    ids = known["initiative_id"].reindex(shown.index)
    if dataset is not None and "words" in known:
        deciding = asked_first(dataset, deciding_codings(dataset, ids, asked), asked)
        found = decided(dataset, deciding, itself.lang)
    cells = shown.astype(object).to_dict("records")
    for label, initiative, row in zip(shown.index, ids, cells, strict=True):
        told = {str(name): "" if pd.isna(cell) else str(cell) for name, cell in row.items()}
        yield label, told, found.get(initiative, [])


def _paragraphs(table: Members, wide: int) -> Iterator[list[str]]:
    """Return each row as lines no wider than a terminal: what each column is called, and beside
    it what it holds.
    """
    lang, beside = about(table).lang, max(cells_wide(str(name)) for name in table) + 2
    first = max((len(str(label)) for label in table.index), default=1) + 2
    for label, cells, found in _rows(table):
        lines = []
        for name, text in cells.items():
            parts = [text]
            if name == "words" and found:
                parts = [_told(each, lang) for each in found]
            elif name == SOURCE_TEXT:
                parts = [_in_marks(line, _terms(cells, found), lang) for line in text.split("\n")]
            room = max(wide - first - beside, 20)
            told = [line for part in parts for line in _wrapped(part, room)]
            for n, line in enumerate(told):
                head = name if n == 0 else ""
                lines.append(head + " " * (beside - cells_wide(head)) + line)
        yield [
            (str(label) if n == 0 else "").ljust(first) + line.rstrip()
            for n, line in enumerate(lines)
        ]


def _wrapped(text: str, wide: int) -> list[str]:
    """Return a text in lines of so many cells of a terminal; a Japanese letter takes two."""
    lines = [""]
    pieces = [
        part
        for piece in phrases(text)
        for part in (letters(piece) if cells_wide(piece) > wide else (piece,))
    ]
    for piece in pieces:
        if lines[-1] and cells_wide((lines[-1] + piece).rstrip()) > wide:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _told(each: Decided, lang: str | None) -> str:
    terms = joined(map(str, each.terms), lang)
    return say("members-words", lang, dimension=each.dimension, words=terms)


def _terms(cells: dict[str, str], found: list[Decided]) -> list[str]:
    own = [cells["evidence"]] if "evidence" in cells else []
    return own + [term for each in found for term, _ in each.terms]


def _in_marks(text: str, terms: list[str], lang: str | None) -> str:
    return "".join(
        say("members-marked", lang, text=piece) if own else piece
        for piece, own in marked(text, terms)
    )


def _as_html(table: Members) -> str:
    lang, names = about(table).lang, [str(name) for name in table]
    widths = [WIDTHS.get(name, USUAL_COLUMN) for name in names]
    columns = "".join(f'<col style="width:{100 * w / sum(widths):.1f}%">' for w in widths)
    heads = "".join(f'<th scope="col" style="{LEFT}">{_head(name, lang)}</th>' for name in names)
    rows = []
    for _, cells, found in _rows(table):
        terms, shown = _terms(cells, found), []
        for name, text in cells.items():
            told = escape(text)
            if name == "words" and found:
                told = "<br>".join(_line(each, lang) for each in found)
            elif name == "evidence":
                told = _mark(text)
            elif name == SOURCE_TEXT:
                lines = (marked(line, terms) for line in text.split("\n"))
                told = "<br>".join(
                    "".join(_mark(piece) if own else escape(piece) for piece, own in line)
                    for line in lines
                )
            shown.append(f'<td lang="{language_of(text)}" style="{LEFT}">{told}</td>')
        rows.append(f"<tr>{''.join(shown)}</tr>")
    return (
        '<table style="width:100%;table-layout:fixed">'
        f"<colgroup>{columns}</colgroup>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>{chr(10).join(rows)}</tbody></table>"
    )


def _head(name: str, lang: str | None) -> str:
    """Return a column's name, under what a reader calls it, if that is another word."""
    told = say(f"members-column-{name}", lang) if name in COLUMNS else name
    return escape(name) if told == name else f"{escape(told)}<br><small>{escape(name)}</small>"


def _line(each: Decided, lang: str | None) -> str:
    terms = [f"{_mark(words or '–')} [{escape(place)}]" for words, place in each.terms]
    return say("members-words", lang, dimension=escape(each.dimension), words=joined(terms, lang))


def _mark(text: str) -> str:
    return f"<mark>{escape(text)}</mark>" if text else ""
