"""The journal: every attempt, every scenario's standing and every dollar, in one SQLite database.

Rows go into the open transaction at once and are committed before anything is counted. A commit goes to the
write-ahead log without waiting for the disk: it is then the kernel's, and no end of this process can undo
it. Against a power cut `durable` flushes the log as well, in a thread and once for all who wait, so that a
finished attempt costs a flush shared with its neighbours, and a booking, made before a request is sent, costs
none: a power cut can only forget requests sent in the last instant, of which nothing had come back.

Long texts stand in a table of their own, each with its checksum, so that reading how far a run has come
touches small rows only.
"""

import asyncio
import contextlib
import os
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from scripts.dataset_files import StorageError
from scripts.draft_reader import FaultyReply
from scripts.errors import GenerationError
from scripts.finding import Finding
from scripts.settling import Standing, State

APPLICATION_ID: Final = 0x57454154
"""Stands in the head of the file, so that it is known for ours ("WEAT")."""

SCHEMA: Final = f"""
PRAGMA application_id = {APPLICATION_ID};
CREATE TABLE run (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY, number INTEGER NOT NULL, key BLOB NOT NULL, draft INTEGER NOT NULL,
    codes TEXT NOT NULL, source TEXT NOT NULL, model TEXT NOT NULL, input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL, usd REAL NOT NULL, latency_s REAL NOT NULL, at TEXT NOT NULL,
    passed INTEGER NOT NULL);
CREATE INDEX attempt_of_plan ON attempt (number, key);
CREATE TABLE writing (
    attempt INTEGER PRIMARY KEY, reply TEXT NOT NULL, faults BLOB NOT NULL, messages BLOB, tags BLOB,
    checksum INTEGER NOT NULL);
CREATE TABLE scenario (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL, generation INTEGER NOT NULL, late INTEGER NOT NULL,
    state INTEGER NOT NULL, drafts INTEGER NOT NULL, attempt INTEGER NOT NULL, position INTEGER,
    breaches INTEGER NOT NULL, checksum INTEGER NOT NULL, plan INTEGER NOT NULL);
CREATE INDEX scenario_of_position ON scenario (position) WHERE position IS NOT NULL;
CREATE TABLE booking (id INTEGER PRIMARY KEY, worst_usd REAL NOT NULL, usd REAL, cause TEXT);
CREATE TABLE checkpoint (block INTEGER PRIMARY KEY, digest BLOB NOT NULL);
"""

STANDING: Final = "number, key, generation, late, state, drafts, attempt, position, breaches"
TEXTS: Final = "reply, faults, messages, tags"
DISK_ERRORS: Final = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")


class JournalDamaged(GenerationError):
    """The database contradicts itself or cannot be read."""

    hint = "run the same command again: what can be read is kept, the rest is made anew"


class Attempt(NamedTuple):
    """One finished attempt at a scenario: a draft, or a request that came to nothing (`draft` 0).

    `messages` and `tags` are the record's JSON where the draft passed the validator, else None.
    `fault` is why a reply was no draft; `avoid` are phrases the next draft may not repeat.
    """

    number: int
    key: bytes
    draft: int
    source: str
    model: str
    at: str
    reply: str = ""
    fault: FaultyReply | None = None
    findings: tuple[Finding, ...] = ()
    avoid: tuple[str, ...] = ()
    messages: bytes | None = None
    tags: bytes | None = None
    input_tokens: int = 0
    output_tokens: int = 0
    usd: float = 0.0
    latency_s: float = 0.0


class Writing(NamedTuple):
    """The long texts of an attempt."""

    reply: str
    fault: FaultyReply | None
    findings: tuple[Finding, ...]
    avoid: tuple[str, ...]
    messages: bytes | None
    tags: bytes | None


