"""Pace, on a simulated API and a clock that jumps: what the account allows is used, and not run into."""

import asyncio
import itertools

import pytest

from scripts.api.transport import ApiError
from scripts.claude_api_client import ClaudeAPIClient
from tests.client.simulation import BODY, SimulatedAPI, ask_many, replies, run
from tests.local_api import Behaviour


def client_of(api: SimulatedAPI, **settings: object) -> ClaudeAPIClient:
    return ClaudeAPIClient(transport=api, **{"rate_limit_delay": 0, **settings})  # type: ignore[arg-type]


def used_per_minute(api: SimulatedAPI) -> float:
    """Return the rate of requests after the first ten."""
    starts = sorted(api.starts)
    return 60 * (len(starts) - 11) / (starts[-1] - starts[10])


@pytest.mark.parametrize(
    ("per_minute", "bucket_s", "count", "concurrency", "jitter_s"),
    [
        (50, 60, 60, 16, 0.02),
        (50, 1, 60, 16, 0.02),
        (50, 0, 60, 16, 0.02),
        (600, 60, 300, 32, 0.002),
        (600, 1, 300, 32, 0.002),
        (600, 0, 300, 32, 0.002),
        (4_000, 60, 1_000, 150, 0.02),
        (4_000, 1, 1_000, 150, 0.02),
    ],
)
def test_a_limit_is_used_and_not_run_into(
    per_minute: int, bucket_s: float, count: int, concurrency: int, jitter_s: float
) -> None:
    manners = Behaviour(requests_per_minute=per_minute, bucket_s=bucket_s, latency_s=(1, 2))
    api = SimulatedAPI(manners, jitter_s)
    outcomes = run(ask_many(client_of(api, concurrency=concurrency), count))
    assert len(replies(outcomes)) == count
    assert used_per_minute(api) > 0.9 * per_minute
    assert len(api.refusals) < 0.03 * len(api.starts)


@pytest.mark.parametrize(
    ("limits", "per_minute"),
    [
        ({"output_tokens_per_minute": 10_000}, 10_000 / 200),
        ({"input_tokens_per_minute": 20_000}, 20_000 / 400),
        ({"requests_per_minute": 1_000, "output_tokens_per_minute": 40_000}, 40_000 / 200),
        ({"requests_per_minute": 60, "output_tokens_per_minute": 40_000}, 60),
    ],
    ids=["output tokens", "input tokens", "output tokens are tighter", "requests are tighter"],
)
def test_the_tightest_limit_sets_the_pace(limits: dict[str, int], per_minute: float) -> None:
    api = SimulatedAPI(Behaviour(**limits, latency_s=(1, 3)))  # type: ignore[arg-type]
    outcomes = run(ask_many(client_of(api, concurrency=32), 300))
    assert len(replies(outcomes)) == 300
    assert 0.9 * per_minute < used_per_minute(api) < 1.1 * per_minute
    assert len(api.refusals) < 0.03 * len(api.starts)


def test_a_limit_that_others_draw_on_too_is_shared() -> None:
    api = SimulatedAPI(Behaviour(requests_per_minute=50, shared=0.5, latency_s=(1, 3)))
    outcomes = run(ask_many(client_of(api), 200))
    assert len(replies(outcomes)) == 200
    assert len(api.refusals) < 0.03 * len(api.starts)


def test_one_request_goes_first_and_alone() -> None:
    api = SimulatedAPI(Behaviour(latency_s=(2, 2)))
    client = client_of(api, concurrency=8)

    async def crowd() -> None:
        await asyncio.gather(*(client.ask(dict(BODY)) for _ in range(9)))

    run(crowd())
    assert api.starts == [0] + 8 * [2]


def test_never_more_in_flight_than_asked_for() -> None:
    api = SimulatedAPI(Behaviour(latency_s=(0.5, 5)))
    client = client_of(api, concurrency=7)

    async def crowd() -> None:
        await asyncio.gather(*(client.ask(dict(BODY)) for _ in range(100)))

    run(crowd())
    assert api.most_in_flight == 7


@pytest.mark.parametrize("gap_s", [0.1, 0.5])
def test_starts_are_at_least_so_far_apart(gap_s: float) -> None:
    api = SimulatedAPI(Behaviour(latency_s=(0.3, 3)))
    run(ask_many(client_of(api, rate_limit_delay=gap_s), 60))
    starts = sorted(api.starts)
    assert min(later - earlier for earlier, later in itertools.pairwise(starts)) >= gap_s - 1e-9
    assert starts[-1] < 59 * gap_s + 8


