"""Conversations of two to four turns in which a later turn needs an earlier one.

What is known already is not looked up again: coordinates found once are used again, and a question that the
figures above answer is answered from them.
"""

import random
from collections.abc import Sequence
from datetime import date
from typing import Final

from scripts.scenario import Call, Figure, JSONObject, Mention, Scenario, Turn, Units
from scripts.scenarios.askers import IMPERIAL_ENGLISH, METRIC_ENGLISH
from scripts.scenarios.concerns import Field, extremes
from scripts.scenarios.days import DayWords, named_day, next_days, one_day, plain_date, weekday, weekday_forms
from scripts.scenarios.places import (
    name_place,
    random_city,
)
from scripts.scenarios.stage import Setting, Stage, settle
from scripts.scenarios.success import IN_DEGREES
from scripts.scenarios.turns import (
    UNIT_WORDS,
    concern_of,
    days_answer,
    days_turn,
    now_turn,
    units_of,
    where,
)
from scripts.scenarios.verdicts import facts_of_day
from scripts.scenarios.words import (
    FIELD_WORDS,
    FOLLOW_UP_MANNERS,
    PLAIN_MANNERS,
    value,
)
from scripts.weather.places import Place
from scripts.weather.units import customary_units, to_celsius, to_fahrenheit, to_kmh, to_mph

THIRD_TURN_SHARE: Final = 0.2


def follow_up(stage: Stage) -> Scenario:
    """How it is now, then how it will be: the second call uses the coordinates of the first."""
    rng = stage.rng
    place, steering, day = stage.draw_place()
    setting = settle(stage, place, "day", steering=steering, day=day)
    naming = name_place(rng, place)
    first = _now_first(stage, setting, where(naming), naming.mentions, [stage.geocode(naming)])
    words = (
        named_day(rng, setting.today, rng.randint(1, 5))
        if rng.random() < 0.6
        else next_days(rng, rng.randint(2, 5))
    )
    second = _days_next(stage, setting, words, len(first.calls))
    turns = [first, second]
    if rng.random() < THIRD_TURN_SHARE:
        turns.append(_last_turn(rng, setting, turns))
    return stage.finish(setting.today, setting.asker, turns, dated=words.dated)


def _last_turn(rng: random.Random, setting: Setting, turns: Sequence[Turn]) -> Turn:
    """Return one more turn that the last forecast answers: in other units for those who think in them."""
    call = turns[-1].calls[-1]
    american = setting.asker.who.endswith(IMPERIAL_ENGLISH)
    if american is not (units_of(call.result) == "imperial"):
        return _units_next(rng, setting, turns)
    index = sum(len(turn.calls) for turn in turns) - 1
    return _about_day(rng, call, setting, index)


def _now_first(
    stage: Stage, setting: Setting, words: str, mentions: Sequence[Mention], before: Sequence[Call]
) -> Turn:
    """Return a first turn that asks of now though the occasion lies ahead."""
    turn = now_turn(stage, setting, words, mentions, before)
    concern = concern_of(setting.occasion)
    asked = stage.rng.choice((concern.asks, "what the weather is like"))
    return turn._replace(
        wish=f"{asked} {words} right now, for a start", directness=stage.rng.choice(PLAIN_MANNERS)
    )


def _days_next(stage: Stage, setting: Setting, words: DayWords, index: int) -> Turn:
    """Return a later turn that asks of days to come at the same place."""
    call = stage.forecast(setting.place, setting.today, words.days, steering=setting.steering)
    concern = concern_of(setting.occasion)
    must, figures = days_answer(concern, call.result, words, index)
    asked = stage.rng.choice((concern.will_ask, setting.occasion.hint, "what is to come there"))
    return Turn(
        f"the same place: {asked} {words.words}",
        stage.rng.choice(FOLLOW_UP_MANNERS),
        (*words.mentions, may_name(setting.place)),
        (call,),
        "answer",
        must,
        figures,
        units_of(call.result),
    )


def may_name(place: Place) -> Mention:
    """Return the mention of a place that a later message may name again."""
    return Mention("place", (place.name,), required=False)


def mentions_of(days: DayWords | None) -> tuple[Mention, ...]:
    """Return what day words mention, nothing where there are none."""
    return days.mentions if days else ()


def unit_change(stage: Stage) -> Scenario:
    """The figures just given, in other units: converted, without a call."""
    rng = stage.rng
    place = random_city(rng)
    custom = customary_units(place.country_code)
    english = IMPERIAL_ENGLISH if custom == "metric" else METRIC_ENGLISH
    ahead = rng.random() < 0.4
    setting = settle(
        stage,
        place,
        "day" if ahead else "now",
        relation=rng.choice(("visit", "kin")),
        concerns=IN_DEGREES,
        english=english,
    )
    naming = name_place(rng, place)
    before = [stage.geocode(naming)]
    words = one_day(rng, setting.today) if ahead else None
    if words:
        first = days_turn(stage, setting, where(naming), words, naming.mentions, before)
    else:
        first = now_turn(stage, setting, where(naming), naming.mentions, before)
    turns = [first, _units_next(rng, setting, [first])]
    return stage.finish(setting.today, setting.asker, turns, dated=bool(words and words.dated))


