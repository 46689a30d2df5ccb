"""Turns that answer: what a reply has to say of given results, and the calls that bring them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from scripts.scenario import Call, Figure, JSONObject, Mention, Turn, Units
from scripts.scenarios.concerns import CONCERNS, Concern
from scripts.scenarios.days import DayWords
from scripts.scenarios.occasions import Occasion
from scripts.scenarios.places import Naming, at
from scripts.scenarios.stage import Setting, Stage
from scripts.scenarios.words import (
    day_figures,
    day_question,
    day_verdict,
    now_figures,
    now_question,
    now_verdict,
    span_figures,
    span_verdict,
)

UNIT_WORDS: Final[Mapping[Units, tuple[str, tuple[str, ...]]]] = {
    "metric": ("Celsius", ("Celsius", "°C", "metric", "centigrade")),
    "imperial": ("Fahrenheit", ("Fahrenheit", "°F", "imperial")),
}
"""What the wish calls the units, and the forms in which a user may ask for them."""


def units_asked_for(units: Units | None) -> str:
    """Return what a wish adds for the units asked for, if any are."""
    return f", in {UNIT_WORDS[units][0]}" if units else ""


def units_mention(units: Units | None) -> tuple[Mention, ...]:
    """Return the mention of the units asked for, if any are."""
    return (Mention("units", UNIT_WORDS[units][1]),) if units else ()


def units_of(result: JSONObject) -> Units:
    """Return the units a result is in."""
    return "imperial" if result["units"]["temperature"] == "°F" else "metric"


def where(naming: Naming) -> str:
    """Return the place with its preposition, as the user is to name it."""
    return at(naming.place, naming.words) + naming.note


def concern_of(occasion: Occasion) -> Concern:
    """Return what matters to an occasion."""
    return CONCERNS[occasion.concern]


def now_turn(
    stage: Stage,
    setting: Setting,
    place_words: str,
    mentions: Sequence[Mention],
    before: Sequence[Call],
    *,
    units: Units | None = None,
    index: int = 0,
) -> Turn:
    """Return a turn that asks of this moment and gets an answer.

    `before` are the calls that lead to the coordinates, `index` the number of calls of earlier turns.
    """
    wish, manner = now_question(stage.rng, setting.occasion, place_words)
    wish += units_asked_for(units)
    call = stage.current(setting.place, setting.when, units, setting.steering)
    concern = concern_of(setting.occasion)
    return Turn(
        wish,
        manner,
        tuple(mentions),
        (*before, call),
        "answer",
        now_verdict(concern, call.result),
        now_figures(concern, index + len(before)),
        units_of(call.result),
    )


def days_turn(
    stage: Stage,
    setting: Setting,
    place_words: str,
    words: DayWords,
    mentions: Sequence[Mention],
    before: Sequence[Call],
    *,
    units: Units | None = None,
    index: int = 0,
) -> Turn:
    """Return a turn that asks of one or several coming days and gets an answer."""
    wish, manner = day_question(stage.rng, setting.occasion, place_words, words.words)
    wish += units_asked_for(units)
    call = stage.forecast(setting.place, setting.today, words.days, units, setting.steering)
    must, figures = days_answer(concern_of(setting.occasion), call.result, words, index + len(before))
    return Turn(
        wish,
        manner,
        (*mentions, *words.mentions),
        (*before, call),
        "answer",
        must,
        figures,
        units_of(call.result),
    )


def days_answer(
    concern: Concern, result: Mapping[str, Any], words: DayWords, call: int
) -> tuple[str, tuple[Figure, ...]]:
    """Return what the forecast comes to for the days meant, and the figures that matter."""
    daily = result["daily"][words.first : words.last + 1]
    if len(daily) == 1:
        return day_verdict(concern, result, daily[0]), day_figures(concern, call, daily[0])
    return span_verdict(concern, result, daily), span_figures(concern, call, daily)
