"""Units of the simulated service (metric is °C and km/h, imperial °F and mph), and figures within bounds."""

from typing import Final, Literal

Units = Literal["metric", "imperial"]

KM_PER_MILE: Final = 1.609344

LABELS: Final[dict[Units, dict[str, str]]] = {
    "metric": {"temperature": "°C", "wind_speed": "km/h"},
    "imperial": {"temperature": "°F", "wind_speed": "mph"},
}
"""The `units` object of a result."""

IMPERIAL_COUNTRIES: Final[frozenset[str]] = frozenset(
    ("US", "PR", "GU", "VI", "AS", "MP", "UM", "LR", "MM", "BS", "BZ", "KY", "PW", "MH", "FM")
)
"""ISO 3166 codes of the countries where weather is told in °F and mph: the United States and its territories,
Liberia, Myanmar, the Bahamas, Belize, the Cayman Islands, Palau, the Marshall Islands, Micronesia."""


def customary_units(country_code: str | None) -> Units:
    """Return the units the service answers in where a call names none; None is the open sea or no country."""
    return "imperial" if country_code in IMPERIAL_COUNTRIES else "metric"


def clamped(value: float, low: float, high: float) -> float:
    """Return a value, or the bound that it passes; asked so often that `min` and `max` would tell."""
    return low if value < low else high if value > high else value


def to_fahrenheit(celsius: float) -> float:
    """Convert a temperature from °C to °F."""
    return celsius * 1.8 + 32


def to_celsius(fahrenheit: float) -> float:
    """Convert a temperature from °F to °C."""
    return (fahrenheit - 32) / 1.8


def to_mph(kmh: float) -> float:
    """Convert a speed from km/h to miles per hour."""
    return kmh / KM_PER_MILE


def to_kmh(mph: float) -> float:
    """Convert a speed from miles per hour to km/h."""
    return mph * KM_PER_MILE
