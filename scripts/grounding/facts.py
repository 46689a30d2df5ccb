"""What the tool results of a conversation say, laid out so that a claim can be looked up.

A result is read generously: any optional key may be missing, and a key of another type is as good as missing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple

from scripts.grounding.dialogue import Dialogue, JSONObject, ToolCall
from scripts.weather.conditions import CONDITIONS, condition_of
from scripts.weather.places import Place, places
from scripts.weather.units import customary_units

Field = Literal["temperature", "feels_like", "high", "low", "wind", "humidity", "chance"]
Atom = tuple[str, int]
"""One way of naming a day: ("offset", 1) tomorrow, ("weekday", 0) Monday, ("monthday", 1103) 3 November,
("day", 3) the 3rd, ("nth", 0) the first of the forecast, ("nth", -1) its last, `NOW` this hour of today."""

NOW: Final[Atom] = ("now", 0)
PRESENT: Final = frozenset({NOW})
TODAY: Final = frozenset({("offset", 0), NOW})

_CURRENT_KEYS: Final[Sequence[tuple[str, Field]]] = (
    ("temperature", "temperature"),
    ("feels_like", "feels_like"),
    ("humidity", "humidity"),
    ("wind_speed", "wind"),
    ("precipitation_probability", "chance"),
    ("temperature_max", "high"),
    ("temperature_min", "low"),
)
_TEMPERATURE_UNITS: Final = {
    "c": "C",
    "celsius": "C",
    "f": "F",
    "fahrenheit": "F",
    "metric": "C",
    "imperial": "F",
}
_WIND_UNITS: Final = {
    "km/h": "km/h",
    "kmh": "km/h",
    "kph": "km/h",
    "mph": "mph",
    "mp/h": "mph",
    "m/s": "m/s",
    "ms": "m/s",
    "kn": "kn",
    "kt": "kn",
    "knots": "kn",
    "metric": "km/h",
    "imperial": "mph",
}
_POINTS: Final = (
    "N",
    "NNE",
    "NE",
    "ENE",
    "E",
    "ESE",
    "SE",
    "SSE",
    "S",
    "SSW",
    "SW",
    "WSW",
    "W",
    "WNW",
    "NW",
    "NNW",
)
DIRECTIONS: Final[Mapping[str, float]] = {point: i * 22.5 for i, point in enumerate(_POINTS)}

SAME_PLACE_DEGREES: Final = 0.03
"""Coordinates no further apart than this, in latitude and in longitude, are one place."""

_SHORTEST_PART: Final = 4
"""Letters that the first part of a name with hyphens has to pass to stand for it."""

BEARS_NAME_DEGREES: Final = 0.15
"""A place called by coordinates alone bears the names of known places no further from it than this."""


class Reading(NamedTuple):
    """What is known of one place at one time: a current result, or one day of a forecast.

    `values` are in the result's own units, `temperature_unit` C or F and `wind_unit` as in "km/h", None where
    neither result nor call nor country tells. `codes` is None where no condition is given; `direction` is
    where the wind comes from, in degrees. `offset` counts days from the result's today.
    """

    turn: int
    call: int
    place: int
    is_current: bool
    day: date | None
    offset: int
    hour: int | None
    atoms: frozenset[Atom]
    values: Mapping[Field, float]
    temperature_unit: str | None
    wind_unit: str | None
    codes: frozenset[int] | None
    condition: str
    direction: float | None


@dataclass(slots=True)
class Spot:
    """A place of the conversation: where it is (None where never found) and what it is called."""

    coordinates: tuple[float, float] | None
    names: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    country: str = ""
    called: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All readings of a conversation, its places, and the numbers that errors and arguments mention."""

    readings: tuple[Reading, ...]
    spots: tuple[Spot, ...]
    incidental: frozenset[float]
    unanswered: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """By turn, the places that an error or an empty search left without weather."""


