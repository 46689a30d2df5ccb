"""Tool results in lines that a writer reads at a glance, with every figure as it stands in the record."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from scripts.scenario import Call, Figure, JSONObject, Scenario, Units
from scripts.weather.conditions import CONDITIONS
from scripts.weather.units import to_celsius, to_fahrenheit, to_kmh, to_mph

FIELD_NAMES: Final = {
    "temperature": "temperature",
    "feels_like": "feels like",
    "condition": "",
    "humidity": "humidity",
    "wind_speed": "wind",
    "wind_direction": "wind from",
    "observed_at": "local time",
    "temperature_max": "high",
    "temperature_min": "low",
    "timezone": "time zone",
}
"""What a field is called in a request; the words of a condition need no name."""

TEMPERATURES: Final = ("temperature", "feels_like", "temperature_max", "temperature_min")
PERCENTAGES: Final = ("humidity", "precipitation_probability")
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

HERE: Final = "the place they write from"

Places = Mapping[tuple[Any, Any], str]
"""What coordinates, as a call has them, are called."""


def day_name(day: date) -> str:
    """Return a date as requests write it: ``Mon 3 Nov``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def named_places(calls: Sequence[Call], system: str) -> Places:
    """Return what coordinates are called: the place found for them, or `HERE` where `system` has them."""
    places: dict[tuple[Any, Any], str] = {}
    for call in calls:
        where = _coordinates(call.arguments)
        if call.name == "geocode_location":
            for match in call.result.get("results", ()):
                places[_coordinates(match)] = full_name(match)
        elif where not in places:
            here = all(str(degrees) in system for degrees in where)
            places[where] = HERE if here else f"{where[0]}, {where[1]}"
    return places


def days_shown(scenario: Scenario) -> Mapping[int, str]:
    """Return, by the position of a forecast among the calls, the one day that matters where only one does."""
    named: dict[int, set[str | None]] = {}
    for turn in scenario.turns:
        for figure in turn.figures:
            named.setdefault(figure.call, set()).add(figure.date)
    return {call: day for call, days in named.items() for day in days if len(days) == 1 and day}


def full_name(match: JSONObject) -> str:
    """Return a geocoding match as ``Springfield, Illinois, United States``."""
    parts = [match["name"], match.get("admin1"), match.get("country")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def result_lines(
    calls: Sequence[Call], places: Places, today: date, days: Sequence[str | None]
) -> Iterator[str]:
    """Yield the lines of calls and what came back; a place found only to ask for its weather needs none.

    `days` has for each call the one day of its forecast that matters, or None for all of them.
    """
    located = any(call.name != "geocode_location" for call in calls)
    for call, only in zip(calls, days, strict=True):
        if call.failed:
            yield f"{call.name} {_asked(call, places)}: FAILED, {call.result['reason']}"
        elif call.name == "geocode_location":
            yield from _matches(call, _asked(call, places), located)
        elif call.name == "get_current_weather":
            yield f"now in {places[_coordinates(call.arguments)]}: {_current(call.result)}"
        else:
            yield f"forecast for {places[_coordinates(call.arguments)]}:"
            yield from _days(call.result, today, only)


def _coordinates(holder: JSONObject) -> tuple[Any, Any]:
    return holder.get("latitude"), holder.get("longitude")


def _asked(call: Call, places: Places) -> str:
    if call.name == "geocode_location":
        return ", ".join(str(value) for value in call.arguments.values())
    days = call.arguments.get("days")
    return places[_coordinates(call.arguments)] + (f", {days} days" if days else "")


def _matches(call: Call, asked: str, located: bool) -> Iterator[str]:
    results = call.result["results"]
    if not results:
        yield f"geocode_location {asked}: nothing found"
    elif located:
        return
    elif len(results) == 1:
        found = results[0]
        yield (
            f"geocode_location {asked}: {full_name(found)}, latitude {found['latitude']}, "
            f"longitude {found['longitude']}, time zone {found['timezone']}"
        )
    else:
        yield f"geocode_location {asked}: {'; '.join(full_name(match) for match in results)}"


def _current(result: JSONObject) -> str:
    units = result["units"]
    clock = datetime.fromisoformat(result["observed_at"])
    return (
        f"{result['temperature']} {units['temperature']}, feels like {result['feels_like']}, "
        f"{result['condition']}, humidity {result['humidity']} %, "
        f"wind {result['wind_speed']} {units['wind_speed']} from {result['wind_direction']}, "
        f"at {clock:%H:%M} on {day_name(clock)}"
    )


def _days(result: JSONObject, today: date, only: str | None) -> Iterator[str]:
    units = result["units"]
    for day in result["daily"]:
        if only in (None, day["date"]):
            when = date.fromisoformat(day["date"])
            yield (
                f"- {day_name(when)}{' (today)' if when == today else ''}: {day['condition']}, "
                f"{day['temperature_min']} to {day['temperature_max']} {units['temperature']}, "
                f"{_chance(day)} {day['precipitation_probability']} %, "
                f"wind {day['wind_speed']} {units['wind_speed']}"
            )


def _chance(day: JSONObject) -> str:
    snowy = CONDITIONS[day["weather_code"]].precipitation == "snow"
    return "chance of snow" if snowy else "chance of rain"


def figure_text(figure: Figure, calls: Sequence[Call], places: Places, units: Units | None) -> str:
    """Return one fact with its day and its unit: ``Sat 8 Nov chance of rain 10 %``.

    Where `units` are others than the result's, the converted figure stands behind it; where the conversation
    has the weather of several places, the place's name before it.
    """
    call = calls[figure.call]
    result = call.result
    days = [day for day in result.get("daily", (result,)) if figure.date in (None, day.get("date"))]
    values = list(dict.fromkeys(day[figure.field] for day in days))
    if len(values) > 1 and figure.field != "condition":
        values = [min(values), max(values)]
    chance = figure.field == "precipitation_probability"
    parts = (
        _place(call, calls, places),
        day_name(date.fromisoformat(figure.date)) if figure.date else "",
        _chance(days[0]) if chance else FIELD_NAMES.get(figure.field, figure.field),
        " to ".join(_valued(figure.field, value, result, units) for value in values),
    )
    return " ".join(part for part in parts if part)


def _place(call: Call, calls: Sequence[Call], places: Places) -> str:
    """Return the short name of a call's place where the conversation has weather of others too."""
    where = {_coordinates(other.arguments) for other in calls if other.name != "geocode_location"}
    return places[_coordinates(call.arguments)].partition(",")[0] if len(where) > 1 else ""


def _valued(field: str, value: Any, result: JSONObject, units: Units | None) -> str:
    if field in PERCENTAGES:
        return f"{value} %"
    if field in TEMPERATURES:
        return _with_unit(value, result["units"]["temperature"], units)
    if field == "wind_speed":
        return _with_unit(value, result["units"]["wind_speed"], units)
    return str(value)


def _with_unit(value: float, unit: str, units: Units | None) -> str:
    """Return a value with its unit and, where `units` are the other system's, what that makes."""
    other = ""
    if units == "imperial" and unit in ("°C", "km/h"):
        converted = to_fahrenheit(value) if unit == "°C" else to_mph(value)
        other = f" (= {round(converted)} {'°F' if unit == '°C' else 'mph'})"
    elif units == "metric" and unit in ("°F", "mph"):
        converted = to_celsius(value) if unit == "°F" else to_kmh(value)
        other = f" (= {round(converted)} {'°C' if unit == '°F' else 'km/h'})"
    return f"{value} {unit}{other}"
