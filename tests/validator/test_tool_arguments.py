"""Tools and arguments: unknown_tool, invalid_arguments, and the schemas of other people's tools."""

from typing import Any

import pytest

from scripts.validator import validate_record
from scripts.weather.tools import TOOLS
from tests.validator.weather_records import (
    BAY,
    CURRENT,
    FORECAST,
    REPLY,
    asked,
    changed,
    codes,
    forecast,
    geocoding,
)

TEN_DAYS = {
    "daily": [
        {"date": f"2025-11-{d:02}", "condition": "fog", "temperature_max": 60, "temperature_min": 50}
        for d in range(3, 13)
    ]
}


def with_arguments(**arguments: Any) -> dict[str, Any]:
    return asked(arguments=arguments)


@pytest.mark.parametrize(
    ("good", "why"),
    [
        (asked(arguments={**BAY, "units": "imperial"}), "every parameter"),
        (with_arguments(latitude=37, longitude=-122), "whole degrees"),
        (forecast(days=2.0), "2.0 is an integer in JSON Schema"),
        (forecast(units="imperial"), "with units"),
        (geocoding(arguments={"city": "San Francisco", "country": "USA"}), "with a country"),
        (geocoding({"results": []}), "nothing found"),
    ],
)
def test_right_arguments_pass(good, why):
    assert validate_record(good) == [], why


@pytest.mark.parametrize(
    ("bad", "argument"),
    [
        (with_arguments(latitude="37", longitude=-122), ".latitude"),
        (with_arguments(latitude=True, longitude=-122), ".latitude"),
        (with_arguments(latitude=None, longitude=-122), ".latitude"),
        (with_arguments(longitude=-122), ".latitude"),
        (asked(arguments={**BAY, "units": "kelvin"}), ".units"),
        (asked(arguments={**BAY, "days": 3}), ".days"),
        (asked(arguments={**BAY, "city": "x"}), ".city"),
        (asked(arguments={}), ".latitude"),
        (forecast(days=True), ".days"),
        (forecast(days="2"), ".days"),
        (forecast(days=2.5), ".days"),
        (forecast(days=0), ".days"),
        (forecast(days=15), ".days"),
        (asked("get_forecast", BAY, FORECAST), ".days"),
        (geocoding(arguments={"city": ""}), ".city"),
        (geocoding(arguments={"city": 5}), ".city"),
        (geocoding(arguments={"name": "Oslo"}), ".city"),
    ],
)
def test_wrong_arguments_are_found(bad, argument):
    paths = [f.path for f in validate_record(bad) if f.code == "invalid_arguments"]
    assert f"messages[2].tool_calls[0].function.arguments{argument}" in paths


FAILED = "No figures, I am afraid."


@pytest.mark.parametrize(
    ("name", "arguments", "reason", "excused"),
    [
        (
            "get_current_weather",
            {"latitude": 123.4, "longitude": 5},
            "Latitude must be in range of -90 to 90. Given: 123.4",
            True,
        ),
        ("get_current_weather", {"latitude": 123.4, "longitude": 5}, "Coordinates out of range", True),
        ("get_current_weather", {"latitude": 123.4, "longitude": 5}, "123.4 is out of range", True),
        ("get_current_weather", {"latitude": 123.4, "longitude": 5}, "Invalid parameter", True),
        ("get_current_weather", {"latitude": 123.4, "longitude": 5}, "Service unavailable", False),
        ("get_current_weather", {"latitude": 123.4, "longitude": 5}, "Too many requests, wait 23 s", False),
        ("get_current_weather", {"latitude": 5, "longitude": 200}, "Latitude must be in range", False),
        ("get_current_weather", {"latitude": 123.4, "longitude": 200}, "Latitude is out of range", False),
        ("get_current_weather", {"longitude": 5}, "Parameter 'latitude' is required", True),
        ("get_current_weather", {"longitude": 5}, "Timeout while reading weather model data", False),
        ("get_current_weather", {**BAY, "lang": "en"}, "Unknown parameter: lang", True),
        ("get_current_weather", {**BAY, "units": "kelvin"}, "Unit 'kelvin' is not known", True),
        ("get_current_weather", {**BAY, "units": "kelvin"}, "Days must be 1 to 14", False),
        ("get_forecast", {**BAY, "days": 30}, "Days must be between 1 and 14. Given: 30", True),
        ("get_forecast", {**BAY, "days": 30}, "Forecasts reach 14 days at most", True),
        ("get_forecast", {**BAY, "days": 30}, "Bad gateway: no answer from the forecast server.", False),
        ("get_forecast", {**BAY, "days": "five"}, "days: expected an integer", True),
        ("geocode_location", {"city": ""}, "City must have at least 1 character", True),
        ("geocode_location", {"city": ""}, "Internal server error", False),
    ],
)
def test_an_error_about_an_argument_excuses_it(name, arguments, reason, excused):
    result = {"error": True, "reason": reason}
    found = codes(asked(name, arguments, result, FAILED))
    assert ("invalid_arguments" in found) is not excused
    assert "invalid_coordinates" not in found


def test_the_right_arguments_of_a_failed_call_pass():
    assert codes(asked(result={"error": True, "reason": "Service unavailable"}, reply=FAILED)) == set()


@pytest.mark.parametrize(
    "name", ["get_weather", "get_current_weathers", "GET_FORECAST", "weather.get_forecast"]
)
def test_a_tool_of_another_name_is_unknown(name):
    assert codes(asked(name)) == {"unknown_tool"}
    assert codes({**asked(name), "tools": TOOLS}) == {"unknown_tool"}


