"""Decides whether a record is right; as a command, whether every record of a file is.

    python scripts/validator.py FILE.jsonl [--report OUT.json]

Exit status 0: every record passes; 1: one or more fail; 2: the file cannot be read.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, Final

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

import orjson

from scripts.finding import Finding
from scripts.grounding import check_grounding
from scripts.report import Report, summary
from scripts.validation.form import check_messages, check_record, foreign_call_ids, is_text, kind, quote
from scripts.validation.plausibility import check_plausibility
from scripts.validation.record_lines import numbered_lines, parse_line
from scripts.validation.tool_arguments import check_call, read_tools
from scripts.validation.tool_results import check_result, is_understood
from scripts.validation.transcript import Transcript, as_dialogue, read_transcript

DIVERSITY_SEED: Final = 42
"""Of the sample that --diversity measures where a file is larger than it."""

MAX_RECORD_BYTES: Final = 500_000
"""A larger record is not looked into, so that none takes over a second; the generator's have some 4,000."""

UNREADABLE: Final = frozenset(("invalid_record", "unknown_tool"))
"""Faults of a call after which nobody knows what its result means."""

FORM_CODES: Final = frozenset(("invalid_json", "invalid_record", "role_order"))
"""Records with these are left out of --diversity: their texts cannot be relied on to be there."""


def validate_record(record: object) -> list[Finding]:
    """Return everything that is wrong with one record (a parsed line); none means that it passes.

    Pure: the verdict depends on the record alone. That a conversation_id stands twice in a file only the
    file's reader can see. Never raises, whatever JSON value it is given.
    """
    if not isinstance(record, dict):
        return [Finding("invalid_json", f"the line is {kind(record)}, not a JSON object")]
    size = _size(record)
    if size > MAX_RECORD_BYTES:
        wrong = f"the record has {size:,} bytes; one of more than {MAX_RECORD_BYTES:,} is not looked into"
        return [Finding("invalid_record", wrong)]
    findings = list(check_record(record))
    messages = record.get("messages")
    if isinstance(messages, list):
        findings += check_messages(messages)
        transcript = read_transcript(messages)
        findings += transcript.findings
        findings += _check_tools(record, transcript)
    return findings


def _size(record: dict[str, Any]) -> int:
    """Return a record's characters as JSON; 0 where even the slower writer cannot write it."""
    try:
        return len(orjson.dumps(record))
    except orjson.JSONEncodeError:
        pass
    try:
        return len(json.dumps(record))
    except (ValueError, TypeError, RecursionError):
        return 0


def _check_tools(record: dict[str, Any], transcript: Transcript) -> Iterator[Finding]:
    """Yield what is wrong with the tools, their calls and answers, and with what is said of them."""
    toolset = read_tools(record)
    yield from toolset.findings
    unsound = set()
    for exchange in transcript.exchanges:
        faults = [*check_call(exchange, toolset), *check_result(exchange)]
        if not is_understood(exchange) or any(fault.code in UNREADABLE for fault in faults):
            unsound.add(exchange.result_path)
        yield from faults
        yield from check_plausibility(exchange)
    yield from check_grounding(as_dialogue(transcript, frozenset(unsound)))


@dataclass(slots=True)
class FileCheck:
    """The records of one file, checked one after the other: the report, and what outlives a record.

    `seen` are 8-byte hashes of the conversation ids so far. `foreign` counts the call ids of another form,
    `first_foreign` says where the first stood. `repeats`, where given, holds a record that is right in itself
    against those before it.
    """

    repeats: Callable[[dict[str, Any]], list[Finding]] | None = None
    report: Report = field(default_factory=Report)
    seen: set[bytes] = field(default_factory=set)
    foreign: int = 0
    first_foreign: str = ""

    def records(self, lines: Iterable[tuple[int, bytes | None]]) -> Iterator[dict[str, Any]]:
        """Check every line, and yield the records whose form is right."""
        for number, line in lines:
            record = parse_line(line)
            if isinstance(record, Finding):
                self.report.add(number, None, [record])
                continue
            findings = self._check(record)
            identifier = record.get("conversation_id")
            self.report.add(number, identifier if isinstance(identifier, str) else None, findings)
            self._note_foreign_ids(number, record)
            if not any(finding.code in FORM_CODES for finding in findings):
                yield record

    def _check(self, record: dict[str, Any]) -> list[Finding]:
        findings = validate_record(record)
        identifier = record.get("conversation_id")
        if is_text(identifier) and not self._is_new(identifier):
            wrong = f"the id {quote(identifier, 60)} stood on an earlier line"
            findings.append(Finding("invalid_record", wrong, "conversation_id"))
        if self.repeats and not findings:
            findings = self.repeats(record)
        return findings

    def _is_new(self, identifier: str) -> bool:
        digest = hashlib.blake2b(identifier.encode(), digest_size=8).digest()
        known = len(self.seen)
        self.seen.add(digest)
        return len(self.seen) > known

    def _note_foreign_ids(self, number: int, record: dict[str, Any]) -> None:
        for identifier in foreign_call_ids(record.get("messages")):
            self.first_foreign = self.first_foreign or f"{quote(identifier, 40)}, line {number}"
            self.foreign += 1


