"""How one day or place is said to stand to another: warmer, drier, three degrees cooler."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.between_places import (
    NIGHTLY_SIDES,
    Pair,
    at_once,
    is_of_each,
    stands_above,
)
from scripts.grounding.constructions.than import WIND_WORDS, of_neighbours, topic
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import is_rounded
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.asked_pairs import asked_pair
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.measures import (
    COLD,
    COMPARATIVES,
    GLOOM,
    HUMID,
    MILD,
    NIGHT,
    WARM,
    WETNESS,
    WIND,
    Measure,
)

_AFTER_MORE: Final = {
    **dict.fromkeys(word_list("humid muggy"), HUMID),
    "humidity": HUMID,
    **dict.fromkeys(word_list("windy breezy wind"), WIND),
    **dict.fromkeys(word_list("rainy rain"), WETNESS),
    "cloudy": GLOOM,
}
_CLOSES: Final = word_set(
    ". , ; : ! ) — \n and but at with by on than there in again still too overall day days night weather "
    "over under every each day through "
    "monday tuesday wednesday thursday friday saturday sunday tomorrow today of"
)
_OF_OTHER: Final = word_set(
    "feel feels feeling felt night nights overnight evening evenings morning mornings afternoon water "
    "coast inland hills shade sun later hour hours you i normal usual average inside indoors than altitude "
    "sea could may might mountains slopes higher"
)
_RISING: Final = {
    **dict.fromkeys(word_list("picks strengthens builds freshens"), (1, WIND)),
    **dict.fromkeys(word_list("eases drops slackens fades dies weakens"), (-1, WIND)),
}
_WARMING: Final = {
    **dict.fromkeys(word_list("warms warming brightens"), (1, WARM[:1])),
    **dict.fromkeys(word_list("cools cooling chills"), (-1, WARM[:1])),
}
_UNBROKEN: Final = word_set("steadily daily pause break interruption unbroken straight each every")
_BLOWING: Final = word_set("blow blows blowing wind winds breeze gusts")
_WIND_NAMES: Final = word_set("wind winds breeze")
_RAIN_NAMES: Final = word_set("rain chance chances odds snow")


_COPULAS: Final = word_set("is are be stays stay remain remains was were")
_NIGHTS: Final = word_set("nights lows minima")
_NIGHT: Final = word_set("night night's")
_BECOMING: Final = word_set("gets get grows grow turns becomes getting growing turning")
"""What has a place change from day to day and not differ from another: "Oslo gets warmer"."""

_NEAR: Final = 6
_TURNING: Final = ((",", "and"), (",", "but"), (",", "with"), (",", "though"), (",", "while"), (",", "which"))
_TWO: Final = 2
_AGAINST: Final = word_set("against versus vs compared unlike than")
_PRONOUNS: Final = frozenset(("it", "its", "it's"))
_OPENING: Final = 4
"""Tokens before a comparative that opens a sentence, and so is said of what the reply is about."""

_TRIGGERS: Final = Triggers(
    (
        *COMPARATIVES,
        *_RISING,
        *_WARMING,
        *WIND_WORDS,
        *NIGHTLY_SIDES,
        "more",
        "less",
        "worse",
    )
)


@told_by(_TRIGGERS)
def judge_relations(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each comparative that the results decide, and for each trend told."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        found = _comparative(words, i, words[i])
        if (
            found is None
            or not context.stances.is_asserted(i)
            or context.stances.is_denied(i, i) is not False
        ):
            continue
        sign, measures = found
        if measures in (WARM, COLD, MILD) and _is_of_night(context, i):
            measures = NIGHT
        if words[i - 1] in _BECOMING and context.scopes.at(i, i).days is None:
            continue
        beside = _each_day_beside(context, i, sign, measures)
        judgement = beside or _judge_implied(context, i, sign, measures)
        if judgement is not None:
            yield judgement


def _is_of_night(context: Context, i: int) -> bool:
    """Whether a comparative is of nights: "the lows are milder", "Monday's night is colder"."""
    words = context.text.words
    if not _NIGHTS.isdisjoint(words[max(0, i - _NEAR) : i + _NEAR]):
        return True
    begin, _ = context.stances.sentence(i)
    is_named = context.scopes.named_between(begin, i) or any(
        begin <= cue.first < i for cue in context.scopes.places
    )
    return bool(is_named) and not _NIGHT.isdisjoint(words[max(begin, i - _NEAR) : i])


def _comparative(words: tuple[str, ...], i: int, word: str) -> tuple[int, tuple[Measure, ...]] | None:
    following = words[i + 1] if i + 1 < len(words) else "."
    if word in ("more", "less"):
        measures = _AFTER_MORE.get(following)
        return (1 if word == "more" else -1, measures) if measures else None
    if word in _RISING and any(near in _WIND_NAMES for near in words[max(0, i - 4) : i]):
        return _RISING[word]
    if word in ("worse", "stronger", "harder", "rougher", "fiercer") and any(
        near in _BLOWING for near in words[max(0, i - 10) : i]
    ):
        return 1, WIND
    if word in _WARMING and not _UNBROKEN.isdisjoint(words[i + 1 : i + 5]):
        return _WARMING[word]
    if word in ("heavier", "lighter", "worse") and any(
        near in _RAIN_NAMES for near in words[max(0, i - 4) : i]
    ):
        return (-1 if word == "lighter" else 1), WETNESS
    if word in NIGHTLY_SIDES and not (_NIGHTS | _NIGHT).isdisjoint(words[max(0, i - _NEAR) : i]):
        return NIGHTLY_SIDES[word], NIGHT
    beside = of_neighbours(words, i)
    if beside is not None:
        return beside
    found = COMPARATIVES.get(word)
    before = words[i - 1] if i else "."
    is_noun = before in ("a", "your", "thy") or (
        before == "the" and following not in ("by", "of", ".", ",", ";", ":")
    )
    is_said = words[max(0, i - 2)] in _COPULAS and following in (
        "every",
        "each",
        "on",
        "all",
        "both",
        "throughout",
    )
    is_noun = is_noun and following not in ("day", "night") and not is_said
    return found if found and found[1] and not is_noun and following in _CLOSES else None


def _each_day_beside(context: Context, i: int, sign: int, measures: Sequence[Measure]) -> Judgement | None:
    """Judge "Seville is hotter every day" of two places: each day is held against the other's."""
    begin, _ = context.stances.sentence(i)
    places = {reading.place for reading in context.given}
    named = [cue.spots for cue in context.scopes.places if begin <= cue.first < i]
    if len(places) != 2 or not named or len(named[-1] & places) != 1 or not context.means_all(i):
        return None
    scope = context.scopes.at(i, i)
    mine, others = (
        within(context.given, scope._replace(spots=spots, is_each=False))
        for spots in (named[-1], frozenset(places - named[-1]))
    )
    pairs = at_once([r for r in mine if not r.is_current], [r for r in others if not r.is_current])
    if pairs and stands_above(pairs, sign, measures, True):
        return Judgement(i, i, tuple(a for a, _ in pairs))
    return None


