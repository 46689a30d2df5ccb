"""Whether the weather of a result can be: at that place, in that season, and with itself."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from scripts.finding import Finding
from scripts.validation.form import is_number, is_text, quote
from scripts.validation.tool_results import as_date, is_integer
from scripts.validation.transcript import Exchange
from scripts.weather.climate import ordinary_temperatures, plausible_temperatures, snow_is_possible
from scripts.weather.conditions import CONDITIONS, condition_of
from scripts.weather.units import KM_PER_MILE, to_celsius

MAX_WIND_KMH: Final = 400
MAX_FEELS_LIKE_GAP_C: Final = 25
MAX_SNOW_C: Final = 10
MAX_FREEZING_RAIN_C: Final = 5
EARTH_C: Final = (-95.0, 60.0)
"""Lowest and highest air temperature anywhere on Earth, for a call whose place is unknown."""

WIND_KMH: Final[Mapping[str, float]] = {
    "kmh": 1.0,
    "mph": KM_PER_MILE,
    "ms": 3.6,
    "kn": 1.852,
    "knots": 1.852,
}
"""km/h in one of a wind unit; the unit written without marks."""

LIMITS: Final[Mapping[str, int]] = {"latitude": 90, "longitude": 180}
"""Largest coordinates there are, in degrees either way."""

FREEZING: Final = ("freezing rain", "freezing drizzle")
ONE_DAY: Final = timedelta(days=1)

JSONMap = Mapping[str, Any]


class Setting(NamedTuple):
    """Where a result is from and how it is written.

    `point` is the latitude and longitude where the call has them, `scales` the temperature units its figures
    can be in ("C", "F"), `kmh` what its wind is to be multiplied with.
    """

    point: tuple[float, float] | None
    scales: tuple[str, ...]
    kmh: float


class Weather(NamedTuple):
    """One weather of a result, of now or of a day; `values` are its keys, `temperatures` the names of those
    that are air temperatures, coldest first."""

    values: JSONMap
    temperatures: tuple[str, ...]
    day: date | None
    path: str


def check_plausibility(exchange: Exchange) -> Iterator[Finding]:
    """Yield what cannot be about the coordinates and the weather of a call that was answered with success."""
    result = exchange.result
    if result is None or not exchange.succeeded:
        return
    arguments = exchange.arguments or {}
    yield from _check_coordinates(arguments, f"{exchange.path}.function.arguments")
    yield from _check_coordinates(result, exchange.result_path)
    if exchange.name == "geocode_location":
        yield from _check_places(result.get("results"), f"{exchange.result_path}.results")
    elif exchange.name == "get_current_weather":
        day = as_date(result.get("observed_at"))
        yield from _check_weather(
            Weather(result, ("temperature",), day, exchange.result_path), _setting(result, arguments)
        )
    elif exchange.name == "get_forecast":
        yield from _check_days(result, arguments, f"{exchange.result_path}.daily")


def _check_places(places: object, path: str) -> Iterator[Finding]:
    for index, place in enumerate(places if isinstance(places, list) else ()):
        if isinstance(place, dict):
            yield from _check_coordinates(place, f"{path}[{index}]")


def _check_coordinates(owner: JSONMap, path: str) -> Iterator[Finding]:
    for name, limit in LIMITS.items():
        value = owner.get(name)
        if is_number(value) and abs(value) > limit:
            wrong = f"the {name} is {value}, can be -{limit} to {limit}"
            yield Finding("invalid_coordinates", wrong, f"{path}.{name}")


def _check_days(result: JSONMap, arguments: JSONMap, path: str) -> Iterator[Finding]:
    daily = result.get("daily")
    days = [
        Weather(entry, ("temperature_min", "temperature_max"), as_date(entry.get("date")), f"{path}[{index}]")
        for index, entry in enumerate(daily if isinstance(daily, list) else ())
        if isinstance(entry, dict)
    ]
    setting = _setting(result, arguments)
    for day in days:
        yield from _check_weather(day, setting)
    for before, after in pairwise(days):
        if before.day and after.day and after.day - before.day != ONE_DAY:
            wrong = f"{after.day} stands after {before.day}; the days do not follow on"
            yield Finding("implausible_weather", wrong, f"{after.path}.date")


def _setting(result: JSONMap, arguments: JSONMap) -> Setting:
    units = result.get("units")
    written = units if isinstance(units, dict) else {}
    asked = arguments.get("units")
    scales = _scales(written.get("temperature"), asked)
    return Setting(_point(arguments), scales, _wind_factor(written.get("wind_speed"), asked))


def _point(arguments: JSONMap) -> tuple[float, float] | None:
    latitude, longitude = (arguments.get(name) for name in LIMITS)
    if not is_number(latitude) or not is_number(longitude):
        return None
    on_earth = abs(latitude) <= LIMITS["latitude"] and abs(longitude) <= LIMITS["longitude"]
    return (latitude, longitude) if on_earth else None


def _scales(written: object, asked: object) -> tuple[str, ...]:
    """Return the scales temperatures can be in; both where neither the result nor the call says."""
    letter = written.strip(" °º")[:1].upper() if isinstance(written, str) else ""
    if letter in ("C", "F"):
        return (letter,)
    known = {"metric": ("C",), "imperial": ("F",)}
    return known.get(asked, ("C", "F")) if isinstance(asked, str) and not letter else ("C", "F")


def _wind_factor(written: object, asked: object) -> float:
    """Return km/h in one of the wind's unit, that of the most generous one where none is known."""
    if isinstance(written, str):
        return WIND_KMH.get("".join(filter(str.isalpha, written.casefold())), 1.0)
    return KM_PER_MILE if asked == "imperial" else 1.0


