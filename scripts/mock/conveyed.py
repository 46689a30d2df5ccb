"""The mock's sentences for what a plan has worked out: `Turn.must`, in the forms that plans give it.

What is no statement but an instruction to the writer brings no sentence.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from scripts.mock.pen import Pen, capitalised
from scripts.mock.request_notes import Figure, TurnNotes
from scripts.mock.results import dated, figure_phrase

_OTHER_END: Final = "; at the other end "
_BEST: Final = re.compile(rf"(\w+): (.+?) \([^)]*\){_OTHER_END}(.+?) \([^)]*\)")
_COMPARED: Final = re.compile(r"(.+) is (.+?), by ([\d.]+) ?(\S+) \(.*\)")
_LEVEL: Final = re.compile(r"no difference: .*")
_BET: Final = re.compile(r"(.+) against (.+): the user's bet is (.+)")
_CLOCK: Final = re.compile(r"the time there and the weather: (\d\d:\d\d) on (\w+) there, (.+)")
_DAY: Final = re.compile(r"((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \d+ \w+)?): (.+)")
_NOW: Final = re.compile(r"(?:what it comes to|now): (.+)")
_CONVERTED: Final = re.compile(r"([\w-]+) (-?[\d.]+ [^ =]+) = (-?[\d.]+ [^ ,]+)")
_WHICH: Final = re.compile(r"which of those days is the (.+)")
_ALIKE: Final = re.compile(r"(?:all (\d+)|both) days have the same (.+), [^,]+")
_LIMIT: Final = re.compile(r"only \d+ days can be had[:,] says? so; of these ")
_SPELLING: Final = re.compile(r"(?:names the place as|says it is for) .+?; ")
_STEP: Final = re.compile(r"\.(?<!\bSt\.) (?:Then )?(?=[A-Z]|\w+: |all )")
_INSTRUCTION: Final = re.compile(
    r"^how it\b|\b(?:says?|asks?|offers?|names?|picture|explains?|admits?|user|user's|tells?|can be had)\b"
)

_SKY: Final = re.compile(r"\b(?:cloud|sky|thunder)\b|no verdict")
"""Verdicts that say less than the condition does, or nothing."""

OTHER_WORDS: Final = {
    "nothing is falling at this moment": (
        *("it is dry at the moment", "nothing coming down", "dry out", "no drops to dodge", "dry for now"),
        *("it's staying dry so far", "you would keep dry"),
    ),
    "no rain gear needed at this moment": (
        *("leave the rain gear", "no raincoat for now", "the rain gear can stay home", "nothing to keep off"),
        *("you can go without rain gear", "a dry walk"),
    ),
    "rain gear is needed now": (
        *("take rain gear", "wear the rain gear", "you'd want rain gear", "not without rain gear"),
        *("rain gear on", "this calls for rain gear"),
    ),
    "rain gear is needed": ("take rain gear", "bring the rain gear", "rain gear, yes", "count on rain gear"),
    "rain gear hardly needed": (
        "rain gear can stay behind",
        "hardly a case for rain gear",
        "skip the rain gear",
    ),
    "rain gear to be safe": ("rain gear just in case", "pack rain gear for safety", "better take rain gear"),
    "wet at this moment": ("wet just now", "wet for now", "wet, so wait if you can", "you'd get wet"),
    "it should stay dry": (
        "dry, by the look of it",
        "likely dry",
        "a dry day to plan on",
        "expect to keep dry",
    ),
    "more likely wet than not": (
        "wet is the likelier",
        "plan for wet",
        "rather wet than dry",
        "count on wet",
    ),
    "a fair bet, not a safe one": (
        "a decent bet, no certainty",
        "probably dry, not surely",
        "fair odds only",
    ),
    "the wind is light enough": ("light enough wind", "calm enough for it", "gentle enough to go ahead"),
    "the wind is on the border: with care": (
        *("borderline wind: with care", "just calm enough: go carefully", "a wind to be wary of"),
        *("not quite calm: take care", "workable wind, with care", "wind at the limit: mind it"),
    ),
    "too much wind": ("too windy for it", "more wind than it takes", "windier than it should be"),
    "nothing against being outdoors": (
        *(
            "outdoors is fine",
            "no objection to being outside",
            "go outside, by all means",
            "good to be out in",
        ),
    ),
    "better under a roof": ("stay under cover", "a roof is the better place", "indoors suits it better"),
    "a proper coat": ("wear a real coat", "coat weather", "a coat, and a good one", "put the coat on"),
    "a jacket": ("a jacket will do", "take a jacket", "jacket weather", "a jacket is about right"),
    "no coat": ("leave the coat", "no need of a coat", "go without a coat", "the coat stays home"),
    "a winter coat and gloves": (
        "winter coat, gloves too",
        "the winter coat, with gloves",
        "coat and gloves on",
    ),
    "no frost": ("frost isn't in it", "frost-free", "no sign of frost", "safe from frost"),
    "a usable wind": ("wind you can use", "enough wind to work with", "a wind worth having"),
    "too cool for it": ("not warm enough", "a bit cool for that", "cooler than it should be"),
    "pleasant enough": ("pleasant, on the whole", "comfortable", "nice enough"),
    "no heat to worry about": ("the heat is no worry", "heat won't trouble you", "nothing to fear from heat"),
}
"""Other wordings of what plans say often."""

GAP_UNITS: Final = {"°": "degrees", "points": "percentage points"}
AFTER_COLON: Final = {
    ": it is": ", since it is",
    ": too": ", since it is too",
    "a bad road: ": "a bad road, with ",
}
"""How a verdict's colon is written out where an instruction doesn't follow it."""


def steps_of(turn: TurnNotes) -> list[str]:
    """Return the statements of `Turn.must` one by one."""
    said = _SPELLING.sub("", turn.conveys)
    return [step.strip() for step in _STEP.split(said)] if "." in said else [said.strip()]


def conveyed(turn: TurnNotes, steps: Sequence[str], pen: Pen) -> Iterator[str]:
    """Yield the sentences for some steps of what the plan says a reply must say."""
    asked = _WHICH.fullmatch(turn.wish)
    for step in steps:
        if asked:
            yield _day_picked(asked[1], step, turn, pen)
            continue
        if limit := _LIMIT.match(step):
            yield pen.sentence("too_long")
            step = step[limit.end() :]
        yield from _step(step, turn, pen)


def names_ends(turn: TurnNotes) -> bool:
    """Return whether the plan has worked out the best and the worst of several days."""
    if _OTHER_END not in turn.conveys or _BEST.search(turn.conveys) is None:
        return False
    return len([figure for figure in turn.figures if figure.day]) > 1


def _step(step: str, turn: TurnNotes, pen: Pen) -> Iterator[str]:
    if found := _NOW.fullmatch(step):
        yield from _verdict("verdict", "", found[1], pen)
    elif names_ends(turn) and (found := _BEST.fullmatch(step)):
        yield from _ends(found, turn, pen)
    elif found := _DAY.fullmatch(step):
        if turn.task == "recall":
            yield from (_day_figure(figure, pen) for figure in turn.figures if figure.day)
        yield from _verdict("verdict_of_day", found[1], found[2], pen)
    elif found := _COMPARED.fullmatch(step):
        gap = f"{found[3]} {GAP_UNITS.get(found[4], found[4])}"
        yield pen.sentence("compared", more=found[1], word=found[2], gap=gap)
    elif _LEVEL.fullmatch(step):
        yield pen.sentence("no_difference")
    elif found := _BET.fullmatch(step):
        outcome = found[3].replace(", it is", ", since it is")
        yield pen.sentence("bet", figure=found[1], mark=found[2], outcome=outcome)
    elif found := _CLOCK.fullmatch(step):
        yield pen.sentence("clock_there", hour=found[1], weekday=found[2], part=found[3])
    elif conversions := _CONVERTED.findall(step):
        yield _converted(conversions, turn, pen)
    elif found := _ALIKE.fullmatch(step):
        two = found[1] in (None, "2")
        yield pen.sentence("alike", name=found[2], others="the other day" if two else "the other days")


def _converted(conversions: Sequence[tuple[str, str, str]], turn: TurnNotes, pen: Pen) -> str:
    parts = []
    for name, given, other in conversions:
        pen.update(name=f"the {name}", given=given, other=other)
        parts.append(pen["converted"])
    day = next((figure.day for figure in turn.figures if figure.day), "")
    return capitalised(f"{f'for {dated(day)}, ' if day else ''}{', and '.join(parts)}.")


def _verdict(table: str, days: str, said: str, pen: Pen) -> Iterator[str]:
    if wordings := _wordings(said):
        parts = [pen.draw(words) for words in wordings]
        yield pen.sentence(table, days=days, said="; ".join(parts).replace(": ", ", so "))


@lru_cache(maxsize=512)
def _wordings(said: str) -> Sequence[Sequence[str]]:
    """Return the wordings of each part of a verdict; none of what is to bring no sentence."""
    if _INSTRUCTION.search(said) or _SKY.search(said):
        return ()
    for colon, words in AFTER_COLON.items():
        said = said.replace(colon, words)
    return [OTHER_WORDS.get(part, (part,)) for part in said.split("; ")]


def _ends(found: re.Match[str], turn: TurnNotes, pen: Pen) -> Iterator[str]:
    """Yield the best day and the worst, whose figures come first, and what else is wanted of the best."""
    best, worst, *others = [figure for figure in turn.figures if figure.day]
    yield pen.sentence("best_day", **_days(found[2], best), best=found[1], figure=figure_phrase(best))
    yield pen.sentence("worst_day", **_days(found[3], worst), figure=figure_phrase(worst))
    for figure in others:
        yield _day_figure(figure, pen)


def _day_figure(figure: Figure, pen: Pen) -> str:
    day = dated(figure.day)
    return pen.sentence("day_figure", day=day, on=f"on {day}", figure=figure_phrase(figure))


def _day_picked(best: str, text: str, turn: TurnNotes, pen: Pen) -> str:
    if not turn.figures:
        return pen.sentence("recall_lead", said=f"{text}.")
    figure = turn.figures[0]
    table = "best_day" if " " not in best else "picked_day"
    return pen.sentence(
        table, **_days(text.partition(", ")[0], figure), best=best, figure=figure_phrase(figure)
    )


def _days(said: str, figure: Figure) -> dict[str, str]:
    """Return the words for some days; of a sky, which can differ between days that tie, for the figure's."""
    days = dated(figure.day) if figure.name == "sky" else said.removesuffix(", tied")
    return {"days": days, "is": "are" if " and " in days else "is"}
