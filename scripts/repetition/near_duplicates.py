"""Texts that are nearly alike: found by MinHash and hashing in bands, proven by their word pairs."""

from array import array
from typing import Final

from rensa import RMinHashLSH

from scripts.repetition.limits import SIMILARITY
from scripts.repetition.record_features import PERMUTATIONS, Utterance

BANDS: Final = 20
"""Of the MinHash: texts at the limit are met with 91 %, at 0.75 with 99.6 %; at 0.2 looked at with 0.6 %.
Twice as many bands would meet the limit with 96 % and take twice the memory, 40 MB for a full window."""


class NearDuplicates:
    """The texts to compare with, each under the number that adding it gave."""

    def __init__(self) -> None:
        self._index = RMinHashLSH(SIMILARITY, PERMUTATIONS, BANDS)
        self._pairs: dict[int, array[int]] = {}
        self._next = 0

    def add(self, utterance: Utterance) -> int:
        """Add a text that has a sketch and return its number."""
        number = self._next
        self._next += 1
        self._index.insert(number, utterance.sketch)
        self._pairs[number] = utterance.pairs
        return number

    def remove(self, number: int) -> None:
        """Forget a text."""
        self._index.remove(number)
        del self._pairs[number]

    def has(self, utterance: Utterance) -> bool:
        """Return whether a text nearly like this one is there; never for a text without a sketch."""
        if utterance.sketch is None:
            return False
        met = self._index.query(utterance.sketch)
        own = frozenset(utterance.pairs if met else ())
        return any(_similar(own, self._pairs[number]) for number in met)


def _similar(own: frozenset[int], other: "array[int]") -> bool:
    smaller, larger = sorted((len(own), len(other)))
    if smaller < SIMILARITY * larger:
        return False
    shared = len(own.intersection(other))
    return shared >= SIMILARITY * (len(own) + len(other) - shared)
