"""The whole command with the real SDK against the local API: what stops it, what it spends, what it shows."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.client.conftest import KEY
from tests.local_api import LocalAPI

ROOT = Path(__file__).resolve().parents[2]
COMMAND = str(ROOT / "scripts" / "generate_synthetic_tool_data.py")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def behave(api: LocalAPI) -> Callable[..., None]:
    """Manners of a server whose good answers are the mock's."""
    api.behave()
    return api.behave


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "set.jsonl"


@pytest.fixture
def command(api: LocalAPI, output: Path) -> Command:
    """Run the command without a pace, as a process of its own without a terminal."""

    def run(
        *options: str, environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        given = {**os.environ, "ANTHROPIC_BASE_URL": api.url, "ANTHROPIC_API_KEY": KEY, **(environment or {})}
        return subprocess.run(
            [sys.executable, COMMAND, "--output", str(output), "--rate-limit-delay", "0", "--yes", *options],
            env=given,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    return run


def records(output: Path) -> int:
    return len(output.read_bytes().splitlines()) if output.exists() else 0


def answered(api: LocalAPI) -> list[dict[str, Any]]:
    return [entry for entry in api.log() if entry["status"] == 200]


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ({"credit": 40}, "credit balance is too low"),
        ({"script": [*[""] * 40, "spend_limit…"]}, "spend limit"),
        ({"script": [*[""] * 40, "bad_key…"]}, "does not accept the key"),
    ],
    ids=["credit gone", "spend limit", "key revoked"],
)
def test_a_fault_that_will_not_go_away_ends_the_run_with_everything_kept(
    behaviour: dict[str, Any],
    said: str,
    behave: Callable[..., None],
    command: Command,
    output: Path,
    api: LocalAPI,
) -> None:
    behave(**behaviour, latency_s=(0.05, 0.15))
    done = command("--count", "200", "--concurrency", "8")
    assert done.returncode == 1
    assert said in done.stderr
    log = api.log()
    refused_at = min(entry["done"] for entry in log if entry["status"] != 200)
    assert max(entry["at"] for entry in log) < refused_at + 0.1, "more was sent after the first refusal"
    good = len(answered(api))
    kept = records(output)
    assert 0.8 * good <= kept <= good
    behave()
    command("--count", "200", "--concurrency", "8")
    assert records(output) >= 195
    assert len(api.log()) <= 200 - kept + 40


@pytest.mark.parametrize(
    ("behaviour", "options", "said", "status"),
    [
        ({"keys": ["another"]}, [], ["does not accept the key"], 1),
        (
            {},
            ["--model", "claude-haiku-9"],
            ["has no model 'claude-haiku-9'", "use --model claude-haiku-4-5"],
            1,
        ),
        ({}, ["--model", "claude-3-5-haiku-20241022"], ["was retired on 2026-02-19; use --model"], 2),
    ],
    ids=["wrong key", "unknown model", "retired model"],
)
def test_a_run_that_cannot_succeed_spends_nothing(
    behaviour: dict[str, Any],
    options: list[str],
    said: list[str],
    status: int,
    behave: Callable[..., None],
    command: Command,
    output: Path,
    api: LocalAPI,
) -> None:
    behave(**behaviour)
    done = command("--count", "20", *options)
    assert (done.returncode, api.log(), records(output)) == (status, [], 0)
    assert all(words in done.stderr for words in said)


def test_the_budget_ends_the_run_and_bounds_later_ones_too(
    behave: Callable[..., None], command: Command, output: Path, api: LocalAPI
) -> None:
    behave(latency_s=(0.01, 0.1))
    done = command("--count", "500", "--max-cost", "0.05")
    assert done.returncode == 1
    stopped = re.search(r"stopped at \$(0\.0\d) of \$0\.05: (\d+) of 500 records are saved", done.stderr)
    assert stopped is not None, done.stderr
    assert "raise --max-cost to go on" in done.stderr
    assert int(stopped[2]) == records(output) > 0
    spent = sum(
        (entry["usage"]["input_tokens"] + 5 * entry["usage"]["output_tokens"]) / 1e6
        for entry in answered(api)
    )
    assert 0.03 < spent <= 0.05
    sent = len(api.log())
    again = command("--count", "500", "--max-cost", "0.05")
    assert again.returncode == 1
    assert len(api.log()) - sent <= 1


def test_the_key_appears_nowhere(
    behave: Callable[..., None], command: Command, tmp_path: Path, api: LocalAPI
) -> None:
    behave(script=[*[""] * 8, "500", "cut_json", "bad_key"])
    done = command("--count", "30")
    assert done.returncode == 1
    assert "[key]" in done.stderr
    assert KEY not in done.stdout + done.stderr
    assert KEY.encode() not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_faults_of_every_kind_lose_nothing(
    behave: Callable[..., None], command: Command, output: Path, api: LocalAPI
) -> None:
    rates = dict.fromkeys(("429", "529", "500", "reset", "cut_json", "refusal"), 0.05) | {"never": 0.01}
    behave(faults=rates, seed=1, requests_per_minute=4_000, latency_s=(0.05, 0.3))
    done = command("--count", "300", "--request-timeout", "3")
    report = json.loads(output.with_name("set.validation_report.json").read_text(encoding="utf-8"))
    failed = report["failed_examples"]
    assert records(output) + len(failed) == 300
    assert all(entry["errors"] for entry in failed)
    assert records(output) >= 297, done.stderr
    good = [json.dumps(entry["body"]) for entry in answered(api) if entry["fault"] == ""]
    assert len(set(good)) == len(good), "a request that had succeeded was sent again"


def test_fifty_requests_a_minute_are_used_with_the_defaults(
    behave: Callable[..., None], command: Command, output: Path, api: LocalAPI
) -> None:
    behave(requests_per_minute=50, bucket_s=1, latency_s=(0.5, 1.5))
    command("--count", "60", "--rate-limit-delay", "0.5")
    assert records(output) >= 59
    log = api.log()
    assert (len(log) - 11) / (log[-1]["at"] - log[10]["at"]) > 0.9 * 50 / 60
    assert sum(entry["status"] == 429 for entry in log) < 0.03 * len(log)
