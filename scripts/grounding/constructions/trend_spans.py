"""Over which days something is said to go one way: "as the week goes on", "toward Friday", "each day"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.names.days_left import span_of
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.trend_words import MEASURES, SPANS, Way

DAILY: Final = (
    ("each", "day"), ("every", "day"), ("day", "by", "day"), ("by", "the", "day"),
    ("day", "after", "day"), ("each", "night"), ("each", "passing", "day"), ("every", "passing", "day"),
    ("each", "successive", "day"), ("with", "each", "day"), ("from", "day", "to", "day"),
    ("every", "single", "day"), ("a", "day"), ("per", "day"), ("a", "night"), ("every", "night"),
)  # fmt: skip
STEADY: Final = word_set(
    "steadily keeps keep gradually continually continuously progressively relentlessly daily"
)
_OVERALL: Final = (
    ("all", "week"), ("through", "the", "week"), ("over", "the", "week"), ("throughout", "the", "week"),
    *(("over", "the", count) for count in ("three", "four", "five", "six", "seven")),
    ("during", "the", "week"), ("across", "the", "week"), ("through", "the", "days"),
)  # fmt: skip
_ON: Final = (
    ("as", "the"), ("by", "the"), ("toward", "the"), ("towards", "the"), ("later", "in"), ("late", "in"),
    ("later", "on"), ("from", "there"), ("from", "here"), ("by", "degrees"), ("by", "week's"),
    ("after", "that"), ("as", "they"),
)  # fmt: skip
"""What says that it is so later on and not at first, before a stretch of days where one has to be named."""

_ALONE: Final = (
    ("as", "they"),
    ("later", "on"),
    ("from", "there"),
    ("from", "here"),
    ("by", "degrees"),
    ("by", "week's"),
)
_ENDING: Final = word_set("end close finish tail")
_UNTIL: Final = word_set("toward towards by into")
_TO: Final = frozenset(("to", "through", "until", "till"))
_BACK: Final = 6


def is_over_days(clause: tuple[str, ...]) -> bool:
    """Whether a clause says that something goes on over days: "all week", "as the week goes on"."""
    return has(clause, _OVERALL) or is_later_on(clause)


def is_later_on(clause: tuple[str, ...]) -> bool:
    """Whether a clause tells of later days against those before: "by the end of the week"."""
    for n in range(len(clause) - 1):
        pair = clause[n : n + 2]
        if pair not in _ON:
            continue
        behind = clause[n + 2 : n + 6]
        if pair in _ALONE or (behind and behind[0] in SPANS):
            return True
        is_of_span = not SPANS.isdisjoint(behind) and not (_ENDING | {"the", "this"}).isdisjoint(behind)
        if is_of_span:
            return True
    return False


def has(clause: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether any of several phrases stands in a clause."""
    return any(clause[k : k + len(said)] == said for said in phrases for k in range(len(clause)))


def span_told(context: Context, first: int, last: int) -> DayCue | None:
    """Return the stretch of three days or more, or on one side of a day, that a clause names."""
    cues = list(certain(context, first, last))
    if len(cues) == 2:
        return _from_to(context, *cues)
    if len(cues) != 1:
        return None
    cue = cues[0]
    if cue.bound is not None:
        return cue if cue.bound.side in ("up to", "until", "from", "after") else None
    return cue if cue.is_list and len(cue.days or ()) > 2 else None


def certain(context: Context, first: int, last: int) -> Iterator[DayCue]:
    """Yield what names certain days in a clause."""
    return (cue for cue in context.scopes.days if first <= cue.first < last and (cue.days or cue.bound))


def ending_on(context: Context, first: int, last: int) -> DayCue | None:
    """Return the day that something goes one way up to: "toward Friday", "by the weekend"."""
    cues = list(certain(context, first, last))
    if len(cues) != 1 or cues[0].bound is not None:
        return None
    at = cues[0].first - 1
    at -= context.text.words[at] == "the"
    return cues[0] if context.text.words[at] in _UNTIL else None


def _from_to(context: Context, one: DayCue, other: DayCue) -> DayCue | None:
    """Return the days of "from Sunday (22 °C) to Thursday (29 °C)"."""
    words = context.text.words
    until = other.bound.days if other.bound and other.bound.side in ("up to", "until") else other.days
    is_to = not _TO.isdisjoint(words[one.last + 1 : other.first])
    is_from = is_to and "from" in words[max(0, one.first - _BACK) : one.first]
    days = span_of(one.days, until) if is_from and one.days and until else None
    return DayCue(one.first, other.last, days, is_list=True) if days else None


def courses_of(context: Context, k: int, first: int, last: int) -> list[list[Reading]]:
    """Return the days of each forecast that something is said of at token k; none where it is of one day."""
    scope = context.scopes.at(k, k)
    if (scope.days or scope.bound) and SPANS.isdisjoint(context.text.words[first:last]):
        return []
    readings = [r for r in context.about(Scope(None, scope.spots)) if not r.is_current]
    courses = [[r for r in readings if r.call == call] for call in sorted({r.call for r in readings})]
    return [sorted(course, key=lambda r: r.offset) for course in courses if len(course) > 1]


def goes_over_halves(course: Sequence[Reading], way: Way) -> bool:
    """Whether there is more of something on the last day than on the first, or in the second half."""
    for measure in MEASURES[way.of]:
        values = [way.sign * value for r in course if (value := measure(r)) is not None]
        half = len(values) // 2
        if len(values) < len(course):
            continue
        if values[-1] > values[0] or sum(values[-half:]) > sum(values[:half]):
            return True
    return all(measure(r) is None for measure in MEASURES[way.of] for r in course)
