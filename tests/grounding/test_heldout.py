"""Replies written without sight of the check: what is faithful passes, what is corrupted in one way fails.

Each entry has the dialogue, the reply, its class, and what a corrupted one has wrong; in the third to
sixth set, by five, nine, eight and four hands, `calls` may be the name of a list in
``heldout_*_results.json``. The sets were measured before anything was mended for them; they stand here so
that nothing gets worse.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.validator import validate_record

HERE = Path(__file__).parent
Entries = list[dict[str, Any]]


def read(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


RESULTS = {
    name: calls
    for number in ("third", "fourth", "fifth", "sixth")
    for name, calls in read(f"heldout_{number}_results").items()
}


def with_calls(turn: dict[str, Any]) -> dict[str, Any]:
    calls = turn["calls"]
    return turn | {"calls": RESULTS[calls] if isinstance(calls, str) else calls}


def entries_of(name: str) -> Entries:
    return [
        with_calls(entry) | {"earlier": [with_calls(turn) for turn in entry.get("earlier", ())]}
        for entry in read(name)
    ]


FAITHFUL = {
    "first": entries_of("heldout_faithful"),
    "second": entries_of("heldout_second_faithful"),
    "third": entries_of("heldout_third_faithful"),
    "fourth": entries_of("heldout_fourth_faithful"),
    "fifth": entries_of("heldout_fifth_faithful"),
    "sixth": entries_of("heldout_sixth_faithful"),
}
CORRUPTED = {
    "first": entries_of("heldout_corrupted"),
    "second": entries_of("heldout_second_corrupted"),
    "third": entries_of("heldout_third_corrupted"),
    "fourth": entries_of("heldout_fourth_corrupted"),
    "fifth": entries_of("heldout_fifth_corrupted"),
    "sixth": entries_of("heldout_sixth_corrupted"),
}

LEAST_RIGHT = {
    "first": 0.98,
    "second": 0.97,
    "third": 0.98,
    "fourth": 0.96,
    "fifth": 0.96,
    "sixth": 0.93,
}

FIGURE = re.compile(r"(?<![\d.,-])-?\d+(?:\.\d+)?(?=\s?(?:°C|°F|%|km/h|mph|knots))")
STEPS = (37, -43, 23, 51)
"""How far a figure is moved; the first that lands on nothing given nor near it is taken."""


def messages(turns: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield {"role": "system", "content": "You are Weatherman."}
    calls = 0
    for turn in turns:
        yield {"role": "user", "content": turn["user"]}
        for call in turn["calls"]:
            calls += 1
            function = {"name": call["name"], "arguments": json.dumps(call["arguments"])}
            identifier = f"call{calls:05}"
            called = [{"id": identifier, "type": "function", "function": function}]
            yield {"role": "assistant", "content": None, "tool_calls": called}
            yield {"role": "tool", "tool_call_id": identifier, "content": json.dumps(call["result"])}
        yield {"role": "assistant", "content": turn["reply"]}


def codes(entry: dict[str, Any], reply: str | None = None) -> set[str]:
    last = {"user": entry["user"], "calls": entry["calls"], "reply": reply or entry["reply"]}
    record = {"messages": list(messages([*entry.get("earlier", []), last]))}
    return {finding.code for finding in validate_record(record)}


def moved_figures(entry: dict[str, Any]) -> Iterator[str]:
    """The reply with one figure moved far from everything given, once for each figure."""
    given = [
        float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", json.dumps([entry["calls"], entry.get("earlier")]))
    ]
    given += [float(n) for n in re.findall(r"\d+(?:\.\d+)?", entry["user"])]
    reply = entry["reply"]
    for found in FIGURE.finditer(reply):
        unit = reply[found.end() :].lstrip()[:1]
        low, high = {"%": (0, 100), "°": (-99, 199)}.get(unit, (0, 199))
        candidates = (round(float(found[0]) + step) for step in STEPS)
        for new in candidates:
            if low <= new <= high and all(abs(new - value) > 6 for value in given):
                yield f"{reply[: found.start()]}{new}{reply[found.end() :]}"
                break


@pytest.mark.parametrize("name", FAITHFUL)
def test_faithful_replies_pass(name):
    refused = [entry["id"] for entry in FAITHFUL[name] if codes(entry)]
    assert len(refused) <= (1 - LEAST_RIGHT[name]) * len(FAITHFUL[name]), refused


@pytest.mark.parametrize("name", CORRUPTED)
def test_replies_corrupted_in_one_way_fail(name):
    passed = [entry["id"] for entry in CORRUPTED[name] if not codes(entry)]
    assert len(passed) <= (1 - LEAST_RIGHT[name]) * len(CORRUPTED[name]), passed


@pytest.mark.parametrize("name", CORRUPTED)
def test_a_corrupted_reply_fails_for_what_it_says_and_nothing_else(name):
    others = {code for entry in CORRUPTED[name] for code in codes(entry)}
    assert others <= {"grounding_failure", "missing_tool_call"}


@pytest.mark.parametrize(
    ("name", "least"), [("first", 300), ("second", 100), ("third", 500), ("fourth", 300)]
)
def test_a_stated_figure_that_follows_from_nothing_fails(name, least):
    moved = [(entry["id"], reply) for entry in FAITHFUL[name] for reply in moved_figures(entry)]
    entries = {entry["id"]: entry for entry in FAITHFUL[name]}
    passed = [(each, reply) for each, reply in moved if not codes(entries[each], reply)]
    assert len(moved) > least
    assert len(passed) <= (1 - LEAST_RIGHT[name]) * len(moved), passed


@pytest.mark.parametrize("entries", [*FAITHFUL.values(), *CORRUPTED.values()])
def test_each_entry_is_written_once(entries):
    replies = [(entry["reply"], json.dumps(entry["calls"])) for entry in entries]
    assert len(set(replies)) == len(replies) >= 150
