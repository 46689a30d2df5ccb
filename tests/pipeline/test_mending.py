"""A journal that was cut short or overwritten is noticed, and what can be read in it is kept."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.dataset_files import DatasetFiles
from scripts.journal import Attempt, Journal, JournalBookings
from scripts.mending import fault_of, mend
from scripts.settling import Standing, State

COUNT = 60


def key(number: int) -> bytes:
    return f"key of plan {number:04d}".encode()


def messages(number: int) -> bytes:
    return f'["record {number} {"and what was said in it " * 100}"]'.encode()


@pytest.fixture
def files(tmp_path: Path) -> DatasetFiles:
    """A dataset's files with a journal of sixty accepted records, closed."""
    files = DatasetFiles.of(tmp_path / "x.jsonl")
    files.checkpoints.mkdir()
    journal = Journal(files.journal, flush=False)
    bookings = JournalBookings(journal)
    journal.keep("run_date", "2026-11-22")
    journal.plan = 1
    for number in range(1, COUNT + 1):
        bookings.close(bookings.open(0.01), 0.001, "answered")
        attempt = Attempt(
            number, key(number), 1, "synthetic", "m", "at", "reply", messages=messages(number), tags=b"{}"
        )
        made = journal.add_attempt(attempt)
        journal.set_standing(Standing(number, key(number), 1, False, State.ACCEPTED, 1, made, number))
    journal.commit()
    journal.close()
    return files


def cut(share: float) -> Callable[[bytearray, random.Random], None]:
    def damage(content: bytearray, rng: random.Random) -> None:
        del content[int(len(content) * share) :]

    return damage


def overwrite(first: float, last: float, length: int) -> Callable[[bytearray, random.Random], None]:
    def damage(content: bytearray, rng: random.Random) -> None:
        start = int(len(content) * rng.uniform(first, last))
        content[start : start + length] = rng.randbytes(length)

    return damage


def flip_a_bit_of_each_page(content: bytearray, rng: random.Random) -> None:
    for page in range(0, len(content), 4096 * 5):
        content[page + rng.randrange(100, 4000)] ^= 1 << rng.randrange(8)


def kept(journal: Journal) -> list[int]:
    """The scenarios whose words are still there, each being just what was written."""
    found = []
    for number in range(1, COUNT + 1):
        attempt = journal.passed_attempt(number, key(number))
        if attempt is not None:
            standing = Standing(number, key(number), 1, False, State.WAITING, 1, attempt)
            assert journal.writing(standing).messages == messages(number)
            found.append(number)
    return found


@pytest.mark.parametrize(
    ("damage", "least"),
    [
        pytest.param(cut(0.9), 45, id="a tenth cut off"),
        pytest.param(cut(0.5), 20, id="half cut off"),
        pytest.param(cut(0.02), 0, id="nearly all cut off"),
        pytest.param(cut(0.0), 0, id="emptied"),
        pytest.param(overwrite(0.0, 0.0, 100), 50, id="the head overwritten"),
        pytest.param(overwrite(0.3, 0.9, 100), 50, id="a hundred bytes overwritten"),
        pytest.param(overwrite(0.3, 0.6, 20_000), 30, id="five pages overwritten"),
        pytest.param(flip_a_bit_of_each_page, 25, id="a bit flipped in every fifth page"),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_damage_is_noticed_and_what_can_be_read_is_kept(
    files: DatasetFiles, damage: Callable[[bytearray, random.Random], None], least: int, seed: int
) -> None:
    assert fault_of(files.journal) is None
    content = bytearray(files.journal.read_bytes())
    damage(content, random.Random(seed))
    files.journal.write_bytes(content)

    if fault_of(files.journal) is None:
        journal = Journal(files.journal, flush=False)
        assert len(kept(journal)) == COUNT, "damage that is not noticed has hurt nothing"
        journal.close()
        return
    attempts, damaged = mend(files, flush=False)

    assert fault_of(files.journal) is None
    journal = Journal(files.journal, flush=False)
    assert len(kept(journal)) == attempts >= least
    assert {standing.state for standing in journal.unaccepted(COUNT)} <= {State.WAITING}
    assert not list(journal.accepted_numbers(COUNT)), "all are judged again, as some before may be missing"
    journal.close()
    assert damaged.exists()


def test_what_only_the_write_ahead_log_holds_is_kept_too(files: DatasetFiles) -> None:
    journal = Journal(files.journal, flush=False)
    attempt = Attempt(61, key(61), 1, "synthetic", "m", "at", "reply", messages=messages(61), tags=b"{}")
    journal.add_attempt(attempt)
    journal.commit()
    log = Path(f"{files.journal}-wal").read_bytes()
    content = files.journal.read_bytes()
    journal.close()
    files.journal.write_bytes(b"\0" * 16 + content[16:])
    Path(f"{files.journal}-wal").write_bytes(log)

    attempts, _ = mend(files, flush=False)
    assert attempts == COUNT + 1
    assert not Path(f"{files.journal}-wal").exists()


def test_the_run_goes_on_as_a_further_generation_with_its_money(files: DatasetFiles) -> None:
    connection = sqlite3.connect(files.journal)
    connection.execute("UPDATE writing SET reply = 'forged' WHERE attempt = 17")
    connection.commit()
    connection.close()
    assert fault_of(files.journal) == "an attempt's text was changed"
    mend(files, flush=False)
    journal = Journal(files.journal, flush=False)
    assert kept(journal) == [n for n in range(1, COUNT + 1) if n != 17]
    assert journal.recall("run_date") == "2026-11-22"
    assert (journal.recall("generation"), journal.recall("ended")) == (2, False)
    assert JournalBookings(journal).spent_usd() == pytest.approx(0.06)
    journal.close()
