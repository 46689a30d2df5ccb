"""How far something is said to be from freezing: "one degree below it", "two short of a snowstorm"."""

from collections.abc import Sequence

from scripts.grounding.constructions.figure_clauses import speaks_of_feel
from scripts.grounding.constructions.user_gaps import SCALES, side_named
from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import is_rounded, unit_of
from scripts.grounding.text import word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import convert

_RISING = frozenset(("above", "over", "reach", "reaches", "thaw", "melt"))
"""What somebody asks to whom "a degree short of freezing" means below it; else it may be above."""

_IT = frozenset(("it", "that", "mark", "line"))
FROST = frozenset(("freezing", "frost", "frosts", "freeze", "freezes", "ice"))
_THAW = frozenset(("thaw", "thaws", "melt", "melts", "thawing"))
_SHORT_OF = (("short", "of"), ("shy", "of"), ("from", "being"), ("away", "from"), ("too", "warm"))
_SNOW = FROST | word_set("snow snowing snows snowstorm snowfall blizzard sleet freeze snowflakes")
"""What nothing can be short of by so many degrees, unless by those that it is above freezing."""


def from_freezing(
    context: Context, figure: Figure, readings: Sequence[Reading]
) -> list[tuple[float, tuple[Reading, ...]]]:
    """Return the differences to freezing on the side of it that is named: "one degree below freezing"."""
    after = context.text.words[figure.last + 1 : figure.last + 8]
    if "side" in after and not FROST.isdisjoint(after):
        return _either_side_of_freezing(figure, readings)
    if after[:2] in _SHORT_OF and not _SNOW.isdisjoint(after):
        return _either_side_of_freezing(figure, readings)
    if after[:3] == ("to", "the", "good") and not FROST.isdisjoint(context.user.texts[-1].words):
        return _either_side_of_freezing(figure, readings)
    after = after[:3]
    side = side_named(after[:1])
    is_asked = not (FROST | _THAW).isdisjoint(context.user.texts[-1].words) and not _IT.isdisjoint(after[1:])
    if side is None or (FROST.isdisjoint(after) and not is_asked):
        return []
    if after[0] in ("short", "shy") and _RISING.isdisjoint(context.user.texts[-1].words):
        return _either_side_of_freezing(figure, readings)
    unit = figure.unit if figure.unit in SCALES else None
    is_of_feel = speaks_of_feel(context, figure)
    return [
        (
            max(
                -1.0,
                side * (convert(value, unit_of(one, field), unit) - freezing(unit or one.temperature_unit)),
            ),
            (one,),
        )
        for one in readings
        for field, value in one.values.items()
        if field in figure.fields and (field != "feels_like" or is_of_feel)
    ] + _from_mean(context, figure, side) or [(-1.0, ())]


def _from_mean(context: Context, figure: Figure, side: int) -> list[tuple[float, tuple[Reading, ...]]]:
    """Return how far a mean told in the sentence is from freezing: "29 on the average, three short of it"."""
    begin, end = context.stances.sentence(figure.first)
    means = [f for f in context.figures if begin <= f.first < end and f.kind == "mean" and f.must]
    scales = [reading.temperature_unit for reading in context.given]
    return [
        (max(-1.0, side * (mean.least - freezing(scales[-1]))), tuple(context.given[-1:]))
        for mean in means
        if scales and mean.fields & TEMPERATURES
    ]


def mean_from_freezing(
    context: Context, figure: Figure, readings: Sequence[Reading]
) -> list[tuple[float, tuple[Reading, ...]]]:
    """Return how far the means told in the sentence are from freezing: "29 on average, three short of it"."""
    begin, _ = context.stances.sentence(figure.first)
    scale = figure.unit if figure.unit in SCALES else readings[0].temperature_unit if readings else None
    means = [f.least for f in context.figures if f.kind == "mean" and begin <= f.first < figure.first]
    return [(abs(mean - freezing(scale)), tuple(readings)) for mean in means]


def _either_side_of_freezing(
    figure: Figure, readings: Sequence[Reading]
) -> list[tuple[float, tuple[Reading, ...]]]:
    """Return how far values are from freezing, on whichever side: "two degrees short of freezing"."""
    return [
        (abs(reading.values[field] - freezing(reading.temperature_unit)), (reading,))
        for reading in readings
        for field in figure.fields & reading.values.keys()
    ] or [(-1.0, ())]


def as_from_freezing(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings so far from freezing, to somebody who asked about it: "it stands one above"."""
    words = context.text.words
    side = side_named(words[figure.last : figure.last + 1])
    if side is None or FROST.isdisjoint(context.user.texts[-1].words) or not figure.fields & TEMPERATURES:
        return []
    clause = words[slice(*context.stances.segment(figure.first))]
    is_felt = any(word.startswith(("feel", "felt", "skin", "wind", "chill")) for word in clause)
    fields: tuple[Field, ...] = ("feels_like",) if is_felt else ("temperature", "high", "low")
    return [
        reading
        for reading in readings
        for field in fields
        if field in reading.values
        and is_rounded(abs(figure.least), side * (reading.values[field] - freezing(reading.temperature_unit)))
    ]


def freezing(scale: str | None) -> float:
    """Return freezing in a scale, of °C where none is known."""
    return 32.0 if scale == "F" else 0.0
