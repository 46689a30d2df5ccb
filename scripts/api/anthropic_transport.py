"""The real API, by Anthropic's SDK: its answers and errors put into this project's words, without the key.

The SDK's own repeating and waiting is off, since `sender` does both. Importing `anthropic` takes over a
second, so this module is imported when the first request is due.
"""

import email.utils
import re
import time
from collections.abc import Mapping
from typing import Final

import anthropic
import httpx2
import orjson

from scripts.api.faults import is_about_model
from scripts.api.transport import Answer, ApiError, ConnectionFault, JSONBody

SAMPLING_VERSION: Final = "2023-06-01"
"""The version of the API that still takes sampling parameters: the SDK's own refuses them."""

KEY_PATTERN: Final = re.compile(r"sk-ant-[\w-]+")
NEVER_SENT: Final = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.LocalProtocolError,
    httpx2.PoolTimeout,
    httpx2.UnsupportedProtocol,
)
"""Faults that come before a byte of the request has left: it cannot cost anything."""

SHOWN_CHARACTERS: Final = 500
"""How much of an error text that is not JSON is kept."""


class SDKTransport:
    """One `AsyncAnthropic`, in the cheapest of its forms: measured, a third of the usual one's CPU.

    On aiohttp instead of its own HTTP stack, and with the untyped `post` instead of `messages.create`, which
    walks through every body by its types and makes objects of every answer; ours are JSON on both sides, and
    handed over as such. The address is given whole, since joining it to the base takes a tenth of a call.
    """

    instant = False

    def __init__(self, api_key: str) -> None:
        self._api_key = api_key
        self._client = anthropic.AsyncAnthropic(
            api_key=api_key, max_retries=0, timeout=None, http_client=anthropic.DefaultAioHttpClient()
        )
        self._messages_url = f"{str(self._client.base_url).rstrip('/')}/v1/messages"

    async def send(self, body: JSONBody, key: str) -> Answer:
        """Send ``POST /v1/messages``. Raises ApiError or ConnectionFault."""
        fault: ApiError | ConnectionFault
        headers = {"anthropic-version": SAMPLING_VERSION} if "temperature" in body else {}
        try:
            response = await self._client.post(
                self._messages_url,
                content=orjson.dumps(body),
                options={"headers": headers},
                cast_to=httpx2.Response,
            )
            return Answer(orjson.loads(response.content), dict(response.headers.items()))
        except (anthropic.AnthropicError, orjson.JSONDecodeError) as error:
            fault = self._fault(error)
        raise fault

    async def look_up(self, model: str) -> JSONBody | None:
        """Return ``GET /v1/models/{model}``, None where the endpoint has no such address."""
        fault: ApiError | ConnectionFault
        try:
            raw = await self._client.models.with_raw_response.retrieve(model)
            found = orjson.loads(raw.http_response.content)
            return found if isinstance(found, dict) else None
        except (anthropic.AnthropicError, orjson.JSONDecodeError) as error:
            fault = self._fault(error)
        if isinstance(fault, ApiError) and fault.status == 404 and not is_about_model(fault):
            return None
        raise fault

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    def _fault(self, error: Exception) -> ApiError | ConnectionFault:
        if isinstance(error, anthropic.APIStatusError):
            headers = dict(error.response.headers)
            return ApiError(
                error.status_code,
                self._shown(error.type),
                self._shown(error.api_message or error.response.text),
                error.error_code,
                retry_after_s(headers),
                headers,
            )
        if isinstance(error, anthropic.APIConnectionError):
            cause = "timeout" if isinstance(error, anthropic.APITimeoutError) else "connection"
            said = self._shown(error.__cause__) or "no reason given"
            sent = not isinstance(error.__cause__, NEVER_SENT)
            return ConnectionFault(cause, f"{cause} fault: {said}", sent=sent)
        return ConnectionFault("unreadable answer", "the answer is not JSON")

    def _shown(self, said: object) -> str:
        """Return a text of the API's or of a library's without the key in it."""
        text = str(said or "").replace(self._api_key, "[key]")
        return KEY_PATTERN.sub("[key]", text).strip()[:SHOWN_CHARACTERS]


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the wait an answer announces: ``retry-after-ms``, or ``retry-after`` as seconds or as a date."""
    for name, unit_s in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers[name]) * unit_s)
        except (KeyError, ValueError):
            continue
    date = email.utils.parsedate_tz(headers.get("retry-after", ""))
    return None if date is None else max(0.0, email.utils.mktime_tz(date) - time.time())