def _judge_implied(context: Context, i: int, sign: int, measures: Sequence[Measure]) -> Judgement | None:
    """Judge "Tuesday is milder" against the day named last and the day before it; places likewise."""
    text = context.text
    if not _compares_plainly(context, i, measures):
        return None
    scope, mine, others = _sides_implied(context, i)
    if not mine or not others:
        return None
    gap = _gap_beside(context, i) if measures in (WARM, COLD, MILD, NIGHT) else None
    measures = (*measures, *NIGHT) if gap is not None and measures in (WARM, COLD) else measures
    if scope.days is None and gap is None:
        is_so = stands_above(at_once(mine, others[0]), sign, measures, is_of_each(context, i))
    else:
        is_each = scope.is_list or (scope.days is None and is_of_each(context, i))
        is_so = any(_stands(at_once(mine, group), sign, measures, gap, is_each) for group in others)
    if is_so:
        return Judgement(i, i, tuple(mine))
    said = text.around(i, i)
    return Judgement(
        i, i, fault=f"you wrote '{said}'; by the results {context.scopes.said(scope)} does not stand so"
    )


def _compares_plainly(context: Context, i: int, measures: Sequence[Measure]) -> bool:
    """Whether the comparative at token i is of one day or place, and of nothing else named near it."""
    words = context.text.words
    is_plain = bool(COMPARATIVES.get(words[i], (0, ()))[1]) or words[i] in ("more", "less")
    is_plain = is_plain or measures is NIGHT
    if not is_plain and of_neighbours(words, i) is None:
        return False
    begin, end = context.stances.sentence(i)
    if {"both", "all", "either"} & set(words[max(begin, i - 3) : i]):
        return False
    turn = next((k for k in range(i + 1, end - 1) if words[k : k + 2] in _TURNING), end)
    near = list(words[max(begin, i - 9) : min(turn, i + 7)])
    if "rather" in near and near[near.index("rather") + 1 :][:1] == ["than"]:
        near.remove("than")
    return (_OF_OTHER - _NIGHTS - _NIGHT if measures is NIGHT else _OF_OTHER).isdisjoint(near)


