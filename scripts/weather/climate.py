"""The climate of any place on Earth by month: what is usual there, and what can be at all.

From two tables made of the ERA5 reanalysis by `data/build_tables.py`: `data/normals.csv` for the known
places, each at its own altitude, and `data/climate_grid.zlib` for any coordinates. Where no figures were to
be had (daily range, spread from day to day, days with precipitation) they are estimated from these; each
estimate says from what.
"""

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import orjson

from scripts.weather.places import DATA, Place
from scripts.weather.units import clamped

Months = tuple[float, ...]
"""Twelve monthly figures, January first."""

LAPSE_C_PER_M: Final = 0.006
"""Fall of temperature with altitude, also that by which the grid was reduced to sea level."""
KEPT: Final = 2048
"""Places whose figures are kept at hand: those of the records in the making, and the commonest."""
AT_HAND: Final = 64
"""Those whose steps in between are: what is made of these is kept itself."""


class Month(NamedTuple):
    """What is usual at a place in one month.

    `mean_c` is the mean temperature, `spread_c` the standard deviation of the daily means around it,
    `daily_range_c` the mean difference between the day's maximum and minimum, `precipitation_mm` the sum of
    the month, `wet_share` the share of days with precipitation.
    """

    mean_c: float
    spread_c: float
    daily_range_c: float
    precipitation_mm: float
    wet_share: float


@dataclass(frozen=True, slots=True, eq=False)
class Climate:
    """What is usual at a place: what the tables have of each month, and what is estimated from it.

    `continental` is 0 at sea to 1 far inland.
    """

    latitude: float
    elevation_m: float
    mean_c: Months
    precipitation_mm: Months
    continental: float


@lru_cache(maxsize=KEPT)
def climate_of(place: Place) -> Climate:
    """Return the climate of a place, at its own altitude."""
    normals = _normals().get((place.latitude, place.longitude))
    if normals is None:
        return climate_at(place.latitude, place.longitude, place.elevation_m)
    inland = _continental(place.latitude, place.longitude)
    return Climate(place.latitude, place.elevation_m or 0.0, *normals, inland)


def monthly_means(place: Place) -> tuple[Months, Months]:
    """Return the temperatures and the precipitation of `climate_of`.

    Cheap enough to look through every place of the table.
    """
    if normals := _normals().get((place.latitude, place.longitude)):
        return normals
    climate = climate_of(place)
    return climate.mean_c, climate.precipitation_mm


@lru_cache(maxsize=KEPT)
def climate_at(latitude: float, longitude: float, elevation_m: float | None = None) -> Climate:
    """Return the climate at coordinates, at the mean altitude of the surroundings where none is given."""
    ground = Surroundings.of(latitude, longitude).mean_m if elevation_m is None else elevation_m
    mean = tuple(t - LAPSE_C_PER_M * ground for t in _sea_level_means(latitude, longitude))
    precipitation = _monthly(_grid().precipitation, MILLIMETRES, latitude, longitude)
    return Climate(latitude, ground, mean, precipitation, _continental(latitude, longitude))


# What can be


COLD_SPREADS: Final = 5.0
"""How many standard deviations the coldest day's mean lies below its month's."""
WARM_C: Final = (15.0, 31.0)
"""How far the hottest hours lie above a month's mean: near the equator and at sea, and at most, where air
from deserts or plains can come (Portland, Oregon in June 2021: 28 °C above)."""
MARGIN_C: Final = 6.0
"""Room for what a grid of one degree does not see: valleys, cities, frost hollows."""
VALLEY_C_PER_M: Final = 0.003
VALLEY_C: Final = 6.0
"""How much hotter than open country a valley's floor gets, by how high the ground around stands; at most."""
WORLD_C: Final = (-95.0, 57.5)
"""Colder and hotter than any thermometer in the shade has been (Vostok -89.2 °C, Death Valley 56.7 °C)."""
SNOW_SPREADS: Final = 2.8
SNOW_C: Final = 3.5
"""Snow falls where a day's mean can come down to this, at any altitude around."""


