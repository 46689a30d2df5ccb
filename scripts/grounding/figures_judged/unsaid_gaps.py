"""Differences that no word calls so: asked for, going on after another, or summing up two figures told."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import is_rounded, unit_of
from scripts.grounding.figures_judged.differences import by_difference
from scripts.grounding.figures_judged.pairings import day_at_once
from scripts.grounding.text import word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert_difference

_GAPS: Final = word_set(
    "gap difference swing spread range apart gulf distance differ differs vary varies between"
)
_NIGHTS: Final = word_set("night nights overnight low lows evening evenings minimum minima dawn coldest")
_SWINGS: Final = word_set("swing swings range ranges span")
_POINTING: Final = word_set("the those these that its his her")
_AFTER_SUM: Final = word_set("and of . , ; : — – ! is was make makes may for to will are a in on with or")
_FROM_ZERO: Final = word_set("above below zero nought naught")
_LARGEST: Final = 45.0
_DEGREES: Final = (None, UNKNOWN_SCALE)


def as_unsaid_gap(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings whose difference a figure is, though it is told like a level."""
    if figure.kind != "level" or figure.unit not in _DEGREES or not 0 < figure.least <= _LARGEST:
        return []
    if not figure.fields & TEMPERATURES or context.text.words[figure.last] in _FROM_ZERO:
        return []
    asked = context.user.texts[-1].words
    if figure.unit is None and not _GAPS.isdisjoint(asked):
        is_daily = not _NIGHTS.isdisjoint(asked) or not _SWINGS.isdisjoint(asked)
        if is_daily:
            return _swing(context, figure)
        return [] if day_at_once(context, figure) else by_difference(context, figure, (), figures)
    return _going_on(context, figure, figures) or _summing_up(context, figure, figures)


def _swing(context: Context, figure: Figure) -> list[Reading]:
    """Return the day whose high and low are so far apart, to somebody who asked how far day and night are."""
    return [
        day
        for day in context.about(context.scopes.at(figure.first, figure.last))
        if {"high", "low"} <= day.values.keys()
        and is_rounded(figure.least, round(day.values["high"] - day.values["low"], 6))
    ]


def _going_on(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return two readings so far apart, after a difference told right before: "one above it, Friday two"."""
    begin, _ = context.stances.sentence(figure.first)
    before = next((f for f in reversed(figures) if f.first < figure.first), None)
    if before is None or before.first < begin or before.kind != "difference" or figure.unit is not None:
        return []
    mine = context.about(context.scopes.at(figure.first, figure.last))
    for own in mine:
        for other in context.given:
            if other is own or (other.place != own.place and other.offset != own.offset):
                continue
            if any(is_rounded(figure.least, gap) for gap in _gaps(context, own, other)):
                return [own, other]
    return []


def _gaps(context: Context, one: Reading, other: Reading) -> Iterator[float]:
    """Yield how far two readings are apart: by night where nights were asked about, else by day."""
    is_nightly = not _NIGHTS.isdisjoint(context.user.texts[-1].words)
    fields: tuple[Field, ...] = ("low",) if is_nightly else ("high", "temperature")
    for field in fields:
        if field in one.values and field in other.values:
            gap = one.values[field] - other.values[field]
            yield abs(round(convert_difference(gap, unit_of(one, field), unit_of(one, field)), 6))


def _summing_up(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of two figures told just before, so far apart: "Paris has the three degrees"."""
    words = context.text.words
    number = context.text.sentence_number(figure.first)
    opening = context.text.sentences[number][0]
    is_pointed = words[figure.first - 1] in _POINTING or figure.first == opening
    is_pointed = is_pointed or words[figure.first - 1] == ":"
    behind = (*words[figure.last + 1 : figure.last + 2], ".")[0]
    if figure.unit is None or not is_pointed or behind not in _AFTER_SUM or figure.hedge != "exact":
        return []
    begin = context.text.sentences[max(0, number - 1)][0]
    last = context.text.sentences[min(number + 1, len(context.text.sentences) - 1)][1]
    told = [f for f in figures if begin <= f.first < last and f.kind == "level" and f.is_exact]
    told = [f for f in told if f.fields & TEMPERATURES and f.must and f is not figure]
    for one, other in combinations(told, 2):
        if is_rounded(figure.least, abs(one.least - other.least)):
            return list(context.given)
    return []
