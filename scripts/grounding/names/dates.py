"""Dates written out: "3 November", "Nov 3–5", "2026-11-03", "Sat 14:", and the days before and after them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from scripts.grounding.facts import Atom, Reading
from scripts.grounding.text import Text, word_set
from scripts.grounding.words.day_cue import DayCue

MONTHS: Final = {
    name: month
    for month, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SUFFIXES: Final = word_set("st nd rd th st's nd's rd's th's")
OF_DATE: Final = word_set("- – to of").union(_SUFFIXES, MONTHS)
"""What follows a number that begins a date."""

_BEFORE_NUMBER: Final = word_set(
    "the and or to monday tuesday wednesday thursday friday saturday sunday , : ; - – ( |"
) | {"\n"}
_TO: Final = (("to",), ("–",), ("-",), ("through",), ("—",))
_OF_FIGURE: Final = (
    ("°",),
    ("%",),
    ("/",),
    ("to",),
    ("–",),
    ("degrees",),
    ("c",),
    ("f",),
    ("percent",),
    ("mph",),
    ("km",),
)
_LEAP_YEAR: Final = 2028


def month_first(text: Text, i: int) -> DayCue | None:
    """Read "November 3", "Nov. 3–5" where a month stands at token i."""
    words = text.words
    month = MONTHS[words[i].removesuffix("'s")]
    end = i + 1
    if end < len(words) and words[end] in (".", "the"):
        end += 1
    day = _day_of_month(words, end)
    if day is None:
        return None
    value, end = day
    until = _day_of_month(words, end + 2) if words[end + 1 : end + 2] in _TO else None
    if until is not None and value < until[0] and words[until[1] + 1 : until[1] + 2] not in _OF_FIGURE:
        span = frozenset(("monthday", 100 * month + n) for n in range(value, until[0] + 1))
        return DayCue(i, until[1], span, is_list=True)
    return DayCue(i, end, frozenset({("monthday", 100 * month + value)}))


def number_first(text: Text, i: int) -> DayCue | None:
    """Read "3 November", "the 3rd" and "2026-11-03" where a number stands at token i."""
    words = text.words
    word = words[i]
    following = words[i + 1 : i + 5]
    if len(word) == 4 and len(following) == 4 and following[0] == following[2] == "-":
        month, day = following[1], following[3]
        if month.isdecimal() and day.isdecimal():
            return DayCue(i, i + 4, frozenset({("monthday", 100 * int(month[:2]) + int(day[:2]))}))
    day_said = _day_of_month(words, i)
    if day_said is None:
        return None
    value, end = day_said
    after = words[end + 1] if end + 1 < len(words) else ""
    until = _day_of_month(words, end + 2) if (after,) in _TO else None
    if until is not None and value < until[0]:
        number = MONTHS.get((*words[until[1] + 1 : until[1] + 2], "")[0])
        if number is None or not text.is_capital(until[1] + 1):
            return None
        span = frozenset(("monthday", 100 * number + n) for n in range(value, until[0] + 1))
        return DayCue(i, until[1] + 1, span, is_list=True)
    if after == "of" and end + 2 < len(words):
        end, after = end + 1, words[end + 2]
    if after in MONTHS and text.is_capital(end + 1):
        return DayCue(i, end + 1, frozenset({("monthday", 100 * MONTHS[after] + value)}))
    if end > i and i and words[i - 1] in _BEFORE_NUMBER:
        return DayCue(i, day_said[1], frozenset({("day", value)}))
    return None


def _day_of_month(words: tuple[str, ...], i: int) -> tuple[int, int] | None:
    """Return the day of the month written at token i, with its last token."""
    number = words[i].removesuffix("'s") if i < len(words) else ""
    if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 31:
        return None
    has_suffix = i + 1 < len(words) and words[i + 1] in _SUFFIXES
    return int(number), i + has_suffix


def weekday_with_date(words: tuple[str, ...], i: int, weekdays: frozenset[str]) -> DayCue | None:
    """Read "Sat 14:" and both ends of "Fri 3 – Sun 5:", where the number can only be the day of the month."""
    day = _day_of_month(words, i + 1)
    if day is None:
        return None
    behind, following = words[day[1] + 1 : day[1] + 2], words[day[1] + 2 : day[1] + 3]
    is_range = behind in _TO and not weekdays.isdisjoint(following)
    is_heading = behind == (":",) and (following == () or not following[0][0].isdecimal())
    return DayCue(i, day[1], frozenset({("day", day[0])})) if is_range or is_heading else None


def begins_date(following: tuple[str, ...]) -> bool:
    """Whether a month or a number opens the words."""
    return following != () and (following[0] in MONTHS or following[0][0].isdecimal())


def shifted(cue: DayCue | None, by: int) -> frozenset[Atom] | None:
    """Return the day so many days after the one that a cue names, None where it names no certain one."""
    if cue is None or cue.days is None or len(cue.days) != 1:
        return None
    kind, value = next(iter(cue.days))
    if kind == "weekday":
        return frozenset({(kind, (value + by) % 7)})
    if kind == "monthday":
        day = _date_of(value)
        moved = day + timedelta(by) if day else None
        return frozenset({(kind, 100 * moved.month + moved.day)}) if moved else None
    kind = "offset" if kind == "now" else kind
    return frozenset({(kind, value + by)}) if kind in ("offset", "day", "nth") else None


def _date_of(monthday: int) -> date | None:
    """Return the date of a leap year, None of such as 31 June."""
    try:
        return date(_LEAP_YEAR, monthday // 100, monthday % 100)
    except ValueError:
        return None


def with_days_of_month(text: Text, cues: list[DayCue], given: Sequence[Reading]) -> list[DayCue]:
    """Take "Tue 10", "Wed 11" for dates where the results have that weekday on that day of the month."""
    words = text.words
    found: list[DayCue] = []
    for cue in cues:
        behind = words[cue.last + 1 : cue.last + 3]
        atoms = cue.days or frozenset()
        atom = next(iter(atoms)) if len(atoms) == 1 and not cue.nights else ("", 0)
        is_plain = atom[0] == "weekday" and behind[:1] != () and len(behind[0]) < 3 and behind[0].isdecimal()
        if is_plain and behind[1:] not in _OF_FIGURE and _is_dated(given, atom[1], int(behind[0])):
            cue = cue._replace(last=cue.last + 1, days=frozenset({("day", int(behind[0]))}))
        found.append(cue)
    return found


def _is_dated(given: Sequence[Reading], weekday: int, number: int) -> bool:
    return any(r.day is not None and (r.day.weekday(), r.day.day) == (weekday, number) for r in given)
