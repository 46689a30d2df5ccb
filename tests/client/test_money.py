"""Money: prices from `usage`, worst cases that hold, a budget that is never exceeded."""

import asyncio
import math
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.api.transport import ApiError, ConnectionFault
from scripts.claude_api_client import ClaudeAPIClient, Reply
from scripts.errors import BudgetReached, Outage, Unanswered
from scripts.models import MODELS, Model
from scripts.money import WORST_EXTRA_INPUT_TOKENS, cost_usd, worst_cost_usd
from tests.client.simulation import BODY, SimulatedAPI, ask_many, replies, run
from tests.local_api import Behaviour

HAIKU_4_5, HAIKU_5_5 = MODELS["claude-haiku-4-5"], MODELS["claude-haiku-5-5"]


@pytest.mark.parametrize(
    ("model", "usage", "usd"),
    [
        (HAIKU_4_5, {"input_tokens": 1_500, "output_tokens": 900}, 0.006),
        (HAIKU_5_5, {"input_tokens": 1_500, "output_tokens": 900}, 0.0006),
        (HAIKU_4_5, {"input_tokens": 0, "output_tokens": 0}, 0.0),
        (HAIKU_4_5, {"input_tokens": 1, "cache_read_input_tokens": 1_000_000, "output_tokens": 0}, 0.100001),
        (HAIKU_4_5, {"input_tokens": 0, "cache_creation_input_tokens": 1_000_000}, 1.25),
        (HAIKU_4_5, {"input_tokens": 10, "output_tokens": None}, 0.00001),
        (HAIKU_5_5, {"input_tokens": 100_000, "output_tokens": 0}, 0.01),
        (HAIKU_5_5, {"input_tokens": 100_001, "output_tokens": 0}, 0.0500005),
        (Model("a-model-of-ones-own"), {"input_tokens": 1_500, "output_tokens": 900}, 0.0),
    ],
)
def test_cost_follows_from_usage(model: Model, usage: dict[str, Any], usd: float) -> None:
    assert cost_usd(usage, model) == pytest.approx(usd)


def test_the_worst_case_is_a_token_a_byte_and_all_of_max_tokens() -> None:
    worst = worst_cost_usd(body_bytes=2_000, max_tokens=600, model=HAIKU_4_5)
    assert worst == pytest.approx((2_000 + WORST_EXTRA_INPUT_TOKENS + 5 * 600) / 1_000_000)


class Ledger:
    """Bookings that remember, with what earlier runs spent."""

    def __init__(self, spent_usd: float = 0.0) -> None:
        self.earlier_usd = spent_usd
        self.opened: list[float] = []
        self.closed: dict[int, tuple[float, str]] = {}

    def spent_usd(self) -> float:
        return self.earlier_usd

    def open(self, worst_usd: float) -> int:
        self.opened.append(worst_usd)
        return len(self.opened) - 1

    def close(self, booking: int, usd: float, cause: str) -> None:
        assert booking not in self.closed
        self.closed[booking] = (usd, cause)


FAULTS = (
    None,
    ApiError(500, "api_error", "out of order"),
    ApiError(429, "rate_limit_error", "slow", retry_after_s=1),
    ApiError(529, "overloaded_error", "Overloaded"),
    ConnectionFault("connection", "reset"),
    ConnectionFault("connection", "refused", sent=False),
)


@given(
    max_cost=st.floats(0.0001, 0.2),
    earlier=st.floats(0, 0.1),
    concurrency=st.integers(1, 40),
    dearest=st.integers(1, 600),
    faults=st.lists(st.sampled_from(FAULTS), min_size=1, max_size=12),
    seed=st.integers(0, 99),
)
@settings(max_examples=50, deadline=None)
def test_the_budget_is_never_exceeded(
    max_cost: float,
    earlier: float,
    concurrency: int,
    dearest: int,
    faults: list[Exception | None],
    seed: int,
) -> None:
    def usage(body: dict[str, Any], rng: random.Random) -> tuple[int, int]:
        return rng.randint(1, 1_100), rng.randint(1, dearest)

    behaviour = Behaviour(seed=seed, latency_s=(0, 3))
    api = SimulatedAPI(behaviour, usage=usage, fault=lambda number: faults[number % len(faults)])
    ledger = Ledger(earlier)
    client = ClaudeAPIClient(
        transport=api,
        bookings=ledger,
        max_cost=max_cost,
        concurrency=concurrency,
        rate_limit_delay=0,
        give_up_after_s=20,
    )
    run(ask_many(client, 40))
    billed = sum((given + 5 * made) / 1e6 for given, made in api.billed)
    booked = sum(usd for usd, _ in ledger.closed.values())
    assert len(ledger.closed) == len(ledger.opened) == len(api.starts)
    assert billed <= booked + 1e-12
    assert earlier + booked <= max(max_cost, earlier) + 1e-12
    assert client.budget.spent_usd == pytest.approx(earlier + booked)
    assert client.metrics.cost_usd == pytest.approx(booked)


