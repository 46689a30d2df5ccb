"""Which scenario stands at which number: shares dealt, then each kind made by its own function.

To add a kind, write a function `Stage -> Scenario` in a module of scripts/scenarios and give it a line with
its weight in KINDS.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from scripts.personas import PERSONAS
from scripts.scenario import PersonaName, Scenario, ScenarioName
from scripts.scenarios import chats, curiosity, errors, extremes, mended, rounds, success
from scripts.scenarios import two_places as pairs
from scripts.scenarios.custom import check_room, custom_scenarios, make_custom
from scripts.scenarios.dealing import Dealer, check_shares
from scripts.scenarios.stage import DECIMAL_SHARE, Stage

Kind = Callable[[Stage], Scenario]

KINDS: Final[Mapping[ScenarioName, Mapping[str, tuple[float, Kind]]]] = {
    "success": {
        "current_weather": (15, success.current_weather),
        "forecast_day": (12, success.forecast_day),
        "forecast": (14, success.forecast),
        "geocoding": (4, curiosity.geocoding),
        "user_coordinates": (7, success.user_coordinates),
        "here": (8, success.here),
        "now_and_ahead": (8, success.now_and_ahead),
        "two_places": (8, pairs.two_places),
        "units_asked": (7, success.units_asked),
        "wager": (3, curiosity.wager),
        "local_time": (4, curiosity.local_time_there),
        **dict.fromkeys(extremes.EXTREMES, (1.4, extremes.extreme)),
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
        "missing_place": (7, errors.missing_place),
        "too_many_days": (11, errors.too_many_days),
        "coordinates_out_of_range": (8, errors.coordinates_out_of_range),
        "service_failure": (14, errors.service_failure),
        "retried_call": (7, errors.retried_call),
        "respelt_place": (5, errors.respelt_place),
        "no_tool_for_that": (9, errors.no_tool_for_that),
        "off_topic": (7, errors.off_topic),
    },
    "multi_turn": {
        "follow_up": (13, chats.follow_up),
        "another_place": (10, rounds.another_place),
        "comparison": (10, rounds.comparison),
        "unit_change": (7, chats.unit_change),
        "from_forecast": (8, chats.from_forecast),
        "place_supplied": (8, mended.place_supplied),
        "correction": (12, mended.correction),
        "ambiguity_resolved": (7, mended.ambiguity_resolved),
        "another_way": (7, mended.another_way),
        "asked_again": (6, mended.asked_again),
        "coordinates_corrected": (4, mended.coordinates_corrected),
        "days_reduced": (3, mended.days_reduced),
        "several_turns": (4, chats.several_turns),
    },
}
"""The kinds of each scenario with their weight in it."""

CUSTOM_SCENARIOS: list[Mapping[str, Any]] = []
"""Scenarios of your own, dealt into the run in their share, which is taken out of that of success.

    {'type': 'extreme_weather', 'location': 'Death Valley', 'expected_temp_range': (100, 130)}

Optional keys: `latitude` and `longitude` (for a place the table hasn't), `units` (of the range, and asked for
by the user where they aren't those of the place), `persona`, `share` (of the run, default 0.01). An entry
that can't be honoured is refused before anything is generated.
"""


class ScenarioGenerator:
    """Makes the scenarios of a run; number n of a seed is always the same."""

    def __init__(
        self,
        seed: int,
        personas: Mapping[PersonaName, float],
        scenarios: Mapping[ScenarioName, float],
        custom: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        """Take shares of the run, and entries like those of CUSTOM_SCENARIOS (None: those).

        Raises ValueError for shares that don't add up to 1, or an entry that can't be honoured.
        """
        self._seed = seed
        self._rng = random.Random()  # seeded anew for each scenario, at half of what a new one costs
        check_shares(personas, "persona", PERSONAS)
        check_shares(scenarios, "scenario", KINDS)
        customs = custom_scenarios(CUSTOM_SCENARIOS if custom is None else custom)
        check_room(customs, personas, scenarios.get("success", 0.0))
        self._custom = {f"custom {index}": entry for index, entry in enumerate(customs)}
        shares = {
            (persona, scenario): self._kind_shares(persona, scenario, personas[persona], scenarios[scenario])
            for persona in personas
            for scenario in scenarios
        }
        self._dealer = Dealer(seed, personas, scenarios, shares)

    def scenario(self, number: int) -> Scenario:
        """Return scenario `number`, from 1."""
        hand = self._dealer.hand(number)
        rng = self._rng
        rng.seed(f"{self._seed}:{number}")
        decimals = int(rng.random() < DECIMAL_SHARE and hand.scenario != "multi_turn")
        custom = self._custom.get(hand.kind)
        kind = custom.kind if custom else hand.kind
        stage = Stage(self._seed, number, hand.persona, hand.scenario, kind, hand.earlier, rng, decimals)
        return make_custom(stage, custom) if custom else KINDS[hand.scenario][hand.kind][1](stage)

    def _kind_shares(
        self, persona: PersonaName, scenario: ScenarioName, of_persona: float, of_scenario: float
    ) -> dict[str, float]:
        """Return the share of each kind in the records of a persona and scenario."""
        own: dict[str, float] = {}
        if scenario == "success":
            for name, custom in self._custom.items():
                if custom.persona is None:
                    own[name] = custom.share / of_scenario
                elif custom.persona == persona:
                    own[name] = custom.share / (of_persona * of_scenario)
        kinds = KINDS[scenario]
        left = (1 - sum(own.values())) / sum(weight for weight, _ in kinds.values())
        return {**{name: weight * left for name, (weight, _) in kinds.items()}, **own}
