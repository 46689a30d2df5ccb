"""Whether a reading holds what a claim about the sky says, or what it denies.

The weather code decides, and beside it the chance of precipitation: a small one lets rain be denied, a
fair one lets it be spoken of under a dry sky.
"""

from itertools import pairwise
from typing import Final

from scripts.grounding.air.frost import frosts, thaws
from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.sky.sky_claims import Claim
from scripts.grounding.text import word_set
from scripts.grounding.tolerances import DRY_MOST_CHANCE, MAYBE_WET, NO_CHANCE_MOST, WET_LEAST_CHANCE
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.figure_words import PERCENTS
from scripts.grounding.words.units_said import convert

_SOMEBODY: Final = word_set("you we i one they he she man anyone nobody that which")
_GRANTING: Final = word_set("some possible possibly may might could slight small decent fair good")
_LITTLE: Final = word_set(
    "no not nor none never nothing nil zero nought without hardly scarcely barely neither unlikely few "
    "little if leave leaves"
)
_LIKELY: Final = frozenset(("likely", "certain", "sure", "probable"))
_DRY: Final = (w.DRY, w.NO_RAIN, w.SHELTERED)
_MAY_SNOW_BELOW_C: Final = 5.0
_MAY_COME_PERCENT: Final = 20.0


def is_wet(reading: Reading) -> bool:
    """Whether a reading's weather code is one under which something falls."""
    return bool((reading.codes or frozenset()) & w.WET)


def may_come(reading: Reading, claim: Claim) -> bool:
    """Whether what is denied until a day may fall on that day."""
    return (
        reading_holds(reading, claim, False, False) or reading.values.get("chance", 0.0) >= _MAY_COME_PERCENT
    )


def says_chance(context: Context, claim: Claim) -> bool:
    """Whether a claim is of a chance only: "rain may come", "a 40 % chance of snow"."""
    first, last = context.stances.segment(claim.first)
    words = may_words(context, claim)
    if not w.SURE_WORDS.isdisjoint(words):
        return _is_so_likely(context, first, last)
    if context.text.words[claim.last] in w.FALLING_VERBS:
        return not w.MAYBE_WORDS.isdisjoint(words)
    if not w.CHANCE_WORDS.isdisjoint(_but_of_another(words, claim.last - first)):
        return True
    return any(
        figure.fields <= PERCENTS
        and "chance" in figure.fields
        and (first <= figure.first < last or 0 < figure.first - claim.last <= 5)
        for figure in context.figures
    )


def grants_chance(context: Context, claim: Claim) -> bool:
    """Whether there is said to be some chance, and no figure says how little: "it may rain"."""
    first, last = context.stances.segment(claim.first)
    words = may_words(context, claim)
    is_figured = any(f.fields <= PERCENTS and first <= f.first < last for f in context.figures)
    is_granted = not _GRANTING.isdisjoint(words) or ("a", "chance") in pairwise(words)
    return is_granted and not is_figured and _LITTLE.isdisjoint(words)


def _is_so_likely(context: Context, first: int, last: int) -> bool:
    """Whether a clause says in percent how likely something is: "only 20 % likely to rain"."""
    after = (context.text.words[f.last + 1 : f.last + 2] for f in context.figures if first <= f.first < last)
    return any(not _LIKELY.isdisjoint(following) for following in after)


def _but_of_another(words: tuple[str, ...], last: int) -> tuple[str, ...]:
    """Return the words of a clause but for those behind a claim that give the chance of something else."""
    for k in range(last + 1, len(words) - 2):
        if words[k] in ("chance", "chances", "odds") and words[k + 1] == "of" and words[k + 2] in w.TERMS:
            return words[:k]
    return words


def may_words(context: Context, claim: Claim) -> tuple[str, ...]:
    """Return the words of a claim's clause, but for what somebody might do in it: "a fog you could cut"."""
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    for k in range(claim.last + 2, last):
        if words[k] in w.SOFT_MODALS and words[k - 1] in _SOMEBODY:
            return words[first:k]
    return words[first:last]


def has_chance(reading: Reading) -> bool:
    """Whether a reading gives a chance of precipitation, or is of a forecast, where one may be had."""
    return "chance" in reading.values or not reading.is_current


def reading_holds(reading: Reading, claim: Claim, denied: bool, is_chance: bool) -> bool:
    """Whether a reading bears out a claim, or its denial."""
    if claim.term is w.FROST:
        return frosts(reading, denied, is_chance)
    if claim.term is w.THAW:
        return thaws(reading, denied)
    chance = reading.values.get("chance")
    codes = reading.codes
    if codes is None and (chance is None or (not claim.term.falls and claim.term is not w.DRY)):
        return False
    if codes is not None and not codes:
        return True
    codes = codes or frozenset()
    if denied and claim.term is w.DRY:
        return bool(codes & w.WET) or not codes or (chance or 0) >= MAYBE_WET
    if denied:
        is_refuted = bool(codes & claim.refutes) if codes else False
        if claim.is_apart and codes <= w.DRIZZLY:
            is_refuted = False
        if is_refuted and claim.term.falls and chance is not None and chance <= DRY_MOST_CHANCE:
            is_refuted = False
        if claim.is_no_chance and claim.term.falls and (chance or 0) > NO_CHANCE_MOST:
            return False
        if (
            claim.term in (w.RAIN, w.WETNESS, w.SHOWERS)
            and not codes & w.WET
            and (chance or 0) >= WET_LEAST_CHANCE
        ):
            return False
        return not is_refuted
    if claim.term in _DRY:
        if not codes & claim.agrees:
            is_small = (chance or 0) < WET_LEAST_CHANCE if is_chance else (chance or 0) <= DRY_MOST_CHANCE
            return chance is not None and is_small
        return (chance or 0) < WET_LEAST_CHANCE or claim.term is not w.DRY
    if codes & claim.agrees:
        return True
    return _may_fall(reading, claim, codes, chance, is_chance)


def _may_fall(
    reading: Reading, claim: Claim, codes: frozenset[int], chance: float | None, is_chance: bool
) -> bool:
    """Whether the chance of precipitation bears out a word for what falls where the condition doesn't."""
    if not claim.term.falls or chance is None or claim.agrees != claim.term.agrees or codes & w.WET:
        return False
    if claim.term.falls == "snow":
        warmest = max(
            (reading.values[f] for f in ("high", "temperature") if f in reading.values), default=99.0
        )
        return is_chance and convert(warmest, reading.temperature_unit, "C") <= _MAY_SNOW_BELOW_C
    if claim.term.falls not in ("rain", "any"):
        return False
    is_wetness = claim.term is w.WETNESS and not claim.is_of_chance
    least = WET_LEAST_CHANCE if is_wetness or not is_chance else 0.0
    return chance >= least
