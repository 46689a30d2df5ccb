"""Replies written without sight of the check: what is faithful passes, what is corrupted in one way fails."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.grounding.heldout import CORRUPTED, FAITHFUL, codes

LEAST_RIGHT = {
    "first": 0.98,
    "second": 0.97,
    "third": 0.98,
    "fourth": 0.96,
    "fifth": 0.96,
    "sixth": 0.93,
    "seventh": 0.9,
    "eighth": 0.92,
    "ninth": 0.84,
}

FIGURE = re.compile(r"(?<![\d.,-])-?\d+(?:\.\d+)?(?=\s?(?:°C|°F|%|km/h|mph|knots))")
STEPS = (37, -43, 23, 51)
"""How far a figure is moved; the first that lands on nothing given nor near it is taken."""


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
