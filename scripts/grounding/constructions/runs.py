"""Values told day by day: "from 29 to 31 to 34 by Monday", "65 % → 90 % → 60 %"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure

_STEPS: Final = Triggers(("to", "→", "➔", "➡", "⇒", "then", "through"))
_BETWEEN: Final = word_set("to → ➔ ➡ ⇒ > then , on and up down through back over - –")
_ENDING: Final = word_set("by on come for this the next")
_LEAST: Final = 3
"""So many figures, one after the other, tell a course of days; two may be the ends of a range."""
_STEP_WORDS: Final = word_set(
    "to and then , by on down up back from over into through at the next day after that again"
)
_LEADING_TO: Final = frozenset(("by", "until", "till", "through", "to"))
_MOVING: Final = frozenset(("to", "then"))


def as_run(context: Context, figure: Figure) -> list[Reading] | None:
    """Return the days that a course of three figures or more is of, none where it is of none in that order.

    None where the figure stands in no such course.
    """
    if len(context.text.where(_STEPS)) < _LEAST - 1:
        return None
    run = next((run for run in _runs(context, context.figures) if figure in run), None)
    if run is None:
        return None
    until = _until(context, run[-1])
    days = sorted((r for r in context.given if not r.is_current), key=lambda r: (r.call, r.offset))
    for call in {reading.call for reading in days}:
        forecast = [reading for reading in days if reading.call == call]
        for field in frozenset[Field]().union(*(each.fields for each in run)):
            found = _in_turn(run, forecast, field, until)
            if found:
                return found
    return []


def _runs(context: Context, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    run: list[Figure] = []
    for figure in figures:
        if run and _goes_on(context, run[-1], figure):
            run.append(figure)
            continue
        if len(run) >= _LEAST:
            yield run
        run = [figure]
    if len(run) >= _LEAST:
        yield run


def _goes_on(context: Context, one: Figure, other: Figure) -> bool:
    between = context.text.words[one.last + 1 : other.first]
    is_level = one.kind == other.kind == "level" and one.hedge == other.hedge == "exact"
    is_step = not _STEPS.isdisjoint(between) and _BETWEEN.issuperset(between)
    return is_level and is_step and bool(one.fields & other.fields)


def _until(context: Context, last: Figure) -> list[Reading]:
    """Return the readings of the day that a course is said to end on: "to 34 by Monday"."""
    cue = next(
        (cue for cue in context.scopes.days if cue.days and 0 < cue.first - last.last <= _ENDING_REACH), None
    )
    if cue is None or not _ENDING.issuperset(context.text.words[last.last + 1 : cue.first]):
        return []
    return [reading for reading in context.given if reading.atoms & (cue.days or frozenset())]


_ENDING_REACH: Final = 4


def _in_turn(
    run: Sequence[Figure], forecast: Sequence[Reading], field: Field, until: Sequence[Reading]
) -> list[Reading]:
    """Return the days on which the figures of a run come one after the other, none where they do not."""
    found: list[Reading] = []
    rest = iter(forecast)
    for figure in run[:-1]:
        day = next((reading for reading in rest if fits(figure, reading, field)), None)
        if day is None:
            return []
        found.append(day)
    ends = [reading for reading in rest if fits(run[-1], reading, field)]
    ends = [reading for reading in ends if reading in until] if until else ends
    return [*found, ends[0]] if ends else []


def as_course_until(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings of a day before one that a course ends on: "by Sunday: 38, then 39"."""
    at = next(k for k, each in enumerate(context.figures) if each is figure)
    behind = context.figures[at + 1] if at + 1 < len(context.figures) else None
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    if behind is None or cue is None or not _steps_on(context, figure, behind):
        return []
    if context.text.words[cue.first - 1] not in _LEADING_TO or cue.last > figure.first:
        return []
    last = [r for r in context.about(scope) if any(fits(behind, r, field) for field in behind.fields)]
    return [
        reading
        for reading in context.given
        if any(reading.place == end.place and reading.offset < end.offset for end in last)
        and any(fits(figure, reading, field) for field in figure.fields & behind.fields)
    ]


def _steps_on(context: Context, one: Figure, other: Figure) -> bool:
    """Whether a figure follows another by "to" or "then", with no name but the first one's between."""
    between = [context.text.words[k] for k in range(one.last + 1, other.first) if k not in context.taken]
    if one.kind != "level" or other.kind != "level" or not one.fields & other.fields:
        return False
    return not _MOVING.isdisjoint(between) and _STEP_WORDS.issuperset(between)
