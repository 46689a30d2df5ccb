"""The figures of a text: what quantity a number is of, in what unit, how it is hedged.

A number that is no weather (a time, a date, a price, a count of coats) yields no figure.
"""

from collections.abc import Sequence

from scripts.grounding.facts import Field
from scripts.grounding.figures.day_sides import sided
from scripts.grounding.figures.figure_kinds import as_decade, hedged, upward, with_kind
from scripts.grounding.figures.figure_labels import Label, label_of, labels_of, owner_of
from scripts.grounding.figures.figure_lists import (
    as_either,
    as_gapped,
    as_listed,
    as_lost,
    is_compared_with,
    of_same_whole,
)
from scripts.grounding.figures.figure_units import is_free, units_of
from scripts.grounding.figures.layouts import Place, places_told
from scripts.grounding.figures.margins import MARGIN, with_margins
from scripts.grounding.figures.unlabelled import (
    inherited_from,
    is_told_alike,
    names_count,
    pointer_of,
    read_unlabelled,
)
from scripts.grounding.text import Text
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import Number, part_behind
from scripts.grounding.words.figure import Figure, Hedge
from scripts.grounding.words.figure_words import FIELDS, PERCENTS, TEMPERATURES, WIND
from scripts.grounding.words.takings import is_made_of, is_stepped
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_CHANCE_OF = tuple(
    (noun, "of") for noun in ("chance", "chances", "odds", "probability", "likelihood", "risk")
)
_OF_WARMTH = (None, UNKNOWN_SCALE, "C", "F")
_ODD = 10
"""How far "forty-odd" reaches."""
_OTHER_BOUND: dict[Hedge, Hedge] = {"at_most": "under", "at_least": "over"}
_NEVER_PAST: dict[Hedge, Hedge] = {"under": "at_least", "over": "at_most"}
_EITHER = frozenset(("or", "nor"))
"""What goes on with a denial: "it won't get past 69 or under 42"."""

_BY_THE = (("by",), ("by", "the"), ("by", "its"))


_MEAN_OF = frozenset(("high", "highs", "low", "lows", "night", "nights"))
_MEAN_LINKS = frozenset((",", "and", "the", "its", "their"))


def find_figures(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], is_of_wind: bool = False
) -> list[Figure]:
    """Return the figures among the numbers; `taken` are tokens that dates have.

    `is_of_wind` says that wind was asked for, so that "twenty kilometres" is a wind without saying so.
    """
    if not numbers:
        return []
    labels = list(labels_of(text))
    units = units_of(text, numbers, taken, is_of_wind)
    placed = places_told(text, numbers)
    figures: list[Figure] = []
    for number, (unit, end) in zip(numbers, units, strict=True):
        if number.first in taken:
            continue
        if number.first in placed:
            figures.append(_placed(number, end, placed[number.first]))
            continue
        if is_free(text, number, unit, end):
            continue
        before = figures[-1] if figures else None
        if unit is not None and end > number.last:
            part, end = part_behind(text.words, end)
            number = number._replace(value=number.value + part)
        figure = of_same_whole(text, number, unit, before) or _figure(text, number, unit, end, labels, before)
        if figure is not None:
            if figures and figure.kind == "difference":
                figures[-1] = as_either(text, figures[-1], figure)
            figures.append(as_gapped(text, as_lost(text, figure, figures), figures))
    return with_margins(text, figures) if text.where(MARGIN) else figures


def _placed(number: Number, end: int, place: Place) -> Figure:
    value = number.value
    return Figure(
        number.first, end, value, value, place.fields, place.unit, must=place.must, label=place.label
    )


def _figure(
    text: Text, number: Number, unit: str | None, end: int, labels: Sequence[Label], before: Figure | None
) -> Figure | None:
    label: Label | None = None
    must = True
    end = max(end, number.last + _is_odd(text, number))
    beside = inherited_from(text, number, before) if unit is None else None
    ranged = _range_start(text, number, before)
    if ranged is not None and (unit is None or _is_of_family(unit, ranged.fields)):
        is_nightly = ranged.fields == FIELDS["night"]
        fields: frozenset[Field] | None = TEMPERATURES if is_nightly else ranged.fields
        must = unit is not None or (ranged.must and not names_count(text, end))
        unit = unit or ranged.unit
    else:
        label = owner_of(text, end, labels) if unit is None and number.form == "plain" else None
        label = label or label_of(text, number, end, labels, unit)
        fields = _fields(text, label, unit, number, end)
        if label is None and is_told_alike(text, number, unit, before):
            fields = before.fields if before is not None else fields
    is_plain = number.form == "plain"
    if is_plain and unit in _OF_WARMTH and is_made_of(text, number.first, end):
        label, fields, must = None, FIELDS["feels"], True
    elif is_plain and unit is None and is_stepped(text, number.first, end):
        label, fields, must = None, TEMPERATURES, True
    elif fields is None:
        fields, unit, must = read_unlabelled(text, number, end, before)
    elif unit is None and number.form != "fraction" and label is not None:
        is_part = number.form == "decade" and text.words[number.first - 1] in w.DECADE_WORDS
        must = is_part or _is_surely_labelled(text, number, end, label)
    if fields is None:
        return None
    if number.value < 0 and fields <= PERCENTS | WIND:
        fields, label, unit = TEMPERATURES, None, None
    figure = Figure(
        number.first, end, number.value, number.value, fields, unit, must=must,
        is_fraction=number.form == "fraction", label=label.at if label else None,
        is_of_hundred=number.value > 1 and text.words[number.last] in ("hundred", "100"),
    )  # fmt: skip
    figure = _as_hedged(text, figure, number, before)
    return as_listed(text, figure, beside) if beside is not None else figure