@pytest.mark.parametrize("code", [None, "ramp_limit_exceeded"])
def test_after_a_429_everybody_waits_as_told_then_the_pace_recovers(code: str | None) -> None:
    def refuse_once(number: int) -> Exception | None:
        return ApiError(429, "rate_limit_error", "slow", code, retry_after_s=7) if number == 100 else None

    api = SimulatedAPI(Behaviour(requests_per_minute=600, latency_s=(0.5, 0.5)), fault=refuse_once)
    run(ask_many(client_of(api), 600))
    refused_at = api.starts[100] + 0.5
    later = sorted(start for start in api.starts if start > refused_at)
    assert later[0] - refused_at >= 7
    after_the_wait = sum(start < later[0] + 5 for start in later)
    recovered = sum(later[0] + 15 < start < later[0] + 20 for start in later)
    assert 25 < after_the_wait < 45 < recovered <= 50


def test_a_burst_of_429s_slows_down_once() -> None:
    def refuse_many(number: int) -> Exception | None:
        return ApiError(429, "rate_limit_error", "slow", retry_after_s=2) if 50 <= number < 80 else None

    api = SimulatedAPI(Behaviour(requests_per_minute=6_000, latency_s=(1, 1)), fault=refuse_many)
    outcomes = run(ask_many(client_of(api, concurrency=100), 1_000))
    assert len(replies(outcomes)) == 1_000
    assert max(api.starts) < 25


def test_without_headers_the_429s_themselves_tell() -> None:
    class Silent(SimulatedAPI):
        def _headers(self) -> dict[str, str]:
            return {}

    api = Silent(Behaviour(requests_per_minute=120, bucket_s=10, latency_s=(1, 2)))
    outcomes = run(ask_many(client_of(api), 300))
    assert len(replies(outcomes)) == 300
    assert used_per_minute(api) > 60
    assert len(api.refusals) < 0.2 * len(api.starts)


def test_a_529_lowers_the_concurrency_and_uses_up_no_repeat() -> None:
    def overloaded(number: int) -> Exception | None:
        return ApiError(529, "overloaded_error", "Overloaded") if 20 <= number < 120 else None

    api = SimulatedAPI(Behaviour(latency_s=(1, 1)), fault=overloaded)
    client = client_of(api, max_retries=0)
    outcomes = run(ask_many(client, 200))
    assert len(replies(outcomes)) == 200
    assert client.metrics.retries == {"overloaded": 100}
    in_the_middle = sorted(api.starts)[60:110]
    assert len(in_the_middle) / (in_the_middle[-1] - in_the_middle[0]) < 8


def test_a_storm_of_faults_lets_one_request_through_at_a_time() -> None:
    def down(number: int) -> Exception | None:
        return ApiError(503, "api_error", "down") if 20 <= number < 100 else None

    api = SimulatedAPI(Behaviour(latency_s=(0.1, 0.1)), fault=down)
    run(ask_many(client_of(api, max_retries=50), 100))
    storm = sorted(api.starts)[60:100]
    assert min(later - earlier for earlier, later in itertools.pairwise(storm)) > 0.099


@pytest.mark.parametrize(
    ("behaviour", "settings", "limited_by"),
    [
        (Behaviour(latency_s=(0.1, 0.1)), {"rate_limit_delay": 0.5}, "pace"),
        (Behaviour(requests_per_minute=60, latency_s=(0.1, 0.1)), {"rate_limit_delay": 0.5}, "account limit"),
        (Behaviour(latency_s=(5, 5)), {"concurrency": 2}, "server"),
    ],
)
def test_what_limits_the_run_is_told(
    behaviour: Behaviour, settings: dict[str, float], limited_by: str
) -> None:
    client = client_of(SimulatedAPI(behaviour), **settings)
    run(ask_many(client, 20))
    assert client.limited_by == limited_by


def test_the_mock_waits_for_nothing() -> None:
    def now_and_then(number: int) -> Exception | None:
        return ApiError(429, "rate_limit_error", "slow", retry_after_s=60) if number % 3 else None

    api = SimulatedAPI(instant=True, fault=now_and_then)
    outcomes = run(ask_many(client_of(api, rate_limit_delay=0.5), 100))
    assert len(replies(outcomes)) == 100
    assert max(api.starts) == 0
