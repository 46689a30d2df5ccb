"""What a card of a voice is made of: ways of writing, each with what it needs to be possible."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from scripts.scenario import PersonaName, Task

Fact = Literal[
    "sky",
    "temperature",
    "feels_like",
    "humidity",
    "wind",
    "direction",
    "time",
    "range",
    "chance",
    "days",
    "week",
    "places",
    "hot",
    "warm",
    "mild",
    "cold",
    "freezing",
    "wet",
    "snow",
    "storm",
    "fog",
    "dry",
    "fair",
    "windy",
    "still",
    "humid",
    "crisp",
    "contrast",
]
"""What the results of a turn can hold. From `sky` to `places` what is given at all: `range` is a day's low and
high, `chance` that of precipitation, `days` two or more, `week` five or more, `places` two or more. The rest is
what the weather is like, each only where all results of the turn agree; `contrast` where days or places differ
by 5 °C or by 40 % chance of precipitation."""

EVERY_TASK: Final = frozenset(get_args(Task))


@dataclass(frozen=True, slots=True)
class Way:
    """One way of writing: an instruction to the writer, the facts it lives on, the tasks it suits."""

    text: str
    needs: frozenset[Fact] = frozenset()
    tasks: frozenset[Task] = EVERY_TASK

    def fits(self, task: Task, facts: frozenset[Fact]) -> bool:
        """Return whether a reply with this task and these facts can be written so."""
        return task in self.tasks and self.needs <= facts


@dataclass(frozen=True, slots=True)
class Shape:
    """A build of sentences, and the lengths in words that it can carry."""

    text: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Persona:
    """One voice.

    `system` are wordings of the record's system message, each beginning "You are Weatherman". `manner` tells
    the writer what the voice is; openings, devices, moods and shapes are what a scenario draws from. `room` is
    how many words, at least and at most, the voice may add to what has to be said.
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
    """Return a way for each text; `tasks` and `needs` are names with spaces between, no task meaning every one.

    Raises ValueError for a name that is no task or no fact.
    """
    suited, needed = frozenset(tasks.split()), frozenset(needs.split())
    if strangers := (suited - EVERY_TASK) | (needed - frozenset(get_args(Fact))):
        raise ValueError(f"no task or fact: {', '.join(sorted(strangers))}")
    return tuple(Way(text, needed, suited or EVERY_TASK) for text in texts)  # type: ignore[arg-type]
