"""Differences to the user's own figures, and of what is felt to what is in one of several places."""

from collections.abc import Iterator, Sequence

from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.words.amiss import side_of_users
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert, convert_difference

_OPENING = 5
"""Tokens at most before a difference that goes on from the "yes" that a reply opens with."""

SCALES = frozenset(("C", "F", "km/h", "mph", "kn", "m/s"))
_ABOVE = frozenset(("above", "over", "beyond", "past", "warmer", "hotter", "higher", "clear", "better"))
_UNDER = frozenset(("below", "under", "beneath", "short", "shy", "cooler", "colder", "lower", "less"))
_FEEL = ("feel", "felt", "skin", "chill", "bones", "body", "cheek")
_PASSING = frozenset(
    (
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
        "pass",
        "passes",
        "passed",
        "break",
        "breaks",
        "broke",
        "top",
        "tops",
        "beat",
        "beats",
        "clear",
        "clears",
        "cleared",
        "overshoots",
        "overshoot",
        "surpasses",
        "overtops",
        "crosses",
        "betters",
        "outruns",
        "overruns",
    )
)
_FAILING = frozenset(
    (
        "undershoots",
        "undershoot",
        "undercuts",
        "falls",
        "stops",
        "lacks",
        "wants",
        "short",
        "shy",
        "under",
        "below",
        "within",
    )
)
_MISSING = frozenset(("misses", "miss", "missed", "missing"))
_LEASTS = frozenset(("minimum", "floor", "least", "requirement", "need"))
_OVER = frozenset(("over", "at_least", "just_over"))
_UNDER_HEDGES = frozenset(("under", "at_most", "nearly"))
_ANSWERS = frozenset(("yes", "no", "aye", "nay", "indeed", "barely", "just", "easily", "comfortably", "not"))
_IT = frozenset(("it", "that", "yours"))
_OWN = frozenset(("your", "the", "thy", "that", "his", "her"))
_MARKS = frozenset(
    (
        "mark",
        "limit",
        "line",
        "threshold",
        "cutoff",
        "minimum",
        "maximum",
        "number",
        "figure",
        "rule",
        "budget",
        "bar",
        "target",
        "ceiling",
        "floor",
        "requirement",
        "cut-off",
        "wager",
        "bet",
        "guess",
    )
)
_SIDES = frozenset(("over", "under", "above", "past", "beyond", "short", "shy"))
_CLOSING = frozenset((",", ".", ";", "!", "—", ":", ")", "and", "but", "today", "tomorrow", "on"))
_REACH = 4
_FAR = 9
_COMPARED = frozenset(("than", "apart", "between", "against", "versus"))


