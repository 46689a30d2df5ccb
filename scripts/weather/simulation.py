"""Weather that never was but could have been: a pure function of place, date and key.

The middle temperature of a day is its season's (climate table) plus an anomaly that persists over days; the
hour follows local solar time between the day's minimum and maximum. Whether something falls is drawn with
persistence at the season's share of wet days, what falls by temperature, how much by the season's
precipitation. The chance of precipitation, humidity, wind and feels-like follow from these. All in °C and
km/h.
"""

import math
import random
import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import blake2b
from statistics import NormalDist
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from scripts.weather.air import prevailing_wind, relative_humidity, strongest_wind, warmth
from scripts.weather.climate import Climate, climate_of, ordinary_temperatures, plausible_temperatures
from scripts.weather.conditions import CONDITIONS
from scripts.weather.feels_like import feels_like
from scripts.weather.places import Place
from scripts.weather.skies import (
    MIDDLE_C,
    USUAL_SPREADS,
    Season,
    chance_of_precipitation,
    falling,
    is_ever_possible,
    is_possible,
    season_of,
    sky,
    span,
)
from scripts.weather.units import clamped

Range = tuple[float, float]
"""Lowest and highest temperature in °C."""

FIRST_YEAR: Final = 2021
LAST_YEAR: Final = 2026
"""`find_when` deals dates of these years; the clock has no part in it."""

RANGE_C: Final = 3.0
"""How far from its mean a month can lie before it is less likely to be dealt for a temperature range."""


class Observation(NamedTuple):
    """The weather at one moment.

    `when` is aware and in the place's own zone, `humidity` in percent, `wind_direction` degrees from north.
    """

    when: datetime
    temperature_c: float
    feels_like_c: float
    code: int
    humidity: int
    wind_kmh: float
    wind_direction: float


class Day(NamedTuple):
    """The weather of one local date; `wind_kmh` is the day's strongest, the probability in percent."""

    date: date
    code: int
    temperature_max_c: float
    temperature_min_c: float
    precipitation_probability: int
    wind_kmh: float


def observe(
    place: Place,
    when: datetime,
    key: str,
    temperature_range_c: Range | None = None,
    codes: frozenset[int] | None = None,
) -> Observation:
    """Return the weather at a place at an aware time, within that of its local day as `days` has it.

    `key` tells one world from another. `temperature_range_c` keeps the whole day's temperatures in the range,
    `codes` asks for a kind of weather. Raises ValueError where the season there has none of `codes`.
    """
    local = when.astimezone(zone(place.timezone))
    day, season, draws = next(_spell(place, local.date(), 1, key, temperature_range_c, codes))
    universal = when.astimezone(UTC)
    hour = (universal.hour + universal.minute / 60 + place.longitude / 15) % 24
    temperature = day.temperature_min_c + warmth(hour) * (day.temperature_max_c - day.temperature_min_c)
    humidity = relative_humidity(CONDITIONS[day.code], season, day.temperature_min_c, temperature, draws.damp)
    wind = day.wind_kmh * (0.45 + 0.5 * ((draws.spot * 7 + hour * 0.31) % 1))
    felt = feels_like(temperature, humidity, wind)
    direction = (prevailing_wind(place.latitude) + 45 * _DEVIATE(draws.turn)) % 360
    return Observation(local, temperature, felt, day.code, humidity, wind, direction)


def days(
    place: Place,
    first: date,
    count: int,
    key: str,
    temperature_range_c: Range | None = None,
    codes: frozenset[int] | None = None,
) -> tuple[Day, ...]:
    """Return the weather of `count` local dates from `first` on; a date's is the same whatever span is asked.

    `temperature_range_c` holds for every day, `codes` for `first` alone: later days are as they come.
    Raises ValueError where the season there has none of `codes`.
    """
    return tuple(day for day, _, _ in _spell(place, first, count, key, temperature_range_c, codes))


