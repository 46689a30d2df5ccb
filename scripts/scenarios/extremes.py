"""The ends of the scale: extreme weather, and places at the edges of the map."""

import math
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from scripts.scenario import Mention, Scenario, Turn
from scripts.scenarios.days import next_days, one_day, weekday
from scripts.scenarios.occasions import Relation, Scope
from scripts.scenarios.places import all_cities, name_place
from scripts.scenarios.stage import Setting, Stage, Steering, random_day, settle
from scripts.scenarios.success import coordinates
from scripts.scenarios.turns import days_turn, now_turn, where
from scripts.weather.climate import Months, monthly_means
from scripts.weather.places import Place, geocode, places
from scripts.weather.simulation import find_when

TRIES: Final = 12


class Extreme(NamedTuple):
    """A kind of extreme weather: what the simulation is asked for, and whom it concerns."""

    codes: frozenset[int] | None = None
    range_c: tuple[float, float] | None = None
    concerns: frozenset[str] = frozenset()


OUTDOOR_PEOPLE: Final = frozenset(("outdoor", "survey", "snow"))
"""Who goes to landmarks: mountains, deserts, ruins."""

EXTREMES: Final = {
    "extreme_heat": Extreme(range_c=(30, 47), concerns=frozenset(("heat", "run", "warm"))),
    "extreme_cold": Extreme(range_c=(-52, -16), concerns=frozenset(("cold", "dress", "frost", "road"))),
    "storm": Extreme(
        frozenset((82, 95, 96, 99)), concerns=frozenset(("calm", "dry_calm", "outdoors", "road"))
    ),
    "monsoon": Extreme(
        frozenset((63, 65, 81, 82, 95)), concerns=frozenset(("rain", "dry", "outdoors", "road"))
    ),
    "blizzard": Extreme(frozenset((75, 86)), concerns=frozenset(("snow", "road", "cold", "frost"))),
    "desert": Extreme(frozenset((0, 1)), concerns=frozenset(("heat", "sky", "humid", "outdoors", "cold"))),
}
"""Temperatures in °C hold for the whole day; conditions for the day it is asked on."""


def extreme(stage: Stage) -> Scenario:
    """Weather at an end of its scale, where and when the climate has it."""
    rng = stage.rng
    kind = EXTREMES[stage.kind]
    place, day = _draw(stage, kind)
    steering = Steering(kind.codes, kind.range_c)
    scope: Scope = rng.choice(("now", "now", "day", "span"))
    wild = place.kind == "landmark"
    setting = settle(
        stage,
        place,
        scope,
        relation="wild" if wild else None,
        day=day,
        steering=steering,
        concerns=kind.concerns,
        among=OUTDOOR_PEOPLE if wild else None,
    )
    naming = name_place(rng, place)
    before = [stage.geocode(naming)]
    if scope == "now":
        turn = now_turn(stage, setting, where(naming), naming.mentions, before)
        return stage.finish(setting.today, setting.asker, [turn])
    words = one_day(rng, setting.today) if scope == "day" else next_days(rng, rng.randint(2, 5))
    turn = days_turn(stage, setting, where(naming), words, naming.mentions, before)
    return stage.finish(setting.today, setting.asker, [turn], dated=words.dated)


def _draw(stage: Stage, kind: Extreme) -> tuple[Place, date]:
    """Return a place of the kind's climate and a day that can bring its weather."""
    candidates = climate_pool(stage.kind)
    for _ in range(TRIES):
        place, months = stage.rng.choice(candidates)
        when = find_when(place, stage.rng, kind.codes, kind.range_c)
        if when is not None and when.month in months:
            return place, when.date()
    place, months = stage.rng.choice(candidates)
    first = date(2021 + stage.rng.randrange(6), stage.rng.choice(months), 1)
    return place, first + timedelta(days=stage.rng.randrange(28))


@cache
def climate_pool(kind: str) -> tuple[tuple[Place, tuple[int, ...]], ...]:
    """Return the places where a kind of extreme weather is at home, each with its months (1 to 12)."""
    season = SEASONS[kind]
    found = []
    for place, year in _everywhere():
        if kind == "monsoon" and place.continent not in ("Asia", "Africa"):
            continue
        if kind == "desert" and sum(year.precipitation_mm) > 180:
            continue
        if months := season.months(year):
            found.append((place, months))
    return tuple(found)


class Year(NamedTuple):
    """A place's monthly means, and what they come to at least and at most."""

    mean_c: Months
    precipitation_mm: Months
    coldest_c: float
    warmest_c: float
    driest_mm: float
    wettest_mm: float


class SeasonBounds(NamedTuple):
    """Which months bring a kind of weather: those of a mean temperature and precipitation within bounds."""

    coldest_c: float = -math.inf
    warmest_c: float = math.inf
    driest_mm: float = 0.0
    below_mm: float = math.inf

    def months(self, year: Year) -> tuple[int, ...]:
        """Return the months (1 to 12) of a place within the bounds; most places have none."""
        coldest_c, warmest_c, driest_mm, below_mm = self
        mean_c, precipitation_mm, least_c, most_c, least_mm, most_mm = year
        if most_c < coldest_c or least_c > warmest_c or most_mm < driest_mm or least_mm >= below_mm:
            return ()
        months = [
            month
            for month, mean, fallen in zip(range(1, 13), mean_c, precipitation_mm, strict=True)
            if coldest_c <= mean <= warmest_c and driest_mm <= fallen < below_mm
        ]
        return tuple(months)


