"""What carries one request to the API and one answer back, whatever does it: the SDK, or the mock.

It knows nothing of retries, pace or money, and its errors are facts rather than verdicts.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

JSONBody = dict[str, Any]


class Answer(NamedTuple):
    """A 200 answer: its JSON body, and its headers with lower-case names."""

    body: JSONBody
    headers: Mapping[str, str]


class ApiError(Exception):
    """An answer that says no. `type`, `message` and `error_code` are the API's own words, without the key.

    `retry_after_s` is None where the answer does not announce a wait; `headers` have lower-case names.
    """

    def __init__(
        self,
        status: int,
        type: str = "",
        message: str = "",
        error_code: str | None = None,
        retry_after_s: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {type}: {message}")
        self.status = status
        self.type = type
        self.message = message
        self.error_code = error_code
        self.retry_after_s = retry_after_s
        self.headers = headers or {}


class ConnectionFault(Exception):
    """No answer, or none that can be read. `sent` is False where the request cannot have arrived.

    `cause` is what the metrics count it under: ``timeout``, ``connection`` or ``unreadable answer``.
    """

    def __init__(self, cause: str, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.cause = cause
        self.sent = sent


class Transport(Protocol):
    """Sends Messages API requests. A total time limit is kept by the caller, by cancelling `send`."""

    instant: bool
    """Whether no waiting makes sense: no pace, no back-off (the mock)."""

    async def send(self, body: JSONBody, key: str) -> Answer:
        """Send ``POST /v1/messages``. Raises ApiError or ConnectionFault.

        `key` names the request's place in the run, as in ``17:2:1`` (scenario, draft, HTTP try): it never
        goes over the wire, but the mock deals its faults by it.
        """

    async def look_up(self, model: str) -> JSONBody | None:
        """Return the endpoint's description of `model`, None where it has no look-up.

        Raises ApiError (404 `not_found_error` where the endpoint does not know the model) or ConnectionFault.
        """

    async def aclose(self) -> None:
        """Close what is open."""
