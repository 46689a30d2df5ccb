"""Weather drawn at random, and the words for it that the frames of `test_grammar` are filled with.

A frame is a format string: ``"It's {temperature} in Lyon."``. Of each weather drawn there are variants with
one value changed, far enough that whatever tells it is no longer true.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from scripts.grounding.text import word_list

SKIES: Final = {
    "clear sky": ("a clear sky", "clear"),
    "fog": ("fog", "foggy"),
    "moderate rain": ("rain", "rainy"),
}
"""Conditions none of which goes with another: the noun and the adjective for each."""

WINDS: Final = {"N": "north", "E": "east", "S": "south", "W": "west"}
OPPOSITE: Final = {"N": "S", "S": "N", "E": "W", "W": "E"}
PLACES: Final = {"Lyon": (45.76, 4.84), "Turin": (45.07, 7.69)}
DAYS: Final = 4
WET_PERCENT: Final = (60, 95)
DRY_PERCENT: Final = (0, 15)
FAR_DEGREES: Final = (9, 13)
FAR_OTHERS: Final = 21
_SMALL: Final = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS: Final = word_list("_ _ twenty thirty forty fifty sixty seventy eighty ninety")

Words = dict[str, str | int]


def in_words(number: int) -> str:
    """Return a number in words, as in "minus five" and "sixty-two"."""
    if number < 0:
        return f"minus {in_words(-number)}"
    if number < len(_SMALL):
        return _SMALL[number]
    tens, rest = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[rest]}" if rest else "")


def in_old_words(number: int) -> str:
    """Return a number as it once was said: "two and sixty"."""
    tens, rest = divmod(number, 10)
    return f"{_SMALL[rest]} and {_TENS[tens]}" if number > 20 and rest else in_words(number)


@dataclass(frozen=True, slots=True)
class Now:
    """The weather at present in Lyon, in °F and mph: no such value is one of °C as well."""

    temperature: int
    feels_like: int
    humidity: int
    wind_speed: int
    wind_direction: str
    condition: str

    @classmethod
    def drawn(cls, random: Random) -> "Now":
        temperature = random.randint(50, 85)
        humidity, wind_speed = random.randint(30, 48), random.randint(8, 24)
        sky, direction = random.choice(list(SKIES)), random.choice(list(WINDS))
        return cls(temperature, temperature - random.randint(3, 6), humidity, wind_speed, direction, sky)

    def changed(self, random: Random) -> Iterator["Now"]:
        """Yield the weather with one value changed, each in turn."""
        off = random.randint(*FAR_DEGREES)
        yield replace(self, temperature=self.temperature + off)
        yield replace(self, feels_like=self.feels_like - off)
        yield replace(self, humidity=self.humidity + FAR_OTHERS + off)
        yield replace(self, wind_speed=self.wind_speed + FAR_OTHERS + off)
        yield replace(self, wind_direction=OPPOSITE[self.wind_direction])
        yield from (replace(self, condition=sky) for sky in SKIES if sky != self.condition)

    def words(self) -> Words:
        noun, adjective = SKIES[self.condition]
        return {
            "temperature": self.temperature,
            "in_words": in_words(self.temperature),
            "in_old_words": in_old_words(self.temperature),
            "celsius": in_words(round((self.temperature - 32) / 1.8)),
            "feels": self.feels_like,
            "feels_in_words": in_words(self.feels_like),
            "lost": in_words(self.temperature - self.feels_like),
            "lost_in_digits": self.temperature - self.feels_like,
            "humidity": self.humidity,
            "wind": self.wind_speed,
            "wind_in_words": in_words(self.wind_speed),
            "from": WINDS[self.wind_direction],
            "sky": noun,
            "is_sky": adjective,
        }

    def calls(self, place: tuple[float, float] = (45.76, 4.84)) -> list[dict[str, Any]]:
        told = {name: getattr(self, name) for name in self.__slots__}
        result = {**told, "units": {"temperature": "°F", "wind_speed": "mph"}}
        arguments = {"latitude": place[0], "longitude": place[1]}
        return [{"name": "get_current_weather", "arguments": arguments, "result": result}]


@dataclass(frozen=True, slots=True)
class Both:
    """The weather at present in Lyon and in Turin, apart in everything; Lyon is the drier."""

    lyon: Now
    turin: Now

    @classmethod
    def drawn(cls, random: Random) -> "Both":
        lyon, turin = Now.drawn(random), Now.drawn(random)
        one, other = random.sample(((61, 57), (80, 74)), 2)
        lyon = replace(lyon, temperature=one[0], feels_like=one[1], humidity=random.randint(30, 38))
        turin = replace(turin, temperature=other[0], feels_like=other[1], humidity=random.randint(43, 48))
        return cls(lyon, turin)

    def changed(self, random: Random) -> Iterator["Both"]:
        """Yield the weather of the two places exchanged, and with a value of one of them changed."""
        yield Both(replace(self.turin, humidity=self.lyon.humidity), replace(self.lyon, humidity=44))
        off = random.randint(*FAR_DEGREES)
        yield replace(self, lyon=replace(self.lyon, feels_like=self.lyon.feels_like - off))
        yield replace(self, turin=replace(self.turin, humidity=self.turin.humidity + FAR_OTHERS + off))
        yield replace(self, turin=replace(self.turin, temperature=self.turin.temperature - 3 * off))

    def words(self) -> Words:
        """Return the words for each, "feels1" of Lyon and "feels2" of Turin, and for the two together."""
        towns = {"Lyon": self.lyon, "Turin": self.turin}
        told = {
            f"{name}{k}": word
            for k, now in enumerate(towns.values(), 1)
            for name, word in now.words().items()
        }
        cold, warm = sorted(towns, key=lambda town: towns[town].temperature)
        apart = towns[warm].temperature - towns[cold].temperature
        ends: Words = {
            "warm_in_digits": towns[warm].temperature,
            "cold_in_digits": towns[cold].temperature,
            "apart": in_words(apart),
        }
        return {**told, **ends, "warm": warm, "cold": cold}

    def calls(self) -> list[dict[str, Any]]:
        found = [
            {"name": name, "country": "X", "latitude": at[0], "longitude": at[1], "timezone": "UTC"}
            for name, at in PLACES.items()
        ]
        lyon, turin = (
            {"name": "geocode_location", "arguments": {"city": each["name"]}, "result": {"results": [each]}}
            for each in found
        )
        return [
            lyon,
            *self.lyon.calls(PLACES["Lyon"]),
            turin,
            *self.turin.calls(PLACES["Turin"]),
        ]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a forecast, in °F and mph."""

    temperature_max: int
    temperature_min: int
    precipitation_probability: int
    wind_speed: int
    condition: str

    def words(self) -> Words:
        noun, adjective = SKIES[self.condition]
        return {
            "high": self.temperature_max,
            "high_in_words": in_words(self.temperature_max),
            "high_in_old_words": in_old_words(self.temperature_max),
            "low": self.temperature_min,
            "low_in_words": in_words(self.temperature_min),
            "swing": in_words(self.temperature_max - self.temperature_min),
            "chance": self.precipitation_probability,
            "wind": self.wind_speed,
            "sky": noun,
            "is_sky": adjective,
        }


