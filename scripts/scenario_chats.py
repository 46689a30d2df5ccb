"""Conversations of two to four turns in which a later turn needs an earlier one.

What is known already is not looked up again: coordinates found once are used again, and a question that the
figures above answer is answered from them.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from scripts.askers import IMPERIAL_ENGLISH, METRIC_ENGLISH, TRAVELLER_ENGLISH, person
from scripts.concerns import CONCERNS, Field, extremes, facts_of_day
from scripts.scenario import Asker, Call, Figure, JSONObject, Mention, Scenario, Turn, Units
from scripts.scenario_days import DayWords, named_day, next_days, one_day, plain_date, weekday_forms
from scripts.scenario_errors import (
    answered,
    beyond_the_limit,
    failure_told,
    impossible_coordinates,
    namesakes,
    placeless,
    question,
    told_apart,
    unknown_place,
    weather_call,
)
from scripts.scenario_pairs import COMPARED, compared, draw_pair
from scripts.scenario_places import (
    RESULTS_SHOWN,
    is_evident,
    name_place,
    random_city,
)
from scripts.scenario_stage import Setting, Stage, geocode_call, random_day, settle, share_a_date
from scripts.scenario_success import IN_DEGREES, common_units, coordinates, same_day
from scripts.scenario_turns import (
    UNIT_WORDS,
    concern_of,
    days_answer,
    days_turn,
    now_turn,
    units_asked_for,
    units_mention,
    units_of,
    where,
)
from scripts.scenario_words import (
    FIELD_WORDS,
    FOLLOW_UP_MANNERS,
    PLAIN_MANNERS,
    now_figures,
    value,
)
from scripts.weather.places import Place, geocode, places
from scripts.weather.service import OUTAGES, error
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
    return replace(
        turn, wish=f"{asked} {words} right now, for a start", directness=stage.rng.choice(PLAIN_MANNERS)
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
        (*words.mentions, _may_name(setting.place)),
        (call,),
        "answer",
        must,
        figures,
        units_of(call.result),
    )


def _may_name(place: Place) -> Mention:
    return Mention("place", (place.name,), required=False)


ROUNDS: Final = (
    ("two stops of one business trip", "office travel"),
    ("two legs of one long drive", "driver travel"),
    ("ringing two cousins in turn", "elder home curious"),
    ("the weather round of a small radio station", "curious music student"),
    ("two branches of one shop to be warned or left in peace", "shop office"),
    ("two parcels on their way", "home shop elder"),
    ("two concerts of one tour", "music event"),
    ("postcards to two friends", "elder home travel"),
    ("a wall map with two pins in it", "teacher curious student"),
    ("a newspaper column on twin towns", "curious office"),
    ("two holiday flats let to guests", "home office shop"),
    ("two ports on one sailing plan", "sea water"),
    ("two airfields of one training flight", "pilot"),
    ("two field sites of one survey", "survey"),
    ("two aunts who both expect to be asked after", "home student elder"),
    ("two chapters of one novel", "curious"),
    ("two crews out on jobs", "builder office"),
    ("a class split into two pen-friend groups", "teacher"),
)
"""Why one asks after two places one after the other without comparing them, and who does."""


def another_place(stage: Stage) -> Scenario:
    """One place, then another: the second is found and looked up like the first."""
    rng = stage.rng
    day, first, second = random_day(rng), random_city(rng), random_city(rng)
    if first == second or not share_a_date(first, second, day):
        return another_place(stage)
    text, groups = rng.choice(ROUNDS)
    who, typing = person(rng, frozenset(groups.split()), rng.choice(TRAVELLER_ENGLISH))
    moments = same_day(rng, day, first, second)
    concern = CONCERNS[rng.choice(("general", "general", "rain", "wind_effect", "warm"))]
    turns: list[Turn] = []
    for moment in moments:
        naming = name_place(rng, moment.place)
        call = stage.current(moment.place, moment.when)
        asked = f"{concern.asks} {where(naming)} right now"
        turns.append(
            Turn(
                f"the same for {naming.words}{naming.note}" if turns else asked,
                rng.choice(FOLLOW_UP_MANNERS if turns else PLAIN_MANNERS),
                naming.mentions,
                (stage.geocode(naming), call),
                "answer",
                f"how it is in {moment.place.name}",
                now_figures(concern, 2 * len(turns) + 1)[:2],
                units_of(call.result),
            )
        )
    return stage.finish(moments[0].when.date(), Asker(who, typing, text), turns)


def comparison(stage: Stage) -> Scenario:
    """One place, then how another compares with what was just said."""
    rng = stage.rng
    day, ahead = random_day(rng), rng.random() < 0.3
    pair = draw_pair(rng, day, ahead=ahead)
    moments = same_day(rng, day, pair.first, pair.second)
    one, other = name_place(rng, pair.first), name_place(rng, pair.second)
    units = common_units(pair)
    days = named_day(rng, day, rng.choice((1, 1, 2))) if ahead else None
    calls = [
        stage.forecast(m.place, day, days.days, units) if days else stage.current(m.place, m.when, units)
        for m in moments
    ]
    facts = [call.result["daily"][-1] if days else call.result for call in calls]
    concern, iso = CONCERNS[pair.occasion.concern], facts[0].get("date")
    names, result = (pair.first.name, pair.second.name), calls[0].result
    field = COMPARED[pair.occasion.concern][1 if days else 0]
    first = Turn(
        f"{concern.will_ask if days else concern.asks} {where(one)} {days.words if days else 'right now'}"
        + units_asked_for(units),
        rng.choice(PLAIN_MANNERS),
        (*one.mentions, *_mentions(days), *units_mention(units)),
        (stage.geocode(one), calls[0]),
        "answer",
        f"the figures for {names[0]}",
        tuple(Figure(1, name, iso) for name in (concern.day if days else concern.now)[:2]),
        units_of(result),
    )
    second = Turn(
        f"how {other.words}{other.note} compares: {pair.occasion.question}",
        rng.choice(FOLLOW_UP_MANNERS),
        other.mentions,
        (stage.geocode(other), calls[1]),
        "answer",
        compared(pair.occasion.concern, names, (facts[0], facts[1]), result["units"], bool(days)),
        (Figure(1, field, iso), Figure(3, field, iso)),
        units_of(result),
    )
    return stage.finish(day, pair.asker, [first, second], dated=bool(days))


def _mentions(days: DayWords | None) -> tuple[Mention, ...]:
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
    mentions = (Mention("units", forms), _may_name(setting.place))
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
        (_may_name(setting.place),),
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
    words = "tomorrow" if (day - setting.today).days == 1 else f"{day:%A}"
    forms = ("tomorrow",) if words == "tomorrow" else weekday_forms(day)
    verdict = concern.judge(facts_of_day(entry, call.result["units"]))
    return Turn(
        f"more about {words}: {concern.will_ask}",
        rng.choice(FOLLOW_UP_MANNERS),
        (Mention("day", forms), _may_name(setting.place)),
        (),
        "recall",
        f"{plain_date(day)}: {verdict}",
        tuple(Figure(index, name, entry["date"]) for name in concern.day),
        units_of(call.result),
    )


def place_supplied(stage: Stage) -> Scenario:
    """No place at first: asked for, given, looked up."""
    rng = stage.rng
    setting, words, first = placeless(stage)
    naming = name_place(rng, setting.place)
    calls = (stage.geocode(naming), weather_call(stage, setting, words))
    wish = rng.choice(("answers: {place}", "names the place asked for: {place}", "says where: {place}"))
    turn = Turn(
        wish.format(place=naming.words + naming.note),
        rng.choice(REPLY_MANNERS),
        naming.mentions,
        calls,
        "answer",
        "",
    )
    turns = [first, answered(setting, words, turn)]
    return stage.finish(setting.today, setting.asker, turns, dated=bool(words and words.dated))


REPLY_MANNERS: Final = (
    "just the answer, a word or two",
    "the answer with an 'oh, sorry'",
    "the answer in a short sentence",
    "the answer, a little sheepish",
    "the answer and nothing else",
    "the answer, as if it were obvious",
)


def correction(stage: Stage) -> Scenario:
    """What was meant is put right: the place, taken for its famous namesake, or the day."""
    return _place_corrected(stage) if stage.rng.random() < 0.6 else _day_corrected(stage)


def _place_corrected(stage: Stage) -> Scenario:
    """The right place stands in what the first look-up found, so it isn't looked up again."""
    rng = stage.rng
    day, found = random_day(rng), rng.choice(famous_names())
    famous, meant = found[0], rng.choice(found[1:])
    if not share_a_date(famous, meant, day):
        return _place_corrected(stage)
    there, here = same_day(rng, day, famous, meant)
    ahead = rng.random() < 0.5
    setting = settle(stage, meant, "day" if ahead else "now", when=here.when)
    words = named_day(rng, setting.today, rng.randint(1, 3)) if ahead else None
    wrong = replace(setting, place=famous, when=there.when)
    wish, manner = question(stage, setting, f"in {famous.name} (no region added)", words)
    calls = (geocode_call(famous.name, None, found), weather_call(stage, wrong, words))
    mentions = (Mention("place", (famous.name,)), *_mentions(words))
    first = answered(wrong, words, Turn(wish, manner, mentions, calls, "answer", ""))
    region = told_apart(meant, found)
    second = Turn(
        f"corrects the place: {meant.name}, {region}, was meant",
        rng.choice(REPLY_MANNERS),
        (Mention("place", (region,)), _may_name(meant)),
        (weather_call(stage, setting, words),),
        "answer",
        "",
    )
    turns = [
        replace(first, must=f"says it is for {famous.name}, {told_apart(famous, found)}; {first.must}"),
        answered(setting, words, second, len(calls)),
    ]
    return stage.finish(setting.today, setting.asker, turns, dated=bool(words and words.dated))


