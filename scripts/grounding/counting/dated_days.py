"""A weekday and a date that are said of one day: "Friday, December 26", "the 19th, a Tuesday"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.names.weekdays import SHORT, WEEKDAY
from scripts.grounding.text import Text, Triggers
from scripts.grounding.words.day_cue import DayCue

_NAMES: Final = {**SHORT, **WEEKDAY}
_TRIGGERS: Final = Triggers(_NAMES)
_DATES: Final = frozenset(("monthday", "day"))
_APART: Final = frozenset((",", "("))
_ARTICLES: Final = frozenset(("a", "the"))
_ENDS: Final = frozenset((",", ")", ".", ":", ";", "—"))


@told_by(_TRIGGERS)
def judge_dated_days(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each date of the results that is called by another day's name."""
    for cue in context.scopes.days:
        weekday = _called(context.text, cue)
        readings = [] if weekday is None else _dated(context, cue)
        if readings and all(reading.day and reading.day.weekday() != weekday for reading in readings):
            said = context.text.said(cue.first, cue.last)
            fault = f"you wrote '{said}'; by the results that is a {readings[0].day:%A}"
            yield Judgement(cue.first, cue.last, fault=fault)


def _called(text: Text, cue: DayCue) -> int | None:
    """Return the weekday that one date is called by, within the cue or right behind it."""
    words = text.words
    within = words[cue.first : cue.last + 1]
    if cue.bound is not None or not cue.days:
        return None
    kinds = {kind for kind, _ in cue.days}
    if kinds == {"offset", "weekday"} and len(cue.days) == 2:
        is_apposed = len(within) == 3 and within[1] == "," and words[cue.last + 1 : cue.last + 2] == (",",)
        return _NAMES.get(within[2]) if is_apposed else None
    if cue.is_list or len(cue.days) > 1 or not kinds <= _DATES:
        return None
    named = [word for word in within if word in _NAMES]
    if named:
        return _NAMES[named[0]]
    k = cue.last + 1
    if words[k : k + 1] == () or words[k] not in _APART:
        return None
    k += 1 + (words[k + 1 : k + 2] != () and words[k + 1] in _ARTICLES)
    is_closed = words[k + 1 : k + 2] != () and words[k + 1] in _ENDS
    return _NAMES.get(words[k]) if is_closed and text.is_capital(k) else None


def _dated(context: Context, cue: DayCue) -> list[Reading]:
    """Return the readings of a date; of "tomorrow, Saturday" those of tomorrow."""
    assert cue.days is not None
    dates = frozenset(atom for atom in cue.days if atom[0] != "weekday")
    return [reading for reading in context.given if reading.day and reading.atoms & dates]
