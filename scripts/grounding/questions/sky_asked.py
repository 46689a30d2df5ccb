"""What a question asks of the sky, of frost or of the air, and which readings have it: "Is it raining?"."""

from typing import Final, NamedTuple

from scripts.grounding.air.freezing import unfelt
from scripts.grounding.facts import Reading
from scripts.grounding.questions.asked_air import Air, air_asked, frost_asked
from scripts.grounding.questions.short_answers import Asking, asking_of
from scripts.grounding.text import word_set
from scripts.grounding.tolerances import DRY_MOST_CHANCE, MAY_FREEZE_MOST_C
from scripts.grounding.words.sky_words import (
    CLEAR,
    CLOUD,
    CLOUDY,
    DRIZZLY,
    DRY,
    FOG,
    HEAVY,
    LIGHT,
    OVERCAST,
    STARS,
    SUN,
    SUNNY,
    TERMS,
    WET,
    WETNESS,
    Term,
)

BE: Final = word_set("is does will has are would")
_OPENING: Final = word_set("is will does has are shall do can should might could any do")
_OTHERWISE: Final = word_set(
    "or rest relief respite shelter escape break stop stopped quit cease lift melt pass break over end ended "
    "yet let isn't won't not no without never less more worse heavier all every enough only always than "
    "before until above below many how which when why what"
)
_AT_ALL: Final = frozenset(("all",))
GONE: Final = word_set(
    "gone lifted cleared left passed melted burned burnt vanished departed moved packed stopped ended "
    "ceased quit"
)
_FREEZING: Final = word_set("freeze freezes freezing frost frosts frosty")
SUNNY_TERMS: Final = (SUN, SUNNY, CLEAR, STARS)
_PLAIN: Final = (FOG, CLOUD, CLOUDY, OVERCAST, *SUNNY_TERMS)
_HARD: Final = word_set("hard heavily much heavy")
_NO_DAY: Final = frozenset(("we", "i", "my"))
_REACH: Final = 10
"""Words behind "is it", "will there be" within which the sky is asked about."""

_LIKELY: Final = 60.0
_UNLIKELY: Final = 10.0
"""Percent: an umbrella is needed from the one on, and not at all up to the other."""

_LEAST_LIKELY: Final = 20.0
"""Percent: a smaller chance makes no plain "yes" to rain, where it isn't named."""


class Asked(NamedTuple):
    """What was asked: whether the term or the air is so; of being dry, or gone, whether not. "frost" has
    neither."""

    term: Term | None
    is_opposite: bool = False
    is_gone: bool = False
    is_cover: bool = False
    is_hard: bool = False
    is_of_chance: bool = False
    asking: Asking | None = None
    air: Air | None = None


def sky_asked(words: tuple[str, ...]) -> Asked | None:
    """Return what a question asks for, where that is one thing: "Is it still raining in Lisbon?"."""
    if words[:1] == ("how",):
        air = air_asked(words)
        return Asked(None, air=air) if air else None
    for k in range(len(words) - 2):
        if words[k] not in _OPENING:
            continue
        if not (k == 0 or not words[k - 1].isalnum() or words[k - 1] in ("and", "but", "so")):
            continue
        return _asked_in(words[k : words.index("?", k) if "?" in words[k:] else len(words)])
    return None


def _asked_in(question: tuple[str, ...]) -> Asked | None:
    """Return what a question asks for from its first word on: "is it still raining in Lisbon"."""
    asking = asking_of(question)
    if asking is not None:
        return _of_what_is_done(asking)
    frost = frost_asked(question) if question[0] in BE else None
    if frost is not None:
        return Asked(None, air=frost)
    gone = _gone_asked(question)
    if gone is not None:
        return Asked(gone, is_gone=True)
    is_hard = not _HARD.isdisjoint(question)
    others = _OTHERWISE.intersection(question)
    if (others and others != _AT_ALL) or (is_hard and question[0] not in ("is", "are")):
        return None
    near = question[1 : 2 + _REACH]
    if not _FREEZING.isdisjoint(near):
        return Asked(None) if "rain" not in near and "drizzle" not in near else None
    terms = [TERMS[word] for word in near if word in TERMS]
    air = None if terms else air_asked(question)
    if air is not None:
        return Asked(None, air=air)
    return _asked_of(terms[0], question, near, is_hard) if len(terms) == 1 else None


def _asked_of(term: Term, question: tuple[str, ...], near: tuple[str, ...], is_hard: bool) -> Asked | None:
    """Return what a question asks for that has one word for the sky, which is among its first, `near`."""
    if term is DRY:
        if question[0] == "any" or question[1] in ("there", "any"):
            return Asked(DRY)
        return Asked(WETNESS, is_opposite=True) if question[1] not in _NO_DAY else None
    is_plain = bool(term.falls) or term in _PLAIN
    return Asked(term, "free" in near, is_hard=is_hard) if is_plain else None


def _gone_asked(question: tuple[str, ...]) -> Term | None:
    """Return what a question asks whether it has gone: "Has the fog lifted yet?", "Has the rain stopped?"."""
    terms = [TERMS[word] for word in question if word in TERMS]
    if question[0] not in ("has", "have") or len(terms) != 1 or GONE.isdisjoint(question):
        return None
    return terms[0] if terms[0].falls or terms[0] is FOG else None


def _of_what_is_done(asking: Asking) -> Asked:
    """Return what is asked for by asking whether to take an umbrella or to bring in the washing."""
    if asking == "stars":
        return Asked(STARS, asking=asking)
    return Asked(WETNESS, is_opposite=asking == "hang out", is_cover=True, asking=asking)


def holds(reading: Reading, asked: Asked) -> bool:
    """Whether a condition given is what was asked for, and not only drizzle, nor unlikely."""
    codes, chance = reading.codes or frozenset(), reading.values.get("chance", 100.0)
    if asked.air is not None:
        return asked.air.holds(reading)
    if asked.term is None:
        return min(unfelt(reading), default=0.0) < 0.0
    if asked.term is DRY:
        return bool(codes) and not codes & WET and reading.values.get("chance", 0.0) <= _LEAST_LIKELY
    if asked.is_cover:
        return bool(codes & WET) and not codes <= DRIZZLY and chance >= _LIKELY
    if asked.term in SUNNY_TERMS:
        return codes <= {0, 1}
    if asked.is_hard:
        return codes <= HEAVY - LIGHT
    is_likely = chance > DRY_MOST_CHANCE or not asked.term.falls
    return bool(codes & asked.term.refutes) and not codes <= DRIZZLY and is_likely


def may_hold(reading: Reading, asked: Asked) -> bool:
    """Whether a "yes" to what was asked for may be meant of a condition, or of a chance given."""
    codes, chance = reading.codes or frozenset(), reading.values.get("chance", 0.0)
    if asked.air is not None:
        return asked.air.may_hold(reading)
    if asked.term is None:
        return min(unfelt(reading), default=0.0) <= MAY_FREEZE_MOST_C
    if asked.term is DRY:
        return not codes & WET or chance <= DRY_MOST_CHANCE
    if asked.term in SUNNY_TERMS:
        return bool(codes & {0, 1, 2})
    if asked.is_opposite or asked.is_cover:
        return bool(codes & WET) or chance > _UNLIKELY
    if asked.is_hard:
        return not codes <= LIGHT
    least = 1.0 if asked.is_of_chance else _LEAST_LIKELY
    is_likely = asked.term.falls in ("rain", "any") and chance >= least
    return bool(codes & asked.term.agrees) or (asked.term.falls != "" and bool(codes & WET)) or is_likely
