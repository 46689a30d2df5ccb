"""What goes to the writer and what comes back: one request, one draft."""

from typing import Any, NamedTuple


class Request(NamedTuple):
    """One Messages API request, without what depends on the model.

    `messages` alternate user and assistant, beginning and ending with user. `schema` is the JSON Schema of
    the reply: an object with the required string keys ``user_1``, ``reply_1``, ``user_2`` ... in this order.
    """

    system: str
    messages: tuple[tuple[str, str], ...]
    schema: dict[str, Any]
    max_tokens: int

    def body(self, model: str) -> dict[str, Any]:
        """Return the JSON body of ``POST /v1/messages``."""
        return {
            "model": model,
            "max_tokens": self.max_tokens,
            "system": self.system,
            "messages": [{"role": role, "content": text} for role, text in self.messages],
            "output_config": {"format": {"type": "json_schema", "schema": self.schema}},
        }


class Draft(NamedTuple):
    """What the writer wrote, turn by turn: (user message, Weatherman's reply). Not yet trusted."""

    utterances: tuple[tuple[str, str], ...]
