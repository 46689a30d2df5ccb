"""Conversations about one place, then another."""

from typing import Final

from scripts.scenario import Asker, Figure, Scenario, Turn
from scripts.scenarios.askers import TRAVELLER_ENGLISH, person
from scripts.scenarios.chats import mentions_of
from scripts.scenarios.concerns import CONCERNS
from scripts.scenarios.days import named_day
from scripts.scenarios.pairs import COMPARED, compared, draw_pair
from scripts.scenarios.places import (
    name_place,
    random_city,
)
from scripts.scenarios.stage import Stage, random_day, share_a_date
from scripts.scenarios.turns import (
    units_asked_for,
    units_mention,
    units_of,
    where,
)
from scripts.scenarios.two_places import common_units, same_day
from scripts.scenarios.words import (
    FOLLOW_UP_MANNERS,
    PLAIN_MANNERS,
    now_figures,
)

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
        (*one.mentions, *mentions_of(days), *units_mention(units)),
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
