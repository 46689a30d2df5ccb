"""What each fault means, over HTTP with the real SDK: stop, wait, try again, or put one request aside."""

import asyncio
import time
import traceback
from collections.abc import Callable, Sequence

import pytest

from scripts import errors
from scripts.claude_api_client import ClaudeAPIClient, Reply
from tests.client.conftest import KEY
from tests.client.simulation import BODY, ask_many, replies
from tests.local_api import LocalAPI

Behave = Callable[..., None]
MakeClient = Callable[..., ClaudeAPIClient]


def ask(client: ClaudeAPIClient, count: int = 1) -> list[Reply | errors.GenerationError]:
    async def asked() -> list[Reply | errors.GenerationError]:
        try:
            return await ask_many(client, count)
        finally:
            await client.aclose()

    return asyncio.run(asked())


@pytest.mark.parametrize(
    ("kind", "error", "said"),
    [
        ("bad_key", errors.BadKey, "does not accept the key"),
        ("no_permission", errors.NoPermission, "may not do that"),
        ("no_credit", errors.NoCredit, "credit balance is too low"),
        ("billing", errors.NoCredit, "billing"),
        ("workspace_limit", errors.SpendLimit, "usage limits"),
        ("spend_limit", errors.SpendLimit, "monthly spend limit"),
        ("unknown_model", errors.UnknownModel, "claude-haiku-4-5"),
    ],
)
def test_a_fault_that_will_not_go_away_stops_everything(
    kind: str, error: type[errors.StopRun], said: str, api: LocalAPI, behave: Behave, make_client: MakeClient
) -> None:
    behave(script=["", *[""] * 8, f"{kind}…"], latency_s=(0.05, 0.05))
    client = make_client(concurrency=4)
    began = time.monotonic()
    outcomes = ask(client, 60)
    assert time.monotonic() - began < 3
    assert len(replies(outcomes)) == 9
    stops = [outcome for outcome in outcomes if not isinstance(outcome, Reply)]
    assert {type(stop) for stop in stops} == {error}
    assert all(said in str(stop) and stop.hint in str(stop) for stop in stops)
    refused_at = min(entry["done"] for entry in api.log() if entry["fault"])
    assert max(entry["at"] for entry in api.log()) < refused_at + 0.1, "more was sent after the first refusal"


def test_what_is_in_flight_when_the_run_stops_comes_home(
    behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=["", "", "", "no_credit"], latency_s=(0.2, 0.2))
    outcomes = ask(make_client(concurrency=3), 30)
    assert [entry["fault"] for entry in api.log()].count("no_credit") == 1
    assert len(replies(outcomes)) == len(api.log()) - 1 >= 3


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        ("408", "request timeout"),
        ("409", "conflict"),
        ("500", "server error"),
        ("503", "server error"),
        ("504", "server error"),
        ("reset", "connection"),
        ("cut_body", "connection"),
        ("cut_json", "unreadable answer"),
        ("html", "unreadable answer"),
        ("no_usage", "unreadable answer"),
        ("never", "timeout"),
    ],
)
def test_a_transient_fault_is_repeated(
    kind: str, cause: str, behave: Behave, make_client: MakeClient
) -> None:
    behave(script=[kind, "", kind, kind, kind], retry_after_s=None)
    client = make_client(request_timeout_s=0.3, concurrency=1)
    first, second = ask(client, 2)
    assert isinstance(first, Reply)
    assert isinstance(second, Reply)
    assert (first.tries, second.tries) == (2, 4)
    assert client.metrics.retries == {cause: 4}


@pytest.mark.parametrize("max_retries", [0, 1, 3])
def test_after_its_repeats_a_request_is_set_aside_and_the_others_go_on(
    max_retries: int, behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=["", *["500"] * (max_retries + 1)])
    first, second, third = ask(make_client(max_retries=max_retries, concurrency=1), 3)
    assert isinstance(first, Reply)
    assert isinstance(second, errors.Unanswered)
    assert "500" in str(second)
    assert isinstance(third, Reply)
    assert len(api.log()) == 3 + max_retries


@pytest.mark.parametrize("kind", ["429", "529", "ramp"])
def test_a_429_or_529_uses_up_no_repeat(
    kind: str, behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=[kind] * 6, retry_after_s=0.05)
    (reply,) = ask(make_client(max_retries=0))
    assert isinstance(reply, Reply)
    assert reply.tries == 7


