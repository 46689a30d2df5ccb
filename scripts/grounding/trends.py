"""Ways that a quantity is said to go over several days: "highs fall each day", "it keeps strengthening"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.day_cue import DayCue
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.measures import Measure
from scripts.grounding.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.trend_ends import wrong_ends, wrong_goal
from scripts.grounding.trend_spans import (
    DAILY,
    STEADY,
    certain,
    ending_on,
    has,
    is_later_on,
    is_over_days,
    span_told,
)
from scripts.grounding.trend_words import (
    COMING,
    COMPARED,
    MEASURES,
    MOVES,
    OWN,
    QUALITIES,
    SPANS,
    SUBJECTS,
    Way,
)

_TRIGGERS: Final = Triggers(MOVES.keys() | OWN.keys() | COMING.keys() | COMPARED.keys())
_BRUNT: Final = word_set(
    "brunt most least greatest strongest highest lowest heaviest best worst biggest smallest lightest "
    "prize crown palm"
)
"""What is said to fall on a day and does not sink: "the brunt of the wind falls on Friday"."""
_IT: Final = word_set("it they it'll they'll which that these those it's things sky skies air")
_MOVING: Final = word_set(
    "pick picks picking trend trends trending trended tick ticks ticking creep creeps edge edges inch "
    "inches go goes going get gets getting way head heads headed heading look looks dies die lies comes come "
    "steps settle settles settling calm calms calming quiet quiets quieten quietens"
)
_PARTICLES: Final = word_set("up down upward upwards downward downwards")
_BECOMING: Final = word_set(
    "get gets getting grow grows growing turn turns turning become becomes becoming go goes going ever"
)
_WITH: Final = {
    **dict.fromkeys(("dry", "clear"), word_set("up out off steadily gradually")),
    "clouds": word_set("over up"),
    "lets": word_set("up go off"),
    "gives": word_set("up out way"),
    "goes": word_set("away off"),
    "holds": word_set("off"),
    "moves": word_set("in"),
    "wears": word_set("off out itself away thin"),
    "sets": word_set("in"),
}
"""What has to stand behind a word for it to tell of a change."""

_ADJECTIVES: Final = frozenset(("warm", "cool"))
_IS_VERB_AFTER: Final = word_set("will to should it'll they'll may might shall it they")
_ITS: Final = (("its",), ("his",), ("your",), ("the",), ("their",))
"""What stands behind a verb that has an object: "it clears its throat"."""

_LOOKING: Final = (("pick",), ("picks",), ("look",), ("looks",), ("picking",), ("looking",))
_SETTLING: Final = word_set("settle settles settling calm calms calming quiet quiets quieten quietens")
_LED: Final = word_set("creeps settles moves comes come")
"""What goes the way that "up" or "down" behind it says."""

_TAKING: Final = (("gradual",), ("steady", "a"))
_BEHIND: Final = word_set(
    ". , ; : ! — – ) as by each every with toward towards through over later late from day and until all on "
    "in to across throughout during it"
)
"""What stands behind a comparative that is said of no noun right there."""

_POURING: Final = word_set("fall falls falling drop drops dropping down up")
"""What rain does without there being the less of it."""
_THEN: Final = word_set("then before after again until till but and-then first")
_PARTING: Final = frozenset((",", ";", ":", "—", "–", "then", "before", "but", "while", "."))
_NOUNED: Final = word_set("a the any no this that s both")
_BACK: Final = 6
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
        if words[k + 1 : k + 2] in _QUALIFIED and words[k] not in COMPARED:
            continue
        sign = _direction(words, k)
        found = (wrong_ends(context, k, sign) or wrong_goal(context, k, sign)) if sign else None
        found = found or (_judge(context, k, days) if len(days) > 1 else None)
        if found is not None and _is_said(context, k):
            yield found


def _is_said(context: Context, k: int) -> bool:
    """Whether what stands at token k is said to be so, and names no day or place."""
    is_name = k in context.stances.names
    return not is_name and context.stances.is_asserted(k) and context.stances.is_denied(k, k) is False


def _direction(words: tuple[str, ...], k: int) -> int:
    """Return 1 for a verb of rising, -1 for one of falling, 0 for a word that is no verb here."""
    word = words[k]
    if word in _PARTICLES:
        is_moving = not _MOVING.isdisjoint(words[max(0, k - 2) : k])
        return MOVES[word] if is_moving else 0
    if word in ("higher", "lower") and not {"or", "than", "the"}.isdisjoint(
        (words[k - 1], *words[k + 1 : k + 3])
    ):
        return 0
    if words[k : k + 2] == ("falls", "on") and not _BRUNT.isdisjoint(words[max(0, k - _BACK) : k]):
        return 0
    if word in MOVES:
        before = words[k - 1] if k else ""
        is_noun = (before in _NOUNED or before.endswith("'s")) and words[k - 2 : k] != ("on", "the")
        return 0 if is_noun else MOVES[word]
    own = OWN.get(word)
    return own.sign if own is not None and own.of in ("warm", "wind") else 0


def _way(context: Context, k: int, first: int) -> Way | None:
    """Return what is said at token k to go which way, None where nothing is."""
    words = context.text.words
    word, behind = words[k], words[k + 1 : k + 2]
    is_trend = "trend" in words[k + 1 : k + 3]
    if word in COMPARED:
        is_closed = is_trend or "trend" in words[first:k] or behind == () or behind[0] in _BEHIND
        return COMPARED[word] if words[k - 1] != "one" and is_closed else None
    if is_trend:
        return OWN.get(word)
    needed = _WITH.get(word)
    if needed is not None and needed.isdisjoint(behind):
        return None
    if word not in MOVES and (behind in _ITS or words[k - 1] in _NOUNED):
        return OWN[word] if words[k - 2 : k] in _TAKING else None
    if behind and word not in OWN and (behind[0] in COMPARED or (word in _LED and behind[0] in _PARTICLES)):
        return None
    if word in _ADJECTIVES and not (_IS_VERB_AFTER | SUBJECTS.keys()).issuperset(words[k - 1 : k]):
        return None
    return _moved(context, k, words[max(first, k - _BACK) : k], first)


def _moved(context: Context, k: int, near: tuple[str, ...], first: int) -> Way | None:
    """Return which way a verb has its subject go: a noun before it, the week, or what was asked about."""
    words = context.text.words
    word = words[k]
    subject = _subject(near)
    if word in OWN:
        begin, _ = context.stances.sentence(k)
        is_led = first == begin or OWN[word].of == "wind" or not (_IT | SPANS).isdisjoint(near)
        return _own_way(word, subject) if subject is not None else OWN[word] if is_led else None
    sign = COMING[word] if word in COMING else _direction(words, k)
    if not sign or words[k : k + 2] == ("down", "from"):
        return None
    if subject is None and not SPANS.isdisjoint(near) and near[-1:] in _LOOKING:
        return Way("bad", -1) if word == "up" else None
    if subject is None:
        return _asked_of(context, sign) if not _IT.isdisjoint(near) and word not in COMING else None
    if subject.of == "bad":
        is_better = (word == "up" and near[-1:] in _LOOKING) or (word == "down" and near[-1] in _SETTLING)
        return Way("bad", -1) if is_better else None
    is_pouring = subject.of in ("wet", "grey") and word in _POURING
    return None if is_pouring else Way(subject.of, subject.sign * sign)


def _subject(near: tuple[str, ...]) -> Way | None:
    """Return what the last noun before a verb is of: the chance in "the odds of rain drop"."""
    for at in range(len(near) - 1, -1, -1):
        if near[at] in SUBJECTS and near[at - 1 : at] != ("of",):
            return SUBJECTS[near[at]]
        if near[at] in ("spell", "weather") and near[at - 1 : at] and near[at - 1] in QUALITIES:
            return QUALITIES[near[at - 1]]
    return None


def _own_way(word: str, subject: Way) -> Way | None:
    """Return which way a thing goes by a verb that goes with others as well: "the rain clears"."""
    own = OWN[word]
    if subject.of == "bad" or subject.of == own.of:
        return Way("bad", own.sign) if own.of in ("bad", "grey") and subject.of == "bad" else own
    if own.of == "bad":
        return Way(subject.of, -own.sign) if subject.of in ("high", "low", "warm") else None
    if word in COMING or own.of == "wind":
        return Way(subject.of, subject.sign * COMING.get(word, own.sign))
    return Way(subject.of, own.sign) if own.of == "warm" and subject.of in ("high", "low") else None


def _asked_of(context: Context, sign: int) -> Way | None:
    """Return what the user asked of, where it is one thing that "it" then is."""
    asked = {SUBJECTS[word] for word in context.user.texts[-1].words if word in SUBJECTS}
    if len(asked) != 1:
        return None
    subject = asked.pop()
    return Way(subject.of, subject.sign * sign)


def _judge(context: Context, k: int, days: Sequence[Reading]) -> Judgement | None:
    first, last = context.stances.segment(k)[0], _end(context, k)
    words = context.text.words
    way = _way(context, k, first) if _THEN.isdisjoint(words[first:k]) else None
    if way is None:
        return None
    until = ending_on(context, first, last)
    said = _Said(k, way, first, last, until)
    clause = words[first:last]
    is_daily, is_steady = has(clause, DAILY), not STEADY.isdisjoint(clause)
    if words[k] in COMING and until is None and any(certain(context, first, last)):
        return None
    single = _next_day(context, k, last) if words[k] not in COMPARED else None
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
    is_of_week = not SPANS.isdisjoint(before[-_BACK:])
    is_told = is_step_by_step or said.until is not None
    if word not in COMPARED:
        is_of_week = is_of_week and (word in OWN or words[said.k - 1 : said.k] in _LOOKING)
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
    if cue is None or cue.bound is not None or len(cue.days or ()) != 1 or cue.first - k > _BACK:
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
