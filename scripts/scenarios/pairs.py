"""Two places in one question: which go together, why one compares them, and how they compare."""

import csv
import math
import random
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final, Literal, NamedTuple

from scripts.scenario import Asker, JSONObject
from scripts.scenarios.askers import TRAVELLER_ENGLISH, english_at_home, person
from scripts.scenarios.concerns import Field
from scripts.scenarios.occasions import ANY_AGE, bounds
from scripts.scenarios.places import compatriots, features_of, random_city
from scripts.scenarios.stage import share_a_date
from scripts.weather.climate import monthly_means
from scripts.weather.places import DATA, Place

Distance = Literal["near", "far"]
NEAR_KM: Final = 450
"""So far apart are two places between which one chooses for a day."""

KM_PER_DEGREE: Final = 111.2


class PairOccasion(NamedTuple):
    """A reason to compare two places, from the table `data/pair_occasions.csv`, which is written by hand.

    `question` is what one wants to know of the two; `ahead` whether it is asked of a coming day rather than
    of now; the other fields are those of an `Occasion`.
    """

    text: str
    question: str
    concern: str
    distance: Distance
    ahead: bool
    groups: frozenset[str]
    coldest: float
    warmest: float
    ages: tuple[int, int]
    where: str


@cache
def all_occasions() -> tuple[PairOccasion, ...]:
    """Return every line of the table."""
    with (DATA / "pair_occasions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_occasion(row) for row in csv.DictReader(file))


def _occasion(row: dict[str, str]) -> PairOccasion:
    return PairOccasion(
        text=row["text"],
        question=row["question"],
        concern=row["concern"],
        distance="near" if row["distance"] == "near" else "far",
        ahead=row["moment"] == "ahead",
        groups=frozenset(row["groups"].split()),
        coldest=float(row["coldest_c"]),
        warmest=float(row["warmest_c"]),
        ages=bounds(row["ages"], ANY_AGE),
        where=row["where"],
    )


class Pair(NamedTuple):
    """Two places and somebody who compares them."""

    first: Place
    second: Place
    occasion: PairOccasion
    asker: Asker


def draw_pair(rng: random.Random, day: date, *, ahead: bool) -> Pair:
    """Return two places and a reason to compare them that suits their distance and the season."""
    first = random_city(rng)
    distance: Distance = "near" if neighbours(first) and rng.random() < 0.55 else "far"
    second = rng.choice(neighbours(first)) if distance == "near" else _far_from(rng, first, day)
    features = features_of(first) & features_of(second)
    means = [round(monthly_means(place)[0][day.month - 1]) for place in (first, second)]
    fitting = pair_occasions(distance, ahead, min(means), max(means), features)
    if not fitting:
        return draw_pair(rng, day, ahead=ahead)
    occasion = rng.choice(fitting)
    english = english_at_home(rng, first) if distance == "near" else rng.choice(TRAVELLER_ENGLISH)
    who, typing = person(rng, occasion.groups, english, occasion.ages)
    return Pair(first, second, occasion, Asker(who, typing, occasion.text))


@cache
def pair_occasions(
    distance: Distance, ahead: bool, colder: int, warmer: int, features: frozenset[str]
) -> tuple[PairOccasion, ...]:
    """Return the occasions for two places with these monthly means in °C and features in common."""
    return tuple(
        occasion
        for occasion in all_occasions()
        if occasion.distance == distance
        and occasion.ahead is ahead
        and occasion.coldest <= colder
        and warmer <= occasion.warmest
        and (not occasion.where or occasion.where in features)
    )


@cache
def neighbours(place: Place) -> tuple[Place, ...]:
    """Return the cities of the same country within reach of a day's trip, in the same time zone."""
    return tuple(
        other
        for other in compatriots(place)
        if other.timezone == place.timezone
        and other.name != place.name
        and distance_km(place, other) <= NEAR_KM
    )


def distance_km(one: Place, other: Place) -> float:
    """Return the distance on the ground, good enough for neighbours."""
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return KM_PER_DEGREE * math.hypot(north, east)


def _far_from(rng: random.Random, place: Place, day: date) -> Place:
    while True:
        other = random_city(rng)
        if other.country_code != place.country_code and share_a_date(place, other, day):
            return other


COMPARED: Final[Mapping[str, tuple[Field, Field, str, str]]] = {
    "warm": ("temperature", "temperature_max", "warmer", "{gap} {unit}"),
    "heat": ("temperature", "temperature_max", "hotter", "{gap} {unit}"),
    "cold": ("temperature", "temperature_min", "warmer", "{gap} {unit}"),
    "calm": ("wind_speed", "wind_speed", "windier", "{gap} {unit}"),
    "wind": ("wind_speed", "wind_speed", "windier", "{gap} {unit}"),
    "dry": ("condition", "precipitation_probability", "likelier to be wet", "{gap} percentage points"),
}
"""Of each concern: the field compared of now and of a day, the word for more of it, and the gap."""


def compared(
    concern: str,
    names: tuple[str, str],
    facts: tuple[JSONObject, JSONObject],
    units: Mapping[str, str],
    ahead: bool,
) -> str:
    """Return how two places compare in what matters, with both figures and the difference worked out."""
    now, day, word, gap_words = COMPARED[concern]
    name = day if ahead else now
    special = {"wind_speed": units["wind_speed"], "precipitation_probability": "%"}
    unit = special.get(name, units["temperature"])
    one, other = facts[0][name], facts[1][name]
    figures = f"{names[0]} {one} {unit}, {names[1]} {other} {unit}"
    if one == other:
        return f"no difference: {figures}"
    gap = round(abs(one - other), 1)
    gap = int(gap) if gap == int(gap) else gap
    more = names[0] if one > other else names[1]
    return f"{more} is {word}, by {gap_words.format(gap=gap, unit=unit)} ({figures})"
