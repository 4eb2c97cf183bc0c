"""What was given to a function, looked at before it runs.

A table where a dataset belongs, a list where one name does, an option that there is not: Python
says of these what broke far inside, or only that they are unexpected. ``guided`` reads what a
function takes off its signature, and says what was given, what is taken and what to write instead.
A call that is right pays a microsecond.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from numbers import Integral
from typing import Any, ParamSpec, TypeVar

import numpy as np

from foip_analysis.dataset import codebook as book
from foip_analysis.dataset.naming import codes_called
from foip_analysis.words.closest import did_you_mean

P = ParamSpec("P")
Made = TypeVar("Made")

DIMENSION = "Name one dimension as text, such as 'tool'"
BY_NAME = {  # parameters that say by their name what they take
    **dict.fromkeys(("dimension", "dimensions", "rows", "columns", "by"), DIMENSION),
    "name": "Write a name as text, such as 'partners', and the folder as folder='charts'",
    "code": "Pass a code, a label or a dimension, such as 'osa'",
}
GIVEN_KINDS: dict[str, tuple[tuple[type, ...], str]] = {  # annotation → what is taken, in words
    "str": ((str,), "Pass text"),
    "PathLike": ((str, os.PathLike), "Write a path as text, such as 'name.xlsx'"),
    "bool": ((bool, np.bool_, Integral), "It is True or False"),
    "None": ((type(None),), ""),
}
TABLE_TYPES = ("DataFrame", "Readable")  # in the annotation of what may be a table
OWN_TYPES = {"Source": ["Dataset", "PathLike"]}  # annotations of this package
# By what they are known: they import this module.
KNOWN_BY = {"Dataset": "packed", "Lake": "counted"}
ORDERED = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


def guided(function: Callable[P, Made]) -> Callable[P, Made]:
    """Let a function say what it takes when it is given something else.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> foip.count("data", "tool")
    Traceback (most recent call last):
    TypeError: count: dataset is a str, 'data'. Pass a dataset: foip.load(), or \
