"""Plan and draft put together: the form of the contract, by construction."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.draft import Draft
from scripts.record import assemble, call_id, conversation_id
from scripts.scenario import Asker, Call, Scenario, Turn

FOUND = Call("geocode_location", {"city": "São Paulo"}, {"results": []})
WRONG = Call("get_forecast", {"days": 20}, {"error": True, "reason": "Forecast days"}, trained=False)


def turn(*calls: Call) -> Turn:
    return Turn("wish", "plainly", (), calls, "answer", "say so")


def scenario(*turns: Turn, number: int = 7, seed: int = 42) -> Scenario:
    asker = Asker("a roofer", "carefully", "a roof")
    return Scenario(
        number, seed, "twain", "error", "unknown_place", "You are Weatherman.", date(2024, 5, 1), asker, turns
    )


RECORD = assemble(
    scenario(turn(FOUND, WRONG), turn()),
    Draft((("One?", "Ask é."), ("Two?", "Done."))),
    date(2026, 11, 22),
    "mock",
)


def test_messages_run_in_the_order_of_the_plan() -> None:
    said = [
        (message["role"], message["content"] if "tool_calls" not in message else None)
        for message in RECORD.messages
    ]
    assert said == [
        ("system", "You are Weatherman."),
        ("user", "One?"),
        ("assistant", None),
        ("tool", '{"results":[]}'),
        ("assistant", None),
        ("tool", '{"error":true,"reason":"Forecast days"}'),
        ("assistant", "Ask é."),
        ("user", "Two?"),
        ("assistant", "Done."),
    ]


def test_each_result_answers_the_call_just_made() -> None:
    calls = [message["tool_calls"][0]["id"] for message in RECORD.messages if "tool_calls" in message]
    answers = [message["tool_call_id"] for message in RECORD.messages if message["role"] == "tool"]
    assert calls == answers
    assert len(set(calls)) == 2


def test_arguments_are_a_json_string_that_keeps_its_letters() -> None:
    arguments = RECORD.messages[2]["tool_calls"][0]["function"]["arguments"]
    assert arguments == '{"city":"São Paulo"}'


def test_only_a_call_made_wrongly_on_purpose_is_left_out_of_training() -> None:
    assert [message.get("weight") for message in RECORD.messages] == [None] * 4 + [0] + [None] * 4


def test_the_four_keys_in_their_order_on_one_line() -> None:
    line = RECORD.line()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert "é" in line.decode()
    assert list(json.loads(line)) == ["messages", "tools", "tags", "conversation_id"]


def test_the_tags_are_those_of_the_plan_and_say_where_the_text_came_from() -> None:
    assert RECORD.tags == {
        "persona": "twain",
        "tone": "humorous",
        "domain": "weather",
        "source": "mock",
        "scenario": "error",
        "scenario_type": "unknown_place",
    }


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "conv_20260105_001"), (999, "conv_20260105_999"), (1000, "conv_20260105_1000")],
)
def test_conversation_ids_have_at_least_three_digits(number: int, expected: str) -> None:
    assert conversation_id(date(2026, 1, 5), number) == expected


@given(st.integers(1, 10**6), st.integers(0, 2**32), st.integers(0, 12))
def test_call_ids_are_what_mistrals_tokenizer_takes(number: int, seed: int, index: int) -> None:
    identifier = call_id(scenario(number=number, seed=seed), index)
    assert re.fullmatch("[A-Za-z0-9]{9}", identifier)
    assert identifier == call_id(scenario(number=number, seed=seed), index)
    assert identifier != call_id(scenario(number=number, seed=seed), index + 1)


def test_a_draft_with_a_turn_too_few_is_no_record() -> None:
    with pytest.raises(ValueError, match="shorter"):
        assemble(scenario(turn(), turn()), Draft((("One?", "Two."),)), date(2026, 1, 1), "mock")
