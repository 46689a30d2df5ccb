"""How one request gets its answer: its turn, its money, its repeats, and when to give up.

All of it for one event loop. What the API's errors mean stands in `api_faults`, when a request may start in
`pace`, what it may cost in `money`.
"""

import asyncio
import contextlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, NoReturn

import orjson

from scripts.api.faults import (
    OVERLOADED,
    RATE_LIMITED,
    cause_of,
    invalid_request,
    is_transient,
    stop_for,
    unknown_model,
)
from scripts.api.gathering import Gathering
from scripts.api.pace import Pace, Start
from scripts.api.reply import Metrics, Reply, read_reply
from scripts.api.transport import Answer, ApiError, ConnectionFault, Transport
from scripts.errors import BudgetReached, InvalidRequest, Outage, RefusedRequests, StopRun, Unanswered
from scripts.models import Model
from scripts.money import Booking, Budget, worst_cost_usd

RETRY_AFTER_CAP_S: Final = 60.0
"""The longest announced wait that a transient fault is given; a longer one is said aloud."""

JITTER: Final = 0.25
"""Waits are lengthened by up to this share, so that repeats do not come together."""

LONG_WAIT_S: Final = 10.0
"""Announced waits from here on are said aloud."""

INVALID_IN_ROW: Final = 3
"""So many invalid requests with no success between mean that all of them are."""


class Patience(NamedTuple):
    """How often and how long to try; all but `max_retries` in seconds."""

    max_retries: int
    retry_delays: Sequence[float]
    request_timeout_s: float
    give_up_after_s: float

    def delay_s(self, repeat: int) -> float:
        """Return the wait before the `repeat`-th repeat (from 1); the last delay serves on."""
        if not self.retry_delays:
            return 0.0
        delay_s = self.retry_delays[min(repeat, len(self.retry_delays)) - 1]
        return delay_s * random.uniform(1, 1 + JITTER)


