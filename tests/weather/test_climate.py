"""What is usual at a place agrees with published figures; what can be holds every measured record."""

import json
import math
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.weather.climate import (
    climate_at,
    climate_of,
    ordinary_temperatures,
    plausible_temperatures,
    snow_is_possible,
    usual,
)
from scripts.weather.places import Place, geocode, places
from scripts.weather.simulation import days

HERE = Path(__file__).parent
NORMALS = json.loads((HERE / "normals.json").read_text(encoding="utf-8"))["normals"]
RECORDS = json.loads((HERE / "records.json").read_text(encoding="utf-8"))

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
dates = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def place_of(normal: dict[str, str]) -> Place:
    return geocode(f"{normal['place']}, {normal['region']}" if normal["region"] else normal["place"])[0]


def root_mean_square(differences: list[float]) -> float:
    return math.sqrt(sum(difference**2 for difference in differences) / len(differences))


def test_the_table_of_normals_spans_the_earth() -> None:
    found = [place_of(normal) for normal in NORMALS]
    assert len(set(found)) >= 45
    assert {place.continent for place in found} == {
        "Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"
    }  # fmt: skip
    assert sum((place.elevation_m or 0) > 1400 for place in found) >= 8
    assert sum(abs(place.latitude) > 66 for place in found) >= 4


@pytest.mark.parametrize("normal", NORMALS, ids=lambda normal: normal["place"])
def test_monthly_means_are_those_published(normal: dict[str, Any]) -> None:
    means = climate_of(place_of(normal)).mean_c
    differences = [ours - theirs for ours, theirs in zip(means, normal["mean_c"], strict=True)]
    assert root_mean_square(differences) <= 4
    assert max(map(abs, differences)) <= 7


def test_monthly_means_together_are_within_a_degree_and_a_half() -> None:
    differences = [
        ours - theirs
        for normal in NORMALS
        for ours, theirs in zip(climate_of(place_of(normal)).mean_c, normal["mean_c"], strict=True)
    ]
    assert root_mean_square(differences) <= 1.5


def test_the_simulation_keeps_to_the_published_means() -> None:
    differences = []
    for normal in NORMALS[::2]:
        place = place_of(normal)
        for month, published in enumerate(normal["mean_c"], start=1):
            spell = [
                day
                for key in ("a", "b", "c")
                for start in (3, 17)
                for day in days(place, date(2023, month, start), 10, f"{key}{start}")
            ]
            mean = sum((day.temperature_max_c + day.temperature_min_c) / 2 for day in spell) / len(spell)
            differences.append(mean - published)
    assert root_mean_square(differences) <= 2.5


@pytest.mark.parametrize(("name", "latitude", "longitude", "month", "celsius", "why"), RECORDS["measured"])
def test_nothing_measured_is_refused(
    name: str, latitude: float, longitude: float, month: int, celsius: float, why: str
) -> None:
    low, high = plausible_temperatures(latitude, longitude, date(2024, month, 15))
    assert low <= celsius <= high


@pytest.mark.parametrize(("name", "latitude", "longitude", "month", "celsius", "why"), RECORDS["impossible"])
def test_nothing_impossible_passes(
    name: str, latitude: float, longitude: float, month: int, celsius: float, why: str
) -> None:
    low, high = plausible_temperatures(latitude, longitude, date(2024, month, 15))
    assert not low <= celsius <= high


@pytest.mark.parametrize(("name", "latitude", "longitude", "month", "possible"), RECORDS["snow"])
def test_snow_falls_where_it_can(
    name: str, latitude: float, longitude: float, month: int, possible: bool
) -> None:
    assert snow_is_possible(latitude, longitude, date(2024, month, 15)) is possible


@given(latitudes, longitudes, dates)
def test_any_coordinates_on_any_date_have_a_range(latitude: float, longitude: float, day: date) -> None:
    low, high = plausible_temperatures(latitude, longitude, day)
    assert -95 <= low < high <= 57.5
    whole_year = plausible_temperatures(latitude, longitude, None)
    assert whole_year[0] <= low
    assert high <= whole_year[1]


@given(latitudes, longitudes, dates)
def test_what_is_ordinary_is_plausible(latitude: float, longitude: float, day: date) -> None:
    low, high = plausible_temperatures(latitude, longitude, day)
    ordinary_low, ordinary_high = ordinary_temperatures(latitude, longitude, day.month - 1)
    assert ordinary_low > ordinary_high or low <= ordinary_low < ordinary_high <= high


@given(latitudes, longitudes)
def test_any_coordinates_have_a_climate(latitude: float, longitude: float) -> None:
    climate = climate_at(latitude, longitude)
    assert all(-75 < mean < 45 for mean in climate.mean_c)
    months = [usual(climate, month) for month in range(12)]
    assert all(month.wet_share < 0.9 and 0 < month.spread_c <= 8 for month in months)
    low, high = plausible_temperatures(latitude, longitude, None)
    assert low < min(climate.mean_c)
    assert max(climate.mean_c) < high


@given(latitudes, dates)
def test_the_date_line_has_one_climate(latitude: float, day: date) -> None:
    assert plausible_temperatures(latitude, -180, day) == pytest.approx(
        plausible_temperatures(latitude, 180, day)
    )


def test_without_a_date_any_season_will_do() -> None:
    low, high = plausible_temperatures(55.75, 37.62, None)
    assert low <= -40
    assert high >= 38


@given(st.sampled_from(places()), st.integers(0, 365 * 4), st.integers(0, 99))
def test_whatever_the_simulation_makes_is_plausible(place: Place, offset: int, world: int) -> None:
    for day in days(place, date(2022, 1, 1) + timedelta(days=offset), 3, f"{world}"):
        low, high = plausible_temperatures(place.latitude, place.longitude, day.date)
        assert low <= day.temperature_min_c <= day.temperature_max_c <= high
