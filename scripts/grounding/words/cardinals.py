"""Numbers written in words: "sixty-two", "three score and two", "a hundred and four", "six and a half"."""

from typing import Final, Literal, NamedTuple

from scripts.grounding.text import DIGITS, word_list, word_set

Form = Literal["plain", "decade", "fraction", "ordinal"]

UNITS: Final = {
    word: value
    for value, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {"nought": 0, "naught": 0, "nil": 0}
TENS: Final = {
    word: 10 * value
    for value, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40, "threescore": 60, "fourscore": 80}
PARTS: Final = {
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
    return word[0] in DIGITS or word in UNITS or word in TENS


def small_value(word: str) -> int:
    """Return the number that one word is, 0 where it is none below a hundred."""
    return int(word) if word.isdecimal() and len(word) < _LONGEST_SMALL else UNITS.get(word, 0)


def cardinal(words: tuple[str, ...], i: int) -> tuple[float, int]:
    """Read a cardinal from token i on: "sixty two", "a hundred and four", "three score and two"."""
    value, last = below_hundred(words, i)
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
        if rest < count and (words[rest] in UNITS or words[rest] in TENS):
            below, end = cardinal(words, rest) if scale == 1000 else below_hundred(words, rest)
            if below < scale:
                value, last = value + below, end
    return value, last


def below_hundred(words: tuple[str, ...], i: int) -> tuple[float, int]:
    """Read "sixty-two", "four and twenty" or "nine point five" from token i on, with its last token."""
    word = words[i]
    count = len(words)
    if word in TENS:
        following = words[i + 1] if i + 1 < count else ""
        if 0 < UNITS.get(following, 0) < 10:
            return TENS[word] + UNITS[following], i + 1
        if word.endswith("score") and following == "and" and i + 2 < count and words[i + 2] in UNITS:
            return TENS[word] + UNITS[words[i + 2]], i + 2
        return TENS[word], i
    if word not in UNITS:
        return 0, i
    value = UNITS[word]
    archaic = 0 < value < 10 and i + 2 < count and words[i + 1] == "and" and words[i + 2] in TENS
    is_next = 0 < UNITS.get((*words[i + 3 : i + 4], "")[0], 0) < 10
    if archaic and not is_next and not _is_range_end(words, i):
        return TENS[words[i + 2]] + value, i + 2
    if i + 2 < count and words[i + 1] == "point" and words[i + 2] in UNITS:
        return value + UNITS[words[i + 2]] / 10, i + 2
    return value, i


def _is_range_end(words: tuple[str, ...], i: int) -> bool:
    """Whether "between four and twenty" are two numbers: what follows is no "and", nor another one."""
    return words[i - 1] in ("between", "betwixt") and words[i + 3 : i + 4] != ("and",)


def part_behind(words: tuple[str, ...], last: int) -> tuple[float, int]:
    """Return what "and a half", "and a third" or "and two thirds" behind token `last` adds, and its end."""
    if words[last + 1 : last + 2] != ("and",):
        return 0.0, last
    part = _ADDED.get(words[last + 2 : last + 4])
    is_closed = last + 4 >= len(words) or not words[last + 4].isalpha() or words[last + 4] in _AFTER_PART
    return (part, last + 3) if part and is_closed else (0.0, last)


def with_part(words: tuple[str, ...], value: float, last: int) -> tuple[float, int]:
    """Return a number with what "and a half" or "point five" behind token `last` adds, and its end."""
    count = len(words)
    part, end = part_behind(words, last)
    if part:
        return value + part, end
    if last + 2 < count and words[last + 1] == "point" and words[last + 2] in UNITS:
        return value + UNITS[words[last + 2]] / 10, last + 2
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
    **{(word, "tenths"): count / 10 for word, count in UNITS.items() if 1 < count < 10},
}
