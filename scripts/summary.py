"""The closing words of a run, and what it says on the way there."""

from collections.abc import Iterator, Mapping
from typing import Final

from scripts.accounts import Accounts
from scripts.dataset_files import DatasetFiles
from scripts.models import Model
from scripts.outputs import Written
from scripts.settings import Settings

CHECK: Final = "python scripts/validator.py"


def summary(
    settings: Settings, files: DatasetFiles, written: Written, accounts: Accounts, model: Model
) -> str:
    """Return what was made, what it took, where it is, and what to do next."""
    return "\n".join(_lines(settings, files, written, accounts, model))


def _lines(
    settings: Settings, files: DatasetFiles, written: Written, accounts: Accounts, model: Model
) -> Iterator[str]:
    what = "mock records (a dry run: not for training)" if settings.mock else "records"
    yield f"{written.records:,} of {settings.count:,} {what} in {files.output}"
    for tag, title in (("persona", "Personas"), ("scenario", "Scenarios")):
        yield f"  {title + ':':<11} {_shares(written.shares(tag))}"
    settled = accounts.accepted + accounts.dropped + accounts.set_aside
    yield (
        f"  Acceptance: {_percent(accounts.accepted, settled)} of scenarios,"
        f" {_percent(accounts.passed_first_try, settled)} at first try ({accounts.drafts:,} drafts)"
    )
    if accounts.rejected_drafts:
        yield f"  Rejected drafts: {', '.join(_rejections(settings, accounts))}"
    if accounts.breaches_reported:
        yield f"  Repetition: {accounts.breaches_reported:,} records repeat others (reported, not rejected)"
    yield f"  Tokens:     {accounts.input_tokens:,} in, {accounts.output_tokens:,} out"
    yield f"  Cost:       {_cost(settings, accounts, model)}"
    yield f"  Report:     {files.report}"
    yield f"  Metadata:   {files.metadata}"
    if accounts.dropped + accounts.set_aside:
        yield f"  Rejected:   {files.rejected}"
    yield f"Next: {_next(settings, files, written)}"


def _shares(shares: Mapping[str, Mapping[str, float]]) -> str:
    return ", ".join(f"{name} {given['share']:.1%}" for name, given in shares.items()) or "none"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "none"


def _cost(settings: Settings, accounts: Accounts, model: Model) -> str:
    if settings.mock:
        return "$0.00 (dry run)"
    if model.price is None:
        return f"unknown (no price known for {model.id}; --prices FILE names it)"
    per_record = accounts.usd_per_record
    each = "" if per_record is None else f", ${per_record:.5f} a record"
    unanswered = sum(accounts.unanswered_usd.values())
    lost = f", of it ${unanswered:.4f} at most for requests without an answer" if unanswered else ""
    return f"${accounts.usd:.4f}{each}{lost}"


def _rejections(settings: Settings, accounts: Accounts) -> Iterator[str]:
    for codes, drafts in accounts.rejected_drafts.items():
        cost = "" if settings.mock else f" (${accounts.rejected_usd.get(codes, 0.0):.4f})"
        yield f"{codes.replace(' ', '+')} {drafts:,}{cost}"


def _next(settings: Settings, files: DatasetFiles, written: Written) -> str:
    missing = settings.count - written.records
    if missing:
        return f"the same command tries the other {missing:,} again"
    if settings.mock:
        return "run it without --mock, with an API key, for records written by Claude"
    return f"look at some records, then train on {files.output.name}; {CHECK} {files.output} checks it again"
