"""A series told in order: "from 45 percent on Friday to 20 and then to 10" goes on to the days after."""

from typing import Final

from scripts.grounding.agreement import fits
from scripts.grounding.context import Context
from scripts.grounding.day_cue import DayCue
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.scope import Scope
from scripts.grounding.text import word_set

_STEPS: Final = word_set(
    "to and then , by on down up back from over into through at the next day after that again"
)
_ENDING: Final = frozenset(("by", "until", "till", "through", "to"))
_MOVING: Final = frozenset(("to", "then"))


def as_course_until(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings of a day before one that a course ends on: "by Sunday: 38, then 39"."""
    at = next(k for k, each in enumerate(context.figures) if each is figure)
    behind = context.figures[at + 1] if at + 1 < len(context.figures) else None
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    if behind is None or cue is None or not _steps_on(context, figure, behind):
        return []
    if context.text.words[cue.first - 1] not in _ENDING or cue.last > figure.first:
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
    return not _MOVING.isdisjoint(between) and _STEPS.issuperset(between)
