"""The validation report: what passed, what failed, and with which code, in the keys others rely on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from scripts.finding import CODES, Finding

SHOWN_FAILURES: Final = 5
"""Failed records that the summary for people shows in words; the report has them all."""

SHOWN_FINDINGS: Final = 3
"""Findings of one failed record that the summary shows."""

SHOWN_WORDS: Final = 5
"""Repeated phrases and openers that the summary shows."""

SHOWN_WIDTH: Final = 240
"""Characters of a finding's message that the summary shows."""


@dataclass(slots=True)
class Report:
    """Verdicts as they come in. Keeps every failed record's findings, and of the passed only their number.

    `diversity` is what diversity.measure says of the records, where it was asked for.
    """

    total: int = 0
    records_by_code: Counter[str] = field(default_factory=Counter)
    failures: list[dict[str, Any]] = field(default_factory=list)
    diversity: dict[str, Any] | None = None

    @property
    def failed(self) -> int:
        """The number of records with at least one finding."""
        return len(self.failures)

    @property
    def passed(self) -> int:
        """The number of records without a finding."""
        return self.total - self.failed

    @property
    def pass_rate(self) -> float:
        """Percent of the records that passed, to one decimal; 0.0 where there are none."""
        return round(100 * self.passed / self.total, 1) if self.total else 0.0

    def add(self, line: int, conversation_id: str | None, findings: Sequence[Finding]) -> None:
        """Count one record: `line` is 1-based, no findings means that it passed."""
        self.total += 1
        if not findings:
            return
        self.records_by_code.update({finding.code for finding in findings})
        errors = [{"code": f.code, "message": f.message, "path": f.path} for f in findings]
        self.failures.append({"line": line, "conversation_id": conversation_id, "errors": errors})

    def as_json(self) -> dict[str, Any]:
        """Return the report's JSON object."""
        report = {
            "total_examples": self.total,
            "validation_passed": self.passed,
            "validation_failed": self.failed,
            "pass_rate": self.pass_rate,
            "error_breakdown": {
                code: self.records_by_code[code] for code in CODES if code in self.records_by_code
            },
            "failed_examples": self.failures,
        }
        if self.diversity is not None:
            report["diversity"] = self.diversity
        return report


def summary(report: Report) -> str:
    """Return the report as a short table for people, with the first few failures in words."""
    lines = [
        f"{report.total:,} records: {report.passed:,} passed, {report.failed:,} failed ({report.pass_rate} %)"
    ]
    if report.failed:
        lines += ["", "records  code"]
        lines += [f"{report.records_by_code[c]:7,}  {c}" for c in CODES if c in report.records_by_code]
    for failure in report.failures[:SHOWN_FAILURES]:
        lines += ["", *_failure_lines(failure)]
    if report.failed > SHOWN_FAILURES:
        lines += ["", f"... and {report.failed - SHOWN_FAILURES:,} more failed records"]
    if report.diversity is not None:
        lines += ["", *_diversity_lines(report.diversity)]
    return "\n".join(lines)


def _failure_lines(failure: dict[str, Any]) -> list[str]:
    identifier = failure["conversation_id"]
    lines = [f"line {failure['line']}" + (f" ({_shorten(identifier)})" if identifier else "")]
    for error in failure["errors"][:SHOWN_FINDINGS]:
        where = f" at {_shorten(error['path'])}" if error["path"] else ""
        lines.append(f"  {error['code']}{where}")
        lines.append(f"    {_shorten(error['message'])}")
    if len(failure["errors"]) > SHOWN_FINDINGS:
        lines.append(f"  ... and {len(failure['errors']) - SHOWN_FINDINGS} more findings")
    return lines


def _diversity_lines(measures: dict[str, Any]) -> list[str]:
    """Return the measures that are figures, and the first of those that are lists of words with shares."""
    lines = ["diversity"]
    for name, value in measures.items():
        if isinstance(value, list):
            shown = ", ".join(f'"{entry["words"]}" {entry["share"]:.1%}' for entry in value[:SHOWN_WORDS])
            lines.append(f"  {name}: {_shorten(shown)}")
        elif isinstance(value, int | float):
            lines.append(f"  {name}: {value:,}")
    return lines


def _shorten(message: str) -> str:
    """Cut a message to one line, without what a terminal would obey rather than show."""
    flat = "".join(sign if sign.isprintable() else " " for sign in message[: 2 * SHOWN_WIDTH])
    return flat if len(flat) <= SHOWN_WIDTH else flat[: SHOWN_WIDTH - 1] + "…"
