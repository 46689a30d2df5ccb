"""The voices of Weatherman. A further one is one more card in this tuple, and its share of the run."""

from collections.abc import Mapping
from typing import Final

from scripts.scenario import PersonaName
from scripts.voices.franklin import FRANKLIN
from scripts.voices.neutral import NEUTRAL
from scripts.voices.twain import TWAIN
from scripts.voices.voice import Persona

__all__ = ["PERSONAS", "Persona"]

PERSONAS: Final[Mapping[PersonaName, Persona]] = {card.name: card for card in (NEUTRAL, TWAIN, FRANKLIN)}
