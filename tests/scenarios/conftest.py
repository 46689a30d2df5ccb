"""Scenarios for the tests to look at, made once."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

import pytest

from scripts.scenario import PersonaName, Scenario, ScenarioName
from scripts.scenario_generator import ScenarioGenerator

PERSONAS: Final[Mapping[PersonaName, float]] = {"neutral": 0.6, "twain": 0.25, "franklin": 0.15}
SCENARIOS: Final[Mapping[ScenarioName, float]] = {"success": 0.65, "error": 0.175, "multi_turn": 0.175}

MakeGenerator = Callable[..., ScenarioGenerator]


def make_generator(seed: int = 42, custom: Sequence[Mapping[str, Any]] = ()) -> ScenarioGenerator:
    return ScenarioGenerator(seed, PERSONAS, SCENARIOS, custom)


@pytest.fixture(scope="session")
def generator_of() -> MakeGenerator:
    """Return a function that makes a generator with the usual shares from a seed and custom entries."""
    return make_generator


@cache
def _made() -> tuple[Scenario, ...]:
    generator = make_generator()
    return tuple(generator.scenario(number) for number in range(1, 2001))


@pytest.fixture(scope="session")
def scenarios() -> tuple[Scenario, ...]:
    """Return the first 2,000 scenarios of seed 42."""
    return _made()
