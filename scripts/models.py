"""What is known of each model: price, parameters, size of its tokens, and whether it still exists.

Sources, read on 2026-11-22: platform.claude.com/docs/en/models/haiku-4-5/overview and
haiku-5-5/overview with its migration guide; build-with-claude/prompt-caching; retirements as in
``DEPRECATED_MODELS`` of the ``anthropic`` package 2.12.0. Prices are US dollars for a million tokens.
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from scripts.errors import RetiredModel

DEFAULT_MODEL: Final = "claude-haiku-4-5"


class Price(NamedTuple):
    """US dollars for a million tokens; `cache_write` is the five-minute one; batch prices are the half."""

    input: float
    output: float
    cache_write: float
    cache_read: float
    batch_input: float
    batch_output: float


class Model(NamedTuple):
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
    extra: Mapping[str, Any] = MappingProxyType({})


HAIKU_4_5: Final = Model(
    "claude-haiku-4-5",
    price=Price(1.0, 5.0, 1.25, 0.10, 0.50, 2.50),
    takes_temperature=True,
)
HAIKU_5_5: Final = Model(
    "claude-haiku-5-5",
    price=Price(0.10, 0.50, 0.125, 0.01, 0.05, 0.25),
    long_price=Price(0.50, 2.50, 0.625, 0.05, 0.25, 1.25),
    long_prompt_tokens=100_000,
    token_factor=1.3,
    extra={"thinking": {"type": "disabled"}},
)

MODELS: Final[Mapping[str, Model]] = {
    "claude-haiku-4-5": HAIKU_4_5,
    "claude-haiku-4-5-20251001": HAIKU_4_5._replace(id="claude-haiku-4-5-20251001"),
    "claude-haiku-5-5": HAIKU_5_5,
}

RECOMMENDED: Final = ("claude-haiku-4-5", "claude-haiku-5-5")
"""What to use instead of a model that does not exist, and what an estimate compares."""

RETIRED: Final[Mapping[str, str]] = {
    "claude-1.3": "2024-11-06",
    "claude-1.3-100k": "2024-11-06",
    "claude-instant-1.1": "2024-11-06",
    "claude-instant-1.1-100k": "2024-11-06",
    "claude-instant-1.2": "2024-11-06",
    "claude-2.0": "2025-07-21",
    "claude-2.1": "2025-07-21",
    "claude-3-sonnet-20240229": "2025-07-21",
    "claude-3-opus-20240229": "2026-01-05",
    "claude-3-5-haiku-latest": "2026-02-19",
    "claude-3-5-haiku-20241022": "2026-02-19",
    "claude-3-7-sonnet-latest": "2026-02-19",
    "claude-3-7-sonnet-20250219": "2026-02-19",
    "claude-opus-4-0": "2026-06-15",
    "claude-opus-4-20250514": "2026-06-15",
    "claude-sonnet-4-0": "2026-06-15",
    "claude-sonnet-4-20250514": "2026-06-15",
}
"""Models that are gone, and since when."""


def find_model(identifier: str, models: Mapping[str, Model] = MODELS) -> Model:
    """Return what is known of a model; of one that is not in the table, its name only.

    Raises RetiredModel for one that is known to be gone.
    """
    if identifier in RETIRED and identifier not in models:
        raise RetiredModel(
            f"the model {identifier} was retired on {RETIRED[identifier]}", f"use --model {DEFAULT_MODEL}"
        )
    return models.get(identifier, Model(identifier))


def read_prices(path: Path) -> Mapping[str, Model]:
    """Return the table with the prices of a JSON file put in.

    The file is an object of objects: ``{"claude-haiku-4-5": {"input": 1.0, "output": 5.0}}``, in US dollars
    for a million tokens; any other key of `Price` may be given, and what is left out follows from `input`
    and `output` (a cache write costs 1.25 of the input, a cache read 0.1, batches the half). A model that
    is not in the table is added. Raises ValueError that names the file and what is wrong.
    """
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"the prices in {path} cannot be read: {error}") from error
    if not isinstance(table, dict) or not table:
        raise ValueError(f"the prices in {path} are no object of models")
    models = dict(MODELS)
    for identifier, given in table.items():
        try:
            price = _price(given)
        except ValueError as error:
            raise ValueError(f"the prices in {path}, {identifier}: {error}") from None
        known = models.get(identifier, Model(identifier))
        models[identifier] = known._replace(price=price, long_price=None)
    return models


def _price(given: object) -> Price:
    if not isinstance(given, dict) or not {"input", "output"} <= given.keys():
        raise ValueError('an object with "input" and "output" is needed')
    if unknown := given.keys() - set(Price._fields):
        raise ValueError(f"{min(unknown)!r} is no price")
    for name, usd in given.items():
        if isinstance(usd, bool) or not isinstance(usd, int | float) or not 0 <= usd < math.inf:
            raise ValueError(f"{name} is {usd!r}, not a price in US dollars")
    return Price(
        **{
            "cache_write": 1.25 * given["input"],
            "cache_read": 0.1 * given["input"],
            "batch_input": given["input"] / 2,
            "batch_output": given["output"] / 2,
            **given,
        }
    )
