"""What unit a number has, and whether it is no weather at all: a time, a year, a price, another share."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.text import Text, Triggers
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import Number, is_numeral
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import LENGTHS, SCALES, UNKNOWN_SCALE, unit_at

_GLOBE = frozenset(
    ("pole", "poles", "equator", "latitude", "latitudes", "longitude", "meridian", "globe", "planet")
)

_COORDINATES = frozenset(("latitude", "latitudes", "longitude", "longitudes"))
_MEASURING = w.UNDER | w.OVER | {"than", "to"}
_OF_SET = (("of", "the"), ("of", "these"), ("of", "those"), ("of", "all"), ("of", "your"))
"""What stands before a count of days or places: "the warmest of the three, five degrees"."""
_OTHER = {"C": "F", "F": "C"}
_EQUALS = (("is",), ("equals",), ("=",), ("makes",))
_ADDING = (("and",), (",", "and"))
_BACK = 6
_OPENING = frozenset((",", ".", ";", ":", "—", "–", "(", "and", "but", "\n"))
_PAIRING = frozenset(("between", "both", "from"))
_REACHING = frozenset(("reaches", "reach", "hits", "touches", "gets"))
_ENDS = frozenset(("high", "highs", "low", "lows"))
_OF_HUNDRED = frozenset(("moisture", "water", "hundred", "damp"))
_NAMES: Final = Triggers(("celsius", "centigrade", "fahrenheit"))
_LEADING: Final = frozenset(("in", "by", "on", "upon", "under", "of"))


_HELD: Final = (("against",), ("versus",), ("vs",))


def units_of(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], is_of_wind: bool
) -> list[tuple[str | None, int]]:
    """Return each number's unit and last token; in "51 to 60 °F" the first shares the unit of the second."""
    found: list[tuple[str | None, int]] = []
    following: tuple[str | None, int] = (None, -1)
    for k in range(len(numbers) - 1, -1, -1):
        number = numbers[k]
        unit, end = _own_unit(text, number, is_of_wind)
        is_plain = number.form != "fraction"
        if unit is None and is_plain and k + 1 < len(numbers) and following[0] is not None:
            between = text.words[number.last + 1 : numbers[k + 1].first]
            before = _clause_before(text.words, number.first)
            is_paired = text.words[number.first - 1] == "/" and following[0] == "%"
            if between in _EQUALS and following[0] in _OTHER:
                unit = UNKNOWN_SCALE  # "ninety-two is thirty-three degrees Celsius"
            elif is_paired or _is_of_another_kind(following[0], between, before):
                pass
            elif before[-1:] in _HELD and between == (",",):
                pass  # "63 °F against 85, 70 percent humidity against 60"
            elif _shares(between, before) and number.first not in taken:
                unit = following[0]
        following = (unit, end)
        found.append(following)
    return _of_other_scale(text, found[::-1])


def _of_other_scale(text: Text, units: list[tuple[str | None, int]]) -> list[tuple[str | None, int]]:
    """Read "eighty-one of Fahrenheit's degrees, or twenty-seven on the other scale"."""
    for k in range(1, len(units)):
        unit, end = units[k]
        behind = text.words[end + 1 : end + 4]
        if behind[:1] == ("below",):
            behind = text.words[end + 2 : end + 5]
        other = _OTHER.get(units[k - 1][0] or "")
        is_other = behind[:1] in (("of",), ("on",), ("by",), ("in",)) and behind[1:] == ("the", "other")
        if other and is_other and unit in (None, UNKNOWN_SCALE, units[k - 1][0]):
            units[k] = (other, end)
    return units


