"""By how much the user's own mark is passed or missed, told without its unit: "Yes, by two"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import is_rounded, unit_of
from scripts.grounding.figures.numbers import find
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import convert

_YES_NO: Final = word_set("yes no yea nay aye indeed yep nope barely just easily comfortably only handily")
_HEDGES: Final = word_set("a full good mere bare only just about some but")
_CLOSING: Final = word_set(". , ; : — – ! (")
_SCALES: Final = frozenset(("C", "F", "km/h", "mph", "kn", "m/s"))
_OPENINGS: Final = Triggers(("by",))
_YES: Final = word_set("yes aye yea yep indeed certainly")
_NO: Final = word_set("no nay nope never")
_ANSWERS: Final = _YES | _NO
_ASKING: Final = word_set("is are will does do has did was any")
_PEOPLE: Final = word_set("i you we my me our")
_OTHERS: Final = word_set(
    "wind winds windy gusts breeze blow blowing chance chances odds rain humidity humid percent mph kmh knots"
)
_LASTING: Final = word_set(
    "or all both stay stays remain remains keep keeps hold holds always throughout every each"
)
_EXCEPTING: Final = word_set("but except only until till save though yet barely just feels felt feel")
_NEAR: Final = 0.51
"""Units by which a value may miss a mark that rounding carries it to."""

_FARTHEST: Final = 6
"""Tokens from the start of a reply within which "by two" answers the question."""


@told_by(_OPENINGS)
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
    clause = context.text.words[slice(*context.stances.segment(first))]
    is_felt = any(word.startswith(("feel", "felt")) for word in (*clause, *context.user.texts[-1].words))
    mark = mark if is_felt else mark._replace(fields=mark.fields - {"feels_like"} or mark.fields)
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


def judge_said_yes(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "Yes" to "Is it under 40?" at 44, and for "No" where it is."""
    words = context.text.words
    mark = _mark_asked(context) if words[:1] and words[0] in _ANSWERS else None
    if mark is None or words[1:2] == () or words[1] not in _CLOSING:
        return
    scope = context.scopes.at(0, 0)
    pool = [reading for reading in context.latest if not scope.days or reading.atoms & scope.days]
    sign = 1 if mark.hedge in ("over", "at_least") else -1
    is_felt = any(word.startswith(("feel", "felt")) for word in (*words, *context.user.texts[-1].words))
    mark = mark if is_felt else mark._replace(fields=mark.fields - {"feels_like"} or mark.fields)
    told = [_past(reading, mark, sign) for reading in pool]
    told = [verdicts for verdicts in told if verdicts]
    if not told:
        return
    is_so = any(any(verdicts) for verdicts in told)
    is_ever = words[0] == "never" or "ever" in context.user.texts[-1].words
    is_sure = any(all(verdicts) for verdicts in told) if is_ever else len(told) == 1 and all(told[0])
    if (words[0] in _YES and not is_so) or (words[0] in _NO and is_sure and _EXCEPTING.isdisjoint(words)):
        yield Judgement(0, 0, fault=f"you answered '{words[0]}'; by the results it is otherwise")


def _mark_asked(context: Context) -> Figure | None:
    """Return the one mark of a question that "yes" or "no" answers: "Is it under 40?", "Will it pass 20?"."""
    asked = context.user.texts[-1]
    marks = [own for own in context.user.figures_now if own.is_exact and own.kind == "level"]
    if len(marks) != 1 or marks[0].hedge not in ("over", "under", "at_least", "at_most"):
        return None
    begin, end = asked.sentence(marks[0].first)
    words = asked.words[begin:end]
    is_question = "?" in words and words[0] in _ASKING and not _PEOPLE.intersection(words)
    if not is_question or not _LASTING.isdisjoint(words) or len(context.user.days) > 1:
        return None
    if marks[0].fields <= TEMPERATURES or len(marks[0].fields) == 1:
        return marks[0]
    return marks[0]._replace(fields=TEMPERATURES) if _OTHERS.isdisjoint(words) else None


def _past(reading: Reading, mark: Figure, sign: int) -> list[bool]:
    """Return of each temperature or the like whether it is past a mark: of a day the farthest."""
    others = {"low"} if sign > 0 else {"high"}
    fields = mark.fields & reading.values.keys()
    fields = fields - others or fields
    scale = mark.unit if mark.unit in _SCALES else None
    values = [convert(reading.values[field], unit_of(reading, field), scale) for field in fields]
    return [sign * (value - mark.least) > -_NEAR for value in values]
