"""The figures of a text: what quantity a number is of, in what unit, how it is hedged.

A number that is no weather (a time, a date, a price, a count of coats) yields no figure.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scripts.grounding import figure_words as w
from scripts.grounding.facts import Field
from scripts.grounding.figure_words import ANYTHING, FIELDS, PERCENTS, TEMPERATURES, WIND
from scripts.grounding.numbers import Number
from scripts.grounding.text import Text
from scripts.grounding.tolerances import DECADE_PARTS
from scripts.grounding.units_said import LENGTHS, UNKNOWN_SCALE, unit_at

Hedge = Literal["exact", "about", "nearly", "just_over", "over", "under", "at_least", "at_most"]
Kind = Literal["level", "difference", "mean"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that states weather, or may.

    `first` and `last` are its tokens with its unit. `least` and `most` are what it can mean: equal but for
    decades ("low sixties" is 60 to 63). `fields` are the quantities it may be of. `must` is False where it
    may be no weather at all, so that it counts where it fits and is let pass where it doesn't. `label` is the
    token that told the quantity. `is_free_of_scale` where it names no scale and both are spoken of.
    """

    first: int
    last: int
    least: float
    most: float
    fields: frozenset[Field]
    unit: str | None
    hedge: Hedge = "exact"
    kind: Kind = "level"
    must: bool = True
    is_fraction: bool = False
    label: int | None = None
    is_free_of_scale: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the number means just itself, and not a stretch of numbers."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Label:
    """A word that names a quantity, at a token."""

    at: int
    name: str


def find_figures(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], is_of_wind: bool = False
) -> list[Figure]:
    """Return the figures among the numbers; `taken` are tokens that dates have.

    `is_of_wind` says that wind was asked for, so that "twenty kilometres" is a wind without saying so.
    """
    if not numbers:
        return []
    labels = list(_labels(text))
    units = _units(text, numbers, taken, is_of_wind)
    figures: list[Figure] = []
    for number, (unit, end) in zip(numbers, units, strict=True):
        if number.first in taken or _is_free(text, number, unit, end):
            continue
        before = figures[-1] if figures else None
        figure = _figure(text, number, unit, end, labels, before)
        if figure is not None:
            figures.append(figure)
    return figures


def _labels(text: Text) -> Iterator[Label]:
    words = text.words
    for i, word in enumerate(words):
        name = w.LABELS.get(word)
        if name is None:
            continue
        following = words[i + 1] if i + 1 < len(words) else "."
        if name in ("high", "low") and (following in w.NOT_OF_TEMPERATURE or _is_decade(words, i + 1)):
            continue
        yield Label(i, name)


def _is_decade(words: tuple[str, ...], i: int) -> bool:
    """Whether a decade stands at token i, or does after "to mid" and the like."""
    near = words[i : i + 4]
    for word in near:
        if word in w.DECADES or (word[0].isdecimal() and word[-1] == "s"):
            return True
        if word not in w.DECADE_WORDS and word not in ("to", "and", "or", "–", "-"):
            return False
    return False


def _units(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], is_of_wind: bool
) -> list[tuple[str | None, int]]:
    """Return each number's unit and last token; in "51 to 60 °F" the first shares the unit of the second."""
    found: list[tuple[str | None, int]] = []
    following: tuple[str | None, int] = (None, -1)
    for k in range(len(numbers) - 1, -1, -1):
        number = numbers[k]
        unit, end = _own_unit(text, number, is_of_wind)
        if unit is None and k + 1 < len(numbers) and following[0] is not None:
            between = text.words[number.last + 1 : numbers[k + 1].first]
            if (
                _shares(between, text.words[max(0, number.first - 3) : number.first])
                and number.first not in taken
            ):
                unit = following[0]
        following = (unit, end)
        found.append(following)
    return found[::-1]