@pytest.mark.parametrize(
    ("announced", "least_s", "most_s"),
    [(1.5, 1.5, 2.5), (None, 0.3, 0.9), (0, 0.3, 0.9)],
    ids=["as told", "nothing told", "zero is nothing told"],
)
def test_how_long_a_429_is_waited_for(
    announced: float | None,
    least_s: float,
    most_s: float,
    behave: Behave,
    make_client: MakeClient,
    api: LocalAPI,
) -> None:
    behave(script=["", "429"], retry_after_s=announced)
    ask(make_client(retry_delays=[0.3]), 2)
    _, refused, repeated = (entry["at"] for entry in api.log())
    assert least_s <= repeated - refused < most_s


def test_a_long_announced_wait_is_said_aloud_and_capped(
    behave: Behave, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("scripts.api.sender.RETRY_AFTER_CAP_S", 0.1)
    behave(script=["503"], retry_after_s=3600)
    (reply,) = ask(make_client(notice=said.append))
    assert isinstance(reply, Reply)
    assert len(said) == 1
    assert "3600 s" in said[0]


@pytest.mark.parametrize("kind", ["invalid", "content_filter", "too_large"])
def test_an_invalid_request_before_any_success_stops_the_run(
    kind: str, behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=[kind])
    outcomes = ask(make_client(), 20)
    assert {type(outcome) for outcome in outcomes} == {errors.RefusedRequests}
    assert len(api.log()) == 1


def test_a_single_invalid_request_is_set_aside_with_the_apis_words(
    behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=["", "content_filter", "", "content_filter", "content_filter"])
    outcomes = ask_each_with_words_of_its_own(make_client(concurrency=1), 8)
    refused = [outcome for outcome in outcomes if not isinstance(outcome, Reply)]
    assert [type(outcome) for outcome in refused] == [errors.InvalidRequest] * 3
    assert "Output blocked by content filtering policy" in str(refused[0])
    assert len(api.log()) == 8


def test_three_invalid_requests_in_a_row_stop_the_run(
    behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=["", "invalid…"])
    outcomes = ask_each_with_words_of_its_own(make_client(concurrency=1), 8)
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [Reply, errors.InvalidRequest, errors.InvalidRequest, *[errors.RefusedRequests] * 5]
    assert len(api.log()) == 4


def test_the_same_invalid_request_tried_again_counts_once(behave: Behave, make_client: MakeClient) -> None:
    behave(script=["", "invalid…"])
    outcomes = ask(make_client(concurrency=1), 8)
    assert [type(outcome) for outcome in outcomes] == [Reply, *[errors.InvalidRequest] * 7]


def ask_each_with_words_of_its_own(
    client: ClaudeAPIClient, count: int
) -> Sequence[Reply | errors.GenerationError]:
    async def asked() -> list[Reply | errors.GenerationError]:
        outcomes: list[Reply | errors.GenerationError] = []
        for number in range(count):
            try:
                outcomes.append(await client.ask({**BODY, "system": str(number)}))
            except errors.GenerationError as error:
                outcomes.append(error)
        await client.aclose()
        return outcomes

    return asyncio.run(asked())


@pytest.mark.parametrize("kind", ["500", "429", "529", "never", "reset"])
def test_a_lasting_outage_stops_the_run(kind: str, behave: Behave, make_client: MakeClient) -> None:
    behave(script=["", f"{kind}…"], retry_after_s=0.2)
    client = make_client(give_up_after_s=1, request_timeout_s=0.3, max_retries=1_000, retry_delays=[0.1])
    outcomes = ask(client, 40)
    assert isinstance(outcomes[0], Reply)
    assert {type(outcome) for outcome in outcomes[1:]} == {errors.Outage}
    assert "no success for" in str(outcomes[1])


def test_a_wait_longer_than_one_would_wait_is_an_outage_at_once(
    behave: Behave, make_client: MakeClient
) -> None:
    behave(script=["429"], retry_after_s=3600)
    (outcome,) = ask(make_client())
    assert isinstance(outcome, errors.Outage)
    assert "3600 s" in str(outcome)


def test_nobody_there_is_an_outage_that_costs_nothing(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    client = make_client(give_up_after_s=0.2, max_retries=1_000)
    (outcome,) = ask(client)
    assert isinstance(outcome, errors.Outage)
    assert client.budget.spent_usd == 0


def test_a_request_that_had_an_answer_is_not_sent_again(
    behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    rates = dict.fromkeys(("429", "500", "529", "reset", "cut_json"), 0.05)
    behave(faults=rates, seed=3, requests_per_minute=60_000, retry_after_s=0.1, latency_s=(0, 0.05))
    outcomes = ask(make_client(max_retries=8), 150)
    assert len(replies(outcomes)) == 150
    assert sum(entry["fault"] == "" for entry in api.log()) == 150


# The key


@pytest.mark.parametrize("kind", ["bad_key", "500", "html", "reset"])
def test_the_key_is_in_no_error_and_no_traceback(
    kind: str, behave: Behave, make_client: MakeClient, capfd: pytest.CaptureFixture[str]
) -> None:
    behave(script=[f"{kind}…"])
    client = make_client(max_retries=1)
    (outcome,) = ask(client)
    assert isinstance(outcome, errors.GenerationError)
    written = "".join(traceback.format_exception(outcome)) + repr(outcome) + repr(client)
    assert KEY not in written + "".join(capfd.readouterr())


def test_an_error_text_of_the_api_is_shown_without_the_key(behave: Behave, make_client: MakeClient) -> None:
    behave(script=["bad_key"])
    (outcome,) = ask(make_client())
    assert "Bearer [key]" in str(outcome)


# The model look-up


async def checked(client: ClaudeAPIClient) -> None:
    try:
        await client.check_model()
    finally:
        await client.aclose()


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        ({"keys": ["another"]}, errors.BadKey),
        ({"models": ["claude-haiku-5-5"]}, errors.UnknownModel),
        ({"retired": ["claude-haiku-4-5"]}, errors.UnknownModel),
    ],
    ids=["wrong key", "unknown model", "retired meanwhile"],
)
def test_key_and_model_are_proven_before_anything_is_spent(
    behaviour: dict[str, object],
    error: type[errors.StopRun],
    behave: Behave,
    make_client: MakeClient,
    api: LocalAPI,
) -> None:
    behave(**behaviour)
    client = make_client()
    with pytest.raises(error):
        asyncio.run(checked(client))
    assert (api.look_ups, api.log()) == (1, [])


@pytest.mark.parametrize("model_look_up", [True, False], ids=["with a look-up", "without"])
def test_a_server_without_a_look_up_is_no_error(
    model_look_up: bool, behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(model_look_up=model_look_up)
    asyncio.run(checked(make_client()))
    assert api.log() == []


def test_an_unknown_model_is_named_with_what_to_use(behave: Behave, make_client: MakeClient) -> None:
    client = make_client(model="claude-haiku-9")
    with pytest.raises(errors.UnknownModel, match=r"'claude-haiku-9'; use --model claude-haiku-4-5"):
        asyncio.run(checked(client))


def test_a_model_that_is_gone_is_not_recommended(behave: Behave, make_client: MakeClient) -> None:
    behave(retired=["claude-haiku-4-5"])
    with pytest.raises(errors.UnknownModel, match=r"'claude-haiku-4-5'; use --model claude-haiku-5-5$"):
        asyncio.run(checked(make_client()))


# Stopping on demand


def test_on_demand_nothing_more_is_sent_and_nobody_waits(
    behave: Behave, make_client: MakeClient, api: LocalAPI
) -> None:
    behave(script=["", "", "500"], latency_s=(0.3, 0.3), retry_after_s=None)
    client = make_client(concurrency=2, retry_delays=[60])

    async def stopped() -> list[Reply | errors.GenerationError]:
        asking = asyncio.create_task(ask_many(client, 10))
        await asyncio.sleep(0.8)
        client.stop(errors.StopRun("enough"))
        outcomes = await asking
        await client.aclose()
        return outcomes

    began = time.monotonic()
    outcomes = asyncio.run(stopped())
    assert time.monotonic() - began < 2
    assert len(replies(outcomes)) == len(api.log()) - 1
    assert {str(outcome) for outcome in outcomes if not isinstance(outcome, Reply)} == {"enough"}
