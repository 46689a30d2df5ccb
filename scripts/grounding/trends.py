"""Ways that a quantity is said to go over several days: "highs fall each day", "it keeps strengthening"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.day_cue import DayCue
from scripts.grounding.day_cues import span_of
from scripts.grounding.facts import Reading
from scripts.grounding.figure_words import WIND
from scripts.grounding.measures import Measure, of
from scripts.grounding.scope import Scope
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.units_said import UNKNOWN_SCALE

_UP: Final = word_set(
    "rise rises rising climb climbs climbing increase increases increasing build builds building grow "
    "grows growing gain gains gaining mount mounts mounting ascend ascends upward upwards upwardly up"
)
_DOWN: Final = word_set(
    "fall falls falling drop drops dropping decline declines declining slide slides sliding slip slips "
    "slipping sink sinks sinking decrease decreases decreasing dwindle dwindles dwindling shrink shrinks "
    "shrinking diminish diminishes diminishing lessen lessens descend descends tumble tumbles ebb ebbs "
    "downward downwards down lose loses losing shed sheds shedding"
)
_OF_WARMTH: Final = {
    **dict.fromkeys(word_list("warm warms warming"), 1),
    **dict.fromkeys(word_list("cool cools cooling chills"), -1),
}
_OF_WIND: Final = {
    **dict.fromkeys(word_list("strengthen strengthens strengthening freshen freshens freshening"), 1),
    **dict.fromkeys(
        word_list("weaken weakens weakening slacken slackens slackening ease eases easing subside subsides"),
        -1,
    ),
}
_TRIGGERS: Final = Triggers(_UP | _DOWN | _OF_WARMTH.keys() | _OF_WIND.keys())
_SUBJECTS: Final[dict[str, Measure]] = {
    **dict.fromkeys(
        word_list(
            "temps temp temperature temperatures highs high maxima maximum mercury thermometer afternoons "
            "days heat"
        ),
        of("high"),
    ),
    **dict.fromkeys(word_list("lows low nights minima minimum"), of("low")),
    **dict.fromkeys(word_list("wind winds wind's gusts gust breeze breezes"), of("wind")),
    **dict.fromkeys(
        word_list("chance chances odds probability probabilities likelihood risk risks"), of("chance")
    ),
}
_BRUNT: Final = word_set(
    "brunt most least greatest strongest highest lowest heaviest best worst biggest smallest lightest "
    "prize crown palm"
)
"""What is said to fall on a day and does not sink: "the brunt of the wind falls on Friday"."""
_IT: Final = word_set("it they it'll they'll which that these those it's")
_MOVING: Final = word_set(
    "pick picks picking trend trends trending trended tick ticks ticking creep creeps edge edges inch "
    "inches go"
)
_PARTICLES: Final = word_set("up down upward upwards downward downwards")
_DAILY: Final = (
    ("each", "day"), ("every", "day"), ("day", "by", "day"), ("by", "the", "day"),
    ("day", "after", "day"), ("each", "night"),
    ("each", "successive", "day"), ("with", "each", "day"), ("from", "day", "to", "day"),
    ("every", "single", "day"), ("a", "day"), ("per", "day"), ("a", "night"),
)  # fmt: skip
_STEADY: Final = word_set(
    "steadily keeps keep gradually continually continuously progressively relentlessly daily"
)
_OVERALL: Final = (
    ("all", "week"), ("through", "the", "week"), ("over", "the", "week"), ("throughout", "the", "week"),
    *(("over", "the", count) for count in ("three", "four", "five", "six", "seven")),
    ("during", "the", "week"), ("across", "the", "week"), ("as", "the", "week"), ("week", "goes", "on"),
)  # fmt: skip
_THEN: Final = word_set("then before after again until till but and-then later first")
_TO: Final = frozenset(("to", "through", "until", "till"))
_PARTING: Final = frozenset((",", ";", ":", "—", "–", "then", "before", "but", "while", "."))
_BACK: Final = 6
_ON: Final = word_set("again on for by a little bit somewhat slightly once more sharply further still back")
_QUALIFIED: Final = (("days",), ("nights",), ("mornings",), ("afternoons",), ("evenings",), ("weather",))
"""What "cool" and "warm" stand before as adjectives."""


@told_by(_TRIGGERS)
def judge_trends(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each trend over days, and for each rise or fall told of two figures."""
    days = [reading for reading in context.given if not reading.is_current]
    for k in context.text.where(_TRIGGERS):
        if k in context.stances.names or not context.stances.is_asserted(k):
            continue
        if context.stances.is_denied(k, k) is not False:
            continue
        if context.text.words[k + 1 : k + 2] in _QUALIFIED:
            continue
        sign = _direction(context.text.words, k)
        if sign == 0:
            continue
        wrong = _wrong_ends(context, k, sign) or _wrong_goal(context, k, sign)
        if wrong is not None:
            yield wrong
            continue
        measure = _subject(context, k)
        judgement = _judge(context, k, sign, measure, days) if measure is not None and len(days) > 1 else None
        if judgement is not None:
            yield judgement


