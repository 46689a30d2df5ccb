"""When the next request may start: as often as settings, the account's limits and the server allow.

The account's limits are learned from the ``anthropic-ratelimit-*`` headers of every answer. Each is kept as
a bucket of our own that is refilled at its rate and from which every start draws what a request uses on
average, put right when the answer says what it really used; a start waits until the slowest bucket is due,
so that starts are spread and the server's buckets last. The first request goes alone, since only its answer
tells the limits. It knows nothing of retries and money, and its clock is the event loop's.
"""

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

LimitedBy = Literal["pace", "account limit", "server"]

MARGIN: Final = 0.97
SHALLOW_MARGIN: Final = 0.95
"""Share of a limit that is used, so that jitter on the way does not make starts too dense at the server: less
where the server's bucket holds few, since there is nothing to make up for jitter."""

CATCH_UP_S: Final = 0.05
CATCH_UP: Final = 0.02
"""How much lateness of the event loop dense starts may make up for; and those further apart, as a share of
the gap between them."""

DROP: Final = 0.7
"""What is left of the pace right after a 429, and of the concurrency after a 529."""

CAUTION: Final = 0.95
"""To which share of the old pace it recovers quickly where a 429 says that a bucket is empty."""

LOWEST_EASE: Final = 0.05
QUICK_RECOVERY_PER_S: Final = 0.03
QUICK_RECOVERY: Final = 0.004
SLOW_RECOVERY: Final = 0.001
"""What every success (or every second) adds to the pace, as shares of the limit."""

ENOUGH_TO_GUESS: Final = 10
LOWEST_GUESS_PER_S: Final = 0.5
GUESS_GROWTH: Final = 1.02
GUESS_GROWTH_PER_S: Final = 1.15
"""Where no header tells the limit: the starts that a guess needs, the least that is guessed, and by what it
grows with every success, or with every second if that is more."""

LOW_TIDE: Final = 0.1
"""Share of a deep bucket below which others are drawing from it too, so that we draw less."""

STORM: Final = 10
"""So many faults in a row, with no success between, are the server's trouble: one request at a time."""

BUCKETS: Final = ("requests", "input-tokens", "output-tokens")


@dataclass(slots=True)
class Bucket:
    """One of the account's limits.

    `due` is when the next start may draw from it; `mean` what a request uses of it, on average.
    `tide` is lowered while a bucket that can hold much (`deep`) is nearly empty. `guessed`: 429s alone tell
    of this limit.
    """

    per_s: float
    mean: float
    due: float
    guessed: bool = False
    tide: float = 1.0
    deep: bool = False
    empty: bool = False

    def gap_s(self, ease: float) -> float:
        """Return how far apart starts have to be for this limit to last."""
        return self.mean / (self.usable_per_s * self.tide * ease)

    @property
    def usable_per_s(self) -> float:
        """Units a second that we make use of."""
        return self.per_s * (MARGIN if self.deep else SHALLOW_MARGIN)

    def note_level(self, limit: float, remaining: float) -> None:
        """Slow down where the server's bucket runs low although we draw less than its refill."""
        self.empty = remaining < self.mean
        self.deep = self.deep or remaining > limit / 2
        self.tide = min(1.0, max(0.3, remaining / (limit * LOW_TIDE))) if self.deep else 1.0


class Start(NamedTuple):
    """A request under way: when it began, and what was drawn for it from each bucket."""

    at: float
    drawn: Mapping[str, float]


