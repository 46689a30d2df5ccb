"""What the writer is asked, and what is asked again after a fault."""

import random
from collections.abc import Sequence

import pytest

from scripts.draft_reader import FaultyReply
from scripts.finding import Finding
from scripts.personas import PERSONAS
from scripts.prompts import MOST_TOKENS, SYSTEM, retry_request, rewrite_request, write_request
from scripts.record_room import characters
from scripts.scenario import Figure, Mention, Scenario
from scripts.style import draw_style
from scripts.style_examples import StyleExample
from scripts.voice_facts import facts_of
from tests.writing import plans

LEEDS = plans.leeds_forecast()
OSLO = plans.oslo_then_units()


def prompt(scenario: Scenario, examples: Sequence[StyleExample] = ()) -> str:
    return write_request(scenario, examples).messages[0][1]


def test_a_request_holds_the_plan_in_labelled_lines():
    lines = prompt(LEEDS).splitlines()
    assert lines[:4] == [
        "Today: Thursday 6 November 2025",
        "Person: a roofer of sixty from Leeds, short of patience",
        "Typing: lower case, few commas",
        "Occasion: re-slating a porch at the weekend; slates and rain do not mix",
    ]
    assert lines[4].startswith("Weatherman's voice (twain): Mark Twain's manner")
    assert lines[6:17] == [
        "# user_1",
        "wants: which of Saturday and Sunday is drier in Leeds, for re-slating a porch roof",
        "manner: asks straight out",
        "must name: Leeds",
        "may name: Saturday / Sat; Sunday / weekend",
        "# results",
        "forecast for Leeds, England, United Kingdom:",
        "- Sat 8 Nov: moderate rain, 6 to 10 °C, chance of rain 60 %, wind 28 km/h",
        "- Sun 9 Nov: partly cloudy, 4 to 9 °C, chance of rain 10 %, wind 14 km/h",
        "# reply_1",
        "task: answer (from the results)",
    ]
    assert "conveys: Sunday is drier: 10 % against 60 %" in lines
    assert (
        "figures: Sat 8 Nov chance of rain 60 %; Sun 9 Nov chance of rain 10 %; Sun 9 Nov wind 14 km/h"
        in lines
    )


def test_figures_in_other_units_than_the_results_stand_beside_them():
    asked = prompt(OSLO)
    assert "figures: temperature 4 °C (= 39 °F); feels like -1 °C (= 30 °F)" in asked
    assert "task: recall (the earlier results; nothing new was looked up)" in asked


@pytest.mark.parametrize(
    ("wish", "mention", "figure_days", "shown"),
    [
        ("how Leeds will be on Sunday", Mention("day", ("Sunday",)), ["09"], ["Sun"]),
        ("how Leeds will be on Sunday", Mention("day", ("Sunday",)), [], ["Sun"]),
        ("how Leeds will be on Friday or Sunday", Mention("day", ("Friday",)), ["09"], ["Fri", "Sun"]),
        (
            "how Leeds will be from today until Saturday",
            Mention("day", ("Saturday",)),
            ["07"],
            ["Thu", "Fri", "Sat"],
        ),
        ("how Leeds will be for 4 days", Mention("days", ("4 days",)), ["09"], ["Thu", "Fri", "Sat", "Sun"]),
        ("how Leeds will be", Mention("place", ("Leeds",)), [], ["Thu", "Fri", "Sat", "Sun"]),
    ],
)
def test_of_a_forecast_the_days_that_matter_are_shown(wish, mention, figure_days, shown):
    turn = LEEDS.turns[0]._replace(
        wish=wish,
        mentions=(mention,),
        figures=tuple(Figure(1, "wind_speed", f"2025-11-{day}") for day in figure_days),
    )
    lines = prompt(LEEDS._replace(turns=(turn,))).splitlines()
    assert [line[2:5] for line in lines if line.startswith("- ")] == shown


