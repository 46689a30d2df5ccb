"""Words that name a quantity, and which of them owns a bare number: "ninety for the damp"."""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.grounding.text import Text, word_set

_MONEY = word_set(
    "cent cents dollar dollars penny pence pennies shilling shillings pound pounds dime dimes euros $ £ €"
)
_OWNING = {
    "for": frozenset(("high", "low", "temp", "feels", "wind", "humidity", "moist")),
    "by": frozenset(("temp", "feels")),
    "on": frozenset(("temp",)),
    "upon": frozenset(("temp",)),
}
"""What a bare number may be said to be of right behind it: "ninety for the damp", "sixty by the glass"."""


class Label(NamedTuple):
    """A word that names a quantity, at a token."""

    at: int
    name: str


def owner_of(text: Text, end: int, labels: Iterable[Label]) -> Label | None:
    """Return the word right behind a bare number that it is said to be for: "ninety for the damp"."""
    link = text.words[end + 1 : end + 2]
    if link == () or link[0] not in _OWNING or text.words[end - 1 : end] in (("of",), ("by",)):
        return None
    names = _OWNING[link[0]]
    if not _MONEY.isdisjoint(text.words[slice(*text.sentence(end))]):
        return None
    at = end + 2 + (text.words[end + 2 : end + 3] in (("the",), ("its",)))
    return next((label for label in labels if label.at == at and label.name in names), None)
