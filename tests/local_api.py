"""A Messages API on this machine, in a process of its own, that misbehaves on demand.

    with LocalAPI(requests_per_minute=50, faults={"529": 0.05}, seed=7) as api:
        client = ClaudeAPIClient(api_key="test-key", …)      # with ANTHROPIC_BASE_URL=api.url
        …
        assert len(api.log()) == 60                          # every POST /v1/messages, in order of arrival
        api.behave(script=["", "500", "no_credit"])          # other manners; log, buckets and counters afresh

`LocalAPI(**behaviour)` and `.behave(**behaviour)` take the fields of `Behaviour`. Good answers are
``mock_claude.respond``'s. The log's entries are dicts: ``at`` and ``done`` (seconds of the machine's
monotonic clock), ``status`` (0 where the connection was dropped or held), ``fault``, ``body`` (the
request's), ``headers``, ``in_flight`` (this one included), ``usage``. ``GET /v1/models/{id}`` is not in it;
`.look_ups` counts those.

Faults, dealt by `faults` (kind to rate) and `seed`, or by `script` (kinds for the first requests in order of
arrival, "" for a good answer; the last entry goes on for ever where it ends in "…", as in ``"no_credit…"``):
statuses ``408 409 429 500 503 504 529``; ``ramp`` (429 `ramp_limit_exceeded`), ``spend_limit`` (429),
``workspace_limit`` and ``no_credit`` (400), ``billing`` (402), ``bad_key`` (401, its text has the key in
it), ``no_permission`` (403), ``unknown_model`` (404), ``invalid`` and ``content_filter`` (400),
``too_large`` (413); ``refusal``, ``max_tokens`` and ``empty`` (200 answers of little use), ``thinking`` (a
good one that begins with a thinking block); ``cut_json`` (half a body, said to be whole), ``cut_body`` (half
a body, then the connection closes), ``html`` (200, no JSON), ``no_usage``, ``reset`` (the connection, at
once), ``never`` (no answer at all).
"""

import argparse
import asyncio
import contextlib
import importlib
import itertools
import json
import math
import random
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
JSONObject = dict[str, Any]


@dataclass(frozen=True)
class Behaviour:
    """How the server behaves.

    Limits are per minute; None sends no header and refuses nothing. `bucket_s`: how many seconds' worth a
    bucket holds at most: 60 is the whole minute at once, 1 is "60 a minute enforced as 1 a second", 0 is one
    request at a time strictly spread. `shared`: share of every limit that others draw all the while.
    `latency_s`: least and greatest, drawn evenly. `keys`: those that are good, empty for any.
    `credit`: answers before the credit is gone. `retry_after_s`: what the faults 429, 503, 529 and ramp
    announce, None for nothing. `respond`: ``module:function`` that makes the good answers.
    """

    requests_per_minute: int | None = None
    input_tokens_per_minute: int | None = None
    output_tokens_per_minute: int | None = None
    bucket_s: float = 60.0
    shared: float = 0.0
    latency_s: tuple[float, float] = (0.0, 0.0)
    faults: Mapping[str, float] = field(default_factory=dict)
    script: Sequence[str] = ()
    seed: int = 0
    keys: Sequence[str] = ()
    models: Sequence[str] = ("claude-haiku-4-5", "claude-haiku-4-5-20251001", "claude-haiku-5-5")
    retired: Sequence[str] = ()
    model_look_up: bool = True
    credit: int | None = None
    retry_after_s: float | None = 1
    respond: str = "scripts.mock_claude:respond"


class LocalAPI:
    """The server as a context manager, `.url` being what ANTHROPIC_BASE_URL has to be."""

    def __init__(self, **behaviour: Any) -> None:
        self.behaviour = Behaviour(**behaviour)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.local_api", json.dumps(asdict(self.behaviour))],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()
        assert self.url.startswith("http"), "the local server did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate()

    def behave(self, **behaviour: Any) -> None:
        """Begin anew with other manners: log, buckets, counters and dice too."""
        self.behaviour = Behaviour(**behaviour)
        self._control("behave", asdict(self.behaviour))

    def log(self) -> list[JSONObject]:
        """Return every ``POST /v1/messages`` so far, in order of arrival."""
        entries: list[JSONObject] = self._control("log", None)
        return entries

    @property
    def look_ups(self) -> int:
        """How often a model was looked up."""
        count: int = self._control("look_ups", None)
        return count

    def _control(self, what: str, sent: JSONObject | None) -> Any:
        body = json.dumps(sent).encode()
        with urllib.request.urlopen(f"{self.url}/control/{what}", data=body, timeout=30) as answer:
            return json.load(answer)


