"""What a card of a voice is made of: ways of writing, each with what it needs to be possible."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, get_args

from scripts.scenario import PersonaName, Task

FACTS: Final[Mapping[str, str]] = {
    "weather": "any weather at all",
    "warmth": "a temperature of any kind",
    "sky": "one condition, now or on one day, at one place",
    "temperature": "a temperature now, at one place",
    "feels_like": "a feels-like that differs from the temperature",
    "humidity": "a humidity now, at one place",
    "wind": "one wind, now or on one day, at one place",
    "direction": "where it blows from",
    "time": "the local time of the observation",
    "range": "a day's low and high",
    "chance": "a day's chance of rain",
    "days": "two days or more",
    "week": "five days or more",
    "places": "two places or more",
    "contrast": "days or places that differ by 5 °C or by 40 % chance of rain",
    "hot": "30 °C or more",
    "warm": "22 to 30 °C",
    "mild": "10 to 22 °C",
    "cold": "under 10 °C",
    "freezing": "0 °C or less",
    "wet": "rain, drizzle, snow or hail",
    "snow": "snow",
    "storm": "thunder",
    "fog": "fog",
    "fair": "a clear or mainly clear sky",
    "dry": "nothing falling, nor likely to",
    "windy": "a wind of 30 km/h or more",
    "still": "a wind of 8 km/h or less",
    "humid": "a humidity of 80 % or more",
    "crisp": "a humidity of 30 % or less",
    "located": "a place found, and nothing asked of it but where it is",
    "coordinates": "such a place, and its coordinates are to be told",
    "choices": "several places of the name, none chosen yet",
    "nothing": "no place found",
    "failed": "a call that failed",
}
"""What can stand behind a reply. The weather itself (`hot` to `crisp`) counts only where all of it agrees."""

EVERY_TASK: Final = frozenset(get_args(Task))


class Way(NamedTuple):
    """One way of writing: an instruction to the writer, the facts it lives on, the tasks it suits."""

    text: str
    needs: frozenset[str] = frozenset()
    tasks: frozenset[str] = EVERY_TASK


class Shape(NamedTuple):
    """A build of sentences, and the lengths in words that it can carry."""

    text: str
    least: int
    most: int


class Persona(NamedTuple):
    """One voice.

    `system` are wordings of the record's system message, each beginning "You are Weatherman". `manner` tells
    the writer what the voice is; openings, devices, moods and shapes are what a scenario draws from. `room`
    is how many words, at least and at most, the voice may add to what has to be said.
    """

    name: PersonaName
    tone: str
    system: tuple[str, ...]
    manner: str
    room: tuple[int, int]
    openings: tuple[Way, ...]
    devices: tuple[Way, ...]
    moods: tuple[str, ...]
    shapes: tuple[Shape, ...]


def ways(tasks: str, needs: str, texts: Iterable[str]) -> tuple[Way, ...]:
    """Return a way for each text; `tasks` and `needs` are names with spaces between.

    No task means every one. Raises ValueError for a name that is no task or no fact.
    """
    suited, needed = frozenset(tasks.split()) or EVERY_TASK, frozenset(needs.split())
    if strangers := (suited - EVERY_TASK) | (needed - FACTS.keys()):
        raise ValueError(f"neither task nor fact: {', '.join(sorted(strangers))}")
    return tuple(Way(text, needed, suited) for text in texts)
