"""What requests cost, in US dollars: from `usage` where there is an answer, at worst where there is none."""

import math
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, Protocol

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


class NoBookings:
    """Bookings of a client on its own: nothing is kept."""

    def spent_usd(self) -> float:
        """Return 0.0: there were no earlier runs."""
        return 0.0

    def open(self, worst_usd: float) -> int:
        """Number every booking 0."""
        return 0

    def close(self, booking: int, usd: float, cause: str) -> None:
        """Forget it."""


class Booking(NamedTuple):
    """One request's money while it is in flight: its number in the bookings, and what is reserved for it."""

    number: int
    worst_usd: float
    reserved_usd: float


class Budget:
    """What is spent, what is in flight at its worst, and whether another request still fits.

    `max_cost` in US dollars bounds all that the bookings know of, earlier runs included; infinity for none.
    """

    def __init__(self, bookings: Bookings, max_cost: float = math.inf) -> None:
        self.bookings = bookings
        self.max_cost = max_cost
        self.spent_usd = bookings.spent_usd()
        self.in_flight_usd = 0.0
        self._surcharge = 1.0

    def is_spent(self, worst_usd: float) -> bool:
        """Whether a request does not fit, even when everything in flight should turn out to be free."""
        return self.spent_usd + worst_usd * self._surcharge > self.max_cost

    def fits(self, worst_usd: float) -> bool:
        """Whether a request fits beside everything that is in flight."""
        return self.spent_usd + self.in_flight_usd + worst_usd * self._surcharge <= self.max_cost

    def open(self, worst_usd: float) -> Booking:
        """Reserve a request's worst case, and write it down."""
        reserved_usd = worst_usd * self._surcharge
        self.in_flight_usd += reserved_usd
        return Booking(self.bookings.open(reserved_usd), worst_usd, reserved_usd)

    def known(self, booking: Booking, usd: float) -> Booking:
        """Reserve what an answer cost in place of the worst case, until it is written down.

        A server that counts more than the worst case reckons with is believed from then on.
        """
        if usd > booking.reserved_usd:
            self._surcharge = usd / booking.worst_usd
        self.in_flight_usd += usd - booking.reserved_usd
        return booking._replace(reserved_usd=usd)

    def close(self, booking: Booking, usd: float | None, cause: str) -> float:
        """Write down what a request cost, None for all that is reserved; return that amount."""
        paid_usd = booking.reserved_usd if usd is None else usd
        self.in_flight_usd -= booking.reserved_usd
        self.spent_usd += paid_usd
        self.bookings.close(booking.number, paid_usd, cause)
        return paid_usd


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
