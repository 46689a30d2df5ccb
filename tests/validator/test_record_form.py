"""Keys and types of records and messages: invalid_record and invalid_json."""

import json
from typing import Any

import pytest

from scripts.validation.form import MAX_SPOKEN
from scripts.validator import validate_record
from scripts.weather.tools import TOOLS
from tests.validator.weather_records import (
    BAY,
    CURRENT,
    REMOVED,
    answer,
    asked,
    calls,
    changed,
    codes,
    forecast,
    geocoding,
    own,
    record,
    says,
    user,
)

CALLING = ("messages", 2)
CALL = (*CALLING, "tool_calls", 0)
TOOL = ("messages", 3)
REPLY = ("messages", 4)


@pytest.mark.parametrize("good", [asked(), forecast(), geocoding(), own(), {**own(), "tools": TOOLS}])
def test_a_right_record_has_no_finding(good):
    assert validate_record(good) == []


FOREIGN = {
    "a persona of its own": {**own(), "tags": {"persona": "pirate"}},
    "a tag of its own": {**own(), "tags": {"persona": "twain", "split": "train"}},
    "no tags in the tags": {**own(), "tags": {}},
    "an id of its own": {**own(), "conversation_id": "a7f3"},
    "a key of its own": {**own(), "quality": 0.9},
    "a key of its own in a message": changed(own(), (*REPLY, "timestamp"), 3),
    "another system message": changed(asked(), ("messages", 0, "content"), "You know the weather."),
    "empty content beside a call": changed(own(), (*CALLING, "content"), ""),
    "no content beside a call": changed(own(), (*CALLING, "content"), REMOVED),
    "a name on the tool message": changed(own(), (*TOOL, "name"), "get_current_weather"),
    "a call id of another form": record(
        user(), calls(("call_1", "get_current_weather", BAY)), answer("call_1", CURRENT), says()
    ),
    "loose JSON white space": changed(own(), (*TOOL, "content"), json.dumps(CURRENT, indent=2)),
    "a weight of nought on the reply": changed(own(), (*REPLY, "weight"), 0),
    "a weight of nought on the call": changed(own(), (*CALLING, "weight"), 0),
    "angle brackets that are no token": changed(own(), ("messages", 1, "content"), "Is it <10 or [cold]?"),
}


@pytest.mark.parametrize("good", FOREIGN.values(), ids=FOREIGN)
def test_what_other_files_use_passes(good):
    assert validate_record(good) == []


BROKEN_RECORDS = {
    "no messages": changed(own(), ("messages",), REMOVED),
    "messages null": changed(own(), ("messages",), None),
    "messages a text": changed(own(), ("messages",), "[]"),
    "a message that is a text": changed(own(), REPLY, "hello"),
    "a role of its own": changed(own(), ("messages", 1, "role"), "human"),
    "no role": changed(own(), ("messages", 1, "role"), REMOVED),
    "tags a list": changed(own(), ("tags",), ["weather"]),
    "a tag that is a number": changed(own(), ("tags", "split"), 1),
    "tags null": changed(own(), ("tags",), None),
    "a conversation_id that is a number": changed(own(), ("conversation_id",), 7),
    "an empty conversation_id": changed(own(), ("conversation_id",), ""),
    "conversation_id null": changed(own(), ("conversation_id",), None),
    "a top-level id": {**own(), "id": "x"},
    "a top-level source": {**own(), "source": "x"},
    "a top-level model": {**own(), "model": "x"},
    "a top-level system_prompt": {**own(), "system_prompt": "x"},
    "an own record with another system message": changed(own(), ("messages", 0, "content"), "Be nice."),
    "an empty user message": changed(own(), ("messages", 1, "content"), ""),
    "a user message of parts": changed(own(), ("messages", 1, "content"), [{"type": "text", "text": "hi"}]),
    "a user message without content": changed(own(), ("messages", 1, "content"), REMOVED),
    "white space before": changed(own(), (*REPLY, "content"), " It is 62 °F."),
    "white space after": changed(own(), (*REPLY, "content"), "It is 62 °F.\n"),
    "a no-break space after": changed(own(), ("messages", 1, "content"), "How is it?\u00a0"),
    "a reply that is null": changed(own(), (*REPLY, "content"), None),
    "a null key": changed(own(), ("messages", 1, "name"), None),
    "a null key in a call": changed(own(), (*CALL, "index"), None),
    "a null key in a function": changed(own(), (*CALL, "function", "description"), None),
    "a null key beside a call": changed(own(), (*CALLING, "refusal"), None),
    "a user message twice": record(user(), says("Where?"), user(), says("Where, I asked.")),
    "a weight on a user message": changed(own(), ("messages", 1, "weight"), 0),
    "a weight on a tool message": changed(own(), (*TOOL, "weight"), 0),
    "a weight of one": changed(own(), (*REPLY, "weight"), 1),
    "a weight of false": changed(own(), (*REPLY, "weight"), False),
    "words beside a call": changed(own(), (*CALLING, "content"), "Let me look."),
    "an empty list of calls": changed(own(), (*REPLY, "tool_calls"), []),
    "calls that are null": changed(own(), (*REPLY, "tool_calls"), None),
    "calls that are an object": changed(own(), (*CALLING, "tool_calls"), {"id": "aaaaaaaa1"}),
    "calls in a user message": changed(own(), ("messages", 1, "tool_calls"), [{}]),
    "a call that is a text": changed(own(), CALL, "get_current_weather"),
    "a call without a type": changed(own(), (*CALL, "type"), REMOVED),
    "a call of another type": changed(own(), (*CALL, "type"), "tool"),
    "a call without an id": changed(own(), (*CALL, "id"), REMOVED),
    "a call without a function": changed(own(), (*CALL, "function"), REMOVED),
    "a call without a name": changed(own(), (*CALL, "function", "name"), REMOVED),
    "a call without arguments": changed(own(), (*CALL, "function", "arguments"), REMOVED),
    "arguments that are an object": changed(own(), (*CALL, "function", "arguments"), dict(BAY)),
    "a result that is an object": changed(own(), (*TOOL, "content"), CURRENT),
    "a result without a tool_call_id": changed(own(), (*TOOL, "tool_call_id"), REMOVED),
    "a tool message's name that is a number": changed(own(), (*TOOL, "name"), 5),
}


