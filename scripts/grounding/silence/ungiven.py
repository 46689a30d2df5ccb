"""What no result ever tells of: dust in the air, a rainbow, the barometer, sunset, tides, warnings, "
"records."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.superlatives import SUPERLATIVES
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.measures import COMPARATIVES

_STORMS: Final = Triggers(
    word_set(
        "sandstorm sandstorms duststorm tornado tornadoes tornados twister hurricane hurricanes cyclone "
        "cyclones typhoon typhoons waterspout waterspouts haboob simoom rainbow rainbows wildfire wildfires"
    )
)
_AIRBORNE: Final = Triggers(word_set("dust sand smoke ash soot grit pollen"))
_ALOFT: Final = word_set(
    "blowing blows blown swirling swirls drifting drifts hanging hangs hung filling fills flying flies "
    "whirling whirls thick thickens dense heavy rising rises high"
)
_IN_THE_AIR: Final = (("in", "the", "air"), ("on", "the", "wind"), ("in", "the", "wind"))
_INSTRUMENTS: Final = Triggers(
    word_set("barometer barometric pressure dewpoint dew uv pollen ozone quality tide tides waves swell")
)
_STANDS: Final = word_set(
    "falling rising falls rises drops dropping sinks sinking climbs climbing high low steady moderate strong "
    "extreme good poor bad fair hazardous unhealthy rough noon midnight dawn dusk"
)
_LINKS: Final = word_set(
    "is are the index count pressure stands stand reads runs run and still now very quite too and it level "
    "levels point at of today reading readings rather fairly"
)
_NAMED_WITH: Final = {"quality": ("air",), "dew": ("the", "a"), "pressure": ("air", "the", "barometric")}
_SUN: Final = Triggers(word_set("sunrise sunset sundown sunup sun"))
_SETTING: Final = word_set("rises rose sets set sank goes comes went came")
_CLOCK: Final = word_set("at around about by near")
_BEFORE_CLOCK: Final = word_set("is was comes falls came fell arrives happens down up today tonight")
_WARNINGS: Final = Triggers(word_set("warning warnings alert alerts advisory advisories"))
_WARNED_OF: Final = word_set(
    "heat storm gale frost flood weather wind fog snow ice thunderstorm severe red amber yellow rain "
    "avalanche cold blizzard tornado hurricane marine freeze coastal"
)
_RECORDS: Final = Triggers(word_set("usual normal record unseasonably year season"))
_OF_ALL_DAYS: Final = tuple(
    (word, "of", "the", span)
    for word in ("day", "night", "morning", "afternoon")
    for span in ("year", "season")
)
_WATERS: Final = Triggers(word_set("river rivers moon"))
_IN_SPATE: Final = word_set("high swollen full new waxing waning rising flooding")
_NO_CLAIM: Final = word_set(
    "like as than could might may would can cannot can't should if of or no never without nor neither another"
)
_TALKED_OF: Final = word_set("i my he his never once my uncle like")
_NEAR: Final = 4


@told_by(_STORMS, _AIRBORNE, _INSTRUMENTS, _SUN, _WARNINGS, _RECORDS, _WATERS)
def judge_ungiven(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each of these that is said to be so, here and now or to come."""
    if not context.given:
        return
    text = context.text
    for triggers, is_there in _KINDS:
        for k in text.where(triggers):
            if not context.stances.is_asserted(k) or not is_there(context, k) or _is_users(context, k):
                continue
            if _is_denied(context, k, triggers) is False and not context.stances.is_maxim(k):
                fault = f"you wrote '{text.around(k, k)}'; the results give nothing of the kind"
                yield Judgement(k, k, fault=fault)


def _is_denied(context: Context, k: int, triggers: Triggers) -> bool | None:
    """Whether it is denied: a warning that is "out" and what is "than usual" by words before it alone."""
    if triggers is _WARNINGS or triggers is _RECORDS:
        return context.stances.is_denied_before(k - 2 if context.text.words[k - 1] == "than" else k, _NEAR)
    return context.stances.is_denied(k, k)


def _is_users(context: Context, k: int) -> bool:
    """Whether it is what the user has spoken of."""
    return context.text.words[k] in context.user.words