def _shares(between: tuple[str, ...], before: tuple[str, ...]) -> bool:
    if between in (
        ("to",),
        ("–",),
        ("-",),
        ("—",),
        ("or",),
        ("/",),
        ("through",),
        ("up", "to"),
        ("down", "to"),
    ):
        return True
    if between in (
        ("and",),
        (",",),
        (",", "and"),
        ("and", "then"),
        (",", "then"),
        ("to", "about"),
        ("to", "around"),
    ):
        return not any(word in w.LABELS for word in before)
    return between in (
        ("against",),
        ("versus",),
        ("vs",),
        ("vs", "."),
        ("rather", "than"),
        ("instead", "of"),
        ("not",),
    )


def _own_unit(text: Text, number: Number, is_of_wind: bool) -> tuple[str | None, int]:
    """Return the unit after a number, over one or two adjectives ("twelve honest miles an hour")."""
    words = text.words
    after = number.last + 1
    for skip in range(3):
        unit = unit_at(text, after + skip) or _length_of_wind(text, number, after + skip, is_of_wind)
        unit = unit or _parts_of_hundred(text.words, after + skip)
        if unit is not None:
            return unit
        if (
            after + skip >= len(words)
            or words[after + skip] in w.FUNCTION
            or not words[after + skip].isalpha()
        ):
            break
        if after + skip < len(words) and words[after + skip] in w.LABELS and skip == 0:
            break
    return None, number.last


def _length_of_wind(text: Text, number: Number, i: int, is_asked: bool) -> tuple[str, int] | None:
    """Read "thirty kilometres of wind" and "a wind at 32 kilometres", where the hour goes without saying."""
    words = text.words
    if i >= len(words) or words[i] not in LENGTHS or number.form != "plain":
        return None
    after = words[i + 1] if i + 1 < len(words) else "."
    if is_asked and after in (";", ".", ",", "and", "in", "on"):
        return LENGTHS[words[i]], i
    if after == "of":
        is_of_wind = any(w.LABELS.get(word) == "wind" for word in words[i + 2 : i + 5])
    else:
        near = range(max(0, number.first - 8), min(len(words), i + 3))
        is_of_wind = any(
            w.LABELS.get(words[k]) == "wind" and text.wall(min(k, i), max(k, i)) < 12 for k in near if k != i
        )
    return (LENGTHS[words[i]], i) if is_of_wind else None


def _parts_of_hundred(words: tuple[str, ...], i: int) -> tuple[str, int] | None:
    """Read "seventy parts of moisture" and "twenty points lower" as percent."""
    if i >= len(words) or words[i] not in ("parts", "points"):
        return None
    is_percent = words[i] == "points" or {"moisture", "water", "hundred", "damp"} & set(words[i + 1 : i + 6])
    return ("%", i) if is_percent else None


def _is_free(text: Text, number: Number, unit: str | None, end: int) -> bool:
    """Whether a number is plainly no weather: a time, a year, a price, a share of something else."""
    words = text.words
    before = words[number.first - 1] if number.first else ""
    after = words[end + 1] if end + 1 < len(words) else ""
    if number.form == "ordinal":
        return True
    if (
        unit is None
        and number.first == number.last
        and words[number.last] == "one"
        and after not in ("below", "above")
    ):
        return number.form == "plain"
    if unit is None and before in w.DETERMINERS and number.form == "plain" and 0 < number.value <= 14:
        return True
    if unit == "%":
        return before in ("other", "remaining") or _is_other_percent(words, after, end)
    if unit is not None:
        return (
            _is_other_degree(words, after, end)
            if unit == UNKNOWN_SCALE
            else _is_own_speed(text, number, unit)
        )
    if (
        before in w.MONEY
        or before == "'"
        or after == ":"
        and _is_digit(words, end + 2)
        or before == ":"
        and _is_digit(words, number.first - 2)
    ):
        return True
    if after in w.TIME_AFTER or before in ("half", "quarter") or after in ("°",):
        return True
    return 1500 <= number.value <= 2100 or number.value > 400


def _is_digit(words: tuple[str, ...], i: int) -> bool:
    return 0 <= i < len(words) and words[i].isdecimal()


