"""Words that stand for days, and for no certain ones: "the rest", "the other days", "in between"."""

from typing import Final

from scripts.grounding.names.dates import MONTHS
from scripts.grounding.names.weekdays import AT_PRESENT, RELATIVE, WEEKDAY
from scripts.grounding.text import NUMERALS, word_set

WHOLE: Final = word_set(
    "others rest remaining remainder elsewhere otherwise week weekly daily overall days nights span "
    "stretch "
    "fortnight"
)
COUNTED: Final = {
    name: number
    for number, names in enumerate(
        ("two 2", "three 3", "four 4", "five 5", "six 6", "seven 7", "eight 8", "nine 9", "ten 10", "eleven",
         "twelve", "thirteen"), start=2,
    )
    for name in names.split()
}  # fmt: skip
"""How many days "the first three" are."""

_HAS: Final = word_set("has is with gets brings offers")
_BEING_LEFT: Final = word_set("is has gets brings stays sees will")
_ALL_ELSE: Final = frozenset(("everything", "all", "nothing", "every", "anything", "everywhere"))
_REST: Final = word_set("other remaining rest remainder")
_REST_NAMED: Final = word_set("days day nights mornings afternoons evenings ones")
_OF_THE: Final = (("of", "the"), ("of", "it"), ("of", "this"))
_OF_REST: Final = word_set("week days fortnight forecast stretch span weekend lot")
_DAYS_LEFT: Final = word_set("days day nights night afternoons")
_THE_ENDS: Final = word_set("the them these those two both it its now then noon dawn dusk midnight a an your")
_BETWEEN_THEM: Final = frozenset(("in", "days", "nights", "day", "nothing", "none", "all"))
_ENDS_NAMED: Final = _THE_ENDS | NUMERALS.union(WEEKDAY, MONTHS, RELATIVE, AT_PRESENT)
"""What tells after "between" which days are meant, or that no days are."""


def is_vague(words: tuple[str, ...], i: int, word: str, following: str) -> bool:
    """Whether the word at token i stands for days, and for no certain ones: "the rest", "the other days"."""
    earlier = words[i - 1] if i else ""
    is_the_one = word == "one" and words[i - 1 : i] == ("the",) and following in _HAS
    is_between = word == "between" and (
        following in (".", ",", ";", "") or _is_left_between(earlier, following)
    )
    is_other = word == "other" and (following in _DAYS_LEFT or following in COUNTED)
    is_other = is_other or (word == "other" and earlier in ("no", "none") and following[-1:] == "s")
    is_other = is_other or (word == "else" and earlier in _ALL_ELSE and _goes_on(earlier, following))
    is_other = is_other or (word == "other" and earlier == "the" and following in _BEING_LEFT)
    is_whole = word in WHOLE and following not in ("from", "between")
    is_whole = is_whole and not (word == "overall" and (earlier[-3:] == "est" or earlier == "worst"))
    return is_whole or word in ("former", "latter") or is_the_one or is_between or is_other


def _is_left_between(earlier: str, following: str) -> bool:
    """Whether "in between come" or "the days between never get" is told of days named before."""
    return earlier in _BETWEEN_THEM and following.isalpha() and following not in _ENDS_NAMED


def _goes_on(earlier: str, following: str) -> bool:
    """Whether "nothing else" is the subject, and other days: not in "you shall see nothing else, for"."""
    return earlier in ("everything", "all", "every", "everywhere") or (
        following.isalpha() and following not in ("but", "for", "than", "to", "and", "save")
    )


def end_of_rest(words: tuple[str, ...], i: int) -> int:
    """Return the last token of "the other four days", "the rest of the week" from what it begins with."""
    if words[i] not in _REST:
        return i
    last = i + (words[i + 1 : i + 2] != () and words[i + 1] in COUNTED)
    if words[last + 1 : last + 3] in _OF_THE:
        is_open = words[last + 4 : last + 5] in (("to",), ("until",), ("till",), ("through",))
        return last + 3 if _OF_REST.issuperset(words[last + 3 : last + 4]) and not is_open else last
    return last + (words[last + 1 : last + 2] != () and words[last + 1] in _REST_NAMED)