def _direction(words: tuple[str, ...], k: int) -> int:
    """Return 1 for a verb of rising, -1 for one of falling, 0 for a word that is no verb here."""
    word = words[k]
    if word in _PARTICLES:
        is_moving = not _MOVING.isdisjoint(words[max(0, k - 2) : k])
        return 0 if not is_moving else 1 if word in _UP else -1
    if words[k : k + 2] == ("falls", "on") and not _BRUNT.isdisjoint(words[max(0, k - _BACK) : k]):
        return 0
    if word in _UP or word in _DOWN:
        before = words[k - 1] if k else ""
        is_noun = before in ("a", "the", "any", "no", "this", "that", "s") or before.endswith("'s")
        return 0 if is_noun else 1 if word in _UP else -1
    return _OF_WARMTH.get(word) or _OF_WIND[word]


def _subject(context: Context, k: int) -> Measure | None:
    """Return what is said to rise or fall: the noun before, or what the user asked of where that is "it"."""
    words = context.text.words
    begin, _ = context.stances.sentence(k)
    first, _ = context.stances.segment(k)
    near = words[max(first, k - _BACK) : k]
    found = next((_SUBJECTS[word] for word in reversed(near) if word in _SUBJECTS), None)
    if found is not None:
        return found
    if words[k] in _OF_WARMTH:
        return of("high") if not _IT.isdisjoint(near) or first == begin else None
    if words[k] in _OF_WIND and words[k] not in ("ease", "eases", "easing", "subside", "subsides"):
        return of("wind")
    if _IT.isdisjoint(near):
        return None
    asked = [word for word in context.user.texts[-1].words if word in _SUBJECTS]
    return _SUBJECTS[asked[0]] if len({id(_SUBJECTS[word]) for word in asked}) == 1 else None


def _judge(
    context: Context, k: int, sign: int, measure: Measure, days: Sequence[Reading]
) -> Judgement | None:
    first, last = context.stances.segment(k)[0], _end(context, k)
    clause = context.text.words[first:last]
    is_daily = _has(clause, _DAILY)
    is_steady = not _STEADY.isdisjoint(clause)
    if not _THEN.isdisjoint(context.text.words[first:k]):
        return None
    single = _next_day(context, k, last)
    if single is not None and not (is_daily or is_steady):
        return _judge_step(context, k, sign, measure, single)
    span = _span(context, first, last)
    if span is None and not (is_daily or is_steady or _has(clause, _OVERALL)):
        return None
    scope = Scope(span.days, context.scopes.at(k, k).spots, bound=span.bound) if span else Scope(
        None, context.scopes.at(k, k).spots
    )  # fmt: skip
    told = [reading for reading in context.about(scope) if reading in days]
    courses = [[r for r in told if r.call == call] for call in sorted({r.call for r in told})]
    courses = [course for course in courses if len(course) > 1]
    if not courses:
        return None
    for course in courses:
        values = [
            sign * value for r in sorted(course, key=lambda r: r.offset) if (value := measure(r)) is not None
        ]
        if len(values) < 2 or _goes(values, is_daily, is_steady):
            return Judgement(k, k, tuple(course))
    said = context.text.around(k, k)
    return Judgement(k, k, fault=f"you wrote '{said}'; by the results it does not go that way")


def _next_day(context: Context, k: int, last: int) -> DayCue | None:
    """Return the one day that something is said to rise or fall on: "freshens again for Saturday"."""
    cues = [cue for cue in context.scopes.days if k < cue.first < last and (cue.days or cue.bound)]
    cue = cues[0] if len(cues) == 1 else None
    if cue is None or cue.bound is not None or len(cue.days or ()) != 1 or cue.first - k > _BACK:
        return None
    between = context.text.words[k + 1 : cue.first]
    return cue if _ON.issuperset(between) else None


