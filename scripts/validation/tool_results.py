"""The form of what the three tools answer: which keys, and of which type.

An optional key may be missing, none may be of another type. What a tool of another name answers is its own
affair.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeGuard

from scripts.finding import Finding
from scripts.validation.form import invalid, is_number, is_text, kind, quote
from scripts.validation.transcript import Exchange


def is_integer(value: object) -> TypeGuard[int | float]:
    """Whether a JSON value is a whole number; 3.0 is one."""
    return is_number(value) and value % 1 == 0


def as_date(value: object) -> date | None:
    """Return the date of an ISO text of a date or of a time, None for anything else."""
    return _day_of(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _day_of(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _is_date(value: object) -> bool:
    return isinstance(value, str) and len(value) == len("2025-11-03") and as_date(value) is not None


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_units(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(unit, str) for unit in value.values())


class Field(NamedTuple):
    """A key of a result: `fits` tells a value of its type, `wanted` names that type."""

    fits: Callable[[object], bool]
    wanted: str
    required: bool = True


NUMBER: Final = Field(is_number, "a number")
MAYBE_NUMBER: Final = Field(is_number, "a number", required=False)
MAYBE_CODE: Final = Field(is_integer, "a whole number", required=False)
TEXT: Final = Field(_is_string, "a text")
MAYBE_TEXT: Final = Field(_is_string, "a text", required=False)
UNITS: Final = Field(_is_units, "an object of strings", required=False)
DATE: Final = Field(_is_date, "a date such as 2025-11-03")
TIME: Final = Field(lambda value: as_date(value) is not None, "a time such as 2025-11-02T09:00-08:00", False)

CURRENT: Final[Mapping[str, Field]] = {
    "temperature": NUMBER,
    "feels_like": MAYBE_NUMBER,
    "condition": TEXT,
    "weather_code": MAYBE_CODE,
    "humidity": MAYBE_NUMBER,
    "wind_speed": NUMBER,
    "wind_direction": MAYBE_TEXT,
    "observed_at": TIME,
    "units": UNITS,
}
DAY: Final[Mapping[str, Field]] = {
    "date": DATE,
    "condition": TEXT,
    "weather_code": MAYBE_CODE,
    "temperature_max": NUMBER,
    "temperature_min": NUMBER,
    "precipitation_probability": MAYBE_NUMBER,
    "wind_speed": MAYBE_NUMBER,
}
FORECAST: Final[Mapping[str, Field]] = {"timezone": MAYBE_TEXT, "units": UNITS}
PLACE: Final[Mapping[str, Field]] = {
    "name": TEXT,
    "admin1": TEXT,
    "country": TEXT,
    "latitude": NUMBER,
    "longitude": NUMBER,
    "timezone": MAYBE_TEXT,
}


KNOWN_TOOLS: Final = ("get_current_weather", "get_forecast", "geocode_location")


def is_understood(exchange: Exchange) -> bool:
    """Whether one can say what an answer means: it is of one of the three tools, or of their form."""
    if exchange.name in KNOWN_TOOLS or exchange.result is None or exchange.failed:
        return True
    daily = exchange.result.get("daily")
    if isinstance(daily, list):
        return all(isinstance(day, dict) and _is_like(day, DAY, "temperature_max") for day in daily)
    return _is_like(exchange.result, CURRENT, "temperature")


def _is_like(value: Mapping[str, Any], fields: Mapping[str, Field], key: str) -> bool:
    return key in value and all(field.fits(value[name]) for name, field in fields.items() if name in value)


def check_result(exchange: Exchange) -> Iterator[Finding]:
    """Yield what is wrong with the keys and types of a call's answer."""
    result, path = exchange.result, exchange.result_path
    if result is None:
        return
    if result.get("error", False) is not False:
        yield from _check_error(result, path)
    elif exchange.name == "get_current_weather":
        yield from _check_fields(result, CURRENT, path)
    elif exchange.name == "get_forecast":
        yield from _check_fields(result, FORECAST, path)
        yield from _check_list(result, "daily", DAY, path)
        yield from _check_count(result.get("daily"), exchange.arguments, path)
    elif exchange.name == "geocode_location":
        yield from _check_list(result, "results", PLACE, path)


def _check_error(result: Mapping[str, Any], path: str) -> Iterator[Finding]:
    if result["error"] is not True:
        yield invalid(f"error is {quote(result['error'], 40)}, not true", f"{path}.error")
    if not is_text(result.get("reason")):
        what = kind(result["reason"]) if "reason" in result else "missing"
        yield invalid(f"the reason of an error is {what}, not a text", f"{path}.reason")


def _check_fields(value: Mapping[str, Any], fields: Mapping[str, Field], path: str) -> list[Finding]:
    findings = []
    for name, (fits, wanted, required) in fields.items():
        if name not in value:
            if required:
                findings.append(invalid(f"{name} is missing", f"{path}.{name}"))
        elif not fits(value[name]):
            wrong = f"{name} is {quote(value[name], 40)}, not {wanted}"
            findings.append(invalid(wrong, f"{path}.{name}"))
    return findings


def _check_list(
    result: Mapping[str, Any], name: str, fields: Mapping[str, Field], path: str
) -> Iterator[Finding]:
    entries = result.get(name)
    if not isinstance(entries, list):
        what = kind(entries) if name in result else "missing"
        yield invalid(f"{name} is {what}, not a list", f"{path}.{name}")
        return
    for index, entry in enumerate(entries):
        where = f"{path}.{name}[{index}]"
        if isinstance(entry, dict):
            yield from _check_fields(entry, fields, where)
        else:
            yield invalid(f"an entry is {kind(entry)}, not an object", where)


def _check_count(daily: object, arguments: Mapping[str, Any] | None, path: str) -> Iterator[Finding]:
    days = (arguments or {}).get("days")
    if isinstance(daily, list) and is_number(days) and is_integer(days) and len(daily) != days:
        yield invalid(
            f"daily has {len(daily)} entries where {int(days)} days were asked for", f"{path}.daily"
        )
