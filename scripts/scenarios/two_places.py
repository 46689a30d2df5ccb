"""Two places in one question: each is found and looked up, and they are compared."""

import random
from datetime import date, datetime
from typing import Final, NamedTuple

from scripts.scenario import Figure, Mention, Scenario, Turn, Units
from scripts.scenarios.askers import IMPERIAL_ENGLISH
from scripts.scenarios.days import named_day
from scripts.scenarios.pairs import COMPARED, Pair, compared, draw_pair
from scripts.scenarios.places import name_place
from scripts.scenarios.stage import Stage, elsewhere, random_day
from scripts.scenarios.turns import (
    units_asked_for,
    units_mention,
    units_of,
)
from scripts.weather.places import Place
from scripts.weather.simulation import local_time
from scripts.weather.units import customary_units


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


class Moment(NamedTuple):
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