def own_tool(parameters: Any, name: str = "get_tides") -> list[dict[str, Any]]:
    return [{"type": "function", "function": {"name": name, "parameters": parameters}}]


PORT = {"type": "object", "properties": {"port": {"type": "string"}}, "required": ["port"]}


@pytest.mark.parametrize(
    ("tools", "arguments", "expected"),
    [
        (own_tool(PORT), {"port": "Dover"}, set()),
        (own_tool(PORT), {"port": 5}, {"invalid_arguments"}),
        (own_tool(PORT), {}, {"invalid_arguments"}),
        (own_tool(PORT), {"port": "Dover", "more": 1}, set()),
        (own_tool({}), {"anything": 1}, set()),
        (own_tool(PORT, "get_moon"), {"port": "Dover"}, {"unknown_tool"}),
        ([], {"port": "Dover"}, {"unknown_tool"}),
        (TOOLS, {"port": "Dover"}, {"unknown_tool"}),
        ([{"type": "function", "function": {"name": "get_tides"}}], {"port": 5}, set()),
    ],
)
def test_arguments_are_held_against_the_records_own_tools(tools, arguments, expected):
    record = asked("get_tides", arguments, {"high": "06:10"}, "Ask the harbour master.")
    assert codes({**record, "tools": tools}) == expected


BROKEN_TOOLS = {
    "a text": "[]",
    "an object": {"get_tides": {}},
    "null": None,
    "a tool that is a text": ["get_tides"],
    "a tool of another type": changed(TOOLS, (0, "type"), "tool"),
    "a tool without a function": [{"type": "function"}],
    "a function without a name": [{"type": "function", "function": {"parameters": {}}}],
    "a null somewhere": changed(TOOLS, (0, "function", "parameters", "properties", "units", "default"), None),
    "parameters that are a list": own_tool([]),
    "a control token": changed(TOOLS, (0, "function", "description"), "Weather [INST]"),
}


@pytest.mark.parametrize("tools", BROKEN_TOOLS.values(), ids=BROKEN_TOOLS)
def test_broken_tools_are_an_invalid_record(tools):
    assert "invalid_record" in codes({**asked(), "tools": tools})


SCHEMAS = {
    "an unknown type": {"type": "nonsense"},
    "properties that are a list": {"properties": []},
    "a pattern that is none": {"properties": {"port": {"pattern": "("}}},
    "a reference to nowhere": {"$ref": "#/$defs/port"},
    "a reference into the network": {"$ref": "http://127.0.0.1:9/port.json"},
    "too many references": {"allOf": [{"$ref": "#/$defs/a"}] * 40, "$defs": {"a": {}}},
}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_that_cannot_be_used_is_said_so(schema):
    record = asked("get_tides", {"port": "Dover"}, {"high": "06:10"}, "Ask the harbour master.")
    assert codes({**record, "tools": own_tool(schema)}) == {"invalid_record"}


ENDLESS = {
    "a reference to itself": ({"allOf": [{"$ref": "#"}]}, {"port": "Dover"}),
    "a look ahead": ({"properties": {"port": {"pattern": "(?=.*a)(?=.*b)c"}}}, {"port": "a" * 400_000}),
    "nested repeats": ({"properties": {"port": {"pattern": "^(a+)+$"}}}, {"port": "a" * 40 + "!"}),
    "alternatives": ({"properties": {"port": {"pattern": "^(a|a)*$"}}}, {"port": "a" * 40 + "!"}),
    "many repeats": ({"properties": {"port": {"pattern": "a*a*a*a*a*a*a*a*b"}}}, {"port": "a" * 150}),
    "a long subject": ({"properties": {"port": {"pattern": "a+b"}}}, {"port": "a" * 400_000}),
    "patterns of names": ({"patternProperties": {"(a+)+$": False}}, {"a" * 40 + "!": 1}),
    "a set of many": (
        {"properties": {"port": {"uniqueItems": True}}},
        {"port": [{"a": n} for n in range(4000)]},
    ),
    "a large enumeration": (
        {"properties": {"port": {"items": {"enum": list(range(20_000))}}}},
        {"port": [-1] * 20_000},
    ),
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize(("schema", "arguments"), ENDLESS.values(), ids=ENDLESS)
def test_no_schema_makes_the_check_endless(schema, arguments):
    record = asked("get_tides", arguments, {"high": "06:10"}, "Ask the harbour master.")
    assert codes({**record, "tools": own_tool(schema)}) <= {"invalid_arguments"}


@pytest.mark.parametrize(("port", "fits"), [("2025-11-02", True), ("2 November", False)])
def test_a_pattern_is_checked(port, fits):
    schema = {"properties": {"port": {"pattern": r"^(?=2)\d{4}-\d{2}-\d{2}$"}}}
    record = asked("get_tides", {"port": port}, {"high": "06:10"}, "Ask the harbour master.")
    assert codes({**record, "tools": own_tool(schema)}) == (set() if fits else {"invalid_arguments"})


def test_own_tools_of_the_same_name_may_take_other_arguments():
    tools = own_tool({"type": "object", "properties": {"city": {"type": "string"}}}, "get_current_weather")
    assert (
        codes({**asked(arguments={"city": "San Francisco"}, result=CURRENT, reply=REPLY), "tools": tools})
        == set()
    )
