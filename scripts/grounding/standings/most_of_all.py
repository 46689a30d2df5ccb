"""Figures said to be the most or the least of all: "17 mph, the most of the five", "45 at the lowest"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits, unit_of
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import convert

_MOST: Final = {
    **dict.fromkeys(
        word_list(
            "most highest greatest largest heaviest strongest biggest hottest warmest worst peak maximum top"
        ),
        1,
    ),
    **dict.fromkeys(
        word_list("least lowest smallest lightest slightest slimmest coldest coolest weakest minimum"), -1
    ),
}
_TRIGGERS: Final = Triggers(_MOST)
_NOUNS: Final = word_set("peak maximum minimum most least highest lowest top")
_STOPS: Final = ((".",), (";",), (",",), ())
_LOWEST: Final = word_set("lowest coldest highest hottest warmest coolest")
_WHOLE: Final = word_set(
    "five week fortnight lot bunch set forecast run stretch days nights all three four six seven eight nine "
    "ten eleven twelve thirteen fourteen two them"
)
_HEADING_SIGNS: Final = {
    **dict.fromkeys(word_list("max maximum peak highest top"), 1),
    **dict.fromkeys(word_list("min minimum lowest"), -1),
}
_HEADING: Final = Triggers(_HEADING_SIGNS)
_LEAST: Final = 3
_REACH: Final = 4
_NEW_CLAUSE: Final = 20


@told_by(_HEADING, _TRIGGERS)
def judge_most_of_all(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each figure that is said to be the most or the least of several days'."""
    words = context.text.words
    for headed, sign in _headed(context):
        days = _days(context, headed)
        if len(days) >= _LEAST and not _is_most(headed, days, sign):
            said = context.text.said(headed.first, headed.last)
            fault = f"you wrote '{said}' as the most or least; by the results another value is"
            yield Judgement(headed.first, headed.last, fault=fault)
    for k in context.text.where(_TRIGGERS):
        if not context.stances.is_asserted(k) or not (_is_of_whole(words, k) or _is_at_its(words, k)):
            continue
        figure = _figure_before(context, k)
        if figure is not None and _is_at_its(words, k) and _is_of_one_day(context, figure):
            continue
        days = _days(context, figure) if figure is not None else []
        if figure is None or len(days) < 2 or figure.kind == "difference":
            continue
        if _is_most(figure, days, _MOST[words[k]]):
            yield Judgement(figure.first, k, tuple(days))
        else:
            said = context.text.said(figure.first, k)
            yield Judgement(figure.first, k, fault=f"you wrote '{said}'; by the results another day has that")


def _headed(context: Context) -> Iterator[tuple[Figure, int]]:
    """Yield the figures of "Max wind: 36 km/h" with the side they are on, where no day was named before."""
    words = context.text.words
    days = context.scopes.days
    for k in context.text.where(_HEADING):
        begin, _ = context.text.sentence(k)
        is_first = k - begin <= 1 and not any(cue.first < k and (cue.days or cue.bound) for cue in days)
        colon = next((n for n in range(k + 1, min(len(words), k + _REACH)) if words[n] == ":"), 0)
        figure = next((f for f in context.figures if colon and f.first == colon + 1), None)
        if is_first and figure is not None and figure.kind == "level":
            yield figure, _HEADING_SIGNS[words[k]]


def _is_of_whole(words: tuple[str, ...], k: int) -> bool:
    """Whether "the least of the five", "the highest of all" stands at token k."""
    if words[max(0, k - 2) : k] == ("is", "the") and words[k + 1 : k + 2] in _STOPS:
        return words[k] in _NOUNS
    if words[max(0, k - 1) : k] != ("the",) or words[k + 1 : k + 2] != ("of",):
        return False
    return not _WHOLE.isdisjoint(words[k + 2 : k + 4])


def _is_at_its(words: tuple[str, ...], k: int) -> bool:
    """Whether "at the very lowest" stands at token k."""
    return words[k] in _LOWEST and (
        words[k - 2 : k] == ("at", "the") or words[k - 3 : k] == ("at", "the", "very")
    )


def _figure_before(context: Context, k: int) -> Figure | None:
    """Return the figure that is said to be so: the last one before, in its clause."""
    before = [f for f in context.figures if f.last < k and f.kind == "level" and f.must]
    if not before or k - before[-1].last > 2 * _REACH:
        return None
    figure = before[-1]
    begin, _ = context.text.sentence(k)
    if any(begin <= f.first and f.kind == "difference" for f in context.figures if f.last < figure.first):
        return None  # "by six degrees at the warmest and four at the coldest"
    is_near = context.text.sentence_of[figure.last] == context.text.sentence_of[k]
    return figure if is_near and context.text.wall(figure.last, k) < _NEW_CLAUSE else None


def _is_of_one_day(context: Context, figure: Figure) -> bool:
    """Whether a figure is of one day named, whose warmest or coldest hour it is."""
    return len(context.scopes.at(figure.first, figure.last).days or ()) == 1


def _days(context: Context, figure: Figure) -> list[Reading]:
    """Return the days of the latest forecast, of the place that the figure is of."""
    spots = context.scopes.at(figure.first, figure.last).spots
    days = [r for r in context.given if not r.is_current and (spots is None or r.place in spots)]
    last = max((reading.call for reading in days), default=-1)
    return [reading for reading in days if reading.call == last]


def _is_most(figure: Figure, days: Sequence[Reading], sign: int) -> bool:
    for field in figure.fields:
        told = [reading for reading in days if field in reading.values]
        if not told:
            continue
        best = max(
            told, key=lambda r: sign * convert(r.values[field], unit_of(r, field), unit_of(told[0], field))
        )
        if fits(figure, best, field):
            return True
    return False
