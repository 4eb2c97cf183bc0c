"""A word that was given → the one that was meant: the closest of those that are allowed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

CLOSE_WORD = 0.58  # a word that is less like an allowed one was not meant to be it
MISSPELT = 0.8  # a name that is as like to a known one is that one, misspelt
TRIED = 500


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return the closest allowed word as a sentence, or nothing if none is close."""
    return Closest(allowed).told(word)


class Closest:
    """The closest of some allowed words, looked for once for each word that is asked.

    After ``TRIED`` words none is looked for: so many are not misspelt, they are others.
    """

    def __init__(self, allowed: Iterable[str]) -> None:
        self._names = {_plain(name): str(name) for name in allowed}
        self._plain = list(self._names)
        self._found: dict[str, str | None] = {}

    def to(self, word: str) -> str | None:
        """Return the closest allowed word, or None if none is close."""
        if word not in self._found:
            if len(self._found) >= TRIED:
                return None
            self._found[word] = self._look_for(_plain(word))
        return self._found[word]

    def told(self, word: str) -> str:
        """Return the closest allowed word as a sentence, or nothing if none is close."""
        close = self.to(word)
        return f" Did you mean '{close}'?" if close is not None else ""

    def _look_for(self, word: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA, Indel

        found = process.extract(
            word, self._plain, scorer=Indel.normalized_similarity, score_cutoff=CLOSE_WORD
        )
        if not found:
            return None
        # Of words as like, the one with two letters exchanged is meant.
        best = max(found, key=lambda each: (each[1], OSA.normalized_similarity(word, each[0])))
        return self._names[best[0]]


def likeness(one: str, other: str) -> float:
    """Return how like two words are: from 0 to 1, twice their common letters by all letters."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(_plain(one), _plain(other)))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", str(word)).casefold()  # full-width letters are letters
