"""Two figures told one after the other of two days or places: "19 and 16" of a weekend."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.figures_judged.in_order import as_named, places_in_order
from scripts.grounding.names.comparands import is_held_beside
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure

_BY_DAY: Final = word_set(
    "between to or either from range ranges anywhere night nights overnight low lows high highs dawn minimum "
    "maximum feels feel against versus than down up"
)
_TWO: Final = 2
_LINKS: Final = word_set("and then , ; by with followed & degrees degree ° c f percent %")
_AGAINST: Final = Triggers(("against", "versus", "vs"))
_TRIGGERS: Final = Triggers(("and", "then", "respectively"))


@told_by(_TRIGGERS)
def judge_turns(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each two figures that are well given, and each of the other's day or place."""
    text = context.text
    told = {text.sentence_number(k) for k in text.where(_TRIGGERS)}
    for number in sorted(told):
        begin, end = text.sentences[number]
        pair = _pair(context, begin, end)
        if pair is None or not context.stances.is_asserted(pair[0].first):
            continue
        words = text.words[begin:end]
        is_in_order = "respectively" in words
        sides = _places(context, begin, end, pair) if is_in_order else _days(context, number, pair)
        if sides is None or _fit(pair, sides) or not (is_in_order or _fit(pair, sides[::-1])):
            continue
        said = text.said(pair[0].first, pair[1].last)
        yield Judgement(
            pair[0].first, pair[1].last, fault=f"you wrote '{said}'; the results have it the other way about"
        )


@told_by(_AGAINST)
def judge_sides(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "Friday, by three degrees: 50 against 53", where the 53 is Friday's."""
    text = context.text
    for k in text.where(_AGAINST):
        begin, end = text.sentence(k)
        before = [f for f in context.figures if begin <= f.first and f.last < k <= f.last + 2]
        after = [f for f in context.figures if k < f.first <= k + 2]
        cues: list[DayCue | PlaceCue] = [*context.scopes.days, *context.scopes.places]
        named = [cue for cue in cues if begin <= cue.first < end and _is_certain(cue)]
        if len(before) != 1 or len(after) != 1 or not named or named[0].first >= before[0].first:
            continue
        pair = (before[0], after[0])
        if len(named) == _TWO and _fit_places(context, pair, named) is False:
            yield _the_other_way(context, pair)
        if len(named) != 1:
            continue
        if not all(f.is_exact and f.hedge == "exact" and f.kind == "level" for f in pair):
            continue
        if isinstance(named[0], DayCue) and named[0].is_list:
            sides = [[r] for r in as_named(context, named[0], within(context.given, Scope(named[0].days)))]
            if len(sides) == len(pair) and not _fit(pair, sides):
                yield _the_other_way(context, pair)
            continue
        if is_held_beside(text, named[0]):
            continue
        scope = Scope(named[0].days) if isinstance(named[0], DayCue) else Scope(None, named[0].spots)
        mine = within(context.given, scope)
        others = [reading for reading in context.given if reading not in mine]
        if mine and others and not _fit(pair, [mine, others]) and _fit(pair, [others, mine]):
            yield _the_other_way(context, pair)


def _fit_places(
    context: Context, pair: tuple[Figure, Figure], named: Sequence[DayCue | PlaceCue]
) -> bool | None:
    """Whether two plain figures are of "Oslo and Rome: 4 against 19" in turn; None where none are so told."""
    links = context.text.words[named[0].last + 1 : named[1].first]
    is_plain = all(f.is_exact and f.hedge == "exact" and f.kind == "level" for f in pair)
    if links not in (("and",), (",",)) or named[1].last > pair[0].first or not is_plain:
        return None
    sides = [
        within(context.given, Scope(None, cue.spots))
        for cue in named
        if isinstance(cue, PlaceCue) and cue.spots
    ]
    return _fit(pair, sides) if len(sides) == _TWO else None


def _the_other_way(context: Context, pair: tuple[Figure, Figure]) -> Judgement:
    said = context.text.said(pair[0].first, pair[1].last)
    fault = f"you wrote '{said}'; by the results it is the other way about"
    return Judgement(pair[0].first, pair[1].last, fault=fault)


def _is_certain(cue: DayCue | PlaceCue) -> bool:
    """Whether a name is of days or of a place that results are of."""
    return bool(cue.days) if isinstance(cue, DayCue) else bool(cue.spots)


def _pair(context: Context, begin: int, end: int) -> tuple[Figure, Figure] | None:
    """Return the two plain figures of one quantity that a sentence has, None where it has others."""
    figures = [f for f in context.figures if begin <= f.first < end and f.kind == "level"]
    pairs = [(a, b) for a, b in pairwise(figures) if a.fields & b.fields]
    if len(pairs) != 1 or not all(f.is_exact and f.hedge == "exact" for f in pairs[0]):
        return None
    alike = [f for f in figures if f.fields & pairs[0][0].fields]
    return pairs[0] if len(alike) == len(pairs[0]) and pairs[0][0].least != pairs[0][1].least else None


def _days(context: Context, number: int, pair: tuple[Figure, Figure]) -> Sequence[Sequence[Reading]] | None:
    """Return the two days that a pair is told of, in order: those asked about, or named just before."""
    begin, end = context.text.sentences[number]
    words = context.text.words
    if not _BY_DAY.isdisjoint(words[begin:end]) or context.scopes.named_between(begin, end - 1):
        return None
    between = words[pair[0].last + 1 : pair[1].first]
    if not (_LINKS.issuperset(between) or "then" in between) or not between:
        return None
    earlier = context.text.sentences[number - 1] if number else (0, 0)
    named = context.scopes.named_between(earlier[0], earlier[1] - 1) or context.user.days
    atoms = frozenset(atom for cue in named for atom in cue.days or ())
    places = [cue.spots for cue in context.scopes.places if begin <= cue.first < end and cue.spots]
    days = [r for r in context.given if r.atoms & atoms and not r.is_current]
    days = [r for r in days if not places or r.place in places[0]]
    is_plain = len(days) == len(pair) and days[0].call == days[1].call and len(places) <= 1
    return [[day] for day in days] if is_plain else None


def _places(
    context: Context, begin: int, end: int, pair: tuple[Figure, Figure]
) -> Sequence[Sequence[Reading]] | None:
    """Return the readings of two places in the order that the sentence or the user named them."""
    spots = places_in_order(context, begin, end)
    days = context.scopes.at(pair[0].first, pair[1].last).days
    if len(spots) != 2 or spots[0] == spots[1]:
        return None
    return [[r for r in context.given if r.place in each and (not days or r.atoms & days)] for each in spots]


def _fit(pair: tuple[Figure, Figure], sides: Sequence[Sequence[Reading]]) -> bool:
    """Whether each figure is of its own side, both by one quantity."""
    fields = pair[0].fields & pair[1].fields
    return any(
        all(any(fits(f, reading, field) for reading in side) for f, side in zip(pair, sides, strict=True))
        for field in fields
    )