def _is_odd(text: Text, number: Number) -> bool:
    """Whether a number reaches to the next ten: "forty-odd"."""
    return number.form == "plain" and text.words[number.last + 1 : number.last + 2] == ("odd",)


def _as_hedged(text: Text, figure: Figure, number: Number, before: Figure | None) -> Figure:
    """Return a figure with its kind and hedge; what a difference is measured from has no hedge."""
    if _is_odd(text, number) and number.value % _ODD == 0:
        figure = figure._replace(most=number.value + _ODD)
    figure = sided(text, hedged(text, with_kind(text, as_decade(text, upward(text, figure), number))))
    if before is not None and before.kind == "mean" and figure.kind == "level":
        between = text.words[before.last + 1 : figure.first]
        figure = figure._replace(kind="mean") if _goes_on_averaging(between) else figure
    if before is not None and before.hedge in _OTHER_BOUND and figure.hedge == _OTHER_BOUND[before.hedge]:
        is_joined = not _EITHER.isdisjoint(text.words[before.last + 1 : figure.first])
        figure = figure._replace(hedge=_NEVER_PAST[figure.hedge]) if is_joined else figure
    if figure.hedge != "exact" and before is not None and is_compared_with(text, figure, before):
        figure = figure._replace(hedge="exact")
    return figure


def _goes_on_averaging(between: tuple[str, ...]) -> bool:
    """Whether a verb is left out behind a mean: "the highs average 12.6 °C and the lows 5.9 °C"."""
    is_listed = between[:1] in (("and",), (",",)) and not _MEAN_OF.isdisjoint(between)
    return is_listed and (_MEAN_OF | _MEAN_LINKS).issuperset(between)


def _is_of_family(unit: str, fields: frozenset[Field]) -> bool:
    """Whether a quantity may have a unit: no range goes from "38 km/h" to "13 degrees"."""
    if unit == "%":
        return bool(fields & PERCENTS)
    return bool(fields & (TEMPERATURES if w.FAMILY_OF_UNIT.get(unit) == "T" else WIND))


def _range_start(text: Text, number: Number, before: Figure | None) -> Figure | None:
    """Return the figure that this number ends a range with: "11 to 13", "between 4 and 7"."""
    if before is None or before.kind != "level":
        return None
    between = text.words[before.last + 1 : number.first]
    if between in (("to",), ("–",), ("-",), ("up", "to"), ("down", "to"), ("through",)):
        return before
    if between == ("—",) and text.spans[before.last][1] == text.spans[before.last + 1][0]:
        return before
    opener = text.words[before.first - 1] if before.first else ""
    return before if between == ("and",) and opener in ("between", "both") else None


def _fields(
    text: Text, label: Label | None, unit: str | None, number: Number, end: int
) -> frozenset[Field] | None:
    """Return the quantities a number may be of, None where neither unit nor label tells."""
    if unit in ("mph", "km/h", "kn", "m/s"):
        return WIND
    if label is None:
        if unit == "%":
            return PERCENTS
        return TEMPERATURES if unit else None
    if label.name in ("skin", "moist") and unit is None and number.form != "fraction":
        return None
    if label.at < number.first and text.words[label.at] in w.FALLING and text.words[label.at + 1] == ",":
        return PERCENTS if unit == "%" or text.words[number.last] == "hundred" else None
    if unit is None and number.form == "fraction":
        return FIELDS[label.name] if label.name in ("chance", "humidity", "moist") else None
    if label.name == "feels" and label.at > end:
        is_by_feel = unit is None and text.words[end + 1 : label.at] in _BY_THE
        return FIELDS["feels"] if is_by_feel else TEMPERATURES
    is_chance_of = text.words[label.at - 2 : label.at] in _CHANCE_OF
    if unit is None and label.name == "chance" and text.words[label.at] in w.FALLING and not is_chance_of:
        return FIELDS["chance"] | TEMPERATURES
    return FIELDS[label.name]


def _is_surely_labelled(text: Text, number: Number, end: int, label: Label) -> bool:
    """Whether a number without a unit is surely of its label's quantity, and no time or count."""
    is_close = 0 <= number.first - label.at - 1 <= 2
    if names_count(text, end) and not (is_close and label.name in ("feels", "high", "low")):
        return False
    before = text.words[number.first - 1] if number.first else ""
    if before == "to" and pointer_of(text.words, number.first)[0] in w.VERBS:
        return True
    if number.form == "plain" and 0 < number.value <= 12 and before in w.TIME_BEFORE:
        is_led = before in ("at", "near", "about", "around", "to", "between")
        is_led = is_led or (before == "from" and label.name in ("high", "low", "temp"))
        return label.at < number.first and number.first - label.at <= 4 and is_led
    return True
