"""Units, where they are customary, and how warm it feels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.weather.feels_like import feels_like
from scripts.weather.units import (
    Units,
    customary_units,
    to_celsius,
    to_fahrenheit,
    to_kmh,
    to_mph,
)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [(0, 32), (100, 212), (-40, -40), (16.6666667, 62)])
def test_celsius_and_fahrenheit(celsius: float, fahrenheit: float) -> None:
    assert to_fahrenheit(celsius) == pytest.approx(fahrenheit)
    assert to_celsius(fahrenheit) == pytest.approx(celsius)


@given(st.floats(-100, 500))
def test_there_and_back_changes_nothing(value: float) -> None:
    assert to_celsius(to_fahrenheit(value)) == pytest.approx(value)
    assert to_kmh(to_mph(value)) == pytest.approx(value)


@pytest.mark.parametrize(
    ("country_code", "units"),
    [
        ("US", "imperial"),
        ("PR", "imperial"),  # a territory
        ("LR", "imperial"),
        ("MM", "imperial"),
        ("BS", "imperial"),
        ("KY", "imperial"),
        ("PW", "imperial"),
        ("GB", "metric"),
        ("CA", "metric"),
        ("KI", "metric"),
        ("", "metric"),  # at sea
        (None, "metric"),
    ],
)
def test_where_units_are_customary(country_code: str | None, units: Units) -> None:
    assert customary_units(country_code) == units


@pytest.mark.parametrize(
    ("fahrenheit", "humidity", "mph", "felt", "source"),
    [
        (30, 60, 10, 21, "NWS wind chill chart"),
        (0, 60, 15, -19, "NWS wind chill chart"),
        (-20, 60, 30, -53, "NWS wind chill chart"),
        (40, 60, 5, 36, "NWS wind chill chart"),
        (90, 70, 5, 105, "NWS heat index chart"),
        (100, 40, 5, 109, "NWS heat index chart"),
        (86, 90, 5, 105, "NWS heat index chart"),
        (80, 40, 5, 80, "NWS heat index chart"),
        (60, 60, 1, 60, "a still, mild day"),
        (72, 50, 10, 71, "a pleasant day"),
    ],
)
def test_feels_like_is_that_of_the_weather_service(
    fahrenheit: float, humidity: float, mph: float, felt: float, source: str
) -> None:
    ours = to_fahrenheit(feels_like(to_celsius(fahrenheit), humidity, to_kmh(mph)))
    assert ours == pytest.approx(felt, abs=1.0)


@given(st.floats(-90, 57), st.integers(5, 100), st.floats(0, 120))
def test_feels_like_stays_near(celsius: float, humidity: int, wind_kmh: float) -> None:
    assert -24.001 <= feels_like(celsius, humidity, wind_kmh) - celsius <= 15.001


@given(st.floats(-60, 19.9), st.integers(5, 100), st.floats(0, 120))
def test_wind_never_warms(celsius: float, humidity: int, wind_kmh: float) -> None:
    assert feels_like(celsius, humidity, wind_kmh) <= celsius
