"""No record is longer than trainers take, counted with Mistral's own tokenizer."""

from collections.abc import Callable
from datetime import date

import pytest
from mistral_common.protocol.instruct.request import ChatCompletionRequest
from mistral_common.protocol.instruct.validator import MistralRequestValidatorV3, ValidationMode
from mistral_common.tokens.tokenizers.mistral import MistralTokenizer

from scripts.conversation_orchestrator import PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION
from scripts.draft import Draft
from scripts.draft_reader import MAX_REPLY_CHARACTERS, DraftError, read_draft
from scripts.mock_claude import respond
from scripts.prompts import write_request
from scripts.record import Record, assemble
from scripts.record_room import MOST_TOKENS, characters
from scripts.scenario import Scenario
from scripts.scenario_generator import ScenarioGenerator
from tests.writing.blind import ENTRIES

DAY = date(2026, 1, 1)
PROSE = " ".join(text for entry in ENTRIES for text in entry["draft"].values())


@pytest.fixture(scope="module")
def tokens() -> Callable[[Record], int]:
    tokenizer = MistralTokenizer.v3()
    tokenizer._chat_completion_request_validator = MistralRequestValidatorV3(mode=ValidationMode.finetuning)

    def count(record: Record) -> int:
        messages = [{key: said[key] for key in said if key != "weight"} for said in record.messages]
        request = ChatCompletionRequest.from_openai(messages=messages, tools=record.as_json()["tools"])
        return len(tokenizer.encode_chat_completion(request).tokens)

    return count


def scenarios(count: int) -> list[Scenario]:
    generator = ScenarioGenerator(42, PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION)
    return [generator.scenario(number) for number in range(1, count + 1)]


def filled(scenario: Scenario) -> Draft:
    """As much prose as the record has room for, in equal parts."""
    turns = len(scenario.turns)
    share = min(characters(scenario) // turns // 2, MAX_REPLY_CHARACTERS)
    return Draft(tuple((PROSE[n : n + share], PROSE[n + 50 : n + 50 + share]) for n in range(turns)))


def test_a_record_filled_to_its_room_is_not_too_long(tokens):
    for scenario in scenarios(60):
        assert tokens(assemble(scenario, filled(scenario), DAY, "mock")) <= MOST_TOKENS


def test_every_plan_leaves_room_for_what_is_to_be_said():
    for scenario in scenarios(300):
        assert characters(scenario) >= 500 * len(scenario.turns), scenario.number


@pytest.mark.slow
def test_no_mock_record_is_too_long(tokens):
    unread = 0
    for scenario in scenarios(2000):
        answer = respond(write_request(scenario).body("claude-haiku-4-5"))
        try:
            draft = read_draft(answer["content"][0]["text"], answer["stop_reason"], scenario)
        except DraftError:
            unread += 1
            continue
        assert tokens(assemble(scenario, draft, DAY, "mock")) <= MOST_TOKENS
    assert unread <= 20
