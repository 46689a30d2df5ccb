"""What the mock reads off a prompt is what the plan says: a change of the prompt's form shows here first."""

from datetime import date

from scripts.mock.request_notes import Day, Failed, Figure, Found, Notes, Now, is_pipelines, read_notes
from scripts.prompts import write_request
from scripts.scenario import Call, Scenario, Turn
from tests.writing.plans import LEEDS, OSLO, found, leeds_forecast, oslo_then_units, scenario


def notes_of(plan: Scenario) -> Notes:
    return read_notes(write_request(plan).messages[0][1])


def looked_up(call: Call, must: str = "says so") -> Scenario:
    return scenario(Turn("the weather in Leeds", "asks", (), (call,), "explain", must))


def test_the_head_of_a_prompt() -> None:
    plan = leeds_forecast()
    notes = notes_of(plan)
    assert notes.today == date(2025, 11, 6)
    assert (notes.who, notes.typing, notes.occasion) == (
        plan.asker.who,
        plan.asker.typing,
        plan.asker.occasion,
    )
    assert notes.persona == "twain"


def test_a_turn_with_a_forecast() -> None:
    plan = leeds_forecast()
    (turn,) = notes_of(plan).turns
    assert (turn.wish, turn.manner) == (plan.turns[0].wish, plan.turns[0].directness)
    assert turn.must_name == (("Leeds",),)
    assert (turn.task, turn.conveys) == ("answer", plan.turns[0].must)
    saturday = Day(
        place="Leeds, England, United Kingdom",
        name="Sat 8 Nov",
        sky="moderate rain",
        low="6",
        high="10",
        unit="°C",
        wet="rain",
        chance="60",
        wind="28",
        wind_unit="km/h",
    )
    assert saturday in turn.results
    assert Figure("", "Sun 9 Nov", "wind", "14 km/h", "") in turn.figures
    assert 0 < turn.words[0] < turn.words[1]


def test_a_turn_with_a_current_result_and_one_that_recalls_it() -> None:
    first, second = notes_of(oslo_then_units()).turns
    assert first.results == (
        Now("Oslo, Norway", "4", "°C", "-1", "light rain", "87", "24", "km/h", "SW", "16:30"),
    )
    assert (second.task, second.results) == ("recall", ())
    assert second.must_name == (("Fahrenheit", "F", "°F"),)
    assert Figure("", "", "temperature", "4 °C", "39 °F") in second.figures


def test_look_ups() -> None:
    nothing = Call("geocode_location", {"city": "Atlantis"}, {"results": []})
    assert notes_of(looked_up(nothing)).turns[0].results == (Found("Atlantis", ()),)
    several = found(LEEDS, OSLO, city="Leeds")
    (result,) = notes_of(looked_up(several)).turns[0].results
    assert result == Found("Leeds", ("Leeds, England, United Kingdom", "Oslo, Norway"))
    (result,) = notes_of(looked_up(found(LEEDS))).turns[0].results
    assert isinstance(result, Found)
    assert result.details == "latitude 53.7965, longitude -1.5478, time zone Europe/London"


def test_failures() -> None:
    call = Call("geocode_location", {"city": "Leeds"}, {"error": True, "reason": "Bad gateway: no answer."})
    assert notes_of(looked_up(call)).turns[0].results == (
        Failed("geocode_location", "Leeds", "Bad gateway: no answer."),
    )


def test_a_request_is_known_by_its_form() -> None:
    body = write_request(leeds_forecast()).body("claude-haiku-4-5")
    assert is_pipelines(body)
    assert not is_pipelines(body | {"output_config": {}})
    assert not is_pipelines(body | {"messages": [{"role": "user", "content": "What's the weather?"}]})
