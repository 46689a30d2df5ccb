"""Two places held against each other, each day of the one with the same day of the other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.constructions.than import topic
from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits, unit_of
from scripts.grounding.figures.bare_figures import family_of
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.measures import Measure
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert, convert_difference

Gap = tuple[float, tuple[Reading, ...]]
Pair = tuple[Reading, Reading]

_MORE: Final = word_set(
    "warmer hotter above over beyond past higher more stronger windier breezier wetter damper "
    "muggier up "
    "ahead greater better"
)
_LESS: Final = word_set(
    "colder cooler chillier below under beneath lower less lighter calmer gentler drier short shy down "
    "behind fewer"
)
_COMPARING: Final = _MORE | _LESS | {"milder"}
"""What compares at all: of two hot places the cooler is the milder, of two cold ones the warmer."""

_WARMTH: Final = {
    **dict.fromkeys(word_list("warmer hotter higher balmier"), 1),
    **dict.fromkeys(word_list("colder cooler chillier lower icier frostier"), -1),
}
_NIGHTS: Final = word_set("night night's nights lows")
NIGHTLY_SIDES: Final = {
    **dict.fromkeys(word_list("milder gentler kinder softer"), 1),
    **dict.fromkeys(word_list("harsher sharper crueller crueler keener bitterer"), -1),
}
"""Which way a night differs that is said to be gentler, or sharper, than another."""

_FROM: Final = word_set(
    "than above below under over beneath on of behind beyond short shy ahead from against past"
)
_IT: Final = word_set("it that him there hers theirs")
_MARKS: Final = word_set("freezing frost zero mark limit line threshold average normal usual")
_STOPS: Final = ((",",), (".",), (";",), ("and",), ("but",), ("—",))
_ANY: Final = word_set("anything any all everything best worst")
_EXTREMES: Final = {
    **dict.fromkeys(("warmest", "hottest", "best"), 1),
    **dict.fromkeys(("coldest", "coolest", "worst"), -1),
}
_NEAR: Final = 6
_NEW_CLAUSE: Final = 20
_BY_REACH: Final = 4
_BEFORE_BY: Final = 7
_PARTIAL: Final = word_set(
    "after other others rest remaining later following then but except first last besides"
)
_TWO: Final = 2
_WRONG_WAY: Final = -1.0
"""Stands for a gap on the other side than is said, which no figure is."""


def at_once(mine: Sequence[Reading], others: Sequence[Reading]) -> list[Pair]:
    """Return the readings of two places paired day by day; each with each where they share no day."""
    pairs = [(a, b) for a in mine for b in others]
    return [(a, b) for a, b in pairs if a.is_current == b.is_current and _is_one_day(a, b)] or pairs


def _is_one_day(a: Reading, b: Reading) -> bool:
    if a.is_current or a.day is None or b.day is None:
        return a.offset == b.offset
    return a.day == b.day


def stands_above(pairs: Sequence[Pair], sign: int, measures: Sequence[Measure], is_each: bool) -> bool:
    """Whether the first of each pair is the more so by any measure: every day, or on the whole."""
    for measure in measures:
        values = [(measure(a), measure(b)) for a, b in pairs]
        told = [(sign * x, sign * y) for x, y in values if x is not None and y is not None]
        if not told:
            continue
        is_so = all(x > y for x, y in told)
        if not is_each:
            is_so = is_so or sum(x - y for x, y in told) > 0 or max(told)[0] > max(y for _, y in told)
        if is_so:
            return True
    return False


def is_of_each(context: Context, i: int) -> bool:
    """Whether what stands at token i is said of every day there is, and not of "each of the days after"."""
    first, last = context.stances.segment(i)
    return context.means_all(i) and _PARTIAL.isdisjoint(context.text.words[first:last])


def side_of(context: Context, figure: Figure) -> int:
    """Return which side a difference is said to be on: 1 more, -1 less, 0 where no word tells."""
    words = context.text.words
    after = words[figure.last + 1 : figure.last + 3]
    after = after[:1] if after[:1] in _STOPS else after
    nightly = NIGHTLY_SIDES.get(_compared_by_night(context, figure), 0)
    if nightly:
        return nightly
    if (_MORE | _LESS).isdisjoint(after) and "by" in words[max(0, figure.first - 3) : figure.first]:
        near = range(max(0, figure.first - _BEFORE_BY), figure.first)
        after = next((words[k - 1 : k] for k in near if words[k] == "than"), ())
    if after[:1] in _STOPS:
        return 0
    return 1 if not _MORE.isdisjoint(after) else -1 if not _LESS.isdisjoint(after) else 0


def _compared_by_night(context: Context, figure: Figure) -> str:
    """Return the comparative beside a difference between nights: "her night is gentler by six"."""
    begin, end = context.text.sentence(figure.first)
    words = context.text.words
    if _NIGHTS.isdisjoint(words[begin:end]) or figure.fields & {"wind"}:
        return ""
    near = (*words[figure.last + 1 : figure.last + 3], *words[figure.first - 1 : begin : -1][:_BEFORE_BY])
    return next((word for word in near if word in NIGHTLY_SIDES), "")


def warmth_said(context: Context, figure: Figure) -> int:
    """Return 1 where a difference is said to be warmer, -1 where colder, 0 where no such word follows."""
    after = (*context.text.words[figure.last + 1 : figure.last + 3], ".")
    return _WARMTH.get(after[0]) or (_WARMTH.get(after[1], 0) if after[0] in ("the", "or", "more") else 0)


def place_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return the gaps that a difference told between two places may be; None where it names no two.

    "Four degrees warmer than Oslo" is measured from Oslo on the same day, on the side that is said; beside
    "its chance, 80 %, is five points above Lisbon's" the 80 is one end of it.
    """
    begin, end = context.text.sentence(figure.first)
    cues = [cue for cue in context.scopes.places if begin <= cue.first < end and len(cue.spots) == 1]
    other = _measured_from(context, figure, cues, end)
    if other is None:
        return None
    spots = _held(context, figure, cues, other)
    if spots is None or spots & other.spots:
        return None
    mine, others = _of(context, figure, spots), _of(context, figure, other.spots)
    sign = 0 if _is_extreme(context, figure, other) else _of_extremes(context, figure, begin)
    if sign and fields & {"high"}:
        most = [_most(within(context.given, Scope(None, each)), sign) for each in (spots, other.spots)]
        return list(_gaps(context, figure, [(a, b) for a in most[0] for b in most[1]], frozenset(("high",))))
    if _is_extreme(context, figure, other):
        others = within(context.given, Scope(None, other.spots))
        return list(_gaps(context, figure, [(a, b) for a in mine for b in others], fields - {"low"}))
    return list(_gaps(context, figure, at_once(mine, others), fields)) if mine and others else None


