"""How warm it feels: the wind chill and heat index of the United States National Weather Service.

Wind chill (NWS 2001, the same as Environment Canada's) below 20 °C where there is wind, heat index (Rothfusz
regression with its adjustments, NWS SR 90-23) above; on a still, mild day it feels as warm as it is.
"""

import math
from typing import Final

from scripts.weather.units import clamped, to_celsius, to_fahrenheit

CALM_KMH: Final = 5.0
"""Below this wind there is no wind chill (NWS: 3 mph)."""
MILD_C: Final = 20.0
"""Where wind chill ends and the heat index begins; both formulas meet the air temperature here."""
LIMITS_C: Final = (-24.0, 15.0)
"""The largest differences to the air temperature that are told."""


def feels_like(temperature_c: float, humidity: float, wind_kmh: float) -> float:
    """Return the apparent temperature in °C for relative humidity in percent and wind in km/h."""
    if temperature_c < MILD_C:
        felt = wind_chill(temperature_c, wind_kmh) if wind_kmh >= CALM_KMH else temperature_c
    else:
        felt = heat_index(temperature_c, humidity)
    low, high = LIMITS_C
    return clamped(felt, temperature_c + low, temperature_c + high)


def wind_chill(temperature_c: float, wind_kmh: float) -> float:
    """Return the wind chill in °C, never above the air temperature."""
    flow = math.pow(wind_kmh, 0.16)
    return min(temperature_c, 13.12 + 0.6215 * temperature_c + (0.3965 * temperature_c - 11.37) * flow)


def heat_index(temperature_c: float, humidity: float) -> float:
    """Return the heat index in °C: Steadman's simple mean below 80 °F, the Rothfusz regression above."""
    t, rh = to_fahrenheit(temperature_c), humidity
    simple = (t + 61 + (t - 68) * 1.2 + rh * 0.094) / 2
    if (simple + t) / 2 < 80:
        return to_celsius((simple + t) / 2)
    index = (
        -42.379
        + (2.04901523 - 6.83783e-3 * t) * t
        + (10.14333127 - 5.481717e-2 * rh) * rh
        + (-0.22475541 + 1.22874e-3 * t + 8.5282e-4 * rh - 1.99e-6 * t * rh) * t * rh
    )
    if rh < 13 and t <= 112:
        index -= (13 - rh) / 4 * math.sqrt((17 - abs(t - 95)) / 17)
    elif rh > 85 and t <= 87:
        index += (rh - 85) / 10 * (87 - t) / 5
    return to_celsius(index)
