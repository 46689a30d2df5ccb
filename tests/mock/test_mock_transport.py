"""The mock in the network's place: what `--mock-faults` deals, and how each fault looks to the client."""

import asyncio
import json
from collections import Counter
from typing import Any

import pytest

from scripts.api.transport import Answer, ApiError
from scripts.mock_claude import respond
from scripts.mock_transport import REPEATED, MockTransport, mock_faults
from scripts.prompts import write_request
from tests.writing.plans import leeds_forecast

BODY = write_request(leeds_forecast()).body("claude-haiku-4-5")


def sent(transport: MockTransport, key: str = "1:1:1", body: dict[str, Any] = BODY) -> Answer:
    return asyncio.run(transport.send(body, key))


def text_of(answer: Answer) -> str:
    return "".join(block["text"] for block in answer.body["content"])


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("", {}),
        ("bad_json=0.05", {"bad_json": 0.05}),
        ("429=0.02, 529=0.02", {"429": 0.02, "529": 0.02}),
        (
            "cut=0.5,refusal=0.25,wrong_figure=0,repeat=0.25",
            {"cut": 0.5, "refusal": 0.25, "wrong_figure": 0.0, "repeat": 0.25},
        ),
    ],
)
def test_rates_are_read(text: str, rates: dict[str, float]) -> None:
    assert mock_faults(text) == rates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("500=0.1", "'500' is no fault of the mock"),
        ("cut", "'cut' has no rate"),
        ("cut=often", "'cut=often' has no rate"),
        ("cut=1.01", "the rate of cut is 1.01; it can be 0 to 1"),
        ("cut=nan", "the rate of cut is nan"),
        ("cut=0.6,refusal=0.5", "add up to more than 1"),
        ("cut=0.1,cut=0.1", "'cut' is named twice"),
    ],
)
def test_rates_that_cannot_be_are_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        mock_faults(text)


def test_without_faults_it_is_the_mock() -> None:
    answer = sent(MockTransport({}, 42))
    assert answer.body == respond(BODY)
    assert answer.headers["request-id"].startswith("req_")
    assert MockTransport.instant


def test_faults_are_dealt_at_their_rates_by_seed_and_place_in_the_run() -> None:
    def outcomes(seed: int) -> list[str]:
        transport = MockTransport({"429": 0.1, "529": 0.2}, seed)
        dealt = []
        for number in range(1000):
            try:
                sent(transport, f"{number}:1:1", {})
                dealt.append("")
            except ApiError as error:
                dealt.append(str(error.status))
        return dealt

    first = outcomes(1)
    assert first == outcomes(1)
    assert first != outcomes(2)
    counts = Counter(first)
    assert 70 <= counts["429"] <= 130
    assert 160 <= counts["529"] <= 240


@pytest.mark.parametrize(
    ("fault", "status", "type_"), [("429", 429, "rate_limit_error"), ("529", 529, "overloaded_error")]
)
def test_refusals_of_the_server_are_the_clients_own_errors(fault: str, status: int, type_: str) -> None:
    with pytest.raises(ApiError) as raised:
        sent(MockTransport({fault: 1.0}, 42))
    assert (raised.value.status, raised.value.type) == (status, type_)


def test_bad_json_does_not_parse() -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(text_of(sent(MockTransport({"bad_json": 1.0}, 42))))


def test_a_cut_text_says_so() -> None:
    answer = sent(MockTransport({"cut": 1.0}, 42))
    assert answer.body["stop_reason"] == "max_tokens"
    assert json.dumps(json.loads(text_of(sent(MockTransport({}, 42)))), ensure_ascii=False)
    assert len(text_of(answer)) < len(text_of(sent(MockTransport({}, 42))))


def test_a_refusal_has_no_text() -> None:
    answer = sent(MockTransport({"refusal": 1.0}, 42))
    assert (answer.body["stop_reason"], answer.body["content"]) == ("refusal", [])


@pytest.mark.parametrize("fault", ["wrong_figure", "repeat"])
def test_a_spoilt_reply_keeps_its_shape(fault: str) -> None:
    good = json.loads(text_of(sent(MockTransport({}, 42))))
    spoilt = json.loads(text_of(sent(MockTransport({fault: 1.0}, 42))))
    assert spoilt["user_1"] == good["user_1"]
    assert spoilt["reply_1"] != good["reply_1"]
    assert spoilt["reply_1"].endswith(REPEATED) is (fault == "repeat")


@pytest.mark.parametrize("fault", ["bad_json", "cut", "refusal", "wrong_figure", "repeat"])
def test_requests_of_somebody_else_can_be_spoilt_too(fault: str) -> None:
    assert sent(MockTransport({fault: 1.0}, 42), body={"messages": []}).body["type"] == "message"


def test_there_is_no_look_up() -> None:
    assert asyncio.run(MockTransport({}, 42).look_up("any")) is None
