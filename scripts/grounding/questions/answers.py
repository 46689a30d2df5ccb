"""Replies that open with the day or place asked for: "Thursday.", to "which day is the wettest?"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from scripts.grounding.constructions.day_kinds import PLAIN_KINDS, Kind, of_frost, of_mark, of_sky, of_thaw
from scripts.grounding.constructions.superlatives import NOUNS, OF_NOUN, SUPERLATIVES
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.counting.asked_kinds import asked_kind
from scripts.grounding.facts import Reading
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.comparisons import leads, universes
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.dimensions import QUALITIES
from scripts.grounding.words.figure import THRESHOLDS
from scripts.grounding.words.measures import COMPARATIVES, NIGHT, Measure
from scripts.grounding.words.sky_words import TERMS, Term

_ASKING: Final = word_set("which what when where who where's what's when's who's whose many")
_WHICH: Final = _ASKING | SUPERLATIVES.keys()
_OF_DAYS: Final = word_set("day days night nights when when's dates date evening evenings mornings")
_NIGHTS: Final = word_set("night nights overnight evening evenings lows low")
_ENDING: Final = word_set(
    "stop stops end ends ending over last lasts cease ceases clear clears let lets until after before "
    "break breaks quit quits return returns turn turns change changes ease eases past if without than gone "
    "pass passes lift lifts avoid skip least no not never won't isn't doesn't dont don't"
)
_PAST: Final = frozenset(("over", "past"))
"""What ends nothing beside a figure: "which days go over 20?"."""

_LED: Final = word_set(
    "on only just but that that's it it's is would be will that'll upon why well sir friend a an the , : "
    "oh yes ah plainly easily certainly surely in at one two three four five six i say clearly both answer "
    "your my money bet vote look to falls goes must should could may i'd mark down choose pick take make "
    "go for with from according forecast figures contest honor honour honors prize crown palm belongs give "
    "put day place by far looks like seems appears watch note results numbers"
)
_FOLLOWING: Final = word_set(". , : ; — – ! ( at with when by where as both alone")
_WINNING: Final = word_set("tops takes wins leads heads claims carries gets has bears holds earns")
_PRIZES: Final = word_set(
    "table crown prize list palm honor honors honour honours field lot title cake laurels medal ribbon pack "
    "week rest bill day it that distinction belt trophy"
)
"""What the one asked for is said to win: "Wednesday takes the crown"."""
_TAIL: Final = word_set(
    "it is it's your the day one place you you're after want want's would will be pick takes wins has gets "
    "leads stands comes out on top first by no doubt about easily far a mile long way some distance good "
    "hands down plainly clearly without question prize crown all choice winner answer ranks tops list "
    "field lot everything them and not close course certainly surely again carries claims honor honour i'd "
    "say i think looks to seems if matters counts that friend sir his her's bet best likeliest candidate "
    "ahead in front pack rest others five week only alone other"
)
"""What may follow a name that answers: "Friday wins hands down"."""
_TELLING: Final = word_set("it it's there there's you you'll we the a an")
"""What goes on telling of a name, past a comma, rather than having answered with it: "In Oslo, it is 5"."""
_COURSE: Final = Triggers(
    word_set(
        "runs lasts falls comes starts begins arrives returns continues holds keeps goes ends stops quits "
        "gone over clears lets blows"
    )
)
_ENDS: Final = word_set("ends stops quits gone over clears lets holds keeps goes")
_EXTENT: Final = {"more": 1, "most": 1, "less": -1, "least": -1}
_IT: Final = word_set("it which that is be and")
_NOT: Final = word_set("not never no isn't won't nor neither nothing hardly scarcely")
_NO_DOUBT: Final = (("no", "doubt"), ("no", "contest"), ("no", "question"), ("no", "mistake"))
_AT_ITS: Final = (("at", "its"), ("at", "the"), ("at", "their"))
_PARTS: Final = word_set("night afternoon morning evening")
_PLACES: Final = word_set("where where's which who whose")
_THROUGH: Final = word_set("all both throughout whole entire every")
_HOW_MANY: Final = ("how", "many")
_ALONE: Final = frozenset(("only", "just"))
_ONLY_IT: Final = _ALONE | {"alone"}
_OF_TWO: Final = frozenset(("both", "either"))
_BUT: Final = frozenset(("but", "except", "save"))
_EVERY: Final = frozenset(("all", "every", "any"))
_REACHING: Final = word_set("hit hits reach reaches touch touches make makes top tops pass passes get gets")
_SHORT: Final = 4
"""Tokens of a question that only names what falls, at most."""

_LEAST_LIKELY: Final = 25.0
"""Percent: a day of a smaller chance, and of no such condition, is none on which it rains."""


class Asked(NamedTuple):
    """What was asked for: the most so of all, by measures, or days of a kind."""

    sign: int = 0
    measures: Sequence[Measure] = ()
    kind: Kind | None = None
    is_falling: bool = False


def judge_answers(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for the days or the place that a reply opens with, where the user asked for such."""
    if not context.given or not context.text.sentences or not _asks_which(context.user.texts[-1].words):
        return
    opening = opening_names(context)
    asked = asked_for(context) if opening else None
    if asked is None:
        return
    for cue in opening:
        judgement = _judge_most(context, cue, asked) if asked.sign else _judge_kind(context, cue, asked)
        if judgement is not None:
            yield judgement


