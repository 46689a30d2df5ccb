"""Scenarios in which everything that is asked for can be had."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final

from scripts.askers import IMPERIAL_ENGLISH, METRIC_ENGLISH, TRAVELLER_ENGLISH, person
from scripts.occasions import Relation, Scope
from scripts.scenario import Asker, Figure, Mention, Scenario, Turn, Units
from scripts.scenario_days import DayWords, named_day, next_days, one_day, some_days
from scripts.scenario_pairs import COMPARED, Pair, compared, draw_pair
from scripts.scenario_places import CONTINENT_SHARES, Naming, cities, name_place, random_city
from scripts.scenario_stage import Setting, Stage, device_sentence, elsewhere, random_day, settle, zone
from scripts.scenario_turns import (
    concern_of,
    days_answer,
    days_turn,
    now_turn,
    units_asked_for,
    units_mention,
    units_of,
    where,
)
from scripts.scenario_words import PLAIN_MANNERS, now_figures, now_verdict, value
from scripts.weather.places import Place
from scripts.weather.simulation import local_time
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
    place = replace(
        near,
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


def two_places(stage: Stage) -> Scenario:
    """Two places compared, now or on a coming day: each is found and looked up, in the same units."""
    rng = stage.rng
    day, ahead = random_day(rng), rng.random() < 0.5
    pair = draw_pair(rng, day, ahead=ahead)
    moments = same_day(rng, day, pair.first, pair.second)
    namings = (name_place(rng, pair.first), name_place(rng, pair.second))
    units = common_units(pair)
    no_mentions: tuple[Mention, ...] = ()
    if not ahead:
        calls = [stage.current(m.place, m.when, units) for m in moments]
        when, mentions = "right now", no_mentions
        facts = (calls[0].result, calls[1].result)
    else:
        days = named_day(rng, day, rng.choice((1, 1, 2)))
        calls = [stage.forecast(m.place, day, days.days, units) for m in moments]
        when, mentions = days.words, days.mentions
        facts = (calls[0].result["daily"][-1], calls[1].result["daily"][-1])
    result = calls[0].result
    field = COMPARED[pair.occasion.concern][1 if ahead else 0]
    iso = facts[0]["date"] if ahead else None
    turn = Turn(
        f"{namings[0].words}{namings[0].note} or {namings[1].words}{namings[1].note}, {when}: "
        f"{pair.occasion.question}{units_asked_for(units)}",
        rng.choice(PAIR_MANNERS),
        (*namings[0].mentions, *namings[1].mentions, *mentions, *units_mention(units)),
        (stage.geocode(namings[0]), calls[0], stage.geocode(namings[1]), calls[1]),
        "answer",
        compared(pair.occasion.concern, (pair.first.name, pair.second.name), facts, result["units"], ahead),
        (Figure(1, field, iso), Figure(3, field, iso)),
        units_of(result),
    )
    return stage.finish(day, pair.asker, [turn], dated=ahead)


PAIR_MANNERS: Final = (
    "asks straight out which of the two",
    "names both places and asks which",
    "gives the reason, then asks which",
    "asks which, then gives the reason",
    "asks as one who has already taken sides",
    "asks with both names in one breath",
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A place, and the time there."""

    place: Place
    when: datetime


def same_day(rng: random.Random, day: date, first: Place, second: Place) -> tuple[Moment, Moment]:
    """Return one moment by the clocks of two places that share a date, on that date in both."""
    for hour in (rng.randint(8, 20), 12, 15, 9, 18, 6, 21, 3):
        when = local_time(first, day, hour, rng.choice((0, 15, 30, 45)))
        there = elsewhere(when, second)
        if there.date() == day:
            return Moment(first, when), Moment(second, there)
    raise LookupError(f"{first.name} and {second.name} share no hour of a date")


def common_units(pair: Pair) -> Units | None:
    """Return the units the user asks for, None where both places have the same custom."""
    customs = {customary_units(place.country_code) for place in (pair.first, pair.second)}
    if len(customs) == 1:
        return None
    return "imperial" if pair.asker.who.endswith(IMPERIAL_ENGLISH) else "metric"


