"""The three tools Weatherman may call, as OpenAI function definitions, modelled on Open-Meteo."""

from typing import Any, Final

LATITUDE: Final[dict[str, Any]] = {
    "type": "number",
    "description": "Degrees north, negative south",
    "minimum": -90,
    "maximum": 90,
}
LONGITUDE: Final[dict[str, Any]] = {
    "type": "number",
    "description": "Degrees east, negative west",
    "minimum": -180,
    "maximum": 180,
}
UNITS: Final[dict[str, Any]] = {
    "type": "string",
    "enum": ["metric", "imperial"],
    "description": "Left out: those customary at the place",
}
DAYS: Final[dict[str, Any]] = {
    "type": "integer",
    "description": "Number of days, today included",
    "minimum": 1,
    "maximum": 14,
}
CITY: Final[dict[str, Any]] = {"type": "string", "description": "Name of the place", "minLength": 1}
COUNTRY: Final[dict[str, Any]] = {"type": "string", "description": "Country to search in"}


def _tool(name: str, description: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    parameters = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return {
        "type": "function",
        "function": {"name": name, "description": description, "parameters": parameters},
    }


TOOLS: Final[list[dict[str, Any]]] = [
    _tool(
        "get_current_weather",
        "Current weather at coordinates",
        {"latitude": LATITUDE, "longitude": LONGITUDE, "units": UNITS},
        ["latitude", "longitude"],
    ),
    _tool(
        "get_forecast",
        "Daily weather forecast at coordinates",
        {"latitude": LATITUDE, "longitude": LONGITUDE, "days": DAYS, "units": UNITS},
        ["latitude", "longitude", "days"],
    ),
    _tool(
        "geocode_location",
        "Find the coordinates of a place by name",
        {"city": CITY, "country": COUNTRY},
        ["city"],
    ),
]
"""The `tools` of every record. Bounds are integers and nothing is null: every trainer reads them alike."""
