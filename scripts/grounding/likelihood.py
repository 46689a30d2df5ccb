"""How likely rain or snow is said to be in words, against the chance given: "a slim chance"."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from scripts.grounding import tolerances as t
from scripts.grounding.context import Context, Judgement
from scripts.grounding.sky_words import TERMS
from scripts.grounding.text import Triggers, word_set

_LIKELY: Final = Triggers(("likely", "likelier", "probable"))
_CHANCES: Final = Triggers(
    ("chance", "chances", "odds", "probability", "likelihood", "prospect", "prospects", "possibility", "risk")
)
_CERTAIN: Final = Triggers(("certain", "certainty", "guaranteed", "inevitable", "sure"))
_GOOD: Final = word_set("good strong high great excellent decent heavy big considerable serious substantial")
_SLIM: Final = word_set(
    "slim slight small remote faint outside poor low negligible tiny scant thin vanishing meager meagre "
    "minimal slender little modest"
)
_OF: Final = word_set("of for a an any some more further it its the actual light heavy moderate measurable")
_IS: Final = word_set("is are stands runs seems looks remains very quite rather only pretty fairly")
_ALL_BUT: Final = word_set("but near nearly almost virtually practically quite absolutely is are as")
_NOT: Final = word_set("no not never nothing nobody hardly nor if for make making")
_WETS: Final = frozenset(("precipitation", "wet", "wetting", "soaking"))
_ENDED: Final = ((",",), (".",), (";",), ("on",), ("at",), (":",))
_EVEN: Final = 50.0
"""Percent that a chance is even at."""


class _Said(NamedTuple):
    """A chance told in words, from token to token, and the percents that bear it out."""

    first: int
    last: int
    least: float
    most: float


def judge_likelihood(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each chance of rain or snow that is told in words."""
    text = context.text
    said = [_against_even(context, k) for k in text.where(_LIKELY)]
    said += [_of_chance(text.words, k) for k in text.where(_CHANCES)]
    said += [_of_certainty(context, k) for k in text.where(_CERTAIN)]
    for each in said:
        if (
            each is None
            or not context.stances.is_asserted(each.first)
            or not _is_of_rain(context, each.first)
        ):
            continue
        if context.stances.is_denied_before(each.first, 3) is not False:
            continue
        readings = [
            r for r in context.about(context.scopes.at(each.first, each.last)) if "chance" in r.values
        ]
        fits = [r for r in readings if each.least <= r.values["chance"] <= each.most]
        if fits:
            yield Judgement(each.first, each.last, tuple(fits))
        elif readings:
            told = readings[0].values["chance"]
            words = text.around(each.first, each.last)
            fault = f"you wrote '{words}'; the results give a chance of {told:g} %"
            yield Judgement(each.first, each.last, fault=fault)


def _against_even(context: Context, k: int) -> _Said | None:
    """Return "more likely than not", "less likely than not"."""
    words = context.text.words
    if words[k + 1 : k + 3] != ("than", "not"):
        return None
    return _Said(k - 1, k + 2, 0.0, _EVEN) if words[k - 1] == "less" else _Said(k - 1, k + 2, _EVEN, 100.0)


def _of_chance(words: tuple[str, ...], k: int) -> _Said | None:
    """Return "a slim chance of rain", "the chance of rain is high"; None of a chance of anything else."""
    at = k + 1
    while at < len(words) and words[at] in _OF:
        at += 1
    is_of_rain = at < len(words) and (
        (words[at] in TERMS and bool(TERMS[words[at]].falls)) or words[at] in _WETS
    )
    is_subject = words[max(0, k - 3) : k - 1] in (("is", "a"), ("but", "a"), ("only", "a"))
    is_of_it = is_subject or (words[k + 1 : k + 3] == ("of", "it") and words[k + 3 : k + 4] in _ENDED)
    if not is_of_rain and not is_of_it:
        return None
    if k and words[k - 1] in _GOOD | _SLIM:
        return _bounded(words[k - 1], k - 1, k)
    stop = next((j for j in range(at, min(len(words), at + 5)) if words[j] in ("is", "are", "stands")), None)
    if stop is None:
        return None
    while stop < len(words) and words[stop] in _IS:
        stop += 1
    is_plain = stop < len(words) and words[stop] in _GOOD | _SLIM
    return _bounded(words[stop], k, stop) if is_plain else None


def _bounded(word: str, first: int, last: int) -> _Said:
    return (
        _Said(first, last, t.GOOD_CHANCE, 100.0) if word in _GOOD else _Said(first, last, 0.0, t.SMALL_CHANCE)
    )


def _of_certainty(context: Context, k: int) -> _Said | None:
    """Return "rain is all but certain", "sure to rain" of a clause that names what falls."""
    words = context.text.words
    begin, end = context.stances.segment(k)
    if not _NOT.isdisjoint(words[max(begin, k - 4) : k]) or k == begin:
        return None
    if words[k] == "sure":
        falls = any(word in TERMS and TERMS[word].falls for word in words[k + 1 : min(end, k + 4)])
        return _Said(k, k + 1, t.CERTAIN_CHANCE, 100.0) if words[k + 1 : k + 2] == ("to",) and falls else None
    is_so = words[k - 1] in _ALL_BUT or words[k - 2 : k] == ("a", "near")
    falls = any(word in TERMS and TERMS[word].falls for word in words[begin:k])
    return _Said(k, k, t.CERTAIN_CHANCE, 100.0) if is_so and falls else None


def _is_of_rain(context: Context, k: int) -> bool:
    """Whether it is rain or snow that is so likely: named in the sentence, or asked about."""
    begin, end = context.stances.sentence(k)
    words = (*context.text.words[begin:end], *context.user.texts[-1].words)
    return any(word in TERMS and TERMS[word].falls for word in words)
