"""Figures that have to fit together: lists, ranges, one value in two units, a difference and its sides."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Atom, Field, Reading
from scripts.grounding.figures.agreement import fits, is_rounded
from scripts.grounding.figures.figure_lists import groups
from scripts.grounding.figures_judged.in_order import as_named
from scripts.grounding.figures_judged.matching import listed
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.weekdays import order_named
from scripts.grounding.text import Text, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, is_rate

_MOVING: Final = word_set(
    "climb climbs climbing rise rises rising drop drops dropping fall falls falling dip dips go goes "
    "build builds ease eases "
    "slide slides cool cools warm warms swing swings then sink sinks slip slips later by midweek"
)
_NIGHTS: Final = word_set("nights lows minima overnight")
_PLURALS: Final = word_set("highs lows temperatures temps maxima minima nights days")
_EQUALS: Final = word_set("makes make is equals = or comes converts translates becomes ≈ /")
_RELATIVES: Final = frozenset(("which", "that's", "namely"))
_PARTIAL: Final = word_set(
    "rest others otherwise either remaining besides apart except first last other after before those these"
)
_FALLING_SHORT: Final = (("short",), ("shy",), ("behind",))
_MOST_BETWEEN: Final = 4
_OPENED: Final = frozenset((":", "—", ",", ".", "–"))
_OTHERWISE: Final = (["or"], [",", "or"])
_WINDS: Final = frozenset(("mph", "km/h", "kn", "m/s"))
_SIDES: Final = word_set("against versus vs")
_ENDS: Final = (("to",), ("–",), ("-",), ("—",), ("and",), ("/",), ("or",), ("through",))


_NAMED_BEHIND: Final = 3
"""Tokens behind a list in which a day would be its own: "15 and 14 on Friday"."""


def judge_coherence(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each set of figures that are well each by itself and wrong together."""
    figures = [f for f in context.figures if context.stances.is_asserted(f.first)]
    is_all = len(figures) == len(context.figures)
    for group in context.groups if is_all else groups(context.text, figures):
        if all(f.kind == "level" and f.is_exact and f.hedge == "exact" for f in group):
            fault = _same_value_twice(context, group) or _wrong_span(context, group)
            fault = fault or _wrong_order(context, group)
            if fault:
                yield Judgement(group[0].first, group[-1].last, fault=fault)
    for one, other in _asides(context, figures):
        if not _are_one_value(context, one, other):
            said = context.text.said(one.first, other.last)
            yield Judgement(
                one.first, other.last, fault=f"you wrote '{said}'; the two are not one value of the results"
            )
    yield from _wrong_sums(context, figures)


def _same_value_twice(context: Context, group: Sequence[Figure]) -> str:
    """Return a fault where a list gives one value to more days than have it: "13 and 13" where one has 13."""
    scope = context.scopes.at(group[0].first, group[0].last)
    begin, _ = context.text.sentence(group[0].first)
    is_carried = not context.scopes.named_between(begin, group[-1].last + _NAMED_BEHIND)
    readings = context.about(scope._replace(days=None) if is_carried else scope)
    told = [cue.days for cue in context.scopes.named_between(begin, group[0].first) if cue.days]
    if len(told) > 1:
        readings = context.about(Scope(frozenset[Atom]().union(*told)))
    said = [figure.least for figure in group]
    for figure in group:
        count = said.count(figure.least)
        if count < 2 or _is_put_twice(figure, group):
            continue
        having = sum(fits(figure, reading, field) for reading in readings for field in figure.fields)
        if having < count and any(fits(figure, r, field) for r in readings for field in figure.fields):
            words = context.text.said(group[0].first, group[-1].last)
            return f"you wrote '{words}'; the results have {figure.least:g} once only"
    return ""


def _is_put_twice(figure: Figure, group: Sequence[Figure]) -> bool:
    """Whether a list puts one chance in two ways: "a coin toss, 50 %"."""
    alike = [other for other in group if other.least == figure.least]
    return len(alike) == len({other.is_fraction for other in alike})