def _of_extremes(context: Context, figure: Figure, begin: int) -> int:
    """Return 1 for "Oslo's warmest day is two degrees …", -1 for its coldest, 0 where neither is told."""
    before = context.text.words[begin : figure.first]
    return next(
        (_EXTREMES[a] for a, b in pairwise(before) if a in _EXTREMES and b in ("day", "afternoon")), 0
    )


def _most(readings: Sequence[Reading], sign: int) -> list[Reading]:
    """Return the day of a place that has the highest high, or the lowest."""
    days = [r for r in readings if not r.is_current and "high" in r.values]
    return [max(days, key=lambda r: sign * r.values["high"])] if days else []


def _is_extreme(context: Context, figure: Figure, other: PlaceCue) -> bool:
    """Whether it is the most or least of all days that is measured from: "a degree under Madrid's "
    "hottest"."""
    words = context.text.words
    is_any = not _ANY.isdisjoint(words[figure.last + 1 : other.first])
    return is_any or any(word.endswith("est") for word in words[other.last + 1 : other.last + 2])


def _held(
    context: Context, figure: Figure, cues: Sequence[PlaceCue], other: PlaceCue
) -> frozenset[int] | None:
    """Return the place that is held against another: named before, or what the reply is about."""
    words = context.text.words
    before = [cue for cue in cues if cue.last < figure.first and cue.spots != other.spots]
    subjects = [cue for cue in before if words[cue.first - 1] not in _FROM]
    if subjects:
        return subjects[-1].spots
    about = topic(context)
    if about and not about & other.spots:
        return about
    return before[-1].spots if before else context.scopes.at(figure.first, figure.last).spots


_MULTIPLES = frozenset(("twice", "half", "double", "thrice", "triple"))
"""What stands before a place that another is measured by: "Auckland has twice Sydney's wind"."""


