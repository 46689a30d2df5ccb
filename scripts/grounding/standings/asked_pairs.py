"""Two days or places that the user would have compared: "how does Monday compare with today?"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from scripts.grounding.constructions.between_days import sided, step_side
from scripts.grounding.constructions.between_places import Gap, Pair, at_once, side_of, stands_above
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Atom, Field, Reading
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.compared_pairs import are_of
from scripts.grounding.text import word_set
from scripts.grounding.tolerances import ALIKE_ROUGHLY
from scripts.grounding.words.assents import Assent, assent_of
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.measures import COMPARATIVES, NIGHT, Measure

_ASKING: Final = word_set("is will are was does")
_AGAINST: Final = (("against",), ("to",), ("versus",))
_LINKING: Final = word_set("with to than against versus vs unlike")
_COMPARING: Final = word_set("than compare compared compares comparing against versus vs unlike next stack")
_BEFORE_NAME: Final = word_set("in on the for at it is that was")
_NIGHTS: Final = word_set("night nights overnight low lows evening evenings")


class AskedPair(NamedTuple):
    """The readings of what was asked about, and of what it was to be held against."""

    mine: Sequence[Reading]
    others: Sequence[Reading]


def asked_pair(context: Context) -> AskedPair | None:
    """Return the two days or places of the last question, in the order they are compared; None without."""
    words = context.user.texts[-1].words
    days = [cue for cue in context.user.days if cue.days]
    if _COMPARING.isdisjoint(words):
        return _day_and_before(context, days)
    places = context.places_asked
    if len(days) == 2 and _is_linked(words, days[1]):
        spots = places[0].spots if len(places) == 1 else None
        sides = [within(context.given, Scope(cue.days, spots)) for cue in days]
    elif len(places) == 2 and len(days) < 2 and _is_linked(words, places[1]):
        named = days[0].days if days else None
        sides = [within(context.given, Scope(named, cue.spots)) for cue in places]
    else:
        return None
    return AskedPair(*sides) if all(sides) and sides[0] != sides[1] else None


def _day_and_before(context: Context, days: Sequence[DayCue]) -> AskedPair | None:
    """Return the one day asked about and the day before it, to somebody who asked whether it is warmer."""
    words = context.user.texts[-1].words
    if len(days) != 1 or days[0].is_list or COMPARATIVES.keys().isdisjoint(words) or "or" in words:
        return None
    mine = [reading for reading in within(context.given, Scope(days[0].days)) if not reading.is_current]
    if len(mine) != 1:
        return None
    before = [r for r in context.given if r.place == mine[0].place and r.offset == mine[0].offset - 1]
    return AskedPair(mine, before) if before else None


_HALF_REACH: Final = 4
_HALVES: Final = {
    **dict.fromkeys(("day", "afternoon", "afternoons", "daytime", "noon", "warmest", "hottest"), "high"),
    **dict.fromkeys(("night", "nights", "overnight", "dark", "dawn", "coldest", "coolest"), "low"),
}
"""What a difference may be of: "by six degrees in the afternoon and four at night"."""


def _is_linked(words: Sequence[str], cue: DayCue | PlaceCue) -> bool:
    """Whether "than", "with" or the like stands before the second name."""
    at = cue.first - 1
    while at > 0 and words[at] in _BEFORE_NAME:
        at -= 1
    return words[at] in _LINKING


def asked_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return how far the one asked about is from the other, where a reply names no day of its own."""
    _, end = context.text.sentence(figure.first)
    places = any(cue.first < end for cue in context.scopes.places)
    if places or context.user.figures_now:
        return None
    pair = asked_pair(context)
    if pair is None or not _is_of_pair(context, pair, end):
        return None
    half = _half_told(context.text.words[figure.last + 1 : figure.last + 1 + _HALF_REACH])
    told = {*context.text.words[slice(*context.stances.segment(figure.first))], *context.user.texts[-1].words}
    is_nightly = half == "low" or (not half and not _NIGHTS.isdisjoint(told))
    if is_nightly and (half == "low" or "day" not in told):
        fields = frozenset(("low",))
    elif not is_nightly:
        fields = fields - {"low"}
    pairs = [(a, b) for a, b in at_once(pair.mine, pair.others) if a.is_current == b.is_current]
    side = side_of(context, figure) or step_side(context, figure) or 0
    return list(sided(figure, pairs, fields, side)) or None


