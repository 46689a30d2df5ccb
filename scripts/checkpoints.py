"""The dataset so far in plain files of 250 records, in the order of their acceptance.

A block is known by a digest of what is in it, kept in the journal, so that a file is written again only where
a record in it is another one, and finding that out does not read the files.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

import orjson

from scripts.dataset_files import CHECKPOINT_RECORDS, DatasetFiles, replace_file, storage_error
from scripts.journal import Journal
from scripts.record import conversation_id, record_line
from scripts.weather.tools import TOOLS

Accepted = tuple[int, int]
"""An accepted record: its scenario's number, and its attempt in the journal."""


class Checkpoints:
    """Writes each block when it is full. `count` is the run's: what stays in the journal only is left out."""

    def __init__(self, files: DatasetFiles, journal: Journal, run_date: date, count: int) -> None:
        self._files = files
        self._journal = journal
        self._run_date = run_date
        self._count = count
        self._blocks = 0
        self._open: list[Accepted] = []

    def catch_up(self) -> None:
        """Bring the files in line with what is accepted, whatever happened since they were written."""
        for block in self._accepted_blocks():
            if len(block) < CHECKPOINT_RECORDS:
                self._open = block
                break
            self._blocks += 1
            if not self._stands(block):
                self._put(self._blocks, list(self._lines(block)))
                self._keep(block)

    async def add(self, number: int, attempt: int) -> None:
        """Note that a record was accepted and committed."""
        self._open.append((number, attempt))
        if len(self._open) == CHECKPOINT_RECORDS:
            block, self._open = self._open, []
            self._blocks += 1
            if not self._stands(block):
                await asyncio.to_thread(self._put, self._blocks, list(self._lines(block)))
                self._keep(block)

    def remove_surplus(self) -> None:
        """Remove the files of blocks that are not full any more."""
        for block in sorted(self._files.checkpoint_blocks()):
            if block > self._blocks:
                try:
                    self._files.checkpoint(block).unlink()
                except OSError as error:
                    raise storage_error(self._files.checkpoint(block), error) from error
        self._journal.write("DELETE FROM checkpoint WHERE block > ?", (self._blocks,))

    def _accepted_blocks(self) -> Iterator[list[Accepted]]:
        """Yield the accepted of this run, 250 at a time, the last block being what is left."""
        block: list[Accepted] = []
        for first in range(1, self._journal.last_position() + 1, CHECKPOINT_RECORDS):
            for accepted in self._journal.accepted_attempts(first, first + CHECKPOINT_RECORDS - 1):
                if accepted[0] <= self._count:
                    block.append(accepted)
                if len(block) == CHECKPOINT_RECORDS:
                    yield block
                    block = []
        yield block

    def _stands(self, block: Sequence[Accepted]) -> bool:
        kept = self._journal.rows("SELECT digest FROM checkpoint WHERE block = ?", (self._blocks,))
        return (
            bool(kept) and kept[0][0] == self._digest(block) and self._files.checkpoint(self._blocks).exists()
        )

    def _digest(self, block: Sequence[Accepted]) -> bytes:
        return hashlib.blake2b(orjson.dumps([self._run_date, TOOLS, block]), digest_size=16).digest()

    def _lines(self, block: Sequence[Accepted]) -> Iterator[bytes]:
        for number, _ in block:
            messages, tags = self._journal.record(number)
            yield record_line(messages, tags, conversation_id(self._run_date, number))

    def _put(self, number: int, lines: Sequence[bytes]) -> None:
        replace_file(self._files.checkpoint(number), lines, self._files.checkpoints)

    def _keep(self, block: Sequence[Accepted]) -> None:
        self._journal.write(
            "INSERT OR REPLACE INTO checkpoint VALUES (?, ?)", (self._blocks, self._digest(block))
        )