@pytest.mark.parametrize("bad", BROKEN_RECORDS.values(), ids=BROKEN_RECORDS)
def test_a_wrong_key_or_type_is_an_invalid_record(bad):
    assert "invalid_record" in codes(bad)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in BROKEN_RECORDS
        if name not in ("a role of its own", "no role", "calls in a user message")
        and not name.startswith(("no messages", "messages ", "a call without", "a call that"))
    ],
)
def test_a_fault_of_form_is_no_other_fault_too(name):
    assert codes(BROKEN_RECORDS[name]) == {"invalid_record"}


@pytest.mark.parametrize(
    "token",
    ["[INST]", "</s>", "<s>", "<|im_end|>", "<|eot_id|>", "<tool_call>", "[TOOL_CALLS]", "<<SYS>>"]
    + ["<start_of_turn>", "<｜end▁of▁sentence｜>", "<think>", "<function=get_weather>"],
)
@pytest.mark.parametrize("message", [0, 1, 4])
def test_no_text_holds_a_control_token(token, message):
    said = own()["messages"][message]["content"]
    assert codes(changed(own(), ("messages", message, "content"), f"{said} Now {token} ok")) == {
        "invalid_record"
    }


@pytest.mark.parametrize(
    "text",
    ["", "[]", '"x"', "5", "null", "{", '{"a": 1', "{'a': 1}", '{"a": NaN}', '{"a": Infinity}', "{} {}"]
    + [
        '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 1}}',
        '{"a": "\\ud800"}',
        "[" * 5000,
        '{"a":' + "9" * 5000 + "}",
    ],
)
@pytest.mark.parametrize("path", [(*CALL, "function", "arguments"), (*TOOL, "content")])
def test_json_strings_hold_one_strict_object(text, path):
    assert "invalid_json" in codes(changed(own(), path, text))


@pytest.mark.parametrize("line", [None, True, 5, 1.5, "x", [], [own()]])
def test_a_line_that_is_no_object_is_invalid_json(line):
    assert codes(line) == {"invalid_json"}


@pytest.mark.parametrize("message", [1, 4])
@pytest.mark.parametrize(("length", "expected"), [(MAX_SPOKEN, set()), (MAX_SPOKEN + 1, {"invalid_record"})])
def test_a_text_longer_than_anybody_speaks_is_not_read(message, length, expected):
    said = own()["messages"][message]["content"]
    padded = f"{said} {'x' * (length - len(said) - 1)}"
    assert codes(changed(own(), ("messages", message, "content"), padded)) == expected


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = {"a": [value]}
    return value


@pytest.mark.parametrize("depth", [10, 126, 128, 300, 400])
def test_deep_values_are_read_wherever_they_stand(depth):
    deep = nested(depth)
    assert codes({**own(), "deep": deep}) == set()
    assert codes({**own(), "tags": {"deep": deep}}) == {"invalid_record"}
    assert "invalid_arguments" in codes(asked(arguments={**BAY, "deep": deep}))
    assert codes(asked(result={**CURRENT, "deep": deep})) <= {"invalid_json"}
    validate_record({**own(), "tools": [{"type": "function", "function": {"name": "x", "parameters": deep}}]})


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**400, float("nan"), float("inf")])
def test_numbers_that_no_file_can_hold_are_no_numbers(number):
    assert "invalid_arguments" in codes(
        changed(own(), (*CALL, "function", "arguments"), {"latitude": number})
    )
    assert "invalid_record" in codes(changed(own(), (*TOOL, "content"), {**CURRENT, "humidity": number}))


def test_every_kind_of_fault_is_found_at_once():
    bad = {**changed(own(), (*TOOL, "tool_call_id"), "zzzzzzzzz"), "id": "x"}
    bad = changed(bad, (*CALL, "function", "name"), "get_tides")
    assert {"invalid_record", "role_order", "unknown_tool"} <= codes(bad)


def test_a_finding_says_where_and_what():
    finding = validate_record(changed(own(), (*CALL, "type"), "tool"))[0]
    assert finding.path == "messages[2].tool_calls[0].type"
    assert '"tool"' in finding.message
    assert '"function"' in finding.message
