"""Plans made by hand for the tests of prompts, drafts and the plan check."""

from datetime import date
from typing import Any

from scripts.scenario import Asker, Call, Figure, Mention, Scenario, Turn

LEEDS = {
    "name": "Leeds",
    "admin1": "England",
    "country": "United Kingdom",
    "latitude": 53.7965,
    "longitude": -1.5478,
    "timezone": "Europe/London",
}
OSLO = {
    "name": "Oslo",
    "admin1": "Oslo",
    "country": "Norway",
    "latitude": 59.9127,
    "longitude": 10.7461,
    "timezone": "Europe/Oslo",
}
METRIC = {"temperature": "°C", "wind_speed": "km/h"}


def found(*matches: dict[str, Any], city: str | None = None, country: str | None = None) -> Call:
    arguments = {"city": city or matches[0]["name"]} | ({"country": country} if country else {})
    return Call("geocode_location", arguments, {"results": list(matches)})


def forecast(match: dict[str, Any], *days: dict[str, Any]) -> Call:
    arguments = {"latitude": match["latitude"], "longitude": match["longitude"], "days": len(days)}
    return Call(
        "get_forecast",
        arguments,
        {"daily": list(days), "timezone": match["timezone"], "units": METRIC},
    )


def day(
    iso: str, condition: str, code: int, low: float, high: float, rain: int, wind: float
) -> dict[str, Any]:
    return {
        "date": iso,
        "condition": condition,
        "weather_code": code,
        "temperature_max": high,
        "temperature_min": low,
        "precipitation_probability": rain,
        "wind_speed": wind,
    }


def current(match: dict[str, Any], **changes: Any) -> Call:
    result = {
        "temperature": 4,
        "feels_like": -1,
        "condition": "light rain",
        "weather_code": 61,
        "humidity": 87,
        "wind_speed": 24,
        "wind_direction": "SW",
        "observed_at": "2025-11-06T16:30+01:00",
        "units": METRIC,
    }
    arguments = {"latitude": match["latitude"], "longitude": match["longitude"]}
    return Call("get_current_weather", arguments, result | changes)


def scenario(*turns: Turn, **changes: Any) -> Scenario:
    values: dict[str, Any] = {
        "number": 7,
        "seed": 42,
        "persona": "twain",
        "scenario": "success",
        "scenario_type": "forecast",
        "system": "You are Weatherman. Answer in the manner of Mark Twain. Today is Thursday, 6 November 2025.",
        "today": date(2025, 11, 6),
        "asker": Asker(
            who="a roofer of sixty from Leeds, short of patience",
            typing="lower case, few commas",
            occasion="re-slating a porch at the weekend; slates and rain do not mix",
        ),
        "turns": turns,
    }
    return Scenario(**values | changes)


def leeds_forecast() -> Scenario:
    return scenario(
        Turn(
            wish="which of Saturday and Sunday is drier in Leeds, for re-slating a porch roof",
            directness="asks straight out",
            mentions=(
                Mention("place", ("Leeds",)),
                Mention("day", ("Saturday", "Sat"), required=False),
                Mention("day", ("Sunday", "weekend"), required=False),
            ),
            calls=(
                found(LEEDS),
                forecast(
                    LEEDS,
                    day("2025-11-06", "overcast", 3, 6, 11, 20, 18),
                    day("2025-11-07", "light rain", 61, 7, 12, 55, 22),
                    day("2025-11-08", "moderate rain", 63, 6, 10, 60, 28),
                    day("2025-11-09", "partly cloudy", 2, 4, 9, 10, 14),
                ),
            ),
            task="answer",
            must="Sunday is drier: 10 % against 60 %",
            figures=(
                Figure(0 + 1, "precipitation_probability", "2025-11-08"),
                Figure(1, "precipitation_probability", "2025-11-09"),
                Figure(1, "wind_speed", "2025-11-09"),
            ),
            units="metric",
        )
    )


def oslo_then_units() -> Scenario:
    return scenario(
        Turn(
            wish="whether a coat is needed in Oslo this afternoon",
            directness="never says 'weather', only asks about the coat",
            mentions=(Mention("place", ("Oslo",)),),
            calls=(found(OSLO), current(OSLO)),
            task="answer",
            must="a coat, yes: it feels like -1 °C",
            figures=(Figure(1, "temperature"), Figure(1, "feels_like")),
            units="metric",
        ),
        Turn(
            wish="the same in Fahrenheit",
            directness="in half a sentence",
            mentions=(Mention("units", ("Fahrenheit", "F", "°F")),),
            calls=(),
            task="recall",
            must="4 °C is 39 °F, and the feels-like of -1 °C is 30 °F",
            figures=(Figure(1, "temperature"), Figure(1, "feels_like")),
            units="imperial",
        ),
        persona="franklin",
        scenario="multi_turn",
        scenario_type="unit_change",
    )
