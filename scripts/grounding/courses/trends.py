"""Ways that a quantity is said to go over several days: "highs fall each day", "it keeps strengthening"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from scripts.grounding.constructions.trend_ends import wrong_ends, wrong_goal
from scripts.grounding.constructions.trend_spans import (
    DAILY,
    STEADY,
    certain,
    ending_on,
    has,
    is_later_on,
    is_over_days,
    span_told,
)
from scripts.grounding.constructions.trend_ways import (
    BACK,
    DEGREES,
    LOOKING,
    direction,
    is_compared,
    way_said,
)
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.measures import Measure
from scripts.grounding.words.trend_words import (
    COMING,
    COMPARED,
    MEASURES,
    MOVES,
    OWN,
    SPANS,
    Way,
)

_TRIGGERS: Final = Triggers(
    MOVES.keys() | OWN.keys() | COMING.keys() | COMPARED.keys() | DEGREES.keys() | {"likely"}
)
_BECOMING: Final = word_set(
    "get gets getting grow grows growing turn turns turning become becomes becoming go goes going ever"
)
_THEN: Final = word_set("then before after again until till but and-then first")
_PARTING: Final = frozenset((",", ";", ":", "—", "–", "then", "before", "but", "while", "."))
_ON: Final = word_set("again on for by a little bit somewhat slightly once more sharply further still back")
_TRENDS: Final = word_set("trend trends trending trended")
_ON_THE: Final = (("on", "the"), ("the", "way"))
_THE_MORE: Final = word_set("further farther deeper longer later")
_QUALIFIED: Final = (("days",), ("nights",), ("mornings",), ("afternoons",), ("evenings",), ("weather",))
"""What "cool" and "warm" stand before as adjectives."""


class _Said(NamedTuple):
    """What is said to go which way at a token, and where its clause begins and ends."""

    k: int
    way: Way
    first: int
    last: int
    until: DayCue | None

    @property
    def measures(self) -> Sequence[Measure]:
        return MEASURES[self.way.of]


@told_by(_TRIGGERS)
def judge_trends(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each trend over days, and for each rise or fall told of two figures."""
    words = context.text.words
    days = [reading for reading in context.given if not reading.is_current]
    for k in context.text.where(_TRIGGERS):
        if words[k + 1 : k + 2] in _QUALIFIED and not is_compared(words, k):
            continue
        sign = direction(words, k)
        found = (wrong_ends(context, k, sign) or wrong_goal(context, k, sign)) if sign else None
        found = found or (_judge(context, k, days) if len(days) > 1 else None)
        if found is not None and _is_said(context, k):
            yield found


def _is_said(context: Context, k: int) -> bool:
    """Whether what stands at token k is said to be so, and names no day or place."""
    is_name = k in context.stances.names
    return not is_name and context.stances.is_asserted(k) and context.stances.is_denied(k, k) is False


def _judge(context: Context, k: int, days: Sequence[Reading]) -> Judgement | None:
    first, last = context.stances.segment(k)[0], _end(context, k)
    words = context.text.words
    way = way_said(context, k, first) if _is_at_once(context, first, k) else None
    if way is None:
        return None
    until = ending_on(context, first, last)
    said = _Said(k, way, first, last, until)
    clause = words[first:last]
    is_daily, is_steady = has(clause, DAILY), not STEADY.isdisjoint(clause)
    if words[k] in COMING and until is None and any(certain(context, first, last)):
        return None
    single = _next_day(context, k, last) if not is_compared(words, k) else None
    if single is not None and not (is_daily or is_steady):
        return _judge_step(context, said, single)
    span = span_told(context, first, last)
    if span is None and not _is_over_days(context, said, is_daily or is_steady):
        return None
    scope = Scope(
        span.days if span else None, context.scopes.at(k, k).spots, bound=span.bound if span else None
    )
    told = [reading for reading in context.about(scope) if reading in days]
    courses = [_course(told, call, until) for call in sorted({r.call for r in told})]
    courses = [course for course in courses if len(course) > 1]
    if not courses:
        return None
    for course in courses:
        if _goes_that_way(course, said, is_daily, is_steady):
            return Judgement(k, k, tuple(course))
    return Judgement(k, k, fault=_otherwise(context, k, k))


def _is_at_once(context: Context, first: int, k: int) -> bool:
    """Whether nothing comes before what is told but the day it goes on from: "after Monday it cools"."""
    words = context.text.words
    begun = {cue.first - 1 for cue in context.scopes.days if cue.bound is not None}
    return all(words[n] not in _THEN or n in begun for n in range(first, k))


def _otherwise(context: Context, first: int, last: int) -> str:
    return f"you wrote '{context.text.around(first, last)}'; by the results it does not go that way"


