"""Figures listed in the order of the days or places they are of: "78 and 93, respectively"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.weekdays import order_named
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure

_RANKING: Final = word_set("between or either range ranges anywhere rank ranked sorted")
_RANGING: Final = word_set("to or")
_RESPECTIVELY: Final = "respectively"
_IN_THAT: Final = ("in", "that", "order")
_TWO: Final = 2
_THEN: Final = word_set("and then , finally at last")
_LINKS: Final = frozenset((",", "and"))
_SOON: Final = 6
_CLOSING: Final = word_set("with at and highs lows")
_SERIES: Final = 3
"""So many figures, one for each day of a forecast, are told in the order of its days."""


def judge_order(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each list of figures that are all given, and in another order."""
    for listed in context.groups:
        group = _with_last(context, listed)
        if not all(f.kind == "level" and f.is_exact and f.hedge == "exact" for f in group):
            continue
        begin, end = context.text.sentence(group[0].first)
        if _is_unordered(context, group, begin) or not context.stances.is_asserted(group[0].first):
            continue
        order = _order(context, group, begin, end)
        if len(order) != len(group) or _fit_in_order(group, order):
            continue
        if all(any(_is_of(figure, readings) for readings in order) for figure in group):
            said = context.text.said(group[0].first, group[-1].last)
            yield Judgement(
                group[0].first, group[-1].last, fault=f"you wrote '{said}'; the results have another order"
            )


def _is_unordered(context: Context, group: Sequence[Figure], begin: int) -> bool:
    """Whether figures are the ends of ranges, or ranked: "from 8 to 11", "ranked, 31, 28 and 24"."""
    words = context.text.words
    before = (words[k] for k in range(begin, group[0].first) if k not in context.taken)
    within = (words[k] for k in range(group[0].first, group[-1].first) if k not in context.taken)
    return not (_RANKING.isdisjoint(before) and _RANGING.isdisjoint(within))


def _with_last(context: Context, group: list[Figure]) -> list[Figure]:
    """Return a list of figures with the one that "and then" closes it: "50, 48, and then 53 on Friday"."""
    words = context.text.words
    behind = next((f for f in context.figures if f.first > group[-1].last), None)
    if behind is None or len(group) + 1 < _SERIES or not behind.fields & group[0].fields:
        return group
    between = words[group[-1].last + 1 : behind.first]
    return [*group, behind] if between and _THEN.issuperset(between) and "then" in between else group


def _order(context: Context, group: Sequence[Figure], begin: int, end: int) -> list[list[Reading]]:
    """Return the readings of what each figure is of, in the order told; none where nothing tells."""
    listed = _listed_places(context, group, begin)
    if listed:
        return listed
    if len({reading.place for reading in context.given}) == len(group) == 2:
        return _of_places(context, begin, end)
    named = context.scopes.named_between(begin, end - 1)
    if len(named) == 1 and named[0].is_list and (len(named[0].days or ()) == len(group)):
        span = as_named(context, named[0], context.about(Scope(named[0].days)))
        return [[reading] for reading in span] if len(span) == len(group) else []
    if (
        len(named) == len(group) > 1
        and named[-1].last < group[0].first
        and _is_for_all(context, named, group)
    ):
        told = [context.about(Scope(cue.days)) for cue in named]
        return told if all(len({r.offset for r in each}) == 1 for each in told) else []
    last = max((reading.call for reading in context.given if not reading.is_current), default=-1)
    days = [[reading] for reading in context.given if reading.call == last]
    scope = context.scopes.at(group[0].first, group[0].last)
    if scope.bound is not None and scope.bound.side == "after" and not named:
        days = [[reading] for reading in context.about(scope) if reading.call == last]
    is_of_last = len(named) == 1 and named[0].first > group[-1].last and len(group) == len(days)
    is_of_last = is_of_last and bool(days[-1][0].atoms & (named[0].days or frozenset()))
    if (named and not is_of_last) or len(group) < _SERIES:
        return []
    return days


def _is_for_all(context: Context, named: Sequence[DayCue], group: Sequence[Figure]) -> bool:
    """Whether figures behind as many days are a phrase of their own: "…, with highs of 8 and 9"."""
    first, _ = context.stances.segment(group[0].first)
    words = context.text.words
    return (
        words[first - 1] in (",", ";", "—", "(")
        and words[first] in _CLOSING
        and first > named[-1].last + 1
        and not any(cue.is_list or len(cue.days or ()) > 1 for cue in named)
    )


def as_named(context: Context, cue: DayCue, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a list of days in the order that it names them, or of their dates."""
    order = order_named(context.text.words, cue)
    rank = {atom: k for k, atom in enumerate(order)}
    return sorted(readings, key=lambda r: min((rank[a] for a in r.atoms if a in rank), default=r.offset))


def _listed_places(context: Context, group: Sequence[Figure], begin: int) -> list[list[Reading]]:
    """Return the readings of the places listed before as many figures: "Oslo and Bergen stand at 4 and 9"."""
    words = context.text.words
    cues = [cue for cue in context.scopes.places if begin <= cue.first < group[0].first and cue.spots]
    is_listed = len(cues) == len(group) and group[0].first - cues[-1].last <= _SOON
    gaps = [words[a.last + 1 : b.first] for a, b in pairwise(cues)]
    figures = [words[a.last + 1 : b.first] for a, b in pairwise(group)]
    if not is_listed or not all(gap and _LINKS.issuperset(gap) for gap in (*gaps, *figures)):
        return []
    days = context.scopes.at(group[0].first, group[-1].last).days
    here = [r for r in context.given if not days or r.atoms & days]
    return [[reading for reading in here if reading.place in cue.spots] for cue in cues]


def _of_places(context: Context, begin: int, end: int) -> list[list[Reading]]:
    """Return the readings of two places told "respectively", or with one told to come first, in order."""
    words = context.text.words
    cues = [cue for cue in context.scopes.places if begin <= cue.first < end and cue.spots]
    opening = [cue.spots for cue in cues if words[cue.last + 1 : cue.last + 2] == ("first",)]
    if (
        not opening
        and _RESPECTIVELY not in words[begin:end]
        and _IN_THAT not in zip(words[begin:], words[begin + 1 :], words[begin + 2 : end], strict=False)
    ):
        return []
    spots = places_in_order(context, begin, end)
    if opening and len(spots) < _TWO:
        spots = sorted({frozenset((reading.place,)) for reading in context.given}, key=min)
    spots = [*opening, *(each for each in dict.fromkeys(spots) if each not in opening)]
    days = context.scopes.at(begin, begin).days
    return [[r for r in context.given if r.place in each and (not days or r.atoms & days)] for each in spots]


def places_in_order(context: Context, begin: int, end: int) -> list[frozenset[int]]:
    """Return the two places of a sentence in its order, of the reply up to it, or of the user."""
    cues = [cue for cue in context.scopes.places if cue.spots]
    for named in ([cue for cue in cues if begin <= cue.first < end], [c for c in cues if c.first < end]):
        spots = list(dict.fromkeys(cue.spots for cue in named))
        if len(spots) == _TWO:
            return spots
    return [cue.spots for cue in context.places_asked if cue.spots]


def _fit_in_order(group: Sequence[Figure], order: Sequence[list[Reading]]) -> bool:
    return all(_is_of(figure, readings) for figure, readings in zip(group, order, strict=True))


def _is_of(figure: Figure, readings: Sequence[Reading]) -> bool:
    return any(fits(figure, reading, field) for reading in readings for field in figure.fields)
