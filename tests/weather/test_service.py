"""What the service answers: exactly the contract's keys and types, in the units asked for."""

import json
import re
from datetime import date, timedelta
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.weather.conditions import CONDITIONS
from scripts.weather.places import geocode, places
from scripts.weather.service import (
    COMPASS,
    OUTAGES,
    argument_error,
    current_weather,
    error,
    forecast,
    geocoding,
)
from scripts.weather.simulation import Observation, days, local_time, observe
from scripts.weather.tools import TOOLS
from scripts.weather.units import Units
from tests.weather.lookup import best

UNITS = st.sampled_from(("metric", "imperial"))
OBSERVED_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d")


@given(st.sampled_from(places()), st.dates(date(2021, 1, 1), date(2026, 12, 31)), UNITS, st.integers(0, 1))
def test_current_weather_is_the_contracts(place, day: date, units: Units, decimals: int) -> None:
    seen = observe(place, local_time(place, day, 9), "k")
    result = current_weather(place, seen, units, decimals)
    assert list(result) == [
        "temperature", "feels_like", "condition", "weather_code", "humidity", "wind_speed", "wind_direction",
        "observed_at", "units",
    ]  # fmt: skip
    assert CONDITIONS[result["weather_code"]].name == result["condition"]
    assert result["wind_direction"] in COMPASS
    assert OBSERVED_AT.fullmatch(result["observed_at"])
    assert json.loads(json.dumps(result, allow_nan=False)) == result
    for field in ("temperature", "feels_like", "wind_speed"):
        assert round(result[field], decimals) == result[field]
        assert isinstance(result[field], float if decimals else int)


@given(st.sampled_from(places()), st.integers(1, 14), UNITS)
def test_a_forecast_has_the_days_asked_for(place, count: int, units: Units) -> None:
    first = date(2024, 2, 24)
    result = forecast(place, days(place, first, count, "k"), units)
    assert list(result) == ["daily", "timezone", "units"]
    assert [day["date"] for day in result["daily"]] == [
        (first + timedelta(days=offset)).isoformat() for offset in range(count)
    ]
    for day in result["daily"]:
        assert list(day) == [
            "date", "condition", "weather_code", "temperature_max", "temperature_min",
            "precipitation_probability", "wind_speed",
        ]  # fmt: skip
        assert day["temperature_min"] <= day["temperature_max"]


def test_the_same_weather_in_other_units() -> None:
    place = best("Oslo")
    seen = Observation(local_time(place, date(2025, 1, 5), 9), -3.26, -9.5, 71, 88, 20.0, 337.0)
    metric, imperial = current_weather(place, seen, "metric", 1), current_weather(place, seen, "imperial")
    assert (metric["temperature"], metric["feels_like"], metric["wind_speed"]) == (-3.3, -9.5, 20.0)
    assert (imperial["temperature"], imperial["feels_like"], imperial["wind_speed"]) == (26, 15, 12)
    assert metric["wind_direction"] == imperial["wind_direction"] == "NNW"
    assert metric["observed_at"] == "2025-01-05T09:00+01:00"
    assert imperial["units"] == {"temperature": "°F", "wind_speed": "mph"}


def test_geocoding_lists_places_best_first() -> None:
    result = geocoding(geocode("San Francisco", "United States"))
    assert result["results"][0] == {
        "name": "San Francisco",
        "admin1": "California",
        "country": "United States",
        "latitude": 37.7749,
        "longitude": -122.4194,
        "timezone": "America/Los_Angeles",
    }
    assert geocoding(()) == {"results": []}


def test_failures_say_why() -> None:
    assert argument_error("latitude", 123.4) == {
        "error": True,
        "reason": "Latitude must be in range of -90 to 90. Given: 123.4",
    }
    assert argument_error("days", 20)["reason"] == "Days must be in range of 1 to 14. Given: 20"
    assert all(error(reason) == {"error": True, "reason": reason} for reason in OUTAGES)


TOOL_CASES: list[tuple[str, dict[str, Any], bool]] = [
    ("get_current_weather", {"latitude": 52.5, "longitude": 13.4}, True),
    ("get_current_weather", {"latitude": -90, "longitude": 180, "units": "imperial"}, True),
    ("get_current_weather", {"latitude": 90.1, "longitude": 0}, False),
    ("get_current_weather", {"latitude": 0, "longitude": -180.5}, False),
    ("get_current_weather", {"latitude": 0}, False),
    ("get_current_weather", {"latitude": "0", "longitude": 0}, False),
    ("get_current_weather", {"latitude": 0, "longitude": 0, "units": "kelvin"}, False),
    ("get_current_weather", {"latitude": 0, "longitude": 0, "place": "x"}, False),
    ("get_forecast", {"latitude": 0, "longitude": 0, "days": 1}, True),
    ("get_forecast", {"latitude": 0, "longitude": 0, "days": 14}, True),
    ("get_forecast", {"latitude": 0, "longitude": 0, "days": 0}, False),
    ("get_forecast", {"latitude": 0, "longitude": 0, "days": 15}, False),
    ("get_forecast", {"latitude": 0, "longitude": 0, "days": 2.5}, False),
    ("get_forecast", {"latitude": 0, "longitude": 0}, False),
    ("geocode_location", {"city": "Oslo"}, True),
    ("geocode_location", {"city": "Oslo", "country": "Norway"}, True),
    ("geocode_location", {"city": ""}, False),
    ("geocode_location", {"country": "Norway"}, False),
]


@pytest.mark.parametrize(("name", "arguments", "valid"), TOOL_CASES)
def test_the_tools_take_what_the_contract_says(name: str, arguments: dict[str, Any], valid: bool) -> None:
    (function,) = (tool["function"] for tool in TOOLS if tool["function"]["name"] == name)
    assert jsonschema_rs.is_valid(function["parameters"], arguments) is valid


def test_the_tools_are_plain_json_with_a_word_on_everything() -> None:
    assert "null" not in json.dumps(TOOLS)
    for tool in TOOLS:
        assert tool["type"] == "function"
        assert tool["function"]["description"]
        assert tool["function"]["parameters"]["additionalProperties"] is False
        for parameter in tool["function"]["parameters"]["properties"].values():
            assert parameter["description"]
            assert all(
                type(parameter[bound]) is int for bound in ("minimum", "maximum") if bound in parameter
            )
