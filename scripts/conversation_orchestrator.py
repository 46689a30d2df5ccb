"""The run: scenarios are written many at a time, judged in their order, and written down before they count.

Workers take scenarios in order and see each through to a draft that passes the validator; one judge then
holds the drafts against the records before them, in scenario order. Which scenario stands where is decided in
`settling`; this module only carries it out, so whatever order replies come in, the outcome is the same.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, NamedTuple

import orjson

from scripts.api.reply import Reply
from scripts.checkpoints import Checkpoints
from scripts.claude_api_client import ClaudeAPIClient
from scripts.diversity import Diversity
from scripts.draft import Request
from scripts.drafting import Checked, check_reply, following_request
from scripts.errors import SetAside, StopRun
from scripts.finding import Finding
from scripts.guard import WINDOW, Breach, Features, Guard, features
from scripts.journal import Attempt, Journal
from scripts.plans import Plan, Plans
from scripts.progress import Progress
from scripts.scenario import PersonaName, ScenarioName
from scripts.settings import Repetition
from scripts.settling import (
    Course,
    Standing,
    State,
    after_breach,
    after_draft,
    after_no_answer,
    begun,
    is_postponed,
)

PERSONA_DISTRIBUTION: Final[Mapping[PersonaName, float]] = {"neutral": 0.60, "twain": 0.25, "franklin": 0.15}
"""Share of the records each persona answers in; they add up to 1."""

SCENARIO_DISTRIBUTION: Final[Mapping[ScenarioName, float]] = {
    "success": 0.65,
    "error": 0.175,
    "multi_turn": 0.175,
}
"""Share of the records of each scenario; they add up to 1."""

LOOK_AHEAD: Final = 1_000
"""How far behind the first unsettled scenario others may be begun; their drafts wait in the journal."""

LEAST_WORKERS: Final = 64
"""Workers at least. They go through the stages of their scenarios side by side: one stage for many in a row
takes a third less time than all stages for one after the other, since the cache then holds its code."""

HEAD_START_S: Final = 0.05
"""How much earlier the first worker begins: its request, whose answer all others wait for, is to be on its
way before the making of their plans keeps the event loop busy."""

GRACE_S: Final = 5.0
"""How long requests in flight may take to come home once the run is to stop."""

RESTORED_AT_ONCE: Final = 50
"""Records the guard is given on resuming before others have a turn, some ten milliseconds' worth."""


class Terms(NamedTuple):
    """What is the same for every scenario of a run. `max_rewritings` are drafts beyond the first."""

    run_date: date
    generation: int
    max_rewritings: int
    repetition: Repetition
    concurrency: int


Watcher = Callable[[int, Mapping[str, Any], Reply], None]
"""Is shown every request's scenario number and body, and the reply to it."""


class Failed(StopRun):
    """A fault of this program or its disk, which is raised as what it is once the others have come home."""


