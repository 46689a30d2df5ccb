"""Scenarios in which something is missing, wrong or out of reach: say so, and what would help.

No weather is stated but where a call brought it after all. A call that the user's words lead to but no able
assistant would make (arguments out of range) is not trained on, and rare.
"""

import random
from dataclasses import replace
from functools import cache
from typing import Final

from scripts.scenario import Asker, Call, Mention, Scenario, Turn
from scripts.scenarios.askers import TRAVELLER_ENGLISH, person
from scripts.scenarios.days import DayWords, next_days, one_day
from scripts.scenarios.invented import invented_place
from scripts.scenarios.occasions import Scope
from scripts.scenarios.places import (
    DOMINANCE,
    RESULTS_SHOWN,
    Naming,
    country_forms,
    is_evident,
    misspelt,
    name_place,
    random_city,
    unique_city,
)
from scripts.scenarios.requests import declined_requests, fitting_place
from scripts.scenarios.stage import Setting, Stage, geocode_call, random_day, settle
from scripts.scenarios.success import FIELD_PEOPLE
from scripts.scenarios.turns import concern_of, days_answer, units_of, where
from scripts.scenarios.words import (
    HINTED_MANNERS,
    PLAIN_MANNERS,
    day_question,
    now_figures,
    now_question,
    now_verdict,
)
from scripts.weather.places import Place, geocode, places
from scripts.weather.service import OUTAGES, argument_error, error

LONGEST_FORECAST: Final = 14


def question(stage: Stage, setting: Setting, place_words: str, words: DayWords | None) -> tuple[str, str]:
    """Return wish and manner of a question about now, or about the days named."""
    if words is None:
        return now_question(stage.rng, setting.occasion, place_words)
    return day_question(stage.rng, setting.occasion, place_words, words.words)


def missing_place(stage: Stage) -> Scenario:
    """No place is named and none is known: ask for it, call nothing."""
    setting, words, turn = placeless(stage)
    return stage.finish(setting.today, setting.asker, [turn], dated=bool(words and words.dated))


def placeless(stage: Stage) -> tuple[Setting, DayWords | None, Turn]:
    """Return the turn that names no place and is asked back for it, with the setting it belongs to."""
    rng = stage.rng
    scope: Scope = rng.choice(("now", "day"))
    setting = settle(
        stage, random_city(rng), scope, relation=rng.choice(("home", "visit")), told="the place goes unnamed"
    )
    words = one_day(rng, setting.today) if scope == "day" else None
    when = words.words if words else rng.choice(("right now", "today", "at the moment"))
    wish = f"{setting.occasion.hint} {when}, without saying where"
    mentions = words.mentions if words else (Mention("day", ("today",), required=False),)
    turn = Turn(wish, rng.choice(HINTED_MANNERS), mentions, (), "ask", "asks which place it is about")
    return setting, words, turn


def place_not_found(stage: Stage) -> Scenario:
    """A place nobody can find: one look-up, an empty list, and what would help."""
    setting, words, turn = unknown_place(stage)
    return stage.finish(setting.today, setting.asker, [turn], dated=bool(words and words.dated))


def unknown_place(stage: Stage) -> tuple[Setting, DayWords | None, Turn]:
    """Return the turn whose place is not found, with the setting it belongs to (at a real place)."""
    rng = stage.rng
    scope: Scope = rng.choice(("now", "day"))
    setting = settle(stage, random_city(rng), scope, relation="visit", told="is bound there")
    name, country = invented_place(rng)
    words = one_day(rng, setting.today) if scope == "day" else None
    named = f"in {name}, {country}" if country else f"in {name}"
    wish, manner = question(stage, setting, named, words)
    mentions = [Mention("place", (name,)), *(words.mentions if words else ())]
    if country:
        mentions.append(Mention("country", (country,)))
    must = rng.choice(
        (
            f"no place called {name} was found; asks for the spelling or a larger town nearby",
            f"{name} is not found; the spelling, the country or coordinates would help",
            f"found nothing for {name}; asks what bigger place is near",
            f"{name} is unknown under that spelling; asks to check it",
        )
    )
    call = geocode_call(name, country, ())
    return setting, words, Turn(wish, manner, tuple(mentions), (call,), "explain", must)


def ambiguous_place(stage: Stage) -> Scenario:
    """Several places of that name, none the evident one: ask which."""
    setting, words, turn, _ = namesakes(stage)
    return stage.finish(setting.today, setting.asker, [turn], dated=bool(words and words.dated))


