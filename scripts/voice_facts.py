"""What the results behind a reply hold, so that a way of writing is drawn only where facts carry it."""

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scripts.scenario import Call, Figure, JSONObject
from scripts.scenarios.verdicts import Facts, facts_now, facts_of_day
from scripts.weather.conditions import CONDITIONS

CURRENT_FIELDS: Final = {
    "condition": "sky",
    "temperature": "temperature",
    "humidity": "humidity",
    "wind_speed": "wind",
    "wind_direction": "direction",
    "observed_at": "time",
}
SKY: Final = ("condition", "precipitation_probability")
WARMTH: Final = ("temperature", "feels_like", "temperature_max", "temperature_min")
SHOWN_BY: Final[Mapping[str, Sequence[str]]] = {
    "sky": ("condition",),
    "temperature": ("temperature",),
    "feels_like": ("feels_like",),
    "humidity": ("humidity",),
    "wind": ("wind_speed",),
    "direction": ("wind_direction",),
    "range": ("temperature_min",),
    "chance": ("precipitation_probability",),
    **dict.fromkeys(("warmth", "hot", "warm", "mild", "cold", "freezing"), WARMTH),
    **dict.fromkeys(("wet", "snow", "storm", "fog", "fair", "dry"), SKY),
    **dict.fromkeys(("windy", "still"), ("wind_speed",)),
    **dict.fromkeys(("humid", "crisp"), ("humidity",)),
}
"""The fields of results that show a fact; where a reply has figures to give, others are not its business."""

FELT_C: Final = 2
"""A feels-like nearer to the temperature than this, in °C, is nothing to write about."""
CONTRAST_C: Final = 5
CONTRAST_PERCENT: Final = 40
DRY_PERCENT: Final = 20
WEEK_DAYS: Final = 5


def facts_of(calls: Sequence[Call], figures: Sequence[Figure], every: Sequence[Call]) -> frozenset[str]:
    """Return the facts that these calls give a reply. `figures` count in `every` call of the conversation.

    Of a forecast only the days that the figures name are looked at, or all where they name none; and only the
    facts that the figures show count, or all where there are no figures.
    """
    now = [call.result for call in calls if call.name == "get_current_weather" and not call.failed]
    moments = [facts_now(result) for result in now]
    spells = [
        _days(call, figures, every) for call in calls if call.name == "get_forecast" and not call.failed
    ]
    facts = _look_ups(calls)
    if now or spells:
        facts |= {*_observed(now, moments), *_counted(moments, spells)}
        facts |= _weather([*moments, *itertools.chain.from_iterable(spells)])
    return facts - _hidden(frozenset([figure.field for figure in figures]))


@functools.cache
def _hidden(fields: frozenset[str]) -> frozenset[str]:
    """Return the facts that none of these fields shows; with no fields, none is hidden."""
    return frozenset(fact for fact, by in SHOWN_BY.items() if fields and fields.isdisjoint(by))


def _days(call: Call, figures: Sequence[Figure], every: Sequence[Call]) -> list[Facts]:
    named = {figure.date for figure in figures if every[figure.call] is call}
    whole, units = not named or None in named, call.result["units"]
    return [facts_of_day(day, units) for day in call.result["daily"] if whole or day["date"] in named]


def _look_ups(calls: Sequence[Call]) -> frozenset[str]:
    facts = {"failed" for call in calls if call.failed}
    matches = [len(call.result["results"]) for call in calls if "results" in call.result]
    if 0 in matches:
        facts.add("nothing")
    if len(matches) == len(calls):
        facts |= {"choices" if count > 1 else "located" for count in matches if count}
    return frozenset(facts)


def _observed(now: Sequence[JSONObject], moments: Sequence[Facts]) -> Iterator[str]:
    if len(now) == 1:
        yield from [fact for field, fact in CURRENT_FIELDS.items() if field in now[0]]
        if abs(moments[0].high_c - moments[0].low_c) >= FELT_C:
            yield "feels_like"


def _counted(moments: Sequence[Facts], spells: Sequence[Sequence[Facts]]) -> Iterator[str]:
    if not moments and [len(days) for days in spells] == [1]:
        yield from ("sky", "wind")
    if spells:
        yield "range"
        yield "chance"
    if len(moments) + len(spells) > 1 and not (len(moments) == len(spells) == 1):
        yield "places"
    longest = max(map(len, spells), default=0)
    if longest > 1:
        yield "days"
    if longest >= WEEK_DAYS:
        yield "week"


def _weather(seen: Sequence[Facts]) -> set[str]:
    """Return what there is of weather, and of its kinds those that all of it agrees in."""
    if not seen:
        return set()
    facts = _kinds(seen[0])
    if len(seen) > 1:
        facts.intersection_update(*map(_kinds, seen[1:]))
        warmth = [each.high_c for each in seen]
        chances = [each.chance or 0 for each in seen]
        if max(warmth) - min(warmth) >= CONTRAST_C or max(chances) - min(chances) >= CONTRAST_PERCENT:
            facts.add("contrast")
    return facts | {"weather", "warmth"}


def _kinds(weather: Facts) -> set[str]:
    high_c = weather.high_c
    kinds = {"hot" if high_c >= 30 else "warm" if high_c >= 22 else "mild" if high_c >= 10 else "cold"}
    kinds |= _kinds_of_sky(weather.code)
    if high_c <= 0:
        kinds.add("freezing")
    if weather.chance and weather.chance > DRY_PERCENT:
        kinds.discard("dry")
    if weather.wind_kmh >= 30 or weather.wind_kmh <= 8:
        kinds.add("windy" if weather.wind_kmh >= 30 else "still")
    if weather.humidity >= 80 or weather.humidity <= 30:
        kinds.add("humid" if weather.humidity >= 80 else "crisp")
    return kinds


@functools.cache
def _kinds_of_sky(code: int) -> frozenset[str]:
    sky = CONDITIONS[code]
    rules = {
        "wet": sky.precipitation is not None,
        "snow": sky.precipitation == "snow",
        "storm": sky.thunder,
        "fog": sky.fog,
        "fair": sky.cloud <= 1,
        "dry": not sky.precipitation and not sky.fog,
    }
    return frozenset(name for name, holds in rules.items() if holds)