def _units_next(rng: random.Random, setting: Setting, turns: Sequence[Turn]) -> Turn:
    """Return the turn that asks for the last answer in the other units; nothing is called."""
    calls = [call for turn in turns for call in turn.calls]
    call = calls[-1]
    given = units_of(call.result)
    other: Units = "imperial" if given == "metric" else "metric"
    facts = _last_facts(turns[-1], call)
    fields = (
        ("temperature", "feels_like") if "temperature" in facts else ("temperature_max", "temperature_min")
    )
    told = ", ".join(f"{_field_name(name)} {_converted(name, facts, call.result, other)}" for name in fields)
    name, forms = UNIT_WORDS[other]
    figures = tuple(Figure(len(calls) - 1, field, facts.get("date")) for field in fields)
    wish = f"the temperatures just given, in {name}"
    mentions = (Mention("units", forms), may_name(setting.place))
    return Turn(wish, rng.choice(FOLLOW_UP_MANNERS), mentions, (), "recall", told, figures, other)


def _last_facts(turn: Turn, call: Call) -> JSONObject:
    """Return what the turn's answer was about: the observation, or the day of its first figure."""
    if "daily" not in call.result:
        return call.result
    day = next((figure.date for figure in turn.figures if figure.date), call.result["daily"][-1]["date"])
    return next(entry for entry in call.result["daily"] if entry["date"] == day)


def _field_name(name: str) -> str:
    return FIELD_WORDS[name]


def _converted(name: str, facts: JSONObject, result: JSONObject, units: Units) -> str:
    """Return a figure with the value it has in the other units, rounded: "26 °C = 79 °F"."""
    given = facts[name]
    if name == "wind_speed":
        other = f"{round(to_mph(given))} mph" if units == "imperial" else f"{round(to_kmh(given))} km/h"
    else:
        other = (
            f"{round(to_fahrenheit(given))} °F" if units == "imperial" else f"{round(to_celsius(given))} °C"
        )
    return f"{value(name, facts, result)} = {other}"


ASKED_OF_FORECAST: Final[tuple[tuple[Field, bool, str], ...]] = (
    ("precipitation_probability", True, "driest"),
    ("precipitation_probability", False, "likeliest to be wet"),
    ("temperature_max", False, "warmest"),
    ("temperature_max", True, "coolest by day"),
    ("temperature_min", True, "coldest at night"),
    ("wind_speed", False, "windiest"),
    ("wind_speed", True, "calmest"),
)
"""What is asked of a forecast already there: the field, whether the lowest is meant, and the word for it."""


def from_forecast(stage: Stage) -> Scenario:
    """A forecast, then questions that it answers: nothing is called again."""
    rng = stage.rng
    place = random_city(rng)
    setting = settle(stage, place, "span")
    naming = name_place(rng, place)
    words = next_days(rng, rng.choice((3, 4, 5, 5, 6, 7)))
    first = days_turn(stage, setting, where(naming), words, naming.mentions, [stage.geocode(naming)])
    concern = concern_of(setting.occasion)
    asked = [row for row in ASKED_OF_FORECAST if row[0] != concern.best[0]]
    rng.shuffle(asked)
    count = 2 if rng.random() < 0.35 else 1
    turns = [first, *(_which_day(rng, first.calls[-1], row, setting) for row in asked[:count])]
    if rng.random() < 0.3:
        turns[-1] = _about_day(rng, first.calls[-1], setting)
    return stage.finish(setting.today, setting.asker, turns)


def _which_day(
    rng: random.Random, call: Call, asked: tuple[Field, bool, str], setting: Setting, index: int = 1
) -> Turn:
    field, lowest, word = asked
    best = extremes(call.result["daily"], field, lowest)
    days = [plain_date(date.fromisoformat(day["date"])) for day in best]
    told = f"{' and '.join(days)}, {value(field, best[0], call.result)}"
    if len(best) > 1:
        told = f"{told}: {'both' if len(best) == 2 else 'all'} alike"
    figures = tuple(Figure(index, field, day["date"]) for day in best[:2])
    return Turn(
        f"which of those days is the {word}",
        rng.choice(FOLLOW_UP_MANNERS),
        (may_name(setting.place),),
        (),
        "recall",
        told,
        figures,
        units_of(call.result),
    )


def _about_day(rng: random.Random, call: Call, setting: Setting, index: int = 1) -> Turn:
    """Return the turn that asks about one day of the forecast above."""
    entry = rng.choice(call.result["daily"][1:])
    day = date.fromisoformat(entry["date"])
    concern = concern_of(setting.occasion)
    words = "tomorrow" if (day - setting.today).days == 1 else weekday(day)
    forms = ("tomorrow",) if words == "tomorrow" else weekday_forms(day)
    verdict = concern.judge(facts_of_day(entry, call.result["units"]))
    return Turn(
        f"more about {words}: {concern.will_ask}",
        rng.choice(FOLLOW_UP_MANNERS),
        (Mention("day", forms), may_name(setting.place)),
        (),
        "recall",
        f"{plain_date(day)}: {verdict}",
        tuple(Figure(index, name, entry["date"]) for name in concern.day),
        units_of(call.result),
    )


def several_turns(stage: Stage) -> Scenario:
    """Three or four turns: now, the days ahead, a question these answer, and perhaps one more."""
    rng = stage.rng
    setting = settle(stage, random_city(rng), "span")
    naming = name_place(rng, setting.place)
    first = _now_first(stage, setting, where(naming), naming.mentions, [stage.geocode(naming)])
    second = _days_next(stage, setting, next_days(rng, rng.choice((3, 4))), 2)
    best = concern_of(setting.occasion).best[0]
    asked = rng.choice([row for row in ASKED_OF_FORECAST if row[0] != best])
    turns = [first, second, _which_day(rng, second.calls[-1], asked, setting, 2)]
    if rng.random() < 0.5:
        turns.append(_last_turn(rng, setting, turns[:2]))
    return stage.finish(setting.today, setting.asker, turns)
