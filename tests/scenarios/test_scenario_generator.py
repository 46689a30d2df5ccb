"""What holds for the scenarios of any run: decisions, provenance, agreement, variety."""

import difflib
import re
from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import jsonschema_rs
import pytest

from scripts.personas import PERSONAS
from scripts.scenario_generator import KINDS
from scripts.scenarios.askers import article
from scripts.weather.conditions import CONDITIONS
from scripts.weather.places import places
from scripts.weather.tools import TOOLS

SCHEMAS = {tool["function"]["name"]: tool["function"]["parameters"] for tool in TOOLS}
WEATHER = ("get_current_weather", "get_forecast")
DATES = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}")


def signed(form: str) -> tuple[float, ...]:
    """Return the two numbers of a position as people give it, with their signs."""
    parts = re.findall(r"(-?\d+(?:\.\d+)?)(?:°? ?([NSEW]))?", form)
    return tuple(-float(n) if side in "SW" and side else float(n) for n, side in parts[:2])


def test_number_n_is_the_same_in_any_run(generator_of, scenarios):
    for number in (1, 7, 400, 1999):
        assert generator_of().scenario(number) == scenarios[number - 1]


def test_seeds_differ(generator_of, scenarios):
    other = generator_of(seed=43)
    assert all(other.scenario(number).turns != scenarios[number - 1].turns for number in range(1, 30))


def test_every_kind_appears(scenarios):
    made = {(scenario.scenario, scenario.scenario_type) for scenario in scenarios}
    assert made == {(scenario, kind) for scenario, kinds in KINDS.items() for kind in kinds}


def test_kinds_have_snake_case_names():
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", kind) for kinds in KINDS.values() for kind in kinds)


def test_a_multi_turn_scenario_has_two_to_four_turns_and_the_others_one(scenarios):
    for scenario in scenarios:
        allowed = range(2, 5) if scenario.scenario == "multi_turn" else range(1, 2)
        assert len(scenario.turns) in allowed, scenario.number


def test_ten_to_fifteen_percent_of_records_decide_not_to_call(scenarios):
    not_called = sum(any(not turn.calls for turn in scenario.turns) for scenario in scenarios)
    assert 0.10 <= not_called / len(scenarios) <= 0.15


def test_calls_made_wrongly_are_rare_and_not_trained_on(scenarios):
    wrong = 0
    for scenario in scenarios:
        untrained = [call for call in scenario.calls if not call.trained]
        wrong += bool(untrained)
        for call in scenario.calls:
            valid = jsonschema_rs.is_valid(SCHEMAS[call.name], dict(call.arguments))
            assert valid is call.trained, scenario.number
        assert all(call.failed for call in untrained)
    assert 0 < wrong / len(scenarios) < 0.02


def test_coordinates_come_from_a_look_up_the_user_or_the_system_message(scenarios):
    for scenario in scenarios:
        known = set()
        for turn in scenario.turns:
            known |= {
                signed(form)
                for mention in turn.mentions
                if mention.kind == "coordinates"
                for form in mention.forms
            }
            for call in turn.calls:
                if call.name == "geocode_location":
                    found = call.result.get("results", ())
                    known |= {(match["latitude"], match["longitude"]) for match in found}
                    continue
                position = (call.arguments["latitude"], call.arguments["longitude"])
                told = all(
                    re.search(rf"(?<![\d.-]){re.escape(str(d))}(?![\d.]*\d)", scenario.system)
                    for d in position
                )
                assert position in known or told, (scenario.number, position)


def test_what_a_call_takes_from_the_user_is_required_in_their_words(scenarios):
    for scenario in scenarios:
        said: list[str] = []
        for turn in scenario.turns:
            said += [f.casefold() for mention in turn.mentions if mention.required for f in mention.forms]
            for call in turn.calls:
                city, units = call.arguments.get("city"), call.arguments.get("units")
                if city:
                    assert difflib.get_close_matches(city.casefold(), said, cutoff=0.8), scenario.number
                assert units is None or units in said, scenario.number
                if call.arguments.get("country"):
                    assert any(m.kind == "country" for t in scenario.turns for m in t.mentions), (
                        scenario.number
                    )


def test_a_named_city_is_looked_up_before_its_weather(scenarios):
    for scenario in scenarios:
        if scenario.scenario_type in ("current_weather", "forecast", "two_places", "wager", "extreme_heat"):
            names = [call.name for call in scenario.calls]
            assert names[0] == "geocode_location"
            assert names[1] in WEATHER


def test_days_named_by_weekday_or_tomorrow_come_with_todays_date(scenarios):
    for scenario in scenarios:
        forms = [f for turn in scenario.turns for m in turn.mentions if m.kind == "day" for f in m.forms]
        dated = DATES.search(scenario.system)
        if any(form not in ("today",) for form in forms) and "follow" not in scenario.scenario_type:
            asked_of_forecast = scenario.scenario_type in ("from_forecast", "several_turns")
            assert dated or asked_of_forecast, scenario.number


def test_the_date_in_the_system_message_is_today(scenarios):
    for scenario in scenarios:
        if DATES.search(scenario.system):
            told = (str(scenario.today), f"{scenario.today:%B}")
            assert any(words in scenario.system for words in told)
            assert f"{scenario.today:%A}" in scenario.system


def test_system_messages_begin_as_the_personas_do_and_give_nothing_away(scenarios):
    for scenario in scenarios:
        assert scenario.system.startswith(PERSONAS[scenario.persona].system)
        assert not re.search(r"\b(error|fail|ambiguous|missing|ask back|scenario)", scenario.system)