class Orchestrator:
    """Carries out one run. `stopped` is why it ended early, None where it did not.

    `diversity`, where it is given, is shown each record as it is accepted.
    """

    def __init__(
        self,
        plans: Plans,
        client: ClaudeAPIClient,
        journal: Journal,
        checkpoints: Checkpoints,
        progress: Progress,
        terms: Terms,
        watcher: Watcher | None = None,
        diversity: Diversity | None = None,
    ) -> None:
        self.stopped: StopRun | None = None
        self._plans = plans
        self._client = client
        self._journal = journal
        self._checkpoints = checkpoints
        self._progress = progress
        self._terms = terms
        self._watcher = watcher
        self._diversity = diversity
        self._guard: Guard | None = None
        self._said: dict[int, Features] = {}
        self._waiting: dict[int, tuple[Standing, Features]] = {}
        self._position = journal.last_position()
        self._working = 0
        self._to_do = asyncio.Event()
        self._to_judge = asyncio.Event()
        self._stopping = asyncio.Event()

    async def run(self, main: Iterator[int], late: Callable[[], Iterable[int]]) -> None:
        """Settle the scenarios of `main`, then those that `late` names when these are done."""
        await self._run_part(main)
        if self.stopped is None:
            await self._run_part(iter(late()))

    def stop(self, reason: StopRun) -> None:
        """Begin nothing more; requests in flight come home if they do so soon."""
        if self.stopped is None:
            self.stopped = reason
            self._client.stop(reason)
            self._stopping.set()
            self._to_judge.set()
            self._wake_workers()

    async def _run_part(self, numbers: Iterator[int]) -> None:
        course = Course(numbers, LOOK_AHEAD)
        # Twice as many workers as requests in flight: a prepared request always waits for its turn.
        self._working = max(LEAST_WORKERS, 2 * self._terms.concurrency)
        workers = [
            asyncio.create_task(self._work(course, HEAD_START_S if before else 0.0))
            for before in range(self._working)
        ]
        judge = asyncio.create_task(self._judge_in_order(course))
        stopping = asyncio.create_task(self._stopping.wait())
        everybody = asyncio.gather(*workers, judge)
        try:
            await asyncio.wait((everybody, stopping), return_when=asyncio.FIRST_COMPLETED)
            if not all(worker.done() for worker in workers):
                self.stop(Failed("the run ended with an error"))
                _, still_out = await asyncio.wait(workers, timeout=GRACE_S)
                for worker in still_out:
                    worker.cancel()
            await everybody
        finally:
            for task in (*workers, judge, stopping):
                task.cancel()
            await asyncio.gather(*workers, judge, stopping, return_exceptions=True)

    def _tell(self, course: Course) -> None:
        """Wake whom a change in the course concerns."""
        self._to_judge.set()
        if course.has_work or course.finished:
            self._wake_workers()

    def _wake_workers(self) -> None:
        self._to_do.set()
        self._to_do.clear()

    # Writing

    async def _work(self, course: Course, after_s: float) -> None:
        try:
            await asyncio.sleep(after_s)
            while self.stopped is None and not course.finished:
                number = course.take()
                if number is None:
                    await self._to_do.wait()
                else:
                    await asyncio.sleep(0)  # let the others finish the stage before
                    await self._see_through(course, number)
        except StopRun as reason:
            self.stop(reason)
        except asyncio.CancelledError:
            if self.stopped is None:
                raise
        finally:
            self._working -= 1
            self._to_judge.set()

    async def _see_through(self, course: Course, number: int) -> None:
        """Bring one scenario to a draft that passes the validator, or to nothing."""
        standing = self._journal.standing(number)
        if standing is None or standing.state is not State.WAITING:
            plan = self._plans.plan(number)
            standing = self._begin(standing, plan)
            request = self._next_request(plan, standing)
            while standing.state is State.OPEN:
                standing = await self._attempt(plan, standing, request)
                request = self._next_request(plan, standing)
        if standing.state is State.WAITING:
            said = self._said.pop(number, None) or self._kept_features(standing)
            self._waiting[number] = (standing, said)
            course.wait(number)
        else:
            course.settle(number)
            self._progress.add_failed()
        self._tell(course)

    def _begin(self, standing: Standing | None, plan: Plan) -> Standing:
        """Return the standing to go on from; a draft paid for before is taken instead of a new one."""
        number = plan.scenario.number
        if standing is not None and is_postponed(standing, self._terms.generation):
            self._progress.take_back_failed()
        now = begun(standing, number, plan.key, self._terms.generation)
        if now.attempt == 0 and (kept := self._journal.passed_attempt(number, plan.key)) is not None:
            now = now._replace(state=State.WAITING, drafts=1, attempt=kept)
            self._journal.set_standing(now)
        return now

    def _next_request(self, plan: Plan, standing: Standing) -> Request:
        """Return the request after the drafts of this go: always the same after the same drafts."""
        request = plan.first
        if standing.state is State.OPEN and standing.drafts:
            for fallen in self._journal.drafts(standing):
                request = following_request(request, fallen)
        return request

    async def _attempt(self, plan: Plan, standing: Standing, request: Request) -> Standing:
        """Send one request and write down what came of it; return the standing after it."""
        number = plan.scenario.number
        body = request.body(self._plans.model)
        tried = self._journal.attempts_at(number, plan.key)
        try:
            reply = await self._client.ask(body, f"{number}:{tried + 1}")
        except SetAside as error:
            record = None
            attempt = self._unanswered(plan, error)
            standing = after_no_answer(standing, self._journal.add_attempt(attempt))
        else:
            checked = check_reply(
                plan, reply.text, reply.stop_reason, self._terms.run_date, self._plans.source
            )
            record = checked.record if checked.passed else None
            attempt = self._answered(plan, standing.drafts + 1, reply, checked)
            noted = self._journal.add_attempt(attempt)
            standing = after_draft(standing, noted, checked.passed, self._terms.max_rewritings)
            if self._watcher is not None:
                self._watcher(number, body, reply)
        self._journal.set_standing(standing)
        await self._journal.durable()
        if attempt.draft:
            self._progress.add_draft(attempt.input_tokens + attempt.output_tokens, attempt.latency_s)
        if record is not None:
            self._said[number] = features(record.as_json())
        return standing

    def _unanswered(self, plan: Plan, error: SetAside) -> Attempt:
        return Attempt(
            plan.scenario.number,
            plan.key,
            draft=0,
            source=self._plans.source,
            model=self._plans.model,
            at=_now(),
            findings=(Finding("request_failed", str(error)),),
        )

    def _answered(self, plan: Plan, draft: int, reply: Reply, checked: Checked) -> Attempt:
        record = checked.record if checked.passed else None
        return Attempt(
            plan.scenario.number,
            plan.key,
            draft,
            source=self._plans.source,
            model=reply.model,
            at=_now(),
            reply=reply.text,
            fault=checked.fault,
            findings=checked.findings,
            messages=None if record is None else orjson.dumps(record.messages),
            tags=None if record is None else orjson.dumps(record.tags),
            input_tokens=reply.input_tokens,
            output_tokens=reply.output_tokens,
            usd=0.0 if self._plans.source == "mock" else reply.cost_usd,
            latency_s=reply.latency_s,
        )

    # Judging

    async def _judge_in_order(self, course: Course) -> None:
        guard = await self._restored_guard()
        while not course.finished:
            judged = []
            while (number := course.to_judge) is not None:
                judged.append(self._judge(guard, course, number))
            if judged:
                await self._journal.durable()
                for standing, said in judged:
                    await self._announce(standing, said)
                self._tell(course)
            elif self.stopped is not None and not self._working:
                return
            else:
                await self._to_judge.wait()
                self._to_judge.clear()

    def _judge(self, guard: Guard, course: Course, number: int) -> tuple[Standing, Features]:
        standing, said = self._waiting.pop(number)
        breaches = guard.judge(said)
        if breaches and self._terms.repetition == "reject":
            standing = self._reject(standing, breaches)
        else:
            guard.accept(said)
            if self._diversity is not None:
                near = [breach.finding.path for breach in breaches if breach.of_whole_text]
                self._diversity.add(said, near)
            self._position += 1
            standing = standing._replace(
                state=State.ACCEPTED, position=self._position, breaches=len(breaches)
            )
        self._journal.set_standing(standing)
        if standing.state is State.OPEN:
            course.write_again(number)
        else:
            course.settle(number)
        return standing, said

    def _reject(self, standing: Standing, breaches: Sequence[Breach]) -> Standing:
        findings = [breach.finding for breach in breaches]
        avoid = list(dict.fromkeys(breach.avoid for breach in breaches))
        self._journal.reject(standing, findings, avoid)
        return after_breach(standing, self._terms.max_rewritings)

    async def _announce(self, standing: Standing, said: Features) -> None:
        if standing.state is State.ACCEPTED:
            lengths = [len(utterance.text) for utterance in said.utterances if utterance.role == "assistant"]
            self._progress.add_accepted(lengths)
            await self._checkpoints.add(standing.number, standing.attempt)
        elif standing.state is State.DROPPED:
            self._progress.add_failed()

    async def _restored_guard(self) -> Guard:
        """Return the guard as it was after the last record accepted, giving others a turn meanwhile."""
        if self._guard is None:
            self._guard = Guard()
            for first in range(max(1, self._position - WINDOW + 1), self._position + 1, RESTORED_AT_ONCE):
                last = min(first + RESTORED_AT_ONCE - 1, self._position)
                for standing in self._journal.accepted_between(first, last):
                    self._guard.accept(self._kept_features(standing))
                await asyncio.sleep(0)
        return self._guard

    def _kept_features(self, standing: Standing) -> Features:
        writing = self._journal.writing(standing)
        assert writing.messages is not None
        assert writing.tags is not None
        return features({"messages": orjson.loads(writing.messages), "tags": orjson.loads(writing.tags)})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
