"""Runs that are killed at random moments: nothing is lost, bought again, doubled or torn."""

import os
import random
import resource
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import orjson
import pytest

from tests.local_api import LocalAPI
from tests.pipeline.conftest import Generate, attempts, records, start

PACE = ("--rate-limit-delay", "0.01", "--concurrency", "8")


def finish(output: Path, options: tuple[str, ...], environment: dict[str, str]) -> int:
    """Run the command to its end; return its status, which is 1 where the guard dropped some."""
    process = start(output, *options, env=environment)
    _, err = process.communicate(timeout=240)
    assert process.returncode in (0, 1), err
    return process.returncode


def requests_sent(api: LocalAPI) -> Counter[bytes]:
    return Counter(orjson.dumps(entry["body"], option=orjson.OPT_SORT_KEYS) for entry in api.log())


def check_kills(
    api: LocalAPI, environment: dict[str, str], folder: Path, count: int, kills: int, seed: int
) -> None:
    """Kill a run of `count` records `kills` times, finish it, and hold it against an undisturbed one."""
    options = ("--count", str(count), *PACE)
    rng = random.Random(seed)
    api.behave(latency_s=(0.02, 0.1))
    undisturbed = folder / "undisturbed" / "tool_use_examples.jsonl"
    status = finish(undisturbed, options, environment)
    ideal = requests_sent(api)

    api.behave(latency_s=(0.02, 0.1))
    output = folder / "killed" / "tool_use_examples.jsonl"
    in_flight = 0
    for _ in range(kills):
        before = len(api.log())
        process = start(output, *options, env=environment, stderr=subprocess.DEVNULL)
        while process.poll() is None and len(api.log()) == before:
            time.sleep(0.02)
        time.sleep(rng.uniform(0.0, 0.2))
        process.kill()
        process.communicate()
        in_flight += 8
        time.sleep(0.15)  # the server's last answers to a client that is gone
    assert not output.exists(), "killed before its end every time"
    assert finish(output, options, environment) == status

    assert output.read_bytes() == undisturbed.read_bytes()
    sent = requests_sent(api)
    assert sent.keys() == ideal.keys()
    assert sent.total() <= ideal.total() + in_flight
    rejected = output.parent / "checkpoints" / "rejected_examples.jsonl"
    dropped = records(rejected) if rejected.exists() else []
    assert len(records(output)) + len(dropped) == count, "each has its record, or is named with its reason"
    assert len(dropped) < 0.05 * count, "the guard drops some that the mock words too much alike"
    assert not [path for path in output.parent.rglob("*") if path.suffix == ".part"]
    metadata = orjson.loads((output.parent / "generation_metadata.json").read_bytes())
    assert metadata["cost"]["usd"] > 0


def test_a_dry_run_that_was_killed_comes_to_the_same(generate: Generate, tmp_path: Path) -> None:
    faults = "bad_json=0.03,cut=0.03,refusal=0.02,wrong_figure=0.05,repeat=0.1,429=0.1,529=0.05"
    options = ("--mock", "--count", "300", "--repetition", "reject", "--mock-faults", faults)
    undisturbed, killed = tmp_path / "undisturbed" / "x.jsonl", tmp_path / "killed" / "x.jsonl"
    status = generate(*options, "--output", undisturbed).status
    rng = random.Random(3)
    for concurrency in (1, 64, 5):
        process = start(killed, *options, "--concurrency", concurrency)
        assert process.stderr is not None
        process.stderr.readline()
        time.sleep(rng.uniform(0.0, 0.2))
        process.kill()
        process.communicate()
    assert not killed.exists()
    assert generate(*options, "--output", killed).status == status
    assert killed.read_bytes() == undisturbed.read_bytes()
    assert attempts(killed) == attempts(undisturbed), "nothing is made twice, nothing doubled"


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_dozens_of_kills_come_to_the_same(
    api: LocalAPI, api_environment: dict[str, str], tmp_path: Path
) -> None:
    check_kills(api, api_environment, tmp_path, count=500, kills=40, seed=2)


@pytest.mark.slow
def test_a_second_run_on_the_same_output_is_refused(
    api: LocalAPI, api_environment: dict[str, str], output: Path
) -> None:
    api.behave(latency_s=(0.5, 0.5))
    first = start(output, "--count", "20", *PACE, env=api_environment)
    while not api.log():
        time.sleep(0.02)
    second = start(output, "--count", "20", *PACE, env=api_environment)
    _, err = second.communicate(timeout=30)
    assert second.returncode == 2
    assert f"process {first.pid}, begun " in err
    _, err = first.communicate(timeout=60)
    assert first.returncode == 0, err


# A full disk, as a limit on the size of files


def with_files_of_at_most(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [150_000, 400_000])
def test_a_full_disk_is_one_sentence_and_nothing_is_lost(output: Path, size: int) -> None:
    options = ("--mock", "--count", "120")
    full = start(output, *options, preexec_fn=lambda: with_files_of_at_most(size))
    out, err = full.communicate(timeout=60)
    assert full.returncode == 1
    assert out == ""
    assert "could not be written" in err.splitlines()[-1]
    assert "of 120 records are saved; make room" in err.splitlines()[-1]
    assert "Traceback" not in err
    assert not output.exists()
    kept = attempts(output)
    again = start(output, *options)
    _, err = again.communicate(timeout=60)
    assert again.returncode == 0, err
    assert len(records(output)) == 120
    assert attempts(output) < kept + 125, "what was kept was not made again"


def test_a_journal_that_was_damaged_is_mended_and_the_records_come_back(
    output: Path, generate: Generate
) -> None:
    status = generate("--mock", "--count", 260).status
    whole = output.read_bytes()
    journal = output.parent / "custom.checkpoints" / "journal.sqlite3"
    content = bytearray(journal.read_bytes())
    content[len(content) // 2 :] = os.urandom(len(content) // 4)
    journal.write_bytes(content)
    done = generate("--mock", "--count", 260)
    assert done.status == status
    assert "The journal was damaged" in done.err
    assert "records were taken back from the other files" in done.err
    assert output.read_bytes() == whole
