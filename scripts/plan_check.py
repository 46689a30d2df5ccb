"""Whether the user's messages of a draft carry what the plan takes from them, and nothing against it."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Final

from scripts.draft import Draft
from scripts.finding import Finding
from scripts.named_days import SIGNS, named_days, planned_days
from scripts.place_spotting import spot_places, stands_as_place
from scripts.plain_words import find_form, plain_form, plain_text
from scripts.scenario import Mention, Scenario, Turn, Units

Words = tuple[str, ...]

MEASURED: Final = re.compile(
    r"(\d+(?:\.\d+)?) ?(?:[°º] ?[CF]?\b|[°º%]|[CF]\b"
    r"|(?:degrees?|deg|per ?cent|mph|km ?/? ?h|kph|knots?|kts?|m/s|celsius|fahrenheit)\b)"
    r"|(\d+\.\d\d+)",
    re.IGNORECASE,
)
"""A number with a unit of the weather behind it, or with as many places as coordinates have."""

DIGIT: Final = re.compile(r"\d")
CERTAINTY: Final = ("100%", "100 %", "100 percent", "100 per cent")
"""As in "100% sure"."""

COORDINATE: Final = re.compile(r"([-−]?)(\d+(?:\.\d+)?) ?°? ?([NSEW]\b)?", re.IGNORECASE)

SCALES: Final[Mapping[str, Units]] = {
    "celsius": "metric",
    "centigrade": "metric",
    "metric": "metric",
    "fahrenheit": "imperial",
    "imperial": "imperial",
}
AHEAD: Final = frozenset(
    ("next", "coming", "following", "over", "ahead", "more", "another", "forecast", "outlook")
)
"""Near a number of days these make it days to come, and not days of a journey or an age."""
SPANS: Final = {"day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7}


class Allowed:
    """What the plan has brought up to a turn.

    Wishes, days, numbers and units are read when a message names something: most name few.
    """

    def __init__(self, scenario: Scenario) -> None:
        """Begin with what is allowed in any turn of the scenario: its day, and what its occasion counts."""
        self.today = scenario.today
        self._occasion = scenario.asker.occasion
        self._turns: list[Turn] = []
        self._forms: list[Words] = []
        self._days = {scenario.today}
        self._more_days: Iterator[Iterable[date]] = iter(())

    def add(self, turn: Turn) -> None:
        """Add what a turn's plan names in its forms and its wish."""
        forms = [plain_form(form) for mention in turn.mentions for form in mention.forms]
        self._turns.append(turn)
        self._forms += forms
        self._more_days = itertools.chain(self._more_days, _days_of(turn, forms, self.today))

    def has(self, words: Words) -> bool:
        """Return whether words stand in the plan so far; most stand in its forms."""
        return words in self._forms or any(find_form(text, words) is not None for text in self._texts())

    def _texts(self) -> list[Words]:
        return [*self._forms, *(plain_text(turn.wish) for turn in self._turns)]

    def has_day(self, dates: Set[date]) -> bool:
        """Return whether the plan so far has one of these days; mostly the first that it names is."""
        while self._days.isdisjoint(dates):
            if (more := next(self._more_days, None)) is None:
                return False
            self._days.update(more)
        return True

    def days(self) -> set[date]:
        """Return the days of the plan so far, all of a forecast's where it is asked for by their number."""
        self._days.update(itertools.chain.from_iterable(self._more_days))
        return self._days

    def numbers(self) -> set[float]:
        """Return the numbers of the plan so far."""
        numbers = set(_numbers(itertools.chain(plain_text(self._occasion), *self._texts())))
        for call in (call for turn in self._turns for call in turn.calls):
            numbers.update(value for value in call.arguments.values() if isinstance(value, int | float))
        return numbers

    def units(self) -> set[Units | None]:
        """Return the units that the plan so far speaks in."""
        return {turn.units for turn in self._turns}


def _days_of(turn: Turn, forms: Sequence[Words], today: date) -> Iterator[Iterable[date]]:
    """Yield the days that a turn's plan names, as far as they are asked for."""
    for words in (*forms, plain_text(turn.wish)):
        if not SIGNS.isdisjoint(words):
            yield planned_days(words, today)
    if any(mention.kind == "days" for mention in turn.mentions):
        for forecast in (call.result.get("daily", ()) for call in turn.calls):
            yield [date.fromisoformat(day["date"]) for day in forecast]