def _wrong_order(context: Context, group: Sequence[Figure]) -> str:
    """Return a fault where figures listed for several days are not those of the days in order."""
    scope = context.scopes.at(group[0].first, group[-1].last)
    between = context.text.words[group[0].last + 1 : group[1].first]
    if context.text.words[group[0].first - 1] == "between":
        return ""
    if not scope.is_list or (len(group) < 3 and between != ("and",)) or between in (("to",), ("–",), ("-",)):
        return ""
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    readings = as_named(context, cue, context.about(scope)) if cue is not None else context.about(scope)
    is_told = cue is not None and bool(order_named(context.text.words, cue))
    if len(readings) != len(group) or len({reading.place for reading in readings}) != 1:
        return ""
    for days in (readings,) if is_told else (readings, readings[::-1]):
        for field in group[0].fields:
            if all(fits(figure, day, field) for figure, day in zip(group, days, strict=True)):
                return ""
    said = context.text.said(group[0].first, group[-1].last)
    return f"you wrote '{said}'; {context.where_looked(scope)} say {listed(group[0], readings)} in this order"


def _wrong_span(context: Context, group: Sequence[Figure]) -> str:
    """Return a fault where "highs from 11 to 13" leaves out some of the days it is of."""
    text = context.text
    begin, end = context.stances.segment(group[0].first)
    if group[0].first == begin and group[0].first > text.sentence(begin)[0] + 1:
        begin, _ = context.stances.segment(begin - 2)
    clause = text.words[begin:end]
    between = text.words[group[0].last + 1 : group[1].first]
    is_span = between in (("to",), ("–",), ("-",)) or (between == ("and",) and "between" in clause)
    is_by_day = ("by", "day") in itertools.pairwise(clause)
    is_of_all = is_by_day or bool(_PLURALS.intersection(clause))
    moving = _MOVING.intersection(clause) - ({"by"} if is_by_day else set())
    if len(group) != 2 or not is_span or not is_of_all or moving:
        return ""
    fields = group[0].fields
    sentence = text.words[slice(*context.stances.sentence(group[0].first))]
    if _PARTIAL.intersection(sentence):
        return ""
    if context.scopes.named_between(begin, end):
        return ""
    scope = context.scopes.at(group[0].first, group[1].last)
    forecasts = {r.call for r in context.latest if not r.is_current} or {r.call for r in context.given}
    readings = [r for r in context.about(scope) if r.call == max(forecasts, default=0)]
    fields = fields.intersection(*(r.values.keys() for r in readings))
    fields = fields - {"low"} if is_by_day else fields
    named = [word for word in text.words[begin : group[0].first] if word in _PLURALS]
    if named and named[-1] in _NIGHTS:
        fields = fields & {"low"}
    if len(fields) != 1:
        return ""
    (name,) = fields
    whole = [r for r in context.given if r.call == max(forecasts, default=0)]
    if len(readings) < 2 or _spans(group, readings, name) or (scope.days and _spans(group, whole, name)):
        return ""
    said = text.said(group[0].first, group[1].last)
    return f"you wrote '{said}'; {context.where_looked(scope)} say {listed(group[0], readings)}"


def _spans(group: Sequence[Figure], readings: Sequence[Reading], name: Field) -> bool:
    """Whether two figures are the least and the most of a quantity."""
    told = sorted((r for r in readings if name in r.values), key=lambda r: r.values[name])
    low, high = sorted(group, key=lambda f: f.least)
    return len(told) > 1 and fits(low, told[0], name) and fits(high, told[-1], name)