def check_file(stream: BinaryIO, diversity: bool, advance: Callable[[int], object]) -> FileCheck:
    """Check every record of an open JSON Lines file. Raises OSError where it cannot be read on."""
    lines = numbered_lines(stream, advance)
    if not diversity:
        check = FileCheck()
        for _ in check.records(lines):
            pass
        return check
    from scripts.diversity import measure

    check = FileCheck(_repetition_rule())
    check.report.diversity = measure(check.records(lines), DIVERSITY_SEED)
    return check


def _repetition_rule() -> Callable[[dict[str, Any]], list[Finding]]:
    """Return a rule that says how a record repeats those it has seen before."""
    from scripts.guard import Guard, features

    guard = Guard()

    def rule(record: dict[str, Any]) -> list[Finding]:
        told = features(record)
        findings = [breach.finding for breach in guard.judge(told)]
        if not findings:
            guard.accept(told)
        return findings

    return rule


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        description="Check every record of a JSON Lines file of weather conversations: its form, its calls, "
        "whether its weather can be, and whether every word about it follows from the tool results.",
        epilog="exit status: 0 every record passes, 1 one or more fail, 2 the file cannot be read\n\n"
        "  python scripts/validator.py data/synthetic/tool_use_examples.jsonl\n"
        "  python scripts/validator.py other.jsonl --report other.report.json\n"
        "  zcat other.jsonl.gz | python scripts/validator.py - --diversity",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE.jsonl", help="the file to check, - for standard input")
    parser.add_argument("--report", metavar="OUT.json", type=Path, help="write every finding to this file")
    parser.add_argument(
        "--diversity",
        action="store_true",
        help="also measure how much the records repeat one another, and fail those that do",
    )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Check the file that the arguments name and return the exit status."""
    args = build_parser().parse_args(argv)
    refusal = _refuse_report(args.report, args.file)
    if refusal:
        return _fail(refusal)
    try:
        with _open(args.file) as stream, _progress(stream) as advance:
            check = check_file(stream, args.diversity, advance)
    except OSError as error:
        return _fail(f"cannot read {args.file}: {error.strerror or error}")
    except KeyboardInterrupt:
        print("validator.py: interrupted, nothing was written", file=sys.stderr)
        return 130
    if check.foreign:
        print(_warning(check), file=sys.stderr)
    print(summary(check.report))
    try:
        _write_report(args.report, check.report)
    except OSError as error:
        return _fail(f"cannot write {args.report}: {error.strerror or error}")
    return 1 if check.report.failed else 0


def _fail(message: str) -> int:
    print(f"validator.py: {message}", file=sys.stderr)
    return 2


def _refuse_report(report: Path | None, file: str) -> str | None:
    """Return why the report cannot be written where it is wanted, before a long file is read."""
    if report is None:
        return None
    if report.is_dir():
        return f"cannot write {report}: it is a folder"
    if not report.parent.is_dir():
        return f"cannot write {report}: there is no folder {report.parent}"
    if file != "-" and report.exists() and Path(file).exists() and report.samefile(file):
        return f"cannot write {report}: it is the file to check"
    return None


def _open(file: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb")


@contextmanager
def _progress(stream: BinaryIO) -> Iterator[Callable[[int], object]]:
    """Give what to tell the bytes read to: a bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    from tqdm import tqdm

    size = os.fstat(stream.fileno()).st_size or None
    with tqdm(total=size, unit="B", unit_scale=True, leave=False, desc="Validating") as bar:
        yield bar.update


def _warning(check: FileCheck) -> str:
    return (
        f"validator.py: warning: {check.foreign:,} call ids are not nine letters or digits, as Mistral's "
        f"tokenizer wants them (the first: {check.first_foreign})"
    )


def _write_report(path: Path | None, report: Report) -> None:
    if path is None:
        return
    text = orjson.dumps(report.as_json(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    if path.exists() and not path.is_file():
        path.write_bytes(text)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(text)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


if __name__ == "__main__":
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, TextIOWrapper):
            output.reconfigure(errors="backslashreplace")
    sys.exit(main())
