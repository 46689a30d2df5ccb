"""Scenarios that a user of this project adds by hand, checked before anything is generated.

An entry is a mapping such as ``{'type': 'extreme_weather', 'location': 'Death Valley',
'expected_temp_range': (100, 130)}``. `type` becomes the record's `scenario_type`; where it is the name of a
single-place kind (`current_weather`, `forecast_day`, `forecast`) that is what is asked.
"""

import math
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, get_args

from scripts.personas import PERSONAS
from scripts.scenario import Mention, PersonaName, Scenario, Units
from scripts.scenarios.days import next_days, one_day
from scripts.scenarios.extremes import OUTDOOR_PEOPLE
from scripts.scenarios.occasions import Relation, Scope
from scripts.scenarios.pairs import distance_km
from scripts.scenarios.places import Naming, name_place
from scripts.scenarios.stage import Stage, Steering, settle
from scripts.scenarios.turns import days_turn, now_turn, units_mention, where
from scripts.weather.climate import plausible_temperatures
from scripts.weather.places import Place, geocode, places
from scripts.weather.simulation import find_when
from scripts.weather.units import customary_units, to_celsius

DEFAULT_SHARE: Final = 0.01
REQUIRED: Final = ("type", "location", "expected_temp_range")
OPTIONAL: Final = ("latitude", "longitude", "units", "persona", "share")
SCOPES: Final[Mapping[str, tuple[Scope, ...]]] = {
    "current_weather": ("now",),
    "forecast_day": ("day",),
    "forecast": ("span",),
}
"""What is asked where `type` is the name of a kind; else one of all three."""

NEIGHBOUR_KM: Final = 300
"""Within this distance an unknown place takes country and time zone from the nearest known one."""

HOT_C: Final = 32
COLD_C: Final = -5


class CustomScenario(NamedTuple):
    """A checked entry. `share` is of the run, `persona` None where any will do, temperatures in °C."""

    kind: str
    place: Place
    range_c: tuple[float, float]
    units: Units | None
    persona: PersonaName | None
    share: float


def custom_scenarios(entries: Sequence[Mapping[str, Any]]) -> tuple[CustomScenario, ...]:
    """Return the checked entries; raise ValueError with index and reason for one that can't be honoured."""
    checked = []
    for index, entry in enumerate(entries):
        try:
            checked.append(_checked(entry))
        except (ValueError, TypeError) as fault:
            raise ValueError(f"CUSTOM_SCENARIOS[{index}]: {fault}") from fault
    return tuple(checked)


def _checked(entry: Mapping[str, Any]) -> CustomScenario:
    if not isinstance(entry, Mapping):
        raise TypeError("an entry is a mapping with type, location and expected_temp_range")
    if missing := [key for key in REQUIRED if key not in entry]:
        raise ValueError(f"{', '.join(missing)} missing")
    if unknown := [str(key) for key in entry if key not in (*REQUIRED, *OPTIONAL)]:
        raise ValueError(
            f"unknown key {', '.join(unknown)}; an entry may have {', '.join(REQUIRED + OPTIONAL)}"
        )
    kind, units, persona = entry["type"], entry.get("units"), entry.get("persona")
    if not isinstance(kind, str) or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", kind):
        raise ValueError(f"type {kind!r} is no snake_case name")
    if units is not None and units not in get_args(Units):
        raise ValueError(f"units {units!r} is neither metric nor imperial")
    if persona is not None and persona not in PERSONAS:
        raise ValueError(f"persona {persona!r} is none of {', '.join(PERSONAS)}")
    share = _number(entry.get("share", DEFAULT_SHARE), "share")
    if not 0 < share <= 1:
        raise ValueError(f"share {share:g} is not above 0 and at most 1")
    place = _place(entry)
    custom = customary_units(place.country_code)
    range_c = _range(entry["expected_temp_range"], units or custom, place)
    return CustomScenario(kind, place, range_c, None if units == custom else units, persona, share)


