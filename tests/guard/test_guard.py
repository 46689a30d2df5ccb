"""The guard: what a template is, how often a thing may stand, and that only the last records count."""

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.guard import LIMITS, Breach, Guard, features
from tests.guard.corpus import DAYS, PLACES, SKIES, asking, record, sentence, varied

Record = dict[str, Any]

GROUNDING = Path(__file__).resolve().parent.parent / "grounding"
"""Replies a person wrote for another purpose, and the results they speak of."""


def settled(guard: Guard, records: Iterable[Record]) -> list[bool]:
    """Judge records in order, accept those without a breach, and return which those are."""
    verdicts = []
    for each in records:
        compared = features(each)
        verdicts.append(not guard.judge(compared))
        if verdicts[-1]:
            guard.accept(compared)
    return verdicts


def guard_with(records: Iterable[Record], **settings: Any) -> Guard:
    guard = Guard(**settings)
    for each in records:
        guard.accept(features(each))
    return guard


def judged(guard: Guard, each: Record) -> list[Breach]:
    return guard.judge(features(each))


def around(fixed: str, number: int, where: str = "end") -> Record:
    """Return a varied record whose reply begins or ends with fixed words."""
    made = varied(number, seed=1)
    reply = made["messages"][-1]["content"]
    made["messages"][-1]["content"] = f"{fixed} {reply}" if where == "start" else f"{reply} {fixed}"
    return made


def test_varied_writing_passes() -> None:
    assert settled(Guard(), (varied(number) for number in range(1500))).count(False) <= 3


def test_hand_written_replies_pass() -> None:
    replies = json.loads((GROUNDING / "faithful.json").read_text(encoding="utf-8"))
    calls = json.loads((GROUNDING / "results.json").read_text(encoding="utf-8"))
    records = []
    for number, case in enumerate(replies):
        made = record(case["reply"], varied(number)["messages"][1]["content"], case["persona"])
        found = [json.dumps(call["result"], ensure_ascii=False) for call in calls.get(case["calls"], ())]
        made["messages"][2:-1] = [{"role": "tool", "content": content} for content in found]
        records.append(made)
    assert settled(Guard(), records).count(False) <= 0.02 * len(records)


