"""The files of one dataset: what they are called, and how they are replaced without ever being torn."""

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from scripts.errors import GenerationError

PLAIN_NAME: Final = "tool_use_examples.jsonl"
"""The output that needs no stem before the names of the files beside it."""

CHECKPOINT_RECORDS: Final = 250


class StorageError(GenerationError):
    """The disk is full, read-only or broken. What was written before is kept."""

    hint = "make room or mend the disk, then run the same command again"


class UnusableOutput(GenerationError):
    """The output cannot be written where it was asked for."""

    hint = "choose another --output"
    exit_status = 2


class DatasetFiles(NamedTuple):
    """Every path of a dataset; nothing else is ever touched."""

    output: Path
    report: Path
    metadata: Path
    checkpoints: Path
    previous: Path

    @classmethod
    def of(cls, output: Path) -> "DatasetFiles":
        """Return the files that belong to an output."""
        output = Path(os.path.realpath(output))
        folder, stem = output.parent, "" if output.name == PLAIN_NAME else f"{output.stem}."
        return cls(
            output,
            folder / f"{stem}validation_report.json",
            folder / f"{stem}generation_metadata.json",
            folder / f"{stem}checkpoints",
            folder / f"{stem}previous",
        )

    @property
    def journal(self) -> Path:
        """The database of every attempt."""
        return self.checkpoints / "journal.sqlite3"

    @property
    def lock(self) -> Path:
        """The file that one run holds locked."""
        return self.checkpoints / "lock"

    @property
    def rejected(self) -> Path:
        """The scenarios without a record, with findings and the raw text."""
        return self.checkpoints / "rejected_examples.jsonl"

    def checkpoint(self, block: int) -> Path:
        """Return the file of the `block`-th 250 records (from 1)."""
        return self.checkpoints / f"checkpoint_{block * CHECKPOINT_RECORDS}.jsonl"

    def checkpoint_blocks(self) -> Iterator[int]:
        """Yield the blocks that have a file."""
        for path in self.checkpoints.glob("checkpoint_*.jsonl"):
            count = path.stem.removeprefix("checkpoint_")
            if count.isascii() and count.isdecimal() and int(count) % CHECKPOINT_RECORDS == 0:
                yield int(count) // CHECKPOINT_RECORDS


def check_output(output: Path) -> None:
    """Raise UnusableOutput unless a file can be written there; makes nothing."""
    real = Path(os.path.realpath(output))
    try:
        if real.exists() and not real.is_file():
            raise UnusableOutput(f"{output} is not a file")
        folder = real.parent
        while not folder.exists():
            folder = folder.parent
        if not folder.is_dir():
            raise UnusableOutput(f"{output} cannot be made: {folder} is not a folder")
    except OSError as error:
        raise UnusableOutput(f"{output} cannot be written: {error.strerror}") from error
    targets = [folder, *([real] if real.exists() else [])]
    if not all(os.access(target, os.W_OK) for target in targets):
        raise UnusableOutput(f"{output} cannot be written: no permission, or a read-only disk")


def make_folder(files: DatasetFiles) -> None:
    """Make the folder of the checkpoints and those above it. Raises UnusableOutput."""
    try:
        files.checkpoints.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableOutput(f"{files.output} cannot be written: {error.strerror}") from error


def replace_file(path: Path, chunks: Iterable[bytes], scratch: Path) -> None:
    """Write a file aside, in the folder `scratch`, and put it in place whole.

    At every instant `path` is the old or the new file. Raises StorageError, `path` being as it was.
    """
    aside = scratch / f"{path.name}.part"
    try:
        with open(aside, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
        sync_folder(path.parent)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise storage_error(path, error) from error


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def storage_error(path: Path, error: OSError) -> StorageError:
    """Return the sentence for a file that could not be written."""
    return StorageError(f"{path} could not be written ({error.strerror or error})")


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a file in hex, None where there is none."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def move_to_previous(files: DatasetFiles, *paths: Path) -> Path:
    """Move what exists of `paths` to a new folder in `previous`, and return it. Raises StorageError."""
    now = datetime.now(UTC)
    folder = files.previous / f"{now:%Y%m%d_%H%M%S}"
    count = 1
    try:
        while folder.exists():
            count += 1
            folder = files.previous / f"{now:%Y%m%d_%H%M%S}_{count}"
        folder.mkdir(parents=True)
        for path in paths:
            if path.exists():
                os.rename(path, folder / path.name)
        sync_folder(folder)
        sync_folder(files.output.parent)
    except OSError as error:
        raise storage_error(folder, error) from error
    return folder


def holds_only_mock_records(path: Path) -> bool:
    """Whether every line of a file is a dry run's record (an empty file's are)."""
    with open(path, "rb") as file:
        return all(_is_mock(line) for line in file if line.strip())


def _is_mock(line: bytes) -> bool:
    try:
        return bool(orjson.loads(line)["tags"]["source"] == "mock")
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return False
