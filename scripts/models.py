"""What is known of each model: price, parameters, size of its tokens, and whether it still exists.

Sources, read on 2026-11-22: platform.claude.com/docs/en/models/haiku-4-5/overview and
haiku-5-5/overview with its migration guide; build-with-claude/prompt-caching; retirements as in
``DEPRECATED_MODELS`` of the ``anthropic`` package 2.12.0. Prices are US dollars for a million tokens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

DEFAULT_MODEL: Final = "claude-haiku-4-5"


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens; `cache_write` is the five-minute one; batch prices are the half."""

    input: float
    output: float
    cache_write: float
    cache_read: float
    batch_input: float
    batch_output: float


@dataclass(frozen=True, slots=True)
class Model:
    """One model.

    `takes_temperature`: whether another temperature than 1.0 can be asked for. `extra` goes into every
    request's body. `token_factor`: tokens for the same text, Haiku 4.5 being 1. `long_price` is charged
    where a prompt is longer than `long_prompt_tokens`.
    """

    id: str
    price: Price | None = None
    long_price: Price | None = None
    long_prompt_tokens: int = 0
    takes_temperature: bool = False
    token_factor: float = 1.0
    max_output_tokens: int = 64_000
    extra: Mapping[str, Any] = field(default_factory=dict)


MODELS: Final[Mapping[str, Model]] = {
    "claude-haiku-4-5": Model(
        "claude-haiku-4-5", price=Price(1.0, 5.0, 1.25, 0.10, 0.50, 2.50), takes_temperature=True
    ),
    "claude-haiku-5-5": Model(
        "claude-haiku-5-5",
        price=Price(0.10, 0.50, 0.125, 0.01, 0.05, 0.25),
        long_price=Price(0.50, 2.50, 0.625, 0.05, 0.25, 1.25),
        long_prompt_tokens=100_000,
        token_factor=1.3,
        max_output_tokens=128_000,
        extra={"thinking": {"type": "disabled"}},
    ),
}


def find_model(identifier: str, models: Mapping[str, Model] = MODELS) -> Model:
    """Return what is known of a model; of one that is not in the table, its name only.

    Raises RetiredModel for one that is known to be gone.
    """
    return models.get(identifier, Model(identifier))