def implied_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return the gaps to the only other place of the conversation: "Spokane is eleven degrees colder".

    None where there are not just two, or no word tells that one is compared.
    """
    places = {reading.place for reading in context.given}
    begin, _ = context.text.sentence(figure.first)
    cues = [cue for cue in context.scopes.places if begin <= cue.first < figure.first]
    named = [cue.spots for cue in cues]
    here = context.scopes.at(figure.first, figure.last).spots
    is_measure = bool(cues) and context.text.words[cues[-1].first - 1] in _MULTIPLES
    spots = here if not named or (here is not None and len(here) == 1) else named[-1]
    spots = named[0] if is_measure else spots
    after = _behind(context, figure)
    if len(places) != _TWO or spots is None or len(spots & places) != 1 or _COMPARING.isdisjoint(after):
        return None
    mine, others = _of(context, figure, spots), _of(context, figure, frozenset(places - spots))
    return list(_gaps(context, figure, at_once(mine, others), fields))


def _behind(context: Context, figure: Figure) -> tuple[str, ...]:
    """Return the words that may say which way a difference goes: "points more humidity", "degrees colder"."""
    return context.text.words[figure.last + (figure.last == figure.first) : figure.last + 3]


def _measured_from(context: Context, figure: Figure, cues: Sequence[PlaceCue], end: int) -> PlaceCue | None:
    """Return the place that a difference is said to be from: "above Lisbon's", "under it"."""
    words = context.text.words
    for cue in cues:
        is_by = cue.last < figure.first and words[cue.last + 1 : figure.first][:1] == ("by",)
        if is_by and figure.first - cue.last <= _BY_REACH and words[cue.first - 1] == "than":
            return cue
    ahead = [cue for cue in cues if figure.last < cue.first <= min(end, figure.last + _NEAR)]
    reach = ahead[0].first if ahead else min(end, figure.last + _NEAR - 2)
    at = next((k for k in range(figure.last + 1, reach) if words[k] in _FROM), None)
    if at is None:
        return None
    if ahead and context.text.wall(at, ahead[0].first) < _NEW_CLAUSE:
        return ahead[0]
    before = [cue for cue in cues if cue.last < figure.first]
    is_back = words[at + 1 : at + 2] != () and words[at + 1] in _IT and _MARKS.isdisjoint(words[:at])
    return before[-2] if is_back and len(before) > 1 else None


def _of(context: Context, figure: Figure, spots: frozenset[int]) -> list[Reading]:
    """Return the readings of a place on the days that a difference is told of."""
    scope = context.scopes.at(figure.first, figure.last)
    begin, end = context.text.sentence(figure.first)
    if scope.days is None and scope.bound is None:
        later = (f.first for f in context.figures if f.first > figure.last)
        stop = min(end, next(later, end))
        bounds = [c.bound for c in context.scopes.days if c.bound and (begin <= c.first < stop)]
        scope = Scope(bound=bounds[0]) if bounds else scope
    return within(context.given, scope._replace(spots=spots))


def _gaps(context: Context, figure: Figure, pairs: Sequence[Pair], fields: frozenset[Field]) -> Iterator[Gap]:
    """Yield how far the first of each pair is on the side said; of each day only what all days have."""
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    side = side_of(context, figure)
    pairs = [pair for pair in pairs if _is_told(context, figure, pair)] or pairs
    for field in fields:
        found = []
        for a, b in pairs:
            if field in a.values and field in b.values:
                gap = a.values[field] - convert(b.values[field], unit_of(b, field), unit_of(a, field))
                gap = round(convert_difference(gap, unit_of(a, field), unit), 6)
                found.append((side * gap if side else abs(gap), (a, b)))
        if not is_of_each(context, figure.first):
            yield from ((max(gap, _WRONG_WAY), pair) for gap, pair in found)
        elif found and max(found)[0] - min(found)[0] < 1:
            yield found[0][0], tuple(reading for _, pair in found for reading in pair)


def _is_told(context: Context, figure: Figure, pair: Pair) -> bool:
    """Whether the sentence tells the figure of one side of a pair: the 80 % of "80 %, five points above"."""
    begin, end = context.text.sentence(figure.first)
    levels = [f for f in context.figures if begin <= f.first < end and f.kind == "level" and f.must]
    family = family_of(figure, context.figures)
    for level in levels:
        if family_of(level, context.figures) != family:
            continue
        spots = context.scopes.at(level.first, level.last).spots
        side = next((r for r in pair if spots is not None and r.place in spots), None)
        if side is not None and not any(fits(level, side, field) for field in level.fields):
            return False
    return True
