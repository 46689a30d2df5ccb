"""Every way of saying that something stays away passes on a day without it, and fails on a day with it."""

import re
from typing import Final

import pytest

from scripts.grounding import check_grounding
from tests.grounding.tables import dialogue_of

CONDITIONS: Final = {
    "rain": ("moderate rain", 63),
    "fog": ("fog", 45),
    "cloud": ("overcast", 3),
    "sun": ("clear sky", 0),
}
WITHOUT: Final = {"rain": "cloud", "fog": "sun", "cloud": "sun", "sun": "cloud"}
"""The sky of a day without each."""

DENIALS: Final = """
No X on D.|There isn't any X on D.|D won't have X.|D sees no X.|D comes without X.|D is free of X.
|D is free from X.|D is clear of X.|D lacks X.|D has nothing of X in it.|D wants for X.|D escapes the X.
|D is spared the X.|D dodges the X.|D steers clear of X.|D knows nothing of X.|D has no time for X.
|D has no room for X.|D leaves X out.|X stays away on D.|The X keeps its distance on D.
|X is absent from D.|The X gives D a miss.|X passes D by.|X isn't coming on D.|X never arrives on D.
|X fails to show on D.|X doesn't turn up on D.|X has no part in D.|X is not expected on D.
|No X comes near D.|Not a trace of X on D.|Next to no X on D.|D has everything but X.
|Don't look for X on D.|I can promise no X on D.|X? Not on D.|As for X, none on D.
|Of X there is none on D.|On D the X stays home.|D is a day without X.|D is no day for X.
|D keeps the X away.|D rules X out.|X is out of the question on D.|There is an absence of X on D.
|If it's X you want, D hasn't any.|Whatever else D brings, it isn't X.|The one thing D lacks is X.
|D minus X.
"""
AFFIRMED: Final = """
D doesn't escape the X.|D is not spared the X.|D won't pass without X.|There's no escaping the X on D.
|D isn't free of X.|D can't avoid the X.|If it's X you want, D has it.|The X refuses to quit on D.
|D is not without X.
"""
"""Ways of denying that it stays away."""


def phrases(listing: str) -> list[str]:
    return [phrase.strip() for phrase in listing.split("|")]


def is_refused(phrase: str, kind: str, day: str, others: str) -> bool:
    daily = [
        {"date": f"2026-04-0{6 + k}", "condition": name, "weather_code": code, "temperature_max": 22,
         "temperature_min": 12, "precipitation_probability": 80 if name == "moderate rain" else 5}
        for k, (name, code) in enumerate(CONDITIONS[each] for each in (others, day, others))
    ]  # fmt: skip
    arguments = {"latitude": 45.76, "longitude": 4.84, "days": 3}
    calls = [{"name": "get_forecast", "arguments": arguments, "result": {"daily": daily}}]
    said = re.sub(r"\bX\b", kind, phrase).replace("D ", "Tuesday ").replace("D,", "Tuesday,")
    reply = "Expect 22 degrees. " + re.sub(r"\bD\b", "Tuesday", said[0].upper() + said[1:])
    return bool(check_grounding(dialogue_of({"user": "How is Lyon?", "calls": calls, "reply": reply})))


@pytest.mark.parametrize("kind", CONDITIONS)
@pytest.mark.parametrize("phrase", phrases(DENIALS))
def test_what_stays_away_is_denied(phrase: str, kind: str) -> None:
    assert not is_refused(phrase, kind, WITHOUT[kind], kind)
    assert is_refused(phrase, kind, kind, WITHOUT[kind])


@pytest.mark.parametrize("kind", ["rain", "fog", "cloud"])
@pytest.mark.parametrize("phrase", phrases(AFFIRMED))
def test_what_cannot_be_escaped_is_there(phrase: str, kind: str) -> None:
    assert not is_refused(phrase, kind, kind, WITHOUT[kind])
    assert is_refused(phrase, kind, WITHOUT[kind], kind)


@pytest.mark.parametrize("phrase", [*phrases(DENIALS), *phrases(AFFIRMED), "X is scarcely to be seen on D."])
def test_a_denial_broken_off_anywhere_is_read(phrase: str) -> None:
    words = phrase.rstrip(".").split()
    for end in range(1, len(words)):
        is_refused(" ".join(words[:end]), "rain", "rain", "sun")
