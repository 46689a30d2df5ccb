"""Scenarios in which everything that is asked for can be had."""

from typing import Final

from scripts.scenario import Mention, Scenario, Turn, Units
from scripts.scenarios.askers import IMPERIAL_ENGLISH, METRIC_ENGLISH
from scripts.scenarios.days import DayWords, named_day, next_days, one_day, some_days
from scripts.scenarios.occasions import Relation, Scope
from scripts.scenarios.places import Naming, cities, name_place, random_city
from scripts.scenarios.stage import Setting, Stage, device_sentence, settle
from scripts.scenarios.turns import (
    concern_of,
    days_answer,
    days_turn,
    now_turn,
    units_mention,
    units_of,
    where,
)
from scripts.scenarios.words import PLAIN_MANNERS, now_figures, now_verdict
from scripts.weather.places import Place
from scripts.weather.units import customary_units


def current_weather(stage: Stage) -> Scenario:
    """A place is named, and how it is there now is asked: find it, look."""
    place, steering, day = stage.draw_place()
    setting = settle(stage, place, "now", steering=steering, day=day)
    naming = name_place(stage.rng, place)
    turn = now_turn(stage, setting, where(naming), naming.mentions, [stage.geocode(naming)])
    return stage.finish(setting.today, setting.asker, [turn], device=stage.idle_device(setting))


def forecast_day(stage: Stage) -> Scenario:
    """One coming day is named: as many days of forecast as reach it."""
    place, steering, day = stage.draw_place()
    setting = settle(stage, place, "day", steering=steering, day=day)
    naming = name_place(stage.rng, place)
    words = one_day(stage.rng, setting.today)
    turn = days_turn(stage, setting, where(naming), words, naming.mentions, [stage.geocode(naming)])
    return _finish(stage, setting, turn, words)


def forecast(stage: Stage) -> Scenario:
    """Several days are asked for, from two to fourteen."""
    place, steering, day = stage.draw_place()
    setting = settle(stage, place, "span", steering=steering, day=day)
    naming = name_place(stage.rng, place)
    words = some_days(stage.rng, setting.today)
    while words.days > DAYS_BESIDE_NAMESAKES and len(naming.results) > 1:
        words = some_days(stage.rng, setting.today)
    turn = days_turn(stage, setting, where(naming), words, naming.mentions, [stage.geocode(naming)])
    return _finish(stage, setting, turn, words)


DAYS_BESIDE_NAMESAKES: Final = 10
"""Longer forecasts are asked only where a name finds one place: a record holds 2,048 tokens."""


def _finish(stage: Stage, setting: Setting, turn: Turn, words: DayWords) -> Scenario:
    device = stage.idle_device(setting) if words.days <= DAYS_BESIDE_NAMESAKES else ""
    return stage.finish(setting.today, setting.asker, [turn], dated=words.dated, device=device)


FIELD_PEOPLE: Final = frozenset(
    ["survey", "sea", "water", "pilot", "drone", "stars", "outdoor", "photo", "snow"]
)


def user_coordinates(stage: Stage) -> Scenario:
    """The user gives coordinates: they go into the call as they are, and nothing is looked up."""
    rng = stage.rng
    near = random_city(rng)
    digits = rng.choice((2, 2, 3, 4))
    place = near._replace(
        latitude=round(near.latitude + rng.uniform(-0.12, 0.12), digits),
        longitude=round(near.longitude + rng.uniform(-0.12, 0.12), digits),
    )
    scope: Scope = rng.choice(("now", "now", "day", "span"))
    setting = settle(
        stage, place, scope, relation="visit", among=FIELD_PEOPLE, told="is or will be out at that position"
    )
    mention, words = coordinates(stage, place)
    if scope == "now":
        turn = now_turn(stage, setting, words, [mention], [])
        return stage.finish(setting.today, setting.asker, [turn])
    days = one_day(rng, setting.today) if scope == "day" else some_days(rng, setting.today)
    turn = days_turn(stage, setting, words, days, [mention], [])
    return stage.finish(setting.today, setting.asker, [turn], dated=days.dated)


def coordinates(stage: Stage, place: Place) -> tuple[Mention, str]:
    """Return the coordinates of a place as its user gives them, and where the wish puts them."""
    latitude, longitude = _digits(place.latitude), _digits(place.longitude)
    north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
    forms = [
        f"{latitude}, {longitude}",
        f"{latitude.lstrip('-')} {north}, {longitude.lstrip('-')} {east}",
        f"{latitude.lstrip('-')}° {north}, {longitude.lstrip('-')}° {east}",
        f"lat {latitude}, lon {longitude}",
        f"latitude {latitude}, longitude {longitude}",
    ]
    first = stage.rng.choice(forms)
    forms.remove(first)
    return Mention("coordinates", (first, *forms[:2])), f"at {first}"


