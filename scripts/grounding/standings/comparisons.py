"""Claims that one day or place is warmer, drier, windier than others, or the most so of all."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.constructions.between_places import at_once, is_of_each, stands_above
from scripts.grounding.constructions.chosen_names import MEASURED_FROM, day_given, name_given
from scripts.grounding.constructions.superlatives import NOUNS, OF_NOUN, SUPERLATIVES, is_of_both_ends
from scripts.grounding.constructions.than import WIND_WORDS, of_neighbours, sides_of_than
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.above_others import OTHERS, judge_above_others
from scripts.grounding.standings.extremes import is_of_one_day
from scripts.grounding.standings.most_of_places import judge_place_most
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.measures import (
    COLD,
    COMPARATIVES,
    FALLS,
    FELT,
    MILD,
    NIGHT,
    WARM,
    Measure,
    of,
    wetness,
)
from scripts.grounding.words.sky_words import TERMS

_HOW_HARD: Final = word_set("heaviest hardest lightest gentlest slightest faintest worst strongest greatest")
_FALLS: Final = word_set("rain snow")
_BAD: Final = word_set("rain snow wind winds humidity")
_TOLD_REACH: Final = 7
"""Tokens behind a superlative within which its figure stands: "the coolest of the seven, at 18"."""

_RANKS: Final = word_set("second third fourth next other")
_MORE: Final = {"more": 1, "less": -1, "fewer": -1}
_OF_ANYTHING: Final = word_set("fiercest roughest wildest gentlest")
_NIGHTS: Final = word_set("night nights night's low lows overnight dawn minimum minima evening evenings")
_DAYTIME: Final = word_set("day daytime afternoon afternoons high highs noon days maximum")
_IS: Final = word_set("is are was stands runs falls blows be looks seems")
_TRIGGERS: Final = Triggers({*SUPERLATIVES, *OF_NOUN, *COMPARATIVES, *WIND_WORDS, *_MORE, "likelier"})
_OWNING: Final = word_set("its whose their his her your my our")
_FEELING: Final = word_set("skin feel feels felt feeling cheek cheeks")
_PAIR: Final = ("one", "other")
_CHOSEN: Final = word_set(
    "one ones city town place spot side end day days afternoon afternoons evening evenings night nights air "
    "weather wind winds breeze sky skies port harbor harbour capital bet choice hour morning mornings"
)
_BEHIND: Final = word_set("by , . ; ! at and with here though but")
_DETERMINED: Final = (("the",), ("its",), ("their",), ("any",))
_HALVES: Final = (("by", "night"), ("at", "night"), ("by", "day"))
_HALF_REACH: Final = 6
"""Tokens from a "than" on within which "by night" says what is compared."""

_ENDING: Final = {
    **dict.fromkeys(word_set("ends finishes closes"), -1),
    **dict.fromkeys(word_set("starts begins opens"), 0),
}
"""Which day a place is the warmer on that "ends warmer than" another."""

_ELSEWHERE: Final = word_set(
    "i ever part time hours hour winter summer thing year month house room coat year's season"
)


@told_by(_TRIGGERS)
def judge_comparisons(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each comparison whose two sides the text or the results make plain."""
    of_feel = {figure.last + 1 for figure in context.figures if figure.kind == "felt"}
    for i in context.text.where(_TRIGGERS):
        is_said = i not in of_feel and context.stances.is_asserted(i)
        judgement = _judge_at(context, i) if is_said else None
        if judgement is not None:
            yield judgement


