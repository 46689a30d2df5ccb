"""Days that are counted in words: "two of the five", "four rainy days", "only one", "four have no rain"."""

from typing import Final

from scripts.grounding.constructions.enumerated import Count
from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.text import word_set
from scripts.grounding.words.sky_words import TERMS

_SMALL: Final = (
    "none", "one 1", "two 2 pair couple twice", "three 3 thrice", "four 4", "five 5", "six 6", "seven 7",
    "eight 8", "nine 9", "ten 10", "eleven 11", "twelve 12", "thirteen 13", "fourteen 14 fortnight",
    "fifteen 15", "sixteen 16", "seventeen 17", "eighteen 18", "nineteen 19", "twenty 20",
)  # fmt: skip
_WITHIN: Final = (("degrees", "in"), ("points", "in"), ("degree", "in"))
"""What goes before a count of days that something takes: "fourteen degrees in two days"."""

_AS_MUCH: Final = word_set("as the what that its")
"""What follows a "twice" that compares and counts no days."""

COUNTS: Final = {name: number for number, names in enumerate(_SMALL) for name in names.split()}
LONE: Final = frozenset(("single", "lone", "solitary", "sole"))
ONLY: Final = frozenset(("only", "just", "but", "rains", "snows", "freezes"))
_SAVE: Final = (("all", "but"), ("day", "but"), ("all", "except"), ("day", "except"), ("all", "save"),
    ("days", "but"), ("night", "but"), ("day", "save"))  # fmt: skip
"""What stands before those left out of all: "every day but one is dry"."""

_DAYS: Final = word_set("days nights mornings afternoons evenings day night days' nights'")
_NOT_ONE: Final = word_set("not never nary no without")
SKIES: Final = _DAYS | {"skies", "ones"}
_BEFORE_BARE: Final = word_set(", ; : get count are have see makes leaves only just expect find about and")
_BEHIND_BARE: Final = word_set(
    "with without look have are see get stay should will bring seem appear remain show"
)
_UP_TO: Final = (
    COUNTS.keys() | _BEHIND_BARE | word_set("days nights of the out these those them be no not free any dry")
)
"""What may stand between days counted and what they are said to be: "two of the five days are free of"."""

_HEDGED: Final = word_set(
    "about around roughly perhaps maybe some least most another more next last first than other these "
    "those the both every all within up to under over nearly almost"
)
_OF_WHOLE: Final = word_set("the these those your our its this next coming following all in a")
_WHOLES: Final = _OF_WHOLE | COUNTS.keys() | {"seven-day"}
_OF: Final = frozenset(("of", "in"))
_KINDS_APART: Final = 5
"""Tokens between two counts of days of which the second names no days: "three wet days and two dry"."""

BEHIND_WHOLE: Final = word_set(
    ". , ; : ! ) — days nights and but is are with in for at day gets stays falls"
) | {""}
FREEZING: Final = word_set("freezing frost frosts frosty freeze freezes")
KINDS: Final = TERMS.keys() | FREEZING


def forecasts_of(context: Context) -> list[list[Reading]]:
    """Return the days of each forecast of this turn, or of the latest given."""
    days = [reading for reading in context.latest if not reading.is_current]
    days = days or [reading for reading in context.given if not reading.is_current]
    calls = sorted({reading.call for reading in days})
    return [[reading for reading in days if reading.call == call] for call in calls]


def places_now(context: Context) -> list[Reading]:
    """Return how it is now at several places, where this turn has nothing else."""
    latest = context.latest
    is_of_places = len({reading.place for reading in latest}) == len(latest) > 1
    return list(latest) if is_of_places and all(reading.is_current for reading in latest) else []


def told_of(context: Context) -> list[list[Reading]]:
    """Return what may be counted: the days of each forecast, or the places."""
    places = places_now(context)
    return [places] if places else forecasts_of(context)


def word_at(words: tuple[str, ...], k: int) -> str:
    """Return the word at a token, "" beyond the ends."""
    return words[k] if 0 <= k < len(words) else ""


