"""Phrases that claim as plainly as a word does, each found by its longest word."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import Final, Generic, TypeVar

from scripts.grounding.text import Triggers

_ANY: Final = "_"
"""Stands for any one word in a phrase."""

Meaning = TypeVar("Meaning")


_Known = tuple[tuple[str, ...], int, Meaning]
"""A phrase, the place in it of the word it is found by, and what it means."""

_Beside = dict[str, list[_Known[Meaning]]]
"""Phrases by the word that stands beside the one they are found by; "_" where any may."""


class Phrases(Generic[Meaning]):
    """Listings of phrases by what they mean.

    In a listing phrases are parted by bars, "the/a sky" is "the sky" or "a sky", and "take _ along" has one
    word, whichever it is, in between.
    """

    def __init__(self, listings: Mapping[Meaning, str]) -> None:
        """Read the listings."""
        self._by_key: dict[str, tuple[_Beside[Meaning], _Beside[Meaning]]] = {}
        for words, meaning in spelled_out(listings):
            key = max(words, key=len)
            place = words.index(key)
            before, after = self._by_key.setdefault(key, ({}, {}))
            if place:
                before.setdefault(words[place - 1], []).append((words, place, meaning))
            else:
                after.setdefault(words[1] if len(words) > 1 else _ANY, []).append((words, 0, meaning))

    @property
    def keys(self) -> frozenset[str]:
        """The words that the phrases are found by."""
        return frozenset(self._by_key)

    def triggers(self) -> Triggers:
        """Return the words that the phrases are found by, to be searched for in every text."""
        return Triggers(self._by_key)

    def at(self, words: tuple[str, ...], i: int) -> tuple[Meaning, int, int] | None:
        """Return what the longest phrase known by token i means, with its first and last token."""
        beside = self._by_key.get(words[i])
        if beside is None:
            return None
        best: tuple[Meaning, int, int] | None = None
        for phrase, place, meaning in _candidates(beside, words, i):
            first, count = i - place, len(phrase)
            if best is not None and count <= best[2] - best[1] + 1:
                continue
            said = words[max(0, first) : first + count]
            if said == phrase or (_ANY in phrase and _is_like(said, phrase)):
                best = meaning, first, first + count - 1
        return best


def _candidates(
    beside: tuple[_Beside[Meaning], _Beside[Meaning]], words: tuple[str, ...], i: int
) -> Iterator[_Known[Meaning]]:
    """Yield the phrases known by token i whose next word is there as well."""
    before, after = beside
    if before:
        yield from before.get(words[i - 1], ())
        yield from before.get(_ANY, ())
    if after:
        yield from after.get(words[i + 1], ()) if i + 1 < len(words) else ()
        yield from after.get(_ANY, ())


class Openings(Generic[Meaning]):
    """Phrases that something opens with, by what they mean; read when the first is looked for."""

    def __init__(self, listings: Mapping[Meaning, str]) -> None:
        """Take listings as those of `Phrases`, without "_"."""
        self._listings = listings

    @cached_property
    def _by_first(self) -> Mapping[str, list[tuple[tuple[str, ...], Meaning]]]:
        by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for words, meaning in spelled_out(self._listings):
            by_first.setdefault(words[0], []).append((words, meaning))
        for found in by_first.values():
            found.sort(key=lambda each: -len(each[0]))
        return by_first

    def at(self, words: tuple[str, ...], k: int) -> tuple[Meaning, int] | None:
        """Return what the longest phrase that begins at token k means, with its last token."""
        for phrase, meaning in self._by_first.get(words[k], ()):
            if words[k : k + len(phrase)] == phrase:
                return meaning, k + len(phrase) - 1
        return None


def spelled_out(listings: Mapping[Meaning, str]) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    """Yield each phrase of some listings as its words, with what it means."""
    for meaning, listing in listings.items():
        for phrase in listing.split("|"):
            if "/" not in phrase:
                yield tuple(phrase.split()), meaning
                continue
            for words in product(*(token.split("/") for token in phrase.split())):
                yield words, meaning


def _is_like(said: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return len(said) == len(phrase) and all(
        wanted in (word, _ANY) for word, wanted in zip(said, phrase, strict=True)
    )