def find_when(
    place: Place,
    rng: random.Random,
    codes: frozenset[int] | None = None,
    temperature_range_c: Range | None = None,
) -> datetime | None:
    """Return a local time (aware, 2021 to 2026) when the climate there has what is asked, None if never.

    Where a temperature range is asked, the months in which it is most usual are the likeliest.
    """
    year = rng.randint(FIRST_YEAR, LAST_YEAR)
    climate = climate_of(place)
    if codes and not any(is_ever_possible(code, climate) for code in codes):
        return None
    weighed = [
        (month, weight)
        for month in range(1, 13)
        if (weight := _fitness(place, climate, date(year, month, 15), codes, temperature_range_c)) is not None
    ]
    if not weighed:
        return None
    best = max(weight for _, weight in weighed)
    month = rng.choices([m for m, _ in weighed], [math.exp(weight - best) for _, weight in weighed])[0]
    start = date(year, month, 1)
    length = (date(year + month // 12, month % 12 + 1, 1) - start).days
    day = start + timedelta(days=rng.randrange(length))
    if codes and not _askable(codes, season_of(climate, day), temperature_range_c):
        day = date(year, month, 15)
    return local_time(place, day, rng.randrange(24), rng.randrange(60))


@cache
def zone(name: str) -> ZoneInfo:
    """Return a time zone; ZoneInfo itself forgets all but the last eight."""
    return ZoneInfo(name)


def local_time(place: Place, day: date, hour: int, minute: int = 0) -> datetime:
    """Return that clock time at a place, aware; an hour that summer time skips is moved on."""
    there = zone(place.timezone)
    return (
        datetime(day.year, day.month, day.day, hour, minute, tzinfo=there).astimezone(UTC).astimezone(there)
    )


# One day


Lasting = tuple[float, float, float]
"""What chance gives a date and the days after it: normal deviates of air, rain and gust."""


class Draws(NamedTuple):
    """What chance gives one date alone, from 0 to 1."""

    turn: float
    width: float
    cloud: float
    kind: float
    force: float
    chance: float
    damp: float
    spot: float
    pick: float


_DEVIATE: Final = NormalDist().inv_cdf
_RANK: Final = NormalDist().cdf
_LASTING: Final = struct.Struct("<HH2xH16x")
_DRAWS: Final = struct.Struct("<4xH2x8H")
"""Where the numbers of `Lasting` and of `Draws` stand in what `_chance` returns."""
MEMORY: Final = tuple((0.75**lag, 0.5**lag) for lag in reversed(range(6)))
"""How much of a day's chance is still felt five days later to none: in temperature and wind, and in rain."""
_AIR_NORM, _RAIN_NORM = (math.hypot(*weights) for weights in zip(*MEMORY, strict=True))


def _spell(
    place: Place, first: date, count: int, key: str, wanted: Range | None, codes: frozenset[int] | None
) -> Iterator[tuple[Day, Season, Draws]]:
    """Yield the weather of dates that follow one another, each with what it was made from."""
    climate, memory = climate_of(place), len(MEMORY)
    world = f"{key}/{place.latitude}/{place.longitude}/"
    start = first.toordinal() - memory + 1
    chances = [_chance(world, ordinal) for ordinal in range(start, start + memory + count - 1)]
    lasting = [_lasting(chance) for chance in chances]
    for offset in range(count):
        day = first + timedelta(days=offset)
        season, draws = season_of(climate, day), _draws(chances[offset + memory - 1])
        felt = _felt(lasting[offset : offset + memory])
        yield _day(place, day, season, felt, draws, wanted, None if offset else codes), season, draws


def _chance(world: str, ordinal: int) -> bytes:
    """Return the twelve numbers of two bytes each that a date has at one place in one world."""
    return blake2b(f"{world}{ordinal}".encode(), digest_size=24).digest()


def _lasting(chance: bytes) -> Lasting:
    air, rain, gust = _LASTING.unpack(chance)
    return _DEVIATE((air + 0.5) / 65536), _DEVIATE((rain + 0.5) / 65536), _DEVIATE((gust + 0.5) / 65536)


def _draws(chance: bytes) -> Draws:
    return Draws(*[(number + 0.5) / 65536 for number in _DRAWS.unpack(chance)])


def _felt(days_before: Sequence[Lasting]) -> Lasting:
    """Return what is felt of chance on the last of some days, deviates again."""
    air = rain = gust = 0.0
    for (its_air, its_rain, its_gust), (weight, short) in zip(days_before, MEMORY, strict=True):
        air += weight * its_air
        gust += weight * its_gust
        rain += short * its_rain
    return air / _AIR_NORM, rain / _RAIN_NORM, gust / _AIR_NORM


def _day(
    place: Place,
    day: date,
    season: Season,
    felt: Lasting,
    draws: Draws,
    wanted: Range | None,
    codes: frozenset[int] | None,
) -> Day:
    """Return the weather of a date."""
    air, rain, gust = felt
    middle = season.mean_c + season.spread_c * clamped(air, -USUAL_SPREADS, USUAL_SPREADS)
    width = season.daily_range_c * (0.85 + 0.3 * draws.width)
    if wanted:
        middle, width = _moved(middle, width, wanted, draws.spot)
    if codes:
        code, middle = _asked_for(codes, season, middle, width, wanted, draws)
    else:
        code = _natural(season, middle, _RANK(rain), draws)
    low, high = span(code, season, middle, width)
    if wanted:
        low, high = max(low, wanted[0]), min(high, wanted[1])
    chance = chance_of_precipitation(code, season, draws.chance)
    return Day(day, code, high, low, chance, strongest_wind(place, season, CONDITIONS[code], gust))


def _natural(season: Season, middle: float, rank: float, draws: Draws) -> int:
    dry = 1 - season.wet_share
    if rank > dry:
        return falling(season, middle, (rank - dry) / season.wet_share, draws.kind, draws.force)
    return sky(season, middle, rank / dry, draws.cloud, draws.force)


def _moved(middle: float, width: float, wanted: Range, spot: float) -> tuple[float, float]:
    """Return middle and width of a day moved, and narrowed if need be, into a range of temperatures."""
    low, high = wanted
    width = min(width, 0.8 * (high - low))
    bottom, top = low + width / 2, high - width / 2
    if middle < bottom:
        middle = bottom + spot * min(2.5, top - bottom)
    elif middle > top:
        middle = top - spot * min(2.5, top - bottom)
    return middle, width


def _askable(codes: frozenset[int], season: Season, wanted: Range | None) -> list[int]:
    """Return those of `codes` that the season has, at temperatures in the range."""
    low, high = wanted or (-math.inf, math.inf)
    return [
        code
        for code in sorted(codes)
        if is_possible(code, season) and MIDDLE_C[code][0] < high and MIDDLE_C[code][1] > low
    ]


def _asked_for(
    codes: frozenset[int], season: Season, middle: float, width: float, wanted: Range | None, draws: Draws
) -> tuple[int, float]:
    """Return one of `codes`, and the middle temperature moved to where it occurs."""
    found = _askable(codes, season, wanted)
    if not found:
        names = ", ".join(CONDITIONS[code].name for code in sorted(codes))
        raise ValueError(f"there is no {names} in a climate of {season.mean_c:.0f} °C on average")
    code = found[int(draws.pick * len(found))]
    reach = USUAL_SPREADS * season.spread_c
    low = max(MIDDLE_C[code][0], season.mean_c - reach)
    high = min(MIDDLE_C[code][1], season.mean_c + reach)
    if wanted:
        low, high = (
            max(MIDDLE_C[code][0], wanted[0] + width / 2),
            min(MIDDLE_C[code][1], wanted[1] - width / 2),
        )
    inside = min(1.5, max(high - low, 0.0)) * draws.spot
    if middle < low:
        middle = low + inside
    elif middle > high:
        middle = high - inside
    return code, middle


def _can_be(wanted: Range, place: Place, day: date) -> bool:
    """Whether a temperature of the range can be there around a date; of an ordinary one that is soon told."""
    at = place.latitude, place.longitude
    low, high = ordinary_temperatures(*at, day.month - 1)
    if wanted[0] > high or wanted[1] < low:
        low, high = plausible_temperatures(*at, day)
    return wanted[0] <= high and wanted[1] >= low


def _fitness(
    place: Place, climate: Climate, day: date, codes: frozenset[int] | None, wanted: Range | None
) -> float | None:
    """Return how usual that weather is around a date (a logarithm up to a constant), None if it cannot be."""
    season = season_of(climate, day)
    if codes and not _askable(codes, season, wanted):
        return None
    if wanted is None:
        return 0.0
    if not _can_be(wanted, place, day):
        return None
    half = min(season.daily_range_c, 0.8 * (wanted[1] - wanted[0])) / 2
    apart = max(0.0, wanted[0] + half - season.mean_c, season.mean_c + half - wanted[1])
    return -((apart / RANGE_C) ** 2) / 2
