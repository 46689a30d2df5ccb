"""Of which day, place and hour a value is told: each reply passes as it is, and fails with another's value.

Each has one choice in it, as in "Monday reaches [12|18] °C": the first is true, the second another day's.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

import pytest

from scripts.grounding import check_grounding
from tests.grounding.tables import dialogue_of

CHOICE: Final = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")

SKIES: Final = ("heavy rain", "moderate rain", "overcast", "partly cloudy", "clear sky")
LYON: Final = ((12, 3, 90, 30), (15, 5, 70, 24), (18, 8, 40, 12), (21, 10, 20, 18), (24, 13, 5, 6))
TURIN: Final = ((27, 17, 5, 9), (22, 13, 20, 26), (20, 11, 30, 19), (16, 7, 60, 35), (11, 2, 95, 41))
"""High, low, chance and wind from Monday, 13 April on, in °C and km/h; Turin has the skies turned round."""

AHEAD: Final = (
    "The 13th's low is [3|5] °C, the 14th's 5.",
    "12 °C will be Monday's best, and [15|18] Tuesday's.",
    "[12|15] °C will be Monday's best, and 15 Tuesday's.",
    "Save the picnic for Friday: clear and [24|18] degrees, where Wednesday is overcast and 18.",
    "Monday reaches 12 °C, then [15|18] the day after and 18 the day after that.",
    "From April 13 through the 14th highs are 12 and [15|18] °C.",
    "Friday is [clear|wet] at 24 °C. Monday is wet and 12.",
    "Friday is [24|12] and bright.",
    "[Friday|Monday] is bright, with a fair wind.",
    "Tuesday will be the [calmer|windier] of the two at 24 km/h, Monday having 30.",
    "Wednesday offers an overcast sky, a top of [18|21] °C and a 40 percent chance of rain.",
    "Warmth first: [12|15] °C on Monday, 15 on Tuesday.",
    "Between Monday and Wednesday the highs run from 12 to [18|21] °C.",
    "The highs of April 13 (sun is far off) and April 14 are [12|15] and 15 °C.",
    "Unlike Friday, with its [clear|overcast] sky, Wednesday is overcast.",
    "I'd trust Friday no more than Monday, which has heavy rain and a [90|70] percent chance of it.",
    "From today through Wednesday highs are 12, 15 and [18|21] °C.",
    "Tuesday and Monday have lows of [5|3] and [3|5] °C, respectively.",
    "Friday is clear at 24 °C. Highs run 12, [15|18] and [18|15], Monday to Wednesday.",
    "I would choose Wednesday. The top that day is [18|24] °C.",
)
"""What answers "How do the next five days look in Lyon?"."""

NOW: Final = (
    "It's foggy now, at [9|12] °C.",
    "Currently 9 degrees and [foggy|wet]. Tomorrow: moderate rain, high 15 °C.",
    "Lyon is [foggy|wet] as I write, at 9 °C. Friday is clear.",
    "The [9|12] °C you have now becomes 15 °C tomorrow.",
    "It's 9 °C now, with a high of [12|15] °C today.",
    "The low on Monday is [3|9] °C; it's foggy and 9 °C just now.",
    "At the moment it is 9 °C; there is rain in it, at [ninety|seventy] percent, before the day is out.",
)
"""What answers "How is it in Lyon now, and what's coming?"."""

BOTH: Final = (
    "Lyon's highs run from 12 to 24 °C, Turin's from 11 to [27|24].",
    "Lyon and Turin reach 15 and [22|20] °C on Tuesday, respectively.",
    "Monday is wet in Lyon and [clear|wet] in Turin.",
    "On Friday, Lyon has 24 °C and Turin [11|24].",
)
"""What answers "How do Lyon and Turin compare over the next five days?"."""


def now() -> list[dict[str, Any]]:
    arguments = {"latitude": 45.76, "longitude": 4.84}
    result = {
        "observed_at": "2026-04-13T09:00",
        "temperature": 9,
        "feels_like": 6,
        "humidity": 80,
        "wind_speed": 21,
        "condition": "fog",
        "units": {"temperature": "°C", "wind_speed": "km/h"},
    }
    return [{"name": "get_current_weather", "arguments": arguments, "result": result}]


def ahead(where: tuple[float, float], days: Sequence[Sequence[int]], skies: Sequence[str]) -> dict[str, Any]:
    daily = [
        {
            "date": f"2026-04-{13 + k}",
            "condition": skies[k],
            "temperature_max": high,
            "temperature_min": low,
            "precipitation_probability": chance,
            "wind_speed": wind,
        }
        for k, (high, low, chance, wind) in enumerate(days)
    ]
    result = {"daily": daily, "units": {"temperature": "°C", "wind_speed": "km/h"}}
    arguments = {"latitude": where[0], "longitude": where[1], "days": len(days)}
    return {"name": "get_forecast", "arguments": arguments, "result": result}


def found(name: str, where: tuple[float, float]) -> dict[str, Any]:
    place = {"name": name, "latitude": where[0], "longitude": where[1]}
    result = {"results": [{**place, "country": "X", "admin1": "Y", "timezone": "UTC"}]}
    return {"name": "geocode_location", "arguments": {"city": name}, "result": result}


def holds(user: str, calls: list[dict[str, Any]], reply: str) -> bool:
    true, turned = (CHOICE.sub(rf"\{number}", reply) for number in (1, 2))
    entry = {"user": user, "calls": calls}
    assert check_grounding(dialogue_of({**entry, "reply": true})) == []
    faults = [finding.message for finding in check_grounding(dialogue_of({**entry, "reply": turned}))]
    return bool(faults) and "uses no figure" not in faults[0]


@pytest.mark.parametrize("reply", AHEAD)
def test_a_value_of_one_day_is_not_told_of_another(reply: str) -> None:
    calls = [ahead((45.76, 4.84), LYON, SKIES)]
    assert holds("How do the next five days look in Lyon?", calls, reply)


@pytest.mark.parametrize("reply", NOW)
def test_what_is_so_now_is_not_what_the_day_has(reply: str) -> None:
    calls = [*now(), ahead((45.76, 4.84), LYON, SKIES)]
    assert holds("How is it in Lyon now, and what's coming?", calls, reply)


@pytest.mark.parametrize("reply", BOTH)
def test_a_value_of_one_place_is_not_told_of_another(reply: str) -> None:
    lyon, turin = (45.76, 4.84), (45.07, 7.69)
    calls = [found("Lyon", lyon), ahead(lyon, LYON, SKIES)]
    calls += [found("Turin", turin), ahead(turin, TURIN, SKIES[::-1])]
    assert holds("How do Lyon and Turin compare over the next five days?", calls, reply)