def _is_of_another_kind(unit: str, between: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether a number before "and 60 percent" may as well be degrees: "Turin has 21 and 60 percent"."""
    is_of_warmth = unit == UNKNOWN_SCALE or w.FAMILY_OF_UNIT.get(unit) == "T"
    return between in _ADDING and not is_of_warmth and _PAIRING.isdisjoint(before) and "," not in before


def _shares(between: tuple[str, ...], before: tuple[str, ...]) -> bool:
    if between in (
        ("to",),
        ("–",),
        ("-",),
        ("—",),
        ("or",),
        ("/",),
        ("through",),
        ("→",),
        ("±",),
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
        is_count = between[0] == "," and before[-2:] in _OF_SET
        return not is_count and not any(word in w.LABELS for word in before)
    return between in (
        ("against",),
        ("versus",),
        ("vs",),
        ("vs", "."),
        ("rather", "than"),
        ("instead", "of"),
        ("not",),
    )


def _clause_before(words: tuple[str, ...], first: int) -> tuple[str, ...]:
    """Return the words before a number in its clause, at most so many as may tell what it is of."""
    k = first
    while k > max(0, first - _BACK) and words[k - 1] not in _OPENING:
        k -= 1
    return words[k:first]


def _own_unit(text: Text, number: Number, is_of_wind: bool) -> tuple[str | None, int]:
    """Return the unit after a number, over one or two adjectives ("twelve honest miles an hour")."""
    words = text.words
    after = number.last + 1
    for skip in range(3):
        unit = unit_at(text, after + skip) or _length_of_wind(text, number, after + skip, is_of_wind)
        unit = unit or _parts_of_hundred(text.words, after + skip)
        if unit is not None and unit[0] == UNKNOWN_SCALE:
            return _scale_behind(words, unit[1] + 1) or unit
        if unit is not None:
            return unit
        if (
            after + skip >= len(words)
            or words[after + skip] in w.FUNCTION
            or is_numeral(words[after + skip])
            or not words[after + skip].isalpha()
        ):
            break
        if after + skip < len(words) and words[after + skip] in w.LABELS and skip == 0:
            break
    is_owned = words[after : after + 1] == ("of",) and words[after + 2 : after + 3] == ("degrees",)
    if is_owned and words[after + 1].endswith("'s"):
        return UNKNOWN_SCALE, number.last  # "two of Monday's degrees"
    scale = _scale_behind(words, number.last + 1)
    if scale is None and words[number.last + 1 : number.last + 2] in (("below",), ("above",)):
        past_zero = _scale_behind(
            words, number.last + 2 + (words[number.last + 2 : number.last + 3] == ("zero",))
        )
        scale = (past_zero[0], number.last) if past_zero else None
    return scale or (None, number.last)


def _scale_behind(words: tuple[str, ...], i: int) -> tuple[str, int] | None:
    """Read the scale of "twenty-nine of Celsius's degrees" and "ninety-three by Mr. Fahrenheit"."""
    if words[i : i + 1] == () or words[i] not in ("of", "by", "in", "on"):
        return None
    k = i + 1
    while k < min(len(words), i + 4) and words[k] in (
        "the",
        "mr",
        ".",
        "old",
        "herr",
        "good",
        "dr",
        "doctor",
    ):
        k += 1
    scale = SCALES.get(words[k].removesuffix("'s")) if k < len(words) else None
    return (scale, k) if scale and len(words[k]) > 1 else None


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
    """Read "seventy parts of moisture", "fifty parts of light rain" and "twenty points lower" as percent."""
    if i >= len(words) or words[i] not in ("parts", "points"):
        return None
    is_percent = words[i] == "points" or not _OF_HUNDRED.isdisjoint(words[i + 1 : i + 6])
    return ("%", i) if is_percent or not w.FALLING.isdisjoint(words[i + 1 : i + 4]) else None


_A_FEW = 2
_WHOSE = (("your",), ("thy",), ("my",))
_OF_DEGREES = frozenset(("degree", "point", "notch"))


def _is_or_two(words: tuple[str, ...], number: Number) -> bool:
    """Whether a number only makes one thing a few: "a light shower or two"; but not "a degree or two"."""
    near = words[max(0, number.first - 5) : number.first]
    is_few = number.spelled and number.value == _A_FEW and near[-1:] == ("or",)
    return is_few and not {"a", "an", "another"}.isdisjoint(near) and near[-2] not in _OF_DEGREES


def is_free(text: Text, number: Number, unit: str | None, end: int) -> bool:
    """Whether a number is plainly no weather: a time, a year, a price, a share of something else."""
    if number.form == "ordinal":
        return True
    if unit is None:
        return _is_or_two(text.words, number) or _is_bare_and_free(text, number, end)
    if unit not in ("%", UNKNOWN_SCALE):
        return False
    words = text.words
    after = words[end + 1] if end + 1 < len(words) else ""
    if unit == UNKNOWN_SCALE:
        return _is_other_degree(words, after, end)
    return bool(number.first) and words[number.first - 1] in ("other", "remaining")


def _is_bare_and_free(text: Text, number: Number, end: int) -> bool:
    """Whether a number without a unit is a part of another one, a count, a time, a year or a price."""
    words = text.words
    before = words[number.first - 1] if number.first else ""
    after = words[end + 1] if end + 1 < len(words) else ""
    if words[number.first] in w.ZEROES and before in w.BEFORE_ZERO:
        return True
    if number.first == number.last and words[number.last] == "one" and after not in ("below", "above"):
        return number.form == "plain" and not _is_one_told(words, number.first, after)
    is_measured = before == "the" and words[number.first - 2] in _MEASURING
    is_measured = is_measured or (before == "the" and _is_had(text, number, after))
    is_count = number.form == "plain" and 0 < number.value <= 14
    if is_count and before in w.DETERMINERS and not is_measured:
        return True
    if is_count and before == "of" and words[number.first - 2] == "out":
        return True
    if not _COORDINATES.isdisjoint(words[max(0, number.first - 6) : number.first]):
        return True
    is_coded = words[end][0] == "0" and words[end].isdecimal() and number.value > 0
    if before in w.MONEY or before == "'" or is_coded:
        return True
    is_of_clock = (after == ":" and _is_digit(words, end + 2) and words[end][-1].isdecimal()) or (
        before == ":" and _is_digit(words, number.first - 2)
    )
    if is_of_clock or after in w.TIME_AFTER or before in ("half", "quarter") or after == "°":
        return True
    return 1500 <= number.value <= 2100 or number.value > 400


def _is_one_told(words: tuple[str, ...], first: int, after: str) -> bool:
    """Whether "one" is a value: "Tuesday reaches one", "a high of one"."""
    is_told = words[first - 1] in _REACHING or (words[first - 1] == "of" and words[first - 2] in _ENDS)
    return is_told and after in _OPENING


def _is_had(text: Text, number: Number, after: str) -> bool:
    """Whether a day has "the ten" told before: "Monday carries the ten and Sunday the six"."""
    k = number.first - 2
    is_told = text.words[k] in w.HAVING
    k -= is_told
    is_end = not after.isalpha() or after in ("and", "while", "with", "but")
    is_name = k >= 0 and text.is_capital(k) and text.words[k] not in w.FUNCTION - w.WEEKDAYS
    return is_name and is_end and (is_told or k > text.sentence(k)[0])


def _is_digit(words: tuple[str, ...], i: int) -> bool:
    return 0 <= i < len(words) and words[i].isdecimal()


def _is_other_degree(words: tuple[str, ...], after: str, end: int) -> bool:
    """Whether the degrees are of latitude, of a turn or of kinship."""
    if not _GLOBE.isdisjoint(words[end + 1 : end + 8]):
        return True
    if after in ("latitude", "longitude", "north", "south", "east", "west", "n", "s", "e", "w"):
        return True
    if after == "past" and words[end + 2 : end + 3] not in _WHOSE:
        return True
    if words[end + 1 : end + 3] in (("or", "another"), ("or", "other")):
        return True
    return after == "of" and end + 2 < len(words) and words[end + 2] in (
        "latitude", "longitude", "separation", "freedom", "difficulty", "certainty", "confidence",
    )  # fmt: skip


def in_named_scales(text: Text, figures: Sequence[Figure]) -> list[Figure]:
    """Give the one figure of a sentence that names one scale that scale: "by the Celsius scale it is 40"."""
    found = list(figures)
    for k in text.where(_NAMES):
        lead = text.words[k - 1] if text.words[k - 1] != "the" else text.words[k - 2]
        begin, end = text.sentence(k)
        scales = {text.words[n] for n in text.where(_NAMES) if begin <= n < end}
        here = [n for n, f in enumerate(found) if begin <= f.first < end and f.fields & TEMPERATURES]
        if lead not in _LEADING or len(scales) > 1 or len(here) != 1:
            continue
        figure = found[here[0]]
        if figure.unit in (None, UNKNOWN_SCALE) and figure.must and figure.kind == "level":
            found[here[0]] = figure._replace(unit=SCALES[text.words[k]], fields=figure.fields & TEMPERATURES)
    return found
