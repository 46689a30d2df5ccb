"""When replies are handed over: after their slots are filled again, together, and never late."""

import asyncio

import pytest

from scripts.claude_api_client import ClaudeAPIClient
from tests.client.simulation import BODY, JumpingLoop, SimulatedAPI, run
from tests.local_api import Behaviour


async def handed_over_at(
    api: SimulatedAPI, count: int, work_s: float = 0.0, **settings: float
) -> list[float]:
    """Ask `count` times at once; return when each reply came, to a caller that then works for `work_s`."""
    client = ClaudeAPIClient(transport=api, **{"rate_limit_delay": 0, **settings})  # type: ignore[arg-type]
    loop = asyncio.get_running_loop()
    assert isinstance(loop, JumpingLoop)

    async def ask() -> float:
        await client.ask(dict(BODY))
        at = loop.time()
        loop.jump(work_s)
        return at

    return await asyncio.gather(*(ask() for _ in range(count)))


def test_slots_are_filled_again_before_replies_are_worked_on() -> None:
    api = SimulatedAPI(Behaviour(latency_s=(1, 1)))
    run(handed_over_at(api, 41, work_s=0.01, concurrency=10, rate_limit_delay=0.005))
    assert [again - start for start, again in zip(api.starts[1:], api.starts[11:], strict=False)] == (
        pytest.approx([1] * 30)
    )


def test_replies_that_keep_coming_are_handed_over_together_and_soon() -> None:
    api = SimulatedAPI(Behaviour(latency_s=(1, 1)))
    handed_over = run(handed_over_at(api, 600, concurrency=200, rate_limit_delay=0.01))[:400]
    came = [start + 1 for start in api.starts[:400]]
    held_s = [after - before for before, after in zip(came, handed_over, strict=True)]
    assert min(held_s) >= 0
    assert max(held_s) <= 0.5
    assert len(set(handed_over)) < 20


@pytest.mark.parametrize(("count", "concurrency"), [(1, 1), (3, 1), (50, 10)])
def test_replies_wait_for_nothing_once_all_is_sent(count: int, concurrency: int) -> None:
    api = SimulatedAPI(Behaviour(latency_s=(1, 1)))
    handed_over = run(handed_over_at(api, count, concurrency=concurrency, rate_limit_delay=0.005))
    assert handed_over[-concurrency:] == pytest.approx([start + 1 for start in api.starts[-concurrency:]])
