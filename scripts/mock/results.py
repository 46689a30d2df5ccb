"""The mock's sentences about results: the figures that matter first, with their place and day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from scripts.mock.facts import DIRECTIONS, SKIES
from scripts.mock.pen import Pen
from scripts.mock.request_notes import MONTHS, Day, Figure, Found, Now, Result, TurnNotes

GROUPS: Final = {
    "temperature": "temperature",
    "feels like": "feels",
    "sky": "sky",
    "humidity": "humidity",
    "wind": "wind",
    "wind from": "wind",
    "high": "high",
    "low": "low",
    "chance of rain": "chance",
    "chance of snow": "chance",
}
"""What a figure's name is told with; whatever else a figure is called is told with nothing."""

DAY_LEADS: Final = {
    "sky": "lead_day_sky",
    "high": "lead_range",
    "low": "lead_range",
    "chance": "lead_chance",
    "wind": "lead_day_wind",
}
DAY_FOLLOWS: Final = {
    "sky": "more_day_sky",
    "high": "more_range",
    "low": "more_range",
    "chance": "more_chance",
    "wind": "more_day_wind",
}
"""Tables for what is told of a day first, and behind a sentence that named the day."""

NOW_DEFAULT: Final = ["temperature", "sky"]
DAY_DEFAULT: Final = ["high", "low", "sky"]
"""What is told where no figure is wanted."""

DAYS_TOLD: Final = 3
"""Of a forecast in which no figure singles out a day, so many days are told."""

WEEKDAYS: Final = {
    day[:3]: day for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}
SHORT_MONTHS: Final = [month[:3] for month in MONTHS]
WRITING_FROM: Final = "the place they write from"
"""What a request calls the place whose coordinates the system message has."""

_COORDINATES: Final = re.compile(r"-?\d")
_SAID_WITH_AN: Final = re.compile(r"8|1[18]\b")
_AT: Final = re.compile(r"\b(?:in|at|on) ((?:the )?)")


def facts_told(turn: TurnNotes, results: Sequence[Result], today: date, pen: Pen) -> Iterator[str]:
    """Yield the sentences that give the figures of these results that matter to this user."""
    groups_of = [wanted(turn.figures, each) if isinstance(each, (Now, Day)) else [] for each in results]
    any_day = not any(
        groups for each, groups in zip(results, groups_of, strict=True) if isinstance(each, Day)
    )
    for position, (result, groups) in enumerate(zip(results, groups_of, strict=True)):
        if isinstance(result, Now):
            yield from _now_told(result, groups or NOW_DEFAULT, turn.wish, pen)
        elif isinstance(result, Found) and result.matches:
            yield _found_told(result, turn.conveys, pen)
        elif isinstance(result, Day):
            groups = groups or (DAY_DEFAULT if any_day and position < DAYS_TOLD else [])
            if groups:
                _bind_day(result, turn.wish, today, pen)
                yield from _day_told(groups, pen)


def more_facts(turn: TurnNotes, today: date, pen: Pen) -> Iterator[str]:
    """Yield sentences with figures that are given but were not asked for."""
    results = [result for result in turn.results if isinstance(result, (Now, Day))]
    chosen = [(result, groups) for result in results if (groups := wanted(turn.figures, result))]
    if len(chosen) != 1:
        return
    places = {result.place for result in results} | {figure.place for figure in turn.figures if figure.place}
    if len(places) != 1:
        return
    ((result, told),) = chosen
    if isinstance(result, Now):
        _bind_now(result, turn.wish, pen)
        more = [group for group in ("feels", "wind", "humidity", "sky") if group not in told]
        yield from (pen.sentence(f"more_{group}") for group in more)
    else:
        _bind_day(result, turn.wish, today, pen)
        more = [group for group in ("chance", "wind", "sky") if group not in told]
        yield from (pen.sentence(DAY_FOLLOWS[group]) for group in more)


def wanted(figures: Sequence[Figure], result: Now | Day) -> list[str]:
    """Return the groups of figures that are wanted of a result, in order."""
    name = result.name if isinstance(result, Day) else ""
    if not figures:
        return []
    groups = [
        GROUPS[figure.name]
        for figure in figures
        if figure.day == name and result.place.startswith(figure.place) and figure.name in GROUPS
    ]
    return list(dict.fromkeys(groups)) if len(groups) > 1 else groups


def dated(name: str) -> str:
    """Return ``Sat 8 Nov`` as "Saturday 8 November"."""
    weekday, number, month = name.split()
    return f"{WEEKDAYS[weekday]} {number} {MONTHS[SHORT_MONTHS.index(month)]}"


def day_words(name: str, today: date, pen: Pen) -> tuple[str, str]:
    """Return a day as a subject and with its preposition: "Saturday", "on Saturday"; "tomorrow" is both."""
    _, number, short = name.split()
    month = SHORT_MONTHS.index(short) + 1
    ahead = (date(today.year + (month < today.month), month, int(number)) - today).days
    if ahead in (0, 1) and pen.chance(0.5):
        word = ("today", "tomorrow")[ahead]
        return word, word
    word = WEEKDAYS[name[:3]] if ahead < 7 and pen.chance(0.6) else dated(name)
    return word, f"on {word}"


