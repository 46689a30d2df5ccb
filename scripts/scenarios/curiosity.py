"""Questions of the curious: where a place lies, who wins a bet, what time it is far off."""

from functools import cache
from typing import Final

from scripts.scenario import Asker, Figure, Mention, Scenario, Turn
from scripts.scenarios.askers import TRAVELLER_ENGLISH, person
from scripts.scenarios.days import weekday
from scripts.scenarios.places import all_cities, name_place, random_city
from scripts.scenarios.stage import Stage, random_day, settle
from scripts.scenarios.turns import (
    units_of,
    where,
)
from scripts.scenarios.words import PLAIN_MANNERS, value
from scripts.weather.places import Place
from scripts.weather.simulation import local_time

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
    return stage.finish(setting.today, setting.asker._replace(occasion=occasion), [turn])


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
    clock = f"{when:%H:%M} on {weekday(when)} there, {part_of_day(when.hour)}"
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


_DIFFERENT: Final = """
America/St_Johns Asia/Anadyr Asia/Colombo Asia/Kabul Asia/Kamchatka Asia/Kathmandu Asia/Kolkata Asia/Tehran
Asia/Yangon Australia/Adelaide Australia/Broken_Hill Australia/Darwin Indian/Cocos Pacific/Apia
Pacific/Auckland Pacific/Chatham Pacific/Fiji Pacific/Funafuti Pacific/Kiritimati Pacific/Kwajalein
Pacific/Majuro Pacific/Marquesas Pacific/Nauru Pacific/Norfolk Pacific/Tarawa Pacific/Tongatapu Pacific/Wallis
"""
ODD_ZONES: Final = frozenset(_DIFFERENT.split())
"""Time zones that in January differ from Greenwich by no whole hours, or by twelve and more. A list, since
finding them means reading every time zone there is."""


@cache
def odd_clocks() -> tuple[Place, ...]:
    """Return cities of the odd time zones, of a country one for each initial."""
    kept: dict[tuple[str, str], Place] = {}
    for place in all_cities():
        if place.timezone in ODD_ZONES:
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
