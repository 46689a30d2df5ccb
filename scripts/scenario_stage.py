"""What every kind of scenario is made with: a generator of its own, a moment, an asker, and calls that are answered.

Everything here is a pure function of the stage's seed and number. Weather is asked from the simulation with the
stage's key, so within a scenario the same place and day always has the same weather.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from scripts.askers import TRAVELLER_ENGLISH, english_at_home, person
from scripts.occasions import Occasion, Relation, Scope, fitting, hours_of
from scripts.personas import PERSONAS
from scripts.scenario import Asker, Call, PersonaName, Scenario, ScenarioName, Turn, Units
from scripts.scenario_places import Naming, at
from scripts.weather.climate import climate_of
from scripts.weather.places import Place
from scripts.weather.service import current_weather, forecast, geocoding
from scripts.weather.simulation import days as forecast_days
from scripts.weather.simulation import local_time, observe
from scripts.weather.units import customary_units

FIRST_DAY: Final = date(2021, 1, 1)
DAYS_COVERED: Final = 6 * 365
"""Scenarios happen from 2021 to 2026, whatever the clock says."""

DECIMAL_SHARE: Final = 0.15
"""How many records have figures with one decimal."""

DATE_TOLD_ANYWAY: Final = 0.2
DEVICE_TOLD_ANYWAY: Final = 0.08
"""How often the system message tells the date, or where the device is, though nothing depends on it."""


@dataclass(frozen=True, slots=True)
class Steering:
    """What a scenario asks of its weather: a kind of weather, or temperatures, on its first day."""

    codes: frozenset[int] | None = None
    range_c: tuple[float, float] | None = None


FREE: Final = Steering()


@dataclass(frozen=True, slots=True)
class Stage:
    """Where one scenario is made. `index` counts the earlier scenarios of this kind."""

    seed: int
    number: int
    persona: PersonaName
    scenario: ScenarioName
    kind: str
    index: int
    rng: random.Random
    decimals: int = 0

    @property
    def key(self) -> str:
        """Which of the possible weathers this scenario has."""
        return f"{self.seed}:{self.number}"

    def geocode(self, naming: Naming) -> Call:
        """Return the call that finds a place as the user named it."""
        return geocode_call(naming.city, naming.country, naming.results)

    def current(
        self, place: Place, when: datetime, units: Units | None = None, steering: Steering = FREE
    ) -> Call:
        """Return a `get_current_weather` call at the place's coordinates; no `units`, no argument."""
        seen = observe(place, when, self.key, steering.range_c, steering.codes)
        answered = units or customary_units(place.country_code)
        result = current_weather(place, seen, answered, self.decimals)
        arguments = {"latitude": place.latitude, "longitude": place.longitude, **_units(units)}
        return Call("get_current_weather", arguments, result)

    def forecast(
        self,
        place: Place,
        first: date,
        count: int,
        units: Units | None = None,
        steering: Steering = FREE,
    ) -> Call:
        """Return a `get_forecast` call for `count` days from the local date `first`."""
        coming = forecast_days(place, first, count, self.key, steering.range_c, steering.codes)
        answered = units or customary_units(place.country_code)
        result = forecast(place, coming, answered, self.decimals)
        position = {"latitude": place.latitude, "longitude": place.longitude}
        return Call("get_forecast", {**position, "days": count, **_units(units)}, result)

    def finish(self, setting: "Setting", turns: Sequence[Turn], *, dated: bool, device: str = "") -> Scenario:
        """Return the scenario; `dated` puts today's date into the system message, `device` where the user is."""
        dated = dated or self.rng.random() < DATE_TOLD_ANYWAY
        return Scenario(
            number=self.number,
            seed=self.seed,
            persona=self.persona,
            scenario=self.scenario,
            scenario_type=self.kind,
            system=self._system(setting.today if dated else None, device),
            today=setting.today,
            asker=setting.asker,
            turns=tuple(turns),
        )

    def _system(self, today: date | None, device: str) -> str:
        wording = self.rng.choice(PERSONAS[self.persona].system)
        told = self.rng.choice(DATE_WORDINGS).format(day=today) if today else ""
        if today:
            told = told.replace("%D", f"{today.day}")
        parts = [part for part in (told, device) if part]
        self.rng.shuffle(parts)
        return " ".join([wording, *parts])


