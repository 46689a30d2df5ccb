"""One attempt at a scenario: the reply judged as it came, and the request that follows a fault.

Pure. The validator's verdict on a draft is all its findings; the guard's comes later and elsewhere.
"""

from datetime import date
from typing import NamedTuple

from scripts.draft import Request
from scripts.draft_reader import DraftError, FaultyReply, read_draft
from scripts.finding import Finding
from scripts.journal import Writing
from scripts.plan_check import check_plan
from scripts.plans import Plan
from scripts.prompts import retry_request, rewrite_request
from scripts.record import Record, Source, assemble


class Checked(NamedTuple):
    """A reply as it was judged: the record it makes and what is wrong with it, or why it is no draft."""

    record: Record | None
    findings: tuple[Finding, ...]
    fault: FaultyReply | None = None

    @property
    def passed(self) -> bool:
        """Whether it makes a record without a finding."""
        return self.record is not None and not self.findings


def check_reply(plan: Plan, text: str, stop_reason: str, run_date: date, source: Source) -> Checked:
    """Judge a reply: read, put together, and held against the plan and the validator's rules."""
    # The rules are read while other requests are out, and not before the first is sent.
    from scripts.validator import validate_record

    try:
        draft = read_draft(text, stop_reason, plan.scenario)
    except DraftError as error:
        return Checked(None, (Finding("request_failed", str(error)),), error.reason)
    record = assemble(plan.scenario, draft, run_date, source, plan.messages)
    findings = [*check_plan(plan.scenario, draft), *validate_record(record.as_json())]
    return Checked(record, tuple(findings))


def following_request(previous: Request, fallen: Writing) -> Request:
    """Return the request after one whose reply fell short, in the way that can help."""
    if fallen.fault is not None:
        return retry_request(previous, fallen.fault)
    return rewrite_request(previous, fallen.reply, fallen.findings, fallen.avoid)
