"""What every kind of scenario is made with: chance of its own, a moment, an asker, and answered calls.

Everything here is a pure function of the stage's seed and number. Weather is asked from the simulation with
the stage's key, so within a scenario the same place and day always has the same weather.
"""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from scripts.personas import PERSONAS
from scripts.scenario import Asker, Call, PersonaName, Scenario, ScenarioName, Turn, Units
from scripts.scenarios.askers import HOME_ENGLISH, TRAVELLER_ENGLISH, english_at_home, person
from scripts.scenarios.days import month_name, weekday
from scripts.scenarios.occasions import WAKING, Occasion, Relation, Scope, fitting
from scripts.scenarios.places import Naming, at, cities_of, features_of, random_city
from scripts.weather.climate import monthly_means
from scripts.weather.places import Place
from scripts.weather.service import current_weather, forecast, geocoding
from scripts.weather.simulation import days as forecast_days
from scripts.weather.simulation import find_when, local_time, observe, zone
from scripts.weather.units import customary_units

FIRST_DAY: Final = date(2021, 1, 1)
DAYS_COVERED: Final = 6 * 365
"""Scenarios happen from 2021 to 2026, whatever the clock says."""

DECIMAL_SHARE: Final = 0.15
"""How many records of one turn have figures with one decimal."""

DAYS_WITH_DECIMALS: Final = 5
"""Longer forecasts have whole figures only: a record holds 2,048 tokens."""

RARE_CODES: Final = (48, 55, 56, 57, 65, 66, 67, 75, 77, 82, 85, 86, 95, 96, 99)
RARE_SHARE: Final = 0.14
RARE_TRIES: Final = 6
"""How often a question for a city meets a kind of weather that chance alone brings too seldom."""

DATE_TOLD_ANYWAY: Final = 0.2
DEVICE_TOLD_ANYWAY: Final = 0.5
"""How often the system message tells the date, or where the device is, though nothing depends on it."""


class Steering(NamedTuple):
    """What a scenario asks of its weather: a kind of weather, or temperatures, on its first day."""

    codes: frozenset[int] | None = None
    range_c: tuple[float, float] | None = None


FREE: Final = Steering()


class Stage(NamedTuple):
    """Where one scenario is made. `earlier` counts the earlier scenarios of this kind."""

    seed: int
    number: int
    persona: PersonaName
    scenario: ScenarioName
    kind: str
    earlier: int
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
        result = forecast(place, coming, answered, self.decimals if count <= DAYS_WITH_DECIMALS else 0)
        position = {"latitude": place.latitude, "longitude": place.longitude}
        return Call("get_forecast", {**position, "days": count, **_units(units)}, result)

    def draw_place(self) -> tuple[Place, Steering, date | None]:
        """Return a city; now and then one, and a day, with weather that would else be too rare to be met."""
        if self.rng.random() >= RARE_SHARE:
            return random_city(self.rng), FREE, None
        codes = frozenset((self.rng.choice(RARE_CODES),))
        for _ in range(RARE_TRIES):
            place = random_city(self.rng)
            when = find_when(place, self.rng, codes)
            if when is not None:
                return place, Steering(codes), when.date()
        return place, FREE, None

    def finish(
        self, today: date, asker: Asker, turns: Sequence[Turn], *, dated: bool = False, device: str = ""
    ) -> Scenario:
        """Return the scenario; `dated` puts today's date into the system message, `device` the position."""
        dated = dated or self.rng.random() < DATE_TOLD_ANYWAY
        return Scenario(
            number=self.number,
            seed=self.seed,
            persona=self.persona,
            scenario=self.scenario,
            scenario_type=self.kind,
            system=self._system(today if dated else None, device),
            today=today,
            asker=asker,
            turns=tuple(turns),
        )

    def idle_device(self, setting: "Setting") -> str:
        """Return, now and then, a sentence on where the user's device is, though nothing depends on it."""
        if setting.occasion.relation != "kin" or self.rng.random() >= DEVICE_TOLD_ANYWAY:
            return ""
        return device_sentence(self.rng, home_city(self.rng, setting.asker.who))

    def _system(self, today: date | None, device: str) -> str:
        wording = self.rng.choice(PERSONAS[self.persona].system)
        told = date_sentence(self.rng, today) if today else ""
        parts = [part for part in (told, device) if part]
        self.rng.shuffle(parts)
        return " ".join([wording, *parts])


