"""A place without weather, after an error or an empty search, that is given another's: "much as in Oslo"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.text import Triggers, word_set

_LIKENING: Final = Triggers(
    word_set(
        "same like similar alike share shares sharing match matches matching resemble resembles mirror "
        "mirrors echo echoes as likewise too different differ differs better worse"
    )
)
_GUESSING: Final = word_set(
    "probably presumably likely surely doubtless must suppose guess think suspect reckon fancy imagine wager "
    "bet assume bound naturally certainly undoubtedly expect supposedly perhaps maybe"
)
_THERE: Final = word_set("there it it's it'll there's")
_PLACING: Final = word_set("in at of with the to weather's that those what")
_NEAR: Final = 4


def judge_unanswered(context: Context, judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield a fault for each clause that gives such a place the weather of another, or a guess."""
    if not context.unanswered or context.latest or not context.given:
        return
    for k in context.text.where(_LIKENING):
        begin, end = context.text.sentence(k)
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        if _speaks_of_it(context, begin, k) and _names_answered(context, k, end):
            yield _fault(context, k)
            return
    for judgement in judgements:
        if judgement.supports and not judgement.fault and _is_guessed(context, judgement.first):
            yield _fault(context, judgement.first)


def _speaks_of_it(context: Context, begin: int, end: int) -> bool:
    """Whether the last thing named from token `begin` to `end` is the place, or "there" or "it"."""
    cues = [cue for cue in context.scopes.places if begin <= cue.first < end]
    if cues:
        return bool(cues[-1].spots & context.unanswered)
    words = context.text.words[begin:end]
    return not _THERE.isdisjoint(words) and any(
        cue.spots & context.unanswered for cue in context.scopes.places if cue.first < end
    )


def _names_answered(context: Context, k: int, end: int) -> bool:
    """Whether a place with weather is what the one is likened to."""
    words = context.text.words
    known = {reading.place for reading in context.given}
    near = [cue for cue in context.scopes.places if k < cue.first < min(end, k + 1 + _NEAR)]
    return any(cue.spots & known and _PLACING.issuperset(words[k + 1 : cue.first]) for cue in near) or (
        words[k] == "same" and bool(context.scopes.claims) and any(k < c < end for c in context.scopes.claims)
    )


def _is_guessed(context: Context, first: int) -> bool:
    """Whether a claim of no named place, or of one without weather, is offered as a guess."""
    begin, end = context.text.sentence(first)
    if _GUESSING.isdisjoint(context.text.words[begin:end]):
        return False
    cues = [cue for cue in context.scopes.places if begin <= cue.first < end]
    return all(cue.spots & context.unanswered for cue in cues)


def _fault(context: Context, k: int) -> Judgement:
    said = context.text.around(k, k)
    return Judgement(k, k, fault=f"you wrote '{said}' of a place that no result is about")
