"""One run at a time on an output, and a dead one's lock is no obstacle."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.run_lock import AlreadyRunning, RunLock
from tests.pipeline.conftest import attempts, records, start

ROOT = Path(__file__).resolve().parents[2]


def test_the_second_is_refused_and_told_who_the_first_is(tmp_path: Path) -> None:
    with RunLock(tmp_path / "lock"), pytest.raises(AlreadyRunning, match=f"process {os.getpid()}, begun 20"):
        RunLock(tmp_path / "lock").__enter__()
    with RunLock(tmp_path / "lock") as again:
        assert again.left_open_by is None


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from scripts.run_lock import RunLock\n"
        "RunLock(Path(sys.argv[1])).__enter__(); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(AlreadyRunning, match=f"process {holder.pid},"):
        RunLock(tmp_path / "lock").__enter__()
    holder.kill()
    holder.communicate()
    with RunLock(tmp_path / "lock") as lock:
        assert lock.left_open_by == holder.pid


def test_a_lock_file_of_garbage_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "lock").write_bytes(b"\xff not json")
    with RunLock(tmp_path / "lock") as lock:
        assert lock.left_open_by is None


def test_of_runs_begun_at_once_on_a_new_output_one_makes_the_records(output: Path) -> None:
    runs = [start(output, "--mock", "--count", 60) for _ in range(3)]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    assert sorted(status for _, status in ends)[0] == 0, ends
    for said, status in ends:
        assert status == 0 or (status == 2 and "is working on this output" in said)
    assert len(records(output)) == 60
    assert attempts(output) < 2 * 60
