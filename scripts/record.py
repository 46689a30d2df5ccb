"""A plan and a draft, put together in the OpenAI chat fine-tuning shape."""

import functools
import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal, NamedTuple

import orjson

from scripts.draft import Draft
from scripts.personas import PERSONAS
from scripts.scenario import Call, Scenario
from scripts.weather.tools import TOOLS

Source = Literal["synthetic", "mock"]
Message = dict[str, Any]
"""One message in the JSON form of OpenAI's chat format."""

ID_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
ID_LENGTH: Final = 9
"""Mistral's tokenizer takes call ids of exactly nine letters and digits, and no others."""
ID_POWERS: Final = tuple(len(ID_ALPHABET) ** place for place in range(ID_LENGTH))


class Record(NamedTuple):
    """One line of the dataset."""

    conversation_id: str
    tags: dict[str, str]
    messages: list[Message]

    def as_json(self) -> dict[str, Any]:
        """Return the record's JSON object, its four keys in the order of the file."""
        return {
            "messages": self.messages,
            "tools": TOOLS,
            "tags": self.tags,
            "conversation_id": self.conversation_id,
        }

    def line(self) -> bytes:
        """Return the record as one line of JSON Lines: UTF-8, with its newline."""
        return record_line(orjson.dumps(self.messages), orjson.dumps(self.tags), self.conversation_id)


def record_line(messages: bytes, tags: bytes, conversation_id: str) -> bytes:
    """Put a record's line together from the JSON of its parts, which are kept without tools and id."""
    return b'{"messages":%b,"tools":%b,"tags":%b,"conversation_id":"%b"}\n' % (
        messages,
        _tools_json(),
        tags,
        conversation_id.encode(),
    )


@functools.cache
def _tools_json() -> bytes:
    return orjson.dumps(TOOLS)


def conversation_id(run_date: date, number: int) -> str:
    """Return the id of a run's `number`-th scenario (from 1): ``conv_20261122_001``."""
    return f"{_run_prefix(run_date)}{number:03d}"


@functools.lru_cache(maxsize=8)
def _run_prefix(run_date: date) -> str:
    return f"conv_{run_date.isoformat().replace('-', '')}_"


def call_id(scenario: Scenario, index: int) -> str:
    """Return the id of the conversation's `index`-th call: nine letters and digits, the same every time."""
    digest = hashlib.blake2b(f"{scenario.seed}:{scenario.number}:{index}".encode(), digest_size=8).digest()
    rest = int.from_bytes(digest, "big")
    return "".join([ID_ALPHABET[rest // power % len(ID_ALPHABET)] for power in ID_POWERS])


def assemble(
    scenario: Scenario,
    draft: Draft,
    run_date: date,
    source: Source,
    planned: Sequence[Message] | None = None,
) -> Record:
    """Put plan and draft together. Calls and results are the plan's, so they are right by construction.

    `planned` are the scenario's `unwritten` messages, where they are at hand. Raises ValueError where the
    draft has another number of turns than the plan.
    """
    messages = written(unwritten(scenario) if planned is None else planned, draft)
    return Record(conversation_id(run_date, scenario.number), tags_of(scenario, source), messages)


def unwritten(scenario: Scenario) -> list[Message]:
    """Return the messages of a plan; those that a draft has to bring have empty texts."""
    messages: list[Message] = [{"role": "system", "content": scenario.system}]
    index = 0
    for turn in scenario.turns:
        messages.append({"role": "user", "content": ""})
        for call in turn.calls:
            messages.extend(_call_and_result(call, call_id(scenario, index)))
            index += 1
        messages.append({"role": "assistant", "content": ""})
    return messages


def written(messages: Sequence[Message], draft: Draft) -> list[Message]:
    """Return `unwritten` messages with a draft's texts; raise ValueError where they are fewer or more."""
    filled = list(messages)
    blanks = [position for position, message in enumerate(messages) if message["content"] == ""]
    texts = [text for utterance in draft.utterances for text in utterance]
    for position, text in zip(blanks, texts, strict=True):
        filled[position] = {"role": messages[position]["role"], "content": text}
    return filled


def tags_of(scenario: Scenario, source: Source) -> dict[str, str]:
    """Return the tags of a plan's record."""
    return {
        "persona": scenario.persona,
        "tone": PERSONAS[scenario.persona].tone,
        "domain": "weather",
        "source": source,
        "scenario": scenario.scenario,
        "scenario_type": scenario.scenario_type,
    }


def _call_and_result(call: Call, identifier: str) -> tuple[Message, Message]:
    calling: Message = {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {
                "id": identifier,
                "type": "function",
                "function": {"name": call.name, "arguments": call.arguments_json.decode()},
            }
        ],
    }
    if not call.trained:
        calling["weight"] = 0
    result = {"role": "tool", "tool_call_id": identifier, "content": call.result_json.decode()}
    return calling, result
