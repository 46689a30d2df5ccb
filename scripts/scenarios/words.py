"""Wishes, ways of asking, and what a reply must say, put together from an occasion and the results."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Final

from scripts.scenario import Figure, JSONObject
from scripts.scenarios.concerns import CONCERNS, Concern, extremes
from scripts.scenarios.days import plain_date, weekday
from scripts.scenarios.occasions import Occasion
from scripts.scenarios.verdicts import facts_now, facts_of_day
from scripts.weather.conditions import CONDITIONS

HINTED_SHARE: Final = 0.4
"""How often the user never names the weather and only hints."""

FIELD_WORDS: Final = {
    "temperature": "temperature",
    "feels_like": "feels-like",
    "humidity": "humidity",
    "wind_speed": "wind",
    "temperature_max": "high",
    "temperature_min": "low",
    "precipitation_probability": "chance of precipitation",
    "condition": "sky",
}

PLAIN_MANNERS: Final = (
    "asks straight out",
    "asks one plain question, no reason given",
    "gives the reason, then asks",
    "asks, then gives the reason",
    "asks for exactly this and nothing else",
    "asks as if somebody in the room knew",
    "asks plainly, with a detail of the occasion",
    "asks in one breath with the occasion",
)
HINTED_MANNERS: Final = (
    "hints only: asks about the plan, never uses the word weather",
    "tells the plan and wonders aloud whether it will do",
    "asks for advice, names no figure",
    "asks what to do, leaves the weather unsaid",
    "asks sideways, as a doubt about the plan",
)
YES_OR_NO_MANNERS: Final = (
    "wants a yes or no about the plan, not the weather",
    "asks for leave to go ahead, no more",
)
"""For hints that begin with "whether"."""
FOLLOW_UP_MANNERS: Final = (
    "a few words, as an afterthought",
    "takes the answer as read and goes on",
    "short, builds on the answer",
    "starts with 'and'",
    "thanks in a word, then asks on",
    "a fragment is enough",
    "thinks aloud, then asks",
    "as if the thought had just come",
)


def hinted_manner(rng: random.Random, occasion: Occasion) -> str:
    """Return a way of asking that never names the weather."""
    manners: tuple[str, ...] = HINTED_MANNERS
    if occasion.hint.startswith("whether"):
        manners += YES_OR_NO_MANNERS
    return rng.choice(manners)


def now_question(rng: random.Random, occasion: Occasion, where: str) -> tuple[str, str]:
    """Return wish and manner of a question about this moment; `where` is "in Leeds"."""
    concern = CONCERNS[occasion.concern]
    if rng.random() < HINTED_SHARE:
        return f"{occasion.hint}, {where}, as things are right now", hinted_manner(rng, occasion)
    asked = rng.choice((concern.asks, concern.asks, "what the weather is like"))
    moment = rng.choice(("right now", "at the moment", "just now", "this minute", "currently"))
    return f"{asked} {where} {moment}", rng.choice(PLAIN_MANNERS)


def day_question(rng: random.Random, occasion: Occasion, where: str, when: str) -> tuple[str, str]:
    """Return wish and manner of a question about coming days; `when` is "on Saturday"."""
    concern = CONCERNS[occasion.concern]
    if rng.random() < HINTED_SHARE:
        return f"{occasion.hint} {when}, {where}", hinted_manner(rng, occasion)
    asked = rng.choice((concern.will_ask, concern.will_ask, "what the forecast is"))
    return f"{asked} {where} {when}", rng.choice(PLAIN_MANNERS)


def now_verdict(concern: Concern, result: JSONObject) -> str:
    """Return what the figures of this moment mean for the concern, for `Turn.must`."""
    return f"what it comes to: {concern.judge(facts_now(result))}"


def day_verdict(concern: Concern, result: JSONObject, day: JSONObject) -> str:
    """Return what a day's figures mean for the concern."""
    name = plain_date(date.fromisoformat(day["date"]))
    return f"{name}: {concern.judge(facts_of_day(day, result['units']))}"


