"""Passages of the user's own that show the writer a voice: read from JSON Lines, drawn into requests only."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import orjson

from scripts.personas import PERSONAS
from scripts.scenario import PersonaName

MAX_CHARACTERS: Final = 1200
"""An example longer than this would cost more than the request it stands in."""


class StyleExample(NamedTuple):
    """A passage written in a persona's voice."""

    persona: PersonaName
    text: str


def read_style_examples(lines: Iterable[bytes | str]) -> tuple[StyleExample, ...]:
    """Return the examples in lines of ``{"persona": "twain", "text": "..."}``; blank lines are skipped.

    Raises ValueError, naming the line, where one is something else.
    """
    return tuple(_example(number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _example(number: int, line: bytes | str) -> StyleExample:
    try:
        read = orjson.loads(line)
        persona, text = read["persona"], read["text"].strip()
    except (orjson.JSONDecodeError, TypeError, KeyError, AttributeError) as error:
        raise ValueError(
            f'line {number} is not of the form {{"persona": "twain", "text": "..."}}: {line[:80]!r}'
        ) from error
    if persona not in PERSONAS:
        raise ValueError(f"line {number}: there is no persona {persona!r}, only {', '.join(PERSONAS)}")
    if not 0 < len(text) <= MAX_CHARACTERS:
        raise ValueError(
            f"line {number}: the text has {len(text)} characters, 1 to {MAX_CHARACTERS} are allowed"
        )
    return StyleExample(persona, text)