class Sender:
    """Sends requests over one transport, as many at a time as the pace allows."""

    def __init__(
        self,
        transport: Transport,
        model: Model,
        patience: Patience,
        pace: Pace,
        budget: Budget,
        metrics: Metrics,
        notice: Callable[[str], None],
    ) -> None:
        self.transport = transport
        self.model = model
        self.patience = patience
        self.pace = pace
        self.budget = budget
        self.metrics = metrics
        self.notice = notice
        self._stopped = asyncio.Event()
        self._money_back = asyncio.Event()
        self._money_queue = asyncio.Lock()
        self._gathering = Gathering()
        self._trouble_since: float | None = None
        self._any_success = False
        self._refused: set[int] = set()
        self._invalid_in_row = 0

    async def ask(self, body: dict[str, Any], key: str) -> Reply:
        """Return the reply to `body`, however often it has to be sent. Raises StopRun or SetAside."""
        self.metrics.calls += 1
        if self.transport.instant:
            await asyncio.sleep(0)  # let the other callers come as far, as a network would
        try:
            reply = await self._persist(body, key)
        except Exception:
            self.metrics.failed += 1
            raise
        self.metrics.add(reply)
        return reply

    async def _persist(self, body: dict[str, Any], key: str) -> Reply:
        sent = orjson.dumps(body)
        worst_usd = worst_cost_usd(len(sent), body["max_tokens"], self.model)
        tries = repeats = weather = 0
        while True:
            tries += 1
            start = await self.pace.turn()
            try:
                reply = await self._try(start, body, f"{key}:{tries}", worst_usd)
            except (ApiError, ConnectionFault) as error:
                fault = error
            else:
                return replace(reply, tries=tries) if tries > 1 else reply
            self._judge(fault, sent)
            if isinstance(fault, ApiError) and fault.status in (RATE_LIMITED, OVERLOADED):
                weather += 1
                wait_s = self._weather_wait_s(fault, start, weather)
            else:
                repeats += 1
                wait_s = self._repeat_wait_s(fault, repeats)
            self.metrics.retries[cause_of(fault)] += 1
            await self._rest(wait_s)

    async def _try(self, start: Start, body: dict[str, Any], key: str, worst_usd: float) -> Reply:
        """Send once, and write down what it cost whatever happens: None is what is reserved for it.

        Nothing is awaited between writing down a reply's cost and handing it over, so that a journal can
        commit both together; the budget knows of it from the answer on.
        """
        try:
            booking = await self._reserve(worst_usd)
        except BaseException:
            self.pace.done(start, {}, {})
            raise
        usd: float | None = None
        cause = "interrupted"
        try:
            reply = await self._answered(start, body, key)
            booking, cause = self.budget.known(booking, reply.cost_usd), "answered"
            self._wake_money_queue()
            if self.transport.instant:
                await asyncio.sleep(0)
            else:
                await self._gathering.wait(more_to_send=self.pace.awaited)
            return reply
        except ApiError as error:
            usd, cause = 0.0, cause_of(error)
            raise
        except ConnectionFault as fault:
            usd, cause = (None if fault.sent else 0.0), fault.cause
            raise
        finally:
            self._book(booking, usd, cause)

    async def _answered(self, start: Start, body: dict[str, Any], key: str) -> Reply:
        """Send once; tell the pace what came of it before anybody else looks at it."""
        headers: Mapping[str, str] = {}
        used: dict[str, int] = {}
        try:
            answer = await self._send(body, key)
            headers = answer.headers
            reply = read_reply(answer, self.model, asyncio.get_running_loop().time() - start.at)
            used = {"requests": 1, "input-tokens": reply.input_tokens, "output-tokens": reply.output_tokens}
            self._succeed()
            return reply
        except ApiError as error:
            headers = error.headers
            raise
        finally:
            self.pace.done(start, headers, used)

    async def check_model(self) -> None:
        """Prove key and model by the free look-up. Raises StopRun.

        An endpoint without a look-up, or one that cannot answer just now, proves nothing: the first request
        goes alone and tells.
        """
        for repeat in range(1, self.patience.max_retries + 2):
            wait_s = self.patience.delay_s(repeat)
            try:
                async with asyncio.timeout(self.patience.request_timeout_s):
                    found = await self.transport.look_up(self.model.id)
            except ApiError as error:
                stop = stop_for(error, self.model.id)
                if stop is None and not is_transient(error) and error.status != RATE_LIMITED:
                    return
                wait_s = min(error.retry_after_s or wait_s, RETRY_AFTER_CAP_S)
            except (ConnectionFault, TimeoutError):
                stop = None
            else:
                if found is None or found.get("lifecycle") != "retired":
                    return
                stop = unknown_model(self.model.id)
            if stop is not None:
                self._halt(stop)
            await self._rest(wait_s)

    def stop(self, error: StopRun) -> None:
        """Send nothing more: whoever waits, or comes later, gets the first such error."""
        self.pace.halt(error)
        self._stopped.set()
        self._money_back.set()

    async def _reserve(self, worst_usd: float) -> Booking:
        """Take the worst case from the budget, waiting for what is in flight where it does not fit yet.

        First come, first served: what is paid for are then the first scenarios, which can be judged.
        """
        async with self._money_queue:
            self.pace.check()
            while not self.budget.fits(worst_usd):
                if self.budget.is_spent(worst_usd):
                    self._halt(BudgetReached(self.budget.spent_usd, self.budget.max_cost))
                await self._money_back.wait()
                self.pace.check()
            return self.budget.open(worst_usd)

    async def _send(self, body: dict[str, Any], key: str) -> Answer:
        if self.transport.instant:
            return await self.transport.send(body, key)
        try:
            async with asyncio.timeout(self.patience.request_timeout_s):
                return await self.transport.send(body, key)
        except TimeoutError:
            pass
        raise ConnectionFault("timeout", f"no answer within {self.patience.request_timeout_s:g} s")

    def _book(self, booking: Booking, usd: float | None, cause: str) -> None:
        self.metrics.cost_usd += self.budget.close(booking, usd, cause)
        self._wake_money_queue()

    def _wake_money_queue(self) -> None:
        self._money_back.set()
        self._money_back.clear()

    def _succeed(self) -> None:
        self.pace.succeeded()
        self._trouble_since = None
        self._any_success = True
        self._invalid_in_row = 0

    def _judge(self, fault: ApiError | ConnectionFault, body: bytes) -> None:
        """Raise where repeating does not help: StopRun for everybody, InvalidRequest for this one."""
        if isinstance(fault, ApiError):
            stop = stop_for(fault, self.model.id)
            if stop is not None:
                self._halt(stop)
            if not is_transient(fault) and fault.status != RATE_LIMITED:
                self._refuse(invalid_request(fault), hash(body))
        self.pace.check()
        now = asyncio.get_running_loop().time()
        if self._trouble_since is None:
            self._trouble_since = now
        if now - self._trouble_since >= self.patience.give_up_after_s:
            self._halt(Outage(f"no success for {now - self._trouble_since:.0f} s, the last fault: {fault}"))

    def _refuse(self, error: InvalidRequest, body_hash: int) -> None:
        """Raise `error`, or stop everything where it is not just this request."""
        self.pace.check()
        if body_hash not in self._refused:
            self._refused.add(body_hash)
            self._invalid_in_row += 1
        if not self._any_success or self._invalid_in_row >= INVALID_IN_ROW:
            self._halt(RefusedRequests(error.message))
        raise error

    def _weather_wait_s(self, error: ApiError, start: Start, repeat: int) -> float:
        """Tell the pace of a 429 or 529; return what this request has to wait beside what all do."""
        announced_s = error.retry_after_s or 0.0
        delay_s = self.patience.delay_s(repeat)
        if announced_s > self.patience.give_up_after_s:
            self._halt(Outage(f"the API asks to wait {announced_s:.0f} s ({error.message})"))
        if announced_s >= LONG_WAIT_S:
            self.notice(f"the API asks to wait {announced_s:.0f} s ({error.message})")
        if error.status == RATE_LIMITED:
            self.pace.rate_limited(start, announced_s or delay_s)
            return 0.0
        self.pace.overloaded(start, announced_s)
        return 0.0 if announced_s else delay_s

    def _repeat_wait_s(self, fault: ApiError | ConnectionFault, repeat: int) -> float:
        """Return the wait before a transient fault's next repeat. Raises Unanswered where there is none."""
        self.pace.faulted()
        if repeat > self.patience.max_retries:
            raise Unanswered(f"no usable answer after {repeat} tries, the last fault: {fault}")
        wait_s = self.patience.delay_s(repeat)
        announced_s = fault.retry_after_s if isinstance(fault, ApiError) else None
        if announced_s is None or announced_s <= wait_s:
            return wait_s
        if announced_s > RETRY_AFTER_CAP_S:
            self.notice(f"the API asks to wait {announced_s:.0f} s, we wait {RETRY_AFTER_CAP_S:.0f} s")
        return min(announced_s, RETRY_AFTER_CAP_S)

    async def _rest(self, wait_s: float) -> None:
        """Wait, unless everything stops meanwhile. Raises the StopRun then."""
        if wait_s <= 0 or self.transport.instant:
            await asyncio.sleep(0)
        else:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), wait_s)
        self.pace.check()

    def _halt(self, error: StopRun) -> NoReturn:
        self.stop(error)
        self.pace.check()
        raise error
