"""What day words need of a forecast, and what figures come to."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.scenarios.concerns import CONCERNS, extremes
from scripts.scenarios.days import (
    DayWords,
    either_day,
    from_to,
    named_day,
    next_days,
    one_day,
    some_days,
    until,
    weekend,
)
from scripts.scenarios.pairs import compared
from scripts.scenarios.verdicts import Facts, facts_now, facts_of_day
from scripts.scenarios.words import span_verdict

WEDNESDAY = date(2025, 6, 11)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def some(maker: Callable[..., DayWords], *arguments: object) -> list[DayWords]:
    return [maker(random.Random(seed), *arguments) for seed in range(60)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("tomorrow", 2),
        ("the day after tomorrow", 3),
        ("on Saturday", 4),
        ("on Thursday", 2),
        ("on Tuesday", 7),
        ("on 15 June", 5),
        ("today, the day as a whole", 1),
        ("a week from today, Wednesday 18 June", 8),
    ],
)
def test_a_day_needs_the_days_up_to_it(words, days):
    found = {asked.words: asked.days for ahead in range(10) for asked in some(named_day, WEDNESDAY, ahead)}
    assert found[words] == days


@pytest.mark.parametrize("count", range(2, 15))
def test_so_many_days_are_counted_from_today_on(count):
    for asked in some(next_days, count):
        assert (asked.first, asked.last, asked.days) == (0, count - 1, count)
        assert not asked.dated


@pytest.mark.parametrize(
    ("today", "first", "days"),
    [
        (date(2025, 6, 9), 5, 7),
        (date(2025, 6, 13), 1, 3),
        (date(2025, 6, 14), None, None),
        (date(2025, 6, 15), None, None),
    ],
    ids=["Monday", "Friday", "Saturday", "Sunday"],
)
def test_the_weekend(today, first, days):
    asked = weekend(today)
    assert (asked and asked.first, asked and asked.days) == (first, days)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2021, 1, 1), date(2026, 12, 31)), st.integers())
def test_named_weekdays_are_the_days_meant(today, seed):
    rng = random.Random(seed)
    for asked in (
        one_day(rng, today),
        some_days(rng, today),
        either_day(rng, today),
        from_to(rng, today),
        until(rng, today),
    ):
        assert 1 <= asked.days <= 14
        assert 0 <= asked.first <= asked.last
        meant = {f"{today + timedelta(days=n):%A}" for n in (asked.first, asked.last)}
        named = {day for day in WEEKDAYS if day in asked.words}
        assert named <= meant
        assert asked.dated or not named
        assert asked.mentions


def facts(
    code: int = 0,
    high: float = 20,
    low: float = 15,
    chance: int | None = 0,
    wind: float = 5,
    humidity: int = 50,
) -> Facts:
    return Facts(code, high, low, chance, wind, humidity)


@pytest.mark.parametrize(
    ("concern", "given_facts", "verdict"),
    [
        ("calm", facts(wind=14), "the wind is light enough"),
        ("calm", facts(wind=15), "the wind is on the border: with care"),
        ("calm", facts(wind=27), "too much wind"),
        ("calm", facts(code=95, chance=None), "not under thunder"),
        ("wind", facts(wind=7), "hardly enough wind"),
        ("wind", facts(wind=14), "a usable wind"),
        ("wind", facts(wind=37), "more wind than is safe"),
        ("dry", facts(code=61, chance=None), "wet at this moment"),
        ("dry", facts(code=3, chance=None), "nothing is falling at this moment"),
        ("dry", facts(code=3, chance=20), "it should stay dry"),
        ("dry", facts(code=61, chance=66), "more likely wet than not"),
        ("rain", facts(code=80, chance=None), "rain gear is needed now"),
        ("rain", facts(code=80, chance=46), "rain gear is needed"),
        ("frost", facts(low=0), "frost: take precautions"),
        ("frost", facts(low=1), "close to frost: be careful"),
        ("frost", facts(low=4), "no frost"),
        ("snow", facts(code=71, chance=60), "snow it is"),
        ("snow", facts(code=61, chance=60), "no snow"),
        ("sky", facts(code=0), "the sky is open"),
        ("sky", facts(code=45), "fog hides everything"),
        ("heat", facts(high=38), "very hot: nothing for the middle of the day"),
        ("heat", facts(high=39), "dangerous heat: shade and water"),
        ("dress", facts(high=22, low=20), "no coat"),
        ("dress", facts(high=5, low=1), "a proper coat"),
        ("warm", facts(code=61, chance=90, high=30), "too wet for it"),
        ("outdoors", facts(high=20, chance=None), "nothing against being outdoors"),
        ("road", facts(code=71, chance=None, low=-2), "a bad road: light snow"),
    ],
)
def test_what_figures_come_to(concern, given_facts, verdict):
    assert CONCERNS[concern].judge(given_facts) == verdict


def test_imperial_figures_are_judged_in_metric():
    now = {
        "temperature": 50,
        "feels_like": 41,
        "weather_code": 3,
        "humidity": 60,
        "wind_speed": 10,
        "units": {"temperature": "°F", "wind_speed": "mph"},
    }
    assert facts_now(now).high_c == pytest.approx(5)
    assert facts_now(now).wind_kmh == pytest.approx(16.09, abs=0.01)


METRIC = {"temperature": "°C", "wind_speed": "km/h"}


def day(
    iso: str, chance: int = 10, low: int = 5, high: int = 15, wind: int = 10, code: int = 3
) -> dict[str, object]:
    return {
        "date": iso,
        "weather_code": code,
        "precipitation_probability": chance,
        "temperature_min": low,
        "temperature_max": high,
        "wind_speed": wind,
    }


def test_a_day_is_judged_by_its_own_figures():
    judged = facts_of_day(day("2025-06-11", chance=40), METRIC)
    assert (judged.chance, judged.low_c, judged.high_c) == (40, 5, 15)


@pytest.mark.parametrize(
    ("concern", "daily", "verdict"),
    [
        (
            "rain",
            [day("2025-06-12", 60, code=61), day("2025-06-13", 10)],
            "driest: Friday 13 June (10 %); at the other end Thursday 12 June (60 %). "
            "Friday: rain gear hardly needed",
        ),
        (
            "cold",
            [day("2025-06-12", low=5), day("2025-06-13", low=5), day("2025-06-14", low=7)],
            "coldest: Thursday 12 June and Friday 13 June, tied (5 °C); at the other end Saturday 14 June "
            "(7 °C). Thursday: cold: a warm layer",
        ),
        (
            "general",
            [day("2025-06-12", high=15), day("2025-06-13", high=15)],
            "all 2 days have the same high, 15 °C",
        ),
        (
            "snow",
            [day("2025-01-12", 70, code=71), day("2025-01-13", 10)],
            "snow on Sunday 12 January (70 %); none on the other days",
        ),
        ("snow", [day("2025-01-12"), day("2025-01-13")], "no snow on any of the 2 days"),
    ],
)
def test_what_several_days_come_to(concern, daily, verdict):
    assert span_verdict(CONCERNS[concern], {"units": METRIC}, daily) == verdict


def test_days_that_tie_are_all_named():
    daily = [day("2025-06-12", 5), day("2025-06-13", 5), day("2025-06-14", 9)]
    assert [d["date"] for d in extremes(daily, "precipitation_probability", lowest=True)] == [
        "2025-06-12",
        "2025-06-13",
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (12, 8, "Oslo is warmer, by 4 °C (Oslo 12 °C, Rome 8 °C)"),
        (8.5, 12.1, "Rome is warmer, by 3.6 °C (Oslo 8.5 °C, Rome 12.1 °C)"),
        (-3, -3, "no difference: Oslo -3 °C, Rome -3 °C"),
    ],
)
def test_how_two_places_compare(one, other, told):
    facts_of_both = ({"temperature": one}, {"temperature": other})
    assert compared("warm", ("Oslo", "Rome"), facts_of_both, METRIC, ahead=False) == told
