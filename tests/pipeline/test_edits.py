"""A copy of the project is edited between two runs: only what the edit changes is bought again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.conftest import ROOT, attempts, records

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in ("scripts", "data"):
        shutil.copytree(
            ROOT / part,
            tmp_path / "project" / part,
            ignore=shutil.ignore_patterns("__pycache__", "synthetic"),
        )
    return tmp_path / "project"


def run(project: Path, output: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(project / "scripts" / "generate_synthetic_tool_data.py")]
    command += ["--output", str(output), "--mock", "--count", "120", "--run-date", "2026-11-22", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / "scripts" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edited_voice_re_buys_its_own_records_alone(project: Path, output: Path) -> None:
    assert run(project, output).returncode == 0
    before, made = records(output), attempts(output)
    franklin = [r["conversation_id"] for r in before if r["tags"]["persona"] == "franklin"]
    edit(project, "voices/franklin.py", "observation, then use", "use, then observation")

    refused = run(project, output)
    assert refused.returncode == 2
    assert f"{len(franklin)} of the records there" in refused.stderr
    assert attempts(output) == made

    agreed = run(project, output, "--yes")
    assert agreed.returncode == 0, agreed.stderr
    after = records(output)
    assert len(franklin) <= attempts(output) - made <= 1.2 * len(franklin)
    kept = [r for r in before if r["tags"]["persona"] != "franklin"]
    assert [r for r in after if r["tags"]["persona"] != "franklin"] == kept
    now = attempts(output)

    edit(project, "voices/franklin.py", "use, then observation", "observation, then use")
    assert run(project, output, "--yes").returncode == 0
    assert (records(output), attempts(output)) == (before, now), "the superseded ones come back for nothing"


def test_an_edit_that_changes_no_request_costs_nothing_and_asks_nothing(project: Path, output: Path) -> None:
    assert run(project, output).returncode == 0
    made, whole = attempts(output), output.read_bytes()
    edit(project, "prompts.py", '"""What the writer is asked', '"""What the writer is really asked')
    again = run(project, output)
    assert again.returncode == 0, again.stderr
    assert (attempts(output), output.read_bytes()) == (made, whole)
