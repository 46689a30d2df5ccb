"""What an API error means for the run: stop it, wait, try again, or put this one request aside."""

import re
from typing import Final

from scripts.api.transport import ApiError, ConnectionFault
from scripts.errors import (
    BadKey,
    InvalidRequest,
    NoCredit,
    NoPermission,
    SpendLimit,
    StopRun,
    UnknownModel,
)
from scripts.models import RECOMMENDED

SPEND_CODES: Final = ("enforced_spend_limit_reached", "contract_spend_limit_reached")
RATE_LIMITED: Final = 429
OVERLOADED: Final = 529
TRANSIENT: Final = (408, 409)
"""Beside every status from 500 on."""

CAUSES: Final = {
    408: "request timeout",
    409: "conflict",
    RATE_LIMITED: "rate limit",
    OVERLOADED: "overloaded",
}
"""What tries that came to nothing are counted under; other statuses are ``server error`` or ``refused``."""


def cause_of(fault: ApiError | ConnectionFault) -> str:
    """Return the name under which a fault is counted and booked."""
    if isinstance(fault, ConnectionFault):
        return fault.cause
    return CAUSES.get(fault.status, "server error" if fault.status >= 500 else "refused")


def is_transient(error: ApiError) -> bool:
    """Whether the same request may succeed a little later (429 and 529 aside, which are weather)."""
    return error.status in TRANSIENT or error.status >= 500


def stop_for(error: ApiError, model: str) -> StopRun | None:
    """Return the StopRun that an error means, None for one that is not for good.

    The API gives credit and workspace limits no code of their own: their messages have to tell.
    """
    said = error.message or f"HTTP status {error.status}"
    lowered = said.lower()
    if error.status == 401:
        return BadKey(f"the API does not accept the key: {said}")
    if error.status == 403:
        return NoPermission(f"this key may not do that: {said}")
    if error.status == 402 or (error.status == 400 and "credit balance" in lowered):
        return NoCredit(f"the account has no credit left: {said}")
    if error.error_code in SPEND_CODES or (error.status == 400 and "usage limits" in lowered):
        return SpendLimit(f"a spend limit is reached: {said}")
    if error.status == 404 and is_about_model(error):
        return unknown_model(model)
    return None


def is_about_model(error: ApiError) -> bool:
    """Whether a 404 says that the model does not exist, rather than that the address does not."""
    return error.type == "not_found_error" and re.search(r"\bmodel\b", error.message) is not None


def unknown_model(model: str) -> UnknownModel:
    """Return the error that names a model which does not exist, and what to use."""
    others = [other for other in RECOMMENDED if other != model]
    return UnknownModel(f"the API has no model {model!r}", f"use --model {' or '.join(others)}")


def invalid_request(error: ApiError) -> InvalidRequest:
    """Return the error of a request that the API will never take, with the API's words."""
    return InvalidRequest(f"the API refuses this request ({error.status}): {error.message or error.type}")
