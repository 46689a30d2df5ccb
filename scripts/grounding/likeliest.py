"""Days or places said to be the likeliest to be dry, wet or bright: "Friday bids fairest to be dry"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.comparisons import judge_most
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.measures import GLOOM, Measure, wetness
from scripts.grounding.sky_words import CLEAR, DRY, SUN, SUNNY, TERMS
from scripts.grounding.text import Triggers, word_set

_TRIGGERS: Final = Triggers(
    word_set("likeliest surest safest fairest best likely apt aptest worst unlikeliest")
)
_HOPES: Final = word_set("chance bet hope odds shot prospect prospects promise wager candidate choice")
_LEADING: Final = word_set(
    "to be of being a the staying stay for remaining remain dry in bring see get day chance bet hope keep "
    "keeping "
    "have any some weather odds shot prospect prospects promise wager your choice candidate on"
)
_REACH: Final = 7


@told_by(_TRIGGERS)
def judge_likeliest(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "likeliest to be dry", "most likely to rain", "best chance of sun"."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        sign = _sign(words, i)
        end = context.stances.sentence(i)[1]
        at = next((k for k in range(i + 1, min(end, i + _REACH)) if words[k] in TERMS), None)
        if not sign or at is None or not _LEADING.issuperset(words[i + 1 : at]):
            continue
        if not context.stances.is_asserted(i) or context.stances.is_denied(i, i) is not False:
            continue
        judgement = judge_most(context, i, sign * _way(words[at]), _measures(words[at]))
        if judgement is not None:
            yield judgement


def _sign(words: Sequence[str], i: int) -> int:
    """Return 1 where token i says "most likely", -1 where "least likely", 0 where neither."""
    before = words[i - 1] if i else ""
    if words[i] in ("likely", "apt"):
        return {"most": 1, "least": -1}.get(before, 0)
    if words[i] in ("best", "worst"):
        return 1 if words[i + 1 : i + 2] != () and words[i + 1] in _HOPES else 0
    return -1 if words[i] == "unlikeliest" else 1


def _way(word: str) -> int:
    """Return which way the measure of a word for the sky points."""
    return -1 if TERMS[word] in (DRY, CLEAR, SUN, SUNNY) else 1


def _measures(word: str) -> tuple[Measure, ...]:
    term = TERMS[word]
    return GLOOM if term in (CLEAR, SUN, SUNNY) else (wetness,)
