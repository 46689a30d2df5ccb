"""Tool results in lines that a writer reads at a glance, with every figure as it stands in the record."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from scripts.named_days import planned_days
from scripts.plain_words import plain_text
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


def days_shown(scenario: Scenario) -> Mapping[int, set[str]]:
    """Return, by the position of a forecast among the calls, the days (ISO) that matter of it.

    They are those that the figures, and the wishes that lead to the call, name; a forecast asked for by the
    number of days has none to spare and is left out.
    """
    if not any("daily" in call.result for call in scenario.calls):
        return {}
    named: dict[int, set[str]] = {}
    whole = set()
    made = 0
    for turn in scenario.turns:
        forecasts = [made + n for n, call in enumerate(turn.calls) if "daily" in call.result]
        if any(mention.kind == "days" for mention in turn.mentions):
            whole.update(forecasts)
        elif forecasts:
            days = {f"{day}" for day in planned_days(plain_text(turn.wish), scenario.today)}
            named.update((call, set(days)) for call in forecasts)
        for figure in turn.figures:
            if figure.date:
                named.setdefault(figure.call, set()).add(figure.date)
            else:
                whole.add(figure.call)
        made += len(turn.calls)
    return {call: days for call, days in named.items() if days and call not in whole}


def full_name(match: JSONObject) -> str:
    """Return a geocoding match as ``Springfield, Illinois, United States``."""
    parts = [match["name"], match.get("admin1"), match.get("country")]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def result_lines(
    calls: Sequence[Call], places: Places, today: date, days: Sequence[Container[str] | None]
) -> Iterator[str]:
    """Yield the lines of calls and what came back; a place found only to ask for its weather needs none.

    `days` has for each call the days of its forecast that matter, or None for all of them.
    """
    located = any(call.name != "geocode_location" for call in calls)
    for call, shown in zip(calls, days, strict=True):
        if call.failed:
            yield f"{call.name} {_asked(call, places)}: FAILED, {call.result['reason']}"
        elif call.name == "geocode_location":
            yield from _matches(call, located)
        elif call.name == "get_current_weather":
            yield f"now in {places[_coordinates(call.arguments)]}: {_current(call.result)}"
        else:
            yield f"forecast for {places[_coordinates(call.arguments)]}:"
            yield from _days(call.result, today, shown)


def _coordinates(holder: JSONObject) -> tuple[Any, Any]:
    return holder.get("latitude"), holder.get("longitude")


def _asked(call: Call, places: Places) -> str:
    if call.name == "geocode_location":
        return _named(call)
    days = call.arguments.get("days")
    return places[_coordinates(call.arguments)] + (f", {days} day{'s' * (days != 1)}" if days else "")


def _named(call: Call) -> str:
    return ", ".join(map(str, call.arguments.values()))


def _matches(call: Call, located: bool) -> Iterator[str]:
    results = call.result["results"]
    if results and located:
        return
    asked = _named(call)
    if not results:
        yield f"geocode_location {asked}: nothing found"
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
        f"at {clock.hour:02}:{clock.minute:02} on {day_name(clock)}"
    )


def _days(result: JSONObject, today: date, shown: Container[str] | None) -> Iterator[str]:
    units = result["units"]
    for day in result["daily"]:
        if shown is None or day["date"] in shown:
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


def figures_line(
    figures: Sequence[Figure], calls: Sequence[Call], places: Places, units: Units | None
) -> str:
    """Return the facts that matter to a reply, each with its place where they are of several."""
    where = {figure.call: places.get(_coordinates(calls[figure.call].arguments), "") for figure in figures}
    several = len(set(where.values())) > 1
    short = {call: place.partition(",")[0] if several else "" for call, place in where.items()}
    return "; ".join(
        [_figure(figure, calls[figure.call].result, short[figure.call], units) for figure in figures]
    )


def _figure(figure: Figure, result: JSONObject, place: str, units: Units | None) -> str:
    """Return one fact with its day and unit: ``Sat 8 Nov chance of rain 10 %``; converted too, if need be."""
    days = [day for day in result.get("daily", (result,)) if figure.date in (None, day.get("date"))]
    values = list(dict.fromkeys([day[figure.field] for day in days]))
    if len(values) > 1 and figure.field != "condition":
        values = [min(values), max(values)]
    chance = figure.field == "precipitation_probability"
    parts = (
        place,
        day_name(date.fromisoformat(figure.date)) if figure.date else "",
        _chance(days[0]) if chance else FIELD_NAMES.get(figure.field, figure.field),
        " to ".join([_valued(figure.field, value, result, units) for value in values]),
    )
    return " ".join(filter(None, parts))


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
