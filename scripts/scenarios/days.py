"""How people name days, and how many days of forecast each way of naming needs."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from scripts.scenario import Mention

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBER_WORDS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
)


class DayWords(NamedTuple):
    """Some days, in words.

    `words` fit after a question ("on Saturday", "over the next three days"). `days` is what the forecast call
    needs, the local today included; `first` and `last` count the days meant from today, 0. `dated` tells that
    the words can only be understood by somebody who knows today's date.
    """

    words: str
    mentions: tuple[Mention, ...]
    first: int
    last: int
    dated: bool

    @property
    def days(self) -> int:
        """The `days` argument that reaches the last day meant."""
        return self.last + 1


def weekday(day: date) -> str:
    """Return the English name of the day of the week."""
    return WEEKDAYS[day.weekday()]


def month_name(day: date) -> str:
    """Return the English name of the month."""
    return MONTHS[day.month - 1]


def weekday_forms(day: date) -> tuple[str, ...]:
    """Return a weekday as people type it; the short forms that are words of their own are left out."""
    name = weekday(day)
    return (name,) if name[:3] in ("Wed", "Sat", "Sun") else (name, name[:3])


def plain_date(day: date) -> str:
    """Return a day as "Saturday 14 June"."""
    return f"{weekday(day)} {day.day} {month_name(day)}"


def one_day(rng: random.Random, today: date) -> DayWords:
    """Return a way of naming one coming day, today to nine days ahead."""
    ahead = rng.choice((0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9))
    return named_day(rng, today, ahead)


def named_day(rng: random.Random, today: date, ahead: int) -> DayWords:
    """Return a way of naming the day that many days ahead (0 to 13)."""
    day = today + timedelta(days=ahead)
    if ahead == 0:
        return _day("today, the day as a whole", ("today",), 0, dated=False)
    if ahead > 7:
        return _by_date(day, ahead)
    way = rng.choice(DAY_NAMINGS[ahead])
    if way == "date":
        return _by_date(day, ahead)
    if way == "weekday":
        return _day(f"on {weekday(day)}", weekday_forms(day), ahead)
    if way == "week":
        return _day(f"a week from today, {plain_date(day)}", ("a week from today", *_date_forms(day)), ahead)
    return _day(way, SPOKEN[way], ahead)


DAY_NAMINGS: Final[Mapping[int, Sequence[str]]] = {
    1: ("weekday", "weekday", "date", *4 * ("tomorrow",)),
    2: ("weekday", "weekday", "date", *2 * ("the day after tomorrow",)),
    **dict.fromkeys((3, 4, 5, 6), ("weekday", "weekday", "date")),
    7: ("date", "week"),
}
"""How people name a day that many days ahead, each as often as they do."""
SPOKEN: Final = {"tomorrow": ("tomorrow", "tmrw"), "the day after tomorrow": ("day after tomorrow",)}


def next_days(rng: random.Random, count: int) -> DayWords:
    """Return a way of asking for that many days from today on, 2 to 14; needs no date."""
    word = NUMBER_WORDS[count]
    forms: tuple[str, ...] = (f"{count} days", f"{word} days", f"{count}-day", f"{word}-day")
    words = [f"over the next {word} days, today included", f"for {count} days from today"]
    if count == 7:
        words += ["over the coming week, seven days in all", "for the week ahead"]
        forms += ("week",)
    elif count == 14:
        words += ["over the coming fortnight", "over the next two weeks"]
        forms += ("fortnight", "two weeks", "2 weeks")
    return DayWords(rng.choice(words), (Mention("days", forms),), 0, count - 1, dated=False)


def weekend(today: date) -> DayWords | None:
    """Return "at the weekend" as asked from Monday to Friday; None at the weekend itself."""
    if today.weekday() > 4:
        return None
    saturday = 5 - today.weekday()
    return DayWords("at the weekend", (Mention("day", ("weekend",)),), saturday, saturday + 1, dated=True)


def either_day(rng: random.Random, today: date) -> DayWords:
    """Return two days in a row within the week to choose from, by name."""
    ahead = rng.randint(1, 5)
    first, second = (today + timedelta(days=ahead + n) for n in (0, 1))
    mentions = tuple(Mention("day", weekday_forms(day)) for day in (first, second))
    return DayWords(f"on {weekday(first)} or {weekday(second)}", mentions, ahead, ahead + 1, dated=True)


def from_to(rng: random.Random, today: date) -> DayWords:
    """Return three to five named days, as of a trip."""
    ahead = rng.randint(1, 3)
    length = rng.randint(2, min(4, 6 - ahead))
    first, last = today + timedelta(days=ahead), today + timedelta(days=ahead + length)
    mentions = tuple(Mention("day", weekday_forms(day)) for day in (first, last))
    words = f"from {weekday(first)} to {weekday(last)}"
    return DayWords(words, mentions, ahead, ahead + length, dated=True)


def until(rng: random.Random, today: date) -> DayWords:
    """Return "from today until Friday", two to six days ahead."""
    ahead = rng.randint(2, 6)
    last = today + timedelta(days=ahead)
    mention = Mention("day", weekday_forms(last))
    return DayWords(f"from today until {weekday(last)}", (mention,), 0, ahead, dated=True)


def some_days(rng: random.Random, today: date) -> DayWords:
    """Return a way of naming several days, two to fourteen days of forecast."""
    ways: Sequence[Callable[[], DayWords | None]] = (
        lambda: next_days(rng, rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14))),
        lambda: next_days(rng, rng.choice((3, 5, 7, 8, 9, 10, 11, 12, 13, 14))),
        lambda: weekend(today),
        lambda: either_day(rng, today),
        lambda: from_to(rng, today),
        lambda: until(rng, today),
    )
    return rng.choice(ways)() or either_day(rng, today)


def _day(words: str, forms: tuple[str, ...], ahead: int, *, dated: bool = True) -> DayWords:
    return DayWords(words, (Mention("day", forms),), ahead, ahead, dated)


def _by_date(day: date, ahead: int) -> DayWords:
    return _day(f"on {day.day} {month_name(day)}", _date_forms(day), ahead)


def _date_forms(day: date) -> tuple[str, ...]:
    month = month_name(day)
    ordinal = f"{day.day}{_suffix(day.day)}"
    return (
        f"{day.day} {month}",
        f"{month} {day.day}",
        f"{ordinal} of {month}",
        f"{month} {ordinal}",
        f"the {ordinal}",
    )


def _suffix(number: int) -> str:
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
