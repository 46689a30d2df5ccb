"""What a share leaves of the hundred: "98 percent, which leaves two for the Londoners"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.figures.numbers import find
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.tolerances import FRACTION_PERCENT
from scripts.grounding.words.cardinals import Number
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import PERCENTS

_LEAVING: Final = Triggers(
    word_set("leaves leave leaving left remain remains remaining remainder rest other missing wanting spare")
)
_BETWEEN: Final = word_set(
    "the a an there but only us you me him just some for about thus and still , to of merely"
)
_WHOLE: Final = 100.0
_REACH: Final = 5
_LARGE: Final = 14
_NEW_CLAUSE: Final = 20
_COUNTED: Final = word_set("parts part percent % per points for . , ; ! in to unclaimed vacant of")
"""What stands behind a number that a share leaves; "the other three days" are no share."""


@told_by(_LEAVING)
def judge_remainders(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each number told as what a share leaves of the hundred."""
    for number, base in _told(context):
        meant = _meant(context, number, base)
        if meant:
            yield Judgement(number.first, number.last, tuple(meant))
            continue
        behind = (*context.text.words[number.last + 1 : number.last + 2], ".")[0]
        is_share = number.form == "fraction" or behind in ("%", "percent", "parts")
        if is_share or (number.value > _LARGE and behind in _COUNTED):
            said = context.text.around(base.first, number.last)
            fault = f"you wrote '{said}'; {base.least:g} of a hundred leave {_WHOLE - base.least:g}"
            yield Judgement(number.first, number.last, fault=fault)


def as_remainder(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of the share before, where a figure is what that leaves of the hundred."""
    for number, base in _told(context):
        if figure.first <= number.first <= figure.last:
            return _meant(context, number, base)
    return []


def _told(context: Context) -> Iterator[tuple[Number, Figure]]:
    """Yield each number right behind "leaves" or "the other", with the percentage before it."""
    places = context.text.where(_LEAVING)
    for number in find(context.text) if places else ():
        near = [k for k in places if number.first - _REACH <= k < number.first]
        if not near or not _BETWEEN.issuperset(context.text.words[near[-1] + 1 : number.first]):
            continue
        begin, _ = context.text.sentence(number.first)
        before = [f for f in context.figures if begin <= f.first and f.last < near[-1]]
        base = before[-1] if before else None
        if base is not None and _is_share(base) and context.text.wall(base.last, number.first) < _NEW_CLAUSE:
            yield number, base


def _is_share(base: Figure) -> bool:
    return base.fields <= PERCENTS and base.kind == "level" and base.is_exact and not base.is_fraction


def _meant(context: Context, number: Number, base: Figure) -> list[Reading]:
    slack = FRACTION_PERCENT if number.form == "fraction" else 1.0
    if abs(_WHOLE - base.least - number.value) >= slack + (number.form == "fraction"):
        return []
    return [r for r in context.given if any(fits(base, r, field) for field in base.fields)]
