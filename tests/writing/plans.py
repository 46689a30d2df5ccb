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


def failed(match: dict[str, Any], reason: str, **more: Any) -> Call:
    """A forecast that could not be had."""
    arguments = {"latitude": match["latitude"], "longitude": match["longitude"], "days": 3} | more
    return Call("get_forecast", arguments, {"error": True, "reason": reason})


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
        "system": "You are Weatherman. Answer as Mark Twain might. Today is Thursday, 6 November 2025.",
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


PORTLANDS = tuple(
    {
        "name": "Portland",
        "admin1": region,
        "country": "United States",
        "latitude": latitude,
        "longitude": longitude,
        "timezone": zone,
    }
    for region, latitude, longitude, zone in (
        ("Oregon", 45.5234, -122.6762, "America/Los_Angeles"),
        ("Maine", 43.6573, -70.2589, "America/New_York"),
    )
)
SAO_PAULO = {
    "name": "São Paulo",
    "admin1": "São Paulo",
    "country": "Brazil",
    "latitude": -23.5475,
    "longitude": -46.6361,
    "timezone": "America/Sao_Paulo",
}
NICE = {
    "name": "Nice",
    "admin1": "Provence-Alpes-Côte d'Azur",
    "country": "France",
    "latitude": 43.7031,
    "longitude": 7.2661,
    "timezone": "Europe/Paris",
}
NEW_YORK = {
    "name": "New York City",
    "admin1": "New York",
    "country": "United States",
    "latitude": 40.7143,
    "longitude": -74.006,
    "timezone": "America/New_York",
}


def answered(wish: str, mentions: tuple[Mention, ...], *calls: Call, **changes: Any) -> Turn:
    values: dict[str, Any] = {"task": "answer", "must": "", "units": "metric"}
    return Turn(wish, "asks straight out", mentions, calls, **values | changes)


def three_days() -> Scenario:
    """Thursday asks for three days of São Paulo."""
    days = (day(f"2025-11-0{n}", "light rain", 61, 18, 24, 60, 12) for n in (6, 7, 8))
    return scenario(
        answered(
            "how wet it will be in São Paulo over the next three days, today included",
            (Mention("place", ("São Paulo", "Sampa")), Mention("days", ("3 days", "three days", "3-day"))),
            found(SAO_PAULO),
            forecast(SAO_PAULO, *days),
        )
    )


def nice_tomorrow() -> Scenario:
    """A place that is a word, and one day."""
    days = (day(f"2025-11-0{n}", "clear sky", 0, 11, 18, 0, 12) for n in (6, 7))
    return scenario(
        answered(
            "whether lunch can be outdoors in Nice tomorrow",
            (Mention("place", ("Nice",)), Mention("day", ("tomorrow", "tmrw", "Friday", "Fri"))),
            found(NICE),
            forecast(NICE, *days),
        )
    )


def portland_corrected() -> Scenario:
    """Which Portland is asked, and answered in the second turn."""
    return scenario(
        answered(
            "whether it is raining in Portland right now",
            (Mention("place", ("Portland",)),),
            found(*PORTLANDS),
            task="ask",
            units=None,
        ),
        answered("the one in Maine", (Mention("place", ("Maine", "ME")),), current(PORTLANDS[1])),
        scenario="multi_turn",
    )


def at_sea() -> Scenario:
    """Coordinates of the user's own, south and west."""
    where = {"latitude": -33.05, "longitude": -71.62}
    return scenario(
        answered(
            "how strong the wind is at 33.05 S, 71.62 W",
            (Mention("coordinates", ("33.05 S, 71.62 W", "-33.05, -71.62")),),
            current(where),
        )
    )


def bet() -> Scenario:
    """A figure of the user's own."""
    return scenario(
        answered(
            "whether it is above 8 °C in Oslo right now; the user has bet on above",
            (Mention("place", ("Oslo",)), Mention("figure", ("8 °C", "8 degrees"))),
            found(OSLO),
            current(OSLO),
        )
    )


def celsius_wanted() -> Scenario:
    """Units against the custom of the place, and a byname."""
    return scenario(
        answered(
            "how warm it is in the Big Apple now, in Celsius",
            (Mention("place", ("the Big Apple", "NYC")), Mention("units", ("Celsius", "°C"))),
            found(NEW_YORK, city="New York City"),
            current(NEW_YORK),
        )
    )


def no_place() -> Scenario:
    """The user forgets to say where."""
    return scenario(answered("whether a coat is needed; forgets to say where", (), task="ask", units=None))