def _check_weather(weather: Weather, setting: Setting) -> list[Finding]:
    findings: list[Finding] = []
    for rule in RULES:
        rule(weather, setting, findings)
    return findings


def _temperatures_fit_the_place(weather: Weather, setting: Setting, findings: list[Finding]) -> None:
    point, day = setting.point, weather.day
    ordinary = ordinary_temperatures(*point, day.month - 1) if point and day else None
    for name in weather.temperatures:
        value = weather.values.get(name)
        if not is_number(value):
            continue
        celsius = _celsius(value, setting)
        if ordinary and _is_within(celsius, ordinary):
            continue
        low, high = plausible_temperatures(*point, day) if point else EARTH_C
        if not _is_within(celsius, (low, high)):
            wrong = f"{name} is {value}{_unit(setting)}; {_where_and_when(weather, setting)}"
            wrong = f"{wrong} it can be {low:.0f} to {high:.0f} °C"
            findings.append(_implausible(wrong, weather, name))


def _is_within(celsius: list[float], bounds: tuple[float, float]) -> bool:
    low, high = bounds
    return any(low <= each <= high for each in celsius)


def _where_and_when(weather: Weather, setting: Setting) -> str:
    if not setting.point:
        return "on Earth"
    latitude, longitude = setting.point
    season = f"in {weather.day:%B}" if weather.day else "in any season"
    return f"at {latitude:g}, {longitude:g} {season}"


def _minimum_is_below_maximum(weather: Weather, _: Setting, findings: list[Finding]) -> None:
    low, high = weather.values.get("temperature_min"), weather.values.get("temperature_max")
    if is_number(low) and is_number(high) and low > high:
        wrong = f"temperature_min {low} is above temperature_max {high}"
        findings.append(_implausible(wrong, weather, "temperature_min"))


def _feels_like_is_near(weather: Weather, setting: Setting, findings: list[Finding]) -> None:
    felt, temperature = weather.values.get("feels_like"), weather.values.get("temperature")
    if not is_number(felt) or not is_number(temperature):
        return
    gap_c = abs(felt - temperature) / (1.8 if "F" in setting.scales else 1)
    if gap_c > MAX_FEELS_LIKE_GAP_C:
        wrong = f"feels_like {felt} is {gap_c:.0f} °C off the temperature {temperature}"
        findings.append(_implausible(f"{wrong}, can be {MAX_FEELS_LIKE_GAP_C}", weather, "feels_like"))