class Bucket:
    """A token bucket, refilled continuously; `level` may go below zero where costs are known afterwards."""

    def __init__(self, name: str, per_minute: int, behaviour: Behaviour, now: float) -> None:
        self.name = name
        self.per_minute = per_minute
        self.rate = per_minute / 60 * (1 - behaviour.shared)
        self.capacity = max(1.0, per_minute * behaviour.bucket_s / 60)
        self.level = self.capacity
        self.at = now

    def refill(self, now: float) -> None:
        self.level = min(self.capacity, self.level + (now - self.at) * self.rate)
        self.at = now

    def wait_s(self, needed: float) -> float:
        return max(0.0, (min(needed, self.capacity) - self.level) / self.rate)

    def headers(self) -> dict[str, str]:
        full = datetime.now(UTC) + timedelta(seconds=(self.capacity - self.level) / self.rate)
        remaining = max(0, int(self.level)) if self.name == "requests" else max(0, round(self.level, -3))
        prefix = f"anthropic-ratelimit-{self.name}"
        return {
            f"{prefix}-limit": str(self.per_minute),
            f"{prefix}-remaining": str(int(remaining)),
            f"{prefix}-reset": full.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }


class Refused(Exception):
    """An answer that is no 200: status, type, message, error code, seconds to wait."""

    def __init__(
        self, status: int, kind: str, message: str, code: str | None = None, wait_s: float | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.kind, self.code, self.wait_s = status, kind, code, wait_s


REFUSALS: Mapping[str, tuple[int, str, str]] = {
    "408": (408, "timeout_error", "Request timeout"),
    "409": (409, "conflict_error", "Conflict"),
    "429": (429, "rate_limit_error", "This request would exceed your account's rate limit."),
    "500": (500, "api_error", "Internal server error"),
    "503": (503, "api_error", "Service unavailable"),
    "504": (504, "timeout_error", "Request timed out"),
    "529": (529, "overloaded_error", "Overloaded"),
    "ramp": (429, "rate_limit_error", "Your usage is growing faster than your limits allow."),
    "spend_limit": (429, "rate_limit_error", "You have reached your monthly spend limit."),
    "workspace_limit": (
        400,
        "invalid_request_error",
        "You have reached your specified workspace API usage limits. You will regain access on 2026-12-01.",
    ),
    "no_credit": (
        400,
        "invalid_request_error",
        "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade "
        "or purchase credits.",
    ),
    "billing": (402, "billing_error", "There is an issue with your billing or payment information."),
    "bad_key": (401, "authentication_error", "invalid x-api-key"),
    "no_permission": (403, "permission_error", "Your API key does not have permission to use this resource."),
    "unknown_model": (404, "not_found_error", "model: {model}"),
    "invalid": (400, "invalid_request_error", "messages.0.content: Input should be a valid string"),
    "content_filter": (400, "invalid_request_error", "Output blocked by content filtering policy"),
    "too_large": (413, "request_too_large", "Request exceeds the maximum allowed number of bytes."),
}
ERROR_CODES: Mapping[str, str] = {
    "ramp": "ramp_limit_exceeded",
    "spend_limit": "enforced_spend_limit_reached",
}
WAITS = ("429", "503", "529", "ramp")


@dataclass(frozen=True)
class Wire:
    """One connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Server:
    """The server's side: one asyncio loop, HTTP/1.1 by hand so that it can break its rules."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.begin(behaviour)

    def begin(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.rng = random.Random(behaviour.seed)
        self.entries: list[JSONObject] = []
        self.look_ups = 0
        self.good = 0
        self.in_flight = 0
        self.numbers = itertools.count()
        self.respond = responder(behaviour.respond)
        limits = {
            "requests": behaviour.requests_per_minute,
            "input-tokens": behaviour.input_tokens_per_minute,
            "output-tokens": behaviour.output_tokens_per_minute,
        }
        now = time.monotonic()
        self.buckets = {
            name: Bucket(name, limit, behaviour, now) for name, limit in limits.items() if limit is not None
        }

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                request_line, *lines = head.split("\r\n")
                method, target, _ = request_line.split(" ")
                headers = {
                    name.lower(): value.strip()
                    for name, _, value in (line.partition(":") for line in lines if line)
                }
                sent = await reader.readexactly(int(headers.get("content-length", 0)))
                await self.answer(method, target.partition("?")[0], headers, sent, Wire(reader, writer))
        with contextlib.suppress(ConnectionError):
            writer.close()
            await writer.wait_closed()

    async def answer(self, method: str, path: str, headers: dict[str, str], sent: bytes, wire: Wire) -> None:
        if path.startswith("/control/"):
            write(wire.writer, 200, {}, self.control(path.removeprefix("/control/"), json.loads(sent)))
        elif (method, path) == ("POST", "/v1/messages"):
            await self.message(headers, json.loads(sent), wire)
        elif method == "GET" and path.startswith("/v1/models/") and self.behaviour.model_look_up:
            self.look_ups += 1
            try:
                self.check_key(headers)
                write(wire.writer, 200, {}, self.model(unquote(path.removeprefix("/v1/models/"))))
            except Refused as refused:
                refuse(wire.writer, refused, {})
        else:
            write(wire.writer, 404, {}, b"404 page not found")
        await wire.writer.drain()

    def control(self, what: str, sent: Any) -> Any:
        if what == "behave":
            self.begin(Behaviour(**sent))
            return {}
        return self.entries if what == "log" else self.look_ups

    def check_key(self, headers: Mapping[str, str]) -> None:
        key = headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ")
        if not key or (self.behaviour.keys and key not in self.behaviour.keys):
            raise Refused(401, "authentication_error", f"invalid x-api-key: {key}")

    def model(self, name: str) -> JSONObject:
        if name not in self.behaviour.models and name not in self.behaviour.retired:
            raise Refused(404, "not_found_error", f"model: {name}")
        return {
            "type": "model",
            "id": name,
            "display_name": name,
            "created_at": "2025-10-01T00:00:00Z",
            "lifecycle": "retired" if name in self.behaviour.retired else "active",
            "max_tokens": 64_000,
        }

    async def message(self, headers: dict[str, str], body: JSONObject, wire: Wire) -> None:
        number = next(self.numbers)
        self.in_flight += 1
        fault = self.fault_of(number)
        entry: JSONObject = {
            "at": time.monotonic(),
            "status": 0,
            "fault": fault,
            "body": body,
            "headers": headers,
            "in_flight": self.in_flight,
        }
        self.entries.append(entry)
        try:
            await self.reply(number, fault, entry, wire)
        finally:
            self.in_flight -= 1
            entry["done"] = time.monotonic()

    async def reply(self, number: int, fault: str, entry: JSONObject, wire: Wire) -> None:
        try:
            self.check_key(entry["headers"])
            self.model(entry["body"]["model"])
            answer = self.respond(entry["body"]) if fault not in REFUSALS else {}
            self.draw(answer.get("usage", {}))
            await asyncio.sleep(self.rng.uniform(*self.behaviour.latency_s))
            self.refuse_by(fault, entry)
        except Refused as refused:
            entry["status"] = refused.status
            refuse(wire.writer, refused, self.limit_headers())
            return
        self.good += 1
        answer |= {"id": f"msg_{number:06d}"}
        mangle(answer, fault)
        entry["usage"] = answer.get("usage")
        self.settle(answer.get("usage", {}))
        head = self.limit_headers() | {"request-id": f"req_{number:06d}"}
        await send_answer(wire, answer, head, fault, entry)

    def fault_of(self, number: int) -> str:
        script = self.behaviour.script
        if number < len(script):
            return script[number].removesuffix("…")
        if script and script[-1].endswith("…"):
            return script[-1].removesuffix("…")
        drawn = self.rng.random()
        for kind, rate in self.behaviour.faults.items():
            drawn -= rate
            if drawn < 0:
                return kind
        return ""

    def refuse_by(self, fault: str, entry: JSONObject) -> None:
        credit = self.behaviour.credit
        kind = "no_credit" if credit is not None and self.good >= credit else fault
        if kind in REFUSALS:
            status, error_type, message = REFUSALS[kind]
            message = message.format(model=entry["body"]["model"])
            if kind == "bad_key":
                message += ": " + entry["headers"].get("authorization", "")
            wait_s = self.behaviour.retry_after_s if kind in WAITS else None
            raise Refused(status, error_type, message, ERROR_CODES.get(kind), wait_s)

    def draw(self, usage: JSONObject) -> None:
        """Take a request and its input from the buckets, or refuse with 429; output is taken when made."""
        now = time.monotonic()
        needs = {"requests": 1, "input-tokens": usage.get("input_tokens", 0), "output-tokens": 1}
        waits = []
        for name, bucket in self.buckets.items():
            bucket.refill(now)
            waits.append((bucket.wait_s(needs[name]), name))
        wait_s, name = max(waits, default=(0.0, ""))
        if wait_s > 0:
            status, error_type, message = REFUSALS["429"]
            raise Refused(status, error_type, f"{message} ({name})", None, math.ceil(wait_s))
        for name in self.buckets.keys() & {"requests", "input-tokens"}:
            self.buckets[name].level -= needs[name]

    def settle(self, usage: JSONObject) -> None:
        if "output-tokens" in self.buckets:
            self.buckets["output-tokens"].level -= usage.get("output_tokens", 0)

    def limit_headers(self) -> dict[str, str]:
        now = time.monotonic()
        headers: dict[str, str] = {}
        for bucket in self.buckets.values():
            bucket.refill(now)
            headers |= bucket.headers()
        return headers


def responder(name: str) -> Callable[[JSONObject], JSONObject]:
    """Return the function that `name` (``module:function``) names."""
    module, _, function = name.partition(":")
    found: Callable[[JSONObject], JSONObject] = getattr(importlib.import_module(module), function)
    return found


def plain_reply(body: JSONObject) -> JSONObject:
    """Answer with a few words for each key of the schema; cheap, and nothing a validator would pass."""
    schema = body.get("output_config", {}).get("format", {}).get("schema", {})
    utterances = dict.fromkeys(schema.get("required", ()), "It is dry in Leeds.")
    text = json.dumps(utterances) if utterances else "It is dry in Leeds."
    return {
        "type": "message",
        "role": "assistant",
        "model": body["model"],
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "usage": {"input_tokens": len(json.dumps(body)) // 4, "output_tokens": len(text) // 4},
    }


def mangle(answer: JSONObject, fault: str) -> None:
    """Turn a good answer into one of the useless kinds of 200."""
    if fault == "refusal":
        answer |= {
            "content": [],
            "stop_reason": "refusal",
            "stop_details": {"type": "refusal", "category": "frontier_llm"},
        }
    elif fault == "max_tokens":
        text = answer["content"][0]["text"]
        answer |= {"content": [{"type": "text", "text": text[: len(text) // 2]}], "stop_reason": "max_tokens"}
    elif fault == "empty":
        answer["content"] = [{"type": "text", "text": ""}]
    elif fault == "thinking":
        answer["content"] = [{"type": "thinking", "thinking": "Hm.", "signature": ""}, *answer["content"]]
    elif fault == "no_usage":
        del answer["usage"]


async def send_answer(
    wire: Wire, answer: JSONObject, headers: dict[str, str], fault: str, entry: JSONObject
) -> None:
    if fault == "never":
        await wire.reader.read()
    elif fault == "reset":
        raw: socket.socket = wire.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        wire.writer.transport.abort()
    elif fault == "cut_body":
        body = json.dumps(answer).encode()
        wire.writer.write(head_of(200, headers, len(body)) + body[: len(body) // 2])
        wire.writer.close()
    elif fault in ("cut_json", "html"):
        text = json.dumps(answer)
        entry["status"] = 200
        write(
            wire.writer, 200, headers, text[: len(text) // 2].encode() if fault == "cut_json" else b"<html>"
        )
    else:
        entry["status"] = 200
        write(wire.writer, 200, headers, answer)


def refuse(writer: asyncio.StreamWriter, refused: Refused, headers: dict[str, str]) -> None:
    error: JSONObject = {"type": refused.kind, "message": str(refused)}
    if refused.code is not None:
        error["details"] = {"error_code": refused.code}
    if refused.wait_s is not None:
        headers = headers | {"retry-after": f"{refused.wait_s:g}"}
    write(writer, refused.status, headers, {"type": "error", "error": error, "request_id": "req_refused"})


def write(writer: asyncio.StreamWriter, status: int, headers: dict[str, str], answer: Any) -> None:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    writer.write(head_of(status, headers, len(body)) + body)


def head_of(status: int, headers: dict[str, str], length: int) -> bytes:
    lines = [f"HTTP/1.1 {status} -", "content-type: application/json", f"content-length: {length}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def run(behaviour: Behaviour) -> None:
    server = Server(behaviour)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}", flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("behaviour", nargs="?", default="{}", help="fields of Behaviour, as JSON")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(Behaviour(**json.loads(parser.parse_args().behaviour))))
