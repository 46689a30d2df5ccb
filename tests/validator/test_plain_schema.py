"""Plain schemas: JSON Schema finds nothing wrong with what they do not doubt; others are left to it alone."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from scripts.validation.plain_schema import plain_schema
from scripts.weather.tools import TOOLS
from tests.validator.weather_records import BAY

PARAMETERS = {tool["function"]["name"]: tool["function"]["parameters"] for tool in TOOLS}


@pytest.mark.parametrize(
    ("name", "arguments", "doubtful"),
    [
        ("get_current_weather", BAY, set()),
        ("get_current_weather", {**BAY, "units": "imperial"}, set()),
        ("get_forecast", {**BAY, "days": 14}, set()),
        ("geocode_location", {"city": "Łódź", "country": "Poland"}, set()),
        ("get_current_weather", {"latitude": 90.1, "longitude": 0}, {"latitude"}),
        ("get_current_weather", {"latitude": True, "longitude": 181}, {"latitude", "longitude"}),
        ("get_current_weather", {"longitude": 0}, {"latitude"}),
        ("get_current_weather", {**BAY, "units": "kelvin"}, {"units"}),
        ("get_current_weather", {**BAY, "days": 3}, {"days"}),
        ("get_forecast", {**BAY, "days": 15}, {"days"}),
        ("geocode_location", {"city": "", "region": "Maine"}, {"city", "region"}),
    ],
)
def test_the_parameters_of_the_three_tools_are_plain(name, arguments, doubtful):
    schema = plain_schema(PARAMETERS[name])
    assert schema is not None
    assert schema.doubtful(arguments) == doubtful


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array"},
        {"properties": {"at": {"type": "object"}}},
        {"properties": {"at": {"type": ["string", "null"]}}},
        {"properties": {"at": {"type": "string", "pattern": "^[A-Z]"}}},
        {"properties": {"at": {"$ref": "#/$defs/place"}}},
        {"properties": {"at": {}}},
        {"properties": {"at": {"type": "string", "enum": None}}},
        {"properties": {"at": {"type": "string", "enum": ["a", 1]}}},
        {"properties": {"at": {"type": "number", "minimum": "0"}}},
        {"properties": {"at": {"type": "number", "maximum": True}}},
        {"properties": {"at": {"type": "string", "minLength": -1}}},
        {"properties": []},
        {"required": "at"},
        {"required": ["at", "at"]},
        {"additionalProperties": {"type": "string"}},
        {"description": 5},
        {"anyOf": [{"required": ["at"]}]},
    ],
)
def test_a_schema_of_another_kind_is_not_plain(schema):
    assert plain_schema(schema) is None


NUMBERS = st.integers(-3, 3) | st.floats(-3, 3)
VALUES: st.SearchStrategy[Any] = (
    NUMBERS | st.sampled_from(["", "a", "bb"]) | st.booleans() | st.none() | st.just([])
)
KEYWORDS: dict[str, st.SearchStrategy[Any]] = {
    "minimum": NUMBERS,
    "maximum": NUMBERS,
    "minLength": st.integers(0, 2),
    "enum": st.lists(st.sampled_from(["", "a", "bb"]), unique=True),
}
PROPERTIES = st.fixed_dictionaries(
    {"type": st.sampled_from(["number", "integer", "string"])}, optional=KEYWORDS
)
SCHEMAS = st.fixed_dictionaries(
    {"type": st.just("object"), "properties": st.dictionaries(st.sampled_from("xyz"), PROPERTIES)},
    optional={
        "required": st.lists(st.sampled_from("xyz"), unique=True),
        "additionalProperties": st.booleans(),
    },
)


@given(SCHEMAS, st.dictionaries(st.sampled_from("xyz"), VALUES))
@settings(max_examples=300, deadline=None)
def test_what_json_schema_finds_wrong_is_doubtful(schema, arguments):
    plain = plain_schema(schema)
    assert plain is not None
    errors = list(Draft202012Validator(schema).iter_errors(arguments))
    doubtful = plain.doubtful(arguments)
    assert doubtful >= {error.absolute_path[0] for error in errors if error.absolute_path}
    assert doubtful or not errors
