"""Which scenario stands at which number: shares dealt, then each kind made by its own function.

To add a kind, write a function `Stage -> Scenario` in one of the scenario_*.py modules and give it a line with
its share in KINDS.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from scripts import scenario_chats as chats
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
    "error": {
        "place_not_found": (12, errors.place_not_found),
        "ambiguous_place": (13, errors.ambiguous_place),
        "missing_place": (8, errors.missing_place),
        "too_many_days": (11, errors.too_many_days),
        "coordinates_out_of_range": (8, errors.coordinates_out_of_range),
        "service_failure": (14, errors.service_failure),
        "retried_call": (7, errors.retried_call),
        "respelt_place": (5, errors.respelt_place),
        "no_tool_for_that": (10, errors.no_tool_for_that),
        "off_topic": (8, errors.off_topic),
    },
    "multi_turn": {
        "follow_up": (13, chats.follow_up),
        "another_place": (10, chats.another_place),
        "comparison": (10, chats.comparison),
        "unit_change": (7, chats.unit_change),
        "from_forecast": (8, chats.from_forecast),
        "place_supplied": (8, chats.place_supplied),
        "correction": (12, chats.correction),
        "ambiguity_resolved": (7, chats.ambiguity_resolved),
        "another_way": (7, chats.another_way),
        "asked_again": (6, chats.asked_again),
        "coordinates_corrected": (4, chats.coordinates_corrected),
        "days_reduced": (4, chats.days_reduced),
        "several_turns": (4, chats.several_turns),
    },
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
            (persona, scenario): _normal(kinds) for persona in personas for scenario, kinds in KINDS.items()
        }
        self._dealer = Dealer(seed, personas, scenarios, shares)

    def scenario(self, number: int) -> Scenario:
        """Return scenario `number`, from 1."""
        hand = self._dealer.hand(number)
        rng = random.Random(f"{self._seed}:{number}")
        decimals = int(rng.random() < DECIMAL_SHARE)
        stage = Stage(self._seed, number, hand.persona, hand.scenario, hand.kind, hand.index, rng, decimals)
        return KINDS[hand.scenario][hand.kind][1](stage)


def _normal(kinds: Mapping[str, tuple[float, Kind]]) -> dict[str, float]:
    total = sum(weight for weight, _ in kinds.values())
    return {name: weight / total for name, (weight, _) in kinds.items()}
