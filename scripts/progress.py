"""How far the run is: one moving line on a terminal, a plain line now and then elsewhere."""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from scripts.console import say

BATCH: Final = 100
"""Settled examples after which a line of statistics is printed."""

QUIET_S: Final = 10.0
"""Seconds between two plain lines at least."""


@dataclass(slots=True)
class _Batch:
    accepted: int = 0
    failed: int = 0
    reply_characters: int = 0
    replies: int = 0
    latency_s: float = 0.0
    drafts: int = 0


class Progress:
    """Counts what is settled and shows it. `now_doing` is asked for the rest: cost, what limits the run."""

    def __init__(self, count: int, accepted: int, failed: int, now_doing: Callable[[], str]) -> None:
        self.count = count
        self.accepted = accepted
        self.failed = failed
        self.tokens = 0
        self._now_doing = now_doing
        self._batch = _Batch()
        self._said_at = time.monotonic()
        self._bar = _bar(count, accepted + failed) if sys.stderr.isatty() else None

    def add_draft(self, tokens: int, latency_s: float) -> None:
        """Count an answered request."""
        self.tokens += tokens
        self._batch.drafts += 1
        self._batch.latency_s += latency_s

    def add_accepted(self, replies: list[int]) -> None:
        """Count a record; `replies` are the lengths of its spoken replies in characters."""
        self.accepted += 1
        self._batch.accepted += 1
        self._batch.replies += len(replies)
        self._batch.reply_characters += sum(replies)
        self._show()

    def add_failed(self) -> None:
        """Count a scenario that came to nothing."""
        self.failed += 1
        self._batch.failed += 1
        self._show()

    def take_back_failed(self) -> None:
        """Count a scenario as open again, because it is tried once more."""
        self.failed -= 1

    def line(self) -> str:
        """Return the plain line."""
        done = self.accepted + self.failed
        return (
            f"Generating: {done}/{self.count} ({100 * done / self.count:.1f}%)"
            f" - Validated: {self.accepted}, Failed: {self.failed}"
        )

    def say(self, text: str) -> None:
        """Print a notice without tearing the moving line."""
        with contextlib.suppress(OSError):
            if self._bar is not None:
                self._bar.clear()
        say(text)
        with contextlib.suppress(OSError):
            if self._bar is not None:
                self._bar.refresh()

    def close(self) -> None:
        """Leave the last state standing."""
        with contextlib.suppress(OSError):
            if self._bar is None:
                say(self.line())
            else:
                self._bar.close()
        self._bar = None

    def _show(self) -> None:
        if self._bar is not None:
            with contextlib.suppress(OSError):
                self._bar.update(self.accepted + self.failed - self._bar.n)
                counts = f"{self.accepted} accepted, {self.failed} failed, {self.tokens:,} tokens"
                self._bar.set_postfix_str(counts + self._now_doing(), refresh=False)
        elif time.monotonic() - self._said_at >= QUIET_S:
            self._said_at = time.monotonic()
            say(self.line())
        if self._batch.accepted + self._batch.failed >= BATCH:
            self._say_batch()

    def _say_batch(self) -> None:
        batch, self._batch = self._batch, _Batch()
        settled = batch.accepted + batch.failed
        done = self.accepted + self.failed
        self.say(
            f"Batch {done - settled + 1}-{done}: {100 * batch.accepted / settled:.1f}% accepted,"
            f" mean reply {batch.reply_characters / max(1, batch.replies):.0f} characters,"
            f" mean latency {batch.latency_s / max(1, batch.drafts):.2f} s"
        )


def _bar(count: int, done: int) -> Any:
    from tqdm import tqdm

    tqdm.monitor_interval = 0
    # A terminal that does not know its size says 0, for which tqdm shows nothing at all.
    known = os.get_terminal_size(sys.stderr.fileno()).columns > 0
    size = {"dynamic_ncols": True} if known else {"ncols": 100, "nrows": 20}
    return tqdm(total=count, initial=done, desc="Generating", unit="", smoothing=0.05, **size)
