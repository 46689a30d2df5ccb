"""Days and places ranked in other words: "the least windy of the seven", "the wind at its lowest"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.superlatives import NOUNS
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.comparisons import judge_most, leads, universes
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.measures import COLD, FALLS, GLOOM, HUMID, WARM, WIND, Measure, wetness

_KINDS: Final[dict[str, tuple[int, Sequence[Measure]]]] = {
    **dict.fromkeys(word_list("windy breezy gusty blustery blowy"), (1, WIND)),
    **dict.fromkeys(word_list("calm still"), (-1, WIND)),
    **dict.fromkeys(word_list("wet rainy soggy showery sodden drenched"), (1, (wetness,))),
    "dry": (-1, (wetness,)),
    **dict.fromkeys(word_list("cold chilly cool frosty wintry bitter"), (-1, COLD)),
    **dict.fromkeys(word_list("warm hot balmy sweltering"), (1, WARM)),
    **dict.fromkeys(word_list("cloudy gloomy overcast"), (1, GLOOM)),
    **dict.fromkeys(word_list("sunny bright"), (-1, GLOOM)),
    **dict.fromkeys(word_list("humid muggy sticky"), (1, HUMID)),
}
"""What "least" and "most" rank by, and which way."""

_DEGREES: Final = {"least": -1, "most": 1}
_SIGNS: Final = {
    **dict.fromkeys(
        word_list("lowest weakest lightest calmest gentlest faintest slightest softest mildest"), -1
    ),
    **dict.fromkeys(
        word_list("highest strongest stiffest fiercest worst hardest heaviest greatest roughest wildest"), 1
    ),
}
_TRIGGERS: Final = Triggers((*_DEGREES, *_SIGNS, "best"))
_DAYS: Final = word_set("day one bet pick choice time")
_WARMTH: Final = word_set("warmth heat")
_CLOSED: Final = word_set(". , ; : ! — –")
_BEING: Final = word_set("is are runs blows and")
_AT: Final = (("at", "its"), ("at", "their"), ("at", "his"))
_RANKED: Final = word_set("wind winds breeze chance chances odds probability risk humidity rain")
"""What has one value a day, so that only one day has it "at its lowest"."""

_BLOWS: Final = word_set("blows blow blowing gusts gust howls")
_FALLS: Final = word_set("rains rain snows snow pours pour")
_REACH: Final = 7


@told_by(_TRIGGERS)
def judge_rankings(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each day or place that is told as the most or the least so in other words."""
    for i in context.text.where(_TRIGGERS):
        ranked = _ranked(context, i)
        if ranked is None or not context.stances.is_asserted(i):
            continue
        if context.stances.is_denied(i, i) is not False:
            continue
        judgement = judge_most(context, i, *ranked) or _of_day_asked(context, i, *ranked)
        if judgement is not None:
            yield judgement


def _of_day_asked(context: Context, i: int, sign: int, measures: Sequence[Measure]) -> Judgement | None:
    """Judge what is told of the one day asked about, in a reply that names none."""
    asked = context.user.day_asked
    if not asked or any(cue.days for cue in context.scopes.days):
        return None
    for universe in universes(context, True):
        mine = within(universe, Scope(asked[0].days))
        if mine and not leads(mine, universe, sign, measures):
            said = context.text.around(i, i)
            return Judgement(i, i, fault=f"you wrote '{said}'; by the results that is another day")
        if mine:
            return Judgement(i, i, tuple(mine))
    return None


def _ranked(context: Context, i: int) -> tuple[int, Sequence[Measure]] | None:
    """Return which way the word at token i ranks, and by what; None where it ranks nothing."""
    words = context.text.words
    word = words[i]
    begin, _ = context.stances.sentence(i)
    if word == "best":
        is_of_warmth = (
            words[i + 1 : i + 2] != () and words[i + 1] in _DAYS and words[i + 2 : i + 3] == ("for",)
        )
        return (1, WARM) if is_of_warmth and not _WARMTH.isdisjoint(words[i + 3 : i + 4]) else None
    is_ranked = words[i - 1] == "the" and words[i - 2] != "at"  # but "six at the most"
    if word in _DEGREES and is_ranked and not _CLOSED.isdisjoint(words[i + 1 : i + 2]):
        noun = next((each for each in reversed(words[begin:i]) if each in NOUNS), None)
        return (_DEGREES[word], NOUNS[noun]) if noun is not None else None
    if word in _DEGREES:
        kind = _KINDS.get(words[i + 1]) if i + 1 < len(words) and words[i - 1] == "the" else None
        return (_DEGREES[word] * kind[0], kind[1]) if kind is not None else None
    if words[i - 1] in _BLOWS:
        return _SIGNS[word], WIND
    if words[i - 1] in _FALLS and word in ("hardest", "heaviest"):
        return 1, FALLS
    is_on_day = words[i - 1] in _BEING and words[i + 1 : i + 2] in (("on",), ("in",))
    if words[i - 2 : i] not in _AT and not is_on_day:
        return None
    first, _ = context.stances.segment(i)
    before = words[max(begin if is_on_day else first, i - 2 * _REACH) : i - 1]
    noun = next((each for each in reversed(before) if each in _RANKED), None)
    return (_SIGNS[word], NOUNS.get(noun, WIND)) if noun is not None else None
