"""Every sentence that a person reads, by its name, in every language.

A language is a file beside this module, ``en.ftl`` or ``ja.ftl``, in the Fluent format: a name, an
equals sign, the sentence with its places in braces, and where a number decides the form, the forms.
Code says which sentence and what stands in its places; how it is worded stands there and nowhere
else. A language is added by one more such file and by label columns in the data; a sentence that it
does not have yet is told in English. The explorer's page reads the same sentences (``compiled``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from fluent.syntax import ast

Parts = str | list[str | dict[str, object]]  # of a compiled sentence: see ``compiled``

FOLDER = Path(__file__).resolve().parent  # what is kept of a catalogue is kept by its folder
FIRST = "en"  # the language that others fall back to
OWN_NAMES = ("language", "language-own")  # a language that lacks its own names goes by its code
ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=.*(?:\n(?![-a-zA-Z#]).*)*", re.MULTILINE)
REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")  # another sentence, or a term, within one
LONG = 1000  # characters: Fluent refuses a place with some more, which a note can have


def say(name: str, lang: str | None, /, **places: object) -> str:
    """Return a sentence in a language, its places filled; in English for None.

    Places are named with underscores, in the catalogue with hyphens or none: ``of_total`` fills
    ``$of-total``. A number fills a place as its language writes it, and may decide the form.

    Raises
    ------
    KeyError
        If no catalogue has a sentence of that name.
    ValueError
        If a place is left open, or the sentence names what the catalogue does not have.

    Examples
    --------
    >>> from foip_analysis.words.catalogue import say
    >>> say("word-none", "en"), say("word-none", "ja")
    ('None stated', '記載なし')
    """
    sentences = _sentences(FOLDER, lang or FIRST)
    if not sentences.have(name):
        if lang and name in OWN_NAMES:
            return lang
        sentences = _sentences(FOLDER, FIRST)
        sentences.have(name)
    bundle = sentences.bundle
    pattern = bundle.get_message(name).value
    if pattern is None:
        raise KeyError(f"The sentence '{name}' is empty.")
    if isinstance(pattern, str):
        return pattern
    filled = {key.replace("_", "-"): value for key, value in places.items()}
    long = {f"\0{key}\0": text for key, text in filled.items() if _is_long(text)}
    stands = {key: f"\0{key}\0" if _is_long(text) else text for key, text in filled.items()}
    said, faults = bundle.format_pattern(pattern, stands)
    if faults:
        raise ValueError(f"The sentence '{name}' ({lang or FIRST}) cannot be said: {faults[0]!r}")
    text = str(said)
    for mark, whole in long.items():
        text = text.replace(mark, whole)
    return text


def word(name: str, lang: str | None) -> str:
    """Return one of the package's own words, such as a head or "none stated"; its name for None."""
    key = f"word-{name.replace(' ', '-')}"
    return say(key, lang) if lang and has(key) else name


def has(name: str) -> bool:
    """Return whether there is a sentence of that name, in English at least.

    Examples
    --------
    >>> from foip_analysis.words.catalogue import has
    >>> has("word-none"), has("word-unheard-of")
    (True, False)
    """
    return _sentences(FOLDER, FIRST).have(name)


def listed(items: Sequence[str], lang: str | None, how: str = "list") -> str:
    """Return words as a language lists them; ``how`` names other commas, such as ``having``.

    Examples
    --------
    >>> from foip_analysis.words.catalogue import listed
    >>> listed(["a", "b", "c"], "en")
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    first = say(f"{how}-comma", lang).join(items[:-1])
    return say(f"{how}-last", lang, first=first, last=items[-1], count=len(items))


def joined(items: Iterable[str], lang: str | None) -> str:
    """Return words with a language's comma between them."""
    return say("list-comma", lang).join(items)


def within(label: str, lang: str | None) -> str:
    """Return a label as it stands within a sentence: in English small, an abbreviation as it is."""
    if say("label-within", lang) != "small":
        return label
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def languages() -> tuple[str, ...]:
    """Return the languages that there is a catalogue of, English first."""
    return _languages(FOLDER)


