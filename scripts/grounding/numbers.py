"""Numbers in a text, in digits and in words, compared as numbers and never as text.

The words are read here and not by the package text2num, whose rewriting loses where a number stood
and which leaves scores, dozens, decades and archaic order ("two and sixty") alone.
"""

from typing import Final, Literal, NamedTuple

from scripts.grounding.text import DIGITS, NUMERALS, Text, Triggers, word_list, word_set

Form = Literal["plain", "decade", "fraction", "ordinal"]

_UNITS: Final = {
    word: value
    for value, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {"nought": 0, "naught": 0, "nil": 0}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40, "threescore": 60, "fourscore": 80}
_DECADES: Final = {
    word: 10 * value
    for value, word in enumerate(
        word_list("teens twenties thirties forties fifties sixties seventies eighties nineties hundreds"),
        start=1,
    )
}
_ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        ),
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30, "twelfth": 12}
_PARTS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
_SCALES: Final = {"hundred": 100, "thousand": 1000}
_STARTS: Final = (
    frozenset(_UNITS)
    | frozenset(_TENS)
    | frozenset(_DECADES)
    | frozenset(_ORDINALS)
    | frozenset(("hundred", "thousand", "score", "dozen", "half", "quarter", "even", "coin", "toss"))
)
_SPELLED: Final = Triggers(_STARTS | {"degree"})
"""What a number in words begins with, or ends with that is only an article: "by a degree"."""

_BEFORE_ONE: Final = frozenset(("by", "within", "only", "than"))
_AFTER_ONE: Final = word_set(
    "warmer cooler colder hotter milder chillier higher lower above below under over more less apart "
    "short shy "
    "beneath better off"
)
_WAGERS: Final = frozenset(("odds", "chance", "chances", "money", "bet", "wager", "bets"))
EVEN: Final = 50.0
"""Percent that even odds are."""

_SIGNS: Final = frozenset(("minus", "negative", "subzero"))


_LONGEST_SMALL: Final = 3


class Number(NamedTuple):
    """A number and the tokens it spans, both ends included.

    A `decade` ("the sixties", "60s") has its first year's value; a `fraction` ("two in three", "a quarter")
    is per hundred; `top` is a fraction's upper number, and `spelled` says that it is written in words.
    """

    first: int
    last: int
    value: float
    form: Form = "plain"
    spelled: bool = False


def is_numeral(word: str) -> bool:
    """Whether a word is of a number, in digits or spelled."""
    return word[0] in DIGITS or word in _UNITS or word in _TENS


def small_value(word: str) -> int:
    """Return the number that one word is, 0 where it is none below a hundred."""
    return int(word) if word.isdecimal() and len(word) < _LONGEST_SMALL else _UNITS.get(word, 0)


def find(text: Text) -> list[Number]:
    """Return the numbers of a text in order; a time or date comes as its parts."""
    words = text.words
    found: list[Number] = []
    end = -1
    for i in sorted([*text.where(_SPELLED), *text.where(NUMERALS)]):
        word = words[i]
        is_spelled = word in _STARTS
        if word == "degree" or i <= end:
            if word == "degree" and (first := _one_before(words, i)):
                found.append(Number(first, i - 1, 1, spelled=True))
            continue
        number = _inverted(text, i) or _spelled(words, i) if is_spelled else _digits(words, i)
        if number is None:
            continue
        number = _fraction(words, number) or number
        if number.first == i and i and words[i - 1] in _SIGNS:
            number = Number(i - 1, number.last, -number.value, number.form, number.spelled)
        found.append(number)
        end = number.last
    return found


def _one_before(words: tuple[str, ...], i: int) -> int:
    """Return the "a" that counts the "degree" at token i: "by a degree", "a single degree less"; else 0."""
    first = i - 2 if words[i - 1] in ("single", "bare", "mere", "scant", "full", "whole") else i - 1
    if first < 1 or words[first] not in ("a", "but") or words[first - 1] in ("not", "never"):
        return 0
    is_counted = words[first - 1] in _BEFORE_ONE or not _AFTER_ONE.isdisjoint(words[i + 1 : i + 2])
    return first if is_counted else 0


