"""What happens to a scenario in which state, and that the order of replies and kills decide nothing."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.settling import (
    Course,
    Part,
    Standing,
    State,
    after_breach,
    after_draft,
    after_no_answer,
    begun,
    part_of,
)

KEY = b"k" * 16


def standing(state: State, *, generation: int = 1, late: bool = False, drafts: int = 1) -> Standing:
    return Standing(7, KEY, generation, late, state, drafts)


@pytest.mark.parametrize(
    ("found", "part"),
    [
        (None, Part.MAIN),
        (standing(State.OPEN), Part.MAIN),
        (standing(State.WAITING), Part.MAIN),
        (standing(State.ACCEPTED), Part.DONE),
        (standing(State.ACCEPTED, generation=1, late=True), Part.DONE),
        (standing(State.DROPPED, generation=2), Part.DONE),  # a dropped one is not tried again in this run
        (standing(State.DROPPED, generation=1), Part.LATE),  # but in the next one, after all others
        (standing(State.SET_ASIDE, generation=2), Part.LATE),  # one more try, after all others
        (standing(State.SET_ASIDE, generation=2, late=True), Part.DONE),  # and no third
        (standing(State.SET_ASIDE, generation=1, late=True), Part.LATE),
        (standing(State.OPEN, generation=2, late=True), Part.LATE),  # killed in its late try
        (standing(State.WAITING, generation=2, late=True), Part.LATE),
    ],
)
def test_a_scenario_has_its_turn_in_one_part_of_the_run(found: Standing | None, part: Part) -> None:
    assert part_of(found, generation=2) is part


@pytest.mark.parametrize(
    ("drafts", "max_rewritings", "state"),
    [(0, 0, State.DROPPED), (0, 3, State.OPEN), (2, 3, State.OPEN), (3, 3, State.DROPPED)],
)
def test_a_record_is_written_four_times_at_most_by_default(
    drafts: int, max_rewritings: int, state: State
) -> None:
    before = standing(State.OPEN, drafts=drafts)
    after = after_draft(before, attempt=5, passed=False, max_rewritings=max_rewritings)
    assert (after.state, after.drafts, after.attempt) == (state, drafts + 1, 5)


def test_a_draft_that_passes_waits_even_if_it_was_the_last_one_allowed() -> None:
    after = after_draft(standing(State.OPEN, drafts=3), attempt=5, passed=True, max_rewritings=3)
    assert after.state is State.WAITING
    assert after_breach(after, max_rewritings=3).state is State.DROPPED


def test_no_answer_uses_up_no_draft() -> None:
    after = after_no_answer(standing(State.OPEN, drafts=2), attempt=5)
    assert (after.state, after.drafts) == (State.SET_ASIDE, 2)


def test_going_on_keeps_the_go_and_trying_again_begins_a_new_one() -> None:
    half_way = standing(State.OPEN, drafts=2)
    assert begun(half_way, 7, KEY, generation=2) == half_way
    assert begun(standing(State.DROPPED, drafts=4), 7, KEY, 2) == Standing(7, KEY, 2, late=True)
    assert begun(None, 7, KEY, 2) == Standing(7, KEY, 2, late=False)


def test_the_look_ahead_is_bounded_by_the_first_unsettled_one() -> None:
    course = Course(iter(range(1, 10)), look_ahead=3)
    assert [course.take() for _ in range(4)] == [1, 2, 3, None]
    course.settle(2)
    assert course.take() is None
    course.settle(1)
    assert [course.take() for _ in range(3)] == [4, 5, None]


def test_only_the_first_unsettled_one_is_judged_and_one_to_be_rewritten_is_begun_first() -> None:
    course = Course(iter(range(1, 10)), look_ahead=5)
    assert [course.take() for _ in range(3)] == [1, 2, 3]
    course.wait(2)
    judged = [course.to_judge]
    course.wait(1)
    judged.append(course.to_judge)
    course.write_again(1)
    judged.append(course.to_judge)
    assert [course.take(), course.take()] == [1, 4]
    course.wait(1)
    course.settle(1)
    assert [*judged, course.to_judge] == [None, 1, None, 2]


def test_a_course_is_finished_when_all_are_settled() -> None:
    course = Course(iter([4, 9]), look_ahead=5)
    seen = [course.finished]
    assert [course.take(), course.take(), course.take()] == [4, 9, None]
    for number in (9, 4):
        seen.append(course.finished)
        course.settle(number)
    assert [*seen, course.finished] == [False, False, False, True]


# A whole run, with a world that answers by scenario and draft, and a guard that looks at what came before.


class World:
    """Replies and verdicts that depend on nothing but scenario, draft and the records before."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def outcome(self, number: int, tried: int) -> str:
        drawn = random.Random(f"{self.seed}:{number}:{tried}").random()
        return "pass" if drawn < 0.6 else "fail" if drawn < 0.85 else "no answer"

    def breach(self, number: int, drafts: int, accepted: list[int]) -> bool:
        return random.Random(f"{self.seed}:{number}:{drafts}:{accepted[-3:]}").random() < 0.3


