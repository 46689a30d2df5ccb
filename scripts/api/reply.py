"""What a request brought home, and what a client has done so far."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.api.transport import Answer, ConnectionFault
from scripts.models import Model
from scripts.money import cost_usd, tokens


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `text` is the text blocks' alone; `latency_s` is of the try that answered.

    `tries` counts the HTTP requests it took. `stop_detail` is the category of a refusal, else empty.
    """

    text: str
    stop_reason: str
    model: str
    input_tokens: int
    output_tokens: int
    request_id: str
    cost_usd: float
    latency_s: float
    tries: int = 1
    stop_detail: str = ""

    def __str__(self) -> str:
        return self.text


def read_reply(answer: Answer, model: Model, latency_s: float) -> Reply:
    """Read a 200 answer. Raises ConnectionFault where it is not a message with its usage."""
    body = answer.body
    content, usage = body.get("content"), body.get("usage")
    if not isinstance(content, list) or not isinstance(usage, Mapping) or "output_tokens" not in usage:
        raise ConnectionFault("unreadable answer", "the answer is no message")
    details = body.get("stop_details")
    return Reply(
        text="".join(_texts(content)),
        stop_reason=str(body.get("stop_reason") or ""),
        model=str(body.get("model") or model.id),
        input_tokens=tokens(usage, "input_tokens"),
        output_tokens=tokens(usage, "output_tokens"),
        request_id=answer.headers.get("request-id", ""),
        cost_usd=cost_usd(usage, model),
        latency_s=latency_s,
        stop_detail=str(details.get("category") or "") if isinstance(details, Mapping) else "",
    )


def _texts(content: list[Any]) -> Iterator[str]:
    """Yield the text of each text block: thinking may come first, and a refusal has none."""
    for block in content:
        if isinstance(block, Mapping) and block.get("type") == "text" and isinstance(block.get("text"), str):
            yield block["text"]


@dataclass(slots=True)
class Metrics:
    """What one client has done so far. A call is one `ask` or `generate_conversation`, however often sent.

    `cost_usd` includes tries that brought nothing but are booked at their worst. `retries` by cause.
    """

    calls: int = 0
    successful: int = 0
    failed: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    latency_s: float = 0.0
    cost_usd: float = 0.0
    retries: Counter[str] = field(default_factory=Counter)

    def add(self, reply: Reply) -> None:
        """Count a call that brought a reply; its cost is counted where it is booked."""
        self.successful += 1
        self.input_tokens += reply.input_tokens
        self.output_tokens += reply.output_tokens
        self.latency_s += reply.latency_s

    def block(self, *, priced: bool) -> str:
        """Return the figures as lines for people; without a price for the model the cost is not known."""
        settled = max(1, self.successful + self.failed)
        lines = [
            "API Metrics",
            f"  Total Calls: {self.calls}",
            f"  Successful: {self.successful}",
            f"  Failed: {self.failed}",
            f"  Success Rate: {100 * self.successful / settled:.1f}%",
            f"  Input Tokens: {self.input_tokens:,}",
            f"  Output Tokens: {self.output_tokens:,}",
            f"  Total Tokens: {self.input_tokens + self.output_tokens:,}",
            f"  Avg Latency: {self.latency_s / max(1, self.successful):.2f}s",
            f"  Cost: ${self.cost_usd:.4f}" if priced else "  Cost: price unknown",
            f"  Retries: {self.retries.total()}",
        ]
        lines += [f"    {cause}: {count}" for cause, count in self.retries.most_common()]
        return "\n".join(lines)
