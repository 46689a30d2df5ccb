"""Runs of the command: in this process where its outcome is what matters, as a process where its end is."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from scripts.generate_synthetic_tool_data import main
from scripts.journal import Journal
from tests.local_api import LocalAPI

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, str(ROOT / "scripts" / "generate_synthetic_tool_data.py"))


@dataclass(frozen=True)
class Done:
    """How a run ended: exit status, stdout, stderr."""

    status: int
    out: str
    err: str


Generate = Callable[..., Done]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "data" / "custom.jsonl"


@pytest.fixture
def generate(output: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Generate:
    """Return a function that runs the command on `output`, in this process and without a terminal."""
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)

    def run(*options: object) -> Done:
        capsys.readouterr()
        try:
            status = main(["--output", str(output), "--run-date", "2026-11-22", *map(str, options)])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return Done(status, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def api() -> Iterator[LocalAPI]:
    with LocalAPI() as server:
        yield server


@pytest.fixture
def api_environment(api: LocalAPI) -> dict[str, str]:
    """What a process needs to take the local server for the API."""
    return {**os.environ, "ANTHROPIC_API_KEY": "test-key", "ANTHROPIC_BASE_URL": api.url}


def command_line(output: Path, *options: object) -> list[str]:
    """The command, on a day of its own, whichever it is today."""
    return [*COMMAND, "--output", str(output), "--run-date", "2026-11-22", *map(str, options)]


def start(output: Path, *options: object, **popen: object) -> "subprocess.Popen[str]":
    """Start the command as a process of its own."""
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        command_line(output, *options),
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **popen},
    )


def records(path: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def rows(output: Path, query: str) -> list[Any]:
    """Return what a query finds in the journal of an output."""
    journal = Journal(output.parent / f"{output.stem}.checkpoints" / "journal.sqlite3", flush=False)
    found = journal.rows(query)
    journal.close()
    return found


def attempts(output: Path) -> int:
    """How many attempts the journal of an output has: each is a request that was answered, or given up."""
    return int(rows(output, "SELECT count(*) FROM attempt")[0][0])


def numbers_in_turn(output: Path) -> list[int]:
    """Return the numbers of the scenarios in the order of their acceptance."""
    return [number for (number,) in rows(output, "SELECT number FROM scenario ORDER BY position")]


def variety(output: Path) -> dict[str, Any]:
    """Return the report's figures of how varied the set is."""
    report = orjson.loads(output.with_name(f"{output.stem}.validation_report.json").read_bytes())
    return dict(report["diversity"])
