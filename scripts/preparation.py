"""From the options to a run that may begin: what is there, what has changed, what it will cost.

Nothing is sent, and nothing written that matters, before every question is answered: what the answers change
in a journal stands in one open transaction until then.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain, islice
from typing import Any, Final, cast

import orjson

from scripts.api_key import find_api_key
from scripts.console import agrees, at_terminal, result, say
from scripts.dataset_files import (
    DatasetFiles,
    check_output,
    holds_only_mock_records,
    make_folder,
    move_to_previous,
    sha256_of,
)
from scripts.errors import GenerationError
from scripts.estimate import Estimate, estimate
from scripts.journal import Journal, JournalBookings
from scripts.mending import fault_of, mend, suspicion, take_back
from scripts.models import MODELS, Model, find_model, read_prices
from scripts.personas import PERSONAS
from scripts.plans import Plans, fingerprint
from scripts.prompts import PROMPT_VERSION
from scripts.resumption import Changed, Tally, adopt, changed_plans, differences, numbers_of, tally
from scripts.run_lock import RunLock
from scripts.scenario import ScenarioName
from scripts.scenario_generator import ScenarioGenerator
from scripts.settings import Settings
from scripts.settling import Part, State
from scripts.style_examples import StyleExample, read_style_examples
from scripts.weather.tools import TOOLS

ESTIMATED_FROM: Final = 400
"""Requests an estimate reads at least, where there are so many; making them takes a fraction of a second."""


class Refused(GenerationError):
    """The run does not begin; nothing was changed."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Basis:
    """What follows from the options alone."""

    settings: Settings
    files: DatasetFiles
    models: Mapping[str, Model]
    model: Model
    plans: Plans
    plan_settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A run that may begin, or needs only its files written. `api_key` is None where none is needed."""

    basis: Basis
    journal: Journal
    api_key: str | None
    run_date: date
    generation: int
    parts: bytearray
    tally: Tally


def basis_of(settings: Settings) -> Basis:
    """Check the options against each other and what they name.

    Raises Refused, UnusableOutput or RetiredModel; touches nothing.
    """
    check_output(settings.output)
    try:
        models = MODELS if settings.prices is None else read_prices(settings.prices)
        model = find_model(settings.model, models)
        if settings.max_cost is not None and model.price is None:
            raise Refused(f"--max-cost needs a price for {model.id}", "name it in a file for --prices")
        if strangers := settings.personas.keys() - PERSONAS.keys():
            raise Refused(f"there is no persona {min(strangers)!r}", f"there are {', '.join(PERSONAS)}")
        examples = _examples(settings)
        scenarios = cast(Mapping[ScenarioName, float], settings.scenarios)
        generator = ScenarioGenerator(settings.seed, settings.personas, scenarios)
    except (ValueError, OSError) as error:
        raise Refused(str(error)) from error
    plan_settings = {
        "model": settings.model,
        "seed": settings.seed,
        "personas": dict(settings.personas),
        "scenarios": dict(settings.scenarios),
        "style_examples": None if settings.style_examples is None else str(settings.style_examples),
        "prompt_version": PROMPT_VERSION,
    }
    plans = Plans(generator, examples, settings.model, settings.source)
    return Basis(settings, DatasetFiles.of(settings.output), models, model, plans, plan_settings)


def _examples(settings: Settings) -> tuple[StyleExample, ...]:
    if settings.style_examples is None:
        return ()
    with open(settings.style_examples, "rb") as file:
        return read_style_examples(file)


def prepare(basis: Basis, held: ExitStack) -> Run | None:
    """Return the run, its lock and journal held by `held`; None where it is finished already."""
    files = basis.files
    if files.checkpoints.is_dir():
        lock = held.enter_context(RunLock(files.lock))
        if lock.left_open_by is not None:
            say(f"The run of process {lock.left_open_by} died; going on from what it had written down.")
    if files.journal.exists() and not basis.settings.overwrite:
        return _resume(basis, held)
    return _begin(basis, held)


# A new run


def _begin(basis: Basis, held: ExitStack) -> Run:
    settings, files = basis.settings, basis.files
    if not settings.overwrite:
        _refuse_to_replace_strangers(basis)
    api_key = _key(settings)
    agree_on_cost(basis, iter(range(1, settings.count + 1)), settings.count)
    if settings.overwrite and (files.output.exists() or files.checkpoints.exists()):
        everything = (files.output, files.report, files.metadata, files.checkpoints)
        say(f"What was there is now in {move_to_previous(files, *everything)}.")
        make_folder(files)
        held.enter_context(RunLock(files.lock))
    elif not files.checkpoints.exists():
        make_folder(files)
        held.enter_context(RunLock(files.lock))
    journal = Journal(files.journal, flush=not settings.mock)
    held.callback(journal.close)
    run_date = settings.run_date or datetime.now(UTC).date()
    journal.keep("begun_at", datetime.now(UTC).isoformat(timespec="seconds"))
    journal.keep("run_date", run_date)
    journal.keep("output_name", files.output.name)
    journal.keep("generation", 1)
    journal.plan = _plan_number(journal, basis)
    _keep_settings(journal, basis)
    journal.commit()
    parts, sums = tally(journal, settings.count, 1)
    return Run(basis, journal, api_key, run_date, 1, parts, sums)


def _refuse_to_replace_strangers(basis: Basis) -> None:
    """Raise Refused where an output stands that no journal here knows, unless a dry run wrote it."""
    output = basis.files.output
    if output.exists() and not holds_only_mock_records(output):
        raise Refused(
            f"{output} is there already, and nothing beside it says how it was made",
            "--overwrite moves it to previous/, or choose another --output",
        )


def _key(settings: Settings) -> str | None:
    return None if settings.mock else find_api_key(os.environ)


# A run that goes on


def _resume(basis: Basis, held: ExitStack) -> Run | None:
    settings = basis.settings
    journal = _open_journal(basis)
    held.callback(journal.close)
    _check_owner(basis, journal)
    unended = JournalBookings(journal).close_unended()
    if unended:
        say(f"{unended} requests were in flight when the last run died; they count at their worst cost.")
    run_date = _agree_on_changes(basis, journal)
    generation = journal.recall("generation", 1) + int(journal.recall("ended", False))
    parts, sums = tally(journal, settings.count, generation)
    if sums.beyond:
        say(
            f"{sums.beyond:,} records beyond --count {settings.count} stay in the journal only;"
            f" --count {sums.largest} brings them back without a request."
        )
    missing = settings.count - sums.accepted - sums.failed
    if sums.accepted == settings.count and _is_written(basis, journal):
        journal.commit()
        say(f"Finished already: {basis.files.output} has its {settings.count:,} records; nothing to do.")
        return None
    api_key = None
    if missing:
        api_key = _key(settings)
        agree_on_cost(basis, _open_numbers(parts), missing)
    journal.keep("generation", generation)
    journal.keep("ended", False)
    _keep_settings(journal, basis)
    journal.commit()
    return Run(basis, journal, api_key, run_date, generation, parts, sums)


def _open_journal(basis: Basis) -> Journal:
    """Open the journal that is there, mended where it was damaged."""
    files, flush = basis.files, not basis.settings.mock
    fault = fault_of(files.journal)
    if fault is None:
        suspicion(files.journal).unlink(missing_ok=True)
        return Journal(files.journal, flush=flush)
    kept, damaged = mend(files, flush=flush)
    journal = Journal(files.journal, flush=flush)
    taken = take_back(journal, basis.plans, files)
    journal.commit()
    say(
        f"The journal was damaged ({fault}). {kept:,} attempts could be read in it, {taken:,} records were"
        f" taken back from the other files; what is missing is made anew. The damaged file is {damaged}."
    )
    return journal


def _check_owner(basis: Basis, journal: Journal) -> None:
    """Raise Refused where the journal is another output's, or a dry run would replace real records."""
    name = journal.recall("output_name", basis.files.output.name)
    if name != basis.files.output.name:
        raise Refused(f"{basis.files.checkpoints} belongs to {name}", "choose another --output")
    if basis.settings.mock and journal.rows("SELECT 1 FROM attempt WHERE source <> 'mock' LIMIT 1"):
        raise Refused(
            f"{basis.files.output} is a real run's, and a dry run does not replace it",
            "choose another --output for the dry run",
        )


