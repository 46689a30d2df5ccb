"""Whether a figure means a value given: equal, rounded, converted or hedged."""

import math

from scripts.grounding import tolerances
from scripts.grounding.facts import Field, Reading
from scripts.grounding.words.figure import THRESHOLDS, Figure
from scripts.grounding.words.figure_words import PERCENTS, TEMPERATURES, WIND
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_TINY = 1e-6
_DECADE = 10.0
"""A decade and its parts are narrower than that: "out of the teens" is past all of them."""

_SCALES = (("C", "F"), ("km/h", "mph", "kn", "m/s"))
_OTHER_SCALES = {unit: [other for other in scales if other != unit] for scales in _SCALES for unit in scales}
HOTTEST_C = 57.0
"""°C: no weather is hotter, so that a larger number without a scale is one of °F."""


def fits(figure: Figure, reading: Reading, field: Field) -> bool:
    """Whether a figure means a reading's value of a field, in whichever unit it is said."""
    given = reading.values.get(field)
    if given is None:
        return False
    unit = unit_of(reading, field)
    if figure.unit in (None, UNKNOWN_SCALE, "%"):
        if figure.unit == "%" and field not in PERCENTS:
            return False
        if figure.hedge in THRESHOLDS:
            return agrees(figure, given, field)
        return agrees(figure, given, field) or (
            _may_be_converted(figure, unit) and _agrees_converted(figure, given, unit, field)
        )
    if unit is None:
        return any(
            agrees(figure, convert(given, source, figure.unit), field) for source in ("C", "F", "km/h", "mph")
        )
    return agrees(figure, convert(given, unit, figure.unit), field)


def _may_be_converted(figure: Figure, unit: str | None) -> bool:
    """Whether a figure without a scale may be in the other one: both are spoken of, or this one cannot be."""
    return figure.is_free_of_scale or (unit == "C" and figure.least > HOTTEST_C)


def _agrees_converted(figure: Figure, given: float, unit: str | None, field: Field) -> bool:
    """Whether a figure that names no scale is the value in another one."""
    return figure.unit != "%" and any(
        agrees(figure, convert(given, unit, other), field) for other in _OTHER_SCALES.get(unit or "", ())
    )


def unit_of(reading: Reading, field: Field) -> str | None:
    """Return the unit a reading gives a field in."""
    if field in TEMPERATURES:
        return reading.temperature_unit
    return reading.wind_unit if field in WIND else "%"


def agrees(figure: Figure, given: float, field: Field) -> bool:
    """Whether a value given, in the figure's unit, is what the figure means."""
    if figure.hedge == "exact":
        return _is_exactly(figure, given)
    other = tolerances.ABOUT_WIND.get(figure.unit or "", tolerances.ABOUT_OTHER)
    slack = tolerances.ABOUT_DEGREES if field in TEMPERATURES else other
    low, high = figure.least, figure.most
    match figure.hedge:
        case "about":
            return low - slack - _TINY <= given <= high + slack + _TINY or is_rounded(low, given)
        case "nearly":
            return low - slack - _TINY <= given <= high + _TINY
        case "just_over":
            from_what = low if figure.is_exact else high
            return from_what - _TINY <= given <= high + slack + _TINY
        case "over":
            return given > (high if low == high or 1 <= high - low < _DECADE else low - _TINY)
        case "under":
            return given < (low if 1 <= high - low < _DECADE else high)
        case "at_least":
            above = tolerances.AT_LEAST_DEGREES if field in TEMPERATURES else 2 * slack
            return low <= given <= high + above
        case "at_most":
            below = tolerances.AT_MOST_DEGREES if field in TEMPERATURES else 2 * slack
            return low - below <= given <= high


def _is_exactly(figure: Figure, given: float) -> bool:
    """Whether a value is what a figure without a hedge means, as exact as that is."""
    low, high = figure.least, figure.most
    if figure.is_fraction and not figure.is_of_hundred:
        return abs(given - low) <= tolerances.FRACTION_PERCENT
    if low == high:
        return is_rounded(low, given)
    return (
        low - 0.5 <= given < high + 0.5 and low <= math.floor(given + 0.5) <= high
    ) or low <= given <= high


def is_rounded(said: float, given: float) -> bool:
    """Whether a number is the given one, or it rounded up or down to a whole, a half or a tenth."""
    if abs(said - given) < _TINY:
        return True
    if said % 1 == 0:
        return abs(said - given) < 1 - _TINY and given % 1 != 0
    if said % 0.5 == 0:
        return abs(said - given) <= 0.25 + _TINY and given % 1 != 0
    return abs(said - round(given, 1)) < 0.1 - _TINY and abs(said - given) < 0.1
