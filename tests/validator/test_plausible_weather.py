"""Weather that cannot be, conditions nobody knows, coordinates that are nowhere."""

from typing import Any

import pytest

from scripts.validator import validate_record
from tests.validator.weather_records import (
    CURRENT,
    FORECAST,
    PLACES,
    asked,
    changed,
    codes,
    forecast,
    geocoding,
)

SEVILLE, OYMYAKON, LA_PAZ = (37.39, -5.98), (63.46, 142.79), (-16.5, -68.15)
REYKJAVIK, SINGAPORE, LAGOS = (64.15, -21.94), (1.29, 103.85), (6.45, 3.39)
VOSTOK, DEATH_VALLEY, OSLO, PERTH = (-78.46, 106.84), (36.46, -116.87), (59.91, 10.75), (-31.95, 115.86)
DENVER, MUMBAI, KUWAIT = (39.74, -104.98), (19.08, 72.88), (29.38, 47.99)
UNSAID = "So it stands."
"""A reply that says nothing of the weather, for records about their results only."""


def observed(
    place: tuple[float, float],
    celsius: float,
    month: int | None = 7,
    condition: str = "overcast",
    **more: Any,
) -> set[str]:
    """The codes of a record of one observation but for what its reply lacks."""
    result: dict[str, Any] = {"temperature": celsius, "condition": condition, "wind_speed": 10, **more}
    result.setdefault("units", {"temperature": "°C", "wind_speed": "km/h"})
    if month:
        result["observed_at"] = f"2024-{month:02}-15T13:00"
    arguments = {"latitude": place[0], "longitude": place[1]}
    return codes(asked(arguments=arguments, result=result, reply=UNSAID)) - {"grounding_failure"}


@pytest.mark.parametrize(
    ("place", "celsius", "month", "possible"),
    [
        (SEVILLE, 43, 7, True),
        (SEVILLE, 43, 1, False),
        (OYMYAKON, -67, 1, True),
        (OYMYAKON, -67, 7, False),
        (LA_PAZ, -8, 7, True),
        (REYKJAVIK, 45, 7, False),
        (REYKJAVIK, 24, 7, True),
        (SINGAPORE, -20, 1, False),
        (SINGAPORE, 35, 4, True),
        (LAGOS, -5, 8, False),
        (VOSTOK, -80, 7, True),
        (VOSTOK, 25, 7, False),
        (VOSTOK, -25, 12, True),
        (DEATH_VALLEY, 53, 7, True),
        (PERTH, 41, 1, True),
        (PERTH, 45, 7, False),
        (OSLO, -18, 1, True),
        (OSLO, -18, 7, False),
        (OSLO, 33, 7, True),
        (OSLO, 33, 1, False),
        (SEVILLE, 43, None, True),
        (REYKJAVIK, 45, None, False),
        (SINGAPORE, -20, None, False),
        (OSLO, -18, None, True),
        (KUWAIT, 51, 7, True),
        (KUWAIT, 70, 7, False),
    ],
)
def test_a_temperature_fits_place_and_season(place, celsius, month, possible):
    assert observed(place, celsius, month) == (set() if possible else {"implausible_weather"})


def test_a_temperature_in_fahrenheit_is_read_as_such():
    fahrenheit = {"temperature": "°F", "wind_speed": "mph"}
    assert observed(SEVILLE, 109, units=fahrenheit) == set()
    assert observed(REYKJAVIK, 113, units=fahrenheit) == {"implausible_weather"}


def test_a_temperature_in_no_unit_is_given_the_benefit_of_the_doubt():
    arguments = {"latitude": OSLO[0], "longitude": OSLO[1]}
    result = {"temperature": 70, "condition": "overcast", "wind_speed": 10}
    assert codes(asked(arguments=arguments, result=result, reply="It is 70.")) == set()
    metric = asked(arguments={**arguments, "units": "metric"}, result=result, reply="It is 70.")
    assert codes(metric) == {"implausible_weather"}


@pytest.mark.parametrize(
    ("place", "celsius", "month", "condition", "possible"),
    [
        (LAGOS, 27, 8, "heavy snow", False),
        (OSLO, -2, 1, "heavy snow", True),
        (OSLO, 10, 4, "light snow", True),
        (OSLO, 10.5, 4, "light snow", False),
        (OSLO, 5, 1, "light freezing rain", True),
        (OSLO, 5.5, 1, "light freezing rain", False),
        (OSLO, 6, 1, "dense freezing drizzle", False),
        (DENVER, 1, 5, "moderate snow", True),
        (MUMBAI, 9, 1, "light snow", False),
        (OSLO, 20, 7, "heavy rain", True),
    ],
)
def test_what_falls_fits_place_and_temperature(place, celsius, month, condition, possible):
    assert observed(place, celsius, month, condition) == (set() if possible else {"implausible_weather"})


@pytest.mark.parametrize(
    ("key", "value", "possible"),
    [
        ("humidity", 0, True),
        ("humidity", 100, True),
        ("humidity", -1, False),
        ("humidity", 101, False),
        ("wind_speed", 0, True),
        ("wind_speed", 400, True),
        ("wind_speed", 401, False),
        ("wind_speed", -1, False),
        ("feels_like", 45, True),
        ("feels_like", 46, False),
        ("feels_like", -5, True),
        ("feels_like", -6, False),
    ],
)
def test_figures_at_their_limits(key, value, possible):
    assert observed(OSLO, 20, **{key: value}) == (set() if possible else {"implausible_weather"})