def check_language(lang: str | None) -> None:
    """Refuse a language that there is no catalogue of."""
    if lang is not None and lang not in languages():
        known = ", ".join(f"'{each}' ({say('language', each)})" for each in languages())
        raise ValueError(f"lang is '{lang}'. It is {known} or None (the bare codes).")


def compiled(lang: str) -> dict[str, Parts]:
    """Return a language's own sentences for a script: name → text or parts; what it lacks, the
    script says in English.

    A part is a text, ``{"place": name}``, or ``{"place": name, "forms": {key: parts}, "usual":
    key}`` where what stands in the place decides the form.
    """
    own: dict[str, Parts] = {name: say(name, lang) for name in OWN_NAMES}
    return _compiled(FOLDER, lang) | own


def _is_long(text: object) -> TypeGuard[str]:
    return isinstance(text, str) and len(text) > LONG


@cache
def _languages(folder: Path) -> tuple[str, ...]:
    found = (path.stem for path in folder.glob("*.ftl"))
    return tuple(sorted(found, key=lambda lang: (lang != FIRST, lang)))


class _Sentences:
    """The sentences of one language, each parsed when it is first said: all take a tenth of a
    second, in every fresh process.
    """

    def __init__(self, text: str, lang: str) -> None:
        from fluent.runtime import FluentBundle

        self.bundle = FluentBundle([lang, FIRST], use_isolating=False)
        self._unread = {each[1]: each[0] for each in reversed([*ENTRY.finditer(text)])}

    def have(self, name: str) -> bool:
        """Return whether there is a sentence of that name; it and those it names are parsed."""
        from fluent.runtime import FluentResource

        if (text := self._unread.get(name)) is not None:
            self.bundle.add_resource(FluentResource(text))
            self._unread.pop(name, None)
            for other in REFERENCE.findall(text):
                self.have(other)
        return bool(self.bundle.has_message(name))


@cache
def _sentences(folder: Path, lang: str) -> _Sentences:
    check_language(lang)
    return _Sentences(_text(folder, lang), lang)


def _text(folder: Path, lang: str) -> str:
    return (folder / f"{lang}.ftl").read_text(encoding="utf-8")


@cache
def _compiled(folder: Path, lang: str) -> dict[str, Parts]:
    from fluent.syntax import ast, parse

    body = parse(_text(folder, lang)).body
    broken = [entry for entry in body if isinstance(entry, ast.Junk)]
    if broken:
        raise ValueError(
            f"{lang}.ftl has a line that is no sentence: {str(broken[0].content).strip()}"
        )
    said = [entry for entry in body if isinstance(entry, ast.Message)]
    return {entry.id.name: _parts(entry.value) for entry in said if entry.value}


def _parts(pattern: ast.Pattern) -> Parts:
    from fluent.syntax import ast

    found: list[str | dict[str, object]] = []
    for element in pattern.elements:
        inner = getattr(element, "expression", element)
        if isinstance(inner, ast.TextElement | ast.StringLiteral):
            found.append(
                inner.value if isinstance(inner, ast.TextElement) else inner.parse()["value"]
            )
        elif isinstance(inner, ast.VariableReference):
            found.append({"place": inner.id.name})
        elif isinstance(inner, ast.MessageReference):
            found.append({"say": inner.id.name})
        elif isinstance(inner, ast.SelectExpression):
            forms = {_key(form.key): _parts(form.value) for form in inner.variants}
            usual = next(_key(form.key) for form in inner.variants if form.default)
            place = getattr(inner.selector, "id", None)
            if place is None:
                raise ValueError("The page's script decides a form by a named place only.")
            found.append({"place": place.name, "forms": forms, "usual": usual})
        else:
            raise ValueError(f"The page's script does not know {type(inner).__name__} of Fluent.")
    return found[0] if len(found) == 1 and isinstance(found[0], str) else found


def _key(key: ast.Identifier | ast.NumberLiteral) -> str:
    return key.name if hasattr(key, "name") else key.value
