"""The voices of Weatherman. A further one is one more card in this tuple, and its share of the run."""

from collections.abc import Mapping
from typing import Final

from scripts.persona_franklin import FRANKLIN
from scripts.persona_neutral import NEUTRAL
from scripts.persona_twain import TWAIN
from scripts.scenario import PersonaName
from scripts.voice import Persona

__all__ = ["PERSONAS", "Persona"]

PERSONAS: Final[Mapping[PersonaName, Persona]] = {card.name: card for card in (NEUTRAL, TWAIN, FRANKLIN)}
