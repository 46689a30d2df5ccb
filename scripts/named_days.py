"""The days that a message names, as dates, told from the day on which it is written."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "weds"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday",),
            ("sunday",),
        )
    )
    for name in names
}
"""Without the short forms that are words of their own: wed, sat, sun."""

MONTH_NAMES: Final = "january february march april may june july august september october november december"
MONTHS: Final = {
    name: number for number, long in enumerate(MONTH_NAMES.split(), start=1) for name in (long, long[:3])
}
TOMORROW: Final = frozenset(("tomorrow", "tmrw", "tmr", "tomoz", "2moro", "tmw"))
ORDINALS: Final = frozenset(("st", "nd", "rd", "th"))
BYGONE: Final = frozenset(("last", "every", "each", "past", "since", "most", "usual"))
"""Before the name of a day these make it no coming day."""

THROUGH: Final = frozenset(("to", "until", "till", "through"))
NAMES: Final = WEEKDAYS.keys() | TOMORROW | {"weekend"}
SIGNS: Final = NAMES | MONTHS.keys() | ORDINALS
"""Where none of these words is, no day is named."""

WEEK: Final = 7
DAYS_AHEAD: Final = 60
"""A date without a year is taken to lie within as many days."""


def named_days(words: Sequence[str], today: date) -> Iterator[tuple[str, frozenset[date]]]:
    """Yield each day that plain words name, as written, with the dates it may mean; today itself is none."""
    if SIGNS.isdisjoint(words):
        return
    for position, word in enumerate(words):
        if not (word in NAMES or word.isdigit()) or (position and words[position - 1] in BYGONE):
            continue
        if word in WEEKDAYS:
            ahead = (WEEKDAYS[word] - today.weekday()) % WEEK
            yield word, _dates(today, ahead, ahead + WEEK)
        elif word in TOMORROW:
            after = words[max(0, position - 2) : position] == ("day", "after")
            yield word, _dates(today, 2 if after else 1)
        elif word == "weekend":
            saturday = (5 - today.weekday()) % WEEK
            yield word, _dates(today, *((0, 1, 6, 7) if saturday == 6 else (saturday, saturday + 1)))
        elif dated := _date(words, position, today):
            yield dated


def planned_days(words: Sequence[str], today: date) -> Iterator[date]:
    """Yield the days that a plan's words name, those between included where they go from one to another."""
    found = [(name, dates) for name, dates in named_days(words, today) if dates]
    named = [day for name, dates in found for day in (dates if name == "weekend" else (min(dates),))]
    yield from named
    if named and not THROUGH.isdisjoint(words):
        first = today if "today" in words else min(named)
        yield from (first + timedelta(days=days) for days in range((max(named) - first).days))


def _dates(today: date, *ahead: int) -> frozenset[date]:
    return frozenset(today + timedelta(days=days) for days in ahead)


def _date(words: Sequence[str], position: int, today: date) -> tuple[str, frozenset[date]] | None:
    """Return the date that begins with the number there, as in 14 june, 14 th of june, june 14, the 14 th."""
    before, after = words[:position][-1:], list(words[position + 1 : position + 4])
    ordinal = after[:1] and after[0] in ORDINALS
    if ordinal:
        del after[0]
    month = after[1:2] if after[:1] == ["of"] else after[:1]
    number = int(words[position])
    for name in (*month, *before):
        if name in MONTHS:
            return f"{number} {name}", _on(today, number, MONTHS[name])
    if ordinal and before == ("the",):
        return f"the {number}{words[position + 1]}", _on(today, number, None)
    return None


def _on(today: date, number: int, month: int | None) -> frozenset[date]:
    """Return the dates of the year to come with that day of the month, in that month if one is given."""
    months = [month] if month else range(1, 13)
    days = (_day(year, month, number) for year in (today.year, today.year + 1) for month in months)
    return frozenset(day for day in days if day and 0 <= (day - today).days < DAYS_AHEAD)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None
