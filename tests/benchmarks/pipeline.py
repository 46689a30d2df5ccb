"""How fast and how lean a dry run is, and how soon one goes on after much was done. Takes minutes.

    ./setup_local.sh python tests/benchmarks/pipeline.py [--counts 1000 100000] [--done 90000]

A dry run does all that a real one does but the network: its CPU time is what a record costs beside waiting.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parents[2])

import orjson

from scripts.agreement import plan_number
from scripts.basis import Basis, basis_of
from scripts.draft_reader import read_draft
from scripts.generate_synthetic_tool_data import build_parser, settings_of
from scripts.journal import Attempt, Journal
from scripts.mock_claude import respond
from scripts.record import tags_of, written
from scripts.settling import Standing, State

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, str(ROOT / "scripts" / "generate_synthetic_tool_data.py"), "--mock"]
TEMPLATES: Final = 200


def dry_run(folder: Path, count: int) -> None:
    """Print records a second of CPU and of wall clock, and the greatest memory, of one dry run."""
    output = folder / f"{count}.jsonl"
    began = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, "--count", str(count), "--output", str(output)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.monotonic() - began
    if not output.exists():
        sys.exit(
            f"the run of {count} ended with status {os.waitstatus_to_exitcode(status)} and wrote nothing"
        )
    cpu_s = usage.ru_utime + usage.ru_stime
    print(
        f"{count:>9,} records: {count / cpu_s:6.0f} a second of CPU, {count / wall_s:6.0f} of wall clock,"
        f" {usage.ru_maxrss / 1024:.0f} MB at most"
    )


def resumption(folder: Path, done: int) -> None:
    """Print how long a run that has `done` records takes from its start to its first request's reply."""
    output = folder / "resumed.jsonl"
    options = ["--count", str(done + 1), "--output", str(output)]
    basis = basis_of(settings_of(build_parser().parse_args([*COMMAND[2:], *options])))
    fill_journal(basis, done)
    finish = subprocess.run([*COMMAND, *options], capture_output=True, check=False)
    assert finish.returncode == 0, finish.stderr
    options[1] = str(done + 2)
    began = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, *options, "--show-requests"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    while "--- system" not in process.stderr.readline():
        pass
    first_s = time.monotonic() - began
    print(f"{done:>9,} records done: {first_s:.2f} s to the first reply of the run that goes on")
    process.kill()
    process.communicate()


def fill_journal(basis: Basis, done: int) -> None:
    """Write down `done` accepted records, their words those of the first few of the run."""
    basis.files.checkpoints.mkdir(parents=True)
    journal = Journal(basis.files.journal, flush=False)
    journal.plan = plan_number(basis, journal)
    journal.keep("run_date", "2026-11-22")
    texts = []
    for number in range(1, TEMPLATES + 1):
        plan = basis.plans.plan(number)
        text = respond(plan.first.body(basis.plans.model))["content"][0]["text"]
        messages = written(plan.messages, read_draft(text, "end_turn", plan.scenario))
        texts.append((text, orjson.dumps(messages), orjson.dumps(tags_of(plan.scenario, "mock"))))
    rng = random.Random(0)
    for number in range(1, done + 1):
        text, said, tags = texts[number % TEMPLATES]
        key = rng.randbytes(16)
        attempt = Attempt(number, key, 1, "mock", "m", "", reply=text, messages=said, tags=tags)
        made = journal.add_attempt(attempt)
        journal.set_standing(Standing(number, key, 1, False, State.ACCEPTED, 1, made, number))
    journal.commit()
    journal.close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counts", type=int, nargs="*", default=[1000, 100_000], metavar="N")
    parser.add_argument("--done", type=int, default=90_000, metavar="N")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in args.counts:
            dry_run(Path(folder), count)
        if args.done:
            resumption(Path(folder), args.done)


if __name__ == "__main__":
    main()