TEMPLATES: dict[str, Callable[[random.Random, int], Record]] = {
    "a saying at the end": lambda rng, n: around("Climate is what we expect, weather is what we get.", n),
    "advice at the end": lambda rng, n: around("Keep an umbrella within arm's reach and smile.", n),
    "the same, slots filled": lambda rng, n: around(
        f"With {rng.randint(2, 30)} °C on the glass in {rng.choice(PLACES)}, pigeons think twice.", n
    ),
    "a standing opening": lambda rng, n: around("Well now, my friend,", n, "start"),
    "an opening with a place": lambda rng, n: around(
        f"Picture {rng.choice(PLACES)} for a moment:", n, "start"
    ),
    "a call to the place": lambda rng, n: around("Ah, Oslo!", n, "start"),
    "one build, other figures": lambda rng, n: record(
        f"Pack for {rng.choice(SKIES)} in {rng.choice(PLACES)}: {rng.randint(-9, 30)} °C by "
        f"{rng.choice(DAYS)} and {rng.randint(2, 60)} km/h over the rooftops.",
        varied(n, seed=2)["messages"][1]["content"],
    ),
    "nearly one text": lambda rng, n: record(
        f"Dress warmly in {rng.choice(PLACES)}: the {rng.choice(('stairs', 'docks', 'lanes'))} keep damp and "
        f"{rng.randint(2, 9)} °C does not lift it. Carry gloves, walk briskly, keep to the bakery's side, "
        f"where the {rng.choice(('ovens', 'bakers', 'rolls'))} take your part in the argument.",
        varied(n, seed=3)["messages"][1]["content"],
    ),
    "a user's message": lambda rng, n: record(
        varied(n, seed=4)["messages"][-1]["content"],
        f"my nan flies to {rng.choice(PLACES)} on {rng.choice(DAYS)}, does she want the thick cardigan?",
    ),
    "a refusal": lambda rng, n: asking(
        f"I'm afraid that lies beyond what I can see. {sentence(rng, 9)}",
        varied(n, seed=5)["messages"][1]["content"],
    ),
    "a question back": lambda rng, n: asking(
        f"{sentence(rng, 8)} Which town should I look at?", varied(n, seed=6)["messages"][1]["content"]
    ),
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_in_five_percent_is_found_and_the_rest_let_through(template: str) -> None:
    rng = random.Random(template)
    carries = [number % 20 == 7 for number in range(1000)]
    records = (
        TEMPLATES[template](rng, number) if carrier else varied(number)
        for number, carrier in enumerate(carries)
    )
    verdicts = settled(Guard(), records)
    passed = sum(verdict for verdict, carrier in zip(verdicts, carries, strict=True) if carrier)
    rejected = sum(not verdict for verdict, carrier in zip(verdicts, carries, strict=True) if not carrier)
    assert passed <= 15  # 1.5 %, of openings; 1 % of the others
    assert rejected <= 0.02 * carries.count(False)


@pytest.mark.parametrize(
    ("fixed", "where", "accepted"),
    [
        ("Mind the wooden stairs by the harbour.", "end", 8),
        ("Mind your hat:", "start", 8),
        ("It is # °C and", "start", 8),
        ("Rain, rain, go away.", "end", 1),
    ],
)
def test_in_a_small_set_the_ninth_is_one_too_many(fixed: str, where: str, accepted: int) -> None:
    records = [around(fixed.replace("#", str(number)), number, where) for number in range(12)]
    assert settled(Guard(), records).count(True) == accepted


def test_in_a_larger_set_the_share_decides() -> None:
    others = [varied(number) for number in range(1985)]
    carriers = [around("Mind the wooden stairs by the harbour.", number) for number in range(30)]
    guard = guard_with(others)
    assert settled(guard, carriers).count(True) == 20  # 1 % of 2,005


def test_a_persona_has_limits_of_its_own() -> None:
    guard = guard_with(varied(number) for number in range(2000))
    carriers = [around("Mind the wooden stairs by the harbour.", number) for number in range(30)]
    for each in carriers:
        each["tags"]["persona"] = "poet"
    assert settled(guard, carriers).count(True) == 8
    breach = judged(guard, carriers[-1])[0]
    assert breach.finding.message.startswith('"')
    assert "8 of 8 poet records" in breach.finding.message


@pytest.mark.parametrize(
    ("one", "other", "breaks"),
    [
        ("Oslo has rain, 8 °C, so take the coat.", "Lima has fog, 12 °C, so take the coat.", True),
        ("Oslo has rain, 8 °C, so take the coat.", "Oslo has rain, 8 °C, so leave the coat.", False),
        ("Twelve degrees on Monday, gloves then.", "Thirty-two degrees on Sunday, gloves then.", True),
        ("Twelve degrees on Monday, gloves then.", "Gloves then, twelve degrees on Monday.", False),
        ("Light drizzle and 60 % humidity; no kite.", "Heavy snow and 90 % humidity; no kite.", True),
        ("A 12 mph wind; no kite.", "A 20 km/h wind; no kite.", True),
        ("Rain, 71 %.", "Drizzle, 40 %.", False),
    ],
)
def test_no_reply_is_built_like_another(one: str, other: str, breaks: bool) -> None:
    first = record(one, varied(1)["messages"][1]["content"], place="Oslo")
    second = record(other, varied(2)["messages"][1]["content"], place="Lima")
    assert bool(judged(guard_with([first]), second)) is breaks


@pytest.mark.parametrize(
    ("one", "other", "breaks"),
    [
        pytest.param(
            "I'm hanging washing out in Oslo today, will it be dry by six or is that hopeless?",
            "I'm hanging washing out in Lima tomorrow, will it be dry by nine or is that hopeless?",
            True,
            id="only place, day and hour differ",
        ),
        pytest.param(
            "I'm hanging washing out in Oslo today, will it be dry by six or is that hopeless?",
            "im hanging the washing out in Lima today, will it be dry by six or is that hopeless",
            True,
            id="a word or two differ",
        ),
        pytest.param(
            "I'm hanging washing out in Oslo today, will it be dry by six or is that hopeless?",
            "We're grilling in Oslo today, will it be dry by six or should I borrow the gazebo?",
            False,
            id="half of it differs",
        ),
        pytest.param("weather in Oslo?", "weather in Lima?", False, id="too short to be a copy"),
    ],
)
def test_no_user_writes_what_another_wrote(one: str, other: str, breaks: bool) -> None:
    first = record(varied(1)["messages"][-1]["content"], one, place="Oslo")
    second = record(varied(2)["messages"][-1]["content"], other, place="Lima")
    assert bool(judged(guard_with([first]), second)) is breaks


def test_short_messages_are_counted() -> None:
    records = []
    for number in range(12):
        made = varied(number)
        made["messages"][1]["content"] = f"weather in {PLACES[number % len(PLACES)]}?"
        records.append(made)
    assert settled(Guard(), records).count(True) == 8


@pytest.mark.parametrize(
    "dictated",
    [
        "latitude {n}.5, longitude {n}.25.",
        "Saturday {n} June, {n} °C.",
    ],
)
def test_coordinates_and_dates_are_no_templates_either(dictated: str) -> None:
    rng = random.Random(dictated)
    records = []
    for number in range(1, 30):
        said = dictated.format(n=number)
        reply = f"{said} {sentence(rng, 9)}" if number % 2 else f"{sentence(rng, 9)} {said}"
        records.append(asking(reply, varied(number)["messages"][1]["content"]))
    assert settled(Guard(), records).count(False) == 0


def test_what_figures_dictate_is_no_template() -> None:
    rng = random.Random(5)
    records = []
    for number in range(400):
        made = varied(number)
        reply = f"{sentence(rng, 9)[:-1]} with a {rng.randint(3, 60)} km/h wind and {rng.randint(-9, 30)} °C."
        made["messages"][-1]["content"] = reply
        records.append(made)
    assert settled(Guard(), records).count(False) == 0


def test_a_breach_quotes_the_words_to_avoid_as_they_stand() -> None:
    guard = guard_with(around("Mind the wooden stairs by the harbour.", number) for number in range(8))
    (breach,) = judged(guard, around("Mind the WOODEN stairs by the harbour!", 20))
    assert breach.avoid == "Mind the WOODEN stairs by the harbour"
    assert breach.finding.code == "repetition"
    assert breach.finding.path == "messages[6].content"
    assert breach.finding.message == (
        '"Mind the WOODEN stairs by the harbour" stands in 8 of 8 records already; say it in other words'
    )


def test_a_phrase_twice_in_one_record_counts_once() -> None:
    twice = "Mind the wooden stairs by the harbour. Mind the wooden stairs by the harbour."
    guard = guard_with(around(twice, number) for number in range(7))
    assert not judged(guard, around("Mind the wooden stairs by the harbour.", 20))


def test_only_the_window_counts() -> None:
    carriers = [around("Mind the wooden stairs by the harbour.", number) for number in range(8)]
    others = [varied(number) for number in range(50)]
    ninth = around("Mind the wooden stairs by the harbour.", 20)
    assert judged(guard_with([*carriers, *others[:42]], window=50), ninth)
    assert not judged(guard_with([*carriers, *others[:43]], window=50), ninth)
    copy = others[0]
    assert judged(guard_with(others, window=50), copy)
    assert not judged(guard_with([*others, varied(99)], window=50), copy)


SOME_RECORDS = st.lists(
    st.one_of(
        st.integers(0, 30).map(varied),
        st.integers(0, 30).map(lambda n: around("Mind the wooden stairs by the harbour.", n)),
        st.integers(0, 5).map(lambda n: asking("Which town should I look at?", f"is it nice out {n}")),
    ),
    max_size=40,
)


@settings(max_examples=25, deadline=None)
@given(SOME_RECORDS, st.integers(1, 15))
def test_accepting_the_windows_records_again_restores_the_state(records: list[Record], window: int) -> None:
    whole = guard_with(records, window=window)
    restored = guard_with(records[-window:], window=window)
    for each in records:
        assert judged(whole, each) == judged(restored, each)


@settings(max_examples=25, deadline=None)
@given(SOME_RECORDS)
def test_no_accepted_set_breaks_a_limit(records: list[Record]) -> None:
    guard = Guard()
    accepted = [each for each, passed in zip(records, settled(guard, records), strict=True) if passed]
    carriers = sum("wooden stairs" in each["messages"][-1]["content"] for each in accepted)
    asking_so = sum(each["messages"][-1]["content"].startswith("Which town") for each in accepted)
    assert carriers <= LIMITS["phrase"].floor
    assert asking_so <= 1


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [{"role": "user", "content": ""}],
        [{"role": "user", "content": "…"}, {"role": "assistant", "content": "?!"}],
        [{"role": "user", "content": "雨は降りますか"}, {"role": "assistant", "content": "🌧"}],
        [{"role": "assistant", "content": None, "tool_calls": [{"id": "x", "type": "function"}]}],
    ],
    ids=["nothing", "empty", "only signs", "no Latin letter", "a call without a function"],
)
def test_odd_texts_are_compared_too(messages: list[dict[str, Any]]) -> None:
    odd = {"messages": messages, "tags": {}}
    assert isinstance(judged(guard_with([odd]), odd), list)
