"""Conversations in which the user puts right or fills in what was missing, wrong or out of reach."""

from dataclasses import replace
from functools import cache
from typing import Final

from scripts.scenario import Call, Mention, Scenario, Turn
from scripts.scenarios.chats import may_name, mentions_of
from scripts.scenarios.days import named_day, next_days
from scripts.scenarios.errors import (
    all_told_apart,
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
from scripts.scenarios.places import (
    RESULTS_SHOWN,
    is_evident,
    name_place,
    random_city,
)
from scripts.scenarios.stage import Stage, geocode_call, random_day, settle, share_a_date
from scripts.scenarios.success import coordinates
from scripts.scenarios.turns import (
    concern_of,
    days_answer,
    days_turn,
    units_of,
    where,
)
from scripts.scenarios.two_places import same_day
from scripts.scenarios.words import (
    FOLLOW_UP_MANNERS,
)
from scripts.weather.places import Place, geocode, places
from scripts.weather.service import OUTAGES, error


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
    wrong = setting._replace(place=famous, when=there.when)
    wish, manner = question(stage, setting, f"in {famous.name} (no region added)", words)
    calls = (geocode_call(famous.name, None, found), weather_call(stage, wrong, words))
    mentions = (Mention("place", (famous.name,)), *mentions_of(words))
    first = answered(wrong, words, Turn(wish, manner, mentions, calls, "answer", ""))
    region = told_apart(meant, found)
    second = Turn(
        f"corrects the place: {meant.name}, {region[0].removeprefix('the ')}, was meant",
        rng.choice(REPLY_MANNERS),
        (Mention("place", region), may_name(meant)),
        (weather_call(stage, setting, words),),
        "answer",
        "",
    )
    taken_for = told_apart(famous, found)[0].removeprefix("the ")
    first = first._replace(must=f"says it is for {famous.name}, {taken_for}; {first.must}")
    turns = [first, answered(setting, words, second, len(calls))]
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
        (*right.mentions, words.mentions[0]._replace(required=False), may_name(setting.place)),
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
        alike = len(found) > 1 and all(place.name == name for place in found)
        if alike and is_evident(found[0]) and all_told_apart(found):
            kept.append(found)
    return tuple(kept)


def ambiguity_resolved(stage: Stage) -> Scenario:
    """Several places of the name, asked which, told which: the coordinates stand in what was found."""
    setting, words, first, found = namesakes(stage)
    region = told_apart(setting.place, found)
    second = Turn(
        f"says which: the one in {region[0]}",
        stage.rng.choice(REPLY_MANNERS),
        (Mention("place", region), may_name(setting.place)),
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
        place = setting.place._replace(
            latitude=round(setting.place.latitude + rng.uniform(-0.2, 0.2), digits),
            longitude=round(setting.place.longitude + rng.uniform(-0.2, 0.2), digits),
        )
        setting = setting._replace(place=place)
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
    second = Turn(wish, rng.choice(FOLLOW_UP_MANNERS[:3]), (may_name(setting.place),), (call,), "answer", "")
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