def _half_told(behind: Sequence[str]) -> str:
    """Return "high" or "low" where a difference is said to be of the day or of the night, "" elsewhere."""
    for word in behind:
        if word in _HALVES:
            return _HALVES[word]
        if not word.isalpha() or word in ("and", "but"):
            return ""
    return ""


def _is_of_pair(context: Context, pair: AskedPair, end: int) -> bool:
    """Whether no day is named up to token `end`, or just the one that was asked about."""
    mine = frozenset[Atom]().union(*(reading.atoms for reading in pair.mine))
    return all((cue.days or frozenset()) <= mine for cue in context.scopes.named_between(0, end - 1))


def judge_asked_pair(context: Context) -> Iterator[Judgement]:
    """Yield a fault where "yes", "no" or "a tie" wrongly answers "is Friday warmer than Thursday?"."""
    asked = context.user.texts[-1].words
    if COMPARATIVES.keys().isdisjoint(asked):
        return
    at = next((k for k, word in enumerate(asked) if word in COMPARATIVES and COMPARATIVES[word][1]), None)
    if at is None or not context.given:
        return
    said = assent_of(context.text)
    pair = asked_pair(context) if "than" in asked or said is not None else None
    wrong = _misquoted(context, pair) if pair is not None else None
    if wrong is not None:
        told = context.text.around(wrong.first, wrong.last)
        yield Judgement(wrong.first, wrong.last, fault=f"you wrote '{told}'; that is of neither compared")
        return
    if asked[0] not in _ASKING:
        pair = _choice(context) if said == "neither" else None
    if pair is not None and said is not None:
        yield from _assented(context, said, pair, at)


def _assented(context: Context, said: Assent, pair: AskedPair, at: int) -> Iterator[Judgement]:
    """Judge "yes", "no" or "a tie" by the comparative at token `at` of the question."""
    asked = context.user.texts[-1].words
    sign, measures = COMPARATIVES[asked[at]]
    measures = NIGHT if not _NIGHTS.isdisjoint(asked) else measures
    pairs = [(a, b) for a, b in at_once(pair.mine, pair.others) if a.is_current == b.is_current]
    if not pairs:
        return
    if _is_true(said, pairs, sign, measures):
        yield Judgement(0, 0, (*pair.mine, *pair.others))
    else:
        opening = context.text.around(0, 0)
        yield Judgement(0, 0, fault=f"you answered '{opening}'; by the results it is otherwise")


def _misquoted(context: Context, pair: AskedPair) -> Figure | None:
    """Return the figure of "29 against 13 °C", the days unnamed, that is not of what was asked about."""
    _, end = context.text.sentences[0]
    words = context.text.words
    told = [f for f in context.figures if f.first < end and f.kind == "level" and f.hedge == "exact"]
    set_against = [(a, b) for a, b in pairwise(told) if words[a.last + 1 : b.first] in _AGAINST]
    if len(set_against) != 1:
        return None
    if context.scopes.named_between(0, end - 1) or any(cue.first < end for cue in context.scopes.places):
        return None
    mine, others = list(pair.mine), list(pair.others)
    one, other = set_against[0]
    is_theirs = are_of((one, other), mine, others) or are_of((other, one), mine, others)
    return None if is_theirs else other


def _is_true(said: Assent, pairs: Sequence[Pair], sign: int, measures: Sequence[Measure]) -> bool:
    if said == "yes":
        return stands_above(pairs, sign, measures, False)
    if said == "no":
        return not stands_above(pairs, sign, measures[:1], True)
    told = [(measure(a), measure(b)) for measure in measures for a, b in pairs]
    gaps = [abs(a - b) for a, b in told if a is not None and b is not None]
    return not gaps or min(gaps) <= ALIKE_ROUGHLY / 2


def _choice(context: Context) -> AskedPair | None:
    """Return the two places or days of "which is warmer, Oslo or Bergen?"."""
    days = [cue.days for cue in context.user.days if cue.days]
    places = sorted({reading.place for reading in context.given})
    if len(places) == 2:
        sides = [
            within(context.given, Scope(days[0] if len(days) == 1 else None, frozenset((n,)))) for n in places
        ]
        return AskedPair(*sides) if all(sides) else None
    atoms = frozenset(atom for each in days for atom in each)
    named = [r for r in context.given if r.atoms & atoms and not r.is_current]
    return AskedPair(named[:1], named[1:]) if len(named) == 2 else None
