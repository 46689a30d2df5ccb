"""Days told by the place they take: "the second warmest", "Friday the next driest", "third for wind"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.chosen_names import day_given
from scripts.grounding.constructions.superlatives import NOUNS, OF_NOUN, SUPERLATIVES
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.comparisons import is_of_night, universes
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.dimensions import QUALITIES, QUANTITIES, Dimension
from scripts.grounding.words.measures import COLD, COMPARATIVES, MILD, NIGHT, WARM, Measure, wetness

_PLACES: Final = {"second": 1, "next": 1, "runner": 1, "third": 2, "fourth": 3, "fifth": 4}
"""How many are ahead of what takes each place."""

_ONLY: Final = Triggers(("only",))
_TRIGGERS: Final = Triggers((*_PLACES, "only"))
_LIKELIEST: Final = {"likeliest": 1, "unlikeliest": -1}
_BARE: Final = word_set(", . ; : — – ! at with and then behind for after in but \n")
"""What stands behind a place alone: "Thursday is the windiest, Saturday the next, at 30"."""

_FOR: Final = word_set("for in on")
_TAKEN: Final = word_set("up place best in line comes is for , –")
_REACH: Final = 14
_NEAR: Final = 5


@told_by(_TRIGGERS)
def judge_ranks(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each day that is said to be the second, third or next most so."""
    for k in context.text.where(_TRIGGERS):
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        found = _of_only(context, k) if context.text.words[k] == "only" else _of_place(context, k)
        if found is not None:
            yield found


def _of_place(context: Context, k: int) -> Judgement | None:
    by = _ranked_by(context, k)
    cue = day_given(context, k) if by is not None else None
    if by is None or cue is None or cue.is_list:
        return None
    return _judge(context, k, Scope(cue.days, context.scopes.at(k, k).spots), _ahead_of(context, k), by)


def _of_only(context: Context, k: int) -> Judgement | None:
    """Judge "only Monday is warmer than Sunday": Sunday takes the second place."""
    words = context.text.words
    _, end = context.stances.sentence(k)
    at = next((n for n in range(k + 1, min(end, k + _NEAR + 1)) if words[n] == "than"), None)
    first = next((cue for cue in context.scopes.days if cue.first == k + 1 and cue.days), None)
    if at is None or first is None or words[at - 1] not in COMPARATIVES or first.is_list:
        return None
    other = next((cue for cue in context.scopes.days if at < cue.first <= at + 2 and cue.days), None)
    by = Dimension(*COMPARATIVES[words[at - 1]])
    if other is None or not by.measures or other.is_list:
        return None
    return _judge(context, k, Scope(other.days, context.scopes.at(at, at).spots), 1, by)


def _ahead_of(context: Context, k: int) -> int:
    """Return how many are ahead of what is told at token k."""
    words = context.text.words
    return _PLACES[words[k]] if words[k + 1 : k + 3] != ("to", "last") else -_PLACES[words[k]]


def _judge(context: Context, k: int, scope: Scope, ahead: int, by: Dimension) -> Judgement | None:
    is_held = False
    for universe in universes(context, True):
        pool = [r for r in universe if scope.spots is None or r.place in scope.spots]
        mine = within(pool, scope)
        if len(mine) != 1 or len(pool) <= ahead:
            continue
        is_held = True
        if any(_takes(mine[0], pool, by.sign, measure, ahead) for measure in by.measures):
            return Judgement(k, k, tuple(mine))
    fault = f"you wrote '{context.text.around(k, k)}'; by the results that is another day"
    return Judgement(k, k, fault=fault) if is_held else None


def _takes(mine: Reading, pool: Sequence[Reading], sign: int, measure: Measure, ahead: int) -> bool:
    """Whether a day takes a place by a measure, ties counted either way."""
    own = measure(mine)
    values = [sign * value for reading in pool if (value := measure(reading)) is not None]
    if own is None or len(values) < len(pool):
        return False
    above = [value for value in values if value > sign * own]
    level = values.count(sign * own) - 1
    return len(above) <= ahead <= len(above) + level or len(set(above)) == ahead


def _ranked_by(context: Context, k: int) -> Dimension | None:
    """Return what the place told at token k is of, None where it is of no weather."""
    words = context.text.words
    at = k + 1 + 2 * (words[k + 1 : k + 3] == ("to", "last"))
    word, behind = (*words[at : at + 2], ".", ".")[:2]
    if words[k] == "next" and not _follows_most(context, k):
        return None
    if word in _LIKELIEST:
        return Dimension(_LIKELIEST[word], (wetness,))
    if word in SUPERLATIVES:
        sign, measures = SUPERLATIVES[word]
        is_nightly = measures in (WARM, COLD, MILD) and is_of_night(context, at)
        return Dimension(sign, NIGHT if is_nightly else measures)
    if word in OF_NOUN:
        noun = behind if behind in NOUNS else _noun_before(context, k)
        return Dimension(OF_NOUN[word], NOUNS[noun]) if noun in NOUNS else None
    return _of_topic(context, k) or (_most_before(context, k) if word in _BARE else None)


def _follows_most(context: Context, k: int) -> bool:
    """Whether the most so of all is told before "next"."""
    begin, _ = context.text.sentence(k)
    before = context.text.words[begin - 1 - _REACH if begin > _REACH else 0 : k]
    is_told = any(word in SUPERLATIVES or word in OF_NOUN or word in _LIKELIEST for word in before)
    return is_told or "after" in context.text.words[k + 1 : k + _NEAR]


def _noun_before(context: Context, k: int) -> str:
    """Return the noun of "the highest high and Monday the second highest"."""
    begin, _ = context.text.sentence(k)
    return next((word for word in reversed(context.text.words[begin:k]) if word in NOUNS), "")


def _most_before(context: Context, k: int) -> Dimension | None:
    """Return what the most so of all is told of in the same sentence: "the windiest, Saturday the next"."""
    begin, _ = context.text.sentence(k)
    words = context.text.words[max(begin, k - _REACH) : k]
    if words[-1:] != ("the",) and words[-1:] != ("comes",) and k not in _behind_days(context):
        return None
    word = next((word for word in reversed(words) if word in SUPERLATIVES), None)
    return Dimension(*SUPERLATIVES[word]) if word is not None else None


def _behind_days(context: Context) -> set[int]:
    return {cue.last + 1 for cue in context.scopes.days if cue.days}


def _of_topic(context: Context, k: int) -> Dimension | None:
    """Return what "second for warmth", "third in line for wind" and "the runner-up in heat" are of."""
    words = context.text.words
    at = next((n for n in range(k + 1, min(k + _NEAR, len(words))) if words[n] in _FOR), None)
    if at is None or not _TAKEN.issuperset(words[k + 1 : at]):
        return None
    noun = next((word for word in words[at + 1 : at + 3] if word != "the"), "")
    if noun == "line":
        return _of_topic(context, at) if words[k + 1 : at] == () else None
    return QUANTITIES.get(noun) or QUALITIES.get(noun)
