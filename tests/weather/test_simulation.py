"""Weather that could have been: physical, of its place and season, and the same whenever it is asked for."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.weather.climate import snow_is_possible
from scripts.weather.conditions import CONDITIONS
from scripts.weather.places import Place, geocode, places
from scripts.weather.simulation import Day, Observation, days, find_when, local_time, observe
from tests.weather.lookup import best

YEAR = range(1, 13)
some_places = st.sampled_from(places())
some_dates = st.dates(date(2021, 1, 1), date(2026, 12, 31))
keys = st.integers(0, 10_000).map(str)
RAIN = frozenset(code for code, condition in CONDITIONS.items() if condition.precipitation)
SNOW = frozenset(code for code in RAIN if CONDITIONS[code].precipitation == "snow")


def spells(name: str, months: range | tuple[int, ...], worlds: int = 12) -> Iterator[Day]:
    """Yield the days of many worlds at a place in those months."""
    place = best(name)
    for world in range(worlds):
        for month in months:
            yield from days(place, date(2024, month, 1), 28, f"w{world}")


def wet_share(name: str, months: range | tuple[int, ...]) -> float:
    found = list(spells(name, months))
    return sum(day.code in RAIN for day in found) / len(found)


# The same weather, however it is asked for


@given(some_places, some_dates, keys, st.integers(1, 14), st.integers(0, 13))
def test_a_date_has_the_same_weather_in_every_span(
    place: Place, first: date, key: str, count: int, skip: int
) -> None:
    later = first + timedelta(days=skip)
    for day in days(place, later, 2, key):
        if day.date < first + timedelta(days=count):
            assert day in days(place, first, count, key)


@given(some_places, some_dates, keys, st.integers(0, 23), st.integers(0, 59))
def test_an_observation_is_of_its_day(place: Place, day: date, key: str, hour: int, minute: int) -> None:
    seen = observe(place, local_time(place, day, hour, minute), key)
    whole = days(place, seen.when.date(), 1, key)[0]
    assert whole.temperature_min_c - 1e-9 <= seen.temperature_c <= whole.temperature_max_c + 1e-9
    assert seen.code == whole.code
    assert seen.wind_kmh <= whole.wind_kmh


def test_another_world_has_other_weather() -> None:
    place = best("Oslo")
    assert len({days(place, date(2024, 5, 1), 7, f"{world}") for world in range(50)}) == 50


def test_days_hang_together() -> None:
    """The anomaly of a day is well correlated with that of the day before, and rainy days come in spells."""
    place = best("Chicago, Illinois")
    middles, wet = [], []
    for world in range(150):
        spell = days(place, date(2024, 4, 8), 2, f"{world}")
        middles.append([(day.temperature_max_c + day.temperature_min_c) / 2 for day in spell])
        wet.append([day.code in RAIN for day in spell])
    means = [sum(column) / len(column) for column in zip(*middles, strict=True)]
    products = sum((a - means[0]) * (b - means[1]) for a, b in middles)
    squares = [sum((pair[i] - means[i]) ** 2 for pair in middles) for i in (0, 1)]
    assert products / (squares[0] * squares[1]) ** 0.5 > 0.55
    after_rain = [b for a, b in wet if a]
    after_dry = [b for a, b in wet if not a]
    assert sum(after_rain) / len(after_rain) > sum(after_dry) / len(after_dry) + 0.1


def test_afternoons_are_warmer_than_the_hour_before_dawn() -> None:
    place = best("Phoenix, Arizona")
    for day in range(1, 20):
        warm, cool = (
            observe(place, local_time(place, date(2024, 6, day), hour), "x").temperature_c for hour in (15, 5)
        )
        assert warm - cool > 5


# Physical agreement


@given(some_places, some_dates, keys)
def test_a_day_agrees_with_itself(place: Place, first: date, key: str) -> None:
    for day in days(place, first, 5, key):
        condition = CONDITIONS[day.code]
        assert day.temperature_min_c <= day.temperature_max_c
        assert 0 <= day.precipitation_probability <= 100
        assert 2 <= day.wind_kmh <= 160
        if condition.precipitation:
            assert day.precipitation_probability >= 35
        else:
            assert day.precipitation_probability <= (12, 12, 25, 45)[condition.cloud]
        if condition.precipitation == "snow":
            assert day.temperature_max_c <= 4
            assert snow_is_possible(place.latitude, place.longitude, day.date)
        elif condition.precipitation and condition.precipitation.startswith("freezing"):
            assert day.temperature_max_c <= 0
        elif condition.precipitation:
            assert day.temperature_max_c >= 0.5
            assert day.temperature_min_c >= 0
        if condition.thunder:
            assert day.temperature_max_c >= 11
        if condition.fog:
            assert day.wind_kmh < 10


@given(some_places, some_dates, keys, st.integers(0, 23))
def test_an_observation_agrees_with_itself(place: Place, day: date, key: str, hour: int) -> None:
    seen = observe(place, local_time(place, day, hour), key)
    condition = CONDITIONS[seen.code]
    assert 5 <= seen.humidity <= 100
    if condition.fog:
        assert seen.humidity >= 95
    elif condition.precipitation:
        assert seen.humidity >= 66
    if condition.cloud == 0:
        assert seen.humidity <= 88
    assert -24.5 <= seen.feels_like_c - seen.temperature_c <= 15.5
    if 10 <= seen.temperature_c < 20 and seen.wind_kmh < 5:
        assert seen.feels_like_c == seen.temperature_c
    assert 0 <= seen.wind_direction < 360


# Climate


@pytest.mark.parametrize(
    ("name", "months", "least", "most"),
    [
        ("Mumbai", (7, 8), 0.65, 1.0),  # monsoon
        ("Mumbai", (1, 2, 3), 0.0, 0.05),  # its dry season
        ("Bangkok", (9,), 0.45, 0.95),
        ("Darwin", (1, 2), 0.5, 0.95),
        ("Darwin", (6, 7, 8), 0.0, 0.06),
        ("Lagos", (6,), 0.45, 0.95),
        ("Cairo", YEAR, 0.0, 0.06),
        ("Lima", YEAR, 0.0, 0.08),
        ("Arica", YEAR, 0.0, 0.12),
        ("Singapore", YEAR, 0.35, 0.8),
        ("London, England", YEAR, 0.2, 0.45),
        ("Seattle", (11, 12), 0.45, 0.85),
        ("Los Angeles", (7, 8), 0.0, 0.05),
        ("Perth, Western Australia", (1, 2), 0.0, 0.12),
        ("Perth, Western Australia", (7,), 0.3, 0.75),
        ("Bergen", YEAR, 0.45, 0.8),
    ],
)
def test_rain_falls_in_its_season(name: str, months: tuple[int, ...], least: float, most: float) -> None:
    assert least <= wet_share(name, months) <= most


@pytest.mark.parametrize("name", ["Lagos", "Singapore", "Mumbai", "Darwin", "Honolulu", "Manaus", "Dakar"])
def test_no_snow_in_the_tropics(name: str) -> None:
    frozen = SNOW | {48, 56, 57, 66, 67}
    assert not any(day.code in frozen for day in spells(name, YEAR))


@pytest.mark.parametrize("name", ["South Pole", "Vostok", "Alert"])
def test_no_rain_or_thunder_in_a_polar_winter(name: str) -> None:
    winter = (6, 7) if best(name).latitude < 0 else (1, 2)
    assert {day.code for day in spells(name, winter)} <= {0, 1, 2, 3, 48} | SNOW


@pytest.mark.parametrize("name", ["Moscow", "Sapporo", "Winnipeg", "Tromsø", "Anchorage"])
def test_what_falls_in_a_hard_winter_is_mostly_snow(name: str) -> None:
    fallen = [day.code for day in spells(name, (1,)) if day.code in RAIN]
    assert sum(code in SNOW for code in fallen) > 0.6 * len(fallen)


def test_fair_days_inland_are_wide_and_rain_evens_them_out() -> None:
    widths: dict[bool, list[float]] = {True: [], False: []}
    for day in spells("Denver, Colorado", (5, 6, 7, 8)):
        if day.code in (0, 1) or day.code in RAIN:
            widths[day.code in RAIN].append(day.temperature_max_c - day.temperature_min_c)
    fair, wet = (sum(found) / len(found) for found in (widths[False], widths[True]))
    assert 9 <= fair <= 17
    assert wet <= 0.75 * fair


def test_every_condition_has_its_places_and_none_is_everyday() -> None:
    rng = random.Random(1)
    cities = [place for place in places() if place.kind == "city"]
    codes = Counter(
        day.code
        for world in range(1500)
        for day in days(rng.choice(cities), date(2021, 1, 1) + timedelta(rng.randrange(2000)), 5, f"{world}")
    )
    assert set(codes) >= set(CONDITIONS) - {56, 57, 66, 67, 99}
    assert max(codes.values()) < 0.35 * codes.total()


@pytest.mark.parametrize("code", CONDITIONS)
def test_every_condition_can_be_asked_for(code: int) -> None:
    rng = random.Random(code)
    cities = [place for place in places() if place.kind == "city"]
    found = 0
    for place in rng.sample(cities, 300):
        when = find_when(place, rng, frozenset({code}))
        if when is not None:
            found += 1
            seen = observe(place, when, "k", codes=frozenset({code}))
            assert seen.code == code
            assert days(place, when.date(), 3, "k", codes=frozenset({code}))[0].code == code
    assert found >= 20


# Weather that is asked for


def test_weather_out_of_its_climate_is_refused() -> None:
    lagos = best("Lagos")
    with pytest.raises(ValueError, match="no light snow"):
        days(lagos, date(2024, 1, 5), 3, "k", codes=frozenset({71}))
    assert find_when(lagos, random.Random(1), SNOW) is None
    assert find_when(best("Cairo"), random.Random(1), frozenset({65, 82})) is None
    assert find_when(best("Singapore"), random.Random(1), temperature_range_c=(-30, -20)) is None


@pytest.mark.parametrize(
    ("name", "low", "high", "months"),
    [
        ("Death Valley", 37.8, 54.4, {5, 6, 7, 8, 9}),  # 100 to 130 °F
        ("Seville", 42, 45, {6, 7, 8, 9}),
        ("Oymyakon", -67, -55, {1, 2, 11, 12}),
        ("La Paz, Bolivia", -9, 2, set(YEAR)),
        ("Vostok", -80, -70, {4, 5, 6, 7, 8, 9}),
        ("London, England", 30, 36, {5, 6, 7, 8, 9}),
    ],
)
def test_a_range_is_found_in_its_season_and_kept(
    name: str, low: float, high: float, months: set[int]
) -> None:
    place = best(name)
    for world in range(30):
        when = find_when(place, random.Random(world), temperature_range_c=(low, high))
        assert when is not None
        assert when.month in months
        seen = observe(place, when, "k", (low, high))
        assert low <= seen.temperature_c <= high
        for day in days(place, when.date(), 7, "k", (low, high)):
            assert low <= day.temperature_min_c <= day.temperature_max_c <= high


@given(some_places, st.integers(0, 1000))
def test_dates_are_dealt_over_the_years_and_never_by_the_clock(place: Place, seed: int) -> None:
    when = find_when(place, random.Random(seed))
    assert when is not None
    assert 2021 <= when.year <= 2026
    assert when == find_when(place, random.Random(seed))


# Time


@pytest.mark.parametrize(
    ("name", "day", "offset_hours"),
    [
        ("London, England", date(2024, 1, 10), 0),
        ("London, England", date(2024, 7, 10), 1),  # summer time
        ("Sydney", date(2024, 1, 10), 11),  # its summer
        ("Mumbai", date(2024, 7, 10), 5.5),
        ("Kathmandu", date(2024, 7, 10), 5.75),
        ("Kiritimati", date(2024, 7, 10), 14),
        ("Pago Pago", date(2024, 7, 10), -11),
        ("St. John's, Canada", date(2024, 1, 10), -3.5),
        ("Waitangi", date(2024, 1, 10), 13.75),  # Chatham Islands, summer
        ("Phoenix, Arizona", date(2024, 7, 10), -7),  # no summer time
        ("South Pole", date(2024, 7, 10), 12),
        ("Null Island", date(2024, 7, 10), 0),
    ],
)
def test_times_are_those_of_the_place(name: str, day: date, offset_hours: float) -> None:
    seen = observe(best(name), local_time(best(name), day, 9, 30), "k")
    assert seen.when.utcoffset() == timedelta(hours=offset_hours)
    assert (seen.when.date(), seen.when.hour, seen.when.minute) == (day, 9, 30)


def test_an_hour_that_summer_time_skips_is_moved_on() -> None:
    moved = local_time(best("New York"), date(2024, 3, 10), 2, 30)
    assert moved.isoformat() == "2024-03-10T03:30:00-04:00"


def test_an_observation_at_a_foreign_time_is_of_the_local_day() -> None:
    place = best("Kiritimati")
    seen: Observation = observe(place, datetime(2024, 5, 1, 12, 0, tzinfo=UTC), "k")
    assert seen.when.date() == date(2024, 5, 2)
    assert seen.code == days(place, date(2024, 5, 2), 1, "k")[0].code


def test_ambiguous_names_have_weather_of_their_own() -> None:
    oregon, maine = geocode("Portland")[:2]
    assert days(oregon, date(2024, 1, 1), 3, "k") != days(maine, date(2024, 1, 1), 3, "k")
