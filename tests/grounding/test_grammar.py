"""Plain replies put together from the results pass, and fail where one value in them is another.

Each frame is filled with the words for weather drawn at random; then again with those for the same weather
with one value changed, and wherever the reply then reads otherwise it must be refused.
"""

from random import Random
from typing import Final

import pytest

from scripts.grounding import check_grounding
from tests.grounding.grammar import Ahead, Both, Now, Weather
from tests.grounding.tables import dialogue_of

DRAWS: Final = 3

NOW: Final = (
    "It's {temperature} °F in Lyon with {sky}.",
    "Lyon is {is_sky} at {temperature}°F, feeling like {feels}°F.",
    "{temperature}°F and {is_sky} in Lyon, a {from} wind of {wind} mph, the humidity {humidity}%.",
    "Conditions are {is_sky}, {temperature} degrees, humidity {humidity}%, wind {from} at {wind} mph.",
    "With humidity at {humidity}% and a wind of {wind} mph, Lyon feels like {feels}°F.",
    "While the thermometer reads {temperature}°F, it feels like {feels}°F in the {wind} mph wind.",
    "At {humidity}% humidity and {temperature} °F, Lyon is {is_sky}.",
    "It's {temperature} °F, {lost} degrees warmer than it feels.",
    "The humidity is {humidity}%, so the {temperature}°F feels like {feels}°F.",
    "- Temperature: {temperature}°F\n- Feels like: {feels}°F\n- Sky: {is_sky}\n- Wind: {wind} mph",
    "The thermometer confesses to {in_words} degrees, though the skin swears it is {feels_in_words}.",
    "The mercury reads {in_words}, and the wind argues from the {from} at {wind_in_words} miles an hour.",
    "The glass stands at {in_old_words} degrees, friend, and the wind is {from}erly at {wind} mph.",
    "Know, friend, that Lyon has {sky}, that the glass stands at {in_words}, and that the wind is {from}.",
    "{temperature} °F, and the {from} wind takes back {lost} of them; the sky is {is_sky}.",
    "It's {temperature} °F, and the wind has knocked {lost} off that.",
    "The glass allows {in_words} degrees, yet the wind robs thy cheek of {lost} of them.",
    "It's {temperature} °F, which the wind makes {lost} degrees colder upon the skin.",
    "It's {temperature} °F and feels but {lost} poorer, with the humidity at {humidity}%.",
    "{temperature} °F on the glass; {lost} degrees are forgiven in the feel of it.",
    "{temperature} °F but feels like {feels} °F, a {lost_in_digits}-degree wind chill penalty.",
    "It's {temperature} °F, less {lost} for the wind, and {is_sky}.",
    "It feels {lost} degrees colder than the {temperature} on the thermometer.",
    "Wind chill drags the {in_words} degrees down to {feels_in_words}.",
    "The wind has helped itself to {lost} of the {in_words} degrees.",
    "The glass has settled on {in_words}, and your bones will tell you {feels_in_words}.",
    "It feels nearer {feels} than {temperature} °F, and the wind has gone around to the {from}.",
    "The wind is {from} at {wind} mph – {temperature} °F is what Lyon has to offer.",
    "It is {in_words} degrees Fahrenheit, which is {celsius} to a Frenchman.",
    "The almanac has {sky} for Lyon, and {temperature} °F with it.",
    "Observe three particulars: the air, {temperature}°F; the humidity, {humidity}%; the wind, {wind} mph.",
)
"""What answers "How is it in Lyon?"."""

NOW_ASKED: Final = (
    ("Which way is the wind blowing?", "From the {from}, at {wind} mph."),
    ("How humid is it?", "{humidity}%, with the air at {temperature}°F."),
    ("What does it feel like?", "Like {feels}°F, though the thermometer says {temperature}°F."),
    ("What does it feel like?", "{feels_in_words} degrees, against {in_words} on the thermometer."),
)

BOTH: Final = (
    "{warm} has the better of it by {apart} degrees.",
    "{cold} trails by {apart} degrees.",
    "{warm} is ahead by {apart} degrees, {warm_in_digits} to {cold_in_digits}.",
    "Lyon and Turin stand at {temperature1} and {temperature2} degrees.",
    "Lyon feels like {feels1} and Turin like {feels2}.",
    "Lyon feels {lost1} degrees colder than it is, Turin {lost2} colder.",
    "The wind takes {lost1} degrees off in Lyon and {lost2} in Turin.",
    "Lyon's air is drier, {humidity1}% against {humidity2}%.",
)
"""What answers "How do Lyon and Turin compare?", the drier of which is Lyon."""

