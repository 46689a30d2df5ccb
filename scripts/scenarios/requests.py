"""What people ask of Weatherman that no tool of his can answer, and what he can offer instead.

`data/unanswerable.csv` is written by hand. `weather` is 1 for questions near the weather (air, tides, the
past), 0 for those that have nothing to do with it.
"""

import csv
import random
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, NamedTuple

from scripts.scenarios.occasions import ANY_AGE, bounds
from scripts.scenarios.places import all_cities, features_of, random_city
from scripts.weather.climate import monthly_means
from scripts.weather.places import DATA, Place


class Request(NamedTuple):
    """A request that is declined: what is wanted ("{place}" where a place is named), why, and who asks.

    `where` says in what kind of place the request makes sense ("" for any), `must` what the reply says.
    """

    near_weather: bool
    wish: str
    occasion: str
    must: str
    groups: frozenset[str]
    ages: tuple[int, int]
    where: str


VOLCANIC: Final = frozenset(
    ["Reykjavík", "Catania", "Naples", "Kagoshima", "Quito", "Yogyakarta", "Manila", "Hilo", "Arequipa"]
)

FITS: Final[Mapping[str, Callable[[Place], bool]]] = {
    "coast": lambda place: "coast" in features_of(place),
    "north": lambda place: place.latitude >= 60,
    "mountains": lambda place: (place.elevation_m or 0) >= 900 and abs(place.latitude) >= 28,
    "volcano": lambda place: place.name in VOLCANIC,
    "winters": lambda place: min(monthly_means(place)[0]) <= 0,
}
"""Where some requests make sense; the others do everywhere."""


@cache
def _pool(where: str) -> tuple[Place, ...]:
    return tuple(filter(FITS[where], all_cities()))


def fitting_place(rng: random.Random, request: Request) -> Place:
    """Return a city in which the request makes sense."""
    return rng.choice(_pool(request.where)) if request.where else random_city(rng)


@cache
def declined_requests(near_weather: bool) -> tuple[Request, ...]:
    """Return the requests near the weather, or those far from it."""
    with (DATA / "unanswerable.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Request(
                row["weather"] == "1",
                row["wish"],
                row["occasion"],
                row["must"],
                frozenset(row["groups"].split()),
                bounds(row["ages"], ANY_AGE),
                row["where"],
            )
            for row in csv.DictReader(file)
        ]
    return tuple(row for row in rows if row.near_weather is near_weather)
