"""Marks said not to be reached, or not to be sunk to: "no day gets to 75", "it never drops to 40"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_NOT_WHILE: Final = frozenset(("not", word) for word in ("while", "when", "until", "till", "if"))
_NOT: Final = Triggers(
    word_set(
        "never no not none nothing nobody nor neither nowhere without doesn't don't won't isn't didn't "
        "hasn't can't cannot fails fail failing hardly ne'er"
    )
)
_RISING: Final = word_set(
    "reach reaches reaching reached hit hits hitting touch touches touching get gets getting make makes "
    "making see sees seeing attain attains approach approaches crack cracks climb climbs climbing rise rises "
    "rising manage manages come comes near nears meet meets go goes going"
)
SINKING: Final = word_set(
    "drop drops dropping dropped fall falls falling sink sinks sinking dip dips dipping slip slips slipping "
    "slide slides cool cools descend descends plunge plunges tumble tumbles decline declines"
)
_BETWEEN: Final = word_set("to the a as up it even all quite way far high low near much down only past your")
_DOWN: Final = frozenset(("down", "low"))
_EXCEPTING: Final = word_set("but except save until till before only if unless besides apart other just than")
_MUCH_LESS: Final = (("let", "alone"), ("much", "less"), ("still", "less"), ("never", "mind"))
_NIGHTLY: Final[frozenset[Field]] = frozenset(("low", "feels_like"))
_REACH: Final = 4
"""Tokens that may stand between the verb and the figure, and between the denial and the verb."""


def by_reach(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading] | None:
    """Return the readings where none comes to a mark said not to be reached; None where none is said so."""
    if figure.hedge != "exact" or figure.kind != "level" or not context.text.where(_NOT):
        return None
    side = _side(context, figure) or _side_of_one_before(context, figure)
    if side == 0:
        return None
    fields = figure.fields - _NIGHTLY if side > 0 and figure.fields != frozenset(("low",)) else figure.fields
    for field in fields:
        values = [side * _said(figure, reading, field) for reading in readings if field in reading.values]
        if values and max(values) < side * figure.least:
            return list(readings)
    return []


def _side(context: Context, figure: Figure) -> int:
    """Return 1 where a figure is not risen to, -1 where it is not sunk to, 0 where neither is said."""
    words = context.text.words
    begin, end = context.stances.segment(figure.first)
    verb = figure.first - 1
    while verb > max(begin, figure.first - 1 - _REACH) and words[verb] in _BETWEEN:
        verb -= 1
    is_up, is_down = words[verb] in _RISING, words[verb] in SINKING
    if not (is_up or is_down) or not _EXCEPTING.isdisjoint(
        (*words[begin:verb], *words[figure.last + 1 : end])
    ):
        return 0
    if is_down and "to" not in words[verb : figure.first]:
        return 0
    before = words[max(begin, verb - _REACH - 2) : verb]
    if "and" in before:
        before = before[before.index("and") + 1 :]
    if _NOT.isdisjoint(before) or not _NOT_WHILE.isdisjoint(pairwise(before)):
        return 0
    return -1 if is_down or not _DOWN.isdisjoint(words[verb : figure.first]) else 1


def _side_of_one_before(context: Context, figure: Figure) -> int:
    """Return the side of the figure before where this one is named as further off: "let alone 32"."""
    if context.text.words[max(0, figure.first - 2) : figure.first] not in _MUCH_LESS:
        return 0
    at = context.figures.index(figure)
    return _side(context, context.figures[at - 1]) if at else 0


def _said(figure: Figure, reading: Reading, field: Field) -> float:
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    return convert(reading.values[field], unit_of(reading, field), unit)
