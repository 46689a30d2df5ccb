"""Degrees drawn of figures told just before: "four against seven. Three degrees is a fortune"."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits, is_rounded
from scripts.grounding.figures.numbers import find
from scripts.grounding.figures_judged.differences import by_difference
from scripts.grounding.figures_judged.pairings import LARGEST_SPREAD
from scripts.grounding.text import word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.sky_words import WORDS as SKY_WORDS
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_POINTING: Final = word_set("the those these that this")
"""What stands before a difference that a day or place is said to have: "Paris has the three degrees"."""

_RANGING: Final = word_set("to from between and or through – — - /")
_DRAWING: Final = word_set("makes making leaves leaving gives giving that's which equals")
_APART: Final = 20
"""Words of distance, as a semicolon or a full stop makes, from the figures that a difference is drawn of."""

_SIDES: Final = {
    **dict.fromkeys(("short", "shy", "under", "below", "beneath", "off", "wanting", "from"), -1),
    **dict.fromkeys(("over", "above", "past", "beyond", "clear", "better"), 1),
}
_BEFORE_MARK: Final = word_set("of the a an than")
_COVERED: Final = (("beneath",), ("under",), ("below",), ("underneath",))
_IT: Final = (("it",), ("that",), ("them",), ("this",))
_CLOSED: Final = ((".",), (",",), (";",), ("!",), ("—",), (")",))
_FROST: Final = word_set("freezing frost freeze freezes zero thaw thaws thawing melt melts")
_NIGHTS: Final = word_set("night nights dark dawn coldest coolest")
_HALVES: Final = (("day",), ("days",), ("night",), ("nights",), ("warmest",), ("coldest",), ("coolest",))
_OR: Final = word_set("or ( = ≈ / is makes being")
_MARK_REACH: Final = 5
"""Tokens after a difference within which the round number that it is measured from stands."""


def as_drawn(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of two figures told before, of two days or places, that are so far apart."""
    if figure.kind != "level" or not figure.fields & TEMPERATURES or not 0 < figure.least <= LARGEST_SPREAD:
        return []
    within = _in_brackets(context, figure, figures)
    if within:
        return within
    if figure.unit in (None, "%") or figure.label is not None or not _is_unnamed(context, figure):
        return []
    number = context.text.sentence_number(figure.first)
    begin = context.text.sentences[max(0, number - 1)][0]
    told = [f for f in figures if begin <= f.first < figure.first and _is_level(f)]
    if not told or not _is_concluded(context, told[-1], figure):
        return []
    return _apart(context, figure, told[-3:])


def _is_concluded(context: Context, last: Figure, figure: Figure) -> bool:
    """Whether a figure stands apart from those told before it, and in no list or range with them."""
    words = context.text.words
    if words[figure.first - 1] in _RANGING:
        return False
    is_drawn = not _DRAWING.isdisjoint(words[last.last + 1 : figure.first])
    return is_drawn or context.text.wall(last.last, figure.first) >= _APART


def _is_level(figure: Figure) -> bool:
    return figure.kind == "level" and figure.is_exact and bool(figure.fields & TEMPERATURES)


def _is_unnamed(context: Context, figure: Figure) -> bool:
    """Whether no day or place stands in the figure's clause, or the figure is "the three degrees" of one."""
    first, last = context.stances.segment(figure.first)
    if context.text.words[figure.first - 1] in _POINTING:
        return True
    named = [cue.first for cue in context.scopes.named_between(first, last - 1)]
    named += [cue.first for cue in context.scopes.places]
    return not any(first <= at < last for at in named)


def _apart(context: Context, figure: Figure, told: Sequence[Figure]) -> list[Reading]:
    """Return the readings of two of the figures that are so far apart, as told or as given."""
    for one, other in combinations(told, 2):
        if not is_rounded(figure.least, abs(one.least - other.least)):
            continue
        sides = [
            [reading for reading in context.given if any(fits(each, reading, field) for field in each.fields)]
            for each in (one, other)
        ]
        if all(sides):
            return sides[0] + sides[1]
    return []


