"""Texts that are nearly alike: met by hashing their MinHash in bands, proven by their word pairs.

The index is two flat arrays, a tenth of the memory that a list for every value of a band takes.
"""

from array import array
from collections import deque

from scripts.repetition.limits import SIMILARITY
from scripts.repetition.record_features import BANDS, CELLS, Sketch


class NearDuplicates:
    """The texts to compare with, of which the oldest is forgotten first.

    Each cell of each text is an entry, numbered from `BANDS` on. `_last` has for each cell its last entry,
    `_before` for each entry the one before it in the same cell, and 0 where there is none.
    """

    def __init__(self) -> None:
        self._pairs: deque[array[int]] = deque()
        self._oldest = BANDS
        self._last = array("I", bytes(array("I").itemsize * CELLS))
        self._before = array("I")
        self._first_before = BANDS

    def add(self, text: Sketch) -> None:
        """Add a text."""
        last = self._last
        self._before.extend(map(last.__getitem__, text.cells))
        for entry, cell in enumerate(text.cells, start=self._oldest + BANDS * len(self._pairs)):
            last[cell] = entry
        self._pairs.append(text.pairs)

    def forget_oldest(self) -> None:
        """Forget the text added first of those that are there."""
        self._pairs.popleft()
        self._oldest += BANDS
        forgotten = self._oldest - self._first_before
        if forgotten > len(self._before) // 8:
            del self._before[:forgotten]
            self._first_before = self._oldest

    def has(self, text: Sketch) -> bool:
        """Return whether a text nearly like this one is there."""
        last, oldest = self._last, self._oldest
        met = [entry for cell in text.cells if (entry := last[cell]) >= oldest]
        return bool(met) and self._similar(frozenset(text.pairs), met)

    def _similar(self, own: frozenset[int], met: list[int]) -> bool:
        """Return whether one of the texts that these entries, or those before them, belong to is similar."""
        looked_at = set()
        for entry in met:
            while entry >= self._oldest:
                number = (entry - self._oldest) // BANDS
                if number not in looked_at:
                    looked_at.add(number)
                    if _similar(own, self._pairs[number]):
                        return True
                entry = self._before[entry - self._first_before]
        return False


def are_alike(one: Sketch, other: Sketch) -> bool:
    """Return whether two texts are nearly alike, as `NearDuplicates` finds it."""
    return not set(one.cells).isdisjoint(other.cells) and _similar(frozenset(one.pairs), other.pairs)


def _similar(own: frozenset[int], other: "array[int]") -> bool:
    if min(len(own), len(other)) < SIMILARITY * max(len(own), len(other)):
        return False
    shared = len(own.intersection(other))
    return shared >= SIMILARITY * (len(own) + len(other) - shared)
