"""The mock: right by the validator, different every time it is asked differently, and never at a loss."""

import json
import random
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.draft_reader import read_draft
from scripts.finding import Finding
from scripts.mock_claude import PLAIN_REPLY, respond
from scripts.plan_check import check_plan
from scripts.prompts import rewrite_request, write_request
from scripts.record import assemble
from scripts.scenario import Scenario
from scripts.scenario_generator import ScenarioGenerator
from scripts.validator import validate_record

ROOT = Path(__file__).resolve().parent.parent.parent
MODEL = "claude-haiku-4-5"
SCENARIOS = ScenarioGenerator(
    7,
    {"neutral": 0.6, "twain": 0.25, "franklin": 0.15},
    {"success": 0.65, "error": 0.175, "multi_turn": 0.175},
)


def body_of(scenario: Scenario) -> dict[str, Any]:
    return write_request(scenario).body(MODEL)


def text_of(answer: dict[str, Any]) -> str:
    (block,) = answer["content"]
    assert block["type"] == "text"
    return str(block["text"])


def findings_of(scenario: Scenario) -> list[Finding]:
    """Return what is wrong with what the mock writes for a scenario."""
    answer = respond(body_of(scenario))
    draft = read_draft(text_of(answer), answer["stop_reason"], scenario)
    record = assemble(scenario, draft, date(2026, 1, 1), "mock")
    return [*check_plan(scenario, draft), *validate_record(record.as_json())]


def test_nearly_every_draft_passes_at_first_try() -> None:
    failed = {number: found for number in range(1, 301) if (found := findings_of(SCENARIOS.scenario(number)))}
    assert len(failed) <= 3, failed


@pytest.mark.slow
def test_ninety_nine_of_a_hundred_pass_at_first_try() -> None:
    failed = Counter(bool(findings_of(SCENARIOS.scenario(number))) for number in range(301, 2301))[True]
    assert failed <= 20


def test_the_answer_is_a_message_of_the_api() -> None:
    answer = respond(body_of(SCENARIOS.scenario(1)))
    assert answer["id"].startswith("msg_")
    assert (answer["type"], answer["role"], answer["model"]) == ("message", "assistant", MODEL)
    assert answer["stop_reason"] == "end_turn"
    assert 200 < answer["usage"]["input_tokens"] < 1500
    assert 20 < answer["usage"]["output_tokens"] < 600


def test_it_writes_exactly_the_keys_of_the_schema() -> None:
    for number in range(1, 40):
        body = body_of(SCENARIOS.scenario(number))
        written = json.loads(text_of(respond(body)))
        assert list(written) == body["output_config"]["format"]["schema"]["required"]
        assert all(text == text.strip() and text for text in written.values())


def test_the_same_request_has_the_same_answer_in_every_process() -> None:
    code = (
        "import json, sys; from scripts.mock_claude import respond; "
        "print(json.dumps(respond(json.load(sys.stdin))))"
    )
    body = body_of(SCENARIOS.scenario(3))
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            input=json.dumps(body),
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert answers == {json.dumps(respond(body)) + "\n"}


def test_a_rewriting_is_written_in_other_words_without_those_to_avoid() -> None:
    scenario = SCENARIOS.scenario(2)
    first = write_request(scenario)
    written = text_of(respond(first.body(MODEL)))
    reply = json.loads(written)["reply_1"]
    words = " ".join(reply.split()[:3])
    again = rewrite_request(first, written, [Finding("repetition", "say it otherwise")], [words])
    rewritten = json.loads(text_of(respond(again.body(MODEL))))["reply_1"]
    assert rewritten != reply
    assert words.lower() not in rewritten.lower()


def test_a_dry_run_shows_many_forms() -> None:
    replies = []
    for number in range(1, 401):
        scenario = SCENARIOS.scenario(number)
        written = json.loads(text_of(respond(body_of(scenario))))
        replies += [text for key, text in written.items() if key.startswith("reply")]
    openings = Counter(" ".join(reply.split()[:3]).lower() for reply in replies)
    assert len(set(replies)) > 0.99 * len(replies)
    assert len(openings) > len(replies) / 3


@pytest.mark.parametrize("persona", ["neutral", "twain", "franklin", "pirate"])
def test_every_voice_even_an_unknown_one_is_answered(persona: str) -> None:
    body = body_of(SCENARIOS.scenario(4))
    prompt = body["messages"][0]["content"]
    start = prompt.index("voice (") + len("voice (")
    body["messages"][0]["content"] = prompt[:start] + persona + prompt[prompt.index(")", start) :]
    assert json.loads(text_of(respond(body)))["reply_1"]


@pytest.mark.parametrize(
    "request_body",
    [
        {},
        {"model": MODEL, "max_tokens": 10, "messages": [{"role": "user", "content": "Hello?"}]},
        {"messages": []},
        {"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello?"}]}]},
        {"messages": "hello", "output_config": None},
        {"messages": [None], "output_config": {"format": {"schema": {"required": ["user_1", "reply_1"]}}}},
        {"output_config": {"format": {"type": "json_schema", "schema": {"required": ["city"]}}}},
    ],
)
def test_a_request_of_somebody_else_gets_a_short_plain_reply(request_body: dict[str, Any]) -> None:
    assert text_of(respond(request_body)) == PLAIN_REPLY


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["model", "messages", "output_config", "system"]), JSON_VALUES))
def test_no_request_is_too_odd_for_an_answer(request_body: dict[str, Any]) -> None:
    assert text_of(respond(request_body)) == PLAIN_REPLY


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 300), st.randoms(use_true_random=False))
def test_a_prompt_with_lines_missing_is_answered_all_the_same(number: int, rng: random.Random) -> None:
    body = body_of(SCENARIOS.scenario(number))
    lines = body["messages"][0]["content"].split("\n")
    kept = [line for line in lines if line.startswith("# ") or rng.random() < 0.7]
    body["messages"][0]["content"] = "\n".join(kept)
    written = json.loads(text_of(respond(body)))
    assert list(written) == body["output_config"]["format"]["schema"]["required"]