def figure_phrase(figure: Figure) -> str:
    """Return a figure with its quantity: "a high of 24 °C", "a 10 % chance of rain", "a clear sky"."""
    name, value = figure.name, figure.converted or figure.value
    if name == "sky":
        return SKIES.get(value, value)
    if name.startswith("chance of"):
        return f"{article(value)} {value} {name}"
    return {"wind": "a wind of", "high": "a high of", "low": "a low of"}.get(name, name) + f" {value}"


def article(figure: str) -> str:
    """Return "a" or "an", as a number in digits wants it."""
    return "an" if _SAID_WITH_AN.match(figure) else "a"


@lru_cache(maxsize=64)
def _sky_words(condition: str) -> Mapping[str, str]:
    many = condition.endswith(("showers", "grains"))
    return {"sky": SKIES.get(condition, condition), "there": "there are" if many else "there is"}


@lru_cache(maxsize=64)
def _direction_words(compass: str) -> Mapping[str, str]:
    direction = DIRECTIONS.get(compass, compass)
    return {"from": direction, "a_from": f"{'an' if direction.startswith('e') else 'a'} {direction}"}


@lru_cache(maxsize=64)
def place_words(place: str, wish: str) -> tuple[str, str]:
    """Return a place as a subject, and with its preposition as the wish has it."""
    if place == WRITING_FROM:
        return "your area", "where you are"
    if _COORDINATES.match(place):
        return "that position", "at that position"
    name = place.partition(",")[0]
    for at in _AT.finditer(wish):
        if wish.startswith(name, at.end()):
            return f"{at[1]}{name}", f"{at[0]}{name}"
    return name, f"in {name}"


def _now_told(now: Now, groups: Sequence[str], wish: str, pen: Pen) -> Iterator[str]:
    _bind_now(now, wish, pen)
    told = list(groups)
    if {"temperature", "sky"} <= set(told):
        yield pen.sentence("lead_temperature_sky")
        told = [group for group in told if group not in ("temperature", "sky")]
    else:
        yield pen.sentence(f"lead_{told[0]}")
        told = told[1:]
    yield from (pen.sentence(f"more_{group}") for group in told)


def _bind_now(now: Now, wish: str, pen: Pen) -> None:
    place, at = place_words(now.place, wish)
    space = pen["space"]
    pen.update(_sky_words(now.sky))
    pen.update(_direction_words(now.direction))
    pen.update(
        place=place,
        at=at,
        t=f"{now.temperature}{space}{now.unit}",
        f=f"{now.feels_like}{space}{now.unit}",
        h=f"{now.humidity}{space}%",
        w=f"{now.wind} {now.wind_unit}",
        a_w=f"{article(now.wind)} {now.wind} {now.wind_unit}",
        clock=now.clock,
    )


def _day_told(groups: Sequence[str], pen: Pen) -> Iterator[str]:
    told = list(groups)
    extremes = [group for group in told if group in ("high", "low")]
    if extremes and "sky" in told:
        yield pen.sentence("lead_day_range_sky" if len(extremes) == 2 else f"lead_{extremes[0]}_sky")
        told = [group for group in told if group not in ("high", "low", "sky")]
    else:
        lead = DAY_LEADS[told[0]]
        yield pen.sentence(lead)
        told = [group for group in told if DAY_LEADS[group] != lead]
    yield from (pen.sentence(table) for table in dict.fromkeys(DAY_FOLLOWS[group] for group in told))


def _bind_day(day: Day, wish: str, today: date, pen: Pen) -> None:
    """Give the pen the words of one day of a forecast."""
    place, at = place_words(day.place, wish)
    subject, on = day_words(day.name, today, pen)
    space = pen["space"]
    pen.update(_sky_words(day.sky))
    pen.update(
        place=place,
        at=at,
        day=subject,
        on=on,
        hi=f"{day.high}{space}{day.unit}",
        lo=f"{day.low}{space}{day.unit}",
        p=f"{day.chance}{space}%",
        a_p=f"{article(day.chance)} {day.chance}{space}%",
        w=f"{day.wind} {day.wind_unit}",
        a_w=f"{article(day.wind)} {day.wind} {day.wind_unit}",
        wet=day.wet,
    )


def _found_told(found: Found, conveys: str, pen: Pen) -> str:
    name = found.matches[0]
    region = name.partition(", ")[2]
    if conveys.startswith("time zone "):
        return pen.sentence("zone", place=name.partition(",")[0], details=conveys.removeprefix("time zone "))
    if conveys == region:
        return pen.sentence("region", place=name.partition(",")[0], details=region)
    return pen.sentence("coordinates", place=name, details=found.details or conveys)