def _digits(words: tuple[str, ...], i: int) -> Number | None:
    word = words[i].replace(",", "")
    if word[-1] == "s":
        value = _float(word.rstrip("s").rstrip("'"))
        return Number(i, i, value, "decade") if value is not None and value % 10 == 0 else None
    sign = -1.0 if word[0] in "-–" else 1.0
    value = _float(word.lstrip("-–"))
    if value is None:
        return None
    following = words[i + 1] if i + 1 < len(words) else ""
    if following in ("st", "nd", "rd", "th"):
        return Number(i, i + 1, value, "ordinal")
    if following == "½":
        return Number(i, i + 1, sign * (value + 0.5))
    part, last = part_behind(words, i)
    return Number(i, last, sign * (value + part))


def _float(word: str) -> float | None:
    """Return the number, None where it is too long to be one of weather, or no number at all."""
    try:
        return float(word) if len(word) <= 12 else 1e12
    except ValueError:
        return None


def _inverted(text: Text, i: int) -> Number | None:
    """Read "six-and-forty", whose hyphens leave no doubt that it is one number."""
    words = text.words
    if words[i + 1 : i + 2] != ("and",) or i + 2 >= len(words) or text.raw[text.spans[i][1]] != "-":
        return None
    tens, units = _TENS.get(words[i + 2]), _UNITS.get(words[i], 0)
    return Number(i, i + 2, tens + units, spelled=True) if tens and 0 < units < 10 else None


_BEFORE_HALF: Final = word_set("above over below under than nearly almost about barely scarcely hardly just")
_MOISTURE: Final = frozenset(("moisture", "saturation"))
_OF_AIR: Final = 7
_BEFORE_SHARE: Final = _BEFORE_HALF | word_set("is at beneath past only stands but near around")
_AFTER_HALF: Final = word_set(". , ; likely probable ) and on —")
"""What stands around "half" where it is an even chance: "better than half on Friday"."""


def _spelled(words: tuple[str, ...], i: int) -> Number | None:
    word = words[i]
    if word in _DECADES:
        return Number(i, i, _DECADES[word], "decade", spelled=True)
    if word in _ORDINALS and word not in _PARTS:
        return Number(i, i, _ORDINALS[word], "ordinal", spelled=True)
    if word in ("even", "coin", "toss"):
        return _even_odds(words, i)
    if word == "half" and words[i - 1] in _BEFORE_HALF:
        is_alone = i + 1 >= len(words) or words[i + 1] in _AFTER_HALF
        is_alone = is_alone or not _MOISTURE.isdisjoint(words[i + 1 : i + _OF_AIR])
        return Number(i, i, EVEN, "fraction", spelled=True) if is_alone else None
    if word in _PARTS:
        return _single_part(words, i)
    if word in ("hundred", "thousand", "score", "dozen") and not (i and words[i - 1] in ("a", "an", "one")):
        return None
    value, last = _cardinal(words, i)
    if last + 1 < len(words) and words[last + 1] in _ORDINALS and value >= 20 and value % 10 == 0:
        return Number(i, last + 1, value + _ORDINALS[words[last + 1]], "ordinal", spelled=True)
    if words[last] in _TENS and last + 1 < len(words) and words[last + 1] in _DECADES:
        return None
    value, last = _with_half(words, value, last)
    return Number(i, last, value, spelled=True)


def _single_part(words: tuple[str, ...], i: int) -> Number | None:
    """Read "under a third", "barely a quarter" where it is a share, and no third of several."""
    is_share = words[i - 1] == "a" and i > 1 and words[i - 2] in _BEFORE_SHARE
    if not is_share or (words[i + 1 : i + 2] and words[i + 1] not in _AFTER_HALF):
        return None
    return Number(i - 1, i, 100 / _PARTS[words[i]], "fraction", spelled=True)


def _even_odds(words: tuple[str, ...], i: int) -> Number | None:
    """Read "a coin toss", "even odds" and "an even wager" as one chance in two; "better than" one is none."""
    if "than" in words[max(0, i - 3) : i] or words[i + 1 : i + 2] == ():
        return None
    follows = ("toss", "flip") if words[i] == "coin" else ("up",) if words[i] == "toss" else _WAGERS
    return Number(i, i + 1, EVEN, "fraction", spelled=True) if words[i + 1] in follows else None


