"""How long a record takes to validate, on one core; and the longest that a nasty line can take.

./setup_local.sh python tests/benchmarks/validator.py
"""

import json
import sys
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parents[2])

import orjson

from scripts import validator
from scripts.validation.form import MAX_SPOKEN
from scripts.validator import FileCheck, validate_record
from scripts.weather.tools import TOOLS
from tests.validator.test_validator_command import HUGE, NASTY
from tests.validator.weather_records import (
    BAY,
    CURRENT,
    REPLY,
    answer,
    asked,
    calls,
    forecast,
    geocoding,
    own,
    record,
    says,
    user,
)

ROUNDS = 400


def main() -> None:
    """Print mean times in ms."""
    records = [{**record, "tools": TOOLS} for record in (own(), asked(), forecast(), geocoding())]
    lines = [orjson.dumps(record) for record in records]
    loose = [json.dumps(record).encode() for record in records]
    print(f"{'what':<44} ms a record")
    _show("validate_record", mean_ms(lambda: _each(validate_record, records)) / len(records))
    _show("a line, as this project writes it", mean_ms(lambda: _check(lines)) / len(lines))
    _show("a line, as others write it", mean_ms(lambda: _check(loose)) / len(loose))
    _without_grounding(records)
    print(f"\n{'nasty line':<44} ms")
    large = {
        "the longest reply": asked(reply=f"{REPLY} " * (MAX_SPOKEN // 32) + "Ok."),
        "the longest reply, all figures": asked(reply=f"{REPLY} {'62 ' * (MAX_SPOKEN // 3 - 20)}ok"),
        "the longest reply, all rain": asked(reply=f"{REPLY} {'rain ' * (MAX_SPOKEN // 5 - 20)}ok"),
        "900 calls": many_calls(900),
    }
    wide = {name: orjson.dumps(value) for name, value in (HUGE | large).items()}
    for name, line in {**NASTY, **wide}.items():
        start = time.process_time()
        _check([line])
        _show(name, (time.process_time() - start) * 1000)


def many_calls(count: int) -> Any:
    """Return a record of that many calls and answers."""
    ids = [f"call{number:05}" for number in range(count)]
    pairs = ((calls((i, "get_current_weather", BAY)), answer(i, CURRENT)) for i in ids)
    return record(user(), *chain.from_iterable(pairs), says())


def _without_grounding(records: list[Any]) -> None:
    check, validator.check_grounding = validator.check_grounding, lambda dialogue: []  # type: ignore[attr-defined]
    _show(
        "validate_record but for groundedness",
        mean_ms(lambda: _each(validate_record, records)) / len(records),
    )
    validator.check_grounding = check  # type: ignore[attr-defined]


def _each(function: Callable[[Any], object], values: list[Any]) -> None:
    for value in values:
        function(value)


def _check(lines: list[bytes]) -> None:
    for _ in FileCheck().records(enumerate(lines, 1)):
        pass


def mean_ms(work: Callable[[], object]) -> float:
    """Return the mean of many runs in ms, after one to warm up."""
    work()
    start = time.process_time()
    for _ in range(ROUNDS):
        work()
    return (time.process_time() - start) * 1000 / ROUNDS


def _show(name: str, milliseconds: float) -> None:
    print(f"{name:<44} {milliseconds:8.3f}")


if __name__ == "__main__":
    main()
