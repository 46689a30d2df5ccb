"""Names, whole replacement, and what is respected."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.dataset_files import (
    DatasetFiles,
    StorageError,
    UnusableOutput,
    check_output,
    holds_only_mock_records,
    move_to_previous,
    replace_file,
    sha256_of,
)


@pytest.mark.parametrize(
    ("output", "report", "checkpoints"),
    [
        ("tool_use_examples.jsonl", "validation_report.json", "checkpoints"),
        ("custom.jsonl", "custom.validation_report.json", "custom.checkpoints"),
        ("a.b.jsonl", "a.b.validation_report.json", "a.b.checkpoints"),
        ("custom", "custom.validation_report.json", "custom.checkpoints"),
        (
            "tool_use_examples.json",
            "tool_use_examples.validation_report.json",
            "tool_use_examples.checkpoints",
        ),
    ],
)
def test_every_other_name_carries_the_outputs_stem(
    tmp_path: Path, output: str, report: str, checkpoints: str
) -> None:
    files = DatasetFiles.of(tmp_path / output)
    assert (files.report.name, files.checkpoints.name) == (report, checkpoints)
    assert {path.parent for path in (files.report, files.metadata, files.checkpoints, files.previous)} == {
        tmp_path
    }


def test_a_link_is_followed_so_that_one_dataset_has_one_lock(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert DatasetFiles.of(tmp_path / "link" / "x.jsonl") == DatasetFiles.of(tmp_path / "real" / "x.jsonl")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path, scratch = tmp_path / "x.jsonl", tmp_path / "checkpoints"
    scratch.mkdir()
    path.write_text("old")
    replace_file(path, [b"new ", b"file"], scratch)
    assert path.read_text() == "new file"
    assert sha256_of(path) == hashlib.sha256(b"new file").hexdigest()
    assert list(scratch.iterdir()) == []


def test_while_a_file_is_written_the_old_one_stands(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("old")

    def chunks() -> Iterator[bytes]:
        yield b"new"
        assert path.read_text() == "old"
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageError, match="No space left"):
        replace_file(path, chunks(), tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.jsonl"]
    assert path.read_text() == "old"


def test_an_output_that_cannot_be_is_refused_and_nothing_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for impossible in (tmp_path, tmp_path / "file" / "x.jsonl", Path("/dev/null")):
        with pytest.raises(UnusableOutput):
            check_output(impossible)
    check_output(tmp_path / "new" / "folder" / "x.jsonl")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnusableOutput):
        check_output(tmp_path / "x.jsonl")


def test_moving_aside_keeps_everything_and_touches_nothing_else(tmp_path: Path) -> None:
    files = DatasetFiles.of(tmp_path / "x.jsonl")
    files.output.write_text("records")
    files.checkpoints.mkdir()
    files.journal.write_text("journal")
    (tmp_path / "mine.txt").write_text("not ours")
    first = move_to_previous(files, files.output, files.report, files.checkpoints)
    files.output.write_text("more")
    second = move_to_previous(files, files.output)
    assert (first / "x.jsonl").read_text() == "records"
    assert (first / "x.checkpoints" / "journal.sqlite3").read_text() == "journal"
    assert first != second
    assert (second / "x.jsonl").read_text() == "more"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["mine.txt", "x.previous"]


@pytest.mark.parametrize(
    ("text", "only_mock"),
    [
        ("", True),
        ('{"tags":{"source":"mock"}}\n', True),
        ('{"tags":{"source":"mock"}}\n{"tags":{"source":"synthetic"}}\n', False),
        ("somebody's notes\n", False),
        ('{"messages":[]}\n', False),
        ("[]\n", False),
    ],
)
def test_only_a_dry_runs_records_may_be_replaced_unasked(tmp_path: Path, text: str, only_mock: bool) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(text)
    assert holds_only_mock_records(path) is only_mock
