"""What holds for every input: no exception, no lost neighbour, no fault that hides another."""

import json

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.finding import CODES
from scripts.validation.record_lines import numbered_lines, parse_line
from scripts.validator import FileCheck, validate_record
from tests.validator.weather_records import (
    CURRENT,
    FORECAST,
    asked,
    changed,
    forecast,
    geocoding,
    own,
    places_in,
)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["system", "user", "assistant", "tool", "function", "{}", "[]", '{"error": true}', "aaaaaaaa1"]
    )
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
)
KEYS = [
    "role",
    "content",
    "tool_calls",
    "tool_call_id",
    "id",
    "type",
    "function",
    "name",
    "arguments",
    "weight",
]
MESSAGES = st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6)
RECORDS = st.fixed_dictionaries(
    {"messages": st.lists(MESSAGES | JSON, max_size=6)},
    optional={"tools": JSON, "tags": JSON, "conversation_id": JSON},
)
GOOD = [own(), asked(), forecast(), geocoding()]


@st.composite
def mutated(draw):
    """A right record with one to three places replaced by any JSON value, inside its JSON strings too."""
    record = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(places_in(record))))
        if path and path[-1] == "content" and draw(st.booleans()):
            result = draw(st.sampled_from([CURRENT, FORECAST]))
            inner = draw(st.sampled_from(list(places_in(result))))
            new = json.dumps(changed(result, inner, draw(JSON)))
        else:
            new = draw(JSON)
        record = changed(record, path, new)
        if not isinstance(record, dict | list):
            break
    return record


@given(JSON | RECORDS | mutated())
@settings(max_examples=600, deadline=None)
def test_validating_never_raises_and_always_says_what_and_where(value):
    for finding in validate_record(value):
        assert finding.code in CODES
        assert finding.message
        assert len(finding.message) < 2000


@given(mutated())
@settings(max_examples=100, deadline=None)
def test_the_verdict_is_the_same_twice_and_leaves_the_record_alone(value):
    before = repr(value)
    assert validate_record(value) == validate_record(value)
    assert repr(value) == before


def check(lines: list[bytes]) -> FileCheck:
    checked = FileCheck()
    for _ in checked.records(enumerate(lines, 1)):
        pass
    return checked


@given(st.lists(st.binary(max_size=80) | mutated().map(lambda value: json.dumps(value).encode()), max_size=5))
@settings(max_examples=150, deadline=None)
def test_right_records_pass_whatever_stands_around_them(lines):
    right = orjson.dumps(asked())
    around = [right, *(line for middle in lines for line in (middle, right))]
    failed = {failure["line"] for failure in check(around).report.failures}
    assert not failed & {number for number, line in enumerate(around, 1) if line == right}


@given(st.binary(max_size=300), st.sampled_from([b"\n", b"\r\n"]))
@settings(max_examples=200, deadline=None)
def test_lines_keep_their_numbers(content, newline):
    import io

    read = dict(numbered_lines(io.BytesIO(content + newline + b"{}" + newline), lambda count: None))
    assert parse_line(read[content.count(b"\n") + 2]) == {}


@pytest.mark.parametrize("record", GOOD)
@pytest.mark.parametrize("fault", ["role_order", "invalid_record", "invalid_arguments"])
def test_a_fault_added_to_another_is_found_beside_it(record, fault):
    broken = {
        "role_order": {**record, "messages": record["messages"][:-1]},
        "invalid_record": {**record, "source": "x"},
        "invalid_arguments": {
            **record,
            "messages": changed(
                record["messages"], (2, "tool_calls", 0, "function", "arguments"), '{"nonsense": 1}'
            ),
        },
    }[fault]
    twice = {**broken, "tags": 5}
    assert {fault, "invalid_record"} <= {finding.code for finding in validate_record(twice)}