AHEAD: Final = (
    "Monday brings {sky1} and a high of {high1}°F.",
    "Monday will see {sky1} with a high of {high1}°F and a low of {low1}°F.",
    "{high1}°F on Monday, {high2}°F on Tuesday.",
    "Monday is {is_sky1} and {high1}°F; Tuesday, {is_sky2} and {high2}°F.",
    "With {sky3} and {high3}°F, Wednesday is the one to plan around.",
    "Although Monday has {sky1}, the high is {high1}°F, with Tuesday at {high2}°F.",
    "A {chance2}% chance of rain, {wind2} mph winds and a high of {high2}°F make up Tuesday.",
    "Monday {high1}/{low1}°F; Tuesday {high2}/{low2}°F; Wednesday {high3}/{low3}°F.",
    "- **Monday**: {sky1}, high {high1}°F, low {low1}°F\n- **Tuesday**: {sky2}, high {high2}°F",
    "| Day | High | Low |\n|---|---|---|\n| Mon | {high1}°F | {low1}°F |\n| Tue | {high2}°F | {low2}°F |",
    "The high goes from {high1} to {high2} °F between Monday and Tuesday.",
    "Monday tops out at {high1} °F, and Tuesday at {high2} °F.",
    "Monday, Tuesday and Wednesday reach {high1}, {high2} and {high3}°F.",
    "Today it's {is_sky1} and {high1}°F; tomorrow, {is_sky2} and {high2}°F.",
    "Monday swings {swing1} degrees between night and day, {low1} to {high1}°F.",
    "The warmest day is {warmest}, at {highest}°F.",
    "Warmest of all is {warmest}, at {highest}°F; coolest is {coolest}, with a high of {lowest_high}°F.",
    "{windiest} is the windiest day, at {most_wind} mph.",
    "On Thursday the thermometer will get as far as {high_in_words4} and then think better of it.",
    "Thursday climbs out of bed at {low4}°F and makes it to {high4}°F before it tires.",
    "Tuesday will bring {sky2}, the glass rising to {high_in_old_words2} and falling to {low_in_words2}.",
    "He that waits for Thursday shall have {sky4} and {high_in_words4} degrees for his patience.",
)
"""What answers "How are the next four days in Lyon?"; the first of them is a Monday."""

AHEAD_ASKED: Final = (
    ("Which day is warmest?", "{warmest}, at {highest}°F."),
    ("How windy will Tuesday be?", "Up to {wind2} mph."),
    ("How cold does Wednesday get?", "Down to {low3}°F."),
    ("What's the chance of rain on Tuesday?", "It stands at {chance2} percent."),
    ("How many of the days are wet?", "{wet} of the four days are wet."),
    ("And Thursday?", "A high of {high4}°F, a low of {low4}°F, and {sky4}."),
)


NOW_SAID: Final = [*(("How is it in Lyon?", frame) for frame in NOW), *NOW_ASKED]
AHEAD_SAID: Final = [*(("How are the next four days in Lyon?", frame) for frame in AHEAD), *AHEAD_ASKED]


def is_grounded(user: str, reply: str, weather: Weather) -> bool:
    return not check_grounding(dialogue_of({"user": user, "calls": weather.calls(), "reply": reply}))


@pytest.mark.parametrize("seed", range(DRAWS))
@pytest.mark.parametrize(("question", "frame"), NOW_SAID)
def test_what_is_said_of_the_present_is_held_to_each_value(question: str, frame: str, seed: int) -> None:
    _hold(question, frame, Now.drawn(Random(seed)), Random(seed))


@pytest.mark.parametrize("seed", range(DRAWS))
@pytest.mark.parametrize(("question", "frame"), AHEAD_SAID)
def test_what_is_said_of_a_forecast_is_held_to_each_value(question: str, frame: str, seed: int) -> None:
    _hold(question, frame, Ahead.drawn(Random(seed)), Random(seed))


@pytest.mark.parametrize("seed", range(DRAWS))
@pytest.mark.parametrize("frame", BOTH)
def test_what_is_said_of_two_places_is_held_to_each(frame: str, seed: int) -> None:
    _hold("How do Lyon and Turin compare?", frame, Both.drawn(Random(seed)), Random(seed))


def _hold(question: str, frame: str, weather: Weather, random: Random) -> None:
    reply = frame.format(**weather.words())
    assert is_grounded(question, reply, weather), reply
    otherwise = {frame.format(**other.words()) for other in weather.changed(random)} - {reply}
    assert otherwise
    assert [each for each in sorted(otherwise) if is_grounded(question, each, weather)] == []