def _day_corrected(stage: Stage) -> Scenario:
    """Another day was meant: an earlier one stands in the forecast already there, a later one doesn't."""
    rng = stage.rng
    setting = settle(stage, random_city(rng), "day")
    naming = name_place(rng, setting.place)
    said, meant = rng.sample(range(1, 6), 2)
    words, right = (named_day(rng, setting.today, ahead) for ahead in (said, meant))
    before = [stage.geocode(naming)]
    first = days_turn(stage, setting, where(naming), words, naming.mentions, before)
    call = first.calls[-1] if meant < said else weather_call(stage, setting, right)
    index = 1 if meant < said else 2
    must, figures = days_answer(concern_of(setting.occasion), call.result, right, index)
    second = Turn(
        f"corrects the day: meant was {right.words.removeprefix('on ')}",
        rng.choice(REPLY_MANNERS),
        (*right.mentions, replace(words.mentions[0], required=False), _may_name(setting.place)),
        () if meant < said else (call,),
        "recall" if meant < said else "answer",
        must,
        figures,
        units_of(call.result),
    )
    return stage.finish(setting.today, setting.asker, [first, second], dated=True)


@cache
def famous_names() -> tuple[tuple[Place, ...], ...]:
    """Return what is found for names with one evident bearer and others that can be told apart from it."""
    kept = []
    for name in dict.fromkeys(place.name for place in places() if place.kind == "city"):
        found = geocode(name)[:RESULTS_SHOWN]
        apart = {told_apart(place, found) for place in found}
        alike = all(place.name == name for place in found)
        if len(found) > 1 and alike and is_evident(found[0]) and len(apart) == len(found) and "" not in apart:
            kept.append(found)
    return tuple(kept)


