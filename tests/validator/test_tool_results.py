"""What the three tools answer: required and optional keys, and their types."""

from itertools import chain

import pytest

from scripts.validator import validate_record
from tests.validator.weather_records import (
    CURRENT,
    DAYS,
    FORECAST,
    PLACES,
    REMOVED,
    asked,
    changed,
    codes,
    forecast,
    geocoding,
)

OPTIONAL_CURRENT = ("feels_like", "weather_code", "humidity", "wind_direction", "observed_at", "units")
OPTIONAL_DAY = ("weather_code", "precipitation_probability", "wind_speed")


def test_the_smallest_current_result_passes():
    smallest = {"temperature": 62, "condition": "partly cloudy", "wind_speed": 12}
    assert validate_record(asked(result=smallest, reply="It is 62 and partly cloudy.")) == []


def test_the_smallest_forecast_passes():
    smallest = {"daily": [{k: v for k, v in day.items() if k not in OPTIONAL_DAY} for day in DAYS]}
    assert validate_record(forecast(smallest)) == []


@pytest.mark.parametrize("key", OPTIONAL_CURRENT)
def test_an_optional_key_of_the_present_may_be_missing(key):
    reply = "Partly cloudy, with a 12 mph wind."
    assert validate_record(asked(result=changed(CURRENT, (key,), REMOVED), reply=reply)) == []


@pytest.mark.parametrize("path", [("timezone",), ("units",), *(("daily", 1, key) for key in OPTIONAL_DAY)])
def test_an_optional_key_of_a_forecast_may_be_missing(path):
    assert validate_record(forecast(changed(FORECAST, path, REMOVED))) == []


def test_a_key_of_its_own_passes():
    assert validate_record(asked(result={**CURRENT, "uv_index": 3})) == []


@pytest.mark.parametrize(
    "result",
    [
        {**CURRENT, "weather_code": 2.0},
        {**CURRENT, "temperature": 61.7},
        {**CURRENT, "observed_at": "2025-11-02T17:00:00Z"},
        {**CURRENT, "observed_at": "2025-11-02T09:00"},
        {**CURRENT, "error": False},
    ],
)
def test_other_ways_to_write_the_same_pass(result):
    assert validate_record(asked(result=result)) == []


WRONG_CURRENT = [
    ("temperature", REMOVED),
    ("condition", REMOVED),
    ("wind_speed", REMOVED),
    ("temperature", "62"),
    ("temperature", None),
    ("temperature", True),
    ("temperature", [62]),
    ("feels_like", "61"),
    ("feels_like", None),
    ("condition", 2),
    ("condition", None),
    ("weather_code", "2"),
    ("weather_code", 2.5),
    ("weather_code", True),
    ("humidity", "71 %"),
    ("wind_speed", "12 mph"),
    ("wind_direction", 270),
    ("observed_at", 1730538000),
    ("observed_at", "this morning"),
    ("units", "imperial"),
    ("units", {"temperature": 1}),
    ("units", None),
]
WRONG_FORECAST = [
    (("daily",), REMOVED),
    (("daily",), {}),
    (("daily",), None),
    (("daily", 0), "rain"),
    (("timezone",), 5),
    (("daily", 0, "date"), REMOVED),
    (("daily", 0, "date"), "Monday"),
    (("daily", 0, "date"), "2025-02-30"),
    (("daily", 0, "date"), 20251103),
    (("daily", 0, "condition"), REMOVED),
    (("daily", 1, "temperature_max"), REMOVED),
    (("daily", 1, "temperature_min"), REMOVED),
    (("daily", 1, "temperature_max"), "62"),
    (("daily", 1, "precipitation_probability"), "85%"),
    (("daily", 1, "wind_speed"), None),
    (("units",), []),
]
WRONG_PLACES = [
    (("results",), REMOVED),
    (("results",), {}),
    (("results",), None),
    (("results", 0), "San Francisco"),
    *((("results", 0, key), REMOVED) for key in ("name", "admin1", "country", "latitude", "longitude")),
    (("results", 0, "latitude"), "37.77"),
    (("results", 0, "longitude"), None),
    (("results", 0, "name"), 5),
]


@pytest.mark.parametrize(
    "bad",
    list(
        chain(
            (asked(result=changed(CURRENT, (key,), value)) for key, value in WRONG_CURRENT),
            (forecast(changed(FORECAST, path, value)) for path, value in WRONG_FORECAST),
            (geocoding(changed(PLACES, path, value)) for path, value in WRONG_PLACES),
        )
    ),
)
def test_a_missing_or_mistyped_key_is_an_invalid_record_and_nothing_else(bad):
    assert codes(bad) == {"invalid_record"}


@pytest.mark.parametrize(
    "result",
    [
        {"error": True},
        {"error": True, "reason": ""},
        {"error": True, "reason": None},
        {"error": True, "reason": 404},
        {"error": "true", "reason": "Timeout"},
        {"error": 1, "reason": "Timeout"},
        {"error": None, "reason": "Timeout"},
    ],
)
def test_an_error_is_true_and_has_a_reason(result):
    assert codes(asked(result=result, reply="I could not find out.")) == {"invalid_record"}


@pytest.mark.parametrize(("days", "fits"), [(1, False), (2, True), (3, False), (2.0, True)])
def test_a_forecast_has_as_many_entries_as_days_asked(days, fits):
    assert codes(forecast(days=days)) == (set() if fits else {"invalid_record"})


def test_what_another_tool_answers_is_its_own_affair():
    tools = [{"type": "function", "function": {"name": "get_tides", "parameters": {}}}]
    record = asked("get_tides", {}, {"temperature": "none", "daily": 5}, "It is 20 °C.")
    assert codes({**record, "tools": tools}) == set()


@pytest.mark.parametrize(
    ("said", "expected"), [("It is 20 °C.", set()), ("It is 25 °C.", {"grounding_failure"})]
)
def test_what_is_said_of_another_tools_answer_is_checked_where_its_form_is_known(said, expected):
    tools = [{"type": "function", "function": {"name": "get_weather", "parameters": {}}}]
    result = {"temperature": 20, "condition": "sunny"}
    assert codes({**asked("get_weather", {"city": "Oslo"}, result, said), "tools": tools}) == expected
