"""Figures told again in another scale: "39 °C, which an American would call 102", "13 km/h, say 8 miles"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import agrees, fits, unit_of
from scripts.grounding.figures.figure_kinds import hedged
from scripts.grounding.figures.numbers import find
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.cardinals import Number
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import ABOUT, TEMPERATURES, WIND
from scripts.grounding.words.units_said import LENGTHS, UNKNOWN_SCALE, convert

_OTHER: Final = {"C": "F", "F": "C"}
_SCALE_OF: Final[dict[str, str]] = {
    **dict.fromkeys(word_list("fahrenheit fahrenheit's american americans american's yankee yankees"), "F"),
    **dict.fromkeys(word_list("celsius celsius's centigrade swede swede's metric european europeans"), "C"),
    **dict.fromkeys(word_list("french frenchman frenchmen continental continent paris"), "C"),
    **dict.fromkeys(word_list("scale dial reckoning money thermometer thermometers system style"), ""),
    **dict.fromkeys(word_list("sailor sailors seaman seamen mariner mariners log"), "kn"),
    **{word: unit for word, unit in LENGTHS.items() if len(word) > 3},
    **dict.fromkeys(word_list("knot knots"), "kn"),
}  # fmt: skip
"""The scale that a word speaks of; "" where it is only another one than that before."""

_NAMING: Final = word_set(
    "call calls called say says name names reckon reckons write put term read make makes"
)
_TRIGGERS: Final = Triggers((*_SCALE_OF, *_NAMING))
_SCALES: Final = Triggers(_SCALE_OF)
_ABOUT: Final = ABOUT | word_set("a an the some just nearly almost your our roughly something only near on")
_MEANS: Final = word_set(
    "is call calls called be makes make making equals equal means say says name names read reads that's "
    "becomes term terms as it"
)
"""What stands right before a figure told again, but for a hedge: "which is", "would call", "call it"."""

_COMES: Final = word_set(
    "comes come works out amounts converts translates equivalent equal answers put puts set reckon reckoned"
)
_OPENING: Final = frozenset(("which", "that", "call", "say", "or", "i.e", "that's", "being", "meaning"))
_REACH: Final = 16
_BEHIND: Final = 8
"""Tokens between a figure and the same told again, and behind that, within which its scale is named."""


def judge_restated(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each figure that is told again in another scale."""
    if not context.text.where(_TRIGGERS) or not context.given:
        return
    for number in find(context.text):
        base = _base_of(context, number)
        scale = _scale_of(context, number, base) if base is not None else None
        if base is None or scale is None or not context.stances.is_asserted(base.first):
            continue
        told = list(_told(context, base, scale))
        if not told:
            continue
        figure = _as_figure(context, number, base, scale)
        meant = [reading for reading, field, value in told if agrees(figure, value, field)]
        if meant:
            yield Judgement(base.first, number.last, tuple(meant))
        else:
            said = context.text.around(base.first, number.last)
            fault = f"you wrote '{said}'; {base.least:g} is {told[0][2]:.0f} on that scale"
            yield Judgement(base.first, number.last, fault=fault)


def as_restated(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of the figure before, where a bare one tells the same in another scale."""
    if figure.kind != "level" or figure.unit is not None or not context.text.where(_TRIGGERS):
        return []
    number = Number(figure.first, figure.last, figure.least)
    base = _base_of(context, number)
    scale = _scale_of(context, number, base) if base is not None else None
    if base is None or scale is None:
        return []
    meant = _as_figure(context, number, base, scale)
    return [reading for reading, field, value in _told(context, base, scale) if agrees(meant, value, field)]


def _base_of(context: Context, number: Number) -> Figure | None:
    """Return the figure that a number tells again: the last before it, where it is said to be the same."""
    begin, _ = context.text.sentence(number.first)
    before = [f for f in context.figures if begin <= f.first and f.last < number.first]
    base = before[-1] if before else None
    if base is None or number.first - base.last > _REACH or number.form != "plain":
        return None
    if (
        base.kind != "level"
        or not base.is_exact
        or not base.must
        or base.fields.isdisjoint(TEMPERATURES | WIND)
    ):
        return None
    span = range(base.last + 1, number.first)
    between = tuple(context.text.words[k] for k in span if k not in context.taken)
    if any(f.first == number.first and f.kind != "level" for f in context.figures):
        return None
    return base if _leads_on(between) else None


def _leads_on(between: tuple[str, ...]) -> bool:
    """Whether "which is", "which a sailor would log as", "call it" or "or" stands before the same again."""
    while between and between[-1] in _ABOUT:
        between = between[:-1]
    if len(between) < 2:
        return between == ("or",)
    if between[-1] == "or" or between[1] == "or":
        return len(between) <= _BEHIND
    is_told = between[-1] in _MEANS or (between[-1] in ("to", "at") and between[-2] in _COMES)
    return is_told and not _OPENING.isdisjoint(between)


def _scale_of(context: Context, number: Number, base: Figure) -> str | None:
    """Return the scale that a number is told in, None where it may be that of the figure before."""
    is_of_wind = not base.fields.isdisjoint(WIND)
    scale = _named(context, number, base)
    if scale == "" and not is_of_wind:
        scale = _OTHER.get(_unit_of_base(context, base) or "")
    is_of_kind = scale in ("km/h", "mph", "kn", "m/s") if is_of_wind else scale in ("C", "F")
    return scale if is_of_kind and scale != _unit_of_base(context, base) else None


def _named(context: Context, number: Number, base: Figure) -> str | None:
    """Return the scale that words between or behind two figures name, "" where it is just another one."""
    _, end = context.text.sentence(number.first)
    later = (f.first for f in context.figures if f.first > number.last)
    until = min(end, number.last + _BEHIND, next(later, end))
    for k in context.text.where(_SCALES):
        if base.last < k < until:
            return _SCALE_OF[context.text.words[k]]
    return None


def _unit_of_base(context: Context, base: Figure) -> str | None:
    """Return the unit of a figure: its own, or the one in which it is of the results."""
    if base.unit not in (None, UNKNOWN_SCALE):
        return base.unit
    for reading in context.given:
        for field in base.fields & reading.values.keys():
            if fits(base, reading, field):
                unit = unit_of(reading, field)
                return unit if agrees(base, reading.values[field], field) else _OTHER.get(unit or "", unit)
    return None


def _told(context: Context, base: Figure, scale: str) -> Iterator[tuple[Reading, Field, float]]:
    """Yield the values that a figure is of, and itself, in another scale."""
    for reading in context.given:
        for field in base.fields & reading.values.keys():
            if fits(base, reading, field):
                unit = unit_of(reading, field)
                yield reading, field, convert(base.least, _unit_of_base(context, base), scale)
                yield reading, field, convert(reading.values[field], unit, scale)


def _as_figure(context: Context, number: Number, base: Figure, scale: str) -> Figure:
    figure = Figure(number.first, number.last, number.value, number.value, base.fields, scale)
    return hedged(context.text, figure)
