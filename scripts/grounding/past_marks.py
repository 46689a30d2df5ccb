"""By how much the user's own mark is passed or missed, told without its unit: "Yes, by two"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.agreement import is_rounded, unit_of
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.numbers import find
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.units_said import convert

_YES_NO: Final = word_set("yes no yea nay aye indeed yep nope barely just easily comfortably only handily")
_HEDGES: Final = word_set("a full good mere bare only just about some but")
_CLOSING: Final = word_set(". , ; : — – ! (")
_SCALES: Final = frozenset(("C", "F", "km/h", "mph", "kn", "m/s"))
_OPENINGS: Final = Triggers(("by",))
_FARTHEST: Final = 6
"""Tokens from the start of a reply within which "by two" answers the question."""


def judge_past_marks(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "Yes, by five" that opens a reply to somebody who named one mark."""
    words = context.text.words
    openings = [
        k for k in context.text.where(_OPENINGS) if k < _FARTHEST and not _YES_NO.isdisjoint(words[:k])
    ]
    if not openings or not context.given:
        return
    marks = [own for own in context.user.figures_now if own.must and own.is_exact and own.kind == "level"]
    if len(marks) != 1:
        return
    for k in openings:
        at = k + 1
        while at < len(words) and words[at] in _HEDGES:
            at += 1
        number = next((n for n in find(context.text) if n.first == at), None)
        if number is None or words[number.last + 1 : number.last + 2] == ():
            continue
        if words[number.last + 1] in _CLOSING and context.stances.is_asserted(at):
            yield _judged(context, k, number.last, number.value, marks[0])


def _judged(context: Context, first: int, last: int, value: float, mark: Figure) -> Judgement:
    scope = context.scopes.at(first, last)
    meant = [r for r in context.about(scope) if any(is_rounded(value, gap) for gap in _gaps(r, mark))]
    if meant or not context.about(scope):
        return Judgement(first, last, tuple(meant))
    said = context.text.around(first, last)
    return Judgement(first, last, fault=f"you wrote '{said}'; by the results it is another number")


def _gaps(reading: Reading, mark: Figure) -> Sequence[float]:
    """Return how far the values of a reading are from the user's mark, in its unit."""
    scale = mark.unit if mark.unit in _SCALES else None
    return [
        round(abs(convert(reading.values[field], unit_of(reading, field), scale) - mark.least), 6)
        for field in mark.fields & reading.values.keys()
    ]
