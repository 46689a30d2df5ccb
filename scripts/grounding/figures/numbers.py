"""Numbers in a text, in digits and in words, compared as numbers and never as text.

The words are read here and not by the package text2num, whose rewriting loses where a number stood
and which leaves scores, dozens, decades and archaic order ("two and sixty") alone.
"""

from typing import Final

from scripts.grounding.text import NUMERALS, Text, Triggers, word_list, word_set
from scripts.grounding.words.cardinals import (
    PARTS,
    TENS,
    UNITS,
    Number,
    cardinal,
    part_behind,
    with_part,
)
from scripts.grounding.words.shares import as_share

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
_STARTS: Final = (
    frozenset(UNITS)
    | frozenset(TENS)
    | frozenset(_DECADES)
    | frozenset(_ORDINALS)
    | frozenset(("hundred", "thousand", "score", "dozen", "half", "quarter", "even", "evens", "coin", "toss"))
)
SPELLED: Final = Triggers(_STARTS | {"degree"})
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


def find(text: Text) -> list[Number]:
    """Return the numbers of a text in order; a time or date comes as its parts."""
    words = text.words
    found: list[Number] = []
    end = -1
    for i in sorted([*text.where(SPELLED), *text.where(NUMERALS)]):
        word = words[i]
        is_spelled = word in _STARTS
        if word == "degree" or i <= end:
            if word == "degree" and (first := _one_before(words, i)):
                found.append(Number(first, i - 1, 1, spelled=True))
            continue
        number = _inverted(text, i) or _spelled(words, i) if is_spelled else _digits(words, i)
        if number is None:
            continue
        number = as_share(words, number) or number
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
    tens, units = TENS.get(words[i + 2]), UNITS.get(words[i], 0)
    return Number(i, i + 2, tens + units, spelled=True) if tens and 0 < units < 10 else None


_BEFORE_HALF: Final = word_set("above over below under than nearly almost about barely scarcely hardly just")
_MOISTURE: Final = frozenset(("moisture", "saturation"))
_OF_AIR: Final = 7
_BEFORE_SHARE: Final = _BEFORE_HALF | word_set("is are : ? at beneath past only stands but near around")
_AFTER_HALF: Final = word_set(". , ; likely probable chance ) and on —")
"""What stands around "half" where it is an even chance: "better than half on Friday"."""


def _spelled(words: tuple[str, ...], i: int) -> Number | None:
    word = words[i]
    if word in _DECADES:
        return Number(i, i, _DECADES[word], "decade", spelled=True)
    if word in _ORDINALS and word not in PARTS:
        return Number(i, i, _ORDINALS[word], "ordinal", spelled=True)
    if word == "evens":
        return Number(i, i, EVEN, "fraction", spelled=True)
    if word in ("even", "coin", "toss"):
        return _even_odds(words, i)
    if word == "half" and words[i - 1] in _BEFORE_HALF:
        is_alone = i + 1 >= len(words) or words[i + 1] in _AFTER_HALF
        is_alone = is_alone or not _MOISTURE.isdisjoint(words[i + 1 : i + _OF_AIR])
        return Number(i, i, EVEN, "fraction", spelled=True) if is_alone else None
    if word in PARTS:
        return _single_part(words, i)
    if word in ("hundred", "thousand", "score", "dozen") and not (i and words[i - 1] in ("a", "an", "one")):
        return None
    value, last = cardinal(words, i)
    if last + 1 < len(words) and words[last + 1] in _ORDINALS and value >= 20 and value % 10 == 0:
        return Number(i, last + 1, value + _ORDINALS[words[last + 1]], "ordinal", spelled=True)
    if words[last] in TENS and last + 1 < len(words) and words[last + 1] in _DECADES:
        return None
    value, last = with_part(words, value, last)
    return Number(i, last, value, spelled=True)


def _single_part(words: tuple[str, ...], i: int) -> Number | None:
    """Read "under a third", "barely a quarter" where it is a share, and no third of several."""
    is_share = words[i - 1] == "a" and i > 1 and words[i - 2] in _BEFORE_SHARE
    if not is_share or (words[i + 1 : i + 2] and words[i + 1] not in _AFTER_HALF):
        return None
    return Number(i - 1, i, 100 / PARTS[words[i]], "fraction", spelled=True)


def _even_odds(words: tuple[str, ...], i: int) -> Number | None:
    """Read "a coin toss", "even odds" and "an even wager" as one chance in two; "better than" one is none."""
    if "than" in words[max(0, i - 3) : i] or words[i + 1 : i + 2] == ():
        return None
    follows = ("toss", "flip") if words[i] == "coin" else ("up",) if words[i] == "toss" else _WAGERS
    return Number(i, i + 1, EVEN, "fraction", spelled=True) if words[i + 1] in follows else None
