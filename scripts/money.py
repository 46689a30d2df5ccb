"""What requests cost, in US dollars: from `usage` where there is an answer, at worst where there is none."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from scripts.models import Model

WORST_EXTRA_INPUT_TOKENS: Final = 1_024
"""Room in the worst case for what the API adds to a request itself, such as the injected schema."""


class Bookings(Protocol):
    """Where money is written down before it can be spent. The journal keeps it on disk."""

    def spent_usd(self) -> float:
        """Return what all closed bookings cost, earlier runs' included.

        A booking that was open when a run died counts at its worst case.
        """

    def open(self, worst_usd: float) -> int:
        """Write down that a request is about to be sent; return the booking's number."""

    def close(self, booking: int, usd: float, cause: str) -> None:
        """Write down what it cost, and how it ended: ``answered``, ``timeout``, ``rate limit`` …"""


def cost_usd(usage: Mapping[str, Any], model: Model) -> float:
    """Return the price of an answer's `usage`. A model without a known price costs 0.0."""
    if model.price is None:
        return 0.0
    price = model.price
    if tokens(usage, "input_tokens") > model.long_prompt_tokens and model.long_price is not None:
        price = model.long_price
    million_usd = (
        tokens(usage, "input_tokens") * price.input
        + tokens(usage, "output_tokens") * price.output
        + tokens(usage, "cache_creation_input_tokens") * price.cache_write
        + tokens(usage, "cache_read_input_tokens") * price.cache_read
    )
    return million_usd / 1_000_000


def tokens(usage: Mapping[str, Any], name: str) -> int:
    """Return a count of `usage`, 0 where it has none."""
    count = usage.get(name)
    return count if isinstance(count, int) else 0


def worst_cost_usd(body_bytes: int, max_tokens: int, model: Model) -> float:
    """Return the most a request can cost: no token is shorter than a byte of its JSON body."""
    usage = {"input_tokens": body_bytes + WORST_EXTRA_INPUT_TOKENS, "output_tokens": max_tokens}
    return cost_usd(usage, model)
