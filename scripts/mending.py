"""A journal that was truncated or overwritten: noticed before it is used, and what can be read is kept.

SQLite finds broken pages; rows that were changed inside a sound page are found by their checksums. What is
sound goes into a new journal, row by row; the damaged file is kept beside it. What the journal lost may still
stand in the dataset's plain files, and is taken back from there.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import orjson

from scripts.dataset_files import DatasetFiles, storage_error, sync_folder
from scripts.draft import Draft
from scripts.journal import APPLICATION_ID, STANDING, Attempt, Journal, sound_row, text_checksum
from scripts.plans import Plan, Plans
from scripts.record import assemble
from scripts.resumption import waiting_again
from scripts.settling import State

LOOKED_THROUGH_BYTES: Final = 64_000_000
"""Up to this size a journal is read through at every start, which takes a tenth of a second; a larger one
only after a run has met with damage in it."""

PAGE_BYTES: Final = 4096
ROW_BYTES: Final = 30
"""Less than any row takes: so the file's size says how many rows can follow where the last one is lost."""

MOST_PROBED: Final = 100_000
"""Rows looked for one by one at most, some seconds' worth."""


def fault_of(path: Path) -> str | None:
    """Return what is wrong with a journal, None where nothing is."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
        if not head.startswith(b"SQLite format 3\0"):
            return "it does not begin as a database"
        if size < int.from_bytes(head[28:32], "big") * PAGE_BYTES and not Path(f"{path}-wal").exists():
            return "its end is missing"
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return "it is not a journal of this program"
            if size > LOOKED_THROUGH_BYTES and not suspicion(path).exists():
                return None
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            return _changed_rows(connection) if verdict == "ok" else " ".join(verdict.split())
    except (sqlite3.DatabaseError, TypeError) as error:
        return str(error)


def suspicion(journal: Path) -> Path:
    """Return the file that stands where a run met with damage in the journal."""
    return journal.with_suffix(".suspect")


def _changed_rows(connection: sqlite3.Connection) -> str | None:
    standings = connection.execute(f"SELECT {STANDING}, checksum FROM scenario")
    if not all(map(sound_row, standings)):
        return "a scenario's row was changed"
    texts = connection.execute(f"SELECT {_WRITINGS} FROM attempt LEFT JOIN writing ON attempt = id")
    if not all(row[-1] == text_checksum(*row[:-1]) for row in texts):
        return "an attempt's text was changed"
    return None


_WRITINGS: Final = "number, key, reply, faults, messages, tags, checksum"


def mend(files: DatasetFiles, *, flush: bool) -> tuple[int, Path]:
    """Put a sound journal in the damaged one's place; return how many attempts it has, and where the
    damaged one is now. Raises StorageError."""
    damaged = files.checkpoints / f"damaged_journal_{datetime.now(UTC):%Y%m%d_%H%M%S}.sqlite3"
    fresh = files.checkpoints / "mended_journal.sqlite3"
    log = Path(f"{files.journal}-wal")
    try:
        fresh.unlink(missing_ok=True)
        shutil.copyfile(files.journal, damaged)
        if log.exists():
            shutil.copyfile(log, f"{damaged}-wal")
        with closing(Journal(fresh, flush=flush)) as journal:
            _restore_first_page(damaged, fresh)
            kept = _copy_sound(damaged, journal)
            journal.commit()
        for leftover in (log, Path(f"{files.journal}-shm")):
            leftover.unlink(missing_ok=True)
        os.replace(fresh, files.journal)
        suspicion(files.journal).unlink(missing_ok=True)
        sync_folder(files.checkpoints)
    except OSError as error:
        raise storage_error(files.journal, error) from error
    return kept, damaged


def _restore_first_page(damaged: Path, fresh: Path) -> None:
    """Put a new journal's first page where it is broken: all have their tables at the same pages."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(damaged)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
            connection.execute("SELECT count(*) FROM run").fetchone()
            return
    with fresh.open("rb") as file:
        page = bytearray(file.read(PAGE_BYTES))
    pages = max(1, damaged.stat().st_size // PAGE_BYTES)
    page[28:32] = pages.to_bytes(4, "big")
    with damaged.open("r+b") as file:
        file.write(page)


def _copy_sound(damaged: Path, journal: Journal) -> int:
    """Copy every row that can be read and is as it was written; return the number of attempts."""
    with closing(sqlite3.connect(damaged)) as connection:
        for name, value in _rows(connection, "run", "name, value", "rowid"):
            journal.write("INSERT OR REPLACE INTO run VALUES (?, ?)", (name, value))
        kept = 0
        for attempt in _rows(connection, "attempt", "*", "id"):
            writing = _one(connection, "SELECT * FROM writing WHERE attempt = ?", attempt[0])
            if writing is not None and writing[-1] == text_checksum(attempt[1], attempt[2], *writing[1:-1]):
                journal.write(f"INSERT INTO attempt VALUES ({_marks(attempt)})", attempt)
                journal.write(f"INSERT INTO writing VALUES ({_marks(writing)})", writing)
                kept += 1
        for booking in _rows(connection, "booking", "*", "id"):
            journal.write(f"INSERT INTO booking VALUES ({_marks(booking)})", booking)
        _copy_standings(connection, journal)
    journal.keep("generation", max(1, journal.recall("generation", 1)) + 1)
    journal.keep("ended", False)
    return kept


def _copy_standings(connection: sqlite3.Connection, journal: Journal) -> None:
    """Copy the scenarios' rows; what was accepted waits to be judged again, as some before it may be lost."""
    for row in _rows(connection, "scenario", f"{STANDING}, checksum, plan", "number"):
        standing = sound_row(row[:-1])
        if standing is None or not journal.rows("SELECT 1 FROM attempt WHERE id = ?", (standing.attempt,)):
            continue
        accepted = standing.state is State.ACCEPTED
        journal.set_standing(waiting_again(standing) if accepted else standing, plan=row[-1])


def _rows(connection: sqlite3.Connection, table: str, columns: str, by: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table that can be read: from its start, from its end, and one by one between."""
    query = f"SELECT {by}, {columns} FROM {table}"
    last = 0
    with suppress(sqlite3.DatabaseError):
        for identifier, *row in connection.execute(f"{query} ORDER BY {by}"):
            last = identifier
            yield tuple(row)
        return
    tail = []
    with suppress(sqlite3.DatabaseError):
        for identifier, *row in connection.execute(f"{query} ORDER BY {by} DESC"):
            if identifier <= last:
                break
            tail.append((identifier, tuple(row)))
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    most = min(os.stat(path).st_size // ROW_BYTES, MOST_PROBED)
    first_of_tail = tail[-1][0] if tail else last + most
    for identifier in range(last + 1, first_of_tail):
        found = _one(connection, f"{query} WHERE {by} = ?", identifier)
        if found is not None:
            yield found[1:]
    yield from (row for _, row in reversed(tail))


def _one(connection: sqlite3.Connection, query: str, identifier: int) -> tuple[Any, ...] | None:
    with suppress(sqlite3.DatabaseError):
        found: tuple[Any, ...] | None = connection.execute(query, (identifier,)).fetchone()
        return found
    return None


def _marks(row: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(row))


def take_back(journal: Journal, plans: Plans, files: DatasetFiles) -> int:
    """Take records that the journal has lost from the dataset's plain files; return how many.

    Only one that is just what its plan and its words make is taken: its words were accepted before.
    """
    taken = 0
    blocks = sorted(files.checkpoint_blocks())
    for path in (files.output, *map(files.checkpoint, blocks)):
        for record in _records(path):
            number = _number(record)
            plan = plans.plan(number) if number else None
            if plan is None or journal.passed_attempt(number, plan.key) is not None:
                continue
            if attempt := _attempt_of(record, plan, plans):
                journal.add_attempt(attempt)
                taken += 1
                if journal.recall("run_date") is None:
                    day = record["conversation_id"].split("_")[1]
                    journal.keep("run_date", f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return taken


def _records(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        with path.open("rb") as file:
            for line in file:
                with suppress(orjson.JSONDecodeError):
                    record = orjson.loads(line)
                    if isinstance(record, dict):
                        yield record


def _number(record: dict[str, Any]) -> int:
    """Return the number in a record's id, 0 where it is none of ours."""
    parts = str(record.get("conversation_id")).split("_")
    ours = len(parts) == 3 and parts[0] == "conv" and len(parts[1]) == 8
    return int(parts[2]) if ours and parts[1].isdecimal() and parts[2].isdecimal() else 0


def _said(message: dict[str, Any]) -> tuple[str, str]:
    calls = "tool_calls" in message
    return ("tool" if calls else str(message.get("role")), str(message.get("content")))


def _attempt_of(record: dict[str, Any], plan: Plan, plans: Plans) -> Attempt | None:
    texts = [text for role, text in map(_said, record.get("messages", ())) if role in ("user", "assistant")]
    if len(texts) != 2 * len(plan.scenario.turns):
        return None
    draft = Draft(tuple(zip(texts[::2], texts[1::2], strict=True)))
    made = assemble(plan.scenario, draft, datetime.now(UTC).date(), plans.source)
    if made.messages != record["messages"] or made.tags != record.get("tags"):
        return None
    keys = [f"{speaker}_{n}" for n in range(1, len(draft.utterances) + 1) for speaker in ("user", "reply")]
    return Attempt(
        plan.scenario.number,
        plan.key,
        draft=1,
        source=plans.source,
        model=plans.model,
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        reply=orjson.dumps(dict(zip(keys, texts, strict=True))).decode(),
        messages=orjson.dumps(made.messages),
        tags=orjson.dumps(made.tags),
    )