def test_forecasts_begin_today_and_have_the_days_asked_for(scenarios):
    for scenario in scenarios:
        for call in scenario.calls:
            if call.name == "get_forecast" and not call.failed:
                dates = [date.fromisoformat(day["date"]) for day in call.result["daily"]]
                assert dates[0] == scenario.today
                assert len(dates) == call.arguments["days"]


def test_observations_are_told_in_the_zone_of_the_place(scenarios):
    zones = {(place.latitude, place.longitude): place.timezone for place in places()}
    checked = 0
    for scenario in scenarios:
        for call in scenario.calls:
            zone = zones.get((call.arguments.get("latitude"), call.arguments.get("longitude")))
            if zone and call.name == "get_current_weather" and not call.failed:
                seen = datetime.fromisoformat(call.result["observed_at"])
                assert seen.utcoffset() == seen.astimezone(ZoneInfo(zone)).utcoffset()
                checked += 1
    assert checked > 500


def test_the_same_place_and_day_has_the_same_weather_within_a_record(scenarios):
    for scenario in scenarios:
        told: dict[object, object] = {}
        for call in scenario.calls:
            for day in call.result.get("daily", ()):
                key = (
                    call.arguments["latitude"],
                    call.arguments["longitude"],
                    day["date"],
                    str(call.result["units"]),
                )
                assert told.setdefault(key, day) == day, scenario.number


def test_figures_name_facts_that_are_there(scenarios):
    for scenario in scenarios:
        calls = list(scenario.calls)
        for turn in scenario.turns:
            for figure in turn.figures:
                result = calls[figure.call].result
                facts = result
                if figure.date:
                    facts = next(day for day in result["daily"] if day["date"] == figure.date)
                assert figure.field in facts, (scenario.number, figure)
            assert bool(turn.units) is bool(turn.figures), scenario.number


def test_only_answers_and_recollections_state_figures(scenarios):
    for scenario in scenarios:
        for turn in scenario.turns:
            if turn.task in ("ask", "decline", "explain"):
                assert not turn.figures
                assert not any("temperature" in call.result or "daily" in call.result for call in turn.calls)
            if turn.task == "recall":
                assert not turn.calls
                assert turn.figures


def test_units_are_left_out_unless_the_user_asks_for_them(scenarios):
    for scenario in scenarios:
        asked = any(m.kind == "units" for turn in scenario.turns for m in turn.mentions)
        named = any("units" in call.arguments for call in scenario.calls)
        assert not named or asked


def test_places_are_many_and_everywhere(scenarios):
    by_position = {(place.latitude, place.longitude): place for place in places()}
    first_thousand = scenarios[:1000]
    records: Counter[str] = Counter()
    continents: Counter[str] = Counter()
    for scenario in first_thousand:
        positions = {(c.arguments.get("latitude"), c.arguments.get("longitude")) for c in scenario.calls}
        met = {by_position[position] for position in positions if position in by_position}
        records.update(f"{place.name}, {place.admin1}, {place.country}" for place in met)
        continents.update(place.continent for place in met)
    assert len(records) >= 250
    assert max(records.values()) <= 15
    total = sum(continents.values())
    assert continents["North America"] / total <= 0.30
    for continent in ("Africa", "Asia", "Europe", "North America", "South America", "Oceania"):
        assert continents[continent] / total >= 0.05, continent


def test_all_conditions_appear_in_two_thousand_records(scenarios):
    codes = set()
    for scenario in scenarios:
        for call in scenario.calls:
            codes |= {day["weather_code"] for day in call.result.get("daily", ())}
            codes |= {call.result["weather_code"]} if "weather_code" in call.result else set()
    assert codes == set(CONDITIONS)


def test_dates_spread_over_months_and_years(scenarios):
    assert {scenario.today.month for scenario in scenarios} == set(range(1, 13))
    assert len({scenario.today.year for scenario in scenarios}) >= 5


def test_forecasts_of_one_to_fourteen_days_are_asked_for(scenarios):
    asked = {
        c.arguments["days"] for s in scenarios for c in s.calls if c.name == "get_forecast" and c.trained
    }
    assert asked == set(range(1, 15))


def test_who_asks_varies(scenarios):
    assert len({scenario.asker.who for scenario in scenarios}) > 1900
    assert len({scenario.asker.occasion for scenario in scenarios}) > 1000
    assert len({scenario.asker.typing for scenario in scenarios}) >= 20
    assert len({turn.directness for scenario in scenarios for turn in scenario.turns}) >= 20


TEXTS = re.compile(r"  |\b(the the|in in|at at|a an|an a)\b| ,|\.\.|\{|\}|\bNone\b|\bnan\b")


def test_texts_are_well_formed(scenarios):
    for scenario in scenarios:
        texts = [scenario.system, scenario.asker.who, scenario.asker.typing, scenario.asker.occasion]
        texts += [text for turn in scenario.turns for text in (turn.wish, turn.directness, turn.must)]
        for text in texts:
            assert text == text.strip() != ""
            assert not TEXTS.search(text), (scenario.number, text)
        for first, second in re.findall(r"\b(an?) (\d+-year-old)", scenario.asker.who):
            assert first == article(second)


def test_user_messages_of_a_record_want_different_things(scenarios):
    for scenario in scenarios:
        wishes = [turn.wish for turn in scenario.turns]
        assert len(set(wishes)) == len(wishes), scenario.number


@pytest.mark.slow
def test_no_two_of_ten_thousand_scenarios_are_the_same_request(generator_of):
    generator = generator_of(seed=5)
    made = set()
    for number in range(1, 10_001):
        scenario = generator.scenario(number)
        made.add(repr((scenario.asker, scenario.turns)))
    assert len(made) == 10_000
