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
_FAR: Final = 7
_PLAIN_WEATHER: Final = Triggers(
    word_set(
        "mild warm hot cold cool chilly sunny sun sunshine rain rainy raining drizzle drizzling snow snowy "
        "snowing storm storms stormy showers shower heat frost frosty sleet hail thunder windy breezy "
        "overcast cloudy foggy balmy scorching sweltering freezing icy wet "
        "humid muggy fair degrees warmth thunderstorms"
    )
)
_LYING: Final = word_set(
    "is lies sits has gets sees enjoys stays remains looks stands basks swelters shivers bakes wears suffers "
    "hath keeps runs feels expects faces endures boasts huddles dozes sleeps swims steams glows drips"
)
_NOT_SO: Final = word_set(
    "no not nothing never unknown silent mum out off down shut beyond for about as what neither"
)
_RELYING: Final = (
    ("look", "for"), ("count", "on"), ("bank", "on"), ("reckon", "on"), ("rely", "on"), ("depend", "on"),
    ("depend", "upon"), ("count", "upon"), ("prepare", "for"),
)  # fmt: skip
_SAYING: Final = word_set("says said shows gives promises calls foretells predicts reports sees")
_TELLERS: Final = word_set("it forecast oracle service office almanac bureau instrument outlook")
_IT_IS: Final = (("it", "is"), ("it", "will"), ("there", "is"), ("it", "must"), ("it", "stands"))
_TOO: Final = word_set("there too likewise also same coast area region parts neighborhood neighbourhood")
_RECALLING: Final = word_set(
    "earlier before was were had gave reported last still instead only other told already remains stands "
    "mentioned offer offered back"
)


def judge_unanswered(context: Context, judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield a fault for each clause that gives such a place the weather of another, or a guess."""
    if not context.unanswered or context.latest:
        return
    if not any(judgement.fault for judgement in judgements):
        yield from _invented(context)
    if not context.given:
        return
    for k in context.text.where(_LIKENING):
        begin, end = context.text.sentence(k)
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        if _speaks_of_it(context, begin, k) and _names_answered(context, k, end):
            yield _fault(context, k)
            return
    for judgement in judgements:
        if (judgement.supports and not judgement.fault and _is_guessed(context, judgement.first)) or (
            judgement.supports and not judgement.fault and _is_said_of_it(context, judgement)
        ):
            yield _fault(context, judgement.first)


def _invented(context: Context) -> Iterator[Judgement]:
    """Yield a fault for weather told of such a place, or foretold where nothing is given at all."""
    words = context.text.words
    for k in context.text.where(_PLAIN_WEATHER):
        first, _ = context.stances.segment(k)
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        if _is_told_of_it(context, first, k) or (not context.given and _is_foretold(words[first:k])):
            yield _fault(context, k)
            return


def _is_told_of_it(context: Context, first: int, k: int) -> bool:
    """Whether a place without weather is what a word is said of: "Lyon is warm", "Ulm lies under a sun"."""
    cues = [cue for cue in context.scopes.places if first <= cue.first < k]
    if not cues or not cues[-1].spots or not cues[-1].spots <= context.unanswered:
        return False
    if any(reading.place in cues[-1].spots for reading in context.given):
        return False
    behind = context.text.words[cues[-1].last + 1 : k]
    return len(behind) <= _FAR and behind[:1] != () and behind[0] in _LYING and _NOT_SO.isdisjoint(behind)


def _is_foretold(before: tuple[str, ...]) -> bool:
    """Whether a word for weather is foretold: "look for a week of heat", "it says fair till May"."""
    for k in range(max(0, len(before) - _FAR), len(before)):
        if before[k : k + 2] in _RELYING:
            return True
        if k and before[k] in _SAYING and before[k - 1] in _TELLERS and len(before) - k <= _NEAR:
            return True
    return False


def _is_said_of_it(context: Context, judgement: Judgement) -> bool:
    """Whether an earlier result of another place is told as if of this one: "it's 14 °C there as well"."""
    if any(reading.place in context.unanswered for reading in judgement.supports):
        return False
    begin, end = context.text.sentence(judgement.first)
    words = context.text.words[begin:end]
    if not _RECALLING.isdisjoint(words):
        return False
    named = [cue for cue in context.scopes.places if cue.first < judgement.first or begin <= cue.first < end]
    if named:
        is_other = not named[-1].spots or not named[-1].spots <= context.unanswered
        if is_other or named[-1].first < begin:
            return False
    first, _ = context.stances.segment(judgement.first)
    near = context.text.words[max(first, judgement.first - _FAR) : judgement.first]
    is_it = any(near[n : n + 1] == ("it's",) or near[n : n + 2] in _IT_IS for n in range(len(near)))
    return is_it and (bool(named) or not _TOO.isdisjoint(words))


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