@pytest.mark.parametrize(("mph", "possible"), [(248, True), (249, False)])
def test_the_limit_of_wind_is_in_kmh(mph, possible):
    found = observed(OSLO, 68, wind_speed=mph, units={"temperature": "°F", "wind_speed": "mph"})
    assert found == (set() if possible else {"implausible_weather"})


@pytest.mark.parametrize(("felt", "possible"), [(113, True), (114, False), (23, True), (22, False)])
def test_a_feels_like_in_fahrenheit_may_be_45_degrees_off(felt, possible):
    found = observed(OSLO, 68, feels_like=felt, units={"temperature": "°F", "wind_speed": "mph"})
    assert found == (set() if possible else {"implausible_weather"})


@pytest.mark.parametrize(
    ("condition", "code", "known"),
    [
        ("partly cloudy", 2, True),
        ("Partly Cloudy", 2, True),
        ("sunny", 0, True),
        ("clear", None, True),
        ("light rain", 61, True),
        ("rain", 63, True),
        ("thunderstorm with heavy hail", 99, True),
        ("raining frogs", None, False),
        ("", None, False),
        ("acid rain", None, False),
        ("banana", 2, False),
        ("overcast", 4, False),
        ("overcast", -1, False),
        ("overcast", 100, False),
        ("clear sky", 65, False),
        ("heavy rain", 0, False),
        ("light rain", 65, False),
        ("moderate snow", 63, False),
        ("fog", 48, False),
    ],
)
def test_conditions_are_known_and_agree_with_their_code(condition, code, known):
    more = {} if code is None else {"weather_code": code}
    celsius = -1 if "snow" in condition else 9
    assert observed(OSLO, celsius, 3, condition, **more) == (set() if known else {"unknown_condition"})


@pytest.mark.parametrize(
    ("path", "value", "possible"),
    [
        (("daily", 0, "temperature_min"), 63, True),
        (("daily", 0, "temperature_min"), 64, False),
        (("daily", 0, "temperature_max"), 130, False),
        (("daily", 1, "temperature_min"), -40, False),
        (("daily", 1, "precipitation_probability"), 101, False),
        (("daily", 1, "precipitation_probability"), 100, True),
        (("daily", 1, "wind_speed"), -3, False),
        (("daily", 1, "date"), "2025-11-05", False),
        (("daily", 1, "date"), "2025-11-03", False),
        (("daily", 1, "date"), "2025-11-02", False),
    ],
)
def test_a_forecast_hangs_together(path, value, possible):
    found = codes(changed(forecast(), ("messages", 3, "content"), _text(changed(FORECAST, path, value))))
    assert (found - {"grounding_failure"}) == (set() if possible else {"implausible_weather"})


def _text(value: Any) -> str:
    import json

    return json.dumps(value)


def test_a_forecast_may_cross_the_end_of_a_month():
    days = [
        changed(FORECAST["daily"][0], ("date",), date) for date in ("2024-02-28", "2024-02-29", "2024-03-01")
    ]
    assert codes(forecast({**FORECAST, "daily": days}, days=3)) - {"grounding_failure"} == set()


def test_snow_on_a_day_is_judged_by_its_coldest_hour():
    def day(low: float, high: float) -> set[str]:
        entry = {
            "date": "2025-04-20",
            "condition": "light snow",
            "temperature_max": high,
            "temperature_min": low,
        }
        celsius = {"temperature": "°C", "wind_speed": "km/h"}
        record = asked(
            "get_forecast",
            {"latitude": DENVER[0], "longitude": DENVER[1], "days": 1},
            {"daily": [entry], "units": celsius},
            UNSAID,
        )
        return codes(record) - {"grounding_failure"}

    assert day(1, 14) == set()
    assert day(11, 14) == {"implausible_weather"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "possible"),
    [
        (90, 180, True),
        (-90, -180, True),
        (90.1, 0, False),
        (0, 180.1, False),
        (-91, 0, False),
        (0, -181, False),
    ],
)
def test_places_found_are_on_earth(latitude, longitude, possible):
    place = {**PLACES["results"][0], "latitude": latitude, "longitude": longitude}
    found = codes(geocoding({"results": [PLACES["results"][0], place]}))
    assert found == (set() if possible else {"invalid_coordinates"})


def test_a_weather_result_that_repeats_its_coordinates_is_on_earth_too():
    assert codes(asked(result={**CURRENT, "latitude": 37.8, "longitude": -122.4})) == set()
    assert codes(asked(result={**CURRENT, "latitude": 137.8})) == {"invalid_coordinates"}


def test_a_call_out_of_range_that_succeeds_is_of_no_place():
    found = codes(asked(arguments={"latitude": 123.4, "longitude": 5}))
    assert {"invalid_coordinates", "invalid_arguments"} == found


def test_the_same_call_with_a_tool_that_sets_no_bounds():
    tools = [{"type": "function", "function": {"name": "get_current_weather", "parameters": {}}}]
    assert codes({**asked(arguments={"latitude": 123.4, "longitude": 5}), "tools": tools}) == {
        "invalid_coordinates"
    }


def test_a_failed_call_has_no_weather_to_doubt():
    failed = {"error": True, "reason": "Latitude is out of range"}
    assert codes(asked(arguments={"latitude": 123.4, "longitude": 5}, result=failed, reply=UNSAID)) == set()


def test_each_fault_of_one_result_is_said():
    bad = {**CURRENT, "humidity": 130, "wind_speed": -4, "condition": "banana"}
    found = validate_record(asked(result=bad, reply=UNSAID))
    paths = {finding.path.rpartition(".")[2] for finding in found}
    assert {"humidity", "wind_speed", "condition"} <= paths