GEOGRAPHY: Final = (
    ("setting up a telescope mount", "coordinates", "stars curious"),
    ("pointing a satellite dish", "coordinates", "builder home"),
    ("a geocaching puzzle", "coordinates", "outdoor student curious"),
    ("the corner of a hand-drawn map", "coordinates", "teacher curious survey"),
    ("entering a waypoint before take-off", "coordinates", "pilot drone"),
    ("a form that wants latitude and longitude", "coordinates", "farm survey builder office"),
    ("planning a passage chart", "coordinates", "sea water"),
    ("a sundial that must suit the latitude", "latitude", "home garden elder curious"),
    ("tilting solar panels by the latitude", "latitude", "builder farm"),
    ("guessing whether the midnight sun can be seen there", "latitude", "travel curious photo"),
    ("a pub argument about how far north it lies", "latitude", "curious shop"),
    ("fixing an hour for a video call", "time zone", "office travel home"),
    ("setting the second clock on the wall", "time zone", "office elder home"),
    ("booking a call with a supplier", "time zone", "shop office event"),
    ("knowing when a daughter there gets up", "time zone", "elder parent"),
    ("a programmer's calendar that keeps getting it wrong", "time zone", "office student"),
    ("a quiz question on which region it belongs to", "region", "curious teacher"),
    ("addressing a parcel properly", "region", "home shop elder"),
    ("a family tree that says only the town's name", "region", "elder curious"),
    ("a school worksheet with one blank left", "region", "teacher student"),
    ("finding out whether it lies east or west of Greenwich", "longitude", "curious sea pilot"),
)
"""Why people want to know where a place lies, what they want of it, and who does."""


def geocoding(stage: Stage) -> Scenario:
    """Only where a place lies is asked: one look-up, no weather."""
    rng = stage.rng
    purpose, wanted, groups = rng.choice(GEOGRAPHY)
    place = random_city(rng)
    naming = name_place(rng, place)
    who, typing = person(rng, frozenset(groups.split()), rng.choice(TRAVELLER_ENGLISH))
    call = stage.geocode(naming)
    asked, must = _geography(wanted, place)
    turn = Turn(
        asked.format(name=naming.words) + naming.note,
        rng.choice(PLAIN_MANNERS[:6]),
        naming.mentions,
        (call,),
        "answer",
        must,
    )
    return stage.finish(random_day(rng), Asker(who, typing, purpose), [turn])


def _geography(wanted: str, place: Place) -> tuple[str, str]:
    latitude, longitude = place.latitude, place.longitude
    return {
        "coordinates": ("the coordinates of {name}", f"latitude {latitude}, longitude {longitude}"),
        "latitude": (
            "the latitude of {name}",
            f"latitude {latitude}, {'north' if latitude >= 0 else 'south'} of the equator",
        ),
        "longitude": (
            "the longitude of {name}",
            f"longitude {longitude}, {'east' if longitude >= 0 else 'west'} of Greenwich",
        ),
        "time zone": ("which time zone {name} keeps", f"time zone {place.timezone}"),
        "region": (
            "which region and country {name} lies in",
            ", ".join(part for part in (place.admin1, place.country) if part),
        ),
    }[wanted]


STAKES: Final = (
    "a round of drinks",
    "the washing-up for a week",
    "a box of chocolates",
    "the better half of a sandwich",
    "who drives home",
    "a lunch",
    "the last slice of cake",
    "who walks the dog",
    "bragging rights until Christmas",
    "a silly hat to be worn all day",
    "first choice of the film",
    "a coffee and a bun",
    "who cleans the coop",
    "a new deck of cards",
)


def wager(stage: Stage) -> Scenario:
    """A bet on a figure, with its stake and threshold told by the user."""
    rng = stage.rng
    place = random_city(rng)
    setting = settle(
        stage, place, "now", relation="kin", among=frozenset(("curious", "student", "home", "sport"))
    )
    naming = name_place(rng, place)
    call = stage.current(place, setting.when)
    result = call.result
    field, unit = rng.choice(
        (("temperature", "temperature"), ("temperature", "temperature"), ("wind_speed", "wind_speed"))
    )
    label = result["units"][unit]
    given = result[field]
    threshold = max(
        round(given) + rng.choice((-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)), 1 if field == "wind_speed" else -90
    )
    side = rng.choice(("above", "below"))
    won = given > threshold if side == "above" else given < threshold
    outcome = "lost, it is exactly that" if given == threshold else "won" if won else "lost"
    words = f"{threshold} {label}"
    what = "it is" if field == "temperature" else "the wind is"
    turn = Turn(
        f"whether {what} {side} {words} {where(naming)} right now; the user has bet that it is",
        rng.choice(BET_MANNERS),
        (*naming.mentions, Mention("figure", (words, *_figure_forms(threshold, label)))),
        (stage.geocode(naming), call),
        "answer",
        f"{value(field, result, result)} against {words}: the user's bet is {outcome}",
        (Figure(1, field),),
        units_of(result),
    )
    occasion = f"a bet with {rng.choice(RIVALS)}; the stake is {rng.choice(STAKES)}"
    return stage.finish(setting.today, replace(setting.asker, occasion=occasion), [turn])