@dataclass(frozen=True, slots=True)
class Ahead:
    """Four days in Lyon, each with a high, a chance and a wind of its own; the first is a Monday."""

    days: tuple[Day, ...]

    @classmethod
    def drawn(cls, random: Random) -> "Ahead":
        highs = random.sample((52, 59, 66, 73), DAYS)
        skies = [*SKIES, random.choice(list(SKIES))]
        random.shuffle(skies)
        winds = random.sample((6, 11, 16, 21), DAYS)
        chances = random.sample(range(WET_PERCENT[0], WET_PERCENT[1], 5), DAYS)
        dry = random.sample(range(DRY_PERCENT[0], DRY_PERCENT[1], 3), DAYS)
        return cls(
            tuple(
                Day(high, high - 15 - k, chances[k] if sky == "moderate rain" else dry[k], wind, sky)
                for k, (high, wind, sky) in enumerate(zip(highs, winds, skies, strict=True))
            )
        )

    def changed(self, random: Random) -> Iterator["Ahead"]:
        """Yield the forecast with one value of one day changed, each in turn."""
        off = random.randint(*FAR_DEGREES)
        for day in self.days:
            yield self._with(day, replace(day, temperature_max=day.temperature_max + off))
            yield self._with(day, replace(day, temperature_min=day.temperature_min - off))
            chance = day.precipitation_probability
            yield self._with(day, replace(day, precipitation_probability=abs(chance - FAR_OTHERS - off)))
            yield self._with(day, replace(day, wind_speed=day.wind_speed + FAR_OTHERS + off))
            other = random.choice([sky for sky in SKIES if sky != day.condition])
            yield self._with(day, replace(day, condition=other))

    def _with(self, day: Day, other: Day) -> "Ahead":
        return replace(self, days=tuple(other if each is day else each for each in self.days))

    def words(self) -> Words:
        """Return the words for each day, "high1" to "high4" and so on, and for the most of all."""
        told = {
            f"{name}{k}": word for k, day in enumerate(self.days, 1) for name, word in day.words().items()
        }
        highs = [day.temperature_max for day in self.days]
        winds = [day.wind_speed for day in self.days]
        return {
            **told,
            "warmest": self._named(highs.index(max(highs))),
            "highest": max(highs),
            "coolest": self._named(highs.index(min(highs))),
            "lowest_high": min(highs),
            "windiest": self._named(winds.index(max(winds))),
            "most_wind": max(winds),
            "wet": in_words(sum(day.condition == "moderate rain" for day in self.days)),
        }

    def _named(self, k: int) -> str:
        return f"{self.date_of(k):%A}"

    @staticmethod
    def date_of(k: int) -> date:
        return date(2026, 4, 13) + timedelta(k)

    def calls(self) -> list[dict[str, Any]]:
        daily = [
            {"date": f"{self.date_of(k)}", **{name: getattr(day, name) for name in day.__slots__}}
            for k, day in enumerate(self.days)
        ]
        result = {"daily": daily, "units": {"temperature": "°F", "wind_speed": "mph"}}
        arguments = {"latitude": 45.76, "longitude": 4.84, "days": DAYS}
        return [{"name": "get_forecast", "arguments": arguments, "result": result}]


Weather = Now | Both | Ahead
