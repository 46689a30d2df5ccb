"""The command, run as a user runs it: exit status, report, standard streams, nasty files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.validator import main
from tests.validator.weather_records import (
    BAY,
    CURRENT,
    answer,
    asked,
    calls,
    changed,
    own,
    record,
    says,
    user,
)

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "validator.py"


def run(
    *arguments: object, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, timeout=60, check=False)


def as_line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def numbered(number: int) -> bytes:
    return as_line({**own(), "conversation_id": f"conv_20251102_{number:03}"})


def check(tmp_path: Path, content: bytes) -> tuple[int, dict[str, Any]]:
    """Check a file in this process; the exit status and the report."""
    file, report = tmp_path / "set.jsonl", tmp_path / "report.json"
    file.write_bytes(content)
    status = main([str(file), "--report", str(report)])
    return status, json.loads(report.read_bytes())


def failures(report: dict[str, Any]) -> dict[int, set[str]]:
    return {f["line"]: {error["code"] for error in f["errors"]} for f in report["failed_examples"]}


def test_a_file_of_right_records_passes(tmp_path):
    status, report = check(tmp_path, numbered(1) + b"\n" + numbered(2) + b"\n")
    assert status == 0
    assert (report["total_examples"], report["pass_rate"], report["failed_examples"]) == (2, 100.0, [])


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("end", [True, False])
def test_bom_crlf_and_a_missing_last_newline_are_no_faults(tmp_path, bom, newline, end):
    content = bom + newline.join((numbered(1), numbered(2))) + (newline if end else b"")
    status, report = check(tmp_path, content)
    assert (status, report["validation_passed"]) == (0, 2)


def test_blank_lines_are_no_records_but_count_as_lines(tmp_path):
    status, report = check(tmp_path, b"\n \n" + numbered(1) + b"\n\r\n\t\n{}\n\n")
    assert status == 1
    assert report["total_examples"] == 2
    assert failures(report) == {6: {"invalid_record"}}


NASTY = {
    "a key twice": b'{"messages": [], "messages": []}',
    "NaN": b'{"messages": NaN}',
    "Infinity": b'{"messages": -Infinity}',
    "a lone surrogate": b'{"messages": "\\udc00"}',
    "invalid UTF-8": b'{"messages": "\xff"}',
    "a BOM in the middle": b"\xef\xbb\xbf" + as_line(own()),
    "a bomb of lists": b"[" * 1_000_000,
    "a bomb of objects": b'{"a":' * 500_000,
    "a bomb that is whole": b"[" * 900 + b"]" * 900,
    "a number of 5,000 digits": b'{"messages": ' + b"7" * 5000 + b"}",
    "a cut line": as_line(own())[:-30],
    "no object": b'"messages"',
    "NUL": b"\0",
    "a form feed": b"\f",
    "a line of 3 MB that is not JSON": b"x" * 3_000_000,
}


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_a_nasty_line_fails_alone(tmp_path, nasty):
    status, report = check(tmp_path, b"\n".join((numbered(1), nasty, numbered(2))))
    assert status == 1
    assert report["total_examples"] == 3
    assert failures(report) == {2: {"invalid_json"}}


def huge(text: str) -> Any:
    return changed(own(), ("messages", 1, "content"), text)


HUGE = {
    "a user message of 3 MB": huge("word " * 600_000 + "end"),
    "one word of 3 MB": huge("a" * 3_000_000),
    "digits of 3 MB": huge("1234567890" * 300_000),
    "a reply of 3 MB": asked(reply="It is 62 °F and partly cloudy. " * 100_000 + "So it is."),
    "a hundred thousand messages": record(*(user(f"{n}") for n in range(100_000))),
    "ten thousand calls": record(
        user(),
        calls(*((f"call{n:05}", "get_current_weather", BAY) for n in range(10_000))),
        *(answer(f"call{n:05}", CURRENT) for n in reversed(range(10_000))),
        says(),
    ),
    "a wide object": {**own(), "tags": {str(n): "x" for n in range(200_000)}},
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("value", HUGE.values(), ids=HUGE)
def test_a_huge_line_leaves_its_neighbours_alone(tmp_path, value):
    _, report = check(tmp_path, b"\n".join((numbered(1), as_line(value), numbered(2))))
    assert report["total_examples"] == 3
    assert failures(report) == {2: {"invalid_record"}}


def test_an_id_that_stood_before_fails_where_it_stands_again(tmp_path):
    broken = as_line({**own(), "conversation_id": "conv_20251102_003", "id": 1})
    lines = (numbered(1), broken, numbered(1), numbered(3), as_line(asked()), as_line(asked()))
    status, report = check(tmp_path, b"\n".join(lines))
    assert status == 1
    assert failures(report) == {2: {"invalid_record"}, 3: {"invalid_record"}, 4: {"invalid_record"}}
    assert [f["conversation_id"] for f in report["failed_examples"]] == [
        f"conv_20251102_00{n}" for n in (3, 1, 3)
    ]


def test_the_id_of_a_failed_record_is_null_where_it_has_none(tmp_path):
    _, report = check(tmp_path, b"\n".join((b"{}", b"[", as_line({"conversation_id": 7, "messages": []}))))
    assert [failure["conversation_id"] for failure in report["failed_examples"]] == [None, None, None]


def test_an_empty_file_has_no_record_that_fails(tmp_path):
    status, report = check(tmp_path, b"")
    assert (status, report["total_examples"], report["pass_rate"]) == (0, 0, 0.0)


def test_standard_input_is_read():
    done = run("-", stdin=numbered(1) + b"\n{}\n")
    assert done.returncode == 1
    assert done.stdout.startswith(b"2 records: 1 passed, 1 failed (50.0 %)")
    assert b"line 2" in done.stdout


@pytest.mark.parametrize("unreadable", [".", "missing.jsonl", "no/folder/set.jsonl", "set.jsonl/x"])
def test_what_cannot_be_read_ends_with_2_and_one_sentence(tmp_path, unreadable):
    (tmp_path / "set.jsonl").write_bytes(numbered(1))
    done = run(unreadable, "--report", "out.json", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out.json").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_ends_with_2(tmp_path):
    file = tmp_path / "set.jsonl"
    file.write_bytes(numbered(1))
    file.chmod(0)
    assert run(file).returncode == 2


@pytest.mark.parametrize("report", ["set.jsonl", "./set.jsonl", ".", "no/folder/out.json"])
def test_a_report_that_cannot_be_written_is_refused_before_reading(tmp_path, report):
    file = tmp_path / "set.jsonl"
    file.write_bytes(numbered(1))
    done = run(file, "--report", report, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert file.read_bytes() == numbered(1)


def test_a_report_leaves_nothing_beside_it(tmp_path):
    (tmp_path / "out.json").write_text("old")
    check(tmp_path, numbered(1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "report.json", "set.jsonl"]


@pytest.mark.parametrize("arguments", [[], ["a.jsonl", "b.jsonl"], ["--nonsense"]])
def test_wrong_usage_ends_with_2(arguments):
    assert run(*arguments).returncode == 2


def test_ids_of_another_form_are_a_warning(tmp_path):
    foreign = record(user(), calls(("call_1", "get_current_weather", BAY)), answer("call_1", CURRENT), says())
    file = tmp_path / "set.jsonl"
    file.write_bytes(numbered(1) + b"\n" + as_line(foreign))
    done = run(file)
    assert done.returncode == 0
    assert b"warning: 1 call ids" in done.stderr
    assert b'"call_1", line 2' in done.stderr
    assert b"warning" not in done.stdout


def test_it_runs_from_any_folder_and_prints_any_text_to_any_terminal(tmp_path):
    (tmp_path / "set.jsonl").write_bytes(as_line(changed(own(), ("messages", 1, "role"), "Bürger 🌧")))
    command = [sys.executable, str(SCRIPT), "set.jsonl"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_diversity_is_measured_and_repetition_fails(tmp_path):
    same = [as_line({**own(), "conversation_id": f"conv_20251102_{number:03}"}) for number in range(1, 31)]
    (tmp_path / "set.jsonl").write_bytes(b"\n".join([*same, b"{}"]))
    plain = main([str(tmp_path / "set.jsonl")])
    status = main([str(tmp_path / "set.jsonl"), "--diversity", "--report", str(tmp_path / "report.json")])
    report = json.loads((tmp_path / "report.json").read_bytes())
    assert (plain, status) == (1, 1)
    assert report["diversity"]["records"] == 30
    assert report["error_breakdown"]["repetition"] == 29
    assert report["error_breakdown"]["invalid_record"] == 1
