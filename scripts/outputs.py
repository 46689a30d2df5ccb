"""The files a run leaves: rejected examples, the dataset, the validation report, the metadata.

Everything is read from the journal and streamed; each file is replaced whole, the metadata last.
"""

import hashlib
import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

import orjson

from scripts.accounts import Accounts
from scripts.dataset_files import DatasetFiles, move_to_previous, replace_file, sha256_of
from scripts.diversity import Diversity, measure
from scripts.finding import Finding
from scripts.journal import Journal, Writing
from scripts.models import Model
from scripts.packages import version_of
from scripts.prompts import PROMPT_VERSION
from scripts.record import conversation_id, record_line
from scripts.report import Report
from scripts.settings import Settings
from scripts.settling import Standing, State

PACKAGES: Final = ("anthropic", "jsonschema-rs", "orjson", "rensa", "tzdata")
"""Packages whose versions the metadata names: those that what is written may depend on."""

SHARED: Final = ("persona", "scenario", "scenario_type")
"""Tags whose shares are counted."""


@dataclass(slots=True)
class Written:
    """What stands in the output file. `moved` is where an output that was not ours to replace went."""

    records: int = 0
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    tags: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in SHARED})
    moved: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written so far, in hex."""
        return self.digest.hexdigest()

    def shares(self, tag: str) -> dict[str, dict[str, float]]:
        """Return count and share (of 1) by the value of a tag."""
        return {
            value: {"count": count, "share": round(count / self.records, 4)}
            for value, count in sorted(self.tags[tag].items())
        }


class Outputs:
    """Writes the files of one run."""

    def __init__(self, files: DatasetFiles, journal: Journal, settings: Settings, run_date: date) -> None:
        self._files = files
        self._journal = journal
        self._settings = settings
        self._run_date = run_date

    def write_output(self, made_from: str) -> Written:
        """Write the dataset in scenario order; an output that somebody changed, or with more records than
        this one, is moved to `previous` first. Raises StorageError, JournalDamaged."""
        written = Written()
        before = self._journal.recall("output", {})
        standing = sha256_of(self._files.output)
        if standing is not None and before and (standing != before["sha256"] or self._is_fewer(before)):
            written.moved = str(move_to_previous(self._files, self._files.output))
        replace_file(self._files.output, self._lines(written), self._files.checkpoints)
        kept = {
            "sha256": written.sha256,
            "records": written.records,
            "count": self._settings.count,
            "source": self._settings.source,
            "made_from": made_from,
        }
        self._journal.keep("output", kept)
        self._journal.commit()
        return written

    def _is_fewer(self, before: dict[str, Any]) -> bool:
        """Whether the output there has more records of the same kind, and not because more were asked for."""
        same = before["source"] == self._settings.source and before["count"] <= self._settings.count
        return bool(same and self._accepted() < before["records"])

    def write_rejected(self) -> Report:
        """Write the scenarios without a record, with all that was tried; return the report on all settled."""
        report = Report(total=self._accepted())
        replace_file(self._files.rejected, self._rejected_lines(report), self._files.checkpoints)
        return report

    def write_report(
        self, report: Report, accounts: Accounts, diversity: Diversity | None = None
    ) -> dict[str, Any]:
        """Write the validation report; `diversity` has the records that the run accepted."""
        settled = max(1, report.total)
        as_json = report.as_json() | {
            "attempts": {
                "drafts": accounts.drafts,
                "passed_first_try": accounts.passed_first_try,
                "first_try_rate": round(100 * accounts.passed_first_try / settled, 1),
                "rejected_drafts": accounts.rejected_drafts,
                "breaches_reported": accounts.breaches_reported,
            },
            "diversity": self._figures(diversity, accounts.accepted),
        }
        self._replace_json("report", as_json)
        return as_json

    def write_metadata(self, written: Written, accounts: Accounts, model: Model) -> None:
        """Write what is needed to make the file again, and to trust it."""
        settings = self._settings
        price = model.price
        self._replace_json(
            "metadata",
            {
                "begun_at": self._journal.recall("begun_at"),
                "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "run_date": self._run_date.isoformat(),
                "complete": written.records == settings.count,
                "records": written.records,
                "missing": settings.count - written.records,
                "output": {"file": self._files.output.name, "sha256": written.sha256},
                "source": settings.source,
                "model": settings.model,
                "seed": settings.seed,
                "prompt_version": PROMPT_VERSION,
                "settings": settings.as_json(),
                "fingerprint": self._journal.recall("fingerprints", [])[-1:],
                "versions": versions(),
                "personas": written.shares("persona"),
                "scenarios": written.shares("scenario"),
                "scenario_types": written.shares("scenario_type"),
                "drafts": accounts.drafts,
                "passed_first_try": accounts.passed_first_try,
                "dropped": accounts.dropped,
                "set_aside": accounts.set_aside,
                "tokens": {
                    "input": accounts.input_tokens,
                    "output": accounts.output_tokens,
                    "total": accounts.input_tokens + accounts.output_tokens,
                },
                "cost": accounts.cost_as_json(),
                "prices_usd_per_million_tokens": None if price is None else price._asdict(),
            },
        )

    def _replace_json(self, name: str, value: Any) -> None:
        line = orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        replace_file(getattr(self._files, name), (line,), self._files.checkpoints)

    def _accepted(self) -> int:
        query = "SELECT count(*) FROM scenario WHERE state = ? AND number <= ?"
        return int(self._journal.rows(query, (State.ACCEPTED, self._settings.count))[0][0])

    def _lines(self, written: Written) -> Iterator[bytes]:
        for number, messages, tags in self._journal.accepted(self._settings.count):
            written.records += 1
            for name, value in orjson.loads(tags).items():
                if name in written.tags:
                    written.tags[name][value] += 1
            line = record_line(messages, tags, conversation_id(self._run_date, number))
            written.digest.update(line)
            yield line

    def _figures(self, diversity: Diversity | None, accepted: int) -> dict[str, Any]:
        """Return how varied the records are; they are read from the journal unless the run measured all."""
        if diversity is not None and diversity.records == accepted:
            return diversity.as_json()
        found = self._journal.accepted_in_turn(self._settings.count)
        records = ({"messages": orjson.loads(each), "tags": orjson.loads(tags)} for each, tags in found)
        return measure(records, self._settings.seed)

    def _rejected_lines(self, report: Report) -> Iterator[bytes]:
        settled = (State.DROPPED, State.SET_ASIDE)
        unaccepted = self._journal.unaccepted(self._settings.count)
        failed = (standing for standing in unaccepted if standing.state in settled)
        for line, standing in enumerate(failed, start=1):
            tries = self._journal.tries(standing)
            identifier = conversation_id(self._run_date, standing.number)
            report.add(line, identifier, tries[-1].findings)
            yield orjson.dumps(_rejected(standing, identifier, tries), option=orjson.OPT_APPEND_NEWLINE)


def versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that matter."""
    return {"python": platform.python_version()} | {package: version_of(package) for package in PACKAGES}


def _rejected(standing: Standing, identifier: str, tries: Sequence[Writing]) -> dict[str, Any]:
    return {
        "conversation_id": identifier,
        "state": standing.state.name.lower(),
        "errors": _errors(tries[-1].findings),
        "tries": [{"text": tried.reply, "errors": _errors(tried.findings)} for tried in tries],
    }


def _errors(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [{"code": f.code, "message": f.message, "path": f.path} for f in findings]
