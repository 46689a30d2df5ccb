"""Which scenario stands at which number: shares dealt, then each kind made by its own function.

To add a kind, write a function `Stage -> Scenario` in one of the scenario_*.py modules and give it a line with
its share in KINDS.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from scripts import scenario_errors as errors
from scripts import scenario_extremes as extremes
from scripts import scenario_success as success
from scripts.dealing import Dealer
from scripts.scenario import PersonaName, Scenario, ScenarioName
from scripts.scenario_stage import DECIMAL_SHARE, Stage

Kind = Callable[[Stage], Scenario]

KINDS: Final[Mapping[ScenarioName, Mapping[str, tuple[float, Kind]]]] = {
    "success": {
        "current_weather": (15, success.current_weather),
        "forecast_day": (12, success.forecast_day),
        "forecast": (14, success.forecast),
        "geocoding": (4, success.geocoding),
        "user_coordinates": (7, success.user_coordinates),
        "here": (8, success.here),
        "now_and_ahead": (8, success.now_and_ahead),
        "two_places": (8, success.two_places),
        "units_asked": (7, success.units_asked),
        "wager": (3, success.wager),
        "local_time": (4, success.local_time_there),
        **{kind: (1.4, extremes.extreme) for kind in extremes.EXTREMES},
        "null_island": (0.5, extremes.edge),
        "polar_station": (1, extremes.edge),
        "open_sea": (0.7, extremes.edge),
        "date_line": (1, extremes.edge),
        "high_plateau": (1, extremes.edge),
        "polar_night": (0.8, extremes.edge),
    },
    "error": {"missing_place": (1, errors.missing_place)},
    "multi_turn": {"now_and_ahead": (1, success.now_and_ahead)},
}
"""The kinds of each scenario with their weight in it."""

CUSTOM_SCENARIOS: Final[Sequence[Mapping[str, Any]]] = ()


class ScenarioGenerator:
    """Makes the scenarios of a run; number n of a seed is always the same."""

    def __init__(
        self,
        seed: int,
        personas: Mapping[PersonaName, float],
        scenarios: Mapping[ScenarioName, float],
        custom: Sequence[Mapping[str, Any]] = CUSTOM_SCENARIOS,
    ) -> None:
        """Raise ValueError for shares that don't add up to 1, or a custom entry that can't be honoured."""
        self._seed = seed
        shares = {
            (persona, scenario): _normal({name: weight for name, (weight, _) in kinds.items()})
            for persona in personas
            for scenario, kinds in KINDS.items()
        }
        self._dealer = Dealer(seed, personas, scenarios, shares)

    def scenario(self, number: int) -> Scenario:
        """Return scenario `number`, from 1."""
        hand = self._dealer.hand(number)
        rng = random.Random(f"{self._seed}:{number}")
        decimals = int(rng.random() < DECIMAL_SHARE)
        stage = Stage(self._seed, number, hand.persona, hand.scenario, hand.kind, hand.index, rng, decimals)
        return KINDS[hand.scenario][hand.kind][1](stage)


def _normal(weights: Mapping[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}
