"""Comparatives with the figure that bears them out: "65 % on Tuesday, Wednesday higher at 80 %"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import PERCENTS, WIND
from scripts.grounding.text import Triggers, word_list

_SIDES: Final = {
    **dict.fromkeys(word_list("higher greater stronger likelier stiffer brisker"), 1),
    **dict.fromkeys(word_list("lower smaller slighter slimmer lighter gentler weaker softer fainter"), -1),
}
_TRIGGERS: Final = Triggers(_SIDES)


@told_by(_TRIGGERS)
def judge_beside(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each chance or wind "lower at 80" that is told behind a smaller one."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        figure = next((f for f in context.figures if i < f.first), None)
        if figure is None or words[i + 1 : figure.first] not in (("at",), (",", "at"), ("with",)):
            continue
        if not context.stances.is_asserted(i) or context.stances.is_denied(i, i) is not False:
            continue
        before = _before(context, figure, i)
        if before is not None and _SIDES[words[i]] * (figure.least - before.least) < 0:
            said = context.text.around(i, figure.last)
            yield Judgement(i, figure.last, fault=f"you wrote '{said}'; the figure before says otherwise")


def _before(context: Context, figure: Figure, i: int) -> Figure | None:
    """Return the plain figure of the same quantity that is told last, in the sentence or the one before."""
    number = context.text.sentence_number(i)
    begin = context.text.sentences[max(0, number - 1)][0]
    told = [f for f in context.figures if begin <= f.first < i and f.kind == "level" and f.hedge == "exact"]
    if not told or not told[-1].fields & figure.fields & (PERCENTS | WIND) or told[-1].unit != figure.unit:
        return None
    here, there = (context.scopes.at(f.first, f.last) for f in (figure, told[-1]))
    return told[-1] if (here.days, here.spots) != (there.days, there.spots) else None