def _judge_step(context: Context, k: int, sign: int, measure: Measure, cue: DayCue) -> Judgement | None:
    """Hold a rise or fall on one day against the day before it, or the first of the forecast."""
    spots = context.scopes.at(k, k).spots
    told = [r for r in context.about(Scope(None, spots)) if not r.is_current and measure(r) is not None]
    for mine in [reading for reading in told if reading.atoms & (cue.days or frozenset())]:
        value = sign * (measure(mine) or 0.0)
        before = [r for r in told if r.call == mine.call and r.offset in (0, mine.offset - 1)]
        if mine.offset == 0 or any(sign * (measure(r) or 0.0) <= value for r in before):
            return None
        said = context.text.around(k, cue.last)
        return Judgement(k, cue.last, fault=f"you wrote '{said}'; by the results it does not go that way")
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


def _span(context: Context, first: int, last: int) -> DayCue | None:
    """Return the stretch of three days or more, or on one side of a day, that a clause names."""
    cues = [cue for cue in context.scopes.days if first <= cue.first < last and (cue.days or cue.bound)]
    if len(cues) == 2:
        return _from_to(context, *cues)
    if len(cues) != 1:
        return None
    cue = cues[0]
    if cue.bound is not None:
        return cue if cue.bound.side in ("up to", "until", "from", "after") else None
    return cue if cue.is_list and len(cue.days or ()) > 2 else None


def _from_to(context: Context, one: DayCue, other: DayCue) -> DayCue | None:
    """Return the days of "from Sunday (22 °C) to Thursday (29 °C)"."""
    words = context.text.words
    until = other.bound.days if other.bound and other.bound.side in ("up to", "until") else other.days
    is_to = not _TO.isdisjoint(words[one.last + 1 : other.first])
    is_from = is_to and "from" in words[max(0, one.first - _BACK) : one.first]
    days = span_of(one.days, until) if is_from and one.days and until else None
    return DayCue(one.first, other.last, days, is_list=True) if days else None


def _has(clause: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(clause[k : k + len(said)] == said for said in phrases for k in range(len(clause)))


def _wrong_goal(context: Context, k: int, sign: int) -> Judgement | None:
    """Return a fault for "15 to 17 mph on Tuesday, rising to 8 on Friday"."""
    words = context.text.words
    begin, end = context.stances.sentence(k)
    if not words[k].endswith("ing"):
        return None
    goal = next((f for f in context.figures if k < f.first <= k + 3 and words[f.first - 1] == "to"), None)
    before = [f for f in context.figures if begin <= f.first < k and goal and f.fields & goal.fields]
    if goal is None or goal.first >= end or not before or {goal.kind, before[-1].kind} != {"level"}:
        return None
    if (
        goal.unit not in (None, before[-1].unit)
        or before[-1].hedge != "exact"
        or k - before[-1].last > 2 * _BACK
    ):
        return None
    told = [f.least for f in before[-2:] if f.unit == before[-1].unit and f.fields == before[-1].fields]
    if sign * goal.least > min(sign * value for value in told):
        return None
    said = context.text.said(k, goal.last)
    return Judgement(
        k, goal.last, fault=f"you wrote '{said}'; it is on the other side of what was told before"
    )


def _wrong_ends(context: Context, k: int, sign: int) -> Judgement | None:
    """Return a fault for "highs slip from 8 to 11": the two figures go the other way."""
    words = context.text.words
    _, end = context.stances.sentence(k)
    for one, other in pairwise(context.figures):
        if not k < one.first < end or one.first - k > _BACK or words[one.first - 1] != "from":
            continue
        is_parted = ":" in words[k : one.first] or "while" in words[max(0, k - _BACK) : k]
        if is_parted or "as" in words[max(0, k - _BACK) : one.first]:
            return None
        is_plain = one.kind == other.kind == "level" and bool(one.fields & other.fields)
        units = {one.unit, other.unit} - {None, UNKNOWN_SCALE}
        between = [words[n] for n in range(one.last + 1, other.first) if n not in context.taken]
        if not is_plain or len(units) > 1 or "to" not in between or len(between) > _BACK:
            return None
        if sign * (other.least - one.least) < 0 and not (one.fields <= WIND) ^ (other.fields <= WIND):
            said = context.text.said(k, other.last)
            return Judgement(k, other.last, fault=f"you wrote '{said}'; the two figures go the other way")
        return None
    return None