def _agree_on_changes(basis: Basis, journal: Journal) -> date:
    """Take the present plans and settings for those that hold, asking where records are concerned.

    Returns the run's date. Raises Refused.
    """
    settings = basis.settings
    kept_date = date.fromisoformat(journal.recall("run_date") or datetime.now(UTC).date().isoformat())
    run_date = settings.run_date or kept_date
    journal.plan = _plan_number(journal, basis)
    stale = journal.rows(
        "SELECT count(*) FROM scenario WHERE plan <> ? AND number <= ?", (journal.plan, settings.count)
    )[0][0]
    if stale > 2_000:
        say(f"The code or settings changed: making the plans of {stale:,} records again to compare them ...")
    changed = changed_plans(journal, basis.plans, settings.count)
    questions = list(_questions(basis, journal, changed, kept_date, run_date))
    if questions:
        _consent(settings, " ".join(questions))
    stricter = settings.repetition == "reject" and journal.recall("repetition") == "report"
    breached = stricter and journal.rows("SELECT 1 FROM scenario WHERE breaches > 0 LIMIT 1")
    adopt(journal, changed, settings.count, judge_again=bool(breached))
    journal.keep("run_date", run_date)
    return run_date


def _questions(
    basis: Basis, journal: Journal, changed: Changed, kept_date: date, run_date: date
) -> Iterator[str]:
    settings = basis.settings
    if run_date != kept_date:
        yield f"The run date {kept_date} becomes {run_date}: every record gets another id."
    if not changed.records or (changed.only_mock and not settings.mock):
        return
    differing = differences(journal.recall("plan_settings", {}), basis.plan_settings)
    yield (f"Changed: {', '.join(differing)}." if differing else "Scenarios or prompts were edited.")
    yield (
        f"That concerns {changed.records:,} of the records there, which cost ${changed.usd:.2f};"
        f" {changed.to_write:,} have to be written anew, the old ones stay in the journal."
    )