foip.load('data') of your own. The call is count(dataset, dimension, …).
    """
    taken = list(signature(function).parameters.values())
    watched = [
        (place, each, kinds)
        for place, each in enumerate(taken)
        if (kinds := _kinds(each)) and each.kind is not Parameter.VAR_KEYWORD
    ]
    options = {
        each.name
        for each in taken
        if each.kind is Parameter.KEYWORD_ONLY
        and not any(word in str(each.annotation) for word in TABLE_TYPES)
    }

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> Made:
        for name, thing in kwargs.items():
            if name in options and hasattr(thing, "iloc"):  # pandas: no truth to ask it for
                raise TypeError(
                    f"{function.__name__}: {name} is {described(thing)}. It is an option, and "
                    "takes a word, a number or a list of them. "
                    f"{_call(function.__name__, taken)}"
                )
        for place, each, kinds in watched:
            things: tuple[object, ...] = ()
            if each.kind is Parameter.VAR_POSITIONAL:
                things = args[place:]
            elif place < len(args) and each.kind in ORDERED:
                things = (args[place],)
            elif each.name in kwargs:
                things = (kwargs[each.name],)
            for thing in things:
                if thing is not each.default and not _fits(thing, kinds):
                    raise TypeError(_refusal(function.__name__, taken, each.name, thing, kinds))
        try:
            return function(*args, **kwargs)
        except TypeError as error:
            below = error.__traceback__ and error.__traceback__.tb_next
            if below is not None:  # the function was entered, so the call itself was right
                raise
            told = _misfit(function.__name__, taken, args, kwargs)
        raise TypeError(told)

    return call


def _kinds(parameter: Parameter) -> list[str]:
    """Return which kinds of things a parameter takes; none if others too, which are not watched."""
    parts = [part.strip() for part in str(parameter.annotation).split("|")]
    named = ["PathLike" if "PathLike" in part else part for part in parts]
    kinds = [kind for part in named for kind in OWN_TYPES.get(part, [part])]
    kinds.sort(key=lambda kind: kind != "None")  # the last is told
    return kinds if all(kind in GIVEN_KINDS or kind in KNOWN_BY for kind in kinds) else []


def _fits(thing: object, kinds: list[str]) -> bool:
    return any(
        hasattr(type(thing), KNOWN_BY[kind])
        if kind in KNOWN_BY
        else isinstance(thing, GIVEN_KINDS[kind][0])
        for kind in kinds
    )


def _refusal(verb: str, taken: list[Parameter], name: str, thing: Any, kinds: list[str]) -> str:
    """Return what was given for a parameter, and what it takes."""
    if "Dataset" in kinds:
        own = f"foip.load({thing!r})" if isinstance(thing, str) else "foip.load('folder')"
        takes = f"Pass a dataset: foip.load(), or {own} of your own"
    else:
        takes = BY_NAME.get(name) or GIVEN_KINDS[kinds[-1]][1]
    return f"{verb}: {name} is {described(thing)}. {takes}. {_call(verb, taken)}"


def check_whole(name: str, number: object, least: int = 1, what: str = "number, 1 or more") -> None:
    """Refuse what is no whole number from ``least`` on; ``what`` says which number it takes.

    Examples
    --------
    >>> from foip_analysis.dataset.given import check_whole
    >>> check_whole("top", 0)
    Traceback (most recent call last):
    ValueError: top is 0. It is a whole number, 1 or more.
    """
    if isinstance(number, bool) or not isinstance(number, int | np.integer) or number < least:
        raise ValueError(f"{name} is {number!r}. It is a whole {what}.")


def described(thing: object) -> str:
    """Return what a thing is in a few words: its kind, and what it holds where that is short.

    Examples
    --------
    >>> from foip_analysis.dataset.given import described
    >>> described(["tool", "region"]), described(None)
    ("a list, ['tool', 'region']", 'None')
    """
    if thing is None:
        return "None"
    kind = type(thing).__name__
    article = "an" if kind[0].lower() in "aeiou" else "a"
    short = isinstance(thing, str | int | float | list | tuple | dict) and len(repr(thing)) <= 60
    return f"{article} {kind}" + (f", {thing!r}" if short else "")


def _call(verb: str, taken: list[Parameter]) -> str:
    """Return how a function is called: what it must be given, and what it may be given in order."""
    told = []
    for each in taken:
        if each.kind is Parameter.VAR_POSITIONAL:
            told.append(f"*{each.name}")
        elif each.kind in ORDERED and each.name != "self":
            told.append(each.name + "=…" * (each.default is not Parameter.empty))
    more = ["…"] if taken[-1].kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD) else []
    return f"The call is {verb}({', '.join([*told, *more])})."


def _misfit(
    verb: str, taken: list[Parameter], args: tuple[object, ...], kwargs: Mapping[str, object]
) -> str:
    """Return why arguments do not fit a function's parameters."""
    by_name = [each for each in taken if each.kind is not Parameter.VAR_KEYWORD]
    names = [each.name for each in by_name]
    in_order = [each for each in taken if each.kind in ORDERED]
    dataset = next((thing for thing in args if hasattr(type(thing), "packed")), None)
    unknown = [name for name in kwargs if name not in names]
    if unknown and len(by_name) == len(taken):
        name = unknown[0]
        given = {each.name for each in in_order[: len(args)]}
        options = ", ".join(each for each in names if each not in given)
        hint = did_you_mean(name, names)
        if dataset is not None and name in dataset.dimensions:  # type: ignore[attr-defined]
            hint = f" To count a part, choose it first: dataset.where({name}={kwargs[name]!r})."
        return f"{verb} takes no {name}=. It takes: {options}.{hint}"
    if len(args) > len(in_order):
        extra = args[len(in_order)]
        if len(by_name) < len(taken):  # where and members, which take codes by name
            return f"{verb}: {described(extra)}, is not named. {_named(dataset, extra)}"
        return f"{verb}: {described(extra)}, is one too many. {_call(verb, taken)}"
    missing = [
        each.name
        for each in in_order[len(args) :]
        if each.default is Parameter.empty and each.name not in kwargs
    ]
    if missing:
        return f"{verb}: {' and '.join(missing)} is missing. {_call(verb, taken)}"
    return f"{verb}: {' and '.join(name for name in kwargs)} is given twice. {_call(verb, taken)}"


def _named(dataset: Any, thing: object) -> str:
    """Return how a code is given by the name of its dimension."""
    if isinstance(thing, Mapping):
        return f"Write two stars before a dictionary: **{dict(thing)!r}."
    first = thing[0] if isinstance(thing, list | tuple) and thing else thing
    if dataset is not None and isinstance(first, str):
        for name in book.dimensions(dataset.codebook):
            if codes_called(dataset.codebook, name, first):
                return f"Write {name}={thing!r}."
    return "Write the dimension and its code or label, such as tool='osa'."
