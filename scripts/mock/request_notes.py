"""A request read back: the lines of the prompt that a writer gets (`prompts`, `result_text`), as values.

For the mock, which knows of a scenario what a writer would know and nothing more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from scripts.weather.conditions import CONDITIONS


class Now(NamedTuple):
    """What the weather in a place is; figures as they stand, `clock` the local time."""

    place: str
    temperature: str
    unit: str
    feels_like: str
    sky: str
    humidity: str
    wind: str
    wind_unit: str
    direction: str
    clock: str


class Day(NamedTuple):
    """One day of a forecast; `name` is as in ``Sat 8 Nov``, figures as they stand, `chance` one of `wet`."""

    place: str
    name: str
    sky: str
    low: str
    high: str
    unit: str
    wet: str
    chance: str
    wind: str
    wind_unit: str


class Found(NamedTuple):
    """What a look-up of a place brought: no match, several, or one with its `details`."""

    asked: str
    matches: tuple[str, ...]
    details: str = ""


class Failed(NamedTuple):
    """A call that failed: what was asked about, and the service's reason."""

    call: str
    asked: str
    reason: str


Result = Now | Day | Found | Failed


class Figure(NamedTuple):
    """A fact that matters: what it is (``high``, ``sky``), its value with unit, the same converted or "".

    `place` and `day` (``Sat 8 Nov``) are "" where nothing is to be told apart.
    """

    place: str
    day: str
    name: str
    value: str
    converted: str


class TurnNotes(NamedTuple):
    """What is to be written for one turn; `words` are the least and the most of the reply."""

    wish: str
    manner: str
    must_name: tuple[tuple[str, ...], ...]
    results: tuple[Result, ...]
    task: str
    conveys: str
    figures: tuple[Figure, ...]
    words: tuple[int, int]


class Notes(NamedTuple):
    """What is to be written for one conversation."""

    today: date
    who: str
    typing: str
    occasion: str
    persona: str
    turns: tuple[TurnNotes, ...]


DEFAULT_WORDS: Final = (15, 60)

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
SOME_DAY: Final = date(2024, 1, 1)
"""What a prompt without a date is taken to be written on."""

_BLOCK: Final = "\n# "
"""What each block but the first begins with; its name and number follow."""

_VOICE: Final = "Weatherman's voice ("
_TODAY: Final = re.compile(r"\w+ (\d+) (\w+) (\d{4})")
_LENGTH: Final = re.compile(r"(\d+) to (\d+) words")
_NOW: Final = re.compile(
    r"now (?:in|at) (.+?): (-?[\d.]+) (°[CF]), feels like (-?[\d.]+), ([^,]+), humidity ([\d.]+) %, "
    r"wind ([\d.]+) (\S+) from (\w+), at (\d\d:\d\d)"
)
_DAY: Final = re.compile(
    r"- (\w{3} \d+ \w{3})(?: \(today\))?: ([^,]+), (-?[\d.]+) to (-?[\d.]+) (°[CF]), "
    r"chance of (\w+) (\d+) %, wind ([\d.]+) (\S+)"
)
_FAILED: Final = re.compile(r"(get_current_weather|get_forecast|geocode_location) (.*?): FAILED, (.*)")
"""The lines of results; what they capture are the fields of `Now`, `Day` (without its place) and `Failed`."""
_FOUND: Final = re.compile(r"geocode_location (?P<asked>.+?): (?P<found>.*)")
_DAY_NAME: Final = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} ")
_QUANTITY: Final = re.compile(
    r"\b(temperature|feels like|humidity|wind from|wind|high|low|chance of \w+) (-?\d.*|[NESW]{1,3})$"
)


def is_pipelines(request: Mapping[str, Any]) -> bool:
    """Return whether a request has the form that `prompts` gives it."""
    return bool(utterance_keys(request)) and "# user_1" in prompt_of(request)


def utterance_keys(request: Mapping[str, Any]) -> list[str]:
    """Return the keys of the reply's schema, empty where there is none of ours."""
    try:
        keys = request["output_config"]["format"]["schema"]["required"]
    except (KeyError, TypeError):
        return []
    return keys if isinstance(keys, list) and keys[:2] == ["user_1", "reply_1"] else []


