"""The mock in the network's place: answers of `mock_claude.respond`, and on demand the faults of real ones.

Faults are dealt by seed and by the request's place in the run, so a run with faults can be repeated too.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, get_args

import orjson

from scripts.api.transport import Answer, ApiError, JSONBody
from scripts.mock_claude import respond

Fault = Literal["bad_json", "cut", "refusal", "wrong_figure", "repeat", "429", "529"]

REPEATED: Final = "Keep that folded in your pocket until the sky changes its mind."
"""What the fault `repeat` adds to a reply: always the same."""

WRONG_BY: Final = 37
"""What the fault `wrong_figure` adds to a figure: more than any rounding or conversion explains."""

_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?(?=\s?(?:°|%|km/h|mph|degrees|percent))")


def mock_faults(text: str) -> dict[str, float]:
    """Return the rates in ``bad_json=0.05,429=0.02``, by fault.

    Raises ValueError for an unknown fault, for a rate outside 0 to 1 and for rates above 1 together.
    """
    rates: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, rate = part.partition("=")
        if name not in get_args(Fault):
            raise ValueError(f"{name!r} is no fault of the mock; there are {', '.join(get_args(Fault))}")
        if name in rates:
            raise ValueError(f"{name!r} is named twice")
        try:
            rates[name] = float(rate)
        except ValueError:
            raise ValueError(f"{part!r} has no rate; write it as {name}=0.05") from None
        if not 0 <= rates[name] <= 1:
            raise ValueError(f"the rate of {name} is {rate}; it can be 0 to 1")
    if sum(rates.values()) > 1:
        raise ValueError("the rates of the mock's faults add up to more than 1")
    return rates


class MockTransport:
    """Answers without a network; `faults` are rates by fault, none by default."""

    instant = True

    def __init__(self, faults: Mapping[str, float] | None = None, seed: int = 0) -> None:
        self._faults = dict(faults or {})
        self._seed = seed

    async def send(self, body: JSONBody, key: str) -> Answer:
        """Return the mock's answer, or raise ApiError 429 or 529 where that fault is dealt to `key`."""
        fault = self._dealt(key)
        if fault == "429":
            raise ApiError(429, "rate_limit_error", "the mock refuses by request", retry_after_s=1.0)
        if fault == "529":
            raise ApiError(529, "overloaded_error", "the mock is overloaded by request")
        answer = respond(body)
        if fault is not None:
            answer = SPOILERS[fault](answer)
        return Answer(answer, {"request-id": f"req_{answer['id'][4:]}"})

    async def look_up(self, model: str) -> JSONBody | None:
        """Return None: the mock has no look-up, any model's name will do."""
        return None

    async def aclose(self) -> None:
        """Do nothing: nothing is open."""

    def _dealt(self, key: str) -> str | None:
        if not self._faults:
            return None
        digest = hashlib.blake2b(f"{self._seed}:{key}".encode(), digest_size=8).digest()
        point = int.from_bytes(digest, "big") / 2**64
        for fault, rate in self._faults.items():
            if point < rate:
                return fault
            point -= rate
        return None


def _text(answer: JSONBody) -> str:
    return "".join(block["text"] for block in answer["content"])


def _with_text(answer: JSONBody, text: str) -> JSONBody:
    return {**answer, "content": [{"type": "text", "text": text}]}


def _bad_json(answer: JSONBody) -> JSONBody:
    return _with_text(answer, _text(answer).replace('":', '" ', 1))


def _cut(answer: JSONBody) -> JSONBody:
    text = _text(answer)
    return {**_with_text(answer, text[: len(text) * 2 // 3]), "stop_reason": "max_tokens"}


def _refusal(answer: JSONBody) -> JSONBody:
    return {**answer, "content": [], "stop_reason": "refusal"}


def _reply_changed(answer: JSONBody, change: Callable[[str], str]) -> JSONBody:
    """Return the answer with its last reply changed, as it is where it is no JSON object of utterances."""
    try:
        said = orjson.loads(_text(answer))
    except orjson.JSONDecodeError:
        return answer
    replies = [key for key in said if key.startswith("reply_")] if isinstance(said, dict) else []
    for key in reversed(replies):
        changed = change(said[key])
        if changed != said[key]:
            return _with_text(answer, orjson.dumps({**said, key: changed}).decode())
    return answer


def _wrong_figure(answer: JSONBody) -> JSONBody:
    return _reply_changed(
        answer,
        lambda reply: _FIGURE.sub(lambda found: f"{float(found.group()) + WRONG_BY:g}", reply, count=1),
    )


def _repeat(answer: JSONBody) -> JSONBody:
    return _reply_changed(answer, lambda reply: f"{reply} {REPEATED}")


SPOILERS: Final[Mapping[str, Callable[[JSONBody], JSONBody]]] = {
    "bad_json": _bad_json,
    "cut": _cut,
    "refusal": _refusal,
    "wrong_figure": _wrong_figure,
    "repeat": _repeat,
}
"""What each fault but 429 and 529 makes of a good answer."""