def gather(dialogue: Dialogue) -> Facts:
    """Lay out the results of every call of the conversation."""
    spots: list[Spot] = []
    readings: list[Reading] = []
    incidental: set[float] = set()
    unanswered: dict[int, set[int]] = {}
    number = 0
    for turn_number, turn in enumerate(dialogue.turns):
        for call in turn.calls:
            if call.name == "geocode_location":
                if not _add_geocoded(spots, call):
                    unanswered.setdefault(turn_number, set()).add(len(spots) - 1)
            else:
                spot = _spot_of(spots, call.arguments)
                readings.extend(_readings(call, turn_number, number, spot, spots[spot]))
                if call.failed:
                    unanswered.setdefault(turn_number, set()).add(spot)
            incidental.update(_numbers_of(call))
            number += 1
    answered = {(reading.turn, reading.place) for reading in readings}
    left = {t: frozenset(n for n in each if (t, n) not in answered) for t, each in unanswered.items()}
    return Facts(tuple(readings), tuple(spots), frozenset(incidental), left)


def _add_geocoded(spots: list[Spot], call: ToolCall) -> bool:
    """Add the places found; return whether there were any."""
    city = str(call.arguments.get("city") or "")
    results = (call.result or {}).get("results")
    entries = [entry for entry in results if isinstance(entry, dict)] if isinstance(results, list) else []
    for rank, entry in enumerate(entries):
        where = _coordinates(entry)
        known = _nearby(spots, where)
        if known is None:
            spots.append(spot := Spot(where))
        else:
            spot = spots[known]
        spot.names.add(str(entry.get("name") or "").casefold())
        spot.regions.add(str(entry.get("admin1") or "").casefold())
        spot.country = str(entry.get("country") or "")
        spot.regions.add(spot.country.casefold())
        if rank == 0:
            spot.names.add(city.partition(",")[0].strip().casefold())
    if not entries:
        name = city.partition(",")[0].strip().casefold()
        part = name.partition("-")[0]
        spots.append(Spot(None, {name, part} if len(part) > _SHORTEST_PART else {name}))
    return bool(entries)


def _spot_of(spots: list[Spot], arguments: JSONObject) -> int:
    """Return the number of the place of a call, which joins the places where it is none of them."""
    where = _coordinates(arguments)
    number = _nearby(spots, where)
    if number is None:
        number = len(spots)
        spots.append(_known_spot(where))
    spots[number].called = True
    return number


def _known_spot(where: tuple[float, float] | None) -> Spot:
    """Return a place called by coordinates alone, with the names known of it."""
    spot = Spot(where)
    for place in known_places_near(*where) if where else ():
        spot.names.update(name.casefold() for name in (place.name, *place.aliases))
        spot.regions.update((place.admin1.casefold(), place.country.casefold()))
        spot.country = place.country
    return spot


def _nearby(spots: Sequence[Spot], where: tuple[float, float] | None) -> int | None:
    """Return the number of the first place that is at these coordinates."""
    for number, spot in enumerate(spots) if where else ():
        if spot.coordinates and where and _is_near(spot.coordinates, where):
            return number
    return None


def _is_near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) <= SAME_PLACE_DEGREES


def _coordinates(source: Mapping[str, Any]) -> tuple[float, float] | None:
    latitude, longitude = _number(source.get("latitude")), _number(source.get("longitude"))
    return None if latitude is None or longitude is None else (latitude, longitude)


@cache
def _grid() -> Mapping[tuple[int, int], list[Place]]:
    cells: dict[tuple[int, int], list[Place]] = {}
    for place in places():
        cells.setdefault((round(place.latitude), round(place.longitude)), []).append(place)
    return cells


def known_places_near(latitude: float, longitude: float) -> list[Place]:
    """Return the known places so near to a point that it bears their names."""
    grid, here = _grid(), (latitude, longitude)
    return [
        place
        for row in range(round(latitude) - 1, round(latitude) + 2)
        for column in range(round(longitude) - 1, round(longitude) + 2)
        for place in grid.get((row, column), ())
        if max(abs(place.latitude - here[0]), abs(place.longitude - here[1])) <= BEARS_NAME_DEGREES
    ]


