"""Sayings and slips that a reply may not carry, and near misses that it may."""

import pytest

from scripts.guard import Guard
from scripts.repetition.record_features import features
from scripts.voices.catch_phrases import SAYINGS, banned, quotations
from scripts.voices.franklin import FRANKLIN
from scripts.voices.neutral import NEUTRAL
from scripts.voices.twain import TWAIN


@pytest.mark.parametrize(
    "text",
    [
        "Climate is what we expect, weather is what we get: 12 °C.",
        "As they say, everybody talks about the weather but nobody does anything about it.",
        "The coldest winter I ever spent was a summer in San Francisco.",
        "If you don’t like the weather, wait.",
        "Give it a while; wait a few minutes!",
        "The reports of its death are greatly exaggerated.",
        "Some are weather-wise, some are otherwise.",
        "By failing to prepare you are preparing to fail.",
        "An ounce of prevention, and a coat, will do.",
        "Early to bed and early to rise suits this day.",
        "Never put off till tomorrow what the sun permits today.",
        "There's no such thing as bad weather.",
        "Red sky at night, they say.",
        "You don't need a weatherman to know that.",
        "Better safe than sorry: pack the coat.",
        "A stitch in time saves nine.",
    ],
)
def test_a_known_saying_is_found(text):
    assert quotations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The climate there is dry, and the weather today no different.",
        "Everybody here talks of the weather, and I do something about it: I report it.",
        "Wait a few hours and try again.",
        "A coat saved is a coat not wetted.",
        "Stitch the tent in good time.",
        "The sky at night is clear.",
        "Safe enough for a picnic; sorry about the wind.",
        "Some are wise about weather.",
    ],
)
def test_a_fresh_sentence_is_no_saying(text):
    assert quotations(text) == ()


def test_every_saying_is_found_by_its_own_words():
    for line in SAYINGS.strip().splitlines():
        words = [word.split("|")[0].replace("-", " ") for word in line.split()]
        assert quotations(f"It is so: {' '.join(words)}, is it not?"), line


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("As an AI, I cannot feel the rain.", "As an AI"),
        ("I'm just a language model, but take a coat.", "I'm just a language model"),
        ("It is cold, as Mark Twain said.", "Twain"),
        ("Poor Richard would stay in.", "Poor Richard"),
        ("As Ben Franklin knew, lightning bites.", "Ben Franklin"),
        ("Ah, London! It rains.", "Ah"),
        ("Well now, it rains.", "Well now"),
        ("Great question! It rains.", "Great question"),
        ("I'd be happy to help: it rains.", "I'd be happy to"),
        ("Certainly! It rains.", "Certainly"),
    ],
)
def test_what_no_reply_may_carry_is_quoted(reply, words):
    assert words in banned(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Never the twain shall meet, rain and slate.",
        "Franklin, Tennessee is at 60 °F.",
        "It rains in London. Ah, well.",
        "Well dressed, one may go out.",
        "Sure as the tide, it rains.",
        "Of course it rains.",
        "An AI conference in the rain needs a tent.",
        "Great questions of state can wait; the rain cannot.",
    ],
)
def test_what_only_resembles_it_may_stand(reply):
    assert banned(reply) == ()


@pytest.mark.parametrize("card", [NEUTRAL, TWAIN, FRANKLIN])
def test_no_card_invites_a_saying(card):
    for way in (*card.openings, *card.devices):
        assert quotations(way.text) == ()


@pytest.mark.parametrize(
    ("reply", "breaches"), [("Ah, Leeds! It rains.", 1), ("It rains in Leeds, as it must.", 0)]
)
def test_the_guard_lets_none_of_them_pass_even_once(reply, breaches):
    said = [
        ("system", "You are Weatherman."),
        ("user", "Can the roof be done in Leeds?"),
        ("assistant", reply),
    ]
    record = {"messages": [{"role": role, "content": text} for role, text in said]}
    found = Guard().judge(features(record))
    assert [breach.avoid for breach in found] == ["Ah"] * breaches
