"""On which side of the thermometer it is said to feel: "hotter than that", "the wind takes three off"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.between_places import implied_gaps, place_gaps
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import TODAY, Field, Reading
from scripts.grounding.figures.agreement import is_rounded
from scripts.grounding.figures.felt_gaps import FELT_WORDS, Gap, gap_told, other_days
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.tolerances import ABOUT_DEGREES
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert, convert_difference

_WARMER: Final = {
    **dict.fromkeys(word_list("warmer hotter"), 1),
    **dict.fromkeys(word_list("colder cooler chillier nippier frostier icier"), -1),
}
_EXTREME: Final = {
    **dict.fromkeys(word_list("worse fiercer harsher"), 1),
    **dict.fromkeys(word_list("milder gentler kinder softer"), -1),
}
"""Words that point away from a mild temperature, or back to it."""

_TRIGGERS: Final = Triggers((*_WARMER, *_EXTREME))
_FEEL: Final = ("feel", "felt", "skin", "bones", "cheek", "flesh", "body")
_READ: Final = word_set(
    "that it the this what its their glass thermometer mercury reading temperature figure actual advertised "
    "either real any"
)
_CLOSING: Final = word_set(
    ". , ; : ! ) — – \n and but still yet to on out here for in with because thanks than again besides by "
    "than"
)
_COUNTING: Final = word_set(
    "degree degrees ° c f a an some about around roughly fully or so nearly almost just only"
)
"""What stands before a comparative that goes on from the words before a comma: "…, three degrees cooler"."""

_TRUE: Final = frozenset[Field](("temperature", "feels_like"))
_BETWEEN_PLACES: Final = tuple((word,) for word in _WARMER)
"""What may as well compare two places behind a figure: "Oslo feels six degrees colder"."""

_THAN_FELT: Final = ("than", "it", "feels")
"""What stands behind a comparative that says of the reading what it is beside the feel of it."""

_MILD_C: Final = 18.0
_NEAR_MILD_C: Final = 4.0
_BEFORE: Final = 9
_BEHIND: Final = 4
_DENYING: Final = 3


@told_by(_TRIGGERS, FELT_WORDS)
def judge_felt(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each figure of how far the feel is from the thermometer, and for each comparison
    of the two without one that is the wrong way round."""
    words = context.text.words
    told = {figure.last + 1 for figure in context.figures if figure.kind == "felt"}
    gap = None
    for figure in context.figures:
        if figure.kind == "felt":
            others = other_days(context.scopes.days)
            gap = gap_told(context.text, figure.first, figure.last, others) or gap
            yield from _measured(context, figure, gap)
    for i in context.text.where(_TRIGGERS):
        if i in told:
            continue
        if words[i + 1 : i + 4] == _THAN_FELT:
            yield from _judged(context, i, -_WARMER.get(words[i], 0), -_EXTREME.get(words[i], 0))
        elif _speaks_of_feel(context, i) and _is_of_reading(words, i):
            yield from _judged(context, i, _WARMER.get(words[i]), _EXTREME.get(words[i], 0))


def _measured(context: Context, figure: Figure, gap: Gap | None) -> Iterator[Judgement]:
    """Judge by how much, and which way, the feel is said to be from the thermometer."""
    if gap is None or not context.stances.is_asserted(figure.first):
        return
    readings = context.about(context.scopes.at(figure.first, figure.last))
    both = [r for r in readings if {"temperature", "feels_like"} <= r.values.keys()]
    held = [reading for reading in both if _is_so_far(figure, gap, reading)]
    is_compared = context.text.words[figure.last + 1 : figure.last + 2] in _BETWEEN_PLACES
    if not held and is_compared and len({reading.place for reading in context.given}) > 1:
        gaps = place_gaps(context, figure, _TRUE) or implied_gaps(context, figure, _TRUE) or ()
        held = [one for exact, pair in gaps if is_rounded(figure.least, exact) for one in pair]
    said = context.text.around(figure.first, figure.last)
    fault = "" if held else f"you wrote '{said}'; the results say {_told(both)}"
    yield Judgement(figure.first, figure.last, tuple(held), fault)


