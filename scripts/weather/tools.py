"""The three tools Weatherman may call, as OpenAI function definitions, modelled on Open-Meteo."""

from typing import Any, Final

TOOLS: Final[list[dict[str, Any]]] = []