def _is_met(context: Context, k: int) -> bool:
    """Whether a storm or a rainbow is there, and no likeness or wish."""
    words = context.text.words
    first, end = context.stances.segment(k)
    return (
        _NO_CLAIM.isdisjoint(words[first:k])
        and words[k + 1 : k + 2] != ("of",)
        and _TALKED_OF.isdisjoint(words[first:end])
    )


def _is_aloft(context: Context, k: int) -> bool:
    """Whether dust or smoke is in the air: "smoke hangs over the river", "blowing sand"."""
    words = context.text.words
    first, end = context.stances.segment(k)
    if not _NO_CLAIM.isdisjoint(words[first:k]) or words[k + 1 : k + 2] == ("of",):
        return False
    behind = words[k + 1 : min(end, k + 1 + _NEAR)]
    if words[k - 1] in _ALOFT - {"high"} and k > first:
        return True
    is_up = any(word in _ALOFT and words[j] != "," for j, word in enumerate(behind, k + 1))
    return is_up or any(behind[j : j + 3] in _IN_THE_AIR for j in range(2))


def _is_read(context: Context, k: int) -> bool:
    """Whether what no result is of is read: "the barometer is falling", "UV levels are low"."""
    words = context.text.words
    first, end = context.stances.segment(k)
    at = k + 1
    while at < min(end, k + 1 + _NEAR) and words[at] in _LINKS:
        at += 1
    named = _NAMED_WITH.get(words[k])
    is_plain = named is None or words[k - 1] in named or (k == first and words[k] != "quality")
    if words[k] == "dew":
        is_plain = words[k + 1 : k + 2] == ("point",)
    is_number = k + 1 < at < end and (words[at][0].isdecimal() or is_numeral(words[at]))
    is_told = is_number or (at < end and words[at] in _STANDS)
    return is_plain and (is_told or (words[k] == "pollen" and "plenty" in words[first:k]))


def _is_clocked(context: Context, k: int) -> bool:
    """Whether the sun is said to rise or set at a time: "sunset is at 8:40", "the sun goes down at nine"."""
    words = context.text.words
    is_sun = words[k] == "sun"
    if is_sun and (k + 1 == len(words) or words[k + 1] not in _SETTING):
        return False
    at = k + 1 + is_sun
    while at < len(words) and words[at] in _BEFORE_CLOCK:
        at += 1
    behind = words[at : at + 2]
    return len(behind) > 1 and behind[0] in _CLOCK and (behind[1][0].isdecimal() or is_numeral(behind[1]))


def _is_warned_of(context: Context, k: int) -> bool:
    """Whether a warning of weather is said to be out: "a gale warning is in force", "under a flood alert"."""
    words = context.text.words
    first, _ = context.stances.segment(k)
    return _NO_CLAIM.isdisjoint(words[first:k]) and words[k - 1] in _WARNED_OF


def _is_record(context: Context, k: int) -> bool:
    """Whether it is set against other years: "warmer than usual", "the coldest day of the year"."""
    words = context.text.words
    if words[k] in ("usual", "normal"):
        is_compared = words[k - 1] == "than" and words[k - 2] in COMPARATIVES
        return is_compared or (words[k] == "normal" and words[k - 1] in ("above", "below"))
    if words[k] == "record":
        return words[k - 2 : k] in (("is", "a"), ("sets", "a")) and words[k + 1 : k + 2] != ("of",)
    if words[k] == "unseasonably":
        return True
    return words[max(0, k - 3) : k + 1] in _OF_ALL_DAYS and words[k - 4] in SUPERLATIVES


def _is_up(context: Context, k: int) -> bool:
    """Whether a river or the moon is told of: "the river is high", "the moon is full"."""
    words = context.text.words
    behind = words[k + 1 : k + 4]
    is_flood = behind[:1] in (("is",), ("are",)) and behind[1:] == ("in", "flood")
    return is_flood or (behind[:1] in (("is",), ("are",)) and behind[1:2] != () and behind[1] in _IN_SPATE)


_KINDS: Final = (
    (_STORMS, _is_met),
    (_AIRBORNE, _is_aloft),
    (_INSTRUMENTS, _is_read),
    (_SUN, _is_clocked),
    (_WARNINGS, _is_warned_of),
    (_RECORDS, _is_record),
    (_WATERS, _is_up),
)