def _judge_at(context: Context, i: int) -> Judgement | None:
    """Judge the comparison that the word at token i makes, None where it makes none or none that is plain."""
    words = context.text.words
    word = words[i]
    if word in SUPERLATIVES:
        return _judge_superlative(context, i)
    if word in OF_NOUN and i + 1 < len(words) and words[i + 1] in NOUNS and _is_plainly_most(words, i):
        is_of_lows = (word, words[i + 1]) == ("lowest", "temperature")
        measures = (*NIGHT, of("temperature")) if is_of_lows else NOUNS[words[i + 1]]
        if words[i + 1] in _FALLS and word in _HOW_HARD:
            measures = FALLS
        return judge_most(context, i, OF_NOUN[word], measures)
    subject = _subject(words, i) if word in OF_NOUN and words[i - 1] in _IS else None
    if subject is not None:
        subject = FALLS if word in _HOW_HARD and not _FALLS.isdisjoint(words[i - 4 : i]) else subject
        return judge_most(context, i, OF_NOUN[word], subject) if _is_granted(context, i) else None
    sign, measures = of_neighbours(words, i) or COMPARATIVES.get(word) or (0, ())
    if word in _MORE and i + 1 < len(words) and words[i + 1] in NOUNS:
        sign, measures = _MORE[word], NOUNS[words[i + 1]]
    if word == "likelier" or (word in _MORE and words[i + 1 : i + 2] == ("likely",)):
        begin, _ = context.stances.segment(i)
        is_of_odds = any((term := TERMS.get(each)) is not None and term.falls for each in words[begin:i])
        sign, measures = (_MORE.get(word, 1), (wetness,)) if is_of_odds else (0, ())
    if not sign:
        return None
    measures = _as_felt(context, i, measures)
    if _is_of_two(words, i) or _is_of_two_places(context, i):
        if wetness in measures and any("chance" in reading.values for reading in context.given):
            measures = (wetness,)
        pair = _two_named(context, i) if _is_of_two(words, i) else []
        return judge_most(context, i, sign, measures, pair) if _is_granted(context, i) else None
    return _judge_more(context, i, sign, measures)


def _judge_superlative(context: Context, i: int) -> Judgement | None:
    """Judge "the warmest day"; not "at its warmest", which compares no days."""
    words = context.text.words
    if (words[i - 1].endswith("'s") and words[i - 2] in MEASURED_FROM) or is_of_one_day(context, i):
        return None
    is_owned = words[max(0, i - 2) : i] in (("at", "the"), ("at", "its")) or words[max(0, i - 1)] in _OWNING
    if is_owned or not _ELSEWHERE.isdisjoint(words[i + 1 : i + 4]) or not _is_granted(context, i):
        return None
    if is_of_both_ends(context, i) or words[i + 1 : i + 3] == ("but", "one") or words[i - 1] in _RANKS:
        return None
    if words[i] in _OF_ANYTHING and _is_of_warmth(context, i):
        return None
    sign, measures = SUPERLATIVES[words[i]]
    is_nightly = measures in (WARM, COLD, MILD) and is_of_night(context, i)
    if not is_nightly and measures is COLD and _is_told_by_high(context, i):
        measures = WARM
    return judge_most(context, i, sign, NIGHT if is_nightly else measures)


def _is_of_warmth(context: Context, i: int) -> bool:
    """Whether a word for strong winds is told with a temperature: "with Tuesday the fiercest at 41"."""
    figure = next((f for f in context.figures if 0 < f.first - i <= 2), None)
    return figure is not None and figure.kind == "level" and bool(figure.fields & TEMPERATURES)


def _is_told_by_high(context: Context, i: int) -> bool:
    """Whether the coldest day is told by a figure that is the high of a day: "the coolest, at 18"."""
    figure = next((f for f in context.figures if f.first > i), None)
    if figure is None or figure.first - i > _TOLD_REACH or figure.kind != "level":
        return False
    between = context.text.words[i + 1 : figure.first]
    is_led = between[-1:] == ("at",)
    readings = context.about(context.scopes.at(figure.first, figure.last)) if is_led else []
    return len(readings) == 1 and fits(figure, readings[0], "high") and not fits(figure, readings[0], "low")


def _is_granted(context: Context, i: int) -> bool:
    """Whether what stands at token i is plainly not denied."""
    return context.stances.is_denied(i, i) is False


def is_of_night(context: Context, i: int) -> bool:
    """Whether a superlative is of nights: named beside it, or asked about where no day's warmth is told."""
    begin, end = context.stances.sentence(i)
    words = context.text.words
    if not _NIGHTS.isdisjoint(words[max(begin, i - 7) : min(end, i + 4)]):
        return True
    asked = context.user.texts[-1].words
    return not _NIGHTS.isdisjoint(asked) and _DAYTIME.isdisjoint(words[begin:end])


def _subject(words: tuple[str, ...], i: int) -> tuple[Measure, ...] | None:
    """Return what "the rain is least" compares."""
    return next((NOUNS[word] for word in words[max(0, i - 4) : i - 1] if word in NOUNS), None)


