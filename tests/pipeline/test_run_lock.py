"""One run at a time on an output, and a dead one's lock is no obstacle."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from scripts.basis import Basis
from scripts.dataset_files import make_folder
from scripts.run_lock import AlreadyRunning, RunLock
from tests.pipeline.conftest import Generate, attempts, records

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


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Basis], object]], None]:
    """Return a function that has something done while a new run looks at what it will cost."""

    def during_the_estimate(act: Callable[[Basis], object]) -> None:
        left = [act]

        def estimating(basis: Basis, *_: object) -> None:
            if left:
                left.pop()(basis)

        monkeypatch.setattr("scripts.preparation.agree_on_cost", estimating)

    return during_the_estimate


@pytest.mark.parametrize("overwriting", [(), ("--overwrite",)])
def test_a_run_on_a_new_output_notices_one_that_was_quicker(
    generate: Generate,
    output: Path,
    meanwhile: Callable[[Callable[[Basis], object]], None],
    overwriting: tuple[str, ...],
) -> None:
    with ExitStack() as other:

        def begin(basis: Basis) -> None:
            make_folder(basis.files)
            other.enter_context(RunLock(basis.files.lock))

        meanwhile(begin)
        done = generate("--mock", "--count", 10, *overwriting)
    assert done.status == 2
    assert f"process {os.getpid()}, begun 20" in done.err
    assert not output.exists()


def test_a_run_on_a_new_output_takes_over_what_a_quicker_one_made(
    generate: Generate, output: Path, meanwhile: Callable[[Callable[[Basis], object]], None]
) -> None:
    meanwhile(lambda basis: generate("--mock", "--count", 10))
    done = generate("--mock", "--count", 10)
    assert done.status == 0
    assert "Finished already" in done.err
    assert attempts(output) == len(records(output)) == 10
