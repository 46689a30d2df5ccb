"""Ranges and lists in a clause that names no day, told of several: "Winds hold at 14 to 16 km/h"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Atom, Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.words.figure import Figure

_RANGING: Final = (("to",), ("–",), ("-",), ("and",), ("or",), ("through",))
_PLURALS: Final = word_set(
    "highs lows maxima minima temperatures winds nights days afternoons mornings evenings chances odds"
)
_DAILY: Final = frozenset[Field](("wind", "chance", "humidity"))
"""Of these a day has one value only, so that two are of two days."""

_BEHIND: Final = 3
"""Tokens behind the last figure in which a day would be its own: "14 and 16 km/h on Friday"."""


def as_span(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings of the days, or places, that a range has the least and most of, or a list tells.

    That is asked where the day that the clause would else be of was named before it.
    """
    group = next((group for group in context.groups if figure in group), None)
    if group is None or any(not _is_plain(each) for each in group):
        return []
    begin, _ = context.stances.segment(group[0].first)
    if context.scopes.named_between(begin, group[-1].last + _BEHIND):
        return []
    words = context.text.words
    is_plural = not _PLURALS.isdisjoint(words[begin : group[-1].last + _BEHIND])
    is_plural = is_plural or (figure.label is not None and words[figure.label] in _PLURALS)
    for field in frozenset[Field].intersection(*(each.fields for each in group)):
        if field not in _DAILY and not is_plural:
            continue
        for days in days_meant(context, group[0].first, scope):
            pool = [reading for reading in days if field in reading.values]
            found = _ends(context, group, pool, field) or _in_turn(group, pool, field)
            if found:
                return found
    return []


def _is_plain(figure: Figure) -> bool:
    return figure.kind == "level" and figure.is_exact and figure.hedge in ("exact", "about")


def days_meant(context: Context, first: int, scope: Scope) -> Iterator[list[Reading]]:
    """Yield the days that a clause without one may be of: those named last, its place's, all.

    `first` is a token of the clause, `scope` what it would else be about.
    """
    told = [reading for reading in context.given if not reading.is_current]
    begin = context.text.sentences[max(0, context.text.sentence_number(first) - 1)][0]
    cues = context.scopes.named_between(begin, first)
    named = frozenset[Atom]().union(*(cue.days or frozenset() for cue in cues))
    here = [reading for reading in told if scope.spots is None or reading.place in scope.spots]
    yield [reading for reading in here if reading.atoms & named]
    if len(scope.days or ()) > 1 or scope.bound is not None:
        return
    last = max((reading.call for reading in here), default=-1)
    yield [reading for reading in here if reading.call == last]
    if scope.spots is not None:
        yield told


def _ends(context: Context, group: Sequence[Figure], pool: Sequence[Reading], field: Field) -> list[Reading]:
    """Return the days whose least and most a range of two figures gives."""
    if len(group) != 2 or len(pool) < 2:
        return []
    if context.text.words[group[0].last + 1 : group[1].first] not in _RANGING:
        return []
    ranked = sorted(pool, key=lambda reading: reading.values[field])
    low, high = sorted(group, key=lambda figure: figure.least)
    is_so = fits(low, ranked[0], field) and fits(high, ranked[-1], field)
    return [ranked[0], ranked[-1]] if is_so else []


def _in_turn(group: Sequence[Figure], pool: Sequence[Reading], field: Field) -> list[Reading]:
    """Return the days on which the figures of a list come one after the other, none left out between."""
    days = sorted(pool, key=lambda reading: (reading.call, reading.offset))
    for at in range(len(days) - len(group) + 1):
        found = days[at : at + len(group)]
        if all(fits(figure, day, field) for figure, day in zip(group, found, strict=True)):
            return found
    return []
