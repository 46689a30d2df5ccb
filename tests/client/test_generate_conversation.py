"""The documented interface for plain scripts: blocking calls, over HTTP with the real SDK."""

import asyncio
import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scripts.claude_api_client import ClaudeAPIClient, Reply
from scripts.errors import BadKey, InvalidRequest, NoCredit, RefusedRequests, Unanswered
from tests.client.conftest import KEY
from tests.local_api import LocalAPI

Behave = Callable[..., None]
MakeClient = Callable[..., ClaudeAPIClient]
ROOT = Path(__file__).resolve().parents[2]


def test_a_reply_is_frozen_and_reads_as_its_text(make_client: MakeClient) -> None:
    reply = make_client().generate_conversation(prompt="Leeds?", system="Be dry.", max_tokens=100)
    assert str(reply) == reply.text == "It is dry in Leeds."
    assert (reply.stop_reason, reply.model) == ("end_turn", "claude-haiku-4-5")
    assert reply.output_tokens > 0
    assert reply.input_tokens > 0
    assert reply.request_id.startswith("req_")
    assert reply.cost_usd == pytest.approx((reply.input_tokens + 5 * reply.output_tokens) / 1e6)
    with pytest.raises(dataclasses.FrozenInstanceError):
        reply.text = "wet"  # type: ignore[misc]


def test_what_is_sent(make_client: MakeClient, api: LocalAPI) -> None:
    client = make_client()
    client.generate_conversation(prompt="Leeds?", system="Be dry.", max_tokens=100, temperature=1.0)
    client.generate_conversation(prompt="Leeds?")
    first, second = api.log()
    messages = [{"role": "user", "content": "Leeds?"}]
    assert first["body"] == {
        "model": "claude-haiku-4-5",
        "max_tokens": 100,
        "system": "Be dry.",
        "messages": messages,
    }
    assert second["body"] == {"model": "claude-haiku-4-5", "max_tokens": 4096, "messages": messages}
    assert first["headers"]["authorization"] == f"Bearer {KEY}"
    assert first["headers"]["anthropic-version"] == "2026-10-21"
    assert first["headers"]["x-stainless-retry-count"] == "0"


def test_another_temperature_is_sent_where_the_model_takes_it(make_client: MakeClient, api: LocalAPI) -> None:
    make_client().generate_conversation("Leeds?", temperature=0.3)
    (entry,) = api.log()
    assert entry["body"]["temperature"] == 0.3
    assert entry["headers"]["anthropic-version"] == "2023-06-01"


@pytest.mark.parametrize(("model", "temperature"), [("claude-haiku-5-5", 0.3), ("claude-haiku-4-5", 1.5)])
def test_a_temperature_that_the_model_does_not_take_is_a_value_error(
    model: str, temperature: float, make_client: MakeClient, api: LocalAPI
) -> None:
    with pytest.raises(ValueError, match="temperature"):
        make_client(model=model).generate_conversation("Leeds?", temperature=temperature)
    assert api.log() == []


def test_a_model_that_thinks_is_told_not_to_and_its_thinking_is_no_text(
    make_client: MakeClient, behave: Behave, api: LocalAPI
) -> None:
    behave(script=["thinking"])
    assert make_client(model="claude-haiku-5-5").generate_conversation("Leeds?").text == "It is dry in Leeds."
    assert api.log()[0]["body"]["thinking"] == {"type": "disabled"}


@pytest.mark.parametrize(
    ("kind", "stop_reason", "text", "detail"),
    [
        ("refusal", "refusal", "", "frontier_llm"),
        ("max_tokens", "max_tokens", "It is dry", ""),
        ("empty", "end_turn", "", ""),
    ],
)
def test_a_useless_answer_is_a_reply_that_tells_why(
    kind: str, stop_reason: str, text: str, detail: str, make_client: MakeClient, behave: Behave
) -> None:
    behave(script=[kind])
    reply = make_client().generate_conversation("Leeds?")
    assert (reply.stop_reason, reply.text, reply.stop_detail) == (stop_reason, text, detail)


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (["no_credit"], NoCredit),
        (["bad_key"], BadKey),
        (["invalid"], RefusedRequests),
        (["", "invalid"], InvalidRequest),
        (["", *["500"] * 4], Unanswered),
    ],
)
def test_errors_reach_the_caller(
    script: list[str], error: type[Exception], make_client: MakeClient, behave: Behave
) -> None:
    behave(script=script)
    client = make_client()
    if script[0] == "":
        client.generate_conversation("Leeds?")
    with pytest.raises(error):
        client.generate_conversation("York?")


def test_threads_may_ask_at_once(make_client: MakeClient, behave: Behave, api: LocalAPI) -> None:
    behave(latency_s=(0.05, 0.1))
    client = make_client(concurrency=8)
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(client.generate_conversation, map(str, range(50))))
    assert len(replies) == len(api.log()) == 50
    assert max(entry["in_flight"] for entry in api.log()) == 8


def test_it_works_beside_a_running_loop_and_beside_ask(make_client: MakeClient) -> None:
    client = make_client()

    async def both() -> tuple[Reply, Reply]:
        body = {"model": "claude-haiku-4-5", "max_tokens": 9, "messages": [{"role": "user", "content": "?"}]}
        first = await client.ask(body)
        second = client.generate_conversation("Leeds?")
        await client.aclose()
        return first, second

    assert [reply.text for reply in asyncio.run(both())] == ["It is dry in Leeds."] * 2
    assert client.metrics.calls == 2


def test_metrics_count_calls_not_http_requests(
    make_client: MakeClient, behave: Behave, capsys: pytest.CaptureFixture[str]
) -> None:
    behave(script=["500", "", "429", "529", "", *["500"] * 4], retry_after_s=0.01)
    client = make_client(concurrency=1)
    client.generate_conversation("Leeds?")
    client.generate_conversation("York?")
    with pytest.raises(Unanswered):
        client.generate_conversation("Hull?")
    client.print_metrics()
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    for line in ("Total Calls: 3", "Successful: 2", "Failed: 1", "Success Rate: 66.7%", "Output Tokens: 8"):
        assert line in lines
    for name in ("Input Tokens", "Total Tokens", "Avg Latency", "Cost: $0.0", "Retries: 6"):
        assert any(line.startswith(name) for line in lines)
    assert {"server error: 4", "rate limit: 1", "overloaded: 1"} <= set(lines)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("concurrency", 0),
        ("max_retries", -1),
        ("rate_limit_delay", -0.1),
        ("rate_limit_delay", float("nan")),
        ("retry_delays", [1.0, -2.0]),
        ("request_timeout_s", 0),
        ("give_up_after_s", float("inf")),
        ("max_cost", 0),
    ],
)
def test_settings_that_cannot_be_are_refused(name: str, value: object, make_client: MakeClient) -> None:
    with pytest.raises(ValueError, match="it has to be"):
        make_client(**{name: value})


def test_a_plain_script_ends_in_silence(api: LocalAPI, tmp_path: Path) -> None:
    script = tmp_path / "plain.py"
    script.write_text(
        "from scripts.claude_api_client import ClaudeAPIClient\n"
        "client = ClaudeAPIClient(rate_limit_delay=0)\n"
        "print(client.generate_conversation(prompt='Leeds?'))\n",
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "ANTHROPIC_BASE_URL": api.url,
        "ANTHROPIC_API_KEY": KEY,
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-W", "always", script], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "It is dry in Leeds.\n", "")
