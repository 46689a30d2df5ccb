"""Scenarios of the user's own: taken in their share, in their range, or refused with index and reason."""

from collections import Counter
from collections.abc import Iterator

import pytest

from scripts import scenario_generator
from scripts.scenario import Scenario
from scripts.scenario_generator import ScenarioGenerator
from tests.scenarios.conftest import PERSONAS, SCENARIOS

EXAMPLE = {"type": "extreme_weather", "location": "Death Valley", "expected_temp_range": (100, 130)}


def temperatures(scenario: Scenario) -> Iterator[float]:
    for call in scenario.calls:
        if "temperature" in call.result:
            yield call.result["temperature"]
        for day in call.result.get("daily", ()):
            yield day["temperature_min"]
            yield day["temperature_max"]


def customs(generator: ScenarioGenerator, kind: str, count: int = 1000) -> list[Scenario]:
    made = [generator.scenario(number) for number in range(1, count + 1)]
    return [scenario for scenario in made if scenario.scenario_type == kind]


def test_the_example_works_as_it_stands(generator_of):
    made = customs(generator_of(custom=[EXAMPLE]), "extreme_weather")
    assert abs(len(made) - 10) <= 2
    for scenario in made:
        assert scenario.scenario == "success"
        assert all(100 <= temperature <= 130 for temperature in temperatures(scenario))


def test_entries_of_the_module_are_used_where_none_are_handed_in(monkeypatch):
    monkeypatch.setattr(scenario_generator, "CUSTOM_SCENARIOS", [{**EXAMPLE, "share": 0.1}])
    generator = ScenarioGenerator(1, PERSONAS, SCENARIOS)
    assert len(customs(generator, "extreme_weather", 200)) >= 18


def test_their_share_is_taken_out_of_success(generator_of):
    generator = generator_of(custom=[{**EXAMPLE, "share": 0.2}])
    made = Counter(generator.scenario(number).scenario for number in range(1, 1001))
    assert abs(made["success"] - 650) <= 1.5


def test_a_persona_of_its_own(generator_of):
    made = customs(generator_of(custom=[{**EXAMPLE, "persona": "twain", "share": 0.05}]), "extreme_weather")
    assert abs(len(made) - 50) <= 2
    assert {scenario.persona for scenario in made} == {"twain"}


def test_units_other_than_those_of_the_place_are_asked_for(generator_of):
    entry = {"type": "mild_norway", "location": "Oslo", "expected_temp_range": (41, 68), "units": "imperial"}
    made = customs(generator_of(custom=[{**entry, "share": 0.05}]), "mild_norway", 300)
    assert made
    for scenario in made:
        assert all(41 <= temperature <= 68 for temperature in temperatures(scenario))
        assert any(mention.kind == "units" for mention in scenario.turns[0].mentions)
        assert list(scenario.calls)[-1].arguments["units"] == "imperial"


def test_a_place_nobody_knows_may_bring_its_coordinates(generator_of):
    entry = {
        "type": "camp",
        "location": "Camp Zog",
        "latitude": 23.1,
        "longitude": 5.2,
        "expected_temp_range": (20, 42),
        "share": 0.05,
    }
    made = customs(generator_of(custom=[entry]), "camp", 200)
    assert made
    for scenario in made:
        look_up, weather = list(scenario.calls)
        assert look_up.result["results"][0]["name"] == "Camp Zog"
        assert (weather.arguments["latitude"], weather.arguments["longitude"]) == (23.1, 5.2)


def test_a_kind_by_name_is_asked_as_that_kind(generator_of):
    entry = {"type": "forecast_day", "location": "Oslo", "expected_temp_range": (5, 25), "share": 0.6}
    made = [
        scenario
        for scenario in customs(generator_of(custom=[entry]), "forecast_day", 50)
        if "Oslo" in str([dict(call.arguments) for call in scenario.calls])
    ]
    assert made
    assert all(list(scenario.calls)[-1].name == "get_forecast" for scenario in made)


OSLO = {"type": "cool", "location": "Oslo", "expected_temp_range": (1, 12)}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({**OSLO, "location": "Nowhereville"}, "nobody knows a place called 'Nowhereville'"),
        ({**OSLO, "location": ""}, "no name of a place"),
        ({**OSLO, "expected_temp_range": (12, 1)}, "upside down"),
        ({**OSLO, "expected_temp_range": (1, 1)}, "upside down"),
        ({**OSLO, "expected_temp_range": (1,)}, "no pair"),
        ({**OSLO, "expected_temp_range": "12"}, "no pair"),
        ({**OSLO, "expected_temp_range": (1, True)}, "no number"),
        ({**OSLO, "expected_temp_range": (float("nan"), 3)}, "no number"),
        ({**OSLO, "location": "Reykjavik", "expected_temp_range": (44, 46)}, "never happens in Reykjav"),
        ({**OSLO, "location": "Singapore", "expected_temp_range": (-20, -5)}, "never happens in Singapore"),
        ({**OSLO, "units": "kelvin"}, "neither metric nor imperial"),
        ({**OSLO, "persona": "poe"}, "persona 'poe' is none of neutral"),
        ({**OSLO, "share": 0}, "share 0 is not above 0"),
        ({**OSLO, "share": "half"}, "share 'half' is no number"),
        ({**OSLO, "latitude": 3}, "go together"),
        ({**OSLO, "latitude": 93, "longitude": 0}, "nowhere on Earth"),
        ({**OSLO, "type": "Cool Oslo"}, "no snake_case name"),
        ({**OSLO, "temperature": 3}, "unknown key temperature"),
        ({"type": "cool", "location": "Oslo"}, "expected_temp_range missing"),
        ("Oslo", "an entry is a mapping"),
    ],
)
def test_what_cannot_be_honoured_is_refused_with_index_and_reason(generator_of, entry, reason):
    with pytest.raises(ValueError, match=rf"CUSTOM_SCENARIOS\[1\]: .*{reason}"):
        generator_of(custom=[OSLO, entry])


@pytest.mark.parametrize(
    ("shares", "fits"), [((0.3, 0.35), True), ((0.3, 0.36), False), ((0.65,), True), ((0.66,), False)]
)
def test_all_shares_together_fit_into_success(generator_of, shares, fits):
    entries = [{**OSLO, "share": share} for share in shares]
    if fits:
        generator_of(custom=entries)
    else:
        with pytest.raises(ValueError, match=r"success has 0\.65"):
            generator_of(custom=entries)


@pytest.mark.parametrize(("share", "fits"), [(0.097, True), (0.098, False)])
def test_a_share_with_a_persona_fits_into_that_personas_success(generator_of, share, fits):
    entry = {**OSLO, "persona": "franklin", "share": share}
    if fits:
        generator_of(custom=[entry])
    else:
        with pytest.raises(ValueError, match="more than franklin and success have left"):
            generator_of(custom=[entry])