BET_MANNERS: Final = (
    "tells the bet, then asks who won",
    "asks first, admits the bet after",
    "asks as an umpire is asked",
    "gleeful, names the stake",
    "names bet and threshold in one sentence",
)
RIVALS: Final = (
    "a brother-in-law",
    "the whole office",
    "a neighbour",
    "an old school friend",
    "a flatmate",
    "a grown-up daughter",
    "the man at the next table",
    "a colleague from accounts",
    "a cousin",
    "the club secretary",
    "a know-all uncle",
    "the landlady",
)


def _figure_forms(threshold: int, label: str) -> tuple[str, ...]:
    unit = label.lstrip("°")
    return (f"{threshold}{label}", f"{threshold} degrees") if label != unit else (f"{threshold}{label}",)


PHONE_OCCASIONS: Final = (
    ("ringing a cousin there without waking anybody", "home curious elder"),
    ("a video call with a client there", "office"),
    ("knowing whether the night watchman there is shivering", "office builder"),
    ("deciding whether to phone a grandmother there now", "student home travel"),
    ("a radio contact with an amateur station there", "curious stars elder"),
    ("a friend there who is about to start a night run", "run sport"),
    ("a brother on night duty there", "nurse home elder"),
    ("an online lesson with a pupil there", "teacher music"),
    ("a live webcam there that shows only black", "curious photo student"),
    ("a delivery that is being unloaded there at this hour", "driver shop office"),
    ("a ship's agent there who answers at odd hours", "sea"),
    ("a daughter there who has just come off a late shift", "elder parent"),
    ("a flight crew waiting at the gate there", "pilot travel"),
)


def local_time_there(stage: Stage) -> Scenario:
    """Weather and the time of day in a place far off, told by its own clock."""
    rng = stage.rng
    place = rng.choice(odd_clocks()) if rng.random() < 0.45 else random_city(rng)
    when = local_time(place, random_day(rng), rng.randrange(24), rng.choice((0, 15, 30, 45)))
    naming = name_place(rng, place)
    text, groups = rng.choice(PHONE_OCCASIONS)
    who, typing = person(rng, frozenset(groups.split()), rng.choice(TRAVELLER_ENGLISH))
    call = stage.current(place, when)
    wish = rng.choice(
        (
            "what time it is {place} and what the weather is like there",
            "what it is like outside {place} just now, and whether it is day or night there",
            "how cold or warm it is {place} at this moment and what the clock says there",
            "what the sky looks like {place} right now, and the hour there",
        )
    )
    clock = f"{when:%H:%M} on {when:%A} there, {part_of_day(when.hour)}"
    turn = Turn(
        wish.format(place=where(naming)),
        rng.choice(PLAIN_MANNERS),
        naming.mentions,
        (stage.geocode(naming), call),
        "answer",
        f"the time there and the weather: {clock}",
        (Figure(1, "temperature"), Figure(1, "condition")),
        units_of(call.result),
    )
    return stage.finish(when.date(), Asker(who, typing, text), [turn])


@cache
def odd_clocks() -> tuple[Place, ...]:
    """Return the cities whose clocks differ from Greenwich by no whole hours, or by twelve and more."""
    winter = datetime(2024, 1, 15, tzinfo=UTC)
    found = []
    for place in (city for continent in CONTINENT_SHARES for city in cities(continent)):
        offset = winter.astimezone(zone(place.timezone)).utcoffset() or timedelta()
        if offset % timedelta(hours=1) or abs(offset) >= timedelta(hours=12):
            found.append(place)
    kept: dict[tuple[str, str], Place] = {}
    for place in found:
        kept.setdefault((place.country_code, place.name[:1]), place)
    return tuple(kept.values())


def part_of_day(hour: int) -> str:
    """Return what one calls an hour of the day."""
    for until, name in (
        (5, "night"),
        (8, "early morning"),
        (12, "morning"),
        (17, "afternoon"),
        (21, "evening"),
    ):
        if hour < until:
            return name
    return "late evening" if hour < 23 else "night"
