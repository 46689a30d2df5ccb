"""Faithful replies of other hands with one word turned: another day, the opposite wind, another quantity."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tests.grounding.heldout import FAITHFUL, Entries, codes

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
FROM = re.compile(r"(?<=from the )(?:north|south|east|west)(?:-?(?:east|west))?\b(?!-)")
OTHER_UNIT = {"°C": "°F", "°F": "°C", "km/h": "mph", "mph": "km/h", "% humidity": "% wind"}
UNLIKE = {"temperature_max": 4, "temperature_min": 4, "precipitation_probability": 25, "wind_speed": 6}
"""By how much two days have to differ, at least, in everything that is told of them."""

Turn = Callable[[dict[str, Any]], Iterator[str]]


def turned_winds(entry: dict[str, Any]) -> Iterator[str]:
    reply = entry["reply"]
    for found in FROM.finditer(reply):
        turned = re.sub("north|south|east|west", lambda point: OPPOSITE[point[0]], found[0])
        yield reply[: found.start()] + turned + reply[found.end() :]


def other_units(entry: dict[str, Any]) -> Iterator[str]:
    reply = entry["reply"]
    for unit, other in OTHER_UNIT.items():
        for found in re.finditer(rf"(?<=\d) ?{unit}", reply):
            yield reply[: found.start()] + found[0].replace(unit, other) + reply[found.end() :]


def other_days(entry: dict[str, Any]) -> Iterator[str]:
    """The reply with a day's name for that of a day with quite another weather, which it does not name."""
    reply = entry["reply"]
    told = [day for call in entry["calls"] for day in call["result"].get("daily", ())]
    days = {DAYS[date.fromisoformat(day["date"]).weekday()]: day for day in told}
    if len(days) < len(told):
        return
    for found in re.finditer("|".join(DAYS), reply):
        here = days.get(found[0], {})
        others = (name for name, day in days.items() if name not in reply and are_unlike(here, day))
        if other := next(others, None):
            yield reply[: found.start()] + other + reply[found.end() :]


def are_unlike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(key in one and key in other and abs(one[key] - other[key]) >= n for key, n in UNLIKE.items())


def turned_of(entries: Entries, turn: Turn) -> list[tuple[dict[str, Any], str]]:
    return [(entry, reply) for entry in entries if not codes(entry) for reply in turn(entry)]


@pytest.mark.parametrize(
    ("turn", "least_fail", "least_count"),
    [(turned_winds, 0.98, 200), (other_units, 0.97, 2_000), (other_days, 0.86, 400)],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_what_is_turned_fails(turn: Turn, least_fail: float, least_count: int) -> None:
    turned = [each for entries in FAITHFUL.values() for each in turned_of(entries, turn)]
    passed = [(entry["id"], reply) for entry, reply in turned if not codes(entry, reply)]
    assert len(turned) > least_count
    assert len(passed) <= (1 - least_fail) * len(turned), passed
