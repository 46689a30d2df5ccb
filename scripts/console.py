"""What people see: notices and questions on stderr, the result on stdout. A closed terminal ends nothing."""

import contextlib
import os
import sys


def say(text: str = "") -> None:
    """Print a line on stderr."""
    with contextlib.suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)


def result(text: str) -> None:
    """Print the command's result on stdout."""
    try:
        print(text, flush=True)
    except OSError:
        # Python would try again at its end, and turn the exit status into 120.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def agrees(question: str) -> bool | None:
    """Ask until y or n is answered; None where the input ends instead."""
    while True:
        with contextlib.suppress(OSError, ValueError):
            print(f"{question} (y/n): ", end="", file=sys.stderr, flush=True)
        try:
            answer = sys.stdin.readline()
        except (OSError, ValueError):
            return None
        if not answer:
            return None
        if answer.strip().lower() in ("y", "yes", "n", "no"):
            return answer.strip().lower().startswith("y")
