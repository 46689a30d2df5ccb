"""Which weather code a day gets: what the season of a place allows, and what the draws make of it.

A day's weather is told by its middle temperature (between minimum and maximum) and a rank from 0 to 1 of
how wet it is among the days of its season; both persist from day to day.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from scripts.weather.climate import WIDEST_SPREAD_C, Climate, usual
from scripts.weather.conditions import CONDITIONS
from scripts.weather.units import clamped

MIDDLE_C: Final[Mapping[int, tuple[float, float]]] = {
    **dict.fromkeys((0, 1, 2, 3), (-95.0, 60.0)),
    45: (-1.0, 24.0),
    48: (-30.0, -1.5),
    **dict.fromkeys((51, 53, 55), (2.0, 24.0)),
    **dict.fromkeys((56, 57, 66, 67), (-6.0, -0.5)),
    **dict.fromkeys((61, 63), (2.0, 33.0)),
    65: (4.0, 33.0),
    71: (-45.0, 0.8),
    73: (-28.0, 0.8),
    75: (-20.0, 0.8),
    77: (-70.0, -1.0),
    80: (2.5, 34.0),
    81: (4.0, 34.0),
    82: (12.0, 34.0),
    85: (-22.0, 0.8),
    86: (-16.0, 0.5),
    95: (12.0, 35.0),
    96: (11.0, 30.0),
    99: (13.0, 30.0),
}
"""The middle temperatures in °C of the days a code belongs to."""

CHANCE: Final[Mapping[int, tuple[int, int]]] = {
    0: (0, 6),
    1: (0, 12),
    2: (2, 25),
    3: (8, 42),
    45: (2, 18),
    48: (2, 18),
    **dict.fromkeys((51, 56, 77), (38, 68)),
    **dict.fromkeys((53, 71, 80, 85), (45, 78)),
    **dict.fromkeys((55, 57, 61, 66), (55, 85)),
    **dict.fromkeys((63, 73, 81), (66, 93)),
    **dict.fromkeys((65, 67, 75, 82, 86), (80, 99)),
    **dict.fromkeys((95, 96, 99), (55, 95)),
}
"""The chance of precipitation in percent that goes with a code."""

USUAL_SPREADS: Final = 2.6
"""How many standard deviations from its season a day of the simulation can be."""
DRY_SEASON: Final = 0.04
"""Where a smaller share of days is wet, nothing falls on demand."""


class Season(NamedTuple):
    """What is usual at a place around one date, in between the figures of two months of its `Climate`.

    `wet_day_mm` is what falls on a wet day on average.
    """

    mean_c: float
    spread_c: float
    daily_range_c: float
    precipitation_mm: float
    wet_share: float
    wet_day_mm: float
    continental: float


def season_of(climate: Climate, day: date) -> Season:
    """Return what is usual on that date."""
    since = (day.day - 15.5) / 30.5
    month = day.month - 1
    share = abs(since)
    here, there = usual(climate, month), usual(climate, (month + (1 if since > 0 else -1)) % 12)
    between = [one + share * (other - one) for one, other in zip(here, there, strict=True)]
    mean_c, spread_c, daily_range_c, precipitation_mm, wet = between
    wet_day_mm = precipitation_mm / (30.4 * wet) if wet > 0.001 else 0.0
    return Season(mean_c, spread_c, daily_range_c, precipitation_mm, wet, wet_day_mm, climate.continental)


def is_possible(code: int, season: Season) -> bool:
    """Whether the season's climate has this weather at all."""
    low, high = MIDDLE_C[code]
    reach = USUAL_SPREADS * season.spread_c
    if season.mean_c + reach < low or season.mean_c - reach > high:
        return False
    condition = CONDITIONS[code]
    if condition.precipitation is None:
        return not condition.fog or season.wet_share >= 0.08
    if condition.precipitation.startswith("freezing") and season.continental < 0.1:
        return False
    needed_mm = 0.0 if condition.intensity < 3 else 8.0 if condition.precipitation == "snow" else 20.0
    return season.wet_share >= DRY_SEASON and season.precipitation_mm >= needed_mm


