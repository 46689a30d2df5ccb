"""How many days or nights are said to be wet, dry or below freezing: "two of the five days are wet"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.sky_words import CLEAR, DRY, SUNNY, TERMS, WET, Term
from scripts.grounding.text import word_list, word_set
from scripts.grounding.tolerances import SMALL_CHANCE, WET_LEAST_CHANCE
from scripts.grounding.units_said import convert

_COUNTS: Final = {
    name: number
    for number, names in enumerate(
        (
            "none",
            "one 1",
            "two 2",
            "three 3",
            "four 4",
            "five 5",
            "six 6",
            "seven 7",
            "eight 8",
            "nine 9",
            "ten 10",
        )
    )
    for name in names.split()
}
_SPANS: Final = word_set("days nights")
_REACH: Final = 9
"""Tokens after a count within which what it is of must be said."""

_HEDGED: Final = word_set("about least most maybe perhaps another next last first than other")


def judge_counts(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each count of the days of a forecast that are of one kind."""
    words = context.text.words
    calls = {reading.call for reading in context.given if not reading.is_current}
    if not calls:
        return
    days = [reading for reading in context.given if reading.call == max(calls)]
    for k in context.text.where(_SPANS | {"of"}):
        word = words[k]
        if word in _SPANS and k > 1 and words[k - 2] in _COUNTS and words[k - 1] in TERMS:
            is_free = _HEDGED.intersection(words[max(0, k - 4) : k - 2]) or {"the", "these"} & set(
                words[k - 3 : k - 2]
            )
            if not is_free and context.stances.is_asserted(k):
                yield from _judge(context, days, _COUNTS[words[k - 2]], k - 2)
            continue
        if word != "of" or words[k + 1 : k + 2] != ("the",) or _COUNTS.get(_at(words, k + 2)) != len(days):
            continue
        found = _count(context, k)
        if found is not None and context.stances.is_asserted(found[1]):
            yield from _judge(context, days, *found)


def _at(words: tuple[str, ...], k: int) -> str:
    return words[k] if k < len(words) else ""


def _count(context: Context, k: int) -> tuple[int, int] | None:
    """Return the number counted, before "of the five" or behind it, and the token its kind is named after."""
    words = context.text.words
    _, end = context.stances.sentence(k)
    if k and words[k - 1] in _COUNTS:
        return None if _HEDGED.intersection(words[max(0, k - 3) : k - 1]) else (_COUNTS[words[k - 1]], k + 2)
    if k and words[k - 1] in ("days", "nights") and k > 1 and words[k - 2] in _COUNTS:
        return _COUNTS[words[k - 2]], k + 2
    for at in range(k + 3, min(end, k + 7)):
        if words[at] in _COUNTS:
            return None if _HEDGED.intersection(words[k + 3 : at]) else (_COUNTS[words[at]], at)
    return None


def _judge(context: Context, days: Sequence[Reading], count: int, at: int) -> Iterator[Judgement]:
    words = context.text.words
    _, end = context.stances.sentence(at)
    for k in range(at + 1, min(end, at + _REACH)):
        term = TERMS.get(words[k])
        if term is not None and (term.falls or term in (DRY, CLEAR, SUNNY)):
            possible = {sum(map(bool, verdicts)) for verdicts in _of_sky(days, term)}
        elif words[k] == "freezing" or (
            words[k] in ("mark", "frost") and {"freezing", "frost"} & context.user.words
        ):
            is_of_nights = bool({"night", "nights"} & (set(words[at : k + 1]) | context.user.words))
            possible = _of_frost(days, is_of_nights)
        elif words[k] in (",", ";", "and"):
            return
        else:
            continue
        first, last = (k - 1, k)
        denied = context.stances.is_denied(k, k) if count else False
        if denied is None or {"above", "over"} & set(words[at:k]):
            return
        possible = {len(days) - each for each in possible} if denied else possible
        if min(possible) <= count <= max(possible):
            yield Judgement(first, last, tuple(days))
        else:
            told = " or ".join(str(each) for each in sorted(possible))
            yield Judgement(
                first,
                last,
                fault=f"you wrote '{context.text.said(at, k)}' of {count} days; the results have {told}",
            )
        return


def _of_sky(days: Sequence[Reading], term: Term) -> Iterator[list[bool]]:
    """Yield which days are of the kind: by condition, by chance, by either."""
    if term is DRY:
        yield [not (day.codes or frozenset()) & WET for day in days]
        yield [day.values.get("chance", 0) < WET_LEAST_CHANCE for day in days]
        yield [day.values.get("chance", 0) <= SMALL_CHANCE for day in days]
        return
    if not term.falls:
        yield [day.codes == frozenset((0,)) for day in days]
        yield [bool((day.codes or frozenset()) & {0, 1, 2}) for day in days]
    by_code = [bool((day.codes or frozenset()) & term.agrees) for day in days]
    yield by_code
    if term.falls in ("rain", "any"):
        by_chance = [day.values.get("chance", 0) >= WET_LEAST_CHANCE for day in days]
        yield [one or other for one, other in zip(by_code, by_chance, strict=True)]
        yield [one and other for one, other in zip(by_code, by_chance, strict=True)]


def _of_frost(days: Sequence[Reading], is_of_nights: bool) -> set[int]:
    fields = word_list("low") if is_of_nights else word_list("low high")
    return {
        sum(convert(day.values[name], day.temperature_unit, "C") < 0 for day in days if name in day.values)
        for name in ("low", "high")
        if name in fields
    }
