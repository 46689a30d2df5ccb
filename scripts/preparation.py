"""From the options to a run that may begin: what is there, what has changed, what it will cost.

Nothing is sent, and nothing written that matters, before every question is answered: what the answers change
in a journal stands in one open transaction until then.
"""

import hashlib
import os
from contextlib import ExitStack
from datetime import UTC, date, datetime
from typing import NamedTuple

import orjson

from scripts.agreement import agree_on_changes, agree_on_cost, open_numbers, plan_number
from scripts.api_key import find_api_key
from scripts.basis import Basis, Refused
from scripts.console import say
from scripts.dataset_files import (
    DatasetFiles,
    holds_only_mock_records,
    make_folder,
    move_to_previous,
    sha256_of,
)
from scripts.journal import Journal, JournalBookings
from scripts.mending import fault_of, mend, suspicion, take_back
from scripts.resumption import Tally, tally
from scripts.run_lock import RunLock
from scripts.settings import Settings
from scripts.settling import State
from scripts.weather.tools import TOOLS


class Run(NamedTuple):
    """A run that may begin, or needs only its files written. `api_key` is None where none is needed."""

    basis: Basis
    journal: Journal
    api_key: str | None
    run_date: date
    generation: int
    parts: bytearray
    tally: Tally


def prepare(basis: Basis, held: ExitStack) -> Run | None:
    """Return the run, its lock and journal held by `held`; None where it is finished already."""
    files = basis.files
    locked = files.checkpoints.is_dir()
    if locked:
        _lock(files, held)
    if files.journal.exists() and not basis.settings.overwrite:
        return _resume(basis, held)
    return _begin(basis, held, locked=locked)


def _lock(files: DatasetFiles, held: ExitStack) -> None:
    lock = held.enter_context(RunLock(files.lock))
    if lock.left_open_by is not None:
        say(f"The run of process {lock.left_open_by} died; going on from what it had written down.")


# A new run


def _begin(basis: Basis, held: ExitStack, *, locked: bool) -> Run | None:
    settings, files = basis.settings, basis.files
    if not settings.overwrite:
        _refuse_to_replace_strangers(basis)
    api_key = _key(settings)
    agree_on_cost(basis, iter(range(1, settings.count + 1)), settings.count)
    if not locked:
        make_folder(files)
        _lock(files, held)
        locked = files.journal.exists()
        if locked and not settings.overwrite:  # another run on this output was quicker
            return _resume(basis, held)
    if settings.overwrite and (locked or files.output.exists()):
        _set_aside(files, held, with_checkpoints=locked)
    journal = Journal(files.journal, flush=not settings.mock)
    held.callback(journal.close)
    run_date = settings.run_date or datetime.now(UTC).date()
    journal.keep("begun_at", datetime.now(UTC).isoformat(timespec="seconds"))
    journal.keep("run_date", run_date)
    journal.keep("output_name", files.output.name)
    journal.keep("generation", 1)
    journal.plan = plan_number(basis, journal)
    _keep_settings(journal, basis)
    journal.commit()
    parts, sums = tally(journal, settings.count, 1)
    return Run(basis, journal, api_key, run_date, 1, parts, sums)


def _set_aside(files: DatasetFiles, held: ExitStack, *, with_checkpoints: bool) -> None:
    """Move what is there to `previous`; the folder of the checkpoints, if it goes too, is made anew."""
    there = (files.output, files.report, files.metadata)
    if not with_checkpoints:
        say(f"What was there is now in {move_to_previous(files, *there)}.")
        return
    say(f"What was there is now in {move_to_previous(files, *there, files.checkpoints)}.")
    make_folder(files)
    _lock(files, held)


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
    run_date = agree_on_changes(basis, journal)
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
        agree_on_cost(basis, open_numbers(parts), missing)
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


def _keep_settings(journal: Journal, basis: Basis) -> None:
    journal.keep("plan_settings", basis.plan_settings)
    journal.keep("repetition", basis.settings.repetition)
