"""The Messages API, as fast as the account allows, never lost and never over budget.

One layer decides about pace, repeats and money: this one. What carries a request is a `Transport`, handed
in or made from the key (the SDK, imported at the first request). The client knows nothing of weather.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from scripts.models import DEFAULT_MODEL, MODELS, Model, find_model
from scripts.money import Bookings
from scripts.transport import Transport

LimitedBy = Literal["pace", "account limit", "server"]


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `text` is the text blocks' alone; `latency_s` of the try that answered.

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


@dataclass(slots=True)
class Metrics:
    """What one client has done so far. A call is one `ask` or `generate_conversation`, however often sent."""

    calls: int = 0
    successful: int = 0
    failed: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    latency_s: float = 0.0
    cost_usd: float = 0.0
    retries: Counter[str] = field(default_factory=Counter)


class ClaudeAPIClient:
    """Asks one model, many requests at a time from one event loop, or one after the other without any.

    `retry_delays` in seconds; the last serves again where there are more repeats than delays.
    `rate_limit_delay`: least seconds between two request starts. `bookings`: where costs are written down
    before they arise. `models`: the table, with prices of one's own. `notice` is told, in one sentence each, of what a user should hear while waiting.
    Raises MissingKey or BadKey where no transport is handed in and no usable key is found, RetiredModel
    for a model known to be gone, ValueError for settings that cannot be.
    """

    def __init__(
        self,
        api_key: str | None = None,
        model: str = DEFAULT_MODEL,
        max_retries: int = 3,
        retry_delays: Sequence[float] = (1.0, 2.0, 4.0),
        rate_limit_delay: float = 0.5,
        *,
        concurrency: int = 16,
        request_timeout_s: float = 60.0,
        give_up_after_s: float = 600.0,
        transport: Transport | None = None,
        bookings: Bookings | None = None,
        max_cost: float | None = None,
        models: Mapping[str, Model] = MODELS,
        notice: Callable[[str], None] | None = None,
    ) -> None:
        self.model = find_model(model, models)
        self.metrics = Metrics()
        self._transport = transport

    async def ask(self, body: dict[str, Any], key: str = "") -> Reply:
        """Return the answer to a Messages API request body, however long the API is busy.

        `key` names the request's place in the run (``17:2``). Raises SetAside for a request that came to
        nothing, StopRun for a fault that will not go away; after a StopRun, every call raises it.
        """
        raise NotImplementedError

    def generate_conversation(
        self, prompt: str, system: str = "", max_tokens: int = 4096, temperature: float = 1.0
    ) -> Reply:
        """Return the answer to one prompt. Blocks; for plain scripts and threads.

        Raises ValueError for a temperature the model does not take, otherwise as `ask`.
        """
        raise NotImplementedError

    async def check_model(self) -> None:
        """Prove key and model by the free look-up, where the endpoint has one. Raises StopRun."""
        raise NotImplementedError

    @property
    def limited_by(self) -> LimitedBy:
        """What the speed depends on just now."""
        return "pace"

    def print_metrics(self) -> None:
        """Print calls, tokens, latency, cost and repeats as a block."""
        raise NotImplementedError

    async def aclose(self) -> None:
        """Close the connections."""
        raise NotImplementedError