class Pace:
    """The gate that every HTTP request passes, and the memory of what the answers said.

    `instant` leaves out every wait but the one for a free slot.
    """

    def __init__(self, concurrency: int, least_gap_s: float, *, instant: bool = False) -> None:
        self.concurrency = concurrency
        self.least_gap_s = least_gap_s
        self.instant = instant
        self.in_flight = 0
        self.limited_by: LimitedBy = "pace"
        self.buckets: dict[str, Bucket] = {}
        self._used: dict[str, tuple[float, int]] = {}
        self._allowed = float(concurrency)
        self._opened = False
        self._faults_in_row = 0
        self._ease = 1.0
        self._ease_known_good = 1.0
        self._next_start = 0.0
        self._paused_until = 0.0
        self._dropped_at = -1.0
        self._recovered_at = 0.0
        self._began_at = 0.0
        self._starts = 0
        self._halted: Exception | None = None
        self._waiting: deque[asyncio.Future[Start]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def allowed(self) -> int:
        """How many requests may be in flight just now."""
        if not self._opened or self._faults_in_row >= STORM:
            return 1
        return int(self._allowed)

    @property
    def awaited(self) -> bool:
        """Whether anybody waits for a start."""
        return bool(self._waiting)

    async def turn(self) -> Start:
        """Wait for a free slot and the next start, in order of coming; `done` gives the slot back.

        Raises what `halt` was given.
        """
        self.check()
        loop = asyncio.get_running_loop()
        if not self._waiting and self._wait_s() == 0:
            return self._start(loop.time())
        waiter: asyncio.Future[Start] = loop.create_future()
        self._waiting.append(waiter)
        self._let_start()
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self.done(waiter.result(), {}, {})
            raise

    def done(self, start: Start, headers: Mapping[str, str], used: Mapping[str, int]) -> None:
        """Give the slot back. `used` counts each bucket's units, empty where there was no answer."""
        self.in_flight -= 1
        for name, units in used.items():
            self._learn_use(name, units, start.drawn.get(name))
        self._learn_limits(start, headers)
        if self._waiting:
            # Not before the caller has said what else the answer means: a pause, or the end.
            asyncio.get_running_loop().call_soon(self._let_start)

    def succeeded(self) -> None:
        """Recover a little from every drop."""
        self._opened = True
        self._faults_in_row = 0
        self._allowed = min(self.concurrency, self._allowed + 0.5)
        now = asyncio.get_running_loop().time()
        good_s, self._recovered_at = min(1.0, now - self._recovered_at), now
        step = SLOW_RECOVERY
        if self._ease < self._ease_known_good:
            step = max(QUICK_RECOVERY, QUICK_RECOVERY_PER_S * good_s)
        self._ease = min(1.0, self._ease + step)
        for bucket in self.buckets.values():
            if bucket.guessed:
                bucket.per_s *= max(GUESS_GROWTH, GUESS_GROWTH_PER_S**good_s)

    def rate_limited(self, start: Start, wait_s: float) -> None:
        """Hold everybody for `wait_s`, and slow down, once for all that were under way together."""
        now = asyncio.get_running_loop().time()
        self._paused_until = max(self._paused_until, now + wait_s)
        self.limited_by = "account limit"
        if start.at <= self._dropped_at:
            return
        self._dropped_at = self._recovered_at = now
        if not self.buckets and self._starts >= ENOUGH_TO_GUESS:
            per_s = max(LOWEST_GUESS_PER_S, self._starts / max(1.0, now - self._began_at))
            self.buckets["requests"] = Bucket(per_s, 1.0, now, guessed=True)
        elif any(bucket.guessed for bucket in self.buckets.values()):
            bucket = self.buckets["requests"]
            bucket.per_s = max(LOWEST_GUESS_PER_S, bucket.per_s * DROP)
        else:
            empty = any(bucket.empty for bucket in self.buckets.values())
            self._ease_known_good = self._ease * CAUTION if empty else self._ease_known_good
            self._ease = max(LOWEST_EASE, self._ease * DROP)

    def overloaded(self, start: Start, wait_s: float) -> None:
        """Lower the concurrency, once for all that were under way together; hold everybody for `wait_s`."""
        now = asyncio.get_running_loop().time()
        self._paused_until = max(self._paused_until, now + wait_s)
        self.limited_by = "server"
        if start.at > self._dropped_at:
            self._dropped_at = now
            self._allowed = max(1.0, self._allowed * DROP)

    def faulted(self) -> None:
        """Count a transient fault; many in a row let only one request through at a time."""
        self._faults_in_row += 1

    def halt(self, error: Exception) -> None:
        """Let nothing start any more: whoever waits or comes gets `error`."""
        self._halted = self._halted or error
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_exception(self._halted)

    def check(self) -> None:
        """Raise what `halt` was given, if it was."""
        if self._halted is not None:
            raise self._halted.with_traceback(None)

    def _let_start(self) -> None:
        """Let start whoever may, first come first served, and look again when the next one may."""
        loop = asyncio.get_running_loop()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            if self._waiting[0].done():
                self._waiting.popleft()
                continue
            wait_s = self._wait_s()
            if wait_s != 0:
                self._timer = None if wait_s is None else loop.call_later(wait_s, self._let_start)
                return
            self._waiting.popleft().set_result(self._start(loop.time()))

    def _wait_s(self) -> float | None:
        """Return how long the next start has to wait: 0 for not at all, None until something is done."""
        if self.in_flight >= self.allowed:
            self.limited_by = "server"
            return None
        if self.instant:
            return 0
        now = asyncio.get_running_loop().time()
        account = max((bucket.due for bucket in self.buckets.values()), default=0.0)
        account = max(account, self._paused_until)
        if account <= now and self._next_start <= now:
            return 0
        self.limited_by = "account limit" if account > self._next_start else "pace"
        return max(account, self._next_start) - now

    def _start(self, now: float) -> Start:
        self.in_flight += 1
        self._starts += 1
        self._began_at = self._began_at or now
        self._next_start = now + self.least_gap_s
        drawn = {}
        for name, bucket in self.buckets.items():
            gap_s = bucket.gap_s(self._ease)
            late_s = CATCH_UP_S if gap_s < CATCH_UP_S else CATCH_UP * gap_s
            bucket.due = max(bucket.due, now - late_s) + gap_s
            drawn[name] = bucket.mean
        return Start(now, drawn)

    def _learn_limits(self, start: Start, headers: Mapping[str, str]) -> None:
        for name in BUCKETS:
            limit = _number(headers.get(f"anthropic-ratelimit-{name}-limit"))
            if not limit:
                continue
            per_s = limit / 60
            bucket = self.buckets.get(name)
            if bucket is None or bucket.guessed:
                mean = self._mean(name)
                bucket = self.buckets[name] = Bucket(per_s, mean, start.at + mean / (per_s * SHALLOW_MARGIN))
            bucket.per_s = per_s
            remaining = _number(headers.get(f"anthropic-ratelimit-{name}-remaining"))
            if remaining is not None:
                bucket.note_level(limit, remaining)

    def _learn_use(self, name: str, units: int, drawn: float | None) -> None:
        total, count = self._used.get(name, (0.0, 0))
        self._used[name] = (total + units, count + 1)
        bucket = self.buckets.get(name)
        if bucket is not None:
            bucket.mean = self._mean(name)
            if drawn is not None:
                bucket.due += (units - drawn) / bucket.usable_per_s

    def _mean(self, name: str) -> float:
        """Return what a request used of a bucket so far, on average: one request is one request."""
        total, count = self._used.get(name, (1.0, 1))
        return total / count


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
