"""The figures of a text: what quantity a number is of, in what unit, how it is hedged.

A number that is no weather (a time, a date, a price, a count of coats) yields no figure.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scripts.grounding import figure_words as w
from scripts.grounding.cardinals import Number, is_numeral, part_behind
from scripts.grounding.dates import MONTHS
from scripts.grounding.day_sides import sided
from scripts.grounding.facts import Field
from scripts.grounding.figure import Figure
from scripts.grounding.figure_kinds import as_decade, hedged, upward, with_kind
from scripts.grounding.figure_lists import (
    NEW_CLAUSE,
    as_either,
    as_gapped,
    as_listed,
    as_lost,
    is_compared_with,
    of_same_whole,
)
from scripts.grounding.figure_units import is_free, units_of
from scripts.grounding.figure_words import FIELDS, PERCENTS, TEMPERATURES, WIND
from scripts.grounding.layouts import LETTERS, Place, places_told
from scripts.grounding.margins import MARGIN, with_margins
from scripts.grounding.owners import Label, owner_of
from scripts.grounding.takings import is_made_of, is_stepped
from scripts.grounding.text import Text, Triggers
from scripts.grounding.units_said import UNKNOWN_SCALE
from scripts.grounding.unlabelled import inherited_from, names_count, pointer_of, read_unlabelled

_CHANCE_OF = tuple(
    (noun, "of") for noun in ("chance", "chances", "odds", "probability", "likelihood", "risk")
)
_OF_DAY = dict.fromkeys(("height", "top", "peak", "heat"), "day")
_OF_NIGHT = dict.fromkeys(("bottom", "depth", "depths", "dead", "pit", "middle"), "night")
_HEADS = {**_OF_DAY, **_OF_NIGHT}
"""What a day or night is told at: "six at the height of the day and three at the bottom of the night"."""

_AT_ITS = {
    "top": "high",
    "bottom": "low",
    "warmest": "high",
    "hottest": "high",
    "peak": "high",
    "coldest": "low",
    "coolest": "low",
}
_OF_WARMTH = (None, UNKNOWN_SCALE, "C", "F")
_LABELLING = Triggers((*w.LABELS, *_AT_ITS, *_HEADS, *LETTERS))
_FELT = frozenset(("feels", "felt", "apparent", "perceived", "chill"))
_ODD = 10
"""How far "forty-odd" reaches."""
_BY_THE = (("by",), ("by", "the"), ("by", "its"))
_AT = (("at", "its"), ("at", "their"), ("at", "the"))


_MEAN_OF = frozenset(("high", "highs", "low", "lows", "night", "nights"))
_MEAN_LINKS = frozenset((",", "and", "the", "its", "their"))
_OF_EXTREMES = frozenset(("in", "being", "thus", "mends", "recorded", "expected", "forecast", "for"))
_RIGHT_BEFORE = ((), ("relative",), ("of",))
"""What may part "88 percent" from the humidity that it is, whatever stands before it."""


def find_figures(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], is_of_wind: bool = False
) -> list[Figure]:
    """Return the figures among the numbers; `taken` are tokens that dates have.

    `is_of_wind` says that wind was asked for, so that "twenty kilometres" is a wind without saying so.
    """
    if not numbers:
        return []
    labels = list(_labels(text))
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


_INSTRUMENTS = frozenset(("thermometer", "mercury", "glass"))
_CLOSING = frozenset((".", ",", ";", ":", "!", "—", "–", "and", "but", "though", "while"))
_INSTRUMENT_REACH = 5
"""Words at most, whichever they are, between an instrument and the bare number that it shows."""


def _labels(text: Text) -> Iterator[Label]:
    words = text.words
    for i in text.where(_LABELLING):
        word = words[i]
        if word in LETTERS:
            if _heads_at_once(text, i):
                yield Label(i, LETTERS[word])
            continue
        if word in _HEADS and words[i + 1 : i + 4] == ("of", "the", _HEADS[word]):
            yield Label(i, "high" if word in _OF_DAY else "low")
            continue
        if word in _AT_ITS:
            if words[i - 2 : i] in _AT and words[i + 1 : i + 2] != ("of",):
                yield Label(i, _AT_ITS[word])
            continue
        name = w.LABELS.get(word)
        if name is None:
            continue
        following = words[i + 1] if i + 1 < len(words) else "."
        if word in w.WARM_ADJECTIVES and words[i - 1 : i] in (("a",), ("an",)):
            continue
        if name in ("high", "low") and (following in w.NOT_OF_TEMPERATURE or _is_decade(words, i + 1)):
            continue
        is_felt = name == "temp" and not _FELT.isdisjoint(words[max(0, i - 2) : i])
        yield Label(i, "feels" if is_felt else name)


def _heads_at_once(text: Text, i: int) -> bool:
    """Whether a letter stands right before a number that it names: "H: 72", "L 55", but not "Hi there"."""
    words = text.words
    at = i + 1 + (words[i + 1 : i + 2] in ((":",), (".",), ("=",)))
    is_unit = i > 0 and words[i - 1] in ("/", "km")
    is_written = not words[i].isalpha() or text.is_capital(i) or len(words[i]) > 1
    return is_written and not is_unit and at < len(words) and words[at].lstrip("-–")[:1].isdecimal()


def _is_decade(words: tuple[str, ...], i: int) -> bool:
    """Whether a decade stands at token i, or does after "to mid" and the like."""
    near = words[i : i + 4]
    for word in near:
        if word in w.DECADES or (word[0].isdecimal() and word[-1] == "s"):
            return True
        if word not in w.DECADE_WORDS and word not in ("to", "and", "or", "–", "-"):
            return False
    return False


def _figure(
    text: Text, number: Number, unit: str | None, end: int, labels: Sequence[Label], before: Figure | None
) -> Figure | None:
    label: Label | None = None
    must = True
    end = max(end, number.last + _is_odd(text, number))
    beside = inherited_from(text, number, before) if unit is None else None
    ranged = _range_start(text, number, before)
    if ranged is not None:
        is_nightly = ranged.fields == FIELDS["night"]
        fields: frozenset[Field] | None = TEMPERATURES if is_nightly else ranged.fields
        must = unit is not None or (ranged.must and not names_count(text, end))
        unit = unit or ranged.unit
    else:
        label = owner_of(text, end, labels) if unit is None and number.form == "plain" else None
        label = label or _label(text, number, end, labels, unit)
        fields = _fields(text, label, unit, number, end)
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
    figure = Figure(
        number.first, end, number.value, number.value, fields, unit, must=must,
        is_fraction=number.form == "fraction", label=label.at if label else None,
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
    if figure.hedge != "exact" and before is not None and is_compared_with(text, figure, before):
        figure = figure._replace(hedge="exact")
    return figure


def _goes_on_averaging(between: tuple[str, ...]) -> bool:
    """Whether a verb is left out behind a mean: "the highs average 12.6 °C and the lows 5.9 °C"."""
    is_listed = between[:1] in (("and",), (",",)) and not _MEAN_OF.isdisjoint(between)
    return is_listed and (_MEAN_OF | _MEAN_LINKS).issuperset(between)


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


def _label(text: Text, number: Number, end: int, labels: Iterable[Label], unit: str | None) -> Label | None:
    """Return the nearest word that names the quantity, of those the unit allows."""
    if unit in ("mph", "km/h", "kn", "m/s"):
        return None
    family = "P" if number.form == "fraction" else w.FAMILY_OF_UNIT.get(unit or "")
    best: Label | None = None
    reach = w.LABEL_REACH
    for label in labels:
        if (family and w.FAMILY[label.name] != family) or _is_of_another(text, label, end):
            continue
        if label.at < number.first:
            begin, until = label.at, number.first
            cost = until - begin - 1 + text.wall(begin, until)
        elif label.at > end:
            begin, until = end, label.at
            if family == "P" and label.name == "humidity" and text.words[end + 1 : until] in _RIGHT_BEFORE:
                return label
            wall = text.wall(begin, until)
            is_apart = wall >= NEW_CLAUSE or "(" in text.words[begin + 1 : until]
            if (is_apart and _heads_another(text, label.at)) or _is_of_next(text, label.at):
                continue
            if text.words[label.at] in w.FALLING and "with" in text.words[begin + 1 : until]:
                continue
            cost = until - begin + wall + 2 * (label.name in ("temp", "feels"))
        else:
            continue
        if cost <= reach:
            cost += 8 * _has_number_between(text, begin, until)
        if cost > reach:
            continue
        if family is None and number.form != "fraction" and not _points_plainly(text, number, end, label):
            continue
        best, reach = label, cost - 1
    return best


def _heads_another(text: Text, at: int) -> bool:
    """Whether a label is followed by its own number: the "lows of 11" in "16, 17 and 20 °C, lows of 11"."""
    return any(word.lstrip("-–")[:1].isdecimal() or is_numeral(word) for word in text.words[at + 1 : at + 4])


def _is_of_next(text: Text, at: int) -> bool:
    """Whether a label is bound to the number behind it: "-3 °C with a low of -8", not "is what a low of"."""
    is_bound = text.words[at + 1 : at + 2] in (("of",), ("at",), ("near",))
    is_same = "what" in text.words[max(0, at - 3) : at]
    return is_bound and not is_same and _heads_another(text, at)


def _is_of_another(text: Text, label: Label, end: int) -> bool:
    """Whether "night" goes with another number: "4 at night to 13 by day", "17 at the coolest to 30"."""
    if text.words[label.at] in _AT_ITS:
        told = text.words[label.at - 3] if label.at > 2 else ""
        return label.at - 3 != end and bool(told) and is_numeral(told)
    if label.name != "night":
        return False
    is_adverb = text.words[label.at - 1 : label.at] in (("at",), ("by",))
    return label.at - end > 2 if label.at > end else is_adverb


def _points_plainly(text: Text, number: Number, end: int, label: Label) -> bool:
    """Whether a label is of a number without a unit: "humidity at 71", "a high of 60", "60 for the high"."""
    if label.at > end:
        is_behind = label.name in ("high", "low", "night") and label.at - end <= 4
        return is_behind and text.wall(end, label.at) == 0
    between = text.words[label.at + 1 : number.first]
    if label.name == "feels":
        return len(between) <= 4 and between[-2:-1] != (",",)
    if between == (",",) and label.name in ("high", "low"):
        return text.words[end + 1 : end + 2] == (",",)
    limit = 3 if label.name in ("chance", "moist") else 7
    if _is_shown(text, label.at, between, end):
        return True
    between = tuple(word for word, after in pairwise((*between, "")) if (word, after) != ("in", "at"))
    if label.name in ("high", "low") and len(between) <= limit:
        return all(_leads_on(text, k, number) for k in range(label.at + 1, number.first))
    return len(between) <= limit and all(word in w.PLAIN_LINKS for word in between)


def _is_shown(text: Text, at: int, between: tuple[str, ...], end: int) -> bool:
    """Whether an instrument does something, whatever that is, with a number: "the glass has settled on 9"."""
    words = text.words
    if words[at] not in _INSTRUMENTS or len(between) > _INSTRUMENT_REACH or {"and", "between"} & set(between):
        return False
    is_subject = words[at - 1] == "the" and words[at - 2] not in ("on", "upon", "by", "with", "to", "from")
    is_closed = end + 1 >= len(words) or words[end + 1] in _CLOSING
    return is_subject and is_closed and all(word.isalpha() and not is_numeral(word) for word in between)


def _leads_on(text: Text, k: int, number: Number) -> bool:
    """Whether a token may part a high or low from its number, as does "in the mid" from "seventies"."""
    word = text.words[k]
    if word in w.PLAIN_LINKS or word in _OF_EXTREMES or text.is_capital(k):
        return True
    return number.form == "decade" and (word in w.DECADE_WORDS or word in ("to", "and", "or"))


def _has_number_between(text: Text, i: int, j: int) -> bool:
    words = text.words
    return any(
        words[k] in ("°", "%", "degrees", "percent")
        or (words[k][-1].isdecimal() and words[k + 1] not in MONTHS and words[k - 1] not in MONTHS)
        for k in range(i + 1, j)
    )


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
        return label.at < number.first and number.first - label.at <= 3 and is_led
    return True