def namesakes(stage: Stage) -> tuple[Setting, DayWords | None, Turn, tuple[Place, ...]]:
    """Return the turn that names a place of many, the setting at one of them, and what is found."""
    rng = stage.rng
    name, found = rng.choice(ambiguous_names())
    meant = rng.choice(found)
    scope: Scope = rng.choice(("now", "day"))
    setting = settle(stage, meant, scope, relation="visit", told="does not say which of that name")
    words = one_day(rng, setting.today) if scope == "day" else None
    wish, manner = question(stage, setting, f"in {name} (doesn't say which {name})", words)
    mentions = (Mention("place", (name,)), *(words.mentions if words else ()))
    listed = [told_apart(place, found)[0] for place in found]
    must = f"asks which {name}: {', '.join(listed[:-1])} or {listed[-1]}"
    call = geocode_call(name, None, found)
    return setting, words, Turn(wish, manner, mentions, (call,), "ask", must), found


def told_apart(place: Place, among: tuple[Place, ...]) -> tuple[str, ...]:
    """Return what tells a place from its namesakes, as people say it: its region where another is in the same
    country, else its country; the likeliest form first."""
    same_country = [other for other in among if other.country == place.country]
    return (place.admin1,) if len(same_country) > 1 else country_forms(place)[:4]


@cache
def ambiguous_names() -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Return the names of which no bearer is the evident one, with up to four that can be told apart."""
    names = dict.fromkeys(p.name for p in places() if p.kind in ("city", "namesake"))
    found = ((name, geocode(name)[:RESULTS_SHOWN]) for name in names)
    return tuple(
        (name, bearers)
        for name, bearers in found
        if len(bearers) > 1
        and bearers[0].population < DOMINANCE * bearers[1].population
        and all_told_apart(bearers)
    )


def all_told_apart(found: tuple[Place, ...]) -> bool:
    """Whether each of some namesakes has something of its own to be told from the others by."""
    apart = {told_apart(place, found)[0] for place in found}
    return len(apart) == len(found) and "" not in apart


def too_many_days(stage: Stage) -> Scenario:
    """More days than the service gives: name the limit, or make the nearest call that can be made."""
    rng = stage.rng
    setting, naming, refused = beyond_the_limit(stage, unique_city(rng))
    draw = rng.random()
    if draw < LIMIT_NAMED_SHARE:
        return stage.finish(setting.today, setting.asker, [refused])
    found = stage.geocode(naming)
    if draw > 1 - LIMIT_TRIED_SHARE:
        return stage.finish(setting.today, setting.asker, [_tried(refused, found, setting)])
    calls = (found, stage.forecast(setting.place, setting.today, LONGEST_FORECAST))
    days = DayWords("", (), 0, LONGEST_FORECAST - 1, dated=False)
    turn = answered(setting, days, refused._replace(calls=calls, task="answer"))
    told = f"only {LONGEST_FORECAST} days can be had: says so; of these {turn.must}"
    return stage.finish(setting.today, setting.asker, [turn._replace(must=told)])


def _tried(refused: Turn, found: Call, setting: Setting) -> Turn:
    """Return the turn in which the call is made as asked, and fails; it is not trained on."""
    wanted = days_wanted(refused)
    arguments = {"latitude": setting.place.latitude, "longitude": setting.place.longitude, "days": wanted}
    wrong = Call("get_forecast", arguments, argument_error("days", wanted), trained=False)
    return refused._replace(calls=(found, wrong))


LIMIT_NAMED_SHARE: Final = 0.45
"""How often the limit is named without a call; else the fourteen days there are get looked up."""
LIMIT_TRIED_SHARE: Final = 0.12
"""How often the call is made as asked and fails; that call is not trained on."""


def beyond_the_limit(stage: Stage, place: Place) -> tuple[Setting, Naming, Turn]:
    """Return the turn that asks for more days than there are and is told the limit."""
    rng = stage.rng
    setting = settle(stage, place, "span")
    naming = name_place(rng, place)
    wanted = rng.choice((15, 16, 18, 20, 20, 21, 25, 28, 30, 30, 45, 60, 90))
    words, forms = long_span(rng, wanted)
    wish, manner = day_question(rng, setting.occasion, where(naming), words)
    mentions = (*naming.mentions, Mention("days", forms))
    must = f"forecasts reach {LONGEST_FORECAST} days and no further; offers those"
    return setting, naming, Turn(wish, manner, mentions, (), "explain", must)


def days_wanted(turn: Turn) -> int:
    """Return how many days a turn beyond the limit asks for."""
    forms = next(mention.forms for mention in turn.mentions if mention.kind == "days")
    return next(int(form.split()[0]) for form in forms if form.endswith(" days"))


def long_span(rng: random.Random, count: int) -> tuple[str, tuple[str, ...]]:
    """Return a way of asking for more days than there are, and its forms."""
    forms: list[str] = [f"{count} days", f"{count}-day"]
    ways = [f"over the next {count} days", f"for {count} days ahead"]
    if count in (21, 28):
        weeks = {21: "three weeks", 28: "four weeks"}[count]
        ways, forms = [f"over the next {weeks}"], [weeks, f"{count // 7} weeks", *forms]
    elif count in (30, 60, 90):
        months = {30: "month", 60: "two months", 90: "three months"}[count]
        ways, forms = [f"over the next {months}", f"over the coming {months}"], [months, *forms]
    return rng.choice(ways), tuple(forms)


def coordinates_out_of_range(stage: Stage) -> Scenario:
    """The user's coordinates lie nowhere on Earth: say which is wrong, ask to check it."""
    setting, words, turn, _ = impossible_coordinates(stage)
    return stage.finish(setting.today, setting.asker, [turn], dated=bool(words and words.dated))