def is_ever_possible(code: int, climate: Climate) -> bool:
    """Whether some month could be warm or cold enough for this weather, as is told at a glance."""
    low, high = MIDDLE_C[code]
    reach = USUAL_SPREADS * WIDEST_SPREAD_C
    return max(climate.mean_c) + reach >= low and min(climate.mean_c) - reach <= high


def possible(codes: Iterable[int], season: Season) -> list[int]:
    """Return those of `codes` that the season has, in order."""
    return sorted(code for code in codes if is_possible(code, season))


def sky(season: Season, middle_c: float, rank: float, cloud: float, fog: float) -> int:
    """Return the code of a dry day. `rank` is its wetness among the dry days, `cloud` and `fog` are draws."""
    wet = season.wet_share
    if wet > 0.1 and fog < 0.05 and middle_c < 18 and is_possible(48 if middle_c <= -1.5 else 45, season):
        return 48 if middle_c <= -1.5 else 45
    cover = 0.7 * rank + 0.3 * cloud
    clear = max(0.1, 0.66 - 0.95 * wet)
    mainly = clear + 0.2
    return 0 if cover < clear else 1 if cover < mainly else 2 if cover < 0.84 - 0.3 * wet else 3


def falling(season: Season, middle_c: float, rank: float, kind: float, force: float) -> int:
    """Return the code of a wet day. `rank` is its wetness among wet days, `kind` and `force` are draws."""
    millimetres = -season.wet_day_mm * math.log(1.0 - min(rank, 0.999))
    if -6 <= middle_c <= -0.5 and kind < 0.05 and season.continental >= 0.1:
        return (56 if force < 0.6 else 57) if millimetres < 2 else (66 if millimetres < 8 else 67)
    if middle_c <= 1.6 * force - 0.8:
        return _snow(middle_c, millimetres, kind)
    if kind < min(0.3, (middle_c - 11) / 50) and millimetres >= 1.5:
        return 99 if force < 0.03 and middle_c < 30 else 96 if force < 0.12 and middle_c < 30 else 95
    if kind > 0.8 - 0.018 * max(middle_c, 0.0):
        return 80 if millimetres < 5 or middle_c < 4 else 81 if millimetres < 18 or middle_c < 12 else 82
    if millimetres < 1.5 and middle_c < 24:
        return 51 if force < 0.55 else 53 if force < 0.85 else 55
    return 61 if millimetres < 4 else 63 if millimetres < 13 or middle_c < 4 else 65


def _snow(middle_c: float, millimetres: float, kind: float) -> int:
    if millimetres < 0.8 and middle_c <= -1 and (kind < 0.3 or middle_c < -45):
        return 77
    if kind > 0.75 and middle_c > -16:
        return 85 if millimetres < 4 else 86
    if millimetres < 3 or middle_c < -28:
        return 71
    return 73 if millimetres < 8 or middle_c < -20 else 75


def chance_of_precipitation(code: int, season: Season, draw: float) -> int:
    """Return the chance in percent that goes with a day's code; on a dry day less where it seldom rains."""
    low, high = CHANCE[code]
    chance = low + draw * (high - low)
    if CONDITIONS[code].precipitation is None:
        chance *= clamped(0.1 + 3 * season.wet_share, 0.0, 1.0)
    return round(chance)


def span(code: int, season: Season, middle_c: float, width_c: float) -> tuple[float, float]:
    """Return a day's minimum and maximum around its middle; `width_c` is a usual difference.

    Cloud and rain even the day out, a clear sky widens it, and the more so where it is seldom clear. Rain
    stays above freezing, snow near or below it, freezing rain below.
    """
    condition = CONDITIONS[code]
    if condition.precipitation or condition.fog:
        factor = 0.65
    else:
        wet = season.wet_share
        factor = (1.06 + 0.45 * wet, 1.04 + 0.3 * wet, 1.0, 0.72)[condition.cloud]
    low, high = middle_c - width_c * factor / 2, middle_c + width_c * factor / 2
    if condition.precipitation == "snow":
        high = min(high, max(3.5, low))
    elif code in (48, 56, 57, 66, 67):
        high = min(high, max(-0.2, low))
    elif condition.precipitation:
        low = max(low, min(0.6, high))
    return low, high