DATE_WORDINGS: Final = (
    "Today is {day:%A}, %D {day:%B %Y}.",
    "Today's date is {day:%A}, {day:%B} %D, {day:%Y}.",
    "It is {day:%A}, %D {day:%B %Y}.",
    "The date is {day:%A} %D {day:%B %Y}.",
    "Current date: {day:%A}, {day:%Y-%m-%d}.",
    "Date: {day:%Y-%m-%d} ({day:%A}).",
)

DEVICE_WORDINGS: Final = (
    "The user's device is in {name} ({latitude}, {longitude}).",
    "Device location: {name}, latitude {latitude}, longitude {longitude}.",
    "The user's position is {latitude}, {longitude} ({name}).",
    "The person writing is in {name}, at latitude {latitude} and longitude {longitude}.",
    "User location, as the phone reports it: {name} ({latitude}, {longitude}).",
)
"""How a system message tells where the user is; the digits are those of the calls."""


def device_sentence(rng: random.Random, place: Place) -> str:
    """Return the sentence of a system message that tells the device's place and coordinates."""
    region = place.country if place.country and place.country != place.name else place.admin1
    name = ", ".join(part for part in (place.name, region) if part)
    return rng.choice(DEVICE_WORDINGS).format(name=name, latitude=place.latitude, longitude=place.longitude)


@dataclass(frozen=True, slots=True)
class Setting:
    """A place and a moment, and somebody with a reason to ask."""

    place: Place
    when: datetime
    occasion: Occasion
    asker: Asker
    steering: Steering = FREE

    @property
    def today(self) -> date:
        """The local date at the place."""
        return self.when.date()


def random_day(rng: random.Random) -> date:
    """Return one of the days on which scenarios happen."""
    return FIRST_DAY + timedelta(days=rng.randrange(DAYS_COVERED))


def settle(
    stage: Stage,
    place: Place,
    scope: Scope,
    *,
    relation: Relation | None = None,
    day: date | None = None,
    when: datetime | None = None,
    english: Sequence[str] | None = None,
    steering: Steering = FREE,
) -> Setting:
    """Return a moment at the place, and an asker whose occasion fits place, season and the question's scope."""
    rng = stage.rng
    day = when.date() if when else day or random_day(rng)
    mean_c = round(climate_of(place).mean_c[day.month - 1])
    occasion = rng.choice(fitting(scope, mean_c, relation))
    if when is None:
        earliest, latest = hours_of(occasion, scope)
        when = local_time(place, day, rng.randint(earliest, latest), rng.choice((0, 15, 30, 45)))
    return Setting(place, when, occasion, _asker(rng, place, occasion, english, scope), steering)


def elsewhere(when: datetime, place: Place) -> datetime:
    """Return the same moment by the clock of another place."""
    return when.astimezone(ZoneInfo(place.timezone))


def geocode_call(city: str, country: str | None, results: Sequence[Place]) -> Call:
    """Return a `geocode_location` call and the places it finds."""
    arguments = {"city": city} if country is None else {"city": city, "country": country}
    return Call("geocode_location", arguments, geocoding(results))


def _units(units: Units | None) -> dict[str, str]:
    return {} if units is None else {"units": units}


def _asker(
    rng: random.Random, place: Place, occasion: Occasion, english: Sequence[str] | None, scope: Scope
) -> Asker:
    if english is None:
        english = (english_at_home(rng, place),) if occasion.relation == "home" else TRAVELLER_ENGLISH
    who, typing = person(rng, occasion.groups, rng.choice(tuple(english)))
    return Asker(
        who,
        typing,
        f"{occasion.text}; {_RELATIONS[occasion.relation, scope == 'now'].format(place=at(place))}",
    )


_RELATIONS: Final = {
    ("home", True): "lives {place}",
    ("home", False): "lives {place}",
    ("visit", True): "is a visitor {place}",
    ("visit", False): "will be {place}",
    ("kin", True): "is not there",
    ("kin", False): "is not there",
}
