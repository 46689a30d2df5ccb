"""Ctrl-C, its relatives, and the answers y and n, at a real terminal.

Where what is in flight matters the run is a real one against the local server, elsewhere a dry run that is
far from its end.
"""

import contextlib
import fcntl
import os
import pty
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import orjson
import pytest

from tests.local_api import LocalAPI
from tests.pipeline.conftest import attempts, command_line, records, start

RECEIVED = "Interrupt received. Finishing current example..."
QUESTION = "Save partial results? (y/n): "
GOES_ON = "the same command goes on from there"
COUNT = 60
REAL = ("--count", str(COUNT), "--rate-limit-delay", "0.05", "--concurrency", "4", "--repetition", "report")
MOCK = ("--count", "50000", "--mock")


class Terminal:
    """The command at a pseudo-terminal: what is typed goes in, all that is shown comes back."""

    def __init__(
        self, output: Path, options: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        self._mine, its = pty.openpty()
        self.shown = ""
        self.process = subprocess.Popen(
            command_line(output, *options),
            stdin=its,
            stdout=its,
            stderr=its,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(its)

    def type(self, keys: str) -> None:
        os.write(self._mine, keys.encode())

    def wait_for(self, awaited: str, timeout_s: float = 40.0) -> None:
        end = time.monotonic() + timeout_s
        while awaited not in self.shown:
            assert time.monotonic() < end, f"{awaited!r} was not shown, only {self.shown[-500:]!r}"
            assert self._read(end - time.monotonic()), (
                f"{awaited!r} was not shown, only {self.shown[-500:]!r}"
            )

    def end(self) -> int:
        """Return the exit status, having read the rest."""
        while self._read(20.0):
            pass
        return self.process.wait(20)

    def hang_up(self) -> None:
        os.close(self._mine)
        self._mine = -1

    def _read(self, timeout_s: float) -> bool:
        with contextlib.suppress(OSError):
            if self._mine >= 0 and select.select([self._mine], [], [], timeout_s)[0]:
                read = os.read(self._mine, 65_536)
                self.shown += read.decode()
                return bool(read)
        return False

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._mine >= 0:
            self.hang_up()


@pytest.fixture
def real_run(api: LocalAPI, api_environment: dict[str, str], output: Path) -> Iterator[Terminal]:
    """A real run at a terminal, some of its records already there."""
    api.behave(latency_s=(0.1, 0.2))
    terminal = Terminal(output, REAL, api_environment)
    wait_until(lambda: len(api.log()) >= 8)
    yield terminal
    terminal.close()


@pytest.fixture
def dry_run(output: Path) -> Iterator[Terminal]:
    """A dry run at a terminal, at least a hundred of its records there."""
    terminal = Terminal(output, MOCK)
    terminal.wait_for("Batch 1-100")
    yield terminal
    terminal.close()


def wait_until(condition: Callable[[], bool], timeout_s: float = 40.0) -> None:
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def finish(output: Path, environment: dict[str, str]) -> None:
    """Run the same command again, to its end."""
    process = start(output, *REAL, env=environment)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err


def test_ctrl_c_and_y_write_what_there_is_and_the_same_command_goes_on(
    real_run: Terminal, api: LocalAPI, api_environment: dict[str, str], output: Path
) -> None:
    real_run.type("\x03")
    real_run.wait_for(RECEIVED)
    sent = len(api.log())
    real_run.wait_for(QUESTION)
    real_run.type("y\n")
    assert real_run.end() == 130
    assert GOES_ON in real_run.shown.strip().splitlines()[-1]
    kept = records(output)
    assert 0 < len(kept) < COUNT
    assert len(api.log()) <= sent + 1, "nothing more was sent"
    assert attempts(output) == len(api.log()), "and what was in flight came home"
    metadata = orjson.loads(output.with_name("custom.generation_metadata.json").read_bytes())
    assert (metadata["complete"], metadata["records"]) == (False, len(kept))
    finish(output, api_environment)
    assert len(records(output)) == COUNT
    assert attempts(output) == len(api.log()), "nothing was asked for twice"


@pytest.mark.slow
def test_a_second_ctrl_c_ends_at_once_and_loses_only_what_is_in_flight(
    real_run: Terminal, api: LocalAPI, api_environment: dict[str, str], output: Path
) -> None:
    api.behave(latency_s=(4.0, 4.0))
    wait_until(lambda: len(api.log()) >= 4)
    real_run.type("\x03")
    real_run.wait_for(RECEIVED)
    began = time.monotonic()
    real_run.type("\x03")
    assert real_run.end() == 130
    assert time.monotonic() - began < 2.0
    assert not output.exists()
    api.behave()
    finish(output, api_environment)
    assert len(records(output)) == COUNT


def test_n_leaves_the_files_as_they_were_and_keeps_the_journal(dry_run: Terminal, output: Path) -> None:
    dry_run.type("\x03")
    dry_run.wait_for(QUESTION)
    dry_run.type("what?\n")
    dry_run.type("n\n")
    assert dry_run.end() == 130
    assert dry_run.shown.count(QUESTION) == 2
    assert GOES_ON in dry_run.shown.strip().splitlines()[-1]
    assert [path.name for path in output.parent.iterdir()] == ["custom.checkpoints"]
    assert attempts(output) >= 100


def test_ctrl_c_at_the_question_ends_at_once(dry_run: Terminal, output: Path) -> None:
    dry_run.type("\x03")
    dry_run.wait_for(QUESTION)
    dry_run.type("\x03")
    assert dry_run.end() == 130
    assert not output.exists()


def test_the_end_of_input_at_the_question_means_yes(dry_run: Terminal, output: Path) -> None:
    dry_run.type("\x03")
    dry_run.wait_for(QUESTION)
    dry_run.type("\x04")
    assert dry_run.end() == 130
    assert len(records(output)) >= 90


def test_sigterm_at_the_question_means_yes(dry_run: Terminal, output: Path) -> None:
    dry_run.type("\x03")
    dry_run.wait_for(QUESTION)
    dry_run.process.send_signal(signal.SIGTERM)
    assert dry_run.end() == 130
    assert len(records(output)) >= 90


def test_sigterm_asks_nothing_even_at_a_terminal(dry_run: Terminal, output: Path) -> None:
    dry_run.process.send_signal(signal.SIGTERM)
    assert dry_run.end() == 130
    assert QUESTION not in dry_run.shown
    assert len(records(output)) >= 90


def test_a_closed_terminal_means_yes(dry_run: Terminal, output: Path) -> None:
    dry_run.hang_up()
    assert dry_run.process.wait(20) == 130
    assert len(records(output)) >= 90


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_without_a_terminal_nothing_is_asked_and_the_files_are_written(
    output: Path, number: signal.Signals
) -> None:
    process = start(output, *MOCK, stdin=subprocess.DEVNULL)
    assert process.stderr is not None
    process.stderr.readline()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert RECEIVED in err
    assert QUESTION not in err
    assert GOES_ON in err.strip().splitlines()[-1]
    assert out.startswith(f"{len(records(output))} of 50,000 mock records")