def check_plan(scenario: Scenario, draft: Draft) -> list[Finding]:
    """Return an `off_plan` finding for each fault of the user's messages.

    By its turn, what a required mention names has to have been said in one of its forms; and no place, day,
    figure or unit may be named that no mention or wish has brought up by then.
    """
    allowed = Allowed(scenario)
    said: Words = ()
    findings = []
    index = 1
    for number, (message, _) in enumerate(draft.utterances, start=1):
        turn, later = scenario.turns[number - 1], scenario.turns[number:]
        words = plain_text(message)
        said = (*said, "|", *words)
        allowed.add(turn)
        faults = [*_missing(turn, said, message), *_too_early(later, words, message, allowed)]
        faults += [fault for rule in RULES for fault in rule(words, message, allowed)]
        path = f"messages[{index}].content"
        findings += [Finding("off_plan", f"user_{number} {fault}", path) for fault in faults]
        index += 2 * len(turn.calls) + 2
    return findings


def _missing(turn: Turn, said: Words, message: str) -> Iterator[str]:
    for mention in turn.mentions:
        if mention.required and not _made(mention, said, message):
            wanted = " or ".join(f'"{form}"' for form in mention.forms)
            yield f'has not named {wanted}: "{message}"'


def _too_early(later: Sequence[Turn], words: Words, message: str, allowed: Allowed) -> Iterator[str]:
    """Yield the places that are for a later turn to name."""
    for mention in (mention for turn in later for mention in turn.mentions if mention.kind == "place"):
        for form in map(plain_form, mention.forms):
            if not allowed.has(form) and stands_as_place(form, words, message):
                yield f'named "{" ".join(form)}" already, which is for a later message'


def _made(mention: Mention, said: Words, message: str) -> bool:
    if mention.kind == "coordinates":
        given = set(_degrees(message))
        return any(set(_degrees(form)) <= given for form in mention.forms)
    return any(find_form(said, plain_form(form)) is not None for form in mention.forms)


def _degrees(text: str) -> Iterator[float]:
    """Yield the numbers of a text, those with a minus, an S or a W as negative."""
    for minus, number, letter in COORDINATE.findall(text):
        yield -float(number) if minus or letter in ("S", "W", "s", "w") else float(number)


def _numbers(words: Iterable[str]) -> Iterator[float]:
    return (float(word) for word in words if word[0].isdigit())


def no_other_place(words: Words, message: str, allowed: Allowed) -> Iterator[str]:
    """Yield each place that the plan has not named."""
    for name in spot_places(words, message):
        if not allowed.has(name):
            yield f'named the place "{" ".join(name)}", which the plan does not'


def no_other_day(words: Words, message: str, allowed: Allowed) -> Iterator[str]:
    """Yield each coming day, and each count of days, that the plan has not named."""
    for name, dates in named_days(words, allowed.today):
        if not allowed.has_day(dates):
            yield f'named the day "{name}", which the plan does not'
    if SPANS.keys().isdisjoint(words):
        return
    for position, (count, span) in enumerate(itertools.pairwise(words)):
        if span in SPANS and count.isdigit():
            near = words[max(0, position - 3) : position + 4]
            if not AHEAD.isdisjoint(near):
                yield from _other_count(int(count), span, allowed)


def _other_count(count: int, span: str, allowed: Allowed) -> Iterator[str]:
    days = count * SPANS[span]
    named = allowed.days()
    reach = (max(named) - min(named)).days
    if allowed.numbers().isdisjoint((count, days)) and not reach <= days <= reach + 1:
        yield f'spoke of "{count} {span}", which the plan does not'


def no_other_figure(words: Words, message: str, allowed: Allowed) -> Iterator[str]:
    """Yield each measured figure, and each unit, that the plan has not named."""
    for match in MEASURED.finditer(message) if DIGIT.search(message) else ():
        if float(match[1] or match[2]) not in allowed.numbers() and match.group() not in CERTAINTY:
            yield f'gave the figure "{match.group()}", which the plan does not'
    for word in () if SCALES.keys().isdisjoint(words) else words:
        if word in SCALES and SCALES[word] not in allowed.units() and not allowed.has((word,)):
            yield f"asked for {word}, which the plan does not"


RULES: Final[tuple[Callable[[Words, str, Allowed], Iterator[str]], ...]] = (
    no_other_place,
    no_other_day,
    no_other_figure,
)