def test_a_server_that_counts_more_than_a_token_a_byte_is_believed() -> None:
    api = SimulatedAPI(usage=lambda body, rng: (50_000, 600))
    client = ClaudeAPIClient(transport=api, max_cost=1.0, concurrency=50, rate_limit_delay=0)
    outcomes = run(ask_many(client, 60))
    assert len(replies(outcomes)) == len(api.starts) == math.floor(1.0 / 0.053)
    assert client.budget.spent_usd <= 1.0


def test_a_budget_is_used_to_the_last_request_that_surely_fits() -> None:
    api = SimulatedAPI(Behaviour(latency_s=(1, 1)), usage=lambda body, rng: (400, 200))
    client = ClaudeAPIClient(transport=api, max_cost=0.1, concurrency=16, rate_limit_delay=0)
    outcomes = run(ask_many(client, 200))
    assert client.budget.spent_usd + worst_cost_usd(120, 600, HAIKU_4_5) > 0.1
    stop = next(outcome for outcome in outcomes if isinstance(outcome, BudgetReached))
    assert str(stop) == "stopped at $0.10 of $0.10; raise --max-cost to go on"


def test_what_a_budget_pays_for_are_the_first_requests_whatever_they_cost() -> None:
    api = SimulatedAPI(Behaviour(latency_s=(1, 3)), usage=lambda body, rng: (400, 200))
    client = ClaudeAPIClient(transport=api, max_cost=0.06, concurrency=16, rate_limit_delay=0)

    async def ask() -> list[object]:
        bodies = [{**BODY, "max_tokens": 2_000 if number % 5 == 4 else 300} for number in range(60)]
        return list(await asyncio.gather(*map(client.ask, bodies), return_exceptions=True))

    paid = [isinstance(outcome, Reply) for outcome in run(ask())]
    assert 20 < paid.index(False) < 60
    assert not any(paid[paid.index(False) :])


@pytest.mark.parametrize(
    ("fault", "cause", "costs"),
    [
        (None, "answered", "usage"),
        (ApiError(500, "api_error", "out of order"), "server error", "nothing"),
        (ApiError(429, "rate_limit_error", "slow", retry_after_s=1), "rate limit", "nothing"),
        (ConnectionFault("connection", "refused", sent=False), "connection", "nothing"),
        (ConnectionFault("connection", "reset"), "connection", "worst case"),
        (ConnectionFault("unreadable answer", "no JSON"), "unreadable answer", "worst case"),
    ],
    ids=["answered", "500", "429", "never sent", "reset", "unreadable"],
)
def test_every_try_is_booked(fault: Exception | None, cause: str, costs: str) -> None:
    api = SimulatedAPI(fault=lambda number: fault if number == 0 else None, usage=lambda body, rng: (100, 10))
    ledger = Ledger()
    client = ClaudeAPIClient(transport=api, bookings=ledger, concurrency=1)
    run(ask_many(client, 2))
    usd = {"usage": 150 / 1e6, "nothing": 0.0, "worst case": ledger.opened[0]}[costs]
    assert ledger.closed[0][0] == pytest.approx(usd)
    assert ledger.closed[0][1] == cause
    assert {closed[1] for number, closed in ledger.closed.items() if number > 0} == {"answered"}


def test_a_request_that_is_interrupted_or_never_answered_is_booked_at_its_worst() -> None:
    ledger = Ledger()
    api = SimulatedAPI(Behaviour(latency_s=(100, 100)))
    client = ClaudeAPIClient(transport=api, bookings=ledger, max_retries=0, request_timeout_s=30)

    async def interrupted() -> None:
        asking = asyncio.create_task(client.ask(dict(BODY)))
        await asyncio.sleep(1)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        with pytest.raises(Unanswered):
            await client.ask(dict(BODY))

    run(interrupted())
    assert ledger.closed == {
        0: (ledger.opened[0], "interrupted"),
        1: (ledger.opened[1], "timeout"),
    }


def test_a_budget_needs_a_price() -> None:
    with pytest.raises(ValueError, match="--prices"):
        ClaudeAPIClient("key", model="a-model-of-ones-own", max_cost=1.0)


def test_an_outage_is_no_budget() -> None:
    api = SimulatedAPI(fault=lambda number: ApiError(503, "api_error", "down"))
    client = ClaudeAPIClient(transport=api, max_cost=0.01, max_retries=1_000)
    assert all(isinstance(outcome, Outage) for outcome in run(ask_many(client, 20)))
