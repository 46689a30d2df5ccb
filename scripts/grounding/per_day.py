"""Steps from each day to the next: "three degrees a day", "by four or five degrees each day"."""

from itertools import pairwise
from typing import Final

from scripts.grounding.agreement import is_rounded
from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import TEMPERATURES
from scripts.grounding.text import Triggers
from scripts.grounding.tolerances import ABOUT_DEGREES
from scripts.grounding.units_said import UNKNOWN_SCALE, convert_difference

_DAILY: Final = (("a", "day"), ("each", "day"), ("every", "day"), ("per", "day"), ("daily",), ("a", "night"))
_DAYS: Final = Triggers(("day", "daily", "night"))
_NIGHTS: Final = frozenset(("low", "lows", "night", "nights"))
_BESIDE: Final = 1.0
"""Degrees that a single step may be off the one told, where the steps are not all alike."""


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
