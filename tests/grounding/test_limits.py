"""One figure against one value: what is close enough, and what is just too far."""

from typing import Any

import pytest

from scripts.grounding import check_grounding
from tests.grounding.heldout import FAITHFUL
from tests.grounding.tables import dialogue_of


def current(temperature: float = 62, unit: str = "°F", **more: Any) -> list[dict[str, Any]]:
    wind = "mph" if unit == "°F" else "km/h"
    result: dict[str, Any] = {"temperature": temperature, "condition": "partly cloudy", "wind_speed": 12}
    result |= {"units": {"temperature": unit, "wind_speed": wind}} | more
    place = {"latitude": 37.7749, "longitude": -122.4194}
    return [{"name": "get_current_weather", "arguments": place, "result": result}]


def is_grounded(reply: str, calls: list[dict[str, Any]], user: str = "What is it like out?") -> bool:
    return not check_grounding(dialogue_of({"user": user, "calls": calls, "reply": reply}))


@pytest.mark.parametrize(
    ("said", "given", "grounded"),
    [
        ("It's 62 °F.", 62, True),
        ("It's 63 °F.", 62, False),
        ("It's 62 °F.", 61.6, True),
        ("It's 61 °F.", 61.6, True),
        ("It's 60 °F.", 61.6, False),
        ("It's 17 °C.", 62, True),
        ("It's 16 °C.", 62, True),
        ("It's 18 °C.", 62, False),
        ("It's 62 °C.", 62, False),
        ("It's sixty-two out.", 62, True),
        ("It's sixty-four out.", 62, False),
        ("It's three score and two out.", 62, True),
        ("It's about 60.", 62, True),
        ("It's about 64.", 62, True),
        ("It's about 65.", 62, False),
        ("It's nearly 64.", 62, True),
        ("It's nearly 65.", 62, False),
        ("It's nearly 61.", 62, False),
        ("It's just over 60.", 62, True),
        ("It's just over 59.", 62, False),
        ("It's just over 63.", 62, False),
        ("It's over 61.", 62, True),
        ("It's over 62.", 62, False),
        ("It's in the low sixties.", 63, True),
        ("It's in the low sixties.", 64, False),
        ("It's in the mid-60s.", 64, True),
        ("It's in the mid-60s.", 67, False),
        ("It's in the high 60s.", 67, True),
        ("It's in the high 60s.", 66, False),
        ("It's five below.", -5, True),
        ("It's five.", -5, False),
        ("It's minus five.", 5, False),
        ("It's just above freezing.", 35, True),
        ("It's just above freezing.", 38, False),
        ("It's below freezing.", 30, True),
        ("It's below freezing.", 34, False),
    ],
)
def test_temperature(said, given, grounded):
    assert is_grounded(said, current(given)) is grounded


@pytest.mark.parametrize(
    ("said", "grounded"),
    [
        ("The wind is 12 mph.", True),
        ("The wind is 13 mph.", False),
        ("The wind is 19 km/h.", True),
        ("The wind is 12 km/h.", False),
        ("The wind is 10 knots.", True),
        ("The wind is 5 m/s.", True),
        ("The wind is 7 m/s.", False),
        ("The wind is around 17 mph.", True),
        ("The wind is around 18 mph.", False),
        ("A twelve-mile-an-hour wind.", True),
        ("A twenty-mile-an-hour wind.", False),
    ],
)
def test_wind(said, grounded):
    assert is_grounded(said, current()) is grounded


@pytest.mark.parametrize(
    ("given", "said", "grounded"),
    [
        ("W", "a west wind", True),
        ("W", "a westerly wind", True),
        ("W", "a northwest wind", False),
        ("WNW", "a west wind", True),
        ("WNW", "a northwest wind", True),
        ("WNW", "a north wind", False),
        ("WNW", "a west-northwest wind", True),
        ("W", "a west-northwest wind", False),
        (None, "a west wind", False),
    ],
)
def test_wind_direction(given, said, grounded):
    more = {"wind_direction": given} if given else {}
    assert is_grounded(f"It's 62 °F with {said}.", current(**more)) is grounded


@pytest.mark.parametrize(
    ("said", "grounded"),
    [
        ("It's 62 °F and I was born in 1835.", True),
        ("It's 62 °F, so set out by 10:04.", True),
        ("It's 62 °F, worth two coats and 12 shillings.", True),
        ("It's 62 °F at 37.77°N, 122.42°W.", True),
        ("It's 62 °F, and a hundred and one sermons would not cool it.", True),
        ("It's 62 °F, and 70 by the door.", False),
    ],
)
def test_figures_of_no_weather_are_free(said, grounded):
    assert is_grounded(said, current()) is grounded


@pytest.mark.parametrize(
    ("user", "said", "grounded"),
    [
        ("Is it above 60?", "It's 62 °F, two degrees above your mark.", True),
        ("Is it above 60?", "It's 62 °F, five degrees above your mark.", False),
        ("I need under 15 mph.", "The wind is 12 mph, under your 15.", True),
        ("I need under 15 mph.", "The wind is 12 mph, under your 18.", False),
    ],
)
def test_the_users_own_figure_may_be_said_back(user, said, grounded):
    assert is_grounded(said, current(), user) is grounded


@pytest.mark.parametrize(
    "reply", ["", "\n", "°", "-", "'", "60s", "²", "half", "minus", "one in", "1" * 500, '"', "Monday to"]
)
def test_any_text_is_judged(reply):
    check_grounding(dialogue_of({"user": reply, "calls": current(), "reply": reply}))


@pytest.mark.parametrize("reply", ["*", "…", "🙂", "\n", "?!"])
def test_a_reply_of_no_words_answers_no_question(reply):
    questions = {entry["user"] for entries in FAITHFUL.values() for entry in entries}
    assert [question for question in questions if is_grounded(reply, current(), question)] == []


def test_what_is_too_long_to_read_is_said():
    findings = check_grounding(dialogue_of({"user": "?", "calls": current(), "reply": "rain 62 " * 600}))
    assert "too long" in findings[-1].message


def test_without_any_call_weather_is_a_missing_call():
    findings = check_grounding(dialogue_of({"user": "?", "calls": [], "reply": "It's 62 °F and sunny."}))
    assert {finding.code for finding in findings} == {"missing_tool_call"}


def test_a_finding_quotes_the_words_and_names_the_value():
    (finding,) = check_grounding(
        dialogue_of({"user": "?", "calls": current(), "reply": "A breezy 71 today."})
    )
    assert "A breezy 71" in finding.message
    assert "62 °F" in finding.message
    assert finding.path == "messages[4].content"
