"""Days said each to outdo the one before: "each afternoon warmer than the last", "steadily drier"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.constructions.superlatives import NOUNS
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.standings_said.standing_words import COMPARATIVE_SIGNS
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.measures import COLD, COMPARATIVES, MILD, NIGHT, WARM, Measure
from scripts.grounding.words.trend_words import COMPARED, MEASURES

_EACH: Final = word_set("each every")
_NIGHTS: Final = word_set("night evening low minimum")
_GOES_BY_NIGHT: Final = frozenset(("nights", "lows", "evenings"))
_PARTS: Final = _NIGHTS | word_set("day afternoon morning dawn high maximum one of")
_BETWEEN: Final = word_set("successive single following passing new coming next of the them these days")
_PREVIOUS: Final = (
    ("the", "one", "before"), ("the", "last"), ("the", "day", "before"), ("the", "night", "before"),
    ("the", "one", "preceding"), ("its", "predecessor"), ("that", "before"), ("the", "previous"),
    ("the", "afternoon", "before"), ("the", "preceding"), ("the", "former"), ("its", "elder"),
    ("the", "morning", "before"), ("the", "evening", "before"), ("the", "one", "ahead", "of", "it"),
)  # fmt: skip
_STEADILY: Final = word_set("steadily progressively continually continuously unfailingly ever invariably")
_GROWING: Final = word_set(
    "gets grows becomes turns get grow become getting growing turning becoming runs goes"
)
_COMPARED: Final = {
    **{word: (way.sign, MEASURES[way.of]) for word, way in COMPARED.items()},
    **{word: said for word, said in COMPARATIVES.items() if said[1]},
}
_DEGREES: Final = {**COMPARATIVE_SIGNS, "higher": 1, "lower": -1}
_OUTDOING: Final[dict[tuple[str, ...], int]] = {
    **dict.fromkeys((("gains", "on"), ("improves", "on"), ("improves", "upon"), ("rises", "above")), 1),
    **dict.fromkeys((("beats",), ("tops",), ("outdoes",), ("betters",), ("outstrips",), ("surpasses",)), 1),
    **dict.fromkeys((("loses", "to"), ("falls", "below"), ("trails",), ("undercuts",)), -1),
}
"""Verbs by which one day is warmer, or colder, than another: "every day gains on the one before"."""

_TRIGGERS: Final = Triggers((*_COMPARED, *_DEGREES, *(said[0] for said in _OUTDOING)))
_TEMPERATURES: Final = (WARM, COLD, MILD, MEASURES["warm"], MEASURES["cold"])
_LEAST_DAYS: Final = 2
_LEADING: Final = word_set("than on upon to above below beats tops outdoes betters outstrips surpasses")
_REACH: Final = 5


@told_by(_TRIGGERS)
def judge_successive(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each such claim, a fault where some day of the forecast does not keep it."""
    for i in context.text.where(_TRIGGERS):
        said = _compares(context.text.words, i)
        each = _each(context, i) if said is not None else None
        if said is None or each is None or not context.stances.is_asserted(i):
            continue
        if context.stances.is_denied(i, i) is not False:
            continue
        sign, measures = said
        if each in _NIGHTS and measures in _TEMPERATURES:
            measures = NIGHT
        courses = list(_courses(context, i))
        if courses and not any(_goes(course, sign, measures) for course in courses):
            told = context.text.around(i, i)
            yield Judgement(i, i, fault=f"you wrote '{told}'; by the results not every day is so")
        elif courses:
            yield Judgement(i, i, tuple(courses[-1]))


def _compares(words: tuple[str, ...], i: int) -> tuple[int, Sequence[Measure]] | None:
    """Return which way the word at token i compares, and what: "a smaller chance", "gains on", "warmer"."""
    for said, sign in _OUTDOING.items():
        if words[i : i + len(said)] == said:
            return sign, WARM
    noun = words[i + 1] if i + 1 < len(words) else ""
    if words[i] in _DEGREES and noun in NOUNS:
        return _DEGREES[words[i]], NOUNS[noun]
    return _COMPARED.get(words[i])


def _each(context: Context, i: int) -> str | None:
    """Return the part of the day of which each is said to outdo the one before; None where none is."""
    words = context.text.words
    first, last = context.stances.segment(i)
    before = words[first:i]
    if before[-1:] and before[-1] in _STEADILY and not _GROWING.isdisjoint(before[-4:-1]):
        return "day" if _GOES_BY_NIGHT.isdisjoint(before) else "night"
    than = next((k for k in range(i, min(last, i + _REACH)) if words[k] in _LEADING), last)
    if not any(words[than + 1 : than + 1 + len(said)] == said for said in _PREVIOUS):
        return None
    each = next((k for k, word in enumerate(before) if word in _EACH), None)
    if each is None:
        return None
    part = next((word for word in before[each + 1 :] if word not in _BETWEEN), "day")
    is_nightly = "night" in context.user.texts[-1].words or "nights" in context.user.texts[-1].words
    return part if part in _PARTS else "night" if is_nightly else "day"


def _courses(context: Context, i: int) -> Iterator[list[Reading]]:
    """Yield the days of each forecast that a claim may be of, in order: those of a stretch named, or all."""
    begin, end = context.stances.sentence(i)
    bound = next((c.bound for c in context.scopes.days if c.bound and begin <= c.first < end), None)
    scope = context.scopes.at(i, i)
    days = scope.days if scope.is_list and bound is None else None
    readings = context.about(Scope(days, scope.spots, bound=bound))
    for call in sorted({reading.call for reading in readings if not reading.is_current}):
        course = [reading for reading in readings if reading.call == call]
        if len(course) >= _LEAST_DAYS:
            yield sorted(course, key=lambda reading: reading.offset)


def _goes(course: Sequence[Reading], sign: int, measures: Sequence[Measure]) -> bool:
    """Whether each day is the more so than the one before it, by any of the measures."""
    for measure in measures:
        values = [sign * value for reading in course if (value := measure(reading)) is not None]
        if len(values) == len(course) and all(a < b for a, b in pairwise(values)):
            return True
    return False