def impossible_coordinates(stage: Stage) -> tuple[Setting, DayWords | None, Turn, Place]:
    """Return the turn whose coordinates are out of range, the setting, and the place that was meant."""
    rng = stage.rng
    near = random_city(rng)
    meant = near._replace(latitude=round(near.latitude, 2), longitude=round(near.longitude, 2))
    scope: Scope = rng.choice(("now", "day"))
    setting = settle(
        stage, meant, scope, relation="visit", among=FIELD_PEOPLE, told="reads them off a device"
    )
    words = one_day(rng, setting.today) if scope == "day" else None
    latitude, longitude, slip = _slip(rng, meant)
    given = f"{latitude}, {longitude}"
    wish, manner = question(stage, setting, f"at {given}", words)
    mention = Mention("coordinates", (given, f"lat {latitude}, lon {longitude}"))
    mentions = (mention, *(words.mentions if words else ()))
    calls: tuple[Call, ...] = ()
    if rng.random() < WRONG_CALL_SHARE:
        name, value = ("latitude", latitude) if abs(latitude) > 90 else ("longitude", longitude)
        arguments = {"latitude": latitude, "longitude": longitude}
        calls = (Call("get_current_weather", arguments, argument_error(name, value), trained=False),)
        if words:
            arguments["days"] = words.days
            calls = (Call("get_forecast", arguments, argument_error(name, value), trained=False),)
    return setting, words, Turn(wish, manner, mentions, calls, "explain", slip), meant


WRONG_CALL_SHARE: Final = 0.25
"""How often the impossible coordinates are tried all the same; that call is not trained on."""


def _slip(rng: random.Random, meant: Place) -> tuple[float, float, str]:
    """Return coordinates spoilt in one way, and what to say of them."""
    latitude, longitude = meant.latitude, meant.longitude
    if abs(longitude) > 90 and rng.random() < 0.4:
        return longitude, latitude, f"latitude {longitude} can't be: -90 to 90; perhaps the two are swapped"
    if rng.random() < 0.6:
        wrong = round(latitude * 10, 1) if abs(latitude) > 9.1 else round(latitude + 100, 2)
        return wrong, longitude, f"latitude {wrong} can't be: it runs from -90 to 90; asks to check it"
    wrong = round(longitude * 10, 1) if abs(longitude) > 18.1 else round(longitude + 200, 2)
    return latitude, wrong, f"longitude {wrong} can't be: it runs from -180 to 180; asks to check it"


PASSING: Final = ("Timeout", "Bad gateway", "Connection", "Internal server")
"""Beginnings of failure reasons that a second try may well cure."""


def service_failure(stage: Stage) -> Scenario:
    """The service fails: say so, say what would help, state nothing."""
    rng = stage.rng
    setting, naming, words, wish, manner, mentions = _sound_question(stage)
    reason = rng.choice(OUTAGES)
    failed = error(reason)
    calls: tuple[Call, ...]
    if rng.random() < 0.2:
        calls = (replace(stage.geocode(naming), result=failed),)
    else:
        found = stage.geocode(naming)
        calls = (found, replace(weather_call(stage, setting, words), result=failed))
    turn = Turn(wish, manner, mentions, calls, "explain", failure_told(rng, reason))
    return stage.finish(setting.today, setting.asker, [turn], dated=bool(words and words.dated))


def failure_told(rng: random.Random, reason: str) -> str:
    """Return what a reply says of a failure of the service."""
    wait = "in a minute" if "minute" in reason else "in an hour" if "hour" in reason else "later"
    if "tomorrow" in reason:
        return "the day's limit of requests is used up; it works again tomorrow"
    if "limit" in reason:
        return f"too many requests just now; worth asking again {wait}"
    cause = next(
        (words for start, words in _CAUSES.items() if reason.startswith(start)), "the service failed"
    )
    again = rng.choice(("worth trying again", "please try again"))
    return f"{cause}, so there is nothing to report; {again} {wait}"


_CAUSES: Final = {
    "The weather service is": "the service is overloaded",
    "Timeout": "the service did not answer in time",
    "Upstream": "the data have not come in",
    "Internal": "the service broke down on its side",
    "Bad gateway": "the forecast server did not answer",
    "Service unavailable": "the service is down for maintenance",
    "Connection": "the service lost its connection",
}


