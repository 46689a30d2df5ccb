"""Two figures that bear a comparison out, in its order: "Tuesday is warmer than Monday, 29 to 13"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.measures import COMPARATIVES

_THAN: Final = Triggers(("than",))
_OPPOSED: Final = (("against",), ("to",), ("versus",))
_REACH: Final = 8
"""Tokens behind "than" within which the first of the two stands."""


@told_by(_THAN)
def judge_compared_pairs(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each such pair that is not of the two days or places named, in their order."""
    for at in context.text.where(_THAN):
        pair = _pair_behind(context, at)
        if pair is None or not context.stances.is_asserted(at):
            continue
        sides = _sides(context, at, pair[0].first)
        if sides is not None and not are_of(pair, *sides):
            said = context.text.around(pair[0].first, pair[1].last)
            fault = f"you wrote '{said}'; that is not of the two compared, in their order"
            yield Judgement(pair[0].first, pair[1].last, fault=fault)


def are_of(pair: tuple[Figure, Figure], mine: list[Reading], others: list[Reading]) -> bool:
    """Whether two figures are of one quantity, the one of some readings and the other of others."""
    one, other = pair
    return any(
        any(fits(one, r, field) for r in mine) and any(fits(other, r, field) for r in others)
        for field in one.fields & other.fields
    )


def _pair_behind(context: Context, at: int) -> tuple[Figure, Figure] | None:
    """Return the two plain levels that follow a "than" at token `at`, set against each other."""
    if COMPARATIVES.keys().isdisjoint(context.text.words[max(0, at - _REACH) : at]):
        return None
    _, end = context.text.sentence(at)
    behind = [f for f in context.figures if at < f.first < end]
    if len(behind) != 2 or behind[0].first - at > _REACH:
        return None
    one, other = behind
    is_plain = all(f.kind == "level" and f.hedge == "exact" for f in behind)
    between = context.text.words[one.last + 1 : other.first]
    return (one, other) if is_plain and between in _OPPOSED else None


def _sides(context: Context, at: int, end: int) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of what is compared and of what it is compared with, named on either side."""
    begin, until = context.text.sentence(at)
    days = context.scopes.named_between(begin, until - 1)
    places = [cue for cue in context.scopes.places if begin <= cue.first < until]
    if len(days) == 2 and len(places) < 2:
        spots = places[0].spots if places else None
        sides = [within(context.given, Scope(cue.days, spots)) for cue in days]
        firsts = [cue.first for cue in days]
    elif len(places) == 2 and len(days) < 2:
        sides = [within(context.given, Scope(days[0].days if days else None, cue.spots)) for cue in places]
        firsts = [cue.first for cue in places]
    else:
        return None
    is_around = any(one < at < other < end for one, other in pairwise(firsts))
    return (sides[0], sides[1]) if is_around and all(sides) else None
