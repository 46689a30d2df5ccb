"""What the results behind a reply hold, so that a way of writing is drawn only where facts carry it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from scripts.scenario import Call, Figure, JSONObject
from scripts.weather.conditions import CONDITIONS
from scripts.weather.units import to_celsius, to_kmh

CURRENT_FIELDS: Final = {
    "condition": "sky",
    "temperature": "temperature",
    "humidity": "humidity",
    "wind_speed": "wind",
    "wind_direction": "direction",
    "observed_at": "time",
}
FELT_C: Final = 2
"""A feels-like nearer to the temperature than this, in °C, is nothing to write about."""
CONTRAST_C: Final = 5
CONTRAST_PERCENT: Final = 40
DRY_PERCENT: Final = 20
WEEK_DAYS: Final = 5


def facts_of(calls: Sequence[Call], figures: Sequence[Figure], every: Sequence[Call]) -> frozenset[str]:
    """Return the facts that these calls give a reply. `figures` count in `every` call of the conversation.

    Of a forecast only the days that the figures name are looked at, or all where they name none.
    """
    now = [call.result for call in calls if call.name == "get_current_weather" and not call.failed]
    forecasts = [
        _days(call, figures, every) for call in calls if call.name == "get_forecast" and not call.failed
    ]
    return frozenset((*_look_ups(calls), *_given(now, forecasts), *_weather(now, forecasts)))


def _days(call: Call, figures: Sequence[Figure], every: Sequence[Call]) -> list[dict[str, Any]]:
    named = {figure.date for figure in figures if every[figure.call] is call}
    daily = call.result["daily"]
    chosen = daily if not named or None in named else [day for day in daily if day["date"] in named]
    return [{**day, "units": call.result["units"]} for day in chosen]


def _look_ups(calls: Sequence[Call]) -> Iterator[str]:
    if any(call.failed for call in calls):
        yield "failed"
    matches = [len(call.result.get("results", ())) for call in calls if call.name == "geocode_location"]
    if 0 in matches:
        yield "nothing"
    if calls and all(call.name == "geocode_location" for call in calls):
        yield from (("choices" if count > 1 else "coordinates") for count in matches if count)


def _given(now: list[JSONObject], forecasts: list[list[dict[str, Any]]]) -> Iterator[str]:
    if len(now) == 1:
        yield from (fact for field, fact in CURRENT_FIELDS.items() if field in now[0])
        if abs(_celsius(now[0], "feels_like") - _celsius(now[0], "temperature")) >= FELT_C:
            yield "feels_like"
    if forecasts:
        yield "range"
        yield "chance"
    if len(now) + len(forecasts) > 1 and not (len(now) == len(forecasts) == 1):
        yield "places"
    longest = max(map(len, forecasts), default=0)
    if longest > 1:
        yield "days"
    if longest >= WEEK_DAYS:
        yield "week"


def _weather(now: list[JSONObject], forecasts: list[list[dict[str, Any]]]) -> Iterator[str]:
    seen = [*now, *(day for days in forecasts for day in days)]
    if not seen:
        return
    kinds = frozenset.intersection(*(frozenset(_kinds(each)) for each in seen))
    yield from kinds
    if len(seen) > 1 and _contrasts(seen):
        yield "contrast"


def _kinds(weather: JSONObject) -> Iterator[str]:
    warmest = _celsius(weather, "temperature" if "temperature" in weather else "temperature_max")
    yield "hot" if warmest >= 30 else "warm" if warmest >= 22 else "mild" if warmest >= 10 else "cold"
    if warmest <= 0:
        yield "freezing"
    wind, sky = _kmh(weather), CONDITIONS[weather["weather_code"]]
    if sky.precipitation:
        yield "wet"
    if sky.precipitation == "snow":
        yield "snow"
    if sky.thunder:
        yield "storm"
    if sky.fog:
        yield "fog"
    if sky.cloud <= 1:
        yield "fair"
    if not sky.precipitation and not sky.fog and weather.get("precipitation_probability", 0) <= DRY_PERCENT:
        yield "dry"
    if wind >= 30 or wind <= 8:
        yield "windy" if wind >= 30 else "still"
    humidity = weather.get("humidity", 50)
    if humidity >= 80 or humidity <= 30:
        yield "humid" if humidity >= 80 else "crisp"


def _contrasts(seen: list[dict[str, Any]] | list[JSONObject]) -> bool:
    warmth = [_celsius(each, "temperature" if "temperature" in each else "temperature_max") for each in seen]
    chances = [each["precipitation_probability"] for each in seen if "precipitation_probability" in each]
    spread = max(chances, default=0) - min(chances, default=0)
    return max(warmth) - min(warmth) >= CONTRAST_C or spread >= CONTRAST_PERCENT


def _celsius(weather: JSONObject, field: str) -> float:
    value: float = weather[field]
    return to_celsius(value) if weather["units"]["temperature"] == "°F" else value


def _kmh(weather: JSONObject) -> float:
    speed: float = weather["wind_speed"]
    return to_kmh(speed) if weather["units"]["wind_speed"] == "mph" else speed