def prompt_of(request: Mapping[str, Any]) -> str:
    """Return the text of the first message, "" where there is none."""
    messages = request.get("messages")
    first = messages[0] if isinstance(messages, list) and messages else {}
    content = first.get("content") if isinstance(first, dict) else ""
    return content if isinstance(content, str) else ""


def read_notes(prompt: str) -> Notes:
    """Return what a prompt asks for; a line that isn't there is read as empty."""
    header, *blocks = prompt.split(_BLOCK)
    lines = _labelled(header)
    return Notes(
        today=_date(lines.get("Today", "")),
        who=lines.get("Person", ""),
        typing=lines.get("Typing", ""),
        occasion=lines.get("Occasion", ""),
        persona=header.partition(_VOICE)[2].partition("): ")[0],
        turns=tuple(_turns(blocks)),
    )


def _labelled(block: str) -> dict[str, str]:
    lines = {}
    for line in block.splitlines():
        label, _, said = line.partition(": ")
        lines[label] = said
    return lines


def _date(said: str) -> date:
    found = _TODAY.match(said)
    return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) if found else SOME_DAY


def _turns(blocks: Iterable[str]) -> Iterator[TurnNotes]:
    """Yield a turn for each reply; each block begins with a line of its name and number."""
    user: dict[str, str] = {}
    results: tuple[Result, ...] = ()
    for block in blocks:
        name, _, lines = block.partition("\n")
        if name.startswith("user"):
            user, results = _labelled(lines), ()
        elif name.startswith("results"):
            results = _results(lines)
        elif name.startswith("reply"):
            yield _turn(user, results, _labelled(lines))


def _turn(user: Mapping[str, str], results: tuple[Result, ...], reply: Mapping[str, str]) -> TurnNotes:
    length = _LENGTH.search(reply.get("length", ""))
    return TurnNotes(
        wish=user.get("wants", ""),
        manner=user.get("manner", ""),
        must_name=_mentions(user.get("must name", "")),
        results=results,
        task=reply.get("task", "").partition(" ")[0],
        conveys=reply.get("conveys", ""),
        figures=_figures(reply.get("figures", "")),
        words=(int(length[1]), int(length[2])) if length else DEFAULT_WORDS,
    )


def _results(block: str) -> tuple[Result, ...]:
    results = []
    place = ""
    for line in block.splitlines():
        if line.startswith("forecast for "):
            place = line[len("forecast for ") : -1]
        elif result := _result(line, place):
            results.append(result)
    return tuple(results)


def _result(line: str, place: str) -> Result | None:
    if line.startswith("- "):
        day = _DAY.match(line)
        return Day(place, *day.groups()) if day else None
    if now := _NOW.match(line):
        return Now(*now.groups())
    if failed := _FAILED.match(line):
        return Failed(*failed.groups())
    found = _FOUND.match(line)
    return _found(found["asked"], found["found"]) if found else None


def _found(asked: str, found: str) -> Found:
    if found == "nothing found":
        return Found(asked, ())
    name, latitude, details = found.partition(", latitude ")
    if latitude:
        return Found(asked, (name,), f"latitude {details}")
    return Found(asked, tuple(found.split("; ")))


def _mentions(said: str) -> tuple[tuple[str, ...], ...]:
    return tuple([tuple(mention.split(" / ")) for mention in said.split("; ")]) if said else ()


def _figures(said: str) -> tuple[Figure, ...]:
    return tuple([_figure(text) for text in said.split("; ")]) if said else ()


def _figure(text: str) -> Figure:
    day = _DAY_NAME.search(text)
    before, rest = (text[: day.start()], text[day.end() :]) if day else ("", text)
    found = _QUANTITY.search(rest)
    name, value = (found[1], found[2]) if found else ("sky", _sky(rest))
    place = before or rest[: found.start() if found else len(rest) - len(value)]
    value, _, converted = value.partition(" (= ")
    return Figure(place.strip(), day[0].strip() if day else "", name, value, converted.rstrip(")"))


@cache
def _skies() -> tuple[str, ...]:
    """Return the names of all conditions, the longest first."""
    return tuple(sorted((each.name for each in CONDITIONS.values()), key=len, reverse=True))


def _sky(text: str) -> str:
    """Return the condition at the end of a text that may begin with a place."""
    for sky in _skies():
        if text.endswith(sky):
            return sky
    return text.strip()