def ambiguity_resolved(stage: Stage) -> Scenario:
    """Several places of the name, asked which, told which: the coordinates stand in what was found."""
    setting, words, first, found = namesakes(stage)
    region = told_apart(setting.place, found)
    second = Turn(
        f"says which: the one in {region}",
        stage.rng.choice(REPLY_MANNERS),
        (Mention("place", (region,)), _may_name(setting.place)),
        (weather_call(stage, setting, words),),
        "answer",
        "",
    )
    turns = [first, answered(setting, words, second, 1)]
    return stage.finish(setting.today, setting.asker, turns, dated=bool(words and words.dated))


def another_way(stage: Stage) -> Scenario:
    """A place nobody can find, then a bigger one near it, or its coordinates."""
    rng = stage.rng
    setting, words, first = unknown_place(stage)
    if rng.random() < 0.6:
        naming = name_place(rng, setting.place)
        wish, mentions = f"names a bigger town near it instead: {naming.words}{naming.note}", naming.mentions
        calls: tuple[Call, ...] = (stage.geocode(naming), weather_call(stage, setting, words))
    else:
        digits = rng.choice((2, 3))
        place = replace(
            setting.place,
            latitude=round(setting.place.latitude + rng.uniform(-0.2, 0.2), digits),
            longitude=round(setting.place.longitude + rng.uniform(-0.2, 0.2), digits),
        )
        setting = replace(setting, place=place)
        mention, position = coordinates(stage, place)
        wish, mentions = f"gives the coordinates instead: {position.removeprefix('at ')}", (mention,)
        calls = (weather_call(stage, setting, words),)
    second = Turn(wish, rng.choice(REPLY_MANNERS), mentions, calls, "answer", "")
    turns = [first, answered(setting, words, second, 1)]
    return stage.finish(setting.today, setting.asker, turns, dated=bool(words and words.dated))


