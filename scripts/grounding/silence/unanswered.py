"""A place without weather, after an error or an empty search, that is given another's: "much as in Oslo"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.superlatives import SUPERLATIVES
from scripts.grounding.context import Context, Judgement
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.questions.answers import opening_names
from scripts.grounding.silence.invented import WEATHER, judge_invented
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.measures import COMPARATIVES

_LIKENING: Final = Triggers(
    word_set(
        "same like similar alike share shares sharing match matches matching resemble resembles mirror "
        "mirrors echo echoes as likewise too different differ differs better worse "
        "close near"
    )
)
_CLOSE: Final = frozenset(("close", "near"))
_GUESSING: Final = word_set(
    "probably presumably likely surely doubtless must suppose guess think suspect reckon fancy imagine "
    "wager bet assume bound naturally certainly undoubtedly expect supposedly perhaps maybe"
)
_THERE: Final = word_set("there it it's it'll there's")
_PLACING: Final = word_set("in at of with the to weather's that those what")
_NEAR: Final = 4
_FAR: Final = 7
_IT_IS: Final = tuple(("it", word) for word in ("is", "will", "must", "stands", "has", "too")) + (
    ("there", "is"),
)
_TOO: Final = word_set("there too likewise also same coast area region parts neighborhood neighbourhood")
_BEATING: Final = word_set(
    "beats beat outdoes outdo tops trails leads bests betters exceeds surpasses outstrips undercuts "
    "outruns outranks outblows outshines outshivers"
)
_DEGREES: Final = word_set("degrees degree notch shade")
_COMPARING: Final = Triggers((*COMPARATIVES, *SUPERLATIVES, *_BEATING, *_DEGREES))
_BESIDE: Final = word_set("below above under over behind beneath off short beyond ahead past")
_TWO: Final = (("of", "the", "two"), ("of", "the", "pair"), ("of", "them"), ("of", "both"))
_CHOOSING: Final = COMPARATIVES.keys() | SUPERLATIVES.keys() | {"which"}
_BOTH: Final = Triggers(("both",))
_IN: Final = (("in",), ("at",), ("yes",), (",",), ("for",), ("across",))
_BOTH_DO: Final = (("have",), ("are",), ("get",), ("see",), ("places",), ("cities",), ("towns",))
_OFFERED: Final = (("on",), ("about",), ("with",))
_ALIKE: Final = word_set("same similar alike likewise too")
_OF_WEATHER: Final = word_set(
    "rain drizzle snow weather sky skies clouds cloud sun sunshine fog storm thunder wind showers "
    "conditions well there too as in by"
)
_RECALLING: Final = word_set(
    "earlier before was were had gave reported last still instead only other told already remains "
    "stands mentioned offer offered back"
)


def judge_unanswered(context: Context, judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield a fault for each clause that gives such a place the weather of another, or a guess."""
    if not any(judgement.fault for judgement in judgements):
        yield from judge_invented(context)
    if not context.unanswered or not context.given:
        return
    yield from _compared(context)
    yield from _taken_together(context)
    if context.latest:
        yield from _taken_for_alike(context)
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


def _taken_together(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "both", or for the one chosen of two, where only one of them has weather."""
    if len({reading.place for reading in context.given}) > 1 or not _asks_of_it(context):
        return
    asked = context.user.texts[-1].words
    opening = opening_names(context) if not _CHOOSING.isdisjoint(asked) else ()
    chosen = [cue for cue in opening if isinstance(cue, PlaceCue) and cue.spots]
    is_listed = chosen and context.text.words[chosen[0].last + 1 : chosen[0].last + 2] == (":",)
    if chosen and not is_listed:
        yield _fault(context, chosen[0].first)
    for k in context.text.where(_BOTH):
        before, behind = context.text.words[max(0, k - 1) : k], context.text.words[k + 1 : k + 2]
        is_them = before in _IN or behind in _BOTH_DO or (behind == ("of",) and before not in _OFFERED)
        if is_them and context.stances.is_asserted(k) and context.stances.is_denied(k, k) is False:
            yield _fault(context, k)


def _asks_of_it(context: Context) -> bool:
    """Whether a place without weather is among those asked about, where any are named."""
    asked = [cue for cue in context.places_asked if cue.spots]
    return not asked or any(cue.spots & context.unanswered for cue in asked)


def _taken_for_alike(context: Context) -> Iterator[Judgement]:
    """Yield a fault for such a place said to be like one just told of: "and Detroit is much the same"."""
    words = context.text.words
    for k in context.text.where(_LIKENING):
        begin, end = context.text.sentence(k)
        if words[k] not in _ALIKE or not context.stances.is_asserted(k) or context.stances.is_denied(k, k):
            continue
        behind = words[k + 1 : min(end, k + 3)]
        is_weather = not behind[:1] or not behind[0].isalpha() or not _OF_WEATHER.isdisjoint(behind)
        is_weather = is_weather or (words[k] == "too" and not WEATHER.isdisjoint(words[k:end]))
        if is_weather and _speaks_of_it(context, begin, k):
            yield _fault(context, k)
            return


def _compared(context: Context) -> Iterator[Judgement]:
    """Yield a fault for such a place compared with another: "Ulm is the milder", "colder than Ulm"."""
    for k in context.text.where(_COMPARING):
        is_denied = context.stances.is_denied(k, k) is not False
        if not context.stances.is_asserted(k) or (is_denied and context.text.words[k] not in COMPARATIVES):
            continue
        if _is_compared(context, k) and not context.stances.is_open(k):
            yield _fault(context, k)
            return


def _is_compared(context: Context, k: int) -> bool:
    """Whether the comparing word at token k has a place without weather on one of its sides."""
    words = context.text.words
    begin, end = context.text.sentence(k)
    cues = [cue for cue in context.scopes.places if cue.spots and begin <= cue.first < end]
    behind = next((cue for cue in cues if k < cue.first <= k + _NEAR), None)
    if words[k] in _DEGREES:
        is_known = behind is not None and not behind.spots & context.unanswered
        is_beside = is_known and not _BESIDE.isdisjoint(words[k + 1 : k + 3])
        return is_beside and _speaks_of_it(context, begin, k)
    if behind is not None and behind.spots <= context.unanswered:
        between = words[k + 1 : behind.first]
        if between[:1] == ("than",) or (words[k] in _BEATING and len(between) < 2):
            return True
    if words[k] in _BEATING:
        return behind is not None and _speaks_of_it(context, begin, k)
    is_of_two = any(words[k + 1 : k + 1 + len(two)] == two for two in _TWO)
    if is_of_two and len({reading.place for reading in context.latest}) < 2:
        return True
    return _speaks_of_it(context, begin, k) and "than" not in words[begin:k]


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
    return (not words or not _THERE.isdisjoint(words)) and any(
        cue.spots & context.unanswered for cue in context.scopes.places if cue.first < end
    )


def _names_answered(context: Context, k: int, end: int) -> bool:
    """Whether a place with weather is what the one is likened to."""
    words = context.text.words
    known = {reading.place for reading in context.given}
    near = [cue for cue in context.scopes.places if k < cue.first < min(end, k + 1 + _NEAR)]
    if words[k] in _CLOSE:
        near = [cue for cue in near if words[cue.last].endswith("'s")]
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
