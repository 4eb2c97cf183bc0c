"""What is asked of a dataset: one frozen object, checked once.

Tables, the shell, the explorer and decks all ask with a ``Question``; the call that makes a table
again is printed from it. It names what to count and how; the dataset says of what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from foip_analysis.dataset.selections import Selection, print_selection
from foip_analysis.words.catalogue import check_language
from foip_analysis.words.closest import did_you_mean

Counting = Literal["initiatives", "fractional"]
Share = Literal["row", "column", "table"]
Unit = Literal["initiatives", "pairs"]
Order = Literal["codebook", "size"]
Language = str  # a catalogue's: "en", "ja"
Codes = Literal["all", "present"] | Mapping[str, list[str]]

CHOICES = {"count": get_args(Counting), "of": get_args(Unit), "order": get_args(Order)}
USUAL: dict[str, object] = {  # in the order in which a call has them
    **{"count": "initiatives", "weight": None, "share": None, "of": "initiatives"},
    **{"margins": False, "none": False, "order": "codebook", "codes": "all"},
    **{"top": None, "by": None, "lang": "en", "limit": None},
}
OTHERS = {"least": 1, "draws": 1999, "seed": 0, "per": "initiative"}  # of what takes no Question


@dataclass(frozen=True)
class Question:
    """What is asked: which dimensions, counted how, of which initiatives, in which language.

    ``selection`` is what ``where`` and ``stated`` take of a dataset, in their order: (dimension,
    codes) pairs, with ``("basis", ("stated",))`` for ``stated``. The other fields are the arguments
    of ``count`` (without ``columns``) and of ``cross_tab``.

    Raises
    ------
    ValueError
        If an option is none of its words; names the closest one.

    Examples
    --------
    >>> from foip_analysis.tables.question import Question
    >>> Question("tool", "region", share="row", selection=(("priority", ("p3",)),)).call
    "foip.cross_tab(dataset.where(priority='p3'), 'tool', 'region', share='row')"
    """

    rows: str
    columns: str | None = None
    by: str | None = None
    count: Counting = "initiatives"
    weight: str | None = None
    share: Share | None = None
    of: Unit = "initiatives"
    margins: bool = False
    none: bool = False
    codes: Codes = "all"
    order: Order = "codebook"
    top: int | Mapping[str, int] | None = None
    lang: Language | None = "en"
    selection: Selection = ()
    limit: int | None = None

    def __post_init__(self) -> None:
        check_language(self.lang)
        for name, words in CHOICES.items():
            check_word(name, getattr(self, name), words)
        if self.share is not None:
            check_word("share", self.share, get_args(Share), or_none=True)
        if self.count == "fractional" and self.of == "pairs":
            raise ValueError(
                "of='pairs' counts pairs, and count='fractional' splits them. Choose one of "
                "the two."
            )

    @property
    def call(self) -> str:
        """The call that makes the table again, with what differs from the defaults."""
        return self.printed("cross_tab" if self.columns else "count")

    @property
    def dimensions(self) -> list[str]:
        """The dimensions that are asked for, each once."""
        return [d for d in dict.fromkeys([self.rows, self.columns]) if d]

    def printed(self, verb: str, **more: object) -> str:
        """Return a call of a function with this question's dimensions, options and ``more``."""
        options = {name: getattr(self, name) for name in USUAL}
        return print_call(verb, self.selection, self.dimensions_in_order, options | more)

    @property
    def dimensions_in_order(self) -> list[str]:
        """The rows' dimension, then the columns', though it be the same."""
        return [d for d in (self.rows, self.columns) if d]


def print_call(
    verb: str, selection: Selection, dimensions: list[str], options: Mapping[str, object]
) -> str:
    """Return a call as Python code: its dimensions, then each option that is not the usual one."""
    usual = USUAL | OTHERS
    given = [print_selection(selection), *map(repr, dimensions)]
    given += [
        f"{name}={dict(value) if isinstance(value, Mapping) else value!r}"
        for name, value in options.items()
        if value != usual.get(name) and value is not False
    ]
    return f"foip.{verb}({', '.join(given)})"


def check_word(name: str, value: object, words: tuple[str, ...], *, or_none: bool = False) -> None:
    """Refuse an option that is none of its words, with the closest one."""
    if isinstance(value, str) and value in words:
        return
    listed = ", ".join(f"'{word}'" for word in words) + (" or None" if or_none else "")
    raise ValueError(f"{name} is '{value}'. It is {listed}.{did_you_mean(str(value), words)}")