def _is_over_days(context: Context, said: _Said, is_step_by_step: bool) -> bool:
    """Whether what goes one way does so over the days: "through the week", "the week dries out"."""
    words = context.text.words
    clause = words[said.first : said.last]
    word = words[said.k]
    before = words[said.first : said.k]
    if word in COMING:
        return is_later_on(clause) or said.until is not None
    if _is_trend(words, said.k, before):
        return True
    is_of_week = not SPANS.isdisjoint(before[-BACK:])
    is_told = is_step_by_step or said.until is not None
    if not is_compared(words, said.k):
        is_of_week = is_of_week and (word in OWN or words[said.k - 1 : said.k] in LOOKING)
        return is_told or is_of_week or is_over_days(clause)
    begin, _ = context.stances.sentence(said.k)
    if words[said.k - 1] == "the" and not _THE_MORE.isdisjoint(words[begin : said.k]):
        return True
    if "than" in words[said.k : said.last]:
        return False
    if not _BECOMING.isdisjoint(before[-4:]):
        return is_told or is_of_week or "only" in before or is_over_days(clause)
    is_one = len({reading.call for reading in context.given if not reading.is_current}) == 1
    return is_one and (is_told or is_later_on(clause))


def _is_trend(words: tuple[str, ...], k: int, before: tuple[str, ...]) -> bool:
    """Whether the way itself is spoken of: "a warming trend", "on the rise", "worse and worse"."""
    if "trend" in words[k + 1 : k + 3] or not _TRENDS.isdisjoint(before):
        return True
    if before[-2:] in _ON_THE or before[-2:] == ("for", "the") or words[k] in ("downhill", "uphill"):
        return True
    return words[k + 1 : k + 3] == ("and", words[k]) or words[k - 2 : k] == (words[k], "and")


def _course(told: Sequence[Reading], call: int, until: DayCue | None) -> list[Reading]:
    """Return the days of a forecast in order, up to the one that it goes that way until."""
    course = sorted((r for r in told if r.call == call), key=lambda r: r.offset)
    if until is None:
        return course
    goal = until.days or frozenset[Atom]()
    last = max((r.offset for r in course if r.atoms & goal), default=-1)
    return [r for r in course if r.offset <= last]


def _goes_that_way(course: Sequence[Reading], said: _Said, is_daily: bool, is_steady: bool) -> bool:
    for measure in said.measures:
        values = [said.way.sign * value for r in course if (value := measure(r)) is not None]
        if len(values) == len(course) and _goes(values, is_daily, is_steady):
            return True
        if said.until is not None and len(values) > 1 and values[-1] > values[-2]:
            return True
    return all(measure(r) is None for measure in said.measures for r in course)


def _next_day(context: Context, k: int, last: int) -> DayCue | None:
    """Return the one day that something is said to rise or fall on: "freshens again for Saturday"."""
    cues = list(certain(context, k + 1, last))
    cue = cues[0] if len(cues) == 1 else None
    if cue is None or cue.bound is not None or len(cue.days or ()) != 1 or cue.first - k > BACK:
        return None
    between = context.text.words[k + 1 : cue.first]
    return cue if _ON.issuperset(between) else None


def _judge_step(context: Context, said: _Said, cue: DayCue) -> Judgement | None:
    """Hold a rise or fall on one day against the day before it, or the first of the forecast."""
    k, sign, measure = said.k, said.way.sign, said.measures[0]
    spots = context.scopes.at(k, k).spots
    told = [r for r in context.about(Scope(None, spots)) if not r.is_current and measure(r) is not None]
    for mine in [reading for reading in told if reading.atoms & (cue.days or frozenset())]:
        value = sign * (measure(mine) or 0.0)
        before = [r for r in told if r.call == mine.call and r.offset in (0, mine.offset - 1)]
        if mine.offset == 0 or any(sign * (measure(r) or 0.0) <= value for r in before):
            return None
        return Judgement(k, cue.last, fault=_otherwise(context, k, cue.last))
    return None


def _end(context: Context, k: int) -> int:
    """Return where the clause of token k ends, brackets in it left aside."""
    _, end = context.stances.sentence(k)
    return next((n for n in range(k, end) if context.text.words[n] in _PARTING), end)


def _goes(values: Sequence[float], is_daily: bool, is_steady: bool) -> bool:
    """Whether values rise: each time, mostly, or from first to last."""
    if is_daily:
        return values[-1] > values[0] and all(a <= b for a, b in pairwise(values))
    contrary = sum(a > b for a, b in pairwise(values))
    if is_steady:
        return values[-1] > values[0] and contrary <= len(values) // 4
    return values[-1] > values[0] or max(values[1:]) - values[0] > values[0] - min(values)
