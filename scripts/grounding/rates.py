"""So many degrees a day: "it drops by two degrees a day", "one degree per day, from 12 to 10"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.agreement import is_rounded, unit_of
from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.rates_said import is_rate
from scripts.grounding.text import word_set
from scripts.grounding.units_said import UNKNOWN_SCALE, convert_difference

_OR: Final = (("or",), ("to",), ("–",), ("-",))
_UP: Final = word_set(
    "warms warm warming warmer rises rise rising climbs climb climbing gains gain gaining up hotter milder "
    "increases"
)
_DOWN: Final = word_set(
    "cools cool cooling cooler colder falls fall falling drops drop dropping loses lose losing down slips "
    "slip sheds"
)


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
