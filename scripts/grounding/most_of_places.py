"""Which place is the most so on a day, or on every day: "Dallas is the coolest of the three on each "
"of them"."""

from collections.abc import Callable, Sequence
from typing import Final

from scripts.grounding.between_places import is_of_each
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.measures import Measure
from scripts.grounding.named_places import PlaceCue
from scripts.grounding.text import word_set

_COPULAS: Final = word_set("is are was were 's stays remains be")
_SET: Final = word_set("two three four five six them these those all both lot cities towns places")
_NEAR: Final = 6
_NEW_CLAUSE: Final = 9
Leads = Callable[[Sequence[Reading], Sequence[Reading], int, Sequence[Measure]], bool]


def judge_place_most(
    context: Context, i: int, sign: int, measures: Sequence[Measure], leads: Leads
) -> Judgement | None:
    """Judge the place that a superlative at token i is given to on the day named, None where it is to a "
    "day."""
    place = _subject(context, i)
    begin, end = context.stances.sentence(i)
    days = [cue.days for cue in context.scopes.named_between(begin, end - 1)]
    is_each = is_of_each(context, i)
    if place is None or (len(days) != 1 and not is_each):
        return None
    atoms = days[0] if len(days) == 1 and not is_each else None
    readings = [r for r in context.given if not r.is_current and (atoms is None or r.atoms & atoms)]
    groups = [[r for r in readings if r.offset == day] for day in {r.offset for r in readings}]
    groups = [group for group in groups if len({r.place for r in group}) > 1]
    if not groups:
        return None
    is_so = [leads([r for r in each if r.place in place.spots], each, sign, measures) for each in groups]
    if all(is_so):
        return Judgement(i, i, tuple(r for r in readings if r.place in place.spots))
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; by the results that is not {place.name.title()}")


def _subject(context: Context, i: int) -> PlaceCue | None:
    """Return the place of "Dallas is the coolest of the three" or of "the coolest of them is Dallas"."""
    words = context.text.words
    for cue in context.scopes.places:
        if not cue.spots or cue.last + 1 in {day.first for day in context.scopes.days}:
            continue
        if i < cue.first <= i + _NEAR and words[cue.first - 1] in _COPULAS:
            return cue
        is_before = cue.last < i <= cue.last + _NEAR and context.text.wall(cue.last, i) < _NEW_CLAUSE
        is_of_set = words[i + 1 : i + 2] == ("of",) and not _SET.isdisjoint(words[i + 2 : i + 4])
        if is_before and is_of_set and not words[cue.last].endswith("'s"):
            return cue
    return None
