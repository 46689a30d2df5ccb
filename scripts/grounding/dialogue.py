"""A record read as a conversation: who said what, what was called, what came back.

Knows the message shapes of OpenAI's chat format and nothing of weather.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

JSONObject = Mapping[str, Any]


class ToolCall(NamedTuple):
    """One call and its answer; `result` is None where none came or it is no JSON object."""

    name: str
    arguments: JSONObject
    result: JSONObject | None
    path: str = ""

    @property
    def failed(self) -> bool:
        """Whether the service answered with an error, or not at all."""
        return self.result is None or bool(self.result.get("error"))


class Turn(NamedTuple):
    """One user message, the calls it led to, and what was said; `path` is where the reply stands."""

    user: str
    calls: tuple[ToolCall, ...]
    reply: str
    path: str


class Dialogue(NamedTuple):
    """A whole conversation in order."""

    system: str
    turns: tuple[Turn, ...]