def _digits(degrees: float) -> str:
    return str(int(degrees)) if degrees == int(degrees) else str(degrees)


def here(stage: Stage) -> Scenario:
    """The user means where they are; the system message carries the device's place and coordinates."""
    rng = stage.rng
    place, steering, day = stage.draw_place()
    scope: Scope = rng.choice(("now", "now", "day", "span"))
    relation: Relation = rng.choice(("home", "home", "visit"))
    setting = settle(
        stage,
        place,
        scope,
        relation=relation,
        steering=steering,
        day=day,
        told="lives there" if relation == "home" else "is staying there",
    )
    mention = Mention("place", (place.name,), required=False)
    words = "here (where they are; the place goes unnamed)"
    device = device_sentence(rng, place)
    if scope == "now":
        turn = now_turn(stage, setting, words, [mention], [])
        return stage.finish(setting.today, setting.asker, [turn], device=device)
    days = one_day(rng, setting.today) if scope == "day" else some_days(rng, setting.today)
    turn = days_turn(stage, setting, words, days, [mention], [])
    return stage.finish(setting.today, setting.asker, [turn], dated=days.dated, device=device)


def now_and_ahead(stage: Stage) -> Scenario:
    """Both how it is and how it will be: two calls at the same coordinates."""
    rng = stage.rng
    place, steering, day = stage.draw_place()
    setting = settle(stage, place, "day", steering=steering, day=day)
    naming = name_place(rng, place)
    words = (
        named_day(rng, setting.today, rng.choice((1, 1, 2, 3, 4)))
        if rng.random() < 0.5
        else next_days(rng, rng.choice((3, 4, 5)))
    )
    turn = now_and_days(stage, setting, naming, words)
    return _finish(stage, setting, turn, words)


def now_and_days(stage: Stage, setting: Setting, naming: Naming, words: DayWords) -> Turn:
    """Return the turn that asks of now and of days to come."""
    now = stage.current(setting.place, setting.when, steering=setting.steering)
    ahead = stage.forecast(setting.place, setting.today, words.days, steering=setting.steering)
    concern = concern_of(setting.occasion)
    must, figures = days_answer(concern, ahead.result, words, 2)
    ahead_asked = stage.rng.choice((concern.will_ask, "what the forecast is", "what is to come"))
    today = now_verdict(concern, now.result).removeprefix("what it comes to: ")
    return Turn(
        f"{concern.asks} {where(naming)} now, and {ahead_asked} {words.words}",
        stage.rng.choice(PLAIN_MANNERS),
        (*naming.mentions, *words.mentions),
        (stage.geocode(naming), now, ahead),
        "answer",
        f"now: {today}. Then {must}",
        (*now_figures(concern, 1)[:2], *figures[:2]),
        units_of(now.result),
    )


IN_DEGREES: Final = frozenset(("general", "dress", "heat", "cold", "warm", "run", "frost", "outdoors"))
"""Concerns whose answer is a temperature, so that asking for a unit makes sense."""


def units_asked(stage: Stage) -> Scenario:
    """Units against the custom of the place: only then does the call name them."""
    rng = stage.rng
    american = rng.random() < 0.4
    place = rng.choice(cities("North America")) if american else random_city(rng)
    asked: Units = "metric" if customary_units(place.country_code) == "imperial" else "imperial"
    english = METRIC_ENGLISH if asked == "metric" else IMPERIAL_ENGLISH
    scope: Scope = rng.choice(("now", "now", "day", "span"))
    setting = settle(
        stage, place, scope, relation=rng.choice(("visit", "kin")), concerns=IN_DEGREES, english=english
    )
    naming = name_place(rng, place)
    words = where(naming)
    mentions = (*naming.mentions, *units_mention(asked))
    before = [stage.geocode(naming)]
    if scope == "now":
        turn = now_turn(stage, setting, words, mentions, before, units=asked)
        return stage.finish(setting.today, setting.asker, [turn])
    days = one_day(rng, setting.today) if scope == "day" else next_days(rng, rng.randint(2, 7))
    turn = days_turn(stage, setting, words, days, mentions, before, units=asked)
    return stage.finish(setting.today, setting.asker, [turn], dated=days.dated)
