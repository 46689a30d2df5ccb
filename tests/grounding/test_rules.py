"""A rule that is asked only about replies with certain words is silent about all others."""

import pytest

from scripts.grounding import check as checked
from scripts.grounding import check_grounding
from scripts.grounding.context import triggers_of
from tests.grounding.tables import dialogue_of, entries

TOLD_BY = [(rule, triggers) for rule in checked._RULES if (triggers := triggers_of(rule)) is not None]


@pytest.fixture(scope="module")
def contexts():
    """Every reply of the tables, read for checking."""
    found = []
    judge = checked.judge

    def remember(context):
        found.append(context)
        return judge(context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked, "judge", remember)
        for entry in (*entries("faithful*.json"), *entries("corrupted*.json")):
            check_grounding(dialogue_of(entry))
    return found


@pytest.mark.parametrize(("rule", "triggers"), TOLD_BY, ids=[rule.__name__ for rule, _ in TOLD_BY])
def test_a_rule_says_nothing_of_a_reply_without_any_of_its_words(rule, triggers, contexts):
    without = [context for context in contexts if triggers not in context.text.places]
    assert without
    assert not any(judgement for context in without for judgement in rule(context))
