import pytest

from scripts.estimate import estimate
from scripts.models import MODELS, Model

BODY = {
    "system": "s" * 400,
    "messages": [{"role": "user", "content": "u" * 760}],
    "output_config": {
        "format": {"type": "json_schema", "schema": {"required": ["user_1", "reply_1", "reply_2"]}}
    },
}


def lines_of(model: Model, delay_s: float = 0.5, concurrency: int = 16) -> list[str]:
    return estimate([BODY, BODY], 1_000, model, MODELS, delay_s, concurrency).lines()


def test_an_estimate_follows_from_the_requests_and_says_its_basis() -> None:
    found = estimate([BODY], 1_000, MODELS["claude-haiku-4-5"], MODELS, 0.5, 16)
    characters = len(str(BODY["system"])) + 760 + len(str(BODY["output_config"]))
    assert found.characters == 1_000 * characters
    assert found.input_tokens == pytest.approx(1_000 * characters / 4)
    assert found.output_tokens == 150_000
    assert found.usd == pytest.approx((found.input_tokens + 5 * 150_000) / 1e6, rel=0.01)
    text = "\n".join(found.lines())
    assert f"{found.characters:,} characters" in text
    assert "3.0 utterances a record" in text


def test_the_other_haiku_is_named_both_ways() -> None:
    assert "--model claude-haiku-5-5: $0.1" in lines_of(MODELS["claude-haiku-4-5"])[-1]
    assert "--model claude-haiku-4-5: $1.0" in lines_of(MODELS["claude-haiku-5-5"])[-1]


def test_without_a_price_nothing_is_guessed() -> None:
    assert "price unknown" in lines_of(Model("qwen-3"))[0]


@pytest.mark.parametrize(
    ("delay_s", "concurrency", "said"),
    [(0.5, 16, "about 8 min"), (0.0, 100, "about 33 s"), (30.0, 1, "about 8.3 h"), (0.0, 1, "about 50 min")],
)
def test_the_time_is_that_of_the_pace_set(delay_s: float, concurrency: int, said: str) -> None:
    assert lines_of(MODELS["claude-haiku-4-5"], delay_s, concurrency)[0].endswith(said)
