"""A record read as a conversation: who said what, what was called, what came back.

Knows the message shapes of OpenAI's chat format and nothing of weather.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

JSONObject = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One call and its answer; `result` is None where none came or it is no JSON object."""

    name: str
    arguments: JSONObject
    result: JSONObject | None
    path: str = ""

    @property
    def failed(self) -> bool:
        """Whether the service answered with an error, or not at all."""
        return self.result is None or bool(self.result.get("error"))


@dataclass(frozen=True, slots=True)
class Turn:
    """One user message, the calls it led to, and what was said; `path` is where the reply stands."""

    user: str
    calls: tuple[ToolCall, ...]
    reply: str
    path: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A whole conversation in order."""

    system: str
    turns: tuple[Turn, ...]


def read(record: Mapping[str, Any]) -> Dialogue:
    """Read a record whose form has been checked.

    Parts of another form (a content that is no text, arguments that do not parse) are read as empty rather
    than refused: they have findings of their own.
    """
    messages = record.get("messages")
    messages = messages if isinstance(messages, list) else []
    results = {
        identifier: message
        for message in messages
        if isinstance(message, dict) and isinstance(identifier := message.get("tool_call_id"), str)
    }
    system, user, turns = "", "", []
    calls: list[ToolCall] = []
    for index, message in enumerate(messages):
        if not isinstance(message, dict):
            continue
        role = message.get("role")
        if role == "system":
            system = _text(message)
        elif role == "user":
            user = _text(message)
        elif role == "assistant" and message.get("tool_calls"):
            calls.extend(_calls(message, results, f"messages[{index}]"))
        elif role == "assistant":
            turns.append(Turn(user, tuple(calls), _text(message), f"messages[{index}].content"))
            user, calls = "", []
    return Dialogue(system, tuple(turns))


def _calls(message: JSONObject, results: Mapping[Any, JSONObject], path: str) -> Iterator[ToolCall]:
    called = message["tool_calls"]
    for call in called if isinstance(called, list) else ():
        function = call.get("function") if isinstance(call, dict) else None
        if not isinstance(function, dict):
            continue
        identifier = call.get("id")
        answer = results.get(identifier) if isinstance(identifier, str) else None
        result = _object(answer.get("content")) if answer else None
        yield ToolCall(str(function.get("name")), _object(function.get("arguments")) or {}, result, path)


def _text(message: JSONObject) -> str:
    content = message.get("content")
    return content if isinstance(content, str) else ""


def _object(text: Any) -> dict[str, Any] | None:
    if isinstance(text, dict):
        return text
    try:
        value = orjson.loads(text) if isinstance(text, str) else None
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None
