"""Weekdays in a text, in full or short, and the part of the day that is said of a day."""

from typing import Final

from scripts.grounding.facts import Atom
from scripts.grounding.names.dates import MONTHS, begins_date, weekday_with_date
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.day_cue import DayCue

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RELATIVE: Final = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "morrow": 1,
    "yesterday": -1,
}
"""Days named from today on: how many days away each is."""

AT_PRESENT: Final = word_set("now currently presently")

WEEKDAY: Final = {form: i for i, name in enumerate(_WEEKDAYS) for form in (name, f"{name}s")}
SHORT: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_DAY_NAMES: Final = frozenset((*WEEKDAY, *SHORT))
_SHORT_NAMES: Final = Triggers(SHORT)
_STOPS: Final = frozenset((",", ".", ";", "&", "+"))
_SOME: Final = word_set("a an any some every one your his her my the no")
_TELLING: Final = frozenset(("of", "at"))
"""What tells of "a Friday" how warm it is: it is the one of the results."""

_ANY_SUCH: Final = word_set("a any every most no another call calls called")
PARTS_OF_DAY: Final = frozenset(("morning", "afternoon", "evening", "night"))


def weekday_at(words: tuple[str, ...], i: int, word: str, following: str) -> DayCue | None:
    """Read a weekday, short or in full, with the date behind it; None where no certain one is meant."""
    if word in WEEKDAY and _is_any_such_day(words, i):
        return None
    number = WEEKDAY[word] if word in WEEKDAY else SHORT[word]
    last = i + (word not in WEEKDAY and following == ".")
    dated = weekday_with_date(words, i, _DAY_NAMES)
    return dated or of_day(words, i, last, frozenset({("weekday", number)}))


_DATED: Final = frozenset(("day", "monthday"))


def order_named(words: tuple[str, ...], cue: DayCue) -> list[Atom]:
    """Return the days of a list in the order that it names them; none where it does not name each."""
    days = cue.days or frozenset()
    named: list[Atom] = []
    for word in words[cue.first : cue.last + 1]:
        value = WEEKDAY.get(word, RELATIVE.get(word, -2))
        number = int(word) if word.isdecimal() else -1
        named += (
            atom for atom in days if atom[1] == value or (atom[1] % 100 == number and atom[0] in _DATED)
        )
    return named if len(named) == len(days) else []


def _is_any_such_day(words: tuple[str, ...], i: int) -> bool:
    """Whether a day's name is of no day of the results: "like a Sunday in Hannibal", "any Friday"."""
    near = words[max(0, i - 4) : i]
    if "like" in near:
        compared = near[near.index("like") + 1 :]
        if not compared or compared[0] in _SOME:
            return True
    behind = (*words[i + 1 : i + 3], ".", ".")
    is_told = behind[0] in _TELLING and (behind[1][:1].isdecimal() or is_numeral(behind[1]))
    return words[max(0, i - 1)] in _ANY_SUCH and not is_told


def is_short_day(text: Text, i: int) -> bool:
    """Whether a capital "Sun", "Sat" or "Wed" is a day: it heads a figure or stands beside another."""
    words = text.words
    word = words[i]
    if word not in ("sun", "sat", "wed", "mon"):
        return True
    following = words[i + 1 : i + 3]
    before = words[max(0, i - 2) : i]
    if _is_listed_short(text, i):
        return True
    behind = words[i + 2 : i + 4]
    if following[:1] in ((",",), (".",)) and begins_date(behind[behind[:1] == ("the",) :]):
        return True
    return any(
        w in SHORT or w in MONTHS or w[0].isdecimal() or w in (":", "(", "|", "–", "—") for w in following[:1]
    ) or any(w in SHORT and w != word for w in (*following, *before))


def _is_listed_short(text: Text, i: int) -> bool:
    """Whether other short names of days stand in the text, so that this one is a day: no "Sun and clouds"."""
    words = text.words
    others = [k for k in text.where(_SHORT_NAMES) if words[k] != words[i] and text.is_capital(k)]
    if not others:
        return False
    if words[i] != "sun":
        return True
    after = words[i + 1 : i + 2]
    is_sign = after != () and not after[0][0].isalpha() and after[0] not in _STOPS
    return is_sign or words[max(0, i - 2) : max(0, i - 1)] in tuple((words[k],) for k in others)


def of_day(words: tuple[str, ...], first: int, last: int, days: frozenset[Atom]) -> DayCue:
    """Return the cue of a day, with the part of the day that is said of it."""
    following = words[last + 1] if last + 1 < len(words) else ""
    nights: frozenset[Atom] = frozenset()
    if following in ("night", "overnight") or words[first] == "tonight":
        nights = frozenset((kind, (n + 1) % 7 if kind == "weekday" else n + 1) for kind, n in days)
    last += following in PARTS_OF_DAY
    return DayCue(first, last, days, nights)