def _as_felt(context: Context, i: int, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return how it feels in place of how warm it is, where "to the skin" or "by feel" says so."""
    words = context.text.words[slice(*context.stances.segment(i))]
    is_of_feel = measures in (WARM, COLD, MILD) and not _FEELING.isdisjoint(words)
    return FELT if is_of_feel and all("feels_like" in r.values for r in context.latest) else measures


def _is_of_two_places(context: Context, i: int) -> bool:
    """Whether "the warmer city", "the drier afternoons" is said of one of two places, and of no day."""
    words = context.text.words
    begin, end = context.stances.sentence(i)
    is_the = words[max(0, i - 1)] == "the" and words[i + 1 : i + 2] != ()
    is_the = is_the and (words[i + 1] in _CHOSEN or (words[i + 1] in _BEHIND and words[i - 2] in _IS))
    if not is_the or "than" in words[i:end] or context.scopes.named_between(begin, end):
        return False
    return len({reading.place for reading in context.latest}) == len(_PAIR)


def _is_of_two(words: tuple[str, ...], i: int) -> bool:
    """Whether a comparative chooses: "the windier of the two", "the damper air of the two"."""
    return any(words[k : k + 3] in (("of", "the", "two"), ("of", "the", "pair")) for k in (i + 1, i + 2))


def _is_plainly_most(words: tuple[str, ...], i: int) -> bool:
    """Whether "the lowest chance" and the like are said of a day, and not "best chance of"."""
    if words[i] == "best" or (
        words[i + 1] in ("temperature", "high") and words[i] not in ("highest", "lowest")
    ):
        return False
    if words[i] == "worst" and words[i + 1] not in _BAD:
        return False
    return i > 0 and words[i - 1] in ("the", "with", "has", "and")


def _two_named(context: Context, i: int) -> list[Reading]:
    """Return the two days that a sentence names, of which one is said to be the more so."""
    named = context.scopes.named_between(*context.stances.sentence(i))
    days = list(dict.fromkeys(cue.days for cue in named if len(cue.days or ()) == 1))
    latest = [r for r in context.latest or context.given if not r.is_current]
    return [r for r in latest if any(r.atoms & (each or frozenset()) for each in days)] * (len(days) == 2)


def judge_most(
    context: Context, i: int, sign: int, measures: Sequence[Measure], among: Sequence[Reading] = ()
) -> Judgement | None:
    """Judge the day or place that is said to be the most so of all, None where none is named.

    `among` are the days that it is the most so of, where the text names them.
    """
    of_place = judge_place_most(context, i, sign, measures, leads)
    if of_place is not None:
        return of_place
    chosen = day_given(context, i) or name_given(context, i, context.scopes.places)
    if chosen is None:
        return None
    scope = Scope(chosen.days) if isinstance(chosen, DayCue) else Scope(None, chosen.spots)
    for universe in [among] if among else universes(context, isinstance(chosen, DayCue)):
        mine = within(universe, scope)
        if mine and (len(mine) == len(universe) or leads(mine, universe, sign, measures)):
            return Judgement(i, i, tuple(mine))
    if not within(context.given, scope):
        return None
    said = context.text.around(i, i)
    named = context.text.said(chosen.first, chosen.last)
    return Judgement(i, i, fault=f"you wrote '{said}'; by the results that is not {named}")


def universes(context: Context, of_days: bool) -> Iterator[list[Reading]]:
    """Yield what a superlative may be of: the latest forecast, the days the user asked about, all."""
    calls = sorted({reading.call for reading in context.given if reading.is_current != of_days}, reverse=True)
    for call in calls if of_days else ():
        days = [reading for reading in context.given if reading.call == call]
        yield days
        asked = frozenset(atom for cue in context.user.days for atom in cue.days or ())
        named = [reading for reading in days if reading.atoms & asked]
        if len(named) > 1:
            yield named
    if not of_days:
        yield list(context.given)


def leads(
    mine: Sequence[Reading], universe: Sequence[Reading], sign: int, measures: Sequence[Measure]
) -> bool:
    """Whether some readings are the most so of all, by any measure that tells them apart; a tie will do."""
    are_equal = True
    for measure in measures:
        values = [sign * value for reading in universe if (value := measure(reading)) is not None]
        own = [sign * value for reading in mine if (value := measure(reading)) is not None]
        if not own or min(values) == max(values):
            continue
        are_equal = False
        if max(own) >= max(values):
            return True
    return are_equal and bool(mine)


def _judge_more(context: Context, i: int, sign: int, measures: Sequence[Measure]) -> Judgement | None:
    """Judge "A is warmer than B", where both are named."""
    words = context.text.words
    _, end = context.stances.sentence(i)
    scope = context.scopes.at(i, i)
    if (
        (scope.days is not None or scope.spots is not None)
        and context.given
        and not context.about(scope)
        and context.stances.is_denied(i, i) is False
        and not context.stances.is_open(i)
    ):
        said = context.text.around(i, i)
        return Judgement(
            i, i, fault=f"you wrote '{said}'; no result gives any weather for {context.scopes.said(scope)}"
        )
    than = next((k for k in range(i + 1, min(end, i + 8)) if words[k] == "than"), None)
    is_of_second = than is None and words[i + 1 : i + 3] in _HALVES
    than = _than_before(context, i) if is_of_second else than
    if measures in (WARM, COLD, MILD) and than is not None:
        measures = _by_half(words[than + is_of_second * (i - than) : end], measures)
    if than is None or not measures or context.stances.is_denied(i, i) is not False:
        return None
    of = than + 1 + (words[than + 1 : than + 2] in _DETERMINED)
    if words[of : of + 1] != () and words[of] in OTHERS:
        return judge_above_others(context, i, than, sign, measures, _day_named(context, i, True))
    for mine, others in sides_of_than(context, i, than):
        if not mine or not others:
            continue
        if _exceeds(context, i, mine, others, sign, measures):
            return Judgement(i, i, (*mine, *others))
        return Judgement(
            i, i, fault=f"you wrote '{context.text.around(i, than + 1)}'; by the results it is not so"
        )
    return None


def _than_before(context: Context, i: int) -> int | None:
    """Return the "than" that "and colder by night" goes on from: "warmer than Monday by day and …"."""
    begin, _ = context.stances.sentence(i)
    return next((k for k in range(i - 1, begin, -1) if context.text.words[k] == "than"), None)


def _by_half(behind: Sequence[str], measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return what is compared: the nights or the days, where "by night" or "by day" says which."""
    half = next((pair[1] for pair in pairwise(behind[:_HALF_REACH]) if pair in _HALVES), "")
    return NIGHT if half == "night" else measures[:1] if half == "day" and measures is not MILD else measures


def _day_named(context: Context, i: int, is_before: bool = False) -> frozenset[Atom] | None:
    """Return the one day that a sentence names, or of several the one named last before token i."""
    cues = context.scopes.named_between(*context.stances.sentence(i))
    cues = cues if len(cues) == 1 and not is_before else [cue for cue in cues if cue.first <= i]
    return cues[-1].days if cues else None


def _mean_exceeds(mine: Sequence[Reading], others: Sequence[Reading], sign: int, measure: Measure) -> bool:
    """Whether several days are the more so on the mean: "the second weekend is colder than the first"."""
    own, theirs = ([value for r in each if (value := measure(r)) is not None] for each in (mine, others))
    return bool(own and theirs) and sign * (sum(own) / len(own) - sum(theirs) / len(theirs)) > 0


def _exceeds(
    context: Context,
    i: int,
    mine: Sequence[Reading],
    others: Sequence[Reading],
    sign: int,
    measures: Sequence[Measure],
) -> bool:
    """Whether the ones are the more so: of two places day by day, of two days by any measure."""
    if {reading.place for reading in mine}.isdisjoint(reading.place for reading in others):
        days = context.scopes.at(i, i).days or _day_named(context, i)
        pairs = [pair for pair in at_once(mine, others) if days is None or pair[0].atoms & days]
        at = _ENDING.get(context.text.words[i - 1])
        pairs = sorted(pairs, key=lambda pair: pair[0].offset)[at:][:1] if at is not None else pairs
        return not pairs or stands_above(pairs, sign, measures, is_of_each(context, i))
    if len(mine) > 1 or len(others) > 1:
        return any(_mean_exceeds(mine, others, sign, measure) for measure in measures)
    return any(
        sign * a > sign * b
        for measure in measures
        for one in mine
        for other in others
        if (a := measure(one)) is not None and (b := measure(other)) is not None
    )
