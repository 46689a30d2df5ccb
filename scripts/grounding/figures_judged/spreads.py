"""Whether the days that a figure with a margin is told of lie within it: "highs sit at 65 ± 8 °F"."""

from collections.abc import Iterator

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.figures.agreement import fits
from scripts.grounding.figures.margins import MARGIN


@told_by(MARGIN)
def judge_margins(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each figure with a margin that some day of those it is told of lies outside of."""
    places = context.text.where(MARGIN)
    for figure in context.figures if places else ():
        if figure.is_exact or not any(figure.first < k < figure.last for k in places):
            continue
        readings = context.about(context.scopes.at(figure.first, figure.last))
        for field in figure.fields:
            told = [reading for reading in readings if field in reading.values]
            if told and all(fits(figure, reading, field) for reading in told):
                break
        else:
            said = context.text.said(figure.first, figure.last)
            yield Judgement(
                figure.first, figure.last, fault=f"you wrote '{said}'; the results go beyond that"
            )
