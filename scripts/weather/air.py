"""What goes with a day's sky and temperatures: the hours between, humidity and wind."""

import math
from typing import Final

from scripts.weather.conditions import Condition
from scripts.weather.places import Place
from scripts.weather.skies import Season
from scripts.weather.units import clamped

DAMPEST_C: Final = 27.5
"""Dew points above this are hardly ever measured."""
COLDEST_HOUR: Final = 5.0
WARMEST_HOUR: Final = 15.0
"""Of local solar time."""


def warmth(solar_hour: float) -> float:
    """Return where between minimum (0) and maximum (1) the temperature stands at an hour of solar time."""
    rising = WARMEST_HOUR - COLDEST_HOUR
    since = (solar_hour - COLDEST_HOUR) % 24
    turned = since / rising if since < rising else 1 + (since - rising) / (24 - rising)
    return 0.5 - 0.5 * math.cos(math.pi * turned)


def _vapour(celsius: float) -> float:
    """Return the saturation pressure of water vapour in hPa (Magnus formula)."""
    return 6.112 * math.exp(17.62 * celsius / (243.12 + celsius))


def relative_humidity(
    condition: Condition, season: Season, low: float, temperature: float, damp: float
) -> int:
    """Return the relative humidity in percent.

    The dew point lies the deeper below the night's minimum the drier the season is, near it in wet weather.
    """
    if condition.precipitation or condition.fog:
        floor, ceiling = (95, 100) if condition.fog else (66, 97) if condition.showers else (74, 99)
        below = 0.6
    else:
        floor, ceiling = (5, 7, 10, 25)[condition.cloud], (84, 86, 90, 95)[condition.cloud]
        dry = math.exp(-season.precipitation_mm / (4 + (season.mean_c if season.mean_c > 0 else 0.0)))
        below = 0.8 + (1.2 + 14 * clamped((season.mean_c + 5) / 35, 0.0, 1.0)) * dry
    dew_point = min(low - below * (0.6 + 0.8 * damp), DAMPEST_C)
    relative = 100 * _vapour(dew_point) / _vapour(temperature)
    return round(clamped(relative, floor + 4 * damp if floor < 95 else floor, ceiling))


def strongest_wind(place: Place, season: Season, condition: Condition, gust: float) -> float:
    """Return the day's strongest wind in km/h.

    More at sea, in high latitudes, on summits and in storms; hardly any in a Siberian winter's cold air.
    """
    usual = 10 + 9 * (1 - season.continental)
    if abs(place.latitude) > 30:
        usual += 0.12 * (abs(place.latitude) - 30)
    if place.elevation_m and place.elevation_m > 2500:
        usual += (place.elevation_m - 2500) / 500
    if season.mean_c < -25 and place.latitude > 0:
        usual *= 0.4
    wind = usual * math.exp(0.42 * gust)
    if condition.fog:
        return min(3 + wind / 4, 9.0)
    if condition.thunder or condition.intensity == 3:
        wind = 12 + 1.25 * wind
    return clamped(wind, 3.0, 115.0)


def prevailing_wind(latitude: float) -> float:
    """Return the usual wind's direction in degrees: trade winds, westerlies, polar easterlies."""
    north = latitude >= 0
    if abs(latitude) < 28:
        return 60 if north else 120
    if abs(latitude) < 66:
        return 245 if north else 285
    return 60 if north else 120
