"""A clock that jumps instead of waiting, and an API simulated on it: hours of pace in milliseconds."""

import asyncio
import math
import random
import selectors
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from scripts.api.transport import Answer, ApiError, ConnectionFault
from scripts.claude_api_client import ClaudeAPIClient, Reply
from scripts.errors import GenerationError
from tests.local_api import Behaviour, Bucket

T = TypeVar("T")
BODY = {"model": "claude-haiku-4-5", "max_tokens": 600, "messages": [{"role": "user", "content": "Leeds?"}]}


class JumpingSelector(selectors.SelectSelector):
    """Instead of waiting for `timeout` seconds, lets them have passed."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everything waits for something that never comes"
            self.now += timeout
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now

    def jump(self, work_s: float) -> None:
        """Let so many seconds pass in which the loop is busy."""
        self._jumping.now += work_s


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run on a loop whose time jumps."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(coroutine)


def usage_of(body: dict[str, Any], rng: random.Random) -> tuple[int, int]:
    """Return input and output tokens of an answer."""
    return rng.randint(300, 500), rng.randint(100, 300)


@dataclass
class SimulatedAPI:
    """A Transport that behaves like `Behaviour` says, on the loop's clock.

    `jitter_s` is the most that the way to the server delays a request. `fault` may raise, given the
    number of the request. `starts` and `refusals` are times of arrival.
    """

    behaviour: Behaviour = field(default_factory=Behaviour)
    jitter_s: float = 0.0
    fault: Callable[[int], Exception | None] = lambda number: None
    usage: Callable[[dict[str, Any], random.Random], tuple[int, int]] = usage_of
    instant: bool = False
    starts: list[float] = field(default_factory=list)
    refusals: list[float] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0
    billed: list[tuple[int, int]] = field(default_factory=list)
    look_up_answer: Callable[[], dict[str, Any] | None] = lambda: None

    def __post_init__(self) -> None:
        self.rng = random.Random(self.behaviour.seed)
        self.buckets: dict[str, Bucket] | None = None

    async def send(self, body: dict[str, Any], key: str) -> Answer:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            return await self._answer(body)
        finally:
            self.in_flight -= 1

    async def _answer(self, body: dict[str, Any]) -> Answer:
        number = len(self.starts)
        self.starts.append(math.inf)
        await asyncio.sleep(self.rng.uniform(0, self.jitter_s))
        now = self.starts[number] = asyncio.get_running_loop().time()
        given, made = self.usage(body, self.rng)
        self._draw(now, given)
        await asyncio.sleep(self.rng.uniform(*self.behaviour.latency_s))
        error = self.fault(number)
        if isinstance(error, ApiError) or (isinstance(error, ConnectionFault) and not error.sent):
            raise error
        self.billed.append((given, made))
        if error is not None:
            raise error
        self._buckets(now)
        if "output-tokens" in self._buckets(now):
            self._buckets(now)["output-tokens"].level -= made
        answer = {
            "content": [{"type": "text", "text": "Dry."}],
            "stop_reason": "end_turn",
            "usage": {"input_tokens": given, "output_tokens": made},
        }
        return Answer(answer, self._headers())

    async def look_up(self, model: str) -> dict[str, Any] | None:
        return self.look_up_answer()

    async def aclose(self) -> None:
        pass

    def _buckets(self, now: float) -> dict[str, Bucket]:
        if self.buckets is None:
            limits = {
                "requests": self.behaviour.requests_per_minute,
                "input-tokens": self.behaviour.input_tokens_per_minute,
                "output-tokens": self.behaviour.output_tokens_per_minute,
            }
            self.buckets = {
                name: Bucket(name, limit, self.behaviour, now) for name, limit in limits.items() if limit
            }
        for bucket in self.buckets.values():
            bucket.refill(now)
        return self.buckets

    def _draw(self, now: float, given: int) -> None:
        needs = {"requests": 1, "input-tokens": given, "output-tokens": 1}
        buckets = self._buckets(now)
        wait_s = max((bucket.wait_s(needs[name]) for name, bucket in buckets.items()), default=0.0)
        if wait_s > 1e-9:
            self.refusals.append(now)
            raise ApiError(429, "rate_limit_error", "slow down", None, math.ceil(wait_s), self._headers())
        for name in buckets.keys() & {"requests", "input-tokens"}:
            buckets[name].level -= needs[name]

    def _headers(self) -> dict[str, str]:
        headers: dict[str, str] = {}
        for bucket in self._buckets(asyncio.get_running_loop().time()).values():
            headers |= bucket.headers()
        return headers


async def ask_many(client: ClaudeAPIClient, count: int) -> list[Reply | GenerationError]:
    """Ask `count` times with as many workers as the client allows; return replies and errors in order."""
    outcomes: dict[int, Reply | GenerationError] = {}
    numbers = iter(range(count))

    async def work() -> None:
        for number in numbers:
            try:
                outcomes[number] = await client.ask(dict(BODY), f"{number}:1")
            except GenerationError as error:
                outcomes[number] = error

    await asyncio.gather(*(work() for _ in range(client.concurrency)))
    return [outcomes[number] for number in range(count)]


def replies(outcomes: Sequence[Reply | GenerationError]) -> list[Reply]:
    return [outcome for outcome in outcomes if isinstance(outcome, Reply)]