def asked_again(stage: Stage) -> Scenario:
    """The service fails, the user asks for another try, and it works."""
    rng = stage.rng
    setting = settle(stage, random_city(rng), "now")
    naming = name_place(rng, setting.place)
    wish, manner = question(stage, setting, where(naming), None)
    call = weather_call(stage, setting, None)
    reason = rng.choice([reason for reason in OUTAGES if "tomorrow" not in reason and "hour" not in reason])
    calls = (stage.geocode(naming), replace(call, result=error(reason)))
    first = Turn(wish, manner, naming.mentions, calls, "explain", failure_told(rng, reason))
    wish = rng.choice(
        ("asks to try again", "asks whether it works by now", "wants another try, a little later")
    )
    second = Turn(wish, rng.choice(FOLLOW_UP_MANNERS[:3]), (_may_name(setting.place),), (call,), "answer", "")
    return stage.finish(setting.today, setting.asker, [first, answered(setting, None, second, 2)])


def coordinates_corrected(stage: Stage) -> Scenario:
    """Impossible coordinates, then the right ones."""
    setting, words, first, meant = impossible_coordinates(stage)
    mention, position = coordinates(stage, meant)
    second = Turn(
        f"gives them right: {position.removeprefix('at ')}",
        stage.rng.choice(REPLY_MANNERS),
        (mention,),
        (weather_call(stage, setting, words),),
        "answer",
        "",
    )
    turns = [first, answered(setting, words, second, len(first.calls))]
    return stage.finish(setting.today, setting.asker, turns, dated=bool(words and words.dated))


def days_reduced(stage: Stage) -> Scenario:
    """More days than there are, then as many as can be had."""
    rng = stage.rng
    setting, naming, first = beyond_the_limit(stage, random_city(rng))
    words = next_days(rng, rng.choice((3, 4, 5, 6, 7, 8)))
    second = Turn(
        f"settles for less: {words.words}",
        rng.choice(REPLY_MANNERS),
        words.mentions,
        (stage.geocode(naming), weather_call(stage, setting, words)),
        "answer",
        "",
    )
    return stage.finish(setting.today, setting.asker, [first, answered(setting, words, second)])


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
