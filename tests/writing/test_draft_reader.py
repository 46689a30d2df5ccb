"""A reply read: a draft, or the one reason why it can't be one."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.draft_reader import MAX_REPLY_CHARACTERS, MAX_USER_CHARACTERS, DraftError, read_draft
from scripts.record_room import characters
from scripts.style_examples import MAX_CHARACTERS, StyleExample, read_style_examples
from tests.writing import plans

OSLO = plans.oslo_then_units()
WHOLE = {"user_1": "Coat?", "reply_1": "Yes.", "user_2": "In F?", "reply_2": "39 °F."}


def test_a_whole_reply_becomes_a_draft_without_white_space_around_its_texts():
    reply = orjson.dumps(WHOLE | {"reply_1": " Yes.\n"}).decode()
    assert read_draft(reply, "end_turn", OSLO).utterances == (("Coat?", "Yes."), ("In F?", "39 °F."))


@pytest.mark.parametrize(
    ("reply", "stop_reason", "reason"),
    [
        (orjson.dumps(WHOLE).decode()[:20], "max_tokens", "cut"),
        (orjson.dumps(WHOLE).decode(), "max_tokens", "cut"),
        ("", "max_tokens", "cut"),
        ("", "model_context_window_exceeded", "cut"),
        ("", "refusal", "refusal"),
        ("I can't write this.", "refusal", "refusal"),
        ("", "end_turn", "empty"),
        (" \n", "end_turn", "empty"),
        (orjson.dumps(WHOLE | {"reply_2": "  "}).decode(), "end_turn", "empty"),
        ("Here is your conversation.", "end_turn", "schema"),
        ("[]", "end_turn", "schema"),
        ("null", "end_turn", "schema"),
        (orjson.dumps({"user_1": "Coat?", "reply_1": "Yes."}).decode(), "end_turn", "schema"),
        (orjson.dumps(WHOLE | {"reply_2": 39}).decode(), "end_turn", "schema"),
        (orjson.dumps(WHOLE | {"reply_3": "more"}).decode(), "end_turn", "schema"),
        (orjson.dumps(WHOLE | {"user_1": "x" * (MAX_USER_CHARACTERS + 1)}).decode(), "end_turn", "too_long"),
        (
            orjson.dumps(WHOLE | {"reply_2": "x" * (MAX_REPLY_CHARACTERS + 1)}).decode(),
            "end_turn",
            "too_long",
        ),
    ],
)
def test_what_is_no_draft_says_why(reply, stop_reason, reason):
    with pytest.raises(DraftError) as caught:
        read_draft(reply, stop_reason, OSLO)
    assert caught.value.reason == reason
    assert str(caught.value)


def test_the_texts_together_fit_the_record():
    days = (plans.day(f"2025-11-{n:02}", "light rain", 61, -12.5, -10.5, 60, 12.5) for n in range(6, 20))
    long = plans.scenario(
        plans.answered("a", (), plans.found(plans.LEEDS), plans.forecast(plans.LEEDS, *days))
    )
    room = characters(long)
    assert room < 1100 < characters(OSLO)
    fitting = {"user_1": "x" * 100, "reply_1": "y" * (room - 100)}
    assert read_draft(orjson.dumps(fitting).decode(), "end_turn", long)
    with pytest.raises(DraftError, match="fit the record"):
        read_draft(orjson.dumps(fitting | {"user_1": "x" * 101}).decode(), "end_turn", long)


@given(st.text(), st.sampled_from(["end_turn", "stop_sequence", "pause_turn"]))
def test_any_text_is_a_draft_or_a_draft_error(text, stop_reason):
    with pytest.raises(DraftError):
        read_draft(text, stop_reason, OSLO)


def test_style_examples_are_read_from_json_lines():
    lines: list[str | bytes] = [
        b'{"persona": "twain", "text": " A passage. "}\n',
        b"\n",
        '{"persona": "franklin", "text": "Another."}',
    ]
    assert read_style_examples(lines) == (
        StyleExample("twain", "A passage."),
        StyleExample("franklin", "Another."),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "line 2"),
        ('{"persona": "twain"}', "line 2"),
        ('["twain", "text"]', "line 2"),
        ('{"persona": "twain", "text": 3}', "line 2"),
        ('{"persona": "homer", "text": "Sing."}', "homer"),
        ('{"persona": "twain", "text": " "}', "0 characters"),
        (f'{{"persona": "twain", "text": "{"x" * (MAX_CHARACTERS + 1)}"}}', "1201 characters"),
    ],
)
def test_a_bad_example_is_refused_with_its_line(line, said):
    with pytest.raises(ValueError, match=said):
        read_style_examples(['{"persona": "twain", "text": "A passage."}', line])
