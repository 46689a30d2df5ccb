"""Bounds that hold for every day: "never below 88", "none is under eighty", "no other gets past 18"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits, unit_of
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.tolerances import ABOUT_DEGREES, ABOUT_OTHER
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_NONE: Final = word_set(
    "never none no not neither nor nobody nothing nowhere won't doesn't don't isn't aren't can't"
)
_OTHER: Final = word_set("other others else otherwise rest remaining elsewhere")
_UPPER: Final = frozenset(("over", "at_most", "just_over"))
_LOWER: Final = frozenset(("under", "at_least"))
_BOUNDS: Final = _UPPER | _LOWER
_BEFORE_THAT: Final = (
    ("before", "that"),
    ("until", "then"),
    ("after", "that"),
    ("up", "to"),
    ("before", "then"),
)
_NIGHTS: Final = word_set("night nights low lows overnight minimum minima")
_BY_DAY: Final = word_set("day days high highs afternoon afternoons maximum maxima")
_MOST: Final = word_set("highest greatest largest biggest strongest stiffest most peak maximum heaviest top")
_LEAST: Final = word_set("lowest least smallest lightest slightest minimum slimmest")
_EXTREMES: Final = {"warmest": "highest", "hottest": "highest", "coldest": "lowest", "coolest": "lowest"}
_NOBODY: Final = frozenset(("none", "neither", "nowhere", "nothing", "nobody"))
_ONES: Final = word_set("one day night single other afternoon morning city town place")
_COUNTED: Final = word_set("days nights afternoons mornings evenings")
_REACH: Final = word_set("reach reached touched untouched seen")
_SUBJECT: Final = 16
"""How many words before its bound the nights may be named: "the nights stay mild, never falling under 4"."""
_ROUNDING: Final = 1.0


def within_bound(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading] | None:
    """Return the readings where none passes a bound said of all; None where it is no such bound."""
    if figure.hedge not in _BOUNDS or len(readings) < 2:
        return None
    first, _ = context.stances.segment(figure.first)
    before = context.text.words[first : figure.first]
    behind = context.text.words[figure.last + 1 : figure.last + 6]
    is_of_all = figure.hedge in ("at_least", "at_most") and context.means_all(figure.first)
    is_of_all = is_of_all or (figure.hedge == "at_most" and not _REACH.isdisjoint(behind))
    if not is_of_all and _is_counted(before):
        return None
    is_rest = figure.hedge in ("over", "under") and not _OTHER.isdisjoint(before)
    if is_rest and not _NONE.isdisjoint(before):
        is_rest = False
    if is_rest:
        return _of_the_rest(context, figure, readings)
    is_thus = "than" in before[-1:] and figure.hedge not in ("at_least", "at_most")
    if not is_of_all and (_NONE.isdisjoint(before) or (is_thus and not _has_no_subject(before))):
        return None
    begin, _ = context.stances.sentence(figure.first)
    if context.text.words[begin : begin + 2] in _BEFORE_THAT:
        return None
    bound = context.scopes.at(figure.first, figure.last).bound
    is_told = "other" in before and bound is not None and bound.side == "except"
    opening = max(context.text.sentence(figure.first)[0], figure.first - _SUBJECT)
    spoken_of = [word for word in context.text.words[opening : figure.first] if word in _NIGHTS | _BY_DAY]
    if spoken_of and spoken_of[-1] in _NIGHTS:
        figure = figure._replace(fields=figure.fields - {"high"} or figure.fields)
    return _kept_by_all(figure, readings, before, _OTHER.isdisjoint(before) or is_told)


def as_bound_of_all(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the days where none passes a bound said of all of them behind what was told of one: "Friday
    reaches 71. The wind never exceeds 26 mph".
    """
    if figure.hedge not in _BOUNDS or scope.days is None:
        return []
    begin, end = context.text.sentence(figure.first)
    if any(begin <= cue.first < end for cue in context.scopes.days):
        return []
    days = [r for r in context.given if not r.is_current and (scope.spots is None or r.place in scope.spots)]
    last = max((reading.call for reading in days), default=0)
    return within_bound(context, figure, [reading for reading in days if reading.call == last]) or []


def _is_counted(before: tuple[str, ...]) -> bool:
    """Whether a bound is of so many days only: "four days have no worse than one chance in four"."""
    at = next((k for k, word in enumerate(before) if word in _NONE), 0)
    return any(
        is_numeral(word) and after in _COUNTED and before[k - 1 : k] != ("the",)
        for k, (word, after) in enumerate(pairwise(before[:at]))
    )


def _kept_by_all(
    figure: Figure, readings: Sequence[Reading], before: tuple[str, ...], is_of_all: bool
) -> list[Reading]:
    """Return the readings where none is past the mark, and the last of them not far from it."""
    sign = 1 if figure.hedge in _UPPER else -1
    fields = figure.fields - {"low"} if sign > 0 and "high" in figure.fields else figure.fields
    for field in fields:
        values = sorted(
            sign * _said(figure, reading, field) for reading in readings if field in reading.values
        )
        slack = 2 * (ABOUT_DEGREES if field in TEMPERATURES else ABOUT_OTHER)
        edge = figure.most if sign > 0 else figure.least
        for most in values[-1:] if is_of_all else values[-2:]:
            if -_ROUNDING < sign * edge - most <= slack + figure.most - figure.least:
                return list(readings)
    return []


def at_extreme(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading] | None:
    """Return the readings that have the most, or least, of all; None where no figure is said to be that."""
    first, _ = context.stances.segment(figure.first)
    before = context.text.words[first : figure.first]
    superlative = _it_gets(before)
    if figure.kind != "level" or (_MOST.isdisjoint(superlative) and _LEAST.isdisjoint(superlative)):
        return None
    if len(readings) < 2 or not ("any" in before or context.means_all(figure.first)):
        return None
    end = max if not _MOST.isdisjoint(superlative) else min
    found: list[Reading] = []
    for field in figure.fields:
        having = [reading for reading in readings if field in reading.values]
        told = [_said(figure, reading, field) for reading in having]
        having = [each for each, value in zip(having, told, strict=True) if value == end(told)]
        found += [reading for reading in having if fits(figure, reading, field) and reading not in found]
    return found


def _it_gets(before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words before a figure, with "the warmest it gets" as the highest that it is."""
    return tuple(
        _EXTREMES.get(word, word) if before[k + 1 : k + 3] == ("it", "gets") else word
        for k, word in enumerate(before)
    )


def _has_no_subject(before: tuple[str, ...]) -> bool:
    """Whether it is of none that something is said: "not one of them has more than", "none", "no night"."""
    return any(
        word in _NOBODY or (word in ("no", "not") and after in _ONES)
        for word, after in pairwise((*before, ""))
    )


def _of_the_rest(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings past the mark, all but the one left out: "the other four days stay below 20"."""
    bound = context.scopes.at(figure.first, figure.last).bound
    left_out = 0 if bound is not None and bound.side in ("except", "after") else 1
    sign = 1 if figure.hedge == "over" else -1
    for field in figure.fields - {"low"} if "high" in figure.fields else figure.fields:
        values = sorted(
            sign * _said(figure, reading, field) for reading in readings if field in reading.values
        )
        if len(values) > left_out and values[left_out] > sign * figure.least - _ROUNDING:
            return list(readings)
    return []


def _said(figure: Figure, reading: Reading, field: Field) -> float:
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    return convert(reading.values[field], unit_of(reading, field), unit)
