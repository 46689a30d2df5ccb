"""Whole replies: every faithful one passes, every one corrupted in a single way fails."""

from typing import Any

import pytest

from scripts.grounding import check_grounding
from tests.grounding.tables import dialogue_of, entries

FAITHFUL = entries("faithful*.json")
CORRUPTED = entries("corrupted*.json")
HELD_OUT = entries("heldout_[cf]*.json")


def name(entry: dict[str, Any]) -> str:
    return f"{entry['id']}-{entry['class']}"


@pytest.mark.parametrize("entry", FAITHFUL, ids=name)
def test_a_faithful_reply_passes(entry):
    assert check_grounding(dialogue_of(entry)) == []


@pytest.mark.parametrize("entry", CORRUPTED, ids=name)
def test_a_corrupted_reply_fails(entry):
    assert check_grounding(dialogue_of(entry))


@pytest.mark.skipif(not HELD_OUT, reason="no held-out table")
@pytest.mark.parametrize("is_faithful", [True, False])
def test_at_least_98_of_100_held_out_replies_are_judged_rightly(is_faithful):
    table = [entry for entry in HELD_OUT if entry["faithful"] == is_faithful]
    wrong = [entry["id"] for entry in table if (check_grounding(dialogue_of(entry)) == []) != is_faithful]
    assert len(wrong) <= 2 * len(table) // 100, wrong