def _in_brackets(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of two figures in brackets right behind: "6 at night (-3 against 3 °C)"."""
    words = context.text.words
    _, end = context.stances.sentence(figure.first)
    opened = next((k for k in range(figure.last + 1, min(end, figure.last + 4)) if words[k] == "("), None)
    if opened is None:
        return []
    closed = next((k for k in range(opened, end) if words[k] == ")"), end)
    told = [f for f in figures if opened < f.first < closed and _is_level(f)]
    return _apart(context, figure, told) if len(told) == 2 else []


def as_short_of(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings told by a round number and how far off it they are: "four short of the hundred"."""
    words = context.text.words
    side = _SIDES.get(words[figure.last + 1]) if figure.last + 1 < len(words) else None
    is_measured = figure.kind == "difference" or (figure.kind == "level" and figure.unit is not None)
    if not is_measured or side is None or not figure.is_exact:
        return []
    mark = _mark(context, figure)
    if mark is None:
        return []
    meant = figure._replace(least=mark + side * figure.least, most=mark + side * figure.least, kind="level")
    return [reading for reading in readings if any(fits(meant, reading, field) for field in meant.fields)]


def misses_mark(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether "four short of sixty" is told right after a temperature that is so far from no such mark."""
    words = context.text.words
    if figure.kind != "difference" or not figure.is_exact or figure.hedge != "exact":
        return False
    if figure.last + 1 >= len(words) or words[figure.last + 1] not in _SIDES:
        return False
    begin, _ = context.stances.sentence(figure.first)
    told = [f for f in figures if begin <= f.first < figure.first and f.fields & TEMPERATURES]
    if len(told) != 1 or not _is_level(told[0]) or told[0].hedge != "exact":
        return False
    if context.text.wall(told[0].last, figure.first) >= _APART:
        return False
    mark = _mark(context, figure)
    side = _SIDES[words[figure.last + 1]]
    gap = told[0].least - mark if mark is not None else 0.0
    is_sunk_to = gap > 0 and mark == _freezing(context) and words[figure.last + 1] in ("short", "shy", "off")
    return mark is not None and not is_rounded(figure.least, abs(gap) if is_sunk_to else side * gap)


def _mark(context: Context, figure: Figure) -> float | None:
    """Return the round number that a difference is measured from."""
    words = context.text.words
    at = figure.last + 2
    while at < min(len(words), figure.last + _MARK_REACH) and words[at] in _BEFORE_MARK:
        at += 1
    if words[at : at + 1] in (("hundred",), ("century",)):
        return 100.0
    if words[at : at + 1] in (("freezing",), ("frost",)):
        return _freezing(context)
    is_unsaid = words[at : at + 1] in _IT or (at == figure.last + 2 and words[at : at + 1] in _CLOSED)
    if is_unsaid and not _FROST.isdisjoint(_spoken(context, at)):
        return _freezing(context)
    return next((number.value for number in find(context.text) if number.first == at), None)


def _freezing(context: Context) -> float:
    return 32.0 if context.given and context.given[0].temperature_unit == "F" else 0.0


def _spoken(context: Context, at: int) -> Sequence[str]:
    """Return the words of the user's question and of the reply up to token `at`."""
    return (*context.user.texts[-1].words, *context.text.words[:at])


def as_other_scale(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings told again in the other scale, left unsaid: "17 °C, or 62 at home"."""
    words = context.text.words
    is_bare = figure.unit is not None and figure.first == figure.last
    if figure.kind != "level" or not is_bare:
        return []
    if figure.unit == "%" and words[figure.last + 1 : figure.last + 2] == ("and",):
        plain = figure._replace(unit=None, fields=TEMPERATURES)
    elif words[figure.first - 1] in _OR:
        plain = figure._replace(unit=None)
    else:
        return []
    return [reading for reading in readings if any(fits(plain, reading, field) for field in plain.fields)]


def as_second_gap(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of the second of two differences asked for: "nine by day and ten by night"."""
    words = context.text.words
    is_bare = figure.unit in (None, UNKNOWN_SCALE) and 0 < figure.least <= LARGEST_SPREAD
    if figure.kind != "level" or not is_bare or words[figure.first - 1] not in ("and", ",", "but"):
        return []
    begin, _ = context.stances.sentence(figure.first)
    before = [f for f in figures if begin <= f.first < figure.first]
    if not before or before[-1].unit != UNKNOWN_SCALE or not before[-1].fields & TEMPERATURES:
        return []
    half = words[figure.last + 1 : figure.last + 3]
    half = (*half[:1], *words[figure.last + 3 : figure.last + 4]) if half[1:] == ("the",) else half
    is_half = before[-1].kind == "difference" and half[:1] in (("by",), ("at",)) and half[1:] in _HALVES
    if not is_half and (figure.unit is not None or not context.user.asks_difference):
        return []
    is_nightly = not _NIGHTS.isdisjoint(half)
    fields: frozenset[Field] = frozenset(("low",)) if is_nightly else TEMPERATURES
    return by_difference(context, figure._replace(kind="difference", fields=fields), (), ())


def as_covered(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a temperature told under what covers it: "fog, and sixty degrees beneath it"."""
    words = context.text.words
    if figure.kind != "difference" or words[figure.last + 1 : figure.last + 2] not in _COVERED:
        return []
    begin, _ = context.stances.sentence(figure.first)
    covers = [k for k in context.text.where(SKY_WORDS) if begin <= k < figure.first]
    if words[figure.last + 2 : figure.last + 3] not in _IT or not covers or context.user.figures_now:
        return []
    level = figure._replace(kind="level")
    return [reading for reading in readings if any(fits(level, reading, field) for field in level.fields)]