def _percents_are_in_range(weather: Weather, _: Setting, findings: list[Finding]) -> None:
    for name in ("humidity", "precipitation_probability"):
        value = weather.values.get(name)
        if is_number(value) and not 0 <= value <= 100:
            findings.append(_implausible(f"{name} is {value} %, can be 0 to 100", weather, name))


def _wind_is_in_range(weather: Weather, setting: Setting, findings: list[Finding]) -> None:
    value = weather.values.get("wind_speed")
    if is_number(value) and not 0 <= value * setting.kmh <= MAX_WIND_KMH:
        wrong = f"wind_speed is {value * setting.kmh:.0f} km/h, can be 0 to {MAX_WIND_KMH}"
        findings.append(_implausible(wrong, weather, "wind_speed"))


def _code_and_condition_agree(weather: Weather, _: Setting, findings: list[Finding]) -> None:
    text, code = weather.values.get("condition"), weather.values.get("weather_code")
    codes = condition_of(text) if isinstance(text, str) else frozenset()
    if isinstance(text, str) and not codes:
        wrong = f"the condition {quote(text, 60)} is none of the service's, nor a plain synonym"
        findings.append(Finding("unknown_condition", wrong, f"{weather.path}.condition"))
    if not is_integer(code):
        return
    if code not in CONDITIONS:
        wrong = f"there is no weather_code {code}"
        findings.append(Finding("unknown_condition", wrong, f"{weather.path}.weather_code"))
    elif codes and code not in codes:
        wrong = f'weather_code {code} is "{CONDITIONS[int(code)].name}", which denies {quote(text, 60)}'
        findings.append(Finding("unknown_condition", wrong, f"{weather.path}.weather_code"))


def _falling_fits_cold(weather: Weather, setting: Setting, findings: list[Finding]) -> None:
    """What falls as snow or freezes needs cold, of a day its coldest hour; snow a climate that has any."""
    text, code = weather.values.get("condition"), weather.values.get("weather_code")
    known = int(code) if is_integer(code) and code in CONDITIONS else None
    falling = _needing_cold(text if is_text(text) else "", known)
    if not falling:
        return
    coldest = weather.values.get(weather.temperatures[0])
    limit = MAX_SNOW_C if falling == "snow" else MAX_FREEZING_RAIN_C
    if is_number(coldest) and min(_celsius(coldest, setting)) > limit:
        wrong = f"{falling} at {coldest}{_unit(setting)}, above {limit} °C"
        findings.append(_implausible(wrong, weather, "condition"))
    if falling == "snow" and setting.point and not snow_is_possible(*setting.point, weather.day):
        wrong = f"snow {_where_and_when(weather, setting)}, where it cannot fall"
        findings.append(_implausible(wrong, weather, "condition"))


RULES: Final = (
    _temperatures_fit_the_place,
    _minimum_is_below_maximum,
    _feels_like_is_near,
    _percents_are_in_range,
    _wind_is_in_range,
    _code_and_condition_agree,
    _falling_fits_cold,
)


@lru_cache(maxsize=1024)
def _needing_cold(condition: str, code: int | None) -> str:
    """Return what falls where it is snow, or freezes, by every code the weather can mean; else ""."""
    codes = condition_of(condition) if code is None else (code,)
    falling = [CONDITIONS[each].precipitation or "" for each in codes]
    kinds = set(falling)
    return falling[0] if kinds == {"snow"} or (kinds and kinds.issubset(FREEZING)) else ""


def _celsius(value: float, setting: Setting) -> list[float]:
    return [to_celsius(value) if scale == "F" else value for scale in setting.scales]


def _unit(setting: Setting) -> str:
    return f" °{setting.scales[0]}" if len(setting.scales) == 1 else ""


def _implausible(message: str, weather: Weather, name: str) -> Finding:
    return Finding("implausible_weather", message, f"{weather.path}.{name}")
