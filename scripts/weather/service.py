"""The simulated weather service: the JSON objects its three tools answer, as the data contract has them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from scripts.weather.conditions import CONDITIONS
from scripts.weather.places import Place
from scripts.weather.simulation import Day, Observation
from scripts.weather.units import LABELS, Units, to_fahrenheit, to_mph

COMPASS: Final = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip

OUTAGES: Final = (
    "Minutely API request limit exceeded. Please try again in one minute.",
    "Hourly API request limit exceeded. Please try again in the next hour.",
    "Daily API request limit exceeded. Please try again tomorrow.",
    "The weather service is temporarily overloaded. Please try again later.",
    "Timeout while reading weather model data.",
    "Upstream model data is not available right now.",
    "Internal server error.",
    "Bad gateway: no answer from the forecast server.",
    "Service unavailable: scheduled maintenance in progress.",
    "Connection to the observation database was lost.",
)
"""Reasons of failures that are nobody's fault; the wording follows Open-Meteo's and common gateways'."""


def current_weather(
    place: Place, observation: Observation, units: Units, decimals: int = 0
) -> dict[str, Any]:
    """Return the result of `get_current_weather`; figures are rounded to `decimals` (0 or 1)."""
    return {
        "temperature": _temperature(observation.temperature_c, units, decimals),
        "feels_like": _temperature(observation.feels_like_c, units, decimals),
        "condition": CONDITIONS[observation.code].name,
        "weather_code": observation.code,
        "humidity": observation.humidity,
        "wind_speed": _speed(observation.wind_kmh, units, decimals),
        "wind_direction": COMPASS[round(observation.wind_direction / 22.5) % 16],
        "observed_at": observation.when.isoformat(timespec="minutes"),
        "units": dict(LABELS[units]),
    }


def forecast(place: Place, days: Sequence[Day], units: Units, decimals: int = 0) -> dict[str, Any]:
    """Return the result of `get_forecast` for days that follow one another."""
    return {
        "daily": [
            {
                "date": day.date.isoformat(),
                "condition": CONDITIONS[day.code].name,
                "weather_code": day.code,
                "temperature_max": _temperature(day.temperature_max_c, units, decimals),
                "temperature_min": _temperature(day.temperature_min_c, units, decimals),
                "precipitation_probability": day.precipitation_probability,
                "wind_speed": _speed(day.wind_kmh, units, decimals),
            }
            for day in days
        ],
        "timezone": place.timezone,
        "units": dict(LABELS[units]),
    }


def geocoding(places: Iterable[Place]) -> dict[str, Any]:
    """Return the result of `geocode_location`: best match first, an empty list where nothing was found."""
    return {
        "results": [
            {
                "name": place.name,
                "admin1": place.admin1,
                "country": place.country,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "timezone": place.timezone,
            }
            for place in places
        ]
    }


def error(reason: str) -> dict[str, Any]:
    """Return the result of a call that fails."""
    return {"error": True, "reason": reason}


def argument_error(name: str, value: float) -> dict[str, Any]:
    """Return the failure of a call whose `latitude`, `longitude` or `days` is out of range."""
    low, high = {"latitude": (-90, 90), "longitude": (-180, 180), "days": (1, 14)}[name]
    return error(f"{name.capitalize()} must be in range of {low} to {high}. Given: {value}")


def _temperature(celsius: float, units: Units, decimals: int) -> float:
    return _rounded(to_fahrenheit(celsius) if units == "imperial" else celsius, decimals)


def _speed(kmh: float, units: Units, decimals: int) -> float:
    return _rounded(to_mph(kmh) if units == "imperial" else kmh, decimals)


def _rounded(value: float, decimals: int) -> float:
    return round(value, decimals) + 0.0 if decimals else round(value)
