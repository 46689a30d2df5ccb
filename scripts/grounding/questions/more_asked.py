"""A reply's "yes" or "no" to whether one place is the more so: "Is Seville any cooler?" "No, hotter"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.between_places import Pair, at_once
from scripts.grounding.context import Context, Judgement
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import word_set
from scripts.grounding.words.measures import COMPARATIVES, Measure

_YES: Final = word_set("yes aye yep yeah indeed certainly")
_NO: Final = word_set("no nay nope never")
_YES_NO: Final = _YES | _NO
_AFTER: Final = word_set(", . ; : — – !")
_ASKING: Final = word_set("is will does has are would")
_QUALIFIED: Final = word_set("but though although except until only save except yet just barely hardly")


def judge_more_asked(context: Context) -> Iterator[Judgement]:
    """Yield a fault where the first word wrongly grants or denies that a place is warmer, drier, windier."""
    words = context.text.words
    if len(words) < 2 or words[0] not in _YES_NO or words[1] not in _AFTER:
        return
    found = _asked(context)
    if found is None:
        return
    sign, measures, pairs = found
    begin, end = context.text.sentences[0]
    if not _QUALIFIED.isdisjoint(words[begin:end]):
        return
    told = [_differences(pairs, sign, measure) for measure in measures]
    told = [each for each in told if each]
    is_yes = words[0] in _YES
    is_wrong = not any(by > 0 for each in told for by in each)
    if not is_yes:
        is_wrong = bool(told) and all(by > 0 for each in told[:1] for by in each)
    if told and is_wrong:
        yield Judgement(0, 0, fault=f"you answered '{words[0]}'; by the results it is the other way about")


def _asked(context: Context) -> tuple[int, tuple[Measure, ...], list[Pair]] | None:
    """Return what is asked of the place of this turn, and the days of the only two places side by side."""
    asked = context.user.texts[-1].words
    named = [word for word in asked if word in COMPARATIVES and COMPARATIVES[word][1]]
    mine = frozenset(reading.place for reading in context.latest)
    others = frozenset(reading.place for reading in context.given) - mine
    if len(named) != 1 or len(mine) != 1 or len(others) != 1 or _ASKING.isdisjoint(asked):
        return None
    if "or" in asked or context.user.days:
        return None
    sign, measures = COMPARATIVES[named[0]]
    if "than" in asked:
        at = asked.index("than")
        base = next((cue.spots for cue in context.places_asked if cue.first > at), frozenset[int]())
        if not base & (mine | others):
            return None
        mine, others = (others, mine) if base & mine else (mine, others)
    sides = (within(context.given, Scope(None, spots)) for spots in (mine, others))
    return sign, measures, at_once(*sides)


def _differences(pairs: list[Pair], sign: int, measure: Measure) -> list[float]:
    values = [(measure(a), measure(b)) for a, b in pairs]
    return [sign * (x - y) for x, y in values if x is not None and y is not None]