def retried_call(stage: Stage) -> Scenario:
    """A failure that passes: the same call again brings the answer."""
    rng = stage.rng
    setting, naming, words, wish, manner, mentions = _sound_question(stage)
    call = weather_call(stage, setting, words)
    reason = rng.choice([reason for reason in OUTAGES if reason.startswith(PASSING)])
    calls = (stage.geocode(naming), replace(call, result=error(reason)), call)
    return stage.finish(
        setting.today,
        setting.asker,
        [answered(setting, words, Turn(wish, manner, mentions, calls, "answer", ""))],
        dated=bool(words and words.dated),
    )


def respelt_place(stage: Stage) -> Scenario:
    """The user's spelling finds nothing; the assistant looks again under the right one."""
    rng = stage.rng
    place, slip = misspelt_city(rng)
    scope: Scope = rng.choice(("now", "day"))
    setting = settle(stage, place, scope)
    words = one_day(rng, setting.today) if scope == "day" else None
    wish, manner = question(stage, setting, f"in {slip} (spelt so; {place.name} is meant)", words)
    mentions = (Mention("place", (slip,)), *(words.mentions if words else ()))
    empty, found = (
        geocode_call(slip, None, ()),
        geocode_call(place.name, None, geocode(place.name)[:RESULTS_SHOWN]),
    )
    calls = (empty, found, weather_call(stage, setting, words))
    turn = answered(setting, words, Turn(wish, manner, mentions, calls, "answer", ""))
    turn = turn._replace(must=f"names the place as {place.name}; {turn.must}")
    return stage.finish(setting.today, setting.asker, [turn], dated=bool(words and words.dated))


def misspelt_city(rng: random.Random) -> tuple[Place, str]:
    """Return a city whose name alone finds it, and a misspelling that finds nothing."""
    while True:
        place = random_city(rng)
        slip = misspelt(rng, place.name)
        if slip and not geocode(slip) and is_evident(place):
            return place, slip


def _sound_question(
    stage: Stage,
) -> tuple[Setting, Naming, DayWords | None, str, str, tuple[Mention, ...]]:
    """Return a question with which nothing is wrong."""
    rng = stage.rng
    place = random_city(rng)
    scope: Scope = rng.choice(("now", "day", "span"))
    setting = settle(stage, place, scope)
    naming = name_place(rng, place)
    words = None
    if scope != "now":
        words = one_day(rng, setting.today) if scope == "day" else next_days(rng, rng.randint(2, 7))
    wish, manner = question(stage, setting, where(naming), words)
    return setting, naming, words, wish, manner, (*naming.mentions, *(words.mentions if words else ()))


def weather_call(stage: Stage, setting: Setting, words: DayWords | None) -> Call:
    """Return the call that answers a question about now, or about the days named."""
    if words is None:
        return stage.current(setting.place, setting.when)
    return stage.forecast(setting.place, setting.today, words.days)


def answered(setting: Setting, words: DayWords | None, turn: Turn, index: int = 0) -> Turn:
    """Return the turn with what its last call comes to; `index` counts the calls of earlier turns."""
    concern = concern_of(setting.occasion)
    result, call = turn.calls[-1].result, index + len(turn.calls) - 1
    if words is None:
        must, figures = now_verdict(concern, result), now_figures(concern, call)
    else:
        must, figures = days_answer(concern, result, words, call)
    return turn._replace(must=must, figures=figures, units=units_of(result))


def no_tool_for_that(stage: Stage) -> Scenario:
    """Something near the weather that no tool here can tell: say so, offer what can be had, call nothing."""
    return _declined(stage, near_weather=True)


def off_topic(stage: Stage) -> Scenario:
    """Not a weather question at all: say what this assistant is for, call nothing."""
    return _declined(stage, near_weather=False)


def _declined(stage: Stage, *, near_weather: bool) -> Scenario:
    rng = stage.rng
    table = declined_requests(near_weather)
    request = table[(stage.earlier * STRIDE + stage.seed) % len(table)]
    mentions: tuple[Mention, ...] = ()
    wish = request.wish
    if "{place}" in wish:
        place = fitting_place(rng, request)
        mentions = (Mention("place", (place.name,)),)
        wish = wish.format(place=place.name)
    who, typing = person(rng, request.groups, rng.choice(TRAVELLER_ENGLISH), request.ages)
    manner = rng.choice(PLAIN_MANNERS)
    turn = Turn(wish, manner, mentions, (), "decline", request.must)
    return stage.finish(random_day(rng), Asker(who, typing, request.occasion), [turn])


STRIDE: Final = 17
"""Requests are taken in turn, this many lines of the table apart, so that each is used before one returns."""
