"""Bytes and structures at random, for longer than a test run lasts. Not in the default run."""

import json
import random
import string
from typing import Any

import orjson
import pytest

from scripts.validator import FileCheck
from tests.validator.weather_records import (
    CURRENT,
    DAYS,
    FORECAST,
    PLACES,
    asked,
    forecast,
    geocoding,
    own,
    places_in,
)

ROUNDS = 40_000
FRAGMENTS = [
    b'"', b"\\", b"{", b"}", b"[", b"]", b":", b",", b"null", b"true", b"NaN", b"1e999", b"-", b"\\ud800",
    b"\xff", b"\\u0000", b"\n", b"\xef\xbb\xbf", b'"role":"tool"', b'"tool_calls":[]', b"[[[[[[[[",
    b"9" * 400, b"\xc2\xa0", b"\\\"", b"\xf0\x9f\x8c\xa7", b"0", b".5", b"E", b'"error":true,',
]  # fmt: skip
VALUES: list[Any] = [
    None, True, False, 0, -1, 3.5, 1e300, 10**400, "", " ", "x", "{}", "[]", "null", [], {}, [[]],
    {"a": None}, "62", "2025-11-03", "0000-00-00", "9999-12-31", "\x00", "\ud800", "🌧", float("nan"),
    float("inf"), "°C", [None] * 50, 2**70, json.loads("[" * 300 + "]" * 300),
]  # fmt: skip


def _mutate(value: Any, chance: random.Random) -> Any:
    """A copy with one value replaced, removed or doubled, at times inside a JSON string."""
    path = chance.choice(list(places_in(value)))
    if not path:
        return chance.choice(VALUES) if chance.random() < 0.05 else value
    copied = json.loads(json.dumps(value))
    owner = copied
    for step in path[:-1]:
        owner = owner[step]
    key, inner = path[-1], owner[path[-1]]
    action = chance.random()
    if isinstance(inner, str) and inner.startswith("{") and action < 0.6:
        try:
            owner[key] = json.dumps(_mutate(json.loads(inner), chance))
        except (ValueError, RecursionError):
            owner[key] = chance.choice(VALUES)
    elif action < 0.7:
        owner[key] = chance.choice(VALUES)
    elif action < 0.85:
        del owner[key]
    elif isinstance(owner, list):
        owner.insert(key, inner)
    else:
        owner["".join(chance.choices(string.printable, k=3))] = inner
    return copied


def _scramble(line: bytes, chance: random.Random) -> bytes:
    """The line with a few bytes cut, doubled or put in."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(line) + 1)
        upto = min(len(line), at + chance.randint(0, 30))
        put = chance.choice([b"", line[at:upto] * 2, chance.choice(FRAGMENTS), chance.randbytes(3)])
        line = line[:at] + put + line[upto:]
    return line


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_makes_the_validator_raise(seed):
    chance = random.Random(seed)
    good = [own(), asked(), forecast(), geocoding()]
    results: list[Any] = [{"error": True, "reason": "x"}, CURRENT, {"results": []}]
    good += [asked(result=result) for result in results]
    good += [forecast({"daily": DAYS}), geocoding(PLACES), forecast(FORECAST, units="imperial")]
    right = orjson.dumps(asked())
    for number in range(ROUNDS):
        value = chance.choice(good)
        for _ in range(chance.randint(1, 5)):
            value = _mutate(value, chance) if isinstance(value, dict | list) else value
        line = json.dumps(value, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass")
        line = _scramble(line, chance) if chance.random() < 0.5 else line
        checked = FileCheck()
        for _ in checked.records([(1, right), (2, line), (3, right)]):
            pass
        assert checked.report.total == 3, number
        assert not {1, 3} & {failure["line"] for failure in checked.report.failures}, (number, line)
