"""Marks said not to be passed until one day, or but on one: "not above freezing until Friday"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES, WIND
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_UNTIL: Final = frozenset(("until", "till", "before", "ere"))
_BUT: Final = frozenset(("but", "except", "save", "barring"))
_TRIGGERS: Final = Triggers(_UNTIL | _BUT)
_BETWEEN: Final = word_set("once , on for — – : and only that is the again mark point")
_NOT: Final = word_set(
    "not never no none nothing cannot can't won't doesn't don't didn't isn't nor neither without hardly ne'er"
)
_FREEZING: Final = word_set("freezing zero frost")
_UPWARD: Final = word_set(
    "above over past beyond top tops exceed exceeds reach reaches hit hits touch touches climb climbs rise "
    "rises make makes get gets see sees break breaks crack cracks clear clears pass passes up"
)
_DOWNWARD: Final = word_set(
    "below under beneath drop drops fall falls sink sinks dip dips slip slips descend descends down"
)
_REACH: Final = 5
_BACK: Final = 9
_SLACK: Final = 0.51
"""Units by which a rounded value may lie on the other side of a mark."""


@told_by(_TRIGGERS)
def judge_first_passed(context: Context) -> Iterator[Judgement]:
    """Yield a fault where another day is the first, or the only one, that passes a mark."""
    for k in context.text.where(_TRIGGERS):
        cue = _day_behind(context, k)
        mark = _mark_before(context, k) if cue is not None else None
        if cue is None or mark is None or not context.stances.is_asserted(mark.first):
            continue
        sign = _side_denied(context, mark)
        days = _days(context, cue, k)
        named = [day for day in days if day.atoms & _meant(cue)]
        if not sign or len(named) != 1:
            continue
        is_first = context.text.words[k] in _UNTIL
        others = [
            day for day in days if day is not named[0] and (day.offset < named[0].offset or not is_first)
        ]
        is_passed = all(_passes(day, mark, sign) >= 0 for day in named)
        if not is_passed or any(_passes(day, mark, sign) > 0 for day in others):
            said = context.text.around(mark.first, cue.last)
            yield Judgement(mark.first, cue.last, fault=f"you wrote '{said}'; by the results it is otherwise")
        else:
            yield Judgement(mark.first, cue.last, tuple(named))


def _day_behind(context: Context, k: int) -> DayCue | None:
    """Return the one day that follows "until" or "but once, on"."""
    words = context.text.words
    cue = next((c for c in context.scopes.days if c.first > k), None)
    if cue is None or cue.first - k > _REACH or not _BETWEEN.issuperset(words[k + 1 : cue.first]):
        return None
    return cue if len(_meant(cue)) == 1 and not words[cue.last].endswith("'s") else None


def _meant(cue: DayCue) -> frozenset[tuple[str, int]]:
    return cue.days or (cue.bound.days if cue.bound is not None else frozenset())


def _mark_before(context: Context, k: int) -> Figure | None:
    """Return the mark that ends right before token k: a figure, or freezing."""
    words = context.text.words
    at = k - 1
    while at > 0 and words[at] in _BETWEEN:
        at -= 1
    if words[at] in _FREEZING:
        is_of_f = words[at] != "zero" and bool(context.given) and context.given[0].temperature_unit == "F"
        value = 32.0 if is_of_f else 0.0
        return Figure(at, at, value, value, TEMPERATURES, None)
    figure = next((f for f in context.figures if f.last == at), None)
    is_plain = figure is not None and figure.kind == "level" and figure.is_exact and figure.must
    return figure if is_plain else None


def _side_denied(context: Context, mark: Figure) -> int:
    """Return the side of a mark that is denied: 1 "does not get above", -1 "never drops below", else 0."""
    words = context.text.words
    begin, _ = context.stances.segment(mark.first)
    before = words[max(begin, mark.first - _BACK) : mark.first]
    if _NOT.isdisjoint(before):
        return 0
    at = next(k for k in range(len(before) - 1, -1, -1) if before[k] in _NOT)
    told = before[at + 1 :]
    is_up, is_down = not _UPWARD.isdisjoint(told), not _DOWNWARD.isdisjoint(told)
    if is_up and is_down:
        return 1 if told[-1] in _UPWARD else 0
    return 1 if is_up else -1 if is_down else 0


def _days(context: Context, cue: DayCue, k: int) -> list[Reading]:
    """Return the days of the one forecast that is meant."""
    spots = context.scopes.at(k, cue.last).spots
    days = [r for r in context.given if not r.is_current and (spots is None or r.place in spots)]
    last = max((reading.call for reading in days), default=-1)
    since = cue.bound.since if cue.bound is not None else frozenset()
    days = [reading for reading in days if reading.call == last]
    first = next((day.offset for day in days if day.atoms & since), 0)
    return [day for day in days if day.offset >= first]


def _passes(day: Reading, mark: Figure, sign: int) -> float:
    """Return whether a day is past a mark: 1 it is, -1 it is not, 0 where rounding leaves it open."""
    field = _field(mark, sign)
    if field not in day.values:
        return 0
    unit = mark.unit if mark.unit not in (None, UNKNOWN_SCALE, "%") else None
    gap = sign * (convert(day.values[field], unit_of(day, field), unit) - mark.least)
    return 1 if gap > _SLACK else -1 if gap < -_SLACK else 0


def _field(mark: Figure, sign: int) -> Field:
    """Return the quantity a mark is held against: of warmth the high where it is not risen to."""
    if mark.fields & TEMPERATURES:
        return "low" if sign < 0 or mark.fields == frozenset(("low",)) else "high"
    fields: Sequence[Field] = ("wind",) if mark.fields & WIND else ("chance",)
    return fields[0]