def _is_other_percent(words: tuple[str, ...], after: str, end: int) -> bool:
    if after in w.NO_WEATHER_PERCENT:
        return True
    return after == "of" and (end + 2 >= len(words) or words[end + 2] not in w.WEATHER_OF)


def _is_other_degree(words: tuple[str, ...], after: str, end: int) -> bool:
    """Whether the degrees are of latitude, of a turn or of kinship."""
    if after in ("latitude", "longitude", "north", "south", "east", "west", "n", "s", "e", "w"):
        return True
    return after == "of" and end + 2 < len(words) and words[end + 2] in (
        "latitude", "longitude", "separation", "freedom", "difficulty", "certainty", "confidence",
    )  # fmt: skip


def _is_own_speed(text: Text, number: Number, unit: str) -> bool:
    """Whether a speed is somebody's own: "driving at 60 mph"."""
    if unit not in ("mph", "km/h", "kn", "m/s"):
        return False
    return any(word in w.SPEED_FREE for word in text.words[max(0, number.first - 4) : number.first])


def _figure(
    text: Text, number: Number, unit: str | None, end: int, labels: Sequence[Label], before: Figure | None
) -> Figure | None:
    label: Label | None = None
    must = True
    ranged = _range_start(text, number, before)
    if ranged is not None and (unit is None or _is_of_family(unit, ranged.fields)):
        fields: frozenset[Field] | None = ranged.fields
        unit, must = unit or ranged.unit, ranged.must and not _names_a_count(text, end)
    else:
        label = _label(text, number, end, labels, unit)
        fields = _fields(text, label, unit, number, end)
    if label is None and ranged is None and fields in (PERCENTS, TEMPERATURES):
        listed = _inherited(text, number, before)
        if listed is not None and listed.fields < fields and "temperature" not in listed.fields:
            fields = listed.fields
    if fields is None:
        inherited = _inherited(text, number, before)
        if inherited is not None:
            is_plain = "temperature" in inherited.fields and inherited.fields != ANYTHING
            fields = TEMPERATURES if is_plain else inherited.fields
            unit, must = inherited.unit, inherited.must and not _names_a_count(text, end)
        elif number.form == "fraction":
            fields = _bare_fraction(text, number, before)
        else:
            fields, must = _bare(text, number, end)
            must = must or (fields is not None and _is_beside(text, number, before))
    elif unit is None and number.form != "fraction" and label is not None:
        must = _is_surely_labelled(text, number, end, label)
    if fields is None:
        return None
    figure = Figure(
        number.first, end, number.value, number.value, fields, unit, must=must,
        is_fraction=number.form == "fraction", label=label.at if label else None,
    )  # fmt: skip
    return _hedged(text, _with_kind(text, _as_decade(text, _upward(text, figure), number)))


def _upward(text: Text, figure: Figure) -> Figure:
    """Leave out the low where the temperature is said to climb to the figure: "it should reach 13"."""
    if not {"high", "low"} <= figure.fields:
        return figure
    begin, _ = text.sentence(figure.first)
    near = range(max(begin, figure.first - 4), figure.first)
    climbs = any(text.words[k] in w.UPWARD and text.wall(k, figure.first) < 9 for k in near)
    night = any(
        word in w.NIGHTLY or word in ("overnight", "low", "lows")
        for word in text.words[max(begin, figure.first - 8) : figure.last + 4]
    )
    return replace(figure, fields=figure.fields - {"low"}) if climbs and not night else figure


def _bare_fraction(text: Text, number: Number, before: Figure | None) -> frozenset[Field] | None:
    """Return the quantity of "three chances in four" and of "drops to one in two", None of another share."""
    words = text.words
    if any(word in ("chance", "chances") for word in words[number.first : number.last + 1]):
        return FIELDS["chance"]
    is_beside = (
        before is not None
        and before.is_fraction
        and text.sentence_of[before.first] == text.sentence_of[number.first]
    )
    if is_beside:
        return FIELDS["chance"]
    if "hundred" in words[number.last - 1 : number.last + 1] or "100" in words[number.last : number.last + 1]:
        return PERCENTS
    pointer, pointed = _pointer(words, number.first)
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    is_free = (
        "times" in words[number.first : number.last + 1] or following not in w.FUNCTION or following == "of"
    )
    return FIELDS["chance"] if pointed in ("to", "at") and pointer in w.VERBS and not is_free else None