def test_several_places_keep_their_figures_apart():
    calls = [
        plans.found(plans.OSLO),
        plans.current(plans.OSLO),
        plans.found(plans.LEEDS),
        plans.current(plans.LEEDS, temperature=9),
    ]
    figures = (Figure(1, "temperature"), Figure(3, "temperature"))
    turn = plans.answered("which is warmer", (), *calls, figures=figures)
    assert "figures: Oslo temperature 4 °C; Leeds temperature 9 °C" in prompt(plans.scenario(turn))


@pytest.mark.parametrize(
    ("turn", "line"),
    [
        (plans.answered("a", (), plans.found(city="Atlantis")), "geocode_location Atlantis: nothing found"),
        (
            plans.answered("a", (), plans.found(plans.LEEDS)),
            "geocode_location Leeds: Leeds, England, United Kingdom, latitude 53.7965, longitude -1.5478, "
            "time zone Europe/London",
        ),
        (
            plans.answered("a", (), plans.found(*plans.PORTLANDS)),
            "geocode_location Portland: Portland, Oregon, United States; Portland, Maine, United States",
        ),
        (
            plans.answered(
                "a", (), plans.found(plans.OSLO), plans.failed(plans.OSLO, "Days must be 1 to 14", days=20)
            ),
            "get_forecast Oslo, Norway, 20 days: FAILED, Days must be 1 to 14",
        ),
        (
            plans.answered("a", (), plans.current(plans.OSLO)),
            "now in 59.9127, 10.7461: 4 °C, feels like -1, light rain, humidity 87 %, wind 24 km/h from SW, "
            "at 16:30 on Thu 6 Nov",
        ),
    ],
)
def test_results_are_told_as_they_stand(turn, line):
    assert line in prompt(plans.scenario(turn)).splitlines()


def test_a_device_is_the_place_they_write_from():
    told = "You are Weatherman. The device is in Oslo (59.9127, 10.7461)."
    turn = plans.answered("what it is like here", (), plans.current(plans.OSLO))
    assert "now in the place they write from: 4 °C" in prompt(plans.scenario(turn, system=told))


def test_the_schema_has_a_required_text_for_each_utterance_in_order():
    schema = write_request(OSLO).schema
    assert schema["required"] == ["user_1", "reply_1", "user_2", "reply_2"] == list(schema["properties"])
    assert schema["additionalProperties"] is False
    assert schema["properties"]["user_1"] == {"type": "string"}


def test_the_same_scenario_has_the_same_request_and_another_number_another_manner():
    assert write_request(LEEDS) == write_request(LEEDS)
    manners = {prompt(LEEDS._replace(number=number)).partition("length:")[2] for number in range(50)}
    assert len(manners) > 45


def test_nothing_speaks_of_training_a_model():
    asked = f"{SYSTEM} {prompt(OSLO)}".casefold()
    for word in ("training", "dataset", "fine-tun", "synthetic", "language model", "claude"):
        assert word not in asked


@pytest.mark.parametrize("name", PERSONAS)
def test_the_length_has_room_for_what_must_be_said(name):
    few = plans.answered("a", (), plans.current(plans.OSLO), figures=(Figure(0, "temperature"),), must="cold")
    many = plans.answered(
        "a",
        (),
        plans.current(plans.OSLO),
        figures=tuple(Figure(0, field) for field in ("temperature", "feels_like", "humidity", "wind_speed")),
        must="cold, damp and windy: a coat, a hat and gloves, and the bus rather than the bicycle",
    )
    for number in range(20):
        rng = random.Random(number)
        short, long = (
            draw_style(turn, turn.calls, turn.calls, PERSONAS[name], 300, rng).words for turn in (few, many)
        )
        assert short[0] < short[1]
        assert long[1] >= 30
        assert short[0] >= 10


def test_the_length_stays_within_the_room_of_the_record():
    turn = LEEDS.turns[0]
    for number in range(20):
        style = draw_style(turn, turn.calls, turn.calls, PERSONAS["twain"], 40, random.Random(number))
        assert style.words[1] <= 40


def test_max_tokens_fits_the_scenario():
    one, two = write_request(LEEDS).max_tokens, write_request(OSLO).max_tokens
    assert 250 < one < two < 1500
    assert characters(OSLO) > 1000