def plausible_temperatures(latitude: float, longitude: float, day: date | None) -> tuple[float, float]:
    """Return the lowest and highest temperature in °C that can be at coordinates on that date (None: on any).

    Generous: records of weather stations lie inside, whatever the place's altitude within its surroundings.
    """
    return _temperatures_in(latitude, longitude, _months_near(day))


@lru_cache(maxsize=KEPT)
def ordinary_temperatures(latitude: float, longitude: float, month: int) -> tuple[float, float]:
    """Return temperatures in °C that `plausible_temperatures` surely allows in a month (0 is January).

    From the least that the margins ever are, which takes a tenth of the time and is enough for most weather.
    """
    around, layer = Surroundings.of(latitude, longitude), _grid().mean
    corners = _corners(latitude, longitude)
    mean_c = sum([near * CELSIUS[layer[month * CELLS + cell]] for cell, near in corners])
    low = mean_c - COLD_SPREADS * LEAST_SPREAD_C - MARGIN_C
    high = min(mean_c + WARM_C[0], hottest_air(latitude, month))
    return (
        max(low - LAPSE_C_PER_M * around.highest_m, WORLD_C[0]),
        min(high - LAPSE_C_PER_M * around.lowest_m, WORLD_C[1]),
    )


@lru_cache(maxsize=KEPT)
def _temperatures_in(latitude: float, longitude: float, months: tuple[int, ...]) -> tuple[float, float]:
    around = Surroundings.of(latitude, longitude)
    at_sea_level = _sea_level_means(latitude, longitude)
    climate = climate_at(latitude, longitude)
    low = min(at_sea_level[m] - cold_margin(latitude, climate, m) for m in months)
    high = max(
        min(at_sea_level[m] + warm_margin(latitude, climate, m), hottest_air(latitude, m)) for m in months
    )
    valley = min(VALLEY_C_PER_M * (around.highest_m - around.lowest_m), VALLEY_C)
    return (
        max(low - LAPSE_C_PER_M * around.highest_m, WORLD_C[0]),
        min(high + valley - LAPSE_C_PER_M * around.lowest_m, WORLD_C[1]),
    )


def cold_margin(latitude: float, climate: Climate, month: int) -> float:
    """Return how far in °C below a month's mean (0 is January) the coldest night can be.

    Within reach of the northern continents' polar air at least as far as the latitude in degrees:
    Brownsville, at 26° N, has had 27 °C below its January mean.
    """
    then = usual(climate, month)
    margin = COLD_SPREADS * then.spread_c + then.daily_range_c / 2 + MARGIN_C
    winter = then.mean_c < sum(climate.mean_c) / 12
    warmest_c, coldest_c = _ends(climate)
    if winter and latitude > 0 and warmest_c - coldest_c > 7:
        return max(margin, (min(latitude, 30.0) + 3) * min(1.0, climate.continental / 0.25))
    return margin


def warm_margin(latitude: float, climate: Climate, month: int) -> float:
    """Return how far in °C above a month's mean (0 is January) the hottest afternoon can be.

    More where that mean is itself of a cold pool of air: Yakutsk has had 32 °C above its January mean.
    """
    low, high = WARM_C
    reach = min(1.0, max(0.0, abs(latitude) - 12) / 18) * min(1.0, climate.continental / 0.25)
    return low + (high - low) * reach + max(0.0, -10 - climate.mean_c[month]) / 4


def hottest_air(latitude: float, month: int) -> float:
    """Return the temperature in °C that no air at sea level surpasses, by the month's noon sun.

    20 °C in a winter without sun, and 0.85 °C more for each degree the sun stands above 12°.
    """
    return 20 + 0.85 * max(0.0, noon_sun(latitude, month) - 12)


def noon_sun(latitude: float, month: int) -> float:
    """Return the height of the noon sun in degrees in the middle of a month (0 is January)."""
    return 90 - abs(latitude - SUN_OVERHEAD[month])


SUN_OVERHEAD: Final = tuple(23.4 * math.sin(math.radians(30 * (month - 2.2))) for month in range(12))
"""The latitude at which the noon sun stands overhead in the middle of each month."""


def snow_is_possible(latitude: float, longitude: float, day: date | None) -> bool:
    """Whether snow can fall at coordinates on that date (None: on any), at any altitude around."""
    return _snow_in(latitude, longitude, _months_near(day))


