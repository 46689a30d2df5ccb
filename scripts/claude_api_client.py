"""The Messages API, as fast as the account allows, never lost and never over budget.

One layer decides about pace, repeats and money: this one, by way of `sender`. What carries a request is a
`Transport`: the mock where it is handed in, else the SDK, which is imported when the first request is due.
The client knows nothing of weather.
"""

import math
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from scripts.api.reply import Metrics, Reply
from scripts.api.transport import Transport
from scripts.api_key import checked_key, find_api_key
from scripts.errors import StopRun
from scripts.garbage import lasting
from scripts.models import DEFAULT_MODEL, MODELS, Model, find_model
from scripts.money import Bookings, Budget, NoBookings

if TYPE_CHECKING:
    from scripts.api.loop_thread import LoopThread
    from scripts.api.sender import Sender

__all__ = ["ClaudeAPIClient", "LimitedBy", "Reply"]

LimitedBy = Literal["pace", "account limit", "server"]


class ClaudeAPIClient:
    """Asks one model, many requests at a time from one event loop, or one after the other without any.

    `retry_delays` in seconds; the last serves again where there are more repeats than delays.
    `rate_limit_delay`: least seconds between two request starts. `max_cost` in US dollars bounds what the
    bookings know of, earlier runs included. `models`: the table, with prices of one's own. `notice` is
    told, in one sentence each, what somebody who waits should know.

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
        max_cost: float | None = None,
        transport: Transport | None = None,
        bookings: Bookings | None = None,
        models: Mapping[str, Model] = MODELS,
        notice: Callable[[str], None] | None = None,
    ) -> None:
        _check("concurrency", concurrency, least=1)
        _check("max_retries", max_retries, least=0)
        _check("rate_limit_delay", rate_limit_delay, least=0)
        _check("request_timeout_s", request_timeout_s, above=0)
        _check("give_up_after_s", give_up_after_s, least=0)
        for delay_s in retry_delays:
            _check("a retry delay", delay_s, least=0)
        self.model = find_model(model, models)
        self.budget = _budget(bookings or NoBookings(), max_cost, self.model)
        self.max_retries = max_retries
        self.retry_delays = tuple(retry_delays)
        self.rate_limit_delay = rate_limit_delay
        self.concurrency = concurrency
        self.request_timeout_s = request_timeout_s
        self.give_up_after_s = give_up_after_s
        self.metrics = Metrics()
        self._notice = notice or _to_stderr
        self._transport = transport
        self._api_key = _key(api_key) if transport is None else ""
        self._sender: Sender | None = None
        self._thread: LoopThread | None = None
        self._starting = threading.Lock()

    async def ask(self, body: dict[str, Any], key: str = "") -> Reply:
        """Return the answer to a request body as `Request.body` makes it, however long the API is busy.

        What the model needs beside it is added here. `key` names the request's place in the run
        (``17:2``). Raises SetAside for a request that came to nothing, StopRun for a fault that will not
        go away; after a StopRun every call raises it, nothing is sent any more.
        """
        return await self._loops_sender().ask({**body, **self.model.extra}, key)

    def stop(self, error: StopRun) -> None:
        """Send nothing more: calls that wait, and later ones, raise `error`; what is in flight comes home."""
        self._loops_sender().stop(error)

    async def check_model(self) -> None:
        """Prove key and model by the free look-up, where the endpoint has one. Raises StopRun."""
        await self._loops_sender().check_model()

    async def aclose(self) -> None:
        """Close the connections that `ask` opened."""
        if self._sender is not None:
            await self._sender.transport.aclose()
            self._sender = None

    def generate_conversation(
        self, prompt: str, system: str = "", max_tokens: int = 4096, temperature: float = 1.0
    ) -> Reply:
        """Return the answer to one prompt. Blocks; for plain scripts, and for threads.

        A temperature of 1.0 is what the API does anyway and is not sent. Raises ValueError for one that
        the model does not take, otherwise as `ask`.
        """
        body: dict[str, Any] = {
            "model": self.model.id,
            "max_tokens": max_tokens,
            "messages": [{"role": "user", "content": prompt}],
            **self.model.extra,
        }
        if system:
            body["system"] = system
        if temperature != 1.0:
            if not self.model.takes_temperature or not 0 <= temperature <= 1:
                taken = "0 to 1" if self.model.takes_temperature else "only 1.0"
                raise ValueError(f"{self.model.id} takes no temperature of {temperature}, {taken}")
            body["temperature"] = temperature
        with self._starting:
            if self._thread is None:
                from scripts.api.loop_thread import LoopThread

                self._thread = LoopThread(self._make_sender)
        return self._thread.run(lambda sender: sender.ask(body, ""))

    @property
    def limited_by(self) -> LimitedBy:
        """What the speed depends on just now: our own settings, the account's limits, or the server."""
        return "pace" if self._sender is None else self._sender.pace.limited_by

    def print_metrics(self) -> None:
        """Print calls, tokens, latency, cost and retries by cause as a block."""
        print(self.metrics.block(priced=self.model.price is not None))

    def _loops_sender(self) -> "Sender":
        if self._sender is None:
            self._sender = self._make_sender()
        return self._sender

    def _make_sender(self) -> "Sender":
        """Return a sender for the running event loop."""
        from scripts.api.pace import Pace
        from scripts.api.sender import Patience, Sender

        transport = self._transport
        if transport is None:
            with lasting():
                from scripts.api.anthropic_transport import SDKTransport

            transport = SDKTransport(self._api_key)
        return Sender(
            transport,
            self.model,
            Patience(self.max_retries, self.retry_delays, self.request_timeout_s, self.give_up_after_s),
            Pace(self.concurrency, self.rate_limit_delay, instant=transport.instant),
            self.budget,
            self.metrics,
            self._notice,
        )


def _budget(bookings: Bookings, max_cost: float | None, model: Model) -> Budget:
    if max_cost is None:
        return Budget(bookings)
    _check("max_cost", max_cost, above=0)
    if model.price is None:
        raise ValueError(f"max_cost needs a price for {model.id}: name it in --prices FILE")
    return Budget(bookings, max_cost)


def _key(given: str | None) -> str:
    return find_api_key(os.environ) if given is None else checked_key(given)


def _check(name: str, value: float, *, least: float = -math.inf, above: float = -math.inf) -> None:
    if not (value >= least and value > above and value < math.inf):
        limit = f"at least {least:g}" if above == -math.inf else f"above {above:g}"
        raise ValueError(f"{name} is {value}, it has to be {limit}")


def _to_stderr(sentence: str) -> None:
    print(sentence, file=sys.stderr)
