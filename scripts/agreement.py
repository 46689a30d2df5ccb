"""What is asked before a run begins: whether changes are meant, and whether the cost is.

What an answer changes in the journal is not committed here.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from itertools import chain, islice
from typing import Final

from scripts.basis import Basis, Refused
from scripts.console import agrees, at_terminal, result, say
from scripts.estimate import Estimate, estimate
from scripts.journal import Journal
from scripts.mending import fault_of
from scripts.resumption import Changed, adopt, changed_plans, differences, numbers_of, tally
from scripts.run_lock import RunLock
from scripts.settings import Settings
from scripts.settling import Part

ESTIMATED_FROM: Final = 40
"""Requests an estimate reads, the first of the run: every prefix of it is balanced, so that their mean was
within 3 % of that of 1,000 for each of 24 seeds (100 taken at equal steps strayed by up to 8 %)."""


def agree_on_changes(basis: Basis, journal: Journal) -> date:
    """Take the present plans and settings for those that hold, asking where records are concerned.

    Returns the run's date. Raises Refused.
    """
    settings = basis.settings
    kept_date = date.fromisoformat(journal.recall("run_date") or datetime.now(UTC).date().isoformat())
    run_date = settings.run_date or kept_date
    journal.plan = plan_number(basis, journal)
    stale = journal.rows(
        "SELECT count(*) FROM scenario WHERE plan <> ? AND number <= ?", (journal.plan, settings.count)
    )[0][0]
    if stale > 2_000:
        say(f"The code or settings changed: making the plans of {stale:,} records again to compare them ...")
    changed = changed_plans(journal, basis.plans, settings.count)
    repeating = _tolerated_repetitions(basis, journal, changed)
    questions = [
        *_date_question(kept_date, run_date),
        *_change_questions(basis, journal, changed),
        *_repetition_question(repeating),
    ]
    if questions:
        _consent(
            settings, " ".join(questions), "nothing was changed; --yes agrees, another --output keeps both"
        )
    adopt(journal, changed, settings.count, judge_again=repeating > 0)
    journal.keep("run_date", run_date)
    return run_date


def _date_question(kept: date, asked: date) -> Iterator[str]:
    if asked != kept:
        yield f"The run date {kept} becomes {asked}: every record gets another id."


def _tolerated_repetitions(basis: Basis, journal: Journal, changed: Changed) -> int:
    """Return how many of the records that are kept have a repetition which this run would reject."""
    if basis.settings.repetition == "report" or journal.recall("repetition") != "report":
        return 0
    query = "SELECT number FROM scenario WHERE breaches > 0 AND number <= ?"
    repeating = {number for (number,) in journal.rows(query, (basis.settings.count,))}
    return len(repeating.difference(changed.numbers))


def _repetition_question(repeating: int) -> Iterator[str]:
    if repeating:
        yield f"With --repetition reject {repeating:,} of the records there would be written again."


def _change_questions(basis: Basis, journal: Journal, changed: Changed) -> Iterator[str]:
    if not changed.records or (changed.only_mock and not basis.settings.mock):
        return
    differing = differences(journal.recall("plan_settings", {}), basis.plan_settings)
    yield (f"Changed: {', '.join(differing)}." if differing else "Scenarios or prompts were edited.")
    yield (
        f"That concerns {changed.records:,} of the records there, which cost ${changed.usd:.2f};"
        f" {changed.to_write:,} have to be written anew, the old ones stay in the journal."
    )


def _consent(settings: Settings, question: str, hint: str) -> None:
    """Raise Refused, with `hint`, unless somebody agrees."""
    if settings.yes:
        say(question)
    elif not at_terminal():
        raise Refused(question.rstrip("."), hint)
    elif not agrees(f"{question} Go on?"):
        raise Refused("nothing was changed")


def plan_number(basis: Basis, journal: Journal) -> int:
    """Return the number of the present fingerprint, which is written down with each scenario's row."""
    now = basis.fingerprint()
    known: list[str] = journal.recall("fingerprints", [])
    if now not in known:
        known.append(now)
        journal.keep("fingerprints", known)
    return known.index(now) + 1


# Money


def agree_on_cost(basis: Basis, numbers: Iterator[int], requests: int) -> None:
    """Say what a real run will cost, and ask where that is much. Raises Refused."""
    settings = basis.settings
    if settings.mock:
        return
    estimated = _estimate(basis, numbers, requests)
    for line in estimated.lines():
        say(line)
    if estimated.usd is not None and estimated.usd > settings.confirm_over:
        question = f"That is above ${settings.confirm_over:.2f}."
        _consent(settings, question, "nothing was sent; --yes agrees, --confirm-over sets the limit")


def print_estimate(basis: Basis, held: ExitStack) -> None:
    """Print what is still to be paid for the output; changes nothing."""
    settings, files = basis.settings, basis.files
    numbers, requests = iter(range(1, settings.count + 1)), settings.count
    if files.journal.exists() and not settings.overwrite:
        held.enter_context(RunLock(files.lock))
        if fault_of(files.journal) is None:
            journal = Journal(files.journal, flush=False)
            held.callback(journal.close)
            journal.plan = plan_number(basis, journal)
            adopt(
                journal,
                changed_plans(journal, basis.plans, settings.count),
                settings.count,
                judge_again=False,
            )
            parts, sums = tally(journal, settings.count, journal.recall("generation", 1) + 1)
            numbers, requests = open_numbers(parts), settings.count - sums.accepted
    if requests:
        result("\n".join(_estimate(basis, numbers, requests).lines()))
    else:
        result(f"{files.output} has its {settings.count:,} records already: $0.00")


def _estimate(basis: Basis, numbers: Iterator[int], requests: int) -> Estimate:
    """Estimate the requests from those of this run's first scenarios."""
    settings, plans = basis.settings, basis.plans
    first = islice(numbers, ESTIMATED_FROM)
    bodies = [plans.plan(number).first.body(plans.model) for number in first]
    return estimate(
        bodies, requests, basis.model, basis.models, settings.rate_limit_delay, settings.concurrency
    )


def open_numbers(parts: bytearray) -> Iterator[int]:
    """Yield the numbers that are still to be settled."""
    return chain(numbers_of(parts, Part.MAIN), numbers_of(parts, Part.LATE))
