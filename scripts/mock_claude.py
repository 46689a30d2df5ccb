"""Claude's stand-in for dry runs: ``POST /v1/messages`` in, the body of its 200 answer out.

A pure function of the request: the same body has the same answer in every process. It reads the prompt and
the schema that Claude would get and knows nothing else of the pipeline. What it writes is right and varied
enough for a dry run; it is not meant to be literature.
"""

import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import orjson

from scripts.mock.messages import MESSAGES
from scripts.mock.pen import Pen
from scripts.mock.reply import VOICES, write_reply
from scripts.mock.request_notes import is_pipelines, prompt_of, read_notes, utterance_keys
from scripts.mock.user import write_message

CHARACTERS_PER_TOKEN: Final = 3.8
"""Estimate for the usage; English prose and prompts like ours have 3.6 to 4."""

TRIES: Final = 8
"""How often a text is drawn anew while it has a phrase that is to be avoided."""

PLAIN_REPLY: Final = "Hello from the mock: it writes weather conversations for this project and little else."

_CHANCE: Final = random.Random()
"""Seeded anew for each request."""

_QUOTED: Final = re.compile(r'"([^"]{4,})"')


def respond(request: dict[str, Any]) -> dict[str, Any]:
    """Return the answer's JSON body; for a request that is not the pipeline's, a short plain one."""
    body = orjson.dumps(request, default=str)
    digest = hashlib.blake2b(body, digest_size=16)
    text = PLAIN_REPLY
    if is_pipelines(request):
        _CHANCE.seed(int.from_bytes(digest.digest(), "big"))
        text = orjson.dumps(dict(_utterances(request, _CHANCE))).decode()
    return {
        "id": f"msg_{digest.hexdigest()[:24]}",
        "type": "message",
        "role": "assistant",
        "model": str(request.get("model", "")),
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": _tokens(len(body)), "output_tokens": _tokens(len(text))},
    }


def _utterances(request: Mapping[str, Any], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield each key of the reply with its text, none of them twice and none with words to avoid."""
    notes = read_notes(prompt_of(request))
    avoid = _to_avoid(request)
    voice = VOICES.get(notes.persona, VOICES["neutral"])
    said: set[str] = set()
    for key in utterance_keys(request):
        speaker, _, number = key.partition("_")
        turn = notes.turns[min(int(number), len(notes.turns)) - 1]
        for _ in range(TRIES):
            if speaker == "user":
                text = write_message(turn, notes, number == "1", Pen(MESSAGES, rng))
            else:
                text = write_reply(turn, notes, Pen(voice, rng, space=rng.choice((" ", ""))))
            if text not in said and not (avoid and _has_any(avoid, text.lower())):
                break
        said.add(text)
        yield key, text


def _to_avoid(request: Mapping[str, Any]) -> list[str]:
    """Return what a request for a rewriting quotes, in lower case; nothing of a first request."""
    messages = request["messages"]
    if len(messages) == 1:
        return []
    return [phrase.lower() for phrase in _QUOTED.findall(str(messages[-1].get("content", "")))]


def _has_any(phrases: Iterable[str], text: str) -> bool:
    return any(phrase in text for phrase in phrases)


def _tokens(characters: int) -> int:
    return max(1, round(characters / CHARACTERS_PER_TOKEN))
