"""Weather that no result ever tells of: dust in the air, a tornado, a rainbow, how the barometer stands."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.text import Triggers, word_set

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
_INSTRUMENTS: Final = Triggers(word_set("barometer barometric pressure dewpoint uv pollen ozone"))
_STANDS: Final = word_set(
    "falling rising falls rises drops dropping sinks sinking climbs climbing high low steady"
)
_LINKS: Final = word_set(
    "is are the index count pressure stands reads runs and still now very quite too and it"
)
_NO_CLAIM: Final = word_set(
    "like as than could might may would can cannot can't should if of or no never without nor neither another"
)
_TALKED_OF: Final = word_set("i my he his never once my uncle like")
_NEAR: Final = 4


@told_by(_STORMS, _AIRBORNE, _INSTRUMENTS)
def judge_ungiven(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each of these that is said to be so, here and now or to come."""
    if not context.given:
        return
    text = context.text
    for triggers, is_there in ((_STORMS, _is_met), (_AIRBORNE, _is_aloft), (_INSTRUMENTS, _is_read)):
        for k in text.where(triggers):
            if not context.stances.is_asserted(k) or not is_there(context, k) or _is_users(context, k):
                continue
            if context.stances.is_denied(k, k) is False and not context.stances.is_maxim(k):
                fault = f"you wrote '{text.around(k, k)}'; the results give nothing of the kind"
                yield Judgement(k, k, fault=fault)


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
    """Whether an instrument that no result is of is read: "the barometer is falling"."""
    words = context.text.words
    _, end = context.stances.segment(k)
    at = k + 1
    while at < min(end, k + 1 + _NEAR) and words[at] in _LINKS:
        at += 1
    is_plain = words[k] != "pressure" or words[k - 1] in ("air", "the", "barometric")
    return at < end and is_plain and words[at] in _STANDS