def _cardinal(words: tuple[str, ...], i: int) -> tuple[float, int]:
    """Read a cardinal from token i on: "sixty two", "a hundred and four", "three score and two"."""
    value, last = _below_hundred(words, i)
    if words[i] in ("hundred", "thousand", "score", "dozen"):
        value, last = 1, i - 1
    count = len(words)
    while last + 1 < count:
        word = words[last + 1]
        scale = _SCALES.get(word) or {"score": 20, "dozen": 12}.get(word)
        if scale is None:
            return value, last
        value, last = value * scale, last + 1
        if scale == 12:
            return value, last
        rest = last + 2 if words[last + 1 : last + 2] == ("and",) else last + 1
        if rest < count and (words[rest] in _UNITS or words[rest] in _TENS):
            below, end = _cardinal(words, rest) if scale == 1000 else _below_hundred(words, rest)
            if below < scale:
                value, last = value + below, end
    return value, last


def _below_hundred(words: tuple[str, ...], i: int) -> tuple[float, int]:
    word = words[i]
    count = len(words)
    if word in _TENS:
        following = words[i + 1] if i + 1 < count else ""
        if 0 < _UNITS.get(following, 0) < 10:
            return _TENS[word] + _UNITS[following], i + 1
        if word.endswith("score") and following == "and" and i + 2 < count and words[i + 2] in _UNITS:
            return _TENS[word] + _UNITS[words[i + 2]], i + 2
        return _TENS[word], i
    if word not in _UNITS:
        return 0, i
    value = _UNITS[word]
    archaic = 0 < value < 10 and i + 2 < count and words[i + 1] == "and" and words[i + 2] in _TENS
    if archaic and not _are_two(words, i):
        return _TENS[words[i + 2]] + value, i + 2
    if i + 2 < count and words[i + 1] == "point" and words[i + 2] in _UNITS:
        return value + _UNITS[words[i + 2]] / 10, i + 2
    return value, i


def _are_two(words: tuple[str, ...], i: int) -> bool:
    """Whether "four and twenty" at token i are two numbers: "between four and twenty", "highs of …"."""
    before, after = words[i - 1] if i else "", words[i + 3 : i + 4]
    if before == "between":
        return (
            after != ("and",)
            or words[i + 4 : i + 5] == ()
            or words[i + 4] not in _UNITS.keys() | _TENS.keys()
        )
    if before == "from":
        return after not in (("to",), ("up",), ("down",), ("until",))
    return before == "of" and i > 1 and words[i - 2][-1] == "s" and words[i - 2][-2:] != "ss"


def part_behind(words: tuple[str, ...], last: int) -> tuple[float, int]:
    """Return what "and a half", "and a third" or "and two thirds" behind token `last` adds, and its end."""
    if words[last + 1 : last + 2] != ("and",):
        return 0.0, last
    part = _ADDED.get(words[last + 2 : last + 4])
    is_closed = last + 4 >= len(words) or not words[last + 4].isalpha() or words[last + 4] in _AFTER_PART
    return (part, last + 3) if part and is_closed else (0.0, last)


def _with_half(words: tuple[str, ...], value: float, last: int) -> tuple[float, int]:
    count = len(words)
    part, end = part_behind(words, last)
    if part:
        return value + part, end
    if last + 2 < count and words[last + 1] == "point" and words[last + 2] in _UNITS:
        return value + _UNITS[words[last + 2]] / 10, last + 2
    return value, last


_AFTER_PART: Final = word_set(
    "degrees degree percent per c f miles mile kilometers kilometres km kmh mph knots knot in on at with "
    "and or "
    "under over above below by of if for from to as is than warmer colder cooler hotter today tomorrow "
    "tonight "
    "now while whilst but though which when where apart more less"
)
_ADDED: Final[dict[tuple[str, ...], float]] = {
    **{(one, "half"): 1 / 2 for one in ("a", "one")},
    **{(one, "third"): 1 / 3 for one in ("a", "one")},
    **{(one, "quarter"): 1 / 4 for one in ("a", "one")},
    ("two", "thirds"): 2 / 3,
    ("three", "quarters"): 3 / 4,
    ("a", "tenth"): 1 / 10,
    **{(str(count), "tenths"): count / 10 for count in range(2, 10)},
    **{(word, "tenths"): count / 10 for word, count in _UNITS.items() if 1 < count < 10},
}

_UPPER_NOUNS: Final = word_set("chance chances part parts time times shot shots")
"""What may stand behind the upper number of a fraction: "one chance in ten"."""

