"""Which place is the most so on a day, or on every day: "Dallas is the coolest of the three on each "
"of them"."""

from collections.abc import Callable, Sequence
from typing import Final

from scripts.grounding.constructions.between_places import is_of_each
from scripts.grounding.constructions.than import topic
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.text import word_set
from scripts.grounding.words.measures import Measure

_COPULAS: Final = word_set("is are was were 's stays remains be")
_HAVING: Final = word_set("has is gets keeps shows had was takes")
_SET: Final = word_set("two three four five six them these those all both lot cities towns places")
_NEAR: Final = 6
_NEW_CLAUSE: Final = 9
Leads = Callable[[Sequence[Reading], Sequence[Reading], int, Sequence[Measure]], bool]


def judge_place_most(
    context: Context, i: int, sign: int, measures: Sequence[Measure], leads: Leads
) -> Judgement | None:
    """Judge the place that a superlative at token i is given to on the day named, None where it is to a "
    "day."""
    place = _subject(context, i) or _meant_by_it(context, i)
    begin, end = context.stances.sentence(i)
    days = [cue.days for cue in context.scopes.named_between(begin, end - 1)]
    is_each = is_of_each(context, i)
    is_now = not days and not is_each and all(reading.is_current for reading in context.given)
    if place is None or not (len(days) == 1 or is_each or is_now):
        return None
    atoms = days[0] if len(days) == 1 and not is_each else None
    readings = [r for r in context.given if r.is_current is is_now and (atoms is None or r.atoms & atoms)]
    groups = [[r for r in readings if r.offset == day] for day in {r.offset for r in readings}]
    groups = [group for group in groups if len({r.place for r in group}) > 1]
    mine = [r for r in readings if r.place in place]
    if not groups or not mine:
        return None
    if all(leads([r for r in each if r in mine], each, sign, measures) for each in groups):
        return Judgement(i, i, tuple(mine))
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; by the results it is another place")


def _meant_by_it(context: Context, i: int) -> frozenset[int] | None:
    """Return the place that "it has the least wind" is said of: what the reply is about, if no other is "
    "named."""
    words = context.text.words
    begin, _ = context.stances.sentence(i)
    first = max(begin, i - _NEAR)
    is_it = any(words[k : k + 1] == ("it",) and words[k + 1] in _HAVING for k in range(first, i - 1))
    number = context.text.sentence_number(i)
    since = context.text.sentences[max(0, number - 1)][0]
    if not is_it or any(since <= cue.first < i for cue in context.scopes.places):
        return None
    return topic(context) or None


def _subject(context: Context, i: int) -> frozenset[int] | None:
    """Return the place of "Dallas is the coolest of the three" or of "the coolest of them is Dallas"."""
    words = context.text.words
    for cue in context.scopes.places:
        if not cue.spots or cue.last + 1 in {day.first for day in context.scopes.days}:
            continue
        if i < cue.first <= i + _NEAR and words[cue.first - 1] in _COPULAS:
            return cue.spots
        is_before = cue.last < i <= cue.last + _NEAR and context.text.wall(cue.last, i) < _NEW_CLAUSE
        is_of_set = words[i + 1 : i + 2] == ("of",) and not _SET.isdisjoint(words[i + 2 : i + 4])
        if is_before and is_of_set and not words[cue.last].endswith("'s"):
            return cue.spots
    return None
