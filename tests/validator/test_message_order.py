"""The order of messages, and which result answers which call: role_order."""

import pytest

from scripts.validator import validate_record
from tests.validator.weather_records import (
    BAY,
    CURRENT,
    SYSTEM,
    answer,
    asked,
    calls,
    codes,
    own,
    record,
    says,
    user,
)

A, B = "aaaaaaaa1", "bbbbbbbb2"
WEATHER = "get_current_weather"
ASK_A = calls((A, WEATHER, BAY))
ASK_B = calls((B, WEATHER, BAY))
ASK_BOTH = calls((A, WEATHER, BAY), (B, WEATHER, BAY))
GOT_A, GOT_B = answer(A, CURRENT), answer(B, CURRENT)

RIGHT = {
    "one call": [user(), ASK_A, GOT_A, says()],
    "no call": [user(), says("Where do you mean?")],
    "two calls in turn": [user(), ASK_A, GOT_A, ASK_B, GOT_B, says()],
    "two calls in one message": [user(), ASK_BOTH, GOT_A, GOT_B, says()],
    "their results the other way round": [user(), ASK_BOTH, GOT_B, GOT_A, says()],
    "two turns": [user(), ASK_A, GOT_A, says(), user("And again?"), ASK_B, GOT_B, says()],
    "a turn that recalls": [user(), ASK_A, GOT_A, says(), user("What was it?"), says("It was 62 °F.")],
}


@pytest.mark.parametrize("messages", RIGHT.values(), ids=RIGHT)
def test_turns_of_calls_results_and_replies_pass(messages):
    assert validate_record(record(*messages)) == []


WRONG = {
    "no system message": {"messages": [user(), ASK_A, GOT_A, says()]},
    "nothing at all": {"messages": []},
    "a system message alone": {"messages": [SYSTEM]},
    "two system messages": record(SYSTEM, user(), ASK_A, GOT_A, says()),
    "a system message later": record(
        user(), ASK_A, GOT_A, says(), SYSTEM, user("And now?"), says("The same.")
    ),
    "the assistant first": record(says("Hello."), user(), ASK_A, GOT_A, says()),
    "two user messages running": record(user(), user("Well?"), ASK_A, GOT_A, says()),
    "two replies running": record(user(), ASK_A, GOT_A, says(), says("It is 62 °F, as I said.")),
    "it ends on the user": record(user(), ASK_A, GOT_A, says(), user("And now?")),
    "it ends on a call": record(user(), ASK_A),
    "it ends on a result": record(user(), ASK_A, GOT_A),
    "a call without a result": record(user(), ASK_A, says()),
    "a call without a result before the next": record(user(), ASK_A, ASK_B, GOT_B, says()),
    "a call without a result before a user": record(user(), ASK_A, user("Well?"), GOT_A, says()),
    "one of two calls without a result": record(user(), ASK_BOTH, GOT_A, says()),
    "the result of the second after the reply": record(
        user(), ASK_BOTH, GOT_A, says(), GOT_B, says("62 °F.")
    ),
    "a result without a call": record(user(), GOT_A, says()),
    "a result before its call": record(user(), GOT_A, ASK_A, says()),
    "a result of another id": record(user(), ASK_A, GOT_B, says()),
    "a result twice": record(user(), ASK_A, GOT_A, GOT_A, says()),
    "a result of an earlier turn": record(user(), ASK_A, GOT_A, says(), user("And?"), ASK_B, GOT_A, says()),
    "an id twice": record(user(), ASK_A, GOT_A, ASK_A, GOT_A, says()),
    "an id twice in one message": record(
        user(), calls((A, WEATHER, BAY), (A, WEATHER, BAY)), GOT_A, GOT_A, says()
    ),
    "an id again in a later turn": record(user(), ASK_A, GOT_A, says(), user("And?"), ASK_A, GOT_A, says()),
}


@pytest.mark.parametrize("bad", WRONG.values(), ids=WRONG)
def test_a_broken_order_is_found(bad):
    assert "role_order" in codes(bad)


@pytest.mark.parametrize(
    "name", ["a result of another id", "a result twice", "an id twice", "two replies running"]
)
def test_a_broken_order_hides_nothing_and_adds_nothing(name):
    assert codes(WRONG[name]) == {"role_order"}


def test_the_finding_names_the_id():
    (finding,) = validate_record(WRONG["a result of another id"])
    assert finding.path == "messages[3].tool_call_id"
    assert B in finding.message


def test_what_cannot_be_read_of_one_call_leaves_the_others_checked():
    bad = record(
        user(), ASK_A, answer(A, "{"), says(), user("And Oslo?"), calls((B, "get_tides", BAY)), GOT_B, says()
    )
    assert {"invalid_json", "unknown_tool"} <= codes(bad)
    assert "role_order" not in codes(bad)


def test_own_and_foreign_records_are_read_alike():
    assert codes(own()) == codes(asked()) == set()
