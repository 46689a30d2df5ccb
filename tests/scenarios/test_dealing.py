"""Shares hold at every prefix, and a number's hand depends on nothing but seed and shares."""

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.scenario import PersonaName, ScenarioName
from scripts.scenarios.dealing import Dealer, check_shares
from tests.scenarios.conftest import PERSONAS, SCENARIOS

ONE_AND_A_HALF = 1.5
TWO = 2.0


def dealer(
    seed: int,
    personas: Mapping[PersonaName, float] = PERSONAS,
    scenarios: Mapping[ScenarioName, float] = SCENARIOS,
) -> Dealer:
    kinds = {(p, s): {f"{s} {n}": 0.25 for n in range(4)} for p in personas for s in scenarios}
    return Dealer(seed, personas, scenarios, kinds)


def assert_balanced(
    dealer: Dealer, count: int, personas: Mapping[PersonaName, float], scenarios: Mapping[ScenarioName, float]
) -> None:
    dealt: Counter[object] = Counter()
    for number in range(1, count + 1):
        hand = dealer.hand(number)
        dealt.update((hand.persona, hand.scenario, (hand.persona, hand.scenario)))
        for shares in (personas, scenarios):
            for name, share in shares.items():
                assert abs(dealt[name] - number * share) <= ONE_AND_A_HALF, (number, name)
        for persona, of_persona in personas.items():
            for scenario, of_scenario in scenarios.items():
                owed = number * of_persona * of_scenario
                assert abs(dealt[persona, scenario] - owed) <= TWO, (number, persona, scenario)


@pytest.mark.parametrize("seed", [0, 1, 42, 2026])
def test_every_prefix_is_balanced(seed):
    assert_balanced(dealer(seed), 400, PERSONAS, SCENARIOS)


def test_balance_holds_across_the_blocks_in_which_hands_are_dealt():
    assert_balanced(dealer(7), 2500, PERSONAS, SCENARIOS)


@st.composite
def shares(draw: st.DrawFn, names: list[str]) -> dict[str, float]:
    weights = [draw(st.integers(0, 20)) for _ in names]
    if not sum(weights):
        weights[0] = 1
    return {name: weight / sum(weights) for name, weight in zip(names, weights, strict=True)}


@settings(max_examples=30, deadline=None)
@given(shares(list(PERSONAS)), shares(list(SCENARIOS)), st.integers(0, 9999))
def test_any_shares_are_balanced(personas, scenarios, seed):
    assert_balanced(dealer(seed, personas, scenarios), 250, personas, scenarios)


def test_a_share_of_nothing_is_never_dealt():
    made = dealer(3, {"neutral": 1.0, "twain": 0.0, "franklin": 0.0})
    assert {made.hand(number).persona for number in range(1, 300)} == {"neutral"}


def test_finer_kinds_are_dealt_in_their_share_too():
    made = dealer(5)
    dealt = Counter(made.hand(number).kind for number in range(1, 1001))
    for scenario, share in SCENARIOS.items():
        for n in range(4):
            assert abs(dealt[f"{scenario} {n}"] - 1000 * share / 4) <= 3


def test_a_hand_is_the_same_whatever_was_dealt_before():
    in_order = dealer(11)
    forward = {number: in_order.hand(number) for number in range(1, 3201)}
    for number in (3200, 1, 1001, 999, 137, 2000):
        assert dealer(11).hand(number) == forward[number]


def test_seeds_deal_differently():
    one, other = dealer(1), dealer(2)
    assert [one.hand(n) for n in range(1, 60)] != [other.hand(n) for n in range(1, 60)]


def test_index_counts_the_earlier_hands_of_a_kind():
    made = dealer(9)
    seen: Counter[str] = Counter()
    for number in range(1, 1500):
        hand = made.hand(number)
        assert hand.earlier == seen[hand.kind]
        seen[hand.kind] += 1


@pytest.mark.parametrize(
    ("given_shares", "complaint"),
    [
        ({"a": 0.5, "b": 0.4}, "add up to 0.9"),
        ({"a": 0.5, "b": 0.6}, "add up to 1.1"),
        ({"a": 1.2, "b": -0.2}, "between 0 and 1"),
        ({"a": float("nan"), "b": 0.5}, "between 0 and 1"),
        ({}, "add up to 0"),
        ({"a": 0.5, "poe": 0.5}, "no persona poe; there are a, b, c"),
    ],
)
def test_shares_that_are_none_are_refused(given_shares, complaint):
    with pytest.raises(ValueError, match=complaint):
        check_shares(given_shares, "persona", "abc")


def test_shares_may_miss_one_by_rounding():
    check_shares({"a": 0.1, "b": 0.2, "c": 0.7000000001}, "persona", "abc")


def test_numbers_begin_at_one():
    with pytest.raises(ValueError, match="numbered from 1"):
        dealer(1).hand(0)