SEASONS: Final[Mapping[str, SeasonBounds]] = {
    "extreme_heat": SeasonBounds(coldest_c=31),
    "extreme_cold": SeasonBounds(warmest_c=-19),
    "storm": SeasonBounds(coldest_c=16, driest_mm=60),
    "monsoon": SeasonBounds(coldest_c=20, driest_mm=220),
    "blizzard": SeasonBounds(coldest_c=-18, warmest_c=-2, driest_mm=25),
    "desert": SeasonBounds(below_mm=15),
}


@cache
def _everywhere() -> tuple[tuple[Place, Year], ...]:
    """Return cities and landmarks with their year."""
    landmarks = (place for place in _known_places() if place.kind == "landmark")
    return tuple((place, _year(place)) for place in (*all_cities(), *landmarks))


def _year(place: Place) -> Year:
    mean_c, fallen_mm = monthly_means(place)
    return Year(mean_c, fallen_mm, min(mean_c), max(mean_c), min(fallen_mm), max(fallen_mm))


@cache
def _known_places() -> tuple[Place, ...]:
    """Return the places that their bare names find."""
    return tuple(place for place in places() if geocode(place.name)[:1] == (place,))


PLATEAU_M: Final = 3000
POLAR_NIGHT_DEGREES: Final = 68.5
"""Degrees north from which the sun stays down from 5 December to 6 January, refraction allowed for."""

DATE_LINE_DEGREES: Final = 174.0


@cache
def edge_pool(kind: str) -> tuple[Place, ...]:
    """Return the places of one kind of edge."""
    known = _known_places()
    if kind == "polar_station":
        return tuple(p for p in known if p.kind == "station" or p.name in ("North Pole", "South Pole"))
    if kind == "open_sea":
        return tuple(p for p in known if p.kind == "sea" and p.name not in ("North Pole", "Null Island"))
    if kind == "date_line":
        return tuple(p for p in known if abs(p.longitude) >= DATE_LINE_DEGREES and p.kind == "city")
    if kind == "high_plateau":
        return tuple(p for p in known if (p.elevation_m or 0) >= PLATEAU_M and p.kind in ("city", "landmark"))
    if kind == "polar_night":
        return tuple(p for p in known if p.latitude >= POLAR_NIGHT_DEGREES and p.kind == "city")
    return tuple(p for p in known if p.name == "Null Island")


def edge(stage: Stage) -> Scenario:
    """A place at an edge of the map, of height or of daylight."""
    rng = stage.rng
    place = rng.choice(edge_pool(stage.kind))
    day = _winter_day(stage) if stage.kind == "polar_night" else random_day(rng)
    scope: Scope = rng.choice(("now", "now", "day", "span"))
    relation: Relation | None = {"city": None, "landmark": "wild"}.get(place.kind, "remote")
    among = OUTDOOR_PEOPLE if place.kind == "landmark" else None
    setting = settle(stage, place, scope, relation=relation, among=among, day=day)
    named = place.kind == "city" or rng.random() < 0.75
    naming = name_place(rng, place) if named else None
    mentions, before = (naming.mentions, [stage.geocode(naming)]) if naming else ((), [])
    words = where(naming) if naming else ""
    if not naming:
        mention, words = coordinates(stage, place)
        mentions = (mention, Mention("place", (place.name,), required=False))
        words = f"{words}, which is {place.name}" if place.kind != "sea" else words
    if scope == "now":
        turn = _with_note(now_turn(stage, setting, words, mentions, before), stage, setting)
        return stage.finish(setting.today, setting.asker, [turn])
    days = one_day(rng, setting.today) if scope == "day" else next_days(rng, rng.randint(2, 5))
    turn = _with_note(days_turn(stage, setting, words, days, mentions, before), stage, setting)
    return stage.finish(setting.today, setting.asker, [turn], dated=days.dated)


def _with_note(turn: Turn, stage: Stage, setting: Setting) -> Turn:
    """Return the turn with what its edge is about added to what the reply may use."""
    notes = {
        "polar_night": "it is polar night there: the sun does not rise these weeks",
        "date_line": f"by the clock there it is {weekday(setting.when)}, {setting.when:%H:%M}",
        "high_plateau": f"it lies {round(setting.place.elevation_m or 0, -2):.0f} m up",
    }
    note = notes.get(stage.kind)
    if note is None:
        return turn
    return turn._replace(must=f"{turn.must}. May mention: {note}")


def _winter_day(stage: Stage) -> date:
    return date(2021 + stage.rng.randrange(5), 12, 5) + timedelta(days=stage.rng.randrange(32))
