"""Tool results in lines that a writer reads at a glance, with every figure as it stands in the record."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from scripts.scenario import Call, Figure, JSONObject, Units
from scripts.weather.units import to_celsius, to_fahrenheit, to_kmh, to_mph

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

HERE: Final = "the place they write from"

Names = dict[tuple[Any, Any], str]
"""What coordinates, as a call has them, are called."""


def day_name(day: date) -> str:
    """Return a date as requests write it: ``Mon 3 Nov``."""
    return f"{day:%a} {day.day} {day:%b}"


def named_places(calls: Iterable[Call], system: str) -> Names:
    """Return what coordinates are called: the place found for them, or `HERE` where `system` has them."""
    names: Names = {}
    for call in calls:
        where = _coordinates(call.arguments)
        if call.name == "geocode_location":
            for match in call.result.get("results", ()):
                names[_coordinates(match)] = full_name(match)
        elif where not in names and all(str(degrees) in system for degrees in where):
            names[where] = HERE
    return names


def result_lines(calls: Sequence[Call], names: Names, today: date) -> Iterator[str]:
    """Yield the lines of calls and what came back; a place found only to ask for its weather needs none."""
    located = any(call.name != "geocode_location" for call in calls)
    for call in calls:
        if call.failed:
            yield f"{call.name} {_asked(call, names)}: FAILED, {call.result['reason']}"
        elif call.name == "geocode_location":
            yield from _matches(call, _asked(call, names), located)
        elif call.name == "get_current_weather":
            yield f"now in {_place(call, names)}: {_current(call.result)}"
        else:
            yield f"forecast for {_place(call, names)}:"
            yield from (_day(day, call.result["units"], today) for day in call.result["daily"])


def _coordinates(holder: JSONObject) -> tuple[Any, Any]:
    return holder.get("latitude"), holder.get("longitude")


def _place(call: Call, names: Names) -> str:
    latitude, longitude = _coordinates(call.arguments)
    return names.get((latitude, longitude), f"{latitude}, {longitude}")


def _asked(call: Call, names: Names) -> str:
    if call.name == "geocode_location":
        return ", ".join(str(value) for value in call.arguments.values())
    days = call.arguments.get("days")
    return _place(call, names) + (f", {days} days" if days else "")


def full_name(match: JSONObject) -> str:
    """Return a geocoding match as ``Springfield, Illinois, United States``."""
    parts = [match["name"], match.get("admin1"), match.get("country")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _matches(call: Call, place: str, located: bool) -> Iterator[str]:
    results = call.result["results"]
    if not results:
        yield f"geocode_location {place}: nothing found"
    elif located:
        return
    elif len(results) == 1:
        found = results[0]
        yield (
            f"geocode_location {place}: {full_name(found)}, latitude {found['latitude']}, "
            f"longitude {found['longitude']}, time zone {found['timezone']}"
        )
    else:
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


def _day(day: JSONObject, units: JSONObject, today: date) -> str:
    when = date.fromisoformat(day["date"])
    return (
        f"- {day_name(when)}{' (today)' if when == today else ''}: {day['condition']}, "
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
    """Return the value in the other system's unit where `units` asks for that, else nothing."""
    if units == "imperial" and unit == "°C":
        return f"{round(to_fahrenheit(value))} °F"
    if units == "metric" and unit == "°F":
        return f"{round(to_celsius(value))} °C"
    if units == "imperial" and unit == "km/h":
        return f"{round(to_mph(value))} mph"
    if units == "metric" and unit == "mph":
        return f"{round(to_kmh(value))} km/h"
    return ""
