"""Of what kind a day is: wet, dry, freezing, past a mark; each by every fair reading."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.tolerances import DRY_MOST_CHANCE, MAYBE_WET, WET_LEAST_CHANCE
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import PERCENTS, TEMPERATURES
from scripts.grounding.words.sky_words import CLEAR, CLOUDY, DRY, FOG, FOGGY, OVERCAST, SUNNY, WET, Term
from scripts.grounding.words.units_said import convert

Kind = Callable[[Sequence[Reading]], set[int]]
"""How many of some days are of a kind: each number that a fair reading makes it."""

PLAIN_KINDS: Final = (DRY, CLEAR, SUNNY, FOG)
"""What days are counted by, beside what falls."""


def of_mark(mark: Figure, is_nightly: bool) -> Kind:
    """Count the days past a mark: by their highs, or of nights by their lows, where it is of temperature."""
    fields: list[Field] = ["chance", "humidity", "wind"]
    if mark.fields & TEMPERATURES:
        fields = (
            ["low"] if is_nightly else ["high"] if mark.hedge in ("over", "at_least") else ["high", "low"]
        )
        fields = [field for field in fields if field in mark.fields] or fields
    elif mark.fields & PERCENTS:
        fields = ["chance"]
    bound = mark._replace(is_fraction=False) if mark.hedge in ("at_least", "at_most") else mark
    bound = bound._replace(most=1e9, hedge="exact") if mark.hedge == "at_least" else bound
    bound = bound._replace(least=-1e9, hedge="exact") if mark.hedge == "at_most" else bound

    def kind(days: Sequence[Reading]) -> set[int]:
        is_now = bool(days) and days[0].is_current
        at_hand: list[Field] = [*fields, "temperature"] if bound.fields & TEMPERATURES and is_now else fields
        counted = [field for field in at_hand if any(field in day.values for day in days)]
        loose = bound._replace(least=bound.least - 1e-3, most=bound.most + 1e-3)
        return {
            sum(fits(each, day, field) for day in days) for field in counted for each in (bound, loose)
        } or set(range(len(days) + 1))

    return kind


def of_sky(term: Term, is_denied: bool) -> Kind:
    """Count the days a word for the sky holds of, or where it is denied the others."""

    def kind(days: Sequence[Reading]) -> set[int]:
        found = [sum(map(bool, verdicts)) for verdicts in _verdicts(days, term)]
        between = range(min(found), max(found) + 1)
        return {len(days) - each for each in between} if is_denied else set(between)

    return kind


def of_codes(codes: frozenset[int]) -> Kind:
    """Count the days whose condition is one of a few: "heavy rain"."""

    def kind(days: Sequence[Reading]) -> set[int]:
        return {sum(bool((day.codes or frozenset()) & codes) for day in days)}

    return kind


def of_skies(terms: Sequence[Term], is_denied: bool) -> Kind:
    """Count the days that any of several words holds of: "snowy or wet"."""

    def kind(days: Sequence[Reading]) -> set[int]:
        told = [[False] * len(days)]
        for term in terms:
            told = [[a or b for a, b in zip(x, y, strict=True)] for x in told for y in _verdicts(days, term)]
        found = {sum(verdicts) for verdicts in told}
        return {len(days) - each for each in found} if is_denied else found

    return kind


def of_both(one: Kind, other: Kind) -> Kind:
    """Count the days that are of two kinds at once: "dry days with 5 % or less"."""

    def kind(days: Sequence[Reading]) -> set[int]:
        return {sum(1 in one([day]) and 1 in other([day]) for day in days)}

    return kind


def lengths_of_runs(kind: Kind, days: Sequence[Reading], end: int | None = None) -> set[int]:
    """Return how long the unbroken runs of days of a kind are, or the first (0) or last (-1) run of them."""
    found: set[int] = set()
    for least in (False, True):
        verdicts = [kind([day]) for day in days]
        held = "".join("x" if (each == {1} if least else 1 in each) else " " for each in verdicts)
        runs = [len(run) for run in held.split()]
        if end is not None and held:
            runs = [len(held.split(" ")[end])]
        found.update(runs)
    return found


def _verdicts(days: Sequence[Reading], term: Term) -> Iterator[list[bool]]:
    """Yield which days are of the kind: by condition, by chance, by either."""
    if term is DRY:
        yield [not (day.codes or frozenset()) & WET for day in days]
        yield [
            day.values.get("chance", 0) < WET_LEAST_CHANCE and not (day.codes or frozenset()) & WET
            for day in days
        ]
        yield [day.values.get("chance", 0) <= DRY_MOST_CHANCE for day in days]
        yield [day.values.get("chance", 0) < MAYBE_WET for day in days]
        return
    if term in (CLEAR, SUNNY):
        yield [day.codes == frozenset((0,)) for day in days]
    if term is SUNNY:
        yield [bool((day.codes or frozenset()) & {0, 1, 2}) for day in days]
    if term in (CLOUDY, OVERCAST):
        yield [day.codes == frozenset((3,)) for day in days]
        yield [bool(day.codes) and (day.codes or frozenset()) <= FOGGY | {3} for day in days]
        yield [bool(day.codes) and (day.codes or frozenset()) <= {2, 3} for day in days]
    by_code = [bool((day.codes or frozenset()) & term.agrees) for day in days]
    yield by_code
    if term.falls in ("rain", "any") and any("chance" in day.values for day in days):
        by_chance = [day.values.get("chance", 0) >= WET_LEAST_CHANCE for day in days]
        yield [one or other for one, other in zip(by_code, by_chance, strict=True)]
        yield [one and other for one, other in zip(by_code, by_chance, strict=True)]


def of_frost(is_nightly: bool) -> Kind:
    """Count the days, or the nights, below freezing; of what is known of now, by its temperature."""
    fields: tuple[Field, ...] = ("low",) if is_nightly else ("low", "high")

    def kind(days: Sequence[Reading]) -> set[int]:
        told = [[value for day in days if (value := _celsius(day, name)) is not None] for name in fields]
        return {sum(value < limit for value in each) for each in told for limit in (0.0, 1e-6)}

    return kind


def of_thaw(is_nightly: bool) -> Kind:
    """Count the days, or the nights, that get above freezing, or up to it."""

    def kind(days: Sequence[Reading]) -> set[int]:
        told = [_celsius(day, "low" if is_nightly else "high") for day in days]
        return {sum(value is not None and value > least for value in told) for least in (0.0, -1e-6)}

    return kind


def _celsius(reading: Reading, name: Field) -> float | None:
    """Return a day's high or low in °C, or the temperature there is now."""
    value = reading.values.get("temperature" if reading.is_current else name)
    return None if value is None else convert(value, reading.temperature_unit, "C")


def of_places(forecasts: Sequence[list[Reading]], scope: Scope, kind: Kind) -> set[int]:
    """Return how many places are of a kind on the one day spoken of: "none of the three is dry on "
    "Saturday"."""
    days = scope.days or frozenset()
    of_day = [day for each in forecasts for day in each if day.atoms & days]
    return kind(of_day) if 1 < len(of_day) == len({day.place for day in of_day}) else set()