@pytest.mark.parametrize(
    ("calls", "held", "lacking"),
    [
        (
            [plans.current(plans.OSLO)],
            {"weather", "temperature", "wind", "feels_like", "wet", "humid", "cold"},
            {"dry"},
        ),
        ([plans.current(plans.OSLO, feels_like=3)], {"temperature"}, {"feels_like", "days", "places"}),
        ([plans.found(plans.OSLO)], {"located"}, {"weather", "choices"}),
        ([plans.found(*plans.PORTLANDS)], {"choices"}, {"located"}),
        ([plans.found(city="Atlantis")], {"nothing"}, {"weather"}),
        ([plans.failed(plans.OSLO, "timed out")], {"failed"}, {"weather", "wind"}),
        (
            [plans.current(plans.OSLO), plans.current(plans.LEEDS, temperature=15, feels_like=15)],
            {"places", "contrast", "wet"},
            {"wind", "temperature", "cold"},
        ),
        (LEEDS.turns[0].calls, {"days", "chance", "range", "contrast"}, {"week", "wind", "wet", "places"}),
    ],
)
def test_facts_are_what_the_results_hold(calls, held, lacking):
    facts = facts_of(calls, (), calls)
    assert held <= facts
    assert not lacking & facts


def test_facts_that_the_figures_do_not_show_are_left_alone():
    call = plans.current(plans.OSLO)
    facts = facts_of([call], [Figure(0, "wind_speed")], [call])
    assert {"weather", "wind", "time"} <= facts
    assert facts.isdisjoint({"temperature", "feels_like", "wet", "humid", "cold", "sky"})


def test_a_rewriting_quotes_the_findings_and_keeps_the_conversation():
    first = write_request(LEEDS)
    findings = [Finding("grounding_failure", "you wrote 'a breezy 71'; the result says 62 °F")]
    again = rewrite_request(first, '{"user_1": "a"}', findings, ["as sure as eggs"])
    assert again.messages[:1] == first.messages
    assert again.messages[1] == ("assistant", '{"user_1": "a"}')
    role, text = again.messages[2]
    assert role == "user"
    assert "you wrote 'a breezy 71'; the result says 62 °F" in text
    assert '"as sure as eggs"' in text
    assert (again.schema, again.max_tokens) == (first.schema, first.max_tokens)


def test_a_cut_reply_gets_more_room_up_to_a_limit():
    request = write_request(LEEDS)
    assert retry_request(request, "cut").max_tokens == 2 * request.max_tokens
    for _ in range(9):
        request = retry_request(request, "cut")
    assert request.max_tokens == MOST_TOKENS


def test_a_refused_request_is_put_in_other_words():
    again = retry_request(write_request(LEEDS), "refusal")
    assert again.system != SYSTEM
    assert "no other place, day or figure" in " ".join(again.system.split())


@pytest.mark.parametrize("reason", ["cut", "empty", "schema", "too_long", "refusal"])
def test_a_repeated_request_is_another_and_grows_no_further(reason: FaultyReply):
    first = write_request(LEEDS)
    second = retry_request(first, reason)
    assert second.messages[0][1].startswith(first.messages[0][1])
    assert second.messages[0][1] != first.messages[0][1]
    assert retry_request(second, reason).messages == second.messages


def test_a_rewriting_can_be_repeated_too():
    rewriting = rewrite_request(write_request(LEEDS), "{}", [], ["so it goes"])
    assert retry_request(rewriting, "schema").messages[-1][1].startswith("Write it once more")


def test_examples_of_the_persona_are_drawn_into_the_request_on_one_line():
    examples = [StyleExample("twain", f"Passage {n},\nof two lines.") for n in range(9)]
    examples += [StyleExample("franklin", "Not this one.")]
    lines = [line for line in prompt(LEEDS, examples).splitlines() if line.startswith("Example of the voice")]
    assert len(lines) == 2
    assert all("Passage" in line and "of two lines." in line for line in lines)
    assert "Example" not in prompt(LEEDS)
