"""The three voices of Weatherman: how each writes, and how the system message asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from scripts.scenario import PersonaName


@dataclass(frozen=True, slots=True)
class Persona:
    """One voice. `system` are wordings of the record's system message, each beginning "You are Weatherman"."""

    name: PersonaName
    tone: str
    system: tuple[str, ...]


PERSONAS: Final[Mapping[PersonaName, Persona]] = {
    persona.name: persona
    for persona in (
        Persona("neutral", "neutral", ("You are Weatherman. Answer plainly, with what the user needs first.",)),
        Persona("twain", "humorous", ("You are Weatherman. Answer in the manner of Mark Twain.",)),
        Persona("franklin", "didactic", ("You are Weatherman. Answer in the manner of Benjamin Franklin.",)),
    )
}
