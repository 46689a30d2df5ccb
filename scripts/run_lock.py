"""One run at a time on one output: an advisory lock that dies with its process."""

import fcntl
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scripts.dataset_files import storage_error
from scripts.errors import GenerationError


class AlreadyRunning(GenerationError):
    """Another process works on the same output."""

    hint = "wait for it, stop it, or choose another --output"
    exit_status = 2


class RunLock:
    """Holds the lock file from `__enter__` to `__exit__`.

    The kernel gives the lock up with the process however it ends, so a file left behind never blocks; it says
    which process it was. `left_open_by` is that process where it ended without giving the lock back.
    Raises AlreadyRunning, and StorageError where the file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1
        self.left_open_by: int | None = None

    def __enter__(self) -> Self:
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise storage_error(self._path, error) from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = self._holder()
            os.close(self._file)
            who = (
                f"process {holder['pid']}, begun {holder['begun']}," if "pid" in holder else "another process"
            )
            raise AlreadyRunning(f"{who} is working on this output") from error
        before = self._holder().get("pid")
        self.left_open_by = before if isinstance(before, int) else None
        self._write(json.dumps({"pid": os.getpid(), "begun": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"}))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._write("")
        except OSError:
            pass  # a full disk; the lock itself goes with the descriptor
        finally:
            os.close(self._file)

    def _holder(self) -> dict[str, Any]:
        try:
            read = json.loads(os.pread(self._file, 1000, 0))
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}

    def _write(self, text: str) -> None:
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, text.encode(), 0)
