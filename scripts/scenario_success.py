"""Scenarios in which everything that is asked for can be had."""

from scripts.concerns import CONCERNS
from scripts.scenario import Scenario, Turn
from scripts.scenario_days import one_day, some_days
from scripts.scenario_places import at, name_place, random_city
from scripts.scenario_stage import Stage, random_day, settle
from scripts.scenario_words import (
    day_figures,
    day_question,
    day_verdict,
    now_figures,
    now_question,
    now_verdict,
    span_figures,
    span_verdict,
)


def current_weather(stage: Stage) -> Scenario:
    """A place is named, and how it is there now is asked: find it, look."""
    place = random_city(stage.rng)
    setting = settle(stage, place, "now")
    naming = name_place(stage.rng, place)
    wish, manner = now_question(stage.rng, setting.occasion, at(place, naming.words) + naming.note)
    calls = (stage.geocode(naming), stage.current(place, setting.when))
    concern = CONCERNS[setting.occasion.concern]
    result = calls[-1].result
    turn = Turn(
        wish,
        manner,
        naming.mentions,
        calls,
        "answer",
        now_verdict(concern, result),
        now_figures(concern, 1),
        _units_of(result),
    )
    return stage.finish(setting, [turn], dated=False)


def forecast_day(stage: Stage) -> Scenario:
    """One coming day is named: as many days of forecast as reach it."""
    place = random_city(stage.rng)
    setting = settle(stage, place, "day")
    naming = name_place(stage.rng, place)
    words = one_day(stage.rng, setting.today)
    wish, manner = day_question(
        stage.rng, setting.occasion, at(place, naming.words) + naming.note, words.words
    )
    calls = (stage.geocode(naming), stage.forecast(place, setting.today, words.days))
    concern = CONCERNS[setting.occasion.concern]
    result = calls[-1].result
    day = result["daily"][words.last]
    turn = Turn(
        wish,
        manner,
        (*naming.mentions, *words.mentions),
        calls,
        "answer",
        day_verdict(concern, result, day),
        day_figures(concern, 1, day),
        _units_of(result),
    )
    return stage.finish(setting, [turn], dated=words.dated)


def forecast(stage: Stage) -> Scenario:
    """Several days are asked for, from two to fourteen."""
    place = random_city(stage.rng)
    setting = settle(stage, place, "span")
    naming = name_place(stage.rng, place)
    words = some_days(stage.rng, setting.today)
    wish, manner = day_question(
        stage.rng, setting.occasion, at(place, naming.words) + naming.note, words.words
    )
    calls = (stage.geocode(naming), stage.forecast(place, setting.today, words.days))
    concern = CONCERNS[setting.occasion.concern]
    result = calls[-1].result
    daily = result["daily"][words.first :]
    turn = Turn(
        wish,
        manner,
        (*naming.mentions, *words.mentions),
        calls,
        "answer",
        span_verdict(concern, result, daily),
        span_figures(concern, 1, daily),
        _units_of(result),
    )
    return stage.finish(setting, [turn], dated=words.dated)


def _units_of(result):
    return "imperial" if result["units"]["temperature"] == "°F" else "metric"
