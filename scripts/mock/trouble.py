"""The mock's replies where there is nothing to report: it asks, declines, or explains a failure."""

import re
from collections.abc import Iterator
from typing import Final

from scripts.mock.pen import Pen, capitalised
from scripts.mock.request_notes import Failed, Found, TurnNotes
from scripts.mock.results import place_words

_WHICH: Final = re.compile(r"asks which (.+?): (.+)")
_POSITION: Final = re.compile(r"(latitude|longitude) (-?[\d.]+) can't be: (?:it runs from )?(-?\d+ to \d+)")
_REASON: Final = re.compile(r"(.+?)(?:, so there is nothing to report)?; (.+)")
_WITH_ARTICLE: Final = re.compile(r"United |Philippines|Netherlands|Bahamas|.* (?:Republic|Islands)\b")
_WHEN: Final = re.compile(r"\b(in an? \w+|tomorrow|later)\b")


def asked_back(turn: TurnNotes, pen: Pen) -> Iterator[str]:
    """Yield the question that is left: which of several places, or where at all."""
    if found := _WHICH.match(turn.conveys):
        yield pen.sentence("which", places=_each_in(found[2]), name=found[1])
    else:
        yield pen.sentence("missing_place")


def _each_in(choices: str) -> str:
    """Return "Oregon, Maine or Texas" as "in Oregon, in Maine and in Texas"."""
    places = re.split(r", | or ", choices)
    *most, last = (f"in {'the ' if _WITH_ARTICLE.match(place) else ''}{place}" for place in places)
    return f"{', '.join(most)} and {last}"


def declined(turn: TurnNotes, pen: Pen) -> Iterator[str]:
    """Yield what cannot be told, and the help that the plan names."""
    first, *helps = turn.conveys.split("; ")
    if turn.conveys.startswith("only weather"):
        yield pen.sentence("off_topic")
    else:
        yield pen.sentence("declined", topic=turn.wish)
    if first.startswith("no ") and any(each.endswith((" them", " it")) for each in helps):
        yield pen.sentence("lacking", things=first.removeprefix("no ").removesuffix(" here"))
    yield from (_helping(each) for each in helps)
    if not helps:
        yield pen.sentence("declined_help")


def explained(turn: TurnNotes, pen: Pen) -> Iterator[str]:
    """Yield what went wrong and what would help."""
    missing = next((each for each in turn.results if isinstance(each, Found) and not each.matches), None)
    if missing is not None:
        yield pen.sentence("unfound", name=missing.asked.partition(", ")[0])
        yield pen.sentence("unfound_help")
    elif found := _POSITION.match(turn.conveys):
        pen.update(axis=found[1], given=found[2], range=found[3])
        limit = pen["bounds"]
        yield pen.sentence("out_of_range", limit=limit)
        yield pen.sentence("out_of_range_help")
    elif turn.conveys.startswith("forecasts reach"):
        yield pen.sentence("too_long")
        yield pen.sentence("too_long_help")
    else:
        yield from _failed(turn, pen)


def _failed(turn: TurnNotes, pen: Pen) -> Iterator[str]:
    reason = _REASON.fullmatch(turn.conveys)
    when = _WHEN.search(reason[2]) if reason else None
    failed = next((each for each in turn.results if isinstance(each, Failed)), None)
    at = place_words(failed.asked.split(", ")[0], turn.wish)[1] if failed else "there"
    cause = reason[1] if reason else "the service failed"
    yield pen.sentence("failed", at=at.replace("in ", "for ", 1), cause=cause)
    yield pen.sentence("failed_help", soon=when[0] if when else "later")


def _helping(said: str) -> str:
    """Return a help that a plan names as a sentence of Weatherman's."""
    for start, words in (
        ("can ", "I can "),
        ("offers ", "I can offer "),
        ("ask ", "please ask "),
        ("never ", "I never "),
    ):
        if said.startswith(start):
            said = words + said.removeprefix(start)
    return f"{capitalised(said)}."