def _asks_which(words: tuple[str, ...]) -> bool:
    """Whether a message asks which day or place it is, or how many days there are."""
    return (
        not _WHICH.isdisjoint(words)
        or not _OF_TWO.isdisjoint(words)
        or ("or" in words and not COMPARATIVES.keys().isdisjoint(words))
        or ("how" in words and _HOW_MANY in pairwise(words))
        or _falling_asked(words) is not None
    )


@told_by(_COURSE)
def judge_course(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "it runs from Tuesday through Wednesday", said of the rain asked about."""
    if not context.given:
        return
    asked = context.user.texts[-1].words
    term = next((TERMS[word] for word in asked if word in TERMS and TERMS[word].falls), None)
    if term is None:
        return
    words = context.text.words
    for k in context.text.where(_COURSE):
        _, end = context.stances.segment(k)
        cue = next((c for c in context.scopes.days if k < c.first <= min(end, k + 5)), None)
        if words[k - 1] not in _IT or cue is None or not context.stances.is_asserted(k):
            continue
        if context.stances.is_denied(k, k) is not False:
            continue
        if cue.days and words[k] not in _ENDS:
            yield from _judged(context, cue, Asked(kind=of_sky(term, False), is_falling=True))
        else:
            yield Judgement(k, cue.last, tuple(context.about(Scope(cue.days, bound=cue.bound))))


def _judged(context: Context, cue: DayCue, asked: Asked) -> Iterator[Judgement]:
    judgement = _judge_kind(context, cue, asked)
    if judgement is not None:
        yield judgement


def _falling_asked(words: Sequence[str]) -> Term | None:
    """Return what falls of a short question that names no more: "Thunder?", "Any snow?"."""
    if len(words) > _SHORT or not _ENDING.isdisjoint(words):
        return None
    terms = [TERMS[word] for word in words if word in TERMS and TERMS[word].falls]
    return terms[0] if len(terms) == 1 and words[-1] == "?" else None


def asked_for(context: Context) -> Asked | None:
    """Return what the user's last question asks for, None where that is no day or place of a plain kind."""
    words = context.user.texts[-1].words
    term = _falling_asked(words)
    _, end = context.text.sentences[0]
    is_bare = not any(k < end and k not in context.taken for k in context.scopes.claims)
    if term is not None and is_bare and not context.user.days:
        return Asked(kind=of_sky(term, False), is_falling=term.falls in ("rain", "any"))
    if _HOW_MANY in pairwise(words):
        return Asked(kind=asked_kind(context))
    at = next((k for k, word in enumerate(words) if word in _ASKING), 0)
    is_nightly = not _NIGHTS.isdisjoint(words)
    for k in range(at, len(words)):
        word, following = words[k], words[k + 1] if k + 1 < len(words) else ""
        if word in SUPERLATIVES and words[max(0, k - 2) : k] not in _AT_ITS:
            sign, measures = SUPERLATIVES[word]
            return Asked(sign, _by_night(context, measures) if is_nightly else measures)
        if word in OF_NOUN and following in NOUNS and word != "best":
            return Asked(OF_NOUN[word], NOUNS[following])
        if word in COMPARATIVES and COMPARATIVES[word][1] and "than" not in words and _are_two(context):
            sign, measures = COMPARATIVES[word]
            return Asked(sign, _by_night(context, measures) if is_nightly else measures)
        if word in _EXTENT and following in QUALITIES and "than" not in words:
            quality = QUALITIES[following]
            return Asked(_EXTENT[word] * quality.sign, quality.measures)
    is_of_days = words[at] in ("when", "when's") or not _OF_DAYS.isdisjoint(words[at + 1 : at + 3])
    is_of_place = (words[at] in _PLACES or not _OF_TWO.isdisjoint(words)) and any(
        isinstance(cue, PlaceCue) for cue in opening_names(context)
    )
    ending = _ENDING - _PAST if context.user.figures_now else _ENDING
    if not (is_of_days or is_of_place) or not ending.isdisjoint(words):
        return None
    return _kind_asked(context, at, is_nightly)


def _by_night(context: Context, measures: Sequence[Measure]) -> Sequence[Measure]:
    """Return what nights are compared by: their lows, where any are given."""
    return NIGHT if any("low" in reading.values for reading in context.given) else measures


def _are_two(context: Context) -> bool:
    """Whether just two are to choose from: two places, or two days that the user has named."""
    named = frozenset(atom for cue in context.user.days for atom in cue.days or ())
    return len({reading.place for reading in context.given}) == 2 or len(named) == 2


def _kind_asked(context: Context, at: int, is_nightly: bool) -> Asked | None:
    words = context.user.texts[-1].words
    marks = [figure for figure in context.user.figures_now if figure.must]
    if marks:
        mark = marks[0]
        if mark.hedge == "exact" and not _REACHING.isdisjoint(words):
            mark = mark._replace(hedge="at_least")
        is_past = mark.hedge in THRESHOLDS
        return Asked(kind=of_mark(mark, is_nightly)) if len(marks) == 1 and is_past else None
    for word, following in pairwise((*words[at:], "?")):
        term = TERMS.get(word)
        if term is not None and (term.falls or term in PLAIN_KINDS):
            if following == "free":
                return Asked(kind=of_sky(term, True))
            return Asked(kind=of_sky(term, False), is_falling=term.falls in ("rain", "any"))
        if (
            word in ("freezing", "frost", "freeze", "freezes")
            and "above" not in words
            and following != "free"
        ):
            return Asked(kind=of_frost(is_nightly))
        if word in ("thaw", "thaws", "thawing"):
            return Asked(kind=of_thaw(is_nightly))
    return None


def opening_names(context: Context) -> Sequence[DayCue | PlaceCue]:
    """Return the names that a reply opens with: "Friday.", "Three: Tuesday and Friday.", "In Oslo, …"."""
    begin, end = context.text.sentences[0]
    words = context.text.words
    cues: list[DayCue | PlaceCue] = [*context.scopes.days, *context.scopes.places]
    cues = [cue for cue in cues if cue.first < end]
    cues.sort(key=lambda cue: cue.first)
    first = next((cue for cue in cues if isinstance(cue, PlaceCue) or not cue.is_weak), None)
    if first is None or (isinstance(first, DayCue) and not first.days):
        return []
    before = words[begin : first.first]
    if not _BUT.isdisjoint(before) and not _EVERY.isdisjoint(before):
        return []
    before = before[2:] if before[:2] in _NO_DOUBT else before
    is_listed = before[-1:] == (":",) and _NOT.isdisjoint(before) and len(before) <= 8
    if not is_listed and not _LED.issuperset(before):
        return []
    behind = words[first.last + 1 : end]
    behind = behind[1:] if behind[:1] and behind[0] in _PARTS else behind
    tail = next((k for k, word in enumerate(behind) if not word[0].isalpha()), len(behind))
    behind = behind[tail:] if _TAIL.issuperset(behind[:tail]) else behind
    if not behind or not (behind[1:3] in _NO_DOUBT or _NOT.isdisjoint(behind[:3])):
        return []
    is_winning = behind[0] in _WINNING and not _PRIZES.isdisjoint(behind[1:4])
    if behind[0] not in _FOLLOWING and not is_winning:
        return []
    if behind[0] == "," and behind[1:2] and behind[1] in _TELLING and _ALONE.isdisjoint(before):
        return []
    is_bare = not any(first.last < k < end for k in context.scopes.claims)
    return [cue for cue in cues if type(cue) is type(first)] if is_listed and is_bare else [first]


def _judge_most(context: Context, cue: DayCue | PlaceCue, asked: Asked) -> Judgement | None:
    """Judge a day or place given as the most so: of any forecast, or of the days asked about."""
    is_day = isinstance(cue, DayCue)
    scope = Scope(cue.days) if isinstance(cue, DayCue) else Scope(None, cue.spots)
    for universe in _pools(context, is_day):
        mine = within(universe, scope)
        is_led = leads(mine, universe, asked.sign, asked.measures) and (
            not is_day or _all_lead(mine, universe, asked)
        )
        is_led = is_led or (not is_day and _leads_on_mean(mine, universe, asked))
        is_led = is_led or (is_day and context.user.asks_several and _lead_together(mine, universe, asked))
        if not mine or len(mine) == len(universe) or is_led:
            return Judgement(cue.first, cue.last, tuple(mine)) if mine else None
    if not within(context.given, scope):
        return None
    said = context.text.said(cue.first, cue.last)
    return Judgement(cue.first, cue.last, fault=f"you answered '{said}'; by the results it is another")


def _all_lead(mine: Sequence[Reading], universe: Sequence[Reading], asked: Asked) -> bool:
    """Whether each of the days named is the most so, where several are: "the 7th and 8th"."""
    days = {reading.offset for reading in mine}
    groups = [[reading for reading in mine if reading.offset == day] for day in days]
    return all(leads(group, universe, asked.sign, asked.measures) for group in groups)


def _leads_on_mean(mine: Sequence[Reading], universe: Sequence[Reading], asked: Asked) -> bool:
    """Whether a place is the most so over all its days, day for day."""
    for measure in asked.measures:
        means: dict[int, float] = {}
        for place in {reading.place for reading in universe}:
            told = [value for r in universe if r.place == place and (value := measure(r)) is not None]
            if told:
                means[place] = asked.sign * sum(told) / len(told)
        own = [means[reading.place] for reading in mine if reading.place in means]
        if own and max(own) >= max(means.values()):
            return True
    return False


def _lead_together(mine: Sequence[Reading], universe: Sequence[Reading], asked: Asked) -> bool:
    """Whether several days given as the most so hold the one that is, and none but of the upper half."""
    if not leads(mine, universe, asked.sign, asked.measures):
        return False
    for measure in asked.measures:
        values = sorted(asked.sign * v for reading in universe if (v := measure(reading)) is not None)
        own = [asked.sign * v for reading in mine if (v := measure(reading)) is not None]
        if own and values and min(own) >= values[len(values) // 2]:
            return True
    return False


def _pools(context: Context, of_days: bool) -> Iterator[list[Reading]]:
    """Yield what the one asked for may be chosen from; of places, on the day asked about if there is one."""
    days = frozenset(atom for cue in context.user.days for atom in cue.days or ())
    if not of_days and days:
        yield [reading for reading in context.given if reading.atoms & days] or list(context.given)
        return
    yield from universes(context, of_days)


def _judge_kind(context: Context, cue: DayCue | PlaceCue, asked: Asked) -> Judgement | None:
    """Judge days given as those of a kind: each of them has to be so."""
    if asked.kind is None:
        return None
    if not isinstance(cue, DayCue):
        return _judge_place(context, cue, asked)
    place = context.scopes.at(cue.first, cue.last).spots
    named = [r for r in within(context.given, Scope(cue.days, place)) if not r.is_current]
    wrong = [reading for reading in named if not _is_so(reading, asked)]
    offsets = {r.offset for r in named} - {r.offset for r in named if r not in wrong}
    if not named or not offsets:
        return Judgement(cue.first, cue.last, tuple(named)) if named else None
    day = next(reading.day for reading in wrong if reading.offset in offsets)
    said = context.text.said(cue.first, cue.last)
    return Judgement(
        cue.first, cue.last, fault=f"you answered '{said}'; by the results {day or 'it'} is not of that kind"
    )


def _judge_place(context: Context, cue: PlaceCue, asked: Asked) -> Judgement | None:
    """Judge a place given as the one where it is so: on any of the days asked about, or on all of them."""
    words = context.user.texts[-1].words
    days = frozenset(atom for each in context.user.days for atom in each.days or ())
    here = within(context.given, Scope(None, cue.spots))
    pool = [reading for reading in here if reading.atoms & days] or here
    is_of_all = not _THROUGH.isdisjoint(words)
    verdicts = [_is_so(reading, asked) for reading in pool]
    told = context.text.words[max(0, cue.first - 1) : cue.last + 2]
    others = [r for r in context.latest if r not in here and r.is_current] if _ONLY_IT & {*told} else []
    is_alone = not any(_is_so(reading, asked) for reading in others)
    if not pool or ((all(verdicts) if is_of_all else any(verdicts)) and is_alone):
        return Judgement(cue.first, cue.last, tuple(pool)) if pool else None
    said = context.text.said(cue.first, cue.last)
    return Judgement(cue.first, cue.last, fault=f"you answered '{said}'; by the results it is not so there")


def _is_so(reading: Reading, asked: Asked) -> bool:
    if asked.kind is not None and 1 in asked.kind([reading]):
        return True
    return asked.is_falling and reading.values.get("chance", 0.0) >= _LEAST_LIKELY