_AFTER_UPPER: Final = _UPPER_NOUNS.union(_PARTS, ("in", "out", "to"))
"""What may follow the upper number of a fraction."""

_USUAL_WHOLES: Final = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100))
_WHAT_FALLS: Final = 5
"""Tokens of what a chance is of that may stand inside it: "one chance of a wetting in ten"."""

_FOR: Final = (("in", "favor"), ("in", "favour"), ("for",), ("that",), ("it",), ("on", "that"), ("on", "it"),
    ("on", "rain"), ("on", "for"), ("on", ","), ("on", "."),
)  # fmt: skip
_AGAINST: Final = word_set("rain snow it that a any the showers wet getting storms thunder . , ; ! —")
_WETNESS: Final = word_set(
    "rain rains raining snow snows pours showers drizzles storms thunders wet falls will is"
)
_LONGEST_ODDS: Final = 100
_LEAST_STAKE: Final = 4


def _fraction(words: tuple[str, ...], number: Number) -> Number | None:
    """Read "two in three", "9 out of 10", "three quarters", "nine to one against" as so many of a hundred."""
    if number.form != "plain" or not 0 < number.value <= _LONGEST_ODDS or number.value % 0.5:
        return None
    after = number.last + 1
    if after >= len(words) or words[after] not in _AFTER_UPPER:
        return None
    if words[after] in _PARTS:
        share = 100 * number.value / _PARTS[words[after]]
        return Number(number.first, after, share, "fraction", number.spelled) if share < 100 else None
    if words[after] == "to":
        return _odds(words, number)
    for end in _wholes_at(words, after):
        whole = _whole(words, end)
        is_named = words[after] in _UPPER_NOUNS
        if whole and number.value < whole[0] and (is_named or whole[0] in _USUAL_WHOLES):
            return Number(number.first, whole[1], 100 * number.value / whole[0], "fraction", number.spelled)
    return None


def _wholes_at(words: tuple[str, ...], after: int) -> list[int]:
    """Return where the lower number of a fraction may stand, whose upper one ends before token `after`."""
    k = after + (words[after] in _UPPER_NOUNS)
    if words[k : k + 1] == ("in",):
        return [k + 1] * (k + 1 < len(words))
    if words[k : k + 2] == ("out", "of"):
        return [k + 2] * (k + 2 < len(words))
    if k == after or words[k : k + 1] != ("of",):
        return []
    inside = words[k + 1 : k + 1 + _WHAT_FALLS]
    link = inside.index("in") if "in" in inside else len(inside)
    is_plain = link < len(inside) and all(word.isalpha() for word in inside[:link])
    ends = [k + 1, k + link + 2] if is_plain else [k + 1]
    return [end for end in ends if end < len(words)]


def _odds(words: tuple[str, ...], number: Number) -> Number | None:
    """Read "nine to one against", "three to two on" and "three to two in favor" as the chance they are."""
    if number.last + 2 >= len(words) or words[number.first - 1] in ("from", "between"):
        return None
    stake = _whole(words, number.last + 2)
    if stake is None or min(stake[0], number.value) > _LEAST_STAKE:
        return None
    end = stake[1]
    behind = (*words[end + 1 : end + 3], ".", ".")
    if behind[0] == "against" and behind[1] in _AGAINST:
        share = 100 * stake[0] / (stake[0] + number.value)
        return Number(number.first, end + 1, share, "fraction", number.spelled)
    if behind[0] in ("it", "that") and _WETNESS.isdisjoint(words[end + 2 : end + 6]):
        return Number(number.first, end, number.value, "ordinal", number.spelled)
    if behind[:1] in _FOR or behind[:2] in _FOR:
        share = 100 * number.value / (stake[0] + number.value)
        return Number(number.first, end, share, "fraction", number.spelled)
    return None


def _whole(words: tuple[str, ...], i: int) -> tuple[float, int] | None:
    if words[i] in ("a", "the", "every") and i + 1 < len(words):
        i += 1
    if words[i][0].isdecimal() and words[i].isdecimal() and len(words[i]) < 4:
        return float(words[i]), i
    if words[i] == "hundred":
        return 100.0, i
    if words[i] in _UNITS or words[i] in _TENS:
        return _below_hundred(words, i)
    return None
