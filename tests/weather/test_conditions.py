"""The 28 conditions, and the words that mean them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.weather.conditions import CONDITIONS, condition_of

CONTRACT = (
    "0 clear sky · 1 mainly clear · 2 partly cloudy · 3 overcast · 45 fog · 48 depositing rime fog · "
    "51 light drizzle · 53 moderate drizzle · 55 dense drizzle · 56 light freezing drizzle · "
    "57 dense freezing drizzle · 61 light rain · 63 moderate rain · 65 heavy rain · 66 light freezing rain · "
    "67 heavy freezing rain · 71 light snow · 73 moderate snow · 75 heavy snow · 77 snow grains · "
    "80 light rain showers · 81 moderate rain showers · 82 violent rain showers · 85 light snow showers · "
    "86 heavy snow showers · 95 thunderstorm · 96 thunderstorm with light hail · "
    "99 thunderstorm with heavy hail"
)


def test_the_table_is_the_contract() -> None:
    assert " · ".join(f"{c.code} {c.name}" for c in CONDITIONS.values()) == CONTRACT
    assert len(CONDITIONS) == 28


@pytest.mark.parametrize("code", CONDITIONS)
def test_a_name_means_its_code_and_no_other(code: int) -> None:
    for text in (CONDITIONS[code].name, CONDITIONS[code].name.title(), f" {CONDITIONS[code].name}. "):
        assert condition_of(text) == {code}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("sunny", {0, 1}),
        ("Mostly Sunny", {0, 1}),
        ("partly sunny", {1, 2}),
        ("cloudy", {2, 3}),
        ("Mostly cloudy", {2, 3}),
        ("mist", {45, 48}),
        ("freezing fog", {45, 48}),
        ("slight rain", {61, 80}),
        ("patchy light rain", {61, 80}),
        ("rain", {61, 63, 65, 80, 81, 82}),
        ("showers", {80, 81, 82}),
        ("cloudy with showers", {80, 81, 82}),
        ("snow showers", {85, 86}),
        ("heavy snow", {75}),
        ("light snowfall", {71, 85}),
        ("freezing rain", {66, 67}),
        ("freezing drizzle", {56, 57}),
        ("light freezing rain", {66}),
        ("Thunderstorms", {95, 96, 99}),
        ("heavy rain with thunder", {95, 96, 99}),
        ("thunderstorm with hail", {96, 99}),
        ("blizzard", {75, 86}),
        ("drizzle", {51, 53, 55}),
    ],
)
def test_plain_synonyms_leave_codes_open(text: str, codes: set[int]) -> None:
    assert condition_of(text) == codes


@pytest.mark.parametrize(
    "text", ["", "   ", "raspberry jam", "windy", "hot", "62", "rainbow", "sunnyish", "nice", "the day"]
)
def test_what_is_no_condition_means_nothing(text: str) -> None:
    assert condition_of(text) == frozenset()


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert condition_of(text) <= set(CONDITIONS)
