"""Right records to break in one place: plain data, written as another program would write it."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from scripts.validator import validate_record

CURRENT: dict[str, Any] = {
    "temperature": 62,
    "feels_like": 61,
    "condition": "partly cloudy",
    "weather_code": 2,
    "humidity": 71,
    "wind_speed": 12,
    "wind_direction": "W",
    "observed_at": "2025-11-02T09:00-08:00",
    "units": {"temperature": "°F", "wind_speed": "mph"},
}
DAYS: list[dict[str, Any]] = [
    {
        "date": f"2025-11-0{day}",
        "condition": "moderate rain",
        "weather_code": 63,
        "temperature_max": 60 + day,
        "temperature_min": 51,
        "precipitation_probability": 85,
        "wind_speed": 15,
    }
    for day in (3, 4)
]
FORECAST: dict[str, Any] = {
    "daily": DAYS,
    "timezone": "America/Los_Angeles",
    "units": {"temperature": "°F", "wind_speed": "mph"},
}
PLACES: dict[str, Any] = {
    "results": [
        {
            "name": "San Francisco",
            "admin1": "California",
            "country": "United States",
            "latitude": 37.7749,
            "longitude": -122.4194,
            "timezone": "America/Los_Angeles",
        }
    ]
}
BAY = {"latitude": 37.7749, "longitude": -122.4194}
SYSTEM = {"role": "system", "content": "You are Weatherman. Answer plainly."}
REPLY = "It is 62 °F and partly cloudy."
REMOVED = object()
"""As a value given to `changed`: the key is taken away."""


def user(text: str = "What is it like in San Francisco?") -> dict[str, Any]:
    return {"role": "user", "content": text}


def says(text: str = REPLY) -> dict[str, Any]:
    return {"role": "assistant", "content": text}


def calls(*called: tuple[str, str, Any]) -> dict[str, Any]:
    """A calling message of (id, function, arguments); arguments that are a string stand as they are."""
    return {
        "role": "assistant",
        "content": None,
        "tool_calls": [
            {"id": identifier, "type": "function", "function": {"name": name, "arguments": _text(arguments)}}
            for identifier, name, arguments in called
        ],
    }


def answer(identifier: str, result: Any) -> dict[str, Any]:
    return {"role": "tool", "tool_call_id": identifier, "content": _text(result)}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def record(*messages: dict[str, Any]) -> dict[str, Any]:
    """A record of another program's: no tools, tags or id, a system message before the messages given."""
    return copy.deepcopy({"messages": [SYSTEM, *messages]})


def asked(
    name: str = "get_current_weather", arguments: Any = BAY, result: Any = CURRENT, reply: str = REPLY
) -> dict[str, Any]:
    """A record of one question, one call and one reply."""
    return record(user(), calls(("aaaaaaaa1", name, arguments)), answer("aaaaaaaa1", result), says(reply))


def forecast(result: Any = FORECAST, days: Any = 2, **more: Any) -> dict[str, Any]:
    """A record of a forecast."""
    arguments = {**BAY, "days": days, **more}
    return asked("get_forecast", arguments, result, "Rain on both days, up to 63 °F on Monday.")


def geocoding(result: Any = PLACES, arguments: Any = None) -> dict[str, Any]:
    """A record of a look-up that leads to a question, hence states no weather."""
    return asked(
        "geocode_location", arguments or {"city": "San Francisco"}, result, "Did you mean California?"
    )


def own() -> dict[str, Any]:
    """A record with every key the generator writes but its tools."""
    tags = {"persona": "neutral", "tone": "neutral", "domain": "weather", "source": "synthetic"}
    tags |= {"scenario": "success", "scenario_type": "current_weather"}
    return {**asked(), "tags": tags, "conversation_id": "conv_20251102_001"}


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """A copy with one value in it set or, with REMOVED, taken away."""
    if not path:
        return new
    copied = copy.deepcopy(value)
    owner = copied
    for step in path[:-1]:
        owner = owner[step]
    if new is REMOVED:
        del owner[path[-1]]
    else:
        owner[path[-1]] = new
    return copied


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value as a path for `changed`, the value itself first."""
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places_in(inner, (*path, step))


def codes(value: Any) -> set[str]:
    return {finding.code for finding in validate_record(value)}