def _asides(context: Context, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures that have to be one value: "62 °F (17 °C)", both ends of "57–73 °F (14–23 °C)"."""
    text = context.text
    for k, (one, other) in enumerate(itertools.pairwise(figures)):
        if not context.given or not _is_aside(text, one, other):
            continue
        ends = (figures[k - 1], one, other, figures[k + 2]) if 0 < k < len(figures) - 2 else None
        if ends and _is_range(text, *ends[:2]) and _is_range(text, *ends[2:]):
            yield ends[0], other
            yield one, ends[3]
        else:
            yield one, other


def _is_range(text: Text, one: Figure, other: Figure) -> bool:
    """Whether two figures are the ends of a range, or two listed: "57–73", "57 and 73"."""
    return one.unit in (None, other.unit) and text.words[one.last + 1 : other.first] in _ENDS


def _is_aside(text: Text, one: Figure, other: Figure) -> bool:
    """Whether the second figure repeats the first in another unit: "62 °F (17 °C)"."""
    if one.unit is None or other.unit is None or one.unit == other.unit or one.kind != "level":
        return False
    if UNKNOWN_SCALE in (one.unit, other.unit) or bool(one.fields & TEMPERATURES) != bool(
        other.fields & TEMPERATURES
    ):
        return False
    if "%" in (one.unit, other.unit) or not one.fields & other.fields:
        return False
    if (one.fields == w.FIELDS["feels"]) != (other.fields == w.FIELDS["feels"]):
        return False
    between = [word for word in text.words[one.last + 1 : other.first] if word not in w.ABOUT]
    if between[-1:] == ["but"] and len(between) > 1 and between[-2] in _EQUALS:
        between = between[:-1]
    if between == ["("] or (between in _OTHERWISE and not {one.unit, other.unit} & _WINDS):
        return True
    is_one_sentence = text.sentence_number(one.first) == text.sentence_number(other.first)
    if not _RELATIVES.isdisjoint(between) and between[:1] == [","]:
        between = between[1:]
    return is_one_sentence and not {",", ";", "and", "but"} & set(between) and bool(_EQUALS & set(between))


def _are_one_value(context: Context, one: Figure, other: Figure) -> bool:
    return any(
        fits(one, reading, field) and fits(other, reading, field)
        for reading in context.given
        for field in one.fields | other.fields
        if field in reading.values
    )


def _are_sides(words: tuple[str, ...], begin: int, gap: Figure, one: Figure, other: Figure) -> bool:
    """Whether two figures stand against each other: "61 against 54", "from 20 today to 24 tomorrow"."""
    between = words[one.last : other.first]
    if words[gap.last + 1 : gap.last + 2] == ("apart",):
        return True
    if one.last < gap.first < other.first:
        after = words[gap.last + 1 : other.first]
        return len(after) <= _MOST_BETWEEN and "," not in after and after[:1] in _FALLING_SHORT
    return bool(_SIDES.intersection(between)) or ("to" in between and "from" in words[begin : one.first])


def _answers_gap(context: Context, figure: Figure) -> bool:
    """Whether a reply opens with the degrees that two days or places are asked to be apart."""
    is_first = figure.first == 0 and figure.unit == UNKNOWN_SCALE
    following = context.text.words[figure.last + 1 : figure.last + 2]
    return is_first and context.user.asks_difference and not _OPENED.isdisjoint(following)


def _wrong_sums(context: Context, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """Yield a fault for "seven degrees warmer: 61 against 57"."""
    for figure in figures:
        is_gap = figure.kind == "difference" or _answers_gap(context, figure)
        if not is_gap or figure.hedge != "exact" or is_rate(context.text, figure.last):
            continue
        begin, end = context.stances.sentence(figure.first)
        sides = [
            f
            for f in figures
            if begin <= f.first < end
            and f.kind == "level"
            and f.fields & figure.fields
            and f.is_exact
            and f is not figure
        ]
        if len(sides) != 2 or not _are_sides(context.text.words, begin, figure, *sides):
            continue
        if not is_rounded(abs(figure.least), abs(sides[0].least - sides[1].least)):
            said = context.text.said(figure.first, figure.last)
            gap = abs(sides[0].least - sides[1].least)
            yield Judgement(
                figure.first,
                figure.last,
                fault=f"you wrote '{said}'; the two figures beside it are {gap:g} apart",
            )