@lru_cache(maxsize=KEPT)
def _snow_in(latitude: float, longitude: float, months: tuple[int, ...]) -> bool:
    at_sea_level, climate = _sea_level_means(latitude, longitude), climate_at(latitude, longitude)
    summit = LAPSE_C_PER_M * Surroundings.of(latitude, longitude).highest_m
    return any(at_sea_level[m] - summit - SNOW_SPREADS * usual(climate, m).spread_c <= SNOW_C for m in months)


def _months_near(day: date | None) -> tuple[int, ...]:
    """Return the months (0 is January) whose climate a date may have, all of them for none."""
    if day is None:
        return tuple(range(12))
    month = day.month - 1
    return (
        (month, (month - 1) % 12)
        if day.day <= 10
        else (month, (month + 1) % 12)
        if day.day >= 21
        else (month,)
    )


# Estimates


LEAST_SPREAD_C: Final = 1.0
WIDEST_SPREAD_C: Final = 8.0
"""What the standard deviation of a month's daily means comes to at least and at most."""


@lru_cache(maxsize=KEPT)
def _ends(climate: Climate) -> tuple[float, float]:
    """Return the means of the warmest month and of the coldest."""
    return max(climate.mean_c), min(climate.mean_c)


@lru_cache(maxsize=2 * KEPT)
def usual(climate: Climate, month: int) -> Month:
    """Return what is usual in a month, 0 being January; of a place few are ever asked for."""
    mean_c, precipitation_mm = climate.mean_c[month], climate.precipitation_mm[month]
    warmest_c, coldest_c = _ends(climate)
    latitude, continental = climate.latitude, climate.continental
    return Month(
        mean_c,
        spread(latitude, mean_c, warmest_c, warmest_c - coldest_c),
        daily_range(latitude, month, mean_c, precipitation_mm, continental, climate.elevation_m),
        precipitation_mm,
        wet_share(precipitation_mm, mean_c),
    )


def spread(latitude: float, mean_c: float, warmest_c: float, yearly_range: float) -> float:
    """Return the standard deviation in °C of a month's daily means.

    Weather changes with the air masses that meet, so with the distance from the equator and the contrast of
    the seasons, and most in winter: near 1 °C in Singapore, 2.5 in London, 3.5 and 6.5 in Moscow in July
    and January.
    """
    contrast = clamped(yearly_range / 20, 0.0, 1.0)
    winter = (warmest_c - mean_c) / yearly_range if yearly_range > 1 else 0.0
    return min(
        WIDEST_SPREAD_C, LEAST_SPREAD_C + 0.045 * abs(latitude) * contrast + 0.1 * winter * yearly_range
    )


def daily_range(
    latitude: float,
    month: int,
    mean_c: float,
    precipitation_mm: float,
    continental: float,
    elevation_m: float,
) -> float:
    """Return the mean difference in °C between a day's maximum and minimum, `month` from 0.

    Wide where the air is dry, thin and far from the sea, narrow at sea, in rain and where the sun does not
    rise and set: near 14 °C in Riyadh, 14 in La Paz in June, 9 and 6 in London in July and January, 3 on a
    ship.
    """
    dryness = math.exp(-precipitation_mm / (25 + 1.5 * (mean_c if mean_c > 0 else 0.0)))
    inland = 0.3 + 0.35 * clamped(continental / 0.1, 0.0, 1.0) + 0.35 * continental
    sun = 0.45 + 0.55 * clamped(noon_sun(latitude, month) / 45, 0.0, 1.0)
    polar = 0.25 + 0.75 * clamped((90 - abs(latitude)) / 25, 0.0, 1.0)
    thin = clamped(elevation_m - 1000, 0.0, 3500.0) / 1000
    return ((8.5 + 7 * dryness) * inland * sun + thin) * polar


def wet_share(precipitation_mm: float, mean_c: float) -> float:
    """Return the share of days with measurable precipitation in a month of that sum and mean temperature.

    Warm rain falls harder, so that the same sum needs fewer days; near published counts for London, Seattle,
    Singapore, Mumbai, Cairo, Oslo and Yakutsk.
    """
    days = precipitation_mm / (3 + 0.12 * (mean_c if mean_c > 0 else 0.0)) / 30
    return 0.85 * (1 - math.exp(-(days**0.85)))


