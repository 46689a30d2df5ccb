"""Ctrl-C and its relatives: the first asks for an orderly end, the second ends at once."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from scripts.console import agrees, at_terminal, say
from scripts.errors import StopRun

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
EXIT_STATUS: Final = 130


class Interrupted(StopRun):
    """Somebody stopped the run."""

    exit_status = EXIT_STATUS


class Interruption:
    """Notices signals while the event loop runs. `by` is the first one that came."""

    def __init__(self, stop: Callable[[StopRun], None], at_once: Callable[[], None]) -> None:
        self.by: signal.Signals | None = None
        self._stop = stop
        self._at_once = at_once

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take the signals over; the loop gives them back when it is closed."""
        for number in SIGNALS:
            loop.add_signal_handler(number, self._noticed, number)

    def _noticed(self, number: signal.Signals) -> None:
        if self.by is None:
            self.by = number
            say("\nInterrupt received. Finishing current example...")
            self._stop(Interrupted("interrupted"))
        elif number is not signal.SIGHUP:
            # A terminal that closes sends SIGHUP after others; only an impatient person ends at once.
            self._at_once()
            end_at_once()


def end_at_once() -> None:
    """End the process now; the journal has all that had come back."""
    say("\nStopped at once. All that had come back is kept; the same command goes on from there.")
    sys.stdout.flush()
    os._exit(EXIT_STATUS)


def wants_partial_results(by: signal.Signals) -> bool:
    """Ask whether to write the files now. Where nobody can answer, they are written."""
    if by is not signal.SIGINT or not at_terminal():
        return True
    with raising_on_signals():
        try:
            return agrees("Save partial results?") is not False
        except Terminated:
            return True
        except KeyboardInterrupt:
            end_at_once()
            raise


class Terminated(Exception):
    """SIGTERM or SIGHUP came while a question was open."""


@contextmanager
def raising_on_signals() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into an exception, as SIGINT is one."""

    def raise_terminated(number: int, frame: FrameType | None) -> None:
        raise Terminated

    before = [(number, signal.signal(number, raise_terminated)) for number in SIGNALS[1:]]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


@contextmanager
def held_back() -> Iterator[None]:
    """Let a first signal wait until the files are written; a second one ends at once."""
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1 and number != signal.SIGHUP:
            end_at_once()

    before = [(number, signal.signal(number, note)) for number in SIGNALS]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
