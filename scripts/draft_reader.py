"""The writer's reply, read: a draft, or the one reason why it cannot be one."""

from typing import Any, Final, Literal

import orjson

from scripts.draft import Draft
from scripts.record_room import characters
from scripts.scenario import Scenario

FaultyReply = Literal["cut", "refusal", "empty", "schema", "too_long"]
"""Why a reply could not be used: it ran into `max_tokens`, the model declined, there was no text, it was not
the JSON asked for, or it is longer than a record has room for."""

CUT: Final = ("max_tokens", "model_context_window_exceeded")

MAX_USER_CHARACTERS: Final = 700
MAX_REPLY_CHARACTERS: Final = 1200
"""Of one message and one reply; all together also have to fit the record."""


class DraftError(Exception):
    """A reply that is no draft; `reason` decides how it is asked for again."""

    def __init__(self, reason: FaultyReply, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def read_draft(text: str, stop_reason: str, scenario: Scenario) -> Draft:
    """Return the draft in a reply's text, white space around each utterance taken off.

    Raises DraftError.
    """
    if stop_reason == "refusal":
        raise DraftError("refusal", "the model declined to write this conversation")
    if stop_reason in CUT:
        raise DraftError("cut", f"the reply was cut off ({stop_reason}) after {len(text)} characters")
    if not text.strip():
        raise DraftError("empty", "the reply held no text")
    written = _object(text)
    turns = range(1, len(scenario.turns) + 1)
    draft = Draft(tuple((_said(written, f"user_{n}"), _said(written, f"reply_{n}")) for n in turns))
    if len(written) > 2 * len(turns):
        strangers = written.keys() - {f"{who}_{n}" for who in ("user", "reply") for n in turns}
        raise DraftError("schema", f"the reply has keys nobody asked for: {', '.join(sorted(strangers))}")
    _check_length(draft, characters(scenario))
    return draft


def _object(text: str) -> dict[str, Any]:
    try:
        written = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise DraftError("schema", f"the reply is not JSON ({error}): {text[:80]!r}") from error
    if not isinstance(written, dict):
        raise DraftError("schema", f"the reply is not a JSON object: {text[:80]!r}")
    return written


def _said(written: dict[str, Any], key: str) -> str:
    said = written.get(key)
    if not isinstance(said, str):
        raise DraftError("schema", f"the reply has no text under {key!r}")
    if not said.strip():
        raise DraftError("empty", f"{key} is empty")
    return said.strip()


def _check_length(draft: Draft, room: int) -> None:
    for number, (asked, replied) in enumerate(draft.utterances, start=1):
        for key, said, most in (
            ("user", asked, MAX_USER_CHARACTERS),
            ("reply", replied, MAX_REPLY_CHARACTERS),
        ):
            if len(said) > most:
                raise DraftError("too_long", f"{key}_{number} has {len(said)} characters, at most {most} fit")
    written = sum(len(asked) + len(replied) for asked, replied in draft.utterances)
    if written > room:
        raise DraftError("too_long", f"the texts have {written} characters together, {room} fit the record")