def _readings(call: ToolCall, turn: int, number: int, place: int, spot: Spot) -> list[Reading]:
    result = call.result
    if result is None or call.failed:
        return []
    temperature_unit, wind_unit = _units(result, call.arguments, spot)
    daily = result.get("daily")
    entries: list[JSONObject] = [result]
    if isinstance(daily, list):
        entries = [entry for entry in daily if isinstance(entry, dict)]
    is_current = not isinstance(daily, list)
    first = _date(entries[0].get("observed_at" if is_current else "date")) if entries else None
    hour = _hour(result.get("observed_at")) if is_current else None
    found = []
    for offset, entry in enumerate(entries):
        day = _date(entry.get("date")) or (first + timedelta(offset) if first else None)
        atoms = _atoms(offset, day, len(entries), is_current)
        values = _values(entry)
        condition = str(entry.get("condition") or "")
        direction = _direction(entry.get("wind_direction"))
        found.append(
            Reading(
                turn,
                number,
                place,
                is_current,
                day,
                offset,
                hour,
                atoms,
                values,
                temperature_unit,
                wind_unit,
                _codes(entry),
                condition,
                direction,
            )
        )
    return found


def _values(entry: JSONObject) -> dict[Field, float]:
    """Return the numbers of one entry by what they are of, in a certain order."""
    values: dict[Field, float] = {}
    for key, name in _CURRENT_KEYS:
        value: Any = entry.get(key)
        if type(value) in _NUMERIC and abs(value) <= _MOST:
            values[name] = float(value)
    return values


def _atoms(offset: int, day: date | None, count: int, is_current: bool) -> frozenset[Atom]:
    atoms: list[Atom] = [("offset", offset), ("nth", offset)]
    if day:
        atoms += ("weekday", day.weekday()), ("monthday", 100 * day.month + day.day), ("day", day.day)
    if offset == 0:
        atoms.append(NOW)
    if not is_current:
        atoms.append(("nth", offset - count))
    return frozenset(atoms)


def _units(result: JSONObject, arguments: JSONObject, spot: Spot) -> tuple[str | None, str | None]:
    units = result.get("units")
    units = units if isinstance(units, dict) else {}
    asked = arguments.get("units")
    if asked not in ("metric", "imperial"):
        code = _country_codes().get(spot.country.casefold())
        asked = customary_units(code) if code else None
    temperature = str(units.get("temperature") or asked or "").casefold().strip("° ")
    wind = str(units.get("wind_speed") or asked or "").casefold().strip()
    return _TEMPERATURE_UNITS.get(temperature), _WIND_UNITS.get(wind)


@cache
def _country_codes() -> Mapping[str, str]:
    codes = {place.country.casefold(): place.country_code for place in places() if place.country}
    return codes | {
        "usa": "US",
        "us": "US",
        "united states of america": "US",
        "united kingdom": "GB",
        "uk": "GB",
    }


def _codes(entry: JSONObject) -> frozenset[int] | None:
    text = entry.get("condition")
    code = entry.get("weather_code")
    meant = condition_of(text) if isinstance(text, str) else frozenset()
    if isinstance(code, int) and code in CONDITIONS:
        return frozenset((code,)) if not meant or code in meant else meant
    if isinstance(text, str) and text.strip():
        return meant
    return None


def _direction(value: Any) -> float | None:
    if isinstance(value, str):
        if value in DIRECTIONS:
            return DIRECTIONS[value]
        point = re.sub(r"[^A-Z]", "", value.upper().replace("NORTH", "N").replace("SOUTH", "S"))
        return DIRECTIONS.get(point.replace("EAST", "E").replace("WEST", "W"))
    number = _number(value)
    return number % 360 if number is not None else None


_NUMERIC: Final = frozenset((int, float))
"""The types of JSON numbers; that of true and false is neither."""
_MOST: Final = 1e9
"""What no number of a result passes that can be taken at its word."""


def _number(value: Any) -> float | None:
    return float(value) if type(value) in _NUMERIC and abs(value) <= _MOST else None


def _date(value: Any) -> date | None:
    return _day_of(value[:10]) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _hour(value: Any) -> int | None:
    try:
        return datetime.fromisoformat(value).hour if isinstance(value, str) else None
    except ValueError:
        return None


_FIGURE: Final = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")


def _numbers_of(call: ToolCall) -> list[float]:
    """Return the numbers a reply may quote though they are no weather: coordinates and an error's own."""
    quoted = [_number(call.arguments.get(key)) for key in ("latitude", "longitude")]
    if call.failed and call.result:
        quoted += [float(figure) for figure in _FIGURE.findall(str(call.result.get("reason"))[:500])]
    return [value for value in quoted if value is not None]
