"""On which side of the thermometer it is said to feel: "hotter than that", "the wind takes three off"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.cardinals import is_numeral
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import TEMPERATURES
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.units_said import convert

_WARMER: Final = {
    **dict.fromkeys(word_list("warmer hotter"), 1),
    **dict.fromkeys(word_list("colder cooler chillier nippier frostier icier"), -1),
}
_MORE: Final = {
    **dict.fromkeys(word_list("more higher"), 1),
    **dict.fromkeys(word_list("less lower fewer"), -1),
}
_EXTREME: Final = {
    **dict.fromkeys(word_list("worse fiercer harsher"), 1),
    **dict.fromkeys(word_list("milder gentler kinder softer"), -1),
}
"""Words that point away from a mild temperature, or back to it."""

_SIDES: Final = {
    **dict.fromkeys(word_list("above over"), 1),
    **dict.fromkeys(word_list("below under beneath short shy"), -1),
}
_GIVING: Final = {
    **dict.fromkeys(word_list("add adds added adding lend lends gives gain gains gained"), 1),
    **dict.fromkeys(
        word_list(
            "take takes took taking steal steals stole shave shaves shaved knock knocks knocked rob robs "
            "strip "
            "strips subtract subtracts trim trims trimmed lop lops cut cuts deduct deducts pinch pinches "
            "filch "
            "filches shear shears lose loses lost"
        ),
        -1,
    ),
}
_TRIGGERS: Final = Triggers((*_WARMER, *_EXTREME))
_GIVERS: Final = Triggers(_GIVING)
_COMPARING: Final = Triggers((*_MORE, *_SIDES))
_FEEL: Final = ("feel", "felt", "skin", "bones", "cheek", "flesh", "body")
_TAKERS: Final = word_set(
    "wind wind's breeze breezes gusts humidity air damp dampness dryness calm moisture chill feel skin it "
    "which that"
)
_OF_COLD: Final = word_set("cold chill frost bite cooling coolness shiver relief ice")
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

_THAN_FELT: Final = ("than", "it", "feels")
"""What stands behind a comparative that says of the reading what it is beside the feel of it."""

_FREEZING: Final = word_set("freezing zero frost mark")
_MILD_C: Final = 18.0
_BEFORE: Final = 9
_BEHIND: Final = 4
_DENYING: Final = 3


@told_by(_TRIGGERS, _COMPARING, _GIVERS)
def judge_felt(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each comparison of what is felt with what is read that is the wrong way round."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        if words[i + 1 : i + 4] == _THAN_FELT:
            yield from _judged(context, i, -_WARMER.get(words[i], 0), -_EXTREME.get(words[i], 0))
        elif _speaks_of_feel(context, i) and _is_of_reading(words, i):
            yield from _judged(context, i, _WARMER.get(words[i]), _EXTREME.get(words[i], 0))
    for figure in context.figures:
        if figure.kind != "difference" or not figure.fields & TEMPERATURES:
            continue
        behind = words[figure.last + 1] if figure.last + 1 < len(words) else "."
        following = words[figure.last + 2 : figure.last + 3]
        begin, end = context.stances.sentence(figure.first)
        if not _FREEZING.isdisjoint(words[begin:end]):
            continue
        is_of_reading = behind in _SIDES and following != () and following[0] in _READ
        if (
            behind in _MORE
            and _is_of_reading(words, figure.last + 1)
            and _speaks_of_feel(context, figure.first)
        ):
            yield from _judged(context, figure.first, _MORE[behind], 0)
        if is_of_reading and _speaks_of_feel(context, figure.first):
            yield from _judged(context, figure.first, _SIDES[behind], 0)
    for i in context.text.where(_GIVERS):
        gap = _given(context, i)
        if gap is not None:
            is_of_cold = not _OF_COLD.isdisjoint(words[gap.last + 1 : gap.last + _BEHIND])
            yield from _judged(context, i, -1 if is_of_cold else _GIVING[words[i]], 0)


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
    return any(("offset", 0) not in (cue.days or ()) for cue in cues)


def _is_of_reading(words: Sequence[str], i: int) -> bool:
    """Whether a comparative is measured from what the thermometer says, or from nothing that is named."""
    following = words[i + 1] if i + 1 < len(words) else "."
    if following != "than":
        return following in _CLOSING and "than" not in words[i + 2 : i + 6]
    return i + 2 < len(words) and words[i + 2] in _READ


def _given(context: Context, i: int) -> Figure | None:
    """Return the degrees that the wind or the air is said to add or to take: "takes three degrees off it"."""
    words = context.text.words
    first, last = context.stances.segment(i)
    figure = next((f for f in context.figures if i < f.first <= i + _BEHIND), None)
    if figure is None or figure.kind != "difference" or not figure.fields & TEMPERATURES:
        return None
    if _TAKERS.isdisjoint(words[max(first, i - _BEHIND) : i]) or _names_other(context, first, last):
        return None
    behind = words[figure.last + 1 : figure.last + 3]
    is_of_cold = behind[:1] == ("of",) and behind[1:] != () and behind[1] in _OF_COLD
    return (
        figure if is_of_cold or behind[:1] in (("to",), ("off",), ("from",), (".",), (",",), (";",)) else None
    )


def _judged(context: Context, i: int, sign: int | None, away: int) -> Iterator[Judgement]:
    if not context.stances.is_asserted(i) or context.stances.is_denied_before(i, _DENYING) is not False:
        return
    readings = context.about(context.scopes.at(i, i))
    both = [r for r in readings if {"temperature", "feels_like"} <= r.values.keys()]
    if not both:
        return
    if any((sign or away * _side_of_mild(r)) * (_felt(r) - r.values["temperature"]) > 0 for r in both):
        yield Judgement(i, i, tuple(both))
        return
    said = context.text.around(i, i)
    yield Judgement(i, i, fault=f"you wrote '{said}'; by the results it feels otherwise")


def _felt(reading: Reading) -> float:
    return reading.values["feels_like"]


def _side_of_mild(reading: Reading) -> int:
    """Return 1 where it is warmer than mild, -1 where it is colder."""
    celsius = convert(reading.values["temperature"], reading.temperature_unit or "C", "C")
    return 1 if celsius > _MILD_C else -1
