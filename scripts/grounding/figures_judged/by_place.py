"""Two places told pair by pair: "24 to 13 on Friday, 19 to 11 on Saturday", "Rome has the edge, 25 to 20"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.measures import COMPARATIVES

_FACING: Final = Triggers(("to", "against", "versus", "vs", "and"))
_FACED: Final = ("to", "against", "versus", "vs", "and")
_LEADING: Final = word_set(
    "edge lead leads wins favors favours higher lower greater more less better warmer ahead closer hotter "
    "windier best holds"
)
_FIRST_DAY: Final = 4
_TWO: Final = 2

Pair = tuple[Figure, Figure]


@told_by(_FACING)
def judge_by_place(context: Context) -> Iterator[Judgement]:
    """Yield a fault for a sentence whose pairs are each well given, but not in one order of the places."""
    if len(context.text.where(_FACING)) < _TWO or len({reading.place for reading in context.given}) != _TWO:
        return
    for begin, end in context.text.sentences:
        pairs = [
            (pair, days) for pair in _pairs(context, begin, end) if (days := _days_behind(context, pair[1]))
        ]
        if len(pairs) < _TWO or not context.stances.is_asserted(pairs[0][0][0].first):
            continue
        orders = [[_stands(pair, days, order) for pair, days in pairs] for order in _orders(context.given)]
        if any(all(order) for order in orders) or not all(map(any, zip(*orders, strict=True))):
            continue
        wrong = next(k for k in range(1, len(pairs)) if orders[0][k] != orders[0][0])
        one, other = pairs[wrong][0]
        said = context.text.said(one.first, other.last)
        fault = f"you wrote '{said}'; by the results it is the other way about"
        yield Judgement(one.first, other.last, fault=fault)


def as_led(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of "Rome has the edge, 25 to 20": of the place named, and then of the other."""
    begin, end = context.text.sentence(figure.first)
    words = context.text.words
    before = words[begin : figure.first]
    if _LEADING.isdisjoint(before) and not any(word in COMPARATIVES for word in before):
        return []
    pair = next((each for each in _pairs(context, begin, end) if figure in each), None)
    if pair is None or len({reading.place for reading in context.given}) != _TWO:
        return []
    scope = context.scopes.at(pair[0].first, pair[1].last)
    days = [reading for reading in context.given if not scope.days or reading.atoms & scope.days]
    for order in _orders(days):
        if _stands(pair, days, order) and scope.spots == frozenset(order[:1]):
            return [reading for reading in days if any(fits(figure, reading, f) for f in figure.fields)]
    return []


def as_both(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of "41 and 40 are the figures", told of two places in the order they were named."""
    begin, end = context.text.sentence(figure.first)
    if any(begin <= cue.first < end for cue in context.scopes.places):
        return []
    pair = next((each for each in _pairs(context, begin, end) if figure in each), None)
    if pair is None or context.text.words[pair[0].last + 1] != "and":
        return []
    told = [cue.spots for cue in context.scopes.places if cue.first < begin and len(cue.spots) == 1]
    asked = [cue.spots for cue in context.places_asked if cue.spots]
    named = list(dict.fromkeys([*told, *asked]))
    if len(named) != _TWO:
        return []
    days = context.scopes.at(pair[0].first, pair[1].last).days
    readings = [reading for reading in context.given if not days or reading.atoms & days]
    order = tuple(min(spots) for spots in named)
    if not _stands(pair, readings, order):
        return []
    return [reading for reading in readings if any(fits(figure, reading, f) for f in figure.fields)]


def _pairs(context: Context, begin: int, end: int) -> Iterator[Pair]:
    """Yield two figures of one quantity that are held against one another in a sentence."""
    figures = [f for f in context.figures if begin <= f.first < end and f.kind == "level"]
    for one, other in pairwise(figures):
        between = context.text.words[one.last + 1 : other.first]
        is_plain = one.hedge == other.hedge == "exact" and one.is_exact and other.is_exact
        if is_plain and len(between) == 1 and between[0] in _FACED and one.fields & other.fields:
            yield one, other


def _days_behind(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of the day named right behind a figure: "24 to 13 on Friday"."""
    near = context.scopes.named_between(figure.last + 1, figure.last + _FIRST_DAY)
    atoms = near[0].days if near and len(near[0].days or ()) == 1 else None
    return [reading for reading in context.given if atoms and reading.atoms & atoms]


def _orders(readings: Sequence[Reading]) -> list[tuple[int, ...]]:
    places = sorted({reading.place for reading in readings})
    return [tuple(places), tuple(places[::-1])]


def _stands(pair: Pair, days: Sequence[Reading], order: tuple[int, ...]) -> bool:
    """Whether each figure of a pair is of its place, both by one quantity."""
    return any(
        all(
            any(reading.place == place and fits(figure, reading, field) for reading in days)
            for figure, place in zip(pair, order, strict=False)
        )
        for field in pair[0].fields & pair[1].fields
    )


def as_listing(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings that bear out figures listed in the order in which their places are named."""
    begin, end = context.stances.sentence(figure.first)
    group = next((g for g in context.groups if figure in g), ())
    if len(group) < 2:
        return []
    cues = [cue for cue in context.scopes.places if begin <= cue.first < end and len(cue.spots) == 1]
    days = [cue.days for cue in context.scopes.named_between(begin, end - 1)]
    found: list[Reading] = []
    for each, cue in zip(group, cues, strict=False):
        mine = [r for r in context.given if r.place in cue.spots]
        mine = [r for r in mine if len(days) != 1 or r.atoms & (days[0] or frozenset())]
        found += [r for r in mine if any(fits(each, r, field) for field in each.fields)][:1]
    return found if len(found) == len(group) else []


def as_alike(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of a bare number told of another place, of what was told last: "77 percent, "
    "Cairo 38"."""
    if figure.unit is not None or figure.label is not None or figure.kind != "level":
        return []
    begin, _ = context.stances.sentence(figure.first)
    before = [f for f in context.figures if begin <= f.first < figure.first]
    if not before or any(f.fields & TEMPERATURES for f in before) or before[-1].kind != "level":
        return []
    scope = context.scopes.at(figure.first, figure.last)
    theirs = context.scopes.at(before[-1].first, before[-1].last)
    if scope.spots is None or scope.spots == theirs.spots:
        return []
    alike = figure._replace(fields=before[-1].fields)
    return [r for r in context.about(scope) if any(fits(alike, r, field) for field in alike.fields)]
