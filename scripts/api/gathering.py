"""Replies are handed over together, once no more come for a moment.

What a reply leads to (checks, disk) takes milliseconds in which the event loop sends nothing. Where replies
come close together, all their slots are therefore filled again before the first of them is worked on; and
what is done once for several, such as a commit, is done less often.
"""

import asyncio
from typing import Final

QUIET_S: Final = 0.02
"""No reply for so long: those that came are handed over."""

LATE_S: Final = 0.002
"""So late the event loop is where it has other things to do."""

LONGEST_S: Final = 0.4
"""How long a reply is held at most where they keep coming."""

TOGETHER: Final = 4
"""How many at most before the event loop has another turn."""


class Gathering:
    """Where the replies of one event loop wait for each other; the loop's clock is theirs."""

    def __init__(self) -> None:
        self._group: asyncio.Event | None = None
        self._latest = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._handing_over = asyncio.Semaphore(TOGETHER)

    async def wait(self, *, more_to_send: bool) -> None:
        """Return when a reply that has just come may be worked on: at once where no slot has to be filled."""
        group = self._joined(QUIET_S if more_to_send else 0.0)
        await group.wait()
        async with self._handing_over:
            await asyncio.sleep(0)

    def _joined(self, quiet_s: float) -> asyncio.Event:
        """Return the group that is gathering, which from now on is open for `quiet_s`."""
        if self._group is None:
            self._group = asyncio.Event()
            self._latest = asyncio.get_running_loop().time() + LONGEST_S
        self._look_again_in(quiet_s)
        return self._group

    def _look_again_in(self, quiet_s: float) -> None:
        loop = asyncio.get_running_loop()
        if self._timer is not None:
            self._timer.cancel()
        due = min(loop.time() + quiet_s, self._latest)
        self._timer = loop.call_at(due, self._hand_over, due)

    def _hand_over(self, due: float) -> None:
        """Hand over what came, unless the loop was too busy to be here in time: it may be sending."""
        late_s = asyncio.get_running_loop().time() - due
        if late_s > LATE_S and due < self._latest:
            self._look_again_in(QUIET_S)
        elif self._group is not None:
            self._group.set()
            self._group = self._timer = None
