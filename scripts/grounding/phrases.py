"""Phrases that claim as plainly as a word does, each found by its longest word."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final, Generic, NamedTuple, TypeVar

from scripts.grounding.text import Triggers

_ANY: Final = "_"
"""Stands for any one word in a phrase."""

Meaning = TypeVar("Meaning")


class _Known(NamedTuple, Generic[Meaning]):
    """A phrase: the place in it of the word it is found by, and of one `beside` that, looked at first."""

    words: tuple[str, ...]
    place: int
    beside: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Listings of phrases by what they mean.

    In a listing phrases are parted by bars, "the/a sky" is "the sky" or "a sky", and "take _ along" has one
    word, whichever it is, in between.
    """

    def __init__(self, listings: Mapping[Meaning, str]) -> None:
        """Read the listings."""
        self._by_key: dict[str, list[_Known[Meaning]]] = {}
        for meaning, listing in listings.items():
            for phrase in listing.split("|"):
                for words in product(*(token.split("/") for token in phrase.split())):
                    key = max(words, key=len)
                    place = words.index(key)
                    known = _Known(words, place, place - 1 if place else len(words) > 1, meaning)
                    self._by_key.setdefault(key, []).append(known)
        for found in self._by_key.values():
            found.sort(key=lambda each: -len(each.words))

    @property
    def keys(self) -> frozenset[str]:
        """The words that the phrases are found by."""
        return frozenset(self._by_key)

    def triggers(self) -> Triggers:
        """Return the words that the phrases are found by, to be searched for in every text."""
        return Triggers(self._by_key)

    def at(self, words: tuple[str, ...], i: int) -> tuple[Meaning, int, int] | None:
        """Return what the longest phrase known by token i means, with its first and last token."""
        return next(self._known_by(words, i), None)

    def opening(self, words: tuple[str, ...], k: int, longest: int = 7) -> tuple[Meaning, int] | None:
        """Return what a phrase that begins at token k means, with its last token."""
        for i in range(k, min(len(words), k + longest)):
            for meaning, first, last in self._known_by(words, i):
                if first == k:
                    return meaning, last
        return None

    def _known_by(self, words: tuple[str, ...], i: int) -> Iterator[tuple[Meaning, int, int]]:
        for phrase, place, beside, meaning in self._by_key.get(words[i], ()):
            first = i - place
            wanted, at = phrase[beside], first + beside
            if wanted != _ANY and (at >= len(words) or words[at] != wanted):
                continue
            said = words[max(0, first) : first + len(phrase)]
            if said == phrase or (_ANY in phrase and _is_like(said, phrase)):
                yield meaning, first, first + len(phrase) - 1


def _is_like(said: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return len(said) == len(phrase) and all(
        wanted in (word, _ANY) for word, wanted in zip(said, phrase, strict=True)
    )
