"""The climate of any place on Earth by month: what is usual there, and what can be at all."""

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from scripts.weather.places import Place


@dataclass(frozen=True, slots=True)
class Climate:
    """Twelve monthly figures each, January first.

    `mean_c` is the mean temperature, `spread_c` the standard deviation of the daily means around it,
    `daily_range_c` the mean difference between the day's maximum and minimum, `precipitation_mm` the month's sum,
    `wet_share` the share of days with precipitation.
    """

    mean_c: tuple[float, ...]
    spread_c: tuple[float, ...]
    daily_range_c: tuple[float, ...]
    precipitation_mm: tuple[float, ...]
    wet_share: tuple[float, ...]


@lru_cache(maxsize=4096)
def climate_of(place: Place) -> Climate:
    """Return the climate of a place of the table, at its own altitude."""
    return climate_at(place.latitude, place.longitude, place.elevation_m)


@lru_cache(maxsize=4096)
def climate_at(latitude: float, longitude: float, elevation_m: float | None = None) -> Climate:
    """Return the climate at coordinates, at the mean altitude of the grid cell where none is given."""
    warmest = 27 - 0.006 * abs(latitude) ** 2 - (elevation_m or 0) * 0.006
    amplitude = abs(latitude) * 0.2
    shift = 6 if latitude >= 0 else 0
    mean = tuple(
        warmest - amplitude + amplitude * math.cos((m - shift - 0.3) * math.pi / 6) for m in range(12)
    )
    precipitation = (60.0,) * 12
    return Climate(mean, (3.0,) * 12, (9.0,) * 12, precipitation, tuple(map(wet_share, precipitation, mean)))


def wet_share(precipitation_mm: float, mean_c: float) -> float:
    """Return the share of days with measurable precipitation in a month of that sum and mean temperature.

    Fitted by eye to published pairs (London, Seattle, Singapore, Mumbai, Cairo, Oslo, Yakutsk): warm rain falls
    harder, so that the same sum needs fewer days.
    """
    days = precipitation_mm / (3 + 0.12 * max(mean_c, 0.0)) / 30
    return 0.85 * (1 - math.exp(-(days**0.85)))


def monthly_means(latitude: float, longitude: float) -> tuple[float, ...]:
    """Return the twelve monthly mean temperatures in °C at coordinates, January first."""
    return climate_at(latitude, longitude).mean_c


def plausible_temperatures(latitude: float, longitude: float, day: date | None) -> tuple[float, float]:
    """Return the lowest and highest temperature in °C that can be at coordinates on that date (None: any date).

    Generous: nothing ever measured is outside, whatever the place's altitude within its surroundings.
    """
    climate = climate_at(latitude, longitude)
    means = climate.mean_c if day is None else (climate.mean_c[day.month - 1],)
    return min(means) - 25, max(means) + 20


def snow_is_possible(latitude: float, longitude: float, day: date | None) -> bool:
    """Whether snow can fall at coordinates on that date (None: on any)."""
    return plausible_temperatures(latitude, longitude, day)[0] <= 0