def count_at(words: tuple[str, ...], k: int, longest: int) -> Count | None:
    """Read "two of the five days", "three out of seven", "four rainy days", "two days" at token k."""
    if words[k] in LONE or words[k] == "once" or (words[k] == "one" and words[k - 1] in ONLY):
        found = _one_at(words, k)
        if found is not None or words[k] != "one":
            return found
    if words[max(0, k - 2) : k] in _SAVE and words[k] in COUNTS:
        return Count(k, k, longest - COUNTS[words[k]], True)
    if _HEDGED.intersection(words[max(0, k - 2) : k]) - {"in"} or words[k] in ("fortnight", "couple", "pair"):
        return None
    number = COUNTS.get(words[k])
    if number is None or (number == 1 and k and words[k - 1] in ("not", "never", "nary", "no")):
        return None
    if longest in (COUNTS.get(word_at(words, k - back), -1) for back in (1, 2, 3)) and _opens_whole(words, k):
        return Count(k, k, number, True)
    at = k + 1
    if word_at(words, at) in _DAYS:
        at += 1
    if word_at(words, at) == "of" and words[at + 2 : at + 4] == ("out", "of"):
        at += 2
    if words[at : at + 2] == ("out", "of"):
        at += 1
    if word_at(words, at) in _OF and word_at(words, at + 1) in _WHOLES:
        last = _end_of_whole(words, at, longest)
        return None if last is None else Count(k, last, number, True)
    if words[max(0, k - 2) : k] in _WITHIN:
        return None
    if word_at(words, k + 1) in _DAYS and word_at(words, k + 1) not in ("day", "night"):
        if words[k - 1 : k] == ("in",):
            return None
        return Count(k, k + 1, number, False)
    if word_at(words, k + 1) in KINDS and (word_at(words, k + 2) in SKIES or _goes_on_counting(words, k)):
        return Count(k, k, number, False)
    if (words[k] in ("twice", "thrice") and word_at(words, k + 1) not in _AS_MUCH) or (
        word_at(words, k + 1) == "times" and number > 1 and word_at(words, k + 2) not in ("in", "out")
    ):
        return Count(k, k + (word_at(words, k + 1) == "times"), number, False, True)
    return None


def bare_count(context: Context, k: int) -> Count | None:
    """Read days counted at token k without their name, where days are spoken of: "you get four without"."""
    words = context.text.words
    begin, _ = context.text.sentence(k)
    number = COUNTS.get(words[k])
    is_led = k == begin or words[k - 1] in _BEFORE_BARE
    is_led = is_led and word_at(words, k + 1) in _BEHIND_BARE
    is_listed = words[k - 1] == "on" and word_at(words, k + 1) in (",", ".", ";", "and")
    if number is None or not (is_led or is_listed):
        return None
    is_figure = any(figure.first <= k <= figure.last for figure in context.figures)
    if is_figure and not is_listed and words[k + 1] != "without":
        return None
    is_of_days = not _DAYS.isdisjoint(context.user.texts[-1].words) or not _DAYS.isdisjoint(words[begin:k])
    return Count(k, k, number, True) if is_of_days else None


def is_of_counted(context: Context, first: int) -> bool:
    """Whether the clause of a claim at token `first` is of so many days, not of all: "four have no rain"."""
    begin, _ = context.stances.segment(first)
    words = context.text.words
    longest = max(map(len, forecasts_of(context)), default=0)
    for k in range(begin, first):
        if words[k] in COUNTS and 0 < COUNTS[words[k]] < longest and _UP_TO.issuperset(words[k + 1 : first]):
            return (count_at(words, k, longest) or bare_count(context, k)) is not None
    return False


def _end_of_whole(words: tuple[str, ...], at: int, longest: int) -> int | None:
    """Return the last token of "of the five days" from its "of"; None where it is another number."""
    of = at + 1
    while word_at(words, of) in _OF_WHOLE:
        of += 1
    last = of + (word_at(words, of + 1) in _DAYS)
    is_year = words[at] == "in" and of == last == at + 1
    return last if COUNTS.get(word_at(words, of)) == longest and not is_year else None


def _one_at(words: tuple[str, ...], k: int) -> Count | None:
    """Read "a single dry day", "only one day", "it rains but once"."""
    behind = word_at(words, k + 1)
    if words[k] == "once":
        is_so = words[k - 1] in ONLY and (behind in BEHIND_WHOLE)
        return Count(k, k, 1, False, True) if is_so else None
    if words[k] == "one":
        return Count(k, k + 1, 1, False) if behind in ("day", "night") else None
    is_denied = not _NOT_ONE.isdisjoint(words[max(0, k - 2) : k])
    is_day = behind in KINDS and word_at(words, k + 2) in SKIES
    return Count(k, k, 1, False) if is_day and not is_denied else None


def _goes_on_counting(words: tuple[str, ...], k: int) -> bool:
    """Whether days of another kind were counted right before: "three wet days and two dry"."""
    is_last = not word_at(words, k + 2).isalpha() and words[k - 1] in ("and", ",", "to", "against")
    before = words[max(0, k - _KINDS_APART) : k]
    return is_last and not SKIES.isdisjoint(before) and not COUNTS.keys().isdisjoint(before)


def _opens_whole(words: tuple[str, ...], k: int) -> bool:
    """Whether "of the five days" stands before the count at token k."""
    rest = [word for word in words[max(0, k - 6) : k] if word not in _DAYS and word != ","]
    return rest[-3:-1] == ["of", "the"] or rest[-2:-1] == ["of"]
