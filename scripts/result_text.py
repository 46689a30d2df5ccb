"""Tool results in lines that a writer reads at a glance, with every figure as it stands in the record."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from scripts.scenario import Call, Figure, JSONObject, Units

FIELD_NAMES: Final = {
    "temperature": "temperature",
    "feels_like": "feels like",
    "condition": "sky",
    "humidity": "humidity",
    "wind_speed": "wind",
    "wind_direction": "wind from",
    "observed_at": "local time",
    "temperature_max": "high",
    "temperature_min": "low",
    "precipitation_probability": "chance of rain",
    "latitude": "latitude",
    "longitude": "longitude",
    "timezone": "time zone",
}
"""What a field is called in a request."""


def day_name(day: date) -> str:
    """Return a date as requests write it: ``Mon 3 Nov``."""
    return f"{day:%a} {day.day} {day:%b}"


def result_lines(calls: Sequence[Call], earlier: Sequence[Call]) -> Iterator[str]:
    """Yield the lines of these calls and what came back; `earlier` calls tell the names of coordinates."""
    known = list(earlier)
    for position, call in enumerate(calls):
        known.append(call)
        alone = not any(later.name != "geocode_location" for later in calls[position + 1 :])
        yield from _lines(call, place_of(call, known), alone)


def place_of(call: Call, known: Sequence[Call]) -> str:
    """Return the name of the place a call is about: of the geocoding result whose coordinates it takes."""
    if call.name == "geocode_location":
        return ", ".join(str(call.arguments[key]) for key in ("city", "country") if key in call.arguments)
    where = (call.arguments.get("latitude"), call.arguments.get("longitude"))
    for other in reversed(known):
        if other.name == "geocode_location":
            for match in other.result.get("results", ()):
                if (match["latitude"], match["longitude"]) == where:
                    return full_name(match)
    return f"{where[0]}, {where[1]}"


def full_name(match: JSONObject) -> str:
    """Return a geocoding match as ``Springfield, Illinois, United States``."""
    parts = [match["name"], match.get("admin1"), match.get("country")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _lines(call: Call, place: str, alone: bool) -> Iterator[str]:
    if call.failed:
        yield f"{call.name} {place}: FAILED, {call.result['reason']}"
    elif call.name == "geocode_location":
        yield from _matches(call, place, alone)
    elif call.name == "get_current_weather":
        yield f"now in {place}: {_current(call.result)}"
    else:
        yield f"forecast for {place}:"
        yield from (_day(day, call.result["units"]) for day in call.result["daily"])


def _matches(call: Call, place: str, alone: bool) -> Iterator[str]:
    results = call.result["results"]
    if not results:
        yield f"geocode_location {place}: nothing found"
    elif alone and len(results) == 1:
        found = results[0]
        yield (
            f"geocode_location {place}: {full_name(found)}, latitude {found['latitude']}, "
            f"longitude {found['longitude']}, time zone {found['timezone']}"
        )
    elif alone:
        yield f"geocode_location {place}: {'; '.join(full_name(match) for match in results)}"


def _current(result: JSONObject) -> str:
    units = result["units"]
    clock = datetime.fromisoformat(result["observed_at"])
    return (
        f"{result['temperature']} {units['temperature']}, feels like {result['feels_like']}, "
        f"{result['condition']}, humidity {result['humidity']} %, "
        f"wind {result['wind_speed']} {units['wind_speed']} from {result['wind_direction']}, "
        f"at {clock:%H:%M} on {day_name(clock)}"
    )


def _day(day: JSONObject, units: JSONObject) -> str:
    return (
        f"- {day_name(date.fromisoformat(day['date']))}: {day['condition']}, "
        f"{day['temperature_min']} to {day['temperature_max']} {units['temperature']}, "
        f"chance of rain {day['precipitation_probability']} %, wind {day['wind_speed']} {units['wind_speed']}"
    )


def figure_text(figure: Figure, calls: Sequence[Call], units: Units | None) -> str:
    """Return one fact with its name, its day and its unit: ``Sat 8 Nov chance of rain 10 %``.

    Where `units` are others than the result's, the converted figure stands behind it.
    """
    result = calls[figure.call].result
    name = FIELD_NAMES.get(figure.field, figure.field)
    if "daily" not in result:
        return f"{name} {_valued(figure.field, result[figure.field], result, units)}"
    days = [day for day in result["daily"] if figure.date in (None, day["date"])]
    if figure.date is not None:
        name = f"{day_name(date.fromisoformat(figure.date))} {name}"
    values = list(dict.fromkeys(day[figure.field] for day in days))
    if len(values) > 1 and figure.field != "condition":
        values = [min(values), max(values)]
    return f"{name} " + " to ".join(_valued(figure.field, value, result, units) for value in values)


def _valued(field: str, value: Any, result: JSONObject, units: Units | None) -> str:
    if field in ("humidity", "precipitation_probability"):
        return f"{value} %"
    unit = _unit(field, result)
    if not unit:
        return str(value)
    other = _converted(value, unit, units)
    return f"{value} {unit}" + (f" (= {other})" if other else "")


def _unit(field: str, result: JSONObject) -> str:
    units = result.get("units", {})
    if field in ("temperature", "feels_like", "temperature_max", "temperature_min"):
        return str(units.get("temperature", ""))
    return str(units.get("wind_speed", "")) if field == "wind_speed" else ""


def _converted(value: float, unit: str, units: Units | None) -> str:
    if units == "imperial" and unit == "°C":
        return f"{round(value * 9 / 5 + 32)} °F"
    if units == "metric" and unit == "°F":
        return f"{round((value - 32) * 5 / 9)} °C"
    if units == "imperial" and unit == "km/h":
        return f"{round(value / 1.609344)} mph"
    if units == "metric" and unit == "mph":
        return f"{round(value * 1.609344)} km/h"
    return ""