def now_figures(concern: Concern, call: int) -> tuple[Figure, ...]:
    """Return the figures of this moment that matter; `call` counts the conversation's calls."""
    return tuple(Figure(call, name) for name in concern.now)


def day_figures(concern: Concern, call: int, day: JSONObject) -> tuple[Figure, ...]:
    """Return the figures of one day that matter to the concern."""
    return tuple(Figure(call, name, day["date"]) for name in concern.day)


def span_verdict(concern: Concern, result: JSONObject, daily: Sequence[JSONObject]) -> str:
    """Return which of several days is best for the concern and which worst, with what that means."""
    if concern is CONCERNS["snow"]:
        return _snow_days(daily)
    name, _, word = concern.best
    best, worst = _best_and_worst(concern, daily)
    if len(best) == len(daily):
        return f"all {len(daily)} days have the same {FIELD_WORDS[name]}, {value(name, best[0], result)}"
    told = f"{word}: {_listed(best)} ({value(name, best[0], result)}"
    ending = f"); at the other end {_listed(worst)} ({value(name, worst[0], result)})"
    if concern is CONCERNS["general"]:
        return told + ending
    return f"{told}{ending}. {short_day(best[0])}: {concern.judge(facts_of_day(best[0], result['units']))}"


def span_figures(concern: Concern, call: int, daily: Sequence[JSONObject]) -> tuple[Figure, ...]:
    """Return the figures that decide between several days: those of the best day, and the worst day's."""
    name = concern.best[0]
    best, worst = (days[0] for days in _best_and_worst(concern, daily))
    figures = [Figure(call, name, best["date"]), Figure(call, name, worst["date"])]
    others = [field for field in concern.day if field != name]
    return tuple(dict.fromkeys([*figures, *(Figure(call, field, best["date"]) for field in others[:1])]))


def _best_and_worst(
    concern: Concern, daily: Sequence[JSONObject]
) -> tuple[list[JSONObject], list[JSONObject]]:
    name, direction, _ = concern.best
    lowest = direction == "lowest"
    if name == "condition":
        covered = [{**day, "cover": _cover(day)} for day in daily]
        return extremes(covered, "cover", lowest), extremes(covered, "cover", not lowest)
    return extremes(daily, name, lowest), extremes(daily, name, not lowest)


def _cover(day: JSONObject) -> int:
    """Return how much of the sky is hidden, from 0 to 5, what falls and fog counted in."""
    condition = CONDITIONS[day["weather_code"]]
    return condition.cloud + bool(condition.precipitation) + 2 * condition.fog


def _snow_days(daily: Sequence[JSONObject]) -> str:
    snowy = [day for day in daily if CONDITIONS[day["weather_code"]].precipitation == "snow"]
    if not snowy:
        return f"no snow on any of the {len(daily)} days"
    days = [f"{_listed([day])} ({day['precipitation_probability']} %)" for day in snowy]
    return f"snow on {', '.join(days)}" + ("" if len(snowy) == len(daily) else "; none on the other days")


def value(name: str, facts: JSONObject, result: JSONObject) -> str:
    """Return one figure with its unit, as it stands in the result."""
    given = facts[name]
    if name in ("precipitation_probability", "humidity"):
        return f"{given} %"
    if name == "wind_speed":
        return f"{given} {result['units']['wind_speed']}"
    return (
        str(given) if name in ("condition", "wind_direction") else f"{given} {result['units']['temperature']}"
    )


def short_day(day: JSONObject) -> str:
    """Return the weekday of one entry of a forecast."""
    return weekday(date.fromisoformat(day["date"]))


def _listed(daily: Sequence[JSONObject]) -> str:
    names = [plain_date(date.fromisoformat(day["date"])) for day in daily]
    if len(names) > LISTED_AT_MOST:
        return f"{names[0]} and {len(names) - 1} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}, tied"


LISTED_AT_MOST: Final = 3
