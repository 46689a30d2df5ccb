"""So many degrees a day: "it drops by two degrees a day", "one degree per day, from 12 to 10"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import is_rounded, unit_of
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.tolerances import ABOUT_DEGREES
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert_difference, is_rate

_OR: Final = (("or",), ("to",), ("–",), ("-",))
_UP: Final = word_set(
    "warms warm warming warmer rises rise rising climbs climb climbing gains gain gaining up hotter milder "
    "increases"
)
_DOWN: Final = word_set(
    "cools cool cooling cooler colder falls fall falling drops drop dropping loses lose losing down slips "
    "slip sheds"
)
_DAILY: Final = (("a", "day"), ("each", "day"), ("every", "day"), ("per", "day"), ("daily",), ("a", "night"))
_DAYS: Final = Triggers(("day", "daily", "night"))
_NIGHTS: Final = frozenset(("low", "lows", "night", "nights"))
_BESIDE: Final = 1.0
"""Degrees that a single step may be off the one told, where the steps are not all alike."""


def by_rate(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading] | None:
    """Return the days from one to the next of which so much is gained or lost, None where no rate is told."""
    if figure.kind != "difference" or not is_rate(context.text, figure.last):
        return None
    words = context.text.words[slice(*context.stances.sentence(figure.first))]
    sign = 1 if not _UP.isdisjoint(words) else -1
    is_sided = _UP.isdisjoint(words) != _DOWN.isdisjoint(words)
    days = sorted((r for r in readings if not r.is_current), key=lambda r: (r.call, r.place, r.offset))
    if len(days) == 1:
        days = sorted(
            (r for r in context.given if r.place == days[0].place and r.call == days[0].call), key=_nth
        )
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    for field in figure.fields - {"low"} or figure.fields:
        told = [r for r in days if field in r.values]
        steps = [
            (convert_difference(b.values[field] - a.values[field], unit_of(a, field), unit), a, b)
            for a, b in pairwise(told)
            if a.call == b.call
        ]
        least = _least(context, figure)
        run = [each for each in steps if _is_step(each[0], figure, least, sign if is_sided else 0)]
        if len(run) * 2 > len(steps) or (run and len(run) > 1 and len(told) > 4):
            return [reading for _, a, b in run for reading in (a, b)]
    return []


def _least(context: Context, figure: Figure) -> float:
    """Return the lesser number of "four or five degrees a day", the number itself where it stands alone."""
    at = context.figures.index(figure)
    before = context.figures[at - 1] if at else None
    is_pair = before is not None and context.text.words[before.last + 1 : figure.first] in _OR
    return min(before.least, figure.least) if before is not None and is_pair else figure.least


def _nth(reading: Reading) -> int:
    return reading.offset


def _is_step(step: float, figure: Figure, least: float, sign: int) -> bool:
    """Whether one step is of the size told, and on the side told."""
    if sign and sign * step < 0:
        return False
    if least < abs(step) < figure.least:
        return True
    if least != figure.least and is_rounded(least, round(abs(step), 6)):
        return True
    return is_rounded(abs(figure.least), round(abs(step), 6)) or (
        figure.hedge == "about" and abs(abs(step) - figure.least) <= 1
    )


def as_daily(context: Context, figure: Figure) -> list[Reading]:
    """Return the days whose highs or lows go up or down by so much from each to the next."""
    if figure.unit is None or not context.text.where(_DAYS) or not figure.fields & TEMPERATURES:
        return []
    after = context.text.words[figure.last + 1 : figure.last + 3]
    if not any(after[: len(said)] == said for said in _DAILY):
        return []
    is_nightly = not _NIGHTS.isdisjoint(context.text.words[slice(*context.text.sentence(figure.first))])
    spots = context.scopes.at(figure.first, figure.last).spots
    days = [r for r in context.given if not r.is_current and (spots is None or r.place in spots)]
    for call in sorted({reading.call for reading in days}, reverse=True):
        course = sorted((r for r in days if r.call == call), key=lambda r: r.offset)
        if _steps_by(figure, course, "low" if is_nightly else "high"):
            return course
    return []


def _steps_by(figure: Figure, course: list[Reading], field: Field) -> bool:
    having = [reading for reading in course if field in reading.values]
    unit = None if figure.unit == UNKNOWN_SCALE else figure.unit
    steps = [
        convert_difference(b.values[field] - a.values[field], b.temperature_unit, unit)
        for a, b in pairwise(having)
    ]
    if not steps or min(steps) * max(steps) < 0:
        return False
    reach = ABOUT_DEGREES if figure.hedge == "about" else _BESIDE
    if all(abs(abs(step) - abs(figure.least)) < reach for step in steps):
        return True
    return is_rounded(abs(figure.least), round(abs(sum(steps)) / len(steps), 6))