DATE_WORDINGS: Final = (
    "Today is {weekday}, {date.day} {month} {date.year}.",
    "Today's date is {weekday}, {month} {date.day}, {date.year}.",
    "It is {weekday}, {date.day} {month} {date.year}.",
    "The date is {weekday} {date.day} {month} {date.year}.",
    "Current date: {weekday}, {date}.",
    "Date: {date} ({weekday}).",
)

DEVICE_WORDINGS: Final = (
    "The user's device is in {name} ({latitude}, {longitude}).",
    "Device location: {name}, latitude {latitude}, longitude {longitude}.",
    "The user's position is {latitude}, {longitude} ({name}).",
    "The person writing is in {name}, at latitude {latitude} and longitude {longitude}.",
    "User location, as the phone reports it: {name} ({latitude}, {longitude}).",
)
"""How a system message tells where the user is; the digits are those of the calls."""


def date_sentence(rng: random.Random, today: date) -> str:
    """Return the sentence of a system message that tells the date."""
    return rng.choice(DATE_WORDINGS).format(weekday=weekday(today), month=month_name(today), date=today)


def device_sentence(rng: random.Random, place: Place) -> str:
    """Return the sentence of a system message that tells the device's place and coordinates."""
    region = place.country if place.country and place.country != place.name else place.admin1
    name = ", ".join(part for part in (place.name, region) if part)
    return rng.choice(DEVICE_WORDINGS).format(name=name, latitude=place.latitude, longitude=place.longitude)


def home_city(rng: random.Random, who: str) -> Place:
    """Return a city where people speak the English of an asker, any where it is a second language."""
    countries = tuple(code for code, kinds in HOME_ENGLISH.items() if who.endswith(kinds))
    homes = cities_of(countries)
    return rng.choice(homes) if homes else random_city(rng)


class Setting(NamedTuple):
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
    concerns: frozenset[str] | None = None,
    among: frozenset[str] | None = None,
    day: date | None = None,
    when: datetime | None = None,
    english: Sequence[str] | None = None,
    steering: Steering = FREE,
    told: str = "",
) -> Setting:
    """Return a moment at the place, and an asker whose occasion fits place, season and the question's scope.

    `concerns` and `among` (groups of askers) narrow the occasions where any is left by them. `told` is the
    asker's relation to the place where the place is not to be named.
    """
    rng = stage.rng
    day = when.date() if when else day or random_day(rng)
    mean_c = round(monthly_means(place)[0][day.month - 1])
    occasion = rng.choice(fitting(scope, mean_c, relation, concerns, among, features_of(place)))
    if when is None:
        earliest, latest = occasion.hours if scope == "now" else WAKING
        when = local_time(place, day, rng.randint(earliest, latest), rng.choice((0, 15, 30, 45)))
    groups = occasion.groups & among if among else occasion.groups
    english = english or _english(rng, place, occasion)
    who, typing = person(rng, groups or occasion.groups, rng.choice(english), occasion.ages)
    told = told or _RELATIONS[occasion.relation, scope == "now"].format(place=at(place))
    return Setting(place, when, occasion, Asker(who, typing, f"{occasion.text}; {told}"), steering)


def _english(rng: random.Random, place: Place, occasion: Occasion) -> Sequence[str]:
    return (english_at_home(rng, place),) if occasion.relation == "home" else TRAVELLER_ENGLISH


def elsewhere(when: datetime, place: Place) -> datetime:
    """Return the same moment by the clock of another place."""
    return when.astimezone(zone(place.timezone))


def share_a_date(one: Place, other: Place, day: date) -> bool:
    """Whether two places have the same date for a good part of the day: clocks at most 15 hours apart."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    offsets = [noon.astimezone(zone(place.timezone)).utcoffset() or timedelta() for place in (one, other)]
    return abs(offsets[0] - offsets[1]) <= timedelta(hours=15)


def geocode_call(city: str, country: str | None, results: Sequence[Place]) -> Call:
    """Return a `geocode_location` call and the places it finds."""
    arguments = {"city": city} if country is None else {"city": city, "country": country}
    return Call("geocode_location", arguments, geocoding(results))


def _units(units: Units | None) -> dict[str, str]:
    return {} if units is None else {"units": units}


_RELATIONS: Final = {
    ("home", True): "lives {place}",
    ("home", False): "lives {place}",
    ("visit", True): "is a visitor {place}",
    ("visit", False): "will be {place}",
    ("wild", True): "is {place}",
    ("wild", False): "will be {place}",
    ("kin", True): "is not there in person",
    ("kin", False): "is not there in person",
    ("remote", True): "has never been there",
    ("remote", False): "has never been there",
}
