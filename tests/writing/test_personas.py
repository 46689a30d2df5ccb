"""The cards: wide enough, and drawn from by what fits."""

import itertools
from collections import Counter

import pytest

from scripts import personas, style
from scripts.personas import PERSONAS
from scripts.prompts import write_request
from scripts.scenario import Figure
from scripts.style_examples import read_style_examples
from scripts.voices.voice import FACTS, Persona, ways
from tests.writing import plans

NAMES = ("neutral", "twain", "franklin")
WEATHER = ("answer", "recall")
NO_WEATHER = ("ask", "decline", "explain")


def test_there_are_three_voices_with_their_tones():
    assert [(card.name, card.tone) for card in PERSONAS.values()] == [
        ("neutral", "neutral"),
        ("twain", "humorous"),
        ("franklin", "didactic"),
    ]


@pytest.mark.parametrize("card", list(PERSONAS.values()), ids=NAMES)
def test_a_card_is_wide(card: Persona):
    assert len(card.system) >= 12
    assert min(len(card.openings), len(card.devices), len(card.moods)) >= 30
    assert len(card.shapes) >= 12
    for texts in (card.system, card.moods, [way.text for way in card.openings if "answer" in way.tasks]):
        assert max(Counter(texts).values()) == 1


@pytest.mark.parametrize("card", list(PERSONAS.values()), ids=NAMES)
def test_the_neutral_voice_has_as_many_ways_as_the_others(card: Persona):
    neutral = PERSONAS["neutral"]
    assert len(neutral.openings) >= len(card.openings)
    assert len(neutral.devices) >= len(card.devices)


@pytest.mark.parametrize(("card", "task"), list(itertools.product(PERSONAS.values(), WEATHER)))
def test_any_weather_leaves_many_ways(card: Persona, task: str):
    for ways_of in (card.openings, card.devices):
        assert sum(task in way.tasks and way.needs <= {"weather"} for way in ways_of) >= 20


@pytest.mark.parametrize(("card", "task"), list(itertools.product(PERSONAS.values(), NO_WEATHER)))
def test_a_reply_without_weather_has_ways_of_its_own(card: Persona, task: str):
    for ways_of in (card.openings, card.devices):
        assert sum(task in way.tasks and not way.needs for way in ways_of) >= 8


@pytest.mark.parametrize("card", list(PERSONAS.values()), ids=NAMES)
def test_every_fact_that_weather_can_be_has_a_device(card: Persona):
    weather = itertools.dropwhile(lambda fact: fact != "temperature", FACTS)
    given = {need for way in card.devices for need in way.needs}
    missing = set(weather) - given
    assert missing == set()


@pytest.mark.parametrize("card", list(PERSONAS.values()), ids=NAMES)
@pytest.mark.parametrize("words", range(10, 140, 10))
def test_every_length_has_shapes(card: Persona, words: int):
    assert sum(shape.least <= words <= shape.most for shape in card.shapes) >= 2


@pytest.mark.parametrize("card", list(PERSONAS.values()), ids=NAMES)
def test_system_messages_name_the_part_and_the_manner(card: Persona):
    manners = {
        "neutral": "plain brief neutral factual direct straightforward professional simply matter-of-fact "
        "businesslike even concisely level",
        "twain": "Twain droll humor",
        "franklin": "Franklin almanac printer",
    }
    for wording in card.system:
        assert wording.startswith("You are Weatherman")
        assert wording.endswith(".")
        assert any(word in wording for word in manners[card.name].split()), wording


def test_ways_refuse_what_is_no_task_or_fact():
    with pytest.raises(ValueError, match="hail"):
        ways("answer", "hail", ["a text"])
    with pytest.raises(ValueError, match="sing"):
        ways("sing", "", ["a text"])


def test_a_way_is_only_drawn_where_the_facts_carry_it():
    card = PERSONAS["twain"]
    of_wind = {way.text for way in card.devices if way.needs & {"wind", "windy", "direction", "still"}}
    turn = plans.leeds_forecast().turns[0]._replace(figures=())
    for number in range(300):
        asked = write_request(plans.scenario(turn, number=number)).messages[0][1]
        assert not any(f"way: {text}\n" in f"{asked}\n" for text in of_wind)


def test_adding_a_persona_takes_one_card(monkeypatch):
    skipper = PERSONAS["neutral"]._replace(name="skipper", manner="a skipper's: short, salty, kind")
    monkeypatch.setitem(personas.PERSONAS, "skipper", skipper)
    style._fitting.cache_clear()
    turn = plans.answered("a", (), plans.current(plans.OSLO), figures=(Figure(0, "temperature"),))
    asked = write_request(plans.scenario(turn, persona="skipper")).messages[0][1]
    assert "Weatherman's voice (skipper): a skipper's: short, salty, kind." in asked
    assert read_style_examples(['{"persona": "skipper", "text": "Wind\'s up."}'])[0].persona == "skipper"
