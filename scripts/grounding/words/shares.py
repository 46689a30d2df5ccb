"""Shares of a hundred: "two in three", "one chance of rain in ten", "nine to one against"."""

from typing import Final

from scripts.grounding.text import word_set
from scripts.grounding.words.cardinals import PARTS, TENS, UNITS, Number, below_hundred

_UPPER_NOUNS: Final = word_set("chance chances part parts time times shot shots")
"""What may stand behind the upper number of a fraction: "one chance in ten"."""

_AFTER_UPPER: Final = _UPPER_NOUNS.union(PARTS, ("in", "out", "to"))
"""What may follow the upper number of a fraction."""

_AFTER_SHARE: Final = _AFTER_UPPER | {"fifty", "/", "-", "–"}
_USUAL_WHOLES: Final = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100))
_WHAT_FALLS: Final = 5
"""Tokens of what a chance is of that may stand inside it: "one chance of a wetting in ten"."""

_FOR: Final = (("in", "favor"), ("in", "favour"), ("for",), ("that",), ("it",), ("on", "that"), ("on", "it"),
    ("on", "rain"), ("on", "for"), ("on", ","), ("on", "."), ("on", ";"),
)  # fmt: skip
_AGAINST: Final = word_set("rain snow it that a any the showers wet getting storms thunder . , ; ! —")
_WETNESS: Final = word_set(
    "rain rains raining snow snows pours showers drizzles storms thunders wet falls will is"
)
_LONGEST_ODDS: Final = 100
_HALF: Final = 50.0
_OTHER_HALF: Final = (("/", "50"), ("-", "50"), ("–", "50"))
_LEAST_STAKE: Final = 4


def as_share(words: tuple[str, ...], number: Number) -> Number | None:
    """Read "two in three", "9 out of 10", "three quarters", "nine to one against" as so many of a hundred."""
    after = number.last + 1
    if after >= len(words) or words[after] not in _AFTER_SHARE:
        return None
    if number.form != "plain" or not 0 < number.value <= _LONGEST_ODDS or number.value % 0.5:
        return None
    if number.value == _HALF and words[after : after + 2] in _OTHER_HALF:
        return Number(number.first, after + 1, _HALF, "fraction", number.spelled)
    if number.value == _HALF and words[after : after + 1] == ("fifty",):
        return Number(number.first, after, _HALF, "fraction", number.spelled)
    if words[after] not in _AFTER_UPPER:
        return None
    if words[after] in PARTS:
        share = 100 * number.value / PARTS[words[after]]
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
    if (behind[0] == "against" and behind[1] in _AGAINST) or behind[0] in ("shot", "chance"):
        share = 100 * stake[0] / (stake[0] + number.value)
        return Number(number.first, end + 1, share, "fraction", number.spelled)
    if words[max(0, number.first - 2) : number.first] == ("better", "than") and behind[0] != "against":
        share = 100 * number.value / (stake[0] + number.value)
        return Number(number.first, end, share, "fraction", number.spelled)
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
    if words[i] in UNITS or words[i] in TENS:
        return below_hundred(words, i)
    return None