def _sides_implied(context: Context, i: int) -> tuple[Scope, list[Reading], list[list[Reading]]]:
    """Return what a comparative is said of, its readings, and what those may be compared with."""
    begin, _ = context.stances.sentence(i)
    scope = _subject(context, i, begin)
    mine = context.about(scope)
    pair = asked_pair(context) if scope.days is None and not context.scopes.named_between(0, i) else None
    if pair is not None and pair.mine[0].place == pair.others[0].place:
        return Scope(pair.mine[0].atoms), list(pair.mine), [list(pair.others)]
    if pair is not None and not any(cue.first < i for cue in context.scopes.places):
        scope, mine = Scope(None, frozenset(r.place for r in pair.mine)), list(pair.mine)
    if scope.is_list and scope.spots is not None and len({r.place for r in context.given}) == _TWO:
        return scope, mine, _other_places(context, mine)
    if not mine or scope.bound is not None or scope.is_list:
        return scope, [], []
    others = _others_of_day(context, i, mine) if scope.days is not None else []
    if scope.spots is not None and (scope.days is None or len({r.place for r in context.given}) > 1):
        if scope.days is not None and not _AGAINST.isdisjoint(context.text.words[begin:i]):
            return scope, [], []
        others += _other_places(context, mine)
    return scope, mine, others


def _subject(context: Context, i: int, begin: int) -> Scope:
    """Return what the comparative at token i is said of: a place before it or the topic, where no name is."""
    scope = context.scopes.at(i, i)
    if scope.days is not None or scope.spots is not None or scope.bound is not None:
        return scope
    here = [cue for cue in context.scopes.places if begin <= cue.first < i]
    is_about = i - begin <= _OPENING or not _PRONOUNS.isdisjoint(context.text.words[begin:i])
    if not here and is_about and topic(context):
        return Scope(None, topic(context))
    return Scope(None, here[0].spots, here) if len(here) == 1 else scope


def _others_of_day(context: Context, i: int, mine: Sequence[Reading]) -> list[list[Reading]]:
    """Return what a day is compared with where none is named: the one named last, the one before it."""
    place = {reading.place for reading in mine}
    atoms = frozenset[tuple[str, int]]().union(*(reading.atoms for reading in mine))
    offsets = {reading.offset for reading in mine}
    if len(place) != 1 or len(offsets) != 1:
        return []
    here = [reading for reading in context.given if reading.place in place]
    _, end = context.stances.sentence(i)
    cues = [(cue, cue.days - atoms) for cue in context.scopes.days if cue.days and cue.days - atoms]
    named = [days for cue, days in cues if cue.last < i]
    groups = [within(here, Scope(days)) for days in named[-1:]]
    groups += [within(here, Scope(days)) for cue, days in cues if i < cue.first < end][:1]
    earlier = min(offsets) - 1
    groups.append([reading for reading in here if reading.offset == earlier])
    groups.append([reading for reading in here if reading.is_current and reading not in mine])
    asked = [cue.days - atoms for cue in context.user.days if cue.days and cue.days - atoms]
    groups += [within(here, Scope(days)) for days in asked]
    return [group for group in groups if group]


def _other_places(context: Context, mine: Sequence[Reading]) -> list[list[Reading]]:
    places = {reading.place for reading in mine}
    others = {reading.place for reading in context.given} - places
    if len(others) != 1 or len(places) != 1:
        return []
    return [[reading for reading in context.given if reading.place in others]]


def _gap_beside(context: Context, i: int) -> Figure | None:
    """Return the difference told of a comparative: "three degrees cooler", "warmer by three"."""
    for figure in context.figures:
        if figure.kind != "difference" or not figure.fields & TEMPERATURES:
            continue
        if figure.hedge == "exact" and (0 < i - figure.last <= 2 or 0 < figure.first - i <= 3):
            return figure
    return None


def _stands(
    pairs: Sequence[Pair], sign: int, measures: Sequence[Measure], gap: Figure | None, is_each: bool
) -> bool:
    """Whether the first of any pair, or of each, is the more so by as much as is said."""
    for measure in measures:
        found = [
            (sign * (a - b), one)
            for one, other in pairs
            if (a := measure(one)) is not None and (b := measure(other)) is not None
        ]
        held = [by > 0 and (gap is None or _is_gap(gap, by, one)) for by, one in found]
        if held and (all(held) if is_each else any(held)):
            return True
    return False


def _is_gap(gap: Figure, celsius: float, reading: Reading) -> bool:
    scale = gap.unit if gap.unit in ("C", "F") else reading.temperature_unit
    exact = round(celsius * 1.8 if scale == "F" else celsius, 4)
    return is_rounded(abs(gap.least), exact)
