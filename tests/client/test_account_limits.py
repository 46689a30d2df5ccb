"""The account's limits over HTTP with the real SDK and a real clock; `test_pace` has the many cases."""

import asyncio
import itertools
from collections.abc import Callable

import pytest

from scripts.api.reply import Reply
from scripts.claude_api_client import ClaudeAPIClient
from scripts.errors import GenerationError
from tests.client.simulation import ask_many, replies
from tests.local_api import JSONObject, LocalAPI

Behave = Callable[..., None]
MakeClient = Callable[..., ClaudeAPIClient]

LIMITS = [
    pytest.param({"requests_per_minute": 50}, {"rate_limit_delay": 0.5}, 60, 50, id="50 a minute"),
    pytest.param({"requests_per_minute": 600}, {}, 300, 600, id="600 a minute"),
    pytest.param({"requests_per_minute": 4_000}, {"concurrency": 150}, 2_000, 4_000, id="4,000 a minute"),
    pytest.param(
        {"requests_per_minute": 4_000, "output_tokens_per_minute": 3_000},
        {"concurrency": 32},
        300,
        3_000 / 4,
        id="3,000 output tokens a minute, 4 a reply",
    ),
]


def asked(client: ClaudeAPIClient, count: int) -> list[Reply | GenerationError]:
    async def asking() -> list[Reply | GenerationError]:
        outcomes = await ask_many(client, count)
        await client.aclose()
        return outcomes

    return asyncio.run(asking())


def used_per_minute(log: list[JSONObject]) -> float:
    """Return the rate of requests after the first ten."""
    return float(60 * (len(log) - 11) / (log[-1]["at"] - log[10]["at"]))


@pytest.mark.slow
@pytest.mark.parametrize("bucket_s", [60, 1], ids=["whole minute at once", "by the second"])
@pytest.mark.parametrize(("limits", "settings", "count", "per_minute"), LIMITS)
def test_over_nine_tenths_of_a_limit_are_used_and_few_requests_refused(
    limits: dict[str, int],
    settings: dict[str, float],
    count: int,
    per_minute: float,
    bucket_s: float,
    api: LocalAPI,
    behave: Behave,
    make_client: MakeClient,
) -> None:
    behave(**limits, bucket_s=bucket_s, latency_s=(0.5, 1.5))
    outcomes = asked(make_client(**settings), count)
    log = api.log()
    refused = sum(entry["status"] == 429 for entry in log)
    print(f"{used_per_minute(log) / per_minute:.1%} of {per_minute:g} used, {refused} of {len(log)} refused")
    assert len(replies(outcomes)) == count
    assert used_per_minute(log) > 0.9 * per_minute
    assert refused < 0.03 * len(log)


def test_starts_are_as_far_apart_as_set(api: LocalAPI, behave: Behave, make_client: MakeClient) -> None:
    behave(latency_s=(0, 0.2))
    asked(make_client(rate_limit_delay=0.05), 40)
    starts = [entry["at"] for entry in api.log()]
    gaps = [later - earlier for earlier, later in itertools.pairwise(starts)]
    assert sum(gaps) / len(gaps) >= 0.05
    assert starts[-1] - starts[0] < 40 * 0.05 + 1