def to_users_amiss(
    context: Context, figure: Figure, readings: Sequence[Reading]
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield the differences to the user's own figures that are on the side of the truth that is said."""
    side = side_of_users(context.text, figure)
    if side is None and passes_mark(context, figure):
        told = side_told(context, figure)
        side = None if told is None else -told
    for reading in readings:
        for field in of_day(context, figure, reading):
            for own in context.user.figures:
                scale = own.unit if own.unit in SCALES else None
                gap = own.least - convert(reading.values[field], unit_of(reading, field), scale)
                if side is None or side * gap > 0:
                    yield round(abs(gap), 6), (reading,)


def is_within_mark(context: Context, figure: Figure) -> bool:
    """Whether "within a degree of it" is said of the user's own figure."""
    words = context.text.words
    if words[figure.first - 1] != "within" or not context.user.figures:
        return False
    after = words[figure.last + 1 : figure.last + 3]
    return (
        after[:1] == ("of",) and after[1:] != () and after[1] in ("it", "that", "your", "thy", "the", "yours")
    )


def of_day(context: Context, figure: Figure, reading: Reading) -> Iterator[Field]:
    """Yield the fields a mark is held against: of a day its high, unless the night is spoken of."""
    begin, end = context.stances.sentence(figure.first)
    is_nightly = {"night", "nights", "low", "lows", "overnight"} & {
        *context.text.words[begin:end],
        *context.user.words,
    }
    first, last = context.stances.segment(figure.first)
    clause = (*context.text.words[first:last], *context.user.texts[-1].words)
    is_felt = any(word.startswith(_FEEL) for word in clause)
    for field in figure.fields & reading.values.keys():
        if field == "feels_like" and not is_felt and "temperature" in reading.values:
            continue
        if field != "low" or is_nightly or "high" not in reading.values:
            yield field


def has_mark(context: Context) -> bool:
    """Whether the user has given a figure of their own, or asked about freezing."""
    return bool(context.user.figures) or "freezing" in context.user.words


def to_users(
    context: Context, figure: Figure, readings: Sequence[Reading]
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield the differences of the readings to the user's own figures: "two under your limit"."""
    told = side_told(context, figure)
    for reading in readings:
        for field in of_day(context, figure, reading):
            for own in context.user.figures:
                side = told if told is not None else _side_answered(context, figure, own)
                given = convert(
                    reading.values[field], unit_of(reading, field), own.unit if own.unit in SCALES else None
                )
                if side is None or side * (given - own.least) >= 0:
                    yield round(abs(given - own.least), 6), (reading,)


def side_told(context: Context, figure: Figure) -> int | None:
    """Return on which side of the user's figure something is said to be, behind the number or by its verb."""
    words = context.text.words
    side = side_named(words[figure.last + 1 : figure.last + 2])
    first, _ = context.stances.segment(figure.first)
    before = words[first : figure.first]
    if side is not None or "by" not in before[-3:]:
        return side
    if not _PASSING.isdisjoint(before):
        return 1
    if not _MISSING.isdisjoint(before):
        return -1 if not _LEASTS.isdisjoint(before) else None
    return -1 if not _FAILING.isdisjoint(before) else None


def answers_mark(context: Context, figure: Figure) -> bool:
    """Whether a reply opens with by how much the user's mark is passed or missed: "Yes, by four degrees"."""
    words = context.text.words
    is_opening = figure.first <= _OPENING and words[0] in _ANSWERS and "by" in words[: figure.first]
    return is_opening and len(context.user.figures_now) == 1


def passes_mark(context: Context, figure: Figure) -> bool:
    """Whether something is said to pass the user's mark, or keep under it, by so much: "breaks it by one"."""
    words = context.text.words
    after = (*words[figure.last + 1 : figure.last + 3], ".", ".")
    if after[0] in _SIDES and after[1] in _CLOSING and figure.unit is not None:
        return True
    first, _ = context.stances.segment(figure.first)
    if "by" not in words[max(first, figure.first - _REACH) : figure.first]:
        return False
    for k in range(max(first, figure.first - _FAR), figure.first - 1):
        if words[k] in _PASSING or words[k] in _FAILING or words[k] in _MISSING or words[k] in _ABOVE:
            if words[k + 1] in _IT:
                return True
            if words[k + 1] in _OWN and not _MARKS.isdisjoint(words[k + 1 : figure.first]):
                return True
    return False


def _side_answered(context: Context, figure: Figure, own: Figure) -> int | None:
    """Return the side of a mark that the head of a reply says: "Above 20?" "Yes, by seven"."""
    words = context.text.words
    bound = 1 if own.hedge in _OVER else -1 if own.hedge in _UNDER_HEDGES else 0
    if not bound or figure.first > _OPENING or words[0] not in ("yes", "no", "not") or "not" in words[1:3]:
        return None
    return bound if words[0] == "yes" else -bound


def side_named(after: tuple[str, ...]) -> int | None:
    """Return which side a difference is on: 1 above, -1 below; None where no word tells."""
    if not _ABOVE.isdisjoint(after):
        return 1
    return -1 if not _UNDER.isdisjoint(after) else None


def felt_of_one(context: Context, figure: Figure) -> list[tuple[float, tuple[Reading, ...]]]:
    """Return how far felt and true are apart in the one place of a clause, where a sentence names several."""
    begin, end = context.stances.sentence(figure.first)
    first, last = context.stances.segment(figure.first)
    named = [cue for cue in context.scopes.places if begin <= cue.first < end and cue.spots]
    here = [cue for cue in named if first <= cue.first < last]
    if len(named) < 2 or len(here) != 1:
        return []
    if not _COMPARED.isdisjoint(context.text.words[first:last]):
        return []
    pairs = [r for r in context.given if r.place in here[0].spots and "feels_like" in r.values]
    return [gap for reading in pairs for gap in _felt_and_true(reading, figure.unit)]


def _felt_and_true(reading: Reading, unit: str | None) -> list[tuple[float, tuple[Reading, ...]]]:
    """Return how far what is felt is from what is, in a unit of difference."""
    if not {"temperature", "feels_like"} <= reading.values.keys():
        return []
    wanted = unit if unit != UNKNOWN_SCALE else None
    gap = reading.values["feels_like"] - reading.values["temperature"]
    return [(abs(round(convert_difference(gap, reading.temperature_unit, wanted), 6)), (reading,))]
