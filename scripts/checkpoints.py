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
from scripts.settling import Standing
from scripts.weather.tools import TOOLS


class Checkpoints:
    """Writes each block when it is full. `count` is the run's: what stays in the journal only is left out."""

    def __init__(self, files: DatasetFiles, journal: Journal, run_date: date, count: int) -> None:
        self._files = files
        self._journal = journal
        self._run_date = run_date
        self._count = count
        self._blocks = 0
        self._open: list[Standing] = []

    def catch_up(self) -> None:
        """Bring the files in line with what is accepted, whatever happened since they were written."""
        stale = []
        for block in self._accepted_blocks():
            if len(block) < CHECKPOINT_RECORDS:
                self._open = block
                break
            self._blocks += 1
            if not self._stands(self._blocks, block):
                stale.append((self._blocks, [standing.position for standing in block]))
        for number, positions in stale:
            standings = [self._journal.accepted_between(at, at)[0] for at in positions if at is not None]
            self._write(number, list(self._lines(standings)), self._digest(standings))
        self.remove_surplus()

    async def add(self, standing: Standing) -> None:
        """Note that a record was accepted and committed."""
        self._open.append(standing)
        if len(self._open) == CHECKPOINT_RECORDS:
            block, self._open = self._open, []
            self._blocks += 1
            if not self._stands(self._blocks, block):
                lines, digest = list(self._lines(block)), self._digest(block)
                await asyncio.to_thread(self._put, self._blocks, lines)
                self._keep(self._blocks, digest)

    def remove_surplus(self) -> None:
        """Remove the files of blocks that are not full any more."""
        for block in sorted(self._files.checkpoint_blocks()):
            if block > self._blocks:
                try:
                    self._files.checkpoint(block).unlink()
                except OSError as error:
                    raise storage_error(self._files.checkpoint(block), error) from error
        self._journal.write("DELETE FROM checkpoint WHERE block > ?", (self._blocks,))

    def _accepted_blocks(self) -> Iterator[list[Standing]]:
        """Yield the accepted of this run, 250 at a time, the last block being what is left."""
        block: list[Standing] = []
        first, last = 1, self._journal.last_position()
        while first <= last:
            for standing in self._journal.accepted_between(first, first + CHECKPOINT_RECORDS - 1):
                if standing.number <= self._count:
                    block.append(standing)
                if len(block) == CHECKPOINT_RECORDS:
                    yield block
                    block = []
            first += CHECKPOINT_RECORDS
        yield block

    def _stands(self, block: int, standings: Sequence[Standing]) -> bool:
        kept = self._journal.rows("SELECT digest FROM checkpoint WHERE block = ?", (block,))
        return bool(kept) and kept[0][0] == self._digest(standings) and self._files.checkpoint(block).exists()

    def _digest(self, standings: Sequence[Standing]) -> bytes:
        held = [(standing.number, standing.attempt) for standing in standings]
        return hashlib.blake2b(orjson.dumps([self._run_date, TOOLS, held]), digest_size=16).digest()

    def _lines(self, standings: Sequence[Standing]) -> Iterator[bytes]:
        for standing in standings:
            writing = self._journal.writing(standing)
            assert writing.messages is not None
            assert writing.tags is not None
            identifier = conversation_id(self._run_date, standing.number)
            yield record_line(writing.messages, writing.tags, identifier)

    def _write(self, block: int, lines: Sequence[bytes], digest: bytes) -> None:
        self._put(block, lines)
        self._keep(block, digest)

    def _put(self, block: int, lines: Sequence[bytes]) -> None:
        replace_file(self._files.checkpoint(block), lines, self._files.checkpoints)

    def _keep(self, block: int, digest: bytes) -> None:
        self._journal.write("INSERT OR REPLACE INTO checkpoint VALUES (?, ?)", (block, digest))
