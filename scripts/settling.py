"""What happens to a scenario, from untried to settled, and in which order scenarios are judged.

    untried ──draft──> WAITING ──guard──> ACCEPTED
       │                  │ breach
       └────fault──> OPEN <┘ ──drafts used up──> DROPPED
                      └──────no usable answer──> SET_ASIDE

Pure: it knows neither files nor requests. A run has two parts: MAIN, the scenarios in order of their number,
and after it LATE, in the same order, those that were set aside in it or came to nothing in an earlier
generation. A generation is a run that came to its end; going on after an interruption stays in the same one.
"""

from collections import deque
from collections.abc import Iterator
from enum import IntEnum
from heapq import heappop, heappush
from typing import NamedTuple


class State(IntEnum):
    """Where a scenario stands. The values are written to disk."""

    OPEN = 0
    WAITING = 1
    ACCEPTED = 2
    DROPPED = 3
    SET_ASIDE = 4


class Part(IntEnum):
    """In which part of the run a scenario has its turn."""

    MAIN = 0
    LATE = 1
    DONE = 2


class Standing(NamedTuple):
    """How far one scenario has come.

    `key` is the plan's it was made from. `drafts` were made in this go, `attempt` is the last one's number in
    the journal, `generation` and `late` say when the go began. `position` counts the accepted from 1, in the
    order of acceptance. `breaches` were reported, not rejected, by the guard.
    """

    number: int
    key: bytes
    generation: int
    late: bool
    state: State = State.OPEN
    drafts: int = 0
    attempt: int = 0
    position: int | None = None
    breaches: int = 0


def part_of(standing: Standing | None, generation: int) -> Part:
    """Return where a scenario has its turn in a run of this generation; None is an untried one."""
    if standing is None:
        return Part.MAIN
    if standing.state is State.ACCEPTED:
        return Part.DONE
    if standing.state in (State.OPEN, State.WAITING):
        return Part.LATE if standing.late else Part.MAIN
    tried_late = standing.late or standing.state is State.DROPPED
    return Part.DONE if standing.generation == generation and tried_late else Part.LATE


def is_postponed(standing: Standing, generation: int) -> bool:
    """Whether a scenario was set aside in this generation and still has its late try."""
    return (
        standing.state is State.SET_ASIDE
        and part_of(standing, generation) is Part.LATE
        and (standing.generation == generation)
    )


def begun(standing: Standing | None, number: int, key: bytes, generation: int) -> Standing:
    """Return the standing of a scenario whose turn has come: as it is, if it is in the middle of its go."""
    if standing is not None and standing.state in (State.OPEN, State.WAITING):
        return standing
    return Standing(number, key, generation, late=standing is not None)


def after_draft(standing: Standing, attempt: int, passed: bool, max_rewritings: int) -> Standing:
    """Return the standing after a draft was made and checked."""
    state = State.WAITING if passed else State.OPEN
    made = standing._replace(state=state, drafts=standing.drafts + 1, attempt=attempt)
    return made if passed else after_breach(made, max_rewritings)


def after_breach(standing: Standing, max_rewritings: int) -> Standing:
    """Return the standing after the last draft was rejected."""
    dropped = standing.drafts > max_rewritings
    return standing._replace(state=State.DROPPED if dropped else State.OPEN)


def after_no_answer(standing: Standing, attempt: int) -> Standing:
    """Return the standing after a request that came to nothing."""
    return standing._replace(state=State.SET_ASIDE, attempt=attempt)


class Course:
    """The order of one part of a run: who is begun next, and who is judged next.

    Scenarios are begun in the order given, at most `look_ahead` ahead of the first unsettled one, and judged
    in that order whatever order their drafts come in; one to be written again is begun before all others.
    """

    def __init__(self, numbers: Iterator[int], look_ahead: int) -> None:
        self._numbers = numbers
        self._look_ahead = look_ahead
        self._unsettled: deque[int] = deque()
        self._settled: set[int] = set()
        self._waiting: set[int] = set()
        self._again: list[int] = []
        self._next = next(numbers, None)

    def take(self) -> int | None:
        """Return the number to begin now, None where there is none at the moment."""
        if self._again:
            return heappop(self._again)
        number = self._next
        if number is None or len(self._unsettled) >= self._look_ahead:
            return None
        self._next = next(self._numbers, None)
        self._unsettled.append(number)
        return number

    def wait(self, number: int) -> None:
        """Note that a scenario's draft waits to be judged."""
        self._waiting.add(number)

    def write_again(self, number: int) -> None:
        """Note that a scenario that was judged needs another draft."""
        self._waiting.discard(number)
        heappush(self._again, number)

    def settle(self, number: int) -> None:
        """Note that a scenario is settled: accepted, dropped or set aside."""
        self._waiting.discard(number)
        self._settled.add(number)
        while self._unsettled and self._unsettled[0] in self._settled:
            self._settled.remove(self._unsettled.popleft())

    @property
    def has_work(self) -> bool:
        """Whether `take` has a number to begin."""
        return bool(self._again) or (self._next is not None and len(self._unsettled) < self._look_ahead)

    @property
    def to_judge(self) -> int | None:
        """The first unsettled scenario, if its draft waits."""
        if self._unsettled and self._unsettled[0] in self._waiting:
            return self._unsettled[0]
        return None

    @property
    def finished(self) -> bool:
        """Whether every scenario of this part is settled."""
        return self._next is None and not self._unsettled