def _is_of_family(unit: str, fields: frozenset[Field]) -> bool:
    if unit == "%":
        return bool(fields & PERCENTS)
    return bool(fields & (TEMPERATURES if w.FAMILY_OF_UNIT.get(unit) == "T" else WIND))


def _range_start(text: Text, number: Number, before: Figure | None) -> Figure | None:
    """Return the figure that this number ends a range with: "11 to 13", "between 4 and 7"."""
    if before is None or before.kind != "level":
        return None
    between = text.words[before.last + 1 : number.first]
    if between in (("to",), ("–",), ("-",), ("—",), ("up", "to"), ("down", "to"), ("through",)):
        return before
    opener = text.words[before.first - 1] if before.first else ""
    return before if between == ("and",) and opener in ("between", "both") else None


def _label(text: Text, number: Number, end: int, labels: Iterable[Label], unit: str | None) -> Label | None:
    """Return the nearest word that names the quantity, of those the unit allows."""
    if unit in ("mph", "km/h", "kn", "m/s"):
        return None
    family = w.FAMILY_OF_UNIT.get(unit or "")
    best: tuple[int, Label] | None = None
    for label in labels:
        if family and w.FAMILY[label.name] != family:
            continue
        if label.at < number.first:
            cost = number.first - label.at - 1 + text.wall(label.at, number.first)
            cost += 8 * _has_number_between(text, label.at, number.first)
        elif label.at > end:
            cost = label.at - end + text.wall(end, label.at) + 2 * (label.name in ("temp", "feels"))
            cost += 8 * _has_number_between(text, end, label.at)
        else:
            continue
        if family is None and number.form != "fraction" and not _points_plainly(text, number, end, label):
            continue
        if cost <= w.LABEL_REACH and (best is None or cost < best[0]):
            best = cost, label
    return best[1] if best else None


def _points_plainly(text: Text, number: Number, end: int, label: Label) -> bool:
    """Whether a label is of a number without a unit: "humidity at 71", "a high of 60", "60 for the high"."""
    if label.at > end:
        is_behind = label.name in ("high", "low", "night") and label.at - end <= 4
        return is_behind and text.wall(end, label.at) == 0
    between = text.words[label.at + 1 : number.first]
    if label.name == "feels":
        return len(between) <= 4
    limit = 3 if label.name in ("chance", "moist") else 7
    return len(between) <= limit and all(word in w.PLAIN_LINKS for word in between)