def _consent(settings: Settings, question: str) -> None:
    """Raise Refused unless somebody agrees."""
    if settings.yes:
        say(question)
    elif not at_terminal():
        raise Refused(question.rstrip("."), "nothing was changed; --yes agrees, another --output keeps both")
    elif not agrees(f"{question} Go on?"):
        raise Refused("nothing was changed")


def _is_written(basis: Basis, journal: Journal) -> bool:
    """Whether the output file is just what this journal's last run of this count wrote."""
    kept = journal.recall("output", {})
    if kept.get("made_from") != made_from(basis, journal):
        return False
    return bool(sha256_of(basis.files.output) == kept["sha256"])


def made_from(basis: Basis, journal: Journal) -> str:
    """Return a hash of what decides which bytes the output has."""
    records = journal.rows(
        "SELECT number, attempt FROM scenario WHERE state = ? AND number <= ? ORDER BY number",
        (State.ACCEPTED, basis.settings.count),
    )
    made = orjson.dumps([journal.recall("run_date"), TOOLS, records])
    return hashlib.blake2b(made, digest_size=16).hexdigest()


def _plan_number(journal: Journal, basis: Basis) -> int:
    """Return the number of the present fingerprint, which is written down with each scenario's row."""
    made_of = orjson.dumps([basis.plan_settings, basis.plans.source, [e.text for e in basis.plans.examples]])
    now = fingerprint(made_of)
    known: list[str] = journal.recall("fingerprints", [])
    if now not in known:
        known.append(now)
        journal.keep("fingerprints", known)
    return known.index(now) + 1


def _keep_settings(journal: Journal, basis: Basis) -> None:
    journal.keep("plan_settings", basis.plan_settings)
    journal.keep("repetition", basis.settings.repetition)


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
        _consent(settings, f"That is above ${settings.confirm_over:.2f} (--confirm-over).")


def print_estimate(basis: Basis, held: ExitStack) -> None:
    """Print what is still to be paid for the output; changes nothing."""
    settings, files = basis.settings, basis.files
    numbers, requests = iter(range(1, settings.count + 1)), settings.count
    if files.journal.exists() and not settings.overwrite:
        held.enter_context(RunLock(files.lock))
        if fault_of(files.journal) is None:
            journal = Journal(files.journal, flush=False)
            held.callback(journal.close)
            journal.plan = _plan_number(journal, basis)
            adopt(
                journal,
                changed_plans(journal, basis.plans, settings.count),
                settings.count,
                judge_again=False,
            )
            parts, sums = tally(journal, settings.count, journal.recall("generation", 1) + 1)
            numbers, requests = _open_numbers(parts), settings.count - sums.accepted
    if requests:
        result("\n".join(_estimate(basis, numbers, requests).lines()))
    else:
        result(f"{files.output} has its {settings.count:,} records already: $0.00")


def _estimate(basis: Basis, numbers: Iterator[int], requests: int) -> Estimate:
    """Estimate the requests from those of this run's scenarios, all of them or a sample spread over it."""
    settings, plans = basis.settings, basis.plans
    sampled = islice(numbers, 0, None, max(1, requests // ESTIMATED_FROM))
    bodies = [plans.plan(number).first.body(plans.model) for number in sampled]
    return estimate(
        bodies, requests, basis.model, basis.models, settings.rate_limit_delay, settings.concurrency
    )


def _open_numbers(parts: bytearray) -> Iterator[int]:
    return chain(numbers_of(parts, Part.MAIN), numbers_of(parts, Part.LATE))
