"""Names that head a column of a table: what stands below "Hull" is of Hull, below "Tue" of Tuesday."""

from collections.abc import Sequence
from typing import Final, TypeVar

from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.text import Text, Triggers
from scripts.grounding.words.day_cue import DayCue

BARS: Final = Triggers(("|",))
"""What parts the cells of a table: where there is none, no name heads a column."""

_LEAST: Final = 2
"""Bars that a line of a table has at least."""

Cue = TypeVar("Cue", DayCue, PlaceCue)


def head_of(text: Text, cues: Sequence[Cue], first: int, sentence: int) -> list[Cue]:
    """Return the name that heads the column of token `first`, none where it stands in no such table."""
    bars = text.where(BARS)
    if len(bars) < 2 * _LEAST:
        return []
    begin, end = text.sentences[sentence]
    column = sum(begin <= bar < first for bar in bars)
    if sum(begin <= bar < end for bar in bars) < _LEAST:
        return []
    head = sentence
    while head and _bars_of(text, bars, head - 1) >= _LEAST:
        head -= 1
    if head == sentence:
        return []
    edges = _edges(text, bars, head)
    if column + 1 >= len(edges):
        return []
    return [cue for cue in cues if edges[column] < cue.first < edges[column + 1]]


def _bars_of(text: Text, bars: Sequence[int], sentence: int) -> int:
    begin, end = text.sentences[sentence]
    return sum(begin <= bar < end for bar in bars)


def _edges(text: Text, bars: Sequence[int], sentence: int) -> list[int]:
    """Return the tokens that the cells of a line lie between."""
    begin, end = text.sentences[sentence]
    return [begin - 1, *(bar for bar in bars if begin <= bar < end), end]