def _has_number_between(text: Text, i: int, j: int) -> bool:
    return any(
        word[-1].isdecimal() or word in ("°", "%", "degrees", "percent") for word in text.words[i + 1 : j]
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
    if label.name in ("skin", "moist") and unit is None:
        return None
    if unit is None and number.form == "fraction":
        return FIELDS[label.name] if label.name in ("chance", "humidity") else None
    if label.name == "feels" and label.at > end:
        return TEMPERATURES
    if label.name in ("high", "low") and _names_both(text, label):
        return frozenset(("high", "low"))
    return FIELDS[label.name]


def _names_both(text: Text, label: Label) -> bool:
    near = text.words[max(0, label.at - 2) : label.at + 3]
    return {"high", "low"} <= {w.LABELS.get(word) for word in near}


def _inherited(text: Text, number: Number, before: Figure | None) -> Figure | None:
    """Return the figure that a number is listed with: "60 and 51", "60 on Monday, 58 on Tuesday"."""
    if before is None or number.first - before.last > 8 or number.form == "fraction":
        return None
    between = text.words[before.last + 1 : number.first]
    rest = [word for word in between if word not in w.LINKS and word not in w.LISTED]
    return before if not rest and any(word in w.JOINING for word in between) else None


def _names_a_count(text: Text, end: int) -> bool:
    """Whether what follows a bare number is a noun that it counts."""
    following = text.words[end + 1] if end + 1 < len(text.words) else "."
    is_word = following[0].isalpha() and following not in w.FUNCTION
    return is_word and following not in w.LABELS and following not in w.DIFFERENCE_AFTER


def _is_surely_labelled(text: Text, number: Number, end: int, label: Label) -> bool:
    """Whether a number without a unit is surely of its label's quantity, and no time or count."""
    is_close = 0 <= number.first - label.at - 1 <= 2
    if _names_a_count(text, end) and not (is_close and label.name in ("feels", "high", "low")):
        return False
    before = text.words[number.first - 1] if number.first else ""
    if number.form == "plain" and 0 < number.value <= 12 and before in w.TIME_BEFORE:
        near = number.first - label.at <= 3 and before in ("at", "near", "about", "around", "to", "between")
        return label.at < number.first and near
    return True


def _bare(text: Text, number: Number, end: int) -> tuple[frozenset[Field] | None, bool]:
    """Read a number with neither unit nor label: weather where its neighbours say so, free where they don't."""
    words = text.words
    before = words[number.first - 1] if number.first else "."
    earlier = words[number.first - 2] if number.first > 1 else "."
    if number.form == "decade":
        possessive = before in ("my", "his", "her", "their", "your", "our") or earlier in ("back", "since")
        return (None, False) if possessive else (TEMPERATURES, before in w.DECADE_WORDS or before == "the")
    if before in w.WARM_ADJECTIVES and earlier in ("a", "an", "the", "and", ",", "but", "fairly", "rather"):
        return ANYTHING, not _names_a_count(text, end)
    if _names_a_count(text, end) or _is_indefinite(words, number):
        return None, False
    pointer, pointed = _pointer(words, number.first)
    if pointer in w.VERBS or pointer in w.COPULAS or pointer in ("mark",):
        return ANYTHING, pointed in (
            "",
            "at",
            "to",
            "around",
            "about",
            "near",
            "nearly",
            "close",
        ) or number.value > 24
    is_small = 0 < number.value <= 12
    return ANYTHING, not is_small and before not in ("of", "for") and before not in w.TIME_BEFORE_BARE


def _is_beside(text: Text, number: Number, before: Figure | None) -> bool:
    """Whether a bare "at twenty" follows a figure of the same sentence."""
    if before is None or number.value <= 12 or text.words[number.first - 1] != "at":
        return False
    return text.sentence_of[before.first] == text.sentence_of[number.first]


def _is_indefinite(words: tuple[str, ...], number: Number) -> bool:
    """Whether a spelled number is rather a word of its own: "the one to pick", "a hundred", "six of one"."""
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    if following in ("below", "above"):
        return False
    if words[number.last] in ("one", "dozen", "score", "hundred", "thousand") and number.first == number.last:
        return True
    return following == "of" or (number.spelled and number.value <= 10 and following in ("or", "and", "to"))


def _pointer(words: tuple[str, ...], i: int) -> tuple[str, str]:
    """Return the verb that a number hangs on, past a preposition and hedges, and that preposition."""
    pointed = ""
    for k in range(i - 1, max(-1, i - 5), -1):
        word = words[k]
        if word in ("at", "to", "around", "about", "near", "nearly", "close", "from", "between", "on", "in"):
            pointed = pointed or word
        elif word not in w.HEDGE_FILLERS:
            return word, pointed
    return "", pointed


def _as_decade(text: Text, figure: Figure, number: Number) -> Figure:
    if number.form != "decade":
        return figure
    words = text.words
    parts: list[str] = []
    first = figure.first
    for k in range(figure.first - 1, max(-1, figure.first - 6), -1):
        if words[k] in w.DECADE_WORDS:
            parts.append(w.DECADE_WORDS[words[k]])
            first = k
        elif words[k] not in ("to", "and", "or", "–", "-"):
            break
    ranges: list[tuple[float, float]] = [DECADE_PARTS[part] for part in parts] or [(0, 9.99)]
    low, high = min(r[0] for r in ranges), max(r[1] for r in ranges)
    base = number.value
    if base < 0:
        return replace(figure, first=first, least=base - high, most=base - low)
    return replace(figure, first=first, least=base + low, most=base + high)


def _with_kind(text: Text, figure: Figure) -> Figure:
    words = text.words
    after = words[figure.last + 1 : figure.last + 4]
    if (
        figure.fields & TEMPERATURES
        and after[:1] in (("below",), ("under",), ("beneath",))
        and _means_zero(after)
    ):
        end = figure.last + 1 + (after[1:2] != () and after[1] in w.ZEROES)
        return replace(figure, least=-figure.most, most=-figure.least, last=end, must=True)
    if after[:2] == ("above", "zero"):
        return replace(figure, last=figure.last + 2)
    if figure.unit is None and after[:1] == ("above",) and (len(after) == 1 or after[1] in w.AFTER_BELOW):
        return replace(figure, last=figure.last + 1, must=True, fields=figure.fields & TEMPERATURES)
    if figure.fields & TEMPERATURES and after[:2] == ("of", "frost"):
        zero = 32.0 if figure.unit == "F" else 0.0
        return replace(figure, least=zero - figure.most, most=zero - figure.least, last=figure.last + 2)
    is_more = figure.last > figure.first and words[figure.last] in ("points", "point")
    is_more = (
        is_more
        or figure.last > figure.first
        and words[figure.last - 1] in ("more", "extra", "fewer", "further")
    )
    if is_more or _is_difference(text, figure):
        fields = TEMPERATURES if figure.fields & TEMPERATURES else figure.fields
        return replace(figure, kind="difference", fields=fields)
    if _is_mean(words, figure):
        return replace(figure, kind="mean")
    return figure


def _means_zero(after: tuple[str, ...]) -> bool:
    """Whether "five below" is five below zero: zero, or nothing at all, is named that it is below."""
    if len(after) > 1 and (after[1] in w.ZEROES or after[1:3] in (("the", "zero"), ("the", "nought"))):
        return True
    return after[0] == "below" and (len(after) == 1 or after[1] in w.AFTER_BELOW)


def _is_difference(text: Text, figure: Figure) -> bool:
    """Whether the figure says how much more or less one thing is than another."""
    words = text.words
    after = words[figure.last + 1 : figure.last + 6]
    if after and after[0] in ("short", "shy"):
        return True
    if after and after[0] in w.RELATIONS:
        if len(after) > 1 and after[1].isalpha() and text.is_capital(figure.last + 2):
            return True
        return any(word in w.DIFFERENCE_OBJECTS or word in w.POSSESSIVES for word in after[1:4])
    if after and (
        after[0] in w.DIFFERENCE_AFTER
        or _is_comparative(after[1] if after[:1] == ("the",) and len(after) > 1 else after[0])
    ):
        return True
    is_by = words[figure.first - 1 : figure.first] == ("by",) and figure.first > 0
    if is_by and figure.unit is not None and not (after and after[0] in w.LABELS):
        return True
    if any(word in w.DIFFERENCE_NOUNS for word in after[:2]) or after[:2] in (
        ("to", "spare"),
        ("off", "the"),
    ):
        return True
    if after[:2] in (("of", "that"), ("of", "those")):
        return True
    if after[:1] == ("of",) and any(word in w.DIFFERENCE_LATER for word in after):
        return True
    rest = [word for word in words[max(0, figure.first - 5) : figure.first] if word not in w.HEDGE_FILLERS]
    if rest[-1:] == ["by"] and len(rest) > 1 and rest[-2] in w.DIFFERENCE_BEFORE:
        return True
    if words[figure.first - 1 : figure.first] == ("of",) and rest and rest[-1] in w.DIFFERENCE_NOUNS:
        return True
    if "to" in words[max(0, figure.first - 3) : figure.first]:
        return False
    return bool(rest) and rest[-1] in w.DIFFERENCE_VERBS and figure.unit in (UNKNOWN_SCALE, "C", "F")


def _is_comparative(word: str) -> bool:
    return word.endswith("er") and len(word) > 4 and word not in w.NOT_COMPARATIVE


def _is_mean(words: tuple[str, ...], figure: Figure) -> bool:
    near = words[max(0, figure.first - 7) : figure.first] + words[figure.last + 1 : figure.last + 4]
    return any(word in w.MEAN for word in near)


def _hedged(text: Text, figure: Figure) -> Figure:
    words = text.words
    i = figure.first
    after = words[figure.last + 1 : figure.last + 4]
    if after[:2] in (("or", "so"), ("or", "thereabouts"), ("give", "or")) or after[:1] in (
        ("ish",),
        ("thereabouts",),
    ):
        return replace(figure, hedge="about")
    while i and words[i - 1] in ("a", "an", "the", "that", "some", "at", "your", "my"):
        i -= 1
    before = words[max(0, i - 4) : i]
    hedge = _hedge_of(before)
    if hedge and figure.fields == ANYTHING:
        figure = replace(figure, fields=TEMPERATURES)
    return replace(figure, hedge=hedge) if hedge else figure


def _hedge_of(before: tuple[str, ...]) -> Hedge | None:
    """Return the hedge that the words right before a number make, None where they make none."""
    if not before:
        return None
    word = before[-1]
    earlier = before[-2] if len(before) > 1 else ""
    if word in w.ABOUT or before[-2:] in (
        ("call", "it"),
        ("close", "to"),
        ("or", "less"),
        ("somewhere", "in"),
    ):
        return "about"
    if word == "of" and earlier in w.ABOUT | w.UNDER | {"upwards"}:
        word, earlier = earlier, before[-3] if len(before) > 2 else ""
        if word == "upwards":
            return "at_least"
        if word in w.ABOUT:
            return "about"
    if word == "of" and earlier == "little":
        return "nearly"
    if word in w.NEARLY or before[-2:] == ("not", "quite") or before[-2:] == ("close", "on"):
        return "nearly"
    if word in w.OVER:
        return "just_over" if earlier in w.JUST else "over"
    if word in w.UNDER:
        return "nearly" if earlier in w.JUST or word in ("short", "shy") else "under"
    if before[-2:] in (("at", "least"), ("no", "less"), ("or", "more")) or before[-3:] == (
        "no",
        "less",
        "than",
    ):
        return "at_least"
    if before[-2:] == ("at", "most") or before[-3:] in (
        ("no", "more", "than"),
        ("no", "higher", "than"),
        ("not", "more", "than"),
    ):
        return "at_most"
    if word == "than" and {"no", "not", "never", "nothing"} & set(before[:-1]):
        return "at_least" if earlier in ("less", "fewer", "lower", "cooler", "colder") else "at_most"
    if word == "than":
        if earlier in ("more", "better", "higher", "greater", "warmer", "stronger"):
            return "just_over" if before[-3:-2] and before[-3] in w.JUST else "over"
        if earlier in ("less", "fewer", "lower", "cooler", "colder", "lighter"):
            return "under"
    if word in w.JUST and word in ("just", "barely", "scarcely"):
        return None
    return None


def groups(text: Text, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the runs of two or more figures of one quantity that are listed one after the other."""
    run: list[Figure] = []
    for figure in figures:
        if run and figure.fields & run[-1].fields and _follows(text, run[-1], figure):
            run.append(figure)
            continue
        if len(run) > 1:
            yield run
        run = [figure]
    if len(run) > 1:
        yield run


def _follows(text: Text, one: Figure, other: Figure) -> bool:
    between = text.words[one.last + 1 : other.first]
    return (
        len(between) <= 2
        and bool(between)
        and all(word in (",", "and", "to", "–", "-", "—", "or") for word in between)
    )