class Killed(Exception):
    pass


class Simulation:
    """The orchestrator's steps one at a time, in an order drawn by chance; `disk` outlives a kill."""

    def __init__(self, world: World, count: int, chance: random.Random, kill_rate: float) -> None:
        self.world, self.count, self.chance, self.kill_rate = world, count, chance, kill_rate
        self.disk: dict[int, Standing] = {}
        self.tried: dict[int, int] = {}
        self.accepted: list[int] = []

    def run(self) -> None:
        while True:
            try:
                for part in (Part.MAIN, Part.LATE):
                    self.run_part(part)
            except Killed:
                continue
            return

    def run_part(self, part: Part) -> None:
        numbers = [n for n in range(1, self.count + 1) if part_of(self.disk.get(n), 1) is part]
        course = Course(iter(numbers), look_ahead=self.chance.randint(1, 8))
        begun_ones: list[int] = []
        while not course.finished:
            if self.chance.random() < self.kill_rate:
                raise Killed
            if (number := course.to_judge) is not None and self.chance.random() < 0.5:
                self.judge(course, number)
            elif begun_ones and self.chance.random() < 0.6:
                number = begun_ones.pop(self.chance.randrange(len(begun_ones)))
                if not self.step(course, number):
                    begun_ones.append(number)
            elif (taken := course.take()) is not None:
                begun_ones.append(taken)

    def step(self, course: Course, number: int) -> bool:
        now = begun(self.disk.get(number), number, KEY, 1)
        if now.state is State.OPEN:
            tried = self.tried[number] = self.tried.get(number, 0) + 1
            outcome = self.world.outcome(number, tried)
            if outcome == "no answer":
                now = after_no_answer(now, tried)
            else:
                now = after_draft(now, tried, outcome == "pass", max_rewritings=2)
            self.disk[number] = now
        if now.state is State.WAITING:
            course.wait(number)
        elif now.state is not State.OPEN:
            course.settle(number)
        return now.state is not State.OPEN

    def judge(self, course: Course, number: int) -> None:
        now = self.disk[number]
        if self.world.breach(number, now.drafts, self.accepted):
            now = after_breach(now, max_rewritings=2)
        else:
            self.accepted.append(number)
            now = now._replace(state=State.ACCEPTED, position=len(self.accepted))
        self.disk[number] = now
        if now.state is State.OPEN:
            course.write_again(number)
        else:
            course.settle(number)


@settings(max_examples=100, deadline=None)
@given(
    seed=st.integers(0, 10_000), chance=st.integers(0, 10_000), kill_rate=st.sampled_from([0.0, 0.02, 0.1])
)
def test_neither_the_order_of_replies_nor_kills_change_the_outcome(
    seed: int, chance: int, kill_rate: float
) -> None:
    reference = Simulation(World(seed), 30, random.Random("one after the other"), kill_rate=0.0)
    reference.run()
    disturbed = Simulation(World(seed), 30, random.Random(chance), kill_rate)
    disturbed.run()
    assert disturbed.accepted == reference.accepted
    assert disturbed.disk == reference.disk
    assert disturbed.tried == reference.tried  # nothing was asked for twice


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_what_is_tried_late_comes_after_all_others_in_order(seed: int) -> None:
    run = Simulation(World(seed), 30, random.Random(seed), kill_rate=0.05)
    run.run()
    main = [n for n in run.accepted if not run.disk[n].late]
    late = [n for n in run.accepted if run.disk[n].late]
    assert run.accepted == sorted(main) + sorted(late)