def _number(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{name} {value!r} is no number")
    return float(value)


def _place(entry: Mapping[str, Any]) -> Place:
    location = entry["location"]
    if not isinstance(location, str) or not location.strip():
        raise ValueError(f"location {location!r} is no name of a place")
    found = geocode(location)
    if ("latitude" in entry) is not ("longitude" in entry):
        raise ValueError("latitude and longitude go together")
    if "latitude" not in entry:
        if not found:
            raise ValueError(f"nobody knows a place called {location!r}; latitude and longitude would help")
        return found[0]
    latitude = _number(entry["latitude"], "latitude")
    longitude = _number(entry["longitude"], "longitude")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise ValueError(f"{latitude:g}, {longitude:g} lies nowhere on Earth")
    return _placed(location.strip(), latitude, longitude)


def _placed(name: str, latitude: float, longitude: float) -> Place:
    """Return a place at coordinates, with country and time zone of the nearest known one if that is near."""
    hours = round(longitude / 15)
    zone = f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"
    alone = Place(name, "", "", "", "", latitude, longitude, None, zone, 0, "landmark")
    nearest = min(places(), key=lambda place: distance_km(alone, place))
    if distance_km(alone, nearest) > NEIGHBOUR_KM:
        return alone
    return nearest._replace(
        name=name,
        latitude=latitude,
        longitude=longitude,
        elevation_m=None,
        kind="landmark",
        aliases=(),
    )


def _range(given: object, units: Units, place: Place) -> tuple[float, float]:
    """Return the range in °C; raise ValueError where it is none, upside down or impossible at the place."""
    if isinstance(given, str) or not isinstance(given, Sequence) or len(given) != 2:
        raise ValueError(f"expected_temp_range {given!r} is no pair of temperatures")
    low, high = (_number(value, "expected_temp_range") for value in given)
    if low >= high:
        raise ValueError(
            f"expected_temp_range ({low:g}, {high:g}) is upside down: lowest first, then highest"
        )
    range_c = (to_celsius(low), to_celsius(high)) if units == "imperial" else (low, high)
    coldest, warmest = plausible_temperatures(place.latitude, place.longitude, None)
    if range_c[0] < coldest or range_c[1] > warmest or not find_when(place, random.Random(0), None, range_c):
        sign = "°F" if units == "imperial" else "°C"
        raise ValueError(f"{low:g} to {high:g} {sign} never happens in {place.name}")
    return range_c


def check_room(
    customs: Sequence[CustomScenario], personas: Mapping[PersonaName, float], success: float
) -> None:
    """Raise ValueError where the entries' shares exceed that of success, or of it with a persona."""
    total = sum(custom.share for custom in customs)
    if total > success:
        raise ValueError(f"CUSTOM_SCENARIOS take {total:g} of the run, success has {success:g}")
    for index, custom in enumerate(customs):
        room = _room(custom, customs, personas, success)
        if room < -1e-9:
            raise ValueError(
                f"CUSTOM_SCENARIOS[{index}]: share {custom.share:g} is more than {custom.persona} and "
                f"success have left"
            )


def _room(
    custom: CustomScenario,
    customs: Sequence[CustomScenario],
    personas: Mapping[PersonaName, float],
    success: float,
) -> float:
    if custom.persona is None:
        return 0.0
    part = personas.get(custom.persona, 0.0)
    own = sum(other.share for other in customs if other.persona == custom.persona)
    anyone = sum(other.share for other in customs if other.persona is None)
    return part * success - own - part * anyone


def make_custom(stage: Stage, custom: CustomScenario) -> Scenario:
    """Return a scenario for an entry: its place, at a time when its temperatures are usual there."""
    rng, place = stage.rng, custom.place
    when = find_when(place, rng, None, custom.range_c)
    scope: Scope = rng.choice(SCOPES.get(custom.kind, ("now", "now", "day", "span")))
    relation: Relation | None = {"city": None, "landmark": "wild"}.get(place.kind, "remote")
    setting = settle(
        stage,
        place,
        scope,
        relation=relation,
        day=when.date() if when else None,
        steering=Steering(range_c=custom.range_c),
        concerns=_concerns(custom.range_c),
        among=OUTDOOR_PEOPLE if relation == "wild" else None,
    )
    naming = _naming(stage, place)
    words = where(naming)
    mentions = (*naming.mentions, *units_mention(custom.units))
    before = [stage.geocode(naming)]
    if scope == "now":
        turn = now_turn(stage, setting, words, mentions, before, units=custom.units)
        return stage.finish(setting.today, setting.asker, [turn])
    days = one_day(rng, setting.today) if scope == "day" else next_days(rng, rng.randint(2, 6))
    turn = days_turn(stage, setting, words, days, mentions, before, units=custom.units)
    return stage.finish(setting.today, setting.asker, [turn], dated=days.dated)


def _naming(stage: Stage, place: Place) -> Naming:
    if place in geocode(place.name):
        return name_place(stage.rng, place)
    return Naming(place, place.name, "", (Mention("place", (place.name,)),), place.name, None, (place,))


@cache
def _concerns(range_c: tuple[float, float]) -> frozenset[str] | None:
    if range_c[0] >= HOT_C:
        return frozenset(("heat", "run", "warm"))
    return frozenset(("cold", "dress", "frost")) if range_c[1] <= COLD_C else None
