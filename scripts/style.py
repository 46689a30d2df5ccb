"""In which manner a reply is to be written this time: drawn from the persona's card, by what fits."""

import functools
import itertools
import random
from collections.abc import Sequence
from typing import Final, NamedTuple

from scripts.personas import PERSONAS
from scripts.scenario import Call, PersonaName, Task, Turn
from scripts.voice_facts import facts_of
from scripts.voices.voice import Persona, Way

TASK_WORDS: Final = {"answer": 4, "recall": 4, "ask": 6, "decline": 9, "explain": 8}
"""Words that a reply takes to do its task, before any figure."""
FIGURE_WORDS: Final = 5
PLAN_WORDS: Final = {"answer": 0.9, "recall": 0.9, "ask": 0.5, "decline": 0.8, "explain": 0.8}
"""What part of a plan's words has to be said itself; half of "asks which" is instruction."""
ROOM: Final = {"answer": 1.0, "recall": 0.8, "ask": 0.5, "decline": 0.7, "explain": 0.7}
"""What part of a voice's room a task has: nobody wants sixty words of being asked where."""
SLACK_WORDS: Final = 8
DEVICE_SHARE: Final = 0.8
SHAPE_SHARE: Final = 0.5
"""How often a reply is given a device and a shape: with all of them every time, they would fight."""


Suited = tuple[frozenset[str], Sequence[str]]
"""The facts that some ways of writing live on, and their texts."""


class Style(NamedTuple):
    """How one reply is to be written; `words` are the least and the most."""

    opening: str | None
    device: str | None
    shape: str | None
    words: tuple[int, int]


def draw_style(
    turn: Turn,
    behind: Sequence[Call],
    every: Sequence[Call],
    persona: Persona,
    most: int,
    rng: random.Random,
) -> Style:
    """Return a manner for a turn's reply; it speaks of the calls `behind` it, out of `every` one.

    `most` is the number of words that the record has room for.
    """
    facts = facts_of(behind, turn.figures, every)
    if "located" in facts and "latitude" in turn.must:
        facts |= {"coordinates"}
    openings, devices = _fitting(persona.name, turn.task, facts)
    least, longest = _words(turn, persona, rng)
    words = min(least, most - SLACK_WORDS), min(longest, most)
    shapes = _shapes(persona.name, sum(words) // 2)
    opening, device, shape = (rng.choice(texts) if texts else None for texts in (openings, devices, shapes))
    if rng.random() >= DEVICE_SHARE:
        device = None
    if rng.random() >= SHAPE_SHARE:
        shape = None
    return Style(opening, device, shape, words)


@functools.lru_cache(maxsize=512)
def _fitting(name: PersonaName, task: Task, facts: frozenset[str]) -> tuple[list[str], list[str]]:
    openings, devices = (
        [text for needs, texts in ways if needs <= facts for text in texts] for ways in _suited(name, task)
    )
    return openings, devices


@functools.cache
def _suited(name: PersonaName, task: Task) -> tuple[Sequence[Suited], Sequence[Suited]]:
    """Return a persona's openings and devices for a task, those together that live on the same facts."""

    def together(ways: Sequence[Way]) -> Sequence[Suited]:
        suited = (way for way in ways if task in way.tasks)
        grouped = itertools.groupby(suited, key=lambda way: way.needs)
        return [(needs, [way.text for way in group]) for needs, group in grouped]

    persona = PERSONAS[name]
    return together(persona.openings), together(persona.devices)


@functools.lru_cache(maxsize=1024)
def _shapes(name: PersonaName, words: int) -> list[str]:
    return [shape.text for shape in PERSONAS[name].shapes if shape.least <= words <= shape.most]


def _words(turn: Turn, persona: Persona, rng: random.Random) -> tuple[int, int]:
    """Return the length band of a reply: what has to be said, and what the voice may add to it."""
    said = max(FIGURE_WORDS * len(turn.figures), PLAN_WORDS[turn.task] * len(turn.must.split()))
    need = TASK_WORDS[turn.task] + said
    room = ROOM[turn.task] * rng.uniform(*persona.room)
    return _rounded(need + room / 2), _rounded(need + room + SLACK_WORDS)


def _rounded(words: float) -> int:
    return max(10, 5 * round(words / 5))