# The tables

ROWS: Final = 180
COLUMNS: Final = 360
CELLS: Final = ROWS * COLUMNS
FINER: Final = 4
"""The ground is told for cells of a quarter of a degree."""


class Surroundings(NamedTuple):
    """Mean, lowest and highest ground in metres in the quarter of a degree around coordinates."""

    mean_m: float
    lowest_m: float
    highest_m: float

    @staticmethod
    @lru_cache(maxsize=KEPT)
    def of(latitude: float, longitude: float) -> "Surroundings":
        """Look the ground up in the table."""
        row = min(int((90 - latitude) * FINER), ROWS * FINER - 1)
        column = int((longitude + 180) % 360 * FINER)
        cell = row * COLUMNS * FINER + column
        grid = _grid()
        mean, low, high = (layer[cell] * 40 - 440 for layer in (grid.ground, grid.lowest, grid.highest))
        return Surroundings(max(mean, low), low, high)


class Grid(NamedTuple):
    """The layers of the grid, as `write_grid` of the build script describes them."""

    mean: bytes
    precipitation: bytes
    inland: bytes
    ground: bytes
    lowest: bytes
    highest: bytes


@cache
def _grid() -> Grid:
    sizes = (12 * CELLS, 12 * CELLS, CELLS, *(3 * (CELLS * FINER * FINER,)))
    raw = zlib.decompress((DATA / "climate_grid.zlib").read_bytes(), bufsize=sum(sizes))
    return Grid(*(raw[start:end] for start, end in pairwise((0, *accumulate(sizes)))))


@cache
def _normals() -> Mapping[tuple[float, float], tuple[Months, Months]]:
    """Return means and precipitation of the known places by their coordinates.

    A line is nothing but numbers with commas between, so it is read as the array it is in JSON.
    """
    with (DATA / "normals.csv").open("rb") as file:
        next(file)
        rows = (orjson.loads(b"[%b]" % line) for line in file)
        return {(row[0], row[1]): (tuple(row[2:14]), tuple(row[14:26])) for row in rows}


@lru_cache(maxsize=AT_HAND)
def _corners(latitude: float, longitude: float) -> tuple[tuple[int, float], ...]:
    """Return the four grid cells around coordinates and their weights."""
    y = min(max(90 - latitude - 0.5, 0.0), ROWS - 1.0)
    x = (longitude + 180 - 0.5) % 360
    row, column = int(y), int(x)
    v, h = y - row, x - column
    below, right = min(row + 1, ROWS - 1), (column + 1) % COLUMNS
    return (
        (row * COLUMNS + column % COLUMNS, (1 - v) * (1 - h)),
        (row * COLUMNS + right, (1 - v) * h),
        (below * COLUMNS + column % COLUMNS, v * (1 - h)),
        (below * COLUMNS + right, v * h),
    )


@lru_cache(maxsize=AT_HAND)
def _sea_level_means(latitude: float, longitude: float) -> Months:
    return _monthly(_grid().mean, CELSIUS, latitude, longitude)


CELSIUS: Final = tuple(byte / 2 - 70 for byte in range(256))
MILLIMETRES: Final = tuple((byte / 6) ** 2 for byte in range(256))
"""What the bytes of the monthly layers stand for."""


def _monthly(layer: bytes, meaning: Sequence[float], latitude: float, longitude: float) -> Months:
    (a, near_a), (b, near_b), (c, near_c), (d, near_d) = _corners(latitude, longitude)
    months = [
        near_a * meaning[at_a] + near_b * meaning[at_b] + near_c * meaning[at_c] + near_d * meaning[at_d]
        for at_a, at_b, at_c, at_d in zip(
            layer[a::CELLS], layer[b::CELLS], layer[c::CELLS], layer[d::CELLS], strict=True
        )
    ]
    return tuple(months)


def _continental(latitude: float, longitude: float) -> float:
    layer = _grid().inland
    (a, near_a), (b, near_b), (c, near_c), (d, near_d) = _corners(latitude, longitude)
    return (near_a * layer[a] + near_b * layer[b] + near_c * layer[c] + near_d * layer[d]) / 255
