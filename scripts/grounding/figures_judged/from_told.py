"""Differences measured from what was told before: "two lower than that", "and four more on Sunday"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.constructions.between_days import STEPPING, sided, step_side
from scripts.grounding.constructions.between_places import Gap
from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.figure import Figure

_SIDES: Final = {
    **dict.fromkeys(
        word_list("more higher above over up warmer hotter milder ahead better kinder beyond past further"), 1
    ),
    **dict.fromkeys(
        word_list("less fewer lower below under down colder cooler chillier short shy behind beneath worse"),
        -1,
    ),
}
_LINKS: Final = word_set("than of from on")
_IT: Final = word_set("it that this him her")
_ENDS: Final = word_set(". , ; : ! ? ) — – and but on by the at or with while for again yet though which")
_GOING_ON: Final = frozenset(("more", "further"))
"""What goes on of a difference told before: "it loses six degrees by Saturday and three more by Sunday"."""

_BACK: Final = 1
"""Sentences before a difference in which the level may stand that it is measured from."""

_SAME_CLAUSE: Final = 20


def course_told(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Gap] | None:
    """Return the one gap of "it gains four degrees, from 17 today to 21"; None where no such pair follows."""
    words = context.text.words
    _, end = context.stances.sentence(figure.first)
    ahead = [f for f in figures if figure.last < f.first < end]
    for one, other in pairwise(ahead[:2]):
        is_course = words[one.first - 1] == "from" and words[other.first - 1] == "to"
        is_near = context.text.wall(figure.last, other.first) < _SAME_CLAUSE
        if is_course and is_near and one.kind == other.kind == "level" and one.fields & other.fields:
            move = other.least - one.least
            side = step_side(context, figure)
            mine = _of_one_day(context, figure)
            if mine and not _leads_to(context, one, other, mine):
                return []
            told = [
                r for r in context.given for f in (one, other) if any(fits(f, r, name) for name in f.fields)
            ]
            return [(side * move if side else abs(move), tuple(told))]
    return None


def _leads_to(context: Context, one: Figure, other: Figure, mine: Sequence[Reading]) -> bool:
    """Whether a course is of the day told, ends on it, or begins there."""
    if any(all(any(fits(f, r, name) for name in f.fields) for f in (one, other)) for r in mine):
        return True
    days = [r for r in context.given if not r.is_current and r.place == mine[0].place]
    for field in one.fields & other.fields:
        begins = [r.offset for r in days if fits(one, r, field)]
        ends = [r.offset for r in days if fits(other, r, field)]
        at = mine[0].offset
        if (at in ends and any(k < at for k in begins)) or (at in begins and any(k > at for k in ends)):
            return True
    return False


def gaps_from_told(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Gap] | None:
    """Return how far the day of a difference is from the day before it that something was told of.

    None where it is measured from something else, or nothing tells from what.
    """
    side = _side_from_told(context, figure)
    mine = _of_one_day(context, figure)
    is_of_one_place = len({reading.place for reading in context.given}) == 1
    if not (side and mine and is_of_one_place) or _is_of_user(context, figure):
        return None
    number = context.text.sentence_number(figure.first)
    begin, _ = context.text.sentences[max(0, number - _BACK)]
    told = [f for f in figures if begin <= f.first < figure.first and f.fields & figure.fields and f.must]
    base, fields = _base_told(context, told, mine)
    if context.text.words[figure.last + 1] in _GOING_ON:
        base, moved = _gone_on_from(context, figure, mine) or (base, 0)
        side = step_side(context, figure) or moved or side
        fields = fields if not moved else frozenset[Field]()
    if not fields:
        fields = figure.fields - {"low"} if "high" in figure.fields else figure.fields
    pairs = [(a, b) for a in mine for b in base if a.place == b.place and a.offset != b.offset]
    return list(sided(figure, pairs, fields & figure.fields, side)) or None


def _base_told(
    context: Context, told: Sequence[Figure], mine: Sequence[Reading]
) -> tuple[list[Reading], frozenset[Field]]:
    """Return the readings of the day told last, but for one's own, with what levels were told of it."""
    base: list[Reading] = []
    fields: set[Field] = set()
    for figure in reversed(told):
        found = _of_one_day(context, figure) if figure.is_exact else []
        if base and found != base:
            break
        if found and found[0].offset != mine[0].offset:
            base = found
            if figure.kind == "level":
                fields.update(name for r in base for name in figure.fields if fits(figure, r, name))
    return base, frozenset(fields)


def _gone_on_from(
    context: Context, figure: Figure, mine: Sequence[Reading]
) -> tuple[list[Reading], int] | None:
    """Return the day and the way of what "and three more by Sunday" goes on of: "loses six by Saturday"."""
    words = context.text.words
    begin, _ = context.stances.sentence(figure.first)
    verb = next((k for k in range(figure.first - 1, begin, -1) if words[k] in STEPPING), None)
    named = context.scopes.named_between(verb, figure.first) if verb else []
    days = [within(context.given, Scope(cue.days)) for cue in named if not cue.is_list]
    days = [[r for r in each if not r.is_current and r.offset != mine[0].offset] for each in days]
    if verb is None or not days or len({r.offset for r in days[-1]}) != 1:
        return None
    return days[-1], STEPPING[words[verb]]


def _of_one_day(context: Context, figure: Figure) -> list[Reading]:
    """Return the forecast readings of the one day that a figure is of; none where it is of several."""
    scope = context.scopes.at(figure.first, figure.last)
    if scope.days is None or scope.is_list:
        return []
    found = [reading for reading in context.about(scope) if not reading.is_current]
    return found if len({reading.offset for reading in found}) == 1 else []


def _side_from_told(context: Context, figure: Figure) -> int:
    """Return on which side of what was told a difference is said to be, 0 where something else is named."""
    after = (*context.text.words[figure.last + 1 : figure.last + 5], ".", ".", ".")
    side = _SIDES.get(after[0], 0)
    rest = after[2:] if after[1] in _LINKS and after[2] in _IT else after[1:]
    if side and rest[0] in _IT and rest[1] in _ENDS:
        return side
    is_alone = after[1] in _ENDS and after[1:3] not in (("on", "the"), ("at", "night"), ("by", "night"))
    return side if is_alone and after[0] not in ("over", "up", "down", "under", "past") else 0


def _is_of_user(context: Context, figure: Figure) -> bool:
    """Whether the user has given a figure that a difference may be measured from."""
    return any(own.fields & figure.fields for own in context.user.figures)
