import json
from pathlib import Path
from typing import Any

import pytest
from anthropic.resources.messages.messages import DEPRECATED_MODELS

from scripts.claude_api_client import ClaudeAPIClient
from scripts.errors import RetiredModel
from scripts.models import MODELS, RETIRED, Price, find_model, read_prices


@pytest.mark.parametrize("model", sorted(RETIRED))
def test_a_retired_model_is_refused_without_a_request(model: str) -> None:
    with pytest.raises(RetiredModel, match=rf"{model} was retired .* use --model claude-haiku-4-5"):
        ClaudeAPIClient("key", model=model)


def test_the_sdk_knows_of_the_same_retirements() -> None:
    assert RETIRED.keys() <= DEPRECATED_MODELS.keys()


def test_a_model_that_is_not_in_the_table_may_be_asked_but_has_no_price() -> None:
    assert find_model("qwen-3").price is None


@pytest.mark.parametrize("model", sorted(MODELS))
def test_batches_cost_the_half_and_cached_input_a_tenth(model: str) -> None:
    price = MODELS[model].price
    assert price is not None
    assert (price.batch_input, price.batch_output) == (price.input / 2, price.output / 2)
    assert price.cache_read == pytest.approx(price.input / 10)
    assert price.cache_write == pytest.approx(price.input * 1.25)


def written(folder: Path, table: object) -> Path:
    path = folder / "prices.json"
    path.write_text(table if isinstance(table, str) else json.dumps(table), encoding="utf-8")
    return path


def test_prices_of_ones_own_replace_those_of_the_table(tmp_path: Path) -> None:
    table = {
        "claude-haiku-5-5": {"input": 2, "output": 8, "batch_output": 3},
        "qwen-3": {"input": 0, "output": 0},
    }
    models = read_prices(written(tmp_path, table))
    assert models["claude-haiku-5-5"].price == Price(2, 8, 2.5, 0.2, 1, 3)
    assert models["claude-haiku-5-5"].extra == MODELS["claude-haiku-5-5"].extra
    assert models["qwen-3"].price == Price(0, 0, 0, 0, 0, 0)
    assert models["claude-haiku-4-5"] == MODELS["claude-haiku-4-5"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("{", "cannot be read"),
        ([], "no object of models"),
        ({}, "no object of models"),
        ({"m": {"input": 1}}, '"output" is needed'),
        ({"m": {"input": 1, "output": 2, "fee": 3}}, "'fee' is no price"),
        ({"m": {"input": -1, "output": 2}}, "input is -1"),
        ({"m": {"input": True, "output": 2}}, "input is True"),
        ({"m": {"input": "1", "output": 2}}, "input is '1'"),
        ('{"m": {"input": 1, "output": NaN}}', "output is nan"),
    ],
)
def test_what_is_wrong_with_a_price_list_is_said(tmp_path: Path, table: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_prices(written(tmp_path, table))


def test_a_price_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.json"):
        read_prices(tmp_path / "none.json")
