"""Claude's stand-in for dry runs: ``POST /v1/messages`` in, the body of its 200 answer out.

A pure function of the request: the same body has the same answer in every process. It reads the prompt and the
schema that Claude would get and knows nothing else of the pipeline.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import orjson

CHARACTERS_PER_TOKEN: Final = 3.8
"""Estimate for the usage; English prose and prompts like ours have 3.6 to 4."""


def respond(request: dict[str, Any]) -> dict[str, Any]:
    """Return the answer's JSON body; for a request that is not the pipeline's, a short plain one."""
    digest = hashlib.blake2b(orjson.dumps(request, default=str), digest_size=16).hexdigest()
    text = "The mock answers only requests of this project's generator; this is its plain reply to any other."
    return {
        "id": f"msg_{digest[:24]}",
        "type": "message",
        "role": "assistant",
        "model": str(request.get("model", "")),
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": _tokens(_asked(request)), "output_tokens": _tokens(text)},
    }


def _asked(request: Mapping[str, Any]) -> str:
    return f"{request.get('system', '')}{request.get('messages', '')}{request.get('output_config', '')}"


def _tokens(text: str) -> int:
    return max(1, round(len(text) / CHARACTERS_PER_TOKEN))