class Journal:
    """The database, open. Used from one thread; with `flush` it also guards against power cuts.

    Every method raises StorageError where the disk is full or broken, JournalDamaged where the file is.
    """

    def __init__(self, path: Path, *, flush: bool) -> None:
        self.path = path
        self.plan = 0
        self._flush = flush
        self._greatest = 0  # of a scenario's numbers here: nothing has to be looked for beyond it
        self._log = -1
        self._waiting: list[asyncio.Future[None]] = []
        self._committing: asyncio.Task[None] | None = None
        try:
            self._connection = sqlite3.connect(path, timeout=10, isolation_level=None)
            self._set_up()
        except sqlite3.Error as error:
            raise self._meant(error) from error

    def _set_up(self) -> None:
        execute = self._connection.execute
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")
        if not execute("PRAGMA schema_version").fetchone()[0]:
            self._connection.executescript(f"BEGIN; {SCHEMA} COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")
        elif execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise JournalDamaged(f"{self.path} is not a journal of this program")
        greatest = execute("SELECT max(number) FROM attempt UNION ALL SELECT max(number) FROM scenario")
        self._greatest = max(number or 0 for (number,) in greatest)

    def close(self) -> None:
        """Close, forgetting what was not committed."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if self._log >= 0:
            os.close(self._log)
            self._log = -1

    def commit(self) -> None:
        """Commit what was written so far."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._meant(error) from error

    async def durable(self) -> None:
        """Return once everything written so far is committed and, with `flush`, on the disk."""
        committed = asyncio.get_running_loop().create_future()
        self._waiting.append(committed)
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_for_all())
        await committed

    async def _commit_for_all(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            fault = None
            try:
                self.commit()
                if self._flush:
                    await asyncio.to_thread(self._flush_log)
            except (StorageError, JournalDamaged) as error:
                fault = error
            for committed in waiting:
                if committed.done():  # who waited was cancelled
                    continue
                if fault is None:
                    committed.set_result(None)
                else:
                    committed.set_exception(fault)
        self._committing = None

    def _flush_log(self) -> None:
        try:
            if self._log < 0:
                self._log = os.open(f"{self.path}-wal", os.O_RDONLY)
            os.fsync(self._log)
        except OSError as error:
            raise StorageError(f"{self.path} could not be written ({error.strerror})") from error

    def _meant(self, error: sqlite3.Error) -> GenerationError:
        """Return what an error of SQLite means for a run."""
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(DISK_ERRORS):
            return StorageError(f"{self.path} could not be written ({error})")
        if name.startswith("SQLITE_BUSY"):
            return StorageError(f"{self.path} is in use by another program", "close it first")
        return JournalDamaged(f"{self.path} is damaged ({error})")

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a query, all at once."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._meant(error) from error

    def each(self, query: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        """Yield the rows of a query one by one; nothing may be written meanwhile."""
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.Error as error:
            raise self._meant(error) from error

    def write(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Execute a statement in the open transaction; return the number of the row inserted."""
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
            return self._connection.execute(statement, values).lastrowid or 0
        except sqlite3.Error as error:
            raise self._meant(error) from error

    # What the run as a whole remembers

    def recall(self, name: str, default: Any = None) -> Any:
        """Return a value kept with the run."""
        found = self.rows("SELECT value FROM run WHERE name = ?", (name,))
        return orjson.loads(found[0][0]) if found else default

    def keep(self, name: str, value: Any) -> None:
        """Keep a JSON value with the run."""
        self.write("INSERT OR REPLACE INTO run VALUES (?, ?)", (name, orjson.dumps(value)))

    # Attempts

    def add_attempt(self, attempt: Attempt) -> int:
        """Write down a finished attempt; return its number."""
        self._greatest = max(self._greatest, attempt.number)
        codes = " ".join(dict.fromkeys(finding.code for finding in attempt.findings))
        number = self.write(
            "INSERT INTO attempt VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(attempt.number, attempt.key, attempt.draft, codes, attempt.source, attempt.model),
                *(attempt.input_tokens, attempt.output_tokens, attempt.usd, attempt.latency_s, attempt.at),
                attempt.messages is not None,
            ),
        )
        faults = _faults(attempt.fault, attempt.findings, attempt.avoid)
        texts = (attempt.reply, faults, attempt.messages, attempt.tags)
        check = text_checksum(attempt.number, attempt.key, *texts)
        self.write("INSERT INTO writing VALUES (?, ?, ?, ?, ?, ?)", (number, *texts, check))
        return number

    def reject(self, standing: Standing, findings: Sequence[Finding], avoid: Sequence[str]) -> None:
        """Write down that the guard rejected a draft which had passed the validator."""
        writing = self.writing(standing)
        texts = (writing.reply, _faults(None, findings, avoid), writing.messages, writing.tags)
        check = text_checksum(standing.number, standing.key, *texts)
        self.write(
            "UPDATE writing SET faults = ?, checksum = ? WHERE attempt = ?",
            (texts[1], check, standing.attempt),
        )
        codes = " ".join(dict.fromkeys(finding.code for finding in findings))
        self.write("UPDATE attempt SET codes = ? WHERE id = ?", (codes, standing.attempt))

    def passed_attempt(self, number: int, key: bytes) -> int | None:
        """Return the last attempt at a plan whose draft passed the validator."""
        if number > self._greatest:
            return None
        found = self.rows(
            "SELECT max(id) FROM attempt WHERE number = ? AND key = ? AND passed", (number, key)
        )
        return None if found[0][0] is None else int(found[0][0])

    def attempts_at(self, number: int, key: bytes) -> int:
        """Return how many attempts at a plan have finished."""
        if number > self._greatest:
            return 0
        found = self.rows("SELECT count(*) FROM attempt WHERE number = ? AND key = ?", (number, key))
        return int(found[0][0])

    def writing(self, standing: Standing) -> Writing:
        """Return the texts of a scenario's last attempt. Raises JournalDamaged where they changed."""
        return self._writing(standing.number, standing.key, standing.attempt)

    def drafts(self, standing: Standing) -> list[Writing]:
        """Return the texts of all drafts of a scenario's present go, in order."""
        query = (
            "SELECT id FROM attempt WHERE number = ? AND key = ? AND id <= ? AND draft > 0"
            " ORDER BY id DESC LIMIT ?"
        )
        found = self.rows(query, (standing.number, standing.key, standing.attempt, standing.drafts))
        return [self._writing(standing.number, standing.key, row[0]) for row in reversed(found)]

    def tries(self, standing: Standing) -> list[Writing]:
        """Return the texts of every attempt at a scenario's plan, in order, up to the last that counts."""
        query = "SELECT id FROM attempt WHERE number = ? AND key = ? AND id <= ? ORDER BY id"
        found = self.rows(query, (standing.number, standing.key, standing.attempt))
        return [self._writing(standing.number, standing.key, row[0]) for row in found]

    def accepted(self, most: int) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield number, messages and tags of every record up to number `most`, in order.

        Nothing may be written meanwhile. Raises JournalDamaged at one that is not as written.
        """
        return self._records("number <= ? ORDER BY number", most)

    def accepted_in_turn(self, most: int) -> Iterator[tuple[bytes, bytes]]:
        """Yield messages and tags of the same records in the order of acceptance. Raises as `accepted`."""
        found = self._records("number <= ? AND position IS NOT NULL ORDER BY position", most)
        return ((messages, tags) for _, messages, tags in found)

    def record(self, number: int) -> tuple[bytes, bytes]:
        """Return messages and tags of an accepted record. Raises JournalDamaged as `accepted`."""
        for _, messages, tags in self._records("number = ?", number):
            return messages, tags
        raise JournalDamaged(f"{self.path} is damaged (scenario {number})")

    def _records(self, which: str, bound: int) -> Iterator[tuple[int, bytes, bytes]]:
        query = (
            f"SELECT number, key, {TEXTS}, writing.checksum FROM scenario"
            f" LEFT JOIN writing ON writing.attempt = scenario.attempt WHERE state = ? AND {which}"
        )
        for number, key, *texts, check in self.each(query, (State.ACCEPTED, bound)):
            if check is None or check != text_checksum(number, key, *texts):
                raise JournalDamaged(f"{self.path} is damaged (scenario {number})")
            yield number, texts[2], texts[3]

    def _writing(self, number: int, key: bytes, attempt: int) -> Writing:
        found = self.rows(f"SELECT {TEXTS}, checksum FROM writing WHERE attempt = ?", (attempt,))
        if not found or found[0][4] != text_checksum(number, key, *found[0][:4]):
            raise JournalDamaged(f"{self.path} is damaged (scenario {number})")
        reply, faults, messages, tags, _ = found[0]
        read = orjson.loads(faults)
        findings = tuple(Finding(*finding) for finding in read["findings"])
        return Writing(reply, read["fault"], findings, tuple(read["avoid"]), messages, tags)

    # Scenarios

    def standing(self, number: int) -> Standing | None:
        """Return how far a scenario has come, None where it is untried."""
        if number > self._greatest:
            return None
        found = self.rows(f"SELECT {STANDING}, checksum FROM scenario WHERE number = ?", (number,))
        return self._standing(found[0]) if found else None

    def accepted_attempts(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return number and attempt of the same scenarios as `accepted_between`."""
        query = "SELECT number, attempt FROM scenario WHERE position BETWEEN ? AND ? ORDER BY position"
        return self.rows(query, (first, last))

    def accepted_between(self, first: int, last: int) -> list[Standing]:
        """Return the scenarios accepted as the `first`-th to the `last`-th, in the order of acceptance."""
        query = f"SELECT {STANDING}, checksum FROM scenario WHERE position BETWEEN ? AND ? ORDER BY position"
        return [self._standing(row) for row in self.rows(query, (first, last))]

    def last_position(self) -> int:
        """Return how many scenarios were accepted so far."""
        return int(self.rows("SELECT ifnull(max(position), 0) FROM scenario")[0][0])

    def _standing(self, row: tuple[Any, ...]) -> Standing:
        standing = sound_row(row)
        if standing is None:
            raise JournalDamaged(f"{self.path} is damaged (scenario {row[0]})")
        return standing

    def accepted_numbers(self, most: int) -> Iterator[int]:
        """Yield the numbers of the accepted scenarios up to `most`, in order."""
        query = "SELECT number FROM scenario WHERE state = ? AND number <= ? ORDER BY number"
        return (row[0] for row in self.each(query, (State.ACCEPTED, most)))

    def unaccepted(self, most: int) -> list[Standing]:
        """Return the standings of all other scenarios up to number `most` that were begun, in order."""
        query = f"SELECT {STANDING}, checksum FROM scenario WHERE state <> ? AND number <= ? ORDER BY number"
        return [self._standing(row) for row in self.rows(query, (State.ACCEPTED, most))]

    def set_standing(self, standing: Standing, plan: int | None = None) -> None:
        """Write down how far a scenario has come, and under which fingerprint its plan was last made."""
        self._greatest = max(self._greatest, standing.number)
        row = _row(standing)
        self.write(
            "INSERT OR REPLACE INTO scenario VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, zlib.crc32(repr(row).encode()), self.plan if plan is None else plan),
        )


class JournalBookings:
    """The client's Bookings, kept in the journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._spent_usd = float(journal.rows("SELECT total(usd) FROM booking")[0][0])

    def spent_usd(self) -> float:
        """Return what all closed bookings cost, earlier runs' included."""
        return self._spent_usd

    def open(self, worst_usd: float) -> int:
        """Write down, committed, that a request is about to be sent; return the booking's number."""
        booking = self._journal.write("INSERT INTO booking VALUES (NULL, ?, NULL, NULL)", (worst_usd,))
        self._journal.commit()
        return booking

    def close(self, booking: int, usd: float, cause: str) -> None:
        """Write down what a request cost and how it ended; committed with what is written next."""
        self._journal.write("UPDATE booking SET usd = ?, cause = ? WHERE id = ?", (usd, cause, booking))
        self._spent_usd += usd

    def close_unended(self) -> int:
        """Count what was in flight when an earlier run died at its worst case; return how many that were."""
        unended = self._journal.rows("SELECT id, worst_usd FROM booking WHERE usd IS NULL")
        for booking, worst_usd in unended:
            self.close(booking, worst_usd, "unclean end")
        self._journal.commit()
        return len(unended)


def _row(standing: Standing) -> tuple[Any, ...]:
    number, key, generation, late, state, *counts = standing
    return (number, key, generation, int(late), int(state), *counts)


def sound_row(row: Sequence[Any]) -> Standing | None:
    """Return the standing in a scenario's row, None where its checksum says that it was changed."""
    *fields, check = row
    if zlib.crc32(repr(tuple(fields)).encode()) != check:
        return None
    number, key, generation, late, state, drafts, attempt, position, breaches = fields
    return Standing(number, key, generation, bool(late), State(state), drafts, attempt, position, breaches)


def _faults(fault: FaultyReply | None, findings: Sequence[Finding], avoid: Sequence[str]) -> bytes:
    listed = [(finding.code, finding.message, finding.path) for finding in findings]
    return orjson.dumps({"fault": fault, "findings": listed, "avoid": list(avoid)})


def text_checksum(number: int, key: bytes, *texts: str | bytes | None) -> int:
    """Return the checksum of an attempt's texts, which also ties them to their plan."""
    total = zlib.crc32(key, number & 0xFFFFFFFF)
    for text in texts:
        if text is not None:
            total = zlib.crc32(text.encode() if isinstance(text, str) else text, total ^ len(text))
    return total
