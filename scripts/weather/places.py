"""The places of the world: cities, landmarks, stations and points at sea, and finding them by name.

The table `data/places.csv` is made by `data/build_tables.py`; its sources are named in `data/SOURCES.md`.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

Kind = Literal["city", "landmark", "station", "sea"]
Continent = Literal["Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America", ""]

DATA: Final = Path(__file__).resolve().parent.parent.parent / "data"

_WORD: Final = re.compile(r"[^\W_]+")
_SILENT: Final = dict.fromkeys(map(ord, "'’."))


class Place(NamedTuple):
    """A place the service knows.

    `admin1` is the region (state, province) or ""; `country` and `country_code` (ISO 3166, two letters) are
    "" on the open sea and `continent` too. `elevation_m` is None where it is not known. `timezone` is an
    IANA name. `population` is 0 where nobody lives. `aliases` are further names people type ("NYC",
    "Bombay").
    """

    name: str
    admin1: str
    country: str
    country_code: str
    continent: Continent
    latitude: float
    longitude: float
    elevation_m: float | None
    timezone: str
    population: int
    kind: Kind
    aliases: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Tell places apart by where they are, which is quicker than by all that is known of them."""
        return hash((self.latitude, self.longitude))


@cache
def places() -> tuple[Place, ...]:
    """Return every place of the table, the most populous first."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return tuple(map(_place, rows))


def geocode(city: str, country: str | None = None) -> tuple[Place, ...]:
    """Return the places of that name, best match first, none where nobody knows it.

    Case, accents and punctuation don't matter, aliases count. "Portland, Maine" and "Paris, France" narrow
    the search to that region or country, as `country` (a name or a two-letter code) does.
    """
    name, _, region = city.partition(",")
    found = _index().get(plain(name), ())
    for area in (region, country):
        if area and (wanted := plain(area)):
            found = tuple([place for place in found if _lies_in(place, wanted)])
    return found


@cache
def place_names() -> frozenset[str]:
    """Return every name and alias, casefolded, for finding place names in text."""
    return frozenset(name.casefold() for place in places() for name in (place.name, *place.aliases))


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """Return a name without case, accents and punctuation, as names are compared ("sao paulo")."""
    letters = name.casefold()
    if letters.isascii() and letters.isalpha():
        return letters
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(letters.translate(_SILENT)))


@cache
def _index() -> Mapping[str, tuple[Place, ...]]:
    index: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places():
        for name in {plain(name) for name in (place.name, *place.aliases)}:
            index[name].append(place)
    return {name: tuple(found) for name, found in index.items()}


def _lies_in(place: Place, area: str) -> bool:
    return area in (plain(place.country), place.country_code.casefold(), plain(place.admin1))


def _place(row: Sequence[str]) -> Place:
    """Return the place of a row, whose columns are the fields of `Place`, in order."""
    name, admin1, country, code, continent, latitude, longitude, elevation, zone, people, kind, aliases = row
    return Place(
        name,
        admin1,
        country,
        code,
        continent,  # type: ignore[arg-type]
        float(latitude),
        float(longitude),
        float(elevation) if elevation else None,
        zone,
        int(people),
        kind,  # type: ignore[arg-type]
        tuple(aliases.split("|")) if aliases else (),
    )
