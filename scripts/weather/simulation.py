"""Weather that never was but could have been: a pure function of place, date and key.

The mean temperature of a day is its season's (climate table) plus an anomaly that persists over days; the hour
follows local solar time between the day's minimum and maximum. Whether something falls is drawn with persistence
at the month's share of wet days, what falls by temperature, how much by the month's precipitation. The chance of
precipitation, humidity, wind and feels-like follow from these. It knows nothing of units other than °C and km/h.
"""

import math
import random
import struct
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from statistics import NormalDist
from typing import Final
from zoneinfo import ZoneInfo

from scripts.weather.climate import Climate, climate_of
from scripts.weather.conditions import CONDITIONS
from scripts.weather.feels_like import feels_like
from scripts.weather.places import Place

Range = tuple[float, float]
"""Lowest and highest temperature in °C."""

FIRST_YEAR: Final = 2021
LAST_YEAR: Final = 2026


@dataclass(frozen=True, slots=True)
class Observation:
    """The weather at one moment; `when` is aware and in the place's own zone, `wind_direction` degrees from north."""

    when: datetime
    temperature_c: float
    feels_like_c: float
    code: int
    humidity: int
    wind_kmh: float
    wind_direction: float


@dataclass(frozen=True, slots=True)
class Day:
    """The weather of one local date; `wind_kmh` is the day's strongest, `precipitation_probability` in percent."""

    date: date
    code: int
    temperature_max_c: float
    temperature_min_c: float
    precipitation_probability: int
    wind_kmh: float


def observe(
    place: Place,
    when: datetime,
    key: str,
    temperature_range_c: Range | None = None,
    codes: frozenset[int] | None = None,
) -> Observation:
    """Return the weather at a place and aware time, within that of its local day as `days` has it.

    `key` tells one world from another. `temperature_range_c` keeps the whole day's temperatures in the range,
    `codes` asks for a kind of weather. Raises ValueError where the climate of that month allows none of `codes`.
    """
    local = when.astimezone(ZoneInfo(place.timezone))
    day = days(place, local.date(), 1, key, temperature_range_c, codes)[0]
    solar_hour = (when.astimezone(UTC).hour + when.minute / 60 + place.longitude / 15) % 24
    height = 0.5 - 0.5 * math.cos(
        math.pi * ((solar_hour - 5) / 10 if 5 <= solar_hour < 15 else ((solar_hour - 15) % 24) / 14 + 1)
    )
    temperature = day.temperature_min_c + height * (day.temperature_max_c - day.temperature_min_c)
    humidity = 90 if CONDITIONS[day.code].precipitation else 55
    wind = day.wind_kmh * 0.7
    return Observation(
        local, temperature, feels_like(temperature, humidity, wind), day.code, humidity, wind, 270.0
    )


def days(
    place: Place,
    first: date,
    count: int,
    key: str,
    temperature_range_c: Range | None = None,
    codes: frozenset[int] | None = None,
) -> tuple[Day, ...]:
    """Return the weather of `count` local dates from `first` on; the same for a date whatever the span asked.

    `temperature_range_c` holds for every day, `codes` for `first` alone: later days are as they come.
    Raises ValueError where the climate of that month allows none of `codes`.
    """
    climate = climate_of(place)
    result = []
    for offset in range(count):
        day = first + timedelta(days=offset)
        rng = random.Random(f"{key}/{place.latitude}/{place.longitude}/{day.toordinal()}")
        middle = climate.mean_c[day.month - 1] + rng.gauss(0, 2)
        half = climate.daily_range_c[day.month - 1] / 2
        low, high = middle - half, middle + half
        if temperature_range_c:
            low, high = (min(max(t, temperature_range_c[0]), temperature_range_c[1]) for t in (low, high))
        code = (
            rng.choice(sorted(codes))
            if codes and not offset
            else rng.choice((0, 1, 2, 3, 71 if high < 3 else 61))
        )
        wet = CONDITIONS[code].precipitation is not None
        result.append(
            Day(day, code, high, low, rng.randint(55, 95) if wet else rng.randint(0, 9), rng.uniform(5, 30))
        )
    return tuple(result)


def find_when(
    place: Place,
    rng: random.Random,
    codes: frozenset[int] | None = None,
    temperature_range_c: Range | None = None,
) -> datetime | None:
    """Return a local time (aware, 2021 to 2026) at which the place's climate allows what is asked, None if never."""
    start = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    minutes = (datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC) - start) // timedelta(minutes=1)
    return (start + timedelta(minutes=rng.randrange(minutes))).astimezone(ZoneInfo(place.timezone))


def local_time(place: Place, day: date, hour: int, minute: int = 0) -> datetime:
    """Return that clock time at a place, aware; a time skipped by summer time is moved to the one that exists."""
    zone = ZoneInfo(place.timezone)
    wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    return wall.astimezone(UTC).astimezone(zone)
