"""Every limit of repetition: what counts as the same thing said again, and how often it may be.

To loosen or tighten the guard, edit here.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from scripts.voices.catch_phrases import QUOTATION_SHARE

Kind = Literal["skeleton", "opening", "phrase", "wording", "short_message", "quotation"]
"""What is counted. Of a reply: its masked text as a whole, how it begins, its phrases, the phrases in which
it asks or declines, a known saying in it. Of a user message: its words, where these are
too few to be compared."""


class Limit(NamedTuple):
    """How often one thing may stand: in `floor` records, or in `share` of them where that is more.

    With `per_persona` also among the records of each persona. `fault` is the sentence of the finding, with
    the `words` and how many `have` them: "12 of 900 records".
    """

    share: float
    floor: int
    per_persona: bool
    fault: str

    def allows(self, have: int, records: int) -> bool:
        """Return whether `have` of `records` may have one thing."""
        return have <= max(self.floor, self.share * records)


LIMITS: Final[Mapping[Kind, Limit]] = {
    "skeleton": Limit(0.0, 1, False, 'a reply built like "{words} …" was written before; build it otherwise'),
    "opening": Limit(0.015, 8, True, 'replies begin like "{words}" in {have} already; begin otherwise'),
    "phrase": Limit(0.01, 8, True, '"{words}" stands in {have} already; say it in other words'),
    "wording": Limit(0.01, 8, False, '{have} ask or decline with "{words}" already; word it otherwise'),
    "short_message": Limit(0.01, 8, False, 'the user writes "{words}" in {have} already; word it otherwise'),
    "quotation": Limit(
        QUOTATION_SHARE, 1, False, 'a known saying stands in "{words} …", as in {have}; leave it out'
    ),
}
"""Every limit of repetition; shares are of the records accepted so far, at most the window's."""

WINDOW: Final = 5_000
"""How many records, the last accepted, a record is held against; at most 65,535 (see `_Tally`)."""

SIMILARITY: Final = 0.65
"""Jaccard similarity of word pairs from which two texts are near-duplicates."""

PHRASE_WORDS: Final = 5
PHRASE_MEANING: Final = 2
"""Words of a phrase, a mask counting as one, and how many of them at least carry meaning."""

WORDING_MEANING: Final = 1
"""The same of a phrase that asks or declines: those are made of small words."""

WORDING_MASKS: Final = 1
"""How many masks such a phrase has at most: with more it is facts that it is made of."""

OPENING_WORDS: Final = 3

LEAST_WORDS: Final = 8
"""Words, a mask counting as one, that a text needs to be compared as a whole."""