def _told(readings: Sequence[Reading]) -> str:
    """Say in words how warm it is and feels, of the first of the readings."""
    if not readings:
        return "nothing of how it feels"
    values = readings[0].values
    return f"{values['temperature']:g} that feels like {values['feels_like']:g}"


def _is_so_far(figure: Figure, gap: Gap, reading: Reading) -> bool:
    """Whether the feel is so many degrees from the thermometer, on the side that is told."""
    unit = None if figure.unit == UNKNOWN_SCALE else figure.unit
    exact = convert_difference(_felt(reading) - reading.values["temperature"], reading.temperature_unit, unit)
    sides = [side * gap.sign for side in _sides_of_mild(reading)] if gap.is_away else [gap.sign]
    is_either = gap.is_more and reading.values["temperature"] < 0
    if not is_either and all(side * exact < 0 for side in sides):
        return False
    slack = ABOUT_DEGREES if figure.hedge == "about" else 0
    exact = round(abs(exact), 6)
    return abs(exact - figure.least) <= slack or is_rounded(figure.least, exact)


def _speaks_of_feel(context: Context, i: int) -> bool:
    """Whether the words around token i, up to a comma, speak of how it feels, and of no other day."""
    first, last = context.stances.segment(i)
    begin, _ = context.stances.sentence(i)
    if first > begin + 1 and _COUNTING.issuperset(
        word for word in context.text.words[first:i] if not is_numeral(word)
    ):
        first, _ = context.stances.segment(first - 2)
    near = context.text.words[max(first, i - _BEFORE) : min(last, i + _BEHIND)]
    is_asked = (
        context.user.asks_feel and i + 1 < len(context.text.words) and context.text.words[i + 1] == "than"
    )
    return (is_asked or any(word.startswith(_FEEL) for word in near)) and not _names_other(
        context, first, last
    )


def _names_other(context: Context, first: int, last: int) -> bool:
    """Whether a day other than today stands from token `first` to `last`."""
    cues = context.scopes.named_between(first, last - 1)
    return any(TODAY.isdisjoint(cue.days or ()) for cue in cues)


def _is_of_reading(words: Sequence[str], i: int) -> bool:
    """Whether a comparative is measured from what the thermometer says, or from nothing that is named."""
    following = words[i + 1] if i + 1 < len(words) else "."
    if following != "than":
        return following in _CLOSING and "than" not in words[i + 2 : i + 6]
    return i + 2 < len(words) and words[i + 2] in _READ


def _judged(context: Context, i: int, sign: int | None, away: int) -> Iterator[Judgement]:
    if not context.stances.is_asserted(i) or context.stances.is_denied_before(i, _DENYING) is not False:
        return
    readings = context.about(context.scopes.at(i, i))
    both = [r for r in readings if {"temperature", "feels_like"} <= r.values.keys()]
    if not both:
        return
    if any(
        (sign or away * side) * (_felt(r) - r.values["temperature"]) > 0
        for r in both
        for side in _sides_of_mild(r)
    ):
        yield Judgement(i, i, tuple(both))
        return
    said = context.text.around(i, i)
    yield Judgement(i, i, fault=f"you wrote '{said}'; by the results it feels otherwise")


def _felt(reading: Reading) -> float:
    return reading.values["feels_like"]


def _sides_of_mild(reading: Reading) -> tuple[int, ...]:
    """Return 1 where it is warmer than mild, -1 where it is colder; both where it is near it."""
    celsius = convert(reading.values["temperature"], reading.temperature_unit or "C", "C")
    return tuple(side for side in (1, -1) if side * (celsius - _MILD_C) > -_NEAR_MILD_C)
