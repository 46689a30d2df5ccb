"""The journal: what was written is read back, what was committed survives, what was changed is noticed."""

import asyncio
import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.dataset_files import StorageError
from scripts.finding import CODES, Finding
from scripts.journal import Attempt, Journal, JournalBookings, JournalDamaged
from scripts.settling import Standing, State

KEY = b"0123456789abcdef"


def attempt(number: int = 1, **changes) -> Attempt:
    made = Attempt(
        number, KEY, 1, "synthetic", "claude-haiku-4-5", "2026-11-22T10:00:00.000+00:00", reply="{}"
    )
    return made._replace(**changes)


@pytest.fixture
def journal(tmp_path: Path):
    opened = Journal(tmp_path / "journal.sqlite3", flush=True)
    yield opened
    opened.close()


texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=50)
findings = st.lists(st.builds(Finding, st.sampled_from(CODES), texts, texts), max_size=3).map(tuple)


@settings(max_examples=20, deadline=None)
@given(
    reply=texts,
    findings=findings,
    avoid=st.lists(texts, max_size=3).map(tuple),
    fault=st.sampled_from([None, "cut", "refusal"]),
    messages=st.none() | st.binary(max_size=50),
)
def test_an_attempt_is_read_back_as_it_was_written(tmp_path_factory, reply, findings, avoid, fault, messages):
    journal = Journal(tmp_path_factory.mktemp("journal") / "journal.sqlite3", flush=False)
    written = attempt(
        reply=reply, findings=findings, avoid=avoid, fault=fault, messages=messages, tags=messages
    )
    standing = Standing(1, KEY, 1, False, State.OPEN, 1, journal.add_attempt(written))
    read = journal.writing(standing)
    assert (read.reply, read.findings, read.avoid, read.fault) == (reply, findings, avoid, fault)
    assert (read.messages, read.tags) == (messages, messages)
    journal.close()


@pytest.mark.parametrize("position", [None, 1, 250])
def test_a_standing_is_read_back_as_it_was_written(journal: Journal, position: int | None):
    written = Standing(3, KEY, 2, True, State.ACCEPTED, 2, 17, position, 1)
    journal.set_standing(written)
    assert journal.standing(3) == written
    assert journal.standing(4) is None


def test_what_was_committed_is_there_for_the_next_process_and_what_was_not_is_gone(tmp_path: Path):
    journal = Journal(tmp_path / "journal.sqlite3", flush=True)
    journal.keep("committed", 1)
    journal.commit()
    journal.keep("not committed", 1)
    journal.close()
    again = Journal(tmp_path / "journal.sqlite3", flush=True)
    assert (again.recall("committed"), again.recall("not committed")) == (1, None)
    again.close()


def _write_and_die(path: Path) -> None:
    journal = Journal(path, flush=True)
    bookings = JournalBookings(journal)

    async def write() -> None:
        bookings.close(bookings.open(0.5), 0.125, "answered")
        journal.add_attempt(attempt())
        await journal.durable()
        bookings.open(0.25)

    asyncio.run(write())
    os._exit(9)


def test_a_process_that_dies_loses_nothing_it_was_told_is_durable(tmp_path: Path):
    path = tmp_path / "journal.sqlite3"
    process = multiprocessing.get_context("fork").Process(target=_write_and_die, args=(path,))
    process.start()
    process.join()
    journal = Journal(path, flush=True)
    bookings = JournalBookings(journal)
    assert journal.attempts_at(1, KEY) == 1
    assert bookings.spent_usd() == 0.125
    assert bookings.close_unended() == 1, "the request in flight"
    assert bookings.spent_usd() == 0.375, "counts at its worst case"
    assert bookings.close_unended() == 0
    journal.close()


def test_all_who_wait_together_share_a_commit(journal: Journal):
    async def many() -> None:
        async def one(number: int) -> None:
            journal.add_attempt(attempt(number))
            await journal.durable()

        await asyncio.gather(*(one(number) for number in range(1, 51)))

    asyncio.run(many())
    journal.close()
    assert sqlite3.connect(journal.path).execute("SELECT count(*) FROM attempt").fetchone() == (50,)


def test_the_last_draft_that_passed_is_found_by_its_plan(journal: Journal):
    journal.add_attempt(attempt(messages=b"[1]", tags=b"{}"))
    second = journal.add_attempt(attempt(messages=b"[2]", tags=b"{}"))
    journal.add_attempt(attempt(findings=(Finding("off_plan", "no"),)))
    assert journal.passed_attempt(1, KEY) == second
    assert journal.passed_attempt(2, KEY) is None
    assert journal.passed_attempt(1, b"another plan's..") is None


def test_a_rejection_by_the_guard_keeps_the_record_and_notes_what_to_avoid(journal: Journal):
    passed = journal.add_attempt(attempt(reply="said", messages=b"[1]", tags=b"{}"))
    standing = Standing(1, KEY, 1, False, State.WAITING, 1, passed)
    journal.reject(standing, [Finding("repetition", "said before")], ["as the crow flies"])
    writing = journal.writing(standing)
    assert (writing.reply, writing.messages, writing.avoid) == ("said", b"[1]", ("as the crow flies",))
    assert journal.rows("SELECT codes FROM attempt") == [("repetition",)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE writing SET reply = 'forged'",
        "UPDATE writing SET messages = x'00'",
        "UPDATE writing SET tags = NULL",
        "UPDATE scenario SET key = x'00'",  # the words are tied to their plan
        "DELETE FROM writing",
    ],
)
def test_texts_that_were_changed_are_noticed(journal: Journal, change: str):
    made = journal.add_attempt(attempt(reply="true", messages=b"[1]", tags=b"{}"))
    journal.set_standing(Standing(1, KEY, 1, False, State.ACCEPTED, 1, made, 1))
    assert list(journal.accepted(10)) == [(1, b"[1]", b"{}")]
    journal.write(change)
    with pytest.raises(JournalDamaged, match="scenario 1"):
        list(journal.accepted(10))


def test_a_standing_that_was_changed_is_noticed(journal: Journal):
    journal.set_standing(Standing(1, KEY, 1, False, State.DROPPED, 4, 9))
    journal.write("UPDATE scenario SET state = ?", (State.ACCEPTED,))
    with pytest.raises(JournalDamaged, match="scenario 1"):
        journal.standing(1)


def test_another_programs_database_is_not_taken_for_a_journal(tmp_path: Path):
    other = sqlite3.connect(tmp_path / "journal.sqlite3")
    other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(JournalDamaged, match="not a journal"):
        Journal(tmp_path / "journal.sqlite3", flush=True)


def test_a_folder_that_is_not_there_is_a_storage_error(tmp_path: Path):
    with pytest.raises(StorageError, match="could not be written"):
        Journal(tmp_path / "missing" / "journal.sqlite3", flush=True)
