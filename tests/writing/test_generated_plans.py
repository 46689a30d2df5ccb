"""Whatever plan the generator makes, it can be asked for, and what it asks for can be said."""

from collections import Counter

import pytest

from scripts.conversation_orchestrator import PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION
from scripts.draft import Draft
from scripts.plan_check import check_plan
from scripts.prompts import write_request
from scripts.scenario import Scenario
from scripts.scenario_generator import ScenarioGenerator


@pytest.fixture(scope="module")
def scenarios() -> list[Scenario]:
    generator = ScenarioGenerator(7, PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION)
    return [generator.scenario(number) for number in range(1, 401)]


@pytest.mark.parametrize("choice", [0, 1, -1])
def test_naming_what_must_be_named_is_on_plan(scenarios: list[Scenario], choice: int):
    for scenario in scenarios:
        messages = (
            ", ".join(
                mention.forms[choice % len(mention.forms)] for mention in turn.mentions if mention.required
            )
            for turn in scenario.turns
        )
        draft = Draft(tuple((f"So then: {message}?", "A reply.") for message in messages))
        assert check_plan(scenario, draft) == [], scenario.number


def test_saying_nothing_is_off_plan_wherever_something_must_be_named(scenarios: list[Scenario]):
    for scenario in scenarios:
        draft = Draft(tuple(("And so?", "A reply.") for _ in scenario.turns))
        needed = any(mention.required for turn in scenario.turns for mention in turn.mentions)
        assert bool(check_plan(scenario, draft)) is needed, scenario.number


def test_every_request_tells_what_must_be_named_and_every_figure(scenarios: list[Scenario]):
    for scenario in scenarios:
        asked = write_request(scenario).messages[0][1]
        for turn in scenario.turns:
            assert turn.wish in asked
            assert turn.must in asked
            assert all(mention.forms[0] in asked for mention in turn.mentions)
        assert asked.count("\nfigures: ") == sum(bool(turn.figures) for turn in scenario.turns)
        assert "None" not in asked


def test_requests_are_steered_apart(scenarios: list[Scenario]):
    steering: Counter[str] = Counter()
    for scenario in scenarios:
        lines = write_request(scenario).messages[0][1].splitlines()
        steering.update(line for line in lines if line.startswith(("begins:", "way:")))
    replies = sum(len(scenario.turns) for scenario in scenarios)
    assert len(steering) > 200
    assert max(steering.values()) < 0.04 * replies


def test_the_longest_band_is_within_reason(scenarios: list[Scenario]):
    for scenario in scenarios:
        asked = write_request(scenario).messages[0][1]
        bands = [line.split()[1::2][:2] for line in asked.splitlines() if line.startswith("length:")]
        assert len(bands) == len(scenario.turns)
        assert all(5 <= int(least) < int(most) <= 120 for least, most in bands), scenario.number
