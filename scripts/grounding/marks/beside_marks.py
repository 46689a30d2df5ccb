"""On which side of a mark a value is said to be: "well past it at 29", "under forty, at 41"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_PASSING: Final = (
    "above over past beyond exceeds exceeding tops clears surpasses passes exceeded topped cleared surpassed "
    "passed overtopped overtops crossed crosses broken breaks"
)
_SIDES: Final = {
    **dict.fromkeys(word_list(_PASSING), 1),
    **dict.fromkeys(word_list("misses missing fails"), -1),
    **dict.fromkeys(word_list("below under beneath underneath short shy"), -1),
}
_TRIGGERS: Final = Triggers(_SIDES)
_LEADING: Final = word_set("of the your thy a that this")
_IT: Final = word_set("it that this")
_AFTER_IT: Final = word_set("at with by on and but today tomorrow all for this")
_OWNERS: Final = word_set("your thy the that this")
_MARKS: Final = word_set(
    "mark limit line threshold cutoff cut-off minimum maximum budget ceiling floor bar target cap standard "
    "requirement rule figure number"
)
_AT: Final = word_set(", at with reaching making being a an just only about around the high low of to — – (")
_STANDING: Final = word_set(
    ", is well comfortably a good way ways far just and still safely some bit little which that that's — – "
    "barely has have already now the air it mercury glass thermometer temperature "
    "clear keeps stays puts it sits lies stands falls comes runs easily fairly deal long so"
)
_NIGHTS: Final = word_set("night nights overnight low lows minimum minima dawn")
_OTHERS: Final = word_set(
    "wind winds windy gusts breeze chance chances odds rain humidity humid percent feels"
)
_SCALES: Final = frozenset(("C", "F", "km/h", "mph", "kn", "m/s"))
_SLACK: Final = 0.51
"""Units by which a rounded value may lie on the other side of a mark."""


@told_by(_TRIGGERS)
def judge_beside_marks(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each value that is said to be on the side of a mark that it is not on."""
    for k in context.text.where(_TRIGGERS):
        found = _mark_behind(context, k)
        if found is None or not context.stances.is_asserted(k):
            continue
        if context.stances.is_denied(k, k) is not False:
            continue
        mark, last = found
        value = _value_behind(context, mark, last) or _value_before(context, mark, k)
        values = [_in_unit(value, mark)] if value is not None else _given(context, k, mark, last)
        sign = _SIDES[context.text.words[k]]
        if values and all(sign * (each - mark.least) < -_SLACK for each in values):
            said = context.text.around(k, last)
            yield Judgement(k, last, fault=f"you wrote '{said}'; {values[0]:g} is on the other side of that")
        elif values and value is None:
            yield Judgement(k, last, tuple(context.about(context.scopes.at(k, last))))


def _mark_behind(context: Context, k: int) -> tuple[Figure, int] | None:
    """Return the mark that the word at token k measures from, with its last token: told, or the user's."""
    words = context.text.words
    at = k + 1
    while at < len(words) and (
        words[at] in _LEADING or (words[at] in _MARKS and words[at + 1 : at + 2] == ("of",))
    ):
        at += 1
    own = next((f for f in context.figures if f.first == at), None)
    if own is not None:
        is_meant = own.must or not _MARKS.isdisjoint(words[k + 1 : at])
        is_plain = own.kind == "level" and own.is_exact and is_meant and not own.is_fraction
        return (own, own.last) if is_plain else None
    at = k + 1 + (words[k + 1 : k + 2] == ("of",))
    is_named = words[at : at + 1] != () and words[at] in _OWNERS and words[at + 1 : at + 2] != ()
    is_named = is_named and words[at + 1] in _MARKS
    behind = (*words[at + 1 : at + 2], ".")[0]
    is_it = words[at : at + 1] != () and words[at] in _IT and (not behind.isalpha() or behind in _AFTER_IT)
    mark = _users(context) if is_named or is_it else None
    return (mark, at + is_named) if mark is not None else None


def _users(context: Context) -> Figure | None:
    """Return the one mark that the user has just named; a bare one is of a temperature."""
    marks = [own for own in context.user.figures_now if own.is_exact and own.kind == "level"]
    if len(marks) != 1:
        return None
    words = context.user.texts[-1].words
    if marks[0].fields <= TEMPERATURES or len(marks[0].fields) == 1:
        return marks[0]
    return marks[0]._replace(fields=TEMPERATURES) if _OTHERS.isdisjoint(words) else None


def _value_behind(context: Context, mark: Figure, last: int) -> Figure | None:
    """Return the value told right behind a mark: "past it at 29", "under forty, at 41"."""
    behind = next((f for f in context.figures if f.first > last), None)
    if behind is None or not _is_value(context, behind, mark):
        return None
    between = context.text.words[last + 1 : behind.first]
    is_led = "at" in between or "with" in between or "reaching" in between
    return behind if is_led and _AT.issuperset(between) else None


def _value_before(context: Context, mark: Figure, k: int) -> Figure | None:
    """Return the value told right before a mark: "at 41, well under forty"."""
    before = next((f for f in reversed(context.figures) if f.last < k), None)
    if before is None or not _is_value(context, before, mark):
        return None
    between = context.text.words[before.last + 1 : k]
    is_near = bool(between) and _STANDING.issuperset(between)
    return (
        before if is_near and context.text.sentence_of[before.first] == context.text.sentence_of[k] else None
    )


def _is_value(context: Context, figure: Figure, mark: Figure) -> bool:
    is_plain = figure.kind == "level" and figure.is_exact and figure.hedge == "exact"
    return is_plain and bool(figure.fields & mark.fields) and context.stances.is_asserted(figure.first)


def _in_unit(value: Figure, mark: Figure) -> float:
    both = {value.unit, mark.unit} <= _SCALES
    return convert(value.least, value.unit, mark.unit) if both else value.least


def _given(context: Context, k: int, mark: Figure, last: int) -> list[float]:
    """Return the values of the one day or place that is said to be past the user's mark, told without one."""
    if mark in context.figures:
        return []
    readings = context.about(context.scopes.at(k, last))
    if len(readings) != 1 or not mark.fields <= TEMPERATURES:
        return []
    begin, end = context.stances.sentence(k)
    spoken = (*context.text.words[begin:end], *context.user.texts[-1].words)
    fields: tuple[Field, ...] = ("high", "temperature")
    if not _NIGHTS.isdisjoint(spoken):
        fields = ("high", "low", "temperature")
    if any(word.startswith("feel") for word in spoken):
        return []
    reading, scale = readings[0], mark.unit if mark.unit not in (None, UNKNOWN_SCALE) else None
    values = (field for field in fields if field in reading.values)
    return [convert(reading.values[field], unit_of(reading, field), scale) for field in values]
