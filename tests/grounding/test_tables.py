"""Whole replies: every faithful one passes, every one corrupted in a single way fails."""

from typing import Any

import pytest

from scripts.grounding import check_grounding
from tests.grounding.tables import dialogue_of, entries

FAITHFUL = entries("faithful*.json")
CORRUPTED = entries("corrupted*.json")


def name(entry: dict[str, Any]) -> str:
    return f"{entry['id']}-{entry['class']}"


@pytest.mark.parametrize("entry", FAITHFUL, ids=name)
def test_a_faithful_reply_passes(entry):
    assert check_grounding(dialogue_of(entry)) == []


@pytest.mark.parametrize("entry", CORRUPTED, ids=name)
def test_a_corrupted_reply_fails(entry):
    assert check_grounding(dialogue_of(entry))
